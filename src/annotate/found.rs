//! What the steps hand each other: the lists of the output, still in words rather than bytes.

use super::time::FoundTime;
use crate::model::{
    Certainty, Count, CueClass, CueKind, EventKind, Polarity, Role, RuleId, SourceKind, Stance, Style, Tense,
};
use crate::syntax::{ClauseId, Extent, PhraseId, Pieces};

/// Certainty, polarity and tense of a predicate for its holder, and the cues that made them so.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Value {
    pub certainty: Certainty,
    pub polarity: Polarity,
    pub tense: Tense,
    /// Indices into the list of cues, ascending.
    pub cues: Vec<u32>,
}

/// A cue with its scope.
#[derive(Clone, Debug)]
pub(crate) struct FoundCue {
    pub kind: CueKind,
    pub class: CueClass,
    pub extent: Extent,
    pub scope: Extent,
    /// What the cue leaves of certainty: [`Certainty::Certain`] where it does not lower it.
    pub strength: Certainty,
    /// What it does to polarity.
    pub turn: Turn,
    /// What it acts on directly.
    pub target: Target,
    /// The word of the cue that syntax knows: the modal, the adverb, the head verb.
    pub head: u32,
    pub rule: RuleId,
}

/// What a cue does to the polarity of what it acts on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    Keep,
    Flip,
    Open,
}

/// What a cue acts on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// The predicate of a clause.
    Clause(ClauseId),
    /// What a noun phrase names.
    Phrase(PhraseId),
    /// The complement of the cue, which looks up at its governor itself.
    Complement,
}

/// Who says what.
#[derive(Clone, Debug)]
pub(crate) struct FoundAttribution {
    /// Indices into the list of sources, outermost first.
    pub source_chain: Vec<u32>,
    /// Where it names no source of its own, the chain of the report that holds it: "he said the lorries were reported stolen".
    pub around: Vec<u32>,
    /// The cue, and its head word.
    pub cue: Option<Extent>,
    pub head: Option<u32>,
    pub channel: Option<Extent>,
    pub addressee: Option<Extent>,
    /// The pieces of the content in order, without quotation marks at their edges.
    pub content: Pieces,
    pub style: Style,
    pub stance: Stance,
    /// What the cue leaves of the content for its source: a denial turns it, a belief weakens it.
    pub certainty: Certainty,
    pub polarity: Polarity,
    /// Wanting, planning, ordering: the content lies in the future of the cue.
    pub prospective: bool,
    /// The clause whose verb is the cue, for verb cues.
    pub clause: Option<ClauseId>,
    pub rule: RuleId,
}

/// A mention of a source.
#[derive(Clone, Debug)]
pub(crate) struct FoundSource {
    pub extent: Extent,
    pub head: u32,
    pub kind: SourceKind,
    /// The words of the proper name.
    pub name: Option<Extent>,
    /// It answers for a content itself; other mentions are here for pronouns and short names to link to.
    pub speaks: bool,
    /// Whose own words the mention stands in: an index into the list of sources.
    pub spoken_by: Option<u32>,
    /// An index into the list of sources.
    pub refers_to: Option<u32>,
    pub link_rule: Option<RuleId>,
}

/// A pronoun that is no source, and whom it stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FoundReference {
    pub pronoun: u32,
    pub antecedent: Extent,
    /// "His" and "her" in front of what somebody has.
    pub possessive: bool,
}

/// A mention of an event.
#[derive(Clone, Debug)]
pub(crate) struct FoundEvent {
    pub kind: EventKind,
    pub trigger: Extent,
    /// The head of the trigger.
    pub head: u32,
    pub args: Vec<FoundArgument>,
    pub count: Option<Count>,
    pub time: Option<FoundTime>,
    pub value: Value,
    pub rule: RuleId,
}

/// A part in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FoundArgument {
    pub role: Role,
    pub extent: Extent,
}

/// A claim.
#[derive(Clone, Debug)]
pub(crate) struct FoundClaim {
    /// In order, without quotation marks and closing punctuation at their edges.
    pub content: Pieces,
    /// The subject, where it stands outside the content.
    pub subject: Option<Extent>,
    pub sentence: u32,
    pub primary: bool,
    /// An index into the list of attributions.
    pub attribution: Option<u32>,
    pub value: Value,
    /// Indices into the list of events.
    pub events: Vec<u32>,
}
