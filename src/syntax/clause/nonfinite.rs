//! Infinitives, bare forms and gerunds.

use super::*;

impl Parser<'_> {
    pub(super) fn infinitive(&mut self, k: usize, group: VerbGroup) {
        if self.conjunction.is_some() || self.comma && self.lists_infinitives(k) {
            if let Some(left) = self.sibling(|clause| clause.kind == ClauseKind::Infinitive) {
                let id = self.coordinate(left, group.extent.first);
                return self.set_group(id, group);
            }
        }
        self.open_infinitive(k, group);
    }

    /// "to cut taxes, to raise pensions and to build": another infinitive stands behind a conjunction.
    fn lists_infinitives(&self, k: usize) -> bool {
        use ChunkKind::{Adjective, Adverb, Conjunction, Phrase, Preposition, Verb};
        let skips = |chunk: &&Chunk| matches!(chunk.kind, Phrase(_) | Preposition | Adverb | Adjective);
        let behind = &self.chunks[k + 1..self.chunks.len().min(k + 1 + LOOK_AHEAD)];
        let closes = behind.iter().take_while(skips).count();
        let kind = |at: usize| behind.get(at).map(|chunk| chunk.kind);
        let closes = closes + usize::from(matches!(kind(closes), Some(ChunkKind::Comma)));
        matches!(kind(closes), Some(Conjunction))
            && matches!(kind(closes + 1), Some(Verb(verb)) if verb.mood == Mood::Infinitive)
    }

    /// "urged people who had been there to get tested": behind a relative clause of whom the verb tells what to do, the
    /// infinitive is what that is, unless the verb of the relative clause takes one.
    fn close_relative_of_told(&mut self) {
        let relative = *self.clause(self.top());
        let Some(outer) = relative.parent.map(|outer| *self.clause(outer)) else { return };
        let takes = |verb: Option<u32>| {
            verb.is_some_and(|verb| {
                let verb = &self.words[verb as usize];
                self.grammar.takes_infinitive(verb)
                    || self.grammar.takes_control(verb)
                    || self.grammar.takes_only_infinitive(verb)
            })
        };
        let told = outer.objects[0].is_some_and(|object| {
            Some(self.syntax.phrases[object as usize].head) == relative.governor
                && outer.verb().is_some_and(|verb| {
                    let verb = &self.words[verb as usize];
                    self.grammar.takes_command(verb)
                        // "want firms that sell it to be held to account"
                        || self.grammar.takes_control(verb) && self.grammar.takes_only_infinitive(verb)
                })
        });
        if told && relative.objects[0].is_some() && !takes(relative.verb()) && self.stack.len() > self.floor() {
            self.pop();
        }
    }

    /// Closes what a comma has opened, and all inside it.
    fn close_aside(&mut self) {
        let inner = |&depth: &usize| {
            let clause = self.clause(self.stack[depth - 1]);
            clause.group.is_some()
                && matches!(
                    clause.kind,
                    ClauseKind::Relative
                        | ClauseKind::Participle
                        | ClauseKind::Adverbial
                        | ClauseKind::Infinitive
                        | ClauseKind::Gerund
                )
        };
        let aside = |&depth: &usize| {
            let clause = self.clause(self.stack[depth - 1]);
            clause.set_off && matches!(clause.kind, ClauseKind::Relative | ClauseKind::Participle)
        };
        let depths = (self.floor() + 1..=self.stack.len()).rev();
        if let Some(depth) = depths.take_while(inner).find(aside) {
            self.pop_to(depth - 1);
        }
    }

    pub(super) fn open_infinitive(&mut self, k: usize, group: VerbGroup) {
        if self.clause(self.top()).kind == ClauseKind::Relative {
            self.close_relative_of_told();
        }
        // "gathered outside the hall, where a roof fell last year, to demand"
        if self.comma && group.mood == Mood::Infinitive && self.preposition.is_none() {
            self.close_aside();
        }
        let top = self.top();
        let noun = self.adjacent.map(|phrase| self.syntax.phrases[phrase as usize].head);
        // "expect demand to recover"
        let expected = self.adjacent.is_some_and(|phrase| {
            let base = self.syntax.phrases[phrase as usize].base;
            self.clause(top).objects[0] == Some(phrase) && base.last - base.first == 1 && self.top_takes_clause()
        }) && self.top_verb().is_some_and(|verb| self.grammar.takes_control(&self.words[verb as usize]));
        let by_noun = noun.filter(|_| !expected).filter(|&noun| {
            self.grammar.noun_takes_clause(&self.words[noun as usize])
                || self.clause(top).group.is_none() && !self.behind_verb(k)
        });
        let clause = *self.clause(top);
        let governor = by_noun.or(clause.predicate.filter(|_| self.adjacent.is_none())).or(clause.verb());
        // the object of ask, order, allow does what the infinitive says; else the subject
        let controls = clause.verb().is_some_and(|verb| {
            // "has grounds to believe", but "had him leave"
            let has = group.mood == Mood::Infinitive
                && function!(self.words[verb as usize].function, "have" | "has" | "had" | "having");
            !has && self.grammar.takes_control(&self.words[verb as usize])
                || !has && self.grammar.takes_bare(&self.words[verb as usize])
        });
        let subject = match by_noun {
            Some(_) => None,
            None => self
                .told_by_for(k)
                .or_else(|| self.pressed(k))
                .or(clause.objects[0].filter(|_| controls))
                .or_else(|| self.called_on(&clause))
                .or(clause.subject),
        };
        let id = self.open(ClauseKind::Infinitive, group.extent.first, None, Some(top));
        let infinitive = self.clause_mut(id);
        infinitive.governor = governor;
        infinitive.subject = subject;
        infinitive.shared_subject = true;
        self.set_group(id, group);
    }

    /// "Rebels" in "it is hard for rebels to attack": who stands behind "for" right in front of the infinitive at chunk `k`, where
    /// what it is said of is an adjective.
    fn told_by_for(&self, k: usize) -> Option<PhraseId> {
        let kind = |back: usize| k.checked_sub(back).map(|at| self.chunks[at].kind);
        let (Some(ChunkKind::Phrase(id)), Some(ChunkKind::Preposition)) = (kind(1), kind(2)) else { return None };
        let preposition = self.chunks[k - 2].extent.first;
        let judged = preposition.checked_sub(1).is_some_and(|before| self.words[before as usize].pos == Pos::Adj);
        (judged && function!(self.words[preposition as usize].function, "for")).then_some(id)
    }

    /// "put pressure on the president to resume talks", "calls for the mayor to resign": who is to do it stands behind the noun.
    fn pressed(&self, k: usize) -> Option<PhraseId> {
        let kind = |back: usize| k.checked_sub(back).map(|at| self.chunks[at].kind);
        let (Some(ChunkKind::Phrase(id)), Some(ChunkKind::Preposition), Some(ChunkKind::Phrase(noun))) =
            (kind(1), kind(2), kind(3))
        else {
            return None;
        };
        let preposition = self.words[self.chunks[k - 2].extent.first as usize].function;
        let noun = self.words[self.syntax.phrases[noun as usize].head as usize].hash;
        let presses = one_of!(
            noun,
            "pressure"
                | "call"
                | "calls"
                | "demand"
                | "demands"
                | "appeal"
                | "appeals"
                | "plea"
                | "pleas"
                | "request"
                | "requests"
        );
        (presses && function!(preposition, "on" | "for" | "to")).then_some(id)
    }

    /// "the chancellor" in "called on the chancellor to resign".
    fn called_on(&self, clause: &Clause) -> Option<PhraseId> {
        /// "called on all parties to the conflict in the east to respect": so many phrases back they may stand.
        const REACH: usize = 3;
        let last = self.adjacent? as usize + 1;
        let verb = clause.group.filter(|verb| !verb.passive)?;
        let preposition = verb.extent.last;
        let first = last.saturating_sub(REACH);
        let near = self.syntax.phrases[first..last]
            .iter()
            .rposition(|phrase| phrase.preposition == Some(preposition) && matches!(phrase.link, Link::Oblique(_)))?;
        let phrase = (first + near) as PhraseId;
        let called = self.grammar.takes_control_oblique(&self.words[verb.head as usize])
            && function!(self.words[preposition as usize].function, "on" | "for" | "to" | "with");
        called.then_some(phrase)
    }

    /// Whether a finite verb stands behind the object of the -ing form at chunk `k`, with no other subject.
    fn is_gerund_subject(&self, k: usize) -> bool {
        let mut j = k + 1;
        if let Some(ChunkKind::Phrase(object)) = self.kind_at(j) {
            if self.is_nominative(object) {
                return false;
            }
            j += 1;
        }
        while matches!(
            (self.kind_at(j), self.kind_at(j + 1)),
            (Some(ChunkKind::Preposition), Some(ChunkKind::Phrase(_)))
        ) {
            j += 2;
        }
        let auxiliary = |group: VerbGroup| group.modal.is_some() || group.copula || group.perfect;
        matches!(self.kind_at(j), Some(ChunkKind::Verb(verb)) if verb.mood == Mood::Finite && auxiliary(*self.group(verb)))
    }

    pub(super) fn bare(&mut self, k: usize, group: VerbGroup) {
        let top = self.top();
        let clause = *self.clause(top);
        if self.conjunction.is_some() && self.fresh.is_none_or(|fresh| !fresh.conjunction) {
            let fits = |clause: &Clause| {
                clause
                    .group
                    .is_some_and(|left| matches!(left.mood, Mood::Infinitive | Mood::Bare) || left.modal.is_some())
            };
            if let Some(left) = self.sibling(fits).filter(|&left| !self.takes_stand_beyond(left, group)) {
                let inherited = self.clause(left).group;
                let id = self.coordinate(left, group.extent.first);
                // "will go and stay": the modal holds for both
                let group = match inherited {
                    Some(left) if left.mood == Mood::Finite => {
                        VerbGroup { mood: Mood::Finite, tense: left.tense, modal: left.modal, ..group }
                    }
                    Some(left) => VerbGroup { mood: left.mood, ..group },
                    None => group,
                };
                return self.set_group(id, group);
            }
        }
        match clause.group {
            None => {
                let mood = if clause.subject.is_some() || clause.marker.is_some() { Mood::Finite } else { Mood::Bare };
                let tense = if mood == Mood::Finite { GroupTense::Present } else { GroupTense::None };
                self.finite(k, VerbGroup { mood, tense, ..group });
            }
            Some(open) if self.grammar.takes_bare(&self.words[open.head as usize]) => self.open_infinitive(k, group),
            Some(_) if self.fresh.is_some() || self.conjunction.is_some() || self.waiting().is_some() => {
                self.finite(k, VerbGroup { mood: Mood::Finite, tense: GroupTense::Present, ..group });
            }
            Some(_) => self.open_infinitive(k, group),
        }
    }

    /// "We welcome the efforts to end the war and call for talks": behind an infinitive that a noun takes, a verb by which somebody says
    /// where he stands, as the one that the noun is the object of.
    fn takes_stand_beyond(&self, left: ClauseId, group: VerbGroup) -> bool {
        let stands = |verb: u32| self.grammar.takes_stance(&self.words[verb as usize]);
        let infinitive = self.clause(left);
        let of_noun = infinitive
            .governor
            .is_some_and(|governor| matches!(self.words[governor as usize].pos, Pos::Noun | Pos::Propn | Pos::Pron));
        // "and urge all sides to talk"
        let speaks = stands(group.head) || self.grammar.takes_command(&self.words[group.head as usize]);
        of_noun && infinitive.kind == ClauseKind::Infinitive && speaks && {
            let plural = |clause: &Clause| {
                let subject = clause.subject.map(|subject| self.syntax.phrases[subject as usize].head);
                subject.is_some_and(|subject| {
                    let subject = &self.words[subject as usize];
                    subject.is_plural() || function!(subject.function, "we" | "i" | "they")
                })
            };
            let beside = |clause: &Clause| {
                clause.is_finite()
                    && clause.group.is_some_and(|verb| verb.tense == GroupTense::Present && stands(verb.head))
                    && plural(clause)
            };
            self.sibling(beside).is_some()
        }
    }

    pub(super) fn gerund(&mut self, k: usize, group: VerbGroup) {
        if self.comma && self.conjunction.is_some() && self.preposition.is_none() && self.is_gerund_subject(k) {
            // ", and clearing them could take years"
            let end = self.content_end;
            let left = self.left_clause(true, None);
            let id = self.coordinate_at(left, group.extent.first, end);
            let clause = self.clause_mut(id);
            clause.subject = None;
            clause.shared_subject = false;
            self.conjunction = None;
            self.comma = false;
            let inner = self.open(ClauseKind::Participle, group.extent.first, None, Some(id));
            return self.set_group(inner, group);
        }
        let top = self.top();
        if self.conjunction.is_some() && self.preposition.is_none() {
            let left =
                self.sibling(|clause| clause.group.is_some_and(|left| left.mood == Mood::Gerund || left.progressive));
            if let Some(left) = left {
                let inherited = self.clause(left).group;
                let id = self.coordinate(left, group.extent.first);
                let group = match inherited {
                    Some(left) if left.mood == Mood::Finite => {
                        VerbGroup { mood: left.mood, tense: left.tense, progressive: true, ..group }
                    }
                    _ => group,
                };
                return self.set_group(id, group);
            }
        }
        if let Some(preposition) = self.preposition {
            // "fled in a van after shooting": when it was, not which van
            let adverbial =
                function!(self.words[preposition as usize].function, "after" | "before" | "by" | "since" | "despite");
            // "warned the crew against leaving": what the object is not to do
            let of_object = function!(self.words[preposition as usize].function, "against" | "from")
                && self.adjacent_before(k).is_some_and(|phrase| self.clause(top).objects[0] == Some(phrase));
            let governor = self
                .adjacent_before(k)
                .filter(|_| !(adverbial || of_object) || self.clause(top).group.is_none())
                .map(|phrase| self.syntax.phrases[phrase as usize].head)
                .or(self.clause(top).verb());
            // "accused the firm of lying": what the object has done
            // with what stands between: "accused rebels in the north on Friday of shelling it"
            let accused = self.adjacent_before(k).and_then(|phrase| {
                let outer = self.clause(top);
                let takes = outer.verb().map(|verb| &self.words[verb as usize]).is_some_and(|verb| {
                    let preposition = self.words[preposition as usize].function;
                    function!(preposition, "of") && self.grammar.takes_of(verb)
                        || function!(preposition, "for")
                            && one_of!(verb.hash, "blame" | "blames" | "blamed" | "blaming")
                });
                let object = if outer.is_passive() { outer.subject } else { outer.objects[0] };
                let object = object.filter(|_| takes)?;
                // "accused by the miners of lying"
                let by = |at: u32| outer.is_passive() && function!(self.words[at as usize].function, "by");
                let place = |at: u32| function!(self.words[at as usize].function, "in" | "on" | "from" | "at" | "near");
                let between = self.syntax.phrases[phrase as usize];
                (object == phrase || between.time || between.preposition.is_some_and(|at| place(at) || by(at)))
                    .then_some(object)
            });
            let governor = accused.and(self.clause(top).verb()).or(governor);
            let id = self.open(ClauseKind::Gerund, group.extent.first, Some(preposition), Some(top));
            let subject = accused.or(self.clause(top).objects[0].filter(|_| of_object)).or(self.clause(top).subject);
            let clause = self.clause_mut(id);
            clause.governor = governor;
            clause.subject = subject;
            clause.shared_subject = true;
            return self.set_group(id, group);
        }
        if self.behind_verb(k) && !self.comma {
            let subject = self.clause(top).subject;
            let governor = self.clause(top).verb();
            let id = self.open(ClauseKind::Gerund, group.extent.first, None, Some(top));
            let clause = self.clause_mut(id);
            clause.governor = governor;
            clause.subject = subject;
            clause.shared_subject = true;
            return self.set_group(id, group);
        }
        self.open_participle(group);
    }

    /// The noun phrase two chunks back: in front of the preposition of a gerund.
    pub(super) fn adjacent_before(&self, k: usize) -> Option<PhraseId> {
        let back = match self.chunks.get(k.checked_sub(1)?)?.kind {
            // "accused the panel of “playing politics”"
            ChunkKind::QuoteMark => 3,
            _ => 2,
        };
        match self.chunks.get(k.checked_sub(back)?)?.kind {
            ChunkKind::Phrase(id) => Some(id),
            _ => None,
        }
    }
}
