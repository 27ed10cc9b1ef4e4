//! The bit matrix of the lexicon: a row for each set of classes that some word has, a column for each class.

use super::Class;

/// The rows, each of them once. The first is the empty set.
#[derive(Debug)]
pub(super) struct Rows {
    /// How many classes have a column.
    columns: usize,
    /// How many numbers a row takes.
    width: usize,
    bits: Vec<u64>,
    /// The rows, all of them before it, that a row joins; of some rows nothing is known but the bits.
    joined: Vec<u32>,
    /// Where those of each row start, and one more at the end.
    first: Vec<u32>,
}

impl Default for Rows {
    fn default() -> Self {
        Self { columns: 0, width: 1, bits: vec![0], joined: Vec::new(), first: vec![0, 0] }
    }
}

impl Rows {
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Whether a class has a column.
    #[inline]
    pub fn covers(&self, class: Class) -> bool {
        class.index() < self.columns
    }

    #[inline]
    pub fn has(&self, row: u32, class: Class) -> bool {
        let at = row as usize * self.width + class.index() / 64;
        self.bits.get(at).is_some_and(|bits| bits >> (class.index() % 64) & 1 != 0)
    }

    /// The classes of a row, in ascending order.
    #[inline]
    pub fn classes(&self, row: u32) -> impl Iterator<Item = Class> + '_ {
        classes(self.row(row))
    }

    /// Joins something over the classes of each row. Most rows join others, for which it is known by then.
    pub fn tabulate<T: Copy + Default>(&self, of: impl Fn(Class) -> T, join: impl Fn(T, T) -> T) -> ByRow<T> {
        let mut known: Vec<T> = Vec::with_capacity(self.first.len());
        for (row, ends) in self.bits.chunks_exact(self.width).zip(self.first.windows(2)) {
            let joined = &self.joined[ends[0] as usize..ends[1] as usize];
            known.push(match joined {
                [] => classes(row).fold(T::default(), |all, class| join(all, of(class))),
                joined => joined.iter().fold(T::default(), |all, &row| join(all, known[row as usize])),
            });
        }
        ByRow(known)
    }

    /// The classes with a column that are wanted.
    pub fn set(&self, wanted: impl Fn(Class) -> bool) -> ClassSet {
        let mut bits = vec![0; self.width];
        for class in (0..self.columns as u16).map(Class).filter(|&class| wanted(class)) {
            bits[class.index() / 64] |= 1 << (class.index() % 64);
        }
        ClassSet(bits)
    }

    /// Adds a class to a set; false if it has no column.
    pub fn add(&self, class: Class, set: &mut ClassSet) -> bool {
        let covers = self.covers(class);
        if covers {
            set.0.resize(self.width, 0);
            set.0[class.index() / 64] |= 1 << (class.index() % 64);
        }
        covers
    }

    /// Whether a row has a class of a set.
    #[inline]
    pub fn meets(&self, row: u32, set: &ClassSet) -> bool {
        self.row(row).iter().zip(&set.0).fold(0, |both, (row, set)| both | row & set) != 0
    }

    /// Which of all rows have a class of a set.
    pub fn meeting(&self, set: &ClassSet) -> Vec<bool> {
        self.tabulate(|class| set.has(class), |any, this| any | this).0
    }

    /// The classes that a row has of a set, in ascending order.
    pub fn classes_among<'a>(&'a self, row: u32, set: &'a ClassSet) -> impl Iterator<Item = Class> + 'a {
        self.row(row).iter().zip(&set.0).zip(0..).flat_map(|((row, set), at)| {
            let mut bits = row & set;
            std::iter::from_fn(move || {
                let bit = (bits != 0).then(|| bits.trailing_zeros() as u16)?;
                bits &= bits - 1;
                Some(Class(at * 64 + bit))
            })
        })
    }

    fn row(&self, row: u32) -> &[u64] {
        let at = row as usize * self.width;
        self.bits.get(at..at + self.width).unwrap_or_default()
    }
}

/// A set of classes with a column.
#[derive(Clone, Debug, Default)]
pub(crate) struct ClassSet(Vec<u64>);

impl ClassSet {
    #[inline]
    pub fn has(&self, class: Class) -> bool {
        self.0.get(class.index() / 64).is_some_and(|bits| bits >> (class.index() % 64) & 1 != 0)
    }
}

/// The classes whose bits are set.
#[inline]
fn classes(row: &[u64]) -> impl Iterator<Item = Class> + '_ {
    let (mut bits, mut rest, mut at) = (0, row.iter(), 0);
    std::iter::from_fn(move || {
        while bits == 0 {
            bits = *rest.next()?;
            at += 64;
        }
        let class = Class(at - 64 + bits.trailing_zeros() as u16);
        bits &= bits - 1;
        Some(class)
    })
}

/// Something that follows from the classes of a word, worked out once for each row.
#[derive(Clone, Debug, Default)]
pub(crate) struct ByRow<T>(Vec<T>);

impl<T: Copy + Default> ByRow<T> {
    /// What follows from that.
    pub fn map<U>(&self, with: impl FnMut(T) -> U) -> ByRow<U> {
        ByRow(self.0.iter().copied().map(with).collect())
    }

    #[inline]
    pub fn of(&self, row: u32) -> T {
        self.0.get(row as usize).copied().unwrap_or_default()
    }
}

/// Collects rows.
pub(super) struct RowBuilder {
    rows: Rows,
    /// An open-addressing table of row numbers, 0 for a free slot.
    slots: Vec<u32>,
    /// Room for a row.
    both: Vec<u64>,
}

impl RowBuilder {
    /// For rows of so many classes.
    pub fn new(columns: usize) -> Self {
        let width = columns.div_ceil(64).max(1);
        let mut bits = Vec::with_capacity(columns * 8 * width);
        bits.resize(width, 0);
        let mut first = Vec::with_capacity(columns * 8);
        first.extend([0, 0]);
        let rows = Rows { columns, width, bits, joined: Vec::with_capacity(columns * 28), first };
        Self { rows, slots: vec![0; (columns * 16).next_power_of_two().max(64)], both: Vec::new() }
    }

    pub fn width(&self) -> usize {
        self.rows.width
    }

    pub fn classes(&self, row: u32) -> impl Iterator<Item = Class> + '_ {
        self.rows.classes(row)
    }

    /// The number of the row that has the bits of both.
    pub fn union(&mut self, a: u32, b: u32) -> u32 {
        if a == b || b == 0 {
            return a;
        }
        if a == 0 {
            return b;
        }
        let mut both = std::mem::take(&mut self.both);
        both.clear();
        both.extend(self.rows.row(a).iter().zip(self.rows.row(b)).map(|(a, b)| a | b));
        let row = self.insert(&both, &[a, b]);
        self.both = both;
        row
    }

    /// The number of the row with these bits, some of which are set. They are those of the joined rows, if any are given.
    pub fn insert(&mut self, bits: &[u64], joined: &[u32]) -> u32 {
        let count = self.rows.first.len() - 1;
        if count * 2 > self.slots.len() {
            self.slots = vec![0; self.slots.len() * 2];
            for row in 1..count as u32 {
                let free = self.slot(self.rows.row(row));
                self.slots[free] = row;
            }
        }
        let slot = self.slot(bits);
        if self.slots[slot] == 0 {
            self.slots[slot] = count as u32;
            self.rows.bits.extend_from_slice(bits);
            self.rows.joined.extend_from_slice(joined);
            self.rows.first.push(self.rows.joined.len() as u32);
        }
        self.slots[slot]
    }

    pub fn finish(self) -> Rows {
        self.rows
    }

    /// Where a row is, or is to be.
    fn slot(&self, bits: &[u64]) -> usize {
        let mix = |hash: u64, &bits: &u64| (hash.rotate_left(23) ^ bits).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mask = self.slots.len() - 1;
        let mut at = (bits.iter().fold(0, mix) >> 32) as usize & mask;
        while self.slots[at] != 0 && self.rows.row(self.slots[at]) != bits {
            at = (at + 1) & mask;
        }
        at
    }
}
