//! Where a rule takes hold: the trigger of a match, unless syntax says that the words are not used so.

use std::num::NonZeroU64;

use super::Finder;
use crate::pattern::frame::{self, Trigger};
use crate::pattern::{Field, Hit, Hold};
use crate::syntax::{ClauseId, Extent, Link, PhraseId};
use crate::tag::{Pos, VerbForm};
use crate::token::{Gap, Shape, hash};

/// A trigger in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Caught {
    pub(super) kind: Trigger,
    pub(super) extent: Extent,
    pub(super) head: u32,
    /// All words of the match.
    pub(super) matched: Extent,
}

impl Caught {
    pub(super) fn attributive(self) -> bool {
        matches!(self.kind, Trigger::Attributive(_))
    }
}

impl Finder<'_> {
    /// The trigger of a match, unless syntax says that the words are not used so.
    pub(super) fn trigger(&self, field: Field, hit: &Hit) -> Option<Caught> {
        let start = hit.start as u32;
        match hit.hold {
            Hold::Verb => self.verb_trigger(field, hit),
            Hold::Noun => {
                let end = hit.found.end as u32;
                // "claim of responsibility": the noun before the first preposition
                let preposition =
                    (start + 1..end).find(|&w| self.word(w).pos == Pos::Adp && self.word(w).gap != Gap::Tight);
                let head = preposition.unwrap_or(end) - 1;
                self.noun_trigger(start, head, end)
            }
            Hold::Words => {
                let rule = &self.rules.set.rules[hit.rule];
                let (from, to) = rule.capture(&hit.found, "trigger").unwrap_or((hit.start, hit.found.end));
                let extent = Extent::new(from as u32, to as u32);
                let (head, last) = (from as u32, to as u32 - 1);
                let syntax = self.document.syntax;
                let predicate = |clause: &ClauseId| syntax.clause(*clause).predicate == Some(head);
                // "was found dead": what the verb finds of its subject
                let found = || {
                    let verb = head.checked_sub(1).and_then(|before| syntax.clause_of_verb(before));
                    verb.filter(|&id| self.word(head).pos == Pos::Adj && frame::is_passive(syntax.clause(id)))
                };
                let kind = match syntax.clause_of_verb(head) {
                    Some(clause) => Trigger::Verb(clause),
                    None if syntax.phrase_of_word(head).is_none() && found().is_some() => {
                        found().map_or(Trigger::Word, Trigger::Predicate)
                    }
                    None => match (syntax.phrase_of_word(last), syntax.clause_of_word(head).filter(predicate)) {
                        (Some(phrase), _) if matches!(self.word(last).pos, Pos::Noun | Pos::Propn) => {
                            Trigger::Noun { phrase, first: last, head: last }
                        }
                        (_, Some(clause)) => Trigger::Predicate(clause),
                        // "the dead soldiers"
                        (Some(phrase), None) if syntax.phrase(phrase).head > last => Trigger::Attributive(phrase),
                        _ => Trigger::Word,
                    },
                };
                let head = if matches!(kind, Trigger::Noun { .. }) { last } else { head };
                Some(Caught { kind, extent, head, matched: extent })
            }
        }
    }

    fn verb_trigger(&self, field: Field, hit: &Hit) -> Option<Caught> {
        let syntax = self.document.syntax;
        let verb = hit.start as u32;
        let end = hit.found.end as u32;
        let clause = syntax.clause_of_verb(verb);
        let near = || field.words[..field.last].get(hit.found.end).map(|word| word.hash);
        let group_particle = clause.and_then(|id| syntax.clause(id).group).and_then(|group| group.particle);
        // "pushing the rebels back"
        let object =
            || clause.and_then(|id| syntax.clause(id).objects[0]).map(|phrase| syntax.phrase(phrase).base.last);
        // but not "called the king on Monday"
        let governs =
            |at: u32| syntax.phrase_of_word(at + 1).is_some_and(|id| syntax.phrase(id).preposition == Some(at));
        let behind = |object: Option<u32>| {
            object
                .and_then(|at| field.words[..field.last].get(at as usize).filter(|_| !governs(at)))
                .map(|word| word.hash)
        };
        let (mut matched, mut extent) = (Extent::new(verb, end), Extent::new(verb, end));
        match hit.particle.map(NonZeroU64::get) {
            Some(particle) if near() == Some(particle) => {
                extent.last += 1;
                matched.last += 1;
            }
            Some(particle) => {
                let far = group_particle.is_some_and(|at| self.word(at).hash == particle);
                if !far && behind(object()) != Some(particle) {
                    return None;
                }
            }
            None => {
                // "shoot" is not "shoot down"
                let parted = group_particle
                    .is_some_and(|p| p >= end && changes_sense(self.word(p).hash) && !self.is_off_place(p));
                // nor is "shoot it down"
                let parted = parted
                    || self.document.words.get(end as usize).is_some_and(|word| word.pos == Pos::Pron) && {
                        let object = object();
                        object.is_some_and(|at| at == end + 1) && behind(object).is_some_and(changes_sense)
                    };
                if parted {
                    return None;
                }
                if end - verb > 3 {
                    extent.last = verb + 1;
                }
            }
        }
        if let Some(clause) = clause {
            return Some(Caught { kind: Trigger::Verb(clause), extent, head: verb, matched });
        }
        let matched = Extent::new(verb, end);
        let predicate = syntax.clause_of_word(verb).filter(|&id| syntax.clause(id).predicate == Some(verb));
        if let Some(clause) = predicate.filter(|_| self.word(verb).pos == Pos::Adj) {
            // "drowned, with two monks injured"
            let with =
                |id: &PhraseId| syntax.phrase(*id).preposition.is_some_and(|at| self.word(at).hash == hash(b"with"));
            if let Some(undergoer) = self.undergoer_before(verb, end).filter(with) {
                return Some(Caught { kind: Trigger::Attributive(undergoer), extent, head: verb, matched });
            }
            return Some(Caught { kind: Trigger::Predicate(clause), extent, head: verb, matched });
        }
        let Some(phrase) = syntax.phrase_of_word(verb) else {
            let undergoer = self.undergoer_before(verb, end)?;
            return Some(Caught { kind: Trigger::Attributive(undergoer), extent, head: verb, matched });
        };
        // "Fighting broke out"
        if syntax.phrase(phrase).head == verb && self.word(verb).form == VerbForm::Gerund {
            return self.noun_trigger(verb, verb, end);
        }
        let participle = matches!(self.word(verb).form, VerbForm::Participle | VerbForm::Past | VerbForm::None);
        // "the arresting officer" is one who does it at any time
        let word = self.word(verb);
        let text = self.document.text.get(word.start as usize..word.end as usize).unwrap_or_default();
        let acting = text.ends_with("ing");
        let inside = syntax.phrase(phrase).head > verb && participle && !acting;
        inside.then_some(Caught { kind: Trigger::Attributive(phrase), extent, head: verb, matched })
    }

    /// The noun phrase right before a participle that no clause has: "with two monks | injured".
    fn undergoer_before(&self, verb: u32, end: u32) -> Option<PhraseId> {
        let closed = self
            .document
            .words
            .get(end as usize)
            .is_none_or(|word| matches!(word.pos, Pos::Punct | Pos::Adp | Pos::Cconj));
        let participle = self.word(verb).form == VerbForm::Participle || self.word(verb).pos == Pos::Adj;
        let before = verb.checked_sub(1).filter(|_| closed && participle)?;
        let id = self.document.syntax.phrase_of_word(before)?;
        let phrase = self.document.syntax.phrase(id);
        // "two of them wounded"
        let part = match phrase.link {
            Link::Modifier(owner) if phrase.pronoun => owner,
            _ => id,
        };
        (phrase.head == before && phrase.base.last == verb).then_some(part)
    }

    pub(super) fn noun_trigger(&self, first: u32, head: u32, end: u32) -> Option<Caught> {
        let syntax = self.document.syntax;
        let mut from = head;
        while from > first && self.word(from).gap == Gap::Tight {
            from -= 1;
        }
        let extent = Extent::new(from, head + 1);
        let Some(phrase) = syntax.phrase_of_word(head) else {
            return Some(Caught { kind: Trigger::Word, extent, head, matched: extent });
        };
        if self.is_named_time(phrase, head) || self.is_part_of_name(phrase, head) {
            return None;
        }
        let outer = syntax.phrase(phrase).head;
        if outer >= end {
            // "attack helicopter" is no attack, "bombing campaign" is a bombing
            // nor is that of "the bombing suspect Jan Novak" the suspect's name
            let holder = if self.word(outer).pos == Pos::Propn { end } else { outer };
            let container = self.rules.classes.container;
            if !container.is_some_and(|class| self.document.lexicon.has_word(self.word(holder), class)) {
                return None;
            }
        }
        Some(Caught { kind: Trigger::Noun { phrase, first, head }, extent, head, matched: Extent::new(first, end) })
    }

    /// "Sank off the coast": where it sank, no other verb than "sank".
    fn is_off_place(&self, particle: u32) -> bool {
        let place = |id| {
            let phrase = self.document.syntax.phrase(id);
            let head = self.word(phrase.head);
            let named = head.pos == Pos::Propn && !phrase.time;
            named || self.rules.classes.place.is_some_and(|class| self.document.lexicon.has_word(head, class))
        };
        self.word(particle).hash == hash(b"off") && self.document.syntax.phrase_of_word(particle + 1).is_some_and(place)
    }

    /// Whether a noun is the name of a time: "last March" is no march.
    fn is_named_time(&self, phrase: PhraseId, head: u32) -> bool {
        let phrase = self.document.syntax.phrase(phrase);
        let bare = phrase.possessor.is_none() && self.word(phrase.base.first).pos != Pos::Det;
        bare && phrase.time && phrase.head == head && self.is_capital(head) && head > 0
    }

    /// Whether a noun is part of the name of a body: "the Bureau of Investigation" investigates nothing here.
    fn is_part_of_name(&self, phrase: PhraseId, head: u32) -> bool {
        let syntax = self.document.syntax;
        let phrase = syntax.phrase(phrase);
        let of = |at: &u32| [hash(b"of"), hash(b"for")].contains(&self.word(*at).hash);
        let Some(preposition) = phrase.preposition.filter(of).filter(|_| self.is_capital(head)) else { return false };
        let outer = match phrase.link {
            Link::Modifier(outer) => syntax.phrase(outer).head,
            _ => preposition.saturating_sub(1),
        };
        let body = self.rules.classes.body.is_some_and(|class| self.document.lexicon.has_word(self.word(outer), class));
        let name = matches!(phrase.link, Link::Modifier(_)) && self.word(outer).pos == Pos::Propn;
        self.is_capital(outer) && (body || name)
    }

    fn is_capital(&self, at: u32) -> bool {
        self.word(at).shape.has(Shape::CAPITAL)
    }
}

/// Particles that make another verb of a verb.
fn changes_sense(particle: u64) -> bool {
    ["up", "down", "out", "off", "over", "back"].iter().any(|p| particle == hash(p.as_bytes()))
}
