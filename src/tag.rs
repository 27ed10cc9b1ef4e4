//! Word classes: the universal part of speech and the verb form of each syntactic word, and its lemma.

use crate::token::{Gap, Shape, TokenKind};

/// A universal part of speech (Universal Dependencies, version 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
#[repr(u8)]
pub enum Pos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

/// The form of a verb or auxiliary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[repr(u8)]
pub enum VerbForm {
    /// No verb.
    None,
    /// The bare form: "go", after "to" or a modal, and imperatives.
    Base,
    /// Finite present: "goes", "they go".
    Present,
    /// Finite past: "went".
    Past,
    /// Past participle: "gone".
    Participle,
    /// The -ing form: "going".
    Gerund,
    /// A modal: "will", "may".
    Modal,
}

/// One syntactic word with everything that later layers ask of it. Offsets are bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub start: u32,
    pub end: u32,
    /// [`crate::token::hash`] of its text.
    pub hash: u64,
    /// Its entry in the lexicon, 0 for none.
    pub entry: u32,
    pub kind: TokenKind,
    pub shape: Shape,
    pub gap: Gap,
    pub pos: Pos,
    pub form: VerbForm,
}
