//! Cues: which words of a text hedge, condition, question or negate, and what each acts on.
//!
//! One pass over the words, here. Of the entries that start at a word the longest wins, idioms that are no cues among them;
//! then each must fit its place in the sentence, or the next one is tried. What fits is asked in a room for each kind of word.

mod implicative;
mod modal;
mod modifier;
mod negation;
mod noun;
mod number;
mod question;
mod surroundings;
mod verb;

use super::entry::{ENTRIES, Entry, Frame, Index, Places};
use crate::annotate::Document;
use crate::annotate::found::{FoundCue, Target, Turn};
use crate::lexicon::{Class, Lexicon};
use crate::model::{Certainty, CueClass, CueKind, RuleId};
use crate::syntax::{ClauseKind, Extent, NONE, marks, one_of, places};
use crate::tag::Word;
use noun::Complements;

/// The classes of the cue lists.
#[derive(Clone, Debug)]
pub(super) struct CueClasses {
    index: Index,
    look_tail: Option<Class>,
    report: Option<Class>,
    say: Option<Class>,
    hinder: [Option<Class>; 2],
    turning: [Option<Class>; 2],
    consider: Option<Class>,
    narrative: Option<Class>,
    allege: Option<Class>,
    allege_thing: Option<Class>,
    purport: Option<Class>,
    emerge: Option<Class>,
    appear: Option<Class>,
    state: Option<Class>,
    belief_infinitive: Option<Class>,
    standard: Option<Class>,
    disbelief: Option<Class>,
    deed: Option<Class>,
    physical: Option<Class>,
    show: Option<Class>,
    cause: Option<Class>,
    refused: Option<Class>,
    courtesy: Option<Class>,
    outcome: Option<Class>,
    /// What has to come first: approval.
    consent: Option<Class>,
    measured: Option<Class>,
    lasting: Option<Class>,
    party: Option<Class>,
    people: [Option<Class>; 4],
}

impl CueClasses {
    pub fn new(lexicon: &Lexicon) -> Self {
        Self {
            index: Index::new(lexicon, ENTRIES.iter().map(|entry| entry.name)),
            look_tail: lexicon.class("cue-look-tail"),
            report: lexicon.class("cue-report-provisional"),
            say: lexicon.class("sense-say"),
            hinder: ["sense-implies-block", "sense-implies-avert"].map(|name| lexicon.class(name)),
            turning: ["sense-implies-refuse", "sense-implies-not"].map(|name| lexicon.class(name)),
            refused: lexicon.class("cue-refused"),
            courtesy: lexicon.class("cue-courtesy"),
            outcome: lexicon.class("cue-outcome"),
            consent: lexicon.class("cue-consent"),
            measured: lexicon.class("cue-measured"),
            lasting: lexicon.class("cue-lasting"),
            party: lexicon.class("cue-party"),
            show: lexicon.class("cue-show"),
            cause: lexicon.class("cue-bare-cause"),
            allege: lexicon.class("cue-allege-probable"),
            allege_thing: lexicon.class("cue-allege-thing"),
            purport: lexicon.class("cue-purport"),
            emerge: lexicon.class("cue-emerge"),
            appear: lexicon.class("cue-appear"),
            state: lexicon.class("cue-state"),
            belief_infinitive: lexicon.class("cue-belief-infinitive"),
            standard: lexicon.class("cue-standard"),
            disbelief: lexicon.class("cue-belief-unlikely"),
            deed: lexicon.class("nominal"),
            physical: lexicon.class("cue-hinder-deed"),
            narrative: lexicon.class("cue-narrative"),
            consider: lexicon.class("cue-consider"),
            people: ["source.role", "source.person", "source.group", "source.organization"]
                .map(|name| lexicon.class(name)),
        }
    }
}

/// Finds the cues of a text, in order.
pub(super) fn cues(document: &Document<'_>, classes: &CueClasses) -> Vec<FoundCue> {
    let finder = Finder { document, classes, complement_at: complements(document) };
    let mut found = Vec::new();
    let words = document.words;
    let mut behind = 0;
    let concerns = |word: &Word| {
        behind += 1;
        classes.index.concerns(word, words.get(behind).map_or(0, |next| next.hash))
    };
    let mut next = 0;
    for i in places(marks(words, concerns)) {
        if i >= next {
            next = i + finder.at(i, &mut found);
        }
    }
    finder.question_marks(&mut found);
    finder.drop_unconditional(&mut found);
    found.sort_by_key(|cue| (cue.extent.first, cue.extent.last));
    found
}

/// For each word the first clause that completes it.
fn complements(document: &Document<'_>) -> Vec<u32> {
    let mut at = vec![NONE; document.words.len()];
    for (clause, id) in document.syntax.clauses.iter().zip(0..) {
        let completes = matches!(
            clause.kind,
            ClauseKind::That | ClauseKind::Bare | ClauseKind::Question | ClauseKind::Infinitive | ClauseKind::Gerund
        );
        let Some(governor) = clause.governor.filter(|_| completes && clause.conjunct_of.is_none()) else { continue };
        let slot = &mut at[governor as usize];
        if *slot == NONE {
            *slot = id;
        }
    }
    at
}

struct Finder<'d, 'a> {
    document: &'d Document<'a>,
    classes: &'d CueClasses,
    complement_at: Vec<u32>,
}

/// What a cue acts on and how far.
struct Reach {
    target: Target,
    scope: Extent,
}

impl Finder<'_, '_> {
    /// Finds the cue at `i` and says how many words are used up.
    fn at(&self, i: u32, found: &mut Vec<FoundCue>) -> u32 {
        let Document { words, lexicon, .. } = *self.document;
        let (word, index) = (&words[i as usize], &self.classes.index);
        let next = words.get(i as usize + 1).map_or(0, |next| next.hash);
        if index.starts_phrase(word, next) {
            // the longest first
            let mut phrases = lexicon.phrases_at(words, i as usize).peekable();
            while let Some((class, length)) = phrases.next() {
                let mut places = index.of_class(class);
                while let Some((class, _)) = phrases.next_if(|&(_, next)| next == length) {
                    places = places.or(index.of_class(class));
                }
                if let Some(used) = self.first_that_fits(places, i, length as u32, found) {
                    return used;
                }
            }
        }
        match index.of_word(word) {
            places if places.is_empty() => 1,
            places => self.first_that_fits(places, i, 1, found).unwrap_or(1),
        }
    }

    /// Finds the cue in so many words at `i` that are all these entries, and says how many words are used up.
    fn first_that_fits(&self, places: Places, i: u32, length: u32, found: &mut Vec<FoundCue>) -> Option<u32> {
        for place in places.iter() {
            let entry = &ENTRIES[place];
            if entry.frame == Frame::Idiom {
                return Some(length);
            }
            if let Some((extent, reach)) = self.fits(entry, Extent::new(i, i + length)) {
                found.push(self.cue(entry, extent, i, reach));
                // "found no evidence that": nothing was found, and what it would show is in doubt
                if length > 1 && one_of!(self.document.words[i as usize].hash, "no") && entry.kind != CueKind::Negation
                {
                    let mut single = self.classes.index.of_word(&self.document.words[i as usize]).iter();
                    if let Some(place) = single.find(|&place| ENTRIES[place].frame == Frame::No) {
                        let extent = Extent::new(i, i + 1);
                        found.extend(self.no(extent).map(|reach| self.cue(&ENTRIES[place], extent, i, reach)));
                    }
                }
                return Some(length);
            }
        }
        None
    }

    fn cue(&self, entry: &Entry, extent: Extent, head: u32, reach: Reach) -> FoundCue {
        // "not rule out" is a hedge, "rule out" a negation
        let hedges = entry.frame == Frame::Exclude && extent.first < head;
        FoundCue {
            kind: if hedges { CueKind::Hedge } else { entry.kind },
            class: if hedges {
                CueClass::Evidential
            } else if entry.frame == Frame::Exclude {
                CueClass::Implicative
            } else {
                entry.class
            },
            extent,
            scope: reach.scope,
            strength: if entry.frame == Frame::Exclude && !hedges { Certainty::Certain } else { entry.strength },
            turn: if hedges { Turn::Keep } else { entry.turn },
            target: reach.target,
            head,
            rule: RuleId::built_in(entry.rule()),
        }
    }

    fn fits(&self, entry: &Entry, extent: Extent) -> Option<(Extent, Reach)> {
        let i = extent.first;
        // of "almost certain" the adjective is the last word
        let last = extent.last - 1;
        let reach = match entry.frame {
            Frame::Idiom => None,
            Frame::Modal => self.modal(i),
            Frame::Conditional => self.conditional(i),
            Frame::Epistemic => self.epistemic(i),
            Frame::Adverb => self.adverb(extent),
            // "it is more likely than not that"
            Frame::Adjective if last >= i + 2 && one_of!(self.hash(last), "not") => self.predicative(last - 2),
            Frame::Adjective => {
                self.attributive(last).or_else(|| self.predicative(last)).or_else(|| self.postpositive(last))
            }
            Frame::Predicate => self.predicative(i),
            Frame::BeliefState => self.belief_state(i),
            Frame::Attributive => self.attributive(i),
            Frame::Noun => self.noun(i, Complements::Any),
            Frame::NounWithComplement => self.noun(i, Complements::Needed),
            Frame::NounWithClause => self.noun(i, Complements::Clause),
            Frame::Seem => self.seem(i),
            Frame::Look => self.look(i, extent.last),
            Frame::Evidence => self.evidence(i),
            Frame::Belief => self.belief(i, false),
            Frame::BeliefOfThing => self.belief(i, true),
            Frame::Held => self.held(i),
            Frame::Regard => self.regard(i),
            Frame::Allege => self.allege(i),
            Frame::Preliminary => self.preliminary(i),
            Frame::Condition => self.condition(extent),
            Frame::Inverted => self.inverted(i),
            Frame::Until => self.until(i),
            Frame::Question => self.question(extent),
            Frame::Open => self.open(extent),
            Frame::Not => self.not(extent),
            Frame::No => self.no(extent),
            Frame::Nearly => self.nearly(extent),
            Frame::Without => self.without(extent),
            Frame::Nor => self.nor(extent),
            Frame::Approximator => self.approximator(extent),
            Frame::Implicative => self.implicative(i),
            Frame::StopDoing => self.stops(i),
            Frame::Hinder => self.hinders(i),
            Frame::Exclude | Frame::Confirm => return self.negated_or_not(entry.frame, extent),
        };
        Some((extent, reach?))
    }
}

/// The rule of the modals that hedge in conditionals only.
const CONDITIONAL: &str = "modal-conditional";
/// The rule of the auxiliaries that open a condition.
const INVERTED: &str = "condition-inverted";
/// How far before a modal the words that tell when are looked for.
const BEFORE_MODAL: u32 = 4;
/// How many phrases are looked through for one that depends on a noun.
const MODIFIERS: usize = 16;
