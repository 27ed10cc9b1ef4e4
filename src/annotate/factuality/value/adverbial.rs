//! Adverbial clauses: conditions, times, purposes.

use super::super::LONGEST_CUE;
use super::{MOST_CUES, Stand, Values};
use crate::model::{Certainty, CueKind, Polarity, Tense};
use crate::syntax::{Clause, ClauseId, ClauseKind, GroupTense, VerbGroup, one_of};
use crate::token::hash;

impl Values<'_, '_> {
    /// How it stands with what happens in an adverbial clause.
    pub(super) fn adverbial(&self, clause: &Clause, parent: ClauseId) -> Stand {
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
        // "if and when the ship is found"
        let around = self.document.syntax.clause(parent);
        let twice = around.kind == ClauseKind::Adverbial
            && around.group.is_none()
            && around.marker.is_some_and(|marker| CONDITIONS.contains(&self.document.words[marker as usize].hash));
        let conditional = twice || CONDITIONS.contains(&marker) || marker == hash(b"even") && next == hash(b"if");
        if conditional && clause.marker.is_some_and(|marker| self.opens_condition(marker)) {
            return Stand { certainty: Certainty::Possible, ..Stand::PLAIN };
        }
        if marker == hash(b"so") && next == hash(b"that") || marker == hash(b"as") && next == hash(b"if") {
            return Stand { ahead: Certainty::Possible, tense: Tense::Future, ..Stand::PLAIN };
        }
        // "died before doctors could operate": they did not
        let too_late = |group: VerbGroup| {
            group.modal.is_some_and(|modal| one_of!(self.document.words[modal as usize].hash, "could" | "can"))
        };
        if one_of!(marker, "before") && clause.group.is_some_and(too_late) {
            let outer = self.clause(parent);
            if outer.tense == Tense::Past && outer.polarity == Polarity::Positive {
                return Stand { polarity: Polarity::Negative, tense: Tense::Past, ..outer };
            }
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

    /// Whether the word that opens a clause makes it a condition: not in "if anything" or "competent, if dull".
    fn opens_condition(&self, marker: u32) -> bool {
        let mut around = self.cues.between(marker.saturating_sub(LONGEST_CUE), marker + 2, MOST_CUES);
        around.any(|(cue, _)| {
            cue.kind == CueKind::Condition && cue.extent.first <= marker + 1 && cue.extent.last > marker
        })
    }
}
