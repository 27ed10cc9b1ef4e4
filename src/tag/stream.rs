//! The public face of the tagger: an iterator that borrows the text.

use std::borrow::Cow;
use std::iter::FusedIterator;

use super::{Pos, VerbForm, Word, lemma, tag};
use crate::sentence::{SentenceRange, split};
use crate::span::Span;
use crate::token::{Abbreviations, Blocks, Lexeme, blocks, scan};

/// A syntactic word with its word class: "don't" is two, "do" and "n't".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct TaggedWord<'t> {
    /// The word as the text has it.
    pub text: &'t str,
    /// Where it stands, in bytes.
    pub span: Span,
    /// Its part of speech.
    pub pos: Pos,
    /// The form, if it is a verb or auxiliary.
    pub form: VerbForm,
}

impl<'t> TaggedWord<'t> {
    /// Its lemma: the base form of a verb, the singular of a noun, the positive of an adjective; other words in small letters,
    /// proper nouns as they stand.
    ///
    /// ```
    /// let words: Vec<_> = factive::tagged_words("Shells hit two buses.").collect();
    /// let lemmas: Vec<_> = words.iter().map(|word| word.lemma()).collect();
    /// assert_eq!(lemmas, ["shell", "hit", "two", "bus", "."]);
    /// ```
    pub fn lemma(&self) -> Cow<'t, str> {
        lemma(self.text, self.pos, self.form)
    }
}

/// Iterates over the syntactic words of a text; made by [`tagged_words`].
#[derive(Clone, Debug)]
pub struct TaggedWords<'t> {
    text: &'t str,
    abbreviations: &'t Abbreviations,
    blocks: Blocks<'t>,
    /// Where the current block starts.
    base: usize,
    lexemes: Vec<Lexeme>,
    sentences: Vec<SentenceRange>,
    words: Vec<Word>,
    next: usize,
}

/// Cuts a text into syntactic words and gives each its part of speech, with the built-in [`Abbreviations`].
///
/// ```
/// use factive::{Pos, VerbForm};
///
/// let words: Vec<_> = factive::tagged_words("They didn't strike a deal.").collect();
/// let texts: Vec<_> = words.iter().map(|word| word.text).collect();
/// assert_eq!(texts, ["They", "did", "n't", "strike", "a", "deal", "."]);
/// assert_eq!((words[3].pos, words[3].form), (Pos::Verb, VerbForm::Base));
/// assert_eq!(words[5].pos.as_str(), "NOUN");
/// ```
pub fn tagged_words(text: &str) -> TaggedWords<'_> {
    TaggedWords::new(text, Abbreviations::shared())
}

impl<'t> TaggedWords<'t> {
    /// As [`tagged_words`], with abbreviations of the caller's.
    pub fn new(text: &'t str, abbreviations: &'t Abbreviations) -> Self {
        let (lexemes, sentences, words) = (Vec::new(), Vec::new(), Vec::new());
        Self { text, abbreviations, blocks: blocks(text), base: 0, lexemes, sentences, words, next: 0 }
    }

    /// Reads blocks until there is a word.
    #[cold]
    fn read(&mut self) -> Option<Word> {
        loop {
            let block = self.blocks.next()?;
            self.base = block.start;
            self.lexemes.clear();
            self.sentences.clear();
            self.words.clear();
            let text = &self.text[block];
            scan(text, self.abbreviations, &mut self.lexemes);
            split(text, &self.lexemes, self.abbreviations, &mut self.sentences);
            tag(text, &self.lexemes, &self.sentences, &mut self.words);
            self.next = 0;
            if let Some(&first) = self.words.first() {
                return Some(first);
            }
        }
    }
}

impl<'t> Iterator for TaggedWords<'t> {
    type Item = TaggedWord<'t>;

    #[inline]
    fn next(&mut self) -> Option<TaggedWord<'t>> {
        let word = match self.words.get(self.next) {
            Some(&word) => word,
            None => self.read()?,
        };
        self.next += 1;
        let span = Span::new(self.base + word.start as usize, self.base + word.end as usize);
        Some(TaggedWord { text: span.of(self.text), span, pos: word.pos, form: word.form })
    }
}

impl FusedIterator for TaggedWords<'_> {}

impl Pos {
    /// The name in Universal Dependencies: `NOUN`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Adj => "ADJ",
            Self::Adp => "ADP",
            Self::Adv => "ADV",
            Self::Aux => "AUX",
            Self::Cconj => "CCONJ",
            Self::Det => "DET",
            Self::Intj => "INTJ",
            Self::Noun => "NOUN",
            Self::Num => "NUM",
            Self::Part => "PART",
            Self::Pron => "PRON",
            Self::Propn => "PROPN",
            Self::Punct => "PUNCT",
            Self::Sconj => "SCONJ",
            Self::Sym => "SYM",
            Self::Verb => "VERB",
            Self::X => "X",
        }
    }
}

impl std::fmt::Display for Pos {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}
