//! Asides behind a noun phrase that may be a subject: an apposition, a participle or a relative clause between it and its verb.

use super::*;

impl Parser<'_> {
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
                    matches!(self.kind_at(at), Some(ChunkKind::Verb(verb))
                    if verb.mood == Mood::Finite
                        || verb.mood == Mood::Participle && !self.has_agent(at, *self.group(verb)))
                })
            }
    }

    /// "but the method, a van packed with nails, pointed to": whether what explains the noun phrase at chunk `k` is described by a
    /// participle, and a verb follows.
    pub(super) fn starts_behind_described(&self, k: usize) -> bool {
        matches!((self.kind_at(k + 1), self.kind_at(k + 2)), (Some(ChunkKind::Comma), Some(ChunkKind::Phrase(_))))
            && matches!(self.kind_at(k + 3), Some(ChunkKind::Verb(verb)) if self.is_aside_passive(k + 3, verb))
    }

    /// "and the decision to strike complied with it": whether the noun phrase at chunk `k` takes an infinitive, and has a finite verb
    /// of its own behind that.
    pub(super) fn starts_behind_infinitive(&self, k: usize) -> bool {
        let infinitive = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Verb(verb) if verb.mood == Mood::Infinitive);
        if !self.takes_infinitive_behind(k) || !self.chunks.get(k + 1).is_some_and(infinitive) {
            return false;
        }
        // "The invasion of the isle and the need to arm have cost too much": a second subject
        if self.waiting().is_some_and(|depth| self.clause(self.stack[depth - 1]).subject.is_some()) {
            return false;
        }
        let skips = |chunk: &&Chunk| {
            matches!(
                chunk.kind,
                ChunkKind::Phrase(_) | ChunkKind::Preposition | ChunkKind::Adverb | ChunkKind::Conjunction
            ) || infinitive(chunk)
        };
        let at = k + 1 + self.chunks[k + 1..].iter().take(LOOK_AHEAD).take_while(skips).count();
        matches!(self.kind_at(at), Some(ChunkKind::Verb(verb))
            if verb.mood == Mood::Finite && !(self.may_be_participle(*self.group(verb)) && self.lacks_object(at)))
    }

    /// Whether the noun phrase at chunk `k` ends in a noun that an infinitive completes.
    pub(super) fn takes_infinitive_behind(&self, k: usize) -> bool {
        matches!(self.chunks[k].kind, ChunkKind::Phrase(id) if self.grammar.noun_takes_clause(self.head_of(id)))
    }

    /// "a man, thought to be the driver, is", "Omar Sadiq, who seized power in May, promised": whether the noun phrase at chunk `k`
    /// is followed by an aside between commas and a finite verb.
    pub(super) fn starts_behind_aside(&self, k: usize) -> bool {
        const LONGEST: usize = 16;
        // "Egypt and Sudan, which lie downstream, appealed"
        let mut k = k;
        while matches!(
            (self.kind_at(k + 1), self.kind_at(k + 2)),
            (Some(ChunkKind::Conjunction | ChunkKind::Preposition), Some(ChunkKind::Phrase(_)))
        ) {
            k += 2;
        }
        if !matches!(self.kind_at(k + 1), Some(ChunkKind::Comma)) {
            return false;
        }
        let adverbs = |at: usize| at + usize::from(matches!(self.kind_at(at), Some(ChunkKind::Adverb)));
        let first = adverbs(k + 2);
        let opens = match self.kind_at(first) {
            Some(ChunkKind::Wh) => true,
            // "many residents, among them a nurse, had to leave"
            Some(ChunkKind::Preposition) => {
                let word = &self.words[self.chunks[first].extent.first as usize];
                function!(word.function, "among" | "including")
            }
            Some(ChunkKind::Verb(verb)) => {
                matches!(verb.mood, Mood::Gerund | Mood::Participle) || self.may_be_participle(*self.group(verb))
            }
            // "and relatives, some of whom had waited, left", "and nine people, most of them clerks, left"
            Some(ChunkKind::Phrase(_)) => {
                matches!(self.kind_at(first + 1), Some(ChunkKind::Preposition)) && {
                    let whom = self.chunks.get(first + 2).map_or(0, |whom| self.words[whom.extent.first as usize].hash);
                    one_of!(whom, "whom" | "them" | "which")
                }
            }
            _ => false,
        };
        let inner = |chunk: &&Chunk| !matches!(chunk.kind, ChunkKind::Semicolon | ChunkKind::Colon | ChunkKind::Other);
        let length = if opens { self.chunks[first..].iter().take(LONGEST).take_while(inner).count() } else { 0 };
        let comma = (first + 1..first + length).find(|&at| matches!(self.kind_at(at), Some(ChunkKind::Comma)));
        comma.is_some_and(|comma| {
            let at = adverbs(comma + 1);
            matches!(self.kind_at(at), Some(ChunkKind::Verb(verb)) if self.is_finite_or_acts(at, verb))
        })
    }

    /// ", but disputes over prisoners, crossings and the fate of fighters remain": behind a comma and a conjunction, whether the noun
    /// phrase at chunk `k` opens a list that is the subject of a finite verb.
    pub(super) fn lists_subject(&self, k: usize) -> bool {
        k > 1
            && matches!(
                (self.kind_at(k - 2), self.kind_at(k - 1)),
                (Some(ChunkKind::Comma), Some(ChunkKind::Conjunction))
            )
            && matches!(self.kind_at(self.end_of_phrase(k)), Some(ChunkKind::Comma))
            && self.lists_up_to_verb(k)
    }

    /// Where the prepositional phrases behind the noun phrase at chunk `k` end.
    pub(super) fn end_of_phrase(&self, k: usize) -> usize {
        let mut at = k + 1;
        while matches!(
            (self.kind_at(at), self.kind_at(at + 1)),
            (Some(ChunkKind::Preposition), Some(ChunkKind::Phrase(_)))
        ) {
            at += 2;
        }
        at
    }

    /// Whether the noun phrase at chunk `k` stands in a list that a conjunction and a finite verb end.
    pub(super) fn lists_up_to_verb(&self, k: usize) -> bool {
        let mut at = self.end_of_phrase(k);
        while matches!((self.kind_at(at), self.kind_at(at + 1)), (Some(ChunkKind::Comma), Some(ChunkKind::Phrase(_)))) {
            at = self.end_of_phrase(at + 1);
        }
        if !matches!(
            (self.kind_at(at), self.kind_at(at + 1)),
            (Some(ChunkKind::Conjunction), Some(ChunkKind::Phrase(_)))
        ) {
            return false;
        }
        let verb = self.end_of_phrase(at + 1);
        let verb = verb + usize::from(matches!(self.kind_at(verb), Some(ChunkKind::Adverb)));
        matches!(self.kind_at(verb), Some(ChunkKind::Verb(verb)) if verb.mood == Mood::Finite)
    }

    /// "and the minister who had defended him was gone": whether the noun phrase at chunk `k` has a relative clause and a finite
    /// verb of its own behind it.
    pub(super) fn starts_behind_relative(&self, k: usize) -> bool {
        // ", but a friend of one of the clerks who left said"
        let comma = k > 1 && matches!(self.chunks[k - 2].kind, ChunkKind::Comma);
        let k = if comma { self.end_of_phrase(k) - 1 } else { k };
        let finite = |at: usize| matches!(self.kind_at(at), Some(ChunkKind::Verb(verb)) if verb.mood == Mood::Finite);
        // "protesters who later marched on it were dispersed"
        let verb = k + 2 + usize::from(matches!(self.kind_at(k + 2), Some(ChunkKind::Adverb)));
        // "and an outbreak that began in May has spread"
        let that = |at: usize| {
            let extent = self.chunks[at].extent;
            extent.last == extent.first + 1 && function!(self.words[extent.first as usize].function, "that")
        };
        let opens = match self.kind_at(k + 1) {
            Some(ChunkKind::Wh) => true,
            Some(ChunkKind::Phrase(_)) => that(k + 1),
            _ => false,
        };
        opens && finite(verb) && {
            // "a clerk who asked not to be named described it"
            let skips = |chunk: &&Chunk| match chunk.kind {
                ChunkKind::Phrase(_) | ChunkKind::Preposition | ChunkKind::Adverb => true,
                ChunkKind::Verb(verb) => verb.mood == Mood::Infinitive,
                _ => false,
            };
            let length = self.chunks[verb + 1..].iter().take(LOOK_AHEAD).take_while(skips).count();
            let at = self.behind_apposition(verb + 1 + length);
            // "that" may stand behind the last of several objects as well: nothing but a verb that can be no participle is enough
            let wh = matches!(self.kind_at(k + 1), Some(ChunkKind::Wh));
            let marks = || {
                (verb + 1..at)
                    .any(|at| matches!(self.kind_at(at), Some(ChunkKind::Preposition)) && self.is_clause_marker(at))
            };
            matches!(self.kind_at(at), Some(ChunkKind::Verb(next)) if match wh {
                true => self.is_finite_or_acts(at, next),
                false => {
                    next.mood == Mood::Finite && !self.may_be_participle(*self.group(next)) && !marks()
                }
            })
        }
    }

    /// "those who stayed, mainly the old and the sick, were": where an aside without a verb ends that the comma at chunk `k` opens.
    pub(super) fn behind_apposition(&self, k: usize) -> usize {
        let inside = |chunk: &&Chunk| chunk.kind.is_verbless() || matches!(chunk.kind, ChunkKind::Conjunction);
        let comma = |at: usize| matches!(self.kind_at(at), Some(ChunkKind::Comma));
        if !comma(k) {
            return k;
        }
        let length = self.chunks[k + 1..].iter().take(LOOK_AHEAD).take_while(inside).count();
        if length > 0 && comma(k + 1 + length) { k + 2 + length } else { k }
    }

    /// "after the firm, the largest of its kind, warned": whether the noun phrase at chunk `k` has an apposition behind it, and a
    /// finite verb behind that.
    pub(super) fn starts_behind_apposition(&self, k: usize) -> bool {
        // "A woman known as Halima, a nurse, left": the verb is that of the subject that waits
        if self.waiting().is_some_and(|depth| self.clause(self.stack[depth - 1]).subject.is_some()) {
            return false;
        }
        let end = |at: usize| {
            let mut at = at + 1;
            while matches!(
                (self.kind_at(at), self.kind_at(at + 1)),
                (Some(ChunkKind::Preposition), Some(ChunkKind::Phrase(_)))
            ) {
                at += 2;
            }
            at
        };
        let first = end(k);
        if !matches!(self.kind_at(first), Some(ChunkKind::Comma))
            || !matches!(self.kind_at(first + 1), Some(ChunkKind::Phrase(_)))
        {
            return false;
        }
        let second = end(first + 1);
        let verb = second + 1 + usize::from(matches!(self.kind_at(second + 1), Some(ChunkKind::Adverb)));
        matches!(self.kind_at(second), Some(ChunkKind::Comma))
            && matches!(self.kind_at(verb), Some(ChunkKind::Verb(next)) if self.is_finite_or_acts(verb, next))
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
}
