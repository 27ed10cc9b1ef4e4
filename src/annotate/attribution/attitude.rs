//! What a subject is said to feel or to stand for: "is confident that", "was angered by", "is in favour of", "is a critic of".

use super::content::{self, Form};
use super::reader::Reader;
use super::vocabulary::Uses;
use super::{Candidate, ClauseId, Extent, Mention};
use crate::syntax::{ClauseKind, Link, Mood, Phrase, VerbGroup, one_of};
use crate::tag::{Pos, VerbForm};

/// Reads a copula or another verb that links, or the passive of a verb of feeling.
pub(super) fn read(reader: &Reader<'_>, id: ClauseId, group: VerbGroup, found: &mut Vec<Candidate>) {
    let clause = reader.clause(id);
    // "a man thought to be behind the attack" stands for nothing
    if group.mood != Mood::Finite && clause.predicate.is_none() && !group.passive {
        return;
    }
    let behind = group.extent.last;
    let complement = match clause.predicate {
        _ if group.passive => complement(reader, group.head),
        Some(predicate) if reader.pos(predicate) == Some(Pos::Noun) => holder(reader, predicate),
        Some(predicate) => complement(reader, predicate),
        None => side(reader, behind),
    };
    let Some(complement) = complement else { return };
    let Some(source) = reader.subject(id).filter(|source| reader.can_speak(source) && !reader.is_author(source)) else {
        return;
    };
    let mut candidate = Candidate::new(
        complement.rule,
        Extent::new(group.extent.first, complement.cue_end),
        complement.head,
        complement.uses,
    );
    candidate.clause = Some(id);
    candidate.source = Some(source);
    candidate.rank = 4;
    candidate.finite = true;
    candidate.negated = group.negation.is_some();
    candidate.content.extend(complement.content(reader, Some(id)));
    if !candidate.content.is_empty() {
        found.push(candidate);
    }
}

/// "Farrant, a critic of the mayor, left": a noun that says in apposition what its owner is for or against.
pub(super) fn apposition(reader: &Reader<'_>, phrase: &Phrase) -> Option<Candidate> {
    let Link::Apposition(owner) = phrase.link else { return None };
    let owner = Mention { extent: reader.syntax.phrase(owner).base, ..reader.mention(owner) };
    let complement = holder(reader, phrase.head)?;
    let mut candidate =
        Candidate::new(complement.rule, Extent::new(phrase.head, complement.cue_end), phrase.head, complement.uses);
    candidate.source = Some(owner);
    candidate.rank = 2;
    candidate.content.extend(complement.content(reader, None));
    (!candidate.content.is_empty()).then_some(candidate)
}

/// What somebody feels something about, and the words that say so.
struct Complement {
    head: u32,
    cue_end: u32,
    start: u32,
    form: Form,
    uses: Uses,
    rule: &'static str,
}

impl Complement {
    fn content(&self, reader: &Reader<'_>, clause: Option<ClauseId>) -> Option<Extent> {
        let end = content::end(reader, self.start, clause, self.form);
        content::piece(reader, self.start, end)
    }
}

/// Behind an adjective or a participle of feeling: a clause, an infinitive, or what its preposition governs.
fn complement(reader: &Reader<'_>, head: u32) -> Option<Complement> {
    let limit = reader.sentence(head).last;
    let (phrase, length) = reader.vocabulary.at(reader.document, head);
    let uses = reader.uses(head).or(phrase);
    let feels = uses.has(Uses::FEEL);
    let found = |cue_end: u32, start: u32, form: Form| {
        (start < limit).then_some(Complement { head, cue_end, start, form, uses, rule: "attribution/adjective" })
    };
    if phrase.has(Uses::ADJECTIVE_OTHER) && length > 1 {
        // "committed to working together" tells of one's own doing
        if reader.form(head + length) == VerbForm::Gerund && reader.pos(head + length) == Some(Pos::Verb) {
            return None;
        }
        // "the fire was set on Monday" tells when
        if reader.phrase_at(head + length).is_some_and(|(_, phrase)| phrase.time) {
            return None;
        }
        return found(head + length, head + length, Form::Phrase);
    }
    let mut next = head + 1;
    if one_of!(reader.hash(next), "enough" | "too" | "indeed" | "instead" | "now") {
        next += 1;
    }
    let hash = reader.hash(next);
    let that = feels || uses.has(Uses::ADJECTIVE_THAT);
    if that && one_of!(hash, "that") {
        return found(next, next + 1, Form::Clause);
    }
    // "convinced there will be a strike"
    let exists = || {
        one_of!(hash, "there")
            && reader.syntax.clause_of_word(next).is_some_and(|id| {
                let clause = reader.clause(id);
                clause.kind == ClauseKind::Bare && clause.extent.first == next
            })
    };
    if that && (reader.starts_clause(next, limit) || exists()) {
        return found(next, next, Form::Clause);
    }
    if uses.has(Uses::ADJECTIVE_INFINITIVE) && one_of!(hash, "to") && reader.pos(next) == Some(Pos::Part) {
        return found(next, next, Form::Clause);
    }
    // "was hurt in the raid" tells where
    let hurt = one_of!(hash, "in") && one_of!(reader.hash(head), "hurt");
    let governs = feels && !hurt && one_of!(hash, "about" | "at" | "over" | "with" | "by" | "in" | "for" | "of")
        || uses.has(Uses::ADJECTIVE_OF) && one_of!(hash, "of")
        || uses.has(Uses::ADJECTIVE_ABOUT) && one_of!(hash, "about" | "over");
    if governs && is_nominal(reader, next + 1) {
        return found(next + 1, next + 1, Form::Phrase);
    }
    None
}

/// "In favour of", "against": prepositions that take sides.
fn side(reader: &Reader<'_>, mut at: u32) -> Option<Complement> {
    while reader.pos(at) == Some(Pos::Adv) {
        at += 1;
    }
    let (uses, length) = reader.vocabulary.at(reader.document, at);
    let start = at + length;
    (uses.has(Uses::SIDE) && is_nominal(reader, start)).then_some(Complement {
        head: at,
        cue_end: start,
        start,
        form: Form::Phrase,
        uses,
        rule: "attribution/side",
    })
}

/// "A supporter of the plan": who somebody is by what he is for or against.
fn holder(reader: &Reader<'_>, head: u32) -> Option<Complement> {
    let uses = reader.uses(head);
    let start = head + 2;
    (uses.has(Uses::HOLDER) && one_of!(reader.hash(head + 1), "of" | "for") && is_nominal(reader, start))
        .then_some(Complement { head, cue_end: start, start, form: Form::Phrase, uses, rule: "attribution/holder" })
}

fn is_nominal(reader: &Reader<'_>, i: u32) -> bool {
    reader.phrase_at(i).is_some_and(|(_, phrase)| !phrase.time)
        || reader.opens(i).is_some()
        || matches!(reader.pos(i), Some(Pos::Verb)) && reader.form(i) == VerbForm::Gerund
        || one_of!(reader.hash(i), "what" | "how" | "whether" | "who" | "why" | "where")
}
