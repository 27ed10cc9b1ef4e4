//! Periods: those that belong to a word, and those between the parts of a dotted one.

use super::{CLASS, LINE, LONGEST_CHAIN, Scanner};
use crate::token::abbreviation::Spelling;
use crate::token::{AbbreviationClass, Gap, Shape, TokenKind, hash};

impl Scanner<'_> {
    /// "Yahoo!"
    pub(super) fn named(&mut self, start: usize, end: usize, hash: u64, shape: u8) -> bool {
        let capital = shape & Shape::CAPITAL != 0;
        if !capital || !self.abbreviations.classes(hash, true).has(AbbreviationClass::Name) {
            return false;
        }
        self.push_hashed(start, end + 1, hash, TokenKind::Word, Shape(shape & !Shape::UPPER));
        true
    }

    /// Decides whether the period at `end`, behind which the text is not glued on, belongs to the word.
    pub(super) fn period(&mut self, start: usize, end: usize, hash: u64, shape: Shape) -> bool {
        if self.byte(end + 1) == b'.' || !self.is_abbreviation(start, end, hash, shape) {
            return false;
        }
        self.push_hashed(start, end + 1, hash, TokenKind::Word, Shape(shape.0 | Shape::PERIOD));
        true
    }

    pub(super) fn is_abbreviation(&self, start: usize, end: usize, hash: u64, shape: Shape) -> bool {
        use AbbreviationClass as Class;
        let capital = shape.has(Shape::CAPITAL);
        let classes = self.abbreviations.classes(hash, capital);
        if end - start == 1 && capital {
            // "I." ends a sentence more often than it is an initial, unless a capital or another initial is next to it
            return self.bytes[start] != b'I' || self.is_initial(end + 1);
        }
        if classes.is_empty() {
            return false;
        }
        if classes.has(Class::Title) || classes.has(Class::Inner) || classes.has(Class::Final) {
            // "He had joined IS." has the name of a group, no island
            return &self.bytes[start..end] != b"IS";
        }
        let next = self.next_visible(end + 1);
        if classes.has(Class::Month) {
            // "the Sun." against "Sun., Jan. 4"
            return end - start != 3 || next != 0 || self.follows_number();
        }
        let counted = next.is_ascii_digit() || matches!(next, b'#' | b'(');
        // "Fig. S1"
        let lettered = next.is_ascii_uppercase() && self.byte(end + 3).is_ascii_digit();
        (classes.has(Class::Number) && (counted || lettered) && self.is_near(end + 1))
            || (classes.has(Class::Unit) && (self.follows_number() || self.follows_unit()) && next != 0)
    }

    /// Whether "I." stands between a name and a name: "Albert I. Jones".
    pub(super) fn is_initial(&self, behind: usize) -> bool {
        let previous = self.out[self.base..].last();
        previous.is_some_and(|p| self.gap == Gap::Space && p.kind == TokenKind::Word && p.shape.has(Shape::CAPITAL))
            && self.next_visible(behind).is_ascii_uppercase()
    }

    pub(super) fn follows_number(&self) -> bool {
        let previous = self.out[self.base..].last();
        self.gap <= Gap::Space && previous.is_some_and(|p| p.kind == TokenKind::Number)
    }

    /// "5 sq. mi."
    fn follows_unit(&self) -> bool {
        let previous = self.out[self.base..].last();
        self.gap == Gap::Space
            && previous.is_some_and(|p| {
                p.shape.has(Shape::PERIOD) && self.abbreviations.classes(p.hash, false).has(AbbreviationClass::Unit)
            })
    }

    /// The next byte that is no blank, 0 at the end of the text. Looks no further than it must: a long gap counts as an end.
    pub(super) fn next_visible(&self, from: usize) -> u8 {
        let near = self.bytes.get(from..).unwrap_or_default().iter().take(8);
        near.copied().find(|&byte| CLASS[byte as usize] > LINE).unwrap_or(0)
    }

    /// Whether at most one blank follows.
    pub(super) fn is_near(&self, from: usize) -> bool {
        CLASS[self.byte(from) as usize] > LINE || CLASS[self.byte(from + 1) as usize] > LINE
    }

    /// A word with a period and more letters glued to it: "U.S.", "Ph.D.", "example.org", "end.Next". The period is at `end`.
    pub(super) fn dotted(&mut self, start: usize, end: usize) -> bool {
        let www = self.bytes[start..end].eq_ignore_ascii_case(b"www");
        if www {
            let stop = self.address_end(start, end + 1);
            self.push(start, stop, TokenKind::Url);
            return true;
        }
        // collect the parts as far as letters and single periods (or hyphens, in a host) go
        let mut parts = 1;
        let part = self.bytes[start..end].iter().rposition(|&b| b == b'-').map_or(start, |i| start + i + 1); // "non-U.S."
        let mut single = end - part == 1 && self.bytes[part].is_ascii_alphabetic();
        let mut stop = end;
        let mut last = start;
        while parts < LONGEST_CHAIN && self.byte(stop) == b'.' && self.is_alphanumeric(stop + 1) {
            let tail = self.letters(stop + 1);
            let long = tail - stop > 2 || !self.bytes[stop + 1].is_ascii_alphabetic();
            if single && long {
                break;
            }
            last = stop + 1;
            single &= !long;
            parts += 1;
            stop = tail;
            while self.byte(stop) == b'-' && self.is_alphanumeric(stop + 1) && !single {
                stop = self.letters(stop + 1);
            }
        }
        if single && parts > 1 {
            // U.S. / U.S / a.m. / J.R. / i.e
            let closes = self.byte(stop) == b'.' && (self.byte(stop + 1) != b'.' || self.byte(stop + 2) != b'.');
            let to = if closes { stop + 1 } else { stop };
            // "M.Sc." and "W.Va." go one part further
            if closes && self.is_alphanumeric(stop + 1) {
                let tail = self.letters(stop + 1);
                if self.byte(tail) == b'.' && self.is_listed(start, tail + 1) {
                    return self.emit_abbreviation(start, tail + 1);
                }
            }
            return if closes { self.emit_abbreviation(start, to) } else { self.emit_word(start, to) };
        }
        if parts == 1 {
            // an initial glued to a longer word: "M.Sc.", "S.Korea", "J.doc"
            let tail = self.letters(end + 1);
            if self.byte(tail) == b'.' && self.is_listed(start, tail + 1) {
                return self.emit_abbreviation(start, tail + 1);
            }
            if self.is_domain(end + 1, tail) && self.bytes[end + 1].is_ascii_lowercase() {
                return self.host(start, tail);
            }
            if self.bytes[start].is_ascii_uppercase() {
                return self.emit_abbreviation(start, end + 1);
            }
            return self.emit_word(start, end);
        }
        if self.byte(stop) == b'.' && self.is_listed(start, stop + 1) {
            return self.emit_abbreviation(start, stop + 1);
        }
        if self.is_listed(start, end + 1) && (parts == 2 || !self.is_domain(last, stop)) {
            return self.emit_abbreviation(start, end + 1); // Mr.Smith
        }
        let lower = !self.bytes[start..stop].iter().any(u8::is_ascii_uppercase);
        if self.is_domain(last, self.letters(last)) && self.letters(last) == stop || parts > 2 && lower {
            return self.host(start, stop);
        }
        if self.bytes[end + 1].is_ascii_digit() || self.bytes[start].is_ascii_digit() {
            // a version or a part number: "v2.0"
            let digits = self.letters(end + 1);
            if self.bytes[end - 1].is_ascii_digit() || end - start == 1 {
                return self.emit_word(start, digits);
            }
        }
        self.emit_word(start, end)
    }

    pub(super) fn is_listed(&self, start: usize, end: usize) -> bool {
        let Some(word) = self.bytes.get(start..end) else { return false };
        !self.abbreviations.classes(hash(word), word[0].is_ascii_uppercase()).is_empty()
    }

    pub(super) fn is_domain(&self, start: usize, end: usize) -> bool {
        self.bytes.get(start..end).is_some_and(|word| self.spelling.has(hash(word), Spelling::DOMAIN))
    }

    pub(super) fn emit_abbreviation(&mut self, start: usize, end: usize) -> bool {
        let shape = self.shape(start, end).0 | Shape::PERIOD;
        self.push_hashed(start, end, hash(&self.bytes[start..end]), TokenKind::Word, Shape(shape));
        true
    }
}
