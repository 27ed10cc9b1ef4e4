//! Word classes that cannot be, seen from the words around. The tagger looks at a few words only; here a whole clause is in
//! sight. [`noun`] tells which words are nouns or names after all, [`verb`] which are verbs, [`condition`] knows the
//! auxiliary that opens a condition, and [`verbless`] gives sentences the verb that they lack.

mod condition;
mod noun;
mod verb;
mod verbless;

pub(crate) use verbless::find_verbs;

use super::Grammar;
use crate::lexicon::Lexicon;
use crate::tag::{FunctionWord, Pos, VerbForm, Word};
use crate::token::Shape;

/// Gives such words another class.
pub(crate) fn mend(text: &str, words: &mut [Word], lexicon: &Lexicon, grammar: &Grammar) {
    let mut last = Pos::Punct;
    for at in 0..words.len() {
        let this = words[at].pos;
        let before = std::mem::replace(&mut last, this);
        if PLACES[this as usize] >> before as u32 & 1 == 0 {
            continue;
        }
        if this == Pos::Verb && before == Pos::Punct && condition::opens(words, at) {
            lexicon.retag(&mut words[at], Pos::Aux, VerbForm::Past);
            last = Pos::Aux;
            continue;
        }
        let place = Place { text, words, at, before, lexicon, grammar };
        let Some((pos, form)) = place.another_class(this) else { continue };
        // the word in front is what its neighbour makes of it: "that" in front of a subject, "to" in front of a verb
        match (this, before, pos) {
            (Pos::Verb, Pos::Pron, Pos::Noun) => words[at - 1].pos = Pos::Sconj,
            (Pos::Noun | Pos::Adj, Pos::Adp, Pos::Verb) if form == VerbForm::Base => {
                (words[at - 1].pos, words[at - 1].form) = (Pos::Part, VerbForm::None);
            }
            (Pos::Noun, Pos::Punct | Pos::Cconj, Pos::Verb) => words[at + 1].pos = Pos::Sconj,
            _ => {}
        }
        lexicon.retag(&mut words[at], pos, form);
        last = pos;
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
    use Pos::{Adj, Adp, Adv, Cconj, Det, Noun, Num, Part, Pron, Propn, Punct, Sconj, Verb};
    let mut places = [0; 17];
    places[Adj as usize] = bits(&[Noun, Propn, Pron, Cconj, Det, Adj, Part, Punct, Adp, Verb, Sconj]);
    places[Adv as usize] = bits(&[Verb, Sconj, Adp, Part, Pron]);
    places[Noun as usize] = bits(&[Adp, Noun, Propn, Punct, Cconj, Verb, Pron]);
    places[Pron as usize] = bits(&[Det, Adj, Noun, Propn, Num]);
    places[Verb as usize] = bits(&[Punct, Adp, Adv, Part, Adj, Sconj, Pron, Noun, Propn, Cconj, Det]);
    places
};

/// A word among the words of the text.
#[derive(Clone, Copy)]
struct Place<'a> {
    text: &'a str,
    words: &'a [Word],
    at: usize,
    /// What the word before is.
    before: Pos,
    lexicon: &'a Lexicon,
    grammar: &'a Grammar,
}

impl<'a> Place<'a> {
    /// What the word is, if it is not what it was tagged as.
    fn another_class(&self, this: Pos) -> Option<(Pos, VerbForm)> {
        let (noun, name, pronoun) =
            ((Pos::Noun, VerbForm::None), (Pos::Propn, VerbForm::None), (Pos::Pron, VerbForm::None));
        match this {
            Pos::Adj => match self.before {
                Pos::Punct | Pos::Verb | Pos::Sconj => self.is_quantity_alone().then_some(pronoun),
                Pos::Cconj if self.is_quantity_alone() => Some(pronoun),
                Pos::Det | Pos::Adj => self.is_noun_alone().then_some(noun),
                Pos::Part | Pos::Adp if self.closes_quantity() || self.is_infinitive() || self.is_deed() => {
                    Some((Pos::Verb, VerbForm::Base))
                }
                Pos::Adp => None,
                _ if self.is_past() => Some((Pos::Verb, VerbForm::Past)),
                _ => self.names_person().then_some(noun),
            },
            Pos::Noun if self.shares_object() => Some((Pos::Verb, VerbForm::Past)),
            Pos::Noun => match self.before {
                Pos::Noun | Pos::Propn if self.is_present() => Some((Pos::Verb, VerbForm::Present)),
                Pos::Noun | Pos::Propn => self.is_inverted().then_some((Pos::Verb, VerbForm::Base)),
                Pos::Punct | Pos::Cconj => self.goes_on_reporting().then_some((Pos::Verb, VerbForm::Gerund)),
                Pos::Pron => self.it_plans().then_some((Pos::Verb, VerbForm::Present)),
                Pos::Verb => self.is_heard().then_some((Pos::Verb, VerbForm::Gerund)),
                _ if self.is_infinitive() => Some((Pos::Verb, VerbForm::Base)),
                _ => self.is_gerund().then_some((Pos::Verb, VerbForm::Gerund)),
            },
            Pos::Verb if self.is_in_name() => Some(name),
            Pos::Verb if self.before == Pos::Punct && self.provides() => Some((Pos::Sconj, VerbForm::None)),
            Pos::Verb if self.is_noun() => Some(noun),
            Pos::Verb => self.is_bare().then_some((Pos::Verb, VerbForm::Base)),
            Pos::Adv if self.is_further() || self.is_only() => Some((Pos::Adj, VerbForm::None)),
            Pos::Adv => self.is_more_alone().then_some(pronoun),
            Pos::Pron => self.is_mine().then_some(noun),
            _ => None,
        }
    }

    fn this(&self) -> &'a Word {
        &self.words[self.at]
    }

    /// The word so far behind this one.
    fn behind(&self, distance: usize) -> Option<&'a Word> {
        self.words.get(self.at + distance)
    }

    fn function_behind(&self, distance: usize) -> FunctionWord {
        self.behind(distance).map_or(FunctionWord::default(), |word| word.function)
    }

    /// The word so far before this one.
    fn ahead(&self, distance: usize) -> Option<&'a Word> {
        self.at.checked_sub(distance).map(|at| &self.words[at])
    }

    fn is_capital(&self) -> bool {
        self.this().shape.has(Shape::CAPITAL)
    }

    fn spelling(&self, word: &Word) -> &'a str {
        self.text.get(word.start as usize..word.end as usize).unwrap_or("")
    }

    /// Whether this word ends in -s and the one before it does not: a subject and a verb that agree with each other.
    fn agrees(&self) -> bool {
        self.spelling(self.this()).ends_with('s')
            && self.ahead(1).is_some_and(|subject| !self.spelling(subject).ends_with('s'))
    }

    /// The word as if it were of another class.
    fn taken_as(&self, pos: Pos, form: VerbForm) -> Word {
        let mut word = *self.this();
        self.lexicon.retag(&mut word, pos, form);
        word
    }
}

/// Whether the word is a verb that carries tense.
fn is_finite(word: Option<&Word>) -> bool {
    word.is_some_and(|word| {
        matches!(word.pos, Pos::Verb | Pos::Aux)
            && matches!(word.form, VerbForm::Past | VerbForm::Present | VerbForm::Modal)
    })
}
