//! Passives without their auxiliary: past forms that lack the object they need, or have an agent.

use super::*;

impl Parser<'_> {
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

    /// Whether the past form at chunk `k` needs an object and has none behind it.
    pub(super) fn lacks_object(&self, k: usize) -> bool {
        let Some(ChunkKind::Verb(group)) = self.kind_at(k) else { return false };
        let group = self.group(group);
        let head = &self.words[group.head as usize];
        let past = (group.tense == GroupTense::Past || group.mood == Mood::Participle)
            && group.extent.first == group.head
            && (group.particle.is_none() || self.fells(group))
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
        past && (self.grammar.takes_object(head) || charged() || self.fells(group))
            && !(self.grammar.takes_clause(head) && self.that_behind(k))
            && match self.kind_at(k + 1) {
                Some(ChunkKind::Phrase(id)) => self.syntax.phrases[id as usize].time,
                // "“unfair and driven by money”"
                Some(ChunkKind::QuoteMark) => {
                    let behind = self.kind_at(k + 2);
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
                    self.kind_at(k + 2),
                    Some(ChunkKind::Phrase(_) | ChunkKind::Verb(_) | ChunkKind::Adjective)
                ),
                _ => false,
            }
    }

    /// "Jet shot down over Lesk": a verb and its particle that hardly do without an object together.
    fn fells(&self, group: &VerbGroup) -> bool {
        group.particle.is_some_and(|particle| one_of!(self.words[particle as usize].hash, "down"))
            && one_of!(
                self.words[group.head as usize].hash,
                "shot" | "gunned" | "struck" | "mown" | "knocked" | "brought"
            )
    }

    /// Whether a noun phrase that names no time stands right behind chunk `k`.
    pub(super) fn object_behind(&self, k: usize) -> bool {
        // "“systematically tortured” prisoners"
        let closed = matches!(self.kind_at(k + 1), Some(ChunkKind::QuoteMark)) && self.quotes_manner(k + 1);
        let next = if closed { k + 2 } else { k + 1 };
        matches!(self.kind_at(next), Some(ChunkKind::Phrase(id)) if !self.syntax.phrases[id as usize].time)
    }

    /// Whether a that-clause follows, phrases with a preposition aside: "posted on Telegram that".
    fn that_behind(&self, k: usize) -> bool {
        const LONGEST: usize = 5;
        let behind = self.chunks[k + 1..].iter().take(LONGEST);
        behind
            .take_while(|chunk| !matches!(chunk.kind, ChunkKind::Comma | ChunkKind::Verb(_)))
            .any(|chunk| function!(self.words[chunk.extent.first as usize].function, "that"))
    }

    /// "dismissed as baseless claims that": the object stands behind what it is judged to be, which the preposition at chunk `k`
    /// opens.
    pub(super) fn judges_behind(&self, k: usize) -> bool {
        let (Some(ChunkKind::Preposition), Some(ChunkKind::Phrase(id))) = (self.kind_at(k), self.kind_at(k + 1)) else {
            return false;
        };
        let phrase = &self.syntax.phrases[id as usize];
        function!(self.words[self.chunks[k].extent.first as usize].function, "as")
            && self.words[phrase.base.first as usize].pos == Pos::Adj
            && self.grammar.noun_takes_clause(&self.words[phrase.head as usize])
            && self.words.get(phrase.base.last as usize).is_some_and(|that| function!(that.function, "that"))
    }

    /// "Hundreds displaced by floods", "Hospital damaged by shelling, officials say": a passive without its auxiliary, where
    /// nothing else is the verb of the sentence.
    pub(super) fn is_headline_passive(&self, k: usize) -> bool {
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
                // "Farmers killed by raiders after being told to stay"
                let nonfinite = |chunk: &Chunk, bare: bool| {
                    matches!(chunk.kind, ChunkKind::Verb(verb)
                        if verb.mood == Mood::Gerund || bare && verb.mood == Mood::Infinitive)
                };
                let opens = matches!(chunk.kind, ChunkKind::Subordinator)
                    && behind.iter().any(|next| next.extent.first == chunk.extent.last && nonfinite(next, false));
                !nonfinite(chunk, true)
                    && !opens
                    && matches!(
                        chunk.kind,
                        ChunkKind::Verb(_) | ChunkKind::Wh | ChunkKind::Conjunction | ChunkKind::Subordinator
                    )
            };
            let says = matches!(report.get(2), Some(chunk) if matches!(chunk.kind, ChunkKind::Verb(verb)
                if verb.mood == Mood::Finite
                    && self.grammar.quotative(&self.words[self.group(verb).head as usize])))
                && !report[3..].iter().any(finite);
            !own.iter().any(finite) && (says || !report.iter().any(finite))
        };
        alone && rest()
    }

    /// "governed by custom", but "rose by 3 percent", "ended by noon".
    pub(super) fn has_agent(&self, k: usize, group: VerbGroup) -> bool {
        let by = self.words.get(group.extent.last as usize).is_some_and(|by| function!(by.function, "by"));
        by && matches!(self.kind_at(k + 2), Some(ChunkKind::Phrase(agent)) if {
            let agent = &self.syntax.phrases[agent as usize];
            !agent.time && self.words[agent.base.first as usize].pos != Pos::Num
        })
    }

    /// "gunships called in to help": what stands behind the verb at chunk `k` governs nothing.
    pub(super) fn is_stranded(&self, k: usize) -> bool {
        matches!(self.kind_at(k + 1), Some(ChunkKind::Preposition))
            && matches!(self.kind_at(k + 2), Some(ChunkKind::Verb(_)))
    }

    /// "saw six lorries parked in a yard", "found women and children chained to a wall": whether the past form at chunk `k` tells what
    /// state somebody found the object in.
    pub(super) fn is_seen(&self, k: usize, group: VerbGroup) -> bool {
        let head = &self.words[group.head as usize];
        let passive = || {
            self.lacks_object(k)
                || matches!(self.kind_at(k + 1), Some(ChunkKind::Preposition))
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

    /// "An attack in Lesk claimed by rebels", "a man in Lesk arrested in May": what a participle says of no place, behind the name of
    /// one, it says of what was there.
    pub(super) fn done_in_place(&self, phrase: PhraseId, group: VerbGroup) -> Option<PhraseId> {
        let place = &self.syntax.phrases[phrase as usize];
        let Link::Modifier(owner) = place.link else { return None };
        let deed = self.grammar.is_done_to_no_place(&self.words[group.head as usize]);
        let name = self.words[place.head as usize].pos == Pos::Propn;
        let there = place
            .preposition
            .is_some_and(|at| function!(self.words[at as usize].function, "in" | "at" | "near" | "outside" | "on"));
        (deed && name && there).then_some(owner)
    }
}
