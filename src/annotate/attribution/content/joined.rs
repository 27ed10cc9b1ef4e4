//! Whether what a conjunction joins belongs to the report rather than to what is reported.

use super::super::reader::Reader;
use super::super::{ClauseId, Uses};
use super::{Form, HIGHEST};
use crate::syntax::{ClauseKind, GroupTense, Link, Mood, VerbGroup, one_of};
use crate::tag::Pos;

/// Whether the verb behind a conjunction is coordinated with the cue rather than with what it reports.
pub(super) fn joins_cue(reader: &Reader<'_>, mut i: u32, cue: Option<ClauseId>, form: Form) -> bool {
    // "starts with comments about the war and goes on to ...": the verb is no part of what a noun reports
    let Some(cue) = cue else { return form == Form::Phrase && reader.is_finite(i) };
    let Some(group) = reader.clause(cue).group else { return false };
    for _ in 0..3 {
        if !matches!(reader.pos(i), Some(Pos::Adv)) {
            break;
        }
        i += 1;
    }
    // "vowed to stay, and in the spring sent nine ships"
    let opens = |id: &ClauseId| {
        let clause = reader.clause(*id);
        clause.extent.first == i && clause.conjunct_of == Some(cue) && clause.shared_subject
    };
    if !matches!(reader.pos(i), Some(Pos::Verb | Pos::Aux)) {
        let second = reader.syntax.clause_of_word(i).filter(opens).and_then(|id| reader.clause(id).group);
        if second.is_some_and(|second| same_form(group, second)) {
            return true;
        }
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
pub(super) fn repeats_subject(reader: &Reader<'_>, i: u32, cue: Option<ClauseId>) -> bool {
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

pub(super) fn same_form(left: VerbGroup, right: VerbGroup) -> bool {
    left.mood == right.mood && (left.mood != Mood::Finite || left.tense == right.tense)
}
