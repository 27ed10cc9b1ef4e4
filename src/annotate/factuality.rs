//! Factuality: hedges, negations and other cues with their scopes, and the certainty, polarity and tense they leave.

use super::{Document, FoundAttribution, FoundCue, FoundEvent, Knowledge, Value};
use crate::syntax::{ClauseId, Extent};

/// Finds the cues of a text, in order.
pub(super) fn cues(document: &Document<'_>, knowledge: &Knowledge) -> Vec<FoundCue> {
    let _ = (document, knowledge);
    Vec::new()
}

/// Gives every event the value of its own predicate.
pub(super) fn assess(
    document: &Document<'_>,
    cues: &[FoundCue],
    attributions: &[FoundAttribution],
    events: &mut [FoundEvent],
) {
    let _ = (document, cues, attributions, events);
}

/// The value of a claim for its holder: of the clause `clause`, or of the noun phrase `content` where there is none.
pub(super) fn claim_value(
    document: &Document<'_>,
    cues: &[FoundCue],
    content: &[Extent],
    clause: Option<ClauseId>,
    attribution: Option<&FoundAttribution>,
) -> Value {
    let _ = (document, cues, content, clause, attribution);
    Value::default()
}
