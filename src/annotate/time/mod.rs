//! Times: which words of an argument say when, and as which value. It reads dates, days of the week, what is told from
//! the day of the text ("three weeks ago") or from a time told before ("two days later"), seasons and the clock. It does
//! not look for the time told before, and knows no holidays whose day moves.

mod clock;
mod resolve;

use super::quantity::Numbers;
use super::wordbook::Wordbook;
use crate::error::Error;
use crate::model::{Date, Season, TimeBound, TimePart, TimeUnit, TimeValue, Toward};
use crate::syntax::Extent;
use crate::tag::{Pos, Word};
use crate::token::{Shape, TokenKind, hash};

pub(super) use resolve::days;

/// What the text says of a time, and where.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct FoundTime {
    pub extent: Extent,
    pub value: TimeValue,
    pub part: Option<TimePart>,
    pub bound: TimeBound,
}

/// The time words of a language.
#[derive(Debug, Default)]
pub(crate) struct TimeWords {
    words: Wordbook<Meaning>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Meaning {
    Month(u8),
    Weekday(u8),
    Unit(TimeUnit, i32),
    Offset(TimeUnit, i32, i32),
    Part(TimePart),
    Shift(i32),
    Span(Toward),
    /// So many units from a time told before.
    Apart(i32),
    Season(Season),
    /// The same day every year.
    Holiday(u8, u8),
    Ago,
    Bound(TimeBound),
}

impl TimeWords {
    /// Reads lines such as `monday, mon. = weekday 1`.
    pub fn parse(origin: &str, text: &str) -> Result<Self, Error> {
        let mut words = Self::default();
        for (line, content) in (1..).zip(text.lines()) {
            let content = content.trim();
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            let fail =
                || Error::new(origin, line, format!("\"{content}\" is no time word; write \"monday = weekday 1\""));
            let (entries, meaning) = content.split_once('=').ok_or_else(fail)?;
            let meaning = meaning_of(meaning.trim()).ok_or_else(fail)?;
            for entry in entries.split(',') {
                words.words.add(entry, meaning).ok_or_else(fail)?;
            }
        }
        words.words.sort();
        Ok(words)
    }

    /// Whether a noun phrase is a time from its first word to its last: "2015", "mid-May".
    pub fn is_time(&self, text: &str, words: &[Word], numbers: &Numbers, phrase: Extent) -> bool {
        let reader = Reader { times: self, text, words, numbers, last: phrase.last as usize };
        reader.time(phrase.first as usize).is_some_and(|found| found.extent.last == phrase.last)
    }

    /// The first time that starts in the words of an argument; it may reach beyond its end ("Monday, May 4").
    pub fn find(&self, text: &str, words: &[Word], numbers: &Numbers, within: Extent) -> Option<FoundTime> {
        let reader =
            Reader { times: self, text, words, numbers, last: (within.last as usize + REACH).min(words.len()) };
        let first = within.first as usize;
        // "earlier | this week"
        let before = first.checked_sub(1).filter(|&at| reader.meaning(at).is_some_and(|(m, _)| is_of_period(m)));
        (before.unwrap_or(first)..within.last as usize).take(LONGEST).find_map(|at| reader.time(at))
    }
}

/// How many words of an argument are looked at, and how far a time may reach beyond its end.
const LONGEST: usize = 12;
const REACH: usize = 6;

fn meaning_of(text: &str) -> Option<Meaning> {
    let mut parts = text.split_whitespace();
    let kind = parts.next()?;
    let value = parts.next().unwrap_or("");
    let more = parts.next();
    Some(match kind {
        "month" => Meaning::Month(value.parse().ok()?),
        "weekday" => Meaning::Weekday(value.parse().ok()?),
        "unit" => Meaning::Unit(unit(value)?, more.map_or(Some(1), |times| times.strip_prefix('x')?.parse().ok())?),
        "offset" => {
            let (min, max) = more?.split_once("..").unwrap_or((more?, more?));
            Meaning::Offset(unit(value)?, min.parse().ok()?, max.parse().ok()?)
        }
        "part" => Meaning::Part(match value {
            "early" => TimePart::Early,
            "middle" => TimePart::Middle,
            "late" => TimePart::Late,
            "earlier" => TimePart::Earlier,
            "later" => TimePart::Later,
            "morning" => TimePart::Morning,
            "afternoon" => TimePart::Afternoon,
            "evening" => TimePart::Evening,
            "night" => TimePart::Night,
            _ => return None,
        }),
        "shift" => Meaning::Shift(value.parse().ok()?),
        "span" => Meaning::Span(match value {
            "-" => Toward::Past,
            "+" => Toward::Future,
            _ => return None,
        }),
        "apart" => Meaning::Apart(value.parse().ok()?),
        "season" => Meaning::Season(match value {
            "spring" => Season::Spring,
            "summer" => Season::Summer,
            "autumn" => Season::Autumn,
            "winter" => Season::Winter,
            _ => return None,
        }),
        "holiday" => Meaning::Holiday(value.parse().ok()?, more?.parse().ok()?),
        "ago" => Meaning::Ago,
        "bound" => Meaning::Bound(match value {
            "since" => TimeBound::Since,
            "until" => TimeBound::Until,
            "before" => TimeBound::Before,
            "after" => TimeBound::After,
            _ => return None,
        }),
        _ => return None,
    })
}

fn unit(name: &str) -> Option<TimeUnit> {
    Some(match name {
        "hour" => TimeUnit::Hour,
        "day" => TimeUnit::Day,
        "week" => TimeUnit::Week,
        "month" => TimeUnit::Month,
        "year" => TimeUnit::Year,
        _ => return None,
    })
}

struct Reader<'a> {
    times: &'a TimeWords,
    text: &'a str,
    words: &'a [Word],
    numbers: &'a Numbers,
    last: usize,
}

/// A value, the part of it that its own words name, and the word behind it.
type Core = (TimeValue, Option<TimePart>, usize);

impl Reader<'_> {
    /// A time that starts at a word: "early last May".
    fn time(&self, start: usize) -> Option<FoundTime> {
        let mut at = self.skip_article(start);
        let mut part = None;
        if let Some((meaning @ Meaning::Part(found), end)) = self.meaning(at) {
            if is_of_period(meaning) {
                part = Some(found);
                at = self.skip_article(self.skip(end, b"-"));
            }
        }
        let (value, own, end) = self.core(at).or_else(|| self.joined(at)).or_else(|| self.clock_and_day(at))?;
        // "Monday at 7 a.m."
        let (clock, end) = self.clock_behind(end).map_or((None, end), |(part, end)| (Some(part), end));
        let extent = Extent::new(start as u32, end as u32);
        Some(FoundTime { extent, value, part: own.or(clock).or(part), bound: self.bound(start) })
    }

    /// "mid-May", which is one word.
    fn joined(&self, at: usize) -> Option<Core> {
        let month = self.slice(at)?.split_once('-').filter(|(part, _)| part.eq_ignore_ascii_case("mid"))?.1;
        let meaning = self.times.words.of_hash(hash(month.to_ascii_lowercase().as_bytes()));
        let Some(Meaning::Month(month)) = meaning else { return None };
        let year = self.year(at + 1);
        let value = TimeValue::Calendar { year, month: Some(month), day: None, toward: None };
        Some((value, Some(TimePart::Middle), at + 1 + usize::from(year.is_some())))
    }

    /// How the event lies to the time that starts here, by the preposition in front of it.
    fn bound(&self, start: usize) -> TimeBound {
        (start.saturating_sub(2)..start)
            .find_map(|at| match self.meaning(at) {
                Some((Meaning::Bound(bound), end)) if end == start => Some(bound),
                _ => None,
            })
            .unwrap_or_default()
    }

    fn core(&self, at: usize) -> Option<Core> {
        match self.meaning(at) {
            Some((Meaning::Offset(unit, min, max), end)) => {
                let (part, end) = self.day_part(end);
                Some((TimeValue::Offset { unit, min, max }, part, end))
            }
            Some((Meaning::Shift(shift), end)) => self.shifted(shift, end),
            Some((Meaning::Span(toward), end)) => self.span(toward, end),
            Some((Meaning::Apart(side), end)) => self.apart(side, end),
            Some((Meaning::Season(season), end)) if matches!(self.words[at].pos, Pos::Noun | Pos::Propn) => {
                let year_at = self.skip(end, b"of");
                let year = self.year(year_at);
                let end = if year.is_some() { year_at + 1 } else { end };
                Some((TimeValue::Season { season, year, toward: None }, None, end))
            }
            Some((Meaning::Holiday(month, day), end)) if self.words[at].shape.has(Shape::CAPITAL) => {
                let year_at = self.skip(end, b",");
                let year = self.year(year_at);
                let end = if year.is_some() { year_at + 1 } else { end };
                Some((TimeValue::Calendar { year, month: Some(month), day: Some(day), toward: None }, None, end))
            }
            Some((Meaning::Weekday(day), end)) if self.is_name(at) => {
                // "Monday, May 4": the date says it all
                let date = self.skip(end, b",");
                if let Some((value, end)) = self.date(date) {
                    return Some((value, None, end));
                }
                let (part, end) = self.day_part(end);
                Some((TimeValue::Weekday { day, toward: None }, part, end))
            }
            Some((Meaning::Month(_), _)) => self.date(at).map(|(value, end)| (value, None, end)),
            _ => self
                .back(at)
                .or_else(|| self.years(at))
                .or_else(|| self.date(at).map(|(value, end)| (value, None, end))),
        }
    }

    /// Behind "last", "this", "next".
    fn shifted(&self, shift: i32, at: usize) -> Option<Core> {
        let toward = match shift {
            0 => None,
            _ if shift < 0 => Some(Toward::Past),
            _ => Some(Toward::Future),
        };
        match self.meaning(at)? {
            (Meaning::Unit(unit, times), end) => {
                if self.is_plural(at) {
                    return self.span(toward?, at);
                }
                // "the next day" is the one after a day told before, "tomorrow" is the next one from here
                if shift > 0 && matches!(unit, TimeUnit::Hour | TimeUnit::Day) {
                    return self.apart(shift, at);
                }
                let value = TimeValue::Offset { unit, min: shift * times, max: shift * times };
                Some((value, None, end))
            }
            (Meaning::Weekday(day), end) => {
                let (part, end) = self.day_part(end);
                Some((TimeValue::Weekday { day, toward }, part, end))
            }
            (Meaning::Month(month), end) => {
                Some((TimeValue::Calendar { year: None, month: Some(month), day: None, toward }, None, end))
            }
            (Meaning::Season(season), end) => Some((TimeValue::Season { season, year: None, toward }, None, end)),
            // "last night" began a day ago, "this morning" is today's
            (Meaning::Part(part), end) if is_of_day(part) => {
                Some((TimeValue::Offset { unit: TimeUnit::Day, min: shift, max: shift }, Some(part), end))
            }
            // "this past week"
            (Meaning::Span(toward), end) if shift == 0 => self.span(toward, end),
            _ => self.span(toward?, at),
        }
    }

    /// Behind "past", "coming": so many units, or a few.
    fn span(&self, toward: Toward, at: usize) -> Option<Core> {
        let ((_, most), unit_at) = self.number(at).unwrap_or(((1, 1), at));
        let (Meaning::Unit(unit, times), end) = self.meaning(unit_at)? else { return None };
        // "in recent weeks": several
        let most = if unit_at == at && self.is_plural(unit_at) { SEVERAL.1 } else { most };
        let most = most.checked_mul(times)?;
        let (min, max) = match toward {
            Toward::Past => (-most, 0),
            Toward::Future => (0, most),
        };
        Some((TimeValue::Offset { unit, min, max }, None, end))
    }

    /// "three weeks ago", "days ago", "a year ago".
    fn back(&self, at: usize) -> Option<Core> {
        let ((min, max), unit_at) = match self.number(at) {
            Some(number) => number,
            None if self.meaning(at).is_some_and(|(meaning, _)| matches!(meaning, Meaning::Unit(..))) => {
                (if self.is_plural(at) { SEVERAL } else { (1, 1) }, at)
            }
            None => return None,
        };
        let (Meaning::Unit(unit, times), end) = self.meaning(unit_at)? else { return None };
        let (min, max) = (min.checked_mul(times)?, max.checked_mul(times)?);
        let (meaning, end) = self.meaning(end)?;
        let value = match meaning {
            Meaning::Ago => TimeValue::Offset { unit, min: -max, max: -min },
            Meaning::Part(TimePart::Later) => TimeValue::Relative { unit, min, max },
            Meaning::Part(TimePart::Earlier) => TimeValue::Relative { unit, min: -max, max: -min },
            _ => return None,
        };
        Some((value, None, end))
    }

    /// Behind "previous", "following": a unit, or a stretch of several, next to a time told before.
    fn apart(&self, side: i32, at: usize) -> Option<Core> {
        let (number, unit_at) = self.number(at).unwrap_or(((1, 1), at));
        let (Meaning::Unit(unit, times), end) = self.meaning(unit_at)? else { return None };
        let far = side.checked_mul(number.1)?.checked_mul(times)?;
        let (min, max) = if unit_at == at && !self.is_plural(at) { (far, far) } else { (far.min(0), far.max(0)) };
        // "the following days": several
        let many = unit_at == at && self.is_plural(at);
        let (min, max) = if many { (min * SEVERAL.1, max * SEVERAL.1) } else { (min, max) };
        Some((TimeValue::Relative { unit, min, max }, None, end))
    }

    /// "The 1990s", "from 2003 to 2011", "2003-2011".
    fn years(&self, at: usize) -> Option<Core> {
        let decade = self.slice(at)?.strip_suffix('s').map(|text| text.trim_end_matches(['\'', '’']));
        let decade =
            decade.filter(|text| text.len() == 4 && text.ends_with('0') && text.bytes().all(|b| b.is_ascii_digit()));
        if let Some(first) = decade.and_then(|text| text.parse().ok()).filter(|year| (1000..2200).contains(year)) {
            return Some((TimeValue::Years { first, last: first + 9 }, None, at + 1));
        }
        let first = self.year(at)?;
        let joint = self.words.get(at + 1).filter(|_| at + 1 < self.last)?.hash;
        let before = at.checked_sub(1).map_or(0, |at| self.words[at].hash);
        let joined =
            joint == hash(b"to") && before == hash(b"from") || joint == hash(b"-") || joint == hash("–".as_bytes());
        let last = self.year(at + 2).filter(|&last| joined && last > first)?;
        Some((TimeValue::Years { first, last }, None, at + 3))
    }

    /// A date of the calendar: "May 4, 2015", "4 May", "May 2015", "2015-05-04", "in 2015".
    fn date(&self, at: usize) -> Option<(TimeValue, usize)> {
        let calendar = |year: Option<i32>, month: Option<u8>, day: Option<u8>, end: usize| {
            let real = day.is_none_or(|day| Date::new(year.unwrap_or(2000), month.unwrap_or(1), day).is_some());
            real.then_some((TimeValue::Calendar { year, month, day, toward: None }, end))
        };
        if let Some(date) = self.slice(at).and_then(|text| text.parse::<Date>().ok()) {
            return calendar(Some(date.year()), Some(date.month()), Some(date.day()), at + 1);
        }
        if let Some((month, end)) = self.month(at) {
            if let Some(day) = self.day(end) {
                let year_at = self.skip(end + 1, b",");
                let year = self.year(year_at);
                return calendar(year, Some(month), Some(day), if year.is_some() { year_at + 1 } else { end + 1 });
            }
            let year_at = self.skip(self.skip(end, b","), b"of");
            let year = self.year(year_at);
            return calendar(year, Some(month), None, if year.is_some() { year_at + 1 } else { end });
        }
        if let Some(day) = self.day(at) {
            if let Some((month, end)) = self.month(self.skip(at + 1, b"of")) {
                let year_at = self.skip(end, b",");
                let year = self.year(year_at);
                return calendar(year, Some(month), Some(day), if year.is_some() { year_at + 1 } else { end });
            }
        }
        let year = self.year(at)?;
        calendar(Some(year), None, None, at + 1)
    }

    fn month(&self, at: usize) -> Option<(u8, usize)> {
        match self.meaning(at)? {
            (Meaning::Month(month), end) if self.is_name(at) => Some((month, end)),
            _ => None,
        }
    }

    /// A day of the month in digits: "4", "4th".
    fn day(&self, at: usize) -> Option<u8> {
        let text = self.slice(at).filter(|_| self.words[at].kind == TokenKind::Number)?;
        let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| text.strip_suffix(ending)).unwrap_or(text);
        let plain = digits.len() <= 2 && digits.bytes().all(|b| b.is_ascii_digit());
        digits.parse().ok().filter(|day| plain && (1..=31).contains(day))
    }

    fn year(&self, at: usize) -> Option<i32> {
        let text = self.slice(at).filter(|text| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()))?;
        text.parse().ok().filter(|year| (1000..2200).contains(year))
    }

    /// The part of the day that may follow: "Monday morning".
    fn day_part(&self, at: usize) -> (Option<TimePart>, usize) {
        match self.meaning(at) {
            Some((Meaning::Part(part), end)) if is_of_day(part) => (Some(part), end),
            _ => (None, at),
        }
    }

    /// A number of units; "a" and "an" are one.
    fn number(&self, at: usize) -> Option<((i32, i32), usize)> {
        let word = self.words.get(at).filter(|_| at < self.last)?;
        if [hash(b"a"), hash(b"an")].contains(&word.hash) {
            // "a few dozen"
            return Some(self.amount(at + 1).filter(|(_, end)| *end > at + 2).unwrap_or(((1, 1), at + 1)));
        }
        self.amount(at)
    }

    fn amount(&self, at: usize) -> Option<((i32, i32), usize)> {
        let ((min, max), end) = self.numbers.amount(self.text, self.words, at, self.last)?;
        Some(((i32::try_from(min).ok()?, i32::try_from(max).ok()?), end))
    }

    fn meaning(&self, at: usize) -> Option<(Meaning, usize)> {
        self.times.words.at(self.words.get(at..self.last)?).map(|(meaning, length)| (meaning, at + length))
    }

    /// Whether a month or a weekday is meant as a name: "may" and "march" are words, too.
    fn is_name(&self, at: usize) -> bool {
        let word = &self.words[at];
        word.shape.has(Shape::CAPITAL) && !matches!(word.pos, Pos::Aux | Pos::Verb)
    }

    fn is_plural(&self, at: usize) -> bool {
        self.slice(at).is_some_and(|text| text.ends_with('s'))
    }

    fn slice(&self, at: usize) -> Option<&str> {
        let word = self.words.get(at).filter(|_| at < self.last)?;
        self.text.get(word.start as usize..word.end as usize)
    }

    fn skip(&self, at: usize, word: &[u8]) -> usize {
        at + usize::from(at < self.last && self.words.get(at).is_some_and(|found| found.hash == hash(word)))
    }

    fn skip_article(&self, at: usize) -> usize {
        self.skip(at, b"the")
    }
}

/// What "weeks ago" and "recent weeks" count.
const SEVERAL: (i32, i32) = (2, 9);

/// "Early" and "late", not "morning".
fn is_of_period(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Part(part) if !is_of_day(part))
}

fn is_of_day(part: TimePart) -> bool {
    matches!(part, TimePart::Morning | TimePart::Afternoon | TimePart::Evening | TimePart::Night)
}

#[cfg(test)]
mod tests {
    use crate::extractor::Extractor;
    use crate::model::{Date, When};

    /// The time of the first event that has one, in a text of Wednesday, 2021-06-16.
    fn when(text: &str) -> Option<When> {
        let extraction = Extractor::new().extract_on(text, Date::new(2021, 6, 16).unwrap());
        extraction.events.into_iter().find_map(|event| event.when)
    }

    /// Checks a time behind "Rebels attacked the port": its words and days.
    #[track_caller]
    fn check(phrase: &str, words: &str, days: &str) {
        let text = format!("Rebels attacked the port {phrase}.");
        let Some(when) = when(&text) else { panic!("no time in: {text}") };
        let day = |day: Option<Date>| day.map_or("".into(), |day| day.to_string());
        let found = format!("{}..{}", day(when.from), day(when.to));
        assert_eq!((when.mention.text.as_str(), found.as_str()), (words, days), "{text}");
    }

    #[test]
    fn dates_of_the_calendar() {
        check("on May 4, 2015", "May 4, 2015", "2015-05-04..2015-05-04");
        check("on 4 May 2015", "4 May 2015", "2015-05-04..2015-05-04");
        check("on Monday, May 4, 2015", "Monday, May 4, 2015", "2015-05-04..2015-05-04");
        check("in May 2015", "May 2015", "2015-05-01..2015-05-31");
        check("in February 2020", "February 2020", "2020-02-01..2020-02-29");
        check("in 2015", "2015", "2015-01-01..2015-12-31");
        check("in March", "March", "2021-03-01..2021-03-31");
        check("in September", "September", "2020-09-01..2020-09-30");
        check("on June 20", "June 20", "2020-06-20..2020-06-20");
        check("last June", "last June", "2020-06-01..2020-06-30");
    }

    #[test]
    fn days_of_the_week() {
        check("on Monday", "Monday", "2021-06-14..2021-06-14");
        check("on Wednesday", "Wednesday", "2021-06-16..2021-06-16");
        check("on Thursday", "Thursday", "2021-06-10..2021-06-10");
        check("last Wednesday", "last Wednesday", "2021-06-09..2021-06-09");
        check("on Monday morning", "Monday morning", "2021-06-14..2021-06-14");
        check("on Sunday night", "Sunday night", "2021-06-13..2021-06-13");
    }

    #[test]
    fn times_told_from_the_day_of_the_text() {
        check("yesterday", "yesterday", "2021-06-15..2021-06-15");
        check("last night", "last night", "2021-06-15..2021-06-15");
        check("this morning", "this morning", "2021-06-16..2021-06-16");
        check("last week", "last week", "2021-06-07..2021-06-13");
        check("last month", "last month", "2021-05-01..2021-05-31");
        check("last year", "last year", "2020-01-01..2020-12-31");
        check("two days ago", "two days ago", "2021-06-14..2021-06-14");
        check("a year ago", "a year ago", "2020-01-01..2020-12-31");
    }

    #[test]
    fn vague_times_are_intervals() {
        check("in early May", "early May", "2021-05-01..2021-05-10");
        check("in mid-May", "mid-May", "2021-05-11..2021-05-20");
        check("late last month", "late last month", "2021-05-21..2021-05-31");
        check("earlier this week", "earlier this week", "2021-06-14..2021-06-16");
        check("in the past three weeks", "the past three weeks", "2021-05-26..2021-06-16");
        check("in recent days", "recent days", "2021-06-07..2021-06-16");
        check("recently", "recently", "2021-05-17..2021-06-16");
    }

    /// Checks a time that stands for no days by itself: its words and its value.
    #[track_caller]
    fn check_value(phrase: &str, words: &str, value: &str) {
        let text = format!("Rebels attacked the port {phrase}.");
        let Some(when) = when(&text) else { panic!("no time in: {text}") };
        let found = serde_json::to_string(&when.value).unwrap();
        assert_eq!((when.mention.text.as_str(), found.as_str()), (words, value), "{text}");
        assert_eq!((when.from, when.to), (None, None), "{text}");
    }

    #[test]
    fn times_told_from_another_time() {
        check_value("two days later", "two days later", r#"{"relative":{"unit":"day","min":2,"max":2}}"#);
        check_value("a week earlier", "a week earlier", r#"{"relative":{"unit":"week","min":-1,"max":-1}}"#);
        check_value("the next day", "the next day", r#"{"relative":{"unit":"day","min":1,"max":1}}"#);
        check_value("the following month", "the following month", r#"{"relative":{"unit":"month","min":1,"max":1}}"#);
        check_value("the previous year", "the previous year", r#"{"relative":{"unit":"year","min":-1,"max":-1}}"#);
    }

    #[test]
    fn seasons_stand_for_no_days() {
        check_value("last summer", "last summer", r#"{"season":{"season":"summer","toward":"past"}}"#);
        check_value("in the spring of 2015", "the spring of 2015", r#"{"season":{"season":"spring","year":2015}}"#);
    }

    #[test]
    fn the_clock() {
        check_value("at 7:15 am", "7:15 am", r#"{"clock":{"hour":7,"minute":15}}"#);
        check_value("at 10 pm", "10 pm", r#"{"clock":{"hour":22,"minute":0}}"#);
        check_value("at 21:40", "21:40", r#"{"clock":{"hour":21,"minute":40}}"#);
        check("at 7 a.m. on Monday", "7 a.m. on Monday", "2021-06-14..2021-06-14");
        check("on Monday at 7 a.m.", "Monday at 7 a.m.", "2021-06-14..2021-06-14");
    }

    #[test]
    fn years_and_fixed_holidays() {
        check("in the 1990s", "the 1990s", "1990-01-01..1999-12-31");
        check("in 2003-2011", "2003-2011", "2003-01-01..2011-12-31");
        check("from 2003 to 2011", "2003 to 2011", "2003-01-01..2011-12-31");
        check("on Christmas Day", "Christmas Day", "2020-12-25..2020-12-25");
    }

    #[test]
    fn prepositions_bound_a_time() {
        check("before Monday", "Monday", "..2021-06-13");
        check("after Monday", "Monday", "2021-06-15..");
    }

    #[test]
    fn the_future_is_ahead() {
        let when = when("The rebels will attack the port on Friday.").unwrap();
        assert_eq!((when.from, when.to), (Date::new(2021, 6, 18), Date::new(2021, 6, 18)));
    }

    #[test]
    fn what_no_day_is_given_for_stays_relative() {
        let extraction = Extractor::new().extract("Rebels attacked the port on Friday.");
        let when = extraction.events[0].when.as_ref().unwrap();
        assert_eq!((when.from, when.to), (None, None));
        assert_eq!(serde_json::to_string(&when.value).unwrap(), r#"{"weekday":{"day":5}}"#);
    }

    #[test]
    fn words_that_are_no_times() {
        for text in [
            "The march may attack the order.",
            "Rebels attacked the port two days after the storm.",
            "Rebels attacked the port 12 to 7.",
        ] {
            assert_eq!(when(text).map(|when| when.mention.text), None, "{text}");
        }
    }

    #[test]
    fn the_ends_of_the_calendar_are_no_panic() {
        let extractor = Extractor::new();
        for day in [Date::new(1, 1, 1), Date::new(9999, 12, 31)] {
            for phrase in [
                "last year",
                "next year",
                "in recent decades",
                "9,999,999 years ago",
                "99,999 weeks ago",
                "after Friday",
            ] {
                extractor.extract_on(&format!("Rebels attacked the port {phrase}."), day.unwrap());
            }
        }
    }

    #[test]
    fn bad_lines_are_reported() {
        let error = super::TimeWords::parse("t.txt", "monday = weekday one").unwrap_err().to_string();
        assert_eq!(error, "t.txt:1: \"monday = weekday one\" is no time word; write \"monday = weekday 1\"");
    }
}
