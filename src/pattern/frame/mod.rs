//! Places around a trigger that rules can speak of, and the roles that are filled from them.

mod clause;
mod noun;
mod slot;

use std::cell::OnceCell;

use super::alternative::Wanted;
use super::{Condition, Place};
use crate::lexicon::{Class, Lexicon};
use crate::syntax::{ClauseId, Extent, Link, PhraseId, Syntax};
use crate::tag::{Pos, Word};
use crate::token::{Shape, hash};

pub(crate) use clause::is_passive;
use noun::Company;
pub(crate) use noun::Governed;
pub(crate) use slot::{Complement, RoleSource, Slot, roles};

/// The classes of verbs that carry event nouns, and of nouns that only measure out others.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Carriers {
    pub does: Option<Class>,
    /// Verbs of saying that it is done: who announces a truce makes it, who announces an arrest does not.
    pub announces: Option<Class>,
    /// Verbs of taking part in something.
    pub joins: Option<Class>,
    /// Verbs whose subject goes through what it affects: "a blast ripped through the market".
    pub passes: Option<Class>,
    /// Verbs of being or bringing into a state: "is in custody", "was put under arrest".
    pub holds: Option<Class>,
    /// Nouns of what something is done to: the target of, the victims of.
    pub affected: Option<Class>,
    pub undergoes: Option<Class>,
    pub affects: Option<Class>,
    pub happens: Option<Class>,
    pub transparent: Option<Class>,
    /// Nouns of happenings, which can kill and destroy.
    pub happening: Option<Class>,
    /// People, forces and bodies.
    pub actor: Option<Class>,
    /// Verbs whose passives keep an object.
    pub gives: Option<Class>,
    /// Verbs that hold their object answerable: accuse of, charge with, involve in.
    pub blames: Option<Class>,
    /// Adjectives of who answers for something: responsible for, guilty of.
    pub answerable: Option<Class>,
    /// Nouns of who does something: the perpetrators of, the suspects in.
    pub perpetrator: Option<Class>,
    /// What is assumed by who claims to have done something: responsibility for, credit for.
    pub responsibility: Option<Class>,
    pub assumes: Option<Class>,
    /// Nouns that make a preposition: in front of.
    pub hinge: Option<Class>,
}

impl Carriers {
    pub fn new(lexicon: &Lexicon) -> Self {
        Self {
            does: lexicon.class("light.do"),
            announces: lexicon.class("light.announce"),
            joins: lexicon.class("light.join"),
            passes: lexicon.class("light.pass"),
            holds: lexicon.class("light.hold"),
            affected: lexicon.class("affected"),
            undergoes: lexicon.class("light.undergo"),
            affects: lexicon.class("light.affect"),
            happens: lexicon.class("light.happen"),
            transparent: lexicon.class("transparent"),
            happening: lexicon.class("happening"),
            actor: lexicon.class("actor"),
            gives: lexicon.class("takes.recipient"),
            blames: lexicon.class("light.blame"),
            answerable: lexicon.class("answerable"),
            perpetrator: lexicon.class("perpetrator"),
            responsibility: lexicon.class("responsibility"),
            assumes: lexicon.class("light.assume"),
            hinge: lexicon.class("hinge"),
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

/// Something that may stand in a slot, before it is known how far it reaches.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub head: u32,
    pub phrase: Option<PhraseId>,
    /// The words, where they are not all that belongs to the phrase.
    extent: Option<Extent>,
}

impl Candidate {
    /// Words that end in their head.
    fn words(first: u32, last: u32) -> Self {
        Self { head: last - 1, phrase: None, extent: Some(Extent::new(first, last)) }
    }

    /// The word behind the last one, of words that are no phrase.
    pub fn last(&self) -> u32 {
        self.extent.map_or(self.head + 1, |extent| extent.last)
    }
}

impl From<Filler> for Candidate {
    fn from(filler: Filler) -> Self {
        Self { head: filler.head, phrase: filler.phrase, extent: Some(filler.extent) }
    }
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
    /// The prepositional phrases of the clause that was first asked for.
    prepositional: OnceCell<(ClauseId, Prepositional)>,
    company: OnceCell<Company>,
    /// Who does what the clause of the trigger says, and to whom: rules and roles ask for it again and again.
    agent: OnceCell<Option<Candidate>>,
    patient: OnceCell<Option<Candidate>>,
}

/// Preposition, noun phrase, and whether it hangs on the object rather than on the verb.
type Prepositional = Vec<(u64, PhraseId, bool)>;

impl<'a> Frame<'a> {
    pub fn new(
        words: &'a [Word],
        lexicon: &'a Lexicon,
        syntax: &'a Syntax,
        carriers: &'a Carriers,
        trigger: Trigger,
        matched: Extent,
    ) -> Self {
        let (prepositional, company) = (OnceCell::new(), OnceCell::new());
        let (agent, patient) = (OnceCell::new(), OnceCell::new());
        Self { words, lexicon, syntax, carriers, trigger, matched, prepositional, company, agent, patient }
    }

    /// Whether a condition on the syntax holds; others are taken to hold.
    pub fn holds(&self, condition: &Condition) -> bool {
        match &condition.place {
            Place::Slot(slot, wanted) => {
                let mut empty = true;
                let passes = self.each(*slot, &mut |candidate| {
                    empty = false;
                    self.passes(candidate, wanted)
                });
                (passes || empty && wanted.none) == condition.wanted
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

    /// The first that stands in a slot and fits, in order of preference.
    pub fn find(&self, slot: Slot, mut fits: impl FnMut(Candidate) -> bool) -> Option<Filler> {
        let mut found = None;
        self.each(slot, &mut |candidate| {
            let stop = fits(candidate);
            found = stop.then_some(candidate);
            stop
        });
        found.map(|candidate| self.grown(candidate))
    }

    /// Shows what stands in a slot, in order of preference, until told to stop; whether it was.
    fn each(&self, slot: Slot, with: &mut dyn FnMut(Candidate) -> bool) -> bool {
        let inside = matches!(slot, Slot::Compound | Slot::Adjective);
        let with = &mut |candidate: Candidate| (inside || !self.matched.contains(candidate.head)) && with(candidate);
        match (self.trigger, slot) {
            (Trigger::Verb(clause) | Trigger::Predicate(clause), Slot::Subject) => {
                self.agent.get_or_init(|| self.agent_of(clause)).is_some_and(with)
            }
            (Trigger::Verb(clause) | Trigger::Predicate(clause), Slot::Object) => {
                self.patient.get_or_init(|| self.patient_of(clause)).is_some_and(with)
            }
            (Trigger::Verb(clause) | Trigger::Predicate(clause), Slot::Preposition(hash)) => {
                self.obliques(clause, hash, true, with)
            }
            (Trigger::Verb(clause) | Trigger::Predicate(clause), Slot::Path) => self.paths(clause, with),
            (Trigger::Verb(clause), Slot::Recipient) => {
                self.recipient_of(clause).is_some_and(|filler| with(filler.into()))
            }
            (Trigger::Attributive(phrase), Slot::Object) => with(self.candidate(phrase)),
            (Trigger::Noun { phrase, head, .. }, slot) => self.around_noun(phrase, head, slot, with),
            _ => false,
        }
    }

    /// Whether the head of a candidate, or what its head measures out ("dozens of villages"), is wanted.
    fn passes(&self, candidate: Candidate, wanted: &impl Wanted) -> bool {
        if self.head_passes(candidate, wanted) {
            return true;
        }
        let head = &self.words[candidate.head as usize];
        let transparent = matches!(head.pos, Pos::Num | Pos::Pron | Pos::Det | Pos::Adj)
            || self.carriers.transparent.is_some_and(|class| self.lexicon.has_word(head, class));
        transparent
            && candidate.phrase.is_some_and(|phrase| {
                self.syntax.modifiers(phrase).take(4).any(|(id, inner)| {
                    inner.preposition.is_some_and(|p| self.words[p as usize].hash == hash(b"of"))
                        && self.head_passes(self.candidate(id), wanted)
                })
            })
    }

    pub fn in_class(&self, candidate: impl Into<Candidate>, class: Class) -> bool {
        self.passes(candidate.into(), &class)
    }

    fn head_passes(&self, candidate: Candidate, wanted: &impl Wanted) -> bool {
        let head = candidate.head as usize;
        let word = &self.words[head];
        if wanted.takes(word, self.lexicon) {
            return true;
        }
        let base = candidate.phrase.map(|phrase| self.syntax.phrase(phrase).base);
        // "Human Rights Watch": a capital that does not come from the start of a sentence makes a name
        let inner = base.is_some_and(|base| base.first < candidate.head);
        if inner && word.shape.has(Shape::CAPITAL) && word.pos == Pos::Noun && wanted.names() {
            return true;
        }
        // "the ferry Aurora", "police chief Jan Novak": what stands before a name says what it names
        if word.pos == Pos::Propn {
            let title = base.and_then(|base| {
                let named = |at: &u32| self.words[*at as usize].pos != Pos::Propn;
                (base.first..candidate.head).rev().find(named)
            });
            let title = title.map(|at| &self.words[at as usize]).filter(|word| word.pos == Pos::Noun);
            if title.is_some_and(|word| wanted.takes(word, self.lexicon)) {
                return true;
            }
        }
        // phrases of a class that end in the head
        let first = base.or(candidate.extent).map_or(candidate.head, |extent| extent.first) as usize;
        (first.max(head.saturating_sub(4))..head).any(|start| {
            let word = &self.words[start];
            word.opens_phrase() && wanted.may_start(word, self.lexicon) && {
                let whole = self.lexicon.phrases_at(&self.words[..=head], start);
                whole.filter(|(_, len)| *len == head + 1 - start).any(|(class, _)| wanted.holds(class))
            }
        })
    }

    /// A noun phrase that may stand in a slot.
    pub fn candidate(&self, id: PhraseId) -> Candidate {
        Candidate { head: self.syntax.phrase(id).head, phrase: Some(id), extent: None }
    }

    /// A candidate with all that belongs to it.
    fn grown(&self, candidate: Candidate) -> Filler {
        match (candidate.extent, candidate.phrase) {
            (Some(extent), phrase) => Filler { extent, head: candidate.head, phrase },
            (None, Some(phrase)) => self.filler(phrase),
            (None, None) => {
                Filler { extent: Extent::new(candidate.head, candidate.head + 1), head: candidate.head, phrase: None }
            }
        }
    }

    /// A noun phrase as a filler: all of it, up to the clause that holds the trigger.
    pub fn filler(&self, id: PhraseId) -> Filler {
        let id = self.behind_hinge(id);
        let phrase = self.syntax.phrase(id);
        let mut extent = phrase.full;
        // "shot dead | three guards"
        if self.matched.contains(extent.first) && self.matched.last <= phrase.head {
            extent.first = self.matched.last;
        }
        let inner = match self.trigger {
            Trigger::Verb(clause) | Trigger::Predicate(clause) => {
                Some((self.syntax.clause(clause).extent, self.syntax.clause(clause).verb()))
            }
            // with its determiner: "the center | of the storm"
            Trigger::Noun { phrase: own, first, head } => {
                let first = first.min(self.syntax.phrase(own).base.first);
                Some((Extent::new(self.told_from(phrase.head, head).unwrap_or(first), head + 1), Some(head)))
            }
            _ => None,
        };
        if let Some((inside, Some(at))) = inner {
            if extent.contains(at) && phrase.head < inside.first {
                // "a trader | suspected of bribing officials"
                extent.last = self.told_from(phrase.head, at).unwrap_or(inside.first).max(phrase.base.last);
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
        // "one dead guard | and the loss of a van"
        if let Trigger::Attributive(_) = self.trigger {
            let own = |id: &PhraseId| {
                let first = self.syntax.phrase(*id).base.first;
                matches!(self.words[first as usize].pos, Pos::Det | Pos::Num).then_some(first)
            };
            let next = (id + 1..self.syntax.phrases.len() as PhraseId)
                .take_while(|&next| extent.contains(self.syntax.phrase(next).head))
                .filter(|&next| self.syntax.phrase(next).link == Link::Conjunct(id))
                .find_map(|next| own(&next));
            if let Some(first) = next {
                extent.last = first;
                while extent.last > phrase.base.last && self.is_edge(extent.last - 1) {
                    extent.last -= 1;
                }
            }
        }
        // "traders, according to the ministry"
        if extent.last > phrase.base.last + 2 {
            let is = |at: u32, word: u64| self.words[at as usize].hash == word;
            let told = (phrase.base.last..extent.last).find(|&w| is(w, hash(b"according")));
            // but "the officer who, according to the ministry, had left"
            let told = told.filter(|&told| !(told..extent.last).any(|w| is(w, hash(b","))));
            extent.last = told.unwrap_or(extent.last);
            while told.is_some() && extent.last > phrase.base.last && self.is_edge(extent.last - 1) {
                extent.last -= 1;
            }
        }
        // what follows a name with "that" does not belong to the name
        if self.words[phrase.head as usize].pos == Pos::Propn {
            let behind = (phrase.base.last..extent.last).find(|&w| self.words[w as usize].hash == hash(b"that"));
            extent.last = behind.unwrap_or(extent.last);
        }
        Filler { extent, head: phrase.head, phrase: Some(id) }
    }

    /// Where the clause starts that says of a noun in front of a trigger how it takes part: "soldiers | who were involved in
    /// the killing".
    fn told_from(&self, noun: u32, trigger: u32) -> Option<u32> {
        let mut clause = self.syntax.clause_of_word(trigger);
        let mut first = None;
        for _ in 0..4 {
            let Some(found) = clause.map(|id| self.syntax.clause(id)) else { break };
            if found.extent.first <= noun || !found.extent.contains(trigger) {
                break;
            }
            first = Some(found.extent.first);
            clause = found.parent;
        }
        first.filter(|_| noun < trigger)
    }

    /// "in front of | the ministry": a bare noun between two prepositions is part of them.
    fn behind_hinge(&self, id: PhraseId) -> PhraseId {
        let phrase = self.syntax.phrase(id);
        let bare = phrase.preposition.is_some() && phrase.base.last - phrase.base.first == 1;
        let head = &self.words[phrase.head as usize];
        if !bare || !self.carriers.hinge.is_some_and(|class| self.lexicon.has_word(head, class)) {
            return id;
        }
        let of = |inner: &crate::syntax::Phrase| {
            inner.preposition.is_some_and(|p| p == phrase.base.last && self.words[p as usize].hash == hash(b"of"))
        };
        self.syntax.modifiers(id).find(|(_, inner)| of(inner)).map_or(id, |(inner, _)| inner)
    }

    fn is_edge(&self, word: u32) -> bool {
        matches!(self.words[word as usize].pos, Pos::Punct | Pos::Adp | Pos::Sconj | Pos::Cconj)
    }
}
