//! The rules of events made ready: for each rule its kind, and from where the roles of the kind are filled.

use std::collections::HashMap;
use std::sync::Arc;

use crate::annotate::quantity::Numbers;
use crate::annotate::time::TimeWords;
use crate::error::Error;
use crate::lexicon::{Class, Lexicon};
use crate::model::{EventKind, Role, RuleId};
#[cfg(test)]
use crate::pattern::Rule;
use crate::pattern::frame::{self, Carriers, RoleSource};
use crate::pattern::{Head, RuleFiles, RuleSet};

/// The rules for events, with the roles of their kinds.
#[derive(Debug)]
pub(crate) struct EventRules {
    pub(super) set: RuleSet,
    /// For each rule what it makes.
    pub(super) specs: Vec<Spec>,
    pub(super) other: Spec,
    pub(super) carriers: Carriers,
    pub(super) classes: Classes,
    pub(super) numbers: Numbers,
    pub(super) times: TimeWords,
}

#[cfg(test)]
impl EventRules {
    pub fn rules(&self) -> &[Rule] {
        &self.set.rules
    }
}

/// What a rule makes of a match.
#[derive(Debug)]
pub(super) struct Spec {
    pub(super) rule: RuleId,
    /// None: the match is no event, and silences what else would be found there.
    pub(super) kind: Option<EventKind>,
    pub(super) verb: Arc<RoleMap>,
    pub(super) noun: Arc<RoleMap>,
    /// Whether a participle in front of a noun is an event: "the wounded man".
    pub(super) attributive: bool,
    /// Whether it is done with words: where and when its topic happens is not where and when it does.
    pub(super) speech: bool,
}

impl Spec {
    /// A rule that silences what else would be found.
    fn new(rule: &str) -> Self {
        let (verb, noun) = (Arc::default(), Arc::default());
        Self { rule: rule.into(), kind: None, verb, noun, attributive: false, speech: false }
    }
}

pub(super) type RoleMap = Vec<(Role, Arc<[RoleSource]>)>;

/// Word classes that this module asks for by itself.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Classes {
    pub(super) place: Option<Class>,
    pub(super) city: Option<Class>,
    pub(super) country: Option<Class>,
    pub(super) place_preposition: Option<Class>,
    pub(super) time_word: Option<Class>,
    pub(super) weekday: Option<Class>,
    pub(super) happening: Option<Class>,
    pub(super) container: Option<Class>,
    pub(super) actor: Option<Class>,
    pub(super) force_name: Option<Class>,
    pub(super) nominal: Option<Class>,
    pub(super) thing: Option<Class>,
    pub(super) occasion: Option<Class>,
    pub(super) body: Option<Class>,
    pub(super) tally: Option<Class>,
    pub(super) tally_above: Option<Class>,
    pub(super) person: Option<Class>,
}

impl EventRules {
    /// Makes the rules ready. The lexicon must hold the classes that the rules name.
    pub fn new(files: RuleFiles, lexicon: &Lexicon, numbers: Numbers, times: TimeWords) -> Result<Self, Error> {
        let mut kinds: HashMap<&str, Kind> = HashMap::new();
        // The user's blocks come first in the files and last here: they change what a kind was.
        for block in files.kinds.iter().rev() {
            let kind = kinds.entry(block.name).or_insert_with(|| Kind::new(block.name));
            for entry in &block.fields {
                let fail = |message: String| Error::new(block.origin, entry.line, message);
                match entry.key {
                    "verb" => merge(&mut kind.verb, &role_map(&entry.value, lexicon).map_err(fail)?),
                    "noun" => merge(&mut kind.noun, &role_map(&entry.value, lexicon).map_err(fail)?),
                    "attributive" => kind.attributive = entry.value == "yes",
                    "speech" => kind.speech = entry.value == "yes",
                    key => {
                        return Err(fail(format!(
                            "\"{key}\" is not known here; use verb, noun, attributive or speech"
                        )));
                    }
                }
            }
        }
        let specs = files.heads.iter().map(|rule| spec(rule, &kinds, lexicon)).collect::<Result<_, _>>()?;
        let fallback = |text: &str| role_map(text, lexicon).map(Arc::new).unwrap_or_default();
        let other = Spec {
            rule: RuleId::built_in("event/other"),
            kind: Some(EventKind::Other),
            verb: fallback("agent=subject target=object"),
            noun: fallback("agent=by,possessor,doer target=of,undergoer"),
            attributive: false,
            speech: false,
        };
        Ok(Self {
            set: RuleSet::new(files, lexicon),
            specs,
            other,
            carriers: Carriers::new(lexicon),
            classes: Classes {
                place: lexicon.class("place"),
                city: lexicon.class("place.city"),
                country: lexicon.class("place.country"),
                place_preposition: lexicon.class("preposition.place"),
                time_word: lexicon.class("time.word"),
                weekday: lexicon.class("time.weekday"),
                happening: lexicon.class("happening"),
                container: lexicon.class("container"),
                actor: lexicon.class("actor"),
                force_name: lexicon.class("force.name"),
                nominal: lexicon.class("nominal"),
                thing: lexicon.class("thing"),
                occasion: lexicon.class("occasion"),
                body: lexicon.class("body"),
                tally: lexicon.class("tally"),
                tally_above: lexicon.class("tally.above"),
                person: lexicon.class("person"),
            },
            numbers,
            times,
        })
    }
}

/// What a kind block says.
struct Kind {
    kind: EventKind,
    verb: Arc<RoleMap>,
    noun: Arc<RoleMap>,
    attributive: bool,
    speech: bool,
}

impl Kind {
    fn new(name: &str) -> Self {
        let kind = EventKind::from_name(name);
        Self { kind, verb: Arc::default(), noun: Arc::default(), attributive: false, speech: false }
    }
}

/// What a rule makes: the roles of its kind, and its own in their place.
fn spec(rule: &Head, kinds: &HashMap<&str, Kind>, lexicon: &Lexicon) -> Result<Spec, Error> {
    let foreign = rule.fields.iter().find(|entry| !matches!(entry.key, "kind" | "roles" | "speech"));
    if let Some(entry) = foreign {
        let message = format!("\"{}\" is not known here; use kind, roles, speech, a pattern or a condition", entry.key);
        return Err(rule.error(entry.key, message));
    }
    let name = rule.field("kind").ok_or_else(|| rule.error("", format!("rule \"{}\" lacks a kind", rule.id)))?;
    if name == "none" {
        return Ok(Spec::new(rule.id));
    }
    let Some(kind) = kinds.get(name) else {
        let message = format!("kind \"{name}\" is not declared; add a block \"kind {name}\" with its roles");
        return Err(rule.error("kind", message));
    };
    let (mut verb, mut noun) = (kind.verb.clone(), kind.noun.clone());
    if let Some(own) = rule.field("roles") {
        let own = role_map(own, lexicon).map_err(|message| rule.error("roles", message))?;
        merge(&mut verb, &own);
        merge(&mut noun, &own);
    }
    let speech = rule.field("speech").map_or(kind.speech, |value| value == "yes");
    let attributive = kind.attributive;
    let kind = Some(kind.kind.clone());
    Ok(Spec { rule: rule.id.into(), kind, verb, noun, attributive, speech })
}

/// Roles of `own` take the place of the same roles in `roles`.
fn merge(roles: &mut Arc<RoleMap>, own: &RoleMap) {
    let roles = Arc::make_mut(roles);
    for (role, sources) in own {
        match roles.iter_mut().find(|(found, _)| found == role) {
            Some((_, old)) => old.clone_from(sources),
            None => roles.push((*role, sources.clone())),
        }
    }
}

fn role_map(text: &str, lexicon: &Lexicon) -> Result<RoleMap, String> {
    let roles = frame::roles(text, lexicon)?;
    roles.into_iter().map(|(name, sources)| Ok((role(name)?, sources))).collect()
}

pub(super) fn role(name: &str) -> Result<Role, String> {
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
