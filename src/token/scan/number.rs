//! Numbers, dates, times, telephone numbers, and what is glued to digits.

use super::{LONGEST_CHAIN, Scanner};
use crate::token::{Gap, TokenKind};

impl Scanner<'_> {
    /// A number, a date, a time, a telephone number, or a name that starts with a digit. `start` may lie before the
    /// first digit, on a sign.
    pub(super) fn number(&mut self, start: usize) {
        let mut end = self.at.max(start);
        while !self.byte(end).is_ascii_digit() && end < self.bytes.len() {
            end += 1;
        }
        let first = end;
        end = self.digits(end);
        if let Some(stop) = self.dashed_number(first, end) {
            return self.push(start, stop, TokenKind::Number);
        }
        let mut group = first;
        loop {
            let next = self.byte(end + 1);
            group = if self.byte(end) == b'/' { end + 1 } else { group };
            match self.byte(end) {
                b',' if self.digits(end + 1) == end + 4 => end += 4,
                b'.' | b':' | b'/' if next.is_ascii_digit() => end = self.digits(end + 1),
                _ => break,
            }
        }
        if let (true, Some(stop)) = (group > first, self.dashed_number(group, end)) {
            end = stop; // 713/345-9945
        }
        if self.byte(end) == b'.' && self.is_domain(end + 1, self.letters(end + 1)) {
            self.host(first, self.letters(end + 1)); // 2024.csv
            return;
        }
        if self.byte(end).is_ascii_alphabetic() {
            return self.number_with_letters(start, first, end);
        }
        if self.apostrophe(end) > 0 && self.byte(end + self.apostrophe(end)) == b's' {
            let tail = end + self.apostrophe(end) + 1;
            if !self.is_alphanumeric(tail) {
                if self.is_decade(first, end) {
                    return self.push(start, tail, TokenKind::Number);
                }
                self.push(start, end, TokenKind::Number);
                self.gap = Gap::Inside;
                self.push(end, tail, TokenKind::Word);
                return self.gap = Gap::Tight;
            }
        }
        if self.byte(end) == b'_' {
            self.long_word(start, end);
            return;
        }
        self.push(start, end, TokenKind::Number);
    }

    pub(super) fn digits(&self, from: usize) -> usize {
        let run = self.bytes.get(from..).unwrap_or_default().iter().take_while(|b| b.is_ascii_digit());
        from + run.count()
    }

    /// Where a telephone number or a date with hyphens ends: "345-9945", "713-853-3989", "11-20-2000". A plain range
    /// ("5-10", "1969-1970") is three words.
    pub(super) fn dashed_number(&self, first: usize, end: usize) -> Option<usize> {
        let mut stop = end;
        let mut groups = 1;
        while groups < LONGEST_CHAIN && self.byte(stop) == b'-' && self.byte(stop + 1).is_ascii_digit() {
            stop = self.digits(stop + 1);
            groups += 1;
        }
        let telephone = groups == 2 && end - first == 3 && stop - end == 5;
        let post_code = groups == 2 && end - first == 5 && stop - end == 5;
        let bounded = !self.is_alphanumeric(stop);
        (bounded && (groups > 2 || telephone || post_code)).then_some(stop)
    }

    /// "23rd", "1970s", "5kg", "3143C", "4chan": letters glued to the digits that end at `end`.
    pub(super) fn number_with_letters(&mut self, start: usize, first: usize, end: usize) {
        let tail = self.letters(end);
        let letters = &self.text[end..tail];
        let lower =
            letters.len() <= 2 && matches!(letters, "s" | "st" | "nd" | "rd" | "th" | "S" | "ST" | "ND" | "RD" | "TH");
        if lower && !(letters.eq_ignore_ascii_case("s") && end - first == 1) {
            return self.push(start, tail, TokenKind::Number);
        }
        let money = self.follows_currency();
        let large = letters.len() == 1
            && matches!(
                letters,
                "k" | "K" | "m" | "M" | "b" | "B" | "t" | "T" | "p" | "c" | "h" | "g" | "l" | "V" | "W"
            );
        let decimal = self.bytes[first..end].contains(&b'.') || self.bytes[first..end].contains(&b',');
        let measure = !large || money || decimal || matches!(letters, "k" | "K" | "m" | "h" | "g" | "p" | "W" | "V");
        if measure && self.spelling.is_unit(letters) {
            self.push(start, end, TokenKind::Number);
            self.at = end;
            if self.byte(tail) == b'.' && self.byte(tail + 1) == b'm' && matches!(self.byte(end), b'a' | b'p') {
                return;
            }
            return;
        }
        if matches!(letters, "a" | "p" | "A" | "P")
            && self.byte(tail) == b'.'
            && self.byte(tail + 1).eq_ignore_ascii_case(&b'm')
        {
            return self.push(start, end, TokenKind::Number);
        }
        self.long_word(start, tail);
    }

    pub(super) fn follows_currency(&self) -> bool {
        let previous = self.out[self.base..].last();
        previous.is_some_and(|p| {
            let sign = &self.text[p.start as usize..p.end as usize];
            self.gap <= Gap::Tight && (sign.ends_with('$') || matches!(sign, "£" | "€" | "¥" | "₹" | "₽" | "₴"))
        })
    }
}
