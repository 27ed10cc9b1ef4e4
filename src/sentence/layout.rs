//! The structure that white space and list marks give a text: blocks, headings, list items, datelines.

use std::ops::Range;

use super::evidence::{self, Evidence};
use super::{SentenceKind, SentenceRange};
use crate::token::{Gap, Lexeme, Shape, TokenKind};

/// Cuts the lexemes into blocks that no sentence crosses: paragraphs, and lines that were not broken by wrapping.
pub(super) fn blocks<'a>(text: &'a str, lexemes: &'a [Lexeme]) -> impl Iterator<Item = Range<usize>> + 'a {
    let mut start = 0;
    // the end of the paragraph whose lines are being looked at, and whether they are wrapped
    let mut paragraph = Paragraph::default();
    // where wrapped lines end, as far as the paragraphs so far tell it
    let mut column = None;
    std::iter::from_fn(move || {
        if start >= lexemes.len() {
            return None;
        }
        if start >= paragraph.end {
            if let Some(before) = paragraph.column() {
                column = column.max(Some(before));
            }
            paragraph = Paragraph::read(text, lexemes, start);
            if paragraph.lines == 2 {
                paragraph.column_around = *column.get_or_insert_with(|| column_ahead(text, lexemes, start));
            }
        }
        let from = start;
        start = if paragraph.lines == 1 { paragraph.end } else { start + 1 };
        while start < paragraph.end && (lexemes[start].gap != Gap::Line || paragraph.wraps(text, lexemes, from, start))
        {
            start += 1;
        }
        Some(from..start)
    })
}

/// What the lines of a paragraph have in common.
#[derive(Default)]
struct Paragraph {
    end: usize,
    /// The length in bytes of the longest line.
    width: usize,
    /// Whether any line ends in a sign that ends sentences.
    prose: bool,
    /// The start of each line, in lexemes, is not kept: lines are looked at from their neighbours.
    lines: usize,
    /// Where the lines of the wrapped paragraphs around end, if it has two lines only; zero where there are none.
    column_around: usize,
}

/// Lines longer than this are paragraphs: nobody wraps there.
const WIDEST_COLUMN: usize = 130;
const NARROWEST_COLUMN: usize = 40;

impl Paragraph {
    fn read(text: &str, lexemes: &[Lexeme], start: usize) -> Self {
        let mut end = start + 1;
        let mut new = Self { end, width: 0, prose: false, lines: 1, column_around: 0 };
        let mut line = start;
        let see = |from: usize, to: usize, new: &mut Self| {
            new.width = new.width.max((lexemes[to - 1].end - lexemes[from].start) as usize);
            new.prose |= closes(text, lexemes, from, to);
        };
        for lexeme in &lexemes[end..] {
            if lexeme.gap >= Gap::Line {
                if lexeme.gap == Gap::Paragraph {
                    break;
                }
                see(line, end, &mut new);
                line = end;
                new.lines += 1;
            }
            end += 1;
        }
        if new.lines > 1 {
            see(line, end, &mut new);
        }
        new.end = end;
        new
    }

    /// Whether the line break before `at` comes from wrapping: the line goes on there. `from` is the start of the block.
    fn wraps(&self, text: &str, lexemes: &[Lexeme], from: usize, at: usize) -> bool {
        let mut line = at;
        while line > from && (line == at || lexemes[line].gap < Gap::Line) {
            line -= 1;
        }
        let last = &lexemes[at - 1];
        let carries = !last.shape.has(Shape::CAPITAL) && evidence::of(last.hash).has(Evidence::CARRIER);
        if carries {
            return true;
        }
        let next = lexemes[at];
        let length = (last.end - lexemes[line].start) as usize;
        let full = self.is_full(length, (next.end - next.start) as usize);
        // "Mara | B. Holt"
        let item = marker(text, lexemes, at).is_some_and(|item| !(full && matches!(item.style, Style::Letter(_))));
        if item || marker(text, lexemes, from).is_some_and(|_| closes(text, lexemes, from, at)) {
            return false;
        }
        let goes_on = next.kind == TokenKind::Word && !next.shape.has(Shape::CAPITAL) && !next.shape.has(Shape::DIGIT);
        let lower = goes_on && text.as_bytes()[next.start as usize].is_ascii_lowercase();
        lower && self.prose && !closes(text, lexemes, line, at) || slice(text, last) == "," || full
    }

    /// Whether a line of a length has no room for the word that the next line begins with.
    fn is_full(&self, length: usize, word: usize) -> bool {
        let reaches = |column: usize| length + 1 + word >= column;
        match self.lines {
            // two lines alone do not tell where lines end; those of the paragraphs around do
            2 => {
                let column = self.column_around;
                column > 0 && self.width <= column + column / 10 && reaches(column - column / 16)
            }
            _ => self.is_column() && reaches(self.width - self.width / 10),
        }
    }

    /// Whether its lines are of a width that people wrap lines at.
    fn is_column(&self) -> bool {
        (NARROWEST_COLUMN..=WIDEST_COLUMN).contains(&self.width)
    }

    /// Where its lines end, if they are wrapped.
    fn column(&self) -> Option<usize> {
        (self.lines > 2 && self.prose && self.is_column()).then_some(self.width)
    }
}

/// How far ahead the end of wrapped lines is looked for, in lexemes.
const FARTHEST: usize = 4000;

/// Where the lines of the wrapped paragraphs ahead end; zero where there are none.
fn column_ahead(text: &str, lexemes: &[Lexeme], mut start: usize) -> usize {
    let end = lexemes.len().min(start + FARTHEST);
    let mut widest = 0;
    while start < end {
        let paragraph = Paragraph::read(text, lexemes, start);
        widest = widest.max(paragraph.column().unwrap_or(0));
        start = paragraph.end;
    }
    widest
}

/// How many brackets and quotation marks may close at one place.
const MOST_CLOSERS: usize = 8;

/// Whether a line ends in a sign that ends sentences.
fn closes(text: &str, lexemes: &[Lexeme], from: usize, to: usize) -> bool {
    let mut at = to;
    while at > from && to - at < MOST_CLOSERS {
        at -= 1;
        let lexeme = &lexemes[at];
        match text.as_bytes()[lexeme.start as usize] {
            b'"' | b'\'' | b')' | b']' | 0xE2 if is_closer(text, lexeme) => continue,
            b'.' | b'!' | b'?' => return true,
            b':' => return true,
            0xE2 => return slice(text, lexeme).starts_with('…'),
            _ => return lexeme.shape.has(Shape::PERIOD),
        }
    }
    false
}

pub(super) fn slice<'t>(text: &'t str, lexeme: &Lexeme) -> &'t str {
    text.get(lexeme.start as usize..lexeme.end as usize).unwrap_or("")
}

/// A sign that closes what it follows: a bracket or a quotation mark.
pub(super) fn is_closer(text: &str, lexeme: &Lexeme) -> bool {
    lexeme.kind != TokenKind::Number
        && matches!(
            slice(text, lexeme),
            "\"" | "'" | "''" | ")" | "]" | "}" | "”" | "’" | "»" | "’’" | "›" | "」" | "』"
        )
}

/// Sets the kinds and datelines of the sentences of one block.
pub(super) fn describe(text: &str, lexemes: &[Lexeme], sentences: &mut [SentenceRange]) {
    let alone = sentences.len() == 1;
    for (i, sentence) in sentences.iter_mut().enumerate() {
        let (start, end) = (sentence.lexemes.start as usize, sentence.lexemes.end as usize);
        if let Some(marker) = marker(text, lexemes, start).filter(|marker| marker.end < end) {
            sentence.kind = SentenceKind::ListItem;
            // "M. Thomas Hale" may begin with no mark
            let certain = matches!(marker.style, Style::Number(_) | Style::Bullet);
            sentence.dateline = if certain { (marker.end - start) as u32 } else { 0 };
        } else if alone && end - start <= LONGEST_HEADING && !closes(text, lexemes, start, end) {
            sentence.kind = SentenceKind::Heading;
        }
        if sentence.kind != SentenceKind::ListItem && (i == 0 && sentence.kind == SentenceKind::Prose || alone) {
            sentence.dateline = dateline(text, &lexemes[start..end]) as u32;
            if sentence.dateline > 0 {
                sentence.kind = SentenceKind::Prose;
            }
        }
    }
}

/// In lexemes; longer ones are sentences that lost their period.
const LONGEST_HEADING: usize = 25;
const LONGEST_DATELINE: usize = 16;

/// How many lexemes a dateline takes: a place in capitals (or an agency in brackets, or a place with a comma and a day), up to a
/// dash that stands apart.
fn dateline(text: &str, lexemes: &[Lexeme]) -> usize {
    let Some(first) = lexemes.first() else { return 0 };
    if let Some(hour) = hour(text, lexemes) {
        return hour;
    }
    let place = first.shape.has(Shape::UPPER) && first.end - first.start >= 3 && first.kind == TokenKind::Word;
    let agency = slice(text, first) == "(" && lexemes.get(1).is_some_and(|l| l.shape.has(Shape::CAPITAL));
    let named = first.shape.has(Shape::CAPITAL) && first.kind == TokenKind::Word;
    if !place && !agency && !named {
        return 0;
    }
    let (mut comma, mut day) = (false, false);
    for (i, lexeme) in lexemes.iter().enumerate().take(LONGEST_DATELINE).skip(1) {
        let word = slice(text, lexeme);
        let dash = matches!(word, "-" | "--" | "–" | "—" | "―");
        let lower = lexeme.kind == TokenKind::Word && word.starts_with(|c: char| c.is_lowercase());
        let apart = lexeme.gap > Gap::Tight || lexemes.get(i + 1).is_some_and(|next| next.gap > Gap::Tight);
        comma |= word == ",";
        day |= lexeme.kind == TokenKind::Number;
        if dash && apart {
            let opens = lexemes.get(i + 1).is_some_and(|next| next.shape.has(Shape::CAPITAL));
            // "Tarn (Relief News) – "
            let bracket = slice(text, &lexemes[i - 1]) == ")" && lexemes.get(1).is_some_and(|l| slice(text, l) == "(");
            if !place && !agency && !((comma && day || bracket) && opens) {
                return 0;
            }
            return if agency && slice(text, &lexemes[i - 1]) != ")" { 0 } else { i + 1 };
        }
        if lower && !matches!(word, "of" | "de" | "and" | "the" | "near" | "al" | "el")
            || matches!(word, "." | "!" | "?" | ":" | ";" | "\"" | "“")
        {
            return 0;
        }
    }
    0
}

/// "17:42 The ministry says", "17:42 GMT The ministry says": how many lexemes the hour takes that opens an entry of a log.
fn hour(text: &str, lexemes: &[Lexeme]) -> Option<usize> {
    let first = lexemes.first().filter(|first| first.kind == TokenKind::Number)?;
    let (hours, minutes) = slice(text, first).split_once(':')?;
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let zone = lexemes.get(1).is_some_and(|next| matches!(slice(text, next), "GMT" | "BST" | "CET" | "EST" | "UTC"));
    let end = 1 + usize::from(zone);
    let opens = lexemes.get(end).is_some_and(|next| next.gap > Gap::Tight && next.shape.has(Shape::CAPITAL));
    (opens && matches!(hours.len(), 1 | 2) && minutes.len() == 2 && digits(hours) && digits(minutes)).then_some(end)
}

/// The mark of a list item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    pub style: Style,
    /// 1 for "1", "a", "i".
    pub value: u32,
    /// Behind its last lexeme.
    pub end: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Bullet,
    /// "1", "a" or "i" with the sign behind it: ".", ")" or ".)".
    Number(Close),
    Letter(Close),
    Roman(Close),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Close {
    Period,
    Bracket,
    Both,
    /// "(1)"
    Enclosed,
}

/// Reads a list mark at `at`: "•", "1.", "1)", "a.)", "(iv)", "• 9."
#[inline]
pub(super) fn marker(text: &str, lexemes: &[Lexeme], at: usize) -> Option<Marker> {
    let lexeme = lexemes.get(at)?;
    // most places have a plain word, with nothing glued on
    let letters = lexeme.kind == TokenKind::Word && lexeme.end - lexeme.start > 1;
    let apart = || lexemes.get(at + 1).is_none_or(|next| next.gap > Gap::Tight);
    let plain = letters && !lexeme.shape.has(Shape::PERIOD) && apart();
    if plain { None } else { marker_of(text, lexemes, at, lexeme) }
}

/// The same of a lexeme that is no plain word.
#[inline(never)]
fn marker_of(text: &str, lexemes: &[Lexeme], at: usize, lexeme: &Lexeme) -> Option<Marker> {
    let word = slice(text, lexeme);
    let follows = |i: usize| lexemes.get(i).is_some_and(|next| next.gap > Gap::Tight && next.gap < Gap::Paragraph);
    if matches!(word, "•" | "⁃" | "‣" | "◦" | "▪" | "●" | "■" | "∙" | "·") {
        // "• 9." is one mark
        let digit = lexemes.get(at + 1).is_some_and(|inner| inner.kind == TokenKind::Number);
        let inner = if digit { marker(text, lexemes, at + 1) } else { None };
        return Some(Marker { style: Style::Bullet, value: 0, end: inner.map_or(at + 1, |inner| inner.end) });
    }
    if matches!(word, "*" | "-" | "–" | "—" | "+" | "o") {
        return follows(at + 1).then_some(Marker { style: Style::Bullet, value: 0, end: at + 1 });
    }
    let enclosed = word == "(";
    let value_at = at + usize::from(enclosed);
    let lexeme = lexemes.get(value_at)?;
    let word = slice(text, lexeme);
    let period_inside = lexeme.shape.has(Shape::PERIOD);
    let label = word.trim_end_matches('.');
    if label.len() > 8 || label.is_empty() {
        return None;
    }
    let sign = |i: usize| lexemes.get(i).filter(|next| next.gap <= Gap::Tight).map_or("", |next| slice(text, next));
    let (close, end) = if enclosed {
        (sign(value_at + 1) == ")").then_some((Close::Enclosed, value_at + 2))?
    } else if period_inside {
        if sign(value_at + 1) == ")" { (Close::Both, value_at + 2) } else { (Close::Period, value_at + 1) }
    } else {
        match sign(value_at + 1) {
            "." if sign(value_at + 2) == ")" => (Close::Both, value_at + 3),
            "." => (Close::Period, value_at + 2),
            ")" => (Close::Bracket, value_at + 2),
            _ => return None,
        }
    };
    if !follows(end) {
        return None;
    }
    let (style, value) = value(label)?;
    let style = match style {
        Style::Number(_) => Style::Number(close),
        Style::Roman(_) => Style::Roman(close),
        _ => Style::Letter(close),
    };
    Some(Marker { style, value, end })
}

fn value(label: &str) -> Option<(Style, u32)> {
    if label.starts_with(|c: char| c.is_ascii_digit()) && label.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        let label = label.rsplit('.').next().unwrap_or(label); // "2.1."
        return (label.len() <= 3).then(|| (Style::Number(Close::Period), label.parse().unwrap_or(0)));
    }
    if let [letter] = label.as_bytes() {
        if letter.is_ascii_alphabetic() && !matches!(letter, b'i' | b'I') {
            return Some((Style::Letter(Close::Period), u32::from(letter.to_ascii_lowercase() - b'a') + 1));
        }
    }
    roman(label).map(|value| (Style::Roman(Close::Period), value))
}

/// Roman numbers up to 39.
fn roman(label: &str) -> Option<u32> {
    let upper = label.to_ascii_uppercase();
    if label != upper && label.bytes().any(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let tens = upper.bytes().take_while(|&b| b == b'X').count();
    let ones = match &upper[tens..] {
        "" => 0,
        "I" => 1,
        "II" => 2,
        "III" => 3,
        "IV" => 4,
        "V" => 5,
        "VI" => 6,
        "VII" => 7,
        "VIII" => 8,
        "IX" => 9,
        _ => return None,
    };
    (tens <= 3 && tens * 10 + ones > 0).then_some((tens * 10 + ones) as u32)
}
