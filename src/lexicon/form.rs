//! The forms that an entry stands for, cut into the words that the scanner finds.

use super::line::trim_start;
use super::{Part, mask};
use crate::inflect::{self, Form};
use crate::token::{Hasher, is_prefix};

/// The pieces of an entry as the scanner would cut them: hyphenated words in parts, possessives and contractions apart.
pub(crate) fn pieces(entry: &str) -> impl Iterator<Item = Headword<'_>> {
    let mut rest = entry;
    std::iter::from_fn(move || {
        rest = trim_start(rest);
        let (length, state) = first_piece(rest);
        let (text, after) = rest.split_at(length);
        rest = after;
        (!text.is_empty()).then_some(Headword { text, state, signs: 0 })
    })
}

/// How many bytes the first piece has of something that starts with no white space, and the state behind it.
fn first_piece(text: &str) -> (usize, Hasher) {
    let mut state = Hasher::new();
    for (at, &byte) in text.as_bytes().iter().enumerate() {
        let signs = SIGNS[usize::from(byte)];
        if signs & (JOINT | FOREIGN | BLANK) != 0 {
            match byte {
                b'-' if at == 0 => return (1, state.push(byte)),
                b'-' if joins_prefix(text, at) => {}
                b'-' | b' ' | b'\t'..=b'\r' => return (at, state),
                b'\'' | 0x80.. => {
                    let length = first_odd_piece(text, at);
                    return (length, Hasher::of(&text.as_bytes()[..length]));
                }
                _ => {}
            }
        }
        state = state.push_folded(signs as u8);
    }
    (text.len(), state)
}

/// The same where there are apostrophes, or letters and blanks that are not of ASCII, from there on.
fn first_odd_piece(text: &str, from: usize) -> usize {
    for (at, c) in text[from..].char_indices().map(|(at, c)| (from + at, c)) {
        match c {
            '-' if joins_prefix(text, at) => {}
            '-' => return at.max(1),
            '\'' | '’' => return contraction(text, at),
            blank if blank.is_whitespace() => return at,
            _ => {}
        }
    }
    text.len()
}

/// Whether a hyphen stands inside a word: "counter-offensive" is one, "cease-fire" three.
fn joins_prefix(text: &str, hyphen: usize) -> bool {
    hyphen > 0 && text.as_bytes().get(hyphen + 1).is_some_and(u8::is_ascii_alphabetic) && is_prefix(&text[..hyphen])
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
pub(crate) struct Headword<'a> {
    pub text: &'a str,
    /// Behind its last letter.
    pub state: Hasher,
    /// What all its bytes say.
    signs: u16,
}

impl<'a> Headword<'a> {
    /// An entry that is all of a text, without white space behind.
    pub fn new(text: &'a str) -> Self {
        Self::scan(text, 0).0
    }

    /// An entry that has been looked at, without white space of ASCII around it.
    #[inline]
    pub(super) fn of_piece(text: &'a str, state: Hasher, signs: u16) -> Self {
        if signs & FOREIGN == 0 { Self { text, state, signs } } else { Self::odd(text.trim()) }
    }

    /// The entry that a text starts with, up to a byte that has one of the signs, and how long it is with the white space
    /// behind it. Each byte is looked at once, and hashed at that.
    #[inline]
    fn scan(text: &'a str, end: u16) -> (Self, usize) {
        let (mut state, mut signs, mut length) = (Hasher::new(), 0, text.len());
        for (at, &byte) in text.as_bytes().iter().enumerate() {
            let sign = SIGNS[usize::from(byte)];
            if sign & end != 0 {
                length = at;
                break;
            }
            signs |= sign;
            state = state.push_folded(sign as u8);
        }
        let all = &text[..length];
        let entry = match all.as_bytes() {
            [.., last] if signs & FOREIGN != 0 || !last.is_ascii_graphic() => Self::odd(all.trim_end()),
            _ => Self { text: all, state, signs },
        };
        (entry, length)
    }

    /// An entry with letters that are not of ASCII, or that white space has stood behind.
    #[cold]
    #[inline(never)]
    fn odd(text: &'a str) -> Self {
        let signs = text.bytes().fold(0, |signs, byte| signs | SIGNS[usize::from(byte)]);
        // the hash goes by letters, of which curly apostrophes are one
        Self { text, state: Hasher::of(text.as_bytes()), signs }
    }

    /// Whether it is one word.
    #[inline]
    pub(super) fn is_single(&self) -> bool {
        self.signs & JOINT == 0
    }

    /// Whether it is made of small letters, hyphens and blanks.
    #[inline]
    pub fn is_plain(&self) -> bool {
        self.signs & ODD == 0
    }

    /// Whether there is a blank in it.
    #[inline]
    pub fn has_blank(&self) -> bool {
        self.signs & BLANK != 0
    }

    /// The entry without its last two bytes, which are of ASCII.
    pub fn without_suffix(self) -> Self {
        match *self.text.as_bytes() {
            [.., before, last] => {
                Self { text: &self.text[..self.text.len() - 2], state: self.state.pop(last).pop(before), ..self }
            }
            _ => self,
        }
    }
}

/// What stands between the commas of a list.
pub(crate) fn items(list: &str) -> Items<'_> {
    Items { rest: list }
}

pub(crate) struct Items<'a> {
    rest: &'a str,
}

impl<'a> Iterator for Items<'a> {
    type Item = Headword<'a>;

    #[inline]
    fn next(&mut self) -> Option<Headword<'a>> {
        let rest = skip_separators(self.rest);
        let (item, length) = Headword::scan(rest, COMMA);
        self.rest = &rest[length..];
        (!rest.is_empty()).then_some(item)
    }
}

/// A text from the first byte on that is no comma and no white space.
#[inline(always)]
fn skip_separators(text: &str) -> &str {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match SIGNS[usize::from(byte)] & (BLANK | COMMA | FOREIGN) {
            0 => break,
            FOREIGN => return skip_foreign(&text[at..]),
            _ => at += 1,
        }
    }
    &text[at..]
}

/// The same in front of a letter, or a blank, that is not of ASCII.
#[cold]
#[inline(never)]
fn skip_foreign(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_whitespace() || c == ',')
}

pub(super) const COMMA: u16 = 0x100;
/// An entry of a word list ends in front of the byte, and so does what stands on its line.
pub(super) const STOP: u16 = 0x200;
/// The entry may be several words.
const JOINT: u16 = 0x400;
/// The byte may belong to a curly apostrophe.
pub(super) const FOREIGN: u16 = 0x800;
/// The byte is white space of ASCII.
pub(super) const BLANK: u16 = 0x1000;
/// The byte is no small letter, hyphen or blank.
const ODD: u16 = 0x2000;

/// What a byte says of the entry that it stands in, above the byte itself with capitals as small letters.
pub(super) const SIGNS: [u16; 256] = {
    let mut signs = [0; 256];
    let mut at = 0;
    while at < 256 {
        let byte = at as u8;
        signs[at] = byte.to_ascii_lowercase() as u16
            | if byte == b',' { COMMA } else { 0 }
            | if matches!(byte, b'#' | b'\n') { STOP } else { 0 }
            | if matches!(byte, b' ' | b'-' | b'\'' | 0xE2) { JOINT } else { 0 }
            | if byte.is_ascii() { 0 } else { FOREIGN }
            | if matches!(byte, b' ' | b'\t'..=b'\r') { BLANK } else { 0 }
            | if matches!(byte, b'a'..=b'z' | b'-' | b' ') { 0 } else { ODD };
        at += 1;
    }
    signs
};

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
                let past = spell(&forms.past, lemma, state);
                let participle = if forms.one_past() { past } else { spell(&forms.participle, lemma, state) };
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
    let mut state = match lemma.as_bytes().get(form.stem.len()..) {
        Some(cut) if shared => cut.iter().rev().fold(state, |state, &byte| state.pop(byte)),
        _ => form.stem.bytes().fold(Hasher::of(form.prefix.as_bytes()), Hasher::push),
    };
    if let Some(joint) = form.joint {
        state = state.push(joint);
    }
    form.ending.bytes().fold(state, Hasher::push_folded).finish()
}
