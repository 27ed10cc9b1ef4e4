//! Names in the output that are no text of the input: rules and keys. Both are strings on the wire, and cheap to copy here.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The id of the rule or word list that found something, such as `event/earthquake`. It reads like a `str`.
///
/// ```
/// let extraction = factive::extract("The earthquake struck before dawn.");
/// let rule = &extraction.events[0].rule;
/// assert!(rule.starts_with("event/"));
/// ```
#[derive(Clone)]
pub struct RuleId(Id);

#[derive(Clone)]
enum Id {
    BuiltIn(&'static str),
    /// Of a rule that was read from a text, or of an output that was.
    Read(Arc<str>),
}

impl RuleId {
    pub(crate) const fn built_in(id: &'static str) -> Self {
        Self(Id::BuiltIn(id))
    }

    /// The id as it stands in the rule file.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Id::BuiltIn(id) => id,
            Id::Read(id) => id,
        }
    }
}

impl From<&str> for RuleId {
    fn from(id: &str) -> Self {
        Self(Id::Read(id.into()))
    }
}

impl From<RuleId> for String {
    fn from(id: RuleId) -> Self {
        id.as_str().to_owned()
    }
}

impl Deref for RuleId {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for RuleId {
    fn as_ref(&self) -> &str {
        self
    }
}

impl Borrow<str> for RuleId {
    fn borrow(&self) -> &str {
        self
    }
}

impl PartialEq for RuleId {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for RuleId {}

impl PartialEq<str> for RuleId {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for RuleId {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialOrd for RuleId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for RuleId {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other)
    }
}

impl Hash for RuleId {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Debug for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl Serialize for RuleId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for RuleId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(Id::Read(String::deserialize(deserializer)?.into())))
    }
}

/// The name of a claim that edits elsewhere in the text leave alone: sixteen hexadecimal digits, written and on the wire.
///
/// ```
/// use factive::ClaimKey;
///
/// let key = factive::extract("The dam broke.").claims[0].key;
/// assert_eq!(key.to_string().parse(), Ok(key));
/// assert!("dam".parse::<ClaimKey>().is_err());
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClaimKey(pub(crate) u64);

impl ClaimKey {
    /// Whether there is none, as in an output from elsewhere and in the anchor of a mere span.
    pub const fn is_none(&self) -> bool {
        self.0 == 0
    }
}

impl fmt::Display for ClaimKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut digits = [0; 16];
        f.pad(self.digits(&mut digits))
    }
}

impl fmt::Debug for ClaimKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ClaimKey({self})")
    }
}

impl ClaimKey {
    fn digits<'b>(&self, buffer: &'b mut [u8; 16]) -> &'b str {
        for (digit, place) in buffer.iter_mut().rev().zip(0..) {
            *digit = b"0123456789abcdef"[(self.0 >> (4 * place)) as usize % 16];
        }
        std::str::from_utf8(buffer).unwrap_or("")
    }
}

impl std::str::FromStr for ClaimKey {
    type Err = std::num::ParseIntError;

    fn from_str(digits: &str) -> Result<Self, Self::Err> {
        // a sign is no digit
        let digits = if digits.starts_with('+') { "" } else { digits };
        u64::from_str_radix(digits, 16).map(Self)
    }
}

impl Serialize for ClaimKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.digits(&mut [0; 16]))
    }
}

impl<'de> Deserialize<'de> for ClaimKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let digits = String::deserialize(deserializer)?;
        if digits.is_empty() { Ok(Self::default()) } else { digits.parse().map_err(de::Error::custom) }
    }
}
