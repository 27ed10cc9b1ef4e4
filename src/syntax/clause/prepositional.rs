//! What a prepositional phrase depends on: a verb, or the noun phrase in front of it.

use super::*;
use crate::syntax::one_of;

impl Parser<'_> {
    /// "accused the army, which runs the camp, of abuse": behind a comma that ends a relative clause, "of" at chunk `k` belongs to
    /// a verb that takes it; where that one stands.
    pub(super) fn accuses_behind_aside(&self, k: usize) -> Option<usize> {
        if !self.comma || !function!(self.words[self.chunks[k].extent.first as usize].function, "of") {
            return None;
        }
        let depth = (self.floor()..self.stack.len()).rev().find(|&depth| {
            let inner = self.clause(self.stack[depth]);
            inner.kind == ClauseKind::Relative && inner.set_off
        })?;
        let outer = self.clause(*self.stack.get(depth.checked_sub(1)?)?);
        let takes = outer.verb().is_some_and(|verb| self.grammar.takes_of(&self.words[verb as usize]));
        takes.then_some(depth)
    }

    pub(super) fn prepositional(&mut self, k: usize, id: PhraseId, preposition: u32) {
        self.syntax.phrases[id as usize].preposition = Some(preposition);
        let top = self.top();
        if self.behind_verb(k - 1) && self.clause(top).objects[0].is_none() && self.judges_behind(k - 1) {
            self.clause_mut(top).objects[0] = Some(id);
            self.syntax.phrases[id as usize].link = Link::Object(top);
            return;
        }
        let link = match self.attachment(k, id, preposition) {
            Some(owner) => Link::Modifier(owner),
            None => Link::Oblique(top),
        };
        self.syntax.phrases[id as usize].link = link;
    }

    /// The noun phrase that a prepositional phrase belongs to; `None` for the clause.
    pub(super) fn attachment(&self, k: usize, id: PhraseId, preposition: u32) -> Option<PhraseId> {
        let of = function!(self.words[preposition as usize].function, "of");
        let chunk_before = k.checked_sub(2).map(|j| self.chunks[j].kind);
        let owner = match chunk_before {
            Some(ChunkKind::Phrase(owner)) => owner,
            // "of" reaches over an adjective or a closing mark
            Some(ChunkKind::QuoteMark | ChunkKind::BracketClose) if of => self.before_phrase(k - 2).or(self.adjacent)?,
            // "rules, such as those for banks,"
            Some(ChunkKind::Comma) if function!(self.words[preposition as usize].function, "such" | "including") => {
                let Some(ChunkKind::Phrase(owner)) = k.checked_sub(3).map(|j| self.chunks[j].kind) else { return None };
                let phrase = &self.syntax.phrases[owner as usize];
                return (!phrase.pronoun && !phrase.time).then_some(owner);
            }
            // "two people familiar with the matter"
            Some(ChunkKind::Adjective) => {
                let Some(ChunkKind::Phrase(owner)) = k.checked_sub(3).map(|j| self.chunks[j].kind) else { return None };
                let phrase = &self.syntax.phrases[owner as usize];
                let adjective = &self.words[self.chunks[k - 2].extent.first as usize];
                let object = matches!(phrase.link, Link::Object(_) | Link::Predicate(_))
                    && !self.grammar.is_postnominal(adjective);
                return (!object && !phrase.pronoun && !phrase.time).then_some(owner);
            }
            _ => return None,
        };
        if Some(k - 2) != self.chunk_of_phrase(owner, k) {
            return None;
        }
        let top = self.clause(self.top());
        let owner_phrase = &self.syntax.phrases[owner as usize];
        let head = &self.words[owner_phrase.head as usize];
        let verb = top.group.map(|group| &self.words[group.head as usize]);
        if of {
            // "accused the mayor of theft", "accused by the mayor of theft"
            let agent = || {
                let by = owner_phrase.preposition.map(|by| self.words[by as usize].function);
                top.is_passive() && by.is_some_and(|by| function!(by, "by")) && !function!(head.function, "one")
            };
            let verb_takes = verb.is_some_and(|verb| self.grammar.takes_of(verb))
                && (top.objects[0] == Some(owner) || agent() && self.may_be_accused_of(id));
            return (!verb_takes && !(owner_phrase.pronoun && !self.partitive(head))).then_some(owner);
        }
        // "some in the party fear"
        if owner_phrase.pronoun
            && top.group.is_none()
            && self.partitive(head)
            && function!(self.words[preposition as usize].function, "in" | "at" | "on" | "within" | "inside" | "among")
            && !self.syntax.phrases[id as usize].time
        {
            return Some(owner);
        }
        if owner_phrase.pronoun || owner_phrase.time || self.syntax.phrases[id as usize].time {
            return None;
        }
        // "was hit by Russian aircraft in 2018"
        let agent = || owner_phrase.preposition.is_some_and(|by| function!(self.words[by as usize].function, "by"));
        if top.is_passive() && agent() && self.is_time_or_year(id) && !self.grammar.names_happening(head) {
            return None;
        }
        // "condemned the raid in the strongest terms"
        let named = self.syntax.phrases[id as usize].head as usize;
        if one_of!(self.words[named].hash, "terms") && function!(self.words[preposition as usize].function, "in") {
            return None;
        }
        if self.grammar.relational(head) {
            return Some(owner);
        }
        // so is what is going to be the subject of the next clause: ", a survey by the university found"
        let in_front = top.group.is_none()
            || self.fresh.is_some_and(|fresh| fresh.phrase == owner && (fresh.comma || fresh.conjunction));
        if in_front {
            return Some(owner);
        }
        let prep = self.words[preposition as usize].function;
        // names need no restriction, but "the Karnian Centre for Human Rights" is one
        if head.pos == Pos::Propn && !head.shape.has(Shape::DIGIT) {
            let capital = |at: u32| self.words[at as usize].shape.has(Shape::CAPITAL);
            let named = function!(prep, "for")
                && !matches!(owner_phrase.link, Link::Object(_))
                && self.words[owner_phrase.base.first as usize].pos == Pos::Det
                && capital(self.syntax.phrases[id as usize].base.first);
            return named.then_some(owner);
        }
        if function!(prep, "by") {
            // "were killed, according to a tally by the agency"
            let account = owner_phrase.preposition;
            if account.is_some_and(|account| one_of!(self.words[account as usize].hash, "according")) {
                return Some(owner);
            }
            if top.group.is_some_and(|group| group.passive) {
                return None;
            }
        }
        // the default of news: place and topic belong to the noun, path, time and means to the verb
        function!(
            prep,
            "in" | "on"
                | "at"
                | "near"
                | "close"
                | "between"
                | "against"
                | "about"
                | "for"
                | "from"
                | "among"
                | "outside"
                | "inside"
                | "behind"
                | "including"
                | "such"
                | "like"
                | "over"
                | "with"
                | "around"
                | "along"
                | "within"
                | "across"
                | "under"
        )
        .then_some(owner)
        .filter(|_| {
            !(function!(prep, "with" | "over" | "for" | "from" | "on" | "at")
                && matches!(owner_phrase.link, Link::Object(_)))
                || self.syntax.phrases[id as usize].time
        })
    }

    /// "of treason": what somebody is accused of, rather than "the head of the army", who accuses.
    fn may_be_accused_of(&self, id: PhraseId) -> bool {
        let phrase = &self.syntax.phrases[id as usize];
        let head = &self.words[phrase.head as usize];
        let bare = self.words[phrase.base.first as usize].pos != Pos::Det;
        bare && head.pos == Pos::Noun && !self.grammar.names_body(head) && !self.grammar.names_office(head)
    }

    pub(super) fn partitive(&self, head: &Word) -> bool {
        function!(
            head.function,
            "one"
                | "some"
                | "many"
                | "most"
                | "all"
                | "none"
                | "those"
                | "both"
                | "each"
                | "any"
                | "several"
                | "few"
                | "much"
                | "half"
                | "that"
                | "others"
                | "everyone"
                | "anyone"
        )
    }

    pub(super) fn chunk_of_phrase(&self, phrase: PhraseId, before: usize) -> Option<usize> {
        (0..before)
            .rev()
            .take(4 * LOOK_AHEAD)
            .find(|&j| matches!(self.chunks[j].kind, ChunkKind::Phrase(id) if id == phrase))
    }
}
