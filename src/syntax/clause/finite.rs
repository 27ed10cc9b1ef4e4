//! Finite verb groups: the clause that waits for its verb, the next conjunct, a complement, or a relative clause without marker.

use super::*;
use crate::syntax::word::one_of;

impl Parser<'_> {
    pub(super) fn finite(&mut self, k: usize, group: VerbGroup) {
        let top = self.top();
        let commas = |fresh: Fresh| {
            self.chunks[fresh.chunk..k].iter().filter(|chunk| matches!(chunk.kind, ChunkKind::Comma)).count()
        };
        if self.conjunction.is_some() || self.comma && self.fresh.is_some_and(|fresh| commas(fresh) < 2) {
            // what stood before the conjunction or the comma is no subject of this verb, but for "the mayor, Ana Lopez, said"
            self.fresh = None;
        }
        // "ready to back an embargo should the talks fail"
        if self.fresh.is_some()
            && self.clause(top).group.is_some()
            && self.conjunction.is_none()
            && one_of!(self.words[group.head as usize].hash, "should")
            && self.inverts_for_condition(k, group)
        {
            let main = self.stack[0];
            // "threatened to close the border should they": what is threatened
            let inner = self.clause(top);
            let told = inner.kind == ClauseKind::Infinitive
                && inner.parent.is_some_and(|outer| self.clause(outer).verb() == inner.governor);
            let parent = if told || self.clause(main).group.is_none() { top } else { main };
            let governor = self.clause(parent).verb();
            self.fresh = None;
            let id = self.open(ClauseKind::Bare, group.extent.first, None, Some(parent));
            self.clause_mut(id).governor = governor;
            return self.set_group(id, group);
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
                return self.open_participle(group);
            }
            return self.set_group(top, group);
        }
        // "The champion, beaten by a rival ranked tenth, refused"
        if !self.comma
            && self.conjunction.is_none()
            && self.adjacent.is_some_and(|subject| !self.is_nominative(subject))
            && self.may_be_participle(group)
            && !self.top_takes_clause()
            && self.in_aside()
            && self.resumes(k)
        {
            return self.open_participle(group);
        }
        if let Some(conjunction) = self.conjunction.filter(|_| self.joins_aside(k, group)) {
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
        if let Some(question) = self.joined_question() {
            return self.open_behind_question(question, group);
        }
        // "the minister who had defended him | was gone"
        if self.fresh.is_some_and(|fresh| self.is_accusative(fresh.phrase)) && self.waiting().is_some() {
            self.fresh = None;
        }
        // "What he told you | is that"
        let you = |fresh: Fresh| {
            let head = self.syntax.phrases[fresh.phrase as usize].head;
            one_of!(self.words[head as usize].hash, "you")
        };
        if function!(self.words[group.extent.first as usize].function, "is" | "was" | "has")
            && self.fresh.is_some_and(you)
        {
            self.fresh = None;
        }
        // few sentences open with such a word
        let opened = self.clause(self.stack[0]).marker.is_some();
        if opened && (self.ends_free_relative() || self.ends_set_off_in_free_relative()) {
            self.pop_to(self.floor());
            self.fresh = None;
        }
        let top = self.top();
        if let Some(fresh) = self.fresh.filter(|&fresh| {
            !self.is_adverbial(fresh.phrase) || self.is_what_was(fresh.chunk.wrapping_sub(1), fresh.chunk)
        }) {
            return self.finite_behind_phrase(k, fresh, group);
        }
        // "What hurts is ...", "What we see may be ...": the clause so far is the subject
        let whole = *self.clause(top);
        let asks = whole.inverted || {
            let first = |subject: PhraseId| self.syntax.phrases[subject as usize].base.first;
            whole.subject.zip(whole.group).is_some_and(|(subject, verb)| verb.extent.first < first(subject))
        };
        // "How many goats were lost is ..."
        let opener = whole.marker.or_else(|| {
            let first = whole.subject.map(|subject| self.syntax.phrases[subject as usize].base.first)?;
            function!(self.words[first as usize].function, "how" | "what" | "which" | "whose").then_some(first)
        });
        if whole.kind == ClauseKind::Main && opener.is_some() && !asks {
            let first = self.clause(top).extent.first;
            self.pop();
            let id = self.open(ClauseKind::Main, first, None, None);
            let subject = self.clause_mut(top);
            subject.kind = ClauseKind::Question;
            subject.marker = opener;
            subject.parent = Some(id);
            subject.governor = Some(group.head);
            return self.set_group(id, group);
        }
        if let Some(joint) = self.joint.take() {
            // "goods that are in the country or in the hands of the firm | have been seized"
            let waits = |depth: usize| self.clause(self.stack[depth - 1]).subject.is_some();
            if let Some(depth) = self.waiting().filter(|&depth| waits(depth) && self.joins_phrases(joint)) {
                self.pop_to(depth);
                let top = self.top();
                return self.set_group(top, group);
            }
            if let Some(left) = self.left_conjunct(group) {
                let end = self.end_before(joint);
                let group = self.beside(left, k, group);
                let id = self.coordinate_at(left, self.chunks[joint + 1].extent.first, end);
                return self.set_group(id, group);
            }
        }
        self.close_aside_of_object();
        let top = self.top();
        // "said the house, a ruin since the war, had burned": the object so far is the subject of the complement
        let quoted = k > 0 && matches!(self.chunks[k - 1].kind, ChunkKind::QuoteMark);
        let inverts =
            self.comma && self.grammar.quotative(&self.words[group.head as usize]) && self.inversion_follows(k);
        let open = self.waiting().is_none() && !quoted && !inverts && self.top_takes_clause();
        // "does not know me, never met me": no subject
        if let Some(object) = self.clause(top).objects[0].filter(|&object| open && !self.is_accusative(object)) {
            let commas = |from: usize| {
                self.chunks[from..k].iter().filter(|chunk| matches!(chunk.kind, ChunkKind::Comma)).count()
            };
            // "holds a doctorate, speaks four languages and has written a book"
            // but "say the law, meant to protect children, has"
            let aside = || self.may_be_participle(group) && !self.object_behind(k) && self.resumes(k);
            let lists = |from: usize| self.comma && commas(from) == 1 && !aside();
            // "say the programme, run by two clerks, has"
            let head = &self.words[group.head as usize];
            let unchanged = self.grammar.is_unchanged(head) || one_of!(head.hash, "run" | "overrun");
            let by = group.extent.first == group.head && self.comma && self.has_agent(k, group);
            if by && (unchanged || self.may_be_participle(group)) && self.conjunction.is_none() {
                let passive = VerbGroup { passive: true, ..group };
                return match self.resumes(k) {
                    true => self.open_aside_in_complement(object, passive),
                    false => self.open_participle(passive),
                };
            }
            let chunk = self.chunk_of_phrase(object, k).filter(|&from| self.conjunction.is_none() && !lists(from));
            if let Some(chunk) = chunk {
                if !self.comma && self.is_seen(k, group) {
                    return self.open_participle(group);
                }
                let fresh = Fresh { phrase: object, chunk, comma: false, conjunction: false };
                return self.finite_behind_phrase(k, fresh, group);
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
            let shares = |clause: &Clause| clause.is_finite() && clause.subject.is_some();
            let top = *self.clause(self.top());
            let plain = matches!(top.kind, ClauseKind::Main | ClauseKind::That | ClauseKind::Bare) && shares(&top);
            if let Some(left) = self.left_conjunct(group).filter(|_| plain) {
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
        if described && self.may_be_participle(group) && (self.has_agent(k, group) || self.is_stranded(k)) {
            return self.open_participle(group);
        }
        // a gerund or clause as subject, or a verb that the chunks before explain badly
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

    /// "- trained 300 nurses": what somebody who stands above a list has done.
    pub(super) fn opens_list_item(&self, k: usize, group: VerbGroup) -> bool {
        let mark = self.chunks[0].extent.first.checked_sub(1).map_or(0, |before| self.words[before as usize].hash);
        k == 0
            && one_of!(mark, "-" | "–" | "•" | "*" | "·" | "●" | "▪" | "◦" | "■")
            && group.extent.first == group.head
            && (group.mood == Mood::Participle || group.tense == GroupTense::Past)
            && self.object_behind(k)
            && !self.grammar.quotative(&self.words[group.head as usize])
    }

    /// "The list names two banks and nine firms accused of fraud": behind a verb in the present with its object, a past form without
    /// the object that it needs belongs to the last thing of a list. Headlines, whose subjects have no article, may tell of a
    /// second event.
    fn lists(&self, k: usize, group: VerbGroup) -> bool {
        let top = self.clause(self.top());
        let ahead = top.group.is_some_and(|left| left.tense == GroupTense::Future && !left.passive);
        let plain = top.group.is_some_and(|left| {
            left.tense == GroupTense::Present
                && left.extent.first == left.head
                && !left.passive
                && left.mood == Mood::Finite
        });
        let told = |subject: PhraseId| {
            let phrase = &self.syntax.phrases[subject as usize];
            phrase.pronoun || self.words[phrase.base.first as usize].pos == Pos::Det
        };
        (ahead || plain && top.subject.is_some_and(told))
            && top.objects[0].is_some()
            && self.may_be_participle(group)
            && self.lacks_object(k)
    }

    pub(super) fn finite_behind_phrase(&mut self, k: usize, fresh: Fresh, group: VerbGroup) {
        let first = self.chunks[fresh.chunk].extent.first;
        let top = self.top();
        let end_before = self.end_before(fresh.chunk);
        let quotative = self.grammar.quotative(&self.words[group.head as usize]);
        if fresh.conjunction {
            // "got away and, police say, may have ..."
            let sign = |back: usize| fresh.chunk.checked_sub(back).map(|chunk| self.chunks[chunk].kind);
            if quotative
                && matches!(sign(1), Some(ChunkKind::Comma))
                && matches!(sign(2), Some(ChunkKind::Conjunction))
                && matches!(self.chunks.get(k + 1).map(|chunk| chunk.kind), Some(ChunkKind::Comma))
            {
                return self.parenthetical(first, Some(fresh.phrase), group);
            }
            if self.lists(k, group) {
                return self.open_participle(group);
            }
            let left = self.left_of(fresh, Some(group));
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
        // "the diver who had seen the wreck has left": the last verb belongs to the subject that waits
        let owed = object
            && !self.is_nominative(fresh.phrase)
            && match self.clause(top).kind {
                // "hopes of finding the boy have faded"
                ClauseKind::Relative | ClauseKind::Gerund => true,
                // "the man carrying the letter has left", but "saying the letter has gone"
                ClauseKind::Participle => {
                    self.top_verb().is_some_and(|verb| !self.grammar.quotative(&self.words[verb as usize]))
                }
                _ => false,
            }
            && self.waiting().is_some()
            && !self.finite_ahead(k)
            // "employers who fail to report accidents would face fines and directors could be banned"
            || object
                && self.clause(top).kind == ClauseKind::Infinitive
                && !self.is_nominative(fresh.phrase)
                && group.extent.first != group.head
                && self.waiting().is_some()
                && (!self.finite_ahead(k) || self.joined_ahead(k));
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
                if self.clause(top).objects[0] == Some(before) && !self.syntax.phrases[before as usize].time
                    && !self.syntax.phrases[before as usize].pronoun)
            && !self.top_verb().is_some_and(told);
        // "heard shouting on the night she vanished"
        let related = related || second || self.behind_time(fresh.chunk);
        // "saw six lorries parked in a yard"
        if object && !fresh.comma && self.is_seen(k, group) {
            return self.open_participle(group);
        }
        // "helps tumours grow"
        if object && !fresh.comma && self.is_bare_complement(group) {
            return self.open_infinitive(k, VerbGroup { mood: Mood::Bare, tense: GroupTense::None, ..group });
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
            self.detach(fresh.phrase, top);
            let governor = self.top_verb();
            // "is not known how many people were on board"
            let asks = function!(self.words[first as usize].function, "how" | "what" | "which" | "whose");
            let (kind, marker) = if asks { (ClauseKind::Question, Some(first)) } else { (ClauseKind::Bare, None) };
            let id = self.open(kind, first, marker, Some(top));
            self.clause_mut(id).governor = governor;
            self.set_subject(id, fresh.phrase);
            // "said the oil found on the beach had come from a ship", "said the oil, found by divers, had"
            if self.is_reduced_participle(k, group) || self.is_set_off_participle(k, group) {
                return self.open_participle(group);
            }
            return self.set_group(id, group);
        }
        if let Some(depth) = self.waiting().filter(|_| fresh.comma || !(self.in_aside() && self.resumes(k))) {
            let waiting = self.stack[depth - 1];
            // "Talks to resume in May, mediators say": what the heading leaves out is no verb of the mediators
            let ends = || self.chunks[k + 1..].iter().all(|chunk| matches!(chunk.kind, ChunkKind::Other));
            let infinitive = self.clause(self.top()).kind == ClauseKind::Infinitive;
            // "If it rains, officials said, the army will stay"
            let interrupts =
                || infinitive && self.clause(waiting).subject.is_some() && ends() || self.interrupts_front(k);
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
            } else if object
                && (self.is_reduced_participle(k, group)
                    || self.may_be_participle(group) && self.lacks_object(k) && self.finite_ahead(k))
            {
                // "the man who sold the car used in the raid was held"
                return self.open_participle(group);
            } else {
                self.pop_to(depth);
            }
            return self.set_group(waiting, group);
        }
        if fresh.comma {
            if quotative && self.closes_report(k) {
                return self.parenthetical(first, Some(fresh.phrase), group);
            }
            let left = self.left_clause(true, Some(group));
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
        if self.may_be_participle(group)
            && self.is_object_of_top(fresh.phrase)
            && !self.is_nominative(fresh.phrase)
            && !self.behind_time(fresh.chunk)
        {
            // "breaking a promise made two years ago"
            return self.open_participle(group);
        }
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
        self.detach(fresh.phrase, top);
        let id = self.open(kind, first, asks.then_some(first), Some(top));
        self.clause_mut(id).governor = governor;
        self.clause_mut(id).set_off = false;
        self.set_subject(id, fresh.phrase);
        self.set_group(id, group);
    }

    /// Opens what a verb takes a clause for, with its object so far as the subject, and a participle set off by a comma in it.
    fn open_aside_in_complement(&mut self, subject: PhraseId, participle: VerbGroup) {
        let (top, governor) = (self.top(), self.top_verb());
        self.detach(subject, top);
        let first = self.syntax.phrases[subject as usize].base.first;
        let id = self.open(ClauseKind::Bare, first, None, Some(top));
        self.clause_mut(id).governor = governor;
        self.set_subject(id, subject);
        self.open_participle(participle);
    }

    /// "saw six lorries parked in a yard", "found women and children chained to a wall": whether the past form at chunk `k` tells what
    /// state somebody found the object in.
    fn is_seen(&self, k: usize, group: VerbGroup) -> bool {
        let head = &self.words[group.head as usize];
        let passive = || {
            self.lacks_object(k)
                || matches!(self.chunks.get(k + 1).map(|chunk| chunk.kind), Some(ChunkKind::Preposition))
                    && !self.grammar.takes_nothing(head)
                    && !self.grammar.is_trend(head)
                    && !self.grammar.takes_clause(head)
        };
        let finds = |verb: u32| one_of!(self.words[verb as usize].hash, "find" | "finds" | "found" | "finding");
        self.may_be_participle(group) && self.top_verb().is_some_and(|verb| self.sees(verb) || finds(verb)) && passive()
    }

    /// A verb of seeing or hearing, whose object may be described by a participle.
    fn sees(&self, verb: u32) -> bool {
        let verb = &self.words[verb as usize];
        self.grammar.takes_bare(verb) && self.grammar.takes_clause(verb)
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

    /// Closes a relative clause behind the object of a verb that takes a clause, or a gerund with "of": the object is the subject
    /// of what comes.
    fn close_relative_of_object(&mut self) -> bool {
        let top = *self.clause(self.top());
        let (Some(outer), None) = (top.parent, self.conjunction) else { return false };
        // "said hopes of finding more were fading"
        let of = || top.marker.is_some_and(|marker| function!(self.words[marker as usize].function, "of"));
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

    /// The depth of the innermost open clause that has a subject and lacks its verb.
    pub(super) fn waiting(&self) -> Option<usize> {
        let floor = self.floor();
        (floor..=self.stack.len()).rev().find(|&depth| {
            let clause = self.clause(self.stack[depth - 1]);
            clause.group.is_none()
                && (clause.kind != ClauseKind::Adverbial || self.is_interrupted(depth))
                && !(clause.kind == ClauseKind::Question && self.is_completed(depth))
        })
    }

    /// "whether to ban": nothing but an infinitive stands in the clause at this depth.
    fn is_completed(&self, depth: usize) -> bool {
        let question = self.clause(self.stack[depth - 1]);
        let infinitive = |&inner: &ClauseId| {
            let inner = self.clause(inner);
            inner.kind == ClauseKind::Infinitive
                && question.marker.is_some_and(|marker| marker + 1 == inner.extent.first)
        };
        question.subject.is_none() && self.stack.get(depth).is_some_and(infinitive)
    }

    /// "if the buyer, who may be abroad, will pay", "after a boat carrying sheep sank": the subject of the clause at this depth has
    /// a relative clause or a participle behind it.
    fn is_interrupted(&self, depth: usize) -> bool {
        let Some(subject) = self.clause(self.stack[depth - 1]).subject else { return false };
        self.stack.get(depth).is_some_and(|&inner| {
            let inner = self.clause(inner);
            matches!(inner.kind, ClauseKind::Relative | ClauseKind::Participle)
                && (inner.governor.is_some_and(|governor| self.lies_in(governor, subject))
                    // "before a guard, helped by a cook, overpowered him"
                    || inner.set_off && inner.subject == Some(subject))
        })
    }

    /// "rules, such as those that bind banks, have": whether a word is the head of a phrase or of what depends on it.
    fn lies_in(&self, head: u32, phrase: PhraseId) -> bool {
        let phrases = &self.syntax.phrases;
        if phrases[phrase as usize].head >= head {
            return phrases[phrase as usize].head == head;
        }
        let Some(behind) = phrases[phrase as usize..].iter().take(LOOK_AHEAD).position(|inner| inner.head == head)
        else {
            return false;
        };
        let mut inner = phrase + behind as PhraseId;
        for _ in 0..LOOK_AHEAD {
            match phrases[inner as usize].link {
                _ if inner == phrase => return true,
                Link::Modifier(owner) | Link::Apposition(owner) | Link::Conjunct(owner) if owner < inner => {
                    inner = owner
                }
                _ => return false,
            }
        }
        false
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

    pub(super) fn is_adverbial(&self, phrase: PhraseId) -> bool {
        matches!(self.syntax.phrases[phrase as usize].link, Link::Adverbial(_))
    }

    /// A verb of saying that has a subject of its own stands right before chunk `k`.
    fn reports_in_front(&self, k: usize) -> bool {
        self.behind_verb(k) && self.top_verb().is_some_and(|verb| self.grammar.quotative(&self.words[verb as usize]))
    }

    pub(super) fn is_nominative(&self, phrase: PhraseId) -> bool {
        let phrase = &self.syntax.phrases[phrase as usize];
        phrase.pronoun
            && function!(self.words[phrase.head as usize].function, "he" | "she" | "they" | "we" | "i" | "it")
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

    fn is_accusative(&self, phrase: PhraseId) -> bool {
        let head = self.syntax.phrases[phrase as usize].head;
        one_of!(self.words[head as usize].hash, "me" | "him" | "us" | "them")
    }

    pub(super) fn is_object_of_top(&self, phrase: PhraseId) -> bool {
        matches!(self.syntax.phrases[phrase as usize].link, Link::Object(_) | Link::Predicate(_))
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
