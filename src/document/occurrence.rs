//! Occurrences: the mentions that are about the same thing happening.

use std::collections::HashMap;

use super::conflict::{Conflict, conflicts};
use super::participant::is_pronoun;
use super::profile::{Profile, profiles};
use crate::key::{word_hash, words};
use crate::model::{Claim, ClaimId, EventId, EventKind, Extraction, Polarity, SourceId, SourceKind};

/// Something that happens, as several claims of one text tell of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Occurrence {
    /// The kind that all its mentions have.
    pub kind: EventKind,
    /// The mentions, in order of their claims.
    pub events: Vec<EventId>,
    /// The claims that hold them, in order.
    pub claims: Vec<ClaimId>,
    /// Who puts it forward as being so, possible included; each origin once.
    pub affirmed_by: Vec<Origin>,
    /// Who puts it forward as not being so; each origin once.
    pub denied_by: Vec<Origin>,
    /// The pairs of claims that do not go together, with the reason.
    pub conflicts: Vec<Conflict>,
}

/// Whom a claim comes from in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Origin {
    /// The author of the text.
    Author,
    /// The last source of the chain, as its fullest mention.
    Source(SourceId),
    /// Somebody whom the text does not name: "reports", "a source", a pronoun that is not safely linked. All of them count as
    /// one.
    Unnamed,
}

impl Extraction {
    /// What the claims of a text tell of, with the mentions of the same occurrence joined.
    ///
    /// Mentions are joined where they have the same kind, the same target or place, and nothing that keeps them apart:
    /// other names, another time, the future. A text that says too little of a mention leaves it by itself. Every typed
    /// event that a claim holds is in exactly one occurrence; they are in the order of their first claims.
    ///
    /// Corroboration is the number of origins. Linked mentions of a source, mentions in the same words, and the
    /// members of a chain ("the agency, citing a port worker") are one.
    ///
    /// ```
    /// let text = "Twelve people were killed in Kesten on Monday, police said. \
    ///             The regional hospital said 15 people were killed in the town of Kesten.";
    /// let extraction = factive::extract(text);
    /// let occurrence = &extraction.occurrences()[0];
    /// assert_eq!(occurrence.claims.len(), 2);
    /// assert_eq!(occurrence.affirmed_by.len(), 2);
    /// assert_eq!(occurrence.conflicts[0].reason, factive::ConflictReason::Count);
    /// ```
    pub fn occurrences(&self) -> Vec<Occurrence> {
        let groups = join(profiles(0, self, |claim| origin_number(self, claim)));
        groups.into_iter().map(|group| self.occurrence(&group)).collect()
    }

    /// Whom a claim comes from in the end.
    ///
    /// ```
    /// let extraction = factive::extract("The dam broke. The road is closed, police said.");
    /// assert_eq!(extraction.origin_of(&extraction.claims[0]), factive::Origin::Author);
    /// ```
    pub fn origin_of(&self, claim: &Claim) -> Origin {
        if self.attribution_of(claim).is_none() {
            return Origin::Author;
        }
        // "I" in a quotation is whoever is quoted; a pronoun that is not safely linked may be somebody who counts already
        let fullest = |id: &SourceId| self.source(self.fullest(*id));
        let named = self.chain_of(claim).iter().rev().filter_map(fullest).find(|source| !is_pronoun(&source.text));
        match named {
            Some(source) if source.kind != SourceKind::Unattributed => Origin::Source(source.id),
            _ => Origin::Unnamed,
        }
    }

    fn occurrence(&self, group: &[Profile<'_>]) -> Occurrence {
        let mut claims: Vec<ClaimId> = group.iter().map(|profile| profile.claim.id).collect();
        claims.dedup();
        let origins = |polarity: Polarity| {
            let mut seen = HashMap::new();
            let members = group.iter().filter(|profile| profile.polarity() == polarity);
            let mut origins = Vec::new();
            for profile in members {
                seen.entry(profile.origin).or_insert_with(|| origins.push(self.origin_of(profile.claim)));
            }
            origins
        };
        Occurrence {
            kind: group.first().map_or(EventKind::Other, |profile| profile.event.kind.clone()),
            events: group.iter().map(|profile| profile.event.id).collect(),
            claims,
            affirmed_by: origins(Polarity::Positive),
            denied_by: origins(Polarity::Negative),
            conflicts: conflicts(group),
        }
    }
}

/// A number for who answers for a claim: the same for mentions in the same words.
pub(super) fn origin_number(extraction: &Extraction, claim: &Claim) -> u64 {
    match extraction.origin_of(claim) {
        Origin::Author => 1,
        Origin::Unnamed => 2,
        Origin::Source(id) => extraction.source(id).map_or(2, |source| {
            let text = source.name.as_ref().unwrap_or(&source.text);
            words(text).fold(3, |sum, word| sum.rotate_left(7) ^ word_hash(word))
        }),
    }
}

/// How many groups are looked at for each mark, the latest first, and how many members of each.
const MOST_GROUPS: usize = 12;
const MOST_MEMBERS: usize = 6;

/// Joins profiles that are about the same occurrence, in order of their first members. Linear: marks lead to the few
/// groups that come into question.
pub(super) fn join<'e>(profiles: impl Iterator<Item = Profile<'e>>) -> Vec<Vec<Profile<'e>>> {
    let mut groups: Vec<Vec<Profile<'e>>> = Vec::new();
    let mut marked: HashMap<u64, Vec<usize>> = HashMap::new();
    for profile in profiles {
        let marks: Vec<u64> = profile.marks().collect();
        let candidates =
            marks.iter().filter_map(|mark| marked.get(mark)).flat_map(|groups| groups.iter().rev().take(MOST_GROUPS));
        let fits = |group: &usize| {
            let members = &groups[*group];
            // the same claim tells of a thing once
            members.last().is_some_and(|last| last.claim.id != profile.claim.id || last.report != profile.report)
                && members
                    .iter()
                    .take(MOST_MEMBERS)
                    .all(|member| member.event.kind == profile.event.kind && member.is_same(&profile))
        };
        let group = candidates.copied().find(fits).unwrap_or_else(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[group].push(profile);
        for mark in marks {
            let known = marked.entry(mark).or_default();
            if known.last() != Some(&group) {
                known.push(group);
            }
        }
    }
    groups
}
