//! Lists of verbs that a conjunction ends: "broke a window, grabbed two paintings and fled", "was arrested, tortured and killed".

use super::*;

impl Parser<'_> {
    /// "broke a window, grabbed two paintings and fled": the clause with which a past form behind a comma makes a list, and the
    /// conjunction that closes it. Either the form has an object, as no passive participle has, or what stands behind the
    /// conjunction has one: "walked in, went to the counter and drew a gun".
    pub(super) fn listed_with(&self, k: usize, group: VerbGroup) -> Option<(ClauseId, u32)> {
        use ChunkKind::{Adverb, Comma, Conjunction, Preposition, Verb};
        let head = &self.words[group.head as usize];
        let moves = || {
            matches!(self.chunks.get(k + 1), Some(chunk) if matches!(chunk.kind, Preposition)
                && !function!(self.words[chunk.extent.first as usize].function, "by"))
                && !self.grammar.takes_object(head)
        };
        // "vowed to stay in the race"
        let plans = || {
            self.grammar.takes_infinitive(head)
                && matches!(self.kind_at(k + 1), Some(Verb(next)) if next.mood == Mood::Infinitive)
        };
        // "spent nine years in prison"
        let spends = || self.grammar.takes_time(head) && matches!(self.kind_at(k + 1), Some(ChunkKind::Phrase(_)));
        let object = self.object_behind(k) || spends();
        // "advised, trained and accompanied Afghan units": three verbs with one object
        let shares = || {
            k > 1
                && matches!((self.kind_at(k - 2), self.kind_at(k - 1)), (Some(Verb(_)), Some(Comma)))
                && matches!((self.kind_at(k + 1), self.kind_at(k + 2)), (Some(Conjunction), Some(Verb(_))))
                && self.object_behind(k + 2)
        };
        let acts = object || plans() || shares();
        // with two objects, a passive keeps one: "was held, denied a lawyer and beaten"
        let active = || {
            let left = self.left_conjunct(group).and_then(|left| self.clause(left).group);
            left.is_some_and(|left| left.perfect || !left.passive)
        };
        let two = object && self.grammar.takes_two(head) && group.particle.is_none();
        if two && !active() || !(acts || moves()) {
            return None;
        }
        let behind = &self.chunks[k + 1..self.chunks.len().min(k + 1 + 2 * LOOK_AHEAD)];
        let conjunction = self.end_of_list(k)?;
        let joined = matches!(behind[conjunction].kind, Conjunction);
        // "and, after being held for a year, settled in Lesk"
        let next = match behind.get(conjunction + 1).map(|chunk| chunk.kind) {
            Some(Comma) => {
                let aside = behind[conjunction + 2..].iter().take(LOOK_AHEAD);
                let length = aside.take_while(|chunk| !matches!(chunk.kind, Comma | ChunkKind::Semicolon)).count();
                conjunction + 2 + length + 1
            }
            _ => conjunction + 1,
        };
        let verb = (next..behind.len()).find(|&at| !matches!(behind[at].kind, Adverb))?;
        let follows = matches!(behind[verb].kind, Verb(next) if next.single
            && (next.tense == GroupTense::Past
                || next.mood == Mood::Participle
                || self.grammar.is_unchanged(&self.words[self.group(next).head as usize])));
        // "expelled in May, joined the navy and was killed": what has an object is no second passive
        let helped = matches!(behind[verb].kind, Verb(next) if !next.single && next.mood == Mood::Finite);
        // "trained in a camp and rose to lead it": no participle
        let past = || matches!(behind[verb].kind, Verb(next) if self.grammar.is_past(&self.words[self.group(next).head as usize]));
        let sure = acts || self.object_behind(k + 1 + verb) || past();
        let closes = joined && (follows && sure || helped && object && !two);
        // "was hurt when gunmen stormed a school, shot a guard and fled": the nearest verb that has an object as well
        let nearest = || {
            let top = self.top();
            let clause = self.clause(top);
            let acts = clause.kind == ClauseKind::Adverbial && clause.is_finite() && clause.objects[0].is_some();
            acts.then_some(top)
        };
        // "told him that it had broken off talks, recalled its envoy and would oppose": what will be done is told as well
        let told = || {
            let top = self.top();
            let clause = self.clause(top);
            let would = matches!(behind[verb].kind, Verb(next) if self.group(next).modal.is_some());
            let perfect = clause.group.is_some_and(|left| left.perfect && left.tense == GroupTense::Past);
            let fits = matches!(clause.kind, ClauseKind::That | ClauseKind::Bare) && perfect && would;
            (fits && self.may_be_participle(group)).then_some(top)
        };
        // "admitted that he no longer led the party, closed its office and said that": a second report, and what stands in between
        let reports = || {
            let head = |next| &self.words[self.group(next).head as usize];
            let says = matches!(behind[verb].kind, Verb(next) if self.grammar.quotative(head(next)));
            let inner = self.sibling(|clause| matches!(clause.kind, ClauseKind::That | ClauseKind::Bare))?;
            let plain = |left: VerbGroup| left.tense == GroupTense::Past && !left.perfect;
            let report = self.clause(inner).parent.filter(|_| says && self.reports_that_behind(k + 1 + verb))?;
            let fits = self.clause(inner).group.is_some_and(plain) && self.clause(report).group.is_some_and(plain);
            (fits && self.stack.contains(&report)).then_some(report)
        };
        let left = nearest().or_else(told).or_else(reports).or_else(|| self.left_conjunct(group)).filter(|_| closes)?;
        // "has closed two depots, moved its staff and sold the rest"
        let past = |left: VerbGroup| {
            (!left.passive || object && !two && left.mood == Mood::Finite)
                && (left.tense == GroupTense::Past || left.perfect)
        };
        self.clause(left).group.is_some_and(past).then_some((left, behind[conjunction].extent.first))
    }

    /// How many chunks behind chunk `k` the list that its verb stands in goes on: to the conjunction that closes it, if it is one.
    fn end_of_list(&self, k: usize) -> Option<usize> {
        use ChunkKind::{Adjective, Adverb, Comma, Conjunction, Phrase, Preposition, Verb, Wh};
        let behind = &self.chunks[k + 1..self.chunks.len().min(k + 1 + 2 * LOOK_AHEAD)];
        // "forced the guard out, checked his keys and fled"
        let goes_on = |at: usize, verb: VerbChunk| {
            at > 0
                && matches!(behind[at - 1].kind, Comma)
                && verb.single
                && (verb.tense == GroupTense::Past || verb.mood == Mood::Participle)
                && self.object_behind(k + 1 + at)
        };
        // "paid for tests that did not work", "said he had paid"
        let mut related = matches!(self.chunks[k].kind, ChunkKind::Verb(verb)
            if self.grammar.quotative(&self.words[self.group(verb).head as usize]))
            && matches!(self.kind_at(k + 1), Some(ChunkKind::Phrase(id)) if self.is_nominative(id));
        behind.iter().enumerate().position(|(at, chunk)| match chunk.kind {
            Wh => std::mem::replace(&mut related, true),
            Phrase(_) if function!(self.words[chunk.extent.first as usize].function, "that") => {
                related = true;
                false
            }
            Phrase(_) | Preposition | Adverb | Adjective | Comma | ChunkKind::QuoteMark => false,
            Verb(verb) if verb.mood == Mood::Infinitive || goes_on(at, verb) => false,
            // "cut the road leading out of it and called"
            Verb(verb) if verb.mood == Mood::Gerund && at > 0 && matches!(behind[at - 1].kind, Phrase(_)) => false,
            Verb(_) => !std::mem::take(&mut related),
            // "tied up a clerk and a guard and fled"
            Conjunction => !matches!(behind.get(at + 1).map(|chunk| chunk.kind), Some(Phrase(_))),
            _ => true,
        })
    }

    /// "hit three posts; destroyed a bridge; and damaged two roads": whether a past form with its object stands behind the semicolon
    /// at chunk `k`, and one in the past in front.
    pub(super) fn lists_behind_semicolon(&self, k: usize) -> bool {
        let joined = usize::from(matches!(self.kind_at(k + 1), Some(ChunkKind::Conjunction)));
        let at = k + 1 + joined;
        let first = self.clause(self.outermost());
        let past = |left: VerbGroup| left.mood == Mood::Finite && left.tense == GroupTense::Past && !left.passive;
        matches!(self.kind_at(at), Some(ChunkKind::Verb(verb)) if verb.single
            && (verb.tense == GroupTense::Past || verb.mood == Mood::Participle))
            && first.kind == ClauseKind::Main
            && first.subject.is_some()
            && first.group.is_some_and(past)
            && self.object_behind(at)
            // "; captured rebels were led away"
            && !matches!(self.kind_at(at + 2), Some(ChunkKind::Verb(verb)) if verb.mood == Mood::Finite)
    }

    /// Opens the next clause of a list, and remembers which conjunction closes it.
    pub(super) fn go_on_listing(&mut self, (left, conjunction): (ClauseId, u32), group: VerbGroup) {
        let perfect = self.clause(left).group.filter(|left| left.perfect);
        let group = perfect.map_or(group, |left| VerbGroup { perfect: true, tense: left.tense, ..group });
        let id = self.coordinate(left, group.extent.first);
        self.list = Some((id, conjunction));
        self.set_group(id, group);
    }

    /// "exchanged fire with gunmen, called in planes and withdrew": whether the next verb behind chunk `k` is a past form behind a
    /// comma.
    pub(super) fn list_goes_on(&self, k: usize) -> bool {
        let behind = &self.chunks[k + 1..];
        let verb = behind.iter().take(LOOK_AHEAD).position(|chunk| matches!(chunk.kind, ChunkKind::Verb(_)));
        verb.is_some_and(|verb| {
            verb > 0
                && matches!(behind[verb - 1].kind, ChunkKind::Comma)
                && matches!(behind[verb].kind, ChunkKind::Verb(next) if next.single
                    && (next.tense == GroupTense::Past || next.mood == Mood::Participle))
        })
    }

    /// "was arrested, tortured and killed": whether a third participle stands behind a conjunction, as the one at chunk `k`
    /// does behind a comma, and all share one auxiliary.
    pub(super) fn lists_passives(&self, k: usize) -> bool {
        let top = self.clause(self.top());
        // no passive is "escaped" or "took"; "denied a lawyer" may be one
        let may_share = |at: usize, verb: VerbChunk| {
            let head = &self.words[self.group(verb).head as usize];
            verb.single
                && (!self.object_behind(at) || at == k && self.grammar.takes_two(head))
                && !self.grammar.takes_nothing(head)
                && (verb.mood == Mood::Participle || verb.tense == GroupTense::Past && !self.grammar.is_past(head))
        };
        let skips = |(at, chunk): &(usize, &Chunk)| match chunk.kind {
            ChunkKind::Phrase(_) | ChunkKind::Preposition | ChunkKind::Adverb | ChunkKind::Comma => true,
            ChunkKind::Verb(verb) => {
                matches!(self.chunks[k + at].kind, ChunkKind::Comma) && may_share(k + 1 + at, verb)
            }
            _ => false,
        };
        let behind = self.chunks[k + 1..].iter().take(2 * LOOK_AHEAD).enumerate();
        let closes = k + 1 + behind.take_while(skips).count();
        let adverb = matches!(self.kind_at(closes + 1), Some(ChunkKind::Adverb));
        let last = closes + 1 + usize::from(adverb);
        top.is_finite()
            && matches!(self.chunks[k].kind, ChunkKind::Verb(verb) if may_share(k, verb))
            && matches!(self.kind_at(closes), Some(ChunkKind::Conjunction))
            && matches!(self.kind_at(last), Some(ChunkKind::Verb(verb)) if may_share(last, verb))
    }

    /// "- trained 300 nurses": what somebody who stands above a list has done.
    pub(super) fn opens_list_item(&self, k: usize, group: VerbGroup) -> bool {
        let mark = self.chunks[0].extent.first.checked_sub(1).map_or(0, |before| self.words[before as usize].hash);
        k == 0
            && one_of!(mark, "-" | "–" | "•" | "*" | "·" | "●" | "▪" | "◦" | "■")
            && group.extent.first == group.head
            && (group.mood == Mood::Participle || group.tense == GroupTense::Past)
            && self.object_behind(k)
            && !self.grammar.quotative(&self.words[group.head as usize])
    }

    /// "The list names two banks and nine firms accused of fraud": behind a verb in the present with its object, a past form
    /// without the object that it needs belongs to the last thing of a list. Headlines, whose subjects have no article, may
    /// tell of a second event.
    pub(super) fn lists(&self, k: usize, group: VerbGroup) -> bool {
        let top = self.clause(self.top());
        let ahead = top.group.is_some_and(|left| left.tense == GroupTense::Future && !left.passive);
        let plain = top.group.is_some_and(|left| {
            left.tense == GroupTense::Present
                && left.extent.first == left.head
                && !left.passive
                && left.mood == Mood::Finite
        });
        let told = |subject: PhraseId| {
            let phrase = &self.syntax.phrases[subject as usize];
            phrase.pronoun || self.words[phrase.base.first as usize].pos == Pos::Det
        };
        // "include an embargo and a freeze of assets held abroad": what something holds has no second verb
        let includes = top.verb().is_some_and(|verb| {
            one_of!(
                self.words[verb as usize].hash,
                "include" | "includes" | "included" | "comprise" | "comprises" | "comprised" | "contain" | "contains"
            )
        });
        let held = || {
            includes
                && matches!(
                    self.kind_at(k + 1),
                    Some(ChunkKind::Preposition | ChunkKind::Adverb | ChunkKind::Other) | None
                )
        };
        (ahead || held() || plain && top.subject.is_some_and(told))
            && top.objects[0].is_some()
            && self.may_be_participle(group)
            && (self.lacks_object(k) || held())
    }
}
