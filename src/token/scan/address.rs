//! Web addresses, e-mail addresses, file names, handles.

use super::{CLASS, LINE, Scanner};
use crate::token::{Gap, TokenKind};

impl Scanner<'_> {
    pub(super) fn is_address(&self, start: usize, end: usize) -> bool {
        let rest = self.bytes.get(end + 1..).unwrap_or_default();
        let scheme = &self.bytes[start..end];
        rest.starts_with(b"//") && rest.len() > 2 && CLASS[rest[2] as usize] > LINE
            || (scheme.eq_ignore_ascii_case(b"mailto") || scheme.eq_ignore_ascii_case(b"doi"))
                && rest.first().is_some_and(u8::is_ascii_alphanumeric)
    }

    /// Where an address ends that is known to reach at least to `from`: at a blank or a quotation mark, less the
    /// punctuation that closes the sentence around it.
    pub(super) fn address_end(&self, start: usize, from: usize) -> usize {
        let mut end = from;
        let mut open = 0usize;
        while let Some(c) = self.char_at(end) {
            let stops =
                matches!(c, '<' | '>' | '"' | '`' | '“' | '”' | '‘' | '’' | '«' | '»' | '|' | '{' | '}' | '\u{200B}');
            if stops || c.is_whitespace() || c.is_control() {
                break;
            }
            open += usize::from(c == '(');
            end += c.len_utf8();
        }
        while end > from {
            match self.bytes[end - 1] {
                b')' if open > 0 => break,
                b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b')' | b']' | b'*' => end -= 1,
                _ => break,
            }
        }
        end.max(start + 1)
    }

    /// A host or file name, with its path if it has one.
    pub(super) fn host(&mut self, start: usize, end: usize) -> bool {
        let path = matches!(self.byte(end), b'/' | b'?' | b'#') && self.is_alphanumeric(end + 1);
        let stop = if path { self.address_end(start, end) } else { end };
        self.push(start, stop, TokenKind::Url);
        true
    }

    /// "@": an address if letters are glued to both sides, else a handle or a sign.
    pub(super) fn at_sign(&mut self) {
        let at = self.at;
        let mut first = self.out.len();
        let mut gap = self.gap;
        if self.is_alphanumeric(at + 1) && gap <= Gap::Tight {
            while first > self.base && gap <= Gap::Tight {
                let lexeme = &self.out[first - 1];
                let local = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+' | b'%');
                if !self.bytes[lexeme.start as usize..lexeme.end as usize].iter().all(local) {
                    break;
                }
                gap = lexeme.gap;
                first -= 1;
            }
        }
        if first < self.out.len() && self.bytes[self.out[first].start as usize].is_ascii_alphanumeric() {
            let start = self.out[first].start as usize;
            self.gap = self.out[first].gap;
            self.out.truncate(first);
            let mut end = at + 1;
            while matches!(self.byte(end), b'.' | b'-' | b'_') || self.is_alphanumeric(end) {
                end += self.char_at(end).map_or(1, char::len_utf8);
            }
            while matches!(self.bytes[end - 1], b'.' | b'-' | b'_') {
                end -= 1;
            }
            return self.push(start, end, TokenKind::Email);
        }
        let next = self.byte(at + 1);
        if self.gap > Gap::Tight && (next.is_ascii_alphabetic() || next == b'_') {
            let mut end = self.tag_end(at + 1);
            while self.byte(end) == b'.' && self.byte(end + 1).is_ascii_alphabetic() {
                end = self.tag_end(end + 1);
            }
            return self.push(at, end, TokenKind::Handle);
        }
        self.push(at, at + 1, TokenKind::Symbol);
    }

    pub(super) fn tag_end(&self, from: usize) -> usize {
        let mut end = from;
        while self.byte(end) == b'_' || self.is_alphanumeric(end) {
            end += self.char_at(end).map_or(1, char::len_utf8);
        }
        end
    }
}
