//! Reports of what stands in front of their sentence: "This was reported by the governor", "The ministry announced this".
//!
//! The clause is read with the others, but what it reports is known only once all contents are: [`resolve`] comes last. It is
//! what the sentence before reports, or else that sentence; where the anaphor opens a paragraph, the paragraph before, if it
//! is short.

use super::super::content;
use super::complement::{After, Complement};
use super::{Candidate, ClauseKind, Extent, Mood, PhraseId, Uses, Verb, one_of};
use crate::annotate::attribution::reader::Reader;
use crate::sentence::SentenceKind;
use crate::syntax::{Clause, Pieces};

/// A longer paragraph is not taken as a whole.
const MOST_SENTENCES: usize = 3;

impl Verb<'_, '_> {
    /// A report of what has been said before, still without content.
    pub(super) fn anaphoric(&self) -> Option<Candidate> {
        let reader = self.reader;
        let reports =
            self.uses.has(Uses::SAY.or(Uses::FOLLOW)) && self.uses.has(Uses::THAT) && !self.uses.has(Uses::TELL);
        // ", which it denies": said in passing, and no report of what stands in front
        let aside = self.clause.kind == ClauseKind::Relative;
        if !reports || aside || self.group.mood != Mood::Finite || reader.syntax.quotation_at(self.group.head).is_some()
        {
            return None;
        }
        let taken_up = if self.group.passive {
            self.clause.subject.filter(|_| !self.clause.shared_subject)?
        } else {
            self.clause.objects[0].filter(|_| self.clause.objects[1].is_none())?
        };
        if !self.takes_up(taken_up, self.group.passive) {
            return None;
        }
        preceding(reader, self.clause)?;
        let after = self.after(self.behind, true);
        let source = if self.group.passive {
            let free = matches!(after.complement, Complement::None | Complement::Preposition(_));
            if !free || after.agent.is_none() && after.channel.is_none() {
                return None;
            }
            after.agent.map(|agent| reader.mention(agent))
        } else {
            if !matches!(after.complement, Complement::Object(..)) {
                return None;
            }
            let source =
                reader.subject(self.id).filter(|source| reader.can_speak(source) && !reader.is_author(source))?;
            Some(source)
        };
        let behind = if self.group.passive { after } else { self.after(self.behind + 1, false) };
        Some(self.anaphoric_candidate(source, behind))
    }

    fn anaphoric_candidate(&self, source: Option<super::Mention>, after: After) -> Candidate {
        let cue = Extent::new(self.group.extent.first, self.behind);
        let mut candidate = Candidate::new("attribution/anaphor", cue, self.group.head, self.uses);
        candidate.clause = Some(self.id);
        // "by the ministry on its website": the channel is no part of the source
        candidate.source = source.map(|mut source| {
            if let Some(channel) = after.channel.filter(|channel| source.extent.contains(channel.first)) {
                source.extent.last = (channel.first - 1).max(source.head + 1);
            }
            source
        });
        candidate.channel = after.channel;
        candidate.addressee = after.recipient;
        candidate.finite = true;
        candidate.negated = self.group.negation.is_some();
        candidate.rank = 7;
        candidate.anaphoric = true;
        candidate
    }

    /// Whether a noun phrase stands for what has been said: "this", "the news"; "it" only as a subject.
    fn takes_up(&self, id: PhraseId, subject: bool) -> bool {
        let reader = self.reader;
        let phrase = reader.syntax.phrase(id);
        if phrase.base.last - phrase.base.first == 1 {
            return one_of!(reader.hash(phrase.head), "this" | "that")
                || subject && one_of!(reader.hash(phrase.head), "it");
        }
        reader.uses(phrase.head).has(Uses::ANAPHOR)
            && phrase.full.last == phrase.head + 1
            && one_of!(reader.hash(phrase.base.first), "the" | "this" | "that" | "these")
    }
}

/// Gives each report of what has been said its content.
pub(in super::super) fn resolve(reader: &Reader<'_>, found: &mut [Candidate]) {
    for i in 0..found.len() {
        if !found[i].anaphoric {
            continue;
        }
        let Some(range) = found[i].clause.and_then(|clause| preceding(reader, reader.clause(clause))) else { continue };
        let report = found
            .iter()
            .filter(|other| {
                other.finite
                    && other.rank >= 7
                    && !other.anaphoric
                    && other.head.is_some_and(|head| range.contains(head))
            })
            .max_by_key(|other| other.content.iter().map(|piece| piece.last - piece.first).sum::<u32>());
        found[i].content = match report {
            Some(report) => report.content.clone(),
            // "it burned, and police confirmed this": what stands in front in the same sentence is said by the author
            None if reader.sentence_of(range.first) == found[i].head.map_or(0, |head| reader.sentence_of(head)) => {
                Pieces::default()
            }
            // a denial of what nobody else is said to claim adds nothing to it
            None if found[i].uses.has(Uses::DENYING) => Pieces::default(),
            None => content::piece(reader, range.first, range.last).into_iter().collect(),
        };
    }
}

/// The words in which an anaphor of a clause finds what it takes up: the sentence so far, or what stands before it.
fn preceding(reader: &Reader<'_>, clause: &Clause) -> Option<Extent> {
    let sentences = &reader.document.sentences;
    let i = clause.extent.first;
    let own = reader.sentence(i);
    if (own.first..i).any(|word| reader.is_finite(word)) {
        return Some(Extent::new(own.first, i));
    }
    let here = reader.sentence_of(i);
    let last = here.checked_sub(1)?;
    let (current, before) = (sentences.get(here)?, sentences.get(last)?);
    if before.kind != SentenceKind::Prose {
        return None;
    }
    let mut first = last;
    if before.paragraph != current.paragraph {
        let same = |at: &usize| sentences[*at].paragraph == before.paragraph;
        let start = (0..last).rev().take(MOST_SENTENCES).take_while(same).last().unwrap_or(last);
        if last - start < MOST_SENTENCES {
            first = start;
        }
    }
    let start = sentences[first].lexemes.start + sentences[first].dateline;
    Some(Extent::new(start, before.lexemes.end))
}
