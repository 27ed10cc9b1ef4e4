//! Past participles, and what they take with them.

use super::*;
use crate::syntax::word::one_of;

impl Parser<'_> {
    pub(super) fn participle(&mut self, k: usize, group: VerbGroup) {
        if self.conjunction.is_some() {
            self.fresh = None;
        }
        if self.opens_list_item(k, group) {
            return self.set_group(self.top(), group.in_past());
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
            fresh.conjunction || fresh.comma && top.is_passive() && top.is_finite() && self.lacks_object(k)
        };
        let gapped =
            self.fresh.filter(|fresh| shares(fresh) && self.adjacent.is_some() && !self.reports_that(k, group));
        let listed = self.comma && self.conjunction.is_none() && top.is_passive() && self.lists_passives(k);
        if self.conjunction.is_some() || gapped.is_some() || listed {
            // "had hit a depot and a house used by rebels": without an object, what has a subject shares no active perfect
            let active = gapped.is_none() || self.object_behind(k);
            let left = self.sibling(|clause| {
                clause.group.is_some_and(|left| (left.passive || left.perfect && active) && left.mood == Mood::Finite)
            });
            // "denied that the road was closed and accused the rebels": a verb with an object is no second participle
            let that = self.words.get(group.extent.last as usize).is_some_and(|word| function!(word.function, "that"));
            // "had been beaten and given water": with two objects, a passive keeps one
            let verb = &self.words[group.head as usize];
            let two = self.grammar.takes_two(verb) && !self.grammar.takes_clause(verb);
            let acts = gapped.is_none()
                && !two
                && group.extent.first == group.head
                && left.is_some_and(|left| self.clause(left).is_passive() && !that || self.accuses(left, group))
                && (that || self.object_behind(k));
            if acts {
                return self.finite(k, group.in_past());
            }
            if let Some(left) = left {
                let inherited = self.clause(left).group;
                let id = match gapped {
                    Some(fresh) => {
                        let first = self.syntax.phrases[fresh.phrase as usize].base.first;
                        let end = self.end_before(fresh.chunk);
                        let id = self.coordinate_at(left, first, end);
                        self.clause_mut(id).shared_subject = false;
                        self.set_subject(id, fresh.phrase);
                        id
                    }
                    None => self.coordinate(left, group.extent.first),
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
                return self.set_group(id, group);
            }
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
            let passive = (by || self.lacks_object(k)) && group.passive && !moved;
            return self.finite(k, VerbGroup { passive, ..group.in_past() });
        }
        let past = group.in_past();
        if let Some(list) = self.listed_with(k, past).filter(|_| self.comma && group.extent.first == group.head) {
            return self.go_on_listing(list, past);
        }
        self.open_participle(group);
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

    /// "dismissed as baseless claims that": the object stands behind what it is judged to be, which the preposition at chunk `k`
    /// opens.
    pub(super) fn judges_behind(&self, k: usize) -> bool {
        let kind = |at: usize| self.chunks.get(at).map(|chunk| chunk.kind);
        let (Some(ChunkKind::Preposition), Some(ChunkKind::Phrase(id))) = (kind(k), kind(k + 1)) else { return false };
        let phrase = &self.syntax.phrases[id as usize];
        function!(self.words[self.chunks[k].extent.first as usize].function, "as")
            && self.words[phrase.base.first as usize].pos == Pos::Adj
            && self.grammar.noun_takes_clause(&self.words[phrase.head as usize])
            && self.words.get(phrase.base.last as usize).is_some_and(|that| function!(that.function, "that"))
    }

    /// ", two nurses said by phone": how somebody speaks rather than who does.
    fn speaks_by_phone(&self, k: usize, group: VerbGroup) -> bool {
        let channel = |chunk: &Chunk| {
            let nouns = &self.words[chunk.extent.range()];
            nouns.last().is_some_and(|word| {
                one_of!(
                    word.hash,
                    "phone" | "telephone" | "email" | "e-mail" | "text" | "message" | "radio" | "letter" | "fax"
                )
            }) && nouns.iter().all(|word| matches!(word.pos, Pos::Noun | Pos::Adj | Pos::Propn))
        };
        self.grammar.quotative(&self.words[group.head as usize]) && self.chunks.get(k + 2).is_some_and(channel)
    }

    /// "“...,” Mia Lund, 19, recalled": a verb of saying behind a speaker with an age or a trade, who stands behind a quotation.
    fn reports_behind_age(&self, k: usize, group: VerbGroup) -> bool {
        use ChunkKind::{Comma, Phrase, QuoteMark};
        let single = group.extent.first == group.head && self.comma;
        single
            && self.grammar.quotative(&self.words[group.head as usize])
            && k.checked_sub(5).is_some_and(|from| {
                let kinds = &self.chunks[from..k];
                matches!(kinds[0].kind, QuoteMark)
                    && matches!((kinds[1].kind, kinds[2].kind), (Phrase(_), Comma))
                    && matches!((kinds[3].kind, kinds[4].kind), (Phrase(_), Comma))
            })
            && self.closes_report(k)
    }

    /// "broke a window, grabbed two paintings and fled": the clause with which a past form behind a comma makes a list, and the
    /// conjunction that closes it. Either the form has an object, as no passive participle has, or what stands behind the
    /// conjunction has one: "walked in, went to the counter and drew a gun".
    pub(super) fn listed_with(&self, k: usize, group: VerbGroup) -> Option<(ClauseId, u32)> {
        use ChunkKind::{Adjective, Adverb, Comma, Conjunction, Phrase, Preposition, Verb, Wh};
        let head = &self.words[group.head as usize];
        let moves = || {
            matches!(self.chunks.get(k + 1), Some(chunk) if matches!(chunk.kind, Preposition)
                && !function!(self.words[chunk.extent.first as usize].function, "by"))
                && !self.grammar.takes_object(head)
        };
        // "vowed to stay in the race"
        let plans = || {
            self.grammar.takes_infinitive(head)
                && matches!(self.chunks.get(k + 1).map(|chunk| chunk.kind), Some(Verb(next)) if next.mood == Mood::Infinitive)
        };
        let object = self.object_behind(k);
        // "advised, trained and accompanied Afghan units": three verbs with one object
        let shares = || {
            let kind = |at: usize| self.chunks.get(at).map(|chunk| chunk.kind);
            k > 1
                && matches!((kind(k - 2), kind(k - 1)), (Some(Verb(_)), Some(Comma)))
                && matches!((kind(k + 1), kind(k + 2)), (Some(Conjunction), Some(Verb(_))))
                && self.object_behind(k + 2)
        };
        let acts = object || plans() || shares();
        // with two objects, a passive keeps one, but "had lost interest, sold his cars and left"
        let perfect =
            || self.left_conjunct(group).and_then(|left| self.clause(left).group).is_some_and(|left| left.perfect);
        let two = object && self.grammar.takes_two(head) && group.particle.is_none();
        if two && !perfect() || !(acts || moves()) {
            return None;
        }
        let behind = &self.chunks[k + 1..self.chunks.len().min(k + 1 + 2 * LOOK_AHEAD)];
        // "forced the guard out, checked his keys and fled"
        let goes_on = |at: usize, verb: VerbChunk| {
            at > 0
                && matches!(behind[at - 1].kind, Comma)
                && verb.single
                && (verb.tense == GroupTense::Past || verb.mood == Mood::Participle)
                && self.object_behind(k + 1 + at)
        };
        // "paid for tests that did not work"
        let mut related = false;
        let conjunction = behind.iter().enumerate().position(|(at, chunk)| match chunk.kind {
            Wh => std::mem::replace(&mut related, true),
            Phrase(_) if function!(self.words[chunk.extent.first as usize].function, "that") => {
                related = true;
                false
            }
            Phrase(_) | Preposition | Adverb | Adjective | Comma => false,
            Verb(verb) if verb.mood == Mood::Infinitive || goes_on(at, verb) => false,
            Verb(_) => !std::mem::take(&mut related),
            // "tied up a clerk and a guard and fled"
            Conjunction => !matches!(behind.get(at + 1).map(|chunk| chunk.kind), Some(Phrase(_))),
            _ => true,
        })?;
        let joined = matches!(behind[conjunction].kind, Conjunction);
        let verb = (conjunction + 1..behind.len()).find(|&at| !matches!(behind[at].kind, Adverb))?;
        let follows = matches!(behind[verb].kind, Verb(next) if next.single
            && (next.tense == GroupTense::Past || next.mood == Mood::Participle));
        // "expelled in May, joined the navy and was killed": what has an object is no second passive
        let helped = matches!(behind[verb].kind, Verb(next) if !next.single && next.mood == Mood::Finite);
        // "trained in a camp and rose to lead it": no participle
        let past = || matches!(behind[verb].kind, Verb(next) if self.grammar.is_past(&self.words[self.group(next).head as usize]));
        let sure = acts || self.object_behind(k + 1 + verb) || past();
        let closes = joined && (follows && sure || helped && object && !two);
        // "was hurt when gunmen stormed a school, shot a guard and fled": the nearest verb that has an object as well
        let nearest = || {
            let top = self.top();
            let clause = self.clause(top);
            let acts = clause.kind == ClauseKind::Adverbial && clause.is_finite() && clause.objects[0].is_some();
            acts.then_some(top)
        };
        let left = nearest().or_else(|| self.left_conjunct(group)).filter(|_| closes)?;
        // "has closed two depots, moved its staff and sold the rest"
        let past = |left: VerbGroup| {
            (!left.passive || object && !two && left.mood == Mood::Finite)
                && (left.tense == GroupTense::Past || left.perfect)
        };
        self.clause(left).group.is_some_and(past).then_some((left, behind[conjunction].extent.first))
    }

    /// Opens the next clause of a list, and remembers which conjunction closes it.
    pub(super) fn go_on_listing(&mut self, (left, conjunction): (ClauseId, u32), group: VerbGroup) {
        let perfect = self.clause(left).group.filter(|left| left.perfect);
        let group = perfect.map_or(group, |left| VerbGroup { perfect: true, tense: left.tense, ..group });
        let id = self.coordinate(left, group.extent.first);
        self.list = Some((id, conjunction));
        self.set_group(id, group);
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

    /// Whether a noun phrase that names no time stands right behind chunk `k`.
    pub(super) fn object_behind(&self, k: usize) -> bool {
        matches!(self.chunks.get(k + 1).map(|chunk| chunk.kind), Some(ChunkKind::Phrase(id)) if !self.syntax.phrases[id as usize].time)
    }

    /// "The fleet, led by two frigates and backed by drones, entered": a second participle between a subject and its verb.
    pub(super) fn joins_aside(&self, k: usize, group: VerbGroup) -> bool {
        let top = self.clause(self.top());
        top.kind == ClauseKind::Participle
            && top.is_passive()
            && self.may_be_participle(group)
            && !self.object_behind(k)
            && self.in_aside()
            && match self.comma {
                false => self.resumes(k),
                true => self.is_agentive(k, group) && self.verb_ahead(k),
            }
    }

    /// Whether a finite verb comes before the next relative clause or question.
    fn verb_ahead(&self, k: usize) -> bool {
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
            let phrase = self.done_in_place(phrase, group).unwrap_or(phrase);
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
                        "after" | "before" | "since" | "until" | "because" | "as" | "when" | "while" | "where"
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

    /// "An attack in Lesk claimed by rebels", "a man in Lesk arrested in May": what a participle says of no place, behind the name of
    /// one, it says of what was there.
    fn done_in_place(&self, phrase: PhraseId, group: VerbGroup) -> Option<PhraseId> {
        let place = &self.syntax.phrases[phrase as usize];
        let Link::Modifier(owner) = place.link else { return None };
        let deed = one_of!(
            self.words[group.head as usize].hash,
            "claimed"
                | "blamed"
                | "attributed"
                | "launched"
                | "conducted"
                | "staged"
                | "organised"
                | "organized"
                | "planned"
                | "plotted"
                | "brokered"
                | "mediated"
                | "attended"
                | "signed"
                | "sponsored"
                | "killed"
                | "wounded"
                | "injured"
                | "arrested"
                | "detained"
                | "convicted"
                | "accused"
                | "charged"
                | "suspected"
        );
        let name = self.words[place.head as usize].pos == Pos::Propn;
        let there = place
            .preposition
            .is_some_and(|at| function!(self.words[at as usize].function, "in" | "at" | "near" | "outside" | "on"));
        (deed && name && there).then_some(owner)
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

    /// "two killed when a wall fell", "a message posted online": a past form that lacks the object it needs is passive.
    pub(super) fn without_object(&self, k: usize, group: VerbGroup) -> VerbGroup {
        let top = self.clause(self.top());
        // "was hit and dragged by a car": the second of two passives
        if self.conjunction.is_some() && top.is_passive() && top.is_finite() && self.lacks_object(k) {
            return VerbGroup { mood: Mood::Participle, tense: GroupTense::None, passive: true, ..group };
        }
        let moved = top.marker.is_some() && matches!(top.kind, ClauseKind::Relative | ClauseKind::Question);
        let Some(subject) = self.adjacent.filter(|_| !moved && !top.inverted && self.lacks_object(k)) else {
            return group;
        };
        // "the town rebels captured": a second noun phrase in a row has its object in front
        let link = self.syntax.phrases[subject as usize].link;
        let gapped = self.fresh.is_some_and(|fresh| fresh.phrase == subject && fresh.conjunction);
        if link == Link::Loose && !gapped || self.is_nominative(subject) {
            return group;
        }
        VerbGroup { mood: Mood::Participle, tense: GroupTense::None, passive: true, ..group }
    }

    /// Whether a that-clause follows, phrases with a preposition aside: "posted on Telegram that".
    fn that_behind(&self, k: usize) -> bool {
        const LONGEST: usize = 5;
        let behind = self.chunks[k + 1..].iter().take(LONGEST);
        behind
            .take_while(|chunk| !matches!(chunk.kind, ChunkKind::Comma | ChunkKind::Verb(_)))
            .any(|chunk| function!(self.words[chunk.extent.first as usize].function, "that"))
    }

    /// "was arrested, tortured and killed": whether a third participle stands behind a conjunction, as the one at chunk `k` does behind
    /// a comma, and all share one auxiliary.
    pub(super) fn lists_passives(&self, k: usize) -> bool {
        let top = self.clause(self.top());
        // no passive is "escaped" or "took"
        let may_share = |at: usize, verb: VerbChunk| {
            let head = &self.words[self.group(verb).head as usize];
            verb.single
                && !self.object_behind(at)
                && !self.grammar.takes_nothing(head)
                && (verb.mood == Mood::Participle || verb.tense == GroupTense::Past && !self.grammar.is_past(head))
        };
        let skips = |(at, chunk): &(usize, &Chunk)| match chunk.kind {
            ChunkKind::Phrase(_) | ChunkKind::Preposition | ChunkKind::Adverb | ChunkKind::Comma => true,
            ChunkKind::Verb(verb) => {
                matches!(self.chunks[k + at].kind, ChunkKind::Comma) && may_share(k + 1 + at, verb)
            }
            _ => false,
        };
        let behind = self.chunks[k + 1..].iter().take(2 * LOOK_AHEAD).enumerate();
        let closes = k + 1 + behind.take_while(skips).count();
        let adverb = matches!(self.chunks.get(closes + 1).map(|chunk| chunk.kind), Some(ChunkKind::Adverb));
        let last = closes + 1 + usize::from(adverb);
        top.is_finite()
            && matches!(self.chunks[k].kind, ChunkKind::Verb(verb) if may_share(k, verb))
            && matches!(self.chunks.get(closes).map(|chunk| chunk.kind), Some(ChunkKind::Conjunction))
            && matches!(self.chunks.get(last).map(|chunk| chunk.kind), Some(ChunkKind::Verb(verb)) if may_share(last, verb))
    }

    /// "confirmed by text message that": a verb with a that-clause for its object is no passive participle. What stands between
    /// has no determiner, as the antecedent of a relative clause would have.
    pub(super) fn reports_that(&self, k: usize, group: VerbGroup) -> bool {
        let verb = &self.words[group.head as usize];
        let bare = |chunk: &Chunk| match chunk.kind {
            ChunkKind::Phrase(_) => self.words[chunk.extent.first as usize].pos != Pos::Det,
            ChunkKind::Preposition | ChunkKind::Adverb => true,
            _ => false,
        };
        let that = |chunk: &Chunk| function!(self.words[chunk.extent.first as usize].function, "that");
        group.extent.first == group.head && self.grammar.takes_clause(verb) && !self.grammar.takes_addressee(verb) && {
            let behind = &self.chunks[k + 1..];
            let length = behind.iter().take(LOOK_AHEAD).take_while(|chunk| !that(chunk) && bare(chunk)).count();
            behind.get(length).is_some_and(that)
        }
    }

    /// Whether the past form at chunk `k` needs an object and has none behind it.
    pub(super) fn lacks_object(&self, k: usize) -> bool {
        let Some(ChunkKind::Verb(group)) = self.chunks.get(k).map(|chunk| chunk.kind) else { return false };
        let group = self.group(group);
        let head = &self.words[group.head as usize];
        let past = (group.tense == GroupTense::Past || group.mood == Mood::Participle)
            && group.extent.first == group.head
            && group.particle.is_none()
            && head.pos == Pos::Verb;
        // "Two charged with theft": "charged at the crowd" needs none
        let charged = || {
            let with = self.words.get(group.head as usize + 1).is_some_and(|with| function!(with.function, "with"));
            with && one_of!(head.hash, "charged")
        };
        // "Two shot dead in Lesk"
        let dead = self.words.get(group.head as usize + 1).is_some_and(|dead| one_of!(dead.hash, "dead"));
        if past && dead && one_of!(head.hash, "shot") {
            return !self.object_behind(k) && !self.object_behind(k + 1);
        }
        past && (self.grammar.takes_object(head) || charged())
            && !(self.grammar.takes_clause(head) && self.that_behind(k))
            && match self.chunks.get(k + 1).map(|chunk| chunk.kind) {
                Some(ChunkKind::Phrase(id)) => self.syntax.phrases[id as usize].time,
                // "“unfair and driven by money”"
                Some(ChunkKind::QuoteMark) => {
                    let behind = self.chunks.get(k + 2).map(|chunk| chunk.kind);
                    matches!(behind, Some(ChunkKind::Other | ChunkKind::Comma | ChunkKind::Preposition) | None)
                }
                Some(ChunkKind::Preposition) if self.judges_behind(k + 1) => false,
                Some(
                    ChunkKind::Preposition
                    | ChunkKind::Subordinator
                    | ChunkKind::Other
                    | ChunkKind::Comma
                    | ChunkKind::Semicolon
                    | ChunkKind::BracketClose,
                )
                | None => true,
                Some(ChunkKind::Wh) => {
                    function!(self.words[self.chunks[k + 1].extent.first as usize].function, "when" | "where" | "while")
                }
                Some(ChunkKind::Adverb) => !matches!(
                    self.chunks.get(k + 2).map(|chunk| chunk.kind),
                    Some(ChunkKind::Phrase(_) | ChunkKind::Verb(_) | ChunkKind::Adjective)
                ),
                _ => false,
            }
    }

    /// A past participle by its tag that carries a clause: by its subject, or because nothing else can.
    pub(super) fn is_finite_past(&self, k: usize, group: VerbGroup) -> bool {
        if group.extent.first != group.head || self.words[group.head as usize].pos != Pos::Verb {
            return false;
        }
        let next = self.chunks.get(k + 1);
        if self.fresh.is_some_and(|fresh| fresh.conjunction || fresh.comma) && self.reports_that(k, group) {
            return true;
        }
        if next.is_some_and(|chunk| {
            matches!(chunk.kind, ChunkKind::Preposition)
                && function!(self.words[chunk.extent.first as usize].function, "by")
        }) {
            return self.is_headline_passive(k) || self.fresh.is_some() && self.speaks_by_phone(k, group);
        }
        if self.carries_report(k, group) {
            return true;
        }
        // "a man in a stolen car died", "disagreed and resigned"
        let intransitive = self.grammar.takes_nothing(&self.words[group.head as usize]);
        let coordinated = self.conjunction.is_some() && self.clause(self.top()).is_finite();
        // ", then exchanged shots": no passive has an object
        let head = &self.words[group.head as usize];
        let acts = self.object_behind(k) && !self.grammar.takes_two(head) && !self.grammar.is_unchanged(head);
        // "tortured and captured persons"
        let determined = || {
            let first = &self.words[self.chunks[k + 1].extent.first as usize];
            matches!(first.pos, Pos::Det | Pos::Pron | Pos::Num | Pos::Propn)
        };
        // "seized and burned boats": the verb right in front of the conjunction lacks the object that it needs
        let shares = || {
            matches!(k.checked_sub(2).map(|at| self.chunks[at].kind), Some(ChunkKind::Verb(left)) if left.mood == Mood::Finite
                && left.tense == GroupTense::Past && self.grammar.takes_object(&self.words[self.group(left).head as usize]))
        };
        let then = |word: u32| one_of!(self.words[word as usize].hash, "then");
        let object = self.object_behind(k) && !self.grammar.is_unchanged(head);
        let joined = self.conjunction.is_some_and(|word| object && (then(word) || determined() || shares()));
        if joined && self.fresh.is_none() && self.sibling(Clause::is_finite).is_some() {
            return true;
        }
        if intransitive && (!self.comma || self.waiting().is_some()) && (self.conjunction.is_none() || coordinated) {
            return true;
        }
        let top = self.clause(self.top());
        let has_object = matches!(next.map(|chunk| chunk.kind), Some(ChunkKind::Phrase(id)) if !self.syntax.phrases[id as usize].time);
        // "after two men armed with bats attacked a shop": a verb with an object belongs to the subject that waits
        let waits = || self.waiting().is_some_and(|depth| self.clause(self.stack[depth - 1]).subject.is_some());
        let alone = || !self.finite_ahead(k) || acts && !self.grammar.names(head) && self.list_goes_on(k);
        if has_object && !self.comma && top.group.is_some() && waits() && alone() {
            return true;
        }
        // "Soldiers who had reached the camp described how they fled"
        let asks = next.is_some_and(|chunk| {
            matches!(chunk.kind, ChunkKind::Wh)
                && function!(self.words[chunk.extent.first as usize].function, "how" | "what" | "why" | "whether")
        });
        if asks && !self.comma && top.group.is_some() && waits() && self.grammar.quotative(head) {
            return true;
        }
        // "claims that he took bribes surfaced in June": so does one that takes no object
        if !self.comma && top.group.is_some() && waits() && !self.lacks_object(k) && !self.finite_ahead(k) {
            return true;
        }
        // "As the rivals argued, other candidates jumped in": nothing else can be the verb of the main clause
        let behind_comma = self.fresh.is_some_and(|fresh| fresh.comma && self.adjacent == Some(fresh.phrase));
        if behind_comma
            && top.group.is_some()
            && matches!(top.kind, ClauseKind::Adverbial | ClauseKind::Relative)
            && self.waiting().is_some()
            && !self.finite_ahead(k)
        {
            return true;
        }
        // "a blast that investigators blamed on gas": what is done by the subject right behind the word that opens the clause
        let related = top.kind == ClauseKind::Relative && top.group.is_none() && top.subject == self.adjacent;
        let marker = |chunk: &Chunk| top.marker == Some(chunk.extent.first);
        if related && k > 1 && marker(&self.chunks[k - 2]) && !self.verb_behind_adverbials(k) {
            return true;
        }
        let Some(subject) = self.adjacent.filter(|&subject| !self.follows_time(subject)) else {
            if self.adjacent.is_some() {
                // "a fire that began after midnight destroyed": no time does anything
                return !self.finite_ahead(k);
            }
            // "A commander, reached by telephone, insisted": the subject waits behind a comma
            return top.group.is_none()
                && top.subject.is_some()
                && self.comma
                // "The brothers, aged 31 and 34, bought a car, tested it and left"
                && (!self.finite_ahead(k) || acts && self.conjunction.is_none() && !self.grammar.names(head))
                || self.comma
                    && self.waiting().is_some()
                    && (!self.finite_ahead(k) || acts && self.list_goes_on(k))
                    && !matches!(self.chunks[k - 1].kind, ChunkKind::Conjunction);
        };
        if self.is_nominative(subject) {
            return true;
        }
        if top.group.is_none() {
            // "The son of a clerk, Omar Sadiq trained as a surgeon, was jailed and left": no name is described so
            let named = matches!(self.syntax.phrases[subject as usize].link, Link::Apposition(_))
                && self.words[self.syntax.phrases[subject as usize].head as usize].pos == Pos::Propn;
            if named && !self.lacks_object(k) && !self.has_agent(k, group) {
                return true;
            }
            return has_object || !self.finite_ahead(k) && !(self.lacks_object(k) && self.verb_behind_comma(k));
        }
        let Some(fresh) = self.fresh.filter(|fresh| fresh.phrase == subject) else { return false };
        let reports = self.grammar.quotative(&self.words[group.head as usize]) && self.closes_report(k);
        if fresh.comma && reports || fresh.conjunction && !self.finite_ahead(k) {
            return true;
        }
        // "said his party remained ready"
        self.top_takes_clause()
            && self.fresh.is_some_and(|fresh| !fresh.comma)
            && !self.finite_ahead(k)
            && self.behind_verb(fresh.chunk)
    }

    /// "exchanged fire with gunmen, called in planes and withdrew": whether the next verb behind chunk `k` is a past form behind a
    /// comma.
    fn list_goes_on(&self, k: usize) -> bool {
        let behind = &self.chunks[k + 1..];
        let verb = behind.iter().take(LOOK_AHEAD).position(|chunk| matches!(chunk.kind, ChunkKind::Verb(_)));
        verb.is_some_and(|verb| {
            verb > 0
                && matches!(behind[verb - 1].kind, ChunkKind::Comma)
                && matches!(behind[verb].kind, ChunkKind::Verb(next) if next.single
                    && (next.tense == GroupTense::Past || next.mood == Mood::Participle))
        })
    }

    /// "said gunmen on two motorcycles opened fire, killed a guard and fled": what stands behind the object of a verb that takes a
    /// clause carries one where it has an object itself, as no passive participle has.
    fn carries_report(&self, k: usize, group: VerbGroup) -> bool {
        // "a fire that officials say killed more than 80 people"
        if self.clause(self.top()).kind == ClauseKind::Relative
            && !self.comma
            && self.top_takes_clause()
            && self.behind_verb(k)
            && self.object_behind(k)
        {
            return true;
        }
        let object = |fresh: &Fresh| {
            !fresh.comma
                && !fresh.conjunction
                && self.syntax.phrases[fresh.phrase as usize].link == Link::Object(self.top())
                && self.behind_verb(fresh.chunk)
        };
        let Some(fresh) = self.fresh.filter(|fresh| self.top_takes_clause() && object(fresh)) else { return false };
        let between = &self.chunks[fresh.chunk + 1..k];
        let head = &self.words[group.head as usize];
        self.object_behind(k)
            && !self.grammar.takes_two(head)
            && !self.grammar.names(head)
            && !self.clause(self.top()).is_passive()
            && between
                .iter()
                .all(|chunk| matches!(chunk.kind, ChunkKind::Preposition | ChunkKind::Phrase(_) | ChunkKind::Adverb))
    }

    /// "Hundreds displaced by floods", "Hospital damaged by shelling, officials say": a passive without its auxiliary, where
    /// nothing else is the verb of the sentence.
    fn is_headline_passive(&self, k: usize) -> bool {
        let top = self.clause(self.top());
        let alone = top.kind == ClauseKind::Main
            && top.group.is_none()
            && self.stack.len() == 1
            && !self.comma
            && self.adjacent.is_some()
            && self.adjacent == top.subject;
        let rest = || {
            let behind = &self.chunks[k + 1..];
            let comma = behind.iter().position(|chunk| matches!(chunk.kind, ChunkKind::Comma));
            let (own, report) = behind.split_at(comma.unwrap_or(behind.len()));
            let finite = |chunk: &Chunk| {
                matches!(
                    chunk.kind,
                    ChunkKind::Verb(_) | ChunkKind::Wh | ChunkKind::Conjunction | ChunkKind::Subordinator
                )
            };
            let says = matches!(report.get(2), Some(chunk) if matches!(chunk.kind, ChunkKind::Verb(verb)
                if verb.mood == Mood::Finite
                    && self.grammar.quotative(&self.words[self.group(verb).head as usize])));
            !own.iter().any(finite) && (says || !report.iter().any(finite))
        };
        alone && rest()
    }
}
