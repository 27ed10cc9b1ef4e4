//! Questions that stay open, and the clause that leaves them so: "it is unclear whether the pilot survived".

use super::Finder;
use crate::model::CueKind;
use crate::syntax::{Clause, ClauseId, ClauseKind, Extent, Mood, one_of};

impl Finder<'_, '_> {
    /// "It is unclear whether the pilot survived", "it is too early to say whether": an open question, and the clause that asks
    /// it.
    pub(super) fn asks(&self, question: &Clause) -> Option<ClauseId> {
        let syntax = self.document.syntax;
        let inner = question.parent.filter(|_| question.kind == ClauseKind::Question && question.is_finite())?;
        // "How many were hurt is not known"
        if self.left_open_by(question).is_some() {
            return Some(inner);
        }
        // "Whether the pilot survived is unclear"
        if self.is_whether(question) {
            let outer = syntax.clause(inner);
            // "Whether it came from within, as is claimed, remains disputed"
            let last = question.extent.last;
            let comma = u32::from(one_of!(self.document.words.get(last as usize).map_or(0, |word| word.hash), ","));
            let verb = outer.group.filter(|verb| verb.extent.first == last + comma);
            if verb.is_some_and(|verb| {
                verb.copula && outer.predicate.is_some() || verb.passive || verb.mood == Mood::Finite
            }) {
                return Some(inner);
            }
        }
        let infinitive = Some(syntax.clause(inner)).filter(|clause| clause.kind == ClauseKind::Infinitive);
        let outer = infinitive.map_or(Some(inner), |infinitive| infinitive.parent)?;
        let clause = syntax.clause(outer);
        let subject = syntax.phrase(clause.subject?);
        let expletive = subject.pronoun && one_of!(self.document.words[subject.head as usize].hash, "it");
        let word = |at: u32| self.document.words[at as usize].hash;
        let group = clause.group?;
        // "nobody knows who fired first"
        let unknown = one_of!(word(subject.base.first), "nobody" | "no" | "none" | "no-one")
            && one_of!(word(group.head), "know" | "knows" | "knew");
        if unknown && infinitive.is_none() {
            return Some(outer);
        }
        let group = Some(group).filter(|_| expletive)?;
        let stated = match infinitive.and_then(|infinitive| infinitive.group) {
            // "it remains to be seen whether"
            Some(seen) => {
                // "it was too soon to say whether"
                let before =
                    seen.extent.first.checked_sub(1).map_or(0, |before| self.document.words[before as usize].hash);
                // "it is not easy to tell what happened" leaves nothing open
                let open = || self.is_whether(question) || self.is_left_open_in(clause.extent);
                clause.predicate.is_some() && open()
                    || seen.passive
                    || group.copula && one_of!(before, "soon" | "early")
            }
            // "it remains unclear who"
            None => {
                let links = group.copula
                    || one_of!(word(group.head), "remains" | "remained" | "remain" | "becomes" | "became" | "become");
                links && clause.predicate.is_some() || group.passive
            }
        };
        stated.then_some(outer)
    }

    /// Whether something in the extent leaves a question open.
    fn is_left_open_in(&self, extent: Extent) -> bool {
        let from = self.cues.partition_point(|cue| cue.extent.first < extent.first);
        let mut within = self.cues[from..].iter().take_while(|cue| cue.extent.first < extent.last);
        within.any(|cue| cue.kind == CueKind::Question)
    }

    /// "How many were hurt is not known": the cue behind a wh-clause that is the subject of its clause, and leaves it open.
    pub(super) fn left_open_by(&self, question: &Clause) -> Option<u32> {
        let outer = question.parent.filter(|_| question.kind == ClauseKind::Question && !self.is_whether(question))?;
        let outer = self.document.syntax.clause(outer);
        if outer.group?.extent.first != question.extent.last {
            return None;
        }
        let from = self.cues.partition_point(|cue| cue.extent.first < question.extent.last);
        let behind = self.cues[from..].iter().take_while(|cue| cue.extent.first < outer.extent.last);
        let opens = behind
            .into_iter()
            .position(|cue| cue.kind == CueKind::Question && question.extent.contains(cue.scope.first))?;
        Some((from + opens) as u32)
    }

    /// "should investigate whether the strike was lawful": open whoever is to answer it.
    pub(super) fn leaves_open(&self, question: &Clause) -> bool {
        // "Asked whether he would run, the mayor smiled"
        let asked = question.parent.is_some_and(|outer| {
            matches!(self.document.syntax.clause(outer).kind, ClauseKind::Participle | ClauseKind::Adverbial)
                && self.document.syntax.clause(outer).is_passive()
        });
        question.is_finite()
            && !asked
            && self.is_whether(question)
            && question.governor.is_some()
            && question.governor == question.parent.and_then(|outer| self.document.syntax.clause(outer).verb())
    }

    pub(super) fn is_whether(&self, question: &Clause) -> bool {
        question.marker.is_some_and(|marker| one_of!(self.document.words[marker as usize].hash, "whether"))
    }
}
