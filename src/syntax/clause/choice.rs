//! What is left to choose from: "whether openly or in secret", and the words of a pair that join nothing: "they both want".

use super::*;
use crate::syntax::word::one_of;

impl Parser<'_> {
    /// "whoever helps them, whether openly or in secret, is": whether no verb stands between "whether" at chunk `k` and the next comma,
    /// only things to choose from.
    pub(super) fn offers_choice(&self, k: usize) -> bool {
        let inner = |chunk: &&Chunk| chunk.kind.is_verbless() || matches!(chunk.kind, ChunkKind::Conjunction);
        let choice = &self.chunks[k + 1..];
        let choice = &choice[..choice.iter().take(LOOK_AHEAD).take_while(inner).count()];
        let or = |chunk: &Chunk| one_of!(self.words[chunk.extent.first as usize].hash, "or");
        let closes = matches!(self.kind_at(k + 1 + choice.len()), Some(ChunkKind::Comma | ChunkKind::Other) | None);
        // "asked whether this one or that"
        self.comma && closes && choice.iter().any(or)
    }

    /// Whether the "or" at chunk `k` joins such things.
    pub(super) fn joins_choice(&self, k: usize) -> bool {
        let word = |chunk: &Chunk| self.words[chunk.extent.first as usize].hash;
        if !one_of!(word(&self.chunks[k]), "or") {
            return false;
        }
        let plain = |chunk: &&Chunk| chunk.kind.is_verbless();
        let before = &self.chunks[..k];
        let from = before.len() - before.iter().rev().take(LOOK_AHEAD).take_while(plain).count();
        from > 1
            && matches!(
                (self.chunks[from - 2].kind, self.chunks[from - 1].kind),
                (ChunkKind::Comma, ChunkKind::Subordinator)
            )
            && one_of!(word(&self.chunks[from - 1]), "whether")
    }

    /// "they both want", "did not come either": whether the word of a pair at chunk `k` joins nothing.
    pub(super) fn is_floating(&self, k: usize) -> bool {
        let next = self.kind_at(k + 1);
        match self.words[self.chunks[k].extent.first as usize].hash {
            word if one_of!(word, "both") => matches!(next, Some(ChunkKind::Verb(_))),
            word if one_of!(word, "either") => {
                // "the men either joined it or left"
                matches!(next, Some(ChunkKind::Verb(verb)) if verb.mood == Mood::Finite)
                    && matches!(k.checked_sub(1).and_then(|before| self.kind_at(before)), Some(ChunkKind::Phrase(_)))
                    || matches!(next, Some(ChunkKind::Comma | ChunkKind::Other | ChunkKind::QuoteMark) | None)
            }
            _ => false,
        }
    }
}
