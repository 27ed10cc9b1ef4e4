//! Collects the entries of word lists and makes a [`Lexicon`] of them.
//!
//! An entry is a lemma in a part of speech. It is inflected once, however many classes it stands in, and its classes are one
//! row of bits, which all its forms share.

use std::cmp::Reverse;

use super::entry::{Entry, EntrySet};
use super::form::{each_inflection, head_noun, is_single, pieces};
use super::row::RowBuilder;
use super::table::{Names, Table};
use super::{Class, Lexicon, Part, Phrase, Start, mask};
use crate::token::hash;

/// Collects word lists and makes a [`Lexicon`] of them.
#[derive(Debug)]
pub(crate) struct LexiconBuilder {
    names: Names,
    classes: u16,
    /// How many classes there were when the last one with a name was made.
    named: u16,
    /// Which class belongs wholly to which other.
    inside: Vec<(Class, Class)>,
    /// Numbers of lemmas, by [`key`].
    keys: Table,
    lemmas: Vec<Lemma>,
    /// The classes of lemmas, in chains: each with the place of the next, 0 for none. Those taken out stay as `None`.
    memberships: Vec<(Option<Class>, u32)>,
    /// The words that forms consist of or start with.
    table: Table,
    /// By the number of the word in the table.
    heads: Vec<Head>,
    /// Further lemmas of words, in chains.
    readings: Vec<(Reading, u32)>,
    /// Forms of several words, in chains.
    phrases: Vec<(Form, u32)>,
    elements: Vec<u64>,
}

/// An entry of a list.
#[derive(Clone, Copy, Debug, Default)]
struct Lemma {
    /// The newest of its memberships, 0 for none.
    memberships: u32,
    /// The class that holds nothing but its forms.
    own: Option<Class>,
}

/// What a word stands for. Most are forms of one lemma and start no phrase.
#[derive(Clone, Copy, Debug, Default)]
struct Head {
    /// One reading; one without bits where the word only starts phrases.
    reading: Reading,
    /// The newest of its further readings and of the phrases that start with it, 0 for none.
    readings: u32,
    phrases: u32,
}

/// A word as the form of a lemma.
#[derive(Clone, Copy, Debug, Default)]
struct Reading {
    lemma: u32,
    /// The tags it accepts.
    bits: u8,
}

/// A form of several words, seen from the first.
#[derive(Clone, Copy, Debug, Default)]
struct Form {
    /// Of the first word.
    reading: Reading,
    /// How many words follow, and where their hashes are.
    len: u8,
    start: u32,
}

/// The classes of a lemma.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Set {
    row: u32,
    /// The class that holds nothing else, where it has no column.
    own: Option<Class>,
}

impl LexiconBuilder {
    pub fn new() -> Self {
        Self {
            names: Names::default(),
            classes: 0,
            named: 0,
            inside: Vec::new(),
            keys: Table::default(),
            lemmas: Vec::new(),
            memberships: vec![(None, 0)],
            table: Table::default(),
            heads: vec![Head::default()],
            readings: vec![Default::default()],
            phrases: vec![Default::default()],
            elements: Vec::new(),
        }
    }

    /// Makes room for what lists and rules of so many bytes hold.
    pub fn reserve(&mut self, bytes: usize) {
        let lemmas = bytes / 24;
        self.keys.reserve(lemmas);
        self.lemmas.reserve(lemmas);
        self.memberships.reserve(lemmas);
        self.table.reserve(lemmas * 3 / 2);
        self.heads.reserve(lemmas * 3 / 2);
    }

    /// The class of a name.
    pub fn class(&self, name: &str) -> Option<Class> {
        self.names.find(name)
    }

    /// The class that holds nothing but the forms of one lemma.
    pub fn lemma(&mut self, part: Part, lemma: &str) -> Class {
        let lemma = self.lemma_of(part, lemma);
        if let Some(class) = self.lemmas[lemma].own {
            return class;
        }
        let class = Class(self.classes);
        self.classes += 1;
        self.lemmas[lemma].own = Some(class);
        class
    }

    pub(super) fn new_class(&mut self, name: &str) -> Class {
        let class = Class(self.classes);
        self.classes += 1;
        self.named = self.classes;
        self.names.insert(name, class);
        class
    }

    /// Makes all of a class belong to another.
    pub(super) fn put_inside(&mut self, class: Class, above: Class) {
        self.inside.push((class, above));
    }

    pub(super) fn insert(&mut self, class: Class, part: Part, lemma: &str) {
        let lemma = self.lemma_of(part, lemma);
        let next = std::mem::replace(&mut self.lemmas[lemma].memberships, self.memberships.len() as u32);
        self.memberships.push((Some(class), next));
    }

    /// Takes an entry out of a class and says whether it was there.
    pub(super) fn remove(&mut self, class: Class, part: Part, lemma: &str) -> bool {
        let number = self.keys.find(key(part, hash(lemma.as_bytes()))) as usize;
        let mut at = number.checked_sub(1).map_or(0, |lemma| self.lemmas[lemma].memberships);
        let mut taken = false;
        while at != 0 {
            let (member, next) = &mut self.memberships[at as usize];
            if *member == Some(class) {
                *member = None;
                taken = true;
            }
            at = *next;
        }
        taken
    }

    /// The place of a lemma, which is inflected where it is new.
    fn lemma_of(&mut self, part: Part, lemma: &str) -> usize {
        let hash = hash(lemma.as_bytes());
        let place = self.keys.insert(key(part, hash)) as usize - 1;
        if place == self.lemmas.len() {
            self.lemmas.push(Lemma::default());
            let place = place as u32;
            if is_single(lemma) {
                each_inflection(part, lemma, hash, |form, bits| self.add_word(form, Reading { lemma: place, bits }));
            } else {
                self.inflect(place, part, lemma);
            }
        }
        place
    }

    /// Adds the forms of a lemma of several words.
    fn inflect(&mut self, place: u32, part: Part, lemma: &str) {
        let pieces: Vec<&str> = pieces(lemma).take(1 + usize::from(u8::MAX)).collect();
        let mut hashes: Vec<u64> = pieces.iter().map(|piece| hash(piece.as_bytes())).collect();
        let head = if part == Part::Noun { head_noun(&pieces) } else { 0 };
        let Some(&head_hash) = hashes.get(head) else { return };
        each_inflection(part, pieces[head], head_hash, |form, bits| {
            hashes[head] = form;
            match hashes.as_slice() {
                [] => {}
                [word] => self.add_word(*word, Reading { lemma: place, bits }),
                [first, rest @ ..] => {
                    // A noun may start with a word of any class ("high school").
                    let bits = if part == Part::Verb { bits } else { mask::ANY };
                    self.add_phrase(*first, rest, Reading { lemma: place, bits });
                }
            }
        });
    }

    fn head(&mut self, word: u64) -> &mut Head {
        let entry = self.table.insert(word) as usize;
        if entry == self.heads.len() {
            self.heads.push(Head::default());
        }
        &mut self.heads[entry]
    }

    fn add_word(&mut self, word: u64, reading: Reading) {
        let next = self.readings.len() as u32;
        let head = self.head(word);
        if head.reading.bits == 0 {
            head.reading = reading;
        } else if head.reading.lemma == reading.lemma {
            head.reading.bits |= reading.bits;
        } else {
            let next = std::mem::replace(&mut head.readings, next);
            self.readings.push((reading, next));
        }
    }

    fn add_phrase(&mut self, first: u64, rest: &[u64], reading: Reading) {
        let form = Form { reading, len: rest.len() as u8, start: self.elements.len() as u32 };
        self.elements.extend_from_slice(rest);
        let number = self.phrases.len() as u32;
        let next = std::mem::replace(&mut self.head(first).phrases, number);
        self.phrases.push((form, next));
    }

    /// Makes the lexicon.
    pub fn build(self) -> Lexicon {
        let mut rows = RowBuilder::new(usize::from(self.named));
        let sets = self.sets(&mut rows);
        let mut lexicon = Lexicon {
            entries: Vec::with_capacity(self.heads.len() + 1),
            participles: EntrySet::of(self.heads.len(), |_| false),
            starts: vec![Start::default()],
            ..Lexicon::default()
        };
        let mut phrases = Vec::new();
        for head in &self.heads {
            let (at, lemmas) = (lexicon.entries.len(), lexicon.lemmas.len());
            let mut entry = Entry::at(lemmas);
            for Reading { lemma, bits } in self.readings_of(head) {
                let set = sets[lemma as usize];
                if set == Set::default() {
                    continue;
                }
                entry.add(set.row, bits, &mut rows, &mut lexicon.mixed);
                lexicon.lemmas.extend(set.own.map(|class| u32::from(class.0) << 8 | u32::from(bits)));
                if bits & mask::PARTICIPLE != 0 {
                    lexicon.participles.insert(at);
                }
            }
            lexicon.lemmas[lemmas..].sort_unstable();
            if head.phrases != 0 {
                phrases.clear();
                for Form { reading, len, start } in chain(&self.phrases, head.phrases) {
                    let set = sets[reading.lemma as usize];
                    let classes = rows.classes(set.row).chain(set.own);
                    phrases.extend(classes.map(|class| Phrase { class, first: reading.bits, len, start }));
                }
                phrases.sort_unstable_by_key(|phrase| (Reverse(phrase.len), phrase.class, phrase.start));
                entry.start = lexicon.starts.len() as u32;
                lexicon.starts.push(Start {
                    first: lexicon.phrases.len() as u32,
                    last: (lexicon.phrases.len() + phrases.len()) as u32,
                    sieve: phrases.iter().fold(0, |sieve, phrase| sieve | 1 << (phrase.class.0 % 64)),
                    second: phrases
                        .iter()
                        .fold(0, |second, phrase| second | 1 << (self.elements[phrase.start as usize] % 64)),
                });
                lexicon.phrases.extend_from_slice(&phrases);
            }
            lexicon.entries.push(entry);
        }
        lexicon.entries.push(Entry::at(lexicon.lemmas.len()));
        Lexicon {
            table: self.table.finish(),
            rows: rows.finish(),
            elements: self.elements,
            names: self.names,
            classes: usize::from(self.classes),
            ..lexicon
        }
    }

    fn readings_of(&self, head: &Head) -> impl Iterator<Item = Reading> + '_ {
        let first = (head.reading.bits != 0).then_some(head.reading);
        first.into_iter().chain(chain(&self.readings, head.readings))
    }

    /// The classes of each lemma, with all that they lie in.
    fn sets(&self, rows: &mut RowBuilder) -> Vec<Set> {
        let above = self.closure(rows.width());
        let mut bits = vec![0; rows.width()];
        let set_of = |lemma: &Lemma| {
            bits.fill(0);
            let mut at = lemma.memberships;
            while at != 0 {
                let (class, next) = self.memberships[at as usize];
                let above = class.map_or(&[][..], |class| &above[class.index()]);
                bits.iter_mut().zip(above).for_each(|(bits, above)| *bits |= above);
                at = next;
            }
            let mut own = lemma.own;
            if let Some(class) = own.filter(|class| class.index() < usize::from(self.named)) {
                bits[class.index() / 64] |= 1 << (class.index() % 64);
                own = None;
            }
            Set { row: rows.insert(&bits), own }
        };
        self.lemmas.iter().map(set_of).collect()
    }

    /// For each class with a name, itself and the classes that it lies in, directly or not.
    fn closure(&self, width: usize) -> Vec<Vec<u64>> {
        let mut direct = vec![Vec::new(); usize::from(self.named)];
        for &(class, above) in &self.inside {
            direct[class.index()].push(above);
        }
        let reach = |class: u16| {
            let mut bits = vec![0; width];
            let mut open = vec![Class(class)];
            while let Some(class) = open.pop() {
                let bit = 1 << (class.index() % 64);
                if bits[class.index() / 64] & bit == 0 {
                    bits[class.index() / 64] |= bit;
                    open.extend_from_slice(&direct[class.index()]);
                }
            }
            bits
        };
        (0..self.named).map(reach).collect()
    }
}

/// A lemma, by its hash, in a part of speech, as one number.
fn key(part: Part, lemma: u64) -> u64 {
    lemma.rotate_left(part as u32 * 7)
}

/// Walks a chain, newest first.
fn chain<T: Copy>(nodes: &[(T, u32)], mut at: u32) -> impl Iterator<Item = T> + '_ {
    std::iter::from_fn(move || {
        let (value, next) = *nodes.get(at as usize).filter(|_| at != 0)?;
        at = next;
        Some(value)
    })
}
