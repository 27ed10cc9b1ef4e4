//! What the parser looks up before it decides: what follows a noun phrase, what stood before.

use super::*;
use crate::syntax::word::one_of;

impl Parser<'_> {
    /// Whether the noun phrase at chunk `k` is followed by a finite verb that it could be the subject of.
    pub(super) fn starts_clause(&self, k: usize) -> bool {
        let mut j = k + 1;
        let end = (k + LOOK_AHEAD).min(self.chunks.len());
        let mut in_apposition = false;
        let (mut reduced, mut described) = (false, false);
        while j < end {
            match self.chunks[j].kind {
                ChunkKind::Verb(group) => match group.mood {
                    // "a car close to that used."
                    Mood::Finite if described => return self.object_behind(j) || !group.single,
                    Mood::Finite => {
                        let past = group.single && group.tense == GroupTense::Past;
                        return !(past && !self.object_behind(j) && self.only_describes(k, j));
                    }
                    Mood::Bare => return j == k + 1,
                    Mood::Participle
                        if self.grammar.quotative(&self.words[self.group(group).head as usize])
                            && self.closes_report(j) =>
                    {
                        return true;
                    }
                    // "and those of the others barely moved"
                    Mood::Participle
                        if j > k + 2
                            && matches!(self.chunks[j - 1].kind, ChunkKind::Adverb)
                            && matches!(
                                self.chunks.get(j + 1).map(|chunk| chunk.kind),
                                Some(ChunkKind::Other) | None
                            ) =>
                    {
                        return true;
                    }
                    Mood::Participle if self.reports_that(j, *self.group(group)) => return true,
                    // "one of his relatives joined the case", with a past tense that looks like a participle
                    Mood::Participle if j > k + 1 && self.is_finite_or_acts(j, group) => return true,
                    // "and mediators expressed hope"
                    Mood::Participle if group.single && self.expresses(j, group) => return true,
                    // "people living nearby have ...", "engineers still working there say ..."
                    Mood::Gerund | Mood::Participle
                        if self.chunks[k + 1..j].iter().all(|chunk| matches!(chunk.kind, ChunkKind::Adverb)) =>
                    {
                        reduced = true;
                        j += 1;
                    }
                    _ => return false,
                },
                ChunkKind::Phrase(_) if reduced => j += 1,
                // "winds of 130 kilometres an hour tore"
                ChunkKind::Phrase(id)
                    if matches!(self.chunks[j - 1].kind, ChunkKind::Phrase(_))
                        && j > k + 1
                        && self.syntax.phrases[id as usize].time =>
                {
                    j += 1;
                }
                // "engineers close to the project put"
                ChunkKind::Adjective
                    if j == k + 1 && matches!(self.chunks.get(j + 1).map(|c| c.kind), Some(ChunkKind::Preposition)) =>
                {
                    described = true;
                    j += 1;
                }
                ChunkKind::Preposition
                    if matches!(self.chunks.get(j + 1).map(|c| c.kind), Some(ChunkKind::Phrase(_))) =>
                {
                    j += 2
                }
                // "hopes of finding more were fading"
                _ if j == k + 1 && self.gerund_behind_preposition(j) => {
                    reduced = true;
                    j += 2;
                }
                ChunkKind::Adverb => j += 1,
                // ", the governor," or ", 34," between the subject and its verb
                ChunkKind::Comma if !in_apposition => {
                    // no pronoun explains what stands before it: "no deaths or injuries on Monday, there was damage"
                    let explains =
                        |kind| matches!(kind, ChunkKind::Phrase(id) if !self.syntax.phrases[id as usize].pronoun);
                    if !self.chunks.get(j + 1).is_some_and(|chunk| explains(chunk.kind)) {
                        return false;
                    }
                    in_apposition = true;
                    j += 2;
                }
                ChunkKind::Comma => {
                    in_apposition = false;
                    j += 1;
                    if !matches!(self.chunks.get(j).map(|c| c.kind), Some(ChunkKind::Verb(_) | ChunkKind::Adverb)) {
                        return false;
                    }
                }
                ChunkKind::Conjunction
                    if matches!(self.chunks.get(j + 1).map(|c| c.kind), Some(ChunkKind::Phrase(_)))
                        && !in_apposition =>
                {
                    j += 2
                }
                ChunkKind::Wh => {
                    // a relative clause, then the verb of the subject: too far to be sure; the relative's verb is next
                    return matches!(self.chunks.get(j + 1).map(|c| c.kind), Some(ChunkKind::Verb(_)));
                }
                _ => return false,
            }
        }
        false
    }

    /// "a van packed with nails": a past form without an object, behind which a comma comes before another finite verb.
    pub(super) fn is_aside_passive(&self, k: usize, verb: VerbChunk) -> bool {
        verb.single
            && !self.object_behind(k)
            && (verb.mood == Mood::Participle || self.may_be_participle(*self.group(verb)))
            && !self.grammar.takes_nothing(&self.words[self.group(verb).head as usize])
            && !self.finite_before_sign(k)
            && {
                let comma = self.chunks[k + 1..].iter().position(|chunk| matches!(chunk.kind, ChunkKind::Comma));
                let verb = comma.map(|comma| k + 1 + comma + 1);
                // a past form may be tagged as a participle
                verb.is_some_and(|at| {
                    matches!(self.chunks.get(at).map(|chunk| chunk.kind), Some(ChunkKind::Verb(verb))
                    if verb.mood == Mood::Finite
                        || verb.mood == Mood::Participle && !self.has_agent(at, *self.group(verb)))
                })
            }
    }

    /// "but the method, a van packed with nails, pointed to": whether what explains the noun phrase at chunk `k` is described by a
    /// participle, and a verb follows.
    pub(super) fn starts_behind_described(&self, k: usize) -> bool {
        let kind = |at: usize| self.chunks.get(at).map(|chunk| chunk.kind);
        matches!((kind(k + 1), kind(k + 2)), (Some(ChunkKind::Comma), Some(ChunkKind::Phrase(_))))
            && matches!(kind(k + 3), Some(ChunkKind::Verb(verb)) if self.is_aside_passive(k + 3, verb))
    }

    /// "and mediators expressed hope": whether the form at chunk `k`, a participle by its tag, has an object that can have a clause for
    /// its content, as no passive participle has.
    fn expresses(&self, k: usize, verb: VerbChunk) -> bool {
        let group = *self.group(verb);
        let head = &self.words[group.head as usize];
        self.object_behind(k)
            && !self.grammar.takes_two(head)
            && !self.grammar.names(head)
            && !self.grammar.is_unchanged(head)
            && self.takes_noun_with_clause(group)
    }

    /// "gunships called in to help": what stands behind the verb at chunk `k` governs nothing.
    pub(super) fn is_stranded(&self, k: usize) -> bool {
        let kind = |at: usize| self.chunks.get(at).map(|chunk| chunk.kind);
        matches!(kind(k + 1), Some(ChunkKind::Preposition)) && matches!(kind(k + 2), Some(ChunkKind::Verb(_)))
    }

    /// "governed by custom", but "rose by 3 percent", "ended by noon".
    pub(super) fn has_agent(&self, k: usize, group: VerbGroup) -> bool {
        let by = self.words.get(group.extent.last as usize).is_some_and(|by| function!(by.function, "by"));
        by && matches!(self.chunks.get(k + 2).map(|chunk| chunk.kind), Some(ChunkKind::Phrase(agent)) if {
            let agent = &self.syntax.phrases[agent as usize];
            !agent.time && self.words[agent.base.first as usize].pos != Pos::Num
        })
    }

    fn head_of(&self, phrase: PhraseId) -> &Word {
        &self.words[self.syntax.phrases[phrase as usize].head as usize]
    }

    /// "a state governed by custom", "80 women and children chained to a wall", ", mostly farmers abducted in May": whether the past
    /// form at chunk `verb` only describes what the noun phrase at chunk `k` ends in.
    fn only_describes(&self, k: usize, verb: usize) -> bool {
        let ChunkKind::Verb(chunk) = self.chunks[verb].kind else { return false };
        let group = *self.group(chunk);
        let head = &self.words[group.head as usize];
        let other = self.grammar.takes_nothing(head) || self.grammar.is_trend(head) || self.grammar.takes_clause(head);
        if other && !self.is_stranded(verb) || !self.may_be_participle(group) {
            return false;
        }
        let first = |at: usize| &self.words[self.chunks[at].extent.first as usize];
        // "and homes burned by rebels" may share an auxiliary
        let agent = verb > k + 1 && self.has_agent(verb, group);
        let mostly = || one_of!(first(k).hash, "mostly" | "mainly" | "largely");
        let counted = || {
            verb == k + 1
                && k > 1
                && first(k).pos == Pos::Noun
                && matches!(self.chunks[k - 1].kind, ChunkKind::Conjunction)
                && matches!(self.chunks[k - 2].kind, ChunkKind::Phrase(before) if {
                    let base = self.syntax.phrases[before as usize].base;
                    self.words[base.range()].iter().any(|word| word.pos == Pos::Num)
                })
        };
        // "the number of planes used in a raid, the number of bombs dropped in it"
        let repeated = || {
            let ChunkKind::Phrase(id) = self.chunks[k].kind else { return false };
            let same = |object: &PhraseId| self.head_of(*object).hash == self.head_of(id).hash;
            self.sibling(|clause| clause.objects[0].as_ref().is_some_and(same)).is_some()
        };
        // "were repelled by guards and gunships called in to help"
        let joins_agent = || {
            let by = |id: PhraseId| {
                let by = self.syntax.phrases[id as usize].preposition;
                by.is_some_and(|by| function!(self.words[by as usize].function, "by"))
            };
            verb == k + 1
                && k > 1
                && matches!(self.chunks[k - 1].kind, ChunkKind::Conjunction)
                && matches!(self.chunks[k - 2].kind, ChunkKind::Phrase(before) if by(before))
                && (self.is_stranded(verb) || self.lacks_its_object(verb, group))
        };
        (agent || mostly() || counted() || repeated() || joins_agent()) && !self.finite_before_sign(verb)
    }

    /// Whether a finite verb stands behind chunk `k` before a sign or a word that opens a clause.
    fn finite_before_sign(&self, k: usize) -> bool {
        let behind = self.chunks[k + 1..].iter().take(LOOK_AHEAD);
        let verb = behind.enumerate().find_map(|(at, chunk)| match chunk.kind {
            ChunkKind::Verb(verb) if self.is_finite_or_acts(k + 1 + at, verb) => Some(true),
            ChunkKind::Comma | ChunkKind::Semicolon | ChunkKind::Colon | ChunkKind::Wh | ChunkKind::Subordinator => {
                Some(false)
            }
            _ => None,
        });
        verb == Some(true)
    }

    /// "a man, thought to be the driver, is", "Omar Sadiq, who seized power in May, promised": whether the noun phrase at chunk `k`
    /// is followed by an aside between commas and a finite verb.
    pub(super) fn starts_behind_aside(&self, k: usize) -> bool {
        const LONGEST: usize = 16;
        let kind = |at: usize| self.chunks.get(at).map(|chunk| chunk.kind);
        // "Egypt and Sudan, which lie downstream, appealed"
        let mut k = k;
        while matches!(
            (kind(k + 1), kind(k + 2)),
            (Some(ChunkKind::Conjunction | ChunkKind::Preposition), Some(ChunkKind::Phrase(_)))
        ) {
            k += 2;
        }
        if !matches!(kind(k + 1), Some(ChunkKind::Comma)) {
            return false;
        }
        let adverbs = |at: usize| at + usize::from(matches!(kind(at), Some(ChunkKind::Adverb)));
        let first = adverbs(k + 2);
        let opens = match kind(first) {
            Some(ChunkKind::Wh) => true,
            // "many residents, among them a nurse, had to leave"
            Some(ChunkKind::Preposition) => {
                let word = &self.words[self.chunks[first].extent.first as usize];
                function!(word.function, "among" | "including")
            }
            Some(ChunkKind::Verb(verb)) => {
                matches!(verb.mood, Mood::Gerund | Mood::Participle) || self.may_be_participle(*self.group(verb))
            }
            _ => false,
        };
        let inner = |chunk: &&Chunk| !matches!(chunk.kind, ChunkKind::Semicolon | ChunkKind::Colon | ChunkKind::Other);
        let length = if opens { self.chunks[first..].iter().take(LONGEST).take_while(inner).count() } else { 0 };
        let comma = (first + 1..first + length).find(|&at| matches!(kind(at), Some(ChunkKind::Comma)));
        comma.is_some_and(|comma| {
            let at = adverbs(comma + 1);
            matches!(kind(at), Some(ChunkKind::Verb(verb)) if self.is_finite_or_acts(at, verb))
        })
    }

    /// "and the minister who had defended him was gone": whether the noun phrase at chunk `k` has a relative clause and a finite
    /// verb of its own behind it.
    pub(super) fn starts_behind_relative(&self, k: usize) -> bool {
        let kind = |at: usize| self.chunks.get(at).map(|chunk| chunk.kind);
        let finite = |at: usize| matches!(kind(at), Some(ChunkKind::Verb(verb)) if verb.mood == Mood::Finite);
        // "protesters who later marched on it were dispersed"
        let verb = k + 2 + usize::from(matches!(kind(k + 2), Some(ChunkKind::Adverb)));
        matches!(kind(k + 1), Some(ChunkKind::Wh)) && finite(verb) && {
            // "a clerk who asked not to be named described it"
            let skips = |chunk: &&Chunk| match chunk.kind {
                ChunkKind::Phrase(_) | ChunkKind::Preposition | ChunkKind::Adverb => true,
                ChunkKind::Verb(verb) => verb.mood == Mood::Infinitive,
                _ => false,
            };
            let length = self.chunks[verb + 1..].iter().take(LOOK_AHEAD).take_while(skips).count();
            let at = verb + 1 + length;
            matches!(kind(at), Some(ChunkKind::Verb(verb)) if self.is_finite_or_acts(at, verb))
        }
    }

    /// Whether a comma ahead of chunk `k` has a finite verb right behind it, so that a subject in front which waits has it for its own:
    /// "The museum, closed since burglars broke in, will reopen".
    pub(super) fn resumes(&self, k: usize) -> bool {
        const FARTHEST: usize = 24;
        let mut comma = false;
        for (j, chunk) in self.chunks.iter().enumerate().skip(k + 1).take(FARTHEST) {
            match chunk.kind {
                ChunkKind::Comma => comma = true,
                ChunkKind::Adverb => {}
                ChunkKind::Verb(verb) if comma && self.is_finite_or_acts(j, verb) => return true,
                ChunkKind::Semicolon | ChunkKind::Colon => return false,
                _ => comma = false,
            }
        }
        false
    }

    /// Whether the next finite verb belongs to a noun phrase right behind a conjunction.
    pub(super) fn joined_ahead(&self, k: usize) -> bool {
        let behind = &self.chunks[k + 1..];
        let finite = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Verb(verb) if verb.mood == Mood::Finite);
        behind.iter().position(finite).is_some_and(|verb| {
            verb > 1
                && matches!(behind[verb - 1].kind, ChunkKind::Phrase(_))
                && matches!(behind[verb - 2].kind, ChunkKind::Conjunction)
        })
    }

    /// Whether a comma has opened what stands between a subject and its verb, which only another comma closes.
    pub(super) fn in_aside(&self) -> bool {
        self.waiting().is_some_and(|depth| {
            let subject = self.clause(self.stack[depth - 1]).subject;
            subject.is_some()
                && self.stack.get(depth).is_some_and(|&inner| {
                    let inner = self.clause(inner);
                    inner.set_off && matches!(inner.kind, ClauseKind::Participle | ClauseKind::Relative)
                })
        })
    }

    /// "after the firm, the largest of its kind, warned": whether the noun phrase at chunk `k` has an apposition behind it, and a
    /// finite verb behind that.
    fn starts_behind_apposition(&self, k: usize) -> bool {
        // "A woman known as Halima, a nurse, left": the verb is that of the subject that waits
        if self.waiting().is_some_and(|depth| self.clause(self.stack[depth - 1]).subject.is_some()) {
            return false;
        }
        let kind = |at: usize| self.chunks.get(at).map(|chunk| chunk.kind);
        let end = |at: usize| {
            let mut at = at + 1;
            while matches!((kind(at), kind(at + 1)), (Some(ChunkKind::Preposition), Some(ChunkKind::Phrase(_)))) {
                at += 2;
            }
            at
        };
        let first = end(k);
        if !matches!(kind(first), Some(ChunkKind::Comma)) || !matches!(kind(first + 1), Some(ChunkKind::Phrase(_))) {
            return false;
        }
        let second = end(first + 1);
        let verb = second + 1 + usize::from(matches!(kind(second + 1), Some(ChunkKind::Adverb)));
        matches!(kind(second), Some(ChunkKind::Comma))
            && matches!(kind(verb), Some(ChunkKind::Verb(next)) if self.is_finite_or_acts(verb, next))
    }

    /// "employers who fail to report it would be fined", "people living below the dam should leave": whether the noun phrase at
    /// chunk `k` has a clause of its own behind it, and behind that, with no comma between, a finite verb.
    pub(super) fn starts_modified(&self, k: usize) -> bool {
        let kind = |at: usize| self.chunks.get(at).map(|chunk| chunk.kind);
        let finite = |at: usize| matches!(kind(at), Some(ChunkKind::Verb(verb)) if self.is_finite_or_acts(at, verb));
        let mut at = k + 1;
        while matches!((kind(at), kind(at + 1)), (Some(ChunkKind::Preposition), Some(ChunkKind::Phrase(_)))) {
            at += 2;
        }
        // "engineers still working there say"
        at += usize::from(matches!(kind(at), Some(ChunkKind::Adverb)));
        at = match kind(at) {
            Some(ChunkKind::Wh) if finite(at + 1) => at + 2,
            Some(ChunkKind::Wh) if matches!(kind(at + 1), Some(ChunkKind::Phrase(_))) && finite(at + 2) => at + 3,
            Some(ChunkKind::Verb(verb)) if matches!(verb.mood, Mood::Gerund | Mood::Participle) => at + 1,
            _ => return false,
        };
        let skips = |chunk: &&Chunk| match chunk.kind {
            ChunkKind::Phrase(_) | ChunkKind::Preposition | ChunkKind::Adverb | ChunkKind::Adjective => true,
            ChunkKind::Verb(verb) => matches!(verb.mood, Mood::Infinitive | Mood::Gerund),
            _ => false,
        };
        finite(at + self.chunks[at..].iter().take(LOOK_AHEAD).take_while(skips).count())
    }

    /// "and two flooded" behind "nine sheds were burned".
    pub(super) fn starts_gapped(&self, k: usize) -> bool {
        let participle = matches!(self.chunks.get(k + 1).map(|chunk| chunk.kind), Some(ChunkKind::Verb(group)) if group.mood == Mood::Participle);
        (participle || self.lacks_object(k + 1))
            && self.clause(self.top()).group.is_some_and(|group| group.passive && group.mood == Mood::Finite)
    }

    /// Whether the comma before chunk `k` stands in a list that a conjunction ends: "A, B and C".
    pub(super) fn in_list(&self, k: usize) -> bool {
        let mut j = k + 1;
        let end = (k + LOOK_AHEAD).min(self.chunks.len());
        while j < end {
            match self.chunks[j].kind {
                ChunkKind::Preposition | ChunkKind::Phrase(_) | ChunkKind::Adjective => j += 1,
                ChunkKind::Comma => j += 1,
                ChunkKind::Conjunction => {
                    return matches!(self.chunks.get(j + 1).map(|c| c.kind), Some(ChunkKind::Phrase(_)))
                        && !self.starts_clause(j + 1);
                }
                _ => return false,
            }
        }
        false
    }

    /// Whether the chunk before `k`, adverbs aside, is a verb group.
    pub(super) fn behind_verb(&self, k: usize) -> bool {
        let mut j = k;
        while j > 0 {
            j -= 1;
            match self.chunks[j].kind {
                ChunkKind::Adverb | ChunkKind::QuoteMark => {}
                ChunkKind::Verb(_) => return true,
                _ => return false,
            }
        }
        false
    }

    /// Prepositions that also open clauses: "after rebels fled", "before", "since", "until", "as".
    pub(super) fn is_clause_marker(&self, k: usize) -> bool {
        let marker = &self.words[self.chunks[k].extent.first as usize];
        function!(marker.function, "after" | "before" | "since" | "until" | "till" | "as" | "once")
            && matches!(self.chunks.get(k + 1).map(|c| c.kind), Some(ChunkKind::Phrase(_)))
            && (self.directly_starts_clause(k + 1)
                || self.starts_behind_apposition(k + 1)
                || self.waiting().is_none() && self.starts_behind_aside(k + 1))
            && !self.inverts_behind(k)
            && !self.passes_as(k)
            || function!(marker.function, "than") && self.compares(k)
    }

    /// "fell more than analysts had hoped": whether what follows the "than" at chunk `k` is a clause, in one that has its verb.
    fn compares(&self, k: usize) -> bool {
        let kind = |at: usize| self.chunks.get(at).map(|chunk| chunk.kind);
        let verb = k + 2 + usize::from(matches!(kind(k + 2), Some(ChunkKind::Adverb)));
        matches!(kind(k + 1), Some(ChunkKind::Phrase(_)))
            && matches!(kind(verb), Some(ChunkKind::Verb(verb)) if verb.mood == Mood::Finite)
            && self.clause(self.top()).is_finite()
            && self.waiting().is_none()
    }

    /// "thieves disguised as clerks tied up a guard": whether the "as" at chunk `k` tells what somebody passes for.
    fn passes_as(&self, k: usize) -> bool {
        let before = k.checked_sub(1).map(|before| self.chunks[before].kind);
        function!(self.words[self.chunks[k].extent.first as usize].function, "as")
            && matches!(before, Some(ChunkKind::Verb(verb))
                if verb.mood != Mood::Infinitive && self.grammar.takes_as(&self.words[self.group(verb).head as usize]))
    }

    /// "Only after the vote did he speak", "not until May will it open": whether the verb behind the phrase in front of which the
    /// preposition at chunk `k` stands is an auxiliary in front of its subject.
    fn inverts_behind(&self, k: usize) -> bool {
        let front = k == 1 && {
            let first = self.words[self.chunks[0].extent.first as usize].hash;
            one_of!(first, "only" | "not")
        };
        front && {
            let verb = self.chunks[k + 1..].iter().position(|chunk| matches!(chunk.kind, ChunkKind::Verb(_)));
            verb.map(|verb| k + 1 + verb).is_some_and(|verb| {
                let auxiliary = match self.chunks[verb].kind {
                    ChunkKind::Verb(group) => self.is_inverting(&self.words[self.group(group).head as usize]),
                    _ => false,
                };
                auxiliary && matches!(self.chunks.get(verb + 1).map(|chunk| chunk.kind), Some(ChunkKind::Phrase(_)))
            })
        }
    }

    /// "The industry as a whole will grow": the only verb behind belongs to the subject in front.
    pub(super) fn needs_verb_behind(&self, k: usize) -> bool {
        let top = self.clause(self.top());
        // "What began as a protest became a revolt"
        let free = top.kind == ClauseKind::Main && top.marker.is_some() && top.group.is_some();
        let waits = (top.group.is_none() && top.subject.is_some() || free || self.owes_verb()) && !self.comma;
        // "guards shout as they leave"
        let nominative = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Phrase(id) if self.is_nominative(id));
        waits && !self.chunks.get(k + 1).is_some_and(nominative) && {
            let verb = (k + 1..self.chunks.len())
                .find(|&j| matches!(self.chunks[j].kind, ChunkKind::Verb(group) if group.mood == Mood::Finite));
            verb.is_some_and(|verb| {
                // "The museum, closed since burglars broke in, will reopen": a verb behind the aside is enough
                !(self.in_aside() && self.resumes(verb))
                    && (!self.finite_ahead(verb) || self.owes_verb() && self.reports_clause(verb))
            })
        }
    }

    /// "A woman known only as Halima | said soldiers had come": whether the clause of the finite verb that is ahead is what the
    /// one at chunk `k` reports.
    fn reports_clause(&self, k: usize) -> bool {
        matches!(self.chunks[k].kind, ChunkKind::Verb(verb) if verb.single
            && self.grammar.quotative(&self.words[self.group(verb).head as usize]))
            && matches!(self.chunks.get(k + 1).map(|chunk| chunk.kind), Some(ChunkKind::Phrase(_)))
            && self.directly_starts_clause(k + 1)
    }

    /// "The chances of finding it before dark are slim", "Whether he slept before the flight is unknown": around the open
    /// clause another has a subject and waits for its verb.
    fn owes_verb(&self) -> bool {
        self.waiting().is_some_and(|depth| {
            let outer = self.clause(self.stack[depth - 1]);
            let is_subject = |&inner: &ClauseId| {
                let inner = self.clause(inner);
                inner.kind == ClauseKind::Question && inner.extent.first == outer.extent.first
            };
            outer.subject.is_some() || self.stack.get(depth).is_some_and(is_subject)
        })
    }

    /// A subordinator by its tag that opens no clause here: "since early spring", "in closing the road".
    pub(super) fn is_preposition(&self, k: usize) -> bool {
        let word = &self.words[self.chunks[k].extent.first as usize];
        if function!(
            word.function,
            "that"
                | "whether"
                | "if"
                | "because"
                | "although"
                | "though"
                | "unless"
                | "so"
                | "while"
                | "whereas"
                | "when"
                | "once"
                | "even"
                | "lest"
                | "now"
                | "given"
                | "provided"
        ) {
            return false;
        }
        match self.chunks.get(k + 1).map(|chunk| chunk.kind) {
            Some(ChunkKind::Phrase(_)) => {
                !self.directly_starts_clause(k + 1)
                    && !self.starts_behind_apposition(k + 1)
                    && !(self.waiting().is_none() && self.starts_behind_aside(k + 1))
            }
            Some(ChunkKind::Verb(group)) => group.mood == Mood::Gerund,
            // "as “a turning point” and said"
            Some(ChunkKind::QuoteMark) if function!(word.function, "as") => {
                matches!(self.chunks.get(k + 2).map(|chunk| chunk.kind), Some(ChunkKind::Phrase(_)))
                    && !self.directly_starts_clause(k + 2)
            }
            _ => false,
        }
    }

    /// "Since 1998": a bare year names a time as well.
    pub(super) fn is_time_or_year(&self, id: PhraseId) -> bool {
        let phrase = &self.syntax.phrases[id as usize];
        let word = &self.words[phrase.head as usize];
        let bare = phrase.base.last - phrase.base.first == 1;
        phrase.time || bare && word.pos == Pos::Num && word.shape.has(Shape::DIGIT) && word.end - word.start == 4
    }

    /// "as farmers protested against a tax": whether people at chunk `k` stand between "as" and a past form that no passive can be.
    fn acts_meanwhile(&self, k: usize) -> bool {
        let before = k.checked_sub(1).map(|before| self.words[self.chunks[before].extent.first as usize].function);
        let (ChunkKind::Phrase(id), Some(ChunkKind::Verb(verb))) =
            (self.chunks[k].kind, self.chunks.get(k + 1).map(|chunk| chunk.kind))
        else {
            return false;
        };
        let phrase = &self.syntax.phrases[id as usize];
        let (first, head) = (&self.words[phrase.base.first as usize], &self.words[phrase.head as usize]);
        let passive = || {
            let next = self.chunks.get(k + 2).map(|next| self.words[next.extent.first as usize].function);
            self.grammar.takes_object(&self.words[self.group(verb).head as usize])
                || next.is_some_and(|next| function!(next, "by" | "as"))
        };
        before.is_some_and(|before| function!(before, "as"))
            && !function!(first.function, "a" | "an")
            && (self.grammar.names_speaker(head) || self.grammar.names_office(head) || self.grammar.names_person(head))
            && !passive()
            && !self.finite_ahead(k + 1)
    }

    /// A noun phrase and a finite verb behind it with nothing but prepositional phrases and adverbs between.
    pub(super) fn directly_starts_clause(&self, k: usize) -> bool {
        if matches!(self.chunks[k].kind, ChunkKind::Phrase(id) if self.is_time_or_year(id)) {
            return false;
        }
        let mut j = k + 1;
        let end = (k + LOOK_AHEAD).min(self.chunks.len());
        let mut carries = false;
        while j < end {
            match self.chunks[j].kind {
                ChunkKind::Adjective if j == k + 1 => j += 1,
                // "as soldiers searched the house": a participle that makes a passive has no object
                ChunkKind::Verb(group) if group.mood == Mood::Participle && self.object_behind(j) => {
                    return group.single;
                }
                // "after a bridge collapsed", "after one of his ministers resigned": no passive
                ChunkKind::Verb(group)
                    if group.single
                        && group.mood == Mood::Participle
                        && self.grammar.takes_nothing(&self.words[self.group(group).head as usize]) =>
                {
                    return true;
                }
                // "as farmers protested against a tax"
                ChunkKind::Verb(group)
                    if j == k + 1 && group.single && group.mood == Mood::Participle && self.acts_meanwhile(k) =>
                {
                    return true;
                }
                // "after two men armed with bats robbed a shop"
                ChunkKind::Verb(group) if j == k + 1 && group.mood == Mood::Participle => j += 1,
                // "after a boat carrying migrants sank"
                ChunkKind::Verb(group) if j == k + 1 && group.mood == Mood::Gerund => {
                    let object = self.chunks.get(j + 1).is_some_and(|chunk| matches!(chunk.kind, ChunkKind::Phrase(_)));
                    j += 1 + usize::from(object);
                    carries = true;
                }
                ChunkKind::Verb(group) if carries && group.single && group.mood == Mood::Participle => {
                    return !self.lacks_object(j);
                }
                ChunkKind::Verb(group) => return group.mood == Mood::Finite,
                ChunkKind::Preposition
                    if matches!(self.chunks.get(j + 1).map(|c| c.kind), Some(ChunkKind::Phrase(_))) =>
                {
                    j += 2
                }
                ChunkKind::Adverb => j += 1,
                ChunkKind::Conjunction
                    if j == k + 1 && matches!(self.chunks.get(j + 1).map(|c| c.kind), Some(ChunkKind::Phrase(_))) =>
                {
                    j += 2
                }
                _ => return false,
            }
        }
        false
    }
}
