//! Reads word lists in the format of [`crate::lexicon`].

use super::form::{END, Headword, SIGNS, Scan};
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
        let mut pieces = Pieces { text, at: 0, line: 1, fresh: true };
        while let Some(piece) = pieces.next() {
            let fail = |message: String| Error::new(origin, pieces.line, message);
            match (piece, &section) {
                (Piece::Head(head), _) => section = Some(self.section(head).map_err(fail)?),
                (Piece::Entry(_), _) if self.is_full() => {
                    return Err(fail("more than sixteen million words; leave out what no text needs".into()));
                }
                (Piece::Entry(entry), Some(section)) => self.line_entry(section, entry).map_err(fail)?,
                (Piece::Entry(_), None) => {
                    return Err(fail("entry outside a section; put a head such as [weapon noun] above it".into()));
                }
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

    fn line_entry(&mut self, section: &Section, entry: Headword) -> Result<(), String> {
        let text = entry.text;
        if let Some(name) = text.strip_prefix('<') {
            let name = name.strip_suffix('>').ok_or("class without its closing >")?;
            let Some(other) = self.class(name) else {
                return Err(format!("lexicon class \"{name}\" is not defined; define it above this line"));
            };
            self.put_inside(other, section.class);
        } else if let Some(lemma) = text.strip_prefix('-') {
            let lemma = lemma.trim();
            let entry = Headword::new(lemma);
            // not any(): it is taken out in every part of speech
            let taken =
                section.parts.iter().fold(false, |taken, &part| self.remove(section.class, part, entry) | taken);
            if !taken {
                return Err(format!("\"{lemma}\" is not in the class, so it cannot be taken out"));
            }
        } else {
            if !text.starts_with(|c: char| c.is_ascii_lowercase()) && !text.chars().any(char::is_alphanumeric) {
                return Err(format!("\"{text}\" is no word"));
            }
            for &part in &section.parts {
                self.insert(section.class, part, entry);
            }
        }
        Ok(())
    }
}

/// Cuts a source into heads and entries. Each byte is looked at once, and hashed at that.
struct Pieces<'a> {
    text: &'a str,
    at: usize,
    /// The number of the line.
    line: usize,
    /// Nothing has stood on the line yet.
    fresh: bool,
}

enum Piece<'a> {
    /// A line that opens a section.
    Head(&'a str),
    Entry(Headword<'a>),
}

impl<'a> Pieces<'a> {
    fn next(&mut self) -> Option<Piece<'a>> {
        let bytes = self.text.as_bytes();
        loop {
            match *bytes.get(self.at)? {
                b'\n' => {
                    self.line += 1;
                    self.fresh = true;
                    self.at += 1;
                }
                b' ' | b'\t'..=b'\r' => self.at += 1,
                b',' => {
                    self.fresh = false;
                    self.at += if bytes.get(self.at + 1) == Some(&b' ') { 2 } else { 1 };
                }
                b'#' => self.at = self.line_end(|byte| byte == b'\n'),
                b'[' if self.fresh => {
                    let end = self.line_end(|byte| byte == b'\n' || byte == b'#');
                    let head = &self.text[self.at..end];
                    self.at = end;
                    return Some(Piece::Head(head.trim_end()));
                }
                0x80.. => match self.text[self.at..].chars().next() {
                    Some(blank) if blank.is_whitespace() => self.at += blank.len_utf8(),
                    _ => return Some(Piece::Entry(self.entry())),
                },
                _ => return Some(Piece::Entry(self.entry())),
            }
        }
    }

    /// The entry that starts here.
    #[inline]
    fn entry(&mut self) -> Headword<'a> {
        let start = self.at;
        let mut scan = Scan::default();
        let mut end = self.text.len();
        for (at, &byte) in (start..).zip(&self.text.as_bytes()[start..]) {
            let signs = SIGNS[usize::from(byte)];
            if signs & END != 0 {
                end = at;
                break;
            }
            scan.push(signs);
        }
        (self.at, self.fresh) = (end, false);
        let text = &self.text[start..end];
        match text.as_bytes().last() {
            Some(last) if last.is_ascii_graphic() => scan.headword(text),
            _ => Headword::new(text.trim_end()),
        }
    }

    /// Where the line ends, or what is sought stands before.
    fn line_end(&self, sought: impl Fn(u8) -> bool) -> usize {
        let rest = &self.text.as_bytes()[self.at..];
        rest.iter().position(|&byte| sought(byte)).map_or(self.text.len(), |length| self.at + length)
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
