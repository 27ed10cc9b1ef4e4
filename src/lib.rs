//! Reads English news text and returns its claims as typed data.
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![allow(dead_code)] // until every layer is joined

mod error;
mod inflect;
mod lexicon;
mod model;
mod sentence;
mod span;
mod tag;
mod token;

pub use error::Error;
pub use model::*;
pub use span::Span;
