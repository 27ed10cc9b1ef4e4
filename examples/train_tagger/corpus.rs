//! Reads a treebank: JSON lines with text, word offsets and parts of speech, or CoNLL-U.

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// One word as the treebank has it.
#[derive(Clone, Debug)]
pub struct Token {
    pub text: String,
    /// Its universal part of speech, "_" for none.
    pub pos: String,
}

pub type Sentence = Vec<Token>;

/// Reads every sentence of a file, by its extension; those of documents whose name starts with one of `favoured`, twice.
pub fn read(path: &Path, favoured: &[String]) -> Result<Vec<Sentence>> {
    let data = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    match path.extension().and_then(|e| e.to_str()) {
        Some("jsonl") => read_json_lines(&data, favoured),
        Some("conllu") => Ok(read_conllu(&data, favoured)),
        _ => bail!("{}: expected .jsonl or .conllu", path.display()),
    }
}

fn times(document: &str, favoured: &[String]) -> usize {
    1 + usize::from(favoured.iter().any(|name| document.starts_with(name.as_str())))
}

fn read_conllu(data: &str, favoured: &[String]) -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut repeat = 1;
    for block in data.split("\n\n") {
        let mut sentence = Sentence::new();
        for line in block.lines() {
            if let Some(id) = line.strip_prefix("# newdoc id = ") {
                repeat = times(id, favoured);
            }
            let columns: Vec<&str> = line.split('\t').collect();
            if columns.len() > 3 && columns[0].bytes().all(|b| b.is_ascii_digit()) {
                sentence.push(Token { text: columns[1].to_owned(), pos: columns[3].to_owned() });
            }
        }
        if !sentence.is_empty() {
            out.extend(std::iter::repeat_n(sentence, repeat));
        }
    }
    out
}

fn read_json_lines(data: &str, favoured: &[String]) -> Result<Vec<Sentence>> {
    let mut out = Vec::new();
    for (number, line) in data.lines().enumerate() {
        let document: Value = serde_json::from_str(line).with_context(|| format!("line {}", number + 1))?;
        let text = document["text"].as_str().context("no text")?;
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let spans = |key: &str| -> Vec<(usize, usize)> {
            let list = document[key].as_array().map(Vec::as_slice).unwrap_or_default();
            list.iter().map(|s| (s[0].as_u64().unwrap_or(0) as usize, s[1].as_u64().unwrap_or(0) as usize)).collect()
        };
        let words = spans("words");
        let tags = document["upos"].as_array().context("no parts of speech")?;
        let id = document["id"].as_str().unwrap_or_default();
        let times = times(id, favoured);
        let mut next = 0;
        for (_, end) in spans("sentences") {
            let mut sentence = Sentence::new();
            while next < words.len() && words[next].0 < end {
                let (from, to) = words[next];
                sentence.push(Token {
                    text: text[starts[from]..starts[to]].to_owned(),
                    pos: tags[next].as_str().unwrap_or("_").to_owned(),
                });
                next += 1;
            }
            if !sentence.is_empty() {
                out.extend(std::iter::repeat_n(sentence, times));
            }
        }
    }
    Ok(out)
}
