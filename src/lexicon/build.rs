//! Collects the entries of word lists and makes a [`Lexicon`] of them.
//!
//! An entry is a lemma in a part of speech. It is inflected once, however many classes it stands in, and its classes are one
//! row of bits, which all its forms share.

use super::entry::{Entry, EntrySet, Extra};
use super::form::{Headword, each_inflection, ends_head, pieces};
use super::row::RowBuilder;
use super::table::{NUMBER, Names, Table};
use super::{Class, Lexicon, Part, Phrase, Start, mask};

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
    /// Room for the words of an entry.
    words: Vec<u64>,
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

/// A word as the form of a lemma: its number, and above it the bits of the tags that it accepts.
#[derive(Clone, Copy, Debug, Default)]
struct Reading(u32);

impl Reading {
    #[inline]
    fn new(lemma: u32, bits: u8) -> Self {
        Self(u32::from(bits) << NUMBER | lemma)
    }

    #[inline]
    fn lemma(self) -> usize {
        (self.0 & ((1 << NUMBER) - 1)) as usize
    }

    #[inline]
    fn bits(self) -> u8 {
        (self.0 >> NUMBER) as u8
    }

    fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
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
#[derive(Clone, Copy, Debug, Default)]
struct Set {
    row: u32,
    /// The class that holds nothing else, where it has no column: one more than its number, 0 for none.
    own: u32,
}

impl Set {
    fn new(row: u32, own: Option<Class>) -> Self {
        Self { row, own: own.map_or(0, |class| u32::from(class.0) + 1) }
    }

    #[inline]
    fn is_empty(self) -> bool {
        self.row | self.own == 0
    }

    #[inline]
    fn own(self) -> Option<Class> {
        self.own.checked_sub(1).map(|class| Class(class as u16))
    }
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
            words: Vec::new(),
        }
    }

    /// Makes room for what lists and rules of so many bytes hold.
    pub fn reserve(&mut self, bytes: usize) {
        // tables are touched all over, so that one of twice the size costs more than to have it grow
        let lemmas = bytes / 42;
        self.keys.reserve(lemmas * 5 / 4);
        self.lemmas.reserve(lemmas * 3 / 2);
        self.memberships.reserve(lemmas * 2);
        self.table.reserve(lemmas * 3 / 2);
        self.heads.reserve(lemmas * 3);
        self.readings.reserve(lemmas / 3);
        self.phrases.reserve(lemmas / 2);
        self.elements.reserve(lemmas * 3 / 4);
    }

    /// The class of a name.
    pub fn class(&self, name: &str) -> Option<Class> {
        self.names.find(name)
    }

    /// The class that holds nothing but the forms of one lemma.
    pub fn lemma(&mut self, part: Part, lemma: &str) -> Class {
        self.headword(part, Headword::new(lemma))
    }

    /// The same of an entry that has been looked at.
    pub fn headword(&mut self, part: Part, lemma: Headword) -> Class {
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

    pub(super) fn insert(&mut self, class: Class, part: Part, lemma: Headword) {
        let lemma = self.lemma_of(part, lemma);
        let next = std::mem::replace(&mut self.lemmas[lemma].memberships, self.memberships.len() as u32);
        self.memberships.push((Some(class), next));
    }

    /// Takes an entry out of a class and says whether it was there.
    pub(super) fn remove(&mut self, class: Class, part: Part, lemma: Headword) -> bool {
        let number = self.keys.find(key(part, lemma.state.finish())) as usize;
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
    #[inline]
    fn lemma_of(&mut self, part: Part, lemma: Headword) -> usize {
        let place = self.keys.insert(key(part, lemma.state.finish())) as usize - 1;
        if place == self.lemmas.len() {
            self.lemmas.push(Lemma::default());
            self.inflect(place as u32, part, lemma);
        }
        place
    }

    /// Adds the forms of a lemma.
    #[inline(never)]
    fn inflect(&mut self, place: u32, part: Part, lemma: Headword) {
        match lemma.is_single() {
            true => each_inflection(part, lemma.text, lemma.state, |form, bits| {
                self.add_word(form, Reading::new(place, bits));
            }),
            false => self.inflect_phrase(place, part, lemma.text),
        }
    }

    /// Adds the forms of a lemma of several words: its first is inflected, or of a noun the last before a preposition, else
    /// the last.
    fn inflect_phrase(&mut self, place: u32, part: Part, lemma: &str) {
        let mut words = std::mem::take(&mut self.words);
        words.clear();
        let mut head = None;
        let (mut ahead, mut last) = (true, false);
        for (at, piece) in pieces(lemma).take(1 + usize::from(u8::MAX)).enumerate() {
            words.push(piece.state.finish());
            match at {
                // nothing stands before a preposition in front
                0 => last = ends_head(piece.text),
                _ => ahead &= part == Part::Noun && (last || !ends_head(piece.text)),
            }
            // "passers-by": a hyphen takes no ending
            if ahead && piece.text != "-" {
                head = Some((at, piece));
            }
        }
        if let Some((at, Headword { text, state, .. })) = head {
            each_inflection(part, text, state, |form, bits| {
                words[at] = form;
                match words.as_slice() {
                    [] => {}
                    [word] => self.add_word(*word, Reading::new(place, bits)),
                    [first, rest @ ..] => {
                        // A noun may start with a word of any class ("high school").
                        let bits = if part == Part::Verb { bits } else { mask::ANY };
                        self.add_phrase(*first, rest, Reading::new(place, bits));
                    }
                }
            });
        }
        self.words = words;
    }

    /// Whether the lexicon holds as many words as it can tell apart.
    #[inline]
    pub(super) fn is_full(&self) -> bool {
        self.table.is_full() || self.keys.is_full()
    }

    fn add_word(&mut self, word: u64, reading: Reading) {
        let place = self.table.insert(word) as usize;
        let Some(head) = self.heads.get_mut(place) else {
            self.heads.push(Head { reading, ..Head::default() });
            return;
        };
        if head.reading.bits() == 0 {
            head.reading = reading;
        } else if head.reading.lemma() == reading.lemma() {
            head.reading = head.reading.or(reading);
        } else {
            let next = std::mem::replace(&mut head.readings, self.readings.len() as u32);
            self.readings.push((reading, next));
        }
    }

    fn add_phrase(&mut self, first: u64, rest: &[u64], reading: Reading) {
        let form = Form { reading, len: rest.len() as u8, start: self.elements.len() as u32 };
        self.elements.extend_from_slice(rest);
        let place = self.table.insert(first) as usize;
        if place == self.heads.len() {
            self.heads.push(Head::default());
        }
        let next = std::mem::replace(&mut self.heads[place].phrases, self.phrases.len() as u32);
        self.phrases.push((form, next));
    }

    /// Makes the lexicon.
    pub fn build(self) -> Lexicon {
        let mut rows = RowBuilder::new(usize::from(self.named));
        let sets = self.sets(&mut rows);
        let Self { heads, readings, phrases, elements, .. } = self;
        let mut participles = EntrySet::none(heads.len());
        let mut mixed = Vec::with_capacity(readings.len());
        let mut lemmas: Vec<u32> = Vec::with_capacity(self.lemmas.len());
        let mut extras = Vec::with_capacity(self.lemmas.len());
        extras.push(Extra::default());
        let mut started = Started::with_room(phrases.len());
        let entry_of = |(at, head): (usize, Head)| {
            let from = lemmas.len();
            let mut entry = Entry::default();
            let (mut reading, mut next) = (head.reading, head.readings);
            loop {
                let (set, bits) = (sets[reading.lemma()], reading.bits());
                if bits != 0 && !set.is_empty() {
                    entry.add(set.row, bits, &mut rows, &mut mixed);
                    if let Some(class) = set.own() {
                        lemmas.push(u32::from(class.0) << 8 | u32::from(bits));
                    }
                    if bits & mask::PARTICIPLE != 0 {
                        participles.insert(at);
                    }
                }
                if next == 0 {
                    break;
                }
                (reading, next) = readings[next as usize];
            }
            if head.readings != 0 {
                lemmas[from..].sort_unstable();
            }
            let mut start = 0;
            if head.phrases != 0 {
                let classes = |reading: Reading| {
                    let set = sets[reading.lemma()];
                    rows.classes(set.row).chain(set.own())
                };
                start = started.add(at, chain(&phrases, head.phrases), classes, &elements);
            }
            if start != 0 || lemmas.len() > from {
                entry.set_extra(extras.len(), start != 0);
                extras.push(Extra { lemmas: from as u32, start });
            }
            entry
        };
        // one for one, in the same memory
        let entries: Vec<Entry> = heads.into_iter().enumerate().map(entry_of).collect();
        extras.push(Extra { lemmas: lemmas.len() as u32, start: 0 });
        Lexicon {
            table: self.table,
            entries,
            extras,
            mixed,
            rows: rows.finish(),
            lemmas,
            participles,
            starts: started.starts,
            starters: started.starters,
            phrases: started.phrases,
            elements,
            names: self.names,
            classes: usize::from(self.classes),
        }
    }

    /// The classes of each lemma, with all that they lie in.
    fn sets(&self, rows: &mut RowBuilder) -> Vec<Set> {
        let width = rows.width();
        let above = self.closure(width);
        let above = |class: Class| &above[class.index() * width..][..width];
        // the rows of the classes by themselves: most lemmas have one, and others join them
        let mut alone = vec![0; usize::from(self.named)];
        let mut row_of = |class: Class, rows: &mut RowBuilder| {
            let row = &mut alone[class.index()];
            if *row == 0 {
                *row = rows.insert(above(class), &[]);
            }
            *row
        };
        let (mut bits, mut joined) = (vec![0; width], Vec::new());
        let set_of = |lemma: &Lemma| {
            let (mut column, mut own) = (None, lemma.own);
            if own.is_some_and(|class| class.0 < self.named) {
                std::mem::swap(&mut column, &mut own);
            }
            let row = match (self.memberships[lemma.memberships as usize], column) {
                ((None, 0), None) => 0,
                ((Some(class), 0), None) => row_of(class, rows),
                _ => {
                    bits.fill(0);
                    joined.clear();
                    for class in chain(&self.memberships, lemma.memberships).flatten().chain(column) {
                        bits.iter_mut().zip(above(class)).for_each(|(bits, above)| *bits |= above);
                        joined.push(row_of(class, rows));
                    }
                    if joined.is_empty() { 0 } else { rows.insert(&bits, &joined) }
                }
            };
            Set::new(row, own)
        };
        self.lemmas.iter().map(set_of).collect()
    }

    /// For each class with a name, itself and the classes that it lies in, directly or not: a row of bits.
    fn closure(&self, width: usize) -> Vec<u64> {
        let mut inside = self.inside.clone();
        inside.sort_unstable();
        let mut all = vec![0; usize::from(self.named) * width];
        let mut open = Vec::new();
        for (class, bits) in (0..self.named).zip(all.chunks_exact_mut(width)) {
            open.push(Class(class));
            while let Some(class) = open.pop() {
                let bit = 1 << (class.index() % 64);
                if bits[class.index() / 64] & bit == 0 {
                    bits[class.index() / 64] |= bit;
                    let from = inside.partition_point(|&(inner, _)| inner < class);
                    open.extend(
                        inside[from..].iter().take_while(|&&(inner, _)| inner == class).map(|&(_, above)| above),
                    );
                }
            }
        }
        all
    }
}

/// The phrases of a lexicon in the making, by the words that they start with.
struct Started {
    starts: Vec<Start>,
    /// The entry of each.
    starters: Vec<u32>,
    phrases: Vec<Phrase>,
    /// Room for the forms of one.
    forms: Vec<(u64, Form)>,
}

impl Started {
    /// Room for so many forms; 0 is the place of no start.
    fn with_room(forms: usize) -> Self {
        let mut started = Self {
            starts: Vec::with_capacity(forms / 2),
            starters: Vec::with_capacity(forms / 2),
            phrases: Vec::with_capacity(forms * 7 / 2),
            forms: Vec::new(),
        };
        started.starts.push(Start::default());
        started.starters.push(0);
        started
    }

    /// Adds what starts with a word, and says at which place. A form stands there once for each of its classes.
    fn add<C: Iterator<Item = Class>>(
        &mut self,
        entry: usize,
        forms: impl Iterator<Item = Form>,
        classes: impl Fn(Reading) -> C,
        elements: &[u64],
    ) -> u32 {
        let from = self.phrases.len();
        let mut start = Start { first: from as u32, ..Start::default() };
        // of those with one second word the longest first
        self.forms.clear();
        for form in forms {
            let second = elements[form.start as usize] as u32;
            self.forms.push((u64::from(second) << 8 | u64::from(!form.len), form));
        }
        if self.forms.len() > 1 {
            self.forms.sort_unstable_by_key(|&(order, _)| order);
        }
        let (mut before, mut same) = (u64::MAX, from);
        for &(order, Form { reading, len, start: elements_from }) in &self.forms {
            let second = elements[elements_from as usize];
            start.second |= 1 << (second % 64);
            let here = self.phrases.len();
            let first = reading.bits();
            for class in classes(reading) {
                start.sieve |= class.sieve();
                self.phrases.push(Phrase { second: second as u32, class, first, len, start: elements_from });
            }
            // then by class and place
            if before == order {
                self.phrases[same..].sort_unstable_by_key(|phrase| (phrase.class, phrase.start));
            } else {
                (before, same) = (order, here);
            }
        }
        start.last = self.phrases.len() as u32;
        self.starts.push(start);
        self.starters.push(entry as u32);
        self.starts.len() as u32 - 1
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
