//! Sources: what kind of thing a mention is, and which fuller mention it stands for.
//!
//! Links are made where they are safe and left out where they are not: each has the id of the rule that made it. Only
//! mentions that answer for a content are looked at; who else the text speaks of can only stand in the way of a link.
//!
//! Kinds are decided in [`kind`], proper names found in [`name`], pronouns linked in [`pronoun`], all other mentions in
//! [`known`] and [`generic`]; [`silent`] finds whom mentions repeat that has reported nothing, and [`mod@reference`] links pronouns that
//! report nothing.

mod generic;
mod kind;
mod known;
mod name;
mod pronoun;
mod reference;
mod silent;

pub(super) use generic::named_body;
pub(super) use pronoun::{antecedent_of, relative_antecedent};
pub(super) use reference::references;
pub(super) use silent::fuller_mentions;

use super::attribution::Uses;
use super::{Document, FoundSource, Knowledge};
use crate::model::{RuleId, SourceKind};
use crate::syntax::{Extent, Link, PhraseId, one_of};
use crate::tag::Pos;
use crate::token::Shape;
use known::Known;

/// A mention as a source, with its kind and the name in it.
pub(super) fn describe(
    document: &Document<'_>,
    extent: Extent,
    head: u32,
    phrase: Option<PhraseId>,
    knowledge: &Knowledge,
) -> FoundSource {
    let reader = Reader { document, knowledge };
    // a mention without a noun phrase is a pronoun or capitalised words in front of a verb
    let bare_name = phrase.is_none()
        && reader.is_capital(head)
        && reader.pronoun_of(head).is_none()
        && !reader.uses(head).has(Uses::UNATTRIBUTED);
    let name = reader.name(extent, head).or(bare_name.then_some(extent));
    let kind = match reader.kind(extent, head, name) {
        SourceKind::Person if name.is_some() && reader.is_thing(head) => SourceKind::Organization,
        kind => kind,
    };
    // "Ludo Farrant of Keel Bank": what stands behind "of" is not the person's name
    let name = match name {
        Some(name) if kind == SourceKind::Person && name.contains(head) => Some(Extent::new(name.first, head + 1)),
        // "two witnesses, Omar Haddad and Lina Saleh": one name is not theirs
        Some(name) if kind == SourceKind::Group && !name.contains(head) => None,
        name => name,
    };
    FoundSource { extent, head, kind, name, speaks: true, spoken_by: None, refers_to: None, link_rule: None }
}

/// Links mentions to the fullest mention of the same source, where that is safe. Links that are set already stay.
pub(super) fn resolve(document: &Document<'_>, sources: &mut [FoundSource], knowledge: &Knowledge) {
    let reader = Reader { document, knowledge };
    let mut known = Known::default();
    for i in 0..sources.len() {
        if sources[i].refers_to.is_none() {
            let link = match reader.pronoun(&sources[i]) {
                Some(pronoun) => reader.antecedent(sources, i, pronoun),
                None if reader.is_age(sources[i].head) => reader.somebody_before(sources, i),
                None => known.fuller(&reader, sources, i),
            };
            if let Some((to, rule)) = link {
                let root = sources[to].refers_to.unwrap_or(to as u32);
                sources[i].refers_to = Some(root);
                if matches!(rule, "source/surname" | "source/same-name") {
                    sources[i].kind = sources[to].kind;
                }
                sources[i].link_rule = Some(RuleId::built_in(rule));
            }
        }
        if reader.pronoun(&sources[i]).is_none() {
            known.add(&reader, sources, i);
        }
    }
    known.name_roles(&reader, sources);
    // every link leads to the end of its chain
    for i in 0..sources.len() {
        let mut root = i;
        for _ in 0..LONGEST_WAY {
            match sources[root].refers_to {
                Some(next) if next as usize != i => root = next as usize,
                _ => break,
            }
        }
        if root != i {
            sources[i].refers_to = Some(root as u32);
            if reader.pronoun(&sources[i]).is_some() {
                sources[i].kind = sources[root].kind;
            }
        }
    }
}

/// Links are followed over so many mentions.
const LONGEST_WAY: usize = 8;

struct Reader<'a> {
    document: &'a Document<'a>,
    knowledge: &'a Knowledge,
}

impl Reader<'_> {
    fn uses(&self, i: u32) -> Uses {
        self.document.words.get(i as usize).map_or(Uses::default(), |word| self.knowledge.attribution.of_word(word))
    }

    /// The same for whatever class the word may be of: "Premier" in front of a name may look like an adjective.
    fn uses_spelled(&self, i: u32) -> Uses {
        let word = self.document.words.get(i as usize);
        word.map_or(Uses::default(), |word| self.knowledge.attribution.of_spelling(self.document, word))
    }

    fn hash(&self, i: u32) -> u64 {
        self.document.words.get(i as usize).map_or(0, |word| word.hash)
    }

    /// Whether a word can be part of a proper name, however it is tagged inside its sentence.
    fn is_name(&self, i: u32) -> bool {
        self.document.words.get(i as usize).is_some_and(|word| {
            word.shape.has(Shape::CAPITAL)
                && (word.pos == Pos::Propn
                    || matches!(word.pos, Pos::Noun | Pos::Adj | Pos::Verb | Pos::X) && !self.starts_sentence(i))
        })
    }

    /// "Aerolink, which": whether what stands behind a name tells that it is nobody's.
    fn is_thing(&self, head: u32) -> bool {
        one_of!(self.hash(head + 1), ",") && one_of!(self.hash(head + 2), "which")
    }

    /// A single capitalised word that no list knows, at the start of a sentence: a surname that looks like another word may
    /// stand there.
    fn may_be_surname(&self, extent: Extent, head: u32) -> bool {
        extent.last - extent.first == 1
            && self.is_capital(head)
            && self.pronoun_of(head).is_none()
            && !self.uses(head).has(Uses::SOURCE)
    }

    /// A capitalised word of a class that names are made of.
    fn is_capital(&self, i: u32) -> bool {
        self.document.words.get(i as usize).is_some_and(|word| {
            word.shape.has(Shape::CAPITAL) && matches!(word.pos, Pos::Noun | Pos::Adj | Pos::Verb | Pos::X | Pos::Propn)
        })
    }

    fn starts_sentence(&self, i: u32) -> bool {
        let sentence = self.document.sentences.get(self.document.syntax.sentence_of_word(i));
        sentence.is_none_or(|sentence| sentence.lexemes.start + sentence.dateline >= i)
            || i > 0 && crate::syntax::is_quote_mark(&self.document.words[i as usize - 1])
    }
}
