//! The list of cases that are right and not reached yet: a line `layer/file: title` each, `#` starts a comment.

use std::path::PathBuf;

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/known_failures.txt")
}

pub fn read() -> Vec<String> {
    let content = std::fs::read_to_string(path()).unwrap();
    content
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

/// Takes a case from the list.
pub fn strike(id: &str) {
    let content = std::fs::read_to_string(path()).unwrap();
    let lines = content.lines().filter(|line| line.trim() != id).map(|line| format!("{line}\n"));
    std::fs::write(path(), lines.collect::<String>()).unwrap();
}
