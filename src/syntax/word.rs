//! Small closed classes of English function words. Open classes stand in the lexicon.

use std::ops::Range;

use crate::tag::{FunctionWord, Pos, Word, function};
use crate::token::Gap;

/// Writes down which of the words pass. Every word is written, and the next in its place unless it passes: nobody can foresee
/// which do, and a wrong guess costs more than a write.
pub(crate) fn places(words: &[Word], range: Range<usize>, mut passes: impl FnMut(&Word) -> bool, out: &mut Vec<u32>) {
    out.clear();
    out.resize(range.len(), 0);
    let mut count = 0;
    for (word, at) in words[range.clone()].iter().zip(range.start as u32..) {
        out[count] = at;
        count += usize::from(passes(word));
    }
    out.truncate(count);
}

/// Whether a hash is that of one of the words, which need not stand in the list of function words.
macro_rules! one_of {
    ($hash:expr, $($word:literal)|+) => {{
        let hash: u64 = $hash;
        false $(| (hash == const { $crate::token::hash($word.as_bytes()) }))+
    }};
}
pub(crate) use one_of;

pub(crate) fn is_be(word: FunctionWord) -> bool {
    function!(word, "be" | "is" | "was" | "are" | "were" | "been" | "being" | "am" | "'s" | "'re" | "'m" | "ai")
}

pub(crate) fn is_have(word: FunctionWord) -> bool {
    function!(word, "have" | "has" | "had" | "having" | "'ve" | "'d")
}

pub(crate) fn is_modal(word: FunctionWord) -> bool {
    function!(
        word,
        "will"
            | "would"
            | "can"
            | "could"
            | "may"
            | "might"
            | "must"
            | "shall"
            | "should"
            | "wo"
            | "ca"
            | "sha"
            | "'ll"
            | "ought"
    )
}

pub(crate) fn is_not(word: FunctionWord) -> bool {
    function!(word, "not" | "n't")
}

/// Words that open relative clauses and indirect questions.
pub(crate) fn is_wh(word: FunctionWord) -> bool {
    function!(word, "who" | "whom" | "which" | "what" | "whose" | "whoever" | "whatever" | "whichever")
}

pub(crate) fn is_possessive_pronoun(word: FunctionWord) -> bool {
    function!(word, "his" | "her" | "its" | "their" | "my" | "our" | "your")
}

/// Words that stand in front of a determiner: "all the", "both their".
pub(crate) fn is_predeterminer(word: FunctionWord) -> bool {
    function!(word, "all" | "both" | "half" | "such" | "many" | "what")
}

/// The possessive ending: "'s", or a lone apostrophe behind a plural.
pub(crate) fn is_possessive_mark(word: &Word) -> bool {
    word.gap == Gap::Inside && word.pos == Pos::Part && function!(word.function, "'s" | "'")
}
