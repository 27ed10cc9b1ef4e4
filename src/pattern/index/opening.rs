//! What patterns can start with, and what they cannot do without: worked out from their elements when the index is built.

use crate::lexicon::{Class, Lexicon};
use crate::pattern::parse::Element;
use crate::tag::Pos;

/// A pattern that a class can start.
#[derive(Clone, Copy, Debug)]
pub(super) struct Opening {
    pub pattern: u32,
    /// Whatever the tag of the word.
    pub loose: bool,
    /// The class is all of the pattern.
    pub whole: bool,
    /// The class of the single word behind it, if that is known.
    pub second: Option<Class>,
}

/// The patterns that each class can start.
#[derive(Default)]
pub(super) struct ByClass {
    /// In order of their classes, once sorted.
    openings: Vec<(Class, Opening)>,
    /// Where the openings of each class start, and one more at the end.
    first: Vec<u32>,
}

impl ByClass {
    /// Adds an opening; a pattern that a class opens in two ways stands there once.
    pub fn add(&mut self, class: Class, opening: Opening) {
        let own = self.openings.iter_mut().rev().take_while(|(_, last)| last.pattern == opening.pattern);
        match own.into_iter().find(|(last, _)| *last == class) {
            Some((_, last)) => last.loose |= opening.loose,
            None => self.openings.push((class, opening)),
        }
    }

    /// Puts the openings in order of their classes, once all are there.
    pub fn sort(&mut self, classes: usize) {
        self.first = vec![0; classes + 1];
        for (class, _) in &self.openings {
            self.first[class.index() + 1] += 1;
        }
        for class in 0..classes {
            self.first[class + 1] += self.first[class];
        }
        let mut next = self.first.clone();
        let mut sorted = self.openings.clone();
        for &(class, opening) in &self.openings {
            let at = &mut next[class.index()];
            sorted[*at as usize] = (class, opening);
            *at += 1;
        }
        self.openings = sorted;
    }

    pub fn of(&self, class: Class) -> &[(Class, Opening)] {
        &self.openings[self.first[class.index()] as usize..self.first[class.index() + 1] as usize]
    }
}

/// The words that the second elements of patterns stand for.
pub(super) struct Seconds {
    /// For each class its place in the list, 0 for none.
    places: Vec<u16>,
    words: Vec<Words>,
}

#[derive(Clone, Debug)]
enum Words {
    /// The forms of a lemma.
    Few(Vec<u32>),
    /// Too many to list, or several words.
    Many,
}

impl Seconds {
    /// How many words are listed at most.
    const FEW: usize = 6;

    pub fn new(by_class: &ByClass, lexicon: &Lexicon) -> Self {
        let mut seconds = Self { places: vec![0; lexicon.classes()], words: vec![Words::Many] };
        for class in by_class.openings.iter().filter_map(|(_, opening)| opening.second) {
            let place = &mut seconds.places[class.index()];
            if *place == 0 {
                *place = seconds.words.len() as u16;
                seconds.words.push(Words::Few(Vec::new()));
            }
        }
        let named = lexicon.class_set(|class| seconds.places[class.index()] != 0);
        for entry in 0..lexicon.entries() as u32 {
            if lexicon.row_meets(lexicon.any_row(entry), &named) {
                for (class, _) in lexicon.named_parts_of(entry, &named) {
                    seconds.add(class, entry);
                }
            }
            for (class, _) in lexicon.lemma_parts_of(entry) {
                seconds.add(class, entry);
            }
            for (class, _) in lexicon.phrases_from(entry) {
                let place = seconds.places[class.index()];
                seconds.words[place as usize] = Words::Many;
            }
        }
        seconds
    }

    fn add(&mut self, class: Class, entry: u32) {
        let place = self.places[class.index()];
        if place == 0 {
            return;
        }
        match &mut self.words[place as usize] {
            Words::Few(entries) if entries.len() < Self::FEW => entries.push(entry),
            other => *other = Words::Many,
        }
    }

    pub fn each(&self, class: Option<Class>, mut with: impl FnMut(u32)) {
        match class.map(|class| &self.words[self.places[class.index()] as usize]) {
            Some(Words::Few(entries)) => entries.iter().for_each(|&entry| with(entry)),
            _ => with(0),
        }
    }
}

/// What the index has to know of a pattern that is more than a class: worked out when it is read.
#[derive(Debug)]
pub(in crate::pattern) struct Opens {
    pub(super) first: First,
    pub(super) later: Later,
}

/// What is known of the words behind the first.
#[derive(Debug)]
pub(super) enum Later {
    Nothing,
    /// The next word belongs to one of these classes.
    Next(Vec<Class>),
    /// A word of one of these classes stands somewhere.
    Somewhere(Vec<Class>),
}

impl Opens {
    pub fn of(elements: &[Element]) -> Self {
        let mut first = First::default();
        first.sequence(elements);
        let later = match seconds_of(elements) {
            Some(classes) => Later::Next(classes),
            None => indispensable(elements).map_or(Later::Nothing, Later::Somewhere),
        };
        Self { first, later }
    }
}

/// What the first word of a pattern can be.
#[derive(Debug, Default)]
pub(super) struct First {
    pub classes: Vec<(Class, bool)>,
    pub tags: u32,
}

impl First {
    const EVERY: u32 = (1 << (Pos::X as u32 + 1)) - 1;

    /// Adds what a sequence can start with.
    pub fn sequence(&mut self, elements: &[Element]) {
        for element in elements {
            self.element(element);
            if !element.may_be_skipped() {
                break;
            }
        }
    }

    fn element(&mut self, element: &Element) {
        match element {
            Element::Class(class) => self.classes.push((*class, false)),
            Element::Word(_, class) | Element::Short(_, class) | Element::Loose(class) => {
                self.classes.push((*class, true));
            }
            Element::Tag(pos, _) => self.tags |= 1 << *pos as u32,
            Element::NounPhrase | Element::VerbGroup | Element::Any | Element::Not(_) => self.tags = Self::EVERY,
            Element::Start | Element::End => {}
            Element::Capture(_, inner) => self.sequence(inner),
            Element::Either(choices) => choices.iter().for_each(|choice| self.sequence(choice)),
            Element::Repeat(inner, ..) => self.element(inner),
        }
    }
}

/// The classes of the second word of a pattern that starts with two single words.
fn seconds_of(elements: &[Element]) -> Option<Vec<Class>> {
    let [first, second, ..] = elements else { return None };
    let single = matches!(first, Element::Tag(..)) || single(first, &mut Vec::new());
    let mut classes = Vec::new();
    (single && self::single(second, &mut classes)).then_some(classes)
}

/// Whether an element takes just one word, of classes that are added to the list.
fn single(element: &Element, classes: &mut Vec<Class>) -> bool {
    match element {
        Element::Word(_, class) | Element::Short(_, class) | Element::Class(class) | Element::Loose(class) => {
            classes.push(*class);
            true
        }
        Element::Capture(_, inner) => inner.len() == 1 && single(&inner[0], classes),
        Element::Either(choices) => choices.iter().all(|choice| choice.len() == 1 && single(&choice[0], classes)),
        _ => false,
    }
}

/// The classes that the first word of a match belongs to, or starts a phrase of, where they are all that it can be.
pub(in crate::pattern) fn first_words(elements: &[Element]) -> Option<Vec<Class>> {
    let mut first = First::default();
    first.sequence(elements);
    let always = first.tags == 0 && !elements.iter().all(Element::may_be_skipped);
    always.then(|| first.classes.iter().map(|&(class, _)| class).collect())
}

/// The words that a match can end with, as classes, where they are all that it can end with.
pub(in crate::pattern) fn last_words(elements: &[Element]) -> Option<Vec<Class>> {
    let mut classes = Vec::new();
    for element in elements.iter().rev() {
        match element {
            Element::Word(_, class) | Element::Short(_, class) => classes.push(*class),
            Element::Capture(_, inner) => classes.extend(last_words(inner)?),
            Element::Either(choices) => {
                for choice in choices {
                    classes.extend(last_words(choice)?);
                }
            }
            Element::Repeat(inner, ..) => classes.extend(last_words(std::slice::from_ref(inner))?),
            // classes may hold phrases, which end in other words
            _ => return None,
        }
        if !element.may_be_skipped() {
            return Some(classes);
        }
    }
    None
}

/// The classes of which one word must stand somewhere behind the first words of a pattern: those of the last such place.
fn indispensable(elements: &[Element]) -> Option<Vec<Class>> {
    let first = elements.iter().position(|element| !element.may_be_skipped())?;
    elements[first + 1..].iter().rev().find_map(needed)
}

/// The classes of which one word must be there for an element to match.
fn needed(element: &Element) -> Option<Vec<Class>> {
    match element {
        Element::Word(_, class) | Element::Class(class) | Element::Loose(class) => Some(vec![*class]),
        Element::Capture(_, inner) => inner.iter().rev().find_map(needed),
        Element::Either(choices) => {
            let mut classes = Vec::new();
            for choice in choices {
                classes.extend(choice.iter().rev().find_map(needed)?);
            }
            Some(classes)
        }
        Element::Repeat(inner, min, _) if *min > 0 => needed(inner),
        _ => None,
    }
}
