//! Small closed classes of English function words. Open classes stand in the lexicon.

use crate::tag::{FunctionWord, Pos, Word, function};
use crate::token::{Gap, Shape};

/// Which of the words pass, one bit each, 64 words after another. Nobody can foresee which do, and a wrong guess costs more
/// than a bit.
#[inline(always)]
pub(crate) fn marks(words: &[Word], mut passes: impl FnMut(&Word) -> bool) -> impl Iterator<Item = u64> {
    let mut bits_of = move |words: &[Word]| {
        words.iter().zip(0..).fold(0, |bits, (word, place)| bits | u64::from(passes(word)) << place)
    };
    words.chunks(64).map(move |words| {
        // eight at once, each at a place that is known beforehand
        let (mut bits, mut place) = (0, 0);
        let mut eights = words.chunks_exact(8);
        for eight in &mut eights {
            bits |= bits_of(eight) << place;
            place += 8;
        }
        bits | bits_of(eights.remainder()) << (place % 64)
    })
}

/// The places of the bits that are set, in order.
#[inline(always)]
pub(crate) fn places(marks: impl Iterator<Item = u64>) -> impl Iterator<Item = u32> {
    marks.zip((0..).step_by(64)).flat_map(|(mut bits, first)| {
        std::iter::from_fn(move || {
            let place = (bits != 0).then(|| first + bits.trailing_zeros());
            bits &= bits.wrapping_sub(1);
            place
        })
    })
}

/// Whether a hash is that of one of the words, which need not stand in the list of function words.
macro_rules! one_of {
    ($hash:expr, $($word:literal)|+) => {{
        let hash: u64 = $hash;
        false $(| (hash == const { $crate::token::hash($word.as_bytes()) }))+
    }};
}
pub(crate) use one_of;

/// "2014"
pub(crate) fn is_year(word: &Word) -> bool {
    word.pos == Pos::Num && word.shape.has(Shape::DIGIT) && word.end - word.start == 4
}

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

/// "Himself", "themselves": of somebody told before.
pub(crate) fn is_reflexive(word: FunctionWord) -> bool {
    function!(word, "himself" | "herself" | "itself" | "themselves")
}

/// Words that stand in front of a determiner: "all the", "both their".
pub(crate) fn is_predeterminer(word: FunctionWord) -> bool {
    function!(word, "all" | "both" | "half" | "such" | "many" | "what")
}

/// The possessive ending: "'s", or a lone apostrophe behind a plural.
pub(crate) fn is_possessive_mark(word: &Word) -> bool {
    word.gap == Gap::Inside && word.pos == Pos::Part && function!(word.function, "'s" | "'")
}
