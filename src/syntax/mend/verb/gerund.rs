//! Nouns that are the -ing form of a verb: ", warning that it may fall".

use super::super::Place;
use crate::syntax::word::one_of;
use crate::tag::{Pos, VerbForm, Word, function};

impl Place<'_> {
    /// "suspected of shelling the bridge": no noun stands before an article.
    pub fn is_gerund(&self) -> bool {
        function!(self.function_behind(1), "a" | "an" | "the") && self.lexicon.is_participle(self.this().entry)
            || self.is_blamed_on()
    }

    /// "denied bombing civilians": what somebody denies or admits is done, where an object follows.
    pub fn is_denied(&self) -> bool {
        self.ahead(1).is_some_and(|verb| {
            one_of!(verb.hash, "denied" | "denies" | "deny" | "denying" | "admitted" | "admits" | "admit" | "admitting")
        }) && self.behind(1).is_some_and(|next| next.pos == Pos::Propn || next.pos == Pos::Noun && next.is_plural())
            && self.spelling(self.this()).ends_with("ing")
            && self.lexicon.is_verb(self.this().entry)
    }

    /// "accused the group of looting homes": what somebody is accused of is done, where an object follows.
    fn is_blamed_on(&self) -> bool {
        const LONGEST_OBJECT: usize = 6;
        let nominal =
            |word: &&Word| matches!(word.pos, Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num | Pos::Pron);
        function!(self.words[self.at - 1].function, "of")
            && self.behind(1).is_some_and(|next| matches!(next.pos, Pos::Noun | Pos::Propn | Pos::Adj))
            && self.spelling(self.this()).ends_with("ing")
            && self.lexicon.is_verb(self.this().entry)
            && {
                let before = self.words[..self.at - 1].iter().rev();
                let length = before.clone().take(LONGEST_OBJECT).take_while(nominal).count();
                let verb = before.clone().nth(length);
                // "accused by the mayor of looting homes"
                let by = verb.is_some_and(|by| function!(by.function, "by"));
                let verb = if by { before.clone().nth(length + 1) } else { verb };
                verb.is_some_and(|verb| verb.pos == Pos::Verb && self.grammar.takes_of(verb))
            }
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
