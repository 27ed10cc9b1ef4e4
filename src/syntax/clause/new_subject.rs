//! A finite verb behind a noun phrase that may be its subject: the next conjunct, a complement, the clause that waits, or a relative
//! clause without marker.

use super::*;

impl Parser<'_> {
    pub(super) fn finite_behind_phrase(&mut self, k: usize, fresh: Fresh, group: VerbGroup) {
        let first = self.chunks[fresh.chunk].extent.first;
        let top = self.top();
        let quotative = self.grammar.quotative(&self.words[group.head as usize]);
        if fresh.conjunction {
            return self.finite_of_conjunct(k, fresh, group);
        }
        // "the leader of a network sometimes called the Front"
        let often = |chunk: &Chunk| {
            one_of!(
                self.words[chunk.extent.first as usize].hash,
                "sometimes"
                    | "often"
                    | "commonly"
                    | "formerly"
                    | "previously"
                    | "popularly"
                    | "better"
                    | "originally"
                    | "variously"
            )
        };
        if self.grammar.names(&self.words[group.head as usize])
            && self.may_be_participle(group)
            && k > 0
            && often(&self.chunks[k - 1])
            && !self.is_nominative(fresh.phrase)
        {
            return self.open_participle(VerbGroup { passive: true, ..group });
        }
        let object = self.is_object_of_clause(fresh.phrase, top);
        let behind_apposition = self.before_phrase(fresh.chunk).is_some_and(|before| {
            fresh.chunk > 0
                && matches!(self.chunks[fresh.chunk - 1].kind, ChunkKind::Phrase(_))
                && matches!(self.syntax.phrases[before as usize].link, Link::Apposition(_))
        });
        let owed = object && self.owed_to_waiting(k, fresh, group);
        let related = self.is_related(fresh, object, quotative);
        // "saw six lorries parked in a yard"
        if object && !fresh.comma && self.is_seen(k, group) {
            return self.open_participle(group);
        }
        // "helps tumours grow"
        if object && !fresh.comma && self.is_bare_complement(group) {
            return self.open_infinitive(k, VerbGroup { mood: Mood::Bare, tense: GroupTense::None, ..group });
        }
        // "clerks who examined parts of the ship found at the site have concluded"
        if object && !owed && !fresh.comma && self.describes_object_of_relative(k, fresh, group) {
            return self.open_participle(group);
        }
        let complement = !fresh.comma
            && !owed
            && !related
            && !behind_apposition
            && !(self.clause(top).is_passive()
                && !object
                && !self.behind_quote(fresh.chunk)
                && !self.behind_verb(fresh.chunk))
            && (self.top_takes_clause() && (object || self.is_loose(fresh.phrase))
                || self.behind_quote(fresh.chunk) && self.top_takes_clause());
        if complement {
            return self.open_complement(k, fresh, group);
        }
        if let Some(depth) = self.waiting().filter(|_| fresh.comma || !(self.in_aside() && self.resumes(k))) {
            return self.finite_of_waiting(k, fresh, group, depth);
        }
        if let Some(before) = self.explained_by(k, fresh, group) {
            self.syntax.phrases[fresh.phrase as usize].link = Link::Apposition(before);
            return self.open_participle(group);
        }
        if fresh.comma {
            if quotative && self.closes_report(k) {
                return self.parenthetical(first, Some(fresh.phrase), group);
            }
            // "Should it find that they lied, we would act": what the condition reports is no part of a row
            let first = self.clause(self.outermost());
            let inverted = first.inverted && first.group.is_some_and(|group| group.extent.first == first.extent.first);
            let left = match inverted && self.conjunction.is_none() {
                true => self.outermost(),
                false => self.left_clause(true, Some(group)),
            };
            let adverbial_first = self.clause(left).kind == ClauseKind::Adverbial;
            let id = self.coordinate_with_subject(left, fresh);
            if adverbial_first {
                self.clause_mut(id).kind = ClauseKind::Main;
            }
            return self.set_group(id, group);
        }
        if quotative && self.closes_report(k) && self.behind_quote(fresh.chunk) {
            return self.parenthetical(first, Some(fresh.phrase), group);
        }
        if self.may_be_participle(group)
            && self.is_object_of_top(fresh.phrase)
            && !self.is_nominative(fresh.phrase)
            && !self.behind_time(fresh.chunk)
        {
            // "breaking a promise made two years ago"
            return self.open_participle(group);
        }
        self.open_unmarked(fresh, group);
    }

    /// "had killed Abu Omar, a man wanted for two raids": what a noun phrase behind a comma explains, where the past form at chunk `k`
    /// only describes it.
    fn explained_by(&self, k: usize, fresh: Fresh, group: VerbGroup) -> Option<PhraseId> {
        let head = &self.words[group.head as usize];
        let one = function!(self.words[self.chunks[fresh.chunk].extent.first as usize].function, "a" | "an");
        let happens = self.happens(&group) || self.grammar.quotative(head);
        let described = fresh.comma
            && !fresh.conjunction
            && one
            && self.may_be_participle(group)
            && !happens
            && matches!(self.kind_at(k + 1), Some(ChunkKind::Preposition))
            && fresh.chunk > 1
            && matches!(self.kind_at(fresh.chunk - 1), Some(ChunkKind::Comma));
        let before = fresh.chunk.checked_sub(2).and_then(|at| self.kind_at(at));
        match before {
            Some(ChunkKind::Phrase(before)) if described && self.adjacent == Some(fresh.phrase) => {
                (!self.syntax.phrases[before as usize].time).then_some(before)
            }
            _ => None,
        }
    }

    /// The verb of a noun phrase behind a conjunction.
    fn finite_of_conjunct(&mut self, k: usize, fresh: Fresh, group: VerbGroup) {
        let first = self.chunks[fresh.chunk].extent.first;
        let quotative = self.grammar.quotative(&self.words[group.head as usize]);
        // "got away and, police say, may have ..."
        let sign = |back: usize| fresh.chunk.checked_sub(back).map(|chunk| self.chunks[chunk].kind);
        if quotative
            && matches!(sign(1), Some(ChunkKind::Comma))
            && matches!(sign(2), Some(ChunkKind::Conjunction))
            && matches!(self.kind_at(k + 1), Some(ChunkKind::Comma))
        {
            return self.parenthetical(first, Some(fresh.phrase), group);
        }
        if self.lists(k, group) {
            return self.open_participle(group);
        }
        // ", and the captain and guards killed in the raid were buried"
        if self.is_reduced_participle(k, group) && self.verb_behind_adverbials(k) {
            self.open_coordinate(fresh);
            return self.open_participle(group);
        }
        let left = self.left_of(fresh, Some(group));
        let id = self.coordinate_with_subject(left, fresh);
        self.set_group(id, group);
    }

    /// "the diver who had seen the wreck has left": whether a verb behind an object belongs to the subject that waits.
    fn owed_to_waiting(&self, k: usize, fresh: Fresh, group: VerbGroup) -> bool {
        let inner = self.clause(self.top());
        let closed = match inner.kind {
            // "hopes of finding the boy have faded"
            ClauseKind::Relative | ClauseKind::Gerund => true,
            // "the man carrying the letter has left", "figures showing a rise are wrong", but ", saying the letter has gone"
            ClauseKind::Participle => {
                let opens = inner.extent.first == self.chunks[0].extent.first;
                // "Despite the mayor claiming the road was safe": no subject waits
                let waits = |depth: usize| self.clause(self.stack[depth - 1]).subject.is_some();
                !inner.set_off && (opens || self.waiting().is_some_and(waits))
                    || opens
                    || self.comma
                    || inner.verb().is_some_and(|verb| !self.grammar.quotative(&self.words[verb as usize]))
            }
            _ => false,
        };
        // "employers who fail to report accidents would face fines and directors could be banned"
        // "the last clerk to notice the fire also told of it"
        let of_subject = || {
            let depth = self.waiting()?;
            let subject = self.clause(self.stack[depth - 1]).subject?;
            let says = self.grammar.quotative(&self.words[inner.verb()? as usize]);
            inner.governor.filter(|&governor| !says && self.lies_in(governor, subject))
        };
        let infinitive =
            inner.kind == ClauseKind::Infinitive && (group.extent.first != group.head || of_subject().is_some());
        // "the odds of countering it may not be good"
        let it = function!(self.words[self.syntax.phrases[fresh.phrase as usize].head as usize].function, "it");
        let object = it && inner.kind == ClauseKind::Gerund && !self.top_takes_clause();
        // "those who ordered it must be tried"
        let bidden = inner.verb().is_some_and(|verb| self.grammar.takes_command(&self.words[verb as usize]));
        if it && inner.kind == ClauseKind::Relative && bidden && group.modal.is_some() && self.waiting().is_some() {
            return true;
        }
        (closed || infinitive)
            && (object || !self.is_nominative(fresh.phrase))
            && self.waiting().is_some()
            && (!self.finite_ahead(k) || infinitive && self.joined_ahead(k))
    }

    /// Whether a past form behind the object of a relative clause only describes that, for the next verb is the one that the subject
    /// around the relative clause waits for.
    fn describes_object_of_relative(&self, k: usize, fresh: Fresh, group: VerbGroup) -> bool {
        let top = self.clause(self.top());
        if top.kind != ClauseKind::Relative || self.waiting().is_none() || !self.may_be_participle(group) {
            return false;
        }
        let says = top.verb().is_some_and(|verb| self.grammar.quotative(&self.words[verb as usize]));
        let next = (k + 1..self.chunks.len())
            .find(|&at| matches!(self.chunks[at].kind, ChunkKind::Verb(verb) if self.is_finite_or_acts(at, verb)));
        !says
            && !self.is_nominative(fresh.phrase)
            && self.verb_behind_adverbials(k)
            && next.is_some_and(|next| !self.finite_ahead(next) || self.reports_that_behind(next))
    }

    /// "have concluded that it was hit": whether "that" stands right behind the verb at a chunk.
    pub(super) fn reports_that_behind(&self, verb: usize) -> bool {
        verb + 1 < self.chunks.len() && self.is_that(verb + 1)
    }

    /// Whether a noun phrase with its verb modifies the noun in front of it, and completes no verb.
    fn is_related(&self, fresh: Fresh, object: bool, quotative: bool) -> bool {
        // "asked for the money they were promised": what stands behind a noun with its preposition modifies it
        let related = self.is_nominative(fresh.phrase)
            && fresh.chunk > 1
            && matches!(self.chunks[fresh.chunk - 1].kind, ChunkKind::Phrase(_))
            && matches!(self.chunks[fresh.chunk - 2].kind, ChunkKind::Preposition)
            && function!(
                self.words[self.chunks[fresh.chunk - 2].extent.first as usize].function,
                "for" | "about" | "of" | "with" | "against" | "from"
            );
        // "noted the role the army can play": behind an object that nobody is told, right behind which a second subject stands
        let told = |verb: u32| {
            let verb = &self.words[verb as usize];
            self.grammar.takes_addressee(verb) || self.grammar.takes_two(verb)
        };
        let second = fresh.chunk > 0
            && !object
            && !quotative
            && matches!(self.chunks[fresh.chunk - 1].kind, ChunkKind::Phrase(before)
                if self.clause(self.top()).objects[0] == Some(before) && !self.syntax.phrases[before as usize].time
                    && !self.syntax.phrases[before as usize].pronoun)
            && !self.top_verb().is_some_and(told);
        // "heard shouting on the night she vanished"
        related || second || self.behind_time(fresh.chunk)
    }

    /// Opens what the verb of the innermost clause takes a clause for.
    fn open_complement(&mut self, k: usize, fresh: Fresh, group: VerbGroup) {
        let first = self.chunks[fresh.chunk].extent.first;
        // "is not known how many people were on board"
        let asks = function!(self.words[first as usize].function, "how" | "what" | "which" | "whose");
        let (kind, marker) = if asks { (ClauseKind::Question, Some(first)) } else { (ClauseKind::Bare, None) };
        let id = self.open_with_subject(kind, first, marker, self.top_verb(), fresh.phrase);
        // "said the oil found on the beach had come from a ship", "said the oil, found by divers, had"
        if self.is_reduced_participle(k, group) || self.is_set_off_participle(k, group) {
            return self.open_participle(group);
        }
        self.set_group(id, group);
    }

    /// Opens what the verb of the innermost clause takes a clause for, with its object so far as the subject.
    pub(super) fn open_complement_of(&mut self, object: PhraseId, group: VerbGroup) {
        let first = self.syntax.phrases[object as usize].base.first;
        let id = self.open_with_subject(ClauseKind::Bare, first, None, self.top_verb(), object);
        self.clause_mut(id).set_off = false;
        self.set_group(id, group);
    }

    /// The verb of the clause at a depth that waits for it, or of a report or a participle in between.
    fn finite_of_waiting(&mut self, k: usize, fresh: Fresh, group: VerbGroup, depth: usize) {
        let first = self.chunks[fresh.chunk].extent.first;
        let top = self.top();
        let quotative = self.grammar.quotative(&self.words[group.head as usize]);
        let end_before = self.end_before(fresh.chunk);
        let waiting = self.stack[depth - 1];
        // "Talks to resume in May, mediators say": what the heading leaves out is no verb of the mediators
        let ends = || self.chunks[k + 1..].iter().all(|chunk| matches!(chunk.kind, ChunkKind::Other));
        let infinitive = self.clause(self.top()).kind == ClauseKind::Infinitive;
        // "If it rains, officials said, the army will stay"
        let subject = self.clause(waiting).subject.is_some();
        let interrupts = || subject && (infinitive && ends() || self.parts_subject(k)) || self.interrupts_front(k);
        if fresh.comma && quotative && interrupts() {
            self.pop_to_at(depth, end_before);
            return self.parenthetical(first, Some(fresh.phrase), group);
        }
        if fresh.comma {
            // "If it rains, the army stays": the phrase is the subject of the clause that waits
            self.pop_to_at(depth, end_before);
            let replaces = self.clause(waiting).subject.is_none()
                || self.subject_is_time(waiting)
                // "Aged 19 when he joined, he rose"
                || self.is_nominative(fresh.phrase);
            if replaces {
                self.set_subject(waiting, fresh.phrase);
            }
            // "When it rains, families crowded into tents burn wood"
            if self.is_reduced_participle(k, group) {
                return self.open_participle(group);
            }
        } else if self.is_object_of_clause(fresh.phrase, top)
            && (self.is_reduced_participle(k, group)
                || self.may_be_participle(group) && self.lacks_object(k) && self.finite_ahead(k))
        {
            // "the man who sold the car used in the raid was held"
            return self.open_participle(group);
        } else {
            // "to notice the fire | also told of it"
            let also = self.chunks[..k]
                .last()
                .is_some_and(|chunk| one_of!(self.words[chunk.extent.first as usize].hash, "also" | "now"));
            let end = if also { self.end_before_adverbs(k) } else { self.content_end };
            self.pop_to_at(depth, end);
        }
        self.set_group(waiting, group);
    }

    /// Opens a relative clause without marker, a question, or a clause behind a verb that none of the others fits.
    fn open_unmarked(&mut self, fresh: Fresh, group: VerbGroup) {
        let first = self.chunks[fresh.chunk].extent.first;
        // a phrase that was an object, or stands loose, with a verb behind it: a relative clause without marker
        let next_to = fresh.chunk > 0 && matches!(self.chunks[fresh.chunk - 1].kind, ChunkKind::Phrase(_));
        // "that is the way I look at it"
        let antecedent = self.before_phrase(fresh.chunk).filter(|_| next_to || !self.is_object_of_top(fresh.phrase));
        // "it was not clear how many doses would come"
        let asks = antecedent.is_none()
            && function!(self.words[first as usize].function, "how" | "what" | "which" | "whose")
            && self.adjective_takes_clause(first);
        let kind = match antecedent {
            Some(_) => ClauseKind::Relative,
            None if asks => ClauseKind::Question,
            None => ClauseKind::Bare,
        };
        let governor = antecedent.map(|antecedent| self.syntax.phrases[antecedent as usize].head).or(self.top_verb());
        let id = self.open_with_subject(kind, first, asks.then_some(first), governor, fresh.phrase);
        self.clause_mut(id).set_off = false;
        self.set_group(id, group);
    }

    /// Opens what a verb takes a clause for, with its object so far as the subject, and a participle set off by a comma in it.
    pub(super) fn open_aside_in_complement(&mut self, subject: PhraseId, participle: VerbGroup) {
        let first = self.syntax.phrases[subject as usize].base.first;
        self.open_with_subject(ClauseKind::Bare, first, None, self.top_verb(), subject);
        self.open_participle(participle);
    }

    /// Opens a clause with its subject inside the innermost one, which may have taken the subject for its object. What stands
    /// before the subject from word `first` on belongs to the clause: "both", "neither".
    pub(super) fn open_with_subject(
        &mut self,
        kind: ClauseKind,
        first: u32,
        marker: Option<u32>,
        governor: Option<u32>,
        subject: PhraseId,
    ) -> ClauseId {
        let top = self.top();
        self.detach(subject, top);
        let id = self.open(kind, first, marker, Some(top));
        self.clause_mut(id).governor = governor;
        self.set_subject(id, subject);
        id
    }

    pub(super) fn reduced_relative(&mut self, fresh: Fresh, antecedent: PhraseId, group: VerbGroup) {
        let first = self.syntax.phrases[fresh.phrase as usize].base.first;
        let parent = Some(self.top());
        let id = self.open(ClauseKind::Relative, first, None, parent);
        self.clause_mut(id).governor = Some(self.syntax.phrases[antecedent as usize].head);
        self.clause_mut(id).set_off = false;
        self.set_subject(id, fresh.phrase);
        self.set_group(id, group);
    }

    /// Whether a form that may be bare stands behind the object of a verb that takes one, and no clause.
    fn is_bare_complement(&self, group: VerbGroup) -> bool {
        let bare = group.extent.first == group.head
            && group.tense == GroupTense::Present
            && !is_be(self.words[group.head as usize].function)
            && !is_have(self.words[group.head as usize].function);
        let outer = self.clause(self.top()).group;
        bare && outer.is_some_and(|outer| {
            let verb = &self.words[outer.head as usize];
            self.grammar.takes_bare(verb) && !self.grammar.takes_clause(verb)
        })
    }

    /// "On the night": whether a time with its article and a preposition stands right in front of chunk `k`.
    fn behind_time(&self, k: usize) -> bool {
        k > 1
            && matches!(self.chunks[k - 2].kind, ChunkKind::Preposition)
            && matches!(self.chunks[k - 1].kind, ChunkKind::Phrase(id) if {
                let phrase = &self.syntax.phrases[id as usize];
                phrase.time && function!(self.words[phrase.base.first as usize].function, "the")
            })
    }

    pub(super) fn is_loose(&self, phrase: PhraseId) -> bool {
        self.syntax.phrases[phrase as usize].link == Link::Loose
    }

    pub(super) fn is_nominative(&self, phrase: PhraseId) -> bool {
        let phrase = &self.syntax.phrases[phrase as usize];
        phrase.pronoun
            && function!(self.words[phrase.head as usize].function, "he" | "she" | "they" | "we" | "i" | "it")
    }

    pub(super) fn is_accusative(&self, phrase: PhraseId) -> bool {
        let head = self.syntax.phrases[phrase as usize].head;
        one_of!(self.words[head as usize].hash, "me" | "him" | "us" | "them")
    }

    fn is_object_of_top(&self, phrase: PhraseId) -> bool {
        matches!(self.syntax.phrases[phrase as usize].link, Link::Object(_) | Link::Predicate(_))
    }

    fn is_object_of_clause(&self, phrase: PhraseId, clause: ClauseId) -> bool {
        self.syntax.phrases[phrase as usize].link == Link::Object(clause)
    }

    /// Takes a phrase out of the object place it was put in.
    pub(super) fn detach(&mut self, phrase: PhraseId, clause: ClauseId) {
        let clause = self.clause_mut(clause);
        for object in &mut clause.objects {
            if *object == Some(phrase) {
                *object = None;
            }
        }
        self.syntax.phrases[phrase as usize].link = Link::Loose;
    }
}
