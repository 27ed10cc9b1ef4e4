//! Bare forms, behind "to", a modal, an auxiliary or another bare form: "promised to end corruption", "would not elaborate".

use super::super::Place;
use super::is_object;
use crate::syntax::word::one_of;
use crate::tag::{FunctionWord, Pos, VerbForm, Word, function};

impl Place<'_> {
    /// "promised to end corruption": behind a verb that takes nothing else with "to", a noun in the singular that is a verb as
    /// well.
    pub fn is_infinitive(&self) -> bool {
        let to = self.ahead(1).is_some_and(|to| function!(to.function, "to"));
        let governs = self.behind(1).is_some_and(|next| {
            matches!(next.pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det | Pos::Pron | Pos::Num)
        });
        // "were conducted to support partner forces"
        let serves = |verb: &Word| {
            matches!(verb.form, VerbForm::Past | VerbForm::Participle) && self.grammar.takes_purpose(verb)
        };
        // "agreed to free prisoners", but "to free elections"
        let frees = || {
            one_of!(self.this().hash, "free")
                && self.behind(1).is_some_and(|people| {
                    one_of!(
                        people.hash,
                        "prisoners"
                            | "hostages"
                            | "captives"
                            | "detainees"
                            | "inmates"
                            | "women"
                            | "men"
                            | "people"
                            | "soldiers"
                            | "children"
                            | "journalists"
                            | "political"
                            | "civilians"
                    )
                })
        };
        to && governs
            && self.ahead(2).is_some_and(|verb| {
                verb.pos == Pos::Verb && (self.grammar.takes_only_infinitive(verb) || serves(verb) || frees())
            })
            && self.lexicon.is_verb(self.this().entry)
            && !self.spelling(self.this()).ends_with('s')
    }

    /// "agreed to hand over 12 trucks": behind "to" a noun that is a verb as well, and its particle with an object.
    pub fn hands_over(&self) -> bool {
        let to = self.ahead(1).is_some_and(|to| function!(to.function, "to"));
        let particle = || {
            let sure = function!(self.function_behind(1), "over" | "out" | "up" | "off" | "back");
            sure || one_of!(self.this().hash, "hand") && function!(self.function_behind(1), "in")
        };
        // "links to ground over the ridge"
        let free = || {
            self.ahead(2).is_some_and(|word| match word.pos {
                Pos::Verb | Pos::Pron | Pos::Cconj => true,
                Pos::Noun => self.grammar.noun_takes_clause(word),
                _ => false,
            })
        };
        to && particle()
            && self.behind(2).is_some_and(is_object)
            && free()
            && self.lexicon.is_verb(self.this().entry)
            && !self.spelling(self.this()).ends_with('s')
    }

    /// "allowed them to cross and reinforce it": behind "to" and in front of another bare form.
    pub fn crosses(&self) -> bool {
        self.ahead(1).is_some_and(|to| function!(to.function, "to"))
            && self.behind(1).is_some_and(|and| one_of!(and.hash, "and" | "or"))
            && self.behind(2).is_some_and(|verb| {
                verb.pos == Pos::Verb
                    && matches!(verb.form, VerbForm::Base | VerbForm::Present)
                    && !self.ends_in_single_s(verb)
            })
            && self.behind(3).is_some_and(is_object)
            && self.ahead(2).is_some_and(|word| matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Pron | Pos::Verb))
            && !self.ends_in_single_s(self.this())
    }

    /// "to hand in their arms and to close offices": behind "to" that is no preposition, in front of a thing, no adjective that is a
    /// verb as well.
    pub fn closes_things(&self) -> bool {
        let to = self.ahead(1).is_some_and(|to| function!(to.function, "to"));
        to && self.behind(1).is_some_and(|thing| matches!(thing.pos, Pos::Noun | Pos::Propn | Pos::Pron))
            && self.ahead(2).is_some_and(|word| matches!(word.pos, Pos::Cconj | Pos::Verb | Pos::Pron))
            && self.lexicon.is_verb(self.this().entry)
            && !self.lexicon.is_participle(self.this().entry)
    }

    /// "to close 40 shops": behind "to" and in front of a quantity no adjective that is a verb as well.
    pub fn closes_quantity(&self) -> bool {
        self.ahead(1).is_some_and(|to| function!(to.function, "to"))
            && self.quantity_follows()
            && self.lexicon.is_verb(self.this().entry)
            && !self.lexicon.is_participle(self.this().entry)
    }

    /// "efforts to free the crew": between "to" and an article stands no adjective, but "to such a height".
    pub fn is_deed(&self) -> bool {
        self.ahead(1).is_some_and(|to| function!(to.function, "to"))
            && function!(self.function_behind(1), "the" | "a" | "an" | "its" | "their" | "his" | "her")
            && self.this().function == FunctionWord::default()
            || self.clears()
    }

    /// "an operation to clear mines": behind a noun that an infinitive completes an adjective that is a verb as well.
    fn clears(&self) -> bool {
        one_of!(self.this().hash, "clear" | "free" | "open" | "secure" | "complete" | "clean" | "lower" | "correct")
            && self.behind(1).is_some_and(|next| matches!(next.pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num))
            && self.ahead(1).is_some_and(|to| function!(to.function, "to"))
            && self.ahead(2).is_some_and(|noun| noun.pos == Pos::Noun && self.grammar.noun_takes_clause(noun))
    }

    /// "returned to found a school": behind "to" no past form stands.
    pub fn founds(&self) -> bool {
        let object = |next: &Word| matches!(next.pos, Pos::Det | Pos::Noun | Pos::Adj | Pos::Num);
        self.form() == VerbForm::Past
            && self.behind(1).is_some_and(object)
            && self.ahead(1).is_some_and(|to| function!(to.function, "to"))
            && one_of!(self.this().hash, "found" | "fell" | "wound" | "ground" | "saw" | "bore" | "rent")
    }

    /// "would not elaborate": behind a modal with "not", in front of nothing that an adjective goes with.
    pub fn follows_modal(&self) -> bool {
        let not = self.ahead(1).is_some_and(|not| function!(not.function, "not" | "n't"));
        not && self.ahead(2).is_some_and(|modal| modal.form == VerbForm::Modal)
            && self.behind(1).is_none_or(|next| matches!(next.pos, Pos::Punct | Pos::Adp | Pos::Cconj | Pos::Sconj))
            && self.lexicon.is_verb(self.this().entry)
    }

    /// "Did the army attack?", "Should the dam burst, they will flee": behind an auxiliary in front of its subject the last
    /// noun is the verb, where no other comes.
    pub fn is_inverted(&self) -> bool {
        const LONGEST: usize = 8;
        let closes = self.behind(1).is_none_or(|next| {
            matches!(next.pos, Pos::Punct | Pos::Adp | Pos::Adv | Pos::Det | Pos::Pron | Pos::Sconj)
        });
        if !closes || !self.lexicon.is_verb(self.this().entry) || self.is_capital() {
            return false;
        }
        let nominal = |word: &&Word| matches!(word.pos, Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num);
        let subject = self.words[..self.at].iter().rev().take(LONGEST).take_while(nominal).count();
        let front =
            |at: usize| self.ahead(at).is_none_or(|word| matches!(word.pos, Pos::Punct | Pos::Adv | Pos::Sconj));
        // "How many towns did the army attack?"
        let inverts = |word: &Word| {
            let does = function!(word.function, "do" | "does" | "did");
            word.pos == Pos::Aux && (does || word.form == VerbForm::Modal && front(subject + 2))
        };
        self.ahead(subject + 1).is_some_and(inverts) && !self.spelling(self.this()).ends_with('s')
    }

    /// "should investigate the killings and release all those detained": behind a conjunction and in front of an object, what can
    /// be a verb is one as another base form in front is.
    pub fn joins_base(&self) -> bool {
        const REACH: usize = 10;
        let base = || {
            let before = self.words[self.at.saturating_sub(REACH)..self.at - 1].iter().rev();
            let mut verbs = before.take_while(|word| word.pos != Pos::Punct).filter(|word| word.pos == Pos::Verb);
            verbs.next().is_some_and(|verb| verb.form == VerbForm::Base)
        };
        // "will meet the clerk and travel to Lesk"
        let goes = || {
            one_of!(self.this().hash, "travel" | "return" | "report" | "transfer" | "head")
                && function!(self.function_behind(1), "to")
                && self.behind(2).is_some_and(|place| place.pos == Pos::Propn)
        };
        (self.behind(1).is_some_and(|next| next.pos == Pos::Det) || goes())
            && !self.is_capital()
            && !self.spelling(self.this()).ends_with('s')
            && self.lexicon.is_verb(self.this().entry)
            && base()
    }

    /// "agreed to free their captives, exchange maps and reopen the road": behind a comma and in front of an object, where an infinitive
    /// stands in front and a conjunction with another bare form behind.
    pub fn lists_infinitive(&self) -> bool {
        const REACH: usize = 16;
        const LONGEST: usize = 10;
        if self.is_capital()
            || !self.ahead(1).is_some_and(|comma| function!(comma.function, ","))
            || !self.lexicon.is_verb(self.this().entry)
            || self.spelling(self.this()).ends_with('s')
        {
            return false;
        }
        // "exchange prisoners", "cause the least harm"
        let object = self.behind(1).is_some_and(|next| match next.pos {
            Pos::Det | Pos::Num => true,
            _ => next.is_plural() || self.behind(2).is_some_and(|noun| noun.pos == Pos::Noun && noun.is_plural()),
        });
        let base = |word: &Word| {
            word.pos == Pos::Verb
                && matches!(word.form, VerbForm::Base | VerbForm::Present)
                && !self.ends_in_single_s(word)
        };
        let behind = &self.words[self.at + 1..self.words.len().min(self.at + 1 + LONGEST)];
        let listed = || {
            let verb = behind.iter().position(|word| matches!(word.pos, Pos::Verb | Pos::Aux | Pos::Sconj));
            verb.is_some_and(|verb| verb > 1 && base(&behind[verb]) && behind[verb - 1].pos == Pos::Cconj)
        };
        let infinitive = || {
            let before = self.words[self.at.saturating_sub(REACH)..self.at].iter().rev();
            let mut verbs = before.filter(|word| matches!(word.pos, Pos::Verb | Pos::Aux | Pos::Sconj));
            verbs.next().is_some_and(|verb| verb.pos == Pos::Verb && verb.form == VerbForm::Base)
        };
        object && listed() && infinitive()
    }

    /// "The bill would ban fracking and raise fines", "plans to shut a plant and cut jobs": behind a modal or an infinitive and
    /// a conjunction stands a bare form, if nothing finite stands between.
    pub fn is_bare(&self) -> bool {
        const REACH: usize = 20;
        let word = self.this();
        let past = word.form == VerbForm::Past;
        if self.before != Pos::Cconj
            || self.ends_in_single_s(word)
            || !(past && self.grammar.is_unchanged(word) || word.form == VerbForm::Present)
        {
            return false;
        }
        let from = self.at.saturating_sub(REACH);
        // "to free the captives, reopen the road and": the second of a list
        let listed = |at: usize| {
            self.words[at].form == VerbForm::Present
                && at > from
                && function!(self.words[at - 1].function, ",")
                && !self.ends_in_single_s(&self.words[at])
        };
        let before = (from..self.at).rev();
        let verbs = before
            .take_while(|&at| self.words[at].pos != Pos::Punct || function!(self.words[at].function, ","))
            .filter(|&at| matches!(self.words[at].pos, Pos::Verb | Pos::Aux))
            .filter(|&at| !matches!(self.words[at].form, VerbForm::Gerund | VerbForm::Participle));
        // "is vital to defeat NATO and address the crisis": no present agrees with what is said of one, or was said
        let (mut rest, mut infinitives) = (verbs.clone(), 0);
        let first = rest.find(|&at| {
            infinitives += usize::from(self.words[at].form == VerbForm::Base);
            self.words[at].form != VerbForm::Base
        });
        if let Some(finite) = first.map(|at| &self.words[at]).filter(|_| infinitives > 0 && !past) {
            let singular = finite.form == VerbForm::Present && self.ends_in_single_s(finite);
            if singular || finite.form == VerbForm::Past {
                return true;
            }
        }
        let mut verbs = verbs.filter(|&at| (past || self.words[at].form != VerbForm::Base) && !listed(at));
        verbs.next().is_some_and(|at| matches!(self.words[at].form, VerbForm::Modal | VerbForm::Base))
    }
}
