//! What starts with a verb: a verb group, or a noun phrase where the word is none.

use super::super::group::{self, VerbGroup};
use super::super::{GroupTense, Mood, Phrase, PhraseId};
use super::{ChunkKind, Chunker, Row};
use crate::syntax::word::{is_have, is_modal, one_of};
use crate::tag::{Pos, VerbForm, Word, function};
use crate::token::Gap;

impl Chunker<'_> {
    /// The piece that starts with the verb or auxiliary at `i`, and where it ends.
    pub(super) fn verb(&self, i: usize, row: &mut Row, phrases: &mut Vec<Phrase>) -> (ChunkKind, usize) {
        if self.is_verb_for_noun(i) {
            phrases.push(Phrase::of_word(i as u32));
            return (ChunkKind::Phrase(phrases.len() as PhraseId - 1), i + 1);
        }
        // "holding closed-door talks"
        if self.hyphenated(i) && self.word(i).is_some_and(|word| word.form != VerbForm::Base) {
            if let Some(last) = self.noun_phrases(i, phrases) {
                return (ChunkKind::Phrase(phrases.len() as PhraseId - 1), last);
            }
        }
        let behind = row.last();
        if matches!(behind, Some(ChunkKind::Preposition)) || self.opens_clause(behind) && self.may_describe(i) {
            let object = matches!(behind, Some(ChunkKind::Verb(_)))
                && (self.grammar.is_attributive(&self.words[i]) || self.needs_object(row));
            let subject = !object && !matches!(behind, Some(ChunkKind::Preposition));
            if let Some(last) = self.participle_phrase(i, subject, phrases) {
                return (ChunkKind::Phrase(phrases.len() as PhraseId - 1), last);
            }
        }
        // "but burning debris fell"
        if matches!(behind, Some(ChunkKind::Conjunction)) && self.words[i].form == VerbForm::Gerund {
            if let Some(last) = self.gerund_phrase(i, phrases) {
                return (ChunkKind::Phrase(phrases.len() as PhraseId - 1), last);
            }
        }
        match self.group(i) {
            Some(group) => row.verb(group),
            None => (self.single(i), i + 1),
        }
    }

    /// "taking banned pills", "to repair damaged roads": whether the verb right before, no finite one, hardly does without an
    /// object.
    fn needs_object(&self, row: &Row) -> bool {
        row.last_group().is_some_and(|group| {
            matches!(group.mood, Mood::Gerund | Mood::Infinitive)
                && !group.passive
                && self.grammar.takes_passive(&self.words[group.head as usize])
        })
    }

    /// The verb group that starts at `i`.
    pub(super) fn group(&self, i: usize) -> Option<VerbGroup> {
        let mut group = group::verb_group(self.words, i)?;
        if let Some(whole) = self.two_auxiliaries(i, group) {
            return Some(whole);
        }
        if group.copula {
            self.take_participle(&mut group);
        } else if group.mood == Mood::Participle || group.tense == GroupTense::Present {
            self.make_past(&mut group);
        }
        Some(group)
    }

    /// "has and will play", "can and must be done": two auxiliaries of one verb, of which the second counts.
    fn two_auxiliaries(&self, i: usize, first: VerbGroup) -> Option<VerbGroup> {
        let joined = self.pos(i + 1) == Some(Pos::Cconj)
            && first.extent.last as usize == i + 1
            && self.word(i + 2).is_some_and(|word| is_modal(word.function));
        let auxiliary = |word: &Word| is_have(word.function) || is_modal(word.function);
        if !joined || !auxiliary(&self.words[i]) {
            return None;
        }
        let mut second = group::verb_group(self.words, i + 2)?;
        second.extent.first = i as u32;
        Some(second)
    }

    /// "was struck by a car": a participle behind "be" that is tagged as an adjective.
    fn take_participle(&self, group: &mut VerbGroup) {
        let next = group.extent.last as usize;
        let participle = self.word(next).is_some_and(|word| word.pos == Pos::Adj && self.grammar.takes_passive(word));
        if participle && !self.nominal_follows(next + 1) {
            group.head = next as u32;
            group.extent.last = next as u32 + 1;
            group.passive = true;
            group.copula = false;
        }
    }

    /// "the door broke", "exports fell": a form that is no participle and hardly a present, whatever its tag.
    fn make_past(&self, group: &mut VerbGroup) {
        let head = &self.words[group.head as usize];
        if group.extent.first == group.head && self.grammar.is_past(head) {
            group.mood = Mood::Finite;
            group.tense = GroupTense::Past;
            group.passive = false;
        }
    }

    /// Whether a clause may start behind such a piece.
    fn opens_clause(&self, behind: Option<ChunkKind>) -> bool {
        matches!(behind, None | Some(ChunkKind::Subordinator | ChunkKind::QuoteMark | ChunkKind::Verb(_)))
    }

    /// A past participle in front of a noun.
    fn may_describe(&self, i: usize) -> bool {
        matches!(self.words[i].form, VerbForm::Participle | VerbForm::Past)
            && (matches!(self.pos(i + 1), Some(Pos::Noun | Pos::Adj))
                // "Suspected Shabab fighters raided"
                || i == self.start && self.pos(i + 1) == Some(Pos::Propn))
            && self.word(i + 1).is_some_and(|next| next.gap != Gap::Tight)
    }

    /// "of delayed trains": a past participle behind a preposition modifies the noun behind it, and so it does where a
    /// clause starts with it, and a finite verb needs the noun for its subject: "Masked men fired".
    fn participle_phrase(&self, i: usize, subject: bool, phrases: &mut Vec<Phrase>) -> Option<usize> {
        let word = &self.words[i];
        let participle = word.pos == Pos::Verb && matches!(word.form, VerbForm::Participle | VerbForm::Past);
        if !participle || !self.nominal_follows(i + 1) {
            return None;
        }
        let at = phrases.len();
        let last = self.noun_phrases(i + 1, phrases)?;
        // a past tense is often tagged as a participle
        let object = || matches!(self.pos(last + 1), Some(Pos::Det | Pos::Pron | Pos::Num | Pos::Propn));
        let past = || self.word(last).is_some_and(|word| word.form == VerbForm::Participle && word.pos == Pos::Verb);
        if subject && !(self.is_finite(last) || past() && object()) {
            phrases.truncate(at);
            return None;
        }
        for phrase in &mut phrases[at..] {
            phrase.base.first = i as u32;
            phrase.full.first = i as u32;
        }
        Some(last)
    }

    /// A gerund that modifies the bare noun behind it, the subject of a finite verb.
    fn gerund_phrase(&self, i: usize, phrases: &mut Vec<Phrase>) -> Option<usize> {
        let bare = self.words[i].pos == Pos::Verb && self.pos(i + 1) == Some(Pos::Noun) && self.is_finite(i + 2);
        if !bare {
            return None;
        }
        let last = self.noun_phrases(i + 1, phrases)?;
        if let Some(phrase) = phrases.last_mut() {
            phrase.base.first = i as u32;
            phrase.full.first = i as u32;
        }
        Some(last)
    }

    pub(super) fn is_finite(&self, i: usize) -> bool {
        self.word(i).is_some_and(|word| {
            matches!(word.pos, Pos::Verb | Pos::Aux)
                && matches!(word.form, VerbForm::Past | VerbForm::Present | VerbForm::Modal)
        })
    }

    /// A subject that is tagged as a verb: "fighting continued", "Witnesses believe" at the start of a sentence.
    fn is_verb_for_noun(&self, i: usize) -> bool {
        let word = &self.words[i];
        if word.pos != Pos::Verb {
            return false;
        }
        let starts = i == self.start;
        let finite_next = || self.is_finite(i + 1);
        let after_auxiliary = || !starts && matches!(self.words[i - 1].pos, Pos::Aux | Pos::Part | Pos::Adv);
        match word.form {
            // "by evening a slick"
            VerbForm::Gerund => {
                finite_next() && !after_auxiliary() || one_of!(word.hash, "evening" | "morning") && !after_auxiliary()
            }
            VerbForm::Present | VerbForm::Base if starts => {
                // "Signs of frost ..."
                finite_next() || word.form == VerbForm::Present && function!(self.function(i + 1), "of")
            }
            // "whose land it is"
            VerbForm::Present | VerbForm::Base => function!(self.words[i - 1].function, "whose"),
            _ => false,
        }
    }
}
