//! Verbs side by side that make one claim: "was seized and burned by the mob", "neither confirmed nor denied it".

use super::Finder;
use crate::syntax::{Clause, ClauseId, GroupTense, VerbGroup, is_reflexive, one_of};
use crate::tag::Pos;

impl Finder<'_, '_> {
    /// Whether a clause shares everything with the one it is coordinated with, so that it makes no claim of its own.
    pub(super) fn merges_left(&self, clause: &Clause) -> bool {
        let Some(left) = clause.conjunct_of.map(|left| self.document.syntax.clause(left)) else { return false };
        if self.joins_adjective(left, clause) {
            return true;
        }
        let (Some(first), Some(second)) = (left.group, clause.group) else { return false };
        clause.shared_subject
            && left.extent.last <= first.extent.last
            && !first.copula
            && self.shares_auxiliary(&first, &second, clause)
            && self.shares_complement(clause)
            && !self.is_parted(left, clause)
    }

    /// The last of the verbs that merge into a clause.
    pub(super) fn last_merged(&self, id: ClauseId) -> ClauseId {
        // "units, some of which are paid, had seized and sold cars": what lies in the subject stands between
        const FARTHEST: ClauseId = 3;
        let clauses = &self.document.syntax.clauses;
        let mut last = id;
        let next = |last: ClauseId| {
            (last + 1..=last + FARTHEST).find(|&right| {
                let right = clauses.get(right as usize);
                right.is_some_and(|right| right.conjunct_of == Some(last) && self.merges_left(right))
            })
        };
        while let Some(right) = next(last) {
            last = right;
        }
        last
    }

    /// Whether what stands in front of the first verb is said of the second as well, which has nothing of its own there.
    fn shares_auxiliary(&self, first: &VerbGroup, second: &VerbGroup, clause: &Clause) -> bool {
        // "has seized and burned it": the auxiliary is shared
        let perfect = first.perfect && second.tense == GroupTense::Past;
        // "was hit and was repaired" shares its subject only
        (first.tense == second.tense || perfect)
            // "was caught and later freed" is done at another time
            && second.extent.first <= clause.extent.first
            && self.document.words[second.extent.first as usize].pos != Pos::Aux
            // "neither confirmed nor denied it"
            && (self.follows_nor(second.extent.first) || first.negation.is_some() == second.negation.is_some())
            && first.modal == second.modal
    }

    /// Whether something stands behind the second verb that the first can share: "disagreed and resigned" share nothing.
    fn shares_complement(&self, clause: &Clause) -> bool {
        // "have mutinied and locked themselves in"
        let object = clause.objects[0].is_some_and(|object| {
            let head = self.document.syntax.phrase(object).head;
            !is_reflexive(self.document.words[head as usize].function)
        });
        clause.is_passive() || object || self.follows_nor(clause.extent.first)
    }

    /// "He failed, and blamed the rebels": whether a comma parts two verbs.
    fn is_parted(&self, left: &Clause, clause: &Clause) -> bool {
        let before = |back: u32| clause.extent.first.checked_sub(back).map_or(0, |at| self.word_hash(at));
        left.conjunct_of.is_none() && one_of!(before(1), "and" | "but") && one_of!(before(2), ",")
    }

    fn follows_nor(&self, first: u32) -> bool {
        first.checked_sub(1).is_some_and(|before| one_of!(self.word_hash(before), "nor"))
    }

    fn word_hash(&self, at: u32) -> u64 {
        self.document.words[at as usize].hash
    }

    /// "was unfair and politically motivated": a participle without anything behind it, beside an adjective.
    fn joins_adjective(&self, left: &Clause, right: &Clause) -> bool {
        let copula = left.group.is_some_and(|group| group.copula);
        let Some(group) = right.group.filter(|_| copula && right.shared_subject && right.is_passive()) else {
            return false;
        };
        let words = &self.document.words;
        let ends = words.get(group.extent.last as usize).is_none_or(|word| matches!(word.pos, Pos::Punct | Pos::Cconj));
        let bare = words[right.extent.first as usize..group.extent.last as usize]
            .iter()
            .all(|word| matches!(word.pos, Pos::Adv | Pos::Verb));
        ends && bare && left.predicate.is_some_and(|predicate| predicate + 1 == left.extent.last)
    }
}
