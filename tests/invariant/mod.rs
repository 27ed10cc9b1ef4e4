//! What holds for every extraction of every text.

use factive::{Certainty, CueKind, Extraction, Polarity, Span, Status, Tense};

/// Panics with the reason where something does not hold.
pub fn check(text: &str, extraction: &Extraction) {
    check_tokens(text);
    check_sentences(text);
    check_words(text);
    check_spans(text, extraction);
    check_ids(extraction);
    check_statuses(extraction);
    check_document(text, extraction);
    check_wire(extraction);
}

/// Tokens and the gaps between them rebuild the text, and the gaps hold nothing to see.
fn check_tokens(text: &str) {
    let mut rebuilt = String::new();
    for token in factive::tokens(text) {
        let gap = &text[rebuilt.len()..token.span.start];
        assert!(!gap.chars().any(char::is_alphanumeric), "{gap:?} is in no token");
        rebuilt += gap;
        rebuilt += token.text;
        assert_eq!(token.span.end, rebuilt.len());
    }
    rebuilt += &text[rebuilt.len()..];
    assert_eq!(rebuilt, text);
}

/// Each token lies in one sentence, and a sentence is the slice under its span.
fn check_sentences(text: &str) {
    let mut tokens = factive::tokens(text).peekable();
    for sentence in factive::sentences(text) {
        assert_eq!(sentence.span.of(text), sentence.text);
        assert!(tokens.next_if(|token| token.span.start == sentence.span.start).is_some(), "a sentence starts a token");
        while tokens.next_if(|token| sentence.span.contains(token.span)).is_some() {}
    }
    assert!(tokens.next().is_none(), "a token in no sentence");
}

/// Syntactic words divide surface tokens and leave nothing out.
fn check_words(text: &str) {
    let mut words = factive::tagged_words(text).peekable();
    for token in factive::tokens(text) {
        let mut at = token.span.start;
        while let Some(word) = words.next_if(|word| word.span.start == at && word.span.end <= token.span.end) {
            assert!(!word.text.is_empty() && word.span.of(text) == word.text);
            at = word.span.end;
        }
        assert_eq!(at, token.span.end, "words and tokens disagree");
    }
    assert!(words.next().is_none(), "a word in no token");
}

/// Spans lie in the text on character boundaries, and each text is the slice under its span.
fn check_spans(text: &str, extraction: &Extraction) {
    let slice = |span: Span| {
        assert!(span.start <= span.end, "{span} is reversed");
        text.get(span.start..span.end).unwrap_or_else(|| panic!("{span} does not fit the text"))
    };
    let same = |span: Span, copy: &str| {
        assert_eq!(slice(span), copy);
        assert!(!copy.trim().is_empty(), "{span} is blank");
        assert_eq!(copy, copy.trim(), "{span} has white space around it");
    };
    for pair in extraction.sentences.windows(2) {
        assert!(pair[0].end <= pair[1].start, "sentences {} and {} overlap", pair[0], pair[1]);
    }
    extraction.sentences.iter().for_each(|span| same(*span, slice(*span)));
    extraction.sources.iter().for_each(|source| same(source.span, &source.text));
    for cue in &extraction.cues {
        same(cue.span, &cue.text);
        slice(cue.scope);
    }
    for attribution in &extraction.attributions {
        let mentions = [&attribution.cue, &attribution.channel, &attribution.addressee];
        mentions.into_iter().flatten().for_each(|mention| same(mention.span, &mention.text));
        attribution.content.iter().for_each(|span| same(*span, slice(*span)));
        check_order(&attribution.content);
    }
    for event in &extraction.events {
        same(event.trigger.span, &event.trigger.text);
        event.args.iter().for_each(|argument| same(argument.span, &argument.text));
    }
    for claim in &extraction.claims {
        claim.content.iter().for_each(|span| same(*span, slice(*span)));
        check_order(&claim.content);
        let pieces: Vec<&str> = claim.content.iter().map(|span| slice(*span)).collect();
        assert_eq!(claim.text, pieces.join(" "));
    }
}

fn check_order(pieces: &[Span]) {
    assert!(!pieces.is_empty(), "a content without a piece");
    assert!(pieces.windows(2).all(|pair| pair[0].end <= pair[1].start), "pieces out of order");
}

/// Ids are positions, and point into their lists; an event belongs to at most one claim.
fn check_ids(extraction: &Extraction) {
    let x = extraction;
    assert!(x.sources.iter().enumerate().all(|(i, source)| source.id.index() == i), "source ids");
    assert!(x.cues.iter().enumerate().all(|(i, cue)| cue.id.index() == i), "cue ids");
    assert!(x.attributions.iter().enumerate().all(|(i, attribution)| attribution.id.index() == i), "attribution ids");
    assert!(x.events.iter().enumerate().all(|(i, event)| event.id.index() == i), "event ids");
    assert!(x.claims.iter().enumerate().all(|(i, claim)| claim.id.index() == i), "claim ids");

    for source in &x.sources {
        let full = x.source(x.fullest(source.id)).unwrap();
        assert!(full.refers_to.is_none(), "the links of source {} lead round in a circle", source.id.0);
    }
    assert!(x.attributions.iter().flat_map(|a| &a.source_chain).all(|id| x.source(*id).is_some()), "source chain");
    let mut owners = vec![0; x.events.len()];
    for claim in &x.claims {
        let sentence = x.sentence(claim.sentence).expect("the sentence of a claim");
        assert!(sentence.start <= claim.content[0].start && claim.content[0].start < sentence.end, "claim's sentence");
        assert!(claim.attribution.is_none_or(|id| x.attribution(id).is_some()), "attribution of a claim");
        assert!(claim.cues.iter().all(|id| x.cue(*id).is_some()), "cues of a claim");
        claim.events.iter().for_each(|id| owners[id.index()] += 1);
    }
    assert!(owners.iter().all(|owners| *owners <= 1), "an event with two claims");
}

/// The status follows from the rest, and a claim is below certain exactly where a cue makes it so.
fn check_statuses(extraction: &Extraction) {
    for claim in &extraction.claims {
        let has = |kind: CueKind| extraction.cues_of(claim).any(|cue| cue.kind == kind);
        let expected = if claim.certainty == Certainty::Unknown || claim.polarity == Polarity::Open {
            Status::Open
        } else if claim.certainty < Certainty::Certain || has(CueKind::Condition) {
            Status::Hedged
        } else if claim.tense == Tense::Future {
            Status::Projected
        } else {
            Status::Factual
        };
        assert_eq!(claim.status, expected, "{}", extraction.line(claim));
        let hedged = has(CueKind::Hedge) || has(CueKind::Condition) || has(CueKind::Question);
        match claim.status {
            Status::Hedged => assert!(hedged, "hedged without a cue: {}", extraction.line(claim)),
            Status::Factual | Status::Projected => {
                assert!(!hedged, "a cue, but not hedged: {}", extraction.line(claim))
            }
            _ => {}
        }
    }
}

/// What stands above the claims: keys, anchors, stand-alone text, explanations, occurrences.
fn check_document(text: &str, extraction: &Extraction) {
    for claim in &extraction.claims {
        assert_eq!(claim.key, extraction.key_of(claim));
        let anchor = claim.anchor(text);
        assert_eq!(anchor.find(text).expect("the quote is in its own text").span, anchor.position);
        let same = anchor.find_claim(text, extraction).expect("a claim is found in its own text");
        assert_eq!(same.key, claim.key);
        if let Some(subject) = &claim.subject {
            assert_eq!(subject.span.of(text), subject.text);
        }
        for diagnostic in &claim.diagnostics {
            assert!(!diagnostic.span.of(text).is_empty(), "{diagnostic:?}");
        }
        for edit in claim.standalone(extraction).edits {
            assert_eq!(edit.span.of(text), edit.from);
        }
        assert_eq!(extraction.explain(claim).status, claim.status);
    }
    let mut occurring: Vec<_> = extraction.occurrences().into_iter().flat_map(|occurrence| occurrence.events).collect();
    occurring.sort();
    assert!(occurring.windows(2).all(|pair| pair[0] != pair[1]), "an event in two occurrences");
    assert_eq!(factive::drift(&[extraction, extraction]).len(), 0, "drift between a text and itself");
}

fn check_wire(extraction: &Extraction) {
    let json = serde_json::to_string(extraction).unwrap();
    assert_eq!(serde_json::from_str::<Extraction>(&json).unwrap(), *extraction);
}
