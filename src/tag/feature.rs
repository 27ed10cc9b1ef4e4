//! What the tagger looks at around a word: the numbers of the weight rows that one decision adds up. The training program
//! compiles this very file, so that the table and its reader cannot disagree.

/// How many tags a weight row has weights for.
#[allow(dead_code, reason = "read by the training program, which shares this file")]
pub const WIDTH: usize = 28;
/// How many bytes a row takes in the table: half a cache line, which adds up in two steps.
pub const ROW: usize = 32;
/// What a weight of 1 in the table counts, in units of the weights as learned.
#[allow(dead_code, reason = "read by the training program, which shares this file")]
pub const STEP: i16 = 3;
/// The largest weight in the table: four rows add up within a byte.
#[allow(dead_code, reason = "read by the training program and the tests")]
pub const LARGEST: i8 = 31;

/// The inner tags: universal parts of speech, some of them split by form, because the next word can tell them apart.
#[allow(missing_docs)]
pub mod tag {
    pub const ADJ: u8 = 0;
    pub const ADP: u8 = 1;
    pub const ADV: u8 = 2;
    pub const BE: u8 = 3;
    pub const HAVE: u8 = 4;
    pub const DO: u8 = 5;
    pub const MODAL: u8 = 6;
    pub const CCONJ: u8 = 7;
    pub const DET: u8 = 8;
    pub const INTJ: u8 = 9;
    pub const NOUN: u8 = 10;
    pub const NOUNS: u8 = 11;
    pub const NUM: u8 = 12;
    pub const TO: u8 = 13;
    pub const NOT: u8 = 14;
    pub const POSS: u8 = 15;
    pub const PRON: u8 = 16;
    pub const PROPN: u8 = 17;
    pub const PUNCT: u8 = 18;
    pub const SCONJ: u8 = 19;
    pub const SYM: u8 = 20;
    pub const VB: u8 = 21;
    pub const VBP: u8 = 22;
    pub const VBZ: u8 = 23;
    pub const VBD: u8 = 24;
    pub const VBN: u8 = 25;
    pub const VBG: u8 = 26;
    pub const X: u8 = 27;
    /// Before the first word.
    pub const START: u8 = 28;
    /// How many.
    #[allow(dead_code, reason = "read by the training program, which shares this file")]
    pub const COUNT: usize = 29;
}

/// How a word's capitals look from where it stands.
pub mod case {
    /// No capital.
    pub const LOWER: u8 = 0;
    /// A capital that the start of a sentence or quotation explains.
    pub const START: u8 = 1;
    /// A capital within a sentence.
    pub const CAPITAL: u8 = 2;
    /// All capitals within a sentence.
    pub const UPPER: u8 = 3;
    /// A capital in a title, where most words have one.
    pub const TITLE: u8 = 4;
    /// All capitals where most words are.
    pub const SHOUT: u8 = 5;
    /// One capital letter.
    pub const LETTER: u8 = 6;
    /// All capitals in a title.
    pub const ACRONYM: u8 = 7;
}

/// How many context numbers there are; each stands for one frequent word or a class of others.
pub const CONTEXTS: usize = 1024;
/// Outside the sentence.
pub const OUTSIDE: u16 = 0;
const CAPITALS: u16 = 1;
/// The first number that a word or class may have.
#[allow(dead_code, reason = "read by the training program, which shares this file")]
pub const FIRST: u16 = CAPITALS + 4;

/// The context number of a word with a capital inside a sentence, unless it is frequent.
#[inline]
pub const fn capital_context(best: u8, case: u8) -> u16 {
    CAPITALS + (best == tag::PROPN) as u16 + 2 * (case != case::CAPITAL) as u16
}

/// What one decision sees.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// The two tags before, the nearer one first.
    pub tags: [u8; 2],
    /// The context numbers from two words before to one word after.
    pub around: [u16; 4],
    /// The case of the word before, the word and the word after.
    pub cases: [u8; 3],
    /// The best tag of the word without context.
    pub best: u8,
    /// What the clause has had so far, see [`advance`].
    pub clause: u8,
}

/// Keeps account of the clause after a word: whether it has had a noun, a finite verb, and a comma since.
#[inline]
pub fn advance(clause: u8, tag: u8, comma: bool) -> u8 {
    if comma && tag == tag::PUNCT {
        return clause | COMMA;
    }
    let (keep, add) = ADVANCE[usize::from(tag) % ADVANCE.len()];
    clause & keep | add
}

const NOMINAL: u8 = 1;
const FINITE: u8 = 2;
const COMMA: u8 = 4;
/// What each tag leaves of the account, and what it adds.
const ADVANCE: [(u8, u8); 32] = {
    let mut out = [(!0, 0); 32];
    let mut i = 0;
    while i < 32 {
        out[i] = match i as u8 {
            tag::NOUN | tag::NOUNS | tag::PRON | tag::PROPN | tag::NUM => (!0, NOMINAL),
            tag::BE | tag::HAVE | tag::DO | tag::MODAL | tag::VBP | tag::VBZ | tag::VBD => (0, FINITE),
            tag::VB | tag::VBN | tag::VBG => (!NOMINAL, 0),
            tag::SCONJ | tag::PUNCT => (0, 0),
            tag::CCONJ => (!FINITE & !COMMA, 0),
            _ => (!0, 0),
        };
        i += 1;
    }
    out
};

/// How many rows every decision adds up.
pub const PLAIN: usize = 8;
/// How many more a word with a capital does.
pub const CAPITAL: usize = 3;

/// Rows that pairs of numbers are spread over, by hashing.
const HASHED: u32 = 4096;
const PAIR: u32 = 0;
const BEFORE: u32 = PAIR + 1024;
const AFTER: u32 = BEFORE + CONTEXTS as u32;
const BEFORE_TWO: u32 = AFTER + CONTEXTS as u32;
const TAGS_AFTER: u32 = BEFORE_TWO + HASHED;
const SELF_AFTER: u32 = TAGS_AFTER + HASHED;
const SELF_BEFORE: u32 = SELF_AFTER + HASHED;
const CLAUSE: u32 = SELF_BEFORE + HASHED;
const CASE_BEST: u32 = CLAUSE + 256;
const CASES: u32 = CASE_BEST + 256;
const CASE_TAG: u32 = CASES + 512;
/// How many rows there are.
#[allow(dead_code, reason = "read by the training program and the tests")]
pub const ROWS: usize = (CASE_TAG + 256) as usize;

/// The rows that every decision adds up.
#[inline]
pub fn rows(view: &View) -> [u32; PLAIN] {
    // what cannot be larger is cut off, so that nobody asks whether there is such a row
    let [t1, t2] = view.tags.map(|tag| u32::from(tag) % 32);
    let [b2, b1, this, a1] = view.around.map(|context| u32::from(context) % CONTEXTS as u32);
    [
        PAIR + t1 * 32 + t2,
        BEFORE + b1,
        AFTER + a1,
        BEFORE_TWO + mix(b1, b2),
        TAGS_AFTER + mix(t1 * 32 + t2, a1),
        SELF_AFTER + mix(this, a1),
        SELF_BEFORE + mix(this, b1),
        CLAUSE + u32::from(view.clause) % 8 * 32 + t1,
    ]
}

/// The rows that the decision on a word with a capital adds to them.
#[inline]
pub fn capital_rows(view: &View) -> Option<[u32; CAPITAL]> {
    let [before, this, after] = view.cases.map(|case| u32::from(case) % 8);
    (view.cases[1] != case::LOWER).then(|| {
        [
            CASE_BEST + this * 32 + u32::from(view.best) % 32,
            CASES + before * 64 + this * 8 + after,
            CASE_TAG + this * 32 + u32::from(view.tags[0]) % 32,
        ]
    })
}

#[inline]
fn mix(a: u32, b: u32) -> u32 {
    let h = (a.wrapping_mul(0x9e37_79b1) ^ b.wrapping_add(0x7f4a_7c15)).wrapping_mul(0x85eb_ca6b);
    (h ^ (h >> 15)) % HASHED
}
