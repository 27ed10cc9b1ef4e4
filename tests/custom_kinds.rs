//! A kind of event of the user's own, by a rule file alone: verbs, nouns, every role, and back from the wire.

use factive::{Event, EventKind, Extraction, Extractor, Role};

const RULES: &str = "
kind harvest
  verb: agent=subject target=object instrument=with<tool> recipient=for
  noun: agent=by,possessor target=of

rule farm/harvest
  kind: harvest
  verb: harvest
  object: <crop>
  noun: harvest
  yes: The farmers harvested the barley. => trigger=\"harvested\" agent=\"The farmers\" target=\"the barley\"
  no: The police harvested no praise.
";
const WORDS: &str = "[crop noun]\nbarley, wheat, grape\n\n[tool noun]\nscythe, machine";

fn extract(text: &str) -> Extraction {
    let builder = Extractor::builder().lexicon("farm.txt", WORDS).rules("farm.rules", RULES);
    builder.build().unwrap().extract(text)
}

#[track_caller]
fn check(text: &str, trigger: &str, roles: &[(Role, &str)]) {
    let extraction = extract(text);
    let event: &Event = extraction.events.iter().find(|event| event.rule == "farm/harvest").expect(text);
    assert_eq!((event.kind.name(), event.trigger.text.as_str()), ("harvest", trigger), "{text}");
    assert!(matches!(event.kind, EventKind::Custom(_)));
    let found: Vec<_> = event.args.iter().map(|arg| (arg.role, arg.text.as_str())).collect();
    assert_eq!(found, roles, "{text}");
}

#[test]
fn roles_are_filled_by_the_rule_file() {
    use Role::{Agent, Instrument, Recipient, Target, Time};
    check("The farmers harvested the barley.", "harvested", &[(Agent, "The farmers"), (Target, "the barley")]);
    check("The barley was harvested by the farmers.", "harvested", &[(Agent, "the farmers"), (Target, "The barley")]);
    check(
        "On Monday they harvested grapes with machines.",
        "harvested",
        &[(Agent, "they"), (Target, "grapes"), (Instrument, "machines"), (Time, "Monday")],
    );
    check(
        "The monks harvested the wheat for the village.",
        "harvested",
        &[(Agent, "The monks"), (Target, "the wheat"), (Recipient, "the village")],
    );
}

#[test]
fn conditions_hold_for_it() {
    assert!(extract("The police harvested the praise.").events.is_empty());
}

#[test]
fn it_has_polarity_and_certainty_like_any_other() {
    let extraction = extract("The farmers may not have harvested the barley.");
    let event = &extraction.events[0];
    assert_eq!((event.polarity, event.certainty), (factive::Polarity::Negative, factive::Certainty::Possible));
}

#[test]
fn it_comes_back_from_the_wire() {
    let extraction = extract("The farmers harvested the barley.");
    let wire = serde_json::to_string(&extraction).unwrap();
    assert!(wire.contains(r#""kind":"harvest""#), "{wire}");
    assert_eq!(serde_json::from_str::<Extraction>(&wire).unwrap(), extraction);
}

#[test]
fn faults_in_it_are_named() {
    let build = |rules: &str| Extractor::builder().rules("farm.rules", rules).build().unwrap_err().to_string();
    let rule = "rule farm/x\n  kind: harvest\n  verb: reap\n  yes: They reaped.\n  no: They slept.\n";
    assert!(build(rule).starts_with("farm.rules:2: kind \"harvest\" is not declared"), "{}", build(rule));
    let role = format!("kind harvest\n  verb: reaper=subject\n{rule}");
    assert!(build(&role).contains("role \"reaper\" is not known"), "{}", build(&role));
    let place = format!("kind harvest\n  verb: agent=topic\n{rule}");
    assert!(build(&place).starts_with("farm.rules:2: \"topic\" is no place"), "{}", build(&place));
}
