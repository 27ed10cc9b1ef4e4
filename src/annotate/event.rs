//! Events: triggers with their kinds and arguments. What a trigger is, in which sense, and from where its roles are filled
//! is written in rules; this module runs them, finds places and times, and keeps arguments apart. Polarity, certainty and
//! tense are assessed elsewhere.

use std::collections::HashMap;

use super::quantity::Numbers;
use super::{Document, Events, FoundArgument, FoundEvent, Knowledge, Value};
use crate::error::Error;
use crate::lexicon::{Class, Lexicon, LexiconBuilder};
use crate::model::{Count, EventKind, Role};
use crate::pattern::frame::{Carriers, Filler, Frame, Roles, Slot, Trigger};
use crate::pattern::{Chunks, Field, Hit, Hold, RuleFiles, RuleSet, Topic};
use crate::syntax::{ClauseId, Extent, Link, PhraseId, Syntax};
use crate::tag::{Pos, VerbForm, Word};
use crate::token::{Gap, hash};

/// The rules for events, with the roles of their kinds.
#[derive(Debug, Default)]
pub(crate) struct EventRules {
    set: RuleSet,
    /// For each rule what it makes.
    specs: Vec<Spec>,
    other: Spec,
    carriers: Carriers,
    classes: Classes,
    numbers: Numbers,
}

#[cfg(test)]
impl EventRules {
    pub fn rules(&self) -> &[crate::pattern::Rule] {
        &self.set.rules
    }
}

/// What a rule makes of a match.
#[derive(Debug, Default)]
struct Spec {
    /// None: the match is no event, and silences what else would be found there.
    kind: Option<EventKind>,
    verb: RoleMap,
    noun: RoleMap,
    /// Whether a participle in front of a noun is an event: "the wounded man".
    attributive: bool,
}

type RoleMap = Vec<(Role, Vec<crate::pattern::frame::RoleSource>)>;

/// Word classes that this module asks for by itself.
#[derive(Clone, Copy, Debug, Default)]
struct Classes {
    place: Option<Class>,
    city: Option<Class>,
    country: Option<Class>,
    place_preposition: Option<Class>,
    time_word: Option<Class>,
    happening: Option<Class>,
    container: Option<Class>,
    actor: Option<Class>,
    force_name: Option<Class>,
    nominal: Option<Class>,
    thing: Option<Class>,
}

impl EventRules {
    /// Looks the words of the finished lexicon up once for all.
    pub fn bind(mut self, lexicon: &Lexicon) -> Self {
        self.set.bind(lexicon);
        self
    }

    /// Makes the rules ready. The lexicon must hold the classes that the rules name.
    pub fn new(files: RuleFiles, lexicon: &LexiconBuilder, numbers: Numbers) -> Result<Self, Error> {
        let mut kinds: HashMap<String, (Roles, Roles, bool)> = HashMap::new();
        // The user's blocks come first in the files and last here: they change what a kind was.
        for block in files.kinds.iter().rev() {
            let kind = kinds.entry(block.name.clone()).or_default();
            for entry in &block.fields {
                let fail = |message: String| Error::new(block.origin.as_str(), entry.line, message);
                match entry.key.as_str() {
                    "verb" => merge(&mut kind.0, Roles::parse(&entry.value, lexicon).map_err(fail)?),
                    "noun" => merge(&mut kind.1, Roles::parse(&entry.value, lexicon).map_err(fail)?),
                    "attributive" => kind.2 = entry.value == "yes",
                    key => return Err(fail(format!("\"{key}\" is not known here; use verb, noun or attributive"))),
                }
            }
        }
        let mut specs = Vec::with_capacity(files.rules.len());
        for rule in &files.rules {
            if let Some(entry) = rule.fields.iter().find(|entry| !matches!(entry.key.as_str(), "kind" | "roles")) {
                let message = format!("\"{}\" is not known here; use kind, roles, a pattern or a condition", entry.key);
                return Err(Error::new(rule.origin.as_str(), entry.line, message));
            }
            let name =
                rule.field("kind").ok_or_else(|| rule.error("", format!("rule \"{}\" lacks a kind", rule.id)))?;
            if name == "none" {
                specs.push(Spec::default());
                continue;
            }
            let Some((verb, noun, attributive)) = kinds.get(name) else {
                let message = format!("kind \"{name}\" is not declared; add a block \"kind {name}\" with its roles");
                return Err(rule.error("kind", message));
            };
            let (mut verb, mut noun) = (verb.clone(), noun.clone());
            if let Some(own) = rule.field("roles") {
                let own = Roles::parse(own, lexicon).map_err(|message| rule.error("roles", message))?;
                merge(&mut verb, own.clone());
                merge(&mut noun, own);
            }
            let roles = |roles: &Roles| role_map(roles).map_err(|message| rule.error("roles", message));
            let (verb, noun) = (roles(&verb)?, roles(&noun)?);
            specs.push(Spec { kind: Some(EventKind::from_name(name)), verb, noun, attributive: *attributive });
        }
        let fallback = |text: &str| Roles::parse(text, lexicon).and_then(|roles| role_map(&roles)).unwrap_or_default();
        let other = Spec {
            kind: Some(EventKind::Other),
            verb: fallback("agent=subject target=object"),
            noun: fallback("agent=by,possessor,doer target=of,undergoer"),
            attributive: false,
        };
        Ok(Self {
            set: RuleSet::new(files.rules),
            specs,
            other,
            carriers: Carriers::new(lexicon),
            classes: Classes {
                place: lexicon.class("place"),
                city: lexicon.class("place.city"),
                country: lexicon.class("place.country"),
                place_preposition: lexicon.class("preposition.place"),
                time_word: lexicon.class("time.word"),
                happening: lexicon.class("happening"),
                container: lexicon.class("container"),
                actor: lexicon.class("actor"),
                force_name: lexicon.class("force.name"),
                nominal: lexicon.class("nominal"),
                thing: lexicon.class("thing"),
            },
            numbers,
        })
    }
}

/// Roles of `own` take the place of the same roles in `roles`.
fn merge(roles: &mut Roles, own: Roles) {
    for (role, sources) in own.0 {
        match roles.0.iter_mut().find(|(name, _)| *name == role) {
            Some((_, old)) => *old = sources,
            None => roles.0.push((role, sources)),
        }
    }
}

fn role_map(roles: &Roles) -> Result<RoleMap, String> {
    roles.0.iter().map(|(name, sources)| Ok((role(name)?, sources.clone()))).collect()
}

fn role(name: &str) -> Result<Role, String> {
    Ok(match name {
        "agent" => Role::Agent,
        "target" => Role::Target,
        "recipient" => Role::Recipient,
        "instrument" => Role::Instrument,
        "place" => Role::Place,
        "time" => Role::Time,
        "origin" => Role::Origin,
        "destination" => Role::Destination,
        _ => {
            return Err(format!(
                "role \"{name}\" is not known; use agent, target, recipient, instrument, place, time, origin or destination"
            ));
        }
    })
}

/// Finds the events of a text, in order of their triggers.
pub(super) fn events(document: &Document<'_>, knowledge: &Knowledge) -> Vec<FoundEvent> {
    let finder = Finder { document, rules: &knowledge.rules };
    let mut events = Vec::new();
    for sentence in document.sentences {
        let (first, last) = (sentence.lexemes.start + sentence.dateline, sentence.lexemes.end);
        let start = events.len();
        finder.sentence(first as usize, last as usize, knowledge.events, |_, event| events.extend(event));
        events[start..].sort_by_key(|event| event.head);
    }
    events
}

/// Every rule that wins somewhere, with its event unless it only silences others.
#[cfg(test)]
pub(super) fn fired(document: &Document<'_>, rules: &EventRules) -> Vec<(usize, Option<FoundEvent>)> {
    let finder = Finder { document, rules };
    let mut fired = Vec::new();
    for sentence in document.sentences {
        let (first, last) = (sentence.lexemes.start + sentence.dateline, sentence.lexemes.end);
        finder.sentence(first as usize, last as usize, Events::Typed, |rule, event| fired.push((rule, event)));
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

impl<'a> Finder<'a> {
    fn sentence(&self, first: usize, last: usize, wanted: Events, mut with: impl FnMut(usize, Option<FoundEvent>)) {
        let document = self.document;
        let (words, lexicon) = (document.words, document.lexicon);
        let field = Field { words, first, last: last.min(words.len()), lexicon, chunks: document.syntax };
        let (mut hits, mut topic) = (Vec::new(), Topic::default());
        let mut at = first;
        while at < field.last {
            self.rules.set.hits(field, at, &mut hits);
            let mut next = at + 1;
            let mut silent = false;
            for hit in &hits {
                let Some(trigger) = self.trigger(field, hit) else { continue };
                if !self.holds(field, hit, trigger, &mut topic) {
                    continue;
                }
                let spec = &self.rules.specs[hit.rule];
                if trigger.attributive() && hit.hold == Hold::Verb && spec.kind.is_some() && !spec.attributive {
                    continue;
                }
                next = next.max(if hit.hold == Hold::Words { trigger.extent.last as usize } else { hit.found.end });
                silent = spec.kind.is_some();
                with(hit.rule, self.event(hit, trigger, spec));
                break;
            }
            if wanted == Events::All && !silent {
                with(usize::MAX, self.other(at as u32));
            }
            at = next;
        }
    }

    /// The trigger of a match, unless syntax says that the words are not used so.
    fn trigger(&self, field: Field, hit: &Hit) -> Option<Caught> {
        let start = hit.start as u32;
        match hit.hold {
            Hold::Verb => self.verb_trigger(field, hit),
            Hold::Noun => {
                let end = hit.found.end as u32;
                // "claim of responsibility": the noun before the first preposition
                let preposition = (start + 1..end).find(|&w| self.word(w).pos == Pos::Adp);
                let head = preposition.unwrap_or(end) - 1;
                self.noun_trigger(start, head, end)
            }
            Hold::Words => {
                let rule = &self.rules.set.rules[hit.rule];
                let (from, to) = rule.capture(&hit.found, "trigger").unwrap_or((hit.start, hit.found.end));
                let extent = Extent::new(from as u32, to as u32);
                let (head, last) = (from as u32, to as u32 - 1);
                let syntax = self.document.syntax;
                let predicate = |clause: &ClauseId| syntax.clause(*clause).predicate == Some(head);
                let kind = match syntax.clause_of_verb(head) {
                    Some(clause) => Trigger::Verb(clause),
                    None => match (syntax.phrase_of_word(last), syntax.clause_of_word(head).filter(predicate)) {
                        (Some(phrase), _) if self.word(last).pos == Pos::Noun => {
                            Trigger::Noun { phrase, first: last, head: last }
                        }
                        (_, Some(clause)) => Trigger::Predicate(clause),
                        // "the dead soldiers"
                        (Some(phrase), None) if syntax.phrase(phrase).head > last => Trigger::Attributive(phrase),
                        _ => Trigger::Word,
                    },
                };
                let head = if matches!(kind, Trigger::Noun { .. }) { last } else { head };
                Some(Caught { kind, extent, head, matched: extent })
            }
        }
    }

    fn verb_trigger(&self, field: Field, hit: &Hit) -> Option<Caught> {
        let syntax = self.document.syntax;
        let verb = hit.start as u32;
        let end = hit.found.end as u32;
        let clause = syntax.clause_of_verb(verb);
        let near = field.words[..field.last].get(hit.found.end).map(|word| word.hash);
        let group_particle = clause.and_then(|id| syntax.clause(id).group).and_then(|group| group.particle);
        let far = group_particle.map(|particle| self.word(particle).hash);
        // "pushing the rebels back"
        let object = clause.and_then(|id| syntax.clause(id).objects[0]).map(|phrase| syntax.phrase(phrase).base.last);
        let behind_object = object.and_then(|at| field.words[..field.last].get(at as usize)).map(|word| word.hash);
        let extent = match hit.particle {
            Some(particle) if near == Some(particle) => Extent::new(verb, end + 1),
            Some(particle) if far == Some(particle) || behind_object == Some(particle) => Extent::new(verb, end),
            Some(_) => return None,
            None => {
                // "shoot" is not "shoot down"
                let parted = group_particle.is_some_and(|p| p >= end && changes_sense(self.word(p).hash));
                if parted {
                    return None;
                }
                Extent::new(verb, if end - verb <= 3 { end } else { verb + 1 })
            }
        };
        if let Some(clause) = clause {
            return Some(Caught { kind: Trigger::Verb(clause), extent, head: verb, matched: Extent::new(verb, end) });
        }
        let predicate = syntax.clause_of_word(verb).filter(|&id| syntax.clause(id).predicate == Some(verb));
        if let Some(clause) = predicate.filter(|_| self.word(verb).pos == Pos::Adj) {
            return Some(Caught {
                kind: Trigger::Predicate(clause),
                extent,
                head: verb,
                matched: Extent::new(verb, end),
            });
        }
        let phrase = syntax.phrase_of_word(verb)?;
        let participle = matches!(self.word(verb).form, VerbForm::Participle | VerbForm::Past | VerbForm::None);
        let inside = syntax.phrase(phrase).head > verb && participle;
        inside.then_some(Caught {
            kind: Trigger::Attributive(phrase),
            extent,
            head: verb,
            matched: Extent::new(verb, end),
        })
    }

    fn noun_trigger(&self, first: u32, head: u32, end: u32) -> Option<Caught> {
        let syntax = self.document.syntax;
        let mut from = head;
        while from > first && self.word(from).gap == Gap::Tight {
            from -= 1;
        }
        let extent = Extent::new(from, head + 1);
        let Some(phrase) = syntax.phrase_of_word(head) else {
            return Some(Caught { kind: Trigger::Word, extent, head, matched: extent });
        };
        let outer = syntax.phrase(phrase).head;
        if outer >= end {
            // "attack helicopter" is no attack, "bombing campaign" is a bombing
            let container = self.rules.classes.container;
            if !container.is_some_and(|class| self.document.lexicon.has_word(self.word(outer), class)) {
                return None;
            }
        }
        Some(Caught { kind: Trigger::Noun { phrase, first, head }, extent, head, matched: Extent::new(first, end) })
    }

    fn holds(&self, field: Field, hit: &Hit, trigger: Caught, topic: &mut Topic) -> bool {
        let conditions = &self.rules.set.rules[hit.rule].conditions;
        if conditions.is_empty() {
            return true;
        }
        let frame = self.frame(trigger);
        self.rules.set.context_holds(field, hit, topic) && conditions.iter().all(|condition| frame.holds(condition))
    }

    fn event(&self, hit: &Hit, trigger: Caught, spec: &Spec) -> Option<FoundEvent> {
        let kind = spec.kind.clone()?;
        let rule = &self.rules.set.rules[hit.rule];
        let mut args = Arguments::new(trigger);
        for (slot, name) in rule.captures.iter().enumerate() {
            if let (Ok(role), Some((from, to))) = (role(name), hit.found.capture(slot)) {
                args.add_capture(role, Extent::new(from as u32, to as u32), self.document.syntax);
            }
        }
        let frame = self.frame(trigger);
        self.fill(&frame, trigger, spec, &mut args);
        if self.is_generic(&frame, trigger, &args) {
            return None;
        }
        Some(self.finish(kind, trigger, args, rule.id.clone()))
    }

    /// Whether an event noun speaks of its kind in general rather than of something that happens: it stands bare, nothing
    /// takes part, and no verb carries it ("a life without violence"). Bare plurals may be either and are let through.
    fn is_generic(&self, frame: &Frame, trigger: Caught, args: &Arguments) -> bool {
        let Trigger::Noun { phrase, .. } = trigger.kind else { return false };
        let words = self.document.words;
        let before = trigger.matched.first.checked_sub(1).map(|at| words[at as usize].pos);
        let behind = words.get(trigger.matched.last as usize).map(|word| word.pos);
        let alone = matches!(before, Some(Pos::Adp | Pos::Verb | Pos::Cconj | Pos::Punct | Pos::Sconj));
        let bare = alone && behind != Some(Pos::Adp);
        let carriers = [self.rules.carriers.does, self.rules.carriers.happens, self.rules.carriers.undergoes];
        let carried = || {
            frame.governor(phrase).is_some_and(|(clause, _)| carriers.iter().any(|&class| frame.verb_is(clause, class)))
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
                // of auxiliaries only the copula is a predicate
                let clause = syntax.clause_of_verb(at);
                if word.pos == Pos::Aux && clause.is_none() {
                    return None;
                }
                let kind = clause.map_or(Trigger::Word, Trigger::Verb);
                Caught { kind, extent: Extent::new(at, at + 1), head: at, matched: Extent::new(at, at + 1) }
            }
            Pos::Noun if self.is_nominal(word) => self.noun_trigger(at, at, at + 1)?,
            _ => return None,
        };
        let mut args = Arguments::new(trigger);
        self.fill(&self.frame(trigger), trigger, &self.rules.other, &mut args);
        Some(self.finish(EventKind::Other, trigger, args, "event/other".to_owned()))
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

    /// Fills the roles of a trigger, then place and time.
    fn fill(&self, frame: &Frame, trigger: Caught, spec: &Spec, args: &mut Arguments) {
        let roles = match trigger.kind {
            Trigger::Noun { .. } => &spec.noun,
            _ => &spec.verb,
        };
        for (role, sources) in roles {
            if args.has(*role) {
                continue;
            }
            for source in sources {
                let filler = frame.fill(source.slot).into_iter().find(|filler| {
                    let class = source.class.is_none_or(|(class, wanted)| frame.in_class(*filler, class) == wanted);
                    class && !args.holds_head(filler.head) && self.can_take_part(filler)
                });
                if let Some(filler) = filler {
                    args.add(*role, filler);
                    break;
                }
            }
        }
        if let Trigger::Verb(clause) = trigger.kind {
            // "gave the village food": the first of two objects
            let takes = roles.iter().any(|(role, _)| *role == Role::Recipient);
            if let Some(filler) = frame
                .recipient_of(clause)
                .filter(|filler| takes && !args.has(Role::Recipient) && !args.holds_head(filler.head))
            {
                args.add(Role::Recipient, filler);
            }
        }
        self.place_and_time(frame, trigger, args);
    }

    /// Times and words without reference take no part in an event.
    fn can_take_part(&self, filler: &Filler) -> bool {
        let word = self.word(filler.head);
        let time = filler.phrase.is_some_and(|phrase| self.document.syntax.phrase(phrase).time)
            || self.rules.classes.time_word.is_some_and(|class| self.document.lexicon.has_word(word, class));
        !time && word.hash != hash(b"there") && word.pos != Pos::Punct
    }

    fn place_and_time(&self, frame: &Frame, trigger: Caught, args: &mut Arguments) {
        let syntax = self.document.syntax;
        let mut clause = None;
        if let Trigger::Noun { phrase, first, .. } = trigger.kind {
            self.around_noun(frame, phrase, args);
            if !args.has(Role::Place) {
                let named = frame.fill(Slot::Compound).into_iter().find(|filler| {
                    filler.extent.last <= first
                        && !args.holds_head(filler.head)
                        && [self.rules.classes.city, self.rules.classes.country]
                            .iter()
                            .flatten()
                            .any(|&c| frame.in_class(*filler, c))
                });
                if let Some(filler) = named {
                    args.add(Role::Place, filler);
                }
            }
            if let Some(possessor) = frame.fill(Slot::Possessor).first().filter(|filler| !self.can_take_part(filler)) {
                args.add_once(Role::Time, *possessor);
            }
            clause = frame.governor(phrase).map(|(clause, _)| clause).or(syntax.clause_of_word(trigger.head));
        }
        if let Trigger::Verb(own) | Trigger::Predicate(own) = trigger.kind {
            clause = Some(own);
        }
        // a participle, infinitive or coordinated clause shares place and time with the one it hangs on
        for _ in 0..3 {
            let Some(id) = clause else { break };
            self.around_verb(frame, id, trigger, args);
            let found = syntax.clause(id);
            let open = !found.is_finite() || found.conjunct_of.is_some() || found.set_off;
            clause = if open { found.conjunct_of.or(found.parent) } else { None };
        }
    }

    /// Place and time among the phrases that depend on an event noun.
    fn around_noun(&self, frame: &Frame, phrase: PhraseId, args: &mut Arguments) {
        for (id, modifier) in self.document.syntax.modifiers(phrase).take(8) {
            let filler = frame.filler(id);
            if modifier.time {
                args.add_once(Role::Time, filler);
            } else if self.is_place(frame, modifier.preposition, filler) && !args.holds_head(filler.head) {
                args.add_once(Role::Place, filler);
            }
        }
    }

    /// Place and time among the phrases that depend on a verb, or on a happening that does.
    fn around_verb(&self, frame: &Frame, id: ClauseId, trigger: Caught, args: &mut Arguments) {
        let syntax = self.document.syntax;
        let clause = syntax.clause(id);
        // What lies inside an argument comes second: "in a raid on a camp near the river on Friday".
        let mut nested: [Option<PhraseId>; 3] = [None; 3];
        for (phrase_id, phrase) in frame.phrases_around(clause) {
            let slot = match phrase.link {
                Link::Oblique(of) | Link::Adverbial(of) if of == id => 0,
                Link::Object(of) if of == id => 1,
                Link::Subject(of) if of == id => 2,
                _ => continue,
            };
            if slot > 0 {
                if Some(phrase_id) != self.phrase_of(trigger) {
                    nested[slot] = Some(phrase_id);
                }
                continue;
            }
            let filler = frame.filler(phrase_id);
            if phrase.time {
                args.add_once(Role::Time, filler);
            } else if self.is_place(frame, phrase.preposition, filler) {
                if !args.holds_head(filler.head) {
                    args.add_once(Role::Place, filler);
                }
            } else if self.rules.classes.happening.is_some_and(|class| frame.in_class(filler, class)) {
                nested[0] = Some(phrase_id);
            }
        }
        for phrase in nested.into_iter().flatten() {
            self.around_noun(frame, phrase, args);
        }
        if !args.has(Role::Time) {
            let verb = clause.verb().unwrap_or(trigger.head);
            let (from, to) = (verb.saturating_sub(10).max(clause.extent.first), (verb + 14).min(clause.extent.last));
            let time = (from..to).find(|&w| {
                self.rules.classes.time_word.is_some_and(|class| self.document.lexicon.has_word(self.word(w), class))
                    && syntax.clause_of_word(w) == Some(id)
                    && w != trigger.head
            });
            if let Some(word) = time {
                args.add(Role::Time, Filler { extent: Extent::new(word, word + 1), head: word, phrase: None });
            }
        }
    }

    fn is_place(&self, frame: &Frame, preposition: Option<u32>, filler: Filler) -> bool {
        let classes = &self.rules.classes;
        let lexicon = self.document.lexicon;
        let Some(preposition) = preposition else { return false };
        let located = classes.place_preposition.is_some_and(|class| lexicon.has(self.word(preposition).entry, class));
        let head = self.word(filler.head);
        let named = head.pos == Pos::Propn
            && ![classes.actor, classes.force_name].iter().flatten().any(|&class| frame.in_class(filler, class));
        located && (named || classes.place.is_some_and(|class| frame.in_class(filler, class)))
    }

    fn finish(&self, kind: EventKind, trigger: Caught, args: Arguments, rule: String) -> FoundEvent {
        let count = self.count(trigger, &args);
        let mut args = args;
        self.part(&mut args);
        let args = args.list.into_iter().map(|(role, filler)| FoundArgument { role, extent: filler.extent }).collect();
        FoundEvent { kind, trigger: trigger.extent, head: trigger.head, args, count, value: Value::default(), rule }
    }

    /// Cuts an argument before a phrase at its end that is an argument of its own, unless that says where it is:
    /// "chemical weapons | against civilians", "a mosque in the north | on Friday".
    fn part(&self, args: &mut Arguments) {
        let syntax = self.document.syntax;
        for i in 0..args.list.len() {
            for j in 0..args.list.len() {
                let (role, inner) = args.list[j];
                let outer = &mut args.list[i].1;
                let Some(phrase) = inner.phrase.map(|id| syntax.phrase(id)) else { continue };
                let modifies = matches!(phrase.link, Link::Modifier(_)) || phrase.time;
                let Some(preposition) = phrase.preposition.or(phrase.time.then_some(phrase.base.first)) else {
                    continue;
                };
                let inside = outer.head < preposition
                    && outer.extent.contains(preposition)
                    && outer.extent.last <= inner.extent.last;
                if i != j && modifies && inside && role != Role::Place {
                    outer.extent.last = preposition;
                }
            }
        }
    }

    /// How many: of the happenings that a noun names, else of those it is done to, else of those who do it, or with what.
    fn count(&self, trigger: Caught, args: &Arguments) -> Option<Count> {
        let syntax = self.document.syntax;
        let words = self.document.words;
        let of = |extent: Extent, head: u32| {
            self.rules.numbers.count(self.document.text, words, extent.range(), head as usize)
        };
        if let Trigger::Noun { phrase, head, .. } = trigger.kind {
            let own = syntax.phrase(phrase).base;
            if let Some(count) = of(own, head) {
                return Some(count);
            }
        }
        [Role::Target, Role::Agent, Role::Instrument, Role::Recipient].iter().find_map(|role| {
            let (_, filler) = args.list.iter().find(|(r, _)| r == role)?;
            let extent = filler.phrase.map_or(filler.extent, |phrase| syntax.phrase(phrase).base);
            of(extent, filler.head)
        })
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

/// A trigger in the text.
#[derive(Clone, Copy, Debug)]
struct Caught {
    kind: Trigger,
    extent: Extent,
    head: u32,
    /// All words of the match.
    matched: Extent,
}

impl Caught {
    fn attributive(self) -> bool {
        matches!(self.kind, Trigger::Attributive(_))
    }
}

/// The arguments of one event while they are collected.
struct Arguments {
    trigger: Caught,
    list: Vec<(Role, Filler)>,
}

impl Arguments {
    fn new(trigger: Caught) -> Self {
        Self { trigger, list: Vec::new() }
    }

    fn has(&self, role: Role) -> bool {
        self.list.iter().any(|(r, _)| *r == role)
    }

    /// Whether a word is the trigger or the head of an argument.
    fn holds_head(&self, head: u32) -> bool {
        self.trigger.extent.contains(head) || self.list.iter().any(|(_, filler)| filler.head == head)
    }

    fn add(&mut self, role: Role, filler: Filler) {
        if !filler.extent.is_empty() {
            self.list.push((role, filler));
        }
    }

    fn add_once(&mut self, role: Role, filler: Filler) {
        if !self.has(role) {
            self.add(role, filler);
        }
    }

    /// A capture takes the whole noun phrase that it starts.
    fn add_capture(&mut self, role: Role, extent: Extent, syntax: &Syntax) {
        let phrase = syntax.phrase_of_word(extent.first).filter(|&id| syntax.phrase(id).base.first == extent.first);
        let filler = match phrase {
            Some(id) => {
                let (full, head) = (syntax.phrase(id).full, syntax.phrase(id).head);
                let clear = !full.contains(self.trigger.head) && full.covers(extent);
                Filler { extent: if clear { full } else { extent }, head, phrase }
            }
            None => Filler { extent, head: extent.last.saturating_sub(1), phrase: None },
        };
        self.add(role, filler);
    }
}

/// Particles that make another verb of a verb.
fn changes_sense(particle: u64) -> bool {
    ["up", "down", "out", "off", "over", "back"].iter().any(|p| particle == hash(p.as_bytes()))
}
