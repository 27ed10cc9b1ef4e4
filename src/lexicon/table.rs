//! Tables of the lexicon that are looked up by hash.

use super::Class;
use crate::token::hash;

/// An open-addressing table from hashes to numbers from 1 on. A slot holds the upper half of the hash above the number: it
/// tells two words apart with an error of one in some billions, at half the memory.
#[derive(Debug, Default)]
pub(super) struct Table {
    slots: Vec<u64>,
    /// What to fill larger slots with.
    hashes: Vec<u64>,
}

impl Table {
    /// The number of a hash, 0 for none.
    #[inline]
    pub fn find(&self, hash: u64) -> u32 {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        while let Some(&slot) = self.slots.get(at) {
            if slot == 0 || slot >> 32 == hash >> 32 {
                return slot as u32;
            }
            at = (at + 1) & mask;
        }
        0
    }

    /// The number of a hash, which is the next one where it is new.
    #[inline]
    pub fn insert(&mut self, hash: u64) -> u32 {
        if self.hashes.len() * 3 / 2 + 2 > self.slots.len() {
            self.reserve(self.hashes.len() + 1);
        }
        let free = match self.slot(hash) {
            (_, Some(number)) => return number,
            (free, None) => free,
        };
        self.hashes.push(hash);
        let number = self.hashes.len() as u32;
        self.slots[free] = hash >> 32 << 32 | u64::from(number);
        number
    }

    /// Makes room for so many more hashes at a load of at most two thirds.
    pub fn reserve(&mut self, more: usize) {
        let need = (self.hashes.len() + more) * 3 / 2 + 2;
        if need <= self.slots.len() {
            return;
        }
        self.hashes.reserve(more);
        self.slots = vec![0; need.next_power_of_two().max(64)];
        for (number, &hash) in (1..).zip(&self.hashes) {
            let (free, _) = self.slot(hash);
            self.slots[free] = hash >> 32 << 32 | number;
        }
    }

    /// Gives up what is needed for growing only.
    pub fn finish(mut self) -> Self {
        self.hashes = Vec::new();
        self
    }

    /// The slot of a hash, and its number where it is taken.
    #[inline]
    fn slot(&self, hash: u64) -> (usize, Option<u32>) {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            match self.slots[at] {
                0 => return (at, None),
                slot if slot >> 32 == hash >> 32 => return (at, Some(slot as u32)),
                _ => at = (at + 1) & mask,
            }
        }
    }
}

/// The names of classes.
#[derive(Debug, Default)]
pub(super) struct Names {
    table: Table,
    /// By the number in the table less one.
    named: Vec<(Box<str>, Class)>,
}

impl Names {
    pub fn find(&self, name: &str) -> Option<Class> {
        let number = self.table.find(hash(name.as_bytes())) as usize;
        let (known, class) = self.named.get(number.checked_sub(1)?)?;
        (**known == *name).then_some(*class)
    }

    /// Adds a name that is new.
    pub fn insert(&mut self, name: &str, class: Class) {
        self.table.insert(hash(name.as_bytes()));
        self.named.push((name.into(), class));
    }
}
