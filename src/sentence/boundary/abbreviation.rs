//! Whether an abbreviation is the last word of its sentence.

use super::{Case, Next, Reader};
use crate::sentence::evidence::{self, Evidence};
use crate::sentence::layout::slice;
use crate::token::{AbbreviationClass, Classes, Gap, Lexeme, Shape, TokenKind};

impl<'a> Reader<'a> {
    /// Whether an abbreviation is the last word of its sentence.
    pub(super) fn abbreviation_ends(&self, start: usize, at: usize, close: usize, next: Next) -> bool {
        use AbbreviationClass as Class;
        let lexeme = &self.lexemes[at];
        if next.gap <= Gap::Tight || matches!(next.case, Case::Lower | Case::Inner) {
            return false;
        }
        let classes = self.classes(lexeme);
        let starts = self.starts(next.word);
        if classes.has(Class::Title) || classes.has(Class::Inner) {
            return starts && classes.has(Class::Final) && close == at + 1;
        }
        if close > at + 1 {
            // "(formerly Acme Inc.) The", but "Executive Order (E.O.) 12938"
            return self.word(at - 1) != "(" || starts;
        }
        if next.quote || next.bracket {
            return !next.bracket && next.case == Case::Capital && !self.is_initial(at);
        }
        if self.is_phrase(start, at) {
            return false;
        }
        match next.case {
            Case::Digit => false,
            Case::Other => false,
            _ if starts => true,
            _ if self.is_initial(at) => false,
            _ => self.ends_before_name(lexeme, classes, at, next.word),
        }
    }

    /// The hard case: a capital behind an abbreviation that may end a sentence, and the word is none that starts sentences.
    pub(super) fn ends_before_name(&self, lexeme: &Lexeme, classes: Classes, at: usize, next: usize) -> bool {
        use AbbreviationClass as Class;
        let word = &self.lexemes[next];
        let evidence = evidence::of(word.hash);
        if evidence.has(Evidence::HONORIFIC) {
            return true;
        }
        let follows = self.classes(word);
        if follows.has(Class::Month) || evidence.has(Evidence::FOLLOWER) {
            return false;
        }
        if classes.has(Class::Month) {
            return !follows.has(Class::Title);
        }
        let abbreviation = slice(self.text, lexeme);
        let dotted = abbreviation.matches('.').count() > 1;
        // "A.G. Hale" has initials, "at Acme A.G." has none
        let before = &self.lexemes[at - 1];
        let attached = before.kind == TokenKind::Number
            || before.shape.has(Shape::CAPITAL)
            || abbreviation.starts_with(char::is_lowercase);
        let class = if dotted && !attached { Evidence::default() } else { evidence::of(lexeme.hash) };
        if class.has(Evidence::CLOSING) {
            return !word.shape.has(Shape::UPPER);
        }
        if follows.has(Class::Title) {
            return false;
        }
        let place = self.word(at - 1) == "," || abbreviation == "D.C.";
        class.has(Evidence::COMPANY)
            || classes.has(Class::Unit) && !word.shape.has(Shape::PERIOD)
            || place && classes.has(Class::Final)
            || !dotted && self.is_common(word)
    }

    /// Whether the text has the word without a capital too.
    pub(super) fn is_common(&self, word: &Lexeme) -> bool {
        let lower = self.lower.get_or_init(|| {
            let small = |lexeme: &&Lexeme| {
                lexeme.kind == TokenKind::Word && self.byte(lexeme.start as usize).is_ascii_lowercase()
            };
            self.lexemes.iter().filter(small).map(|lexeme| (lexeme.hash, ())).collect()
        });
        lower.contains_key(&word.hash)
    }

    /// "J." or "J.R.", before which a name may stand and behind which one follows; no network: "wrote on X."
    pub(super) fn is_initial(&self, at: usize) -> bool {
        let word = self.word(at);
        let network = || word == "X." && at > 0 && matches!(self.word(at - 1), "on" | "via");
        word.len() == 2 && word.as_bytes()[0].is_ascii_uppercase() && !network()
    }

    /// Whether the sentence so far is a phrase of time or place only: "At 5 a.m."
    pub(super) fn is_phrase(&self, start: usize, at: usize) -> bool {
        at - start <= 4 && evidence::of(self.lexemes[start].hash).has(Evidence::LEADER)
    }

    pub(super) fn starts(&self, at: usize) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| {
            lexeme.kind == TokenKind::Word
                && lexeme.shape.has(Shape::CAPITAL)
                && evidence::of(lexeme.hash).has(Evidence::STARTER)
                && !lexeme.shape.has(Shape::PERIOD)
        })
    }
}
