//! Blocks: a long text in stretches. A step asks one question throughout a block before the next one: the code of all questions
//! together is larger than the nearest memory of a processor, and so is what is known of a long text.

use std::ops::Range;

use super::Document;

/// Sentences that follow one another, with what stands in them.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub sentences: Range<usize>,
    pub words: Range<usize>,
    pub clauses: Range<u32>,
    pub phrases: Range<u32>,
}

/// A block ends with the sentence that brings it to so many words: those of some articles.
const WORDS: usize = 1 << 12;

impl Document<'_> {
    /// The text in blocks.
    pub(super) fn blocks(&self) -> impl Iterator<Item = Block> {
        let mut first = 0;
        std::iter::from_fn(move || {
            let start = self.sentences.get(first)?.lexemes.start as usize;
            let ends = |at: usize| self.sentences[at].lexemes.end as usize >= start + WORDS;
            let last = (first..self.sentences.len()).find(|&at| ends(at)).unwrap_or(self.sentences.len() - 1);
            let within = |of: &[Range<u32>]| of[first].start..of[last].end;
            let block = Block {
                sentences: first..last + 1,
                words: start..self.sentences[last].lexemes.end as usize,
                clauses: within(&self.syntax.clauses_of),
                phrases: within(&self.syntax.phrases_of),
            };
            first = last + 1;
            Some(block)
        })
    }
}
