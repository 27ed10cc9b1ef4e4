//! Bodies that are called by what they are: "Amnesty International published a report. The organisation said".

use super::{Document, Extent, FoundSource, Knowledge, PhraseId, Pos, Reader, SourceKind, one_of};
use crate::sentence::SentenceKind;

/// So many words back a body may have been named.
const REACH: u32 = 90;

/// The noun phrase that names the body which a mention calls by its kind, where the text in front of it names only one such.
pub(in crate::annotate) fn named_body(
    document: &Document<'_>,
    extent: Extent,
    head: u32,
    knowledge: &Knowledge,
) -> Option<PhraseId> {
    let reader = Reader { document, knowledge };
    let kind = reader.generic_kind(extent, head)?;
    let syntax = document.syntax;
    let reach = Extent::new(extent.first.saturating_sub(REACH), extent.first);
    let mut named = syntax.phrases_back_from(reach).filter(|(_, phrase)| {
        let heading = || document.sentences[syntax.sentence_of_word(phrase.head)].kind == SentenceKind::Heading;
        document.words[phrase.head as usize].pos == Pos::Propn
            && reader.is_such(kind, phrase.base, phrase.head, reader.name(phrase.base, phrase.head))
            && !heading()
    });
    let (id, nearest) = named.next()?;
    // "staff of Amnesty are missing, the charity said": the one in its own sentence
    let own = syntax.sentence_of_word(nearest.head) == syntax.sentence_of_word(head);
    (own || named.all(|(_, other)| reader.hash(other.head) == reader.hash(nearest.head))).then_some(id)
}

impl Reader<'_> {
    /// "The 29-year-old": the only person with a name who has spoken before.
    pub(super) fn somebody_before(&self, sources: &[FoundSource], here: usize) -> Option<(usize, &'static str)> {
        let near = |source: &&FoundSource| sources[here].extent.first.saturating_sub(source.extent.last) <= REACH;
        let before = sources[..here].iter().rev().take_while(near).zip((0..here).rev());
        let roots = before.map(|(source, at)| source.refers_to.map_or(at, |root| root as usize));
        let mut persons = roots
            .filter(|&root| sources[root].kind == SourceKind::Person && sources[root].name.is_some() && root < here);
        let nearest = persons.next()?;
        (one_of!(self.hash(sources[here].extent.first), "the") && persons.all(|other| other == nearest))
            .then_some((nearest, "source/age"))
    }

    /// What "the organisation", "the charity", "the newspaper" may stand for.
    fn generic_kind(&self, extent: Extent, head: u32) -> Option<SourceKind> {
        if extent.last - extent.first != 2 || head + 1 != extent.last || !one_of!(self.hash(extent.first), "the") {
            return None;
        }
        let noun = self.hash(head);
        if one_of!(
            noun,
            "organisation" | "organization" | "group" | "movement" | "charity" | "watchdog" | "ngo" | "body"
        ) {
            return Some(SourceKind::Organization);
        }
        one_of!(noun, "newspaper" | "paper" | "magazine" | "daily" | "broadcaster" | "outlet" | "newswire")
            .then_some(SourceKind::Media)
    }

    /// Whether a mention names a body of the kind that is no part of a state.
    fn is_such(&self, kind: SourceKind, extent: Extent, head: u32, name: Option<Extent>) -> bool {
        let state = |at: u32| {
            one_of!(
                self.hash(at),
                "ministry"
                    | "department"
                    | "government"
                    | "parliament"
                    | "police"
                    | "court"
                    | "navy"
                    | "congress"
                    | "senate"
                    | "cabinet"
                    | "pentagon"
                    | "kremlin"
                    | "house"
                    | "coalition"
            )
        };
        name.is_some() && self.kind(extent, head, name) == kind && !(extent.first..extent.last).any(state)
    }

    /// The source in front that mention `i` calls by its kind: whom the text names, where that is clear, or the only such source.
    pub(super) fn named_before(&self, sources: &[FoundSource], i: usize) -> Option<usize> {
        let here = &sources[i];
        let kind = self.generic_kind(here.extent, here.head)?;
        let from = here.extent.first.saturating_sub(REACH);
        let head = |at: usize| self.hash(sources[at].head);
        let mut named = (0..i).rev().take_while(|&at| sources[at].extent.first >= from).filter(|&at| {
            let source = &sources[at];
            source.name.is_some_and(|name| name.contains(source.head))
                && self.is_such(kind, source.extent, source.head, source.name)
        });
        if let Some(body) = named_body(self.document, here.extent, here.head, self.knowledge) {
            let name = self.hash(self.document.syntax.phrase(body).head);
            return named.find(|&at| head(at) == name);
        }
        let nearest = named.next()?;
        let root = |at: usize| sources[at].refers_to.unwrap_or(at as u32);
        named.all(|at| root(at) == root(nearest) || head(at) == head(nearest)).then_some(nearest)
    }
}
