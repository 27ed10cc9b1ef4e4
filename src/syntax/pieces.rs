//! Stretches of words that together say one thing, such as a content that its report interrupts.

use std::ops::{Deref, DerefMut};

use super::Extent;

/// Stretches of words, nearly always a single one, which takes no room elsewhere.
#[derive(Clone, Debug, Default)]
pub(crate) enum Pieces {
    #[default]
    None,
    One(Extent),
    More(Vec<Extent>),
}

impl Pieces {
    pub fn push(&mut self, piece: Extent) {
        *self = match std::mem::take(self) {
            Self::None => Self::One(piece),
            Self::One(first) => Self::More(vec![first, piece]),
            Self::More(mut pieces) => {
                pieces.push(piece);
                Self::More(pieces)
            }
        };
    }
}

impl Deref for Pieces {
    type Target = [Extent];

    fn deref(&self) -> &[Extent] {
        match self {
            Self::None => &[],
            Self::One(piece) => std::slice::from_ref(piece),
            Self::More(pieces) => pieces,
        }
    }
}

impl DerefMut for Pieces {
    fn deref_mut(&mut self) -> &mut [Extent] {
        match self {
            Self::None => &mut [],
            Self::One(piece) => std::slice::from_mut(piece),
            Self::More(pieces) => pieces,
        }
    }
}

impl From<Extent> for Pieces {
    fn from(piece: Extent) -> Self {
        Self::One(piece)
    }
}

impl From<[Extent; 2]> for Pieces {
    fn from(pieces: [Extent; 2]) -> Self {
        Self::More(pieces.to_vec())
    }
}

impl Extend<Extent> for Pieces {
    fn extend<I: IntoIterator<Item = Extent>>(&mut self, pieces: I) {
        pieces.into_iter().for_each(|piece| self.push(piece));
    }
}

impl FromIterator<Extent> for Pieces {
    fn from_iter<I: IntoIterator<Item = Extent>>(pieces: I) -> Self {
        let mut all = Self::None;
        all.extend(pieces);
        all
    }
}

impl<'a> IntoIterator for &'a Pieces {
    type Item = &'a Extent;
    type IntoIter = std::slice::Iter<'a, Extent>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
