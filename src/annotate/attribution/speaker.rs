//! Quotations beside a report that syntax has not read, most often for a name that looks like another word: "“...,” Bright
//! said". The words next to the quotation decide by themselves: a verb that quotes, and who stands beside it.

use super::content::{self, Form};
use super::reader::Reader;
use super::vocabulary::Uses;
use super::{Candidate, Extent, Mention};
use crate::syntax::{ClauseKind, Quotation, one_of};
use crate::tag::{Pos, VerbForm};
use crate::token::Gap;

/// Between a quotation and its verb stand so many words at most: a name with its office and what explains it.
const REACH: u32 = 25;

/// Finds a speaker for each quotation that no candidate holds.
pub(super) fn find(reader: &Reader<'_>, covered: &mut Vec<(Extent, u32)>, found: &mut Vec<Candidate>) {
    let known = found.len();
    let mut heads: Vec<u32> =
        found.iter().filter(|candidate| !candidate.anaphoric).filter_map(|candidate| candidate.head).collect();
    heads.sort_unstable();
    for quotation in &reader.syntax.quotations {
        if quotation.double && !quotation.inner.is_empty() && !super::quote::covers(covered, quotation.inner) {
            let beside = behind(reader, quotation).or_else(|| before(reader, quotation));
            let beside = beside.filter(|beside| beside.head.is_none_or(|head| heads.binary_search(&head).is_err()));
            found.extend(beside);
        }
    }
    if found.len() > known {
        *covered = super::quote::covered(found);
    }
}

/// "“...,” Bright said", "“...,” said Bright".
fn behind(reader: &Reader<'_>, quotation: &Quotation) -> Option<Candidate> {
    let mark = quotation.close?;
    let last = reader.hash(mark - 1);
    if one_of!(last, "." | "!" | "?") && one_of!(reader.hash(mark + 1), "—" | "–" | "--" | "―" | "-" | "~") {
        return signed(reader, quotation, mark + 1);
    }
    let comma = reader.is_comma(mark + 1) || reader.is_dash(mark + 1);
    let next = if comma { mark + 2 } else { mark + 1 };
    let goes_on = comma || one_of!(last, "," | "?" | "!" | "…" | "...") || reader.is_dash(mark - 1);
    if !goes_on && (!one_of!(last, ".") || reader.is_capital(next)) || reader.word(next)?.gap == Gap::Paragraph {
        return None;
    }
    let limit = reader.sentence(next).last;
    // "“...,” one of them, who asked for silence, said"
    let related = |i: u32| {
        let clause = reader.syntax.clause_of_verb(i).map(|id| reader.clause(id));
        clause.is_some_and(|clause| clause.kind == ClauseKind::Relative && clause.marker.is_some_and(|at| at > next))
    };
    let verb = (next..limit.min(next + REACH)).find(|&i| quotes(reader, i) && !related(i))?;
    if !carries_tense(reader, verb) {
        return None;
    }
    let (source, end) = if verb == next {
        let source = match reader.phrase_at(verb + 1) {
            Some((_, phrase)) if phrase.time || one_of!(reader.hash(phrase.head), "him" | "her" | "them" | "it") => {
                return None;
            }
            Some((id, _)) => reader.mention(id),
            None => reader.name_behind(verb + 1)?,
        };
        (source, source.extent.last)
    } else {
        (speaker(reader, Extent::new(next, verb))?, verb + 1)
    };
    let whole = reader.whole_quotation(quotation);
    let sentence = reader.sentence(quotation.open);
    // only part of the sentence is quoted
    let outside = Extent::new(sentence.first, quotation.open);
    let partial = whole.first == quotation.inner.first
        && whole.last - whole.first < 8
        && (outside.first..outside.last).any(|i| !reader.is_punctuation(i));
    let start = if partial { sentence.first } else { whole.first };
    let mut candidate = candidate(reader, verb, source);
    // "“...,” it quoted an officer as saying"
    if let Some((quoted, saying)) = quoted_as_saying(reader, verb) {
        candidate.cited = Some(quoted);
        candidate.cue = Some(Extent::new(saying, saying + 1));
        candidate.head = Some(saying);
    }
    candidate.content.extend(content::piece(reader, start, if partial { mark + 1 } else { mark }));
    candidate.content.extend(resumed(reader, end, limit));
    (!candidate.content.is_empty()).then_some(candidate)
}

/// "quoted an officer as saying": whom the verb quotes, and where the gerund stands.
pub(super) fn quoted_as_saying(reader: &Reader<'_>, verb: u32) -> Option<(Mention, u32)> {
    if !reader.uses(verb).has(Uses::CITE) {
        return None;
    }
    let (id, phrase) = reader.phrase_at(verb + 1)?;
    let end = reader.short_end(phrase);
    let says = one_of!(reader.hash(end), "as") && reader.form(end + 1) == VerbForm::Gerund;
    says.then(|| (reader.mention_before(id, end), end + 1))
}

/// "Maddow asked, “...”", "the mayor, who had waited all day, then said: “...”".
fn before(reader: &Reader<'_>, quotation: &Quotation) -> Option<Candidate> {
    let sign = quotation.open.checked_sub(1)?;
    let colon = one_of!(reader.hash(sign), ":");
    if colon {
        if let Some(candidate) = named(reader, quotation, sign) {
            return Some(candidate);
        }
    }
    if one_of!(reader.hash(sign), ".") {
        return nodded(reader, quotation, sign);
    }
    if !colon && (!reader.is_comma(sign) || reader.word(quotation.open)?.gap == Gap::Paragraph) {
        return None;
    }
    let first = reader.sentence(sign).first;
    let Some(verb) = (first..sign).rev().take(REACH as usize).find(|&i| quotes(reader, i)) else {
        return introduced(reader, quotation, sign);
    };
    if reader.syntax.quotation_at(verb) != reader.syntax.quotation_at(quotation.open)
        || (verb + 1..sign).any(|i| reader.is_finite(i) || reader.is_mark(i))
    {
        return None;
    }
    let clause = reader.syntax.clause_of_verb(verb);
    let source = match clause.and_then(|clause| reader.subject(clause)) {
        Some(source) => source,
        None if carries_tense(reader, verb) => speaker(reader, Extent::new(first, verb))?,
        None => return None,
    };
    if reader.is_author(&source) || reader.is_time(&source) {
        return None;
    }
    let mut candidate = candidate(reader, verb, source);
    let end = content::end(reader, quotation.open, clause, Form::Clause);
    candidate.content.extend(content::piece(reader, quotation.open, end));
    (!candidate.content.is_empty()).then_some(candidate)
}

/// "Turnout falls - Ada Bright: “...”", "Rep. Ada Bright (D): “...”": a name and a colon.
fn named(reader: &Reader<'_>, quotation: &Quotation, colon: u32) -> Option<Candidate> {
    const LONGEST: u32 = 10;
    let sentence = reader.sentence(colon);
    let from = sentence.first.max(colon.saturating_sub(LONGEST));
    let parts = |i: u32| {
        reader.is_dash(i)
            || one_of!(reader.hash(i), "-" | "~" | "•" | "*")
                && reader.word(i).is_some_and(|word| word.gap == Gap::Space)
    };
    let dash = (from..colon).rev().find(|&i| parts(i));
    let first = match dash {
        Some(dash) => dash + 1,
        None if from == sentence.first => from,
        None => return None,
    };
    let names = (first..colon).any(|i| reader.pos(i) == Some(Pos::Propn));
    let source = speaker(reader, Extent::new(first, colon)).filter(|_| names && reader.is_capital(first))?;
    let mut candidate = Candidate::new("attribution/colon", Extent::new(colon, colon + 1), colon, Uses::default());
    candidate.source = Some(source);
    candidate.rank = 8;
    let end = content::end(reader, quotation.open, None, Form::Clause);
    candidate.content.extend(content::piece(reader, quotation.open, end));
    (!candidate.content.is_empty()).then_some(candidate)
}

/// "Bright shrugged. “...”": a sentence that ends with its verb, with a speech behind it in the same paragraph.
fn nodded(reader: &Reader<'_>, quotation: &Quotation, period: u32) -> Option<Candidate> {
    let adverb = reader.pos(period.checked_sub(1)?) == Some(Pos::Adv);
    let verb = period.checked_sub(if adverb { 2 } else { 1 })?;
    let speech = reader.is_capital(quotation.inner.first) && reader.word(quotation.open)?.gap != Gap::Paragraph;
    if !speech || !quotes(reader, verb) || !carries_tense(reader, verb) {
        return None;
    }
    let clause = reader.syntax.clause_of_verb(verb)?;
    let source = reader.subject(clause).filter(|source| reader.can_speak(source) && !reader.is_author(source))?;
    let mut candidate = candidate(reader, verb, source);
    let end = content::end(reader, quotation.open, None, Form::Clause);
    candidate.content.extend(content::piece(reader, quotation.open, end));
    (!candidate.content.is_empty()).then_some(candidate)
}

/// "“...” — Ada Bright, nurse": a dash and a name, on the same line or on the next.
fn signed(reader: &Reader<'_>, quotation: &Quotation, dash: u32) -> Option<Candidate> {
    const LONGEST: u32 = 14;
    let first = dash + 1;
    let sentence = reader.sentence(first);
    let paragraph = reader.paragraph(first);
    let last = (first..sentence.last.min(first + LONGEST + 1))
        .take_while(|&i| !one_of!(reader.hash(i), "." | "!" | "?") && reader.paragraph(i) == paragraph)
        .last()?
        + 1;
    let ends = last >= sentence.last || one_of!(reader.hash(last), ".");
    if !ends || !reader.is_capital(first) || (first..last).any(|i| reader.is_finite(i)) {
        return None;
    }
    let (id, phrase) = reader.phrase_at(first)?;
    let source = reader.mention(id);
    if phrase.time || reader.pos(phrase.head) != Some(Pos::Propn) || source.extent.last > last {
        return None;
    }
    let mut candidate = Candidate::new("attribution/signed", Extent::new(dash, dash + 1), dash, Uses::default());
    candidate.source = Some(source);
    candidate.rank = 8;
    let whole = reader.whole_quotation(quotation);
    candidate.content.extend(content::piece(reader, whole.first, whole.last));
    (!candidate.content.is_empty()).then_some(candidate)
}

/// "She released a statement: “...”", "he had one answer: “...”": who does what a colon closes says what stands behind it. A
/// comma does as much behind the name of a writing or a speech.
fn introduced(reader: &Reader<'_>, quotation: &Quotation, sign: u32) -> Option<Candidate> {
    let first = reader.sentence(sign).first;
    let verb =
        (first..sign).rev().take(REACH as usize).find(|&i| reader.is_finite(i) && reader.pos(i) != Some(Pos::Aux))?;
    let id = reader.syntax.clause_of_verb(verb)?;
    let clause = reader.clause(id);
    let group = clause.group?;
    let utters = reader.phrase_before(sign).filter(|phrase| reader.uses(phrase.head).has(Uses::CHANNEL));
    let speaks = |source: &Mention| {
        let phrase = source.phrase.map(|phrase| reader.syntax.phrase(phrase));
        // "As one of the volunteers put it"
        let one = one_of!(reader.hash(source.head), "one" | "another" | "some" | "many");
        reader.can_speak(source)
            && (one
                || phrase.is_some_and(|phrase| phrase.pronoun)
                || source.phrase.is_some_and(|id| reader.is_speaker(id)))
    };
    let source = reader.subject(id).filter(|source| speaks(source) && !reader.is_author(source))?;
    if group.passive || !one_of!(reader.hash(sign), ":") && utters.is_none() {
        return None;
    }
    let last = utters.map_or(group.extent.last, |phrase| phrase.base.last);
    let mut candidate = Candidate::new(
        "attribution/quotation-introduced",
        Extent::new(group.extent.first, last),
        group.head,
        Uses::default(),
    );
    candidate.clause = Some(id);
    candidate.source = Some(source);
    candidate.finite = true;
    candidate.rank = 7;
    let end = content::end(reader, quotation.open, None, Form::Clause);
    candidate.content.extend(content::piece(reader, quotation.open, end));
    (!candidate.content.is_empty()).then_some(candidate)
}

fn candidate(reader: &Reader<'_>, verb: u32, source: Mention) -> Candidate {
    let mut first = verb;
    while first > source.extent.last && reader.pos(first - 1) == Some(Pos::Aux) {
        first -= 1;
    }
    // "is quoted as saying"
    let quoted = one_of!(reader.hash(verb + 1), "as") && reader.form(verb + 2) == VerbForm::Gerund;
    let cue = Extent::new(first, if quoted { verb + 3 } else { verb + 1 });
    // "disputed this: “She signed nothing”": what is quoted is not denied
    let uses = reader.uses(verb).without(Uses::DENYING);
    let mut candidate = Candidate::new("attribution/quotation-beside", cue, verb, uses);
    candidate.clause = reader.syntax.clause_of_verb(verb);
    candidate.source = Some(source);
    candidate.finite = true;
    candidate.rank = 9;
    candidate
}

/// Whether the word is a verb that quotes.
fn quotes(reader: &Reader<'_>, i: u32) -> bool {
    reader.pos(i) == Some(Pos::Verb) && reader.uses(i).has(Uses::QUOTE) && !reader.is_capital(i)
}

/// Whether a verb may carry tense: a past tense is often taken for a participle.
fn carries_tense(reader: &Reader<'_>, i: u32) -> bool {
    matches!(reader.form(i), VerbForm::Past | VerbForm::Present | VerbForm::Participle)
}

/// Who stands in front of a verb whose subject syntax has not found: the words from the last sign or conjunction on; behind a
/// conjunction, the subject of the sentence so far.
pub(super) fn in_front(reader: &Reader<'_>, verb: u32) -> Option<Mention> {
    let first = reader.sentence(verb).first.max(verb.saturating_sub(REACH));
    let parts = |i: u32| {
        matches!(reader.pos(i), Some(Pos::Sconj | Pos::Punct)) && !one_of!(reader.hash(i), "about" | "'s" | "-")
            || matches!(reader.pos(i), Some(Pos::Cconj)) && (i + 1 == verb || i > 0 && reader.is_finite(i - 1))
    };
    match (first..verb).rev().find(|&i| parts(i)) {
        Some(i) if i + 1 == verb => reader.subject_so_far(i).filter(|_| reader.pos(i) == Some(Pos::Cconj)),
        Some(i) => speaker(reader, Extent::new(i + 1, verb)),
        None if first == reader.sentence(verb).first => speaker(reader, Extent::new(first, verb)),
        None => None,
    }
}

/// Whom the words in front of a verb name: a name or a noun phrase, with what explains it between commas.
fn speaker(reader: &Reader<'_>, words: Extent) -> Option<Mention> {
    let mut last = words.last;
    while last > words.first
        && matches!(reader.pos(last - 1), Some(Pos::Adv | Pos::Aux))
        && !reader.is_capital(last - 1)
    {
        last -= 1;
    }
    let mut head = None;
    let mut relative = false;
    // where a relative clause begins that a comma parts from whom it tells of
    let mut aside = None;
    for i in words.first..last {
        let named = matches!(reader.pos(i), Some(Pos::Noun | Pos::Propn | Pos::X)) || reader.is_capital(i);
        let pronoun = one_of!(reader.hash(i), "he" | "she" | "they" | "it" | "one" | "another" | "some" | "many");
        match reader.pos(i) {
            _ if relative => relative = !reader.is_comma(i),
            // "a woman who gave her name only as Hiba told us"
            _ if one_of!(reader.hash(i), "who") && (i + 1..last).any(|at| reader.is_finite(at)) => {
                head = head.or(i.checked_sub(1).filter(|_| i > words.first));
                relative = true;
            }
            _ if reader.is_comma(i) => {
                head = head.or(i.checked_sub(1).filter(|_| i > words.first));
                relative = one_of!(reader.hash(i + 1), "who" | "whose" | "which" | "when" | "where");
                aside = if relative { Some(i) } else { aside };
            }
            _ if named || pronoun => {}
            Some(Pos::Det | Pos::Adj | Pos::Num | Pos::Adp | Pos::Part | Pos::Cconj | Pos::Pron) => {}
            Some(Pos::Adv) => {}
            Some(Pos::Punct) if one_of!(reader.hash(i), "(" | ")" | "-") => {}
            _ => return None,
        }
    }
    let opens =
        matches!(reader.pos(words.first), Some(Pos::Noun | Pos::Propn | Pos::Det | Pos::Pron | Pos::Num | Pos::X))
            || reader.is_capital(words.first)
            || reader.phrase_at(words.first).is_some();
    // "one of them, who asked for silence, said"
    let only = |comma: &u32| (comma + 1..last - 1).all(|i| !reader.is_comma(i));
    if let Some(comma) = aside.filter(|comma| last > comma + 2 && reader.is_comma(last - 1) && only(comma)) {
        last = comma;
    }
    while last > words.first && reader.is_comma(last - 1) {
        last -= 1;
    }
    if !opens || words.first >= last {
        return None;
    }
    let phrase = reader.phrase_at(words.first).filter(|(_, phrase)| phrase.base.last <= last);
    let head = head.or(phrase.map(|(_, phrase)| phrase.head)).unwrap_or(last - 1);
    let id = phrase.map(|(id, _)| id).filter(|&id| reader.syntax.phrase(id).head == head);
    Some(Mention { extent: Extent::new(words.first, last), head, phrase: id })
}

/// The quotation that goes on behind the report: "“...,” Bright said, “...”".
fn resumed(reader: &Reader<'_>, from: u32, limit: u32) -> Option<Extent> {
    let open = (from..limit).find(|&i| reader.is_mark(i))?;
    reader.opens(open)?;
    if !(reader.is_comma(open - 1) || one_of!(reader.hash(open - 1), ":")) {
        return None;
    }
    let end = content::end(reader, open, None, Form::Clause);
    content::piece(reader, open, end)
}
