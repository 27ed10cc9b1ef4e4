//! What single words say of a time, and how the file of time words writes it.

use crate::model::{Season, TimeBound, TimePart, TimeUnit, Toward};

/// What a word says of a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Meaning {
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

impl Meaning {
    /// Reads what stands behind the sign of equality: `weekday 1`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split_whitespace();
        let kind = parts.next()?;
        let value = parts.next().unwrap_or("");
        let more = parts.next();
        Some(match kind {
            "month" => Self::Month(value.parse().ok()?),
            "weekday" => Self::Weekday(value.parse().ok()?),
            "unit" => Self::Unit(unit(value)?, more.map_or(Some(1), |times| times.strip_prefix('x')?.parse().ok())?),
            "offset" => {
                let (min, max) = more?.split_once("..").unwrap_or((more?, more?));
                Self::Offset(unit(value)?, min.parse().ok()?, max.parse().ok()?)
            }
            "part" => Self::Part(match value {
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
            "shift" => Self::Shift(value.parse().ok()?),
            "span" => Self::Span(match value {
                "-" => Toward::Past,
                "+" => Toward::Future,
                _ => return None,
            }),
            "apart" => Self::Apart(value.parse().ok()?),
            "season" => Self::Season(match value {
                "spring" => Season::Spring,
                "summer" => Season::Summer,
                "autumn" => Season::Autumn,
                "winter" => Season::Winter,
                _ => return None,
            }),
            "holiday" => Self::Holiday(value.parse().ok()?, more?.parse().ok()?),
            "ago" => Self::Ago,
            "bound" => Self::Bound(match value {
                "since" => TimeBound::Since,
                "until" => TimeBound::Until,
                "before" => TimeBound::Before,
                "after" => TimeBound::After,
                _ => return None,
            }),
            _ => return None,
        })
    }

    /// "Early" and "late", not "morning".
    pub fn is_of_period(self) -> bool {
        matches!(self, Self::Part(part) if !is_of_day(part))
    }
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

/// A part of the day, not of a longer time.
pub(super) fn is_of_day(part: TimePart) -> bool {
    matches!(part, TimePart::Morning | TimePart::Afternoon | TimePart::Evening | TimePart::Night)
}
