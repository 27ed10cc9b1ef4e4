//! Keys: a claim's name that outlives edits elsewhere in the text.
//!
//! A key is made of what the claim says and who says it, never of where it stands. It does not know that two wordings mean
//! the same; for that there are occurrences.

use crate::model::{Claim, ClaimKey, Extraction};

impl Extraction {
    /// The key of a claim: the one that stands in [`Claim::key`], for extractions from elsewhere that have none.
    ///
    /// It is a hash of the words of the content, of its source's mention, of polarity and certainty. Case, spacing,
    /// punctuation and articles do not count. Two claims of the same words by the same mention share a key.
    ///
    /// ```
    /// let first = factive::extract("The dam broke on Monday, officials said.");
    /// let edited = factive::extract("It rained for days. The dam broke on\nMonday, officials said. A road was closed.");
    /// let key = first.claims[0].key;
    /// assert_eq!(key.to_string().len(), 16);
    /// assert!(edited.claims.iter().any(|claim| claim.key == key));
    /// ```
    pub fn key_of(&self, claim: &Claim) -> ClaimKey {
        let mut hash = Hash::new();
        hash.text(&claim.text);
        hash.byte(SEPARATOR);
        if let Some(subject) = &claim.subject {
            hash.text(&subject.text);
        }
        hash.byte(SEPARATOR);
        match self.attribution_of(claim) {
            // The mention as it stands: what it is linked to depends on the text around.
            Some(_) => self.chain_of(claim).iter().filter_map(|id| self.source(*id)).for_each(|source| {
                hash.text(&source.text);
                hash.byte(SEPARATOR);
            }),
            None => hash.byte(AUTHOR),
        }
        hash.byte(claim.polarity as u8);
        hash.byte(claim.certainty as u8);
        ClaimKey(hash.finish())
    }
}

/// No byte of UTF-8 has these values, so that they part what could be read two ways.
const SEPARATOR: u8 = 0xff;
const AUTHOR: u8 = 0xfe;

/// The words of a text: runs of letters and digits, without articles.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    let runs = text.split(|c: char| !c.is_alphanumeric());
    runs.filter(|word| !word.is_empty() && !is_article(word.as_bytes()))
}

fn is_article(word: &[u8]) -> bool {
    match *word {
        [a] => a | 0x20 == b'a',
        [a, n] => a | 0x20 == b'a' && n | 0x20 == b'n',
        [t, h, e] => t | 0x20 == b't' && h | 0x20 == b'h' && e | 0x20 == b'e',
        _ => false,
    }
}

/// Hashes a word without regard to case.
pub(crate) fn word_hash(word: &str) -> u64 {
    let mut hash = Hash::new();
    hash.text(word);
    hash.finish()
}

/// A hash of words, eight bytes at a time. Keys are written down by users, so that this never changes.
#[derive(Clone, Copy)]
struct Hash(u64);

impl Hash {
    const fn new() -> Self {
        Self(0x2d35_8dcc_aa6c_78a5)
    }

    #[inline]
    fn mix(&mut self, block: u64) {
        self.0 = fold(self.0.rotate_left(23) ^ block);
    }

    fn byte(&mut self, byte: u8) {
        self.mix(u64::from(byte) << 56);
    }

    /// The words of a text as [`words`] finds them, in lower case. Most are shorter than eight bytes, and where one ends is
    /// told from eight bytes at once: asking byte by byte would guess wrong at every word. Letters of ASCII are small with one
    /// bit set, and digits have it.
    fn text(&mut self, text: &str) {
        // a copy stays in registers
        let mut hash = *self;
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let begin = (hash, at);
            let mut block = eight_at(bytes, at);
            let mut others = others_in(block);
            while others == 0 {
                hash.mix(block | eightfold(0x20));
                at += 8;
                block = eight_at(bytes, at);
                others = others_in(block);
            }
            let length = others.trailing_zeros() as usize / 8;
            if block & eightfold(0x80) != 0 && may_go_on(block, length) {
                (hash, at) = begin;
                at = hash.word_beyond_ascii(text, at);
                continue;
            }
            let word = ended(block | eightfold(0x20), length);
            let silent = (at == begin.1) & (word == SILENT[length]);
            hash.0 = if silent { hash.0 } else { fold(hash.0.rotate_left(23) ^ word) };
            // what parts words may be longer than a byte; its other bytes part nothing more
            at += length + 1;
        }
        *self = hash;
    }

    /// The word at `at`, behind whose letters of ASCII others may follow: where to go on behind it.
    fn word_beyond_ascii(&mut self, text: &str, at: usize) -> usize {
        let bytes = text.as_bytes();
        let end = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let after = word_beyond(text, end);
        if after > end {
            self.word(text.get(at..after).unwrap_or_default().to_lowercase().as_bytes());
            return after;
        }
        if end > at && !is_article(&bytes[at..end]) {
            self.word(&bytes[at..end]);
        }
        end + 1
    }

    /// A word of letters that [`small`] makes small, or of small ones.
    #[inline]
    fn word(&mut self, word: &[u8]) {
        let mut at = 0;
        while at + 8 <= word.len() {
            self.mix(small(eight_at(word, at)));
            at += 8;
        }
        self.mix(ended(small(eight_at(word, at)), word.len() - at));
    }

    fn finish(self) -> u64 {
        fold(fold(self.0))
    }
}

/// What is no word, for each length the one there is, as [`ended`] blocks: nothing, and what [`is_article`] knows. Where there is
/// none, no block is equal.
static SILENT: [u64; 8] = [
    ended(0, 0),
    ended(u64::from_le_bytes(*b"a\0\0\0\0\0\0\0"), 1),
    ended(u64::from_le_bytes(*b"an\0\0\0\0\0\0"), 2),
    ended(u64::from_le_bytes(*b"the\0\0\0\0\0"), 3),
    0,
    0,
    0,
    0,
];

/// The last bytes of a word, fewer than eight. Their number parts words, so that "air port" is not "airport".
#[inline]
const fn ended(block: u64, length: usize) -> u64 {
    block & ((1 << (8 * length)) - 1) | (length as u64 + 1) << 56
}

/// Eight bytes from `at` on as a number, the first one lowest; 0 behind the end.
#[inline]
fn eight_at(bytes: &[u8], at: usize) -> u64 {
    if let Some(&eight) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
        return u64::from_le_bytes(eight);
    }
    match bytes.last_chunk() {
        // the last eight, without those in front of `at`
        Some(&eight) if at < bytes.len() => u64::from_le_bytes(eight) >> (8 * (at + 8 - bytes.len())),
        _ => bytes.iter().skip(at).rev().fold(0, |value, &byte| value << 8 | u64::from(byte)),
    }
}

/// The same byte eight times.
const fn eightfold(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

/// The highest bit of each of eight bytes that is no ASCII letter or digit.
#[inline]
fn others_in(block: u64) -> u64 {
    // the highest bit says whether a byte is in a range: it has reached the first and not passed the last; none can carry into
    // the next
    let within = |bytes: u64, first: u8, last: u8| (bytes + eightfold(0x80 - first)) ^ (bytes + eightfold(0x7f - last));
    let bytes = block & eightfold(0x7f);
    let found = within(bytes | eightfold(0x20), b'a', b'z') | within(bytes, b'0', b'9');
    (block | !found) & eightfold(0x80)
}

/// Whether a letter beyond ASCII may follow so many letters. Dashes and curly quotes are the commonest by far of all signs
/// beyond ASCII, and are told apart at once.
#[inline]
fn may_go_on(block: u64, length: usize) -> bool {
    let rest = block >> (8 * length);
    (rest & 0x80 != 0) & (rest & 0xffff != 0x80e2)
}

/// Makes ASCII letters small in eight bytes; digits are small already, and so are letters beyond ASCII, which have their
/// highest bit set.
#[inline]
fn small(block: u64) -> u64 {
    block | eightfold(0x20) & !((block & eightfold(0x80)) >> 2)
}

/// Where a word ends that has a letter or digit beyond ASCII at `at`; `at` itself where there is none.
fn word_beyond(text: &str, at: usize) -> usize {
    let mut end = at;
    loop {
        if text.as_bytes().get(end).is_some_and(u8::is_ascii_alphanumeric) {
            end += 1;
        } else if let Some(c) = letter_beyond(text, end) {
            end += c.len_utf8();
        } else {
            return end;
        }
    }
}

/// The letter or digit beyond ASCII that starts here.
fn letter_beyond(text: &str, at: usize) -> Option<char> {
    // dashes and curly quotes are the commonest by far
    let bytes = text.as_bytes().get(at..)?;
    if bytes.starts_with(&[0xe2, 0x80]) {
        return None;
    }
    text.get(at..)?.chars().next().filter(|c| c.is_alphanumeric())
}

/// Both halves of a product with an odd number: each bit of it reaches many of the result.
const fn fold(value: u64) -> u64 {
    let product = (value ^ 0x9e37_79b9_7f4a_7c15) as u128 * 0xa076_1d64_78bd_642f_u128;
    product as u64 ^ (product >> 64) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_of_a_text_is_that_of_its_words() {
        let long = "x".repeat(7) + " " + &"Y9".repeat(4) + "-" + &"z".repeat(23);
        let signs: String = (0..128u8).flat_map(|byte| ['a', byte as char, 'N']).collect();
        for text in
            ["", "The", "an apple a day: 7 of 10!", "“Ärger” in Gdańsk—again", "naïve", "façade THE é", &long, &signs]
        {
            for start in (0..text.len()).filter(|&start| text.is_char_boundary(start)) {
                let (mut whole, mut single) = (Hash::new(), Hash::new());
                whole.text(&text[start..]);
                words(&text[start..]).for_each(|word| single.word(word.to_lowercase().as_bytes()));
                assert_eq!(whole.finish(), single.finish(), "{:?}", &text[start..]);
            }
        }
    }
}
