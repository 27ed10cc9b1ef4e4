//! Reads word lists in the format of [`crate::lexicon`].

use super::{Class, LexiconBuilder, Part};
use crate::error::Error;

/// What the last section head said.
struct Section {
    class: Class,
    parts: Vec<Part>,
}

impl LexiconBuilder {
    /// Adds a source; what it takes out concerns the sources before it.
    pub fn add(&mut self, origin: &str, text: &str) -> Result<(), Error> {
        let mut section: Option<Section> = None;
        for (number, line) in (1..).zip(text.split('\n')) {
            let line = line.bytes().position(|byte| byte == b'#').map_or(line, |at| &line[..at]);
            let fail = |message: String| Error::new(origin, number, message);
            let line = trim(line);
            if line.starts_with('[') {
                section = Some(self.section(line).map_err(fail)?);
                continue;
            }
            for entry in entries(line) {
                let Some(section) = &section else {
                    return Err(fail("entry outside a section; put a head such as [weapon noun] above it".into()));
                };
                self.line_entry(section, entry).map_err(fail)?;
            }
        }
        Ok(())
    }

    /// Reads a section head and declares the class and those above it by its dots.
    fn section(&mut self, head: &str) -> Result<Section, String> {
        let Some(head) = head.strip_prefix('[').and_then(|head| head.strip_suffix(']')) else {
            return Err("section head without its closing bracket; write [name verb]".into());
        };
        let mut words = head.split_whitespace();
        let name = words.next().unwrap_or("");
        check_name(name)?;
        let parts = words.map(part).collect::<Result<Vec<_>, _>>()?;
        if parts.is_empty() {
            return Err(format!("class \"{name}\" lacks its part of speech; write [{name} noun]"));
        }
        Ok(Section { class: self.declare(name), parts })
    }

    fn declare(&mut self, name: &str) -> Class {
        if let Some(class) = self.class(name) {
            return class;
        }
        let class = self.new_class(name);
        if let Some((above, _)) = name.rsplit_once('.') {
            let above = self.declare(above);
            self.put_inside(class, above);
        }
        class
    }

    fn line_entry(&mut self, section: &Section, entry: &str) -> Result<(), String> {
        if let Some(name) = entry.strip_prefix('<') {
            let name = name.strip_suffix('>').ok_or("class without its closing >")?;
            let Some(other) = self.class(name) else {
                return Err(format!("lexicon class \"{name}\" is not defined; define it above this line"));
            };
            self.put_inside(other, section.class);
        } else if let Some(lemma) = entry.strip_prefix('-') {
            let lemma = lemma.trim();
            // not any(): it is taken out in every part of speech
            let taken =
                section.parts.iter().fold(false, |taken, &part| self.remove(section.class, part, lemma) | taken);
            if !taken {
                return Err(format!("\"{lemma}\" is not in the class, so it cannot be taken out"));
            }
        } else {
            if !entry.chars().any(char::is_alphanumeric) {
                return Err(format!("\"{entry}\" is no word"));
            }
            for &part in &section.parts {
                self.insert(section.class, part, entry);
            }
        }
        Ok(())
    }
}

/// The entries of a line between its commas.
fn entries(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let line = rest?;
        // a loop over bytes: the entries are shorter than what a search pays for
        let entry = match line.bytes().position(|byte| byte == b',') {
            Some(at) => {
                rest = Some(&line[at + 1..]);
                &line[..at]
            }
            None => {
                rest = None;
                line
            }
        };
        Some(trim(entry))
    })
    .filter(|entry| !entry.is_empty())
}

/// As [`str::trim`], which takes its time even where there is nothing to trim.
#[inline]
fn trim(text: &str) -> &str {
    let text = text.strip_prefix(' ').unwrap_or(text);
    match text.as_bytes() {
        [] => text,
        [only] if only.is_ascii_graphic() => text,
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}

fn check_name(name: &str) -> Result<(), String> {
    let legal = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_');
    match name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(legal) {
        true => Ok(()),
        false => Err(format!("\"{name}\" is no class name; use small letters, digits, '-' and '.'")),
    }
}

fn part(name: &str) -> Result<Part, String> {
    Ok(match name {
        "verb" => Part::Verb,
        "noun" => Part::Noun,
        "adjective" => Part::Adjective,
        "adverb" => Part::Adverb,
        "name" => Part::Name,
        "word" => Part::Word,
        other => {
            return Err(format!(
                "part of speech \"{other}\" is not known; use verb, noun, adjective, adverb, name or word"
            ));
        }
    })
}
