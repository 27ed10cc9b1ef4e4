//! What of a report is put forward: the frame, what it reports, or both.
//!
//! "Officials said the bridge fell" claims the content alone, "the army denied the attack" both, and "the firm declined to
//! comment" the frame alone, for nobody answers for a content there.

use std::borrow::Cow;

use super::Finder;
use crate::annotate::{Document, FoundAttribution, FoundEvent, FoundSource};
use crate::lexicon::Class;
use crate::model::{Certainty, CueClass, CueKind, EventKind, Polarity};
use crate::syntax::{Clause, ClauseId, ClauseKind, Extent, GroupTense, VerbGroup, one_of};
use crate::tag::{Pos, VerbForm};

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
        // "said it had carried out the raid" is both
        let responsible = self.claims_responsibility(clause);
        let nobody = clause.subject.is_some_and(|subject| self.is_nobody(subject));
        if responsible && !nobody && self.has_clause(attribution) && self.has_finite_clause(attribution) {
            return Forward::Both;
        }
        if responsible || nobody {
            return Forward::Frame;
        }
        let negated = self.is_negated(clause);
        let alone = match attribution.rule.as_str() {
            "attribution/verb-question" => return self.forward_of_question(attribution, clause, negated),
            "attribution/verb-infinitive" => self.keeps_infinitive(attribution, clause, negated),
            // "must accept that it has lost": nobody does so far
            "attribution/verb-clause" => clause.group.is_some_and(|group| self.is_bidden(group)),
            // "asked that her surname not be used"
            "attribution/verb-that" => {
                // "will not accept that aid is stolen": whether it is nobody says
                let accepts = |group: VerbGroup| {
                    one_of!(self.document.words[group.head as usize].hash, "accept" | "accepts" | "accepted")
                };
                clause.group.is_some_and(|group| self.is_bidden(group) || negated && accepts(group))
                    || self.hides(attribution)
            }
            // "may discuss using the funds"
            "attribution/verb-gerund" => self.cue_is(attribution, self.classes.unsaid),
            // "are divided over whether it was legal": that matters in itself
            "attribution/adjective" if self.cue_is(attribution, self.classes.inquiry) => return Forward::Both,
            // "is ready to govern", "neither is willing to talk": how somebody is
            // but not "are afraid that they will be punished"
            "attribution/adjective" => {
                // "can be confident that they will get it": what they may feel nobody has put forward
                let may_feel = |group: VerbGroup| {
                    let modal = group.modal.map_or(0, |modal| self.document.words[modal as usize].hash);
                    one_of!(modal, "can" | "must" | "should")
                };
                let may_feel = clause.group.is_some_and(may_feel) && self.has_finite_clause(attribution);
                // "remains determined to help"
                let remains =
                    |verb: u32| one_of!(self.document.words[verb as usize].hash, "remain" | "remains" | "remained");
                may_feel
                    || (self.cue_is(attribution, self.classes.ready) || clause.verb().is_some_and(remains))
                        && !self.has_finite_clause(attribution)
                        && !self.only_polite(attribution)
            }
            "attribution/verb-object" => self.is_declared(attribution, clause),
            passive => attribution.source_chain.is_empty() && self.has_no_speaker(attribution, clause, passive),
        };
        // "did not recommend a boycott": nobody puts the boycott forward
        let unspoken = || {
            negated
                && !self.has_clause(attribution)
                && (self.cue_is(attribution, self.classes.act) || self.cue_is(attribution, self.classes.silence))
        };
        if alone || unspoken() { Forward::Frame } else { Forward::Content }
    }

    /// A passive without a source whose content nobody answers for but who writes so.
    fn has_no_speaker(&self, attribution: &FoundAttribution, clause: &Clause, rule: &str) -> bool {
        match rule {
            "attribution/passive-infinitive" => {
                // "the storm is expected to turn"
                attribution.certainty < Certainty::Certain
                    // "had been told to keep quiet": nobody is there who wants it
                    || self.cue_is(attribution, self.classes.order)
            }
            "attribution/passive-state" => attribution.certainty < Certainty::Certain,
            // "is accused of taking bribes": nobody is there to answer for the bribes
            "attribution/passive-object" => clause.is_finite() || attribution.certainty == Certainty::Certain,
            "attribution/passive-question" => true,
            // "two men reported missing were found"
            "attribution/passive-that" => {
                clause.kind == ClauseKind::Participle && !clause.set_off && !self.has_finite_clause(attribution)
            }
            _ => false,
        }
    }

    /// "declared a ceasefire": who does so makes it so. But "declared the vote a success", "declared that it was over" say something.
    fn is_declared(&self, attribution: &FoundAttribution, clause: &Clause) -> bool {
        let words = self.document.words;
        let declares =
            |verb: u32| one_of!(words[verb as usize].hash, "declare" | "declares" | "declared" | "declaring");
        let Some(object) = clause.objects[0].filter(|_| clause.verb().is_some_and(declares)) else { return false };
        let syntax = self.document.syntax;
        let object = syntax.phrase(object);
        !self.names(attribution)
            && !self.has_clause(attribution)
            && !self.is_report_noun(object.head)
            && syntax.quotation_at(object.base.first).is_none()
    }

    /// Whether an infinitive belongs to the frame and is no content of its own: "declined to comment", "offered to pay".
    fn keeps_infinitive(&self, attribution: &FoundAttribution, clause: &Clause, negated: bool) -> bool {
        let group = clause.group;
        // "declined to comment", "did not want to speculate"
        attribution.polarity == Polarity::Negative && !negated
            || negated
                && (self.cue_is(attribution, self.classes.wish)
                    // "did not expect to see such a change"
                    || attribution.certainty < Certainty::Certain
                        && group.is_some_and(|group| group.tense == GroupTense::Past))
            // "has not said whether he intends to run": the intention is in question, not what is intended
            || clause.kind == ClauseKind::Question && self.is_whether(clause) && clause.is_finite()
            // "asked not to be named"
            || self.hides(attribution)
            // "offered to pay", "conspired to smuggle gold": what is done by it is more than a wish
            || self.cue_is(attribution, self.classes.deed)
            // "those who want to leave": it tells who they are
            || clause.kind == ClauseKind::Relative && !clause.set_off
            // "will seek to regroup": nobody wants it so far
            || group.is_some_and(|group| group.tense == GroupTense::Future)
            // "has sought to buy parts": tried, and perhaps in vain
            || group.is_some_and(|group| one_of!(self.document.words[group.head as usize].hash, "sought"))
            // "allegedly planned to attack": who writes so says no more than that it is alleged
            || group.is_some_and(|group| self.is_alleged(&group))
    }

    /// What is put forward where a verb has a question as its content.
    fn forward_of_question(&self, attribution: &FoundAttribution, clause: &Clause, negated: bool) -> Forward {
        let words = self.document.words;
        let group = clause.group;
        let Some(first) = attribution.content.first().map(|piece| words[piece.first as usize].hash) else {
            return Forward::Frame;
        };
        let modal = group.and_then(|group| group.modal).map_or(0, |modal| words[modal as usize].hash);
        // "knew what they were doing": a question that nobody answers
        let known = group.is_some_and(|group| {
            one_of!(
                words[group.head as usize].hash,
                "know" | "knows" | "knew" | "forget" | "forgets" | "forgot" | "forgotten"
            )
        });
        // "must explain what he knew", "is considering whether to leave"
        let wh = one_of!(first, "how" | "why" | "what" | "who" | "when" | "where" | "which");
        // "will explain why it fell": nothing has been said so far
        let ahead = wh && group.is_some_and(|group| group.tense == GroupTense::Future || group.modal.is_some());
        // "demanded that he explain why it fell": nor here
        let subjunctive = wh
            && clause.kind == ClauseKind::That
            && clause.subject.is_some_and(|subject| {
                let subject = self.document.syntax.phrase(subject).head as usize;
                one_of!(words[subject].hash, "he" | "she" | "it")
            })
            && group.is_some_and(|group| {
                let verb = &words[group.head as usize];
                group.extent.first == group.head
                    && matches!(verb.form, VerbForm::Base | VerbForm::Present)
                    && !verb.is_third_person()
            });
        let ahead = ahead || subjunctive;
        if one_of!(modal, "must" | "should" | "ought") || one_of!(first, "to") || ahead || wh && known && !negated {
            return Forward::Frame;
        }
        // "did not say whether the pilot had survived" leaves that open, "did not say how" does not
        let withheld = clause.kind == ClauseKind::Infinitive && self.withholds(clause);
        // "is investigating whether it was arson": that matters in itself
        if clause.is_finite() && self.cue_is(attribution, self.classes.inquiry) {
            return Forward::Both;
        }
        match (negated || withheld) && self.cue_is(attribution, self.classes.silence) {
            true if wh => Forward::Frame,
            true => Forward::Both,
            false => Forward::Content,
        }
    }

    /// "was happy to announce that the mine had reopened": what is said is put forward, not the pleasure in saying so.
    fn only_polite(&self, attribution: &FoundAttribution) -> bool {
        let syntax = self.document.syntax;
        let inner = attribution.content.first().and_then(|piece| syntax.clause_of_word(piece.first));
        let Some((id, verb)) = inner.and_then(|id| Some((id, syntax.clause(id).verb()?))) else { return false };
        let says = self
            .classes
            .says_that
            .is_some_and(|class| self.document.lexicon.match_at(self.document.words, verb as usize, class).is_some());
        says && syntax.children(id).any(|(_, said)| {
            matches!(said.kind, ClauseKind::That | ClauseKind::Bare) && said.is_finite() && said.governor == Some(verb)
        })
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

    /// Whether a hedging adverb stands in or right before a verb group.
    fn is_alleged(&self, group: &VerbGroup) -> bool {
        let from = self.cues.partition_point(|cue| cue.extent.first + 1 < group.extent.first);
        let near = self.cues[from..].iter().take_while(|cue| cue.extent.first < group.head);
        near.into_iter().any(|cue| cue.kind == CueKind::Hedge && cue.class == CueClass::Adverb)
    }

    /// "There are reports that the bridge fell": the clause that says no more than that there are.
    pub(super) fn existential_frame(&self, attribution: &FoundAttribution) -> Option<ClauseId> {
        let head = attribution.head.filter(|_| attribution.rule == "attribution/noun-that")?;
        let id = self.document.syntax.clause_of_word(head)?;
        let clause = self.document.syntax.clause(id);
        let subject = clause.subject.map(|subject| self.document.syntax.phrase(subject).head)?;
        // "It is the ministry's assessment that the army was to blame"
        let it = !attribution.source_chain.is_empty() && one_of!(self.document.words[subject as usize].hash, "it");
        let there = it || one_of!(self.document.words[subject as usize].hash, "there");
        let group = clause.group.filter(|group| group.copula && group.negation.is_none() && group.modal.is_none())?;
        // "there wasn't much confidence that"
        let denies = |at: u32| {
            let hash = self.document.words.get(at as usize).map_or(0, |word| word.hash);
            one_of!(hash, "n't" | "not" | "no" | "little" | "few" | "never")
        };
        let denied = (group.extent.first..group.extent.last + 1).any(denies);
        // "The fear is that the dam will burst"
        let spelled_out = subject == head && clause.predicate.is_none();
        (!denied && (spelled_out || there && clause.predicate == Some(head))).then_some(id)
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
            && clause.parent.is_some_and(|outer| {
                // "those who want to leave and never return"
                self.framed[outer as usize] && self.document.syntax.clause(outer).kind != ClauseKind::Relative
            })
    }

    /// Accusing, threatening, demanding, denying, condemning matter in themselves; ruling out and calling names do not.
    pub(super) fn is_speech_act(&self, id: ClauseId) -> bool {
        let clause = self.document.syntax.clause(id);
        let is = |class: Option<Class>| {
            let matches = |verb| self.document.lexicon.match_at(self.document.words, verb as usize, class?);
            clause.verb().and_then(matches).is_some()
        };
        // "warned them to leave" is no mere warning
        let commands = || {
            let mut inner = self.document.syntax.children(id);
            clause.objects[0].is_some()
                && inner.any(|(_, inner)| inner.kind == ClauseKind::Infinitive && inner.governor == clause.verb())
        };
        let only_reports = is(self.classes.plain) && !commands() || is(self.classes.thing) && !is(self.classes.act);
        let says = |verb: u32| one_of!(self.document.words[verb as usize].hash, "say" | "says" | "said" | "saying");
        // "called him a liar" only says so
        // but "dismissed the report as nonsense" does more
        let only_reports = only_reports || self.calls[id as usize] && !is(self.classes.name_as);
        !only_reports
            && self.events_in(clause.extent).iter().any(|event| {
                Some(event.head) == clause.verb()
                    // "said the island must free the crew"
                    && !(event.kind == EventKind::Request && says(event.head))
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

    /// The verb of the clause is the cue of an attribution with a content that is put forward.
    pub(super) fn is_report(&self, id: ClauseId) -> bool {
        self.reports[id as usize]
    }

    pub(super) fn cue_is(&self, attribution: &FoundAttribution, class: Option<Class>) -> bool {
        let (Some(cue), Some(class)) = (attribution.cue, class) else { return false };
        self.document
            .lexicon
            .match_at(self.document.words, attribution.head.unwrap_or(cue.first) as usize, class)
            .is_some()
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

    pub(super) fn has_finite_clause(&self, attribution: &FoundAttribution) -> bool {
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
    // "says both had reasons: one was poor": what a colon explains belongs to it
    let explained = |last: u32| document.words.get(last as usize).is_some_and(|word| one_of!(word.hash, ":"));
    match last {
        Some(last) if last < piece.last && !explained(last) => {
            Cow::Owned(vec![Extent::new(piece.first, last.max(piece.first))])
        }
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
                "attribution/according-to"
                    | "attribution/in-own-words"
                    | "attribution/in-the-words-of"
                    | "attribution/as-reported-by"
                    | "attribution/headline"
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
