//! What the readers of cues ask of the document: words, sentences, quotation marks, noun phrases.

use super::vocabulary::{Uses, Vocabulary};
use super::{Extent, Mention, PhraseId};
use crate::annotate::Document;
use crate::syntax::{
    Clause, ClauseId, ClauseKind, Link, Mood, Phrase, Quotation, Syntax, is_quote_mark, marks, one_of,
};
use crate::tag::{Pos, VerbForm, Word};
use crate::token::{Gap, Shape, TokenKind};

/// A quotation is followed over so many paragraphs in either direction.
const MOST_PARAGRAPHS: usize = 32;

pub(super) struct Reader<'a> {
    pub document: &'a Document<'a>,
    pub words: &'a [Word],
    pub syntax: &'a Syntax,
    pub vocabulary: &'a Vocabulary,
    /// The closing mark of each quotation that has one, with the position of the quotation; ascending.
    closes: Vec<(u32, u32)>,
    /// The words that open or close a quotation, one bit each: most words do neither, and nearly all are asked.
    quotes: Vec<u64>,
    /// The words at which a content that is a clause may end, one bit each: signs, conjunctions, finite verbs.
    ends: Vec<u64>,
}

impl<'a> Reader<'a> {
    pub fn new(document: &'a Document<'a>, vocabulary: &'a Vocabulary) -> Self {
        let quotations = &document.syntax.quotations;
        let mut closes: Vec<(u32, u32)> =
            quotations.iter().zip(0..).filter_map(|(quotation, i)| Some((quotation.close?, i))).collect();
        closes.sort_unstable();
        let mut quotes = vec![0; document.words.len() / 64 + 1];
        for mark in quotations.iter().flat_map(|quotation| [Some(quotation.open), quotation.close]).flatten() {
            quotes[mark as usize / 64] |= 1 << (mark % 64);
        }
        let may_end = |word: &Word| (word.kind > TokenKind::Number) | MAY_END.has(word);
        let ends = marks(document.words, may_end).zip(&quotes).map(|(ends, quotes)| ends | quotes).collect();
        Self { document, words: document.words, syntax: document.syntax, vocabulary, closes, quotes, ends }
    }

    // ------------------------------------------------------------------ words

    pub fn word(&self, i: u32) -> Option<&'a Word> {
        self.words.get(i as usize)
    }

    pub fn hash(&self, i: u32) -> u64 {
        self.word(i).map_or(0, |word| word.hash)
    }

    pub fn pos(&self, i: u32) -> Option<Pos> {
        self.word(i).map(|word| word.pos)
    }

    pub fn form(&self, i: u32) -> VerbForm {
        self.word(i).map_or(VerbForm::None, |word| word.form)
    }

    pub fn uses(&self, i: u32) -> Uses {
        self.word(i).map_or(Uses::default(), |word| self.vocabulary.of_word(word))
    }

    /// By its spelling.
    pub fn is_plural(&self, i: u32) -> bool {
        self.word(i)
            .and_then(|word| self.document.text.get(word.start as usize..word.end as usize))
            .is_some_and(|text| text.ends_with('s'))
    }

    pub fn is_comma(&self, i: u32) -> bool {
        one_of!(self.hash(i), ",")
    }

    pub fn is_dash(&self, i: u32) -> bool {
        let Some(word) = self.word(i) else { return false };
        one_of!(word.hash, "—" | "–" | "--" | "―") && word.pos == Pos::Punct
            || one_of!(word.hash, "-")
                && word.gap == Gap::Space
                && self.word(i + 1).is_some_and(|next| next.gap == Gap::Space)
    }

    pub fn is_quote_mark(&self, i: u32) -> bool {
        self.word(i).is_some_and(is_quote_mark)
    }

    pub fn is_punctuation(&self, i: u32) -> bool {
        self.pos(i).is_none_or(|pos| pos == Pos::Punct)
    }

    /// A verb or auxiliary that carries tense.
    pub fn is_finite(&self, i: u32) -> bool {
        self.word(i).is_some_and(carries_tense)
    }

    /// The next word from `i` on at which a content that is a clause may end, or a bracket or a quotation opens; `limit` where
    /// there is none before it.
    pub fn next_end(&self, i: u32, limit: u32) -> u32 {
        let mut at = i as usize / 64;
        let mut mask = u64::MAX << (i % 64);
        while let Some(&bits) = self.ends.get(at).filter(|_| at * 64 < limit as usize) {
            if bits & mask != 0 {
                return limit.min(at as u32 * 64 + (bits & mask).trailing_zeros());
            }
            (at, mask) = (at + 1, u64::MAX);
        }
        limit
    }

    // ------------------------------------------------------------------ sentences

    pub fn sentence_of(&self, i: u32) -> usize {
        self.syntax.sentence_of_word(i)
    }

    /// The words of the sentence that holds word `i`, without its dateline.
    pub fn sentence(&self, i: u32) -> Extent {
        self.document.sentences.get(self.sentence_of(i)).map_or(Extent::new(i, i), |sentence| {
            let start = sentence.lexemes.start + sentence.dateline;
            Extent::new(if i >= start { start } else { sentence.lexemes.start }, sentence.lexemes.end)
        })
    }

    pub fn paragraph(&self, i: u32) -> u32 {
        self.document.sentences.get(self.sentence_of(i)).map_or(u32::MAX, |sentence| sentence.paragraph)
    }

    // ------------------------------------------------------------------ quotations

    /// Whether word `i` opens or closes a quotation.
    #[inline]
    pub fn is_mark(&self, i: u32) -> bool {
        self.quotes.get(i as usize / 64).is_some_and(|bits| bits >> (i % 64) & 1 != 0)
    }

    /// Whether a quotation opens or closes among the words.
    pub fn has_mark(&self, extent: Extent) -> bool {
        !extent.is_empty() && {
            let (first, last) = (extent.first as usize, extent.last as usize - 1);
            let bits = |at: usize| {
                let from = if at == first / 64 { u64::MAX << (first % 64) } else { u64::MAX };
                let to = if at == last / 64 { u64::MAX >> (63 - last % 64) } else { u64::MAX };
                self.quotes.get(at).map_or(0, |bits| bits & from & to)
            };
            (first / 64..=last / 64).any(|at| bits(at) != 0)
        }
    }

    /// The quotation that the mark `i` opens.
    #[inline]
    pub fn opens(&self, i: u32) -> Option<&'a Quotation> {
        if !self.is_mark(i) {
            return None;
        }
        let quotations = &self.syntax.quotations;
        quotations.binary_search_by_key(&i, |quotation| quotation.open).ok().map(|at| &quotations[at])
    }

    /// The quotation that the mark `i` closes.
    #[inline]
    pub fn closes(&self, i: u32) -> Option<&'a Quotation> {
        if !self.is_mark(i) {
            return None;
        }
        let at = self.closes.binary_search_by_key(&i, |&(close, _)| close).ok()?;
        self.syntax.quotations.get(self.closes[at].1 as usize)
    }

    /// The words of a quotation with the paragraphs before it that it carries on.
    pub fn whole_quotation(&self, quotation: &Quotation) -> Extent {
        let quotations = &self.syntax.quotations;
        let Ok(at) = quotations.binary_search_by_key(&quotation.open, |quotation| quotation.open) else {
            return quotation.inner;
        };
        let mut first = at;
        while first > 0
            && at - first < MOST_PARAGRAPHS
            && quotations[first].continued
            && quotations[first - 1].close.is_none()
        {
            first -= 1;
        }
        let mut last = at;
        while last - at < MOST_PARAGRAPHS
            && quotations[last].close.is_none()
            && quotations.get(last + 1).is_some_and(|next| next.continued)
        {
            last += 1;
        }
        Extent::new(quotations[first].inner.first, quotations[last].inner.last)
    }

    // ------------------------------------------------------------------ noun phrases and clauses

    /// The noun phrase that starts at `i`, as large as its base goes.
    pub fn phrase_at(&self, i: u32) -> Option<(PhraseId, &'a Phrase)> {
        let mut id = self.syntax.phrase_of_word(i)?;
        let mut phrase = self.syntax.phrase(id);
        // from a possessor to what it possesses
        for _ in 0..4 {
            let Link::Possessor(owned) = phrase.link else { break };
            id = owned;
            phrase = self.syntax.phrase(owned);
        }
        (phrase.base.first == i).then_some((id, phrase))
    }

    /// Behind the quotation that opens at word `i`, if it is a title: a few words, the first and the last with a capital.
    pub fn title_at(&self, i: u32) -> Option<u32> {
        const LONGEST: u32 = 8;
        let quotation = self.opens(i)?;
        let close = quotation.close?;
        let mut last = quotation.inner.last.checked_sub(1)?;
        if self.is_comma(last) {
            last -= 1;
        }
        let short = close - i <= LONGEST + 1 && self.is_capital(i + 1) && self.is_capital(last);
        (short && !(i + 1..close).any(|word| one_of!(self.hash(word), "." | "?" | "!"))).then_some(close + 1)
    }

    /// The noun phrase whose base ends in front of word `i`.
    pub fn phrase_before(&self, i: u32) -> Option<&'a Phrase> {
        let phrase = self.syntax.phrase(self.syntax.phrase_of_word(i.checked_sub(1)?)?);
        (phrase.base.last == i).then_some(phrase)
    }

    pub fn clause(&self, id: ClauseId) -> &'a Clause {
        self.syntax.clause(id)
    }

    /// Whether the noun phrase is the subject of a finite verb behind it.
    pub fn starts_clause(&self, i: u32, limit: u32) -> bool {
        let Some((id, phrase)) = self.phrase_at(i) else {
            // a gerund or an infinitive as subject is not looked for
            return false;
        };
        if let Link::Subject(clause) = phrase.link {
            let clause = self.clause(clause);
            if clause.is_finite()
                && !clause.inverted
                && clause.group.is_some_and(|group| group.extent.first >= phrase.base.last)
            {
                return !matches!(clause.kind, ClauseKind::Parenthetical | ClauseKind::Relative)
                    || clause.extent.first == i;
            }
        }
        if phrase.full.last > phrase.base.last && self.syntax.conjuncts(id).next().is_some() {
            return false;
        }
        let mut at = phrase.base.last;
        for _ in 0..8 {
            match self.pos(at) {
                _ if at >= limit => return false,
                Some(Pos::Adv) => at += 1,
                Some(Pos::Adp) => match self.phrase_at(at + 1) {
                    Some((_, inner)) => at = inner.base.last,
                    None => return false,
                },
                Some(Pos::Aux | Pos::Verb) => {
                    return self.is_finite(at) && (self.pos(at) == Some(Pos::Aux) || at == phrase.base.last);
                }
                _ => return false,
            }
        }
        false
    }

    /// Where the noun phrase ends with the "of" phrases that belong to it.
    pub fn short_end(&self, phrase: &Phrase) -> u32 {
        let mut end = phrase.base.last;
        for _ in 0..4 {
            if !one_of!(self.hash(end), "of") {
                break;
            }
            match self.phrase_at(end + 1) {
                Some((_, inner)) => end = inner.base.last,
                None => break,
            }
        }
        end
    }

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
        self.without_sign(phrase.full, phrase.base.last)
    }

    /// Without commas and dashes at its end, which is at `least` all the same.
    pub fn without_sign(&self, mut extent: Extent, least: u32) -> Extent {
        while extent.last > least && (self.is_comma(extent.last - 1) || self.is_dash(extent.last - 1)) {
            extent.last -= 1;
        }
        extent
    }

    /// Who does what the verb of the clause says; a relative pronoun is its own mention.
    pub fn subject(&self, id: ClauseId) -> Option<Mention> {
        let clause = self.clause(id);
        if let Some(subject) = clause.subject {
            if let Some(group) = clause.group.filter(|_| !clause.shared_subject && !clause.inverted) {
                return Some(self.mention(self.nearer_subject(subject, group.extent.first).unwrap_or(subject)));
            }
            if let Some(outer) = self.reporter(clause) {
                return self.subject(outer);
            }
            return Some(self.mention(subject));
        }
        let marker = clause.marker.filter(|_| clause.kind == ClauseKind::Relative);
        if let Some(marker) = marker.filter(|&marker| one_of!(self.hash(marker), "who" | "that" | "which")) {
            return Some(Mention { extent: Extent::new(marker, marker + 1), head: marker, phrase: None });
        }
        let group = clause.group?;
        if group.mood == Mood::Finite {
            if let Some(id) = self.subject_before(group.extent.first) {
                return Some(self.mention(id));
            }
            if let Some(name) = self.name_before(group.extent.first) {
                return Some(name);
            }
        }
        self.controller(id).map(|subject| self.mention(subject))
    }

    /// The clause whose subject a free participle shares: the nearest that reports or is a main clause, not one inside what
    /// is reported.
    fn reporter(&self, participle: &Clause) -> Option<ClauseId> {
        if participle.kind != ClauseKind::Participle || !participle.set_off {
            return None;
        }
        let mut at = participle.parent?;
        for _ in 0..8 {
            let clause = self.clause(at);
            let reports = clause.group.is_some_and(|group| self.uses(group.head).has(Uses::SAY.or(Uses::TELL)));
            if matches!(clause.kind, ClauseKind::Main | ClauseKind::Parenthetical) || reports && clause.is_finite() {
                return Some(at);
            }
            at = clause.parent?;
        }
        None
    }

    /// "On the show State of the Union, the governor said": the phrase right before the verb, where only one comma parts it
    /// from what was taken for the subject.
    pub fn nearer_subject(&self, subject: PhraseId, verb: u32) -> Option<PhraseId> {
        let mut i = verb.checked_sub(1)?;
        while matches!(self.pos(i), Some(Pos::Adv)) && i > 0 {
            i -= 1;
        }
        let id = self.syntax.phrase_of_word(i)?;
        let phrase = self.syntax.phrase(id);
        let parted = phrase.base.first > 0
            && (self.is_comma(phrase.base.first - 1) || self.closes(phrase.base.first - 1).is_some());
        let loose = matches!(phrase.link, Link::Apposition(of) if of == subject) || phrase.link == Link::Loose;
        (id != subject
            && loose
            && parted
            && !phrase.time
            && phrase.base.last == i + 1
            && !self.is_number(phrase.base.first))
        .then_some(id)
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

    /// Whether the mention is the author or the reader of the text: I, we, you outside quotations.
    pub fn is_author(&self, mention: &Mention) -> bool {
        one_of!(self.hash(mention.head), "i" | "we" | "you" | "my" | "our" | "your" | "us" | "me")
            && mention.extent.last - mention.extent.first == 1
            && self.syntax.quotation_at(mention.head).is_none()
    }

    /// The subject of a clause further out or coordinated: of "noting that" at the start of a sentence.
    fn controller(&self, id: ClauseId) -> Option<PhraseId> {
        let mut at = id;
        for _ in 0..4 {
            let clause = self.clause(at);
            at = clause.conjunct_of.or(clause.parent)?;
            if let Some(subject) = self.clause(at).subject {
                return Some(subject);
            }
        }
        None
    }

    /// The noun phrase in front of a finite verb, an apposition or a relative clause between two commas aside.
    pub fn subject_before(&self, verb: u32) -> Option<PhraseId> {
        const REACH: u32 = 40;
        let first = self.sentence(verb).first;
        let mut i = verb.checked_sub(1)?;
        while i > first && matches!(self.pos(i), Some(Pos::Adv)) {
            i -= 1;
        }
        // "Gov. Mary Hale (D-N.H.) said"
        if one_of!(self.hash(i), ")") {
            let from = first.max(i.saturating_sub(REACH));
            i = (from..i).rev().find(|&j| one_of!(self.hash(j), "("))?.checked_sub(1)?;
        }
        if self.is_comma(i) {
            let from = first.max(i.saturating_sub(REACH));
            let opening = (from..i).rev().find(|&j| self.is_comma(j) && j > from && !self.is_number(j + 1))?;
            i = opening.checked_sub(1)?;
        }
        if i < first || self.closes(i).is_some() {
            return None;
        }
        let mut id = self.syntax.phrase_of_word(i)?;
        for _ in 0..4 {
            match self.syntax.phrase(id).link {
                // "“... seven times,” Ada Hale, a nurse, told us": a mark parts what looks like an apposition
                Link::Modifier(owner) | Link::Apposition(owner)
                    if !self
                        .has_mark(Extent::new(self.syntax.phrase(owner).head, self.syntax.phrase(id).base.first)) =>
                {
                    id = owner;
                }
                _ => break,
            }
        }
        let phrase = self.syntax.phrase(id);
        (!phrase.time && phrase.preposition.is_none()).then_some(id)
    }

    /// "..., warning that": an -ing form of reporting that is taken for a noun.
    pub fn is_gerund_for_noun(&self, i: u32) -> bool {
        let before = i.wrapping_sub(1);
        self.pos(i) == Some(Pos::Noun)
            && one_of!(self.hash(i + 1), "that")
            && self.word(i).is_some_and(|word| {
                self.document.text.get(word.start as usize..word.end as usize).is_some_and(|text| text.ends_with("ing"))
            })
            && (self.is_comma(before) || self.is_dash(before) || self.pos(before) == Some(Pos::Cconj))
    }

    /// The subject of the first main clause of the sentence that begins in front of word `i`.
    pub fn subject_so_far(&self, i: u32) -> Option<Mention> {
        let clauses = self.syntax.clauses_of[self.sentence_of(i)].clone();
        let main = clauses.take_while(|&id| self.clause(id).extent.first < i).find(|&id| {
            let clause = self.clause(id);
            clause.is_finite()
                && matches!(clause.kind, ClauseKind::Main | ClauseKind::Parenthetical)
                && clause.group.is_some_and(|group| group.head < i)
        })?;
        self.subject(main)
    }

    /// Capitalised words right before a verb that no noun phrase was made of.
    pub fn name_before(&self, verb: u32) -> Option<Mention> {
        let first = self.sentence(verb).first;
        let is_name = |i: u32| {
            self.word(i).is_some_and(|word| {
                word.shape.has(Shape::CAPITAL)
                    && matches!(word.pos, Pos::Adj | Pos::Noun | Pos::Propn | Pos::X | Pos::Verb)
            })
        };
        let mut start = verb;
        while start > first && verb - start < 4 && is_name(start - 1) {
            start -= 1;
        }
        (start < verb).then(|| Mention { extent: Extent::new(start, verb), head: verb - 1, phrase: None })
    }

    /// Capitalised words from word `i` on, the first of which may look like another word: "Will Hart".
    pub fn name_behind(&self, i: u32) -> Option<Mention> {
        const LONGEST: u32 = 4;
        let limit = self.sentence(i).last.min(i + LONGEST);
        let last = (i..limit).take_while(|&j| self.is_capital(j)).last()?;
        // ", a professor in Lund": what explains the name belongs to it
        let apposition =
            self.phrase_at(last + 2).filter(|_| self.is_comma(last + 1) && !self.starts_clause(last + 2, u32::MAX));
        let end = apposition.filter(|(_, phrase)| !phrase.time).map_or(last + 1, |(_, phrase)| phrase.full.last);
        (last > i).then(|| Mention { extent: Extent::new(i, end), head: last, phrase: None })
    }

    pub fn is_capital(&self, i: u32) -> bool {
        self.word(i).is_some_and(|word| word.shape.has(Shape::CAPITAL))
    }

    /// An age between commas.
    fn is_number(&self, i: u32) -> bool {
        self.pos(i) == Some(Pos::Num) && self.is_comma(i + 1)
    }

    /// Whether a list of clauses is to be expected in what begins at `start`: it holds a semicolon-free series with "and".
    pub fn clause_around(&self, start: u32) -> bool {
        // "A fell, B burned and C broke": a later conjunction with a clause behind it, and no subordinator in front
        let limit = self.sentence(start).last.min(start + 60);
        let mut commas = 0;
        for i in start..limit {
            commas += u32::from(self.is_comma(i));
            if commas > 1
                && self.is_comma(i.saturating_sub(1))
                && one_of!(self.hash(i), "and" | "or")
                && self.starts_clause(i + 1, limit)
            {
                return true;
            }
        }
        false
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
}

/// Whether a word is a verb or auxiliary that carries tense.
fn carries_tense(word: &Word) -> bool {
    CARRIES_TENSE.has(word)
}

static CARRIES_TENSE: Forms = Forms::FINITE;
/// At which words a content that is a clause may end, besides signs.
static MAY_END: Forms = Forms::FINITE.with(Pos::Cconj, u8::MAX);

/// For each part of speech some verb forms, a bit each: every word of the text is asked, and there is nothing to guess.
struct Forms([u8; Pos::X as usize + 1]);

impl Forms {
    const FINITE: Self = {
        let tensed = 1 << VerbForm::Present as u8 | 1 << VerbForm::Past as u8 | 1 << VerbForm::Modal as u8;
        Self([0; Pos::X as usize + 1]).with(Pos::Verb, tensed).with(Pos::Aux, tensed)
    };

    const fn with(self, pos: Pos, forms: u8) -> Self {
        let mut all = self.0;
        all[pos as usize] |= forms;
        Self(all)
    }

    #[inline]
    fn has(&self, word: &Word) -> bool {
        self.0[word.pos as usize] >> word.form as u8 & 1 != 0
    }
}
