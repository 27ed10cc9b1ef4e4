//! The learned table, read in place: what a word can be on its own, and how its neighbours change that.
//!
//! Layout of `tagger.bin`, all numbers little-endian:
//! - the head, 32 bytes: the hash of "factive" (8 bytes), the number of buckets of the treebank's words as a power of two (4),
//!   of buckets of rarer words (4), of records (4), of rows (4), zeros;
//! - the weight rows, [`feature::ROW`] bytes each, none beyond [`feature::LARGEST`];
//! - the buckets of the words of the treebank, 8 slots each: the top 16 bits of eight hashes, then eight record numbers, 0 for a
//!   free slot. The common words come first, so that their bucket is never full; a full one sends a word on to the next one;
//! - the buckets of rarer words, 16 slots of 2 bytes each: class, which is a record number, in the low 7 bits, 0 for a free
//!   slot, the low 9 bits of the hash above; here too a full bucket sends a word on;
//! - the records, 16 bytes each: context number with the "own" flag on top (2), number of candidates less one and best tag (1),
//!   margin of the proper noun (1), -128 for a word that is no name whatever its capitals, six candidates (12), each a
//!   number to compare: the margin above (1), three bits that fall from candidate to candidate and break ties, and the tag in the
//!   low five bits. Where there are fewer, the first stands in the free places again and loses by these bits.
//!
//! The program that makes it is `examples/train_tagger`.

use super::feature::{self, ROW, View, case, tag};
use crate::token::{Hasher, Lexeme, Shape, TokenKind, derives, hash};

const TABLE: &[u8] = include_bytes!("../english/tagger.bin");

// The parts of the table are cut out while the crate is compiled, so that each look into it is one into an array.
static ROWS: Aligned<[Row; feature::ROWS]> = Aligned(parts(HEAD));
static COMMON: Aligned<[[u16; BUCKET]; COMMON_BUCKETS]> = Aligned(numbers(COMMON_FROM));
static RARE: Aligned<[[u16; BUCKET]; RARE_BUCKETS]> = Aligned(numbers(RARE_FROM));
static RECORDS: Aligned<[[u16; RECORD]; RECORD_COUNT]> = Aligned(numbers(RECORDS_FROM));

const HEAD: usize = 32;
/// How many numbers a bucket has. All are compared at once: which one is that of a word cannot be foretold.
const BUCKET: usize = 16;
/// How many numbers a record has.
const RECORD: usize = 8;

const COMMON_BUCKETS: usize = 1 << head(8);
const RARE_BUCKETS: usize = head(12);
const RECORD_COUNT: usize = head(16);
const COMMON_FROM: usize = HEAD + feature::ROWS * ROW;
const RARE_FROM: usize = COMMON_FROM + COMMON_BUCKETS * BUCKET * 2;
const RECORDS_FROM: usize = RARE_FROM + RARE_BUCKETS * BUCKET * 2;
const _: () =
    assert!(RECORDS_FROM + RECORD_COUNT * RECORD * 2 == TABLE.len(), "the table is longer than its head says");

const fn head(at: usize) -> usize {
    u32::from_le_bytes([TABLE[at], TABLE[at + 1], TABLE[at + 2], TABLE[at + 3]]) as usize
}

/// The bytes of the table from `at` on, in equal parts.
const fn parts<const WIDTH: usize, const COUNT: usize>(at: usize) -> [[u8; WIDTH]; COUNT] {
    let mut parts = [[0; WIDTH]; COUNT];
    let mut rest = TABLE.split_at(at).1;
    let mut i = 0;
    while i < COUNT {
        let Some((part, behind)) = rest.split_first_chunk() else { panic!("the table is shorter than its head says") };
        (parts[i], rest, i) = (*part, behind, i + 1);
    }
    parts
}

/// Numbers of two bytes from `at` on, in equal parts.
const fn numbers<const WIDTH: usize, const COUNT: usize>(at: usize) -> [[u16; WIDTH]; COUNT] {
    let mut parts = [[0; WIDTH]; COUNT];
    let mut i = 0;
    while i < COUNT * WIDTH {
        parts[i / WIDTH][i % WIDTH] = u16::from_le_bytes([TABLE[at + 2 * i], TABLE[at + 2 * i + 1]]);
        i += 1;
    }
    parts
}

/// Starts where a cache line does, so that no row lies in two.
#[repr(align(64))]
struct Aligned<T>(T);

/// Where the candidates of a record stand, and how many it has room for.
const FIRST: usize = 2;
const CANDIDATES: usize = RECORD - FIRST;
/// What a step of a margin or a weight counts in a score: below it stand the bits that break ties and the tag.
const STEP: i32 = 256;
/// Tags are numbered below this.
const TAGS: u8 = ROW as u8;
/// The margin of the proper noun for a word that is none, whatever its capitals.
const NEVER: i8 = i8::MIN;

/// Where a word is looked up that is not known by its letters.
const DIGITS: u8 = 1;
const ENDING: u8 = 2;
const PUNCTUATION: u64 = hash(b"\x03punct");
const SYMBOL: u64 = hash(b"\x03sym");
const URL: u64 = hash(b"\x03url");
const EMAIL: u64 = hash(b"\x03email");
const HANDLE: u64 = hash(b"\x03handle");
const HASHTAG: u64 = hash(b"\x03hashtag");

/// What is known of a word: by its letters, or else by its shape, kind or ending.
#[inline]
pub fn record(text: &str, lexeme: &Lexeme) -> Record {
    let found = match lexeme.kind {
        TokenKind::Url => find(URL),
        TokenKind::Email => find(EMAIL),
        TokenKind::Handle => find(HANDLE),
        TokenKind::Hashtag => find(HASHTAG),
        _ if lexeme.shape.has(Shape::DIGIT | Shape::HYPHEN) => derived(text, lexeme),
        _ => of_hash(lexeme.hash),
    };
    found.unwrap_or_else(|| unknown(text, lexeme))
}

/// A word with a hyphen: "co-operate", "re-open" and "ex-mayor" are what they are without it, or without their prefix.
#[cold]
#[inline(never)]
fn derived(text: &str, lexeme: &Lexeme) -> Option<Record> {
    if lexeme.shape.has(Shape::DIGIT) {
        return None;
    }
    let word = text.get(lexeme.start as usize..lexeme.end as usize)?;
    let parts = word.split_once('-').filter(|(prefix, _)| derives(prefix));
    parts
        .and_then(|(prefix, rest)| known(&[prefix, rest].concat()).or_else(|| known(rest)))
        .or_else(|| of_hash(lexeme.hash))
}

/// What is known of a word by its letters.
pub fn known(word: &str) -> Option<Record> {
    of_hash(hash(word.as_bytes()))
}

#[inline]
pub fn of_hash(hash: u64) -> Option<Record> {
    // nearly all words are common
    match find(hash) {
        None => find_rare(hash),
        found => found,
    }
}

#[cold]
#[inline(never)]
fn unknown(text: &str, lexeme: &Lexeme) -> Record {
    let word = text.get(lexeme.start as usize..lexeme.end as usize).unwrap_or_default();
    let found = if lexeme.shape.has(Shape::DIGIT) {
        find(digit_shape(word)).or_else(|| find(hash(&[DIGITS])))
    } else if lexeme.kind == TokenKind::Punctuation {
        find(PUNCTUATION)
    } else if lexeme.kind == TokenKind::Symbol {
        find(SYMBOL)
    } else {
        ending(word)
    };
    found.unwrap_or(Record::NOTHING)
}

/// The longest known ending of up to five bytes.
fn ending(word: &str) -> Option<Record> {
    (1..=5usize)
        .rev()
        .filter_map(|length| word.len().checked_sub(length).filter(|&at| at > 0).and_then(|at| word.get(at..)))
        .find_map(|ending| find(prefixed(ENDING, ending)))
        .or_else(|| find(hash(&[ENDING])))
}

#[inline]
fn find(hash: u64) -> Option<Record> {
    let check = (hash >> 48) as u16;
    let mut at = hash as usize % COMMON_BUCKETS;
    loop {
        let (checks, numbers) = COMMON.0[at].split_at(BUCKET / 2);
        let found = checks
            .iter()
            .zip(numbers)
            .fold(0, |found, (&other, &number)| found | if other == check { number } else { 0 });
        if found != 0 {
            return numbered(found);
        }
        if numbers[BUCKET / 2 - 1] == 0 {
            return None;
        }
        at = (at + 1) % COMMON_BUCKETS;
    }
}

/// The class of a rare word. One word in a hundred that is not there gets some class all the same, which does no more
/// harm than the guess by its ending.
#[cold]
#[inline(never)]
fn find_rare(hash: u64) -> Option<Record> {
    let check = (hash % 512) as u16;
    let mut at = (((hash >> 32) * RARE_BUCKETS as u64) >> 32) as usize;
    loop {
        let bucket = RARE.0.get(at)?;
        let found = bucket.iter().fold(0, |found, &slot| found | if slot >> 7 == check { slot & 127 } else { 0 });
        if found != 0 || bucket[BUCKET - 1] == 0 {
            return numbered(found);
        }
        at = (at + 1) % RARE_BUCKETS;
    }
}

/// The best candidate where the word stands.
#[inline]
pub fn decide(record: Record, view: &View) -> u8 {
    let [pair, before, after, two_before, tags_after, self_after, self_before, clause] = feature::rows(view).map(row);
    let neighbours = sum([before, after, self_after, self_before]);
    // what the tags before say comes last: they may still be under way
    let tags = sum([two_before, pair, tags_after, clause]);
    let score = |candidate: i16| {
        let tag = usize::from(candidate as u8 % TAGS);
        i32::from(candidate) + STEP * (weight(&neighbours, tag) + weight(&tags, tag))
    };
    let Some(capital) = feature::capital_rows(view) else { return best(record, score) };
    let [case_best, cases, case_tag] = capital.map(row);
    let capital = sum([case_best, cases, case_tag, &NO_WEIGHTS]);
    let score = |candidate: i16| score(candidate) + STEP * weight(&capital, usize::from(candidate as u8 % TAGS));
    let name = record.name().map_or(i32::MIN, score);
    best(record, |candidate| score(candidate).max(name))
}

/// The tag of the candidate with the highest score.
#[inline(always)]
fn best(record: Record, score: impl Fn(i16) -> i32) -> u8 {
    // without branches: how many candidates there are cannot be foretold, but few words have more than four
    let [a, b, c, d] = std::array::from_fn(|at| score(record.candidate(at)));
    let mut best = a.max(b).max(c.max(d));
    if record.count() > 4 {
        best = best.max(score(record.candidate(4))).max(score(record.candidate(5)));
    }
    best as u8 % TAGS
}

#[inline]
fn numbered(number: u16) -> Option<Record> {
    // 0 wraps around to what is not there either: one question
    RECORDS.0.get(usize::from(number).wrapping_sub(1)).map(Record)
}

#[inline]
fn row(number: u32) -> &'static Row {
    ROWS.0.get(number as usize).unwrap_or(&NO_WEIGHTS)
}

/// A weight for each tag: signed numbers, kept as the bytes they are in the file.
type Row = [u8; ROW];

const NO_WEIGHTS: Row = [0; ROW];

#[inline(always)]
fn weight(row: &Row, tag: usize) -> i32 {
    i32::from(row[tag] as i8)
}

/// Adds four rows, all tags at once: four weights do not leave a byte.
#[inline(always)]
fn sum([a, b, c, d]: [&Row; 4]) -> Row {
    std::array::from_fn(|i| a[i].wrapping_add(b[i]).wrapping_add(c[i]).wrapping_add(d[i]))
}

/// What the table says of one word, where it stands there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Record(&'static [u16; RECORD]);

impl Record {
    /// For what the table says nothing of.
    pub const NOTHING: Self = Self(&Self::only(tag::X));

    /// For a name whatever its letters spell.
    pub const NAME: Self = Self(&Self::only(tag::PROPN));

    const fn only(tag: u8) -> [u16; RECORD] {
        let mut record = [tag as u16; RECORD];
        (record[0], record[1]) = (0, (tag as u16) << 3);
        record
    }

    /// What it is to its neighbours, in the case that it has there.
    #[inline]
    pub const fn context(self, case: u8) -> u16 {
        let number = self.0[0];
        let own = number & 0x8000 != 0;
        if own || !matches!(case, case::CAPITAL | case::UPPER | case::LETTER) {
            number & 0x7FFF
        } else {
            feature::capital_context(self.best(), case)
        }
    }

    /// The best tag without context.
    #[inline]
    pub const fn best(self) -> u8 {
        self.0[1] as u8 >> 3
    }

    /// The only tag that it can have in this case, if there is but one.
    #[inline]
    pub const fn single(self, case: u8) -> Single {
        let name = (case != case::LOWER) & (self.margin() != NEVER);
        let tag = self.0[FIRST] as u8 % TAGS;
        let open = (self.0[1] & 7 != 0) | name & (tag != tag::PROPN);
        Single(tag | (open as u8) << 7)
    }

    /// Whether a tag is among its candidates.
    pub fn may_be(self, tag: u8) -> bool {
        self.tags().any(|candidate| candidate == tag)
    }

    fn tags(self) -> impl Iterator<Item = u8> {
        (0..self.count()).map(move |at| self.candidate(at) as u8 % TAGS)
    }

    /// How many candidates count.
    #[inline]
    fn count(self) -> usize {
        usize::from(self.0[1] & 7) + 1
    }

    #[inline(always)]
    fn candidate(self, at: usize) -> i16 {
        self.0[FIRST + at % CANDIDATES] as i16
    }

    /// The proper noun as a candidate, which loses where the scores are equal.
    #[inline(always)]
    fn name(self) -> Option<i16> {
        (self.margin() != NEVER).then_some((self.0[1] & 0xff00 | tag::PROPN as u16) as i16)
    }

    /// That of the proper noun.
    #[inline]
    const fn margin(self) -> i8 {
        (self.0[1] >> 8) as i8
    }
}

/// The only tag that a word can have, or that there are several. A bit tells them apart, so that it takes no branch to find out.
#[derive(Clone, Copy)]
pub struct Single(u8);

impl Single {
    /// Any of several.
    pub const OPEN: Self = Self(1 << 7);

    #[inline]
    pub fn tag(self) -> Option<u8> {
        (self.0 & Self::OPEN.0 == 0).then_some(self.0)
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
        assert_eq!(TABLE[20..24], (feature::ROWS as u32).to_le_bytes());
        assert_eq!(ROWS.0.as_flattened(), &TABLE[HEAD..COMMON_FROM]);
        let records = RECORDS.0.as_flattened().iter().flat_map(|number| number.to_le_bytes());
        assert!(records.eq(TABLE[RECORDS_FROM..].iter().copied()));
        assert!(
            ROWS.0.iter().flatten().all(|&weight| (weight as i8).unsigned_abs() <= feature::LARGEST.unsigned_abs())
        );
        assert!(find(hash(b"the")).is_some());
        assert!(find(hash(&[ENDING])).is_some());
        assert!(find(hash(&[DIGITS])).is_some());
        for kind in [PUNCTUATION, SYMBOL, URL, EMAIL, HANDLE, HASHTAG] {
            assert!(find(kind).is_some());
        }
    }
}
