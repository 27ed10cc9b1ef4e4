//! Values: what is left of certainty and polarity of a predicate, and when it takes place, seen from the outermost clause.
//!
//! Each clause stands in a context: the main clause in none, a complement in what its governing word says of it, given what
//! that word itself is worth. Cues that act on the clause itself come on top. Nouns stand in the context of their clause.

use super::FactualityClasses;
use super::scope;
use super::signature::{Senses, Shapes, Signature, Signatures};
use crate::annotate::found::{Target, Turn};
use crate::annotate::{Document, FoundAttribution, FoundCue};
use crate::lexicon::Class;
use crate::model::{Certainty, CueClass, CueKind, Polarity, Tense};
use crate::syntax::{Clause, ClauseId, ClauseKind, GroupTense, Link, Mood, Phrase, PhraseId, VerbGroup};
use crate::tag::{Pos, VerbForm, Word};
use crate::token::hash;

/// What a predicate is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stand {
    pub certainty: Certainty,
    pub polarity: Polarity,
    pub tense: Tense,
    /// Below certain where it lies ahead of a wanting or planning: what that leaves of an event, not of a claim.
    pub ahead: Certainty,
}

impl Stand {
    pub const PLAIN: Self = Self {
        certainty: Certainty::Certain,
        polarity: Polarity::Positive,
        tense: Tense::None,
        ahead: Certainty::Certain,
    };

    fn turned(self, turn: Turn) -> Self {
        let polarity = match (turn, self.polarity) {
            (Turn::Keep, polarity) => polarity,
            (Turn::Open, _) | (_, Polarity::Open) => Polarity::Open,
            (Turn::Flip, Polarity::Positive) => Polarity::Negative,
            (Turn::Flip, Polarity::Negative) => Polarity::Positive,
        };
        Self { polarity, ..self }
    }

    /// The certainty of an event, which is lower where it lies ahead.
    pub fn of_event(self) -> Certainty {
        self.certainty.min(self.ahead)
    }
}

/// Which cues of a clause act on a verb.
#[derive(Clone, Copy)]
enum Shared {
    /// All, since it is the verb of the clause.
    Own,
    /// Those in the verb group.
    Group,
    /// Hedging adverbs in front of the verb.
    Adverbs,
}

/// How far a chain of nouns or conjuncts is followed.
pub(super) const FARTHEST: usize = 8;
/// How deep clauses are followed outwards.
pub(super) const DEEPEST: usize = 32;
/// How many cues of a clause are heeded.
const MOST_CUES: usize = 48;

/// Values of the clauses and nouns of one text. Those of the clauses are worked out once, from the outermost inwards: a
/// clause stands behind the one it depends on.
pub(super) struct Values<'d, 'a> {
    pub document: &'d Document<'a>,
    pub cues: &'d [FoundCue],
    signatures: &'d Signatures,
    senses: &'d Senses,
    /// For each clause whose verb reports what the report leaves of its content; empty for the view of the author.
    reports: Vec<Option<Stand>>,
    pub known: Vec<Stand>,
}

impl<'d, 'a> Values<'d, 'a> {
    /// Values as the author sees them.
    pub fn of_author(document: &'d Document<'a>, cues: &'d [FoundCue], knowledge: &'d FactualityClasses) -> Self {
        let FactualityClasses { signatures, senses, .. } = knowledge;
        let clauses = &document.syntax.clauses;
        let known = Vec::with_capacity(clauses.len());
        let mut values = Self { document, cues, signatures, senses, reports: Vec::new(), known };
        for (clause, id) in clauses.iter().zip(0..) {
            let stand = values.work_out(id, clause);
            values.known.push(stand);
        }
        values
    }

    /// Values as those see them who answer for the contents.
    pub fn of_holders(
        document: &'d Document<'a>,
        cues: &'d [FoundCue],
        knowledge: &'d FactualityClasses,
        attributions: &[FoundAttribution],
        author: Vec<Stand>,
    ) -> Self {
        let mut reports = vec![None; document.syntax.clauses.len()];
        for attribution in attributions {
            let Some(slot) = attribution.clause.and_then(|clause| reports.get_mut(clause as usize)) else { continue };
            let tense = if attribution.prospective { Tense::Future } else { Tense::None };
            let (certainty, polarity) = (attribution.certainty, attribution.polarity);
            *slot = Some(Stand { certainty, polarity, tense, ..Stand::PLAIN });
        }
        let FactualityClasses { signatures, senses, .. } = knowledge;
        let mut values = Self { document, cues, signatures, senses, reports, known: author };
        // what stands in no report is worth to its holder what it is to the author
        let mut reported = vec![false; values.known.len()];
        for (clause, id) in document.syntax.clauses.iter().zip(0..) {
            let Some(parent) = clause.parent.filter(|&parent| parent < id) else { continue };
            if values.is_report(parent) || reported[parent as usize] {
                reported[id as usize] = true;
                values.known[id as usize] = values.work_out(id, clause);
            }
        }
        values
    }

    fn work_out(&self, id: ClauseId, clause: &Clause) -> Stand {
        let context = self.context(id, clause);
        let stand = self.with_own_cues(context, id, clause);
        let stand = self.with_modality(stand, clause);
        Stand { tense: self.tense(clause, context.tense), ..stand }
    }

    /// Whether the verb of a clause is a report by a source.
    pub fn is_report(&self, id: ClauseId) -> bool {
        self.reports.get(id as usize).is_some_and(Option::is_some)
    }

    /// Whether a clause shares a cue in the verb group of an earlier conjunct: "may leave or stay".
    pub fn shares(&self, id: ClauseId, target: ClauseId, cue: &FoundCue) -> bool {
        let mut at = id;
        for _ in 0..FARTHEST {
            let clause = self.document.syntax.clause(at);
            match clause.conjunct_of {
                Some(left) if self.may_share(clause) => at = left,
                _ => return false,
            }
            if !scope::shares_auxiliary(self.document, clause) && cue.class != CueClass::Adverb {
                return false;
            }
            if at == target {
                return is_shared(cue, self.document.syntax.clause(at));
            }
        }
        false
    }

    /// Whether a clause can share a cue of the conjunct before it.
    fn may_share(&self, clause: &Clause) -> bool {
        scope::shares_auxiliary(self.document, clause) || scope::shares_adverb(self.document, clause)
    }

    /// What the predicate of a clause is worth.
    pub fn clause(&self, id: ClauseId) -> Stand {
        self.known.get(id as usize).copied().unwrap_or(Stand::PLAIN)
    }

    // ------------------------------------------------------------------ own cues

    fn with_own_cues(&self, stand: Stand, id: ClauseId, clause: &Clause) -> Stand {
        let mut stand = stand;
        let mut at = (id, *clause);
        let mut shared = Shared::Own;
        for _ in 0..FARTHEST {
            stand = self.with_cues(stand, at.0, &at.1, shared);
            let Some(left) = at.1.conjunct_of else { break };
            shared = match shared {
                _ if !self.may_share(&at.1) => break,
                Shared::Adverbs => Shared::Adverbs,
                _ if scope::shares_auxiliary(self.document, &at.1) => Shared::Group,
                _ => Shared::Adverbs,
            };
            at = (left, *self.document.syntax.clause(left));
        }
        stand
    }

    /// Ability, duty and what was to come leave an event ahead, though they hedge no claim: can, must, would, have to.
    fn with_modality(&self, stand: Stand, clause: &Clause) -> Stand {
        const ABLE: [u64; 5] = [hash(b"can"), hash(b"could"), hash(b"should"), hash(b"ought"), hash(b"ca")];
        const BOUND: [u64; 3] = [hash(b"would"), hash(b"must"), hash(b"'d")];
        let Some(group) = clause.group.filter(|_| stand.polarity == Polarity::Positive) else { return stand };
        let words = &self.document.words[group.extent.range()];
        let modal = group.modal.map_or(0, |modal| self.document.words[modal as usize].hash);
        // "has to leave", "is to leave"; but "had to leave" and "used to live" tell what was
        let to = words.windows(2).any(|pair| {
            let was =
                group.tense == GroupTense::Past && (pair[0].hash == hash(b"had") || pair[0].hash == hash(b"used"));
            pair[1].hash == hash(b"to")
                && matches!(pair[0].pos, Pos::Aux | Pos::Verb)
                && group.mood == Mood::Finite
                && !was
        });
        let ahead = if ABLE.contains(&modal) {
            Certainty::Possible
        } else if BOUND.contains(&modal) || to {
            Certainty::Probable
        } else {
            return stand;
        };
        Stand { ahead: stand.ahead.min(ahead), ..stand }
    }

    /// Of a left conjunct only what stands in its verb group is shared.
    fn with_cues(&self, stand: Stand, id: ClauseId, clause: &Clause, shared: Shared) -> Stand {
        // "without firing", "for not telling": the cue may stand in front of its clause
        let from = self.cues.partition_point(|cue| cue.extent.first + FARTHEST as u32 <= clause.extent.first);
        let own = self.cues[from..].iter().take(MOST_CUES).take_while(|cue| cue.extent.first <= clause.extent.last);
        own.filter(|cue| cue.target == Target::Clause(id))
            .filter(|cue| match shared {
                Shared::Own => true,
                Shared::Group => is_shared(cue, clause),
                Shared::Adverbs => cue.class == CueClass::Adverb && is_shared(cue, clause),
            })
            .fold(stand, |stand, cue| Stand { certainty: stand.certainty.min(cue.strength), ..stand.turned(cue.turn) })
    }

    /// The infinitive that an implicative verb or a belief passes its subject on to: "failed to stop", "seems to have left".
    pub fn implied(&self, id: ClauseId) -> Option<Stand> {
        let syntax = self.document.syntax;
        let clause = syntax.clause(id);
        let heads = [clause.predicate, clause.verb()];
        let sentence = syntax.clauses_of[syntax.sentence_of[id as usize] as usize].end;
        let (infinitive, inner) =
            (id + 1..sentence.min(id + 1 + FARTHEST as u32)).map(|at| (at, syntax.clause(at))).find(|(_, inner)| {
                inner.parent == Some(id)
                    && (inner.kind == ClauseKind::Infinitive || inner.kind == ClauseKind::That && self.is_empty(clause))
                    && inner.governor.is_some()
                    && heads.contains(&inner.governor)
            })?;
        if self.is_yet_to(inner) {
            return Some(self.clause(infinitive));
        }
        let empty = inner.kind == ClauseKind::That;
        let head = if empty { clause.predicate? } else { inner.governor? };
        let shape = if empty { Shapes::THAT } else { Shapes::INFINITIVE };
        let signature = self
            .signature(head, shape)
            .or_else(|| clause.is_passive().then(|| self.signature(head, Shapes::THAT)).flatten())?;
        signature.speaks_for_subject().then(|| self.clause(infinitive))
    }

    /// "It is possible that": a copular clause whose subject only stands in for what follows.
    fn is_empty(&self, clause: &Clause) -> bool {
        let head = clause.subject.map(|subject| self.document.syntax.phrase(subject).head);
        clause.predicate.is_some() && head.is_some_and(|head| self.document.words[head as usize].hash == hash(b"it"))
    }

    // ------------------------------------------------------------------ contexts of clauses

    fn context(&self, id: ClauseId, clause: &Clause) -> Stand {
        let Some(parent) = clause.parent.filter(|&parent| parent < id) else { return Stand::PLAIN };
        // what is said of the source or of the time of a report is no part of what it reports
        let content = !matches!(clause.kind, ClauseKind::Relative | ClauseKind::Adverbial | ClauseKind::Parenthetical);
        if let Some(left) = self.reports.get(parent as usize).copied().flatten().filter(|_| content) {
            return left;
        }
        match clause.kind {
            ClauseKind::Relative if self.is_content(clause) => self.complement(id, clause, parent),
            ClauseKind::Main | ClauseKind::Parenthetical | ClauseKind::Relative => Stand::PLAIN,
            ClauseKind::Participle => {
                let outer = self.clause(parent);
                // a free adjunct shares how sure its main clause is: "may have exploded, killing two"
                let shares =
                    clause.set_off && clause.group.is_some_and(|group| group.mood == Mood::Gerund || !group.passive);
                if shares && outer.polarity == Polarity::Positive {
                    Stand { polarity: Polarity::Positive, ..outer }
                } else {
                    Stand { tense: outer.tense, ..Stand::PLAIN }
                }
            }
            ClauseKind::Adverbial => self.adverbial(clause, parent),
            ClauseKind::That
            | ClauseKind::Bare
            | ClauseKind::Question
            | ClauseKind::Infinitive
            | ClauseKind::Gerund => self.complement(id, clause, parent),
        }
    }

    /// "concerns that shares will fall", which the parser may take for a relative clause
    fn is_content(&self, clause: &Clause) -> bool {
        let Some((marker, governor)) = clause.marker.zip(clause.governor) else { return false };
        let subject = clause.subject.map(|subject| self.document.syntax.phrase(subject).base.first);
        self.document.words[marker as usize].hash == hash(b"that")
            && marker == governor + 1
            && subject.is_some_and(|subject| subject > marker)
            && self.signature(governor, Shapes::THAT).is_some_and(Signature::is_doubt)
    }

    fn adverbial(&self, clause: &Clause, parent: ClauseId) -> Stand {
        let Some(marker) = clause.marker.map(|marker| self.document.words[marker as usize].hash) else {
            return Stand::PLAIN;
        };
        const CONDITIONS: [u64; 6] =
            [hash(b"if"), hash(b"unless"), hash(b"provided"), hash(b"assuming"), hash(b"supposing"), hash(b"lest")];
        const TIMES: [u64; 8] = [
            hash(b"when"),
            hash(b"once"),
            hash(b"until"),
            hash(b"till"),
            hash(b"after"),
            hash(b"before"),
            hash(b"whenever"),
            hash(b"as"),
        ];
        let next =
            clause.marker.and_then(|marker| self.document.words.get(marker as usize + 1)).map_or(0, |word| word.hash);
        if CONDITIONS.contains(&marker) || marker == hash(b"even") && next == hash(b"if") {
            return Stand { certainty: Certainty::Possible, ..Stand::PLAIN };
        }
        if marker == hash(b"so") && next == hash(b"that") || marker == hash(b"as") && next == hash(b"if") {
            return Stand { ahead: Certainty::Possible, tense: Tense::Future, ..Stand::PLAIN };
        }
        if TIMES.contains(&marker) {
            let outer = self.clause(parent);
            let present = clause.group.is_some_and(|group| group.tense != GroupTense::Past && group.modal.is_none());
            if outer.tense == Tense::Future && present {
                return Stand {
                    certainty: outer.certainty,
                    tense: Tense::Future,
                    ahead: Certainty::Probable,
                    ..Stand::PLAIN
                };
            }
        }
        Stand::PLAIN
    }

    /// What a complement is worth by what governs it.
    fn complement(&self, id: ClauseId, clause: &Clause, parent: ClauseId) -> Stand {
        let syntax = self.document.syntax;
        let outer_clause = syntax.clause(parent);
        let outer = self.clause(parent);
        // "said if it rains, they stay"
        let conditional = clause.conjunct_of.is_some_and(|left| scope::said_under(self.document, left) == Some(id));
        let shape = if conditional { Shapes::THAT } else { self.shape(clause) };
        if !conditional && clause.kind == ClauseKind::Question && self.is_whether(clause) {
            if scope::said_under(self.document, id).is_some() {
                return Stand { certainty: Certainty::Possible, ..Stand::PLAIN };
            }
            return Stand { certainty: Certainty::Unknown, polarity: Polarity::Open, ..outer };
        }
        if let Some(turned) = self.by_preposition(clause, outer) {
            return turned;
        }
        let governor = clause.governor;
        let noun = governor
            .filter(|&governor| Some(governor) != outer_clause.verb() && Some(governor) != outer_clause.predicate);
        if let Some(noun) = noun {
            if let Some(signature) = self.signature(noun, shape) {
                let phrase = syntax.phrase_of_word(noun).map_or(outer, |phrase| self.phrase(phrase, FARTHEST));
                return signature.apply(phrase, shape);
            }
        }
        let heads = [governor.filter(|_| noun.is_none()), outer_clause.predicate, outer_clause.verb()];
        for head in heads.into_iter().flatten() {
            let found = self.signature(head, shape).or_else(|| {
                let passive = clause.kind == ClauseKind::Infinitive && outer_clause.is_passive();
                passive.then(|| self.signature(head, Shapes::THAT)).flatten()
            });
            if let Some(signature) = found {
                return signature.apply(outer, shape);
            }
        }
        match clause.kind {
            ClauseKind::That | ClauseKind::Bare | ClauseKind::Question => {
                Stand { polarity: Polarity::Positive, ..outer }
            }
            ClauseKind::Infinitive if self.is_too(outer_clause) => match outer_clause.predicate {
                // "too early to judge": nothing yet
                Some(early) if self.is_early(early) => {
                    Stand { certainty: Certainty::Unknown, polarity: Polarity::Open, ..outer }
                }
                _ => outer.turned(Turn::Flip),
            },
            ClauseKind::Infinitive
                if self.names_who_did(noun.or(outer_clause.predicate)) || self.is_result(clause, outer_clause) =>
            {
                Stand { polarity: Polarity::Positive, ..outer }
            }
            ClauseKind::Infinitive if self.is_yet_to(clause) => outer,
            // a purpose
            ClauseKind::Infinitive => {
                Stand { tense: Tense::Future, ahead: outer.ahead.min(Certainty::Probable), ..outer }
            }
            // "the smell of burning oil"
            _ if noun.is_some()
                && clause.marker.is_some_and(|at| self.document.words[at as usize].hash == hash(b"of")) =>
            {
                Stand { polarity: Polarity::Positive, ..outer }
            }
            _ if clause.marker.is_some() => {
                Stand { polarity: Polarity::Positive, ahead: outer.ahead.min(Certainty::Probable), ..outer }
            }
            _ => outer,
        }
    }

    /// "without shooting", "instead of leaving", "committed to leaving".
    fn by_preposition(&self, clause: &Clause, outer: Stand) -> Option<Stand> {
        let marker = self.document.words[clause.marker? as usize].hash;
        if clause.kind != ClauseKind::Gerund {
            return None;
        }
        const AWAY: [u64; 3] = [hash(b"without"), hash(b"instead"), hash(b"rather")];
        if AWAY.contains(&marker) {
            // the cue itself turns it
            return Some(Stand { polarity: Polarity::Positive, ..outer });
        }
        const ALONG: [u64; 9] = [
            hash(b"by"),
            hash(b"after"),
            hash(b"while"),
            hash(b"since"),
            hash(b"in"),
            hash(b"despite"),
            hash(b"besides"),
            hash(b"upon"),
            hash(b"through"),
        ];
        let governor = clause.parent.and_then(|parent| self.document.syntax.clause(parent).verb());
        // "used for storing wine"
        if marker == hash(b"for") && self.is_one_of(governor, self.senses.serve) {
            return Some(Stand { polarity: Polarity::Positive, ahead: outer.ahead.min(Certainty::Probable), ..outer });
        }
        // "jailed for stealing", "closed it for breaking the rules"
        let reason = || {
            marker == hash(b"for")
                && outer.tense == Tense::Past
                && governor.is_some_and(|verb| self.signature(verb, Shapes::GERUND).is_none())
        };
        // "waved before leaving"
        let before = || marker == hash(b"before") && outer.tense == Tense::Past && outer.polarity == Polarity::Positive;
        (ALONG.contains(&marker) || reason() || before()).then_some(Stand {
            polarity: Polarity::Positive,
            ahead: Certainty::Certain,
            ..outer
        })
    }

    fn is_whether(&self, clause: &Clause) -> bool {
        clause.marker.is_some_and(|marker| {
            let word = self.document.words[marker as usize].hash;
            word == hash(b"whether") || word == hash(b"if")
        })
    }

    fn is_early(&self, word: u32) -> bool {
        [hash(b"early"), hash(b"soon")].contains(&self.document.words[word as usize].hash)
    }

    /// "has yet to approve the plan"
    fn is_yet_to(&self, clause: &Clause) -> bool {
        let before = clause.group.and_then(|group| group.extent.first.checked_sub(1));
        before.is_some_and(|before| self.document.words[before as usize].hash == hash(b"yet"))
    }

    /// "too weak to attack"
    fn is_too(&self, clause: &Clause) -> bool {
        let before = clause.predicate.and_then(|predicate| predicate.checked_sub(1));
        before.is_some_and(|before| self.document.words[before as usize].hash == hash(b"too"))
    }

    /// "the first woman to lead the firm"
    fn names_who_did(&self, noun: Option<u32>) -> bool {
        let Some(rank) = self.senses.rank else { return false };
        let Document { words, lexicon, syntax, .. } = *self.document;
        noun.and_then(|noun| syntax.phrase_of_word(noun)).is_some_and(|id| {
            let phrase = syntax.phrase(id);
            let first = phrase.base.first.max(phrase.head.saturating_sub(FARTHEST as u32));
            (first..phrase.head + 1).any(|at| lexicon.match_at(words, at as usize, rank).is_some())
        })
    }

    /// "fell to close at 7": what a change came to
    fn is_result(&self, clause: &Clause, outer: &Clause) -> bool {
        self.is_one_of(outer.verb(), self.senses.change) && self.is_one_of(clause.verb(), self.senses.result)
    }

    fn is_one_of(&self, word: Option<u32>, class: Option<Class>) -> bool {
        let word = word.map(|word| &self.document.words[word as usize]);
        word.zip(class).is_some_and(|(word, class)| self.document.lexicon.has_word(word, class))
    }

    fn shape(&self, clause: &Clause) -> Shapes {
        match clause.kind {
            ClauseKind::Question => Shapes::WH,
            ClauseKind::Infinitive => Shapes::INFINITIVE,
            ClauseKind::Gerund => match clause.marker.map(|marker| self.document.words[marker as usize].hash) {
                Some(marker) if marker == hash(b"from") => Shapes::GERUND.or(Shapes::FROM_DOING),
                _ => Shapes::GERUND,
            },
            _ => Shapes::THAT,
        }
    }

    fn signature(&self, head: u32, shape: Shapes) -> Option<&'static Signature> {
        self.signatures.of(self.document.lexicon, self.document.words, head, shape)
    }

    // ------------------------------------------------------------------ nouns

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
            true => Stand { ahead: Certainty::Possible, ..context },
            false => context,
        };
        let from = self.cues.partition_point(|cue| cue.extent.first < phrase.base.first.saturating_sub(3));
        let own = self.cues[from..].iter().take(MOST_CUES).take_while(|cue| cue.extent.first < phrase.base.last);
        own.filter(|cue| {
            let within = cue.kind == CueKind::Negation && phrase.base.contains(cue.head);
            // "the lack of an agreement": the lack is there
            cue.target == Target::Phrase(id) || within && cue.class != CueClass::Implicative
        })
        .fold(self.with_premodifiers(context, phrase), |stand, cue| {
            let turned = if cue.turn == Turn::Flip {
                Stand { polarity: Polarity::Negative, ..stand }
            } else {
                stand.turned(cue.turn)
            };
            Stand { certainty: stand.certainty.min(cue.strength), ..turned }
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
                    let polarity = stand.polarity;
                    let turned = signature.apply(Stand { polarity: Polarity::Positive, ..stand }, Shapes::INFINITIVE);
                    match polarity {
                        Polarity::Positive => turned,
                        _ => Stand { polarity, ..turned },
                    }
                }
                _ => stand,
            }
        })
    }

    fn context_of_phrase(&self, phrase: &Phrase, farthest: usize) -> Stand {
        let syntax = self.document.syntax;
        match phrase.link {
            Link::Object(clause) => self.object(phrase, clause, Shapes::THING),
            Link::Predicate(clause) => self.clause(clause),
            Link::Subject(clause) => {
                let stand = self.clause(clause);
                let governs = syntax.clause(clause);
                if governs.is_passive() || governs.inverted {
                    return self.object(phrase, clause, Shapes::THING);
                }
                // "a merger is unlikely"
                let predicate = syntax.clause(clause).predicate;
                if predicate.and_then(|word| self.signature(word, Shapes::THAT)).is_some_and(Signature::doubts) {
                    return stand;
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
                let shape =
                    phrase.preposition.map_or(Shapes::FOR, |at| preposition_shape(&self.document.words[at as usize]));
                match self.signature(head, shape) {
                    Some(signature) if signature.is_factive(shape) => Stand::PLAIN,
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

    /// A noun phrase that a verb acts on.
    fn object(&self, phrase: &Phrase, clause: ClauseId, shape: Shapes) -> Stand {
        let syntax = self.document.syntax;
        let stand = self.clause(clause);
        let verb = syntax.clause(clause).verb();
        let signature = verb.and_then(|verb| self.signature(verb, shape));
        let saying = self
            .senses
            .saying
            .is_some_and(|class| self.document.lexicon.has_word(&self.document.words[phrase.head as usize], class));
        match signature {
            Some(signature) if saying && signature.is_denial() => Stand::PLAIN,
            Some(signature) if signature.takes_given() && self.is_given(phrase) => Stand::PLAIN,
            Some(signature) if signature.is_factive(shape) => Stand::PLAIN,
            Some(signature) => signature.apply(stand, shape),
            None if self.is_given(phrase) => Stand::PLAIN,
            // adverbials are taken for granted more than objects are
            None if shape != Shapes::THING => Stand { polarity: Polarity::Positive, ..stand },
            None => stand,
        }
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
        phrase.possessor.is_some() || DETERMINERS.contains(&self.document.words[phrase.base.first as usize].hash)
    }

    // ------------------------------------------------------------------ tense

    fn tense(&self, clause: &Clause, context: Tense) -> Tense {
        let Some(group) = clause.group else { return Tense::None };
        if group.perfect {
            return Tense::Past;
        }
        match group.mood {
            Mood::Finite => self.finite_tense(&group, context),
            Mood::Infinitive | Mood::Gerund | Mood::Bare if context != Tense::None => context,
            Mood::Infinitive | Mood::Bare => Tense::Future,
            Mood::Gerund => Tense::Present,
            Mood::Participle if group.passive => Tense::Past,
            Mood::Participle => {
                if context == Tense::None {
                    Tense::Present
                } else {
                    context
                }
            }
        }
    }

    fn finite_tense(&self, group: &VerbGroup, context: Tense) -> Tense {
        match group.tense {
            GroupTense::Past => Tense::Past,
            GroupTense::Future => Tense::Future,
            GroupTense::Present if context == Tense::Future => Tense::Future,
            GroupTense::Present => Tense::Present,
            GroupTense::None => match group.modal.map(|modal| self.document.words[modal as usize].hash) {
                Some(modal) if modal == hash(b"can") || modal == hash(b"ca") => Tense::Present,
                // "could not be reached": no ability then, rather than a possibility to come
                Some(modal) if modal == hash(b"could") && group.negation.is_some() => Tense::Past,
                // "may be over", "might be hiding": of what is so now
                Some(modal)
                    if (modal == hash(b"may") || modal == hash(b"might")) && (group.copula || group.progressive) =>
                {
                    Tense::Present
                }
                Some(_) => Tense::Future,
                None => {
                    if context == Tense::Future {
                        Tense::Future
                    } else {
                        Tense::Present
                    }
                }
            },
        }
    }
}

/// Whether a cue of a clause acts on what is joined to it too: "may leave or stay", "never met or spoke", "without stopping
/// or looking back".
fn is_shared(cue: &FoundCue, clause: &Clause) -> bool {
    let opens = clause.kind == ClauseKind::Gerund && cue.head < clause.extent.first;
    let within = clause.group.is_some_and(|group| {
        let in_group = group.extent.contains(cue.head) || cue.head + 1 == group.extent.first;
        in_group && cue.head < group.head
    });
    opens || within
}

fn preposition_shape(word: &Word) -> Shapes {
    match word.hash {
        h if h == hash(b"of") => Shapes::OF,
        h if h == hash(b"from") => Shapes::FROM,
        h if [hash(b"for"), hash(b"to"), hash(b"on"), hash(b"about"), hash(b"against")].contains(&h) => Shapes::FOR,
        _ => Shapes::NONE,
    }
}
