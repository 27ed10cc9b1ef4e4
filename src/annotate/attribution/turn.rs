//! Turns in the record of a briefing or an interview: what stands behind "GENERAL HALE:", with the paragraphs that follow and
//! name no speaker of their own.

use super::content;
use super::reader::Reader;
use super::{Candidate, Extent};
use crate::sentence::SentenceKind;
use crate::syntax::one_of;
use crate::token::{Shape, hash};

/// The rule of a speaker and a colon.
pub(super) const COLON: &str = "attribution/colon";

/// A turn goes on over so many paragraphs at most.
const MOST_PARAGRAPHS: usize = 12;

/// In an article that quotes from a record, the first speaker stands further down than in this paragraph.
const LATEST_OPENING: u32 = 4;

/// In a record of so many turns the last one goes on as the others do.
const LONG_RECORD: usize = 4;

/// A speaker in front of a colon has so many words at most.
const LONGEST_SPEAKER: u32 = 8;

/// Gives each turn the paragraphs up to the next speaker, where two turns or more make the text a record.
pub(super) fn carry_on(reader: &Reader<'_>, found: &mut [Candidate]) {
    let turns: Vec<usize> = (0..found.len()).filter(|&i| found[i].rule == COLON).collect();
    if turns.len() < 2 {
        return;
    }
    let speakers: Vec<Extent> = turns.iter().filter_map(|&turn| found[turn].source).map(|it| it.extent).collect();
    let again = |speaker: Extent| speakers.iter().filter(|&&other| same_words(reader, speaker, other)).count() > 1;
    // "Question: ...", "Answer: ...": one of each is a record, whose answer goes on to the end
    let is =
        |speaker: Extent, word: &[u8]| speaker.last - speaker.first == 1 && reader.hash(speaker.first) == hash(word);
    let answers = |speaker: Extent| is(speaker, b"answer") || is(speaker, b"a");
    let asks = |speaker: Extent| is(speaker, b"question") || is(speaker, b"q");
    let dialogue = speakers.iter().any(|&it| asks(it)) && speakers.iter().any(|&it| answers(it));
    if !dialogue && !speakers.iter().any(|&speaker| again(speaker)) {
        return;
    }
    let opens = speakers.iter().any(|speaker| reader.paragraph(speaker.first) <= LATEST_OPENING);
    for &turn in &turns {
        let Some(speaker) = found[turn].source.map(|it| it.extent) else { continue };
        let answer = dialogue && answers(speaker);
        if answer || is_upper(reader, speaker) || opens && again(speaker) {
            let last = found[turn].content.last().map_or(0, |piece| piece.last);
            let (mut more, closed) = paragraphs_behind(reader, last);
            // a speaker who is named again has been asked something in between, by whom no name is given
            let length = speaker.last - speaker.first;
            let again = |next: u32| same_words(reader, speaker, Extent::new(next, next + length));
            if !dialogue && closed.is_some_and(again) {
                more.pop();
            }
            if closed.is_some() || answer || turns.len() >= LONG_RECORD {
                found[turn].content.extend(more);
            }
        }
    }
}

/// The paragraphs behind word `last` that belong to its turn, and where another speaker follows. A paragraph that quotes tells
/// of whoever speaks: it is no part of the record.
fn paragraphs_behind(reader: &Reader<'_>, last: u32) -> (Vec<Extent>, Option<u32>) {
    let sentences = &reader.document.sentences;
    let here = reader.sentence_of(last.saturating_sub(1));
    let mut pieces = Vec::new();
    let mut next = here + 1;
    // a quotation in front of the rest of the paragraph
    while next < sentences.len() && sentences[next].paragraph == sentences[here].paragraph {
        next += 1;
    }
    while pieces.len() < MOST_PARAGRAPHS && next < sentences.len() {
        let first = &sentences[next];
        if names_speaker(reader, first.lexemes.start) {
            return (pieces, Some(first.lexemes.start));
        }
        if first.kind != SentenceKind::Prose {
            break;
        }
        let count = sentences[next..].iter().take_while(|sentence| sentence.paragraph == first.paragraph).count();
        let end = sentences[next + count - 1].lexemes.end;
        if (first.lexemes.start..end).any(|i| reader.opens(i).is_some_and(|quotation| quotation.double)) {
            break;
        }
        pieces.extend(content::piece(reader, first.lexemes.start, end));
        next += count;
    }
    (pieces, None)
}

/// "MR. HALE:", "Q:", "Q", "QUESTION (via interpreter):", "(Applause)", "###": whether a paragraph that begins so is no part of
/// the turn before it.
fn names_speaker(reader: &Reader<'_>, first: u32) -> bool {
    if one_of!(reader.hash(first), "[" | "(" | "#" | "*" | "q" | "-") {
        return true;
    }
    let colon = (first..first + LONGEST_SPEAKER).find(|&i| one_of!(reader.hash(i), ":"));
    colon.is_some_and(|colon| (first..colon).all(|i| reader.is_punctuation(i) || reader.is_capital(i)))
}

fn is_upper(reader: &Reader<'_>, words: Extent) -> bool {
    words.range().all(|i| {
        reader.is_punctuation(i as u32) || reader.word(i as u32).is_some_and(|word| word.shape.has(Shape::UPPER))
    })
}

fn same_words(reader: &Reader<'_>, a: Extent, b: Extent) -> bool {
    a.last - a.first == b.last - b.first
        && (0..a.last - a.first).all(|k| reader.hash(a.first + k) == reader.hash(b.first + k))
}
