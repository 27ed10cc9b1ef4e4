//! Sentences, paragraphs and block structure over the lexemes.

use std::ops::Range;

/// What kind of block a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum SentenceKind {
    /// Running text.
    Prose,
    /// A title or heading: a paragraph of its own without closing punctuation.
    Heading,
    /// An item of a list.
    ListItem,
}

/// One sentence as a range of lexemes.
#[derive(Clone, Debug)]
pub(crate) struct SentenceRange {
    pub lexemes: Range<u32>,
    /// Counts paragraphs from 0.
    pub paragraph: u32,
    pub kind: SentenceKind,
    /// How many lexemes at the start are a dateline ("NAIROBI, Kenya (AP) --"), 0 for none.
    pub dateline: u32,
}
