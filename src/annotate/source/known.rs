//! The mentions so far, and which fuller one a name, a role or a body repeats.

use super::{Extent, FoundSource, Pos, Reader, RuleId, Shape, SourceKind, Uses, one_of};
use crate::token::hash;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// The mentions so far, by what a shorter mention would share with them.
#[derive(Default)]
pub(super) struct Known {
    /// By the last word of a name.
    surnames: ByWord,
    /// By the first word of a name of several.
    given: ByWord,
    /// By the initials of a name.
    acronyms: ByWord,
    /// Bodies with a name that no other word says to be an office, a party, an army.
    companies: Vec<usize>,
    /// Whether a name was taken for a person's with nothing that says so: it may be a firm's as well.
    doubtful: bool,
    /// By a role or a body that the mention names: "the governor", "the ministry".
    nouns: ByWord,
    /// By the noun for people without names: "two officials".
    groups: ByWord,
}

impl Known {
    pub(super) fn add(&mut self, reader: &Reader<'_>, sources: &[FoundSource], i: usize) {
        // only the first mention of each source is linked to
        if sources[i].refers_to.is_some() {
            return;
        }
        let source = &sources[i];
        let public = |at: u32| reader.uses(at).has(Uses::ORGANIZATION) && !reader.uses(at).has(Uses::COMPANY);
        let named = source.kind == SourceKind::Organization && source.name.is_some();
        let within = source.extent.first..source.extent.last;
        if named && !within.clone().any(public) {
            self.companies.push(i);
        }
        const PERSONAL: Uses = Uses::MALE.or(Uses::FEMALE).or(Uses::ROLE).or(Uses::HONORIFIC).or(Uses::PERSON);
        let personal = |at: u32| reader.uses(at).has(PERSONAL);
        self.doubtful |= source.kind == SourceKind::Person && source.name.is_some() && !within.clone().any(personal);
        if let Some(name) = source.name {
            push(&mut self.surnames, reader.hash(name.last - 1), i);
            if name.last - name.first > 1 {
                push(&mut self.given, reader.hash(name.first), i);
                if source.kind != SourceKind::Person {
                    push(&mut self.acronyms, initials(reader, name), i);
                }
            }
            if let Some(short) = short_name(reader, source.extent).filter(|_| source.kind != SourceKind::Person) {
                push(&mut self.acronyms, short, i);
            }
        }
        if source.kind == SourceKind::Group && source.name.is_none() {
            push(&mut self.groups, reader.hash(source.head), i);
        }
        let last = source.extent.last.min(source.extent.first + 24);
        for at in source.extent.first..last {
            let title = at == source.extent.first && source.kind == SourceKind::Person && source.name.is_some();
            let uses = if title { reader.uses_spelled(at) } else { reader.uses(at) };
            let office = uses.has(Uses::ROLE.or(Uses::ORGANIZATION).or(Uses::DOCUMENT).or(Uses::MEDIA))
                || source.kind == SourceKind::Person && full_title(reader.hash(at)) != reader.hash(at);
            if office && (at == source.head || source.kind == SourceKind::Person) {
                push(&mut self.nouns, full_title(reader.hash(at)), i);
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
    pub(super) fn fuller(
        &self,
        reader: &Reader<'_>,
        sources: &[FoundSource],
        i: usize,
    ) -> Option<(usize, &'static str)> {
        let source = &sources[i];
        if source.name.is_none() && reader.may_be_surname(source.extent, source.head) {
            let person = |&&to: &&usize| {
                sources[to].kind == SourceKind::Person
                    && sources[to].name.is_some_and(|name| name.last - name.first > 1)
            };
            return Some((only(self.surnames.get(&reader.hash(source.head)), person)?, "source/surname"));
        }
        if let Some(name) = source.name {
            let length = name.last - name.first;
            let last = reader.hash(name.last - 1);
            let same = |&&to: &&usize| {
                let known = &sources[to];
                known
                    .name
                    .is_some_and(|fuller| fuller.last - fuller.first >= length && ends_alike(reader, fuller, name))
                    && (known.kind == source.kind
                        || length == 1 && known.kind == SourceKind::Person && source.kind != SourceKind::Media
                        // "the rights group Lantern", and then "Lantern", which might be a person's name
                        || source.kind == SourceKind::Person
                            && matches!(known.kind, SourceKind::Organization | SourceKind::Media)
                            && source.extent == name
                            && known.name.is_some_and(|fuller| fuller.last - fuller.first == length))
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
        // "Fourteen bishops wrote to the king. The bishops said"
        if source.kind == SourceKind::Group && one_of!(reader.hash(source.extent.first), "the") {
            let counted = |&&to: &&usize| {
                let known = &sources[to];
                known.kind == SourceKind::Group && reader.is_counted(known)
            };
            let pair = source.extent.last - source.extent.first == 2;
            let to = only(self.groups.get(&reader.hash(source.head)).filter(|_| pair), counted)?;
            return Some((to, "source/same-noun"));
        }
        // "the four-star general"
        let described = (source.extent.first + 1..source.head)
            .all(|at| matches!(reader.document.words[at as usize].pos, Pos::Adj | Pos::Num | Pos::Punct | Pos::Noun));
        let length = source.extent.last - source.extent.first;
        let short = (length <= 3 || length <= 5 && described) && source.head + 1 == source.extent.last;
        if !definite
            || !short
            || !matches!(
                source.kind,
                SourceKind::Role | SourceKind::Organization | SourceKind::Document | SourceKind::Media
            )
        {
            return None;
        }
        if self.companies.len() == 1
            && !self.doubtful
            && reader.uses(source.head).has(Uses::COMPANY)
            && !self.nouns.contains_key(&reader.hash(source.head))
        {
            return Some((self.companies[0], "source/company"));
        }
        if !self.nouns.contains_key(&reader.hash(source.head)) {
            if let Some(named) = reader.named_before(sources, i) {
                return Some((named, "source/kind-of-body"));
            }
        }
        let to = only(self.nouns.get(&reader.hash(source.head)), |&&to| {
            let alike = sources[to].kind == source.kind;
            let person = source.kind == SourceKind::Role && sources[to].kind == SourceKind::Person;
            (alike || person) && !ranks_apart(reader, source, &sources[to])
        })?;
        Some((to, if sources[to].kind == SourceKind::Person { "source/role" } else { "source/same-noun" }))
    }
}

impl Known {
    /// "The regional governor" in front of "Governor Ana Ruiz": a role that only one named person has, later in the text.
    pub(super) fn name_roles(&self, reader: &Reader<'_>, sources: &mut [FoundSource]) {
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
            let named = |&&to: &&usize| {
                let known = &sources[to];
                known.kind == SourceKind::Person && known.name.is_some() && !ranks_apart(reader, source, known)
            };
            let to = only(self.nouns.get(&reader.hash(source.head)), named);
            if let Some(to) = to.filter(|&to| to > i) {
                sources[i].refers_to = Some(to as u32);
                sources[i].link_rule = Some(RuleId::built_in("source/role"));
            }
        }
    }
}

impl Reader<'_> {
    /// Whether it is said how many people a mention names: "two officials", "several residents".
    fn is_counted(&self, source: &FoundSource) -> bool {
        (source.extent.first..source.head).any(|at| {
            self.document.words[at as usize].pos == Pos::Num || one_of!(self.hash(at), "several" | "some" | "few")
        })
    }
}

/// "The acting governor" is not the governor, nor the president a vice president, nor the foreign minister one of energy.
fn ranks_apart(reader: &Reader<'_>, a: &FoundSource, b: &FoundSource) -> bool {
    let lacks = |at: u32| {
        let word = &reader.document.words[at as usize];
        matches!(word.pos, Pos::Adj | Pos::Noun | Pos::Propn)
            && (b.extent.first..b.extent.last.min(b.extent.first + 12)).all(|other| reader.hash(other) != word.hash)
    };
    if one_of!(reader.hash(a.head), "minister" | "secretary") && (a.extent.first..a.head).any(lacks) {
        return true;
    }
    let ranks = |source: &FoundSource| {
        let (extent, head) = (source.extent, source.head);
        let end = extent.last.min(extent.first + 12).max(head);
        (extent.first..end).fold(0, |ranks: u8, at| {
            let hash = reader.hash(at);
            let rank = if one_of!(hash, "vice" | "deputy" | "assistant") {
                1
            } else if one_of!(hash, "acting" | "interim" | "caretaker") {
                2
            } else if one_of!(hash, "former" | "ex" | "late") {
                4
            } else if one_of!(hash, "prime") {
                8
            } else {
                0
            };
            ranks | rank
        })
    };
    // a shorter mention may leave out that somebody holds his office for a time, or held it
    let (short, full) = (ranks(a), ranks(b));
    short & !full != 0 || (short ^ full) & (1 | 8) != 0
}

/// The only fitting mention; more than one is not safe.
fn only<'a>(mentions: Option<&'a Mentions>, fits: impl Fn(&&'a usize) -> bool) -> Option<usize> {
    let mut fitting = mentions?.all().iter().filter(fits);
    let first = *fitting.next()?;
    fitting.next().is_none().then_some(first)
}

fn push(map: &mut ByWord, key: u64, i: usize) {
    let mentions = map.entry(key).or_default();
    if mentions.count < MOST && !mentions.all().contains(&i) {
        mentions.list[mentions.count] = i;
        mentions.count += 1;
    }
}

/// Mentions by the hash of a word.
type ByWord = HashMap<u64, Mentions, BuildHasherDefault<Hashed>>;

/// Of more mentions than this no single one can be meant.
const MOST: usize = 8;

#[derive(Default)]
struct Mentions {
    list: [usize; MOST],
    count: usize,
}

impl Mentions {
    fn all(&self) -> &[usize] {
        &self.list[..self.count]
    }
}

/// Takes the hash of a word as it is.
#[derive(Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 ^= crate::token::hash(bytes);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Whether the shorter name is the end of the fuller one.
fn ends_alike(reader: &Reader<'_>, fuller: Extent, name: Extent) -> bool {
    let length = name.last - name.first;
    (0..length).all(|k| reader.hash(fuller.last - 1 - k) == reader.hash(name.last - 1 - k))
}

/// The word behind a short title: general for Gen.
fn full_title(word: u64) -> u64 {
    const TITLES: [(u64, u64); 12] = [
        (hash(b"gen."), hash(b"general")),
        (hash(b"sen."), hash(b"senator")),
        (hash(b"rep."), hash(b"representative")),
        (hash(b"gov."), hash(b"governor")),
        (hash(b"col."), hash(b"colonel")),
        (hash(b"maj."), hash(b"major")),
        (hash(b"capt."), hash(b"captain")),
        (hash(b"lt."), hash(b"lieutenant")),
        (hash(b"sgt."), hash(b"sergeant")),
        (hash(b"adm."), hash(b"admiral")),
        (hash(b"brig."), hash(b"brigadier")),
        (hash(b"dr."), hash(b"doctor")),
    ];
    TITLES.iter().find(|(short, _)| *short == word).map_or(word, |(_, title)| *title)
}

/// The hash of the short name that a mention gives in brackets: "the Centre for Border Affairs (CBA)".
pub(super) fn short_name(reader: &Reader<'_>, mention: Extent) -> Option<u64> {
    let close = mention.last.checked_sub(1)?;
    let brackets =
        close >= mention.first + 3 && one_of!(reader.hash(close), ")") && one_of!(reader.hash(close - 2), "(");
    if !brackets {
        return None;
    }
    let name = reader.document.words.get(close as usize - 1)?;
    name.shape.has(Shape::UPPER).then_some(name.hash)
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
