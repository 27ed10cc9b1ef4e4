//! The forms that an entry stands for, cut into the words that the scanner finds.

use super::{Part, mask};
use crate::inflect::{self, Form};
use crate::token::{Hasher, hash};

/// The pieces of an entry as the scanner would cut them: hyphenated words in parts, possessives and contractions apart.
pub(crate) fn pieces(entry: &str) -> impl Iterator<Item = &str> {
    entry.split_whitespace().flat_map(|word| {
        let mut rest = word;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let end = match rest.find(['-', '\'', '’']) {
                Some(0) if rest.starts_with('-') => 1,
                Some(0) | None => rest.len(),
                Some(at) if rest[at..].starts_with('-') => at,
                Some(at) if rest[..at].ends_with('n') && rest[at..].ends_with('t') => at - 1,
                Some(at) => at,
            };
            let end = if end == 0 { rest.len() } else { end };
            let (piece, after) = rest.split_at(end);
            rest = after;
            Some(piece)
        })
    })
}

/// Whether an entry is a single word.
pub(super) fn is_single(lemma: &str) -> bool {
    !lemma.bytes().any(|byte| matches!(byte, b' ' | b'-' | b'\'' | 0xE2))
}

/// The noun that takes the plural: the last before a preposition ("weapon of mass destruction"), else the last.
pub(super) fn head_noun(pieces: &[&str]) -> usize {
    let preposition = |p: &&str| matches!(*p, "of" | "in" | "at" | "on" | "for" | "to" | "with" | "by" | "from");
    match pieces.iter().position(preposition) {
        Some(at) if at > 0 => at - 1,
        _ => pieces.len().saturating_sub(1),
    }
}

const PARTICIPLES: u8 = mask::VERB | mask::PARTICIPLE;

/// Calls back with the hash of each form of a single word and the tags it accepts; `lemma_hash` is that of the lemma.
pub(super) fn each_inflection(part: Part, lemma: &str, lemma_hash: u64, mut with: impl FnMut(u64, u8)) {
    match part {
        Part::Verb => {
            let speller = Speller::new(lemma);
            let (usual, variant) = inflect::verb_forms(lemma);
            for forms in std::iter::once(&usual).chain(&variant) {
                let (past, participle) = (speller.hash(&forms.past), speller.hash(&forms.participle));
                with(speller.hash(&forms.third), mask::VERB);
                if past != participle {
                    with(past, mask::VERB);
                }
                with(participle, PARTICIPLES);
                with(speller.hash(&forms.gerund), PARTICIPLES);
            }
        }
        Part::Noun => {
            let plural = Speller::new(lemma).hash(&inflect::noun_plural(lemma));
            if plural != lemma_hash {
                with(plural, mask::NOUN);
            }
        }
        Part::Adjective | Part::Adverb | Part::Name | Part::Word => {}
    }
    with(lemma_hash, mask::of_part(part));
}

/// Hashes the forms of a lemma, most of which start with letters of it: those are hashed once.
struct Speller<'a> {
    lemma: &'a str,
    /// The state behind each of its letters; none where it is long or not in ASCII.
    states: Option<[Hasher; LONGEST]>,
}

const LONGEST: usize = 20;

impl<'a> Speller<'a> {
    #[inline]
    fn new(lemma: &'a str) -> Self {
        let states = (lemma.len() < LONGEST && lemma.is_ascii()).then(|| {
            let mut states = [Hasher::new(); LONGEST];
            let mut state = Hasher::new();
            for (next, byte) in states[1..].iter_mut().zip(lemma.bytes()) {
                state = state.push(byte);
                *next = state;
            }
            states
        });
        Self { lemma, states }
    }

    #[inline]
    fn hash(&self, form: &Form<'a>) -> u64 {
        let Some(states) = &self.states else { return hash(form.to_string().as_bytes()) };
        let [before, stem, rest @ ..] = form.pieces();
        let push = |state: Hasher, piece: &str| piece.bytes().fold(state, Hasher::push);
        let shared = before.is_empty() && std::ptr::eq(stem.as_ptr(), self.lemma.as_ptr());
        let state = if shared { states[stem.len()] } else { push(push(Hasher::new(), before), stem) };
        rest.iter().fold(state, |state, piece| push(state, piece)).finish()
    }
}
