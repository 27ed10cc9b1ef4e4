//! What of a report is put forward: the frame, what it reports, or both.
//!
//! "Officials said the bridge fell" claims the content alone, "the army denied the attack" both, and "the firm declined to
//! comment" the frame alone, for nobody answers for a content there.

use std::borrow::Cow;

use super::Finder;
use crate::annotate::{Document, FoundAttribution, FoundEvent, FoundSource};
use crate::lexicon::{Class, Lexicon};
use crate::model::{Certainty, CueClass, CueKind, EventKind, Polarity};
use crate::syntax::{Clause, ClauseId, ClauseKind, Extent, GroupTense, Mood, PhraseId, VerbGroup, one_of};
use crate::tag::Pos;

/// The classes of `english/lexicon/claim.txt`, and what it borrows.
#[derive(Clone, Debug)]
pub(crate) struct ClaimClasses {
    /// Verbs whose object is put forward, those that do something with it by speaking, and those whose object may name anything.
    pub(super) report: Option<Class>,
    pub(super) act: Option<Class>,
    thing: Option<Class>,
    /// Verbs of looking for an answer.
    inquiry: Option<Class>,
    /// Verbs that ask or tell what a question does.
    pub(super) question: Option<Class>,
    /// Verbs that, negated, only tell of silence, and those that only tell of a wish.
    silence: Option<Class>,
    wish: Option<Class>,
    /// Verbs that, with a perfect infinitive, tell of what is said to be done: claim to have.
    pub(super) profess: Option<Class>,
    /// Adjectives that tell how somebody is rather than what is wanted: ready, willing.
    ready: Option<Class>,
    /// Words for being known by name, or not.
    anonymous: Option<Class>,
    /// Verbs that, in front of "to say how", keep it back.
    withhold: Option<Class>,
    /// Verbs whose infinitive is what comes of them.
    deed: Option<Class>,
    /// Verbs whose -ing form is not said to be so, and those of telling somebody what to do.
    unsaid: Option<Class>,
    order: Option<Class>,
    /// Verbs that tell how a deed goes on.
    phase: Option<Class>,
    /// Verbs whose frame is never put forward.
    plain: Option<Class>,
    /// Verbs that call their object something.
    name: Option<Class>,
    /// What lies ahead: "is likely to leave", "is expected on Sunday".
    ahead: [Option<Class>; 2],
    ahead_infinitive: Option<Class>,
    /// What must be is so: vital, imperative.
    vital: Option<Class>,
    /// What takes a clause with "that": verbs of saying and believing, adjectives of feeling.
    pub(super) says_that: Option<Class>,
    pub(super) feels_that: Option<Class>,
    /// With the infinitive of a report they only make it polite: "is pleased to announce".
    pub(super) courtesy: Option<Class>,
    /// Verbs of demanding that something be done.
    mandate: Option<Class>,
    /// Nouns for what is said: claim, report.
    report_noun: Option<Class>,
    /// Nouns for people.
    people: [Option<Class>; 2],
}

impl ClaimClasses {
    pub fn new(lexicon: &Lexicon) -> Self {
        let class = |name| lexicon.class(name);
        Self {
            report: class("claim.report"),
            act: class("claim.act"),
            thing: class("claim.thing"),
            inquiry: class("claim.inquiry"),
            question: class("frame.question"),
            silence: class("claim.silence"),
            wish: class("claim.wish"),
            profess: class("claim.profess"),
            ready: class("claim.ready"),
            anonymous: class("claim.anonymous"),
            withhold: class("claim.withhold"),
            deed: class("claim.deed"),
            unsaid: class("claim.unsaid"),
            order: class("claim.order"),
            phase: class("claim.phase"),
            plain: class("claim.plain"),
            name: class("claim.name"),
            ahead: [class("claim.ahead"), class("claim.ahead-adjective")],
            ahead_infinitive: class("claim.ahead-infinitive"),
            vital: class("claim.vital"),
            says_that: class("frame.that"),
            feels_that: class("adjective.that"),
            courtesy: class("claim.courtesy"),
            mandate: class("claim.mandate"),
            report_noun: class("takes.clause.noun"),
            people: [class("source.group"), class("source.role")],
        }
    }
}

/// What of a report is put forward.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Forward {
    /// The content, by its source.
    Content,
    /// The report, by who writes it.
    Frame,
    Both,
}

impl Finder<'_, '_> {
    /// What is put forward where a verb reports something.
    pub(super) fn forward(&self, attribution: &FoundAttribution) -> Forward {
        let Some(clause) = attribution.clause.map(|id| self.document.syntax.clause(id)) else {
            return if self.is_existential(attribution) { Forward::Frame } else { Forward::Content };
        };
        let words = self.document.words;
        let group = clause.group;
        // "never wanted to": no part of a verb that stands alone
        let never = |group: VerbGroup| {
            let before = group.extent.first.checked_sub(1).map(|at| words[at as usize].hash);
            before.is_some_and(|before| one_of!(before, "never"))
        };
        let negated =
            group.is_some_and(|group| group.negation.is_some() || never(group)) || self.shares_negation(clause);
        // "said it had carried out the raid" is both
        let responsible = self.claims_responsibility(clause);
        if responsible && self.has_clause(attribution) && self.has_finite_clause(attribution) {
            return Forward::Both;
        }
        if responsible || clause.subject.is_some_and(|subject| self.is_nobody(subject)) {
            return Forward::Frame;
        }
        match attribution.rule.as_str() {
            // "the storm is expected to turn": nobody answers for it but who writes so
            "attribution/passive-infinitive" | "attribution/passive-state"
                if attribution.source_chain.is_empty() && attribution.certainty < Certainty::Certain =>
            {
                Forward::Frame
            }
            // "is accused of taking bribes": nobody is there to answer for the bribes
            "attribution/passive-object"
                if attribution.source_chain.is_empty()
                    && (clause.is_finite() || attribution.certainty == Certainty::Certain) =>
            {
                Forward::Frame
            }
            "attribution/passive-question" if attribution.source_chain.is_empty() => Forward::Frame,
            // "two men reported missing were found"
            "attribution/passive-that"
                if attribution.source_chain.is_empty()
                    && clause.kind == ClauseKind::Participle
                    && !clause.set_off
                    && !self.has_finite_clause(attribution) =>
            {
                Forward::Frame
            }
            // "must accept that it has lost": nobody does so far
            "attribution/verb-that" | "attribution/verb-clause" if group.is_some_and(|group| self.is_bidden(group)) => {
                Forward::Frame
            }
            // "declined to comment", "did not want to speculate"
            "attribution/verb-infinitive"
                if attribution.polarity == Polarity::Negative && !negated
                    || negated
                        && (self.cue_is(attribution, self.classes.wish)
                            // "did not expect to see such a change"
                            || attribution.certainty < Certainty::Certain
                                && group.is_some_and(|group| group.tense == GroupTense::Past)) =>
            {
                Forward::Frame
            }
            // "is ready to govern", "neither is willing to talk": how somebody is
            "attribution/adjective" if self.cue_is(attribution, self.classes.ready) => Forward::Frame,
            // "has not said whether he intends to run": the intention is in question, not what is intended
            "attribution/verb-infinitive"
                if clause.kind == ClauseKind::Question && self.is_whether(clause) && clause.is_finite() =>
            {
                Forward::Frame
            }
            // "asked not to be named", "asked that her surname not be used"
            "attribution/verb-infinitive" | "attribution/verb-that" if self.hides(attribution) => Forward::Frame,
            // "offered to pay", "conspired to smuggle gold": what is done by it is more than a wish
            "attribution/verb-infinitive" if self.cue_is(attribution, self.classes.deed) => Forward::Frame,
            // "may discuss using the funds"
            "attribution/verb-gerund" if self.cue_is(attribution, self.classes.unsaid) => Forward::Frame,
            // "had been told to keep quiet": nobody is there who wants it
            "attribution/passive-infinitive"
                if attribution.source_chain.is_empty() && self.cue_is(attribution, self.classes.order) =>
            {
                Forward::Frame
            }
            // "allegedly planned to attack": who writes so says no more than that it is alleged
            "attribution/verb-infinitive" if group.is_some_and(|group| self.is_alleged(&group)) => Forward::Frame,
            "attribution/verb-question" => {
                let Some(first) = attribution.content.first().map(|piece| words[piece.first as usize].hash) else {
                    return Forward::Frame;
                };
                let modal = group.and_then(|group| group.modal).map_or(0, |modal| words[modal as usize].hash);
                // "knew what they were doing": a question that nobody answers
                let known =
                    group.is_some_and(|group| one_of!(words[group.head as usize].hash, "know" | "knows" | "knew"));
                // "must explain what he knew", "is considering whether to leave"
                let wh = one_of!(first, "how" | "why" | "what" | "who" | "when" | "where" | "which");
                // "will explain why it fell": nothing has been said so far
                let ahead = wh && group.is_some_and(|group| group.tense == GroupTense::Future || group.modal.is_some());
                if one_of!(modal, "must" | "should" | "ought")
                    || one_of!(first, "to")
                    || ahead
                    || wh && known && !negated
                {
                    return Forward::Frame;
                }
                // "did not say whether the pilot had survived" leaves that open, "did not say how" does not
                let withheld = clause.kind == ClauseKind::Infinitive && self.withholds(clause);
                // "is investigating whether it was arson": that matters in itself
                if clause.is_finite() && self.cue_is(attribution, self.classes.inquiry) {
                    return Forward::Both;
                }
                match (negated || withheld) && self.cue_is(attribution, self.classes.silence) {
                    true if one_of!(first, "how" | "why" | "what" | "who" | "when" | "where" | "which") => {
                        Forward::Frame
                    }
                    true => Forward::Both,
                    false => Forward::Content,
                }
            }
            // "did not recommend a boycott": nobody puts the boycott forward
            _ if negated && self.cue_is(attribution, self.classes.act) && !self.has_clause(attribution) => {
                Forward::Frame
            }
            _ => Forward::Content,
        }
    }

    /// "must", "should": somebody else wants it.
    fn is_bidden(&self, group: VerbGroup) -> bool {
        group.modal.is_some_and(|modal| {
            one_of!(self.document.words[modal as usize].hash, "must" | "should" | "ought" | "shall")
        })
    }

    /// "There is little evidence that it works": nobody is there to answer for the content.
    fn is_existential(&self, attribution: &FoundAttribution) -> bool {
        let head = attribution.head.filter(|_| attribution.rule == "attribution/noun-that");
        let clause = head.and_then(|head| self.document.syntax.clause_of_word(head));
        let group = clause.and_then(|id| self.document.syntax.clause(id).group).filter(|group| group.copula);
        let phrase = head.and_then(|head| self.document.syntax.phrase_of_word(head));
        let denied = phrase.is_some_and(|phrase| {
            let first = self.document.syntax.phrase(phrase).base.first;
            one_of!(self.document.words[first as usize].hash, "no" | "little" | "scant" | "insufficient")
        });
        attribution.source_chain.is_empty()
            && denied
            && group.is_some_and(|group| {
                let before = group.extent.first.checked_sub(1);
                before.is_some_and(|at| one_of!(self.document.words[at as usize].hash, "there"))
            })
    }

    /// "There are reports that the bridge fell": the clause that says no more than that there are.
    pub(super) fn existential_frame(&self, attribution: &FoundAttribution) -> Option<ClauseId> {
        let head = attribution.head.filter(|_| attribution.rule == "attribution/noun-that")?;
        let id = self.document.syntax.clause_of_word(head)?;
        let clause = self.document.syntax.clause(id);
        let subject = clause.subject.map(|subject| self.document.syntax.phrase(subject).head)?;
        let there = one_of!(self.document.words[subject as usize].hash, "there");
        let group = clause.group.filter(|group| group.copula && group.negation.is_none() && group.modal.is_none())?;
        // "there wasn't much confidence that"
        let denies = |at: u32| {
            let hash = self.document.words.get(at as usize).map_or(0, |word| word.hash);
            one_of!(hash, "n't" | "not" | "no" | "little" | "few" | "never")
        };
        let denied = (group.extent.first..group.extent.last + 1).any(denies);
        (there && !denied && clause.predicate == Some(head)).then_some(id)
    }

    /// "has not named him or said": a negation that reaches over "or".
    fn shares_negation(&self, clause: &Clause) -> bool {
        let or = |first: u32| first > 0 && one_of!(self.document.words[first as usize - 1].hash, "or" | "nor");
        let left = clause.conjunct_of.filter(|_| clause.shared_subject && or(clause.extent.first));
        let left = left.and_then(|left| self.document.syntax.clause(left).group);
        left.is_some_and(|left| left.negation.is_some())
    }

    /// "declined to say how": what governs an infinitive keeps back what it would say.
    fn withholds(&self, infinitive: &Clause) -> bool {
        let governor = infinitive.governor.map(|at| &self.document.words[at as usize]);
        governor.zip(self.classes.withhold).is_some_and(|(word, class)| self.document.lexicon.has_word(word, class))
    }

    /// "went on to say", "continues to insist": the clause of the verb that tells how the report in an infinitive goes on.
    pub(super) fn goes_on_saying(&self, infinitive: &Clause) -> Option<ClauseId> {
        let outer = infinitive.parent.filter(|_| infinitive.kind == ClauseKind::Infinitive)?;
        let verb = self
            .document
            .syntax
            .clause(outer)
            .verb()
            .filter(|_| self.document.syntax.clause(outer).verb() == infinitive.governor)?;
        let phase = self.document.lexicon.match_at(self.document.words, verb as usize, self.classes.phase?);
        phase.map(|_| outer)
    }

    /// "asked not to be named", "wished to remain anonymous": what is wanted is not to be known.
    fn hides(&self, attribution: &FoundAttribution) -> bool {
        let Some(class) = self.classes.anonymous else { return false };
        let words = self.document.words;
        attribution.content.first().is_some_and(|piece| {
            let near = piece.first..piece.last.min(piece.first + 5);
            near.into_iter().any(|at| self.document.lexicon.has_word(&words[at as usize], class))
                && (attribution.polarity == Polarity::Negative
                    || piece.range().take(5).any(|at| one_of!(words[at].hash, "not" | "remain" | "stay")))
        })
    }

    /// Whether a hedging adverb stands in or right before a verb group.
    fn is_alleged(&self, group: &VerbGroup) -> bool {
        let from = self.cues.partition_point(|cue| cue.extent.first + 1 < group.extent.first);
        let near = self.cues[from..].iter().take_while(|cue| cue.extent.first < group.head);
        near.into_iter().any(|cue| cue.kind == CueKind::Hedge && cue.class == CueClass::Adverb)
    }

    /// "claimed responsibility for the attack": it is done by saying so.
    fn claims_responsibility(&self, clause: &Clause) -> bool {
        let mut events = self.events_in(clause.extent).iter();
        let names = |event: &FoundEvent| match event.kind {
            EventKind::ClaimResponsibility => true,
            // "denied responsibility for the attack"
            EventKind::Reject => clause.objects[0].is_some_and(|object| {
                let head = self.document.syntax.phrase(object).head as usize;
                one_of!(self.document.words[head].hash, "responsibility" | "complicity" | "culpability")
            }),
            _ => false,
        };
        events.any(|event| Some(event.head) == clause.verb() && names(event))
    }

    /// "Nobody has claimed", "no official said": there is nobody to answer for a content.
    fn is_nobody(&self, phrase: PhraseId) -> bool {
        let phrase = self.document.syntax.phrase(phrase);
        let first = self.document.words[phrase.base.first as usize].hash;
        // "neither the army nor the rebels"
        let neither = || {
            let before = phrase.base.first.checked_sub(1).map(|before| self.document.words[before as usize].hash);
            before.is_some_and(|before| one_of!(before, "neither"))
        };
        one_of!(first, "nobody" | "none" | "no" | "neither" | "no-one") || neither()
    }

    /// The verb of the clause is the cue of an attribution with a content that is put forward.
    pub(super) fn is_report(&self, id: ClauseId) -> bool {
        self.reports[id as usize]
    }

    pub(super) fn has_clause(&self, attribution: &FoundAttribution) -> bool {
        let syntax = self.document.syntax;
        attribution.content.iter().any(|&piece| {
            let clause_begins = || syntax.clause_of_word(piece.first).is_some_and(|id| Some(id) != attribution.clause);
            let has_verb = piece.range().any(|word| matches!(self.document.words[word].pos, Pos::Verb | Pos::Aux));
            has_verb && (clause_begins() || self.controlled_clause(attribution, piece).is_some())
                || syntax.quotation_at(piece.first).is_some()
        })
    }

    fn has_finite_clause(&self, attribution: &FoundAttribution) -> bool {
        attribution.content.iter().any(|piece| {
            let id = self.document.syntax.clause_of_word(piece.first);
            id.is_some_and(|id| Some(id) != attribution.clause && self.document.syntax.clause(id).is_finite())
        })
    }

    /// "wants parliament to meet", "accused the firm of lying": the clause that the cue's object does.
    fn controlled_clause(&self, attribution: &FoundAttribution, piece: Extent) -> Option<ClauseId> {
        let syntax = self.document.syntax;
        let report = attribution.clause?;
        let object = syntax.clause(report).objects[0]?;
        let inner = syntax.children(report).find(|(_, clause)| {
            matches!(clause.kind, ClauseKind::Infinitive | ClauseKind::Gerund)
                && clause.governor == attribution.head
                && clause.subject == Some(object)
                && piece.covers(clause.extent)
        });
        inner.map(|(id, _)| id)
    }

    /// "It is unclear whether the pilot survived", "it is too early to say whether": an open question, and the clause that asks
    /// it.
    pub(super) fn asks(&self, question: &Clause) -> Option<ClauseId> {
        let syntax = self.document.syntax;
        let inner = question.parent.filter(|_| question.kind == ClauseKind::Question && question.is_finite())?;
        // "How many were hurt is not known"
        if self.left_open_by(question).is_some() {
            return Some(inner);
        }
        // "Whether the pilot survived is unclear"
        if self.is_whether(question) {
            let outer = syntax.clause(inner);
            let verb = outer.group.filter(|verb| verb.extent.first == question.extent.last);
            if verb.is_some_and(|verb| {
                verb.copula && outer.predicate.is_some() || verb.passive || verb.mood == Mood::Finite
            }) {
                return Some(inner);
            }
        }
        let infinitive = Some(syntax.clause(inner)).filter(|clause| clause.kind == ClauseKind::Infinitive);
        let outer = infinitive.map_or(Some(inner), |infinitive| infinitive.parent)?;
        let clause = syntax.clause(outer);
        let subject = syntax.phrase(clause.subject?);
        let expletive = subject.pronoun && one_of!(self.document.words[subject.head as usize].hash, "it");
        let word = |at: u32| self.document.words[at as usize].hash;
        let group = clause.group?;
        // "nobody knows who fired first"
        let unknown = one_of!(word(subject.base.first), "nobody" | "no" | "none" | "no-one")
            && one_of!(word(group.head), "know" | "knows" | "knew");
        if unknown && infinitive.is_none() {
            return Some(outer);
        }
        let group = Some(group).filter(|_| expletive)?;
        let stated = match infinitive.and_then(|infinitive| infinitive.group) {
            // "it remains to be seen whether"
            Some(seen) => {
                // "it was too soon to say whether"
                let before =
                    seen.extent.first.checked_sub(1).map_or(0, |before| self.document.words[before as usize].hash);
                clause.predicate.is_some() || seen.passive || group.copula && one_of!(before, "soon" | "early")
            }
            None => group.copula && clause.predicate.is_some() || group.passive,
        };
        stated.then_some(outer)
    }

    /// "How many were hurt is not known": the cue behind a wh-clause that is the subject of its clause, and leaves it open.
    pub(super) fn left_open_by(&self, question: &Clause) -> Option<u32> {
        let outer = question.parent.filter(|_| question.kind == ClauseKind::Question && !self.is_whether(question))?;
        let outer = self.document.syntax.clause(outer);
        if outer.group?.extent.first != question.extent.last {
            return None;
        }
        let from = self.cues.partition_point(|cue| cue.extent.first < question.extent.last);
        let behind = self.cues[from..].iter().take_while(|cue| cue.extent.first < outer.extent.last);
        let opens = behind
            .into_iter()
            .position(|cue| cue.kind == CueKind::Question && question.extent.contains(cue.scope.first))?;
        Some((from + opens) as u32)
    }

    fn is_whether(&self, question: &Clause) -> bool {
        question.marker.is_some_and(|marker| one_of!(self.document.words[marker as usize].hash, "whether"))
    }

    /// "should investigate whether the strike was lawful": open whoever is to answer it.
    pub(super) fn leaves_open(&self, question: &Clause) -> bool {
        // "Asked whether he would run, the mayor smiled"
        let asked = question.parent.is_some_and(|outer| {
            matches!(self.document.syntax.clause(outer).kind, ClauseKind::Participle | ClauseKind::Adverbial)
                && self.document.syntax.clause(outer).is_passive()
        });
        question.is_finite()
            && !asked
            && self.is_whether(question)
            && question.governor.is_some()
            && question.governor == question.parent.and_then(|outer| self.document.syntax.clause(outer).verb())
    }

    /// "were feared drowned": a participle that a frame needs to be whole.
    pub(super) fn completes_frame(&self, clause: &Clause) -> bool {
        let outer = clause.parent.filter(|_| clause.kind == ClauseKind::Participle);
        let group = outer.and_then(|outer| self.document.syntax.clause(outer).group);
        group.is_some_and(|group| group.passive && group.extent.last == clause.extent.first)
    }

    /// "is expected to turn north and reach the coast": the second infinitive is a claim of its own.
    pub(super) fn continues_frame(&self, clause: &Clause) -> bool {
        clause.kind == ClauseKind::Infinitive
            && clause.conjunct_of.is_some()
            && clause.parent.is_some_and(|outer| self.framed[outer as usize])
    }

    /// "called the plan absurd": what the object is called.
    pub(super) fn names(&self, attribution: &FoundAttribution) -> bool {
        let ([piece], Some(report)) = (&attribution.content[..], attribution.clause) else { return false };
        let object = self.document.syntax.clause(report).objects[0].map(|object| self.document.syntax.phrase(object));
        let finite = self.document.syntax.clause(report).is_finite();
        finite
            && self.cue_is(attribution, self.classes.name)
            && object.is_some_and(|object| {
                // "who call themselves the Front" only gives a name
                if one_of!(
                    self.document.words[object.head as usize].hash,
                    "themselves" | "itself" | "himself" | "herself"
                ) {
                    return false;
                }
                // "considering a merger as well" calls nobody anything
                // "described the plan as a mistake"
                let base = object.base.last;
                let named_as = self.document.words.get(base as usize).is_some_and(|word| one_of!(word.hash, "as"));
                let behind = if named_as { base } else { object.full.last }.min(piece.last)..piece.last;
                let quoted = self
                    .document
                    .syntax
                    .quotation_at(behind.start + 1)
                    .is_some_and(|quotation| quotation.open == behind.start);
                let named =
                    |at| matches!(self.document.words[at as usize].pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Verb);
                // "called an election for May" calls nobody anything
                let first = behind.clone().next().map(|at| &self.document.words[at as usize]);
                let apart = first.is_some_and(|word| word.pos == Pos::Adp && !one_of!(word.hash, "as"));
                quoted || !apart && behind.into_iter().any(named)
            })
    }

    /// "is likely to leave", "was due to be blown up", "a hearing is scheduled for March": said of what is to come.
    pub(super) fn looks_ahead(&self, id: ClauseId, denied: bool) -> bool {
        let syntax = self.document.syntax;
        let clause = syntax.clause(id);
        let Some(group) = clause.group.filter(|group| group.mood == Mood::Finite && group.modal.is_none()) else {
            return false;
        };
        if matches!(clause.kind, ClauseKind::That | ClauseKind::Bare) && self.is_mandated(clause, group)
            || self.is_vital(id, clause, group)
            || self.has_to(group)
        {
            return true;
        }
        let head = match (group.passive, group.copula, clause.predicate) {
            (true, _, _) => group.head,
            (_, true, Some(predicate)) => predicate,
            _ => return false,
        };
        let is = |class: &Option<Class>| {
            class.is_some_and(|class| {
                self.document.lexicon.match_at(self.document.words, head as usize, class).is_some()
            })
        };
        let infinitive = syntax.children(id).find(|(_, inner)| inner.kind == ClauseKind::Infinitive);
        match infinitive.and_then(|(_, inner)| inner.group) {
            // "is likely to have left" looks back
            Some(inner) if inner.perfect => false,
            Some(_) if is(&self.classes.ahead_infinitive) => true,
            // "the storm had been expected for days" looks back as well
            None if group.perfect && group.tense == GroupTense::Past => false,
            // "no date has been set"
            _ => !denied && self.classes.ahead.iter().any(is),
        }
    }

    /// "demanded that the mayor resign and that the vote be held": a bare form behind a verb of demanding.
    fn is_mandated(&self, clause: &Clause, group: VerbGroup) -> bool {
        let words = self.document.words;
        let first = &words[group.extent.first as usize];
        let bare = match group.extent.first == group.head {
            true => group.tense == GroupTense::Present && first.pos == Pos::Verb,
            false => one_of!(first.hash, "be" | "not"),
        };
        bare && clause.governor.is_some_and(|governor| {
            self.classes.mandate.is_some_and(|class| self.document.lexicon.has_word(&words[governor as usize], class))
        })
    }

    /// "have to be implemented": what must be.
    fn has_to(&self, group: VerbGroup) -> bool {
        let words = self.document.words;
        let hash = |at: u32| words.get(at as usize).map_or(0, |word| word.hash);
        let first = group.extent.first;
        group.tense == GroupTense::Present && one_of!(hash(first), "has" | "have") && one_of!(hash(first + 1), "to")
    }

    /// "It is vital that all parties respect the truce": what must be.
    fn is_vital(&self, id: ClauseId, clause: &Clause, group: VerbGroup) -> bool {
        let words = self.document.words;
        let predicate = clause.predicate.filter(|_| group.copula && group.tense == GroupTense::Present);
        let expletive = || {
            clause.subject.is_some_and(|it| one_of!(words[self.document.syntax.phrase(it).head as usize].hash, "it"))
        };
        predicate
            .zip(self.classes.vital)
            .is_some_and(|(at, class)| self.document.lexicon.has_word(&words[at as usize], class) && expletive())
            && self.document.syntax.children(id).any(|(_, inner)| {
                let ahead = |verb: VerbGroup| {
                    let must = verb.modal.is_some_and(|modal| one_of!(words[modal as usize].hash, "must" | "should"));
                    must || verb.tense == GroupTense::Present && !verb.perfect && !verb.progressive
                };
                inner.kind == ClauseKind::That && inner.governor == Some(group.head) && inner.group.is_some_and(ahead)
            })
    }

    /// "is believed to have fled"
    pub(super) fn looks_back(&self, id: ClauseId) -> bool {
        let infinitive = self.document.syntax.children(id).find(|(_, inner)| inner.kind == ClauseKind::Infinitive);
        self.framed[id as usize] && infinitive.and_then(|(_, inner)| inner.group).is_some_and(|group| group.perfect)
    }

    /// Whether a content without clause is put forward whatever it names: "ruled out early elections", "called it absurd".
    pub(super) fn is_thing(&self, attribution: &FoundAttribution) -> bool {
        if self.names(attribution) {
            return true;
        }
        let [piece] = attribution.content[..] else { return false };
        let Some((_, phrase)) = self.document.syntax.phrases_within(piece).next() else { return false };
        let word = &self.document.words[phrase.head as usize];
        let is = |class: &Option<Class>| class.is_some_and(|class| self.document.lexicon.has_word(word, class));
        // "appealed for witnesses" puts nobody forward
        let points = phrase.pronoun || is(&self.classes.report_noun) || self.classes.people.iter().any(is);
        !points && self.cue_is(attribution, self.classes.thing)
    }

    pub(super) fn is_report_noun(&self, noun: u32) -> bool {
        let word = &self.document.words[noun as usize];
        self.classes.report_noun.is_some_and(|class| self.document.lexicon.has_word(word, class))
    }

    /// Accusing, threatening, demanding, denying, condemning matter in themselves; ruling out and calling names do not.
    pub(super) fn is_speech_act(&self, id: ClauseId) -> bool {
        let clause = self.document.syntax.clause(id);
        let is = |class: Option<Class>| {
            let matches = |verb| self.document.lexicon.match_at(self.document.words, verb as usize, class?);
            clause.verb().and_then(matches).is_some()
        };
        let only_reports = is(self.classes.plain) || is(self.classes.thing) && !is(self.classes.act);
        // "called him a liar" only says so
        let only_reports = only_reports || self.calls[id as usize];
        !only_reports
            && self.events_in(clause.extent).iter().any(|event| {
                Some(event.head) == clause.verb()
                    && matches!(
                        event.kind,
                        EventKind::Accuse
                            | EventKind::ClaimResponsibility
                            | EventKind::Threaten
                            | EventKind::Request
                            | EventKind::Reject
                    )
            })
            // "agreed that the talks should go on": so much is done
            || !only_reports && self.agrees(id, clause)
    }

    /// Whether it has been agreed that something is to be done, which is more than an opinion that is shared.
    fn agrees(&self, id: ClauseId, clause: &Clause) -> bool {
        let words = self.document.words;
        let Some(group) = clause.group.filter(|group| one_of!(words[group.head as usize].hash, "agreed")) else {
            return false;
        };
        let ahead = |verb: VerbGroup| {
            let must = |modal: u32| one_of!(words[modal as usize].hash, "must" | "should" | "would" | "'d" | "shall");
            verb.tense == GroupTense::Future || verb.modal.is_some_and(must)
        };
        group.modal.is_none()
            && self
                .events_in(clause.extent)
                .iter()
                .any(|event| event.head == group.head && event.kind == EventKind::Agree)
            && self.document.syntax.children(id).any(|(_, inner)| {
                matches!(inner.kind, ClauseKind::That | ClauseKind::Bare)
                    && inner.governor == Some(group.head)
                    && inner.group.is_some_and(ahead)
            })
    }

    pub(super) fn cue_is(&self, attribution: &FoundAttribution, class: Option<Class>) -> bool {
        let (Some(cue), Some(class)) = (attribution.cue, class) else { return false };
        self.document
            .lexicon
            .match_at(self.document.words, attribution.head.unwrap_or(cue.first) as usize, class)
            .is_some()
    }

    /// "announced the closure of the mine": the frame only reports what its object names.
    pub(super) fn reports_phrase(&self, attribution: &FoundAttribution) -> bool {
        let mut content = attribution.content.iter();
        self.cue_is(attribution, self.classes.report)
            && content.any(|&piece| self.events_in(piece).iter().any(|event| event.kind != EventKind::Other))
            || self.is_thing(attribution)
    }
}

/// The content of an attribution as far as its cue's clause reaches: "the army should find out whether it fell and report back".
pub(super) fn own_content<'f>(document: &Document<'_>, attribution: &'f FoundAttribution) -> Cow<'f, [Extent]> {
    let whole = Cow::Borrowed(&attribution.content[..]);
    let [piece] = attribution.content[..] else { return whole };
    let last = match attribution.clause.map(|id| document.syntax.clause(id)) {
        // "rumours that the firm was sold have circulated": a noun's clause ends before its verb
        None => {
            let governed = document.syntax.clause_of_word(piece.first).map(|id| document.syntax.clause(id));
            let own = |clause: &&Clause| {
                attribution.head.is_some() && clause.governor == attribution.head && clause.kind == ClauseKind::That
            };
            governed.filter(own).map(|clause| clause.extent.last)
        }
        Some(clause) => {
            let behind_cue =
                attribution.head.is_some_and(|head| head < piece.first) && clause.extent.contains(piece.first);
            let quoted = document
                .syntax
                .quotation_at(piece.first)
                .is_some_and(|quotation| !quotation.inner.contains(clause.extent.first));
            (behind_cue && !quoted && clause.kind != ClauseKind::Parenthetical).then_some(clause.extent.last)
        }
    };
    match last {
        Some(last) if last < piece.last => Cow::Owned(vec![Extent::new(piece.first, last.max(piece.first))]),
        _ => whole,
    }
}

/// Cue and source of the attributions whose cue is a phrase.
pub(super) fn frames(attributions: &[FoundAttribution], sources: &[FoundSource]) -> Vec<Extent> {
    let mut frames: Vec<Extent> = attributions
        .iter()
        .filter(|attribution| {
            matches!(
                attribution.rule.as_str(),
                "attribution/according-to" | "attribution/in-the-words-of" | "attribution/headline"
            )
        })
        .filter_map(|attribution| {
            let cue = attribution.cue?;
            let source = attribution.source_chain.last().map_or(cue, |&at| sources[at as usize].extent);
            Some(Extent::new(cue.first.min(source.first), cue.last.max(source.last)))
        })
        .collect();
    frames.sort_unstable();
    frames
}
