//! What is denied, withheld or said by nobody: "declined to say how", "no official said", "there is little evidence that".

use super::Finder;
use crate::annotate::FoundAttribution;
use crate::model::Polarity;
use crate::syntax::{Clause, PhraseId, VerbGroup, one_of};

impl Finder<'_, '_> {
    /// "Nobody has claimed", "no official said": there is nobody to answer for a content.
    pub(super) fn is_nobody(&self, phrase: PhraseId) -> bool {
        let phrase = self.document.syntax.phrase(phrase);
        let first = self.document.words[phrase.base.first as usize].hash;
        // "neither the army nor the rebels"
        let neither = || {
            let before = phrase.base.first.checked_sub(1).map(|before| self.document.words[before as usize].hash);
            before.is_some_and(|before| one_of!(before, "neither"))
        };
        one_of!(first, "nobody" | "none" | "no" | "neither" | "no-one") || neither()
    }

    /// Whether the verb of a report is negated.
    pub(super) fn is_negated(&self, clause: &Clause) -> bool {
        // "never wanted to": no part of a verb that stands alone
        let never = |group: VerbGroup| {
            let before = group.extent.first.checked_sub(1).map(|at| self.document.words[at as usize].hash);
            before.is_some_and(|before| one_of!(before, "never"))
        };
        clause.group.is_some_and(|group| group.negation.is_some() || never(group)) || self.shares_negation(clause)
    }

    /// "has not named him or said": a negation that reaches over "or".
    fn shares_negation(&self, clause: &Clause) -> bool {
        let or = |first: u32| first > 0 && one_of!(self.document.words[first as usize - 1].hash, "or" | "nor");
        let left = clause.conjunct_of.filter(|_| clause.shared_subject && or(clause.extent.first));
        let left = left.and_then(|left| self.document.syntax.clause(left).group);
        left.is_some_and(|left| left.negation.is_some())
    }

    /// "declined to say how": what governs an infinitive keeps back what it would say.
    pub(super) fn withholds(&self, infinitive: &Clause) -> bool {
        let governor = infinitive.governor.map(|at| &self.document.words[at as usize]);
        governor.zip(self.classes.withhold).is_some_and(|(word, class)| self.document.lexicon.has_word(word, class))
    }

    /// "asked not to be named", "wished to remain anonymous": what is wanted is not to be known.
    pub(super) fn hides(&self, attribution: &FoundAttribution) -> bool {
        let Some(class) = self.classes.anonymous else { return false };
        let words = self.document.words;
        attribution.content.first().is_some_and(|piece| {
            let near = piece.first..piece.last.min(piece.first + 5);
            near.into_iter().any(|at| self.document.lexicon.has_word(&words[at as usize], class))
                && (attribution.polarity == Polarity::Negative
                    || piece.range().take(5).any(|at| one_of!(words[at].hash, "not" | "remain" | "stay" | "only")))
        })
    }

    /// "There is little evidence that it works": nobody is there to answer for the content.
    pub(super) fn is_existential(&self, attribution: &FoundAttribution) -> bool {
        let head = attribution.head.filter(|_| attribution.rule == "attribution/noun-that");
        let clause = head.and_then(|head| self.document.syntax.clause_of_word(head));
        let group = clause.and_then(|id| self.document.syntax.clause(id).group).filter(|group| group.copula);
        let phrase = head.and_then(|head| self.document.syntax.phrase_of_word(head));
        let denied = phrase.is_some_and(|phrase| {
            let first = self.document.syntax.phrase(phrase).base.first;
            one_of!(self.document.words[first as usize].hash, "no" | "little" | "scant" | "insufficient")
        });
        attribution.source_chain.is_empty()
            && denied
            && group.is_some_and(|group| {
                let before = group.extent.first.checked_sub(1);
                before.is_some_and(|at| one_of!(self.document.words[at as usize].hash, "there"))
            })
    }
}
