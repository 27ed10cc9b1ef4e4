//! Which tags a form of an entry accepts: one bit each.

use super::Part;
use crate::tag::Pos;

pub(super) const VERB: u8 = 1;
pub(super) const PARTICIPLE: u8 = 2;
pub(super) const NOUN: u8 = 4;
pub(super) const ADJECTIVE: u8 = 8;
pub(super) const ADVERB: u8 = 16;
pub(super) const NAME: u8 = 32;
pub(super) const ANY: u8 = 64;

/// The bit of the lemma of an entry.
pub(super) const fn of_part(part: Part) -> u8 {
    match part {
        Part::Verb => VERB,
        Part::Noun => NOUN,
        Part::Adjective => ADJECTIVE,
        Part::Adverb => ADVERB,
        Part::Name => NAME,
        Part::Word => ANY,
    }
}

/// The bits that a word of this tag satisfies.
#[inline]
pub(super) const fn of_word(pos: Pos) -> u8 {
    OF_GROUP[group(pos)]
}

/// Tags that satisfy the same bits. Capitalised common nouns are often tagged as names, and participles as adjectives:
/// both are let through. Rare nouns are sometimes mistaken for function words, which no list of nouns holds.
#[inline]
pub(super) const fn group(pos: Pos) -> usize {
    match pos {
        Pos::Verb | Pos::Aux => 0,
        Pos::Noun | Pos::Propn | Pos::X | Pos::Adp | Pos::Pron | Pos::Sconj | Pos::Intj | Pos::Sym => 1,
        Pos::Adj => 2,
        Pos::Adv => 3,
        Pos::Cconj | Pos::Det | Pos::Num | Pos::Part | Pos::Punct => 4,
    }
}

/// A bit for each group that no other group satisfies, and for the last the one that all do.
pub(super) const SIGN: [u8; ANY_GROUP] = [VERB, NOUN, ADJECTIVE, ADVERB, ANY];

/// Whatever the tag is.
pub(super) const ANY_GROUP: usize = 5;
pub(super) const GROUPS: usize = 6;
pub(super) const OF_GROUP: [u8; GROUPS] =
    [ANY | VERB | PARTICIPLE, ANY | NOUN | NAME, ANY | ADJECTIVE | PARTICIPLE | NAME, ANY | ADVERB, ANY, u8::MAX];

/// A set of parts of speech: those in which a word belongs to a class, or those that its tag may stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts(u8);

impl Parts {
    /// In which every word belongs to what is asked, whatever its tag.
    pub const EVERY: Self = Self(ANY);

    #[inline]
    pub fn from_bits(bits: u8) -> Self {
        Self(bits)
    }

    /// Seven bits.
    #[inline]
    pub fn bits(self) -> u8 {
        self.0
    }

    #[inline]
    pub fn of(pos: Pos) -> Self {
        Self(of_word(pos))
    }

    #[inline]
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
