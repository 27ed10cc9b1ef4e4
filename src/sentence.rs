//! Sentences, paragraphs and block structure over the lexemes.
//!
//! A sentence ends behind its final sign, with the quotation marks, brackets and citation marks that close there. A
//! colon, a semicolon or a dash ends no sentence; a paragraph always does. Sentences inside a quotation are sentences
//! of their own, but a quotation and the clause that reports it ("Stop!" she said) are one.

mod boundary;
mod evidence;
mod layout;
mod stream;

use std::ops::Range;

pub use stream::{Sentence, Sentences, sentences};

use crate::token::{Abbreviations, Gap, Lexeme};

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

/// The most lexemes that a sentence has; a longer stretch without an end is cut. Nobody writes such a sentence, and later
/// layers may take time in proportion to its square.
const LONGEST: usize = 512;

/// Appends the sentences of a scanned text: every lexeme belongs to exactly one.
pub(crate) fn split(text: &str, lexemes: &[Lexeme], abbreviations: &Abbreviations, out: &mut Vec<SentenceRange>) {
    let reader = boundary::Reader::new(text, lexemes, abbreviations);
    for (paragraph, block) in layout::blocks(text, lexemes).enumerate() {
        let first = out.len();
        let mut start = block.start;
        while start < block.end {
            let end = reader.sentence_end(start, &(block.start..longest(lexemes, start, block.end)));
            out.push(SentenceRange {
                lexemes: start as u32..end as u32,
                paragraph: paragraph as u32,
                kind: SentenceKind::Prose,
                dateline: 0,
            });
            start = end;
        }
        layout::describe(text, lexemes, &mut out[first..]);
    }
}

/// Where the sentence that starts at `start` ends at the latest: never inside a surface token.
fn longest(lexemes: &[Lexeme], start: usize, block_end: usize) -> usize {
    let mut end = block_end.min(start + LONGEST);
    while end < block_end && lexemes[end].gap == Gap::Inside {
        end += 1;
    }
    end
}
