//! What the lexicon keeps of a word.

use super::row::{RowBuilder, Rows};
use super::table::NUMBER;
use super::{Class, mask};

/// Which row of classes a word has in which part of speech, packed: every word of a text asks for it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    /// Its row where its tag meets the bits; its place among the mixed ones where [`MIXED`] is set. The top bit says whether
    /// phrases start with it.
    row: u32,
    /// The place of its [`Extra`], 0 for none, with the bits above it.
    extra: u32,
}

/// What few words have.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Extra {
    /// Where its [`super::Lexicon::lemmas`] start; those of the next start where they end.
    pub lemmas: u32,
    /// The place of its [`super::Start`], 0 for none.
    pub start: u32,
}

/// A row for each group of tags, for a word that is a form of several lemmas.
pub(super) type Mixed = [u32; mask::GROUPS];

/// Says that an entry has rows of its own for each group of tags. No part of speech has this bit.
const MIXED: u8 = 128;
/// Says in the number of a row that phrases start with the entry.
const STARTS: u32 = 1 << 31;
/// Where the bits stand above the place of what else there is, of which there are no more than words.
const BITS: u32 = NUMBER;

impl Entry {
    /// The place of its [`Extra`].
    #[inline]
    pub fn extra(self) -> usize {
        (self.extra & ((1 << BITS) - 1)) as usize
    }

    pub fn set_extra(&mut self, place: usize, starts_phrase: bool) {
        self.extra |= place as u32;
        self.row |= if starts_phrase { STARTS } else { 0 };
    }

    #[inline]
    pub fn starts_phrase(self) -> bool {
        self.row & STARTS != 0
    }

    #[inline]
    fn bits(self) -> u8 {
        (self.extra >> BITS) as u8
    }

    /// The row, or the place among the mixed ones.
    #[inline]
    fn place(self) -> u32 {
        self.row & !STARTS
    }

    fn set(&mut self, place: u32, bits: u8) {
        self.row = self.row & STARTS | place;
        self.extra = u32::from(bits) << BITS | self.extra() as u32;
    }

    /// The row in a [`mask::group`] of tags.
    #[inline]
    pub fn row(self, group: usize, mixed: &[Mixed]) -> u32 {
        let group = group % mask::GROUPS;
        let (bits, place) = (self.bits(), self.place());
        let is_mixed = bits & MIXED != 0;
        // the rows are looked at in any case: a load is cheaper than a wrong guess
        let own = mixed.get(if is_mixed { place as usize } else { 0 }).map_or(0, |rows| rows[group]);
        let plain = if bits & mask::OF_GROUP[group] != 0 { place } else { 0 };
        if is_mixed { own } else { plain }
    }

    /// The row in every part of speech together.
    #[inline]
    pub fn any_row(self, mixed: &[Mixed]) -> u32 {
        match self.bits() & MIXED {
            0 => self.place(),
            _ => mixed.get(self.place() as usize).map_or(0, |rows| rows[mask::ANY_GROUP]),
        }
    }

    /// The bits that a tag must meet for the entry to belong to a class that it has.
    pub fn parts(self, class: Class, rows: &Rows, mixed: &[Mixed]) -> u8 {
        if self.bits() & MIXED == 0 {
            return self.bits();
        }
        let signs = mask::SIGN.iter().enumerate();
        signs.filter(|&(group, _)| rows.has(self.row(group, mixed), class)).fold(0, |bits, (_, sign)| bits | sign)
    }

    /// Adds the classes of a row in the parts of speech that the bits stand for.
    #[inline]
    pub fn add(&mut self, row: u32, bits: u8, rows: &mut RowBuilder, mixed: &mut Vec<Mixed>) {
        if self.bits() == 0 || self.bits() & MIXED == 0 && self.place() == row {
            self.set(row, self.bits() | bits);
        } else {
            self.mix(row, bits, rows, mixed);
        }
    }

    fn mix(&mut self, row: u32, bits: u8, rows: &mut RowBuilder, mixed: &mut Vec<Mixed>) {
        if self.bits() & MIXED == 0 {
            // neither, one, the other, both
            let ways = [0, self.place(), row, rows.union(self.place(), row)];
            let before = self.bits();
            self.set(mixed.len() as u32, MIXED);
            mixed
                .push(mask::OF_GROUP.map(|accepted| {
                    ways[usize::from(before & accepted != 0) | usize::from(bits & accepted != 0) << 1]
                }));
        } else if let Some(own) = mixed.get_mut(self.place() as usize) {
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

    pub(super) fn insert(&mut self, entry: usize) {
        self.0[entry / 64] |= 1 << (entry % 64);
    }

    #[inline]
    pub fn has(&self, entry: u32) -> bool {
        self.0.get(entry as usize / 64).is_some_and(|bits| bits >> (entry % 64) & 1 != 0)
    }
}

/// How some entries of several words open: their first word and the hash of their second, together in one bit. From the first
/// word alone such an entry might start at every fourth place, and nearly nowhere one does.
#[derive(Clone, Debug)]
pub(crate) struct Openings(Box<[u64; Openings::WORDS]>);

impl Default for Openings {
    fn default() -> Self {
        Self(Box::new([0; Self::WORDS]))
    }
}

impl Openings {
    /// How many bits there are, as a power of two: sixty for each opening of a cue.
    const BITS: u32 = 15;
    const WORDS: usize = 1 << (Self::BITS - 6);

    pub(super) fn insert(&mut self, entry: u32, second: u32) {
        let bit = Self::bit(entry, second);
        self.0[bit / 64] |= 1 << (bit % 64);
    }

    /// Whether one of the entries may start with these two words; false is certain.
    #[inline]
    pub fn has(&self, entry: u32, second: u64) -> bool {
        let bit = Self::bit(entry, second as u32);
        self.0[bit / 64 % Self::WORDS] >> (bit % 64) & 1 != 0
    }

    #[inline]
    fn bit(entry: u32, second: u32) -> usize {
        // the hash is mixed well already
        ((entry.wrapping_mul(0x9e37_79b1) ^ second) >> (u32::BITS - Self::BITS)) as usize
    }
}
