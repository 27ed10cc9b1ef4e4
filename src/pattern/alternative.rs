//! What may stand at a place that a condition looks at: a word of one of some classes, of a part of speech, or one of some
//! words. All of them are asked at once.

use super::parse::Test;
use crate::lexicon::{Class, ClassSet, Lexicon};
use crate::tag::{Pos, Word};

/// What the head of a phrase may be.
pub(crate) trait Wanted {
    /// Whether a word is wanted by itself.
    fn takes(&self, word: &Word, lexicon: &Lexicon) -> bool;
    /// Whether a phrase that is wanted may start with a word; false is certain.
    fn may_start(&self, word: &Word, lexicon: &Lexicon) -> bool;
    /// Whether a phrase of the class is wanted.
    fn holds(&self, class: Class) -> bool;
    /// Whether any proper name is wanted.
    fn names(&self) -> bool;
}

impl Wanted for Class {
    fn takes(&self, word: &Word, lexicon: &Lexicon) -> bool {
        lexicon.has_word(word, *self)
    }

    fn may_start(&self, word: &Word, lexicon: &Lexicon) -> bool {
        lexicon.may_start(word, *self)
    }

    fn holds(&self, class: Class) -> bool {
        class == *self
    }

    fn names(&self) -> bool {
        false
    }
}

/// The alternatives of a condition.
#[derive(Debug, Default)]
pub(crate) struct Alternatives {
    tests: Vec<Test>,
    /// The bits of all classes: few phrases need to be looked at.
    sieve: u64,
    /// The named classes among them.
    named: ClassSet,
    /// The classes of a single lemma, which have no column in the lexicon.
    lemmas: Vec<Class>,
    words: Vec<u64>,
    /// A bit for each part of speech.
    tags: u32,
    /// Whether nothing at all is an alternative, and whether anything is.
    pub none: bool,
    any: bool,
}

impl Alternatives {
    /// Alternatives as they are read, which cannot be asked before [`Self::sort`].
    pub fn new(tests: Vec<Test>) -> Self {
        Self { tests, ..Self::default() }
    }

    /// Makes them ready.
    pub fn sort(&mut self, lexicon: &Lexicon) {
        for test in &self.tests {
            match *test {
                Test::Class(class) => {
                    self.sieve |= class.sieve();
                    if !lexicon.add_named(class, &mut self.named) {
                        self.lemmas.push(class);
                    }
                }
                Test::Word(word) => self.words.push(word),
                Test::Tag(pos) => self.tags |= 1 << pos as u32,
                Test::None => self.none = true,
                Test::Any => self.any = true,
            }
        }
    }

    pub fn classes(&self) -> impl Iterator<Item = Class> + '_ {
        self.tests.iter().filter_map(|test| match *test {
            Test::Class(class) => Some(class),
            _ => None,
        })
    }

    /// Whether there is more to look for than classes.
    pub fn has_words(&self) -> bool {
        self.tags != 0 || !self.words.is_empty()
    }
}

impl Wanted for Alternatives {
    fn takes(&self, word: &Word, lexicon: &Lexicon) -> bool {
        self.any
            || self.tags >> word.pos as u32 & 1 != 0
            || lexicon.has_any(word, &self.named)
            || lexicon.is_form_of_any(word, &self.lemmas)
            || self.words.contains(&word.hash)
    }

    fn may_start(&self, word: &Word, lexicon: &Lexicon) -> bool {
        lexicon.may_start_any(word, self.sieve)
    }

    fn holds(&self, class: Class) -> bool {
        self.named.has(class) || self.lemmas.contains(&class)
    }

    fn names(&self) -> bool {
        self.tags >> Pos::Propn as u32 & 1 != 0
    }
}
