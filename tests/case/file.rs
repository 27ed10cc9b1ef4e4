//! The format of a case file: whatever stands before the first case is a comment; a case is
//!
//! ```text
//! === What it shows
//! The text, on one or more lines. A character that cannot be seen is written \u{A0}.
//! ---
//! a line for each thing that is to be found
//! ```
//!
//! Blank lines around the text and between the cases belong to neither.

use std::path::Path;

pub struct File {
    comment: String,
    pub cases: Vec<Case>,
}

pub struct Case {
    pub title: String,
    pub text: String,
    pub expected: Vec<String>,
    /// The text as the file has it, with its escapes.
    written: String,
}

pub fn read(path: &Path) -> File {
    let content = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let (comment, rest) = match content.find("=== ") {
        Some(at) if at == 0 || content[..at].ends_with('\n') => content.split_at(at),
        _ => panic!("{}: no case; one starts with a line \"=== title\"", path.display()),
    };
    let cases = rest.strip_prefix("=== ").unwrap_or(rest).split("\n=== ").map(|block| case(block, path)).collect();
    File { comment: comment.to_owned(), cases }
}

pub fn write(path: &Path, file: &File) {
    let cases = file.cases.iter().map(|case| {
        let expected: String = case.expected.iter().map(|line| format!("{line}\n")).collect();
        format!("=== {}\n{}\n---\n{expected}", case.title, case.written)
    });
    let content = file.comment.clone() + &cases.collect::<Vec<_>>().join("\n");
    std::fs::write(path, content).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

fn case(block: &str, path: &Path) -> Case {
    let (title, rest) = block.split_once('\n').unwrap_or((block, ""));
    let at = format!("{}: case \"{title}\"", path.display());
    let rest = rest.strip_suffix('\n').unwrap_or(rest);
    let (written, expected) = match rest.split_once("\n---\n") {
        Some(parts) => parts,
        None => (rest.strip_suffix("\n---").unwrap_or_else(|| panic!("{at}: no line \"---\"")), ""),
    };
    let written = written.trim_matches('\n').to_owned();
    let expected = expected.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
    Case { title: title.to_owned(), text: unescape(&written, &at), expected, written }
}

/// Turns `\u{A0}` into the character.
fn unescape(written: &str, at: &str) -> String {
    let mut pieces = written.split("\\u{");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (code, rest) = piece.split_once('}').unwrap_or_else(|| panic!("{at}: an escape without its end"));
        let c = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
        text.push(c.unwrap_or_else(|| panic!("{at}: no character {code}")));
        text.push_str(rest);
    }
    text
}
