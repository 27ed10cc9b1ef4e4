//! Noun phrases behind a comma: appositions, members of a list, subjects of the next clause, and of reports.

use super::*;
use crate::syntax::word::one_of;

impl Parser<'_> {
    #[inline(never)]
    pub(super) fn phrase_behind_comma(&mut self, k: usize, id: PhraseId, top: ClauseId, has_verb: bool) {
        let phrase = self.syntax.phrases[id as usize];
        let fresh = Fresh { phrase: id, chunk: k, comma: self.comma, conjunction: false };
        let starts = self.starts_clause(k);
        let before = self.before_phrase(k);
        // "said rebels, soldiers and clerks had died"
        if has_verb && self.lists_reported(k) {
            if let Some(before) = before {
                self.syntax.phrases[id as usize].link = Link::Conjunct(before);
            }
            return;
        }
        if let Some(depth) = has_verb.then(|| self.resumed(k)).flatten() {
            self.pop_to(depth);
            // "Two months after rebels took the dam, engineers working there say"
            if let Some(time) = self.clause(self.top()).subject {
                self.syntax.phrases[time as usize].link = Link::Adverbial(self.top());
            }
            self.set_subject(self.top(), id);
            self.fresh = Some(fresh);
            return;
        }
        if !has_verb {
            return self.phrase_in_front(k, fresh, before, starts);
        }
        // "a man who saw it said", "figures published by the ministry show", "data released on Monday showed"
        let modified = || match self.kind_at(k + 1) {
            Some(ChunkKind::Wh | ChunkKind::Comma) => true,
            Some(ChunkKind::Verb(verb)) => {
                matches!(verb.mood, Mood::Participle | Mood::Gerund) || verb.single && !self.is_nominative(id)
            }
            _ => false,
        };
        if (!starts || modified()) && self.reports_behind_modifier(k) {
            self.pop_to(self.floor());
            let top = self.top();
            let first = self.chunks[k].extent.first;
            let report = self.open(ClauseKind::Parenthetical, first, None, Some(top));
            return self.set_subject(report, id);
        }
        if (starts || self.opens_speech(k)) && !self.in_list(k) {
            // an outer clause that still lacks its verb takes it when the verb comes
            self.fresh = Some(fresh);
            if let Some(before) = before.filter(|_| !phrase.time && self.is_described(k)) {
                self.described = Some((id, before));
            }
            return;
        }
        match before {
            _ if phrase.time => self.syntax.phrases[id as usize].link = Link::Adverbial(top),
            Some(before) if self.in_list(k) || self.conjunct_before(before) && !starts => {
                self.syntax.phrases[id as usize].link = Link::Conjunct(before);
            }
            Some(_) if self.sums_up(id) => {}
            Some(before) => self.syntax.phrases[id as usize].link = Link::Apposition(before),
            None => self.fresh = Some(fresh),
        }
    }

    /// "took the hill near the border, a claim the rebels rejected": what stands in front as a whole is the claim, not the border.
    fn sums_up(&self, id: PhraseId) -> bool {
        let phrase = &self.syntax.phrases[id as usize];
        let word = |at: u32| &self.words[at as usize];
        one_of!(
            word(phrase.head).hash,
            "claim"
                | "move"
                | "step"
                | "allegation"
                | "accusation"
                | "charge"
                | "suggestion"
                | "assertion"
                | "development"
        ) && function!(word(phrase.base.first).function, "a" | "an")
            && self.words.get(phrase.base.last as usize).is_some_and(|next| {
                function!(next.function, "that" | "which" | "the" | "he" | "she" | "it" | "they")
                    || next.shape.has(Shape::CAPITAL)
            })
    }

    /// "said in May, “a truce that nobody watches is no truce”": a noun phrase that opens a quotation behind the comma of a report
    /// explains nothing in front.
    fn opens_speech(&self, k: usize) -> bool {
        let that = |chunk: &Chunk| function!(self.words[chunk.extent.first as usize].function, "that");
        self.behind_quote(k)
            && matches!(self.kind_at(k.wrapping_sub(2)), Some(ChunkKind::Comma))
            && (self.is_described(k) || self.chunks.get(k + 1).is_some_and(that))
            && self.top_verb().is_some_and(|verb| self.grammar.quotative(&self.words[verb as usize]))
    }

    /// Whether the noun phrase at chunk `k` is the second of a list that began right behind a verb of saying and is the subject of
    /// what is said.
    fn lists_reported(&self, k: usize) -> bool {
        let kind = |back: usize| k.checked_sub(back).map(|at| self.chunks[at].kind);
        let (Some(ChunkKind::Comma), Some(ChunkKind::Phrase(before))) = (kind(1), kind(2)) else { return false };
        let says = |verb: u32| one_of!(self.words[verb as usize].hash, "said" | "say" | "says" | "saying");
        let Some(object) = self.clause(self.top()).objects[0].filter(|_| self.top_verb().is_some_and(says)) else {
            return false;
        };
        self.lies_in(self.syntax.phrases[before as usize].head, object)
            && self.chunk_of_phrase(object, k).is_some_and(|chunk| self.behind_verb(chunk))
            && !self.syntax.phrases[object as usize].pronoun
            && self.lists_up_to_verb(k)
    }

    /// A noun phrase behind a comma in a clause that has no verb so far.
    fn phrase_in_front(&mut self, k: usize, fresh: Fresh, before: Option<PhraseId>, starts: bool) {
        let top = self.top();
        let id = fresh.phrase;
        let phrase = self.syntax.phrases[id as usize];
        let opened = self.clause(top).kind == ClauseKind::Relative && self.clause(top).marker.is_some()
            || self.reports_behind_front(k);
        if self.splits_speech(k) {
            let first = self.chunks[k].extent.first;
            let report = self.open(ClauseKind::Parenthetical, first, None, Some(top));
            return self.set_subject(report, id);
        }
        if (self.clause(top).subject.is_some() || opened) && self.interrupts(k) {
            self.fresh = Some(fresh);
            return;
        }
        // "to friends and allies, he": no apposition
        if self.is_nominative(id) {
            if let Some(subject) = self.clause(top).subject {
                self.syntax.phrases[subject as usize].link = Link::Loose;
            }
            self.set_subject(top, id);
            self.fresh = Some(fresh);
            return;
        }
        match (self.clause(top).subject, before) {
            // "Three years after the war, thousands live"
            (Some(subject), _) if self.syntax.phrases[subject as usize].time && starts && !phrase.time => {
                self.syntax.phrases[subject as usize].link = Link::Adverbial(top);
                self.set_subject(top, id);
                self.fresh = Some(fresh);
            }
            (Some(_), Some(before)) if !self.syntax.phrases[before as usize].time => {
                let list = self.in_list(k);
                self.syntax.phrases[id as usize].link = if phrase.time && !list {
                    Link::Adverbial(top)
                } else if list {
                    Link::Conjunct(before)
                } else {
                    Link::Apposition(self.outer_of(before, top))
                };
            }
            (Some(subject), _) if self.syntax.phrases[subject as usize].time => {
                self.syntax.phrases[subject as usize].link = Link::Adverbial(top);
                self.set_subject(top, id);
                self.fresh = Some(fresh);
            }
            // "According to Ana Reyes, the mayor, the bridge fell"
            (None, Some(before)) if self.explains(k) => {
                self.syntax.phrases[id as usize].link = Link::Apposition(before);
            }
            (None, _) => {
                self.set_subject(top, id);
                self.fresh = Some(fresh);
            }
            _ => self.fresh = Some(fresh),
        }
    }

    /// Whether the noun phrase at chunk `k` stands between commas in front of another that is the subject of the next verb.
    fn explains(&self, k: usize) -> bool {
        let mut j = k + 1;
        while j < k + LOOK_AHEAD
            && matches!(
                (self.kind_at(j), self.kind_at(j + 1)),
                (Some(ChunkKind::Preposition), Some(ChunkKind::Phrase(_)))
            )
        {
            j += 2;
        }
        matches!(self.kind_at(j), Some(ChunkKind::Comma))
            && matches!(self.kind_at(j + 1), Some(ChunkKind::Phrase(_)))
            && self.directly_starts_clause(j + 1)
            && !self.is_described_in_front(j + 1)
            && !self.in_list(k)
    }

    /// "According to the ministry, Velmar, | a firm based in Orv, has": whether the noun phrase at chunk `k` with its participle describes
    /// the one in front, which is the subject of the verb behind the next comma.
    fn is_described_in_front(&self, k: usize) -> bool {
        let indefinite = function!(self.words[self.chunks[k].extent.first as usize].function, "a" | "an");
        indefinite
            && matches!(self.kind_at(k + 1), Some(ChunkKind::Verb(verb)) if verb.single && self.may_be_participle(*self.group(verb)))
            && matches!(self.kind_at(k + 2), Some(ChunkKind::Preposition))
            && self.verb_behind_comma(k + 1)
    }

    /// ", officials said," between a subject and its verb, ", sources say" behind a heading.
    pub(super) fn interrupts(&self, k: usize) -> bool {
        // "officials now say"
        let adverb = matches!(self.kind_at(k + 1), Some(ChunkKind::Adverb));
        let k = k + usize::from(adverb);
        // ", doctors and nurses said,"
        let pair = matches!(
            (self.kind_at(k + 1), self.kind_at(k + 2), self.kind_at(k + 3), self.kind_at(k + 4)),
            (
                Some(ChunkKind::Conjunction),
                Some(ChunkKind::Phrase(_)),
                Some(ChunkKind::Verb(_)),
                Some(ChunkKind::Comma)
            )
        );
        let k = k + if pair { 2 } else { 0 };
        let Some(ChunkKind::Verb(group)) = self.kind_at(k + 1) else { return false };
        let reports =
            group.mood == Mood::Finite && self.grammar.quotative(&self.words[self.group(group).head as usize]);
        if reports && self.chunks[k + 2..].iter().all(|chunk| matches!(chunk.kind, ChunkKind::Other)) {
            return true;
        }
        let end = (k + LOOK_AHEAD).min(self.chunks.len());
        reports
            && self.chunks[k + 2..end.max(k + 2)]
                .iter()
                .find(|chunk| !matches!(chunk.kind, ChunkKind::Preposition | ChunkKind::Phrase(_) | ChunkKind::Adverb))
                .is_some_and(|chunk| matches!(chunk.kind, ChunkKind::Comma | ChunkKind::Dash))
    }

    fn conjunct_before(&self, phrase: PhraseId) -> bool {
        matches!(self.syntax.phrases[phrase as usize].link, Link::Conjunct(_))
    }

    /// The phrase that an apposition behind `phrase` belongs to: the subject when `phrase` only modifies it.
    fn outer_of(&self, phrase: PhraseId, top: ClauseId) -> PhraseId {
        match self.syntax.phrases[phrase as usize].link {
            Link::Modifier(owner) if self.clause(top).subject == Some(owner) => {
                // "a spokesman for the ministry, Ali Reza, said"; but "the mayor of Kyiv, the capital"
                if self.syntax.phrases[owner as usize].link == Link::Subject(top) { owner } else { phrase }
            }
            _ => phrase,
        }
    }
}
