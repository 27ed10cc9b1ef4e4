//! The classes of words that decide what is put forward.

use crate::lexicon::{Class, Lexicon};

/// The classes of `english/lexicon/claim.txt`, and what it borrows.
#[derive(Clone, Debug)]
pub(crate) struct ClaimClasses {
    /// Verbs whose object is put forward, those that do something with it by speaking, and those whose object may name anything.
    pub(super) report: Option<Class>,
    pub(super) act: Option<Class>,
    pub(super) thing: Option<Class>,
    /// Verbs of looking for an answer.
    pub(super) inquiry: Option<Class>,
    /// Verbs that ask or tell what a question does.
    pub(super) question: Option<Class>,
    /// Verbs that, negated, only tell of silence, and those that only tell of a wish.
    pub(super) silence: Option<Class>,
    pub(super) wish: Option<Class>,
    /// Verbs that, with a perfect infinitive, tell of what is said to be done: claim to have.
    pub(super) profess: Option<Class>,
    /// Adjectives that tell how somebody is rather than what is wanted: ready, willing.
    pub(super) ready: Option<Class>,
    /// Words for being known by name, or not.
    pub(super) anonymous: Option<Class>,
    /// Verbs that, in front of "to say how", keep it back.
    pub(super) withhold: Option<Class>,
    /// Verbs whose infinitive is what comes of them.
    pub(super) deed: Option<Class>,
    /// Verbs whose -ing form is not said to be so, and those of telling somebody what to do.
    pub(super) unsaid: Option<Class>,
    pub(super) order: Option<Class>,
    /// Verbs that tell how a deed goes on.
    pub(super) phase: Option<Class>,
    /// Verbs whose frame is never put forward.
    pub(super) plain: Option<Class>,
    /// Verbs that call their object something.
    pub(super) name: Option<Class>,
    /// Verbs that do so with "as": dismiss as.
    pub(super) name_as: Option<Class>,
    /// What lies ahead: "is likely to leave", "is expected on Sunday".
    pub(super) ahead: [Option<Class>; 2],
    pub(super) ahead_infinitive: Option<Class>,
    /// What must be is so: vital, imperative.
    pub(super) vital: Option<Class>,
    /// Verbs of asking somebody to do something.
    pub(super) asks_to: Option<Class>,
    /// What takes a clause with "that": verbs of saying and believing, adjectives of feeling.
    pub(super) says_that: Option<Class>,
    pub(super) feels_that: Option<Class>,
    /// With the infinitive of a report they only make it polite: "is pleased to announce".
    pub(super) courtesy: Option<Class>,
    /// Verbs of demanding that something be done.
    pub(super) mandate: Option<Class>,
    /// What it is tells what somebody wants: goal, mission.
    pub(super) aim: Option<Class>,
    /// Nouns for what is said: claim, report.
    pub(super) report_noun: Option<Class>,
    /// Nouns for people.
    pub(super) people: [Option<Class>; 2],
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
            name_as: class("claim.name-as"),
            ahead: [class("claim.ahead"), class("claim.ahead-adjective")],
            ahead_infinitive: class("claim.ahead-infinitive"),
            vital: class("claim.vital"),
            asks_to: class("claim.bid"),
            says_that: class("frame.that"),
            feels_that: class("adjective.that"),
            courtesy: class("claim.courtesy"),
            mandate: class("claim.mandate"),
            aim: class("claim.aim"),
            report_noun: class("takes.clause.noun"),
            people: [class("source.group"), class("source.role")],
        }
    }
}
