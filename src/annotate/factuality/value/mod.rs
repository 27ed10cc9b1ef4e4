//! Values: what is left of certainty and polarity of a predicate, and when it takes place, seen from the outermost clause.
//!
//! Each clause stands in a context: the main clause in none, a complement in what its governing word says of it, given what
//! that word itself is worth. Cues that act on the clause itself come on top. Nouns stand in the context of their clause.

mod adverbial;
mod context;
mod noun;
mod tense;

use super::scope;
use super::signature::{Senses, Shapes, Signature, Signatures};
use super::{CueList, FactualityClasses};
use crate::annotate::found::{Target, Turn};
use crate::annotate::{Document, FoundAttribution, FoundCue};
use crate::lexicon::Class;
use crate::model::{Certainty, CueClass, CueKind, Polarity, Tense};
use crate::syntax::{Clause, ClauseId, ClauseKind, Extent, GroupTense, Mood, PhraseId, VerbGroup, one_of};
use crate::tag::Pos;
use crate::token::hash;

/// What a predicate is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stand {
    pub certainty: Certainty,
    pub polarity: Polarity,
    pub tense: Tense,
    /// Below certain where it lies ahead of a wanting or planning: what that leaves of an event, not of a claim.
    pub ahead: Certainty,
    /// What an open question takes for granted: "it is not known how the prisoners escaped" is open as a claim, but they did.
    pub given: Option<Given>,
}

/// What is taken for granted of a predicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Given {
    pub certainty: Certainty,
    pub polarity: Polarity,
}

impl Given {
    pub const SO: Self = Self { certainty: Certainty::Certain, polarity: Polarity::Positive };
}

impl Stand {
    pub const PLAIN: Self = Self {
        certainty: Certainty::Certain,
        polarity: Polarity::Positive,
        tense: Tense::None,
        ahead: Certainty::Certain,
        given: None,
    };

    fn turned(self, turn: Turn) -> Self {
        let turned = |polarity: Polarity| match (turn, polarity) {
            (Turn::Keep, polarity) => polarity,
            (Turn::Open, _) | (_, Polarity::Open) => Polarity::Open,
            (Turn::Flip, Polarity::Positive) => Polarity::Negative,
            (Turn::Flip, Polarity::Negative) => Polarity::Positive,
        };
        let given = self.given.map(|given| Given { polarity: turned(given.polarity), ..given });
        Self { polarity: turned(self.polarity), given, ..self }
    }

    /// With what a cue leaves of it.
    pub fn under(self, strength: Certainty, turn: Turn) -> Self {
        let turned = self.turned(turn);
        let given = turned.given.map(|given| Given { certainty: given.certainty.min(strength), ..given });
        Self { certainty: turned.certainty.min(strength), given, ..turned }
    }

    /// The certainty and the polarity of an event, which is less certain where it lies ahead.
    pub fn of_event(self) -> (Certainty, Polarity) {
        let Given { certainty, polarity } =
            self.given.unwrap_or(Given { certainty: self.certainty, polarity: self.polarity });
        let certainty = certainty.min(self.ahead);
        (certainty, if certainty == Certainty::Unknown { Polarity::Open } else { polarity })
    }
}

/// Which cues of a clause act on a verb.
#[derive(Clone, Copy)]
enum Shared {
    /// All, since it is the verb of the clause.
    Own,
    /// Those in the verb group.
    Group,
    /// Those in the verb group but for negations, since "nor" is one itself.
    Hedges,
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
    pub cues: CueList<'d>,
    signatures: &'d Signatures,
    senses: &'d Senses,
    /// For each clause whose verb reports what the report leaves of its content; empty for the view of the author.
    reports: Vec<Option<Stand>>,
    pub known: Vec<Stand>,
}

impl<'d, 'a> Values<'d, 'a> {
    /// Values as the author sees them.
    pub fn of_author(document: &'d Document<'a>, cues: CueList<'d>, knowledge: &'d FactualityClasses) -> Self {
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
        cues: CueList<'d>,
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
        let stand = self.under_inversion(stand, clause);
        // "did not burst or overflow": the second verb has the tense of the auxiliary
        let finite = clause.group.is_some_and(|group| {
            group.mood == Mood::Finite && matches!(group.tense, GroupTense::Present | GroupTense::None)
        });
        let helped = |left: ClauseId| {
            let group = self.document.syntax.clause(left).group;
            left < id && group.is_some_and(|group| group.mood == Mood::Finite && group.extent.first != group.head)
        };
        let left =
            clause.conjunct_of.filter(|&left| finite && helped(left) && scope::shares_auxiliary(self.document, clause));
        let tense = left.map_or_else(|| self.tense(clause, context.tense), |left| self.clause(left).tense);
        Stand { tense, ..stand }
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
        let mut at = (id, clause);
        let mut shared = Shared::Own;
        for _ in 0..FARTHEST {
            stand = self.with_cues(stand, at.0, at.1, shared);
            let Some(left) = at.1.conjunct_of else { break };
            shared = match shared {
                _ if !self.may_share(at.1) => break,
                Shared::Adverbs => Shared::Adverbs,
                Shared::Hedges => Shared::Hedges,
                _ if self.is_behind_nor(at.1) => Shared::Hedges,
                _ if scope::shares_auxiliary(self.document, at.1) => Shared::Group,
                _ => Shared::Adverbs,
            };
            at = (left, self.document.syntax.clause(left));
        }
        stand
    }

    /// Ability, duty and what was to come leave an event ahead, though they hedge no claim: can, must, would, have to.
    fn with_modality(&self, stand: Stand, clause: &Clause) -> Stand {
        const ABLE: [u64; 5] = [hash(b"can"), hash(b"could"), hash(b"should"), hash(b"ought"), hash(b"ca")];
        const BOUND: [u64; 3] = [hash(b"would"), hash(b"must"), hash(b"'d")];
        // most groups are a single verb that shares no modal with another
        let several = |group: &VerbGroup| group.modal.is_some() || group.extent.last - group.extent.first > 1;
        let Some(group) = clause.group.filter(several) else { return stand };
        if stand.of_event().1 != Polarity::Positive {
            return stand;
        }
        let modal = group.modal.map_or(0, |modal| self.document.words[modal as usize].hash);
        // "has to leave", "is to leave"; but "had to leave" and "used to live" tell what was
        let to = group.mood == Mood::Finite && {
            let words = &self.document.words[group.extent.range()];
            words.windows(2).any(|pair| {
                let was =
                    group.tense == GroupTense::Past && (pair[0].hash == hash(b"had") || pair[0].hash == hash(b"used"));
                // "is to open in May" is settled as "will open" is
                let settled = one_of!(pair[0].hash, "is" | "are" | "'s" | "'re" | "am");
                pair[1].hash == hash(b"to") && matches!(pair[0].pos, Pos::Aux | Pos::Verb) && !was && !settled
            })
        };
        let ahead = if ABLE.contains(&modal) && !self.is_perceived(&group) {
            Certainty::Possible
        } else if self.is_wish(&group) || super::is_courtesy(self.document, clause, self.senses.courtesy) {
            return stand;
        } else if BOUND.contains(&modal) || to {
            Certainty::Probable
        } else {
            return stand;
        };
        Stand { ahead: stand.ahead.min(ahead), ..stand }
    }

    /// "Had the guard slept, ...": a condition without a word that opens it.
    fn under_inversion(&self, stand: Stand, clause: &Clause) -> Stand {
        let Some(group) = clause.group.filter(|_| clause.inverted) else { return stand };
        let at = group.extent.first;
        match self.cues.between(at, at + 1, 1).next() {
            Some((cue, _)) if cue.kind == CueKind::Condition && cue.head == at => {
                Stand { certainty: stand.certainty.min(cue.strength), ..stand }
            }
            _ => stand,
        }
    }

    /// "would like", "would prefer": a wish that is there.
    fn is_wish(&self, group: &VerbGroup) -> bool {
        let modal = group.modal.map_or(0, |modal| self.document.words[modal as usize].hash);
        let verb = self.document.words[group.head as usize].hash;
        one_of!(modal, "would" | "'d") && !group.perfect && one_of!(verb, "like" | "love" | "prefer" | "rather")
    }

    /// "could be seen", "could hear": what was to be perceived was there.
    pub(super) fn is_perceived(&self, group: &VerbGroup) -> bool {
        let modal = group.modal.map(|modal| self.document.words[modal as usize].hash);
        let verb = self.document.words[group.head as usize].hash;
        modal == Some(hash(b"could"))
            && one_of!(verb, "see" | "hear" | "feel" | "smell" | "seen" | "heard" | "felt" | "smelled" | "smelt")
    }

    /// "neither confirmed nor denied it"
    fn is_behind_nor(&self, clause: &Clause) -> bool {
        let before = clause.extent.first.checked_sub(1);
        before.is_some_and(|before| one_of!(self.document.words[before as usize].hash, "nor"))
    }

    /// Of a left conjunct only what stands in its verb group is shared.
    fn with_cues(&self, stand: Stand, id: ClauseId, clause: &Clause, shared: Shared) -> Stand {
        // "without firing", "for not telling": the cue may stand in front of its clause
        let Extent { first, last } = clause.extent;
        let own = self.cues.between((first + 1).saturating_sub(FARTHEST as u32), last + 1, MOST_CUES);
        own.map(|(cue, _)| cue)
            .filter(|cue| cue.target == Target::Clause(id))
            .filter(|cue| match shared {
                Shared::Own => true,
                Shared::Group => is_shared(cue, clause),
                Shared::Hedges => cue.kind != CueKind::Negation && is_shared(cue, clause),
                Shared::Adverbs => cue.class == CueClass::Adverb && is_shared(cue, clause),
            })
            .fold(stand, |stand, cue| stand.under(cue.strength, cue.turn))
    }

    /// The infinitive that an implicative verb or a belief passes its subject on to: "failed to stop", "seems to have left".
    pub fn implied(&self, id: ClauseId) -> Option<Stand> {
        let syntax = self.document.syntax;
        let clause = syntax.clause(id);
        if let Some(stand) = self.left_open(id, clause) {
            return Some(stand);
        }
        let heads = [clause.predicate, clause.verb()];
        let odds = self.odds(clause);
        let stands_in = odds.is_some() || self.is_empty(clause);
        let sentence = syntax.clauses_of[syntax.sentence_of[id as usize] as usize].end;
        let (complement, inner) =
            (id + 1..sentence.min(id + 1 + FARTHEST as u32)).map(|at| (at, syntax.clause(at))).find(|(_, inner)| {
                inner.parent == Some(id)
                    && (matches!(inner.kind, ClauseKind::Infinitive | ClauseKind::Gerund)
                        || stands_in
                            && (matches!(inner.kind, ClauseKind::That | ClauseKind::Bare) || self.is_content(inner)))
                    && inner.governor.is_some()
                    && (heads.contains(&inner.governor) || inner.governor == odds)
            })?;
        if self.is_yet_to(inner) {
            return Some(self.clause(complement));
        }
        let empty = matches!(inner.kind, ClauseKind::That | ClauseKind::Bare | ClauseKind::Relative);
        let stand = self.clause(complement);
        // "it is not certain that", "it is not impossible that"
        let open = stand.polarity == Polarity::Open && self.clause(id).polarity != Polarity::Open;
        if empty && (open || stand.certainty < self.clause(id).certainty) {
            return Some(stand);
        }
        let head = if empty { odds.or(clause.predicate).or(clause.verb())? } else { inner.governor? };
        let shape = self.shape(inner);
        let signature = self
            .signature(head, shape)
            .or_else(|| clause.is_passive().then(|| self.signature(head, Shapes::THAT)).flatten())?;
        // "refrained from speaking", "is suspected of spying"; "stopped speaking" tells of something that was done
        let suspected = clause.is_passive() && one_of!(self.document.words[head as usize].hash, "suspected");
        // "will not hesitate to act"
        let willing = signature.is_hesitation() && self.clause(id).polarity == Polarity::Negative;
        // "there is no evidence to suggest that": that there is none is certain
        let lacking = signature.is_evidence() && inner.kind == ClauseKind::Infinitive;
        // "foiled a plot to rob a bank": somebody did foil it
        let foiled = signature.averts() && inner.kind == ClauseKind::Infinitive;
        let speaks = (signature.speaks_for_subject() && !lacking && !foiled || willing)
            && (inner.kind != ClauseKind::Gerund || signature.is_omission() || suspected || odds.is_some());
        speaks.then(|| self.clause(complement))
    }

    /// "A leak has not been ruled out", "the deaths have not been confirmed": what is claimed is the subject.
    fn left_open(&self, id: ClauseId, clause: &Clause) -> Option<Stand> {
        let denied = self.clause(id).polarity == Polarity::Negative && clause.is_passive();
        // "it was never established why": "it" stands for nothing
        let expletive = |subject: PhraseId| {
            one_of!(self.document.words[self.document.syntax.phrase(subject).head as usize].hash, "it")
        };
        let denied = denied && !clause.subject.is_some_and(expletive);
        let signature = self.signature(clause.verb().filter(|_| denied)?, Shapes::THING)?;
        signature.leaves_open().then(|| signature.apply(self.clause(id), Shapes::THING))
    }

    /// The noun of "the odds are that", "there is a danger that": they say no more than "it is likely that".
    pub fn odds(&self, clause: &Clause) -> Option<u32> {
        let word = |at: u32| self.document.words[at as usize].hash;
        let subject = self.document.syntax.phrase(clause.subject?).head;
        clause.group.filter(|group| group.copula)?;
        let noun = match clause.predicate {
            None => subject,
            Some(noun) if one_of!(word(subject), "there") => noun,
            Some(_) => return None,
        };
        let stakes = one_of!(word(noun), "danger" | "risk" | "prospect" | "hope") && clause.predicate.is_some();
        let odds = one_of!(
            word(noun),
            "odds" | "chances" | "chance" | "likelihood" | "probability" | "possibility" | "signs" | "indications"
        );
        (odds || stakes).then_some(noun)
    }

    /// "ready to leave": whether what a clause says of its subject looks ahead to what another one names.
    pub fn is_readiness(&self, clause: &Clause, id: ClauseId, ahead: ClauseId) -> bool {
        let inner = self.document.syntax.clause(ahead);
        inner.kind == ClauseKind::Infinitive
            && inner.parent == Some(id)
            && clause.predicate.or(clause.verb().filter(|_| clause.is_passive())).is_some_and(|predicate| {
                inner.governor == Some(predicate)
                    && self.signature(predicate, Shapes::INFINITIVE).is_some_and(Signature::lies_ahead)
            })
    }

    /// Whether a clause says of its content how sure it is and no more.
    pub fn says_only_how_sure(&self, id: ClauseId) -> bool {
        let syntax = self.document.syntax;
        let clause = syntax.clause(id);
        (self.odds(clause).is_some() || self.is_empty(clause))
            && syntax
                .children(id)
                .any(|(_, inner)| matches!(inner.kind, ClauseKind::That | ClauseKind::Bare) || self.is_content(inner))
    }

    /// "It is possible that", "it seems that": a clause whose subject only stands in for what follows.
    fn is_empty(&self, clause: &Clause) -> bool {
        let word = |at: u32| self.document.words[at as usize].hash;
        let seems = |verb: u32| one_of!(word(verb), "seem" | "seems" | "seemed" | "appear" | "appears" | "appeared");
        let it = clause.subject.is_some_and(|subject| one_of!(word(self.document.syntax.phrase(subject).head), "it"));
        it && (clause.predicate.is_some() || clause.verb().is_some_and(seems))
    }

    fn is_one_of(&self, word: Option<u32>, class: Option<Class>) -> bool {
        let word = word.map(|word| &self.document.words[word as usize]);
        word.zip(class).is_some_and(|(word, class)| self.document.lexicon.has_word(word, class))
    }

    /// The same for a class of verbs with particles.
    fn is_phrase_of(&self, word: Option<u32>, class: Option<Class>) -> bool {
        let Document { words, lexicon, .. } = *self.document;
        word.zip(class).is_some_and(|(word, class)| lexicon.match_at(words, word as usize, class).is_some())
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
