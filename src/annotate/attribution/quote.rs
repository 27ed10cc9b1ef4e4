//! Quotations that no cue has claimed: they carry on what the speaker before them says.

use super::content::{self, Form};
use super::reader::Reader;
use super::vocabulary::Uses;
use super::{Candidate, ClauseId, Extent, Mention, PhraseId};
use crate::sentence::SentenceKind;
use crate::syntax::{ClauseKind, Quotation, one_of};
use crate::tag::Pos;
use crate::token::Gap;

/// Gives whole quoted sentences to the attribution that they continue, or to whom the sentence in front is about.
pub(super) fn adopt(reader: &Reader<'_>, covered: &[(Extent, u32)], found: &mut Vec<Candidate>) {
    // the last word of each quoted attribution, in order of the text
    let mut ends: Vec<(u32, usize)> = found
        .iter()
        .enumerate()
        .filter(|(_, candidate)| candidate.rank >= 9 || candidate.rank >= 7 && candidate.finite)
        .filter_map(|(i, candidate)| {
            let content = candidate.content.iter().map(|piece| piece.last).max()?;
            Some((content.max(candidate.cue.map_or(0, |cue| cue.last)), i))
        })
        .collect();
    ends.sort_unstable();
    let mut additions: Vec<(usize, Extent)> = Vec::new();
    let mut last_adopted: Option<(u32, usize)> = None;
    for quotation in &reader.syntax.quotations {
        if !quotation.double && quotation.inner.last - quotation.inner.first < 4
            || quotation.inner.is_empty()
            || covers(covered, quotation.inner)
            || !is_speech(reader, quotation)
        {
            continue;
        }
        // a quotation over several paragraphs opens anew in each
        if last_adopted.is_some_and(|(end, _)| end > quotation.inner.first) {
            continue;
        }
        let before = ends.partition_point(|&(end, _)| end <= quotation.open);
        let adopted = last_adopted.filter(|&(adopted, _)| ends[..before].last().is_none_or(|&(end, _)| adopted > end));
        // what stands between, as in "..., who said she would not vote. “...”", is not quoted
        let recent = ends[before.saturating_sub(MOST_BETWEEN)..before].iter().rev().copied();
        let mut near = adopted.into_iter().chain(recent).take_while(|&(end, _)| {
            reader.paragraph(end.saturating_sub(1)) == reader.paragraph(quotation.open)
                || is_next_paragraph(reader, end, quotation)
        });
        let owner = near.find(|&(_, owner)| is_quoted(reader, &found[owner])).map(|(_, owner)| owner);
        let speaker = if owner.is_none() { speaker_in_front(reader, quotation) } else { None };
        if owner.is_none() && speaker.is_none() {
            continue;
        }
        let end = content::end(reader, quotation.open, None, Form::Clause);
        let Some(piece) = content::piece(reader, quotation.open, end) else { continue };
        let owner = match owner {
            Some(owner) => {
                additions.push((owner, piece));
                owner
            }
            None => {
                found.push(Candidate {
                    cue: None,
                    head: None,
                    source: speaker,
                    content: piece.into(),
                    rank: 8,
                    ..Candidate::new("attribution/quotation-alone", Extent::default(), 0, Uses::default())
                });
                found.len() - 1
            }
        };
        last_adopted = Some((piece.last, owner));
    }
    for (owner, piece) in additions {
        found[owner].content.push(piece);
    }
}

/// "Ada Bright, a nurse, lost her house.", and a speech as the next paragraph: whom the sentence is about. In the same paragraph:
/// who reports it.
fn speaker_in_front(reader: &Reader<'_>, quotation: &Quotation) -> Option<Mention> {
    let open = quotation.open;
    let next = is_next_paragraph(reader, open, quotation);
    if !next && !is_next_sentence(reader, quotation) || !one_of!(reader.hash(quotation.inner.last - 1), "." | "?" | "!")
    {
        return None;
    }
    // "“HALE: Will he come?": a record of who says what
    let first = quotation.inner.first;
    if (first..first + 5).any(|i| one_of!(reader.hash(i), ":")) || one_of!(reader.hash(open.checked_sub(1)?), "?") {
        return None;
    }
    let before = reader.sentence_of(open - 1);
    if reader.document.sentences.get(before)?.kind != SentenceKind::Prose {
        return None;
    }
    // "Hale said the road was closed. “We are cut off.”"
    if !next {
        return reporter(reader, before);
    }
    let mut clauses = reader.syntax.clauses_of[before].clone();
    let main = clauses.find(|&id| reader.clause(id).kind == ClauseKind::Main && reader.clause(id).is_finite())?;
    let id = reader.clause(main).subject?;
    // "Ms Hale says it has rained." goes on with what she says, and so does "Hale says it has rained."
    let reports = reader.clause(main).verb().is_some_and(|verb| reader.uses(verb).has(Uses::SAY));
    match is_somebody(reader, id, reports) {
        true => Some(reader.mention(id)),
        // "The first warning, he says, was never sent." goes on with what he says
        false => {
            reporter(reader, before).filter(|source| source.phrase.is_some_and(|id| is_somebody(reader, id, true)))
        }
    }
}

/// Whether a noun phrase names a single person. A single name is a person's where it reports something.
fn is_somebody(reader: &Reader<'_>, id: PhraseId, reports: bool) -> bool {
    const OTHERS: Uses =
        Uses::ORGANIZATION.or(Uses::PLACE).or(Uses::MEDIA).or(Uses::GROUP).or(Uses::COMPANY).or(Uses::DOCUMENT);
    let phrase = reader.syntax.phrase(id);
    let head = phrase.head;
    let several = head > phrase.base.first && reader.pos(head - 1) == Some(Pos::Propn) || reports;
    let named = reader.pos(head) == Some(Pos::Propn) && several && !reader.uses(head).has(OTHERS);
    named
        || one_of!(reader.hash(head), "he" | "she")
        || reader.uses(head).has(Uses::PERSON.or(Uses::ROLE)) && !reader.is_plural(head)
}

/// Who reports the whole of a sentence in words that are not quoted.
fn reporter(reader: &Reader<'_>, sentence: usize) -> Option<Mention> {
    let says = |id: ClauseId| {
        let clause = reader.clause(id);
        let outer = matches!(clause.kind, ClauseKind::Main | ClauseKind::Parenthetical);
        let group =
            clause.group.filter(|group| outer && clause.is_finite() && !group.passive && group.negation.is_none());
        group.is_some_and(|group| {
            reader.uses(group.head).has(Uses::SAY) && reader.syntax.quotation_at(group.head).is_none()
        })
    };
    let last = reader.syntax.clauses_of[sentence].clone().rfind(|&id| says(id))?;
    reader
        .subject(last)
        .filter(|source| reader.can_speak(source) && !reader.is_author(source) && !reader.is_time(source))
}

/// Whether a quotation is the whole of a sentence behind another one of its paragraph.
fn is_next_sentence(reader: &Reader<'_>, quotation: &Quotation) -> bool {
    let open = quotation.open;
    let begins = |at: u32| reader.sentence(at).first == at;
    open > 0
        && begins(open)
        && reader.paragraph(open) == reader.paragraph(open - 1)
        && quotation.close.is_some_and(|close| reader.word(close + 1).is_none() || begins(close + 1))
}

/// So many reports are looked over for the quoted one that a quotation continues.
const MOST_BETWEEN: usize = 4;

/// Whether a quotation is the whole of the paragraph behind the one whose last sentence ends with what is said at `end`.
fn is_next_paragraph(reader: &Reader<'_>, end: u32, quotation: &Quotation) -> bool {
    let open = quotation.open;
    let opens = reader.word(open).is_some_and(|word| word.gap == Gap::Paragraph);
    let whole =
        quotation.close.is_none_or(|close| reader.word(close + 1).is_none_or(|word| word.gap == Gap::Paragraph));
    opens && whole && end > 0 && open > 0 && reader.sentence_of(end - 1) == reader.sentence_of(open - 1)
}

/// A quotation that opens a sentence and holds whole ones, or the second part of one that does.
fn is_speech(reader: &Reader<'_>, quotation: &Quotation) -> bool {
    let sentence = reader.sentence(quotation.open);
    let before = quotation.open.checked_sub(1);
    let opens =
        quotation.open == sentence.first || before.is_some_and(|before| one_of!(reader.hash(before), ":" | "."));
    let last = quotation.inner.last.saturating_sub(1);
    let ends = one_of!(reader.hash(last), "." | "?" | "!" | "…" | "...");
    // "“We are full,” said the nurse, who runs the ward, “and we need beds.”"
    let split = || reader.opens(sentence.first).is_some() && before.is_some_and(|before| reader.is_comma(before));
    let long = quotation.inner.last - quotation.inner.first > 3;
    opens && (ends || long) || long && ends && split()
}

fn is_quoted(reader: &Reader<'_>, candidate: &Candidate) -> bool {
    candidate.content.iter().any(|piece| {
        piece.first > 0 && reader.opens(piece.first - 1).is_some()
            || (piece.first..piece.last.min(piece.first + 80)).any(|i| reader.opens(i).is_some())
    })
}

/// What the candidates cover with the first word of their cue, in order of the text.
pub(super) fn covered(found: &[Candidate]) -> Vec<(Extent, u32)> {
    let mut covered: Vec<(Extent, u32)> = Vec::with_capacity(found.len() + found.len() / 4);
    for candidate in found {
        let cue = candidate.cue.map_or(0, |cue| cue.first);
        covered.extend(candidate.content.iter().map(|&piece| (piece, cue)));
    }
    covered.sort_unstable();
    covered
}

/// Whether any of the contents, ordered by their start, covers most of `other`. One whose cue stands inside does not.
pub(super) fn covers(contents: &[(Extent, u32)], other: Extent) -> bool {
    const LOOK_BACK: usize = 24;
    let before = contents.partition_point(|(piece, _)| piece.first < other.last);
    // mostly the nearest does
    contents[before.saturating_sub(LOOK_BACK)..before].iter().rev().any(|&(piece, cue)| {
        let shared = piece.last.min(other.last).saturating_sub(piece.first.max(other.first));
        !other.contains(cue) && 2 * shared > other.last - other.first
    })
}
