//! Teaches the extractor a kind of event, words and a rule change of one's own, without a line of Rust for any of them.
//!
//! ```sh
//! cargo run --release --example custom_rules              # the text below
//! cargo run --release --example custom_rules -- FILE      # a text of yours
//! ```

use anyhow::Result;
use factive::Extractor;

const RULES: &str = include_str!("business.rules");
const WORDS: &str = include_str!("business.txt");

const TEXT: &str = "Harlan Foods acquired the bakery chain Korn & Sons in March, the company said. \
    Analysts believe that Harlan may also merge with its rival Delmar. \
    Delmar launched a hovercraft service on the lake.";

fn main() -> Result<()> {
    let text = match std::env::args().nth(1) {
        Some(path) => std::fs::read_to_string(path)?,
        None => TEXT.to_owned(),
    };

    println!("Out of the box:");
    print_events(&Extractor::new(), &text);

    println!("\nWith business.rules and business.txt:");
    let extractor = Extractor::builder().lexicon("business.txt", WORDS).rules("business.rules", RULES).build()?;
    print_events(&extractor, &text);

    println!("\nWithout the rule event/business-merge again:");
    let extractor = Extractor::builder()
        .lexicon("business.txt", WORDS)
        .rules("business.rules", RULES)
        .without_rule("event/business-merge")
        .build()?;
    print_events(&extractor, &text);

    println!("\nA rule that cannot be read says where and why:");
    match Extractor::builder().rules("faulty.rules", "rule event/faulty\n  kind: merger\n  verb: <sell>\n").build() {
        Ok(_) => println!("  it was read after all"),
        Err(error) => println!("  {error}"),
    }
    Ok(())
}

fn print_events(extractor: &Extractor, text: &str) {
    let extraction = extractor.extract(text);
    for event in &extraction.events {
        println!("  {event}    by {}", event.rule);
    }
    if extraction.events.is_empty() {
        println!("  no events");
    }
}
