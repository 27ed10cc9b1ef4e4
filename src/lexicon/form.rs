//! The forms that an entry stands for, cut into the words that the scanner finds.

use super::{Part, mask};
use crate::inflect::{self, Form};
use crate::token::{Hasher, is_prefix};

/// The pieces of an entry as the scanner would cut them: hyphenated words in parts, possessives and contractions apart.
pub(crate) fn pieces(entry: &str) -> impl Iterator<Item = &str> {
    let mut rest = entry;
    std::iter::from_fn(move || {
        rest = rest.trim_start();
        let (piece, after) = rest.split_at(first_piece(rest));
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

/// How many bytes the first piece has of something that starts with no white space.
fn first_piece(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            // "counter-offensive" is one word, "cease-fire" three
            b'-' if at > 0 && bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic) && is_prefix(&text[..at]) => {
                at += 1
            }
            b'-' => return at.max(1),
            b'\'' => return contraction(text, at),
            b' ' | b'\t'..=b'\r' => return at,
            // curly apostrophes and blanks
            0x80.. => match text[at..].chars().next() {
                Some('’') => return contraction(text, at),
                Some(c) if c.is_whitespace() => return at,
                other => at += other.map_or(1, char::len_utf8),
            },
            _ => at += 1,
        }
    }
    at
}

/// Where the piece ends that has an apostrophe there: "do|n't", "the army|'s". One in front opens it.
fn contraction(text: &str, apostrophe: usize) -> usize {
    let (before, behind) = text.split_at(apostrophe);
    let word_end = behind.find(char::is_whitespace).unwrap_or(behind.len());
    match apostrophe {
        0 => word_end,
        1.. if before.ends_with('n') && behind[..word_end].ends_with('t') => match apostrophe {
            1 => apostrophe + word_end,
            _ => apostrophe - 1,
        },
        _ => apostrophe,
    }
}

/// An entry of a list with what reading it has shown.
#[derive(Clone, Copy)]
pub(super) struct Headword<'a> {
    pub text: &'a str,
    /// Behind its last letter.
    pub state: Hasher,
    /// Whether it is one word.
    pub single: bool,
}

impl<'a> Headword<'a> {
    pub fn new(text: &'a str) -> Self {
        let single = !text.bytes().any(parts_words);
        Self { text, state: Hasher::of(text.as_bytes()), single }
    }
}

/// Whether an entry with this byte in it may be several words.
pub(super) const fn parts_words(byte: u8) -> bool {
    matches!(byte, b' ' | b'-' | b'\'' | 0xE2)
}

/// Whether a word is a preposition, in front of which the noun stands that takes the plural ("weapon of mass destruction").
pub(super) fn ends_head(piece: &str) -> bool {
    matches!(piece, "of" | "in" | "at" | "on" | "for" | "to" | "with" | "by" | "from")
}

const PARTICIPLES: u8 = mask::VERB | mask::PARTICIPLE;

/// Calls back with the hash of each form of a single word and the tags it accepts; `state` is behind the lemma.
#[inline]
pub(super) fn each_inflection(part: Part, lemma: &str, state: Hasher, mut with: impl FnMut(u64, u8)) {
    let whole = state.finish();
    match part {
        Part::Verb => {
            for forms in inflect::verb_forms(lemma) {
                let (past, participle) = (spell(&forms.past, lemma, state), spell(&forms.participle, lemma, state));
                with(spell(&forms.third, lemma, state), mask::VERB);
                if past != participle {
                    with(past, mask::VERB);
                }
                with(participle, PARTICIPLES);
                with(spell(&forms.gerund, lemma, state), PARTICIPLES);
            }
        }
        Part::Noun => {
            let plural = spell(&inflect::noun_plural(lemma), lemma, state);
            if plural != whole {
                with(plural, mask::NOUN);
            }
        }
        Part::Adjective | Part::Adverb | Part::Name | Part::Word => {}
    }
    with(whole, mask::of_part(part));
}

/// The hash of a form. Most start with letters of the lemma: they are hashed from its end.
#[inline]
fn spell(form: &Form, lemma: &str, state: Hasher) -> u64 {
    let shared = form.prefix.is_empty() && std::ptr::eq(form.stem.as_ptr(), lemma.as_ptr());
    let stem = match lemma.len().checked_sub(form.stem.len()) {
        Some(cut) if shared => lemma.bytes().rev().take(cut).fold(state, Hasher::pop),
        _ => form.stem.bytes().fold(Hasher::of(form.prefix.as_bytes()), Hasher::push),
    };
    let stem = form.joint.map_or(stem, |joint| stem.push(joint));
    form.ending.bytes().fold(stem, Hasher::push).finish()
}
