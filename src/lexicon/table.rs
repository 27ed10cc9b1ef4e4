//! Tables of the lexicon that are looked up by hash.

use super::Class;
use crate::token::hash;

/// An open-addressing table from hashes to numbers from 1 on. A slot holds the lower bits of the hash above the number, and is
/// found by the lowest of them: two words are told apart with an error of one in a trillion, at half the memory, and slots can
/// be multiplied without anything beside them.
#[derive(Debug, Default)]
pub(super) struct Table {
    slots: Vec<u64>,
    /// How many hashes there are.
    count: usize,
    /// How many the slots have room for.
    most: usize,
}

/// How many bits a number has: enough for sixteen million words.
pub(super) const NUMBER: u32 = 24;

impl Table {
    /// The number of a hash, 0 for none.
    #[inline]
    pub fn find(&self, hash: u64) -> u32 {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        while let Some(&slot) = self.slots.get(at) {
            if slot == 0 || is_of(slot, hash) {
                return number(slot);
            }
            at = (at + 1) & mask;
        }
        0
    }

    /// The number of a hash, which is the next one where it is new.
    #[inline]
    pub fn insert(&mut self, hash: u64) -> u32 {
        if self.count >= self.most {
            self.reserve(self.count + 1);
        }
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot == 0 {
                break;
            }
            if is_of(slot, hash) {
                return number(slot);
            }
            at = (at + 1) & mask;
        }
        self.count += 1;
        self.slots[at] = hash << NUMBER | self.count as u64;
        self.count as u32
    }

    /// Whether hardly another entry fits, with all its forms.
    pub fn is_full(&self) -> bool {
        const FORMS: usize = 1 << 10;
        self.count + FORMS >= 1 << NUMBER
    }

    /// Makes room for so many more hashes at a load of at most two thirds.
    pub fn reserve(&mut self, more: usize) {
        let need = self.count + more;
        if need <= self.most {
            return;
        }
        let slots = vec![0; (need * 3 / 2 + 2).next_power_of_two().max(64)];
        self.most = slots.len() / 3 * 2;
        let mask = slots.len() - 1;
        for slot in std::mem::replace(&mut self.slots, slots).into_iter().filter(|&slot| slot != 0) {
            let mut at = (slot >> NUMBER) as usize & mask;
            while self.slots[at] != 0 {
                at = (at + 1) & mask;
            }
            self.slots[at] = slot;
        }
    }
}

#[inline]
fn is_of(slot: u64, hash: u64) -> bool {
    (slot ^ hash << NUMBER) >> NUMBER == 0
}

#[inline]
fn number(slot: u64) -> u32 {
    slot as u32 & ((1 << NUMBER) - 1)
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
