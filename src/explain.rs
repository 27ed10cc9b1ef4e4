//! Why a claim is what it is, in words: who answers for it, which cues act on it by which rules, and what would have to
//! change for another status.
//!
//! Nothing is worked out anew. An explanation is read off what the annotators wrote down, so that it cannot differ from it.

use std::fmt::{self, Display, Formatter};

use crate::model::{
    Attribution, Certainty, Claim, Cue, CueId, CueKind, DiagnosticKind, Extraction, Polarity, Status, Tense,
};

/// Why a claim is what it is. `Display` writes one reason on a line, and last what would give it another status.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Explanation {
    /// The status that is explained.
    pub status: Status,
    /// The reasons in words, the holder first and the status last.
    pub reasons: Vec<String>,
    /// The smallest change of cues that gives another status; absent where the cues do not tell, as for a claim left open
    /// by a reporting word alone.
    pub flip: Option<Flip>,
}

/// A change of cues that gives a claim another status.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Flip {
    /// The cues that would have to go; empty where one would have to come.
    pub without: Vec<CueId>,
    /// The status then.
    pub becomes: Status,
    /// The change in words, with the cues by their text.
    pub words: String,
}

impl Extraction {
    /// Tells which rules and cues made a claim what it is, and the smallest change of cues that would flip its status.
    ///
    /// ```
    /// use factive::Status;
    /// let extraction = factive::extract("The flood may reach the port on Friday.");
    /// let explanation = extraction.explain(&extraction.claims[0]);
    /// assert_eq!(explanation.status, Status::Hedged);
    /// assert_ne!(explanation.flip.as_ref().unwrap().becomes, Status::Hedged);
    /// println!("{explanation}");
    /// ```
    pub fn explain(&self, claim: &Claim) -> Explanation {
        let mut reasons = vec![self.holder(claim)];
        reasons.extend(self.cues_of(claim).map(cue));
        reasons.extend(self.turned_by_report(claim));
        reasons.push(status(claim, self.has_condition(claim)));
        reasons.extend(claim.diagnostics.iter().map(|diagnostic| ambiguity(diagnostic.kind).to_owned()));
        Explanation { status: claim.status, reasons, flip: self.flip(claim) }
    }

    fn holder(&self, claim: &Claim) -> String {
        let Some(attribution) = self.attribution_of(claim) else {
            return "the author answers for it: no attribution holds it".to_owned();
        };
        let mut names = String::new();
        for source in self.chain_of(claim).iter().filter_map(|id| self.source(*id)) {
            names += match names.as_str() {
                "" => "",
                // "“We demand an inquiry,” she said": who says "we" is herself
                _ if is_first_person(&source.text) => ", as ",
                _ => ", citing ",
            };
            names += &match self.source(self.fullest(source.id)) {
                Some(full) if full.id != source.id => format!("\"{}\" (\"{}\")", source.text, full.text),
                _ => format!("\"{}\"", source.text),
            };
        }
        if names.is_empty() {
            names += "nobody named";
        }
        format!("{names} answers for it, {}, by rule {}", reported(attribution), attribution.rule)
    }

    /// A denial has no cue of its own: the reporting word is it.
    fn turned_by_report(&self, claim: &Claim) -> Option<String> {
        let cue = self.attribution_of(claim)?.cue.as_ref()?;
        // "unlikely" lowers and turns at once
        let turns = |cue: &&Cue| cue.kind == CueKind::Negation || cue.rule.ends_with("unlikely");
        let negated = self.cues_of(claim).filter(turns).count();
        match claim.polarity {
            Polarity::Negative if negated == 0 => {
                Some(format!("\"{cue}\" denies it, so it is negative for its source"))
            }
            Polarity::Open => Some(format!("\"{cue}\" neither affirms nor denies it")),
            _ => None,
        }
    }

    fn has_condition(&self, claim: &Claim) -> bool {
        self.cues_of(claim).any(|cue| cue.kind == CueKind::Condition)
    }

    fn flip(&self, claim: &Claim) -> Option<Flip> {
        let without = |kinds: &[CueKind]| -> Vec<CueId> {
            self.cues_of(claim).filter(|cue| kinds.contains(&cue.kind)).map(|cue| cue.id).collect()
        };
        let flip = |without: Vec<CueId>, becomes| Flip { words: self.change(&without, becomes), without, becomes };
        let settled = if claim.tense == Tense::Future { Status::Projected } else { Status::Factual };
        match claim.status {
            // any hedge lowers it
            Status::Factual | Status::Projected => Some(flip(Vec::new(), Status::Hedged)),
            // it is as weak as its weakest cue, so all of them have to go
            Status::Hedged => {
                let cues = without(&[CueKind::Hedge, CueKind::Condition, CueKind::Question]);
                (!cues.is_empty()).then(|| flip(cues, settled))
            }
            Status::Open => {
                let questions = without(&[CueKind::Question]);
                let hedges = without(&[CueKind::Hedge, CueKind::Condition]);
                match (questions.is_empty(), claim.polarity == Polarity::Open) {
                    (true, _) | (_, true) => None,
                    (false, false) if hedges.is_empty() => Some(flip(questions, settled)),
                    (false, false) => Some(flip(questions, Status::Hedged)),
                }
            }
        }
    }

    fn cue_texts(&self, ids: &[CueId]) -> String {
        let texts: Vec<String> =
            ids.iter().filter_map(|id| self.cue(*id)).map(|cue| format!("\"{}\"", cue.text)).collect();
        texts.join(" and ")
    }

    /// A flip in words, with the cues by their text: what [`Flip::words`] holds.
    ///
    /// ```
    /// let extraction = factive::extract("The flood may reach the port.");
    /// let explanation = extraction.explain(&extraction.claims[0]);
    /// let flip = explanation.flip.unwrap();
    /// assert!(extraction.flip_in_words(&flip).starts_with("without \"may\" it would be "));
    /// ```
    pub fn flip_in_words(&self, flip: &Flip) -> String {
        self.change(&flip.without, flip.becomes)
    }

    fn change(&self, without: &[CueId], becomes: Status) -> String {
        match without.is_empty() {
            true => format!("with a hedge over it, such as \"may\" or \"reportedly\", it would be {becomes}"),
            false => format!("without {} it would be {becomes}", self.cue_texts(without)),
        }
    }
}

impl Display for Explanation {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let change = self.flip.iter().map(|flip| &flip.words);
        self.reasons.iter().chain(change).try_for_each(|line| writeln!(f, "{line}"))
    }
}

fn reported(attribution: &Attribution) -> String {
    match &attribution.cue {
        Some(cue) => format!("reported with \"{cue}\""),
        None => "without a reporting word".to_owned(),
    }
}

fn cue(cue: &Cue) -> String {
    let effect = match cue.kind {
        CueKind::Hedge if cue.rule.ends_with("unlikely") => "lowers the commitment and turns it into its opposite",
        CueKind::Hedge => "lowers the commitment",
        CueKind::Condition => "makes it depend on something",
        CueKind::Question => "leaves it open",
        CueKind::Negation => "turns it into its opposite",
        CueKind::Approximator => "makes a number inexact, which is no hedge",
    };
    let (kind, class) = (cue.kind.to_string(), cue.class.to_string());
    let class = if kind == class { String::new() } else { format!(" {class}") };
    format!("\"{}\" {effect}: {kind}{class}, rule {}", cue.text, cue.rule)
}

/// The first step of the derivation that applies.
fn status(claim: &Claim, conditional: bool) -> String {
    let because = match claim.status {
        Status::Open if claim.polarity == Polarity::Open => "it is neither affirmed nor denied".to_owned(),
        Status::Open => "its certainty is unknown".to_owned(),
        Status::Hedged if claim.certainty < Certainty::Certain => format!("it is {}, not certain", claim.certainty),
        Status::Hedged if conditional => "it stands under a condition".to_owned(),
        Status::Hedged => "its holder does not commit to it".to_owned(),
        Status::Projected => "it is certain and lies in the future".to_owned(),
        Status::Factual if claim.polarity == Polarity::Negative => {
            "nothing lowers the certainty that it is not so".to_owned()
        }
        Status::Factual => "nothing lowers its certainty".to_owned(),
    };
    format!("{} because {because}", claim.status)
}

fn ambiguity(kind: DiagnosticKind) -> &'static str {
    match kind {
        DiagnosticKind::UnlinkedSource => "ambiguous: whom the pronoun of its source stands for is not safely known",
        DiagnosticKind::AmbiguousModal => "ambiguous: possibility, or permission or ability; read as possibility",
        DiagnosticKind::UnclosedQuotation => "ambiguous: its quotation is never closed",
        DiagnosticKind::NegatedReason => "ambiguous: the whole may be denied, or only the reason",
    }
}

fn is_first_person(mention: &str) -> bool {
    ["i", "we", "my", "our"].iter().any(|pronoun| mention.eq_ignore_ascii_case(pronoun))
}
