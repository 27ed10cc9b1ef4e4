//! The scanner: one pass over the bytes. Plain words, the bulk of any text, take the short way through [`Scanner::word`];
//! whatever has an apostrophe, a period, a hyphen, a digit or a sign glued to it goes through the functions below it.
//!
//! Words follow the Universal Dependencies treebanks of English (EWT, GUM): clitics are words, hyphenated compounds are
//! split, prefixes keep their hyphen, an abbreviation keeps its period, a number is cut from its unit and its currency.

use unicode_segmentation::UnicodeSegmentation;

use super::abbreviation::{AbbreviationClass, Abbreviations, SPELLING, Spelling};
use super::{Gap, Hasher, Lexeme, Shape, TokenKind, hash};

/// Appends the lexemes of `text`, which is no longer than `u32::MAX` bytes. Offsets count from the start of `text`.
pub(crate) fn scan(text: &str, abbreviations: &Abbreviations, out: &mut Vec<Lexeme>) {
    debug_assert!(u32::try_from(text.len()).is_ok());
    let base = out.len();
    let spelling = &*SPELLING;
    Scanner {
        text,
        bytes: text.as_bytes(),
        at: 0,
        gap: Gap::Paragraph,
        quote: Quote::Closed,
        abbreviations,
        spelling,
        base,
        out,
    }
    .run();
}

/// How far the scanner looks ahead through parts of a word that it may give back: keeps the time linear.
const LONGEST_CHAIN: usize = 16;

/// Byte classes.
const BLANK: u8 = 0;
const LINE: u8 = 1;
const LETTER: u8 = 2;
const DIGIT: u8 = 3;
/// A sign that may go on with a word it is glued to.
const GLUE: u8 = 4;
/// A sign that ends every word.
const SIGN: u8 = 5;
const WIDE: u8 = 6;

const CLASS: [u8; 256] = {
    let mut table = [SIGN; 256];
    let mut b = 0;
    while b < 256 {
        table[b] = match b as u8 {
            b'\n' | b'\r' | 0x0B | 0x0C => LINE,
            0..=b' ' | 0x7F => BLANK,
            b'a'..=b'z' | b'A'..=b'Z' => LETTER,
            b'0'..=b'9' => DIGIT,
            b'\'' | b'`' | b'.' | b'-' | b'/' | b'&' | b'_' | b'*' | b'+' | b'#' | b'$' | b':' | b'!' | b'?' => GLUE,
            0x80.. => WIDE,
            _ => SIGN,
        };
        b += 1;
    }
    table
};

/// Whether a single quotation mark is open: what tells "the workers' pay" from "'the workers'".
#[derive(Clone, Copy, PartialEq)]
enum Quote {
    Open,
    Closed,
}

struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    /// What was passed since the last lexeme.
    gap: Gap,
    quote: Quote,
    abbreviations: &'a Abbreviations,
    spelling: &'static Spelling,
    /// Where this text's lexemes start in `out`.
    base: usize,
    out: &'a mut Vec<Lexeme>,
}

impl Scanner<'_> {
    fn run(mut self) {
        while let Some(&byte) = self.bytes.get(self.at) {
            match CLASS[byte as usize] {
                LETTER => self.word(),
                BLANK => self.blank(),
                LINE => self.line(),
                DIGIT => self.number(self.at),
                WIDE => self.wide(),
                _ => self.sign(byte),
            }
        }
    }

    // ---- gaps

    #[inline]
    fn blank(&mut self) {
        self.at += 1;
        self.gap = self.gap.max(Gap::Space);
    }

    fn line(&mut self) {
        let byte = self.bytes[self.at];
        self.at += 1;
        if byte == b'\r' && self.peek(0) == b'\n' {
            self.at += 1;
        }
        self.break_line(byte == 0x0C);
    }

    fn break_line(&mut self, paragraph: bool) {
        self.gap = if paragraph || self.gap >= Gap::Line { Gap::Paragraph } else { Gap::Line };
        if self.gap == Gap::Paragraph {
            self.quote = Quote::Closed;
        }
    }

    // ---- words

    #[inline]
    fn word(&mut self) {
        let start = self.at;
        let mut hasher = Hasher::new();
        let mut capitals = 0;
        let mut end = start;
        while let Some(&byte) = self.bytes.get(end) {
            if CLASS[byte as usize] != LETTER {
                break;
            }
            hasher = hasher.push(byte);
            capitals += usize::from(byte & 0x20 == 0);
            end += 1;
        }
        let mut shape = 0;
        if capitals != 0 {
            shape |= if self.bytes[start] & 0x20 == 0 { Shape::CAPITAL } else { 0 };
            shape |= if capitals == end - start { Shape::UPPER } else { 0 };
        }
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
    }

    /// Emits the parts of "cannot", "gonna", "dont".
    #[cold]
    fn split_word(&mut self, start: usize, end: usize, hash: u64) -> bool {
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
    fn glued_word(&mut self, start: usize, end: usize, hasher: Hasher, shape: u8) -> bool {
        match self.byte(end) {
            // the most common end of a sentence first: a lower-case word, a period, a blank
            b'.' if !self.is_alphanumeric(end + 1) => self.period(start, end, hasher.push(b'.').finish(), Shape(shape)),
            b':' if self.byte(end + 1) != b'/' && self.byte(end + 1) != b'.' && !self.is_alphanumeric(end + 1) => false,
            b'?' => false,
            b'!' => self.named(start, end, hasher.push(b'!').finish(), shape),
            _ => self.long_word(start, end),
        }
    }

    /// "Yahoo!"
    fn named(&mut self, start: usize, end: usize, hash: u64, shape: u8) -> bool {
        let capital = shape & Shape::CAPITAL != 0;
        if !capital || !self.abbreviations.classes(hash, true).has(AbbreviationClass::Name) {
            return false;
        }
        self.push_hashed(start, end + 1, hash, TokenKind::Word, Shape(shape & !Shape::UPPER));
        true
    }

    /// Decides whether the period at `end`, behind which the text is not glued on, belongs to the word.
    fn period(&mut self, start: usize, end: usize, hash: u64, shape: Shape) -> bool {
        if self.byte(end + 1) == b'.' || !self.is_abbreviation(start, end, hash, shape) {
            return false;
        }
        self.push_hashed(start, end + 1, hash, TokenKind::Word, Shape(shape.0 | Shape::PERIOD));
        true
    }

    fn is_abbreviation(&self, start: usize, end: usize, hash: u64, shape: Shape) -> bool {
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
            return true;
        }
        let next = self.next_visible(end + 1);
        if classes.has(Class::Month) {
            // "the Sun." against "Sun., Jan. 4"
            return end - start != 3 || next != 0 || self.follows_number();
        }
        (classes.has(Class::Number) && (next.is_ascii_digit() || matches!(next, b'#' | b'(')) && self.is_near(end + 1))
            || (classes.has(Class::Unit) && self.follows_number() && next != 0)
    }

    /// Whether "I." stands between a name and a name: "Albert I. Jones".
    fn is_initial(&self, behind: usize) -> bool {
        let previous = self.out[self.base..].last();
        previous.is_some_and(|p| self.gap == Gap::Space && p.kind == TokenKind::Word && p.shape.has(Shape::CAPITAL))
            && self.next_visible(behind).is_ascii_uppercase()
    }

    fn follows_number(&self) -> bool {
        let previous = self.out[self.base..].last();
        self.gap <= Gap::Space && previous.is_some_and(|p| p.kind == TokenKind::Number)
    }

    /// The next byte that is no blank, 0 at the end of the text. Looks no further than it must: a long gap counts as an end.
    fn next_visible(&self, from: usize) -> u8 {
        let near = self.bytes.get(from..).unwrap_or_default().iter().take(8);
        near.copied().find(|&byte| CLASS[byte as usize] > LINE).unwrap_or(0)
    }

    /// Whether at most one blank follows.
    fn is_near(&self, from: usize) -> bool {
        CLASS[self.byte(from) as usize] > LINE || CLASS[self.byte(from + 1) as usize] > LINE
    }

    /// A word with something glued to it, from its start; `end` is where its first run of letters ends.
    fn long_word(&mut self, start: usize, end: usize) -> bool {
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

    fn emit_word(&mut self, start: usize, end: usize) -> bool {
        let key = hash(&self.bytes[start..end]);
        if !(self.spelling.may_split(key) && self.split_word(start, end, key)) {
            self.push_hashed(start, end, key, TokenKind::Word, self.shape(start, end));
        }
        true
    }

    /// Where the run of letters, digits and marks that starts at `from` ends.
    fn letters(&self, from: usize) -> usize {
        let mut end = from;
        loop {
            let byte = self.byte(end);
            match CLASS[byte as usize] {
                LETTER | DIGIT => end += 1,
                WIDE => match self.char_at(end) {
                    Some(c) if c.is_alphanumeric() && !is_raised(c) || end > from && extends(c) => end += c.len_utf8(),
                    _ => return end,
                },
                _ => return end,
            }
        }
    }

    /// The length of the apostrophe at `at`, 0 if there is none.
    fn apostrophe(&self, at: usize) -> usize {
        match self.byte(at) {
            b'\'' => 1,
            // a backtick for an apostrophe, as old keyboards have it, only inside a word
            b'`' if self.byte(at + 1).is_ascii_alphabetic() => 1,
            0xE2 if self.bytes[at..].starts_with("’".as_bytes()) => 3,
            _ => 0,
        }
    }

    /// Whether what lies between the apostrophe and `tail` is 's, 're, 'll, n't ...
    fn is_clitic(&self, end: usize, mark: usize, tail: usize) -> bool {
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
    fn clitics(&mut self, start: usize, end: usize) -> bool {
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
    fn is_decade(&self, start: usize, end: usize) -> bool {
        let word = &self.bytes[start..end];
        matches!(word.len(), 2 | 4) && word.iter().all(u8::is_ascii_digit) && word.last() == Some(&b'0')
    }

    fn is_capitals(&self, start: usize, end: usize) -> bool {
        let word = &self.bytes[start..end];
        word.len() <= 4 && (word.len() == 1 || word.iter().all(|b| b.is_ascii_uppercase() || *b == b'&'))
    }

    /// How many signs stand for letters in "f**k".
    fn censored(&self, at: usize) -> usize {
        let run = self.run_of(at, b'*');
        if self.byte(at + run).is_ascii_alphabetic() && run <= 4 { run } else { 0 }
    }

    /// Whether the hyphen at `end` is part of the word: "non-profit", "e-mail", "Tolkien-esque", "th-" (a word broken off).
    fn keeps_hyphen(&self, start: usize, end: usize) -> bool {
        let word = &self.bytes[start..end];
        if !self.is_alphanumeric(end + 1) {
            return self.gap > Gap::Tight && self.is_broken_off(start, end);
        }
        if self.gap > Gap::Tight || !self.after_hyphen() {
            if self.spelling.has(hash(word), Spelling::PREFIX) && (word.len() > 1 || word[0].is_ascii_lowercase()) {
                return true;
            }
        }
        let tail = self.letters(end + 1);
        let part = &self.bytes[end + 1..tail];
        self.spelling.has(hash(part), Spelling::SUFFIX) && self.byte(tail) != b'-' || self.is_joined(start, tail)
    }

    /// Whether a speaker broke off at the hyphen at `end`: "th-" has no vowel, "gel- gelatine" starts the word again.
    fn is_broken_off(&self, start: usize, end: usize) -> bool {
        let word = &self.bytes[start..end];
        if matches!(self.byte(end + 1), b'-' | b'>') || word.len() > LONGEST_CHAIN {
            return false;
        }
        let vowel = |b: &u8| matches!(b.to_ascii_lowercase(), b'a' | b'e' | b'i' | b'o' | b'u' | b'y') || !b.is_ascii_lowercase();
        let again = self.bytes.get(end + 2..end + 2 + word.len()).is_some_and(|next| next.eq_ignore_ascii_case(word));
        let longer = self.byte(end + 2 + word.len()).is_ascii_alphabetic();
        word.len() <= 3 && !word.iter().any(vowel) || self.byte(end + 1) == b' ' && again && longer
    }

    fn after_hyphen(&self) -> bool {
        self.gap <= Gap::Tight && self.out[self.base..].last().is_some_and(|p| self.bytes[p.start as usize] == b'-')
    }

    fn is_joined(&self, start: usize, end: usize) -> bool {
        self.bytes.get(start..end).is_some_and(|word| self.spelling.has(hash(word), Spelling::JOINED))
    }

    /// "w/o", "A/C": single letters on both sides.
    fn keeps_slash(&self, start: usize, end: usize) -> bool {
        let tail = self.letters(end + 1);
        if self.is_joined(start, tail) {
            return true;
        }
        end - start == 1 && tail == end + 2 && self.byte(tail) != b'/' && self.bytes[start].is_ascii_uppercase()
    }

    /// "81P/2010": digits on both sides and letters in between.
    fn is_number_pair(&self, start: usize, end: usize) -> bool {
        self.bytes[start].is_ascii_digit()
            && self.byte(end + 1).is_ascii_digit()
            && self.bytes[end - 1].is_ascii_digit()
    }

    // ---- addresses

    fn is_address(&self, start: usize, end: usize) -> bool {
        let rest = self.bytes.get(end + 1..).unwrap_or_default();
        let scheme = &self.bytes[start..end];
        rest.starts_with(b"//") && rest.len() > 2 && CLASS[rest[2] as usize] > LINE
            || (scheme.eq_ignore_ascii_case(b"mailto") || scheme.eq_ignore_ascii_case(b"doi"))
                && rest.first().is_some_and(u8::is_ascii_alphanumeric)
    }

    /// Where an address ends that is known to reach at least to `from`: at a blank or a quotation mark, less the
    /// punctuation that closes the sentence around it.
    fn address_end(&self, start: usize, from: usize) -> usize {
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

    /// A word with a period and more letters glued to it: "U.S.", "Ph.D.", "example.org", "end.Next". The period is at `end`.
    fn dotted(&mut self, start: usize, end: usize) -> bool {
        let www = self.bytes[start..end].eq_ignore_ascii_case(b"www");
        if www {
            let stop = self.address_end(start, end + 1);
            self.push(start, stop, TokenKind::Url);
            return true;
        }
        // collect the parts as far as letters and single periods (or hyphens, in a host) go
        let mut parts = 1;
        let mut single = end - start == 1 && self.bytes[start].is_ascii_alphabetic();
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

    fn is_listed(&self, start: usize, end: usize) -> bool {
        let Some(word) = self.bytes.get(start..end) else { return false };
        !self.abbreviations.classes(hash(word), word[0].is_ascii_uppercase()).is_empty()
    }

    fn is_domain(&self, start: usize, end: usize) -> bool {
        self.bytes.get(start..end).is_some_and(|word| self.spelling.has(hash(word), Spelling::DOMAIN))
    }

    fn emit_abbreviation(&mut self, start: usize, end: usize) -> bool {
        let shape = self.shape(start, end).0 | Shape::PERIOD;
        self.push_hashed(start, end, hash(&self.bytes[start..end]), TokenKind::Word, Shape(shape));
        true
    }

    /// A host or file name, with its path if it has one.
    fn host(&mut self, start: usize, end: usize) -> bool {
        let path = matches!(self.byte(end), b'/' | b'?' | b'#') && self.is_alphanumeric(end + 1);
        let stop = if path { self.address_end(start, end) } else { end };
        self.push(start, stop, TokenKind::Url);
        true
    }

    /// "@": an address if letters are glued to both sides, else a handle or a sign.
    fn at_sign(&mut self) {
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

    fn tag_end(&self, from: usize) -> usize {
        let mut end = from;
        while self.byte(end) == b'_' || self.is_alphanumeric(end) {
            end += self.char_at(end).map_or(1, char::len_utf8);
        }
        end
    }

    // ---- numbers

    /// A number, a date, a time, a telephone number, or a name that starts with a digit. `start` may lie before the
    /// first digit, on a sign.
    fn number(&mut self, start: usize) {
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

    fn digits(&self, from: usize) -> usize {
        let run = self.bytes.get(from..).unwrap_or_default().iter().take_while(|b| b.is_ascii_digit());
        from + run.count()
    }

    /// Where a telephone number or a date with hyphens ends: "345-9945", "713-853-3989", "11-20-2000". A plain range
    /// ("5-10", "1969-1970") is three words.
    fn dashed_number(&self, first: usize, end: usize) -> Option<usize> {
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
    fn number_with_letters(&mut self, start: usize, first: usize, end: usize) {
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

    fn follows_currency(&self) -> bool {
        let previous = self.out[self.base..].last();
        previous.is_some_and(|p| {
            let sign = &self.text[p.start as usize..p.end as usize];
            self.gap <= Gap::Tight && (sign.ends_with('$') || matches!(sign, "£" | "€" | "¥" | "₹" | "₽" | "₴"))
        })
    }

    // ---- signs

    fn sign(&mut self, byte: u8) {
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
    fn quote_mark(&mut self, at: usize, length: usize) {
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
    fn emoticon(&self, at: usize) -> Option<usize> {
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

    // ---- outside ASCII

    fn wide(&mut self) {
        let at = self.at;
        let Some(c) = self.char_at(at) else {
            self.at += 1; // cannot be: `at` is on a boundary
            return;
        };
        let end = at + c.len_utf8();
        if c.is_alphanumeric() && !is_raised(c) {
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

    // ---- the ground

    #[inline]
    fn byte(&self, at: usize) -> u8 {
        self.bytes.get(at).copied().unwrap_or(0)
    }

    #[inline]
    fn peek(&self, ahead: usize) -> u8 {
        self.byte(self.at + ahead)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn run_of(&self, at: usize, byte: u8) -> usize {
        self.bytes.get(at..).unwrap_or_default().iter().take_while(|&&b| b == byte).count()
    }

    fn is_alphanumeric(&self, at: usize) -> bool {
        let byte = self.byte(at);
        if byte < 0x80 {
            return byte.is_ascii_alphanumeric();
        }
        self.char_at(at).is_some_and(|c| c.is_alphanumeric() && !is_raised(c))
    }

    fn is_blank(&self, at: usize) -> bool {
        CLASS[self.byte(at) as usize] <= LINE
    }

    fn shape(&self, start: usize, end: usize) -> Shape {
        let word = &self.bytes[start..end];
        let mut shape = 0;
        let (mut capitals, mut letters) = (0, 0);
        if word.is_ascii() {
            for &byte in word {
                letters += usize::from(byte.is_ascii_alphabetic());
                capitals += usize::from(byte.is_ascii_uppercase());
                shape |= if byte.is_ascii_digit() { Shape::DIGIT } else { 0 };
                shape |= if capitals == 1 && letters == 1 { Shape::CAPITAL } else { 0 };
            }
        } else {
            shape |= Shape::NON_ASCII;
            for c in self.text.get(start..end).unwrap_or_default().chars() {
                letters += usize::from(c.is_alphabetic());
                capitals += usize::from(c.is_uppercase());
                shape |= if c.is_numeric() { Shape::DIGIT } else { 0 };
                shape |= if capitals == 1 && letters == 1 { Shape::CAPITAL } else { 0 };
            }
        }
        shape |= if letters > 0 && capitals == letters { Shape::UPPER } else { 0 };
        Shape(shape)
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind) {
        let word = &self.bytes[start..end];
        self.push_hashed(start, end, hash(word), kind, self.shape(start, end));
    }

    #[inline]
    fn push_hashed(&mut self, start: usize, end: usize, hash: u64, kind: TokenKind, shape: Shape) {
        self.out.push(Lexeme { start: start as u32, end: end as u32, hash, kind, shape, gap: self.gap });
        self.at = end;
        self.gap = Gap::Tight;
    }
}

/// Superscripts and fractions, which end a word: "km²".
fn is_raised(c: char) -> bool {
    matches!(c, '²' | '³' | '¹' | '¼' | '½' | '¾' | 'º' | 'ª' | '⁰'..='₉' | '①'..='⓿')
}

/// Whether a character that is no letter belongs to the letter before it: combining marks, joiners, the soft hyphen.
fn extends(c: char) -> bool {
    if c == '\u{AD}' {
        return true;
    }
    if c.is_ascii() || c.is_whitespace() || c.is_control() || is_punctuation(c) {
        return false;
    }
    let mut buffer = [0; 8];
    buffer[0] = b'a';
    let length = 1 + c.encode_utf8(&mut buffer[1..]).len();
    std::str::from_utf8(&buffer[..length]).is_ok_and(|pair| pair.graphemes(true).count() == 1)
}

/// Punctuation outside ASCII, in the blocks that English text meets.
fn is_punctuation(c: char) -> bool {
    matches!(c, '¡' | '§' | '«' | '¶' | '·' | '»' | '¿' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}'
        | '\u{2E00}'..='\u{2E5D}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}'
        | '\u{FE10}'..='\u{FE19}' | '\u{FE30}'..='\u{FE6B}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}'
        | '\u{FF3B}'..='\u{FF3D}' | '\u{FF5B}'..='\u{FF65}' | '،' | '؛' | '؟' | '۔' | '।' | '॥')
}
