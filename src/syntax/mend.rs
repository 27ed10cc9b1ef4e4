//! Word classes that cannot be, seen from the words around: a participle that is tagged as an adjective stands before no
//! numeral and no determiner, so that "wounded 15 guards" says what somebody did; no noun stands before one either, so that
//! "suspected of shelling the bridge" has a gerund; no sentence opens with a finite verb, and none
//! follows the particle of another.

use crate::lexicon::Lexicon;
use crate::tag::{Pos, VerbForm, Word};
use crate::token::{Shape, hash};

use super::one_of;

/// Makes verbs of such adjectives and nouns.
pub(crate) fn mend(words: &mut [Word], lexicon: &Lexicon) {
    for at in 0..words.len() {
        if opens_as_noun(words, at) {
            lexicon.retag(&mut words[at], Pos::Noun, VerbForm::None);
        }
        if at == 0 {
            continue;
        }
        if words[at].pos == Pos::Adj && takes_object(words, at) && lexicon.is_participle(words[at].entry) {
            lexicon.retag(&mut words[at], Pos::Verb, VerbForm::Past);
        }
        if follows_particle(words, at) {
            lexicon.retag(&mut words[at], Pos::Noun, VerbForm::None);
        }
        if words[at].pos == Pos::Noun && is_gerund_place(words, at) && lexicon.is_participle(words[at].entry) {
            lexicon.retag(&mut words[at], Pos::Verb, VerbForm::Gerund);
        }
    }
}

/// "Hopes of a rescue faded", "Fears that the wall would fall": no sentence opens with a finite verb in -s.
fn opens_as_noun(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    word.pos == Pos::Verb
        && word.form == VerbForm::Present
        && word.shape.has(Shape::CAPITAL)
        && words.get(at + 1).is_some_and(|next| one_of!(next.hash, "of" | "for" | "that"))
        && at.checked_sub(1).is_none_or(|before| words[before].pos == Pos::Punct)
}

/// "Carried out strikes": a verb with its particle has an object behind it, no verb in -s.
fn follows_particle(words: &[Word], at: usize) -> bool {
    words[at].pos == Pos::Verb
        && words[at].form == VerbForm::Present
        && at >= 2
        && words[at - 2].pos == Pos::Verb
        && one_of!(words[at - 1].hash, "out" | "off" | "up")
}

/// Whether a preposition stands before the word and an article behind it.
fn is_gerund_place(words: &[Word], at: usize) -> bool {
    words[at - 1].pos == Pos::Adp && words.get(at + 1).is_some_and(|next| one_of!(next.hash, "a" | "an" | "the"))
}

/// Whether somebody stands before the word and a quantity behind it.
fn takes_object(words: &[Word], at: usize) -> bool {
    let before = &words[at - 1];
    let Some(next) = words.get(at + 1) else { return false };
    let subject = matches!(before.pos, Pos::Noun | Pos::Propn | Pos::Pron | Pos::Cconj);
    let than = |first: &[u8], second: &[u8]| {
        next.hash == hash(first) && words.get(at + 2).is_some_and(|word| word.hash == hash(second))
    };
    let quantity = match next.pos {
        Pos::Num => words.get(at + 2).is_none_or(|word| word.pos != Pos::Part),
        Pos::Det => one_of!(next.hash, "a" | "an" | "the" | "another" | "several" | "some" | "many"),
        _ => than(b"more", b"than") || than(b"at", b"least") || than(b"up", b"to"),
    };
    subject && quantity
}
