//! Nouns as cues: "the governor's claim that", "issued a statement saying", "their support for".

use super::content::{self, Form};
use super::reader::Reader;
use super::vocabulary::Uses;
use super::{Candidate, Extent, Mention};
use crate::syntax::{Link, Phrase, one_of};
use crate::tag::{Pos, VerbForm};

/// Reads the noun phrases of a sentence.
pub(super) fn read(reader: &Reader<'_>, sentence: usize, found: &mut Vec<Candidate>) {
    for id in reader.syntax.phrases_of[sentence].clone() {
        let phrase = reader.syntax.phrase(id);
        if phrase.pronoun || phrase.time {
            continue;
        }
        let uses = reader.uses(phrase.head);
        if uses.has(NOUNS) && reader.pos(phrase.head) == Some(Pos::Noun) {
            found.extend(noun(reader, phrase, uses));
        }
    }
}

const NOUNS: Uses = Uses::NOUN_THAT
    .or(Uses::NOUN_INFINITIVE)
    .or(Uses::NOUN_OF)
    .or(Uses::NOUN_FOR)
    .or(Uses::NOUN_TO)
    .or(Uses::NOUN_ABOUT)
    .or(Uses::NOUN_AGAINST)
    .or(Uses::NOUN_ON)
    .or(Uses::NOUN_WITH);

fn noun(reader: &Reader<'_>, phrase: &Phrase, uses: Uses) -> Option<Candidate> {
    let limit = reader.sentence(phrase.head).last;
    let (mut source, mut cue) = (None, Extent::new(phrase.head, phrase.head + 1));
    let mut clause = None;
    if let Some(owner) = phrase.possessor {
        source = Some(reader.mention(owner));
    } else if let Some(pronoun) = possessive_pronoun(reader, phrase) {
        source = Some(pronoun);
    } else if let Link::Object(verb) = phrase.link {
        let group = reader.clause(verb).group?;
        if reader.uses(group.head).has(Uses::UTTER) && !group.passive {
            source = reader.subject(verb).filter(|source| reader.can_speak(source));
            cue.first = group.extent.first;
            clause = Some(verb);
        }
    }
    let mut at = phrase.base.last;
    // "the claim by the governor that"
    if one_of!(reader.hash(at), "by" | "from" | "among") {
        if let Some((agent, inner)) = reader.phrase_at(at + 1) {
            source = source.or(Some(reader.mention(agent)));
            at = reader.short_end(inner);
        }
    }
    let direct = at == phrase.base.last;
    let hash = reader.hash(at);
    let (start, form, rule) =
        if one_of!(hash, "that") && uses.has(Uses::NOUN_THAT) && is_clause_behind(reader, at + 1, limit) {
            (at + 1, Form::Clause, "attribution/noun-that")
        } else if one_of!(hash, "to")
            && reader.pos(at) == Some(Pos::Part)
            && uses.has(Uses::NOUN_INFINITIVE)
            && source.is_some()
        {
            (at, Form::Phrase, "attribution/noun-infinitive")
        } else if direct && takes(uses, hash) && source.is_some() && content_behind(reader, at + 1) {
            cue.last = at + 1;
            (at + 1, Form::Phrase, "attribution/noun-of")
        } else {
            return None;
        };
    let mut candidate = Candidate::new(rule, cue, phrase.head, uses);
    candidate.clause = clause;
    candidate.source = source;
    candidate.rank = 3;
    let end = content::end(reader, start, clause, form);
    // "the claim that the vote was rigged drew laughter": the verb that the noun is the subject of ends the content
    let end = match phrase.link {
        Link::Subject(outer) => match reader.clause(outer).group {
            Some(group) if group.extent.first > start => end.min(group.extent.first),
            _ => end,
        },
        _ => end,
    };
    candidate.content.extend(content::piece(reader, start, end));
    (!candidate.content.is_empty()).then_some(candidate)
}

fn takes(uses: Uses, preposition: u64) -> bool {
    one_of!(preposition, "of") && uses.has(Uses::NOUN_OF)
        || one_of!(preposition, "for") && uses.has(Uses::NOUN_FOR)
        || one_of!(preposition, "to") && uses.has(Uses::NOUN_TO)
        || one_of!(preposition, "about" | "over" | "regarding") && uses.has(Uses::NOUN_ABOUT)
        || one_of!(preposition, "against") && uses.has(Uses::NOUN_AGAINST)
        || one_of!(preposition, "on") && uses.has(Uses::NOUN_ON)
        || one_of!(preposition, "with") && uses.has(Uses::NOUN_WITH)
}

fn content_behind(reader: &Reader<'_>, i: u32) -> bool {
    reader.phrase_at(i).is_some()
        || reader.opens(i).is_some()
        || matches!(reader.pos(i), Some(Pos::Verb)) && reader.form(i) == VerbForm::Gerund
        || one_of!(reader.hash(i), "what" | "how" | "whether" | "who" | "why")
}

fn is_clause_behind(reader: &Reader<'_>, i: u32, limit: u32) -> bool {
    reader.starts_clause(i, limit)
        || reader.opens(i).is_some()
        || matches!(reader.pos(i), Some(Pos::Sconj | Pos::Pron | Pos::Adv | Pos::Adp))
        || reader.phrase_at(i).is_some()
}

/// "his" in "his claim" as a mention of its own.
fn possessive_pronoun(reader: &Reader<'_>, phrase: &Phrase) -> Option<Mention> {
    let first = phrase.base.first;
    one_of!(reader.hash(first), "his" | "her" | "their" | "its" | "my" | "our" | "your").then_some(Mention {
        extent: Extent::new(first, first + 1),
        head: first,
        phrase: None,
    })
}
