//! Small words that are tagged as others: "provided that", "that night", "alongside the police", "said both were safe".

use super::{Place, is_finite};
use crate::syntax::word::{is_possessive_pronoun, is_reflexive, one_of};
use crate::tag::{Pos, VerbForm, Word, function};
use crate::token::hash;

impl Place<'_> {
    /// "Many fled", "and many fled", "said more would": a quantity that opens a clause in front of a finite verb is the subject.
    pub(super) fn is_quantity_alone(&self) -> bool {
        function!(self.this().function, "many" | "several" | "few" | "most" | "more" | "fewer")
            && is_finite(self.behind(1))
    }

    /// "said more were on their way"
    pub(super) fn is_more_alone(&self) -> bool {
        function!(self.this().function, "more" | "most") && is_finite(self.behind(1))
    }

    /// ", provided that it stays open", ", provided the price is right"
    pub(super) fn provides(&self) -> bool {
        const LONGEST_SUBJECT: usize = 5;
        if !one_of!(self.this().hash, "provided" | "providing") {
            return false;
        }
        if !self.ahead(1).is_some_and(|comma| function!(comma.function, ",")) {
            return false;
        }
        if function!(self.function_behind(1), "that") {
            return true;
        }
        let subject = (1..=LONGEST_SUBJECT).map_while(|at| self.behind(at));
        let mut rest =
            subject.skip_while(|word| matches!(word.pos, Pos::Det | Pos::Pron | Pos::Adj | Pos::Noun | Pos::Propn));
        let is = |word: &Word| {
            word.pos == Pos::Aux && matches!(word.form, VerbForm::Present | VerbForm::Modal)
                || word.pos == Pos::Verb && word.form == VerbForm::Present && self.spelling(word).ends_with('s')
        };
        self.behind(1).is_some_and(|next| matches!(next.pos, Pos::Det | Pos::Pron)) && rest.next().is_some_and(is)
    }

    /// "a raid on 23 May that killed two"
    pub(super) fn is_month(&self) -> bool {
        self.before == Pos::Num && self.is_capital() && one_of!(self.this().hash, "may")
    }

    /// "a farmer turned militia leader": between what somebody was and what somebody is, without an article.
    pub(super) fn has_turned(&self) -> bool {
        one_of!(self.this().hash, "turned")
            && self.behind(1).is_some_and(|next| {
                next.pos == Pos::Noun
                    && !one_of!(
                        next.hash,
                        "north" | "south" | "east" | "west" | "right" | "left" | "back" | "home" | "people"
                    )
            })
            && [1, 2].into_iter().any(|at| {
                self.behind(at).is_some_and(|who| {
                    who.pos == Pos::Noun
                        && (self.grammar.names_office(who)
                            || self.grammar.names_person(who)
                            || self.grammar.names_speaker(who))
                })
            })
    }

    /// "a village south of the river"
    pub(super) fn is_direction(&self) -> bool {
        one_of!(
            self.this().hash,
            "north"
                | "south"
                | "east"
                | "west"
                | "northeast"
                | "northwest"
                | "southeast"
                | "southwest"
                | "north-east"
                | "north-west"
                | "south-east"
                | "south-west"
        ) && function!(self.function_behind(1), "of")
            && !self.ahead(1).is_some_and(|unit| {
                one_of!(
                    unit.hash,
                    "km" | "kilometres" | "kilometers" | "miles" | "mile" | "metres" | "meters" | "m" | "yards"
                )
            })
    }

    /// "was himself killed"
    pub(super) fn is_emphatic(&self) -> bool {
        is_reflexive(self.this().function)
            && self.behind(1).is_some_and(|next| {
                next.form == VerbForm::Participle || next.pos == Pos::Adj && self.lexicon.is_participle(next.entry)
            })
    }

    /// "said it was fine but that much work remained"
    pub(super) fn joins_clause(&self) -> bool {
        function!(self.this().function, "that")
            && self.behind(1).is_some_and(|next| matches!(next.pos, Pos::Noun | Pos::Adj))
    }

    /// "21 raids consisting of 36 sorties": never a noun.
    pub(super) fn consists(&self) -> bool {
        one_of!(self.this().hash, "consisting")
    }

    /// "The ceasefire there is holding": behind a noun phrase that opens a clause and tells no time, where something is.
    pub(super) fn is_over_there(&self) -> bool {
        const LONGEST: usize = 5;
        if !one_of!(self.this().hash, "there") || self.before != Pos::Noun {
            return false;
        }
        let determiner = |word: &Word| word.pos == Pos::Det || is_possessive_pronoun(word.function);
        let nominal =
            |word: &&Word| matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num) || determiner(word);
        let before = &self.words[..self.at];
        let long = before.iter().rev().take(LONGEST).take_while(nominal).count();
        let opens = before.len().checked_sub(long + 1).is_none_or(|at| {
            matches!(before[at].pos, Pos::Punct | Pos::Cconj | Pos::Sconj) && !function!(before[at].function, ",")
        });
        let determined = long > 1 && determiner(&before[before.len() - long]);
        let tells = |noun: &Word| {
            self.grammar.is_time(noun) || one_of!(noun.hash, "time" | "times" | "doubt" | "moment" | "way")
        };
        opens && determined && self.ahead(1).is_some_and(|noun| !tells(noun))
    }

    /// "When this war began": in front of a noun.
    pub(super) fn points_at(&self) -> bool {
        function!(self.this().function, "this" | "these" | "those")
            && self.before != Pos::Verb
            && self.behind(1).is_some_and(|noun| noun.pos == Pos::Noun && !self.grammar.is_time(noun))
    }

    /// "dismissed that as a lie", "called that an insult", "denied that, saying he was ill": what somebody has said before is the
    /// object of a verb.
    pub(super) fn is_pointed_at(&self) -> bool {
        let Some(verb) = self.ahead(1).filter(|_| function!(self.this().function, "that")) else { return false };
        let says = |word: &Word| word.form == VerbForm::Gerund && self.grammar.quotative(word);
        match self.behind(1) {
            Some(next) if next.pos == Pos::Punct && function!(next.function, ",") => self.behind(2).is_some_and(says),
            Some(next) if function!(next.function, "as") => !self.grammar.takes_clause(verb),
            Some(_) => one_of!(verb.hash, "call" | "calls" | "called" | "calling" | "branded" | "labelled" | "labeled"),
            None => false,
        }
    }

    /// "the coal mine"
    pub(super) fn is_mine(&self) -> bool {
        self.this().hash == hash(b"mine")
    }

    /// "said both were safe": between a verb and another one it joins nothing.
    pub(super) fn are_both(&self) -> bool {
        one_of!(self.this().hash, "both") && is_finite(self.behind(1))
    }

    /// "slept in tents that week in Lesk": in front of a time that is no subject "that" is no relative word.
    pub(super) fn is_that_day(&self) -> bool {
        function!(self.this().function, "that")
            && self.behind(1).is_some_and(|time| self.grammar.is_day_part(time) || self.grammar.is_time(time))
            && self.behind(2).is_none_or(|next| matches!(next.pos, Pos::Punct | Pos::Adp | Pos::Cconj))
    }

    /// "troops alongside local fighters": in front of a noun phrase a preposition.
    pub(super) fn stands_alongside(&self) -> bool {
        one_of!(self.this().hash, "alongside" | "amid" | "beneath" | "opposite")
            && self
                .behind(1)
                .is_some_and(|next| matches!(next.pos, Pos::Det | Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num))
    }
}
