//! Words that are verbs after all, or verbs of another form: in the [`present`], as [`infinitive`], as [`gerund`], in the
//! [`past`].

mod gerund;
mod infinitive;
mod past;
mod present;

use super::Place;
use crate::tag::{Pos, Word, function};

impl Place<'_> {
    /// Whether a quantity or a determiner stands behind the word: "wounded 15 guards", before which no adjective stands.
    fn quantity_follows(&self) -> bool {
        let Some(next) = self.behind(1) else { return false };
        match next.pos {
            Pos::Num => self.behind(2).is_none_or(|word| word.pos != Pos::Part),
            Pos::Det => function!(next.function, "a" | "an" | "the" | "another" | "several" | "some" | "many"),
            _ => self.bound_follows(),
        }
    }

    /// "more than 30", "at least 30", "up to 30"
    fn bound_follows(&self) -> bool {
        let (next, second) = (self.function_behind(1), self.function_behind(2));
        function!(next, "more") && function!(second, "than")
            || function!(next, "at") && function!(second, "least")
            || function!(next, "up") && function!(second, "to")
    }

    /// As plurals and the third person do: "plans", but not "address".
    pub(super) fn ends_in_single_s(&self, word: &Word) -> bool {
        let spelling = self.spelling(word);
        spelling.ends_with('s') && !spelling.ends_with("ss")
    }
}

/// Whether a word may begin the object of a verb.
fn is_object(word: &Word) -> bool {
    matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det | Pos::Pron | Pos::Num)
}
