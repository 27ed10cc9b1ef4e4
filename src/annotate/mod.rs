//! The pipeline, read top-down: text -> tokens -> sentences -> word classes -> syntax -> cues -> attributions -> events -> claims.
//!
//! Each step reads what the steps above it left and adds its own list; none changes what another has found. Inside, all of
//! them point at words; [`output`] turns words into bytes once everything is found.

mod attribution;
mod block;
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
pub(crate) use found::{
    FoundArgument, FoundAttribution, FoundClaim, FoundCue, FoundEvent, FoundReference, FoundSource, Value,
};

use crate::lexicon::Lexicon;
use crate::model::{Date, Extraction};
use crate::sentence::{self, SentenceRange};
use crate::syntax::{self, Grammar, Syntax};
use crate::tag::{self, Word};
use crate::token::{self, Abbreviations, Lexeme};

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

/// A text, and the day from which its relative times are seen, if there is one.
pub(crate) type Dated<'a> = (&'a str, Option<Date>);

/// What the annotators find in a text.
#[derive(Default)]
struct Findings {
    cues: Vec<FoundCue>,
    attributions: Vec<FoundAttribution>,
    sources: Vec<FoundSource>,
    references: Vec<FoundReference>,
    events: Vec<FoundEvent>,
    claims: Vec<FoundClaim>,
}

/// Reads texts, each by itself, but step by step: a step goes through all of them before the next one starts. It is more
/// code than the nearest memory of a processor holds, and a short text is over before that code has come there.
pub(crate) fn run(texts: &[Dated<'_>], knowledge: &Knowledge) -> Vec<Extraction> {
    let readings = Reading::all(texts, knowledge);
    let mut drafts: Vec<(Document<'_>, Findings)> = readings
        .iter()
        .zip(texts)
        .map(|(reading, (text, _))| (reading.document(text, knowledge), Findings::default()))
        .collect();

    for (document, found) in &mut drafts {
        found.cues = factuality::cues(document, knowledge);
    }
    for (document, found) in &mut drafts {
        (found.attributions, found.sources) = attribution::attributions(document, knowledge);
    }
    for (document, found) in &mut drafts {
        source::resolve(document, &mut found.sources, knowledge);
        found.references = source::references(document, &found.sources, knowledge);
    }
    for (document, found) in &mut drafts {
        found.events = event::events(document, knowledge);
    }
    for (document, found) in &mut drafts {
        let values = factuality::assess(document, &found.cues, knowledge, &mut found.events);
        event::tell_strikes(&mut found.events);
        event::take_up(&mut found.events, knowledge);
        let Findings { cues, attributions, sources, events, .. } = &*found;
        found.claims = claim::claims(document, cues, attributions, sources, events, values, knowledge);
    }
    let finished = drafts.into_iter().zip(texts);
    finished.map(|((document, found), (_, day))| output::extraction(&document, found, *day)).collect()
}

/// The rules that fire in a text with what they find, for the tests of the rules.
#[cfg(test)]
pub(crate) fn rules_fired(text: &str, knowledge: &Knowledge) -> Vec<(usize, Option<crate::model::Event>)> {
    let reading = Reading::of(text, knowledge);
    let document = reading.document(text, knowledge);
    event::fired(&document, &knowledge.rules)
        .into_iter()
        .map(|(rule, event)| (rule, event.map(|event| output::event(&document, event))))
        .collect()
}

/// The words and the syntax of a text, for tests of the layer below.
#[cfg(test)]
pub(crate) fn syntax_of(text: &str, knowledge: &Knowledge) -> (Vec<Word>, Syntax) {
    let reading = Reading::of(text, knowledge);
    (reading.words, reading.syntax)
}

/// What the layers below the annotators find in a text.
#[derive(Default)]
struct Reading {
    lexemes: Vec<Lexeme>,
    sentences: Vec<SentenceRange>,
    words: Vec<Word>,
    syntax: Syntax,
}

impl Reading {
    /// Reads texts step by step, as [`run`] does.
    fn all(texts: &[Dated<'_>], knowledge: &Knowledge) -> Vec<Self> {
        let Knowledge { abbreviations, lexicon, grammar, .. } = knowledge;
        let mut readings: Vec<Self> = texts.iter().map(|_| Self::default()).collect();

        for (Self { lexemes, .. }, (text, _)) in readings.iter_mut().zip(texts) {
            token::scan(text, abbreviations, lexemes);
        }
        for (Self { lexemes, sentences, .. }, (text, _)) in readings.iter_mut().zip(texts) {
            sentence::split(text, lexemes, abbreviations, sentences);
        }
        for (Self { lexemes, sentences, words, .. }, (text, _)) in readings.iter_mut().zip(texts) {
            tag::tag(text, lexemes, sentences, words);
            *lexemes = Vec::new(); // a quarter of what a long text takes
        }
        for Self { words, .. } in &mut readings {
            lexicon.fill(words);
        }
        for (Self { sentences, words, .. }, (text, _)) in readings.iter_mut().zip(texts) {
            syntax::mend(text, words, lexicon, grammar);
            syntax::find_verbs(text, words, sentences, lexicon, grammar);
        }
        for Self { sentences, words, syntax, .. } in &mut readings {
            *syntax = syntax::parse(words, sentences, grammar);
        }
        readings
    }

    #[cfg(test)]
    fn of(text: &str, knowledge: &Knowledge) -> Self {
        Self::all(&[(text, None)], knowledge).remove(0)
    }

    fn document<'a>(&'a self, text: &'a str, knowledge: &'a Knowledge) -> Document<'a> {
        let Self { words, sentences, syntax, .. } = self;
        Document { text, words, sentences, syntax, lexicon: &knowledge.lexicon }
    }
}
