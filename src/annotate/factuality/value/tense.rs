//! Tense: when a clause takes place, seen from what it stands in.

use super::Values;
use crate::annotate::factuality::{is_courtesy, names_nobody};
use crate::model::Tense;
use crate::syntax::{Clause, GroupTense, Mood, VerbGroup, one_of};

impl Values<'_, '_> {
    pub(super) fn tense(&self, clause: &Clause, context: Tense) -> Tense {
        let Some(group) = clause.group else { return Tense::None };
        if group.perfect {
            // "hopes to have repaired it by Monday"
            let ahead = group.mood == Mood::Infinitive && context == Tense::Future;
            return if ahead { Tense::Future } else { Tense::Past };
        }
        match group.mood {
            Mood::Finite => self.finite_tense(clause, &group, context),
            Mood::Infinitive | Mood::Gerund | Mood::Bare if context != Tense::None => context,
            Mood::Infinitive | Mood::Bare => Tense::Future,
            Mood::Gerund => Tense::Present,
            Mood::Participle if group.passive => Tense::Past,
            Mood::Participle => {
                if context == Tense::None {
                    Tense::Present
                } else {
                    context
                }
            }
        }
    }

    fn finite_tense(&self, clause: &Clause, group: &VerbGroup, context: Tense) -> Tense {
        match group.tense {
            GroupTense::Past => Tense::Past,
            GroupTense::Future => Tense::Future,
            GroupTense::Present if context == Tense::Future => Tense::Future,
            GroupTense::Present => Tense::Present,
            GroupTense::None => match group.modal.map(|modal| self.document.words[modal as usize].hash) {
                Some(modal) if one_of!(modal, "can" | "ca") => Tense::Present,
                // "could not be reached": no ability then, rather than a possibility to come
                Some(modal)
                    if one_of!(modal, "could")
                        && (group.negation.is_some()
                            || names_nobody(self.document, clause)
                            || self.is_perceived(group)) =>
                {
                    Tense::Past
                }
                // "would not comment", "neither would say": refused to
                Some(modal)
                    if one_of!(modal, "would")
                        && (group.negation.is_some() || names_nobody(self.document, clause))
                        && (self.is_one_of(Some(group.head), self.senses.refused)
                            || group.passive && one_of!(self.document.words[group.head as usize].hash, "drawn")) =>
                {
                    Tense::Past
                }
                Some(_) if is_courtesy(self.document, clause, self.senses.courtesy) => Tense::Present,
                // "may be over", "might be hiding": of what is so now
                Some(modal)
                    if one_of!(modal, "may" | "might") && (group.copula || group.progressive)
                        || one_of!(modal, "could") && group.progressive =>
                {
                    Tense::Present
                }
                Some(_) => Tense::Future,
                None => {
                    if context == Tense::Future {
                        Tense::Future
                    } else {
                        Tense::Present
                    }
                }
            },
        }
    }
}
