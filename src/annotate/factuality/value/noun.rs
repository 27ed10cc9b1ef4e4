//! Nouns: what an event is worth that a noun phrase names, by what stands in the phrase and what the phrase depends on.

use super::super::signature::{Shapes, Signature};
use super::{FARTHEST, MOST_CUES, Stand, Values};
use crate::annotate::found::{Target, Turn};
use crate::model::{Certainty, CueClass, CueKind, Polarity, Tense};
use crate::syntax::{Clause, ClauseId, ClauseKind, Link, Phrase, PhraseId, one_of};
use crate::tag::{Pos, VerbForm, Word};
use crate::token::hash;

impl Values<'_, '_> {
    /// What an event that a noun phrase names is worth.
    pub fn phrase(&self, id: PhraseId, farthest: usize) -> Stand {
        let phrase = self.document.syntax.phrase(id);
        let context = match farthest.checked_sub(1) {
            Some(farthest) => self.context_of_phrase(phrase, farthest),
            None => Stand::PLAIN,
        };
        let any = self.document.words[phrase.base.first as usize].hash == hash(b"any");
        let context = match any {
            true if self.is_negated_around(phrase) => Stand { polarity: Polarity::Negative, ..context },
            // "denied any raid"
            true if context.polarity == Polarity::Negative => context,
            true => Stand { ahead: Certainty::Possible, ..context },
            false => context,
        };
        // "without clashes or arrests"
        let joined = match phrase.link {
            Link::Conjunct(left) => Some((left, self.document.syntax.phrase(left).base.first)),
            _ => None,
        };
        let first = joined.map_or(phrase.base.first, |(_, first)| first);
        let own = self.cues.between(first.saturating_sub(3), phrase.base.last, MOST_CUES);
        own.map(|(cue, _)| cue)
            .filter(|cue| {
                let within = cue.kind == CueKind::Negation && phrase.base.contains(cue.head);
                let shared = joined.is_some_and(|(left, first)| {
                    cue.kind == CueKind::Negation && cue.target == Target::Phrase(left) && cue.extent.first <= first
                });
                // "the lack of an agreement": the lack is there
                cue.target == Target::Phrase(id) || shared || within && cue.class != CueClass::Implicative
            })
            .fold(self.with_premodifiers(context, phrase), |stand, cue| {
                let turned = if cue.turn == Turn::Flip {
                    // "no arrest is planned": none
                    let open = cue.kind == CueKind::Negation && stand.certainty == Certainty::Unknown;
                    let certainty = if open { Certainty::Certain } else { stand.certainty };
                    Stand { polarity: Polarity::Negative, certainty, ..stand }
                } else {
                    stand.turned(cue.turn)
                };
                Stand { certainty: turned.certainty.min(cue.strength), ..turned }
            })
    }

    /// "an assassination attempt", "the strike threat": what the head says of the noun in front of it
    pub fn modifier(&self, id: PhraseId) -> Stand {
        let stand = self.phrase(id, FARTHEST);
        match self.signature(self.document.syntax.phrase(id).head, Shapes::OF) {
            Some(signature) if !signature.is_factive(Shapes::OF) => signature.apply(stand, Shapes::OF),
            _ => stand,
        }
    }

    /// "did not result in any changes"
    fn is_negated_around(&self, phrase: &Phrase) -> bool {
        match phrase.link {
            Link::Object(clause) | Link::Oblique(clause) => self.clause(clause).polarity == Polarity::Negative,
            _ => false,
        }
    }

    /// "planned attack", "foiled coup", "future talks"
    fn with_premodifiers(&self, stand: Stand, phrase: &Phrase) -> Stand {
        let first = phrase.base.first.max(phrase.head.saturating_sub(FARTHEST as u32));
        (first..phrase.head).fold(stand, |stand, i| {
            let word = &self.document.words[i as usize];
            let participle = word.pos == Pos::Verb && matches!(word.form, VerbForm::Participle | VerbForm::Past);
            let than = |at: u32| self.document.words[at as usize].hash == hash(b"than");
            // "a larger-than-expected fall"
            let compares = i > first && (than(i - 1) || i > first + 1 && than(i - 2));
            if word.pos != Pos::Adj && !participle || compares {
                return stand;
            }
            if !self.is_one_of(Some(i), self.senses.premodifier) {
                return stand;
            }
            match self.signature(i, Shapes::INFINITIVE.or(Shapes::THING)) {
                Some(signature) => {
                    // "no planned strike": there is none
                    match stand.polarity {
                        Polarity::Positive => signature.apply(stand, Shapes::INFINITIVE),
                        _ => stand,
                    }
                }
                _ => stand,
            }
        })
    }

    fn context_of_phrase(&self, phrase: &Phrase, farthest: usize) -> Stand {
        let syntax = self.document.syntax;
        if let Some((class, farthest)) = self.exemplified(phrase).zip(farthest.checked_sub(1)) {
            return self.phrase(class, farthest);
        }
        match phrase.link {
            Link::Object(clause) => self.object(phrase, clause, Shapes::THING),
            Link::Predicate(clause) => self.clause(clause),
            Link::Subject(clause) => {
                let stand = self.clause(clause);
                let governs = syntax.clause(clause);
                if governs.is_passive() || governs.inverted && governs.kind == ClauseKind::Parenthetical {
                    return self.object(phrase, clause, Shapes::THING);
                }
                // "a merger is unlikely"
                let predicate = syntax.clause(clause).predicate;
                if predicate.and_then(|word| self.signature(word, Shapes::THAT)).is_some_and(Signature::doubts) {
                    return stand;
                }
                // "an arrest is imminent"
                let ahead = || {
                    let word = predicate.filter(|&word| self.is_one_of(Some(word), self.senses.premodifier))?;
                    self.signature(word, Shapes::INFINITIVE.or(Shapes::THING))
                };
                if let Some(signature) = ahead().filter(|_| stand.polarity == Polarity::Positive) {
                    return if self.is_given(phrase) {
                        Stand::PLAIN
                    } else {
                        signature.apply(stand, Shapes::INFINITIVE)
                    };
                }
                // "the strike never happened", "the deal fell through"; but "unclear how the fire started"
                let asked = governs.kind == ClauseKind::Question;
                if !asked && self.is_phrase_of(governs.verb(), self.senses.occur) {
                    return stand;
                }
                if self.is_phrase_of(governs.verb(), self.senses.vanish) {
                    return stand.turned(Turn::Flip);
                }
                // what may happen and may not: "an attack would", but "the attack would"
                if self.is_given(phrase) { Stand::PLAIN } else { Stand { polarity: Polarity::Positive, ..stand } }
            }
            Link::Oblique(_) | Link::Modifier(_) if self.is_taken_for_granted(phrase) => Stand::PLAIN,
            Link::Oblique(clause) => {
                let shape =
                    phrase.preposition.map_or(Shapes::FOR, |at| preposition_shape(&self.document.words[at as usize]));
                self.object(phrase, clause, shape)
            }
            Link::Modifier(owner) => {
                let head = syntax.phrase(owner).head;
                // "the rumours of a coup proved false"
                if let Link::Subject(clause) = syntax.phrase(owner).link {
                    if self.is_called_false(head, syntax.clause(clause)) {
                        return self.clause(clause).turned(Turn::Flip);
                    }
                }
                let shape =
                    phrase.preposition.map_or(Shapes::FOR, |at| preposition_shape(&self.document.words[at as usize]));
                match self.signature(head, shape) {
                    Some(signature) if signature.is_factive(shape) => Stand::PLAIN,
                    Some(signature) if signature.takes_given() && self.is_given(phrase) => Stand::PLAIN,
                    Some(signature) if signature.is_doubt() && self.is_shown(syntax.phrase(owner)) => {
                        self.phrase(owner, farthest)
                    }
                    Some(signature) => signature.apply(self.phrase(owner, farthest), shape),
                    None if self.is_given(phrase) => Stand::PLAIN,
                    None => Stand { polarity: Polarity::Positive, ..self.phrase(owner, farthest) },
                }
            }
            Link::Conjunct(left) => match farthest.checked_sub(1) {
                Some(farthest) => self.context_of_phrase(syntax.phrase(left), farthest),
                None => Stand::PLAIN,
            },
            Link::Loose | Link::Adverbial(_) | Link::Possessor(_) | Link::Apposition(_) => Stand::PLAIN,
        }
    }

    /// What a noun phrase behind "such as" or "including" is an example of: "no risks, such as fires".
    fn exemplified(&self, phrase: &Phrase) -> Option<PhraseId> {
        let such =
            phrase.preposition.filter(|&at| one_of!(self.document.words[at as usize].hash, "such" | "including"))?;
        let comma = |at: &u32| self.document.words[*at as usize].pos == Pos::Punct;
        let before = such.checked_sub(1)?;
        let before = if comma(&before) { before.checked_sub(1)? } else { before };
        self.document.syntax.phrase_of_word(before)
    }

    /// A noun phrase that a verb acts on.
    fn object(&self, phrase: &Phrase, clause: ClauseId, shape: Shapes) -> Stand {
        let syntax = self.document.syntax;
        let stand = self.clause(clause);
        let verb = syntax.clause(clause).verb();
        // "kept the ferry from sailing", where the -ing form is a noun
        let shape = match shape == Shapes::FROM && self.is_doing(phrase) {
            true => Shapes::FROM.or(Shapes::FROM_DOING),
            false => shape,
        };
        let signature = verb.and_then(|verb| self.signature(verb, shape)).or_else(|| {
            // "may be responsible for the fire"
            let predicate = syntax.clause(clause).predicate.filter(|_| shape == Shapes::FOR)?;
            self.signature(predicate, shape).filter(|signature| signature.is_factive(shape))
        });
        let saying = self
            .senses
            .saying
            .is_some_and(|class| self.document.lexicon.has_word(&self.document.words[phrase.head as usize], class));
        match signature {
            // "expect the deal to bring jobs": the deal is there
            Some(_) if self.is_given(phrase) && self.is_raised(phrase, clause) => Stand::PLAIN,
            Some(signature) if saying && (signature.is_denial() || signature.is_about()) => Stand::PLAIN,
            Some(signature) if signature.takes_given() && self.is_given(phrase) => Stand::PLAIN,
            // "decided against an appeal"
            Some(signature) if signature.is_decision() && shape == Shapes::FOR && self.is_against(phrase) => {
                match self.is_given(phrase) || saying {
                    true => Stand::PLAIN,
                    false => stand.turned(Turn::Flip),
                }
            }
            // "did not hear a shot", "expects to see a rise"
            Some(signature)
                if shape == Shapes::THING
                    && signature.is_factive(shape)
                    && !self.is_given(phrase)
                    && self.is_one_of(verb, self.senses.perceive) =>
            {
                stand
            }
            Some(signature) if signature.is_factive(shape) => Stand::PLAIN,
            // "may have caused the crash", "denied carrying out the attack"
            Some(signature)
                if signature.is_doing()
                    && shape == Shapes::THING
                    && phrase.possessor.is_none()
                    && stand.tense == Tense::Past
                    && self.is_given(phrase) =>
            {
                Stand::PLAIN
            }
            Some(signature) if signature.evades() && self.has_article(phrase) => Stand::PLAIN,
            // "the crash could have been prevented"
            Some(signature)
                if signature.averts() && self.is_given(phrase) && self.is_regretted(syntax.clause(clause)) =>
            {
                Stand::PLAIN
            }
            Some(signature) => signature.apply(stand, shape),
            None if self.is_given(phrase) => Stand::PLAIN,
            // "is not at war", "may be under attack"
            None if self.is_predicate(phrase, syntax.clause(clause)) => stand,
            // "could not be reached for comment"
            None if shape == Shapes::FOR && stand.polarity == Polarity::Negative && self.is_bare(phrase) => stand,
            // adverbials are taken for granted more than objects are
            None if shape != Shapes::THING => Stand { polarity: Polarity::Positive, ..stand },
            None => stand,
        }
    }

    /// Whether what a verb of expecting has for its object is the subject of the infinitive behind, unless that tells whether it
    /// takes place: "expect the deal to bring jobs".
    fn is_raised(&self, phrase: &Phrase, clause: ClauseId) -> bool {
        let syntax = self.document.syntax;
        let verb = syntax.clause(clause).verb();
        let expects = verb.and_then(|verb| self.signature(verb, Shapes::THING)).is_some_and(Signature::looks_ahead);
        let end = syntax.clauses_of[syntax.sentence_of[clause as usize] as usize].end;
        expects
            && (clause + 1..end.min(clause + 1 + FARTHEST as u32)).map(|at| syntax.clause(at)).any(|inner| {
                let subject = inner.subject.map(|subject| syntax.phrase(subject).head);
                inner.kind == ClauseKind::Infinitive
                    && inner.governor == verb
                    && subject == Some(phrase.head)
                    && !self.is_phrase_of(inner.verb(), self.senses.occur)
                    && !inner.is_passive()
            })
    }

    /// "shows signs of recovery": what is shown is there.
    pub(super) fn is_shown(&self, phrase: &Phrase) -> bool {
        let shown = |id: ClauseId| {
            let verb = self.document.syntax.clause(id).verb().map_or(0, |verb| self.document.words[verb as usize].hash);
            one_of!(verb, "show" | "shows" | "showed" | "shown" | "showing" | "display" | "displays" | "displayed")
        };
        matches!(phrase.link, Link::Object(clause) if shown(clause))
    }

    /// "is at war", "are not for sale": all that a copula says of its subject.
    fn is_predicate(&self, phrase: &Phrase, clause: &Clause) -> bool {
        let behind = clause.group.filter(|group| group.copula).map(|group| group.extent.last);
        clause.predicate.is_none() && phrase.preposition.is_some() && phrase.preposition == behind
    }

    fn is_against(&self, phrase: &Phrase) -> bool {
        phrase.preposition.is_some_and(|at| one_of!(self.document.words[at as usize].hash, "against"))
    }

    /// "for comment", "for sale": a noun by itself.
    fn is_bare(&self, phrase: &Phrase) -> bool {
        let singular = |at: u32| {
            let word = &self.document.words[at as usize];
            !self.document.text[word.start as usize..word.end as usize].ends_with('s') && word.pos == Pos::Noun
        };
        phrase.full.last == phrase.base.first + 1
            && singular(phrase.head)
            && phrase.preposition.is_some_and(|at| one_of!(self.document.words[at as usize].hash, "for"))
    }

    fn has_article(&self, phrase: &Phrase) -> bool {
        self.document.words[phrase.base.first as usize].pos == Pos::Det || phrase.possessor.is_some()
    }

    /// "could have been prevented", "should have stopped it": what was not done.
    fn is_regretted(&self, clause: &Clause) -> bool {
        clause.group.is_some_and(|group| group.perfect && group.modal.is_some() && group.negation.is_none())
    }

    /// "sailing": a bare noun that ends like a gerund.
    fn is_doing(&self, phrase: &Phrase) -> bool {
        let word = &self.document.words[phrase.head as usize];
        let bare = phrase.base.last == phrase.base.first + 1;
        bare && self.document.text.get(word.start as usize..word.end as usize).is_some_and(|text| text.ends_with("ing"))
    }

    /// despite, after, following the attack
    fn is_taken_for_granted(&self, phrase: &Phrase) -> bool {
        const PREPOSITIONS: [u64; 13] = [
            hash(b"due"),
            hash(b"thanks"),
            hash(b"owing"),
            hash(b"as"),
            hash(b"according"),
            hash(b"despite"),
            hash(b"after"),
            hash(b"during"),
            hash(b"since"),
            hash(b"following"),
            hash(b"amid"),
            hash(b"because"),
            hash(b"amidst"),
        ];
        phrase.preposition.is_some_and(|at| PREPOSITIONS.contains(&self.document.words[at as usize].hash))
    }

    /// Definite noun phrases are taken for granted: the attack, their attack, Monday's attack.
    fn is_given(&self, phrase: &Phrase) -> bool {
        const DETERMINERS: [u64; 11] = [
            hash(b"our"),
            hash(b"my"),
            hash(b"your"),
            hash(b"the"),
            hash(b"this"),
            hash(b"that"),
            hash(b"these"),
            hash(b"those"),
            hash(b"its"),
            hash(b"their"),
            hash(b"his"),
        ];
        let hash_at = |at: u32| self.document.words[at as usize].hash;
        let first = phrase.base.first;
        // "all the raids"
        let of_all = one_of!(hash_at(first), "all" | "both" | "half") && first < phrase.head;
        // "both raids", "all three raids"
        let counted = || {
            one_of!(hash_at(first), "both")
                || one_of!(hash_at(first), "all") && self.document.words[first as usize + 1].pos == Pos::Num
        };
        of_all && counted() || phrase.possessor.is_some() || DETERMINERS.contains(&hash_at(first + u32::from(of_all)))
    }
}

fn preposition_shape(word: &Word) -> Shapes {
    match word.hash {
        h if h == hash(b"of") => Shapes::OF,
        h if h == hash(b"from") => Shapes::FROM,
        h if [hash(b"for"), hash(b"to"), hash(b"on"), hash(b"about"), hash(b"against")].contains(&h) => Shapes::FOR,
        _ => Shapes::NONE,
    }
}
