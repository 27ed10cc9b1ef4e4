//! Diagnostics: where two readings of a claim stay possible. Nothing is decided here; the steps before have given the weaker
//! reading.

use super::{Document, FoundAttribution, FoundClaim, FoundCue, FoundSource};
use crate::model::{CueClass, Diagnostic, DiagnosticKind};
use crate::syntax::{Extent, one_of};
use crate::tag::Pos;

/// What is ambiguous about a claim, in order of [`DiagnosticKind`].
pub(super) fn diagnostics(
    document: &Document<'_>,
    claim: &FoundClaim,
    cues: &[FoundCue],
    attributions: &[FoundAttribution],
    sources: &[FoundSource],
) -> Vec<Diagnostic> {
    let attribution = claim.attribution.and_then(|at| attributions.get(at as usize));
    let acting = || claim.value.cues.iter().filter_map(|&at| cues.get(at as usize));
    let found = [
        (DiagnosticKind::UnlinkedSource, attribution.and_then(|found| unlinked_source(document, found, sources))),
        (DiagnosticKind::AmbiguousModal, acting().find_map(|cue| ambiguous_modal(document, cue))),
        (DiagnosticKind::UnclosedQuotation, unclosed_quotation(document, claim)),
        (DiagnosticKind::NegatedReason, acting().find_map(|cue| negated_reason(document, claim, cue))),
    ];
    let out = |(kind, extent): (DiagnosticKind, Option<Extent>)| {
        Some(Diagnostic { kind, span: extent?.span(document.words) })
    };
    found.into_iter().filter_map(out).collect()
}

fn unlinked_source(document: &Document<'_>, attribution: &FoundAttribution, sources: &[FoundSource]) -> Option<Extent> {
    let source = sources.get(*attribution.source_chain.last()? as usize)?;
    let word = document.words.get(source.extent.first as usize)?;
    let pronoun = source.extent.last == source.extent.first + 1 && one_of!(word.hash, "he" | "she" | "they" | "it");
    (pronoun && source.refers_to.is_none()).then_some(source.extent)
}

/// "Visitors may enter", "rescuers could reach the village": with a plain verb other than "be" and "have".
fn ambiguous_modal(document: &Document<'_>, cue: &FoundCue) -> Option<Extent> {
    let words = document.words;
    if cue.class != CueClass::Modal || !one_of!(words.get(cue.head as usize)?.hash, "may" | "could") {
        return None;
    }
    let behind = words[cue.head as usize + 1..].iter().take(4);
    let verb = behind.into_iter().find(|word| word.pos != Pos::Adv && !one_of!(word.hash, "not" | "n't"))?;
    (verb.pos == Pos::Verb && !one_of!(verb.hash, "be" | "have")).then_some(cue.extent)
}

fn unclosed_quotation(document: &Document<'_>, claim: &FoundClaim) -> Option<Extent> {
    let first = claim.content.first()?.first;
    let quotation = document.syntax.quotation_at(first)?;
    if quotation.close.is_some() || !quotation.double {
        return None;
    }
    // a quotation over several paragraphs is opened in each and closed in the last
    let quotations = &document.syntax.quotations;
    let next = quotations.partition_point(|other| other.open < quotation.inner.last);
    let goes_on = quotations.get(next).is_some_and(|other| other.continued && other.open == quotation.inner.last);
    (!goes_on).then(|| Extent::new(quotation.open, quotation.open + 1))
}

fn negated_reason(document: &Document<'_>, claim: &FoundClaim, cue: &FoundCue) -> Option<Extent> {
    if cue.class != CueClass::Negation {
        return None;
    }
    let words = document.words;
    let piece = claim.content.iter().find(|piece| piece.contains(cue.head))?;
    let because = (cue.head + 1..piece.last).find(|&i| one_of!(words[i as usize].hash, "because"))?;
    let comma = one_of!(words[because as usize - 1].hash, ",");
    (!comma).then(|| Extent::new(because, because + 1))
}
