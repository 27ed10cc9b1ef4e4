//! Where contents begin and end.

use super::reader::Reader;
use super::{ClauseId, Extent, Uses};
use crate::syntax::{Clause, ClauseKind, GroupTense, Link, Mood, VerbGroup, one_of};
use crate::tag::{Pos, VerbForm};

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
    form == Form::Phrase && stops_phrase(reader, start, i)
}

/// "refused to go but said": behind an infinitive, a verb with tense is coordinated with the cue.
fn finite_behind(reader: &Reader<'_>, i: u32) -> bool {
    let verb = if reader.pos(i) == Some(Pos::Adv) { i + 1 } else { i };
    let clause = reader.syntax.clause_of_word(verb).map(|id| reader.clause(id));
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

/// "Lawmakers who oppose the bill left": whether the verb of a clause around the one of the cue stands here.
fn resumes_outer(reader: &Reader<'_>, start: u32, i: u32, cue: Option<ClauseId>) -> bool {
    let Some(cue) = cue else { return false };
    let stands_here =
        |outer: &Clause| outer.group.is_some_and(|group| group.extent.first == i && group.mood == Mood::Finite);
    let outer = reader.syntax.ancestors(cue).take(HIGHEST).find(|(_, outer)| stands_here(outer));
    outer.is_some_and(|(_, outer)| outer.subject.is_none_or(|subject| reader.syntax.phrase(subject).head < start))
}

/// Whether the verb behind a conjunction is coordinated with the cue rather than with what it reports.
fn joins_cue(reader: &Reader<'_>, mut i: u32, cue: Option<ClauseId>, form: Form) -> bool {
    // "starts with comments about the war and goes on to ...": the verb is no part of what a noun reports
    let Some(cue) = cue else { return form == Form::Phrase && reader.is_finite(i) };
    let Some(group) = reader.clause(cue).group else { return false };
    for _ in 0..3 {
        if !matches!(reader.pos(i), Some(Pos::Adv)) {
            break;
        }
        i += 1;
    }
    if !matches!(reader.pos(i), Some(Pos::Verb | Pos::Aux)) {
        return clause_reports(reader, i, cue, group);
    }
    let Some(clause) = reader.syntax.clause_of_word(i) else { return false };
    let joined = reader.clause(clause);
    let Some(second) = joined.group.filter(|second| second.extent.contains(i)) else { return false };
    if joined.conjunct_of == Some(cue)
        && (form == Form::Phrase && group.mood == second.mood || same_form(group, second))
    {
        return true;
    }
    // "accused him of lying about it and challenged him": a second verb of a clause further out
    if group.mood != Mood::Finite
        && joined
            .conjunct_of
            .is_some_and(|left| reader.syntax.ancestors(cue).take(HIGHEST).any(|(outer, _)| outer == left))
    {
        return true;
    }
    // "said the plan was bad and called for another": a second report in the tense of the first
    let reports = reader.vocabulary.at(reader.document, second.head).0;
    let says = reports.has(Uses::SAY) && reports.has(Uses::FOLLOW);
    if group.mood != Mood::Finite {
        // "..., calling it a lie and said it would appeal"
        return says && second.mood == Mood::Finite && second.extent.first == i && second.tense == GroupTense::Past;
    }
    let judges = joined.shared_subject && reports.has(Uses::THAT.or(Uses::OBJECT)) && !reports.has(Uses::WEAK_OBJECT);
    // "said it had looked into the case and had dismissed two managers": what lies before the report is reported
    let before = second.perfect && !group.perfect;
    // "said two were hurt and were expected to recover"
    let speaks = !second.passive || group.passive;
    same_form(group, second)
        && speaks
        && !before
        && second.extent.first == i
        && (judges || says && form == Form::Phrase)
}

/// "It cites figures showing that 40 died, and it lists them": whoever leads the sentence goes on behind a report that is not
/// his own.
fn repeats_subject(reader: &Reader<'_>, i: u32, cue: Option<ClauseId>) -> bool {
    let pronoun = reader.hash(i);
    let Some(cue) = cue.filter(|_| one_of!(pronoun, "it" | "he" | "she" | "they")) else { return false };
    let clause = reader.clause(cue);
    let reduced = clause.kind == ClauseKind::Participle && !clause.set_off;
    reduced && reader.subject_so_far(i).is_some_and(|subject| reader.hash(subject.head) == pronoun)
}

/// "and the ministry said": a clause of its own that reports in the tense of the cue, whose verb is `verb`.
fn clause_reports(reader: &Reader<'_>, i: u32, cue: ClauseId, verb: VerbGroup) -> bool {
    let Some((_, phrase)) = reader.phrase_at(i) else { return false };
    let clause = match phrase.link {
        Link::Subject(clause) => reader.clause(clause),
        _ => return false,
    };
    let pronoun = reader.hash(i);
    let subject = reader.clause(cue).subject.map(|subject| reader.hash(reader.syntax.phrase(subject).head));
    let aside = clause.governor == Some(verb.head) && reader.is_comma(i.saturating_sub(2));
    // "The maps suggest the road is open, and we think it is mined": the speaker's own view
    let own = aside && one_of!(pronoun, "i" | "we") && subject != Some(pronoun);
    // "He said that the road was mined, and he urged the drivers to turn back": he goes on himself
    let again = aside && subject == Some(pronoun) && one_of!(pronoun, "he" | "she" | "it" | "they");
    clause.group.is_some_and(|group| {
        let uses = reader.vocabulary.at(reader.document, group.head).0;
        // "promised that we would stay, and we will": so does who writes
        let breaks_tense = || {
            own && reader.syntax.quotation_at(i).is_none()
                && verb.tense == GroupTense::Past
                && matches!(group.tense, GroupTense::Future | GroupTense::Present)
        };
        (own || clause.conjunct_of == Some(cue)) && uses.has(Uses::THAT)
            || breaks_tense()
            || again
                && same_form(verb, group)
                && !group.perfect
                && uses.has(Uses::SAY.or(Uses::DIRECT).or(Uses::AGAINST))
            || same_form(verb, group)
                && reader.uses(group.head).has(Uses::SAY)
                && reader.uses(group.head).has(Uses::FOLLOW)
    })
}

fn same_form(left: VerbGroup, right: VerbGroup) -> bool {
    left.mood == right.mood && (left.mood != Mood::Finite || left.tense == right.tense)
}

/// Whether the content ends at the comma in front of word `i`.
fn stops_at_comma(reader: &Reader<'_>, start: u32, i: u32, cue: Option<ClauseId>, form: Form, limit: u32) -> bool {
    let hash = reader.hash(i);
    if one_of!(hash, "according") {
        return true;
    }
    if one_of!(hash, "but" | "yet") {
        return match (form, cue) {
            (Form::Phrase, _) => true,
            (Form::Clause, Some(cue)) => {
                behind_conjunction_starts(reader, i + 1, limit) && !carries_on(reader, i + 1, cue)
            }
            // without a verb that reports, a verb without a subject belongs to the content
            (Form::Clause, None) => reader.starts_clause(i + 1, limit),
        };
    }
    if one_of!(hash, "and" | "or" | "nor") {
        return joins_cue(reader, i + 1, cue, form)
            || repeats_subject(reader, i + 1, cue)
            || form == Form::Phrase && behind_conjunction_starts(reader, i + 1, limit);
    }
    // "has long demanded a corridor, something that others reject"
    if one_of!(hash, "something") && one_of!(reader.hash(i + 1), "that" | "which" | "the") {
        return true;
    }
    let verb = if reader.pos(i) == Some(Pos::Adv) { i + 1 } else { i };
    if goes_on_listing(reader, verb) {
        return false;
    }
    if reader.pos(verb) == Some(Pos::Verb) && reader.form(verb) == VerbForm::Gerund {
        // "condemned the raids, including one on a school"
        if one_of!(reader.hash(verb), "including") && reader.phrase_at(verb + 1).is_some() {
            return false;
        }
        // "said it fell, adding that", but "said it fell, killing two"
        return form == Form::Phrase || reader.uses(verb).has(REPORTS);
    }
    // ", without giving details": whoever reports it did not
    let silent = one_of!(hash, "without") && reader.form(i + 1) == VerbForm::Gerund;
    if silent && reader.uses(i + 1).has(Uses::SAY.or(Uses::CITE).or(Uses::UTTER)) {
        return true;
    }
    if reader.is_gerund_for_noun(verb) || remarks(reader, i) {
        return true;
    }
    if one_of!(hash, "while") && form == Form::Clause && cue.is_some_and(|cue| compares(reader, cue)) {
        return false;
    }
    // "noted that the truce, despite a raid, still held"
    let unfinished = || {
        let clause = reader.syntax.clause_of_word(start).map(|id| reader.clause(id));
        form == Form::Clause && clause.and_then(|clause| clause.group).is_some_and(|group| group.extent.first > i)
    };
    if one_of!(hash, "despite") && !unfinished()
        || one_of!(hash, "even") && one_of!(reader.hash(i + 1), "as") && opens_clause(reader, i + 1)
        || one_of!(hash, "although" | "though" | "while" | "whereas") && speaks_of_report(reader, i + 1, limit)
        || form == Form::Phrase && one_of!(hash, "although" | "though" | "even")
        || reported_relative(reader, i) && !unfinished() && !goes_on_behind(reader, i)
    {
        return true;
    }
    if form == Form::Phrase {
        return one_of!(
            hash,
            "which"
                | "who"
                | "where"
                | "when"
                | "as"
                | "with"
                | "after"
                | "before"
                | "because"
                | "in"
                | "on"
                | "at"
                | "during"
                | "so"
                | "then"
        ) || reader.starts_clause(i, limit)
            || verb_of_outer_clause(reader, start, i);
    }
    if verb_of_outer_clause(reader, start, i) {
        return true;
    }
    let content = reader.clause_around(start);
    let opens_adverbial = matches!(reader.pos(start), Some(Pos::Sconj | Pos::Adp));
    // "While the mayor said that it fell, the governor ..."
    if !opens_adverbial && !content && reader.starts_clause(i, limit) {
        return true;
    }
    // "the bridge fell, the mayor said"
    reports_behind(reader, i, limit)
}

/// "found that 28 percent liked it, while 23 percent did not": what is found of one is set against what is found of others.
fn compares(reader: &Reader<'_>, cue: ClauseId) -> bool {
    reader.clause(cue).verb().is_some_and(|verb| {
        let uses = reader.uses(verb);
        uses.has(Uses::SHOW) && uses.has(Uses::COMMITTED)
    })
}

/// "claimed that the town fell, although nobody has confirmed this claim": a clause that is about the report itself.
fn speaks_of_report(reader: &Reader<'_>, first: u32, limit: u32) -> bool {
    const FARTHEST: u32 = 16;
    // "have hinted that they may, although neither has said so"
    if one_of!(reader.hash(first), "neither" | "none") {
        return true;
    }
    // "experts expect a rise, although three predicted a fall": others say something else
    let report = reader.phrase_at(first).and_then(|(_, phrase)| match phrase.link {
        // "told them that it was old, though he added that"
        Link::Subject(clause) => reader
            .clause(clause)
            .group
            .filter(|group| !group.copula && (!phrase.pronoun || one_of!(reader.hash(group.extent.last), "that"))),
        _ => None,
    });
    if report.is_some_and(|group| !group.passive && reader.uses(group.head).has(Uses::SAY)) {
        return true;
    }
    (first..limit.min(first + FARTHEST)).any(|i| {
        one_of!(reader.hash(i), "this" | "that" | "the" | "these" | "those" | "such" | "his" | "her" | "its" | "their")
            && reader.phrase_at(i).is_some_and(|(_, phrase)| {
                phrase.base.last - phrase.base.first == 2
                    && reader.uses(phrase.head).has(Uses::NOUN_THAT.or(Uses::DOCUMENT))
            })
    })
}

/// "to cut taxes, raise pensions and build homes": another infinitive of the row.
fn goes_on_listing(reader: &Reader<'_>, verb: u32) -> bool {
    reader.pos(verb) == Some(Pos::Verb)
        && reader.syntax.clause_of_word(verb).map(|id| reader.clause(id)).is_some_and(|clause| {
            clause.kind == ClauseKind::Infinitive
                && clause.conjunct_of.is_some()
                && clause.group.is_some_and(|group| group.extent.first == verb)
        })
}

/// "..., a claim that nobody could check": what is said of a report from outside.
fn remarks(reader: &Reader<'_>, i: u32) -> bool {
    let one = one_of!(reader.hash(i), "a" | "an");
    // "..., accusations that the firm rejected"
    let object_of = |that: u32| {
        reader.syntax.clause_of_word(that).map(|id| reader.clause(id)).is_some_and(|clause| {
            clause.kind == ClauseKind::Relative && clause.marker == Some(that) && clause.subject.is_some()
        })
    };
    (one || reader.is_plural(i) && object_of(i + 1))
        && reader.phrase_at(i).is_some_and(|(_, phrase)| {
            let behind = phrase.head + 1;
            // "said he would not be missed, a swipe at his rival"
            let aims = one_of!(reader.hash(behind), "to" | "at")
                && one_of!(reader.hash(phrase.head), "swipe" | "jab" | "dig" | "reference" | "allusion" | "nod");
            if aims {
                return true;
            }
            let clause = one_of!(reader.hash(behind), "that" | "which")
                || matches!(reader.pos(behind), Some(Pos::Pron | Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn));
            let tells = reader.uses(phrase.head).has(Uses::NOUN_THAT)
                || one_of!(
                    reader.hash(phrase.head),
                    "account"
                        | "figure"
                        | "toll"
                        | "description"
                        | "assessment"
                        | "characterization"
                        | "characterisation"
                        | "explanation"
                );
            clause && tells
        })
}

/// What a participle that goes on with the report has: "adding that", "calling it a lie".
const REPORTS: Uses = Uses::SAY.or(Uses::CITE).or(Uses::NAME).or(Uses::AGAINST).or(Uses::TELL).or(Uses::ASK);

/// "..., which he called a lie", "..., whom she has described as": a relative clause that is a report of its own.
fn reported_relative(reader: &Reader<'_>, i: u32) -> bool {
    one_of!(reader.hash(i), "which" | "whom" | "what" | "who")
        && reader.syntax.clause_of_word(i).map(|id| reader.clause(id)).is_some_and(|clause| {
            clause.kind == ClauseKind::Relative
                && clause.marker == Some(i)
                && clause.subject.is_some_and(|subject| reader.syntax.phrase(subject).base.first == i + 1)
                && clause.group.is_some_and(|group| reader.uses(group.head).has(REPORTS))
        })
}

/// "said a guard, whom it named as Omar, had opened the door": whether what the relative clause that opens here tells of has its verb
/// behind it.
fn goes_on_behind(reader: &Reader<'_>, i: u32) -> bool {
    let relative = reader.syntax.clause_of_word(i).map(|id| reader.clause(id));
    relative.is_some_and(|relative| {
        let outer = relative.parent.and_then(|outer| reader.clause(outer).verb());
        outer.is_some_and(|verb| verb >= relative.extent.last)
    })
}

/// Whether a finite verb stands here whose subject stands in front of the content.
fn verb_of_outer_clause(reader: &Reader<'_>, start: u32, i: u32) -> bool {
    let verb = if reader.pos(i) == Some(Pos::Adv) { i + 1 } else { i };
    if !reader.is_finite(verb) {
        return false;
    }
    let clause = reader.syntax.clause_of_word(verb).map(|id| reader.clause(id));
    let subject = clause.and_then(|clause| clause.subject).map(|subject| reader.syntax.phrase(subject).head);
    subject.is_some_and(|head| head < start)
}

/// Whether a clause that reports stands here: "officials said", at the end of its sentence.
fn reports_behind(reader: &Reader<'_>, i: u32, _limit: u32) -> bool {
    reader.syntax.clause_of_word(i).map(|id| reader.clause(id)).is_some_and(|clause| {
        clause.kind == ClauseKind::Parenthetical
            && clause.extent.first == i
            && !reader.opens(i).is_some()
            && !one_of!(reader.hash(i.saturating_sub(1)), "(")
    })
}

/// "said it had no plans to cut jobs, but would freeze them": a verb that syntax joins to what is reported, and whose tense
/// is not that of the report.
fn carries_on(reader: &Reader<'_>, i: u32, cue: ClauseId) -> bool {
    let Some(joined) = reader.syntax.clause_of_word(i).map(|id| reader.clause(id)) else { return false };
    let Some((report, second)) = reader.clause(cue).group.zip(joined.group) else { return false };
    let reported = joined.conjunct_of.is_some_and(|left| left != cue) && joined.parent == Some(cue);
    // "said it was sorry, but would not say for what"
    let silent = second.negation.is_some() && reader.uses(second.head).has(Uses::SAY);
    // "said that it was open, but drivers should take care and that": syntax joins what another "that" goes on behind
    let told_on = reported && joined.kind == ClauseKind::That && !joined.shared_subject && joined.marker.is_none();
    told_on
        || reported
            && joined.shared_subject
            && second.extent.first == i
            && !silent
            && (!same_form(report, second) || second.perfect && !report.perfect || second.passive && !report.passive)
}

fn behind_conjunction_starts(reader: &Reader<'_>, i: u32, limit: u32) -> bool {
    let mut i = i;
    while reader.pos(i) == Some(Pos::Adv) {
        i += 1;
    }
    reader.is_finite(i) || reader.starts_clause(i, limit)
}

/// Where a content without a finite verb ends although no sign stands there: at a time, at an adverbial clause, at the next
/// verb of the reporting clause.
fn stops_phrase(reader: &Reader<'_>, start: u32, i: u32) -> bool {
    let hash = reader.hash(i);
    match reader.pos(i) {
        Some(Pos::Sconj | Pos::Adv)
            if one_of!(
                hash,
                "when" | "while" | "because" | "after" | "before" | "although" | "though" | "since" | "as"
            ) =>
        {
            !(one_of!(hash, "as") && !opens_clause(reader, i))
        }
        // "described scenes of panic as tents caught fire"
        Some(Pos::Adp) if one_of!(hash, "as") => opens_clause(reader, i),
        Some(Pos::Sconj) if one_of!(hash, "by") => reader.form(i + 1) == VerbForm::Gerund,
        Some(Pos::Adp) if one_of!(hash, "after" | "before" | "during" | "since" | "despite" | "until" | "amid") => true,
        Some(Pos::Adp) if one_of!(hash, "on" | "in" | "at" | "by" | "last" | "this" | "earlier") => {
            // "accused the rebels on Friday of shelling it"
            let goes_on = |end: u32| one_of!(reader.hash(end), "of") && reader.form(end + 1) == VerbForm::Gerund;
            reader.phrase_at(i + 1).is_some_and(|(_, phrase)| {
                // "condemned the raid in the strongest terms"
                let manner = one_of!(hash, "in") && one_of!(reader.hash(phrase.head), "terms");
                (phrase.time && !goes_on(phrase.base.last)) || manner || reader.uses(phrase.head).has(Uses::CHANNEL)
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

fn opens_clause(reader: &Reader<'_>, i: u32) -> bool {
    reader.starts_clause(i + 1, i + 30)
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
