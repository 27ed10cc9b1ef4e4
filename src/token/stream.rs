//! The public face of the scanner: an iterator that borrows the text.

use std::iter::FusedIterator;
use std::ops::Range;

use super::{Abbreviations, Gap, Lexeme, TokenKind, scan};
use crate::span::Span;

/// A surface token: "don't" and "Anna's" are one, "well-known" is three.
///
/// Surface tokens are those of the Universal Dependencies treebanks of English: a hyphenated compound is split, a prefix
/// keeps its hyphen, an abbreviation keeps its period, a number is cut from its unit and its currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Token<'t> {
    /// The token as the text has it.
    pub text: &'t str,
    /// Where it stands, in bytes.
    pub span: Span,
    /// What kind of thing it is.
    pub kind: TokenKind,
}

/// Iterates over the tokens of a text; made by [`tokens`].
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    abbreviations: &'t Abbreviations,
    blocks: Blocks<'t>,
    /// Where the current block starts.
    base: usize,
    lexemes: Vec<Lexeme>,
    next: usize,
    compounds: Compounds,
}

/// What becomes of "well-known".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Compounds {
    Split,
    Whole,
}

/// Cuts a text into tokens, with the built-in [`Abbreviations`].
///
/// Tokens come in order and do not overlap; between them lies white space (and invisible signs) only, so that tokens
/// and the gaps between them rebuild the text. The text is read block by block: a reader who stops early pays for
/// what was read.
///
/// ```
/// let words: Vec<_> = factive::tokens("They won't pay $5m.").map(|token| token.text).collect();
/// assert_eq!(words, ["They", "won't", "pay", "$", "5", "m", "."]);
/// ```
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens::new(text, Abbreviations::shared())
}

impl<'t> Tokens<'t> {
    /// As [`tokens`], with abbreviations of the caller's.
    pub fn new(text: &'t str, abbreviations: &'t Abbreviations) -> Self {
        Self {
            text,
            abbreviations,
            blocks: blocks(text),
            base: 0,
            lexemes: Vec::new(),
            next: 0,
            compounds: Compounds::Split,
        }
    }

    /// Leaves hyphenated compounds whole, as the Penn Treebank has them: "well-known" is one token.
    ///
    /// ```
    /// let words: Vec<_> = factive::tokens("a well-known 5-year-old").whole_compounds().map(|token| token.text).collect();
    /// assert_eq!(words, ["a", "well-known", "5-year-old"]);
    /// ```
    pub fn whole_compounds(mut self) -> Self {
        self.compounds = Compounds::Whole;
        self
    }

    /// Reads blocks until there is a lexeme.
    #[cold]
    fn read(&mut self) -> Option<Lexeme> {
        loop {
            let block = self.blocks.next()?;
            self.lexemes.clear();
            self.next = 0;
            self.base = block.start;
            scan(&self.text[block], self.abbreviations, &mut self.lexemes);
            if let Some(&first) = self.lexemes.first() {
                return Some(first);
            }
        }
    }

    /// How many lexemes the surface token that starts at `at` has.
    fn length(&self, at: usize) -> usize {
        let rest = &self.lexemes[at + 1..];
        let clitics = rest.iter().take_while(|lexeme| lexeme.gap == Gap::Inside).count();
        1 + clitics
    }

    /// Whether a hyphen at `at` joins the word before it to the one behind it.
    fn joins(&self, at: usize) -> bool {
        let part = |lexeme: &Lexeme| matches!(lexeme.kind, TokenKind::Word | TokenKind::Number);
        let Some([before, hyphen, behind]) = self.lexemes.get(at - 1..at + 2) else { return false };
        hyphen.gap == Gap::Tight
            && behind.gap == Gap::Tight
            && part(before)
            && part(behind)
            && &self.text[self.base + hyphen.start as usize..self.base + hyphen.end as usize] == "-"
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    #[inline]
    fn next(&mut self) -> Option<Token<'t>> {
        let first = match self.lexemes.get(self.next) {
            Some(&first) => first,
            None => self.read()?,
        };
        self.next += self.length(self.next);
        while self.compounds == Compounds::Whole && self.joins(self.next) {
            self.next += 1 + self.length(self.next + 1);
        }
        let span = Span::new(self.base + first.start as usize, self.base + self.lexemes[self.next - 1].end as usize);
        Some(Token { text: span.of(self.text), span, kind: first.kind })
    }
}

impl FusedIterator for Tokens<'_> {}

/// Cuts a text into blocks that can be scanned one by one, at blank lines.
pub(crate) fn blocks(text: &str) -> Blocks<'_> {
    Blocks { text, at: 0 }
}

/// Iterates over blocks of a text: at least 64 KiB (but for the last) and up to the next blank line. A paragraph that
/// goes on for more than 256 MiB is cut at white space, or in the middle if it has none.
#[derive(Clone, Debug)]
pub(crate) struct Blocks<'t> {
    text: &'t str,
    at: usize,
}

const BLOCK: usize = 64 << 10;
const LONGEST_BLOCK: usize = 256 << 20;

impl Iterator for Blocks<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        if start >= bytes.len() {
            return None;
        }
        let limit = bytes.len().min(start.saturating_add(LONGEST_BLOCK));
        let mut end = bytes.len().min(start.saturating_add(BLOCK));
        while end < limit && !is_blank_line(bytes, end) {
            end += 1;
        }
        if end == limit && limit < bytes.len() {
            end = bytes[start..limit].iter().rposition(u8::is_ascii_whitespace).map_or(limit, |i| start + i + 1);
            while !self.text.is_char_boundary(end) {
                end -= 1;
            }
        }
        self.at = end;
        Some(start..end)
    }
}

/// Whether a blank line has just ended before `at`, which starts the next line.
fn is_blank_line(bytes: &[u8], at: usize) -> bool {
    let before = &bytes[..at];
    let newline = before.ends_with(b"\n\n") || before.ends_with(b"\n\r\n");
    newline && !matches!(bytes[at], b'\n' | b'\r' | b' ' | b'\t')
}
