//! The surroundings of an event noun: what stands in its phrase, what depends on it, and the verb that carries it.

use super::{Filler, Frame, Slot, is_passive};
use crate::syntax::{Clause, ClauseId, ClauseKind, Link, PhraseId};
use crate::tag::{Pos, Word};
use crate::token::hash;

impl<'a> Frame<'a> {
    pub(super) fn fill_noun(&self, id: PhraseId, head: u32, slot: Slot) -> Vec<Filler> {
        let phrase = self.syntax.phrase(id);
        match slot {
            Slot::Possessor => self.possessor(id).into_iter().collect(),
            Slot::Compound => {
                self.premodifiers(phrase.base.first, head, |word| matches!(word.pos, Pos::Noun | Pos::Propn))
            }
            Slot::Adjective => (phrase.base.first..head)
                .filter(|&w| matches!(self.words[w as usize].pos, Pos::Adj | Pos::Propn | Pos::Verb))
                .map(|w| self.word_filler(w, w + 1))
                .collect(),
            Slot::Preposition(preposition) => {
                let mut found: Vec<Filler> = self
                    .syntax
                    .modifiers(id)
                    .take(8)
                    .filter(|(_, modifier)| {
                        modifier.preposition.is_some_and(|p| self.words[p as usize].hash == preposition)
                    })
                    .map(|(modifier, _)| self.filler(modifier))
                    .collect();
                let of = self
                    .syntax
                    .modifiers(id)
                    .find(|(_, m)| m.preposition.is_some_and(|p| self.words[p as usize].hash == hash(b"of")));
                if let Some((inner, _)) = of.filter(|_| found.is_empty() && preposition != hash(b"of")) {
                    // "the use of shells against civilians": which noun it hangs on does not matter
                    let deeper = self.syntax.modifiers(inner).take(4);
                    let fits = deeper
                        .filter(|(_, m)| m.preposition.is_some_and(|p| self.words[p as usize].hash == preposition));
                    found.extend(fits.map(|(modifier, _)| self.filler(modifier)));
                }
                if let Some((clause, role)) = self.governor(id) {
                    let carried = match role {
                        Governed::Object => {
                            self.verb_is(clause, self.carriers.does) || self.verb_is(clause, self.carriers.undergoes)
                        }
                        Governed::Subject => {
                            self.verb_is(clause, self.carriers.happens) || self.verb_is(clause, self.carriers.does)
                        }
                        Governed::Oblique(_) => false,
                    };
                    if carried {
                        found.extend(self.obliques(clause, preposition, false).into_iter().filter(|f| f.head > head));
                    }
                }
                // "an attack launched by the rebels"
                for (clause, verb) in self.clauses_behind(head).take(2) {
                    if is_passive(verb) && (self.verb_is(clause, self.carriers.does) || preposition == hash(b"by")) {
                        found.extend(self.obliques(clause, preposition, false));
                    }
                }
                found
            }
            Slot::Governor => {
                let clause = self.governor(id).map(|(clause, _)| self.syntax.clause(clause));
                clause.and_then(Clause::verb).map(|verb| self.word_filler(verb, verb + 1)).into_iter().collect()
            }
            Slot::Doer => self.doer(id, head).into_iter().collect(),
            Slot::Undergoer => self.undergoer(id, head).into_iter().collect(),
            Slot::Subject | Slot::Object | Slot::Path => Vec::new(),
        }
    }

    /// "the army's attack", "their attack".
    fn possessor(&self, id: PhraseId) -> Option<Filler> {
        let phrase = self.syntax.phrase(id);
        if let Some(possessor) = phrase.possessor {
            let possessor_phrase = self.syntax.phrase(possessor);
            let mut extent = possessor_phrase.base;
            let last = &self.words[extent.last.saturating_sub(1) as usize];
            if last.pos == Pos::Part && extent.last - extent.first > 1 {
                extent.last -= 1;
            }
            return Some(Filler { extent, head: possessor_phrase.head, phrase: Some(possessor) });
        }
        let first = phrase.base.first;
        let word = &self.words[first as usize];
        let possessive = ["his", "her", "its", "their", "our", "my", "your", "whose"]
            .iter()
            .any(|p| word.hash == hash(p.as_bytes()));
        (possessive && first < phrase.head).then(|| self.word_filler(first, first + 1))
    }

    /// Runs of words in front of a noun, each with the word it ends in: the whole run, then its single words.
    fn premodifiers(&self, first: u32, last: u32, fits: impl Fn(&Word) -> bool) -> Vec<Filler> {
        let mut found = Vec::new();
        let mut end = last;
        // a possessor is no compound
        let start =
            (first..last).rev().find(|&w| !fits(&self.words[w as usize]) && self.words[w as usize].pos != Pos::Adj);
        let first = start.map_or(first, |w| w + 1);
        while end > first {
            if fits(&self.words[end as usize - 1]) {
                let mut from = end - 1;
                while from > first
                    && fits(&self.words[from as usize - 1])
                    && self.words[from as usize - 1].pos == Pos::Propn
                {
                    from -= 1;
                }
                found.push(self.word_filler(from, end));
            }
            end -= 1;
        }
        found
    }

    fn doer(&self, id: PhraseId, head: u32) -> Option<Filler> {
        let carrier = |clause: ClauseId| self.verb_is(clause, self.carriers.does);
        if let Some((clause, role)) = self.governor(id).filter(|&(clause, _)| carrier(clause)) {
            let passive = is_passive(self.syntax.clause(clause));
            let object = if passive { role == Governed::Subject } else { role == Governed::Object };
            return object.then(|| self.agent_of(clause)).flatten();
        }
        let (clause, _) = self.clauses_behind(head).take(2).find(|&(clause, _)| carrier(clause))?;
        self.agent_of(clause).filter(|agent| agent.phrase != Some(id))
    }

    fn undergoer(&self, id: PhraseId, head: u32) -> Option<Filler> {
        if let Some((clause, role)) = self.governor(id) {
            let passive = is_passive(self.syntax.clause(clause));
            let affects = self.verb_is(clause, self.carriers.affects);
            let by = [hash(b"by"), hash(b"in")];
            return match role {
                Governed::Object if !passive && self.verb_is(clause, self.carriers.undergoes) => self.agent_of(clause),
                Governed::Subject if !passive && affects => self.patient_of(clause),
                Governed::Oblique(preposition) if passive && affects && by.contains(&preposition) => {
                    self.patient_of(clause)
                }
                Governed::Oblique(under) if under == hash(b"under") && !passive => self.agent_of(clause),
                _ => None,
            };
        }
        let (clause, _) = self.clauses_behind(head).take(2).find(|&(clause, found)| {
            !is_passive(found) && found.kind == ClauseKind::Relative && self.verb_is(clause, self.carriers.affects)
        })?;
        self.patient_of(clause).filter(|patient| patient.phrase != Some(id))
    }

    /// The clause that has a noun phrase as an argument of its verb; "a series of attacks" counts as "attacks".
    pub fn governor(&self, id: PhraseId) -> Option<(ClauseId, Governed)> {
        let mut id = id;
        for _ in 0..4 {
            let phrase = self.syntax.phrase(id);
            match phrase.link {
                Link::Subject(clause) => return Some((clause, Governed::Subject)),
                Link::Object(clause) => return Some((clause, Governed::Object)),
                Link::Oblique(clause) => {
                    let preposition = phrase.preposition.map_or(0, |p| self.words[p as usize].hash);
                    return Some((clause, Governed::Oblique(preposition)));
                }
                Link::Conjunct(first) => id = first,
                Link::Modifier(outer) => {
                    let head = &self.words[self.syntax.phrase(outer).head as usize];
                    let transparent = self.carriers.transparent.is_some_and(|class| self.lexicon.has_word(head, class));
                    if !transparent && head.pos != Pos::Num {
                        return None;
                    }
                    id = outer;
                }
                _ => return None,
            }
        }
        None
    }
}

/// As what a noun phrase stands in a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Governed {
    Subject,
    Object,
    /// Behind this preposition.
    Oblique(u64),
}
