//! What a text claims, in the one shape in which the annotation and the crate's output are compared.

use factive::{Certainty, CueKind, EventKind, Extraction, Polarity, Role, SourceKind, Span, Status, Tense};

#[derive(Default)]
pub struct Document {
    pub claims: Vec<Claim>,
    /// The events of all claims, and those of no claim.
    pub events: Vec<Event>,
    pub sources: Vec<Source>,
}

pub struct Claim {
    pub content: Vec<Span>,
    pub primary: bool,
    /// Whether somebody else than the author answers for it, named or not.
    pub attributed: bool,
    /// The last of the chain, in [`Document::sources`].
    pub source: Option<usize>,
    pub cue: Option<Span>,
    pub polarity: Polarity,
    pub certainty: Certainty,
    pub tense: Tense,
    pub status: Status,
    pub hedges: Vec<Span>,
}

pub struct Event {
    pub trigger: Span,
    pub kind: EventKind,
    pub args: Vec<(Role, Span)>,
    pub count: Option<(u64, Option<u64>)>,
    pub polarity: Polarity,
    pub certainty: Certainty,
    /// Where the definitions leave open whether there is an event: finding it or not changes nothing.
    pub optional: bool,
}

pub struct Source {
    pub span: Span,
    pub kind: SourceKind,
    /// The fuller mention that it stands for.
    pub refers_to: Option<Span>,
    /// Further mentions of the same source that a link may lead to as well.
    pub same: Vec<Span>,
}

impl Default for Claim {
    fn default() -> Self {
        Self {
            content: Vec::new(),
            primary: true,
            attributed: false,
            source: None,
            cue: None,
            polarity: Polarity::Positive,
            certainty: Certainty::Certain,
            tense: Tense::None,
            status: Status::Factual,
            hedges: Vec::new(),
        }
    }
}

impl From<&Extraction> for Document {
    fn from(extraction: &Extraction) -> Self {
        Document {
            claims: extraction.claims.iter().map(|claim| self::claim(extraction, claim)).collect(),
            events: extraction.events.iter().filter(|event| event.kind != EventKind::Other).map(event).collect(),
            sources: extraction.sources.iter().map(|source| self::source(extraction, source)).collect(),
        }
    }
}

fn claim(extraction: &Extraction, claim: &factive::Claim) -> Claim {
    let attribution = extraction.attribution_of(claim);
    let hedging = |kind| matches!(kind, CueKind::Hedge | CueKind::Condition | CueKind::Question);
    Claim {
        content: claim.content.clone(),
        primary: claim.primary,
        attributed: attribution.is_some(),
        source: extraction.source_of(claim).map(|source| source.id.index()),
        cue: attribution.and_then(|attribution| Some(attribution.cue.as_ref()?.span)),
        polarity: claim.polarity,
        certainty: claim.certainty,
        tense: claim.tense,
        status: claim.status,
        hedges: extraction.cues_of(claim).filter(|cue| hedging(cue.kind)).map(|cue| cue.span).collect(),
    }
}

fn event(event: &factive::Event) -> Event {
    Event {
        trigger: event.trigger.span,
        kind: event.kind.clone(),
        args: event.args.iter().map(|argument| (argument.role, argument.span)).collect(),
        count: event.count.map(|count| (count.min, count.max)),
        polarity: event.polarity,
        certainty: event.certainty,
        optional: false,
    }
}

fn source(extraction: &Extraction, source: &factive::Source) -> Source {
    let fuller = source.refers_to.and_then(|id| extraction.source(id));
    Source { span: source.span, kind: source.kind, refers_to: fuller.map(|fuller| fuller.span), same: Vec::new() }
}
