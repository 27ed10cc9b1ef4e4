//! How much of what people find in articles the crate finds: `cargo test --test accuracy -- --nocapture` prints
//! the table.
//!
//! The articles, what stands in them, and what each figure means: `tests/accuracy/README.md`. No figure may fall below
//! its floor in the `.floor` file beside the folder; `RAISE=1` raises the floors to what is reached now. `ARTICLES=folder`
//! measures on articles of your own. `DIFF=1` prints what is
//! missing, too much and wrong, `GOLD=1` the annotation as it was read; `DIFF=court` and `GOLD=court` for the articles
//! whose name begins so.

#[path = "accuracy/difference.rs"]
mod difference;
#[path = "accuracy/document.rs"]
mod document;
#[path = "accuracy/floor.rs"]
mod floor;
#[path = "accuracy/gold.rs"]
mod gold;
#[path = "accuracy/score.rs"]
mod score;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use factive::Span;

use crate::document::Document;
use crate::gold::Article;
use crate::score::{Figure, Figures};

/// The folders of articles; each has its floors in a file beside it.
const SETS: [&str; 2] = ["articles", "second"];

#[test]
fn accuracy() {
    if let Some(own) = std::env::var_os("ARTICLES") {
        measure(Path::new(&own));
        return;
    }
    let mut fallen = String::new();
    for set in SETS {
        let figures = measure(&folder().join(set));
        fallen += &floor::hold(&folder().join(format!("{set}.floor")), &figures).err().unwrap_or_default();
    }
    assert!(fallen.is_empty(), "\n{fallen}");
}

/// Prints the table of a folder of articles.
fn measure(articles: &Path) -> Figures {
    let articles = gold::read(articles).unwrap_or_else(|errors| panic!("\n{errors}\n"));
    let mut topics: BTreeMap<&str, Figures> = BTreeMap::new();
    let mut all = Figures::default();
    for article in &articles {
        let extraction = factive::extract(&article.text);
        let found = Document::from(&extraction);
        let (figures, pairs) = score::score(&article.text, &article.gold, &found);
        all.add(&figures);
        topics.entry(article.topic()).or_default().add(&figures);
        if wanted("GOLD", article) {
            println!("{}", difference::annotation(article));
        }
        if wanted("DIFF", article) {
            println!("{}", difference::show(article, &found, &pairs));
        }
    }
    println!("{}\n{}", size(&articles), table(&all, &topics));
    all
}

#[test]
fn the_annotation_agrees_with_itself() {
    let mut all = Figures::default();
    for set in SETS {
        let [once, again] = [(); 2].map(|()| gold::read(&folder().join(set)).unwrap_or_default());
        for (article, same) in once.iter().zip(&again) {
            all.add(&score::score(&article.text, &article.gold, &same.gold).0);
        }
    }
    assert!(all.iter().count() > 0);
    for (name, figure) in all.iter() {
        assert_eq!(figure.value(), 100.0, "{name}");
    }
}

#[test]
fn mistakes_in_an_article_are_told_by_line() {
    let wrong = |notes: &str| {
        let content = format!("The dam broke.\n\nThe dam may leak, he said. He said it again.\n---\n{notes}");
        gold::parse("dam", &content).err().unwrap_or_default()
    };
    let told = |line: usize, what: &str| vec![(line, what.to_owned())];
    assert_eq!(wrong("* The dam broke\nfactual past\n! accident broke | target The dam"), vec![]);
    assert_eq!(wrong("* The dam burst\n"), told(5, "\"The dam burst\" does not stand in the article"));
    assert_eq!(wrong("* he\n"), vec![], "whole words only");
    assert_eq!(
        wrong("\n* The dam\n"),
        told(6, "\"The dam\" stands in the article 2 times: say which one, \"The dam#1\" to \"#2\"")
    );
    assert_eq!(wrong("* The dam#3\n"), told(5, "\"The dam\" stands in the article 2 times only"));
    assert_eq!(wrong("* The dam broke\nsure past\n"), told(6, "\"sure\" begins no line that is known"));
    let hedged = "* The dam may leak\nhedged possible present\n";
    assert_eq!(wrong(hedged), told(5, "the claim is hedged, but no hedge is named"));
    assert_eq!(wrong(&format!("{hedged}hedge may\nby person he (said)")), vec![]);
    assert_eq!(wrong(&format!("{hedged}hedge may\nby he (said)")), told(8, "\"he\" at 34..36 (line 3) needs its kind"));
    assert_eq!(
        wrong("* The dam may leak\nfactual possible present\nhedge may"),
        told(5, "the claim is factual, but its marks make it hedged")
    );
    assert_eq!(
        wrong("* The dam broke\nfactual past\n! leakage broke"),
        told(7, "there is no kind of event \"leakage\"")
    );
    assert_eq!(
        wrong("* The dam broke\nfactual past\n! accident leak"),
        told(7, "the trigger does not stand in the content of the claim")
    );
}

fn wanted(variable: &str, article: &Article) -> bool {
    std::env::var(variable).is_ok_and(|names| names == "1" || (!names.is_empty() && article.name.starts_with(&names)))
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/accuracy")
}

fn size(articles: &[Article]) -> String {
    let count = |number: fn(&Article) -> usize| articles.iter().map(number).sum::<usize>();
    let claims = count(|article| article.gold.claims.len());
    let primary = count(|article| article.gold.claims.iter().filter(|claim| claim.primary).count());
    let attributed = count(|article| article.gold.claims.iter().filter(|claim| claim.attributed).count());
    let hedges = count(|article| {
        let mut spans: Vec<Span> = article.gold.claims.iter().flat_map(|claim| claim.hedges.iter().copied()).collect();
        spans.sort();
        spans.dedup();
        spans.len()
    });
    let events = count(|article| article.gold.events.iter().filter(|event| !event.optional).count());
    let sources = count(|article| article.gold.sources.len());
    let links = count(|article| article.gold.sources.iter().filter(|source| source.refers_to.is_some()).count());
    format!(
        "{} articles: {claims} claims ({primary} primary, {attributed} attributed), {hedges} hedges, {events} events, \
         {sources} source mentions, {links} links between them\n",
        articles.len()
    )
}

/// A line for each figure, a column for each topic.
fn table(all: &Figures, topics: &BTreeMap<&str, Figures>) -> String {
    let heads: String = topics.keys().map(|topic| format!("{topic:>10}")).collect();
    let mut lines = format!("{:<16}{:>7}{:>7}{:>7}{:>7}{heads}\n", "", "all", "P", "R", "of");
    for (name, figure) in all.iter() {
        let (sides, of) = match figure {
            Figure::Found { gold, .. } => (format!("{:>7.1}{:>7.1}", figure.precision(), figure.recall()), gold),
            Figure::Right { asked, .. } => (" ".repeat(14), asked),
        };
        let values = topics.values().map(|figures| figures.get(name).map_or(0.0, Figure::value));
        let columns: String = values.map(|value| format!("{value:>10.1}")).collect();
        lines += &format!("{name:<16}{:>7.1}{sides}{of:>7}{columns}\n", figure.value());
    }
    lines
}
