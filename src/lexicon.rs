//! Word lists: which words belong to which class, in every inflected form, behind one probe of one table.
//!
//! # Format
//!
//! ```text
//! # What the file holds, where it comes from, under which licence.
//! [aircraft noun]
//! drone, helicopter, fighter jet
//! unmanned aerial vehicle
//!
//! [weapon noun]
//! <aircraft>               # every member of another class
//! rifle, weapon of mass destruction
//!
//! [say.neutral verb]       # its members belong to `say` as well
//! say, tell, point out
//!
//! [aircraft noun]
//! -drone                   # takes an entry out again
//! ```
//!
//! A section head names a class and the parts of speech of its entries: `verb`, `noun`, `adjective`, `adverb`, `name` or
//! `word` (any part of speech, never inflected). Entries are separated by commas or lines, `#` starts a comment. Entries
//! are lemmas: a verb stands for all its forms ("say": says, said, saying), a noun for its plural; in an entry of several
//! words the first word of a verb and the head of a noun are inflected. Several heads may name one class, in one file or in
//! several: they add up, and what a later source takes out is out.
//!
//! A word belongs to a class only in the part of speech the class was declared for, so "strike" in a verb class does not
//! match the noun. Participles pass as verbs where they are tagged as adjectives ("the wounded man").
//!
//! What words mean, and how a text is matched against sequences of them, stands in [`crate::pattern`].

use std::collections::HashMap;

use crate::error::Error;
use crate::inflect::{self, Form};
use crate::tag::{Pos, Word};
use crate::token::hash;

/// A class of words: small enough to keep in rules and to compare by value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Class(u16);

impl Class {
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Where the members and the phrases of a word start, and what no search among them is needed for.
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    members: u32,
    phrases: u32,
    /// The classes of its members, and of its phrases.
    word: Sieve,
    phrase: Sieve,
}

/// Says of a class whether it may be in a set, for most that are not that they are not: one bit stands for several classes.
#[derive(Clone, Copy, Debug, Default)]
struct Sieve(u64);

impl Sieve {
    #[inline]
    fn may_hold(self, class: Class) -> bool {
        self.0 >> (class.0 % 64) & 1 != 0
    }

    fn of(classes: impl Iterator<Item = Class>) -> Self {
        Self(classes.fold(0, |bits, class| bits | 1 << (class.0 % 64)))
    }
}

/// A set of entries of the lexicon.
#[derive(Clone, Debug, Default)]
pub(crate) struct EntrySet(Vec<u64>);

impl EntrySet {
    #[inline]
    pub fn has(&self, entry: u32) -> bool {
        self.0.get(entry as usize / 64).is_some_and(|bits| bits >> (entry % 64) & 1 != 0)
    }
}

/// A set of parts of speech: those in which a word belongs to a class, or those that its tag may stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Parts(u8);

impl Parts {
    /// In which every word belongs to what is asked, whatever its tag.
    pub const EVERY: Self = Self(mask::ANY);

    #[inline]
    pub fn of(pos: Pos) -> Self {
        Self(mask::of_word(pos))
    }

    #[inline]
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// A part of speech that a class can be declared for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    Verb,
    Noun,
    Adjective,
    Adverb,
    Name,
    Word,
}

/// The word classes, ready to be asked. Immutable.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    table: Table,
    /// One for each word that any list holds, and one more at the end.
    entries: Vec<Entry>,
    /// Class and [`mask`], packed.
    members: Vec<u32>,
    phrases: Vec<Phrase>,
    elements: Vec<u64>,
    names: HashMap<Box<str>, Class>,
    classes: usize,
}

impl Lexicon {
    /// The class of a name.
    pub fn class(&self, name: &str) -> Option<Class> {
        self.names.get(name).copied()
    }

    /// How many classes there are; [`Class::index`] is below it.
    pub fn classes(&self) -> usize {
        self.classes
    }

    /// The entry of a word by its hash, 0 for none.
    #[inline]
    pub fn entry(&self, hash: u64) -> u32 {
        self.table.find(hash)
    }

    /// Whether an entry belongs to a class, whatever its part of speech.
    #[inline]
    pub fn has(&self, entry: u32, class: Class) -> bool {
        self.may_be(entry, class) && self.members_of(entry).iter().any(|&m| m >> 8 == u32::from(class.0))
    }

    /// Whether a word belongs to a class in the part of speech it has.
    #[inline]
    pub fn has_word(&self, word: &Word, class: Class) -> bool {
        self.may_be(word.entry, class) && {
            let tagged = mask::of_word(word.pos);
            self.members_of(word.entry).iter().any(|&m| m >> 8 == u32::from(class.0) && m as u8 & tagged != 0)
        }
    }

    /// Whether an entry is the past participle of a verb that has a class.
    pub fn is_participle(&self, entry: u32) -> bool {
        entry != 0 && self.members_of(entry).iter().any(|&m| m as u8 & mask::PARTICIPLE != 0)
    }

    /// The classes a word belongs to in the part of speech it has, in ascending order.
    #[inline]
    pub fn classes_of(&self, word: &Word) -> impl Iterator<Item = Class> + '_ {
        let tagged = mask::of_word(word.pos);
        self.members_of(word.entry).iter().filter(move |&&m| m as u8 & tagged != 0).map(|&m| Class((m >> 8) as u16))
    }

    /// The classes a word belongs to whatever its part of speech, and whether it belongs to each in the one it has.
    #[inline]
    pub fn all_classes_of(&self, word: &Word) -> impl Iterator<Item = (Class, bool)> + '_ {
        let tagged = mask::of_word(word.pos);
        self.members_of(word.entry).iter().map(move |&m| (Class((m >> 8) as u16), m as u8 & tagged != 0))
    }

    /// One more than the last entry; 0 is the entry of words that no list holds.
    pub fn entries(&self) -> usize {
        self.entries.len().saturating_sub(1)
    }

    /// The classes of an entry, ascending, with the parts of speech in which it belongs to them.
    pub fn parts_of(&self, entry: u32) -> impl Iterator<Item = (Class, Parts)> + '_ {
        self.members_of(entry).iter().map(|&m| (Class((m >> 8) as u16), Parts(m as u8)))
    }

    /// The classes of the phrases that an entry can start, with the parts of speech in which it does; a class for each phrase.
    pub fn phrases_from(&self, entry: u32) -> impl Iterator<Item = (Class, Parts)> + '_ {
        self.phrases_of(entry).iter().map(|phrase| (phrase.class, Parts(phrase.first)))
    }

    /// The parts of speech in which an entry starts a phrase of a class.
    pub fn phrase_parts_of(&self, entry: u32, class: Class) -> Parts {
        let phrases = self.phrases_from(entry).filter(|&(found, _)| found == class);
        phrases.fold(Parts::default(), |all, (_, parts)| all.or(parts))
    }

    /// The entries that belong, or start a phrase that belongs, to a class that is wanted.
    pub fn entries_with(&self, wanted: impl Fn(Class) -> bool) -> EntrySet {
        let wanted: Vec<bool> = (0..self.classes).map(|class| wanted(Class(class as u16))).collect();
        let sieve = Sieve::of((0..self.classes as u16).map(Class).filter(|class| wanted[class.index()]));
        let mut set = EntrySet(vec![0; self.entries.len() / 64 + 1]);
        for entry in 1..self.entries.len().saturating_sub(1) {
            let Entry { word, phrase, .. } = self.entries[entry];
            if (word.0 | phrase.0) & sieve.0 == 0 {
                continue;
            }
            let word = self.members_of(entry as u32).iter().any(|&m| wanted[(m >> 8) as usize]);
            if word || self.phrases_of(entry as u32).iter().any(|phrase| wanted[phrase.class.index()]) {
                set.0[entry / 64] |= 1 << (entry % 64);
            }
        }
        set
    }

    /// Whether an entry of several words can start with the word.
    #[inline]
    pub fn starts_phrase(&self, entry: u32) -> bool {
        entry != 0 && self.entries[entry as usize].phrase.0 != 0
    }

    /// How many words from `i` on the longest entry of several words of a class takes.
    pub fn phrase_at(&self, words: &[Word], i: usize, class: Class) -> Option<usize> {
        if !self.may_start(words.get(i)?.entry, class) {
            return None;
        }
        self.phrases_at(words, i).find(|&(c, _)| c == class).map(|(_, len)| len)
    }

    /// Every entry of several words that starts at `i`, with its class and length; longest first.
    pub fn phrases_at<'a>(&'a self, words: &'a [Word], i: usize) -> impl Iterator<Item = (Class, usize)> + 'a {
        self.phrases_of(words.get(i).map_or(0, |w| w.entry)).iter().filter_map(move |p| {
            let rest = words.get(i + 1..i + 1 + p.len as usize)?;
            let tail = &self.elements[p.start as usize..p.start as usize + p.len as usize];
            let fits = p.first & mask::of_word(words[i].pos) != 0 && rest.iter().zip(tail).all(|(w, &h)| w.hash == h);
            fits.then_some((p.class, p.len as usize + 1))
        })
    }

    /// Whether a word or a phrase of the class starts at `i`: how many words it takes, longest first.
    pub fn match_at(&self, words: &[Word], i: usize, class: Class) -> Option<usize> {
        let word = words.get(i)?;
        if word.entry == 0 {
            return None;
        }
        self.phrase_at(words, i, class).or_else(|| self.has_word(word, class).then_some(1))
    }

    /// Gives every word its entry.
    pub fn fill(&self, words: &mut [Word]) {
        for word in words {
            word.entry = self.entry(word.hash);
        }
    }

    /// Whether an entry of several words of the class may start with the word; false is certain.
    #[inline]
    pub fn may_start(&self, entry: u32, class: Class) -> bool {
        entry != 0 && self.entries[entry as usize].phrase.may_hold(class)
    }

    #[inline]
    fn may_be(&self, entry: u32, class: Class) -> bool {
        entry != 0 && self.entries[entry as usize].word.may_hold(class)
    }

    #[inline]
    fn members_of(&self, entry: u32) -> &[u32] {
        match entry as usize {
            0 => &[],
            e => &self.members[self.entries[e].members as usize..self.entries[e + 1].members as usize],
        }
    }

    #[inline]
    fn phrases_of(&self, entry: u32) -> &[Phrase] {
        match entry as usize {
            0 => &[],
            e if self.entries[e].phrase.0 == 0 => &[],
            e => &self.phrases[self.entries[e].phrases as usize..self.entries[e + 1].phrases as usize],
        }
    }
}

/// An entry of several words, without its first.
#[derive(Clone, Copy, Debug)]
struct Phrase {
    class: Class,
    /// In which parts of speech the first word starts it.
    first: u8,
    len: u8,
    start: u32,
}

/// Which tags an entry form accepts: one bit each.
mod mask {
    use super::{Part, Pos};

    pub const VERB: u8 = 1;
    pub const PARTICIPLE: u8 = 2;
    pub const NOUN: u8 = 4;
    pub const ADJECTIVE: u8 = 8;
    pub const ADVERB: u8 = 16;
    pub const NAME: u8 = 32;
    pub const ANY: u8 = 64;

    /// The bit of the lemma of an entry.
    pub const fn of_part(part: Part) -> u8 {
        match part {
            Part::Verb => VERB,
            Part::Noun => NOUN,
            Part::Adjective => ADJECTIVE,
            Part::Adverb => ADVERB,
            Part::Name => NAME,
            Part::Word => ANY,
        }
    }

    /// The bits that a word of this tag satisfies. Capitalised common nouns are often tagged as names, and participles as
    /// adjectives: both are let through.
    #[inline]
    pub const fn of_word(pos: Pos) -> u8 {
        ANY | match pos {
            Pos::Verb | Pos::Aux => VERB | PARTICIPLE,
            Pos::Noun => NOUN | NAME,
            Pos::Propn => NOUN | NAME,
            Pos::Adj => ADJECTIVE | PARTICIPLE | NAME,
            Pos::Adv => ADVERB,
            // Rare nouns are sometimes mistaken for function words, which no list of nouns holds.
            Pos::X | Pos::Adp | Pos::Pron | Pos::Sconj | Pos::Intj | Pos::Sym => NOUN | NAME,
            _ => 0,
        }
    }
}

/// Collects word lists and makes a [`Lexicon`] of them.
#[derive(Debug, Default)]
pub(crate) struct LexiconBuilder {
    table: Table,
    /// For each entry the newest member and the newest phrase; 0 ends a chain.
    heads: Vec<(u32, u32)>,
    members: Vec<(u32, u32)>,
    phrases: Vec<(Phrase, u32)>,
    elements: Vec<u64>,
    names: HashMap<Box<str>, Class>,
    lemmas: HashMap<u64, Class, Prehashed>,
    classes: u16,
    /// The forms of each lemma so far, and where they stand in `inflected`.
    inflections_of: HashMap<u64, (u32, u32), Prehashed>,
    inflected: Vec<(u64, u8)>,
    /// Room to spell forms in.
    spelling: String,
    /// Which class belongs wholly to which other.
    inside: Vec<(Class, Class)>,
}

impl LexiconBuilder {
    pub fn new() -> Self {
        let mut new = Self::default();
        new.members.push((0, 0));
        new.phrases.push((Phrase { class: Class(0), first: 0, len: 0, start: 0 }, 0));
        new.heads.push((0, 0));
        new
    }

    /// Adds a source in the format of this module; what it takes out concerns the sources before it.
    pub fn add(&mut self, origin: &str, text: &str) -> Result<(), Error> {
        self.table.reserve(text.len() / 4);
        let mut section: Option<Section> = None;
        for (number, line) in (1..).zip(text.lines()) {
            let line = line.split_once('#').map_or(line, |(before, _)| before).trim();
            if line.is_empty() {
                continue;
            }
            let fail = |message: String| Error::new(origin, number, message);
            if let Some(head) = line.strip_prefix('[') {
                section = Some(self.section(head).map_err(fail)?);
                continue;
            }
            let Some(section) = &section else {
                return Err(fail("entry outside a section; put a head such as [weapon noun] above it".into()));
            };
            for entry in line.split(',').map(str::trim).filter(|e| !e.is_empty()) {
                self.line_entry(section, entry).map_err(fail)?;
            }
        }
        Ok(())
    }

    /// The class of a name, if a source so far has declared it.
    pub fn class(&self, name: &str) -> Option<Class> {
        self.names.get(name).copied()
    }

    /// The class that holds nothing but the forms of one lemma.
    pub fn lemma(&mut self, part: Part, lemma: &str) -> Class {
        let key = lemma_key(part, lemma);
        if let Some(&class) = self.lemmas.get(&key) {
            return class;
        }
        let class = self.new_class();
        self.lemmas.insert(key, class);
        self.insert(class, part, lemma);
        class
    }

    /// Makes the lexicon.
    pub fn build(self) -> Lexicon {
        let above = self.closure();
        let mut lexicon = Lexicon { classes: self.classes as usize, ..Lexicon::default() };
        lexicon.members.reserve(self.members.len());
        let mut found: Vec<u32> = Vec::new();
        let mut phrases: Vec<Phrase> = Vec::new();
        for &(member, phrase) in &self.heads {
            let first = lexicon.members.len();
            found.clear();
            for packed in chain(&self.members, member) {
                match above[(packed >> 8) as usize].as_slice() {
                    [] => found.push(packed),
                    all => found.extend(all.iter().map(|c| u32::from(c.0) << 8 | (packed & 0xff))),
                }
            }
            found.retain(|packed| packed & 0xff != 0);
            found.sort_unstable();
            for &packed in &found {
                match lexicon.members[first..].last_mut() {
                    Some(last) if *last >> 8 == packed >> 8 => *last |= packed,
                    _ => lexicon.members.push(packed),
                }
            }
            phrases.clear();
            for p in chain(&self.phrases, phrase) {
                match above[p.class.index()].as_slice() {
                    [] => phrases.push(p),
                    all => phrases.extend(all.iter().map(|&class| Phrase { class, ..p })),
                }
            }
            phrases.retain(|p| p.first != 0);
            phrases.sort_by_key(|p| (std::cmp::Reverse(p.len), p.class, p.start));
            lexicon.entries.push(Entry {
                members: first as u32,
                phrases: lexicon.phrases.len() as u32,
                word: Sieve::of(lexicon.members[first..].iter().map(|packed| Class((packed >> 8) as u16))),
                phrase: Sieve::of(phrases.iter().map(|phrase| phrase.class)),
            });
            lexicon.phrases.extend_from_slice(&phrases);
        }
        let (members, phrases) = (lexicon.members.len() as u32, lexicon.phrases.len() as u32);
        lexicon.entries.push(Entry { members, phrases, ..Entry::default() });
        lexicon.table = self.table;
        lexicon.elements = self.elements;
        lexicon.names = self.names;
        lexicon
    }

    /// Reads a section head behind its bracket and declares the class and those above it by its dots.
    fn section(&mut self, head: &str) -> Result<Section, String> {
        let Some(head) = head.strip_suffix(']') else {
            return Err("section head without its closing bracket; write [name verb]".into());
        };
        let mut words = head.split_whitespace();
        let name = words.next().unwrap_or("");
        check_name(name)?;
        let parts = words.map(part).collect::<Result<Vec<_>, _>>()?;
        if parts.is_empty() {
            return Err(format!("class \"{name}\" lacks its part of speech; write [{name} noun]"));
        }
        let class = self.declare(name);
        Ok(Section { class, parts })
    }

    fn declare(&mut self, name: &str) -> Class {
        if let Some(class) = self.class(name) {
            return class;
        }
        let class = self.new_class();
        self.names.insert(name.into(), class);
        if let Some((above, _)) = name.rsplit_once('.') {
            let above = self.declare(above);
            self.inside.push((class, above));
        }
        class
    }

    fn new_class(&mut self) -> Class {
        self.classes += 1;
        Class(self.classes - 1)
    }

    fn line_entry(&mut self, section: &Section, entry: &str) -> Result<(), String> {
        if let Some(name) = entry.strip_prefix('<') {
            let name = name.strip_suffix('>').ok_or("class without its closing >")?;
            let Some(other) = self.class(name) else {
                return Err(format!("lexicon class \"{name}\" is not defined; define it above this line"));
            };
            self.inside.push((other, section.class));
        } else if let Some(lemma) = entry.strip_prefix('-') {
            let lemma = lemma.trim();
            let taken = section.parts.iter().map(|&part| self.remove(section.class, part, lemma)).sum::<usize>();
            if taken == 0 {
                return Err(format!("\"{lemma}\" is not in the class, so it cannot be taken out"));
            }
        } else {
            if !entry.chars().any(char::is_alphanumeric) {
                return Err(format!("\"{entry}\" is no word"));
            }
            for &part in &section.parts {
                self.insert(section.class, part, entry);
            }
        }
        Ok(())
    }

    fn insert(&mut self, class: Class, part: Part, lemma: &str) {
        self.each_form(part, lemma, |builder, first, bits, tail| {
            let entry = builder.table.insert(first, &mut builder.heads);
            let head = &mut builder.heads[entry as usize];
            if tail.is_empty() {
                let next = std::mem::replace(&mut head.0, builder.members.len() as u32);
                builder.members.push((u32::from(class.0) << 8 | u32::from(bits), next));
            } else {
                let start = builder.elements.len() as u32;
                builder.elements.extend_from_slice(tail);
                let next = std::mem::replace(&mut head.1, builder.phrases.len() as u32);
                let phrase = Phrase { class, first: bits, len: tail.len().min(255) as u8, start };
                builder.phrases.push((phrase, next));
            }
        });
    }

    /// Takes an entry out and says how many forms it had.
    fn remove(&mut self, class: Class, part: Part, lemma: &str) -> usize {
        let mut taken = 0;
        self.each_form(part, lemma, |builder, first, bits, tail| {
            let entry = builder.table.find(first) as usize;
            let packed = u32::from(class.0) << 8 | u32::from(bits);
            // Members that are taken out stay in the chain with no bit set.
            if tail.is_empty() {
                let mut at = builder.heads[entry].0;
                while at != 0 {
                    let member = &mut builder.members[at as usize];
                    taken += usize::from(member.0 == packed);
                    member.0 = if member.0 == packed { packed & !0xff } else { member.0 };
                    at = member.1;
                }
                return;
            }
            let mut at = builder.heads[entry].1;
            while at != 0 {
                let (phrase, next) = &mut builder.phrases[at as usize];
                let range = phrase.start as usize..phrase.start as usize + phrase.len as usize;
                if phrase.class == class && phrase.first == bits && builder.elements[range] == *tail {
                    phrase.first = 0;
                    taken += 1;
                }
                at = *next;
            }
        });
        taken
    }

    /// Calls back for each inflected form: the hash of its first word, the tags it accepts, the hashes of its other words.
    fn each_form(&mut self, part: Part, lemma: &str, mut with: impl FnMut(&mut Self, u64, u8, &[u64])) {
        if !lemma.bytes().any(|byte| matches!(byte, b' ' | b'-' | b'\'' | 0xE2)) {
            for i in self.inflections(part, lemma) {
                let (form, bits) = self.inflected[i];
                with(self, form, bits, &[]);
            }
            return;
        }
        let pieces: Vec<&str> = pieces(lemma).collect();
        let mut hashes: Vec<u64> = pieces.iter().map(|p| hash(p.as_bytes())).collect();
        let head = match part {
            Part::Noun => head_noun(&pieces),
            _ => 0,
        };
        for i in self.inflections(part, pieces[head]) {
            let (form, bits) = self.inflected[i];
            hashes[head] = form;
            // A noun may start with a word of any class ("high school").
            let first = if part == Part::Verb { bits } else { mask::ANY };
            with(self, hashes[0], if hashes.len() == 1 { bits } else { first }, &hashes[1..]);
        }
    }

    /// The forms of a single word in the pool; made once for each lemma, for the same verb stands in many classes.
    fn inflections(&mut self, part: Part, lemma: &str) -> std::ops::Range<usize> {
        let key = lemma_key(part, lemma);
        if let Some(&(first, last)) = self.inflections_of.get(&key) {
            return first as usize..last as usize;
        }
        let first = self.inflected.len();
        let Self { inflected, spelling, .. } = self;
        each_inflection(part, lemma, spelling, |form, bits| inflected.push((form, bits)));
        self.inflections_of.insert(key, (first as u32, self.inflected.len() as u32));
        first..self.inflected.len()
    }

    /// For each class that lies inside others these, directly or not, and itself; nothing for the rest.
    fn closure(&self) -> Vec<Vec<Class>> {
        let mut direct = vec![Vec::new(); self.classes as usize];
        for &(class, above) in &self.inside {
            direct[class.index()].push(above);
        }
        let reach = |i: usize| {
            if direct[i].is_empty() {
                return Vec::new();
            }
            let mut reached = vec![Class(i as u16)];
            let mut next = 0;
            while let Some(&class) = reached.get(next) {
                for above in &direct[class.index()] {
                    if !reached.contains(above) {
                        reached.push(*above);
                    }
                }
                next += 1;
            }
            reached
        };
        (0..direct.len()).map(reach).collect()
    }
}

/// A lemma in a part of speech, as one number.
fn lemma_key(part: Part, lemma: &str) -> u64 {
    hash(lemma.as_bytes()).rotate_left(part as u32 * 7)
}

/// For keys that are hashes already.
type Prehashed = std::hash::BuildHasherDefault<AsItIs>;

#[derive(Debug, Default)]
struct AsItIs(u64);

impl std::hash::Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

struct Section {
    class: Class,
    parts: Vec<Part>,
}

fn check_name(name: &str) -> Result<(), String> {
    let legal = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_');
    match name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(legal) {
        true => Ok(()),
        false => Err(format!("\"{name}\" is no class name; use small letters, digits, '-' and '.'")),
    }
}

fn part(name: &str) -> Result<Part, String> {
    Ok(match name {
        "verb" => Part::Verb,
        "noun" => Part::Noun,
        "adjective" => Part::Adjective,
        "adverb" => Part::Adverb,
        "name" => Part::Name,
        "word" => Part::Word,
        other => {
            return Err(format!(
                "part of speech \"{other}\" is not known; use verb, noun, adjective, adverb, name or word"
            ));
        }
    })
}

/// The pieces of an entry as the scanner would cut them: hyphenated words in parts, possessives and contractions apart.
pub(crate) fn pieces(entry: &str) -> impl Iterator<Item = &str> {
    entry.split_whitespace().flat_map(|word| {
        let mut rest = word;
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            let end = match rest.find(['-', '\'', '’']) {
                Some(0) if rest.starts_with('-') => 1,
                Some(0) | None => rest.len(),
                Some(at) if rest[at..].starts_with('-') => at,
                Some(at) if rest[..at].ends_with('n') && rest[at..].ends_with('t') => at - 1,
                Some(at) => at,
            };
            let end = if end == 0 { rest.len() } else { end };
            let (piece, after) = rest.split_at(end);
            rest = after;
            Some(piece)
        })
    })
}

/// The noun that takes the plural: the last before a preposition ("weapon of mass destruction"), else the last.
fn head_noun(pieces: &[&str]) -> usize {
    let preposition = |p: &&str| matches!(*p, "of" | "in" | "at" | "on" | "for" | "to" | "with" | "by" | "from");
    match pieces.iter().position(preposition) {
        Some(at) if at > 0 => at - 1,
        _ => pieces.len() - 1,
    }
}

/// Calls back with the hash of each form of a single word and the tags it accepts. `text` is room to spell in.
fn each_inflection(part: Part, lemma: &str, text: &mut String, mut with: impl FnMut(u64, u8)) {
    let mut form = |form: &Form<'_>, bits: u8| {
        text.clear();
        form.write(text);
        with(hash(text.as_bytes()), bits);
    };
    match part {
        Part::Verb => {
            let (usual, variant) = inflect::verb_forms(lemma);
            for forms in std::iter::once(usual).chain(variant) {
                form(&forms.third, mask::VERB);
                if forms.past == forms.participle {
                    form(&forms.past, PARTICIPLES);
                } else {
                    form(&forms.past, mask::VERB);
                    form(&forms.participle, PARTICIPLES);
                }
                form(&forms.gerund, PARTICIPLES);
            }
        }
        Part::Noun => {
            let plural = inflect::noun_plural(lemma);
            if plural != *lemma {
                form(&plural, mask::NOUN);
            }
        }
        Part::Adjective | Part::Adverb | Part::Name | Part::Word => {}
    }
    with(hash(lemma.as_bytes()), mask::of_part(part));
}

const PARTICIPLES: u8 = mask::VERB | mask::PARTICIPLE;

/// Walks a chain of the builder, newest first.
fn chain<T: Copy>(nodes: &[(T, u32)], mut at: u32) -> impl Iterator<Item = T> + '_ {
    std::iter::from_fn(move || {
        let (value, next) = *nodes.get(at as usize).filter(|_| at != 0)?;
        at = next;
        Some(value)
    })
}

/// An open-addressing table from hashes to entries. A slot holds the upper half of the hash above the entry: it tells two
/// words apart with an error of one in some billions, at half the memory.
#[derive(Debug, Default)]
struct Table {
    slots: Vec<u64>,
    hashes: Vec<u64>,
}

impl Table {
    #[inline]
    fn find(&self, hash: u64) -> u32 {
        if self.slots.is_empty() {
            return 0;
        }
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot == 0 || slot >> 32 == hash >> 32 {
                return slot as u32;
            }
            at = (at + 1) & mask;
        }
    }

    fn insert(&mut self, hash: u64, heads: &mut Vec<(u32, u32)>) -> u32 {
        self.reserve(1);
        let found = self.find(hash);
        if found != 0 {
            return found;
        }
        let entry = heads.len() as u32;
        heads.push((0, 0));
        self.hashes.push(hash);
        self.place(hash, entry);
        entry
    }

    fn place(&mut self, hash: u64, entry: u32) {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots[at] != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = hash >> 32 << 32 | u64::from(entry);
    }

    /// Makes room for so many more hashes at a load of at most a half.
    fn reserve(&mut self, more: usize) {
        let need = ((self.hashes.len() + more) * 2).next_power_of_two().max(64);
        if need <= self.slots.len() {
            return;
        }
        self.slots = vec![0; need];
        for i in 0..self.hashes.len() {
            self.place(self.hashes[i], i as u32 + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tag::VerbForm;
    use crate::token::{Gap, Shape, TokenKind};

    fn lexicon(sources: &[&str]) -> Lexicon {
        let mut builder = LexiconBuilder::new();
        for source in sources {
            builder.add("test", source).unwrap();
        }
        builder.build()
    }

    fn words(lexicon: &Lexicon, text: &[(&str, Pos)]) -> Vec<Word> {
        let mut words: Vec<Word> = text
            .iter()
            .map(|&(w, pos)| Word {
                start: 0,
                end: 0,
                hash: hash(w.as_bytes()),
                entry: 0,
                kind: TokenKind::Word,
                shape: Shape(0),
                gap: Gap::Space,
                pos,
                form: VerbForm::None,
            })
            .collect();
        lexicon.fill(&mut words);
        words
    }

    fn has(lexicon: &Lexicon, word: &str, pos: Pos, class: &str) -> bool {
        lexicon.has_word(&words(lexicon, &[(word, pos)])[0], lexicon.class(class).unwrap())
    }

    fn error(source: &str) -> String {
        LexiconBuilder::new().add("my.txt", source).unwrap_err().to_string()
    }

    #[test]
    fn entries_stand_for_all_their_forms() {
        let lexicon = lexicon(&["[say verb]\nsay, carry\n[aircraft noun]\ndrone # the common ones\n"]);
        for form in ["say", "says", "said", "saying", "carry", "carries", "carried", "carrying", "Said"] {
            assert!(has(&lexicon, form, Pos::Verb, "say"), "{form}");
        }
        assert!(has(&lexicon, "drones", Pos::Noun, "aircraft"));
        assert!(!has(&lexicon, "common", Pos::Adj, "aircraft"));
    }

    #[test]
    fn part_of_speech_is_respected() {
        let lexicon = lexicon(&["[hit verb]\nstrike, wound\n[fight noun verb]\nbattle"]);
        assert!(!has(&lexicon, "strike", Pos::Noun, "hit"));
        assert!(has(&lexicon, "wounded", Pos::Adj, "hit"));
        assert!(!has(&lexicon, "wounds", Pos::Adj, "hit"));
        assert!(has(&lexicon, "battles", Pos::Noun, "fight") && has(&lexicon, "battles", Pos::Verb, "fight"));
        assert!(!has(&lexicon, "battle", Pos::Adv, "fight"));
        let strike = lexicon.entry(hash(b"strike"));
        assert!(lexicon.has(strike, lexicon.class("hit").unwrap()));
        assert_eq!(lexicon.entry(hash(b"proposal")), 0);
    }

    #[test]
    fn classes_hold_classes() {
        let lexicon =
            lexicon(&["[say.doubt verb]\nclaim\n[air noun]\ndrone\n[thing noun]\n<air>\nstone\n[air noun]\njet"]);
        assert!(has(&lexicon, "claims", Pos::Verb, "say"));
        assert!(has(&lexicon, "jets", Pos::Noun, "thing") && has(&lexicon, "drone", Pos::Noun, "thing"));
        assert!(!has(&lexicon, "stone", Pos::Noun, "air"));
        let word = words(&lexicon, &[("drone", Pos::Noun)])[0];
        assert_eq!(lexicon.classes_of(&word).count(), 2);
    }

    #[test]
    fn longest_phrase_wins() {
        let lexicon = lexicon(&[
            "[bomb noun]\ncar bomb, car bomb attack, weapon of mass destruction, cease-fire\n[take verb]\ntake part in",
        ]);
        use Pos::*;
        let bomb = lexicon.class("bomb").unwrap();
        let text = words(&lexicon, &[("Car", Noun), ("bomb", Noun), ("attacks", Noun)]);
        assert_eq!(lexicon.phrase_at(&text, 0, bomb), Some(3));
        assert_eq!(lexicon.phrase_at(&text[..2], 0, bomb), Some(2));
        assert_eq!(lexicon.phrase_at(&text, 1, bomb), None);
        let text = words(&lexicon, &[("weapons", Noun), ("of", Adp), ("mass", Noun), ("destruction", Noun)]);
        assert_eq!(lexicon.match_at(&text, 0, bomb), Some(4));
        let text = words(&lexicon, &[("cease", Noun), ("-", Punct), ("fires", Noun)]);
        assert_eq!(lexicon.phrase_at(&text, 0, bomb), Some(3));
        let take = lexicon.class("take").unwrap();
        let text = words(&lexicon, &[("took", Verb), ("part", Noun), ("in", Adp)]);
        assert_eq!(lexicon.phrase_at(&text, 0, take), Some(3));
    }

    #[test]
    fn later_sources_add_and_take_out() {
        let lexicon = lexicon(&[
            "[air noun]\ndrone, jet, fighter jet\n[big noun]\n<air>",
            "[air noun]\n-drone, -fighter jet\nballoon",
        ]);
        assert!(!has(&lexicon, "drones", Pos::Noun, "air") && !has(&lexicon, "drone", Pos::Noun, "big"));
        assert!(has(&lexicon, "balloons", Pos::Noun, "big") && has(&lexicon, "jet", Pos::Noun, "air"));
        let text = words(&lexicon, &[("fighter", Pos::Noun), ("jet", Pos::Noun)]);
        assert_eq!(lexicon.phrase_at(&text, 0, lexicon.class("air").unwrap()), None);
    }

    #[test]
    fn lemma_classes_are_made_once() {
        let mut builder = LexiconBuilder::new();
        let class = builder.lemma(Part::Verb, "shoot");
        assert_eq!(class, builder.lemma(Part::Verb, "shoot"));
        assert_ne!(class, builder.lemma(Part::Noun, "shoot"));
        let lexicon = builder.build();
        assert!(lexicon.has_word(&words(&lexicon, &[("shot", Pos::Verb)])[0], class));
    }

    #[test]
    fn errors_say_where_and_what_to_do() {
        assert_eq!(error("\ndrone"), "my.txt:2: entry outside a section; put a head such as [weapon noun] above it");
        assert_eq!(error("[air"), "my.txt:1: section head without its closing bracket; write [name verb]");
        assert_eq!(error("[air]"), "my.txt:1: class \"air\" lacks its part of speech; write [air noun]");
        assert_eq!(
            error("[air nuon]"),
            "my.txt:1: part of speech \"nuon\" is not known; use verb, noun, adjective, adverb, name or word"
        );
        assert_eq!(error("[Air noun]"), "my.txt:1: \"Air\" is no class name; use small letters, digits, '-' and '.'");
        assert_eq!(
            error("[air noun]\n<planes>"),
            "my.txt:2: lexicon class \"planes\" is not defined; define it above this line"
        );
        assert_eq!(error("[air noun]\n-jet"), "my.txt:2: \"jet\" is not in the class, so it cannot be taken out");
        assert_eq!(error("[air noun]\n-"), "my.txt:2: \"\" is not in the class, so it cannot be taken out");
        assert_eq!(error("[air noun]\n!!"), "my.txt:2: \"!!\" is no word");
    }
}
