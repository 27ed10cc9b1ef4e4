//! Reporting clauses behind, inside or before what they report without a mark: ", officials said,".

use super::*;
use crate::syntax::{is_quote_mark, one_of};

impl Parser<'_> {
    pub(super) fn parenthetical(&mut self, first: u32, subject: Option<PhraseId>, group: VerbGroup) {
        // it reports the whole sentence so far, or the clause it interrupts
        let depth = self.floor();
        let end = match subject {
            Some(_) => self.fresh.map_or(self.content_end, |fresh| self.end_before(fresh.chunk)),
            None => self.content_end,
        };
        let waits = self.waiting().is_some();
        if !waits {
            self.pop_to_at(depth.min(self.stack.len()).max(1), end);
        }
        let parent = Some(self.top());
        let id = self.open(ClauseKind::Parenthetical, first, None, parent);
        if let Some(subject) = subject {
            self.set_subject(id, subject);
        }
        self.set_group(id, group);
    }

    /// "The bridge fell, officials said, after weeks of rain": whether what the preposition or subordinator at chunk `k` opens
    /// belongs to what is reported rather than to the report in front of its comma.
    pub(super) fn goes_on_behind_report(&self, k: usize) -> bool {
        let opener = self.words[self.chunks[k].extent.first as usize].hash;
        let narrates = one_of!(opener, "while" | "although" | "though" | "when" | "as" | "without" | "whereas");
        // ", he said, without giving details", ", she said, in a statement"
        let noun = || match self.kind_at(k + 1) {
            Some(ChunkKind::Phrase(id)) => {
                let head = &self.words[self.syntax.phrases[id as usize].head as usize];
                !self.grammar.noun_takes_clause(head) && !one_of!(head.hash, "condition" | "interview" | "conference")
            }
            _ => false,
        };
        self.interrupted_by_report() && !narrates && noun()
    }

    /// Whether the open clause is a report in the middle of what it reports.
    pub(super) fn interrupted_by_report(&self) -> bool {
        let report = self.clause(self.top());
        let follows = |group: VerbGroup| self.grammar.follows_report(&self.words[group.head as usize]);
        let tells = |group: VerbGroup| self.grammar.takes_addressee(&self.words[group.head as usize]);
        // "“We won,” he said, after a rally": what stands behind a quotation is the author's
        let first = report.extent.first;
        let quoted = || (1..=2).any(|back| first >= back && is_quote_mark(&self.words[(first - back) as usize]));
        report.kind == ClauseKind::Parenthetical
            && !report.inverted
            && report.subject.is_some()
            && (report.objects[0].is_none() || report.group.is_some_and(tells))
            && report.group.is_some_and(follows)
            && self.brackets.is_empty()
            && self.stack.len() > self.floor()
            && !quoted()
    }

    /// "In some towns, officials said, prices doubled": whether the noun phrase at chunk `k` is the subject of a report between what
    /// stands in front of a clause and the clause.
    pub(super) fn reports_behind_front(&self, k: usize) -> bool {
        let top = self.clause(self.top());
        let front = matches!(
            self.chunks[0].kind,
            ChunkKind::Preposition | ChunkKind::Subordinator | ChunkKind::Wh | ChunkKind::Adverb
        );
        front
            && top.kind == ClauseKind::Main
            && top.subject.is_none()
            && top.conjunct_of.is_none()
            && self.stack.len() == 1
            && matches!(self.kind_at(k + 1), Some(ChunkKind::Verb(verb))
                if verb.mood == Mood::Finite && self.grammar.quotative(&self.words[self.group(verb).head as usize]))
            && matches!(self.kind_at(k + 2), Some(ChunkKind::Comma))
            && matches!(self.kind_at(k + 3), Some(ChunkKind::Phrase(_)))
            && (self.interrupts_front(k + 1) || matches!(self.kind_at(k + 4), Some(ChunkKind::Verb(_))))
    }

    /// "The rebels who left the town, residents said, took the grain": whether the verb at chunk `k` is that of a report between a
    /// subject that waits and its verb.
    pub(super) fn parts_subject(&self, k: usize) -> bool {
        let waits = |depth: usize| self.clause(self.stack[depth - 1]).subject.is_some();
        let adverb = usize::from(matches!(self.kind_at(k + 2), Some(ChunkKind::Adverb)));
        let verb = k + 2 + adverb;
        let quoted = k > 2 && matches!(self.chunks[k - 2].kind, ChunkKind::QuoteMark);
        k > 2
            && self.is_report_between_commas(if quoted { k - 3 } else { k - 2 })
            && self.waiting().is_some_and(waits)
            && matches!(self.kind_at(verb), Some(ChunkKind::Verb(group))
                if self.is_finite_or_acts(verb, group) || self.may_be_participle(*self.group(group)))
    }

    /// ", officials said,": whether a report of two words or so stands behind the comma at a chunk.
    pub(super) fn is_report_between_commas(&self, comma: usize) -> bool {
        let kind = |at: usize| self.kind_at(comma + at);
        let quote = usize::from(matches!(kind(1), Some(ChunkKind::QuoteMark)));
        matches!(kind(0), Some(ChunkKind::Comma))
            && matches!(kind(1 + quote), Some(ChunkKind::Phrase(_)))
            && matches!(kind(2 + quote), Some(ChunkKind::Verb(verb)) if self.grammar.quotative(&self.words[self.group(verb).head as usize]))
            && matches!(kind(3 + quote), Some(ChunkKind::Comma))
    }

    /// "The dam could, the mayor said, burst": the clause whose auxiliary waits in front of a report for the verb at chunk `k`.
    pub(super) fn split_group(&self, k: usize, group: VerbGroup) -> Option<ClauseId> {
        let top = self.clause(self.top());
        let before = k
            .checked_sub(4)
            .filter(|&comma| top.kind == ClauseKind::Parenthetical && self.is_report_between_commas(comma))?;
        let parent = top.parent?;
        let open = self.clause(parent).group?;
        let auxiliary = &self.words[open.head as usize];
        let right_behind =
            before > 0 && self.chunks[before - 1].extent.last == open.extent.last && open.extent.last == open.head + 1;
        let bare = open.modal.is_some()
            && (group.mood == Mood::Bare
                || group.tense == GroupTense::Present
                || self.grammar.is_unchanged(&self.words[group.head as usize]));
        let participle = (is_have(auxiliary.function) || is_be(auxiliary.function))
            && (group.mood == Mood::Participle || self.may_be_participle(group) || group.mood == Mood::Gerund);
        (right_behind && (bare || participle)).then_some(parent)
    }

    /// "“If they come,” the mayor warned, “we will”": whether the report that begins at chunk `k` splits a speech before the
    /// subject of what is said.
    pub(super) fn splits_speech(&self, k: usize) -> bool {
        const LONGEST: usize = 14;
        let quote = |at: usize| matches!(self.kind_at(at), Some(ChunkKind::QuoteMark));
        let top = self.clause(self.top());
        let opens = quote(0) && k > 1 && (quote(k - 1) || k > 2 && quote(k - 2)) && self.quotes.is_empty();
        if !opens || top.kind != ClauseKind::Main || top.subject.is_some() || top.group.is_some() {
            return false;
        }
        let length = self.chunks[k..]
            .iter()
            .take(LONGEST)
            .take_while(|chunk| !matches!(chunk.kind, ChunkKind::QuoteMark))
            .count();
        let reports = |chunk: &Chunk| {
            matches!(chunk.kind, ChunkKind::Verb(verb)
            if verb.single && self.grammar.quotative(&self.words[self.group(verb).head as usize]))
        };
        quote(k + length)
            && matches!(self.chunks[k + length - 1].kind, ChunkKind::Comma)
            && self.chunks[k..k + length].iter().any(reports)
    }

    /// "which he said did not work": the verb so far only reports.
    pub(super) fn report_in_relative(&mut self, relative: ClauseId, group: VerbGroup) {
        let report = *self.clause(relative);
        let first =
            report.subject.map_or(report.extent.first, |subject| self.syntax.phrases[subject as usize].base.first);
        let id = self.open(ClauseKind::Parenthetical, first, None, Some(relative));
        self.clause_mut(id).group = report.group;
        if let Some(subject) = report.subject {
            self.set_subject(id, subject);
        }
        self.pop();
        let relative = self.clause_mut(relative);
        relative.subject = None;
        relative.group = Some(group);
    }

    /// ", two people familiar with the matter said": whether the noun phrase at chunk `k` is the subject of a report behind
    /// an adjective or a participle that modifies it.
    pub(super) fn reports_behind_modifier(&self, k: usize) -> bool {
        let from = k + 2;
        match self.kind_at(k + 1) {
            // "“...,” the nurse, who runs the ward, said", "The ward was full, the nurse, who asked not to be named, said"
            Some(ChunkKind::Comma) => {
                let quote = (1..=2).any(|back| back <= k && self.behind_quote(k + 1 - back));
                let comma = k > 0 && matches!(self.chunks[k - 1].kind, ChunkKind::Comma);
                return (quote || comma) && self.reports_behind_aside(k + 2);
            }
            Some(ChunkKind::Adjective) => {}
            // "a woman who saw the fire said", "a woman who asked not to be named said"
            Some(ChunkKind::Wh) => return self.reports_behind_relative(k + 2),
            Some(ChunkKind::Verb(group)) if matches!(group.mood, Mood::Participle | Mood::Gerund) || group.single => {}
            _ => return false,
        }
        let behind = self.chunks.iter().enumerate().skip(from).take(LOOK_AHEAD);
        let mut rest = behind.skip_while(|(_, chunk)| {
            matches!(chunk.kind, ChunkKind::Preposition | ChunkKind::Phrase(_) | ChunkKind::Adverb)
        });
        rest.next().is_some_and(|(j, chunk)| match chunk.kind {
            ChunkKind::Verb(verb) => verb.mood == Mood::Finite && j > from && self.closes_as_report(j, verb),
            _ => false,
        })
    }

    /// "an aide who was there and asked not to be named said": whether the relative clause that goes on at chunk `k` has a verb of
    /// saying right behind it.
    fn reports_behind_relative(&self, k: usize) -> bool {
        let mut behind_verb = false;
        for (j, chunk) in self.chunks.iter().enumerate().skip(k).take(LOOK_AHEAD) {
            match chunk.kind {
                ChunkKind::Verb(verb) => {
                    let conjoined = matches!(self.chunks[j - 1].kind, ChunkKind::Conjunction);
                    if behind_verb && !conjoined && self.closes_as_report(j, verb) {
                        return true;
                    }
                    behind_verb = true;
                }
                ChunkKind::Preposition
                | ChunkKind::Phrase(_)
                | ChunkKind::Adverb
                | ChunkKind::Adjective
                | ChunkKind::Conjunction => {}
                _ => return false,
            }
        }
        false
    }

    /// Whether the verb at chunk `k` says something, and its clause ends behind it.
    fn closes_as_report(&self, k: usize, verb: VerbChunk) -> bool {
        (verb.mood == Mood::Finite || verb.single)
            && self.grammar.quotative(&self.words[self.group(verb).head as usize])
            && self.closes_report(k)
    }

    /// Whether what a relative word or a participle opens at chunk `k` ends at a comma with a verb of saying behind it.
    fn reports_behind_aside(&self, k: usize) -> bool {
        const LONGEST: usize = 16;
        let opens = match self.kind_at(k) {
            Some(ChunkKind::Wh) => true,
            Some(ChunkKind::Verb(verb)) => matches!(verb.mood, Mood::Gerund | Mood::Participle),
            // "“...,” Mara Holt, a baker from Lesk who saw the fire, said"
            Some(ChunkKind::Phrase(_)) => self.is_described(k),
            _ => false,
        };
        if !opens {
            return false;
        }
        let inner =
            |chunk: &&Chunk| !matches!(chunk.kind, ChunkKind::Semicolon | ChunkKind::QuoteMark | ChunkKind::Colon);
        let length = self.chunks[k..].iter().take(LONGEST).take_while(inner).count();
        (k + 1..k + length).any(|comma| {
            let verb = self.kind_at(comma + 1);
            matches!(self.chunks[comma].kind, ChunkKind::Comma)
                && matches!(verb, Some(ChunkKind::Verb(verb)) if self.closes_as_report(comma + 1, verb))
        })
    }

    /// Whether a reporting clause ends behind its verb at chunk `k`: a comma, a quotation mark, the end, or adverbials up to one.
    pub(super) fn closes_report(&self, k: usize) -> bool {
        // "a figure far higher than either side has admitted": what is compared reports nothing
        if let Some(ChunkKind::Phrase(id)) = k.checked_sub(1).map(|before| self.chunks[before].kind) {
            let preposition = self.syntax.phrases[id as usize].preposition;
            if preposition.is_some_and(|at| function!(self.words[at as usize].function, "than")) {
                return false;
            }
        }
        // "they knew, they wrote it down, and they did it": what is written is told already
        let it = |chunk: &Chunk| function!(self.words[chunk.extent.first as usize].function, "it");
        if self.chunks.get(k + 1).is_some_and(it) {
            return false;
        }
        let mut related = false;
        for j in k + 1..(k + LOOK_AHEAD).min(self.chunks.len()) {
            match self.chunks[j].kind {
                // "said in a statement that gave no cause"
                ChunkKind::Verb(_) if std::mem::take(&mut related) => {}
                ChunkKind::Wh => related = true,
                ChunkKind::Phrase(_)
                    if j > k + 1
                        && matches!(self.chunks[j - 1].kind, ChunkKind::Phrase(_))
                        && function!(self.words[self.chunks[j].extent.first as usize].function, "that") =>
                {
                    related = true;
                }
                ChunkKind::Comma
                | ChunkKind::Other
                | ChunkKind::QuoteMark
                | ChunkKind::Colon
                | ChunkKind::Semicolon
                | ChunkKind::Dash => return true,
                ChunkKind::Preposition | ChunkKind::Adverb => {}
                ChunkKind::Phrase(_) => {}
                // "told the paper in an interview published on Saturday"
                ChunkKind::Verb(group) => {
                    return matches!(group.mood, Mood::Gerund | Mood::Participle)
                        || group.single && self.lacks_object(j);
                }
                ChunkKind::Conjunction => {}
                // "said on condition that they not be named"
                ChunkKind::Subordinator
                    if matches!(self.chunks[j - 1].kind, ChunkKind::Phrase(id) if {
                        let head = &self.words[self.syntax.phrases[id as usize].head as usize];
                        one_of!(head.hash, "condition")
                    }) =>
                {
                    return true;
                }
                _ => return false,
            }
        }
        true
    }

    /// Whether a report in front of its main clause ends behind its verb at chunk `k`: ", officials said, the army will stay".
    pub(super) fn interrupts_front(&self, k: usize) -> bool {
        let comma = matches!(self.kind_at(k + 1), Some(ChunkKind::Comma));
        let phrase = || matches!(self.kind_at(k + 2), Some(ChunkKind::Phrase(_)));
        comma && phrase() && self.directly_starts_clause(k + 2)
    }

    /// A quotative verb with its subject behind it: "said the governor", "added Ivanov, the mayor".
    pub(super) fn inversion_follows(&self, k: usize) -> bool {
        // "denied it, said he had never been there and left"
        match self.kind_at(k + 1) {
            Some(ChunkKind::Phrase(id)) => {
                !(self.is_nominative(id)
                    && matches!(self.kind_at(k + 2), Some(ChunkKind::Verb(verb)) if verb.mood == Mood::Finite))
            }
            _ => false,
        }
    }

    pub(super) fn behind_quote(&self, chunk: usize) -> bool {
        chunk > 0 && matches!(self.chunks[chunk - 1].kind, ChunkKind::QuoteMark)
    }
}
