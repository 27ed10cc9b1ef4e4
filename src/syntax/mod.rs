//! Shallow syntax: quotations, noun phrases, verb groups and clauses with their arguments. Scopes, spans and roles are made of these.
//!
//! The parser is deterministic and reads each sentence once, from left to right, with a stack of open clauses; where a
//! reading needs what follows, it looks a few chunks ahead. It builds no full tree: a noun phrase knows what it depends on,
//! a clause knows its verb group, subject, objects and parent. It does not decide what is a report, a hedge or an event.

mod chunk;
mod clause;
mod extent;
mod grammar;
mod group;
mod mend;
mod pieces;
mod quotation;
mod rank;
#[cfg(test)]
mod show;
#[cfg(test)]
pub(crate) use show::show;
mod word;

pub(crate) use clause::{Clause, ClauseId, ClauseKind};
pub(crate) use grammar::Grammar;
pub(crate) use group::{GroupTense, Mood, VerbGroup};
pub(crate) use mend::{find_verbs, mend};
pub(crate) use pieces::Pieces;
pub(crate) use quotation::{Quotation, is_quote_mark};
pub(crate) use rank::Ranks;
pub(crate) use word::{is_reflexive, marks, one_of, places};

use std::ops::Range;

use crate::sentence::SentenceRange;
use crate::span::Span;
use crate::tag::Word;

/// Half-open range of word indices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Extent {
    pub first: u32,
    pub last: u32,
}

impl Extent {
    pub const fn new(first: u32, last: u32) -> Self {
        Self { first, last }
    }

    pub const fn is_empty(self) -> bool {
        self.last <= self.first
    }

    pub const fn contains(self, word: u32) -> bool {
        self.first <= word && word < self.last
    }

    pub const fn covers(self, other: Extent) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    pub fn range(self) -> Range<usize> {
        self.first as usize..self.last.max(self.first) as usize
    }

    /// The bytes from the first word's start to the last word's end.
    pub fn span(self, words: &[Word]) -> Span {
        match (words.get(self.first as usize), self.last.checked_sub(1).and_then(|last| words.get(last as usize))) {
            (Some(first), Some(last)) if !self.is_empty() => Span::new(first.start as usize, last.end as usize),
            _ => Span::default(),
        }
    }
}

/// Points into [`Syntax::phrases`].
pub(crate) type PhraseId = u32;

/// What a noun phrase depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// Nothing that was found.
    Loose,
    /// The grammatical subject of a clause.
    Subject(ClauseId),
    /// An object of a clause's verb.
    Object(ClauseId),
    /// What a copular clause says of its subject.
    Predicate(ClauseId),
    /// Adverbial without preposition ("Monday", "last year").
    Adverbial(ClauseId),
    /// In a prepositional phrase that depends on a clause's verb.
    Oblique(ClauseId),
    /// In a prepositional phrase that depends on another noun phrase.
    Modifier(PhraseId),
    /// "the governor's" in "the governor's statement".
    Possessor(PhraseId),
    /// Names the same thing as another noun phrase.
    Apposition(PhraseId),
    /// Coordinated with an earlier noun phrase, whose link it shares.
    Conjunct(PhraseId),
}

/// A noun phrase.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Phrase {
    /// From the determiner to the head, with a possessor in front.
    pub base: Extent,
    /// With its prepositional phrases, appositions, conjuncts and relative clauses.
    pub full: Extent,
    /// The head noun.
    pub head: u32,
    /// The preposition in front of it, for [`Link::Oblique`] and [`Link::Modifier`].
    pub preposition: Option<u32>,
    pub link: Link,
    /// The noun phrase that possesses this one.
    pub possessor: Option<PhraseId>,
    /// Whether it is a pronoun alone.
    pub pronoun: bool,
    /// Whether it names a time.
    pub time: bool,
}

impl Phrase {
    /// A word that is a noun phrase by itself.
    fn of_word(head: u32) -> Self {
        let base = Extent::new(head, head + 1);
        Self {
            base,
            full: base,
            head,
            preposition: None,
            link: Link::Loose,
            possessor: None,
            pronoun: false,
            time: false,
        }
    }
}

/// The syntax of a whole text.
#[derive(Debug, Default)]
pub(crate) struct Syntax {
    pub quotations: Vec<Quotation>,
    /// In order of their heads.
    pub phrases: Vec<Phrase>,
    /// In order of creation, which is the order of their markers or verbs; a clause may begin before its index says.
    pub clauses: Vec<Clause>,
    /// The clauses of each sentence.
    pub clauses_of: Vec<Range<u32>>,
    /// The noun phrases of each sentence.
    pub phrases_of: Vec<Range<u32>>,
    /// The noun phrase whose base holds the word, innermost; [`NONE`] for none.
    pub phrase_at: Vec<u32>,
    /// The innermost clause that holds the word; [`NONE`] for none.
    pub clause_at: Vec<u32>,
    /// The sentence of each clause.
    pub sentence_of: Vec<u32>,
    /// The innermost quotation that holds the word between its marks; [`NONE`] for none.
    quotation_at: Vec<u32>,
    /// The ranks of the heads of noun phrases.
    phrase_ranks: Ranks,
    /// The ranks of the last words of sentences.
    sentence_ranks: Ranks,
}

/// So many sentences are a block, through which a step goes before the next one starts: those of some articles.
pub(crate) const BLOCK: usize = 160;

/// No phrase, no clause.
pub(crate) const NONE: u32 = u32::MAX;

/// Finds the syntax of a tagged text.
pub(crate) fn parse(words: &[Word], sentences: &[SentenceRange], grammar: &Grammar) -> Syntax {
    let quotations = quotation::quotations(words);
    let mut syntax = Syntax {
        quotation_at: quotation::innermost(words.len(), &quotations),
        quotations,
        phrases: Vec::with_capacity(words.len() / 3 + 4),
        phrases_of: Vec::with_capacity(sentences.len()),
        clauses_of: Vec::with_capacity(sentences.len()),
        sentence_of: Vec::with_capacity(words.len() / 6 + 4),
        clauses: Vec::with_capacity(words.len() / 6 + 4),
        phrase_at: vec![NONE; words.len() + extent::STRIDE],
        clause_at: vec![NONE; words.len()],
        phrase_ranks: Ranks::default(),
        sentence_ranks: Ranks::new(
            words.len(),
            sentences.iter().map(|sentence| sentence.lexemes.end.saturating_sub(1)),
        ),
    };
    let extent =
        |sentence: &SentenceRange| Extent::new(sentence.lexemes.start + sentence.dateline, sentence.lexemes.end);
    // One step after the other throughout a block: the code of both together is more than a processor keeps at hand, and so
    // are the pieces of a long text.
    let mut row = chunk::Row::for_words(words.len().min(BLOCK * 32));
    let mut chunks_of = Vec::with_capacity(BLOCK.min(sentences.len()));
    let mut open = clause::Open::default();
    for (block, first) in sentences.chunks(BLOCK).zip((0..).step_by(BLOCK)) {
        row.clear();
        for sentence in block {
            let (first_phrase, first_chunk) = (syntax.phrases.len() as u32, row.chunks.len());
            chunk::chunk(words, extent(sentence), grammar, &mut row, &mut syntax.phrases);
            syntax.phrases_of.push(first_phrase..syntax.phrases.len() as u32);
            chunks_of.push(first_chunk..row.chunks.len());
        }
        for ((sentence, chunks), i) in block.iter().zip(chunks_of.drain(..)).zip(first..) {
            let first_clause = syntax.clauses.len() as u32;
            clause::parse(words, extent(sentence), &row.chunks[chunks], &row.groups, grammar, &mut open, &mut syntax);
            extent::grow(&mut syntax, i, first_clause);
            syntax.clauses_of.push(first_clause..syntax.clauses.len() as u32);
            syntax.sentence_of.resize(syntax.clauses.len(), i as u32);
        }
    }
    syntax.phrase_at.truncate(words.len());
    syntax.phrase_ranks = Ranks::new(words.len(), syntax.phrases.iter().map(|phrase| phrase.head));
    syntax
}

impl Syntax {
    pub fn phrase(&self, id: PhraseId) -> &Phrase {
        &self.phrases[id as usize]
    }

    pub fn clause(&self, id: ClauseId) -> &Clause {
        &self.clauses[id as usize]
    }

    /// The sentence that holds the word.
    #[inline]
    pub fn sentence_of_word(&self, word: u32) -> usize {
        self.sentence_ranks.before(word)
    }

    /// How many noun phrases have their head in front of the word.
    #[inline]
    pub fn phrases_before(&self, word: u32) -> usize {
        self.phrase_ranks.before(word)
    }

    /// The innermost noun phrase whose base holds the word.
    pub fn phrase_of_word(&self, word: u32) -> Option<PhraseId> {
        self.phrase_at.get(word as usize).copied().filter(|&id| id != NONE)
    }

    /// The innermost clause that holds the word.
    pub fn clause_of_word(&self, word: u32) -> Option<ClauseId> {
        self.clause_at.get(word as usize).copied().filter(|&id| id != NONE)
    }

    /// The clause whose verb group has this head.
    pub fn clause_of_verb(&self, verb: u32) -> Option<ClauseId> {
        self.clause_of_word(verb).filter(|&id| self.clause(id).group.is_some_and(|group| group.head == verb))
    }

    /// Noun phrases in prepositional phrases of a noun, in order.
    pub fn modifiers(&self, id: PhraseId) -> impl Iterator<Item = (PhraseId, &Phrase)> {
        self.phrases_within(self.phrase(id).full).filter(move |(_, phrase)| phrase.link == Link::Modifier(id))
    }

    /// The conjuncts behind a noun phrase, in order.
    pub fn conjuncts(&self, id: PhraseId) -> impl Iterator<Item = (PhraseId, &Phrase)> {
        self.phrases_within(self.phrase(id).full).filter(move |(_, phrase)| phrase.link == Link::Conjunct(id))
    }

    /// The clauses that depend directly on a clause, in order.
    pub fn children(&self, id: ClauseId) -> impl Iterator<Item = (ClauseId, &Clause)> {
        let sentence = self.clauses_of[self.sentence_of[id as usize] as usize].clone();
        sentence.map(|child| (child, self.clause(child))).filter(move |(_, clause)| clause.parent == Some(id))
    }

    /// The clauses around a clause, outwards.
    pub fn ancestors(&self, id: ClauseId) -> impl Iterator<Item = (ClauseId, &Clause)> {
        /// Deeper no sentence nests.
        const DEEPEST: usize = 32;
        let parent = |id: ClauseId| self.clause(id).parent;
        std::iter::successors(parent(id), move |&at| parent(at)).take(DEEPEST).map(|at| (at, self.clause(at)))
    }

    /// All noun phrases whose head lies in the extent, in order.
    pub fn phrases_within(&self, extent: Extent) -> impl Iterator<Item = (PhraseId, &Phrase)> {
        let from = self.phrases_before(extent.first);
        self.phrases[from..]
            .iter()
            .enumerate()
            .take_while(move |(_, phrase)| phrase.head < extent.last)
            .map(move |(i, phrase)| ((from + i) as PhraseId, phrase))
    }

    /// All noun phrases whose head lies in the extent, the last first.
    pub fn phrases_back_from(&self, extent: Extent) -> impl Iterator<Item = (PhraseId, &Phrase)> {
        let to = self.phrases_before(extent.last);
        let back = self.phrases[..to].iter().enumerate().rev();
        back.take_while(move |(_, phrase)| phrase.head >= extent.first).map(|(i, phrase)| (i as PhraseId, phrase))
    }

    /// The innermost quotation that holds the word between its marks.
    pub fn quotation_at(&self, word: u32) -> Option<&Quotation> {
        self.quotations.get(*self.quotation_at.get(word as usize)? as usize)
    }
}

#[cfg(test)]
mod tests {
    /// Prints the syntax of the text in the environment: `SHOW="..." cargo test --lib syntax::tests::print -- --ignored --nocapture`.
    #[test]
    #[ignore = "prints for the eye"]
    fn print() {
        let text = std::env::var("SHOW").unwrap_or_default();
        println!("{}", crate::extractor::tests::show_syntax(&text));
    }
}
