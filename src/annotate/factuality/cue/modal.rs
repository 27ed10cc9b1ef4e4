//! may, would, must: what verb groups hedge.

use super::super::{is_courtesy, names_nobody};
use super::{BEFORE_MODAL, CONDITIONAL, Finder, INVERTED, MODIFIERS, Reach};
use crate::annotate::Document;
use crate::annotate::found::FoundCue;
use crate::model::{CueClass, CueKind};
use crate::syntax::{Clause, ClauseId, ClauseKind, Extent, GroupTense, VerbGroup, one_of};
use crate::tag::Pos;

impl Finder<'_, '_> {
    pub(super) fn modal_group(&self, i: u32) -> Option<(ClauseId, VerbGroup)> {
        let word = self.word(i)?;
        if !matches!(word.pos, Pos::Aux | Pos::Verb) {
            return None;
        }
        let id = self.document.syntax.clause_of_word(i)?;
        let group = self.clause(id).group?;
        (group.modal == Some(i)).then_some((id, group))
    }

    pub(super) fn modal(&self, i: u32) -> Option<Reach> {
        let (id, group) = self.modal_group(i)?;
        // "might makes right", "through might": power
        let power = one_of!(self.hash(i), "might")
            && (one_of!(self.hash(i + 1), "is" | "was" | "has" | "makes" | "made")
                || matches!(self.pos(i.wrapping_sub(1)), Some(Pos::Adp | Pos::Det)));
        if power {
            return None;
        }
        // "nobody may enter the park" forbids
        let perceives =
            one_of!(self.hash(i), "could") && one_of!(self.hash(group.head), "see" | "feel") && self.tells_of_past(id);
        let forbids = one_of!(self.hash(i), "may") && !group.perfect && names_nobody(self.document, self.clause(id));
        if forbids || perceives || one_of!(self.hash(i), "could") && self.is_ability(id, &group) {
            return None;
        }
        Some(self.over_clause(id))
    }

    /// "could not reach the house", "so that they could leave": what somebody was able to do, rather than what may be.
    pub(super) fn is_ability(&self, id: ClauseId, group: &VerbGroup) -> bool {
        let clause = self.clause(id);
        // "could have left"; but "could not have left"
        if group.perfect {
            return group.negation.is_some() || names_nobody(self.document, clause);
        }
        // "could no longer pay"
        let no_longer = group
            .modal
            .is_some_and(|modal| one_of!(self.hash(modal + 1), "no") && one_of!(self.hash(modal + 2), "longer"));
        // "nobody could reach the house", "could find no guard"
        if no_longer
            || group.negation.is_some()
            || names_nobody(self.document, clause)
            || self.only_follows(group)
            || self.is_measure(clause)
        {
            return true;
        }
        let marked = clause.marker.is_some_and(|marker| {
            one_of!(
                self.hash(marker),
                "so" | "until"
                    | "before"
                    | "as"
                    | "than"
                    | "where"
                    | "what"
                    | "how"
                    | "when"
                    | "whatever"
                    | "if"
                    | "because"
            )
        });
        marked || clause.kind == ClauseKind::Relative && self.tells_of_past(id)
    }

    /// "so vague that they could be read at will": how vague they were
    fn is_measure(&self, clause: &Clause) -> bool {
        let Some(marker) = clause.marker.filter(|&marker| one_of!(self.hash(marker), "that")) else { return false };
        clause.kind == ClauseKind::That
            && (marker.saturating_sub(BEFORE_MODAL)..marker).any(|at| one_of!(self.hash(at), "so" | "such"))
            && matches!(self.pos(marker - 1), Some(Pos::Adj | Pos::Adv | Pos::Noun))
    }

    /// "could only be entered by day": what is allowed
    fn only_follows(&self, group: &VerbGroup) -> bool {
        group.modal.is_some_and(|modal| one_of!(self.hash(modal + 1), "only"))
    }

    /// A sentence that tells of the past outside its reports.
    pub(super) fn tells_of_past(&self, id: ClauseId) -> bool {
        let says = |verb: u32| {
            self.classes
                .say
                .is_some_and(|class| self.document.lexicon.has_word(&self.document.words[verb as usize], class))
        };
        self.past_groups(id).any(|group| !says(group.head))
    }

    /// A sentence with a past tense anywhere; in direct speech, anywhere in it.
    fn has_past(&self, id: ClauseId, modal: u32) -> bool {
        let speech = self.document.syntax.quotation_at(modal).filter(|quotation| quotation.double);
        self.past_groups(id).any(|group| speech.is_none_or(|speech| speech.inner.contains(group.head)))
    }

    pub(super) fn past_groups(&self, id: ClauseId) -> impl Iterator<Item = VerbGroup> {
        let syntax = self.document.syntax;
        let all = syntax.clauses_of[syntax.sentence_of[id as usize] as usize].clone();
        let groups = all.take(MODIFIERS).filter_map(move |other| syntax.clause(other).group);
        // "could not say" tells of the past as much as "did not say"
        let unable = |group: &VerbGroup| {
            group.negation.is_some() && group.modal.is_some_and(|modal| one_of!(self.hash(modal), "could"))
        };
        groups.filter(move |group| group.tense == GroupTense::Past || unable(group))
    }

    /// would, will, can: hedges in conditionals, which [`Self::drop_unconditional`] sees to once all conditions are found.
    pub(super) fn conditional(&self, i: u32) -> Option<Reach> {
        let (id, group) = self.modal_group(i)?;
        if one_of!(self.hash(i), "'d") && group.perfect
            || is_courtesy(self.document, self.clause(id), self.classes.courtesy)
        {
            return None;
        }
        Some(self.over_clause(id))
    }

    /// Keeps the modals of conditionals that a condition acts on, and would where it needs none.
    pub(super) fn drop_unconditional(&self, found: &mut Vec<FoundCue>) {
        let is_modal = |cue: &FoundCue| cue.class == CueClass::Modal && cue.rule == CONDITIONAL;
        if !found.iter().any(is_modal) {
            return;
        }
        let conditions: Vec<(Extent, Extent)> = found
            .iter()
            .filter(|cue| cue.kind == CueKind::Condition)
            .map(|cue| (cue.scope, self.if_clause(cue)))
            .collect();
        found.retain(|cue| {
            if !is_modal(cue) {
                return true;
            }
            let i = cue.head;
            let from = conditions.partition_point(|(scope, _)| scope.last <= i).saturating_sub(2);
            let nearby = conditions[from..].iter().take(MODIFIERS);
            nearby.filter(|(scope, _)| scope.contains(i)).any(|(_, own)| !own.contains(i)) || self.is_hypothetical(i)
        });
        // "should the well run dry, they will leave": the condition is no part of the clause, but of what the modal acts on
        for at in 1..found.len() {
            let inverted = found[..at].iter().rev().take(MODIFIERS).find(|cue| {
                cue.rule == INVERTED && cue.target == found[at].target && cue.scope.contains(found[at].head)
            });
            if let Some(scope) = inverted.map(|cue| cue.scope).filter(|_| is_modal(&found[at])) {
                found[at].scope = scope;
            }
        }
    }

    /// The clause that a condition opens.
    pub(super) fn if_clause(&self, cue: &FoundCue) -> Extent {
        match self.clause_at(cue.head) {
            Some(id) if self.clause(id).marker.is_some_and(|marker| cue.extent.contains(marker)) => {
                self.clause(id).extent
            }
            _ => cue.extent,
        }
    }

    /// "would have been", "would seem": outside reported speech, where would is the past of will.
    pub(super) fn is_hypothetical(&self, i: u32) -> bool {
        let Some((id, group)) = self.modal_group(i).filter(|_| one_of!(self.hash(i), "would" | "'d")) else {
            return false;
        };
        group.perfect && !self.is_reported_in_past(id)
            || !self.has_past(id, i)
                && !self.is_reported_in_past(id)
                && !self.narrates(i, &group)
                && !self.refuses(self.clause(id), &group)
            || one_of!(self.hash(group.head), "seem" | "appear" | "suggest" | "imply" | "indicate")
    }

    /// "would not comment", "nobody would say": refused to.
    fn refuses(&self, clause: &Clause, group: &VerbGroup) -> bool {
        let Document { words, lexicon, .. } = *self.document;
        // "would not be drawn"
        let drawn = || group.passive && one_of!(words[group.head as usize].hash, "drawn");
        (group.negation.is_some() || names_nobody(self.document, clause))
            && (drawn()
                || self.classes.refused.is_some_and(|class| lexicon.has_word(&words[group.head as usize], class)))
    }

    /// "would later become", "years later she would": the future seen from the past.
    fn narrates(&self, i: u32, group: &VerbGroup) -> bool {
        let Some(class) = self.classes.narrative else { return false };
        let first = i.saturating_sub(BEFORE_MODAL);
        (first..group.extent.last + 1)
            .any(|at| self.document.lexicon.match_at(self.document.words, at as usize, class).is_some())
    }

    pub(super) fn is_reported_in_past(&self, id: ClauseId) -> bool {
        let clause = self.clause(id);
        clause.parent.is_some_and(|parent| {
            self.clause(parent).group.is_some_and(|group| group.tense == GroupTense::Past || group.perfect)
        })
    }

    /// must, should: hedges where they infer what was or what is to be expected.
    pub(super) fn epistemic(&self, i: u32) -> Option<Reach> {
        let (id, group) = self.modal_group(i)?;
        let infers = match () {
            _ if one_of!(self.hash(i), "must") => group.perfect,
            _ => {
                group.extent.last < self.document.words.len() as u32
                    && one_of!(self.hash(group.head), "be")
                    && one_of!(self.hash(group.head + 1), "able")
                    || one_of!(self.hash(i), "should") && self.is_outcome(id, &group)
            }
        };
        (infers && group.negation.is_none()).then(|| self.over_clause(id))
    }

    /// "the loan should help the town": what is to be expected of things, not what people ought to do.
    fn is_outcome(&self, id: ClauseId, group: &VerbGroup) -> bool {
        let Document { words, lexicon, .. } = *self.document;
        let clause = self.clause(id);
        let outcome = self.classes.outcome.is_some_and(|class| lexicon.has_word(&words[group.head as usize], class));
        outcome && !group.passive && clause.subject.is_some() && !self.subject_is_person(clause)
    }
}
