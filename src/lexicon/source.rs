//! Reads word lists in the format of [`crate::lexicon`].

use super::form::{BLANK, COMMA, FOREIGN, Headword, SIGNS, STOP};
use super::{Class, LexiconBuilder, Part};
use crate::error::Error;
use crate::token::Hasher;

/// What the last section head said.
struct Section {
    class: Class,
    parts: Vec<Part>,
}

impl LexiconBuilder {
    /// Adds a source; what it takes out concerns the sources before it.
    pub fn add(&mut self, origin: &str, text: &str) -> Result<(), Error> {
        let (mut section, mut from) = (None, 0);
        while let Some(piece) = Piece::next(text.as_bytes(), from) {
            from = piece.at + piece.length;
            self.piece(&mut section, text, piece)
                .map_err(|message| Error::new(origin, line_of(text, from), message))?;
        }
        Ok(())
    }

    /// Adds a source that has been cut by [`cut`] together with others; returns the cuts of those behind it.
    pub fn add_cut<'c>(&mut self, origin: &str, text: &str, cuts: &'c [Cut]) -> Result<&'c [Cut], Error> {
        let mut section = None;
        let end = cuts.iter().position(|cut| cut.length == 0).unwrap_or(cuts.len());
        for cut in &cuts[..end] {
            let piece = cut.piece();
            self.piece(&mut section, text, piece)
                .map_err(|message| Error::new(origin, line_of(text, piece.at), message))?;
        }
        Ok(cuts.get(end + 1..).unwrap_or_default())
    }

    #[inline(always)]
    fn piece(&mut self, section: &mut Option<Section>, text: &str, piece: Piece) -> Result<(), String> {
        let text = &text[piece.at..piece.at + piece.length];
        if piece.signs & HEAD != 0 {
            *section = Some(self.section(text.trim_end())?);
            return Ok(());
        }
        let entry = Headword::of_piece(text, piece.state, piece.signs);
        if entry.text.starts_with('[') && piece.is_foreign() {
            *section = Some(self.section(entry.text)?);
            return Ok(());
        }
        let Some(section) = section else {
            return Err("entry outside a section; put a head such as [weapon noun] above it".into());
        };
        if self.is_full() {
            return Err("more than sixteen million words; leave out what no text needs".into());
        }
        self.entry(section, entry)
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
        if let Some(dot) = name.bytes().rposition(|byte| byte == b'.') {
            let above = self.declare(&name[..dot]);
            self.put_inside(class, above);
        }
        class
    }

    #[inline]
    fn entry(&mut self, section: &Section, entry: Headword) -> Result<(), String> {
        match entry.text.as_bytes() {
            [b'a'..=b'z', ..] => {}
            [] => return Ok(()),
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

/// A head or an entry of a source.
#[derive(Clone, Copy)]
struct Piece {
    at: usize,
    length: usize,
    state: Hasher,
    /// What its bytes say, and whether it is a head.
    signs: u16,
}

/// The piece is a section head.
const HEAD: u16 = 0x4000;

impl Piece {
    /// The next piece of a source. Each byte is looked at once, and hashed at that.
    const fn next(text: &[u8], from: usize) -> Option<Self> {
        let mut at = from;
        // whether nothing has stood on the line yet
        let mut fresh = from == 0;
        while at < text.len() {
            match text[at] {
                b'\n' => fresh = true,
                b',' => fresh = false,
                b' ' | b'\t'..=b'\r' => {}
                b'#' => {
                    while at < text.len() && text[at] != b'\n' {
                        at += 1;
                    }
                    continue;
                }
                b'[' if fresh => return Some(Self { signs: HEAD, ..Self::of(text, at, STOP) }),
                _ => return Some(Self::of(text, at, COMMA | STOP)),
            }
            at += 1;
        }
        None
    }

    /// The piece that starts there, up to one of the signs, without the white space behind it.
    const fn of(text: &[u8], from: usize, end: u16) -> Self {
        let mut piece = Self { at: from, length: 0, state: Hasher::new(), signs: 0 };
        let (mut at, mut signs, mut state) = (from, 0, Hasher::new());
        while at < text.len() {
            let sign = SIGNS[text[at] as usize];
            if sign & end != 0 {
                break;
            }
            at += 1;
            signs |= sign & !0xFF;
            state = state.push_folded(sign as u8);
            if sign & BLANK == 0 {
                piece = Self { at: from, length: at - from, state, signs };
            }
        }
        piece
    }

    fn is_foreign(&self) -> bool {
        self.signs & FOREIGN != 0
    }
}

/// A piece as it is kept where a source is cut when the crate is compiled.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cut {
    state: Hasher,
    at: u32,
    /// None is empty but one that stands behind each source.
    length: u16,
    signs: u16,
}

impl Cut {
    const END: Self = Self { state: Hasher::new(), at: 0, length: 0, signs: 0 };

    #[inline]
    fn piece(self) -> Piece {
        let Self { state, at, length, signs } = self;
        Piece { at: at as usize, length: usize::from(length), state, signs }
    }
}

/// How many cuts [`cut`] makes.
pub(crate) const fn count(sources: &[(&str, &str)]) -> usize {
    walk::<0>(sources).1
}

/// Cuts sources when the crate is compiled, so that nothing is left to do when it starts but to put the entries together.
pub(crate) const fn cut<const COUNT: usize>(sources: &[(&str, &str)]) -> [Cut; COUNT] {
    walk(sources).0
}

/// The cuts that there is room for, the last of each source [`Cut::END`], and how many there are.
const fn walk<const ROOM: usize>(sources: &[(&str, &str)]) -> ([Cut; ROOM], usize) {
    let mut cuts = [Cut::END; ROOM];
    let (mut count, mut source) = (0, 0);
    while source < sources.len() {
        let text = sources[source].1.as_bytes();
        let mut from = 0;
        while let Some(piece) = Piece::next(text, from) {
            assert!(piece.at <= u32::MAX as usize && piece.length <= u16::MAX as usize);
            if count < ROOM {
                cuts[count] =
                    Cut { state: piece.state, at: piece.at as u32, length: piece.length as u16, signs: piece.signs };
            }
            from = piece.at + piece.length;
            count += 1;
        }
        count += 1;
        source += 1;
    }
    (cuts, count)
}

/// The number of the line that a byte stands on.
fn line_of(text: &str, at: usize) -> usize {
    1 + text.as_bytes()[..at].iter().filter(|&&byte| byte == b'\n').count()
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
