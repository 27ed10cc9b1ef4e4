//! Every type of the output, and its wire format (version 1).
//!
//! Ids are indices into their list of the same [`Extraction`]. Offsets are UTF-8 bytes. This module holds data only:
//! how it is found stands in the annotators.

use serde::{Deserialize, Serialize};

use crate::span::Span;

mod kind;
mod name;
mod time;

pub use kind::EventKind;
pub use name::{ClaimKey, RuleId};
pub(crate) use time::days_of;
pub use time::{Date, Season, TimeBound, TimePart, TimeUnit, TimeValue, Toward, When};

/// The version of the wire format that this crate writes.
pub const SCHEMA: u32 = 1;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl $name {
            /// The position in the list that the id points into.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

id!(/// Points into [`Extraction::sources`].
    SourceId);
id!(/// Points into [`Extraction::cues`].
    CueId);
id!(/// Points into [`Extraction::attributions`].
    AttributionId);
id!(/// Points into [`Extraction::events`].
    EventId);
id!(/// Points into [`Extraction::claims`].
    ClaimId);
id!(/// Points into [`Extraction::sentences`].
    SentenceId);

/// Everything that was found in one text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Extraction {
    /// The version of the wire format: [`SCHEMA`].
    pub schema: u32,
    /// The sentences, in order.
    pub sentences: Vec<Span>,
    /// The mentions of sources, in order.
    pub sources: Vec<Source>,
    /// The cues, in order.
    pub cues: Vec<Cue>,
    /// Who says what, in order of the first content.
    pub attributions: Vec<Attribution>,
    /// The event mentions, in order of their triggers.
    pub events: Vec<Event>,
    /// The claims, in order.
    pub claims: Vec<Claim>,
    /// Pronouns outside of quotations that are no sources, with whom they stand for, in order. Those whose person is not safely known
    /// are left out. Optional on the wire.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
}

impl Default for Extraction {
    fn default() -> Self {
        Self {
            schema: SCHEMA,
            sentences: Vec::new(),
            sources: Vec::new(),
            cues: Vec::new(),
            attributions: Vec::new(),
            events: Vec::new(),
            claims: Vec::new(),
            references: Vec::new(),
        }
    }
}

/// A pronoun and whom it stands for.
///
/// ```
/// let extraction = factive::extract("Mara Holt opened the fair. At noon she left for the capital.");
/// let [reference] = &extraction.references[..] else { unreachable!() };
/// assert_eq!(reference.antecedent.text, "Mara Holt");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Reference {
    /// Where the pronoun stands: "he", "him" or "his", "she" or "her".
    pub pronoun: Span,
    /// The fullest mention in front of it.
    pub antecedent: Mention,
    /// Whether it says whose something is: "his house".
    pub possessive: bool,
}

/// A piece of the text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// What stands there.
    pub text: String,
}

impl Mention {
    pub(crate) fn new(text: &str, span: Span) -> Self {
        Self { span, text: span.of(text).to_owned() }
    }
}

/// One mention of somebody or something that answers for a content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Source {
    /// The position in [`Extraction::sources`].
    pub id: SourceId,
    /// The maximal noun phrase, without the channel.
    pub span: Span,
    /// The text under the span.
    pub text: String,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// The proper name inside the mention, where it has one.
    pub name: Option<String>,
    /// The fuller mention that this one stands for, where that is safely known.
    pub refers_to: Option<SourceId>,
    /// The rule that made the link.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link_rule: Option<RuleId>,
}

/// What kind of thing a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SourceKind {
    /// A named person, or a pronoun that stands for one.
    Person,
    /// Somebody named only by an office: "the governor".
    Role,
    /// An organization.
    Organization,
    /// A place as an actor: "Moscow".
    Place,
    /// Several people without names: "residents".
    Group,
    /// A report, study or law.
    Document,
    /// A news outlet or agency.
    Media,
    /// A phrase that names nobody: "reports", "a source".
    Unattributed,
}

/// A word or phrase that changes how a stretch of text is meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Cue {
    /// The position in [`Extraction::cues`].
    pub id: CueId,
    /// What the cue does.
    pub kind: CueKind,
    /// The finer class.
    pub class: CueClass,
    /// The cue itself.
    pub span: Span,
    /// The text under the span.
    pub text: String,
    /// The stretch that the cue acts on.
    pub scope: Span,
    /// The rule or lexicon entry that found it.
    pub rule: RuleId,
}

/// What a cue does to its scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CueKind {
    /// Lowers the commitment.
    Hedge,
    /// Makes it depend on something.
    Condition,
    /// Leaves it open.
    Question,
    /// Turns it into its opposite.
    Negation,
    /// Makes a number inexact. No hedge.
    Approximator,
}

/// The finer class of a cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum CueClass {
    /// May, might, could, conditional would, epistemic should.
    Modal,
    /// Likely, possibly, allegedly.
    Adverb,
    /// Possible, alleged, suspected.
    Adjective,
    /// Likelihood, possibility.
    Noun,
    /// Appears, indicates, signs that.
    Evidential,
    /// Believes, suspects, expects, fears.
    Belief,
    /// Preliminary, unconfirmed.
    Preliminary,
    /// If, unless.
    Condition,
    /// Whether, unclear, a question mark.
    Question,
    /// Not, no, never, without.
    Negation,
    /// A verb that implies its complement is false: fail to, refuse to.
    Implicative,
    /// About, at least, up to.
    Approximator,
}

/// Who says what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Attribution {
    /// The position in [`Extraction::attributions`].
    pub id: AttributionId,
    /// The sources, outermost first; empty where the text names nobody.
    pub source_chain: Vec<SourceId>,
    /// The word that reports; absent only where the text has none.
    pub cue: Option<Mention>,
    /// Through what it was said: "in his Telegram channel".
    pub channel: Option<Mention>,
    /// Whom it was said to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addressee: Option<Mention>,
    /// What is said, as one or more pieces.
    pub content: Vec<Span>,
    /// Quoted or in other words.
    pub style: Style,
    /// How the author stands to the content.
    pub stance: Stance,
    /// The rule that found it.
    pub rule: RuleId,
}

/// Whether a content is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Style {
    /// All of it stands in quotation marks.
    Direct,
    /// None of it does.
    Indirect,
    /// Some of it does.
    Mixed,
}

/// How the author of the text stands to what a source says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Stance {
    /// The cue presents it as true: confirmed, acknowledged, found.
    Committed,
    /// The cue is neutral: said, told.
    Uncommitted,
    /// The cue keeps its distance: claimed, alleged.
    Doubting,
}

/// One mention of something that happens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Event {
    /// The position in [`Extraction::events`].
    pub id: EventId,
    /// What kind of event.
    pub kind: EventKind,
    /// The head verb with its particle, or the event noun.
    pub trigger: Mention,
    /// Who and what takes part.
    pub args: Vec<Argument>,
    /// How many, where the text says so.
    pub count: Option<Count>,
    /// Whether it is put forward as having happened or not.
    pub polarity: Polarity,
    /// How sure its holder is.
    pub certainty: Certainty,
    /// When, seen from the text.
    pub tense: Tense,
    /// At what time, where the text says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// The rule that found it.
    pub rule: RuleId,
}

/// What part something takes in an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Argument {
    /// The part it takes.
    pub role: Role,
    /// The maximal noun phrase without preposition.
    pub span: Span,
    /// The text under the span.
    pub text: String,
}

/// A part in an event. `design`: what agent and target mean depends on the [`EventKind`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Role {
    /// Who does it.
    Agent,
    /// Whom or what it is done to.
    Target,
    /// Who receives it, or is asked.
    Recipient,
    /// Weapon, vehicle, means.
    Instrument,
    /// Where.
    Place,
    /// When.
    Time,
    /// From where.
    Origin,
    /// To where.
    Destination,
}

/// A number as bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Count {
    /// The least it can be.
    pub min: u64,
    /// The most it can be; absent where open ("at least 12").
    pub max: Option<u64>,
    /// Whether the text says that the number is inexact.
    pub approximate: bool,
}

/// Whether something is put forward as being so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Polarity {
    /// It is so.
    #[default]
    Positive,
    /// It is not so.
    Negative,
    /// Neither is said.
    Open,
}

/// How sure the holder is; ordered from weakest to strongest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Certainty {
    /// An open question.
    Unknown,
    /// May, might, could, suspect, fear.
    Possible,
    /// Likely, expect, believe, appears, allegedly.
    Probable,
    /// No cue lowers it.
    #[default]
    Certain,
}

/// When, seen from the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Tense {
    /// Past, perfect, and the headline present of finished events.
    Past,
    /// Present.
    Present,
    /// Will, is to; planned, ordered, demanded.
    Future,
    /// Noun phrases.
    #[default]
    None,
}

/// What a claim amounts to; derived from certainty, polarity, condition cues and tense, in that order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Status {
    /// Presented as fact by its holder, in either polarity. Not a verdict of truth.
    Factual,
    /// Below certain, or under a condition.
    Hedged,
    /// Certain and future.
    Projected,
    /// Certainty unknown, or polarity open.
    Open,
}

/// What somebody, the author or a source, puts forward.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Claim {
    /// The position in [`Extraction::claims`].
    pub id: ClaimId,
    /// The clause, as one or more pieces.
    pub content: Vec<Span>,
    /// The pieces joined by one space.
    pub text: String,
    /// The sentence it starts in.
    pub sentence: SentenceId,
    /// Whether it is asserted itself rather than in passing.
    pub primary: bool,
    /// Who answers for it; absent for the author.
    pub attribution: Option<AttributionId>,
    /// Whether its holder puts it forward as being so.
    pub polarity: Polarity,
    /// How sure its holder is.
    pub certainty: Certainty,
    /// When, seen from the text.
    pub tense: Tense,
    /// What it amounts to.
    pub status: Status,
    /// The cues that made it so.
    pub cues: Vec<CueId>,
    /// The events it is about.
    pub events: Vec<EventId>,
    /// A hash of what is claimed and by whom, which edits elsewhere in the text leave alone. Claims of the same words by the
    /// same mention share it.
    #[serde(default, skip_serializing_if = "ClaimKey::is_none")]
    pub key: ClaimKey,
    /// The subject, where it stands outside the content: "the army" for "withdrew" in "the army shelled it and withdrew".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<Mention>,
    /// Where two readings stay possible; the claim has the weaker one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub diagnostics: Vec<Diagnostic>,
}

/// A place where the text can be read in two ways.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Diagnostic {
    /// What is ambiguous.
    pub kind: DiagnosticKind,
    /// The words that are.
    pub span: Span,
}

/// What is ambiguous.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DiagnosticKind {
    /// The source is a pronoun, and whom it stands for is not safely known.
    UnlinkedSource,
    /// "May" and "could" before a plain verb: possibility, or permission and ability. Read as possibility, a hedge.
    AmbiguousModal,
    /// The claim stands in a quotation that is never closed, so where the source stops speaking is not known.
    UnclosedQuotation,
    /// "Did not leave because of it": the leaving or its reason may be denied. Read as denying the whole.
    NegatedReason,
}
