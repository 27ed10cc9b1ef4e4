//! Subjects behind their auxiliary: in questions, behind what is negative, in conditions without a conjunction.

use super::*;
use crate::syntax::word::one_of;

impl Parser<'_> {
    /// "Did the army ...", "is the governor ..." at the start of a sentence; "nor did he ..."; "never had the valley ...".
    pub(super) fn is_question_subject(&self, k: usize, clause: &Clause, group: VerbGroup) -> bool {
        let first = clause.extent.first;
        let nor = || first > 0 && one_of!(self.words[first as usize - 1].hash, "nor" | "neither");
        // "What did the mayor say"
        let asked = || clause.kind == ClauseKind::Main && clause.marker.is_some_and(|at| at + 1 == group.extent.first);
        (clause.subject.is_none() || clause.shared_subject && nor())
            && (clause.marker.is_none() || asked())
            && matches!(clause.kind, ClauseKind::Main | ClauseKind::Bare)
            && group.mood == Mood::Finite
            && (self.is_inverting(&self.words[group.head as usize]) || self.had_done(k, group))
            && (group.extent.first <= first + 1 || self.is_negative_front(first))
    }

    /// "under no circumstances", "not until Monday", "only then": in front of a clause they turn its subject and its auxiliary.
    fn is_negative_front(&self, first: u32) -> bool {
        let word = |at: u32| self.words.get(at as usize).map_or(0, |word| word.hash);
        one_of!(
            word(first),
            "never"
                | "nowhere"
                | "not"
                | "only"
                | "no"
                | "nor"
                | "neither"
                | "hardly"
                | "scarcely"
                | "rarely"
                | "seldom"
                | "little"
        ) || one_of!(word(first + 1), "no")
    }

    /// "Had the guard slept", "never had the valley seen": a participle behind the noun phrase makes an auxiliary of "had".
    fn had_done(&self, k: usize, group: VerbGroup) -> bool {
        let plain = |verb: &VerbGroup| verb.extent.first == verb.head;
        let participle = |verb: &VerbGroup| {
            verb.mood == Mood::Participle || plain(verb) && matches!(verb.tense, GroupTense::Past | GroupTense::Present)
        };
        is_have(self.words[group.head as usize].function)
            && matches!(self.kind_at(k + 1), Some(ChunkKind::Verb(verb)) if participle(self.group(verb)))
    }

    /// ", should the price fall": the auxiliary in front of its subject at chunk `k` opens a condition.
    pub(super) fn inverts_for_condition(&self, k: usize, group: VerbGroup) -> bool {
        group.extent.first == group.head
            && one_of!(self.words[group.head as usize].hash, "should" | "had" | "were")
            && matches!(
                (self.kind_at(k + 1), self.kind_at(k + 2)),
                (Some(ChunkKind::Phrase(_)), Some(ChunkKind::Verb(_)))
            )
    }

    /// An auxiliary, or a form of "do" that was taken for a verb.
    pub(super) fn is_inverting(&self, word: &Word) -> bool {
        word.pos == Pos::Aux || function!(word.function, "do" | "does" | "did")
    }

    /// "ready to back an embargo should the talks fail": whether "should" opens a condition behind a clause that has its verb.
    pub(super) fn opens_condition(&self, k: usize, group: VerbGroup) -> bool {
        self.fresh.is_some()
            && self.clause(self.top()).group.is_some()
            && self.conjunction.is_none()
            && one_of!(self.words[group.head as usize].hash, "should")
            && self.inverts_for_condition(k, group)
    }

    /// Opens a condition of the main clause, or of what is threatened: "threatened to close the border should they".
    pub(super) fn open_condition(&mut self, group: VerbGroup) {
        let (top, main) = (self.top(), self.stack[0]);
        let inner = self.clause(top);
        let told = inner.kind == ClauseKind::Infinitive
            && inner.parent.is_some_and(|outer| self.clause(outer).verb() == inner.governor);
        let parent = if told || self.clause(main).group.is_none() { top } else { main };
        let governor = self.clause(parent).verb();
        self.fresh = None;
        let id = self.open(ClauseKind::Bare, group.extent.first, None, Some(parent));
        self.clause_mut(id).governor = governor;
        self.set_group(id, group);
    }
}
