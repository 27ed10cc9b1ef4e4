//! Headings: "Court jails mayor", "Drone Attack Damages Refinery", "Ferry sinks off island, dozens feared dead". They drop articles and
//! auxiliaries, so that the tagger often takes their verb for a noun, and their first noun for a verb.

use std::ops::Range;

use super::verbless::{ends_in_s, may_be_finite};
use crate::lexicon::Lexicon;
use crate::syntax::Grammar;
use crate::syntax::word::one_of;
use crate::tag::{Pos, VerbForm, Word, function, may_be_noun};
use crate::token::TokenKind;

/// Gives each part of a heading the verb that it lacks: "Gunmen seize bus; police launch search", "Press release: Minister opens
/// port".
pub(super) fn find_in_heading(text: &str, words: &mut [Word], lexicon: &Lexicon, grammar: &Grammar) {
    for part in words.split_mut(|word| one_of!(word.hash, ";" | ":")) {
        Heading { text, part, lexicon, grammar }.find_verbs();
    }
}

struct Heading<'a> {
    text: &'a str,
    part: &'a mut [Word],
    lexicon: &'a Lexicon,
    grammar: &'a Grammar,
}

impl Heading<'_> {
    fn find_verbs(&mut self) {
        self.mend_nouns();
        let end = self.part.len().saturating_sub(1);
        if end < 2 {
            return;
        }
        // "Ferry sinks off Loma, dozens feared dead", but "Drones hit depot, governor says"
        let first = (0..end).find(|&at| self.is_finite(at));
        let comma = (2..first.unwrap_or(end)).find(|&at| self.is_comma(at));
        let whole = if first.is_some() { comma.unwrap_or(0) } else { end };
        if let Some(verb) = self.particle_verb(end, first) {
            let form = if self.lexicon.is_participle(self.part[verb].entry) && !self.is_many(verb - 1) {
                VerbForm::Participle
            } else {
                VerbForm::Present
            };
            return self.retag(verb, form);
        }
        if let Some(verb) = self.participle(whole).or_else(|| first.filter(|&at| self.lacks_object(at))) {
            return self.retag(verb, VerbForm::Participle);
        }
        let verb = if first.is_none() { self.verb_among(1..whole) } else { (1..whole).find(|&at| self.acts(at)) };
        if let Some(verb) = verb {
            if self.part[verb - 1].pos == Pos::Adj {
                self.lexicon.retag(&mut self.part[verb - 1], Pos::Noun, VerbForm::None);
            }
            self.retag(verb, VerbForm::Present);
            self.find_second(verb);
        } else if let Some(first) = first.filter(|&at| self.part[at].form == VerbForm::Present) {
            self.find_second(first);
            self.find_reported(first);
        }
    }

    fn retag(&mut self, at: usize, form: VerbForm) {
        self.lexicon.retag(&mut self.part[at], Pos::Verb, form);
    }

    /// "Strike grounds flights", "Suspect in shooting pleads not guilty", "Mine collapse traps miners": nouns that open a heading and
    /// look like a command, a pronoun or an adjective; and words without a class.
    fn mend_nouns(&mut self) {
        for word in self.part.iter_mut() {
            let pit = word.pos == Pos::Pron && one_of!(word.hash, "mine");
            if word.pos == Pos::X && word.kind == TokenKind::Word || pit {
                self.lexicon.retag(word, Pos::Noun, VerbForm::None);
            }
        }
        let Some(first) = self.part.first().copied() else { return };
        let noun = match (first.pos, first.form) {
            (Pos::Verb, VerbForm::Base) => may_be_noun(first.hash) && self.has_verb_behind(),
            (Pos::Adj, _) => may_be_noun(first.hash) && self.part.get(1).is_some_and(|next| next.pos == Pos::Verb),
            _ => false,
        };
        if noun {
            self.lexicon.retag(&mut self.part[0], Pos::Noun, VerbForm::None);
        }
    }

    /// "(Suspect) in mall shooting pleads", "(Strike) grounds flights": a verb whose subject can only be the first word.
    fn has_verb_behind(&mut self) -> bool {
        let plain =
            |word: &&Word| matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num | Pos::Adp | Pos::Sconj);
        let at = 1 + self.part[1..].iter().take_while(plain).count();
        if self.part.get(at).is_some_and(Word::is_third_person) {
            return at > 1 && self.part[1].pos == Pos::Adp;
        }
        let first = self.part[0];
        self.lexicon.retag(&mut self.part[0], Pos::Noun, VerbForm::None);
        let end = self.part.len() - 1;
        let found = !(1..=end).any(|at| self.is_finite(at)) && self.verb_among(1..end).is_some();
        self.part[0] = first;
        found
    }

    /// The first noun that is the verb of the heading.
    fn verb_among(&self, mut places: Range<usize>) -> Option<usize> {
        let end = self.part.len() - 1;
        places.find(|&at| self.acts(at)).or_else(|| self.ends_with_verb(end).then_some(end))
    }

    /// "Search for missing climbers resumes": a last word in -s behind a plural, which cannot modify it.
    fn ends_with_verb(&self, end: usize) -> bool {
        let noun = |at: usize| self.part[at].pos == Pos::Noun;
        end > 2
            && noun(end)
            && noun(end - 1)
            && noun(0)
            && self.part[end - 1].is_plural()
            && !self.is_many(0)
            && self.part[..end].iter().any(|word| word.pos == Pos::Adp || word.pos == Pos::Sconj)
            && self.is_many(end)
            && self.lexicon.is_verb(self.part[end].entry)
    }

    /// Whether a word is a finite verb of the heading itself: no "detained" of "release of detained reporters", no "bound" of
    /// "intercepts arms shipment bound for militia".
    fn is_finite(&self, at: usize) -> bool {
        let word = &self.part[at];
        let modifies = || at > 0 && matches!(self.part[at - 1].pos, Pos::Adp | Pos::Det | Pos::Adj);
        may_be_finite(word) && !(word.pos == Pos::Verb && word.form == VerbForm::Past && modifies())
    }

    fn is_comma(&self, at: usize) -> bool {
        function!(self.part[at].function, ",")
    }

    /// Whether a noun looks like a plural, or names several people in the singular.
    fn is_many(&self, at: usize) -> bool {
        ends_in_s(self.text, &self.part[at]) || self.part[at].is_plural() || one_of!(self.part[at].hash, "police")
    }

    fn is_nominal(&self, at: usize) -> bool {
        self.part
            .get(at)
            .is_some_and(|word| matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Num | Pos::Adj | Pos::Det))
    }

    /// "Six hurt in blast": a noun that is a participle, behind a number.
    fn participle(&self, end: usize) -> Option<usize> {
        let hurt = |at: usize| self.part[at].pos == Pos::Noun && self.lexicon.is_participle(self.part[at].entry);
        (1..end).find(|&at| {
            hurt(at)
                && self.part[at - 1].pos == Pos::Num
                && self.part.get(at + 1).is_some_and(|next| next.pos == Pos::Adp)
        })
    }

    /// "Jet shot down near border", "Hospital hit in raid": a past form without the object that it needs, so that "was" is left out.
    fn lacks_object(&self, at: usize) -> bool {
        let verb = &self.part[at];
        let particle =
            |word: &Word| matches!(word.pos, Pos::Adv | Pos::Adp) && one_of!(word.hash, "down" | "up" | "off" | "out");
        let behind = at + 1 + usize::from(self.part.get(at + 1).is_some_and(particle));
        let free = self.part.get(behind).is_none_or(|next| {
            matches!(next.pos, Pos::Adp | Pos::Sconj) && !one_of!(next.hash, "out" | "back" | "down" | "up")
        });
        at > 0
            && verb.pos == Pos::Verb
            && !verb.is_third_person()
            && self.lexicon.is_participle(verb.entry)
            && (self.grammar.takes_object(verb) || behind > at + 1 && self.grammar.takes_passive(verb))
            && free
    }

    /// "Drone Shot Down Over Airport", "Talks on grain deal break down": a noun with a particle behind it that a verb has.
    fn particle_verb(&self, end: usize, first: Option<usize>) -> Option<usize> {
        let particle = |at: usize| {
            function!(self.part[at].function, "down" | "off" | "up" | "out" | "away" | "back")
                && self
                    .part
                    .get(at + 1)
                    .is_none_or(|next| matches!(next.pos, Pos::Adp | Pos::Adv | Pos::Punct | Pos::Sconj))
        };
        let many = || (0..end).find(|&at| self.part[at].pos == Pos::Noun).is_some_and(|at| self.is_many(at));
        (1..end + 1).take_while(|&at| first.is_none_or(|first| at < first)).find(|&at| {
            self.part[at].pos == Pos::Noun
                && at < end
                && particle(at + 1)
                && (self.lexicon.is_participle(self.part[at].entry)
                    || many() && !self.is_many(at) && self.lexicon.is_verb(self.part[at].entry))
        })
    }

    /// Whether a noun is the verb of what stands in front of it.
    fn acts(&self, at: usize) -> bool {
        let (before, this) = (&self.part[at - 1], &self.part[at]);
        // "Navy chief orders release"
        let person = || {
            before.pos == Pos::Adj
                && at > 1
                && may_be_noun(before.hash)
                && self.grammar.takes_command(&self.as_verb(at))
        };
        let subject = matches!(before.pos, Pos::Noun | Pos::Propn) || person();
        let between = matches!(this.pos, Pos::Noun | Pos::Propn) && subject;
        between && (self.is_many(at) && !ends_in_s(self.text, before) && self.governs(at) || self.several_act(at))
            || at == 1 && (self.number_acts() || self.frees())
    }

    /// "Police launch search", "residents dispute account": a base form behind those who can speak.
    fn several_act(&self, at: usize) -> bool {
        let (before, this) = (&self.part[at - 1], &self.part[at]);
        let people = || self.grammar.names_speaker(before) || self.grammar.names_body(before);
        this.pos == Pos::Noun
            && !ends_in_s(self.text, this)
            && self.is_many(at - 1)
            && people()
            && self.is_nominal(at + 1)
            && self.lexicon.is_verb(this.entry)
            && (self.takes_object(at) || self.grammar.takes_statement(&self.as_verb(at)))
    }

    /// "Four die as bus overturns": no number above one stands in front of a singular.
    fn number_acts(&self) -> bool {
        self.part[0].pos == Pos::Num
            && !one_of!(self.part[0].hash, "one" | "1")
            && self.part[1].pos == Pos::Noun
            && !self.is_many(1)
            && self.lexicon.is_verb(self.part[1].entry)
            && self.part.get(2).is_some_and(|next| matches!(next.pos, Pos::Adp | Pos::Sconj | Pos::Adv))
    }

    /// "Commandos free hostages": what looks like an adjective behind a plural.
    fn frees(&self) -> bool {
        self.part[0].is_plural()
            && self.part[1].pos == Pos::Adj
            && one_of!(self.part[1].hash, "free" | "open" | "clear" | "empty" | "back" | "welcome" | "slow" | "near")
            && self.is_nominal(2)
    }

    fn as_verb(&self, at: usize) -> Word {
        let mut verb = self.part[at];
        self.lexicon.retag(&mut verb, Pos::Verb, VerbForm::Present);
        verb
    }

    fn takes_object(&self, at: usize) -> bool {
        self.grammar.takes_object(&self.as_verb(at))
    }

    /// Whether what stands behind a word in -s is what it would govern as a verb.
    fn governs(&self, at: usize) -> bool {
        let this = &self.part[at];
        let Some(next) = self.part.get(at + 1) else { return false };
        if !self.lexicon.is_verb(this.entry) {
            return false;
        }
        let happens = || self.grammar.names_happening(this);
        let time = || self.grammar.is_weekday(next) || self.grammar.is_time(next);
        match next.pos {
            // "Peace talks Tuesday"
            Pos::Adj | Pos::Propn | Pos::Num | Pos::Det => self.takes_object(at) || !time() && !happens(),
            Pos::Noun => {
                let verb = self.as_verb(at);
                // "Judge orders release of crew"
                let asks = self.grammar.takes_command(&verb) && !self.is_many(at + 1) && self.closes(at + 2);
                // "Strike closes port"
                let strikes = at == 1 && !happens() && !time() && self.acts_by_nature(0) && self.closes(at + 3);
                self.grammar.takes_object(&verb)
                    || asks
                    || strikes
                    || !happens() && !time() && self.is_free_plural(at + 1)
            }
            Pos::Adp | Pos::Adv => {
                self.lexicon.is_verb_only(this.entry)
                    || one_of!(next.hash, "into" | "off" | "through")
                    // "Orvia steps up support"
                    || one_of!(next.hash, "up" | "out" | "down" | "back") && self.is_nominal(at + 2)
                    // "Death toll rises to 41"
                    || one_of!(next.hash, "to" | "by") && self.part.get(at + 2).is_some_and(|word| word.pos == Pos::Num)
            }
            _ => false,
        }
    }

    /// Whether a heading opens with what does something rather than modifies a noun: a happening, an office.
    fn acts_by_nature(&self, at: usize) -> bool {
        let first = &self.part[at];
        let modifies = one_of!(
            self.part[at + 1].hash,
            "services" | "sales" | "works" | "goods" | "rights" | "affairs" | "talks" | "hopes"
        );
        (self.grammar.names_happening(first) || self.grammar.names_office(first)) && !modifies
    }

    /// Whether no noun stands at a place: that in front of it modifies none.
    fn closes(&self, at: usize) -> bool {
        self.part.get(at).is_none_or(|next| !matches!(next.pos, Pos::Noun | Pos::Propn))
    }

    /// "(grounds) flights": a plural that modifies no noun behind it; nouns that modify one are hardly ever plurals.
    fn is_free_plural(&self, at: usize) -> bool {
        // "arms sales", "sports clubs"
        let modifies = one_of!(self.part[at - 1].hash, "arms" | "sports" | "savings" | "sales" | "goods" | "works");
        self.part[at].is_plural() && self.closes(at + 1) && !modifies
    }

    /// "Court jails mayor, orders repayment of bribes": behind the verb of a heading and its comma a second verb in -s.
    fn find_second(&mut self, first: usize) {
        let second = (first + 2..self.part.len().saturating_sub(1)).find(|&at| {
            self.is_comma(at - 1)
                && self.part[at].pos == Pos::Noun
                && ends_in_s(self.text, &self.part[at])
                && self.lexicon.is_verb(self.part[at].entry)
                && match self.part[at + 1].pos {
                    Pos::Noun | Pos::Propn | Pos::Num | Pos::Det | Pos::Adj => true,
                    Pos::Adp => self.grammar.follows_report(&self.as_verb(at)),
                    _ => false,
                }
        });
        if let Some(at) = second {
            self.retag(at, VerbForm::Present);
        }
    }

    /// "Orvia says jet shot down near border": what is reported is a heading of its own.
    fn find_reported(&mut self, verb: usize) {
        if self.grammar.takes_only_clause(&self.part[verb]) && self.is_nominal(verb + 1) {
            let (text, lexicon, grammar) = (self.text, self.lexicon, self.grammar);
            Heading { text, part: &mut self.part[verb + 1..], lexicon, grammar }.find_verbs();
        }
    }
}
