//! Words that are verbs after all, or verbs of another form.

use super::{Place, is_finite};
use crate::syntax::word::one_of;
use crate::tag::{FunctionWord, Pos, VerbForm, Word, function};
use crate::token::{Shape, hash};

/// Whether a word may begin the object of a verb.
fn is_object(word: &Word) -> bool {
    matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det | Pos::Pron | Pos::Num)
}

/// "itself": the object of a verb whose subject stands in front.
fn is_reflexive(word: &Word) -> bool {
    function!(word.function, "itself" | "himself" | "herself")
}

impl Place<'_> {
    /// Whether what is tagged as an adjective is a past tense.
    pub(super) fn is_past(&self) -> bool {
        self.lexicon.is_participle(self.this().entry) && (self.quantity_follows() || self.voices()) || self.sets_fire()
    }

    /// "The union voiced concern": in front of what somebody feels or says.
    fn voices(&self) -> bool {
        self.before != Pos::Cconj
            && self.behind(1).is_some_and(|next| next.pos == Pos::Noun && self.grammar.noun_takes_clause(next))
            && self.behind(2).is_some_and(|next| matches!(next.pos, Pos::Adp | Pos::Sconj))
            && !self.is_capital()
            && self.spelling(self.this()).ends_with("ed")
    }

    /// "and two abstained": behind a number what takes no object.
    pub(super) fn happens(&self) -> bool {
        self.behind(1).is_none_or(|next| !matches!(next.pos, Pos::Noun | Pos::Propn | Pos::Adj))
            && self.spelling(self.this()).ends_with("ed")
            && self.grammar.takes_nothing(&self.taken_as(Pos::Verb, VerbForm::Past))
    }

    /// "nine were killed and more than 30 injured in the blast": behind a quantity that stands behind a conjunction, what shares
    /// the auxiliary of the participle in front.
    pub(super) fn shares_auxiliary(&self) -> bool {
        const LONGEST: usize = 6;
        const REACH: usize = 14;
        let alone = self.behind(1).is_none_or(|next| {
            matches!(next.pos, Pos::Punct | Pos::Adp | Pos::Sconj | Pos::Adv) && !function!(next.function, "than")
        });
        if !alone || !self.lexicon.is_participle(self.this().entry) || self.is_capital() {
            return false;
        }
        let counts = |word: &&Word| {
            let noun =
                || one_of!(word.hash, "others" | "dozens" | "scores" | "hundreds" | "thousands" | "least" | "people");
            matches!(word.pos, Pos::Num)
                || noun()
                || function!(
                    word.function,
                    "more"
                        | "than"
                        | "at"
                        | "several"
                        | "many"
                        | "another"
                        | "a"
                        | "few"
                        | "some"
                        | "about"
                        | "up"
                        | "to"
                )
        };
        let front = self.words[..self.at].iter().rev();
        let length = front.clone().take(LONGEST).take_while(counts).count();
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
    pub(super) fn acts_on_quantity(&self) -> bool {
        let comma = self.ahead(1).is_some_and(|comma| function!(comma.function, ","));
        comma
            && self.behind(1).is_some_and(|next| next.pos == Pos::Num)
            && self.behind(2).is_some_and(|thing| matches!(thing.pos, Pos::Noun | Pos::Adj))
            && self.lexicon.is_participle(self.this().entry)
            && !one_of!(self.this().hash, "aged")
    }

    /// "looted shops and set fire to a bus"
    fn sets_fire(&self) -> bool {
        self.before == Pos::Cconj
            && self.this().hash == hash(b"set")
            && self.behind(1).is_some_and(|object| object.hash == hash(b"fire"))
    }

    /// "A gunman shot and killed a guard": a noun that can be a participle, joined to a verb behind a noun.
    pub(super) fn shares_object(&self) -> bool {
        let joined = || self.behind(1).is_some_and(|word| word.hash == hash(b"and"));
        let verb = || self.behind(2).is_some_and(|word| word.pos == Pos::Verb && word.form == VerbForm::Past);
        self.before == Pos::Noun && joined() && verb() && self.lexicon.is_participle(self.this().entry)
    }

    /// "suspected of shelling the bridge": no noun stands before an article.
    pub(super) fn is_gerund(&self) -> bool {
        function!(self.function_behind(1), "a" | "an" | "the") && self.lexicon.is_participle(self.this().entry)
    }

    /// ", warning that it may fall": behind a sign or a conjunction the -ing form of a verb whose clause opens with "that".
    pub(super) fn goes_on_reporting(&self) -> bool {
        function!(self.function_behind(1), "that")
            && self.spelling(self.this()).ends_with("ing")
            && self.grammar.takes_clause(&self.taken_as(Pos::Verb, VerbForm::Gerund))
    }

    /// "described hearing two shots": between a verb and a quantity of something.
    pub(super) fn is_heard(&self) -> bool {
        let something = |word: &Word| matches!(word.pos, Pos::Noun | Pos::Adj);
        self.quantity_follows()
            && self.behind(2).is_some_and(something)
            && self.spelling(self.this()).ends_with("ing")
            && self.lexicon.is_verb(self.this().entry)
    }

    /// "promised to end corruption": behind a verb that takes nothing else with "to", a noun in the singular that is a verb as
    /// well.
    pub(super) fn is_infinitive(&self) -> bool {
        let to = self.ahead(1).is_some_and(|to| function!(to.function, "to"));
        let governs = self.behind(1).is_some_and(|next| {
            matches!(next.pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det | Pos::Pron | Pos::Num)
        });
        // "were conducted to support partner forces"
        let serves = |verb: &Word| {
            one_of!(
                verb.hash,
                "conducted" | "designed" | "established" | "formed" | "created" | "founded" | "launched" | "organised"
            )
        };
        to && governs
            && self
                .ahead(2)
                .is_some_and(|verb| verb.pos == Pos::Verb && (self.grammar.takes_only_infinitive(verb) || serves(verb)))
            && self.lexicon.is_verb(self.this().entry)
            && !self.spelling(self.this()).ends_with('s')
    }

    /// "agreed to hand over 12 trucks": behind "to" a noun that is a verb as well, and its particle with an object.
    pub(super) fn hands_over(&self) -> bool {
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
    pub(super) fn crosses(&self) -> bool {
        self.ahead(1).is_some_and(|to| function!(to.function, "to"))
            && self.behind(1).is_some_and(|and| one_of!(and.hash, "and" | "or"))
            && self.behind(2).is_some_and(|verb| {
                verb.pos == Pos::Verb
                    && matches!(verb.form, VerbForm::Base | VerbForm::Present)
                    && !self.is_third_person(verb)
            })
            && self.behind(3).is_some_and(is_object)
            && self.ahead(2).is_some_and(|word| matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Pron | Pos::Verb))
            && !self.ends_in_single_s()
    }

    /// "to hand in their arms and to close offices": behind "to" that is no preposition, in front of a thing, no adjective that is a
    /// verb as well.
    pub(super) fn closes_things(&self) -> bool {
        let to = self.ahead(1).is_some_and(|to| function!(to.function, "to"));
        to && self.behind(1).is_some_and(|thing| matches!(thing.pos, Pos::Noun | Pos::Propn | Pos::Pron))
            && self.ahead(2).is_some_and(|word| matches!(word.pos, Pos::Cconj | Pos::Verb | Pos::Pron))
            && self.lexicon.is_verb(self.this().entry)
            && !self.lexicon.is_participle(self.this().entry)
    }

    /// "were determined to be credible": what a finding is, nobody wills.
    pub(super) fn was_determined(&self) -> bool {
        one_of!(self.this().hash, "determined")
            && function!(self.function_behind(1), "to")
            && function!(self.function_behind(2), "be" | "have")
    }

    /// "The group, which takes its name from a fort, recruits mainly from": behind a relative clause that a comma has closed, a form
    /// in -s, where what the clause tells of is one and has no verb yet.
    pub(super) fn resumes_behind_relative(&self) -> bool {
        const LONGEST: usize = 24;
        let verb = |word: &Word| matches!(word.pos, Pos::Verb | Pos::Aux);
        let next = |word: &Word| match word.pos {
            Pos::Det | Pos::Pron | Pos::Num => true,
            Pos::Adv => self.spelling(word).ends_with("ly"),
            _ => false,
        };
        if !self.spelling(self.this()).ends_with('s')
            || self.is_capital()
            || !self.ahead(1).is_some_and(|comma| function!(comma.function, ","))
            || !self.behind(1).is_some_and(next)
            || !(self.lexicon.is_verb(self.this().entry) || self.behind(1).is_some_and(|next| next.pos == Pos::Adv))
        {
            return false;
        }
        let from = self.at.saturating_sub(LONGEST);
        let which = (from + 2..self.at).rev().find(|&at| {
            function!(self.words[at].function, "which" | "who" | "whose") && function!(self.words[at - 1].function, ",")
        });
        which.is_some_and(|which| {
            let end = which - 1;
            let front = self.words[..end].iter().rev().take_while(|word| word.pos != Pos::Punct);
            self.words[which..self.at - 1].iter().any(verb)
                && !self.words[which..self.at - 1].iter().any(|word| word.pos == Pos::Punct)
                && !self.spelling(&self.words[end - 1]).ends_with('s')
                && !front.clone().any(verb)
                && front.clone().any(|word| matches!(word.pos, Pos::Noun | Pos::Propn))
        })
    }

    /// "would not elaborate": behind a modal with "not", in front of nothing that an adjective goes with.
    pub(super) fn follows_modal(&self) -> bool {
        let not = self.ahead(1).is_some_and(|not| function!(not.function, "not" | "n't"));
        not && self.ahead(2).is_some_and(|modal| modal.form == VerbForm::Modal)
            && self.behind(1).is_none_or(|next| matches!(next.pos, Pos::Punct | Pos::Adp | Pos::Cconj | Pos::Sconj))
            && self.lexicon.is_verb(self.this().entry)
    }

    /// "efforts to free the crew": between "to" and an article stands no adjective, but "to such a height".
    pub(super) fn is_deed(&self) -> bool {
        self.ahead(1).is_some_and(|to| function!(to.function, "to"))
            && function!(self.function_behind(1), "the" | "a" | "an" | "its" | "their" | "his" | "her")
            && self.this().function == FunctionWord::default()
    }

    /// Whether a noun behind a noun is the verb that the one in front is the subject of.
    pub(super) fn is_present(&self) -> bool {
        let common = self.before == Pos::Noun;
        self.plans()
            || self.they_suspect()
            || self.tells()
            || self.remains()
            || common && (self.is_verb_alone() || self.acts() || self.reports_aside() || self.points())
    }

    /// "The findings point to a virus": behind a plural.
    fn points(&self) -> bool {
        one_of!(self.this().hash, "point")
            && function!(self.function_behind(1), "to")
            && self.ahead(1).is_some_and(|subject| self.spelling(subject).ends_with('s'))
    }

    /// ", hunters report,": between signs a plural and a verb that tells who says the rest.
    fn reports_aside(&self) -> bool {
        let sign =
            |word: Option<&Word>| word.is_some_and(|word| function!(word.function, ",") || one_of!(word.hash, "."));
        let comma = |word: Option<&Word>| word.is_some_and(|word| function!(word.function, ","));
        sign(self.behind(1))
            && (comma(self.ahead(2)) || self.ahead(2).is_some_and(|word| word.pos == Pos::Adj) && comma(self.ahead(3)))
            && self.ahead(1).is_some_and(|people| self.spelling(people).ends_with('s'))
            && !self.spelling(self.this()).ends_with('s')
            && !self.is_capital()
            && self.grammar.follows_report(&self.taken_as(Pos::Verb, VerbForm::Present))
    }

    /// "a move opponents say would": between several people who may speak and a finite verb.
    pub(super) fn reports_within(&self) -> bool {
        is_finite(self.behind(1))
            && self
                .ahead(1)
                .is_some_and(|people| self.grammar.names_speaker(people) && self.spelling(people).ends_with('s'))
            && !self.spelling(self.this()).ends_with('s')
            && !self.is_capital()
            && self.grammar.follows_report(&self.taken_as(Pos::Verb, VerbForm::Present))
    }

    /// "Did the army attack?", "Should the dam burst, they will flee": behind an auxiliary in front of its subject the last
    /// noun is the verb, where no other comes.
    pub(super) fn is_inverted(&self) -> bool {
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

    /// "The Red Cross plans to open a shelter": a name, a verb that an infinitive completes, and an infinitive.
    fn plans(&self) -> bool {
        let name = || self.before == Pos::Propn || self.ahead(1).is_some_and(|name| name.shape.has(Shape::CAPITAL));
        self.behind(1).is_some_and(|word| word.pos == Pos::Part && function!(word.function, "to"))
            && (name() || self.is_verb_of_opening_singular())
            && self.behind(2).is_some_and(|word| matches!(word.pos, Pos::Verb | Pos::Aux))
            && !self.is_capital()
            && self.grammar.takes_infinitive(&self.taken_as(Pos::Verb, VerbForm::Present))
    }

    /// "The government plans": behind a singular with its article, where a clause opens, a form in -s.
    fn is_verb_of_opening_singular(&self) -> bool {
        let opens = |word: &Word| matches!(word.pos, Pos::Punct | Pos::Sconj | Pos::Cconj);
        let article = |at: usize| {
            self.ahead(at)
                .is_some_and(|word| function!(word.function, "the" | "a" | "an" | "its" | "their" | "his" | "her"))
                && self.ahead(at + 1).is_none_or(opens)
        };
        let described = self.ahead(2).is_some_and(|word| matches!(word.pos, Pos::Adj | Pos::Noun));
        // "The firm's board plans"
        let possessed =
            || self.ahead(2).is_some_and(|mark| mark.pos == Pos::Part && one_of!(mark.hash, "'s" | "’s")) && article(4);
        self.agrees() && (possessed() || article(2) || described && article(3))
    }

    /// "Guards in Lesk shot dead four men", "a ship in the bay shot down a drone"
    pub(super) fn shoots_dead(&self) -> bool {
        one_of!(self.this().hash, "shot")
            && self
                .behind(1)
                .is_some_and(|word| word.pos == Pos::Adj && one_of!(word.hash, "dead") || self.is_down(word))
    }

    fn is_down(&self, word: &Word) -> bool {
        let object = |next: &Word| matches!(next.pos, Pos::Det | Pos::Num | Pos::Adj | Pos::Noun | Pos::Propn);
        one_of!(word.hash, "down") && self.behind(2).is_some_and(object)
    }

    /// "Rebels free nine hostages": behind a plural and in front of a number of things, in the present of headlines.
    pub(super) fn frees_quantity(&self) -> bool {
        self.before == Pos::Noun
            && self.behind(1).is_some_and(|next| next.pos == Pos::Num)
            && self.behind(2).is_some_and(|thing| matches!(thing.pos, Pos::Noun | Pos::Adj))
            && self.lexicon.is_verb(self.this().entry)
            && !self.lexicon.is_participle(self.this().entry)
            && self.ahead(1).is_some_and(|people| self.spelling(people).ends_with('s'))
    }

    /// "should investigate the killings and release all those detained": behind a conjunction and in front of an object, what can
    /// be a verb is one as another base form in front is.
    pub(super) fn joins_base(&self) -> bool {
        const REACH: usize = 10;
        let base = || {
            let before = self.words[self.at.saturating_sub(REACH)..self.at - 1].iter().rev();
            let mut verbs = before.take_while(|word| word.pos != Pos::Punct).filter(|word| word.pos == Pos::Verb);
            verbs.next().is_some_and(|verb| verb.form == VerbForm::Base)
        };
        self.behind(1).is_some_and(|next| next.pos == Pos::Det)
            && !self.is_capital()
            && !self.spelling(self.this()).ends_with('s')
            && self.lexicon.is_verb(self.this().entry)
            && base()
    }

    /// "checked their cards and shot 14 men": no drink behind another past form.
    pub(super) fn shot_besides(&self) -> bool {
        const REACH: usize = 8;
        one_of!(self.this().hash, "shot")
            && self.behind(1).is_some_and(|next| matches!(next.pos, Pos::Num | Pos::Det))
            && self.words[self.at.saturating_sub(REACH)..self.at]
                .iter()
                .any(|word| word.pos == Pos::Verb && matches!(word.form, VerbForm::Past | VerbForm::Participle))
    }

    /// "has seen nine towns and plans to visit a tenth": behind a conjunction that no common noun stands in front of, a verb that
    /// an infinitive completes.
    pub(super) fn plans_besides(&self) -> bool {
        self.behind(1).is_some_and(|to| function!(to.function, "to") && to.pos == Pos::Part)
            && self.behind(2).is_some_and(|word| word.pos == Pos::Verb)
            && self.spelling(self.this()).ends_with('s')
            && self.ahead(2).is_some_and(|word| match word.pos {
                Pos::Noun => self.grammar.is_time(word),
                Pos::Propn | Pos::Adv | Pos::Num | Pos::Pron => true,
                _ => false,
            })
            && self.grammar.takes_infinitive(&self.taken_as(Pos::Verb, VerbForm::Present))
    }

    /// "have since overrun a string of towns": participles that are bare forms as well.
    pub(super) fn has_since(&self) -> bool {
        one_of!(self.this().hash, "overrun" | "run" | "come" | "become" | "overcome")
            && self.ahead(1).is_some_and(|since| function!(since.function, "since"))
            && self.ahead(2).is_some_and(|have| function!(have.function, "have" | "has" | "had"))
    }

    /// "ransoms said to total 30 million": none of them has an infinitive but as a passive.
    pub(super) fn is_said_to(&self) -> bool {
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

    /// "returned to found a school": behind "to" no past form stands.
    pub(super) fn founds(&self) -> bool {
        let object = |next: &Word| matches!(next.pos, Pos::Det | Pos::Noun | Pos::Adj | Pos::Num);
        self.form() == VerbForm::Past
            && self.behind(1).is_some_and(object)
            && self.ahead(1).is_some_and(|to| function!(to.function, "to"))
            && one_of!(self.this().hash, "found" | "fell" | "wound" | "ground" | "saw" | "bore" | "rent")
    }

    /// "The French say they will": behind an adjective that names a people.
    pub(super) fn nation_says(&self) -> bool {
        self.behind(1).is_some_and(|next| matches!(next.pos, Pos::Pron | Pos::Det | Pos::Sconj))
            && one_of!(self.this().hash, "say" | "hope" | "fear" | "claim" | "deny")
            && self.ahead(1).is_some_and(|people| people.shape.has(Shape::CAPITAL))
            && self.ahead(2).is_some_and(|the| function!(the.function, "the"))
    }

    /// "Rivals of the minister suspect that he": behind a plural with what modifies it.
    fn they_suspect(&self) -> bool {
        const LONGEST: usize = 6;
        let pronoun = function!(self.function_behind(2), "he" | "she" | "it" | "they" | "we");
        let whether = function!(self.function_behind(1), "whether");
        if !function!(self.function_behind(1), "that") && !whether || self.ends_in_single_s() {
            return false;
        }
        // "astronomers stress that the planet", "doctors question whether"
        let people = |word: &Word| {
            let does = || ["ers", "ists", "ors", "ians"].iter().any(|ending| self.spelling(word).ends_with(ending));
            self.grammar.names_speaker(word)
                || self.grammar.names_office(word)
                || self.grammar.names_person(word)
                || does()
        };
        if !pronoun && !whether && !self.ahead(1).is_some_and(people) {
            return false;
        }
        let nominal = |word: &&Word| {
            matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Det | Pos::Adj) || function!(word.function, "of" | "in")
        };
        let from = self.at.saturating_sub(LONGEST);
        let length = self.words[from..self.at].iter().rev().take_while(nominal).count();
        let subject = self.words[self.at - length..self.at].iter().find(|word| word.pos == Pos::Noun);
        subject.is_some_and(|subject| self.spelling(subject).ends_with('s'))
            && self.lexicon.is_verb(self.this().entry)
            && self.grammar.takes_clause(&self.taken_as(Pos::Verb, VerbForm::Present))
    }

    /// As plurals and the third person do, but not "stress".
    fn ends_in_single_s(&self) -> bool {
        let spelling = self.spelling(self.this());
        spelling.ends_with('s') && !spelling.ends_with("ss")
    }

    /// "whether it holds on steel remains to be seen", "the cause remains unclear", "Lesk remains committed to peace"
    fn remains(&self) -> bool {
        one_of!(self.this().hash, "remains")
            && (function!(self.function_behind(1), "to") && function!(self.function_behind(2), "be")
                || self.behind(1).is_some_and(|next| {
                    next.pos == Pos::Adj
                        || self.before == Pos::Propn && next.pos == Pos::Verb && next.form != VerbForm::Gerund
                }) && self.behind(2).is_none_or(|next| !matches!(next.pos, Pos::Noun | Pos::Propn)))
    }

    /// "what it had cost": behind "have" no noun stands alone that is a participle as well.
    pub(super) fn has_cost(&self) -> bool {
        self.ahead(1).is_some_and(|have| function!(have.function, "have" | "has" | "had"))
            && self.behind(1).is_none_or(|next| {
                !matches!(next.pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det | Pos::Pron | Pos::Num)
            })
            && one_of!(
                self.this().hash,
                "cost" | "hit" | "cut" | "spread" | "split" | "shut" | "set" | "burst" | "quit"
            )
    }

    /// "Rebels likely hold the hill", "crossed the river and likely seek to widen": behind a subject or a conjunction, "likely" in
    /// front of what can be a verb with an object is an adverb.
    pub(super) fn likely_acts(&self) -> bool {
        let infinitive =
            || function!(self.function_behind(2), "to") && self.behind(3).is_some_and(|word| word.pos == Pos::Verb);
        let acts = |verb: &Word| match verb.pos {
            Pos::Verb => matches!(verb.form, VerbForm::Present | VerbForm::Past | VerbForm::Base),
            Pos::Noun => self.lexicon.is_verb(verb.entry) && (infinitive() || self.behind(2).is_some_and(is_object)),
            _ => false,
        };
        // "caused damage and likely delays to services"
        let plural = |verb: &Word| self.before == Pos::Cconj && self.spelling(verb).ends_with('s');
        one_of!(self.this().hash, "likely")
            && self.behind(1).is_some_and(|verb| acts(verb) && (!plural(verb) || infinitive()))
    }

    /// "The spray probably harms wild bees": between an adverb of how often or how surely and an object a form in -s. Behind
    /// "likely" [`Self::likely_acts`] has seen to the rest.
    pub(super) fn often_acts(&self) -> bool {
        let adverb = |word: &Word| {
            one_of!(
                word.hash,
                "probably"
                    | "often"
                    | "usually"
                    | "always"
                    | "never"
                    | "also"
                    | "already"
                    | "still"
                    | "sometimes"
                    | "generally"
                    | "normally"
                    | "typically"
                    | "rarely"
                    | "regularly"
                    | "frequently"
                    | "clearly"
                    | "reportedly"
                    | "allegedly"
                    | "apparently"
                    | "currently"
                    | "routinely"
                    | "effectively"
                    | "now"
            )
        };
        let likely = |word: &Word| word.pos == Pos::Adv && one_of!(word.hash, "likely");
        if self.ahead(1).is_some_and(likely) {
            let subject = |word: &Word| matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Pron | Pos::Cconj);
            return self.ahead(2).is_some_and(subject)
                && self.lexicon.is_verb(self.this().entry)
                && (function!(self.function_behind(1), "to") || self.behind(1).is_some_and(is_object));
        }
        self.ahead(1).is_some_and(adverb)
            && self.behind(1).is_some_and(is_object)
            && self.ahead(2).is_some_and(|word| matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Pron | Pos::Punct))
            && self.spelling(self.this()).ends_with('s')
            && !self.is_capital()
            && self.lexicon.is_verb(self.this().entry)
    }

    /// "It documents torture": behind a pronoun that can only be a subject, in front of an object.
    pub(super) fn it_acts(&self) -> bool {
        let opens = |word: &Word| matches!(word.pos, Pos::Punct | Pos::Cconj | Pos::Sconj);
        // "says it finances itself"
        let itself = || self.behind(1).is_some_and(is_reflexive);
        self.ahead(1).is_some_and(|subject| function!(subject.function, "he" | "she" | "it"))
            && self.spelling(self.this()).ends_with('s')
            && !self.is_capital()
            && (itself()
                || self.ahead(2).is_none_or(opens)
                    && self.behind(1).is_some_and(is_object)
                    && self.lexicon.is_verb(self.this().entry))
    }

    /// "it cost 40 million": behind a pronoun that can only be a subject, what is a past form as well.
    pub(super) fn it_cost(&self) -> bool {
        one_of!(self.this().hash, "cost" | "hit" | "cut" | "spread" | "split" | "shut" | "set" | "hurt")
            && self
                .ahead(1)
                .is_some_and(|subject| function!(subject.function, "i" | "he" | "she" | "it" | "we" | "they"))
    }

    /// "it plans to open a shelter"
    pub(super) fn it_plans(&self) -> bool {
        function!(self.function_behind(1), "to")
            && self.behind(2).is_some_and(|word| word.pos == Pos::Verb)
            && self
                .ahead(1)
                .is_some_and(|subject| function!(subject.function, "i" | "he" | "she" | "it" | "we" | "they"))
            && self.grammar.takes_infinitive(&self.taken_as(Pos::Verb, VerbForm::Present))
    }

    /// "to close 40 shops": behind "to" and in front of a quantity no adjective that is a verb as well.
    pub(super) fn closes_quantity(&self) -> bool {
        self.ahead(1).is_some_and(|to| function!(to.function, "to"))
            && self.quantity_follows()
            && self.lexicon.is_verb(self.this().entry)
            && !self.lexicon.is_participle(self.this().entry)
    }

    /// "The survey shows that", "This act shows once again why": behind a determiner and a singular noun a form in -s that tells
    /// what a clause says.
    fn tells(&self) -> bool {
        // "the claims that were made" has a relative clause
        let verb = |word: Option<&Word>| word.is_some_and(|word| matches!(word.pos, Pos::Verb | Pos::Aux));
        let present = || self.behind(2).is_some_and(|word| word.form == VerbForm::Present);
        let again = if function!(self.function_behind(1), "once") { 2 } else { 0 };
        let asks = function!(self.function_behind(1 + again), "why" | "how" | "whether");
        let that = || {
            function!(self.function_behind(1), "that") && (!verb(self.behind(2)) || verb(self.behind(3)) && present())
        };
        let subject = self.words[..self.at - 1].iter().rev().find(|word| word.pos != Pos::Adj);
        (asks || that())
            && subject.is_some_and(|word| word.pos == Pos::Det)
            && self.agrees()
            && self.grammar.takes_clause(&self.taken_as(Pos::Verb, VerbForm::Present))
    }

    /// "suggest that the drug halves the risk": behind a singular a form in -s in front of an object, where the clause has no
    /// verb else.
    fn acts(&self) -> bool {
        const FARTHEST: usize = 12;
        let next = self.function_behind(1);
        let verb = |word: &Word| {
            matches!(word.pos, Pos::Verb | Pos::Aux) && !matches!(word.form, VerbForm::Participle | VerbForm::Gerund)
        };
        let bound = |word: &&Word| !matches!(word.pos, Pos::Punct | Pos::Sconj);
        (function!(next, "the" | "its" | "their" | "his" | "her" | "an") && self.agrees()
            || self.bound_follows() && (self.agrees() || self.agrees_in_plural()))
            && !self.is_capital()
            && self.lexicon.is_verb(self.this().entry)
            && !self.words[..self.at].iter().rev().take(FARTHEST).take_while(bound).any(verb)
            && !self.words[self.at + 1..].iter().take(FARTHEST).take_while(bound).any(verb)
    }

    /// "the three men face": a bare form behind a plural.
    fn agrees_in_plural(&self) -> bool {
        let plural = |word: &Word| {
            self.spelling(word).ends_with('s') || one_of!(word.hash, "men" | "women" | "people" | "children" | "police")
        };
        !self.spelling(self.this()).ends_with('s') && self.ahead(1).is_some_and(plural)
    }

    /// "Early reports speak of injuries": behind a plural a word that is known as a verb and not as a noun, in the form that
    /// plurals take.
    fn is_verb_alone(&self) -> bool {
        self.behind(1).is_some_and(|next| matches!(next.pos, Pos::Adp | Pos::Det))
            && !self.is_capital()
            && self.lexicon.is_verb_only(self.this().entry)
            && !["s", "ed", "ing", "en"].iter().any(|ending| self.spelling(self.this()).ends_with(ending))
            && self.ahead(1).is_some_and(|subject| self.spelling(subject).ends_with('s'))
    }

    /// "The bill would ban fracking and raise fines", "plans to shut a plant and cut jobs": behind a modal or an infinitive and
    /// a conjunction stands a bare form, if nothing finite stands between.
    pub(super) fn is_bare(&self) -> bool {
        const REACH: usize = 20;
        let word = self.this();
        let past = word.form == VerbForm::Past;
        if self.before != Pos::Cconj
            || self.is_third_person(word)
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
                && !self.is_third_person(&self.words[at])
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
            let singular = finite.form == VerbForm::Present && self.is_third_person(finite);
            if singular || finite.form == VerbForm::Past {
                return true;
            }
        }
        let mut verbs = verbs.filter(|&at| (past || self.words[at].form != VerbForm::Base) && !listed(at));
        verbs.next().is_some_and(|at| matches!(self.words[at].form, VerbForm::Modal | VerbForm::Base))
    }

    /// "plans", but not "address"
    fn is_third_person(&self, word: &Word) -> bool {
        let spelling = self.spelling(word);
        spelling.ends_with('s') && !spelling.ends_with("ss")
    }

    /// Whether a quantity or a determiner stands behind the word: "wounded 15 guards", before which no adjective stands.
    fn quantity_follows(&self) -> bool {
        let Some(next) = self.behind(1) else { return false };
        match next.pos {
            Pos::Num => self.behind(2).is_none_or(|word| word.pos != Pos::Part),
            Pos::Det => function!(next.function, "a" | "an" | "the" | "another" | "several" | "some" | "many"),
            _ => self.bound_follows(),
        }
    }

    /// "more than 30", "at least 30", "up to 30"
    fn bound_follows(&self) -> bool {
        let (next, second) = (self.function_behind(1), self.function_behind(2));
        function!(next, "more") && function!(second, "than")
            || function!(next, "at") && function!(second, "least")
            || function!(next, "up") && function!(second, "to")
    }
}
