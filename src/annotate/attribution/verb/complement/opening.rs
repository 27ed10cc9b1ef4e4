//! Whether a word opens what a verb reports: "that", a question word, an infinitive, a clause of its own.

use super::super::{ClauseKind, Mood, Pos, Uses, Verb, VerbForm, one_of};
use super::{After, Complement};
use crate::token::Shape;

impl Verb<'_, '_> {
    /// "said as he opened the school, “...”": the quotation behind an adverbial clause and its comma.
    pub(super) fn quotation_behind_adverbial(&self, i: u32, limit: u32) -> Option<u32> {
        let reader = self.reader;
        let sign = (i + 2..limit.min(i + 30)).find(|&j| reader.is_comma(j) || one_of!(reader.hash(j), ":"))?;
        reader.opens(sign + 1).is_some().then_some(sign + 1)
    }

    /// Whether a verb of saying is followed by a clause that begins with no plain noun phrase: "says running is hard".
    pub(super) fn is_loose_clause(&self, i: u32, limit: u32) -> bool {
        let reader = self.reader;
        let says = self.uses.has(Uses::BARE) && self.uses.has(Uses::SAY) && self.uses.has(Uses::FOLLOW);
        // "recalled its position that the strait must stay open": what the clause completes is the noun
        let completed = || {
            let noun = reader.phrase_at(i).map(|(_, phrase)| phrase);
            noun.is_some_and(|noun| {
                reader.uses(noun.head).has(Uses::NOUN_THAT)
                    && one_of!(reader.hash(noun.base.last), "that")
                    && !reader.is_finite(noun.base.last + 1)
            })
        };
        // "pledged allegiance to the chief and has led his men ever since": a second verb of the same subject
        let joined = |j: u32| {
            let clause = reader.syntax.clause_of_word(j).map(|id| reader.clause(id));
            clause.is_some_and(|clause| clause.conjunct_of == Some(self.id) && clause.shared_subject)
        };
        // "said nothing as she left"
        if one_of!(reader.hash(i), "nothing" | "little" | "much") && !reader.is_finite(i + 1) {
            return false;
        }
        let mut behind = (i + 1..limit.min(i + 25)).take_while(|&j| !reader.is_comma(j));
        says && self.group.mood != Mood::Gerund && behind.any(|j| reader.is_finite(j) && !joined(j)) && !completed()
    }

    /// "Said yes", "thinks so": a word that stands for a clause, with nothing of the kind behind it.
    pub(super) fn is_answer(&self, i: u32) -> bool {
        let reader = self.reader;
        let answers = one_of!(reader.hash(i), "yes" | "no") && self.uses.has(Uses::SAY)
            || one_of!(reader.hash(i), "so") && self.uses.has(Uses::BARE);
        answers && (reader.is_punctuation(i + 1) || matches!(reader.pos(i + 1), Some(Pos::Cconj | Pos::Sconj)))
    }

    /// "Called that a lie": behind a verb that names and takes no clause, a pronoun whatever it is tagged as.
    pub(super) fn is_named(&self, i: u32) -> bool {
        self.uses.has(Uses::NAME) && !self.uses.has(Uses::THAT) && one_of!(self.reader.hash(i), "that")
    }

    pub(super) fn is_that(&self, i: u32) -> bool {
        let reader = self.reader;
        // "Having said that, the vicar left": what has been said before
        let anaphoric = || one_of!(reader.hash(self.group.extent.first), "having") && reader.is_comma(i + 1);
        if !one_of!(reader.hash(i), "that") || self.is_named(i) || anaphoric() {
            return false;
        }
        // "a raid claimed by the group that later struck again": behind who claims it, a verb without a subject
        let verb = i + 1 + u32::from(reader.pos(i + 1) == Some(Pos::Adv));
        let acts = reader.is_finite(verb) || reader.form(verb) == VerbForm::Participle;
        if acts
            && reader
                .phrase_before(i)
                .is_some_and(|agent| agent.base.first > 0 && one_of!(reader.hash(agent.base.first - 1), "by"))
        {
            return false;
        }
        // before a finite verb it is what that verb speaks of: "said that was wrong"
        let complementizer = reader.pos(i) == Some(Pos::Sconj);
        let opens = self.uses.has(Uses::THAT) || reader.phrase_at(i + 1).is_some();
        complementizer
            || reader.opens(i + 1).is_some()
            || opens && !reader.is_punctuation(i + 1) && !reader.is_finite(i + 1)
    }

    /// An adverbial clause at `i` with a quotation behind it, or a conditional that starts the content: the complement.
    pub(super) fn opens_adverbial(&self, i: u32, limit: u32, after: &mut After) -> bool {
        if let Some(mark) = self.quotation_behind_adverbial(i, limit) {
            after.comma = true;
            after.complement = Complement::Quote(mark);
        } else if self.is_conditional(i) && self.uses.has(Uses::BARE) && after.direct {
            after.complement = Complement::Bare(i);
        } else {
            return false;
        }
        true
    }

    pub(super) fn is_conditional(&self, i: u32) -> bool {
        one_of!(
            self.reader.hash(i),
            "if" | "because" | "although" | "unless" | "despite" | "while" | "under" | "without"
        )
    }

    pub(super) fn question(&self, i: u32, direct: bool) -> Option<Complement> {
        let hash = self.reader.hash(i);
        if one_of!(hash, "whether") {
            return Some(Complement::Question(i + 1));
        }
        // "has not said if it will stay"
        let silent = || {
            self.group.negation.is_some()
                && self.uses.has(Uses::SAY)
                && self.uses.has(Uses::QUESTION)
                && !self.reader.is_comma(i - 1)
        };
        if one_of!(hash, "if") && direct && (self.uses.has(Uses::ASK) || silent()) {
            return Some(Complement::Question(i + 1));
        }
        // "heard what sounded like a shot": a thing, though nobody is sure which
        let likens = |at: u32| {
            one_of!(
                self.reader.hash(at),
                "seemed" | "seems" | "appeared" | "appears" | "looked" | "looks" | "sounded" | "sounds"
            )
        };
        if one_of!(hash, "what")
            && !self.uses.has(Uses::SHOW)
            && (likens(i + 1) || self.reader.pos(i + 1) == Some(Pos::Adv) && likens(i + 2))
        {
            return None;
        }
        let always = one_of!(hash, "what" | "who" | "why" | "how" | "which" | "whatever" | "whose");
        (direct
            && (always || one_of!(hash, "where" | "when") && self.uses.has(Uses::QUESTION) && self.uses.has(Uses::ASK)))
        .then_some(Complement::Question(i))
    }

    pub(super) fn is_infinitive(&self, i: u32) -> bool {
        let reader = self.reader;
        let i = if one_of!(reader.hash(i), "not" | "never") { i + 1 } else { i };
        if !one_of!(reader.hash(i), "to") {
            return false;
        }
        // "vowed to “burn the village”"
        if reader.opens(i + 1).is_some() {
            let verb = if reader.pos(i + 2) == Some(Pos::Adv) { i + 3 } else { i + 2 };
            let bare = matches!(reader.form(verb), VerbForm::Base | VerbForm::Present);
            let takes = self.uses.has(Uses::INFINITIVE.or(Uses::DIRECT));
            return takes && reader.pos(verb) == Some(Pos::Verb) && bare;
        }
        let adverb = reader.pos(i + 1) == Some(Pos::Adv);
        let next = if adverb { i + 2 } else { i + 1 };
        match reader.pos(i) {
            Some(Pos::Part) => matches!(reader.pos(next), Some(Pos::Verb | Pos::Aux)),
            // "declined to comment": a bare singular is more likely a verb behind a verb that takes one
            Some(Pos::Adp) => {
                let plain = matches!(reader.pos(next), Some(Pos::Noun | Pos::Verb)) && !reader.is_plural(next);
                (self.uses.has(Uses::INFINITIVE) || adverb)
                    && plain
                    && reader.pos(next + 1) != Some(Pos::Noun)
                    && !reader.word(next).is_some_and(|word| word.shape.has(Shape::CAPITAL))
            }
            _ => false,
        }
    }

    pub(super) fn infinitive_behind(&self, i: u32) -> bool {
        self.is_infinitive(i)
    }

    /// Whether the clause that the verb reports begins at `i`.
    pub(super) fn bare_clause_at(&self, i: u32) -> bool {
        let clause = self.reader.syntax.clause_of_word(i).map(|id| self.reader.clause(id));
        clause.is_some_and(|clause| {
            clause.kind == ClauseKind::Bare
                && clause.extent.first == i
                && clause.parent == Some(self.id)
                && clause.governor == Some(self.group.head)
        })
    }

    /// Whether a content can begin at `i`, behind whom it is said to.
    pub(super) fn content_follows(&self, mut i: u32, limit: u32) -> bool {
        let reader = self.reader;
        for _ in 0..6 {
            if i >= limit {
                return true;
            }
            if reader.opens(i).is_some()
                || self.is_that(i)
                || reader.starts_clause(i, limit)
                || one_of!(reader.hash(i), ":" | "," | "whether" | "if")
            {
                return true;
            }
            if self.question(i, true).is_some() {
                return true;
            }
            match reader.pos(i) {
                // "told the panel when asked about it: “...”"
                Some(Pos::Sconj | Pos::Adv) if self.quotation_behind_adverbial(i, limit).is_some() => return true,
                Some(Pos::Adv) => i += 1,
                Some(Pos::Adp) => match reader.phrase_at(i + 1) {
                    Some((_, phrase)) => i = reader.short_end(phrase),
                    None => return false,
                },
                Some(Pos::Punct) => return true,
                _ => match reader.phrase_at(i) {
                    Some((_, phrase)) if phrase.time => i = phrase.base.last,
                    _ => return false,
                },
            }
        }
        false
    }

    /// A comma closes what the comma before `i` opened: "said, in a statement, that".
    pub(super) fn closes_parenthesis(&self, i: u32, limit: u32) -> Option<u32> {
        let reader = self.reader;
        (i..limit.min(i + 12))
            .find(|&j| reader.is_comma(j))
            .filter(|&j| self.is_that(j + 1) || reader.opens(j + 1).is_some())
    }
}
