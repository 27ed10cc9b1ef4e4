//! Noun phrases: possessors, determiners, quantities, adjectives and nouns up to the head.

use super::super::word::{is_possessive_mark, is_possessive_pronoun, is_predeterminer, is_reflexive, is_wh, one_of};
use super::super::{Extent, Link, Phrase, PhraseId, is_quote_mark};
use super::Chunker;
use crate::tag::{Pos, VerbForm, Word, function};
use crate::token::{Gap, Shape};

/// A noun phrase without possessor.
pub(super) struct Nominal {
    pub last: usize,
    pub head: usize,
    pub pronoun: bool,
}

impl Nominal {
    pub fn pronoun(head: usize, last: usize) -> Self {
        Self { last, head, pronoun: true }
    }
}

/// What a row of nominal words has shown so far.
struct Seen {
    determined: bool,
    head: Option<usize>,
    adjective: Option<usize>,
    last: Option<Pos>,
}

/// Whether a word of the row belongs to the phrase.
enum Step {
    Take,
    /// It is a hyphen, and the part behind it belongs to the phrase as well.
    Part,
    /// It is the last word.
    End,
    Break,
}

impl Step {
    fn take_if(takes: bool) -> Self {
        if takes { Step::Take } else { Step::Break }
    }
}

impl Chunker<'_> {
    /// The noun phrases that start at `i`: one, with its possessors before it; `None` where none starts.
    pub(super) fn noun_phrases(&self, i: usize, phrases: &mut Vec<Phrase>) -> Option<usize> {
        let mut start = i;
        let mut possessor = None;
        loop {
            let Some(mut nominal) = self.nominal(start, possessor.is_some()) else {
                // "the governor's" with nothing behind it
                return possessor.map(|_| start);
            };
            if self.is_numbered(&nominal) {
                nominal.last += 1;
            }
            if self.is_abbreviated(nominal.last) {
                nominal.last += 3;
            }
            if !nominal.pronoun && self.is_emphatic(nominal.last) {
                nominal.last += 1;
            }
            let id = phrases.len() as PhraseId;
            let base = Extent::new(i as u32, nominal.last as u32);
            phrases.push(Phrase {
                base,
                full: base,
                head: nominal.head as u32,
                preposition: None,
                link: Link::Loose,
                possessor,
                pronoun: nominal.pronoun,
                time: self.is_time(nominal.head, start),
            });
            if let Some(owner) = possessor {
                phrases[owner as usize].link = Link::Possessor(id);
            }
            let possesses = self.word(nominal.last).is_some_and(is_possessive_mark)
                && (!nominal.pronoun
                    || function!(self.function(nominal.head), "one" | "everyone" | "somebody" | "someone" | "else"));
            if !possesses {
                return Some(nominal.last);
            }
            possessor = Some(id);
            start = nominal.last + 1;
        }
    }

    /// "the Institute for Border Studies (IBS) said": a short name in brackets is part of the name in front.
    fn is_abbreviated(&self, at: usize) -> bool {
        function!(self.function(at), "(")
            && function!(self.function(at + 2), ")")
            && self.word(at + 1).is_some_and(|name| name.shape.has(Shape::UPPER) && name.end - name.start > 1)
    }

    /// "as local residents themselves admit": a reflexive between a noun and a finite verb only stresses the noun.
    fn is_emphatic(&self, at: usize) -> bool {
        is_reflexive(self.function(at))
            && self.word(at + 1).is_some_and(|verb| match verb.pos {
                Pos::Aux => verb.form != VerbForm::Base,
                Pos::Verb => matches!(verb.form, VerbForm::Present | VerbForm::Past),
                _ => false,
            })
    }

    /// A noun phrase without possessor: where it ends and which word is its head.
    fn nominal(&self, start: usize, possessed: bool) -> Option<Nominal> {
        let first = self.word(start)?;
        match first.pos {
            Pos::Pron if !is_possessive_pronoun(first.function) => {
                if is_wh(first.function) {
                    return None;
                }
                let last = if function!(self.function(start + 1), "else") { start + 2 } else { start + 1 };
                return Some(Nominal::pronoun(start, last));
            }
            Pos::Det if is_wh(first.function) => return None,
            // "described how | four men broke in"
            Pos::Adv if function!(first.function, "how") && self.pos(start + 1) == Some(Pos::Num) => return None,
            Pos::Num if self.is_interval(start) => {
                let month = start + 3;
                let year = self.pos(month + 1) == Some(Pos::Num);
                return Some(Nominal { last: month + 1 + usize::from(year), head: month, pronoun: false });
            }
            _ => {}
        }
        let mut j = start;
        if self.opens_quantity(first) {
            if let Some(pronoun) = self.quantity_pronoun(start, first) {
                return Some(pronoun);
            }
            j = self.skip_quantifier(start);
        }
        let mut seen = Seen { determined: possessed, head: None, adjective: None, last: None };
        while let Some(word) = self.word(j) {
            match word.pos {
                Pos::Noun | Pos::Propn | Pos::X => {
                    if seen.head.is_some() && self.splits(start, j) {
                        break;
                    }
                    seen.head = Some(j);
                }
                Pos::Adj => {
                    if seen.head.is_some()
                        && (!self.nominal_follows(j + 1)
                            || self.opens_time(j)
                            || self.follows_date(start, j)
                            // "in some cases | such losses cannot be avoided"
                            || one_of!(word.hash, "such") && self.words[j - 1].pos == Pos::Noun
                            || self.is_disputed(start, j))
                    {
                        break;
                    }
                    seen.adjective = Some(j);
                }
                Pos::Det => {
                    if !self.determines(start, j, word, &seen) {
                        break;
                    }
                    seen.determined = true;
                }
                Pos::Num => {
                    if seen.head.is_some_and(|head| !self.takes_number(head, j)) {
                        break;
                    }
                    seen.head = Some(j);
                }
                // "an off-duty guard", "would-be killers"
                Pos::Adp | Pos::Aux
                    if seen.head.is_none()
                        && (j > start || word.pos == Pos::Aux)
                        && self.pos(j + 1) == Some(Pos::Punct)
                        && self.is_hyphen(j + 1) => {}
                Pos::Adp | Pos::Aux | Pos::Part | Pos::Sconj | Pos::Intj => break,
                // "it was not clear | how many doses"
                Pos::Adv if j > start && function!(word.function, "how") => break,
                _ => match self.step(start, j, &mut seen, possessed) {
                    Step::Take => {}
                    Step::Part => {
                        // "Abu-Sadiq named a deputy"
                        seen.last = Some(if seen.head == Some(j + 1) { Pos::Noun } else { Pos::Adj });
                        j += 2;
                        continue;
                    }
                    Step::End => {
                        j += 1;
                        break;
                    }
                    Step::Break => break,
                },
            }
            seen.last = Some(word.pos);
            j += 1;
        }
        settle(start, j, &seen, possessed)
    }

    /// "an assertion former officials have denied": behind an article of the singular and a noun for what is said, an adjective and a
    /// plural with a finite verb open a clause of their own.
    fn is_disputed(&self, start: usize, j: usize) -> bool {
        const LONGEST: usize = 4;
        let Some(rest) = self.words.get(j + 1..) else { return false };
        let length =
            rest.iter().take(LONGEST).take_while(|word| matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Adj)).count();
        function!(self.function(start), "a" | "an")
            && self.grammar.noun_takes_clause(&self.words[j - 1])
            && length > 0
            && rest[length - 1].is_plural()
            && rest.get(length).is_some_and(|verb| {
                verb.pos == Pos::Aux || verb.pos == Pos::Verb && matches!(verb.form, VerbForm::Past | VerbForm::Present)
            })
    }

    // ------------------------------------------------------------------ the words of a phrase

    /// What a word of a less usual class does to the phrase.
    #[inline(never)]
    fn step(&self, start: usize, j: usize, seen: &mut Seen, possessed: bool) -> Step {
        let word = &self.words[j];
        match word.pos {
            Pos::Punct | Pos::Sym if self.is_hyphen(j) => self.hyphenated_part(j + 1, seen),
            Pos::Punct => self.sign(start, j, word, seen),
            Pos::Sym => self.symbol(j, word, seen),
            Pos::Verb => self.verbal(start, j, word, seen, possessed),
            Pos::Adv => self.adverb(start, j, seen),
            Pos::Cconj => self.conjunction(j, seen),
            Pos::Pron => self.pronoun(start, j, word, seen),
            _ => Step::Break,
        }
    }

    fn determines(&self, start: usize, j: usize, word: &Word, seen: &Seen) -> bool {
        let behind_predeterminer = || j > 0 && is_predeterminer(self.function(j - 1));
        seen.head.is_none()
            && !is_wh(word.function)
            && (seen.adjective.is_none() || behind_predeterminer())
            && (j == start || seen.last == Some(Pos::Det) || behind_predeterminer())
    }

    fn pronoun(&self, start: usize, j: usize, word: &Word, seen: &mut Seen) -> Step {
        // "the mine", however it is tagged
        if function!(word.function, "mine") && seen.determined && seen.head.is_none() {
            seen.head = Some(j);
            return Step::Take;
        }
        // "all those held in the town"
        if function!(word.function, "those" | "these") && j == start + 1 && is_predeterminer(self.function(start)) {
            seen.head = Some(j);
            return Step::End;
        }
        // "all their homes", and possessives at the start
        let possesses = is_possessive_pronoun(word.function) && (j == start || is_predeterminer(self.function(j - 1)));
        seen.determined |= possesses;
        Step::take_if(possesses)
    }

    fn verbal(&self, start: usize, j: usize, word: &Word, seen: &mut Seen, possessed: bool) -> Step {
        let possessed = possessed && j == start;
        if self.is_noun_here(start, j, seen, possessed) {
            seen.head = Some(j);
            return Step::Take;
        }
        // "on June 13 held talks", "Net fell 16 per cent"
        let counted =
            seen.last == Some(Pos::Num) && (j < start + 2 || !matches!(self.pos(j - 2), Some(Pos::Noun | Pos::Propn)));
        let described = (counted || matches!(seen.last, Some(Pos::Det | Pos::Adj | Pos::Pron)))
            && !(word.form == VerbForm::Past && self.grammar.is_past(word))
            || seen.last == Some(Pos::Cconj) && self.is_joined_attribute(start, seen)
            || seen.last == Some(Pos::Adv) && seen.determined;
        let premodifies = (matches!(word.form, VerbForm::Gerund | VerbForm::Participle | VerbForm::Past)
            && (described || possessed || self.hyphenated(j))
            || word.gap == Gap::Tight && j > 0 && function!(self.function(j - 1), "-"))
            && self.nominal_follows(j + 1);
        if premodifies {
            seen.adjective = Some(j);
            return Step::Take;
        }
        if word.form == VerbForm::Gerund && (seen.determined || possessed) && seen.head.is_none() {
            // "the sinking of", "their crossing of"
            seen.head = Some(j);
            return Step::End;
        }
        Step::Break
    }

    /// "an end to the raids, full and sustained access": behind an adjective and "and" where no predicate can stand.
    fn is_joined_attribute(&self, start: usize, seen: &Seen) -> bool {
        let before = start.checked_sub(1).and_then(|before| self.word(before));
        seen.head.is_none()
            && (seen.determined || before.is_some_and(|word| word.pos == Pos::Adp || function!(word.function, ",")))
    }

    /// A noun that is tagged as a verb: "that stretch", "an arrest warrant has been issued".
    fn is_noun_here(&self, start: usize, j: usize, seen: &Seen, possessed: bool) -> bool {
        if !matches!(self.words[j].form, VerbForm::Base | VerbForm::Present) {
            return false;
        }
        let Some(head) = seen.head else {
            return possessed
                || seen.last == Some(Pos::Det) && !self.stands_alone(j - 1, j)
                || seen.determined && seen.last == Some(Pos::Pron);
        };
        // "which the firm says is safe"
        let reports = || {
            start > 0
                && function!(self.function(start - 1), "which" | "that" | "who" | "what")
                && self.grammar.takes_clause(&self.words[j])
        };
        // "a move opponents say would"
        let speaks = || self.grammar.names_speaker(&self.words[head]) && self.grammar.follows_report(&self.words[j]);
        head + 1 == j
            && !reports()
            && !speaks()
            && self.word(j + 1).is_some_and(|next| {
                next.pos == Pos::Aux
                    && matches!(next.form, VerbForm::Past | VerbForm::Present | VerbForm::Modal)
                    && next.gap != Gap::Inside
            })
    }

    /// "Some believe the", "these show that": a determiner is a subject by itself where the verb has an object or a clause.
    fn stands_alone(&self, determiner: usize, verb: usize) -> bool {
        let object = matches!(self.pos(verb + 1), Some(Pos::Det | Pos::Pron | Pos::Sconj | Pos::Propn))
            || function!(self.function(verb + 1), "that");
        object
            && self.words[verb].gap != Gap::Inside
            && function!(
                self.function(determiner),
                "some" | "all" | "most" | "many" | "few" | "several" | "both" | "these" | "those" | "this"
            )
    }

    fn adverb(&self, start: usize, j: usize, seen: &mut Seen) -> Step {
        // "young first-time offenders"
        if seen.head.is_none() && self.hyphenated(j) && self.is_hyphen(j + 1) && self.noun_behind_hyphens(j) {
            seen.adjective = Some(j);
            return Step::Take;
        }
        // "the port's badly damaged pier"
        let behind_possessor = || seen.determined && self.pos(j + 1) == Some(Pos::Verb);
        if seen.head.is_some() || j == start && !self.adverb_opens(j) && !behind_possessor() {
            return Step::Break;
        }
        let modifies = match self.pos(j + 1) {
            Some(Pos::Adj | Pos::Num | Pos::Det) => true,
            Some(Pos::Punct) if self.is_so_called(j) => true,
            Some(Pos::Verb) if seen.determined && self.nominal_follows(j + 2) => true,
            _ => seen.determined && self.nominal_follows(j + 1),
        };
        Step::take_if(modifies)
    }

    /// Whether an adverb can open a noun phrase: "nearly 40 homes", "very old houses", "not all".
    pub(super) fn adverb_opens(&self, j: usize) -> bool {
        // "when urban guerrillas attacked"
        if function!(self.function(j), "when" | "where" | "why" | "while") {
            return false;
        }
        // ", though local police denied it"
        if function!(self.function(j), "though") && self.opens_concession(j) {
            return false;
        }
        let next = &self.words[(j + 1).min(self.words.len() - 1)];
        if next.pos == Pos::Punct && (self.is_so_called(j) || self.is_hyphen(j + 1) && self.noun_behind_hyphens(j)) {
            return true;
        }
        next.pos == Pos::Num
            || next.pos == Pos::Adj && self.nominal_follows(j + 2)
            || next.pos == Pos::Det && function!(self.function(j), "not")
    }

    /// "so-called experts"
    fn is_so_called(&self, j: usize) -> bool {
        function!(self.function(j), "so")
            && self.is_hyphen(j + 1)
            && self.word(j + 2).is_some_and(|called| one_of!(called.hash, "called"))
            && self.nominal_follows(j + 3)
    }

    /// "old and rusty pipes", and the sign within a name.
    fn conjunction(&self, j: usize, seen: &Seen) -> Step {
        let within = seen.adjective.is_some_and(|adjective| adjective + 1 == j)
            && (seen.head.is_none() || seen.head <= seen.adjective)
            && self.word(j + 1).is_some_and(|next| {
                next.pos == Pos::Adj
                    // "asked for calm and said help was coming"
                    || next.pos == Pos::Verb
                        && next.form != VerbForm::Base
                        && !one_of!(next.hash, "said" | "says" | "told")
                    // "positive and self-reinforcing forces"
                    || self.hyphenated(j + 1) && self.noun_behind_hyphens(j + 1)
            })
            && (self.nominal_follows(j + 2) || self.hyphenated(j + 1));
        Step::take_if(within || self.joins_name(j))
    }

    /// "Marks & Spencer": the sign within a name.
    pub(super) fn joins_name(&self, at: usize) -> bool {
        let capital = |at: usize| {
            self.word(at)
                .is_some_and(|word| word.shape.has(Shape::CAPITAL) && matches!(word.pos, Pos::Noun | Pos::Propn))
        };
        function!(self.function(at), "&") && at > 0 && capital(at - 1) && capital(at + 1)
    }

    /// A hyphen or a slash between the parts of one word.
    pub(super) fn is_hyphen(&self, j: usize) -> bool {
        let word = &self.words[j];
        function!(word.function, "-" | "–" | "/")
            && word.gap == Gap::Tight
            && (word.pos == Pos::Punct || function!(word.function, "/"))
            && self.word(j + 1).is_some_and(|next| next.gap == Gap::Tight)
    }

    /// The part of a word at `j`, behind its hyphen; the part before it is no head.
    fn hyphenated_part(&self, j: usize, seen: &mut Seen) -> Step {
        // "passers-by": the particle closes the noun
        let closes = self.pos(j) == Some(Pos::Adp) && seen.head == Some(j - 2) && !self.nominal_follows(j + 1);
        if closes || matches!(self.pos(j), Some(Pos::Noun | Pos::Propn | Pos::Num | Pos::X)) {
            seen.head = Some(j);
        } else {
            seen.adjective = Some(j);
            if seen.head.is_some_and(|head| head + 2 == j) {
                seen.head = None;
            }
        }
        Step::Part
    }

    /// A comma between adjectives, a quotation mark in front of the noun.
    fn sign(&self, start: usize, j: usize, word: &Word, seen: &Seen) -> Step {
        let comma = function!(word.function, ",")
            && seen.adjective.is_some_and(|adjective| adjective + 1 == j)
            && seen.head.is_none_or(|head| Some(head) < seen.adjective)
            && self.pos(j + 1) == Some(Pos::Adj)
            && self.nominal_follows(j + 2)
            && !self.opens_name(j + 1)
            && (seen.determined || !self.is_reported(start, j));
        // a "Red Path" column
        let closes = || {
            is_quote_mark(word)
                && word.gap == Gap::Tight
                && self.word(j + 1).is_some_and(|next| next.pos == Pos::Noun && next.gap != Gap::Tight)
                && (start..j).any(|at| is_quote_mark(&self.words[at]))
        };
        let opens = seen.head.is_none() && is_quote_mark(word) && self.nominal_follows(j + 1);
        Step::take_if(comma || j > start && (opens || closes()))
    }

    /// "The town is calm, local officials said": behind a form of "be" and an adjective, a noun with a verb of its own.
    fn is_reported(&self, start: usize, comma: usize) -> bool {
        const LONGEST: usize = 5;
        let be = |at: usize| self.word(at).is_some_and(|word| word.pos == Pos::Aux);
        let behind_be =
            start > 0 && be(start - 1) || start > 1 && self.pos(start - 1) == Some(Pos::Adv) && be(start - 2);
        let rest = &self.words[comma + 1..];
        let nominal = |word: &&Word| matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Adj);
        let length = rest.iter().take(LONGEST).take_while(nominal).count();
        behind_be
            && (start..comma).all(|at| matches!(self.pos(at), Some(Pos::Adj | Pos::Adv)))
            && rest.get(length).is_some_and(|verb| match verb.pos {
                Pos::Aux => true,
                Pos::Verb => {
                    matches!(verb.form, VerbForm::Past | VerbForm::Present)
                        || verb.form == VerbForm::Participle && self.grammar.quotative(verb)
                }
                _ => false,
            })
    }

    /// "are not intimidated, Human Rights Watch said": a capital behind an adjective without one opens another phrase.
    fn opens_name(&self, j: usize) -> bool {
        let capital = |at: usize| self.word(at).is_some_and(|word| word.shape.has(Shape::CAPITAL));
        capital(j) && capital(j + 1) && !capital(j - 2)
    }

    fn symbol(&self, j: usize, word: &Word, seen: &mut Seen) -> Step {
        let belongs = match seen.head {
            None => matches!(self.pos(j + 1), Some(Pos::Num | Pos::Noun)),
            Some(_) => function!(word.function, "%" | "$" | "€" | "£"),
        };
        let belongs = belongs && !function!(word.function, "/");
        if belongs && function!(word.function, "%") {
            seen.head = Some(j);
        }
        Step::take_if(belongs)
    }

    // ------------------------------------------------------------------ ahead

    pub(super) fn hyphenated(&self, j: usize) -> bool {
        self.word(j + 1).is_some_and(|next| next.gap == Gap::Tight && function!(next.function, "-"))
    }

    /// "less-than-robust results": whether a noun can follow behind the parts of a word whose first is at `j`.
    fn noun_behind_hyphens(&self, mut j: usize) -> bool {
        let first = j;
        while j + 2 < self.words.len() && self.is_hyphen(j + 1) {
            j += 2;
        }
        j > first && matches!(self.pos(j), Some(Pos::Noun | Pos::Propn)) || self.nominal_follows(j + 1)
    }

    /// Whether a noun can follow from `i` on within the same phrase.
    pub(super) fn nominal_follows(&self, i: usize) -> bool {
        let Some(rest) = self.words.get(i..) else { return false };
        for (j, word) in rest.iter().take(6).enumerate() {
            match word.pos {
                Pos::Noun | Pos::Propn => return true,
                Pos::Num if j == 0 => return true,
                Pos::Adj => {}
                Pos::Adv if j == 0 => {}
                Pos::Cconj if j > 0 && rest[j - 1].pos == Pos::Adj => {}
                Pos::Verb if matches!(word.form, VerbForm::Gerund | VerbForm::Participle) => {}
                Pos::Punct if is_quote_mark(word) => {}
                Pos::Punct if word.gap == Gap::Tight && function!(word.function, "-" | "–") => {}
                _ => return false,
            }
        }
        false
    }
}

/// Chooses the head and the end once the row of nominal words has ended at `end`.
#[inline(always)]
fn settle(start: usize, end: usize, seen: &Seen, possessed: bool) -> Option<Nominal> {
    match (seen.head, seen.adjective) {
        (Some(head), _) => Some(Nominal { last: head + 1, head, pronoun: false }),
        // "the wounded", "their own", "the latest"
        (None, Some(adjective)) if seen.determined => {
            Some(Nominal { last: adjective + 1, head: adjective, pronoun: false })
        }
        _ if seen.determined && !possessed && end > start => Some(Nominal::pronoun(start, start + 1)),
        _ => None,
    }
}
