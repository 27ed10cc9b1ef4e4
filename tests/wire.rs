//! The wire format, version 1: `wire/v1.json` is read and written for ever as it stands there.

use factive::{Extraction, SCHEMA, Status};
use serde_json::{Value, json};

const V1: &str = include_str!("wire/v1.json");
const TEXT: &str = "The governor wrote in her channel on Monday that debris may have damaged two substations.";

#[test]
fn version_1_is_written_as_it_was_read() {
    let extraction: Extraction = serde_json::from_str(V1).unwrap();
    assert_eq!(serde_json::to_string_pretty(&extraction).unwrap(), V1.trim_end());
}

#[test]
fn version_1_means_what_it_meant() {
    let extraction: Extraction = serde_json::from_str(V1).unwrap();
    let claim = extraction.hedged().next().unwrap();
    assert_eq!(claim.status, Status::Hedged);
    assert_eq!(claim.content[0].of(TEXT), claim.text);
    assert_eq!(extraction.source_of(claim).unwrap().text, "The governor");
    assert_eq!(
        extraction.to_string(),
        "hedged possible past by \"The governor\" (wrote, via \"her channel\"): \"debris may have damaged two substations\" [may] \
         {damage damaged agent=\"debris\" target=\"two substations\" count=2 possible past}\n"
    );
}

#[test]
fn the_schema_comes_first() {
    let json = serde_json::to_string(&factive::extract("")).unwrap();
    assert!(json.starts_with(&format!("{{\"schema\":{SCHEMA},")), "{json}");
}

#[test]
fn readers_ignore_unknown_fields_and_miss_no_optional_ones() {
    let mut value: Value = serde_json::from_str(V1).unwrap();
    let expected: Extraction = serde_json::from_value(value.clone()).unwrap();
    value["from_the_future"] = json!({"any": ["thing"]});
    value["claims"][0]["from_the_future"] = json!(1);
    value["sources"][0].as_object_mut().unwrap().retain(|name, _| name != "name" && name != "refers_to");
    assert_eq!(serde_json::from_value::<Extraction>(value).unwrap(), expected);
}

#[test]
fn references_are_written_only_where_there_are_any() {
    let value = serde_json::to_value(factive::extract(TEXT)).unwrap();
    let expected = json!([{"pronoun": {"start": 22, "end": 25}, "possessive": true,
        "antecedent": {"span": {"start": 0, "end": 12}, "text": "The governor"}}]);
    assert_eq!(value["references"], expected);
    assert!(serde_json::to_value(factive::extract("It rained.")).unwrap().get("references").is_none());
}

#[test]
fn ids_that_point_nowhere_are_no_panic() {
    let mut value: Value = serde_json::from_str(V1).unwrap();
    value["sources"][0]["refers_to"] = json!(0);
    value["claims"][0]["attribution"] = json!(7);
    value["claims"][0]["events"] = json!([3]);
    let extraction: Extraction = serde_json::from_value(value).unwrap();
    assert!(extraction.source_of(&extraction.claims[0]).is_none());
    assert_eq!(extraction.claims_of(factive::SourceId(0)).count(), 0);
    assert!(extraction.to_string().starts_with("hedged possible past: \"debris may"));
}
