//! What stands in front of a clause and its subject, behind the comma that ends the former: "Although nobody had asked, a plan to sell
//! the port failed".

use super::*;

impl Parser<'_> {
    /// The depth of a clause without a subject or a verb that the noun phrase behind a comma at chunk `k` is the subject of:
    /// "Speaking on Monday, Omar Sadiq, who seized power in May, promised".
    pub(super) fn resumed(&self, k: usize) -> Option<usize> {
        let top = self.clause(self.top());
        let next = self.chunks.get(k + 1)?;
        // "In most towns, officials said, rents doubled"
        let behind_report = || {
            top.kind == ClauseKind::Parenthetical
                && top.subject.is_some()
                && self.brackets.is_empty()
                && matches!(next.kind, ChunkKind::Verb(_))
        };
        let waiting = self.waiting().filter(|&depth| {
            let outer = self.stack[depth - 1];
            self.clause(outer).subject.is_none() || self.subject_is_time(outer)
        })?;
        let resumes = behind_report() || self.is_last_subject(k, waiting);
        resumes.then_some(waiting)
    }

    /// "Although nobody had asked, a plan to sell the port, once the pride of the town, failed": whether the noun phrase at chunk `k`
    /// is the last one in front of a verb that the clause at a depth waits for, behind another clause that opens it.
    fn is_last_subject(&self, k: usize, depth: usize) -> bool {
        let ChunkKind::Phrase(id) = self.chunks[k].kind else { return false };
        let (outer, front) =
            (self.clause(self.stack[depth - 1]), self.stack.get(depth).map(|&front| self.clause(front)));
        let opens = front.is_some_and(|front| match front.kind {
            ClauseKind::Adverbial | ClauseKind::Relative => front.is_finite(),
            ClauseKind::Gerund | ClauseKind::Participle => true,
            // "Despite fears that it would fail, the port ...", but "That he sold arms to Mali, a poor country, is known"
            ClauseKind::That => front.is_finite() && front.extent.first > outer.extent.first,
            _ => false,
        });
        // "her successor, Ana Reyes, has" behind a clause: the former has been taken
        let taken = self.fresh.is_some_and(|fresh| fresh.comma);
        if taken
            || !opens
            || self.is_nominative(id)
            || self.interrupts(k)
            || self.syntax.phrases[id as usize].time
            || outer.kind == ClauseKind::Relative
        {
            return false;
        }
        self.verb_of_last_subject(k)
    }

    /// Whether a verb stands ahead that the noun phrase at chunk `k` is the subject of, and no other behind a comma.
    fn verb_of_last_subject(&self, k: usize) -> bool {
        // verbs that are owed to relative clauses and the like in between
        let mut owed = 0;
        let mut at = self.end_of_phrase(k);
        // "Selling arms to Mali, a poor country, was a crime": an apposition
        let closed = matches!(self.kind_at(at), Some(ChunkKind::Comma)).then_some(at + 1);
        while at < self.chunks.len().min(k + 2 * LOOK_AHEAD) {
            match self.chunks[at].kind {
                // "the guild, made up of bakers, sued"
                ChunkKind::Verb(verb) if closed == Some(at) && self.may_be_participle(*self.group(verb)) => {}
                ChunkKind::Verb(verb) if self.is_finite_or_acts(at, verb) => {
                    if owed == 0 {
                        return closed != Some(at);
                    }
                    owed -= 1;
                }
                ChunkKind::Wh => owed += 1,
                ChunkKind::Subordinator if !self.is_preposition(at) => owed += 1,
                ChunkKind::Preposition if self.is_clause_marker(at) => owed += 1,
                ChunkKind::Phrase(_)
                    if self.is_that(at) && self.chunks[at].extent.last == self.chunks[at].extent.first + 1 =>
                {
                    owed += 1;
                }
                // "the men we met last month"
                ChunkKind::Phrase(id) if !self.syntax.phrases[id as usize].time && self.stands_behind_phrase(at) => {
                    if !self.is_nominative(id) {
                        return false;
                    }
                    owed += 1;
                }
                ChunkKind::Comma => {
                    let next = at + 1 + usize::from(matches!(self.kind_at(at + 1), Some(ChunkKind::Adverb)));
                    let phrase = matches!(self.kind_at(next), Some(ChunkKind::Phrase(_)));
                    // ", officials said," takes its verb with it
                    if phrase && self.interrupts(next) {
                        let verb = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Verb(_));
                        at = next + self.chunks[next..].iter().position(verb).unwrap_or(0);
                    } else if phrase && self.directly_starts_clause(next) {
                        return false;
                    }
                }
                ChunkKind::BracketOpen => {
                    let close = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::BracketClose);
                    at += self.chunks[at..].iter().position(close).unwrap_or(0);
                }
                ChunkKind::Semicolon
                | ChunkKind::Colon
                | ChunkKind::QuoteMark
                | ChunkKind::BracketClose
                | ChunkKind::Other => return false,
                _ => {}
            }
            at += 1;
        }
        false
    }

    /// Whether another noun phrase stands right in front of the one at chunk `at`, with nothing that joins the two.
    fn stands_behind_phrase(&self, at: usize) -> bool {
        let plain = |chunk: &&Chunk| !matches!(chunk.kind, ChunkKind::Adverb | ChunkKind::Adjective);
        let before = self.chunks[..at].iter().rev().find(plain);
        before.is_some_and(|chunk| matches!(chunk.kind, ChunkKind::Phrase(_) | ChunkKind::BracketClose))
    }
}
