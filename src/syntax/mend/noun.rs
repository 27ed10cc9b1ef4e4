//! Words that are nouns, names or pronouns after all.

use super::{Place, is_finite};
use crate::syntax::is_quote_mark;
use crate::syntax::word::one_of;
use crate::tag::{Pos, VerbForm, Word, function};
use crate::token::{Gap, Shape};

impl Place<'_> {
    /// "Nurse Hannah Obi", "Schools minister Ana Reyes": an office in front of a name.
    pub(super) fn is_title(&self) -> bool {
        matches!(self.form(), VerbForm::Base | VerbForm::Present)
            && matches!(self.before, Pos::Punct | Pos::Noun)
            && self.behind(1).is_some_and(|name| name.pos == Pos::Propn && name.shape.has(Shape::CAPITAL))
            && self.grammar.names_office(&self.taken_as(Pos::Noun, VerbForm::None))
    }

    /// "what witnesses thought was a gun": between a relative word and a finite verb several people.
    pub(super) fn they_think(&self) -> bool {
        self.before == Pos::Pron
            && self.form() == VerbForm::Present
            && is_finite(self.behind(1))
            && self.ahead(1).is_some_and(|wh| function!(wh.function, "what" | "which" | "who" | "whom"))
            && self.grammar.names_speaker(&self.taken_as(Pos::Noun, VerbForm::None))
    }

    /// "President Moric called": a capitalised word behind a name and in front of a verb, which is tagged as an adjective by its
    /// ending alone.
    pub(super) fn ends_name(&self) -> bool {
        self.is_capital()
            && self.ahead(1).is_some_and(|name| name.shape.has(Shape::CAPITAL))
            && self.behind(1).is_some_and(|next| matches!(next.pos, Pos::Verb | Pos::Aux))
    }

    /// "the accused, a former guard, fled", "one of the wounded died": a participle behind "the" that no noun follows.
    pub(super) fn names_somebody(&self) -> bool {
        matches!(self.this().form, VerbForm::Participle | VerbForm::Past)
            && self.ahead(1).is_some_and(|the| function!(the.function, "the"))
            && self.behind(1).is_some_and(|next| {
                let sign = || one_of!(next.hash, "," | "." | "in" | "of");
                match next.pos {
                    Pos::Verb | Pos::Aux => is_finite(Some(next)) || next.form == VerbForm::Participle,
                    Pos::Punct | Pos::Adp => sign(),
                    // "wished the injured a swift recovery"
                    Pos::Det => true,
                    _ => false,
                }
            })
            && self.grammar.takes_object(self.this())
    }

    /// "say digging never stopped": a gerund behind a verb that takes a clause is the subject of what stands behind "never".
    pub(super) fn never_happens(&self) -> bool {
        let verb = |word: &Word| word.pos == Pos::Verb && word.form != VerbForm::Gerund;
        self.ahead(1).is_some_and(|report| report.pos == Pos::Verb && self.grammar.takes_clause(report))
            && self.behind(1).is_some_and(|never| never.pos == Pos::Adv && function!(never.function, "never"))
            && self.behind(2).is_some_and(verb)
    }

    /// "The premier stepped down", "a counter-offensive against": a noun that is tagged as an adjective between a determiner
    /// and what no adjective stands before.
    pub(super) fn is_noun_alone(&self) -> bool {
        let next = self.behind(1);
        let done = |next: &Word| next.pos == Pos::Adp || next.pos == Pos::Verb && next.form == VerbForm::Participle;
        // "The dead included two nurses"
        let the = || self.ahead(1).is_some_and(|the| function!(the.function, "the"));
        let includes = next.is_some_and(|next| next.pos == Pos::Verb);
        (is_finite(next) || next.is_some_and(done))
            && (includes && the() && self.grammar.names_people(self.this()) || {
                let noun = self.taken_as(Pos::Noun, VerbForm::None);
                self.grammar.names_person(&noun) || self.grammar.names_happening(&noun)
            })
    }

    /// "Citing a port official, the agency": behind a noun, where no noun follows, somebody who might be called so, or a
    /// happening: "the Lesk offensive"; so it is behind "'s".
    pub(super) fn names_person(&self) -> bool {
        let closes = self.behind(1).is_none_or(|next| {
            matches!(next.pos, Pos::Punct | Pos::Verb | Pos::Aux | Pos::Part)
                // "a UN official familiar with the talks"
                || next.pos == Pos::Adj
                    && self.grammar.is_postnominal(next)
                    && self.behind(2).is_some_and(|preposition| preposition.pos == Pos::Adp)
                // "notifies the U.S. public and the banks that", "tells the Orvian public that"
                || matches!(next.pos, Pos::Cconj | Pos::Sconj)
                    && self.before == Pos::Propn
                    && self.behind(2).is_some_and(|behind| matches!(behind.pos, Pos::Det | Pos::Propn | Pos::Pron))
        });
        matches!(self.before, Pos::Noun | Pos::Propn | Pos::Part) && closes && !self.is_capital() && {
            let noun = self.taken_as(Pos::Noun, VerbForm::None);
            self.grammar.names_person(&noun) || self.grammar.names_happening(&noun)
        }
    }

    /// "One official said", "one suspect, who": behind "one", where no noun follows, somebody who might be called so.
    pub(super) fn is_one_person(&self) -> bool {
        let closes = self.behind(1).is_none_or(|next| {
            matches!(next.pos, Pos::Punct | Pos::Verb | Pos::Aux | Pos::Adp | Pos::Pron)
                && !one_of!(next.hash, "-" | "–")
        });
        closes
            && self.ahead(1).is_some_and(|one| function!(one.function, "one"))
            && self.grammar.names_person(&self.taken_as(Pos::Noun, VerbForm::None))
    }

    /// "Human Rights Watch said", "Downing Street said": a capitalised verb in the name of whoever does what the verb behind
    /// says.
    pub(super) fn is_in_name(&self) -> bool {
        if !self.is_capital() {
            return false;
        }
        let capital = |word: Option<&Word>| word.is_some_and(|word| word.shape.has(Shape::CAPITAL));
        // a past tense behind a verb is often taken for a participle
        let past = |word: Option<&Word>| word.is_some_and(|word| word.form == VerbForm::Participle);
        let small_verb = |word: Option<&Word>| (is_finite(word) || past(word)) && !capital(word);
        let nominal = self.behind(1).is_some_and(|next| matches!(next.pos, Pos::Noun | Pos::Propn | Pos::Adj));
        let leads = matches!(self.before, Pos::Noun | Pos::Propn | Pos::Adv) && nominal;
        if leads && capital(self.ahead(1)) && capital(self.behind(1)) && self.names_within() {
            return true;
        }
        match self.before {
            Pos::Noun | Pos::Propn => {
                // "told Human Rights Watch that"
                let told = || {
                    let that = self.behind(1).is_some_and(|next| function!(next.function, "that"));
                    let before = self.ahead(2).filter(|word| !capital(Some(word))).or(self.ahead(3));
                    that && before.is_some_and(|word| word.pos == Pos::Verb && !capital(Some(word)))
                };
                capital(self.ahead(1)) && (small_verb(self.behind(1)) || told())
            }
            // "on Thursday, Combined Joint Task Force officials reported"
            Pos::Punct
                if capital(self.behind(1))
                    && self.behind(1).is_some_and(|next| next.pos != Pos::Verb)
                    && matches!(self.form(), VerbForm::Participle | VerbForm::Past)
                    && self.ahead(1).is_some_and(|comma| function!(comma.function, ","))
                    && self.ahead(3).is_some_and(|word| !word.shape.has(Shape::CAPITAL) && word.pos != Pos::Punct) =>
            {
                true
            }
            // "..., Cook said"
            Pos::Punct
                if matches!(self.form(), VerbForm::Base | VerbForm::Present)
                    && self.ahead(1).is_some_and(|comma| function!(comma.function, ","))
                    && small_verb(self.behind(1))
                    && self.behind(1).is_some_and(|says| self.grammar.quotative(says)) =>
            {
                true
            }
            Pos::Punct => {
                let next = self.behind(1).filter(|next| next.pos != Pos::Verb);
                // ", Combined Task Force officials said"
                let people = |at: usize| {
                    capital(self.behind(at))
                        && self.behind(at + 1).is_some_and(|noun| noun.pos == Pos::Noun && !capital(Some(noun)))
                };
                let officials = || {
                    self.ahead(1).is_some_and(|comma| function!(comma.function, ","))
                        && (2..4).any(|at| people(at) && small_verb(self.behind(at + 2)))
                };
                // "Said Haddad, the mayor, resigned", where no quotation stands in front
                let said = || {
                    one_of!(self.this().hash, "said")
                        && next.is_some_and(|next| next.pos == Pos::Propn)
                        && self.behind(2).is_some_and(|sign| function!(sign.function, ","))
                        && self.behind(3).is_some_and(|next| !is_quote_mark(next))
                        && self.ahead(1).is_none_or(|sign| !is_quote_mark(sign) && !function!(sign.function, ","))
                };
                // "Anna Roe, Acting Director of the fund"
                let title = || self.form() == VerbForm::Gerund && capital(self.ahead(2));
                capital(next) && (small_verb(self.behind(2)) || officials() || title() || said())
            }
            _ => false,
        }
    }

    /// "a Fact Finding Mission", "as Specially Designated Nationals": a participle between the capitals of a name that a small word
    /// introduces. Headlines tell in the present.
    fn names_within(&self) -> bool {
        const LONGEST: usize = 4;
        let mut before = (2..LONGEST + 2).map_while(|distance| self.ahead(distance));
        let introduced = before
            .find(|word| !word.shape.has(Shape::CAPITAL))
            .is_some_and(|word| matches!(word.pos, Pos::Det | Pos::Adp | Pos::Pron | Pos::Verb | Pos::Aux | Pos::Adv));
        introduced && matches!(self.form(), VerbForm::Gerund | VerbForm::Past | VerbForm::Participle)
    }

    /// Whether what is tagged as a verb is a noun, by the place where it stands.
    pub(super) fn is_noun(&self) -> bool {
        match self.before {
            Pos::Noun => {
                self.closes_indefinite()
                    || self.is_strike()
                    || self.disagrees()
                    || self.heads_phrase()
                    || self.heads_compound()
                    || self.follows_particle()
                    || self.speaks()
                    || self.happens_to()
            }
            Pos::Propn if self.belongs_to_name() => true,
            Pos::Num => self.happens_to() || self.is_counted(),
            Pos::Aux => self.follows_should(),
            Pos::Det => {
                self.follows_article() || self.follows_particle() || self.names_somebody() || self.follows_these()
            }
            Pos::Punct if self.speaks() || self.modifies() => true,
            Pos::Punct => {
                self.opens_sentence()
                    || self.heads_clause()
                    || self.follows_particle()
                    || self.is_told_of()
                    || self.stands_alone()
            }
            Pos::Adp => {
                self.names_people()
                    || self.follows_particle()
                    || self.is_part_of_compound()
                    || self.is_action()
                    || self.is_told_of()
            }
            Pos::Sconj | Pos::Adv if self.modifies() => true,
            Pos::Sconj if self.is_action() || self.goes_on() => true,
            // "areas that aid workers cannot reach"
            Pos::Pron if self.ahead(1).is_some_and(|that| one_of!(that.hash, "that")) && self.modifies() => true,
            Pos::Cconj if self.heads_clause() || self.heads_subject() || self.stands_alone() || self.names_medium() => {
                true
            }
            Pos::Sconj if self.heads_subject() => true,
            _ => self.follows_particle() || self.is_subject() || self.follows_these() || self.is_raised(),
        }
    }

    /// "US air strikes and shelling", but "a drone strikes"
    fn is_strike(&self) -> bool {
        let what = self.ahead(1).map_or(0, |what| what.hash);
        let article = || self.ahead(2).is_some_and(|word| function!(word.function, "a" | "an" | "the"));
        if one_of!(self.this().hash, "dumps") {
            return one_of!(what, "ammunition" | "arms" | "weapons" | "fuel" | "munitions" | "rubbish");
        }
        // "Allied Strikes Continue": so do headings in capitals
        if one_of!(self.this().hash, "strikes" | "raids") && self.is_capital() {
            let headed = |word: &Word| {
                word.shape.has(Shape::CAPITAL)
                    && word.pos == Pos::Verb
                    && matches!(word.form, VerbForm::Base | VerbForm::Present)
                    && !self.spelling(word).ends_with('s')
            };
            if self.behind(1).is_some_and(headed) {
                return true;
            }
        }
        // "Coalition strikes continue"
        let goes_on = self.behind(1).map_or(0, |next| next.hash);
        if one_of!(self.this().hash, "strikes" | "raids")
            && one_of!(goes_on, "continue" | "resume" | "destroy" | "kill")
        {
            return true;
        }
        one_of!(self.this().hash, "strikes" | "raids")
            && self
                .behind(1)
                .is_some_and(|next| matches!(next.pos, Pos::Adp | Pos::Propn | Pos::Cconj | Pos::Verb | Pos::Aux))
            && (one_of!(what, "air") || one_of!(what, "drone" | "missile" | "rocket" | "artillery") && !article())
    }

    /// "human rights abuses by the army": a third person that does not agree with the plural in front of it.
    fn disagrees(&self) -> bool {
        let this = self.this();
        this.form == VerbForm::Present
            && self.spelling(this).ends_with('s')
            && !self.is_capital()
            && self.grammar.names_happening(&self.taken_as(Pos::Noun, VerbForm::None))
            && self.behind(1).is_some_and(|next| matches!(next.pos, Pos::Verb | Pos::Aux | Pos::Adp))
            && self.ahead(1).is_some_and(|plural| {
                plural.is_plural() && !one_of!(plural.hash, "news" | "headquarters" | "series" | "politics")
            })
    }

    /// "the raids on UN compounds, and": behind a name in capitals that a preposition joins to a plural, no form in -s agrees with
    /// what stands in front.
    fn belongs_to_name(&self) -> bool {
        self.ahead(1).is_some_and(|name| name.shape.has(Shape::UPPER))
            && self.form() == VerbForm::Present
            && self.ahead(2).is_some_and(|preposition| preposition.pos == Pos::Adp)
            && self.ahead(3).is_some_and(|plural| plural.pos == Pos::Noun && plural.is_plural())
            && self.ends_in_single_s(self.this())
            && !self.is_capital()
    }

    /// "The air raids on the port continued": no verb but the head of a subject, since the clause has a finite verb behind the
    /// phrase that stands between.
    fn heads_phrase(&self) -> bool {
        const LONGEST: usize = 8;
        if self.this().form != VerbForm::Present || self.behind(1).is_none_or(|next| next.pos != Pos::Adp) {
            return false;
        }
        let nominal = |word: &Word| {
            matches!(word.pos, Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num)
                || function!(word.function, "in" | "of" | "near")
        };
        let length = self.words[self.at + 2..].iter().take(LONGEST).take_while(|word| nominal(word)).count();
        let verb = self.behind(2 + length);
        // a past tense is often tagged as a participle
        let past = || verb.is_some_and(|word| word.pos == Pos::Verb && word.form == VerbForm::Participle);
        let by = || function!(self.function_behind(3 + length), "by");
        length > 0
            && (is_finite(verb) || past() && !by())
            && self.grammar.names_happening(&self.taken_as(Pos::Noun, VerbForm::None))
    }

    /// ", but disputes over grain, water and the fate of prisoners remain": a happening in -s with what it is about, in front of a verb
    /// that has no other subject.
    fn heads_subject(&self) -> bool {
        const LONGEST: usize = 16;
        if self.form() != VerbForm::Present
            || self.behind(1).is_none_or(|next| next.pos != Pos::Adp)
            || !self.spelling(self.this()).ends_with('s')
        {
            return false;
        }
        let noun = self.taken_as(Pos::Noun, VerbForm::None);
        if !self.grammar.names_happening(&noun) && !self.grammar.relational(&noun) {
            return false;
        }
        let nominal = |word: &Word| match word.pos {
            Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num | Pos::Adp | Pos::Cconj => true,
            _ => function!(word.function, "," | "'s"),
        };
        let length = self.words[self.at + 2..].iter().take(LONGEST).take_while(|word| nominal(word)).count();
        let end = self.at + 2 + length;
        let verb = self.words.get(end).filter(|verb| !verb.is_third_person());
        length > 0 && is_finite(verb) && matches!(self.words[end - 1].pos, Pos::Noun | Pos::Propn)
    }

    /// "Three air raids hit the port", "Two raids destroyed a bridge": a happening in front of what it did.
    fn happens_to(&self) -> bool {
        self.this().form == VerbForm::Present
            && self.behind(1).is_some_and(|next| {
                next.pos == Pos::Verb && matches!(next.form, VerbForm::Past | VerbForm::Participle | VerbForm::Present)
            })
            && self.behind(2).is_some_and(|object| {
                matches!(object.pos, Pos::Det | Pos::Num | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Pron)
            })
            && self.spelling(self.this()).ends_with('s')
            && self.grammar.names_happening(&self.taken_as(Pos::Noun, VerbForm::None))
    }

    /// "the tsunami warning had been lifted", "the border crossing was closed": behind the name of a thing in the singular and
    /// in front of a finite auxiliary stands no participle alone.
    fn heads_compound(&self) -> bool {
        let thing = |word: &Word| {
            !self.spelling(word).ends_with('s')
                && !self.grammar.names_office(word)
                && !self.grammar.names_speaker(word)
                && !self.grammar.names_person(word)
                && !one_of!(
                    word.hash,
                    "man" | "woman" | "boy" | "girl" | "child" | "person" | "people" | "men" | "women"
                )
        };
        self.this().form == VerbForm::Gerund
            && self.behind(1).is_some_and(|next| next.pos == Pos::Aux)
            && is_finite(self.behind(1))
            && self.ahead(1).is_some_and(thing)
    }

    /// "gunmen in pick-up trucks": in front of a hyphen.
    fn is_part_of_compound(&self) -> bool {
        self.form() != VerbForm::Gerund
            && self.behind(1).is_some_and(|hyphen| one_of!(hyphen.hash, "-") && hyphen.gap != Gap::Space)
            && function!(self.function_behind(2), "up" | "in" | "off" | "out" | "by" | "on" | "down" | "over")
    }

    /// "a claim the ministry rejected": no finite verb and no bare one stands behind an article.
    fn follows_article(&self) -> bool {
        self.ahead(1).is_some_and(|article| function!(article.function, "a" | "an" | "the"))
            && matches!(self.this().form, VerbForm::Base | VerbForm::Present)
            && self.behind(1).is_none_or(|next| !matches!(next.pos, Pos::Noun | Pos::Propn))
    }

    /// "eleven of the 23 reports it received": behind an article and a number stands a plural; "two cooks from the camp": no number but
    /// one has a form in -s for its verb, unless it is part of a name.
    fn is_counted(&self) -> bool {
        let noun = self.taken_as(Pos::Noun, VerbForm::None);
        let number = |word: &Word| {
            one_of!(
                word.hash,
                "two"
                    | "three"
                    | "four"
                    | "five"
                    | "six"
                    | "seven"
                    | "eight"
                    | "nine"
                    | "ten"
                    | "eleven"
                    | "twelve"
                    | "twenty"
            )
        };
        let counted = || {
            self.ahead(1).is_some_and(number)
                && self.ahead(2).is_none_or(|word| {
                    !matches!(word.pos, Pos::Noun | Pos::Propn) && !function!(word.function, "all" | "of")
                })
        };
        self.this().form == VerbForm::Present
            && self.spelling(self.this()).ends_with('s')
            && (counted()
                || self
                    .ahead(2)
                    .is_some_and(|word| function!(word.function, "the" | "these" | "those" | "its" | "their"))
                    && (self.grammar.names_document(&noun)
                        || self.grammar.names_happening(&noun)
                        || self.grammar.noun_takes_clause(&noun)))
    }

    /// ", and state television said": no bare verb in front of a noun and its report.
    fn names_medium(&self) -> bool {
        matches!(self.form(), VerbForm::Base | VerbForm::Present)
            && !self.spelling(self.this()).ends_with('s')
            && self.ahead(2).is_some_and(|comma| function!(comma.function, ","))
            && self.behind(1).is_some_and(|next| next.pos == Pos::Noun)
            && self.behind(2).is_some_and(|verb| verb.form == VerbForm::Past && self.grammar.quotative(verb))
    }

    /// "told a youth rally in Lesk": no bare form agrees with what an indefinite article counts, but "let a child play".
    fn closes_indefinite(&self) -> bool {
        self.ahead(2).is_some_and(|article| function!(article.function, "a" | "an"))
            && matches!(self.form(), VerbForm::Base | VerbForm::Present)
            && !self.spelling(self.this()).ends_with('s')
            && !self.is_capital()
            && !self.lexicon.is_verb_only(self.this().entry)
            && self.ahead(1).is_some_and(|word| word.pos == Pos::Noun && !word.is_plural())
            && self.ahead(3).is_some_and(|verb| verb.pos == Pos::Verb && !self.grammar.takes_bare(verb))
    }

    /// "had lost hope that", "raised fears that": behind a verb what it raises.
    fn is_raised(&self) -> bool {
        self.before == Pos::Verb
            && function!(self.function_behind(1), "that")
            && one_of!(
                self.this().hash,
                "hope" | "hopes" | "fear" | "fears" | "doubt" | "doubts" | "concern" | "concerns"
            )
    }

    /// "Should prices fall": behind a modal stands no form in -s.
    fn follows_should(&self) -> bool {
        matches!(self.form(), VerbForm::Present | VerbForm::Base)
            && self.ahead(1).is_some_and(|modal| one_of!(modal.hash, "should"))
            && !self.spelling(self.this()).ends_with("ss")
            && self.spelling(self.this()).ends_with('s')
    }

    /// "These moves suggest": no form in -s has these as its subject.
    fn follows_these(&self) -> bool {
        self.this().form == VerbForm::Present
            && self.ahead(1).is_some_and(|these| one_of!(these.hash, "these" | "those"))
            && self.spelling(self.this()).ends_with('s')
    }

    /// "The number of displaced is rising": no participle stands alone behind "of".
    fn names_people(&self) -> bool {
        self.this().form == VerbForm::Participle
            && self.ahead(1).is_some_and(|of| function!(of.function, "of"))
            && self.behind(1).is_none_or(|next| is_finite(Some(next)) || matches!(next.pos, Pos::Punct | Pos::Cconj))
    }

    /// "Hopes of a rescue faded", "Fears that the wall would fall": no sentence opens with a finite verb in -s.
    fn opens_sentence(&self) -> bool {
        self.this().form == VerbForm::Present
            && self.is_capital()
            && (function!(self.function_behind(1), "of" | "for" | "that")
                || self.behind(1).is_some_and(|next| next.form == VerbForm::Participle))
    }

    /// "Fighting that broke out on Friday": a gerund that takes no clause in front of a relative one.
    fn is_told_of(&self) -> bool {
        self.form() == VerbForm::Gerund
            && (function!(self.function_behind(1), "that") && is_finite(self.behind(2))
                || self.behind(1).is_some_and(|word| word.pos == Pos::Adp)
                    && function!(self.function_behind(2), "which"))
            && !self.grammar.takes_clause(self.this())
    }

    /// "But aid alone is not enough": what a finite verb behind "alone" tells of.
    fn stands_alone(&self) -> bool {
        one_of!(self.behind(1).map_or(0, |next| next.hash), "alone")
            && is_finite(self.behind(2))
            && self.form() != VerbForm::Participle
    }

    /// "areas hit by fighting were closed": a gerund without object in front of a finite auxiliary.
    fn is_action(&self) -> bool {
        self.this().form == VerbForm::Gerund
            && self.behind(1).is_some_and(|next| next.pos == Pos::Aux)
            && is_finite(self.behind(1))
            && self
                .ahead(1)
                .is_some_and(|word| one_of!(word.hash, "by" | "of" | "from" | "in" | "with" | "despite" | "about"))
    }

    /// "unless fighting stops": a gerund that a subordinator opens a clause with, in front of what can only be its verb.
    fn goes_on(&self) -> bool {
        self.this().form == VerbForm::Gerund
            && self
                .behind(1)
                .is_some_and(|next| one_of!(next.hash, "stops" | "starts" | "ends" | "continues" | "resumes"))
            && self.behind(2).is_none_or(|next| matches!(next.pos, Pos::Punct | Pos::Adp | Pos::Adv))
            && self.ahead(1).is_some_and(|opener| {
                one_of!(opener.hash, "if" | "unless" | "until" | "when" | "once" | "because" | "while" | "as" | "that")
            })
    }

    /// ", aid groups fear,", "where aid groups fear": no bare verb in front of a plural and its verb.
    fn modifies(&self) -> bool {
        matches!(self.this().form, VerbForm::Base | VerbForm::Present)
            && !self.spelling(self.this()).ends_with('s')
            && self.behind(1).is_some_and(|next| next.pos == Pos::Noun && self.spelling(next).ends_with('s'))
            && is_finite(self.behind(2))
            && self
                .ahead(1)
                .is_some_and(|sign| function!(sign.function, "," | "where" | "when" | "because" | "while" | "that"))
    }

    /// "Election monitors called it fair": in front of a past form a word in -s that names people.
    fn speaks(&self) -> bool {
        self.this().form == VerbForm::Present
            && self
                .behind(1)
                .is_some_and(|next| next.pos == Pos::Verb && matches!(next.form, VerbForm::Past | VerbForm::Participle))
            && self.spelling(self.this()).ends_with('s')
            && self.grammar.names_speaker(&self.taken_as(Pos::Noun, VerbForm::None))
    }

    /// ", but hopes of a rescue faded": a noun with a content, where a verb of the clause before would need an object.
    fn heads_clause(&self) -> bool {
        self.this().form == VerbForm::Present
            && function!(self.function_behind(1), "of")
            && self.grammar.noun_takes_clause(&self.taken_as(Pos::Noun, VerbForm::None))
    }

    /// "Carried out strikes": a verb with its particle has an object behind it, no verb in -s.
    fn follows_particle(&self) -> bool {
        self.this().form == VerbForm::Present
            && self.ahead(2).is_some_and(|verb| verb.pos == Pos::Verb)
            && self.ahead(1).is_some_and(|particle| function!(particle.function, "out" | "off" | "up"))
    }

    /// "said on Tuesday that strikes had hit it", "told reporters that ties were good": whether a verb that takes a clause stands
    /// a few words in front of "that".
    fn is_told_somewhere(&self) -> bool {
        const LONGEST: usize = 6;
        let before = self.words[..self.at - 1].iter().rev().take(LONGEST);
        let mut verbs = before
            .skip_while(|word| matches!(word.pos, Pos::Adp | Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num));
        self.behind(1).is_some_and(|next| next.pos == Pos::Aux)
            && verbs.next().is_some_and(|verb| verb.pos == Pos::Verb && self.grammar.takes_clause(verb))
    }

    /// "shows that exports fell": behind a subordinator and before a finite verb stands a subject.
    fn is_subject(&self) -> bool {
        // "the noise that wakes came" has a relative pronoun
        let reported = || {
            self.ahead(1).is_some_and(|that| function!(that.function, "that"))
                // "stressed, however, that returns must stop"
                && (self.ahead(2).is_some_and(|verb| verb.pos == Pos::Verb)
                    || self.ahead(2).is_some_and(|comma| function!(comma.function, ","))
                        && self.ahead(3).is_some_and(|however| however.pos == Pos::Adv)
                    || self.is_told_somewhere())
        };
        // "that guards routinely beat inmates"
        let often = || {
            self.behind(1).is_some_and(|adverb| adverb.pos == Pos::Adv)
                && self.behind(2).is_some_and(|verb| verb.pos == Pos::Verb && verb.form != VerbForm::Gerund)
                && self.spelling(self.this()).ends_with('s')
        };
        (self.before == Pos::Sconj || self.before == Pos::Pron && reported())
            && self.this().form == VerbForm::Present
            && (is_finite(self.behind(1)) || often())
    }
}
