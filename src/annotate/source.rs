//! Sources: what kind of thing a mention is, and which fuller mention it stands for.

use super::{Document, FoundSource, Knowledge};
use crate::model::SourceKind;
use crate::syntax::{Extent, PhraseId};

/// A mention as a source, with its kind and the name in it.
pub(super) fn describe(
    document: &Document<'_>,
    extent: Extent,
    head: u32,
    phrase: Option<PhraseId>,
    knowledge: &Knowledge,
) -> FoundSource {
    let _ = (document, knowledge);
    FoundSource { extent, head, phrase, kind: SourceKind::Person, name: None, refers_to: None, link_rule: None }
}

/// Links mentions to the fullest mention of the same source, where that is safe.
pub(super) fn resolve(document: &Document<'_>, sources: &mut [FoundSource], knowledge: &Knowledge) {
    let _ = (document, sources, knowledge);
}
