//! Whether a past form is a participle by its place: "the man arrested on Monday was released".

use super::*;
use crate::syntax::word::one_of;

impl Parser<'_> {
    /// A single past form that could as well be a past participle.
    pub(super) fn may_be_participle(&self, group: VerbGroup) -> bool {
        let head = &self.words[group.head as usize];
        group.tense == GroupTense::Past
            && group.extent.first == group.head
            && head.pos == Pos::Verb
            && !is_be(head.function)
            && !is_have(head.function)
            && !self.grammar.is_past(head)
    }

    /// A past form right behind a subject that turns out to be a participle: "the man arrested on Monday was released".
    pub(super) fn is_reduced_participle(&self, k: usize, group: VerbGroup) -> bool {
        // "what they asked of me was simple": such a pronoun does what the verb says
        let names = |phrase: PhraseId| !self.is_nominative(phrase);
        let Some(named) = self.adjacent.filter(|&phrase| self.may_be_participle(group) && names(phrase)) else {
            return false;
        };
        if self.is_told_in_document(k, group) {
            return false;
        }
        let intransitive = self.grammar.takes_nothing(&self.words[group.head as usize]);
        self.is_naming(k, named, group)
            || !intransitive
                && (self.verb_behind_adverbials(k)
                    || self.done_by(k, group)
                    || self.names_those(k, named)
                    || self.tells_of_part(k, named)
                    || self.lacks_its_object(k, group) && self.verb_behind_clause(k)
                    || self.verb_behind_gerund(k)
                    || !self.comma
                        && !self.grammar.is_trend(&self.words[group.head as usize])
                        && self.verb_behind_apposition(k)
                    || matches!(self.syntax.phrases[named as usize].link, Link::Apposition(_))
                        && self.words[self.syntax.phrases[named as usize].head as usize].pos == Pos::Noun
                        && matches!(self.chunks[k].kind, ChunkKind::Verb(verb) if self.is_aside_passive(k, verb))
                    // "The blast in Aden claimed by the Brigade, which killed nine, was condemned"
                    || self.has_agent(k, group) && !self.comma && self.resumes(k))
    }

    /// "The mayor warned in a letter sent to the council": behind a verb of saying stands what it was said in, and a past form that tells
    /// of that.
    fn is_told_in_document(&self, k: usize, group: VerbGroup) -> bool {
        let (Some(ChunkKind::Preposition), Some(ChunkKind::Phrase(told)), Some(ChunkKind::Verb(next))) =
            (self.kind_at(k + 1), self.kind_at(k + 2), self.kind_at(k + 3))
        else {
            return false;
        };
        self.grammar.quotative(&self.words[group.head as usize])
            && function!(self.words[self.chunks[k + 1].extent.first as usize].function, "in" | "on" | "at")
            && next.single
            && (next.mood == Mood::Participle || self.may_be_participle(*self.group(next)))
            && !self.object_behind(k + 3)
            && {
                let told = self.head_of(told);
                self.grammar.names_document(told) || self.grammar.noun_takes_clause(told)
            }
            && !self.finite_before_sign(k + 3)
    }

    /// "tests carried out": with its particle, too.
    pub(super) fn lacks_its_object(&self, k: usize, group: VerbGroup) -> bool {
        !self.object_behind(k) && self.grammar.takes_object(&self.words[group.head as usize])
    }

    /// "Tests carried out after villagers fell ill showed": whether a finite verb stands behind the one at chunk `k` and another
    /// clause, with no sign and no conjunction between.
    fn verb_behind_clause(&self, k: usize) -> bool {
        let mut inner = None;
        for (j, chunk) in self.chunks.iter().enumerate().skip(k + 1).take(LOOK_AHEAD) {
            match chunk.kind {
                ChunkKind::Verb(verb) if self.is_finite_or_acts(j, verb) => match inner {
                    Some(true) => inner = Some(false),
                    other => return other.is_some(),
                },
                ChunkKind::Preposition if inner.is_none() && self.is_clause_marker(j) => inner = Some(true),
                ChunkKind::Subordinator | ChunkKind::Wh if inner.is_none() => inner = Some(true),
                kind if kind.is_verbless() => {}
                _ => return false,
            }
        }
        false
    }

    /// "Talks aimed at ending the feud collapsed", "Two men accused of robbing a bank have fled": a finite verb stands behind a
    /// gerund that completes the verb at chunk `k`, with its object.
    fn verb_behind_gerund(&self, k: usize) -> bool {
        let (Some(ChunkKind::Preposition | ChunkKind::Subordinator), Some(ChunkKind::Verb(gerund))) =
            (self.kind_at(k + 1), self.kind_at(k + 2))
        else {
            return false;
        };
        let preposition = self.words[self.chunks[k + 1].extent.first as usize].function;
        if gerund.mood != Mood::Gerund || !function!(preposition, "at" | "of" | "in" | "with" | "for" | "from") {
            return false;
        }
        let rest = self.chunks.iter().enumerate().skip(k + 3).take(LOOK_AHEAD);
        let behind =
            rest.into_iter().find(|(_, chunk)| !matches!(chunk.kind, ChunkKind::Phrase(_) | ChunkKind::Preposition));
        // "suspected of ordering the raid fled abroad"
        let escapes = |verb: VerbChunk| {
            verb.single
                && one_of!(self.words[self.group(verb).head as usize].hash, "fled" | "left" | "died" | "returned")
        };
        matches!(behind, Some((j, chunk)) if matches!(chunk.kind, ChunkKind::Verb(verb) if self.is_finite_or_acts(j, verb) || escapes(verb)))
    }

    /// "Some of those detained are ill": right behind "those", in front of a verb that can be no participle.
    fn names_those(&self, k: usize, named: PhraseId) -> bool {
        one_of!(self.words[self.syntax.phrases[named as usize].head as usize].hash, "those")
            && matches!(self.kind_at(k + 1), Some(ChunkKind::Verb(next))
                if next.mood == Mood::Finite && !self.may_be_participle(*self.group(next)))
    }

    /// "migrants, most of them believed to be minors, were found": behind a part of those told of, in front of a comma and their verb.
    fn tells_of_part(&self, k: usize, named: PhraseId) -> bool {
        let phrase = &self.syntax.phrases[named as usize];
        one_of!(self.words[phrase.head as usize].hash, "them" | "whom" | "these")
            && phrase.preposition.is_some_and(|of| function!(self.words[of as usize].function, "of"))
            && self.resumes(k)
    }

    /// "The bombing claimed by the group that burned a market killed nine": who does it, with a clause of its own, and a finite
    /// verb behind.
    fn done_by(&self, k: usize, group: VerbGroup) -> bool {
        let verb = &self.words[group.head as usize];
        let word = |at: usize| self.words[self.chunks[at].extent.first as usize].function;
        matches!((self.kind_at(k + 1), self.kind_at(k + 2)), (Some(ChunkKind::Preposition), Some(ChunkKind::Phrase(_))))
            && function!(word(k + 1), "by")
            && (matches!(self.kind_at(k + 3), Some(ChunkKind::Wh))
                || matches!(self.kind_at(k + 3), Some(ChunkKind::Phrase(_))) && function!(word(k + 3), "that"))
            && (self.grammar.takes_clause(verb) || self.grammar.takes_object(verb))
            && self.finite_ahead(k)
    }

    /// "the money found in his flat, some 80,000 euros, came from a sale": whether a finite verb stands behind a phrase that tells where,
    /// and one between commas.
    fn verb_behind_apposition(&self, k: usize) -> bool {
        use ChunkKind::{Comma, Phrase, Preposition, Verb};
        let place = matches!(
            (self.kind_at(k + 1), self.kind_at(k + 2), self.kind_at(k + 3)),
            (Some(Preposition), Some(Phrase(_)), Some(Comma))
        );
        let word = self.chunks.get(k + 1).map(|chunk| self.words[chunk.extent.first as usize].function);
        let when = word.is_some_and(|word| function!(word, "after" | "before" | "since" | "until" | "as"));
        place
            && !when
            && matches!(self.kind_at(k + 4), Some(Phrase(_)))
            && {
                let mut at = k + 5;
                while matches!((self.kind_at(at), self.kind_at(at + 1)), (Some(Preposition), Some(Phrase(_)))) {
                    at += 2;
                }
                matches!((self.kind_at(at), self.kind_at(at + 1)), (Some(Comma), Some(Verb(verb))) if verb.mood == Mood::Finite
                || verb.single && self.is_finite_or_acts(at + 1, verb)
                || verb.single && one_of!(self.words[self.group(verb).head as usize].hash, "came" | "went" | "began"))
            }
    }

    /// Whether nothing but adverbials stands between the verb at chunk `k` and a finite one.
    pub(super) fn verb_behind_adverbials(&self, k: usize) -> bool {
        let mut j = k + 1;
        while let Some(chunk) = self.chunks.get(j) {
            match chunk.kind {
                ChunkKind::Preposition
                    if matches!(self.kind_at(j + 1), Some(ChunkKind::Phrase(_))) && !self.is_clause_marker(j) =>
                {
                    j += 2
                }
                // "drilled from beneath the ice"
                ChunkKind::Preposition if matches!(self.kind_at(j + 1), Some(ChunkKind::Preposition)) => j += 1,
                ChunkKind::Conjunction if self.joins_adverbials(k, j) => j += 1,
                // "said there might be"
                ChunkKind::Adverb if function!(self.words[chunk.extent.first as usize].function, "there") => {
                    return false;
                }
                ChunkKind::Adverb => j += 1,
                // "reported dead", "reported missing"
                ChunkKind::Adjective if j == k + 1 => j += 1,
                ChunkKind::Verb(_)
                    if j == k + 1 && one_of!(self.words[chunk.extent.first as usize].hash, "missing") =>
                {
                    j += 1;
                }
                // "said the night had been quiet"
                ChunkKind::Phrase(_) if self.is_what_was(k, j) => return false,
                ChunkKind::Phrase(_) if matches!(self.chunks[j - 1].kind, ChunkKind::Conjunction) => j += 1,
                ChunkKind::Phrase(id) if self.syntax.phrases[id as usize].time => j += 1,
                // "posted online and reviewed by researchers"
                ChunkKind::Verb(next)
                    if next.single
                        && matches!(self.chunks[j - 1].kind, ChunkKind::Conjunction)
                        && !self.object_behind(j)
                        && (next.mood == Mood::Participle || self.may_be_participle(*self.group(next))) =>
                {
                    j += 1;
                }
                ChunkKind::Verb(next) => return j > k + 1 && self.is_finite_or_acts(j, next),
                // "The boats found near the port, officials said, carried weapons"
                ChunkKind::Comma if j > k + 1 && self.is_report_between_commas(j) => j += 4,
                // ", made up of volunteers, began", ", a clinic run by monks, reopened"
                ChunkKind::Comma if (self.comma || self.explains_subject()) && j > k + 1 => j += 1,
                _ => return false,
            }
            if j > k + LOOK_AHEAD {
                return false;
            }
        }
        false
    }

    /// "fired in training or in support of troops", "seized in Homs and Hama": whether the conjunction at chunk `joint` joins parts of what
    /// stands behind the verb at chunk `k`, and no clauses.
    fn joins_adverbials(&self, k: usize, joint: usize) -> bool {
        let ChunkKind::Verb(verb) = self.chunks[k].kind else { return false };
        let phrase = |at: usize| matches!(self.kind_at(at), Some(ChunkKind::Phrase(_)));
        let word = |at: usize| self.words[self.chunks[at].extent.first as usize].hash;
        // "posted online and reviewed by researchers"
        let participle = || {
            matches!(self.kind_at(joint + 1), Some(ChunkKind::Verb(next)) if next.single
                && (next.mood == Mood::Participle || self.may_be_participle(*self.group(next))))
                && !self.object_behind(joint + 1)
                && self.grammar.takes_object(&self.words[self.group(verb).head as usize])
        };
        if joint > k && !self.object_behind(k) && participle() {
            return true;
        }
        let near = joint > k + 2 && phrase(joint - 1);
        let again = || {
            matches!(
                (self.kind_at(joint - 2), self.kind_at(joint + 1)),
                (Some(ChunkKind::Preposition), Some(ChunkKind::Preposition))
            ) && matches!(self.kind_at(joint + 2), Some(ChunkKind::Phrase(id)) if !self.syntax.phrases[id as usize].time)
                && word(joint - 2) == word(joint + 1)
        };
        near && (again() || phrase(joint + 1) && self.lacks_its_object(k, *self.group(verb)))
    }

    /// "pictures posted online | and reviewed by experts | show": whether a past form behind a conjunction describes the subject that waits
    /// as the participle in front does.
    pub(super) fn joins_reduced(&self, k: usize, group: VerbGroup) -> bool {
        self.conjunction.is_some()
            && !self.comma
            && group.extent.first == group.head
            && self.clause(self.top()).is_passive()
            && self.describes_waiting(self.top())
            && (group.mood == Mood::Participle || self.may_be_participle(group))
            && !self.object_behind(k)
            && self.verb_behind_adverbials(k)
    }

    /// Whether the noun phrase right before explains the subject of a clause that has no verb yet.
    fn explains_subject(&self) -> bool {
        let top = self.clause(self.top());
        let apposition = |phrase: PhraseId| matches!(self.syntax.phrases[phrase as usize].link, Link::Apposition(owner) if top.subject == Some(owner));
        // "The son of a clerk, Omar Sadiq trained as a surgeon, was jailed and left": no name is described so
        let name = |phrase: PhraseId| self.words[self.syntax.phrases[phrase as usize].head as usize].pos == Pos::Propn;
        // "The ship, a tanker on lease from a firm based in Oslo, sank"
        let owner = |phrase: PhraseId| {
            let mut owner = phrase;
            while let Link::Modifier(outer) = self.syntax.phrases[owner as usize].link {
                owner = outer;
            }
            owner
        };
        top.group.is_none() && self.adjacent.is_some_and(|phrase| apposition(owner(phrase)) && !name(phrase))
    }

    /// "said the night had been quiet": a time with its article between a verb that takes a clause, at chunk `k`, and another
    /// verb is no time at which something happened.
    pub(super) fn is_what_was(&self, k: usize, time: usize) -> bool {
        let Some(ChunkKind::Verb(group)) = self.kind_at(k) else { return false };
        let first = self.chunks[time].extent.first;
        k + 1 == time
            && function!(self.words[first as usize].function, "the")
            && self.grammar.takes_clause(&self.words[self.group(group).head as usize])
            && matches!(self.kind_at(time + 1), Some(ChunkKind::Verb(_)))
    }

    /// "a baker named Yusuf": a verb of naming and a name behind somebody who has not been told of, or in front of another verb.
    fn is_naming(&self, k: usize, named: PhraseId, group: VerbGroup) -> bool {
        let capital = |id: PhraseId| {
            let first = self.syntax.phrases[id as usize].base.first;
            self.words[first as usize].shape.has(Shape::CAPITAL)
        };
        if !self.grammar.names(&self.words[group.head as usize]) {
            return false;
        }
        let mut j = k + 1;
        if matches!(self.kind_at(j), Some(ChunkKind::QuoteMark)) {
            j += 1;
        }
        if !matches!(self.kind_at(j), Some(ChunkKind::Phrase(id)) if capital(id)) {
            return false;
        }
        // "a judge called Smith a liar"
        if matches!(self.kind_at(j + 1), Some(ChunkKind::Phrase(_) | ChunkKind::Adjective)) {
            return false;
        }
        let first = &self.words[self.syntax.phrases[named as usize].base.first as usize];
        let verb = |j: usize| matches!(self.kind_at(j), Some(ChunkKind::Verb(group)) if group.mood == Mood::Finite);
        function!(first.function, "a" | "an" | "another" | "someone") || first.pos == Pos::Num || verb(j + 1)
    }

    /// ", believed to be foreigners, fled": a past form behind a comma that another finite verb follows behind the next.
    pub(super) fn is_set_off_participle(&self, k: usize, group: VerbGroup) -> bool {
        if !self.comma || !self.may_be_participle(group) {
            return false;
        }
        if self.opens_aside(k) {
            return true;
        }
        // "the brothers, aged 31 and 34, bought the chemicals, tested a device": no passive has an object
        let head = &self.words[group.head as usize];
        if self.object_behind(k) && !self.grammar.takes_two(head) && !self.grammar.names(head) {
            return false;
        }
        let behind = &self.chunks[k + 1..self.chunks.len().min(k + LOOK_AHEAD)];
        let Some(comma) = behind.iter().position(|chunk| matches!(chunk.kind, ChunkKind::Comma)) else { return false };
        let kind = |at: usize| behind[..comma].get(at).map(|chunk| chunk.kind);
        let inside = (0..comma).any(|at| match behind[at].kind {
            ChunkKind::Verb(group) => group.mood == Mood::Finite,
            ChunkKind::Wh => true,
            // "accused of taking bribes"
            ChunkKind::Subordinator => {
                !matches!(kind(at + 1), Some(ChunkKind::Verb(group)) if group.mood == Mood::Gerund)
            }
            _ => false,
        });
        let next = behind[comma + 1..].iter().find(|chunk| !matches!(chunk.kind, ChunkKind::Adverb));
        !inside && next.is_some_and(|chunk| matches!(chunk.kind, ChunkKind::Verb(group) if matches!(group.mood, Mood::Finite | Mood::Participle)))
    }

    /// "The museum, closed since burglars broke in, will reopen": whether the past form at chunk `k` stands behind the first comma
    /// behind the subject, and a verb follows that the subject waits for.
    pub(super) fn opens_aside(&self, k: usize) -> bool {
        let top = self.clause(self.top());
        let Some(subject) = top.subject.filter(|_| self.comma && top.group.is_none()) else { return false };
        let commas =
            |from: usize| self.chunks[from..k].iter().filter(|chunk| matches!(chunk.kind, ChunkKind::Comma)).count();
        !self.syntax.phrases[subject as usize].time
            && self.chunk_of_phrase(subject, k).is_some_and(|from| commas(from) == 1)
            && self.resumes(k)
    }

    /// "Under a law passed in 2015, nobody may": behind a prepositional phrase at the start, in front of the subject.
    pub(super) fn is_fronted_participle(&self, k: usize, group: VerbGroup) -> bool {
        let top = self.clause(self.top());
        // "Under the deal, signed on Thursday, both sides will go"
        let set_off = || {
            self.comma
                && self.conjunction.is_none()
                && k > 2
                && matches!(self.chunks[k - 2].kind, ChunkKind::Phrase(id) if self.syntax.phrases[id as usize].preposition.is_some())
                && !self.grammar.quotative(&self.words[group.head as usize])
                && !self.object_behind(k)
        };
        if !self.may_be_participle(group)
            || self.comma && !set_off()
            || top.subject.is_some()
            || top.marker.is_some()
            || self.adjacent.is_none() && !self.comma
        {
            return false;
        }
        let behind = &self.chunks[k + 1..self.chunks.len().min(k + 1 + LOOK_AHEAD)];
        let Some(comma) = behind.iter().position(|chunk| matches!(chunk.kind, ChunkKind::Comma)) else { return false };
        let is_finite = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Verb(group) if group.mood == Mood::Finite);
        !behind[..comma].iter().any(is_finite)
            && matches!(behind.get(comma + 1).map(|chunk| chunk.kind), Some(ChunkKind::Phrase(_)))
            && behind[comma + 1..].iter().any(is_finite)
    }

    /// A single past form with a by-phrase behind it, or behind one other phrase: ", reached by telephone, ", ", made up in part by
    /// farmers, ".
    pub(super) fn is_agentive(&self, k: usize, group: VerbGroup) -> bool {
        let preposition = |at: usize| {
            let chunk = self.chunks.get(at).filter(|chunk| matches!(chunk.kind, ChunkKind::Preposition))?;
            Some(self.words[chunk.extent.first as usize].function)
        };
        let by = |at: usize| preposition(at).is_some_and(|word| function!(word, "by"));
        let phrase = || matches!(self.kind_at(k + 2), Some(ChunkKind::Phrase(_)));
        // ", dropped in value by 2 percent"
        let measure = || {
            let by = self.chunks.get(k + 3).and_then(|by| self.words.get(by.extent.last as usize));
            by.is_some_and(|next| next.pos == Pos::Num)
        };
        let behind_phrase = || preposition(k + 1).is_some() && phrase() && by(k + 3) && !measure();
        let participle = || self.may_be_participle(group) || self.may_be_unchanged_participle(group);
        (by(k + 1) || behind_phrase()) && participle()
    }

    /// "the scheme, run by a board": a present that is spelled as its participle is.
    pub(super) fn may_be_unchanged_participle(&self, group: VerbGroup) -> bool {
        let head = &self.words[group.head as usize];
        group.extent.first == group.head && (self.grammar.is_unchanged(head) || one_of!(head.hash, "run" | "overrun"))
    }

    /// ", a steel bridge built in 1911, collapsed": another verb follows right behind the next comma.
    pub(super) fn verb_behind_comma(&self, k: usize) -> bool {
        let behind = (k + 1..self.chunks.len()).take(LOOK_AHEAD);
        let comma = |at: &usize| matches!(self.chunks[*at].kind, ChunkKind::Comma);
        let Some(comma) = behind.into_iter().find(comma) else { return false };
        let at = if self.is_report_between_commas(comma) { comma + 4 } else { comma + 1 };
        matches!(self.kind_at(at), Some(ChunkKind::Verb(group)) if !matches!(group.mood, Mood::Gerund | Mood::Infinitive))
    }

    /// Whether a phrase only tells when the open clause took place.
    pub(super) fn follows_time(&self, phrase: PhraseId) -> bool {
        let top = self.clause(self.top());
        self.syntax.phrases[phrase as usize].time && top.group.is_some() && top.kind == ClauseKind::Relative
    }

    /// A finite verb, or one that is tagged as a participle and has an object, as no passive participle has.
    pub(super) fn is_finite_or_acts(&self, k: usize, verb: VerbChunk) -> bool {
        let single = verb.mood == Mood::Participle && verb.single;
        let head = || &self.words[self.group(verb).head as usize];
        verb.mood == Mood::Finite
            || single && self.object_behind(k) && !self.grammar.takes_two(head())
            // "pictures posted online appeared to show": a verb without object is no passive participle
            || single && self.grammar.takes_nothing(head())
    }

    /// Whether a finite verb follows that can belong to the clause that is open now.
    pub(super) fn finite_ahead(&self, k: usize) -> bool {
        let mut subject_before = false;
        for j in (k + 1..self.chunks.len()).take(LOOK_AHEAD * 2) {
            match self.chunks[j].kind {
                ChunkKind::Verb(group) if self.is_finite_or_acts(j, group) => {
                    if !subject_before {
                        let coordinated =
                            self.chunks[k + 1..j].iter().rev().find(|chunk| !matches!(chunk.kind, ChunkKind::Adverb));
                        if coordinated.is_some_and(|chunk| matches!(chunk.kind, ChunkKind::Conjunction)) {
                            // "pictures taken there and shared by residents showed"
                            if self.may_be_participle(*self.group(group))
                                && !self.object_behind(j)
                                && self.verb_behind_adverbials(j)
                            {
                                continue;
                            }
                            return false;
                        }
                        return true;
                    }
                    subject_before = false;
                }
                ChunkKind::Subordinator => subject_before |= !self.is_preposition(j),
                ChunkKind::Wh => subject_before = true,
                // "claimed by the group that destroyed"
                ChunkKind::Phrase(_)
                    if function!(self.words[self.chunks[j].extent.first as usize].function, "that")
                        && self.chunks[j].extent.last == self.chunks[j].extent.first + 1
                        && matches!(self.kind_at(j + 1), Some(ChunkKind::Verb(_))) =>
                {
                    subject_before = true;
                }
                ChunkKind::Preposition if self.is_clause_marker(j) => subject_before = true,
                // ", and a third was found"
                ChunkKind::Conjunction
                    if matches!(self.chunks[j - 1].kind, ChunkKind::Comma)
                        && matches!(self.kind_at(j + 1), Some(ChunkKind::Phrase(_)))
                        && self.directly_starts_clause(j + 1) =>
                {
                    subject_before = true;
                }
                ChunkKind::Semicolon | ChunkKind::Colon => return false,
                _ => {}
            }
        }
        false
    }
}
