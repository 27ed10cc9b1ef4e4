//! Function words of several words: "according to", "because of", "as well as".

use super::super::word::{is_be, one_of};
use super::{ChunkKind, Chunker};
use crate::tag::{FunctionSet, Pos, Word, function};
use crate::token::hash;

impl Chunker<'_> {
    /// The function word of several words that starts at `i`, and how many they are; also a preposition spelled like a verb.
    #[inline(always)]
    pub(super) fn compound(&self, i: usize) -> Option<(ChunkKind, usize)> {
        if OPENERS.has(self.words[i].function) { self.compound_of(i) } else { None }
    }

    #[inline(never)]
    fn compound_of(&self, i: usize) -> Option<(ChunkKind, usize)> {
        let word = &self.words[i];
        let first = word.function;
        let second = self.function(i + 1);
        if PARTICIPIAL.has(first) && word.pos != Pos::Adj && self.is_free(i) && self.nominal_starts(i + 1) {
            return Some((ChunkKind::Preposition, 1));
        }
        let two = function!(
            first,
            "according" | "due" | "prior" | "thanks" | "owing" | "next" | "close" | "contrary" | "subject"
        ) && function!(second, "to")
            && self.pos(i + 1) != Some(Pos::Part)
            || function!(first, "because" | "instead" | "ahead" | "outside" | "inside" | "regardless" | "out")
                && function!(second, "of")
            || function!(first, "along" | "together") && function!(second, "with")
            || function!(first, "such") && function!(second, "as")
            || function!(first, "rather" | "other") && function!(second, "than");
        if two && self.pos(i + 2) != Some(Pos::Verb) {
            return Some((ChunkKind::Preposition, 2));
        }
        if function!(first, "as") && function!(second, "well") && function!(self.function(i + 2), "as") {
            return Some((ChunkKind::Conjunction, 3));
        }
        // "as early as 2016"
        if function!(first, "as") && function!(self.function(i + 2), "as") {
            let time = |word: &Word| one_of!(word.hash, "early" | "late" | "recently");
            if self.word(i + 1).is_some_and(time) {
                return Some((ChunkKind::Preposition, 3));
            }
        }
        // "by the time the boat came"
        let time = |word: &Word| word.hash == hash(b"time");
        if function!(first, "by") {
            let names = function!(second, "the") && self.word(i + 2).is_some_and(time) && self.nominal_starts(i + 3);
            return names.then_some((ChunkKind::Subordinator, 3));
        }
        let subordinates = function!(first, "even") && function!(second, "if" | "though" | "when" | "as")
            || function!(first, "as") && function!(second, "if" | "though")
            || function!(first, "so") && function!(second, "that") && word.pos != Pos::Verb
            || function!(first, "now" | "given" | "provided") && function!(second, "that");
        subordinates.then_some((ChunkKind::Subordinator, 2))
    }

    /// Whether neither "be" nor a preposition stands before the word.
    fn is_free(&self, i: usize) -> bool {
        i.checked_sub(1).is_none_or(|before| !is_be(self.function(before)) && self.pos(before) != Some(Pos::Adp))
    }

    fn nominal_starts(&self, i: usize) -> bool {
        matches!(self.pos(i), Some(Pos::Det | Pos::Noun | Pos::Propn | Pos::Num | Pos::Pron | Pos::Adj))
    }
}

/// Prepositions that are spelled like verbs, and others that stand alone.
static PARTICIPIAL: FunctionSet = FunctionSet::of(&[
    "including",
    "excluding",
    "regarding",
    "concerning",
    "following",
    "pending",
    "amid",
    "despite",
    "per",
]);

/// Words that one of them can start with.
#[rustfmt::skip]
static OPENERS: FunctionSet = PARTICIPIAL.or(FunctionSet::of(&[
    "according", "due", "prior", "thanks", "owing", "next", "close", "contrary", "subject", "because", "instead", "ahead", "outside",
    "inside", "regardless", "out", "along", "together", "such", "rather", "other", "as", "even", "so", "now", "given", "provided", "by",
]));
