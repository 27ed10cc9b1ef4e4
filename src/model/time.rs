//! Times: what the text says, as a value that needs no calendar, and the days it stands for where these are known.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Mention;
use crate::error::Error;

/// When something happens, as far as the text says.
///
/// A value such as "last Monday" stands for days only seen from another day. Where the caller gives one
/// ([`Extractor::extract_on`](crate::Extractor::extract_on)), `from` and `to` hold the days; the clock is never asked. A
/// full date needs none. Vague times ("recently", "in early May") are intervals.
///
/// ```
/// use factive::{Date, Extractor};
///
/// let text = "Shells hit the bridge on Monday.";
/// let sunday = Date::new(2021, 3, 14).unwrap();
/// let extraction = Extractor::new().extract_on(text, sunday);
/// let when = extraction.events[0].when.as_ref().unwrap();
/// assert_eq!(when.from.unwrap().to_string(), "2021-03-08");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct When {
    /// The words that say it, without preposition.
    pub mention: Mention,
    /// What they say.
    pub value: TimeValue,
    /// Where it ends, of an interval: "11 March" in "between 1 and 11 March".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<TimeValue>,
    /// Which part of it is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<TimePart>,
    /// How the event lies to it.
    pub bound: TimeBound,
    /// The first day it can be; absent where the text leaves it open or nobody gave a day to see it from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day it can be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

/// A time as the text gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TimeValue {
    /// A date or what the text gives of it: "4 May 2015", "May 4", "in 2015".
    Calendar {
        /// The year, where given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        year: Option<i32>,
        /// The month from 1, where given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        month: Option<u8>,
        /// The day of the month from 1, where given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        day: Option<u8>,
        /// To which side it lies, where the text says so: "last May".
        #[serde(default, skip_serializing_if = "Option::is_none")]
        toward: Option<Toward>,
    },
    /// A day of the week: "Monday", "next Friday".
    Weekday {
        /// The day from 1, Monday, to 7, Sunday.
        day: u8,
        /// To which side it lies, where the text says so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        toward: Option<Toward>,
    },
    /// So many units away: "yesterday", "three weeks ago", "in recent days". Negative numbers lie before.
    Offset {
        /// What is counted.
        unit: TimeUnit,
        /// The least it can be.
        min: i32,
        /// The most it can be.
        max: i32,
    },
    /// So many units away from a time that the text has told before: "two days later", "the previous week". It stands for
    /// no days by itself.
    Relative {
        /// What is counted.
        unit: TimeUnit,
        /// The least it can be.
        min: i32,
        /// The most it can be.
        max: i32,
    },
    /// From one year to another: "the 1990s", "from 2003 to 2011".
    Years {
        /// The first year.
        first: i32,
        /// The last year.
        last: i32,
    },
    /// A season: "last summer", "in the spring of 2015".
    Season {
        /// Which one.
        season: Season,
        /// The year, where given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        year: Option<i32>,
        /// To which side it lies, where the text says so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        toward: Option<Toward>,
    },
    /// A time of the clock on a day that the words do not tell: "at 7:15 a.m.".
    Clock {
        /// The hour, from 0 to 23.
        hour: u8,
        /// The minute.
        minute: u8,
    },
}

/// A season of the year. Which months it is depends on the hemisphere, so that it stands for no days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Season {
    /// Spring.
    Spring,
    /// Summer.
    Summer,
    /// Autumn, fall.
    Autumn,
    /// Winter.
    Winter,
}

/// A side in time, seen from the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Toward {
    /// Before the text.
    Past,
    /// After the text.
    Future,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TimeUnit {
    /// Hours, and what is shorter.
    Hour,
    /// Days.
    Day,
    /// Weeks, from Monday.
    Week,
    /// Months of the calendar.
    Month,
    /// Years of the calendar.
    Year,
}

/// A part of a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TimePart {
    /// The first third: "early May".
    Early,
    /// The second third: "mid-May".
    Middle,
    /// The last third: "late last week".
    Late,
    /// What of it lies before the text: "earlier this week".
    Earlier,
    /// What of it lies after the text: "later this week".
    Later,
    /// The morning of the day.
    Morning,
    /// The afternoon of the day.
    Afternoon,
    /// The evening of the day.
    Evening,
    /// The night of the day.
    Night,
}

/// How an event lies to a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TimeBound {
    /// In it: "on Monday".
    #[default]
    In,
    /// From it on: "since Monday".
    Since,
    /// Up to it: "until Monday", "by Monday".
    Until,
    /// Before it.
    Before,
    /// After it.
    After,
}

/// A day of the Gregorian calendar. On the wire and in text it is written 2015-05-04.
///
/// ```
/// use factive::Date;
///
/// let day: Date = "2015-05-04".parse().unwrap();
/// assert_eq!(Date::new(2015, 5, 4), Some(day));
/// assert_eq!((day.year(), day.month(), day.day(), day.weekday()), (2015, 5, 4, 1));
/// assert_eq!(Date::new(2015, 2, 29), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, if there is such a day; years from 1 to 9999.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let real = (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_of(year, month);
        real.then_some(Self { year, month, day })
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, from 1.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// The day of the week, from 1, Monday, to 7, Sunday.
    pub fn weekday(self) -> u8 {
        ((self.number() + 3).rem_euclid(7) + 1) as u8
    }

    /// The day so many days later.
    pub(crate) fn plus(self, days: i64) -> Option<Self> {
        Self::of_number(self.number().checked_add(days)?)
    }

    /// How many days later another day is.
    pub(crate) fn days_until(self, other: Self) -> i64 {
        other.number() - self.number()
    }

    /// Days since 1970-01-01.
    fn number(self) -> i64 {
        // years that start in March have the leap day at their end
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let month = i64::from((self.month + 9) % 12);
        let of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    fn of_number(number: i64) -> Option<Self> {
        let shifted = number.checked_add(719_468)?;
        let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let years = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * years + years / 4 - years / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = years + era * 400 + i64::from(month <= 2);
        Self::new(i32::try_from(year).ok()?, month as u8, day as u8)
    }
}

/// How many days a month has.
pub(crate) fn days_of(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl FromStr for Date {
    type Err = Error;

    /// Reads 2015-05-04.
    fn from_str(text: &str) -> Result<Self, Error> {
        let fail = || Error::new("date", 1, format!("\"{text}\" is no day; write 2015-05-04"));
        let mut parts = text.splitn(3, '-');
        let mut part = |len: usize| {
            parts.next().filter(|p| p.len() == len && p.bytes().all(|b| b.is_ascii_digit())).ok_or_else(fail)
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        let number = |part: &str| part.parse::<u16>().map_err(|_| fail());
        Self::new(i32::from(number(year)?), number(month)? as u8, number(day)? as u8).ok_or_else(fail)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted() {
        let day = Date::new(2024, 2, 28).unwrap();
        assert_eq!(day.plus(1), Date::new(2024, 2, 29));
        assert_eq!(day.plus(2), Date::new(2024, 3, 1));
        assert_eq!(day.plus(-59), Date::new(2023, 12, 31));
        assert_eq!(day.weekday(), 3);
        let mut at = Date::new(1999, 1, 1).unwrap();
        for _ in 0..3000 {
            let next = at.plus(1).unwrap();
            assert!(next > at && next.weekday() == at.weekday() % 7 + 1);
            at = next;
        }
        assert_eq!(at, Date::new(2007, 3, 20).unwrap());
    }

    #[test]
    fn dates_are_read_and_written() {
        let day: Date = "2015-05-04".parse().unwrap();
        assert_eq!((day.year(), day.month(), day.day()), (2015, 5, 4));
        assert_eq!(day.to_string(), "2015-05-04");
        for wrong in ["2015-02-29", "2015-5-4", "15-05-04", "2015-05", "2015-05-04-1", "", "0000-01-01", "2015-00-01"] {
            assert!(wrong.parse::<Date>().is_err(), "{wrong}");
        }
        assert_eq!("May".parse::<Date>().unwrap_err().to_string(), "date:1: \"May\" is no day; write 2015-05-04");
    }
}
