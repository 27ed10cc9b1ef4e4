//! Chunks: a sentence as a flat row of noun phrases, verb groups and the function words between them.

mod compound;
mod nominal;
mod quantity;
mod verb;

use super::group::{self, VerbGroup};
use super::word::{is_wh, one_of};
use super::{Extent, Grammar, GroupTense, Mood, Phrase, PhraseId, is_quote_mark};
use crate::tag::{FunctionWord, Pos, Word, function};
use crate::token::Gap;

/// One piece of the row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chunk {
    pub kind: ChunkKind,
    pub extent: Extent,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum ChunkKind {
    Phrase(PhraseId),
    Verb(VerbChunk),
    Preposition,
    /// that, whether, if, because ...
    Subordinator,
    /// who, which, what, where, "that" as a relative pronoun ...
    Wh,
    /// and, or, but, nor, yet
    Conjunction,
    Adverb,
    Adjective,
    Comma,
    Semicolon,
    Colon,
    Dash,
    QuoteMark,
    BracketOpen,
    BracketClose,
    /// Closing punctuation, signs, interjections.
    Other,
}

impl ChunkKind {
    /// What stands between verbs, signs and the words that open clauses: noun phrases, prepositions, adverbs, adjectives.
    pub fn is_verbless(self) -> bool {
        matches!(self, Self::Phrase(_) | Self::Preposition | Self::Adverb | Self::Adjective)
    }
}

/// What decisions ahead ask of a verb group, and which it is. Chunks are walked all the time, so they are kept small.
#[derive(Clone, Copy, Debug)]
pub(super) struct VerbChunk {
    pub mood: Mood,
    pub tense: GroupTense,
    /// Whether the head stands first in it, without auxiliary.
    pub single: bool,
    /// Points into [`Row::groups`].
    pub id: u32,
}

/// A text in pieces.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub chunks: Vec<Chunk>,
    pub groups: Vec<VerbGroup>,
    /// Where the sentence starts that is being read.
    start: usize,
}

impl Row {
    /// An empty row with room for the pieces of so many words.
    pub fn for_words(words: usize) -> Self {
        Self { chunks: Vec::with_capacity(words * 2 / 3 + 8), groups: Vec::with_capacity(words / 6 + 4), start: 0 }
    }

    /// Takes its pieces away, and keeps their room.
    pub fn clear(&mut self) {
        self.chunks.clear();
        self.groups.clear();
        self.start = 0;
    }

    /// The piece before, in the same sentence.
    fn last(&self) -> Option<ChunkKind> {
        self.chunks[self.start..].last().map(|chunk| chunk.kind)
    }

    /// The verb group that was read last.
    fn last_group(&self) -> Option<&VerbGroup> {
        self.groups.last()
    }

    fn verb(&mut self, group: VerbGroup) -> (ChunkKind, usize) {
        let id = self.groups.len() as u32;
        self.groups.push(group);
        let single = group.extent.first == group.head;
        let verb = VerbChunk { mood: group.mood, tense: group.tense, single, id };
        (ChunkKind::Verb(verb), group.extent.last as usize)
    }
}

/// Appends the pieces of the words in `extent` to `row`, and their noun phrases to `phrases`.
pub(super) fn chunk(words: &[Word], extent: Extent, grammar: &Grammar, row: &mut Row, phrases: &mut Vec<Phrase>) {
    row.start = row.chunks.len();
    let chunker = Chunker { words: &words[..extent.last as usize], grammar, start: extent.first as usize };
    let mut i = chunker.start;
    while i < chunker.words.len() {
        let (kind, last) = chunker.piece(i, row, phrases);
        row.chunks.push(Chunk { kind, extent: Extent::new(i as u32, last as u32) });
        i = last;
    }
}

struct Chunker<'a> {
    /// Of the text up to the end of the sentence.
    words: &'a [Word],
    grammar: &'a Grammar,
    /// Where the sentence starts.
    start: usize,
}

impl Chunker<'_> {
    fn word(&self, i: usize) -> Option<&Word> {
        self.words.get(i)
    }

    fn pos(&self, i: usize) -> Option<Pos> {
        self.words.get(i).map(|word| word.pos)
    }

    fn function(&self, i: usize) -> FunctionWord {
        self.words.get(i).map_or(FunctionWord::default(), |word| word.function)
    }

    /// The piece that starts at `i` and where it ends. Each part of speech opens few kinds of pieces.
    fn piece(&self, i: usize, row: &mut Row, phrases: &mut Vec<Phrase>) -> (ChunkKind, usize) {
        let word = &self.words[i];
        let nominal = match word.pos {
            Pos::Noun | Pos::Propn | Pos::Num | Pos::Pron => true,
            Pos::Det => !self.is_paired(i),
            Pos::Punct => {
                if !self.is_hyphen(i) {
                    return (sign(word), i + 1);
                }
                true
            }
            Pos::Verb | Pos::Aux => {
                if let Some((kind, length)) = self.compound(i) {
                    return (kind, i + length);
                }
                return self.verb(i, row, phrases);
            }
            pos => {
                if let Some((kind, length)) = self.compound(i) {
                    return (kind, i + length);
                }
                if matches!(pos, Pos::Part | Pos::Adp | Pos::Adv) && group::may_open(word) {
                    if let Some(group) = self.group(i) {
                        return row.verb(group);
                    }
                }
                match pos {
                    Pos::Adj | Pos::X | Pos::Sym => true,
                    Pos::Adv => self.adverb_opens(i) || self.opens_quantity(word),
                    Pos::Cconj => self.joins_name(i) || self.opens_quantity(word),
                    _ => self.opens_quantity(word),
                }
            }
        };
        match nominal.then(|| self.noun_phrases(i, phrases)).flatten() {
            Some(last) => (ChunkKind::Phrase(phrases.len() as PhraseId - 1), last),
            None => (self.single(i), i + 1),
        }
    }

    /// "neither he nor they": in front of a pronoun that has no determiner.
    fn is_paired(&self, i: usize) -> bool {
        one_of!(self.words[i].hash, "neither" | "either" | "both")
            && function!(self.function(i + 1), "he" | "she" | "they" | "we" | "i" | "it")
    }

    /// "though" behind a comma and in front of a clause.
    fn opens_concession(&self, i: usize) -> bool {
        i.checked_sub(1).is_some_and(|before| function!(self.function(before), ","))
            && self.pos(i + 1).is_some_and(|next| next != Pos::Punct)
    }

    fn single(&self, i: usize) -> ChunkKind {
        let word = &self.words[i];
        match word.pos {
            Pos::Adp | Pos::Sconj if function!(self.function(i + 1), "of") => ChunkKind::Preposition,
            Pos::Adp => {
                let subordinates =
                    function!(word.function, "because" | "if" | "while" | "although" | "though" | "unless" | "whether");
                if subordinates { ChunkKind::Subordinator } else { ChunkKind::Preposition }
            }
            Pos::Sconj => {
                let wh = function!(word.function, "when" | "where" | "why" | "how");
                if wh { ChunkKind::Wh } else { ChunkKind::Subordinator }
            }
            Pos::Cconj => ChunkKind::Conjunction,
            Pos::Adv if function!(word.function, "when" | "where" | "why" | "how") => ChunkKind::Wh,
            // ", though fighting was reported", but "is, though, rare"
            Pos::Adv if function!(word.function, "though") && self.opens_concession(i) => ChunkKind::Subordinator,
            // "a letter to staff", where no verb follows
            Pos::Part if function!(word.function, "to") => ChunkKind::Preposition,
            Pos::Adv | Pos::Part => ChunkKind::Adverb,
            Pos::Adj => ChunkKind::Adjective,
            Pos::Det if self.is_paired(i) => ChunkKind::Conjunction,
            Pos::Pron | Pos::Det if is_wh(word.function) => ChunkKind::Wh,
            Pos::Punct | Pos::Sym => sign(word),
            _ => ChunkKind::Other,
        }
    }
}

fn sign(word: &Word) -> ChunkKind {
    match word.function {
        sign if function!(sign, ",") => ChunkKind::Comma,
        _ if is_quote_mark(word) => ChunkKind::QuoteMark,
        sign if function!(sign, ";") => ChunkKind::Semicolon,
        sign if function!(sign, ":") => ChunkKind::Colon,
        // a hyphen inside a compound is no dash
        sign if function!(sign, "-") && word.gap == Gap::Tight => ChunkKind::Other,
        sign if function!(sign, "—" | "–" | "--" | "---" | "-" | "_") => ChunkKind::Dash,
        sign if function!(sign, "(" | "[" | "{") => ChunkKind::BracketOpen,
        sign if function!(sign, ")" | "]" | "}") => ChunkKind::BracketClose,
        _ => ChunkKind::Other,
    }
}
