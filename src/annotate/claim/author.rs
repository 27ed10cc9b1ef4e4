//! What the author says outright: "We recall that the dam burst" puts forward that it burst.
//!
//! The author is no source, so nothing attributes what "I" and "we" say outside of quotations; but the words that say so
//! are a frame like any other, and a belief in them hedges what is believed.

use super::Finder;
use crate::syntax::{Clause, ClauseId, ClauseKind, one_of};

/// The clauses of a frame: the one whose verb or adjective takes the complement, and the one around it of "I am pleased to say".
pub(super) type AuthorFrame = (ClauseId, Option<ClauseId>);

impl Finder<'_, '_> {
    /// The frame in which the author says what a complement puts forward.
    pub(super) fn author_frame(&self, complement: &Clause) -> Option<AuthorFrame> {
        // most clauses stand under a report of somebody else
        let id = complement.parent.filter(|_| matches!(complement.kind, ClauseKind::That | ClauseKind::Bare))?;
        let frame = self.document.syntax.clause(id);
        let grounds = self.has_grounds(frame);
        if self.attributes[id as usize] || !(self.is_author(frame) || grounds) || !complement.is_finite() {
            return None;
        }
        let first = self.first_of_row(complement);
        let group = frame.group?;
        let is = |at: u32, class: Option<_>| {
            class.is_some_and(|class| self.document.lexicon.match_at(self.document.words, at as usize, class).is_some())
        };
        // "make clear that" has an adjective behind it too
        let says = is(group.head, self.classes.says_that)
            || frame.predicate.is_some_and(|predicate| group.copula && is(predicate, self.classes.feels_that));
        if group.negation.is_some() || first.governor != Some(group.head) || !says {
            return None;
        }
        match frame.kind {
            ClauseKind::Main | ClauseKind::That | ClauseKind::Bare => Some((id, None)),
            // "I am pleased to announce that"
            ClauseKind::Infinitive => {
                let around = frame.parent?;
                if grounds {
                    return Some((id, Some(around)));
                }
                let asks = |governor: u32| {
                    let outer = self.document.syntax.clause(around);
                    // "Let me be clear that"
                    one_of!(self.document.words[governor as usize].hash, "let")
                        || is(outer.predicate.unwrap_or(governor), self.classes.courtesy)
                        // "We continue to believe that"
                        || one_of!(self.document.words[governor as usize].hash, "continue" | "continued")
                };
                frame.governor.is_some_and(asks).then_some((id, Some(around)))
            }
            _ => None,
        }
    }

    /// "We urge all sides to talk": what the author asks somebody to do.
    pub(super) fn is_asked_by_author(&self, infinitive: &Clause) -> bool {
        let frame = infinitive.parent.filter(|_| infinitive.kind == ClauseKind::Infinitive);
        let Some(id) = frame.filter(|&id| !self.attributes[id as usize]) else { return false };
        let frame = self.document.syntax.clause(id);
        let Some(group) = frame.group.filter(|group| frame.is_finite() && group.negation.is_none()) else {
            return false;
        };
        let asks = || {
            let class = self.classes.asks_to;
            class.is_some_and(|class| {
                self.document.lexicon.match_at(self.document.words, group.head as usize, class).is_some()
            })
        };
        let somebody = infinitive.subject.is_some() && infinitive.subject != frame.subject;
        frame.kind == ClauseKind::Main
            && somebody
            && self.first_of_row(infinitive).governor == Some(group.head)
            && self.is_author(frame)
            && asks()
    }

    /// "There are grounds to believe that": what there is reason to think is put forward.
    fn has_grounds(&self, frame: &Clause) -> bool {
        let syntax = self.document.syntax;
        let hash = |at: u32| self.document.words[at as usize].hash;
        let outer = frame.parent.filter(|_| frame.kind == ClauseKind::Infinitive).map(|outer| syntax.clause(outer));
        outer.is_some_and(|outer| {
            let there = outer.subject.is_some_and(|subject| one_of!(hash(syntax.phrase(subject).head), "there"));
            there
                && outer.group.is_some_and(|group| group.copula && group.negation.is_none())
                && outer.predicate.is_some_and(|noun| {
                    let first = syntax.phrase_of_word(noun).map_or(noun, |id| syntax.phrase(id).base.first);
                    one_of!(hash(noun), "grounds" | "reason" | "reasons" | "cause")
                        && !one_of!(hash(first), "no" | "little")
                })
        })
    }

    /// "I" or "we" does what the clause says, or is let do it.
    fn is_author(&self, clause: &Clause) -> bool {
        clause.subject.map(|subject| self.document.syntax.phrase(subject)).is_some_and(|subject| {
            subject.pronoun && one_of!(self.document.words[subject.head as usize].hash, "i" | "we" | "me" | "us")
        })
    }
}
