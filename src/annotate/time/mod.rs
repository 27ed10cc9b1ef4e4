//! Times: which words of an argument say when, and as which value. It reads dates, days of the week, what is told from
//! the day of the text ("three weeks ago") or from a time told before ("two days later"), seasons and the clock. It does
//! not look for the time told before, and knows no holidays whose day moves.

mod calendar;
mod clock;
mod meaning;
mod reader;
mod resolve;

use super::quantity::Numbers;
use super::wordbook::Wordbook;
use crate::error::Error;
use crate::lexicon::{find, items, lines, trim};
use crate::model::{TimeBound, TimePart, TimeValue};
use crate::syntax::Extent;
use crate::tag::Word;
use meaning::Meaning;
use reader::Reader;

pub(super) use resolve::days;

/// What the text says of a time, and where.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct FoundTime {
    pub extent: Extent,
    pub value: TimeValue,
    /// Where it ends, of an interval: "between 1 and 11 March".
    pub until: Option<TimeValue>,
    pub part: Option<TimePart>,
    pub bound: TimeBound,
}

/// The time words of a language.
#[derive(Debug, Default)]
pub(crate) struct TimeWords {
    words: Wordbook<Meaning>,
}

impl TimeWords {
    /// Reads lines such as `monday, mon. = weekday 1`.
    pub fn parse(origin: &str, text: &str) -> Result<Self, Error> {
        let mut words = Self::default();
        for (line, content) in (1..).zip(lines(text)) {
            let content = trim(content);
            if content.is_empty() || content.starts_with('#') {
                continue;
            }
            let fail =
                || Error::new(origin, line, format!("\"{content}\" is no time word; write \"monday = weekday 1\""));
            let sign = find(content, b'=').ok_or_else(fail)?;
            let meaning = Meaning::parse(trim(&content[sign + 1..])).ok_or_else(fail)?;
            for entry in items(&content[..sign]) {
                words.words.add(entry.text, meaning).ok_or_else(fail)?;
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
        // "earlier | this week", "the emirate next | month"
        let opens = |meaning: Meaning| meaning.is_of_period() || matches!(meaning, Meaning::Shift(_));
        let before = first.checked_sub(1).filter(|&at| reader.meaning(at).is_some_and(|(m, _)| opens(m)));
        (before.unwrap_or(first)..within.last as usize)
            .take(LONGEST)
            .find_map(|at| reader.time(at))
            .map(|found| reader.interval(found))
    }
}

/// How many words of an argument are looked at, and how far a time may reach beyond its end.
const LONGEST: usize = 12;
const REACH: usize = 6;

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
    fn intervals() {
        check("between 1 and 11 March", "1 and 11 March", "2021-03-01..2021-03-11");
        check("from 3 to 9 May 2015", "3 to 9 May 2015", "2015-05-03..2015-05-09");
        check("between March 1 and 11", "March 1 and 11", "2021-03-01..2021-03-11");
        check("between May 3 and July 9, 2020", "May 3 and July 9, 2020", "2020-05-03..2020-07-09");
        check("between 1990 and 1994", "1990 and 1994", "1990-01-01..1994-12-31");
        check("from Monday to Tuesday", "Monday to Tuesday", "2021-06-14..2021-06-15");
        check("on Monday and fled", "Monday", "2021-06-14..2021-06-14");
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
        check("at dawn on Monday", "dawn on Monday", "2021-06-14..2021-06-14");
        check("shortly after midnight on Monday", "midnight on Monday", "2021-06-14..2021-06-14");
        check("on the night of 3 May 2020", "the night of 3 May 2020", "2020-05-03..2020-05-03");
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
