//! Keys and anchors: a claim is found again in a changed text.

use factive::{Anchor, Claim, FoundHow, Span, extract};

const TEXT: &str = "Heavy rain hit the valley on Sunday. The Orlo dam broke early on Monday, officials said. \
                    Rescuers have not reached the village. The mayor said two bridges were destroyed.";

fn claim<'e>(extraction: &'e factive::Extraction, part: &str) -> &'e Claim {
    extraction.claims.iter().find(|claim| claim.text.contains(part)).unwrap_or_else(|| panic!("no claim has {part:?}"))
}

#[test]
fn a_key_survives_edits_elsewhere() {
    let edited = TEXT
        .replace("Heavy rain hit the valley on Sunday.", "Snow fell. Nobody was surprised, residents said.")
        .replace("The mayor said two", "The mayor told reporters that nine");
    let (before, after) = (extract(TEXT), extract(&edited));
    for part in ["dam broke", "reached the village"] {
        assert_eq!(claim(&before, part).key, claim(&after, part).key, "{part}");
    }
    assert_ne!(claim(&before, "bridges").key, claim(&after, "bridges").key);
}

#[test]
fn a_key_knows_words_source_and_polarity_but_no_layout() {
    let key = |text: &str| extract(text).claims[0].key;
    let plain = key("The dam broke, officials said.");
    assert_eq!(plain, key("The  dam\nbroke, officials said."));
    assert_ne!(plain, key("The dam broke."));
    assert_ne!(plain, key("The dam broke, residents said."));
    assert_ne!(plain, key("The dam cracked, officials said."));
    assert_ne!(plain, key("The dam broke, officials denied."));
    let written = plain.to_string();
    assert!(written.len() == 16 && written.bytes().all(|byte| byte.is_ascii_hexdigit()));
    assert_eq!(written.parse(), Ok(plain));
}

#[test]
fn keys_do_not_change_between_versions() {
    assert_eq!(extract("The dam broke.").claims[0].key.to_string(), "87efd8ac8de56b03");
}

#[test]
fn an_anchor_finds_its_claim_in_the_same_text() {
    let extraction = extract(TEXT);
    assert!(extraction.claims.len() >= 4);
    for claim in &extraction.claims {
        let anchor = claim.anchor(TEXT);
        assert_eq!(anchor.position.of(TEXT), anchor.quote);
        assert_eq!(anchor.find(TEXT).unwrap().how, FoundHow::Unmoved);
        assert_eq!(anchor.find_claim(TEXT, &extraction).unwrap().id, claim.id);
    }
}

#[test]
fn an_anchor_finds_what_was_moved_or_changed() {
    let extraction = extract(TEXT);
    let dam = claim(&extraction, "dam broke").anchor(TEXT);
    assert_eq!(dam.prefix, " rain hit the valley on Sunday. ");
    assert_eq!(dam.suffix, ", officials said. Rescuers have ");

    let moved = format!("Update: {TEXT}");
    let found = dam.find(&moved).unwrap();
    assert_eq!((found.how, found.span.of(&moved)), (FoundHow::Moved, "The Orlo dam broke early on Monday"));

    let changed = TEXT.replace("broke early on Monday", "broke late on Monday night");
    let found = dam.find(&changed).unwrap();
    assert_eq!((found.how, found.span.of(&changed)), (FoundHow::Changed, "The Orlo dam broke late on Monday night"));
    let again = extract(&changed);
    assert_eq!(dam.find_claim(&changed, &again).unwrap().text, "The Orlo dam broke late on Monday night");

    let gone = TEXT.replace("The Orlo dam broke early on Monday", "Nothing happened");
    assert_eq!(dam.find(&gone), None);
    assert_eq!(dam.find_claim(&gone, &extract(&gone)), None);
}

#[test]
fn of_equal_quotes_the_surroundings_choose() {
    let text = "In the north, the road was closed. In the south, the road was closed.";
    let second = text.rfind("the road").unwrap();
    let anchor = Anchor::of(text, Span::new(second, second + "the road was closed".len()));
    let edited = text.replace("In the north", "In the far north-east");
    assert_eq!(anchor.find(&edited).unwrap().span.start, edited.rfind("the road").unwrap());
}

#[test]
fn any_span_of_any_text_has_an_anchor() {
    let text = "„Éa“ 北京 🚒 fell — «ça» broke";
    for start in 0..=text.len() + 2 {
        for end in start..=text.len() + 2 {
            let anchor = Anchor::of(text, Span::new(start, end));
            let found = anchor.find(text).map(|found| found.span.of(text));
            assert_eq!(found.unwrap_or_default(), anchor.quote);
        }
    }
}

#[test]
fn an_anchor_is_plain_json() {
    let anchor = extract("The dam broke.").claims[0].anchor("The dam broke.");
    let json = serde_json::to_string(&anchor).unwrap();
    assert!(
        json.starts_with(
            r#"{"position":{"start":0,"end":13},"quote":"The dam broke","prefix":"","suffix":".","key":""#
        )
    );
    assert_eq!(serde_json::from_str::<Anchor>(&json).unwrap(), anchor);
}
