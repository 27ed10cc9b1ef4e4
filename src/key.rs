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

/// Digits and letters, other ASCII, and what is none.
const KIND: [u8; 256] = {
    let mut kind = [BEYOND; 256];
    let mut byte = 0;
    while byte < 128 {
        kind[byte] = if (byte as u8).is_ascii_alphanumeric() { ALPHANUMERIC } else { SIGN };
        byte += 1;
    }
    kind
};
const ALPHANUMERIC: u8 = 0;
const SIGN: u8 = 1;
const BEYOND: u8 = 2;

/// Makes capitals small and leaves digits and small letters as they are, in eight bytes at once.
const SMALL: u64 = 0x2020_2020_2020_2020;

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

    /// The words of a text as [`words`] finds them, in lower case.
    fn text(&mut self, text: &str) {
        // a copy stays in registers
        let mut hash = *self;
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let first = at;
            while bytes.get(at).is_some_and(|&byte| KIND[byte as usize] == ALPHANUMERIC) {
                at += 1;
            }
            if bytes.get(at).is_some_and(|&byte| KIND[byte as usize] == BEYOND) {
                let after = word_beyond(text, at);
                if after > at {
                    at = after;
                    hash.word(text.get(first..at).unwrap_or_default().to_lowercase().as_bytes());
                    continue;
                }
            }
            if at > first && !is_article(&bytes[first..at]) {
                hash.word(&bytes[first..at]);
            }
            // what parts words may be longer than a byte; its other bytes part nothing more
            at += 1;
        }
        *self = hash;
    }

    /// A word of letters that [`SMALL`] makes small, or of small ones.
    #[inline]
    fn word(&mut self, word: &[u8]) {
        let mut blocks = word.chunks_exact(8);
        for block in &mut blocks {
            self.mix(small(block));
        }
        let rest = blocks.remainder();
        // the length parts words, so that "air port" is not "airport"
        self.mix(small(rest) & ((1 << (8 * rest.len())) - 1) | (rest.len() as u64 + 1) << 56);
    }

    fn finish(self) -> u64 {
        fold(fold(self.0))
    }
}

/// Up to eight bytes as a number, the first one lowest, those of ASCII letters and digits in lower case.
#[inline]
fn small(bytes: &[u8]) -> u64 {
    let value = match bytes.try_into() {
        Ok(eight) => u64::from_le_bytes(eight),
        Err(_) => bytes.iter().rev().fold(0, |value, &byte| value << 8 | u64::from(byte)),
    };
    // bytes of letters beyond ASCII have their highest bit set and are small already
    value | SMALL & !((value & 0x8080_8080_8080_8080) >> 2)
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
