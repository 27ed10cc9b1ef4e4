//! How fast each layer reads a file, on one core and on all, beside two scans that everybody has.
//!
//! ```sh
//! cargo run --release --example throughput             # news made up for the purpose
//! cargo run --release --example throughput -- FILE     # JSON lines with "text", or plain text
//! ```

#[path = "../benches/corpus.rs"]
mod corpus;
#[path = "../benches/reference.rs"]
mod reference;

use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use clap::Parser;
use factive::Extractor;
use rayon::prelude::*;
use serde::Deserialize;

/// Measures how fast each layer reads a file.
#[derive(Parser)]
struct Options {
    /// JSON lines with a field "text", or plain text. Without it: two megabytes of made-up news.
    file: Option<PathBuf>,
    /// How many seconds each figure takes.
    #[arg(long, default_value_t = 0.5)]
    seconds: f64,
}

/// What a layer finds in texts, as a number.
type Count<'a> = &'a (dyn Fn(&[String]) -> usize + Sync);

fn main() -> Result<()> {
    let options = Options::parse();
    let texts = match &options.file {
        Some(path) => read(path)?,
        None => blocks(&corpus::news(2 << 20)),
    };
    let bytes: usize = texts.iter().map(String::len).sum();
    ensure!(bytes > 0, "there is no text");
    let slice = Duration::from_secs_f64(options.seconds.clamp(0.01, 60.0));

    let start = Instant::now();
    let extractor = Extractor::new();
    black_box(extractor.extract(""));
    let start_up = start.elapsed();

    let classes: Count = &each(reference::byte_classes);
    let words: Count = &each(reference::unicode_words);
    let stages: &[(&str, Count)] = &[
        ("tokens", &each(|text| factive::tokens(text).count())),
        ("tokens and sentences", &each(|text| factive::sentences(text).count())),
        ("with word classes", &each(|text| factive::tagged_words(text).count())),
        ("everything, by one", &each(|text| extractor.extract(text).claims.len())),
        ("everything, by many", &|texts| extractor.extract_all(texts).map(|found| found.claims.len()).sum()),
    ];

    println!("{:.2} MB in {} texts, {} cores", bytes as f64 / 1e6, texts.len(), rayon::current_num_threads());
    println!("start-up {:.2} ms", start_up.as_secs_f64() * 1e3);
    println!();
    println!("{:22}{:>10}{:>16}{:>16}{:>14}", "", "one core", "x unicode words", "x byte classes", "all cores");
    row("byte classes", bytes, &measure(&texts, slice, classes), None);
    row("unicode words", bytes, &measure(&texts, slice, words), None);
    for (name, stage) in stages {
        // The references run again beside each stage: on a busy machine a figure of a second ago is another machine's.
        let times = measure(&texts, slice, stage);
        let words = measure_one(&texts, slice / 2, words);
        let classes = measure_one(&texts, slice / 2, classes);
        row(name, bytes, &times, Some((words, classes)));
    }
    Ok(())
}

/// The best time over all texts, on one core and on all.
struct Times {
    one: f64,
    all: f64,
}

fn measure(texts: &[String], slice: Duration, count: Count) -> Times {
    // so many pieces that no core waits long for another
    let piece = texts.len().div_ceil(8 * rayon::current_num_threads());
    let all = || texts.par_chunks(piece).map(count).sum();
    Times { one: measure_one(texts, slice, count), all: best(slice, all) }
}

fn measure_one(texts: &[String], slice: Duration, count: Count) -> f64 {
    best(slice, || count(texts))
}

/// Reads the texts one by one.
fn each(count: impl Fn(&str) -> usize + Sync) -> impl Fn(&[String]) -> usize + Sync {
    move |texts| texts.iter().map(|text| count(text)).sum()
}

fn best(slice: Duration, mut run: impl FnMut() -> usize) -> f64 {
    let (begin, mut best) = (Instant::now(), f64::INFINITY);
    loop {
        let start = Instant::now();
        black_box(run());
        best = best.min(start.elapsed().as_secs_f64());
        if begin.elapsed() >= slice {
            return best;
        }
    }
}

fn row(name: &str, bytes: usize, times: &Times, references: Option<(f64, f64)>) {
    let speed = |seconds: f64| bytes as f64 / 1e6 / seconds;
    let ratio = |reference: Option<f64>| reference.map_or(String::new(), |time| format!("{:.3}", time / times.one));
    let (words, classes) = (references.map(|r| r.0), references.map(|r| r.1));
    let (one, all) = (format!("{:.1} MB/s", speed(times.one)), format!("{:.1} MB/s", speed(times.all)));
    println!("{name:22}{one:>10}{:>16}{:>16}{all:>14}", ratio(words), ratio(classes));
}

fn read(path: &Path) -> Result<Vec<String>> {
    #[derive(Deserialize)]
    struct Line {
        text: String,
    }
    let content = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let lines = content.lines().filter(|line| !line.trim().is_empty());
    let texts: serde_json::Result<Vec<String>> =
        lines.map(|line| Ok(serde_json::from_str::<Line>(line)?.text)).collect();
    Ok(texts.unwrap_or_else(|_| blocks(&content)))
}

/// Plain text in pieces that several cores can share, cut at blank lines.
fn blocks(content: &str) -> Vec<String> {
    const BYTES: usize = 16 << 10;
    let mut blocks = vec![String::new()];
    for paragraph in content.split_inclusive("\n\n") {
        match blocks.last_mut() {
            Some(block) if block.len() < BYTES => block.push_str(paragraph),
            _ => blocks.push(paragraph.to_owned()),
        }
    }
    blocks
}
