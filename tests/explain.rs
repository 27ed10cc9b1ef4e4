//! Explanations and diagnostics.

use factive::{Claim, CueKind, DiagnosticKind, Extraction, Status, extract};

fn first(text: &str) -> (Extraction, Claim) {
    let extraction = extract(text);
    let claim = extraction.claims.first().unwrap_or_else(|| panic!("no claim in {text:?}")).clone();
    (extraction, claim)
}

#[test]
fn each_cue_and_rule_is_named() {
    let (extraction, claim) = first("The flood may not reach the port, officials said.");
    let words = extraction.explain(&claim).to_string();
    for part in
        ["\"officials\" answers for it, reported with \"said\"", "\"may\" lowers", "\"not\" turns", "hedged because"]
    {
        assert!(words.contains(part), "{part:?} is not in\n{words}");
    }
    for cue in extraction.cues_of(&claim) {
        assert!(words.contains(&format!("rule {}", cue.rule)), "{words}");
    }
}

#[test]
fn who_says_we_is_the_speaker() {
    let extraction = extract("\"We demand an inquiry,\" said Lena Vos, the mayor of Darvan.");
    let claim = extraction.claims.iter().find(|claim| claim.text == "an inquiry").unwrap();
    let words = extraction.explain(claim).to_string();
    assert!(words.starts_with("\"Lena Vos, the mayor of Darvan\", as \"We\" answers for it"), "{words}");
}

#[test]
fn a_denial_is_told_as_one() {
    let extraction = extract("The army denied that its drones hit the port.");
    let claim = extraction.claims.iter().find(|claim| claim.attribution.is_some()).unwrap();
    let words = extraction.explain(claim).to_string();
    assert!(words.contains("\"denied\" denies it"), "{words}");
}

#[test]
fn what_is_unlikely_is_no_denial() {
    let (extraction, claim) = first("The army is unlikely to attack soon, the ministry said.");
    let words = extraction.explain(&claim).to_string();
    assert!(words.contains("\"unlikely\" lowers the commitment and turns it into its opposite"), "{words}");
    assert!(!words.contains("denies"), "{words}");
}

#[test]
fn a_flip_names_every_cue_that_has_to_go() {
    let (extraction, claim) = first("The flood may possibly reach the port.");
    let flip = extraction.explain(&claim).flip.unwrap();
    assert!(flip.without.iter().all(|id| extraction.cue(*id).unwrap().kind == CueKind::Hedge));
    assert_eq!(flip.without.len(), claim.cues.len());
    assert_ne!(flip.becomes, Status::Hedged);

    let (extraction, claim) = first("The dam broke on Monday.");
    let flip = extraction.explain(&claim).flip.unwrap();
    assert_eq!((flip.without.len(), flip.becomes), (0, Status::Hedged));
    assert!(extraction.flip_in_words(&flip).contains("with a hedge"));
    assert!(extraction.explain(&claim).to_string().ends_with(&format!("{}\n", flip.words)));
}

/// Taking out the cues that a flip names does give the status that it names.
#[test]
fn flips_are_true() {
    for (text, without) in [
        ("Rebels may have captured the airfield.", "Rebels have captured the airfield."),
        ("The rebels reportedly captured the airfield.", "The rebels captured the airfield."),
        ("The bridge was allegedly destroyed by drones.", "The bridge was destroyed by drones."),
        ("The mayor will probably resign.", "The mayor will resign."),
    ] {
        let (extraction, claim) = first(text);
        let flip = extraction.explain(&claim).flip.unwrap();
        assert_eq!(flip.becomes, first(without).1.status, "{text}");
        let cue = extraction.cue(flip.without[0]).unwrap();
        assert!(text.contains(&cue.text) && !without.contains(&cue.text), "{text}");
    }
}

/// The words that a diagnostic of this kind points at, over all claims.
fn diagnosed(text: &str, kind: DiagnosticKind) -> Vec<String> {
    let claims = extract(text).claims;
    let found = claims.iter().flat_map(|claim| &claim.diagnostics).filter(|diagnostic| diagnostic.kind == kind);
    found.map(|diagnostic| diagnostic.span.of(text).to_owned()).collect()
}

#[test]
fn ambiguities_are_pointed_at() {
    use DiagnosticKind::*;
    assert_eq!(diagnosed("It rained for a week. He said the dam broke.", UnlinkedSource), ["He"]);
    assert_eq!(diagnosed("Residents may enter the town on Friday.", AmbiguousModal), ["may"]);
    assert_eq!(diagnosed("The army did not leave the town because of the flood.", NegatedReason), ["because"]);
    assert_eq!(
        diagnosed("The mayor said: \"The dam broke. Two roads were closed.", UnclosedQuotation).first().unwrap(),
        "\""
    );
}

#[test]
fn what_is_clear_is_not() {
    for text in [
        "Governor Ana Ruiz said the dam broke.",
        "The flood may have reached the port.",
        "The dam may be unsafe.",
        "The army did not leave the town, because the road was closed.",
        "The mayor said: \"The dam broke. Two roads were closed.\"",
        "\"The dam broke,\" the mayor said.",
    ] {
        assert!(extract(text).claims.iter().all(|claim| claim.diagnostics.is_empty()), "{text}");
    }
}

#[test]
fn a_hedge_goes_with_an_ambiguous_modal() {
    let (_, claim) = first("Residents may enter the town on Friday.");
    assert_eq!(claim.status, Status::Hedged);
}
