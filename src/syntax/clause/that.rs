//! What "that" is where a noun phrase may stand: a relative pronoun, a complementiser, or a demonstrative.

use super::*;
use crate::syntax::one_of;

impl Parser<'_> {
    /// "fears the dam had been breached": whether a clause without marker right behind a noun that takes one lacks nothing, as a
    /// relative clause would.
    pub(super) fn spells_out_noun(&self, id: ClauseId) -> bool {
        let clause = self.clause(id);
        let Some((noun, subject)) = clause.governor.zip(clause.subject) else { return false };
        let subject = &self.syntax.phrases[subject as usize];
        let whole = |group: VerbGroup| {
            let head = &self.words[group.head as usize];
            group.mood == Mood::Finite
                && (group.passive
                    || clause.predicate.is_some()
                    || self.grammar.takes_nothing(head)
                    || group.modal.is_some() && is_feared(&self.words[noun as usize])
                    || clause.objects[0].is_some() && !self.grammar.takes_two(head))
        };
        // "Holt claims he has won": a verb that was taken for a noun
        let owed = clause.parent.and_then(|outer| self.clause(outer).subject);
        subject.base.first == noun + 1
            && !clause.set_off
            && self.grammar.noun_takes_that(&self.words[noun as usize])
            && self.grammar.noun_takes_clause(&self.words[noun as usize])
            && owed.is_none_or(|owed| self.syntax.phrases[owed as usize].head != noun)
            && clause.group.is_some_and(whole)
    }

    /// Whether "that" alone opens a clause.
    pub(super) fn is_marker_that(&self, k: usize) -> bool {
        self.preposition.is_none()
            && (self.is_relative_that(k)
                || self.joins_content(k)
                || self.opens_quoted(k)
                || self.reports_of_part(k)
                || self.tells_under_condition(k))
    }

    /// Whether a clause behind "that" is what somebody says, and modifies no noun.
    pub(super) fn is_told(&self, k: usize) -> bool {
        // "reported this morning that the road was open", "wrote on Telegram that drones had fallen"
        let aside = self.adjacent.is_some_and(|before| {
            let before = &self.syntax.phrases[before as usize];
            before.time || before.preposition.is_some() && before.base.last - before.base.first == 1
        }) && self.clause(self.top()).objects[0].is_none()
            && self.top_takes_clause()
            && !self.acts_behind_agent(k);
        aside
            || self.told_by(k).is_some()
            || self.is_statement_behind(k)
            || self.opens_quoted(k)
            || self.reports_of_part(k)
            || self.reports_on_channel(k)
            || self.reports_through(k).is_some()
            || self.top_verb().is_some_and(|verb| self.grammar.takes_addressee(&self.words[verb as usize]))
    }

    /// "said in a report published on Thursday that nobody had been hurt": closes a participle that tells of where a verb of saying, which
    /// has no object so far, said what stands behind "that" at chunk `k`.
    pub(super) fn close_channel(&mut self, k: usize) {
        let channel = self.clause(self.top());
        let Some(outer) = channel.parent.filter(|_| self.stack.len() > self.floor()) else { return };
        let report = self.clause(outer);
        let says = || {
            report.objects[0].is_none()
                && report.verb().is_some_and(|verb| {
                    let verb = &self.words[verb as usize];
                    self.grammar.takes_clause(verb) && self.grammar.quotative(verb)
                })
        };
        let told = channel.kind == ClauseKind::Participle
            && !channel.set_off
            && channel.is_passive()
            && self.stack[self.stack.len() - 2] == outer
            && matches!(self.kind_at(k + 1), Some(ChunkKind::Phrase(_)))
            && says()
            && !self.top_takes_clause()
            && !self.is_object_of(k)
            && !self.comma;
        if told {
            self.pop();
        }
    }

    /// "says that of the 3,200 who surrendered, half have left": right behind a verb of saying, what "of" opens is a part of something,
    /// where a comma and a subject with its verb stand behind it.
    fn reports_of_part(&self, k: usize) -> bool {
        let of =
            self.chunks.get(k + 1).is_some_and(|next| function!(self.words[next.extent.first as usize].function, "of"));
        if !of || !self.behind_verb(k) || !self.top_takes_clause() {
            return false;
        }
        let behind = k + 2..self.chunks.len().min(k + 2 + LOOK_AHEAD);
        let comma = behind.into_iter().find(|&at| matches!(self.chunks[at].kind, ChunkKind::Comma));
        comma.is_some_and(|comma| {
            matches!(self.kind_at(comma + 1), Some(ChunkKind::Phrase(_))) && self.directly_starts_clause(comma + 1)
        })
    }

    /// "told the club that if it rains, they": between somebody who is told something and what opens another clause.
    fn tells_under_condition(&self, k: usize) -> bool {
        let told = self.adjacent.is_some() && self.adjacent == self.clause(self.top()).objects[0];
        told && matches!(self.kind_at(k + 1), Some(ChunkKind::Subordinator | ChunkKind::Wh))
            && self.top_verb().is_some_and(|verb| self.grammar.takes_addressee(&self.words[verb as usize]))
    }

    /// Whether "that" in front of a noun opens a clause rather than says which.
    pub(super) fn is_no_determiner(&self, k: usize) -> bool {
        // "wrote on Monday that debris fell", "said two ships had collided and that one was leaking"
        let second = self.conjunction.is_some()
            && self.directly_starts_clause(k)
            && self.sibling(|clause| matches!(clause.kind, ClauseKind::That | ClauseKind::Bare)).is_some();
        // "reports that aid convoys were stopped"
        let told = || {
            self.adjacent.is_some_and(|noun| {
                let head = self.syntax.phrases[noun as usize].head;
                self.grammar.noun_takes_clause(&self.words[head as usize])
            }) && self.directly_starts_clause(k)
        };
        second
            || told()
            || self.preposition.is_none()
                && self.clause(self.top()).objects[0].is_none()
                && self.top_takes_clause()
                && (self.directly_starts_clause(k) || self.starts_behind_aside(k))
                && !self.comma
    }

    /// "said it was "fine" but that much work remained": behind a conjunction and in front of a noun phrase, where something has
    /// been reported.
    fn joins_content(&self, k: usize) -> bool {
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
    fn opens_quoted(&self, k: usize) -> bool {
        matches!((self.kind_at(k + 1), self.kind_at(k + 2)), (Some(ChunkKind::QuoteMark), Some(ChunkKind::Phrase(_))))
            && self.behind_verb(k)
            && (self.top_takes_clause() || self.clause(self.top()).group.is_some_and(|group| group.copula))
    }

    /// "by fears that a storm would harm the crop": behind a preposition and a noun that takes a clause, one that lacks nothing.
    fn is_statement_behind(&self, k: usize) -> bool {
        let noun = self.adjacent.map(|noun| &self.syntax.phrases[noun as usize]);
        let noun = noun.filter(|noun| noun.preposition.is_some()).map(|noun| &self.words[noun.head as usize]);
        let feared = noun.is_some_and(is_feared);
        if !noun.is_some_and(|noun| self.grammar.noun_takes_clause(noun)) || !self.directly_starts_clause(k + 1) {
            return false;
        }
        let verb = self.chunks[k + 1..].iter().position(|chunk| matches!(chunk.kind, ChunkKind::Verb(_)));
        verb.map(|verb| k + 1 + verb).is_some_and(|verb| match self.chunks[verb].kind {
            ChunkKind::Verb(chunk) => {
                let group = self.group(chunk);
                group.copula
                    || group.passive && !chunk.single
                    || group.modal.is_some() && feared
                    || self.object_behind(verb)
                    || self.grammar.takes_nothing(&self.words[group.head as usize])
            }
            _ => false,
        })
    }

    /// "wrote on social media that a raid was under way": behind a phrase with a preposition, what a verb of saying without an
    /// object reports.
    fn reports_on_channel(&self, k: usize) -> bool {
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
            && !matches!(self.kind_at(k + 1), Some(ChunkKind::Verb(_)))
    }

    /// "said in a video posted on a forum that it would strike": the verb of saying around the participle that tells where what it
    /// is said in stands, and the verb's clause.
    pub(super) fn reports_through(&self, k: usize) -> Option<(ClauseId, u32)> {
        let participle = self.clause(self.top());
        let apart = participle.kind != ClauseKind::Participle || participle.set_off || participle.objects[0].is_some();
        let before = self.adjacent.filter(|_| !apart).map(|before| &self.syntax.phrases[before as usize])?;
        let noun = self.words[participle.governor? as usize];
        let outer = participle.parent.filter(|outer| self.stack.contains(outer))?;
        let report = self.clause(outer);
        let verb = report.verb().filter(|_| report.objects[0].is_none() && !report.is_passive())?;
        let says =
            self.grammar.takes_clause(&self.words[verb as usize]) && self.grammar.quotative(&self.words[verb as usize]);
        (says
            && before.preposition.is_some()
            && (self.grammar.names_document(&noun)
                || one_of!(noun.hash, "interview" | "broadcast" | "remarks" | "comments"))
            && matches!(self.kind_at(k + 1), Some(ChunkKind::Phrase(_)))
            && self.directly_starts_clause(k + 1)
            && !self.is_object_of(k))
        .then_some((outer, verb))
    }
}

/// "fears that the dam could burst": nothing that is feared can be the object of what might happen.
fn is_feared(noun: &Word) -> bool {
    one_of!(
        noun.hash,
        "fear" | "fears" | "hope" | "hopes" | "worries" | "concern" | "concerns" | "suspicion" | "suspicions"
    )
}
