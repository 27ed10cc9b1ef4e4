//! Adjectives that are tagged as verbs or adverbs, and what only looks like one: "a nearby town", "the island's only bridge".

use super::{Place, is_finite};
use crate::syntax::word::{is_be, is_possessive_mark, is_possessive_pronoun, one_of};
use crate::tag::{Pos, VerbForm, Word, function};
use crate::token::hash;

impl Place<'_> {
    /// "ruled out further cuts"
    pub(super) fn is_further(&self) -> bool {
        one_of!(self.this().hash, "further") && self.behind(1).is_some_and(|next| next.pos == Pos::Noun)
    }

    /// "It is likely the bridge will close", "It seems likely prices will rise": behind "it" and a verb that links, in front of a clause.
    pub(super) fn is_odds(&self) -> bool {
        let clause = |word: &Word| matches!(word.pos, Pos::Det | Pos::Pron | Pos::Noun | Pos::Propn | Pos::Num);
        one_of!(self.this().hash, "likely" | "unlikely")
            && self.behind(1).is_some_and(clause)
            && self.ahead(2).is_some_and(|it| function!(it.function, "it"))
            && self.ahead(1).is_some_and(|links| is_be(links.function) || one_of!(links.hash, "seems" | "seemed"))
    }

    /// "the island's only bridge"
    pub(super) fn is_only(&self) -> bool {
        let possessive = |word: &Word| is_possessive_mark(word) || is_possessive_pronoun(word.function);
        function!(self.this().function, "only")
            && self.ahead(1).is_some_and(possessive)
            && self.behind(1).is_some_and(|next| matches!(next.pos, Pos::Noun | Pos::Adj))
    }

    /// "fighter and remotely piloted aircraft"
    pub(super) fn is_remote(&self) -> bool {
        matches!(self.form(), VerbForm::Past | VerbForm::Participle)
            && self.ahead(1).is_some_and(|adverb| one_of!(adverb.hash, "remotely"))
    }

    /// "to neighbouring Chad", "asked warring parties to talk", but "began surrounding villages"
    pub(super) fn is_near(&self) -> bool {
        let near = one_of!(self.this().hash, "neighbouring" | "neighboring");
        let beside = || near || one_of!(self.this().hash, "surrounding" | "warring" | "opposing");
        let object = || self.before == Pos::Verb && !self.ahead(1).is_some_and(|verb| self.grammar.takes_deed(verb));
        (near && matches!(self.before, Pos::Adp | Pos::Sconj | Pos::Cconj) || beside() && object())
            && self.behind(1).is_some_and(|next| matches!(next.pos, Pos::Noun | Pos::Propn))
    }

    /// ", retreating troops laid mines": between a sign and a plural with its finite verb, what takes no object.
    pub(super) fn is_on_the_move(&self) -> bool {
        self.before == Pos::Punct
            && self.behind(1).is_some_and(|next| next.pos == Pos::Noun && self.spelling(next).ends_with('s'))
            && (is_finite(self.behind(2)) || self.behind(2).is_some_and(|verb| verb.form == VerbForm::Participle))
            && (self.grammar.takes_nothing(self.this())
                || one_of!(
                    self.this().hash,
                    "advancing" | "attacking" | "invading" | "defending" | "returning" | "warring"
                ))
    }

    /// "two Houthi fighting positions", "a fighting position": for what something is, behind a number that counts what stands
    /// behind.
    pub(super) fn is_for_fighting(&self) -> bool {
        // "men of fighting age"
        if one_of!(self.this().hash, "fighting" | "working" | "voting")
            && self.behind(1).is_some_and(|age| one_of!(age.hash, "age" | "strength" | "spirit"))
        {
            return true;
        }
        if !matches!(self.before, Pos::Noun | Pos::Propn) {
            return false;
        }
        let position = |word: &Word| one_of!(word.hash, "position" | "positions" | "vehicle" | "vehicles");
        if one_of!(self.this().hash, "fighting" | "firing") && self.behind(1).is_some_and(position) {
            return true;
        }
        self.behind(1).is_some_and(|things| self.spelling(things).ends_with('s'))
            && self.ahead(1).is_some_and(|name| !self.spelling(name).ends_with('s'))
            && self.ahead(2).is_some_and(|number| number.pos == Pos::Num && !one_of!(number.hash, "one" | "1"))
            && self.behind(2).is_none_or(|next| !matches!(next.pos, Pos::Verb | Pos::Aux))
    }

    /// "newly built homes", "remotely piloted aircraft": what only describes stands in front of a participle that does.
    pub(super) fn is_graded(&self) -> bool {
        self.before == Pos::Adv
            && self.behind(1).is_some_and(|next| next.pos == Pos::Noun)
            && self.ahead(1).is_some_and(|adverb| {
                one_of!(
                    adverb.hash,
                    "remotely"
                        | "newly"
                        | "highly"
                        | "densely"
                        | "sparsely"
                        | "lightly"
                        | "internationally"
                        | "locally"
                        | "internally"
                )
            })
    }

    /// "show burned cars", "depict wounded soldiers": behind a verb that has no other verb behind it, what tells of things in which
    /// state they are.
    pub(super) fn is_shown(&self) -> bool {
        let shows = |word: &Word| {
            one_of!(
                word.hash,
                "show"
                    | "shows"
                    | "showed"
                    | "showing"
                    | "depict"
                    | "depicts"
                    | "depicted"
                    | "depicting"
                    | "contained"
                    | "contains"
                    | "contain"
            )
        };
        matches!(self.form(), VerbForm::Past | VerbForm::Participle)
            && self.ahead(1).is_some_and(shows)
            && self.behind(1).is_some_and(|things| things.is_plural())
    }

    /// "Advise and assist operations will go on", "the train and equip programme": two verbs in front of what is done in that way.
    pub(super) fn is_in_coordinate_modifier(&self) -> bool {
        let done = |word: &Word| {
            one_of!(
                word.hash,
                "operation"
                    | "operations"
                    | "mission"
                    | "missions"
                    | "programme"
                    | "programmes"
                    | "program"
                    | "programs"
                    | "team"
                    | "teams"
                    | "effort"
                    | "efforts"
                    | "project"
                    | "projects"
                    | "scheme"
                    | "schemes"
                    | "initiative"
                    | "activities"
                    | "tactics"
                    | "powers"
            )
        };
        let opens = |word: &Word| matches!(word.pos, Pos::Det | Pos::Adj | Pos::Punct | Pos::Part);
        self.before == Pos::Cconj
            && matches!(self.form(), VerbForm::Base | VerbForm::Present)
            && self.behind(1).is_some_and(done)
            && self.ahead(1).is_some_and(|and| and.hash == hash(b"and"))
            && self.ahead(2).is_some_and(|verb| self.lexicon.is_verb(verb.entry))
            && self.ahead(3).is_none_or(|word| opens(word) && !function!(word.function, "to" | ","))
    }

    /// "a response to growing losses", "fears of collapsing banks": behind a preposition, what a noun does that has no object.
    /// Behind by, in or without it may be a deed all the same.
    pub(super) fn is_trend(&self) -> bool {
        let relates = |word: &Word| {
            one_of!(
                word.hash,
                "to" | "from"
                    | "of"
                    | "amid"
                    | "despite"
                    | "with"
                    | "against"
                    | "about"
                    | "over"
                    | "for"
                    | "on"
                    | "at"
                    | "between"
                    | "among"
            )
        };
        if self.before == Pos::Verb {
            // "faces mounting pressure", but "began growing crops"
            return self.behind(1).is_some_and(|next| next.pos == Pos::Noun)
                && self.grammar.is_trend(self.this())
                && !self.ahead(1).is_some_and(|verb| self.grammar.takes_deed(verb));
        }
        matches!(self.before, Pos::Adp | Pos::Part | Pos::Sconj)
            && self.behind(1).is_some_and(|next| next.pos == Pos::Noun)
            && (self.grammar.is_trend(self.this())
                || one_of!(self.this().hash, "continuing")
                || self.grammar.takes_nothing(self.this()))
            && self.ahead(1).is_some_and(|before| {
                // "hurt by falling branches", but "by growing crops"
                relates(before)
                    || function!(before.function, "by")
                        && one_of!(self.this().hash, "falling" | "rising" | "collapsing")
            })
    }

    /// "It clears mines and improvised explosive devices": behind a verb in the present and "and", a past form in front of an
    /// adjective and a plural tells what kind they are.
    pub(super) fn is_kind_of(&self) -> bool {
        const FARTHEST: usize = 16;
        // "the army and allied militias burned"
        if one_of!(self.this().hash, "allied") && self.behind(1).is_some_and(|next| next.pos == Pos::Noun) {
            return self.before == Pos::Cconj;
        }
        let plural = self.behind(2).is_some_and(|things| things.is_plural());
        let listed = self.ahead(2).is_some_and(|word| matches!(word.pos, Pos::Noun | Pos::Propn));
        let left = || {
            let before = self.words[..self.at].iter().rev().take(FARTHEST);
            let mut verbs = before.take_while(|word| word.pos != Pos::Punct || function!(word.function, ","));
            verbs.find(|word| is_finite(Some(word)))
        };
        self.before == Pos::Cconj
            && self.behind(1).is_some_and(|next| next.pos == Pos::Adj)
            && plural
            && listed
            && (self.spelling(self.this()).ends_with("ed") || self.lexicon.is_participle(self.this().entry))
            && left().is_some_and(|verb| verb.pos == Pos::Verb && verb.form == VerbForm::Present)
    }
}
