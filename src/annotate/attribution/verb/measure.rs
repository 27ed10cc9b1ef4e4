//! How much somebody says that something is: "put the toll at 34".

use super::super::content::{self, Form};
use super::super::reader::Reader;
use super::{Candidate, Clause, ClauseId, Uses, VerbGroup, one_of};
use crate::tag::Pos;

/// "The Red Cross put the number of the missing at 17,000": a quantity and what it comes to.
pub(super) fn puts_at(reader: &Reader<'_>, id: ClauseId, clause: &Clause, group: VerbGroup) -> Option<Candidate> {
    let first = reader.measured_by(clause, group)?;
    let source = reader.subject(id).filter(|source| reader.can_speak(source) && !reader.is_author(source))?;
    let end = content::end(reader, first, Some(id), Form::Phrase);
    let piece = content::piece(reader, first, end)?;
    let mut candidate = Candidate::new("attribution/verb-measure", group.extent, group.head, Uses::default());
    candidate.clause = Some(id);
    candidate.source = Some(source);
    candidate.content = piece.into();
    candidate.finite = true;
    candidate.rank = 6;
    Some(candidate)
}

impl Reader<'_> {
    /// Where the quantity begins that a clause puts at a number: "put the toll at 34".
    #[inline]
    pub(in crate::annotate::attribution) fn measured_by(&self, clause: &Clause, group: VerbGroup) -> Option<u32> {
        let measures = |verb| self.vocabulary.is_measuring(self.document, verb);
        self.word(group.head).filter(|verb| measures(verb)).and_then(|_| self.put_at(clause, group))
    }

    #[inline(never)]
    fn put_at(&self, clause: &Clause, group: VerbGroup) -> Option<u32> {
        /// The number stands so many words behind the quantity at most.
        const NEAR: u32 = 12;
        let object = self.syntax.phrase(clause.objects[0].filter(|_| !group.passive)?);
        let puts = one_of!(self.hash(group.head), "put" | "puts" | "putting");
        let measured = !puts
            || one_of!(self.hash(object.head), "it")
            || self.word(object.head).is_some_and(|word| self.vocabulary.is_measure(self.document, word));
        let limit = self.sentence(group.head).last.min(object.head + NEAR);
        let at = (object.head + 1..limit)
            .take_while(|&i| !self.is_comma(i) && !self.is_finite(i))
            .find(|&i| measured && one_of!(self.hash(i), "at"))?;
        let counts = (at + 1..limit).take(4).any(|i| self.pos(i) == Some(Pos::Num));
        counts.then_some(object.base.first)
    }
}
