//! Dates and years, as the calendar writes them.

use super::meaning::Meaning;
use super::reader::{Core, Reader};
use crate::model::{Date, TimePart, TimeValue};
use crate::token::{TokenKind, hash};

impl Reader<'_> {
    /// "The 1990s", "from 2003 to 2011", "2003-2011".
    pub(super) fn years(&self, at: usize) -> Option<Core> {
        let decade = self.slice(at)?.strip_suffix('s').map(|text| text.trim_end_matches(['\'', '’']));
        let decade =
            decade.filter(|text| text.len() == 4 && text.ends_with('0') && text.bytes().all(|b| b.is_ascii_digit()));
        if let Some(first) = decade.and_then(|text| text.parse().ok()).filter(|year| (1000..2200).contains(year)) {
            return Some((TimeValue::Years { first, last: first + 9 }, None, at + 1));
        }
        let first = self.year(at)?;
        let joint = self.words.get(at + 1).filter(|_| at + 1 < self.last)?.hash;
        let before = at.checked_sub(1).map_or(0, |at| self.words[at].hash);
        let joined = joint == hash(b"to") && before == hash(b"from")
            || joint == hash(b"and") && before == hash(b"between")
            || joint == hash(b"-")
            || joint == hash("–".as_bytes());
        let last = self.year(at + 2).filter(|&last| joined && last > first)?;
        Some((TimeValue::Years { first, last }, None, at + 3))
    }

    /// A date of the calendar: "May 4, 2015", "4 May", "May 2015", "2015-05-04", "in 2015".
    pub(super) fn date(&self, at: usize) -> Option<(TimeValue, usize)> {
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

    pub(super) fn year(&self, at: usize) -> Option<i32> {
        let text = self.slice(at).filter(|text| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()))?;
        text.parse().ok().filter(|year| (1000..2200).contains(year))
    }

    /// "mid-May", which is one word.
    pub(super) fn joined(&self, at: usize) -> Option<Core> {
        let month = self.slice(at)?.split_once('-').filter(|(part, _)| part.eq_ignore_ascii_case("mid"))?.1;
        let meaning = self.times.words.of_hash(hash(month.to_ascii_lowercase().as_bytes()));
        let Some(Meaning::Month(month)) = meaning else { return None };
        let year = self.year(at + 1);
        let value = TimeValue::Calendar { year, month: Some(month), day: None, toward: None };
        Some((value, Some(TimePart::Middle), at + 1 + usize::from(year.is_some())))
    }
}
