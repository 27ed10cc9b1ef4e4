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
use crate::pattern::{Chunks, Field, Hit, Hold, Keys, Sweep};
use crate::sentence::SentenceRange;
use crate::syntax::{Extent, Link, PhraseId, Syntax};
use crate::tag::{Pos, Word};

use argument::Arguments;
use rule::role;
use trigger::Caught;

/// Finds the events of a text, in order of their triggers.
pub(super) fn events(document: &Document<'_>, knowledge: &Knowledge) -> Vec<FoundEvent> {
    let finder = Finder { document, rules: &knowledge.rules };
    let mut events = Vec::new();
    for block in document.blocks() {
        finder.block(&document.sentences[block.sentences], knowledge.events, &mut events);
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

/// Tells strikes from strikes: one that may be of workers or of wings is what the text speaks of before it, or else behind it,
/// and of workers where it speaks of neither.
pub(super) fn tell_strikes(events: &mut [FoundEvent]) {
    let strike = |event: &FoundEvent| matches!(&event.kind, EventKind::Custom(name) if name == STRIKE);
    let Some(first) = events.iter().position(strike) else { return };
    let clear = |event: &&FoundEvent| matches!(event.kind, EventKind::Bombardment | EventKind::Protest);
    for i in first..events.len() {
        if strike(&events[i]) {
            let around = events[..i].iter().rev().find(clear).or_else(|| events[i..].iter().find(clear));
            events[i].kind = around.map_or(EventKind::Protest, |event| event.kind.clone());
        }
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

/// The name that rules have for a strike of either kind.
const STRIKE: &str = "strike";
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
    let fired = finder.happenings(document.sentences).into_iter().map(|mut happening| {
        happening.args = finder.arguments(&happening);
        (happening.hit.rule, finder.event(&mut happening))
    });
    fired.collect()
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

/// The rule that wins at a word, and what it has taken hold of.
struct Happening<'a> {
    hit: Hit,
    trigger: Caught,
    frame: Frame<'a>,
    /// The word behind all that belongs to it.
    end: usize,
    /// What takes part in it, once that is known; none where it is no event after all.
    args: Option<Arguments>,
}

impl Happening<'_> {
    /// The word that the rule was tried at.
    fn at(&self) -> usize {
        self.hit.start
    }
}

impl<'a> Finder<'a> {
    /// Adds the events of some sentences, in order of their triggers. One question is asked throughout the sentences before the
    /// next.
    fn block(&self, sentences: &[SentenceRange], wanted: Events, events: &mut Vec<FoundEvent>) {
        let mut happenings = self.happenings(sentences);
        happenings.iter_mut().for_each(|happening| happening.args = self.arguments(happening));
        events.reserve(happenings.len());
        let mut rest = happenings.as_mut_slice();
        for sentence in sentences {
            let here = rest.iter().take_while(|happening| happening.at() < sentence.lexemes.end as usize).count();
            let (happenings, behind) = rest.split_at_mut(here);
            rest = behind;
            if happenings.is_empty() && wanted == Events::Typed {
                continue;
            }
            let start = events.len();
            self.sentence(sentence, happenings, wanted, |event| events.extend(event));
            if events.len() > start + 1 {
                events[start..].sort_by_key(|event: &FoundEvent| event.head);
                join_objects(self.document, events, start);
            }
        }
    }

    /// The rules that win in some sentences, in order, each with its trigger.
    fn happenings(&self, sentences: &[SentenceRange]) -> Vec<Happening<'a>> {
        let document = self.document;
        let (words, lexicon) = (document.words, document.lexicon);
        let length = |of: &[SentenceRange]| Some((of.last()?.lexemes.end - of.first()?.lexemes.start) as usize);
        let length = length(sentences).unwrap_or(0);
        let (mut hits, mut sweep) = (Vec::with_capacity(length / 8), Sweep::default());
        let mut seen = Vec::with_capacity(sentences.len());
        for sentence in sentences {
            let (first, last) = (sentence.lexemes.start + sentence.dateline, sentence.lexemes.end);
            let (first, last) = (first as usize, (last as usize).min(words.len()));
            let field = Field { words, first, last, lexicon, chunks: document.syntax };
            let before = hits.len();
            let keys = self.rules.set.hits(field, &mut sweep, &mut hits);
            seen.push((field, keys, hits.len() - before));
        }
        let mut happenings = Vec::with_capacity(length / 32);
        let mut hits = hits.into_iter();
        for (field, keys, count) in seen {
            let mut at = field.first;
            // most rules take hold of the same words
            let mut frame: Option<Frame> = None;
            for hit in hits.by_ref().take(count) {
                if hit.start < at {
                    continue;
                }
                if let Some(trigger) = self.applies(field, keys, &hit, &mut frame, &mut sweep) {
                    let end = if hit.hold == Hold::Words { trigger.extent.last as usize } else { hit.found.end };
                    at = end.max(hit.start + 1);
                    happenings.extend(frame.take().map(|frame| Happening { hit, trigger, frame, end: at, args: None }));
                }
            }
        }
        happenings
    }

    /// The trigger of a match, if all conditions of the rule hold around it. The frame is that of the last trigger.
    fn applies(
        &self,
        field: Field,
        keys: Keys,
        hit: &Hit,
        frame: &mut Option<Frame<'a>>,
        sweep: &mut Sweep,
    ) -> Option<Caught> {
        let trigger = self.trigger(field, hit)?;
        let spec = &self.rules.specs[hit.rule];
        if trigger.attributive() && hit.hold == Hold::Verb && spec.kind.is_some() && !spec.attributive {
            return None;
        }
        let frame = match frame {
            Some(frame) if frame.trigger == trigger.kind && frame.matched == trigger.matched => frame,
            other => other.insert(self.frame(trigger)),
        };
        let set = &self.rules.set;
        let holds = set.rules[hit.rule].conditions.iter().all(|condition| {
            match set.context_holds(&condition.place, field, keys, hit, sweep) {
                Some(found) => found == condition.wanted,
                None => frame.holds(condition),
            }
        });
        holds.then_some(trigger)
    }

    /// The events of a sentence: those of its happenings and, where every predicate is wanted, of the words that no rule
    /// makes an event of.
    fn sentence(
        &self,
        sentence: &SentenceRange,
        happenings: &mut [Happening],
        wanted: Events,
        mut with: impl FnMut(Option<FoundEvent>),
    ) {
        let mut at = sentence.lexemes.start + sentence.dateline;
        for happening in happenings {
            let start = happening.at() as u32;
            if wanted == Events::All {
                (at..start).for_each(|at| with(self.other(at)));
            }
            with(self.event(happening));
            if wanted == Events::All && self.rules.specs[happening.hit.rule].kind.is_none() {
                with(self.other(start));
            }
            at = happening.end as u32;
        }
        if wanted == Events::All {
            (at..sentence.lexemes.end).for_each(|at| with(self.other(at)));
        }
    }

    /// What takes part in a happening, unless it is no event.
    fn arguments(&self, Happening { hit, trigger, frame, .. }: &Happening) -> Option<Arguments> {
        let (spec, trigger) = (&self.rules.specs[hit.rule], *trigger);
        spec.kind.as_ref()?;
        let rule = &self.rules.set.rules[hit.rule];
        let mut args = Arguments::new(trigger);
        for (slot, name) in rule.captures.iter().enumerate() {
            if let (Ok(role), Some((from, to))) = (role(name), hit.found.capture(slot)) {
                args.add_capture(role, Extent::new(from as u32, to as u32), self.document.syntax);
            }
        }
        self.fill(frame, trigger, spec, &mut args);
        // words in a row say by themselves in what setting the noun is an event
        let generic = hit.hold != Hold::Words && self.is_generic(frame, trigger, &args);
        (!generic).then_some(args)
    }

    fn event(&self, Happening { hit, trigger, frame, args, .. }: &mut Happening) -> Option<FoundEvent> {
        let spec = &self.rules.specs[hit.rule];
        Some(self.finish(spec.kind.clone()?, *trigger, frame, args.take()?, spec.rule.clone()))
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
        // "three years of drought" have been
        let lasting = || {
            let syntax = self.document.syntax;
            let link = self.phrase_of(trigger).map(|id| syntax.phrase(id).link);
            matches!(link, Some(Link::Modifier(outer)) if syntax.phrase(outer).time)
        };
        bare && !plural && args.list.is_empty() && !carried() && !lasting()
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
