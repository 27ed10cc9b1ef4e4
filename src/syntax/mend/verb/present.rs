//! Verbs in the present that look like nouns, most often plurals: "The findings point to a virus", "The survey shows that".

use super::super::{Place, is_finite};
use super::is_object;
use crate::syntax::word::one_of;
use crate::tag::{Pos, VerbForm, Word, function};
use crate::token::Shape;

impl Place<'_> {
    /// Whether a noun behind a noun is the verb that the one in front is the subject of.
    pub fn is_present(&self) -> bool {
        let common = self.before == Pos::Noun;
        self.plans()
            || self.they_suspect()
            || self.tells()
            || self.remains()
            || self.acts_on_person()
            || common
                && (self.is_verb_alone()
                    || self.acts()
                    || self.means_more()
                    || self.reports_aside()
                    || self.points()
                    || self.ends_condition()
                    || self.suspects_of())
    }

    /// "Every day of delay means more deaths": behind a singular and in front of how much.
    fn means_more(&self) -> bool {
        one_of!(self.this().hash, "means")
            && self.behind(1).is_some_and(|more| one_of!(more.hash, "more" | "less" | "fewer"))
            && self.behind(2).is_some_and(|noun| noun.pos == Pos::Noun)
            && self.ahead(1).is_some_and(|noun| !noun.is_plural())
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

    /// "The government plans", "said the government plans": behind a singular with its article, where a clause opens, a form in -s.
    fn is_verb_of_opening_singular(&self) -> bool {
        let opens = |word: &Word| {
            matches!(word.pos, Pos::Punct | Pos::Sconj | Pos::Cconj)
                || word.pos == Pos::Verb && self.grammar.takes_clause(word) && self.grammar.follows_report(word)
        };
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

    /// "Rivals of the minister suspect that he": behind a plural with what modifies it.
    fn they_suspect(&self) -> bool {
        const LONGEST: usize = 6;
        let pronoun = function!(self.function_behind(2), "he" | "she" | "it" | "they" | "we");
        let whether = function!(self.function_behind(1), "whether");
        if !function!(self.function_behind(1), "that") && !whether || self.ends_in_single_s(self.this()) {
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
        // "the police confirm that this"
        let many = self.ahead(1).is_some_and(|word| one_of!(word.hash, "police" | "people"));
        if !pronoun && !whether && !many && !self.ahead(1).is_some_and(people) {
            return false;
        }
        let nominal = |word: &&Word| {
            matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Det | Pos::Adj) || function!(word.function, "of" | "in")
        };
        let from = self.at.saturating_sub(LONGEST);
        let length = self.words[from..self.at].iter().rev().take_while(nominal).count();
        let subject = self.words[self.at - length..self.at].iter().find(|word| word.pos == Pos::Noun);
        subject.is_some_and(|subject| many || subject.is_plural() || self.spelling(subject).ends_with('s'))
            && self.lexicon.is_verb(self.this().entry)
            && self.grammar.takes_clause(&self.taken_as(Pos::Verb, VerbForm::Present))
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

    /// "whether it holds on steel remains to be seen", "the cause remains unclear", "Lesk remains committed to peace"
    fn remains(&self) -> bool {
        one_of!(self.this().hash, "remains")
            && (function!(self.function_behind(1), "to") && function!(self.function_behind(2), "be")
                || self.behind(1).is_some_and(|next| {
                    next.pos == Pos::Adj
                        || self.before == Pos::Propn && next.pos == Pos::Verb && next.form != VerbForm::Gerund
                }) && self.behind(2).is_none_or(|next| !matches!(next.pos, Pos::Noun | Pos::Propn)))
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

    /// "A report of 2004 states that the ship": behind a year, where a clause with "that" follows.
    pub fn states_behind_year(&self) -> bool {
        let year =
            |word: &Word| word.end - word.start == 4 && self.spelling(word).bytes().all(|byte| byte.is_ascii_digit());
        let subject =
            |word: &Word| matches!(word.pos, Pos::Det | Pos::Pron | Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num);
        function!(self.function_behind(1), "that")
            && self.ahead(1).is_some_and(year)
            && self.behind(2).is_some_and(subject)
            && self.spelling(self.this()).ends_with('s')
            && self.grammar.takes_clause(&self.taken_as(Pos::Verb, VerbForm::Present))
    }

    /// "Peter Lang of the Institute regards him as": behind a name a form in -s in front of a pronoun that can only be an object.
    fn acts_on_person(&self) -> bool {
        one_of!(self.behind(1).map_or(0, |next| next.hash), "him" | "them")
            && self.before == Pos::Propn
            && self.agrees()
            && !self.is_capital()
            && self.lexicon.is_verb(self.this().entry)
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

    /// ", hunters report,": between signs a plural and a verb that tells who says the rest.
    fn reports_aside(&self) -> bool {
        let sign =
            |word: Option<&Word>| word.is_some_and(|word| function!(word.function, ",") || one_of!(word.hash, "."));
        let comma = |word: Option<&Word>| word.is_some_and(|word| function!(word.function, ","));
        sign(self.behind(1))
            && (comma(self.ahead(2)) || self.ahead(2).is_some_and(|word| word.pos == Pos::Adj) && comma(self.ahead(3)))
            && self
                .ahead(1)
                .is_some_and(|people| self.spelling(people).ends_with('s') || one_of!(people.hash, "police" | "people"))
            && !self.spelling(self.this()).ends_with('s')
            && !self.is_capital()
            && self.grammar.follows_report(&self.taken_as(Pos::Verb, VerbForm::Present))
    }

    /// "some point out that it fell", ", and some fear it could": behind a quantity that opens a clause, what it says.
    pub fn some_say(&self) -> bool {
        let opens = |word: &Word| matches!(word.pos, Pos::Punct | Pos::Sconj | Pos::Cconj);
        let said = |at: usize| function!(self.function_behind(at), "that" | "he" | "she" | "it" | "they" | "we");
        self.ahead(1).is_some_and(|some| function!(some.function, "some" | "many" | "most" | "few" | "several"))
            && self.ahead(2).is_none_or(opens)
            && (said(1) || said(2) && function!(self.function_behind(1), "out"))
            && !self.spelling(self.this()).ends_with('s')
            && !self.is_capital()
            && self.grammar.takes_clause(&self.taken_as(Pos::Verb, VerbForm::Present))
    }

    /// "Data recovered from the wreck suggest that it sank": a bare form behind a noun, in front of what it says.
    pub fn suggests_that(&self) -> bool {
        self.before == Pos::Noun
            && self.behind(1).is_some_and(|that| function!(that.function, "that") && that.pos == Pos::Sconj)
            && one_of!(self.this().hash, "suggest" | "show" | "indicate" | "reveal" | "confirm" | "prove" | "imply")
            && self.words[..self.at]
                .iter()
                .rev()
                .take(8)
                .any(|word| word.form == VerbForm::Participle || word.form == VerbForm::Past)
    }

    /// "Unless the weather changes, the race will start": behind a singular that a subordinator opens a clause with, a form in -s
    /// that ends it.
    fn ends_condition(&self) -> bool {
        const LONGEST: usize = 5;
        let subordinator = |word: &&Word| one_of!(word.hash, "if" | "unless" | "when" | "because" | "whether");
        let nominal = |word: &&Word| matches!(word.pos, Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn);
        let mut front = self.words[..self.at].iter().rev().take(LONGEST);
        let opener = front.find(|word| !nominal(word));
        let determined = || {
            let subject = self.words[..self.at].iter().rev().take(LONGEST).take_while(nominal);
            subject.last().is_some_and(|first| first.pos == Pos::Det)
        };
        // "when the drug dealers, ..."
        let people = || ["ers", "ors", "ists", "ians"].iter().any(|end| self.spelling(self.this()).ends_with(end));
        self.behind(1).is_none_or(|sign| function!(sign.function, ",") || one_of!(sign.hash, "."))
            && opener.filter(subordinator).is_some()
            && self.agrees()
            && !self.is_capital()
            && (self.lexicon.is_verb(self.this().entry) || determined() && !people())
    }

    /// "Officials suspect the clan of arming them": behind a plural, where "of" and a form in -ing say of what.
    fn suspects_of(&self) -> bool {
        const LONGEST: usize = 6;
        let of =
            |pair: &[Word]| one_of!(pair[0].hash, "of") && pair[1].pos == Pos::Verb && pair[1].form == VerbForm::Gerund;
        one_of!(self.this().hash, "suspect")
            && self.ahead(1).is_some_and(|people| self.spelling(people).ends_with('s'))
            && self.behind(1).is_some_and(|next| is_object(next) || next.pos == Pos::Propn)
            && self.words[self.at + 1..].windows(2).take(LONGEST).any(of)
    }

    /// "His party neither supports nor funds the guards": behind "neither" and "nor" two forms in -s, with an object behind the
    /// second.
    pub fn neither_acts(&self) -> bool {
        let third = |word: Option<&Word>| {
            word.is_some_and(|word| {
                matches!(word.pos, Pos::Noun | Pos::Verb)
                    && self.spelling(word).ends_with('s')
                    && (word.pos == Pos::Verb || self.lexicon.is_verb(word.entry))
            })
        };
        let neither = |at: usize| {
            self.ahead(at).is_some_and(|word| one_of!(word.hash, "neither"))
                && self.ahead(at + 1).is_some_and(|who| matches!(who.pos, Pos::Noun | Pos::Propn | Pos::Pron))
        };
        let nor = |word: Option<&Word>| word.is_some_and(|word| one_of!(word.hash, "nor"));
        if !third(Some(self.this())) || self.is_capital() {
            return false;
        }
        neither(1) && nor(self.behind(1)) && third(self.behind(2)) && self.behind(3).is_some_and(is_object)
            || nor(self.ahead(1)) && neither(3) && third(self.ahead(2)) && self.behind(1).is_some_and(is_object)
    }

    /// "The findings point to a virus": behind a plural.
    fn points(&self) -> bool {
        one_of!(self.this().hash, "point")
            && function!(self.function_behind(1), "to")
            && self.ahead(1).is_some_and(|subject| self.spelling(subject).ends_with('s'))
    }

    /// "a move opponents say would": between several people who may speak and a finite verb.
    pub fn reports_within(&self) -> bool {
        is_finite(self.behind(1))
            && self
                .ahead(1)
                .is_some_and(|people| self.grammar.names_speaker(people) && self.spelling(people).ends_with('s'))
            && !self.spelling(self.this()).ends_with('s')
            && !self.is_capital()
            && self.grammar.follows_report(&self.taken_as(Pos::Verb, VerbForm::Present))
    }

    /// "The ruling bars the party from office, strips five members of their seats and orders": behind a comma or "and" and a verb of the same
    /// subject a form in -s with its object, unless it is what another verb has for its own: ", claims the army denies".
    pub fn lists_present(&self) -> bool {
        const LONGEST: usize = 24;
        let object = || {
            self.behind(1).is_some_and(|next| match next.pos {
                Pos::Det | Pos::Pron => function!(next.function, "a" | "an" | "the" | "his" | "her" | "its" | "their"),
                Pos::Num => self.behind(2).is_some_and(|noun| !one_of!(noun.hash, "percent" | "per" | "%" | "," | ".")),
                _ => false,
            })
        };
        if self.is_capital()
            || !self.ends_in_single_s(self.this())
            || !self.ahead(1).is_some_and(|sign| one_of!(sign.hash, "," | "and"))
            || !object()
            || !self.lexicon.is_verb(self.this().entry)
        {
            return false;
        }
        let sign = |word: &&Word| !one_of!(word.hash, "." | ";" | ":" | "?");
        let from = self.at.saturating_sub(LONGEST);
        let before = self.words[from..self.at].iter().rev().take_while(sign);
        let finite = |word: &&Word| word.pos == Pos::Verb && is_finite(Some(word)) || word.pos == Pos::Aux;
        // "says that the road was cut, and names nine": the first verb of the sentence may have the same subject as well
        let apart = self.ahead(2).is_some_and(|comma| one_of!(comma.hash, ",")) && self.before == Pos::Cconj;
        let mut verbs = before.filter(finite);
        let nearest = verbs.next();
        let verb = if apart { verbs.last().or(nearest) } else { nearest };
        let agrees = verb.is_some_and(|verb| verb.pos == Pos::Verb && verb.is_third_person());
        let inside = |word: &&Word| !matches!(word.pos, Pos::Punct | Pos::Cconj | Pos::Sconj);
        let behind = self.words[self.at + 1..].iter().take(LONGEST).take_while(inside);
        agrees && !behind.clone().any(|word| is_finite(Some(word)))
    }

    /// "The group, which takes its name from a fort, recruits mainly from", "The party, formed in May, controls two towns": behind a
    /// relative clause or a participle that a comma has closed, a form in -s, where what that tells of is one and has no verb yet.
    pub fn resumes_behind_relative(&self) -> bool {
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
            || !(self.behind(1).is_some_and(next)
                || self.behind(1).is_some_and(|next| matches!(next.pos, Pos::Adj | Pos::Noun | Pos::Propn))
                    && self.grammar.takes_object(&self.taken_as(Pos::Verb, VerbForm::Present)))
            || !(self.lexicon.is_verb(self.this().entry) || self.behind(1).is_some_and(|next| next.pos == Pos::Adv))
        {
            return false;
        }
        let from = self.at.saturating_sub(LONGEST);
        // ", formed in May"
        let done = |at: usize| {
            let word = &self.words[at];
            word.pos == Pos::Verb
                && matches!(word.form, VerbForm::Participle | VerbForm::Past)
                && self.words.get(at + 1).is_some_and(|next| next.pos == Pos::Adp)
        };
        let which = (from + 2..self.at).rev().find(|&at| {
            let relative = function!(self.words[at].function, "which" | "who" | "whose");
            function!(self.words[at - 1].function, ",") && (relative || done(at))
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

    /// "Rebels free nine hostages": behind a plural and in front of a number of things, in the present of headlines.
    pub fn frees_quantity(&self) -> bool {
        self.before == Pos::Noun
            && self.behind(1).is_some_and(|next| next.pos == Pos::Num)
            && self.behind(2).is_some_and(|thing| matches!(thing.pos, Pos::Noun | Pos::Adj))
            && self.lexicon.is_verb(self.this().entry)
            && !self.lexicon.is_participle(self.this().entry)
            && self.ahead(1).is_some_and(|people| self.spelling(people).ends_with('s'))
    }

    /// "has seen nine towns and plans to visit a tenth": behind a conjunction that no common noun stands in front of, a verb that
    /// an infinitive completes.
    pub fn plans_besides(&self) -> bool {
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

    /// "condemns the raids and calls for restraint", "is appalled and calls on both sides": behind a verb by which a body says where it
    /// stands, what it does next.
    pub fn calls_besides(&self) -> bool {
        const FARTHEST: usize = 40;
        if !one_of!(self.this().hash, "calls" | "appeals") {
            return false;
        }
        let asks = |next: &Word| one_of!(next.hash, "for" | "on" | "upon" | "to");
        let on = self.behind(1).is_some_and(|next| one_of!(next.hash, "on" | "upon"));
        let left = || {
            let before = self.words[..self.at].iter().rev().take(FARTHEST);
            let verbs = before.take_while(|word| !one_of!(word.hash, "." | ";" | ":"));
            let mut verbs = verbs.filter(|word| is_finite(Some(word)));
            // "recalls that there can be no peace and calls on both sides": of a clause further out
            match on {
                true => verbs.any(Word::is_third_person),
                false => verbs.next().is_some_and(|verb| {
                    verb.is_third_person() && (verb.pos == Pos::Aux || self.grammar.takes_stance(verb))
                }),
            }
        };
        self.behind(1).is_some_and(asks) && left()
    }

    /// "The French say they will": behind an adjective that names a people.
    pub fn nation_says(&self) -> bool {
        self.behind(1).is_some_and(|next| matches!(next.pos, Pos::Pron | Pos::Det | Pos::Sconj))
            && one_of!(self.this().hash, "say" | "hope" | "fear" | "claim" | "deny")
            && self.ahead(1).is_some_and(|people| people.shape.has(Shape::CAPITAL))
            && self.ahead(2).is_some_and(|the| function!(the.function, "the"))
    }

    /// "It documents torture": behind a pronoun that can only be a subject, in front of an object.
    pub fn it_acts(&self) -> bool {
        let opens = |word: &Word| matches!(word.pos, Pos::Punct | Pos::Cconj | Pos::Sconj);
        // "says it finances itself"
        let itself = || self.behind(1).is_some_and(is_singular_reflexive);
        self.ahead(1).is_some_and(|subject| function!(subject.function, "he" | "she" | "it"))
            && self.spelling(self.this()).ends_with('s')
            && !self.is_capital()
            && (itself()
                || self.ahead(2).is_none_or(opens)
                    && self.behind(1).is_some_and(is_object)
                    && self.lexicon.is_verb(self.this().entry))
    }

    /// "three firms, which account for half of it": behind a relative word what can be a verb, and no noun stands behind it.
    pub fn which_accounts(&self) -> bool {
        self.ahead(1).is_some_and(|which| function!(which.function, "which" | "who"))
            && !self.is_capital()
            && self.behind(1).is_some_and(|next| matches!(next.pos, Pos::Adp | Pos::Det))
            && self.lexicon.is_verb(self.this().entry)
    }

    /// ", which trains the guard", ", which funds and trains the guard": behind a relative pronoun and a comma, a form in -s with
    /// an object, alone or with another.
    pub fn which_acts(&self) -> bool {
        let acts = |word: &Word| self.spelling(word).ends_with('s') && self.lexicon.is_verb(word.entry);
        let another = || {
            self.behind(1).is_some_and(|and| and.pos == Pos::Cconj)
                && self.behind(2).is_some_and(acts)
                && self.behind(3).is_some_and(is_object)
        };
        self.ahead(1).is_some_and(|which| function!(which.function, "which" | "who"))
            && self.ahead(2).is_some_and(|comma| function!(comma.function, ","))
            && acts(self.this())
            && !self.is_capital()
            && (self.behind(1).is_some_and(is_object) || another())
    }

    /// ", which funds and trains the guard": the second of the two.
    pub fn which_acts_besides(&self) -> bool {
        self.ahead(3).is_some_and(|which| function!(which.function, "which" | "who"))
            && self.ahead(2).is_some_and(|verb| verb.is_third_person())
            && self.spelling(self.this()).ends_with('s')
            && self.lexicon.is_verb(self.this().entry)
            && self.behind(1).is_some_and(is_object)
    }

    /// "it plans to open a shelter"
    pub fn it_plans(&self) -> bool {
        function!(self.function_behind(1), "to")
            && self.behind(2).is_some_and(|word| word.pos == Pos::Verb)
            && self
                .ahead(1)
                .is_some_and(|subject| function!(subject.function, "i" | "he" | "she" | "it" | "we" | "they"))
            && self.grammar.takes_infinitive(&self.taken_as(Pos::Verb, VerbForm::Present))
    }

    /// "The spray probably harms wild bees": between an adverb of how often or how surely and an object a form in -s. Behind
    /// "likely" [`Self::likely_acts`] has seen to the rest.
    pub fn often_acts(&self) -> bool {
        let likely = |word: &Word| word.pos == Pos::Adv && one_of!(word.hash, "likely");
        if self.ahead(1).is_some_and(likely) {
            let subject = |word: &Word| matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Pron | Pos::Cconj);
            return self.ahead(2).is_some_and(subject)
                && self.lexicon.is_verb(self.this().entry)
                && (function!(self.function_behind(1), "to") || self.behind(1).is_some_and(is_object));
        }
        self.ahead(1).is_some_and(|adverb| self.grammar.tells_how_often(adverb))
            && self.behind(1).is_some_and(is_object)
            && self.ahead(2).is_some_and(|word| matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Pron | Pos::Punct))
            && self.spelling(self.this()).ends_with('s')
            && !self.is_capital()
            && self.lexicon.is_verb(self.this().entry)
    }

    /// "also further limits its reach": behind "further" and an adverb that no noun follows.
    pub fn further_acts(&self) -> bool {
        self.ahead(1).is_some_and(|further| one_of!(further.hash, "further"))
            && self.ahead(2).is_some_and(|adverb| adverb.pos == Pos::Adv && self.grammar.tells_how_often(adverb))
            && self.behind(1).is_some_and(is_object)
            && self.spelling(self.this()).ends_with('s')
            && !self.is_capital()
    }

    /// "Rebels likely hold the hill", "crossed the river and likely seek to widen": behind a subject or a conjunction, "likely" in
    /// front of what can be a verb with an object is an adverb.
    pub fn likely_acts(&self) -> bool {
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
}

/// "itself": the object of a verb whose subject stands in front.
fn is_singular_reflexive(word: &Word) -> bool {
    function!(word.function, "itself" | "himself" | "herself")
}
