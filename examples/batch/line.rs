//! Lines in, as many lines out.

use std::fmt;

use factive::{Date, Extraction, Extractor};
use serde::Serialize;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

/// What is written besides the extraction.
#[derive(Clone, Copy)]
pub struct Extra {
    pub tokens: bool,
    pub words: bool,
    /// Whether the date of a line is the day of its text.
    pub dates: bool,
}

/// What a line becomes.
#[derive(Default)]
pub struct Answer {
    /// The line to write, with its line break; empty where there is nothing to answer.
    pub json: Vec<u8>,
    /// Why the line is bad.
    pub error: Option<String>,
}

/// What a line holds.
enum Line {
    Blank,
    Good { id: Value, text: String, day: Option<Date> },
    Bad { id: Option<Value>, error: String },
}

/// Answers lines. A blank one has no answer and is no error.
pub fn answers(lines: &[Vec<u8>], extractor: &Extractor, extra: Extra) -> Vec<Answer> {
    let lines: Vec<Line> = lines.iter().map(|line| Line::read(line, extra)).collect();
    let mut extractions = extractor.extract_all_on(lines.iter().filter_map(|line| match line {
        Line::Good { text, day, .. } => Some((text, *day)),
        _ => None,
    }));
    let answer = |line: &Line| match line {
        Line::Blank => Answer::default(),
        Line::Good { id, text, .. } => {
            let extraction = extractions.next().expect("each text has an extraction");
            Answer { json: json(&Good::new(id, text, extraction, extra)), error: None }
        }
        Line::Bad { id, error } => {
            let json = id.as_ref().map(|id| json(&Bad { id, error })).unwrap_or_default();
            Answer { json, error: Some(error.clone()) }
        }
    };
    lines.iter().map(answer).collect()
}

impl Line {
    fn read(line: &[u8], extra: Extra) -> Self {
        let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line).trim_ascii();
        if line.is_empty() {
            return Self::Blank;
        }
        let mut document = Document::default();
        let read = document.read(line);
        let day = match document.date.take().filter(|_| extra.dates) {
            Some(date) => {
                date.as_str().unwrap_or_default().parse().map(Some).map_err(|error: factive::Error| error.to_string())
            }
            None => Ok(None),
        };
        match (read, day, document) {
            (Ok(()), Ok(day), Document { id: Some(id), text: Some(text), .. }) => Self::Good { id, text, day },
            (read, day, Document { id, text, .. }) => {
                let error = match read {
                    Err(error) => reason(&error),
                    Ok(()) if id.is_some() && text.is_some() => day.err().unwrap_or_default(),
                    Ok(()) if id.is_none() => "there is no \"id\"".to_owned(),
                    Ok(()) => {
                        debug_assert!(text.is_none());
                        "there is no \"text\"".to_owned()
                    }
                };
                Self::Bad { id, error }
            }
        }
    }
}

/// The parser counts lines within what it was given, which is always one: only the column tells something.
fn reason(error: &serde_json::Error) -> String {
    error.to_string().replace(" at line 1 column ", " at column ")
}

fn json<T: Serialize>(value: &T) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(value).expect("maps with string keys always serialise");
    bytes.push(b'\n');
    bytes
}

#[derive(Serialize)]
struct Good<'a> {
    id: &'a Value,
    extraction: Extraction,
    #[serde(skip_serializing_if = "Option::is_none")]
    tokens: Option<Vec<[usize; 2]>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<Vec<(usize, usize, &'static str)>>,
}

impl<'a> Good<'a> {
    fn new(id: &'a Value, text: &str, extraction: Extraction, extra: Extra) -> Self {
        Self {
            id,
            extraction,
            tokens: extra
                .tokens
                .then(|| factive::tokens(text).map(|token| [token.span.start, token.span.end]).collect()),
            words: extra
                .words
                .then(|| factive::tagged_words(text).map(|w| (w.span.start, w.span.end, w.pos.as_str())).collect()),
        }
    }
}

#[derive(Serialize)]
struct Bad<'a> {
    id: &'a Value,
    error: &'a str,
}

/// The fields of a line as far as they could be read: a line that breaks off behind its id still has the id.
#[derive(Default)]
struct Document {
    id: Option<Value>,
    text: Option<String>,
    date: Option<Value>,
}

impl Document {
    fn read(&mut self, line: &[u8]) -> serde_json::Result<()> {
        let mut deserializer = serde_json::Deserializer::from_slice(line);
        DeserializeSeed::deserialize(self, &mut deserializer)?;
        deserializer.end()
    }
}

impl<'de> DeserializeSeed<'de> for &mut Document {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Document {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object with \"id\" and \"text\"")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "id" => self.id = map.next_value()?,
                "text" => self.text = map.next_value()?,
                "date" => self.date = map.next_value()?,
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(())
    }
}
