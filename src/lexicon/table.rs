//! Tables of the lexicon that are looked up by hash.

use super::Class;
use crate::token::hash;

/// An open-addressing table from hashes to numbers from 1 on. A slot holds the lower bits of the hash above the number, and is
/// found by the lowest of them: two words are told apart with an error of one in a trillion, at half the memory, and slots can
/// be multiplied without anything beside them.
#[derive(Debug, Default)]
pub(super) struct Table {
    buckets: Vec<Bucket>,
    /// How many hashes there are.
    count: usize,
    /// How many the buckets have room for.
    most: usize,
}

/// Slots that are compared at once, since nobody can foresee which of them holds a hash. They are filled in order, 0 is a
/// free one; a full bucket sends a hash on to the next.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(32))]
struct Bucket([u64; SLOTS]);

const SLOTS: usize = 4;

/// How many bits a number has: enough for sixteen million words.
pub(super) const NUMBER: u32 = 24;

impl Bucket {
    /// The number of a hash, 0 for none; nothing where the next bucket may have it.
    #[inline]
    fn find(self, hash: u64) -> Option<u32> {
        // of the slot of the hash its number is left, of any other more
        let least = self.0.into_iter().fold(u64::MAX, |least, slot| least.min(slot ^ hash << NUMBER));
        let number = if least < 1 << NUMBER { least as u32 } else { 0 };
        // one question, since the answers to its parts cannot be foretold
        ((least >> NUMBER).min(self.0[SLOTS - 1]) == 0).then_some(number)
    }

    #[inline]
    fn is_full(self) -> bool {
        self.0[SLOTS - 1] != 0
    }

    /// Puts something in the first free slot.
    #[inline]
    fn push(&mut self, slot: u64) {
        let filled = self.0.iter().map(|&slot| usize::from(slot != 0)).sum::<usize>();
        self.0[filled % SLOTS] = slot;
    }
}

impl Table {
    /// The number of a hash, 0 for none.
    #[inline]
    pub fn find(&self, hash: u64) -> u32 {
        let mask = self.buckets.len().wrapping_sub(1);
        let mut at = hash as usize & mask;
        while let Some(bucket) = self.buckets.get(at) {
            if let Some(number) = bucket.find(hash) {
                return number;
            }
            at = (at + 1) & mask;
        }
        0
    }

    /// The number of a hash, which is the next one where it is new.
    #[inline]
    pub fn insert(&mut self, hash: u64) -> u32 {
        if self.count >= self.most {
            self.reserve(1);
        }
        let mask = self.buckets.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let bucket = &mut self.buckets[at];
            match bucket.find(hash) {
                Some(0) => {
                    self.count += 1;
                    bucket.push(hash << NUMBER | self.count as u64);
                    return self.count as u32;
                }
                Some(number) => return number,
                None => {}
            }
            at = (at + 1) & mask;
        }
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
        let slots = (need * 3 / 2 + 2).next_power_of_two().max(64);
        self.most = slots / 3 * 2;
        let mask = slots / SLOTS - 1;
        let before = std::mem::replace(&mut self.buckets, vec![Bucket::default(); slots / SLOTS]);
        for slot in before.into_iter().flat_map(|bucket| bucket.0).filter(|&slot| slot != 0) {
            let mut at = (slot >> NUMBER) as usize & mask;
            while self.buckets[at].is_full() {
                at = (at + 1) & mask;
            }
            self.buckets[at].push(slot);
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
