//! Reads word lists in the format of [`crate::lexicon`].

use super::form::{COMMA, Headword, STOP, skip_separators};
use super::line::{find, lines};
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
        for (number, line) in (1..).zip(lines(text)) {
            let fail = |message: String| Error::new(origin, number, message);
            let line = if line.starts_with(|first: char| first.is_ascii_graphic()) { line } else { line.trim_start() };
            if line.starts_with('[') {
                let head = &line[..find(line, b'#').unwrap_or(line.len())];
                section = Some(self.section(head.trim_end()).map_err(fail)?);
                continue;
            }
            let mut entries = Entries { line };
            while let Some(entry) = entries.next() {
                let Some(section) = &section else {
                    return Err(fail("entry outside a section; put a head such as [weapon noun] above it".into()));
                };
                if self.is_full() {
                    return Err(fail("more than sixteen million words; leave out what no text needs".into()));
                }
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
        let mut words = head.split_ascii_whitespace();
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

    #[inline]
    fn line_entry(&mut self, section: &Section, entry: Headword) -> Result<(), String> {
        match entry.text.as_bytes() {
            [b'a'..=b'z', ..] => {}
            [b'<', ..] => return self.put_class_inside(section, entry.text),
            [b'-', ..] => return self.take_out(section, entry.text),
            _ if entry.text.chars().any(char::is_alphanumeric) => {}
            _ => return Err(format!("\"{}\" is no word", entry.text)),
        }
        for &part in &section.parts {
            self.insert(section.class, part, entry);
        }
        Ok(())
    }

    /// `<name>`: all of another class.
    fn put_class_inside(&mut self, section: &Section, text: &str) -> Result<(), String> {
        let name = text[1..].strip_suffix('>').ok_or("class without its closing >")?;
        let Some(other) = self.class(name) else {
            return Err(format!("lexicon class \"{name}\" is not defined; define it above this line"));
        };
        self.put_inside(other, section.class);
        Ok(())
    }

    /// `-name`: what sources before have put in.
    fn take_out(&mut self, section: &Section, text: &str) -> Result<(), String> {
        let lemma = text[1..].trim();
        let entry = Headword::new(lemma);
        // not any(): it is taken out in every part of speech
        let taken = section.parts.iter().fold(false, |taken, &part| self.remove(section.class, part, entry) | taken);
        match taken {
            true => Ok(()),
            false => Err(format!("\"{lemma}\" is not in the class, so it cannot be taken out")),
        }
    }
}

/// Cuts a line into entries.
struct Entries<'a> {
    line: &'a str,
}

impl<'a> Entries<'a> {
    #[inline]
    fn next(&mut self) -> Option<Headword<'a>> {
        let line = skip_separators(self.line);
        let (entry, length) = Headword::scan(line, COMMA | STOP);
        self.line = &line[length..];
        (length > 0).then_some(entry)
    }
}

fn check_name(name: &str) -> Result<(), String> {
    let legal = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b'_');
    match name.starts_with(|c: char| c.is_ascii_lowercase()) && name.bytes().all(legal) {
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
