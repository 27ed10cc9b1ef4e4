//! Verbs as cues: what follows them, what stands in front of them, who is their subject.

use super::content::{self, Form};
use super::reader::Reader;
use super::vocabulary::Uses;
use super::{Candidate, ClauseId, Extent, Mention, PhraseId};
use crate::sentence::SentenceKind;
use crate::syntax::{Clause, ClauseKind, Link, Mood, VerbGroup, one_of};
use crate::tag::{Pos, VerbForm};
use crate::token::{Gap, Shape};

/// What stands behind a verb, adverbials and whom it is said to aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Complement {
    /// An opening quotation mark.
    Quote(u32),
    /// A colon, and the first word behind it.
    Colon(u32),
    That(u32),
    Bare(u32),
    /// The wh-word itself; the first word behind "whether" and "if".
    Question(u32),
    /// "to" or "not".
    Infinitive(u32),
    Gerund(u32),
    Object(PhraseId, u32),
    /// An object with an infinitive behind it.
    Direct(u32),
    /// "as", "for", "of" ... behind a passive.
    Preposition(u32),
    None,
}

/// A complement with what was skipped on the way.
struct After {
    complement: Complement,
    /// Behind what belongs to the reporting clause.
    end: u32,
    recipient: Option<Extent>,
    channel: Option<Extent>,
    agent: Option<PhraseId>,
    /// A comma stands before the complement.
    comma: bool,
    /// Nothing but the verb stands before it.
    direct: bool,
}

/// More steps than this are not made from a verb to its complement.
const REACH: usize = 24;

/// Reads the verb of a clause.
pub(super) fn read(reader: &Reader<'_>, id: ClauseId, found: &mut Vec<Candidate>) {
    let clause = reader.clause(id);
    let Some(group) = clause.group else { return };
    if group.copula {
        return super::phrase::predicate(reader, id, group, found);
    }
    if reader.pos(group.head) != Some(Pos::Verb) {
        return;
    }
    let (uses, length) = reader.vocabulary.at(reader.document, group.head);
    let verb = Verb { reader, id, clause, group, uses, behind: group.extent.last.max(group.head + length) };
    // "when asked about it": a passive without its auxiliary
    let before = group.head.saturating_sub(1);
    let elliptical = group.extent.first == group.head
        && one_of!(reader.hash(before), "when" | "if" | "once" | "while" | "as")
        && matches!(reader.form(group.head), VerbForm::Past | VerbForm::Participle);
    if group.passive || elliptical {
        verb.passive(found);
    } else {
        verb.active(found);
    }
}

struct Verb<'a, 'd> {
    reader: &'a Reader<'d>,
    id: ClauseId,
    clause: &'a Clause,
    group: VerbGroup,
    uses: Uses,
    behind: u32,
}

impl Verb<'_, '_> {
    fn active(&self, found: &mut Vec<Candidate>) {
        let reader = self.reader;
        let mut after = self.after(self.behind, true);
        let mut source = reader.subject(self.id);
        let mut left = self.group.extent.first;
        let mut inverted = false;
        if let Some((subject, behind)) = self.inverted() {
            source = Some(subject);
            inverted = true;
            after = self.after(behind, false);
        } else if let Some(subject) = self.clause.subject.filter(|_| !self.clause.shared_subject) {
            left = left.min(reader.syntax.phrase(subject).base.first);
        }
        let front = if self.uses.has(Uses::QUOTE.or(Uses::FOLLOW)) || self.uses.is_empty() {
            self.front(left, &after, inverted)
        } else {
            None
        };
        let content = match front {
            Some(front) if self.takes_front(&after, front.quoted) => {
                let rule = if front.quoted { "attribution/quotation-verb" } else { "attribution/content-verb" };
                let mut pieces = front.pieces;
                if let Some(more) = self.resumed(&after, front.quoted) {
                    pieces.push(more);
                }
                Some((pieces, rule, if front.quoted { 9 } else { 7 }))
            }
            _ => self.behind_content(&after, source.as_ref()),
        };
        let Some((content, rule, rank)) = content else { return };
        if content.is_empty() {
            return;
        }
        let Some(source) = source else { return self.push(found, None, content, after, rule, rank) };
        if reader.is_author(&source) {
            return;
        }
        let doubtful = rank <= 4 || self.uses.is_empty();
        if doubtful && !reader.can_speak(&source) {
            return;
        }
        self.push(found, Some(source), content, after, rule, rank);
    }

    /// Whether the content in front is what the verb reports, rather than what follows it.
    fn takes_front(&self, after: &After, quoted: bool) -> bool {
        if self.group.mood != Mood::Finite {
            return matches!(after.complement, Complement::None)
                || after.comma && matches!(after.complement, Complement::Quote(_));
        }
        let follows = self.uses.has(Uses::FOLLOW) || self.uses.is_empty();
        match after.complement {
            Complement::None | Complement::Infinitive(_) => true,
            Complement::Object(..) => !quoted || follows,
            Complement::Bare(_) => after.comma || quoted && self.uses.has(Uses::RECIPIENT),
            Complement::That(_) | Complement::Question(_) => after.comma && quoted,
            _ => after.comma,
        }
    }

    /// "released a statement saying that": who does the releasing, and where the cue begins then.
    fn author_of_document(&self) -> Option<(Mention, u32)> {
        let reader = self.reader;
        if self.clause.kind != ClauseKind::Participle || self.group.mood != Mood::Gerund {
            return None;
        }
        let noun = reader.syntax.phrase(self.clause.subject?);
        let Link::Object(outer) = noun.link else { return None };
        let group = reader.clause(outer).group?;
        let utters = reader.uses(group.head).has(Uses::UTTER) && reader.uses(noun.head).has(Uses::CHANNEL);
        if !utters || group.passive {
            return None;
        }
        let source = reader.subject(outer).filter(|source| reader.can_speak(source))?;
        Some((source, group.extent.first))
    }

    fn push(
        &self,
        found: &mut Vec<Candidate>,
        source: Option<Mention>,
        content: Vec<Extent>,
        after: After,
        rule: &'static str,
        rank: u8,
    ) {
        let author = self.author_of_document();
        let source = author.map(|(author, _)| author).or(source);
        let first = author.map_or(self.group.extent.first, |(_, first)| first);
        let mut candidate = Candidate::new(rule, Extent::new(first, self.behind), self.group.head, self.uses);
        candidate.clause = Some(self.id);
        candidate.source = source;
        candidate.content = content;
        candidate.channel = after.channel;
        candidate.addressee = after.recipient;
        candidate.finite = self.group.mood == Mood::Finite;
        candidate.negated = self.group.negation.is_some();
        candidate.prospective = self.uses.has(Uses::PROSPECTIVE)
            && matches!(after.complement, Complement::Infinitive(_) | Complement::Direct(_) | Complement::Object(..));
        candidate.question = matches!(after.complement, Complement::Question(_));
        candidate.rank = rank;
        found.push(candidate);
    }

    // ------------------------------------------------------------------ behind the verb

    /// The content behind the verb, the rule that takes it and its rank.
    fn behind_content(&self, after: &After, source: Option<&Mention>) -> Option<(Vec<Extent>, &'static str, u8)> {
        let reader = self.reader;
        let uses = self.uses;
        let speaks = source.is_some_and(|source| reader.can_speak(source));
        let clause = |start: u32, rule: &'static str, rank: u8| {
            let end = content::end(reader, start, Some(self.id), Form::Clause);
            content::piece(reader, start, end).map(|piece| (vec![piece], rule, rank))
        };
        let phrase = |start: u32, rule: &'static str, rank: u8| {
            let end = content::end(reader, start, Some(self.id), Form::Phrase);
            content::piece(reader, start, end).map(|piece| (vec![piece], rule, rank))
        };
        match after.complement {
            Complement::Quote(mark) if uses.has(Uses::QUOTE) || uses.is_empty() && speaks && after.comma => {
                clause(mark, "attribution/verb-quotation", 9)
            }
            Complement::Quote(mark) if uses.has(Uses::OBJECT) && speaks => phrase(mark, "attribution/verb-object", 4),
            Complement::Colon(start) if uses.has(Uses::QUOTE) => self.behind_colon(start),
            Complement::That(start) if uses.has(Uses::THAT) => clause(start, "attribution/verb-that", 8),
            Complement::Bare(start) if uses.has(Uses::BARE) => clause(start, "attribution/verb-clause", 8),
            Complement::Question(start) if uses.has(Uses::QUESTION) => clause(start, "attribution/verb-question", 7),
            Complement::Infinitive(start) if uses.has(Uses::INFINITIVE) && speaks => {
                clause(start, "attribution/verb-infinitive", 6)
            }
            Complement::Direct(start) if uses.has(Uses::DIRECT) && speaks => {
                clause(start, "attribution/verb-object-infinitive", 6)
            }
            Complement::Gerund(start) if uses.has(Uses::GERUND) && speaks => {
                phrase(start, "attribution/verb-gerund", 5)
            }
            Complement::Object(_, start) | Complement::Direct(start)
                if uses.has(Uses::SHOW)
                    && !uses.has(Uses::OBJECT)
                    && source.is_some_and(|source| reader.is_document(source)) =>
            {
                phrase(start, "attribution/document-object", 4)
            }
            Complement::Object(_, start) | Complement::Direct(start) if uses.has(Uses::OBJECT) && speaks => {
                if uses.has(Uses::AS) && !self.names_as(start) {
                    return None;
                }
                let rule = if uses.has(Uses::WEAK_OBJECT) {
                    "attribution/verb-object-weak"
                } else {
                    "attribution/verb-object"
                };
                phrase(start, rule, 3)
            }
            _ => None,
        }
    }

    /// "saw the deal as a gift": such verbs name something only with "as".
    fn names_as(&self, start: u32) -> bool {
        let end = content::end(self.reader, start, Some(self.id), Form::Phrase);
        (start + 1..end).any(|i| one_of!(self.reader.hash(i), "as"))
    }

    /// What stands behind a colon: the rest of the sentence, or the quotation that opens the next paragraph.
    fn behind_colon(&self, start: u32) -> Option<(Vec<Extent>, &'static str, u8)> {
        let reader = self.reader;
        let sentence = reader.sentence(self.group.head);
        if start >= sentence.last {
            let Some(quotation) = reader.opens(start) else { return self.statement(start) };
            let inner = reader.whole_quotation(quotation);
            return Some((vec![content::piece(reader, inner.first, inner.last)?], "attribution/verb-colon", 9));
        }
        let end = match reader.opens(start) {
            Some(_) => content::end(reader, start, Some(self.id), Form::Clause),
            None => content::trim(reader, start, sentence.last),
        };
        Some((vec![content::piece(reader, start, end)?], "attribution/verb-colon", 8))
    }

    /// "The minister said:" as a paragraph of its own introduces the paragraphs behind it, up to the next heading.
    fn statement(&self, start: u32) -> Option<(Vec<Extent>, &'static str, u8)> {
        const LONGEST: usize = 40;
        let reader = self.reader;
        reader.word(start).filter(|word| word.gap == Gap::Paragraph)?;
        let first = reader.sentence_of(start);
        let sentences = &reader.document.sentences[first..];
        let last = sentences.iter().take(LONGEST).take_while(|sentence| sentence.kind == SentenceKind::Prose).last()?;
        Some((vec![content::piece(reader, start, last.lexemes.end)?], "attribution/verb-statement", 8))
    }

    /// Looks behind the verb for what it reports.
    fn after(&self, from: u32, allow_object: bool) -> After {
        let reader = self.reader;
        let limit = reader.sentence(self.group.head).last;
        let mut after = After {
            complement: Complement::None,
            end: from,
            recipient: None,
            channel: None,
            agent: None,
            comma: false,
            direct: true,
        };
        let mut i = from;
        for _ in 0..REACH {
            if i >= limit {
                break;
            }
            let hash = reader.hash(i);
            let word_pos = reader.pos(i);
            if reader.opens(i).is_some() {
                after.complement = Complement::Quote(i);
                break;
            }
            if one_of!(hash, ":") {
                after.complement = Complement::Colon(i + 1);
                break;
            }
            if reader.is_comma(i) {
                if after.comma {
                    break;
                }
                after.comma = true;
                after.direct = false;
                let next = i + 1;
                if reader.opens(next).is_some() {
                    after.complement = Complement::Quote(next);
                    break;
                }
                if self.is_that(next) {
                    after.complement = Complement::That(next + 1);
                    break;
                }
                if self.uses.has(Uses::FOLLOW)
                    && self.uses.has(Uses::SAY)
                    && allow_object
                    && reader.starts_clause(next, limit)
                {
                    after.complement = Complement::Bare(next);
                    break;
                }
                if reader.pos(next) == Some(Pos::Adp) && self.closes_parenthesis(next, limit) {
                    i = next;
                    continue;
                }
                break;
            }
            if self.is_that(i) {
                after.complement = Complement::That(i + 1);
                break;
            }
            if let Some(complement) = self.question(i, after.direct || after.recipient.is_some()) {
                after.complement = complement;
                break;
            }
            if self.is_infinitive(i) {
                after.complement = Complement::Infinitive(i);
                break;
            }
            match word_pos {
                Some(Pos::Adv) if !one_of!(hash, "when" | "where" | "why" | "how" | "as") => {
                    i += 1;
                    continue;
                }
                Some(Pos::Adp) => {
                    let Some(end) = self.skip_prepositional(i, &mut after) else {
                        if !self.opens_adverbial(i, limit, &mut after) && self.group.passive {
                            after.complement = Complement::Preposition(i);
                        }
                        break;
                    };
                    if self.group.passive && one_of!(hash, "of" | "for" | "as" | "with" | "about" | "over") {
                        after.complement = Complement::Preposition(i);
                        break;
                    }
                    after.direct = false;
                    i = end;
                    continue;
                }
                Some(Pos::Sconj) => {
                    self.opens_adverbial(i, limit, &mut after);
                    break;
                }
                Some(Pos::Verb) if reader.form(i) == VerbForm::Gerund && after.direct => {
                    after.complement = Complement::Gerund(i);
                    if self.is_loose_clause(i, limit) {
                        after.complement = Complement::Bare(i);
                    }
                    break;
                }
                _ => {}
            }
            // "the bill that she said was forged"
            if after.direct && self.uses.has(Uses::BARE) && self.uses.has(Uses::SAY) && reader.is_finite(i) {
                after.complement = Complement::Bare(i);
                break;
            }
            if one_of!(hash, "(") {
                let Some(close) = (i..limit.min(i + 20)).find(|&j| one_of!(reader.hash(j), ")")) else { break };
                i = close + 1;
                continue;
            }
            let Some((id, phrase)) = reader.phrase_at(i) else {
                break;
            };
            if phrase.time && !reader.starts_clause(i, limit) {
                after.direct = false;
                i = phrase.base.last;
                continue;
            }
            if reader.starts_clause(i, limit) {
                after.complement = Complement::Bare(i);
                break;
            }
            let end = reader.short_end(phrase);
            if !self.uses.has(Uses::RECIPIENT) && allow_object && self.is_loose_clause(i, limit) {
                after.complement = Complement::Bare(i);
                break;
            }
            if self.uses.has(Uses::RECIPIENT) && after.recipient.is_none() && self.content_follows(end, limit) {
                after.recipient = Some(phrase.base);
                after.direct = false;
                i = end;
                continue;
            }
            if allow_object {
                after.complement =
                    if self.infinitive_behind(end) { Complement::Direct(i) } else { Complement::Object(id, i) };
            }
            break;
        }
        after.end = i;
        after
    }

    /// "said as he opened the school, “...”": the quotation behind an adverbial clause and its comma.
    fn quotation_behind_adverbial(&self, i: u32, limit: u32) -> Option<u32> {
        let comma = (i + 2..limit.min(i + 30)).find(|&j| self.reader.is_comma(j))?;
        self.reader.opens(comma + 1).is_some().then_some(comma + 1)
    }

    /// Whether a verb of saying is followed by a clause that begins with no plain noun phrase: "says running is hard".
    fn is_loose_clause(&self, i: u32, limit: u32) -> bool {
        let reader = self.reader;
        let says = self.uses.has(Uses::BARE) && self.uses.has(Uses::SAY) && self.uses.has(Uses::FOLLOW);
        says && self.group.mood != Mood::Gerund
            && (i + 1..limit.min(i + 25)).take_while(|&j| !reader.is_comma(j)).any(|j| reader.is_finite(j))
    }

    fn is_that(&self, i: u32) -> bool {
        let reader = self.reader;
        if !one_of!(reader.hash(i), "that") {
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
    fn opens_adverbial(&self, i: u32, limit: u32, after: &mut After) -> bool {
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

    fn is_conditional(&self, i: u32) -> bool {
        one_of!(
            self.reader.hash(i),
            "if" | "because" | "although" | "unless" | "despite" | "while" | "under" | "without"
        )
    }

    fn question(&self, i: u32, direct: bool) -> Option<Complement> {
        let hash = self.reader.hash(i);
        if one_of!(hash, "whether") {
            return Some(Complement::Question(i + 1));
        }
        if one_of!(hash, "if") && direct && self.uses.has(Uses::ASK) {
            return Some(Complement::Question(i + 1));
        }
        let always = one_of!(hash, "what" | "who" | "why" | "how" | "which" | "whatever" | "whose");
        (direct
            && (always || one_of!(hash, "where" | "when") && self.uses.has(Uses::QUESTION) && self.uses.has(Uses::ASK)))
        .then_some(Complement::Question(i))
    }

    fn is_infinitive(&self, i: u32) -> bool {
        let reader = self.reader;
        let i = if one_of!(reader.hash(i), "not" | "never") { i + 1 } else { i };
        if !one_of!(reader.hash(i), "to") {
            return false;
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

    fn infinitive_behind(&self, i: u32) -> bool {
        self.is_infinitive(i)
    }

    /// Behind a prepositional phrase that belongs to the reporting clause; notes channels, addressees and the agent.
    fn skip_prepositional(&self, i: u32, after: &mut After) -> Option<u32> {
        let reader = self.reader;
        let first = if reader.pos(i + 1) == Some(Pos::Adv) { i + 2 } else { i + 1 };
        let (id, phrase) = reader.phrase_at(first)?;
        if matches!(phrase.link, Link::Subject(clause) if reader.clause(clause).is_finite())
            && one_of!(reader.hash(i), "after" | "before" | "as" | "since" | "until")
        {
            return None;
        }
        let preposition = reader.hash(i);
        if self.group.passive && one_of!(preposition, "by") {
            after.agent = Some(id);
        } else if reader.uses(phrase.head).has(Uses::CHANNEL) {
            after.channel.get_or_insert(phrase.base);
        } else if one_of!(preposition, "to") {
            after.recipient.get_or_insert(phrase.base);
        }
        Some(reader.short_end(phrase))
    }

    /// A comma closes what the comma before `i` opened: "said, in a statement, that".
    fn closes_parenthesis(&self, i: u32, limit: u32) -> bool {
        let reader = self.reader;
        (i..limit.min(i + 12))
            .find(|&j| reader.is_comma(j))
            .is_some_and(|j| self.is_that(j + 1) || reader.opens(j + 1).is_some())
    }

    /// Whether a content can begin at `i`, behind whom it is said to.
    fn content_follows(&self, mut i: u32, limit: u32) -> bool {
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

    // ------------------------------------------------------------------ in front of the verb

    /// The subject behind the verb, and where it ends: "said the governor".
    fn inverted(&self) -> Option<(Mention, u32)> {
        let reader = self.reader;
        if !self.uses.has(Uses::QUOTE)
            || !matches!(self.group.mood, Mood::Finite)
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
        let own_subject = self.clause.subject.filter(|_| !self.clause.shared_subject && !self.clause.inverted);
        if !behind_quote && (own_subject.is_some() || self.uses.has(Uses::TELL) || !self.uses.has(Uses::FOLLOW)) {
            return None;
        }
        let (id, phrase) = reader.phrase_at(self.behind)?;
        if phrase.time || one_of!(reader.hash(phrase.head), "him" | "her" | "them" | "me" | "us" | "it") {
            return None;
        }
        let mention = reader.mention(id);
        Some((mention, mention.extent.last))
    }

    /// The content in front of a reporting clause that begins at `left`.
    fn front(&self, left: u32, after: &After, inverted: bool) -> Option<Front> {
        let reader = self.reader;
        let mut before = left.checked_sub(1)?;
        // "“...,” but he added": words between the content and the subject
        for _ in 0..2 {
            if matches!(reader.pos(before), Some(Pos::Cconj | Pos::Adv)) && before > 0 {
                before -= 1;
            }
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
        let known = self.uses.has(Uses::FOLLOW) && (reader.is_comma(before) || reader.is_dash(before));
        if !known || self.clause.shared_subject && !inverted || !matches!(self.group.mood, Mood::Finite) {
            return None;
        }
        if !self.closes_report(after) {
            return None;
        }
        let sentence = reader.sentence(left);
        let start = self.front_start(sentence.first, before);
        let piece = content::piece(reader, start, before)?;
        let has_verb = self.has_main_verb(piece);
        let resumes = self.resumes(after, start);
        let closes = after.complement == Complement::None
            && !after.comma
            && piece.last - piece.first > 2
            && self.ends_sentence(after.end);
        (has_verb || resumes || closes).then(|| Front { pieces: vec![piece], quoted: false })
    }

    fn front_quotation(&self, mark: u32, after: &After) -> Option<Front> {
        let reader = self.reader;
        let quotation = reader.closes(mark)?;
        let whole = reader.whole_quotation(quotation);
        let sentence = reader.sentence(quotation.open);
        let words = whole.last - whole.first;
        let own = reader.sentence(self.group.head);
        if mark < own.first && !reader.is_comma(mark - 1) {
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
            return Some(Front { pieces: vec![content::piece(reader, whole.first, mark)?], quoted: true });
        }
        // only part of the sentence is quoted
        let start = self.front_start(sentence.first, mark);
        let outside = Extent::new(start, quotation.open);
        let speech = self.is_whole_speech(quotation.open);
        let start = if speech || outside.is_empty() { quotation.open } else { start };
        if start < quotation.open && words < 8 && !self.has_main_verb(Extent::new(start, mark)) {
            return None;
        }
        Some(Front { pieces: vec![content::piece(reader, start, mark + 1)?], quoted: true })
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
            }
            Complement::Quote(_) | Complement::Bare(_) => after.comma,
            _ => false,
        }
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
        let opens_adverbial = matches!(reader.pos(start), Some(Pos::Sconj | Pos::Adp | Pos::Adv));
        comma.is_some_and(|comma| {
            let next = comma + 1;
            let verb = if reader.pos(next) == Some(Pos::Adv) { next + 1 } else { next };
            reader.is_finite(verb) || opens_adverbial && reader.starts_clause(next, limit)
        })
    }

    /// The second piece of an interrupted content.
    fn resumed(&self, after: &After, quoted: bool) -> Option<Extent> {
        let reader = self.reader;
        if let (Complement::Quote(mark), true) = (after.complement, after.comma) {
            let end = content::end(reader, mark, Some(self.id), Form::Clause);
            return content::piece(reader, mark, end);
        }
        if quoted {
            return None;
        }
        let comma = (after.end.saturating_sub(1)..after.end + 2).find(|&i| reader.is_comma(i))?;
        let next = comma + 1;
        let limit = reader.sentence(self.group.head).last;
        let joins = matches!(reader.pos(next), Some(Pos::Verb)) && reader.form(next) == VerbForm::Gerund
            || matches!(reader.pos(next), Some(Pos::Cconj | Pos::Punct))
            || one_of!(
                reader.hash(next),
                "who" | "which" | "while" | "although" | "though" | "according" | "as" | "when" | "whose"
            );
        if joins || next >= limit {
            return None;
        }
        let end = content::end(reader, next, Some(self.id), Form::Clause);
        content::piece(reader, next, end)
    }

    // ------------------------------------------------------------------ passives

    fn passive(&self, found: &mut Vec<Candidate>) {
        let reader = self.reader;
        let mut after = self.after(self.behind, true);
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
            Complement::That(start) | Complement::Bare(start) if self.uses.has(Uses::THAT) => {
                if self.uses.has(Uses::TELL) && person {
                    after.recipient = subject.map(|subject| subject.base);
                }
                clause(start).map(|piece| (vec![piece], "attribution/passive-that"))
            }
            Complement::Question(start) if self.uses.has(Uses::QUESTION) => {
                clause(start).map(|piece| (vec![piece], "attribution/passive-question"))
            }
            Complement::Infinitive(start) if self.uses.has(Uses::PASSIVE) && !reduced => clause(start).map(|piece| {
                let mut pieces = vec![piece];
                if let Some(subject) = subject.filter(|_| person) {
                    pieces.insert(0, subject.base);
                }
                (pieces, "attribution/passive-infinitive")
            }),
            Complement::Preposition(start) if self.uses.has(Uses::PASSIVE) || self.uses.has(Uses::AGAINST) => {
                phrase(start).map(|piece| {
                    let mut pieces = vec![piece];
                    if let Some(subject) = subject.filter(|_| person && self.uses.has(Uses::NAME)) {
                        pieces.insert(0, subject.base);
                    }
                    (pieces, "attribution/passive-object")
                })
            }
            // "the trucks were reported stolen"
            Complement::None | Complement::Gerund(_)
                if self.uses.has(Uses::PASSIVE) && !reduced && person && self.states(self.behind) =>
            {
                subject
                    .zip(phrase(self.behind))
                    .map(|(subject, piece)| (vec![subject.base, piece], "attribution/passive-state"))
            }
            _ if source.is_some() && self.uses.has(Uses::OBJECT) && !self.uses.has(Uses::WEAK_OBJECT) && !reduced => {
                subject.filter(|_| person).map(|subject| (vec![subject.base], "attribution/passive-agent"))
            }
            _ => None,
        };
        let Some((content, rule)) = content else { return };
        self.push(found, source, content, after, rule, 4);
    }
}

impl Verb<'_, '_> {
    /// Whether a participle or an adjective stands here that says what the subject is reported to be.
    fn states(&self, i: u32) -> bool {
        match self.reader.pos(i) {
            Some(Pos::Verb) => self.reader.form(i) != VerbForm::Base,
            Some(Pos::Adj) => true,
            _ => false,
        }
    }
}

/// A content in front of its reporting clause.
struct Front {
    pieces: Vec<Extent>,
    quoted: bool,
}
