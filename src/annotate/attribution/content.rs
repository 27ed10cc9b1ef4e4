//! Where contents begin and end: what ends them besides commas ([`comma`]) and conjunctions ([`joined`]).

mod comma;
mod joined;

use super::reader::Reader;
use super::{ClauseId, Extent, Uses};
use crate::syntax::{Clause, ClauseKind, GroupTense, Link, Mood, Phrase, one_of};
use crate::tag::{Pos, VerbForm};
use comma::{remarks, stops_at_comma};
use joined::joins_cue;

/// What a content is, which decides where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A clause with a finite verb, or a quotation.
    Clause,
    /// An infinitive, a gerund, a noun phrase.
    Phrase,
}

/// Where the content that begins at `start` ends: the word behind its last. `cue` is the clause whose verb reports it.
pub(super) fn end(reader: &Reader<'_>, start: u32, cue: Option<ClauseId>, form: Form) -> u32 {
    let limit = reader.sentence(start).last;
    let limit = cue.and_then(|cue| outer_verb(reader, start, cue)).map_or(limit, |verb| verb.min(limit));
    let limit = cue.and_then(|cue| relative_end(reader, start, cue)).map_or(limit, |end| end.min(limit));
    let mut i = verb_behind_aside(reader, start).filter(|_| form == Form::Clause).map_or(start, |verb| verb.min(limit));
    while i < limit {
        if form == Form::Clause {
            i = reader.next_end(i, limit);
            if i == limit {
                break;
            }
        }
        if let Some(quotation) = reader.opens(i) {
            // a quotation is never cut, though it may run over the sentence
            let close = quotation.close.unwrap_or(quotation.inner.last);
            if close >= limit {
                let inner = reader.whole_quotation(quotation);
                return trim(reader, start, inner.last);
            }
            let last = close.wrapping_sub(1);
            let ends = match i > start && reader.is_comma(last) {
                // a comma inside the mark parts as one behind it does
                true => stops_at_comma(reader, start, close + 1, cue, form, limit),
                false => is_final(reader, last),
            };
            if close > start && ends && !goes_on(reader, close + 1) {
                // the mark of a quotation inside the content stays
                return if i > start { close + 1 } else { trim(reader, start, close) };
            }
            i = close + 1;
            continue;
        }
        if reader.closes(i).is_some_and(|quotation| quotation.open < start) {
            break;
        }
        if i > start && stops(reader, start, i, cue, form, limit) {
            break;
        }
        i = skip_bracket(reader, i, limit).unwrap_or(i + 1);
    }
    trim(reader, start, i.min(limit))
}

/// "said that, in the raid on Monday, three people were killed", "said that three days later, rebels came": the verb of a clause
/// that "that" opens, where a comma stands in between.
fn verb_behind_aside(reader: &Reader<'_>, start: u32) -> Option<u32> {
    let that = (1..=2).filter_map(|back| start.checked_sub(back)).find(|&that| one_of!(reader.hash(that), "that"))?;
    let comma = that + 1;
    let clause = reader.clause(reader.syntax.clause_of_word(that)?);
    let verb = clause.group.filter(|_| clause.marker == Some(that))?.extent.first;
    // "never said that, but"
    let goes_on = matches!(reader.pos(comma + 1), Some(Pos::Cconj));
    let plain = !goes_on && verb > start && (start..verb).all(|at| reader.opens(at).is_none());
    plain.then_some(verb)
}

/// Whether a word is short enough for a sign of any kind; most words are not, and each word of each content is asked.
fn may_be_sign(reader: &Reader<'_>, i: u32) -> bool {
    /// A dash or a curly mark in bytes.
    const LONGEST_SIGN: u32 = 3;
    reader.word(i).is_some_and(|word| word.end - word.start <= LONGEST_SIGN)
}

/// Whether a sign inside the closing mark ends what is quoted.
fn is_final(reader: &Reader<'_>, i: u32) -> bool {
    one_of!(reader.hash(i), "." | "?" | "!" | ",")
}

/// Whether a content carries on behind a quotation that closes with a sign: "and" with another quotation.
fn goes_on(reader: &Reader<'_>, i: u32) -> bool {
    let quote_at = |i: u32| reader.opens(i).is_some();
    one_of!(reader.hash(i), "and" | "or" | "but") && (quote_at(i + 1) || quote_at(i + 2)) || quote_at(i)
}

fn skip_bracket(reader: &Reader<'_>, i: u32, limit: u32) -> Option<u32> {
    if !may_be_sign(reader, i) || !one_of!(reader.hash(i), "(" | "[") {
        return None;
    }
    (i + 1..limit.min(i + 60)).find(|&j| one_of!(reader.hash(j), ")" | "]")).map(|j| j + 1)
}

/// Whether the content ends in front of word `i`.
fn stops(reader: &Reader<'_>, start: u32, i: u32, cue: Option<ClauseId>, form: Form, limit: u32) -> bool {
    if may_be_sign(reader, i) {
        let hash = reader.hash(i);
        if one_of!(hash, ";" | ")" | "]") {
            return true;
        }
        if reader.is_dash(i) {
            // what stands between two dashes belongs to the clause around it; "said it would go - though nobody knows when"
            let second = (i + 1..limit.min(i + 40)).find(|&j| reader.is_dash(j));
            let concedes = one_of!(reader.hash(i + 1), "though" | "although" | "despite");
            return second.is_none() && (form == Form::Phrase || concedes || remarks(reader, i + 1));
        }
        if reader.is_comma(i) {
            return stops_at_comma(reader, start, i + 1, cue, form, limit);
        }
    }
    if matches!(reader.pos(i), Some(Pos::Cconj))
        && (joins_cue(reader, i + 1, cue, form) || form == Form::Phrase && reader.starts_clause(i + 1, limit))
    {
        return true;
    }
    if matches!(reader.pos(i), Some(Pos::Cconj)) && one_of!(reader.hash(start), "to") && finite_behind(reader, i + 1) {
        return true;
    }
    // "said that they expected an inquiry and that he should face trial": the second part of what is said
    let second = || cue.is_some_and(|cue| reader.clause(cue).kind == ClauseKind::That);
    if form == Form::Phrase && one_of!(reader.hash(i + 1), "that") && reader.pos(i + 1) == Some(Pos::Sconj) && second()
    {
        return matches!(reader.pos(i), Some(Pos::Cconj));
    }
    if reader.is_finite(i) && resumes_outer(reader, start, i, cue) {
        return true;
    }
    form == Form::Phrase && stops_phrase(reader, start, i, limit)
}

/// "refused to go but said": behind an infinitive, a verb with tense is coordinated with the cue.
fn finite_behind(reader: &Reader<'_>, i: u32) -> bool {
    let verb = if reader.pos(i) == Some(Pos::Adv) { i + 1 } else { i };
    let clause = reader.syntax.clause_of_word(verb).map(|id| reader.clause(id));
    // "welcome his offer to talk and urge the rebels to listen": a verb that syntax joins to the one around the infinitive
    let around = clause.is_some_and(|clause| clause.kind == ClauseKind::Main && clause.shared_subject)
        && clause.and_then(|clause| clause.group).is_some_and(|group| {
            group.extent.first == verb && group.mood == Mood::Finite && group.tense == GroupTense::Present
        });
    if around {
        return true;
    }
    reader.is_finite(verb)
        && matches!(reader.form(verb), VerbForm::Past | VerbForm::Modal)
        && clause
            .and_then(|clause| clause.group)
            .is_some_and(|group| group.extent.first == verb && reader.uses(group.head).has(Uses::SAY))
}

/// Whether the last part of a list whose parts semicolons part begins behind word `i`.
pub(super) fn ends_list(reader: &Reader<'_>, i: u32) -> bool {
    one_of!(reader.hash(i), ";") && one_of!(reader.hash(i + 1), "and" | "or")
}

/// So many clauses around one are looked at.
const HIGHEST: usize = 4;

/// "A clerk who asked not to be named described it": where the verb stands that the subject in front of a relative clause has
/// waited for. As a past tense it is often tagged as a participle, at which no content ends.
fn outer_verb(reader: &Reader<'_>, start: u32, cue: ClauseId) -> Option<u32> {
    let relative = reader.clause(cue);
    let outer = relative.parent.filter(|_| relative.kind == ClauseKind::Relative).map(|outer| reader.clause(outer))?;
    let verb = outer.group.filter(|verb| verb.mood == Mood::Finite && verb.extent.first > start)?;
    let waited = outer.subject.is_some_and(|subject| reader.syntax.phrase(subject).head < relative.extent.first);
    waited.then_some(verb.extent.first)
}

/// "named two firms that it said had sold arms, and froze their funds": where the relative clause ends that a report stands in.
fn relative_end(reader: &Reader<'_>, start: u32, cue: ClauseId) -> Option<u32> {
    let report = reader.clause(cue);
    let relative =
        report.parent.filter(|_| report.kind == ClauseKind::Parenthetical).map(|outer| reader.clause(outer))?;
    let end = relative.extent.last;
    let around = relative.kind == ClauseKind::Relative && relative.extent.contains(start);
    (around && reader.is_comma(end) && reader.pos(end + 1) == Some(Pos::Cconj)).then_some(end)
}

/// "Lawmakers who oppose the bill left": whether the verb of a clause around the one of the cue stands here.
fn resumes_outer(reader: &Reader<'_>, start: u32, i: u32, cue: Option<ClauseId>) -> bool {
    let Some(cue) = cue else { return false };
    let stands_here =
        |outer: &Clause| outer.group.is_some_and(|group| group.extent.first == i && group.mood == Mood::Finite);
    let outer = reader.syntax.ancestors(cue).take(HIGHEST).find(|(_, outer)| stands_here(outer));
    outer.is_some_and(|(_, outer)| outer.subject.is_none_or(|subject| reader.syntax.phrase(subject).head < start))
}

/// Where a content without a finite verb ends although no sign stands there: at a time, at an adverbial clause, at the next
/// verb of the reporting clause.
fn stops_phrase(reader: &Reader<'_>, start: u32, i: u32, limit: u32) -> bool {
    let hash = reader.hash(i);
    // "any talks as long as they hold the road"
    if one_of!(hash, "as") && i > start + 1 && one_of!(reader.hash(i - 2), "as") {
        return false;
    }
    match reader.pos(i) {
        Some(Pos::Sconj | Pos::Adv)
            if one_of!(
                hash,
                "when" | "while" | "because" | "after" | "before" | "although" | "though" | "since" | "as"
            ) =>
        {
            !(one_of!(hash, "as") && !opens_clause(reader, i, limit))
        }
        // "described scenes of panic as tents caught fire"
        Some(Pos::Adp) if one_of!(hash, "as") => opens_clause(reader, i, limit),
        Some(Pos::Sconj) if one_of!(hash, "by") => reader.form(i + 1) == VerbForm::Gerund,
        Some(Pos::Adp) if one_of!(hash, "after" | "before" | "during" | "since" | "despite" | "until" | "amid") => true,
        Some(Pos::Adp) if one_of!(hash, "on" | "in" | "at" | "by" | "last" | "this" | "earlier") => {
            // "accused the rebels on Friday of shelling it"
            let goes_on = |end: u32| one_of!(reader.hash(end), "of") && reader.form(end + 1) == VerbForm::Gerund;
            reader.phrase_at(i + 1).is_some_and(|(_, phrase)| {
                // "condemned the raid in the strongest terms"
                let manner = one_of!(hash, "in") && one_of!(reader.hash(phrase.head), "terms");
                (phrase.time && !goes_on(phrase.base.last) && !lies_in_participle(reader, phrase, start))
                    || manner
                    || reader.uses(phrase.head).has(Uses::CHANNEL)
            }) || one_of!(hash, "by") && reader.form(i + 1) == VerbForm::Gerund
        }
        Some(Pos::Noun | Pos::Propn | Pos::Det | Pos::Adj) => {
            // "between June 1 and June 7" is one time
            let joined = reader.pos(i.wrapping_sub(1)) == Some(Pos::Cconj);
            // "the raids in the north today, including one on a school"
            let goes_on = |end: u32| reader.is_comma(end) && one_of!(reader.hash(end + 1), "including");
            i > start
                && !joined
                && reader.phrase_at(i).is_some_and(|(_, phrase)| {
                    phrase.time && phrase.preposition.is_none() && !goes_on(phrase.base.last)
                })
        }
        _ => false,
    }
}

/// "condemned the raid launched on Monday by rebels": whether a time is that of a participle in the content.
fn lies_in_participle(reader: &Reader<'_>, time: &Phrase, start: u32) -> bool {
    matches!(time.link, Link::Oblique(clause) if {
        let clause = reader.clause(clause);
        clause.kind == ClauseKind::Participle && clause.extent.first > start && !clause.set_off
    })
}

/// "urged the rebels to pull out | after shells hit a school", "| after reports that homes were looted": what has happened when
/// somebody asks for something is no part of what is asked.
pub(super) fn before_occasion(reader: &Reader<'_>, start: u32, end: u32) -> u32 {
    let occasion = |after: u32| {
        let clause = reader.syntax.clause_of_word(after).map(|id| reader.clause(id));
        let past = clause.filter(|clause| clause.marker == Some(after)).and_then(|clause| clause.group);
        past.is_some_and(|group| group.mood == Mood::Finite && group.tense == GroupTense::Past)
            || reader.phrase_at(after + 1).is_some_and(|(_, phrase)| {
                reader.uses(phrase.head).has(Uses::NOUN_THAT) && one_of!(reader.hash(phrase.base.last), "that")
            })
    };
    let after = |at: u32| one_of!(reader.hash(at), "after") && occasion(at);
    (start + 1..end).find(|&at| after(at)).map_or(end, |at| trim(reader, start, at))
}

fn opens_clause(reader: &Reader<'_>, i: u32, limit: u32) -> bool {
    reader.starts_clause(i + 1, limit.min(i + 30))
}

/// Takes closing signs and torn quotation marks off the end.
pub(super) fn trim(reader: &Reader<'_>, start: u32, mut end: u32) -> u32 {
    while end > start + 1 {
        let last = end - 1;
        let torn = reader.is_quote_mark(last)
            && (reader.closes(last).is_none_or(|quotation| quotation.open < start)
                || reader.closes(last).is_some_and(|q| q.open == start));
        if !torn
            && !one_of!(reader.hash(last), "." | "," | ";" | ":" | "!" | "?" | "..." | "…")
            && !reader.is_dash(last)
        {
            break;
        }
        end -= 1;
    }
    end
}

/// A piece of content without conjunctions, "However" and opening marks at its front, nor closing signs at its end.
pub(super) fn piece(reader: &Reader<'_>, mut start: u32, end: u32) -> Option<Extent> {
    let sentence_start = reader.sentence(start).first;
    for _ in 0..4 {
        let hash = reader.hash(start);
        let opener = start == sentence_start
            && one_of!(hash, "and" | "but" | "however" | "yet" | "so" | "or" | "still" | "meanwhile")
            && (reader.pos(start) == Some(Pos::Cconj) || reader.is_comma(start + 1));
        let whole = reader.opens(start).is_some_and(|quotation| quotation.close.is_none_or(|close| close + 1 >= end));
        if opener || whole || reader.is_comma(start) || one_of!(hash, ":") || reader.is_dash(start) {
            start += 1;
        } else if reader.closes(start).is_some() {
            start += 1;
        } else {
            break;
        }
    }
    let end = trim(reader, start, end);
    (start < end).then(|| Extent::new(start, end))
}
