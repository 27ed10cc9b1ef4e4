//! Clauses: verb groups with their subjects, objects and complements, found in one pass over the chunks.

use super::chunk::{Chunk, ChunkKind};
use super::word::{is_be, one_of};
use super::{Extent, Grammar, GroupTense, Link, Mood, PhraseId, Syntax, VerbGroup};
use crate::tag::{Pos, Word};
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

/// Finds the clauses of one sentence.
pub(super) fn parse(words: &[Word], extent: Extent, chunks: &[Chunk], grammar: &Grammar, syntax: &mut Syntax) {
    if chunks.is_empty() {
        return;
    }
    let mut parser = Parser {
        words,
        chunks,
        grammar,
        syntax,
        stack: Vec::with_capacity(DEEPEST),
        preposition: None,
        comma: false,
        conjunction: None,
        joint: None,
        fresh: None,
        adjacent: None,
        content_end: extent.first,
        quotes: Vec::new(),
        brackets: Vec::new(),
    };
    parser.open(ClauseKind::Main, extent.first, None, None);
    for k in 0..chunks.len() {
        parser.step(k);
    }
    while !parser.stack.is_empty() {
        parser.pop();
    }
}

/// A noun phrase that could still become the subject of a clause, and the chunk it stands in.
#[derive(Clone, Copy)]
struct Fresh {
    phrase: PhraseId,
    chunk: usize,
    /// What stood between it and the content before.
    comma: bool,
    conjunction: bool,
}

struct Parser<'a, 'l> {
    words: &'a [Word],
    chunks: &'a [Chunk],
    grammar: &'a Grammar<'l>,
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
    fresh: Option<Fresh>,
    /// The noun phrase right before, only adverbs between.
    adjacent: Option<PhraseId>,
    /// Where the last content ended.
    content_end: u32,
    /// Each open quotation mark, and how many clauses were open there.
    quotes: Vec<(u32, usize)>,
    brackets: Vec<Bracket>,
}

/// What was open where a bracket began.
struct Bracket {
    depth: usize,
    fresh: Option<Fresh>,
    adjacent: Option<PhraseId>,
}

impl Parser<'_, '_> {
    fn step(&mut self, k: usize) {
        let chunk = self.chunks[k];
        match chunk.kind {
            ChunkKind::Phrase(id) => self.phrase(k, id),
            ChunkKind::Verb(group) => self.verb(k, group),
            ChunkKind::Preposition => {
                if self.is_clause_marker(k) {
                    self.subordinator(k);
                } else {
                    self.preposition = Some(chunk.extent.first);
                    self.touch(chunk.extent);
                }
            }
            ChunkKind::Subordinator if self.is_preposition(k) => {
                self.preposition = Some(chunk.extent.first);
                self.touch(chunk.extent);
            }
            ChunkKind::Subordinator => self.subordinator(k),
            ChunkKind::Wh => self.wh(k),
            // "But the army fled": at the start it joins nothing in the sentence
            ChunkKind::Conjunction if k == 0 => {}
            ChunkKind::Conjunction => {
                self.conjunction = Some(chunk.extent.first);
                self.joint = Some(k);
            }
            ChunkKind::Adverb => {
                // an adverb keeps what waits around it: "and then fled", "the army also said"
                self.content_end = chunk.extent.last;
            }
            ChunkKind::Adjective => self.adjective(chunk.extent),
            ChunkKind::Comma | ChunkKind::Dash => {
                self.comma = true;
                self.adjacent = None;
                self.preposition = None;
            }
            ChunkKind::Semicolon => self.restart(ClauseKind::Main, chunk.extent.last),
            ChunkKind::Colon => {
                let kind = if self.top_verb().is_some_and(|verb| self.grammar.takes_clause(&self.words[verb as usize]))
                {
                    ClauseKind::Bare
                } else {
                    ClauseKind::Main
                };
                self.restart(kind, chunk.extent.last);
            }
            ChunkKind::QuoteMark => self.quote_mark(k),
            ChunkKind::BracketOpen => {
                self.brackets.push(Bracket { depth: self.stack.len(), fresh: self.fresh, adjacent: self.adjacent });
                let parent = self.stack.last().copied();
                self.open(ClauseKind::Parenthetical, chunk.extent.last, None, parent);
            }
            ChunkKind::BracketClose => {
                if let Some(Bracket { depth, fresh, adjacent }) = self.brackets.pop() {
                    self.pop_to(depth.max(1));
                    self.content_end = chunk.extent.last;
                    self.comma = false;
                    (self.fresh, self.adjacent) = (fresh, adjacent);
                }
            }
            ChunkKind::Other => self.adjacent = None,
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

    fn clause(&self, id: ClauseId) -> &Clause {
        &self.syntax.clauses[id as usize]
    }

    fn clause_mut(&mut self, id: ClauseId) -> &mut Clause {
        &mut self.syntax.clauses[id as usize]
    }

    fn top_verb(&self) -> Option<u32> {
        self.clause(self.top()).verb()
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

    // ------------------------------------------------------------------ looking ahead

    /// Whether the noun phrase at chunk `k` is followed by a finite verb that it could be the subject of.
    fn starts_clause(&self, k: usize) -> bool {
        let mut j = k + 1;
        let end = (k + LOOK_AHEAD).min(self.chunks.len());
        let mut in_apposition = false;
        let mut reduced = false;
        while j < end {
            match self.chunks[j].kind {
                ChunkKind::Verb(group) => match group.mood {
                    Mood::Finite => return true,
                    Mood::Bare => return j == k + 1,
                    Mood::Participle
                        if self.grammar.quotative(&self.words[group.head as usize]) && self.closes_report(j) =>
                    {
                        return true;
                    }
                    // "people living nearby have ..."
                    Mood::Gerund | Mood::Participle if j == k + 1 => {
                        reduced = true;
                        j += 1;
                    }
                    _ => return false,
                },
                ChunkKind::Phrase(_) if reduced => j += 1,
                ChunkKind::Preposition
                    if matches!(self.chunks.get(j + 1).map(|c| c.kind), Some(ChunkKind::Phrase(_))) =>
                {
                    j += 2
                }
                ChunkKind::Adverb => j += 1,
                // ", the governor," or ", 34," between the subject and its verb
                ChunkKind::Comma if !in_apposition => {
                    if !matches!(self.chunks.get(j + 1).map(|c| c.kind), Some(ChunkKind::Phrase(_))) {
                        return false;
                    }
                    in_apposition = true;
                    j += 2;
                }
                ChunkKind::Comma => {
                    in_apposition = false;
                    j += 1;
                    if !matches!(self.chunks.get(j).map(|c| c.kind), Some(ChunkKind::Verb(_) | ChunkKind::Adverb)) {
                        return false;
                    }
                }
                ChunkKind::Conjunction
                    if matches!(self.chunks.get(j + 1).map(|c| c.kind), Some(ChunkKind::Phrase(_)))
                        && !in_apposition =>
                {
                    j += 2
                }
                ChunkKind::Wh => {
                    // a relative clause, then the verb of the subject: too far to be sure; the relative's verb is next
                    return matches!(self.chunks.get(j + 1).map(|c| c.kind), Some(ChunkKind::Verb(_)));
                }
                _ => return false,
            }
        }
        false
    }

    /// "and 30 wounded" behind "12 people were killed".
    fn starts_gapped(&self, k: usize) -> bool {
        let participle = matches!(self.chunks.get(k + 1).map(|chunk| chunk.kind), Some(ChunkKind::Verb(group)) if group.mood == Mood::Participle);
        participle && self.clause(self.top()).group.is_some_and(|group| group.passive && group.mood == Mood::Finite)
    }

    /// Whether the comma before chunk `k` stands in a list that a conjunction ends: "A, B and C".
    fn in_list(&self, k: usize) -> bool {
        let mut j = k + 1;
        let end = (k + LOOK_AHEAD).min(self.chunks.len());
        while j < end {
            match self.chunks[j].kind {
                ChunkKind::Preposition | ChunkKind::Phrase(_) | ChunkKind::Adjective => j += 1,
                ChunkKind::Comma => j += 1,
                ChunkKind::Conjunction => {
                    return matches!(self.chunks.get(j + 1).map(|c| c.kind), Some(ChunkKind::Phrase(_)))
                        && !self.starts_clause(j + 1);
                }
                _ => return false,
            }
        }
        false
    }

    /// Whether the chunk before `k`, adverbs aside, is a verb group.
    fn behind_verb(&self, k: usize) -> bool {
        let mut j = k;
        while j > 0 {
            j -= 1;
            match self.chunks[j].kind {
                ChunkKind::Adverb | ChunkKind::QuoteMark => {}
                ChunkKind::Verb(_) => return true,
                _ => return false,
            }
        }
        false
    }

    /// Prepositions that also open clauses: "after rebels fled", "before", "since", "until", "as".
    fn is_clause_marker(&self, k: usize) -> bool {
        let marker = &self.words[self.chunks[k].extent.first as usize];
        one_of!(marker.hash, "after" | "before" | "since" | "until" | "till" | "as" | "once" | "than" | "like" | "for")
            && !one_of!(marker.hash, "than" | "like" | "for")
            && matches!(self.chunks.get(k + 1).map(|c| c.kind), Some(ChunkKind::Phrase(_)))
            && self.directly_starts_clause(k + 1)
    }

    /// A subordinator by its tag that opens no clause here: "since the start of the year", "in condemning the attack".
    fn is_preposition(&self, k: usize) -> bool {
        let word = &self.words[self.chunks[k].extent.first as usize];
        if one_of!(
            word.hash,
            "that"
                | "whether"
                | "if"
                | "because"
                | "although"
                | "though"
                | "unless"
                | "so"
                | "while"
                | "whereas"
                | "when"
                | "once"
                | "even"
                | "lest"
                | "now"
                | "given"
                | "provided"
        ) {
            return false;
        }
        match self.chunks.get(k + 1).map(|chunk| chunk.kind) {
            Some(ChunkKind::Phrase(_)) => !self.directly_starts_clause(k + 1),
            Some(ChunkKind::Verb(group)) => group.mood == Mood::Gerund,
            _ => false,
        }
    }

    /// A noun phrase and a finite verb behind it with nothing but prepositional phrases and adverbs between.
    fn directly_starts_clause(&self, k: usize) -> bool {
        if matches!(self.chunks[k].kind, ChunkKind::Phrase(id) if self.syntax.phrases[id as usize].time) {
            return false;
        }
        let mut j = k + 1;
        let end = (k + LOOK_AHEAD).min(self.chunks.len());
        while j < end {
            match self.chunks[j].kind {
                ChunkKind::Verb(group) => return group.mood == Mood::Finite,
                ChunkKind::Preposition
                    if matches!(self.chunks.get(j + 1).map(|c| c.kind), Some(ChunkKind::Phrase(_))) =>
                {
                    j += 2
                }
                ChunkKind::Adverb => j += 1,
                ChunkKind::Conjunction
                    if j == k + 1 && matches!(self.chunks.get(j + 1).map(|c| c.kind), Some(ChunkKind::Phrase(_))) =>
                {
                    j += 2
                }
                _ => return false,
            }
        }
        false
    }

    // ------------------------------------------------------------------ noun phrases

    fn phrase(&mut self, k: usize, id: PhraseId) {
        let base = self.syntax.phrases[id as usize].base;
        let word = &self.words[base.first as usize];
        let alone = base.last - base.first == 1;
        // "that" as a relative pronoun
        if alone && one_of!(word.hash, "that") && self.preposition.is_none() && self.is_relative_that(k) {
            let told = self.top_verb().is_some_and(|verb| self.grammar.takes_addressee(&self.words[verb as usize]));
            return if self.conjunction.is_some() || told { self.subordinator(k) } else { self.wh(k) };
        }
        if let Some(preposition) = self.preposition.take() {
            self.prepositional(k, id, preposition);
            let fresh = self.fresh;
            self.touch(base);
            self.fresh = fresh;
            self.adjacent = Some(id);
            return;
        }
        let comma = self.comma;
        let adjacent = self.adjacent;
        let top = self.top();
        let joined = self.joint.take().filter(|_| self.starts_clause(k));
        let conjunction = self.conjunction.is_some() || joined.is_some();
        let has_verb = self.clause(top).group.is_some();
        let phrase = self.syntax.phrases[id as usize];
        let behind_quote = k > 0 && matches!(self.chunks[k - 1].kind, ChunkKind::QuoteMark);
        if conjunction {
            if has_verb && (self.starts_clause(k) || self.starts_gapped(k)) || self.before_phrase(k).is_none() {
                let fresh = Fresh { phrase: id, chunk: joined.map_or(k, |joint| joint + 1), comma, conjunction };
                self.fresh = Some(fresh);
                if self.reduced_ahead(k) {
                    self.open_coordinate(fresh);
                }
            } else if let Some(before) = self.before_phrase(k) {
                self.syntax.phrases[id as usize].link = Link::Conjunct(before);
            }
        } else if comma || behind_quote && adjacent.is_none() && has_verb && self.starts_clause(k) {
            self.phrase_behind_comma(k, id, top, has_verb);
        } else if has_verb {
            self.argument(k, id, top);
        } else if phrase.time && self.clause(top).subject.is_none() && self.phrase_ahead(k) {
            self.syntax.phrases[id as usize].link = Link::Adverbial(top);
        } else if self.clause(top).subject.is_none() {
            self.set_subject(top, id);
            self.fresh = Some(Fresh { phrase: id, chunk: k, comma, conjunction });
        } else if self.subject_is_time(top) {
            if let Some(subject) = self.clause(top).subject {
                self.syntax.phrases[subject as usize].link = Link::Adverbial(top);
            }
            self.set_subject(top, id);
            self.fresh = Some(Fresh { phrase: id, chunk: k, comma, conjunction });
        } else if phrase.time {
            self.syntax.phrases[id as usize].link = Link::Adverbial(top);
        } else {
            // two noun phrases in a row: "the bridge rebels destroyed"
            self.fresh = Some(Fresh { phrase: id, chunk: k, comma, conjunction });
        }
        let fresh = self.fresh;
        let before = self.adjacent;
        self.touch(base);
        self.fresh = fresh;
        self.adjacent = Some(id);
        let _ = before;
    }

    /// A participle right behind the noun phrase at chunk `k`, in front of the verb that the phrase is the subject of.
    fn reduced_ahead(&self, k: usize) -> bool {
        matches!(self.chunks.get(k + 1).map(|chunk| chunk.kind), Some(ChunkKind::Verb(group)) if matches!(group.mood, Mood::Gerund | Mood::Participle))
            && self.starts_clause(k)
            && !self.starts_gapped(k)
    }

    /// Opens a clause coordinated with one before as soon as its subject is read.
    fn open_coordinate(&mut self, fresh: Fresh) {
        let first = self.chunks[fresh.chunk].extent.first;
        let end = self.end_before(fresh.chunk);
        let left = self.left_clause(fresh.comma);
        let id = self.coordinate_at(left, first, end);
        self.clause_mut(id).shared_subject = false;
        self.set_subject(id, fresh.phrase);
    }

    /// Whether another noun phrase follows that is a better subject than this one.
    fn phrase_ahead(&self, k: usize) -> bool {
        matches!(self.chunks.get(k + 1).map(|c| c.kind), Some(ChunkKind::Phrase(_) | ChunkKind::Comma))
    }

    fn subject_is_time(&self, clause: ClauseId) -> bool {
        self.clause(clause).subject.is_some_and(|subject| self.syntax.phrases[subject as usize].time)
    }

    fn set_subject(&mut self, clause: ClauseId, phrase: PhraseId) {
        self.clause_mut(clause).subject = Some(phrase);
        self.syntax.phrases[phrase as usize].link = Link::Subject(clause);
    }

    /// The noun phrase before chunk `k`, commas and conjunctions between.
    fn before_phrase(&self, k: usize) -> Option<PhraseId> {
        let mut j = k;
        while j > 0 {
            j -= 1;
            match self.chunks[j].kind {
                ChunkKind::Comma
                | ChunkKind::Conjunction
                | ChunkKind::Adverb
                | ChunkKind::QuoteMark
                | ChunkKind::Dash => {}
                ChunkKind::Phrase(id) => return Some(id),
                _ => return None,
            }
        }
        None
    }

    fn phrase_behind_comma(&mut self, k: usize, id: PhraseId, top: ClauseId, has_verb: bool) {
        let phrase = self.syntax.phrases[id as usize];
        let fresh = Fresh { phrase: id, chunk: k, comma: self.comma, conjunction: false };
        let starts = self.starts_clause(k);
        let before = self.before_phrase(k);
        if !has_verb {
            if self.clause(top).subject.is_some() && self.interrupts(k) {
                self.fresh = Some(fresh);
                return;
            }
            return match (self.clause(top).subject, before) {
                (Some(_), Some(before)) if !self.syntax.phrases[before as usize].time => {
                    let list = self.in_list(k);
                    self.syntax.phrases[id as usize].link = if phrase.time && !list {
                        Link::Adverbial(top)
                    } else if list {
                        Link::Conjunct(before)
                    } else {
                        Link::Apposition(self.outer_of(before, top))
                    };
                }
                (Some(subject), _) if self.syntax.phrases[subject as usize].time => {
                    self.syntax.phrases[subject as usize].link = Link::Adverbial(top);
                    self.set_subject(top, id);
                    self.fresh = Some(fresh);
                }
                (None, _) => {
                    self.set_subject(top, id);
                    self.fresh = Some(fresh);
                }
                _ => self.fresh = Some(fresh),
            };
        }
        if starts && !self.in_list(k) {
            // an outer clause that still lacks its verb takes it when the verb comes
            self.fresh = Some(fresh);
            return;
        }
        match before {
            _ if phrase.time => self.syntax.phrases[id as usize].link = Link::Adverbial(top),
            Some(before) if self.in_list(k) || self.conjunct_before(before) && !starts => {
                self.syntax.phrases[id as usize].link = Link::Conjunct(before);
            }
            Some(before) => self.syntax.phrases[id as usize].link = Link::Apposition(before),
            None => self.fresh = Some(fresh),
        }
    }

    /// ", officials said," between a subject and its verb.
    fn interrupts(&self, k: usize) -> bool {
        let Some(ChunkKind::Verb(group)) = self.chunks.get(k + 1).map(|chunk| chunk.kind) else { return false };
        let reports = group.mood == Mood::Finite && self.grammar.quotative(&self.words[group.head as usize]);
        let end = (k + LOOK_AHEAD).min(self.chunks.len());
        reports
            && self.chunks[k + 2..end.max(k + 2)]
                .iter()
                .find(|chunk| !matches!(chunk.kind, ChunkKind::Preposition | ChunkKind::Phrase(_) | ChunkKind::Adverb))
                .is_some_and(|chunk| matches!(chunk.kind, ChunkKind::Comma | ChunkKind::Dash))
    }

    fn conjunct_before(&self, phrase: PhraseId) -> bool {
        matches!(self.syntax.phrases[phrase as usize].link, Link::Conjunct(_))
    }

    /// The phrase that an apposition behind `phrase` belongs to: the subject when `phrase` only modifies it.
    fn outer_of(&self, phrase: PhraseId, top: ClauseId) -> PhraseId {
        match self.syntax.phrases[phrase as usize].link {
            Link::Modifier(owner) if self.clause(top).subject == Some(owner) => {
                // "a spokesman for the ministry, Ali Reza, said"; but "the mayor of Kyiv, the capital"
                if self.syntax.phrases[owner as usize].link == Link::Subject(top) { owner } else { phrase }
            }
            _ => phrase,
        }
    }

    /// A noun phrase behind the verb of its clause, without preposition, comma or conjunction.
    fn argument(&mut self, k: usize, id: PhraseId, top: ClauseId) {
        let phrase = self.syntax.phrases[id as usize];
        let clause = *self.clause(top);
        let Some(group) = clause.group else { return };
        let verb = &self.words[group.head as usize];
        self.fresh = Some(Fresh { phrase: id, chunk: k, comma: false, conjunction: false });
        let said_by = clause.kind == ClauseKind::Parenthetical && clause.subject.is_none() && self.behind_verb(k);
        let link = if said_by || self.is_question_subject(&clause, group) {
            self.clause_mut(top).subject = Some(id);
            self.clause_mut(top).inverted = true;
            Link::Subject(top)
        } else if group.copula && clause.predicate.is_none() {
            self.clause_mut(top).predicate = Some(phrase.head);
            Link::Predicate(top)
        } else if phrase.time
            && !(clause.objects[0].is_none() && self.behind_verb(k) && !group.passive && self.grammar.takes_two(verb))
        {
            Link::Adverbial(top)
        } else if clause.objects[0].is_none() && (!group.passive || self.behind_verb(k)) {
            self.clause_mut(top).objects[0] = Some(id);
            Link::Object(top)
        } else if clause.objects[1].is_none() && (self.grammar.takes_two(verb)) && self.adjacent == clause.objects[0] {
            self.clause_mut(top).objects[1] = Some(id);
            Link::Object(top)
        } else {
            Link::Loose
        };
        self.syntax.phrases[id as usize].link = link;
    }

    /// "Did the army ...", "is the governor ..." at the start of a sentence.
    fn is_question_subject(&self, clause: &Clause, group: VerbGroup) -> bool {
        clause.subject.is_none()
            && clause.marker.is_none()
            && matches!(clause.kind, ClauseKind::Main | ClauseKind::Bare)
            && group.mood == Mood::Finite
            && self.is_inverting(&self.words[group.head as usize])
            && group.extent.first <= clause.extent.first + 1
    }

    /// An auxiliary, or a form of "do" that was taken for a verb.
    fn is_inverting(&self, word: &Word) -> bool {
        word.pos == Pos::Aux || one_of!(word.hash, "do" | "does" | "did")
    }

    // ------------------------------------------------------------------ prepositional phrases

    fn prepositional(&mut self, k: usize, id: PhraseId, preposition: u32) {
        self.syntax.phrases[id as usize].preposition = Some(preposition);
        let top = self.top();
        let link = match self.attachment(k, id, preposition) {
            Some(owner) => Link::Modifier(owner),
            None => Link::Oblique(top),
        };
        self.syntax.phrases[id as usize].link = link;
    }

    /// The noun phrase that a prepositional phrase belongs to; `None` for the clause.
    fn attachment(&self, k: usize, id: PhraseId, preposition: u32) -> Option<PhraseId> {
        let of = one_of!(self.words[preposition as usize].hash, "of");
        let chunk_before = k.checked_sub(2).map(|j| self.chunks[j].kind);
        let owner = match chunk_before {
            Some(ChunkKind::Phrase(owner)) => owner,
            // "of" reaches over an adjective or a closing mark
            Some(ChunkKind::QuoteMark | ChunkKind::BracketClose) if of => self.before_phrase(k - 2).or(self.adjacent)?,
            _ => return None,
        };
        if Some(k - 2) != self.chunk_of_phrase(owner, k) {
            return None;
        }
        let top = self.clause(self.top());
        let owner_phrase = &self.syntax.phrases[owner as usize];
        let head = &self.words[owner_phrase.head as usize];
        let verb = top.group.map(|group| &self.words[group.head as usize]);
        if of {
            let verb_takes = verb.is_some_and(|verb| self.grammar.takes_of(verb)) && top.objects[0] == Some(owner);
            return (!verb_takes && !(owner_phrase.pronoun && !self.partitive(head))).then_some(owner);
        }
        if owner_phrase.pronoun || owner_phrase.time || self.syntax.phrases[id as usize].time {
            return None;
        }
        if self.grammar.relational(head) {
            return Some(owner);
        }
        let in_front = top.group.is_none();
        if in_front {
            return Some(owner);
        }
        // names need no restriction
        if head.pos == Pos::Propn && !head.shape.has(Shape::DIGIT) {
            return None;
        }
        let prep = self.words[preposition as usize].hash;
        if one_of!(prep, "by") && top.group.is_some_and(|group| group.passive) {
            return None;
        }
        // the default of news: place and topic belong to the noun, path, time and means to the verb
        one_of!(
            prep,
            "in" | "on"
                | "at"
                | "near"
                | "between"
                | "against"
                | "about"
                | "for"
                | "from"
                | "among"
                | "outside"
                | "inside"
                | "behind"
                | "including"
                | "such"
                | "like"
                | "over"
                | "with"
                | "around"
                | "along"
                | "within"
                | "across"
                | "under"
        )
        .then_some(owner)
        .filter(|_| {
            !(one_of!(prep, "with" | "over" | "for" | "from" | "on" | "at")
                && matches!(owner_phrase.link, Link::Object(_)))
                || self.syntax.phrases[id as usize].time
        })
    }

    fn partitive(&self, head: &Word) -> bool {
        one_of!(
            head.hash,
            "one"
                | "some"
                | "many"
                | "most"
                | "all"
                | "none"
                | "those"
                | "both"
                | "each"
                | "any"
                | "several"
                | "few"
                | "much"
                | "half"
                | "that"
                | "others"
                | "everyone"
                | "anyone"
        )
    }

    fn chunk_of_phrase(&self, phrase: PhraseId, before: usize) -> Option<usize> {
        (0..before)
            .rev()
            .take(4 * LOOK_AHEAD)
            .find(|&j| matches!(self.chunks[j].kind, ChunkKind::Phrase(id) if id == phrase))
    }

    // ------------------------------------------------------------------ markers

    fn subordinator(&mut self, k: usize) {
        let chunk = self.chunks[k];
        let marker = chunk.extent.first;
        let hash = self.words[marker as usize].hash;
        let that = one_of!(hash, "that");
        if that
            && self.top_takes_clause()
            && matches!(self.chunks.get(k + 1).map(|chunk| chunk.kind), Some(ChunkKind::Verb(group)) if group.mood == Mood::Finite)
        {
            // "said that was untrue": a pronoun
            let (top, governor) = (self.top(), self.top_verb());
            let id = self.open(ClauseKind::Bare, marker, None, Some(top));
            self.clause_mut(id).governor = governor;
            self.touch(chunk.extent);
            self.fresh = None;
            return;
        }
        let whether = one_of!(hash, "whether");
        let (kind, governor) = if that {
            self.that_clause()
        } else if whether || one_of!(hash, "if") && self.behind_verb(k) && self.top_takes_clause() {
            (ClauseKind::Question, self.top_verb())
        } else {
            (ClauseKind::Adverbial, None)
        };
        // "and that ...": coordinated with an open clause of the same kind
        let sibling =
            self.conjunction.and_then(|_| self.sibling(|clause| clause.kind == kind && clause.marker.is_some()));
        if kind == ClauseKind::Adverbial && self.comma {
            self.close_inner();
        }
        let parent = self.top();
        let id = match sibling {
            Some(sibling) => self.coordinate(sibling, marker),
            None => {
                let id = self.open(kind, marker, Some(marker), Some(parent));
                self.clause_mut(id).governor = governor.or(self.clause(parent).verb());
                id
            }
        };
        let clause = self.clause_mut(id);
        clause.marker = Some(marker);
        if sibling.is_some() {
            clause.subject = None;
            clause.shared_subject = false;
        }
        self.touch(chunk.extent);
        self.fresh = None;
        self.joint = None;
        self.preposition = None;
    }

    fn top_takes_clause(&self) -> bool {
        self.top_verb().is_some_and(|verb| self.grammar.takes_clause(&self.words[verb as usize]))
    }

    /// What kind of clause a "that" opens and what it depends on. Closes what stands between.
    fn that_clause(&mut self) -> (ClauseKind, Option<u32>) {
        if self.conjunction.is_some() && self.sibling(|clause| clause.kind == ClauseKind::That).is_some() {
            return (ClauseKind::That, None);
        }
        if let Some(adjacent) = self.adjacent {
            let phrase = self.syntax.phrases[adjacent as usize];
            let head = &self.words[phrase.head as usize];
            if self.grammar.noun_takes_clause(head) {
                return (ClauseKind::That, Some(phrase.head));
            }
            let told = self.top_verb().is_some_and(|verb| self.grammar.takes_clause(&self.words[verb as usize]));
            if !told && !phrase.time {
                return (ClauseKind::Relative, Some(phrase.head));
            }
        }
        // the innermost open clause whose verb takes a clause
        let floor = self.floor();
        let depth = (floor..=self.stack.len()).rev().find(|&depth| {
            let clause = self.clause(self.stack[depth - 1]);
            clause.verb().is_some_and(|verb| self.grammar.takes_clause(&self.words[verb as usize]))
                || clause.group.is_some_and(|group| group.copula)
        });
        if let Some(depth) = depth {
            self.pop_to(depth);
        }
        (ClauseKind::That, self.top_verb())
    }

    fn sibling(&self, fits: impl Fn(&Clause) -> bool) -> Option<ClauseId> {
        let floor = self.floor();
        self.stack
            .iter()
            .enumerate()
            .rev()
            .take_while(|&(depth, _)| depth + 1 >= floor)
            .map(|(_, &id)| id)
            .find(|&id| fits(self.clause(id)))
    }

    /// Closes relative, participle and adverbial clauses that have their verb: a comma ends them.
    fn close_inner(&mut self) {
        let floor = self.floor();
        while self.stack.len() > floor {
            let top = self.clause(self.top());
            let inner = matches!(
                top.kind,
                ClauseKind::Relative
                    | ClauseKind::Participle
                    | ClauseKind::Adverbial
                    | ClauseKind::Infinitive
                    | ClauseKind::Gerund
            );
            if !inner || top.group.is_none() && top.kind != ClauseKind::Adverbial {
                break;
            }
            self.pop();
        }
    }

    fn is_relative_that(&self, k: usize) -> bool {
        let Some(before) = k.checked_sub(1).map(|j| self.chunks[j].kind) else { return false };
        let next = self.chunks.get(k + 1).map(|chunk| chunk.kind);
        matches!(before, ChunkKind::Phrase(_))
            && matches!(next, Some(ChunkKind::Verb(_) | ChunkKind::Phrase(_) | ChunkKind::Adverb))
    }

    fn wh(&mut self, k: usize) {
        let chunk = self.chunks[k];
        let marker = chunk.extent.first;
        let hash = self.words[marker as usize].hash;
        let before = k.checked_sub(1).and_then(|_| self.before_phrase_or_preposition(k));
        let antecedent = before.filter(|_| !one_of!(hash, "what" | "how" | "why" | "when" | "whatever" | "whoever"));
        let question_verb = self.behind_verb(k) || self.preposition.is_some() && antecedent.is_none();
        let at_start = self.clause(self.top()).group.is_none()
            && antecedent.is_none()
            && self.clause(self.top()).subject.is_none();
        let (kind, governor) = match antecedent {
            Some(antecedent) => (ClauseKind::Relative, Some(self.syntax.phrases[antecedent as usize].head)),
            None if one_of!(hash, "when" | "where") && !question_verb => (ClauseKind::Adverbial, self.top_verb()),
            None => (ClauseKind::Question, self.top_verb()),
        };
        if kind == ClauseKind::Question && at_start && k == 0 {
            // a question, or "What matters is": the word stands where a subject would
            self.touch(chunk.extent);
            let top = self.top();
            self.clause_mut(top).marker = Some(marker);
            return;
        }
        if kind == ClauseKind::Adverbial && self.comma {
            self.close_inner();
        }
        let parent = Some(self.top());
        let preposition = self.preposition.take();
        let sibling =
            self.conjunction.and_then(|_| self.sibling(|clause| clause.kind == kind && kind != ClauseKind::Adverbial));
        let first = preposition.unwrap_or(marker);
        match sibling {
            Some(sibling) if before.is_none() || matches!(kind, ClauseKind::Relative) => {
                let id = self.coordinate(sibling, first);
                self.clause_mut(id).marker = Some(marker);
                self.clause_mut(id).subject = None;
                self.clause_mut(id).shared_subject = false;
            }
            _ => {
                let id = self.open(kind, first, Some(marker), parent);
                self.clause_mut(id).governor = governor;
            }
        }
        self.touch(chunk.extent);
        self.fresh = None;
        self.joint = None;
    }

    /// The noun phrase before a relative word; a comma or a preposition may stand between.
    fn before_phrase_or_preposition(&self, k: usize) -> Option<PhraseId> {
        let mut j = k;
        for _ in 0..3 {
            j = j.checked_sub(1)?;
            match self.chunks[j].kind {
                ChunkKind::Phrase(id) if self.syntax.phrases[id as usize].time => return self.before_time(id, j),
                ChunkKind::Phrase(id) => return Some(id),
                ChunkKind::Comma
                | ChunkKind::Preposition
                | ChunkKind::QuoteMark
                | ChunkKind::BracketClose
                | ChunkKind::Conjunction => {}
                _ => return None,
            }
        }
        None
    }

    /// "an attack on a mosque on Friday that killed": a time in between is not what the relative clause is about.
    fn before_time(&self, time: PhraseId, chunk: usize) -> Option<PhraseId> {
        let mut j = chunk;
        if j > 0 && matches!(self.chunks[j - 1].kind, ChunkKind::Preposition) {
            j -= 1;
        }
        match j.checked_sub(1).map(|j| self.chunks[j].kind) {
            Some(ChunkKind::Phrase(before)) => match self.syntax.phrases[before as usize].link {
                Link::Modifier(_) => Some(self.root(before)),
                _ => Some(before),
            },
            _ => Some(time),
        }
    }

    /// The phrase that a row of prepositional phrases starts from.
    fn root(&self, phrase: PhraseId) -> PhraseId {
        let mut root = phrase;
        for _ in 0..LOOK_AHEAD {
            match self.syntax.phrases[root as usize].link {
                Link::Modifier(owner)
                    if self.grammar.relational(&self.words[self.syntax.phrases[owner as usize].head as usize]) =>
                {
                    root = owner
                }
                _ => break,
            }
        }
        root
    }

    fn adjective(&mut self, extent: Extent) {
        let top = self.top();
        let clause = *self.clause(top);
        if clause.group.is_some_and(|group| group.copula || !group.passive)
            && clause.predicate.is_none()
            && clause.objects[0].is_none()
        {
            self.clause_mut(top).predicate = Some(extent.first);
        }
        let (comma, conjunction) = (self.comma, self.conjunction);
        self.touch(extent);
        // an adjective between commas does not use them up
        self.comma = comma && clause.group.is_none();
        self.conjunction = conjunction.filter(|_| false);
    }

    fn quote_mark(&mut self, k: usize) {
        let mark = self.chunks[k].extent.first;
        let opens = self.syntax.quotations.binary_search_by_key(&mark, |quotation| quotation.open).is_ok();
        self.adjacent = None;
        if opens {
            self.quotes.push((mark, self.stack.len()));
            return;
        }
        // a mark whose partner stands inside a verb group or a noun phrase closes no clause
        let before = self.syntax.quotations.partition_point(|quotation| quotation.open < mark);
        let open = self.syntax.quotations[before.saturating_sub(DEEPEST)..before]
            .iter()
            .rev()
            .find(|quotation| quotation.close == Some(mark));
        if let (Some(open), Some(&(last, depth))) = (open, self.quotes.last()) {
            if open.open == last {
                self.quotes.pop();
                self.pop_to(depth.max(1));
                self.comma = true;
                self.fresh = None;
            }
        }
    }

    // ------------------------------------------------------------------ verbs

    fn verb(&mut self, k: usize, group: VerbGroup) {
        if self.completes_question(group) {
            let top = self.top();
            if let Some(open) = &mut self.clause_mut(top).group {
                open.head = group.head;
                open.particle = group.particle;
                open.passive = group.passive || open.copula && group.mood == Mood::Participle;
                open.copula = false;
                open.negation = open.negation.or(group.negation);
            }
            self.behind_group(group);
            return;
        }
        if self.completes_linking(k, group) {
            // "remain committed", "seem worried"
            let top = self.top();
            self.clause_mut(top).predicate = Some(group.head);
            self.behind_group(group);
            return;
        }
        match group.mood {
            Mood::Finite => self.finite(k, group),
            Mood::Infinitive => self.infinitive(k, group),
            Mood::Bare => self.bare(k, group),
            Mood::Gerund => self.gerund(k, group),
            Mood::Participle => self.participle(k, group),
        }
        self.behind_group(group);
    }

    /// A participle right behind a verb that links.
    fn completes_linking(&self, k: usize, group: VerbGroup) -> bool {
        let clause = self.clause(self.top());
        let participle =
            group.mood == Mood::Participle || group.tense == GroupTense::Past && group.extent.first == group.head;
        participle
            && clause.predicate.is_none()
            && k.checked_sub(1).is_some_and(|_| self.behind_verb(k))
            && clause.verb().is_some_and(|verb| self.grammar.is_linking(&self.words[verb as usize]))
    }

    fn behind_group(&mut self, group: VerbGroup) {
        self.touch(group.extent);
        self.joint = None;
        self.fresh = None;
        self.preposition = None;
    }

    /// "Did the army attack?": the verb of an auxiliary that stands before its subject.
    fn completes_question(&self, group: VerbGroup) -> bool {
        let top = self.clause(self.top());
        top.inverted
            && top.kind != ClauseKind::Parenthetical
            && top.group.is_some_and(|open| {
                let auxiliary = &self.words[open.head as usize];
                let does = one_of!(auxiliary.hash, "do" | "does" | "did");
                // "nor do analysts expect": the bare form may look like a present
                let bare = group.extent.first == group.head && group.tense == GroupTense::Present && does;
                self.is_inverting(auxiliary)
                    && (bare || matches!(group.mood, Mood::Bare | Mood::Participle | Mood::Gerund))
            })
            && self.adjacent == top.subject
    }

    fn set_group(&mut self, clause: ClauseId, group: VerbGroup) {
        self.clause_mut(clause).group = Some(group);
    }

    fn finite(&mut self, k: usize, group: VerbGroup) {
        let top = self.top();
        let commas = |fresh: Fresh| {
            self.chunks[fresh.chunk..k].iter().filter(|chunk| matches!(chunk.kind, ChunkKind::Comma)).count()
        };
        if self.conjunction.is_some() || self.comma && self.fresh.is_some_and(|fresh| commas(fresh) < 2) {
            // what stood before the conjunction or the comma is no subject of this verb, but for "the mayor, Ana Lopez, said"
            self.fresh = None;
        }
        if k == 0
            && group.tense == GroupTense::Past
            && self.words[group.head as usize].pos == Pos::Verb
            && !group.passive
        {
            // "Asked whether he would resign, ..."
            return self.open_participle(k, group);
        }
        if self.clause(top).group.is_none() {
            // "the bridge rebels destroyed fell": a second noun phrase in front opens a relative clause without marker
            if let (Some(fresh), Some(subject)) = (self.fresh, self.clause(top).subject) {
                if fresh.phrase != subject && !fresh.conjunction && self.is_loose(fresh.phrase) {
                    if fresh.comma && self.grammar.quotative(&self.words[group.head as usize]) {
                        return self.parenthetical(
                            self.syntax.phrases[fresh.phrase as usize].base.first,
                            Some(fresh.phrase),
                            group,
                        );
                    }
                    if !fresh.comma {
                        return self.reduced_relative(fresh, subject, group);
                    }
                }
            }
            if self.is_reduced_participle(k, group) || self.comma && self.is_agentive(k, group) {
                return self.open_participle(k, group);
            }
            return self.set_group(top, group);
        }
        if let Some(fresh) = self.fresh.filter(|&fresh| !self.is_adverbial(fresh.phrase)) {
            return self.finite_behind_phrase(k, fresh, group);
        }
        // "What matters is ...": the clause so far is the subject
        if self.clause(top).kind == ClauseKind::Main
            && self.clause(top).marker.is_some()
            && self.clause(top).subject.is_none()
        {
            let first = self.clause(top).extent.first;
            self.pop();
            let id = self.open(ClauseKind::Main, first, None, None);
            let subject = self.clause_mut(top);
            subject.kind = ClauseKind::Question;
            subject.parent = Some(id);
            subject.governor = Some(group.head);
            return self.set_group(id, group);
        }
        if let Some(joint) = self.joint.take() {
            if let Some(left) = self.left_conjunct(group) {
                let end = self.end_before(joint);
                let id = self.coordinate_at(left, self.chunks[joint + 1].extent.first, end);
                return self.set_group(id, group);
            }
        }
        // "said the house, a ruin since the war, had burned": the object so far is the subject of the complement
        if let (None, Some(object), true) = (self.waiting(), self.clause(top).objects[0], self.top_takes_clause()) {
            if let Some(chunk) = self.chunk_of_phrase(object, k).filter(|_| self.conjunction.is_none()) {
                let fresh = Fresh { phrase: object, chunk, comma: false, conjunction: false };
                return self.finite_behind_phrase(k, fresh, group);
            }
        }
        // a subject that has waited behind a relative clause or an apposition
        if let Some(depth) = self.waiting() {
            self.pop_to(depth);
            let top = self.top();
            return self.set_group(top, group);
        }
        if self.clause(top).kind == ClauseKind::Relative
            && self.behind_verb(k)
            && self.top_verb().is_some_and(|verb| self.grammar.quotative(&self.words[verb as usize]))
        {
            return self.report_in_relative(top, group);
        }
        if self.grammar.quotative(&self.words[group.head as usize]) && self.inversion_follows(k) {
            return self.parenthetical(group.extent.first, None, group);
        }
        if self.comma
            && group.tense == GroupTense::Past
            && group.extent.first == group.head
            && self.words[group.head as usize].pos == Pos::Verb
        {
            // "was hanged, expedited in retaliation": a participle that is tagged as a past tense
            return self.open_participle(k, group);
        }
        // a gerund or clause as subject, or a verb that the chunks before explain badly
        let parent = Some(self.top());
        let governor = self.top_verb();
        let id = self.open(ClauseKind::Bare, group.extent.first, None, parent);
        self.clause_mut(id).governor = governor;
        self.set_group(id, group);
    }

    /// "which he said did not work": the verb so far only reports.
    fn report_in_relative(&mut self, relative: ClauseId, group: VerbGroup) {
        let report = *self.clause(relative);
        let first =
            report.subject.map_or(report.extent.first, |subject| self.syntax.phrases[subject as usize].base.first);
        let id = self.open(ClauseKind::Parenthetical, first, None, Some(relative));
        self.clause_mut(id).group = report.group;
        if let Some(subject) = report.subject {
            self.set_subject(id, subject);
        }
        self.pop();
        let relative = self.clause_mut(relative);
        relative.subject = None;
        relative.group = Some(group);
    }

    fn is_adverbial(&self, phrase: PhraseId) -> bool {
        matches!(self.syntax.phrases[phrase as usize].link, Link::Adverbial(_))
    }

    fn is_loose(&self, phrase: PhraseId) -> bool {
        self.syntax.phrases[phrase as usize].link == Link::Loose
    }

    /// The depth of the innermost open clause that has a subject and lacks its verb.
    fn waiting(&self) -> Option<usize> {
        let floor = self.floor();
        (floor..=self.stack.len()).rev().find(|&depth| {
            let clause = self.clause(self.stack[depth - 1]);
            clause.group.is_none() && clause.kind != ClauseKind::Adverbial
        })
    }

    /// A quotative verb with its subject behind it: "said the governor", "added Ivanov, the mayor".
    fn inversion_follows(&self, k: usize) -> bool {
        matches!(self.chunks.get(k + 1).map(|c| c.kind), Some(ChunkKind::Phrase(_)))
    }

    fn reduced_relative(&mut self, fresh: Fresh, antecedent: PhraseId, group: VerbGroup) {
        let first = self.syntax.phrases[fresh.phrase as usize].base.first;
        let parent = Some(self.top());
        let id = self.open(ClauseKind::Relative, first, None, parent);
        self.clause_mut(id).governor = Some(self.syntax.phrases[antecedent as usize].head);
        self.clause_mut(id).set_off = false;
        self.set_subject(id, fresh.phrase);
        self.set_group(id, group);
    }

    fn finite_behind_phrase(&mut self, k: usize, fresh: Fresh, group: VerbGroup) {
        let first = self.chunks[fresh.chunk].extent.first;
        let top = self.top();
        let end_before = self.end_before(fresh.chunk);
        let quotative = self.grammar.quotative(&self.words[group.head as usize]);
        if fresh.conjunction {
            // with a comma, the clause is coordinated with one further out
            let but = self.conjunction.is_some_and(|word| one_of!(self.words[word as usize].hash, "but" | "yet"))
                || self.chunks[..fresh.chunk]
                    .last()
                    .is_some_and(|chunk| one_of!(self.words[chunk.extent.first as usize].hash, "but" | "yet"));
            let left = if but && fresh.comma { self.outermost() } else { self.left_clause(fresh.comma) };
            let id = self.coordinate_at(left, first, end_before);
            self.set_subject(id, fresh.phrase);
            self.clause_mut(id).shared_subject = false;
            return self.set_group(id, group);
        }
        let object = matches!(self.syntax.phrases[fresh.phrase as usize].link, Link::Object(clause) if clause == top);
        let behind_apposition = self.before_phrase(fresh.chunk).is_some_and(|before| {
            fresh.chunk > 0
                && matches!(self.chunks[fresh.chunk - 1].kind, ChunkKind::Phrase(_))
                && matches!(self.syntax.phrases[before as usize].link, Link::Apposition(_))
        });
        let complement = !fresh.comma
            && !behind_apposition
            && !(self.clause(top).is_passive()
                && !object
                && !self.behind_quote(fresh.chunk)
                && !self.behind_verb(fresh.chunk))
            && (self.top_takes_clause() && (object || self.is_loose(fresh.phrase))
                || self.behind_quote(fresh.chunk) && self.top_takes_clause());
        if complement {
            self.detach(fresh.phrase, top);
            let governor = self.top_verb();
            let id = self.open(ClauseKind::Bare, first, None, Some(top));
            self.clause_mut(id).governor = governor;
            self.set_subject(id, fresh.phrase);
            return self.set_group(id, group);
        }
        if let Some(depth) = self.waiting() {
            let waiting = self.stack[depth - 1];
            if fresh.comma {
                // "If it rains, the army stays": the phrase is the subject of the clause that waits
                self.pop_to_at(depth, end_before);
                if self.clause(waiting).subject.is_none() || self.subject_is_time(waiting) {
                    self.set_subject(waiting, fresh.phrase);
                }
            } else {
                self.pop_to(depth);
            }
            return self.set_group(waiting, group);
        }
        if fresh.comma {
            if quotative && self.closes_report(k) {
                return self.parenthetical(first, Some(fresh.phrase), group);
            }
            let left = self.left_clause(true);
            let adverbial_first = self.clause(left).kind == ClauseKind::Adverbial;
            let id = self.coordinate_at(left, first, end_before);
            if adverbial_first {
                self.clause_mut(id).kind = ClauseKind::Main;
            }
            self.clause_mut(id).shared_subject = false;
            self.set_subject(id, fresh.phrase);
            return self.set_group(id, group);
        }
        if quotative && self.closes_report(k) && self.behind_quote(fresh.chunk) {
            return self.parenthetical(first, Some(fresh.phrase), group);
        }
        if group.tense == GroupTense::Past
            && group.extent.first == group.head
            && self.is_object_of_top(fresh.phrase)
            && !self.is_nominative(fresh.phrase)
        {
            // "breaking a promise made two years ago"
            return self.open_participle(k, group);
        }
        // a phrase that was an object, or stands loose, with a verb behind it: a relative clause without marker
        let antecedent = self.before_phrase(fresh.chunk).filter(|_| !self.is_object_of_top(fresh.phrase));
        let kind = if antecedent.is_some() { ClauseKind::Relative } else { ClauseKind::Bare };
        let governor = antecedent.map(|antecedent| self.syntax.phrases[antecedent as usize].head).or(self.top_verb());
        self.detach(fresh.phrase, top);
        let id = self.open(kind, first, None, Some(top));
        self.clause_mut(id).governor = governor;
        self.clause_mut(id).set_off = false;
        self.set_subject(id, fresh.phrase);
        self.set_group(id, group);
    }

    fn is_object_of_top(&self, phrase: PhraseId) -> bool {
        matches!(self.syntax.phrases[phrase as usize].link, Link::Object(_) | Link::Predicate(_))
    }

    fn behind_quote(&self, chunk: usize) -> bool {
        chunk > 0 && matches!(self.chunks[chunk - 1].kind, ChunkKind::QuoteMark)
    }

    /// Whether a reporting clause ends behind its verb at chunk `k`: a comma, a quotation mark, the end, or adverbials up to one.
    fn closes_report(&self, k: usize) -> bool {
        for j in k + 1..(k + LOOK_AHEAD).min(self.chunks.len()) {
            match self.chunks[j].kind {
                ChunkKind::Comma
                | ChunkKind::Other
                | ChunkKind::QuoteMark
                | ChunkKind::Colon
                | ChunkKind::Semicolon
                | ChunkKind::Dash => return true,
                ChunkKind::Preposition | ChunkKind::Adverb => {}
                ChunkKind::Phrase(_) => {}
                ChunkKind::Verb(group) => return matches!(group.mood, Mood::Gerund | Mood::Participle),
                ChunkKind::Conjunction => {}
                _ => return false,
            }
        }
        true
    }

    /// Where the content before a chunk ends, without commas, conjunctions and opening marks.
    fn end_before(&self, chunk: usize) -> u32 {
        self.chunks[..chunk]
            .iter()
            .rev()
            .find(|chunk| {
                !matches!(
                    chunk.kind,
                    ChunkKind::Comma | ChunkKind::Conjunction | ChunkKind::QuoteMark | ChunkKind::Dash
                )
            })
            .map_or(self.content_end, |chunk| chunk.extent.last)
    }

    /// Takes a phrase out of the object place it was put in.
    fn detach(&mut self, phrase: PhraseId, clause: ClauseId) {
        let clause = self.clause_mut(clause);
        for object in &mut clause.objects {
            if *object == Some(phrase) {
                *object = None;
            }
        }
        self.syntax.phrases[phrase as usize].link = Link::Loose;
    }

    fn parenthetical(&mut self, first: u32, subject: Option<PhraseId>, group: VerbGroup) {
        // it reports the whole sentence so far, or the clause it interrupts
        let depth = self.floor();
        let end = match subject {
            Some(_) => self.fresh.map_or(self.content_end, |fresh| self.end_before(fresh.chunk)),
            None => self.content_end,
        };
        let waits = self.waiting().is_some();
        if !waits {
            self.pop_to_at(depth.min(self.stack.len()).max(1), end);
        }
        let parent = Some(self.top());
        let id = self.open(ClauseKind::Parenthetical, first, None, parent);
        if let Some(subject) = subject {
            self.set_subject(id, subject);
        }
        self.set_group(id, group);
    }

    /// The open clause that a verb behind a conjunction is coordinated with.
    fn left_conjunct(&self, group: VerbGroup) -> Option<ClauseId> {
        let fits = |clause: &Clause| clause.group.is_some_and(|left| left.mood == group.mood);
        let same_tense = |clause: &Clause| fits(clause) && clause.group.is_some_and(|left| left.tense == group.tense);
        let innermost = self.sibling(fits)?;
        if self.clause(innermost).group.is_some_and(|left| left.tense == group.tense) && !self.comma {
            return Some(innermost);
        }
        // with a comma, or another tense, a clause further out that agrees is the better one
        let outer = self.sibling(|clause| {
            same_tense(clause) && !matches!(clause.kind, ClauseKind::Relative | ClauseKind::Adverbial)
        });
        outer.or(Some(innermost))
    }

    /// The open clause that a clause with its own subject is coordinated with.
    fn left_clause(&self, comma: bool) -> ClauseId {
        let finite = self.sibling(|clause| {
            clause.is_finite()
                && !(comma
                    && matches!(clause.kind, ClauseKind::Relative | ClauseKind::Adverbial | ClauseKind::Participle))
        });
        finite.unwrap_or_else(|| self.outermost())
    }

    /// The outermost clause that may be closed here.
    fn outermost(&self) -> ClauseId {
        self.stack[self.floor().min(self.stack.len()) - 1]
    }

    fn coordinate(&mut self, left: ClauseId, first: u32) -> ClauseId {
        let end = self.content_end;
        self.coordinate_at(left, first, end)
    }

    /// Closes `left` and what is open inside it, and opens a clause coordinated with it, which shares its subject until it gets its own.
    fn coordinate_at(&mut self, left: ClauseId, first: u32, end: u32) -> ClauseId {
        let depth = self.stack.iter().position(|&id| id == left).unwrap_or(0);
        self.pop_to_at(depth, end);
        let model = *self.clause(left);
        let id = self.open(model.kind, first, None, model.parent);
        let clause = self.clause_mut(id);
        clause.subject = model.subject;
        clause.shared_subject = model.subject.is_some() || model.shared_subject;
        clause.governor = model.governor;
        clause.conjunct_of = Some(left);
        clause.set_off = model.set_off;
        if matches!(model.kind, ClauseKind::Relative | ClauseKind::Question) {
            clause.marker = model.marker;
        }
        id
    }

    fn infinitive(&mut self, k: usize, group: VerbGroup) {
        if self.conjunction.is_some() {
            if let Some(left) = self.sibling(|clause| clause.kind == ClauseKind::Infinitive) {
                let id = self.coordinate(left, group.extent.first);
                return self.set_group(id, group);
            }
        }
        self.open_infinitive(k, group);
    }

    fn open_infinitive(&mut self, k: usize, group: VerbGroup) {
        let top = self.top();
        let noun = self.adjacent.map(|phrase| self.syntax.phrases[phrase as usize].head);
        let by_noun = noun.filter(|&noun| {
            self.grammar.noun_takes_clause(&self.words[noun as usize])
                || self.clause(top).group.is_none() && !self.behind_verb(k)
        });
        let clause = *self.clause(top);
        let governor = by_noun.or(clause.predicate.filter(|_| self.adjacent.is_none())).or(clause.verb());
        // the object of ask, order, allow does what the infinitive says; else the subject
        let controls = clause.verb().is_some_and(|verb| {
            self.grammar.takes_control(&self.words[verb as usize])
                || self.grammar.takes_bare(&self.words[verb as usize])
        });
        let subject = if by_noun.is_some() { None } else { clause.objects[0].filter(|_| controls).or(clause.subject) };
        let id = self.open(ClauseKind::Infinitive, group.extent.first, None, Some(top));
        let infinitive = self.clause_mut(id);
        infinitive.governor = governor;
        infinitive.subject = subject;
        infinitive.shared_subject = true;
        self.set_group(id, group);
    }

    fn bare(&mut self, k: usize, group: VerbGroup) {
        let top = self.top();
        let clause = *self.clause(top);
        if self.conjunction.is_some() && self.fresh.is_none_or(|fresh| !fresh.conjunction) {
            let fits = |clause: &Clause| {
                clause
                    .group
                    .is_some_and(|left| matches!(left.mood, Mood::Infinitive | Mood::Bare) || left.modal.is_some())
            };
            if let Some(left) = self.sibling(fits) {
                let inherited = self.clause(left).group;
                let id = self.coordinate(left, group.extent.first);
                // "will go and stay": the modal holds for both
                let group = match inherited {
                    Some(left) if left.mood == Mood::Finite => {
                        VerbGroup { mood: Mood::Finite, tense: left.tense, modal: left.modal, ..group }
                    }
                    Some(left) => VerbGroup { mood: left.mood, ..group },
                    None => group,
                };
                return self.set_group(id, group);
            }
        }
        match clause.group {
            None => {
                let mood = if clause.subject.is_some() || clause.marker.is_some() { Mood::Finite } else { Mood::Bare };
                let tense = if mood == Mood::Finite { GroupTense::Present } else { GroupTense::None };
                self.finite(k, VerbGroup { mood, tense, ..group });
            }
            Some(open) if self.grammar.takes_bare(&self.words[open.head as usize]) => self.open_infinitive(k, group),
            Some(_) if self.fresh.is_some() || self.conjunction.is_some() || self.waiting().is_some() => {
                self.finite(k, VerbGroup { mood: Mood::Finite, tense: GroupTense::Present, ..group });
            }
            Some(_) => self.open_infinitive(k, group),
        }
    }

    fn gerund(&mut self, k: usize, group: VerbGroup) {
        let top = self.top();
        if self.conjunction.is_some() && self.preposition.is_none() {
            let left =
                self.sibling(|clause| clause.group.is_some_and(|left| left.mood == Mood::Gerund || left.progressive));
            if let Some(left) = left {
                let inherited = self.clause(left).group;
                let id = self.coordinate(left, group.extent.first);
                let group = match inherited {
                    Some(left) if left.mood == Mood::Finite => {
                        VerbGroup { mood: left.mood, tense: left.tense, progressive: true, ..group }
                    }
                    _ => group,
                };
                return self.set_group(id, group);
            }
        }
        if let Some(preposition) = self.preposition {
            let governor = self
                .adjacent_before(k)
                .map(|phrase| self.syntax.phrases[phrase as usize].head)
                .or(self.clause(top).verb());
            let id = self.open(ClauseKind::Gerund, group.extent.first, Some(preposition), Some(top));
            let subject = self.clause(top).subject;
            let clause = self.clause_mut(id);
            clause.governor = governor;
            clause.subject = subject;
            clause.shared_subject = true;
            return self.set_group(id, group);
        }
        if self.behind_verb(k) && !self.comma {
            let subject = self.clause(top).subject;
            let governor = self.clause(top).verb();
            let id = self.open(ClauseKind::Gerund, group.extent.first, None, Some(top));
            let clause = self.clause_mut(id);
            clause.governor = governor;
            clause.subject = subject;
            clause.shared_subject = true;
            return self.set_group(id, group);
        }
        self.open_participle(k, group);
    }

    /// The noun phrase two chunks back: in front of the preposition of a gerund.
    fn adjacent_before(&self, k: usize) -> Option<PhraseId> {
        match self.chunks.get(k.checked_sub(2)?)?.kind {
            ChunkKind::Phrase(id) => Some(id),
            _ => None,
        }
    }

    fn participle(&mut self, k: usize, group: VerbGroup) {
        if self.conjunction.is_some() {
            self.fresh = None;
        }
        // "12 people were killed and 30 wounded" shares the auxiliary, with a subject of its own
        let gapped = self.fresh.filter(|fresh| fresh.conjunction && self.adjacent.is_some());
        if self.conjunction.is_some() || gapped.is_some() {
            let left = self.sibling(|clause| {
                clause.group.is_some_and(|left| (left.passive || left.perfect) && left.mood == Mood::Finite)
            });
            if let Some(left) = left {
                let inherited = self.clause(left).group;
                let id = match gapped {
                    Some(fresh) => {
                        let first = self.syntax.phrases[fresh.phrase as usize].base.first;
                        let end = self.end_before(fresh.chunk);
                        let id = self.coordinate_at(left, first, end);
                        self.clause_mut(id).shared_subject = false;
                        self.set_subject(id, fresh.phrase);
                        id
                    }
                    None => self.coordinate(left, group.extent.first),
                };
                let group = match inherited {
                    Some(left) => VerbGroup {
                        mood: left.mood,
                        tense: left.tense,
                        modal: left.modal,
                        perfect: left.perfect,
                        passive: left.passive,
                        ..group
                    },
                    None => group,
                };
                return self.set_group(id, group);
            }
        }
        let top = self.top();
        let past = VerbGroup { mood: Mood::Finite, tense: GroupTense::Past, passive: false, ..group };
        if self.is_finite_past(k, group) {
            return self.finite(k, past);
        }
        self.open_participle(k, group);
    }

    /// A past participle by its tag that carries a clause: by its subject, or because nothing else can.
    fn is_finite_past(&self, k: usize, group: VerbGroup) -> bool {
        if group.extent.first != group.head || self.words[group.head as usize].pos != Pos::Verb {
            return false;
        }
        let next = self.chunks.get(k + 1);
        if next.is_some_and(|chunk| {
            matches!(chunk.kind, ChunkKind::Preposition) && one_of!(self.words[chunk.extent.first as usize].hash, "by")
        }) {
            return false;
        }
        let top = self.clause(self.top());
        let has_object = matches!(next.map(|chunk| chunk.kind), Some(ChunkKind::Phrase(id)) if !self.syntax.phrases[id as usize].time);
        let Some(subject) = self.adjacent else {
            // "A commander, reached by telephone, insisted": the subject waits behind a comma
            return top.group.is_none() && top.subject.is_some() && self.comma && !self.finite_ahead(k)
                || self.comma
                    && self.waiting().is_some()
                    && !self.finite_ahead(k)
                    && !matches!(self.chunks[k - 1].kind, ChunkKind::Conjunction);
        };
        if self.is_nominative(subject) {
            return true;
        }
        if top.group.is_none() {
            return has_object || !self.finite_ahead(k);
        }
        let Some(fresh) = self.fresh.filter(|fresh| fresh.phrase == subject) else { return false };
        let reports = self.grammar.quotative(&self.words[group.head as usize]) && self.closes_report(k);
        if fresh.comma && reports || fresh.conjunction && !self.finite_ahead(k) {
            return true;
        }
        // "said his party remained ready"
        self.top_takes_clause()
            && self.fresh.is_some_and(|fresh| !fresh.comma)
            && !self.finite_ahead(k)
            && self.behind_verb(fresh.chunk)
    }

    fn is_nominative(&self, phrase: PhraseId) -> bool {
        let phrase = &self.syntax.phrases[phrase as usize];
        phrase.pronoun && one_of!(self.words[phrase.head as usize].hash, "he" | "she" | "they" | "we" | "i" | "it")
    }

    /// Whether a finite verb follows that can belong to the clause that is open now.
    fn finite_ahead(&self, k: usize) -> bool {
        let mut subject_before = false;
        for j in (k + 1..self.chunks.len()).take(LOOK_AHEAD * 2) {
            match self.chunks[j].kind {
                ChunkKind::Verb(group) if group.mood == Mood::Finite => {
                    if !subject_before {
                        let coordinated =
                            self.chunks[k + 1..j].iter().rev().find(|chunk| !matches!(chunk.kind, ChunkKind::Adverb));
                        if coordinated.is_some_and(|chunk| matches!(chunk.kind, ChunkKind::Conjunction)) {
                            return false;
                        }
                        return true;
                    }
                    subject_before = false;
                }
                ChunkKind::Wh | ChunkKind::Subordinator => subject_before = true,
                ChunkKind::Preposition if self.is_clause_marker(j) => subject_before = true,
                ChunkKind::Semicolon | ChunkKind::Colon => return false,
                _ => {}
            }
        }
        false
    }

    /// A past form right behind a subject that turns out to be a participle: "the man arrested on Monday was released".
    fn is_reduced_participle(&self, k: usize, group: VerbGroup) -> bool {
        let head = &self.words[group.head as usize];
        if group.tense != GroupTense::Past
            || group.extent.first != group.head
            || head.pos != Pos::Verb
            || is_be(head.hash)
            || self.adjacent.is_none()
        {
            return false;
        }
        let mut j = k + 1;
        while let Some(chunk) = self.chunks.get(j) {
            match chunk.kind {
                ChunkKind::Preposition
                    if matches!(self.chunks.get(j + 1).map(|c| c.kind), Some(ChunkKind::Phrase(_))) =>
                {
                    j += 2
                }
                ChunkKind::Adverb => j += 1,
                ChunkKind::Phrase(id) if self.syntax.phrases[id as usize].time => j += 1,
                ChunkKind::Verb(next) => return j > k + 1 && next.mood == Mood::Finite,
                // ", made up of volunteers, began"
                ChunkKind::Comma if self.comma && j > k + 1 => j += 1,
                _ => return false,
            }
            if j > k + LOOK_AHEAD {
                return false;
            }
        }
        false
    }

    /// A single past form with a by-phrase behind it: ", reached by telephone, ".
    fn is_agentive(&self, k: usize, group: VerbGroup) -> bool {
        group.tense == GroupTense::Past
            && group.extent.first == group.head
            && self.words[group.head as usize].pos == Pos::Verb
            && self.chunks.get(k + 1).is_some_and(|chunk| {
                matches!(chunk.kind, ChunkKind::Preposition)
                    && one_of!(self.words[chunk.extent.first as usize].hash, "by")
            })
    }

    fn open_participle(&mut self, _k: usize, group: VerbGroup) {
        let top = self.top();
        let passive = group.passive || group.tense == GroupTense::Past;
        let group = match group.mood {
            Mood::Finite => VerbGroup { mood: Mood::Participle, tense: GroupTense::None, passive, ..group },
            _ => group,
        };
        let id;
        if let Some(phrase) = self.adjacent.filter(|_| !self.comma) {
            let head = self.syntax.phrases[phrase as usize].head;
            id = self.open(ClauseKind::Participle, group.extent.first, None, Some(top));
            let clause = self.clause_mut(id);
            clause.governor = Some(head);
            clause.subject = Some(phrase);
        } else {
            if self.comma {
                self.close_inner();
            }
            let top = self.top();
            let (subject, governor) = (self.clause(top).subject, self.clause(top).verb());
            id = self.open(ClauseKind::Participle, group.extent.first, None, Some(top));
            let clause = self.clause_mut(id);
            clause.governor = governor;
            clause.subject = subject;
            clause.set_off = true;
        }
        self.clause_mut(id).shared_subject = true;
        self.set_group(id, group);
    }
}
