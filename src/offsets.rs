//! Other people's units: byte offsets as code points, UTF-16 units, lines and columns, and back.
//!
//! Knows nothing of what the offsets point at.

use std::ops::Range;

use crate::span::Span;

/// How many bytes lie between two remembered positions: a look-up counts at most so many.
const STEP: usize = 256;

/// Converts the byte offsets of one text.
///
/// Building reads the text once; a look-up then takes constant time, or the logarithm of the number of lines. An offset
/// behind the end counts as the end, one inside a character as the start of that character.
///
/// ```
/// use factive::{Offsets, Span};
///
/// let text = "«Да», he said.\nThen 🚒 came.";
/// let offsets = Offsets::new(text);
/// let he = text.find("he").unwrap();
/// assert_eq!(offsets.code_point(he), 6);
/// assert_eq!(offsets.byte_of_code_point(6), he);
///
/// let came = text.find("came").unwrap();
/// assert_eq!(offsets.code_point(came), 22);
/// assert_eq!(offsets.utf16(came), 23);
/// assert_eq!(offsets.utf16_units(Span::new(came, came + 4)), 23..27);
/// let position = offsets.position(came);
/// assert_eq!((position.line, position.column), (2, 8));
/// ```
#[derive(Clone, Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    /// What was counted before each multiple of [`STEP`]; empty where every character is one byte.
    marks: Vec<Mark>,
    /// Where each line starts.
    lines: Vec<usize>,
}

/// A place in the text as people and editors name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Position {
    /// The line, counted from 1. A line ends with `\n`, `\r\n` or a lone `\r`.
    pub line: usize,
    /// The column in code points, counted from 1.
    pub column: usize,
}

/// Positions count characters by their first byte, so a mark may stand inside one.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    code_points: usize,
    utf16: usize,
}

impl<'t> Offsets<'t> {
    /// Reads the text once.
    pub fn new(text: &'t str) -> Self {
        Self { text, marks: marks(text), lines: lines(text) }
    }

    /// The number of code points before the byte offset.
    pub fn code_point(&self, byte: usize) -> usize {
        self.count(byte).code_points
    }

    /// The number of UTF-16 units before the byte offset, as JavaScript, Java and most editors count.
    pub fn utf16(&self, byte: usize) -> usize {
        self.count(byte).utf16
    }

    /// The line and the column of the byte offset.
    pub fn position(&self, byte: usize) -> Position {
        let byte = self.floor(byte);
        let line = self.lines.partition_point(|&start| start <= byte);
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or(0);
        Position { line, column: self.code_point(byte) - self.code_point(start) + 1 }
    }

    /// A span in code points.
    pub fn code_points(&self, span: Span) -> Range<usize> {
        self.code_point(span.start)..self.code_point(span.end)
    }

    /// A span in UTF-16 units.
    pub fn utf16_units(&self, span: Span) -> Range<usize> {
        self.utf16(span.start)..self.utf16(span.end)
    }

    /// The byte offset behind so many code points; the end where there are fewer.
    pub fn byte_of_code_point(&self, code_point: usize) -> usize {
        self.byte_of(code_point, |mark| mark.code_points, |_| 1)
    }

    /// The byte offset behind so many UTF-16 units; the end where there are fewer, and the start of the character where
    /// the offset divides one.
    pub fn byte_of_utf16(&self, utf16: usize) -> usize {
        self.byte_of(utf16, |mark| mark.utf16, char::len_utf16)
    }

    fn count(&self, byte: usize) -> Mark {
        let byte = self.floor(byte);
        match self.marks.get(byte / STEP) {
            None => Mark { code_points: byte, utf16: byte },
            Some(mark) => self.text.as_bytes()[byte / STEP * STEP..byte].iter().fold(*mark, |mark, b| mark.after(*b)),
        }
    }

    fn byte_of(&self, wanted: usize, unit: impl Fn(&Mark) -> usize, width: impl Fn(char) -> usize) -> usize {
        if self.marks.is_empty() {
            return wanted.min(self.text.len());
        }
        let block = self.marks.partition_point(|mark| unit(mark) <= wanted).saturating_sub(1);
        let mut byte = self.ceil(block * STEP);
        let mut left = wanted - unit(&self.marks[block]);
        for c in self.text[byte..].chars() {
            if left < width(c) {
                break;
            }
            left -= width(c);
            byte += c.len_utf8();
        }
        byte
    }

    fn floor(&self, byte: usize) -> usize {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        byte
    }

    fn ceil(&self, byte: usize) -> usize {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte += 1;
        }
        byte
    }
}

impl Mark {
    fn after(self, byte: u8) -> Self {
        let first = byte & 0xC0 != 0x80;
        Self {
            code_points: self.code_points + usize::from(first),
            utf16: self.utf16 + usize::from(first) + usize::from(byte >= 0xF0),
        }
    }
}

fn marks(text: &str) -> Vec<Mark> {
    if text.is_ascii() {
        return Vec::new();
    }
    let mut mark = Mark::default();
    let mut marks = vec![mark];
    for block in text.as_bytes().chunks(STEP) {
        mark = block.iter().fold(mark, |mark, byte| mark.after(*byte));
        marks.push(mark);
    }
    marks
}

fn lines(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let ends =
        bytes.iter().enumerate().filter(|&(i, &b)| b == b'\n' || (b == b'\r' && bytes.get(i + 1) != Some(&b'\n')));
    std::iter::once(0).chain(ends.map(|(i, _)| i + 1)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_end_in_every_convention() {
        let at = |text: &str, byte| {
            let position = Offsets::new(text).position(byte);
            (position.line, position.column)
        };
        assert_eq!(at("", 0), (1, 1));
        assert_eq!(at("a\r\nb", 3), (2, 1));
        assert_eq!(at("a\rb\n\nc", 5), (4, 1));
        assert_eq!(at("é!\n", 2), (1, 2));
        assert_eq!(at("é!\n", 1), (1, 1), "inside a character");
        assert_eq!(at("é!\n", 99), (2, 1), "behind the end");
    }

    proptest! {
        #[test]
        fn counts_as_the_standard_library_does(text in "(\\PC|[aé🚒\r\n]{0,200}){0,12}") {
            let offsets = Offsets::new(&text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let before = &text[..byte];
                prop_assert_eq!(offsets.code_point(byte), before.chars().count());
                prop_assert_eq!(offsets.utf16(byte), before.encode_utf16().count());
                prop_assert_eq!(offsets.byte_of_code_point(offsets.code_point(byte)), byte);
                prop_assert_eq!(offsets.byte_of_utf16(offsets.utf16(byte)), byte);
            }
        }
    }
}
