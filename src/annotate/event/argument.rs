//! Who and what takes part in an event: the roles of its kind filled from the syntax, kept apart, and counted.

use super::Finder;
use super::rule::Spec;
use super::trigger::Caught;
use crate::model::{Count, EventKind, Role};
use crate::pattern::frame::{Candidate, Filler, Frame, Trigger};
use crate::syntax::{ClauseId, Extent, Link, Phrase, PhraseId, Syntax};
use crate::tag::Pos;
use crate::token::{Shape, TokenKind, hash};

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
        for (role, sources) in roles.iter() {
            if args.has(*role) {
                continue;
            }
            for source in sources.iter() {
                let filler = frame.find(source.slot, |candidate| {
                    !args.holds_head(candidate.head)
                        && self.can_take_part(candidate)
                        && source.class.is_none_or(|(class, wanted)| {
                            (frame.in_class(candidate, class) && (wanted || !self.is_name(frame, candidate))) == wanted
                        })
                });
                if let Some(filler) = filler {
                    args.add(*role, self.without_setting(filler, *role));
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

    /// Whether capitals make a name of a common noun that names no happening: "the Red Path".
    fn is_name(&self, frame: &Frame, candidate: Candidate) -> bool {
        let Some(phrase) = candidate.phrase.map(|id| self.document.syntax.phrase(id)) else { return false };
        let capital = |at: u32| self.word(at).shape.has(Shape::CAPITAL) && !self.word(at).shape.has(Shape::DIGIT);
        let named = phrase.head > phrase.base.first && capital(phrase.head) && capital(phrase.head - 1);
        named && !self.rules.classes.happening.is_some_and(|class| frame.in_class(candidate, class))
    }

    /// Cuts what is no part of who takes part. A name needs nothing that tells it from others, so what stands behind it says
    /// where and how it happens: "by Daesh | in Marea". What it is part of belongs to it: "the University of Lerona". Behind
    /// any noun it may stand how often it happens.
    fn without_setting(&self, mut filler: Filler, role: Role) -> Filler {
        let Some(id) = filler.phrase else { return filler };
        let name =
            self.word(filler.head).pos == Pos::Propn && !matches!(role, Role::Place | Role::Origin | Role::Destination);
        let own = |preposition: u32| [hash(b"of"), hash(b"for")].contains(&self.word(preposition).hash);
        let often = |phrase: &Phrase| {
            self.rules
                .classes
                .occasion
                .is_some_and(|class| self.document.lexicon.has_word(self.word(phrase.head), class))
        };
        let modifiers = self.document.syntax.modifiers(id).map(|(_, modifier)| modifier);
        let apart = modifiers
            .filter_map(|modifier| Some((modifier, modifier.preposition?)))
            .filter(|&(modifier, at)| at > filler.head && (name && !own(at) || often(modifier)));
        let first = apart.map(|(_, at)| at).min();
        filler.extent.last = first.map_or(filler.extent.last, |at| filler.extent.last.min(at));
        filler
    }

    /// Times and words without reference take no part in an event.
    pub(super) fn can_take_part(&self, candidate: Candidate) -> bool {
        let word = self.word(candidate.head);
        let time = candidate.phrase.is_some_and(|id| self.document.syntax.phrase(id).time || self.is_edge_of_time(id))
            || self.rules.classes.time_word.is_some_and(|class| self.document.lexicon.has_word(word, class));
        // "the withdrawal by 2020"
        let year = || {
            let behind = candidate.phrase.is_some_and(|id| self.document.syntax.phrase(id).preposition.is_some());
            word.kind == TokenKind::Number && word.end - word.start == 4 && behind
        };
        !time && word.hash != hash(b"there") && word.pos != Pos::Punct && !year()
    }

    /// Cuts an argument before a phrase at its end that is an argument of its own, unless that says where it is:
    /// "chemical weapons | against civilians", "a mosque in the north | on Friday".
    pub(super) fn part(&self, kind: &EventKind, args: &mut Arguments) {
        let moves = matches!(kind, EventKind::Move | EventKind::Evacuate);
        let syntax = self.document.syntax;
        for i in 0..args.list.len() {
            for j in 0..args.list.len() {
                let (role, inner) = args.list[j];
                let outer = &mut args.list[i].1;
                let Some(phrase) = inner.phrase.map(|id| syntax.phrase(id)) else { continue };
                let modifies = matches!(phrase.link, Link::Modifier(_)) || phrase.time;
                // "a bomb | in front of the ministry"
                let hinge = match phrase.link {
                    Link::Modifier(outer) => Some(syntax.phrase(outer)).filter(|outer| self.is_hinge(outer)),
                    _ => None,
                };
                let preposition = hinge.unwrap_or(phrase).preposition;
                let Some(preposition) = preposition.or(phrase.time.then_some(phrase.base.first)) else { continue };
                let inside = outer.head < preposition
                    && outer.extent.contains(preposition)
                    && outer.extent.last <= inner.extent.last.max(phrase.full.last);
                // "men armed | with axes" is one thing
                let hangs = preposition > outer.head + 1 && self.word(preposition - 1).pos == Pos::Adj;
                if i != j && modifies && inside && (role != Role::Place || moves) && !hangs {
                    outer.extent.last = preposition;
                }
            }
        }
    }

    /// Whether a phrase is a noun that makes a preposition with those around it: "in front of".
    fn is_hinge(&self, phrase: &Phrase) -> bool {
        let bare = phrase.preposition.is_some() && phrase.base.last - phrase.base.first == 1;
        let class = self.rules.carriers.hinge;
        bare && class.is_some_and(|class| self.document.lexicon.has_word(self.word(phrase.head), class))
    }

    /// How many: of the happenings that a noun names, else of those it is done to, else of those who do it, or with what.
    pub(super) fn count(&self, frame: &Frame, kind: &EventKind, trigger: Caught, args: &Arguments) -> Option<Count> {
        let syntax = self.document.syntax;
        let words = self.document.words;
        let of = |extent: Extent, head: u32| {
            self.rules.numbers.count(self.document.text, words, extent.range(), head as usize)
        };
        if let Trigger::Noun { phrase, head, .. } = trigger.kind {
            let own = syntax.phrase(phrase).base;
            // "dozens of strikes"
            let dozens = || match syntax.phrase(phrase).link {
                Link::Modifier(outer)
                    if self.word(own.first.saturating_sub(1)).hash == hash(b"of")
                        && self.word(own.first).pos != Pos::Det =>
                {
                    let many = syntax.phrase(outer);
                    of(Extent::new(many.base.first, own.last), head).filter(|_| many.base.last + 1 == own.first)
                }
                _ => None,
            };
            if let Some(count) = of(own, head).or_else(|| self.tallied(frame, phrase, head)).or_else(dozens) {
                return Some(count);
            }
        }
        if let Trigger::Verb(clause) = trigger.kind {
            if let Some(count) = self.occasions(frame, clause) {
                return Some(count);
            }
        }
        // who does it is counted only where nobody is done to
        let counted: &[Role] = match args.has(Role::Target) {
            // "villagers were killed in three raids", "nine strikes damaged a road": what was hit is counted, and nothing else
            _ if matches!(kind, EventKind::Die | EventKind::Injure | EventKind::Damage) => &[Role::Target],
            // what a protest is against is not what comes in numbers
            true if *kind == EventKind::Protest => &[Role::Agent],
            true => &[Role::Target, Role::Instrument, Role::Recipient],
            false => &[Role::Agent, Role::Instrument, Role::Recipient],
        };
        counted.iter().find_map(|role| {
            let (_, filler) = args.list.iter().find(|(r, _)| r == role)?;
            let mut extent = filler.phrase.map_or(filler.extent, |phrase| syntax.phrase(phrase).base);
            // "tens of | thousands of"
            if filler.extent.last > extent.last && self.word(extent.last).hash == hash(b"of") {
                extent.last = filler.extent.last.min(extent.last + 3);
            }
            of(extent, filler.head)
        })
    }

    /// What somebody says the number has come to: "the death toll rose to 45", "put the number of deaths at 45", "a toll of 45".
    fn tallied(&self, frame: &Frame, noun: PhraseId, head: u32) -> Option<Count> {
        let (document, syntax) = (self.document, self.document.syntax);
        let number = |phrase: &Phrase| {
            let head = self.word(phrase.head);
            let person = || self.rules.classes.actor.is_some_and(|class| document.lexicon.has_word(head, class));
            let counted = (head.pos == Pos::Num || person()) && !phrase.time;
            let range = phrase.base.range();
            let numbers = &self.rules.numbers;
            counted.then(|| numbers.count(document.text, document.words, range, phrase.head as usize)).flatten()
        };
        let behind =
            |phrase: &Phrase, wanted: &[u64]| phrase.preposition.is_some_and(|at| wanted.contains(&self.word(at).hash));
        let toll = self.word(head).hash == hash(b"toll");
        let of = syntax.modifiers(noun).find(|(_, phrase)| toll && behind(phrase, &[hash(b"of")]));
        if let Some(count) = of.and_then(|(_, phrase)| number(phrase)) {
            return Some(count);
        }
        let id =
            frame.carrier().map(|carrier| carrier.clause).filter(|&id| frame.verb_is(id, self.rules.classes.tally))?;
        let clause = syntax.clause(id);
        let (verb, to) = (clause.verb()?, [hash(b"to"), hash(b"at")]);
        let above = frame.verb_is(id, self.rules.classes.tally_above);
        let found =
            frame.phrases_around(clause).filter(|(_, phrase)| phrase.head > head.max(verb)).find_map(|(_, phrase)| {
                let told = match phrase.link {
                    Link::Object(of) => of == id,
                    Link::Oblique(of) => of == id && behind(phrase, &to),
                    Link::Modifier(of) => of == noun && behind(phrase, &to),
                    _ => false,
                };
                told.then(|| number(phrase)).flatten()
            });
        // "passed 1,200" is more than that
        found.map(|count| match count {
            Count { min, max: Some(max), .. } if above && min == max => Count { min: min + 1, max: None, ..count },
            count => count,
        })
    }

    /// How often: "on at least three occasions", "at least once".
    fn occasions(&self, frame: &Frame, id: ClauseId) -> Option<Count> {
        let (document, numbers) = (self.document, &self.rules.numbers);
        let clause = document.syntax.clause(id);
        let verb = clause.verb()?;
        let occasion = self.rules.classes.occasion?;
        let counted = frame.phrases_around(clause).filter(|(_, phrase)| phrase.head > verb).find_map(|(_, phrase)| {
            let named = document.lexicon.has_word(self.word(phrase.head), occasion);
            named.then(|| numbers.count(document.text, document.words, phrase.base.range(), phrase.head as usize))
        });
        counted.flatten().or_else(|| {
            let last = clause.extent.last.min(verb + OCCASION_WITHIN);
            (verb + 1..last)
                .filter(|&at| document.syntax.clause_of_word(at) == Some(id))
                .find_map(|at| numbers.occasions(document.words, at as usize))
        })
    }
}

/// How far behind a verb it may stand how often.
const OCCASION_WITHIN: u32 = 16;
