//! Verb groups: which clause they carry, and which clauses they open and close.

use super::*;

impl Parser<'_, '_> {
    pub(super) fn verb(&mut self, k: usize, group: VerbGroup) {
        if self.completes_question(group) {
            let top = self.top();
            if let Some(open) = &mut self.clause_mut(top).group {
                open.head = group.head;
                open.particle = group.particle;
                open.passive = group.passive || open.copula && group.mood == Mood::Participle;
                open.copula = false;
                open.negation = open.negation.or(group.negation);
            }
            self.behind_group(group);
            return;
        }
        if self.completes_linking(k, group) {
            // "remain committed", "seem worried"
            let top = self.top();
            self.clause_mut(top).predicate = Some(group.head);
            self.behind_group(group);
            return;
        }
        match group.mood {
            Mood::Finite => self.finite(k, group),
            Mood::Infinitive => self.infinitive(k, group),
            Mood::Bare => self.bare(k, group),
            Mood::Gerund => self.gerund(k, group),
            Mood::Participle => self.participle(k, group),
        }
        self.behind_group(group);
    }

    /// A participle right behind a verb that links.
    pub(super) fn completes_linking(&self, k: usize, group: VerbGroup) -> bool {
        let clause = self.clause(self.top());
        let participle =
            group.mood == Mood::Participle || group.tense == GroupTense::Past && group.extent.first == group.head;
        participle
            && clause.predicate.is_none()
            && k.checked_sub(1).is_some_and(|_| self.behind_verb(k))
            && clause.verb().is_some_and(|verb| self.grammar.is_linking(&self.words[verb as usize]))
    }

    pub(super) fn behind_group(&mut self, group: VerbGroup) {
        self.touch(group.extent);
        self.joint = None;
        self.fresh = None;
        self.preposition = None;
    }

    /// "Did the army attack?": the verb of an auxiliary that stands before its subject.
    pub(super) fn completes_question(&self, group: VerbGroup) -> bool {
        let top = self.clause(self.top());
        top.inverted
            && top.kind != ClauseKind::Parenthetical
            && top.group.is_some_and(|open| {
                let auxiliary = &self.words[open.head as usize];
                let does = one_of!(auxiliary.hash, "do" | "does" | "did");
                // "nor do analysts expect": the bare form may look like a present
                let bare = group.extent.first == group.head && group.tense == GroupTense::Present && does;
                self.is_inverting(auxiliary)
                    && (bare || matches!(group.mood, Mood::Bare | Mood::Participle | Mood::Gerund))
            })
            && self.adjacent == top.subject
    }

    pub(super) fn set_group(&mut self, clause: ClauseId, group: VerbGroup) {
        self.clause_mut(clause).group = Some(group);
    }

    pub(super) fn finite(&mut self, k: usize, group: VerbGroup) {
        let top = self.top();
        let commas = |fresh: Fresh| {
            self.chunks[fresh.chunk..k].iter().filter(|chunk| matches!(chunk.kind, ChunkKind::Comma)).count()
        };
        if self.conjunction.is_some() || self.comma && self.fresh.is_some_and(|fresh| commas(fresh) < 2) {
            // what stood before the conjunction or the comma is no subject of this verb, but for "the mayor, Ana Lopez, said"
            self.fresh = None;
        }
        if k == 0
            && group.tense == GroupTense::Past
            && self.words[group.head as usize].pos == Pos::Verb
            && !group.passive
        {
            // "Pressed on the price, ..."
            return self.open_participle(group);
        }
        if self.clause(top).group.is_none() {
            // "the bridge rebels destroyed fell": a second noun phrase in front opens a relative clause without marker
            if let (Some(fresh), Some(subject)) = (self.fresh, self.clause(top).subject) {
                if fresh.phrase != subject && !fresh.conjunction && self.is_loose(fresh.phrase) {
                    if fresh.comma && self.grammar.quotative(&self.words[group.head as usize]) {
                        return self.parenthetical(
                            self.syntax.phrases[fresh.phrase as usize].base.first,
                            Some(fresh.phrase),
                            group,
                        );
                    }
                    if !fresh.comma {
                        return self.reduced_relative(fresh, subject, group);
                    }
                }
            }
            if self.is_reduced_participle(k, group)
                || self.comma && self.is_agentive(k, group)
                || self.is_set_off_participle(k, group)
            {
                return self.open_participle(group);
            }
            return self.set_group(top, group);
        }
        if let Some(fresh) = self.fresh.filter(|&fresh| !self.is_adverbial(fresh.phrase)) {
            return self.finite_behind_phrase(k, fresh, group);
        }
        // "What hurts is ...": the clause so far is the subject
        if self.clause(top).kind == ClauseKind::Main
            && self.clause(top).marker.is_some()
            && self.clause(top).subject.is_none()
        {
            let first = self.clause(top).extent.first;
            self.pop();
            let id = self.open(ClauseKind::Main, first, None, None);
            let subject = self.clause_mut(top);
            subject.kind = ClauseKind::Question;
            subject.parent = Some(id);
            subject.governor = Some(group.head);
            return self.set_group(id, group);
        }
        if let Some(joint) = self.joint.take() {
            if let Some(left) = self.left_conjunct(group) {
                let end = self.end_before(joint);
                let id = self.coordinate_at(left, self.chunks[joint + 1].extent.first, end);
                return self.set_group(id, group);
            }
        }
        // "said the house, a ruin since the war, had burned": the object so far is the subject of the complement
        if let (None, Some(object), true) = (self.waiting(), self.clause(top).objects[0], self.top_takes_clause()) {
            if let Some(chunk) = self.chunk_of_phrase(object, k).filter(|_| self.conjunction.is_none()) {
                let fresh = Fresh { phrase: object, chunk, comma: false, conjunction: false };
                return self.finite_behind_phrase(k, fresh, group);
            }
        }
        // a subject that has waited behind a relative clause or an apposition
        if let Some(depth) = self.waiting() {
            let end = self.end_before_adverbs(k);
            self.pop_to_at(depth, end);
            let top = self.top();
            return self.set_group(top, group);
        }
        if self.clause(top).kind == ClauseKind::Relative
            && self.behind_verb(k)
            && self.top_verb().is_some_and(|verb| self.grammar.quotative(&self.words[verb as usize]))
        {
            return self.report_in_relative(top, group);
        }
        if self.grammar.quotative(&self.words[group.head as usize]) && self.inversion_follows(k) {
            return self.parenthetical(group.extent.first, None, group);
        }
        if self.comma
            && group.tense == GroupTense::Past
            && group.extent.first == group.head
            && self.words[group.head as usize].pos == Pos::Verb
        {
            // "was closed, guarded by dogs": a participle that is tagged as a past tense
            return self.open_participle(group);
        }
        // a gerund or clause as subject, or a verb that the chunks before explain badly
        let parent = Some(self.top());
        let governor = self.top_verb();
        let id = self.open(ClauseKind::Bare, group.extent.first, None, parent);
        self.clause_mut(id).governor = governor;
        self.set_group(id, group);
    }

    /// "which he said did not work": the verb so far only reports.
    pub(super) fn report_in_relative(&mut self, relative: ClauseId, group: VerbGroup) {
        let report = *self.clause(relative);
        let first =
            report.subject.map_or(report.extent.first, |subject| self.syntax.phrases[subject as usize].base.first);
        let id = self.open(ClauseKind::Parenthetical, first, None, Some(relative));
        self.clause_mut(id).group = report.group;
        if let Some(subject) = report.subject {
            self.set_subject(id, subject);
        }
        self.pop();
        let relative = self.clause_mut(relative);
        relative.subject = None;
        relative.group = Some(group);
    }

    pub(super) fn is_adverbial(&self, phrase: PhraseId) -> bool {
        matches!(self.syntax.phrases[phrase as usize].link, Link::Adverbial(_))
    }

    /// Where the content in front of the adverbs before chunk `k` ends: "the fear that he lied | never went away".
    pub(super) fn end_before_adverbs(&self, k: usize) -> u32 {
        let before = self.chunks[..k].iter().rev().find(|chunk| !matches!(chunk.kind, ChunkKind::Adverb));
        before.map_or(self.content_end, |chunk| chunk.extent.last.min(self.content_end))
    }

    /// ", believed to be foreigners, fled": a past form behind a comma that another finite verb follows behind the next.
    pub(super) fn is_set_off_participle(&self, k: usize, group: VerbGroup) -> bool {
        let past = group.tense == GroupTense::Past
            && group.extent.first == group.head
            && !is_be(self.words[group.head as usize].hash);
        if !(past && self.comma && self.words[group.head as usize].pos == Pos::Verb) {
            return false;
        }
        let behind = &self.chunks[k + 1..self.chunks.len().min(k + LOOK_AHEAD)];
        let Some(comma) = behind.iter().position(|chunk| matches!(chunk.kind, ChunkKind::Comma)) else { return false };
        let inside = behind[..comma].iter().any(|chunk| {
            matches!(chunk.kind, ChunkKind::Verb(group) if group.mood == Mood::Finite)
                || matches!(chunk.kind, ChunkKind::Wh | ChunkKind::Subordinator)
        });
        let next = behind[comma + 1..].iter().find(|chunk| !matches!(chunk.kind, ChunkKind::Adverb));
        !inside && next.is_some_and(|chunk| matches!(chunk.kind, ChunkKind::Verb(group) if group.tense != GroupTense::None || group.mood == Mood::Participle))
    }

    pub(super) fn is_loose(&self, phrase: PhraseId) -> bool {
        self.syntax.phrases[phrase as usize].link == Link::Loose
    }

    /// The depth of the innermost open clause that has a subject and lacks its verb.
    pub(super) fn waiting(&self) -> Option<usize> {
        let floor = self.floor();
        (floor..=self.stack.len()).rev().find(|&depth| {
            let clause = self.clause(self.stack[depth - 1]);
            clause.group.is_none() && clause.kind != ClauseKind::Adverbial
        })
    }

    /// A quotative verb with its subject behind it: "said the governor", "added Ivanov, the mayor".
    pub(super) fn inversion_follows(&self, k: usize) -> bool {
        matches!(self.chunks.get(k + 1).map(|c| c.kind), Some(ChunkKind::Phrase(_)))
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

    pub(super) fn finite_behind_phrase(&mut self, k: usize, fresh: Fresh, group: VerbGroup) {
        let first = self.chunks[fresh.chunk].extent.first;
        let top = self.top();
        let end_before = self.end_before(fresh.chunk);
        let quotative = self.grammar.quotative(&self.words[group.head as usize]);
        if fresh.conjunction {
            // with a comma, the clause is coordinated with one further out
            let but = self.conjunction.is_some_and(|word| one_of!(self.words[word as usize].hash, "but" | "yet"))
                || self.chunks[..fresh.chunk]
                    .last()
                    .is_some_and(|chunk| one_of!(self.words[chunk.extent.first as usize].hash, "but" | "yet"));
            let left = if but && fresh.comma { self.outermost() } else { self.left_clause(fresh.comma) };
            let id = self.coordinate_at(left, first, end_before);
            self.set_subject(id, fresh.phrase);
            self.clause_mut(id).shared_subject = false;
            return self.set_group(id, group);
        }
        let object = matches!(self.syntax.phrases[fresh.phrase as usize].link, Link::Object(clause) if clause == top);
        let behind_apposition = self.before_phrase(fresh.chunk).is_some_and(|before| {
            fresh.chunk > 0
                && matches!(self.chunks[fresh.chunk - 1].kind, ChunkKind::Phrase(_))
                && matches!(self.syntax.phrases[before as usize].link, Link::Apposition(_))
        });
        let complement = !fresh.comma
            && !behind_apposition
            && !(self.clause(top).is_passive()
                && !object
                && !self.behind_quote(fresh.chunk)
                && !self.behind_verb(fresh.chunk))
            && (self.top_takes_clause() && (object || self.is_loose(fresh.phrase))
                || self.behind_quote(fresh.chunk) && self.top_takes_clause());
        if complement {
            self.detach(fresh.phrase, top);
            let governor = self.top_verb();
            let id = self.open(ClauseKind::Bare, first, None, Some(top));
            self.clause_mut(id).governor = governor;
            self.set_subject(id, fresh.phrase);
            return self.set_group(id, group);
        }
        if let Some(depth) = self.waiting() {
            let waiting = self.stack[depth - 1];
            if fresh.comma {
                // "If it rains, the army stays": the phrase is the subject of the clause that waits
                self.pop_to_at(depth, end_before);
                if self.clause(waiting).subject.is_none() || self.subject_is_time(waiting) {
                    self.set_subject(waiting, fresh.phrase);
                }
            } else {
                self.pop_to(depth);
            }
            return self.set_group(waiting, group);
        }
        if fresh.comma {
            if quotative && self.closes_report(k) {
                return self.parenthetical(first, Some(fresh.phrase), group);
            }
            let left = self.left_clause(true);
            let adverbial_first = self.clause(left).kind == ClauseKind::Adverbial;
            let id = self.coordinate_at(left, first, end_before);
            if adverbial_first {
                self.clause_mut(id).kind = ClauseKind::Main;
            }
            self.clause_mut(id).shared_subject = false;
            self.set_subject(id, fresh.phrase);
            return self.set_group(id, group);
        }
        if quotative && self.closes_report(k) && self.behind_quote(fresh.chunk) {
            return self.parenthetical(first, Some(fresh.phrase), group);
        }
        if group.tense == GroupTense::Past
            && group.extent.first == group.head
            && self.is_object_of_top(fresh.phrase)
            && !self.is_nominative(fresh.phrase)
        {
            // "breaking a promise made two years ago"
            return self.open_participle(group);
        }
        // a phrase that was an object, or stands loose, with a verb behind it: a relative clause without marker
        let antecedent = self.before_phrase(fresh.chunk).filter(|_| !self.is_object_of_top(fresh.phrase));
        let kind = if antecedent.is_some() { ClauseKind::Relative } else { ClauseKind::Bare };
        let governor = antecedent.map(|antecedent| self.syntax.phrases[antecedent as usize].head).or(self.top_verb());
        self.detach(fresh.phrase, top);
        let id = self.open(kind, first, None, Some(top));
        self.clause_mut(id).governor = governor;
        self.clause_mut(id).set_off = false;
        self.set_subject(id, fresh.phrase);
        self.set_group(id, group);
    }

    pub(super) fn is_object_of_top(&self, phrase: PhraseId) -> bool {
        matches!(self.syntax.phrases[phrase as usize].link, Link::Object(_) | Link::Predicate(_))
    }

    pub(super) fn behind_quote(&self, chunk: usize) -> bool {
        chunk > 0 && matches!(self.chunks[chunk - 1].kind, ChunkKind::QuoteMark)
    }

    /// Whether a reporting clause ends behind its verb at chunk `k`: a comma, a quotation mark, the end, or adverbials up to one.
    pub(super) fn closes_report(&self, k: usize) -> bool {
        for j in k + 1..(k + LOOK_AHEAD).min(self.chunks.len()) {
            match self.chunks[j].kind {
                ChunkKind::Comma
                | ChunkKind::Other
                | ChunkKind::QuoteMark
                | ChunkKind::Colon
                | ChunkKind::Semicolon
                | ChunkKind::Dash => return true,
                ChunkKind::Preposition | ChunkKind::Adverb => {}
                ChunkKind::Phrase(_) => {}
                ChunkKind::Verb(group) => return matches!(group.mood, Mood::Gerund | Mood::Participle),
                ChunkKind::Conjunction => {}
                _ => return false,
            }
        }
        true
    }

    /// Where the content before a chunk ends, without commas, conjunctions and opening marks.
    pub(super) fn end_before(&self, chunk: usize) -> u32 {
        self.chunks[..chunk]
            .iter()
            .rev()
            .find(|chunk| {
                !matches!(
                    chunk.kind,
                    ChunkKind::Comma | ChunkKind::Conjunction | ChunkKind::QuoteMark | ChunkKind::Dash
                )
            })
            .map_or(self.content_end, |chunk| chunk.extent.last)
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

    pub(super) fn parenthetical(&mut self, first: u32, subject: Option<PhraseId>, group: VerbGroup) {
        // it reports the whole sentence so far, or the clause it interrupts
        let depth = self.floor();
        let end = match subject {
            Some(_) => self.fresh.map_or(self.content_end, |fresh| self.end_before(fresh.chunk)),
            None => self.content_end,
        };
        let waits = self.waiting().is_some();
        if !waits {
            self.pop_to_at(depth.min(self.stack.len()).max(1), end);
        }
        let parent = Some(self.top());
        let id = self.open(ClauseKind::Parenthetical, first, None, parent);
        if let Some(subject) = subject {
            self.set_subject(id, subject);
        }
        self.set_group(id, group);
    }

    /// The open clause that a verb behind a conjunction is coordinated with.
    pub(super) fn left_conjunct(&self, group: VerbGroup) -> Option<ClauseId> {
        let fits = |clause: &Clause| clause.group.is_some_and(|left| left.mood == group.mood);
        let same_tense = |clause: &Clause| fits(clause) && clause.group.is_some_and(|left| left.tense == group.tense);
        let innermost = self.sibling(fits)?;
        if self.clause(innermost).group.is_some_and(|left| left.tense == group.tense) && !self.comma {
            return Some(innermost);
        }
        // with a comma, or another tense, a clause further out that agrees is the better one
        let outer = self.sibling(|clause| {
            same_tense(clause) && !matches!(clause.kind, ClauseKind::Relative | ClauseKind::Adverbial)
        });
        outer.or(Some(innermost))
    }

    /// The open clause that a clause with its own subject is coordinated with.
    pub(super) fn left_clause(&self, comma: bool) -> ClauseId {
        let finite = self.sibling(|clause| {
            clause.is_finite()
                && !(comma
                    && matches!(clause.kind, ClauseKind::Relative | ClauseKind::Adverbial | ClauseKind::Participle))
        });
        finite.unwrap_or_else(|| self.outermost())
    }

    /// The outermost clause that may be closed here.
    pub(super) fn outermost(&self) -> ClauseId {
        self.stack[self.floor().min(self.stack.len()) - 1]
    }

    pub(super) fn coordinate(&mut self, left: ClauseId, first: u32) -> ClauseId {
        let end = self.content_end;
        self.coordinate_at(left, first, end)
    }

    /// Closes `left` and what is open inside it, and opens a clause coordinated with it, which shares its subject until it gets its own.
    pub(super) fn coordinate_at(&mut self, left: ClauseId, first: u32, end: u32) -> ClauseId {
        let depth = self.stack.iter().position(|&id| id == left).unwrap_or(0);
        self.pop_to_at(depth, end);
        let model = *self.clause(left);
        let id = self.open(model.kind, first, None, model.parent);
        let clause = self.clause_mut(id);
        clause.subject = model.subject;
        clause.shared_subject = model.subject.is_some() || model.shared_subject;
        clause.governor = model.governor;
        clause.conjunct_of = Some(left);
        clause.set_off = model.set_off;
        if matches!(model.kind, ClauseKind::Relative | ClauseKind::Question) {
            clause.marker = model.marker;
        }
        id
    }

    pub(super) fn infinitive(&mut self, k: usize, group: VerbGroup) {
        if self.conjunction.is_some() {
            if let Some(left) = self.sibling(|clause| clause.kind == ClauseKind::Infinitive) {
                let id = self.coordinate(left, group.extent.first);
                return self.set_group(id, group);
            }
        }
        self.open_infinitive(k, group);
    }

    pub(super) fn open_infinitive(&mut self, k: usize, group: VerbGroup) {
        let top = self.top();
        let noun = self.adjacent.map(|phrase| self.syntax.phrases[phrase as usize].head);
        let by_noun = noun.filter(|&noun| {
            self.grammar.noun_takes_clause(&self.words[noun as usize])
                || self.clause(top).group.is_none() && !self.behind_verb(k)
        });
        let clause = *self.clause(top);
        let governor = by_noun.or(clause.predicate.filter(|_| self.adjacent.is_none())).or(clause.verb());
        // the object of ask, order, allow does what the infinitive says; else the subject
        let controls = clause.verb().is_some_and(|verb| {
            self.grammar.takes_control(&self.words[verb as usize])
                || self.grammar.takes_bare(&self.words[verb as usize])
        });
        let subject = if by_noun.is_some() { None } else { clause.objects[0].filter(|_| controls).or(clause.subject) };
        let id = self.open(ClauseKind::Infinitive, group.extent.first, None, Some(top));
        let infinitive = self.clause_mut(id);
        infinitive.governor = governor;
        infinitive.subject = subject;
        infinitive.shared_subject = true;
        self.set_group(id, group);
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
            if let Some(left) = self.sibling(fits) {
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

    pub(super) fn gerund(&mut self, k: usize, group: VerbGroup) {
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
            let governor = self
                .adjacent_before(k)
                .map(|phrase| self.syntax.phrases[phrase as usize].head)
                .or(self.clause(top).verb());
            let id = self.open(ClauseKind::Gerund, group.extent.first, Some(preposition), Some(top));
            let subject = self.clause(top).subject;
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
        match self.chunks.get(k.checked_sub(2)?)?.kind {
            ChunkKind::Phrase(id) => Some(id),
            _ => None,
        }
    }

    pub(super) fn participle(&mut self, k: usize, group: VerbGroup) {
        if self.conjunction.is_some() {
            self.fresh = None;
        }
        // "a man who was told to speak said": a past form right behind another verb belongs to the subject that waits
        let resumes = self.behind_verb(k) && self.conjunction.is_none() && group.extent.first == group.head;
        if resumes && self.clause(self.top()).group.is_some() && self.waiting().is_some() {
            let past = VerbGroup { mood: Mood::Finite, tense: GroupTense::Past, passive: false, ..group };
            return self.finite(k, past);
        }
        // "nine sheds were burned and two flooded" shares the auxiliary, with a subject of its own
        let gapped = self.fresh.filter(|fresh| fresh.conjunction && self.adjacent.is_some());
        if self.conjunction.is_some() || gapped.is_some() {
            let left = self.sibling(|clause| {
                clause.group.is_some_and(|left| (left.passive || left.perfect) && left.mood == Mood::Finite)
            });
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
        let past = VerbGroup { mood: Mood::Finite, tense: GroupTense::Past, passive: false, ..group };
        if self.is_finite_past(k, group) {
            return self.finite(k, past);
        }
        self.open_participle(group);
    }

    /// A past participle by its tag that carries a clause: by its subject, or because nothing else can.
    pub(super) fn is_finite_past(&self, k: usize, group: VerbGroup) -> bool {
        if group.extent.first != group.head || self.words[group.head as usize].pos != Pos::Verb {
            return false;
        }
        let next = self.chunks.get(k + 1);
        if next.is_some_and(|chunk| {
            matches!(chunk.kind, ChunkKind::Preposition) && one_of!(self.words[chunk.extent.first as usize].hash, "by")
        }) {
            return false;
        }
        let top = self.clause(self.top());
        let has_object = matches!(next.map(|chunk| chunk.kind), Some(ChunkKind::Phrase(id)) if !self.syntax.phrases[id as usize].time);
        let Some(subject) = self.adjacent else {
            // "A commander, reached by telephone, insisted": the subject waits behind a comma
            return top.group.is_none() && top.subject.is_some() && self.comma && !self.finite_ahead(k)
                || self.comma
                    && self.waiting().is_some()
                    && !self.finite_ahead(k)
                    && !matches!(self.chunks[k - 1].kind, ChunkKind::Conjunction);
        };
        if self.is_nominative(subject) {
            return true;
        }
        if top.group.is_none() {
            return has_object || !self.finite_ahead(k);
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

    pub(super) fn is_nominative(&self, phrase: PhraseId) -> bool {
        let phrase = &self.syntax.phrases[phrase as usize];
        phrase.pronoun && one_of!(self.words[phrase.head as usize].hash, "he" | "she" | "they" | "we" | "i" | "it")
    }

    /// Whether a finite verb follows that can belong to the clause that is open now.
    pub(super) fn finite_ahead(&self, k: usize) -> bool {
        let mut subject_before = false;
        for j in (k + 1..self.chunks.len()).take(LOOK_AHEAD * 2) {
            match self.chunks[j].kind {
                ChunkKind::Verb(group) if group.mood == Mood::Finite => {
                    if !subject_before {
                        let coordinated =
                            self.chunks[k + 1..j].iter().rev().find(|chunk| !matches!(chunk.kind, ChunkKind::Adverb));
                        if coordinated.is_some_and(|chunk| matches!(chunk.kind, ChunkKind::Conjunction)) {
                            return false;
                        }
                        return true;
                    }
                    subject_before = false;
                }
                ChunkKind::Wh | ChunkKind::Subordinator => subject_before = true,
                ChunkKind::Preposition if self.is_clause_marker(j) => subject_before = true,
                ChunkKind::Semicolon | ChunkKind::Colon => return false,
                _ => {}
            }
        }
        false
    }

    /// A past form right behind a subject that turns out to be a participle: "the man arrested on Monday was released".
    pub(super) fn is_reduced_participle(&self, k: usize, group: VerbGroup) -> bool {
        let head = &self.words[group.head as usize];
        if group.tense != GroupTense::Past
            || group.extent.first != group.head
            || head.pos != Pos::Verb
            || is_be(head.hash)
            || self.adjacent.is_none()
        {
            return false;
        }
        let mut j = k + 1;
        while let Some(chunk) = self.chunks.get(j) {
            match chunk.kind {
                ChunkKind::Preposition
                    if matches!(self.chunks.get(j + 1).map(|c| c.kind), Some(ChunkKind::Phrase(_))) =>
                {
                    j += 2
                }
                ChunkKind::Adverb => j += 1,
                ChunkKind::Phrase(id) if self.syntax.phrases[id as usize].time => j += 1,
                ChunkKind::Verb(next) => return j > k + 1 && next.mood == Mood::Finite,
                // ", made up of volunteers, began"
                ChunkKind::Comma if self.comma && j > k + 1 => j += 1,
                _ => return false,
            }
            if j > k + LOOK_AHEAD {
                return false;
            }
        }
        false
    }

    /// A single past form with a by-phrase behind it: ", reached by telephone, ".
    pub(super) fn is_agentive(&self, k: usize, group: VerbGroup) -> bool {
        group.tense == GroupTense::Past
            && group.extent.first == group.head
            && self.words[group.head as usize].pos == Pos::Verb
            && self.chunks.get(k + 1).is_some_and(|chunk| {
                matches!(chunk.kind, ChunkKind::Preposition)
                    && one_of!(self.words[chunk.extent.first as usize].hash, "by")
            })
    }

    pub(super) fn open_participle(&mut self, group: VerbGroup) {
        let top = self.top();
        let passive = group.passive || group.tense == GroupTense::Past;
        let group = match group.mood {
            Mood::Finite => VerbGroup { mood: Mood::Participle, tense: GroupTense::None, passive, ..group },
            _ => group,
        };
        let id;
        if let Some(phrase) = self.adjacent.filter(|_| !self.comma) {
            let head = self.syntax.phrases[phrase as usize].head;
            id = self.open(ClauseKind::Participle, group.extent.first, None, Some(top));
            let clause = self.clause_mut(id);
            clause.governor = Some(head);
            clause.subject = Some(phrase);
        } else {
            if self.comma {
                self.close_inner();
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
}
