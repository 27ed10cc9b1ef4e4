//! Counts: how many of something a noun phrase names, as bounds. It reads number words and digits with what limits them
//! ("at least", "up to", "dozens of"); it does not read measures (5 km, 20 years), money, dates or ordinals.

use std::ops::Range;

use super::wordbook::Wordbook;
use crate::error::Error;
use crate::lexicon::{find, lines, trim};
use crate::model::Count;
use crate::syntax::one_of;
use crate::tag::{Pos, Word, function};
use crate::token::{Gap, TokenKind, hash};

/// The number words of a language.
#[derive(Debug, Default)]
pub(crate) struct Numbers {
    words: Wordbook<Meaning>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Meaning {
    Number(u64, u64),
    Times(u64),
    Bound(Bound),
    Unit,
    /// Once, twice: how often.
    Often(u64),
}

/// What is said of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Bound {
    Least,
    Above,
    Most,
    Below,
    About,
    Exact,
}

impl Numbers {
    /// Reads lines such as `at least = min..`.
    pub fn parse(origin: &str, text: &str) -> Result<Self, Error> {
        let mut numbers = Self::default();
        for (line, content) in (1..).zip(lines(text)) {
            let content = trim(content);
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            let fail = || Error::new(origin, line, format!("\"{content}\" is no number word; write \"three = 3\""));
            let sign = find(content, b'=').ok_or_else(fail)?;
            let meaning = meaning_of(trim(&content[sign + 1..])).ok_or_else(fail)?;
            numbers.words.add(&content[..sign], meaning).ok_or_else(fail)?;
        }
        numbers.words.sort();
        Ok(numbers)
    }

    /// The count that stands in a noun phrase: before its head, or as its head ("killed 12", "dozens of villages").
    pub fn count(&self, text: &str, words: &[Word], phrase: Range<usize>, head: usize) -> Option<Count> {
        let last = phrase.end.min(words.len());
        let mut at = phrase.start;
        while at <= head && at < last {
            if let Some((number, end)) = self.number(text, words, at, last) {
                // "the September 11 attacks": behind a name it tells which
                let label = at > phrase.start && words[at - 1].pos == Pos::Propn && end <= head;
                if !label && self.counts(words, end, last, head) {
                    return Some(self.bounded(text, words, at, end, last, number));
                }
                at = end;
            } else {
                // What hangs on a preposition is counted apart: "the leaders of three parties".
                at += 1;
            }
        }
        None
    }

    /// How often the adverb at `at` says that something happens: "at least once". Without a bound it may mean something else
    /// ("once the talks began", "once a week"), unless the clause ends there.
    pub fn occasions(&self, words: &[Word], at: usize) -> Option<Count> {
        let (Meaning::Often(often), length) = self.meaning(words, at, words.len())? else { return None };
        // "must leave at once"
        if at.checked_sub(1).is_some_and(|before| function!(words[before].function, "at")) {
            return None;
        }
        let mut count = Count { min: often, max: Some(often), approximate: false };
        let bound = self.bound_before(words, at);
        if let Some((bound, _)) = bound {
            apply(bound, &mut count);
        }
        // "twice on Friday", but neither "twice as many" nor "twice the size"
        let last = words.get(at + length).is_none_or(|word| {
            let adjunct =
                function!(word.function, "on" | "in" | "at" | "since" | "within" | "near" | "before" | "after");
            word.pos == Pos::Punct || adjunct
        });
        (bound.is_some() || last).then_some(count)
    }

    /// A number that starts at `at`, and the word behind it.
    pub(super) fn amount(&self, text: &str, words: &[Word], at: usize, last: usize) -> Option<((u64, u64), usize)> {
        self.number(text, words, at, last)
    }

    /// Whether a number that ends here counts the head rather than measures something or is part of a word.
    fn counts(&self, words: &[Word], end: usize, last: usize, head: usize) -> bool {
        match words.get(end) {
            Some(next) if end < last && next.gap == Gap::Tight && head >= end => false,
            Some(_) if end < last && head >= end => !matches!(self.meaning(words, end, last), Some((Meaning::Unit, _))),
            _ => true,
        }
    }

    /// A number that starts at `at`, without what bounds it, and the word behind it.
    fn number(&self, text: &str, words: &[Word], at: usize, last: usize) -> Option<((u64, u64), usize)> {
        if let Some((Meaning::Number(min, max), len)) = self.meaning(words, at, last) {
            return Some(self.multiplied((min as f64, max as f64), words, at + len, last));
        }
        let word = words.get(at)?;
        if word.kind != TokenKind::Number || at > 0 && is_money(text, &words[at - 1], word) {
            return None;
        }
        let digits = text.get(word.start as usize..word.end as usize)?;
        let (value, plain) = digits_value(digits)?;
        let (found, end) = self.multiplied((value, value), words, at + 1, last);
        // A bare number of four digits in these centuries is a year.
        let year = plain && end == at + 1 && (1900.0..2100.0).contains(&value);
        let whole = value.fract() == 0.0 || end > at + 1;
        (!year && whole).then_some((found, end))
    }

    /// Reads on behind a number word: "five | hundred thousand", "twenty | - five", "a hundred | and fifty".
    fn multiplied(&self, mut value: (f64, f64), words: &[Word], mut at: usize, last: usize) -> ((u64, u64), usize) {
        let mut total = (0.0, 0.0);
        let mut multiplied = 1;
        while at < last {
            let next = match words[at].gap {
                Gap::Tight if is_hyphen(&words[at]) => at + 1,
                _ => at,
            };
            match self.meaning(words, next, last) {
                Some((Meaning::Times(by), len)) => {
                    value = (value.0 * by as f64, value.1 * by as f64);
                    multiplied = by;
                    at = next + len;
                }
                // twenty-five, two hundred five
                Some((Meaning::Number(min, max), 1))
                    if min == max && min > 0 && fits_below(value.0, min, multiplied) =>
                {
                    if multiplied >= 1000 {
                        total = (total.0 + value.0, total.1 + value.1);
                        value = (min as f64, min as f64);
                    } else {
                        value = (value.0 + min as f64, value.1 + min as f64);
                    }
                    multiplied = 1;
                    at = next + 1;
                }
                _ => break,
            }
        }
        let sum = |a: f64, b: f64| (a + b).round().clamp(0.0, 1e18) as u64;
        ((sum(total.0, value.0), sum(total.1, value.1)), at)
    }

    /// The number with what stands before and behind it: "at least 12", "10 to 15", "12 or more".
    fn bounded(
        &self,
        text: &str,
        words: &[Word],
        start: usize,
        end: usize,
        last: usize,
        (min, max): (u64, u64),
    ) -> Count {
        let mut count = Count { min, max: Some(max), approximate: false };
        let joint = words.get(end).filter(|_| end + 1 < words.len()).map(|word| word.hash);
        let range = [b"to".as_slice(), b"and", b"or", b"-"].iter().position(|w| joint == Some(hash(w)));
        let dash = joint == Some(hash("–".as_bytes()));
        let between = start > 0 && words[start - 1].hash == hash(b"between");
        if dash || range.is_some_and(|r| r != 1 || between) {
            if let Some(((_, upper), _)) = self.number(text, words, end + 1, (end + 4).min(words.len())) {
                count.max = Some(upper.max(max));
                return count;
            }
        }
        let mut at = start;
        while let Some((bound, from)) = self.bound_before(words, at) {
            apply(bound, &mut count);
            at = from;
            // "at least some 40": one of each kind at most
            if bound != Bound::Exact && bound != Bound::About {
                break;
            }
        }
        if let Some((Meaning::Bound(bound @ (Bound::Least | Bound::Most | Bound::About)), _)) =
            self.meaning(words, end, (last + 2).min(words.len()))
        {
            apply(bound, &mut count);
        }
        count
    }

    /// What bounds a number and ends just before it, and where it starts.
    fn bound_before(&self, words: &[Word], end: usize) -> Option<(Bound, usize)> {
        (end.saturating_sub(4)..end).find_map(|from| match self.meaning(words, from, end) {
            Some((Meaning::Bound(bound), len)) if from + len == end && !is_particle(words, from) => Some((bound, from)),
            _ => None,
        })
    }

    fn meaning(&self, words: &[Word], at: usize, last: usize) -> Option<(Meaning, usize)> {
        self.words.at(words.get(at..last.min(words.len()))?)
    }
}

/// "agreed to hand over 12 trucks" counts 12.
fn is_particle(words: &[Word], at: usize) -> bool {
    let hands = |word: &Word| one_of!(word.hash, "hand" | "hands" | "handed" | "handing");
    one_of!(words[at].hash, "over") && at.checked_sub(1).is_some_and(|before| hands(&words[before]))
}

fn meaning_of(text: &str) -> Option<Meaning> {
    Some(match text {
        "min.." => Meaning::Bound(Bound::Least),
        "above.." => Meaning::Bound(Bound::Above),
        "..max" => Meaning::Bound(Bound::Most),
        "..below" => Meaning::Bound(Bound::Below),
        "~" => Meaning::Bound(Bound::About),
        "exact" => Meaning::Bound(Bound::Exact),
        "unit" => Meaning::Unit,
        _ if text.starts_with("often ") => Meaning::Often(text[6..].parse().ok()?),
        _ => match (text.strip_prefix('x'), text.split_once("..")) {
            (Some(times), _) => Meaning::Times(times.parse().ok()?),
            (_, Some((min, max))) => Meaning::Number(min.parse().ok()?, max.parse().ok()?),
            _ => text.parse().ok().map(|n| Meaning::Number(n, n))?,
        },
    })
}

fn apply(bound: Bound, count: &mut Count) {
    match bound {
        Bound::Least => count.max = None,
        Bound::Above => *count = Count { min: count.min + 1, max: None, ..*count },
        Bound::Most => count.min = 0,
        Bound::Below => *count = Count { min: 0, max: count.max.map(|max| max.saturating_sub(1)), ..*count },
        Bound::About => count.approximate = true,
        Bound::Exact => {}
    }
}

/// Whether a smaller number word may follow: "twenty five", "two hundred twenty", not "two three".
fn fits_below(value: f64, next: u64, multiplied: u64) -> bool {
    match multiplied {
        1 => (20.0..100.0).contains(&value) && value % 10.0 == 0.0 && next < 10,
        by => next < by,
    }
}

/// The value of digits with separators, and whether they are nothing but digits.
fn digits_value(digits: &str) -> Option<(f64, bool)> {
    let (digits, times) = match digits.as_bytes().last()? {
        b'k' | b'K' => (&digits[..digits.len() - 1], 1e3),
        b'm' | b'M' => (&digits[..digits.len() - 1], 1e6),
        _ => (digits, 1.0),
    };
    let plain = digits.bytes().all(|b| b.is_ascii_digit());
    if !plain && !digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.')) {
        return None;
    }
    let grouped = digits.split(',').skip(1).all(|group| group.split('.').next().is_some_and(|g| g.len() == 3));
    let value: f64 = digits.replace(',', "").parse().ok().filter(|_| grouped)?;
    (value < 1e15).then_some((value * times, plain && times == 1.0))
}

fn is_hyphen(word: &Word) -> bool {
    word.hash == hash(b"-")
}

fn is_money(text: &str, before: &Word, number: &Word) -> bool {
    let sign = text.get(before.start as usize..before.end as usize).unwrap_or("");
    number.gap != Gap::Space && (sign.ends_with(['$', '€', '£', '¥']) || sign.starts_with(['$', '€', '£', '¥']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tag::{FunctionWord, Marks, VerbForm};
    use crate::token::Shape;

    /// The count in a phrase given as words between blanks; the head is the last word, or the one marked with `*`.
    fn check(phrase: &str, expected: Option<(u64, Option<u64>, bool)>) {
        let numbers = Numbers::parse("numbers", include_str!("../english/lexicon/numbers.txt")).unwrap();
        let text = phrase.replace('*', "");
        let mut words = Vec::new();
        let mut head = None;
        let mut start = 0;
        for piece in phrase.split(' ') {
            head = if piece.starts_with('*') { Some(words.len()) } else { head };
            let piece = piece.trim_start_matches('*');
            let number = piece.starts_with(|c: char| c.is_ascii_digit());
            words.push(Word {
                start: start as u32,
                end: (start + piece.len()) as u32,
                hash: hash(piece.as_bytes()),
                entry: 0,
                row: 0,
                marks: Marks::default(),
                kind: if number { TokenKind::Number } else { TokenKind::Word },
                shape: Shape(0),
                gap: if piece == "-" { Gap::Tight } else { Gap::Space },
                pos: Pos::Noun,
                form: VerbForm::None,
                function: FunctionWord::of(hash(piece.as_bytes())),
            });
            start += piece.len() + 1;
        }
        let head = head.unwrap_or(words.len() - 1);
        let found = numbers.count(&text, &words, 0..words.len(), head);
        let expected = expected.map(|(min, max, approximate)| Count { min, max, approximate });
        assert_eq!(found, expected, "{phrase}");
    }

    #[test]
    fn counts() {
        check("12 people", Some((12, Some(12), false)));
        check("twenty - five people", Some((25, Some(25), false)));
        check("12,000 people", Some((12_000, Some(12_000), false)));
        check("2.5 million people", Some((2_500_000, Some(2_500_000), false)));
        check("two hundred thousand people", Some((200_000, Some(200_000), false)));
        check("one thousand two hundred men", Some((1200, Some(1200), false)));
        check("hundreds of thousands of people", Some((200_000, Some(999_999), false)));
        check("*dozens of villages", Some((24, Some(99), false)));
        check("a dozen shells", Some((12, Some(12), false)));
        check("two dozen shells", Some((24, Some(24), false)));
        check("several dozen shells", Some((36, Some(99), false)));
        check("several shells", Some((3, Some(9), false)));
        check("no casualties", Some((0, Some(0), false)));
        check("another 30 people", Some((30, Some(30), false)));
        check("*12", Some((12, Some(12), false)));
    }

    #[test]
    fn bounds() {
        check("at least 12 people", Some((12, None, false)));
        check("more than 300 strikes", Some((301, None, false)));
        check("up to 9 men", Some((0, Some(9), false)));
        check("as many as two dozen men", Some((0, Some(24), false)));
        check("fewer than 10 men", Some((0, Some(9), false)));
        check("about 40 men", Some((40, Some(40), true)));
        check("at least some 40 men", Some((40, None, true)));
        check("10 to 15 men", Some((10, Some(15), false)));
        check("between 10 and 15 men", Some((10, Some(15), false)));
        check("five or six men", Some((5, Some(6), false)));
        check("12 or more men", Some((12, None, false)));
        check("more than a dozen men", Some((13, None, false)));
    }

    #[test]
    fn no_counts() {
        check("a mosque", None);
        check("the leaders", None);
        check("a 12 - year - old boy", None);
        check("a 20 km march", None);
        check("the 2016 attacks", None);
        check("the *leaders of three parties", None);
        check("a 3.5 litre engine", None);
        check("the 1/2 men", None);
    }

    #[test]
    fn bad_lines_are_reported() {
        let error = Numbers::parse("n.txt", "three 3").unwrap_err().to_string();
        assert_eq!(error, "n.txt:1: \"three 3\" is no number word; write \"three = 3\"");
    }
}
