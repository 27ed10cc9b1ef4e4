//! Reads English news text and returns its **claims** as typed data: what is claimed, by whom, as fact or hedged, and about
//! which events.
//!
//! ```
//! let text = "The flood may reach the port on Friday, officials said. Nobody has been hurt.";
//! let extraction = factive::extract(text);
//! for claim in &extraction.claims {
//!     let source = extraction.source_of(claim).map_or("the author", |source| &source.text);
//!     println!("{source} ({}): {}", claim.status, claim.text);
//! }
//! ```
//!
//! # Overview
//!
//! - [`extract`] reads a text with the built-in lexicons and rules. An [`Extractor`] does the same with settings and data of
//!   your own; it is immutable, cheap to clone and may be shared between threads.
//! - An [`Extraction`] holds everything that was found, as lists that point into each other by id: [`Claim`]s, the
//!   [`Attribution`]s and [`Source`]s behind them, the [`Cue`]s that make them more or less certain, their [`Event`]s. It
//!   owns its data, and its serde form is the wire format.
//! - Above the claims: [`Claim::standalone`] text, [`Anchor`]s that find a claim again, [`Extraction::occurrences`] with origins
//!   and conflicts, [`drift`] between reports, [`Extraction::explain`], [`Extraction::web_annotations`].
//! - Every [`Span`] is a range of bytes of the unmodified text. [`Offsets`] converts to other units.
//!
//! Extraction never fails and never panics; only building an extractor from data of your own can return an [`Error`].
//! A newcomer can leave the rest alone: the ids, the finer classes, and the functions for single layers, such as
//! [`tokens`].
//!
//! # What the words mean
//!
//! A *claim* is one finite clause, or an event noun phrase under a cue, that somebody puts forward. Its *holder* is the
//! author, or the source of its attribution. Its [`Status`] says how the holder puts it forward: *factual* means presented as
//! fact, not true. A *cue* is a word that changes how its *scope*, a stretch of the text, is meant. An *event* is a mention
//! of something that happens, with a *trigger* and *roles*; its polarity, certainty and tense are those of its own
//! predicate and may differ from those of the claim: "refused to leave" holds a negative event in a factual claim.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod anchor;
mod annotate;
mod display;
mod document;
mod english;
mod error;
mod explain;
mod extractor;
mod inflect;
mod key;
mod lexicon;
mod model;
mod offsets;
mod ontology;
mod pattern;
mod sentence;
mod span;
mod standalone;
mod syntax;
mod tag;
mod token;
mod view;
mod web_annotation;

pub use anchor::{Anchor, Found, FoundHow};
pub use document::{Conflict, ConflictReason, Drift, DriftKind, Occurrence, Origin, Reported, drift};
pub use error::Error;
pub use explain::{Explanation, Flip};
pub use extractor::{Extractor, ExtractorBuilder, extract};
pub use model::*;
pub use offsets::{Offsets, Position};
pub use sentence::{Sentence, SentenceKind, Sentences, sentences};
pub use span::Span;
pub use standalone::{Edit, EditKind, Standalone};
pub use tag::{Pos, TaggedWord, TaggedWords, VerbForm, tagged_words};
pub use token::{AbbreviationClass, Abbreviations, Token, TokenKind, Tokens, tokens};
pub use web_annotation::{AnnotationBody, AnnotationPage, Selector, SpecificResource, WebAnnotation};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
