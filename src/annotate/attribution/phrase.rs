//! Cues that are no verbs: "according to", the colon of interviews and headlines, adjectives ("is confident that").

use super::content::{self, Form};
use super::reader::Reader;
use super::vocabulary::Uses;
use super::{Candidate, ClauseId, Extent, Mention};
use crate::sentence::SentenceKind;
use crate::syntax::{VerbGroup, one_of};
use crate::tag::Pos;
use crate::token::Shape;

/// Nouns that say something in headlines: "Police: Bridge is safe".
const SPEAKERS: Uses = Uses::ROLE.or(Uses::GROUP).or(Uses::MEDIA).or(Uses::DOCUMENT).or(Uses::ORGANIZATION);

/// Reads the phrases of a sentence.
pub(super) fn read(reader: &Reader<'_>, sentence: usize, found: &mut Vec<Candidate>) {
    let range = &reader.document.sentences[sentence].lexemes;
    for i in range.clone() {
        let hash = reader.hash(i);
        if one_of!(hash, "according") && one_of!(reader.hash(i + 1), "to") {
            according(reader, i, i + 2, "attribution/according-to", found);
        } else if one_of!(hash, "in")
            && one_of!(reader.hash(i + 1), "the")
            && one_of!(reader.hash(i + 2), "words" | "view" | "eyes" | "opinion")
            && one_of!(reader.hash(i + 3), "of")
        {
            according(reader, i, i + 4, "attribution/in-the-words-of", found);
        }
    }
    colon(reader, sentence, found);
}

/// "According to the ministry, P", "P, according to the ministry".
fn according(reader: &Reader<'_>, first: u32, behind: u32, rule: &'static str, found: &mut Vec<Candidate>) {
    let Some((id, _)) = reader.phrase_at(behind) else { return };
    let source = reader.mention(id);
    let sentence = reader.sentence(first);
    let mut candidate = Candidate::new(rule, Extent::new(first, behind), first, Uses::default());
    candidate.source = Some(source);
    candidate.rank = 8;
    let starts = first <= sentence.first + 1
        || (sentence.first..first).all(|i| reader.is_punctuation(i) || reader.pos(i) == Some(Pos::Cconj));
    if starts {
        let comma = (source.extent.last..sentence.last.min(source.extent.last + 30)).find(|&i| reader.is_comma(i));
        let start = comma.map_or(source.extent.last, |comma| comma + 1);
        let end = content::end(reader, start, None, Form::Clause);
        candidate.content.extend(content::piece(reader, start, end));
    } else {
        let before = reader
            .closes(first - 1)
            .or_else(|| reader.closes(first.saturating_sub(2)).filter(|_| reader.is_comma(first - 1)));
        let start = match before {
            Some(quotation) if quotation.open < sentence.first => reader.whole_quotation(quotation).first,
            _ => front_start(reader, sentence.first, first),
        };
        candidate.content.extend(content::piece(reader, start, first));
        if reader.is_comma(source.extent.last) && reader.is_comma(first - 1) && reader.is_finite(source.extent.last + 1)
        {
            let next = source.extent.last + 1;
            let end = content::end(reader, next, None, Form::Clause);
            candidate.content.extend(content::piece(reader, next, end));
        }
    }
    if !candidate.content.is_empty() {
        found.push(candidate);
    }
}

/// Where the clause that "according to" closes begins: behind the last sign that parts sentences.
fn front_start(reader: &Reader<'_>, first: u32, end: u32) -> u32 {
    let from = first.max(end.saturating_sub(100));
    (from..end).rev().find(|&i| one_of!(reader.hash(i), ";")).map_or(first, |i| i + 1)
}

/// "SMITH: The bridge fell." in transcripts, "Mayor: The bridge is safe" in headlines.
fn colon(reader: &Reader<'_>, sentence: usize, found: &mut Vec<Candidate>) {
    let range = &reader.document.sentences[sentence];
    let first = range.lexemes.start;
    let Some(colon) = (first..range.lexemes.end.min(first + 9)).find(|&i| one_of!(reader.hash(i), ":")) else { return };
    // a speaker can be cut off as a sentence of its own
    let next = reader.document.sentences.get(sentence + 1);
    let goes_on = colon + 1 < range.lexemes.end
        || reader.opens(colon + 1).is_some()
        || next.is_some_and(|next| next.paragraph == range.paragraph);
    if colon == first || !goes_on {
        return;
    }
    let starts_paragraph = sentence == 0 || reader.document.sentences[sentence - 1].paragraph != range.paragraph;
    let word = |i: u32| reader.word(i).map_or(Shape(0), |word| word.shape);
    let upper = (first..colon).all(|i| word(i).has(Shape::UPPER) || reader.is_punctuation(i)) && colon > first + 1;
    let heading = sentence == 0 || range.kind == SentenceKind::Heading;
    let source = match reader.phrase_at(first) {
        Some((id, phrase)) => {
            let speaks = reader.pos(phrase.head) == Some(Pos::Propn) && word(phrase.head).has(Shape::CAPITAL)
                || heading && reader.uses(phrase.head).has(SPEAKERS);
            let whole = phrase.base.last == colon || phrase.full.last == colon;
            let initial = reader.word(phrase.head).is_some_and(|word| word.end - word.start < 2);
            let speaker = whole && !phrase.time && !initial && (speaks || upper || quote_behind(reader, colon));
            speaker.then(|| reader.mention(id))
        }
        // a speaker in capitals can look like a dateline
        None => upper.then(|| Mention { extent: Extent::new(first, colon), head: colon - 1, phrase: None }),
    };
    let Some(source) = source.filter(|_| starts_paragraph) else { return };
    let mut candidate = Candidate::new("attribution/colon", Extent::new(colon, colon + 1), colon, Uses::default());
    candidate.source = Some(source);
    candidate.rank = 8;
    let end = match reader.opens(colon + 1) {
        Some(_) => content::end(reader, colon + 1, None, Form::Clause),
        None => content::trim(reader, colon + 1, paragraph_end(reader, sentence)),
    };
    candidate.content.extend(content::piece(reader, colon + 1, end));
    if candidate
        .content
        .iter()
        .any(|piece| (piece.first..piece.last).any(|i| reader.is_finite(i)) || reader.opens(colon + 1).is_some())
    {
        found.push(candidate);
    }
}

fn quote_behind(reader: &Reader<'_>, colon: u32) -> bool {
    reader.opens(colon + 1).is_some()
}

fn paragraph_end(reader: &Reader<'_>, sentence: usize) -> u32 {
    const MOST_SENTENCES: usize = 30;
    let sentences = &reader.document.sentences;
    let paragraph = sentences[sentence].paragraph;
    let same = sentences[sentence..].iter().take(MOST_SENTENCES).take_while(|sentence| sentence.paragraph == paragraph);
    same.last().map_or(sentences[sentence].lexemes.end, |sentence| sentence.lexemes.end)
}

/// "The governor is confident that P", "residents were critical of P".
pub(super) fn predicate(reader: &Reader<'_>, id: ClauseId, group: VerbGroup, found: &mut Vec<Candidate>) {
    let clause = reader.clause(id);
    let Some(adjective) = clause.predicate else { return };
    let Some(source) = reader.subject(id).filter(|source| reader.can_speak(source)) else { return };
    let limit = reader.sentence(adjective).last;
    let (uses, length) = reader.vocabulary.at(reader.document, adjective);
    let next = adjective + length;
    if uses.is_empty() || next >= limit {
        return;
    }
    let hash = reader.hash(next);
    let starts = reader.starts_clause(next, limit);
    let (start, form, behind) = if one_of!(hash, "that") && uses.has(Uses::ADJECTIVE_THAT) {
        (next + 1, Form::Clause, next)
    } else if uses.has(Uses::ADJECTIVE_THAT) && starts && reader.pos(adjective) == Some(Pos::Adj) {
        (next, Form::Clause, next)
    } else if uses.has(Uses::ADJECTIVE_INFINITIVE) && one_of!(hash, "to") && reader.pos(next) == Some(Pos::Part) {
        (next, Form::Clause, next)
    } else if uses.has(Uses::ADJECTIVE_OF) && one_of!(hash, "of")
        || uses.has(Uses::ADJECTIVE_ABOUT) && one_of!(hash, "about")
    {
        (next + 1, Form::Phrase, next + 1)
    } else if uses.has(Uses::ADJECTIVE_OTHER) && length > 1 {
        (next, Form::Phrase, next)
    } else {
        return;
    };
    let mut candidate =
        Candidate::new("attribution/adjective", Extent::new(group.extent.first, behind), adjective, uses);
    candidate.clause = Some(id);
    candidate.source = Some(source);
    candidate.rank = 4;
    candidate.negated = group.negation.is_some();
    let end = content::end(reader, start, Some(id), form);
    candidate.content.extend(content::piece(reader, start, end));
    if !candidate.content.is_empty() {
        found.push(candidate);
    }
}
