//! What the lexicon keeps of a word.

use super::row::{RowBuilder, Rows};
use super::{Class, mask};

/// Which row of classes a word has in which part of speech.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    /// Its row where its tag meets the bits; its place among the mixed ones where [`MIXED`] is set.
    row: u32,
    bits: u8,
    /// Where its [`super::Lexicon::lemmas`] start.
    pub lemmas: u32,
    /// The place of its [`super::Start`], 0 for none.
    pub start: u32,
}

/// A row for each group of tags, for a word that is a form of several lemmas.
pub(super) type Mixed = [u32; mask::GROUPS];

/// Says that an entry has rows of its own for each group of tags. No part of speech has this bit.
const MIXED: u8 = 128;

impl Entry {
    /// An entry without classes, whose lemmas start there.
    pub fn at(lemmas: usize) -> Self {
        Self { lemmas: lemmas as u32, ..Self::default() }
    }

    /// The row in a [`mask::group`] of tags.
    #[inline]
    pub fn row(&self, group: usize, mixed: &[Mixed]) -> u32 {
        let group = group % mask::GROUPS;
        if self.bits & MIXED != 0 {
            return mixed.get(self.row as usize).map_or(0, |rows| rows[group]);
        }
        if self.bits & mask::OF_GROUP[group] != 0 { self.row } else { 0 }
    }

    /// The row in every part of speech together.
    #[inline]
    pub fn any_row(&self, mixed: &[Mixed]) -> u32 {
        match self.bits & MIXED {
            0 => self.row,
            _ => mixed.get(self.row as usize).map_or(0, |rows| rows[mask::ANY_GROUP]),
        }
    }

    /// The bits that a tag must meet for the entry to belong to a class that it has.
    pub fn parts(&self, class: Class, rows: &Rows, mixed: &[Mixed]) -> u8 {
        if self.bits & MIXED == 0 {
            return self.bits;
        }
        let signs = mask::SIGN.iter().enumerate();
        signs.filter(|&(group, _)| rows.has(self.row(group, mixed), class)).fold(0, |bits, (_, sign)| bits | sign)
    }

    /// Adds the classes of a row in the parts of speech that the bits stand for.
    #[inline]
    pub fn add(&mut self, row: u32, bits: u8, rows: &mut RowBuilder, mixed: &mut Vec<Mixed>) {
        if self.bits == 0 || self.bits & MIXED == 0 && self.row == row {
            (self.row, self.bits) = (row, self.bits | bits);
        } else {
            self.mix(row, bits, rows, mixed);
        }
    }

    fn mix(&mut self, row: u32, bits: u8, rows: &mut RowBuilder, mixed: &mut Vec<Mixed>) {
        let mut own: Mixed = std::array::from_fn(|group| self.row(group, mixed));
        // most groups have the same row
        let (mut before, mut both) = (0, row);
        for (own, accepted) in own.iter_mut().zip(mask::OF_GROUP) {
            if bits & accepted != 0 {
                if *own != before {
                    (before, both) = (*own, rows.union(*own, row));
                }
                *own = both;
            }
        }
        match mixed.get_mut(self.row as usize).filter(|_| self.bits & MIXED != 0) {
            Some(mixed) => *mixed = own,
            None => {
                (self.row, self.bits) = (mixed.len() as u32, MIXED);
                mixed.push(own);
            }
        }
    }
}

/// A set of entries of the lexicon.
#[derive(Clone, Debug, Default)]
pub(crate) struct EntrySet(Vec<u64>);

impl EntrySet {
    /// None of so many entries.
    pub(super) fn none(entries: usize) -> Self {
        Self(vec![0; entries.div_ceil(64)])
    }

    /// Those of the entries that have something.
    pub(super) fn of(entries: &[Entry], has: impl Fn(&Entry) -> bool) -> Self {
        let bits = |entries: &[Entry]| entries.iter().rev().fold(0, |bits, entry| bits << 1 | u64::from(has(entry)));
        Self(entries.chunks(64).map(bits).collect())
    }

    pub(super) fn insert(&mut self, entry: usize) {
        self.0[entry / 64] |= 1 << (entry % 64);
    }

    #[inline]
    pub fn has(&self, entry: u32) -> bool {
        self.0.get(entry as usize / 64).is_some_and(|bits| bits >> (entry % 64) & 1 != 0)
    }
}
