//! Punctuation, symbols, quotation marks, emoticons, and everything outside ASCII that is no letter.

use unicode_segmentation::UnicodeSegmentation;

use super::{LONGEST_CHAIN, Quote, Scanner, is_general_sign, is_punctuation, is_raised};
use crate::token::abbreviation::Spelling;
use crate::token::{Gap, TokenKind, hash};

impl Scanner<'_> {
    pub(super) fn sign(&mut self, byte: u8) {
        let at = self.at;
        let next = self.byte(at + 1);
        let loose = self.gap > Gap::Tight;
        if matches!(byte, b':' | b';' | b'=' | b'<' | b'>' | b'^') {
            if let Some(end) = self.emoticon(at) {
                return self.push(at, end, TokenKind::Symbol);
            }
        }
        match byte {
            b'\'' => self.quote_mark(at, 1),
            b'`' => {
                let pair = usize::from(next == b'`');
                self.push(at, at + 1 + pair, TokenKind::Punctuation);
            }
            b'@' => self.at_sign(),
            b'#' if loose && (next.is_ascii_alphabetic() || next >= 0x80 && self.is_alphanumeric(at + 1)) => {
                let end = self.tag_end(at + 1);
                self.push(at, end, TokenKind::Hashtag);
            }
            b'+' if loose && next.is_ascii_digit() => self.number(at),
            b'.' if next.is_ascii_digit() && (loose || self.follows_currency()) => self.number(at),
            b'.' if loose && next.is_ascii_alphabetic() && self.is_domain(at + 1, self.letters(at + 1)) => {
                let end = self.letters(at + 1);
                self.push(at, end, TokenKind::Word); // ".pdf"
            }
            b'_' if self.is_alphanumeric(at + 1) && loose => {
                self.push(at, at + 1, TokenKind::Punctuation);
            }
            b'!' | b'?' | b'.' => {
                let end = at + self.bytes[at..].iter().take_while(|b| matches!(b, b'!' | b'?' | b'.')).count();
                self.push(at, end, TokenKind::Punctuation);
            }
            b'-' if next == b'_' && self.byte(at + 2) == b'-' => self.push(at, at + 3, TokenKind::Symbol),
            b'-' | b'=' | b'<' | b'>' => {
                let mut end = at + self.bytes[at..].iter().take_while(|&&b| b == byte).count();
                // arrows: "->", "<--", "==>"
                let mut arrow = end;
                while arrow < end + LONGEST_CHAIN && matches!(self.byte(arrow), b'-' | b'=' | b'>') {
                    arrow += 1;
                }
                if arrow > end && (byte == b'<' || self.bytes[arrow - 1] == b'>') && byte != b'>' {
                    end = arrow;
                }
                let kind = if byte == b'-' { TokenKind::Punctuation } else { TokenKind::Symbol };
                self.push(at, end, kind);
            }
            b'*' | b'~' | b'_' | b'+' | b'#' => {
                let end = at + self.run_of(at, byte);
                let kind = if matches!(byte, b'_' | b'*') { TokenKind::Punctuation } else { TokenKind::Symbol };
                self.push(at, end, kind);
            }
            b'$' | b'%' | b'^' | b'|' | b'\\' | b'&' => self.push(at, at + 1, TokenKind::Symbol),
            _ => self.push(at, at + 1, TokenKind::Punctuation),
        }
    }

    /// A single straight or curly quotation mark that follows no word.
    pub(super) fn quote_mark(&mut self, at: usize, length: usize) {
        let next = at + length;
        if self.apostrophe(next) > 0 && self.byte(at) == self.byte(next) {
            return self.push(at, next + length, TokenKind::Punctuation); // '' for "
        }
        let loose = self.gap > Gap::Tight;
        let tail = self.letters(next);
        let before = self.out[self.base..].last().is_some_and(|p| {
            matches!(p.kind, TokenKind::Punctuation)
                && matches!(self.bytes[p.start as usize], b'(' | b'[' | b'"' | b'`' | b'-' | 0xE2)
        });
        if tail > next && (loose || before) {
            if self.spelling.has(hash(&self.bytes[at..tail]), Spelling::CLIP) && self.apostrophe(tail) == 0
                || self.spelling.may_split(hash(&self.bytes[at..tail]))
                    && self.spelling.parts(hash(&self.bytes[at..tail])).is_some()
            {
                self.emit_word(at, tail);
                return;
            }
            // '60s, '72: a year without its century
            let digits = self.digits(next);
            if digits == next + 2 && (tail == digits || &self.bytes[digits..tail] == b"s") {
                let stop = if self.apostrophe(tail) > 0 && self.byte(tail + self.apostrophe(tail)) == b's' {
                    tail + self.apostrophe(tail) + 1
                } else {
                    tail
                };
                return self.push(at, stop, TokenKind::Number);
            }
            if loose && self.is_clitic(at, length, tail) && (length == 3 || self.is_blank(tail)) {
                return self.push(at, tail, TokenKind::Word); // "it 's", written apart
            }
            self.quote = Quote::Open;
        } else if tail == next && !loose {
            self.quote = Quote::Closed;
        } else if tail > next && !loose && self.is_clitic(at, length, tail) && self.byte(tail) != b'\'' {
            // a clitic behind something that is no word: (x)'s, "Kid A"'s
            self.gap = Gap::Inside;
            self.push(at, tail, TokenKind::Word);
            return self.gap = Gap::Tight;
        }
        self.push(at, next, TokenKind::Punctuation);
    }

    /// Where the emoticon at `at` ends: eyes, a nose perhaps, a mouth, and nothing glued on.
    pub(super) fn emoticon(&self, at: usize) -> Option<usize> {
        let loose = self.gap > Gap::Tight;
        let rest = self.bytes.get(at..(at + 8).min(self.bytes.len()))?;
        if rest.starts_with(b"<3") && loose && !self.is_alphanumeric(at + 2) {
            return Some(at + 2);
        }
        if rest.starts_with(b"^_^") || rest.starts_with(b"^^") && loose {
            return Some(at + if rest[1] == b'_' { 3 } else { 2 });
        }
        let hat = usize::from(rest.first() == Some(&b'>'));
        if !matches!(rest.get(hat)?, b':' | b';' | b'=') {
            return None;
        }
        let nose = usize::from(matches!(rest.get(hat + 1)?, b'-' | b'\'' | b'o' | b'^'));
        let mouth = *rest.get(hat + nose + 1)?;
        let end = at + hat + nose + 2;
        match mouth {
            b')' | b'(' | b']' | b'[' => {
                if !loose && (nose == 0 && mouth != b')' || !self.is_blank(end)) || self.is_alphanumeric(end) {
                    return None;
                }
                Some(end + self.run_of(end, mouth))
            }
            b'D' | b'P' | b'p' | b'/' | b'\\' | b'|' | b'3' | b'O' | b'*' if loose && self.byte(at) != b'=' => {
                (!self.is_alphanumeric(end) && self.byte(end) != b'/').then_some(end)
            }
            _ => None,
        }
    }

    pub(super) fn wide(&mut self) {
        let at = self.at;
        let Some(c) = self.char_at(at) else {
            self.at += 1; // cannot be: `at` is on a boundary
            return;
        };
        let end = at + c.len_utf8();
        if !is_general_sign(c) && c.is_alphanumeric() && !is_raised(c) {
            if c.is_numeric() && !c.is_alphabetic() {
                let stop = self.letters(at);
                return self.push(at, stop, TokenKind::Number);
            }
            self.long_word(at, at);
            return;
        }
        match c {
            '\u{2028}' | '\u{2029}' | '\u{85}' => {
                self.at = end;
                self.break_line(c == '\u{2029}');
            }
            '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206F}'
            | '\u{FEFF}'
            | '\u{AD}' => {
                // invisible: no token, and a gap only where it stands for one
                self.at = end;
                if c == '\u{200B}' {
                    self.gap = self.gap.max(Gap::Space);
                }
            }
            _ if c.is_whitespace() || c.is_control() => {
                self.at = end;
                self.gap = self.gap.max(Gap::Space);
            }
            '’' => self.quote_mark(at, 3),
            '‘' => {
                let double = self.char_at(end) == Some('‘') || self.char_at(end) == Some('’');
                self.quote = if double { self.quote } else { Quote::Open };
                self.push(at, if double { end + 3 } else { end }, TokenKind::Punctuation);
            }
            '…' | '—' | '–' | '―' | '─' | '‐' | '‑' => {
                let mut stop = end;
                while self.char_at(stop) == Some(c) {
                    stop += c.len_utf8();
                }
                self.push(at, stop, TokenKind::Punctuation);
            }
            _ if is_punctuation(c) => self.push(at, end, TokenKind::Punctuation),
            _ => {
                // signs and emoji: one grapheme cluster, so that a flag or a family stays whole
                let cluster = self.text[at..].graphemes(true).next().map_or(c.len_utf8(), str::len);
                self.push(at, at + cluster, TokenKind::Symbol);
            }
        }
    }
}
