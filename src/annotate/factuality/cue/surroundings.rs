//! What the tests of cues ask of the text around a word, and the reach of each kind of target.

use super::super::scope;
use super::{Finder, Reach};
use crate::annotate::found::Target;
use crate::syntax::{Clause, ClauseId, ClauseKind, Extent, NONE, PhraseId, VerbGroup};
use crate::tag::{Pos, Word};

impl Finder<'_, '_> {
    pub(super) fn word(&self, i: u32) -> Option<&Word> {
        self.document.words.get(i as usize)
    }

    /// What `one_of!` compares a word by.
    pub(super) fn hash(&self, i: u32) -> u64 {
        self.word(i).map_or(0, |word| word.hash)
    }

    pub(super) fn pos(&self, i: u32) -> Option<Pos> {
        self.word(i).map(|word| word.pos)
    }

    pub(super) fn clause(&self, id: ClauseId) -> &Clause {
        self.document.syntax.clause(id)
    }

    /// The clause whose verb group holds the word, else the innermost clause around it.
    pub(super) fn clause_at(&self, i: u32) -> Option<ClauseId> {
        self.document.syntax.clause_of_word(i)
    }

    /// The clause and the verb group that hold the word.
    pub(super) fn group_at(&self, i: u32) -> Option<(ClauseId, VerbGroup)> {
        let id = self.clause_at(i)?;
        let group = self.clause(id).group.filter(|group| group.extent.contains(i))?;
        Some((id, group))
    }

    /// The clause whose main verb the word is, also behind an auxiliary that stands in front of the subject.
    pub(super) fn clause_of_verb(&self, i: u32) -> Option<(ClauseId, VerbGroup)> {
        let id = self.clause_at(i)?;
        let group = self.clause(id).group.filter(|group| group.head == i)?;
        Some((id, group))
    }

    pub(super) fn complement(&self, word: u32) -> Option<ClauseId> {
        Some(self.complement_at[word as usize]).filter(|&id| id != NONE)
    }

    pub(super) fn over_clause(&self, id: ClauseId) -> Reach {
        Reach { target: Target::Clause(id), scope: scope::of_clause(self.document, id) }
    }

    pub(super) fn over_phrase(&self, id: PhraseId) -> Reach {
        Reach { target: Target::Phrase(id), scope: scope::of_phrase(self.document, id) }
    }

    pub(super) fn over_complement(&self, id: ClauseId) -> Reach {
        Reach { target: Target::Complement, scope: scope::of_clause(self.document, id) }
    }

    pub(super) fn over_thing(&self, id: PhraseId) -> Reach {
        Reach { target: Target::Complement, scope: scope::of_phrase(self.document, id) }
    }

    /// What starts at the word, or behind a preposition there: a clause or a noun phrase.
    pub(super) fn starting_at(&self, i: u32) -> Option<Reach> {
        let syntax = self.document.syntax;
        if let Some(id) = syntax.clause_of_word(i) {
            let clause = self.clause(id);
            let dependent = !matches!(clause.kind, ClauseKind::Main) || clause.conjunct_of.is_some();
            if dependent && clause.extent.first + 1 >= i && clause.verb().is_some_and(|verb| verb >= i) {
                return Some(self.over_clause(id));
            }
        }
        let at = if self.pos(i) == Some(Pos::Adp) { i + 1 } else { i };
        let at = if self.pos(at) == Some(Pos::Adp) { at + 1 } else { at };
        let id = syntax.phrase_of_word(at)?;
        let phrase = syntax.phrase(id);
        (phrase.base.first == at || phrase.possessor.is_some()).then(|| {
            let reach = self.over_phrase(id);
            Reach { scope: Extent::new(i, reach.scope.last.max(i + 1)), ..reach }
        })
    }
}
