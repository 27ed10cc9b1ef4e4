//! Clauses that have a subject and wait for their verb, and what stands between the two.

use super::*;

impl Parser<'_> {
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
        let Some(subject) = self.clause(self.stack[depth - 1]).subject else { return self.is_conditioned(depth) };
        self.stack.get(depth).is_some_and(|&inner| {
            let inner = self.clause(inner);
            // "after the decision to strike had been made"
            matches!(inner.kind, ClauseKind::Relative | ClauseKind::Participle | ClauseKind::Infinitive)
                && (inner.governor.is_some_and(|governor| self.lies_in(governor, subject))
                    // "before a guard, helped by a cook, overpowered him"
                    || inner.set_off && inner.subject == Some(subject))
        })
    }

    /// "because if he loses, they will leave": right behind the word that opens the clause at this depth stands another clause.
    fn is_conditioned(&self, depth: usize) -> bool {
        let (outer, inner) =
            (self.clause(self.stack[depth - 1]), self.stack.get(depth).map(|&inner| self.clause(inner)));
        // "Because if he loses, they will leave." is a sentence
        let depends = self.stack[..depth - 1].iter().any(|&id| self.clause(id).group.is_some());
        let marker = outer.marker.filter(|_| depends).filter(|&marker| {
            function!(self.words[marker as usize].function, "because" | "since" | "although" | "though" | "while")
        });
        let behind = inner
            .filter(|inner| inner.kind == ClauseKind::Adverbial && inner.is_finite())
            .and_then(|inner| inner.marker);
        marker.zip(behind).is_some_and(|(marker, behind)| {
            behind == marker + 1 || behind == marker + 2 && function!(self.words[marker as usize + 1].function, ",")
        })
    }

    /// "rules, such as those that bind banks, have": whether a word is the head of a phrase or of what depends on it.
    pub(super) fn lies_in(&self, head: u32, phrase: PhraseId) -> bool {
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

    /// "The chances of finding it before dark are slim", "Whether he slept before the flight is unknown": around the open
    /// clause another has a subject and waits for its verb.
    pub(super) fn owes_verb(&self) -> bool {
        self.waiting().is_some_and(|depth| {
            let outer = self.clause(self.stack[depth - 1]);
            let is_subject = |&inner: &ClauseId| {
                let inner = self.clause(inner);
                inner.kind == ClauseKind::Question && inner.extent.first == outer.extent.first
            };
            outer.subject.is_some() || self.stack.get(depth).is_some_and(is_subject)
        })
    }

    /// Whether a participle describes a subject in front of it that has no verb yet, and no comma stands between.
    pub(super) fn describes_waiting(&self, top: ClauseId) -> bool {
        let participle = self.clause(top);
        participle.kind == ClauseKind::Participle
            && !participle.set_off
            && participle.subject.is_some()
            && participle.parent.is_some_and(|outer| {
                let outer = self.clause(outer);
                outer.group.is_none() && outer.subject.is_some()
            })
    }

    /// "Selling arms | was forbidden": whether an -ing form opens a clause that has nothing else so far.
    pub(super) fn opens_with_gerund(&self, top: ClauseId) -> bool {
        let gerund = self.clause(top);
        gerund.kind == ClauseKind::Participle
            && gerund.subject.is_none()
            && gerund.group.is_some_and(|group| group.mood == Mood::Gerund)
            && gerund.parent.is_some_and(|outer| {
                let outer = self.clause(outer);
                let before = &self.words[outer.extent.first as usize..gerund.extent.first as usize];
                outer.group.is_none() && outer.subject.is_none() && before.iter().all(|word| word.pos == Pos::Adv)
            })
    }

    /// Whether a comma ahead of chunk `k` has a finite verb right behind it, so that a subject in front which waits has it for
    /// its own: "The museum, closed since burglars broke in, will reopen".
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
}
