//! Where sentences meet without a sign: links, time stamps, farewells, labels, list items.

use super::{Reader, SHORTEST_RULE};
use crate::sentence::evidence::{self, Evidence};
use crate::sentence::layout::{self, Close, Marker, Style};
use crate::token::{Gap, Shape, TokenKind};

impl<'a> Reader<'a> {
    /// Whether a sentence ends before `at` although no sign stands there.
    pub(super) fn is_seam(&self, start: usize, at: usize, end: usize) -> bool {
        let (last, next) = (&self.lexemes[at - 1], &self.lexemes[at]);
        if next.gap != Gap::Space && next.gap != Gap::Line {
            return false;
        }
        let capital = next.kind == TokenKind::Word && next.shape.has(Shape::CAPITAL);
        match last.kind {
            // an address in full, and something new: a list of links, or the next line of a letter
            TokenKind::Url => {
                let scheme = self.word(at - 1).contains("://");
                scheme && (capital || next.kind == TokenKind::Url && self.word(at).contains("://"))
            }
            TokenKind::Symbol if capital && self.is_emoticon(at - 1) => self.starts(at) || self.word(at) == "I",
            TokenKind::Symbol | TokenKind::Punctuation if last.end - last.start >= SHORTEST_RULE => {
                !matches!(next.kind, TokenKind::Punctuation)
            }
            TokenKind::Word if capital => self.is_time_stamp(at - 1),
            TokenKind::Punctuation if capital && self.word(at - 1) == "," => self.is_valediction(start, at - 1),
            TokenKind::Punctuation if self.word(at - 1) == ":" => {
                self.word(at) == "--" && at + 1 < end && self.lexemes[at + 1].shape.has(Shape::CAPITAL)
                    || capital && self.is_run_in_heading(start, at - 1)
            }
            _ if matches!(next.kind, TokenKind::Punctuation | TokenKind::Symbol) => {
                next.end - next.start >= SHORTEST_RULE
            }
            _ => false,
        }
    }

    /// "03/05/1998 09:40 AM" up to `at`: the head of a forwarded letter.
    pub(super) fn is_time_stamp(&self, at: usize) -> bool {
        at >= 2
            && matches!(self.word(at), "AM" | "PM")
            && self.lexemes[at - 2].kind == TokenKind::Number
            && self.word(at - 1).contains(':')
            && self.word(at - 2).matches('/').count() == 2
    }

    /// "Best regards," up to `comma`.
    pub(super) fn is_valediction(&self, start: usize, comma: usize) -> bool {
        comma - start <= 3
            && comma > start
            && self.lexemes[start].shape.has(Shape::CAPITAL)
            && (start..comma).all(|i| evidence::of(self.lexemes[i].hash).has(Evidence::VALEDICTION))
    }

    /// "FCC COUNSEL JOINS FIRM:" up to `colon`: a heading in capitals that runs into its text.
    pub(super) fn is_run_in_heading(&self, start: usize, colon: usize) -> bool {
        let words = &self.lexemes[start..colon];
        words.len() >= 2
            && words.len() <= 12
            && words.iter().all(|lexeme| lexeme.kind != TokenKind::Word || lexeme.shape.has(Shape::UPPER))
            && words.iter().filter(|lexeme| lexeme.kind == TokenKind::Word && lexeme.end - lexeme.start > 2).count()
                >= 2
    }

    /// Where a label ends that stands before its caption: "Figure 1.5 The harbour at night".
    pub(super) fn label_end(&self, start: usize, end: usize) -> Option<usize> {
        let number = self.lexemes.get(start + 1).filter(|number| number.kind == TokenKind::Number)?;
        let next = self.lexemes.get(start + 2).filter(|next| start + 2 < end && next.gap == Gap::Space)?;
        let label = self.word(start + 1).contains('.') && number.gap == Gap::Space && self.is_label(start);
        (label && next.shape.has(Shape::CAPITAL)).then_some(start + 2)
    }

    /// "Figure 2." and no more, up to the period at `at`.
    pub(super) fn is_caption(&self, start: usize, at: usize) -> bool {
        at == start + 2 && self.lexemes[start + 1].kind == TokenKind::Number && self.is_label(start)
    }

    pub(super) fn is_label(&self, at: usize) -> bool {
        self.lexemes[at].shape.has(Shape::CAPITAL) && evidence::of(self.lexemes[at].hash).has(Evidence::LABEL)
    }

    /// The mark of an item inside a sentence, its period at `at`: "two claims: 1. that ..."
    pub(super) fn is_inner_mark(&self, start: usize, at: usize) -> bool {
        let number = &self.lexemes[at - 1];
        number.kind == TokenKind::Number
            && number.end - number.start <= 2
            && self.lexemes[at].gap <= Gap::Tight
            && (at >= start + 2 && self.word(at - 2) == ":"
                || at == start + 2 && matches!(self.word(start), "*" | "\"" | "“"))
    }

    pub(super) fn marker(&self, at: usize) -> Option<Marker> {
        layout::marker(self.text, self.lexemes, at)
    }

    pub(super) fn is_bullet(&self, at: usize) -> bool {
        self.byte(self.lexemes[at].start as usize) == 0xE2 && matches!(self.word(at), "•" | "⁃" | "‣" | "▪" | "●" | "■")
    }

    pub(super) fn is_next_item(&self, marker: Marker, at: usize) -> bool {
        let lexeme = &self.lexemes[at];
        if lexeme.gap < Gap::Space || marker.style == Style::Bullet {
            return false;
        }
        let Some(next) = self.marker(at) else { return false };
        if matches!(self.word(at - 1), "," | "and" | "or" | "&") {
            return false; // "A. Hale, B. Roe and C. Lee"
        }
        let strict = matches!(marker.style, Style::Number(Close::Period) | Style::Letter(Close::Period));
        (next.value == marker.value + 1 || strict && next.value + 1 == marker.value)
            && next.style == marker.style
            && (!strict || self.lexemes.get(next.end).is_some_and(|word| word.shape.has(Shape::CAPITAL)))
    }
}
