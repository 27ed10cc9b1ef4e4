//! Contexts of clauses: what a clause is worth by what governs it or how it depends on its main clause.

use super::super::LONGEST_CUE;
use super::super::scope;
use super::super::signature::{Shapes, Signature};
use super::{FARTHEST, Given, MOST_CUES, Stand, Values};
use crate::annotate::found::Turn;
use crate::annotate::{Document, FoundCue};
use crate::lexicon::Class;
use crate::model::{Certainty, CueClass, Polarity, Tense};
use crate::syntax::{Clause, ClauseId, ClauseKind, GroupTense, Link, Mood, PhraseId, one_of};
use crate::tag::Pos;
use crate::token::hash;

impl Values<'_, '_> {
    pub(super) fn context(&self, id: ClauseId, clause: &Clause) -> Stand {
        let Some(parent) = clause.parent.filter(|&parent| parent < id) else { return Stand::PLAIN };
        // what is said of the source or of the time of a report is no part of what it reports
        let content = match clause.kind {
            ClauseKind::Relative | ClauseKind::Adverbial | ClauseKind::Parenthetical => false,
            // "the mayor, arrested on Monday, denied it"
            ClauseKind::Participle => {
                let report = self.document.syntax.clause(parent).verb();
                report.is_none_or(|report| report < clause.extent.first)
            }
            _ => true,
        };
        if let Some(left) = self.reports.get(parent as usize).copied().flatten().filter(|_| content) {
            return match clause.kind {
                ClauseKind::Gerund => self.doing(left, id, clause, parent),
                // "no shots are believed to have been fired": of whom there is none nothing is believed
                ClauseKind::Infinitive
                    if left.polarity == Polarity::Positive && self.is_held_of_nobody(clause, parent) =>
                {
                    Stand { polarity: Polarity::Negative, ..left }
                }
                // "suggested that he resign"
                _ if left.tense == Tense::None && scope::is_mandative(self.document, clause) => {
                    Stand { tense: Tense::Future, ..left }
                }
                _ => left,
            };
        }
        match clause.kind {
            ClauseKind::Relative if self.is_content(clause) => self.complement(id, clause, parent),
            ClauseKind::Relative | ClauseKind::Participle if self.is_of_nobody(clause, parent) => self.clause(parent),
            // "anyone who attacks it will be punished": whether somebody does nobody says
            ClauseKind::Relative if self.is_of_anybody(clause, parent) => {
                Stand { ahead: Certainty::Possible, ..Stand::PLAIN }
            }
            ClauseKind::Main | ClauseKind::Parenthetical | ClauseKind::Relative => Stand::PLAIN,
            ClauseKind::Participle => {
                let outer = self.clause(parent);
                // a free adjunct shares how sure its main clause is: "may have exploded, killing two"
                // ", adding that" tells what was said
                let says = self.is_one_of(clause.verb(), self.senses.say);
                let shares = clause.set_off
                    && !says
                    && clause.group.is_some_and(|group| group.mood == Mood::Gerund || !group.passive);
                if shares && outer.polarity == Polarity::Positive {
                    Stand { polarity: Polarity::Positive, ..outer }
                } else {
                    Stand { tense: outer.tense, ..Stand::PLAIN }
                }
            }
            ClauseKind::Adverbial => self.adverbial(clause, parent),
            ClauseKind::That
            | ClauseKind::Bare
            | ClauseKind::Question
            | ClauseKind::Infinitive
            | ClauseKind::Gerund => self.complement(id, clause, parent),
        }
    }

    /// "anyone who leaves", "any guards who leave", where what is said of them lies ahead or may be.
    fn is_of_anybody(&self, clause: &Clause, parent: ClauseId) -> bool {
        let Document { words, syntax, .. } = *self.document;
        let word = |at: u32| words[at as usize].hash;
        let present = clause.group.is_some_and(|group| group.tense == GroupTense::Present && !group.perfect);
        let noun = clause.governor.filter(|_| present).and_then(|noun| syntax.phrase_of_word(noun));
        noun.map(|id| syntax.phrase(id)).is_some_and(|phrase| {
            one_of!(word(phrase.base.first), "anyone" | "anybody" | "any" | "anything" | "whoever" | "those")
                && syntax.clause(parent).group.is_some_and(|group| {
                    matches!(group.tense, GroupTense::Future | GroupTense::None) && group.modal.is_some()
                })
        })
    }

    /// "there were no shots fired", "there is nobody who knows", "has no trip planned": what is said of whom there is none.
    fn is_of_nobody(&self, clause: &Clause, parent: ClauseId) -> bool {
        let Document { words, syntax, .. } = *self.document;
        if self.clause(parent).polarity != Polarity::Negative {
            return false;
        }
        let outer = syntax.clause(parent);
        let word = |at: u32| words[at as usize].hash;
        let there = |id: PhraseId| one_of!(word(syntax.phrase(id).head), "there");
        let exists = outer.subject.is_some_and(there) && outer.group.is_some_and(|group| group.copula);
        let has = || outer.verb().is_some_and(|verb| one_of!(word(verb), "have" | "has" | "had"));
        let Some(phrase) = clause.governor.and_then(|noun| syntax.phrase_of_word(noun)).map(|id| syntax.phrase(id))
        else {
            return false;
        };
        let owned = || matches!(phrase.link, Link::Object(_)) && clause.kind == ClauseKind::Participle && has();
        (exists && matches!(phrase.link, Link::Predicate(_)) || owned())
            && one_of!(word(phrase.base.first), "no" | "nobody" | "none" | "nothing" | "any" | "anyone" | "anybody")
    }

    /// "no shots are believed to have been fired"
    fn is_held_of_nobody(&self, held: &Clause, report: ClauseId) -> bool {
        let clause = self.document.syntax.clause(report);
        let none = |subject: PhraseId| {
            let first = self.document.syntax.phrase(subject).base.first;
            one_of!(self.document.words[first as usize].hash, "no" | "nobody" | "none" | "neither" | "nothing")
        };
        let believed = clause.group.is_some_and(|group| group.negation.is_none() && held.governor == Some(group.head));
        clause.is_passive() && believed && clause.subject.is_some_and(none)
    }

    /// "considered closing", "denied closing", "stopped short of closing": no tense of its own tells when what is reported is
    /// done, and no negation that it is not.
    fn doing(&self, left: Stand, id: ClauseId, clause: &Clause, parent: ClauseId) -> Stand {
        let outer = self.complement(id, clause, parent);
        let signature = clause.governor.and_then(|governor| self.signature(governor, self.shape(clause)));
        let tense = match left.tense {
            // "ruled out stepping down"
            _ if signature.is_some_and(Signature::is_exclusion) => Tense::Future,
            Tense::None => outer.tense,
            tense => tense,
        };
        let polarity = if left.polarity == Polarity::Positive { outer.polarity } else { left.polarity };
        Stand { tense, polarity, ..left }
    }

    /// "concerns that shares will fall", which the parser may take for a relative clause
    pub fn is_content(&self, clause: &Clause) -> bool {
        let Some((marker, governor)) = clause.marker.zip(clause.governor) else { return false };
        let subject = clause.subject.map(|subject| self.document.syntax.phrase(subject).base.first);
        self.document.words[marker as usize].hash == const { hash(b"that") }
            && marker == governor + 1
            && subject.is_some_and(|subject| subject > marker)
            && self.signature(governor, Shapes::THAT).is_some_and(|signature| {
                // "claims that he stole it"
                let whole = || clause.objects[0].is_some() || clause.is_passive();
                signature.is_doubt() || (signature.is_saying() || signature.is_untrue()) && whole()
            })
    }

    /// What a complement is worth by what governs it.
    fn complement(&self, id: ClauseId, clause: &Clause, parent: ClauseId) -> Stand {
        let syntax = self.document.syntax;
        let outer_clause = syntax.clause(parent);
        let outer = self.clause(parent);
        // "offered more than brokers had seen": what is compared with is there
        if clause.marker.is_some_and(|marker| one_of!(self.document.words[marker as usize].hash, "than")) {
            return Stand::PLAIN;
        }
        // "not everyone believes that": some do
        let outer = match outer.polarity == Polarity::Negative && self.is_not_all(outer_clause) {
            true => outer.turned(Turn::Flip),
            false => outer,
        };
        // "said if it rains, they stay"
        let conditional = clause.conjunct_of.is_some_and(|left| scope::said_under(self.document, left) == Some(id));
        let shape = if conditional { Shapes::THAT } else { self.shape(clause) };
        if !conditional && clause.kind == ClauseKind::Question && self.is_whether(clause) {
            if scope::said_under(self.document, id).is_some() {
                return Stand { certainty: Certainty::Possible, ..Stand::PLAIN };
            }
            return Stand { certainty: Certainty::Unknown, polarity: Polarity::Open, ..outer };
        }
        // "it is not impossible that"
        if matches!(clause.kind, ClauseKind::That | ClauseKind::Bare) {
            if let Some(cue) = outer_clause.predicate.and_then(|predicate| self.phrase_ending_at(predicate)) {
                return Stand { certainty: outer.certainty.min(cue.strength), polarity: Polarity::Positive, ..outer }
                    .turned(cue.turn);
            }
        }
        if let Some(turned) = self.by_preposition(clause, outer) {
            return turned;
        }
        let governor = clause.governor;
        // "it is hard to say what caused it"
        let open = || [governor, outer_clause.predicate].into_iter().flatten().any(|word| self.is_left_open(word));
        if matches!(clause.kind, ClauseKind::Question | ClauseKind::That | ClauseKind::Bare) && open() {
            let given = (clause.kind == ClauseKind::Question).then_some(Given::SO);
            return Stand { certainty: Certainty::Unknown, polarity: Polarity::Open, given, ..outer };
        }
        let noun = governor
            .filter(|&governor| Some(governor) != outer_clause.verb() && Some(governor) != outer_clause.predicate);
        if shape == Shapes::THAT && governor.is_some_and(|governor| self.is_beyond_doubt(governor)) {
            return Stand { polarity: Polarity::Positive, ..outer };
        }
        if let Some(noun) = noun {
            if let Some(signature) = self.signature(noun, shape) {
                let phrase = syntax.phrase_of_word(noun).map_or(outer, |phrase| self.phrase(phrase, FARTHEST));
                let phrase = if self.is_little(noun) { phrase.turned(Turn::Flip) } else { phrase };
                let told_to = clause.kind == ClauseKind::Infinitive && signature.lies_ahead();
                if let Some(polarity) = self.outcome(noun, outer_clause).filter(|_| told_to) {
                    return Stand { polarity, ..outer };
                }
                let left = signature.apply(phrase, shape);
                // "dismissed claims that he had lied"
                let told = shape == Shapes::THAT && (signature.is_saying() || signature.is_doubt());
                if let Some(denial) = self.denial_of(noun, outer_clause).filter(|_| told) {
                    return denial.apply(outer, shape);
                }
                return if self.is_called_false(noun, outer_clause) { left.turned(Turn::Flip) } else { left };
            }
        }
        // "had the courage to speak": the noun says it, where the verb says nothing
        let had = || {
            let object = syntax.phrase(outer_clause.objects[0]?);
            let light = outer_clause.verb().is_some_and(|verb| {
                one_of!(
                    self.document.words[verb as usize].hash,
                    "have" | "has" | "had" | "having" | "find" | "finds" | "found"
                )
            });
            (light && object.base.last == clause.extent.first).then_some(object.head)
        };
        let had = (clause.kind == ClauseKind::Infinitive && noun.is_none()).then(had).flatten();
        let named = self.named_by_subject(clause, outer_clause);
        let mandative = shape == Shapes::THAT && scope::is_mandative(self.document, clause);
        let heads = [had, named, governor.filter(|_| noun.is_none()), outer_clause.predicate, outer_clause.verb()];
        for head in heads.into_iter().flatten() {
            let proposed = if mandative { self.signature(head, Shapes::INFINITIVE) } else { None };
            let found = proposed
                .filter(|signature| signature.lies_ahead())
                .or_else(|| self.signature(head, shape))
                .or_else(|| {
                    let passive = clause.kind == ClauseKind::Infinitive && outer_clause.is_passive();
                    passive.then(|| self.signature(head, Shapes::THAT)).flatten()
                });
            // "an attempt by villagers opposed to the dam to stop it": the infinitive completes something else
            let apart = || clause.kind == ClauseKind::Infinitive && clause.extent.first != head + 1;
            let found = found.filter(|signature| !signature.is_aversion() || !apart());
            if let Some(signature) = found {
                // "there is little hope of finding them"
                let outer = if self.is_little(head) { outer.turned(Turn::Flip) } else { outer };
                let left = signature.apply(outer, shape);
                // "is expected to pass", "is unlikely to return": to come
                let expects = signature.is_doubt() && clause.kind == ClauseKind::Infinitive && signature.looks_ahead();
                let plain = clause.group.is_some_and(|group| !group.perfect && !group.progressive);
                let left = match expects && plain && outer.tense == Tense::Present {
                    true => Stand { tense: Tense::Future, ..left },
                    false => left,
                };
                return if self.is_said_falsely(outer_clause) { left.turned(Turn::Flip) } else { left };
            }
        }
        match clause.kind {
            ClauseKind::That | ClauseKind::Bare | ClauseKind::Question => {
                Stand { polarity: Polarity::Positive, ..outer }
            }
            ClauseKind::Infinitive if self.is_too(outer_clause) => match outer_clause.predicate {
                // "too early to judge": nothing yet
                Some(early) if self.is_early(early) => {
                    Stand { certainty: Certainty::Unknown, polarity: Polarity::Open, ..outer }
                }
                _ => outer.turned(Turn::Flip),
            },
            ClauseKind::Infinitive
                if self.names_who_did(noun.or(outer_clause.predicate)) || self.is_result(clause, outer_clause) =>
            {
                Stand { polarity: Polarity::Positive, ..outer }
            }
            ClauseKind::Infinitive if self.is_yet_to(clause) => outer,
            // "does not change the rules except to relax them"
            ClauseKind::Infinitive
                if outer.polarity == Polarity::Negative
                    && (self.is_behind(clause, const { hash(b"except") })
                        || self.is_behind(clause, const { hash(b"but") })) =>
            {
                outer.turned(Turn::Flip)
            }
            // "took three months to finish"
            ClauseKind::Infinitive if outer.tense == Tense::Past && self.takes_time(outer_clause) => outer,
            // "reached the hut only to find it empty"
            ClauseKind::Infinitive if self.is_behind(clause, const { hash(b"only") }) && outer.tense == Tense::Past => {
                outer
            }
            // a purpose
            ClauseKind::Infinitive => {
                Stand { tense: Tense::Future, ahead: outer.ahead.min(Certainty::Probable), ..outer }
            }
            // "no evidence has emerged linking him to it": the cue itself turns it
            ClauseKind::Gerund if outer.polarity == Polarity::Negative && self.is_of_evidence(outer_clause) => {
                Stand { polarity: Polarity::Positive, ..outer }
            }
            // "the smell of burning oil"
            _ if noun.is_some()
                && clause.marker.is_some_and(|at| self.document.words[at as usize].hash == const { hash(b"of") }) =>
            {
                Stand { polarity: Polarity::Positive, ..outer }
            }
            _ if clause.marker.is_some() => {
                Stand { polarity: Polarity::Positive, ahead: outer.ahead.min(Certainty::Probable), ..outer }
            }
            _ => outer,
        }
    }

    /// "without shooting", "instead of leaving", "committed to leaving".
    fn by_preposition(&self, clause: &Clause, outer: Stand) -> Option<Stand> {
        let marker = self.document.words[clause.marker? as usize].hash;
        if clause.kind != ClauseKind::Gerund {
            return None;
        }
        const AWAY: [u64; 3] = [hash(b"without"), hash(b"instead"), hash(b"rather")];
        // "instead of talking", "far from ending"
        let away = |at: u32| one_of!(self.document.words[at as usize].hash, "instead" | "far" | "rather");
        let apart = || clause.marker.and_then(|at| at.checked_sub(1)).is_some_and(away);
        if AWAY.contains(&marker) || one_of!(marker, "of" | "from" | "than") && apart() {
            // the cue itself turns it
            return Some(Stand { polarity: Polarity::Positive, ..outer });
        }
        const ALONG: [u64; 10] = [
            hash(b"with"),
            hash(b"by"),
            hash(b"after"),
            hash(b"while"),
            hash(b"since"),
            hash(b"in"),
            hash(b"despite"),
            hash(b"besides"),
            hash(b"upon"),
            hash(b"through"),
        ];
        let governor = clause.parent.and_then(|parent| self.document.syntax.clause(parent).verb());
        // "quoted them as saying", but "is seen as being weak"
        let doubts =
            || governor.and_then(|verb| self.signature(verb, Shapes::INFINITIVE)).is_some_and(Signature::is_doubt);
        if marker == const { hash(b"as") } && !doubts() {
            return Some(Stand { polarity: Polarity::Positive, ..outer });
        }
        // "decided against selling"
        if marker == const { hash(b"against") }
            && governor.is_some_and(|verb| self.signature(verb, Shapes::INFINITIVE).is_some_and(Signature::is_decision))
        {
            return Some(Stand { tense: Tense::Future, ..outer.turned(Turn::Flip) });
        }
        // "advised against moving the patient"
        if marker == const { hash(b"against") } {
            let left = Stand { certainty: outer.certainty.min(Certainty::Probable), tense: Tense::Future, ..outer };
            return Some(left.turned(Turn::Flip));
        }
        // "used for storing wine"
        if marker == const { hash(b"for") } && self.is_one_of(governor, self.senses.serve) {
            return Some(Stand { polarity: Polarity::Positive, ahead: outer.ahead.min(Certainty::Probable), ..outer });
        }
        // "jailed for stealing", "closed it for breaking the rules"
        let reason = || {
            marker == const { hash(b"for") }
                && outer.tense == Tense::Past
                && governor.is_some_and(|verb| self.signature(verb, Shapes::GERUND).is_none())
        };
        // "may have left after signing it": signed it is
        if one_of!(marker, "after" | "since" | "despite") && outer.tense == Tense::Past {
            return Some(Stand { tense: Tense::Past, ..Stand::PLAIN });
        }
        // "waved before leaving"
        let before = || {
            marker == const { hash(b"before") }
                && matches!(outer.tense, Tense::Past | Tense::Present)
                && outer.polarity == Polarity::Positive
        };
        (ALONG.contains(&marker) || reason() || before()).then_some(Stand {
            polarity: Polarity::Positive,
            ahead: Certainty::Certain,
            ..outer
        })
    }

    fn is_whether(&self, clause: &Clause) -> bool {
        clause.marker.is_some_and(|marker| {
            let word = self.document.words[marker as usize].hash;
            word == const { hash(b"whether") } || word == const { hash(b"if") }
        })
    }

    /// Whether the last word of "impossible to say", "too early to tell" is this verb.
    fn is_left_open(&self, verb: u32) -> bool {
        let mut before = self.cues.between(verb.saturating_sub(LONGEST_CUE), verb + 1, MOST_CUES);
        before.any(|(cue, _)| {
            cue.class == CueClass::Question && cue.extent.last == verb + 1 && cue.extent.last - cue.extent.first > 1
        })
    }

    /// A hedge of several words that an adjective ends: "not impossible", "almost certain".
    fn phrase_ending_at(&self, predicate: u32) -> Option<&FoundCue> {
        let mut before = self.cues.between(predicate.saturating_sub(LONGEST_CUE), predicate, MOST_CUES);
        before.find(|(cue, _)| cue.class == CueClass::Adjective && cue.extent.last == predicate + 1).map(|(cue, _)| cue)
    }

    /// "there is no doubt that", "there is little doubt that"
    fn is_beyond_doubt(&self, noun: u32) -> bool {
        let word = |at: u32| self.document.words[at as usize].hash;
        one_of!(word(noun), "doubt" | "question") && noun > 0 && one_of!(word(noun - 1), "no" | "little")
    }

    fn is_early(&self, word: u32) -> bool {
        [hash(b"early"), hash(b"soon")].contains(&self.document.words[word as usize].hash)
    }

    fn is_of_evidence(&self, clause: &Clause) -> bool {
        let Document { words, syntax, .. } = *self.document;
        clause.subject.map(|subject| syntax.phrase(subject).head).is_some_and(|head| {
            one_of!(words[head as usize].hash, "evidence" | "proof" | "sign" | "signs" | "indication" | "indications")
        })
    }

    /// "little hope"
    fn is_little(&self, noun: u32) -> bool {
        let before = noun.checked_sub(1).map_or(0, |before| self.document.words[before as usize].hash);
        one_of!(before, "little" | "scant") && self.document.words[noun as usize].pos == Pos::Noun
    }

    /// "not everyone", "not all of them"
    fn is_not_all(&self, clause: &Clause) -> bool {
        let Document { words, syntax, .. } = *self.document;
        let word = |at: u32| words[at as usize].hash;
        clause.subject.map(|subject| syntax.phrase(subject).base.first).is_some_and(|first| {
            let before = first.checked_sub(1).map_or(0, word);
            let all = |at: u32| one_of!(word(at), "all" | "every" | "everyone" | "everybody");
            one_of!(before, "not") && all(first) || one_of!(word(first), "not") && all(first + 1)
        })
    }

    /// "has yet to approve the plan"
    pub(super) fn is_yet_to(&self, clause: &Clause) -> bool {
        self.is_behind(clause, const { hash(b"yet") })
    }

    /// "took three months"
    fn takes_time(&self, clause: &Clause) -> bool {
        let took = |verb: u32| one_of!(self.document.words[verb as usize].hash, "took" | "taken");
        let syntax = self.document.syntax;
        let time = |verb: u32| syntax.phrase_of_word(verb + 1).is_some_and(|id| syntax.phrase(id).time);
        clause.verb().is_some_and(|verb| took(verb) && time(verb))
    }

    fn is_behind(&self, clause: &Clause, word: u64) -> bool {
        let before = clause.group.and_then(|group| group.extent.first.checked_sub(1));
        before.is_some_and(|before| self.document.words[before as usize].hash == word)
    }

    /// "falsely claimed that the bridge was safe"
    fn is_said_falsely(&self, clause: &Clause) -> bool {
        let before = clause.group.map(|group| group.extent.first.saturating_sub(1)..group.head);
        before.is_some_and(|mut before| {
            before.any(|at| {
                let word = self.document.words[at as usize].hash;
                one_of!(word, "falsely" | "wrongly" | "mistakenly" | "erroneously" | "incorrectly")
            })
        })
    }

    /// What the subject of a copula names and the clause behind it spells out: "the fear is that the dam will burst", "what
    /// they fear is that it has".
    fn named_by_subject(&self, clause: &Clause, outer: &Clause) -> Option<u32> {
        let content = matches!(clause.kind, ClauseKind::That | ClauseKind::Bare) && clause.governor == outer.verb();
        if !content || !scope::presents_subject(outer, || self.is_one_of(outer.verb(), self.senses.emerge)) {
            return None;
        }
        match outer.subject {
            Some(subject) => Some(self.document.syntax.phrase(subject).head),
            None => {
                let asked = self.document.syntax.clause(self.document.syntax.clause_of_word(outer.extent.first)?);
                asked.verb().filter(|_| asked.kind == ClauseKind::Question && asked.governor == outer.verb())
            }
        }
    }

    /// What came of what a noun names: "efforts to free him failed", "dropped plans to sell it".
    fn outcome(&self, noun: u32, clause: &Clause) -> Option<Polarity> {
        let syntax = self.document.syntax;
        let is_it = |id: Option<PhraseId>| id.is_some_and(|id| syntax.phrase(id).head == noun);
        // "failed in its attempt to", "succeeded in his bid to"
        let within = syntax.phrase_of_word(noun).map(|id| syntax.phrase(id)).is_some_and(|phrase| {
            let preposition = phrase.preposition.map_or(0, |at| self.document.words[at as usize].hash);
            matches!(phrase.link, Link::Oblique(_)) && one_of!(preposition, "in")
        });
        let affirmed = clause.group.is_some_and(|group| group.negation.is_none() && group.modal.is_none());
        if !affirmed {
            return None;
        }
        let verb_of = |class: Option<Class>| {
            let verb = clause.verb().map(|verb| verb as usize).zip(class);
            verb.is_some_and(|(verb, class)| self.document.lexicon.match_at(self.document.words, verb, class).is_some())
        };
        match (is_it(clause.subject), clause.is_passive()) {
            (subject, false) if (subject || within) && verb_of(self.senses.fails) => Some(Polarity::Negative),
            (subject, false) if (subject || within) && verb_of(self.senses.succeeds) => Some(Polarity::Positive),
            (true, true) if verb_of(self.senses.undo) => Some(Polarity::Negative),
            (false, false) if is_it(clause.objects[0]) && verb_of(self.senses.undo) => Some(Polarity::Negative),
            // "obeyed the order to land"
            (false, false) if is_it(clause.objects[0]) && verb_of(self.senses.fulfils) => Some(Polarity::Positive),
            _ => None,
        }
    }

    /// What denies the saying that a noun names, its object: "rejected reports that", "contradicts claims that".
    fn denial_of(&self, noun: u32, clause: &Clause) -> Option<&'static Signature> {
        let Document { words, lexicon, syntax, .. } = *self.document;
        let is_it = |id: PhraseId| syntax.phrase(id).head == noun;
        let object = if clause.is_passive() { clause.subject } else { clause.objects[0] };
        let said = object.is_some_and(is_it)
            && self.senses.saying.is_some_and(|class| lexicon.has_word(&words[noun as usize], class));
        self.signature(clause.verb().filter(|_| said)?, Shapes::THAT).filter(|signature| signature.turns_sayings())
    }

    /// "the claim that the bridge was safe is false", "baseless claims that it was safe"
    pub fn is_called_false(&self, noun: u32, clause: &Clause) -> bool {
        let syntax = self.document.syntax;
        let untrue = |word: u32| self.signature(word, Shapes::THAT).is_some_and(Signature::is_untrue);
        let first = syntax.phrase_of_word(noun).map_or(noun, |id| syntax.phrase(id).base.first);
        if (first.max(noun.saturating_sub(FARTHEST as u32))..noun).any(untrue) {
            return true;
        }
        let subject = clause.subject.map(|subject| self.document.syntax.phrase(subject).head);
        let affirmed = clause.group.is_some_and(|group| group.negation.is_none());
        affirmed
            && subject == Some(noun)
            && (clause.predicate.is_some_and(untrue) || self.found_to_be(clause).is_some_and(untrue))
    }

    /// "turned out to be false", "were found to be baseless": what the subject proves to be.
    fn found_to_be(&self, clause: &Clause) -> Option<u32> {
        let Document { words, .. } = *self.document;
        let last = clause.group?.extent.last;
        let behind = |at: u32| words.get(at as usize).map_or(0, |word| word.hash);
        (one_of!(behind(last), "to") && one_of!(behind(last + 1), "be"))
            .then_some(last + 2)
            .filter(|&at| behind(at) != 0)
    }

    /// "too weak to attack"
    fn is_too(&self, clause: &Clause) -> bool {
        let before = clause.predicate.and_then(|predicate| predicate.checked_sub(1));
        before.is_some_and(|before| self.document.words[before as usize].hash == const { hash(b"too") })
    }

    /// "the first woman to lead the firm"
    fn names_who_did(&self, noun: Option<u32>) -> bool {
        let Some(rank) = self.senses.rank else { return false };
        let Document { words, lexicon, syntax, .. } = *self.document;
        noun.and_then(|noun| syntax.phrase_of_word(noun)).is_some_and(|id| {
            let phrase = syntax.phrase(id);
            let first = phrase.base.first.max(phrase.head.saturating_sub(FARTHEST as u32));
            // "one of the few women to do so"
            let of = match one_of!(words[phrase.head as usize].hash, "one" | "some" | "many") {
                true => phrase.full.last.min(phrase.head + FARTHEST as u32),
                false => phrase.head + 1,
            };
            (first..of).any(|at| {
                let word = &words[at as usize];
                // "the 312th"
                let counted = || {
                    let text = &self.document.text.as_bytes()[word.start as usize..word.end as usize];
                    text[0].is_ascii_digit() && text.last().is_some_and(u8::is_ascii_alphabetic)
                };
                lexicon.match_at(words, at as usize, rank).is_some() || counted()
            })
        })
    }

    /// "fell to close at 7": what a change came to
    fn is_result(&self, clause: &Clause, outer: &Clause) -> bool {
        self.is_one_of(outer.verb(), self.senses.change) && self.is_one_of(clause.verb(), self.senses.result)
    }
}
