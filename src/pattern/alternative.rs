//! What may stand at a place that a condition looks at: a word of one of some classes, of a part of speech, or one of some
//! words. All of them are asked at once.

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
    /// Those with a column in the lexicon first, once that is known.
    classes: Vec<Class>,
    /// How many of them have a column.
    named: usize,
    /// They as a set.
    set: ClassSet,
    /// The bits of all classes: few phrases need to be looked at.
    sieve: u64,
    pub(super) words: Vec<u64>,
    /// A bit for each part of speech.
    tags: u32,
    /// Whether nothing at all is an alternative, and whether anything is.
    pub none: bool,
    pub(super) any: bool,
}

impl Alternatives {
    /// Room for so many. They cannot be asked before [`Self::sort`].
    pub(super) fn with_room(count: usize) -> Self {
        Self { classes: Vec::with_capacity(count), ..Self::default() }
    }

    pub(super) fn add_class(&mut self, class: Class) {
        self.classes.push(class);
        self.sieve |= class.sieve();
    }

    pub(super) fn add_tag(&mut self, pos: Pos) {
        self.tags |= 1 << pos as u32;
    }

    /// Makes them ready.
    pub fn sort(&mut self, lexicon: &Lexicon) {
        for at in 0..self.classes.len() {
            if lexicon.add_named(self.classes[at], &mut self.set) {
                self.classes.swap(self.named, at);
                self.named += 1;
            }
        }
    }

    pub fn classes(&self) -> impl Iterator<Item = Class> + '_ {
        self.classes.iter().copied()
    }

    /// Those that hold a single lemma, and have no column in the lexicon.
    fn lemmas(&self) -> &[Class] {
        &self.classes[self.named..]
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
            || match self.classes[..self.named] {
                [] => false,
                [only] => lexicon.has_word(word, only),
                _ => lexicon.has_any(word, &self.set),
            }
            || lexicon.is_form_of_any(word, self.lemmas())
            || self.words.contains(&word.hash)
    }

    fn may_start(&self, word: &Word, lexicon: &Lexicon) -> bool {
        lexicon.may_start_any(word, self.sieve)
    }

    fn holds(&self, class: Class) -> bool {
        self.set.has(class) || self.lemmas().contains(&class)
    }

    fn names(&self) -> bool {
        self.tags >> Pos::Propn as u32 & 1 != 0
    }
}
