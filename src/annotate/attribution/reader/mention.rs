//! Mentions: noun phrases as sources, how far they reach and what they name: somebody, a writing, the author, a time.

use super::super::vocabulary::Uses;
use super::super::{Extent, Mention, PhraseId};
use super::Reader;
use crate::syntax::{ClauseKind, Link, Phrase, one_of};
use crate::tag::{Pos, Word};
use crate::token::Shape;

impl Reader<'_> {
    /// The noun phrase as a source: all of it, without what only comments on it.
    pub fn mention(&self, id: PhraseId) -> Mention {
        let phrase = self.syntax.phrase(id);
        Mention { extent: self.source_extent(phrase), head: phrase.head, phrase: Some(id) }
    }

    /// The noun phrase as a source, without what stands behind it but an apposition.
    pub fn bare_mention(&self, id: PhraseId) -> Mention {
        let phrase = self.syntax.phrase(id);
        let apposition = self.syntax.phrases_within(phrase.full).find(|(_, part)| part.link == Link::Apposition(id));
        let last = apposition.map_or(phrase.base.last, |(_, part)| part.base.last.max(phrase.base.last));
        Mention { extent: Extent::new(phrase.base.first, last), head: phrase.head, phrase: Some(id) }
    }

    /// The noun phrase as a source, as far as it stands in front of a word.
    pub fn mention_before(&self, id: PhraseId, end: u32) -> Mention {
        let Mention { mut extent, head, phrase } = self.mention(id);
        extent.last = extent.last.min(end).max(head + 1);
        Mention { extent: self.without_sign(extent, head + 1), head, phrase }
    }

    fn source_extent(&self, phrase: &Phrase) -> Extent {
        let extent = self.without_sign(phrase.full, phrase.base.last);
        let extent = Extent::new(extent.first, self.behind_office(extent.last));
        match self.affiliation(phrase, extent.last) {
            Some(last) => Extent::new(extent.first, last),
            None => extent,
        }
    }

    /// "Ada Brook, a chief of staff to the queen": whom an office is held under, where the source ends with the office.
    fn behind_office(&self, end: u32) -> u32 {
        let office = one_of!(self.hash(end), "to")
            && end.checked_sub(1).is_some_and(|noun| {
                one_of!(self.hash(noun), "staff" | "aide" | "adviser" | "advisor" | "ambassador" | "envoy" | "deputy")
            });
        match self.phrase_at(end + 1) {
            Some((id, phrase)) if office && self.is_speaker(id) && !self.is_plural(phrase.head) => phrase.base.last,
            _ => end,
        }
    }

    /// "Ada Hale, of the Northern Relief Fund, said": where the body ends that the comma behind a name gives.
    fn affiliation(&self, phrase: &Phrase, comma: u32) -> Option<u32> {
        let given = self.is_comma(comma) && one_of!(self.hash(comma + 1), "of" | "from" | "for" | "with" | "at");
        // "Ada Hale, 59, of Ashton"
        let aged = phrase.head + 3 == comma && self.is_comma(phrase.head + 1) && self.pos(comma - 1) == Some(Pos::Num);
        if !given || self.pos(phrase.head) != Some(Pos::Propn) || phrase.head + 1 != comma && !aged {
            return None;
        }
        let (id, body) = self.phrase_at(comma + 2)?;
        let last = self.short_end(body);
        let closes =
            self.is_comma(last) || last >= self.sentence(comma).last || one_of!(self.hash(last), "." | "?" | "!");
        (closes && !body.time && self.is_speaker(id)).then_some(last)
    }

    /// Without commas and dashes at its end, which is at `least` all the same.
    pub fn without_sign(&self, mut extent: Extent, least: u32) -> Extent {
        while extent.last > least && (self.is_comma(extent.last - 1) || self.is_dash(extent.last - 1)) {
            extent.last -= 1;
        }
        extent
    }

    /// Whether the mention is the author or the reader of the text: I, we, you outside quotations.
    pub fn is_author(&self, mention: &Mention) -> bool {
        one_of!(self.hash(mention.head), "i" | "we" | "you" | "my" | "our" | "your" | "us" | "me")
            && mention.extent.last - mention.extent.first == 1
            && !self.is_country_us(mention.head)
            && self.syntax.quotation_at(mention.head).is_none()
    }

    /// "US forces", but not "us".
    pub fn is_country_us(&self, i: u32) -> bool {
        one_of!(self.hash(i), "us") && self.word(i).is_some_and(|word| word.shape.has(Shape::UPPER))
    }

    /// Whether a noun phrase names somebody, by name, office, trade or as a body: no thing that only comes "from" somewhere.
    pub fn is_speaker(&self, id: PhraseId) -> bool {
        const SPEAKERS: Uses = Uses::ROLE.or(Uses::PERSON).or(Uses::GROUP).or(Uses::MEDIA).or(Uses::ORGANIZATION);
        let head = self.syntax.phrase(id).head;
        self.pos(head) == Some(Pos::Propn) || self.uses(head).has(SPEAKERS)
    }

    /// Whether a mention can speak or think: a person, a body, a writing; not a place holder.
    pub fn can_speak(&self, mention: &Mention) -> bool {
        let word = self.hash(mention.head);
        let pronoun = mention.phrase.is_some_and(|id| self.syntax.phrase(id).pronoun);
        if pronoun || mention.phrase.is_none() {
            return !one_of!(
                word,
                "it" | "this" | "that" | "there" | "these" | "those" | "nothing" | "something" | "everything" | "what"
            ) || mention.phrase.is_none();
        }
        !mention.phrase.is_some_and(|id| self.syntax.phrase(id).time) && !self.is_abstract(mention.head)
    }

    /// A common noun that is known to name what happens, and not to speak: "the raid", but not "the trial".
    pub fn is_happening(&self, mention: &Mention) -> bool {
        self.is_mute(mention.head) && self.word(mention.head).is_some_and(|word| self.happens(word))
    }

    fn happens(&self, word: &Word) -> bool {
        self.vocabulary.is_happening(self.document, word)
    }

    /// A common noun that is not known to speak.
    fn is_mute(&self, head: u32) -> bool {
        self.pos(head) == Some(Pos::Noun) && !self.uses(head).has(Uses::SOURCE)
    }

    /// A common noun that is known to name what happens, or that its ending shows to name an action or a state, and that is not
    /// known to speak: "the raid", "the removal of the mines", "the vulnerability of the coast".
    fn is_abstract(&self, head: u32) -> bool {
        const ENDINGS: [&str; 11] =
            ["tion", "sion", "ment", "ness", "ity", "ance", "ence", "ing", "ism", "ship", "sis"];
        self.is_mute(head)
            && self.word(head).is_some_and(|word| {
                let text = self.document.text.get(word.start as usize..word.end as usize).unwrap_or("");
                ENDINGS.iter().any(|ending| text.ends_with(ending)) || self.happens(word)
            })
    }

    /// A common noun of time: "the coming days will show whether" has no speaker. Names of months may be names of people.
    pub fn is_time(&self, mention: &Mention) -> bool {
        let weekday = one_of!(
            self.hash(mention.head),
            "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday"
        );
        mention.phrase.is_some_and(|id| self.syntax.phrase(id).time)
            && (weekday || self.pos(mention.head) == Some(Pos::Noun))
    }

    /// Whether the mention is a writing: a report, a poll.
    pub fn is_document(&self, mention: &Mention) -> bool {
        let uses = self.uses(mention.head);
        uses.has(Uses::DOCUMENT) && !uses.has(Uses::ROLE)
    }

    /// Whether a writing leads the nearest clause in front of word `i` that is not about "it" again.
    pub fn document_in_front(&self, i: u32) -> bool {
        const REACH: u32 = 60;
        let before = self.syntax.phrases_back_from(Extent::new(i.saturating_sub(REACH), i)).map(|(_, phrase)| phrase);
        let mut leading = before.filter(|phrase| match phrase.link {
            Link::Subject(clause) => {
                !phrase.pronoun && !phrase.time && matches!(self.clause(clause).kind, ClauseKind::Main)
            }
            _ => false,
        });
        leading.next().is_some_and(|phrase| {
            let uses = self.uses(phrase.head);
            uses.has(Uses::DOCUMENT) && !uses.has(Uses::ROLE)
        })
    }
}
