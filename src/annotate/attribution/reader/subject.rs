//! Who does what a verb says: subjects, those that a clause shares with another, and names that syntax has not read.

use super::super::vocabulary::Uses;
use super::super::{Extent, Mention, PhraseId};
use super::Reader;
use crate::syntax::{Clause, ClauseId, ClauseKind, Link, Mood, one_of};
use crate::tag::Pos;
use crate::token::Shape;

impl Reader<'_> {
    /// Who does what the verb of the clause says; a relative pronoun is its own mention.
    pub fn subject(&self, id: ClauseId) -> Option<Mention> {
        let clause = self.clause(id);
        if let Some(subject) = clause.subject {
            if let Some(group) = clause.group.filter(|_| !clause.shared_subject && !clause.inverted) {
                return Some(self.mention(self.nearer_subject(subject, group.extent.first).unwrap_or(subject)));
            }
            if let Some(outer) = self.reporter(clause) {
                return self.subject(outer);
            }
            return Some(self.mention(subject));
        }
        let marker = clause.marker.filter(|_| clause.kind == ClauseKind::Relative);
        if let Some(marker) = marker.filter(|&marker| one_of!(self.hash(marker), "who" | "that" | "which")) {
            return Some(Mention { extent: Extent::new(marker, marker + 1), head: marker, phrase: None });
        }
        let group = clause.group?;
        if group.mood == Mood::Finite {
            if let Some(id) = self.subject_before(group.extent.first) {
                return Some(self.mention(id));
            }
            if let Some(name) = self.name_before(group.extent.first) {
                return Some(name);
            }
        }
        self.controller(id).map(|subject| self.mention(subject))
    }

    /// The clause whose subject a free participle shares: the nearest that reports or is a main clause, not one inside what
    /// is reported.
    fn reporter(&self, participle: &Clause) -> Option<ClauseId> {
        if participle.kind != ClauseKind::Participle || !participle.set_off {
            return None;
        }
        let mut at = participle.parent?;
        for _ in 0..8 {
            let clause = self.clause(at);
            let reports = clause.group.is_some_and(|group| self.uses(group.head).has(Uses::SAY.or(Uses::TELL)));
            if matches!(clause.kind, ClauseKind::Main | ClauseKind::Parenthetical) || reports && clause.is_finite() {
                return Some(at);
            }
            at = clause.parent?;
        }
        None
    }

    /// "On the show State of the Union, the governor said": the phrase right before the verb, where only one comma parts it
    /// from what was taken for the subject.
    pub fn nearer_subject(&self, subject: PhraseId, verb: u32) -> Option<PhraseId> {
        let mut i = verb.checked_sub(1)?;
        while matches!(self.pos(i), Some(Pos::Adv)) && i > 0 {
            i -= 1;
        }
        // mostly it is the subject itself
        let id = self.syntax.phrase_of_word(i).filter(|&id| id != subject)?;
        let phrase = self.syntax.phrase(id);
        let parted = || {
            phrase.base.first > 0
                && (self.is_comma(phrase.base.first - 1) || self.closes(phrase.base.first - 1).is_some())
        };
        let loose = matches!(phrase.link, Link::Apposition(of) if of == subject) || phrase.link == Link::Loose;
        (loose && parted() && !phrase.time && phrase.base.last == i + 1 && !self.is_number(phrase.base.first))
            .then_some(id)
    }

    /// The subject of a clause further out or coordinated: of "noting that" at the start of a sentence.
    fn controller(&self, id: ClauseId) -> Option<PhraseId> {
        let mut at = id;
        for _ in 0..4 {
            let clause = self.clause(at);
            let governor = clause.governor;
            at = clause.conjunct_of.or(clause.parent)?;
            if let Some(subject) = self.clause(at).subject {
                // "a refusal to accept that he lied would": who refuses is not told
                let own = Some(self.syntax.phrase(subject).head) == governor && !self.is_speaker(subject);
                return Some(subject).filter(|_| !own);
            }
        }
        None
    }

    /// The noun phrase in front of a finite verb, an apposition or a relative clause between two commas aside.
    pub fn subject_before(&self, verb: u32) -> Option<PhraseId> {
        const REACH: u32 = 40;
        let first = self.sentence(verb).first;
        let mut i = verb.checked_sub(1)?;
        while i > first && matches!(self.pos(i), Some(Pos::Adv)) {
            i -= 1;
        }
        // "Gov. Mary Hale (D-N.H.) said"
        if one_of!(self.hash(i), ")") {
            let from = first.max(i.saturating_sub(REACH));
            i = (from..i).rev().find(|&j| one_of!(self.hash(j), "("))?.checked_sub(1)?;
        }
        if self.is_comma(i) {
            let from = first.max(i.saturating_sub(REACH));
            let opening = (from..i).rev().find(|&j| self.is_comma(j) && j > from && !self.is_number(j + 1))?;
            i = opening.checked_sub(1)?;
        }
        if i < first || self.closes(i).is_some() {
            return None;
        }
        let mut id = self.syntax.phrase_of_word(i)?;
        for _ in 0..4 {
            match self.syntax.phrase(id).link {
                // "“... seven times,” Ada Hale, a nurse, told us": a mark parts what looks like an apposition
                Link::Modifier(owner) | Link::Apposition(owner)
                    if !self
                        .has_mark(Extent::new(self.syntax.phrase(owner).head, self.syntax.phrase(id).base.first)) =>
                {
                    id = owner;
                }
                _ => break,
            }
        }
        let phrase = self.syntax.phrase(id);
        (!phrase.time && phrase.preposition.is_none()).then_some(id)
    }

    /// The subject of the first main clause of the sentence that begins in front of word `i`.
    pub fn subject_so_far(&self, i: u32) -> Option<Mention> {
        let clauses = self.syntax.clauses_of[self.sentence_of(i)].clone();
        let main = clauses.take_while(|&id| self.clause(id).extent.first < i).find(|&id| {
            let clause = self.clause(id);
            clause.is_finite()
                && matches!(clause.kind, ClauseKind::Main | ClauseKind::Parenthetical)
                && clause.group.is_some_and(|group| group.head < i)
        })?;
        self.subject(main)
    }

    /// Capitalised words right before a verb that no noun phrase was made of.
    pub fn name_before(&self, verb: u32) -> Option<Mention> {
        let first = self.sentence(verb).first;
        let is_name = |i: u32| {
            self.word(i).is_some_and(|word| {
                word.shape.has(Shape::CAPITAL)
                    && matches!(word.pos, Pos::Adj | Pos::Noun | Pos::Propn | Pos::X | Pos::Verb)
            })
        };
        let mut start = verb;
        while start > first && verb - start < 4 && is_name(start - 1) {
            start -= 1;
        }
        (start < verb).then(|| Mention { extent: Extent::new(start, verb), head: verb - 1, phrase: None })
    }

    /// Capitalised words from word `i` on, the first of which may look like another word: "Will Hart".
    pub fn name_behind(&self, i: u32) -> Option<Mention> {
        const LONGEST: u32 = 4;
        let limit = self.sentence(i).last.min(i + LONGEST);
        let last = (i..limit).take_while(|&j| self.is_capital(j)).last()?;
        // ", a professor in Lund": what explains the name belongs to it
        let apposition =
            self.phrase_at(last + 2).filter(|_| self.is_comma(last + 1) && !self.starts_clause(last + 2, u32::MAX));
        let end = apposition.filter(|(_, phrase)| !phrase.time).map_or(last + 1, |(_, phrase)| phrase.full.last);
        (last > i).then(|| Mention { extent: Extent::new(i, end), head: last, phrase: None })
    }

    /// An age between commas.
    fn is_number(&self, i: u32) -> bool {
        self.pos(i) == Some(Pos::Num) && self.is_comma(i + 1)
    }
}
