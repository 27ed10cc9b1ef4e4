//! Anchors: where a claim stands, told in a way that finds it again when the text has changed.
//!
//! Position, quote, prefix and suffix are the selectors of the W3C Web Annotation model, in bytes. An anchor knows spelling
//! only; a claim that was put in other words is lost to it.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::key;
use crate::model::{Claim, ClaimKey, Extraction};
use crate::span::Span;

/// Where a claim stands in a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Anchor {
    /// From the first piece of the content to the last.
    pub position: Span,
    /// The text there.
    pub quote: String,
    /// What stands before it, 32 bytes at most.
    pub prefix: String,
    /// What stands behind it, 32 bytes at most.
    pub suffix: String,
    /// The key of the claim; none for an anchor of a mere span.
    #[serde(default, skip_serializing_if = "ClaimKey::is_none")]
    pub key: ClaimKey,
}

/// Where an anchor's quote stands in another version of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Found {
    /// Where it stands now.
    pub span: Span,
    /// What has become of it.
    pub how: FoundHow,
}

/// What has become of an anchor's quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum FoundHow {
    /// It stands where it stood.
    Unmoved,
    /// It stands elsewhere, word for word.
    Moved,
    /// Its surroundings are there, and at least half of its words between them.
    Changed,
}

/// How much of the surroundings is kept.
const CONTEXT: usize = 32;
/// How many places a changed quote is looked for.
const MOST_PLACES: usize = 64;

impl Claim {
    /// The anchor of a claim in the text it was extracted from.
    ///
    /// ```
    /// let text = "The dam broke, officials said.";
    /// let anchor = factive::extract(text).claims[0].anchor(text);
    /// assert_eq!(anchor.quote, "The dam broke");
    ///
    /// let edited = "Rain fell for days. The dam broke, officials said.";
    /// let found = anchor.find(edited).unwrap();
    /// assert_eq!(found.span.of(edited), "The dam broke");
    ///
    /// let extraction = factive::extract(edited);
    /// assert_eq!(anchor.find_claim(edited, &extraction).unwrap().text, "The dam broke");
    /// ```
    pub fn anchor(&self, text: &str) -> Anchor {
        let start = self.content.first().map_or(0, |piece| piece.start);
        let end = self.content.last().map_or(start, |piece| piece.end);
        Anchor { key: self.key, ..Anchor::of(text, Span::new(start, end)) }
    }
}

impl Anchor {
    /// The anchor of any span of a text. A span that does not fit the text has an empty quote, which is never found.
    pub fn of(text: &str, span: Span) -> Self {
        let before = text.get(..span.start).unwrap_or("");
        let after = text.get(span.end..).unwrap_or("");
        let from = (before.len().saturating_sub(CONTEXT)..=before.len()).find(|&at| before.is_char_boundary(at));
        let to = (0..=after.len().min(CONTEXT)).rev().find(|&at| after.is_char_boundary(at));
        Self {
            position: span,
            quote: span.of(text).to_owned(),
            prefix: before[from.unwrap_or(before.len())..].to_owned(),
            suffix: after[..to.unwrap_or(0)].to_owned(),
            key: ClaimKey::default(),
        }
    }

    /// Finds the quote in another version of the text: where it stood, else the place whose surroundings agree best, else
    /// what stands between its surroundings, if that shares at least half of its words.
    pub fn find(&self, text: &str) -> Option<Found> {
        if self.quote.is_empty() {
            return None;
        }
        // the old place by itself: the matches do not overlap, so that another may hide it
        let old = Some(self.position).filter(|at| text.get(at.start..at.end) == Some(self.quote.as_str()));
        let best = text
            .match_indices(self.quote.as_str())
            .map(|(start, _)| Span::new(start, start + self.quote.len()))
            .chain(old)
            .max_by_key(|span| {
                let distance = span.start.abs_diff(self.position.start);
                (self.agreement(text, *span), std::cmp::Reverse(distance))
            });
        match best {
            Some(span) if span == self.position => Some(Found { span, how: FoundHow::Unmoved }),
            Some(span) => Some(Found { span, how: FoundHow::Moved }),
            None => Some(Found { span: self.changed(text)?, how: FoundHow::Changed }),
        }
    }

    /// Finds the claim in the extraction of another version of the text: by its key, nearest to its quote where several
    /// share that; else the claim that covers most of what became of the quote.
    pub fn find_claim<'e>(&self, text: &str, extraction: &'e Extraction) -> Option<&'e Claim> {
        let found = self.find(text).map(|found| found.span);
        let expected = found.unwrap_or(self.position).start;
        let same = extraction.claims.iter().filter(|claim| !self.key.is_none() && claim.key == self.key);
        let start = |claim: &Claim| claim.content.first().map_or(usize::MAX, |piece| piece.start);
        same.min_by_key(|claim| start(claim).abs_diff(expected)).or_else(|| {
            let found = found?;
            let shared = |claim: &Claim| {
                let overlap = |piece: &Span| piece.end.min(found.end).saturating_sub(piece.start.max(found.start));
                claim.content.iter().map(overlap).sum::<usize>()
            };
            let length = |claim: &Claim| claim.content.iter().map(|piece| piece.len()).sum::<usize>();
            let fits = |claim: &&Claim| 2 * shared(claim) >= length(claim).max(found.len());
            // of a claim and one inside it, the one of the length looked for
            let claims = extraction.claims.iter().filter(fits);
            claims.max_by_key(|claim| (shared(claim), std::cmp::Reverse(length(claim).abs_diff(found.len()))))
        })
    }

    /// How many bytes of the surroundings are still there.
    fn agreement(&self, text: &str, span: Span) -> usize {
        let before = text.as_bytes()[..span.start].iter().rev();
        let after = text.as_bytes()[span.end..].iter();
        before.zip(self.prefix.bytes().rev()).take_while(|(a, b)| **a == *b).count()
            + after.zip(self.suffix.bytes()).take_while(|(a, b)| **a == *b).count()
    }

    /// What stands between the surroundings now.
    fn changed(&self, text: &str) -> Option<Span> {
        if self.prefix.len() + self.suffix.len() < CONTEXT / 2 {
            return None;
        }
        let longest = 2 * self.quote.len() + CONTEXT;
        let starts = text.match_indices(self.prefix.as_str()).map(|(at, _)| at + self.prefix.len());
        let starts = if self.prefix.is_empty() { vec![0] } else { starts.take(MOST_PLACES).collect() };
        let spans = starts.into_iter().filter_map(|start| {
            let rest = text.get(start..)?;
            let limit =
                (0..=rest.len().min(longest + self.suffix.len())).rev().find(|&at| rest.is_char_boundary(at))?;
            let length = match self.suffix.is_empty() {
                true => rest.len(),
                false => rest.get(..limit)?.find(self.suffix.as_str())?,
            };
            (length > 0 && length <= longest).then(|| Span::new(start, start + length))
        });
        spans.into_iter().find(|span| self.resembles(span.of(text)))
    }

    fn resembles(&self, other: &str) -> bool {
        let words = |text: &str| key::words(text).map(key::word_hash).collect::<HashSet<u64>>();
        let (old, new) = (words(&self.quote), words(other));
        let shared = old.intersection(&new).count();
        shared > 0 && 2 * shared >= old.len().max(new.len())
    }
}
