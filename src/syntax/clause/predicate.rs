//! Verb groups: which clause they complete or carry, and which clauses they open and close.

use super::*;

impl Parser<'_> {
    #[inline(never)]
    pub(super) fn verb(&mut self, k: usize, group: VerbGroup) {
        if self.completes_question(group) {
            let top = self.top();
            let has = self.top_verb().is_some_and(|verb| is_have(self.words[verb as usize].function));
            if let Some(open) = &mut self.clause_mut(top).group {
                open.head = group.head;
                open.particle = group.particle;
                let past = group.mood == Mood::Participle || group.tense == GroupTense::Past;
                open.passive = open.copula && past || group.passive && group.extent.first != group.head;
                open.perfect |= has;
                open.copula = false;
                open.negation = open.negation.or(group.negation);
            }
            self.behind_group(group);
            return;
        }
        if self.completes_linking(k, group) {
            // "remain committed", "seem worried"
            let top = self.top();
            self.clause_mut(top).predicate = Some(group.head);
            self.behind_group(group);
            return;
        }
        let group = self.without_object(k, group);
        match group.mood {
            Mood::Finite => self.finite(k, group),
            Mood::Infinitive => self.infinitive(k, group),
            Mood::Bare => self.bare(k, group),
            Mood::Gerund => self.gerund(k, group),
            Mood::Participle => self.participle(k, group),
        }
        self.behind_group(group);
    }

    /// A participle right behind a verb that links.
    pub(super) fn completes_linking(&self, k: usize, group: VerbGroup) -> bool {
        let clause = self.clause(self.top());
        let participle =
            group.mood == Mood::Participle || group.tense == GroupTense::Past && group.extent.first == group.head;
        participle
            && clause.predicate.is_none()
            && k.checked_sub(1).is_some_and(|_| self.behind_verb(k))
            && clause.verb().is_some_and(|verb| self.grammar.is_linking(&self.words[verb as usize]))
    }

    /// "Did the army attack?": the verb of an auxiliary that stands before its subject.
    pub(super) fn completes_question(&self, group: VerbGroup) -> bool {
        let top = self.clause(self.top());
        top.inverted
            && top.kind != ClauseKind::Parenthetical
            && top.group.is_some_and(|open| {
                let auxiliary = &self.words[open.head as usize];
                let does = function!(auxiliary.function, "do" | "does" | "did") || open.modal.is_some();
                let has = is_have(auxiliary.function) || is_be(auxiliary.function);
                // "nor do analysts expect", "has the mayor signed": forms that may look like a tense
                let bare = group.tense == GroupTense::Present && (does || has && group.extent.first == group.head);
                let past = group.extent.first == group.head && group.tense == GroupTense::Past && has;
                (has || self.is_inverting(auxiliary))
                    && (bare || past || matches!(group.mood, Mood::Bare | Mood::Participle | Mood::Gerund))
            })
            && self.adjacent == top.subject
    }

    pub(super) fn behind_group(&mut self, group: VerbGroup) {
        self.touch(group.extent);
        self.joint = None;
        self.fresh = None;
        self.preposition = None;
    }

    pub(super) fn set_group(&mut self, clause: ClauseId, group: VerbGroup) {
        self.clause_mut(clause).group = Some(group);
    }
}
