//! The contract of the `batch` example: every line answered or reported, in order, whatever the number of threads.

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn batch(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO"));
    command.args(["run", "--quiet", "--example", "batch"]).current_dir(env!("CARGO_MANIFEST_DIR"));
    if in_release() {
        command.arg("--release");
    }
    command.arg("--").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

/// Whether this test was built for release, assertions or not: the program of the same build is there already.
fn in_release() -> bool {
    std::env::current_exe().unwrap().components().any(|part| part.as_os_str() == "release")
}

fn lines(output: &Output) -> Vec<Value> {
    output.stdout.split(|b| *b == b'\n').filter(|l| !l.is_empty()).map(|l| serde_json::from_slice(l).unwrap()).collect()
}

#[test]
fn bad_lines_are_reported_and_the_others_answered() {
    let input = b"{\"id\": \"a\", \"text\": \"The dam broke.\", \"more\": [1]}\r\n\nnonsense\n{\"id\": \"b\", \"text\": \"bro\n\
        {\"id\": \"c\"}\n{\"text\": \"x\"}\n{\"id\": \"d\", \"text\": \"\xff\"}\n[]\n{\"id\": 7, \"text\": \"\"}";
    let output = batch(&["-"], input);
    assert_eq!(output.status.code(), Some(1));
    let lines = lines(&output);
    let summary: Vec<_> = lines.iter().map(|line| (line["id"].to_string(), line.get("error").is_some())).collect();
    let expected = [("\"a\"", false), ("\"b\"", true), ("\"c\"", true), ("\"d\"", true), ("7", false)];
    assert_eq!(summary, expected.map(|(id, bad)| (id.to_owned(), bad)));
    assert_eq!(lines[0]["extraction"]["schema"], 1);
    let report = String::from_utf8(output.stderr).unwrap();
    for number in [3, 4, 5, 6, 7, 8] {
        assert!(report.contains(&format!("line {number}: ")), "{report}");
    }
    assert!(report.ends_with("6 bad lines\n"), "{report}");
}

#[test]
fn dates_are_the_days_of_the_texts() {
    let input = b"{\"id\": 1, \"text\": \"Rebels attacked the port on Monday.\", \"date\": \"2021-06-16\"}\n\
        {\"id\": 2, \"text\": \"Rebels attacked the port on Monday.\"}\n{\"id\": 3, \"text\": \"\", \"date\": \"June\"}";
    let output = batch(&["-", "--dates"], input);
    assert_eq!(output.status.code(), Some(1));
    let lines = lines(&output);
    assert_eq!(lines[0]["extraction"]["events"][0]["when"]["from"], "2021-06-14");
    assert_eq!(lines[1]["extraction"]["events"][0]["when"].get("from"), None);
    assert!(lines[2]["error"].as_str().unwrap().contains("write 2015-05-04"));
}

#[test]
fn the_answer_does_not_depend_on_the_threads() {
    let line = |i: usize| {
        format!("{{\"id\": \"{i}\", \"text\": \"Officials said {i} people may have left the port on Monday.\"}}\n")
    };
    let input: String = (0..300).map(line).collect();
    let flags = ["-", "--tokens", "--words", "--all-events", "--threads"];
    let one = batch(&[&flags[..], &["1"]].concat(), input.as_bytes());
    let many = batch(&[&flags[..], &["5"]].concat(), input.as_bytes());
    assert!(one.status.success() && many.status.success());
    assert!(one.stdout == many.stdout);
    assert_eq!(lines(&one).len(), 300);
}
