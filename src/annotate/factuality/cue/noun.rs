//! Nouns that hedge what completes them.

use super::super::scope;
use super::{Finder, MODIFIERS, Reach};
use crate::syntax::{ClauseId, ClauseKind, Link, one_of};
use crate::tag::Pos;

impl Finder<'_, '_> {
    pub(super) fn noun(&self, i: u32, complements: Complements) -> Option<Reach> {
        let syntax = self.document.syntax;
        if self.pos(i) != Some(Pos::Noun) {
            return None;
        }
        let id = syntax.phrase_of_word(i).filter(|&id| syntax.phrase(id).head == i)?;
        let behind = || {
            // "noted with concern that": how it was noted
            let with = syntax.phrase(id).preposition.is_some_and(|at| one_of!(self.hash(at), "with"));
            self.content_behind(i).filter(|_| !with)
        };
        // "uncertainty about who will pay"
        let asked = || {
            let about = one_of!(self.hash(i + 1), "about" | "over");
            let id = self.clause_at(i + 2).filter(|_| about)?;
            (self.clause(id).marker == Some(i + 2)).then_some(id)
        };
        // "the fear is that the dam will burst"
        let named = || match syntax.phrase(id).link {
            Link::Subject(clause) => self.spelled_out(clause),
            _ => None,
        };
        let link = syntax.phrase(id).link;
        // "has a chance of winning" tells of an opportunity
        if one_of!(self.hash(i), "chance" | "chances") && matches!(link, Link::Object(_)) {
            return None;
        }
        // "sales beat expectations of 30 million"
        if self.is_standard(i) {
            return None;
        }
        // "shows signs of slowing", "is a sign of wealth" tell what is so; "found signs of a struggle" does not
        let shows = |clause: ClauseId| {
            let verb = self.clause(clause).verb();
            verb.is_some_and(|verb| {
                one_of!(self.hash(verb), "show" | "shows" | "showed" | "shown" | "showing" | "display")
            })
        };
        let exhibited = match link {
            Link::Object(clause) => shows(clause),
            Link::Predicate(_) => true,
            _ => false,
        };
        if exhibited && one_of!(self.hash(i), "sign" | "signs") && one_of!(self.hash(i + 1), "of") {
            return None;
        }
        if let Some(complement) = self.complement(i).or_else(behind).or_else(asked).or_else(named) {
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
            // "eyed them with suspicion": how
            _ if syntax.phrase(id).preposition.is_some_and(|at| one_of!(self.hash(at), "with")) => None,
            _ => (complements == Complements::Any).then(|| self.over_phrase(id)),
        }
    }
}

impl Finder<'_, '_> {
    /// The clause that spells the subject of another out, behind a copula or what fears and rumours do: "the fear is that the
    /// dam will burst", "rumours spread that it had".
    pub(super) fn spelled_out(&self, copular: ClauseId) -> Option<ClauseId> {
        let outer = self.clause(copular);
        let group = outer.group?;
        let emerges = || self.is_verb_of(group.head, self.classes.emerge);
        let verb = outer.verb().filter(|_| scope::presents_subject(outer, emerges))?;
        (copular + 1..self.document.syntax.clauses.len() as u32).take(MODIFIERS).find(|&inner| {
            let inner = self.clause(inner);
            matches!(inner.kind, ClauseKind::That | ClauseKind::Bare) && inner.governor == Some(verb)
        })
    }

    /// "expressed confidence that": where the parser gives the clause to the verb, or takes it for a relative one.
    pub(super) fn content_behind(&self, noun: u32) -> Option<ClauseId> {
        let next = noun + 1;
        let id = self.clause_at(next).filter(|_| one_of!(self.hash(next), "that"))?;
        let clause = self.clause(id);
        let whole = clause.subject.is_some_and(|subject| self.document.syntax.phrase(subject).base.first > next);
        // "It is with concern that we follow it": what is set in front
        let moved = || {
            let outer = clause.parent.filter(|_| clause.kind == ClauseKind::Relative).map(|outer| self.clause(outer));
            outer.is_some_and(|outer| clause.governor.is_some() && clause.governor == outer.verb())
        };
        (clause.marker == Some(next) && whole && !moved()).then_some(id)
    }

    /// Whether a noun names what something is measured by: "above the forecast", "met the expectations".
    pub(super) fn is_standard(&self, noun: u32) -> bool {
        let syntax = self.document.syntax;
        let Some(phrase) = syntax.phrase_of_word(noun).map(|id| syntax.phrase(id)) else { return false };
        match phrase.link {
            Link::Object(clause) => {
                self.clause(clause).verb().is_some_and(|verb| self.is_verb_of(verb, self.classes.standard))
            }
            Link::Oblique(_) | Link::Modifier(_) => phrase
                .preposition
                .is_some_and(|at| one_of!(self.hash(at), "above" | "below" | "beyond" | "over" | "under" | "than")),
            _ => false,
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
