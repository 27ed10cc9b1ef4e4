//! Nouns that hedge what completes them.

use super::{Finder, MODIFIERS, Reach};
use crate::syntax::{ClauseKind, one_of};
use crate::tag::Pos;

impl Finder<'_, '_> {
    pub(super) fn noun(&self, i: u32, complements: Complements) -> Option<Reach> {
        let syntax = self.document.syntax;
        if self.pos(i) != Some(Pos::Noun) {
            return None;
        }
        let id = syntax.phrase_of_word(i).filter(|&id| syntax.phrase(id).head == i)?;
        // "expressed confidence that": where the parser gives the clause to the verb
        let behind = || {
            // "noted with concern that": how it was noted
            let with = syntax.phrase(id).preposition.is_some_and(|at| one_of!(self.hash(at), "with"));
            let id = self.clause_at(i + 1).filter(|_| !with)?;
            let clause = self.clause(id);
            let that = clause.marker == Some(i + 1) && one_of!(self.hash(i + 1), "that");
            let whole = clause.subject.is_some_and(|subject| syntax.phrase(subject).base.first > i + 1);
            (that && whole).then_some(id)
        };
        // "uncertainty about who will pay"
        let asked = || {
            let about = one_of!(self.hash(i + 1), "about" | "over");
            let id = self.clause_at(i + 2).filter(|_| about)?;
            (self.clause(id).marker == Some(i + 2)).then_some(id)
        };
        if let Some(complement) = self.complement(i).or_else(behind).or_else(asked) {
            let clause = self.clause(complement);
            let fits = match complements {
                Complements::Clause => !matches!(clause.kind, ClauseKind::Infinitive | ClauseKind::Gerund),
                // "a chance to leave" is an opportunity
                Complements::Needed => clause.kind != ClauseKind::Infinitive,
                Complements::Any => true,
            };
            return fits.then(|| self.over_complement(complement));
        }
        if complements == Complements::Clause {
            return None;
        }
        let modifier = syntax.modifiers(id).take(MODIFIERS).find(|(_, phrase)| {
            phrase.preposition.is_some_and(|at| one_of!(self.hash(at), "of" | "for" | "about" | "over" | "on"))
        });
        match modifier {
            Some((modifier, phrase))
                if phrase.preposition.is_some_and(|at| one_of!(self.hash(at), "of" | "about" | "over"))
                    || complements == Complements::Any =>
            {
                Some(self.over_thing(modifier))
            }
            _ => (complements == Complements::Any).then(|| self.over_phrase(id)),
        }
    }
}

/// Which complements a noun needs to be a cue.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Complements {
    Any,
    Needed,
    Clause,
}
