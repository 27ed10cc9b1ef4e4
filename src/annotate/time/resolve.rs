//! From what a text says of a time to days, seen from a day that the caller gave.

use super::FoundTime;
use crate::model::{Date, Tense, TimeBound, TimePart, TimeUnit, TimeValue, Toward, days_of};

/// The first and the last day that a time can be. Without a day to see it from only full years, months and dates have any.
pub(in crate::annotate) fn days(
    time: &FoundTime,
    tense: Tense,
    reference: Option<Date>,
) -> (Option<Date>, Option<Date>) {
    let Some((first, last)) = period(time.value, tense, reference) else { return (None, None) };
    if let Some(until) = time.until {
        let end = period(until, tense, reference).map(|(_, end)| end).filter(|&end| end >= first);
        return (Some(first), end);
    }
    let (first, last) = match time.part {
        Some(part) => narrowed(first, last, part, reference),
        None => (first, last),
    };
    match time.bound {
        TimeBound::In => (Some(first), Some(last)),
        TimeBound::Since => (Some(first), None),
        TimeBound::Until => (None, Some(last)),
        TimeBound::Before => (None, first.plus(-1)),
        TimeBound::After => (last.plus(1), None),
    }
}

fn period(value: TimeValue, tense: Tense, reference: Option<Date>) -> Option<(Date, Date)> {
    match value {
        TimeValue::Calendar { year: Some(year), month, day, .. } => of_calendar(year, month, day),
        TimeValue::Calendar { year: None, month, day, toward } => {
            let reference = reference?;
            let years = (reference.year() - 9..=reference.year() + 9).filter_map(|year| of_calendar(year, month, day));
            nearest(years, reference, toward, tense)
        }
        TimeValue::Weekday { day, toward } => {
            let reference = reference?;
            let days = (-7..=7).filter_map(|offset| reference.plus(offset)).filter(|date| date.weekday() == day);
            nearest(days.map(|date| (date, date)), reference, toward, tense)
        }
        TimeValue::Offset { unit, min, max } => shifted(reference?, unit, i64::from(min), i64::from(max)),
        TimeValue::Years { first, last } => Some((of_calendar(first, None, None)?.0, of_calendar(last, None, None)?.1)),
        TimeValue::Relative { .. } | TimeValue::Season { .. } | TimeValue::Clock { .. } => None,
    }
}

/// Of periods in order the last one that has begun, or the first one that has not ended where the future is meant. One
/// that is said to lie on a side lies there wholly.
fn nearest(
    mut periods: impl DoubleEndedIterator<Item = (Date, Date)>,
    reference: Date,
    toward: Option<Toward>,
    tense: Tense,
) -> Option<(Date, Date)> {
    match toward {
        Some(Toward::Past) => periods.rfind(|(_, last)| *last < reference),
        Some(Toward::Future) => periods.find(|(first, _)| *first > reference),
        None if tense == Tense::Future => periods.find(|(_, last)| *last >= reference),
        None => periods.rfind(|(first, _)| *first <= reference),
    }
}

fn of_calendar(year: i32, month: Option<u8>, day: Option<u8>) -> Option<(Date, Date)> {
    let first = Date::new(year, month.unwrap_or(1), day.unwrap_or(1))?;
    let last_month = month.unwrap_or(12);
    let last = Date::new(year, last_month, day.unwrap_or_else(|| days_of(year, last_month)))?;
    Some((first, last))
}

/// The units from `min` to `max`, the one that holds the day being 0. What reaches up to the day or starts there is
/// counted from the day: "the past three weeks" are 21 days.
fn shifted(day: Date, unit: TimeUnit, min: i64, max: i64) -> Option<(Date, Date)> {
    let open = (min < 0) != (max > 0) && min != max;
    let (first, last) = match unit {
        // hours may reach into the neighbouring day
        TimeUnit::Hour => (day.plus(min.div_euclid(24))?, day.plus(max.div_euclid(24))?),
        TimeUnit::Day => (day.plus(min)?, day.plus(max)?),
        TimeUnit::Week if open => (day.plus(min.checked_mul(7)?)?, day.plus(max.checked_mul(7)?)?),
        TimeUnit::Week => {
            let monday = day.plus(1 - i64::from(day.weekday()))?;
            (monday.plus(min.checked_mul(7)?)?, monday.plus(max.checked_mul(7)?.checked_add(6)?)?)
        }
        TimeUnit::Month => (month(day, min, open)?.0, month(day, max, open)?.1),
        TimeUnit::Year => {
            let (first, last) = (month(day, min.checked_mul(12)?, open)?, month(day, max.checked_mul(12)?, open)?);
            match open {
                true => (first.0, last.1),
                // the calendar year
                false => (Date::new(first.0.year(), 1, 1)?, Date::new(last.1.year(), 12, 31)?),
            }
        }
    };
    let first = if open && min == 0 { day } else { first };
    let last = if open && max == 0 { day } else { last };
    Some((first, last))
}

/// The month so many months away, or the same day in it where days are counted.
fn month(day: Date, shift: i64, same_day: bool) -> Option<(Date, Date)> {
    let months = i64::from(day.year()) * 12 + i64::from(day.month()) - 1;
    let months = months.checked_add(shift)?;
    let (year, month) = (i32::try_from(months.div_euclid(12)).ok()?, months.rem_euclid(12) as u8 + 1);
    let same = same_day.then(|| day.day().min(days_of(year, month)));
    of_calendar(year, Some(month), same)
}

/// The part of a period; parts of a day are that day.
fn narrowed(first: Date, last: Date, part: TimePart, reference: Option<Date>) -> (Date, Date) {
    let length = first.days_until(last) + 1;
    let third = |n: i64| first.plus(length * n / 3).unwrap_or(last);
    match part {
        TimePart::Early => (first, third(1).plus(-1).unwrap_or(first).max(first)),
        TimePart::Middle => (third(1).min(last), third(2).plus(-1).unwrap_or(last).max(third(1)).min(last)),
        TimePart::Late => (third(2).min(last), last),
        TimePart::Earlier => (first, reference.map_or(last, |day| day.clamp(first, last))),
        TimePart::Later => (reference.map_or(first, |day| day.clamp(first, last)), last),
        TimePart::Morning | TimePart::Afternoon | TimePart::Evening | TimePart::Night => (first, last),
    }
}
