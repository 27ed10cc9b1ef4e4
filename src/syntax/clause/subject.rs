//! Clauses that are the subject of the verb behind them: "What began as a quarrel has become a war".

use super::*;
use crate::syntax::word::one_of;

impl Parser<'_> {
    /// "said its plane, carrying tents, had returned": an aside behind what will be the subject of the complement tells of that.
    pub(super) fn close_aside_of_object(&mut self) {
        let aside = self.top();
        let inner = self.clause(aside);
        let set_off = inner.kind == ClauseKind::Participle && inner.set_off && inner.conjunct_of.is_none();
        let Some(&outer) = self.stack.len().checked_sub(2).and_then(|below| self.stack.get(below)) else { return };
        if !set_off || !self.comma || self.conjunction.is_some() || inner.parent != Some(outer) {
            return;
        }
        let report = self.clause(outer);
        let takes = report.verb().is_some_and(|verb| {
            let verb = &self.words[verb as usize];
            self.grammar.takes_clause(verb) && !self.grammar.takes_bare(verb)
        });
        let Some(object) = report.objects[0].filter(|_| takes && report.objects[1].is_none()) else { return };
        let phrase = &self.syntax.phrases[object as usize];
        // nothing but its comma stands between them
        if phrase.base.last + 1 != inner.extent.first {
            return;
        }
        let head = phrase.head;
        let clause = self.clause_mut(aside);
        (clause.subject, clause.governor) = (Some(object), Some(head));
        self.pop();
    }

    /// "What began as a quarrel over water has become a war", "Whoever wins the vote will": whether the clause that a free
    /// pronoun opens the sentence with is complete, since what stands right before takes no clause.
    pub(super) fn ends_free_relative(&self) -> bool {
        let outer = self.outermost();
        let whole = self.clause(outer);
        let free = |marker: u32| {
            one_of!(self.words[marker as usize].hash, "what" | "whatever" | "whoever" | "why" | "how")
                && marker == whole.extent.first
        };
        let noun = |fresh: Fresh| {
            !fresh.comma
                && !fresh.conjunction
                && matches!(self.syntax.phrases[fresh.phrase as usize].link, Link::Object(_))
        };
        whole.kind == ClauseKind::Main
            && whole.marker.is_some_and(free)
            && whole.is_finite()
            && !whole.inverted
            && self.conjunction.is_none()
            && self.fresh.is_some_and(noun)
            && !self.top_takes_clause()
            && self.waiting().is_none()
            && !self.asks()
    }

    /// Whether a question mark ends the sentence.
    fn asks(&self) -> bool {
        let signs = self.chunks.iter().rev().take(2);
        signs.into_iter().any(|sign| one_of!(self.words[sign.extent.first as usize].hash, "?" | "?!" | "!?"))
    }

    /// "How it reached the island, which is closed, | is not known", "Why he fled, leaving his men, | is not known": a comma ends what is
    /// set off inside a clause that is the subject.
    pub(super) fn ends_set_off_in_free_relative(&self) -> bool {
        let whole = self.clause(self.outermost());
        let top = self.clause(self.top());
        self.comma
            && self.conjunction.is_none()
            && self.fresh.is_none()
            && matches!(top.kind, ClauseKind::Relative | ClauseKind::Participle)
            && top.set_off
            && top.group.is_some()
            && whole.kind == ClauseKind::Main
            && whole.marker == Some(whole.extent.first)
            && whole.is_finite()
            && whole.subject.is_some()
            && !whole.inverted
            && !self.asks()
    }

    /// "..., but whether it works | is unclear": an open question that began behind a conjunction, and has its verb, is the subject
    /// of the next.
    pub(super) fn joined_question(&self) -> Option<ClauseId> {
        // "so he could leave" has a subject of its own
        let subject = |fresh: Fresh| matches!(self.syntax.phrases[fresh.phrase as usize].link, Link::Loose);
        if self.comma || self.conjunction.is_some() || self.fresh.is_some_and(subject) {
            return None;
        }
        let joined = |marker: u32| {
            function!(self.words[marker as usize].function, "whether" | "what" | "how" | "why")
                && marker > 0
                && self.words[marker as usize - 1].pos == Pos::Cconj
        };
        let whole = |clause: &Clause| clause.kind == ClauseKind::Question && clause.is_finite();
        let question = self.sibling(|clause| whole(clause) && clause.marker.is_some_and(joined))?;
        let clause = self.clause(question);
        (clause.conjunct_of.is_none() && clause.parent.is_some() && clause.extent.first > 0).then_some(question)
    }

    pub(super) fn open_behind_question(&mut self, question: ClauseId, group: VerbGroup) {
        let extent = self.clause(question).extent;
        while self.stack.contains(&question) {
            self.pop();
        }
        let left = self.left_clause(true, None);
        let id = self.coordinate_at(left, extent.first, extent.first - 1);
        let outer = self.clause_mut(id);
        outer.subject = None;
        outer.shared_subject = false;
        let subject = self.clause_mut(question);
        subject.parent = Some(id);
        subject.governor = Some(group.head);
        self.set_group(id, group);
    }

    /// "What hurts is ...", "What we see may be ...": the word that opens the innermost clause, which is the subject of the
    /// verb behind it.
    pub(super) fn opens_subject(&self) -> Option<u32> {
        let whole = self.clause(self.top());
        let asks = whole.inverted || {
            let first = |subject: PhraseId| self.syntax.phrases[subject as usize].base.first;
            whole.subject.zip(whole.group).is_some_and(|(subject, verb)| verb.extent.first < first(subject))
        };
        // "How many goats were lost is ..."
        let opener = || {
            whole.marker.or_else(|| {
                let first = whole.subject.map(|subject| self.syntax.phrases[subject as usize].base.first)?;
                function!(self.words[first as usize].function, "how" | "what" | "which" | "whose").then_some(first)
            })
        };
        if whole.kind == ClauseKind::Main && !asks { opener() } else { None }
    }

    /// Opens the clause of a verb that has the innermost clause for its subject.
    pub(super) fn open_around_subject(&mut self, opener: u32, group: VerbGroup) {
        let top = self.top();
        let first = self.clause(top).extent.first;
        self.pop();
        let id = self.open(ClauseKind::Main, first, None, None);
        let subject = self.clause_mut(top);
        subject.kind = ClauseKind::Question;
        subject.marker = Some(opener);
        subject.parent = Some(id);
        subject.governor = Some(group.head);
        self.set_group(id, group);
    }
}
