//! What stands together at the end of a sentence: signs, closing quotation marks, brackets, citation marks, emoticons.

use super::{LONGEST_QUOTATION, Reader, Sign};
use crate::sentence::layout::{self, slice};
use crate::token::{Gap, Shape, TokenKind};

impl<'a> Reader<'a> {
    /// Joins the signs that stand together: "?!", "...?", ". . .". Returns what they are together and where they end.
    pub(super) fn run(&self, first: Sign, at: usize, end: usize) -> (Sign, usize) {
        let mut sign = first;
        let mut stop = at + 1;
        while stop < end {
            let tight = self.lexemes[stop].gap <= Gap::Tight;
            let next = self.sign(stop);
            let dots = matches!(sign, Sign::Period | Sign::Ellipsis)
                && next == Some(Sign::Period)
                && self.lexemes[stop].gap == Gap::Space;
            match next {
                Some(Sign::Abbreviation | Sign::Name) | None => break,
                Some(_) if dots => sign = Sign::Ellipsis,
                Some(Sign::Mark) if tight => sign = Sign::Mark,
                Some(Sign::Mark) if sign == Sign::Mark => {}
                Some(next) if tight => sign = if sign == Sign::Mark { sign } else { next },
                Some(_) => break,
            }
            stop += 1;
        }
        (sign, stop)
    }

    /// Skips what closes behind a sign: quotation marks, brackets, citation marks, closing tags.
    pub(super) fn close(&self, start: usize, run: usize, end: usize) -> usize {
        let mut at = run;
        while at < end {
            let lexeme = &self.lexemes[at];
            let tight = lexeme.gap <= Gap::Tight;
            let near = lexeme.gap <= Gap::Space;
            let word = slice(self.text, lexeme);
            if tight && layout::is_closer(self.text, lexeme) {
                at += 1;
            } else if near && word == "[" && self.citation(at, end).is_some() {
                at = self.citation(at, end).unwrap_or(at + 1);
            } else if near && at > run.saturating_sub(1) && self.is_emoticon(at) && self.is_free(at, end) {
                at += 1;
            } else if tight && word == "<" && self.tag(at, end).is_some() {
                at = self.tag(at, end).unwrap_or(at + 1);
            } else if word == "\"" && !tight && self.stands_apart(at, end) && self.is_inside_quotation(start, run) {
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    /// `[12]`, `[note 3]`, `[1][2]` behind a sign: where the mark ends.
    pub(super) fn citation(&self, at: usize, end: usize) -> Option<usize> {
        let close = (at + 2..end.min(at + 5)).find(|&i| self.word(i) == "]")?;
        let inner = &self.lexemes[at + 1..close];
        let omission = inner.len() == 1 && self.sign(at + 1) == Some(Sign::Ellipsis);
        let note = omission
            || self.word(close - 1) == "needed"
            || self.lexemes[close].end - self.lexemes[at].start <= 12
                && inner.iter().any(|lexeme| lexeme.shape.has(Shape::DIGIT))
            || matches!(slice(self.text, &inner[0]), "citation" | "note" | "edit" | "who" | "sic");
        note.then_some(close + 1)
    }

    /// ":-)", ":D", "😀" behind a sign go with the sentence that they colour.
    pub(super) fn is_emoticon(&self, at: usize) -> bool {
        let word = self.word(at).as_bytes();
        self.lexemes[at].kind == TokenKind::Symbol
            && word.len() > 1
            && matches!(word[0], b':' | b';' | b'=' | b'<' | b'>' | b'^' | 0xF0)
            && !matches!(word[1], b'<' | b'>' | b'=')
    }

    /// Whether nothing is glued on.
    pub(super) fn is_free(&self, at: usize, end: usize) -> bool {
        at + 1 >= end || self.lexemes[at + 1].gap > Gap::Tight || self.lexemes[at + 1].kind == TokenKind::Punctuation
    }

    /// `</em>`
    pub(super) fn tag(&self, at: usize, end: usize) -> Option<usize> {
        (at + 3 < end && self.word(at + 1) == "/" && self.word(at + 3) == ">").then_some(at + 4)
    }

    pub(super) fn stands_apart(&self, at: usize, end: usize) -> bool {
        at + 1 >= end || self.lexemes[at + 1].gap > Gap::Tight
    }

    /// Whether the sentence has an odd number of straight quotation marks up to `at`.
    pub(super) fn is_inside_quotation(&self, start: usize, at: usize) -> bool {
        (start.max(at.saturating_sub(LONGEST_QUOTATION))..at).filter(|&i| self.word(i) == "\"").count() % 2 == 1
    }

    /// "... of the treatment.11 12 Take the ...": note numbers that lost their raising. The first touches the period.
    pub(super) fn bare_citation(
        &self,
        sign: Sign,
        start: usize,
        run: usize,
        close: usize,
        end: usize,
    ) -> Option<usize> {
        if sign == Sign::Abbreviation || sign == Sign::Ellipsis || run < 2 {
            return None;
        }
        if self.lexemes[close].gap > Gap::Tight {
            // set apart: "... two bridges. 7 They were ..."
            let number = &self.lexemes[close];
            let note = number.gap == Gap::Space && number.kind == TokenKind::Number && number.end - number.start <= 2;
            let starts = close + 1 < end && self.starts(close + 1) && self.lexemes[close + 1].gap == Gap::Space;
            return (note && starts && self.marker(start).is_none()).then_some(close + 1);
        }
        if sign != Sign::Period || run != close {
            return None;
        }
        let before = &self.lexemes[run - 2];
        if before.kind != TokenKind::Word || before.shape.has(Shape::CAPITAL) {
            return None;
        }
        let mut stop = close;
        while stop < end && self.lexemes[stop].kind == TokenKind::Number && stop - close < 4 {
            stop += 1;
        }
        let capital = stop < end && self.lexemes[stop].shape.has(Shape::CAPITAL) && self.lexemes[stop].gap > Gap::Tight;
        (stop > close && capital).then_some(stop)
    }
}
