//! Conflicts: claims about the same occurrence that do not go together.

use super::profile::Profile;
use crate::model::{ClaimId, Polarity};

/// Two claims of a text that cannot both be so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Conflict {
    /// The claim that comes first in the text.
    pub first: ClaimId,
    /// The other one.
    pub second: ClaimId,
    /// What does not go together.
    pub reason: ConflictReason,
}

/// What two claims disagree about. Of several reasons the first in this order is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ConflictReason {
    /// One affirms what the other denies. What is only possible contradicts nothing.
    Polarity,
    /// The bounds of the two numbers have nothing in common.
    Count,
    /// Two days, dates or years.
    Time,
}

/// How many different accounts of an occurrence are kept to compare with.
const MOST_ACCOUNTS: usize = 16;

/// The conflicts between the members of a group: each member against every different account before it.
pub(super) fn conflicts(group: &[Profile<'_>]) -> Vec<Conflict> {
    let mut accounts: Vec<&Profile<'_>> = Vec::new();
    let mut found = Vec::new();
    for profile in group {
        for account in &accounts {
            if let Some(reason) = reason(account, profile) {
                found.push(Conflict { first: account.claim.id, second: profile.claim.id, reason });
            }
        }
        let new = accounts.iter().all(|account| account.value() != profile.value());
        if new && accounts.len() < MOST_ACCOUNTS {
            accounts.push(profile);
        }
    }
    found
}

fn reason(first: &Profile<'_>, second: &Profile<'_>) -> Option<ConflictReason> {
    let polarities = (first.polarity(), second.polarity());
    if first.is_weak() || second.is_weak() || polarities.0 == Polarity::Open || polarities.1 == Polarity::Open {
        return None;
    }
    if polarities.0 != polarities.1 {
        Some(ConflictReason::Polarity)
    } else if first.counts_exclude(second) {
        Some(ConflictReason::Count)
    } else if first.times_exclude(second) {
        Some(ConflictReason::Time)
    } else {
        None
    }
}
