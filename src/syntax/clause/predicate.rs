//! Verb groups: which clause they complete or carry, and which clauses they open and close.

use super::*;
use crate::tag::VerbForm;

impl Parser<'_> {
    /// "were told to “defend the gate”": a quotation may open between "to" and its verb.
    fn behind_quoted_to(&mut self, k: usize, group: VerbGroup) -> VerbGroup {
        let quoted = k > 1 && matches!(self.chunks[k - 1].kind, ChunkKind::QuoteMark);
        if !quoted || group.extent.first != group.head || !matches!(group.tense, GroupTense::Present | GroupTense::None)
        {
            return group;
        }
        let to = self.chunks[k - 2].extent;
        let bare =
            matches!(group.mood, Mood::Finite | Mood::Bare) && !self.words[group.head as usize].is_third_person();
        if !bare || to.last != to.first + 1 || !function!(self.words[to.first as usize].function, "to") {
            return group;
        }
        self.preposition = None;
        VerbGroup { mood: Mood::Infinitive, tense: GroupTense::None, ..group }
    }

    #[inline(never)]
    pub(super) fn verb(&mut self, k: usize, group: VerbGroup) {
        let group = self.behind_quoted_to(k, group);
        if let Some(joint) = self.joint_before_adverbials(k) {
            self.conjunction = Some(self.chunks[joint].extent.first);
            self.comma = joint > 0 && matches!(self.chunks[joint - 1].kind, ChunkKind::Comma);
        }
        if let Some(clause) = self.split_group(k, group) {
            self.pop_to_at(self.stack.iter().position(|&open| open == clause).map_or(1, |at| at + 1), self.content_end);
            if let Some(open) = &mut self.clause_mut(clause).group {
                open.extent = group.extent;
            }
            return self.behind_auxiliary(group);
        }
        if self.completes_question(group) {
            return self.behind_auxiliary(group);
        }
        if self.completes_linking(k, group) {
            // "remain committed", "seem worried"
            let top = self.top();
            self.clause_mut(top).predicate = Some(group.head);
            self.behind_group(group);
            return;
        }
        if self.comma && group.extent.first == group.head {
            if let Some(left) = self.listed_bare(k, group) {
                let open = self.clause(left).group;
                let (mood, modal) = open.map_or((group.mood, None), |left| (left.mood, left.modal));
                let tense = open.filter(|_| modal.is_some()).map_or(GroupTense::None, |left| left.tense);
                let id = self.coordinate(left, group.extent.first);
                self.set_group(id, VerbGroup { mood, modal, tense, ..group });
                return self.behind_group(group);
            }
        }
        if (self.comma || self.conjunction.is_some()) && group.extent.first == group.head {
            if let Some((gerund, left)) = self.shares_gerund(k, group) {
                let id = self.coordinate(gerund, group.extent.first);
                let (perfect, passive) = (left.perfect, left.passive);
                let group = VerbGroup { mood: Mood::Gerund, tense: GroupTense::None, perfect, passive, ..group };
                self.set_group(id, group);
                return self.behind_group(group);
            }
        }
        let behind_time = self.adjacent.is_some_and(|phrase| self.syntax.phrases[phrase as usize].time);
        if behind_time && self.completes_behind_time(k, group) {
            let id = self.top();
            if let Some(open) = &mut self.clause_mut(id).group {
                open.head = group.head;
                open.particle = group.particle;
                open.extent.last = group.extent.last;
                (open.passive, open.perfect) = (open.copula, open.perfect || !open.copula);
                open.copula = false;
            }
            return self.behind_group(group);
        }
        let group = self.without_object(k, group);
        let group = self.as_bare_beside(group);
        match group.mood {
            Mood::Finite => self.finite(k, group),
            Mood::Infinitive => self.infinitive(k, group),
            Mood::Bare => self.bare(k, group),
            Mood::Gerund => self.gerund(k, group),
            Mood::Participle => self.participle(k, group),
        }
        self.behind_group(group);
    }

    /// "Did the army attack?", "The army could, he said, attack": the verb of the auxiliary that the innermost clause has so far.
    fn behind_auxiliary(&mut self, group: VerbGroup) {
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
    }

    /// "to cut taxes, raise pensions and build homes": the infinitive with which a bare form behind a comma makes a list, where
    /// another stands behind the conjunction that closes it.
    fn listed_bare(&self, k: usize, group: VerbGroup) -> Option<ClauseId> {
        use ChunkKind::{Adjective, Adverb, Comma, Conjunction, Phrase, Preposition, Verb};
        // "to take over land, set up camps and rob banks": a past form may be bare as well
        let bare = |group: &VerbGroup| {
            let head = &self.words[group.head as usize];
            let unchanged = || group.extent.first == group.head && self.grammar.is_unchanged(head);
            (matches!(head.form, VerbForm::Base | VerbForm::Present) || unchanged()) && group.modal.is_none()
        };
        if !matches!(group.mood, Mood::Finite | Mood::Bare)
            || !bare(&group)
            || self.fresh.is_some_and(|fresh| fresh.comma)
        {
            return None;
        }
        let open = |clause: &Clause| {
            clause.group.is_some_and(|left| left.mood == Mood::Infinitive || left.modal.is_some() && !left.copula)
        };
        let left = self.sibling(|clause| clause.group.is_some()).filter(|&left| open(self.clause(left)))?;
        let behind = &self.chunks[k + 1..self.chunks.len().min(k + 1 + LOOK_AHEAD)];
        let skips = |chunk: &&Chunk| match chunk.kind {
            Phrase(_) | Preposition | Adverb | Adjective | Comma => true,
            // "hire workers living nearby"
            Verb(inner) => matches!(inner.mood, Mood::Gerund | Mood::Participle),
            _ => false,
        };
        let closes = behind.iter().take_while(skips).count();
        let joined = behind.get(closes).is_some_and(|chunk| matches!(chunk.kind, Conjunction));
        let mut rest = behind.get(closes + 1..)?.iter().skip_while(|chunk| matches!(chunk.kind, Adverb));
        let verb =
            rest.next().is_some_and(|chunk| matches!(chunk.kind, Verb(next) if next.single && bare(self.group(next))));
        (joined && verb).then_some(left)
    }

    /// "used the lull to hide arms, raise funds and rob shops": what looks like a present behind an infinitive, where the verb around
    /// it is past.
    fn as_bare_beside(&self, group: VerbGroup) -> VerbGroup {
        let bare = self.conjunction.is_some()
            && group.mood == Mood::Finite
            && group.tense == GroupTense::Present
            && group.extent.first == group.head
            && self.fresh.is_none_or(|fresh| !fresh.conjunction)
            && self.clause(self.top()).kind == ClauseKind::Infinitive
            && self.words[group.head as usize].pos == Pos::Verb
            && !self.words[group.head as usize].is_third_person()
            && !self.grammar.is_unchanged(&self.words[group.head as usize]);
        let past = |outer: &Clause| outer.group.is_some_and(|left| left.tense == GroupTense::Past || left.perfect);
        if !bare || !past(self.clause(self.outermost())) || self.sibling(Clause::is_finite) != Some(self.outermost()) {
            return group;
        }
        VerbGroup { mood: Mood::Bare, tense: GroupTense::None, ..group }
    }

    /// "for having funded, armed or sheltered the rebels", "for being owned or led by them": the gerund whose auxiliary the participle
    /// at chunk `k` shares, behind "or", right behind "and", or in the list that a conjunction closes.
    fn shares_gerund(&self, k: usize, group: VerbGroup) -> Option<(ClauseId, VerbGroup)> {
        use ChunkKind::{Adverb, Comma, Conjunction, Verb};
        let gerund = self.clause(self.top());
        let left = gerund.group.filter(|left| {
            gerund.kind == ClauseKind::Gerund
                && left.mood == Mood::Gerund
                && (left.extent.first != left.head || gerund.conjunct_of.is_some())
        })?;
        if group.mood != Mood::Participle && !self.may_be_participle(group) {
            return None;
        }
        let adverb = usize::from(k > 0 && matches!(self.chunks[k - 1].kind, Adverb));
        let before = |back: usize| (k - adverb).checked_sub(back).and_then(|at| self.kind_at(at));
        let verb = |kind: Option<ChunkKind>| matches!(kind, Some(Verb(_)));
        let joined = match before(1)? {
            Conjunction => {
                let word = self.conjunction.map_or(0, |word| self.words[word as usize].hash);
                one_of!(word, "or") || verb(before(2))
            }
            Comma => {
                let behind = (self.kind_at(k + 1), self.kind_at(k + 2));
                let next =
                    matches!(behind, (Some(Comma), Some(Verb(_) | Conjunction)) | (Some(Conjunction), Some(Verb(_))));
                verb(before(2)) && next
            }
            _ => false,
        };
        joined.then_some((self.top(), left))
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
