//! The last step: what was found in words becomes the output in bytes, in the order of the text, with ids.

use super::diagnostic;
use super::time::{self, FoundTime};
use super::{
    Document, Findings, FoundAttribution, FoundClaim, FoundCue, FoundEvent, FoundReference, FoundSource, Value,
};
use crate::model::{
    Argument, Attribution, AttributionId, Certainty, Claim, ClaimId, ClaimKey, Cue, CueId, CueKind, Date, Diagnostic,
    Event, EventId, Extraction, Mention, Polarity, Reference, SentenceId, Source, SourceId, Status, Tense, When,
};
use crate::span::Span;
use crate::syntax::{Extent, one_of};

/// Makes the output. The lists keep their order; indices become ids.
pub(super) fn extraction(document: &Document<'_>, found: Findings, reference: Option<Date>) -> Extraction {
    let Findings { cues, attributions, sources, references, events, claims } = found;
    let claims = claims
        .into_iter()
        .zip(0..)
        .map(|(claim, id)| {
            let status =
                status(&claim.value, claim.value.cues.iter().any(|&cue| cues[cue as usize].kind == CueKind::Condition));
            let diagnostics = diagnostic::diagnostics(document, &claim, &cues, &attributions, &sources);
            claim_out(document, claim, status, diagnostics, id)
        })
        .collect();
    let mut extraction = Extraction {
        sentences: document
            .sentences
            .iter()
            .map(|sentence| Extent::new(sentence.lexemes.start, sentence.lexemes.end).span(document.words))
            .collect(),
        attributions: attributions
            .into_iter()
            .zip(0..)
            .map(|(found, id)| attribution_out(document, found, &sources, id))
            .collect(),
        sources: sources.into_iter().zip(0..).map(|(source, id)| source_out(document, source, id)).collect(),
        events: events.into_iter().zip(0..).map(|(event, id)| event_out(document, event, id, reference)).collect(),
        cues: cues.into_iter().zip(0..).map(|(cue, id)| cue_out(document, cue, id)).collect(),
        claims,
        references: references.into_iter().map(|reference| reference_out(document, reference)).collect(),
        ..Extraction::default()
    };
    for i in 0..extraction.claims.len() {
        extraction.claims[i].key = extraction.key_of(&extraction.claims[i]);
    }
    extraction
}

/// What a claim amounts to, in the order of the definition.
fn status(value: &Value, conditional: bool) -> Status {
    if value.certainty == Certainty::Unknown || value.polarity == Polarity::Open {
        Status::Open
    } else if value.certainty < Certainty::Certain || conditional {
        Status::Hedged
    } else if value.tense == Tense::Future {
        Status::Projected
    } else {
        Status::Factual
    }
}

fn mention(document: &Document<'_>, extent: Extent) -> Mention {
    Mention::new(document.text, extent.span(document.words))
}

fn text(document: &Document<'_>, span: Span) -> String {
    span.of(document.text).to_owned()
}

fn source_out(document: &Document<'_>, source: FoundSource, id: u32) -> Source {
    let span = source.extent.span(document.words);
    Source {
        id: SourceId(id),
        span,
        text: text(document, span),
        kind: source.kind,
        name: source.name.map(|name| text(document, name.span(document.words))),
        refers_to: source.refers_to.map(SourceId),
        link_rule: source.link_rule,
    }
}

fn reference_out(document: &Document<'_>, found: FoundReference) -> Reference {
    let pronoun = Extent::new(found.pronoun, found.pronoun + 1).span(document.words);
    Reference { pronoun, antecedent: mention(document, found.antecedent), possessive: found.possessive }
}

fn cue_out(document: &Document<'_>, cue: FoundCue, id: u32) -> Cue {
    let span = cue.extent.span(document.words);
    Cue {
        id: CueId(id),
        kind: cue.kind,
        class: cue.class,
        span,
        text: text(document, span),
        scope: cue.scope.span(document.words),
        rule: cue.rule,
    }
}

fn attribution_out(document: &Document<'_>, found: FoundAttribution, sources: &[FoundSource], id: u32) -> Attribution {
    let mut chain = if found.source_chain.is_empty() { found.around } else { found.source_chain };
    // "she said she feared that": one source, by its innermost mention; "“I fear that,” she said": by the one that names it
    if chain.len() > 1 {
        chain.reverse();
        chain.dedup_by(|outer, inner| {
            let same = is_same(document, sources, *outer, *inner);
            let head = document.words[sources[*inner as usize].head as usize].hash;
            if same && one_of!(head, "i" | "me" | "my") {
                *inner = *outer;
            }
            same
        });
        chain.reverse();
    }
    Attribution {
        id: AttributionId(id),
        source_chain: chain.into_iter().map(SourceId).collect(),
        cue: found.cue.map(|cue| mention(document, cue)),
        channel: found.channel.map(|channel| mention(document, channel)),
        addressee: found.addressee.map(|addressee| mention(document, addressee)),
        content: found.content.iter().map(|piece| piece.span(document.words)).collect(),
        style: found.style,
        stance: found.stance,
        rule: found.rule,
    }
}

/// Whether two mentions stand for one source: by their links, or as the same pronoun twice.
fn is_same(document: &Document<'_>, sources: &[FoundSource], one: u32, other: u32) -> bool {
    let root = |source: u32| sources[source as usize].refers_to.unwrap_or(source);
    let pronoun = |source: u32| {
        let source = &sources[source as usize];
        let hash = document.words[source.head as usize].hash;
        let personal = source.refers_to.is_none() && source.extent.last - source.extent.first == 1;
        (personal && one_of!(hash, "he" | "she" | "it" | "they" | "i" | "we")).then_some(hash)
    };
    root(one) == root(other) || pronoun(one).is_some() && pronoun(one) == pronoun(other)
}

/// A single event, for the tests of the rules.
#[cfg(test)]
pub(super) fn event(document: &Document<'_>, event: FoundEvent) -> Event {
    event_out(document, event, 0, None)
}

fn event_out(document: &Document<'_>, event: FoundEvent, id: u32, reference: Option<Date>) -> Event {
    let when = event.time.map(|time| when_out(document, &time, event.value.tense, reference));
    let args = event.args.iter().map(|arg| {
        let span = arg.extent.span(document.words);
        Argument { role: arg.role, span, text: text(document, span) }
    });
    Event {
        id: EventId(id),
        args: args.collect(),
        trigger: mention(document, event.trigger),
        kind: event.kind,
        count: event.count,
        polarity: event.value.polarity,
        certainty: event.value.certainty,
        tense: event.value.tense,
        when,
        rule: event.rule,
    }
}

fn when_out(document: &Document<'_>, time: &FoundTime, tense: Tense, reference: Option<Date>) -> When {
    let (from, to) = time::days(time, tense, reference);
    let FoundTime { extent, value, until, part, bound } = *time;
    When { mention: mention(document, extent), value, until, part, bound, from, to }
}

fn claim_out(
    document: &Document<'_>,
    claim: FoundClaim,
    status: Status,
    diagnostics: Vec<Diagnostic>,
    id: u32,
) -> Claim {
    let content: Vec<Span> = claim.content.iter().map(|piece| piece.span(document.words)).collect();
    let text = match content[..] {
        [span] => text(document, span),
        _ => content.iter().map(|span| span.of(document.text)).collect::<Vec<_>>().join(" "),
    };
    Claim {
        id: ClaimId(id),
        content,
        text,
        sentence: SentenceId(claim.sentence),
        primary: claim.primary,
        attribution: claim.attribution.map(AttributionId),
        polarity: claim.value.polarity,
        certainty: claim.value.certainty,
        tense: claim.value.tense,
        status,
        cues: claim.value.cues.into_iter().map(CueId).collect(),
        events: claim.events.into_iter().map(EventId).collect(),
        key: ClaimKey::default(),
        subject: claim.subject.map(|subject| mention(document, subject)),
        diagnostics,
    }
}
