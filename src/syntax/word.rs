//! Small closed classes of English function words, asked by hash. Open classes stand in the lexicon.

use crate::tag::Word;
use crate::token::{Gap, hash};

/// Whether a hash is that of one of the words.
macro_rules! one_of {
    ($hash:expr, $($word:literal)|+) => {{
        let hash: u64 = $hash;
        false $(|| hash == const { $crate::token::hash($word.as_bytes()) })+
    }};
}
pub(crate) use one_of;

pub(crate) fn is_be(hash: u64) -> bool {
    one_of!(hash, "be" | "is" | "was" | "are" | "were" | "been" | "being" | "am" | "'s" | "'re" | "'m" | "ai")
}

pub(crate) fn is_have(hash: u64) -> bool {
    one_of!(hash, "have" | "has" | "had" | "having" | "'ve" | "'d")
}

pub(crate) fn is_modal(hash: u64) -> bool {
    one_of!(
        hash,
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

pub(crate) fn is_not(hash: u64) -> bool {
    one_of!(hash, "not" | "n't")
}

/// Words that open relative clauses and indirect questions.
pub(crate) fn is_wh(hash: u64) -> bool {
    one_of!(hash, "who" | "whom" | "which" | "what" | "whose" | "whoever" | "whatever" | "whichever")
}

pub(crate) fn is_possessive_pronoun(hash: u64) -> bool {
    one_of!(hash, "his" | "her" | "its" | "their" | "my" | "our" | "your")
}

/// Words that stand in front of a determiner: "all the", "both their".
pub(crate) fn is_predeterminer(hash: u64) -> bool {
    one_of!(hash, "all" | "both" | "half" | "such" | "many" | "what")
}

/// The possessive ending: "'s", or a lone apostrophe behind a plural.
pub(crate) fn is_possessive_mark(word: &Word) -> bool {
    word.gap == Gap::Inside
        && word.pos == crate::tag::Pos::Part
        && (word.hash == hash(b"'s") || word.hash == hash(b"'"))
}
