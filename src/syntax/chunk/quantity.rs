//! Quantities and times inside noun phrases: "at least 40 homes", "most of", "article 5", "the mayor Wednesday".

use super::super::word::{is_possessive_mark, is_year, one_of};
use super::Chunker;
use super::nominal::Nominal;
use crate::tag::{FunctionSet, Pos, Word, function};
use crate::token::{Gap, Shape};

impl Chunker<'_> {
    /// Whether what opens with the word may be a quantity: "at least", "most of", "no one".
    pub(super) fn opens_quantity(&self, word: &Word) -> bool {
        OPENERS.has(word.function)
    }

    /// "no one", "most of": a noun phrase without a noun.
    pub(super) fn quantity_pronoun(&self, start: usize, first: &Word) -> Option<Nominal> {
        let second = self.function(start + 1);
        let no_one = function!(first.function, "no") && function!(second, "one");
        if no_one && !matches!(self.pos(start + 2), Some(Pos::Noun | Pos::Propn | Pos::Adj)) {
            return Some(Nominal::pronoun(start + 1, start + 2));
        }
        let partitive = function!(second, "of") && PARTITIVES.has(first.function);
        partitive.then(|| Nominal::pronoun(start, start + 1))
    }

    /// Skips "at least", "more than", "up to", "about" and the like in front of a number.
    pub(super) fn skip_quantifier(&self, start: usize) -> usize {
        let first = &self.words[start];
        if matches!(first.pos, Pos::Noun | Pos::Propn | Pos::Num | Pos::Pron) {
            return start;
        }
        let first = first.function;
        let second = self.function(start + 1);
        let two = function!(first, "at") && function!(second, "least" | "most")
            || function!(first, "more" | "less" | "fewer" | "other") && function!(second, "than")
            || function!(first, "up" | "close") && function!(second, "to");
        let three = || {
            let third = self.function(start + 2);
            function!(first, "no") && function!(second, "fewer" | "less" | "more") && function!(third, "than")
                || function!(first, "as") && function!(second, "many" | "few" | "much") && function!(third, "as")
        };
        let length = match () {
            () if APPROXIMATORS.has(first) => 1,
            () if two => 2,
            () if three() => 3,
            () => return start,
        };
        let at = start + length;
        if function!(first, "between") && (self.is_interval(at) || self.joins_years(at)) {
            return start;
        }
        let article = function!(self.function(at), "a" | "an");
        let at = if article && (self.pos(at + 1) == Some(Pos::Num) || self.is_fraction(at + 1)) { at + 1 } else { at };
        match self.pos(at) {
            Some(Pos::Num) => at,
            // "at least half of the hospitals", "as many as a third"
            _ if self.is_fraction(at) => at,
            // tens that are tagged as adjectives
            Some(Pos::Adj) if one_of!(self.words[at].hash, "forty" | "seventy" | "eighty" | "ninety") => at,
            // "about $40 billion", "over 100,000"
            Some(Pos::Sym) if self.pos(at + 1) == Some(Pos::Num) => at + 1,
            _ => start,
        }
    }

    /// "1 and 11 March", "3 to 9 May": days of one month.
    pub(super) fn is_interval(&self, at: usize) -> bool {
        self.pos(at) == Some(Pos::Num)
            && self.word(at + 1).is_some_and(|and| one_of!(and.hash, "and" | "to"))
            && self.pos(at + 2) == Some(Pos::Num)
            && self.word(at + 3).is_some_and(|month| month.shape.has(Shape::CAPITAL) && self.grammar.is_time(month))
    }

    /// "1990 and 1994": a number with four digits, and another that no noun follows.
    fn joins_years(&self, at: usize) -> bool {
        let year = |at: usize| self.word(at).is_some_and(is_year);
        year(at) && year(at + 2) && !matches!(self.pos(at + 3), Some(Pos::Noun | Pos::Adj | Pos::Propn))
    }

    fn is_fraction(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            word.pos == Pos::Noun
                && one_of!(
                    word.hash,
                    "half" | "third" | "quarter" | "fifth" | "sixth" | "eighth" | "tenth" | "majority"
                )
        })
    }

    /// "flight 12", "article 5": a number behind the noun that it tells from others of its kind.
    pub(super) fn is_numbered(&self, nominal: &Nominal) -> bool {
        let number = self.word(nominal.last);
        let noun = &self.words[nominal.head];
        number.is_some_and(|word| word.pos == Pos::Num && word.shape.has(Shape::DIGIT))
            && noun.pos == Pos::Noun
            && nominal.head + 1 == nominal.last
            && !self.grammar.is_time(noun)
            && !matches!(self.pos(nominal.last + 1), Some(Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num | Pos::Sym))
    }

    /// "May 5", "Flight 800": a number behind the head belongs to it; so does one within "a magnitude 6 earthquake".
    pub(super) fn takes_number(&self, head: usize, j: usize) -> bool {
        let word = &self.words[head];
        head + 1 == j
            && !self.grammar.is_weekday(word)
            && (matches!(word.pos, Pos::Num | Pos::Sym) || word.shape.has(Shape::CAPITAL) || self.grades(head, j))
    }

    /// "a magnitude | 6 | earthquake": a singular noun behind its article, a number, and the noun that both describe.
    fn grades(&self, head: usize, number: usize) -> bool {
        head > 0
            && function!(self.function(head - 1), "a" | "an")
            && self.pos(head) == Some(Pos::Noun)
            && self.pos(number + 1) == Some(Pos::Noun)
            && self.pos(number + 2) != Some(Pos::Adj)
            && ![head, number + 1].iter().any(|&noun| self.grammar.is_time(&self.words[noun]))
    }

    // ------------------------------------------------------------------ times

    pub(super) fn is_time(&self, head: usize, first: usize) -> bool {
        let time = |at: usize| {
            let word = &self.words[at];
            // "their march" is no month, "the old quarter" is a place
            self.grammar.is_time(word)
                && (word.shape.has(Shape::CAPITAL) || !function!(word.function, "march" | "may"))
                && !(one_of!(word.hash, "quarter" | "quarters") && at > first && self.is_described(at - 1))
        };
        let number = |at: usize| self.words[at].pos == Pos::Num;
        // "May 2015", "4 May 2015"
        time(head)
            || number(head) && head > first && (time(first) || number(first) && first + 1 < head && time(first + 1))
    }

    /// Whether the word says what kind of thing the next one is, not which of a row it is.
    fn is_described(&self, at: usize) -> bool {
        let word = &self.words[at];
        matches!(word.pos, Pos::Adj | Pos::Noun | Pos::Propn)
            && !function!(word.function, "next" | "last" | "previous")
            && !one_of!(word.hash, "first" | "second" | "third" | "fourth" | "final" | "past" | "current" | "fiscal")
    }

    /// "a move | opponents say would": in front of a report with another finite verb behind it, several people are its subject.
    fn reports_between(&self, j: usize) -> bool {
        let behind = if self.pos(j + 2) == Some(Pos::Adv) { j + 3 } else { j + 2 };
        self.grammar.names_speaker(&self.words[j])
            && self.is_finite(j + 1)
            && self.is_finite(behind)
            && self.words[j + 1].pos == Pos::Verb
            && self.grammar.follows_report(&self.words[j + 1])
            && self.words[j - 1].pos == Pos::Noun
    }

    /// "Monday rebels": a weekday and what follows are two phrases; so are a small word and a name after a time.
    pub(super) fn splits(&self, start: usize, j: usize) -> bool {
        let (before, word) = (&self.words[j - 1], &self.words[j]);
        if function!(word.function, "today" | "yesterday" | "tomorrow" | "tonight") {
            return true;
        }
        if self.follows_date(start, j) {
            return true;
        }
        // "fired at the capital overnight"
        if one_of!(word.hash, "overnight") {
            return !self.nominal_follows(j + 1);
        }
        // "a charge Lima rejected", "a claim rebels dismissed": who does something to a statement that no "that" joins to it
        if (word.pos == Pos::Propn || word.is_plural())
            && j == start + 2
            && function!(self.function(start), "a" | "an")
            && self.grammar.noun_takes_clause(before)
        {
            let verb = self.words[j + 1..].iter().find(|word| word.pos != Pos::Propn);
            return verb.is_some_and(|verb| verb.pos == Pos::Verb && self.grammar.takes_statement(verb));
        }
        // "Last week | Hale said"
        if word.pos == Pos::Propn
            && j == start + 2
            && one_of!(
                before.hash,
                "week" | "month" | "year" | "night" | "weekend" | "spring" | "summer" | "autumn" | "fall" | "winter"
            )
            && one_of!(self.words[start].hash, "last" | "this" | "next")
        {
            return true;
        }
        if before.is_plural() && self.follows_setting(start, j) {
            return true;
        }
        // "a move opponents say would", "the man prosecutors say killed"
        if self.reports_between(j) {
            return true;
        }
        // "took two clerks hostage"
        if function!(word.function, "hostage" | "captive") {
            return !self.word(j + 1).is_some_and(|next| matches!(next.pos, Pos::Noun | Pos::Propn));
        }
        if self.grammar.is_weekday(before) {
            return !self.grammar.is_day_part(word);
        }
        // "endorsed the mayor Wednesday", but "Good Friday", "Saturday Night Wednesday Show", "the council's Monday meeting"
        if self.grammar.is_weekday(word)
            && !self.grammar.names_day(before)
            && self
                .word(j + 1)
                .is_none_or(|next| !matches!(next.pos, Pos::Noun | Pos::Propn) || self.grammar.is_day_part(next))
        {
            return !self.word(j + 1).is_some_and(is_possessive_mark);
        }
        function!(before.function, "today" | "yesterday" | "tomorrow" | "tonight")
            && j > start
            && word.gap != Gap::Inside
            && !self.grammar.is_day_part(word)
    }

    /// "In May 2015 border guards crossed", "On Monday Karnian jets bombed": behind a date that a preposition at the start of a
    /// clause holds, the subject of the verb behind it.
    pub(super) fn follows_date(&self, start: usize, j: usize) -> bool {
        const LONGEST: usize = 5;
        let before = &self.words[j - 1];
        let year = |word: &Word| {
            word.pos == Pos::Num
                && word.end - word.start == 4
                && word.shape.has(Shape::DIGIT)
                && word.gap != Gap::Inside
        };
        let opens = || match start {
            0 => false,
            1 => matches!(self.words[0].pos, Pos::Adp | Pos::Sconj),
            _ => {
                matches!(self.words[start - 1].pos, Pos::Adp | Pos::Sconj)
                    && matches!(self.words[start - 2].pos, Pos::Punct | Pos::Cconj | Pos::Sconj)
            }
        };
        let dates = |word: &Word| {
            word.pos == Pos::Num
                || self.grammar.is_time(word)
                || one_of!(word.hash, "early" | "late" | "mid" | "-" | "recent" | "last")
        };
        (year(before) || self.grammar.is_time(before) && before.shape.has(Shape::CAPITAL))
            && opens()
            && self.words[start..j].iter().all(dates)
            && !dates(&self.words[j])
            && {
                let row = self.words[j..].iter().take(LONGEST + 1);
                let length = row.take_while(|word| matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Adj)).count();
                let adverb = usize::from(self.pos(j + length) == Some(Pos::Adv));
                length <= LONGEST && self.is_finite(j + length + adverb)
            }
    }

    /// "In some raids | homes were hit": behind a plural with its determiner that a preposition at the start of a clause holds, a plural
    /// in front of a finite verb is the subject.
    fn follows_setting(&self, start: usize, j: usize) -> bool {
        let (before, word) = (&self.words[j - 1], &self.words[j]);
        let opens = || {
            self.pos(start.wrapping_sub(1)) == Some(Pos::Adp)
                && (start == 1 || matches!(self.words[start - 2].pos, Pos::Punct | Pos::Cconj | Pos::Sconj))
        };
        let counts = || {
            let first = &self.words[start];
            function!(first.function, "some" | "many" | "most" | "these" | "those" | "all" | "both" | "few" | "other")
                || one_of!(first.hash, "several" | "certain" | "numerous" | "various")
        };
        j > start + 1
            && word.is_plural()
            && before.pos == Pos::Noun
            && word.pos == Pos::Noun
            && start > 0
            && opens()
            && counts()
            && self.is_finite(j + 1)
    }

    /// "next week", "last Tuesday" behind another noun phrase.
    pub(super) fn opens_time(&self, j: usize) -> bool {
        function!(self.function(j), "next" | "last" | "this" | "previous" | "early" | "late" | "earlier" | "later")
            && self.word(j + 1).is_some_and(|word| self.grammar.is_time(word))
    }
}

/// "about" in front of a number.
#[rustfmt::skip]
static APPROXIMATORS: FunctionSet = FunctionSet::of(&[
    "over", "under", "about", "around", "nearly", "almost", "some", "roughly", "approximately", "only", "just", "between",
]);

/// "most" in "most of".
#[rustfmt::skip]
static PARTITIVES: FunctionSet = FunctionSet::of(&[
    "several", "many", "few", "most", "much", "some", "all", "both", "each", "half", "none", "any",
]);

static OPENERS: FunctionSet = FunctionSet::of(&["at", "more", "less", "fewer", "other", "up", "close", "no", "as"])
    .or(APPROXIMATORS)
    .or(PARTITIVES);
