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

/// A hash of bytes, eight at a time. Keys are written down by users, so that this never changes.
#[derive(Clone, Copy)]
struct Hash {
    state: u64,
    /// The bytes since the last full eight, the first one lowest.
    block: u64,
    bytes: u32,
}

/// Digits and letters in lower case, zero for other ASCII, [`BEYOND`] for what is none.
const FOLDED: [u8; 256] = {
    let mut folded = [BEYOND; 256];
    let mut byte = 0;
    while byte < 128 {
        let ascii = byte as u8;
        folded[byte] = if ascii.is_ascii_alphanumeric() { ascii.to_ascii_lowercase() } else { 0 };
        byte += 1;
    }
    folded
};
const BEYOND: u8 = 0xff;

impl Hash {
    const fn new() -> Self {
        Self { state: 0x2d35_8dcc_aa6c_78a5, block: 0, bytes: 0 }
    }

    #[inline]
    fn byte(&mut self, byte: u8) {
        self.block |= u64::from(byte) << (8 * (self.bytes % 8));
        self.bytes = self.bytes.wrapping_add(1);
        if self.bytes % 8 == 0 {
            self.state = fold(self.state.rotate_left(23) ^ self.block);
            self.block = 0;
        }
    }

    /// The words of a text as [`words`] finds them, in lower case, in one pass: an article is taken back when it ends.
    fn text(&mut self, text: &str) {
        // a copy stays in registers
        let mut hash = *self;
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let (first, before) = (at, hash);
            while let Some(&byte) = bytes.get(at) {
                let folded = FOLDED[byte as usize];
                if folded == 0 {
                    break;
                }
                if folded != BEYOND {
                    hash.byte(folded);
                    at += 1;
                } else if let Some(c) = letter_beyond(text, at) {
                    let mut buffer = [0; 4];
                    for lower in c.to_lowercase() {
                        lower.encode_utf8(&mut buffer).bytes().for_each(|byte| hash.byte(byte));
                    }
                    at += c.len_utf8();
                } else {
                    break;
                }
            }
            match &bytes[first..at] {
                [] => {}
                word if is_article(word) => hash = before,
                _ => hash.byte(b' '),
            }
            // what parts words may be longer than a byte; its other bytes part nothing more
            at += 1;
        }
        *self = hash;
    }

    fn finish(self) -> u64 {
        fold(fold(self.state.rotate_left(23) ^ self.block) ^ u64::from(self.bytes))
    }
}

/// The letter or digit beyond ASCII that starts here.
fn letter_beyond(text: &str, at: usize) -> Option<char> {
    // dashes and curly quotes are the commonest by far
    if text.as_bytes()[at..].starts_with(&[0xe2, 0x80]) {
        return None;
    }
    text.get(at..)?.chars().next().filter(|c| c.is_alphanumeric())
}

/// Both halves of a product with an odd number: each bit of it reaches many of the result.
const fn fold(value: u64) -> u64 {
    let product = (value ^ 0x9e37_79b9_7f4a_7c15) as u128 * 0xa076_1d64_78bd_642f_u128;
    product as u64 ^ (product >> 64) as u64
}
