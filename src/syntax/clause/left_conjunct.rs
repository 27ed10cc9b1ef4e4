//! The open clause that a verb behind a conjunction is coordinated with: mostly the innermost, unless its form, what it tells or a comma
//! says otherwise.

use super::*;
use crate::syntax::one_of;

impl Parser<'_> {
    /// The open clause that a verb behind a conjunction is coordinated with.
    pub(super) fn left_conjunct(&self, group: VerbGroup) -> Option<ClauseId> {
        let settled = self.closed_list().or_else(|| self.left_of_nor(group)).or_else(|| self.reports_again(group));
        if settled.is_some() {
            return settled;
        }
        let innermost = self.sibling(|clause| self.may_join(clause, group))?;
        self.left_by_form(innermost, group)
            .or_else(|| self.left_by_report(innermost, group))
            .or_else(|| self.left_by_tense(innermost, group))
            .or_else(|| self.left_of_second_report(innermost, group))
            .or_else(|| self.left_beyond_comma(innermost, group))
            .or(Some(innermost))
    }

    /// "paid for tests that failed and kept no record": the last clause of a list that the conjunction closes.
    fn closed_list(&self) -> Option<ClauseId> {
        let (last, conjunction) = self.list?;
        (self.conjunction == Some(conjunction) && self.stack.contains(&last)).then_some(last)
    }

    /// "nobody knows how many are left, nor does anyone care"
    fn left_of_nor(&self, group: VerbGroup) -> Option<ClauseId> {
        let nor = self.conjunction.is_some_and(|word| one_of!(self.words[word as usize].hash, "nor"));
        let inverts = function!(self.words[group.head as usize].function, "do" | "does" | "did");
        (nor && self.comma && inverts).then(|| self.outermost())
    }

    /// Whether a clause has a verb of the same mood; "struck at noon, the survey said, and was felt": what goes on behind a report is no
    /// second verb of it.
    fn may_join(&self, clause: &Clause, group: VerbGroup) -> bool {
        clause.group.is_some_and(|left| left.mood == group.mood)
            && !(clause.kind == ClauseKind::Parenthetical
                && self.comma
                && !self.may_quote(group)
                && self.brackets.is_empty())
    }

    /// Whether a verb is one of saying; ", and will continue to dig" quotes nothing.
    fn may_quote(&self, group: VerbGroup) -> bool {
        let head = &self.words[group.head as usize];
        self.grammar.quotative(head) && !one_of!(head.hash, "continue" | "continues" | "continued")
    }

    fn may_join_in_tense(&self, clause: &Clause, group: VerbGroup) -> bool {
        self.may_join(clause, group) && clause.group.is_some_and(|left| left.tense == group.tense)
    }

    /// What number and person say.
    fn left_by_form(&self, innermost: ClauseId, group: VerbGroup) -> Option<ClauseId> {
        if self.comma && (self.goes_on_in_setting(innermost, group) || self.goes_on_behind_examples(innermost, group)) {
            return Some(innermost);
        }
        let inner = self.clause(innermost);
        // "denies its soldiers have fired and says": a plural says nothing in the singular
        let numbered = || {
            let agrees = |clause: &Clause| self.may_join(clause, group) && self.agrees(clause, group);
            if self.agrees(inner, group) { None } else { self.sibling(agrees) }
        };
        // "recommends that the council act and urges": a bare form has no second verb in -s
        let bare = || {
            let third = self.words[group.extent.first as usize].is_third_person();
            let other = |clause: &Clause| self.may_join(clause, group) && !std::ptr::eq(clause, inner);
            if self.is_bare_for_finite(innermost) && third { self.sibling(other) } else { None }
        };
        numbered().or_else(bare)
    }

    /// What the innermost clause tells of somebody who goes on to speak or to blame.
    fn left_by_report(&self, innermost: ClauseId, group: VerbGroup) -> Option<ClauseId> {
        let inner = self.clause(innermost);
        let blames = || {
            let outer = inner.parent.filter(|outer| self.stack.contains(outer)).or(Some(innermost));
            outer.filter(|_| self.blames(inner, group))
        };
        let done_to =
            || inner.parent.filter(|outer| self.stack.contains(outer) && self.is_done_to_subject(inner, group));
        self.speaks_beyond(inner, group)
            .or_else(|| self.speaks_beyond_setting(inner, group))
            .or_else(blames)
            .or_else(done_to)
    }

    /// "found that he had lied and sentenced him": nobody is his own object without "-self", so who reports does it.
    fn is_done_to_subject(&self, inner: &Clause, group: VerbGroup) -> bool {
        let at = self.chunks.partition_point(|chunk| chunk.extent.first < group.extent.last);
        let object = self.chunks.get(at).filter(|chunk| chunk.extent.first == group.extent.last);
        let alone = object.filter(|chunk| chunk.extent.last == chunk.extent.first + 1);
        let object = alone.map_or(0, |chunk| self.words[chunk.extent.first as usize].hash);
        let word = |clause: &Clause| clause.subject.map_or(0, |subject| self.head_of(subject).hash);
        let same = |subject: u64| match object {
            him if one_of!(him, "him") => one_of!(subject, "he"),
            her if one_of!(her, "her") => one_of!(subject, "she"),
            _ => false,
        };
        matches!(inner.kind, ClauseKind::That | ClauseKind::Bare)
            && same(word(inner))
            && inner.parent.is_some_and(|outer| {
                let outer = self.clause(outer);
                outer.group.is_some_and(|left| left.mood == group.mood && left.tense == group.tense)
                    && !same(word(outer))
            })
    }

    /// The innermost clause, where no comma closes it and its tense fits, or a perfect behind a perfect.
    fn left_by_tense(&self, innermost: ClauseId, group: VerbGroup) -> Option<ClauseId> {
        if self.comma {
            return None;
        }
        // "who had argued that it would help and had threatened to go", "had stopped what seemed a boat and had sunk it"
        let perfect =
            |clause: &Clause| self.may_join_in_tense(clause, group) && clause.group.is_some_and(|left| left.perfect);
        let exact = if group.perfect { self.sibling(perfect) } else { None };
        if exact.is_some() && group.tense == GroupTense::Past {
            return exact;
        }
        let inner = self.clause(innermost);
        let tense = inner.group.is_some_and(|left| left.tense == group.tense) && !self.goes_back(inner, group);
        // "a fire that has destroyed homes and forced people out": what can be a second participle of the perfect
        let shares = || {
            let perfect = |left: VerbGroup| left.perfect && left.tense == GroupTense::Present;
            self.may_be_participle(group) && inner.group.is_some_and(|left| perfect(left) && left.mood == Mood::Finite)
        };
        if (tense || shares()) && !self.accuses(innermost, group) {
            return Some(innermost);
        }
        exact
    }

    /// "noticed that a valve was open but insist that": a second report, whatever its tense.
    fn left_of_second_report(&self, innermost: ClauseId, group: VerbGroup) -> Option<ClauseId> {
        let reports = |clause: &Clause| {
            self.may_join(clause, group)
                && !matches!(
                    clause.kind,
                    ClauseKind::That | ClauseKind::Bare | ClauseKind::Relative | ClauseKind::Adverbial
                )
                && !(clause.kind == ClauseKind::Question && clause.parent.is_some())
        };
        let insists = self.accuses(innermost, group) && self.insists(self.clause(innermost), group);
        if insists { self.sibling(reports) } else { None }
    }

    /// With a comma, or another tense, a clause further out that agrees is the better one.
    fn left_beyond_comma(&self, innermost: ClauseId, group: VerbGroup) -> Option<ClauseId> {
        let same_tense = |clause: &Clause| self.may_join_in_tense(clause, group);
        // "challenged the men, who said they had come, and were reaching": a comma ends what another has opened
        let set_off = self.beyond_set_off(|clause| same_tense(clause) && self.agrees(clause, group));
        let speaks = self.may_quote(group);
        let outer = || {
            // "said he did not know her, and promised to ask"
            let goes_out = self.accuses(innermost, group)
                || self.goes_back(self.clause(innermost), group)
                || self.comma && speaks && group.extent.first == group.head;
            let told = |clause: &Clause| {
                matches!(clause.kind, ClauseKind::That | ClauseKind::Bare)
                    || clause.kind == ClauseKind::Question && clause.parent.is_some()
            };
            self.sibling(|clause| {
                same_tense(clause)
                    && !self.goes_back(clause, group)
                    && !(goes_out && told(clause))
                    && !matches!(clause.kind, ClauseKind::Relative | ClauseKind::Adverbial)
            })
        };
        set_off.or_else(outer).or_else(|| self.left_beyond_subordinate(innermost, group))
    }

    /// "built the dam that burst, and has offered": a comma ends what depends on a noun.
    fn left_beyond_subordinate(&self, innermost: ClauseId, group: VerbGroup) -> Option<ClauseId> {
        let subordinate = |kind| matches!(kind, ClauseKind::Relative | ClauseKind::Participle | ClauseKind::Adverbial);
        // "settle claims that it lied, and will set up a fund"
        let of_noun = |clause: &Clause| {
            let noun = |governor: u32| self.words[governor as usize].pos == Pos::Noun;
            clause.kind == ClauseKind::That && clause.governor.is_some_and(noun)
        };
        // "slowed as it moved inland but is still dangerous": so does another tense what tells when
        let inner = self.clause(innermost);
        let helped = group.extent.first != group.head || group.copula;
        let closed = self.comma && (subordinate(inner.kind) || of_noun(inner) && helped)
            || inner.kind == ClauseKind::Adverbial && helped;
        let outer = |clause: &Clause| self.may_join(clause, group) && !subordinate(clause.kind) && !of_noun(clause);
        if closed { self.sibling(outer) } else { None }
    }
}
