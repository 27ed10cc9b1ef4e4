//! Words: the short way for plain ones, and what may be glued to the others.

use super::{CLASS, DIGIT, GLUE, LETTER, LONGEST_CHAIN, Scanner, WIDE, extends, is_general_sign, is_raised};
use crate::token::abbreviation::Spelling;
use crate::token::{Gap, Hasher, Shape, TokenKind, hash};

/// A run of letters.
struct Run {
    end: usize,
    hasher: Hasher,
    /// Whether all are capitals.
    upper: bool,
}

/// The letters of ASCII that eight bytes start with.
struct Letters {
    count: usize,
    upper: bool,
}

impl Letters {
    #[inline(always)]
    fn of(eight: &[u8; 8]) -> Self {
        const fn each(byte: u8) -> u64 {
            u64::from_ne_bytes([byte; 8])
        }
        let bytes = u64::from_le_bytes(*eight);
        // all bytes at once; what is true of one is its highest bit
        let low = (bytes | each(0x20)) & each(0x7F);
        // it has reached the first letter and not passed the last
        let letter = (low + each(0x80 - b'a')) ^ (low + each(0x7F - b'z'));
        let other = (bytes | !letter) & each(0x80);
        let before = (other & other.wrapping_neg()).wrapping_sub(1);
        let small = (bytes & each(0x20)) << 2;
        Self { count: other.trailing_zeros() as usize / 8, upper: small & before & each(0x80) == 0 }
    }
}

impl Scanner<'_> {
    /// Emits a word, and the plain words that follow it behind single blanks.
    #[inline]
    pub(super) fn word(&mut self) {
        loop {
            let start = self.at;
            let Run { end, hasher, upper } = self.run_of_letters(start);
            let mut shape = if upper { Shape::UPPER } else { 0 };
            shape |= if self.bytes[start] & 0x20 == 0 { Shape::CAPITAL } else { 0 };
            let hash = hasher.finish();
            let next = self.byte(end);
            if matches!(CLASS[next as usize], DIGIT | GLUE | WIDE) && self.glued_word(start, end, hasher, shape) {
                return;
            }
            let initials = shape & Shape::UPPER != 0 && end - start == 2; // "IM" is no "I'm"
            if self.spelling.may_split(hash) && !initials && self.split_word(start, end, hash) {
                return;
            }
            self.push_hashed(start, end, hash, TokenKind::Word, Shape(shape));
            if next != b' ' || CLASS[self.byte(end + 1) as usize] != LETTER {
                return;
            }
            self.at = end + 1;
            self.gap = Gap::Space;
        }
    }

    /// The letters of ASCII from `start` on, eight at a time: how long a word is cannot be foretold byte by byte.
    #[inline]
    fn run_of_letters(&self, start: usize) -> Run {
        let mut run = Run { end: start, hasher: Hasher::new(), upper: true };
        while let Some(eight) = self.bytes.get(run.end..).and_then(|rest| rest.first_chunk()) {
            let letters = Letters::of(eight);
            run.end += letters.count;
            run.hasher = run.hasher.push_letters(eight, letters.count);
            run.upper &= letters.upper;
            if letters.count < eight.len() {
                return run;
            }
        }
        // the last word of a text
        while let Some(&byte) = self.bytes.get(run.end).filter(|byte| byte.is_ascii_alphabetic()) {
            run.end += 1;
            run.hasher = run.hasher.push(byte);
            run.upper &= byte.is_ascii_uppercase();
        }
        run
    }

    /// Emits the parts of "cannot", "gonna", "dont".
    #[cold]
    pub(super) fn split_word(&mut self, start: usize, end: usize, hash: u64) -> bool {
        let Some(parts) = self.spelling.parts(hash) else { return false };
        let mut from = start;
        for length in parts {
            let mut to = from;
            for _ in 0..length {
                to += self.apostrophe(to).max(1); // a curly apostrophe counts as one, as in `hash`
            }
            let to = to.min(end);
            if to > from {
                self.push(from, to, TokenKind::Word);
                self.gap = Gap::Inside;
            }
            from = to;
        }
        self.gap = Gap::Tight;
        true
    }

    /// Handles a word that is followed by `byte(end)`, a digit, a sign or a byte outside ASCII. Returns false, and emits
    /// nothing, where the sign does not belong to the word.
    pub(super) fn glued_word(&mut self, start: usize, end: usize, hasher: Hasher, shape: u8) -> bool {
        match self.byte(end) {
            // the most common end of a sentence first: a lower-case word, a period, a blank
            b'.' if !self.is_alphanumeric(end + 1) => self.period(start, end, hasher.push(b'.').finish(), Shape(shape)),
            b':' if self.byte(end + 1) != b'/' && self.byte(end + 1) != b'.' && !self.is_alphanumeric(end + 1) => false,
            b'?' => false,
            b'!' => self.named(start, end, hasher.push(b'!').finish(), shape),
            _ => self.long_word(start, end),
        }
    }

    /// A word with something glued to it, from its start; `end` is where its first run of letters ends.
    pub(super) fn long_word(&mut self, start: usize, end: usize) -> bool {
        let mut end = end;
        loop {
            end = self.letters(end);
            match self.byte(end) {
                b'\'' | b'`' | 0xE2 if self.apostrophe(end) > 0 => {
                    let mark = self.apostrophe(end);
                    let tail = self.letters(end + mark);
                    let letters = tail - end - mark;
                    if letters > 0 && !self.is_clitic(end, mark, tail) && self.byte(end) != b'`' {
                        end = tail; // O'Brien, ma'am
                        continue;
                    }
                    return self.clitics(start, end);
                }
                b'_' if end > start => end += self.run_of(end, b'_'),
                b'&' if self.is_alphanumeric(end + 1) && self.is_capitals(start, end) => end += 1,
                b'*' if self.byte(end + 1).is_ascii_alphabetic()
                    || self.byte(end + 1) == b'*' && self.censored(end) > 0 =>
                {
                    end += self.censored(end).max(1);
                }
                b'$' if self.is_capitals(start, end) && end - start <= 3 && self.byte(end + 1) != b'$' => {
                    self.push(start, end + 1, TokenKind::Symbol);
                    return true;
                }
                b'-' if self.keeps_hyphen(start, end) => end += 1,
                b'+' if end - start == 1 && self.byte(end + 1) == b'+' && !self.is_alphanumeric(end + 2) => {
                    end += 2;
                    break;
                }
                b'#' if end - start == 1 && self.is_joined(start, end + 1) && !self.is_alphanumeric(end + 1) => {
                    end += 1;
                    break;
                }
                b'/' if self.keeps_slash(start, end) => end += 1,
                b'/' if self.is_number_pair(start, end) => end += 1,
                b':' if self.is_address(start, end) => {
                    let stop = self.address_end(start, end);
                    self.push(start, stop, TokenKind::Url);
                    return true;
                }
                b'.' if self.is_alphanumeric(end + 1) => return self.dotted(start, end),
                b'.' => {
                    let word = &self.bytes[start..end + 1];
                    return self.period(start, end, hash(word), self.shape(start, end)) || self.emit_word(start, end);
                }
                b'!' => {
                    let word = &self.bytes[start..end + 1];
                    return self.named(start, end, hash(word), self.shape(start, end).0) || self.emit_word(start, end);
                }
                _ => break,
            }
        }
        self.emit_word(start, end)
    }

    pub(super) fn emit_word(&mut self, start: usize, end: usize) -> bool {
        let key = hash(&self.bytes[start..end]);
        if !(self.spelling.may_split(key) && self.split_word(start, end, key)) {
            self.push_hashed(start, end, key, TokenKind::Word, self.shape(start, end));
        }
        true
    }

    /// Where the run of letters, digits and marks that starts at `from` ends.
    pub(super) fn letters(&self, from: usize) -> usize {
        let mut end = from;
        loop {
            let byte = self.byte(end);
            match CLASS[byte as usize] {
                LETTER | DIGIT => end += 1,
                WIDE => match self.char_at(end) {
                    Some(c) if is_general_sign(c) => return end,
                    Some(c) if c.is_alphanumeric() && !is_raised(c) || self.is_part(end) && extends(c) => {
                        end += c.len_utf8()
                    }
                    _ => return end,
                },
                _ => return end,
            }
        }
    }

    /// Whether a letter may stand before `at`, that a mark may belong to.
    fn is_part(&self, at: usize) -> bool {
        at > 0 && (self.bytes[at - 1].is_ascii_alphanumeric() || self.bytes[at - 1] >= 0x80)
    }

    /// Whether the hyphen at `end` is part of the word: "non-profit", "e-mail", "Tolkien-esque", "th-" (a word broken off).
    pub(super) fn keeps_hyphen(&self, start: usize, end: usize) -> bool {
        let word = &self.bytes[start..end];
        if !self.is_alphanumeric(end + 1) {
            return self.gap > Gap::Tight && self.is_broken_off(start, end);
        }
        let leads = self.gap > Gap::Tight || !self.after_hyphen();
        let prefix =
            self.spelling.has(hash(word), Spelling::PREFIX) && (word.len() > 1 || word[0].is_ascii_lowercase());
        if leads && prefix {
            return true;
        }
        let tail = self.letters(end + 1);
        let part = &self.bytes[end + 1..tail];
        self.spelling.has(hash(part), Spelling::SUFFIX) && self.byte(tail) != b'-' || self.is_joined(start, tail)
    }

    /// Whether a speaker broke off at the hyphen at `end`: "th-" has no vowel, "gel- gelatine" starts the word again.
    pub(super) fn is_broken_off(&self, start: usize, end: usize) -> bool {
        let word = &self.bytes[start..end];
        if matches!(self.byte(end + 1), b'-' | b'>') || word.len() > LONGEST_CHAIN {
            return false;
        }
        let vowel = |b: &u8| {
            matches!(b.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'y') || !b.is_ascii_lowercase()
        };
        let again = self.bytes.get(end + 2..end + 2 + word.len()).is_some_and(|next| next.eq_ignore_ascii_case(word));
        let longer = self.byte(end + 2 + word.len()).is_ascii_alphabetic();
        word.len() <= 3 && !word.iter().any(vowel) || self.byte(end + 1) == b' ' && again && longer
    }

    pub(super) fn after_hyphen(&self) -> bool {
        self.gap <= Gap::Tight && self.out[self.base..].last().is_some_and(|p| self.bytes[p.start as usize] == b'-')
    }

    pub(super) fn is_joined(&self, start: usize, end: usize) -> bool {
        self.bytes.get(start..end).is_some_and(|word| self.spelling.has(hash(word), Spelling::JOINED))
    }

    /// "w/o", "A/C": single letters on both sides.
    pub(super) fn keeps_slash(&self, start: usize, end: usize) -> bool {
        let tail = self.letters(end + 1);
        if self.is_joined(start, tail) {
            return true;
        }
        end - start == 1 && tail == end + 2 && self.byte(tail) != b'/' && self.bytes[start].is_ascii_uppercase()
    }

    /// "81P/2010": digits on both sides and letters in between.
    pub(super) fn is_number_pair(&self, start: usize, end: usize) -> bool {
        self.bytes[start].is_ascii_digit()
            && self.byte(end + 1).is_ascii_digit()
            && self.bytes[end - 1].is_ascii_digit()
    }

    pub(super) fn is_capitals(&self, start: usize, end: usize) -> bool {
        let word = &self.bytes[start..end];
        word.len() <= 4 && (word.len() == 1 || word.iter().all(|b| b.is_ascii_uppercase() || *b == b'&'))
    }

    /// How many signs stand for letters in "f**k".
    pub(super) fn censored(&self, at: usize) -> usize {
        let run = self.run_of(at, b'*');
        if self.byte(at + run).is_ascii_alphabetic() && run <= 4 { run } else { 0 }
    }
}
