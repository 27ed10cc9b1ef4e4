//! Words and signs that open clauses: that, whether, who, because; adjectives and quotation marks.

use super::*;
use crate::syntax::is_quote_mark;
use crate::syntax::word::one_of;

impl Parser<'_> {
    pub(super) fn subordinator(&mut self, k: usize) {
        let chunk = self.chunks[k];
        let marker = chunk.extent.first;
        let word = self.words[marker as usize].function;
        let that = function!(word, "that");
        if that {
            self.close_channel(k);
            if let Some(told) = self.lists_told(k) {
                let id = self.coordinate(told, marker);
                let clause = self.clause_mut(id);
                (clause.marker, clause.subject, clause.shared_subject) = (Some(marker), None, false);
                self.fresh = None;
                return self.touch(chunk.extent);
            }
        }
        if that && self.says_which_time(k) {
            return self.touch(chunk.extent);
        }
        if that
            && chunk.extent.last == marker + 1
            && self.top_takes_clause()
            && !self.acts_behind_agent(k)
            && matches!(self.kind_at(k + 1), Some(ChunkKind::Verb(group)) if group.mood == Mood::Finite)
        {
            // "said that was untrue": a pronoun
            let (top, governor) = (self.top(), self.top_verb());
            let id = self.open(ClauseKind::Bare, marker, None, Some(top));
            self.clause_mut(id).governor = governor;
            self.touch(chunk.extent);
            self.fresh = None;
            return;
        }
        let whether = function!(word, "whether");
        if whether && self.offers_choice(k) {
            return self.touch(chunk.extent);
        }
        let asks = function!(word, "if") && self.behind_open_adjective(k);
        let (kind, governor) = if that {
            self.that_clause(k)
        } else if asks {
            (ClauseKind::Question, Some(marker - 1))
        } else if whether || function!(word, "if") && self.behind_verb(k) && self.top_takes_clause() {
            (ClauseKind::Question, self.top_verb())
        } else if function!(word, "than") {
            (ClauseKind::Bare, None)
        } else {
            (ClauseKind::Adverbial, None)
        };
        if kind == ClauseKind::Adverbial {
            self.open_joined_front(k);
        }
        // "and that ...": coordinated with an open clause of the same kind
        let reported = |clause: &Clause| that && kind == ClauseKind::That && self.is_reported(clause);
        // "and, though never seen in public, has": an aside is joined to nothing
        let aside = k > 1 && matches!(self.chunks[k - 1].kind, ChunkKind::Comma) && kind == ClauseKind::Adverbial;
        let sibling = self
            .conjunction
            .filter(|_| !self.behind_reported_quotation() && !aside)
            .and_then(|_| self.sibling(|clause| clause.kind == kind && clause.marker.is_some() || reported(clause)))
            .map(|sibling| if that && self.comma { self.beyond_adverbial(sibling, reported) } else { sibling });
        // "not because it rained, but because he was tired" goes on with what the comma would close
        // "threatened to cut the road to the port, Tilla, if the army stayed": under what condition, not when it threatened
        let promised = function!(word, "if" | "unless" | "provided") && {
            let infinitive = self.clause(self.top());
            infinitive.kind == ClauseKind::Infinitive
                && infinitive
                    .governor
                    .is_some_and(|governor| self.grammar.takes_only_infinitive(&self.words[governor as usize]))
        };
        if kind == ClauseKind::Adverbial && self.comma && sibling.is_none() && !promised {
            if self.goes_on_behind_report(k) {
                self.pop();
            }
            if !self.stands_behind_opener(marker) {
                self.close_inner();
            }
        }
        let parent = self.top();
        let id = match sibling {
            Some(sibling) => self.coordinate(sibling, marker),
            None => {
                let id = self.open(kind, marker, Some(marker), Some(parent));
                let outer = self.clause(parent).verb().filter(|_| kind != ClauseKind::Bare);
                self.clause_mut(id).governor = governor.or(outer);
                id
            }
        };
        let clause = self.clause_mut(id);
        clause.marker = Some(marker);
        if sibling.is_some() {
            clause.kind = kind;
            clause.subject = None;
            clause.shared_subject = false;
        }
        self.touch(chunk.extent);
        self.fresh = None;
        self.joint = None;
        self.preposition = None;
    }

    /// "said that nobody knew whether it would help, that prices had doubled and that": what is told, behind a question that is only part
    /// of it, where another "that" behind a conjunction goes on with it.
    fn lists_told(&self, k: usize) -> Option<ClauseId> {
        if !self.comma || self.conjunction.is_some() {
            return None;
        }
        let question = self.sibling(|clause| clause.kind == ClauseKind::Question && clause.is_finite())?;
        let told = self.clause(question).parent.filter(|told| self.stack.contains(told))?;
        let clause = self.clause(told);
        let says = clause.governor.is_some_and(|verb| self.grammar.quotative(&self.words[verb as usize]));
        let behind = k + 1..(k + 1 + 2 * LOOK_AHEAD).min(self.chunks.len() - 1);
        let mut joints = behind.filter(|&at| matches!(self.chunks[at].kind, ChunkKind::Conjunction));
        (clause.kind == ClauseKind::That && clause.marker.is_some() && says && joints.any(|at| self.is_that(at + 1)))
            .then_some(told)
    }

    /// "because, if it rains, they will leave": whether nothing but a comma, which closes nothing, stands between what opens the innermost
    /// clause and a marker.
    fn stands_behind_opener(&self, marker: u32) -> bool {
        self.clause(self.top()).marker.is_some_and(|opener| opener + 2 == marker)
    }

    /// "had received nine reports that month and": in front of a time that no verb follows it opens no clause.
    fn says_which_time(&self, k: usize) -> bool {
        let Some(ChunkKind::Phrase(id)) = self.kind_at(k + 1) else { return false };
        let phrase = &self.syntax.phrases[id as usize];
        phrase.time
            && phrase.base.last == phrase.base.first + 1
            && one_of!(
                self.words[phrase.head as usize].hash,
                "month"
                    | "year"
                    | "week"
                    | "day"
                    | "night"
                    | "morning"
                    | "afternoon"
                    | "evening"
                    | "summer"
                    | "winter"
                    | "autumn"
                    | "spring"
                    | "hour"
            )
            && !matches!(self.kind_at(k + 2), Some(ChunkKind::Verb(_) | ChunkKind::Phrase(_) | ChunkKind::Adverb))
    }

    /// "said a boat had sunk after what he thought was a collision, but that": the next such clause around an adverbial one in which
    /// `inner` stands, where there is one.
    fn beyond_adverbial(&self, inner: ClauseId, reported: impl Fn(&Clause) -> bool) -> ClauseId {
        let Some(depth) = self.stack.iter().position(|&id| id == inner) else { return inner };
        let floor = self.floor().max(1) - 1;
        let outer = &self.stack[floor.min(depth)..depth];
        let adverbial = outer.iter().rposition(|&id| self.clause(id).kind == ClauseKind::Adverbial);
        let beyond = adverbial.and_then(|at| outer[..at].iter().rev().find(|&&id| reported(self.clause(id))));
        beyond.copied().unwrap_or(inner)
    }

    /// "not clear if", "unsure if".
    fn behind_open_adjective(&self, k: usize) -> bool {
        let before = self.chunks[k].extent.first.checked_sub(1).map_or(0, |before| self.words[before as usize].hash);
        one_of!(
            before,
            "clear"
                | "unclear"
                | "sure"
                | "unsure"
                | "certain"
                | "uncertain"
                | "known"
                | "unknown"
                | "doubtful"
                | "curious"
        )
    }

    pub(super) fn top_takes_clause(&self) -> bool {
        self.top_verb().is_some_and(|verb| self.grammar.takes_clause(&self.words[verb as usize]))
    }

    /// Whether what stands right before a word is an adjective with a clause: unclear, unknown.
    pub(super) fn adjective_takes_clause(&self, marker: u32) -> bool {
        let before = marker.checked_sub(1).map(|before| &self.words[before as usize]);
        before.is_some_and(|before| before.pos == Pos::Adj && self.grammar.takes_clause(before))
    }

    /// What kind of clause a "that" opens and what it depends on. Closes what stands between.
    pub(super) fn that_clause(&mut self, k: usize) -> (ClauseKind, Option<u32>) {
        let goes_on = |clause: &Clause| clause.kind == ClauseKind::That || self.is_reported(clause);
        if self.conjunction.is_some() && !self.behind_reported_quotation() && self.sibling(goes_on).is_some() {
            return (ClauseKind::That, None);
        }
        if let Some(adjacent) = self.adjacent {
            let phrase = self.syntax.phrases[adjacent as usize];
            let head = &self.words[phrase.head as usize];
            // "noted with concern that": how it was said
            let with = phrase.preposition.is_some_and(|at| function!(self.words[at as usize].function, "with"));
            let manner = with && self.behind_preposition_of_verb(phrase.base, phrase.preposition);
            // "It is with relief that we heard of it"
            let top = self.clause(self.top());
            let it = |subject: PhraseId| function!(self.head_of(subject).function, "it");
            if phrase.preposition.is_some()
                && top.predicate.is_none()
                && top.group.is_some_and(|group| group.copula)
                && top.subject.is_some_and(it)
            {
                return (ClauseKind::Relative, self.top_verb());
            }
            if self.grammar.noun_takes_clause(head) && !manner {
                let kind = if self.is_object_of(k) { ClauseKind::Relative } else { ClauseKind::That };
                return (kind, Some(phrase.head));
            }
            if let Some(noun) = self.told_by(k) {
                return (ClauseKind::That, Some(noun));
            }
            if let Some((report, verb)) = self.reports_through(k) {
                self.pop_to(self.stack.iter().position(|&open| open == report).map_or(self.stack.len(), |at| at + 1));
                return (ClauseKind::That, Some(verb));
            }
            let told = self.top_verb().is_some_and(|verb| self.grammar.takes_clause(&self.words[verb as usize]))
                && !self.acts_behind_agent(k);
            // "the announcement in Lesk that the parties have agreed": a name needs no clause to tell it from others
            if let Link::Modifier(owner) = phrase.link {
                let owner = self.syntax.phrases[owner as usize].head;
                let subject = matches!(self.kind_at(k + 1), Some(ChunkKind::Phrase(_)));
                if subject && head.pos == Pos::Propn && self.grammar.noun_takes_clause(&self.words[owner as usize]) {
                    return (ClauseKind::That, Some(owner));
                }
            }
            if !told && !phrase.time {
                return (ClauseKind::Relative, Some(phrase.head));
            }
        }
        // the innermost open clause whose verb takes a clause
        let floor = self.floor();
        // "said that the lamp was weak, that the fog was thick": the comma ends what has said how something is
        // "that he denied the theft, that he had no car": so does one what is done to something
        let acts = |clause: &Clause| {
            let told = |verb: u32| self.grammar.takes_addressee(&self.words[verb as usize]);
            clause.objects[0].is_some() && !clause.verb().is_some_and(told)
        };
        let complete = |clause: &Clause| {
            self.comma
                && self.brackets.is_empty()
                && clause.kind == ClauseKind::That
                && (clause.predicate.is_some() || acts(clause))
        };
        let depth = (floor..=self.stack.len()).rev().find(|&depth| {
            let clause = self.clause(self.stack[depth - 1]);
            clause.verb().is_some_and(|verb| self.grammar.takes_clause(&self.words[verb as usize]))
                && !(complete(clause) && acts(clause))
                || clause.group.is_some_and(|group| group.copula) && !complete(clause)
                // "to make sure that"
                || clause.predicate.is_some_and(|predicate| predicate + 1 == self.content_end) && !complete(clause)
        });
        if let Some(depth) = depth {
            self.pop_to(depth);
        } else if let Some(antecedent) = self.adjacent.and_then(|_| self.before_phrase_or_preposition(k)) {
            // "a blast in March that they blamed on gas", but "their demand on Friday that he go"
            let head = self.syntax.phrases[antecedent as usize].head;
            let told = self.grammar.noun_takes_clause(&self.words[head as usize]);
            return (if told { ClauseKind::That } else { ClauseKind::Relative }, Some(head));
        }
        (ClauseKind::That, self.top_verb())
    }

    /// "the announcement by the premier that the town had fallen": a noun that takes a clause, told by whom the phrase in front of
    /// "that" names, where a subject and its verb follow.
    pub(super) fn told_by(&self, that: usize) -> Option<u32> {
        let kind = |back: usize| that.checked_sub(back).map(|at| self.chunks[at]);
        let (Some(agent), Some(by), Some(noun)) = (kind(1), kind(2), kind(3)) else { return None };
        let (ChunkKind::Phrase(_), ChunkKind::Preposition, ChunkKind::Phrase(noun)) = (agent.kind, by.kind, noun.kind)
        else {
            return None;
        };
        let noun = self.syntax.phrases[noun as usize].head;
        let clause = || matches!(self.kind_at(that + 1), Some(ChunkKind::Phrase(_)));
        (function!(self.words[by.extent.first as usize].function, "by" | "from")
            && clause()
            && !self.is_object_of(that)
            && self.grammar.noun_takes_clause(&self.words[noun as usize]))
        .then_some(noun)
    }

    /// "a claim that the army denied": the verb behind "that" has the claim for its object.
    pub(super) fn is_object_of(&self, that: usize) -> bool {
        // "a claim that the army and the police denied"
        let both = matches!(
            (self.kind_at(that + 1), self.kind_at(that + 2), self.kind_at(that + 3)),
            (Some(ChunkKind::Phrase(_)), Some(ChunkKind::Conjunction), Some(ChunkKind::Phrase(_)))
        );
        let that = if both { that + 2 } else { that };
        let before = self.kind_at(that + 1);
        // "a claim that it later denied"
        let that = that + usize::from(matches!(self.kind_at(that + 2), Some(ChunkKind::Adverb)));
        let (Some(ChunkKind::Phrase(_)), Some(ChunkKind::Verb(group))) = (before, self.kind_at(that + 2)) else {
            return false;
        };
        let group = self.group(group);
        let open = || match self.kind_at(that + 3) {
            Some(ChunkKind::Phrase(id)) => self.syntax.phrases[id as usize].time,
            Some(ChunkKind::Comma | ChunkKind::Preposition | ChunkKind::Conjunction | ChunkKind::Other) | None => true,
            Some(ChunkKind::Adverb) => matches!(self.kind_at(that + 4), Some(ChunkKind::Comma) | None),
            _ => false,
        };
        !(group.passive && group.extent.first != group.head)
            && (self.grammar.takes_statement(&self.words[group.head as usize])
                || self.grammar.takes_stance(&self.words[group.head as usize])
                // "a decision that unions described as unfair"
                || group.extent.first == group.head && self.grammar.takes_object(&self.words[group.head as usize]))
            && open()
    }

    /// "one of the raids claimed by the group that hit a school": behind who does what a passive tells of, a verb without subject.
    pub(super) fn acts_behind_agent(&self, k: usize) -> bool {
        let agent = self.adjacent.and_then(|before| self.syntax.phrases[before as usize].preposition);
        agent.is_some_and(|by| function!(self.words[by as usize].function, "by"))
            && self.clause(self.top()).is_passive()
            && self.acts_behind(k)
    }

    /// Whether a bare noun with its preposition stands right behind a verb that takes a clause.
    fn behind_preposition_of_verb(&self, base: Extent, preposition: Option<u32>) -> bool {
        let verb = self.clause(self.top()).group;
        base.last - base.first == 1
            && self.top_takes_clause()
            && verb.is_some_and(|verb| preposition == Some(verb.extent.last))
    }

    /// "said he was well, telling them that “nothing had happened” and that ...": what goes on behind the quotation is reported by
    /// the same verb.
    fn behind_reported_quotation(&self) -> bool {
        let before = self.conjunction.and_then(|conjunction| conjunction.checked_sub(1));
        before.is_some_and(|before| is_quote_mark(&self.words[before as usize])) && self.top_takes_clause()
    }

    /// "said he had called and that ...": what a verb governs without a "that" of its own.
    fn is_reported(&self, clause: &Clause) -> bool {
        matches!(clause.kind, ClauseKind::Bare | ClauseKind::That)
            && clause.governor.is_some_and(|governor| self.grammar.takes_clause(&self.words[governor as usize]))
    }

    pub(super) fn sibling(&self, fits: impl Fn(&Clause) -> bool) -> Option<ClauseId> {
        let floor = self.floor();
        self.stack
            .iter()
            .enumerate()
            .rev()
            .take_while(|&(depth, _)| depth + 1 >= floor)
            .map(|(_, &id)| id)
            .find(|&id| fits(self.clause(id)))
    }

    /// Closes relative, participle and adverbial clauses that have their verb: a comma ends them.
    pub(super) fn close_inner(&mut self) {
        let floor = self.floor();
        while self.stack.len() > floor {
            let top = self.clause(self.top());
            let inner = matches!(
                top.kind,
                ClauseKind::Relative
                    | ClauseKind::Participle
                    | ClauseKind::Adverbial
                    | ClauseKind::Infinitive
                    | ClauseKind::Gerund
            );
            if !inner || top.group.is_none() && top.kind != ClauseKind::Adverbial {
                break;
            }
            self.pop();
        }
    }

    pub(super) fn is_relative_that(&self, k: usize) -> bool {
        let Some(before) = k.checked_sub(1).map(|j| self.chunks[j].kind) else { return false };
        let next = self.kind_at(k + 1);
        // "a “safe zone” that was to protect"
        let quoted = || {
            matches!(before, ChunkKind::QuoteMark)
                && k > 1
                && matches!(self.chunks[k - 2].kind, ChunkKind::Phrase(_))
                && matches!(next, Some(ChunkKind::Verb(_)))
        };
        // "boats that, they said, never came"
        let reported = || {
            matches!((before, next), (ChunkKind::Phrase(_), Some(ChunkKind::Comma)))
                && matches!(self.kind_at(k + 2), Some(ChunkKind::Phrase(_)))
                && self.interrupts(k + 2)
        };
        reported()
            || (matches!(before, ChunkKind::Phrase(_)) || quoted() || self.closes_cleft(k))
                && (matches!(next, Some(ChunkKind::Verb(_) | ChunkKind::Phrase(_) | ChunkKind::Adverb))
                    // "said that neither he nor they knew"
                    || matches!(next, Some(ChunkKind::Conjunction)) && self.is_correlative(k + 1))
    }

    /// "It was the mayor, not the premier, that first called for a vote": whether a comma and a "that" without a subject stand
    /// behind what "it" is said to be.
    fn closes_cleft(&self, k: usize) -> bool {
        k > 0
            && matches!(self.chunks[k - 1].kind, ChunkKind::Comma)
            && !matches!(self.kind_at(k + 1), Some(ChunkKind::Phrase(_)))
            && self.cleft().is_some()
    }

    /// The open clause that says what "it" is, where nothing but a relative clause with commas may have been opened since.
    fn cleft(&self) -> Option<ClauseId> {
        let nonfinite = |clause: &Clause| clause.group.is_some_and(|group| group.mood != Mood::Finite);
        let mut inner = self.top();
        while nonfinite(self.clause(inner)) {
            inner = self.clause(inner).parent?;
        }
        let aside = self.clause(inner).kind == ClauseKind::Relative && self.clause(inner).set_off;
        let id = if aside { self.clause(inner).parent? } else { inner };
        let clause = self.clause(id);
        let it = |subject: PhraseId| {
            let head = self.syntax.phrases[subject as usize].head;
            function!(self.words[head as usize].function, "it")
        };
        let says = clause.group.is_some_and(|group| group.copula) && clause.predicate.is_some();
        (says && clause.subject.is_some_and(it)).then_some(id)
    }

    pub(super) fn wh(&mut self, k: usize) {
        let chunk = self.chunks[k];
        let marker = chunk.extent.first;
        let word = self.words[marker as usize].function;
        let cleft = (function!(word, "that") && self.closes_cleft(k)).then(|| self.cleft()).flatten();
        while cleft.is_some_and(|cleft| self.top() != cleft) && self.stack.len() > self.floor() {
            self.pop();
        }
        let before = k.checked_sub(1).and_then(|_| self.before_phrase_or_preposition(k));
        let antecedent = before.filter(|_| !function!(word, "what" | "how" | "why" | "when" | "whatever" | "whoever"));
        // "died when a wall fell" asks nothing, "is unclear when it fell" does
        let asks = !function!(word, "when" | "where") || self.top_takes_clause();
        let question_verb = self.behind_verb(k) && asks
            || self.preposition.is_some() && antecedent.is_none()
            || self.adjective_takes_clause(marker);
        let at_start = self.clause(self.top()).group.is_none()
            && antecedent.is_none()
            && self.clause(self.top()).subject.is_none();
        let (kind, governor) = match antecedent {
            Some(_) if cleft.is_some() => (ClauseKind::Relative, self.clause(self.top()).predicate),
            Some(antecedent) => {
                (ClauseKind::Relative, Some(self.syntax.phrases[self.antecedent(k, antecedent) as usize].head))
            }
            None if function!(word, "when" | "where") && !question_verb => (ClauseKind::Adverbial, self.top_verb()),
            // "said the army had fired, which the ministry denied": behind a comma it takes up the clause
            None if function!(word, "which")
                && self.comma
                && !at_start
                && self.preposition.is_none()
                && matches!(self.chunks[k - 1].kind, ChunkKind::Comma) =>
            {
                (ClauseKind::Relative, None)
            }
            // "a video emerged in which": of the subject, behind a verb that asks nothing
            None if self.preposition.is_some()
                && function!(word, "which" | "whom")
                && self.clause(self.top()).is_finite()
                && self.clause(self.top()).predicate.is_none()
                && !self.top_takes_clause()
                && !self.comma =>
            {
                let subject = self.clause(self.top()).subject;
                (ClauseKind::Relative, subject.map(|subject| self.syntax.phrases[subject as usize].head))
            }
            None => (ClauseKind::Question, self.top_verb()),
        };
        if kind == ClauseKind::Question && at_start && k == 0 {
            // a question, or "What matters is": the word stands where a subject would
            self.touch(chunk.extent);
            let top = self.top();
            self.clause_mut(top).marker = Some(marker);
            return;
        }
        if kind == ClauseKind::Adverbial {
            self.open_joined_front(k);
        }
        if kind == ClauseKind::Adverbial && self.comma && !self.stands_behind_opener(marker) {
            self.close_inner();
        }
        let parent = Some(self.top());
        let preposition = self.preposition.take();
        let sibling =
            self.conjunction.and_then(|_| self.sibling(|clause| clause.kind == kind && kind != ClauseKind::Adverbial));
        let first = preposition.unwrap_or(marker);
        match sibling {
            // "who fell and why he fell"
            Some(sibling) if before.is_none() || matches!(kind, ClauseKind::Relative | ClauseKind::Question) => {
                let id = self.coordinate(sibling, first);
                self.clause_mut(id).marker = Some(marker);
                self.clause_mut(id).subject = None;
                self.clause_mut(id).shared_subject = false;
            }
            _ => {
                let part = (kind == ClauseKind::Relative).then(|| self.part_of_whom(k)).flatten();
                let id = self.open(kind, first, Some(marker), parent);
                self.clause_mut(id).governor = governor;
                if let Some((part, whole)) = part {
                    self.tell_of_part(id, part, whole);
                }
            }
        }
        self.touch(chunk.extent);
        self.fresh = None;
        self.joint = None;
    }

    /// The noun phrase before a relative word; a comma or a preposition may stand between.
    pub(super) fn before_phrase_or_preposition(&self, k: usize) -> Option<PhraseId> {
        let mut j = k;
        for _ in 0..3 {
            j = j.checked_sub(1)?;
            match self.chunks[j].kind {
                ChunkKind::Phrase(id) if self.syntax.phrases[id as usize].time => return self.before_time(id, j),
                ChunkKind::Phrase(id) => return Some(id),
                ChunkKind::Comma
                | ChunkKind::Preposition
                | ChunkKind::QuoteMark
                | ChunkKind::BracketClose
                | ChunkKind::Conjunction => {}
                _ => return None,
            }
        }
        None
    }

    /// "a storm on Tuesday that sank": a time in between is not what the relative clause is about.
    pub(super) fn before_time(&self, time: PhraseId, chunk: usize) -> Option<PhraseId> {
        let mut j = chunk;
        if j > 0 && matches!(self.chunks[j - 1].kind, ChunkKind::Preposition) {
            j -= 1;
        }
        match j.checked_sub(1).map(|j| self.chunks[j].kind) {
            Some(ChunkKind::Phrase(before)) => match self.syntax.phrases[before as usize].link {
                Link::Modifier(_) => Some(self.root(before)),
                _ => Some(before),
            },
            _ => Some(time),
        }
    }

    /// The phrase that a row of prepositional phrases starts from.
    pub(super) fn root(&self, phrase: PhraseId) -> PhraseId {
        let mut root = phrase;
        for _ in 0..LOOK_AHEAD {
            match self.syntax.phrases[root as usize].link {
                Link::Modifier(owner)
                    if self.grammar.relational(&self.words[self.syntax.phrases[owner as usize].head as usize]) =>
                {
                    root = owner
                }
                _ => break,
            }
        }
        root
    }

    #[inline(never)]
    pub(super) fn adjective(&mut self, extent: Extent) {
        let top = self.top();
        let clause = *self.clause(top);
        if clause.group.is_some_and(|group| group.copula || !group.passive)
            && clause.predicate.is_none()
            && clause.objects[0].is_none()
        {
            self.clause_mut(top).predicate = Some(extent.first);
        }
        let (comma, conjunction) = (self.comma, self.conjunction);
        self.touch(extent);
        // "safe and effective, the agency said": what it joins is an adjective
        self.joint = self.joint.filter(|_| clause.predicate.is_none());
        // an adjective between commas does not use them up
        self.comma = comma && clause.group.is_none();
        self.conjunction = conjunction.filter(|_| false);
    }

    /// "relied more and more on aid, officials said": whether the conjunction so far joins nothing but adverbials, for a report that
    /// ends the sentence stands behind the comma at chunk `k`.
    pub(super) fn joins_before_report(&self, k: usize) -> bool {
        let comma = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Comma);
        self.joint.is_some_and(|joint| joint + 1 < k && !self.chunks[joint..k].iter().any(comma))
            && self.brackets.is_empty()
            && matches!(self.kind_at(k + 1), Some(ChunkKind::Phrase(_)))
            && matches!(self.kind_at(k + 2), Some(ChunkKind::Verb(verb)) if self.reports_at_end(k + 2, verb))
    }
}
