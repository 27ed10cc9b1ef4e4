//! Clitics: "n't", "'s", the apostrophe of a plural.

use super::{Quote, Scanner};
use crate::token::abbreviation::Spelling;
use crate::token::{Gap, TokenKind, hash};

impl Scanner<'_> {
    /// The length of the apostrophe at `at`, 0 if there is none.
    pub(super) fn apostrophe(&self, at: usize) -> usize {
        match self.byte(at) {
            b'\'' => 1,
            // a backtick for an apostrophe, as old keyboards have it, only inside a word
            b'`' if self.byte(at + 1).is_ascii_alphabetic() => 1,
            0xE2 if self.bytes[at..].starts_with("’".as_bytes()) => 3,
            _ => 0,
        }
    }

    /// Whether what lies between the apostrophe and `tail` is 's, 're, 'll, n't ...
    pub(super) fn is_clitic(&self, end: usize, mark: usize, tail: usize) -> bool {
        match &self.bytes[end + mark..tail] {
            [a] => match a.to_ascii_lowercase() {
                b's' | b'd' | b'm' => true,
                b't' => end > 0 && self.bytes[end - 1].eq_ignore_ascii_case(&b'n'),
                _ => false,
            },
            [a, b] => matches!(&[a.to_ascii_lowercase(), b.to_ascii_lowercase()], b"re" | b"ll" | b"ve"),
            _ => false,
        }
    }

    /// Emits a word and the clitics behind it; the apostrophe of the first is at `end`. More may follow: "I'd've".
    pub(super) fn clitics(&mut self, start: usize, end: usize) -> bool {
        let (mut start, mut end) = (start, end);
        loop {
            let mark = self.apostrophe(end);
            let tail = if mark == 0 { end } else { self.letters(end + mark) };
            if mark == 0 || tail == end + mark || !self.is_clitic(end, mark, tail) {
                break;
            }
            let negation = self.bytes[end + mark].eq_ignore_ascii_case(&b't');
            let cut = if negation { end - 1 } else { end };
            if self.is_decade(start, end) && tail == end + mark + 1 && self.bytes[end + mark] == b's' {
                self.push(start, tail, TokenKind::Number); // the 1590's
                return true;
            }
            if cut > start {
                self.push(start, cut, TokenKind::Word);
                self.gap = Gap::Inside;
            }
            (start, end) = (cut, tail);
        }
        // nothing but an apostrophe is left: "workers'", "goin'", or the end of a quotation
        let mark = self.apostrophe(end);
        if mark == 0 {
            self.push(start, end, TokenKind::Word);
            self.gap = Gap::Tight;
            return true;
        }
        let last = self.bytes[end - 1].to_ascii_lowercase();
        let joined = hash(&self.bytes[start..end + mark]);
        if self.gap != Gap::Inside && self.spelling.has(joined, Spelling::CLIP)
            || last == b'n'
                && end - start > 3
                && self.bytes[end - 2].eq_ignore_ascii_case(&b'i')
                && self.quote == Quote::Closed
        {
            self.push(start, end + mark, TokenKind::Word);
            return true;
        }
        self.emit_word(start, end);
        if matches!(last, b's' | b'x' | b'z') && self.quote == Quote::Closed && self.byte(end + mark) != b'\'' {
            self.gap = Gap::Inside;
            self.push(end, end + mark, TokenKind::Word);
        }
        self.gap = Gap::Tight;
        true
    }

    /// Whether the digits are those of a decade or a century: "60", "1590".
    pub(super) fn is_decade(&self, start: usize, end: usize) -> bool {
        let word = &self.bytes[start..end];
        matches!(word.len(), 2 | 4) && word.iter().all(u8::is_ascii_digit) && word.last() == Some(&b'0')
    }
}
