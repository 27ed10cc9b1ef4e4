//! Words that are prepositions or open a clause ("after", "since", "as", "than"): what stands behind them tells.

use super::*;
use crate::syntax::one_of;

impl Parser<'_> {
    /// Prepositions that also open clauses: "after rebels fled", "before", "since", "until", "as".
    pub(super) fn is_clause_marker(&self, k: usize) -> bool {
        let marker = &self.words[self.chunks[k].extent.first as usize];
        function!(marker.function, "after" | "before" | "since" | "until" | "till" | "as" | "once")
            && matches!(self.kind_at(k + 1), Some(ChunkKind::Phrase(_)))
            && (self.directly_starts_clause(k + 1)
                || self.starts_behind_apposition(k + 1)
                || self.waiting().is_none() && !self.is_time(k + 1) && self.starts_behind_aside(k + 1))
            && !self.inverts_behind(k)
            && !self.passes_as(k)
            && !self.is_whole(k)
            || function!(marker.function, "than") && self.compares(k)
    }

    /// "The industry as a whole is doing well"
    fn is_whole(&self, k: usize) -> bool {
        let first = self.chunks[k].extent.first as usize;
        function!(self.words[first].function, "as")
            && self.words.get(first + 2).is_some_and(|word| one_of!(word.hash, "whole"))
            && self.waiting().is_some()
    }

    /// "arrived before dawn, split into groups and left": whether a time stands at chunk `k`.
    fn is_time(&self, k: usize) -> bool {
        matches!(self.chunks[k].kind, ChunkKind::Phrase(id) if self.is_time_or_year(id))
    }

    /// "fell more than analysts had hoped": whether what follows the "than" at chunk `k` is a clause, in one that has its verb.
    fn compares(&self, k: usize) -> bool {
        // "than either side has admitted"
        let either = matches!(self.kind_at(k + 1), Some(ChunkKind::Conjunction))
            && one_of!(self.words[self.chunks[k + 1].extent.first as usize].hash, "either");
        let k = k + usize::from(either);
        let verb = k + 2 + usize::from(matches!(self.kind_at(k + 2), Some(ChunkKind::Adverb)));
        matches!(self.kind_at(k + 1), Some(ChunkKind::Phrase(_)))
            && matches!(self.kind_at(verb), Some(ChunkKind::Verb(verb)) if verb.mood == Mood::Finite)
            && self.clause(self.top()).is_finite()
            && self.waiting().is_none()
    }

    /// "thieves disguised as clerks tied up a guard": whether the "as" at chunk `k` tells what somebody passes for.
    fn passes_as(&self, k: usize) -> bool {
        let before = k.checked_sub(1).map(|before| self.chunks[before].kind);
        function!(self.words[self.chunks[k].extent.first as usize].function, "as")
            && matches!(before, Some(ChunkKind::Verb(verb))
                if verb.mood != Mood::Infinitive && self.grammar.takes_as(&self.words[self.group(verb).head as usize]))
    }

    /// "Only after the vote did he speak", "not until May will it open": whether the verb behind the phrase in front of which the
    /// preposition at chunk `k` stands is an auxiliary in front of its subject.
    fn inverts_behind(&self, k: usize) -> bool {
        let front = k == 1 && {
            let first = self.words[self.chunks[0].extent.first as usize].hash;
            one_of!(first, "only" | "not")
        };
        front && {
            let verb = self.chunks[k + 1..].iter().position(|chunk| matches!(chunk.kind, ChunkKind::Verb(_)));
            verb.map(|verb| k + 1 + verb).is_some_and(|verb| {
                let auxiliary = match self.chunks[verb].kind {
                    ChunkKind::Verb(group) => self.is_inverting(&self.words[self.group(group).head as usize]),
                    _ => false,
                };
                auxiliary && matches!(self.kind_at(verb + 1), Some(ChunkKind::Phrase(_)))
            })
        }
    }

    /// "The industry as a whole will grow": the only verb behind belongs to the subject in front.
    pub(super) fn needs_verb_behind(&self, k: usize) -> bool {
        let top = self.clause(self.top());
        // "What began as a protest became a revolt"
        let free = top.kind == ClauseKind::Main && top.marker.is_some() && top.group.is_some();
        let waits = (top.group.is_none() && top.subject.is_some() || free || self.owes_verb()) && !self.comma;
        // "guards shout as they leave"
        let nominative = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Phrase(id) if self.is_nominative(id));
        waits && !self.chunks.get(k + 1).is_some_and(nominative) && {
            let verb = (k + 1..self.chunks.len())
                .find(|&j| matches!(self.chunks[j].kind, ChunkKind::Verb(group) if group.mood == Mood::Finite));
            verb.is_some_and(|verb| {
                // "The museum, closed since burglars broke in, will reopen": a verb behind the aside is enough
                !(self.in_aside() && self.resumes(verb))
                    && (!self.finite_ahead(verb) || self.owes_verb() && self.reports_clause(verb))
            })
        }
    }

    /// "A woman known only as Halima | said soldiers had come": whether the clause of the finite verb that is ahead is what the
    /// one at chunk `k` reports.
    fn reports_clause(&self, k: usize) -> bool {
        matches!(self.chunks[k].kind, ChunkKind::Verb(verb) if verb.single
            && self.grammar.quotative(&self.words[self.group(verb).head as usize]))
            && matches!(self.kind_at(k + 1), Some(ChunkKind::Phrase(_)))
            && self.directly_starts_clause(k + 1)
    }

    /// A subordinator by its tag that opens no clause here: "since early spring", "in closing the road".
    pub(super) fn is_preposition(&self, k: usize) -> bool {
        let word = &self.words[self.chunks[k].extent.first as usize];
        if function!(
            word.function,
            "that"
                | "whether"
                | "if"
                | "because"
                | "although"
                | "though"
                | "unless"
                | "so"
                | "while"
                | "whereas"
                | "when"
                | "once"
                | "even"
                | "lest"
                | "now"
                | "given"
                | "provided"
        ) {
            return false;
        }
        match self.kind_at(k + 1) {
            Some(ChunkKind::Phrase(_)) => {
                !self.directly_starts_clause(k + 1)
                    && !self.starts_behind_apposition(k + 1)
                    && !(self.waiting().is_none() && !self.is_time(k + 1) && self.starts_behind_aside(k + 1))
            }
            Some(ChunkKind::Verb(group)) => group.mood == Mood::Gerund,
            // "as “a turning point” and said"
            Some(ChunkKind::QuoteMark) if function!(word.function, "as") => {
                matches!(self.kind_at(k + 2), Some(ChunkKind::Phrase(_))) && !self.directly_starts_clause(k + 2)
            }
            _ => false,
        }
    }

    /// "as farmers protested against a tax": whether people at chunk `k` stand between "as" and a past form that no passive can be.
    pub(super) fn acts_meanwhile(&self, k: usize) -> bool {
        let before = k.checked_sub(1).map(|before| self.words[self.chunks[before].extent.first as usize].function);
        let (ChunkKind::Phrase(id), Some(ChunkKind::Verb(verb))) = (self.chunks[k].kind, self.kind_at(k + 1)) else {
            return false;
        };
        let phrase = &self.syntax.phrases[id as usize];
        let (first, head) = (&self.words[phrase.base.first as usize], &self.words[phrase.head as usize]);
        let passive = || {
            let next = self.chunks.get(k + 2).map(|next| self.words[next.extent.first as usize].function);
            self.grammar.takes_object(&self.words[self.group(verb).head as usize])
                || next.is_some_and(|next| function!(next, "by" | "as"))
        };
        before.is_some_and(|before| function!(before, "as"))
            && !function!(first.function, "a" | "an")
            && (self.grammar.names_speaker(head) || self.grammar.names_office(head) || self.grammar.names_person(head))
            && !passive()
            && !self.finite_ahead(k + 1)
    }
}
