//! What a relative clause is about, where several noun phrases stand in front of it.

use super::*;
use crate::syntax::word::one_of;

/// How far out the noun phrase may be.
const FARTHEST: usize = 4;

impl Parser<'_> {
    /// The noun phrase that the relative word at chunk `k` stands for: the nearest, or one that it modifies where only that goes
    /// with the verb in number, or may be a "who": "a nurse at the clinic in Lesk, who asked", "the head of the rebels, who was".
    pub(super) fn antecedent(&self, k: usize, nearest: PhraseId) -> PhraseId {
        // "led raids in 2012 and 2013 that killed thirty": a time does nothing
        let timed = |id: PhraseId| {
            let phrase = &self.syntax.phrases[id as usize];
            let head = &self.words[phrase.head as usize];
            phrase.time || head.pos == Pos::Num && head.end - head.start == 4 && phrase.head == phrase.base.first
        };
        let owners = std::iter::successors(Some(nearest), |&id| match self.syntax.phrases[id as usize].link {
            Link::Modifier(owner) | Link::Conjunct(owner) => Some(owner),
            _ => None,
        });
        let nearest = owners.take(FARTHEST).find(|&id| !timed(id)).unwrap_or(nearest);
        let marker = self.words[self.chunks[k].extent.first as usize].function;
        let who = function!(marker, "who" | "whom");
        let verb = self.chunks[k + 1..].iter().find(|chunk| !matches!(chunk.kind, ChunkKind::Adverb));
        let verb = verb.filter(|chunk| matches!(chunk.kind, ChunkKind::Verb(_)));
        let verb = verb.map(|chunk| &self.words[chunk.extent.first as usize]);
        let abbreviated = function!(marker, "which" | "that") && self.ends_in_abbreviation(nearest);
        if self.preposition.is_some()
            || !who && !abbreviated && !verb.is_some_and(|verb| verb.is_third_person() || verb.goes_with_plural())
        {
            return nearest;
        }
        let fits = |id: PhraseId| {
            let head = &self.words[self.syntax.phrases[id as usize].head as usize];
            let number = verb.is_none_or(|verb| {
                !(verb.is_third_person() && head.is_plural())
                    && !(verb.goes_with_plural() && matches!(head.pos, Pos::Noun | Pos::Propn) && !head.is_plural())
            });
            number && (!who || self.may_be_who(id))
        };
        let outward = || std::iter::successors(self.modified(nearest), |&id| self.modified(id)).take(FARTHEST);
        // "the Movement for Unity in the South (MUS), which": the short name is that of the whole
        if abbreviated {
            let body = |&id: &PhraseId| {
                let head = &self.words[self.syntax.phrases[id as usize].head as usize];
                head.shape.has(Shape::CAPITAL) && self.grammar.names_body(head)
            };
            if let Some(whole) = outward().find(body) {
                return whole;
            }
        }
        if fits(nearest) {
            return self.named_whole(nearest).filter(|&whole| fits(whole)).unwrap_or(nearest);
        }
        let people = |id: &PhraseId| !who || self.names_people(*id);
        let someone = outward().filter(people).find(|&id| fits(id));
        // "a baker from Lesk who saw it": whoever is from there rather than the place
        let from_there =
            || self.modified(nearest).filter(|&id| who && self.names_place(nearest) && !self.names_place(id));
        someone.or_else(from_there).unwrap_or(nearest)
    }

    /// "the Sword of the North, which": the name that a part of it ends.
    fn named_whole(&self, id: PhraseId) -> Option<PhraseId> {
        let part = &self.syntax.phrases[id as usize];
        let of = part.preposition.filter(|&at| function!(self.words[at as usize].function, "of"))?;
        let whole = self.modified(id)?;
        let phrase = &self.syntax.phrases[whole as usize];
        let capital = |at: u32| self.words[at as usize].shape.has(Shape::CAPITAL);
        let named =
            phrase.head > phrase.base.first && phrase.head + 1 == of && capital(phrase.head) && capital(part.head);
        let place = self.names_place(whole) || self.words[phrase.head as usize].is_plural();
        (named && !place).then_some(whole)
    }

    /// "a teacher from Lesk who was hurt": whether a relative clause stands behind the noun phrase at chunk `k` and what modifies it.
    pub(super) fn is_described(&self, k: usize) -> bool {
        let mut kinds = self.chunks[k..].iter().map(|chunk| chunk.kind);
        let behind = kinds.find(|kind| !matches!(kind, ChunkKind::Phrase(_) | ChunkKind::Preposition));
        matches!(behind, Some(ChunkKind::Wh))
    }

    fn ends_in_abbreviation(&self, id: PhraseId) -> bool {
        let last = self.syntax.phrases[id as usize].base.last as usize;
        last > 0 && function!(self.words[last - 1].function, ")")
    }

    /// The noun phrase that another modifies, alone or in a participle: "rebels linked to the Front".
    fn modified(&self, id: PhraseId) -> Option<PhraseId> {
        match self.syntax.phrases[id as usize].link {
            Link::Modifier(owner) => Some(owner),
            Link::Oblique(clause) | Link::Object(clause) => {
                let clause = self.clause(clause);
                let noun = clause.governor.filter(|_| clause.kind == ClauseKind::Participle && !clause.set_off)?;
                let phrases = self.syntax.phrases[..self.last_phrase()].iter().rposition(|phrase| phrase.head == noun);
                phrases.map(|at| at as PhraseId)
            }
            _ => None,
        }
    }

    fn names_people(&self, id: PhraseId) -> bool {
        let head = &self.words[self.syntax.phrases[id as usize].head as usize];
        head.pos == Pos::Propn
            || self.grammar.names_speaker(head)
            || self.grammar.names_office(head)
            || self.grammar.names_person(head)
            || self.grammar.names_human(head)
    }

    /// A name behind a preposition of place.
    fn names_place(&self, id: PhraseId) -> bool {
        let phrase = &self.syntax.phrases[id as usize];
        let place = phrase.preposition.is_some_and(|at| is_of_place(&self.words[at as usize]));
        // "from King Priam"
        let office = || self.words[phrase.base.range()].iter().any(|word| self.grammar.names_office(word));
        place && self.words[phrase.head as usize].pos == Pos::Propn && !office()
    }

    /// Whether "who" may stand for a noun phrase: for no place that a preposition names, and not for what an office is of, unless
    /// that is somebody with a name of several words: "the mayor of Lesk", "the widow of Omar Sadiq".
    fn may_be_who(&self, id: PhraseId) -> bool {
        let phrase = &self.syntax.phrases[id as usize];
        let single = phrase.head == phrase.base.first;
        let place = phrase.preposition.is_some_and(|at| {
            let preposition = &self.words[at as usize];
            let owner = match phrase.link {
                Link::Modifier(owner) => Some(&self.words[self.syntax.phrases[owner as usize].head as usize]),
                _ => None,
            };
            // "the mayor of Lesk", "the city of Tripoli"
            let of = |owner: &Word| single && self.grammar.names_office(owner) || self.grammar.is_kind_of_place(owner);
            is_of_place(preposition) || function!(preposition.function, "of") && owner.is_some_and(of)
        });
        phrase.pronoun || self.names_people(id) && !(place && self.words[phrase.head as usize].pos == Pos::Propn)
    }

    /// ", two of which sank": how many of those in front of the comma the relative clause at chunk `k` tells of, and whom they
    /// are part of.
    pub(super) fn part_of_whom(&self, k: usize) -> Option<(PhraseId, PhraseId)> {
        let marker = self.words[self.chunks[k].extent.first as usize].function;
        let before = k.checked_sub(3)?;
        let (ChunkKind::Comma, ChunkKind::Phrase(part), ChunkKind::Preposition) =
            (self.chunks[before].kind, self.chunks[k - 2].kind, self.chunks[k - 1].kind)
        else {
            return None;
        };
        let phrase = &self.syntax.phrases[part as usize];
        let head = &self.words[phrase.head as usize];
        let counts = head.pos == Pos::Num
            || one_of!(
                head.hash,
                "some"
                    | "many"
                    | "most"
                    | "all"
                    | "both"
                    | "each"
                    | "none"
                    | "one"
                    | "neither"
                    | "several"
                    | "few"
                    | "half"
            );
        let of = function!(self.words[self.chunks[k - 1].extent.first as usize].function, "of");
        if !counts
            || !of
            || !function!(marker, "which" | "whom")
            || !matches!(self.kind_at(k + 1), Some(ChunkKind::Verb(_) | ChunkKind::Adverb))
        {
            return None;
        }
        match (phrase.link, self.chunks[before.checked_sub(1)?].kind) {
            (Link::Apposition(whole) | Link::Conjunct(whole), _) => Some((part, whole)),
            (_, ChunkKind::Phrase(whole)) => Some((part, self.root(whole))),
            _ => None,
        }
    }

    /// Gives a relative clause its part of those it tells of for a subject.
    pub(super) fn tell_of_part(&mut self, id: ClauseId, part: PhraseId, whole: PhraseId) {
        self.syntax.phrases[part as usize].link = Link::Subject(id);
        let first = self.syntax.phrases[part as usize].base.first;
        let head = self.syntax.phrases[whole as usize].head;
        let clause = self.clause_mut(id);
        clause.extent.first = first;
        clause.subject = Some(part);
        clause.governor = Some(head);
        clause.set_off = true;
    }
}

fn is_of_place(preposition: &Word) -> bool {
    function!(preposition.function, "in" | "at" | "from" | "near")
}
