//! Where a sentence ends: the decision at each sign that may end one.

mod abbreviation;
mod close;
mod seam;

use std::cell::OnceCell;
use std::ops::Range;

use super::evidence::{self, Evidence};
use super::layout::{self, slice};
use crate::token::{Abbreviations, ByHash, Classes, Gap, Lexeme, Shape, TokenKind};

/// How far back the start of a quotation is looked for, in lexemes.
const LONGEST_QUOTATION: usize = 200;

/// A line of signs drawn across the page is at least so long, in bytes.
const SHORTEST_RULE: u32 = 8;

/// Reads the lexemes of one text.
pub(super) struct Reader<'a> {
    text: &'a str,
    lexemes: &'a [Lexeme],
    abbreviations: &'a Abbreviations,
    /// Hashes of the words that the text has without a capital: a capital on one of these starts a sentence. Gathered
    /// only where a doubtful abbreviation asks for it.
    lower: OnceCell<ByHash<()>>,
}

/// What may be the end of a sentence.
#[derive(Clone, Copy, PartialEq)]
enum Sign {
    Period,
    /// "!", "?" and their combinations.
    Mark,
    Ellipsis,
    /// A word with its own period.
    Abbreviation,
    /// "Yahoo!"
    Name,
    /// A sign that ends a sentence whatever follows: the full stop of Chinese and Japanese.
    Full,
}

/// What comes behind a sign and all that closes there.
#[derive(Clone, Copy)]
struct Next {
    /// The first lexeme, which may open a quotation or a bracket.
    first: usize,
    /// The first one that opens nothing.
    word: usize,
    gap: Gap,
    quote: bool,
    bracket: bool,
    case: Case,
}

#[derive(Clone, Copy, PartialEq)]
enum Case {
    Lower,
    Capital,
    Digit,
    /// A sign that goes on with a sentence: a comma, a colon.
    Inner,
    /// Any other sign.
    Other,
}

impl<'a> Reader<'a> {
    pub fn new(text: &'a str, lexemes: &'a [Lexeme], abbreviations: &'a Abbreviations) -> Self {
        Self { text, lexemes, abbreviations, lower: OnceCell::new() }
    }

    /// Where the sentence that starts at `start` ends, within `block`.
    pub fn sentence_end(&self, start: usize, block: &Range<usize>) -> usize {
        let marker = self.marker(start).filter(|marker| marker.end < block.end);
        if let Some(end) = self.label_end(start, block.end) {
            return end;
        }
        let mut at = marker.map_or(start, |marker| marker.end);
        loop {
            if marker.is_none() {
                at += self.lexemes[at..block.end].iter().take_while(|lexeme| self.is_plain(lexeme)).count();
            }
            if at >= block.end {
                return block.end;
            }
            if at > start && (self.is_bullet(at) || marker.is_some_and(|marker| self.is_next_item(marker, at))) {
                return at;
            }
            let Some(sign) = self.sign(at) else {
                at += 1;
                if at < block.end && self.is_seam(start, at, block.end) {
                    return at;
                }
                continue;
            };
            let (sign, run) = self.run(sign, at, block.end);
            let close = self.close(start, run, block.end);
            if close == block.end {
                return close;
            }
            match self.decide(sign, start, at, run, close, block.end) {
                // A surface token lies in one sentence, whatever it looks like: (Why?)'s.
                Some(end) if self.lexemes.get(end).is_none_or(|next| next.gap != Gap::Inside) => return end,
                _ => at = close.max(at + 1),
            }
        }
    }

    /// A word that decides nothing: most lexemes. Words in capitals may be a time ("11:21 AM") or a credit.
    #[inline]
    fn is_plain(&self, lexeme: &Lexeme) -> bool {
        (lexeme.kind == TokenKind::Word) & !lexeme.shape.has(Shape::PERIOD)
            && (!lexeme.shape.has(Shape::CAPITAL) || {
                self.byte(lexeme.end as usize - 1) != b'!'
                    && !matches!(lexeme.end - lexeme.start, 2)
                    && self.byte(lexeme.end as usize) != b':'
            })
    }

    /// The sign that the lexeme is, if it may end a sentence.
    fn sign(&self, at: usize) -> Option<Sign> {
        let lexeme = &self.lexemes[at];
        match lexeme.kind {
            TokenKind::Word if lexeme.shape.has(Shape::PERIOD) => Some(Sign::Abbreviation),
            TokenKind::Word if self.byte(lexeme.end as usize - 1) == b'!' => Some(Sign::Name),
            TokenKind::Punctuation => match self.byte(lexeme.start as usize) {
                b'.' if lexeme.end - lexeme.start == 1 => Some(Sign::Period),
                b'.' if slice(self.text, lexeme).ends_with(['!', '?']) => Some(Sign::Mark),
                b'.' => Some(Sign::Ellipsis),
                b'!' | b'?' => Some(Sign::Mark),
                0xE2 | 0xE3 | 0xEF | 0xD8 | 0xDB => match slice(self.text, lexeme).chars().next()? {
                    '…' => Some(Sign::Ellipsis),
                    '‼' | '⁇' | '⁈' | '⁉' | '؟' | '۔' => Some(Sign::Mark),
                    '。' | '！' | '？' | '｡' => Some(Sign::Full),
                    _ => None,
                },
                _ => None,
            },
            _ => None,
        }
    }

    /// Decides whether the sentence ends, and where: mostly at `close`.
    fn decide(&self, sign: Sign, start: usize, at: usize, run: usize, close: usize, end: usize) -> Option<usize> {
        if sign == Sign::Full {
            return Some(close);
        }
        if at == start {
            return None; // it has nothing to end: "... and so they left"
        }
        if let Some(stop) = self.bare_citation(sign, start, run, close, end) {
            return Some(stop);
        }
        if sign == Sign::Period && (self.is_caption(start, at) || self.is_inner_mark(start, at)) {
            return None;
        }
        let next = self.next(close, end);
        if next.word == end {
            return Some(end); // nothing but quotation marks and brackets, set apart: they close
        }
        if next.case == Case::Inner {
            return None;
        }
        let ends = match sign {
            Sign::Abbreviation => self.abbreviation_ends(start, at, close, next),
            Sign::Name => next.case == Case::Capital && self.starts(next.word),
            Sign::Ellipsis => return self.ellipsis_end(at, run, close, next),
            Sign::Mark => self.mark_ends(at, run, close, next, end),
            Sign::Period => self.period_ends(start, at, run, close, next),
            Sign::Full => true,
        };
        ends.then_some(close)
    }

    fn next(&self, first: usize, end: usize) -> Next {
        let mut next =
            Next { first, word: first, gap: self.lexemes[first].gap, quote: false, bracket: false, case: Case::Other };
        while next.word < end {
            let lexeme = &self.lexemes[next.word];
            match slice(self.text, lexeme) {
                "\"" | "“" | "‘" | "'" | "''" | "``" | "`" | "«" | "„" | "‚" => next.quote = true,
                "(" | "[" | "{" => next.bracket = true,
                "*" | "**" | "_" => {}
                _ => break,
            }
            next.word += 1;
        }
        if next.word < end {
            next.case = self.case(next.word);
        }
        next
    }

    fn case(&self, at: usize) -> Case {
        let lexeme = &self.lexemes[at];
        let word = slice(self.text, lexeme);
        match lexeme.kind {
            TokenKind::Number => Case::Digit,
            TokenKind::Punctuation => match word {
                "," | ";" | ":" | "." | "!" | "?" | "/" => Case::Inner,
                _ => Case::Other,
            },
            TokenKind::Word => match word.chars().find(|c| c.is_alphanumeric()) {
                Some(c) if c.is_lowercase() => Case::Lower,
                Some(c) if c.is_alphabetic() => Case::Capital,
                Some(_) => Case::Digit,
                None => Case::Other,
            },
            _ => Case::Other,
        }
    }

    fn period_ends(&self, start: usize, at: usize, run: usize, close: usize, next: Next) -> bool {
        let previous = &self.lexemes[at - 1];
        if next.gap <= Gap::Tight {
            // two sentences run together: "the end.The start"
            let plain = previous.kind == TokenKind::Word && !previous.shape.has(Shape::UPPER);
            let plain = plain || layout::is_closer(self.text, previous);
            return plain && next.case == Case::Capital && (close > run || next.word == next.first);
        }
        match next.case {
            Case::Lower => next.bracket || self.starts_small(start, at, run, close, next),
            Case::Digit => previous.kind != TokenKind::Symbol,
            _ => true,
        }
    }

    /// Whether a small letter starts a sentence behind a period, as careless writers have it.
    fn starts_small(&self, _start: usize, at: usize, run: usize, close: usize, next: Next) -> bool {
        let previous = &self.lexemes[at - 1];
        let length = previous.end - previous.start;
        let whole =
            length >= 3 || length == 2 && previous.kind == TokenKind::Word && !previous.shape.has(Shape::CAPITAL);
        run == close && whole && !next.quote
    }

    fn mark_ends(&self, at: usize, run: usize, close: usize, next: Next, end: usize) -> bool {
        if self.lexemes[at].gap <= Gap::Tight && matches!(self.word(at - 1), "(" | "[") && close > run {
            return false; // a doubt in brackets: (?)
        }
        if next.gap <= Gap::Tight {
            return next.case == Case::Capital && (next.quote || run == close);
        }
        if next.bracket && next.case == Case::Digit {
            return false; // a title and its year: "Viva Maria! (1965)"
        }
        let quoted = (run..close).any(|i| self.word(i) != ")" && self.word(i) != "]");
        match next.case {
            Case::Lower => close == run && !next.quote,
            Case::Capital if quoted => !self.reports(next.word, end),
            // "Why?" - he asked
            Case::Other if quoted && matches!(self.word(next.word), "-" | "--" | "–" | "—") => {
                next.word + 1 >= end || self.case(next.word + 1) != Case::Lower
            }
            _ => true,
        }
    }

    /// Whether a reporting clause starts here: "Anna Hale shouted".
    fn reports(&self, at: usize, end: usize) -> bool {
        for i in at..end.min(at + 5) {
            let lexeme = &self.lexemes[i];
            if lexeme.kind != TokenKind::Word {
                return false;
            }
            if i > at && evidence::of(lexeme.hash).has(Evidence::REPORTING) && !lexeme.shape.has(Shape::CAPITAL) {
                return true;
            }
            if !lexeme.shape.has(Shape::CAPITAL) {
                return false;
            }
        }
        false
    }

    fn ellipsis_end(&self, at: usize, run: usize, close: usize, next: Next) -> Option<usize> {
        if matches!(self.word(at - 1), "[" | "(") && close > run {
            return None; // an omission: [...]
        }
        let spaced = run - at == 4 && self.lexemes[at].gap <= Gap::Tight && self.lexemes[at + 1].gap == Gap::Space;
        if spaced && next.case == Case::Capital {
            return Some(at + 1); // a period, and the omission belongs to the next sentence
        }
        let hesitates = self.lexemes[at].gap > Gap::Tight && run - at > 1 && self.word(next.word) == "I";
        let ends = match next.case {
            Case::Capital => !hesitates,
            Case::Lower | Case::Inner => false,
            Case::Digit | Case::Other => next.quote || next.bracket,
        };
        let glued = next.gap <= Gap::Tight && (next.quote || self.lexemes[next.word].kind != TokenKind::Word);
        (ends && !glued).then_some(close)
    }

    fn classes(&self, lexeme: &Lexeme) -> Classes {
        self.abbreviations.classes(lexeme.hash, lexeme.shape.has(Shape::CAPITAL))
    }

    fn word(&self, at: usize) -> &'a str {
        self.lexemes.get(at).map_or("", |lexeme| slice(self.text, lexeme))
    }

    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }
}
