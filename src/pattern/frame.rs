//! Places around a trigger that rules can speak of, and the roles that are filled from them.

use std::cell::OnceCell;

use super::{Condition, Place, Test, parse};
use crate::lexicon::{Class, Lexicon, LexiconBuilder};
use crate::syntax::{Clause, ClauseId, ClauseKind, Extent, Link, Mood, PhraseId, Syntax};
use crate::tag::{Pos, Word};
use crate::token::{Shape, hash};

/// A place around a trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// Who does it, by the syntax: the subject, or the by-phrase of a passive.
    Subject,
    /// To whom it is done: the object, or the subject of a passive.
    Object,
    /// "the army's attack", "their attack".
    Possessor,
    /// "drone strike".
    Compound,
    /// "Russian strike".
    Adjective,
    /// The verb that has the event noun as subject, as object or behind a preposition.
    Governor,
    /// Who carries out what the noun names: "The army launched an attack".
    Doer,
    /// Who meets with what the noun names: "The post came under attack", "A blast rocked the city".
    Undergoer,
    /// Behind this preposition.
    Preposition(u64),
}

/// Prepositions that conditions and roles may name.
const PREPOSITIONS: [&str; 42] = [
    "about",
    "above",
    "across",
    "after",
    "against",
    "aboard",
    "along",
    "alongside",
    "among",
    "around",
    "as",
    "at",
    "before",
    "behind",
    "between",
    "by",
    "during",
    "following",
    "for",
    "from",
    "in",
    "inside",
    "into",
    "near",
    "of",
    "off",
    "on",
    "onto",
    "outside",
    "over",
    "per",
    "through",
    "throughout",
    "to",
    "toward",
    "towards",
    "under",
    "until",
    "upon",
    "via",
    "with",
    "within",
];

impl Slot {
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "subject" => Self::Subject,
            "object" => Self::Object,
            "possessor" => Self::Possessor,
            "compound" => Self::Compound,
            "adjective" => Self::Adjective,
            "governor" => Self::Governor,
            "doer" => Self::Doer,
            "undergoer" => Self::Undergoer,
            _ if PREPOSITIONS.contains(&name) => Self::Preposition(hash(name.as_bytes())),
            _ => return None,
        })
    }
}

/// The clause that completes a verb or noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Complement {
    That,
    Infinitive,
    Gerund,
    Question,
    None,
}

impl Complement {
    pub fn from_name(name: &str) -> Result<Self, String> {
        Ok(match name {
            "that" => Self::That,
            "infinitive" => Self::Infinitive,
            "gerund" => Self::Gerund,
            "question" => Self::Question,
            "none" => Self::None,
            _ => {
                return Err(format!(
                    "complement \"{name}\" is not known; use that, infinitive, gerund, question or none"
                ));
            }
        })
    }
}

/// Where the filler of a role is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RoleSource {
    pub slot: Slot,
    /// The head must belong to this class; must not where `false`.
    pub class: Option<(Class, bool)>,
}

/// Which roles are filled from where; the first place that is filled wins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Roles(pub Vec<(String, Vec<RoleSource>)>);

impl Roles {
    /// Reads `agent=subject,by target=object,on instrument=with<weapon>,by!<person>`.
    pub fn parse(text: &str, lexicon: &LexiconBuilder) -> Result<Self, String> {
        let mut roles = Vec::new();
        for part in text.split_whitespace() {
            let (role, places) =
                part.split_once('=').ok_or_else(|| format!("\"{part}\" lacks its =; write agent=subject"))?;
            let sources = places.split(',').filter(|p| !p.is_empty()).map(|place| {
                let (name, class) = match place.find('<') {
                    None => (place, None),
                    Some(at) => {
                        let name = place[at + 1..].strip_suffix('>').ok_or("\"<\" is not closed")?;
                        let wanted = !place[..at].ends_with('!');
                        (place[..at].trim_end_matches('!'), Some((parse::class(name, lexicon)?, wanted)))
                    }
                };
                let slot = Slot::from_name(name).ok_or_else(|| {
                    format!("\"{name}\" is no place; use subject, object, possessor or a preposition")
                })?;
                Ok(RoleSource { slot, class })
            });
            roles.push((role.to_owned(), sources.collect::<Result<_, String>>()?));
        }
        Ok(Self(roles))
    }
}

/// The classes of verbs that carry event nouns, and of nouns that only measure out others.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Carriers {
    pub does: Option<Class>,
    pub undergoes: Option<Class>,
    pub affects: Option<Class>,
    pub happens: Option<Class>,
    pub transparent: Option<Class>,
}

impl Carriers {
    pub fn new(lexicon: &LexiconBuilder) -> Self {
        Self {
            does: lexicon.class("light.do"),
            undergoes: lexicon.class("light.undergo"),
            affects: lexicon.class("light.affect"),
            happens: lexicon.class("light.happen"),
            transparent: lexicon.class("transparent"),
        }
    }
}

/// What a rule has taken hold of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trigger {
    /// The verb of a clause.
    Verb(ClauseId),
    /// A participle that is tagged as an adjective behind "be": "was struck".
    Predicate(ClauseId),
    /// A participle in front of a noun: "the wounded soldiers".
    Attributive(PhraseId),
    /// A noun, from the first word of the match to its head, and its noun phrase.
    Noun { phrase: PhraseId, first: u32, head: u32 },
    /// Anything else.
    Word,
}

/// Something that stands in a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Filler {
    pub extent: Extent,
    pub head: u32,
    pub phrase: Option<PhraseId>,
}

/// How many noun phrases behind a verb, and before it, can be its arguments; how many clauses are looked at.
const PHRASES_BEHIND: usize = 40;
const PHRASES_BEFORE: usize = 20;
const CLAUSES: usize = 24;

/// The surroundings of a trigger.
pub(crate) struct Frame<'a> {
    pub words: &'a [Word],
    pub lexicon: &'a Lexicon,
    pub syntax: &'a Syntax,
    pub carriers: &'a Carriers,
    pub trigger: Trigger,
    /// The words that the rule matched: what they hold is part of what happens and fills no slot ("open fire on").
    pub matched: Extent,
    prepositional: OnceCell<Vec<(u64, PhraseId, bool)>>,
}

impl<'a> Frame<'a> {
    pub fn new(
        words: &'a [Word],
        lexicon: &'a Lexicon,
        syntax: &'a Syntax,
        carriers: &'a Carriers,
        trigger: Trigger,
        matched: Extent,
    ) -> Self {
        Self { words, lexicon, syntax, carriers, trigger, matched, prepositional: OnceCell::new() }
    }

    /// Whether a condition on the syntax holds; others are taken to hold.
    pub fn holds(&self, condition: &Condition) -> bool {
        match &condition.place {
            Place::Slot(slot, tests) => {
                let fillers = self.fill(*slot);
                let passes = tests.iter().any(|test| match test {
                    Test::None => fillers.is_empty(),
                    Test::Any => !fillers.is_empty(),
                    test => fillers.iter().any(|filler| self.passes(*filler, test)),
                });
                passes == condition.wanted
            }
            Place::Complement(kinds) => kinds.iter().any(|kind| self.complement(*kind)) == condition.wanted,
            Place::Passive(passive) => match self.trigger {
                Trigger::Verb(clause) => (self.is_passive(clause) == *passive) == condition.wanted,
                Trigger::Attributive(_) | Trigger::Predicate(_) => *passive == condition.wanted,
                _ => true,
            },
            Place::Left(_) | Place::Right(_) | Place::Sentence(_) => true,
        }
    }

    /// What stands in a slot, in order of preference.
    pub fn fill(&self, slot: Slot) -> Vec<Filler> {
        let mut fillers = self.fill_any(slot);
        fillers
            .retain(|filler| !self.matched.contains(filler.head) || matches!(slot, Slot::Compound | Slot::Adjective));
        fillers
    }

    fn fill_any(&self, slot: Slot) -> Vec<Filler> {
        match (self.trigger, slot) {
            (Trigger::Verb(clause) | Trigger::Predicate(clause), Slot::Subject) => {
                self.agent_of(clause).into_iter().collect()
            }
            (Trigger::Verb(clause) | Trigger::Predicate(clause), Slot::Object) => {
                self.patient_of(clause).into_iter().collect()
            }
            (Trigger::Verb(clause) | Trigger::Predicate(clause), Slot::Preposition(hash)) => {
                self.obliques(clause, hash, true)
            }
            (Trigger::Attributive(phrase), Slot::Object) => vec![self.filler(phrase)],
            (Trigger::Noun { phrase, head, .. }, slot) => self.fill_noun(phrase, head, slot),
            _ => Vec::new(),
        }
    }

    /// Whether the head of a filler, or what its head measures out ("dozens of villages"), passes.
    pub fn passes(&self, filler: Filler, test: &Test) -> bool {
        if self.head_passes(filler, test) {
            return true;
        }
        let head = &self.words[filler.head as usize];
        let transparent = matches!(head.pos, Pos::Num | Pos::Pron | Pos::Det | Pos::Adj)
            || self.carriers.transparent.is_some_and(|class| self.lexicon.has_word(head, class));
        transparent
            && filler.phrase.is_some_and(|phrase| {
                self.syntax.modifiers(phrase).take(4).any(|(id, inner)| {
                    inner.preposition.is_some_and(|p| self.words[p as usize].hash == hash(b"of"))
                        && self.head_passes(self.filler(id), test)
                })
            })
    }

    pub fn in_class(&self, filler: Filler, class: Class) -> bool {
        self.passes(filler, &Test::Class(class))
    }

    fn head_passes(&self, filler: Filler, test: &Test) -> bool {
        let head = filler.head as usize;
        if test.passes(&self.words[head], self.lexicon) {
            return true;
        }
        if *test == Test::Tag(Pos::Propn) {
            // "Human Rights Watch": a capital that does not come from the start of a sentence makes a name
            let inner = filler.phrase.is_some_and(|phrase| self.syntax.phrase(phrase).base.first < filler.head);
            return inner && self.words[head].shape.has(Shape::CAPITAL) && self.words[head].pos == Pos::Noun;
        }
        let Test::Class(class) = *test else { return false };
        let first = filler.phrase.map_or(filler.extent, |phrase| self.syntax.phrase(phrase).base).first as usize;
        (first.max(head.saturating_sub(4))..head).any(|start| {
            let end = head + 1 - start;
            self.lexicon.phrases_at(&self.words[..=head], start).any(|(c, len)| c == class && len == end)
        })
    }

    /// A noun phrase as a filler: all of it, up to the clause that holds the trigger.
    pub fn filler(&self, id: PhraseId) -> Filler {
        let phrase = self.syntax.phrase(id);
        let mut extent = phrase.full;
        let inner = match self.trigger {
            Trigger::Verb(clause) | Trigger::Predicate(clause) => {
                Some((self.syntax.clause(clause).extent, self.syntax.clause(clause).verb()))
            }
            Trigger::Noun { first, head, .. } => Some((Extent::new(first, head + 1), Some(head))),
            _ => None,
        };
        if let Some((inside, Some(at))) = inner {
            if extent.contains(at) && phrase.head < inside.first {
                extent.last = inside.first.max(phrase.base.last);
                while extent.last > phrase.base.last && self.is_edge(extent.last - 1) {
                    extent.last -= 1;
                }
            } else if extent.contains(at) {
                extent = phrase.base;
            }
        }
        Filler { extent, head: phrase.head, phrase: Some(id) }
    }

    fn is_edge(&self, word: u32) -> bool {
        matches!(self.words[word as usize].pos, Pos::Punct | Pos::Adp | Pos::Sconj | Pos::Cconj)
    }

    fn word_filler(&self, first: u32, last: u32) -> Filler {
        Filler { extent: Extent::new(first, last), head: last - 1, phrase: None }
    }

    fn is_passive(&self, id: ClauseId) -> bool {
        self.trigger == Trigger::Predicate(id) || is_passive(self.syntax.clause(id))
    }

    /// Who does what the verb says.
    pub fn agent_of(&self, id: ClauseId) -> Option<Filler> {
        let clause = self.syntax.clause(id);
        if self.is_passive(id) {
            let by = self.obliques(id, hash(b"by"), false);
            let by = by.into_iter().find(|filler| filler.phrase.is_some_and(|p| !self.syntax.phrase(p).time));
            // "was struck and killed by ..."
            return by.or_else(|| {
                self.twin(id).filter(|&twin| is_passive(self.syntax.clause(twin))).and_then(|twin| self.agent_of(twin))
            });
        }
        self.subject_of(clause).map(|phrase| self.filler(phrase))
    }

    /// To whom it is done.
    pub fn patient_of(&self, id: ClauseId) -> Option<Filler> {
        let clause = self.syntax.clause(id);
        if self.is_passive(id) {
            return self.subject_of(clause).map(|phrase| self.filler(phrase));
        }
        let object = clause.objects[1].or(clause.objects[0]).or_else(|| {
            let gap = clause.kind == ClauseKind::Relative && clause.subject.is_some();
            gap.then(|| self.antecedent(clause)).flatten().filter(|a| Some(*a) != clause.subject)
        });
        let object = object.map(|phrase| self.filler(phrase));
        // "abducted and killed two farmers"
        object.or_else(|| {
            self.twin(id).filter(|&twin| !is_passive(self.syntax.clause(twin))).and_then(|twin| self.patient_of(twin))
        })
    }

    /// The clause whose verb follows right behind the verb of this one, with a conjunction between.
    fn twin(&self, id: ClauseId) -> Option<ClauseId> {
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
        clause.objects[1].and(clause.objects[0]).map(|phrase| self.filler(phrase))
    }

    fn subject_of(&self, clause: &Clause) -> Option<PhraseId> {
        clause.subject.or_else(|| match clause.kind {
            ClauseKind::Relative | ClauseKind::Participle | ClauseKind::Infinitive => self.antecedent(clause),
            _ => None,
        })
    }

    /// The noun phrase that a relative or participle clause belongs to. A clause that restricts does not belong to a name
    /// or a time but to what these stand behind: "an attack in Kabul on Friday that killed ten".
    fn antecedent(&self, clause: &Clause) -> Option<PhraseId> {
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
        Some(id)
    }

    /// What stands behind a preposition that depends on the verb or, where `deep`, on its object: which of the two it is,
    /// meaning has to decide ("pelted the bus with eggs"). "Of" belongs to the noun, unless that has no determiner and is
    /// part of what the verb says ("take control of").
    fn obliques(&self, id: ClauseId, preposition: u64, deep: bool) -> Vec<Filler> {
        let own = matches!(self.trigger, Trigger::Verb(clause) | Trigger::Predicate(clause) if clause == id);
        let fresh;
        let list = if own {
            self.prepositional.get_or_init(|| self.prepositional_of(id))
        } else {
            fresh = self.prepositional_of(id);
            &fresh
        };
        let of_verb = |on_object: bool| {
            let fits = move |entry: &&(u64, PhraseId, bool)| entry.0 == preposition && entry.2 == on_object;
            list.iter().filter(fits).map(|entry| self.filler(entry.1))
        };
        let mut found: Vec<Filler> = of_verb(false).collect();
        if deep {
            found.extend(of_verb(true));
        }
        found
    }

    /// The prepositional phrases of a clause: preposition, noun phrase, and whether it hangs on the object.
    fn prepositional_of(&self, id: ClauseId) -> Vec<(u64, PhraseId, bool)> {
        let clause = self.syntax.clause(id);
        let mut list = Vec::new();
        for (phrase_id, phrase) in self.phrases_around(clause) {
            let Some(preposition) = phrase.preposition.map(|p| self.words[p as usize].hash) else { continue };
            match phrase.link {
                Link::Oblique(of) if of == id => list.push((preposition, phrase_id, false)),
                Link::Modifier(of) if clause.objects.contains(&Some(of)) => {
                    let base = self.syntax.phrase(of).base;
                    if preposition != hash(b"of") || base.last - base.first == 1 {
                        list.push((preposition, phrase_id, true));
                    }
                }
                _ => {}
            }
        }
        list
    }

    /// The noun phrases of a clause around its verb, in order.
    pub fn phrases_around(
        &self,
        clause: &Clause,
    ) -> impl Iterator<Item = (PhraseId, &'a crate::syntax::Phrase)> + use<'a> {
        let syntax = self.syntax;
        let extent = clause.extent;
        let verb = clause.verb().unwrap_or(extent.first);
        let at = syntax.phrases.partition_point(|phrase| phrase.head < verb);
        let mut from = at;
        while from > 0 && at - from < PHRASES_BEFORE && syntax.phrases[from - 1].head >= extent.first {
            from -= 1;
        }
        (from..(at + PHRASES_BEHIND).min(syntax.phrases.len()))
            .map(move |i| (i as PhraseId, &syntax.phrases[i]))
            .take_while(move |(_, phrase)| phrase.head < extent.last)
    }

    /// Clauses that may depend on a word: the ones made right after its own.
    fn clauses_behind(&self, word: u32) -> impl Iterator<Item = (ClauseId, &'a Clause)> + use<'a> {
        let syntax = self.syntax;
        let from = syntax.clause_of_word(word).unwrap_or(syntax.clauses.len() as u32) as usize;
        let sentence = syntax.sentence_of.get(from).copied();
        (from..(from + CLAUSES).min(syntax.clauses.len()))
            .filter(move |&i| syntax.sentence_of.get(i).copied() == sentence)
            .map(move |i| (i as ClauseId, &syntax.clauses[i]))
            .filter(move |(_, clause)| clause.governor == Some(word))
    }

    fn complement(&self, kind: Complement) -> bool {
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
            ClauseKind::Gerund => Complement::Gerund,
            ClauseKind::Question => Complement::Question,
            _ => Complement::None,
        });
        match kind {
            Complement::None => kinds.all(|found| found == Complement::None),
            kind => kinds.any(|found| found == kind),
        }
    }

    fn fill_noun(&self, id: PhraseId, head: u32, slot: Slot) -> Vec<Filler> {
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
            Slot::Subject | Slot::Object => Vec::new(),
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

/// As what a noun phrase stands in a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Governed {
    Subject,
    Object,
    /// Behind this preposition.
    Oblique(u64),
}

/// Whether the subject of the clause is what its verb acts on.
pub(crate) fn is_passive(clause: &Clause) -> bool {
    clause.group.is_some_and(|group| group.passive || group.mood == Mood::Participle && !group.perfect)
}
