//! The public face of the splitter: an iterator that borrows the text.

use std::iter::FusedIterator;

use super::{SentenceKind, SentenceRange, split};
use crate::span::Span;
use crate::token::{Abbreviations, Blocks, Lexeme, blocks, scan};

/// A sentence of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Sentence<'t> {
    /// The sentence as the text has it, without white space around it.
    pub text: &'t str,
    /// Where it stands, in bytes.
    pub span: Span,
    /// What kind of block it is.
    pub kind: SentenceKind,
    /// Which paragraph it belongs to, counted from 0.
    pub paragraph: usize,
    /// The dateline that it starts with: "NAIROBI, Kenya (AP) --".
    ///
    /// ```
    /// let sentence = factive::sentences("OSLO (AP) -- The ferry sank.").next().unwrap();
    /// assert_eq!(sentence.dateline.unwrap().of("OSLO (AP) -- The ferry sank."), "OSLO (AP) --");
    /// ```
    pub dateline: Option<Span>,
}

/// Iterates over the sentences of a text; made by [`sentences`].
#[derive(Clone, Debug)]
pub struct Sentences<'t> {
    text: &'t str,
    abbreviations: &'t Abbreviations,
    blocks: Blocks<'t>,
    /// Where the current block starts, in bytes and in paragraphs.
    base: usize,
    paragraphs: usize,
    lexemes: Vec<Lexeme>,
    ranges: Vec<SentenceRange>,
    next: usize,
}

/// Cuts a text into sentences, with the built-in [`Abbreviations`].
///
/// Sentences come in order, do not overlap and hold every token of the text. A paragraph ends a sentence, and so does a
/// line break that no line wrapping explains.
///
/// ```
/// let text = "Dr. Hale of Acme Inc. left at 5 p.m. He was tired.";
/// let sentences: Vec<_> = factive::sentences(text).map(|sentence| sentence.text).collect();
/// assert_eq!(sentences, ["Dr. Hale of Acme Inc. left at 5 p.m.", "He was tired."]);
/// ```
pub fn sentences(text: &str) -> Sentences<'_> {
    Sentences::new(text, Abbreviations::shared())
}

impl<'t> Sentences<'t> {
    /// As [`sentences`], with abbreviations of the caller's.
    pub fn new(text: &'t str, abbreviations: &'t Abbreviations) -> Self {
        let (lexemes, ranges) = (Vec::new(), Vec::new());
        Self { text, abbreviations, blocks: blocks(text), base: 0, paragraphs: 0, lexemes, ranges, next: 0 }
    }
}

impl<'t> Iterator for Sentences<'t> {
    type Item = Sentence<'t>;

    fn next(&mut self) -> Option<Sentence<'t>> {
        while self.next >= self.ranges.len() {
            self.paragraphs += self.ranges.last().map_or(0, |last| last.paragraph as usize + 1);
            let block = self.blocks.next()?;
            self.lexemes.clear();
            self.ranges.clear();
            self.next = 0;
            self.base = block.start;
            let text = &self.text[block];
            scan(text, self.abbreviations, &mut self.lexemes);
            split(text, &self.lexemes, self.abbreviations, &mut self.ranges);
        }
        let range = &self.ranges[self.next];
        self.next += 1;
        let lexemes = &self.lexemes[range.lexemes.start as usize..range.lexemes.end as usize];
        let (first, last) = (lexemes.first()?, lexemes.last()?);
        let span = Span::new(self.base + first.start as usize, self.base + last.end as usize);
        let paragraph = self.paragraphs + range.paragraph as usize;
        // the mark of a list item is as little part of what is said, but no dateline
        let marked = range.kind == SentenceKind::ListItem;
        let dateline = lexemes[..range.dateline as usize].last().filter(|_| !marked);
        let dateline = dateline.map(|last| Span::new(span.start, self.base + last.end as usize));
        Some(Sentence { text: span.of(self.text), span, kind: range.kind, paragraph, dateline })
    }
}

impl FusedIterator for Sentences<'_> {}
