//! Profiles: what of an event mention can be compared with another one.
//!
//! Words are compared by spelling without case and plural, names by any word they share. Nothing is known of synonyms, so
//! that mentions are rather left apart than joined.

use crate::key::{word_hash, words};
use crate::model::{Certainty, Claim, Count, Event, EventKind, Extraction, Polarity, Role, Status, Tense, TimeBound};

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
}

impl<'e> Profile<'e> {
    pub fn new(report: usize, event: &'e Event, claim: &'e Claim, origin: u64) -> Self {
        let of = |role: Role| event.args.iter().find(|arg| arg.role == role).map(|arg| arg.text.as_str());
        let participant =
            |role, counted| of(role).map_or(Participant::default(), |text| Participant::read(text, counted));
        let place = if of(Role::Place).is_some() { Role::Place } else { Role::Destination };
        Self {
            report,
            event,
            claim,
            origin,
            agent: participant(Role::Agent, false),
            target: participant(Role::Target, event.count.is_some()),
            place: participant(place, false),
            time: of(Role::Time).map_or(When::default(), When::read),
        }
    }

    /// Where to look for mentions of the same occurrence: each shares at least one of these.
    pub fn marks(&self) -> impl Iterator<Item = u64> + '_ {
        let kind = word_hash(self.event.kind.name());
        let heads = [self.target.head, self.place.head].into_iter().flatten();
        let names = self.target.names.iter().chain(&self.place.names).copied();
        let anybody = (self.target.anybody || self.target.is_unknown()).then_some(ANYBODY);
        heads.chain(names).chain(anybody).map(move |mark| kind.rotate_left(17) ^ mark)
    }

    /// Whether two mentions of one kind are about the same occurrence.
    pub fn is_same(&self, other: &Self) -> bool {
        let (agent, target, place) = (
            self.agent.compare(&other.agent),
            self.target.compare_things(&other.target),
            self.place.compare(&other.place),
        );
        if [agent, target, place].contains(&Agreement::Excluded)
            || self.lies_ahead() != other.lies_ahead()
            || self.is_total() != other.is_total() && self.event.count != other.event.count
        {
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
        if counts_exclude && !elsewhere && !place {
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
        let below = |a: Count, b: Count| a.max.is_some_and(|max| max < b.min);
        let (exact, near) = (below(a, b) || below(b, a), a.approximate || b.approximate);
        // "about 40" and 42 are no contradiction
        exact && !(near && a.min.abs_diff(b.min) * 5 <= a.min.max(b.min))
    }

    /// What two mentions must differ in to be in conflict.
    pub fn value(&self) -> (Polarity, bool, Option<Count>, When) {
        (self.polarity(), self.is_weak(), self.event.count, self.time)
    }

    /// "More than 40 have died since January" sums up.
    fn is_total(&self) -> bool {
        self.event.when.as_ref().is_some_and(|when| when.bound == TimeBound::Since)
    }

    fn lies_ahead(&self) -> bool {
        let tense = if self.event.tense == Tense::None { self.claim.tense } else { self.event.tense };
        tense == Tense::Future && !matches!(self.event.kind, EventKind::Request | EventKind::Threaten)
    }
}

/// How two participants stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Agreement {
    Same,
    /// Both are people without further description.
    Vague,
    Unknown,
    Excluded,
}

/// Any other mark is a hash of a word.
const ANYBODY: u64 = 0;

/// The head noun and the names of a noun phrase.
#[derive(Clone, Debug, Default, PartialEq)]
struct Participant {
    head: Option<u64>,
    /// People of whom nothing else is said: "twelve", "15 people", "nobody".
    anybody: bool,
    names: Vec<u64>,
}

/// What ends the part of a noun phrase that holds its head.
const HEAD_ENDS: [&str; 16] = [
    "of",
    "in",
    "on",
    "at",
    "from",
    "near",
    "for",
    "with",
    "by",
    "to",
    "who",
    "which",
    "that",
    "and",
    "or",
    "including",
];
/// What stands for something named elsewhere.
const PRONOUNS: [&str; 13] = ["he", "she", "it", "they", "him", "her", "them", "i", "we", "us", "this", "that", "who"];
const ANYBODIES: [&str; 13] = [
    "people", "person", "persons", "nobody", "somebody", "anybody", "someone", "anyone", "everyone", "one", "others",
    "victims", "victim",
];
/// How many names of a noun phrase are compared.
const MOST_NAMES: usize = 6;

impl Participant {
    fn read(text: &str, counted: bool) -> Self {
        let is = |word: &str, list: &[&str]| list.iter().any(|entry| word.eq_ignore_ascii_case(entry));
        let first = text.split(',').next().unwrap_or_default();
        let mut parts: Vec<Vec<&str>> = vec![Vec::new()];
        for word in words(first) {
            match (is(word, &HEAD_ENDS), parts.last_mut()) {
                (true, _) => parts.push(Vec::new()),
                (false, Some(part)) => part.push(word),
                (false, None) => {}
            }
        }
        // "dozens of people", "two of the men": the head stands behind the "of"
        let amount = counted && parts.first().is_some_and(|part| part.len() == 1) && parts.len() > 1;
        let head_part = parts.get(usize::from(amount)).map_or(&[][..], Vec::as_slice);
        let capital = |word: &&str| word.starts_with(char::is_uppercase);
        let names: Vec<u64> =
            parts.iter().flatten().filter(|word| capital(word)).take(MOST_NAMES).map(|word| stem(word)).collect();
        let head = head_part.last().copied().filter(|word| word.chars().all(char::is_alphabetic));
        match head {
            Some(word) if head_part.len() == 1 && is_pronoun(word) => Self::default(),
            Some(word) if is(word, &ANYBODIES) => Self { head: None, anybody: true, names },
            // a number alone, in words or figures
            Some(_) if counted && head_part.len() == 1 && parts.len() == 1 => {
                Self { head: None, anybody: true, names: Vec::new() }
            }
            None if counted => Self { head: None, anybody: true, names: Vec::new() },
            head => Self { head: head.map(stem), anybody: false, names },
        }
    }

    fn is_unknown(&self) -> bool {
        self.head.is_none() && !self.anybody && self.names.is_empty()
    }

    fn compare(&self, other: &Self) -> Agreement {
        if self.is_unknown() || other.is_unknown() {
            return Agreement::Unknown;
        }
        let shared = self.names.iter().any(|name| other.names.contains(name));
        let same_head = self.head.is_some() && self.head == other.head;
        match (shared, self.names.is_empty() || other.names.is_empty()) {
            (true, _) => Agreement::Same,
            (false, true) if same_head => Agreement::Same,
            (false, true) if self.anybody && other.anybody => Agreement::Vague,
            (false, true) => Agreement::Unknown,
            // a capital at the start of a sentence is no name: "Rebels", "the Rebels"
            (false, false) if same_head && self.head.is_some_and(|head| self.names.contains(&head)) => Agreement::Same,
            (false, false) => Agreement::Excluded,
        }
    }

    /// As [`compare`](Self::compare), where two nouns without names in common are two things.
    fn compare_things(&self, other: &Self) -> Agreement {
        match self.compare(other) {
            Agreement::Unknown if self.head.is_some() && other.head.is_some() && self.head != other.head => {
                Agreement::Excluded
            }
            agreement => agreement,
        }
    }
}

/// Whether a mention is a pronoun alone.
pub(super) fn is_pronoun(text: &str) -> bool {
    PRONOUNS.iter().any(|pronoun| text.eq_ignore_ascii_case(pronoun))
}

/// A word without its plural ending.
fn stem(word: &str) -> u64 {
    let singular = word.strip_suffix('s').filter(|rest| rest.len() > 2 && !rest.ends_with(['s', 'u', 'i']));
    word_hash(singular.unwrap_or(word))
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
            .map(move |event| Profile::new(report, event, claim, origin))
            .collect::<Vec<_>>()
    })
}
