//! Verbs in the passive: "was quoted as saying", "are believed to", "the trucks were reported stolen".

use super::super::content::{self, Form};
use super::complement::{After, Complement};
use super::{Candidate, Extent, Mood, Pos, Uses, Verb, VerbForm, one_of};
use crate::syntax::Pieces;

impl Verb<'_, '_> {
    pub(super) fn passive(&self, mut after: After, found: &mut Vec<Candidate>) {
        let reader = self.reader;
        let source = after.agent.map(|agent| reader.mention(agent));
        let subject =
            self.clause.subject.map(|subject| reader.syntax.phrase(subject)).filter(|_| !self.clause.shared_subject);
        let reduced = self.group.mood == Mood::Participle;
        let clause = |start: u32| {
            let end = content::end(reader, start, Some(self.id), Form::Clause);
            content::piece(reader, start, end)
        };
        let phrase = |start: u32| {
            let end = content::end(reader, start, Some(self.id), Form::Phrase);
            content::piece(reader, start, end)
        };
        let person = subject.is_some_and(|subject| !one_of!(reader.hash(subject.head), "it" | "there"));
        let content = match after.complement {
            Complement::That(start) | Complement::Bare(start)
                // "claimed by the brigade that later struck again": of the brigade
                if self.uses.has(Uses::THAT)
                    && !self.is_relative(start)
                    && !(after.agent.is_some() && one_of!(reader.hash(start), "that"))
                    && !(matches!(after.complement, Complement::Bare(_)) && (after.comma || reader.pos(start) == Some(Pos::Aux))) =>
            {
                if self.uses.has(Uses::TELL) && person {
                    after.recipient = subject.map(|subject| subject.base);
                }
                clause(start).map(|piece| (Pieces::from(piece), "attribution/passive-that"))
            }
            Complement::Quote(mark) if self.uses.has(Uses::ASK.or(Uses::TELL)) && !reduced => {
                after.recipient = subject.filter(|_| person).map(|subject| subject.base);
                clause(mark).map(|piece| (Pieces::from(piece), "attribution/passive-quotation"))
            }
            Complement::Question(start) if self.uses.has(Uses::QUESTION) => {
                clause(start).map(|piece| (Pieces::from(piece), "attribution/passive-question"))
            }
            Complement::Infinitive(start) if self.uses.has(Uses::PASSIVE) && !reduced => clause(start).map(|piece| {
                let subject = subject.filter(|_| person).map(|subject| Pieces::from([subject.base, piece]));
                (subject.unwrap_or(piece.into()), "attribution/passive-infinitive")
            }),
            Complement::Preposition(start)
                if (self.uses.has(Uses::PASSIVE) || self.uses.has(Uses::AGAINST)) && self.governs(start) =>
            {
                phrase(start).map(|piece| {
                    let subject = subject
                        .filter(|_| person && self.uses.has(Uses::NAME))
                        .map(|subject| Extent::new(subject.base.first, subject.full.last.min(self.group.extent.first)));
                    let both = subject.map(|subject| Pieces::from([subject, piece]));
                    (both.unwrap_or(piece.into()), "attribution/passive-object")
                })
            }
            // "he took bribes, the court was told"
            Complement::None if self.uses.has(Uses::TELL) && self.uses.has(Uses::FOLLOW) && !reduced && person => {
                let told = subject.filter(|subject| !subject.pronoun).map(|subject| subject.base);
                told.and_then(|told| {
                    let front = self.front(told.first, &after, false)?;
                    let mut pieces = front.pieces;
                    pieces.extend(self.resumed(&after, front.quoted));
                    after.recipient = Some(told);
                    Some((pieces, "attribution/passive-that"))
                })
            }
            // "the trucks were reported stolen"
            Complement::None | Complement::Gerund(_)
                if self.uses.has(Uses::PASSIVE) && !reduced && person && self.states(self.behind) =>
            {
                subject
                    .zip(phrase(self.behind))
                    .map(|(subject, piece)| (Pieces::from([subject.base, piece]), "attribution/passive-state"))
            }
            _ if source.is_some() && self.uses.has(Uses::OBJECT) && !self.uses.has(Uses::WEAK_OBJECT) && !reduced => {
                subject.filter(|_| person).map(|subject| (Pieces::from(subject.base), "attribution/passive-agent"))
            }
            _ => None,
        };
        let Some((content, rule)) = content else { return };
        self.push(found, source, content, after, rule, 4);
    }

    /// "will be repeated in every town that is retaken": a "that" without a subject behind it is about the noun in front.
    fn is_relative(&self, that: u32) -> bool {
        let verb = self.reader.pos(that + 1);
        one_of!(self.reader.hash(that), "that") && matches!(verb, Some(Pos::Verb | Pos::Aux))
    }

    /// Whether a preposition opens what is said of the subject: no time ("projected over the next decade"), no clause.
    fn governs(&self, preposition: u32) -> bool {
        let reader = self.reader;
        one_of!(reader.hash(preposition), "of" | "for" | "as" | "with" | "about" | "over" | "against" | "on" | "to")
            && !reader.phrase_at(preposition + 1).is_some_and(|(_, phrase)| phrase.time)
    }

    /// Whether a participle or an adjective stands here that says what the subject is reported to be.
    fn states(&self, i: u32) -> bool {
        match self.reader.pos(i) {
            Some(Pos::Verb) => self.reader.form(i) != VerbForm::Base,
            Some(Pos::Adj) => true,
            _ => false,
        }
    }
}
