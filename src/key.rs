//! Keys: a claim's name that outlives edits elsewhere in the text.
//!
//! A key is made of what the claim says and who says it, never of where it stands. It does not know that two wordings mean
//! the same; for that there are occurrences.

use crate::model::{Claim, Extraction};

impl Extraction {
    /// The key of a claim: the one that is written in [`Claim::key`], for extractions from elsewhere that have none.
    ///
    /// It is a hash of the words of the content, of its source's mention, of polarity and certainty. Case, spacing,
    /// punctuation and articles do not count. Two claims of the same words by the same mention share a key.
    ///
    /// ```
    /// let first = factive::extract("The dam broke on Monday, officials said.");
    /// let edited = factive::extract("It rained for days. The dam broke on\nMonday, officials said. A road was closed.");
    /// let key = &first.claims[0].key;
    /// assert_eq!(key.len(), 16);
    /// assert!(edited.claims.iter().any(|claim| claim.key == *key));
    /// ```
    pub fn key_of(&self, claim: &Claim) -> String {
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
        format!("{:016x}", hash.finish())
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
    word.len() <= 3 && ["the", "a", "an"].iter().any(|article| word.eq_ignore_ascii_case(article.as_bytes()))
}

/// Hashes a word without regard to case.
pub(crate) fn word_hash(word: &str) -> u64 {
    let mut hash = Hash::new();
    hash.word(word);
    hash.finish()
}

/// 64-bit FNV-1a with a final mix. Keys are written down by users, so that this never changes.
#[derive(Clone, Copy)]
struct Hash(u64);

impl Hash {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }

    fn word(&mut self, word: &str) {
        if word.is_ascii() {
            word.bytes().for_each(|byte| self.byte(byte.to_ascii_lowercase()));
        } else {
            let mut buffer = [0; 4];
            for c in word.chars().flat_map(char::to_lowercase) {
                c.encode_utf8(&mut buffer).bytes().for_each(|byte| self.byte(byte));
            }
        }
    }

    fn text(&mut self, text: &str) {
        if text.is_ascii() {
            return self.ascii(text.as_bytes());
        }
        for word in words(text) {
            self.word(word);
            self.byte(b' ');
        }
    }

    /// The same for a text of ASCII, in one pass: an article is taken back when it ends.
    fn ascii(&mut self, text: &[u8]) {
        let mut at = 0;
        while at < text.len() {
            let (first, before) = (at, *self);
            while let Some(byte) = text.get(at).filter(|byte| byte.is_ascii_alphanumeric()) {
                self.byte(byte.to_ascii_lowercase());
                at += 1;
            }
            match &text[first..at] {
                [] => {}
                word if is_article(word) => *self = before,
                _ => self.byte(b' '),
            }
            at += 1;
        }
    }

    fn finish(self) -> u64 {
        let h = (self.0 ^ (self.0 >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        h ^ (h >> 29)
    }
}
