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
    /// How many hashes the slots have room for.
    most: usize,
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
        if self.hashes.len() >= self.most {
            self.reserve(self.hashes.len() + 1);
        }
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                break;
            }
            if slot >> 32 == hash >> 32 {
                return slot as u32;
            }
            at = (at + 1) & mask;
        }
        self.hashes.push(hash);
        let number = self.hashes.len() as u32;
        self.slots[at] = hash >> 32 << 32 | u64::from(number);
        number
    }

    /// Makes room for so many more hashes at a load of at most two thirds.
    pub fn reserve(&mut self, more: usize) {
        let need = self.hashes.len() + more;
        if need <= self.most {
            return;
        }
        self.hashes.reserve(more);
        self.slots = vec![0; (need * 3 / 2 + 2).next_power_of_two().max(64)];
        self.most = self.slots.len() / 3 * 2;
        let mask = self.slots.len() - 1;
        for (number, &hash) in (1..).zip(&self.hashes) {
            let mut at = hash as usize & mask;
            while self.slots[at] != 0 {
                at = (at + 1) & mask;
            }
            self.slots[at] = hash >> 32 << 32 | number;
        }
    }

    /// Gives up what is needed for growing only.
    pub fn finish(mut self) -> Self {
        (self.hashes, self.most) = (Vec::new(), 0);
        self
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
