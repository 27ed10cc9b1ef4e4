//! Runs the case files: `tests/cases/LAYER.txt` and `tests/cases/LAYER/*.txt`.
//!
//! `UPDATE=1 cargo test --test cases` writes what the crate finds now into the files; `git diff` is then the review. A case
//! whose expectation is right but not reached yet is named in `tests/known_failures.txt` and left alone; when it
//! passes, that is an error too, until it is struck from the list.

#[path = "case/file.rs"]
mod file;
#[path = "case/known.rs"]
mod known;
#[path = "case/layer.rs"]
mod layer;

use std::fmt::Write;
use std::path::{Path, PathBuf};

use crate::file::Case;

/// A layer: its name in `tests/cases`, and what it writes about a text, a line for each thing found.
type Layer = (&'static str, fn(&str) -> Vec<String>);

const LAYERS: &[Layer] = &[
    ("tokens", layer::tokens),
    ("sentences", layer::sentences),
    ("tags", layer::tags),
    ("cues", layer::cues),
    ("sources", layer::sources),
    ("attributions", layer::attributions),
    ("events", layer::events),
    ("all_events", layer::all_events),
    ("claims", layer::claims),
];

#[test]
fn cases() {
    let update = std::env::var_os("UPDATE").is_some_and(|value| value != "0");
    let known = known::read();
    let (mut report, mut run) = (String::new(), Vec::new());
    for path in files(&root()) {
        let name = name(&path);
        let Some((_, layer)) = LAYERS.iter().find(|(layer, _)| *layer == name.split('/').next().unwrap_or("")) else {
            writeln!(report, "{name}.txt belongs to no layer; there are {}", list()).unwrap();
            continue;
        };
        let mut file = file::read(&path);
        for case in &mut file.cases {
            let id = format!("{name}: {}", case.title);
            let found = layer(&case.text);
            match (found == case.expected, known.contains(&id)) {
                (false, false) if update => case.expected = found,
                (false, false) => report.push_str(&difference(&id, case, &found)),
                (true, true) if !update => {
                    writeln!(report, "{id}\n    passes: strike it from known_failures.txt").unwrap()
                }
                (true, true) => known::strike(&id),
                _ => {}
            }
            if run.contains(&id) {
                writeln!(report, "{id}\n    stands twice").unwrap();
            }
            run.push(id);
        }
        if update {
            file::write(&path, &file);
        }
    }
    for id in known.iter().filter(|id| !run.contains(id)) {
        writeln!(report, "{id}\n    stands in known_failures.txt, but there is no such case").unwrap();
    }
    assert!(report.is_empty(), "\n{report}\n`UPDATE=1 cargo test --test cases` rewrites the expectations\n");
    println!("{} cases, {} known failures", run.len(), known.len());
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

/// `claims/court` for `tests/cases/claims/court.txt`.
fn name(path: &Path) -> String {
    let relative = path.strip_prefix(root()).unwrap().with_extension("");
    relative.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn list() -> String {
    LAYERS.iter().map(|(layer, _)| *layer).collect::<Vec<_>>().join(", ")
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let mut files: Vec<_> = files.into_iter().filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    files.extend(folders.iter().flat_map(|folder| self::files(folder)));
    files.sort();
    files
}

/// The lines that differ, `-` for those expected and `+` for those found.
fn difference(id: &str, case: &Case, found: &[String]) -> String {
    let missing = case.expected.iter().filter(|line| !found.contains(line)).map(|line| format!("  - {line}\n"));
    let extra = found.iter().filter(|line| !case.expected.contains(line)).map(|line| format!("  + {line}\n"));
    let lines: String = missing.chain(extra).collect();
    let lines = if lines.is_empty() { "    the same lines in another order or number\n".into() } else { lines };
    format!("{id}\n    {}\n{lines}", case.text.replace('\n', "\n    "))
}
