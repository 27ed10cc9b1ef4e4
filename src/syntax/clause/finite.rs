//! Finite verb groups: the clause that waits for its verb, the next conjunct, a complement, or a relative clause without marker.

use super::*;
use crate::syntax::word::one_of;

impl Parser<'_> {
    pub(super) fn finite(&mut self, k: usize, group: VerbGroup) {
        let top = self.top();
        let commas = |fresh: Fresh| {
            self.chunks[fresh.chunk..k].iter().filter(|chunk| matches!(chunk.kind, ChunkKind::Comma)).count()
        };
        // "entered the town on Friday and by evening had seized it"
        let joined = || {
            self.joint.is_some_and(|joint| {
                let preposition = |at: usize| {
                    let kind = self.kind_at(at);
                    matches!(kind, Some(ChunkKind::Preposition | ChunkKind::Subordinator))
                };
                preposition(joint + 1) && !preposition(joint.saturating_sub(1)) && !self.joins_phrases(joint)
            })
        };
        if self.conjunction.is_some()
            || joined() && group.extent.first != group.head
            || self.comma && self.fresh.is_some_and(|fresh| commas(fresh) < 2)
        {
            // what stood before the conjunction or the comma is no subject of this verb, but for "the mayor, Ana Lopez, said"
            self.fresh = None;
        }
        if self.in_absolute(k) {
            return self.open_participle(group);
        }
        if self.opens_condition(k, group) {
            return self.open_condition(group);
        }
        if self.opens_list_item(k, group) {
            return self.set_group(top, group);
        }
        if k == 0
            && group.tense == GroupTense::Past
            && self.words[group.head as usize].pos == Pos::Verb
            && !group.passive
            && !function!(self.words[group.head as usize].function, "had" | "did")
        {
            // "Pressed on the price, ..."
            return self.open_participle(group);
        }
        // "Norland, while an ally, is poor", "The speech, though short, was clear": a clause without a verb of its own has ended at the comma
        let verbless = self.clause(top).kind == ClauseKind::Adverbial && self.clause(top).group.is_none();
        if verbless && self.comma && self.conjunction.is_none() {
            let subject = |depth: usize| self.clause(self.stack[depth - 1]).subject.is_some();
            if let Some(depth) = self.waiting().filter(|&depth| subject(depth)) {
                self.pop_to(depth);
                let top = self.top();
                return self.set_group(top, group);
            }
        }
        if self.clause(top).group.is_none() {
            return self.finite_of_verbless(k, group);
        }
        // "The champion, beaten by a rival ranked tenth, refused"
        if !self.comma
            && self.conjunction.is_none()
            && self.adjacent.is_some_and(|subject| !self.is_nominative(subject))
            && self.may_be_participle(group)
            && !self.top_takes_clause()
            && self.in_aside()
            && self.resumes(k)
            && !self.parts_subject(k)
        {
            return self.open_participle(group);
        }
        // "and, accused of theft, fled"
        if self.comma
            && self.may_be_participle(group)
            && k > 1
            && matches!(self.chunks[k - 2].kind, ChunkKind::Conjunction)
            && !self.object_behind(k)
            && self.resumes(k)
        {
            return self.open_participle(group);
        }
        if let Some(conjunction) =
            self.conjunction.filter(|_| self.joins_aside(k, group) || self.joins_reduced(k, group))
        {
            let id = self.coordinate_at(self.top(), group.extent.first, conjunction);
            self.clause_mut(id).shared_subject = true;
            return self.set_group(id, self.as_participle(group));
        }
        // "said the firm that won the contract had bribed an aide": so is one with a relative clause behind it
        let object = self.fresh.is_none_or(|fresh| {
            !fresh.conjunction && self.syntax.phrases[fresh.phrase as usize].link == Link::Object(top)
        });
        let gerund = self.clause(top).kind == ClauseKind::Gerund;
        if object && (gerund || !self.top_takes_clause()) && self.close_relative_of_object() {
            self.fresh = None;
        }
        if self.comma && self.conjunction.is_none() {
            if let Some(joint) = self.joint_before_aside() {
                return self.finite_behind_joined_aside(joint, k, group);
            }
        }
        if let Some(question) = self.joined_question() {
            return self.open_behind_question(question, group);
        }
        if self.fresh.is_some_and(|fresh| self.is_no_subject(fresh, group)) {
            self.fresh = None;
        }
        // few sentences open with such a word
        let opened = self.clause(self.stack[0]).marker.is_some();
        if opened && (self.ends_free_relative() || self.ends_set_off_in_free_relative()) {
            self.pop_to(self.floor());
            self.fresh = None;
        }
        if let Some(fresh) = self.fresh.filter(|&fresh| {
            !self.is_adverbial(fresh.phrase) || self.is_what_was(fresh.chunk.wrapping_sub(1), fresh.chunk)
        }) {
            return self.finite_behind_phrase(k, fresh, group);
        }
        self.finite_without_subject(k, group);
    }

    /// "and, though never seen in public, has", "and, with two clerks voting against, sold": the chunk of the conjunction in front of an
    /// aside that is open, and the depth of what it is inside of.
    fn joint_before_aside(&self) -> Option<(usize, usize)> {
        let depth = (self.floor()..self.stack.len()).rev().find(|&depth| {
            let aside = self.clause(self.stack[depth]);
            matches!(aside.kind, ClauseKind::Adverbial | ClauseKind::Gerund | ClauseKind::Participle)
        })?;
        let aside = self.clause(self.stack[depth]);
        let opens = |chunk: &Chunk| chunk.extent.first == aside.marker.unwrap_or(aside.extent.first);
        let at = self.chunks.iter().position(opens)?;
        let plain = |chunk: &&Chunk| chunk.kind.is_verbless();
        let comma =
            (at - self.chunks[..at].iter().rev().take_while(plain).count()).checked_sub(1).filter(|&at| at > 0)?;
        let joined = matches!(
            (self.chunks[comma - 1].kind, self.chunks[comma].kind),
            (ChunkKind::Conjunction, ChunkKind::Comma)
        );
        joined.then_some((comma - 1, depth))
    }

    /// The next of several verbs, behind an aside that belongs to it.
    fn finite_behind_joined_aside(&mut self, (joint, depth): (usize, usize), k: usize, group: VerbGroup) {
        let aside = self.stack[depth];
        self.pop_to(depth);
        self.conjunction = Some(self.chunks[joint].extent.first);
        let Some(left) = self.left_conjunct(group) else {
            return self.open_unexplained(k, group);
        };
        let id = self.coordinate_at(left, self.chunks[joint + 2].extent.first, self.end_before(joint));
        self.clause_mut(aside).parent = Some(id);
        self.set_group(id, group);
    }

    /// A finite verb where the innermost clause has none so far: mostly its own, or that of a relative clause or a report
    /// inside it.
    fn finite_of_verbless(&mut self, k: usize, group: VerbGroup) {
        let top = self.top();
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
        // "According to the figures we have seen, nine died"
        if let Some((antecedent, fresh)) = self.known_to_author() {
            self.clause_mut(top).subject = None;
            return self.reduced_relative(fresh, antecedent, group);
        }
        // "warned that, should this go on, many would leave"
        if self.comma && self.clause(top).marker.is_some() && self.inverts_for_condition(k, group) {
            let id = self.open(ClauseKind::Bare, group.extent.first, None, Some(top));
            return self.set_group(id, group);
        }
        // "boats that, they said, never came"
        let related = self.clause(top).subject.is_none()
            && self.fresh.is_some_and(|fresh| {
                self.clause(top).kind == ClauseKind::Relative || self.reports_behind_front(fresh.chunk)
            });
        if let Some(fresh) = self.fresh.filter(|fresh| related && fresh.comma && self.interrupts(fresh.chunk)) {
            let first = self.syntax.phrases[fresh.phrase as usize].base.first;
            return self.parenthetical(first, Some(fresh.phrase), group);
        }
        // "“If they come,” warned the mayor, “we will”", "Since the war, says Ana Reyes, nobody has come"
        let behind_front = self.comma
            && self.stack.len() == 1
            && self.clause(top).subject.is_none()
            && self.clause(top).marker.is_none()
            && group.extent.first == group.head
            && self.grammar.quotative(&self.words[group.head as usize])
            && self.inversion_follows(k);
        if behind_front || self.clause(top).subject.is_none() && self.splits_speech(k) {
            return self.parenthetical(group.extent.first, None, group);
        }
        if self.is_reduced_participle(k, group)
            || self.is_fronted_participle(k, group)
            || self.comma && self.is_agentive(k, group)
            || self.is_set_off_participle(k, group)
        {
            let passive = group.passive || self.may_be_unchanged_participle(group);
            return self.open_participle(VerbGroup { passive, ..group });
        }
        self.set_group(top, group);
    }

    /// "According to the figures | we have": a pronoun right behind what somebody goes by, which it describes.
    fn known_to_author(&self) -> Option<(PhraseId, Fresh)> {
        let fresh = self.fresh.filter(|fresh| !fresh.comma && !fresh.conjunction && fresh.chunk > 1)?;
        if self.stack.len() > 1 || !self.is_nominative(fresh.phrase) {
            return None;
        }
        let ChunkKind::Phrase(antecedent) = self.chunks[fresh.chunk - 1].kind else { return None };
        let according = self.chunks[fresh.chunk - 2].extent.first;
        one_of!(self.words[according as usize].hash, "according").then_some((antecedent, fresh))
    }

    /// "the minister who had defended him | was gone", "What he told you | is that": what stands right before is an object by
    /// its form.
    fn is_no_subject(&self, fresh: Fresh, group: VerbGroup) -> bool {
        let head = self.syntax.phrases[fresh.phrase as usize].head;
        self.is_accusative(fresh.phrase) && self.waiting().is_some()
            || function!(self.words[group.extent.first as usize].function, "is" | "was" | "has")
                && one_of!(self.words[head as usize].hash, "you")
    }

    /// A finite verb without a noun phrase of its own in front, where the innermost clause has its verb.
    fn finite_without_subject(&mut self, k: usize, group: VerbGroup) {
        if let Some(opener) = self.opens_subject() {
            return self.open_around_subject(opener, group);
        }
        if let Some(joint) = self.joint.take() {
            // "goods that are in the country or in the hands of the firm | have been seized"
            let waits = |depth: usize| self.clause(self.stack[depth - 1]).subject.is_some();
            if let Some(depth) = self.waiting().filter(|&depth| waits(depth) && self.joins_phrases(joint)) {
                self.pop_to(depth);
                let top = self.top();
                return self.set_group(top, group);
            }
            // "dug through what was left when it fell, and by noon had found nine": the comma stands in front of the conjunction
            if joint > 0 && matches!(self.chunks[joint - 1].kind, ChunkKind::Comma) {
                self.comma = true;
                self.conjunction = Some(self.chunks[joint].extent.first);
            }
            if let Some(left) = self.left_conjunct(group) {
                let end = self.end_before(joint);
                let group = self.beside(left, k, group);
                let aside = usize::from(matches!(self.kind_at(joint + 1), Some(ChunkKind::Comma)));
                let id = self.coordinate_at(left, self.chunks[joint + 1 + aside].extent.first, end);
                return self.set_group(id, group);
            }
        }
        self.close_aside_of_object();
        if self.comma && self.conjunction.is_none() && group.extent.first != group.head {
            if let Some((depth, object)) = self.described_object() {
                self.pop_to(depth);
                return self.open_complement_of(object, group);
            }
        }
        let top = self.top();
        // "said the house, a ruin since the war, had burned": the object so far is the subject of the complement
        let quoted = k > 0 && matches!(self.chunks[k - 1].kind, ChunkKind::QuoteMark);
        let inverts =
            self.comma && self.grammar.quotative(&self.words[group.head as usize]) && self.inversion_follows(k);
        let open = self.waiting().is_none() && !quoted && !inverts && self.top_takes_clause();
        // "does not know me, never met me": no subject
        if let Some(object) = self.clause(top).objects[0].filter(|&object| open && !self.is_accusative(object)) {
            if self.finite_behind_object(k, object, group) {
                return;
            }
        }
        // "the raid, which officials said was called off, had": no comma has ended the clause
        let relative = *self.clause(self.top());
        let inside = relative.set_off && !self.comma && self.conjunction.is_none();
        if relative.kind == ClauseKind::Relative && (inside || self.waiting().is_none()) && self.reports_in_front(k) {
            return self.report_in_relative(self.top(), group);
        }
        // a subject that has waited behind a relative clause or an apposition
        if let Some(depth) = self.waiting() {
            let end = self.end_before_adverbs(k);
            self.pop_to_at(depth, end);
            let top = self.top();
            return self.set_group(top, group);
        }
        self.finite_behind_complete(k, group);
    }

    /// A finite verb without a noun phrase of its own in front, where no clause waits for one: a report, the next verb of a list, a
    /// participle by its place, or the verb of what was misread.
    fn finite_behind_complete(&mut self, k: usize, group: VerbGroup) {
        let listed = self.comma.then(|| self.listed_with(k, group)).flatten();
        if self.grammar.quotative(&self.words[group.head as usize]) && self.inversion_follows(k) && listed.is_none() {
            return self.parenthetical(group.extent.first, None, group);
        }
        if self.comma
            && group.tense == GroupTense::Past
            && group.extent.first == group.head
            && self.words[group.head as usize].pos == Pos::Verb
        {
            if let Some(list) = listed {
                return self.go_on_listing(list, group);
            }
            // "was arrested, tortured and killed"
            if self.conjunction.is_none() && self.clause(self.top()).is_passive() && self.lists_passives(k) {
                return self.participle(k, self.as_participle(group));
            }
            // "was closed, guarded by dogs": a participle that is tagged as a past tense
            return self.open_participle(group);
        }
        // "had a warrant, were enforcing the law, and entered the house"
        if self.comma
            && group.mood == Mood::Finite
            && !self.grammar.quotative(&self.words[group.head as usize])
            && !self.inverts_for_condition(k, group)
        {
            let plain = |clause: &Clause| {
                matches!(clause.kind, ClauseKind::Main | ClauseKind::That | ClauseKind::Bare)
                    && clause.is_finite()
                    && clause.subject.is_some()
            };
            let top = self.clause(self.top());
            // "bars him from taking part, strips him of his rank and orders"
            let inside = k > 0
                && matches!(top.kind, ClauseKind::Gerund | ClauseKind::Infinitive | ClauseKind::Participle)
                && group.extent.first == group.head
                && !group.copula
                && self.words[group.head as usize].is_third_person()
                && self.object_behind(k)
                && matches!(self.chunks[k - 1].kind, ChunkKind::Comma);
            let whole = inside || plain(top);
            let left = self.left_conjunct(group).filter(|&left| whole && plain(self.clause(left)));
            if let Some(left) = left {
                let id = self.coordinate(left, group.extent.first);
                return self.set_group(id, group);
            }
        }
        // "said strikes on plants would grow": a verb without subject, where one stood at its start, is a noun after all
        let open = *self.clause(self.top());
        let noun = open.group.is_some_and(|verb| {
            verb.tense == GroupTense::Present
                && verb.extent.first + 1 == verb.extent.last
                && verb.head == open.extent.first
        });
        if noun && matches!(open.kind, ClauseKind::That | ClauseKind::Bare) && open.subject.is_none() {
            let top = self.top();
            self.clause_mut(top).objects = [None; 2];
            return self.set_group(top, group);
        }
        // "the creation of a state governed by custom"
        let described = self.adjacent.is_some() && !self.comma && self.conjunction.is_none();
        // "died of wounds suffered in the raid"
        let lacks = || !self.object_behind(k) && !self.grammar.takes_nothing(&self.words[group.head as usize]);
        if described && self.may_be_participle(group) && (self.has_agent(k, group) || self.is_stranded(k) || lacks()) {
            return self.open_participle(group);
        }
        self.open_unexplained(k, group);
    }

    /// "said the house, a ruin since the war, had burned": whether the object of a verb that takes a clause is the subject of
    /// this verb, or described by it; then it is done.
    fn finite_behind_object(&mut self, k: usize, object: PhraseId, group: VerbGroup) -> bool {
        let commas =
            |from: usize| self.chunks[from..k].iter().filter(|chunk| matches!(chunk.kind, ChunkKind::Comma)).count();
        // "holds a doctorate, speaks four languages and has written a book"
        // but "say the law, meant to protect children, has"
        let aside = || self.may_be_participle(group) && !self.object_behind(k) && self.resumes(k);
        let lists = |from: usize| self.comma && commas(from) == 1 && !aside();
        // "say the programme, run by two clerks, has"
        let by = group.extent.first == group.head && self.comma && self.has_agent(k, group);
        let participle = || self.may_be_unchanged_participle(group) || self.may_be_participle(group);
        if by && participle() && self.conjunction.is_none() {
            let passive = VerbGroup { passive: true, ..group };
            match self.resumes(k) {
                true => self.open_aside_in_complement(object, passive),
                false => self.open_participle(passive),
            }
            return true;
        }
        let chunk = self.chunk_of_phrase(object, k).filter(|&from| self.conjunction.is_none() && !lists(from));
        let Some(chunk) = chunk else { return false };
        if !self.comma && self.is_seen(k, group) {
            self.open_participle(group);
        } else {
            let fresh = Fresh { phrase: object, chunk, comma: false, conjunction: false };
            self.finite_behind_phrase(k, fresh, group);
        }
        true
    }

    /// Opens a clause for a verb behind a gerund or clause as subject, or one that the chunks before explain badly.
    fn open_unexplained(&mut self, k: usize, group: VerbGroup) {
        let parent = Some(self.top());
        let governor = self.top_verb();
        // "said there might be", where "there" is tagged as an adverb
        let before = k.checked_sub(1).map(|before| self.chunks[before].extent);
        let there = before.filter(|extent| function!(self.words[extent.first as usize].function, "there"));
        let first = there.map_or(group.extent.first, |extent| extent.first);
        let id = self.open(ClauseKind::Bare, first, None, parent);
        self.clause_mut(id).governor = governor;
        self.set_group(id, group);
    }

    /// Closes a relative clause behind the object of a verb that takes a clause, or a gerund with "of": the object is the subject
    /// of what comes.
    fn close_relative_of_object(&mut self) -> bool {
        let top = *self.clause(self.top());
        let (Some(outer), None) = (top.parent, self.conjunction) else { return false };
        // "said hopes of finding more were fading", "said work on clearing the road has begun"
        let of = || {
            !self.top_takes_clause()
                || top.marker.is_some_and(|marker| function!(self.words[marker as usize].function, "of"))
        };
        // "said films shot on Friday showed"
        let reduced = || top.kind == ClauseKind::Participle && top.shared_subject;
        let closed = (top.kind == ClauseKind::Relative || top.kind == ClauseKind::Gerund && of() || reduced())
            && top.set_off == self.comma;
        if !closed || self.stack.len() <= self.floor() {
            return false;
        }
        let outer = self.clause(outer);
        let takes = outer.verb().is_some_and(|verb| self.grammar.takes_clause(&self.words[verb as usize]));
        let object = outer.objects[0].zip(top.governor).filter(|_| takes);
        let closes = object.is_some_and(|(object, governor)| self.lies_in(governor, object));
        if closes {
            self.pop();
        }
        closes
    }

    /// "said those who had asked, not just the men who had answered, should be heard": the object of a verb of saying to which the open
    /// relative clauses belong, and how deep its clause is.
    fn described_object(&self) -> Option<(usize, PhraseId)> {
        let floor = self.floor().max(1);
        let depth = (floor..self.stack.len()).rev().take_while(|&depth| {
            let clause = self.clause(self.stack[depth]);
            clause.kind == ClauseKind::Relative && clause.is_finite()
        });
        let depth = depth.last()?;
        let (outer, relative) = (self.clause(self.stack[depth - 1]), self.clause(self.stack[depth]));
        let verb = &self.words[outer.verb()? as usize];
        let object = outer.objects[0]?;
        let described = relative.governor.is_some_and(|governor| self.lies_in(governor, object));
        (self.grammar.takes_clause(verb) && self.grammar.quotative(verb) && described && self.waiting().is_none())
            .then_some((depth, object))
    }

    fn is_adverbial(&self, phrase: PhraseId) -> bool {
        matches!(self.syntax.phrases[phrase as usize].link, Link::Adverbial(_))
    }

    /// A verb of saying that has a subject of its own stands right before chunk `k`.
    fn reports_in_front(&self, k: usize) -> bool {
        self.behind_verb(k) && self.top_verb().is_some_and(|verb| self.grammar.quotative(&self.words[verb as usize]))
    }
}
