//! Stand-alone text: a claim that can be read without the text around it.
//!
//! Pronouns and shared subjects are filled in where a link says whom they stand for. Nothing is put in other words, and
//! nothing is guessed: what is not safely known stays as it is, and is listed.

use crate::model::{
    Attribution, Claim, Cue, CueKind, Extraction, Polarity, Reference, Source, SourceKind, Status, Style, Tense,
};
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
    /// The subject stands with another verb: "the army" in front of "withdrew", "killing two" or what it promised to do.
    SharedSubject,
    /// The pronoun is linked to a fuller mention: as a source, or by a [`Reference`]. It is filled in once for each;
    /// behind its name a pronoun is clear.
    LinkedPronoun,
    /// "I" in the direct speech of a person. The pronoun stays, so that the verb fits, and the name follows in brackets.
    Speaker,
    /// "It" or "they" at the head of what an organisation or a group reports of itself: "The army said it had withdrawn".
    Reporter,
    /// The report denies the content or leaves it open, in words outside of it: `[denied]` or `[open]` is put in front, so that
    /// the text is not read as an affirmation.
    Report,
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
        let reporter = reporter(extraction, self);
        let reader = Reader { extraction, claim: self, speaker: speaker(extraction, self), reporter };
        let mut out = Standalone { text: String::new(), edits: Vec::new() };
        let at = self.content.first().map_or(0, |piece| piece.start);
        let turned = turned_outside(extraction, self);
        if let Some(mark) = turned {
            let (span, from, to) = (Span::new(at, at), String::new(), Some(mark.to_owned()));
            out.edits.push(Edit { kind: EditKind::Report, span, from, to });
        }
        if let Some(subject) = &self.subject {
            let mut filled = Standalone { text: String::new(), edits: Vec::new() };
            reader.fill(&subject.text, subject.span, &mut filled);
            if closes_apposition(&subject.text) {
                filled.text.push(',');
            }
            let (span, from, to) = (Span::new(at, at), String::new(), Some(filled.text.clone()));
            out.edits.push(Edit { kind: EditKind::SharedSubject, span, from, to });
            out.edits.extend(filled.edits);
            out.text = filled.text;
            // "promised to send": the "to" stands with the promise
            let infinitive = extraction.attribution_of(self).is_some_and(|found| found.rule.ends_with("infinitive"));
            if infinitive && self.primary && self.tense == Tense::Future {
                out.text.push_str(" to");
            }
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
        if let Some(mark) = turned {
            out.text = format!("{mark} {}", out.text);
        }
        out
    }
}

/// The mark of a claim that is denied or left open by words outside of its content.
fn turned_outside(extraction: &Extraction, claim: &Claim) -> Option<&'static str> {
    let inside = |kind: CueKind| {
        let within =
            |cue: &Cue| claim.content.iter().any(|piece| piece.start <= cue.span.start && cue.span.end <= piece.end);
        extraction.cues_of(claim).any(|cue| cue.kind == kind && within(cue))
    };
    match (claim.status, claim.polarity) {
        (Status::Open, _) if !inside(CueKind::Question) && !inside(CueKind::Hedge) => Some("[open]"),
        (Status::Open, _) => None,
        // "refused to leave" is negative by a verb of its own
        (_, Polarity::Negative) if !inside(CueKind::Negation) && !inside(CueKind::Hedge) => {
            let denies = extraction.attribution_of(claim).and_then(|attribution| attribution.cue.as_ref()).is_some();
            let own_verb = extraction.cues_of(claim).any(|cue| cue.kind == CueKind::Negation);
            (denies && !own_verb).then_some("[denied]")
        }
        _ => None,
    }
}

struct Reader<'e> {
    extraction: &'e Extraction,
    claim: &'e Claim,
    speaker: Option<&'e Source>,
    /// Who reports, and where a pronoun would stand for it.
    reporter: Option<(usize, &'e Source)>,
}

impl Reader<'_> {
    /// Appends a piece of the input with its pronouns filled in.
    fn fill(&self, text: &str, span: Span, out: &mut Standalone) {
        let mut copied = 0;
        for (at, word) in words(text) {
            let Some(person) = pronoun(word) else { continue };
            let here = Span::new(span.start + at, span.start + at + word.len());
            // "that he took responsibility for what he called": where the first is not known, a name for the second would make
            // two of one
            let left = |edit: &Edit| edit.to.is_none() && edit.from.eq_ignore_ascii_case(word);
            let linked = self.linked(here).filter(|_| !out.edits.iter().any(left));
            let reference = self.reference(here).filter(|_| !out.edits.iter().any(left));
            let before = &[&out.text, &text[copied..at]];
            let (kind, to) = match (person, linked, self.speaker) {
                // "Holt sold his house": behind the name it is clear
                (Person::Third, Some(full), _) if is_named(&name(full), before) => continue,
                _ if reference.is_some_and(|known| is_named(&known.antecedent.text, before)) => continue,
                (Person::Third, Some(full), _) => (EditKind::LinkedPronoun, Some(name(full))),
                _ if reference.is_some() => (EditKind::LinkedPronoun, reference.map(in_its_place)),
                (Person::Third, None, _) if self.reports_itself(here, &text[at..]) => {
                    (EditKind::Reporter, self.reporter.map(|(_, source)| name(source)))
                }
                (Person::Speaker, _, Some(speaker)) => (EditKind::Speaker, Some(format!("{word} [{}]", name(speaker)))),
                // "The army denied that it had left": whom it stands for is in the claim
                _ if self.reporter_inside(here, &text[at..]) => continue,
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

    /// Whether a pronoun at the head of a reported content stands for who reports: with a verb of doing behind it, since
    /// "it was raining" and "they are many" may be about anything.
    fn reports_itself(&self, pronoun: Span, rest: &str) -> bool {
        let Some((start, source)) = self.reporter else { return false };
        pronoun.start == start && stands_for(rest, source)
    }

    /// Whether a pronoun heads the content of a report whose source stands in the claim, too.
    fn reporter_inside(&self, pronoun: Span, rest: &str) -> bool {
        let attributions = &self.extraction.attributions;
        let start = |attribution: &Attribution| attribution.content.first().map_or(0, |piece| piece.start);
        let at = attributions.partition_point(|attribution| start(attribution) < pronoun.start);
        let here = attributions[at..].iter().take_while(|attribution| start(attribution) == pronoun.start);
        let mut sources = here.filter_map(|attribution| self.extraction.source(*attribution.source_chain.last()?));
        sources.any(|source| {
            let inside = |piece: &Span| piece.start <= source.span.start && source.span.end <= pronoun.start;
            self.claim.content.iter().any(inside) && stands_for(rest, source)
        })
    }

    /// Whom a pronoun stands for that is no source.
    fn reference(&self, pronoun: Span) -> Option<&Reference> {
        let references = &self.extraction.references;
        let at = references.partition_point(|reference| reference.pronoun.start < pronoun.start);
        references.get(at).filter(|reference| reference.pronoun == pronoun)
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

/// "Ana Ruiz, the governor" needs its second comma in front of a verb; "mines, ports and roads" and "Ruiz, who" do too or do not
/// come here: a list has its "and".
fn closes_apposition(subject: &str) -> bool {
    subject.contains(", ") && !words(subject).any(|(_, word)| matches!(word, "and" | "or"))
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

/// The organisation or group that reports a claim in words that are not its own, and where what it reports starts.
fn reporter<'e>(extraction: &'e Extraction, claim: &Claim) -> Option<(usize, &'e Source)> {
    let attribution = extraction.attribution_of(claim).filter(|attribution| attribution.style == Style::Indirect)?;
    let source = extraction.source_of(claim)?;
    let full = extraction.source(extraction.fullest(source.id))?;
    // in front of its content: what follows a content may take up anybody
    let start = attribution.content.first()?.start;
    let leads = claim.content.first()?.start == start
        || claim.subject.as_ref().is_some_and(|subject| subject.span.start == start);
    (leads && start >= source.span.end && words(&full.text).any(|(_, word)| pronoun(word).is_none()))
        .then_some((start, full))
}

/// Whether a pronoun at the head of a reported clause stands for who reports it.
fn stands_for(rest: &str, source: &Source) -> bool {
    const BE: [&str; 7] = ["is", "are", "was", "were", "be", "been", "being"];
    let mut words = words(rest).map(|(_, word)| word);
    let fits = match words.next() {
        Some(word) if word.eq_ignore_ascii_case("it") => source.kind == SourceKind::Organization && !is_plural(source),
        Some(word) if word.eq_ignore_ascii_case("they") => {
            source.kind == SourceKind::Group || source.kind == SourceKind::Organization && is_plural(source)
        }
        _ => false,
    };
    fits && !words.take(4).any(|word| BE.contains(&word))
}

/// "Opposition parties", "the authorities in Kesten", "police": a common noun in the plural ends what is no name.
fn is_plural(source: &Source) -> bool {
    const ENDS: [&str; 9] = ["of", "in", "at", "for", "from", "with", "near", "on", "who"];
    let words = words(&source.text).map(|(_, word)| word).take_while(|word| !ENDS.contains(word));
    words.last().is_some_and(|word| {
        let common = word.starts_with(char::is_lowercase);
        common && word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") || word.eq_ignore_ascii_case("police")
    })
}

/// Whether the last word of a name stands in what is in front of a pronoun.
fn is_named(name: &str, before: &[&str]) -> bool {
    let last = words(name).last().map_or("", |(_, word)| word);
    before.iter().any(|text| words(text).any(|(_, word)| word == last))
}

/// "Holt" for "she", "Holt's" for "her" in front of a noun.
fn in_its_place(reference: &Reference) -> String {
    let name = reference.antecedent.text.split_whitespace().collect::<Vec<_>>().join(" ");
    if reference.possessive { name + "'s" } else { name }
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
    // without "mine", which is a pit far more often
    // without "himself", whom the subject binds
    const OTHER: [&str; 16] = [
        "him", "her", "them", "his", "hers", "its", "their", "theirs", "me", "my", "we", "our", "ours", "you", "your",
        "yours",
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
