//! What "that" is where a noun phrase may stand: a relative pronoun, a complementiser, or a demonstrative.

use super::*;

impl Parser<'_> {
    /// "said it was "fine" but that much work remained": behind a conjunction and in front of a noun phrase, where something has
    /// been reported.
    pub(super) fn joins_content(&self, k: usize) -> bool {
        self.conjunction.is_some()
            && self.chunks.get(k + 1).is_some_and(|next| match next.kind {
                ChunkKind::Phrase(_) | ChunkKind::Subordinator => true,
                // "that by then it had gone", but "his own and that of his wife"
                ChunkKind::Preposition => !function!(self.words[next.extent.first as usize].function, "of"),
                _ => false,
            })
            && self.sibling(|clause| matches!(clause.kind, ClauseKind::That | ClauseKind::Bare)).is_some()
    }

    /// "The trouble is that “you leave out the rest”": right behind a verb, in front of a quoted clause.
    pub(super) fn opens_quoted(&self, k: usize) -> bool {
        let kind = |at: usize| self.chunks.get(at).map(|chunk| chunk.kind);
        matches!((kind(k + 1), kind(k + 2)), (Some(ChunkKind::QuoteMark), Some(ChunkKind::Phrase(_))))
            && self.behind_verb(k)
            && (self.top_takes_clause() || self.clause(self.top()).group.is_some_and(|group| group.copula))
    }

    /// "by fears that a storm would harm the crop": behind a preposition and a noun that takes a clause, one that lacks nothing.
    pub(super) fn is_statement_behind(&self, k: usize) -> bool {
        let noun = self.adjacent.map(|noun| &self.syntax.phrases[noun as usize]);
        let noun = noun.filter(|noun| noun.preposition.is_some()).map(|noun| &self.words[noun.head as usize]);
        if !noun.is_some_and(|noun| self.grammar.noun_takes_clause(noun)) || !self.directly_starts_clause(k + 1) {
            return false;
        }
        let verb = self.chunks[k + 1..].iter().position(|chunk| matches!(chunk.kind, ChunkKind::Verb(_)));
        verb.map(|verb| k + 1 + verb).is_some_and(|verb| match self.chunks[verb].kind {
            ChunkKind::Verb(chunk) => {
                let group = self.group(chunk);
                group.copula
                    || group.passive && !chunk.single
                    || self.object_behind(verb)
                    || self.grammar.takes_nothing(&self.words[group.head as usize])
            }
            _ => false,
        })
    }

    /// "wrote on social media that a raid was under way": behind a phrase with a preposition, what a verb of saying without an
    /// object reports.
    pub(super) fn reports_on_channel(&self, k: usize) -> bool {
        let Some(before) = self.adjacent.map(|before| &self.syntax.phrases[before as usize]) else { return false };
        let top = self.clause(self.top());
        before
            .preposition
            .is_some_and(|at| function!(self.words[at as usize].function, "on" | "in" | "at" | "to" | "over"))
            && top.objects[0].is_none()
            && top.verb().is_some_and(|verb| {
                let verb = &self.words[verb as usize];
                self.grammar.takes_clause(verb) && self.grammar.quotative(verb)
            })
            && !matches!(self.chunks.get(k + 1).map(|chunk| chunk.kind), Some(ChunkKind::Verb(_)))
    }
}
