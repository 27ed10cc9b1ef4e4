//! The crate's one error: user data (rules, lexicons, abbreviations) that cannot be read.

use std::fmt;

/// Says where in the user's data something is wrong, and why.
///
/// Only building an [`Extractor`](crate::Extractor) from user data can fail; extraction never does.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Error {
    origin: String,
    line: usize,
    message: String,
}

impl Error {
    pub(crate) fn new(origin: impl Into<String>, line: usize, message: impl Into<String>) -> Self {
        Self { origin: origin.into(), line, message: message.into() }
    }

    /// The name under which the data was given, such as `my.rules`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The line, counted from 1; 0 where the fault has no line.
    pub fn line(&self) -> usize {
        self.line
    }

    /// What is wrong and how to mend it.
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 {
            write!(f, "{}: {}", self.origin, self.message)
        } else {
            write!(f, "{}:{}: {}", self.origin, self.line, self.message)
        }
    }
}
