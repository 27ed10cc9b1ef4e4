//! Prints the claims of an article: what is claimed, by whom, as fact or hedged, about which events.
//!
//! ```sh
//! cargo run --release --example extract               # the sample article beside this program
//! cargo run --release --example extract -- FILE       # a text file, or - for standard input
//! cargo run --release --example extract -- --json     # the wire format
//! ```

mod paint;

use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::{Parser, ValueEnum};
use factive::{Claim, CueKind, Event, Extraction, Extractor, Span, Status};

use crate::paint::{Colour, Paint};

const SAMPLE: &str = include_str!("../article.txt");

/// Prints the claims of an article.
#[derive(Parser)]
struct Options {
    /// A text file; `-` is standard input. Without it: the sample article.
    file: Option<PathBuf>,
    /// Prints the wire format instead.
    #[arg(long)]
    json: bool,
    /// Shows every predicate as an event.
    #[arg(long)]
    all_events: bool,
    /// Whether to use colours.
    #[arg(long, value_enum, default_value_t = When::Auto)]
    colour: When,
}

#[derive(Clone, Copy, ValueEnum)]
enum When {
    Auto,
    Always,
    Never,
}

fn main() -> Result<()> {
    let options = Options::parse();
    let text = match &options.file {
        Some(path) => read(path)?,
        None => SAMPLE.to_owned(),
    };
    let extractor = match options.all_events {
        true => Extractor::builder().all_events().build()?,
        false => Extractor::new(),
    };
    let extraction = extractor.extract(&text);
    let output = match options.json {
        true => serde_json::to_string_pretty(&extraction)? + "\n",
        false => report(&text, &extraction, paint(options.colour)),
    };
    match std::io::stdout().write_all(output.as_bytes()) {
        // Whoever reads the output may stop early, as `head` does.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

fn read(path: &Path) -> Result<String> {
    let bytes = if path == Path::new("-") {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    let bytes = bytes.with_context(|| format!("cannot read {}", path.display()))?;
    String::from_utf8(bytes).with_context(|| format!("{} is not UTF-8", path.display()))
}

fn paint(when: When) -> Paint {
    match when {
        When::Always => Paint::Colours,
        When::Never => Paint::Plain,
        When::Auto if std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() => Paint::Colours,
        When::Auto => Paint::Plain,
    }
}

/// The claims in the order of the text, then the sources with what they answer for.
fn report(text: &str, extraction: &Extraction, paint: Paint) -> String {
    let mut out = summary(extraction, paint);
    for claim in &extraction.claims {
        out += "\n";
        out += &claim_block(text, extraction, claim, paint);
    }
    // who only wants or judges something that is no claim is no source of one
    let sources: Vec<String> = extraction
        .distinct_sources()
        .filter(|source| extraction.claims_of(source.id).next().is_some())
        .map(|source| source_line(extraction, source, paint))
        .collect();
    if !sources.is_empty() {
        out += &format!("\n{}\n{}", paint.bold("Sources"), sources.concat());
    }
    out
}

fn summary(extraction: &Extraction, paint: Paint) -> String {
    let count = |status| extraction.with_status(status).count();
    let statuses = [Status::Factual, Status::Hedged, Status::Projected, Status::Open];
    let parts: Vec<String> = statuses.map(|status| format!("{} {status}", count(status))).to_vec();
    let (claims, sentences) = (extraction.claims.len(), extraction.sentences.len());
    format!("{} in {sentences} sentences: {}\n", paint.bold(&format!("{claims} claims")), parts.join(", "))
}

/// ```text
/// hedged     Governor Mikhail Saren (said)
///            debris may have damaged a pumping station
///            damage "damaged": target a pumping station, possible
/// ```
fn claim_block(text: &str, extraction: &Extraction, claim: &Claim, paint: Paint) -> String {
    let colour = match claim.status {
        Status::Factual => Colour::Green,
        Status::Hedged => Colour::Yellow,
        Status::Projected => Colour::Blue,
        _ => Colour::Magenta,
    };
    let status = paint.colour(colour, &format!("{:<10}", claim.status.as_str()));
    let mut out = format!("{status} {}\n", paint.dim(&holder(extraction, claim)));
    let content: Vec<String> =
        claim.content.iter().map(|piece| highlight(text, extraction, claim, *piece, paint)).collect();
    out += &format!("           {}\n", content.join(&paint.dim(" … ")));
    for event in extraction.events_of(claim) {
        out += &format!("           {}\n", paint.dim(&event_line(event)));
    }
    out
}

fn holder(extraction: &Extraction, claim: &Claim) -> String {
    let aside = if claim.primary { "" } else { ", in passing" };
    let Some(attribution) = extraction.attribution_of(claim) else {
        return format!("the author{aside}");
    };
    let names: Vec<String> = extraction
        .chain_of(claim)
        .iter()
        .filter_map(|id| Some((extraction.source(*id)?, extraction.source(extraction.fullest(*id))?)))
        .map(|(source, full)| match source.id == full.id {
            true => one_line(&source.text),
            false => format!("{} = {}", one_line(&source.text), one_line(&full.text)),
        })
        .collect();
    let names = if names.is_empty() { "nobody named".to_owned() } else { names.join(", citing ") };
    let cue = attribution.cue.as_ref().map_or(String::new(), |cue| format!(" ({})", one_line(&cue.text)));
    let channel = attribution.channel.as_ref().map_or(String::new(), |c| format!(", {}", one_line(&c.text)));
    format!("{names}{cue}{channel}{aside}")
}

/// A piece of a claim with its cues in colour and its triggers underlined.
fn highlight(text: &str, extraction: &Extraction, claim: &Claim, piece: Span, paint: Paint) -> String {
    let cues = extraction.cues_of(claim).map(|cue| {
        let colour = match cue.kind {
            CueKind::Negation => Colour::Red,
            CueKind::Approximator => Colour::Blue,
            _ => Colour::Yellow,
        };
        (cue.span, Some(colour))
    });
    let triggers = extraction.events_of(claim).map(|event| (event.trigger.span, None));
    let mut marks: Vec<(Span, Option<Colour>)> =
        cues.chain(triggers).filter(|(span, _)| piece.contains(*span)).collect();
    marks.sort_by_key(|(span, _)| *span);

    let (mut out, mut at) = (String::new(), piece.start);
    for (span, colour) in marks {
        if span.start < at {
            continue;
        }
        out += &one_line_within(Span::new(at, span.start).of(text));
        out += &colour.map_or_else(|| paint.underline(span.of(text)), |colour| paint.colour(colour, span.of(text)));
        at = span.end;
    }
    out + &one_line_within(Span::new(at, piece.end).of(text))
}

fn event_line(event: &Event) -> String {
    let mut parts: Vec<String> =
        event.args.iter().map(|argument| format!("{} {}", argument.role, one_line(&argument.text))).collect();
    parts.extend(event.count.map(|count| format!("count {count}")));
    if event.polarity != factive::Polarity::Positive {
        parts.push(event.polarity.to_string());
    }
    if event.certainty != factive::Certainty::Certain {
        parts.push(event.certainty.to_string());
    }
    let colon = if parts.is_empty() { "" } else { ": " };
    format!("{} \"{}\"{colon}{}", event.kind, one_line(&event.trigger.text), parts.join(", "))
}

fn source_line(extraction: &Extraction, source: &factive::Source, paint: Paint) -> String {
    let claims = extraction.claims_of(source.id).count();
    let hedged = extraction.claims_of(source.id).filter(|claim| claim.status == Status::Hedged).count();
    let hedged = if hedged == 0 { String::new() } else { format!(", {hedged} hedged") };
    let figures = format!("{claims} claim{}{hedged}", if claims == 1 { "" } else { "s" });
    format!("  {} {}\n", one_line(&source.text), paint.dim(&format!("({}, {figures})", source.kind)))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Line breaks as spaces, with the white space at the ends kept.
fn one_line_within(text: &str) -> String {
    text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}
