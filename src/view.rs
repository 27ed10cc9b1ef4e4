//! Ways through an [`Extraction`]: from a claim to its source, from a source to its claims, by status, by sentence.
//!
//! Finds nothing new: everything here follows ids that the annotators set. An id that points nowhere, as a file from
//! elsewhere may hold, yields `None` or nothing.

use crate::model::{
    Attribution, AttributionId, Claim, ClaimId, Cue, CueId, Event, EventId, Extraction, SentenceId, Source, SourceId,
    Status,
};
use crate::span::Span;

impl Extraction {
    /// The sentence of an id.
    pub fn sentence(&self, id: SentenceId) -> Option<Span> {
        self.sentences.get(id.index()).copied()
    }

    /// The source mention of an id.
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.sources.get(id.index())
    }

    /// The cue of an id.
    pub fn cue(&self, id: CueId) -> Option<&Cue> {
        self.cues.get(id.index())
    }

    /// The attribution of an id.
    pub fn attribution(&self, id: AttributionId) -> Option<&Attribution> {
        self.attributions.get(id.index())
    }

    /// The event of an id.
    pub fn event(&self, id: EventId) -> Option<&Event> {
        self.events.get(id.index())
    }

    /// The claim of an id.
    pub fn claim(&self, id: ClaimId) -> Option<&Claim> {
        self.claims.get(id.index())
    }

    /// The claims with a status, in order.
    ///
    /// ```
    /// use factive::Status;
    /// let extraction = factive::extract("The dam broke. The flood may reach the port.");
    /// for claim in extraction.with_status(Status::Hedged) {
    ///     println!("not certain: {}", claim.text);
    /// }
    /// ```
    pub fn with_status(&self, status: Status) -> impl Iterator<Item = &Claim> {
        self.claims.iter().filter(move |claim| claim.status == status)
    }

    /// The claims that their holders present as fact, in either polarity.
    pub fn factual(&self) -> impl Iterator<Item = &Claim> {
        self.with_status(Status::Factual)
    }

    /// The claims that their holders do not fully commit to.
    pub fn hedged(&self) -> impl Iterator<Item = &Claim> {
        self.with_status(Status::Hedged)
    }

    /// The claims that the author of the text answers for.
    pub fn claims_of_author(&self) -> impl Iterator<Item = &Claim> {
        self.claims.iter().filter(|claim| claim.attribution.is_none())
    }

    /// The claims that a source answers for, under whatever mention of it: "he said" counts for the governor where the
    /// pronoun is linked to him.
    ///
    /// In a chain ("the agency, citing a port worker") every member answers for the claim.
    ///
    /// ```
    /// let extraction = factive::extract("The mayor said the bridge was closed.");
    /// for source in extraction.distinct_sources() {
    ///     for claim in extraction.claims_of(source.id) {
    ///         println!("{}: {}", source.text, claim.text);
    ///     }
    /// }
    /// ```
    pub fn claims_of(&self, source: SourceId) -> impl Iterator<Item = &Claim> {
        let fullest = self.fullest(source);
        let belongs = move |id: &SourceId| self.fullest(*id) == fullest;
        self.claims.iter().filter(move |claim| self.chain_of(claim).iter().any(belongs))
    }

    /// The sources with the mentions that stand for another left out, in order.
    pub fn distinct_sources(&self) -> impl Iterator<Item = &Source> {
        self.sources.iter().filter(|source| self.fullest(source.id) == source.id)
    }

    /// The fullest mention of the source that the mention stands for; itself where it stands for no other.
    pub fn fullest(&self, source: SourceId) -> SourceId {
        let mut fullest = source;
        // A link leads to a fuller mention, so there are no circles in what this crate writes; the bound is for files
        // that it has not written.
        for _ in 0..self.sources.len() {
            match self.source(fullest).and_then(|source| source.refers_to) {
                Some(next) if self.source(next).is_some() => fullest = next,
                _ => break,
            }
        }
        fullest
    }

    /// The attribution of a claim; `None` for the author's own.
    pub fn attribution_of(&self, claim: &Claim) -> Option<&Attribution> {
        self.attribution(claim.attribution?)
    }

    /// The sources of a claim, outermost first; empty where the author answers for it or nobody is named.
    pub fn chain_of(&self, claim: &Claim) -> &[SourceId] {
        self.attribution_of(claim).map_or(&[], |attribution| &attribution.source_chain)
    }

    /// The source that a claim comes from in the end: the last of its chain.
    pub fn source_of(&self, claim: &Claim) -> Option<&Source> {
        self.source(*self.chain_of(claim).last()?)
    }

    /// The events that a claim is about.
    pub fn events_of(&self, claim: &Claim) -> impl Iterator<Item = &Event> {
        claim.events.iter().filter_map(|id| self.event(*id))
    }

    /// The cues that made a claim what it is.
    pub fn cues_of(&self, claim: &Claim) -> impl Iterator<Item = &Cue> {
        claim.cues.iter().filter_map(|id| self.cue(*id))
    }

    /// The claim that holds an event.
    pub fn claim_of(&self, event: EventId) -> Option<&Claim> {
        self.claims.iter().find(|claim| claim.events.contains(&event))
    }

    /// The claims that start in a sentence.
    pub fn claims_in(&self, sentence: SentenceId) -> impl Iterator<Item = &Claim> {
        self.claims.iter().filter(move |claim| claim.sentence == sentence)
    }
}
