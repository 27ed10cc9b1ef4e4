//! The scanner: one pass over the bytes. Plain words, the bulk of any text, take the short way through [`Scanner::word`];
//! whatever has an apostrophe, a period, a hyphen, a digit or a sign glued to it goes through the functions below it.
//!
//! Words follow the Universal Dependencies treebanks of English (EWT, GUM): clitics are words, hyphenated compounds are
//! split, prefixes keep their hyphen, an abbreviation keeps its period, a number is cut from its unit and its currency.

mod address;
mod clitic;
mod number;
mod period;
mod sign;
mod word;

use unicode_segmentation::UnicodeSegmentation;

use super::abbreviation::{Abbreviations, SPELLING, Spelling};
use super::{Gap, Hasher, Lexeme, Shape, TokenKind, hash};

/// Appends the lexemes of `text`, which is no longer than `u32::MAX` bytes. Offsets count from the start of `text`.
pub(crate) fn scan(text: &str, abbreviations: &Abbreviations, out: &mut Vec<Lexeme>) {
    debug_assert!(u32::try_from(text.len()).is_ok());
    // news has a word in every five or six bytes, signs counted
    out.reserve(text.len() / 5 + 16);
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

/// What a byte says of the word that it stands in: flags of [`Shape`], where a capital is one wherever it stands, and [`SMALL`].
const LOOKS: [u8; 256] = {
    let mut looks = [0; 256];
    let mut b = 0;
    while b < 256 {
        looks[b] = match b as u8 {
            b'A'..=b'Z' => Shape::CAPITAL,
            b'a'..=b'z' => SMALL,
            b'0'..=b'9' => Shape::DIGIT,
            b'-' => Shape::HYPHEN,
            0x80.. => Shape::NON_ASCII,
            _ => 0,
        };
        b += 1;
    }
    looks
};

/// There is a small letter. No flag of [`Shape`] is this.
const SMALL: u8 = 128;

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
        self.char_at(at).is_some_and(|c| !is_general_sign(c) && c.is_alphanumeric() && !is_raised(c))
    }

    fn is_blank(&self, at: usize) -> bool {
        CLASS[self.byte(at) as usize] <= LINE
    }

    fn shape(&self, start: usize, end: usize) -> Shape {
        let word = &self.bytes[start..end];
        let looks = word.iter().fold(0, |looks, &byte| looks | LOOKS[byte as usize]);
        if looks & Shape::NON_ASCII != 0 {
            return self.wide_shape(start, end);
        }
        let capitals = looks & Shape::CAPITAL != 0;
        let opens = || word.iter().find(|byte| byte.is_ascii_alphabetic()).is_some_and(u8::is_ascii_uppercase);
        let mut shape = looks & (Shape::DIGIT | Shape::HYPHEN);
        shape |= if capitals && opens() { Shape::CAPITAL } else { 0 };
        shape |= if capitals && looks & SMALL == 0 { Shape::UPPER } else { 0 };
        Shape(shape)
    }

    /// The same with letters that are not of ASCII.
    fn wide_shape(&self, start: usize, end: usize) -> Shape {
        let mut shape = Shape::NON_ASCII;
        let (mut capitals, mut letters) = (0, 0);
        let chars = self.text.get(start..end).unwrap_or_default().chars();
        for c in chars.filter(|&c| !is_general_sign(c)) {
            letters += usize::from(c.is_alphabetic());
            capitals += usize::from(c.is_uppercase());
            shape |= if c.is_numeric() { Shape::DIGIT } else { 0 };
            shape |= if capitals == 1 && letters == 1 { Shape::CAPITAL } else { 0 };
        }
        shape |= if letters > 0 && capitals == letters { Shape::UPPER } else { 0 };
        Shape(shape)
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind) {
        let (hash, shape) = match self.bytes[start..end] {
            // most are single signs
            [sign] if matches!(CLASS[sign as usize], SIGN | GLUE) => {
                (Hasher::new().push(sign).finish(), Shape::default())
            }
            // dashes and curly quotation marks, which [`is_general_sign`] knows
            ref sign @ [0xE2, 0x80, 0x90..=0xA7] => (hash(sign), Shape(Shape::NON_ASCII)),
            ref word => (hash(word), self.shape(start, end)),
        };
        self.push_hashed(start, end, hash, kind, shape);
    }

    #[inline]
    fn push_hashed(&mut self, start: usize, end: usize, hash: u64, kind: TokenKind, shape: Shape) {
        self.out.push(Lexeme { start: start as u32, end: end as u32, hash, kind, shape, gap: self.gap });
        self.at = end;
        self.gap = Gap::Tight;
    }
}

/// Dashes, quotation marks, ellipses and the like, which are no letters: the commonest characters beyond ASCII in news.
fn is_general_sign(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}')
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
