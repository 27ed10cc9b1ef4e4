//! Reads JSON lines with texts, writes JSON lines with extractions, in the same order.
//!
//! ```sh
//! cargo run --release --example batch -- IN.jsonl --output OUT.jsonl
//! ```
//!
//! A line in is `{"id": "...", "text": "..."}`, a line out `{"id": "...", "extraction": {...}}`. A line that cannot be read
//! is reported on standard error with its number; where it has an id it is answered by `{"id": ..., "error": "..."}`. The
//! exit code is then 1, and every other line is answered all the same.

mod line;
mod progress;

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::Parser;
use factive::Extractor;
use rayon::prelude::*;

use crate::line::{Answer, Extra};
use crate::progress::Progress;

/// Extracts the claims of many texts.
#[derive(Parser)]
struct Options {
    /// JSON lines with `id` and `text`; `-` is standard input.
    input: PathBuf,
    /// Where the answers go; `-` is standard output.
    #[arg(long, default_value = "-")]
    output: PathBuf,
    /// Adds `"tokens": [[start, end], ...]`: surface tokens, "don't" is one.
    #[arg(long)]
    tokens: bool,
    /// Adds `"words": [[start, end, "UPOS"], ...]`: syntactic words, "do" and "n't".
    #[arg(long)]
    words: bool,
    /// Reads `"date": "2015-05-04"` of a line as the day of its text, from which relative times are seen.
    #[arg(long)]
    dates: bool,
    /// Adds the events of kind `other`.
    #[arg(long)]
    all_events: bool,
    /// How many threads read; 0 is one for each core.
    #[arg(long, default_value_t = 0)]
    threads: usize,
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(bad) => {
            eprintln!("{bad} bad line{}", if bad == 1 { "" } else { "s" });
            ExitCode::FAILURE
        }
        // Whoever reads the output may stop early, as `head` does.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Answers every line and returns how many were bad.
fn run(options: &Options) -> Result<usize> {
    let extractor = match options.all_events {
        true => Extractor::builder().all_events().build()?,
        false => Extractor::new(),
    };
    let extra = Extra { tokens: options.tokens, words: options.words, dates: options.dates };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(options.threads).build()?;
    let mut input = open(&options.input)?;
    let mut output = create(&options.output, &options.input)?;
    let progress = Progress::new(&options.input);

    let (mut first, mut bad) = (1, 0);
    loop {
        let block = read_block(&mut input).with_context(|| format!("cannot read {}", options.input.display()))?;
        if block.is_empty() {
            break;
        }
        let groups = groups(&block);
        let answer = |lines: &&[Vec<u8>]| line::answers(lines, &extractor, extra);
        let answers: Vec<Answer> = pool.install(|| groups.par_iter().flat_map_iter(answer).collect());
        for (number, answer) in (first..).zip(&answers) {
            if let Some(reason) = &answer.error {
                bad += 1;
                progress.report(&format!("line {number}: {reason}"));
            }
            output.write_all(&answer.json)?;
        }
        first += block.len();
        progress.advance(block.iter().map(Vec::len).sum());
    }
    output.flush()?;
    progress.finish();
    Ok(bad)
}

/// The next lines, some megabytes of them, so that any input fits into memory; empty at the end.
fn read_block(input: &mut dyn BufRead) -> io::Result<Vec<Vec<u8>>> {
    const BYTES: usize = 8 << 20;
    let (mut lines, mut bytes) = (Vec::new(), 0);
    while bytes < BYTES {
        let mut line = Vec::new();
        match input.read_until(b'\n', &mut line)? {
            0 => break,
            read => bytes += read,
        }
        lines.push(line);
    }
    Ok(lines)
}

/// Lines that one thread reads together: a quarter of a megabyte of them, as the extractor does.
fn groups(block: &[Vec<u8>]) -> Vec<&[Vec<u8>]> {
    const BYTES: usize = 256 << 10;
    let (mut groups, mut rest) = (Vec::new(), block);
    while !rest.is_empty() {
        let mut bytes = 0;
        let full = rest.iter().position(|line| {
            bytes += line.len();
            bytes >= BYTES
        });
        let (group, behind) = rest.split_at(full.map_or(rest.len(), |last| last + 1));
        groups.push(group);
        rest = behind;
    }
    groups
}

fn open(path: &Path) -> Result<Box<dyn BufRead>> {
    if path == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
    Ok(Box::new(BufReader::with_capacity(1 << 20, file)))
}

fn create(path: &Path, input: &Path) -> Result<Box<dyn Write>> {
    if path == Path::new("-") {
        return Ok(Box::new(BufWriter::new(io::stdout().lock())));
    }
    let same = |a: &Path, b: &Path| matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b);
    if same(path, input) {
        bail!("the output would overwrite the input {}", input.display());
    }
    let file = File::create(path).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(Box::new(BufWriter::with_capacity(1 << 20, file)))
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe)
}
