//! Nouns as cues: "the governor's claim that", "issued a statement saying", "their support for".

use super::content::{self, Form};
use super::reader::Reader;
use super::vocabulary::Uses;
use super::{Block, Candidate, ClauseId, Extent, Mention};
use crate::syntax::{ClauseKind, Link, Phrase, VerbGroup, one_of};
use crate::tag::{Pos, VerbForm};

/// Reads the noun phrases of a block.
pub(super) fn read(reader: &Reader<'_>, block: &Block, found: &mut Vec<Candidate>) {
    for id in block.phrases.clone() {
        let phrase = reader.syntax.phrase(id);
        if phrase.pronoun || phrase.time {
            continue;
        }
        let uses = reader.uses(phrase.head);
        if uses.has(Uses::HOLDER) {
            found.extend(super::attitude::apposition(reader, phrase));
        }
        if phrase.base.first > 0 && reader.is_mark(phrase.base.first - 1) {
            found.extend(report_for_noun(reader, phrase));
        }
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
    .or(Uses::NOUN_IN)
    .or(Uses::GAINED)
    .or(Uses::NOUN_WITH);

fn noun(reader: &Reader<'_>, phrase: &Phrase, uses: Uses) -> Option<Candidate> {
    // "there is no doubt that": nobody's
    if one_of!(reader.hash(phrase.head), "doubt") && one_of!(reader.hash(phrase.base.first), "no") {
        return None;
    }
    if tells_where_said(reader, phrase) {
        return None;
    }
    let limit = reader.sentence(phrase.head).last;
    let (mut source, mut cue) = (None, Extent::new(phrase.head, phrase.head + 1));
    let mut clause = None;
    if let Some(owner) = phrase.possessor {
        source = Some(reader.mention(owner));
    } else if let Some(pronoun) = possessive_pronoun(reader, phrase) {
        source = Some(pronoun);
    }
    let mut uses = uses;
    let (agent, mut at) = agent_behind(reader, phrase);
    if let Link::Object(verb) = phrase.link {
        let group = reader.clause(verb).group?;
        let verb_uses = reader.uses(group.head);
        // "dismissed suggestions that the talks had failed": who does so says that they have not
        let denies = verb_uses.has(Uses::DENYING) && !group.passive && group.negation.is_none();
        // "disputed the prosecutor's version that", whoever put it forward first
        let denies_it = |source: &Mention| reader.can_speak(source) || one_of!(reader.hash(source.head), "it");
        let denier = || reader.subject(verb).filter(denies_it);
        if denies && one_of!(reader.hash(at), "that") {
            let denier = denier();
            source = denier.or(source);
            if denier.is_some() {
                uses = verb_uses.or(Uses::NOUN_THAT);
                cue.first = group.extent.first;
                clause = Some(verb);
            }
        }
        if verb_uses.has(Uses::UTTER) {
            if let Some(issued) = super::statement::issued(reader, phrase, verb) {
                return Some(issued);
            }
        }
        // "received reports that", but "drew criticism from farmers"
        let told = one_of!(reader.hash(at), "that") && uses.has(Uses::NOUN_THAT);
        if verb_uses.has(Uses::GAIN) && !group.passive && !told {
            return gained(reader, phrase, uses, verb);
        }
        // "throws its support behind": who carries the noun is who answers for it, by name rather than by pronoun
        let own = source.is_none() || possessive_pronoun(reader, phrase).is_some();
        let voiced = agent.is_some() && one_of!(reader.hash(at), "that");
        if verb_uses.has(Uses::UTTER) && !group.passive && own && !voiced {
            // "the find raised hopes that": a thing gives others what to feel
            let speaks = |source: &Mention| {
                let thing = source.phrase.is_some_and(|id| !reader.syntax.phrase(id).pronoun && !reader.is_speaker(id));
                let body = || one_of!(reader.hash(source.head), "it") && verb_uses.has(Uses::SAY);
                (reader.can_speak(source) || body()) && !(thing && uses.has(Uses::POSSIBLE))
            };
            source = reader.subject(verb).filter(speaks).or(source);
            cue.first = group.extent.first;
            clause = Some(verb);
        }
        // "found no evidence that": whoever has looked for it
        if own && !group.passive && is_evidence(reader, phrase.head) && finds(reader, group.head) {
            source = reader.subject(verb).filter(|source| !reader.is_happening(source)).or(source);
        }
    }
    if one_of!(reader.hash(phrase.base.last), "that") && source.is_none() {
        if let Some(candidate) = verb_for_noun(reader, phrase, uses) {
            return Some(candidate);
        }
    }
    source = source.or(agent);
    let direct = at == phrase.base.last;
    // "the view among nurses is that the ward must close"
    let linked = match phrase.link {
        Link::Subject(outer) => {
            let outer = reader.clause(outer);
            // "rumours spread that the ship had sunk"
            let emerges = |head: u32| outer.objects[0].is_none() && !reader.uses(head).has(Uses::THAT.or(Uses::SHOW));
            // "a report was made that the ship had sunk"
            let put = |group: &VerbGroup| group.passive && !reader.uses(group.head).has(Uses::TELL.or(Uses::THAT));
            outer.group.filter(|group| group.extent.first >= at && (group.copula || put(group) || emerges(group.head)))
        }
        _ => None,
    };
    if let Some(group) = linked.filter(|group| one_of!(reader.hash(group.extent.last), "that")) {
        at = group.extent.last;
        if let (true, Link::Subject(outer)) = (group.passive, phrase.link) {
            clause = Some(outer);
        }
    }
    // "It is with concern that we follow it": what is set in front
    let moved = |id: ClauseId| {
        let cleft = reader.clause(id);
        cleft.marker == Some(at)
            && cleft.governor.is_some()
            && cleft.governor == cleft.parent.and_then(|outer| reader.clause(outer).verb())
    };
    if matches!(phrase.link, Link::Oblique(outer) if reader.clause(outer).group.is_some_and(|group| group.copula))
        && reader.syntax.clause_of_word(at).is_some_and(moved)
    {
        return None;
    }
    let hash = reader.hash(at);
    // "his support for the plan" is presupposed; who voices, shows or lends it is said to answer for it
    let pronominal = possessive_pronoun(reader, phrase).is_some();
    let (start, form, rule) = if one_of!(hash, "that")
        && uses.has(Uses::NOUN_THAT)
        && is_clause_behind(reader, at + 1, limit)
        && !(direct && !is_bare(reader, phrase) && is_relative(reader, at))
    {
        (at + 1, Form::Clause, "attribution/noun-that")
    } else if direct && uses.has(Uses::NOUN_THAT) && opens_whole_clause(reader, phrase, at) {
        (at, Form::Clause, "attribution/noun-that")
    } else if one_of!(hash, "to")
        && reader.pos(at) == Some(Pos::Part)
        && uses.has(Uses::NOUN_INFINITIVE)
        && source.is_some()
    {
        (at, Form::Phrase, "attribution/noun-infinitive")
    } else if direct
        && (takes(uses, hash) || calls_on(reader, phrase.head, at))
        && content_behind(reader, at + 1)
        && (clause.is_some() || !pronominal && !one_of!(hash, "to" | "on" | "over"))
    {
        cue.last = at + 1;
        (at + 1, Form::Phrase, "attribution/noun-of")
    } else {
        return None;
    };
    let around = clause.or_else(|| reader.syntax.clause_of_word(phrase.head)).filter(|_| form == Form::Clause);
    let mut end = content::end(reader, start, around.or(clause), form);
    // "the claim that the vote was rigged drew laughter": the verb that the noun is the subject of ends the content
    if let Link::Subject(outer) = phrase.link {
        if let Some(group) = reader.clause(outer).group.filter(|group| group.extent.first > start) {
            end = end.min(group.extent.first);
        }
    }
    // "works under the assumption that": who does what the verb says
    if source.is_none() && form == Form::Clause && !uses.has(Uses::UNATTRIBUTED) {
        source = oblique_holder(reader, phrase);
    }
    // "amid reports that the bridge fell": a report that nobody is named for is all there is of a source
    if source.is_none() && form == Form::Clause && uses.has(Uses::UNATTRIBUTED) && !is_evidence(reader, phrase.head) {
        source = Some(Mention { extent: phrase.base, head: phrase.head, phrase: None });
    }
    if source.is_none() && form == Form::Phrase {
        // "criticism of the plan from residents"
        let (agent, preposition) = agent_within(reader, start + 1, end)?;
        source = Some(agent);
        end = preposition;
    }
    // "I reject the suggestion that", "it is my belief that": the author's own
    if source.is_some_and(|source| reader.is_author(&source)) {
        return None;
    }
    let mut candidate = Candidate::new(rule, cue, phrase.head, uses);
    candidate.clause = clause;
    candidate.source = source;
    candidate.rank = 3;
    // "found no evidence that the dam leaked"
    candidate.negated = one_of!(reader.hash(phrase.base.first), "no" | "little");
    candidate.content.extend(content::piece(reader, start, end));
    (!candidate.content.is_empty()).then_some(candidate)
}

/// "amid fears the dam had been breached": whether a clause without "that" stands behind a noun that it spells out.
fn opens_whole_clause(reader: &Reader<'_>, noun: &Phrase, at: u32) -> bool {
    let subject = |subject: u32| reader.syntax.phrase(subject).base.first == at;
    reader.syntax.clause_of_word(at).map(|id| reader.clause(id)).is_some_and(|clause| {
        clause.kind == ClauseKind::That
            && clause.marker.is_none()
            && clause.governor == Some(noun.head)
            && clause.subject.is_some_and(subject)
            && !leaves_out(reader, noun, clause)
    })
}

/// ", a charge the minister rejected": whether the object that the clause lacks is the noun in front.
fn leaves_out(reader: &Reader<'_>, noun: &Phrase, clause: &crate::syntax::Clause) -> bool {
    let lacks = clause.objects[0].is_none() && !clause.is_passive();
    let any = one_of!(reader.hash(noun.base.first), "a" | "an");
    any && lacks && clause.verb().is_some_and(|verb| reader.uses(verb).has(Uses::OBJECT))
}

/// "works under the assumption that", "stirred anger with a claim that": the speaker who is the subject of the verb.
fn oblique_holder(reader: &Reader<'_>, phrase: &Phrase) -> Option<Mention> {
    let (Some(preposition), Link::Oblique(verb)) = (phrase.preposition, phrase.link) else { return None };
    let group = reader.clause(verb).group.filter(|group| !group.passive && !group.copula)?;
    let under = one_of!(reader.hash(preposition), "under" | "in" | "with" | "on");
    let before = under && group.head < phrase.head;
    let time = |source: &Mention| source.phrase.is_some_and(|id| reader.syntax.phrase(id).time);
    let source = reader.subject(verb).filter(|source| before && !time(source))?;
    let pronoun = one_of!(reader.hash(source.head), "he" | "she" | "they");
    // "prices rose on fears that": others have them
    let thing = one_of!(reader.hash(preposition), "on")
        && reader.pos(source.head) == Some(Pos::Noun)
        && source.phrase.is_some_and(|id| !reader.is_speaker(id));
    (pronoun || !thing && reader.can_speak(&source)).then_some(source)
}

fn is_evidence(reader: &Reader<'_>, noun: u32) -> bool {
    one_of!(reader.hash(noun), "evidence" | "proof" | "sign" | "signs" | "indication" | "indications")
}

fn finds(reader: &Reader<'_>, verb: u32) -> bool {
    one_of!(
        reader.hash(verb),
        "find"
            | "finds"
            | "found"
            | "finding"
            | "see"
            | "sees"
            | "saw"
            | "seen"
            | "uncovered"
            | "discovered"
            | "detected"
    )
}

/// "by the governor" behind "the claim", and where it ends.
fn agent_behind(reader: &Reader<'_>, phrase: &Phrase) -> (Option<Mention>, u32) {
    let mut at = phrase.base.last;
    // "the concern voiced by the mission that"
    let verb = reader.pos(at) == Some(Pos::Verb);
    let voiced = verb
        && matches!(reader.form(at), VerbForm::Participle | VerbForm::Past)
        && reader.uses(at).has(Uses::UTTER.or(Uses::SAY))
        && one_of!(reader.hash(at + 1), "by");
    at += u32::from(voiced);
    // "claims circulating on social media that"
    if verb && reader.form(at) == VerbForm::Gerund && reader.pos(at + 1) == Some(Pos::Adp) {
        if let Some((_, place)) =
            reader.phrase_at(at + 2).filter(|(_, place)| one_of!(reader.hash(place.base.last), "that"))
        {
            return (None, place.base.last);
        }
    }
    // "reports in the press that"
    let within = one_of!(reader.hash(at), "in");
    let none = (None, phrase.base.last);
    if !within && !one_of!(reader.hash(at), "by" | "from" | "among") {
        return none;
    }
    let Some((agent, inner)) = reader.phrase_at(at + 1) else { return none };
    if within && !reader.uses(inner.head).has(Uses::MEDIA) {
        return none;
    }
    let end = reader.short_end(inner);
    let mut agent = reader.mention(agent);
    // "the promise by the firm that it would pay": the clause completes the noun in front
    // "calls by the council to respect the truce": so does an infinitive
    let to = |at: u32| one_of!(reader.hash(at), "to") && reader.pos(at) == Some(Pos::Part);
    if one_of!(reader.hash(end), "that") || to(end) {
        agent.extent.last = agent.extent.last.min(end).max(agent.head + 1);
    }
    (Some(agent), end)
}

/// "“...,” Hart answers": behind a quotation, a verb that is taken for a noun.
fn report_for_noun(reader: &Reader<'_>, phrase: &Phrase) -> Option<Candidate> {
    let head = phrase.head;
    let mark = phrase.base.first.checked_sub(1)?;
    let quotation = reader.closes(mark)?;
    if phrase.base.last - phrase.base.first < 2
        || !reader.is_plural(head)
        || !one_of!(reader.hash(mark - 1), "," | "?" | "!")
        || reader.is_plural(head - 1)
        || !matches!(reader.pos(head - 1), Some(Pos::Propn | Pos::Noun))
    {
        return None;
    }
    let uses = reader.vocabulary.of_spelling(reader.document, reader.word(head)?);
    let particle = reader.pos(head + 1) == Some(Pos::Adp) && reader.is_punctuation(head + 2);
    if !uses.has(Uses::QUOTE) || !uses.has(Uses::FOLLOW) || !(particle || reader.is_punctuation(head + 1)) {
        return None;
    }
    let cue = Extent::new(head, head + 1 + u32::from(particle));
    let mut candidate = Candidate::new("attribution/quotation-verb", cue, head, uses);
    candidate.source = Some(Mention { extent: Extent::new(phrase.base.first, head), head: head - 1, phrase: None });
    candidate.rank = 9;
    candidate.finite = true;
    let whole = reader.whole_quotation(quotation);
    candidate.content.extend(content::piece(reader, whole.first, mark));
    (!candidate.content.is_empty()).then_some(candidate)
}

/// "said in a statement that", "assessed with high confidence that": the clause behind the noun is what the verb reports.
fn tells_where_said(reader: &Reader<'_>, phrase: &Phrase) -> bool {
    let (Some(preposition), Link::Oblique(verb)) = (phrase.preposition, phrase.link) else { return false };
    one_of!(reader.hash(phrase.base.last), "that")
        && one_of!(reader.hash(preposition), "in" | "with")
        && reader.clause(verb).group.is_some_and(|group| reader.uses(group.head).has(Uses::THAT))
}

/// "The suit claims that", "..., warning that": a verb that is taken for a noun. What stands in front of it is its subject; for
/// the -ing form it is that of the clause before.
fn verb_for_noun(reader: &Reader<'_>, phrase: &Phrase, uses: Uses) -> Option<Candidate> {
    let head = phrase.head;
    let alone = phrase.base.first == head;
    let joined = alone && reader.is_plural(head) && head > 0 && reader.pos(head - 1) == Some(Pos::Cconj);
    let source = if alone && reader.is_gerund_for_noun(head) || joined {
        // "hits him and claims that"
        reader.subject_so_far(head)?
    } else if !alone
        && reader.is_plural(head)
        && phrase.preposition.is_none()
        && !matches!(phrase.link, Link::Object(_) | Link::Predicate(_) | Link::Modifier(_))
        && matches!(reader.pos(head - 1), Some(Pos::Noun | Pos::Propn))
        && !reader.is_plural(head - 1)
    {
        Mention { extent: Extent::new(phrase.base.first, head), head: head - 1, phrase: None }
    } else {
        return None;
    };
    let start = phrase.base.last + 1;
    // "Peace talks that were to resume"
    if reader.is_finite(start) {
        return None;
    }
    let mut candidate = Candidate::new("attribution/verb-that", Extent::new(head, head + 1), head, uses);
    candidate.source = Some(source);
    candidate.rank = 8;
    candidate.finite = !alone;
    let end = content::end(reader, start, None, Form::Clause);
    candidate.content.extend(content::piece(reader, start, end));
    (!candidate.content.is_empty()).then_some(candidate)
}

/// "The plan drew criticism from residents", "Hill has the support of the farmers": what the subject gets is what others say
/// or feel of it.
fn gained(reader: &Reader<'_>, phrase: &Phrase, uses: Uses, verb: ClauseId) -> Option<Candidate> {
    if !uses.has(Uses::GAINED) {
        return None;
    }
    let clause = reader.clause(verb);
    let group = clause.group?;
    let subject = reader.syntax.phrase(clause.subject?);
    let at = phrase.base.last;
    let (agent, _) = reader.phrase_at(at + 1).filter(|_| one_of!(reader.hash(at), "of" | "from" | "among" | "by"))?;
    let source = Some(reader.mention(agent)).filter(|source| reader.can_speak(source))?;
    let mut candidate =
        Candidate::new("attribution/noun-gained", Extent::new(group.extent.first, at), phrase.head, uses);
    candidate.clause = Some(verb);
    candidate.source = Some(source);
    candidate.rank = 3;
    candidate.content.push(subject.base);
    Some(candidate)
}

/// "from residents" behind what they criticise.
fn agent_within(reader: &Reader<'_>, first: u32, last: u32) -> Option<(Mention, u32)> {
    (first..last).find_map(|i| {
        let marks = one_of!(reader.hash(i), "from" | "by" | "among");
        let (agent, phrase) = reader.phrase_at(i + 1).filter(|_| marks)?;
        (!phrase.time && reader.is_speaker(agent)).then(|| (reader.mention(agent), i))
    })
}

fn takes(uses: Uses, preposition: u64) -> bool {
    one_of!(preposition, "of") && uses.has(Uses::NOUN_OF)
        || one_of!(preposition, "for" | "behind") && uses.has(Uses::NOUN_FOR)
        || one_of!(preposition, "to" | "toward" | "towards") && uses.has(Uses::NOUN_TO)
        || one_of!(preposition, "about" | "over" | "regarding") && uses.has(Uses::NOUN_ABOUT)
        || one_of!(preposition, "against") && uses.has(Uses::NOUN_AGAINST)
        || one_of!(preposition, "on") && uses.has(Uses::NOUN_ON)
        || one_of!(preposition, "in") && uses.has(Uses::NOUN_IN)
        || one_of!(preposition, "with") && uses.has(Uses::NOUN_WITH)
}

/// "its call on both sides to talk": whom it goes to, with what they are to do.
fn calls_on(reader: &Reader<'_>, noun: u32, preposition: u32) -> bool {
    one_of!(reader.hash(noun), "call" | "calls")
        && one_of!(reader.hash(preposition), "on" | "upon")
        && reader.phrase_at(preposition + 1).is_some_and(|(_, people)| {
            let to = people.full.last.max(people.base.last);
            !people.time && one_of!(reader.hash(to), "to") && reader.pos(to) == Some(Pos::Part)
        })
}

fn content_behind(reader: &Reader<'_>, i: u32) -> bool {
    reader.phrase_at(i).is_some()
        || reader.opens(i).is_some()
        || matches!(reader.pos(i), Some(Pos::Verb)) && reader.form(i) == VerbForm::Gerund
        || one_of!(reader.hash(i), "what" | "how" | "whether" | "who" | "why")
}

/// "regret that they had not met": without an article, what somebody feels is no thing that a relative clause would tell apart.
fn is_bare(reader: &Reader<'_>, phrase: &Phrase) -> bool {
    phrase.head == phrase.base.first && !reader.is_plural(phrase.head)
}

/// "a claim that the army denied": the clause behind "that" lacks an object, which the noun is.
fn is_relative(reader: &Reader<'_>, that: u32) -> bool {
    reader.syntax.clause_of_word(that).is_some_and(|id| {
        let clause = reader.clause(id);
        let acts = clause.group.is_some_and(|group| !group.passive && !group.copula);
        // "its position that the strait must stay open" lacks nothing, "accusations that it rejected as absurd" does
        let is_so = clause.predicate.is_some_and(|predicate| !one_of!(reader.hash(predicate - 1), "as"));
        let lacks = clause.objects[0].is_none() && !is_so;
        clause.kind == ClauseKind::Relative && clause.marker == Some(that) && acts && lacks
    })
}

fn is_clause_behind(reader: &Reader<'_>, i: u32, limit: u32) -> bool {
    reader.starts_clause(i, limit)
        || reader.opens(i).is_some()
        || matches!(reader.pos(i), Some(Pos::Sconj | Pos::Pron | Pos::Adv | Pos::Adp))
        || reader.phrase_at(i).is_some()
}

/// "his" in "his claim" as a mention of its own.
pub(super) fn possessive_pronoun(reader: &Reader<'_>, phrase: &Phrase) -> Option<Mention> {
    let first = phrase.base.first;
    one_of!(reader.hash(first), "his" | "her" | "their" | "its" | "my" | "our" | "your").then_some(Mention {
        extent: Extent::new(first, first + 1),
        head: first,
        phrase: None,
    })
}
