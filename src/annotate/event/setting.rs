//! Where and when: places and times among the phrases around a trigger.

use super::Finder;
use super::argument::Arguments;
use super::rule::Spec;
use super::trigger::Caught;
use crate::annotate::time::FoundTime;
use crate::model::Role;
use crate::pattern::frame::{Candidate, Filler, Frame, Governed, Slot, Trigger};
use crate::syntax::{ClauseId, ClauseKind, Extent, Link, Phrase, PhraseId, one_of};
use crate::tag::{Pos, Word};
use crate::token::{TokenKind, hash};

impl Finder<'_> {
    pub(super) fn place_and_time(&self, frame: &Frame, trigger: Caught, spec: &Spec, args: &mut Arguments) {
        let syntax = self.document.syntax;
        let mut clause = None;
        if let Trigger::Noun { first, .. } = trigger.kind {
            self.place_and_time_in(frame, frame.modifiers(), args);
            // "an attack on a mosque in the north"
            let target = args.list.iter().find(|(role, _)| *role == Role::Target).and_then(|(_, filler)| filler.phrase);
            if let Some(target) = target.filter(|_| !spec.speech) {
                self.around_noun(frame, target, args);
            }
            if !args.has(Role::Place) {
                let named = frame.find(Slot::Compound, |candidate| {
                    candidate.last() <= first
                        && !args.holds_head(candidate.head)
                        && [self.rules.classes.city, self.rules.classes.country]
                            .iter()
                            .flatten()
                            .any(|&class| frame.in_class(candidate, class))
                });
                if let Some(filler) = named {
                    args.add(Role::Place, filler);
                }
            }
            if let Some(possessor) = frame.find(Slot::Possessor, |candidate| !self.can_take_part(candidate)) {
                args.add_once(Role::Time, possessor);
            }
            // "an embargo imposed in May"
            if let Some(id) = frame.done_behind().filter(|_| !args.has(Role::Time)) {
                self.around_verb(frame, id, trigger, spec, args);
            }
            clause = frame.carrier().map(|carrier| carrier.clause).or(syntax.clause_of_word(trigger.head));
        }
        if let Trigger::Verb(own) | Trigger::Predicate(own) = trigger.kind {
            clause = Some(own);
        }
        // a participle, infinitive or coordinated clause shares place and time with the one it hangs on
        for _ in 0..3 {
            let Some(id) = clause.filter(|_| !args.has(Role::Time) || !args.has(Role::Place)) else { break };
            self.around_verb(frame, id, trigger, spec, args);
            let found = syntax.clause(id);
            // "which had left the town" was before what the clause around it tells
            let there = found.marker.is_some_and(|marker| self.word(marker).hash == hash(b"where"));
            let apart = found.group.is_some_and(|group| group.perfect) && !there;
            // what is done with words is done elsewhere than what the clause around it tells
            let told = spec.speech && found.kind == ClauseKind::Relative && !there;
            let open = !found.is_finite() || found.conjunct_of.is_some() || found.set_off && !apart && !told;
            clause = if open { found.conjunct_of.or(found.parent) } else { None };
        }
        // what stands behind the name of who takes part does not belong to the name
        let takes_part = |role: Role| matches!(role, Role::Agent | Role::Target | Role::Recipient);
        let part = |args: &Arguments, at: usize| {
            let (role, filler) = args.list.get(at)?;
            let named = takes_part(*role) && self.word(filler.head).pos == Pos::Propn;
            filler.phrase.filter(|_| named && !spec.speech)
        };
        for at in 0..args.list.len() {
            if let Some(phrase) = part(args, at) {
                self.around_noun(frame, phrase, args);
            }
        }
    }

    /// Place and time among the phrases that depend on an event noun.
    fn around_noun(&self, frame: &Frame, phrase: PhraseId, args: &mut Arguments) {
        let modifiers = self.document.syntax.modifiers(phrase).map(|(id, _)| id);
        self.place_and_time_in(frame, modifiers, args);
    }

    fn place_and_time_in(&self, frame: &Frame, modifiers: impl Iterator<Item = PhraseId>, args: &mut Arguments) {
        for id in modifiers.take(8) {
            let (modifier, candidate) = (self.document.syntax.phrase(id), frame.candidate(id));
            if self.is_time(id) {
                if !args.has(Role::Time) {
                    args.add(Role::Time, frame.filler(id));
                }
            } else if !args.has(Role::Place)
                && modifier.preposition.is_none_or(|at| self.word(at).hash != hash(b"from"))
                && self.is_place(frame, modifier.preposition, candidate)
                && !args.holds_head(candidate.head)
            {
                args.add(Role::Place, frame.filler(id));
            }
        }
    }

    /// Place and time among the phrases that depend on a verb, or on a happening that does.
    fn around_verb(&self, frame: &Frame, id: ClauseId, trigger: Caught, spec: &Spec, args: &mut Arguments) {
        let syntax = self.document.syntax;
        let clause = syntax.clause(id);
        let side = self.own_side(frame, trigger);
        let own = |head: u32| side.is_none_or(|side| side.contains(head));
        // What lies inside an argument comes second: "in a raid on a camp near the river on Friday".
        let mut nested: [Option<PhraseId>; 3] = [None; 3];
        for (phrase_id, phrase) in frame.phrases_around(clause) {
            let slot = match phrase.link {
                Link::Oblique(of) | Link::Adverbial(of) if of == id => 0,
                Link::Object(of) if of == id => 1,
                Link::Subject(of) if of == id => 2,
                _ => continue,
            };
            if !own(phrase.head) {
                continue;
            }
            if slot > 0 {
                if Some(phrase_id) != self.phrase_of(trigger) {
                    nested[slot] = Some(phrase_id);
                }
                continue;
            }
            let candidate = frame.candidate(phrase_id);
            // "in the middle of a raid" is no place where the raid is
            let holds = matches!(trigger.kind, Trigger::Noun { .. }) && phrase.full.contains(trigger.head);
            if self.is_time(phrase_id) {
                if !args.has(Role::Time) {
                    args.add(Role::Time, frame.filler(phrase_id));
                }
            } else if !holds && self.is_place(frame, phrase.preposition, candidate) {
                if !args.has(Role::Place) && !args.holds_head(candidate.head) {
                    args.add(Role::Place, self.without_occasion(frame, frame.filler(phrase_id)));
                    // "at a crossing | on Monday"
                    let timed = syntax.modifiers(phrase_id).any(|(id, _)| self.is_time(id));
                    nested[0] = nested[0].or(timed.then_some(phrase_id));
                }
            } else if trigger.matched.contains(phrase.head)
                || self.rules.classes.happening.is_some_and(|class| frame.in_class(candidate, class))
            {
                // "stabbed to death | inside the prison"
                nested[0] = Some(phrase_id);
            }
        }
        for phrase in nested.into_iter().flatten().filter(|_| !spec.speech) {
            self.around_noun(frame, phrase, args);
        }
        if !args.has(Role::Time) {
            if let Some(time) = self.weekday_inside(id).filter(|&time| own(syntax.phrase(time).head)) {
                args.add(Role::Time, frame.filler(time));
            }
        }
        if !args.has(Role::Time) {
            let verb = clause.verb().unwrap_or(trigger.head);
            let (from, to) = (verb.saturating_sub(10).max(clause.extent.first), (verb + 14).min(clause.extent.last));
            let time = (from..to).find(|&w| {
                self.rules.classes.time_word.is_some_and(|class| self.document.lexicon.has_word(self.word(w), class))
                    && syntax.clause_of_word(w) == Some(id)
                    && w != trigger.head
                    && own(w)
            });
            if let Some(word) = time {
                args.add(Role::Time, Filler { extent: Extent::new(word, word + 1), head: word, phrase: None });
            }
        }
    }

    /// "blew up a bridge linking the town with the coast on Sunday": the day at the end of a participle that restricts the object
    /// is that of the news.
    fn weekday_inside(&self, id: ClauseId) -> Option<PhraseId> {
        let syntax = self.document.syntax;
        let clause = syntax.clause(id);
        let object = syntax.phrase(clause.objects[0].filter(|_| clause.is_finite())?);
        if object.full.last <= object.base.last + 2 {
            return None;
        }
        let within = syntax.phrases_within(Extent::new(object.base.last, object.full.last));
        let restricts = |of: ClauseId| {
            let inner = syntax.clause(of);
            inner.kind == ClauseKind::Participle && !inner.set_off && inner.governor == Some(object.head)
        };
        let day = |phrase: &Phrase| {
            let first = self.word(phrase.base.first);
            self.rules.classes.weekday.is_some_and(|class| self.document.lexicon.has_word(first, class))
        };
        let mut days =
            within.take(8).filter(|(_, phrase)| phrase.time && phrase.full.last >= object.full.last && day(phrase));
        days.find(|(_, phrase)| matches!(phrase.link, Link::Oblique(of) | Link::Adverbial(of) if restricts(of)))
            .map(|(id, _)| id)
    }

    /// "After the attack, he fled on Monday", "fled to Lesk after a raid on Monday": where a happening is only what another comes
    /// before or after, what may tell where and when it was stands behind it, on its side of the verb.
    fn own_side(&self, frame: &Frame, trigger: Caught) -> Option<Extent> {
        let carrier = frame.carrier()?;
        let clause = self.document.syntax.clause(carrier.clause);
        let verb = clause.verb()?;
        let apart = match carrier.role {
            // "the town came under attack on Monday"
            Governed::Oblique(under) if under == hash(b"under") => trigger.head < verb,
            Governed::Oblique(at) => {
                one_of!(
                    at,
                    "after" | "before" | "since" | "despite" | "following" | "until" | "over" | "amid" | "about"
                )
            }
            _ => false,
        };
        let last = if trigger.head < verb { verb } else { clause.extent.last };
        apart.then(|| Extent::new(trigger.head, last.max(trigger.head)))
    }

    /// Cuts from a place what tells on what occasion: "through the capital | in protest", "at a crossing | on Monday".
    fn without_occasion(&self, frame: &Frame, mut filler: Filler) -> Filler {
        let Some(id) = filler.phrase else { return filler };
        let occasion = |id: PhraseId, preposition: u32| {
            one_of!(
                self.word(preposition).hash,
                "in" | "on" | "after" | "before" | "during" | "amid" | "following" | "over" | "despite" | "since"
            ) && !self.is_place(frame, Some(preposition), frame.candidate(id))
        };
        let modifiers = self.document.syntax.modifiers(id).take(8);
        let cut = modifiers
            .filter_map(|(id, modifier)| Some((id, modifier.preposition?)))
            .filter(|&(id, at)| at > filler.head && occasion(id, at))
            .map(|(_, at)| at)
            .min();
        filler.extent.last = cut.map_or(filler.extent.last, |at| filler.extent.last.min(at));
        filler
    }

    /// The typed time. The argument becomes what says it: "Friday" of "Friday in the capital".
    pub(super) fn time(&self, args: &mut Arguments) -> Option<FoundTime> {
        let (_, filler) = args.list.iter_mut().find(|(role, _)| *role == Role::Time)?;
        let document = self.document;
        let found = self.rules.times.find(document.text, document.words, &self.rules.numbers, filler.extent)?;
        filler.extent = found.extent;
        Some(found)
    }

    /// Whether a phrase tells when: syntax knows it as a time, or it is a year or part of a month behind a preposition.
    fn is_time(&self, id: PhraseId) -> bool {
        let document = self.document;
        let phrase = document.syntax.phrase(id);
        let (rules, base) = (self.rules, phrase.base);
        let named = || {
            let (head, first) = (self.word(phrase.head), self.word(base.first));
            let digits = [head, first].iter().any(|word| word.kind == TokenKind::Number);
            phrase.preposition.is_some() && (digits || matches!(head.pos, Pos::Num | Pos::Propn))
        };
        let preposition = phrase.preposition.map(|at| self.word(at).hash);
        // "for hours" says how long, "delayed by six hours" by how much, "sentenced to seven years" as well
        let measured =
            || one_of!(self.word(phrase.head).hash, "minutes" | "hours" | "days" | "weeks" | "months" | "years");
        if preposition == Some(hash(b"for"))
            || preposition == Some(hash(b"by")) && measured()
            || preposition == Some(hash(b"to")) && self.word(base.first).pos == Pos::Num && base.last - base.first > 1
        {
            return false;
        }
        phrase.time
            || self.is_edge_of_time(id)
            || named() && rules.times.is_time(document.text, document.words, &rules.numbers, base)
    }

    /// "by the end of the month": what a time is part of tells when as well.
    pub(super) fn is_edge_of_time(&self, id: PhraseId) -> bool {
        let syntax = self.document.syntax;
        let phrase = syntax.phrase(id);
        let edge =
            || one_of!(self.word(phrase.head).hash, "end" | "start" | "beginning" | "middle" | "close" | "outset");
        let of = |inner: &Phrase| inner.preposition.is_some_and(|at| self.word(at).hash == hash(b"of"));
        phrase.full.last > phrase.base.last
            && edge()
            && syntax.modifiers(id).next().is_some_and(|(_, inner)| inner.time && of(inner))
    }

    fn is_place(&self, frame: &Frame, preposition: Option<u32>, candidate: Candidate) -> bool {
        let classes = &self.rules.classes;
        let lexicon = self.document.lexicon;
        let Some(preposition) = preposition else { return false };
        let located = classes.place_preposition.is_some_and(|class| lexicon.has(self.word(preposition).entry, class));
        // "a village south | of the river"
        let direction = || {
            let before = preposition.checked_sub(1).map(|before| self.word(before));
            let of = self.word(preposition).hash == hash(b"of");
            of && before.zip(classes.place_preposition).is_some_and(|(word, class)| lexicon.has(word.entry, class))
        };
        if !located && !direction() {
            return false;
        }
        // "sentenced to seven years in prison" tells how long
        let term = |word: &Word| one_of!(word.hash, "years" | "year" | "months" | "month" | "days" | "life" | "weeks");
        if one_of!(self.word(candidate.head).hash, "prison" | "jail")
            && preposition.checked_sub(1).is_some_and(|before| term(self.word(before)))
        {
            return false;
        }
        let named = self.word(candidate.head).pos == Pos::Propn
            && ![classes.actor, classes.force_name].iter().flatten().any(|&class| frame.in_class(candidate, class));
        // "on a member of the court" is not where
        let person = classes.person.is_some_and(|class| lexicon.has_word(self.word(candidate.head), class));
        named || !person && classes.place.is_some_and(|class| frame.in_class(candidate, class))
    }
}
