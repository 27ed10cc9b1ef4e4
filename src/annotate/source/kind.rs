//! What kind of source a mention names: a person, a role, a body ...

use super::{Extent, Pos, Reader, Shape, SourceKind, Uses, one_of};

/// What stands in the names of firms and other bodies.
const BODY: Uses = Uses::COMPANY.or(Uses::ORGANIZATION);

impl Reader<'_> {
    pub(super) fn kind(&self, extent: Extent, head: u32, name: Option<Extent>) -> SourceKind {
        // "The WHO", "the US": names that spell pronouns
        let hash = if self.document.words[head as usize].pos == Pos::Propn { 0 } else { self.hash(head) };
        // "people familiar with the plans"
        if self.is_anonymous(extent, head) {
            return SourceKind::Unattributed;
        }
        if one_of!(
            hash,
            "he" | "she"
                | "i"
                | "me"
                | "him"
                | "her"
                | "his"
                | "my"
                | "who"
                | "one"
                | "another"
                | "you"
                | "your"
                | "whoever"
                | "someone"
                | "somebody"
                | "himself"
                | "herself"
        ) {
            return SourceKind::Person;
        }
        if one_of!(
            hash,
            "they"
                | "them"
                | "their"
                | "we"
                | "us"
                | "our"
                | "everyone"
                | "everybody"
                | "others"
                | "many"
                | "some"
                | "most"
                | "few"
                | "those"
                | "all"
                | "both"
                | "people"
                | "nobody"
                | "anyone"
        ) {
            return SourceKind::Group;
        }
        if one_of!(hash, "it" | "its" | "which" | "that" | "this") {
            return SourceKind::Organization;
        }
        // "Lockheed Martin", "Doctors Without Borders": names of several words that the lists know
        let first = extent.first + u32::from(self.determined(extent));
        let (uses, length) = self.knowledge.attribution.at(self.document, first);
        if length > 1 && first + length == extent.last && uses.has(BODY) && self.is_capital(first) {
            return SourceKind::Organization;
        }
        if self.is_age(head) {
            return SourceKind::Person;
        }
        match name {
            Some(name) if name.contains(head) => self.kind_of_name(extent, head, name),
            // "the ferry's owner, Blue Strait Lines": an office that a firm can hold as well
            Some(name) if self.kind_of_noun(extent, head) == SourceKind::Role => {
                match name.first > head && self.names(name, BODY) {
                    true => SourceKind::Organization,
                    false => SourceKind::Person,
                }
            }
            _ => self.kind_of_noun(extent, head),
        }
    }

    /// "The 29-year-old": somebody by his age.
    pub(super) fn is_age(&self, head: u32) -> bool {
        let text = |i: u32| {
            let word = self.document.words.get(i as usize)?;
            self.document.text.get(word.start as usize..word.end as usize)
        };
        one_of!(self.hash(head), "old") && head > 1 && text(head - 2).is_some_and(|year| year.ends_with("year"))
            || text(head).is_some_and(|text| text.ends_with("year-old"))
    }

    fn kind_of_name(&self, extent: Extent, head: u32, name: Extent) -> SourceKind {
        // what stands behind "of" only tells where a person belongs
        let any = |uses: Uses| (name.first..head + 1).any(|i| self.uses(i).has(uses));
        let head_uses = self.uses(head);
        // "the Foreign Minister" is an office, however it is written, but James Baker is none
        let office = head_uses.has(Uses::ROLE) && !head_uses.has(Uses::ORGANIZATION.or(Uses::MEDIA));
        if office && self.determined(extent) && name.last == head + 1 {
            return SourceKind::Role;
        }
        let before = if name.first > extent.first { self.uses(name.first - 1) } else { Uses::default() };
        if head_uses.has(Uses::ORGANIZATION) && !head_uses.has(Uses::ROLE) {
            return SourceKind::Organization;
        }
        if before.has(Uses::ROLE.or(Uses::HONORIFIC)) {
            return SourceKind::Person;
        }
        if self.names(name, Uses::MEDIA) || head_uses.has(Uses::MEDIA) {
            return SourceKind::Media;
        }
        if any(Uses::MALE.or(Uses::FEMALE)) {
            return SourceKind::Person;
        }
        // "the charity Open Granary"
        if any(Uses::ORGANIZATION) && !head_uses.has(Uses::ROLE) || before.has(Uses::ORGANIZATION) {
            return SourceKind::Organization;
        }
        // "Oduya Petroleum", "Doctors Without Borders"
        if self.names(name, BODY) {
            return SourceKind::Organization;
        }
        if head_uses.has(Uses::PLACE) {
            return SourceKind::Place;
        }
        if head_uses.has(Uses::DOCUMENT) && name.last - name.first > 1 {
            return SourceKind::Document;
        }
        if head_uses.has(Uses::GROUP) {
            return SourceKind::Group;
        }
        let word = &self.document.words[head as usize];
        let plural = name.last - name.first == 1 && self.ends_in_s(head) && self.determined(extent);
        let acronym = word.shape.has(Shape::UPPER) && word.end - word.start > 1 && !word.shape.has(Shape::PERIOD);
        if plural {
            SourceKind::Group
        } else if acronym || self.determined(extent) && name.first == extent.first + 1 {
            SourceKind::Organization
        } else {
            SourceKind::Person
        }
    }

    pub(super) fn determined(&self, extent: Extent) -> bool {
        one_of!(self.hash(extent.first), "the")
    }

    /// Whether the name of an outlet, or of a body, opens or closes the name.
    fn names(&self, name: Extent, kind: Uses) -> bool {
        (name.first..name.last).any(|i| {
            let (uses, length) = self.knowledge.attribution.at(self.document, i);
            uses.has(kind) && (length > 1 || i == name.first || i + 1 == name.last) && i + length <= name.last + 1
        })
    }

    fn kind_of_noun(&self, extent: Extent, head: u32) -> SourceKind {
        let uses = self.uses(head);
        let plural = self.ends_in_s(head);
        let counted = (extent.first..head).any(|i| {
            self.document.words[i as usize].pos == Pos::Num
                    && !one_of!(self.hash(i), "one")
                    // "the four-star general"
                    && !one_of!(self.hash(i + 1), "-")
        });
        let bare = (extent.first..head).all(|i| self.document.words[i as usize].pos == Pos::Adj);
        if uses.has(Uses::UNATTRIBUTED) && bare && (plural || !uses.has(Uses::DOCUMENT))
            || self.is_anonymous(extent, head)
        {
            return SourceKind::Unattributed;
        }
        // "the think tank", "the general staff": two words that are a body together
        if head > extent.first {
            let (both, length) = self.knowledge.attribution.at(self.document, head - 1);
            if length == 2 && both.has(Uses::ORGANIZATION) {
                return SourceKind::Organization;
            }
            // "opposition figures" are no figures
            if length == 2 && both.has(Uses::GROUP) && !both.has(Uses::DOCUMENT) {
                return if plural || counted { SourceKind::Group } else { SourceKind::Role };
            }
        }
        if uses.has(Uses::MEDIA) && !uses.has(Uses::DOCUMENT) {
            return SourceKind::Media;
        }
        if uses.has(Uses::COMPANY) && self.is_capital(head) && extent.last - extent.first == 1 {
            return SourceKind::Organization;
        }
        if uses.has(Uses::PERSON) && !plural && !counted {
            return SourceKind::Person;
        }
        if uses.has(Uses::ROLE) && !plural && !counted {
            return SourceKind::Role;
        }
        if uses.has(Uses::ORGANIZATION) && !uses.has(Uses::ROLE) && !(counted && plural) {
            return SourceKind::Organization;
        }
        if uses.has(Uses::GROUP.or(Uses::ROLE).or(Uses::PERSON)) {
            return SourceKind::Group;
        }
        if uses.has(Uses::DOCUMENT) {
            return SourceKind::Document;
        }
        if uses.has(Uses::PLACE) {
            return SourceKind::Place;
        }
        // "two of them"
        if plural || counted || self.document.words.get(head as usize).is_some_and(|word| word.pos == Pos::Num) {
            return SourceKind::Group;
        }
        // a singular that no list knows: somebody by what he does ("a beekeeper") more often than a body
        SourceKind::Role
    }

    /// "A source", "a person familiar with the case", "two people with knowledge of the matter".
    fn is_anonymous(&self, extent: Extent, head: u32) -> bool {
        if one_of!(self.hash(head), "source" | "sources") {
            return true;
        }
        one_of!(
            self.hash(head),
            "person" | "people" | "someone" | "somebody" | "persons" | "individual" | "individuals"
        ) && (head + 1..extent.last.min(head + 4))
            .any(|i| one_of!(self.hash(i), "familiar" | "knowledge" | "briefed" | "close"))
    }

    pub(super) fn ends_in_s(&self, i: u32) -> bool {
        let Some(word) = self.document.words.get(i as usize) else { return false };
        let text = self.document.text.get(word.start as usize..word.end as usize).unwrap_or("");
        text.len() > 3 && (text.ends_with('s') || text.ends_with('S')) && !text.ends_with("ss")
            || one_of!(word.hash, "men" | "women" | "people" | "children" | "police")
    }
}
