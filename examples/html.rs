//! Writes an article as a page of HTML: claims in the colour of their status, cues underlined, and for each claim who
//! answers for it and why it is what it is.
//!
//! ```sh
//! cargo run --release --example html > page.html         # the sample article beside this program
//! cargo run --release --example html -- FILE > page.html
//! ```
//!
//! The page needs no script and nothing from the network.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::Write as _;

use anyhow::{Context, Result};
use clap::Parser;
use factive::{Claim, ConflictReason, Extraction, Occurrence, Status};

/// Writes an article as a page of HTML with its claims in colour.
#[derive(Parser)]
struct Options {
    /// A text file. Without it: the sample article.
    file: Option<std::path::PathBuf>,
}

const STYLE: &str = "body{font:17px/1.6 Georgia,serif;max-width:46em;margin:2em auto;padding:0 1em;color:#222}\
    .factual{background:#d8f0dc}.hedged{background:#fdeebb}.projected{background:#d5e6fb}.open{background:#ecdcf5}\
    .cue{border-bottom:2px solid #b33}article{white-space:pre-wrap}dt{margin-top:1em}dd{margin:0 0 0 1.5em;\
    font-size:.85em;color:#555}.key span{padding:0 .5em;margin-right:1em}";

fn main() -> Result<()> {
    let options = Options::parse();
    let text = match &options.file {
        Some(path) => std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?,
        None => include_str!("article.txt").to_owned(),
    };
    let page = page(&text, &factive::extract(&text))?;
    match std::io::stdout().write_all(page.as_bytes()) {
        // Whoever reads the output may stop early, as `head` does.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

fn page(text: &str, extraction: &Extraction) -> Result<String> {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Claims</title><style>{STYLE}</style>\n<p class=\"key\">"
    );
    for status in [Status::Factual, Status::Hedged, Status::Projected, Status::Open] {
        write!(out, "<span class=\"{status}\">{status} {}</span>", extraction.with_status(status).count())?;
    }
    writeln!(out, "</p>\n<article>{}</article>\n<h2>Claims</h2>\n<dl>", article(text, extraction))?;
    for claim in &extraction.claims {
        write!(out, "{}", entry(extraction, claim)?)?;
    }
    out += "</dl>\n";
    let conflicts: Vec<String> =
        extraction.occurrences().iter().flat_map(|occurrence| disagreements(extraction, occurrence)).collect();
    if !conflicts.is_empty() {
        writeln!(out, "<h2>What does not go together</h2>\n<ul>{}</ul>", conflicts.concat())?;
    }
    Ok(out + "</html>\n")
}

/// The text with its claims and cues marked. Of claims inside each other the innermost has the colour.
fn article(text: &str, extraction: &Extraction) -> String {
    let mut by_size: Vec<&Claim> = extraction.claims.iter().collect();
    by_size.sort_by_key(|claim| std::cmp::Reverse(claim.content.iter().map(|piece| piece.len()).sum::<usize>()));
    // where the class of what follows changes
    let mut classes: Vec<(Option<Status>, bool)> = vec![(None, false); text.len()];
    for claim in by_size {
        for piece in &claim.content {
            classes[piece.start..piece.end].iter_mut().for_each(|class| class.0 = Some(claim.status));
        }
        for cue in extraction.cues_of(claim) {
            classes[cue.span.start..cue.span.end].iter_mut().for_each(|class| class.1 = true);
        }
    }
    let mut starts: BTreeMap<usize, (Option<Status>, bool)> = BTreeMap::new();
    let mut last = (None, false);
    for (at, class) in classes.into_iter().enumerate() {
        if class != last {
            starts.insert(at, class);
            last = class;
        }
    }
    let ends = starts.keys().copied().skip(1).chain([text.len()]);
    let first = starts.keys().next().copied().unwrap_or(text.len());
    let mut out = escape(&text[..first]);
    for ((start, (status, cue)), end) in starts.iter().zip(ends) {
        let piece = escape(&text[*start..end]);
        let cue = if *cue { " cue" } else { "" };
        out += &match status {
            Some(status) => format!("<span class=\"{status}{cue}\">{piece}</span>"),
            None if cue.is_empty() => piece,
            None => format!("<span class=\"cue\">{piece}</span>"),
        };
    }
    out
}

fn entry(extraction: &Extraction, claim: &Claim) -> Result<String> {
    let standalone = claim.standalone(extraction);
    let mut out = format!(
        "<dt data-key=\"{}\"><span class=\"{1}\">{1}</span> {2}</dt>\n",
        claim.key,
        claim.status,
        escape(&standalone.text)
    );
    let explanation = extraction.explain(claim);
    for reason in &explanation.reasons {
        writeln!(out, "<dd>{}</dd>", escape(reason))?;
    }
    if let Some(flip) = &explanation.flip {
        writeln!(out, "<dd>{}</dd>", escape(&flip.words))?;
    }
    Ok(out)
}

fn disagreements(extraction: &Extraction, occurrence: &Occurrence) -> Vec<String> {
    let text = |id| extraction.claim(id).map_or(String::new(), |claim| escape(&claim.text));
    let line = |conflict: &factive::Conflict| {
        let reason = match conflict.reason {
            ConflictReason::Polarity => "one affirms what the other denies",
            ConflictReason::Count => "the numbers exclude each other",
            _ => "the times exclude each other",
        };
        format!("<li>“{}” / “{}”: {reason}</li>", text(conflict.first), text(conflict.second))
    };
    occurrence.conflicts.iter().map(line).collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
