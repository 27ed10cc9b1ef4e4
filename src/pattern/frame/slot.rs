//! The names that rules have for places around a trigger, and where the fillers of roles are looked for.

use std::sync::Arc;

use crate::lexicon::{Class, Lexicon, find, items};
use crate::pattern::parse;
use crate::token::{hash, hashes};

/// A place around a trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// Who does it, by the syntax: the subject, or the by-phrase of a passive.
    Subject,
    /// To whom it is done: the object, or the subject of a passive.
    Object,
    /// "the army's attack", "their attack".
    Possessor,
    /// "drone strike".
    Compound,
    /// "Russian strike".
    Adjective,
    /// The verb that has the event noun as subject, as object or behind a preposition.
    Governor,
    /// Who carries out what the noun names: "The army launched an attack".
    Doer,
    /// Who says that what the noun names is done: "The king announced a truce".
    Announcer,
    /// The first of two objects: "granted the boy bail".
    Recipient,
    /// Who meets with what the noun names: "The post came under attack", "A blast rocked the city".
    Undergoer,
    /// Where a movement leads, comes from or passes: behind any preposition of a path.
    Path,
    /// Behind this preposition.
    Preposition(u64),
}

/// Whether conditions and roles may name a preposition.
fn is_preposition(name: &str) -> bool {
    matches!(
        name,
        "about"
            | "above"
            | "across"
            | "after"
            | "against"
            | "aboard"
            | "along"
            | "alongside"
            | "among"
            | "around"
            | "as"
            | "at"
            | "before"
            | "behind"
            | "between"
            | "by"
            | "during"
            | "following"
            | "for"
            | "from"
            | "in"
            | "inside"
            | "into"
            | "near"
            | "of"
            | "off"
            | "on"
            | "onto"
            | "out"
            | "outside"
            | "over"
            | "per"
            | "through"
            | "throughout"
            | "to"
            | "toward"
            | "towards"
            | "under"
            | "until"
            | "upon"
            | "via"
            | "with"
            | "within"
    )
}

/// The prepositions that make a path, by their hashes.
pub(super) const PATH: [u64; 14] = hashes([
    "across", "along", "down", "from", "inside", "into", "off", "onto", "over", "past", "through", "to", "toward",
    "towards",
]);

impl Slot {
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "subject" => Self::Subject,
            "object" => Self::Object,
            "possessor" => Self::Possessor,
            "compound" => Self::Compound,
            "adjective" => Self::Adjective,
            "governor" => Self::Governor,
            "doer" => Self::Doer,
            "announcer" => Self::Announcer,
            "recipient" => Self::Recipient,
            "undergoer" => Self::Undergoer,
            "path" => Self::Path,
            _ if is_preposition(name) => Self::Preposition(hash(name.as_bytes())),
            _ => return None,
        })
    }
}

/// The clause that completes a verb or noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Complement {
    That,
    Infinitive,
    Gerund,
    Question,
    None,
}

impl Complement {
    pub fn from_name(name: &str) -> Result<Self, String> {
        Ok(match name {
            "that" => Self::That,
            "infinitive" => Self::Infinitive,
            "gerund" => Self::Gerund,
            "question" => Self::Question,
            "none" => Self::None,
            _ => {
                return Err(format!(
                    "complement \"{name}\" is not known; use that, infinitive, gerund, question or none"
                ));
            }
        })
    }
}

/// Where the filler of a role is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RoleSource {
    pub slot: Slot,
    /// The head must belong to this class; must not where `false`.
    pub class: Option<(Class, bool)>,
}

/// The name of a role and the places where its filler is looked for, the best first.
type RolePlaces<'a> = (&'a str, Arc<[RoleSource]>);

/// Reads which roles are filled from where; the first place that is filled wins:
/// `agent=subject,by target=object,on instrument=with<weapon>,by!<person>`.
pub(crate) fn roles<'a>(text: &'a str, lexicon: &Lexicon) -> Result<Vec<RolePlaces<'a>>, String> {
    let mut roles = Vec::with_capacity(4);
    let mut sources = Vec::with_capacity(4);
    for part in text.split_ascii_whitespace() {
        let at = find(part, b'=').ok_or_else(|| format!("\"{part}\" lacks its =; write agent=subject"))?;
        let (role, places) = (&part[..at], &part[at + 1..]);
        sources.clear();
        for place in items(places) {
            sources.push(source(place.text, lexicon)?);
        }
        roles.push((role, sources.as_slice().into()));
    }
    Ok(roles)
}

/// Reads one place: `with<weapon>`.
fn source(place: &str, lexicon: &Lexicon) -> Result<RoleSource, String> {
    let (name, class) = match find(place, b'<') {
        None => (place, None),
        Some(at) => {
            let name = place[at + 1..].strip_suffix('>').ok_or("\"<\" is not closed")?;
            let wanted = !place[..at].ends_with('!');
            (place[..at].trim_end_matches('!'), Some((parse::class(name, lexicon.class(name))?, wanted)))
        }
    };
    let slot = Slot::from_name(name)
        .ok_or_else(|| format!("\"{name}\" is no place; use subject, object, possessor or a preposition"))?;
    Ok(RoleSource { slot, class })
}
