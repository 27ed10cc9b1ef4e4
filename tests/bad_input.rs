//! Texts that nobody wants: answered in time proportional to their length, and never by a panic.

mod invariant;

use std::time::{Duration, Instant};

use factive::extract;

#[test]
fn strange_texts() {
    let texts = [
        "",
        " ",
        "\n\n\n",
        ".",
        "...",
        "\u{0}",
        "\u{1}\u{2}\u{7f} said \u{85}",
        "\u{301}",
        "a \u{301}\u{301} b",
        "\u{feff}The dam broke, he said.",
        "“The dam broke, he said.",
        "The dam” broke, he said “",
        "\"\"\"\"\"",
        "((((he said)",
        "))))he said((((",
        "‘“‘“The dam broke",
        "He said: \"She said: 'They said: \"No.",
        "The dam broke.\r\nThe port, he said,\r\n\r\nwas flooded.\r",
        "said said said said",
        "that that that that",
        "He said he said he said he said he said",
        "may may not may not may",
        "to and how nor not the wharf it sold painted",
        "MR. DR. INC. U.S.",
        "🚒🚒🚒 said 🚒",
        "\u{202e}dias eh ,ekorb mad ehT",
        "\u{200b}\u{200d}\u{fe0f}",
        "İstanbul’da, I ſaid, ﬁre Σ",
    ];
    for text in texts {
        invariant::check(text, &extract(text));
    }
}

#[test]
fn a_time_behind_many_articles() {
    let text = format!("Rebels attacked the port {}week ago.", "a ".repeat(50_000));
    invariant::check(&text, &extract(&text));
}

#[test]
fn long_texts_in_linear_time() {
    // A quadratic step would need hours for the release size and minutes for the other.
    let one_word = if cfg!(debug_assertions) { 1 << 20 } else { 50 << 20 };
    let many_words = UNITS.iter().map(|unit| (*unit, one_word / 16));
    for (unit, bytes) in [("a", one_word)].into_iter().chain(many_words) {
        let text = unit.repeat(bytes / unit.len());
        let start = Instant::now();
        let extraction = extract(&text);
        let time = start.elapsed();
        assert!(time < Duration::from_secs(60), "{} bytes of {unit:?} took {time:?}", text.len());
        assert!(extraction.sentences.iter().all(|span| text.get(span.start..span.end).is_some()));
    }
}

/// What is repeated: single signs and words, and what makes the later layers look far to the left or right.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "said ", "\"", "“", "(", ",", ", and ", "that ", "he said ", "- ", ".", "\n", "\u{301}", "北", "Mr. ", "1,", "x-", "'s ",
    "if not ", "the man who ", "“It rained.\n\n", "He said \"no\". ", "Ana Ruiz said it may rain. She denied it.\n\n",
    "the attack on the port of the town in ", "according to ", "killed 12, ", "? ", "A: B\n",
];

#[test]
fn a_bracket_without_a_clause_in_it() {
    assert!(factive::extract("thecitingciting and[protest been is").claims.len() < 4);
}
