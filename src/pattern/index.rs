//! Finds the rules that can start at a word. For every entry of the lexicon there is a row of the patterns that it can
//! start, each with what decides most cases before the pattern is run: the part of speech of the word, the word behind it,
//! and whether a word that the pattern cannot do without stands in the sentence at all. Most words have no row, and cost
//! one look.

use super::matcher::{Field, Found, Program};
use super::parse::{Element, Test};
use super::rule::{Body, Hold, Place, Rule};
use crate::lexicon::{Class, Lexicon, Parts};
use crate::tag::Pos;

/// Rules of one family, ready to be looked up.
#[derive(Debug, Default)]
pub(crate) struct RuleSet {
    pub rules: Vec<Rule>,
    patterns: Vec<Indexed>,
    /// For each entry of the lexicon its starts, and one more at the end.
    rows: Vec<Row>,
    starts: Vec<Start>,
    /// Patterns whose first word can be anything of a part of speech.
    by_tag: Vec<Vec<u32>>,
    /// What each of these needs.
    anywhere: Vec<Keys>,
    /// What to look out for in a sentence.
    keys: KeyMap,
}

/// Where a pattern stands, and what it needs.
#[derive(Clone, Copy, Debug)]
struct Indexed {
    rule: u32,
    pattern: u32,
    hold: Hold,
    particle: Option<u64>,
    /// The keys that must be in the sentence.
    needs: Keys,
}

#[derive(Clone, Copy, Debug, Default)]
struct Row {
    first: u32,
    /// What the word means for patterns that start at other words, and for conditions on the sentence.
    keys: Keys,
}

/// A pattern that a word can start.
#[derive(Clone, Copy, Debug)]
struct Start {
    pattern: u32,
    /// The entry of the word behind it, 0 for any.
    second: u32,
    parts: Parts,
    /// The word is the whole match.
    whole: bool,
}

/// A set of [`Key`]s. Several share a bit, so that what is in the set may still not be in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Keys(u64);

impl Keys {
    fn all_in(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }

    fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The bits of classes that a sentence is searched for.
#[derive(Debug, Default)]
struct KeyMap {
    /// For each class its bits.
    of_class: Vec<Keys>,
    given: u32,
}

impl KeyMap {
    /// A bit that all of these classes set.
    fn give(&mut self, classes: &[Class]) -> Keys {
        let key = Keys(1 << (self.given % 64));
        self.given += 1;
        for class in classes {
            if self.of_class.len() <= class.index() {
                self.of_class.resize(class.index() + 1, Keys::default());
            }
            self.of_class[class.index()].0 |= key.0;
        }
        key
    }

    fn of(&self, class: Class) -> Keys {
        self.of_class.get(class.index()).copied().unwrap_or_default()
    }
}

/// What a first look at a sentence finds.
#[derive(Debug, Default)]
pub(crate) struct Sweep {
    /// The words that have a row, in order.
    pub starts: Vec<u32>,
    keys: Keys,
    topic: Topic,
}

/// The classes of all words of a sentence, found out when a condition first asks for them.
#[derive(Debug, Default)]
struct Topic {
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
    /// Indexes the rules by the words of a lexicon.
    pub fn new(rules: Vec<Rule>, lexicon: &Lexicon) -> Self {
        let mut set = Self { rules, by_tag: vec![Vec::new(); Pos::X as usize + 1], ..Self::default() };
        let by_class = set.list_patterns(lexicon);
        set.fill_rows(&by_class, lexicon);
        set
    }

    /// Lists the patterns, and for each class those that it can start.
    fn list_patterns(&mut self, lexicon: &Lexicon) -> ByClass {
        let mut by_class = ByClass::default();
        let mut first = First::default();
        for (r, rule) in self.rules.iter().enumerate() {
            for condition in &rule.conditions {
                if let Place::Sentence(tests) = &condition.place {
                    for test in tests {
                        if let Test::Class(class) = *test {
                            if self.keys.of(class) == Keys::default() {
                                self.keys.give(&[class]);
                            }
                        }
                    }
                }
            }
            for (p, pattern) in rule.patterns.iter().enumerate() {
                let index = self.patterns.len() as u32;
                first.clear();
                let (mut needs, mut second) = (Keys::default(), None);
                match &pattern.body {
                    Body::Class(class) => {
                        by_class.add(*class, Opening { pattern: index, loose: false, whole: true, second: None })
                    }
                    Body::Program(elements, _) => {
                        first.sequence(elements);
                        second = second_of(elements);
                        if let Some(classes) = indispensable(elements) {
                            needs = self.keys.give(&classes);
                        }
                    }
                }
                for &(class, loose) in &first.classes {
                    by_class.add(class, Opening { pattern: index, loose, whole: false, second });
                }
                if first.tags != 0 {
                    self.anywhere.push(needs);
                    for (_, list) in self.by_tag.iter_mut().enumerate().filter(|(tag, _)| first.tags & (1 << tag) != 0)
                    {
                        list.push(index);
                    }
                }
                let (hold, particle) = (pattern.hold, pattern.particle);
                self.patterns.push(Indexed { rule: r as u32, pattern: p as u32, hold, particle, needs });
            }
        }
        by_class.sort(lexicon.classes());
        by_class
    }

    fn fill_rows(&mut self, by_class: &ByClass, lexicon: &Lexicon) {
        let seconds = Seconds::new(by_class, lexicon);
        // most words have nothing to do with any rule
        let concerned =
            lexicon.entries_with(|class| !by_class.of(class).is_empty() || self.keys.of(class) != Keys::default());
        let mut phrasal: Vec<Class> = Vec::new();
        self.rows.reserve(lexicon.entries() + 1);
        for entry in 0..lexicon.entries() as u32 {
            let mut row = Row { first: self.starts.len() as u32, keys: Keys::default() };
            if !concerned.has(entry) {
                self.rows.push(row);
                continue;
            }
            for (class, parts) in lexicon.parts_of(entry) {
                row.keys.0 |= self.keys.of(class).0;
                let openings = by_class.of(class);
                if openings.is_empty() {
                    continue;
                }
                let phrase = lexicon.phrase_parts_of(entry, class);
                let single = phrase == Parts::default();
                for (_, opening) in openings {
                    let parts = if opening.loose { Parts::EVERY } else { parts.or(phrase) };
                    // what stands behind a phrase is not the second word
                    seconds.each(opening.second.filter(|_| single), |second| {
                        let whole = opening.whole && single;
                        self.starts.push(Start { pattern: opening.pattern, second, parts, whole });
                    });
                }
            }
            phrasal.clear();
            for (class, _) in lexicon.phrases_from(entry) {
                row.keys.0 |= self.keys.of(class).0;
                if !by_class.of(class).is_empty() && !phrasal.contains(&class) && !lexicon.has(entry, class) {
                    phrasal.push(class);
                }
            }
            for &class in &phrasal {
                for (_, opening) in by_class.of(class) {
                    let parts = if opening.loose { Parts::EVERY } else { lexicon.phrase_parts_of(entry, class) };
                    self.starts.push(Start { pattern: opening.pattern, second: 0, parts, whole: false });
                }
            }
            self.rows.push(row);
        }
        self.rows.push(Row { first: self.starts.len() as u32, keys: Keys::default() });
    }

    /// Takes a first look at a sentence.
    pub fn sweep(&self, field: Field, sweep: &mut Sweep) {
        sweep.starts.clear();
        sweep.topic.known = false;
        let mut keys = 0;
        for at in field.first..field.last {
            let entry = field.words[at].entry as usize;
            if entry == 0 {
                continue;
            }
            let (row, next) = (self.rows[entry], self.rows[entry + 1]);
            keys |= row.keys.0;
            if row.first != next.first {
                sweep.starts.push(at as u32);
            }
        }
        sweep.keys = Keys(keys);
        // patterns that start with no word in particular are looked for everywhere
        if self.anywhere.iter().any(|needs| needs.all_in(sweep.keys)) {
            sweep.starts.clear();
            sweep.starts.extend(field.first as u32..field.last as u32);
        }
    }

    /// Every rule whose pattern matches at a word: the longest first, then in the order of the rules. Conditions and
    /// particles are not looked at.
    pub fn hits(&self, field: Field, sweep: &Sweep, at: usize, hits: &mut Vec<Hit>) {
        hits.clear();
        let Some(word) = field.words[..field.last].get(at) else { return };
        let entry = word.entry as usize;
        if entry != 0 {
            let tagged = Parts::of(word.pos);
            let next = field.words[..field.last].get(at + 1).map_or(0, |word| word.entry);
            for start in &self.starts[self.rows[entry].first as usize..self.rows[entry + 1].first as usize] {
                let apt = start.parts.meets(tagged) && (start.second == 0 || start.second == next);
                if apt && self.patterns[start.pattern as usize].needs.all_in(sweep.keys) {
                    self.try_pattern(start.pattern, start.whole, field, at, hits);
                }
            }
        }
        for &index in &self.by_tag[word.pos as usize] {
            if self.patterns[index as usize].needs.all_in(sweep.keys) {
                self.try_pattern(index, false, field, at, hits);
            }
        }
        if hits.len() > 1 {
            hits.sort_by_key(|hit| (std::cmp::Reverse(hit.found.end + usize::from(hit.particle.is_some())), hit.rule));
            hits.dedup_by_key(|hit| (hit.rule, hit.found.end, hit.particle));
        }
    }

    /// Tries a pattern at a word that it may start at.
    fn try_pattern(&self, index: u32, whole: bool, field: Field, at: usize, hits: &mut Vec<Hit>) {
        let Indexed { rule, pattern, hold, particle, .. } = self.patterns[index as usize];
        let found = match &self.rules[rule as usize].patterns[pattern as usize].body {
            _ if whole => Some(Found::words(at + 1)),
            Body::Class(class) => {
                field.lexicon.match_at(&field.words[..field.last], at, *class).map(|len| Found::words(at + len))
            }
            Body::Program(_, program) => program.run(field, at),
        };
        if let Some(found) = found {
            hits.push(Hit { rule: rule as usize, hold, start: at, found, particle });
        }
    }

    /// Whether a condition holds that looks at neighbouring words; others are taken to hold.
    pub fn context_holds(&self, place: &Place, field: Field, hit: &Hit, sweep: &mut Sweep) -> Option<bool> {
        match place {
            Place::Right(program) => Some(program.run(field, hit.found.end).is_some()),
            Place::Left(program) => Some(left(program, field, hit.start)),
            Place::Sentence(tests) => Some(tests.iter().any(|test| match test {
                Test::Class(class) => self.keys.of(*class).meets(sweep.keys) && sweep.topic.holds(field, *class),
                test => field.words[field.first..field.last].iter().any(|word| test.passes(word, field.lexicon)),
            })),
            Place::Slot(..) | Place::Complement(_) | Place::Passive(_) => None,
        }
    }

    /// For tests: matches of `match:` patterns in a sentence: leftmost, then longest, then by order; without overlaps.
    #[cfg(test)]
    pub fn scan(&self, field: Field, mut with: impl FnMut(&Rule, Hit)) {
        let (mut hits, mut sweep) = (Vec::new(), Sweep::default());
        self.sweep(field, &mut sweep);
        let mut at = field.first;
        while at < field.last {
            self.hits(field, &sweep, at, &mut hits);
            let mut holds = |hit: &&Hit| {
                self.rules[hit.rule].conditions.iter().all(|condition| {
                    let found = self.context_holds(&condition.place, field, hit, &mut sweep);
                    found.is_none_or(|found| found == condition.wanted)
                })
            };
            match hits.iter().find(|hit| hit.hold == Hold::Words && holds(hit)) {
                Some(&hit) => {
                    with(&self.rules[hit.rule], hit);
                    at = hit.found.end.max(at + 1);
                }
                None => at += 1,
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

/// A pattern that a class can start.
#[derive(Clone, Copy, Debug)]
struct Opening {
    pattern: u32,
    /// Whatever the tag of the word.
    loose: bool,
    /// The class is all of the pattern.
    whole: bool,
    /// The class of the single word behind it, if that is known.
    second: Option<Class>,
}

/// The patterns that each class can start.
#[derive(Default)]
struct ByClass {
    /// In order of their classes.
    openings: Vec<(Class, Opening)>,
    /// Where the openings of each class start, and one more at the end.
    first: Vec<u32>,
}

impl ByClass {
    fn add(&mut self, class: Class, opening: Opening) {
        self.openings.push((class, opening));
    }

    /// Puts the openings in order, once all are there; a pattern that a class opens in two ways stands there once.
    fn sort(&mut self, classes: usize) {
        self.openings.sort_by_key(|&(class, opening)| (class, opening.pattern, std::cmp::Reverse(opening.loose)));
        self.openings.dedup_by_key(|(class, opening)| (*class, opening.pattern));
        self.first.reserve(classes + 1);
        let mut at = 0;
        for class in 0..=classes {
            while self.openings.get(at).is_some_and(|(found, _)| found.index() < class) {
                at += 1;
            }
            self.first.push(at as u32);
        }
    }

    fn of(&self, class: Class) -> &[(Class, Opening)] {
        &self.openings[self.first[class.index()] as usize..self.first[class.index() + 1] as usize]
    }
}

/// The words that the second elements of patterns stand for.
struct Seconds {
    /// For each class its place in the list, 0 for none.
    places: Vec<u16>,
    words: Vec<Words>,
}

#[derive(Clone, Debug)]
enum Words {
    /// The forms of a lemma.
    Few(Vec<u32>),
    /// Too many to list, or several words.
    Many,
}

impl Seconds {
    /// How many words are listed at most.
    const FEW: usize = 6;

    fn new(by_class: &ByClass, lexicon: &Lexicon) -> Self {
        let mut seconds = Self { places: vec![0; lexicon.classes()], words: vec![Words::Many] };
        for class in by_class.openings.iter().filter_map(|(_, opening)| opening.second) {
            let place = &mut seconds.places[class.index()];
            if *place == 0 {
                *place = seconds.words.len() as u16;
                seconds.words.push(Words::Few(Vec::new()));
            }
        }
        let concerned = lexicon.entries_with(|class| seconds.places[class.index()] != 0);
        for entry in (0..lexicon.entries() as u32).filter(|&entry| concerned.has(entry)) {
            for (class, _) in lexicon.parts_of(entry) {
                seconds.add(class, entry);
            }
            for (class, _) in lexicon.phrases_from(entry) {
                let place = seconds.places[class.index()];
                seconds.words[place as usize] = Words::Many;
            }
        }
        seconds
    }

    fn add(&mut self, class: Class, entry: u32) {
        let place = self.places[class.index()];
        if place == 0 {
            return;
        }
        match &mut self.words[place as usize] {
            Words::Few(entries) if entries.len() < Self::FEW => entries.push(entry),
            other => *other = Words::Many,
        }
    }

    fn each(&self, class: Option<Class>, mut with: impl FnMut(u32)) {
        match class.map(|class| &self.words[self.places[class.index()] as usize]) {
            Some(Words::Few(entries)) => entries.iter().for_each(|&entry| with(entry)),
            _ => with(0),
        }
    }
}

/// What the first word of a pattern can be.
#[derive(Debug, Default)]
struct First {
    classes: Vec<(Class, bool)>,
    tags: u32,
}

impl First {
    const EVERY: u32 = (1 << (Pos::X as u32 + 1)) - 1;

    fn clear(&mut self) {
        self.classes.clear();
        self.tags = 0;
    }

    /// Adds what a sequence can start with.
    fn sequence(&mut self, elements: &[Element]) {
        for element in elements {
            self.element(element);
            if !element.may_be_skipped() {
                break;
            }
        }
    }

    fn element(&mut self, element: &Element) {
        match element {
            Element::Class(class) => self.classes.push((*class, false)),
            Element::Word(_, class) | Element::Short(_, class) | Element::Loose(class) => {
                self.classes.push((*class, true));
            }
            Element::Tag(pos, _) => self.tags |= 1 << *pos as u32,
            Element::NounPhrase | Element::VerbGroup | Element::Any | Element::Not(_) => self.tags = Self::EVERY,
            Element::Start | Element::End => {}
            Element::Capture(_, inner) => self.sequence(inner),
            Element::Either(choices) => choices.iter().for_each(|choice| self.sequence(choice)),
            Element::Repeat(inner, ..) => self.element(inner),
        }
    }
}

/// The class of the second element of a pattern that starts with two words of classes.
fn second_of(elements: &[Element]) -> Option<Class> {
    let [first, second, ..] = elements else { return None };
    let single = |element: &Element| match element {
        Element::Word(_, class) | Element::Short(_, class) | Element::Class(class) | Element::Loose(class) => {
            Some(*class)
        }
        _ => None,
    };
    single(first).and(single(second))
}

/// The classes of which one word must stand somewhere behind the first word of a pattern: those of the last such place.
fn indispensable(elements: &[Element]) -> Option<Vec<Class>> {
    let first = elements.iter().position(|element| !element.may_be_skipped())?;
    elements[first + 1..].iter().rev().find_map(needed)
}

/// The classes of which one word must be there for an element to match.
fn needed(element: &Element) -> Option<Vec<Class>> {
    match element {
        Element::Word(_, class) | Element::Class(class) | Element::Loose(class) => Some(vec![*class]),
        Element::Capture(_, inner) => inner.iter().rev().find_map(needed),
        Element::Either(choices) => {
            let mut classes = Vec::new();
            for choice in choices {
                classes.extend(choice.iter().rev().find_map(needed)?);
            }
            Some(classes)
        }
        Element::Repeat(inner, min, _) if *min > 0 => needed(inner),
        _ => None,
    }
}
