//! Fuller mentions that have reported nothing themselves: "The Southern Space Agency opened the site. The agency said".

use super::{Extent, Link, PhraseId, Pos, Reader, Uses, one_of};
use crate::annotate::{Document, Knowledge};
use crate::sentence::SentenceKind;
use crate::syntax::Phrase;
use crate::token::Shape;

/// What a short mention asks for.
struct Wanted {
    /// The hash of its last word.
    key: u64,
    /// Where it stands.
    at: u32,
    named: bool,
    found: Option<PhraseId>,
    ambiguous: bool,
}

/// The noun phrases that mentions repeat in fewer words, where each repeats only one. `mentions` are spans with their heads,
/// in any order.
pub(in crate::annotate) fn fuller_mentions(
    document: &Document<'_>,
    mentions: impl Iterator<Item = (Extent, u32)>,
    knowledge: &Knowledge,
) -> Vec<PhraseId> {
    let reader = Reader { document, knowledge };
    let mut wanted: Vec<Wanted> = mentions.filter_map(|(extent, head)| reader.wanted(extent, head)).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    // the last mention of each speaker asks for all before it
    wanted.sort_unstable_by_key(|wanted| (wanted.key, wanted.named, wanted.at));
    wanted.dedup_by_key(|wanted| (wanted.key, wanted.named));
    let sieve = wanted.iter().fold(0u64, |sieve, wanted| sieve | 1 << (wanted.key % 64));
    // few texts speak of anybody by a short name
    let short = wanted.iter().any(|wanted| wanted.named && document.words[wanted.at as usize].shape.has(Shape::UPPER));
    let last = wanted.iter().map(|wanted| wanted.at).max().unwrap_or_default();
    for (phrase, id) in document.syntax.phrases.iter().zip(0..).take_while(|(phrase, _)| phrase.base.first < last) {
        let short = if short { reader.short_name(phrase) } else { None };
        let key = short.unwrap_or_else(|| reader.hash(phrase.head));
        if sieve >> (key % 64) & 1 == 0 {
            reader.note_title(phrase, id, sieve, &mut wanted);
            continue;
        }
        let Ok(at) = wanted.binary_search_by_key(&key, |wanted| wanted.key) else { continue };
        let wanted = &mut wanted[at];
        if phrase.head < wanted.at
            && !phrase.time
            && reader.is_fuller(phrase, wanted.named)
            && !reader.is_heading(phrase)
        {
            let other = wanted.found.map(|found| document.syntax.phrase(found).head);
            match other {
                None => wanted.found = Some(id),
                Some(other) => wanted.ambiguous |= reader.hash(other - 1) != reader.hash(phrase.head - 1),
            }
        }
    }
    let found = wanted.iter().filter(|wanted| !wanted.ambiguous).filter_map(|wanted| wanted.found);
    found
        .map(|id| match document.syntax.phrase(id).link {
            Link::Apposition(owner) => owner,
            _ => id,
        })
        .collect()
}

impl Reader<'_> {
    /// What a mention of few words asks for: one name, or "the" and a noun of office or of a body.
    fn wanted(&self, extent: Extent, head: u32) -> Option<Wanted> {
        let length = extent.last - extent.first;
        let title = length == 2 && head == extent.first + 1 && self.uses(extent.first).has(Uses::HONORIFIC);
        let named = self.is_name(head) && (length == 1 || title) || self.may_be_surname(extent, head);
        let noun = length == 2
            && head + 1 == extent.last
            && one_of!(self.hash(extent.first), "the")
            && self.uses(head).has(Uses::ROLE.or(Uses::ORGANIZATION).or(Uses::PERSON))
            && self.document.words[head as usize].pos == Pos::Noun;
        (named || noun).then(|| Wanted { key: self.hash(head), at: extent.first, named, found: None, ambiguous: false })
    }

    /// "Premier Otto Lanz" for "the premier": notes a name behind the office that a later mention has.
    fn note_title(&self, phrase: &Phrase, id: PhraseId, sieve: u64, wanted: &mut [Wanted]) {
        let title = phrase.base.first;
        let key = self.hash(title);
        if sieve >> (key % 64) & 1 == 0 || phrase.head <= title || phrase.head + 1 != phrase.base.last {
            return;
        }
        let Ok(at) = wanted.binary_search_by_key(&key, |wanted| wanted.key) else { return };
        let wanted = &mut wanted[at];
        let names = !wanted.named
            && phrase.head < wanted.at
            && self.uses_spelled(title).has(Uses::ROLE)
            && (title + 1..phrase.base.last).all(|i| self.is_name(i))
            && !self.is_heading(phrase);
        if names {
            let other = wanted.found.map(|found| self.document.syntax.phrase(found).head);
            match other {
                None => wanted.found = Some(id),
                Some(other) => wanted.ambiguous |= self.hash(other) != self.hash(phrase.head),
            }
        }
    }

    /// The hash of the short name that a noun phrase ends with: "the Northern Relief Fund (NRF)".
    fn short_name(&self, phrase: &Phrase) -> Option<u64> {
        let close = phrase.base.last - 1;
        if close == phrase.head || !one_of!(self.hash(close), ")") {
            return None;
        }
        super::known::short_name(self, phrase.base)
    }

    /// A heading only repeats in short what the text says.
    fn is_heading(&self, phrase: &Phrase) -> bool {
        let sentences = self.document.sentences;
        sentences
            .get(self.document.syntax.sentence_of_word(phrase.head))
            .is_some_and(|sentence| sentence.kind == SentenceKind::Heading)
    }

    /// Whether a noun phrase tells more than its last word: another name in front of it, or what kind it is.
    fn is_fuller(&self, phrase: &Phrase, named: bool) -> bool {
        let (first, head) = (phrase.base.first, phrase.head);
        if self.short_name(phrase).is_some() {
            return named && head > first;
        }
        if head <= first || head + 1 != phrase.base.last {
            return false;
        }
        if named {
            return self.is_name(head) && self.is_name(head - 1) && !self.uses(head - 1).has(Uses::HONORIFIC);
        }
        let before = &self.document.words[head as usize - 1];
        // "their relatives and a lawyer said": whoever is brought in is "the lawyer" from then on
        if one_of!(before.hash, "a" | "an") {
            return self.uses(head).has(Uses::ROLE.or(Uses::PERSON)) && !self.uses(head).has(Uses::ORGANIZATION);
        }
        matches!(before.pos, Pos::Noun | Pos::Propn | Pos::Adj)
            && !one_of!(before.hash, "other" | "new" | "same" | "whole")
    }
}
