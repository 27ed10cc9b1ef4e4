//! Chunks: a sentence as a flat row of noun phrases, verb groups and the function words between them.

use super::group::{self, VerbGroup};
use super::word::{is_be, is_possessive_mark, is_possessive_pronoun, is_predeterminer, is_wh, one_of};
use super::{Extent, Grammar, GroupTense, Link, Mood, Phrase, PhraseId, is_quote_mark};
use crate::tag::{Pos, VerbForm, Word};
use crate::token::{Gap, Shape, hash};

/// One piece of the row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chunk {
    pub kind: ChunkKind,
    pub extent: Extent,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum ChunkKind {
    Phrase(PhraseId),
    Verb(VerbGroup),
    Preposition,
    /// that, whether, if, because ...
    Subordinator,
    /// who, which, what, where, "that" as a relative pronoun ...
    Wh,
    /// and, or, but, nor, yet
    Conjunction,
    Adverb,
    Adjective,
    Comma,
    Semicolon,
    Colon,
    Dash,
    QuoteMark,
    BracketOpen,
    BracketClose,
    /// Closing punctuation, signs, interjections.
    Other,
}

/// Appends the chunks of the words in `extent`, and their noun phrases.
pub(super) fn chunk(
    words: &[Word],
    extent: Extent,
    grammar: &Grammar,
    chunks: &mut Vec<Chunk>,
    phrases: &mut Vec<Phrase>,
) {
    let chunker = Chunker { words: &words[..extent.last as usize], grammar };
    let mut i = extent.first as usize;
    while i < chunker.words.len() {
        let (kind, last) = if let Some((kind, length)) = chunker.compound(i) {
            (kind, i + length)
        } else if chunker.is_verb_for_noun(i, extent.first as usize) {
            phrases.push(Phrase::of_word(i as u32));
            (ChunkKind::Phrase(phrases.len() as PhraseId - 1), i + 1)
        } else if let Some(last) = chunker.participle_phrase(i, chunks.last(), phrases) {
            (ChunkKind::Phrase(phrases.len() as PhraseId - 1), last)
        } else if let Some(group) = group::verb_group(chunker.words, i) {
            (ChunkKind::Verb(chunker.with_past(group)), group.extent.last as usize)
        } else if let Some(last) = chunker.noun_phrases(i, phrases) {
            (ChunkKind::Phrase(phrases.len() as PhraseId - 1), last)
        } else {
            (chunker.single(i), i + 1)
        };
        chunks.push(Chunk { kind, extent: Extent::new(i as u32, last as u32) });
        i = last;
    }
}

struct Chunker<'a> {
    words: &'a [Word],
    grammar: &'a Grammar<'a>,
}

impl Chunker<'_> {
    fn pos(&self, i: usize) -> Option<Pos> {
        self.words.get(i).map(|word| word.pos)
    }

    fn hash(&self, i: usize) -> u64 {
        self.words.get(i).map_or(0, |word| word.hash)
    }

    /// "was struck by a car": a participle behind "be" that is tagged as an adjective.
    fn with_participle(&self, group: VerbGroup) -> VerbGroup {
        let next = group.extent.last as usize;
        let is_participle =
            |at: usize| self.words.get(at).is_some_and(|word| word.pos == Pos::Adj && self.grammar.takes_passive(word));
        if !group.copula || !is_participle(next) || self.nominal_follows(next + 1) {
            return group;
        }
        let extent = Extent::new(group.extent.first, next as u32 + 1);
        VerbGroup { head: next as u32, extent, passive: true, copula: false, ..group }
    }

    /// "the door broke": a form that is no participle, whatever its tag.
    fn with_past(&self, group: VerbGroup) -> VerbGroup {
        let group = self.with_participle(group);
        let head = &self.words[group.head as usize];
        let alone = group.mood == Mood::Participle && group.extent.first == group.head;
        if !alone || !self.grammar.is_past(head) {
            return group;
        }
        VerbGroup { mood: Mood::Finite, tense: GroupTense::Past, passive: false, ..group }
    }

    /// "of delayed trains": a past participle behind a preposition modifies the noun behind it.
    fn participle_phrase(&self, i: usize, before: Option<&Chunk>, phrases: &mut Vec<Phrase>) -> Option<usize> {
        let word = &self.words[i];
        let behind = before.is_some_and(|chunk| matches!(chunk.kind, ChunkKind::Preposition));
        let participle = word.pos == Pos::Verb && matches!(word.form, VerbForm::Participle | VerbForm::Past);
        if !behind || !participle || !self.nominal_follows(i + 1) {
            return None;
        }
        let at = phrases.len();
        let last = self.noun_phrases(i + 1, phrases)?;
        for phrase in &mut phrases[at..] {
            phrase.base.first = i as u32;
            phrase.full.first = i as u32;
        }
        Some(last)
    }

    /// A subject that is tagged as a verb: "fighting continued", "Witnesses believe" at the start of a sentence.
    fn is_verb_for_noun(&self, i: usize, start: usize) -> bool {
        let word = &self.words[i];
        if word.pos != Pos::Verb {
            return false;
        }
        let finite_next = self.words.get(i + 1).is_some_and(|next| {
            matches!(next.pos, Pos::Verb | Pos::Aux)
                && matches!(next.form, VerbForm::Past | VerbForm::Present | VerbForm::Modal)
        });
        let after_auxiliary = i > start && matches!(self.words[i - 1].pos, Pos::Aux | Pos::Part | Pos::Adv);
        finite_next
            && !after_auxiliary
            && (word.form == VerbForm::Gerund || i == start && matches!(word.form, VerbForm::Present | VerbForm::Base))
            // "whose land it is"
            || i > start && matches!(word.form, VerbForm::Base | VerbForm::Present) && one_of!(self.hash(i - 1), "whose")
            // "Signs of frost ..."
            || i == start && word.form == VerbForm::Present && one_of!(self.hash(i + 1), "of")
    }

    /// Function words of several words: "according to", "because of", "as well as".
    fn compound(&self, i: usize) -> Option<(ChunkKind, usize)> {
        let h = |k: usize| self.hash(i + k);
        let pos = self.words[i].pos;
        if matches!(pos, Pos::Noun | Pos::Propn | Pos::Pron | Pos::Det | Pos::Num | Pos::Punct) {
            return None;
        }
        let two = one_of!(
            h(0),
            "according" | "due" | "prior" | "thanks" | "owing" | "next" | "close" | "contrary" | "subject"
        ) && one_of!(h(1), "to")
            && self.pos(i + 1) != Some(Pos::Part)
            || one_of!(h(0), "because" | "instead" | "ahead" | "outside" | "inside" | "regardless" | "out")
                && one_of!(h(1), "of")
            || one_of!(h(0), "along" | "together") && one_of!(h(1), "with")
            || one_of!(h(0), "such") && one_of!(h(1), "as")
            || one_of!(h(0), "rather" | "other") && one_of!(h(1), "than");
        // prepositions that are spelled like verbs
        if one_of!(
            h(0),
            "including"
                | "excluding"
                | "regarding"
                | "concerning"
                | "following"
                | "pending"
                | "amid"
                | "despite"
                | "per"
        ) && pos != Pos::Adj
            && i.checked_sub(1).is_none_or(|before| !is_be(self.hash(before)) && self.pos(before) != Some(Pos::Adp))
            && self.nominal_starts(i + 1)
        {
            return Some((ChunkKind::Preposition, 1));
        }
        if two && !matches!(self.pos(i + 2), Some(Pos::Verb)) {
            return Some((ChunkKind::Preposition, 2));
        }
        if one_of!(h(0), "as") && one_of!(h(1), "well") && one_of!(h(2), "as") {
            return Some((ChunkKind::Conjunction, 3));
        }
        if one_of!(h(0), "even") && one_of!(h(1), "if" | "though" | "when" | "as")
            || one_of!(h(0), "as") && one_of!(h(1), "if" | "though")
        {
            return Some((ChunkKind::Subordinator, 2));
        }
        if one_of!(h(0), "so") && one_of!(h(1), "that") && pos != Pos::Verb
            || one_of!(h(0), "now" | "given" | "provided") && one_of!(h(1), "that")
        {
            return Some((ChunkKind::Subordinator, 2));
        }
        None
    }

    fn single(&self, i: usize) -> ChunkKind {
        let word = &self.words[i];
        match word.pos {
            Pos::Adp | Pos::Sconj if one_of!(self.hash(i + 1), "of") => ChunkKind::Preposition,
            Pos::Adp => {
                if one_of!(word.hash, "because" | "if" | "while" | "although" | "though" | "unless" | "whether") {
                    ChunkKind::Subordinator
                } else {
                    ChunkKind::Preposition
                }
            }
            Pos::Sconj => {
                let wh = one_of!(word.hash, "when" | "where" | "why" | "how");
                if wh { ChunkKind::Wh } else { ChunkKind::Subordinator }
            }
            Pos::Cconj => ChunkKind::Conjunction,
            Pos::Adv if one_of!(word.hash, "when" | "where" | "why" | "how") => ChunkKind::Wh,
            Pos::Adv | Pos::Part => ChunkKind::Adverb,
            Pos::Adj => ChunkKind::Adjective,
            Pos::Pron | Pos::Det if is_wh(word.hash) => ChunkKind::Wh,
            Pos::Punct | Pos::Sym => punctuation(word),
            _ => ChunkKind::Other,
        }
    }

    // ------------------------------------------------------------------ noun phrases

    /// The noun phrases that start at `i`: one, with its possessors before it; `None` where none starts.
    fn noun_phrases(&self, i: usize, phrases: &mut Vec<Phrase>) -> Option<usize> {
        let mut start = i;
        let mut possessor = None;
        let first_new = phrases.len();
        loop {
            let Some(mut nominal) = self.nominal(start, possessor.is_some()) else {
                // "the governor's" with nothing behind it
                return (phrases.len() > first_new).then_some(start);
            };
            if self.is_numbered(&nominal) {
                nominal.last += 1;
            }
            let id = phrases.len() as PhraseId;
            let base = Extent::new(i as u32, nominal.last as u32);
            phrases.push(Phrase {
                base,
                full: base,
                head: nominal.head as u32,
                preposition: None,
                link: Link::Loose,
                possessor,
                pronoun: nominal.pronoun,
                time: self.is_time(nominal.head, start),
            });
            if let Some(owner) = possessor {
                phrases[owner as usize].link = Link::Possessor(id);
            }
            let marks = self.words.get(nominal.last).is_some_and(is_possessive_mark);
            if !marks
                || nominal.pronoun
                    && !one_of!(self.hash(nominal.head), "one" | "everyone" | "somebody" | "someone" | "else")
            {
                return Some(nominal.last);
            }
            possessor = Some(id);
            start = nominal.last + 1;
        }
    }

    /// "Marks & Spencer": the sign within a name.
    fn joins_name(&self, at: usize) -> bool {
        let capital = |at: usize| {
            self.words
                .get(at)
                .is_some_and(|word| word.shape.has(Shape::CAPITAL) && matches!(word.pos, Pos::Noun | Pos::Propn))
        };
        self.hash(at) == hash(b"&") && at > 0 && capital(at - 1) && capital(at + 1)
    }

    /// "flight 12", "article 5": a number behind the noun that it tells from others of its kind.
    fn is_numbered(&self, nominal: &Nominal) -> bool {
        let noun = &self.words[nominal.head];
        let number = self.words.get(nominal.last);
        noun.pos == Pos::Noun
            && nominal.head + 1 == nominal.last
            && !self.grammar.is_time(noun)
            && number.is_some_and(|word| word.pos == Pos::Num && word.shape.has(Shape::DIGIT))
            && !matches!(self.pos(nominal.last + 1), Some(Pos::Noun | Pos::Propn | Pos::Adj | Pos::Num | Pos::Sym))
    }

    fn is_time(&self, head: usize, first: usize) -> bool {
        // "their march" is no month
        let word = |at: usize| one_of!(self.hash(at), "march" | "may") && !self.words[at].shape.has(Shape::CAPITAL);
        let time = |at: usize| self.grammar.is_time(&self.words[at]) && !word(at);
        let number = |at: usize| self.words[at].pos == Pos::Num;
        // "May 2015", "4 May 2015"
        time(head)
            || number(head) && head > first && (time(first) || number(first) && first + 1 < head && time(first + 1))
    }

    /// A noun phrase without possessor: where it ends and which word is its head.
    fn nominal(&self, start: usize, possessed: bool) -> Option<Nominal> {
        let first = self.words.get(start)?;
        if first.pos == Pos::Pron && !is_possessive_pronoun(first.hash) {
            if is_wh(first.hash) {
                return None;
            }
            let last = if one_of!(self.hash(start + 1), "else") { start + 2 } else { start + 1 };
            return Some(Nominal { last, head: start, pronoun: true });
        }
        if first.pos == Pos::Det && is_wh(first.hash) {
            return None;
        }
        let no_one = one_of!(first.hash, "no") && one_of!(self.hash(start + 1), "one");
        if no_one && !matches!(self.pos(start + 2), Some(Pos::Noun | Pos::Propn | Pos::Adj)) {
            return Some(Nominal { last: start + 2, head: start + 1, pronoun: true });
        }
        if one_of!(self.hash(start + 1), "of")
            && one_of!(
                first.hash,
                "several"
                    | "many"
                    | "few"
                    | "most"
                    | "much"
                    | "some"
                    | "all"
                    | "both"
                    | "each"
                    | "half"
                    | "none"
                    | "any"
            )
        {
            return Some(Nominal { last: start + 1, head: start, pronoun: true });
        }
        let mut state = NominalState { determined: possessed, head: None, adjective: None, last_pos: None };
        let mut j = self.skip_quantifier(start);
        if j > start && self.pos(j) != Some(Pos::Num) {
            return None;
        }
        while let Some(word) = self.words.get(j) {
            let next = self.words.get(j + 1);
            let fresh = j == start;
            match word.pos {
                Pos::Det => {
                    if is_wh(word.hash)
                        || state.head.is_some()
                        || state.adjective.is_some() && !is_predeterminer(self.hash(j - 1))
                    {
                        break;
                    }
                    if !fresh && !matches!(state.last_pos, Some(Pos::Det)) && !is_predeterminer(self.hash(j - 1)) {
                        break;
                    }
                    state.determined = true;
                }
                // "the mine", however it is tagged
                Pos::Pron if one_of!(word.hash, "mine") && state.determined && state.head.is_none() => {
                    state.head = Some(j);
                }
                Pos::Pron => {
                    // "all their homes", and possessives at the start
                    if !is_possessive_pronoun(word.hash) || !(fresh || is_predeterminer(self.hash(j - 1))) {
                        break;
                    }
                    state.determined = true;
                }
                Pos::Noun | Pos::Propn | Pos::X => {
                    if state.head.is_some() && self.splits(start, j) {
                        break;
                    }
                    state.head = Some(j);
                }
                Pos::Num => {
                    if state.head.is_some_and(|head| !self.takes_number(head, j)) {
                        break;
                    }
                    state.head = Some(j);
                }
                Pos::Adj => {
                    if state.head.is_some() && (!self.nominal_follows(j + 1) || self.opens_time(j)) {
                        break;
                    }
                    state.adjective = Some(j);
                }
                Pos::Verb if self.is_noun_here(j, &state, possessed && fresh) => state.head = Some(j),
                Pos::Verb => {
                    let premodifies = matches!(word.form, VerbForm::Gerund | VerbForm::Participle | VerbForm::Past)
                        && (state
                            .last_pos
                            .is_some_and(|pos| matches!(pos, Pos::Det | Pos::Adj | Pos::Num | Pos::Pron))
                            || possessed && fresh
                            || self.hyphenated(j))
                        && self.nominal_follows(j + 1)
                        || word.gap == Gap::Tight && self.hash(j - 1) == hash(b"-") && self.nominal_follows(j + 1);
                    if !premodifies {
                        if word.form == VerbForm::Gerund && (state.determined || possessed) && state.head.is_none() {
                            // "the sinking of", "their crossing of"
                            state.head = Some(j);
                            j += 1;
                        }
                        break;
                    }
                    state.adjective = Some(j);
                }
                Pos::Adv => {
                    let modifies = next.is_some_and(|next| matches!(next.pos, Pos::Adj | Pos::Num | Pos::Det))
                        || next.is_some_and(|next| {
                            next.pos == Pos::Verb && self.nominal_follows(j + 2) && state.determined
                        })
                        || state.determined && state.head.is_none() && self.nominal_follows(j + 1);
                    if !modifies || state.head.is_some() || fresh && !self.adverb_opens(j) {
                        break;
                    }
                }
                Pos::Cconj => {
                    let both = state.adjective.is_some_and(|adjective| adjective + 1 == j)
                        && next.is_some_and(|next| {
                            matches!(next.pos, Pos::Adj) || next.pos == Pos::Verb && next.form != VerbForm::Base
                        })
                        && self.nominal_follows(j + 2);
                    let within = both && (state.head.is_none() || state.head <= state.adjective);
                    if !within && !self.joins_name(j) {
                        break;
                    }
                }
                Pos::Punct | Pos::Sym if word.pos == Pos::Punct || one_of!(word.hash, "/") => {
                    let hyphen = one_of!(word.hash, "-" | "–" | "/")
                        && word.gap == Gap::Tight
                        && next.is_some_and(|next| next.gap == Gap::Tight);
                    let comma = one_of!(word.hash, ",")
                        && state.adjective.is_some_and(|adjective| adjective + 1 == j)
                        && state.head.is_none_or(|head| Some(head) < state.adjective)
                        && next.is_some_and(|next| next.pos == Pos::Adj)
                        && self.nominal_follows(j + 2);
                    let quote =
                        is_quote_mark(word) && j > start && state.head.is_none() && (self.nominal_follows(j + 1));
                    if !(hyphen || comma || quote) {
                        break;
                    }
                    if hyphen {
                        // the part before a hyphen is no head
                        j += 1;
                        if let Some(part) = self.words.get(j) {
                            if matches!(part.pos, Pos::Noun | Pos::Propn | Pos::Num | Pos::X) {
                                state.head = Some(j);
                            } else {
                                state.adjective = Some(j);
                                if state.head.is_some_and(|head| head + 2 == j) {
                                    state.head = None;
                                }
                            }
                            state.last_pos = Some(Pos::Adj);
                            j += 1;
                            continue;
                        }
                        break;
                    }
                }
                Pos::Sym => {
                    if !next.is_some_and(|next| matches!(next.pos, Pos::Num | Pos::Noun)) && state.head.is_none() {
                        break;
                    }
                    if state.head.is_some() && !one_of!(word.hash, "%" | "$" | "€" | "£") {
                        break;
                    }
                    if one_of!(word.hash, "%") {
                        state.head = Some(j);
                    }
                }
                _ => break,
            }
            state.last_pos = Some(word.pos);
            j += 1;
        }
        self.settle(start, j, state, possessed)
    }

    /// A noun that is tagged as a verb: "that stretch", "an arrest warrant has been issued".
    fn is_noun_here(&self, j: usize, state: &NominalState, possessed: bool) -> bool {
        let word = &self.words[j];
        if !matches!(word.form, VerbForm::Base | VerbForm::Present) {
            return false;
        }
        let determined = state.head.is_none()
            && (possessed
                || matches!(state.last_pos, Some(Pos::Det)) && !self.stands_alone(j - 1, j)
                || state.determined && state.last_pos == Some(Pos::Pron));
        let finite_next = self.words.get(j + 1).is_some_and(|next| {
            next.pos == Pos::Aux
                && matches!(next.form, VerbForm::Past | VerbForm::Present | VerbForm::Modal)
                && next.gap != Gap::Inside
        });
        determined || state.head.is_some_and(|head| head + 1 == j) && finite_next
    }

    /// "Some believe the", "these show that": a determiner is a subject by itself where the verb has an object or a clause.
    fn stands_alone(&self, determiner: usize, verb: usize) -> bool {
        let object = matches!(self.pos(verb + 1), Some(Pos::Det | Pos::Pron | Pos::Sconj | Pos::Propn))
            || one_of!(self.hash(verb + 1), "that");
        object
            && self.words[verb].gap != Gap::Inside
            && one_of!(
                self.hash(determiner),
                "some" | "all" | "most" | "many" | "few" | "several" | "both" | "these" | "those" | "this"
            )
    }

    /// Chooses the head and the end once the row of nominal words has ended at `end`.
    fn settle(&self, start: usize, end: usize, state: NominalState, possessed: bool) -> Option<Nominal> {
        match (state.head, state.adjective) {
            (Some(head), _) => Some(Nominal { last: head + 1, head, pronoun: false }),
            // "the wounded", "their own", "the latest"
            (None, Some(adjective)) if state.determined => {
                Some(Nominal { last: adjective + 1, head: adjective, pronoun: false })
            }
            _ if state.determined && !possessed && end > start => {
                Some(Nominal { last: start + 1, head: start, pronoun: true })
            }
            _ => None,
        }
    }

    /// Skips "at least", "more than", "up to", "about" and the like in front of a number.
    fn skip_quantifier(&self, start: usize) -> usize {
        if matches!(self.pos(start), Some(Pos::Noun | Pos::Propn | Pos::Num | Pos::Pron)) {
            return start;
        }
        let h = |i: usize| self.hash(i);
        let two = one_of!(h(start), "at") && one_of!(h(start + 1), "least" | "most")
            || one_of!(h(start), "more" | "less" | "fewer" | "other") && one_of!(h(start + 1), "than")
            || one_of!(h(start), "up") && one_of!(h(start + 1), "to")
            || one_of!(h(start), "close") && one_of!(h(start + 1), "to");
        let length = if two {
            2
        } else if one_of!(h(start), "no")
            && one_of!(h(start + 1), "fewer" | "less" | "more")
            && one_of!(h(start + 2), "than")
            || one_of!(h(start), "as") && one_of!(h(start + 1), "many" | "few" | "much") && one_of!(h(start + 2), "as")
        {
            3
        } else if one_of!(
            h(start),
            "over"
                | "under"
                | "about"
                | "around"
                | "nearly"
                | "almost"
                | "some"
                | "roughly"
                | "approximately"
                | "only"
                | "just"
                | "between"
        ) {
            1
        } else {
            0
        };
        if length == 0 {
            return start;
        }
        let at = start + length;
        let at = if one_of!(h(at), "a" | "an") && self.pos(at + 1) == Some(Pos::Num) { at + 1 } else { at };
        match self.pos(at) {
            Some(Pos::Num) => at,
            // "about $40 billion", "over 100,000"
            Some(Pos::Sym) if self.pos(at + 1) == Some(Pos::Num) => at + 1,
            _ => start,
        }
    }

    fn nominal_starts(&self, i: usize) -> bool {
        matches!(self.pos(i), Some(Pos::Det | Pos::Noun | Pos::Propn | Pos::Num | Pos::Pron | Pos::Adj))
    }

    fn hyphenated(&self, j: usize) -> bool {
        self.words.get(j + 1).is_some_and(|next| next.gap == Gap::Tight && one_of!(next.hash, "-"))
    }

    /// Whether a noun can follow from `i` on within the same phrase.
    fn nominal_follows(&self, i: usize) -> bool {
        for j in i..i + 6 {
            let Some(word) = self.words.get(j) else { return false };
            match word.pos {
                Pos::Noun | Pos::Propn => return true,
                Pos::Num if j == i => return true,
                Pos::Adj => {}
                Pos::Adv if j == i => {}
                Pos::Cconj if j > i && self.words[j - 1].pos == Pos::Adj => {}
                Pos::Verb if matches!(word.form, VerbForm::Gerund | VerbForm::Participle) => {}
                Pos::Punct if is_quote_mark(word) => {}
                Pos::Punct if word.gap == Gap::Tight && one_of!(word.hash, "-" | "–") => {}
                _ => return false,
            }
        }
        false
    }

    fn adverb_opens(&self, j: usize) -> bool {
        let next = &self.words[(j + 1).min(self.words.len() - 1)];
        // "when urban guerrillas attacked"
        if one_of!(self.hash(j), "when" | "where" | "why" | "while") {
            return false;
        }
        next.pos == Pos::Num
            || next.pos == Pos::Adj && self.nominal_follows(j + 2)
            || one_of!(self.hash(j), "not") && next.pos == Pos::Det
    }

    /// "Monday rebels": a weekday and what follows are two phrases; so are a small word and a name after a time.
    fn splits(&self, start: usize, j: usize) -> bool {
        let before = &self.words[j - 1];
        if one_of!(self.words[j].hash, "today" | "yesterday" | "tomorrow" | "tonight") {
            return true;
        }
        if self.grammar.is_weekday(before) {
            return !self.grammar.is_day_part(&self.words[j]);
        }
        // "endorsed the mayor Wednesday", but "Good Friday", "Saturday Night Wednesday Show", "the council's Monday meeting"
        if self.grammar.is_weekday(&self.words[j])
            && !self.grammar.names_day(before)
            && self
                .words
                .get(j + 1)
                .is_none_or(|next| !matches!(next.pos, Pos::Noun | Pos::Propn) || self.grammar.is_day_part(next))
        {
            return !self.words.get(j + 1).is_some_and(is_possessive_mark);
        }
        let day = one_of!(before.hash, "today" | "yesterday" | "tomorrow" | "tonight");
        day && j > start && self.words[j].gap != Gap::Inside && !self.grammar.is_day_part(&self.words[j])
    }

    /// "next week", "last Tuesday" behind another noun phrase.
    fn opens_time(&self, j: usize) -> bool {
        one_of!(self.hash(j), "next" | "last" | "this" | "previous" | "early" | "late" | "earlier" | "later")
            && self.words.get(j + 1).is_some_and(|next| self.grammar.is_time(next))
    }

    /// "May 5", "Flight 800": a number behind the head belongs to it.
    fn takes_number(&self, head: usize, j: usize) -> bool {
        if head + 1 != j {
            return false;
        }
        let word = &self.words[head];
        if self.grammar.is_weekday(word) {
            return false;
        }
        matches!(word.pos, Pos::Num | Pos::Sym) || word.shape.has(Shape::CAPITAL)
    }
}

struct Nominal {
    last: usize,
    head: usize,
    pronoun: bool,
}

struct NominalState {
    determined: bool,
    head: Option<usize>,
    adjective: Option<usize>,
    last_pos: Option<Pos>,
}

fn punctuation(word: &Word) -> ChunkKind {
    if is_quote_mark(word) {
        return ChunkKind::QuoteMark;
    }
    match word.hash {
        h if one_of!(h, ",") => ChunkKind::Comma,
        h if one_of!(h, ";") => ChunkKind::Semicolon,
        h if one_of!(h, ":") => ChunkKind::Colon,
        // a hyphen inside a compound is no dash
        h if one_of!(h, "-") && word.gap == Gap::Tight => ChunkKind::Other,
        h if one_of!(h, "—" | "–" | "--" | "---" | "-" | "_") => ChunkKind::Dash,
        h if one_of!(h, "(" | "[" | "{") => ChunkKind::BracketOpen,
        h if one_of!(h, ")" | "]" | "}") => ChunkKind::BracketClose,
        _ => ChunkKind::Other,
    }
}
