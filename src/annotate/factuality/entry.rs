//! What the classes of the word lists mean: which class is which kind of cue, how it stands in a sentence, what it leaves.

use crate::annotate::found::Turn;
use crate::lexicon::{ByRow, Class, Lexicon, Openings};
use crate::model::{Certainty, CueClass, CueKind};
use crate::tag::Word;

/// How a cue stands in its sentence, and so what it acts on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// Looks like a cue and is none; its words are used up.
    Idiom,
    /// may, might, could: over the clause of its verb group.
    Modal,
    /// would: a hedge in conditionals only.
    Conditional,
    /// must, should: a hedge where it infers.
    Epistemic,
    /// Over its clause, or the phrase it stands right in front of.
    Adverb,
    /// In front of a noun, or said of a subject.
    Adjective,
    /// Only in front of a noun.
    Attributive,
    /// Only said of a subject or a clause.
    Predicate,
    /// Over the that-clause that completes it; no cue without one.
    BeliefState,
    /// Over its complement, or by itself over its noun phrase.
    Noun,
    /// Over its complement; no cue without one.
    NounWithComplement,
    /// Over its that-clause; no cue without one.
    NounWithClause,
    /// seem, appear: over its clause with the infinitive, or over its that-clause.
    Seem,
    /// look, sound, feel before like, as if, set to.
    Look,
    /// suggest, indicate: what a finding says.
    Evidence,
    /// Over its complement clause.
    Belief,
    /// Over its complement clause or its object.
    BeliefOfThing,
    /// "is understood to", "it is understood that": in the passive only.
    Held,
    /// "is considered", "regarded as".
    Regard,
    /// "is alleged to", "accused of".
    Allege,
    /// Before a report noun: over what the report says.
    Preliminary,
    /// Opens a condition: over the clause that depends on it as well.
    Condition,
    /// An auxiliary in front of its subject opens a condition.
    Inverted,
    /// until: a condition of what is not to be before.
    Until,
    /// Opens an indirect question.
    Question,
    /// A phrase that leaves its complement open.
    Open,
    /// not, never: over its clause, or the phrase it stands right in front of.
    Not,
    /// no, none, nobody: over the clause of its noun phrase.
    No,
    /// without, instead of: over the phrase or the -ing clause behind it.
    Without,
    /// nearly, almost: over the clause of the past tense right behind it.
    Nearly,
    /// nor, but not: over the conjunct behind it.
    Nor,
    /// In front of a number.
    Approximator,
    /// fail, prevent, refuse: over its complement.
    Implicative,
    /// stop, quit: over its -ing clause; with an infinitive it is a purpose.
    StopDoing,
    /// keep, bar: over the -ing clause behind "from".
    Hinder,
    /// "not rule out": a hedge where negated, else a negation.
    Exclude,
    /// "not confirmed": leaves its complement open where negated, else no cue.
    Confirm,
}

/// The meaning of one class of the cue lists.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub name: &'static str,
    pub frame: Frame,
    pub kind: CueKind,
    pub class: CueClass,
    /// What the cue leaves of certainty.
    pub strength: Certainty,
    pub turn: Turn,
}

impl Entry {
    /// The class as it stands in the `rule` of a cue.
    pub fn rule(&self) -> &'static str {
        let name = self.name;
        name.strip_prefix("cue-").or_else(|| name.strip_prefix("sense-")).unwrap_or(name)
    }
}

const fn hedge(name: &'static str, frame: Frame, class: CueClass, strength: Certainty) -> Entry {
    Entry { name, frame, kind: CueKind::Hedge, class, strength, turn: Turn::Keep }
}

const fn flip(name: &'static str, frame: Frame, class: CueClass, strength: Certainty) -> Entry {
    Entry { turn: Turn::Flip, ..hedge(name, frame, class, strength) }
}

const fn question(name: &'static str, frame: Frame) -> Entry {
    let entry = hedge(name, frame, CueClass::Question, Certainty::Unknown);
    Entry { kind: CueKind::Question, turn: Turn::Open, ..entry }
}

const fn negation(name: &'static str, frame: Frame) -> Entry {
    let entry = flip(name, frame, CueClass::Negation, Certainty::Certain);
    Entry { kind: CueKind::Negation, ..entry }
}

const fn implicative(name: &'static str) -> Entry {
    let entry = flip(name, Frame::Implicative, CueClass::Implicative, Certainty::Certain);
    Entry { kind: CueKind::Negation, ..entry }
}

use Certainty::{Certain, Possible, Probable, Unknown};

/// All classes that are cues. Where a word stands in several, the first that fits its sentence holds.
pub(super) const ENTRIES: &[Entry] = &[
    hedge("cue-idiom", Frame::Idiom, CueClass::Adverb, Certain),
    hedge("cue-modal-possible", Frame::Modal, CueClass::Modal, Possible),
    hedge("cue-modal-conditional", Frame::Conditional, CueClass::Modal, Possible),
    hedge("cue-modal-epistemic", Frame::Epistemic, CueClass::Modal, Probable),
    hedge("cue-adverb-possible", Frame::Adverb, CueClass::Adverb, Possible),
    hedge("cue-adverb-probable", Frame::Adverb, CueClass::Adverb, Probable),
    flip("cue-adverb-unlikely", Frame::Adverb, CueClass::Adverb, Probable),
    hedge("cue-preliminary-probable", Frame::Preliminary, CueClass::Preliminary, Probable),
    hedge("cue-adjective-possible", Frame::Adjective, CueClass::Adjective, Possible),
    hedge("cue-adjective-probable", Frame::Adjective, CueClass::Adjective, Probable),
    hedge("cue-adjective-attributive", Frame::Attributive, CueClass::Adjective, Probable),
    flip("cue-adjective-unlikely", Frame::Adjective, CueClass::Adjective, Probable),
    hedge("cue-adjective-belief-possible", Frame::BeliefState, CueClass::Belief, Possible),
    hedge("cue-adjective-belief-probable", Frame::BeliefState, CueClass::Belief, Probable),
    flip("cue-adjective-belief-unlikely", Frame::BeliefState, CueClass::Belief, Probable),
    question("cue-adjective-open", Frame::Predicate),
    question("cue-open-certain", Frame::Open),
    flip("cue-open-unlikely", Frame::Open, CueClass::Evidential, Probable),
    hedge("cue-noun-possible", Frame::Noun, CueClass::Noun, Possible),
    hedge("cue-noun-probable", Frame::NounWithComplement, CueClass::Noun, Probable),
    flip("cue-noun-unlikely", Frame::NounWithComplement, CueClass::Noun, Probable),
    hedge("cue-noun-of-possible", Frame::NounWithComplement, CueClass::Noun, Possible),
    hedge("cue-noun-of-probable", Frame::NounWithComplement, CueClass::Noun, Probable),
    hedge("cue-noun-that-possible", Frame::NounWithClause, CueClass::Noun, Possible),
    hedge("cue-noun-that-probable", Frame::NounWithClause, CueClass::Noun, Probable),
    question("cue-noun-open", Frame::NounWithComplement),
    hedge("cue-seem-probable", Frame::Seem, CueClass::Evidential, Probable),
    hedge("cue-look-probable", Frame::Look, CueClass::Evidential, Probable),
    hedge("cue-evidence-probable", Frame::Evidence, CueClass::Evidential, Probable),
    hedge("cue-belief-thing-possible", Frame::BeliefOfThing, CueClass::Belief, Possible),
    hedge("cue-belief-thing-probable", Frame::BeliefOfThing, CueClass::Belief, Probable),
    hedge("cue-belief-possible", Frame::Belief, CueClass::Belief, Possible),
    hedge("cue-belief-probable", Frame::Belief, CueClass::Belief, Probable),
    flip("cue-belief-unlikely", Frame::Belief, CueClass::Belief, Probable),
    hedge("cue-held-probable", Frame::Held, CueClass::Belief, Probable),
    hedge("cue-belief-as", Frame::Regard, CueClass::Belief, Probable),
    hedge("cue-allege-probable", Frame::Allege, CueClass::Belief, Probable),
    Entry {
        kind: CueKind::Condition,
        ..hedge("cue-condition-possible", Frame::Condition, CueClass::Condition, Possible)
    },
    Entry {
        kind: CueKind::Condition,
        ..hedge("cue-condition-inverted", Frame::Inverted, CueClass::Condition, Possible)
    },
    Entry { kind: CueKind::Condition, ..hedge("cue-condition-until", Frame::Until, CueClass::Condition, Possible) },
    question("cue-question-open", Frame::Question),
    negation("cue-negation-adverb", Frame::Not),
    negation("cue-negation-near", Frame::Nearly),
    negation("cue-negation-determiner", Frame::No),
    negation("cue-negation-preposition", Frame::Without),
    negation("cue-negation-conjunction", Frame::Nor),
    Entry { class: CueClass::Adjective, strength: Possible, ..implicative_as("sense-exclude", Frame::Exclude) },
    implicative("sense-implies-not"),
    implicative("sense-implies-block"),
    implicative("sense-implies-refuse"),
    implicative_as("sense-implies-stop", Frame::StopDoing),
    implicative("sense-implies-cease"),
    implicative("sense-implies-avert"),
    implicative_as("sense-implies-keep", Frame::Hinder),
    Entry { turn: Turn::Open, strength: Unknown, ..question("sense-confirm", Frame::Confirm) },
    Entry {
        kind: CueKind::Approximator,
        ..hedge("cue-approximator", Frame::Approximator, CueClass::Approximator, Certain)
    },
];

const _: () = assert!(ENTRIES.len() <= Places::MOST);

const fn implicative_as(name: &'static str, frame: Frame) -> Entry {
    Entry { frame, ..implicative(name) }
}

/// Places in a table of meanings, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Places(u64);

impl Places {
    /// As many meanings as a table may have.
    pub const MOST: usize = u64::BITS as usize;

    fn of(place: usize) -> Self {
        Self(1 << place)
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The places in order.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        let rest = std::iter::successors(Some(self.0), |&bits| Some(bits & bits.wrapping_sub(1)));
        rest.take_while(|&bits| bits != 0).map(|bits| bits.trailing_zeros() as usize)
    }
}

/// Where the classes of a word stand in a table of meanings.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    by_class: Vec<Places>,
    /// Those of the classes of a word together.
    by_row: ByRow<Places>,
    /// How the phrases of such a class open.
    openings: Openings,
}

impl Index {
    /// An index over the classes with these names; names that no list declares are left out.
    pub fn new(lexicon: &Lexicon, names: impl Iterator<Item = &'static str>) -> Self {
        let mut by_class = vec![Places::default(); lexicon.columns()];
        for (place, name) in names.enumerate() {
            if let Some(class) = lexicon.class(name) {
                by_class[class.index()] = Places::of(place);
            }
        }
        let by_row = lexicon.tabulate(|class| by_class[class.index()], Places::or);
        let openings = lexicon.openings_of(|class| !by_class[class.index()].is_empty());
        Self { by_class, by_row, openings }
    }

    /// Whether a word, or a phrase that starts with it, can have a place; the next word is told by its hash.
    #[inline]
    pub fn concerns(&self, word: &Word, next: u64) -> bool {
        !self.of_word(word).is_empty() | self.starts_phrase(word, next)
    }

    /// Whether a phrase that has a place can start with a word and the one that has this hash.
    #[inline]
    pub fn starts_phrase(&self, word: &Word, next: u64) -> bool {
        self.openings.has(word.entry, next)
    }

    /// The places of the classes that a word belongs to by itself.
    #[inline]
    pub fn of_word(&self, word: &Word) -> Places {
        self.by_row.of(word.row)
    }

    /// The place of a class, none for most.
    pub fn of_class(&self, class: Class) -> Places {
        self.by_class.get(class.index()).copied().unwrap_or_default()
    }
}
