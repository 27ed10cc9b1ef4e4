//! The learned table, read in place: what a word can be on its own, and how its neighbours change that.
//!
//! Layout of `tagger.bin`, all numbers little-endian:
//! - the head, 32 bytes: the hash of "factive" (8 bytes), the number of slots as a power of two (4), of buckets (4), of records
//!   (4), of rows (4), zeros;
//! - the weight rows, [`feature::ROW`] bytes each, none beyond [`feature::LARGEST`];
//! - the slots of the words of the treebank, 4 bytes each: record number in the low half, 0 for a free slot, the top 16
//!   bits of the word's hash in the high half; a taken slot sends a word on to the next one;
//! - the buckets of rarer words, 16 slots of 2 bytes each: class, which is a record number, in the low 7 bits, 0 for a free
//!   slot, the low 9 bits of the hash above; a full bucket sends a word on to the next one;
//! - the records, 16 bytes each: context number with the "own" flag on top (2), number of candidates less one and best tag (1),
//!   margin of the proper noun (1), six candidates of tag and margin (12).
//!
//! The program that makes it is `examples/train_tagger`.

use super::feature::{self, ROW, STEP, View, case, tag};
use crate::token::{Hasher, Lexeme, Shape, TokenKind, hash};

const TABLE: &[u8] = include_bytes!("../english/tagger.bin");

// The parts of the table are cut out while the crate is compiled, so that a row is one look into an array.
static HEADER: [u8; HEAD] = cut(TABLE.split_at(HEAD).0);
static ROWS: Aligned<[Row; feature::ROWS]> = Aligned({
    let mut rows = [NO_WEIGHTS; feature::ROWS];
    let mut rest = TABLE.split_at(HEAD).1;
    let mut at = 0;
    while let (true, Some((row, behind))) = (at < rows.len(), rest.split_first_chunk()) {
        (rows[at], rest, at) = (*row, behind, at + 1);
    }
    rows
});
static WORDS: Aligned<[u8; TABLE.len() - WORDS_FROM]> = Aligned(cut(TABLE.split_at(WORDS_FROM).1));

/// Where slots, buckets and records start.
const WORDS_FROM: usize = HEAD + feature::ROWS * ROW;

const fn cut<const N: usize>(bytes: &[u8]) -> [u8; N] {
    match bytes.split_first_chunk() {
        Some((cut, [])) => *cut,
        _ => panic!("the table is shorter than its head says"),
    }
}

/// Starts where a cache line does, so that no row lies in two.
#[repr(align(64))]
struct Aligned<T>(T);

const HEAD: usize = 32;
const SLOT: usize = 4;
const RARE: usize = 2;
const BUCKET: usize = 16 * RARE;
const RECORD: usize = 16;
/// How many candidates a record has room for.
const CANDIDATES: usize = 6;
/// A score and the place of its candidate, as one number to compare: of equal scores the first candidate wins.
const RANKS: i32 = 8;
/// One step of a margin, in units of the weights as learned.
const MARGIN_STEP: i16 = 3;

/// Where a word is looked up that is not known by its letters.
const DIGITS: u8 = 1;
const ENDING: u8 = 2;
const PUNCTUATION: u64 = hash(b"\x03punct");
const SYMBOL: u64 = hash(b"\x03sym");
const URL: u64 = hash(b"\x03url");
const EMAIL: u64 = hash(b"\x03email");
const HANDLE: u64 = hash(b"\x03handle");
const HASHTAG: u64 = hash(b"\x03hashtag");

/// The table with the places of its parts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Model {
    slots: &'static [u8],
    rare: &'static [u8],
    records: &'static [u8],
    mask: usize,
}

impl Model {
    /// The built-in table. A few additions; nothing is parsed or copied.
    pub fn shared() -> Self {
        let number = |at: usize| HEADER.get(at..at + 4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_le_bytes);
        let slots = 0..SLOT * (1usize << (number(8) & 31));
        let rare = slots.end..slots.end + BUCKET * number(12) as usize;
        let records = rare.end..rare.end + RECORD * number(16) as usize;
        let part = |range| WORDS.0.get(range).unwrap_or_default();
        Self { mask: (slots.len() / SLOT) - 1, slots: part(slots), rare: part(rare), records: part(records) }
    }

    /// What is known of a word: by its letters, or else by its shape, kind or ending.
    #[inline]
    pub fn record(&self, text: &str, lexeme: &Lexeme) -> Record {
        let found = match lexeme.kind {
            TokenKind::Url => self.find(URL),
            TokenKind::Email => self.find(EMAIL),
            TokenKind::Handle => self.find(HANDLE),
            TokenKind::Hashtag => self.find(HASHTAG),
            _ if lexeme.shape.has(Shape::DIGIT) => None,
            _ => self.find(lexeme.hash).or_else(|| self.find_rare(lexeme.hash)),
        };
        found.unwrap_or_else(|| self.unknown(text, lexeme))
    }

    /// What is known of a word by its letters.
    pub fn known(&self, word: &str) -> Option<Record> {
        let hash = hash(word.as_bytes());
        self.find(hash).or_else(|| self.find_rare(hash))
    }

    #[cold]
    #[inline(never)]
    fn unknown(&self, text: &str, lexeme: &Lexeme) -> Record {
        let word = text.get(lexeme.start as usize..lexeme.end as usize).unwrap_or_default();
        let found = if lexeme.shape.has(Shape::DIGIT) {
            self.find(digit_shape(word)).or_else(|| self.find(hash(&[DIGITS])))
        } else if lexeme.kind == TokenKind::Punctuation {
            self.find(PUNCTUATION)
        } else if lexeme.kind == TokenKind::Symbol {
            self.find(SYMBOL)
        } else {
            self.ending(word)
        };
        found.unwrap_or(NOTHING)
    }

    /// The longest known ending of up to five bytes.
    fn ending(&self, word: &str) -> Option<Record> {
        (1..=5usize)
            .rev()
            .filter_map(|length| word.len().checked_sub(length).filter(|&at| at > 0).and_then(|at| word.get(at..)))
            .find_map(|ending| self.find(prefixed(ENDING, ending)))
            .or_else(|| self.find(hash(&[ENDING])))
    }

    #[inline]
    fn find(&self, hash: u64) -> Option<Record> {
        let check = (hash >> 48) as u16;
        let mut at = hash as usize & self.mask;
        loop {
            let slot = self.slots.get(at * SLOT..at * SLOT + SLOT)?;
            let number = u16::from_le_bytes([slot[0], slot[1]]);
            if number == 0 {
                return None;
            }
            if u16::from_le_bytes([slot[2], slot[3]]) == check {
                return self.numbered(number);
            }
            at = (at + 1) & self.mask;
        }
    }

    /// The class of a rare word. One word in a hundred that is not there gets some class all the same, which does no more
    /// harm than the guess by its ending.
    fn find_rare(&self, hash: u64) -> Option<Record> {
        let check = (hash & 511) as u16;
        let buckets = (self.rare.len() / BUCKET) as u64;
        let from = (((hash >> 32) * buckets) >> 32) as usize * BUCKET;
        let after = self.rare.get(from..)?.chunks_exact(RARE);
        for slot in after.chain(self.rare.chunks_exact(RARE)) {
            let value = u16::from_le_bytes([slot[0], slot[1]]);
            if value == 0 {
                return None;
            }
            if value >> 7 == check {
                return self.numbered(value & 127);
            }
        }
        None
    }

    fn numbered(&self, number: u16) -> Option<Record> {
        let from = (usize::from(number) - 1) * RECORD;
        self.records.get(from..from + RECORD)?.try_into().ok().map(Record)
    }

    /// The best candidate where the word stands.
    #[inline]
    pub fn decide(&self, record: Record, view: &View) -> u8 {
        let [a, b, c, d, e, f, g, h] = feature::rows(view).map(row);
        let mut sums = [0i16; ROW];
        add(&mut sums, [a, b, c, d]);
        add(&mut sums, [e, f, g, h]);
        let capital = feature::capital_rows(view);
        if let Some(capital) = capital {
            let [a, b, c] = capital.map(row);
            add(&mut sums, [a, b, c, &NO_WEIGHTS]);
        }
        // without branches: how many candidates there are cannot be foretold
        let count = record.count();
        let mut best = i32::MIN;
        for (at, (tag, margin)) in record.all_candidates().enumerate() {
            let score = i32::from(margin + STEP * sums[usize::from(tag) % ROW]);
            let ranked = score * RANKS + RANKS - 1 - at as i32;
            best = best.max(if at < count { ranked } else { i32::MIN });
        }
        if capital.is_some() {
            let score = i32::from(record.name() + STEP * sums[usize::from(tag::PROPN)]);
            best = best.max(score * RANKS);
        }
        match RANKS - 1 - best.rem_euclid(RANKS) {
            at if at < CANDIDATES as i32 => record.candidate(at as usize).0,
            _ => tag::PROPN,
        }
    }
}

#[inline]
fn row(number: u32) -> &'static Row {
    ROWS.0.get(number as usize).unwrap_or(&NO_WEIGHTS)
}

/// A weight for each tag: signed numbers, kept as the bytes they are in the file.
type Row = [u8; ROW];

const NO_WEIGHTS: Row = [0; ROW];

/// Adds four rows to the sums, all tags at once: within bytes at first, which no four weights leave.
#[inline(always)]
fn add(sums: &mut [i16; ROW], [a, b, c, d]: [&Row; 4]) {
    let mut four = [0u8; ROW];
    for i in 0..ROW {
        four[i] = a[i].wrapping_add(b[i]).wrapping_add(c[i]).wrapping_add(d[i]);
    }
    for i in 0..ROW {
        sums[i] += i16::from(four[i] as i8);
    }
}

/// What the table says of one word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record([u8; RECORD]);

/// For a table that says nothing.
const NOTHING: Record = Record([0, 0, tag::X << 3, 0, tag::X, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

impl Record {
    /// What it is to its neighbours, in the case that it has there.
    #[inline]
    pub fn context(self, case: u8) -> u16 {
        let number = u16::from_le_bytes([self.0[0], self.0[1]]);
        let own = number & 0x8000 != 0;
        if own || !matches!(case, case::CAPITAL | case::UPPER | case::LETTER) {
            number & 0x7FFF
        } else {
            feature::capital_context(self.best(), case)
        }
    }

    /// The best tag without context.
    #[inline]
    pub fn best(self) -> u8 {
        self.0[2] >> 3
    }

    /// The only tag that it can have, if it has no capital.
    #[inline]
    pub fn single(self) -> Option<u8> {
        (self.0[2] & 7 == 0).then_some(self.0[4])
    }

    /// Whether a tag is among its candidates.
    pub fn may_be(self, tag: u8) -> bool {
        self.candidates().any(|(candidate, _)| candidate == tag)
    }

    /// The margin of the proper noun.
    #[inline]
    fn name(self) -> i16 {
        i16::from(self.0[3] as i8) * MARGIN_STEP
    }

    fn candidates(&self) -> impl Iterator<Item = (u8, i16)> + '_ {
        self.all_candidates().take(self.count())
    }

    /// How many candidates count.
    #[inline]
    fn count(&self) -> usize {
        usize::from(self.0[2] & 7) + 1
    }

    /// All there is room for, each a tag and a margin.
    #[inline]
    fn all_candidates(&self) -> impl Iterator<Item = (u8, i16)> + '_ {
        (0..CANDIDATES).map(|at| self.candidate(at))
    }

    #[inline]
    fn candidate(&self, at: usize) -> (u8, i16) {
        let at = 4 + 2 * (at % CANDIDATES);
        (self.0[at], i16::from(self.0[at + 1] as i8) * MARGIN_STEP)
    }
}

/// The key of a word with digits: each run of them counts as one 0.
fn digit_shape(word: &str) -> u64 {
    let mut hasher = Hasher::new().push(DIGITS);
    let mut in_digits = false;
    for byte in word.bytes() {
        let digit = byte.is_ascii_digit();
        if !(digit && in_digits) {
            hasher = hasher.push(if digit { b'0' } else { byte });
        }
        in_digits = digit;
    }
    hasher.finish()
}

fn prefixed(prefix: u8, rest: &str) -> u64 {
    rest.bytes().fold(Hasher::new().push(prefix), Hasher::push).finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole_and_keyed_by_the_crates_hash() {
        assert_eq!(TABLE[..8], hash(b"factive").to_le_bytes());
        let model = Model::shared();
        assert_eq!(TABLE[20..24], (feature::ROWS as u32).to_le_bytes());
        assert_eq!(ROWS.0.as_flattened(), &TABLE[HEAD..WORDS_FROM]);
        assert!(
            ROWS.0.iter().flatten().all(|&weight| (weight as i8).unsigned_abs() <= feature::LARGEST.unsigned_abs())
        );
        assert!(model.find(hash(b"the")).is_some());
        assert!(model.find(hash(&[ENDING])).is_some());
        assert!(model.find(hash(&[DIGITS])).is_some());
        for kind in [PUNCTUATION, SYMBOL, URL, EMAIL, HANDLE, HASHTAG] {
            assert!(model.find(kind).is_some());
        }
    }
}
