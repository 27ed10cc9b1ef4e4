//! Quotation marks paired into quotations: curly, straight, double and single, nested, unbalanced, over several paragraphs.
//! What is speech and what is a scare quote is not decided here.

use super::{Extent, NONE, marks, places};
use crate::tag::{Word, function};
use crate::token::Gap;

/// A stretch between quotation marks. Positions are word indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// The opening mark.
    pub open: u32,
    /// The closing mark; absent where the text has none before the end of the paragraph.
    pub close: Option<u32>,
    /// The words between the marks.
    pub inner: Extent,
    /// Whether it carries on an unclosed quotation of the paragraph before.
    pub continued: bool,
    /// Whether the marks are double.
    pub double: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Open,
    Close,
    /// Straight: its neighbours decide.
    Either,
}

#[derive(Clone, Copy)]
struct Mark {
    direction: Direction,
    /// What its neighbours say.
    leans: Direction,
    double: bool,
}

struct Pending {
    open: u32,
    double: bool,
    continued: bool,
}

/// Quotations nest no deeper than this; a deeper mark opens nothing.
const DEEPEST: usize = 8;
/// A single straight quote opens only where another one stands within so many words.
const SINGLE_REACH: usize = 60;

/// For each word the innermost quotation that holds it between its marks, [`NONE`] for none.
pub(super) fn innermost(words: usize, quotations: &[Quotation]) -> Vec<u32> {
    let mut at = vec![NONE; words];
    for (quotation, id) in quotations.iter().zip(0..) {
        at[quotation.inner.range()].fill(id);
    }
    at
}

/// Pairs the quotation marks of a text. The result is ordered by the opening mark.
pub(crate) fn quotations(words: &[Word]) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut stack: Vec<Pending> = Vec::new();
    let mut unclosed = false;
    for i in places(marks(words, |word| (word.gap == Gap::Paragraph) | is_spelled_as_mark(word))) {
        let i = i as usize;
        let word = &words[i];
        if word.gap == Gap::Paragraph {
            unclosed = stack.iter().any(|pending| pending.double);
            if !stack.is_empty() {
                close_all(&mut stack, i as u32, &mut found);
            }
        }
        let Some(mark) = mark(words, i) else { continue };
        let continued = word.gap == Gap::Paragraph && unclosed;
        let opens = match mark.direction {
            // a mark of the wrong direction: "he asked,” and left“"
            Direction::Open => !(mark.leans == Direction::Close && stack.iter().any(|open| open.double == mark.double)),
            Direction::Close => mark.leans == Direction::Open && stack.iter().all(|open| open.double != mark.double),
            Direction::Either => {
                stack.iter().all(|pending| pending.double != mark.double) && (mark.double || closes_later(words, i))
            }
        };
        if !opens {
            close(&mut stack, i as u32, mark.double, &mut found);
        } else if stack.len() < DEEPEST {
            stack.push(Pending { open: i as u32, double: mark.double, continued });
        }
    }
    close_all(&mut stack, words.len() as u32, &mut found);
    found.sort_unstable_by_key(|quotation| quotation.open);
    found
}

/// Whether the word is a quotation mark of any kind.
#[inline]
pub(crate) fn is_quote_mark(word: &Word) -> bool {
    is_spelled_as_mark(word) && word.end - word.start <= 3
}

/// Whether it hashes like a mark; an apostrophe is one too, however it is curled.
#[inline]
fn is_spelled_as_mark(word: &Word) -> bool {
    function!(word.function, "\"" | "“" | "”" | "„" | "«" | "»" | "``" | "''" | "‘" | "'")
}

/// Direction by spelling alone, and whether the mark is double. A lone apostrophe ("the workers' union") is none.
fn spelling(word: &Word) -> Option<(Direction, bool)> {
    Some(match word.function {
        // two single marks open as well as close where a text knows no others
        mark if function!(mark, "\"" | "''") => (Direction::Either, true),
        mark if function!(mark, "“" | "„" | "«" | "``") => (Direction::Open, true),
        mark if function!(mark, "”" | "»") => (Direction::Close, true),
        mark if function!(mark, "‘") => (Direction::Open, false),
        mark if function!(mark, "'") => (Direction::Either, false),
        _ => return None,
    })
}

fn mark(words: &[Word], i: usize) -> Option<Mark> {
    let word = &words[i];
    if !is_quote_mark(word) || word.gap == Gap::Inside {
        return None;
    }
    let (direction, double) = spelling(word)?;
    let leans = if double { by_neighbours(words, i) } else { Direction::Either };
    let direction = match direction {
        Direction::Either => by_neighbours(words, i),
        // a curly single quote hashes like the straight one; by its length it is the curly, which closes
        _ => direction,
    };
    let direction = if !double && word.end - word.start == 3 && function!(word.function, "'") {
        Direction::Close
    } else {
        direction
    };
    Some(Mark { direction, leans, double })
}

/// A straight mark with a blank on one side only leans to the other side.
fn by_neighbours(words: &[Word], i: usize) -> Direction {
    let is_tight = |word: &Word| matches!(word.gap, Gap::Tight | Gap::Inside);
    let before = !is_tight(&words[i]) || i == 0;
    let after = words.get(i + 1).is_some_and(is_tight);
    let opener_before = i > 0 && is_opener(&words[i - 1]);
    match (before || opener_before, after) {
        (true, true) => Direction::Open,
        (false, false) => Direction::Close,
        _ => Direction::Either,
    }
}

fn is_opener(word: &Word) -> bool {
    function!(word.function, "(" | "[" | "—" | "--")
}

fn closes_later(words: &[Word], i: usize) -> bool {
    words[i + 1..]
        .iter()
        .take(SINGLE_REACH)
        .take_while(|word| word.gap != Gap::Paragraph)
        .any(|word| word.gap != Gap::Inside && spelling(word).is_some_and(|(_, double)| !double))
}

fn close(stack: &mut Vec<Pending>, at: u32, double: bool, found: &mut Vec<Quotation>) {
    let Some(depth) = stack.iter().rposition(|pending| pending.double == double) else { return };
    // what was opened inside and never closed is no quotation
    stack.truncate(depth + 1);
    if let Some(Pending { open, double, continued }) = stack.pop() {
        found.push(Quotation { open, close: Some(at), inner: Extent::new(open + 1, at), continued, double });
    }
}

fn close_all(stack: &mut Vec<Pending>, end: u32, found: &mut Vec<Quotation>) {
    for Pending { open, double, continued } in stack.drain(..) {
        if double {
            found.push(Quotation { open, close: None, inner: Extent::new(open + 1, end), continued, double });
        }
    }
}
