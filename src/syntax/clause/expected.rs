//! Clauses that a verb of saying takes without "that", opened as soon as their subject is read: what stands between the subject and
//! its verb then belongs to the subject, as in a main clause.

use super::*;
use crate::syntax::word::one_of;

/// How many chunks may stand between a subject and its verb.
const LONGEST: usize = 30;

/// Where a subject stands whose verb is still to come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Behind a verb of saying.
    Reported,
    /// Behind a verb of saying, in a relative clause between commas.
    Enclosed,
    /// Behind a comma and a conjunction.
    Beside,
}

impl Parser<'_> {
    /// "said rockets, mines and shells were found", "said an attack claimed by rebels had killed nine": whether the noun phrase at
    /// chunk `k` is the subject of what the verb of the open clause reports, whose verb is still to come.
    pub(super) fn opens_reported(&self, k: usize, id: PhraseId, top: ClauseId) -> bool {
        let clause = self.clause(top);
        let Some(group) = clause.group else { return false };
        let verb = &self.words[group.head as usize];
        let takes = self.grammar.takes_only_clause(verb)
            && group.mood == Mood::Finite
            && !group.passive
            && clause.objects[0].is_some() == self.grammar.takes_addressee(verb)
            && clause.objects[1].is_none()
            && clause.kind != ClauseKind::Parenthetical
            && self.waiting().is_none();
        if !takes {
            return false;
        }
        let phrase = &self.syntax.phrases[id as usize];
        let first = self.words[phrase.base.first as usize].function;
        let asks = function!(first, "how" | "what" | "which" | "whose" | "that");
        // "asked for the money they were promised", but "has said for weeks they are"
        let before = k.checked_sub(1).map(|before| self.chunks[before].kind);
        let related = matches!(before, Some(ChunkKind::Phrase(before)) if self.is_nominative(id)
            && !self.syntax.phrases[before as usize].time && clause.objects[0] != Some(before));
        // "believe this to be", "said this | attack was"
        let acts = || self.acts_behind(k);
        let of = || matches!(self.kind_at(k + 1), Some(ChunkKind::Preposition));
        let thing = !phrase.pronoun || self.is_nominative(id) || of();
        // "the group, which claimed the raid, has": behind a comma the verb is another's
        let enclosed = clause.kind == ClauseKind::Relative && clause.set_off;
        let place = if enclosed { Place::Enclosed } else { Place::Reported };
        !phrase.time && !asks && !related && (thing || acts()) && self.expects_verb(k, place)
    }

    /// Opens what a verb of saying reports, with its subject.
    pub(super) fn open_reported(&mut self, k: usize, phrase: PhraseId) {
        let first = self.chunks[k].extent.first;
        self.open_with_subject(ClauseKind::Bare, first, None, self.top_verb(), phrase);
        self.fresh = Some(Fresh { phrase, chunk: k, comma: false, conjunction: false });
    }

    /// ", and the ferry that had brought them was sold", ", and the best way to save it is to wait": whether the noun phrase
    /// at chunk `k` behind a comma and a conjunction is the subject of the next clause, whose verb stands further behind.
    pub(super) fn starts_anew(&self, k: usize, subject: PhraseId) -> bool {
        let kind = |back: usize| k.checked_sub(back).map(|at| self.chunks[at].kind);
        if !matches!((kind(1), kind(2)), (Some(ChunkKind::Conjunction), Some(ChunkKind::Comma)))
            || self.starts_clause(k)
        {
            return false;
        }
        // "sold nine boats, or half the fleet moored in Lesk"
        if one_of!(self.words[self.chunks[k - 1].extent.first as usize].hash, "or" | "nor") {
            return false;
        }
        // "met Egypt, Sudan, and Libya": a comma before makes it a list
        let behind = self.chunks[..k - 2].iter().rev().take_while(|chunk| !matches!(chunk.kind, ChunkKind::Verb(_)));
        let lists = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Comma);
        let phrase = &self.syntax.phrases[subject as usize];
        // "but last year the guards fled"
        let next = self.kind_at(k + 1).filter(|_| !self.is_that(k + 1));
        let front = matches!(next, Some(ChunkKind::Phrase(next)) if !self.is_nominative(next));
        !front
            && !behind.into_iter().any(lists)
            && !phrase.time
            && !phrase.pronoun
            && self.expects_verb(k, Place::Beside)
    }

    /// Verbs that have no object in any case: exploded, rose.
    pub(super) fn happens(&self, group: &VerbGroup) -> bool {
        let verb = &self.words[group.head as usize];
        self.grammar.takes_nothing(verb) || self.grammar.is_trend(verb)
    }

    /// Whether a finite verb follows that no relative clause and no coordination in between has use for.
    fn expects_verb(&self, k: usize, place: Place) -> bool {
        let end = self.chunks.len().min(k + LONGEST);
        // clauses in between that still need their verb
        let mut inner = 0;
        for at in k + 1..end {
            match self.chunks[at].kind {
                ChunkKind::Phrase(id) => inner += usize::from(self.opens_inner(at, id)),
                ChunkKind::Wh => inner += 1,
                ChunkKind::Verb(verb) if verb.mood == Mood::Finite => match inner {
                    0 if self.only_modifies(k, at, verb) => {}
                    0 => return !self.is_of_another(k, at, verb),
                    _ => inner -= 1,
                },
                ChunkKind::Verb(verb) => {
                    // "said the bridge collapsed", "said the gap in pay narrowed", however they are tagged
                    let acts = || at == k + 1 && self.is_finite_or_acts(at, verb) || self.happens(self.group(verb));
                    if inner == 0 && verb.mood == Mood::Participle && verb.single && acts() {
                        return true;
                    }
                }
                ChunkKind::Conjunction if self.parts(k, at, inner) => return false,
                ChunkKind::Conjunction => {}
                ChunkKind::Comma if place == Place::Enclosed => return false,
                // "met the guards after talks had failed"
                ChunkKind::Preposition if place == Place::Beside && self.is_clause_marker(at) => return false,
                ChunkKind::Preposition | ChunkKind::Adverb | ChunkKind::Adjective | ChunkKind::Comma => {}
                // "said every guest who comes “pays twice”"
                ChunkKind::QuoteMark if matches!(self.kind_at(at + 1), Some(ChunkKind::Verb(_))) => {}
                ChunkKind::QuoteMark if self.quotes_manner(at) => {}
                // "the chance that it will rain"
                ChunkKind::Subordinator
                    if self.is_that(at) && matches!(self.kind_at(at - 1), Some(ChunkKind::Phrase(_))) =>
                {
                    inner += 1;
                }
                // "the ban on spending it"
                ChunkKind::Subordinator if matches!(self.kind_at(at + 1), Some(ChunkKind::Verb(verb)) if verb.mood == Mood::Gerund) =>
                    {}
                _ => return false,
            }
        }
        false
    }

    /// How many commas stand between the chunks.
    fn commas(&self, from: usize, to: usize) -> usize {
        self.chunks[from..to].iter().filter(|chunk| matches!(chunk.kind, ChunkKind::Comma)).count()
    }

    /// "the men that", "the men they": whether the noun phrase at chunk `at` opens a relative clause of the one right before.
    fn opens_inner(&self, at: usize, id: PhraseId) -> bool {
        let alone = self.syntax.phrases[id as usize].base.last == self.chunks[at].extent.first + 1;
        matches!(self.kind_at(at - 1), Some(ChunkKind::Phrase(_)))
            && (self.is_that(at) && alone || self.is_nominative(id))
    }

    /// Whether the finite verb at chunk `at` is a participle that modifies the subject at chunk `k` or a noun behind it.
    fn only_modifies(&self, k: usize, at: usize, verb: VerbChunk) -> bool {
        let group = *self.group(verb);
        // "claimed responsibility in a message posted online"
        let lacks = || self.lacks_object(at) && (at > k + 1 && !self.happens(&group) || self.finite_ahead(at));
        verb.single && self.may_be_participle(group) && (self.has_agent(at, group) || lacks())
    }

    /// Whether the finite verb at chunk `at` has a subject of its own behind the noun phrase at chunk `k`.
    fn is_of_another(&self, k: usize, at: usize, verb: VerbChunk) -> bool {
        let comma = |at: usize| matches!(self.kind_at(at), Some(ChunkKind::Comma));
        // ", she noted", "hopes for rain, the mayor left"
        let apart = at > k + 2 && matches!(self.kind_at(at - 1), Some(ChunkKind::Phrase(_))) && comma(at - 2);
        // "suggest a famine, said the digger"
        let signed = || {
            let quotative = self.grammar.quotative(&self.words[self.group(verb).head as usize]);
            comma(at - 1) && self.commas(k, at) == 1 && quotative && self.inversion_follows(at)
        };
        apart || signed()
    }

    /// Whether the conjunction at chunk `at` joins another clause or verb to the one before, and no noun phrase to the one at
    /// chunk `k`.
    fn parts(&self, k: usize, at: usize, inner: usize) -> bool {
        if one_of!(self.words[self.chunks[at].extent.first as usize].hash, "but" | "yet" | "so") {
            return true;
        }
        let nominative = |kind| matches!(kind, Some(ChunkKind::Phrase(id)) if self.is_nominative(id));
        // "said a prayer and left", "said a prayer and then left"
        let next = self.kind_at(at + 1 + usize::from(matches!(self.kind_at(at + 1), Some(ChunkKind::Adverb))));
        let verb = || matches!(next, Some(ChunkKind::Verb(verb)) if verb.mood == Mood::Finite);
        // "does not believe the threats and he left"
        let again = || nominative(next) && !nominative(self.kind_at(k));
        // "claimed the raid, and the police say": one comma makes no list
        let apart = || matches!(self.kind_at(at - 1), Some(ChunkKind::Comma)) && self.commas(k, at) == 1;
        inner == 0 && (verb() || again() || apart())
    }
}
