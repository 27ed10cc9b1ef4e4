//! Conditions, questions, and what is left open.

use super::super::scope;
use super::{Finder, MODIFIERS, Reach};
use crate::annotate::Document;
use crate::annotate::found::{FoundCue, Target, Turn};
use crate::model::{Certainty, CueClass, CueKind, RuleId};
use crate::syntax::{Clause, ClauseId, ClauseKind, Extent, GroupTense, Link, Mood, VerbGroup, one_of};
use crate::tag::Pos;

impl Finder<'_, '_> {
    pub(super) fn condition(&self, extent: Extent) -> Option<Reach> {
        let i = extent.first;
        if one_of!(self.hash(i), "subject" | "pending") {
            return self.on_consent(extent);
        }
        if self.concedes(i)
            || self.is_aside(i)
            || one_of!(self.hash(extent.last - 1), "case")
                && !self.opens_clause(i)
                && !self.opens_clause(extent.last - 1)
        {
            return None;
        }
        let verbal = self.word(i).is_some_and(|word| {
            word.pos == Pos::Verb && self.group_at(i).is_some_and(|(_, group)| group.extent.first != i)
        });
        if verbal
            || one_of!(self.hash(i), "provided") && !one_of!(self.hash(i + 1), "that") && self.pos(i) == Some(Pos::Verb)
        {
            return None;
        }
        let marked = (i..extent.last + 2).filter_map(|at| self.clause_at(at)).find(|&id| {
            let clause = self.clause(id);
            let governed = || clause.governor.filter(|_| clause.kind == ClauseKind::Relative);
            clause.marker.is_some_and(|marker| extent.contains(marker) || marker + 1 == extent.first)
                // "in case it rains"
                || governed().is_some_and(|governor| extent.contains(governor))
        });
        if let Some(id) = marked {
            let clause = self.clause(id);
            if let Some(content) = scope::said_under(self.document, id) {
                let scope = scope::of_clauses(self.document, content, id);
                return Some(Reach { target: Target::Clause(content), scope });
            }
            return match (clause.kind, clause.parent) {
                (ClauseKind::Question, _) if !self.is_said_condition(clause) => None,
                (_, Some(parent)) => {
                    let parent = self.first_of_joined(parent);
                    Some(Reach { target: Target::Clause(parent), scope: scope::of_clauses(self.document, parent, id) })
                }
                _ => Some(self.over_clause(id)),
            };
        }
        // "if implemented", "if possible": nothing but the marker tells
        self.clause_at(i).map(|id| self.over_clause(id))
    }

    /// "will pay ten crowns, subject to approval by parliament", but "the sale is subject to approval".
    fn on_consent(&self, extent: Extent) -> Option<Reach> {
        let Document { words, lexicon, syntax, .. } = *self.document;
        let phrase = syntax.phrase(syntax.phrase_of_word(extent.last)?);
        let consent = self.classes.consent.is_some_and(|class| lexicon.has_word(&words[phrase.head as usize], class));
        let id = self.clause_at(extent.first)?;
        let clause = self.clause(id);
        let said = clause.group.filter(|group| group.head + 1 < extent.first && !group.copula);
        (consent && said.is_some()).then(|| self.over_clause(id))
    }

    /// "respected, if not loved", "a competent, if dull, speech": set against what stands before it.
    fn concedes(&self, i: u32) -> bool {
        let verbless = || {
            self.clause_at(i + 1).and_then(|id| self.clause(id).group).is_none_or(|group| group.mood != Mood::Finite)
        };
        let quality = |at: u32| matches!(self.pos(at), Some(Pos::Adj | Pos::Adv));
        let contrasts = || {
            let set_off = i >= 2 && self.pos(i - 1) == Some(Pos::Punct) && quality(i - 2);
            // "safe, if necessary": a condition all the same
            let usual = one_of!(
                self.hash(i + 1),
                "necessary" | "possible" | "true" | "available" | "appropriate" | "so" | "then" | "correct" | "still"
            );
            set_off && quality(i + 1) && !usual
        };
        one_of!(self.hash(i), "if") && (one_of!(self.hash(i + 1), "not") || contrasts()) && verbless()
    }

    /// "would close the mill and dismiss its workers if prices fell": the first of the verbs that share their auxiliary.
    fn first_of_joined(&self, id: ClauseId) -> ClauseId {
        let mut first = id;
        for _ in 0..MODIFIERS {
            match self.clause(first).conjunct_of {
                Some(left) if scope::shares_auxiliary(self.document, self.clause(first)) => first = left,
                _ => break,
            }
        }
        first
    }

    /// "will not leave until the rain stops": only if it does. "Only until" is no surer.
    pub(super) fn until(&self, i: u32) -> Option<Reach> {
        let id = self.clause_at(i).filter(|&id| self.clause(id).marker == Some(i))?;
        let clause = self.clause(id);
        let finite = |group: &VerbGroup| group.mood == Mood::Finite && group.tense != GroupTense::Past;
        let parent = clause
            .parent
            .filter(|_| clause.kind == ClauseKind::Adverbial && clause.group.as_ref().is_some_and(finite))?;
        // "vowed not to rest until"
        let infinite = |group: &VerbGroup| group.mood == Mood::Infinitive && !group.perfect;
        let denied = |id: ClauseId| {
            self.clause(id).group.is_some_and(|group| group.negation.is_some() && (finite(&group) || infinite(&group)))
        };
        // "will not lift the ban imposed in May until the mine is safe", "is not expected to start until it is"
        let mut at = parent;
        while !denied(at)
            && matches!(self.clause(at).kind, ClauseKind::Participle | ClauseKind::Relative | ClauseKind::Infinitive)
        {
            match self.clause(at).parent.filter(|&outer| outer < at) {
                Some(outer) => at = outer,
                None => break,
            }
        }
        let only = one_of!(self.hash(i.wrapping_sub(1)), "only");
        (denied(at) || only).then(|| {
            let parent = self.first_of_joined(if denied(at) { at } else { parent });
            Reach { target: Target::Clause(parent), scope: scope::of_clauses(self.document, parent, id) }
        })
    }

    /// "few, if any, survived", "if anything, it grew", "if only he had waited": no condition.
    fn is_aside(&self, i: u32) -> bool {
        let behind = self.pos(i + 2);
        one_of!(self.hash(i), "if")
            && (one_of!(self.hash(i + 1), "any" | "anything" | "ever") && matches!(behind, None | Some(Pos::Punct))
                || one_of!(self.hash(i + 1), "only")
                    && (matches!(behind, Some(Pos::Pron | Pos::Adv))
                        || one_of!(self.hash(i + 2), "to" | "because" | "for" | "by" | "in")))
    }

    pub(super) fn opens_clause(&self, i: u32) -> bool {
        self.clause_at(i).is_some_and(|id| self.clause(id).marker == Some(i))
    }

    /// Whether the word opens a clause with a tense.
    pub(super) fn opens_finite(&self, i: u32) -> bool {
        let clause = self.clause_at(i).map(|id| self.clause(id)).filter(|clause| clause.marker == Some(i));
        clause.and_then(|clause| clause.group).is_some_and(|group| group.mood == Mood::Finite)
    }

    /// "should the talks fail, the army will advance": over both clauses.
    pub(super) fn inverted(&self, i: u32) -> Option<Reach> {
        let (id, group) = self.group_at(i).filter(|(_, group)| group.extent.first == i)?;
        let clause = self.clause(id);
        let subject = self.document.syntax.phrase(clause.subject?).base.first;
        let asks = self.document.syntax.clauses_of[self.document.syntax.sentence_of[id as usize] as usize]
            .clone()
            .rev()
            .take(MODIFIERS)
            .any(|id| one_of!(self.hash(self.clause(id).extent.last), "?"));
        // "might have resigned had the team lost"
        let regrets = || {
            let main = clause.parent.and_then(|parent| self.clause(parent).group);
            clause.kind == ClauseKind::Bare
                && (one_of!(self.hash(i), "should") || main.is_some_and(|main| main.perfect && main.modal.is_some()))
        };
        let opens = i.checked_sub(1).is_none_or(|before| self.pos(before) == Some(Pos::Punct)) || regrets();
        if !opens
            || subject != i + 1
            || asks
            || clause.extent.first != i
            || group.head == i && !one_of!(self.hash(i), "were" | "should") && self.complement(i).is_none()
        {
            return None;
        }
        let fails = self.complement(i).filter(|_| group.head == i);
        let other = clause.parent.or_else(|| {
            let sentence =
                self.document.syntax.clauses_of[self.document.syntax.sentence_of[id as usize] as usize].clone();
            let first = id + 1 + u32::from(fails.is_some());
            // "should the dam burst, officials warned, they will flee"
            let aside = |other: &ClauseId| {
                let inner = self.clause(*other);
                // "had the raid not been called off", "should it find that they lied"
                inner.kind == ClauseKind::Parenthetical
                    || matches!(inner.kind, ClauseKind::Participle | ClauseKind::That) && inner.parent == Some(id)
            };
            let mut behind = (first..sentence.end).take(MODIFIERS);
            behind.find(|other| !aside(other)).or_else(|| sentence.contains(&first).then_some(first))
        })?;
        Some(Reach { target: Target::Clause(other), scope: scope::of_clauses(self.document, other, id) })
    }

    /// "said if it rains they will stay": behind a plain report "if" opens no question, unless what is not said is asked for.
    pub(super) fn is_said_condition(&self, clause: &Clause) -> bool {
        let Some(governor) = clause.governor else { return false };
        let said = one_of!(
            self.hash(governor),
            "said"
                | "says"
                | "added"
                | "warned"
                | "announced"
                | "think"
                | "believe"
                | "hope"
                | "fear"
                | "expect"
                | "expects"
        );
        said && self.group_at(governor).is_some_and(|(_, group)| group.negation.is_none())
    }

    pub(super) fn question(&self, extent: Extent) -> Option<Reach> {
        let id = self.clause_at(extent.first)?;
        let clause = self.clause(id);
        if one_of!(self.hash(extent.first), "if") && clause.kind != ClauseKind::Question {
            return None;
        }
        if clause.marker.is_some_and(|marker| extent.contains(marker)) {
            // "whether it rains or snows, she walks": no matter which
            let apart = clause.kind != ClauseKind::Question
                || one_of!(self.hash(extent.last), "or") && one_of!(self.hash(extent.last + 1), "not")
                || extent.first + 3 == extent.last
                || self.pos(extent.first.wrapping_sub(1)) == Some(Pos::Punct);
            // "unsure whether or not he left", "divided on whether or not"
            let before = extent.first.wrapping_sub(1);
            let governed =
                clause.governor.is_some_and(|at| matches!(self.pos(at), Some(Pos::Verb | Pos::Aux)) || at == before)
                    || matches!(self.pos(before), Some(Pos::Adp | Pos::Sconj))
                        && !one_of!(self.hash(before), "of" | "on")
                        && self.group_at(before).is_none();
            let regardless = apart && clause.parent.is_some() && !governed;
            // "whether to release him"
            let behind = |reach: Reach| Extent::new(reach.scope.first.max(extent.last), reach.scope.last);
            return (!regardless && extent.last < clause.extent.last)
                .then(|| Reach { target: Target::Complement, scope: behind(self.over_complement(id)) });
        }
        // "habitats, whether natural or made by hand"
        if self.pos(extent.first.wrapping_sub(1)) == Some(Pos::Punct) {
            return None;
        }
        let reach = self.starting_at(extent.last).unwrap_or_else(|| self.over_clause(id));
        let first = if reach.scope.contains(extent.first) { extent.last } else { reach.scope.first };
        Some(Reach { scope: Extent::new(first, reach.scope.last.max(first + 1)), ..reach })
    }

    /// "it is not clear whether", "little is known about", "no evidence that"
    pub(super) fn open(&self, extent: Extent) -> Option<Reach> {
        let last = extent.last - 1;
        // "is to be decided by a jury"
        if one_of!(self.hash(extent.first), "to") && one_of!(self.hash(extent.last), "by") {
            return None;
        }
        // "is not known", but "he had not known of it"
        if self
            .clause_of_verb(last)
            .is_some_and(|(_, group)| group.mood == Mood::Finite && !group.passive && group.perfect)
        {
            return None;
        }
        if let Some(complement) = (extent.first..extent.last).rev().find_map(|at| self.complement(at)) {
            return Some(self.over_complement(complement));
        }
        // "nobody knew the way"
        if one_of!(self.hash(extent.first), "nobody" | "no") && one_of!(self.hash(last), "knew" | "knows") {
            return None;
        }
        // "the reports cast doubt on the count": the count is in doubt, and that it is so is not
        if one_of!(self.hash(extent.first), "cast" | "casts" | "casting" | "raise" | "raises" | "raised" | "raising") {
            let on = one_of!(self.hash(extent.last), "on" | "about" | "over");
            if let Some(doubted) = self.document.syntax.phrase_of_word(extent.last + 1).filter(|_| on) {
                return Some(self.over_phrase(doubted));
            }
        }
        // "there is little sign of": nothing else says so of the clause
        if one_of!(self.hash(extent.first), "little" | "few" | "scant")
            && !one_of!(self.hash(extent.first + 1), "known" | "is" | "was")
        {
            return self.clause_at(extent.first).map(|id| self.over_clause(id));
        }
        // of "no reports of" the noun
        let noun = if self.pos(last) == Some(Pos::Adp) { last - 1 } else { last };
        if let Some(id) = self.document.syntax.phrase_of_word(noun) {
            let of = self.document.syntax.modifiers(id).take(MODIFIERS).find(|(_, phrase)| {
                phrase.preposition.is_some_and(|at| one_of!(self.hash(at), "of" | "for" | "about" | "over" | "on"))
            });
            if let Some((modifier, _)) = of {
                return Some(self.over_phrase(modifier));
            }
        }
        let id = self.clause_at(extent.first)?;
        match self.clause(id).verb().and_then(|verb| self.complement(verb)) {
            // "no evidence has emerged linking him to it"
            Some(complement) if self.clause(complement).kind == ClauseKind::Gerund => {
                Some(self.over_clause(complement))
            }
            Some(complement) => Some(self.over_complement(complement)),
            // "provided no evidence", "no evidence was found": none was there, and that is certain
            None if self.is_object(noun) || one_of!(self.hash(extent.first), "no") && self.is_presented(id, noun) => {
                None
            }
            None => Some(self.over_clause(id)),
        }
    }

    /// The subject of a passive.
    fn is_presented(&self, id: ClauseId, noun: u32) -> bool {
        let subject = self.clause(id).subject.map(|subject| self.document.syntax.phrase(subject).head);
        subject == Some(noun) && self.clause(id).is_passive()
    }

    fn is_object(&self, noun: u32) -> bool {
        let phrase = self.document.syntax.phrase_of_word(noun).map(|id| self.document.syntax.phrase(id));
        phrase.is_some_and(|phrase| match phrase.link {
            Link::Object(clause) => {
                phrase.head == noun && self.clause(clause).group.is_some_and(|group| !group.passive)
            }
            _ => false,
        })
    }

    /// A question with the word that asks: "who stole the bell".
    fn of_question(&self, id: ClauseId) -> Extent {
        let scope = scope::of_clause(self.document, id);
        let clause = self.clause(id);
        let asks = clause.kind == ClauseKind::Main
            && clause.marker.is_some_and(|marker| marker + 1 == scope.first)
            && !one_of!(self.hash(scope.first - 1), "and" | "but" | "if" | "that");
        Extent::new(scope.first - u32::from(asks), scope.last)
    }

    /// A sentence that ends in a question mark is open.
    pub(super) fn question_marks(&self, found: &mut Vec<FoundCue>) {
        let Document { words, sentences, syntax, .. } = *self.document;
        for (sentence, clauses) in sentences.iter().zip(&syntax.clauses_of) {
            let last = sentence.lexemes.end;
            let mark = (sentence.lexemes.start..last)
                .rev()
                .take(3)
                .find(|&at| words[at as usize].pos == Pos::Punct && one_of!(self.hash(at), "?"));
            let Some(mark) = mark else { continue };
            let innermost =
                mark.checked_sub(1).and_then(|before| self.clause_at(before)).filter(|id| clauses.contains(id));
            // the question that a report holds, else the whole sentence
            let mut id = match innermost {
                Some(id) => id,
                None if !clauses.is_empty() => clauses.start,
                None => continue,
            };
            while let Some(parent) = self
                .clause(id)
                .parent
                .filter(|&parent| parent < id && self.document.syntax.quotation_at(mark).is_none())
            {
                id = parent;
            }
            found.push(FoundCue {
                kind: CueKind::Question,
                class: CueClass::Question,
                extent: Extent::new(mark, mark + 1),
                scope: self.of_question(id),
                strength: Certainty::Unknown,
                turn: Turn::Open,
                target: Target::Clause(id),
                head: mark,
                rule: RuleId::built_in("question-mark"),
            });
        }
    }
}
