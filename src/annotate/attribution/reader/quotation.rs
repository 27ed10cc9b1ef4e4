//! Quotations and their marks.

use super::super::Extent;
use super::Reader;
use crate::syntax::{Quotation, one_of};

/// A quotation is followed over so many paragraphs in either direction.
const MOST_PARAGRAPHS: usize = 32;

impl<'a> Reader<'a> {
    /// Whether word `i` opens or closes a quotation.
    #[inline]
    pub fn is_mark(&self, i: u32) -> bool {
        self.quotes.get(i as usize / 64).is_some_and(|bits| bits >> (i % 64) & 1 != 0)
    }

    /// Whether a quotation opens or closes among the words.
    pub fn has_mark(&self, extent: Extent) -> bool {
        !extent.is_empty() && {
            let (first, last) = (extent.first as usize, extent.last as usize - 1);
            let bits = |at: usize| {
                let from = if at == first / 64 { u64::MAX << (first % 64) } else { u64::MAX };
                let to = if at == last / 64 { u64::MAX >> (63 - last % 64) } else { u64::MAX };
                self.quotes.get(at).map_or(0, |bits| bits & from & to)
            };
            (first / 64..=last / 64).any(|at| bits(at) != 0)
        }
    }

    /// The quotation that the mark `i` opens.
    #[inline]
    pub fn opens(&self, i: u32) -> Option<&'a Quotation> {
        if !self.is_mark(i) {
            return None;
        }
        let quotations = &self.syntax.quotations;
        quotations.binary_search_by_key(&i, |quotation| quotation.open).ok().map(|at| &quotations[at])
    }

    /// The quotation that the mark `i` closes.
    #[inline]
    pub fn closes(&self, i: u32) -> Option<&'a Quotation> {
        if !self.is_mark(i) {
            return None;
        }
        let at = self.closes.binary_search_by_key(&i, |&(close, _)| close).ok()?;
        self.syntax.quotations.get(self.closes[at].1 as usize)
    }

    /// The words of a quotation with the paragraphs before it that it carries on.
    pub fn whole_quotation(&self, quotation: &Quotation) -> Extent {
        let quotations = &self.syntax.quotations;
        let Ok(at) = quotations.binary_search_by_key(&quotation.open, |quotation| quotation.open) else {
            return quotation.inner;
        };
        let mut first = at;
        while first > 0
            && at - first < MOST_PARAGRAPHS
            && quotations[first].continued
            && quotations[first - 1].close.is_none()
        {
            first -= 1;
        }
        let mut last = at;
        while last - at < MOST_PARAGRAPHS
            && quotations[last].close.is_none()
            && quotations.get(last + 1).is_some_and(|next| next.continued)
        {
            last += 1;
        }
        Extent::new(quotations[first].inner.first, quotations[last].inner.last)
    }

    /// Behind the quotation that opens at word `i`, if it is a title: a few words, the first and the last with a capital.
    pub fn title_at(&self, i: u32) -> Option<u32> {
        const LONGEST: u32 = 8;
        let quotation = self.opens(i)?;
        let close = quotation.close?;
        let mut last = quotation.inner.last.checked_sub(1)?;
        if self.is_comma(last) {
            last -= 1;
        }
        let short = close - i <= LONGEST + 1 && self.is_capital(i + 1) && self.is_capital(last);
        (short && !(i + 1..close).any(|word| one_of!(self.hash(word), "." | "?" | "!"))).then_some(close + 1)
    }
}
