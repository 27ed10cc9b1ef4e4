//! Places around a trigger that rules can speak of, and the roles that are filled from them.

mod clause;
mod noun;
mod slot;

use std::cell::OnceCell;

use super::{Condition, Place, Test};
use crate::lexicon::{Class, Lexicon, LexiconBuilder};
use crate::syntax::{ClauseId, Extent, PhraseId, Syntax};
use crate::tag::{Pos, Word};
use crate::token::{Shape, hash};

pub(crate) use clause::is_passive;
pub(crate) use slot::{Complement, RoleSource, Roles, Slot};

/// The classes of verbs that carry event nouns, and of nouns that only measure out others.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Carriers {
    pub does: Option<Class>,
    pub undergoes: Option<Class>,
    pub affects: Option<Class>,
    pub happens: Option<Class>,
    pub transparent: Option<Class>,
    /// Nouns of happenings, which can kill and destroy.
    pub happening: Option<Class>,
}

impl Carriers {
    pub fn new(lexicon: &LexiconBuilder) -> Self {
        Self {
            does: lexicon.class("light.do"),
            undergoes: lexicon.class("light.undergo"),
            affects: lexicon.class("light.affect"),
            happens: lexicon.class("light.happen"),
            transparent: lexicon.class("transparent"),
            happening: lexicon.class("happening"),
        }
    }
}

/// What a rule has taken hold of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trigger {
    /// The verb of a clause.
    Verb(ClauseId),
    /// A participle that is tagged as an adjective behind "be": "was struck".
    Predicate(ClauseId),
    /// A participle in front of a noun: "the wounded soldiers".
    Attributive(PhraseId),
    /// A noun, from the first word of the match to its head, and its noun phrase.
    Noun { phrase: PhraseId, first: u32, head: u32 },
    /// Anything else.
    Word,
}

/// Something that stands in a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Filler {
    pub extent: Extent,
    pub head: u32,
    pub phrase: Option<PhraseId>,
}

/// The surroundings of a trigger.
pub(crate) struct Frame<'a> {
    pub words: &'a [Word],
    pub lexicon: &'a Lexicon,
    pub syntax: &'a Syntax,
    pub carriers: &'a Carriers,
    pub trigger: Trigger,
    /// The words that the rule matched: what they hold is part of what happens and fills no slot ("open fire on").
    pub matched: Extent,
    prepositional: OnceCell<Vec<(u64, PhraseId, bool)>>,
}

impl<'a> Frame<'a> {
    pub fn new(
        words: &'a [Word],
        lexicon: &'a Lexicon,
        syntax: &'a Syntax,
        carriers: &'a Carriers,
        trigger: Trigger,
        matched: Extent,
    ) -> Self {
        Self { words, lexicon, syntax, carriers, trigger, matched, prepositional: OnceCell::new() }
    }

    /// Whether a condition on the syntax holds; others are taken to hold.
    pub fn holds(&self, condition: &Condition) -> bool {
        match &condition.place {
            Place::Slot(slot, tests) => {
                let fillers = self.fill(*slot);
                let passes = tests.iter().any(|test| match test {
                    Test::None => fillers.is_empty(),
                    Test::Any => !fillers.is_empty(),
                    test => fillers.iter().any(|filler| self.passes(*filler, test)),
                });
                passes == condition.wanted
            }
            Place::Complement(kinds) => kinds.iter().any(|kind| self.complement(*kind)) == condition.wanted,
            Place::Passive(passive) => match self.trigger {
                Trigger::Verb(clause) => (self.is_passive(clause) == *passive) == condition.wanted,
                Trigger::Attributive(_) | Trigger::Predicate(_) => *passive == condition.wanted,
                _ => true,
            },
            Place::Left(_) | Place::Right(_) | Place::Sentence(_) => true,
        }
    }

    /// What stands in a slot, in order of preference.
    pub fn fill(&self, slot: Slot) -> Vec<Filler> {
        let mut fillers = self.fill_any(slot);
        fillers
            .retain(|filler| !self.matched.contains(filler.head) || matches!(slot, Slot::Compound | Slot::Adjective));
        fillers
    }

    fn fill_any(&self, slot: Slot) -> Vec<Filler> {
        match (self.trigger, slot) {
            (Trigger::Verb(clause) | Trigger::Predicate(clause), Slot::Subject) => {
                self.agent_of(clause).into_iter().collect()
            }
            (Trigger::Verb(clause) | Trigger::Predicate(clause), Slot::Object) => {
                self.patient_of(clause).into_iter().collect()
            }
            (Trigger::Verb(clause) | Trigger::Predicate(clause), Slot::Preposition(hash)) => {
                self.obliques(clause, hash, true)
            }
            (Trigger::Verb(clause) | Trigger::Predicate(clause), Slot::Path) => self.paths(clause),
            (Trigger::Attributive(phrase), Slot::Object) => vec![self.filler(phrase)],
            (Trigger::Noun { phrase, head, .. }, slot) => self.fill_noun(phrase, head, slot),
            _ => Vec::new(),
        }
    }

    /// Whether the head of a filler, or what its head measures out ("dozens of villages"), passes.
    pub fn passes(&self, filler: Filler, test: &Test) -> bool {
        if self.head_passes(filler, test) {
            return true;
        }
        let head = &self.words[filler.head as usize];
        let transparent = matches!(head.pos, Pos::Num | Pos::Pron | Pos::Det | Pos::Adj)
            || self.carriers.transparent.is_some_and(|class| self.lexicon.has_word(head, class));
        transparent
            && filler.phrase.is_some_and(|phrase| {
                self.syntax.modifiers(phrase).take(4).any(|(id, inner)| {
                    inner.preposition.is_some_and(|p| self.words[p as usize].hash == hash(b"of"))
                        && self.head_passes(self.filler(id), test)
                })
            })
    }

    pub fn in_class(&self, filler: Filler, class: Class) -> bool {
        self.passes(filler, &Test::Class(class))
    }

    fn head_passes(&self, filler: Filler, test: &Test) -> bool {
        let head = filler.head as usize;
        if test.passes(&self.words[head], self.lexicon) {
            return true;
        }
        if *test == Test::Tag(Pos::Propn) {
            // "Human Rights Watch": a capital that does not come from the start of a sentence makes a name
            let inner = filler.phrase.is_some_and(|phrase| self.syntax.phrase(phrase).base.first < filler.head);
            return inner && self.words[head].shape.has(Shape::CAPITAL) && self.words[head].pos == Pos::Noun;
        }
        let Test::Class(class) = *test else { return false };
        let first = filler.phrase.map_or(filler.extent, |phrase| self.syntax.phrase(phrase).base).first as usize;
        (first.max(head.saturating_sub(4))..head).any(|start| {
            let end = head + 1 - start;
            self.lexicon.phrases_at(&self.words[..=head], start).any(|(c, len)| c == class && len == end)
        })
    }

    /// A noun phrase as a filler: all of it, up to the clause that holds the trigger.
    pub fn filler(&self, id: PhraseId) -> Filler {
        let phrase = self.syntax.phrase(id);
        let mut extent = phrase.full;
        let inner = match self.trigger {
            Trigger::Verb(clause) | Trigger::Predicate(clause) => {
                Some((self.syntax.clause(clause).extent, self.syntax.clause(clause).verb()))
            }
            // with its determiner: "the center | of the storm"
            Trigger::Noun { phrase, first, head } => {
                let first = first.min(self.syntax.phrase(phrase).base.first);
                Some((Extent::new(first, head + 1), Some(head)))
            }
            _ => None,
        };
        if let Some((inside, Some(at))) = inner {
            if extent.contains(at) && phrase.head < inside.first {
                extent.last = inside.first.max(phrase.base.last);
                while extent.last > phrase.base.last && self.is_edge(extent.last - 1) {
                    extent.last -= 1;
                }
            } else if extent.contains(at) {
                extent = phrase.base;
            }
        }
        // "a raid on a camp | that killed ten"
        if let (Trigger::Noun { phrase: happening, .. }, true) = (self.trigger, extent.last > phrase.base.last) {
            let told = self.told_of(happening, Extent::new(phrase.base.last, extent.last));
            extent.last = told.unwrap_or(extent.last);
        }
        // what follows a name with "that" does not belong to the name
        if self.words[phrase.head as usize].pos == Pos::Propn {
            let behind = (phrase.base.last..extent.last).find(|&w| self.words[w as usize].hash == hash(b"that"));
            extent.last = behind.unwrap_or(extent.last);
        }
        Filler { extent, head: phrase.head, phrase: Some(id) }
    }

    fn is_edge(&self, word: u32) -> bool {
        matches!(self.words[word as usize].pos, Pos::Punct | Pos::Adp | Pos::Sconj | Pos::Cconj)
    }

    fn word_filler(&self, first: u32, last: u32) -> Filler {
        Filler { extent: Extent::new(first, last), head: last - 1, phrase: None }
    }
}
