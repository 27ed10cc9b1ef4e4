//! Evidential and belief verbs: seem, suggest, believe, consider, allege.

use super::super::{names_nobody, scope};
use super::{Finder, Reach};
use crate::annotate::found::Target;
use crate::lexicon::Class;
use crate::syntax::{Clause, ClauseId, ClauseKind, Extent, GroupTense, Link, Mood, PhraseId, is_quote_mark, one_of};
use crate::tag::{Pos, VerbForm};

impl Finder<'_, '_> {
    /// seem, appear. To appear in a place is no evidence of anything.
    pub(super) fn seem(&self, i: u32) -> Option<Reach> {
        let (id, group) = self.clause_of_verb(i)?;
        let clause = self.clause(id);
        if let Some(complement) = self.complement(i) {
            return Some(match self.clause(complement).kind {
                // "other ships appeared, they left"
                ClauseKind::That | ClauseKind::Bare if !self.is_appearance(i, clause) => {
                    self.over_complement(complement)
                }
                // "appeared on the roof to wave": what for
                ClauseKind::Infinitive
                    if !self.is_verb_of(i, self.classes.appear)
                        || self.clause(complement).extent.first <= group.extent.last + 1 =>
                {
                    self.raised(id, complement)
                }
                _ => return None,
            });
        }
        let next = group.extent.last;
        let plain = !self.is_verb_of(i, self.classes.appear);
        if self.is_caused(clause) {
            return None;
        }
        let predicate = if self.pos(next) == Some(Pos::Adv) { next + 1 } else { next };
        // "appeared several times" has no predicate
        let adjective = self.pos(predicate) == Some(Pos::Adj) && {
            let syntax = self.document.syntax;
            syntax.phrase_of_word(predicate).is_none_or(|id| syntax.phrase(id).head == predicate)
        };
        let reports = clause.kind == ClauseKind::Parenthetical;
        (plain
            || adjective
            || reports
            || one_of!(self.hash(next), "as" | "like") && one_of!(self.hash(next + 1), "if" | "though"))
        .then(|| match clause.parent {
            Some(parent) if reports => self.over_clause(parent),
            _ => self.over_clause(id),
        })
    }

    /// "makes the face appear pale"
    fn is_caused(&self, clause: &Clause) -> bool {
        let made = clause
            .governor
            .zip(self.classes.cause)
            .is_some_and(|(verb, class)| self.document.lexicon.has_word(&self.document.words[verb as usize], class));
        made && (clause.kind == ClauseKind::Bare || clause.group.is_some_and(|group| group.mood == Mood::Bare))
    }

    /// Appearing, unless "it" appears that something is so.
    fn is_appearance(&self, i: u32, clause: &Clause) -> bool {
        let dummy =
            clause.subject.is_none_or(|subject| one_of!(self.hash(self.document.syntax.phrase(subject).head), "it"));
        self.is_verb_of(i, self.classes.appear) && !dummy
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
        if self.is_caused(self.clause(id)) {
            return None;
        }
        let class = self.classes.look_tail?;
        self.document.lexicon.match_at(self.document.words, next as usize, class)?;
        // "the house looks like a ship" compares, "it looks like rain" infers
        let clause = self.clause(id);
        let seen = || {
            clause.kind == ClauseKind::Relative
                || clause.subject.is_some_and(|subject| {
                    let head = self.document.syntax.phrase(subject).head;
                    matches!(self.pos(head), Some(Pos::Noun | Pos::Propn))
                })
        };
        let likens = one_of!(self.hash(next), "like") && self.complement(i).is_none();
        if likens
            && seen()
            && self
                .document
                .syntax
                .phrase_of_word(next + 1)
                .is_some_and(|id_of| self.document.syntax.phrase(id_of).link == Link::Oblique(id))
        {
            return None;
        }
        Some(self.over_clause(id))
    }

    /// suggest, indicate: what things say, not what people propose.
    pub(super) fn evidence(&self, i: u32) -> Option<Reach> {
        let (id, group) = self.clause_of_verb(i)?;
        let clause = self.clause(id);
        let by_person = !group.passive && self.subject_is_person(clause);
        // "a cross is used to indicate the end"
        let serves = clause.governor.is_some_and(|verb| one_of!(self.hash(verb), "use" | "uses" | "used" | "using"));
        if serves && clause.kind == ClauseKind::Infinitive {
            return None;
        }
        if let Some(complement) = self.complement(i) {
            return match self.clause(complement).kind {
                // "suggested that he resign" proposes
                ClauseKind::That | ClauseKind::Bare
                    if !(by_person && self.is_verb_of(i, self.classes.state))
                        && !scope::is_mandative(self.document, self.clause(complement)) =>
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
        // "nothing pointed to a crime"
        let oblique = || {
            let phrase = self.document.syntax.phrase_of_word(group.extent.last + 1)?;
            let to = one_of!(self.hash(group.extent.last), "to" | "towards" | "toward" | "at");
            (to && self.document.syntax.phrase(phrase).link == Link::Oblique(id)).then_some(phrase)
        };
        match clause.objects[0].or_else(oblique) {
            // "hinted at a sale": whoever hints does not say so
            Some(object) if one_of!(self.hash(i + 1), "at") && !group.passive => Some(self.over_thing(object)),
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
                || one_of!(self.hash(head), "it" | "this" | "that" | "which")
        });
        !finds && self.is_verb_of(i, self.classes.state)
    }

    fn alleges(&self, i: u32) -> bool {
        self.is_verb_of(i, self.classes.allege)
    }

    /// Whether the word belongs to a class of verbs, in any form.
    pub(super) fn is_verb_of(&self, i: u32, class: Option<Class>) -> bool {
        let word = &self.document.words[i as usize];
        class.is_some_and(|class| self.document.lexicon.has_word(word, class))
    }

    pub(super) fn names_people(&self, noun: u32) -> bool {
        let word = &self.document.words[noun as usize];
        self.classes.people.iter().flatten().any(|&class| self.document.lexicon.has_word(word, class))
    }

    /// Who takes a part in a deal or a contest: buyer, voter.
    pub(super) fn is_party(&self, noun: u32) -> bool {
        let word = &self.document.words[noun as usize];
        self.classes.party.is_some_and(|class| self.document.lexicon.has_word(word, class))
    }

    pub(super) fn subject_is_person(&self, clause: &Clause) -> bool {
        clause.subject.is_some_and(|subject| {
            let head = self.document.syntax.phrase(subject).head;
            self.pos(head) == Some(Pos::Propn)
                || self.names_people(head)
                || one_of!(self.hash(head), "he" | "she" | "we" | "i" | "they" | "you" | "who")
        })
    }

    /// believe, expect: over what is believed.
    pub(super) fn belief(&self, i: u32, of_thing: bool) -> Option<Reach> {
        let suspects = one_of!(self.hash(i), "suspected" | "presumed" | "assumed" | "feared" | "believed" | "supposed");
        if let Some(id) = self.attributive_participle(i).filter(|_| suspects) {
            return Some(self.over_phrase(id));
        }
        let (id, group) = self.clause_of_verb(i)?;
        let clause = self.clause(id);
        // "the storm had been expected for days": it has come
        let came = of_thing && group.passive && group.perfect && group.tense == GroupTense::Past;
        if came
            && self.complement(i).is_none()
            && clause.predicate.is_none()
            && !matches!(self.pos(i + 1), Some(Pos::Adj | Pos::Verb))
        {
            return None;
        }
        if let Some(complement) = self.complement(i) {
            // "nobody doubts that it burned"
            if (group.negation.is_some() || names_nobody(self.document, clause))
                && self.is_verb_of(i, self.classes.disbelief)
            {
                return None;
            }
            let inner = self.clause(complement);
            return match inner.kind {
                // "three were believed killed when it sank", where the participle looks like a past
                ClauseKind::Bare if group.passive && inner.subject.is_none() => Some(self.over_what_is_held(id)),
                ClauseKind::That | ClauseKind::Bare => Some(self.over_complement(complement)),
                ClauseKind::Question => of_thing.then(|| self.over_complement(complement)),
                // "was supposed to be ready": what was planned
                ClauseKind::Infinitive
                    if one_of!(self.hash(i), "supposed")
                        && group.tense == GroupTense::Past
                        && self.clause(complement).group.is_none_or(|group| !group.perfect) =>
                {
                    None
                }
                // "(thought to be the same plant)"
                // "Hundreds feared missing", in a heading
                ClauseKind::Gerund if suspects && one_of!(self.hash(group.extent.last), "missing") => {
                    Some(self.over_what_is_held(id))
                }
                // "Landslide feared to have killed dozens", in a heading
                ClauseKind::Infinitive if suspects && inner.group.is_some_and(|inner| inner.perfect) => {
                    Some(self.raised(id, complement))
                }
                ClauseKind::Infinitive
                    if group.passive || clause.kind == ClauseKind::Parenthetical && clause.subject.is_none() =>
                {
                    Some(self.raised(id, complement))
                }
                ClauseKind::Infinitive => self.is_verb_of(i, self.classes.belief_infinitive).then(|| {
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
        // "what they fear is that it has burst"
        let copula = clause.governor.filter(|&verb| clause.kind == ClauseKind::Question && verb > i);
        if let Some(content) = copula.and_then(|verb| self.spelled_out(self.clause_at(verb)?)) {
            return Some(self.over_complement(content));
        }
        // "presumed dead", "rumored a target", "believed drowned"
        let next = group.extent.last;
        let held = match self.pos(next) {
            Some(Pos::Adj | Pos::Det) => true,
            Some(Pos::Verb) => self.word(next).is_some_and(|word| word.form == VerbForm::Participle),
            _ => false,
        };
        // "dozens feared dead", "three believed killed"
        let participle = || {
            self.word(next)
                .is_some_and(|word| word.pos == Pos::Verb && matches!(word.form, VerbForm::Participle | VerbForm::Past))
        };
        let heading = clause.objects[0].is_none() && (one_of!(self.hash(next), "dead" | "missing") || participle());
        if held && (group.passive || group.mood == Mood::Participle || heading) {
            return Some(self.over_what_is_held(id));
        }
        if one_of!(self.hash(group.extent.last), "so") {
            return Some(self.over_clause(id));
        }
        match clause.objects[0] {
            // "suspects the miller of theft" is an allegation
            Some(object)
                if of_thing
                    && self.alleges(i)
                    && one_of!(self.hash(self.document.syntax.phrase(object).base.last), "of") =>
            {
                None
            }
            Some(object) if of_thing && !group.passive => Some(self.over_thing(object)),
            // "a coup had been rumoured for weeks"
            _ if group.passive && one_of!(self.hash(i), "rumored" | "rumoured") => Some(self.over_what_is_held(id)),
            // "could not have been foreseen": nobody was able to
            _ if of_thing && group.passive => {
                let unable = group.negation.is_some()
                    && group.modal.is_some_and(|modal| one_of!(self.hash(modal), "could" | "can" | "ca"));
                // "above the 90 expected": how many there are is measured by it
                let measures = || clause.governor.is_some_and(|noun| self.is_standard(noun));
                // "more letters are expected": expected they are
                (!unable && (group.mood != Mood::Participle || !measures())).then(|| self.over_what_is_held(id))
            }
            _ => None,
        }
    }

    /// "is understood to have left", "it is understood that": what is held, by whom nobody says.
    pub(super) fn held(&self, i: u32) -> Option<Reach> {
        let (id, _) = self.clause_of_verb(i).filter(|(_, group)| group.passive)?;
        let clause = self.clause(id);
        if clause.kind == ClauseKind::Parenthetical {
            return clause.parent.map(|parent| self.over_clause(parent));
        }
        let complement = self.complement(i)?;
        match self.clause(complement).kind {
            ClauseKind::Infinitive => Some(self.raised(id, complement)),
            ClauseKind::That | ClauseKind::Bare => {
                self.has_dummy_subject(clause).then(|| self.over_complement(complement))
            }
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
        let as_at = (next..next + 4).find(|&at| one_of!(self.hash(at), "as") && !one_of!(self.hash(at + 1), "part"));
        let apart = |at: u32| one_of!(self.hash(at), "such") || matches!(self.pos(at), Some(Pos::Punct | Pos::Cconj));
        // "held as a hostage"
        let holds = one_of!(self.hash(i), "hold" | "holds" | "held" | "holding");
        let takes_as = as_at.is_some_and(|at| !(next..at).any(apart)) && !holds;
        let lexicon = self.document.lexicon;
        let word = &self.document.words[i as usize];
        let considers = self.classes.consider.is_some_and(|class| lexicon.has_word(word, class));
        // "is a baker and considered one of the best"
        let shares_be = || {
            let left = clause.conjunct_of.filter(|_| clause.shared_subject && group.tense == GroupTense::Past);
            let of_copula = left.and_then(|left| self.clause(left).group).is_some_and(|group| group.copula);
            of_copula
                && clause.objects[1].is_none()
                && clause.objects[0].is_none_or(|object| !self.takes_predicate(object))
        };
        let passive = group.passive || group.mood == Mood::Participle || shares_be();
        // "considers that the bid is fair"
        if let Some(complement) =
            self.complement(i).filter(|&complement| self.clause(complement).kind == ClauseKind::That)
        {
            return considers.then(|| self.over_complement(complement));
        }
        // "see prayer as vital to live"
        let behind = clause.objects[0].map_or(0, |object| self.document.syntax.phrase(object).full.last);
        let as_follows = behind > 0 && one_of!(self.hash(behind), "as");
        if let Some(complement) = self
            .complement(i)
            .filter(|&complement| self.clause(complement).kind == ClauseKind::Infinitive && !as_follows)
        {
            // "held it to be sacred", but "held a meeting to elect a chairman"
            let inner = self.clause(complement);
            let is = inner.group.is_some_and(|group| group.copula || group.perfect);
            // "the fair is held to raise money": what for; "was seen to leave", "saw a reason to be glad"
            let sees = one_of!(self.hash(i), "see" | "sees" | "saw" | "seen" | "seeing");
            if !is && (!passive || sees || holds) || sees && !passive || holds && passive && inner.extent.first > next {
                return None;
            }
            return Some(if passive { self.raised(id, complement) } else { self.over_complement(complement) });
        }
        if passive && considers {
            let stops = self.pos(next) == Some(Pos::Punct) && !self.word(next).is_some_and(is_quote_mark);
            let bare = stops
                || self.pos(next).is_none()
                || one_of!(self.hash(next), "for" | "in" | "when" | "during" | "and" | "but" | "at" | "under");
            return (!bare).then(|| self.over_what_is_held(id));
        }
        if passive && takes_as {
            return Some(self.over_what_is_held(id));
        }
        let gap = matches!(clause.kind, ClauseKind::Relative | ClauseKind::Question);
        match (clause.objects[0], clause.objects[1]) {
            (Some(object), second) if considers && (second.is_some() || self.takes_predicate(object)) => {
                Some(self.over_thing(object))
            }
            // "what he considered his land", "what they see as distinct tribes"
            (Some(object), None)
                if gap && self.follows_own_subject(clause) && {
                    let first = self.document.syntax.phrase(object).base.first;
                    first == next && (considers || one_of!(self.hash(first), "as"))
                } =>
            {
                Some(self.over_clause(id))
            }
            // "people whom they consider able", "what they see as a threat"
            (None, _) if gap && (considers && self.pos(next) == Some(Pos::Adj) || one_of!(self.hash(next), "as")) => {
                Some(self.over_clause(id))
            }
            (Some(object), _) => {
                // "sees the group as an ally": "as" may have joined the object
                let phrase = self.document.syntax.phrase(object);
                let joined = one_of!(self.hash(phrase.base.last), "as");
                let at = if joined { phrase.base.last } else { phrase.full.last };
                // "never seen anything as crass as this", "held the bonds as a reserve"
                let compares = one_of!(self.hash(at + 2), "as");
                // "saw a valley as they climbed"
                (one_of!(self.hash(at), "as") && !compares && !holds && !self.opens_finite(at))
                    .then(|| self.over_thing(object))
            }
            _ => None,
        }
    }

    /// "what he considered", "waters they consider": a clause whose marker, if any, stands in front of a subject of its own.
    fn follows_own_subject(&self, clause: &Clause) -> bool {
        let subject = clause.subject.map(|subject| self.document.syntax.phrase(subject).base.first);
        match clause.marker {
            Some(marker) => subject.is_some_and(|subject| marker < subject),
            None => clause.kind == ClauseKind::Relative && subject == Some(clause.extent.first),
        }
    }

    /// "is seen as a threat": seen it is; what it is seen as is in doubt.
    fn over_what_is_held(&self, id: ClauseId) -> Reach {
        Reach { target: Target::Complement, ..self.over_clause(id) }
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
        let clause = self.clause(id);
        let passive = group.passive || group.mood == Mood::Participle;
        if let Some(complement) = self.complement(i) {
            return match self.clause(complement).kind {
                ClauseKind::That | ClauseKind::Bare => Some(self.over_complement(complement)),
                ClauseKind::Infinitive if passive => Some(self.raised(id, complement)),
                ClauseKind::Gerund => Some(self.over_complement(complement)),
                ClauseKind::Infinitive => {
                    self.is_verb_of(i, self.classes.purport).then(|| self.over_complement(complement))
                }
                _ => None,
            };
        }
        // "accused of stealing", "accused the mayor of theft"
        let behind = clause.objects[0].filter(|_| !passive).map(|object| self.document.syntax.phrase(object).base.last);
        let of = behind.unwrap_or(group.extent.last);
        let thing = clause.objects[0].filter(|_| !one_of!(self.hash(of), "of") && !passive);
        let alleges = self.is_verb_of(i, self.classes.allege_thing);
        match (one_of!(self.hash(of), "of"), thing) {
            (true, _) => self.starting_at(of + 1).map(|reach| Reach { target: Target::Complement, ..reach }),
            // "alleged a conspiracy"; "accused the mayor" says not of what
            (_, Some(object)) if alleges => Some(self.over_thing(object)),
            (_, None) if alleges && passive => Some(self.over_clause(id)),
            _ => None,
        }
    }
}
