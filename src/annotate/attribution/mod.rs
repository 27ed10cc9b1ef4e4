//! Attributions: who says what, with its cue, its content, its channel and whom it is said to.
//!
//! A verb, a noun, a feeling, a phrase such as "according to" or a colon is read as a cue with the contents that it takes
//! ([`verb`], [`noun`], [`attitude`], [`phrase`]); where a content ends is found in [`content`]. Quotations that nobody has claimed then get the
//! speaker who stands beside them ([`speaker`]) or go to the attribution that they continue ([`quote`]), and what was found is put in order: nested reports learn their chain
//! ([`settle`]). Hedges, kinds of sources and their resolution are not decided here.

mod attitude;
mod content;
mod noun;
mod phrase;
mod quote;
mod reader;
mod settle;
mod speaker;
mod statement;
mod turn;
mod verb;
mod vocabulary;

pub(crate) use vocabulary::{Uses, Vocabulary};

use super::block::Block;
use super::{Document, FoundAttribution, FoundSource, Knowledge};
use crate::syntax::{ClauseId, Extent, PhraseId, Pieces};
use reader::Reader;

/// Finds the attributions of a text, in order of their contents, and the mentions of their sources, in order of the text.
pub(super) fn attributions(
    document: &Document<'_>,
    knowledge: &Knowledge,
) -> (Vec<FoundAttribution>, Vec<FoundSource>) {
    let reader = Reader::new(document, &knowledge.attribution);
    // news has an attribution in every twelve words or so, rejected ones counted
    let mut found = Vec::with_capacity(document.words.len() / 12 + 4);
    for block in document.blocks() {
        verb::read(&reader, &block, &mut found);
        noun::read(&reader, &block, &mut found);
        phrase::read(&reader, &block, &mut found);
    }
    turn::carry_on(&reader, &mut found);
    if !document.syntax.quotations.is_empty() {
        let mut covered = quote::covered(&found);
        speaker::find(&reader, &mut covered, &mut found);
        quote::adopt(&reader, &covered, &mut found);
    }
    verb::resolve(&reader, &mut found);
    settle::settle(&reader, found, knowledge)
}

/// A source, a cue and a content before they are put in order.
#[derive(Clone, Debug)]
struct Candidate {
    cue: Option<Extent>,
    head: Option<u32>,
    clause: Option<ClauseId>,
    source: Option<Mention>,
    /// Whom the source cites in turn.
    cited: Option<Mention>,
    content: Pieces,
    channel: Option<Extent>,
    addressee: Option<Extent>,
    uses: Uses,
    /// The cue carries tense.
    finite: bool,
    negated: bool,
    prospective: bool,
    /// The content is an open question.
    question: bool,
    /// The content stands in front of the sentence and is not known yet.
    anaphoric: bool,
    /// Where two stand in each other's content, the higher one holds the other.
    rank: u8,
    rule: &'static str,
}

impl Candidate {
    fn new(rule: &'static str, cue: Extent, head: u32, uses: Uses) -> Self {
        Self {
            cue: Some(cue),
            head: Some(head),
            clause: None,
            source: None,
            cited: None,
            content: Pieces::default(),
            channel: None,
            addressee: None,
            uses,
            finite: false,
            negated: false,
            prospective: false,
            question: false,
            anaphoric: false,
            rank: 5,
            rule,
        }
    }
}

/// Where somebody who answers for a content is mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Mention {
    extent: Extent,
    head: u32,
    phrase: Option<PhraseId>,
}
