//! Profiles: what of an event mention can be compared with another one.
//!
//! Words are compared by spelling without case and plural. Nothing is known of synonyms, so that mentions are rather left
//! apart than joined.

use super::participant::{ANYBODY, Agreement, Participant, starts_with};
use crate::key::{word_hash, words};
use crate::model::{
    Argument, Certainty, Claim, Count, Event, EventKind, Extraction, Polarity, Role, Status, Tense, TimeBound,
    TimeValue,
};

/// An event mention with the claim that holds it.
#[derive(Clone, Debug)]
pub(super) struct Profile<'e> {
    pub report: usize,
    pub event: &'e Event,
    pub claim: &'e Claim,
    /// A number for who answers for it; equal for the same source.
    pub origin: u64,
    agent: Participant,
    target: Participant,
    place: Participant,
    time: When,
    /// Whether its claim counts several groups, or some of one: "26 soldiers and eight civilians were killed", "Of those killed, three
    /// were soldiers".
    counts_groups: bool,
}

impl<'e> Profile<'e> {
    pub fn new(report: usize, event: &'e Event, claim: &'e Claim, origin: u64, counts_groups: bool) -> Self {
        let of = |role: Role| event.args.iter().find(|arg| arg.role == role);
        let start = claim.content.first().map_or(0, |span| span.start);
        let participant = |role, counted| {
            let read = |arg: &Argument| Participant::read(&arg.text, counted, arg.span.start == start);
            of(role).map_or(Participant::default(), read)
        };
        let place = if of(Role::Place).is_some() { Role::Place } else { Role::Destination };
        Self {
            report,
            event,
            claim,
            origin,
            agent: participant(Role::Agent, false),
            target: participant(Role::Target, event.count.is_some()),
            place: participant(place, false),
            counts_groups,
            time: of(Role::Time).map_or(When::default(), |arg| When::read(&arg.text)),
        }
    }

    /// Where to look for mentions of the same occurrence: each shares at least one of these.
    pub fn marks(&self) -> impl Iterator<Item = u64> + '_ {
        let kind = word_hash(self.event.kind.name());
        let heads = [&self.target, &self.place].map(|participant| [participant.head, participant.sort]);
        let heads = heads.into_iter().flatten().flatten();
        let anybody = (self.target.anybody || self.target.is_unknown()).then_some(ANYBODY);
        heads.chain(anybody).map(move |mark| kind.rotate_left(17) ^ mark)
    }

    /// Whether two mentions of one kind are about the same occurrence.
    pub fn is_same(&self, other: &Self) -> bool {
        let (agent, target, place) = (
            self.agent.compare(&other.agent),
            self.target.compare_things(&other.target),
            self.place.compare(&other.place),
        );
        // mentions are compared in their order
        let besides = other.target.another || other.place.another;
        if besides
            || [agent, target, place].contains(&Agreement::Excluded)
            || self.lies_ahead() != other.lies_ahead()
            || self.is_total() != other.is_total() && self.event.count != other.event.count
        {
            return false;
        }
        if is_recurrent(&self.event.kind) && !(target == Agreement::Same && self.has_trigger_of(other)) {
            return false;
        }
        let (agent, place) = (agent == Agreement::Same, place == Agreement::Same);
        let counts_agree = self.event.count.is_some() && self.event.count == other.event.count;
        let counts_exclude = self.counts_exclude(other);
        let elsewhere = self.origin != other.origin;
        if self.times_exclude(other) {
            // the same at another time is something else, unless two accounts agree in all the rest
            return elsewhere && target == Agreement::Same && (agent || place) && !counts_exclude;
        }
        if counts_exclude && !place && (!elsewhere || self.counts_are_far(other)) {
            return false;
        }
        match target {
            Agreement::Same => true,
            // "people" were killed twice in one text: by two accounts of it, or in the same number
            Agreement::Vague => place || counts_agree || elsewhere && self.report == other.report,
            Agreement::Unknown => place && (agent || self.target.is_unknown() && other.target.is_unknown()),
            Agreement::Excluded => false,
        }
    }

    /// Whether it is put forward as having happened or not; open where neither is said for certain enough to compare.
    pub fn polarity(&self) -> Polarity {
        let open = self.claim.status == Status::Open || self.event.certainty == Certainty::Unknown;
        if open { Polarity::Open } else { self.event.polarity }
    }

    /// Whether it is only possible: that contradicts nothing.
    pub fn is_weak(&self) -> bool {
        self.event.certainty.min(self.claim.certainty) <= Certainty::Possible
    }

    pub fn times_exclude(&self, other: &Self) -> bool {
        self.time.excludes(&other.time)
    }

    pub fn counts_exclude(&self, other: &Self) -> bool {
        let (Some(a), Some(b)) = (self.event.count, other.event.count) else { return false };
        if [self, other].iter().any(|profile| profile.counts_groups || profile.target.partial) {
            return false;
        }
        let below = |a: Count, b: Count| a.max.is_some_and(|max| max < b.min);
        let (exact, near) = (below(a, b) || below(b, a), a.approximate || b.approximate);
        // "about 40" and 42 are no contradiction
        exact && !(near && a.min.abs_diff(b.min) * 5 <= a.min.max(b.min))
    }

    /// Whether one number is so many times the other that they hardly count the same: those of one raid and those of a war.
    fn counts_are_far(&self, other: &Self) -> bool {
        let least = |profile: &Self| profile.event.count.map(|count| count.min);
        let (Some(a), Some(b)) = (least(self), least(other)) else { return false };
        a.min(b) > 0 && a.max(b) > MOST_TIMES * a.min(b)
    }

    /// What two mentions must differ in to be in conflict.
    pub fn value(&self) -> (Polarity, bool, Option<Count>, When) {
        (self.polarity(), self.is_weak(), self.event.count, self.time)
    }

    /// "More than 40 have died since January", "in the past two weeks": it sums up.
    fn is_total(&self) -> bool {
        self.event.when.as_ref().is_some_and(|when| {
            let stretches = match when.value {
                TimeValue::Offset { min, max, .. } | TimeValue::Relative { min, max, .. } => min != max,
                TimeValue::Years { .. } => true,
                _ => when.until.is_some(),
            };
            when.bound == TimeBound::Since || stretches
        })
    }

    /// "Endorsed" and "endorsement", "fled" and "fled": whether the triggers are one word or of one stem.
    fn has_trigger_of(&self, other: &Self) -> bool {
        let (a, b) = (self.event.trigger.text.to_lowercase(), other.event.trigger.text.to_lowercase());
        let common = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
        let rest = a.chars().count().max(b.chars().count()) - common;
        rest == 0 || common >= SHORTEST_STEM && rest <= LONGEST_ENDING
    }

    fn lies_ahead(&self) -> bool {
        let tense = if self.event.tense == Tense::None { self.claim.tense } else { self.event.tense };
        tense == Tense::Future && !matches!(self.event.kind, EventKind::Request | EventKind::Threaten)
    }
}

const MOST_TIMES: u64 = 5;
const SHORTEST_STEM: usize = 5;
const LONGEST_ENDING: usize = 5;

/// Whether things of a kind happen between the same parties again and again, so that a shared target alone makes no two
/// mentions one: visits, talks, payments, and all that people say.
fn is_recurrent(kind: &EventKind) -> bool {
    use EventKind::*;
    matches!(
        kind,
        Move | Mobilize
            | Contact
            | Agree
            | Reject
            | Accuse
            | Threaten
            | Request
            | Sanction
            | Transfer
            | Personnel
            | EmergencyResponse
    )
}

/// When, as far as two times can exclude each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct When {
    /// Day of the week, month, day of the month, year, day seen from today; zero for what is not said.
    parts: [u32; 5],
}

impl When {
    fn read(text: &str) -> Self {
        let mut parts = [0; 5];
        let place = |word: &str, names: &[&str]| {
            let at = names.iter().position(|name| word.eq_ignore_ascii_case(name));
            at.map_or(0, |at| at as u32 + 1)
        };
        for word in words(text) {
            let number = word.parse::<u32>().unwrap_or(0);
            let found = [
                place(word, &WEEKDAYS),
                place(word, &MONTHS),
                if (1..=31).contains(&number) { number } else { 0 },
                if (1000..=2999).contains(&number) { number } else { 0 },
                place(word, &RELATIVE),
            ];
            for (part, found) in parts.iter_mut().zip(found) {
                if *part == 0 {
                    *part = found;
                }
            }
        }
        // a number without its month is an hour or a count
        if parts[1] == 0 {
            parts[2] = 0;
        }
        Self { parts }
    }

    fn excludes(&self, other: &Self) -> bool {
        self.parts.iter().zip(&other.parts).any(|(a, b)| *a != 0 && *b != 0 && a != b)
    }
}

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const RELATIVE: [&str; 3] = ["yesterday", "today", "tomorrow"];

/// Every event that a claim of an extraction holds, in order of the claims.
pub(super) fn profiles<'e>(
    report: usize,
    extraction: &'e Extraction,
    origin: impl Fn(&Claim) -> u64 + 'e,
) -> impl Iterator<Item = Profile<'e>> {
    extraction.claims.iter().flat_map(move |claim| {
        let origin = origin(claim);
        extraction
            .events_of(claim)
            .filter(|event| event.kind != EventKind::Other)
            .map(move |event| {
                let mut counts = extraction.events_of(claim).filter(|other| other.kind == event.kind);
                let groups = counts.any(|other| other.count.is_some() && other.count != event.count);
                let some_of = ["of those ", "of the ", "of them", "of these "];
                let counts_groups = groups || some_of.iter().any(|of| starts_with(&claim.text, of));
                Profile::new(report, event, claim, origin, counts_groups)
            })
            .collect::<Vec<_>>()
    })
}
