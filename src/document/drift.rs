//! Drift: what a story loses on its way from one report to the next.

use std::collections::HashSet;

use super::occurrence::{join, origin_number};
use super::profile::{Profile, profiles};
use crate::model::{ClaimId, Extraction, Polarity, Status};

/// A claim of one of several reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Reported {
    /// The position of the report in the list that was given.
    pub report: usize,
    /// The claim in it.
    pub claim: ClaimId,
}

/// Something that an earlier report has and a later one has no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Drift {
    /// What is lost.
    pub kind: DriftKind,
    /// The claim that has it.
    pub before: Reported,
    /// The claim about the same occurrence without it.
    pub after: Reported,
}

/// What is lost between two reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DriftKind {
    /// Every claim of the earlier report was hedged or open; one of the later is not.
    HedgeLost,
    /// Every claim of the earlier report had a source; one of the later is the author's own.
    SourceLost,
}

/// Finds what gets lost between reports, given in the order in which they appeared.
///
/// Mentions are joined as by [`Extraction::occurrences`]. Each report of an occurrence is compared with the one before it
/// that also tells of it; what the earlier one only denies is not lost by one that affirms it. Whether the later report knows more, or only says more, is not decided.
///
/// ```
/// use factive::{DriftKind, drift, extract};
/// let monday = extract("The drones may have damaged the Kesten bridge, officials said.");
/// let tuesday = extract("The drones damaged the Kesten bridge.");
/// let kinds: Vec<DriftKind> = drift(&[&monday, &tuesday]).iter().map(|drift| drift.kind).collect();
/// assert_eq!(kinds, [DriftKind::HedgeLost, DriftKind::SourceLost]);
/// ```
pub fn drift(reports: &[&Extraction]) -> Vec<Drift> {
    let all = reports
        .iter()
        .enumerate()
        .flat_map(|(report, extraction)| profiles(report, extraction, |claim| origin_number(extraction, claim)));
    let mut found = Vec::new();
    for group in join(all) {
        // members are in order of their reports
        let by_report: Vec<&[Profile<'_>]> = group.chunk_by(|a, b| a.report == b.report).collect();
        for pair in by_report.windows(2) {
            let hedge = lost(pair[0], pair[1], DriftKind::HedgeLost, is_hedged);
            let source = lost(pair[0], pair[1], DriftKind::SourceLost, |profile| profile.claim.attribution.is_some());
            found.extend([hedge, source].into_iter().flatten());
        }
    }
    // two events of one claim lose the same
    let mut seen = HashSet::new();
    found.retain(|drift| seen.insert(*drift));
    found
}

/// The first claims that show that all had something before, and one has it no longer.
fn lost(
    before: &[Profile<'_>],
    after: &[Profile<'_>],
    kind: DriftKind,
    has: impl Fn(&Profile<'_>) -> bool,
) -> Option<Drift> {
    let reported = |profile: &Profile<'_>| Reported { report: profile.report, claim: profile.claim.id };
    // who denied it lent it neither doubt nor name
    let told = before.iter().find(|profile| profile.polarity() != Polarity::Negative)?;
    if !before.iter().all(&has) {
        return None;
    }
    // a denial is no report that it happened
    let without = after.iter().find(|profile| !has(profile) && profile.polarity() == Polarity::Positive)?;
    Some(Drift { kind, before: reported(told), after: reported(without) })
}

fn is_hedged(profile: &Profile<'_>) -> bool {
    matches!(profile.claim.status, Status::Hedged | Status::Open)
}
