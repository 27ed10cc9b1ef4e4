//! The way in: an [`Extractor`] holds everything that is known before a text is read.
//!
//! It brings the data of the language and the steps of the pipeline together, and finds nothing by itself.

use std::fmt;
use std::sync::Arc;

use once_cell::sync::Lazy;

use crate::annotate::{self, Events, Knowledge};
use crate::english;
use crate::error::Error;
use crate::lexicon::LexiconBuilder;
use crate::model::Extraction;
use crate::syntax::GrammarClasses;
use crate::token::Abbreviations;

static ENGLISH: Lazy<Extractor> = Lazy::new(|| match Extractor::builder().build() {
    Ok(extractor) => extractor,
    // a test builds the built-in data, so that only a broken build of the crate gets here
    Err(error) => panic!("built-in data: {error}"),
});

/// Reads the claims of a text with the built-in lexicons and rules.
///
/// The first call in a process builds them, which takes a few milliseconds. It never fails and never panics; a text
/// without claims has an [`Extraction`] with empty lists.
///
/// ```
/// let extraction = factive::extract("The bridge may have been damaged, officials said.");
/// assert_eq!(extraction.schema, factive::SCHEMA);
/// ```
pub fn extract(text: &str) -> Extraction {
    ENGLISH.extract(text)
}

/// Reads texts. It is immutable, cheap to clone, and may be shared between threads.
///
/// ```
/// use factive::Extractor;
///
/// let extractor = Extractor::new();
/// let elsewhere = extractor.clone();
/// let worker = std::thread::spawn(move || elsewhere.extract("Two people were hurt."));
/// assert_eq!(worker.join().unwrap(), extractor.extract("Two people were hurt."));
/// ```
#[derive(Clone)]
pub struct Extractor {
    knowledge: Arc<Knowledge>,
}

impl Extractor {
    /// The extractor with the built-in lexicons and rules. They are built once in a process and shared.
    pub fn new() -> Self {
        ENGLISH.clone()
    }

    /// Starts an extractor of one's own.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// Reads one text.
    ///
    /// Time and memory grow with the length of the text, whatever stands in it.
    pub fn extract(&self, text: &str) -> Extraction {
        annotate::run(text, &self.knowledge)
    }
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Extractor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Extractor").finish_non_exhaustive()
    }
}

/// Puts an [`Extractor`] together. Only [`build`](Self::build) can fail, and only over the user's own data.
///
/// ```
/// # fn main() -> Result<(), factive::Error> {
/// let extractor = factive::Extractor::builder().all_events().build()?;
/// # let _ = extractor;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct ExtractorBuilder {
    events: Events,
}

impl ExtractorBuilder {
    /// Returns every predicate as an event, those without a kind of their own as
    /// [`EventKind::Other`](crate::EventKind::Other).
    pub fn all_events(mut self) -> Self {
        self.events = Events::All;
        self
    }

    /// Builds the extractor.
    ///
    /// # Errors
    ///
    /// Where data that was given to the builder cannot be read; the error says where and how to mend it.
    pub fn build(self) -> Result<Extractor, Error> {
        let mut lexicon = LexiconBuilder::new();
        for (origin, text) in english::LEXICONS {
            lexicon.add(origin, text)?;
        }
        let lexicon = lexicon.build();
        let knowledge = Knowledge {
            abbreviations: Abbreviations::english(),
            grammar: GrammarClasses::new(&lexicon),
            lexicon,
            events: self.events,
        };
        Ok(Extractor { knowledge: Arc::new(knowledge) })
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::annotate::syntax_of;
    use crate::syntax::show;

    /// The syntax of a text, for tests of that layer.
    pub(crate) fn show_syntax(text: &str) -> String {
        let (words, syntax) = syntax_of(text, &ENGLISH.knowledge);
        show(text, &words, &syntax)
    }
}
