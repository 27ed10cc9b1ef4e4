//! What the readers of cues ask of the document: words, sentences, noun phrases, clauses, and in rooms of their own
//! quotations ([`quotation`]), mentions of sources ([`mention`]) and subjects ([`subject`]).

mod mention;
mod quotation;
mod subject;

use super::vocabulary::{Uses, Vocabulary};
use super::{Extent, PhraseId};
use crate::annotate::Document;
use crate::sentence::SentenceKind;
use crate::syntax::{Clause, ClauseId, ClauseKind, Link, Phrase, Syntax, is_quote_mark, marks, one_of};
use crate::tag::{Pos, VerbForm, Word};
use crate::token::{Gap, Shape, TokenKind};

pub(super) struct Reader<'a> {
    pub document: &'a Document<'a>,
    pub words: &'a [Word],
    pub syntax: &'a Syntax,
    pub vocabulary: &'a Vocabulary,
    /// The closing mark of each quotation that has one, with the position of the quotation; ascending.
    closes: Vec<(u32, u32)>,
    /// The words that open or close a quotation, one bit each: most words do neither, and nearly all are asked.
    quotes: Vec<u64>,
    /// The words at which a content that is a clause may end, one bit each: signs, conjunctions, finite verbs.
    ends: Vec<u64>,
}

impl<'a> Reader<'a> {
    pub fn new(document: &'a Document<'a>, vocabulary: &'a Vocabulary) -> Self {
        let quotations = &document.syntax.quotations;
        let mut closes: Vec<(u32, u32)> =
            quotations.iter().zip(0..).filter_map(|(quotation, i)| Some((quotation.close?, i))).collect();
        closes.sort_unstable();
        let mut quotes = vec![0; document.words.len() / 64 + 1];
        for mark in quotations.iter().flat_map(|quotation| [Some(quotation.open), quotation.close]).flatten() {
            quotes[mark as usize / 64] |= 1 << (mark % 64);
        }
        let may_end = |word: &Word| (word.kind > TokenKind::Number) | MAY_END.has(word);
        let ends = marks(document.words, may_end).zip(&quotes).map(|(ends, quotes)| ends | quotes).collect();
        Self { document, words: document.words, syntax: document.syntax, vocabulary, closes, quotes, ends }
    }

    // ------------------------------------------------------------------ words

    pub fn word(&self, i: u32) -> Option<&'a Word> {
        self.words.get(i as usize)
    }

    pub fn hash(&self, i: u32) -> u64 {
        self.word(i).map_or(0, |word| word.hash)
    }

    pub fn pos(&self, i: u32) -> Option<Pos> {
        self.word(i).map(|word| word.pos)
    }

    pub fn form(&self, i: u32) -> VerbForm {
        self.word(i).map_or(VerbForm::None, |word| word.form)
    }

    pub fn uses(&self, i: u32) -> Uses {
        self.word(i).map_or(Uses::default(), |word| self.vocabulary.of_word(word))
    }

    /// By its spelling.
    pub fn is_plural(&self, i: u32) -> bool {
        self.word(i)
            .and_then(|word| self.document.text.get(word.start as usize..word.end as usize))
            .is_some_and(|text| text.ends_with('s'))
    }

    pub fn is_capital(&self, i: u32) -> bool {
        self.word(i).is_some_and(|word| word.shape.has(Shape::CAPITAL))
    }

    pub fn is_comma(&self, i: u32) -> bool {
        one_of!(self.hash(i), ",")
    }

    pub fn is_dash(&self, i: u32) -> bool {
        let Some(word) = self.word(i) else { return false };
        one_of!(word.hash, "—" | "–" | "--" | "―") && word.pos == Pos::Punct
            || one_of!(word.hash, "-")
                && word.gap == Gap::Space
                && self.word(i + 1).is_some_and(|next| next.gap == Gap::Space)
    }

    pub fn is_quote_mark(&self, i: u32) -> bool {
        self.word(i).is_some_and(is_quote_mark)
    }

    pub fn is_punctuation(&self, i: u32) -> bool {
        self.pos(i).is_none_or(|pos| pos == Pos::Punct)
    }

    /// A verb or auxiliary that carries tense.
    pub fn is_finite(&self, i: u32) -> bool {
        self.word(i).is_some_and(carries_tense)
    }

    /// "..., warning that": an -ing form of reporting that is taken for a noun.
    pub fn is_gerund_for_noun(&self, i: u32) -> bool {
        let before = i.wrapping_sub(1);
        self.pos(i) == Some(Pos::Noun)
            && one_of!(self.hash(i + 1), "that")
            && self.word(i).is_some_and(|word| {
                self.document.text.get(word.start as usize..word.end as usize).is_some_and(|text| text.ends_with("ing"))
            })
            && (self.is_comma(before) || self.is_dash(before) || self.pos(before) == Some(Pos::Cconj))
    }

    /// The next word from `i` on at which a content that is a clause may end, or a bracket or a quotation opens; `limit` where
    /// there is none before it.
    pub fn next_end(&self, i: u32, limit: u32) -> u32 {
        let mut at = i as usize / 64;
        let mut mask = u64::MAX << (i % 64);
        while let Some(&bits) = self.ends.get(at).filter(|_| at * 64 < limit as usize) {
            if bits & mask != 0 {
                return limit.min(at as u32 * 64 + (bits & mask).trailing_zeros());
            }
            (at, mask) = (at + 1, u64::MAX);
        }
        limit
    }

    // ------------------------------------------------------------------ sentences

    pub fn sentence_of(&self, i: u32) -> usize {
        self.syntax.sentence_of_word(i)
    }

    /// The words of the sentence that holds word `i`, without its dateline.
    pub fn sentence(&self, i: u32) -> Extent {
        self.document.sentences.get(self.sentence_of(i)).map_or(Extent::new(i, i), |sentence| {
            let start = sentence.lexemes.start + sentence.dateline;
            Extent::new(if i >= start { start } else { sentence.lexemes.start }, sentence.lexemes.end)
        })
    }

    pub fn is_heading(&self, i: u32) -> bool {
        self.document.sentences.get(self.sentence_of(i)).is_some_and(|sentence| sentence.kind == SentenceKind::Heading)
    }

    pub fn paragraph(&self, i: u32) -> u32 {
        self.document.sentences.get(self.sentence_of(i)).map_or(u32::MAX, |sentence| sentence.paragraph)
    }

    // ------------------------------------------------------------------ noun phrases and clauses

    /// The noun phrase that starts at `i`, as large as its base goes.
    pub fn phrase_at(&self, i: u32) -> Option<(PhraseId, &'a Phrase)> {
        let mut id = self.syntax.phrase_of_word(i)?;
        let mut phrase = self.syntax.phrase(id);
        // from a possessor to what it possesses
        for _ in 0..4 {
            let Link::Possessor(owned) = phrase.link else { break };
            id = owned;
            phrase = self.syntax.phrase(owned);
        }
        (phrase.base.first == i).then_some((id, phrase))
    }

    /// The noun phrase whose base ends in front of word `i`.
    pub fn phrase_before(&self, i: u32) -> Option<&'a Phrase> {
        let phrase = self.syntax.phrase(self.syntax.phrase_of_word(i.checked_sub(1)?)?);
        (phrase.base.last == i).then_some(phrase)
    }

    /// Where the noun phrase ends with the "of" phrases that belong to it.
    pub fn short_end(&self, phrase: &Phrase) -> u32 {
        let mut end = phrase.base.last;
        for _ in 0..4 {
            if !one_of!(self.hash(end), "of") {
                break;
            }
            match self.phrase_at(end + 1) {
                Some((_, inner)) => end = inner.base.last,
                None => break,
            }
        }
        end
    }

    pub fn clause(&self, id: ClauseId) -> &'a Clause {
        self.syntax.clause(id)
    }

    /// Whether the noun phrase is the subject of a finite verb behind it.
    pub fn starts_clause(&self, i: u32, limit: u32) -> bool {
        let Some((id, phrase)) = self.phrase_at(i) else {
            // a gerund or an infinitive as subject is not looked for
            return false;
        };
        if let Link::Subject(clause) = phrase.link {
            let clause = self.clause(clause);
            if clause.is_finite()
                && !clause.inverted
                && clause.group.is_some_and(|group| group.extent.first >= phrase.base.last)
            {
                return !matches!(clause.kind, ClauseKind::Parenthetical | ClauseKind::Relative)
                    || clause.extent.first == i;
            }
        }
        if phrase.full.last > phrase.base.last && self.syntax.conjuncts(id).next().is_some() {
            return false;
        }
        let mut at = phrase.base.last;
        for _ in 0..8 {
            match self.pos(at) {
                _ if at >= limit => return false,
                Some(Pos::Adv) => at += 1,
                Some(Pos::Adp) => match self.phrase_at(at + 1) {
                    Some((_, inner)) => at = inner.base.last,
                    None => return false,
                },
                Some(Pos::Aux | Pos::Verb) => {
                    // ", a man wanted for two raids"
                    let explains = matches!(phrase.link, Link::Apposition(_))
                        && self
                            .syntax
                            .clause_of_word(at)
                            .is_some_and(|id| self.clause(id).kind == ClauseKind::Participle);
                    let next = self.pos(at) == Some(Pos::Aux) || at == phrase.base.last;
                    return self.is_finite(at) && next && !explains;
                }
                _ => return false,
            }
        }
        false
    }

    /// Whether a list of clauses is to be expected in what begins at `start`: it holds a semicolon-free series with "and".
    pub fn clause_around(&self, start: u32) -> bool {
        // "A fell, B burned and C broke": a later conjunction with a clause behind it, and no subordinator in front
        let limit = self.sentence(start).last.min(start + 60);
        let mut commas = 0;
        for i in start..limit {
            commas += u32::from(self.is_comma(i));
            if commas > 1
                && self.is_comma(i.saturating_sub(1))
                && one_of!(self.hash(i), "and" | "or")
                && self.starts_clause(i + 1, limit)
            {
                return true;
            }
        }
        false
    }
}

/// Whether a word is a verb or auxiliary that carries tense.
fn carries_tense(word: &Word) -> bool {
    CARRIES_TENSE.has(word)
}

static CARRIES_TENSE: Forms = Forms::FINITE;
/// At which words a content that is a clause may end, besides signs.
static MAY_END: Forms = Forms::FINITE.with(Pos::Cconj, u8::MAX);

/// For each part of speech some verb forms, a bit each: every word of the text is asked, and there is nothing to guess.
struct Forms([u8; Pos::X as usize + 1]);

impl Forms {
    const FINITE: Self = {
        let tensed = 1 << VerbForm::Present as u8 | 1 << VerbForm::Past as u8 | 1 << VerbForm::Modal as u8;
        Self([0; Pos::X as usize + 1]).with(Pos::Verb, tensed).with(Pos::Aux, tensed)
    };

    const fn with(self, pos: Pos, forms: u8) -> Self {
        let mut all = self.0;
        all[pos as usize] |= forms;
        Self(all)
    }

    #[inline]
    fn has(&self, word: &Word) -> bool {
        self.0[word.pos as usize] >> word.form as u8 & 1 != 0
    }
}
