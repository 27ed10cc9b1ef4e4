//! The export as W3C Web Annotations: the shape of the JSON-LD, and selectors that point where they say.

use factive::{AnnotationBody, Selector, extract};
use serde_json::{Value, json};

const ADDRESS: &str = "https://example.org/news/7";

const TEXT: &str = "São Paulo’s mayor said the bridge, engineers warned, may “fall”. \
    The bridge, engineers warned, may fall. It is closed. It is closed.";

#[test]
fn a_claim_becomes_an_annotation() {
    let text = "Café owners fear that the tax was approved.";
    let page = serde_json::to_value(extract(text).web_annotations(text, ADDRESS)).unwrap();
    assert_eq!(page["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(page["id"], "https://example.org/news/7#claims");
    assert_eq!(page["type"], "AnnotationPage");
    let item = &page["items"][0];
    assert_eq!(item["type"], "Annotation");
    assert_eq!(item["motivation"], "classifying");
    let body = item["body"].as_array().unwrap();
    assert_eq!(
        body[0],
        json!({"type": "TextualBody", "purpose": "classifying", "value": "hedged", "format": "text/plain"})
    );
    let source = body.iter().find(|body| body["purpose"] == "identifying").unwrap();
    assert_eq!(source["type"], "SpecificResource");
    assert_eq!(source["source"], ADDRESS);
    let target = json!([{
        "type": "SpecificResource",
        "source": ADDRESS,
        "selector": [
            {"type": "TextQuoteSelector", "exact": "the tax was approved", "prefix": "Café owners fear that ", "suffix": "."},
            // code points, not bytes
            {"type": "TextPositionSelector", "start": 22, "end": 42},
        ],
    }]);
    assert_eq!(item["target"], target);
}

#[test]
fn selectors_point_at_what_they_quote() {
    let points: Vec<char> = TEXT.chars().collect();
    let page = extract(TEXT).web_annotations(TEXT, ADDRESS);
    let targets = page.items.iter().flat_map(|item| item.target.iter().map(|target| &target.selector));
    let sources = page.items.iter().flat_map(|item| &item.body).filter_map(|body| match body {
        AnnotationBody::SpecificResource { selector, .. } => Some(selector),
        _ => None,
    });
    let mut seen = 0;
    for selectors in targets.chain(sources) {
        let [Selector::TextQuoteSelector { exact, prefix, suffix }, Selector::TextPositionSelector { start, end }] =
            selectors
        else {
            panic!("{selectors:?}")
        };
        assert_eq!(points[*start..*end].iter().collect::<String>(), *exact);
        assert!(points[..*start].iter().collect::<String>().ends_with(prefix.as_str()));
        assert!(points[*end..].iter().collect::<String>().starts_with(suffix.as_str()));
        seen += 1;
    }
    assert!(seen > page.items.len());
}

#[test]
fn a_content_in_pieces_has_several_targets() {
    let page = extract(TEXT).web_annotations(TEXT, ADDRESS);
    assert!(page.items.iter().any(|item| item.target.len() == 2), "{page:#?}");
}

#[test]
fn ids_are_unique_and_outlive_edits_elsewhere() {
    let ids = |text: &str| -> Vec<String> {
        extract(text).web_annotations(text, ADDRESS).items.into_iter().map(|item| item.id).collect()
    };
    let before = ids(TEXT);
    let mut unique = before.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), before.len());
    assert!(before.last().unwrap().ends_with("-2"), "the same words twice are counted: {before:?}");
    let after = ids(&format!("Rain fell for days. {TEXT}"));
    assert!(before.iter().all(|id| after.contains(id)));
}

#[test]
fn a_text_without_claims_has_an_empty_page() {
    let page: Value = serde_json::to_value(extract("").web_annotations("", ADDRESS)).unwrap();
    assert_eq!(page["items"], json!([]));
}
