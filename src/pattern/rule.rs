//! Rules as they stand in rule files: patterns, conditions, fields and examples.

use std::collections::{HashMap, HashSet};
use std::num::NonZeroU64;

use super::alternative::Alternatives;
use super::block::{Block, Blocks, Cut, Line};
use super::frame::{Complement, Slot};
use super::index::{Keys, Openings, Opens, first_words, last_words};
use super::matcher::{Program, Programs};
use super::parse::{self, Anchor, Element};
use crate::error::Error;
use crate::lexicon::{Class, Headword, LexiconBuilder, Part, find, items, trim};
use crate::token::hashes;

/// One rule, as far as texts are read with it.
#[derive(Debug)]
pub(crate) struct Rule {
    /// The cheap ones first.
    pub conditions: Vec<Condition>,
    /// The names of the captures.
    pub captures: Vec<String>,
    #[cfg(test)]
    pub id: String,
    #[cfg(test)]
    pub origin: String,
    #[cfg(test)]
    pub examples: Vec<Example>,
}

impl Rule {
    /// The words under a capture.
    pub fn capture(&self, found: &super::Found, name: &str) -> Option<(usize, usize)> {
        found.capture(self.captures.iter().position(|n| n == name)?)
    }
}

/// Where a rule stands, and what the annotator has to know of it.
#[derive(Debug)]
pub(crate) struct Head<'a> {
    pub id: &'a str,
    pub fields: Vec<Line<'a>>,
    origin: &'a str,
    line: usize,
}

impl Head<'_> {
    /// The value of a field.
    pub fn field(&self, key: &str) -> Option<&str> {
        self.fields.iter().find(|entry| entry.key == key).map(|entry| &*entry.value)
    }

    /// An error at the rule, or at one of its fields.
    pub fn error(&self, key: &str, message: impl Into<String>) -> Error {
        let line = self.fields.iter().find(|entry| entry.key == key).map_or(self.line, |entry| entry.line);
        Error::new(self.origin, line, message)
    }
}

/// A sentence that a rule must or must not match.
///
/// The tests run the examples; elsewhere they only have to be there.
#[cfg(test)]
#[derive(Debug)]
pub(crate) struct Example {
    pub positive: bool,
    pub text: String,
    /// Names and what must stand under them.
    pub expected: Vec<(String, String)>,
    pub line: usize,
}

/// A defaults block: `kind merger`.
#[derive(Debug)]
pub(crate) struct KindBlock<'a> {
    pub name: &'a str,
    pub origin: &'a str,
    pub fields: Vec<Line<'a>>,
}

/// What must hold around a match.
#[derive(Debug)]
pub(crate) struct Condition {
    pub wanted: bool,
    pub place: Place,
}

/// Where a condition looks, and for what.
#[derive(Debug)]
pub(crate) enum Place {
    Slot(Slot, Alternatives),
    Complement(Vec<Complement>),
    Passive(bool),
    Left(Neighbour),
    Right(Neighbour),
    Sentence(Alternatives),
}

/// A pattern for the words beside a match.
#[derive(Debug)]
pub(crate) struct Neighbour {
    pub program: Program,
    /// What the word next to the match can be, where that is known, until the index gives it a key.
    pub edge: Option<Vec<Class>>,
    pub key: Keys,
}

impl Place {
    /// How much work it is to look there, against each other.
    fn cost(&self) -> u32 {
        match self {
            Self::Passive(_) => 0,
            Self::Slot(Slot::Subject | Slot::Object | Slot::Compound | Slot::Adjective, _) | Self::Right(_) => 1,
            Self::Complement(_) | Self::Slot(Slot::Governor | Slot::Possessor, _) => 2,
            Self::Left(_) | Self::Slot(..) => 3,
            Self::Sentence(_) => 4,
        }
    }
}

/// How a pattern takes hold of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hold {
    /// Words in a row.
    Words,
    /// A verb and what follows.
    Verb,
    /// A noun and what precedes.
    Noun,
}

/// A pattern as it is read; the index takes it over.
#[derive(Debug)]
pub(super) struct Pattern {
    pub rule: u32,
    pub hold: Hold,
    pub body: Body,
    /// The particle that must follow the verb, near or far, by its place in [`PARTICLES`].
    pub particle: Option<u8>,
}

#[derive(Debug)]
pub(super) enum Body {
    /// A word or phrase of a class and nothing else, as most patterns are.
    Class(Class),
    /// What is more, by its place among the compiled ones.
    Compiled(u32),
}

/// Everything that rule files hold.
#[derive(Debug, Default)]
pub(crate) struct RuleFiles<'a> {
    pub kinds: Vec<KindBlock<'a>>,
    /// One for each rule.
    pub heads: Vec<Head<'a>>,
    pub(super) rules: Vec<Rule>,
    /// Those of all rules, in their order.
    pub(super) patterns: Vec<Pattern>,
    pub(super) compiled: Vec<(Opens, Program)>,
    pub(super) programs: Programs,
    pub(super) openings: Openings,
    /// The class that holds nothing but a particle, for each that some rule asks for.
    pub(super) particles: [Option<Class>; PARTICLES.len()],
}

impl RuleFiles<'_> {
    /// Room for what files of so many bytes hold.
    fn with_room(bytes: usize) -> Self {
        Self {
            heads: Vec::with_capacity(bytes / 400),
            rules: Vec::with_capacity(bytes / 400),
            patterns: Vec::with_capacity(bytes / 50),
            compiled: Vec::with_capacity(bytes / 200),
            programs: Programs::with_room(bytes / 32),
            openings: Openings::with_room(bytes / 64),
            kinds: Vec::new(),
            particles: [None; PARTICLES.len()],
        }
    }
}

/// Reads rule files: the user's `own` sources, which come first in precedence, and the built-in ones, which have been cut
/// into lines. `removed` are ids of rules to leave out.
pub(crate) fn read<'a>(
    lexicon: &mut LexiconBuilder,
    own: &[(&'a str, &'a str)],
    built_in: &[(&'a str, &'a str)],
    cuts: &[Cut],
    removed: &[String],
) -> Result<RuleFiles<'a>, Error> {
    let bytes = own.iter().chain(built_in).map(|(_, text)| text.len()).sum();
    let files = RuleFiles::with_room(bytes);
    let mut reader = Reader { lexicon, files, conditions: Vec::new(), fields: Vec::new() };
    let mut seen: HashMap<&str, (&str, usize)> = HashMap::with_capacity(bytes / 400);
    let mut gone: HashSet<&str> = HashSet::new();
    let mut file = Blocks::default();
    let mut cuts = cuts.iter();
    for (place, &(origin, text)) in own.iter().chain(built_in).enumerate() {
        match place < own.len() {
            true => file.read(origin, text)?,
            false => file.read_cut(origin, text, &mut cuts)?,
        }
        for block in &file.blocks {
            if block.word == "kind" {
                let fields = file.lines_of(block).to_vec();
                reader.files.kinds.push(KindBlock { name: block.id, origin, fields });
                continue;
            }
            if let Some(id) = removed.iter().find(|&id| *id == block.id) {
                gone.insert(id);
                continue;
            }
            if let Some((first, line)) = seen.insert(block.id, (origin, block.line)) {
                let message = format!(
                    "rule \"{}\" is already defined at {first}:{line}; choose another id, or remove that one",
                    block.id
                );
                return Err(Error::new(origin, block.line, message));
            }
            reader.rule(origin, block, file.lines_of(block))?;
        }
    }
    match removed.iter().find(|id| !gone.contains(id.as_str())) {
        Some(id) => Err(Error::new("removed rules", 0, format!("there is no rule \"{id}\" that could be removed"))),
        None => Ok(reader.files),
    }
}

/// Reads rules, one after another.
struct Reader<'a, 'l> {
    lexicon: &'l mut LexiconBuilder,
    files: RuleFiles<'a>,
    /// Room for what a rule has of them.
    conditions: Vec<Condition>,
    fields: Vec<Line<'a>>,
}

impl<'a> Reader<'a, '_> {
    fn rule(&mut self, origin: &'a str, block: &Block<'a>, lines: &[Line<'a>]) -> Result<(), Error> {
        let mut rule = Rule {
            conditions: Vec::new(),
            captures: Vec::new(),
            #[cfg(test)]
            id: block.id.into(),
            #[cfg(test)]
            origin: origin.into(),
            #[cfg(test)]
            examples: Vec::new(),
        };
        let before = self.files.patterns.len();
        for entry in lines {
            self.line(&mut rule, entry).map_err(|message| Error::new(origin, entry.line, message))?;
        }
        let has = |key: &str| lines.iter().any(|line| line.key == key);
        let lacks = match () {
            () if self.files.patterns.len() == before => Some("a pattern; add a line such as \"match: not rule out\""),
            () if !has("yes") => Some("a \"yes:\" example"),
            () if !has("no") => Some("a \"no:\" example"),
            () => None,
        };
        if let Some(what) = lacks {
            return Err(Error::new(origin, block.line, format!("rule \"{}\" lacks {what}", block.id)));
        }
        self.conditions.sort_by_key(|condition| condition.place.cost());
        rule.conditions = self.conditions.drain(..).collect();
        let fields = self.fields.drain(..).collect();
        self.files.heads.push(Head { id: block.id, fields, origin, line: block.line });
        self.files.rules.push(rule);
        Ok(())
    }

    /// Reads one line of a rule.
    fn line(&mut self, rule: &mut Rule, entry: &Line<'a>) -> Result<(), String> {
        let value: &str = &entry.value;
        match entry.key {
            "match" => self.pattern(Headword::new(value), Hold::Words, &mut rule.captures)?,
            "verb" | "noun" => {
                let hold = if entry.key == "verb" { Hold::Verb } else { Hold::Noun };
                for item in items(value) {
                    self.pattern(item, hold, &mut rule.captures)?;
                }
            }
            "yes" | "no" => {
                let mut _expected: Vec<(String, String)> = Vec::new();
                each_expected(entry, |_name, _value| {
                    #[cfg(test)]
                    _expected.push((_name.to_owned(), _value.to_owned()));
                })?;
                #[cfg(test)]
                rule.examples.push(Example::new(entry, _expected));
            }
            key => {
                let (wanted, key) = match key.strip_prefix("unless ") {
                    Some(key) => (false, key.trim()),
                    None => (true, key),
                };
                match self.place(key, value)? {
                    Some(place) => self.conditions.push(Condition { wanted, place }),
                    None if wanted => self.fields.push(entry.clone()),
                    None => return Err(format!("\"{key}\" is no place that a condition can look at")),
                }
            }
        }
        Ok(())
    }

    /// The place that a key names, if it names one.
    fn place(&mut self, key: &str, value: &str) -> Result<Option<Place>, String> {
        Ok(Some(match key {
            "left" => Place::Left(self.neighbour(value, last_words)?),
            "right" => Place::Right(self.neighbour(value, first_words)?),
            "sentence" => Place::Sentence(parse::alternatives(value, self.lexicon)?),
            "complement" => Place::Complement(
                value.split(',').map(|name| Complement::from_name(name.trim())).collect::<Result<_, _>>()?,
            ),
            "voice" => match value {
                "passive" => Place::Passive(true),
                "active" => Place::Passive(false),
                _ => return Err(format!("voice \"{value}\" is neither active nor passive")),
            },
            _ => match Slot::from_name(key) {
                Some(slot) => Place::Slot(slot, parse::alternatives(value, self.lexicon)?),
                None => return Ok(None),
            },
        }))
    }

    fn neighbour(&mut self, text: &str, edge: fn(&[Element]) -> Option<Vec<Class>>) -> Result<Neighbour, String> {
        let elements = parse::pattern(text, Anchor::Literal, self.lexicon, &mut Vec::new())?;
        let (program, edge) = (self.files.programs.add(&elements), edge(&elements));
        Ok(Neighbour { program, edge, key: Keys::default() })
    }

    fn pattern(&mut self, item: Headword, hold: Hold, names: &mut Vec<String>) -> Result<(), String> {
        let (item, particle) = match hold {
            Hold::Verb if item.has_blank() => verb_and_particle(item),
            _ => (item, None),
        };
        let anchor = match hold {
            Hold::Words => Anchor::Literal,
            Hold::Verb => Anchor::Verb,
            Hold::Noun => Anchor::Noun,
        };
        let body = match parse::single(item, anchor, self.lexicon) {
            Some(class) => Body::Class(class),
            None => {
                let text = item.text;
                let elements = match parse::plain(item, anchor, self.lexicon) {
                    Some(elements) => elements,
                    None => parse::pattern(text, anchor, self.lexicon, names)?,
                };
                match elements.as_slice() {
                    [Element::Class(class)] => Body::Class(*class),
                    all if all.iter().all(Element::may_be_skipped) => {
                        return Err(format!("\"{text}\" matches no word at all; make a part of it obligatory"));
                    }
                    all => {
                        let files = &mut self.files;
                        files.compiled.push((files.openings.add(all), files.programs.add(all)));
                        Body::Compiled(files.compiled.len() as u32 - 1)
                    }
                }
            }
        };
        let rule = self.files.rules.len() as u32;
        if let Some(place) = particle {
            let class = &mut self.files.particles[usize::from(place)];
            if class.is_none() {
                *class = Some(self.lexicon.lemma(Part::Word, PARTICLES[usize::from(place)]));
            }
        }
        self.files.patterns.push(Pattern { rule, hold, body, particle });
        Ok(())
    }
}

/// Words that follow a verb as its particle.
const PARTICLES: [&str; 16] = [
    "up", "down", "out", "off", "over", "in", "on", "away", "back", "apart", "along", "around", "through", "aside",
    "forward", "together",
];

const HASHES: [u64; PARTICLES.len()] = hashes(PARTICLES);

/// Whether a word can be the particle of a verb.
pub(super) fn is_particle(word: u64) -> bool {
    HASHES.contains(&word)
}

/// The hash of a particle.
pub(super) fn particle_hash(place: u8) -> Option<NonZeroU64> {
    HASHES.get(usize::from(place)).copied().and_then(NonZeroU64::new)
}

/// Takes off the particle of a verb, and says which of them it is.
fn verb_and_particle(item: Headword<'_>) -> (Headword<'_>, Option<u8>) {
    if let Some(blank) = find(item.text, b' ') {
        let (verb, last) = (&item.text[..blank], &item.text[blank + 1..]);
        if let Some(place) = PARTICLES.iter().position(|&particle| particle == last) {
            return (Headword::new(verb), Some(place as u8));
        }
    }
    (item, None)
}

/// Reads what an example expects behind its text: `The board met. => trigger="met" agent="The board"`.
fn each_expected(entry: &Line, mut with: impl FnMut(&str, &str)) -> Result<(), String> {
    let mut rest = trim(behind_arrow(&entry.value));
    if entry.key == "no" && !rest.is_empty() {
        return Err("a \"no:\" example finds nothing; leave out what stands behind =>".into());
    }
    while !rest.is_empty() {
        let quoted = find(rest, b'"').and_then(|at| Some((rest[..at].strip_suffix('=')?, &rest[at + 1..])));
        let (name, value) = quoted.ok_or_else(|| format!("write name=\"text\" instead of {rest}"))?;
        let end = find(value, b'"').ok_or_else(|| format!("the text of {name} is not closed"))?;
        with(trim(name), &value[..end]);
        rest = trim(&value[end + 1..]);
    }
    Ok(())
}

/// What stands behind the first `=>`.
fn behind_arrow(text: &str) -> &str {
    let mut rest = text;
    // signs are found faster than strings
    while let Some(at) = find(rest, b'>') {
        let (before, behind) = (&rest[..at], &rest[at + 1..]);
        if before.ends_with('=') {
            return behind;
        }
        rest = behind;
    }
    ""
}

#[cfg(test)]
impl Example {
    fn new(entry: &Line, expected: Vec<(String, String)>) -> Self {
        let text = entry.value.split_once("=>").map_or(&*entry.value, |(text, _)| text).trim().to_owned();
        Self { positive: entry.key == "yes", text, expected, line: entry.line }
    }
}
