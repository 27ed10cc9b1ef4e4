//! Noun phrases behind a conjunction that share the subject place with the one in front, where a verb for both is still to come.

use super::*;

impl Parser<'_> {
    /// Whether the noun phrase at chunk `k` stands behind "and" in a subject that is being read, or in the object of a participle
    /// inside one: ", doctors and nurses said", "a plane carrying food and tents landed".
    pub(super) fn joins_subject(&self, k: usize) -> bool {
        let Some(before) = self.before_phrase(k).filter(|_| !self.comma) else { return false };
        if self.fresh.is_some_and(|fresh| fresh.comma && !fresh.conjunction && fresh.phrase == before) {
            return true;
        }
        if self.closes_pair(k) || self.joins_second_subject(k, before) {
            return true;
        }
        let top = self.clause(self.top());
        let nonfinite = top.group.is_some_and(|group| matches!(group.mood, Mood::Gerund | Mood::Participle));
        let waits = self
            .stack
            .len()
            .checked_sub(2)
            .map(|outer| self.clause(self.stack[outer]))
            .is_some_and(|outer| outer.group.is_none() && outer.subject.is_some());
        nonfinite && waits && top.kind == ClauseKind::Participle && !top.set_off && top.objects[0] == Some(before)
    }

    /// "neither the mayor nor his deputy", "both his wife and two sons": what the first word of the pair stands before is in front.
    fn closes_pair(&self, k: usize) -> bool {
        let inside = |chunk: &&Chunk| matches!(chunk.kind, ChunkKind::Phrase(_) | ChunkKind::Preposition);
        let behind = &self.chunks[..k.saturating_sub(1)];
        let long = behind.iter().rev().take(LOOK_AHEAD).take_while(inside).count();
        matches!(self.chunks[k - 1].kind, ChunkKind::Conjunction)
            && long > 0
            && behind.len() > long
            && self.is_correlative(behind.len() - long - 1)
    }

    /// "and a teacher and two pupils were hurt", "but all of its land and a house in town are": whether the noun phrase in front
    /// stands behind a conjunction as the subject of the next clause, and this one is joined to it.
    fn joins_second_subject(&self, k: usize, before: PhraseId) -> bool {
        let Some(fresh) = self.fresh.filter(|fresh| fresh.conjunction && fresh.chunk + 1 < k) else { return false };
        let plain = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Phrase(_) | ChunkKind::Preposition);
        // "sold a car and a house and his wife kept": the first conjunction may join objects
        let object = fresh.chunk > 1 && matches!(self.chunks[fresh.chunk - 2].kind, ChunkKind::Phrase(_));
        (fresh.comma || !object)
            && matches!(self.chunks[k - 1].kind, ChunkKind::Conjunction)
            && self.chunks[fresh.chunk..k - 1].iter().all(plain)
            && self.lies_in(self.syntax.phrases[before as usize].head, fresh.phrase)
            // "and the price of salt and pepper has risen": what modifies the subject may be two things
            && (matches!(self.syntax.phrases[before as usize].link, Link::Modifier(_)) || self.next_verb_may_be_plural(k))
    }

    /// Whether the next verb behind the noun phrase at chunk `k` may have a subject that is two things: not "was", not "says".
    fn next_verb_may_be_plural(&self, k: usize) -> bool {
        self.next_verb(k).is_some_and(|verb| !self.words[verb.extent.first as usize].is_third_person())
    }

    /// "said he and others had fled", "said the curbs on fish and on fruit were lifted": whether the noun phrase at chunk `k` shares
    /// a verb with what looks like the object of a verb of saying, which hardly has one.
    pub(super) fn joins_reported_subject(&self, k: usize) -> bool {
        let top = self.clause(self.top());
        let says = |group: VerbGroup| {
            let verb = &self.words[group.head as usize];
            let addressed = self.grammar.takes_addressee(verb) && top.objects[1].is_none();
            !(group.passive || addressed)
                && (group.mood == Mood::Finite || self.grammar.takes_only_clause(verb))
                && self.grammar.takes_clause(verb)
                && self.grammar.follows_report(verb)
                && !self.grammar.takes_statement(verb)
                && !self.grammar.takes_object(verb)
        };
        if self.comma || !top.group.is_some_and(says) {
            return false;
        }
        let Some(fresh) = self.fresh.filter(|fresh| !fresh.comma && !fresh.conjunction) else { return false };
        // "charged the man with theft and his boss fired him", "found a man and they shot him"
        let oblique = |before: PhraseId| {
            let phrase = &self.syntax.phrases[before as usize];
            let with = |at: u32| function!(self.words[at as usize].function, "with" | "to");
            matches!(phrase.link, Link::Oblique(_)) && phrase.preposition.is_some_and(with)
        };
        let ChunkKind::Phrase(second) = self.chunks[k].kind else { return false };
        let it = function!(self.words[self.chunks[fresh.chunk].extent.first as usize].function, "it");
        let again = self.is_nominative(second) && (it || !self.is_nominative(fresh.phrase));
        if self.before_phrase(k).is_some_and(oblique) || again || self.syntax.phrases[second as usize].time {
            return false;
        }
        let subject = &self.syntax.phrases[fresh.phrase as usize];
        // "said nothing and the men left"
        let thing = self.is_nominative(fresh.phrase) || !subject.pronoun;
        let plural = |verb: u32| !self.words[verb as usize].is_third_person();
        let reports = |verb: u32| self.grammar.quotative(&self.words[verb as usize]);
        thing
            && !subject.time
            && self.behind_verb(fresh.chunk)
            && self.starts_clause(k)
            && self.next_verb(k).is_some_and(|verb| plural(verb.extent.first) && !reports(verb.head))
    }

    /// The next verb group behind the noun phrase at chunk `k`.
    fn next_verb(&self, k: usize) -> Option<VerbGroup> {
        self.chunks[k + 1..].iter().take(LOOK_AHEAD).find_map(|chunk| match chunk.kind {
            ChunkKind::Verb(verb) => Some(*self.group(verb)),
            _ => None,
        })
    }
}
