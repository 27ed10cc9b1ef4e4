//! What patterns can start with, and what they cannot do without: worked out from their elements when the index is built.

use crate::lexicon::{Class, Lexicon, Listed as ListedEntry};
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
    /// The class of the single word behind it, where it is known and holds a single lemma.
    pub second: Option<Class>,
}

/// The patterns that each class can start.
pub(super) struct ByClass {
    /// In order of their classes, once sorted.
    openings: Vec<(Class, Opening)>,
    /// Where the openings of each class start, and one more at the end.
    first: Vec<u32>,
}

impl ByClass {
    /// Makes room for so many patterns.
    pub fn for_patterns(count: usize) -> Self {
        Self { openings: Vec::with_capacity(count * 5 / 4), first: Vec::new() }
    }

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

    /// How many openings each class has.
    pub fn counts(&self) -> impl Iterator<Item = u32> + '_ {
        self.first.windows(2).map(|ends| ends[1] - ends[0])
    }

    pub fn of(&self, class: Class) -> &[(Class, Opening)] {
        &self.openings[self.first[class.index()] as usize..self.first[class.index() + 1] as usize]
    }
}

/// The words that the second elements of patterns stand for, where each is the forms of a single lemma.
pub(super) struct Seconds {
    /// For each class its place in the list, 0 for none.
    places: Vec<u16>,
    words: Vec<Words>,
}

/// The forms of a lemma.
#[derive(Clone, Copy, Debug, Default)]
struct Words {
    entries: [u32; Self::FEW],
    /// More than there is room for where they are too many to list, or several words.
    count: usize,
}

impl Words {
    /// How many words are listed at most.
    const FEW: usize = 6;
    const MANY: Self = Self { entries: [0; Self::FEW], count: Self::FEW + 1 };
}

impl Seconds {
    pub fn new(by_class: &ByClass, lexicon: &Lexicon) -> Self {
        let mut seconds = Self { places: vec![0; lexicon.classes()], words: vec![Words::MANY] };
        for class in by_class.openings.iter().filter_map(|(_, opening)| opening.second) {
            let place = &mut seconds.places[class.index()];
            if *place == 0 {
                *place = seconds.words.len() as u16;
                seconds.words.push(Words::default());
            }
        }
        for listed in lexicon.each_entry().filter(ListedEntry::is_more_than_row) {
            for (class, _) in lexicon.lemma_classes(listed) {
                seconds.add(class, listed.entry);
            }
        }
        for class in lexicon.phrase_classes() {
            let place = seconds.places[class.index()];
            seconds.words[usize::from(place)] = Words::MANY;
        }
        seconds
    }

    fn add(&mut self, class: Class, entry: u32) {
        let place = self.places[class.index()];
        if place == 0 {
            return;
        }
        let words = &mut self.words[usize::from(place)];
        if let Some(free) = words.entries.get_mut(words.count) {
            *free = entry;
        }
        words.count += 1;
    }

    /// The words that a class stands for; 0 for any.
    #[inline]
    pub fn of(&self, class: Option<Class>) -> &[u32] {
        let words = class.map(|class| &self.words[usize::from(self.places[class.index()])]);
        words.and_then(|words| words.entries.get(..words.count)).unwrap_or(&[0])
    }
}

/// What the index has to know of a pattern that is more than a class: worked out when it is read.
#[derive(Clone, Copy, Debug)]
pub(in crate::pattern) struct Opens {
    /// The parts of speech that its first word can have, whatever it is.
    pub(super) tags: u32,
    /// The classes that its first word can belong to.
    first: Listed,
    pub(super) later: Later,
}

/// What is known of the words behind the first.
#[derive(Clone, Copy, Debug)]
pub(super) enum Later {
    Nothing,
    /// The next word belongs to one of these classes.
    Next(Listed),
    /// A word of one of these classes stands somewhere.
    Somewhere(Listed),
}

/// A stretch of the classes in [`Openings`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Listed {
    from: u32,
    to: u32,
}

/// The classes that patterns look out for, one pattern behind another.
#[derive(Debug, Default)]
pub(in crate::pattern) struct Openings(Classes);

/// Classes, each with whether the tag of the word does not matter.
type Classes = Vec<(Class, bool)>;

impl Openings {
    /// Room for so many classes.
    pub fn with_room(classes: usize) -> Self {
        Self(Vec::with_capacity(classes))
    }

    pub fn add(&mut self, elements: &[Element]) -> Opens {
        let list = |from: usize, to: usize| Listed { from: from as u32, to: to as u32 };
        let from = self.0.len();
        let tags = first_of(elements, &mut self.0);
        let to = self.0.len();
        let later = match () {
            () if second_of(elements, &mut self.0) => Later::Next(list(to, self.0.len())),
            () if indispensable(elements, &mut self.0) => Later::Somewhere(list(to, self.0.len())),
            () => Later::Nothing,
        };
        Opens { tags, first: list(from, to), later }
    }

    pub(super) fn first(&self, opens: &Opens) -> &[(Class, bool)] {
        &self.0[opens.first.from as usize..opens.first.to as usize]
    }

    pub(super) fn classes(&self, listed: Listed) -> impl Iterator<Item = Class> + Clone + '_ {
        self.0[listed.from as usize..listed.to as usize].iter().map(|&(class, _)| class)
    }
}

/// Tries to add classes to a list, and leaves the list as it was where that fails.
fn attempt(classes: &mut Classes, add: impl FnOnce(&mut Classes) -> bool) -> bool {
    let before = classes.len();
    let added = add(classes);
    if !added {
        classes.truncate(before);
    }
    added
}

const EVERY_TAG: u32 = (1 << (Pos::X as u32 + 1)) - 1;

/// Adds the classes that the first word of a match can belong to; returns the parts of speech of words of any other class.
fn first_of(elements: &[Element], classes: &mut Classes) -> u32 {
    let mut tags = 0;
    for element in elements {
        tags |= first_of_element(element, classes);
        if !element.may_be_skipped() {
            break;
        }
    }
    tags
}

fn first_of_element(element: &Element, classes: &mut Classes) -> u32 {
    match element {
        Element::Class(class) => classes.push((*class, false)),
        Element::Word(_, class) | Element::Short(_, class) | Element::Loose(class) => classes.push((*class, true)),
        Element::Tag(pos, _) => return 1 << *pos as u32,
        Element::NounPhrase | Element::VerbGroup | Element::Any | Element::Not(_) => return EVERY_TAG,
        Element::Start | Element::End => {}
        Element::Capture(_, inner) => return first_of(inner, classes),
        Element::Either(choices) => {
            return choices.iter().fold(0, |tags, choice| tags | first_of(choice, classes));
        }
        Element::Repeat(inner, ..) => return first_of_element(inner, classes),
    }
    0
}

/// Adds the classes of the second word of a pattern that starts with two single words.
fn second_of(elements: &[Element], classes: &mut Classes) -> bool {
    let [first, second, ..] = elements else { return false };
    let is_single = matches!(first, Element::Tag(..)) || single(first, &mut |_| {});
    is_single && attempt(classes, |classes| single(second, &mut |class| classes.push((class, true))))
}

/// Whether an element takes just one word, and the classes of that.
fn single(element: &Element, with: &mut dyn FnMut(Class)) -> bool {
    match element {
        Element::Word(_, class) | Element::Short(_, class) | Element::Class(class) | Element::Loose(class) => {
            with(*class);
            true
        }
        Element::Capture(_, inner) => inner.len() == 1 && single(&inner[0], with),
        Element::Either(choices) => choices.iter().all(|choice| choice.len() == 1 && single(&choice[0], with)),
        _ => false,
    }
}

/// Adds the classes of which one word must stand somewhere behind the first words of a pattern: those of the last such place.
fn indispensable(elements: &[Element], classes: &mut Classes) -> bool {
    let Some(first) = elements.iter().position(|element| !element.may_be_skipped()) else { return false };
    elements[first + 1..].iter().rev().any(|element| needed(element, classes))
}

/// Adds the classes of which one word must be there for an element to match.
fn needed(element: &Element, classes: &mut Classes) -> bool {
    let last_of =
        |elements: &[Element], classes: &mut Classes| elements.iter().rev().any(|element| needed(element, classes));
    match element {
        Element::Word(_, class) | Element::Class(class) | Element::Loose(class) => classes.push((*class, true)),
        Element::Capture(_, inner) => return last_of(inner, classes),
        Element::Either(choices) => {
            return attempt(classes, |classes| choices.iter().all(|choice| last_of(choice, classes)));
        }
        Element::Repeat(inner, min, _) if *min > 0 => return needed(inner, classes),
        _ => return false,
    }
    true
}

/// The classes that the first word of a match belongs to, or starts a phrase of, where they are all that it can be.
pub(in crate::pattern) fn first_words(elements: &[Element]) -> Option<Vec<Class>> {
    let mut classes = Vec::new();
    let tags = first_of(elements, &mut classes);
    let always = tags == 0 && !elements.iter().all(Element::may_be_skipped);
    always.then(|| classes.into_iter().map(|(class, _)| class).collect())
}

/// The words that a match can end with, as classes, where they are all that it can end with.
pub(in crate::pattern) fn last_words(elements: &[Element]) -> Option<Vec<Class>> {
    let mut classes = Vec::new();
    last_of(elements, &mut classes).then_some(classes)
}

fn last_of(elements: &[Element], classes: &mut Vec<Class>) -> bool {
    for element in elements.iter().rev() {
        let known = match element {
            Element::Word(_, class) | Element::Short(_, class) => {
                classes.push(*class);
                true
            }
            Element::Capture(_, inner) => last_of(inner, classes),
            Element::Either(choices) => choices.iter().all(|choice| last_of(choice, classes)),
            Element::Repeat(inner, ..) => last_of(std::slice::from_ref(inner), classes),
            // classes may hold phrases, which end in other words
            _ => false,
        };
        if !known {
            return false;
        }
        if !element.may_be_skipped() {
            return true;
        }
    }
    false
}
