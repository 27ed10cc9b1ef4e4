//! Sources: what kind of thing a mention is, and which fuller mention it stands for.
//!
//! Links are made where they are safe and left out where they are not: each has the id of the rule that made it. Only
//! mentions that answer for a content are looked at; who else the text speaks of can only stand in the way of a link.

use std::collections::HashMap;

use super::attribution::Uses;
use super::{Document, FoundSource, Knowledge};
use crate::model::SourceKind;
use crate::syntax::{Extent, Link, PhraseId, one_of};
use crate::tag::Pos;
use crate::token::Shape;

/// A mention as a source, with its kind and the name in it.
pub(super) fn describe(
    document: &Document<'_>,
    extent: Extent,
    head: u32,
    phrase: Option<PhraseId>,
    knowledge: &Knowledge,
) -> FoundSource {
    let reader = Reader { document, knowledge };
    // a mention without a noun phrase is a pronoun or capitalised words in front of a verb
    let bare_name = phrase.is_none() && reader.is_capital(head) && reader.pronoun_of(head).is_none();
    let name = reader.name(extent, head).or(bare_name.then_some(extent));
    let kind = reader.kind(extent, head, name);
    FoundSource { extent, head, phrase, kind, name, refers_to: None, link_rule: None }
}

/// Links mentions to the fullest mention of the same source, where that is safe. Links that are set already stay.
pub(super) fn resolve(document: &Document<'_>, sources: &mut [FoundSource], knowledge: &Knowledge) {
    let reader = Reader { document, knowledge };
    let mut known = Known::default();
    let mut last: Option<usize> = None;
    for i in 0..sources.len() {
        if sources[i].refers_to.is_none() {
            let link = match reader.pronoun(&sources[i]) {
                Some(pronoun) => last.and_then(|last| reader.antecedent(sources, last, i, pronoun)),
                None => known.fuller(&reader, sources, i),
            };
            if let Some((to, rule)) = link {
                let root = sources[to].refers_to.unwrap_or(to as u32);
                sources[i].refers_to = Some(root);
                sources[i].link_rule = Some(rule.to_owned());
            }
        }
        if reader.pronoun(&sources[i]).is_none() {
            known.add(&reader, sources, i);
        }
        if !reader.is_first_person(&sources[i]) {
            last = Some(i);
        }
    }
    known.name_roles(&reader, sources);
    // every link leads to the end of its chain
    for i in 0..sources.len() {
        let mut root = i;
        for _ in 0..LONGEST_WAY {
            match sources[root].refers_to {
                Some(next) if next as usize != i => root = next as usize,
                _ => break,
            }
        }
        if root != i {
            sources[i].refers_to = Some(root as u32);
        }
    }
}

/// Links are followed over so many mentions.
const LONGEST_WAY: usize = 8;

/// What a pronoun can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pronoun {
    He,
    She,
    They,
    It,
    /// I, we, you, who, everybody ...
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sex {
    Male,
    Female,
}

struct Reader<'a> {
    document: &'a Document<'a>,
    knowledge: &'a Knowledge,
}

impl Reader<'_> {
    fn uses(&self, i: u32) -> Uses {
        self.document
            .words
            .get(i as usize)
            .map_or(Uses::default(), |word| self.knowledge.attribution.of_word(self.document, word))
    }

    fn hash(&self, i: u32) -> u64 {
        self.document.words.get(i as usize).map_or(0, |word| word.hash)
    }

    /// Whether a word can be part of a proper name, however it is tagged inside its sentence.
    fn is_name(&self, i: u32) -> bool {
        self.document.words.get(i as usize).is_some_and(|word| {
            word.shape.has(Shape::CAPITAL)
                && (word.pos == Pos::Propn
                    || matches!(word.pos, Pos::Noun | Pos::Adj | Pos::Verb | Pos::X) && !self.starts_sentence(i))
        })
    }

    /// A capitalised word of a class that names are made of.
    fn is_capital(&self, i: u32) -> bool {
        self.document.words.get(i as usize).is_some_and(|word| {
            word.shape.has(Shape::CAPITAL) && matches!(word.pos, Pos::Noun | Pos::Adj | Pos::Verb | Pos::X | Pos::Propn)
        })
    }

    fn starts_sentence(&self, i: u32) -> bool {
        let sentences = self.document.sentences;
        let at = sentences.partition_point(|sentence| sentence.lexemes.end <= i);
        sentences.get(at).is_none_or(|sentence| sentence.lexemes.start + sentence.dateline >= i)
            || i > 0 && crate::syntax::is_quote_mark(&self.document.words[i as usize - 1])
    }

    // ------------------------------------------------------------------ names

    /// The words of the proper name: those around the head, or those of an apposition. Titles in front of it are not part.
    fn name(&self, extent: Extent, head: u32) -> Option<Extent> {
        if self.is_name(head) {
            return self.run(extent, head);
        }
        // "the governor, Ana Ruiz,"
        let comma = (head + 1..extent.last.min(head + 12)).find(|&i| one_of!(self.hash(i), ","))?;
        let name = self.run(extent, comma + 1).filter(|_| self.is_name(comma + 1))?;
        (name.last - name.first >= 2 && name.first == comma + 1).then_some(name)
    }

    fn run(&self, extent: Extent, at: u32) -> Option<Extent> {
        let joins =
            |i: u32| self.is_name(i) || one_of!(self.hash(i), "of" | "de" | "van" | "von" | "bin" | "al" | "-" | "&");
        let mut name = Extent::new(at, at + 1);
        while name.first > extent.first && (self.is_name(name.first - 1) || self.is_capital(name.first - 1)) {
            name.first -= 1;
        }
        while name.last < extent.last
            && (self.is_name(name.last)
                || name.last + 1 < extent.last && joins(name.last) && self.is_name(name.last + 1))
        {
            name.last += 1;
        }
        let person = |i: u32| self.uses(i).has(Uses::ROLE.or(Uses::HONORIFIC));
        while name.last - name.first > 1 && person(name.first) {
            name.first += 1;
        }
        Some(name)
    }

    /// Whether a title or a role stands in front of the name: "President Obama", "spokesman Jay Hall".
    fn is_titled(&self, extent: Extent, name: Extent) -> bool {
        name.first > extent.first && self.uses(name.first - 1).has(Uses::ROLE.or(Uses::HONORIFIC))
    }

    // ------------------------------------------------------------------ kinds

    fn kind(&self, extent: Extent, head: u32, name: Option<Extent>) -> SourceKind {
        let hash = self.hash(head);
        if one_of!(
            hash,
            "he" | "she"
                | "i"
                | "me"
                | "him"
                | "her"
                | "his"
                | "my"
                | "who"
                | "one"
                | "you"
                | "your"
                | "whoever"
                | "someone"
                | "somebody"
                | "himself"
                | "herself"
        ) {
            return SourceKind::Person;
        }
        if one_of!(
            hash,
            "they"
                | "them"
                | "their"
                | "we"
                | "us"
                | "our"
                | "everyone"
                | "everybody"
                | "others"
                | "many"
                | "some"
                | "most"
                | "few"
                | "those"
                | "all"
                | "both"
                | "people"
                | "nobody"
                | "anyone"
        ) {
            return SourceKind::Group;
        }
        if one_of!(hash, "it" | "its" | "which" | "that" | "this") {
            return SourceKind::Organization;
        }
        match name {
            Some(name) if name.contains(head) => self.kind_of_name(extent, head, name),
            Some(name) if self.kind_of_noun(extent, head) == SourceKind::Role => {
                let _ = name;
                SourceKind::Person
            }
            _ => self.kind_of_noun(extent, head),
        }
    }

    fn kind_of_name(&self, extent: Extent, head: u32, name: Extent) -> SourceKind {
        let any = |uses: Uses| (name.first..name.last).any(|i| self.uses(i).has(uses));
        let head_uses = self.uses(head);
        if self.is_titled(extent, name) {
            return SourceKind::Person;
        }
        if self.medium(name) || head_uses.has(Uses::MEDIA) {
            return SourceKind::Media;
        }
        if any(Uses::MALE.or(Uses::FEMALE)) && !head_uses.has(Uses::ORGANIZATION) {
            return SourceKind::Person;
        }
        if any(Uses::ORGANIZATION) && !head_uses.has(Uses::ROLE) {
            return SourceKind::Organization;
        }
        if head_uses.has(Uses::PLACE) {
            return SourceKind::Place;
        }
        if head_uses.has(Uses::DOCUMENT) && name.last - name.first > 1 {
            return SourceKind::Document;
        }
        if head_uses.has(Uses::GROUP) {
            return SourceKind::Group;
        }
        let word = &self.document.words[head as usize];
        let plural = name.last - name.first == 1 && self.ends_in_s(head) && self.determined(extent);
        let acronym = word.shape.has(Shape::UPPER) && word.end - word.start > 1 && !word.shape.has(Shape::PERIOD);
        if plural {
            SourceKind::Group
        } else if acronym || self.determined(extent) && name.first == extent.first + 1 {
            SourceKind::Organization
        } else {
            SourceKind::Person
        }
    }

    fn determined(&self, extent: Extent) -> bool {
        one_of!(self.hash(extent.first), "the")
    }

    /// Whether a name of an outlet stands in the name.
    fn medium(&self, name: Extent) -> bool {
        (name.first..name.last).any(|i| {
            let (uses, length) = self.knowledge.attribution.at(self.document, i);
            uses.has(Uses::MEDIA)
                && (length > 1 || i == name.first || i + 1 == name.last)
                && i + length <= name.last + 1
        })
    }

    fn kind_of_noun(&self, extent: Extent, head: u32) -> SourceKind {
        let uses = self.uses(head);
        let plural = self.ends_in_s(head);
        let counted = (extent.first..head).any(|i| self.document.words[i as usize].pos == Pos::Num);
        if uses.has(Uses::UNATTRIBUTED)
            && !uses.has(Uses::GROUP)
            && !counted
            && head <= extent.first + 2
            && extent.last <= head + 1
        {
            return SourceKind::Unattributed;
        }
        if one_of!(self.hash(head), "source" | "sources") {
            return SourceKind::Unattributed;
        }
        if uses.has(Uses::MEDIA) && !uses.has(Uses::DOCUMENT) {
            return SourceKind::Media;
        }
        if uses.has(Uses::ROLE) && !plural && !counted {
            return SourceKind::Role;
        }
        if uses.has(Uses::GROUP) || uses.has(Uses::ROLE) {
            return SourceKind::Group;
        }
        if uses.has(Uses::ORGANIZATION) {
            return SourceKind::Organization;
        }
        if uses.has(Uses::DOCUMENT) {
            return SourceKind::Document;
        }
        if uses.has(Uses::PLACE) {
            return SourceKind::Place;
        }
        if plural || counted {
            return SourceKind::Group;
        }
        // a singular that no list knows: somebody by what he does ("a beekeeper") more often than a body
        SourceKind::Role
    }

    fn ends_in_s(&self, i: u32) -> bool {
        let Some(word) = self.document.words.get(i as usize) else { return false };
        let text = self.document.text.get(word.start as usize..word.end as usize).unwrap_or("");
        text.len() > 3 && (text.ends_with('s') || text.ends_with('S')) && !text.ends_with("ss")
            || one_of!(word.hash, "men" | "women" | "people" | "children" | "police")
    }

    // ------------------------------------------------------------------ pronouns

    fn pronoun(&self, source: &FoundSource) -> Option<Pronoun> {
        (source.extent.last - source.extent.first == 1).then(|| self.pronoun_of(source.head)).flatten()
    }

    fn pronoun_of(&self, head: u32) -> Option<Pronoun> {
        let hash = self.hash(head);
        Some(if one_of!(hash, "he" | "his" | "him" | "himself") {
            Pronoun::He
        } else if one_of!(hash, "she" | "her" | "herself") {
            Pronoun::She
        } else if one_of!(hash, "they" | "their" | "them") {
            Pronoun::They
        } else if one_of!(hash, "it" | "its") {
            Pronoun::It
        } else if one_of!(
            hash,
            "i" | "we"
                | "my"
                | "our"
                | "me"
                | "us"
                | "you"
                | "your"
                | "who"
                | "which"
                | "that"
                | "this"
                | "one"
                | "everyone"
                | "someone"
                | "many"
                | "some"
                | "most"
                | "others"
                | "all"
                | "those"
                | "both"
                | "few"
                | "these"
                | "everybody"
                | "somebody"
                | "nobody"
                | "anyone"
        ) {
            Pronoun::Other
        } else {
            return None;
        })
    }

    fn is_first_person(&self, source: &FoundSource) -> bool {
        one_of!(self.hash(source.head), "i" | "we" | "my" | "our" | "me" | "us")
    }

    /// What a pronoun stands for: the source before it, where nobody else stands between.
    fn antecedent(
        &self,
        sources: &[FoundSource],
        last: usize,
        here: usize,
        pronoun: Pronoun,
    ) -> Option<(usize, &'static str)> {
        let candidate = &sources[last];
        let root = candidate.refers_to.map_or(last, |root| root as usize);
        let fits = match pronoun {
            Pronoun::He | Pronoun::She => {
                let sex = if pronoun == Pronoun::He { Sex::Male } else { Sex::Female };
                matches!(sources[root].kind, SourceKind::Person | SourceKind::Role)
                    && self.pronoun(&sources[root]).is_none()
                    && self.sex(&sources[root]).is_none_or(|known| known == sex)
            }
            Pronoun::They => sources[root].kind == SourceKind::Group && self.pronoun(&sources[root]).is_none(),
            Pronoun::It => {
                matches!(sources[root].kind, SourceKind::Organization | SourceKind::Document | SourceKind::Media)
                    && self.pronoun(&sources[root]).is_none()
            }
            Pronoun::Other => false,
        };
        let near = sources[here].extent.first.saturating_sub(candidate.extent.last) <= FARTHEST;
        let direct = self.pronoun(candidate).is_none()
            || candidate.refers_to.is_some() && self.pronoun(candidate) == Some(pronoun);
        (fits && near && direct && !self.rival_between(sources, root, last, here, pronoun))
            .then_some((root, "source/pronoun"))
    }

    /// Whether the text between speaks of somebody else whom the pronoun could stand for.
    fn rival_between(&self, sources: &[FoundSource], root: usize, last: usize, here: usize, pronoun: Pronoun) -> bool {
        let between = Extent::new(sources[last].extent.last, sources[here].extent.first);
        self.document.syntax.phrases_within(between).any(|(_, phrase)| {
            if phrase.pronoun
                || phrase.time
                || !matches!(phrase.link, Link::Subject(_))
                || self.document.syntax.quotation_at(phrase.head).is_some()
            {
                return false;
            }
            let name = self.name(phrase.base, phrase.head);
            let kind = self.kind(phrase.base, phrase.head, name);
            let alike = match pronoun {
                Pronoun::He | Pronoun::She => matches!(kind, SourceKind::Person | SourceKind::Role),
                Pronoun::They => kind == SourceKind::Group,
                _ => matches!(
                    kind,
                    SourceKind::Organization | SourceKind::Document | SourceKind::Media | SourceKind::Place
                ),
            };
            let same = match (name, sources[root].name) {
                (Some(name), Some(known)) => self.hash(name.last - 1) == self.hash(known.last - 1),
                _ => false,
            };
            alike && !same
        })
    }

    fn sex(&self, source: &FoundSource) -> Option<Sex> {
        let words = source.extent.first..source.extent.last.min(source.head + 8);
        for i in words {
            let uses = self.uses(i);
            if uses.has(Uses::MALE) && !uses.has(Uses::FEMALE) {
                return Some(Sex::Male);
            }
            if uses.has(Uses::FEMALE) && !uses.has(Uses::MALE) {
                return Some(Sex::Female);
            }
        }
        None
    }
}

/// A pronoun reaches back over so many words.
const FARTHEST: u32 = 120;

/// The mentions so far, by what a shorter mention would share with them.
#[derive(Default)]
struct Known {
    /// By the last word of a name.
    surnames: HashMap<u64, Vec<usize>>,
    /// By the first word of a name of several.
    given: HashMap<u64, Vec<usize>>,
    /// By the initials of a name.
    acronyms: HashMap<u64, Vec<usize>>,
    /// By a role or a body that the mention names: "the governor", "the ministry".
    nouns: HashMap<u64, Vec<usize>>,
}

impl Known {
    fn add(&mut self, reader: &Reader<'_>, sources: &[FoundSource], i: usize) {
        // only the first mention of each source is linked to
        if sources[i].refers_to.is_some() {
            return;
        }
        let source = &sources[i];
        if let Some(name) = source.name {
            push(&mut self.surnames, reader.hash(name.last - 1), i);
            if name.last - name.first > 1 {
                push(&mut self.given, reader.hash(name.first), i);
                if source.kind != SourceKind::Person {
                    push(&mut self.acronyms, initials(reader, name), i);
                }
            }
        }
        let last = source.extent.last.min(source.extent.first + 24);
        for at in source.extent.first..last {
            if reader.uses(at).has(Uses::ROLE.or(Uses::ORGANIZATION).or(Uses::DOCUMENT).or(Uses::MEDIA))
                && (at == source.head || source.kind == SourceKind::Person)
            {
                push(&mut self.nouns, reader.hash(at), i);
            }
        }
        // "the Defence Ministry", "the Ministry of Defence"
        if let Some(name) = source.name.filter(|_| source.kind != SourceKind::Person) {
            for at in name.first..name.last {
                if at != source.head && reader.uses(at).has(Uses::ORGANIZATION) {
                    push(&mut self.nouns, reader.hash(at), i);
                }
            }
        }
    }

    /// The fuller mention that mention `i` repeats, and by which rule.
    fn fuller(&self, reader: &Reader<'_>, sources: &[FoundSource], i: usize) -> Option<(usize, &'static str)> {
        let source = &sources[i];
        if let Some(name) = source.name {
            let length = name.last - name.first;
            let last = reader.hash(name.last - 1);
            let same = |&&to: &&usize| {
                let known = &sources[to];
                known
                    .name
                    .is_some_and(|fuller| fuller.last - fuller.first >= length && ends_alike(reader, fuller, name))
                    && (known.kind == source.kind
                        || length == 1 && known.kind == SourceKind::Person && source.kind != SourceKind::Media)
            };
            if let Some(to) = only(self.surnames.get(&last), same) {
                let rule = if sources[to].name.is_some_and(|fuller| fuller.last - fuller.first > length) {
                    "source/surname"
                } else {
                    "source/same-name"
                };
                return Some((to, rule));
            }
            if length == 1 {
                if let Some(to) = only(self.given.get(&last), |&&to| sources[to].kind == SourceKind::Person) {
                    return Some((to, "source/given-name"));
                }
                if let Some(to) = only(self.acronyms.get(&last), |_| true) {
                    return Some((to, "source/acronym"));
                }
            }
            return None;
        }
        let definite =
            one_of!(reader.hash(source.extent.first), "the" | "that" | "this" | "its" | "their" | "his" | "her");
        let short = source.extent.last - source.extent.first <= 3 && source.head + 1 == source.extent.last;
        if !definite
            || !short
            || !matches!(
                source.kind,
                SourceKind::Role | SourceKind::Organization | SourceKind::Document | SourceKind::Media
            )
        {
            return None;
        }
        let to = only(self.nouns.get(&reader.hash(source.head)), |&&to| {
            sources[to].kind == source.kind || source.kind == SourceKind::Role && sources[to].kind == SourceKind::Person
        })?;
        Some((to, if sources[to].kind == SourceKind::Person { "source/role" } else { "source/same-noun" }))
    }
}

impl Known {
    /// "The regional governor" in front of "Governor Ana Ruiz": a role that only one named person has, later in the text.
    fn name_roles(&self, reader: &Reader<'_>, sources: &mut [FoundSource]) {
        for i in 0..sources.len() {
            let source = &sources[i];
            let definite = one_of!(reader.hash(source.extent.first), "the" | "its" | "their");
            if source.kind != SourceKind::Role
                || source.refers_to.is_some()
                || !definite
                || source.extent.last - source.extent.first > 4
            {
                continue;
            }
            let named = |&&to: &&usize| sources[to].kind == SourceKind::Person && sources[to].name.is_some();
            let to = only(self.nouns.get(&reader.hash(source.head)), named);
            if let Some(to) = to.filter(|&to| to > i) {
                sources[i].refers_to = Some(to as u32);
                sources[i].link_rule = Some("source/role".to_owned());
            }
        }
    }
}

/// The only fitting mention; more than one is not safe.
fn only<'a>(mentions: Option<&'a Vec<usize>>, fits: impl Fn(&&'a usize) -> bool) -> Option<usize> {
    let mut fitting = mentions?.iter().filter(fits);
    let first = *fitting.next()?;
    fitting.next().is_none().then_some(first)
}

fn push(map: &mut HashMap<u64, Vec<usize>>, key: u64, i: usize) {
    /// Of more mentions than this no single one can be meant.
    const MOST: usize = 8;
    let mentions = map.entry(key).or_default();
    if mentions.len() < MOST && !mentions.contains(&i) {
        mentions.push(i);
    }
}

/// Whether the shorter name is the end of the fuller one.
fn ends_alike(reader: &Reader<'_>, fuller: Extent, name: Extent) -> bool {
    let length = name.last - name.first;
    (0..length).all(|k| reader.hash(fuller.last - 1 - k) == reader.hash(name.last - 1 - k))
}

/// The hash of the capital letters of a name: HRW for Human Rights Watch.
fn initials(reader: &Reader<'_>, name: Extent) -> u64 {
    let words = &reader.document.words[name.range()];
    let letters: Vec<u8> = words
        .iter()
        .filter(|word| word.shape.has(Shape::CAPITAL))
        .filter_map(|word| reader.document.text.as_bytes().get(word.start as usize).copied())
        .collect();
    crate::token::hash(&letters)
}
