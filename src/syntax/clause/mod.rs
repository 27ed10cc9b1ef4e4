//! Clauses: verb groups with their subjects, objects and complements, found in one pass over the chunks.

mod absolute;
mod ahead;
mod ambiguous_marker;
mod antecedent;
mod apposition;
mod aside;
mod choice;
mod coordination;
mod expected;
mod finite;
mod front;
mod inversion;
mod joined_subject;
mod left_conjunct;
mod marker;
mod new_subject;
mod nominal;
mod nonfinite;
mod participle;
mod passive;
mod past_form;
mod predicate;
mod prepositional;
mod quote;
mod reduced;
mod report;
mod subject;
mod that;
mod verb_list;
mod waiting;

use super::chunk::{Chunk, ChunkKind, VerbChunk};
use super::word::{is_be, is_have, one_of};
use super::{Extent, Grammar, GroupTense, Link, Mood, PhraseId, Syntax, VerbGroup};
use crate::tag::{Pos, Word, function};
use crate::token::Shape;

/// Points into [`Syntax::clauses`].
pub(crate) type ClauseId = u32;

/// How a clause stands in its sentence. A coordinated clause has the kind of the one it is coordinated with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ClauseKind {
    Main,
    /// A complement behind "that".
    That,
    /// A complement without complementiser: "said the bridge fell".
    Bare,
    /// A complement behind "whether", "if" or a wh-word.
    Question,
    /// "to go", and bare forms behind let, make, see, help.
    Infinitive,
    /// An -ing clause behind a preposition or a verb.
    Gerund,
    /// A participle clause: reduced relative or free adjunct.
    Participle,
    Relative,
    /// Behind if, because, when, after, although ...
    Adverbial,
    /// A reporting clause behind or inside what it reports ("..., officials said"), and what stands in brackets.
    Parenthetical,
}

/// A clause.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Clause {
    pub kind: ClauseKind,
    /// With its dependents, without clauses coordinated with it, without closing punctuation.
    pub extent: Extent,
    /// "that", "if", "who" in front.
    pub marker: Option<u32>,
    pub group: Option<VerbGroup>,
    pub subject: Option<PhraseId>,
    /// The subject stands in another clause: with the first of coordinated verbs, or the controller of an infinitive.
    pub shared_subject: bool,
    /// The subject stands behind its verb: "said the governor".
    pub inverted: bool,
    /// Direct and second object, in order of the text.
    pub objects: [Option<PhraseId>; 2],
    /// The head of what a copular clause says of its subject.
    pub predicate: Option<u32>,
    /// The clause it depends on; coordinated clauses share theirs.
    pub parent: Option<ClauseId>,
    /// The verb, noun or adjective that it depends on.
    pub governor: Option<u32>,
    /// The earlier clause that it is coordinated with.
    pub conjunct_of: Option<ClauseId>,
    /// Set off by a comma: a relative clause that does not restrict, a free adjunct.
    pub set_off: bool,
}

impl Clause {
    pub fn is_finite(&self) -> bool {
        self.group.is_some_and(|group| group.mood == Mood::Finite)
    }

    /// The head verb.
    pub fn verb(&self) -> Option<u32> {
        self.group.map(|group| group.head)
    }

    pub fn is_passive(&self) -> bool {
        self.group.is_some_and(|group| group.passive)
    }
}

/// No deeper than this are clauses nested; deeper ones close the innermost.
const DEEPEST: usize = 16;
/// How many chunks a decision may look ahead.
const LOOK_AHEAD: usize = 12;

/// What is open at one place of a sentence; kept from sentence to sentence for its room.
#[derive(Debug, Default)]
pub(super) struct Open {
    /// Clauses, the innermost last.
    stack: Vec<ClauseId>,
    /// Each quotation mark, and how many clauses were open there.
    quotes: Vec<(u32, usize)>,
    brackets: Vec<Bracket>,
}

/// Finds the clauses of one sentence in its pieces.
pub(super) fn parse(
    words: &[Word],
    extent: Extent,
    chunks: &[Chunk],
    groups: &[VerbGroup],
    grammar: &Grammar,
    open: &mut Open,
    syntax: &mut Syntax,
) {
    if chunks.is_empty() {
        return;
    }
    let mut parser = Parser {
        words,
        chunks,
        groups,
        grammar,
        syntax,
        stack: std::mem::take(&mut open.stack),
        preposition: None,
        comma: false,
        conjunction: None,
        joint: None,
        list: None,
        fresh: None,
        described: None,
        adjacent: None,
        content_end: extent.first,
        quotes: std::mem::take(&mut open.quotes),
        brackets: std::mem::take(&mut open.brackets),
    };
    parser.quotes.clear();
    parser.brackets.clear();
    parser.open(ClauseKind::Main, extent.first, None, None);
    for k in 0..chunks.len() {
        parser.step(k);
    }
    while !parser.stack.is_empty() {
        parser.pop();
    }
    if let Some((phrase, before)) = parser.described {
        let link = &mut parser.syntax.phrases[phrase as usize].link;
        if *link == Link::Loose {
            *link = Link::Apposition(before);
        }
    }
    let Parser { stack, quotes, brackets, .. } = parser;
    *open = Open { stack, quotes, brackets };
}

/// A noun phrase that could still become the subject of a clause, and the chunk it stands in.
#[derive(Clone, Copy, Debug)]
struct Fresh {
    phrase: PhraseId,
    chunk: usize,
    /// What stood between it and the content before.
    comma: bool,
    conjunction: bool,
}

struct Parser<'a> {
    words: &'a [Word],
    chunks: &'a [Chunk],
    groups: &'a [VerbGroup],
    grammar: &'a Grammar,
    syntax: &'a mut Syntax,
    /// Open clauses, the innermost last.
    stack: Vec<ClauseId>,
    /// A preposition that waits for its noun phrase.
    preposition: Option<u32>,
    /// A comma or dash since the last content.
    comma: bool,
    /// A conjunction since the last content.
    conjunction: Option<u32>,
    /// The chunk of a conjunction with only prepositional phrases and adverbs behind it: "and on Tuesday rebels attacked".
    joint: Option<usize>,
    /// The last clause of a list so far, and the conjunction that closes the list.
    list: Option<(ClauseId, u32)>,
    fresh: Option<Fresh>,
    /// A noun phrase with a relative clause that no verb may follow, and the one it then explains: "Omar Sadiq, a man who knows".
    described: Option<(PhraseId, PhraseId)>,
    /// The noun phrase right before, only adverbs between.
    adjacent: Option<PhraseId>,
    /// Where the last content ended.
    content_end: u32,
    /// Each open quotation mark, and how many clauses were open there.
    quotes: Vec<(u32, usize)>,
    brackets: Vec<Bracket>,
}

/// What was open where a bracket began, or a dash that opens an aside.
#[derive(Debug)]
struct Bracket {
    depth: usize,
    fresh: Option<Fresh>,
    adjacent: Option<PhraseId>,
    /// The chunk of the dash that closes it.
    dash: Option<usize>,
}

impl Parser<'_> {
    /// Reads a chunk. What the rare ones do lies apart, so that the common ones fit into the nearest memory of a processor.
    #[inline(always)]
    fn step(&mut self, k: usize) {
        match self.chunks[k].kind {
            ChunkKind::Phrase(id) => self.phrase(k, id),
            ChunkKind::Verb(verb) => self.verb(k, *self.group(verb)),
            ChunkKind::Preposition
            | ChunkKind::Subordinator
            | ChunkKind::Wh
            | ChunkKind::Conjunction
            | ChunkKind::Adverb
            | ChunkKind::Adjective => self.small_word(k),
            _ => self.sign(k),
        }
    }

    /// Reads a chunk that is a function word, an adverb or an adjective.
    #[inline(never)]
    fn small_word(&mut self, k: usize) {
        let chunk = self.chunks[k];
        if self.comma && matches!(chunk.kind, ChunkKind::Preposition | ChunkKind::Subordinator) {
            if let Some(depth) = self.accuses_behind_aside(k) {
                self.pop_to(depth);
            }
        }
        match chunk.kind {
            ChunkKind::Preposition => {
                if self.is_clause_marker(k) && !self.needs_verb_behind(k) {
                    self.subordinator(k);
                } else {
                    if self.comma && self.goes_on_behind_report(k) {
                        self.pop_at(self.end_before_adverbs(k));
                    } else if self.joint.is_some_and(|joint| joint + 1 == k) {
                        self.close_inside_parallel(k);
                    }
                    self.preposition = Some(chunk.extent.first);
                    self.touch(chunk.extent);
                }
            }
            ChunkKind::Subordinator
                if self.is_preposition(k) || self.is_clause_marker(k) && self.needs_verb_behind(k) =>
            {
                self.preposition = Some(chunk.extent.first);
                self.touch(chunk.extent);
            }
            ChunkKind::Subordinator => self.subordinator(k),
            // "when or where it was filmed": two words open one question
            ChunkKind::Wh
                if k > 1
                    && matches!(self.chunks[k - 1].kind, ChunkKind::Conjunction)
                    && matches!(self.chunks[k - 2].kind, ChunkKind::Wh) =>
            {
                (self.conjunction, self.joint) = (None, None);
            }
            ChunkKind::Wh => self.wh(k),
            // "he and the bishop both want": all of them
            ChunkKind::Conjunction if self.is_floating(k) || self.joins_choice(k) => {}
            // "But the army fled": at the start it joins nothing in the sentence
            ChunkKind::Conjunction if k == 0 || self.is_correlative(k) => {}
            ChunkKind::Conjunction => {
                self.conjunction = Some(chunk.extent.first);
                self.joint = Some(k);
            }
            ChunkKind::Adverb => {
                // ", then fled": behind a comma it joins two verbs
                if self.comma && self.then_goes_on(k) {
                    (self.conjunction, self.joint) = (Some(chunk.extent.first), Some(k));
                    return;
                }
                // an adverb keeps what waits around it: "and then fled", "the army also said"
                self.content_end = chunk.extent.last;
                // "since then at least nine have died": all that the preposition holds
                let next = self.words.get(chunk.extent.last as usize).map_or(Pos::Punct, |next| next.pos);
                if self.preposition.is_some()
                    && !matches!(next, Pos::Punct | Pos::Cconj)
                    && one_of!(self.words[chunk.extent.first as usize].hash, "then" | "now" | "there" | "here")
                {
                    self.preposition = None;
                }
            }
            ChunkKind::Adjective => self.adjective(chunk.extent),
            _ => {}
        }
    }

    /// Reads a chunk that is a sign.
    #[inline(never)]
    fn sign(&mut self, k: usize) {
        let chunk = self.chunks[k];
        match chunk.kind {
            ChunkKind::Dash if self.brackets.last().is_some_and(|bracket| bracket.dash == Some(k)) => {
                self.close_bracket(chunk.extent.last);
            }
            ChunkKind::Comma | ChunkKind::Dash => {
                if matches!(chunk.kind, ChunkKind::Dash) {
                    if let Some(close) = self.aside(k) {
                        return self.open_bracket(chunk.extent.last, Some(close));
                    }
                }
                if self.joins_before_report(k) {
                    (self.conjunction, self.joint) = (None, None);
                } else if self.joint.is_some_and(|joint| self.joins_phrases(joint)) {
                    self.joint = None;
                }
                self.comma = true;
                self.adjacent = None;
                self.preposition = None;
            }
            // "hit three posts; destroyed a bridge; and damaged two roads"
            ChunkKind::Semicolon if self.lists_behind_semicolon(k) => {
                self.comma = true;
                self.conjunction = Some(chunk.extent.first);
                self.joint = Some(k);
                (self.adjacent, self.preposition, self.fresh) = (None, None, None);
            }
            ChunkKind::Semicolon => self.restart(ClauseKind::Main, chunk.extent.last),
            // "They named three men: a baker, a clerk and a guard" goes on
            ChunkKind::Colon if self.clause(self.top()).group.is_some() && !self.verb_behind_sign(k) => {
                self.comma = true;
                (self.adjacent, self.preposition) = (None, None);
            }
            ChunkKind::Colon => {
                // "The figures suggest otherwise: prices fell"
                let before = chunk.extent.first.checked_sub(1).map_or(0, |before| self.words[before as usize].hash);
                // "The truce held for a day: by noon it was over" reports nothing
                let takes = |verb: u32| {
                    let verb = &self.words[verb as usize];
                    self.grammar.takes_clause(verb) && (self.grammar.quotative(verb) || self.behind_verb(k))
                };
                let kind = if self.top_verb().is_some_and(takes) && !one_of!(before, "otherwise") {
                    ClauseKind::Bare
                } else {
                    ClauseKind::Main
                };
                self.restart(kind, chunk.extent.last);
            }
            ChunkKind::QuoteMark if self.quotes_manner(k) => {}
            ChunkKind::QuoteMark => self.quote_mark(k),
            // a sentence in brackets is a sentence
            ChunkKind::BracketOpen if self.is_whole_in_brackets(k) => {}
            ChunkKind::BracketOpen => self.open_bracket(chunk.extent.last, None),
            ChunkKind::BracketClose => self.close_bracket(chunk.extent.last),
            _ => self.adjacent = None,
        }
    }

    /// Whether a verb with tense stands behind the sign at chunk `k`.
    fn verb_behind_sign(&self, k: usize) -> bool {
        let rest = self.chunks[k + 1..].iter();
        let mut part = rest.take_while(|chunk| !matches!(chunk.kind, ChunkKind::Semicolon | ChunkKind::Colon));
        part.any(|chunk| matches!(chunk.kind, ChunkKind::Verb(verb) if matches!(verb.mood, Mood::Finite | Mood::Bare)))
    }

    fn open_bracket(&mut self, first: u32, dash: Option<usize>) {
        self.brackets.push(Bracket { depth: self.stack.len(), fresh: self.fresh, adjacent: self.adjacent, dash });
        let parent = self.stack.last().copied();
        self.open(ClauseKind::Parenthetical, first, None, parent);
    }

    fn close_bracket(&mut self, last: u32) {
        if let Some(Bracket { depth, fresh, adjacent, .. }) = self.brackets.pop() {
            self.pop_to(depth.max(1));
            self.content_end = last;
            self.comma = false;
            (self.fresh, self.adjacent) = (fresh, adjacent);
        }
    }

    /// Where the dash stands that closes an aside with a verb, between a subject and its verb: "two facts — prices rose and
    /// wages fell — explain the vote".
    fn aside(&self, k: usize) -> Option<usize> {
        const LONGEST: usize = 30;
        let top = self.clause(self.top());
        if top.group.is_some() || top.subject.is_none() {
            return None;
        }
        let behind = &self.chunks[k + 1..self.chunks.len().min(k + LONGEST)];
        let length = behind.iter().position(|chunk| matches!(chunk.kind, ChunkKind::Dash))?;
        let is_verb = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Verb(_));
        let close = k + 1 + length;
        let mut next = self.chunks[close + 1..].iter().skip_while(|chunk| matches!(chunk.kind, ChunkKind::Adverb));
        let goes_on = next
            .next()
            .is_some_and(|chunk| matches!(chunk.kind, ChunkKind::Verb(verb) if self.group(verb).mood == Mood::Finite));
        (goes_on && behind[..length].iter().any(is_verb)).then_some(close)
    }

    /// Whether the bracket at chunk `k` opens the sentence and closes it.
    fn is_whole_in_brackets(&self, k: usize) -> bool {
        let behind = &self.chunks[k + 1..];
        k == 0 && {
            let close = behind.iter().position(|chunk| matches!(chunk.kind, ChunkKind::BracketClose));
            close.is_some_and(|close| {
                behind[close + 1..].iter().all(|chunk| matches!(chunk.kind, ChunkKind::Other | ChunkKind::QuoteMark))
            })
        }
    }

    // ------------------------------------------------------------------ the stack

    fn open(&mut self, kind: ClauseKind, first: u32, marker: Option<u32>, parent: Option<ClauseId>) -> ClauseId {
        if self.stack.len() >= DEEPEST {
            self.pop();
        }
        let id = self.syntax.clauses.len() as ClauseId;
        self.syntax.clauses.push(Clause {
            kind,
            extent: Extent::new(first, first),
            marker,
            group: None,
            subject: None,
            shared_subject: false,
            inverted: false,
            objects: [None; 2],
            predicate: None,
            parent,
            governor: None,
            conjunct_of: None,
            set_off: self.comma,
        });
        self.stack.push(id);
        id
    }

    fn pop(&mut self) {
        self.pop_at(self.content_end);
    }

    fn pop_at(&mut self, end: u32) {
        if let Some(id) = self.stack.pop() {
            let clause = self.clause(id);
            let empty = clause.group.is_none() && clause.subject.is_none() && end <= clause.extent.first;
            if empty && id as usize + 1 == self.syntax.clauses.len() && !self.stack.is_empty() {
                self.syntax.clauses.pop();
                return;
            }
            // "said a few words": no verb has come
            let verbless = clause.kind == ClauseKind::Bare && clause.group.is_none() && clause.governor.is_some();
            if let (true, Some(subject), Some(outer)) = (verbless, clause.subject, clause.parent) {
                if id as usize + 1 == self.syntax.clauses.len() && self.clause(outer).objects[0].is_none() {
                    self.syntax.clauses.pop();
                    self.clause_mut(outer).objects[0] = Some(subject);
                    self.syntax.phrases[subject as usize].link = Link::Object(outer);
                    return;
                }
            }
            if clause.kind == ClauseKind::Relative && clause.marker.is_none() && self.spells_out_noun(id) {
                self.clause_mut(id).kind = ClauseKind::That;
            }
            let extent = &mut self.syntax.clauses[id as usize].extent;
            extent.last = end.max(extent.first);
        }
    }

    fn pop_to(&mut self, depth: usize) {
        while self.stack.len() > depth {
            self.pop();
        }
    }

    fn pop_to_at(&mut self, depth: usize, end: u32) {
        while self.stack.len() > depth {
            self.pop_at(end);
        }
    }

    fn top(&self) -> ClauseId {
        self.stack[self.stack.len() - 1]
    }

    fn group(&self, verb: VerbChunk) -> &VerbGroup {
        &self.groups[verb.id as usize]
    }

    fn clause(&self, id: ClauseId) -> &Clause {
        &self.syntax.clauses[id as usize]
    }

    fn clause_mut(&mut self, id: ClauseId) -> &mut Clause {
        &mut self.syntax.clauses[id as usize]
    }

    fn kind_at(&self, at: usize) -> Option<ChunkKind> {
        self.chunks.get(at).map(|chunk| chunk.kind)
    }

    fn is_that(&self, at: usize) -> bool {
        function!(self.words[self.chunks[at].extent.first as usize].function, "that")
    }

    fn top_verb(&self) -> Option<u32> {
        self.clause(self.top()).verb()
    }

    /// Behind the last noun phrase of the sentence: those of the sentences behind it have been found as well.
    fn last_phrase(&self) -> usize {
        let phrase = |chunk: &Chunk| match chunk.kind {
            ChunkKind::Phrase(id) => Some(id as usize + 1),
            _ => None,
        };
        self.chunks.iter().rev().find_map(phrase).unwrap_or(0)
    }

    /// No clause below this depth may be closed: it was opened outside the innermost quotation or bracket.
    fn floor(&self) -> usize {
        self.quotes
            .last()
            .map_or(0, |&(_, depth)| depth)
            .max(self.brackets.last().map_or(0, |bracket| bracket.depth + 1))
            .max(1)
    }

    /// Marks content as read.
    fn touch(&mut self, extent: Extent) {
        self.content_end = extent.last;
        self.comma = false;
        self.conjunction = None;
        self.adjacent = None;
    }

    /// Closes everything and starts a clause anew: behind ";" and ":".
    fn restart(&mut self, kind: ClauseKind, first: u32) {
        let depth = self.floor();
        let governor = self.top_verb();
        // what is set apart inside brackets stays in them
        let bracketed =
            kind == ClauseKind::Main && self.brackets.last().is_some_and(|bracket| bracket.depth + 1 == depth);
        let kind = if bracketed { ClauseKind::Parenthetical } else { kind };
        self.comma = false;
        if kind != ClauseKind::Bare {
            self.pop_to(depth.saturating_sub(1));
        }
        let parent = (kind != ClauseKind::Main && !self.stack.is_empty()).then(|| self.top());
        let id = self.open(kind, first, None, parent);
        if kind == ClauseKind::Bare {
            self.clause_mut(id).governor = governor;
        }
        self.fresh = None;
        self.adjacent = None;
        self.preposition = None;
        self.conjunction = None;
    }
}
