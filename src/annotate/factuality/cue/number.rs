//! Approximators.

use super::{Finder, Reach};
use crate::annotate::found::Target;
use crate::syntax::{Extent, one_of};
use crate::tag::Pos;

impl Finder<'_, '_> {
    pub(super) fn approximator(&self, extent: Extent) -> Option<Reach> {
        let at = extent.last;
        let number = (at..at + 2).any(|at| self.pos(at) == Some(Pos::Num));
        let behind = one_of!(self.hash(extent.first), "or")
            && (extent.first.saturating_sub(3)..extent.first).any(|at| self.pos(at) == Some(Pos::Num));
        if !(number || behind) {
            return None;
        }
        let holds = if behind {
            extent.first.saturating_sub(1)
        } else {
            (at..at + 2).find(|&at| self.pos(at) == Some(Pos::Num))?
        };
        let id = self.document.syntax.phrase_of_word(holds)?;
        let base = self.document.syntax.phrase(id).base;
        Some(Reach { target: Target::Complement, scope: Extent::new(base.first.min(extent.last), base.last) })
    }
}
