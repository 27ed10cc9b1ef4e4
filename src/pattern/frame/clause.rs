//! The surroundings of a verb: who does it, to whom, behind which prepositions, and what completes it.

use super::slot::PATH;
use super::{Candidate, Complement, Filler, Frame, Trigger};
use crate::lexicon::Class;
use crate::pattern::rule::is_particle;
use crate::syntax::{Clause, ClauseId, ClauseKind, Extent, Link, Mood, PhraseId, one_of};
use crate::tag::Pos;
use crate::token::hash;

/// How many noun phrases behind a verb, and before it, can be its arguments; how many clauses are looked at.
const PHRASES_BEHIND: usize = 40;
const PHRASES_BEFORE: usize = 20;
const CLAUSES: usize = 24;

impl<'a> Frame<'a> {
    pub(super) fn is_passive(&self, id: ClauseId) -> bool {
        self.trigger == Trigger::Predicate(id) || is_passive(self.syntax.clause(id))
    }

    /// Who does what the verb says.
    pub fn agent_of(&self, id: ClauseId) -> Option<Candidate> {
        let clause = self.syntax.clause(id);
        if self.is_passive(id) {
            let mut by = None;
            self.obliques(id, hash(b"by"), false, &mut |candidate| {
                let named = candidate.phrase.is_some_and(|p| !self.syntax.phrase(p).time);
                // "By chance, nobody was hurt"
                let fronted =
                    clause.kind == ClauseKind::Main && clause.verb().is_some_and(|verb| candidate.head < verb);
                let named = named && !fronted;
                by = named.then_some(candidate);
                named
            });
            // "was hit and robbed by ..."
            return by.or_else(|| {
                self.twin(id).filter(|&twin| is_passive(self.syntax.clause(twin))).and_then(|twin| self.agent_of(twin))
            });
        }
        if let Some(outer) = self.brought_about(clause) {
            return self.agent_of(outer);
        }
        self.planner(clause).unwrap_or_else(|| self.subject_of(clause).map(|phrase| self.candidate(phrase)))
    }

    /// Who is to do what a noun is completed by: "the clan's plan to attack", "had no plans to attack". The noun itself does it
    /// only where it names somebody: "the first man to arrive".
    fn planner(&self, clause: &Clause) -> Option<Option<Candidate>> {
        if clause.kind != ClauseKind::Infinitive || clause.subject.is_some() {
            return None;
        }
        let noun = self.antecedent(clause)?;
        let candidate = self.candidate(noun);
        let plan = self.words[candidate.head as usize].pos == Pos::Noun && !self.acts(candidate);
        plan.then(|| {
            self.possessor(noun).or_else(|| match self.syntax.phrase(noun).link {
                Link::Object(outer) if !is_passive(self.syntax.clause(outer)) => self.agent_of(outer),
                _ => None,
            })
        })
    }

    /// The passive clause that brings about what a participle adds to it: "the depot was shelled by rebels, killing two",
    /// where it is not the depot that kills.
    fn brought_about(&self, clause: &Clause) -> Option<ClauseId> {
        let adds = clause.kind == ClauseKind::Participle && clause.set_off && clause.marker.is_none();
        let outer = clause.parent.filter(|_| adds)?;
        let shares = clause.subject.is_some() && clause.subject == self.syntax.clause(outer).subject;
        (shares && self.is_passive(outer)).then_some(outer)
    }

    /// To whom it is done.
    pub fn patient_of(&self, id: ClauseId) -> Option<Candidate> {
        let clause = self.syntax.clause(id);
        if self.is_passive(id) {
            let kept = self.kept_object(id).map(|(_, object)| object);
            return kept.or_else(|| self.subject_of(clause)).map(|phrase| self.candidate(phrase));
        }
        // "gave the village | food", but "named him | chief"
        let given = || self.verb_is(id, self.carriers.gives) || clause.objects[0].is_none();
        let object = clause.objects[1].filter(|_| given()).or(clause.objects[0]).or_else(|| {
            // "the bus in which they came" is no object
            let piped = clause.marker.is_some_and(|marker| {
                marker > 0
                    && self.words[marker as usize - 1].pos == Pos::Adp
                    && marker > clause.governor.unwrap_or(0) + 1
            });
            let gap = clause.kind == ClauseKind::Relative && clause.subject.is_some() && !piped;
            gap.then(|| self.antecedent(clause)).flatten().filter(|a| Some(*a) != clause.subject)
        });
        let object = object.or_else(|| self.behind_particle(id)).map(|phrase| self.candidate(phrase));
        // "abducted and killed two farmers"
        object.or_else(|| {
            self.twin(id).filter(|&twin| !is_passive(self.syntax.clause(twin))).and_then(|twin| self.patient_of(twin))
        })
    }

    /// What syntax has behind a preposition that the rule takes for the particle of the verb: "hand over the keys".
    fn behind_particle(&self, id: ClauseId) -> Option<PhraseId> {
        let last = self.matched.last.checked_sub(1).filter(|&last| last > self.matched.first)?;
        let stands = |(_, phrase): &(PhraseId, &crate::syntax::Phrase)| {
            phrase.preposition == Some(last) && phrase.link == Link::Oblique(id)
        };
        let (phrase, _) = self.phrases_around(self.syntax.clause(id)).find(stands)?;
        is_particle(self.words[last as usize].hash).then_some(phrase)
    }

    /// The clause whose verb follows right behind the verb of this one, with a conjunction between.
    pub(super) fn twin(&self, id: ClauseId) -> Option<ClauseId> {
        let verb = self.syntax.clause(id).verb().or(self.syntax.clause(id).predicate)?;
        (id + 1..(id + 3).min(self.syntax.clauses.len() as u32)).find(|&next| {
            let clause = self.syntax.clause(next);
            let close = clause.group.is_some_and(|group| group.extent.first > verb && group.extent.first <= verb + 2);
            close && clause.conjunct_of == Some(id)
        })
    }

    /// The first of two objects: "gave the village food".
    pub fn recipient_of(&self, id: ClauseId) -> Option<Filler> {
        let clause = self.syntax.clause(id);
        if let Some((recipient, _)) = self.kept_object(id) {
            return Some(self.filler(recipient));
        }
        clause.objects[1].and(clause.objects[0]).map(|phrase| self.filler(phrase))
    }

    /// Recipient and object of a passive that keeps its object: "the village was given food".
    fn kept_object(&self, id: ClauseId) -> Option<(PhraseId, PhraseId)> {
        let clause = self.syntax.clause(id);
        let object = clause.objects[0].filter(|_| self.is_passive(id))?;
        let gives = self.carriers.gives.zip(clause.verb());
        gives.filter(|&(gives, verb)| self.lexicon.has_word(&self.words[verb as usize], gives))?;
        self.subject_of(clause).filter(|&subject| subject != object).map(|subject| (subject, object))
    }

    pub(super) fn subject_of(&self, clause: &Clause) -> Option<PhraseId> {
        clause.subject.or_else(|| match clause.kind {
            ClauseKind::Relative | ClauseKind::Participle | ClauseKind::Infinitive => {
                self.antecedent(clause).or_else(|| self.behind_front(clause))
            }
            ClauseKind::Parenthetical => self.before_bracket(clause),
            _ => None,
        })
    }

    /// "Omar Sadiq (died 4 May 2015)": what a verb that opens a part of the brackets is said of stands in front of them.
    fn before_bracket(&self, clause: &Clause) -> Option<PhraseId> {
        const LONGEST: usize = 16;
        let first = clause.extent.first as usize;
        clause.verb().filter(|&verb| verb as usize == first)?;
        let inside = self.words[first.saturating_sub(LONGEST)..first].iter().rev();
        let mut inside = inside.take_while(|word| !one_of!(word.hash, ")"));
        let bracket = first - 1 - inside.position(|word| one_of!(word.hash, "("))?;
        self.syntax.phrase_of_word(bracket.checked_sub(1)? as u32)
    }

    /// "Arrested in May, the clerk confessed": a participle in front of its clause is said of the subject behind it.
    fn behind_front(&self, clause: &Clause) -> Option<PhraseId> {
        let outer = self.syntax.clause(clause.parent.filter(|_| clause.kind == ClauseKind::Participle)?);
        let subject = outer.subject?;
        (clause.extent.last <= self.syntax.phrase(subject).base.first).then_some(subject)
    }

    /// The noun phrase that a relative or participle clause belongs to. A clause that restricts does not belong to a name
    /// or a time but to what these stand behind: "an attack in Kabul on Friday that killed ten".
    pub(super) fn antecedent(&self, clause: &Clause) -> Option<PhraseId> {
        let mut id = self.syntax.phrase_of_word(clause.governor?)?;
        if self.syntax.phrase(id).head != clause.governor? {
            return None;
        }
        let that = clause.marker.is_none_or(|marker| self.words[marker as usize].hash == hash(b"that"));
        for _ in 0..3 {
            let phrase = self.syntax.phrase(id);
            let closed = phrase.time || that && !clause.set_off && self.words[phrase.head as usize].pos == Pos::Propn;
            match phrase.link {
                Link::Modifier(outer) if closed => id = outer,
                _ => break,
            }
        }
        Some(self.cause(clause, id).unwrap_or(id))
    }

    /// Of "a raid on a camp that killed ten" the raid: what kills is the happening that a place or a name depends on.
    fn cause(&self, clause: &Clause, id: PhraseId) -> Option<PhraseId> {
        let verb = clause.group?.head as usize;
        let affects = self.carriers.affects.is_some_and(|class| self.lexicon.has_word(&self.words[verb], class));
        let asserts = matches!(clause.kind, ClauseKind::Relative | ClauseKind::Participle);
        if !affects || !asserts || is_passive(clause) {
            return None;
        }
        let mut inner = id;
        for _ in 0..4 {
            let Link::Modifier(outer) = self.syntax.phrase(inner).link else { return None };
            let head = &self.words[self.syntax.phrase(outer).head as usize];
            if self.carriers.happening.is_some_and(|class| self.lexicon.has_word(head, class)) {
                return Some(outer);
            }
            inner = outer;
        }
        None
    }

    /// Where a relative clause starts in a stretch of words that tells what a happening did.
    pub(super) fn told_of(&self, happening: PhraseId, within: Extent) -> Option<u32> {
        let from = self.syntax.clause_of_word(within.first)? as usize;
        let clauses = self.syntax.clauses.get(from..)?.iter().take(CLAUSES).filter(|c| within.contains(c.extent.first));
        let told = |clause: &&Clause| {
            let inner = clause.governor.and_then(|word| self.syntax.phrase_of_word(word));
            inner.is_some_and(|inner| self.cause(clause, inner) == Some(happening))
        };
        clauses.filter(told).map(|clause| clause.extent.first).next()
    }

    /// What stands behind a preposition that depends on the verb or, where `deep`, on its object: which of the two it is,
    /// meaning has to decide ("pelted the bus with eggs"). "Of" belongs to the noun, unless that has no determiner and is
    /// part of what the verb says ("take control of"). Stops where `with` says so, and tells it.
    pub(super) fn obliques(
        &self,
        id: ClauseId,
        preposition: u64,
        deep: bool,
        with: &mut dyn FnMut(Candidate) -> bool,
    ) -> bool {
        let fresh;
        let (of, known) = self.prepositional.get_or_init(|| (id, self.prepositional_of(id)));
        let list = if *of == id {
            known
        } else {
            fresh = self.prepositional_of(id);
            &fresh
        };
        let mut pass = |on_object: bool| {
            let mut found = list.iter().filter(|entry| entry.0 == preposition && entry.2 == on_object);
            found.any(|entry| with(self.candidate(entry.1)))
        };
        pass(false) || deep && pass(true)
    }

    /// The phrases that tell the path of a movement.
    pub(super) fn paths(&self, id: ClauseId, with: &mut dyn FnMut(Candidate) -> bool) -> bool {
        let (_, list) = self.prepositional.get_or_init(|| (id, self.prepositional_of(id)));
        let mut of_path = list.iter().filter(|entry| PATH.contains(&entry.0));
        of_path.any(|entry| with(self.candidate(entry.1)))
    }

    /// The prepositional phrases of a clause: preposition, noun phrase, and whether it hangs on the object.
    pub(super) fn prepositional_of(&self, id: ClauseId) -> Vec<(u64, PhraseId, bool)> {
        let clause = self.syntax.clause(id);
        let mut list = Vec::new();
        for (phrase_id, phrase) in self.phrases_around(clause) {
            let Some(preposition) = phrase.preposition.map(|p| self.words[p as usize].hash) else { continue };
            match phrase.link {
                Link::Oblique(of) if of == id => list.push((preposition, phrase_id, false)),
                Link::Modifier(of) if self.is_object(clause, of) => {
                    let base = self.syntax.phrase(of).base;
                    if preposition != hash(b"of") || base.last - base.first == 1 {
                        list.push((preposition, phrase_id, true));
                    }
                }
                Link::Modifier(of) if self.reaches(id, preposition, of) => list.push((preposition, phrase_id, true)),
                // "men armed with rifles attacked": an adjective stands between
                Link::Modifier(of)
                    if preposition == hash(b"with")
                        && clause.subject == Some(of)
                        && phrase.preposition != Some(self.syntax.phrase(of).base.last) =>
                {
                    list.push((preposition, phrase_id, true));
                }
                _ => {}
            }
        }
        list
    }

    /// An object of the clause, or what is coordinated with one: "hurled stones and bottles at them".
    fn is_object(&self, clause: &Clause, phrase: PhraseId) -> bool {
        let first = match self.syntax.phrase(phrase).link {
            Link::Conjunct(first) => first,
            _ => phrase,
        };
        clause.objects.contains(&Some(first))
    }

    /// Whether a phrase behind a preposition that syntax hangs on a noun may belong to the verb all the same: "fired at the
    /// crowd with rifles", "hurled a bomb from a car at the gate", "carried out by the brigade against fishermen", "hit posts
    /// in the hills of the north with rockets", "fired dozens of shells at the port".
    fn reaches(&self, id: ClauseId, preposition: u64, noun: PhraseId) -> bool {
        let clause = self.syntax.clause(id);
        let mut phrase = self.syntax.phrase(noun);
        for depth in 0..3 {
            match phrase.link {
                Link::Oblique(of) => {
                    // "appealed to the army for pumps"
                    let to = phrase.preposition.is_some_and(|at| self.words[at as usize].hash == hash(b"to"));
                    let apart = one_of!(preposition, "with" | "at" | "against") || to && preposition == hash(b"for");
                    return of == id && apart;
                }
                Link::Modifier(outer) => {
                    let of = phrase.preposition.is_some_and(|at| self.words[at as usize].hash == hash(b"of"));
                    if clause.objects.contains(&Some(outer)) {
                        return of && depth == 0 && preposition != hash(b"of") || preposition == hash(b"with");
                    }
                    phrase = self.syntax.phrase(outer);
                }
                _ => return false,
            }
        }
        false
    }

    /// The noun phrases of a clause around its verb, in order.
    pub fn phrases_around(
        &self,
        clause: &Clause,
    ) -> impl Iterator<Item = (PhraseId, &'a crate::syntax::Phrase)> + use<'a> {
        let syntax = self.syntax;
        let extent = clause.extent;
        let verb = clause.verb().unwrap_or(extent.first);
        let at = syntax.phrases_before(verb);
        let mut from = at;
        while from > 0 && at - from < PHRASES_BEFORE && syntax.phrases[from - 1].head >= extent.first {
            from -= 1;
        }
        (from..(at + PHRASES_BEHIND).min(syntax.phrases.len()))
            .map(move |i| (i as PhraseId, &syntax.phrases[i]))
            .take_while(move |(_, phrase)| phrase.head < extent.last)
    }

    /// Clauses that may depend on a word: the ones made right after its own.
    pub(super) fn clauses_behind(&self, word: u32) -> impl Iterator<Item = (ClauseId, &'a Clause)> + use<'a> {
        let syntax = self.syntax;
        let from = syntax.clause_of_word(word).unwrap_or(syntax.clauses.len() as u32) as usize;
        let sentence = syntax.sentence_of.get(from).copied();
        (from..(from + CLAUSES).min(syntax.clauses.len()))
            .take_while(move |&i| syntax.sentence_of.get(i).copied() == sentence)
            .map(move |i| (i as ClauseId, &syntax.clauses[i]))
            .filter(move |(_, clause)| clause.governor == Some(word))
    }

    pub(super) fn complement(&self, kind: Complement) -> bool {
        let word = match self.trigger {
            Trigger::Verb(clause) => self.syntax.clause(clause).verb(),
            Trigger::Predicate(clause) => self.syntax.clause(clause).predicate,
            Trigger::Noun { head, .. } => Some(head),
            _ => None,
        };
        let Some(word) = word else { return kind == Complement::None };
        let mut kinds = self.clauses_behind(word).map(|(_, clause)| match clause.kind {
            ClauseKind::That | ClauseKind::Bare => Complement::That,
            ClauseKind::Infinitive => Complement::Infinitive,
            ClauseKind::Gerund if !clause.marker.is_some_and(|marker| self.is_adverbial(marker)) => Complement::Gerund,
            ClauseKind::Question => Complement::Question,
            _ => Complement::None,
        });
        match kind {
            Complement::None => kinds.all(|found| found == Complement::None),
            kind => kinds.any(|found| found == kind),
        }
    }

    /// "After shooting", "by shooting": says when or how, and completes nothing.
    fn is_adverbial(&self, marker: u32) -> bool {
        one_of!(self.words[marker as usize].hash, "after" | "before" | "by" | "since" | "despite")
    }

    /// Whether the verb of a clause, with its particle, belongs to a class.
    pub fn verb_is(&self, id: ClauseId, class: Option<Class>) -> bool {
        let (Some(class), Some(group)) = (class, self.syntax.clause(id).group) else { return false };
        let verb = group.head as usize;
        match group.particle {
            Some(particle) if particle as usize == verb + 1 => self.lexicon.match_at(self.words, verb, class).is_some(),
            Some(_) => self.lexicon.has_word(&self.words[verb], class),
            None => self.lexicon.match_at(self.words, verb, class).is_some(),
        }
    }
}

/// Whether the subject of the clause is what its verb acts on.
pub(crate) fn is_passive(clause: &Clause) -> bool {
    clause.group.is_some_and(|group| group.passive || group.mood == Mood::Participle && !group.perfect)
}
