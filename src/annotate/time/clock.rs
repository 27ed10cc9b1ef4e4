//! Times of the clock: "7:15 a.m.", "21:40", "10 pm". Numbers without a colon or one of these words are no times.

use super::reader::{Core, Reader};
use crate::model::{TimePart, TimeValue};

/// Hour and minute.
type Clock = (u8, u8);

impl Reader<'_> {
    /// "7 a.m. on Monday": the day, if one follows, and the part of it.
    pub(super) fn clock_and_day(&self, at: usize) -> Option<Core> {
        // "dawn on Sunday", "the night of 3 May"
        if let (Some(part), end) = self.day_part(at) {
            let day = self.skip(self.skip(self.skip(end, b","), b"on"), b"of");
            return self.core(day).map(|(value, own, end)| (value, own.or(Some(part)), end));
        }
        let ((hour, minute), end) = self.clock(at)?;
        let day = self.skip(self.skip(end, b","), b"on");
        match self.core(day) {
            Some((value, own, end)) => Some((value, own.or(Some(part_of(hour))), end)),
            None => Some((TimeValue::Clock { hour, minute }, None, end)),
        }
    }

    /// The part of the day that a time of the clock behind a day names: "Monday | at 7 a.m.".
    pub(super) fn clock_behind(&self, at: usize) -> Option<(TimePart, usize)> {
        let ((hour, _), end) = self.clock(self.skip(self.skip(at, b","), b"at"))?;
        Some((part_of(hour), end))
    }

    /// A time of the clock that starts at a word.
    fn clock(&self, at: usize) -> Option<(Clock, usize)> {
        let text = self.slice(at)?;
        let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit());
        let (hour, minute) = digits.split_once(':').map_or((digits, None), |(hour, minute)| (hour, Some(minute)));
        let minute_of = |text: &str| text.parse().ok().filter(|&minute: &u8| text.len() == 2 && minute < 60);
        let hour: u8 = hour.parse().ok().filter(|&hour| hour < 24)?;
        let minute = minute.map(|text| minute_of(text).ok_or(())).transpose().ok()?;
        // "7am" is one word or two
        let (half, end) = match &text[digits.len()..] {
            "" => match self.slice(at + 1).and_then(half_of_day) {
                Some(half) => (Some(half), at + 2),
                None => (None, at + 1),
            },
            ending => (Some(half_of_day(ending)?), at + 1),
        };
        let hour = match half {
            Some(after_noon) if (1..=12).contains(&hour) => hour % 12 + 12 * u8::from(after_noon),
            Some(_) => return None,
            None => hour,
        };
        (half.is_some() || minute.is_some()).then_some(((hour, minute.unwrap_or(0)), end))
    }
}

/// Whether "a.m." or "p.m." is after noon.
fn half_of_day(text: &str) -> Option<bool> {
    let is = |names: [&str; 2]| names.iter().any(|name| text.eq_ignore_ascii_case(name));
    if is(["a.m.", "am"]) {
        return Some(false);
    }
    is(["p.m.", "pm"]).then_some(true)
}

fn part_of(hour: u8) -> TimePart {
    match hour {
        5..=11 => TimePart::Morning,
        12..=17 => TimePart::Afternoon,
        18..=21 => TimePart::Evening,
        _ => TimePart::Night,
    }
}
