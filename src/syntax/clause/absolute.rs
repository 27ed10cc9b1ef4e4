//! Absolute constructions with "with", whose parts have participles of their own: ", with nine people killed and thirty wounded".

use super::*;

impl Parser<'_> {
    /// Links the noun phrase at chunk `k` to the one in front of it in an absolute construction, if a participle stands behind both: "with
    /// nine people killed and thirty wounded", "With the road cut and the airport closed, thousands left".
    pub(super) fn joins_absolute(&mut self, k: usize, id: PhraseId) -> bool {
        let Some(before) = self.absolute() else { return false };
        let fits = matches!(self.kind_at(k + 1), Some(ChunkKind::Verb(verb)) if self.may_describe(k + 1, verb))
            && (self.conjunction.is_some() || self.clause(self.stack[self.stack.len() - 2]).group.is_some())
            && (self.conjunction.is_some() || self.list_of_absolutes(k + 1));
        if fits {
            self.pop_at(self.end_before(k));
            self.syntax.phrases[id as usize].link = Link::Conjunct(before);
        }
        fits
    }

    /// What the innermost clause, a participle, describes, if that stands behind a "with" that opens its sentence or follows a comma.
    fn absolute(&self) -> Option<PhraseId> {
        let participle = self.clause(self.top());
        if participle.kind != ClauseKind::Participle || participle.set_off || self.stack.len() <= self.floor() {
            return None;
        }
        let subject = participle.subject?;
        let mut owner = subject;
        while let Link::Conjunct(before) = self.syntax.phrases[owner as usize].link {
            owner = before;
        }
        let with = self.syntax.phrases[owner as usize].preposition?;
        let first = self.chunks[0].extent.first == with
            || function!(self.words[(with as usize).saturating_sub(1)].function, ",");
        (function!(self.words[with as usize].function, "with") && first).then_some(subject)
    }

    /// Whether the verb at chunk `at` may describe the noun phrase in front of it.
    fn may_describe(&self, at: usize, verb: VerbChunk) -> bool {
        let group = self.group(verb);
        let passive = verb.mood == Mood::Participle || self.may_be_participle(*group);
        verb.mood == Mood::Gerund
            || verb.single
                && passive
                && !self.object_behind(at)
                && !self.grammar.takes_nothing(&self.words[group.head as usize])
    }

    /// ", three lorries burned and a depot destroyed": whether a conjunction closes the list that the participle at chunk `at` stands in.
    fn list_of_absolutes(&self, at: usize) -> bool {
        let inside = |chunk: &&Chunk| !matches!(chunk.kind, ChunkKind::Conjunction | ChunkKind::Semicolon);
        let joint = at + self.chunks[at..].iter().take(LOOK_AHEAD).take_while(inside).count();
        matches!(
            (self.kind_at(joint), self.kind_at(joint + 1), self.kind_at(joint + 2)),
            (Some(ChunkKind::Conjunction), Some(ChunkKind::Phrase(_)), Some(ChunkKind::Verb(verb)))
                if self.may_describe(joint + 2, verb)
        )
    }

    /// Whether the noun phrase right in front was joined to another in an absolute construction, and waits for its participle.
    pub(super) fn in_absolute(&self, k: usize) -> bool {
        let Some(joined) = self.adjacent.map(|adjacent| self.syntax.phrases[adjacent as usize].link) else {
            return false;
        };
        let Link::Conjunct(before) = joined else { return false };
        let last = self.syntax.clauses.last();
        let described = last.is_some_and(|last| last.kind == ClauseKind::Participle && last.subject == Some(before));
        described
            && !self.comma
            && self.conjunction.is_none()
            && matches!(self.chunks[k].kind, ChunkKind::Verb(verb) if self.may_describe(k, verb))
            && {
                let mut owner = before;
                while let Link::Conjunct(before) = self.syntax.phrases[owner as usize].link {
                    owner = before;
                }
                let with = self.syntax.phrases[owner as usize].preposition;
                with.is_some_and(|with| function!(self.words[with as usize].function, "with"))
            }
    }
}
