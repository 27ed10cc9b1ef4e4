//! Runs token patterns. A pattern is a small program; alternatives are tried in order, the greedy ones first, with a
//! bound on the steps, so that a text costs time in proportion to its length whatever the patterns are.

use super::Chunks;
use super::parse::{CAPTURES, Element};
use crate::lexicon::{Class, Lexicon};
use crate::tag::{Pos, VerbForm, Word};

/// What a pattern is matched against: the words of one sentence and what is known of them.
#[derive(Clone, Copy)]
pub(crate) struct Field<'a> {
    /// All words of the text.
    pub words: &'a [Word],
    /// The first word of the sentence.
    pub first: usize,
    /// The word behind the last of the sentence.
    pub last: usize,
    pub lexicon: &'a Lexicon,
    pub chunks: &'a dyn Chunks,
}

/// Where a pattern matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// The word behind the last one that was matched.
    pub end: usize,
    /// Most patterns have none.
    captures: Option<Box<Captures>>,
}

impl Found {
    /// A match without captures.
    pub fn words(end: usize) -> Self {
        Self { end, captures: None }
    }

    /// The words under a capture.
    pub fn capture(&self, slot: usize) -> Option<(usize, usize)> {
        let (from, to) = *self.captures.as_ref()?.get(slot)?;
        (from != NOWHERE && to != NOWHERE).then_some((from as usize, to as usize))
    }
}

/// First word and the word behind the last, for each capture.
type Captures = [(u32, u32); CAPTURES];

const NOWHERE: u32 = u32::MAX;
/// How many steps one pattern may take at one place.
const STEPS: usize = 2_000;

/// Room for one run after another.
#[derive(Debug, Default)]
pub(crate) struct Room {
    /// Where to go on if all else fails, the last first.
    branches: Vec<Branch>,
    /// The starts and ends of captures so far.
    saved: Vec<(u8, u32)>,
}

#[derive(Clone, Copy, Debug)]
struct Branch {
    step: u32,
    at: u32,
    /// How much was saved by then.
    saved: usize,
}

impl Room {
    fn wait(&mut self, step: usize, at: usize) {
        self.branches.push(Branch { step: step as u32, at: at as u32, saved: self.saved.len() });
    }

    /// Waits behind each phrase of a class that starts at a word, and behind the word itself where that is of the class; false
    /// where there is no such phrase. The longest is tried first; the shortest lies at the bottom.
    #[inline(never)]
    fn wait_behind_phrases(
        &mut self,
        words: &[Word],
        at: usize,
        class: Class,
        step: usize,
        single: bool,
        lexicon: &Lexicon,
    ) -> bool {
        let mut phrases = lexicon.phrases_at(words, at).filter(|&(of, _)| of == class).peekable();
        if phrases.peek().is_none() {
            return false;
        }
        let waiting = self.branches.len() + usize::from(single);
        if single {
            self.wait(step + 1, at + 1);
        }
        for (_, length) in phrases {
            let branch = Branch { step: step as u32 + 1, at: (at + length) as u32, saved: self.saved.len() };
            self.branches.insert(waiting, branch);
        }
        true
    }

    fn captures(&self) -> Option<Box<Captures>> {
        if self.saved.is_empty() {
            return None;
        }
        let mut captures = [(NOWHERE, NOWHERE); CAPTURES];
        for &(slot, at) in &self.saved {
            let (from, to) = &mut captures[(slot >> 1) as usize];
            *(if slot & 1 == 0 { from } else { to }) = at;
        }
        Some(Box::new(captures))
    }
}

/// Compiled patterns, one behind another.
#[derive(Debug, Default)]
pub(crate) struct Programs {
    steps: Vec<Step>,
    /// The tests of steps that have several.
    tests: Vec<Test>,
}

/// Where the steps of a pattern are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Program {
    first: u32,
    last: u32,
}

#[derive(Clone, Debug, PartialEq)]
enum Step {
    One(Test),
    Not(Test),
    Class(Class),
    NounPhrase,
    VerbGroup,
    Start,
    End,
    Save(u8),
    /// Goes on at the first; at the second where that fails.
    Split(u16, u16),
    Jump(u16),
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Test {
    Word(u64),
    Class(Class),
    Loose(Class),
    Tag(Pos, Option<VerbForm>),
    /// One of some in [`Programs`], by the first and how many: steps are many, and small.
    Among(u32, u32),
    Any,
}

impl Test {
    fn passes(&self, word: &Word, lexicon: &Lexicon, all: &[Test]) -> bool {
        match *self {
            Self::Among(first, count) => {
                let tests = all.get(first as usize..(first + count) as usize).unwrap_or_default();
                tests.iter().any(|test| test.passes_alone(word, lexicon))
            }
            _ => self.passes_alone(word, lexicon),
        }
    }

    /// The same of one that is no choice among others.
    #[inline]
    fn passes_alone(&self, word: &Word, lexicon: &Lexicon) -> bool {
        match *self {
            Self::Word(hash) => word.hash == hash,
            Self::Class(class) => lexicon.has_word(word, class),
            Self::Loose(class) => lexicon.has(word.entry, class),
            Self::Tag(pos, form) => word.pos == pos && form.is_none_or(|form| word.form == form),
            Self::Any => true,
            Self::Among(..) => false,
        }
    }
}

impl Programs {
    /// Room for so many steps.
    pub(super) fn with_room(steps: usize) -> Self {
        Self { steps: Vec::with_capacity(steps), tests: Vec::with_capacity(steps / 4) }
    }

    /// Compiles a pattern.
    pub(super) fn add(&mut self, elements: &[Element]) -> Program {
        let first = self.steps.len();
        Compiler { steps: &mut self.steps, tests: &mut self.tests, first }.sequence(elements);
        Program { first: first as u32, last: self.steps.len() as u32 }
    }

    /// The match of a pattern that starts at word `at`, if there is one.
    pub fn run(&self, program: Program, field: Field, at: usize, room: &mut Room) -> Option<Found> {
        let steps = &self.steps[program.first as usize..program.last as usize];
        room.branches.clear();
        room.saved.clear();
        let (mut step, mut at) = (0, at);
        for _ in 0..STEPS {
            let next = match steps.get(step) {
                None => return Some(Found { end: at, captures: room.captures() }),
                Some(Step::One(test)) => {
                    let fits = at < field.last && test.passes(&field.words[at], field.lexicon, &self.tests);
                    fits.then_some((step + 1, at + 1))
                }
                Some(Step::Not(test)) => {
                    let fits = at < field.last && !test.passes(&field.words[at], field.lexicon, &self.tests);
                    fits.then_some((step + 1, at + 1))
                }
                Some(Step::Class(class)) => {
                    let words = &field.words[..field.last];
                    let word = words.get(at);
                    let single = word.is_some_and(|word| field.lexicon.has_word(word, *class));
                    let start = word.is_some_and(|word| field.lexicon.may_start(word, *class));
                    if start && room.wait_behind_phrases(words, at, *class, step, single, field.lexicon) {
                        None
                    } else {
                        single.then_some((step + 1, at + 1))
                    }
                }
                Some(Step::NounPhrase) => {
                    field.chunks.noun_phrase(at).filter(|&end| end > at).map(|end| (step + 1, end))
                }
                Some(Step::VerbGroup) => field.chunks.verb_group(at).filter(|&end| end > at).map(|end| (step + 1, end)),
                Some(Step::Start) => (at == field.first).then_some((step + 1, at)),
                Some(Step::End) => (at == field.last).then_some((step + 1, at)),
                Some(Step::Save(slot)) => {
                    room.saved.push((*slot, at as u32));
                    Some((step + 1, at))
                }
                Some(&Step::Split(first, second)) => {
                    room.wait(second as usize, at);
                    Some((first as usize, at))
                }
                Some(&Step::Jump(to)) => Some((to as usize, at)),
            };
            match next {
                Some(next) if next.1 <= field.last => (step, at) = next,
                _ => {
                    let branch = room.branches.pop()?;
                    (step, at) = (branch.step as usize, branch.at as usize);
                    room.saved.truncate(branch.saved);
                }
            }
        }
        None
    }
}

/// Compiles one pattern. Its steps are counted from its first.
struct Compiler<'s> {
    steps: &'s mut Vec<Step>,
    tests: &'s mut Vec<Test>,
    first: usize,
}

impl Compiler<'_> {
    /// The number of the next step.
    fn here(&self) -> u16 {
        (self.steps.len() - self.first) as u16
    }

    fn put(&mut self, place: u16, step: Step) {
        self.steps[self.first + usize::from(place)] = step;
    }

    fn sequence(&mut self, elements: &[Element]) {
        for element in elements {
            self.element(element);
        }
    }

    fn element(&mut self, element: &Element) {
        match element {
            Element::Class(class) => self.steps.push(Step::Class(*class)),
            Element::NounPhrase => self.steps.push(Step::NounPhrase),
            Element::VerbGroup => self.steps.push(Step::VerbGroup),
            Element::Start => self.steps.push(Step::Start),
            Element::End => self.steps.push(Step::End),
            Element::Not(inner) => self.steps.extend(single(inner, self.tests).map(Step::Not)),
            Element::Capture(slot, inner) => {
                self.steps.push(Step::Save(slot * 2));
                self.sequence(inner);
                self.steps.push(Step::Save(slot * 2 + 1));
            }
            Element::Either(choices) if !takes_one_word(element) => self.either(choices),
            Element::Repeat(inner, min, max) => {
                for _ in 0..*min {
                    self.element(inner);
                }
                let mut exits = Vec::new();
                for _ in *min..*max {
                    exits.push(self.here());
                    self.steps.push(Step::Split(self.here() + 1, 0));
                    self.element(inner);
                }
                let end = self.here();
                for exit in exits {
                    self.put(exit, Step::Split(exit + 1, end));
                }
            }
            other => self.steps.extend(single(other, self.tests).map(Step::One)),
        }
    }

    fn either(&mut self, choices: &[Vec<Element>]) {
        let mut ends = Vec::with_capacity(choices.len());
        for (i, choice) in choices.iter().enumerate() {
            let split = self.here();
            if i + 1 < choices.len() {
                self.steps.push(Step::Split(split + 1, 0));
            }
            self.sequence(choice);
            if i + 1 < choices.len() {
                ends.push(self.here());
                self.steps.push(Step::Jump(0));
                self.put(split, Step::Split(split + 1, self.here()));
            }
        }
        let end = self.here();
        for jump in ends {
            self.put(jump, Step::Jump(end));
        }
    }
}

/// Whether an element takes one word and no more, as a class may.
fn takes_one_word(element: &Element) -> bool {
    match element {
        Element::Word(..) | Element::Short(..) | Element::Loose(_) | Element::Tag(..) | Element::Any => true,
        Element::Either(choices) => {
            choices.iter().all(|choice| matches!(choice.as_slice(), [one] if takes_one_word(one)))
        }
        _ => false,
    }
}

/// The test of an element that takes one word. Where it has alternatives, they are added to the tests.
pub(super) fn single(element: &Element, tests: &mut Vec<Test>) -> Option<Test> {
    Some(match element {
        Element::Word(hash, _) | Element::Short(hash, _) => Test::Word(*hash),
        Element::Class(class) => Test::Class(*class),
        Element::Loose(class) => Test::Loose(*class),
        Element::Tag(pos, form) => Test::Tag(*pos, *form),
        Element::Any => Test::Any,
        Element::Either(_) => {
            let first = tests.len();
            if !add_alternatives(element, tests) {
                tests.truncate(first);
                return None;
            }
            Test::Among(first as u32, (tests.len() - first) as u32)
        }
        _ => return None,
    })
}

/// Adds the test of an element, or those of its alternatives, and theirs; says whether all of them take one word.
fn add_alternatives(element: &Element, tests: &mut Vec<Test>) -> bool {
    match element {
        Element::Either(choices) => {
            choices.iter().all(|choice| matches!(choice.as_slice(), [one] if add_alternatives(one, tests)))
        }
        one => match single(one, tests) {
            Some(test) => {
                tests.push(test);
                true
            }
            None => false,
        },
    }
}
