//! Past tenses and participles that look like nouns, adjectives or bare forms: "shot dead four men", "what it had cost".

use super::super::Place;
use crate::syntax::word::one_of;
use crate::tag::{Pos, VerbForm, Word, function};
use crate::token::{Gap, hash};

impl Place<'_> {
    /// Whether what is tagged as an adjective is a past tense.
    pub fn is_past(&self) -> bool {
        self.lexicon.is_participle(self.this().entry) && (self.quantity_follows() || self.voices() || self.suspends())
            || self.sets_fire()
    }

    /// "Aid groups suspended deliveries": no adjective stands between a plural and another noun.
    fn suspends(&self) -> bool {
        self.before == Pos::Noun
            && self.spelling(self.this()).ends_with("ed")
            && !self.is_capital()
            && self.behind(1).is_some_and(|next| next.pos == Pos::Noun && next.gap == Gap::Space)
            && self.ahead(1).is_some_and(|plural| plural.is_plural() && self.spelling(plural).ends_with('s'))
            && !one_of!(
                self.this().hash,
                "related"
                    | "based"
                    | "backed"
                    | "armed"
                    | "united"
                    | "combined"
                    | "used"
                    | "shared"
                    | "aged"
                    | "wounded"
            )
    }

    /// "The union voiced concern": in front of what somebody feels or says.
    fn voices(&self) -> bool {
        self.before != Pos::Cconj
            && self.behind(1).is_some_and(|next| next.pos == Pos::Noun && self.grammar.noun_takes_clause(next))
            && self.behind(2).is_some_and(|next| matches!(next.pos, Pos::Adp | Pos::Sconj))
            && !self.is_capital()
            && self.spelling(self.this()).ends_with("ed")
    }

    /// "looted shops and set fire to a bus"
    fn sets_fire(&self) -> bool {
        self.before == Pos::Cconj
            && self.this().hash == hash(b"set")
            && self.behind(1).is_some_and(|object| object.hash == hash(b"fire"))
    }

    /// "Four die as a shaft gives way": behind a number, where no noun follows.
    pub fn die_so_many(&self) -> bool {
        one_of!(self.this().hash, "die" | "drown")
            && self.behind(1).is_none_or(|next| matches!(next.pos, Pos::Adp | Pos::Sconj | Pos::Adv | Pos::Punct))
    }

    /// "and two abstained": behind a number what takes no object.
    pub fn happens(&self) -> bool {
        self.behind(1).is_none_or(|next| !matches!(next.pos, Pos::Noun | Pos::Propn | Pos::Adj))
            && self.spelling(self.this()).ends_with("ed")
            && self.grammar.takes_nothing(&self.taken_as(Pos::Verb, VerbForm::Past))
    }

    /// "nine were killed and more than 30 injured in the blast": behind a quantity that stands behind a conjunction, what shares
    /// the auxiliary of the participle in front.
    pub fn shares_auxiliary(&self) -> bool {
        const LONGEST: usize = 6;
        const REACH: usize = 14;
        let alone = self.behind(1).is_none_or(|next| {
            matches!(next.pos, Pos::Punct | Pos::Adp | Pos::Sconj | Pos::Adv) && !function!(next.function, "than")
        });
        if !alone || !self.lexicon.is_participle(self.this().entry) || self.is_capital() {
            return false;
        }
        let front = self.words[..self.at].iter().rev();
        let length = front.clone().take(LONGEST).take_while(|word| counts(word)).count();
        let mut rest = front.skip(length);
        let joined = length > 0 && rest.next().is_some_and(|word| word.hash == hash(b"and"));
        let passive = |pair: &[Word]| {
            pair[0].pos == Pos::Aux
                && function!(pair[0].function, "was" | "were")
                && pair[1].form == VerbForm::Participle
        };
        joined && {
            let end = self.at - length - 1;
            self.words[end.saturating_sub(REACH)..end].windows(2).any(passive)
        }
    }

    /// ", closed three airports": a participle in front of a number of things, but "aged 34".
    pub fn acts_on_quantity(&self) -> bool {
        let comma = self.ahead(1).is_some_and(|comma| function!(comma.function, ","));
        comma
            && self.behind(1).is_some_and(|next| next.pos == Pos::Num)
            && self.behind(2).is_some_and(|thing| matches!(thing.pos, Pos::Noun | Pos::Adj))
            && self.lexicon.is_participle(self.this().entry)
            && !one_of!(self.this().hash, "aged")
    }

    /// "Gunmen burned homes, looted shops and took hostages": between a past form with its object and another one, what can be a
    /// participle and has a thing behind it.
    pub fn acts_in_list(&self) -> bool {
        const FARTHEST: usize = 8;
        let past = |word: &Word| word.pos == Pos::Verb && matches!(word.form, VerbForm::Past | VerbForm::Participle);
        let bound = |word: &&Word| !matches!(word.pos, Pos::Punct | Pos::Sconj);
        let object = |next: &Word| matches!(next.pos, Pos::Noun | Pos::Propn | Pos::Det | Pos::Num | Pos::Adj);
        let joined = || {
            let behind = &self.words[self.at + 1..self.words.len().min(self.at + FARTHEST)];
            let and = behind.iter().position(|word| {
                !matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Det | Pos::Num | Pos::Adj | Pos::Adp)
            });
            and.is_some_and(|and| {
                let next =
                    behind.get(and + 1 + usize::from(behind.get(and + 1).is_some_and(|word| word.pos == Pos::Adv)));
                behind[and].pos == Pos::Cconj
                    && and > 0
                    && next.is_some_and(|next| past(next) || function!(next.function, ","))
            })
        };
        self.ahead(1).is_some_and(|comma| function!(comma.function, ","))
            && self.lexicon.is_participle(self.this().entry)
            && !self.is_capital()
            && !self.spelling(self.this()).ends_with("ing")
            && self.behind(1).is_some_and(object)
            && joined()
            && self.words[..self.at - 1].iter().rev().take(FARTHEST).take_while(bound).any(past)
    }

    /// "looted the armoury, set fire to the huts"
    pub fn sets_alight(&self) -> bool {
        one_of!(self.this().hash, "set") && self.behind(1).is_some_and(|next| one_of!(next.hash, "fire"))
    }

    /// "A gunman shot and killed a guard": a noun that can be a participle, joined to a verb behind a noun.
    pub fn shares_object(&self) -> bool {
        let joined = || self.behind(1).is_some_and(|word| word.hash == hash(b"and"));
        let verb = || self.behind(2).is_some_and(|word| word.pos == Pos::Verb && word.form == VerbForm::Past);
        self.before == Pos::Noun && joined() && verb() && self.lexicon.is_participle(self.this().entry)
    }

    /// "Guards in Lesk shot dead four men", "a ship in the bay shot down a drone"
    pub fn shoots_dead(&self) -> bool {
        one_of!(self.this().hash, "shot")
            && self
                .behind(1)
                .is_some_and(|word| word.pos == Pos::Adj && one_of!(word.hash, "dead") || self.is_down(word))
    }

    fn is_down(&self, word: &Word) -> bool {
        let object = |next: &Word| matches!(next.pos, Pos::Det | Pos::Num | Pos::Adj | Pos::Noun | Pos::Propn);
        one_of!(word.hash, "down") && self.behind(2).is_some_and(object)
    }

    /// "checked their cards and shot 14 men": no drink behind another past form.
    pub fn shot_besides(&self) -> bool {
        const REACH: usize = 8;
        one_of!(self.this().hash, "shot")
            && self.behind(1).is_some_and(|next| matches!(next.pos, Pos::Num | Pos::Det))
            && self.words[self.at.saturating_sub(REACH)..self.at]
                .iter()
                .any(|word| word.pos == Pos::Verb && matches!(word.form, VerbForm::Past | VerbForm::Participle))
    }

    /// "it cost 40 million": behind a pronoun that can only be a subject, what is a past form as well.
    pub fn it_cost(&self) -> bool {
        one_of!(self.this().hash, "cost" | "hit" | "cut" | "spread" | "split" | "shut" | "set" | "hurt")
            && self
                .ahead(1)
                .is_some_and(|subject| function!(subject.function, "i" | "he" | "she" | "it" | "we" | "they"))
    }

    /// "what it had cost": behind "have" no noun stands alone that is a participle as well.
    pub fn has_cost(&self) -> bool {
        self.ahead(1).is_some_and(|have| function!(have.function, "have" | "has" | "had"))
            && self.behind(1).is_none_or(|next| {
                !matches!(next.pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det | Pos::Pron | Pos::Num)
            })
            && one_of!(
                self.this().hash,
                "cost" | "hit" | "cut" | "spread" | "split" | "shut" | "set" | "burst" | "quit"
            )
    }

    /// "a clinic run by monks": behind a thing and in front of who does it.
    pub fn is_run_by(&self) -> bool {
        one_of!(self.this().hash, "run" | "overrun")
            && matches!(self.before, Pos::Noun | Pos::Propn)
            && function!(self.function_behind(1), "by")
            && self.behind(2).is_some_and(|agent| matches!(agent.pos, Pos::Det | Pos::Noun | Pos::Propn | Pos::Adj))
    }

    /// "have since overrun a string of towns": participles that are bare forms as well.
    pub fn has_since(&self) -> bool {
        one_of!(self.this().hash, "overrun" | "run" | "come" | "become" | "overcome")
            && self.ahead(1).is_some_and(|since| function!(since.function, "since"))
            && self.ahead(2).is_some_and(|have| function!(have.function, "have" | "has" | "had"))
    }

    /// "ransoms said to total 30 million": none of them has an infinitive but as a passive.
    pub fn is_said_to(&self) -> bool {
        self.form() == VerbForm::Past
            && matches!(self.before, Pos::Noun | Pos::Propn)
            && function!(self.function_behind(1), "to")
            && one_of!(
                self.this().hash,
                "said"
                    | "believed"
                    | "thought"
                    | "rumoured"
                    | "rumored"
                    | "alleged"
                    | "reported"
                    | "known"
                    | "understood"
            )
            && self.behind(2).is_some_and(|verb| matches!(verb.pos, Pos::Verb | Pos::Aux | Pos::Adj))
    }

    /// "were determined to be credible": what a finding is, nobody wills.
    pub fn was_determined(&self) -> bool {
        one_of!(self.this().hash, "determined")
            && function!(self.function_behind(1), "to")
            && function!(self.function_behind(2), "be" | "have")
    }
}

/// Whether a word may stand in a quantity: "more than 30", "a few others", "at least two people".
fn counts(word: &Word) -> bool {
    let noun = || one_of!(word.hash, "others" | "dozens" | "scores" | "hundreds" | "thousands" | "least" | "people");
    matches!(word.pos, Pos::Num)
        || noun()
        || function!(
            word.function,
            "more" | "than" | "at" | "several" | "many" | "another" | "a" | "few" | "some" | "about" | "up" | "to"
        )
}
