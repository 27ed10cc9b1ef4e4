//! What is missing (`-`), too much (`+`) and wrong (`~`) in what was found, for reading errors.

use std::collections::BTreeSet;

use factive::Span;

use crate::document::{Claim, Document, Event};
use crate::gold::Article;
use crate::score::Pairs;

pub fn show(article: &Article, found: &Document, pairs: &Pairs) -> String {
    let (text, gold) = (article.text.as_str(), &article.gold);
    let mut lines = format!("== {}\n", article.name);
    for &(g, f) in &pairs.claims {
        let (g, f) = (claim_marks(text, gold, &gold.claims[g]), claim_marks(text, found, &found.claims[f]));
        if g != f {
            lines += &format!("~ {}\n    is  {}\n    not {}\n", g.content, g.marks(&f), f.marks(&g));
        }
    }
    let left = |all: usize, used: BTreeSet<usize>| (0..all).filter(move |i| !used.contains(i));
    for g in left(gold.claims.len(), pairs.claims.iter().map(|pair| pair.0).collect()) {
        lines += &format!("- {}\n", claim_marks(text, gold, &gold.claims[g]).whole());
    }
    for f in left(found.claims.len(), pairs.claims.iter().map(|pair| pair.1).collect()) {
        lines += &format!("+ {}\n", claim_marks(text, found, &found.claims[f]).whole());
    }
    for &(g, f) in &pairs.events {
        let (g, f) = (event(text, &gold.events[g]), event(text, &found.events[f]));
        if g != f {
            lines += &format!("~ {g}\n    not {f}\n");
        }
    }
    for g in left(gold.events.len(), pairs.events.iter().map(|pair| pair.0).collect()) {
        lines += &format!("- {}\n", event(text, &gold.events[g]));
    }
    for f in left(found.events.len(), pairs.events.iter().map(|pair| pair.1).collect()) {
        lines += &format!("+ {}\n", event(text, &found.events[f]));
    }
    for source in &gold.sources {
        let other = found.sources.iter().find(|other| other.span.overlaps(source.span));
        let link = |span: Option<Span>| span.map_or("nothing", |span| span.of(text));
        let line = format!("{} \"{}\" -> \"{}\"", source.kind, source.span.of(text), link(source.refers_to));
        match other {
            None => lines += &format!("- {line}\n"),
            Some(other) if other.kind != source.kind || other.refers_to.is_some() != source.refers_to.is_some() => {
                lines += &format!("~ {line}\n    not {} -> \"{}\"\n", other.kind, link(other.refers_to));
            }
            Some(_) => {}
        }
    }
    lines
}

/// The annotation as it was read, each source and cue with what stands around it: for checking an article that was edited.
pub fn annotation(article: &Article) -> String {
    let (text, gold) = (article.text.as_str(), &article.gold);
    let mut lines = format!("== {}\n", article.name);
    for claim in &gold.claims {
        lines += &format!("{}\n", claim_marks(text, gold, claim).whole());
        let source = claim.source.map(|id| gold.sources[id].span);
        for span in source.into_iter().chain(claim.cue).chain(claim.hedges.iter().copied()) {
            lines += &format!("    {}\n", around(text, span));
        }
        let held = |event: &&Event| claim.content.iter().any(|piece| piece.contains(event.trigger));
        for event in gold.events.iter().filter(held) {
            lines += &format!("    {}\n", self::event(text, event));
        }
    }
    for source in &gold.sources {
        let fuller = source.refers_to.map_or(String::new(), |span| format!(" -> {}", around(text, span)));
        lines += &format!("{} {}{fuller}\n", source.kind, around(text, source.span));
    }
    lines
}

/// `... the dam, [he] said ...`
fn around(text: &str, span: Span) -> String {
    let before = text[..span.start].char_indices().rev().take(20).last().map_or(span.start, |(at, _)| at);
    let behind = text[span.end..].char_indices().take(20).last().map_or(span.end, |(at, _)| span.end + at);
    format!("{}[{}]{}", &text[before..span.start], span.of(text), &text[span.end..behind]).replace('\n', " ")
}

#[derive(PartialEq)]
struct Marks {
    content: String,
    marks: Vec<String>,
}

impl Marks {
    /// The marks that the other has not.
    fn marks(&self, other: &Marks) -> String {
        let own: Vec<&str> = self.marks.iter().filter(|mark| !other.marks.contains(mark)).map(String::as_str).collect();
        let content = if self.content == other.content { "" } else { &self.content };
        [own.join(", ").as_str(), content].join(" ").trim().to_owned()
    }

    fn whole(&self) -> String {
        format!("{}  [{}]", self.content, self.marks.join(", "))
    }
}

fn claim_marks(text: &str, document: &Document, claim: &Claim) -> Marks {
    let pieces: Vec<&str> = claim.content.iter().map(|span| span.of(text)).collect();
    let by = match (claim.source.map(|id| document.sources[id].span.of(text)), claim.attributed) {
        (Some(source), _) => format!("by {source}"),
        (None, true) => "by nobody".into(),
        (None, false) => "by the author".into(),
    };
    let cue = claim.cue.map_or(String::new(), |cue| format!("({})", cue.of(text)));
    let primary = if claim.primary { "primary" } else { "secondary" };
    let mut marks = vec![
        claim.status.to_string(),
        claim.polarity.to_string(),
        claim.certainty.to_string(),
        claim.tense.to_string(),
        primary.into(),
        by,
        cue,
    ];
    marks.extend(claim.hedges.iter().map(|hedge| format!("hedge {}", hedge.of(text))));
    marks.retain(|mark| !mark.is_empty());
    Marks { content: pieces.join(" | "), marks }
}

fn event(text: &str, event: &Event) -> String {
    let mut line = format!("{}{} {}", event.kind, if event.optional { "?" } else { "" }, event.trigger.of(text));
    for (role, span) in &event.args {
        line += &format!(" {role}=\"{}\"", span.of(text));
    }
    if let Some((min, max)) = event.count {
        line += &format!(" count={min}..{}", max.map_or(String::new(), |max| max.to_string()));
    }
    format!("{line} {} {}", event.polarity, event.certainty)
}
