//! A progress bar where somebody is looking.

use std::io::IsTerminal;
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};

pub struct Progress(ProgressBar);

impl Progress {
    /// A bar over the bytes of the file; one without an end for standard input; none where nobody looks.
    pub fn new(input: &Path) -> Self {
        if !std::io::stderr().is_terminal() {
            return Self(ProgressBar::hidden());
        }
        let size = std::fs::metadata(input).ok().filter(std::fs::Metadata::is_file).map(|data| data.len());
        let bar = size.map_or_else(ProgressBar::no_length, ProgressBar::new);
        let template = "{wide_bar} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left";
        Self(bar.with_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())))
    }

    pub fn advance(&self, bytes: usize) {
        self.0.inc(bytes as u64);
    }

    /// Writes a line to standard error without tearing the bar.
    pub fn report(&self, message: &str) {
        self.0.suspend(|| eprintln!("{message}"));
    }

    pub fn finish(&self) {
        self.0.finish_and_clear();
    }
}
