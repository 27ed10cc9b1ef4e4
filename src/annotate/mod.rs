//! The pipeline, read top-down: text -> tokens -> sentences -> word classes -> syntax -> cues -> attributions -> events -> claims.
//!
//! Each step reads what the steps above it left and adds its own list; none changes what another has found. Inside, all of
//! them point at words; [`output`] turns words into bytes once everything is found.

mod attribution;
mod claim;
mod diagnostic;
mod event;
mod factuality;
mod found;
mod output;
pub(crate) mod quantity;
mod source;
pub(crate) mod time;
mod wordbook;

pub(crate) use attribution::Vocabulary;
pub(crate) use claim::ClaimClasses;
pub(crate) use event::EventRules;
pub(crate) use factuality::FactualityClasses;
pub(crate) use found::{FoundArgument, FoundAttribution, FoundClaim, FoundCue, FoundEvent, FoundSource, Value};

use crate::lexicon::Lexicon;
use crate::model::{Date, Extraction};
use crate::sentence::{self, SentenceRange};
use crate::syntax::{self, Grammar, Syntax};
use crate::tag::{self, Word};
use crate::token::{self, Abbreviations};

/// What the steps need besides the text. It is built once and shared; nothing in it changes during extraction.
#[derive(Debug)]
pub(crate) struct Knowledge {
    pub abbreviations: Abbreviations,
    pub lexicon: Lexicon,
    pub grammar: Grammar,
    pub rules: EventRules,
    pub attribution: Vocabulary,
    pub factuality: FactualityClasses,
    pub claims: ClaimClasses,
    pub events: Events,
}

/// Which events are returned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Events {
    /// Those of a kind that the rules name.
    #[default]
    Typed,
    /// Those, and every other predicate as [`crate::model::EventKind::Other`].
    All,
}

/// A text with everything that the annotators read.
#[derive(Clone, Copy)]
pub(crate) struct Document<'a> {
    pub text: &'a str,
    pub words: &'a [Word],
    pub sentences: &'a [SentenceRange],
    pub syntax: &'a Syntax,
    pub lexicon: &'a Lexicon,
}

/// Reads one text; relative times are resolved as seen from the reference day, if there is one.
pub(crate) fn run(text: &str, knowledge: &Knowledge, reference: Option<Date>) -> Extraction {
    let reading = Reading::new(text, knowledge);
    let document = reading.document(text, knowledge);

    let cues = factuality::cues(&document, knowledge);
    let (attributions, mut sources) = attribution::attributions(&document, knowledge);
    source::resolve(&document, &mut sources, knowledge);
    let mut events = event::events(&document, knowledge);
    let values = factuality::assess(&document, &cues, knowledge, &mut events);
    event::take_up(&mut events, knowledge);
    let claims = claim::claims(&document, &cues, &attributions, &sources, &events, values, knowledge);
    output::extraction(&document, sources, cues, attributions, events, claims, reference)
}

/// The rules that fire in a text with what they find, for the tests of the rules.
#[cfg(test)]
pub(crate) fn rules_fired(text: &str, knowledge: &Knowledge) -> Vec<(usize, Option<crate::model::Event>)> {
    let reading = Reading::new(text, knowledge);
    let document = reading.document(text, knowledge);
    event::fired(&document, &knowledge.rules)
        .into_iter()
        .map(|(rule, event)| (rule, event.map(|event| output::event(&document, event))))
        .collect()
}

/// The words and the syntax of a text, for tests of the layer below.
#[cfg(test)]
pub(crate) fn syntax_of(text: &str, knowledge: &Knowledge) -> (Vec<Word>, Syntax) {
    let reading = Reading::new(text, knowledge);
    (reading.words, reading.syntax)
}

/// What the layers below the annotators find in a text.
struct Reading {
    words: Vec<Word>,
    sentences: Vec<SentenceRange>,
    syntax: Syntax,
}

impl Reading {
    fn new(text: &str, knowledge: &Knowledge) -> Self {
        let mut lexemes = Vec::new();
        token::scan(text, &knowledge.abbreviations, &mut lexemes);
        let mut sentences = Vec::new();
        sentence::split(text, &lexemes, &knowledge.abbreviations, &mut sentences);
        let mut words = Vec::new();
        tag::tag(text, &lexemes, &sentences, &mut words);
        drop(lexemes); // a quarter of what a long text takes
        knowledge.lexicon.fill(&mut words);
        syntax::mend(text, &mut words, &knowledge.lexicon, &knowledge.grammar);
        syntax::find_verbs(text, &mut words, &sentences, &knowledge.lexicon, &knowledge.grammar);
        let syntax = syntax::parse(&words, &sentences, &knowledge.grammar);
        Self { words, sentences, syntax }
    }

    fn document<'a>(&'a self, text: &'a str, knowledge: &'a Knowledge) -> Document<'a> {
        let Self { words, sentences, syntax } = self;
        Document { text, words, sentences, syntax, lexicon: &knowledge.lexicon }
    }
}
