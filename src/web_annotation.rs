//! Claims as W3C Web Annotations: the form in which annotation tools and archives exchange what is marked in a text.
//!
//! The types serialise to JSON-LD by serde, in whatever serialiser the caller has. They are written, not read: what the model
//! of the W3C has no word for (cues, roles, counts) stands in the wire format of [`Extraction`] alone.

use std::collections::HashMap;

use serde::Serialize;

use crate::anchor::Anchor;
use crate::model::{Claim, ClaimKey, Extraction};
use crate::offsets::Offsets;
use crate::span::Span;

/// The claims of one text as annotations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct AnnotationPage {
    /// The JSON-LD context, `http://www.w3.org/ns/anno.jsonld`.
    #[serde(rename = "@context")]
    pub context: &'static str,
    /// The address of the text with `#claims` behind it.
    pub id: String,
    /// `AnnotationPage`
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// One annotation for each claim, in order.
    pub items: Vec<WebAnnotation>,
}

/// One claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct WebAnnotation {
    /// The address of the text with `#claim-` and the key of the claim behind it; claims that share a key are counted.
    pub id: String,
    /// `Annotation`
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// `classifying`
    pub motivation: &'static str,
    /// What is said of the claim: its status, the kinds of its events, a line that describes it, and where its source stands.
    pub body: Vec<AnnotationBody>,
    /// The pieces of its content.
    pub target: Vec<SpecificResource>,
}

/// What an annotation says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type")]
#[non_exhaustive]
pub enum AnnotationBody {
    /// A word or a line.
    TextualBody {
        /// `classifying` for the status, `tagging` for the kind of an event, `describing` for the line.
        purpose: &'static str,
        /// The text.
        value: String,
        /// `text/plain`
        format: &'static str,
    },
    /// A mention in the text.
    SpecificResource {
        /// `identifying` for whoever answers for the claim.
        purpose: &'static str,
        /// The address of the text.
        source: String,
        /// Two ways to find the mention.
        selector: [Selector; 2],
    },
}

/// A stretch of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SpecificResource {
    /// `SpecificResource`
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The address of the text.
    pub source: String,
    /// Two ways to find the stretch.
    pub selector: [Selector; 2],
}

/// A way to find a stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type")]
#[non_exhaustive]
pub enum Selector {
    /// By its words and what stands around them.
    TextQuoteSelector {
        /// The stretch itself.
        exact: String,
        /// What stands before it, 32 bytes at most.
        prefix: String,
        /// What stands behind it, 32 bytes at most.
        suffix: String,
    },
    /// By its place, in Unicode code points.
    TextPositionSelector {
        /// The first code point.
        start: usize,
        /// Behind the last one.
        end: usize,
    },
}

impl Extraction {
    /// The claims as W3C Web Annotations on the text at an address.
    ///
    /// ```
    /// let text = "The flood may reach the port, officials said.";
    /// let page = factive::extract(text).web_annotations(text, "https://example.org/flood");
    /// let json = serde_json::to_string(&page)?;
    /// assert!(json.starts_with(r#"{"@context":"http://www.w3.org/ns/anno.jsonld""#));
    /// assert!(json.contains(r#""exact":"The flood may reach the port","prefix":"","suffix":", officials said.""#));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn web_annotations(&self, text: &str, address: &str) -> AnnotationPage {
        let writer = Writer { text, address, offsets: Offsets::new(text) };
        let mut seen: HashMap<ClaimKey, usize> = HashMap::new();
        let items = self.claims.iter().map(|claim| {
            let count = seen.entry(claim.key).and_modify(|count| *count += 1).or_insert(1);
            let number = if *count == 1 { String::new() } else { format!("-{count}") };
            WebAnnotation {
                id: format!("{address}#claim-{}{number}", claim.key),
                kind: "Annotation",
                motivation: "classifying",
                body: writer.body(self, claim),
                target: claim.content.iter().map(|&piece| writer.target(piece)).collect(),
            }
        });
        AnnotationPage {
            context: "http://www.w3.org/ns/anno.jsonld",
            id: format!("{address}#claims"),
            kind: "AnnotationPage",
            items: items.collect(),
        }
    }
}

struct Writer<'t> {
    text: &'t str,
    address: &'t str,
    offsets: Offsets<'t>,
}

impl Writer<'_> {
    fn body(&self, extraction: &Extraction, claim: &Claim) -> Vec<AnnotationBody> {
        let text = |purpose, value| AnnotationBody::TextualBody { purpose, value, format: "text/plain" };
        let mut kinds: Vec<String> = extraction.events_of(claim).map(|event| event.kind.to_string()).collect();
        kinds.sort();
        kinds.dedup();
        let mut body = vec![text("classifying", claim.status.to_string())];
        body.extend(kinds.into_iter().map(|kind| text("tagging", kind)));
        body.push(text("describing", extraction.line(claim).to_string()));
        body.extend(extraction.source_of(claim).map(|source| AnnotationBody::SpecificResource {
            purpose: "identifying",
            source: self.address.to_owned(),
            selector: self.selectors(source.span),
        }));
        body
    }

    fn target(&self, piece: Span) -> SpecificResource {
        SpecificResource { kind: "SpecificResource", source: self.address.to_owned(), selector: self.selectors(piece) }
    }

    fn selectors(&self, span: Span) -> [Selector; 2] {
        let Anchor { quote, prefix, suffix, .. } = Anchor::of(self.text, span);
        let place = self.offsets.code_points(span);
        [
            Selector::TextQuoteSelector { exact: quote, prefix, suffix },
            Selector::TextPositionSelector { start: place.start, end: place.end },
        ]
    }
}
