//! Factuality: hedges, negations and other cues with their scopes, and the certainty, polarity and tense they leave.
//!
//! [`cue`] finds what words do, [`scope`] how far they reach; [`signature`] knows what verbs, nouns and adjectives say of
//! their complements, and [`value`] composes it all along the path from the outermost clause to a predicate. Which words are
//! cues stands in `english/lexicon/cues.txt` and `signatures.txt`. Whether a statement is true is not decided anywhere.

mod cue;
mod entry;
mod scope;
mod signature;
mod value;

use super::found::Target;
use super::{Document, FoundAttribution, FoundCue, FoundEvent, Knowledge, Value};
use crate::lexicon::{Class, Lexicon};
use crate::model::{Certainty, CueClass, CueKind, Polarity, Tense};
use crate::syntax::{Clause, ClauseId, ClauseKind, Extent, GroupTense, Link, Ranks, one_of};
use crate::tag::Pos;
use cue::CueClasses;
use signature::{Senses, Signatures};
use value::{Stand, Values};

/// The classes that this step asks for, resolved once.
#[derive(Clone, Debug)]
pub(crate) struct FactualityClasses {
    cues: CueClasses,
    signatures: Signatures,
    senses: Senses,
}

impl FactualityClasses {
    pub fn new(lexicon: &Lexicon) -> Self {
        Self { cues: CueClasses::new(lexicon), signatures: Signatures::new(lexicon), senses: Senses::new(lexicon) }
    }
}

/// "No one could", "neither the firm nor its owners could", "could find no witness": the subject or the object denies what is
/// said.
fn names_nobody(document: &Document<'_>, clause: &Clause) -> bool {
    let object = clause.objects[0].map(|object| document.syntax.phrase(object).base.first as usize);
    if object.is_some_and(|first| one_of!(document.words[first].hash, "no" | "nobody" | "none" | "nothing" | "little"))
    {
        return true;
    }
    clause.subject.is_some_and(|subject| {
        let first = document.syntax.phrase(subject).base.first as usize;
        let hash = |at: usize| document.words.get(at).map_or(0, |word| word.hash);
        one_of!(hash(first), "no" | "nobody" | "none" | "neither" | "nothing" | "few" | "nor")
            || one_of!(hash(first.wrapping_sub(1)), "nor" | "neither")
    })
}

/// "I would urge both sides": politely said, and said all the same.
fn is_courtesy(document: &Document<'_>, clause: &Clause, class: Option<Class>) -> bool {
    let Some((group, subject)) = clause.group.zip(clause.subject) else { return false };
    let word = |at: u32| &document.words[at as usize];
    let modal = group.modal.is_some_and(|modal| one_of!(word(modal).hash, "would" | "'d"));
    modal
        && !group.perfect
        && group.negation.is_none()
        && group
            .modal
            .is_some_and(|modal| !one_of!(document.words.get(modal as usize + 1).map_or(0, |next| next.hash), "have"))
        && one_of!(word(document.syntax.phrase(subject).head).hash, "i" | "we")
        && class.is_some_and(|class| document.lexicon.has_word(word(group.head), class))
}

/// Finds the cues of a text, in order.
pub(super) fn cues(document: &Document<'_>, knowledge: &Knowledge) -> Vec<FoundCue> {
    cue::cues(document, &knowledge.factuality.cues)
}

/// What the clauses of a text are worth to its author.
pub(super) struct AuthorValues<'d> {
    cues: CueList<'d>,
    known: Vec<Stand>,
}

/// The cues of a text, found by the words around which they stand.
struct CueList<'d> {
    cues: &'d [FoundCue],
    ranks: Ranks,
}

impl<'d> CueList<'d> {
    fn new(document: &Document<'_>, cues: &'d [FoundCue]) -> Self {
        Self { cues, ranks: Ranks::new(document.words.len(), cues.iter().map(|cue| cue.extent.first)) }
    }

    /// Those from the word `first` up to the word `last`, which is no longer among them, with their indices; no more than
    /// so many.
    fn between(&self, first: u32, last: u32, most: usize) -> impl Iterator<Item = (&'d FoundCue, u32)> + use<'d> {
        let (from, to) = (self.ranks.before(first), self.ranks.before(last));
        self.cues[from..to.clamp(from, from + most)].iter().zip(from as u32..)
    }
}

/// Gives every event the value of its own predicate, as the author sees it.
pub(super) fn assess<'d>(
    document: &'d Document<'_>,
    cues: &'d [FoundCue],
    knowledge: &'d Knowledge,
    events: &mut [FoundEvent],
) -> AuthorValues<'d> {
    let values = Values::of_author(document, CueList::new(document, cues), &knowledge.factuality);
    for event in events {
        let stand = values.event(event.head);
        let (certainty, polarity) = stand.of_event();
        event.value = Value { certainty, polarity, tense: stand.tense, cues: Vec::new() };
    }
    AuthorValues { cues: values.cues, known: values.known }
}

/// The values of claims for their holders.
pub(super) struct ClaimValues<'d, 'a>(Values<'d, 'a>);

impl<'d, 'a> ClaimValues<'d, 'a> {
    pub fn new(
        document: &'d Document<'a>,
        attributions: &[FoundAttribution],
        author: AuthorValues<'d>,
        knowledge: &'d Knowledge,
    ) -> Self {
        Self(Values::of_holders(document, author.cues, &knowledge.factuality, attributions, author.known))
    }

    /// "denied the claim by the army that it fell": a clause that syntax gives to another noun than the one that it completes.
    fn is_beside(&self, clause: Option<ClauseId>, attribution: &FoundAttribution) -> bool {
        let clause = clause.map(|id| self.0.document.syntax.clause(id));
        attribution.rule == "attribution/noun-that"
            && clause.is_some_and(|clause| clause.kind == ClauseKind::Relative && !self.0.is_content(clause))
    }

    /// The value of the clause `clause`, or of the noun phrase `content` where there is none.
    pub fn of(&self, content: &[Extent], clause: Option<ClauseId>, attribution: Option<&FoundAttribution>) -> Value {
        let Values { document, cues: CueList { cues, .. }, .. } = self.0;
        let head = clause.and_then(|id| document.syntax.clause(id).verb()).or_else(|| {
            let piece = content.first()?;
            document.syntax.phrases_within(*piece).next().map(|(_, phrase)| phrase.head).or(Some(piece.first))
        });
        let implied = clause.and_then(|id| self.0.implied(id));
        let stand = match (clause, head) {
            (Some(id), _) => self.0.claim(id, implied),
            (None, Some(head)) => Stand { tense: Tense::None, ..self.0.event(head) },
            (None, None) => Stand::PLAIN,
        };
        let mut acting = match clause {
            Some(id) => self.acting_on(id, implied.is_some()),
            None => head.map_or(Vec::new(), |head| self.acting_on_phrase(head)),
        };
        let mut value =
            Value { certainty: stand.certainty, polarity: stand.polarity, tense: stand.tense, cues: Vec::new() };
        if let Some(attribution) = attribution {
            let within = attribution.clause.is_some_and(|report| match (clause, head) {
                // "denied the attack": the verb has turned its object
                (None, Some(head)) => value.polarity == Polarity::Negative && self.0.is_argument(head, report),
                _ => self.0.lies_within(clause, report) && !self.is_beside(clause, attribution),
            });
            acting.extend(self.cue_of(attribution));
            // "dismissed suggestions that": who does so has no doubt
            let noun = attribution.head.filter(|&head| document.words[head as usize].pos == Pos::Noun);
            let sure = attribution.polarity == Polarity::Negative && attribution.certainty == Certainty::Certain;
            // "the allegation that he lied is false"
            let called_false = |head: u32| {
                let link = document.syntax.phrase_of_word(head).map(|id| document.syntax.phrase(id).link);
                matches!(link, Some(Link::Subject(id)) if self.0.is_called_false(head, document.syntax.clause(id)))
            };
            if noun.is_some_and(|head| sure || value.polarity == Polarity::Negative && called_false(head)) {
                acting.retain(|&at| Some(cues[at as usize].head) != attribution.head);
            }
            // "they might say that it was": whether they do is open, and so is what they would say
            let modal = |clause: ClauseId| self.0.document.syntax.clause(clause).group.and_then(|group| group.modal);
            let may = attribution
                .clause
                .and_then(modal)
                .filter(|&at| one_of!(document.words[at as usize].hash, "may" | "might" | "could"));
            acting.extend(
                may.and_then(|at| self.near(Extent::new(at, at + 1)).find(|(cue, _)| cue.head == at && hedges(cue)))
                    .map(|(_, index)| index),
            );
            // "analysts believe the president wants to": what the outer source holds for likely is no surer inside
            if let Some(report) = attribution.clause.filter(|_| attribution.source_chain.len() > 1) {
                let believed = |at: &u32| matches!(cues[*at as usize].class, CueClass::Belief | CueClass::Evidential);
                let outer = self.acting_on(report, self.0.implied(report).is_some());
                acting.extend(outer.into_iter().filter(believed));
            }
            join(&mut value, attribution, within);
        }
        acting.sort_unstable();
        acting.dedup();
        // "unclear whether" is one way to say that something is open
        for at in 1..acting.len() {
            let [left, right] = [at - 1, at].map(|at| &cues[acting[at] as usize]);
            let open = [left, right].iter().all(|cue| cue.class == CueClass::Question);
            if open && left.extent.last == right.extent.first {
                acting.remove(at);
                break;
            }
        }
        // a claim is below certain where a cue makes it so, and nowhere else
        let weakest =
            acting.iter().map(|&at| &cues[at as usize]).filter(|cue| hedges(cue)).map(|cue| cue.strength).min();
        value.certainty = weakest.map_or(Certainty::Certain, |weakest| value.certainty.min(weakest));
        if value.polarity == Polarity::Open || value.certainty == Certainty::Unknown {
            value.polarity = Polarity::Open;
            value.certainty = Certainty::Unknown;
        }
        value.cues = acting;
        value
    }

    /// The cues that the value of a clause rests on: its own, and those on the way out to its holder. Whether it implies another
    /// is known.
    fn acting_on(&self, id: ClauseId, implies: bool) -> Vec<u32> {
        let syntax = self.0.document.syntax;
        let mut found = Vec::new();
        let mut at = id;
        for _ in 0..value::DEEPEST {
            let clause = syntax.clause(at);
            let outwards = matches!(
                clause.kind,
                ClauseKind::That
                    | ClauseKind::Bare
                    | ClauseKind::Question
                    | ClauseKind::Infinitive
                    | ClauseKind::Gerund
            ) || clause.kind == ClauseKind::Relative
                && self.0.is_content(clause)
                && (clause.objects[0].is_some() || clause.group.is_some_and(|group| group.passive || group.copula));
            let outer = clause.parent.filter(|&parent| parent < at && outwards);
            let verb = clause.verb().unwrap_or(clause.extent.first);
            let implied = at == id && implies;
            let around = outer.map_or(clause.extent, |outer| syntax.clause(outer).extent);
            for (cue, index) in self.near(around) {
                let acts = match cue.target {
                    Target::Clause(target) => {
                        // a condition that stands between a report and its content opens no other claim than itself
                        let opened = cue.kind == CueKind::Condition
                            && at == id
                            && clause.kind == ClauseKind::Question
                            && clause.marker.is_some_and(|marker| cue.extent.contains(marker));
                        // "has yet to approve the plan"
                        let inner = syntax.clause(target);
                        let yet = implied
                            && inner.parent == Some(at)
                            && inner.group.is_some_and(|group| cue.extent.contains(group.extent.first));
                        // "it is not certain that"
                        let unsure = implied
                            && inner.parent == Some(at)
                            && clause.predicate.is_some_and(|predicate| cue.extent.contains(predicate));
                        // "is expected to leave if it rains"
                        let under = implied
                            && cue.kind == CueKind::Condition
                            && inner.parent == Some(at)
                            && clause.group.is_some_and(|group| group.tense != GroupTense::Past && !group.perfect)
                            && self.0.clause(at).polarity == Polarity::Positive;
                        // "is ready to leave if it rains"
                        let ready =
                            at == id && cue.kind == CueKind::Condition && self.0.is_readiness(clause, at, target);
                        target == at || opened || yet || unsure || under || ready || self.0.shares(at, target, cue)
                    }
                    // "the blast was a possible attack"
                    Target::Phrase(phrase) => {
                        at == id && hedges(cue) && syntax.phrase(phrase).link == Link::Predicate(at)
                    }
                    Target::Complement => {
                        let from = syntax.clause_of_word(cue.head);
                        // "remains to be seen whether": the question depends on its last verb
                        let ends = || syntax.clause_of_word(cue.extent.last - 1) == outer;
                        cue.kind != CueKind::Approximator
                            && (cue.scope.contains(verb)
                                && (from == Some(at) || from == outer || ends())
                                && (from == Some(at) || outer.is_some())
                                || implied
                                    && (cue.head == verb
                                        || clause.predicate.is_some_and(|predicate| cue.extent.contains(predicate))
                                        || Some(cue.head) == self.0.odds(clause)))
                    }
                };
                if acts {
                    found.push(index);
                }
            }
            match outer.filter(|&outer| !self.0.is_report(outer)) {
                Some(outer) => at = outer,
                None => break,
            }
        }
        found
    }

    /// The cues that act on what a noun names.
    fn acting_on_phrase(&self, head: u32) -> Vec<u32> {
        let Some(id) = self.0.document.syntax.phrase_of_word(head) else { return Vec::new() };
        let phrase = self.0.document.syntax.phrase(id).full;
        self.near(phrase).filter(|(cue, _)| cue.target == Target::Phrase(id)).map(|(_, index)| index).collect()
    }

    /// The cue that an attribution is made by, where that is one.
    fn cue_of(&self, attribution: &FoundAttribution) -> Option<u32> {
        let head = attribution.head?;
        self.near(Extent::new(head, head + 1)).find(|(cue, _)| cue.head == head && hedges(cue)).map(|(_, index)| index)
    }

    fn near(&self, extent: Extent) -> impl Iterator<Item = (&'d FoundCue, u32)> + use<'d, 'a> {
        self.0.cues.between(extent.first.saturating_sub(LONGEST_CUE), extent.last, MOST_CUES)
    }
}

/// How many words a cue has at most.
const LONGEST_CUE: u32 = 12;
/// How many cues around a claim are heeded.
const MOST_CUES: usize = 64;

fn hedges(cue: &FoundCue) -> bool {
    matches!(cue.kind, CueKind::Hedge | CueKind::Condition | CueKind::Question)
}

/// Joins in what a report says of its content, where the path to it has not done so.
fn join(value: &mut Value, attribution: &FoundAttribution, joined: bool) {
    value.certainty = value.certainty.min(attribution.certainty);
    if !joined {
        value.polarity = match (attribution.polarity, value.polarity) {
            (Polarity::Positive, polarity) => polarity,
            (Polarity::Open, _) | (_, Polarity::Open) => Polarity::Open,
            (Polarity::Negative, Polarity::Positive) => Polarity::Negative,
            (Polarity::Negative, Polarity::Negative) => Polarity::Positive,
        };
    }
    if attribution.prospective && value.tense != Tense::Past {
        value.tense = Tense::Future;
    }
}

impl Values<'_, '_> {
    /// The value of the event that a word names.
    fn event(&self, head: u32) -> Stand {
        let syntax = self.document.syntax;
        if let Some(id) = syntax.clause_of_verb(head) {
            return self.clause(id);
        }
        if let Some(id) = syntax.phrase_of_word(head) {
            let phrase = syntax.phrase(id);
            let word = &self.document.words[head as usize];
            return match word.pos {
                _ if head == phrase.head => Stand { tense: Tense::None, ..self.phrase(id, value::FARTHEST) },
                Pos::Noun | Pos::Propn => Stand { tense: Tense::None, ..self.modifier(id) },
                _ => Stand::PLAIN,
            };
        }
        let stand = syntax.clause_of_word(head).map_or(Stand::PLAIN, |id| self.clause(id));
        // "feared dead", "presumed dead": what is held of the subject
        let held = self.cues.between(head.saturating_sub(1), head, 1).next().map(|(cue, _)| cue);
        let held = held.filter(|cue| cue.class == CueClass::Belief && cue.target == Target::Complement);
        held.map_or(stand, |cue| stand.under(cue.strength, cue.turn))
    }

    /// The value of a clause as a claim: a verb that turns or weakens its complement speaks for the whole.
    fn claim(&self, id: ClauseId, implied: Option<Stand>) -> Stand {
        let stand = self.clause(id);
        match implied {
            // "it is possible that he fled": what is so of the content is so of the claim
            Some(inner)
                if (stand.tense == Tense::Present || inner.tense == Tense::Future) && self.says_only_how_sure(id) =>
            {
                Stand { certainty: inner.certainty.min(stand.certainty), ..inner }
            }
            Some(inner) => Stand { polarity: inner.polarity, certainty: inner.certainty.min(stand.certainty), ..stand },
            None => stand,
        }
    }

    /// Whether a noun is an object of a clause.
    fn is_argument(&self, head: u32, clause: ClauseId) -> bool {
        let syntax = self.document.syntax;
        let phrase = syntax.phrase_of_word(head).map(|id| syntax.phrase(id));
        phrase.is_some_and(|phrase| phrase.link == Link::Object(clause) || phrase.link == Link::Oblique(clause))
    }

    /// Whether the path from a clause outwards meets another.
    fn lies_within(&self, clause: Option<ClauseId>, outer: ClauseId) -> bool {
        let meets = |id| id == outer || self.document.syntax.ancestors(id).any(|(around, _)| around == outer);
        clause.is_some_and(meets)
    }
}
