//! Events: triggers with their kinds and arguments.

use super::{Document, FoundEvent, Knowledge};

/// Finds the events of a text, in order of their triggers.
pub(super) fn events(document: &Document<'_>, knowledge: &Knowledge) -> Vec<FoundEvent> {
    let _ = (document, knowledge);
    Vec::new()
}
