//! Verbs as cues: what follows them ([`complement`], [`frame`], [`measure`]), what stands in front of them ([`front`]), and
//! passives ([`passive`]).

mod anaphor;
mod complement;
mod frame;
mod front;
mod measure;
mod passive;

pub(super) use anaphor::resolve;

use super::content;
use super::reader::Reader;
use super::vocabulary::Uses;
use super::{Block, Candidate, ClauseId, Extent, Mention, PhraseId};
use crate::syntax::{Clause, ClauseKind, Link, Mood, Pieces, VerbGroup, one_of};
use crate::tag::{Pos, VerbForm};
use complement::{After, Complement};

/// Reads the verbs of a block.
pub(super) fn read(reader: &Reader<'_>, block: &Block, found: &mut Vec<Candidate>) {
    let mut verbs = Vec::with_capacity(block.clauses.len() / 2);
    for id in block.clauses.clone() {
        let clause = reader.clause(id);
        verbs.extend(clause.group.and_then(|group| cue(reader, id, clause, group, found)));
    }
    verbs.retain(|verb| {
        let anaphoric = verb.anaphoric();
        let free = anaphoric.is_none();
        found.extend(anaphoric);
        free
    });
    for verb in verbs {
        let after = verb.after(verb.behind, true);
        match verb.is_passive(&after) {
            true => verb.passive(after, found),
            false => verb.active(after, found),
        }
    }
}

/// The verb of a clause, if it may be a cue. One that only links is read at once.
fn cue<'a, 'd>(
    reader: &'a Reader<'d>,
    id: ClauseId,
    clause: &'a Clause,
    mut group: VerbGroup,
    found: &mut Vec<Candidate>,
) -> Option<Verb<'a, 'd>> {
    // "“...,” Ground said": a name that looks like a verb
    if group.extent.first + 1 == group.head
        && reader.pos(group.extent.first) == Some(Pos::Verb)
        && reader.is_capital(group.extent.first)
        && group.extent.first > reader.sentence(group.head).first
    {
        group.extent.first = group.head;
    }
    if group.copula {
        super::attitude::read(reader, id, group, found);
        return None;
    }
    if reader.pos(group.head) != Some(Pos::Verb) {
        return None;
    }
    // "according to state law" is no infinitive, "as reported by the Ledger" tells the source of the whole sentence
    let preceding = reader.hash(group.extent.first.wrapping_sub(1));
    if group.mood == Mood::Infinitive && one_of!(preceding, "according")
        || one_of!(preceding, "as") && super::phrase::as_reported_by(reader, group.extent.first - 1).is_some()
    {
        return None;
    }
    if is_in_longer_cue(reader, group) {
        return None;
    }
    // "To put it plainly": whoever writes does
    let frames = one_of!(reader.hash(group.head), "put") && one_of!(reader.hash(group.head + 1), "it");
    if group.mood == Mood::Infinitive && (frames || has_empty_subject(reader, clause)) {
        return None;
    }
    if let Some(candidate) = measure::puts_at(reader, id, clause, group) {
        found.push(candidate);
        return None;
    }
    let (mut uses, mut length) = reader.vocabulary.at(reader.document, group.head);
    // "agreed to go" is no "agreed to the plan"
    let last = group.head + length - 1;
    if length > 1 && one_of!(reader.hash(last), "to") && reader.pos(last) == Some(Pos::Part) {
        (uses, length) = (reader.uses(group.head), 1);
    }
    // "they want to know the answer", "to know who it was": the infinitive has a content of its own
    if length > 1 && one_of!(reader.hash(last), "know") && !reader.is_punctuation(last + 1) {
        (uses, length) = (reader.uses(group.head), 1);
    }
    // "insisted on Friday that": a time belongs to no particle
    let time = |at: u32| reader.phrase_at(at).is_some_and(|(_, phrase)| phrase.time);
    if length > 1 && one_of!(reader.hash(last), "on" | "at" | "in" | "for" | "about") && time(last + 1) {
        (uses, length) = (reader.uses(group.head), 1);
    }
    // "a raid that claimed nine lives"
    let deadly = || {
        one_of!(reader.hash(group.head), "claim" | "claims" | "claimed" | "claiming")
            && clause.objects[0]
                .is_some_and(|object| one_of!(reader.hash(reader.syntax.phrase(object).head), "life" | "lives"))
    };
    if deadly() {
        return None;
    }
    // "make sure that nobody is left behind" says nothing of it
    let makes = || one_of!(reader.hash(group.head), "make" | "makes" | "made" | "making");
    let links = length == 1 && clause.predicate.is_some_and(|predicate| predicate != group.head) && !makes();
    let cue = if uses.is_empty() { may_quote(reader, clause, group) } else { uses.has(FRAMES) };
    let feels = group.passive && (uses.has(Uses::FEEL) || reader.uses(group.head).has(Uses::FEEL));
    let opposed = group.passive && length > 1 && uses.has(Uses::ADJECTIVE_OTHER);
    if feels || opposed || links {
        let before = found.len();
        super::attitude::read(reader, id, group, found);
        if found.len() > before {
            return None;
        }
    }
    if !cue {
        return None;
    }
    let mut behind = group.extent.last.max(group.head + length);
    // "said on “Meet the Press” that": a title is no object that would make a particle of its preposition
    if behind > group.head + 1 && one_of!(reader.hash(behind - 1), "on" | "in") && reader.title_at(behind).is_some() {
        behind -= 1;
    }
    Some(Verb { reader, id, clause, group, uses, behind })
}

/// "It is too early to say whether the dam will hold": whoever says it, "it" does not. A firm that is willing or able to say it
/// may be an "it" that does.
fn has_empty_subject(reader: &Reader<'_>, infinitive: &Clause) -> bool {
    let Some(outer) = infinitive.parent.map(|outer| reader.clause(outer)) else { return false };
    let subject = outer.subject.map(|subject| reader.syntax.phrase(subject));
    // "more work is needed to find out whether": neither does a thing
    if outer.is_passive() && outer.verb().is_some_and(|verb| one_of!(reader.hash(verb), "needed" | "required")) {
        return subject.is_some_and(|subject| {
            reader.pos(subject.head) == Some(Pos::Noun) && !reader.uses(subject.head).has(Uses::SOURCE)
        });
    }
    let Some(predicate) = outer.predicate.filter(|_| outer.group.is_some_and(|group| group.copula)) else {
        return false;
    };
    let disposed = reader.uses(predicate).has(Uses::ADJECTIVE_INFINITIVE)
        || one_of!(reader.hash(predicate), "able" | "unable" | "prepared" | "set" | "due" | "about" | "likely");
    subject.is_some_and(|subject| subject.pronoun && one_of!(reader.hash(subject.head), "it"))
        && matches!(reader.pos(predicate), Some(Pos::Adj | Pos::Adv))
        && !disposed
}

/// "Who was it, he wanted to know", "let it be known that": whether the verb is a part of the cue in front.
fn is_in_longer_cue(reader: &Reader<'_>, group: VerbGroup) -> bool {
    let ends = one_of!(reader.hash(group.head), "know") && reader.is_punctuation(group.head + 1);
    if !ends && !one_of!(reader.hash(group.head), "known") {
        return false;
    }
    let holds = |verb: u32| {
        let (_, length) = reader.vocabulary.at(reader.document, verb);
        reader.pos(verb) == Some(Pos::Verb) && length > 2 && verb + length > group.head
    };
    (2..=3).filter_map(|back| group.head.checked_sub(back)).any(holds)
}

/// What a verb of the lists needs to be a cue: without any of these it only carries or governs one.
const FRAMES: Uses = Uses::THAT
    .or(Uses::BARE)
    .or(Uses::QUOTE)
    .or(Uses::FOLLOW)
    .or(Uses::QUESTION)
    .or(Uses::INFINITIVE)
    .or(Uses::DIRECT)
    .or(Uses::GERUND)
    .or(Uses::OBJECT)
    .or(Uses::SHOW)
    .or(Uses::ASK)
    .or(Uses::TELL)
    .or(Uses::PASSIVE)
    .or(Uses::AGAINST);

/// Whether a verb that no list holds can be a cue all the same: only beside a quotation.
fn may_quote(reader: &Reader<'_>, clause: &Clause, group: VerbGroup) -> bool {
    /// So many words at most stand between a quotation and the subject of the verb that reports it.
    const NEAR: u32 = 4;
    let subject = clause.subject.map_or(u32::MAX, |subject| reader.syntax.phrase(subject).base.first);
    let left = group.extent.first.min(subject);
    reader.has_mark(Extent::new(left.saturating_sub(NEAR), reader.sentence(group.head).last + 1))
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
    fn is_passive(&self, after: &After) -> bool {
        let (reader, group) = (self.reader, self.group);
        // "when asked about it": a passive without its auxiliary
        let elliptical = || {
            group.extent.first == group.head
                && one_of!(reader.hash(group.head.saturating_sub(1)), "when" | "if" | "once" | "while" | "as")
                && matches!(reader.form(group.head), VerbForm::Past | VerbForm::Participle)
        };
        (group.passive || elliptical()) && !self.is_finite_for_participle(after)
    }

    /// "Gov. Mary Hale (D-N.H.) said she would": a past tense that is taken for a participle, since nothing can be said to a
    /// clause.
    fn is_finite_for_participle(&self, after: &After) -> bool {
        self.group.mood == Mood::Participle
            && self.group.extent.first == self.group.head
            && self.uses.has(Uses::SAY.or(Uses::FOLLOW))
            && (self.uses.has(Uses::SAY) || !self.uses.has(Uses::TELL))
            && self.clause.kind != ClauseKind::Adverbial
            && !self.is_reduced()
            && (matches!(after.complement, Complement::That(_) | Complement::Bare(_))
                && self.reader.subject_before(self.group.extent.first).is_some()
                || self.closes_quotation())
    }

    /// "Two men reported missing were found": the subject has a verb of its own behind.
    fn is_reduced(&self) -> bool {
        let reader = self.reader;
        let outer = self.clause.parent.map(|outer| reader.clause(outer));
        self.clause.kind == ClauseKind::Participle
            && !self.clause.set_off
            && outer.is_some_and(|outer| {
                outer.is_finite()
                    && outer.verb().is_some_and(|verb| verb > self.group.head)
                    && outer.subject.is_some_and(|subject| Some(subject) == self.clause.subject)
            })
    }

    /// Whether nothing but a name stands between the verb and a quotation in front of it.
    fn closes_quotation(&self) -> bool {
        const LONGEST_NAME: u32 = 3;
        let reader = self.reader;
        let verb = self.group.extent.first;
        let first = (verb.saturating_sub(LONGEST_NAME)..verb)
            .rev()
            .take_while(|&i| reader.is_capital(i))
            .last()
            .unwrap_or(verb);
        let before = first.wrapping_sub(1);
        self.group.mood == Mood::Participle
            && self.uses.has(Uses::QUOTE)
            && (reader.closes(before).is_some()
                || reader.is_comma(before) && reader.closes(before.wrapping_sub(1)).is_some())
    }

    fn active(&self, mut after: After, found: &mut Vec<Candidate>) {
        let reader = self.reader;
        // whom it quotes says what it reports
        let quotes = matches!(after.complement, Complement::Object(..)) && self.uses.has(Uses::CITE);
        if quotes && super::speaker::quoted_as_saying(reader, self.group.head).is_some() {
            return;
        }
        if after.comma && self.says_what() {
            after.complement = Complement::None;
        }
        let mut source = match self.group.mood {
            Mood::Participle if self.closes_quotation() => {
                reader.name_before(self.group.extent.first).or_else(|| reader.subject(self.id))
            }
            Mood::Participle => reader.subject_before(self.group.extent.first).map(|id| {
                let mention = reader.mention(id);
                let last = mention.extent.last.min(self.group.extent.first);
                Mention { extent: Extent::new(mention.extent.first, last), ..mention }
            }),
            _ => reader.subject(self.id),
        };
        let mut left = self.group.extent.first;
        let mut inverted = false;
        if let Some((subject, behind)) = self.inverted() {
            source = Some(subject);
            inverted = true;
            after = self.after(behind, false);
        } else if let Some(subject) = self.clause.subject.filter(|_| !self.clause.shared_subject) {
            let nearer = reader.nearer_subject(subject, left).unwrap_or(subject);
            left = left.min(reader.syntax.phrase(nearer).base.first);
        } else if let Some(citing) = self.citing() {
            left = citing.subject.map_or(left, |subject| left.min(reader.syntax.phrase(subject).base.first));
        } else if self.clause.subject.is_none() && self.group.mood == Mood::Finite {
            // "“...,” Ada Hale, a nurse in the north, told us": a subject that only its place tells
            let before = source.map(|source| source.extent).filter(|source| source.last + 1 >= left);
            left = before.map_or(left, |source| left.min(source.first));
        }
        let front = if self.uses.has(Uses::QUOTE.or(Uses::FOLLOW)) || self.uses.is_empty() {
            self.front(left, &after, inverted)
        } else {
            None
        };
        // "asked whether it fell, he said, “...”": what introduces a speech is no part of it
        let introduces = |first: u32| {
            let verb = reader.pos(first) == Some(Pos::Verb) && !matches!(reader.form(first), VerbForm::Present);
            verb || reader.pos(first) == Some(Pos::Sconj)
        };
        let speech = matches!(after.complement, Complement::Quote(_)) && !inverted;
        let front = front.filter(|front| front.quoted || !speech || !introduces(front.pieces[0].first));
        let content = match front {
            Some(front) if self.takes_front(&after, front.quoted) => {
                let rule = if front.quoted { "attribution/quotation-verb" } else { "attribution/content-verb" };
                let mut pieces = front.pieces;
                if let Some(more) = self.resumed(&after, front.quoted) {
                    pieces.push(more);
                }
                Some((pieces, rule, if front.quoted { 9 } else { 7 }))
            }
            _ => self.behind_content(&after, source.as_ref()).or_else(|| self.in_relative()),
        };
        let Some((mut content, rule, rank)) = content else { return };
        // "In what he called a reply to the raid, troops closed the road": what he called so ends with its clause
        if self.says_what() {
            let end = self.clause.extent.last;
            let end = end + u32::from(reader.closes(end).is_some());
            for piece in content.iter_mut().filter(|piece| piece.first < end) {
                piece.last = content::trim(reader, piece.first, piece.last.min(end));
            }
        }
        if content.is_empty() {
            return;
        }
        let finite = matches!(self.group.mood, Mood::Finite | Mood::Participle);
        if source.is_none() && finite && rank >= 7 && self.uses.has(Uses::SAY) {
            source = super::speaker::in_front(reader, self.group.extent.first);
        }
        // "Official took bribes, court told": in a heading whoever has been told
        let told = reader.is_heading(self.group.head)
            && one_of!(reader.hash(self.group.head), "told")
            && self.group.head + 1 == reader.sentence(self.group.head).last;
        let source = source.filter(|_| !told);
        let Some(source) = source else { return self.push(found, None, content, after, rule, rank) };
        if reader.is_author(&source) || reader.is_time(&source) {
            return;
        }
        // "it was too soon to say whether": nobody says so
        let expletive = self.clause.kind == ClauseKind::Infinitive
            && matches!(after.complement, Complement::Question(_))
            && one_of!(reader.hash(source.head), "it");
        // "the pursuit would go on “until dawn”"
        let carries_on = self.group.modal.is_some()
            && one_of!(reader.hash(self.group.head), "go" | "continue")
            && matches!(after.complement, Complement::Quote(_));
        // "“You have to understand how fast it was”": who is to do so is nobody in particular
        let anybody = self.clause.kind == ClauseKind::Infinitive
            && one_of!(reader.hash(source.head), "you")
            && self.clause.governor.is_some_and(|verb| one_of!(reader.hash(verb), "have" | "need" | "got"));
        if expletive || carries_on || anybody {
            return;
        }
        // "nothing indicates that", "there is nothing to suggest that": nobody's
        if self.uses.has(Uses::SHOW) && one_of!(reader.hash(source.head), "nothing" | "there" | "none") {
            self.push(found, None, content, after, rule, rank);
            if let Some(candidate) = found.last_mut() {
                candidate.negated = true;
            }
            return;
        }
        // "there are grounds to believe that": so does whoever says it
        if self.clause.kind == ClauseKind::Infinitive && one_of!(reader.hash(source.head), "there") {
            return;
        }
        // "it should consider setting up a court": who is to do so has not done it
        let bidden = |modal: u32| one_of!(reader.hash(modal), "must" | "should" | "ought");
        if self.group.modal.is_some_and(bidden)
            && matches!(rule, "attribution/verb-gerund" | "attribution/verb-infinitive")
        {
            return;
        }
        // "the raid showed that": what happens tells nothing
        if self.uses.has(Uses::SHOW) && reader.is_happening(&source) {
            return;
        }
        let doubtful = rank <= 4 && rule != "attribution/document-object" || self.uses.is_empty();
        if doubtful && !reader.can_speak(&source) && !self.is_said_of_body(&source) {
            return;
        }
        self.push(found, Some(source), content, after, rule, rank);
    }

    /// "refused to confirm that", "neither confirmed nor denied that"
    fn is_refused(&self) -> bool {
        let reader = self.reader;
        let first = self.group.extent.first;
        let nor = |at: u32| one_of!(reader.hash(at), "nor" | "neither");
        let refuses = |verb: u32| {
            one_of!(
                reader.hash(verb),
                "refuse" | "refuses" | "refused" | "refusing" | "decline" | "declines" | "declined" | "declining"
            )
        };
        first.checked_sub(1).is_some_and(nor)
            || (first..self.group.head).any(nor)
            || self.clause.kind == ClauseKind::Infinitive && self.clause.governor.is_some_and(refuses)
    }

    /// "showed why the group must be defeated", "explained how the wall had fallen": what is told is no open question.
    fn answers(&self, marker: u32) -> bool {
        let reader = self.reader;
        let explains =
            reader.word(self.group.head).is_some_and(|verb| reader.vocabulary.narrates(reader.document, verb));
        let plain = self.group.mood == Mood::Finite && self.group.modal.is_none() || self.group.mood == Mood::Gerund;
        plain && (explains || self.uses.has(Uses::COMMITTED)) && !one_of!(reader.hash(marker), "whether" | "if")
    }

    /// "Contrary to what officials have claimed, the dam": "what" is all that is said.
    fn says_what(&self) -> bool {
        let what = |marker: u32| one_of!(self.reader.hash(marker), "what" | "whatever");
        self.clause.kind == ClauseKind::Question && self.clause.marker.is_some_and(what)
    }

    /// "It expects a loss", "it opposes the plan": what only somebody can do, so that "it" is a body.
    pub(super) fn is_said_of_body(&self, source: &Mention) -> bool {
        const BODIES: Uses = Uses::AGAINST
            .or(Uses::PROBABLE)
            .or(Uses::POSSIBLE)
            .or(Uses::EXCLUDING)
            .or(Uses::DENYING)
            .or(Uses::PROSPECTIVE)
            .or(Uses::WANT)
            .or(Uses::INFINITIVE)
            .or(Uses::SAY);
        one_of!(self.reader.hash(source.head), "it") && self.uses.has(BODIES) && !self.uses.has(Uses::SHOW)
    }

    /// Whether the content in front is what the verb reports, rather than what follows it.
    fn takes_front(&self, after: &After, quoted: bool) -> bool {
        if self.group.mood != Mood::Finite && !(quoted && self.closes_quotation()) {
            return matches!(after.complement, Complement::None)
                || after.comma && matches!(after.complement, Complement::Quote(_));
        }
        // "It is a threat, and the fight against it must go on": what has to be reports nothing in front
        let bidden = |modal: u32| one_of!(self.reader.hash(modal), "must" | "should" | "shall" | "ought");
        if !quoted && self.group.modal.is_some_and(bidden) {
            return false;
        }
        let follows = self.uses.has(Uses::FOLLOW) || self.uses.is_empty();
        match after.complement {
            Complement::None | Complement::Infinitive(_) => true,
            Complement::Object(..) => !quoted || follows,
            Complement::Bare(_) => after.comma || quoted && self.uses.has(Uses::RECIPIENT),
            Complement::That(_) if self.parts_cleft(after) => true,
            Complement::That(_) | Complement::Question(_) => after.comma && quoted,
            _ => after.comma,
        }
    }

    /// "the clerk was quoted as saying": the clause whose verb cites whoever says it.
    pub(super) fn citing(&self) -> Option<&Clause> {
        let as_saying = self.clause.marker.is_some_and(|marker| one_of!(self.reader.hash(marker), "as"));
        let outer = self.clause.parent.filter(|_| self.group.mood == Mood::Gerund && as_saying)?;
        let outer = self.reader.clause(outer);
        outer.group.filter(|group| self.reader.uses(group.head).has(Uses::CITE)).map(|_| outer)
    }

    /// Who is quoted as saying, where a noun phrase of the clause around names him, and who quotes him: "was quoted by the
    /// Ledger as saying", "the Ledger quoted the mayor as saying".
    fn quoted(&self) -> Option<(Option<Mention>, Mention)> {
        let reader = self.reader;
        if self.group.mood != Mood::Gerund {
            return None;
        }
        let outer = self.clause.parent?;
        let clause = reader.clause(outer);
        let group = clause.group.filter(|group| reader.uses(group.head).has(Uses::CITE))?;
        if !group.passive {
            let before = self.group.extent.first.checked_sub(1)?;
            let object = clause.objects[0].filter(|_| one_of!(reader.hash(before), "as"))?;
            let quoted = reader.mention(object);
            let extent = Extent::new(quoted.extent.first, quoted.extent.last.min(before));
            return Some((Some(Mention { extent, ..quoted }), reader.subject(outer)?));
        }
        let verb = Verb { reader, id: outer, clause, group, uses: reader.uses(group.head), behind: group.extent.last };
        // "was quoted as saying by the Ledger"
        let behind = || reader.phrase_at(self.behind + 1).filter(|_| one_of!(reader.hash(self.behind), "by"));
        let agent = verb.after(verb.behind, true).agent.or_else(|| behind().map(|(id, _)| id))?;
        Some((None, Mention { extent: reader.syntax.phrase(agent).base, ..reader.mention(agent) }))
    }

    /// "The spokesman, quoted by the agency, said": who quotes, behind a comma between the source and the verb.
    fn quoted_aside(&self, source: &Mention) -> Option<Mention> {
        let reader = self.reader;
        let first = (source.head + 1..self.group.extent.first).find(|&i| reader.is_comma(i))? + 1;
        let by = one_of!(reader.hash(first), "quoted" | "cited") && one_of!(reader.hash(first + 1), "by");
        let (id, phrase) = reader.phrase_at(first + 2).filter(|_| by && first + 2 < self.group.extent.first)?;
        let quoter = reader.mention(id);
        let last = quoter.extent.last.min(self.group.extent.first).max(phrase.head + 1);
        Some(Mention { extent: reader.without_sign(Extent::new(quoter.extent.first, last), phrase.head + 1), ..quoter })
    }

    /// "In his channel, the governor wrote that": a channel that opens the sentence.
    fn channel_in_front(&self) -> Option<Extent> {
        let reader = self.reader;
        let first = reader.sentence(self.group.head).first;
        if !one_of!(reader.hash(first), "in" | "on")
            || self.clause.kind != ClauseKind::Main
            || !self.uses.has(Uses::SAY)
        {
            return None;
        }
        let (_, phrase) = reader.phrase_at(first + 1)?;
        let closes = reader.is_comma(phrase.full.last) || reader.is_comma(phrase.base.last);
        (closes && phrase.full.last <= self.group.head && reader.uses(phrase.head).has(Uses::CHANNEL))
            .then_some(phrase.base)
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
        content: Pieces,
        after: After,
        rule: &'static str,
        rank: u8,
    ) {
        // "dismissed the report as nonsense": that it is nonsense is not denied
        let names_as = rule.starts_with("attribution/verb-object")
            && self.uses.has(Uses::DENYING)
            && content.first().is_some_and(|piece| self.names_as(piece.first));
        let uses = if names_as { self.uses.without(Uses::DENYING) } else { self.uses };
        let author = self.author_of_document();
        let source = author.map(|(author, _)| author).or(source);
        let first = author.map_or(self.group.extent.first, |(_, first)| first);
        // "was quoted as saying" is the cue as a whole
        let citing = self.citing().and_then(|citing| citing.group);
        let citing = citing.filter(|group| group.passive && group.extent.last + 1 == self.group.extent.first);
        let first = citing.map_or(first, |group| group.extent.first);
        let mut candidate = Candidate::new(rule, Extent::new(first, self.behind), self.group.head, uses);
        candidate.clause = Some(self.id);
        candidate.source = source;
        // "was quoted by the Ledger as saying": who quotes stands further out
        if let Some((quoted, quoter)) = self.quoted() {
            candidate.cited = quoted.or(candidate.source);
            candidate.source = Some(quoter);
        }
        // "he quoted his aunt: “...”"
        let quotes =
            self.uses.has(Uses::CITE) && !self.group.passive && matches!(after.complement, Complement::Colon(_));
        if let Some(object) = self.clause.objects[0].filter(|_| quotes && candidate.cited.is_none()) {
            candidate.cited = Some(self.reader.mention_before(object, after.end));
        }
        // "the spokesman, quoted by the agency, said"
        if let Some(quoter) = candidate.source.and_then(|source| self.quoted_aside(&source)) {
            candidate.cited = candidate.source;
            candidate.source = Some(quoter);
        }
        candidate.content = content;
        candidate.channel = after.channel.or_else(|| self.channel_in_front());
        candidate.addressee = after.recipient;
        candidate.finite = self.group.mood == Mood::Finite;
        candidate.negated = self.group.negation.is_some() || self.is_refused();
        candidate.prospective = self.uses.has(Uses::PROSPECTIVE)
            && matches!(after.complement, Complement::Infinitive(_) | Complement::Direct(_) | Complement::Object(..));
        candidate.question =
            matches!(after.complement, Complement::Question(marker) if candidate.negated || !self.answers(marker));
        candidate.rank = rank;
        found.push(candidate);
    }
}
