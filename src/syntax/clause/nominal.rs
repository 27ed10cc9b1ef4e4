//! Noun phrases and prepositional phrases: subject, object, apposition, conjunct, or part of another.

use super::*;
use crate::syntax::word::{is_reflexive, one_of};
use crate::tag::FunctionWord;

impl Parser<'_> {
    #[inline(never)]
    pub(super) fn phrase(&mut self, k: usize, id: PhraseId) {
        let base = self.syntax.phrases[id as usize].base;
        let word = &self.words[base.first as usize];
        let alone = base.last - base.first == 1;
        // "the mayor himself met them"
        let emphatic = || is_reflexive(word.function);
        // "Ana Reyes, herself a baker, fled"
        if self.comma
            && alone
            && emphatic()
            && matches!(
                (self.kind_at(k.wrapping_sub(1)), self.kind_at(k + 1)),
                (Some(ChunkKind::Comma), Some(ChunkKind::Phrase(_)))
            )
        {
            if let Some(owner) = self.clause(self.top()).subject.filter(|_| self.clause(self.top()).group.is_none()) {
                self.syntax.phrases[id as usize].link = Link::Apposition(owner);
            }
            self.content_end = base.last;
            return;
        }
        // "We all hid in one room"
        let all = |owner: PhraseId| function!(word.function, "all" | "both") && self.is_nominative(owner);
        let apart = || self.preposition.is_none() && self.conjunction.is_none();
        if let Some(owner) = self.adjacent.filter(|&owner| alone && apart() && (emphatic() || all(owner))) {
            self.syntax.phrases[id as usize].link = Link::Apposition(owner);
            self.content_end = base.last;
            return;
        }
        if function!(word.function, "that") {
            if alone && self.is_marker_that(k) {
                self.close_channel(k);
                return if self.conjunction.is_some() || self.is_told(k) { self.subordinator(k) } else { self.wh(k) };
            }
            if !alone && self.is_no_determiner(k) {
                let phrase = &mut self.syntax.phrases[id as usize];
                phrase.base.first += 1;
                phrase.full.first += 1;
                self.subordinator(k);
                return self.phrase(k, id);
            }
        }
        if let Some(preposition) = self.preposition.take() {
            self.prepositional(k, id, preposition);
            self.touch(base);
            self.adjacent = Some(id);
            return;
        }
        self.close_verbless(k);
        if self.comma && self.explains_behind_report(k, base) {
            self.pop();
        }
        let comma = self.comma;
        let adjacent = self.adjacent;
        let top = self.top();
        if self.is_time_in_front(k, id) {
            self.syntax.phrases[id as usize].link = Link::Adverbial(self.top());
            self.touch(base);
            return;
        }
        let joined = self.joint.take().filter(|_| self.starts_clause(k));
        let conjunction = self.conjunction.is_some() || joined.is_some();
        let has_verb = self.clause(top).group.is_some();
        let behind_quote = k > 0 && matches!(self.chunks[k - 1].kind, ChunkKind::QuoteMark);
        if (conjunction || comma) && self.joins_absolute(k, id) {
        } else if conjunction && (self.joins_subject(k) || self.joins_reported_subject(k) || self.closes_interval(k)) {
            if let Some(before) = self.before_phrase(k) {
                self.syntax.phrases[id as usize].link = Link::Conjunct(self.correlated(before));
            }
        } else if conjunction {
            self.phrase_behind_conjunction(k, id, joined);
        } else if comma || behind_quote && adjacent.is_none() && has_verb && self.starts_clause(k) {
            self.phrase_behind_comma(k, id, top, has_verb);
        } else if has_verb {
            self.argument(k, id, top);
        } else {
            self.phrase_before_verb(k, id);
        }
        self.touch(base);
        self.adjacent = Some(id);
    }

    /// "and three days later, envoys left", "and the next day rebels fled": whether the noun phrase at chunk `k` right behind a
    /// conjunction tells when what stands behind it happened.
    fn is_time_in_front(&self, k: usize, id: PhraseId) -> bool {
        let joint = self.joint.filter(|joint| joint + 1 == k);
        let Some(joint) = joint.filter(|_| self.syntax.phrases[id as usize].time) else { return false };
        let mut next = k + 1;
        while next < k + 3 && matches!(self.kind_at(next), Some(ChunkKind::Adverb | ChunkKind::Comma)) {
            next += 1;
        }
        // "for ten years and four months", "between May and December"
        let times = |before: PhraseId| self.syntax.phrases[before as usize].time;
        let row = joint > 0 && matches!(self.chunks[joint - 1].kind, ChunkKind::Phrase(before) if times(before));
        !row && !one_of!(self.words[self.chunks[joint].extent.first as usize].hash, "or")
            && !self.closes_interval(k)
            && self.clause(self.top()).group.is_some()
            && matches!(self.kind_at(next), Some(ChunkKind::Phrase(_)))
            && self.starts_clause(next)
    }

    /// A noun phrase behind a conjunction, at chunk `joined` if something stands between: the subject of the next clause, or a
    /// conjunct of the phrase in front.
    #[inline(never)]
    fn phrase_behind_conjunction(&mut self, k: usize, id: PhraseId, joined: Option<usize>) {
        let top = self.top();
        let comma = self.comma;
        let has_verb = self.clause(top).group.is_some();
        // "Egypt and Sudan, which lie downstream,": what stands in front behind a comma is the subject as well
        let alone = comma || !(k > 2 && matches!(self.chunks[k - 3].kind, ChunkKind::Comma));
        let behind = || {
            self.starts_behind_aside(k)
                || self.starts_behind_relative(k)
                || self.starts_behind_described(k)
                || self.starts_behind_infinitive(k)
        };
        let aside = has_verb
            && alone
            && (behind() || self.waiting().is_none() && (self.lists_subject(k) || self.starts_anew(k, id)));
        // "that the suffering of people trapped without food or water had grown"
        let direct = joined.is_none_or(|joint| joint + 1 == k);
        // "Denying people food and water is a crime"
        let owed = !comma && direct && has_verb && (self.describes_waiting(top) || self.opens_with_gerund(top));
        // "The clerks hurt by a bomb and the guards shot by a thief were strangers"
        let described = || {
            matches!(self.kind_at(k + 1), Some(ChunkKind::Verb(verb))
                if verb.mood == Mood::Participle || verb.single && self.may_be_participle(*self.group(verb)))
        };
        let outer = || self.clause(top).parent.and_then(|outer| self.clause(outer).subject);
        let apart = owed && self.stack.len() > self.floor() && described();
        if let Some(subject) = apart.then(outer).flatten() {
            self.pop_at(self.end_before(k));
            self.syntax.phrases[id as usize].link = Link::Conjunct(subject);
        } else if !owed && (aside || has_verb && (self.starts_clause(k) || self.starts_gapped(k)))
            || self.before_phrase(k).is_none()
        {
            // ", and by evening a slick": the comma stands in front of the conjunction
            let apart = joined.is_some_and(|joint| {
                joint.checked_sub(1).is_some_and(|sign| matches!(self.chunks[sign].kind, ChunkKind::Comma))
            });
            let comma = comma || apart;
            let fresh = Fresh { phrase: id, chunk: joined.map_or(k, |joint| joint + 1), comma, conjunction: true };
            self.fresh = Some(fresh);
            if aside || self.reduced_ahead(k) {
                self.open_coordinate(fresh);
            }
        } else if let Some(before) = self.before_phrase(k) {
            self.syntax.phrases[id as usize].link = Link::Conjunct(self.correlated(before));
        }
    }

    /// A noun phrase behind no sign, in a clause that has no verb so far: its subject, or in front of that.
    fn phrase_before_verb(&mut self, k: usize, id: PhraseId) {
        let top = self.top();
        let phrase = self.syntax.phrases[id as usize];
        if phrase.time && self.clause(top).subject.is_none() && self.phrase_ahead(k) {
            self.syntax.phrases[id as usize].link = Link::Adverbial(top);
        } else if self.clause(top).subject.is_none() {
            self.set_subject(top, id);
            self.fresh = Some(Fresh { phrase: id, chunk: k, comma: false, conjunction: false });
        } else if self.subject_is_time(top) {
            if let Some(subject) = self.clause(top).subject {
                self.syntax.phrases[subject as usize].link = Link::Adverbial(top);
            }
            self.set_subject(top, id);
            self.fresh = Some(Fresh { phrase: id, chunk: k, comma: false, conjunction: false });
        } else if phrase.time {
            self.syntax.phrases[id as usize].link = Link::Adverbial(top);
        } else if self.is_whose_object(top) {
            // ", whose removal the army demanded,"
            let object = self.clause(top).subject;
            self.set_subject(top, id);
            self.clause_mut(top).objects[0] = object;
            if let Some(object) = object {
                self.syntax.phrases[object as usize].link = Link::Object(top);
            }
            self.fresh = Some(Fresh { phrase: id, chunk: k, comma: false, conjunction: false });
        } else {
            // two noun phrases in a row: "the bridge rebels destroyed"
            self.fresh = Some(Fresh { phrase: id, chunk: k, comma: false, conjunction: false });
        }
    }

    /// A verb with tense right behind chunk `k`, or behind an adverb there: what stands in front of it is its subject.
    pub(super) fn acts_behind(&self, k: usize) -> bool {
        let mut behind = self.chunks[k + 1..].iter().filter(|chunk| !matches!(chunk.kind, ChunkKind::Adverb));
        matches!(behind.next().map(|chunk| chunk.kind), Some(ChunkKind::Verb(verb)) if verb.mood == Mood::Finite)
    }

    /// "Nine people died, officials said, the worst toll in years": what explains the clause that a report interrupts.
    fn explains_behind_report(&self, k: usize, base: Extent) -> bool {
        self.conjunction.is_none()
            && function!(self.words[base.first as usize].function, "the" | "a" | "an")
            && self.interrupted_by_report()
            && !self.starts_clause(k)
            && !self.reports_behind_modifier(k)
    }

    /// "If necessary, the army will stay": an adverbial clause of an adjective alone ends at its comma.
    fn close_verbless(&mut self, k: usize) {
        let top = self.clause(self.top());
        if top.kind != ClauseKind::Adverbial || top.group.is_some() {
            return;
        }
        // "If anything, the pace has picked up"
        let anything = |subject: PhraseId| {
            let phrase = &self.syntax.phrases[subject as usize];
            phrase.pronoun && one_of!(self.words[phrase.head as usize].hash, "anything")
        };
        if self.comma && top.subject.is_some_and(anything) {
            return self.pop();
        }
        // "If successful it can cut"
        let goes_on = || matches!(self.chunks[k].kind, ChunkKind::Phrase(id) if self.is_nominative(id));
        let bare = top.subject.is_none() && (self.comma || goes_on());
        let opens = |chunk: &Chunk| Some(chunk.extent.first) == top.marker;
        let marker = || self.chunks[..k].iter().rev().take(LOOK_AHEAD).position(opens);
        // "While happy with the result, ..."
        if bare && marker().is_some_and(|back| back > 0 && matches!(self.chunks[k - back].kind, ChunkKind::Adjective)) {
            self.pop();
        }
    }

    /// "between 1960 and 1992"
    fn closes_interval(&self, k: usize) -> bool {
        let between = |at: usize| function!(self.words[self.chunks[at].extent.first as usize].function, "between");
        k > 2
            && matches!(self.chunks[k - 1].kind, ChunkKind::Conjunction)
            && matches!(self.chunks[k - 2].kind, ChunkKind::Phrase(_))
            && (between(k - 2) || between(k - 3))
    }

    /// A participle right behind the noun phrase at chunk `k`, in front of the verb that the phrase is the subject of.
    fn reduced_ahead(&self, k: usize) -> bool {
        if self.gerund_behind_preposition(k + 1) {
            return self.starts_clause(k);
        }
        // "and sacks of grain on carts owned by smugglers were burned"
        let mut last = k;
        while matches!(
            (self.kind_at(last + 1), self.kind_at(last + 2)),
            (Some(ChunkKind::Preposition), Some(ChunkKind::Phrase(_)))
        ) {
            last += 2;
        }
        if last > k && self.verb_behind_adverbials(last + 1) && self.starts_clause(k) {
            return matches!(self.kind_at(last + 1), Some(ChunkKind::Verb(verb)) if verb.mood == Mood::Participle);
        }
        let Some(ChunkKind::Verb(verb)) = self.kind_at(k + 1) else { return false };
        // "and a depot used by the army was hit", with a participle that looks like a past tense
        let reduced = matches!(verb.mood, Mood::Gerund | Mood::Participle)
            || verb.single && self.may_be_participle(*self.group(verb)) && self.verb_behind_adverbials(k + 1);
        // "were heard, and clerks reached by telephone said"
        reduced && self.starts_clause(k) && (!self.starts_gapped(k) || self.verb_behind_adverbials(k + 1))
    }

    /// "but hopes of finding more": a preposition with the -ing form of a verb at chunk `k`.
    pub(super) fn gerund_behind_preposition(&self, k: usize) -> bool {
        matches!(self.kind_at(k), Some(ChunkKind::Preposition | ChunkKind::Subordinator))
            && function!(self.words[self.chunks[k].extent.first as usize].function, "of")
            && matches!(self.kind_at(k + 1), Some(ChunkKind::Verb(verb)) if verb.mood == Mood::Gerund)
    }

    /// Opens a clause coordinated with one before as soon as its subject is read.
    pub(super) fn open_coordinate(&mut self, fresh: Fresh) {
        let left = self.left_of(fresh, None);
        self.coordinate_with_subject(left, fresh);
    }

    /// Opens a clause coordinated with another, with a subject of its own.
    pub(super) fn coordinate_with_subject(&mut self, left: ClauseId, fresh: Fresh) -> ClauseId {
        let first = self.chunks[fresh.chunk].extent.first;
        let id = self.coordinate_at(left, first, self.end_before(fresh.chunk));
        self.clause_mut(id).shared_subject = false;
        self.set_subject(id, fresh.phrase);
        id
    }

    /// Whether another noun phrase follows that is a better subject than this one.
    fn phrase_ahead(&self, k: usize) -> bool {
        matches!(self.kind_at(k + 1), Some(ChunkKind::Phrase(_) | ChunkKind::Comma))
    }

    pub(super) fn subject_is_time(&self, clause: ClauseId) -> bool {
        self.clause(clause).subject.is_some_and(|subject| self.syntax.phrases[subject as usize].time)
    }

    pub(super) fn set_subject(&mut self, clause: ClauseId, phrase: PhraseId) {
        self.clause_mut(clause).subject = Some(phrase);
        self.syntax.phrases[phrase as usize].link = Link::Subject(clause);
    }

    /// The noun phrase before chunk `k`, commas and conjunctions between.
    pub(super) fn before_phrase(&self, k: usize) -> Option<PhraseId> {
        let mut j = k;
        while j > 0 {
            j -= 1;
            match self.chunks[j].kind {
                ChunkKind::Comma
                | ChunkKind::Conjunction
                | ChunkKind::Adverb
                | ChunkKind::QuoteMark
                | ChunkKind::Dash => {}
                ChunkKind::Phrase(id) => return Some(id),
                _ => return None,
            }
        }
        None
    }

    /// "neither the fear", "both the army", "either the cold": whether the word at chunk `k` goes with what stands behind it, and joins it
    /// to nothing before.
    pub(super) fn is_correlative(&self, k: usize) -> bool {
        matches!(self.chunks[k].kind, ChunkKind::Conjunction)
            && one_of!(self.words[self.chunks[k].extent.first as usize].hash, "neither" | "either" | "both")
            && matches!(self.kind_at(k + 1), Some(ChunkKind::Phrase(_)))
    }

    /// "neither the fear of rain nor the price": what a conjunction joins to the phrase behind "neither", "either" or "both"
    /// is no part of what modifies it.
    fn correlated(&self, before: PhraseId) -> PhraseId {
        let Link::Modifier(owner) = self.syntax.phrases[before as usize].link else { return before };
        let first = self.syntax.phrases[owner as usize].base.first as usize;
        let correlates = |at: usize| one_of!(self.words[at].hash, "neither" | "either" | "both");
        if correlates(first) || first > 0 && correlates(first - 1) { owner } else { before }
    }

    /// Whether a relative clause that "whose" opens has a noun phrase and no verb so far.
    fn is_whose_object(&self, top: ClauseId) -> bool {
        let clause = self.clause(top);
        clause.kind == ClauseKind::Relative
            && clause.group.is_none()
            && clause.objects[0].is_none()
            && clause.marker.is_some_and(|marker| one_of!(self.words[marker as usize].hash, "whose"))
    }

    /// A noun phrase behind the verb of its clause, without preposition, comma or conjunction.
    #[inline(never)]
    fn argument(&mut self, k: usize, id: PhraseId, top: ClauseId) {
        let phrase = self.syntax.phrases[id as usize];
        let clause = *self.clause(top);
        let Some(group) = clause.group else { return };
        let verb = &self.words[group.head as usize];
        // ", winds of 130 kilometres an hour tore"
        if phrase.time && self.adjacent.is_some() && self.fresh.is_some_and(|fresh| fresh.comma) {
            self.syntax.phrases[id as usize].link = Link::Adverbial(top);
            return;
        }
        // "said neither the mayor nor his deputy knew"
        let chunk = if k > 0 && self.is_correlative(k - 1) { k - 1 } else { k };
        if self.opens_reported(k, id, top) {
            return self.open_reported(chunk, id);
        }
        self.fresh = Some(Fresh { phrase: id, chunk, comma: false, conjunction: false });
        // nobody stands behind "told" but whom it is told
        let said_by = clause.kind == ClauseKind::Parenthetical
            && clause.subject.is_none()
            // "(died 4 May 2015)"
            && !phrase.time
            && self.behind_verb(k)
            && !one_of!(verb.hash, "told" | "tells");
        let link = if said_by || self.is_question_subject(k, &clause, group) {
            let clause = self.clause_mut(top);
            clause.subject = Some(id);
            clause.shared_subject = false;
            clause.inverted = true;
            Link::Subject(top)
        } else if group.copula && clause.predicate.is_none() {
            self.clause_mut(top).predicate = Some(phrase.head);
            Link::Predicate(top)
        } else if phrase.time
            && !(clause.objects[0].is_none()
                && self.behind_verb(k)
                && !group.passive
                && (self.grammar.takes_two(verb) || self.is_time_for_thing(phrase.base, verb)))
        {
            Link::Adverbial(top)
        } else if clause.objects[0].is_none() && (!group.passive || self.behind_verb(k)) {
            self.clause_mut(top).objects[0] = Some(id);
            Link::Object(top)
        } else if clause.objects[1].is_none() && (self.grammar.takes_two(verb)) && self.adjacent == clause.objects[0] {
            self.clause_mut(top).objects[1] = Some(id);
            Link::Object(top)
        } else {
            Link::Loose
        };
        self.syntax.phrases[id as usize].link = link;
    }

    /// "marks a new moment", "had a bad year": a described time as the object of a verb that takes one. "The next day" still
    /// says when.
    fn is_time_for_thing(&self, base: Extent, verb: &Word) -> bool {
        let function = |at: u32| self.words.get(at as usize).map_or(FunctionWord::default(), |word| word.function);
        let described = self.words.get(base.first as usize + 1).is_some_and(|word| word.pos == Pos::Adj);
        described
            && base.last - base.first > 2
            && function!(function(base.first), "a" | "an" | "the")
            && !function!(function(base.first + 1), "next" | "following" | "same" | "previous" | "other")
            && self.grammar.takes_time(verb)
    }
}
