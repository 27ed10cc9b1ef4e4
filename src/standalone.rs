//! Stand-alone text: a claim that can be read without the text around it.
//!
//! Pronouns and shared subjects are filled in where a link says whom they stand for. Nothing is put in other words, and
//! nothing is guessed: what is not safely known stays as it is, and is listed.

use crate::model::{Claim, Extraction, Source, SourceKind, Style};
use crate::span::Span;

/// A claim's text with what it lacks filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Standalone {
    /// The text.
    pub text: String,
    /// What was filled in and what was left, in order of the text.
    pub edits: Vec<Edit>,
}

impl Standalone {
    /// Whether nothing was left that points out of the claim.
    pub fn is_complete(&self) -> bool {
        self.edits.iter().all(|edit| edit.to.is_some())
    }
}

/// One reference out of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Edit {
    /// Why.
    pub kind: EditKind,
    /// Where the reference stands in the input; empty where words were put in.
    pub span: Span,
    /// What stands there.
    pub from: String,
    /// What stands in the stand-alone text instead; absent where the reference was left as it is.
    pub to: Option<String>,
}

/// Why a reference was filled in or left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum EditKind {
    /// The subject stands with an earlier verb: "the army" in front of "withdrew".
    SharedSubject,
    /// The pronoun is a source that is linked to a fuller mention.
    LinkedPronoun,
    /// "I" in the direct speech of a person. The pronoun stays, so that the verb fits, and the name follows in brackets.
    Speaker,
    /// Whom the pronoun stands for is not safely known.
    Unlinked,
}

impl Claim {
    /// The claim's text with shared subjects and linked pronouns filled in, and the list of those edits.
    ///
    /// ```
    /// let text = "Rebels shelled the bridge on Monday and later fled across the river.";
    /// let extraction = factive::extract(text);
    /// let standalone = extraction.claims[1].standalone(&extraction);
    /// assert_eq!(standalone.text, "Rebels later fled across the river");
    /// assert!(standalone.is_complete());
    /// ```
    pub fn standalone(&self, extraction: &Extraction) -> Standalone {
        let reader = Reader { extraction, speaker: speaker(extraction, self) };
        let mut out = Standalone { text: String::new(), edits: Vec::new() };
        if let Some(subject) = &self.subject {
            let at = self.content.first().map_or(0, |piece| piece.start);
            let mut filled = Standalone { text: String::new(), edits: Vec::new() };
            reader.fill(&subject.text, subject.span, &mut filled);
            let (span, from, to) = (Span::new(at, at), String::new(), Some(filled.text.clone()));
            out.edits.push(Edit { kind: EditKind::SharedSubject, span, from, to });
            out.edits.extend(filled.edits);
            out.text = filled.text;
        }
        let mut start = 0;
        for piece in &self.content {
            let Some(text) = self.text.get(start..start + piece.len()) else { break };
            start += piece.len() + 1;
            if !out.text.is_empty() {
                out.text.push(' ');
            }
            reader.fill(text, *piece, &mut out);
        }
        out
    }
}

struct Reader<'e> {
    extraction: &'e Extraction,
    speaker: Option<&'e Source>,
}

impl Reader<'_> {
    /// Appends a piece of the input with its pronouns filled in.
    fn fill(&self, text: &str, span: Span, out: &mut Standalone) {
        let mut copied = 0;
        for (at, word) in words(text) {
            let Some(person) = pronoun(word) else { continue };
            let here = Span::new(span.start + at, span.start + at + word.len());
            let (kind, to) = match (person, self.linked(here), self.speaker) {
                (Person::Third, Some(full), _) => (EditKind::LinkedPronoun, Some(name(full))),
                (Person::Speaker, _, Some(speaker)) => (EditKind::Speaker, Some(format!("{word} [{}]", name(speaker)))),
                _ => (EditKind::Unlinked, None),
            };
            out.text.push_str(&text[copied..at]);
            copied = at + word.len();
            let to = to.map(|to| in_place(to, out.text.is_empty()));
            out.text.push_str(to.as_deref().unwrap_or(word));
            out.edits.push(Edit { kind, span: here, from: word.to_owned(), to });
        }
        out.text.push_str(&text[copied..]);
    }

    /// The fuller mention that a pronoun is linked to.
    fn linked(&self, pronoun: Span) -> Option<&Source> {
        let sources = &self.extraction.sources;
        // sources are in order of their spans where this crate wrote them; elsewhere nothing is found
        let at = sources.partition_point(|source| source.span.start < pronoun.start);
        let source = sources[at..].iter().take(4).find(|source| source.span == pronoun)?;
        let full = self.extraction.source(self.extraction.fullest(source.id))?;
        (full.id != source.id && words(&full.text).any(|(_, word)| self::pronoun(word).is_none())).then_some(full)
    }
}

/// The person who says "I" in a claim.
fn speaker<'e>(extraction: &'e Extraction, claim: &Claim) -> Option<&'e Source> {
    let attribution = extraction.attribution_of(claim)?;
    let source = extraction.source_of(claim)?;
    let full = extraction.source(extraction.fullest(source.id))?;
    let quoted = matches!(attribution.style, Style::Direct | Style::Mixed);
    let person = matches!(full.kind, SourceKind::Person | SourceKind::Role);
    (quoted && person && words(&full.text).any(|(_, word)| pronoun(word).is_none())).then_some(full)
}

fn name(source: &Source) -> String {
    source.name.as_ref().unwrap_or(&source.text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An article is written with a capital at the start and nowhere else.
fn in_place(text: String, first: bool) -> String {
    let (article, rest) = text.split_at(text.find(' ').unwrap_or(0));
    match (first, article) {
        (true, "the") => format!("The{rest}"),
        (true, "a") => format!("A{rest}"),
        (true, "an") => format!("An{rest}"),
        (false, "The" | "A" | "An") => format!("{}{rest}", article.to_ascii_lowercase()),
        _ => text,
    }
}

/// The words of a text with where they start.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = 0;
    text.split_inclusive(|c: char| !c.is_alphanumeric()).filter_map(move |run| {
        let start = next;
        next += run.len();
        let word = run.trim_end_matches(|c: char| !c.is_alphanumeric());
        (!word.is_empty()).then_some((start, word))
    })
}

#[derive(Clone, Copy)]
enum Person {
    /// I.
    Speaker,
    /// He, she, it, they: what a link can stand in for.
    Third,
    /// The other forms.
    Other,
}

/// Personal pronouns, the closed class.
fn pronoun(word: &str) -> Option<Person> {
    const THIRD: [&str; 4] = ["he", "she", "it", "they"];
    const OTHER: [&str; 20] = [
        "him",
        "her",
        "them",
        "his",
        "hers",
        "its",
        "their",
        "theirs",
        "me",
        "my",
        "mine",
        "we",
        "our",
        "ours",
        "you",
        "your",
        "yours",
        "himself",
        "herself",
        "themselves",
    ];
    if word == "I" {
        Some(Person::Speaker)
    } else if THIRD.iter().any(|form| word.eq_ignore_ascii_case(form)) {
        Some(Person::Third)
    } else if OTHER.iter().any(|form| word.eq_ignore_ascii_case(form)) || matches!(word, "us" | "Us") {
        // "US" is a country
        Some(Person::Other)
    } else {
        None
    }
}
