//! Events: triggers with their kinds and arguments. What a trigger is, in which sense, and from where its roles are filled
//! is written in rules; this module runs them, finds places and times, and keeps arguments apart. Polarity, certainty and
//! tense are assessed elsewhere.

mod argument;
mod rule;
mod setting;
mod trigger;

pub(crate) use rule::EventRules;

use super::{Document, Events, FoundArgument, FoundEvent, Knowledge, Value};
use crate::lexicon::Class;
use crate::model::{Certainty, EventKind, Polarity, RuleId, Tense};
use crate::pattern::frame::{Frame, Trigger};
use crate::pattern::{Chunks, Field, Hit, Hold, Sweep};
use crate::syntax::{Extent, PhraseId, Syntax};
use crate::tag::{Pos, Word};

use argument::Arguments;
use rule::{Spec, role};
use trigger::Caught;

/// Finds the events of a text, in order of their triggers.
pub(super) fn events(document: &Document<'_>, knowledge: &Knowledge) -> Vec<FoundEvent> {
    let finder = Finder { document, rules: &knowledge.rules };
    let mut events = Vec::new();
    let mut scratch = Scratch::default();
    for sentence in document.sentences {
        let (first, last) = (sentence.lexemes.start + sentence.dateline, sentence.lexemes.end);
        let start = events.len();
        finder.sentence(first as usize, last as usize, knowledge.events, &mut scratch, |_, event| {
            events.extend(event);
        });
        events[start..].sort_by_key(|event| event.head);
        join_objects(document, &mut events, start);
    }
    events
}

/// "Signed the treaty", "imposed a curfew": a verb and its object that both name the same kind are one event: the verb's, with
/// what takes part in either.
fn join_objects(document: &Document<'_>, events: &mut Vec<FoundEvent>, start: usize) {
    let object = |event: &FoundEvent| {
        let clause = document.syntax.clause(document.syntax.clause_of_verb(event.head)?);
        let nominal = if clause.is_passive() { clause.subject } else { clause.objects[0] };
        Some(document.syntax.phrase(nominal?).head)
    };
    let mut at = start;
    while at < events.len() {
        let named = object(&events[at]).and_then(|head| {
            let same = |other: &FoundEvent| {
                other.head == head && other.kind == events[at].kind && other.kind != EventKind::Other
            };
            events[start..].iter().position(same)
        });
        if let Some(named) = named.filter(|named| start + named != at) {
            let noun = events.remove(start + named);
            at -= usize::from(start + named < at);
            let verb = &mut events[at];
            let missing = |arg: &FoundArgument, of: &[FoundArgument]| of.iter().all(|other| other.role != arg.role);
            let more: Vec<FoundArgument> = noun.args.into_iter().filter(|arg| missing(arg, &verb.args)).collect();
            verb.args.extend(more);
            verb.count = verb.count.take().or(noun.count);
            verb.time = verb.time.or(noun.time);
        }
        at += 1;
    }
}

/// Gives each mention of the kind `same` ("the incident") the kind of the happening that it takes up: the last one in the
/// text before it that did happen, or else the last that is spoken of, and what it did to people only where there is no
/// other. Without any it is no typed event.
pub(super) fn take_up(events: &mut Vec<FoundEvent>, knowledge: &Knowledge) {
    let same = EventKind::from_name(SAME);
    if !events.iter().any(|event| event.kind == same) {
        return;
    }
    for i in 0..events.len() {
        if events[i].kind != same {
            continue;
        }
        let near = || events[..i].iter().rev().take_while(|other| events[i].head.saturating_sub(other.head) < MEMORY);
        let last = |kinds: &[EventKind]| {
            let of_kind = || near().filter(|other| kinds.contains(&other.kind));
            of_kind().find(|other| happened(&other.value)).or_else(|| of_kind().next())
        };
        let taken_up = last(&HAPPENINGS).or_else(|| last(&EFFECTS)).map(|other| other.kind.clone());
        if let Some(kind) = taken_up {
            events[i].kind = kind;
        } else if knowledge.events == Events::All {
            events[i].kind = EventKind::Other;
        }
    }
    events.retain(|event| event.kind != same);
}

fn happened(value: &Value) -> bool {
    value.polarity == Polarity::Positive && value.certainty == Certainty::Certain && value.tense != Tense::Future
}

/// The name that rules have for a kind that the text before says.
const SAME: &str = "same";
/// How many words back a happening is remembered.
const MEMORY: u32 = 90;
/// What "the incident" may stand for.
const HAPPENINGS: [EventKind; 9] = [
    EventKind::Attack,
    EventKind::Bombardment,
    EventKind::Bombing,
    EventKind::Intercept,
    EventKind::Abduct,
    EventKind::Disaster,
    EventKind::Accident,
    EventKind::Protest,
    EventKind::TerritoryChange,
];
const EFFECTS: [EventKind; 3] = [EventKind::Die, EventKind::Injure, EventKind::Damage];

/// Every rule that wins somewhere, with its event unless it only silences others.
#[cfg(test)]
pub(super) fn fired(document: &Document<'_>, rules: &EventRules) -> Vec<(usize, Option<FoundEvent>)> {
    let finder = Finder { document, rules };
    let (mut fired, mut scratch) = (Vec::new(), Scratch::default());
    for sentence in document.sentences {
        let (first, last) = (sentence.lexemes.start + sentence.dateline, sentence.lexemes.end);
        finder.sentence(first as usize, last as usize, Events::Typed, &mut scratch, |rule, event| {
            fired.push((rule, event));
        });
    }
    fired
}

impl Chunks for Syntax {
    fn noun_phrase(&self, word: usize) -> Option<usize> {
        let phrase = self.phrase(self.phrase_of_word(word as u32)?);
        (phrase.base.first as usize == word).then_some(phrase.base.last as usize)
    }

    fn verb_group(&self, word: usize) -> Option<usize> {
        let group = self.clause(self.clause_of_word(word as u32)?).group?;
        (group.extent.first as usize == word).then_some(group.extent.last as usize)
    }
}

struct Finder<'a> {
    document: &'a Document<'a>,
    rules: &'a EventRules,
}

/// Room that is used again for every sentence.
#[derive(Default)]
struct Scratch {
    sweep: Sweep,
    hits: Vec<Hit>,
}

impl<'a> Finder<'a> {
    fn sentence(
        &self,
        first: usize,
        last: usize,
        wanted: Events,
        scratch: &mut Scratch,
        mut with: impl FnMut(usize, Option<FoundEvent>),
    ) {
        let document = self.document;
        let (words, lexicon) = (document.words, document.lexicon);
        let field = Field { words, first, last: last.min(words.len()), lexicon, chunks: document.syntax };
        self.rules.set.sweep(field, &mut scratch.sweep);
        let (mut at, mut next_start) = (first, 0);
        while at < field.last {
            // words that no rule starts at are passed over, unless every predicate is wanted
            while scratch.sweep.starts.get(next_start).is_some_and(|&start| (start as usize) < at) {
                next_start += 1;
            }
            let start = scratch.sweep.starts.get(next_start).map_or(field.last, |&start| start as usize);
            if wanted == Events::All {
                (at..start.min(field.last)).for_each(|at| with(usize::MAX, self.other(at as u32)));
            }
            at = start;
            if at < field.last {
                let (rule, end) = self.word_event(field, at, scratch, &mut with);
                if wanted == Events::All && rule.is_none_or(|rule| self.rules.specs[rule].kind.is_none()) {
                    with(usize::MAX, self.other(at as u32));
                }
                at = end;
            }
        }
    }

    /// Applies the rule that wins at a word, if there is one: which it is, and where to go on.
    fn word_event(
        &self,
        field: Field,
        at: usize,
        Scratch { sweep, hits }: &mut Scratch,
        with: &mut impl FnMut(usize, Option<FoundEvent>),
    ) -> (Option<usize>, usize) {
        self.rules.set.hits(field, sweep, at, hits);
        // most rules take hold of the same words
        let mut frame: Option<Frame> = None;
        for hit in hits.iter() {
            let Some(trigger) = self.trigger(field, hit) else { continue };
            let spec = &self.rules.specs[hit.rule];
            if trigger.attributive() && hit.hold == Hold::Verb && spec.kind.is_some() && !spec.attributive {
                continue;
            }
            let frame = match &mut frame {
                Some(frame) if frame.trigger == trigger.kind && frame.matched == trigger.matched => frame,
                other => other.insert(self.frame(trigger)),
            };
            if !self.holds(field, hit, frame, sweep) {
                continue;
            }
            let end = if hit.hold == Hold::Words { trigger.extent.last as usize } else { hit.found.end };
            with(hit.rule, self.event(hit, trigger, spec, frame));
            return (Some(hit.rule), end.max(at + 1));
        }
        (None, at + 1)
    }

    fn holds(&self, field: Field, hit: &Hit, frame: &Frame, sweep: &mut Sweep) -> bool {
        let set = &self.rules.set;
        set.rules[hit.rule].conditions.iter().all(|condition| {
            match set.context_holds(&condition.place, field, hit, sweep) {
                Some(found) => found == condition.wanted,
                None => frame.holds(condition),
            }
        })
    }

    fn event(&self, hit: &Hit, trigger: Caught, spec: &Spec, frame: &Frame) -> Option<FoundEvent> {
        let kind = spec.kind.clone()?;
        let rule = &self.rules.set.rules[hit.rule];
        let mut args = Arguments::new(trigger);
        for (slot, name) in rule.captures.iter().enumerate() {
            if let (Ok(role), Some((from, to))) = (role(name), hit.found.capture(slot)) {
                args.add_capture(role, Extent::new(from as u32, to as u32), self.document.syntax);
            }
        }
        self.fill(frame, trigger, spec, &mut args);
        // words in a row say by themselves in what setting the noun is an event
        if hit.hold != Hold::Words && self.is_generic(frame, trigger, &args) {
            return None;
        }
        Some(self.finish(kind, trigger, frame, args, spec.rule.clone()))
    }

    /// Whether an event noun speaks of its kind in general rather than of something that happens: it stands bare, nothing
    /// takes part, and no verb carries it ("a life without violence"). Bare plurals may be either and are let through.
    fn is_generic(&self, frame: &Frame, trigger: Caught, args: &Arguments) -> bool {
        if !matches!(trigger.kind, Trigger::Noun { .. }) {
            return false;
        }
        let words = self.document.words;
        let before = trigger.matched.first.checked_sub(1).map(|at| words[at as usize].pos);
        let behind = words.get(trigger.matched.last as usize).map(|word| word.pos);
        let alone = matches!(before, Some(Pos::Adp | Pos::Verb | Pos::Cconj | Pos::Punct | Pos::Sconj));
        let bare = alone && behind != Some(Pos::Adp);
        let carriers = [
            self.rules.carriers.does,
            self.rules.carriers.announces,
            self.rules.carriers.happens,
            self.rules.carriers.undergoes,
        ];
        let carried = || {
            frame.carrier().is_some_and(|carrier| carriers.iter().any(|&class| frame.verb_is(carrier.clause, class)))
        };
        let word = self.word(trigger.head);
        let plural =
            self.document.text.get(word.start as usize..word.end as usize).is_some_and(|text| text.ends_with('s'));
        bare && !plural && args.list.is_empty() && !carried()
    }

    /// Any verb or event noun as an event of kind `other`.
    fn other(&self, at: u32) -> Option<FoundEvent> {
        let syntax = self.document.syntax;
        let word = self.word(at);
        let trigger = match word.pos {
            Pos::Verb | Pos::Aux => {
                // of auxiliaries only the copula is a predicate: "had" in "had the guard slept"
                let clause = syntax.clause_of_verb(at);
                let helps = || {
                    let around = syntax.clause_of_word(at).map(|id| syntax.clause(id)).filter(|clause| clause.inverted);
                    let group = around.and_then(|clause| clause.group);
                    word.pos == Pos::Aux || group.is_some_and(|group| group.extent.contains(at))
                };
                if clause.is_none() && helps() {
                    return None;
                }
                let kind = clause.map_or(Trigger::Word, Trigger::Verb);
                Caught { kind, extent: Extent::new(at, at + 1), head: at, matched: Extent::new(at, at + 1) }
            }
            Pos::Noun if self.is_nominal(word) => self.noun_trigger(at, at, at + 1)?,
            _ => return None,
        };
        let mut args = Arguments::new(trigger);
        let frame = self.frame(trigger);
        self.fill(&frame, trigger, &self.rules.other, &mut args);
        Some(self.finish(EventKind::Other, trigger, &frame, args, self.rules.other.rule.clone()))
    }

    /// Whether a noun names a doing: it is listed, or has an ending of such nouns.
    fn is_nominal(&self, word: &Word) -> bool {
        let lexicon = self.document.lexicon;
        let is = |class: Option<Class>| class.is_some_and(|class| lexicon.has_word(word, class));
        let text = self.document.text.get(word.start as usize..word.end as usize).unwrap_or("");
        let text = text.strip_suffix('s').unwrap_or(text);
        let ending = text.len() > 6 && ["tion", "sion", "ment", "ing"].iter().any(|ending| text.ends_with(ending));
        is(self.rules.classes.nominal) || ending && !is(self.rules.classes.thing)
    }

    fn finish(&self, kind: EventKind, trigger: Caught, frame: &Frame, args: Arguments, rule: RuleId) -> FoundEvent {
        let count = self.count(frame, &kind, trigger, &args);
        let mut args = args;
        self.part(&kind, &mut args);
        let time = self.time(&mut args);
        let args = args.list.into_iter().map(|(role, filler)| FoundArgument { role, extent: filler.extent }).collect();
        FoundEvent {
            kind,
            trigger: trigger.extent,
            head: trigger.head,
            args,
            count,
            time,
            value: Value::default(),
            rule,
        }
    }

    fn frame(&self, trigger: Caught) -> Frame<'a> {
        let document = self.document;
        let (kind, matched) = (trigger.kind, trigger.matched);
        Frame::new(document.words, document.lexicon, document.syntax, &self.rules.carriers, kind, matched)
    }

    fn phrase_of(&self, trigger: Caught) -> Option<PhraseId> {
        match trigger.kind {
            Trigger::Noun { phrase, .. } | Trigger::Attributive(phrase) => Some(phrase),
            _ => None,
        }
    }

    fn word(&self, at: u32) -> &'a Word {
        &self.document.words[at as usize]
    }
}
