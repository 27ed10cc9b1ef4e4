//! Who and what takes part in an event: the roles of its kind filled from the syntax, kept apart, and counted.

use super::Finder;
use super::rule::Spec;
use super::trigger::Caught;
use crate::model::{Count, Role};
use crate::pattern::frame::{Candidate, Filler, Frame, Slot, Trigger};
use crate::syntax::{Extent, Link, Syntax};
use crate::tag::Pos;
use crate::token::hash;

/// The arguments of one event while they are collected.
pub(super) struct Arguments {
    pub(super) trigger: Caught,
    pub(super) list: Vec<(Role, Filler)>,
}

impl Arguments {
    pub(super) fn new(trigger: Caught) -> Self {
        Self { trigger, list: Vec::new() }
    }

    pub(super) fn has(&self, role: Role) -> bool {
        self.list.iter().any(|(r, _)| *r == role)
    }

    /// Whether a word is the trigger or the head of an argument.
    pub(super) fn holds_head(&self, head: u32) -> bool {
        self.trigger.extent.contains(head) || self.list.iter().any(|(_, filler)| filler.head == head)
    }

    pub(super) fn add(&mut self, role: Role, filler: Filler) {
        if !filler.extent.is_empty() {
            self.list.push((role, filler));
        }
    }

    pub(super) fn add_once(&mut self, role: Role, filler: Filler) {
        if !self.has(role) {
            self.add(role, filler);
        }
    }

    /// A capture takes the whole noun phrase that it starts.
    pub(super) fn add_capture(&mut self, role: Role, extent: Extent, syntax: &Syntax) {
        let phrase = syntax.phrase_of_word(extent.first).filter(|&id| syntax.phrase(id).base.first == extent.first);
        let filler = match phrase {
            Some(id) => {
                let (full, head) = (syntax.phrase(id).full, syntax.phrase(id).head);
                let clear = !full.contains(self.trigger.head) && full.covers(extent);
                Filler { extent: if clear { full } else { extent }, head, phrase }
            }
            None => Filler { extent, head: extent.last.saturating_sub(1), phrase: None },
        };
        self.add(role, filler);
    }
}

impl Finder<'_> {
    /// Fills the roles of a trigger, then place and time.
    pub(super) fn fill(&self, frame: &Frame, trigger: Caught, spec: &Spec, args: &mut Arguments) {
        let roles = match trigger.kind {
            Trigger::Noun { .. } => &spec.noun,
            _ => &spec.verb,
        };
        for (role, sources) in roles {
            if args.has(*role) {
                continue;
            }
            for source in sources {
                let filler = frame.find(source.slot, |candidate| {
                    !args.holds_head(candidate.head)
                        && self.can_take_part(candidate)
                        && source.class.is_none_or(|(class, wanted)| frame.in_class(candidate, class) == wanted)
                });
                if let Some(filler) = filler {
                    args.add(*role, filler);
                    break;
                }
            }
        }
        if let Trigger::Verb(clause) = trigger.kind {
            // "gave the village food": the first of two objects
            let takes = roles.iter().any(|(role, _)| *role == Role::Recipient);
            if let Some(filler) = frame
                .recipient_of(clause)
                .filter(|filler| takes && !args.has(Role::Recipient) && !args.holds_head(filler.head))
            {
                args.add(Role::Recipient, filler);
            }
        }
        self.place_and_time(frame, trigger, spec, args);
    }

    /// Times and words without reference take no part in an event.
    pub(super) fn can_take_part(&self, candidate: Candidate) -> bool {
        let word = self.word(candidate.head);
        let time = candidate.phrase.is_some_and(|phrase| self.document.syntax.phrase(phrase).time)
            || self.rules.classes.time_word.is_some_and(|class| self.document.lexicon.has_word(word, class));
        !time && word.hash != hash(b"there") && word.pos != Pos::Punct
    }

    /// Cuts an argument before a phrase at its end that is an argument of its own, unless that says where it is:
    /// "chemical weapons | against civilians", "a mosque in the north | on Friday".
    pub(super) fn part(&self, args: &mut Arguments) {
        let syntax = self.document.syntax;
        for i in 0..args.list.len() {
            for j in 0..args.list.len() {
                let (role, inner) = args.list[j];
                let outer = &mut args.list[i].1;
                let Some(phrase) = inner.phrase.map(|id| syntax.phrase(id)) else { continue };
                let modifies = matches!(phrase.link, Link::Modifier(_)) || phrase.time;
                let Some(preposition) = phrase.preposition.or(phrase.time.then_some(phrase.base.first)) else {
                    continue;
                };
                let inside = outer.head < preposition
                    && outer.extent.contains(preposition)
                    && outer.extent.last <= inner.extent.last;
                if i != j && modifies && inside && role != Role::Place {
                    outer.extent.last = preposition;
                }
            }
        }
    }

    /// How many: of the happenings that a noun names, else of those it is done to, else of those who do it, or with what.
    pub(super) fn count(&self, frame: &Frame, trigger: Caught, args: &Arguments) -> Option<Count> {
        let syntax = self.document.syntax;
        let words = self.document.words;
        let of = |extent: Extent, head: u32| {
            self.rules.numbers.count(self.document.text, words, extent.range(), head as usize)
        };
        if let Trigger::Noun { phrase, head, .. } = trigger.kind {
            let own = syntax.phrase(phrase).base;
            if let Some(count) = of(own, head) {
                return Some(count);
            }
        }
        // "on at least three occasions"
        if let (Trigger::Verb(_), Some(class)) = (trigger.kind, self.rules.classes.occasion) {
            let times = frame.find(Slot::Preposition(hash(b"on")), |candidate| frame.in_class(candidate, class));
            if let Some(count) = times.and_then(|filler| of(filler.extent, filler.head)) {
                return Some(count);
            }
        }
        [Role::Target, Role::Agent, Role::Instrument, Role::Recipient].iter().find_map(|role| {
            let (_, filler) = args.list.iter().find(|(r, _)| r == role)?;
            let extent = filler.phrase.map_or(filler.extent, |phrase| syntax.phrase(phrase).base);
            of(extent, filler.head)
        })
    }
}
