//! The reader of times: from the first word of a time to its value.

use super::meaning::{Meaning, is_of_day};
use super::{FoundTime, TimeWords};
use crate::annotate::quantity::Numbers;
use crate::model::{TimeBound, TimePart, TimeUnit, TimeValue, Toward};
use crate::syntax::Extent;
use crate::tag::{Pos, Word};
use crate::token::{Shape, hash};

/// What "weeks ago" and "recent weeks" count.
const SEVERAL: (i32, i32) = (2, 9);

/// Reads the words of a sentence for times.
pub(super) struct Reader<'a> {
    pub times: &'a TimeWords,
    pub text: &'a str,
    pub words: &'a [Word],
    pub numbers: &'a Numbers,
    /// Behind the last word that may be read.
    pub last: usize,
}

/// A value, the part of it that its own words name, and the word behind it.
pub(super) type Core = (TimeValue, Option<TimePart>, usize);

impl Reader<'_> {
    /// A time that starts at a word: "early last May".
    pub fn time(&self, start: usize) -> Option<FoundTime> {
        let mut at = self.skip_article(start);
        let mut part = None;
        if let Some((meaning @ Meaning::Part(found), end)) = self.meaning(at) {
            if meaning.is_of_period() {
                part = Some(found);
                at = self.skip_article(self.skip(end, b"-"));
            }
        }
        let day = self.core(at).or_else(|| self.joined(at));
        let clock = if day.is_none() { self.clock_and_day(at) } else { None };
        // "after 7 a.m. on Monday" is on Monday still
        let within = clock.is_some_and(|(value, ..)| !matches!(value, TimeValue::Clock { .. }));
        let (value, own, end) = day.or(clock)?;
        // "Monday at 7 a.m."
        let (clock, end) = self.clock_behind(end).map_or((None, end), |(part, end)| (Some(part), end));
        let extent = Extent::new(start as u32, end as u32);
        let bound = match self.bound(start) {
            TimeBound::After | TimeBound::Before if within => TimeBound::In,
            bound => bound,
        };
        Some(FoundTime { extent, value, until: None, part: own.or(clock).or(part), bound })
    }

    /// "between 1 and 11 March", "from Monday to Friday": a time with the other end of the interval that it opens or closes.
    pub fn interval(&self, found: FoundTime) -> FoundTime {
        let Extent { first, last } = found.extent;
        let is = |at: u32, words: &[&[u8]]| {
            let word = self.words.get(at as usize).filter(|_| (at as usize) < self.last);
            word.is_some_and(|word| words.iter().any(|wanted| word.hash == hash(wanted)))
        };
        let joins = |at: u32| is(at, &[b"and", b"to", b"until", b"till", b"through"]);
        let opens = |at: u32| is(at, &[b"between", b"from"]);
        let day_of = |at: u32| match (self.number(at as usize), found.value) {
            (Some(((day, most), end)), TimeValue::Calendar { year, month: Some(month), day: Some(_), toward })
                if day == most && end == at as usize + 1 =>
            {
                let day = u8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
                Some(TimeValue::Calendar { year, month: Some(month), day: Some(day), toward })
            }
            _ => None,
        };
        // "1 and 11 March"
        if first >= 3 && joins(first - 1) && (opens(first - 3) || is(first - 3, &[b"on"])) {
            if let Some(value) = day_of(first - 2) {
                return FoundTime { extent: Extent::new(first - 2, last), value, until: Some(found.value), ..found };
            }
        }
        if first == 0 || !opens(first - 1) || !joins(last) {
            return found;
        }
        // "May 3 and July 9", "March 1 and 11"
        if let Some(end) = self.time(last as usize + 1).filter(|end| end.extent.first == last + 1) {
            let value = match (found.value, end.value) {
                (TimeValue::Calendar { year: None, month, day, toward }, TimeValue::Calendar { year, .. }) => {
                    TimeValue::Calendar { year, month, day, toward }
                }
                (value, _) => value,
            };
            return FoundTime { extent: Extent::new(first, end.extent.last), value, until: Some(end.value), ..found };
        }
        match day_of(last + 1) {
            Some(until) => FoundTime { extent: Extent::new(first, last + 2), until: Some(until), ..found },
            None => found,
        }
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

    pub(super) fn core(&self, at: usize) -> Option<Core> {
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

    /// The part of the day that may follow: "Monday morning".
    pub(super) fn day_part(&self, at: usize) -> (Option<TimePart>, usize) {
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

    pub(super) fn meaning(&self, at: usize) -> Option<(Meaning, usize)> {
        self.times.words.at(self.words.get(at..self.last)?).map(|(meaning, length)| (meaning, at + length))
    }

    /// Whether a month or a weekday is meant as a name: "may" and "march" are words, too.
    pub(super) fn is_name(&self, at: usize) -> bool {
        let word = &self.words[at];
        word.shape.has(Shape::CAPITAL) && !matches!(word.pos, Pos::Aux | Pos::Verb)
    }

    fn is_plural(&self, at: usize) -> bool {
        self.slice(at).is_some_and(|text| text.ends_with('s'))
    }

    pub(super) fn slice(&self, at: usize) -> Option<&str> {
        let word = self.words.get(at).filter(|_| at < self.last)?;
        self.text.get(word.start as usize..word.end as usize)
    }

    pub(super) fn skip(&self, at: usize, word: &[u8]) -> usize {
        at + usize::from(at < self.last && self.words.get(at).is_some_and(|found| found.hash == hash(word)))
    }

    fn skip_article(&self, at: usize) -> usize {
        self.skip(at, b"the")
    }
}
