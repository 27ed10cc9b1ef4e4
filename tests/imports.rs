//! Imports go one way: a module uses those below it, never those above or beside it.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules from the top down. Those of one line do not know each other.
const ORDER: &[&[&str]] = &[
    &["extractor"],
    &["annotate"],
    &["pattern"],
    &["syntax"],
    &["lexicon"],
    &["tag"],
    &["sentence"],
    &["token", "inflect"],
    &["web_annotation"],
    &["anchor", "document", "explain", "standalone"],
    &["key"],
    &["display", "view", "offsets", "ontology"],
    &["model"],
    &["span", "error"],
];

/// Data without code: the one place that hands it to the others may import it, and the tokenizer, which can be used alone.
const DATA: &str = "english";
const DATA_READERS: &[&str] = &["extractor", "token", "sentence"];

#[test]
fn imports_go_down() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut faults = Vec::new();
    for path in files(&root) {
        let relative = path.strip_prefix(&root).unwrap();
        let module = relative.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs");
        if module == "lib" {
            continue;
        }
        for used in uses(&fs::read_to_string(&path).unwrap()) {
            if let Err(reason) = allowed(module, &used) {
                faults.push(format!("{}: {reason}", relative.display()));
            }
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

fn allowed(module: &str, used: &str) -> Result<(), String> {
    let rank = |name: &str| ORDER.iter().position(|line| line.contains(&name));
    if module == used {
        return Ok(());
    }
    if used == DATA {
        return match DATA_READERS.contains(&module) {
            true => Ok(()),
            false => Err(format!("{DATA} is handed down, not imported")),
        };
    }
    if module == DATA {
        return Err(format!("{DATA} holds data only, but imports {used}"));
    }
    match (rank(module), rank(used)) {
        (None, _) => Err(format!("{module} has no place in the order yet")),
        (_, None) => Err(format!("{used} has no place in the order yet")),
        (Some(at), Some(below)) if at < below => Ok(()),
        _ => Err(format!("{module} must not import {used}")),
    }
}

/// The modules that a file names by `crate::module`, without its tests and comments.
fn uses(source: &str) -> Vec<String> {
    let source = source.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let code: String = source.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
    let mut uses = Vec::new();
    for piece in code.split("crate::").skip(1) {
        match piece.strip_prefix('{') {
            Some(group) => uses.extend(group_heads(group)),
            None => uses.push(word(piece)),
        }
    }
    // What lib.rs exports may be named without its module.
    uses.retain(|name| name.starts_with(|c: char| c.is_ascii_lowercase()));
    uses.sort();
    uses.dedup();
    uses
}

/// The first words of `a::{b, c}, d}`: `a`, `d`.
fn group_heads(group: &str) -> Vec<String> {
    let (mut depth, mut heads, mut start) = (0, Vec::new(), 0);
    for (i, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                heads.push(word(group[start..i].trim_start()));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                heads.push(word(group[start..i].trim_start()));
                start = i + 1;
            }
            _ => {}
        }
    }
    heads
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = paths.partition(|path| path.is_dir());
    let mut files: Vec<_> = files.into_iter().filter(|path| path.extension().is_some_and(|end| end == "rs")).collect();
    files.extend(folders.iter().flat_map(|folder| self::files(folder)));
    files.sort();
    files
}

#[test]
fn groups_are_read() {
    let source = "use crate::{span::Span, model::{Claim, Cue}};\n// crate::pattern\nlet x = crate::token::hash(b);";
    assert_eq!(uses(source), ["model", "span", "token"]);
    assert!(allowed("token", "annotate").is_err());
    assert!(allowed("view", "display").is_err());
    assert!(allowed("tag", "span").is_ok());
}
