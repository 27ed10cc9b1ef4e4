//! Tokens: lossless pieces of the text with their kinds. One pass over the bytes; each syntactic word is hashed on the way,
//! so that later layers look it up without reading the text again.

mod abbreviation;
mod scan;
mod stream;

pub use abbreviation::{AbbreviationClass, Abbreviations};
pub(crate) use abbreviation::{ByHash, Classes, derives, is_prefix};
pub(crate) use scan::scan;
pub(crate) use stream::{Blocks, blocks};
pub use stream::{Token, Tokens, tokens};

/// What kind of thing a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// Letters, with or without an abbreviating period.
    Word,
    /// Digits, with their separators; ordinals; times.
    Number,
    /// A sign that structures the text.
    Punctuation,
    /// Any other sign: currency, mathematics, emoji, emoticons.
    Symbol,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// `@name`.
    Handle,
    /// `#topic`.
    Hashtag,
}

/// What separates a lexeme from the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Gap {
    /// Nothing, and both belong to one surface token: "do|n't".
    Inside,
    /// Nothing: "(|hello".
    Tight,
    /// White space within a line.
    Space,
    /// One line break.
    Line,
    /// A blank line, or the start of the text.
    Paragraph,
}

/// How a lexeme is spelled: a set of flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shape(pub u8);

impl Shape {
    /// The first letter is a capital.
    pub const CAPITAL: u8 = 1;
    /// There is a letter, and every letter is a capital.
    pub const UPPER: u8 = 2;
    /// There is a digit.
    pub const DIGIT: u8 = 4;
    /// There is a byte outside ASCII.
    pub const NON_ASCII: u8 = 8;
    /// It ends in a period that belongs to it: "Inc."
    pub const PERIOD: u8 = 16;
    /// It keeps a hyphen: "co-operate".
    pub const HYPHEN: u8 = 32;

    pub const fn has(self, flag: u8) -> bool {
        self.0 & flag != 0
    }
}

/// One syntactic word or sign, as the scanner leaves it. Offsets are bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lexeme {
    pub start: u32,
    pub end: u32,
    /// [`hash`] of its text.
    pub hash: u64,
    pub kind: TokenKind,
    pub shape: Shape,
    pub gap: Gap,
}

/// Hashes a word for every table of the crate: ASCII capitals count as small letters, a curly apostrophe as a straight one.
/// Learned tables are keyed by it, so it never changes without rebuilding them.
pub(crate) const fn hash(word: &[u8]) -> u64 {
    Hasher::of(word).finish()
}

/// The [`hash`] of each word of a list, for lists that are fixed.
pub(crate) const fn hashes<const N: usize>(words: [&str; N]) -> [u64; N] {
    let mut hashes = [0; N];
    let mut i = 0;
    while i < N {
        hashes[i] = hash(words[i].as_bytes());
        i += 1;
    }
    hashes
}

/// The state of [`hash`], for scanners that see one byte at a time: 64-bit FNV-1a with a final mix.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hasher(u64);

const PRIME: u64 = 0x0000_0100_0000_01b3;
/// What undoes a multiplication by [`PRIME`].
const INVERSE: u64 = 0xce96_5057_aff6_957b;
const _: () = assert!(PRIME.wrapping_mul(INVERSE) == 1);

impl Hasher {
    pub const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    #[inline]
    pub const fn push(self, byte: u8) -> Self {
        let lower = byte.to_ascii_lowercase();
        Self((self.0 ^ lower as u64).wrapping_mul(PRIME))
    }

    /// As [`Self::push`], for a byte that is no capital.
    #[inline]
    pub const fn push_folded(self, byte: u8) -> Self {
        Self((self.0 ^ byte as u64).wrapping_mul(PRIME))
    }

    /// The state behind a whole word.
    pub const fn of(word: &[u8]) -> Self {
        let mut state = Self::new();
        let mut i = 0;
        while i < word.len() {
            if word[i] == 0xE2 && i + 2 < word.len() && word[i + 1] == 0x80 && word[i + 2] == 0x99 {
                state = state.push(b'\'');
                i += 3;
            } else {
                state = state.push(word[i]);
                i += 1;
            }
        }
        state
    }

    /// Takes back the last byte that was pushed. So the forms of a word, which differ at its end, are hashed from there.
    #[inline]
    pub const fn pop(self, byte: u8) -> Self {
        Self(self.0.wrapping_mul(INVERSE) ^ byte.to_ascii_lowercase() as u64)
    }

    /// Pushes the first `count` of eight bytes, which are letters of ASCII, without asking how many there are.
    #[inline(always)]
    pub fn push_letters(self, letters: &[u8; 8], count: usize) -> Self {
        let small = (u64::from_le_bytes(*letters) | u64::from_ne_bytes([0x20; 8])).to_le_bytes();
        let mut states = [self.0; 9];
        for (i, letter) in small.into_iter().enumerate() {
            states[i + 1] = (states[i] ^ u64::from(letter)).wrapping_mul(PRIME);
        }
        Self(states[count % states.len()])
    }

    #[inline]
    pub const fn finish(self) -> u64 {
        let h = self.0;
        let h = (h ^ (h >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        h ^ (h >> 29)
    }
}
