//! Blocks: a long text in stretches. A step asks one question throughout a block before the next one: the code of all questions
//! together is larger than the nearest memory of a processor, and so is what is known of a long text.

use std::ops::Range;

use super::Document;
use crate::syntax::BLOCK;

/// Sentences that follow one another, with what stands in them.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub sentences: Range<usize>,
    pub words: Range<usize>,
    pub clauses: Range<u32>,
    pub phrases: Range<u32>,
}

impl Document<'_> {
    /// The text in blocks.
    pub(super) fn blocks(&self) -> impl Iterator<Item = Block> {
        let Self { sentences, syntax, .. } = self;
        (0..sentences.len()).step_by(BLOCK).map(|first| {
            let last = (first + BLOCK).min(sentences.len()) - 1;
            let within = |of: &[Range<u32>]| of[first].start..of[last].end;
            Block {
                sentences: first..last + 1,
                words: sentences[first].lexemes.start as usize..sentences[last].lexemes.end as usize,
                clauses: within(&syntax.clauses_of),
                phrases: within(&syntax.phrases_of),
            }
        })
    }
}
