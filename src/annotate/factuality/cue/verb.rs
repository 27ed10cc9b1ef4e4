//! Evidential and belief verbs: seem, suggest, believe, consider, allege.

use super::super::scope;
use super::{Finder, Reach};
use crate::annotate::found::Target;
use crate::syntax::{Clause, ClauseId, ClauseKind, Extent, Mood, PhraseId, is_quote_mark};
use crate::tag::{Pos, VerbForm};

impl Finder<'_, '_> {
    /// seem, appear. To appear in a place is no evidence of anything.
    pub(super) fn seem(&self, i: u32) -> Option<Reach> {
        let (id, group) = self.clause_of_verb(i)?;
        let clause = self.clause(id);
        if let Some(complement) = self.complement(i) {
            return Some(match self.clause(complement).kind {
                ClauseKind::That | ClauseKind::Bare => self.over_complement(complement),
                ClauseKind::Infinitive => self.raised(id, complement),
                _ => return None,
            });
        }
        let next = group.extent.last;
        let plain = self.one_of(i, &["seem", "seems", "seemed", "seeming"]);
        let adjective = matches!(self.pos(next), Some(Pos::Adj))
            || self.pos(next) == Some(Pos::Adv) && self.pos(next + 1) == Some(Pos::Adj);
        let reports = clause.kind == ClauseKind::Parenthetical;
        (plain
            || adjective
            || reports
            || self.one_of(next, &["as", "like"]) && self.one_of(next + 1, &["if", "though"]))
        .then(|| match clause.parent {
            Some(parent) if reports => self.over_clause(parent),
            _ => self.over_clause(id),
        })
    }

    /// A clause whose subject belongs to the infinitive: "the army seems to have left".
    pub(super) fn raised(&self, id: ClauseId, infinitive: ClauseId) -> Reach {
        let outer = scope::of_clause(self.document, id);
        let inner = scope::of_clause(self.document, infinitive);
        Reach { target: Target::Complement, scope: Extent::new(outer.first, outer.last.max(inner.last)) }
    }

    /// "looks like", "looks set to"
    pub(super) fn look(&self, i: u32, next: u32) -> Option<Reach> {
        let (id, _) = self.clause_of_verb(i)?;
        let class = self.classes.look_tail?;
        self.document.lexicon.match_at(self.document.words, next as usize, class)?;
        Some(self.over_clause(id))
    }

    /// suggest, indicate: what things say, not what people propose.
    pub(super) fn evidence(&self, i: u32) -> Option<Reach> {
        let (id, group) = self.clause_of_verb(i)?;
        let clause = self.clause(id);
        let by_person = !group.passive && self.subject_is_person(clause);
        if let Some(complement) = self.complement(i) {
            return match self.clause(complement).kind {
                ClauseKind::That | ClauseKind::Bare
                    if !(by_person
                        && self.one_of(
                            i,
                            &["indicate", "indicates", "indicated", "indicating", "hint", "hints", "hinted"],
                        )) =>
                {
                    Some(self.over_complement(complement))
                }
                ClauseKind::Infinitive if group.passive => Some(self.raised(id, complement)),
                _ => None,
            };
        }
        if clause.kind == ClauseKind::Parenthetical {
            return clause.parent.map(|parent| self.over_clause(parent));
        }
        match clause.objects[0] {
            Some(object) if !by_person && !group.passive && !self.is_statement(i, clause) => {
                Some(self.over_thing(object))
            }
            _ => None,
        }
    }

    /// "directors indicated that": indicating and hinting are evidence where findings do it.
    pub(super) fn is_statement(&self, i: u32, clause: &Clause) -> bool {
        let finds = clause.subject.zip(self.classes.report).is_some_and(|(subject, class)| {
            let head = self.document.syntax.phrase(subject).head;
            self.document.lexicon.has_word(&self.document.words[head as usize], class)
                || self.one_of(head, &["it", "this", "that", "which"])
        });
        !finds
            && self.one_of(
                i,
                &[
                    "indicate",
                    "indicates",
                    "indicated",
                    "indicating",
                    "hint",
                    "hints",
                    "hinted",
                    "hinting",
                    "intimated",
                ],
            )
    }

    pub(super) fn subject_is_person(&self, clause: &Clause) -> bool {
        clause.subject.is_some_and(|subject| {
            let head = self.document.syntax.phrase(subject).head;
            self.pos(head) == Some(Pos::Propn) || self.one_of(head, &["he", "she", "we", "i", "they", "you", "who"])
        })
    }

    /// believe, expect: over what is believed.
    pub(super) fn belief(&self, i: u32, of_thing: bool) -> Option<Reach> {
        let suspects = self.one_of(i, &["suspected", "presumed", "assumed", "feared", "believed"]);
        if let Some(id) = self.attributive_participle(i).filter(|_| suspects) {
            return Some(self.over_phrase(id));
        }
        let (id, group) = self.clause_of_verb(i)?;
        let clause = self.clause(id);
        if let Some(complement) = self.complement(i) {
            return match self.clause(complement).kind {
                ClauseKind::That | ClauseKind::Bare => Some(self.over_complement(complement)),
                ClauseKind::Question => {
                    (of_thing || self.one_of(i, &["wonder"])).then(|| self.over_complement(complement))
                }
                ClauseKind::Infinitive if group.passive => Some(self.raised(id, complement)),
                ClauseKind::Infinitive => self
                    .one_of(
                        i,
                        &[
                            "expect",
                            "expects",
                            "expected",
                            "expecting",
                            "anticipate",
                            "believe",
                            "believes",
                            "believed",
                        ],
                    )
                    .then(|| {
                        let reach = self.over_complement(complement);
                        match clause.objects[0] {
                            // "expects prices to rise"
                            Some(object) => {
                                let first = scope::of_phrase(self.document, object).first;
                                Reach { scope: Extent::new(first.min(reach.scope.first), reach.scope.last), ..reach }
                            }
                            None => reach,
                        }
                    }),
                _ => None,
            };
        }
        if clause.kind == ClauseKind::Parenthetical {
            return clause.parent.map(|parent| self.over_clause(parent));
        }
        if self.is(group.extent.last, "so") {
            return Some(self.over_clause(id));
        }
        match clause.objects[0] {
            Some(object) if of_thing && !group.passive => Some(self.over_thing(object)),
            _ if of_thing && group.passive => Some(self.over_clause(id)),
            _ => None,
        }
    }

    /// A participle in front of a noun: "the suspected gunman".
    pub(super) fn attributive_participle(&self, i: u32) -> Option<PhraseId> {
        let word = self.word(i)?;
        let participle = matches!(word.form, VerbForm::Participle | VerbForm::Past) || word.pos == Pos::Adj;
        let id = self.document.syntax.phrase_of_word(i)?;
        (participle && i < self.document.syntax.phrase(id).head).then_some(id)
    }

    /// "is considered (to be) the best", "regarded as": passives, and actives with a complement of their object.
    pub(super) fn regard(&self, i: u32) -> Option<Reach> {
        let (id, group) = self.clause_of_verb(i)?;
        let clause = self.clause(id);
        let next = group.extent.last;
        let takes_as = (next..next + 4).any(|at| self.is(at, "as") && !self.is(at + 1, "part"));
        let considers =
            self.one_of(i, &["consider", "considers", "considered", "considering", "judged", "deemed", "perceived"]);
        let passive = group.passive || group.mood == Mood::Participle;
        if let Some(complement) =
            self.complement(i).filter(|&complement| self.clause(complement).kind == ClauseKind::Infinitive)
        {
            return Some(if passive { self.raised(id, complement) } else { self.over_complement(complement) });
        }
        if passive && considers {
            let bare = matches!(self.pos(next), None | Some(Pos::Punct))
                || self.one_of(next, &["for", "in", "when", "during", "and", "at", "under"]);
            return (!bare).then(|| self.over_clause(id));
        }
        if passive && takes_as {
            return Some(self.over_clause(id));
        }
        // in the active only those that are seldom anything else
        if !considers && !self.one_of(i, &["regard", "regards", "regarded", "views", "viewed", "perceives", "perceive"])
        {
            return None;
        }
        match (clause.objects[0], clause.objects[1]) {
            (Some(object), second) if considers && (second.is_some() || self.takes_predicate(object)) => {
                Some(self.over_thing(object))
            }
            (Some(object), _) if !considers && self.is(self.document.syntax.phrase(object).full.last, "as") => {
                Some(self.over_thing(object))
            }
            _ => None,
        }
    }

    /// "considers the plan a failure", "considered it dangerous": an adjective or another noun phrase right behind the object.
    pub(super) fn takes_predicate(&self, object: PhraseId) -> bool {
        let next = self.document.syntax.phrase(object).full.last;
        match self.pos(next) {
            Some(Pos::Adj | Pos::Det) => true,
            Some(Pos::Punct) => self.word(next).is_some_and(is_quote_mark),
            _ => false,
        }
    }

    /// "is alleged to", "accused of", "suspected of", "the alleged attack"
    pub(super) fn allege(&self, i: u32) -> Option<Reach> {
        if let Some(id) = self.attributive_participle(i) {
            return Some(self.over_phrase(id));
        }
        let (id, group) = self.clause_of_verb(i)?;
        let passive = group.passive || group.mood == Mood::Participle;
        if let Some(complement) = self.complement(i) {
            return match self.clause(complement).kind {
                ClauseKind::That | ClauseKind::Bare => Some(self.over_complement(complement)),
                ClauseKind::Infinitive if passive => Some(self.raised(id, complement)),
                ClauseKind::Infinitive | ClauseKind::Gerund => (passive
                    || self.one_of(i, &["purports", "purport", "purported"]))
                .then(|| self.over_complement(complement)),
                _ => None,
            };
        }
        let of = self.is(group.extent.last, "of");
        (passive && of)
            .then(|| self.starting_at(group.extent.last + 1))
            .flatten()
            .map(|reach| Reach { target: Target::Complement, ..reach })
    }
}
