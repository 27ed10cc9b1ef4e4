//! The surroundings of an event noun: what stands in its phrase, what depends on it, and the verb that carries it.

use super::{Candidate, Frame, Slot, Trigger, is_passive};
use crate::lexicon::Class;
use crate::syntax::{Clause, ClauseId, ClauseKind, Link, PhraseId, one_of};
use crate::tag::{Pos, Word};
use crate::token::hash;

/// How many modifiers of a noun are looked at.
const MODIFIERS: usize = 8;

impl Frame<'_> {
    pub(super) fn around_noun(
        &self,
        id: PhraseId,
        head: u32,
        slot: Slot,
        with: &mut dyn FnMut(Candidate) -> bool,
    ) -> bool {
        let phrase = self.syntax.phrase(id);
        match slot {
            Slot::Possessor => self.possessor(id).is_some_and(with),
            Slot::Compound => {
                self.premodifiers(phrase.base.first, head, |word| matches!(word.pos, Pos::Noun | Pos::Propn), with)
            }
            Slot::Adjective => (phrase.base.first..head)
                .filter(|&w| matches!(self.words[w as usize].pos, Pos::Adj | Pos::Propn | Pos::Verb))
                .any(|w| with(Candidate::words(w, w + 1))),
            Slot::Preposition(preposition) => self.behind_noun(head, preposition, with),
            Slot::Governor => {
                let clause = self.carrier().map(|carrier| self.syntax.clause(carrier.clause));
                clause.and_then(Clause::verb).is_some_and(|verb| with(Candidate::words(verb, verb + 1)))
            }
            Slot::Doer => self.doer(id).is_some_and(with),
            Slot::Announcer => self.carried_by(id, self.carriers.announces).flatten().is_some_and(with),
            Slot::Undergoer => self.undergoer(id).is_some_and(with),
            Slot::Subject | Slot::Object | Slot::Path | Slot::Recipient => false,
        }
    }

    /// What stands behind a preposition that depends on the noun, on what it holds, or on the verb that carries it.
    fn behind_noun(&self, head: u32, preposition: u64, with: &mut dyn FnMut(Candidate) -> bool) -> bool {
        let company = self.company();
        let mut found = false;
        for &(_, modifier) in company.modifiers.iter().take(MODIFIERS).filter(|entry| entry.0 == preposition) {
            found = true;
            if with(self.candidate(modifier)) {
                return true;
            }
        }
        let of = hash(b"of");
        // "the use of shells against civilians", "an inquiry by the navy into": which noun it hangs on does not matter
        let by = hash(b"by");
        let topic = one_of!(preposition, "into" | "against" | "on");
        let inner = company.modifiers.iter().find(|entry| entry.0 == of || entry.0 == by && topic);
        if let Some(&(_, inner)) = inner.filter(|_| !found && preposition != of) {
            let deeper = self.syntax.modifiers(inner).take(4);
            let mut fits =
                deeper.filter(|(_, m)| m.preposition.is_some_and(|p| self.words[p as usize].hash == preposition));
            if fits.any(|(modifier, _)| with(self.candidate(modifier))) {
                return true;
            }
        }
        // "attacks on schools and camps | by the rebels": on the last of what they are on
        if preposition == by && !found && !company.modifiers.is_empty() {
            let all = self.syntax.phrase_of_word(head).map(|id| self.syntax.phrase(id).full);
            let within = all.into_iter().flat_map(|all| self.syntax.phrases_within(all)).take(MODIFIERS);
            let mut fits = within.filter(|(_, phrase)| {
                phrase.head > head
                    && matches!(phrase.link, Link::Modifier(_))
                    && phrase.preposition.is_some_and(|at| self.words[at as usize].hash == by)
            });
            if fits.any(|(id, _)| self.acts(self.candidate(id)) && with(self.candidate(id))) {
                return true;
            }
        }
        if let Some(carrier) = company.carrier.filter(|carrier| carrier.carries) {
            let behind = &mut |candidate: Candidate| candidate.head > head && with(candidate);
            if self.obliques(carrier.clause, preposition, false, behind) {
                return true;
            }
        }
        // "confirmed the capture of the town | by the rebels", "approved a loan | to the republic": right behind the noun
        // and its phrases, where the verb is active and carries nothing
        let by = preposition == hash(b"by");
        if let Some(carrier) = company.carrier.filter(|_| !found && (by || one_of!(preposition, "to" | "from"))) {
            let behind = self.phrase_end(head);
            let next = &mut |candidate: Candidate| {
                let phrase = candidate.phrase.map(|id| self.syntax.phrase(id));
                let next = phrase.is_some_and(|phrase| phrase.preposition == behind && !phrase.time);
                next && (!by || self.acts(candidate)) && with(candidate)
            };
            let passive = is_passive(self.syntax.clause(carrier.clause));
            if !passive && self.obliques(carrier.clause, preposition, false, next) {
                return true;
            }
        }
        // "an attack launched by the rebels"
        company.behind.iter().flatten().any(|&clause| {
            is_passive(self.syntax.clause(clause))
                && (by
                    || [self.carriers.does, self.carriers.undergoes].iter().any(|&class| self.verb_is(clause, class)))
                && self.obliques(clause, preposition, preposition == hash(b"against"), with)
        })
    }

    /// Whether a candidate names somebody: "by the rebels", not "by a margin".
    pub(super) fn acts(&self, candidate: Candidate) -> bool {
        let named = self.words[candidate.head as usize].pos == Pos::Propn;
        named || self.carriers.actor.is_some_and(|class| self.in_class(candidate, class))
    }

    /// The word behind all that belongs to the event noun.
    fn phrase_end(&self, head: u32) -> Option<u32> {
        self.syntax.phrase_of_word(head).map(|id| self.syntax.phrase(id).full.last)
    }

    /// What stands around the event noun, found when it is first asked for.
    fn company(&self) -> &Company {
        self.company.get_or_init(|| {
            let Trigger::Noun { phrase, head, .. } = self.trigger else { return Company::default() };
            let preposition = |at: Option<u32>| at.map_or(0, |p| self.words[p as usize].hash);
            let modifiers =
                self.syntax.modifiers(phrase).map(|(id, modifier)| (preposition(modifier.preposition), id)).collect();
            let carrier = self.governor(phrase).map(|(clause, role)| {
                let carries = match role {
                    Governed::Object => {
                        let verbs = [self.carriers.does, self.carriers.announces, self.carriers.undergoes];
                        verbs.into_iter().any(|class| self.verb_is(clause, class))
                    }
                    Governed::Subject => {
                        self.verb_is(clause, self.carriers.happens) || self.verb_is(clause, self.carriers.does)
                    }
                    Governed::Oblique(_) => false,
                };
                Carrier { clause, role, carries }
            });
            let mut behind = self.clauses_behind(head).map(|(clause, _)| clause);
            Company { modifiers, carrier, behind: [behind.next(), behind.next()] }
        })
    }

    /// The clause that has the event noun as an argument of its verb.
    pub fn carrier(&self) -> Option<Carrier> {
        self.company().carrier
    }

    /// The clause behind the event noun that says that it is done: "an embargo | imposed in May".
    pub fn done_behind(&self) -> Option<ClauseId> {
        let does = |&clause: &ClauseId| {
            self.syntax.clause(clause).kind == ClauseKind::Participle && self.verb_is(clause, self.carriers.does)
        };
        self.company().behind.into_iter().flatten().find(does)
    }

    /// The phrases in prepositional phrases of the event noun.
    pub fn modifiers(&self) -> impl Iterator<Item = PhraseId> + '_ {
        self.company().modifiers.iter().map(|entry| entry.1)
    }

    /// "the army's attack", "their attack".
    pub(super) fn possessor(&self, id: PhraseId) -> Option<Candidate> {
        let phrase = self.syntax.phrase(id);
        if let Some(possessor) = phrase.possessor {
            let possessor_phrase = self.syntax.phrase(possessor);
            let mut extent = possessor_phrase.base;
            let last = &self.words[extent.last.saturating_sub(1) as usize];
            if last.pos == Pos::Part && extent.last - extent.first > 1 {
                extent.last -= 1;
            }
            return Some(Candidate { head: possessor_phrase.head, phrase: Some(possessor), extent: Some(extent) });
        }
        let first = phrase.base.first;
        let word = &self.words[first as usize];
        // "girls whose abduction shocked the town"
        let whose = first.checked_sub(1).is_some_and(|before| self.words[before as usize].hash == hash(b"whose"));
        if whose {
            let clause = self.syntax.clause_of_word(first).map(|id| self.syntax.clause(id));
            let antecedent =
                clause.filter(|clause| clause.kind == ClauseKind::Relative).and_then(|clause| self.antecedent(clause));
            if let Some(antecedent) = antecedent {
                return Some(self.candidate(antecedent));
            }
        }
        let possessive = ["his", "her", "its", "their", "our", "my", "your", "whose"]
            .iter()
            .any(|p| word.hash == hash(p.as_bytes()));
        (possessive && first < phrase.head).then(|| Candidate::words(first, first + 1))
    }

    /// Runs of words in front of a noun, each with the word it ends in: the whole run, then its single words.
    fn premodifiers(
        &self,
        first: u32,
        last: u32,
        fits: impl Fn(&Word) -> bool,
        with: &mut dyn FnMut(Candidate) -> bool,
    ) -> bool {
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
                if with(Candidate::words(from, end)) {
                    return true;
                }
            }
            end -= 1;
        }
        false
    }

    fn doer(&self, id: PhraseId) -> Option<Candidate> {
        // "took part in the raid"
        if let Some(Carrier { clause, role: Governed::Oblique(into), .. }) = self.carrier() {
            if into == hash(b"in") && self.verb_is(clause, self.carriers.joins) {
                return self.agent_of(clause);
            }
        }
        self.carried_by(id, self.carriers.does)
            .unwrap_or_else(|| self.answerable(id).filter(|candidate| !self.is_nobody(candidate)))
    }

    /// Who does what a verb of a class says of the event noun, where there is such a verb.
    fn carried_by(&self, id: PhraseId, class: Option<Class>) -> Option<Option<Candidate>> {
        let does = |clause: ClauseId| self.verb_is(clause, class);
        if let Some(Carrier { clause, role, .. }) = self.carrier().filter(|carrier| does(carrier.clause)) {
            let passive = is_passive(self.syntax.clause(clause));
            let object = if passive { role == Governed::Subject } else { role == Governed::Object };
            return Some(object.then(|| self.agent_of(clause)).flatten());
        }
        // "the charge that he used poison" is not what he does
        let content = |clause: ClauseId| self.syntax.clause(clause).kind == ClauseKind::That;
        let mut behind = self.company().behind.into_iter().flatten();
        let behind = behind.find(|&clause| does(clause) && !content(clause))?;
        Some(self.agent_of(behind).filter(|agent| agent.phrase != Some(id)))
    }

    /// "Nobody", "no group".
    fn is_nobody(&self, candidate: &Candidate) -> bool {
        let first = candidate.phrase.map_or(candidate.head, |phrase| self.syntax.phrase(phrase).base.first);
        one_of!(self.words[first as usize].hash, "nobody" | "no" | "none" | "neither" | "nothing")
    }

    /// Who is said to answer for what the noun names, without doing it in so many words: "accused of the murder",
    /// "responsible for the raid", "the suspects in the bombing".
    fn answerable(&self, id: PhraseId) -> Option<Candidate> {
        let mut phrase = self.syntax.phrase(id);
        if let Link::Conjunct(first) = phrase.link {
            phrase = self.syntax.phrase(first);
        }
        let preposition = self.words[phrase.preposition? as usize].hash;
        let behind = preposition == hash(b"behind");
        let of = preposition == hash(b"of");
        let carriers = self.carriers;
        match phrase.link {
            Link::Oblique(of) => {
                let clause = self.syntax.clause(of);
                let predicate = clause.predicate.or(clause.verb()).map(|at| &self.words[at as usize]);
                let is = |class: Option<Class>| {
                    class.zip(predicate).is_some_and(|(class, word)| self.lexicon.has_word(word, class))
                };
                if self.verb_is(of, carriers.blames) {
                    return self.patient_of(of);
                }
                let copular = clause.group.is_some_and(|group| group.copula);
                (is(carriers.answerable) || behind && copular)
                    .then(|| self.subject_of(clause).map(|subject| self.candidate(subject)))
                    .flatten()
            }
            Link::Modifier(outer_id) => {
                let outer = self.syntax.phrase(outer_id);
                let head = &self.words[outer.head as usize];
                let is = |class: Option<Class>| class.is_some_and(|class| self.lexicon.has_word(head, class));
                if behind || is(carriers.perpetrator) {
                    return Some(self.candidate(outer_id));
                }
                match outer.link {
                    Link::Object(clause) if is(carriers.responsibility) && self.verb_is(clause, carriers.assumes) => {
                        self.agent_of(clause)
                    }
                    // "blamed the rebels for the attack"
                    Link::Object(clause) | Link::Subject(clause) if !of && self.verb_is(clause, carriers.blames) => {
                        self.patient_of(clause).filter(|patient| patient.phrase == Some(outer_id))
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn undergoer(&self, id: PhraseId) -> Option<Candidate> {
        if let Some(affected) = self.affected(id) {
            return Some(affected);
        }
        if let Some(Carrier { clause, role, .. }) = self.carrier() {
            let passive = is_passive(self.syntax.clause(clause));
            let affects = self.verb_is(clause, self.carriers.affects);
            let by = [hash(b"by"), hash(b"in")];
            let found = match role {
                Governed::Subject if !passive && self.verb_is(clause, self.carriers.passes) => {
                    self.patient_of(clause).filter(|_| affects).or_else(|| self.passed(clause))
                }
                // "put two men in custody", "were placed under arrest"
                Governed::Oblique(preposition)
                    if one_of!(preposition, "in" | "into" | "under" | "on")
                        && self.verb_is(clause, self.carriers.holds) =>
                {
                    let subject = || self.subject_of(self.syntax.clause(clause)).map(|subject| self.candidate(subject));
                    self.patient_of(clause).filter(|patient| patient.phrase != Some(id)).or_else(subject)
                }
                // "left two men with burns"
                Governed::Oblique(with) if with == hash(b"with") && !passive && affects => self.patient_of(clause),
                Governed::Object if !passive && self.verb_is(clause, self.carriers.undergoes) => self.agent_of(clause),
                Governed::Subject if !passive && affects => self.patient_of(clause),
                Governed::Oblique(preposition) if passive && affects && by.contains(&preposition) => {
                    self.patient_of(clause)
                }
                Governed::Oblique(under) if under == hash(b"under") && !passive => self.agent_of(clause),
                _ => None,
            };
            if found.is_some() {
                return found;
            }
        }
        let clause = self.company().behind.into_iter().flatten().find(|&clause| {
            let found = self.syntax.clause(clause);
            !is_passive(found) && found.kind == ClauseKind::Relative && self.verb_is(clause, self.carriers.affects)
        })?;
        self.patient_of(clause).filter(|patient| patient.phrase != Some(id))
    }

    /// "The convoy was the target of an attack", "the victims of the attack".
    fn affected(&self, id: PhraseId) -> Option<Candidate> {
        let phrase = self.syntax.phrase(id);
        let Link::Modifier(outer) = phrase.link else { return None };
        let of = phrase.preposition.is_some_and(|at| self.words[at as usize].hash == hash(b"of"));
        let head = &self.words[self.syntax.phrase(outer).head as usize];
        if !of || !self.carriers.affected.is_some_and(|class| self.lexicon.has_word(head, class)) {
            return None;
        }
        let subject = match self.syntax.phrase(outer).link {
            Link::Predicate(clause) => self.subject_of(self.syntax.clause(clause)),
            _ => None,
        };
        Some(self.candidate(subject.unwrap_or(outer)))
    }

    /// What a happening goes through: "a blast ripped through the market".
    fn passed(&self, clause: ClauseId) -> Option<Candidate> {
        let mut found = None;
        let mut take = |candidate: Candidate| {
            found = Some(candidate);
            true
        };
        let ways: [&[u8]; 4] = [b"through", b"across", b"into", b"over"];
        ways.into_iter().any(|way| self.obliques(clause, hash(way), false, &mut take));
        found
    }

    /// The clause that has a noun phrase as an argument of its verb; "a series of attacks" counts as "attacks".
    fn governor(&self, id: PhraseId) -> Option<(ClauseId, Governed)> {
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

/// What stands around an event noun.
#[derive(Debug, Default)]
pub(super) struct Company {
    /// Preposition and phrase; 0 for no preposition.
    modifiers: Vec<(u64, PhraseId)>,
    carrier: Option<Carrier>,
    /// Clauses that depend on the noun.
    behind: [Option<ClauseId>; 2],
}

/// The clause that has an event noun as an argument of its verb.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Carrier {
    pub clause: ClauseId,
    pub role: Governed,
    /// Whether the verb only says that it happens, or who does it: what depends on the verb belongs to the event.
    pub carries: bool,
}

/// As what a noun phrase stands in a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Governed {
    Subject,
    Object,
    /// Behind this preposition.
    Oblique(u64),
}
