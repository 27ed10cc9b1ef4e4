//! Scopes of cues against a file annotated by hand: `tests/scope.txt`. It fails where fewer than the floor are exact;
//! `cargo test --test scope -- --nocapture` prints the table and every difference.

use std::collections::BTreeMap;

use factive::{CueKind, extract};

/// In percent, of cues whose text and scope are both exact, and of those found.
const FLOOR: usize = 94;

#[derive(Default)]
struct Tally {
    sentences: usize,
    expected: usize,
    exact: usize,
    found: usize,
}

#[test]
fn scopes() {
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    let corpus = include_str!("scope.txt");
    let (_, groups) = corpus.split_once("\n## ").expect("a first group");
    for group in groups.split("\n## ") {
        let (construction, sentences) = group.split_once('\n').expect("sentences below the name of a group");
        let tally = tallies.entry(construction).or_default();
        let mut lines = sentences.lines().filter(|line| !line.is_empty()).peekable();
        while let Some(sentence) = lines.next() {
            let mut expected = Vec::new();
            while let Some(line) = lines.next_if(|line| line.starts_with("  ")) {
                let (cue, scope) = line.trim().split_once(" => ").expect("a cue and its scope");
                expected.push((cue, scope));
            }
            count(tally, construction, sentence, &expected);
        }
    }
    let (mut expected, mut exact, mut found) = (0, 0, 0);
    for (construction, tally) in &tallies {
        println!("{construction:12} {:3} sentences {:3} cues {:3} exact", tally.sentences, tally.expected, tally.exact);
        (expected, exact, found) = (expected + tally.expected, exact + tally.exact, found + tally.found);
    }
    println!("exact {exact} of {expected}, found {found}");
    assert!(expected > 100, "the corpus was not read");
    assert!(
        exact * 100 >= FLOOR * expected && exact * 100 >= FLOOR * found,
        "{exact} of {expected} exact, {found} found"
    );
}

fn count(tally: &mut Tally, construction: &str, sentence: &str, expected: &[(&str, &str)]) {
    let extraction = extract(sentence);
    let cues = extraction.cues.iter().filter(|cue| cue.kind != CueKind::Approximator);
    let found: Vec<(&str, &str)> = cues.map(|cue| (cue.text.as_str(), cue.scope.of(sentence))).collect();
    tally.sentences += 1;
    tally.expected += expected.len();
    tally.found += found.len();
    tally.exact += expected.iter().filter(|cue| found.contains(cue)).count();
    for (cue, scope) in expected.iter().filter(|cue| !found.contains(cue)) {
        println!("{construction}: {sentence}\n  - {cue} => {scope}");
    }
    for (cue, scope) in found.iter().filter(|cue| !expected.contains(cue)) {
        println!("{construction}: {sentence}\n  + {cue} => {scope}");
    }
}
