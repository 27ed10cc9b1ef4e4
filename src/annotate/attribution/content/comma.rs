//! At which commas a content ends.

use super::super::reader::Reader;
use super::super::{ClauseId, Uses};
use super::joined::{joins_cue, repeats_subject, same_form};
use super::{Form, opens_clause};
use crate::syntax::{Clause, ClauseKind, Link, VerbGroup, one_of};
use crate::tag::{Pos, VerbForm};

/// Whether the content ends at the comma in front of word `i`.
pub(super) fn stops_at_comma(
    reader: &Reader<'_>,
    start: u32,
    i: u32,
    cue: Option<ClauseId>,
    form: Form,
    limit: u32,
) -> bool {
    let hash = reader.hash(i);
    if one_of!(hash, "according") {
        return true;
    }
    // "said that he denied the theft, that he had no car and that": what is told beside the clause of the cue
    let beside = |id: ClauseId| {
        let clause = reader.clause(id);
        let outer = cue.and_then(|cue| reader.clause(cue).parent);
        clause.marker == Some(i) && clause.kind == ClauseKind::That && outer.is_some() && clause.parent == outer
    };
    if one_of!(hash, "that") && reader.syntax.clause_of_word(i).is_some_and(beside) {
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
        || one_of!(hash, "even") && one_of!(reader.hash(i + 1), "as") && opens_clause(reader, i + 1, limit)
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
    if goes_on_with_pronoun(reader, start, i) {
        return false;
    }
    // "While the mayor said that it fell, the governor ..."
    if !opens_adverbial && !content && reader.starts_clause(i, limit) {
        return true;
    }
    // "the bridge fell, the mayor said"
    reports_behind(reader, i)
}

/// "says he does not want money, he wants his son back": a second clause about the pronoun that the first is about.
fn goes_on_with_pronoun(reader: &Reader<'_>, start: u32, i: u32) -> bool {
    let same = one_of!(reader.hash(i), "he" | "she" | "they" | "it") && reader.hash(i) == reader.hash(start);
    let clause = same.then(|| reader.phrase_at(i)).flatten().and_then(|(_, phrase)| match phrase.link {
        Link::Subject(clause) => reader.clause(clause).group,
        _ => None,
    });
    clause.is_some_and(|group| !reader.uses(group.head).has(Uses::SAY.or(Uses::FOLLOW)))
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
    // "argue that he lied, while others believe that he was misled"
    let others = one_of!(reader.hash(first), "others" | "some" | "many" | "most");
    if others && reader.uses(first + 1).has(Uses::THAT) && reader.is_finite(first + 1) {
        return true;
    }
    // "have hinted that they may, although neither has said so"
    if one_of!(reader.hash(first), "neither" | "none") {
        return true;
    }
    // "experts expect a rise, although three predicted a fall": others say something else
    let report = reader.phrase_at(first).and_then(|(_, phrase)| match phrase.link {
        // "told them that it was old, though he added that"
        Link::Subject(clause) => {
            let group = reader.clause(clause).group?;
            let plain = !phrase.pronoun || one_of!(reader.hash(group.extent.last), "that");
            (!group.copula && !group.passive && plain).then_some((reader.clause(clause), group))
        }
        _ => None,
    });
    let says = |(clause, group): (&Clause, VerbGroup)| {
        reader.uses(group.head).has(Uses::SAY) || reader.measured_by(clause, group).is_some()
    };
    if report.is_some_and(says) {
        return true;
    }
    // "although nobody could confirm this"
    let unconfirmed = |i: u32| {
        one_of!(reader.hash(i), "confirm" | "confirmed" | "verify" | "verified") && one_of!(reader.hash(i + 1), "this")
    };
    (first..limit.min(first + FARTHEST)).any(|i| {
        unconfirmed(i)
            || one_of!(
                reader.hash(i),
                "this" | "that" | "the" | "these" | "those" | "such" | "his" | "her" | "its" | "their"
            ) && reader.phrase_at(i).is_some_and(|(_, phrase)| {
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
pub(super) fn remarks(reader: &Reader<'_>, i: u32) -> bool {
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
fn reports_behind(reader: &Reader<'_>, i: u32) -> bool {
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
    // "The mayor said her guards had been shot at and were in hiding": no second verb of the mayor
    let subject = reader.clause(cue).subject.map(|subject| reader.syntax.phrases[subject as usize].head);
    let several = one_of!(reader.hash(i), "were" | "are" | "have")
        && subject.is_some_and(|head| {
            matches!(reader.pos(head), Some(Pos::Noun | Pos::Propn))
                && !reader.is_plural(head)
                && !one_of!(reader.hash(head), "police" | "staff" | "people" | "crew" | "team" | "family")
                && !one_of!(reader.hash(head + 1), "and")
        });
    // "said it was sorry, but would not say for what"
    let silent = second.negation.is_some() && reader.uses(second.head).has(Uses::SAY);
    // "said that it was open, but drivers should take care and that": syntax joins what another "that" goes on behind
    let told_on = reported && joined.kind == ClauseKind::That && !joined.shared_subject && joined.marker.is_none();
    told_on
        || reported
            && joined.shared_subject
            && second.extent.first == i
            && !silent
            && (several
                || !same_form(report, second)
                || second.perfect && !report.perfect
                || second.passive && !report.passive)
}

fn behind_conjunction_starts(reader: &Reader<'_>, mut i: u32, limit: u32) -> bool {
    while reader.pos(i) == Some(Pos::Adv) {
        i += 1;
    }
    reader.is_finite(i) || reader.starts_clause(i, limit)
}
