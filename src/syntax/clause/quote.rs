//! Quotation marks: what they open, and the clauses that end at them.

use super::*;

impl Parser<'_> {
    /// How many clauses stand around the report that is open, where it and all that depends on it have their verbs: "said Ana
    /// Reyes, who runs the shelter, "we need beds"".
    fn open_report(&self) -> Option<usize> {
        let floor = self.floor();
        let whole = |depth: &usize| self.clause(self.stack[*depth]).group.is_some();
        let inner = (floor..self.stack.len()).rev().take_while(whole);
        let mut reports = inner.map(|depth| (depth, self.clause(self.stack[depth])));
        let report = reports.find(|(_, clause)| clause.kind == ClauseKind::Parenthetical)?;
        report.1.subject.is_some().then_some(report.0)
    }

    /// "it “gladly” pays", "the army “systematically tortured” prisoners": whether the mark at chunk `k` opens or closes the
    /// quotation of an adverb in front of a verb, or of an adverb and a verb behind a subject.
    pub(super) fn quotes_manner(&self, k: usize) -> bool {
        let kind = |at: usize| self.chunks.get(at).map(|chunk| chunk.kind);
        let mark = |at: usize| matches!(kind(at), Some(ChunkKind::QuoteMark));
        let verb = |at: usize| matches!(kind(at), Some(ChunkKind::Verb(_)));
        let adverb = |open: Option<usize>| {
            open.is_some_and(|open| mark(open) && matches!(kind(open + 1), Some(ChunkKind::Adverb)))
        };
        let manner = |open: Option<usize>| adverb(open) && open.is_some_and(|open| mark(open + 2) && verb(open + 3));
        let act = |open: Option<usize>| {
            let behind_subject = |open: usize| open > 0 && matches!(self.chunks[open - 1].kind, ChunkKind::Phrase(_));
            adverb(open) && open.is_some_and(|open| verb(open + 2) && mark(open + 3) && behind_subject(open))
        };
        manner(Some(k)) || manner(k.checked_sub(2)) || act(Some(k)) || act(k.checked_sub(3))
    }

    #[inline(never)]
    pub(super) fn quote_mark(&mut self, k: usize) {
        let mark = self.chunks[k].extent.first;
        let opens = self.syntax.quotations.binary_search_by_key(&mark, |quotation| quotation.open).is_ok();
        self.adjacent = None;
        if opens {
            // "... the ridge," the colonel said, "but we need shells": what goes on behind the report is no part of it
            if self.comma && self.brackets.is_empty() {
                if let Some(depth) = self.open_report() {
                    self.pop_to(depth);
                }
            }
            // "every guest who hopes to stay “pays twice”": its verb is that of the subject that waits
            let finite = matches!(self.kind_at(k + 1), Some(ChunkKind::Verb(verb)) if verb.mood == Mood::Finite);
            // but "told them to “stand down”", "three “armed strikes”"
            let governs = |word: &Word| {
                matches!(word.pos, Pos::Part | Pos::Det | Pos::Adj | Pos::Num | Pos::Aux | Pos::Adp | Pos::Punct)
            };
            let acts = finite && mark > 0 && !governs(&self.words[mark as usize - 1]);
            if acts && !self.comma && self.conjunction.is_none() && self.clause(self.top()).group.is_some() {
                if let Some(depth) = self.waiting() {
                    self.pop_to(depth);
                }
            }
            self.quotes.push((mark, self.stack.len()));
            return;
        }
        // a mark whose partner stands inside a verb group or a noun phrase closes no clause
        let before = self.syntax.quotations.partition_point(|quotation| quotation.open < mark);
        let open = self.syntax.quotations[before.saturating_sub(DEEPEST)..before]
            .iter()
            .rev()
            .find(|quotation| quotation.close == Some(mark))
            .map(|quotation| quotation.open);
        // one that an earlier sentence has opened holds all of this one so far
        let earlier = open.filter(|&open| open < self.chunks[0].extent.first && self.quotes.is_empty());
        let here = self.quotes.last().copied().filter(|&(last, _)| Some(last) == open);
        if here.is_some() {
            self.quotes.pop();
        }
        let begun = here.or(earlier.map(|open| (open, 1)));
        if let Some((open, depth)) = begun {
            // "said the men “fought hard” until dawn": a clause that began in front of the mark goes on behind it
            // and so does "vowed to “burn every well” if they stayed"
            let goes_on = matches!(self.kind_at(k + 1), Some(ChunkKind::Preposition | ChunkKind::Subordinator));
            let to = |word: &Word| word.pos == Pos::Part && function!(word.function, "to");
            let infinitive = goes_on && open > 0 && to(&self.words[open as usize - 1]);
            let begins = open + 1 + u32::from(infinitive);
            while self.stack.len() > depth.max(1) && self.clause(self.top()).extent.first >= begins {
                self.pop();
            }
            self.comma = true;
            self.fresh = None;
            self.joint = None;
        }
    }
}
