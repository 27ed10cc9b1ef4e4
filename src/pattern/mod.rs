//! The rule language: what cues, reports and events look like, as text that people can read, test and extend.
//!
//! # Rule files
//!
//! A rule file is a list of blocks. A block opens with its id at the start of a line; its lines are indented. `#` starts a
//! comment, and a line that is indented deeper than the first of its block goes on with the line above.
//!
//! ```text
//! rule event/intercept-shoot-down
//!   kind: intercept
//!   verb: shoot down, bring down
//!   object: <aircraft>, <missile>
//!   unless subject: <vote>
//!   yes: Gunners shot two drones down near the port. => trigger="shot down" agent="Gunners" target="two drones"
//!   no: The board shot down the proposal.
//! ```
//!
//! Each rule has at least one pattern (`match`, `verb` or `noun`), at least one `yes` example, with what must be found
//! behind `=>`, and at least one `no` example, where the rule must find nothing. A test runs them all.
//!
//! # Patterns
//!
//! | notation | stands for |
//! |---|---|
//! | `ceasefire`, `"("` | this word or sign, whatever its case |
//! | `shoot/v`, `drone/n` | any form of a verb, of a noun |
//! | `<aircraft>` | a word or phrase of a lexicon class, in the part of speech of the class |
//! | `<aircraft~>` | a single word of the class, however it is tagged |
//! | `NOUN`, `VERB.past` | a part of speech; a verb form: base, present, past, participle, ing, modal |
//! | `{NP}`, `{VG}` | a noun phrase; a verb group |
//! | `_`, `..3` | any one word; up to three words |
//! | `( a \| b c )` | a choice |
//! | `x?` `x*` `x+` | none or one; up to 8; 1 to 8 |
//! | `!x` | one word that is not x |
//! | `name: x` | x, remembered under a name |
//! | `^` `$` | start, end of the sentence |
//!
//! - `match:` is such a pattern, for words in a row. Choices and repetitions take what they can get, the first choice first.
//! - `verb:` is a list of patterns that start with a verb, the trigger. The first word stands for all its forms, and a
//!   particle behind it ("shoot down") may be parted from it by the object.
//! - `noun:` is a list of patterns that end with a noun, the trigger, in singular or plural.
//!
//! # Conditions
//!
//! A condition names a place around the trigger and says what may stand there; `unless` turns it round. The alternatives are
//! `<class>`, `word`, `shoot/v`, `drone/n`, several words (which end in a noun), a part of speech, `NAME` (a proper name),
//! `none` and `any`. All conditions of a rule must hold.
//!
//! | key | what is looked at |
//! |---|---|
//! | `subject`, `object` | the head of the logical subject and object, in passives too |
//! | `on`, `with`, `of` ... (any preposition) | the head of the phrase behind that preposition |
//! | `path` | the same for any preposition of a way: `to`, `from`, `into`, `across`, `through` ... |
//! | `possessor`, `compound`, `adjective` | what stands in the noun phrase in front of an event noun |
//! | `governor` | the verb that has the event noun as subject, object or behind a preposition |
//! | `complement` | `that`, `infinitive`, `gerund`, `question` or `none` |
//! | `voice` | `active`, `passive` |
//! | `left`, `right` | a pattern that ends just before, or starts just behind, the match |
//! | `sentence` | any word of the sentence |
//!
//! Every other key is an output field, read by the annotator that the rule is for.
//!
//! # Which rule wins
//!
//! Where several rules match, the longest match wins; then user rules before built-in ones; then the order in the files.
//! The losers are silent: matches of the same family do not overlap.
//!
//! Rules are indexed by what their first word can be, and a match takes a bounded number of steps: texts cost time in
//! proportion to their length.

pub(crate) mod frame;
mod matcher;
mod parse;

use std::collections::{HashMap, HashSet};

use crate::error::Error;
use crate::lexicon::{Class, EntrySet, Lexicon, LexiconBuilder};
use crate::tag::Pos;
use crate::token::hash;

pub(crate) use matcher::{Field, Found};
pub(crate) use parse::{Entry, Test};

use matcher::Program;
use parse::{Anchor, Element};

/// What the matcher asks of syntax: where the phrase that starts at a word ends.
pub(crate) trait Chunks {
    /// The word behind the noun phrase that starts here.
    fn noun_phrase(&self, word: usize) -> Option<usize>;
    /// The word behind the verb group that starts here.
    fn verb_group(&self, word: usize) -> Option<usize>;
}

/// A text without syntax.
impl Chunks for () {
    fn noun_phrase(&self, _: usize) -> Option<usize> {
        None
    }

    fn verb_group(&self, _: usize) -> Option<usize> {
        None
    }
}

/// One rule.
#[derive(Debug)]
pub(crate) struct Rule {
    pub id: String,
    pub origin: String,
    pub line: usize,
    /// What the annotator reads.
    pub fields: Vec<Entry>,
    pub examples: Vec<Example>,
    pub conditions: Vec<Condition>,
    /// The names of the captures.
    pub captures: Vec<String>,
    patterns: Vec<Pattern>,
}

impl Rule {
    /// The value of a field.
    pub fn field(&self, key: &str) -> Option<&str> {
        self.fields.iter().find(|entry| entry.key == key).map(|entry| entry.value.as_str())
    }

    /// An error at the rule, or at one of its fields.
    pub fn error(&self, key: &str, message: impl Into<String>) -> Error {
        let line = self.fields.iter().find(|entry| entry.key == key).map_or(self.line, |entry| entry.line);
        Error::new(self.origin.as_str(), line, message)
    }

    /// The words under a capture.
    pub fn capture(&self, found: &Found, name: &str) -> Option<(usize, usize)> {
        found.capture(self.captures.iter().position(|n| n == name)?)
    }
}

/// A sentence that a rule must or must not match.
#[derive(Debug)]
#[cfg_attr(not(test), allow(dead_code, reason = "the tests run the examples; here they only have to be there"))]
pub(crate) struct Example {
    pub positive: bool,
    pub text: String,
    /// Names and what must stand under them.
    pub expected: Vec<(String, String)>,
    pub line: usize,
}

/// A defaults block: `kind merger`.
#[derive(Debug)]
pub(crate) struct KindBlock {
    pub name: String,
    pub origin: String,
    pub fields: Vec<Entry>,
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
    Slot(frame::Slot, Vec<Test>),
    Complement(Vec<frame::Complement>),
    Passive(bool),
    Left(Program),
    Right(Program),
    Sentence(Vec<Test>),
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

#[derive(Debug)]
struct Pattern {
    hold: Hold,
    program: Program,
    starts: Starts,
    /// The particle that must follow the verb, near or far.
    particle: Option<u64>,
    /// The second word, where the pattern starts with two single words: looked at before anything is run.
    second: Option<u64>,
}

/// Everything that rule files hold.
#[derive(Debug, Default)]
pub(crate) struct RuleFiles {
    pub rules: Vec<Rule>,
    pub kinds: Vec<KindBlock>,
}

/// Reads rule files: the user's `own` sources, which come first in precedence, and the built-in ones. `removed` are ids of
/// rules to leave out.
pub(crate) fn read(
    lexicon: &mut LexiconBuilder,
    own: &[(&str, &str)],
    built_in: &[(&str, &str)],
    removed: &[String],
) -> Result<RuleFiles, Error> {
    let mut files = RuleFiles::default();
    let mut seen: HashMap<String, String> = HashMap::new();
    let mut gone: HashSet<&str> = HashSet::new();
    for &(origin, text) in own.iter().chain(built_in) {
        for block in parse::blocks(origin, text)? {
            if block.word == "kind" {
                files.kinds.push(KindBlock { name: block.id, origin: origin.into(), fields: block.lines });
                continue;
            }
            if let Some(id) = removed.iter().find(|&id| *id == block.id) {
                gone.insert(id);
                continue;
            }
            if let Some(first) = seen.insert(block.id.clone(), format!("{origin}:{}", block.line)) {
                let message = format!(
                    "rule \"{}\" is already defined at {first}; choose another id, or remove that one",
                    block.id
                );
                return Err(Error::new(origin, block.line, message));
            }
            files.rules.push(rule(origin, block, lexicon)?);
        }
    }
    match removed.iter().find(|id| !gone.contains(id.as_str())) {
        Some(id) => Err(Error::new("removed rules", 0, format!("there is no rule \"{id}\" that could be removed"))),
        None => Ok(files),
    }
}

fn rule(origin: &str, block: parse::Block, lexicon: &mut LexiconBuilder) -> Result<Rule, Error> {
    let mut rule = Rule {
        id: block.id,
        origin: origin.into(),
        line: block.line,
        fields: Vec::new(),
        examples: Vec::new(),
        conditions: Vec::new(),
        captures: Vec::new(),
        patterns: Vec::new(),
    };
    for entry in block.lines {
        line(&mut rule, &entry, lexicon).map_err(|message| Error::new(origin, entry.line, message))?;
    }
    let lacks = match () {
        () if rule.patterns.is_empty() => Some("a pattern; add a line such as \"match: not rule out\""),
        () if !rule.examples.iter().any(|e| e.positive) => Some("a \"yes:\" example"),
        () if rule.examples.iter().all(|e| e.positive) => Some("a \"no:\" example"),
        () => None,
    };
    match lacks {
        Some(what) => Err(Error::new(origin, block.line, format!("rule \"{}\" lacks {what}", rule.id))),
        None => Ok(rule),
    }
}

/// Reads one line of a rule.
fn line(rule: &mut Rule, entry: &Entry, lexicon: &mut LexiconBuilder) -> Result<(), String> {
    let value = entry.value.as_str();
    match entry.key.as_str() {
        "match" => rule.patterns.push(pattern(value, Hold::Words, lexicon, &mut rule.captures)?),
        "verb" | "noun" => {
            let hold = if entry.key == "verb" { Hold::Verb } else { Hold::Noun };
            for item in value.split(',').map(str::trim).filter(|item| !item.is_empty()) {
                rule.patterns.push(pattern(item, hold, lexicon, &mut rule.captures)?);
            }
        }
        "yes" | "no" => rule.examples.push(example(entry)?),
        key => {
            let (wanted, key) = match key.strip_prefix("unless ") {
                Some(key) => (false, key.trim()),
                None => (true, key),
            };
            match place(key, value, lexicon)? {
                Some(place) => rule.conditions.push(Condition { wanted, place }),
                None if wanted => rule.fields.push(entry.clone()),
                None => return Err(format!("\"{key}\" is no place that a condition can look at")),
            }
        }
    }
    Ok(())
}

/// The place that a key names, if it names one.
fn place(key: &str, value: &str, lexicon: &mut LexiconBuilder) -> Result<Option<Place>, String> {
    let program = |lexicon: &mut LexiconBuilder| {
        parse::pattern(value, Anchor::Literal, lexicon, &mut Vec::new()).map(|elements| Program::new(&elements))
    };
    Ok(Some(match key {
        "left" => Place::Left(program(lexicon)?),
        "right" => Place::Right(program(lexicon)?),
        "sentence" => Place::Sentence(parse::tests(value, lexicon)?),
        "complement" => Place::Complement(
            value.split(',').map(|name| frame::Complement::from_name(name.trim())).collect::<Result<_, _>>()?,
        ),
        "voice" => match value {
            "passive" => Place::Passive(true),
            "active" => Place::Passive(false),
            _ => return Err(format!("voice \"{value}\" is neither active nor passive")),
        },
        _ => match frame::Slot::from_name(key) {
            Some(slot) => Place::Slot(slot, parse::tests(value, lexicon)?),
            None => return Ok(None),
        },
    }))
}

/// Words that follow a verb as its particle.
const PARTICLES: [&str; 16] = [
    "up", "down", "out", "off", "over", "in", "on", "away", "back", "apart", "along", "around", "through", "aside",
    "forward", "together",
];

fn pattern(text: &str, hold: Hold, lexicon: &mut LexiconBuilder, names: &mut Vec<String>) -> Result<Pattern, String> {
    let mut text = text;
    let mut particle = None;
    if hold == Hold::Verb {
        if let Some((verb, last)) = text.rsplit_once(' ') {
            if PARTICLES.contains(&last) && !verb.contains(' ') {
                (text, particle) = (verb, Some(hash(last.as_bytes())));
            }
        }
    }
    let anchor = match hold {
        Hold::Words => Anchor::Literal,
        Hold::Verb => Anchor::Verb,
        Hold::Noun => Anchor::Noun,
    };
    let elements = parse::pattern(text, anchor, lexicon, names)?;
    let mut starts = Starts::default();
    if starts.add(&elements) {
        return Err(format!("\"{text}\" matches no word at all; make a part of it obligatory"));
    }
    let second = match elements.as_slice() {
        // lemmas and words stand for single words
        [Element::Class(_), Element::Word(second, _), ..] if hold == Hold::Verb => Some(*second),
        [Element::Word(..), Element::Word(second, _), ..] => Some(*second),
        _ => None,
    };
    Ok(Pattern { hold, program: Program::new(&elements), starts, particle, second })
}

/// Reads `The board met. => trigger="met" agent="The board"`.
fn example(entry: &Entry) -> Result<Example, String> {
    let positive = entry.key == "yes";
    let (text, mut rest) = entry.value.split_once("=>").unwrap_or((&entry.value, ""));
    let mut expected = Vec::new();
    rest = rest.trim();
    while !rest.is_empty() {
        let (name, value) = rest.split_once("=\"").ok_or_else(|| format!("write name=\"text\" instead of {rest}"))?;
        let (value, after) = value.split_once('"').ok_or_else(|| format!("the text of {name} is not closed"))?;
        expected.push((name.trim().to_owned(), value.to_owned()));
        rest = after.trim();
    }
    if !positive && !expected.is_empty() {
        return Err("a \"no:\" example finds nothing; leave out what stands behind =>".into());
    }
    Ok(Example { positive, text: text.trim().to_owned(), expected, line: entry.line })
}

/// What the first word of a pattern can be.
#[derive(Debug, Default)]
struct Starts {
    classes: Vec<Class>,
    tags: u32,
}

impl Starts {
    const EVERY: u32 = (1 << (Pos::X as u32 + 1)) - 1;

    /// Adds what a sequence can start with, and says whether all of it can be skipped.
    fn add(&mut self, elements: &[Element]) -> bool {
        elements.iter().all(|element| self.add_one(element))
    }

    fn add_one(&mut self, element: &Element) -> bool {
        match element {
            Element::Word(_, class) | Element::Class(class) | Element::Loose(class) => self.classes.push(*class),
            Element::Tag(pos, _) => self.tags |= 1 << *pos as u32,
            Element::NounPhrase | Element::VerbGroup | Element::Any | Element::Not(_) => self.tags = Self::EVERY,
            Element::Start | Element::End => return true,
            Element::Capture(_, inner) => return self.add(inner),
            Element::Either(choices) => {
                // not any(): every choice has to be seen
                return choices.iter().fold(false, |skipped, choice| self.add(choice) | skipped);
            }
            Element::Repeat(inner, min, _) => return self.add_one(inner) | (*min == 0),
        }
        false
    }
}

/// Rules of one family, ready to be looked up.
#[derive(Debug, Default)]
pub(crate) struct RuleSet {
    pub rules: Vec<Rule>,
    /// Patterns by the class and by the tag of their first word.
    by_class: Vec<Vec<Start>>,
    by_tag: Vec<Vec<Start>>,
    /// The entries of the lexicon that a pattern can start with; none where that was not worked out.
    starting: Option<EntrySet>,
}

/// A pattern in the index, with what decides most cases without a look at the pattern.
#[derive(Clone, Copy, Debug)]
struct Start {
    rule: u32,
    pattern: u32,
    hold: Hold,
    /// The class, where the pattern is nothing but a word of it.
    only: Option<Class>,
    /// The second word, 0 for none in particular.
    second: u64,
    particle: Option<u64>,
}

/// The classes of all words of a sentence, found out when a condition first asks for them.
#[derive(Debug, Default)]
pub(crate) struct Topic {
    bits: Vec<u64>,
    known: bool,
}

impl Topic {
    fn holds(&mut self, field: Field, class: Class) -> bool {
        if !self.known {
            self.known = true;
            self.bits.clear();
            self.bits.resize(field.lexicon.classes() / 64 + 1, 0);
            let words = &field.words[..field.last];
            for at in field.first..field.last {
                for class in field.lexicon.classes_of(&words[at]) {
                    self.bits[class.index() / 64] |= 1 << (class.index() % 64);
                }
                if field.lexicon.starts_phrase(words[at].entry) {
                    for (class, _) in field.lexicon.phrases_at(words, at) {
                        self.bits[class.index() / 64] |= 1 << (class.index() % 64);
                    }
                }
            }
        }
        self.bits[class.index() / 64] & 1 << (class.index() % 64) != 0
    }
}

/// A rule that matched at a place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    /// Index into [`RuleSet::rules`].
    pub rule: usize,
    pub hold: Hold,
    pub start: usize,
    pub found: Found,
    /// The particle that the pattern asks for.
    pub particle: Option<u64>,
}

impl RuleSet {
    pub fn new(rules: Vec<Rule>) -> Self {
        let mut set = Self { rules, by_tag: vec![Vec::new(); Pos::X as usize + 1], ..Self::default() };
        for (r, rule) in set.rules.iter().enumerate() {
            for (p, pattern) in rule.patterns.iter().enumerate() {
                let start = Start {
                    rule: r as u32,
                    pattern: p as u32,
                    hold: pattern.hold,
                    only: pattern.program.only_class(),
                    second: pattern.second.unwrap_or(0),
                    particle: pattern.particle,
                };
                for class in &pattern.starts.classes {
                    if set.by_class.len() <= class.index() {
                        set.by_class.resize(class.index() + 1, Vec::new());
                    }
                    let list = &mut set.by_class[class.index()];
                    if list.last().is_none_or(|last| (last.rule, last.pattern) != (start.rule, start.pattern)) {
                        list.push(start);
                    }
                }
                for (tag, list) in set.by_tag.iter_mut().enumerate() {
                    if pattern.starts.tags & (1 << tag) != 0 {
                        list.push(start);
                    }
                }
            }
        }
        set
    }

    /// Works out which words can start a pattern at all, so that the others cost one look.
    pub fn bind(&mut self, lexicon: &Lexicon) {
        let has_rules = |class: Class| self.by_class.get(class.index()).is_some_and(|list| !list.is_empty());
        self.starting = Some(lexicon.entries_with(has_rules));
    }

    /// Every rule whose pattern matches at a word: the longest first, then in the order of the rules. Conditions and
    /// particles are not looked at.
    pub fn hits(&self, field: Field, at: usize, hits: &mut Vec<Hit>) {
        hits.clear();
        let Some(word) = field.words[..field.last].get(at) else { return };
        if word.entry != 0 && self.starting.as_ref().is_none_or(|starting| starting.has(word.entry)) {
            for (class, tagged) in field.lexicon.all_classes_of(word) {
                if let Some(list) = self.by_class.get(class.index()) {
                    self.try_list(list, Some((class, tagged)), field, at, hits);
                }
            }
            if field.lexicon.starts_phrase(word.entry) {
                let mut last = None;
                for (class, _) in field.lexicon.phrases_at(&field.words[..field.last], at) {
                    if last != Some(class) && !field.lexicon.has(word.entry, class) {
                        self.try_list(self.by_class.get(class.index()).map_or(&[], |list| list), None, field, at, hits);
                    }
                    last = Some(class);
                }
            }
        }
        self.try_list(self.by_tag.get(word.pos as usize).map_or(&[], |list| list), None, field, at, hits);
        if hits.len() > 1 {
            hits.sort_by_key(|hit| (std::cmp::Reverse(hit.found.end + usize::from(hit.particle.is_some())), hit.rule));
            hits.dedup_by_key(|hit| (hit.rule, hit.found.end, hit.particle));
        }
    }

    /// For tests: matches of `match:` patterns in a sentence: leftmost, then longest, then by order; without overlaps.
    #[cfg(test)]
    pub fn scan(&self, field: Field, mut with: impl FnMut(&Rule, Hit)) {
        let mut hits = Vec::new();
        let mut at = field.first;
        let mut topic = Topic::default();
        while at < field.last {
            self.hits(field, at, &mut hits);
            let best = hits.iter().find(|hit| hit.hold == Hold::Words && self.context_holds(field, hit, &mut topic));
            match best {
                Some(&hit) => {
                    with(&self.rules[hit.rule], hit);
                    at = hit.found.end.max(at + 1);
                }
                None => at += 1,
            }
        }
    }

    /// Whether the conditions hold that look at neighbouring words.
    pub fn context_holds(&self, field: Field, hit: &Hit, topic: &mut Topic) -> bool {
        self.rules[hit.rule].conditions.iter().all(|condition| match &condition.place {
            Place::Right(program) => program.run(field, hit.found.end).is_some() == condition.wanted,
            Place::Left(program) => left(program, field, hit.start) == condition.wanted,
            Place::Sentence(tests) => {
                let found = tests.iter().any(|test| match test {
                    Test::Class(class) => topic.holds(field, *class),
                    test => field.words[field.first..field.last].iter().any(|word| test.passes(word, field.lexicon)),
                });
                found == condition.wanted
            }
            Place::Slot(..) | Place::Complement(_) | Place::Passive(_) => true,
        })
    }

    /// Tries patterns whose first word may stand at `at`; `known` is a class that it is known to belong to.
    fn try_list(&self, list: &[Start], known: Option<(Class, bool)>, field: Field, at: usize, hits: &mut Vec<Hit>) {
        if list.is_empty() {
            return;
        }
        let next = field.words[..field.last].get(at + 1).map_or(0, |word| word.hash);
        let single = !field.lexicon.starts_phrase(field.words[at].entry);
        for start in list {
            if start.second != 0 && start.second != next {
                continue;
            }
            let found = match known {
                // most patterns are a single lemma, which the index has found already
                Some((class, tagged)) if single && start.only == Some(class) => tagged.then(|| Found::word(at)),
                _ => self.rules[start.rule as usize].patterns[start.pattern as usize].program.run(field, at),
            };
            if let Some(found) = found {
                let Start { rule, hold, particle, .. } = *start;
                hits.push(Hit { rule: rule as usize, hold, start: at, found, particle });
            }
        }
    }
}

/// How far to the left a `left:` pattern may begin.
const LEFT: usize = 8;

/// Whether a pattern matches words that end just before `end`.
fn left(program: &Program, field: Field, end: usize) -> bool {
    let field = Field { last: end, ..field };
    (field.first.max(end.saturating_sub(LEFT))..end)
        .any(|start| program.run(field, start).is_some_and(|found| found.end == end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tag::{VerbForm, Word};
    use crate::token::{Gap, Shape, TokenKind};

    const LEXICON: &str = "[weapon noun]\nbomb, car bomb\n[say verb]\nsay, tell, point out\n[unsure adverb]\nmaybe";

    fn load(rules: &str) -> Result<(RuleSet, Lexicon), Error> {
        let mut lexicon = LexiconBuilder::new();
        lexicon.add("lexicon", LEXICON)?;
        let files = read(&mut lexicon, &[("my.rules", rules)], &[], &[])?;
        Ok((RuleSet::new(files.rules), lexicon.build()))
    }

    /// Words with a tag behind a slash, nouns without.
    fn words(text: &str, lexicon: &Lexicon) -> Vec<Word> {
        let mut words: Vec<Word> = text
            .split(' ')
            .map(|word| {
                let (word, tag) = word.split_once('/').unwrap_or((word, "N"));
                let (pos, form) = match tag {
                    "V" => (Pos::Verb, VerbForm::Past),
                    "P" => (Pos::Adp, VerbForm::None),
                    "A" => (Pos::Adv, VerbForm::None),
                    _ => (Pos::Noun, VerbForm::None),
                };
                let (start, end, entry) = (0, 0, 0);
                let (kind, shape, gap) = (TokenKind::Word, Shape(0), Gap::Space);
                Word { start, end, hash: hash(word.as_bytes()), entry, kind, shape, gap, pos, form }
            })
            .collect();
        lexicon.fill(&mut words);
        words
    }

    /// The matches of a pattern in a text as `rule from-to name=from-to`.
    fn check(rules: &str, text: &str, expected: &str) {
        let (set, lexicon) = load(rules).unwrap();
        let words = words(text, &lexicon);
        let field = Field { words: &words, first: 0, last: words.len(), lexicon: &lexicon, chunks: &() };
        let mut lines = Vec::new();
        set.scan(field, |rule, hit| {
            let mut line = format!("{} {}-{}", rule.id, hit.start, hit.found.end);
            for name in &rule.captures {
                if let Some((from, to)) = rule.capture(&hit.found, name) {
                    line += &format!(" {name}={from}-{to}");
                }
            }
            lines.push(line);
        });
        assert_eq!(lines.join("; "), expected, "{text}");
    }

    fn pattern(pattern: &str, text: &str, expected: &str) {
        check(&format!("rule a\n  match: {pattern}\n  yes: Yes.\n  no: No.\n"), text, expected);
    }

    fn error(rules: &str) -> String {
        load(rules).unwrap_err().to_string()
    }

    #[test]
    fn elements() {
        pattern("not rule out", "They do not Rule out war", "a 2-5");
        pattern("say/v", "he said/V it", "a 1-2");
        pattern("<weapon> <say>", "car bomb pointed/V out/P it", "a 0-4");
        pattern("<weapon>", "a bomb said/V", "a 1-2");
        pattern("<unsure>", "maybe war", "");
        pattern("<unsure~>", "maybe war", "a 0-1");
        pattern("VERB.past ADP", "it blew/V up/P", "a 1-3");
        pattern("VERB.participle", "it blew/V up/P", "");
        pattern("a ..2 d", "a b c d", "a 0-4");
        pattern("a ..2 d", "a b c c d", "");
        pattern("(a | b c)+ d", "b c a d", "a 0-4");
        pattern("a !b", "a b a c", "a 2-4");
        pattern("a !(b | c)", "a b a c a d", "a 4-6");
        pattern("x: (a b?) y: c*", "a b c c d", "a 0-4 x=0-2 y=2-4");
        pattern("^ a", "a a", "a 0-1");
        pattern("a $", "a a", "a 1-2");
        pattern("cease-fire \"'s\"", "cease - fire 's end", "a 0-4");
        pattern("b? a", "b a", "a 0-2");
    }

    #[test]
    fn the_longest_match_wins_then_the_first_rule() {
        let rules = "rule a\n  match: x\n  yes: Y\n  no: N\nrule b\n  match: x y\n  yes: Y\n  no: N\nrule c\n  match: x\n  yes: Y\n  no: N\n";
        check(rules, "x y x", "b 0-2; a 2-3");
    }

    #[test]
    fn neighbours() {
        let rules = "rule a\n  match: x\n  left: p q?\n  unless right: r\n  yes: Y\n  no: N\n";
        check(rules, "p x p q x x p x r", "a 1-2; a 4-5");
    }

    #[test]
    fn hostile_patterns_end() {
        let text = "a ".repeat(400);
        pattern("(a* a*)* (a* a*)* (a* a*)* b", text.trim(), "");
    }

    #[test]
    fn errors_say_where_and_what_to_do() {
        let rule = |line: &str| format!("rule a\n  {line}\n");
        for (rules, expected) in [
            ("match: a\n", "my.rules:1: \"match: a\" opens no block; write \"rule event/name\" or \"kind name\""),
            ("  match: a\n", "my.rules:1: line outside a block; put \"rule event/name\" above it"),
            ("rule a\n  match a\n", "my.rules:2: \"match a\" is no \"key: value\" line"),
            (
                &rule("match: <verbs>"),
                "my.rules:2: lexicon class \"verbs\" is not defined; define it in a lexicon, with a head such as [verbs noun]",
            ),
            (&rule("match: ( a"), "my.rules:2: \"(\" is not closed"),
            (&rule("match: a )"), "my.rules:2: \")\" has nothing to close in \"a )\""),
            (&rule("match: ?"), "my.rules:2: \"?\" stands after nothing"),
            (&rule("match: a?"), "my.rules:2: \"a?\" matches no word at all; make a part of it obligatory"),
            (&rule("match: ..99"), "my.rules:2: gap \"..99\" is no number up to 12; write ..3"),
            (&rule("match: {VP}"), "my.rules:2: \"{VP}\" is no phrase; write {NP} or {VG}"),
            (&rule("unless mood: x"), "my.rules:2: \"mood\" is no place that a condition can look at"),
            (&rule("voice: middle"), "my.rules:2: voice \"middle\" is neither active nor passive"),
            (
                &rule("no: A war. => trigger=\"war\""),
                "my.rules:2: a \"no:\" example finds nothing; leave out what stands behind =>",
            ),
            (&rule("match: a"), "my.rules:1: rule \"a\" lacks a \"yes:\" example"),
            (&rule("match: a\n  yes: b"), "my.rules:1: rule \"a\" lacks a \"no:\" example"),
            (&rule("yes: a"), "my.rules:1: rule \"a\" lacks a pattern; add a line such as \"match: not rule out\""),
            (
                "rule a\n  match: a\n  yes: b\n  no: c\nrule a\n  match: b\n",
                "my.rules:5: rule \"a\" is already defined at my.rules:1; choose another id, or remove that one",
            ),
        ] {
            assert_eq!(error(rules), expected, "{rules}");
        }
        let gone = read(&mut LexiconBuilder::new(), &[], &[], &["b".into()]).unwrap_err();
        assert_eq!(gone.to_string(), "removed rules: there is no rule \"b\" that could be removed");
    }
}
