//! Which complements a verb takes as what it reports, and by which rule.

use super::super::content::{self, Form};
use super::super::statement;
use super::complement::{After, Complement};
use super::{ClauseKind, Extent, Mention, Mood, PhraseId, Uses, Verb, one_of};
use crate::syntax::Pieces;
use crate::tag::{Pos, VerbForm};

impl Verb<'_, '_> {
    /// "the drug, which the firm says is safe": a report within the relative clause whose verb it reports.
    pub(super) fn in_relative(&self) -> Option<(Pieces, &'static str, u8)> {
        let outer = self.clause.parent.filter(|_| self.clause.kind == ClauseKind::Parenthetical)?;
        let relative = self.reader.clause(outer);
        let start = relative.group.filter(|_| relative.kind == ClauseKind::Relative)?.extent.first;
        let reports = self.uses.has(Uses::BARE) && self.group.extent.last == start;
        let end = content::end(self.reader, start, Some(outer), Form::Clause);
        let piece = content::piece(self.reader, start, end).filter(|_| reports)?;
        Some((piece.into(), "attribution/verb-relative", 6))
    }

    /// The content behind the verb, the rule that takes it and its rank.
    pub(super) fn behind_content(&self, after: &After, source: Option<&Mention>) -> Option<(Pieces, &'static str, u8)> {
        let reader = self.reader;
        let uses = self.uses;
        // few complements depend on it
        let speaks = || source.is_some_and(|source| reader.can_speak(source) || self.is_said_of_body(source));
        let clause = |start: u32, rule: &'static str, rank: u8| {
            let end = content::end(reader, start, Some(self.id), Form::Clause);
            content::piece(reader, start, end).map(|piece| (piece.into(), rule, rank))
        };
        let phrase = |start: u32, rule: &'static str, rank: u8| {
            let end = content::end(reader, start, Some(self.id), Form::Phrase);
            content::piece(reader, start, end).map(|piece| (piece.into(), rule, rank))
        };
        // "could not go on “lurching from crisis to crisis”"
        let goes_on = |mark: u32| {
            one_of!(
                reader.hash(self.group.head),
                "go" | "goes" | "went" | "gone" | "continue" | "continues" | "continued"
            ) && reader.form(mark + 1) == VerbForm::Gerund
        };
        match after.complement {
            Complement::Quote(mark) if goes_on(mark) => None,
            Complement::Quote(mark) if uses.has(Uses::QUOTE) || uses.is_empty() && speaks() && after.comma => {
                clause(mark, "attribution/verb-quotation", 9)
            }
            Complement::Quote(mark) if uses.has(Uses::OBJECT) && speaks() => phrase(mark, "attribution/verb-object", 4),
            Complement::Colon(start) if uses.has(Uses::QUOTE) => self.behind_colon(start),
            Complement::That(start) if uses.has(Uses::THAT) => clause(start, "attribution/verb-that", 8),
            // "saw him fall" tells of what was seen
            Complement::Bare(start)
                if one_of!(reader.hash(start), "him" | "them" | "me" | "us") && !reader.is_country_us(start) =>
            {
                None
            }
            // "a deal that would see nine of them freed": what it would bring about
            Complement::Bare(start)
                if self.group.modal.is_some()
                    && one_of!(reader.hash(self.group.head), "see")
                    && !one_of!(reader.hash(start), "if") =>
            {
                None
            }
            Complement::Bare(start) if uses.has(Uses::BARE) => clause(start, "attribution/verb-clause", 8),
            Complement::Question(start) if uses.has(Uses::QUESTION) => clause(start, "attribution/verb-question", 7),
            Complement::Infinitive(start) if uses.has(Uses::INFINITIVE) && speaks() => {
                clause(start, "attribution/verb-infinitive", 6)
            }
            Complement::Direct(start) if uses.has(Uses::DIRECT) && speaks() => {
                let end = content::end(reader, start, Some(self.id), Form::Clause);
                let piece = content::piece(reader, start, content::before_occasion(reader, start, end))?;
                Some((piece.into(), "attribution/verb-object-infinitive", 6))
            }
            Complement::Answer(word) if speaks() => {
                Some((Extent::new(word, word + 1).into(), "attribution/verb-answer", 7))
            }
            // "Hundreds feared missing", in a heading
            Complement::Gerund(start) if one_of!(reader.hash(start), "missing") => None,
            // "It recommends replacing the pumps": only a body or a document does
            Complement::Gerund(start)
                if uses.has(Uses::GERUND)
                    && (speaks()
                        || uses.has(Uses::SAY)
                            && source.is_some_and(|source| one_of!(reader.hash(source.head), "it"))) =>
            {
                phrase(start, "attribution/verb-gerund", 5)
            }
            Complement::Object(_, start) | Complement::Direct(start)
                if uses.has(Uses::SHOW) && source.is_some_and(|source| self.is_writing(source, speaks())) =>
            {
                phrase(start, "attribution/document-object", 4)
            }
            // "ordered an inquiry", but "ordered new buses"
            Complement::Object(object, _) if self.orders_thing(object) => None,
            // "denied the clan access": it was withheld, and nothing is said not to be so
            Complement::Object(object, _) if uses.has(Uses::DENYING) && self.withholds(object) => None,
            // "admitted two patients", "reported the man to the police": people are said by nobody
            Complement::Object(object, _)
                if uses.has(Uses::SAY) && !uses.has(Uses::CITE.or(Uses::NAME)) && self.is_person(object) =>
            {
                None
            }
            Complement::Object(_, start) | Complement::Direct(start) if uses.has(Uses::OBJECT) && speaks() => {
                if uses.has(Uses::AS) && !self.names_as(start) {
                    return None;
                }
                if uses.has(Uses::WEAK_OBJECT) && !source.is_some_and(|source| self.answers_for(source, start)) {
                    return None;
                }
                let rule = if uses.has(Uses::WEAK_OBJECT) {
                    "attribution/verb-object-weak"
                } else {
                    "attribution/verb-object"
                };
                phrase(start, rule, 3)
            }
            Complement::None => self.names_what(),
            _ => None,
        }
    }

    /// "over what he described as a plot": what something is said to be in a clause that stands for it.
    fn names_what(&self) -> Option<(Pieces, &'static str, u8)> {
        let reader = self.reader;
        let names = self.says_what() && self.uses.has(Uses::NAME) && one_of!(reader.hash(self.behind), "as");
        let start = self.behind + 1;
        let end = names.then(|| content::end(reader, start, Some(self.id), Form::Phrase))?;
        Some((content::piece(reader, start, end)?.into(), "attribution/verb-object", 3))
    }

    /// Whether the object of a verb of ordering names nothing that happens.
    fn orders_thing(&self, object: PhraseId) -> bool {
        let reader = self.reader;
        let object = reader.word(reader.syntax.phrase(object).head);
        let orders = |(verb, object)| reader.vocabulary.orders_thing(reader.document, verb, object);
        reader.word(self.group.head).zip(object).is_some_and(orders)
    }

    /// Whether an object is what may be had: access, a visa.
    fn withholds(&self, object: PhraseId) -> bool {
        let phrase = self.reader.syntax.phrase(object);
        let last =
            self.clause.objects.iter().flatten().last().map_or(phrase.head, |&id| self.reader.syntax.phrase(id).head);
        [phrase.head, last].iter().any(|&head| {
            one_of!(
                self.reader.hash(head),
                "access"
                    | "entry"
                    | "permission"
                    | "visa"
                    | "visas"
                    | "bail"
                    | "asylum"
                    | "parole"
                    | "treatment"
                    | "refuge"
                    | "sanctuary"
                    | "haven"
            )
        })
    }

    /// Whether a verb that only sometimes tells of what somebody says or thinks does so here: "promoted the plan", but not "to
    /// promote the plan", "would promote it", "a group promoting it", "who promoted it".
    fn answers_for(&self, source: &Mention, start: u32) -> bool {
        let reader = self.reader;
        let cites = self.uses.has(Uses::CITE);
        let speaks = match self.group.mood {
            Mood::Finite => self.group.modal.is_none(),
            // "..., painting him as a fool", but "seeing him as a fool is wrong"
            Mood::Gerund => {
                cites
                    || self.uses.has(Uses::SAY)
                    || self.uses.has(Uses::AS)
                        && (self.clause.kind == ClauseKind::Participle || self.clause.marker.is_some())
            }
            _ => cites,
        };
        if !speaks || one_of!(reader.hash(source.head), "who" | "that" | "which") && !cites && !self.uses.has(Uses::AS)
        {
            return false;
        }
        let head = reader.hash(self.group.head);
        let object = reader.phrase_at(start).map(|(_, phrase)| phrase);
        // "tools like hammers": a preposition after all
        if one_of!(head, "like") && !source.phrase.is_some_and(|id| reader.syntax.phrase(id).pronoun) {
            return false;
        }
        // "“...,” said his aunt": whoever stands behind it says so
        let somebody = |end: u32| reader.pos(end - 1) == Some(Pos::Propn);
        if self.uses.has(Uses::QUOTE) && !cites && object.is_some_and(|object| somebody(object.base.last)) {
            return false;
        }
        // "found himself in prison", "found shelter", but "found it hard", "found the town welcoming"
        let predicate = object.is_some_and(|object| {
            let behind = object.base.last;
            matches!(reader.pos(behind), Some(Pos::Adj)) || reader.form(behind) == VerbForm::Gerund
        });
        let itself = object.is_some_and(|object| {
            one_of!(reader.hash(object.head), "himself" | "herself" | "itself" | "themselves" | "myself" | "ourselves")
        });
        // "found no evidence" is a finding
        let nothing = one_of!(reader.hash(start), "no" | "little" | "nothing");
        let finds = one_of!(head, "find" | "finds" | "found") && !reader.is_document(source) && !nothing;
        predicate || (!itself || self.uses.has(Uses::AS)) && !finds
    }

    /// Whether a writing tells what is the object: a report by its noun, or "it" for a report that leads the clause before.
    fn is_writing(&self, source: &Mention, speaks: bool) -> bool {
        let reader = self.reader;
        match one_of!(reader.hash(source.head), "it") {
            true => !speaks && reader.document_in_front(self.clause.extent.first),
            false => !self.uses.has(Uses::OBJECT) && reader.is_document(source),
        }
    }

    pub(super) fn is_person(&self, object: PhraseId) -> bool {
        let head = self.reader.syntax.phrase(object).head;
        self.reader.uses(head).has(Uses::PERSON.or(Uses::GROUP).or(Uses::ROLE))
    }

    /// "saw the deal as a gift": such verbs name something only with "as".
    pub(super) fn names_as(&self, start: u32) -> bool {
        let end = content::end(self.reader, start, Some(self.id), Form::Phrase);
        // "so as not to", "such as", "as well as"
        let apart = |i: u32| one_of!(self.reader.hash(i), "so" | "such" | "well" | "long" | "soon" | "far" | "known");
        (start + 1..end).any(|i| one_of!(self.reader.hash(i), "as") && !apart(i - 1))
    }

    /// What stands behind a colon: the rest of the sentence, or the quotation that opens the next paragraph.
    fn behind_colon(&self, start: u32) -> Option<(Pieces, &'static str, u8)> {
        let reader = self.reader;
        let sentence = reader.sentence(self.group.head);
        if start >= sentence.last {
            let Some(quotation) = reader.opens(start) else { return self.statement(start) };
            let inner = reader.whole_quotation(quotation);
            return Some((content::piece(reader, inner.first, inner.last)?.into(), "attribution/verb-colon", 9));
        }
        let end = match reader.opens(start) {
            Some(_) => content::end(reader, start, Some(self.id), Form::Clause),
            None => content::trim(reader, start, sentence.last),
        };
        Some((content::piece(reader, start, end)?.into(), "attribution/verb-colon", 8))
    }

    /// "The minister said:" as a paragraph of its own.
    fn statement(&self, start: u32) -> Option<(Pieces, &'static str, u8)> {
        let states = self.uses.has(Uses::SAY) && self.group.mood == Mood::Finite;
        let piece = statement::behind(self.reader, start, self.reader.subject(self.id)).filter(|_| states)?;
        Some((piece.into(), "attribution/verb-statement", 8))
    }
}
