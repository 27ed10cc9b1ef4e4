//! What the scanner and the sentence splitter know about single words: abbreviations and irregular spellings.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher as StdHasher};

use once_cell::sync::Lazy;

use super::hash;
use crate::english;
use crate::error::Error;

/// What the period of an abbreviation means for the end of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum AbbreviationClass {
    /// Stands before a name ("Dr."): never ends a sentence.
    Title,
    /// Points onwards ("vs.", "e.g."): never ends a sentence.
    Inner,
    /// An abbreviation only before a number ("No. 5"); elsewhere a word and a period.
    Number,
    /// A month or a day ("Jan.").
    Month,
    /// Follows what it belongs to ("Inc.", "Calif."): may end a sentence, the next word decides.
    Final,
    /// A measure after a number ("5 ft."); elsewhere a word and a period.
    Unit,
    /// A name that ends in a sign which elsewhere ends a sentence ("Yahoo!").
    Name,
}

impl AbbreviationClass {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "title" => Self::Title,
            "inner" => Self::Inner,
            "number" => Self::Number,
            "month" => Self::Month,
            "final" => Self::Final,
            "unit" => Self::Unit,
            "name" => Self::Name,
            _ => return None,
        })
    }

    const fn flag(self) -> u16 {
        1 << self as u16
    }
}

/// The classes of one word: a set of [`AbbreviationClass`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes(u16);

impl Classes {
    pub const fn has(self, class: AbbreviationClass) -> bool {
        self.0 & class.flag() != 0
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// The abbreviations that tokens and sentences are cut with.
///
/// Starts from the built-in English list; users add their own, and take built-in ones out.
///
/// ```
/// use factive::{AbbreviationClass, Abbreviations};
///
/// let mut abbreviations = Abbreviations::english();
/// abbreviations.add("Obs.", AbbreviationClass::Title);
/// abbreviations.extend("house.txt", "final Grp. Hldg.\nname Zing!")?;
/// assert!(abbreviations.remove("Hldg."));
/// # Ok::<(), factive::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Abbreviations {
    entries: ByHash<Entry>,
}

/// Classes that count in any spelling, those that count only where the text has a capital, and those of single letters,
/// which count only where it has none.
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    any: u16,
    capital: u16,
    small: u16,
}

static ENGLISH: Lazy<Abbreviations> = Lazy::new(|| {
    let mut built_in = Abbreviations::empty();
    built_in.extend("abbreviations.txt", english::ABBREVIATIONS).expect("the built-in list parses: a test reads it");
    built_in
});

impl Abbreviations {
    /// Returns a copy of the built-in English list.
    pub fn english() -> Self {
        ENGLISH.clone()
    }

    /// Makes a list without entries. Dotted letters ("U.S.", "a.m.") and initials are recognised all the same.
    pub fn empty() -> Self {
        Self { entries: HashMap::default() }
    }

    /// The built-in list, parsed once.
    pub(crate) fn shared() -> &'static Self {
        &ENGLISH
    }

    /// Adds one abbreviation, written with its period: "Obs.". One that is written with a capital matches only where
    /// the text has a capital; a single small letter ("v.") only where it has none.
    pub fn add(&mut self, abbreviation: &str, class: AbbreviationClass) -> &mut Self {
        let entry = self.entries.entry(hash(abbreviation.as_bytes())).or_default();
        if abbreviation.starts_with(char::is_uppercase) {
            entry.capital |= class.flag();
        } else if abbreviation.len() == 2 {
            entry.small |= class.flag();
        } else {
            entry.any |= class.flag();
        }
        self
    }

    /// Adds the entries of a text in the format of the built-in list: a class (`title inner number month final unit
    /// name`) and its entries a line, lines that start with `#` are comments. `origin` is how an [`Error`] names the text.
    pub fn extend(&mut self, origin: &str, lines: &str) -> Result<&mut Self, Error> {
        for (number, name, entries) in lines_of(lines) {
            let class = AbbreviationClass::from_name(name).ok_or_else(|| {
                let known = "title, inner, number, month, final, unit, name";
                Error::new(origin, number, format!("\"{name}\" is no class of abbreviations; the classes are {known}"))
            })?;
            for entry in entries {
                let closed = if class == AbbreviationClass::Name {
                    entry.ends_with(['!', '?', '.'])
                } else {
                    entry.ends_with('.')
                };
                if !closed {
                    return Err(Error::new(origin, number, format!("\"{entry}\" does not end in its period")));
                }
                self.add(entry, class);
            }
        }
        Ok(self)
    }

    /// Takes an abbreviation out, in all its classes; says whether it was there.
    pub fn remove(&mut self, abbreviation: &str) -> bool {
        self.entries.remove(&hash(abbreviation.as_bytes())).is_some()
    }

    /// The classes of a word, by the [`hash`] of its text with the period.
    pub(crate) fn classes(&self, hash: u64, capital: bool) -> Classes {
        match self.entries.get(&hash) {
            None => Classes::default(),
            Some(entry) if capital => Classes(entry.any | entry.capital),
            Some(entry) => Classes(entry.any | entry.small),
        }
    }
}

/// Words that English joins and splits in its own ways; fixed, since the word classes were learned with it.
pub(super) struct Spelling {
    /// Sets of [`Self::PREFIX`] and so on.
    flags: ByHash<u8>,
    /// Lengths in bytes of the parts of a word that is two or three: "can|not" is 3, 3, 0.
    parts: ByHash<[u8; 3]>,
    /// Units, where case counts.
    units: Vec<&'static str>,
    /// Which values the low bits of the hashes in `parts` have: nearly every word fails here, at one load.
    filter: [u64; 64],
}

pub(super) static SPELLING: Lazy<Spelling> = Lazy::new(|| Spelling::parse(english::SPELLING));

/// Whether a word keeps its hyphen in front of another: "non-profit".
pub(crate) fn is_prefix(word: &str) -> bool {
    SPELLING.has(hash(word.as_bytes()), Spelling::PREFIX)
}

/// Whether what stands behind a prefix and its hyphen keeps its word class: "co-operate", but "non-stop".
pub(crate) fn derives(prefix: &str) -> bool {
    SPELLING.has(hash(prefix.as_bytes()), Spelling::DERIVES)
}

impl Spelling {
    pub const PREFIX: u8 = 1;
    pub const SUFFIX: u8 = 2;
    pub const JOINED: u8 = 4;
    pub const CLIP: u8 = 8;
    pub const DOMAIN: u8 = 16;
    pub const DERIVES: u8 = 32;

    fn parse(text: &'static str) -> Self {
        let mut new = Self { flags: HashMap::default(), parts: HashMap::default(), units: Vec::new(), filter: [0; 64] };
        for (number, class, entries) in lines_of(text) {
            for entry in entries {
                match class {
                    "prefix" => new.flag(entry, Self::PREFIX),
                    "derives" => new.flag(entry, Self::DERIVES),
                    "suffix" => new.flag(entry, Self::SUFFIX),
                    "joined" => new.flag(entry, Self::JOINED),
                    "clip" => new.flag(entry, Self::CLIP),
                    "domain" => new.flag(entry, Self::DOMAIN),
                    "unit" => new.units.push(entry),
                    "split" => new.split(entry),
                    _ => panic!("spelling.txt:{number}: \"{class}\" is no class; a test reads the file"),
                }
            }
        }
        new.units.sort_unstable();
        new
    }

    fn flag(&mut self, entry: &str, flag: u8) {
        *self.flags.entry(hash(entry.as_bytes())).or_default() |= flag;
    }

    fn split(&mut self, entry: &str) {
        let key = hash(entry.replace('|', "").as_bytes());
        let mut lengths = [0; 3];
        for (length, part) in lengths.iter_mut().zip(entry.split('|')) {
            *length = part.len() as u8;
        }
        self.parts.insert(key, lengths);
        self.filter[(key & 63) as usize] |= 1 << (key >> 6 & 63);
    }

    pub fn has(&self, hash: u64, flag: u8) -> bool {
        self.flags.get(&hash).is_some_and(|flags| flags & flag != 0)
    }

    #[inline]
    pub fn may_split(&self, hash: u64) -> bool {
        self.filter[(hash & 63) as usize] >> (hash >> 6 & 63) & 1 != 0
    }

    pub fn parts(&self, hash: u64) -> Option<[u8; 3]> {
        self.parts.get(&hash).copied()
    }

    pub fn is_unit(&self, word: &str) -> bool {
        self.units.binary_search(&word).is_ok()
    }
}

/// Yields the lines of a data file: number, first word, the other words. Comments and empty lines are skipped.
fn lines_of(text: &str) -> impl Iterator<Item = (usize, &str, std::str::SplitWhitespace<'_>)> {
    text.lines().enumerate().filter_map(|(i, line)| {
        let mut words = line.split_whitespace();
        let first = words.next().filter(|first| !first.starts_with('#'))?;
        Some((i + 1, first, words))
    })
}

/// A map by the [`hash`] of a word.
pub(crate) type ByHash<T> = HashMap<u64, T, BuildHasherDefault<Identity>>;

/// The keys are hashes already.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Identity(u64);

impl StdHasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0 << 8 | u64::from(byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_in_lists_parse() {
        let english = Abbreviations::english();
        let classes = |word: &str| english.classes(hash(word.as_bytes()), word.starts_with(char::is_uppercase));
        assert!(classes("Dr.").has(AbbreviationClass::Title));
        assert!(classes("Sun.").has(AbbreviationClass::Month));
        assert!(classes("sun.").is_empty());
        assert!(classes("ETC.").has(AbbreviationClass::Final));
        assert_eq!(SPELLING.parts(hash(b"Cannot")), Some([3, 3, 0]));
        assert!(SPELLING.has(hash(b"non"), Spelling::PREFIX));
    }

    #[test]
    fn errors_name_line_and_reason() {
        let mut list = Abbreviations::empty();
        let error = list.extend("my.txt", "# mine\ntitel Dr.").unwrap_err();
        assert_eq!((error.origin(), error.line()), ("my.txt", 2));
        assert!(error.message().contains("\"titel\" is no class"));
        assert_eq!(
            list.extend("my.txt", "title Dr").unwrap_err().to_string(),
            "my.txt:1: \"Dr\" does not end in its period"
        );
    }
}
