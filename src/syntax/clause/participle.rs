//! Past participles, and what they take with them.

use super::*;
use crate::syntax::word::one_of;

impl Parser<'_> {
    pub(super) fn participle(&mut self, k: usize, group: VerbGroup) {
        if self.conjunction.is_some() {
            self.fresh = None;
        }
        if self.in_absolute(k) {
            return self.open_participle(group);
        }
        if self.opens_list_item(k, group) {
            return self.set_group(self.top(), group.in_past());
        }
        if let Some(conjunction) = self.conjunction.filter(|_| self.joins_reduced(k, group)) {
            let id = self.coordinate_at(self.top(), group.extent.first, conjunction);
            self.clause_mut(id).shared_subject = true;
            return self.set_group(id, group);
        }
        // "a charge Lima rejected": what is done to a statement in front
        if let Some((antecedent, subject)) = self.statement_in_front(k, group) {
            self.detach(subject, self.top());
            let fresh = Fresh { phrase: subject, chunk: k - 1, comma: false, conjunction: false };
            return self.reduced_relative(fresh, antecedent, group.in_past());
        }
        // "is only a tenth funded", "was 40 percent contained": how much of what is done is said first
        if self.measures(group) {
            let top = self.top();
            if let Some(open) = &mut self.clause_mut(top).group {
                (open.head, open.passive, open.copula) = (group.head, true, false);
            }
            return;
        }
        // "If convicted, he faces": the verb of a clause without subject
        let top = *self.clause(self.top());
        let behind_marker = top.group.is_none() && top.subject.is_none() && self.behind_marker(k);
        if top.kind == ClauseKind::Adverbial && behind_marker {
            return self.set_group(self.top(), group);
        }
        // "It was the mayor, not the premier, that first called for a vote"
        let related = matches!(top.kind, ClauseKind::Relative | ClauseKind::That) && self.conjunction.is_none();
        if related && behind_marker && group.extent.first == group.head {
            return self.set_group(self.top(), group.in_past());
        }
        // "a man who was told to speak said": a past form right behind another verb belongs to the subject that waits
        let resumes = self.behind_verb(k) && self.conjunction.is_none() && group.extent.first == group.head;
        if resumes && self.clause(self.top()).group.is_some() && self.waiting().is_some() {
            return self.finite(k, group.in_past());
        }
        // "nine sheds were burned and two flooded" shares the auxiliary, with a subject of its own
        let shares = |fresh: &Fresh| {
            fresh.conjunction
                || fresh.comma && top.is_passive() && top.is_finite() && self.lacks_object(k) && !self.parts_subject(k)
        };
        let gapped =
            self.fresh.filter(|fresh| shares(fresh) && self.adjacent.is_some() && !self.reports_that(k, group));
        // "and residents reached by telephone said"
        let gapped = gapped.filter(|_| !self.verb_behind_adverbials(k));
        let listed = self.comma && self.conjunction.is_none() && top.is_passive() && self.lists_passives(k);
        let joins = self.conjunction.is_some() || gapped.is_some() || listed;
        if joins && self.joins_passive(k, group, gapped, listed) {
            return;
        }
        if group.extent.first == group.head && self.opens_aside(k) {
            return self.open_participle(group);
        }
        if self.reports_behind_age(k, group) {
            return self.finite(k, group.in_past());
        }
        if self.is_finite_past(k, group) {
            let by = self.words.get(group.extent.last as usize);
            let by = by.is_some_and(|by| function!(by.function, "by"))
                && !self.reports_that(k, group)
                && !self.speaks_by_phone(k, group);
            // "accusations that the firm rejected as absurd" have their object in front
            let top = self.clause(self.top());
            let moved = top.kind == ClauseKind::Relative && top.marker.is_some() && top.subject.is_some();
            let nothing = self.grammar.takes_nothing(&self.words[group.head as usize]);
            let passive = (by || self.lacks_object(k)) && group.passive && !moved && !nothing;
            return self.finite(k, VerbGroup { passive, ..group.in_past() });
        }
        let past = group.in_past();
        if let Some(list) = self.listed_with(k, past).filter(|_| self.comma && group.extent.first == group.head) {
            return self.go_on_listing(list, past);
        }
        self.open_participle(group);
    }

    /// Whether a participle behind a comma or a conjunction shares the auxiliary of a clause in front, or has the subject of
    /// that one and an object of its own; then it is done.
    fn joins_passive(&mut self, k: usize, group: VerbGroup, gapped: Option<Fresh>, listed: bool) -> bool {
        // "had hit a depot and a house used by rebels": without an object, what has a subject shares no active perfect
        let active = gapped.is_none() || self.object_behind(k);
        let left = self.sibling(|clause| {
            clause.group.is_some_and(|left| (left.passive || left.perfect && active) && left.mood == Mood::Finite)
        });
        // "denied that the road was closed and accused the rebels": a verb with an object is no second participle
        let that = self.words.get(group.extent.last as usize).is_some_and(|word| function!(word.function, "that"));
        // "had been beaten and given water": with two objects, a passive keeps one
        let verb = &self.words[group.head as usize];
        let two = self.grammar.takes_two(verb) && (listed || !self.grammar.takes_clause(verb));
        // "was closed and called on drivers to wait"
        let calls = || {
            self.grammar.takes_control_oblique(verb)
                && matches!(self.kind_at(k + 1), Some(ChunkKind::Preposition))
                && matches!(self.kind_at(k + 2), Some(ChunkKind::Phrase(_)))
                && left.is_some_and(|left| self.accuses(left, group))
        };
        let acts = gapped.is_none()
            && group.extent.first == group.head
            && left.is_some_and(|left| self.clause(left).is_passive() && !that || self.accuses(left, group))
            && (!two && (that || self.object_behind(k)) || calls());
        if acts {
            self.finite(k, group.in_past());
            return true;
        }
        let Some(left) = left else { return false };
        let inherited = self.clause(left).group;
        let id = match gapped {
            Some(fresh) => {
                let first = self.chunks[fresh.chunk].extent.first;
                let end = self.end_before(fresh.chunk);
                let id = self.coordinate_at(left, first, end);
                self.clause_mut(id).shared_subject = false;
                self.set_subject(id, fresh.phrase);
                id
            }
            None => {
                // "was captured | and | later executed": the adverb goes with the second
                let adverbs = self.chunks[..k].iter().rev().take_while(|chunk| matches!(chunk.kind, ChunkKind::Adverb));
                let first = k - adverbs.count();
                let joined = matches!(self.chunks[..first].last().map(|c| c.kind), Some(ChunkKind::Conjunction));
                if first < k && joined {
                    let (from, end) = (self.chunks[first].extent.first, self.end_before(first));
                    self.coordinate_at(left, from, end)
                } else {
                    self.coordinate(left, group.extent.first)
                }
            }
        };
        let group = match inherited {
            Some(left) => VerbGroup {
                mood: left.mood,
                tense: left.tense,
                modal: left.modal,
                perfect: left.perfect,
                passive: left.passive,
                ..group
            },
            None => group,
        };
        self.set_group(id, group);
        true
    }

    /// Whether a share stands between a form of "be" and the participle.
    fn measures(&self, group: VerbGroup) -> bool {
        let Some(before) = self.adjacent.map(|phrase| self.syntax.phrases[phrase as usize]) else { return false };
        let head = &self.words[before.head as usize];
        before.link == Link::Predicate(self.top())
            && group.extent.first == group.head
            && one_of!(head.hash, "cent" | "percent" | "%")
    }

    /// The statement with "a" in front of the subject of the verb at chunk `k`, which has nothing else for its object, and the
    /// subject.
    fn statement_in_front(&self, k: usize, group: VerbGroup) -> Option<(PhraseId, PhraseId)> {
        let kind = |back: usize| k.checked_sub(back).map(|at| self.chunks[at].kind);
        let (Some(ChunkKind::Phrase(subject)), Some(ChunkKind::Phrase(statement))) = (kind(1), kind(2)) else {
            return None;
        };
        let phrase = &self.syntax.phrases[statement as usize];
        let indefinite = function!(self.words[phrase.base.first as usize].function, "a" | "an");
        let fits = indefinite
            && group.extent.first == group.head
            && self.grammar.takes_statement(&self.words[group.head as usize])
            && self.grammar.noun_takes_clause(&self.words[phrase.head as usize])
            && !self.object_behind(k);
        fits.then_some((statement, subject))
    }

    /// "was on Friday sentenced", "has this week resigned": an auxiliary, a time, and the participle at chunk `k`.
    pub(super) fn completes_behind_time(&self, k: usize, group: VerbGroup) -> bool {
        let kind = |back: usize| k.checked_sub(back).map(|at| self.chunks[at].kind);
        let time = |kind: Option<ChunkKind>| matches!(kind, Some(ChunkKind::Phrase(id)) if self.syntax.phrases[id as usize].time);
        let verb = match kind(2) {
            Some(ChunkKind::Preposition) => kind(3),
            other => other,
        };
        let top = self.clause(self.top());
        let past = group.mood == Mood::Participle || group.tense == GroupTense::Past;
        time(kind(1))
            && past
            && group.extent.first == group.head
            && self.conjunction.is_none()
            && !self.comma
            && matches!(verb, Some(ChunkKind::Verb(verb)) if Some(self.group(verb).head) == top.verb()
                && (self.group(verb).copula || is_have(self.words[self.group(verb).head as usize].function)))
    }

    /// Whether a finite verb comes before the next relative clause or question.
    pub(super) fn verb_ahead(&self, k: usize) -> bool {
        let behind = self.chunks[k + 1..].iter().find_map(|chunk| match chunk.kind {
            ChunkKind::Verb(verb) if verb.mood == Mood::Finite => Some(true),
            ChunkKind::Wh | ChunkKind::Semicolon | ChunkKind::Colon => Some(false),
            _ => None,
        });
        behind == Some(true)
    }

    /// A past form read as a participle.
    pub(super) fn as_participle(&self, group: VerbGroup) -> VerbGroup {
        let passive = group.passive || group.tense == GroupTense::Past;
        match group.mood {
            Mood::Finite => VerbGroup { mood: Mood::Participle, tense: GroupTense::None, passive, ..group },
            _ => group,
        }
    }

    pub(super) fn open_participle(&mut self, group: VerbGroup) {
        let top = self.top();
        let group = self.as_participle(group);
        let id;
        if let Some(phrase) = self.adjacent.filter(|_| !self.comma) {
            let phrase = self.part_of_them(phrase).or_else(|| self.done_in_place(phrase, group)).unwrap_or(phrase);
            let head = self.syntax.phrases[phrase as usize].head;
            id = self.open(ClauseKind::Participle, group.extent.first, None, Some(top));
            let clause = self.clause_mut(id);
            clause.governor = Some(head);
            clause.subject = Some(phrase);
        } else {
            // "before a guard, helped by two men, overpowered him": a clause that waits for its verb goes on
            let open = self.clause(top);
            let waits = open.group.is_none()
                && open.subject.is_some()
                && open.marker.is_some_and(|marker| {
                    function!(
                        self.words[marker as usize].function,
                        "after"
                            | "before"
                            | "since"
                            | "until"
                            | "because"
                            | "as"
                            | "when"
                            | "while"
                            | "where"
                            | "by"
                            | "although"
                            | "though"
                            | "if"
                            | "unless"
                            | "once"
                    )
                });
            // "a claim the army dismissed, insisting that": who answers goes on
            let answers = open.kind == ClauseKind::Relative
                && group.mood == Mood::Gerund
                && open.subject.is_some()
                && self.grammar.quotative(&self.words[group.head as usize])
                && open.verb().is_some_and(|verb| self.grammar.takes_statement(&self.words[verb as usize]));
            if self.comma && !waits && !answers {
                self.close_inner();
                if self.raises_doubt(group) {
                    self.pop_to(self.floor());
                }
            }
            let top = self.top();
            let (subject, governor) = (self.clause(top).subject, self.clause(top).verb());
            id = self.open(ClauseKind::Participle, group.extent.first, None, Some(top));
            let clause = self.clause_mut(id);
            clause.governor = governor;
            clause.subject = subject;
            clause.set_off = true;
        }
        self.clause_mut(id).shared_subject = true;
        self.set_group(id, group);
    }

    /// "33 of them wounded": a pronoun has no participle behind it, but the part that it tells of has.
    fn part_of_them(&self, phrase: PhraseId) -> Option<PhraseId> {
        let part = &self.syntax.phrases[phrase as usize];
        match part.link {
            Link::Modifier(owner) if part.pronoun && one_of!(self.words[part.head as usize].hash, "them" | "us") => {
                Some(owner)
            }
            _ => None,
        }
    }

    /// "The euro fell after data showed that output shrank, raising the possibility of a cut": what comes of a report in people's
    /// minds comes of the whole sentence.
    fn raises_doubt(&self, group: VerbGroup) -> bool {
        group.mood == Mood::Gerund
            && matches!(self.clause(self.top()).kind, ClauseKind::That | ClauseKind::Bare)
            && self.grammar.stirs(&self.words[group.head as usize])
            && self.takes_noun_with_clause(group)
    }

    /// Right behind the word that opens the clause, adverbs aside.
    fn behind_marker(&self, k: usize) -> bool {
        let before = self.chunks[..k].iter().rev().find(|chunk| !matches!(chunk.kind, ChunkKind::Adverb));
        before.is_some_and(|before| self.clause(self.top()).marker == Some(before.extent.first))
    }
}
