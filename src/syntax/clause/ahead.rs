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
                    // "photos of ruins and drawings of boats, officials said": no verb of the drawings
                    Mood::Finite if in_apposition && self.reports_at_end(j, group) => return false,
                    Mood::Finite if described => {
                        return self.object_behind(j) || !group.single || !self.may_be_participle(*self.group(group));
                    }
                    Mood::Finite => {
                        let past = group.single && group.tense == GroupTense::Past;
                        return !(past && !self.object_behind(j) && self.only_describes(k, j));
                    }
                    Mood::Bare => return j == k + 1,
                    Mood::Participle if self.acts(k, j, group) => return true,
                    // "the decision to strike was"
                    Mood::Infinitive if j == k + 1 && self.takes_infinitive_behind(k) => {
                        reduced = true;
                        j += 1;
                    }
                    // "and the goods in lorries held by the army were burned"
                    Mood::Participle if !reduced && self.verb_behind_adverbials(j) => {
                        reduced = true;
                        j += 1;
                    }
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
                // "winds of 130 kilometres an hour tore", "the guards last night fled"
                ChunkKind::Phrase(id)
                    if matches!(self.chunks[j - 1].kind, ChunkKind::Phrase(_))
                        && self.syntax.phrases[id as usize].time =>
                {
                    j += 1;
                }
                // "engineers close to the project put"
                ChunkKind::Adjective if j == k + 1 && matches!(self.kind_at(j + 1), Some(ChunkKind::Preposition)) => {
                    described = true;
                    j += 1;
                }
                ChunkKind::Preposition if matches!(self.kind_at(j + 1), Some(ChunkKind::Phrase(_))) => j += 2,
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
                    // ", mostly children and the old,"
                    if matches!(self.kind_at(j + 1), Some(ChunkKind::Adverb)) {
                        let end = self.behind_apposition(j);
                        return end > j + 2 && self.acts_behind(end - 1);
                    }
                    if !self.chunks.get(j + 1).is_some_and(|chunk| explains(chunk.kind)) {
                        return false;
                    }
                    in_apposition = true;
                    j += 2;
                }
                ChunkKind::Comma => {
                    in_apposition = false;
                    j += 1;
                    if !matches!(self.kind_at(j), Some(ChunkKind::Verb(_) | ChunkKind::Adverb)) {
                        return false;
                    }
                }
                ChunkKind::Conjunction
                    if self.is_floating(j)
                        && one_of!(self.words[self.chunks[j].extent.first as usize].hash, "either") =>
                {
                    j += 1;
                }
                ChunkKind::Conjunction
                    if matches!(self.kind_at(j + 1), Some(ChunkKind::Phrase(_))) && !in_apposition =>
                {
                    j += 2
                }
                ChunkKind::Wh => {
                    // a relative clause, then the verb of the subject: too far to be sure; the relative's verb is next
                    return matches!(self.kind_at(j + 1), Some(ChunkKind::Verb(_)));
                }
                _ => return false,
            }
        }
        false
    }

    /// Whether the verb at chunk `at`, behind a comma and a noun phrase, is one of saying that ends what stands in front.
    pub(super) fn reports_at_end(&self, at: usize, verb: VerbChunk) -> bool {
        verb.single
            && self.grammar.quotative(&self.words[self.group(verb).head as usize])
            && self.closes_report(at)
            && !matches!(self.kind_at(at + 1), Some(ChunkKind::Comma))
    }

    /// Whether a participle by its tag, at chunk `at` behind the noun phrase at chunk `k`, is a past form that the phrase is
    /// the subject of.
    fn acts(&self, k: usize, at: usize, verb: VerbChunk) -> bool {
        let group = *self.group(verb);
        let reports = self.grammar.quotative(&self.words[group.head as usize]) && self.closes_report(at);
        // "and those of the others barely moved"
        let ends = || {
            at > k + 2
                && matches!(self.chunks[at - 1].kind, ChunkKind::Adverb)
                && matches!(self.kind_at(at + 1), Some(ChunkKind::Other) | None)
        };
        reports
            || ends()
            || self.reports_that(at, group)
            // "one of his relatives joined the case", with a past tense that looks like a participle
            || (at > k + 1 || self.opens_beside(k)) && self.is_finite_or_acts(at, verb)
            // "and mediators expressed hope"
            || verb.single && self.expresses(at, verb)
    }

    /// Whether the noun phrase at chunk `k` stands behind a comma and "and" or "but".
    fn opens_beside(&self, k: usize) -> bool {
        k > 1
            && matches!(self.chunks[k - 1].kind, ChunkKind::Conjunction)
            && matches!(self.chunks[k - 2].kind, ChunkKind::Comma)
            && !one_of!(self.words[self.chunks[k - 1].extent.first as usize].hash, "or" | "nor")
    }

    pub(super) fn head_of(&self, phrase: PhraseId) -> &Word {
        &self.words[self.syntax.phrases[phrase as usize].head as usize]
    }

    /// "a state governed by custom", "80 women and children chained to a wall", ", mostly farmers abducted in May": whether the
    /// past form at chunk `verb` only describes what the noun phrase at chunk `k` ends in.
    fn only_describes(&self, k: usize, verb: usize) -> bool {
        let ChunkKind::Verb(chunk) = self.chunks[verb].kind else { return false };
        let group = *self.group(chunk);
        let head = &self.words[group.head as usize];
        let other = self.happens(&group) || self.grammar.takes_clause(head);
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
        // "showed burned tents and a hall stripped of its chairs", "led to nine deaths and 30 people hurt": no passive is there to be shared
        let stripped = || {
            let behind = self.chunks.get(verb + 1).map(|of| self.words[of.extent.first as usize].function);
            let of = behind.is_some_and(|of| function!(of, "of")) && self.grammar.takes_of(head);
            (of || self.lacks_its_object(verb, group))
                && self.clause(self.top()).is_finite()
                && self.sibling(Clause::is_passive).is_none()
        };
        // "include loans, grants and a freeze of the funds held in the north": at the end of a list of things in the present
        let listed = || {
            let comma = self.chunks[..k].iter().rev().skip(1).take(LOOK_AHEAD).find(|chunk| {
                !matches!(
                    chunk.kind,
                    ChunkKind::Phrase(_) | ChunkKind::Preposition | ChunkKind::Conjunction | ChunkKind::Adjective
                )
            });
            let behind = self.kind_at(verb + 1);
            let present = |clause: &Clause| {
                clause
                    .group
                    .is_some_and(|left| left.tense == GroupTense::Present && !left.perfect && left.mood == Mood::Finite)
            };
            comma.is_some_and(|chunk| matches!(chunk.kind, ChunkKind::Comma))
                && verb > k + 1
                && matches!(behind, Some(ChunkKind::Preposition))
                && present(self.clause(self.top()))
        };
        // "destroyed nine depots, two lorries fitted with guns and a bridge": the next of what was done to
        let next = || {
            let top = self.clause(self.top());
            verb == k + 1
                && k > 0
                && matches!(self.chunks[k - 1].kind, ChunkKind::Comma)
                && matches!(self.kind_at(verb + 1), Some(ChunkKind::Preposition))
                && self.lacks_its_object(verb, group)
                && top.objects[0].is_some()
                && top.is_finite()
                && !top.is_passive()
        };
        (agent || next() || mostly() || counted() || repeated() || joins_agent() || stripped() || listed())
            && !self.finite_before_sign(verb)
    }

    /// Whether a finite verb stands behind chunk `k` before a sign or a word that opens a clause.
    pub(super) fn finite_before_sign(&self, k: usize) -> bool {
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

    /// "and two flooded" behind "nine sheds were burned".
    pub(super) fn starts_gapped(&self, k: usize) -> bool {
        let participle = matches!(self.kind_at(k + 1), Some(ChunkKind::Verb(group)) if group.mood == Mood::Participle);
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
                    return matches!(self.kind_at(j + 1), Some(ChunkKind::Phrase(_))) && !self.starts_clause(j + 1);
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

    /// "Since 1998": a bare year names a time as well.
    pub(super) fn is_time_or_year(&self, id: PhraseId) -> bool {
        let phrase = &self.syntax.phrases[id as usize];
        let word = &self.words[phrase.head as usize];
        let bare = phrase.base.last - phrase.base.first == 1;
        phrase.time || bare && word.pos == Pos::Num && word.shape.has(Shape::DIGIT) && word.end - word.start == 4
    }

    /// "before the holy month begins", "as night fell": a time at chunk `k` that does what times do.
    fn time_passes(&self, k: usize) -> bool {
        matches!(self.kind_at(k + 1), Some(ChunkKind::Verb(verb)) if verb.mood == Mood::Finite && {
            let head = self.words[self.group(verb).head as usize].hash;
            one_of!(
                head,
                "begins" | "begin" | "began" | "starts" | "started" | "ends" | "ended" | "expires" | "expired" | "passes"
                    | "passed" | "fell" | "falls" | "broke" | "breaks" | "wore" | "wears" | "arrives" | "arrived"
            )
        })
    }

    /// A noun phrase and a finite verb behind it with nothing but prepositional phrases and adverbs between.
    pub(super) fn directly_starts_clause(&self, k: usize) -> bool {
        if matches!(self.chunks[k].kind, ChunkKind::Phrase(id) if self.is_time_or_year(id)) {
            return self.time_passes(k);
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
                ChunkKind::Preposition if matches!(self.kind_at(j + 1), Some(ChunkKind::Phrase(_))) => j += 2,
                ChunkKind::Adverb => j += 1,
                ChunkKind::Conjunction if j == k + 1 && matches!(self.kind_at(j + 1), Some(ChunkKind::Phrase(_))) => {
                    j += 2
                }
                _ => return false,
            }
        }
        false
    }
}
