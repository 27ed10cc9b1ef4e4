//! not, no, without, nor.

use super::super::scope;
use super::{Finder, MODIFIERS, Reach};
use crate::annotate::Document;
use crate::annotate::found::Target;
use crate::syntax::{ClauseId, ClauseKind, Extent, GroupTense, Link, PhraseId, VerbGroup, one_of};
use crate::tag::{Pos, VerbForm};
use crate::token::Shape;

/// How far behind its verb "until" is looked for.
const FARTHEST_UNTIL: u32 = 12;

impl Finder<'_, '_> {
    pub(super) fn not(&self, extent: Extent) -> Option<Reach> {
        let i = extent.first;
        if self.opens_title(i) {
            return None;
        }
        if let Some((id, group)) = self.group_at(i) {
            if i < group.head || group.copula || group.negation == Some(i) {
                if self.comes_at_last(id, &group) {
                    return None;
                }
                return Some(self.over_clause(id));
            }
        }
        // "has yet to approve the plan"
        if one_of!(self.hash(i), "yet") {
            let id = self.clause_at(extent.last - 1)?;
            let has = matches!(self.pos(i.wrapping_sub(1)), Some(Pos::Aux | Pos::Verb));
            return (has && self.clause(id).kind == ClauseKind::Infinitive).then(|| self.over_clause(id));
        }
        let id = self.clause_at(i)?;
        let clause = self.clause(id);
        // "pleaded not guilty", "not all were hurt"
        let guilty = one_of!(self.hash(extent.last), "guilty") && clause.group.is_some_and(|group| !group.copula);
        if guilty {
            return Some(Reach { target: Target::Complement, scope: Extent::new(extent.last, extent.last + 1) });
        }
        let of_all = one_of!(
            self.hash(extent.last),
            "all" | "every" | "everyone" | "everybody" | "everything" | "many" | "much" | "any"
        ) || i == clause.extent.first && one_of!(self.hash(extent.last), "a" | "an");
        let subject = self.document.syntax.phrase_of_word(extent.last).map(|id| self.document.syntax.phrase(id).link);
        if let Some(Link::Subject(of)) = subject.filter(|_| of_all) {
            let reach = self.over_clause(of);
            return Some(Reach { scope: Extent::new(reach.scope.first.min(i), reach.scope.last), ..reach });
        }
        // "hardly anyone came"; "is no longer in use"
        let of_copula = clause.group.is_some_and(|group| group.copula && group.extent.last == i);
        if one_of!(self.hash(i), "hardly" | "scarcely") || of_copula {
            return Some(self.over_clause(id));
        }
        // "not in Kyiv", "not the army", "not because"
        if let Some(reach) = self.starting_at(extent.last).filter(|reach| reach.target != Target::Clause(id)) {
            // "guests not paying the fee must leave"
            let reduced =
                matches!(reach.target, Target::Clause(inner) if self.clause(inner).kind == ClauseKind::Participle);
            let apart = reduced
                || clause.verb().is_none_or(|verb| verb < i)
                || self.pos(i.saturating_sub(1)) == Some(Pos::Punct)
                || i == clause.extent.first;
            if apart {
                return Some(reach);
            }
        }
        // far from the verb it is said of what stands behind it
        let near =
            clause.group.is_some_and(|group| extent.last + 1 >= group.extent.first && i <= group.extent.last + 1);
        Some(match near {
            true => self.over_clause(id),
            false => Reach { target: Target::Complement, scope: self.up_to_sign(extent.last) },
        })
    }

    /// "The film “Never Again” won": whether a word opens something in quotation marks that the verb around it stands outside of.
    fn opens_title(&self, i: u32) -> bool {
        let Document { words, syntax, .. } = *self.document;
        words[i as usize].shape.has(Shape::CAPITAL)
            && syntax.quotation_at(i).is_some_and(|quotation| {
                let inside = |at: u32| quotation.inner.contains(at);
                let verbs =
                    |at: usize| matches!(words[at].pos, Pos::Verb | Pos::Aux) && words[at].form != VerbForm::Participle;
                let here = |at: &u32| syntax.sentence_of_word(*at) == syntax.sentence_of_word(i);
                let before = quotation.open.checked_sub(1).filter(here).map(|at| words[at as usize].pos);
                quotation.inner.first == i
                    && before.is_none_or(|before| matches!(before, Pos::Noun | Pos::Propn))
                    && quotation.close.is_some()
                    && !quotation.inner.range().any(verbs)
                    && self.clause_at(i).and_then(|id| self.clause(id).verb()).is_some_and(|verb| !inside(verb))
            })
    }

    /// "did not reach the hut until dawn": it did then. What lasts may have ended before: "the truce did not last until Friday".
    fn comes_at_last(&self, id: ClauseId, group: &VerbGroup) -> bool {
        let Document { words, syntax, lexicon, .. } = *self.document;
        let clause = self.clause(id);
        // "will not leave until noon": for now they stay
        if group.tense != GroupTense::Past && !group.perfect {
            return false;
        }
        let is_until = |at: u32| one_of!(self.hash(at), "until" | "till");
        let last = clause.extent.last.min(group.extent.last + FARTHEST_UNTIL);
        let Some(until) = (group.extent.last..last).find(|&at| is_until(at)) else { return false };
        let lasts = self.classes.lasting.is_some_and(|class| lexicon.has_word(&words[group.head as usize], class));
        let depends = |at: u32| {
            syntax.phrase_of_word(at + 1).is_some_and(|id_of| syntax.phrase(id_of).link == Link::Oblique(id))
                || self.clause_at(at + 1).is_some_and(|inner| {
                    let inner = self.clause(inner);
                    inner.kind == ClauseKind::Adverbial && inner.parent == Some(id)
                })
        };
        !group.copula && !lasts && depends(until)
    }

    /// nearly, almost: right before the verb of something past, which then did not happen.
    pub(super) fn nearly(&self, extent: Extent) -> Option<Reach> {
        let Document { words, lexicon, .. } = *self.document;
        let (id, group) = self.clause_of_verb(extent.last)?;
        let past = matches!(group.tense, GroupTense::Past) || group.perfect;
        let measures = self.classes.measured.is_some_and(|class| lexicon.has_word(&words[group.head as usize], class));
        (past && group.modal.is_none() && !group.copula && !measures && group.negation.is_none())
            .then(|| self.over_clause(id))
    }

    /// The words up to the next comma or other sign, at least one.
    pub(super) fn up_to_sign(&self, first: u32) -> Extent {
        let last = (first..first + MODIFIERS as u32)
            .find(|&at| matches!(self.pos(at), None | Some(Pos::Punct)))
            .unwrap_or(first + 1);
        scope::trim(self.document, Extent::new(first, last.max(first + 1).min(self.document.words.len() as u32)))
    }

    /// no, none, nobody: over the clause where they stand in its subject or object, else over their noun phrase.
    pub(super) fn no(&self, extent: Extent) -> Option<Reach> {
        if self.opens_title(extent.first) {
            return None;
        }
        let i = extent.first;
        let syntax = self.document.syntax;
        let word = self.word(i)?;
        if self.pos(extent.last) == Some(Pos::Num) && one_of!(self.hash(i), "no")
            || word.pos == Pos::Intj
            || word.shape.has(Shape::UPPER) && word.shape.has(Shape::PERIOD)
        {
            return None;
        }
        // "not one of the bombs"
        let counted = || syntax.phrase_of_word(extent.last - 1).filter(|_| one_of!(self.hash(i), "not"));
        let Some(id) = syntax.phrase_of_word(i).or_else(counted) else {
            // "no longer", "neither": where no noun phrase takes it
            if one_of!(self.hash(i), "neither") {
                return self.clause_at(i).map(|id| {
                    let reach = self.over_clause(id);
                    let first = if reach.scope.first == i + 1 { i } else { reach.scope.first };
                    Reach { scope: Extent::new(first, reach.scope.last), ..reach }
                });
            }
            return self.starting_at(extent.last).or_else(|| self.clause_at(i).map(|id| self.over_clause(id)));
        };
        let mut at = id;
        for _ in 0..4 {
            match syntax.phrase(at).link {
                // "no doctor and no school": each is denied by itself
                Link::Conjunct(left) if one_of!(self.hash(syntax.phrase(left).base.first), "no") => break,
                Link::Subject(clause) | Link::Object(clause) | Link::Predicate(clause) => {
                    let reach = self.over_clause(clause);
                    let verb = self.clause(clause).verb().unwrap_or(i);
                    let first = if i < verb { reach.scope.first.min(i) } else { reach.scope.first };
                    let scope = Extent::new(first, reach.scope.last);
                    return Some(Reach { scope: self.before_second_no(id, scope), ..reach });
                }
                Link::Conjunct(left) => at = left,
                // "one of no interest"; but "none of them"
                _ => break,
            }
        }
        Some(self.over_phrase(id))
    }

    /// A scope without a conjunct of the phrase that has a "no" of its own, where that ends it.
    fn before_second_no(&self, id: PhraseId, scope: Extent) -> Extent {
        let Document { syntax, .. } = *self.document;
        let behind = Extent::new(syntax.phrase(id).base.last, scope.last.max(syntax.phrase(id).base.last));
        let second = syntax
            .phrases_within(behind)
            .take(MODIFIERS)
            .find(|(_, phrase)| phrase.link == Link::Conjunct(id) && one_of!(self.hash(phrase.base.first), "no"));
        match second {
            Some((_, phrase)) if phrase.full.last >= scope.last => {
                scope::trim(self.document, Extent::new(scope.first, phrase.base.first))
            }
            _ => scope,
        }
    }

    pub(super) fn without(&self, extent: Extent) -> Option<Reach> {
        // "and without money they will not come": what is denied is the money
        let money = self.document.syntax.phrase_of_word(extent.last);
        let money = money.filter(|&id| self.document.syntax.phrase(id).preposition == Some(extent.first));
        let opens = |id: ClauseId| self.clause(id).is_finite() && self.clause(id).extent.first == extent.first;
        if let Some(id) = money.filter(|_| self.clause_at(extent.first).is_some_and(opens)) {
            let reach = self.over_phrase(id);
            return Some(Reach { scope: Extent::new(extent.last, reach.scope.last.max(extent.last + 1)), ..reach });
        }
        self.starting_at(extent.last).or_else(|| {
            let id = self.clause_at(extent.last)?;
            (self.clause(id).extent.first + 2 >= extent.first).then(|| self.over_clause(id))
        })
    }

    pub(super) fn nor(&self, extent: Extent) -> Option<Reach> {
        // "in May and not only in May"
        let also = one_of!(self.hash(extent.last), "only" | "just" | "merely" | "simply" | "solely");
        if also && one_of!(self.hash(extent.last - 1), "not") {
            return None;
        }
        // "are seen but not as often as crows": no more than what stands behind it
        let degree = one_of!(self.hash(extent.last - 1), "not") && self.pos(extent.last) == Some(Pos::Adv);
        if degree && self.group_at(extent.last).is_none() {
            return Some(Reach { target: Target::Complement, scope: self.up_to_sign(extent.last) });
        }
        self.starting_at(extent.last).or_else(|| self.clause_at(extent.last).map(|id| self.over_clause(id)))
    }
}
