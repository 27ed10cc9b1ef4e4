//! Claims: the record that joins content, holder, factuality and events.
//!
//! A claim is one clause that somebody puts forward, or an event noun phrase under a report. What a clause is, and who holds
//! it, was decided before; here it is decided which clauses are put forward, and where the words of each end ([`clause`],
//! [`content`]). Whether a report puts its content or itself forward is decided in [`frame`], with what it asks of [`denial`],
//! [`question`] and [`object`]; [`prospect`] knows what lies ahead, and [`merge`] which verbs are one claim.

mod author;
mod clause;
mod content;
mod denial;
mod frame;
mod merge;
mod object;
mod prospect;
mod question;
mod vocabulary;

pub(crate) use vocabulary::ClaimClasses;

use std::borrow::Cow;
use std::ops::Range;

use super::factuality::{AuthorValues, ClaimValues};
use super::{Document, FoundAttribution, FoundClaim, FoundCue, FoundEvent, FoundSource, Knowledge};
use crate::model::{Certainty, CueKind, EventKind, Polarity, Style, Tense};
use crate::sentence::SentenceKind;
use crate::syntax::{Clause, ClauseId, ClauseKind, Extent, GroupTense, Mood, NONE, Pieces, Ranks, VerbGroup, one_of};
use crate::tag::Pos;
use crate::token::hash;
use frame::Forward;

/// Finds the claims of a text, in order.
pub(super) fn claims(
    document: &Document<'_>,
    cues: &[FoundCue],
    attributions: &[FoundAttribution],
    sources: &[FoundSource],
    events: &[FoundEvent],
    author: AuthorValues<'_>,
    knowledge: &Knowledge,
) -> Vec<FoundClaim> {
    let mut finder = Finder::new(document, cues, attributions, sources, events, &knowledge.claims);
    let values = ClaimValues::new(document, attributions, author, knowledge);
    let mut drafts = Vec::with_capacity(document.syntax.clauses.len());
    // "Should the talks fail, ...": an auxiliary that opens a condition stands first in its clause
    let mut conditions: Vec<u32> =
        cues.iter().filter(|cue| cue.kind == CueKind::Condition).map(|cue| cue.extent.first).collect();
    conditions.sort_unstable();
    let is_inverted = |clause: &Clause| {
        !conditions.is_empty()
            && clause.marker.is_none()
            && clause.group.is_some_and(|group| group.extent.first == clause.extent.first)
            && conditions.binary_search(&clause.extent.first).is_ok()
    };
    for (sentence, clauses) in document.syntax.clauses_of.iter().enumerate() {
        if finder.is_question(sentence) {
            continue;
        }
        let mut condition: Option<(ClauseId, Extent)> = None;
        for id in clauses.clone() {
            let clause = document.syntax.clause(id);
            if is_inverted(clause) {
                // "will leave should the talks fail, and it warns others": one in front opens what it is said of
                condition = Some((id, clause.extent)).filter(|_| clause.parent.is_none());
                continue;
            }
            let Some(mut draft) = finder.clause_claim(id, sentence) else { continue };
            // what it is said of holds its condition
            let first = draft.content.first().map(|piece| piece.first);
            let condition = condition.filter(|&(_, condition)| {
                first.is_some_and(|first| first > condition.last && first <= condition.last + 2)
            });
            if let Some((inverted, condition)) = condition {
                let mut inside = document.syntax.children(inverted).map(|(_, child)| child);
                // "Had it failed, officials said, they would have left"
                match inside.find(|child| child.kind == ClauseKind::Parenthetical && child.is_finite()) {
                    Some(report) => {
                        let piece = finder.trim(Extent::new(condition.first, report.extent.first));
                        draft.content = piece.into_iter().chain(draft.content.iter().copied()).collect();
                    }
                    None => draft.content[0].first = condition.first,
                }
            }
            drafts.push(draft);
        }
    }
    let mut taken = vec![false; attributions.len()];
    // what is said in passing within "condemned the raid that killed ten" leaves the raid to be claimed
    for (draft, at) in drafts.iter().filter_map(|draft: &Draft| Some((draft, draft.attribution?))) {
        let whole = || draft.content.first() == attributions[at as usize].content.first();
        taken[at as usize] |= draft.primary || whole();
    }
    for (index, attribution) in
        attributions.iter().enumerate().filter(|&(index, _)| !taken[index] && finder.forward[index] != Forward::Frame)
    {
        drafts.extend(finder.phrase_claim(index as u32, attribution));
    }
    finder.claim_frames(&mut drafts);
    // as one number, by the start, the longer first; without content in front
    drafts.sort_by_key(|draft| {
        draft.content.first().map_or(0, |piece| u64::from(piece.first) << 32 | u64::from(u32::MAX - piece.last))
    });
    let mut held = finder.hold_events(&drafts);
    drafts
        .into_iter()
        .enumerate()
        .map(|(i, draft)| {
            let attribution = draft.attribution.map(|at| &attributions[at as usize]);
            let mut value = values.of(&draft.content, draft.clause, attribution);
            if value.tense == Tense::Present && finder.is_headline_present(&draft) {
                value.tense = Tense::Past;
            }
            let is_accused = |id: u32| finder.accused(document.syntax.clause(id)).is_some();
            // who suspects is not sure
            let suspects = attribution.and_then(|attribution| attribution.head).is_some_and(|head| {
                one_of!(document.words[head as usize].hash, "suspect" | "suspects" | "suspected" | "suspecting")
            });
            let accused = !suspects && draft.clause.is_some_and(is_accused);
            // "accused the clan of firing on a post that it had lost"
            let told_by_accuser = || {
                let clause = draft.clause.map(|id| document.syntax.clause(id));
                clause
                    .is_some_and(|clause| clause.kind == ClauseKind::Relative && clause.parent.is_some_and(is_accused))
            };
            let accuses = accused || told_by_accuser();
            if let Some(cue) = attribution.and_then(|attribution| attribution.head).filter(|_| accuses) {
                // who accuses has no doubt, and of what is done
                value.tense = if accused { Tense::Past } else { value.tense };
                value.cues.retain(|&at| cues[at as usize].head != cue);
                if value.cues.iter().all(|&at| cues[at as usize].strength == Certainty::Certain) {
                    value.certainty = Certainty::Certain;
                }
            }
            if let Some(open) = draft.clause.and_then(|id| finder.left_open_by(document.syntax.clause(id))) {
                (value.certainty, value.polarity) = (Certainty::Unknown, Polarity::Open);
                value.cues.push(open);
            }
            let told = draft.clause.map(|id| document.syntax.clause(id)).filter(|clause| {
                clause.group.is_some_and(|group| (group.progressive || group.copula) && !group.perfect)
                    && finder.is_told_of_somebody(clause)
            });
            if told.is_some() && value.tense == Tense::Future {
                // "is said to be training"
                value.tense = Tense::Present;
            }
            // "claims to have taken the village"
            let done = draft.clause.and_then(|id| {
                let clause = document.syntax.clause(id);
                clause.group.filter(|group| clause.kind == ClauseKind::Infinitive && group.perfect)
            });
            let says = || attribution.is_some_and(|attribution| finder.cue_is(attribution, finder.classes.profess));
            if done.is_some() && value.tense == Tense::Future && says() {
                value.tense = Tense::Past;
            }
            let denied = value.polarity == Polarity::Negative;
            if draft.clause.is_some_and(|id| finder.looks_ahead(id, denied)) {
                value.tense = Tense::Future;
            }
            // "let me say that we do not believe it"
            let outright = || {
                let clause = draft.clause.map(|id| document.syntax.clause(id));
                let told = clause.and_then(|clause| clause.group).filter(|group| group.modal.is_none());
                // but "we ask that they resign", "that it be sold"
                let shown = |group: &VerbGroup| {
                    let first = &document.words[group.extent.first as usize];
                    first.is_third_person() || one_of!(first.hash, "are" | "am" | "have" | "do" | "were")
                };
                told.filter(|group| {
                    group.tense == GroupTense::Past || group.tense == GroupTense::Present && shown(group)
                })
                .filter(|_| clause.is_some_and(|clause| finder.author_frame(clause).is_some()))
                .map(|group| if group.tense == GroupTense::Past { Tense::Past } else { Tense::Present })
            };
            if let Some(tense) = Some(value.tense).filter(|&tense| tense == Tense::Future).and_then(|_| outright()) {
                value.tense = tense;
            }
            if value.tense == Tense::Future && draft.clause.is_some_and(|id| finder.names_aim(id)) {
                value.tense = Tense::Present;
            }
            // "the fund will: - repair two wells"
            let bare = || {
                let group = draft.clause.and_then(|id| document.syntax.clause(id).group);
                group.is_some_and(|group| group.mood == Mood::Bare)
            };
            if document.sentences[draft.sentence as usize].kind == SentenceKind::ListItem
                && bare()
                && finder.is_listed_ahead(draft.sentence as usize)
            {
                value.tense = Tense::Future;
            }
            if value.tense == Tense::Present && draft.clause.is_some_and(|id| finder.looks_back(id)) {
                value.tense = Tense::Past;
            }
            if draft.clause.is_none() && attribution.is_some_and(|attribution| finder.names(attribution)) {
                value.tense = Tense::None;
            }
            FoundClaim {
                content: draft.content,
                subject: draft.subject,
                sentence: draft.sentence,
                primary: draft.primary,
                attribution: draft.attribution,
                value,
                events: std::mem::take(&mut held[i]),
            }
        })
        .collect()
}

/// No more coordinated clauses than this are followed back to the first.
const LONGEST_ROW: usize = 32;

/// A claim before its value is known.
struct Draft {
    content: Pieces,
    /// The subject, where it stands outside the content.
    subject: Option<Extent>,
    sentence: u32,
    primary: bool,
    attribution: Option<u32>,
    clause: Option<ClauseId>,
}

struct Finder<'d, 'a> {
    document: &'d Document<'a>,
    cues: &'d [FoundCue],
    attributions: &'d [FoundAttribution],
    events: &'d [FoundEvent],
    event_ranks: Ranks,
    /// What each attribution puts forward.
    forward: Vec<Forward>,
    /// For each word the innermost attribution whose content holds it.
    holder_at: Vec<u32>,
    /// Cue and source of "according to the ministry" and the like, in order of the text.
    frames: Vec<Extent>,
    /// Whether the verb of a clause is the cue of an attribution.
    attributes: Vec<bool>,
    /// Whether it reports another clause.
    reports: Vec<bool>,
    /// Whether it does so and is put forward as a whole: "were feared drowned".
    framed: Vec<bool>,
    /// Whether its verb calls its object something.
    calls: Vec<bool>,
    classes: &'d ClaimClasses,
}

impl<'d, 'a> Finder<'d, 'a> {
    fn new(
        document: &'d Document<'a>,
        cues: &'d [FoundCue],
        attributions: &'d [FoundAttribution],
        sources: &[FoundSource],
        events: &'d [FoundEvent],
        classes: &'d ClaimClasses,
    ) -> Self {
        let mut finder = Self {
            document,
            cues,
            attributions,
            events,
            event_ranks: Ranks::new(document.words.len(), events.iter().map(|event| event.head)),
            forward: Vec::new(),
            holder_at: Vec::new(),
            frames: frame::frames(attributions, sources),
            attributes: vec![false; document.syntax.clauses.len()],
            reports: vec![false; document.syntax.clauses.len()],
            framed: vec![false; document.syntax.clauses.len()],
            calls: vec![false; document.syntax.clauses.len()],
            classes,
        };
        finder.forward = attributions.iter().map(|attribution| finder.forward(attribution)).collect();
        let contents: Vec<Cow<'_, [Extent]>> = attributions
            .iter()
            .zip(&finder.forward)
            .map(|(attribution, &forward)| match forward {
                Forward::Frame => Cow::Borrowed(&[][..]),
                Forward::Content | Forward::Both => frame::own_content(document, attribution),
            })
            .collect();
        finder.holder_at = innermost(document.words.len(), &contents);
        for (at, attribution) in attributions.iter().enumerate() {
            let Some(clause) = attribution.clause else {
                // "There are reports that": nobody puts forward more than what they say
                if let Some(clause) = finder.existential_frame(attribution) {
                    finder.reports[clause as usize] |= finder.forward[at] == Forward::Content;
                }
                continue;
            };
            finder.attributes[clause as usize] = true;
            finder.calls[clause as usize] |= finder.names(attribution);
            match finder.forward[at] {
                Forward::Content => {
                    finder.reports[clause as usize] |= finder.has_clause(attribution)
                        || finder.reports_phrase(attribution)
                        || is_sentence(attribution)
                        || is_exclamation(attribution);
                    // "quoted the mayor as saying that"
                    let gerund = document.syntax.clause(clause);
                    // "went on to say that", "continues to insist that"; "will continue to support the envoy" reports nothing
                    let says =
                        finder.reports[clause as usize] && !attribution.rule.starts_with("attribution/verb-object");
                    if let Some(outer) = finder.goes_on_saying(gerund).filter(|_| says) {
                        finder.reports[outer as usize] = true;
                    }
                    // "issued a statement saying that"
                    let wide = says && attribution.cue.is_some_and(|cue| cue.first < gerund.extent.first);
                    if let Some(outer) = gerund.parent.filter(|_| gerund.kind == ClauseKind::Participle && wide) {
                        finder.reports[outer as usize] |= !finder.is_speech_act(clause);
                    }
                    if let Some(outer) = gerund.parent.filter(|_| gerund.kind == ClauseKind::Gerund) {
                        let before =
                            gerund.extent.first.checked_sub(1).map_or(0, |at| document.words[at as usize].hash);
                        finder.reports[outer as usize] |= before == hash(b"as");
                    }
                }
                Forward::Frame => finder.framed[clause as usize] = true,
                Forward::Both => {}
            }
        }
        // "is likely to turn north and to reach the coast"
        for cue in cues.iter().filter(|cue| cue.kind == CueKind::Hedge) {
            if let Some(id) = document.syntax.clause_of_word(cue.head) {
                finder.framed[id as usize] |= document.syntax.clause(id).predicate == Some(cue.head);
            }
        }
        for clause in &document.syntax.clauses {
            match clause.kind {
                ClauseKind::Question => {
                    if let Some(outer) = finder.asks(clause) {
                        finder.reports[outer as usize] = true;
                    }
                }
                ClauseKind::That | ClauseKind::Bare => {
                    if let Some((frame, around)) = finder.author_frame(clause) {
                        finder.reports[frame as usize] = true;
                        around.into_iter().for_each(|around| finder.reports[around as usize] = true);
                    }
                }
                _ => {}
            }
        }
        finder
    }

    /// The events whose heads lie in the extent.
    fn events_in(&self, extent: Extent) -> &'d [FoundEvent] {
        &self.events[self.range_of_events(extent)]
    }

    fn range_of_events(&self, extent: Extent) -> Range<usize> {
        let (from, to) = (self.event_ranks.before(extent.first), self.event_ranks.before(extent.last));
        from..to.max(from)
    }

    /// "The firm cited “weak demand”": where nothing of what a clause reports is put forward by itself, the report is.
    fn claim_frames(&mut self, drafts: &mut Vec<Draft>) {
        // what is claimed inside a relative clause, and what otherwise
        const ASIDE: u8 = 1;
        const WHOLE: u8 = 2;
        let mut claimed = vec![0_u8; self.document.words.len()];
        let kind = |draft: &Draft| draft.clause.map(|id| self.document.syntax.clause(id).kind);
        // "announced a grant, bringing the total to nine million": what is told in passing leaves the grant to be told of
        let passing = |draft: &&Draft| !draft.primary && kind(draft) == Some(ClauseKind::Participle);
        for draft in drafts.iter().filter(|draft| !passing(draft)) {
            let aside = !draft.primary && kind(draft) == Some(ClauseKind::Relative);
            let mark = if aside { ASIDE } else { WHOLE };
            for piece in &draft.content {
                claimed[piece.range()].iter_mut().for_each(|at| *at |= mark);
            }
        }
        // the innermost first, whose claim then is the content of those around it
        for attribution in self.attributions.iter().rev() {
            let Some(id) = attribution.clause.filter(|&id| self.reports[id as usize]) else { continue };
            let clause = self.document.syntax.clause(id);
            let own = matches!(clause.kind, ClauseKind::Main | ClauseKind::That | ClauseKind::Bare);
            let inside = attribution.content.iter().all(|&piece| clause.extent.covers(piece));
            // "outlined a plan for those who fled": so does what is told of them
            let mark = if attribution.rule.starts_with("attribution/verb-object") { WHOLE } else { WHOLE | ASIDE };
            let free =
                || !attribution.content.iter().any(|piece| claimed[piece.range()].iter().any(|at| at & mark != 0));
            let asks = || self.document.words[clause.extent.range()].iter().any(|word| word.hash == hash(b"?"));
            if own && inside && !is_exclamation(attribution) && free() && !asks() && !self.is_asked(clause) {
                self.reports[id as usize] = false;
                let sentence = self.document.syntax.sentence_of[id as usize] as usize;
                let draft = self.clause_claim(id, sentence);
                draft.iter().flat_map(|draft| &draft.content).for_each(|piece| claimed[piece.range()].fill(WHOLE));
                drafts.extend(draft);
            }
        }
    }

    /// The innermost attribution whose content holds the clause's head. What a participle adds to a reported clause is
    /// reported with it, though the content may have ended at its comma: "said it was shelled, killing two".
    fn holder(&self, clause: &Clause) -> Option<u32> {
        let head = clause.verb().or(clause.predicate).unwrap_or(clause.extent.first);
        let held = self.holder_at.get(head as usize).copied().filter(|&at| at != NONE);
        // "said it was closing, blaming the cost": who says so blames it
        let own = || {
            let id = clause.verb().and_then(|verb| self.document.syntax.clause_of_verb(verb));
            id.is_some_and(|id| self.attributes[id as usize])
        };
        let adds = held.is_none() && clause.kind == ClauseKind::Participle;
        let parent = clause.parent.filter(|_| adds && !own());
        held.or_else(|| {
            let outer = parent.map(|parent| self.document.syntax.clause(parent))?;
            matches!(outer.kind, ClauseKind::That | ClauseKind::Bare).then(|| self.holder(outer))?
        })
    }

    // ------------------------------------------------------------------ noun phrases

    /// A noun phrase that an attribution reports is a claim where it names an event and its cue puts it forward.
    fn phrase_claim(&self, index: u32, attribution: &FoundAttribution) -> Option<Draft> {
        let [piece] = attribution.content[..] else { return None };
        // "Can you confirm the strike?"
        if self.is_question(self.document.syntax.sentence_of_word(piece.first)) {
            return None;
        }
        if is_sentence(attribution) && !self.has_clause(attribution) {
            let sentence = self.document.sentences.partition_point(|sentence| sentence.lexemes.end <= piece.first);
            let (content, sentence) = (self.trim(piece)?.into(), sentence as u32);
            return Some(Draft {
                content,
                subject: None,
                sentence,
                primary: true,
                attribution: Some(index),
                clause: None,
            });
        }
        // "disputed the claim that it fell": what is put forward is that it fell
        let head = self.document.syntax.phrases_within(piece).map(|(_, phrase)| *phrase);
        // the last of a possessor and what it possesses
        let head = head.take_while(|phrase| phrase.base.first == piece.first).last();
        let that = |phrase: &crate::syntax::Phrase| {
            one_of!(self.document.words.get(phrase.base.last as usize).map_or(0, |word| word.hash), "that")
        };
        if attribution.clause.is_some() && head.filter(that).is_some_and(|phrase| self.is_report_noun(phrase.head)) {
            return None;
        }
        if let Some(clause) = self.asked_deed(attribution, piece) {
            let sentence = self.document.syntax.sentence_of_word(piece.first) as u32;
            let content = self.trim(piece)?.into();
            let primary = attribution.clause.is_some();
            return Some(Draft {
                content,
                subject: None,
                sentence,
                primary,
                attribution: Some(index),
                clause: Some(clause),
            });
        }
        let acts = self.cue_is(attribution, self.classes.act);
        let thing = self.is_thing(attribution);
        if attribution.clause.is_some() && !acts && !thing && !self.reports_phrase(attribution) {
            return None;
        }
        // "If it is confirmed that this was an attack"
        if attribution.clause.is_some_and(|id| self.stands_under_condition(id)) {
            return None;
        }
        let event = self.events_in(piece).iter().find(|event| event.kind != EventKind::Other).map(|event| event.head);
        // an event inside a clause of the content is put forward by that clause: "suggest the army plans no raid"
        // but "put the number of displaced at 300"
        let event = event.filter(|_| attribution.rule != "attribution/verb-measure");
        let clause = self.document.syntax.clause_of_word(event.or(thing.then_some(piece.first))?)?;
        let around = self.document.syntax.clause(clause);
        let reported =
            around.kind == ClauseKind::That && around.governor == attribution.head && self.reports[clause as usize];
        if Some(clause) != attribution.clause && (around.extent.first > piece.first || reported) {
            return None;
        }
        let sentence = self.document.syntax.sentence_of_word(piece.first);
        let heading =
            self.document.sentences.get(sentence).is_some_and(|sentence| sentence.kind == SentenceKind::Heading);
        let reported = if attribution.clause.is_some() { !acts } else { heading };
        let primary = reported || attribution.prospective;
        // "suspected of bombing the bridge"
        let preposition = self.document.words[piece.first as usize].pos == Pos::Adp;
        let content = self.trim(Extent::new(piece.first + u32::from(preposition), piece.last))?.into();
        let sentence = sentence as u32;
        Some(Draft { content, subject: None, sentence, primary, attribution: Some(index), clause: None })
    }

    /// "repeated its call for both sides to talk", "renewed its appeal to the rebels to free him": the infinitive that tells what is
    /// asked of those whom the noun of a request names.
    fn asked_deed(&self, attribution: &FoundAttribution, content: Extent) -> Option<ClauseId> {
        if attribution.rule != "attribution/noun-of" {
            return None;
        }
        let noun = self.document.words[attribution.head? as usize].hash;
        if !one_of!(
            noun,
            "call" | "calls" | "appeal" | "appeals" | "demand" | "demands" | "plea" | "pleas" | "request" | "requests"
        ) {
            return None;
        }
        let syntax = self.document.syntax;
        let people = syntax.phrase(syntax.phrase_of_word(content.first)?);
        let to = people.full.last.max(people.base.last);
        let infinitive = |(_, clause): &(ClauseId, &Clause)| {
            clause.kind == ClauseKind::Infinitive
                && clause.extent.first == to
                && clause.extent.last <= content.last
                && clause.conjunct_of.is_none()
        };
        let around = syntax.clause_of_word(content.first)?;
        syntax.children(around).find(infinitive).map(|(id, _)| id)
    }

    // ------------------------------------------------------------------ events

    /// Gives each event to the innermost claim that holds it: to the one with the smallest content, the first of equals.
    fn hold_events(&self, drafts: &[Draft]) -> Vec<Vec<u32>> {
        // size and index as one number
        let mut smallest = vec![u64::MAX; self.events.len()];
        for (i, draft) in drafts.iter().enumerate() {
            let key = u64::from(size(&draft.content)) << 32 | i as u64;
            for &piece in &draft.content {
                smallest[self.range_of_events(piece)].iter_mut().for_each(|smallest| *smallest = key.min(*smallest));
            }
        }
        let mut held = vec![Vec::new(); drafts.len()];
        for (smallest, event) in smallest.into_iter().zip(0..) {
            if let Some(events) = held.get_mut(smallest as u32 as usize) {
                events.push(event);
            }
        }
        held
    }
}

/// For each word the index of the smallest content that holds it, the first of equals, [`NONE`] for none.
fn innermost(words: usize, contents: &[Cow<'_, [Extent]>]) -> Vec<u32> {
    // the smaller come to lie on the larger
    let mut order: Vec<(u32, u32)> = contents.iter().map(|pieces| size(pieces)).zip(0..).collect();
    order.sort_unstable();
    let mut at = vec![NONE; words];
    for (_, i) in order.into_iter().rev() {
        contents[i as usize].iter().for_each(|piece| at[piece.range()].fill(i));
    }
    at
}

/// How many words the pieces have.
fn size(pieces: &[Extent]) -> u32 {
    pieces.iter().map(|piece| piece.last - piece.first).sum()
}

/// "“Fake news,” she wrote": whether somebody is quoted, and his words are all that is told, whether they make a clause or not.
fn is_exclamation(attribution: &FoundAttribution) -> bool {
    attribution.style == Style::Direct && &*attribution.rule == "attribution/quotation-verb"
}

/// Whether an attribution reports a whole statement, as "that" and a report behind it say, even where no verb is seen in it.
fn is_sentence(attribution: &FoundAttribution) -> bool {
    const SHORTEST: u32 = 4;
    let long = attribution.content.iter().any(|piece| piece.last - piece.first >= SHORTEST);
    long && matches!(&*attribution.rule, "attribution/verb-that" | "attribution/content-verb")
}
