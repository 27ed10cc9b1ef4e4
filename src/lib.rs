//! Reads English news text and returns its claims as typed data.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![allow(dead_code)] // until every layer is joined

mod annotate;
mod display;
mod english;
mod error;
mod extractor;
mod inflect;
mod lexicon;
mod model;
mod offsets;
mod pattern;
mod sentence;
mod span;
mod tag;
mod token;
mod view;

pub use error::Error;
pub use extractor::{Extractor, ExtractorBuilder, extract};
pub use model::*;
pub use offsets::{Offsets, Position};
pub use span::Span;
pub use token::{AbbreviationClass, Abbreviations, Token, TokenKind, Tokens, tokens};
