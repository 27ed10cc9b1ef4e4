//! What stands behind a verb, adverbials and whom it is said to aside. What opens it is told by [`opening`].

mod opening;

use super::{ClauseKind, Extent, Link, PhraseId, Pos, Uses, Verb, VerbForm, one_of};
use crate::syntax::{Clause, ClauseId, Phrase};

/// What stands behind a verb, adverbials and whom it is said to aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Complement {
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
    /// "yes", "no", "so": a word that stands for a clause.
    Answer(u32),
    None,
}

/// A complement with what was skipped on the way.
pub(super) struct After {
    pub complement: Complement,
    /// Behind what belongs to the reporting clause.
    pub end: u32,
    pub recipient: Option<Extent>,
    pub channel: Option<Extent>,
    pub agent: Option<PhraseId>,
    /// A comma stands before the complement.
    pub comma: bool,
    /// Nothing but the verb stands before it.
    pub direct: bool,
}

/// More steps than this are not made from a verb to its complement.
const REACH: usize = 24;

impl Verb<'_, '_> {
    /// Looks behind the verb for what it reports.
    pub(super) fn after(&self, from: u32, allow_object: bool) -> After {
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
                // "on NBC's “Meet the Press”"
                if let Some(behind) = reader.title_at(i).filter(|_| i > from && self.behind_preposition(i)) {
                    after.direct = false;
                    i = behind;
                    continue;
                }
                after.complement = Complement::Quote(i);
                break;
            }
            // "The figures suggest otherwise: prices fell"
            if one_of!(hash, ":") && one_of!(reader.hash(i - 1), "otherwise") {
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
                    && !self.reports_behind(next)
                    && !self.ends_adverbial()
                    && reader.starts_clause(next, limit)
                {
                    after.complement = Complement::Bare(next);
                    break;
                }
                // "said, in a statement, that", "warned, however, that"
                // "said, without giving details, that", "said, speaking at the port, that"
                let aside = matches!(reader.pos(next), Some(Pos::Adp | Pos::Sconj))
                    || reader.pos(next) == Some(Pos::Adv) && reader.is_comma(next + 1)
                    || reader.form(next) == VerbForm::Gerund
                    || self.opens_relative_clause(next);
                if let Some(comma) = self.closes_parenthesis(next, limit).filter(|_| aside) {
                    after.comma = false;
                    i = comma;
                    continue;
                }
                break;
            }
            // "announced - too early, as it turned out - that"
            if word_pos == Some(Pos::Punct) && reader.is_dash(i) {
                let dash = (i + 1..limit.min(i + 14)).find(|&j| reader.is_dash(j));
                if let Some(dash) = dash.filter(|&dash| self.is_that(dash + 1)) {
                    after.direct = false;
                    i = dash + 1;
                    continue;
                }
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
                // "will vote on plans to close it": what completes a noun on the way is no complement of the verb
                let noun = i > from && !after.direct && reader.uses(i - 1).has(Uses::NOUN_INFINITIVE);
                if noun && reader.pos(i - 1) == Some(Pos::Noun) && after.recipient.is_none() {
                    break;
                }
                after.complement = Complement::Infinitive(i);
                break;
            }
            // "said at least twelve people fled", "said about 40 shops closed": the number's words look like a preposition
            let seen = || reader.phrase_at(i).is_some_and(|(_, phrase)| self.perceives(phrase));
            if matches!(word_pos, Some(Pos::Adp | Pos::Adv | Pos::Adj | Pos::Sconj))
                && self.bare_clause_at(i)
                && !seen()
            {
                after.complement = Complement::Bare(i);
                break;
            }
            // "have shown time and again that"
            if one_of!(hash, "time") && one_of!(reader.hash(i + 1), "and") && one_of!(reader.hash(i + 2), "again") {
                after.direct = false;
                i += 3;
                continue;
            }
            // "told delegates at the hall that": a plural that looks like a verb
            let recipient = self.uses.has(Uses::RECIPIENT) && after.direct && word_pos == Some(Pos::Verb);
            if recipient && reader.is_plural(i) && (self.is_that(i + 1) || reader.pos(i + 1) == Some(Pos::Adp)) {
                after.recipient = Some(Extent::new(i, i + 1));
                after.direct = false;
                i += 1;
                continue;
            }
            if one_of!(hash, "both" | "either" | "neither")
                && self.uses.has(Uses::BARE)
                && reader.starts_clause(i + 1, limit)
            {
                after.complement = Complement::Bare(i);
                break;
            }
            if self.is_named(i) && after.direct && allow_object {
                after.complement = Complement::Direct(i);
                break;
            }
            if after.direct && self.is_answer(i) {
                after.complement = Complement::Answer(i);
                break;
            }
            match word_pos {
                // "there" in front of its verb, however it is tagged
                Some(Pos::Adv) if one_of!(hash, "there") && self.uses.has(Uses::BARE) && reader.is_finite(i + 1) => {
                    after.complement = Complement::Bare(i);
                    break;
                }
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
                // "accused of taking bribes"
                Some(Pos::Sconj) if self.group.passive && one_of!(hash, "of") => {
                    after.complement = Complement::Preposition(i);
                    break;
                }
                Some(Pos::Sconj | Pos::Adv) => {
                    self.opens_adverbial(i, limit, &mut after);
                    break;
                }
                // "told cheering supporters that": whom it is said to
                Some(Pos::Verb)
                    if self.uses.has(Uses::RECIPIENT)
                        && after.direct
                        && matches!(reader.form(i), VerbForm::Gerund | VerbForm::Participle)
                        && reader.phrase_at(i + 1).is_some_and(|(_, people)| {
                            // "told visiting envoys last week that"
                            let end = people.base.last;
                            let time = reader.phrase_at(end).filter(|(_, phrase)| phrase.time);
                            let end = time.map_or(end, |(_, time)| time.base.last);
                            self.is_that(end) || reader.opens(end).is_some()
                        }) =>
                {
                    let behind = reader.phrase_at(i + 1).map_or(i + 1, |(_, people)| people.base.last);
                    after.recipient = Some(Extent::new(i, behind));
                    after.direct = false;
                    i = behind;
                    continue;
                }
                Some(Pos::Verb | Pos::Aux) if reader.form(i) == VerbForm::Gerund && after.direct => {
                    // "denies deliberately targeting"
                    let how = reader.pos(i - 1) == Some(Pos::Adv)
                        && i > self.behind
                        && !one_of!(reader.hash(i - 1), "not" | "ever" | "even");
                    after.complement = Complement::Gerund(i - u32::from(how));
                    if self.is_loose_clause(i, limit) {
                        after.complement = Complement::Bare(i);
                    }
                    break;
                }
                _ => {}
            }
            // "the bill that she said was forged", "a route they think will do"
            if after.direct && self.uses.has(Uses::BARE) && reader.is_finite(i) && self.leaves_gap() && !self.returns(i)
            {
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
            // "waited for the right time to strike"
            if phrase.time && self.behind > self.group.extent.last && i == self.behind {
                break;
            }
            if phrase.time && !reader.starts_clause(i, limit) {
                after.direct = false;
                i = phrase.base.last;
                continue;
            }
            if reader.starts_clause(i, limit) && !self.is_plain_object(phrase) && !self.perceives(phrase) {
                after.complement = Complement::Bare(i);
                break;
            }
            let end = reader.short_end(phrase);
            if !self.uses.has(Uses::RECIPIENT) && allow_object && self.is_loose_clause(i, limit) {
                after.complement = Complement::Bare(i);
                break;
            }
            if allow_object && self.uses.has(Uses::DIRECT) && self.tells_to_do(id) {
                after.complement = Complement::Direct(i);
                break;
            }
            // "promised compensation": what is promised, not whom
            let closes = |end: u32| {
                end >= limit
                    || reader.is_punctuation(end)
                        && !reader.is_comma(end)
                        && reader.opens(end).is_none()
                        && !one_of!(reader.hash(end), ":")
            };
            let promised = self.uses.has(Uses::PROSPECTIVE)
                && !phrase.pronoun
                && !self.is_person(id)
                && (closes(end)
                    // "promised 12 million for repairs"
                    || !self.group.passive && !reader.is_speaker(id) && closes(self.behind_prepositional(end)));
            if self.uses.has(Uses::RECIPIENT) && after.recipient.is_none() && !promised {
                let all = self.behind_conjuncts(end);
                let several = all > end && self.is_that(all);
                let end = if several { all } else { end };
                if several || self.content_follows(end, limit) {
                    after.recipient = Some(phrase.base);
                    after.direct = false;
                    i = end;
                    continue;
                }
            }
            // "quoted his aunt: “...”"
            if self.uses.has(Uses::CITE) && one_of!(reader.hash(end), ":") && reader.opens(end + 1).is_some() {
                after.complement = Complement::Colon(end + 1);
                i = end;
                break;
            }
            if allow_object {
                after.complement =
                    if self.infinitive_behind(end) { Complement::Direct(i) } else { Complement::Object(id, i) };
            }
            break;
        }
        after.end = i;
        if let Some(that) = self.that_behind_aside(&after) {
            after.complement = Complement::That(that + 1);
            after.end = that;
        }
        after
    }

    /// "said on television, where he now works, that it would close": a clause with "that" which the verb governs further behind.
    fn that_behind_aside(&self, after: &After) -> Option<u32> {
        let nothing = matches!(after.complement, Complement::None)
            && self.uses.has(Uses::SAY.or(Uses::TELL))
            && !self.group.passive;
        let governed = |(_, inner): &(ClauseId, &Clause)| {
            inner.kind == ClauseKind::That && inner.governor == Some(self.group.head) && inner.conjunct_of.is_none()
        };
        let (_, clause) = nothing.then(|| self.reader.syntax.children(self.id).find(governed)).flatten()?;
        // "told the tale of the mill - a wrong that she had named"
        let apart = |that: u32| self.uses.has(Uses::SAY) || self.reader.is_punctuation(that - 1);
        clause.marker.filter(|&that| that >= after.end && apart(that) && self.is_that(that))
    }

    /// Where the prepositional phrases at `end` end.
    fn behind_prepositional(&self, mut end: u32) -> u32 {
        for _ in 0..3 {
            match self.reader.phrase_at(end + 1) {
                Some((_, phrase)) if self.reader.pos(end) == Some(Pos::Adp) => end = phrase.base.last,
                _ => break,
            }
        }
        end
    }

    /// "told the panel, which sat on Monday, that"
    fn opens_relative_clause(&self, word: u32) -> bool {
        let clause = self.reader.syntax.clause_of_word(word).map(|id| self.reader.clause(id));
        clause.is_some_and(|clause| clause.kind == ClauseKind::Relative && clause.marker == Some(word))
    }

    /// "notifies the banks and the public that": behind everybody whom it is said to.
    fn behind_conjuncts(&self, mut end: u32) -> u32 {
        let reader = self.reader;
        while reader.pos(end) == Some(Pos::Cconj) {
            match reader.phrase_at(end + 1) {
                Some((_, phrase)) if matches!(phrase.link, Link::Conjunct(_)) => end = reader.short_end(phrase),
                _ => break,
            }
        }
        end
    }

    /// "urged people who had been there to get tested": whether an infinitive further behind says what the object is to do.
    fn tells_to_do(&self, object: PhraseId) -> bool {
        self.reader.syntax.children(self.id).any(|(_, inner)| {
            inner.kind == ClauseKind::Infinitive
                && inner.governor == Some(self.group.head)
                && inner.subject == Some(object)
                && inner.conjunct_of.is_none()
        })
    }

    /// "Lawmakers who oppose the bill left": an object, though a finite verb stands behind it, of a verb that takes no clause.
    fn is_plain_object(&self, phrase: &Phrase) -> bool {
        phrase.link == Link::Object(self.id) && !self.uses.has(Uses::BARE)
    }

    /// "heard a man beg", "saw the guard leave the gate": what somebody does who is seen or heard, in front of a verb that does not
    /// agree with him, and not what is known of him.
    fn perceives(&self, object: &Phrase) -> bool {
        let reader = self.reader;
        let perceives = one_of!(reader.hash(self.group.head), "see" | "saw" | "seen" | "hear" | "heard" | "felt");
        let Link::Subject(clause) = object.link else { return false };
        let group = reader.clause(clause).group.filter(|_| perceives);
        group.is_some_and(|group| {
            let single =
                matches!(reader.pos(object.head), Some(Pos::Noun | Pos::Propn)) && !reader.is_plural(object.head);
            single
                && group.extent.first == group.head
                && matches!(reader.form(group.head), VerbForm::Base | VerbForm::Present)
                && reader.word(group.head).is_some_and(|verb| !verb.is_third_person())
        })
    }

    /// "the homes it promised have been built": whether the verb is that of a clause around this one whose subject is read.
    fn returns(&self, verb: u32) -> bool {
        let reader = self.reader;
        let outer = reader
            .syntax
            .ancestors(self.id)
            .find(|(_, outer)| outer.group.is_some_and(|group| group.extent.contains(verb)));
        let subject = outer.and_then(|(_, outer)| outer.subject.filter(|_| !outer.shared_subject));
        self.clause.kind == ClauseKind::Relative
            && subject.is_some_and(|subject| reader.syntax.phrase(subject).head < self.clause.extent.first)
    }

    /// Whether the noun that the reporting clause modifies is the subject of what it reports.
    fn leaves_gap(&self) -> bool {
        self.uses.has(Uses::SAY)
            || matches!(self.clause.kind, ClauseKind::Relative | ClauseKind::Parenthetical | ClauseKind::Bare)
    }

    /// Behind a prepositional phrase that belongs to the reporting clause; notes channels, addressees and the agent.
    fn skip_prepositional(&self, i: u32, after: &mut After) -> Option<u32> {
        let reader = self.reader;
        let first = if reader.pos(i + 1) == Some(Pos::Adv) { i + 2 } else { i + 1 };
        if let Some(behind) = reader.title_at(first).filter(|_| one_of!(reader.hash(i), "on" | "in" | "during" | "to"))
        {
            return Some(behind);
        }
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

    /// Whether a prepositional phrase stands right in front of word `i`.
    fn behind_preposition(&self, i: u32) -> bool {
        let reader = self.reader;
        let possessive = one_of!(reader.hash(i - 1), "'s");
        possessive || reader.phrase_before(i).is_some_and(|phrase| phrase.preposition.is_some())
    }

    /// "failed to agree, envoys said": what stands at `i` reports the whole.
    fn reports_behind(&self, i: u32) -> bool {
        let clause = self.reader.syntax.clause_of_word(i).map(|id| self.reader.clause(id));
        clause.is_some_and(|clause| clause.kind == ClauseKind::Parenthetical && clause.extent.first == i)
    }

    /// "If they insist, there will be none": behind the comma the clause goes on that the adverbial one belongs to, but "As they
    /// predicted, there were none".
    fn ends_adverbial(&self) -> bool {
        let marker = self.clause.marker.filter(|_| self.clause.kind == ClauseKind::Adverbial);
        marker.is_some_and(|marker| !one_of!(self.reader.hash(marker), "as"))
    }
}
