//! Sources: what kind of thing a mention is, and which fuller mention it stands for.
//!
//! Links are made where they are safe and left out where they are not: each has the id of the rule that made it. Only
//! mentions that answer for a content are looked at; who else the text speaks of can only stand in the way of a link.

use std::collections::HashMap;

use super::attribution::Uses;
use super::{Document, FoundSource, Knowledge};
use crate::model::SourceKind;
use crate::syntax::{ClauseKind, Extent, Link, Phrase, PhraseId, one_of};
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
    // "Ludo Farrant of Keel Bank": what stands behind "of" is not the person's name
    let name = match name {
        Some(name) if kind == SourceKind::Person && name.contains(head) => Some(Extent::new(name.first, head + 1)),
        name => name,
    };
    FoundSource { extent, head, kind, name, refers_to: None, link_rule: None }
}

/// Links mentions to the fullest mention of the same source, where that is safe. Links that are set already stay.
pub(super) fn resolve(document: &Document<'_>, sources: &mut [FoundSource], knowledge: &Knowledge) {
    let reader = Reader { document, knowledge };
    let mut known = Known::default();
    for i in 0..sources.len() {
        if sources[i].refers_to.is_none() {
            let link = match reader.pronoun(&sources[i]) {
                Some(pronoun) => reader.antecedent(sources, i, pronoun),
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
            if reader.pronoun(&sources[i]).is_some_and(|pronoun| pronoun != Pronoun::Other) {
                sources[i].kind = sources[root].kind;
            }
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
            Some(_) if self.kind_of_noun(extent, head) == SourceKind::Role => SourceKind::Person,
            _ => self.kind_of_noun(extent, head),
        }
    }

    fn kind_of_name(&self, extent: Extent, head: u32, name: Extent) -> SourceKind {
        // what stands behind "of" only tells where a person belongs
        let any = |uses: Uses| (name.first..head + 1).any(|i| self.uses(i).has(uses));
        let head_uses = self.uses(head);
        let before = if name.first > extent.first { self.uses(name.first - 1) } else { Uses::default() };
        if head_uses.has(Uses::ORGANIZATION) && !head_uses.has(Uses::ROLE) {
            return SourceKind::Organization;
        }
        if before.has(Uses::ROLE.or(Uses::HONORIFIC)) {
            return SourceKind::Person;
        }
        if self.medium(name) || head_uses.has(Uses::MEDIA) {
            return SourceKind::Media;
        }
        if any(Uses::MALE.or(Uses::FEMALE)) {
            return SourceKind::Person;
        }
        // "the charity Open Granary"
        if any(Uses::ORGANIZATION) && !head_uses.has(Uses::ROLE) || before.has(Uses::ORGANIZATION) {
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
        let bare = (extent.first..head).all(|i| self.document.words[i as usize].pos == Pos::Adj);
        if uses.has(Uses::UNATTRIBUTED) && bare && (plural || !uses.has(Uses::DOCUMENT))
            || self.is_anonymous(extent, head)
        {
            return SourceKind::Unattributed;
        }
        if uses.has(Uses::MEDIA) && !uses.has(Uses::DOCUMENT) {
            return SourceKind::Media;
        }
        if uses.has(Uses::PERSON) && !plural && !counted {
            return SourceKind::Person;
        }
        if uses.has(Uses::ROLE) && !plural && !counted {
            return SourceKind::Role;
        }
        if uses.has(Uses::ORGANIZATION) && !uses.has(Uses::ROLE) && !(counted && plural) {
            return SourceKind::Organization;
        }
        if uses.has(Uses::GROUP.or(Uses::ROLE).or(Uses::PERSON)) {
            return SourceKind::Group;
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

    /// "A source", "a person familiar with the case", "two people with knowledge of the matter".
    fn is_anonymous(&self, extent: Extent, head: u32) -> bool {
        if one_of!(self.hash(head), "source" | "sources") {
            return true;
        }
        one_of!(
            self.hash(head),
            "person" | "people" | "someone" | "somebody" | "persons" | "individual" | "individuals"
        ) && (head + 1..extent.last.min(head + 4))
            .any(|i| one_of!(self.hash(i), "familiar" | "knowledge" | "briefed" | "close"))
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

    /// What a pronoun stands for: the nearest source before it that it can stand for, where nobody else stands between.
    fn antecedent(&self, sources: &[FoundSource], here: usize, pronoun: Pronoun) -> Option<(usize, &'static str)> {
        if pronoun == Pronoun::Other {
            return None;
        }
        let sex = match pronoun {
            Pronoun::He => Some(Sex::Male),
            Pronoun::She => Some(Sex::Female),
            _ => None,
        };
        for last in (here.saturating_sub(MOST_BETWEEN)..here).rev() {
            let candidate = &sources[last];
            if sources[here].extent.first.saturating_sub(candidate.extent.last) > FARTHEST {
                return None;
            }
            let root = candidate.refers_to.map_or(last, |root| root as usize);
            let other_pronoun = self.pronoun(&sources[root]);
            if other_pronoun.is_some_and(|other| other != pronoun && other != Pronoun::Other) {
                continue;
            }
            let kind = sources[root].kind;
            let fits = match pronoun {
                Pronoun::He | Pronoun::She => {
                    matches!(kind, SourceKind::Person | SourceKind::Role)
                        && self.sex(&sources[root]).is_none_or(|known| Some(known) == sex)
                }
                Pronoun::They => kind == SourceKind::Group,
                _ => matches!(kind, SourceKind::Organization | SourceKind::Document | SourceKind::Media),
            };
            if !fits || other_pronoun == Some(Pronoun::Other) {
                continue;
            }
            let safe = other_pronoun.is_none() && !self.rival_between(sources, root, last, here, pronoun);
            return safe.then_some((root, "source/pronoun"));
        }
        None
    }

    /// Whether a main clause between speaks of somebody else whom the pronoun could stand for.
    fn rival_between(&self, sources: &[FoundSource], root: usize, last: usize, here: usize, pronoun: Pronoun) -> bool {
        let between = Extent::new(sources[last].extent.last, sources[here].extent.first);
        self.document.syntax.phrases_within(between).any(|(_, phrase)| {
            if !self.leads_clause(phrase) {
                return false;
            }
            let name = self.name(phrase.base, phrase.head);
            let alike = match pronoun {
                Pronoun::He | Pronoun::She => self.is_personal(phrase.base, phrase.head, name),
                Pronoun::They => self.kind(phrase.base, phrase.head, name) == SourceKind::Group,
                _ => self.uses(phrase.head).has(Uses::ORGANIZATION.or(Uses::MEDIA)),
            };
            let same = match (name, sources[root].name) {
                (Some(name), Some(known)) => self.hash(name.last - 1) == self.hash(known.last - 1),
                _ => false,
            };
            alike && !same
        })
    }

    /// Whether a noun phrase that is no pronoun is the subject of a main clause outside of quotations.
    fn leads_clause(&self, phrase: &Phrase) -> bool {
        let Link::Subject(clause) = phrase.link else { return false };
        !phrase.pronoun
            && !phrase.time
            && matches!(self.document.syntax.clause(clause).kind, ClauseKind::Main | ClauseKind::Parenthetical)
            && self.document.syntax.quotation_at(phrase.head).is_none()
    }

    /// Whether a mention names a single person by name, office or otherwise, as far as the lists tell.
    fn is_personal(&self, extent: Extent, head: u32, name: Option<Extent>) -> bool {
        let uses = self.uses(head);
        match name {
            Some(name) => self.kind(extent, head, Some(name)) == SourceKind::Person,
            None => uses.has(Uses::ROLE.or(Uses::PERSON)) && !self.ends_in_s(head),
        }
    }

    fn sex(&self, source: &FoundSource) -> Option<Sex> {
        self.sex_within(Extent::new(source.extent.first, source.extent.last.min(source.head + 8)))
    }

    fn sex_within(&self, extent: Extent) -> Option<Sex> {
        for i in extent.first..extent.last {
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

/// A pronoun reaches back over so many sources at most.
const MOST_BETWEEN: usize = 6;

/// The subject of the main clause in front of "he" or "she" at word `pronoun`, where it can be meant: it need not have said
/// anything so far.
pub(super) fn antecedent_of(document: &Document<'_>, pronoun: u32, knowledge: &Knowledge) -> Option<PhraseId> {
    let reader = Reader { document, knowledge };
    let sex = match reader.pronoun_of(pronoun)? {
        Pronoun::He => Sex::Male,
        Pronoun::She => Sex::Female,
        _ => return None,
    };
    let reach = Extent::new(pronoun.saturating_sub(FARTHEST), pronoun);
    let leading = document.syntax.phrases_within(reach).filter(|(_, phrase)| reader.leads_clause(phrase));
    let personal = leading.filter(|(_, phrase)| {
        let name = reader.name(phrase.full, phrase.head);
        reader.is_personal(phrase.full, phrase.head, name)
            && reader.sex_within(phrase.base).is_none_or(|known| known == sex)
    });
    personal.last().map(|(id, _)| id)
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
