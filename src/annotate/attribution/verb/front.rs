//! What stands in front of a verb: contents that its report closes or interrupts, and subjects that have moved behind it.

use super::super::content::{self, Form};
use super::complement::{After, Complement};
use super::{ClauseKind, Extent, Mention, Mood, Pos, Uses, Verb, VerbForm, one_of};
use crate::syntax::{Link, Pieces};
use crate::token::Shape;

/// A content in front of its reporting clause.
pub(super) struct Front {
    pub pieces: Pieces,
    pub quoted: bool,
}

impl Verb<'_, '_> {
    /// The subject behind the verb, and where it ends: "said the governor".
    pub(super) fn inverted(&self) -> Option<(Mention, u32)> {
        let reader = self.reader;
        if !self.uses.has(Uses::QUOTE)
            || !(self.group.mood == Mood::Finite || self.closes_quotation())
            || self.group.extent.first != self.group.head
        {
            return None;
        }
        let first = self.group.extent.first;
        let before = first.checked_sub(1)?;
        let behind_quote = reader.closes(before).is_some()
            || reader.is_comma(before) && before > 0 && reader.closes(before - 1).is_some();
        if !behind_quote && !reader.is_comma(before) {
            return None;
        }
        // "denied it, said he had never been there and left": the second of several verbs
        let again = self.clause.conjunct_of.is_some()
            && self.clause.shared_subject
            && self.clause.kind != ClauseKind::Parenthetical;
        let pronoun = one_of!(reader.hash(self.behind), "he" | "she" | "they" | "it" | "we" | "there");
        if again && !behind_quote && (pronoun || one_of!(reader.hash(self.behind), "$")) {
            return None;
        }
        let own_subject = self.clause.subject.filter(|_| !self.clause.shared_subject && !self.clause.inverted);
        if !behind_quote && (own_subject.is_some() || self.uses.has(Uses::TELL) || !self.uses.has(Uses::FOLLOW)) {
            return None;
        }
        let Some((id, phrase)) = reader.phrase_at(self.behind) else {
            // "said Will Hart": a name that begins like another word
            let name = reader.name_behind(self.behind).filter(|_| behind_quote)?;
            return Some((name, name.extent.last));
        };
        if phrase.time || one_of!(reader.hash(phrase.head), "him" | "her" | "them" | "me" | "us" | "it") {
            return None;
        }
        // "Hale, who calls it “a sham,” said he would leave": the subject of what is said
        let waits = own_subject.is_some() || reader.subject_before(first).is_some();
        if waits && self.uses.has(Uses::BARE) && reader.starts_clause(self.behind, u32::MAX) {
            return None;
        }
        let mention = reader.mention(id);
        // "wrote the Ledger in an editorial"
        let channel = (phrase.base.last..mention.extent.last).find(|&i| {
            one_of!(reader.hash(i), "in" | "on")
                && reader.phrase_at(i + 1).is_some_and(|(_, channel)| reader.uses(channel.head).has(Uses::CHANNEL))
        });
        let extent = Extent::new(mention.extent.first, channel.unwrap_or(mention.extent.last));
        Some((Mention { extent, ..mention }, mention.extent.last))
    }

    /// The content in front of a reporting clause that begins at `left`.
    pub(super) fn front(&self, left: u32, after: &After, inverted: bool) -> Option<Front> {
        let reader = self.reader;
        let mut before = left.checked_sub(1)?;
        // "“...,” but he added": words between the content and the subject
        let mut joined = false;
        for _ in 0..2 {
            // "held in Lisk, where he informed on others" opens a clause of its own
            let apart = self.clause.marker == Some(before) && one_of!(reader.hash(before), "where");
            if matches!(reader.pos(before), Some(Pos::Cconj | Pos::Adv)) && before > 0 && !apart {
                joined |= reader.pos(before) == Some(Pos::Cconj);
                before -= 1;
            }
        }
        // "it was hit twice, as the mayor has said"; what many had feared or foreseen is so by itself
        if self.says_as(before) && self.uses.has(Uses::SAY) && !self.uses.has(Uses::PROBABLE.or(Uses::POSSIBLE)) {
            before -= 1;
        }
        let mark = if reader.closes(before).is_some() {
            Some(before)
        } else if (reader.is_comma(before) || reader.is_dash(before))
            && before > 0
            && reader.closes(before - 1).is_some()
        {
            Some(before - 1)
        } else {
            None
        };
        if let Some(mark) = mark {
            return self.front_quotation(mark, after);
        }
        // ", which has neither confirmed nor denied this": what stands in front is what it is about
        if self.clause.kind == ClauseKind::Relative {
            return None;
        }
        let known = self.uses.has(Uses::FOLLOW) && (reader.is_comma(before) || reader.is_dash(before));
        // "The bridge fell, but the mayor warned residents": a conjunction joins two clauses
        let reports = matches!(self.group.mood, Mood::Finite) && (!self.clause.shared_subject || inverted);
        if !known || joined || !reports && self.citing().is_none() {
            return None;
        }
        // "nobody fought there, though many accounts repeat both": it has its object
        // but "as the mayor puts it"
        let taken = |object| {
            let object = reader.syntax.phrase(object);
            object.pronoun && !one_of!(reader.hash(object.head), "it")
        };
        if !self.closes_report(after) || !self.uses.has(Uses::TELL) && self.clause.objects[0].is_some_and(taken) {
            return None;
        }
        // "boats that, they said, never came": only the relative clause, all of which stands behind
        if self.opens_relative(before) {
            return (self.resumes(after, before) || self.clause_resumes(after))
                .then(|| Front { pieces: Pieces::default(), quoted: false });
        }
        let sentence = reader.sentence(left);
        let start = self.front_start(sentence.first, before);
        let piece = content::piece(reader, start, before)?;
        let has_verb = self.has_main_verb(piece);
        let resumes = self.resumes(after, piece.first);
        // "A great day, he said", but "In a letter sent in May, the union told its members"
        let closes = after.complement == Complement::None
            && !after.comma
            && (reader.pos(piece.first) != Some(Pos::Adp)
                || (piece.first..piece.last).any(|i| reader.is_comma(i))
                    && (piece.first..piece.last).any(|i| matches!(reader.form(i), VerbForm::Past | VerbForm::Present)))
            && piece.last - piece.first > 2
            && self.ends_sentence(after.end);
        (has_verb || resumes || closes).then(|| Front { pieces: piece.into(), quoted: false })
    }

    /// Whether the word opens the reporting clause with "as" behind a comma.
    fn says_as(&self, word: u32) -> bool {
        let reader = self.reader;
        // "“... water,” as the ministry put it": the comma stands inside the quotation
        let quoted = || {
            one_of!(reader.hash(self.group.head), "put" | "puts")
                && word > 1
                && reader.closes(word - 1).is_some()
                && reader.is_comma(word - 2)
        };
        self.clause.marker == Some(word)
            && one_of!(reader.hash(word), "as")
            && word > 0
            && (reader.is_comma(word - 1) || quoted())
    }

    /// Whether nothing but the comma stands between the reporting clause and the word that opens the relative clause around it.
    fn opens_relative(&self, comma: u32) -> bool {
        let outer = self.clause.parent.map(|outer| self.reader.clause(outer));
        outer.is_some_and(|outer| {
            outer.kind == ClauseKind::Relative && outer.marker.is_some_and(|marker| marker + 1 == comma)
        })
    }

    fn front_quotation(&self, mark: u32, after: &After) -> Option<Front> {
        let reader = self.reader;
        let quotation = reader.closes(mark)?;
        let whole = reader.whole_quotation(quotation);
        let sentence = reader.sentence(quotation.open);
        let words = whole.last - whole.first;
        let own = reader.sentence(self.group.head);
        let breaks_off = mark + 1 == own.first && one_of!(reader.hash(mark - 1), "…" | "...");
        if mark < own.first && !reader.is_comma(mark - 1) && !breaks_off {
            return None;
        }
        let mut last = mark.saturating_sub(1);
        while last > quotation.open && reader.is_quote_mark(last) {
            last -= 1;
        }
        let adjacent = mark + 1 == self.group.extent.first
            || self.clause.subject.is_some_and(|subject| reader.syntax.phrase(subject).base.first == mark + 1);
        let finished = reader.pos(last) == Some(Pos::Punct)
            || reader.is_comma(mark + 1)
            || adjacent && words > 3 && !self.uses.is_empty();
        if !finished || self.uses.is_empty() && (words < 4 || !self.closes_report(after)) {
            return None;
        }
        if quotation.open == sentence.first
            || whole.first < sentence.first
            || words > 25 && quotation.open < sentence.first
        {
            return Some(Front { pieces: content::piece(reader, whole.first, mark)?.into(), quoted: true });
        }
        // only part of the sentence is quoted
        let start = self.front_start(sentence.first, mark);
        let outside = Extent::new(start, quotation.open);
        let speech = self.is_whole_speech(quotation.open);
        let start = if speech || outside.is_empty() { quotation.open } else { start };
        if start < quotation.open && words < 8 && !self.has_main_verb(Extent::new(start, mark)) {
            return None;
        }
        Some(Front { pieces: content::piece(reader, start, mark + 1)?.into(), quoted: true })
    }

    /// Whether what stands in front of a quotation only introduces it: nothing, a conjunction, a colon.
    fn is_whole_speech(&self, open: u32) -> bool {
        let reader = self.reader;
        let before = open.saturating_sub(1);
        let capital = reader.word(open + 1).is_some_and(|word| word.shape.has(Shape::CAPITAL));
        one_of!(reader.hash(before), ":" | ";")
            || reader.closes(before).is_some()
            || reader.is_comma(before) && capital && reader.pos(open + 1) != Some(Pos::Propn)
    }

    /// Where a content in front can begin at the earliest: behind the last ";" and behind another report of the sentence.
    fn front_start(&self, first: u32, end: u32) -> u32 {
        let reader = self.reader;
        let from = first.max(end.saturating_sub(120));
        (from..end).rev().find(|&i| one_of!(reader.hash(i), ";")).map_or(first, |i| i + 1)
    }

    /// Whether a clause with a finite verb that is not subordinate starts in the piece.
    fn has_main_verb(&self, piece: Extent) -> bool {
        let syntax = self.reader.syntax;
        let sentence = self.reader.sentence_of(piece.first);
        syntax.clauses_of[sentence].clone().map(|id| syntax.clause(id)).any(|clause| {
            !matches!(
                clause.kind,
                ClauseKind::Adverbial
                    | ClauseKind::Relative
                    | ClauseKind::Participle
                    | ClauseKind::Gerund
                    | ClauseKind::Question
            ) && clause.is_finite()
                && clause.group.is_some_and(|group| piece.contains(group.head))
        })
    }

    /// Whether the reporting clause ends behind its verb.
    fn closes_report(&self, after: &After) -> bool {
        let reader = self.reader;
        match after.complement {
            Complement::None => {
                let end = after.end;
                let limit = reader.sentence(self.group.head).last;
                end >= limit
                    || after.comma
                    || reader.is_punctuation(end)
                    || matches!(reader.pos(end), Some(Pos::Cconj | Pos::Adp | Pos::Sconj))
                    || matches!(reader.pos(end), Some(Pos::Verb)) && reader.form(end) == VerbForm::Gerund
                    // "he insisted when told of it"
                    || one_of!(reader.hash(end), "when" | "before" | "after" | "while") && self.uses.has(Uses::SAY)
                    // "said in a statement published on Monday"
                    || end > 0 && reader.syntax.clause_of_verb(end).map(|id| reader.clause(id)).is_some_and(|inner| {
                        inner.kind == ClauseKind::Participle && inner.governor == Some(end - 1)
                    })
            }
            Complement::Quote(_) | Complement::Bare(_) => after.comma,
            Complement::That(_) => self.parts_cleft(after),
            _ => false,
        }
    }

    /// "It is not the first time, experts note, that the town has been slow": the report stands between "it is" and "that".
    pub(super) fn parts_cleft(&self, after: &After) -> bool {
        let reader = self.reader;
        let first = reader.sentence(self.group.head).first;
        after.comma
            && matches!(after.complement, Complement::That(_))
            && self.clause.kind == ClauseKind::Parenthetical
            && reader.is_comma(self.behind)
            && one_of!(reader.hash(first), "it")
            && one_of!(reader.hash(first + 1), "is" | "was" | "'s")
    }

    fn ends_sentence(&self, end: u32) -> bool {
        let limit = self.reader.sentence(self.group.head).last;
        (end..limit).all(|i| self.reader.is_punctuation(i))
    }

    /// Whether the content goes on behind the reporting clause: "The bridge, officials said, fell", "If it rains, officials
    /// said, the bridge will close".
    fn resumes(&self, after: &After, start: u32) -> bool {
        let reader = self.reader;
        let limit = reader.sentence(self.group.head).last;
        let comma = (after.end.saturating_sub(1)..after.end + 2).find(|&i| reader.is_comma(i));
        let opens_adverbial = matches!(reader.pos(start), Some(Pos::Sconj | Pos::Adp | Pos::Adv))
            || reader.phrase_at(start).is_some_and(|(_, phrase)| phrase.time);
        comma.is_some_and(|comma| {
            let next = self.behind_citation(comma + 1, limit);
            let verb = if reader.pos(next) == Some(Pos::Adv) { next + 1 } else { next };
            // "Some families, she said, never see a doctor": a base form is finite where what waits in front has no verb
            let bare = || {
                let own = reader.syntax.clause_of_verb(verb).map(|id| reader.clause(id));
                // "The talks have, she said, been moved": the auxiliary stands in front
                let outer = self.clause.parent.map(|id| reader.clause(id));
                let parted = outer.is_some_and(|outer| {
                    outer.is_finite() && outer.group.is_some_and(|group| group.extent.first == next)
                });
                parted
                    || verb > next
                        && own.is_some_and(|own| {
                            own.is_finite()
                                && own.subject.is_some_and(|subject| {
                                    reader.syntax.phrase(subject).base.last <= self.group.extent.first
                                })
                        })
            };
            reader.is_finite(verb) || bare() || opens_adverbial && reader.starts_clause(next, limit)
        })
    }

    /// "a raid in which, doctors said, nine people died": whether a clause with its subject goes on behind the report.
    fn clause_resumes(&self, after: &After) -> bool {
        let reader = self.reader;
        let comma = (after.end.saturating_sub(1)..after.end + 2).find(|&i| reader.is_comma(i));
        let subject = comma.and_then(|comma| reader.phrase_at(comma + 1)).map(|(_, phrase)| phrase.link);
        self.clause.parent.is_some_and(|relative| subject == Some(Link::Subject(relative)))
    }

    /// The second piece of an interrupted content.
    /// "The ship, the agency said, citing a port official, sank": behind whom the report cites, or where it begins.
    fn behind_citation(&self, next: u32, limit: u32) -> u32 {
        const LONGEST: u32 = 12;
        let reader = self.reader;
        // "Since the war, says Ana Reyes, who runs the shelter, nobody has come"
        let relative = reader
            .syntax
            .clause_of_word(next)
            .map(|id| reader.clause(id))
            .filter(|clause| clause.kind == ClauseKind::Relative && clause.set_off && clause.marker == Some(next));
        if let Some(comma) = relative.map(|clause| clause.extent.last).filter(|&last| reader.is_comma(last)) {
            return comma + 1;
        }
        if reader.form(next) != VerbForm::Gerund || !reader.uses(next).has(Uses::CITE) {
            return next;
        }
        (next..limit.min(next + LONGEST)).find(|&i| reader.is_comma(i)).map_or(next, |comma| comma + 1)
    }

    /// "it rose by a third, the office said, and experts warn that it could double": a report of somebody else.
    fn others_say(&self, first: u32) -> bool {
        let reader = self.reader;
        let subject = reader.phrase_at(first).filter(|(_, phrase)| !phrase.pronoun);
        let Some(Link::Subject(clause)) = subject.map(|(_, phrase)| phrase.link) else { return false };
        reader.clause(clause).group.is_some_and(|group| {
            !group.passive
                && reader.uses(group.head).has(Uses::SAY.or(Uses::PROBABLE).or(Uses::POSSIBLE))
                && reader.uses(group.head).has(Uses::THAT)
        })
    }

    pub(super) fn resumed(&self, after: &After, quoted: bool) -> Option<Extent> {
        let reader = self.reader;
        if let (Complement::Quote(mark), true) = (after.complement, after.comma) {
            let end = content::end(reader, mark, Some(self.id), Form::Clause);
            return content::piece(reader, mark, end);
        }
        if quoted {
            return None;
        }
        let comma = (after.end.saturating_sub(1)..after.end + 2).find(|&i| reader.is_comma(i))?;
        let limit = reader.sentence(self.group.head).last;
        let next = self.behind_citation(comma + 1, limit);
        // "it was hit twice, as the mayor has said, and burned": only what stands in front
        if reader.pos(next) == Some(Pos::Cconj) && self.clause.marker.is_some_and(|marker| self.says_as(marker)) {
            return None;
        }
        // "struck at noon, the survey said, and was felt in Tolun"
        if reader.pos(next) == Some(Pos::Cconj) && reader.is_finite(next + 1) {
            let second = reader.syntax.clause_of_word(next + 1).map(|id| reader.clause(id));
            let joined =
                second.is_some_and(|second| second.conjunct_of.is_some() && second.conjunct_of == self.clause.parent);
            let end = content::end(reader, next + 1, Some(self.id), Form::Clause);
            return joined.then(|| content::piece(reader, next + 1, end)).flatten();
        }
        // "struck at noon, the survey said, and the shaking lasted a minute"
        if one_of!(reader.hash(next), "and") && reader.starts_clause(next + 1, limit) && !self.others_say(next + 1) {
            let end = content::end(reader, next + 1, Some(self.id), Form::Clause);
            return content::piece(reader, next + 1, end);
        }
        let joins = matches!(reader.pos(next), Some(Pos::Verb)) && reader.form(next) == VerbForm::Gerund
            || matches!(reader.pos(next), Some(Pos::Cconj | Pos::Punct))
            || one_of!(
                reader.hash(next),
                "who" | "which" | "while" | "although" | "though" | "according" | "as" | "when" | "whose"
            );
        if joins || next >= limit {
            return None;
        }
        // "The first one, he said, never came": no content ends at the verb that it has waited for
        let verb = next + u32::from(reader.pos(next) == Some(Pos::Adv) && reader.is_finite(next + 1));
        let end = content::end(reader, verb, Some(self.id), Form::Clause);
        content::piece(reader, next, end)
    }
}
