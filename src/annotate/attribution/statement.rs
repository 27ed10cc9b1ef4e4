//! Statements without quotation marks: the paragraphs behind one that ends in a colon.

use super::content;
use super::reader::Reader;
use super::vocabulary::Uses;
use super::{Candidate, ClauseId, Extent, Mention};
use crate::sentence::SentenceKind;
use crate::syntax::{Phrase, one_of};
use crate::tag::Pos;
use crate::token::Gap;

/// "The minister said:" as a paragraph of its own introduces the paragraphs behind it, up to the next heading or to one that
/// tells of the speaker.
pub(super) fn behind(reader: &Reader<'_>, start: u32, speaker: Option<Mention>) -> Option<Extent> {
    const LONGEST: usize = 40;
    reader.word(start).filter(|word| word.gap == Gap::Paragraph)?;
    let first = reader.sentence_of(start);
    let sentences = &reader.document.sentences[first..];
    let says = |at: usize| {
        let sentence = &sentences[at];
        let resumes = || at > 0 && sentences[at - 1].paragraph != sentence.paragraph;
        sentence.kind != SentenceKind::Heading
            && !(resumes() && speaker.as_ref().is_some_and(|who| is_about(reader, sentence.lexemes.start, who)))
    };
    let last = (0..sentences.len().min(LONGEST)).take_while(|&at| says(at)).last()?;
    content::piece(reader, start, sentences[last].lexemes.end)
}

/// "issued the following statement in agreement with the heads of mission:" as a paragraph of its own.
pub(super) fn issued(reader: &Reader<'_>, noun: &Phrase, verb: ClauseId) -> Option<Candidate> {
    let end = reader.sentence(noun.head).last;
    let group = reader.clause(verb).group.filter(|group| !group.passive)?;
    let follows = (noun.base.first..noun.head).any(|at| one_of!(reader.hash(at), "following" | "this"));
    if !follows || !one_of!(reader.hash(end - 1), ":") || !reader.uses(noun.head).has(Uses::CHANNEL) {
        return None;
    }
    let source = reader.subject(verb).filter(|source| reader.can_speak(source) && !reader.is_author(source))?;
    // a quotation ends where its marks do
    let piece = match reader.opens(end) {
        Some(quotation) => {
            let whole = reader.whole_quotation(quotation);
            content::piece(reader, whole.first, whole.last)?
        }
        None => behind(reader, end, Some(source))?,
    };
    let cue = Extent::new(group.extent.first, noun.base.last);
    let mut candidate = Candidate::new("attribution/noun-statement", cue, group.head, Uses::default());
    candidate.clause = Some(verb);
    candidate.source = Some(source);
    candidate.finite = true;
    candidate.rank = 8;
    candidate.content.push(piece);
    Some(candidate)
}

/// "The below is attributable to Spokesperson Ana Roe:" as a paragraph of its own.
pub(super) fn attributable(reader: &Reader<'_>, first: u32, colon: u32) -> Option<Candidate> {
    let cue = (first..colon).find(|&at| one_of!(reader.hash(at), "attributable" | "attributed"))?;
    let (speaker, _) = reader.phrase_at(cue + 2).filter(|_| one_of!(reader.hash(cue + 1), "to"))?;
    let source = reader.mention(speaker);
    let piece = behind(reader, colon + 1, Some(source))?;
    let mut candidate = Candidate::new("attribution/phrase-statement", Extent::new(cue, cue + 2), cue, Uses::default());
    candidate.clause = reader.syntax.clause_of_word(cue);
    candidate.source = Some(source);
    candidate.finite = true;
    candidate.rank = 8;
    candidate.content.push(piece);
    Some(candidate)
}

/// "Statement attributable to the spokesperson" as a paragraph of its own, in front of a quotation.
pub(super) fn headed(reader: &Reader<'_>, sentence: usize) -> Option<Candidate> {
    const LONGEST: usize = 40;
    let range = &reader.document.sentences[sentence];
    let next = reader.document.sentences.get(sentence + 1)?;
    if next.paragraph == range.paragraph || range.lexemes.len() > LONGEST {
        return None;
    }
    let quotation = reader.opens(next.lexemes.start + next.dateline)?;
    let (first, last) = (range.lexemes.start, range.lexemes.end);
    let cue = (first..last).find(|&at| one_of!(reader.hash(at), "attributable"))?;
    let (speaker, _) = reader.phrase_at(cue + 2).filter(|_| one_of!(reader.hash(cue + 1), "to"))?;
    let mut candidate = Candidate::new("attribution/phrase-statement", Extent::new(cue, cue + 2), cue, Uses::default());
    candidate.clause = reader.syntax.clause_of_word(cue);
    // "Ana Roe, the mission's envoy"
    let mut source = reader.mention(speaker);
    let office = reader.phrase_at(source.extent.last + 1).filter(|_| reader.is_comma(source.extent.last));
    source.extent.last = office.map_or(source.extent.last, |(_, office)| office.full.last.min(last));
    candidate.source = Some(source);
    candidate.finite = true;
    candidate.rank = 8;
    let whole = reader.whole_quotation(quotation);
    candidate.content.extend(content::piece(reader, whole.first, whole.last));
    (!candidate.content.is_empty()).then_some(candidate)
}

/// "The minister also met", "Ms Roe left": a paragraph that opens with who has spoken, by name or by an office that the text has
/// told of before, is told by the author again.
fn is_about(reader: &Reader<'_>, first: u32, speaker: &Mention) -> bool {
    const BEFORE: u32 = 120;
    let Some((_, subject)) = reader.phrase_at(first) else { return false };
    let said = |from: u32| (from..speaker.extent.last).any(|at| reader.hash(at) == reader.hash(subject.head));
    let by_name = reader.pos(subject.head) == Some(Pos::Propn) && said(speaker.extent.first);
    let by_office = one_of!(reader.hash(first), "the")
        && reader.uses(subject.head).has(Uses::ROLE)
        && subject.base.last - subject.base.first <= 3
        && said(speaker.extent.first.saturating_sub(BEFORE));
    by_name || by_office
}
