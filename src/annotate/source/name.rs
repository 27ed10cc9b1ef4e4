//! The proper name in a mention.

use super::{Extent, Pos, Reader, Shape, Uses, one_of};

impl Reader<'_> {
    /// The words of the proper name: those around the head, or those of an apposition. Titles in front of it are not part.
    pub(super) fn name(&self, extent: Extent, head: u32) -> Option<Extent> {
        let title = self.uses(head).has(Uses::ROLE);
        if title {
            if let Some(name) = self.behind_office(extent, head) {
                return Some(name);
            }
        }
        // "Reports that the bridge was down": a capital at the start
        let nobody = extent.first == head && self.uses(head).has(Uses::UNATTRIBUTED);
        // "the Defence Secretary, Ana Ruiz,": an office, however it is written
        if self.is_name(head) && !nobody && !(title && self.determined(extent) && one_of!(self.hash(head + 1), ",")) {
            return self.run(extent, head);
        }
        self.in_apposition(extent, head)
    }

    /// "The governor, Ana Ruiz,", "The operator, Nortek,".
    fn in_apposition(&self, extent: Extent, head: u32) -> Option<Extent> {
        let comma = (head + 1..extent.last.min(head + 12)).find(|&i| one_of!(self.hash(i), ","))?;
        // "The first witness, retired nurse Olive Tam,": what he is stands in front of the name again
        const LONGEST_TITLE: u32 = 4;
        let first = (comma + 1..extent.last.min(comma + 2 + LONGEST_TITLE)).find(|&i| self.is_name(i))?;
        let titled = first > comma + 1
            && self.uses(first - 1).has(Uses::ROLE.or(Uses::PERSON))
            && (comma + 1..first)
                .all(|i| matches!(self.document.words[i as usize].pos, Pos::Noun | Pos::Adj | Pos::Propn));
        let name = self.run(extent, first).filter(|_| first == comma + 1 || titled)?;
        let company = || self.uses(head).has(Uses::ORGANIZATION.or(Uses::COMPANY)) && name.last == extent.last;
        ((name.last - name.first >= 2 || company()) && name.first == first).then_some(name)
    }

    /// "Governor of the region Ana Ruiz": a name at the end, right behind the common noun of what the office is of.
    fn behind_office(&self, extent: Extent, head: u32) -> Option<Extent> {
        const LONGEST: u32 = 4;
        if !one_of!(self.hash(head + 1), "of" | "for" | "in" | "at") || !self.is_name(extent.last.checked_sub(1)?) {
            return None;
        }
        let first = (head + 3..extent.last).rev().take_while(|&i| self.is_name(i)).last()?;
        let length = extent.last - first;
        let office = self.document.words.get(first as usize - 1);
        let noun = office.is_some_and(|word| {
            word.pos == Pos::Noun && !word.shape.has(Shape::CAPITAL)
                || one_of!(word.hash, "state" | "defense" | "defence" | "health" | "education" | "finance" | "justice")
        });
        (noun && (2..=LONGEST).contains(&length) && !self.uses(extent.last - 1).has(Uses::PLACE))
            .then_some(Extent::new(first, extent.last))
    }

    fn run(&self, extent: Extent, at: u32) -> Option<Extent> {
        let joins =
            |i: u32| self.is_name(i) || one_of!(self.hash(i), "of" | "de" | "van" | "von" | "bin" | "al" | "-" | "&");
        let mut name = Extent::new(at, at + 1);
        while name.first > extent.first && (self.is_name(name.first - 1) || self.is_capital(name.first - 1)) {
            name.first -= 1;
        }
        while name.last < extent.last
            && (self.is_name(name.last)
                || name.last + 1 < extent.last && joins(name.last) && self.is_name(name.last + 1))
        {
            name.last += 1;
        }
        // "Prime Minister Anders Holm", but "the Justice Department"
        let title = |i: &u32| self.uses(*i).has(Uses::ROLE.or(Uses::HONORIFIC));
        if !self.uses(name.last - 1).has(Uses::ORGANIZATION) {
            name.first = (name.first..name.last - 1).rev().find(title).map_or(name.first, |title| title + 1);
            // "Secretary of State Ana Ruiz"
            if one_of!(self.hash(name.first), "of") && name.first + 2 < name.last {
                name.first += 2;
            }
        }
        Some(name)
    }
}
