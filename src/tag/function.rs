//! Function words and signs: the closed classes of English, numbered, so that a set of them is a row of bits.
//!
//! The layers above ask of nearly every word whether it is one of a few ("one of *because*, *if*, *while*"). Each word learns its
//! number once; each such question is a bit then. Open classes stand in the lexicon.

use crate::token::hash;

/// The number of a function word or sign; 0 for every other word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct FunctionWord(u16);

/// Every word that a set may name. A curly apostrophe is a straight one here, as in [`hash`].
#[rustfmt::skip]
const WORDS: &[&str] = &[
    // auxiliaries
    "be", "is", "was", "are", "were", "been", "being", "am", "'s", "'re", "'m", "ai",
    "have", "has", "had", "having", "'ve", "'d", "do", "does", "did", "done", "doing",
    "will", "would", "can", "could", "may", "might", "must", "shall", "should", "wo", "ca", "sha", "'ll", "ought",
    "get", "gets", "got", "getting", "gotten", "going", "gon", "na", "used", "not", "n't", "never",
    // determiners and pronouns
    "a", "an", "the", "this", "that", "these", "those", "another", "each", "all", "both", "half", "such", "any", "no", "none", "one",
    "some", "several", "many", "much", "most", "few", "fewer", "less", "least", "more", "other", "others", "same", "else",
    "i", "he", "she", "it", "we", "they", "my", "your", "his", "her", "its", "our", "their", "mine",
    "himself", "herself", "itself", "themselves", "anyone", "everyone", "somebody", "someone", "there",
    "who", "whom", "whose", "which", "what", "whoever", "whatever", "whichever", "when", "where", "why", "how",
    // prepositions, conjunctions, particles
    "about", "according", "across", "after", "against", "ahead", "along", "amid", "among", "apart", "around", "as", "aside", "at",
    "away", "back", "before", "behind", "between", "by", "close", "concerning", "contrary", "despite", "down", "due", "excluding",
    "following", "for", "forward", "from", "in", "including", "inside", "instead", "like", "near", "next", "of", "off", "on", "out",
    "outside", "over", "owing", "pending", "per", "prior", "rather", "regarding", "regardless", "since", "subject", "than", "thanks",
    "through", "till", "to", "together", "under", "until", "up", "with", "within",
    "although", "because", "but", "even", "given", "if", "lest", "now", "once", "provided", "so", "though", "unless", "well",
    "whereas", "whether", "while", "yet",
    // adverbs of degree and time
    "almost", "already", "approximately", "just", "nearly", "only", "roughly",
    "hostage", "captive", "today", "yesterday", "tomorrow", "tonight", "earlier", "early", "last", "late", "later", "previous", "march",
    // signs
    ",", ";", ":", "-", "–", "—", "--", "---", "_", "/", "&", "%", "$", "€", "£", "(", ")", "[", "]", "{", "}",
    "\"", "'", "''", "``", "“", "”", "„", "«", "»", "‘",
];

/// Numbers stay below this.
const MOST: usize = 512;
const _: () = assert!(WORDS.len() < MOST);

const HASHES: [u64; MOST] = {
    let mut hashes = [0; MOST];
    let mut i = 0;
    while i < WORDS.len() {
        hashes[i + 1] = hash(WORDS[i].as_bytes());
        i += 1;
    }
    hashes
};

/// Words are spread over so many groups by their hash, and the words of a group over the slots by the group's shift.
const GROUPS: usize = 128;
const SLOTS: usize = 1024;

/// The shift of each group, and what each slot holds: the number of a word below the upper bits of its hash. Every word of the
/// list has a slot of its own, so that one look tells whether a word is on it. Which words are cannot be foretold, and half of
/// a text's words are.
const TABLES: ([u8; GROUPS], [u64; SLOTS]) = {
    let (mut shifts, mut slots) = ([0; GROUPS], [0; SLOTS]);
    let mut group = 0;
    while group < GROUPS {
        let mut shift = 7;
        'fits: loop {
            assert!(shift < 55, "no shift fits; take more slots");
            let mut placed = slots;
            let mut number = 1;
            while number <= WORDS.len() {
                let hash = HASHES[number];
                if hash as usize % GROUPS == group {
                    let slot = (hash >> shift) as usize % SLOTS;
                    if placed[slot] != 0 {
                        shift += 1;
                        continue 'fits;
                    }
                    placed[slot] = hash & !NUMBER | number as u64;
                }
                number += 1;
            }
            slots = placed;
            break;
        }
        shifts[group] = shift;
        group += 1;
    }
    (shifts, slots)
};

/// The bits of a slot that hold the number.
const NUMBER: u64 = MOST as u64 - 1;

impl FunctionWord {
    /// Any other word.
    pub const NONE: Self = Self(0);

    /// The number of a word by its [`hash`].
    #[inline]
    pub fn of(hash: u64) -> Self {
        static SHIFTS: [u8; GROUPS] = TABLES.0;
        static KNOWN: [u64; SLOTS] = TABLES.1;
        let shift = SHIFTS[hash as usize % GROUPS] % 64;
        // of another word there is more left than a number
        let left = KNOWN[(hash >> shift) as usize % SLOTS] ^ hash & !NUMBER;
        Self(if left <= NUMBER { left as u16 } else { 0 })
    }

    /// The number of a word of the list, for constants.
    pub const fn named(word: &str) -> Self {
        let hash = hash(word.as_bytes());
        let mut number = 1;
        while number < MOST {
            if HASHES[number] == hash {
                return Self(number as u16);
            }
            number += 1;
        }
        panic!("no function word of the list");
    }

    /// Whether it is this very word.
    #[inline]
    pub const fn is(self, other: Self) -> bool {
        self.0 == other.0
    }
}

/// A set of function words. Where they follow one another in the list, asking is a comparison; where they stand near each
/// other, a bit of a number, and else a bit of many.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FunctionSet {
    bits: [u64; MOST / 64],
    first: u16,
    count: u16,
    dense: bool,
    /// Those that stand less than 64 places behind the first.
    near: u64,
}

impl FunctionSet {
    pub const fn of(words: &[&str]) -> Self {
        let mut bits = [0; MOST / 64];
        let mut i = 0;
        while i < words.len() {
            let number = FunctionWord::named(words[i]).0 as usize;
            bits[number / 64] |= 1 << (number % 64);
            i += 1;
        }
        Self::with(bits)
    }

    /// The words of either set.
    pub const fn or(self, other: Self) -> Self {
        let mut bits = self.bits;
        let mut at = 0;
        while at < bits.len() {
            bits[at] |= other.bits[at];
            at += 1;
        }
        Self::with(bits)
    }

    const fn with(bits: [u64; MOST / 64]) -> Self {
        let (mut first, mut last, mut words) = (u16::MAX, 0, 0);
        let mut number = 0;
        while number < MOST as u16 {
            if bits[number as usize / 64] >> (number % 64) & 1 != 0 {
                first = if first == u16::MAX { number } else { first };
                (last, words) = (number, words + 1);
            }
            number += 1;
        }
        assert!(words > 0, "a set without words");
        let count = last - first + 1;
        let (at, shift) = (first as usize / 64, first as u32 % 64);
        let next = if at + 1 < bits.len() { bits[at + 1] } else { 0 };
        let near = (bits[at] as u128 | (next as u128) << 64) >> shift;
        Self { bits, first, count, dense: count == words, near: near as u64 }
    }

    #[inline(always)]
    pub const fn has(&self, word: FunctionWord) -> bool {
        if self.dense {
            return word.0.wrapping_sub(self.first) < self.count;
        }
        if self.count <= 64 {
            let place = word.0.wrapping_sub(self.first);
            return (place < self.count) & (self.near >> (place % 64) & 1 != 0);
        }
        let number = word.0 as usize % MOST;
        self.bits[number / 64] >> (number % 64) & 1 != 0
    }
}

/// Whether a function word is one of these.
macro_rules! function {
    ($word:expr, $one:literal) => {
        $crate::tag::FunctionWord::is($word, const { $crate::tag::FunctionWord::named($one) })
    };
    ($word:expr, $($one:literal)|+) => {
        const { &$crate::tag::FunctionSet::of(&[$($one),+]) }.has($word)
    };
}
pub(crate) use function;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_by_its_hash() {
        for (i, word) in WORDS.iter().enumerate() {
            assert_eq!(FunctionWord::of(hash(word.as_bytes())), FunctionWord(i as u16 + 1), "{word}");
        }
        for other in ["bridge", "Officials", "xx", ""] {
            assert_eq!(FunctionWord::of(hash(other.as_bytes())), FunctionWord::default(), "{other}");
        }
    }

    #[test]
    fn sets_hold_their_words_whatever_their_case() {
        let word = |text: &str| FunctionWord::of(hash(text.as_bytes()));
        assert!(function!(word("Because"), "if" | "because"));
        assert!(function!(word("OF"), "of"));
        assert!(!function!(word("though"), "if" | "because"));
        assert!(!function!(word("bridge"), "if" | "because"));
        // words that follow one another in the list
        for whose in ["my", "your", "his", "her", "its", "our", "their"] {
            assert!(function!(word(whose), "my" | "your" | "his" | "her" | "its" | "our" | "their"), "{whose}");
        }
        for other in ["we", "mine", "bridge"] {
            assert!(!function!(word(other), "my" | "your" | "his" | "her" | "its" | "our" | "their"), "{other}");
        }
    }
}
