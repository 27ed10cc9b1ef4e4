//! Word classes that cannot be, seen from the words around: a participle that is tagged as an adjective stands before no
//! numeral and no determiner, so that "wounded 15 guards" says what somebody did; no noun stands before one either, so that
//! "suspected of shelling the bridge" has a gerund; no sentence opens with a finite verb, and none
//! follows the particle of another.

use crate::lexicon::Lexicon;
use crate::tag::{FunctionWord, Pos, VerbForm, Word, function};
use crate::token::{Shape, hash};

/// Gives such words another class.
pub(crate) fn mend(words: &mut [Word], lexicon: &Lexicon) {
    let mut last = Pos::Punct;
    for at in 0..words.len() {
        let this = words[at].pos;
        let before = std::mem::replace(&mut last, this);
        if PLACES[this as usize] >> before as u32 & 1 == 0 {
            continue;
        }
        let next = words.get(at + 1).map_or(FunctionWord::default(), |word| word.function);
        let (pos, form) = match this {
            Pos::Adj if quantity_follows(words, at) => (Pos::Verb, VerbForm::Past),
            Pos::Noun if function!(next, "a" | "an" | "the") => (Pos::Verb, VerbForm::Gerund),
            Pos::Verb if opens_as_noun(&words[at], before, next) || follows_particle(words, at) => {
                (Pos::Noun, VerbForm::None)
            }
            // "the coal mine"
            Pos::Pron if words[at].hash == hash(b"mine") => (Pos::Noun, VerbForm::None),
            _ => continue,
        };
        if pos == Pos::Noun || lexicon.is_participle(words[at].entry) {
            lexicon.retag(&mut words[at], pos, form);
            last = pos;
        }
    }
}

/// Behind which parts of speech a word of each part of speech may be another, one bit each: few words stand in such a place.
const PLACES: [u32; 17] = {
    const fn bits(parts: &[Pos]) -> u32 {
        let mut bits = 0;
        let mut i = 0;
        while i < parts.len() {
            bits |= 1 << parts[i] as u32;
            i += 1;
        }
        bits
    }
    let mut places = [0; 17];
    places[Pos::Adj as usize] = bits(&[Pos::Noun, Pos::Propn, Pos::Pron, Pos::Cconj]);
    places[Pos::Noun as usize] = bits(&[Pos::Adp]);
    places[Pos::Pron as usize] = bits(&[Pos::Det, Pos::Adj, Pos::Noun, Pos::Propn, Pos::Num]);
    places[Pos::Verb as usize] = bits(&[Pos::Punct, Pos::Adp, Pos::Adv, Pos::Part, Pos::Adj]);
    places
};

/// "Hopes of a rescue faded", "Fears that the wall would fall": no sentence opens with a finite verb in -s.
fn opens_as_noun(word: &Word, before: Pos, next: FunctionWord) -> bool {
    before == Pos::Punct
        && word.form == VerbForm::Present
        && word.shape.has(Shape::CAPITAL)
        && function!(next, "of" | "for" | "that")
}

/// "Carried out strikes": a verb with its particle has an object behind it, no verb in -s.
fn follows_particle(words: &[Word], at: usize) -> bool {
    words[at].form == VerbForm::Present
        && at >= 2
        && words[at - 2].pos == Pos::Verb
        && function!(words[at - 1].function, "out" | "off" | "up")
}

/// Whether a quantity or a determiner stands behind the word.
fn quantity_follows(words: &[Word], at: usize) -> bool {
    let Some(next) = words.get(at + 1) else { return false };
    let second = || words.get(at + 2).map_or(FunctionWord::default(), |word| word.function);
    match next.pos {
        Pos::Num => words.get(at + 2).is_none_or(|word| word.pos != Pos::Part),
        Pos::Det => function!(next.function, "a" | "an" | "the" | "another" | "several" | "some" | "many"),
        _ => {
            function!(next.function, "more") && function!(second(), "than")
                || function!(next.function, "at") && function!(second(), "least")
                || function!(next.function, "up") && function!(second(), "to")
        }
    }
}
