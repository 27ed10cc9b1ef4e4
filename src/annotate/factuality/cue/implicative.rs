//! Verbs that turn their complement: fail, prevent, refuse, rule out.

use super::super::entry::Frame;
use super::{Finder, MODIFIERS, Reach};
use crate::annotate::found::Target;
use crate::syntax::{ClauseId, ClauseKind, Extent, PhraseId, one_of};
use crate::tag::Pos;

impl Finder<'_, '_> {
    /// fail to, prevent from: over the complement, or the object.
    pub(super) fn implicative(&self, i: u32) -> Option<Reach> {
        if self.pos(i) == Some(Pos::Noun) || self.pos(i) == Some(Pos::Adj) {
            return match self.complement(i) {
                Some(complement) => Some(self.over_complement(complement)),
                None => {
                    let id = self
                        .document
                        .syntax
                        .phrase_of_word(i)
                        .filter(|&id| self.document.syntax.phrase(id).head == i)?;
                    let of = self
                        .document
                        .syntax
                        .modifiers(id)
                        .take(MODIFIERS)
                        .find(|(_, phrase)| phrase.preposition.is_some_and(|at| one_of!(self.hash(at), "of")))?;
                    one_of!(self.hash(i), "lack" | "absence" | "prevention" | "cancellation" | "shortage" | "dearth")
                        .then(|| self.over_thing(of.0))
                }
            };
        }
        let (id, group) = self.clause_of_verb(i)?;
        if let Some(complement) = self.implied(id, i) {
            return match self.clause(complement).kind {
                ClauseKind::Infinitive | ClauseKind::Gerund => Some(match group.passive {
                    true => self.raised(id, complement),
                    false => self.over_complement(complement),
                }),
                _ => None,
            };
        }
        let clause = self.clause(id);
        let hinders = self
            .classes
            .hinder
            .iter()
            .flatten()
            .any(|&class| self.document.lexicon.match_at(self.document.words, i as usize, class).is_some());
        if !hinders {
            // "failed to answer", where what failed is taken for a noun
            let to = group.extent.last;
            let deed = one_of!(self.hash(to), "to")
                && matches!(self.pos(to + 1), Some(Pos::Noun | Pos::Adj))
                && !group.passive;
            return deed.then(|| Reach { target: Target::Complement, scope: self.up_to_sign(to) });
        }
        // "abandoned the talks", but "abandoned the town"
        let physical = self.is_verb_of(i, self.classes.physical);
        let deed = |id: PhraseId| {
            let head = self.document.syntax.phrase(id).head;
            !physical || self.is_verb_of(head, self.classes.deed)
        };
        match (clause.objects[0], clause.subject) {
            (Some(object), _) if !group.passive && !deed(object) => None,
            (_, Some(subject)) if group.passive && !deed(subject) => None,
            (Some(object), _) if !group.passive => {
                // "prevented the crew from landing", where the -ing form is a noun
                let from = self.document.syntax.phrase(object).base.last;
                let deed =
                    Some(from + 1).filter(|_| one_of!(self.hash(from), "from")).and_then(|at| self.starting_at(at));
                Some(
                    deed.map_or_else(|| self.over_thing(object), |reach| Reach { target: Target::Complement, ..reach }),
                )
            }
            // whoever is banned is there
            (_, Some(_)) if self.subject_is_person(clause) => None,
            (_, Some(subject)) if group.passive && !clause.shared_subject => Some(self.over_thing(subject)),
            _ => None,
        }
    }

    /// "stopped firing"; "stopped to rest" tells what for.
    pub(super) fn stops(&self, i: u32) -> Option<Reach> {
        let (id, _) = self.clause_of_verb(i)?;
        let complement = self.implied(id, i)?;
        (self.clause(complement).kind == ClauseKind::Gerund).then(|| self.over_complement(complement))
    }

    /// "kept rebels from leaving"; keeping on is no hindrance.
    pub(super) fn hinders(&self, i: u32) -> Option<Reach> {
        let (id, group) = self.clause_of_verb(i)?;
        let complement = self.implied(id, i)?;
        let clause = self.clause(complement);
        let from = clause.marker.is_some_and(|marker| one_of!(self.hash(marker), "from"));
        (from && clause.kind == ClauseKind::Gerund).then(|| match group.passive {
            true => self.raised(id, complement),
            false => self.over_complement(complement),
        })
    }

    /// The infinitive or -ing clause that completes a verb, also behind its object: "kept rebels from leaving".
    pub(super) fn implied(&self, id: ClauseId, verb: u32) -> Option<ClauseId> {
        self.complement(verb).or_else(|| {
            let object = self.clause(id).objects[0]?;
            self.complement(self.document.syntax.phrase(object).head)
                .filter(|&complement| self.clause(complement).kind == ClauseKind::Gerund)
        })
    }

    /// rule out, confirm: what they are depends on whether they are negated.
    pub(super) fn negated_or_not(&self, frame: Frame, extent: Extent) -> Option<(Extent, Reach)> {
        let i = extent.first;
        let (id, group) = self.clause_of_verb(i)?;
        let negation = group.negation;
        let clause = self.clause(id);
        let reach = match self.complement(i) {
            Some(complement) => self.over_complement(complement),
            None => match (clause.objects[0], clause.subject) {
                (Some(object), _) if !group.passive => self.over_thing(object),
                (_, Some(subject)) if group.passive => self.over_thing(subject),
                _ => return None,
            },
        };
        // "refuses to rule out a curfew" leaves it possible, "has yet to confirm it" open
        let refuses = || {
            let before = group.extent.first.wrapping_sub(1);
            if one_of!(self.hash(before), "yet") && clause.kind == ClauseKind::Infinitive {
                return Some(before);
            }
            let verb = clause.governor.filter(|_| clause.kind == ClauseKind::Infinitive)?;
            let turns = self.classes.turning.iter().flatten().any(|&class| self.is_verb_of(verb, Some(class)));
            turns.then_some(verb)
        };
        // "excluded the clan" leaves somebody out, "it is not excluded that" leaves something possible
        if frame == Frame::Exclude
            && extent.last == i + 1
            && (negation.is_none()
                || !group.modal.is_some_and(|modal| one_of!(self.hash(modal), "can" | "could" | "ca"))
                    && !self.complement(i).is_some_and(|id| self.clause(id).kind == ClauseKind::That))
        {
            return None;
        }
        match (frame, negation.or_else(refuses)) {
            (_, Some(negation)) if negation < i => Some((Extent::new(negation, extent.last), reach)),
            (Frame::Exclude, None) => Some((extent, reach)),
            _ => None,
        }
    }
}
