//! What rules look out for in a sentence and beside a word, as bits that one look at a word collects.

use crate::lexicon::Class;

/// A set of classes to look out for. Several share a bit, so that what is in the set may still not be in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Keys(pub(super) u64);

impl Keys {
    /// The bits of [`Scope::Sentence`] and, the first of them, of [`Scope::Particle`], then the one of [`Scope::Anywhere`]; the
    /// others are those of [`Scope::Neighbour`].
    const OF_SENTENCE: u32 = 40;
    const OF_PARTICLES: u32 = 7;

    /// What is in the sentence, and what the next word is.
    pub(super) fn around(sentence: Self, next: Self) -> Self {
        let mask = (1 << Self::OF_SENTENCE) - 1;
        Self(sentence.0 & mask | next.0 & !mask)
    }

    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Without what the next word must be.
    pub(super) fn anywhere(self) -> Self {
        Self::around(self, Self::default())
    }

    pub(super) fn all_in(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    pub(super) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Where a word is looked out for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Scope {
    /// Anywhere in the sentence.
    Sentence,
    /// Anywhere in the sentence, as the particle of a verb. Most sentences have such a word, so that it would take what a rarer
    /// word can tell from any bit that it shares.
    Particle,
    /// Anywhere in the sentence, for a pattern that may start at any word. It is tried at all of them, so that the few of its like
    /// share a bit with nothing else.
    Anywhere,
    /// Right before or behind.
    Neighbour,
}

/// The bits of the classes to look out for.
#[derive(Debug, Default)]
pub(super) struct KeyMap {
    /// For each class its bits.
    pub(super) of_class: Vec<Keys>,
    /// How many were given for each scope.
    given: [u32; 4],
}

impl KeyMap {
    /// A bit that all of these classes set. Sentences have many words, so that their bits are kept apart from the others.
    pub(super) fn give(&mut self, classes: impl Iterator<Item = Class>, scope: Scope) -> Keys {
        let given = &mut self.given[scope as usize];
        let bit = match scope {
            Scope::Particle => *given % Keys::OF_PARTICLES,
            Scope::Anywhere => Keys::OF_PARTICLES,
            Scope::Sentence => {
                let others = Keys::OF_PARTICLES + 1;
                others + *given % (Keys::OF_SENTENCE - others)
            }
            Scope::Neighbour => Keys::OF_SENTENCE + *given % (u64::BITS - Keys::OF_SENTENCE),
        };
        *given += 1;
        let key = Keys(1 << bit);
        for class in classes {
            self.of_class[class.index()].0 |= key.0;
        }
        key
    }

    pub(super) fn of(&self, class: Class) -> Keys {
        self.of_class.get(class.index()).copied().unwrap_or_default()
    }
}

/// Sets of keys, each of them once: words that mean the same for the rules share theirs.
pub(super) struct KeySets {
    pub(super) sets: Vec<Keys>,
    /// An open-addressing table of places in the list, 0 for a free slot.
    slots: Vec<u16>,
}

impl KeySets {
    /// How many there are at most. What comes then is the set of all: it lets nothing be overlooked.
    const MOST: usize = u16::MAX as usize;

    pub(super) fn new() -> Self {
        Self { sets: vec![Keys::default()], slots: vec![0; 2048] }
    }

    /// The place of a set.
    pub(super) fn place(&mut self, keys: Keys) -> u16 {
        if keys == Keys::default() {
            return 0;
        }
        if self.sets.len() * 2 > self.slots.len() {
            self.slots = vec![0; self.slots.len() * 2];
            for place in 1..self.sets.len() {
                let slot = self.slot(self.sets[place]);
                self.slots[slot] = place as u16;
            }
        }
        let slot = self.slot(keys);
        if self.slots[slot] == 0 {
            if self.sets.len() >= Self::MOST {
                self.sets.resize(Self::MOST + 1, Keys(u64::MAX));
                return Self::MOST as u16;
            }
            self.slots[slot] = self.sets.len() as u16;
            self.sets.push(keys);
        }
        self.slots[slot]
    }

    /// Where a set is, or is to be.
    fn slot(&self, keys: Keys) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (keys.0.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize & mask;
        while self.slots[at] != 0 && self.sets[usize::from(self.slots[at])] != keys {
            at = (at + 1) & mask;
        }
        at
    }
}
