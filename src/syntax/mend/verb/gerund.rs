//! Nouns that are the -ing form of a verb: ", warning that it may fall".

use super::super::Place;
use crate::tag::{Pos, VerbForm, Word, function};

impl Place<'_> {
    /// "suspected of shelling the bridge": no noun stands before an article.
    pub fn is_gerund(&self) -> bool {
        function!(self.function_behind(1), "a" | "an" | "the") && self.lexicon.is_participle(self.this().entry)
    }

    /// ", warning that it may fall": behind a sign or a conjunction the -ing form of a verb whose clause opens with "that".
    pub fn goes_on_reporting(&self) -> bool {
        function!(self.function_behind(1), "that")
            && self.spelling(self.this()).ends_with("ing")
            && self.grammar.takes_clause(&self.taken_as(Pos::Verb, VerbForm::Gerund))
    }

    /// "described hearing two shots": between a verb and a quantity of something.
    pub fn is_heard(&self) -> bool {
        let something = |word: &Word| matches!(word.pos, Pos::Noun | Pos::Adj);
        self.quantity_follows()
            && self.behind(2).is_some_and(something)
            && self.spelling(self.this()).ends_with("ing")
            && self.lexicon.is_verb(self.this().entry)
    }
}
