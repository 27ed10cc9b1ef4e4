//! Finds the rules that can start at a word. For every entry of the lexicon there is a row of the patterns that it can
//! start, each with what decides most cases before the pattern is run: the part of speech of the word, the word behind it,
//! and whether a word that the pattern cannot do without stands in the sentence at all. Most words have no row, and cost
//! one look.

mod key;
mod opening;

use std::cmp::Reverse;
use std::collections::HashMap;
use std::num::NonZeroU64;

use super::alternative::{Alternatives, Wanted};
use super::matcher::{Field, Found, Program, Programs, Room};
use super::rule::{Body, Hold, Pattern, Place, Rule, RuleFiles, particle_hash};
use crate::lexicon::{Class, Lexicon, Parts};
use crate::syntax::{marks, places};
use crate::tag::{Pos, Word};

pub(crate) use key::Keys;
use key::{KeyMap, KeySets, Scope};
use opening::{ByClass, Later, Opening, Seconds};
pub(super) use opening::{Openings, Opens, first_words, last_words};

/// Rules of one family, ready to be looked up.
#[derive(Debug, Default)]
pub(crate) struct RuleSet {
    pub rules: Vec<Rule>,
    patterns: Vec<Indexed>,
    programs: Programs,
    /// For each entry of the lexicon its starts, and one more at the end.
    rows: Vec<Row>,
    /// What rows mean for others.
    key_sets: Vec<Keys>,
    starts: Vec<Start>,
    /// Patterns whose first word can be anything of a part of speech.
    by_tag: Vec<Vec<u32>>,
    /// What each of these needs.
    anywhere: Vec<Keys>,
    /// What to look out for in a sentence.
    keys: KeyMap,
}

/// A pattern, and what it needs.
#[derive(Clone, Copy, Debug)]
struct Indexed {
    rule: u32,
    sought: Sought,
    hold: Hold,
    particle: Option<u8>,
    /// What must stand in the sentence, and right behind the first word.
    needs: Keys,
}

#[derive(Clone, Copy, Debug)]
enum Sought {
    /// A word or phrase of the class.
    Class(Class),
    /// What a program matches.
    Program(Program),
}

/// What a word means for the rules: packed, as every word of a text asks for it.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    first: u32,
    /// What it means for patterns that start at other words, and for conditions on the sentence: its place in [`KeySets`].
    keys: u16,
    /// In which parts of speech a pattern starts at it.
    parts: Parts,
}

/// A pattern that a word can start.
#[derive(Clone, Copy, Debug)]
struct Start {
    pattern: u32,
    /// The entry of the word behind it, 0 for any; and above it, the parts of speech and whether the word is the whole match.
    second: u32,
    /// What must stand in the sentence and right behind.
    needs: Keys,
}

impl Start {
    /// Where the parts of speech stand above an entry, and the sign of a whole match, which is no part of speech.
    const PARTS: u32 = Lexicon::ENTRY_BITS;
    const WHOLE: u32 = 1 << 31;

    fn new(pattern: u32, second: u32, parts: Parts, whole: bool, needs: Keys) -> Self {
        let whole = if whole { Self::WHOLE } else { 0 };
        Self { pattern, second: second | u32::from(parts.bits()) << Self::PARTS | whole, needs }
    }

    fn second(&self) -> u32 {
        self.second & ((1 << Self::PARTS) - 1)
    }

    fn parts(&self) -> Parts {
        Parts::from_bits(((self.second & !Self::WHOLE) >> Self::PARTS) as u8)
    }

    fn is_whole(&self) -> bool {
        self.second & Self::WHOLE != 0
    }
}

/// Room for one sentence after another.
#[derive(Debug, Default)]
pub(crate) struct Sweep {
    /// The words that a pattern may start at, one bit each.
    starts: Vec<u64>,
    room: Room,
}

/// A rule that matched at a place.
#[derive(Clone, Debug)]
pub(crate) struct Hit {
    /// Index into [`RuleSet::rules`].
    pub rule: usize,
    pub hold: Hold,
    pub start: usize,
    pub found: Found,
    /// The particle that the pattern asks for.
    pub particle: Option<NonZeroU64>,
}

impl RuleSet {
    /// Indexes the rules by the words of a lexicon.
    pub fn new(files: RuleFiles, lexicon: &Lexicon) -> Self {
        let RuleFiles { rules, patterns, compiled, programs, openings, particles, .. } = files;
        let by_tag = vec![Vec::new(); Pos::X as usize + 1];
        let mut set = Self { rules, programs, by_tag, ..Self::default() };
        let by_class = set.list_patterns(patterns, &compiled, &openings, &particles, lexicon);
        set.fill_rows(&by_class, lexicon);
        set
    }

    /// Lists the patterns, and for each class those that it can start.
    fn list_patterns(
        &mut self,
        patterns: Vec<Pattern>,
        compiled: &[(Opens, Program)],
        openings: &Openings,
        particles: &[Option<Class>],
        lexicon: &Lexicon,
    ) -> ByClass {
        let mut by_class = ByClass::for_patterns(patterns.len());
        self.keys.of_class = vec![Keys::default(); lexicon.classes()];
        self.patterns.reserve_exact(patterns.len());
        let mut patterns = patterns.into_iter().peekable();
        // the classes that conditions look for in the whole sentence
        let mut topics: Vec<Class> = Vec::new();
        let mut given: HashMap<Class, Keys> = HashMap::new();
        for (r, rule) in (0..).zip(&mut self.rules) {
            for condition in &mut rule.conditions {
                if let Place::Left(neighbour) | Place::Right(neighbour) = &mut condition.place {
                    let edge = neighbour.edge.take();
                    let give = |classes: Vec<Class>| self.keys.give(classes.into_iter(), Scope::Neighbour);
                    neighbour.key = edge.map(give).unwrap_or_default();
                }
                if let Place::Sentence(alternatives) = &condition.place {
                    for class in alternatives.classes() {
                        if !topics.contains(&class) {
                            topics.push(class);
                            self.keys.give(std::iter::once(class), Scope::Sentence);
                        }
                    }
                }
                if let Place::Slot(_, alternatives) | Place::Sentence(alternatives) = &mut condition.place {
                    alternatives.sort(lexicon);
                }
            }
            while let Some(Pattern { rule, hold, body, particle }) = patterns.next_if(|pattern| pattern.rule == r) {
                let index = self.patterns.len() as u32;
                // a verb may stand far from its particle, but not in another sentence
                let class = particle.and_then(|place| particles.get(usize::from(place)).copied().flatten());
                let mut key = |class: Class| {
                    *given.entry(class).or_insert_with(|| self.keys.give(std::iter::once(class), Scope::Particle))
                };
                let mut needs = class.map(&mut key).unwrap_or_default();
                let sought = match body {
                    Body::Class(class) => {
                        by_class.add(class, Opening { pattern: index, loose: false, whole: true, second: None });
                        Sought::Class(class)
                    }
                    Body::Compiled(place) => {
                        let (opens, program) = &compiled[place as usize];
                        let mut second = None;
                        match opens.later {
                            Later::Next(classes) => {
                                let mut classes = openings.classes(classes);
                                match (classes.clone().next(), classes.clone().nth(1)) {
                                    (Some(only), None) if opens.tags == 0 && only.index() >= lexicon.columns() => {
                                        second = Some(only);
                                    }
                                    _ => needs = needs.or(self.keys.give(classes.by_ref(), Scope::Neighbour)),
                                }
                            }
                            Later::Somewhere(classes) => {
                                let scope = if opens.tags == 0 { Scope::Sentence } else { Scope::Anywhere };
                                needs = needs.or(self.keys.give(openings.classes(classes), scope));
                            }
                            Later::Nothing => {}
                        }
                        for &(class, loose) in openings.first(opens) {
                            by_class.add(class, Opening { pattern: index, loose, whole: false, second });
                        }
                        if opens.tags != 0 {
                            self.anywhere.push(needs);
                            let lists = self.by_tag.iter_mut().enumerate();
                            lists
                                .filter(|(tag, _)| opens.tags & (1 << tag) != 0)
                                .for_each(|(_, list)| list.push(index));
                        }
                        Sought::Program(*program)
                    }
                };
                self.patterns.push(Indexed { rule, sought, hold, particle, needs });
            }
        }
        by_class.sort(lexicon.classes());
        by_class
    }

    fn fill_rows(&mut self, by_class: &ByClass, lexicon: &Lexicon) {
        let seconds = Seconds::new(by_class, lexicon);
        let mut sets = KeySets::new();
        let keys = lexicon.tabulate(|class| self.keys.of(class), Keys::or);
        let alone = keys.map(|keys| sets.place(keys));
        let opening = lexicon.class_set(|class| !by_class.of(class).is_empty());
        let opens = lexicon.rows_meeting(&opening);
        // of the word at hand: the classes of the phrases that it starts, and for each class in which parts of speech it does
        let mut phrasal: Vec<Class> = Vec::new();
        let mut parts_of = vec![Parts::default(); lexicon.classes()];
        self.rows.reserve_exact(lexicon.entries() + 1);
        self.starts.reserve(self.patterns.len() * 4);
        // whether a class means anything outside of conditions
        let of_all = self.keys.of_class.iter().zip(by_class.counts());
        let matters: Vec<bool> = of_all.map(|(&keys, openings)| keys != Keys::default() || openings > 0).collect();
        for listed in lexicon.each_entry() {
            let first = self.starts.len() as u32;
            let opens = opens[listed.row as usize];
            // most words have nothing to do with any rule
            if !opens
                && !listed.starts_phrase
                && !(listed.is_more_than_row()
                    && lexicon.lemma_classes(listed).any(|(class, _)| matters[class.index()]))
            {
                self.rows.push(Row { first, keys: alone.of(listed.row), parts: Parts::default() });
                continue;
            }
            let mut more_keys = Keys::default();
            if listed.starts_phrase {
                for (class, parts) in lexicon.phrases_from(listed.entry) {
                    let of_class = &mut parts_of[class.index()];
                    if *of_class == Parts::default() {
                        more_keys = more_keys.or(self.keys.of(class));
                        phrasal.push(class);
                    }
                    *of_class = of_class.or(parts);
                }
            }
            let mut all_parts = Parts::default();
            let mut open = |class: Class, parts: Parts| {
                for (_, opening) in by_class.of(class) {
                    let phrase = parts_of[class.index()];
                    let single = phrase == Parts::default();
                    let parts = if opening.loose { Parts::EVERY } else { parts.or(phrase) };
                    all_parts = all_parts.or(parts);
                    let needs = self.patterns[opening.pattern as usize].needs;
                    // what stands behind a phrase is not the second word
                    let needs = if single { needs } else { needs.anywhere() };
                    for &second in seconds.of(opening.second.filter(|_| single)) {
                        self.starts.push(Start::new(opening.pattern, second, parts, opening.whole && single, needs));
                    }
                }
            };
            if opens {
                lexicon.named_parts_of(listed.entry, &opening).for_each(|(class, parts)| open(class, parts));
            }
            for (class, parts) in lexicon.lemma_classes(listed) {
                more_keys = more_keys.or(self.keys.of(class));
                open(class, parts);
            }
            for &class in &phrasal {
                if !by_class.of(class).is_empty() && !lexicon.has(listed.entry, class) {
                    open(class, Parts::default());
                }
            }
            phrasal.drain(..).for_each(|class| parts_of[class.index()] = Parts::default());
            let keys = match more_keys == Keys::default() {
                true => alone.of(listed.row),
                false => sets.place(keys.of(listed.row).or(more_keys)),
            };
            self.rows.push(Row { first, keys, parts: all_parts });
        }
        self.rows.push(Row { first: self.starts.len() as u32, ..Row::default() });
        self.key_sets = sets.sets;
    }

    /// What a word means for patterns that start at other words.
    #[inline]
    fn keys_of(&self, row: Row) -> Keys {
        self.key_sets.get(usize::from(row.keys)).copied().unwrap_or_default()
    }

    /// Every rule whose pattern matches in a sentence, by the words they start at: for each the longest first, then in the
    /// order of the rules. Conditions and particles are not looked at; what these have to know of the sentence is returned.
    pub fn hits(&self, field: Field, sweep: &mut Sweep, hits: &mut Vec<Hit>) -> Keys {
        let keys = self.sweep(field, &mut sweep.starts);
        for start in places(sweep.starts.iter().copied()) {
            self.hits_at(field, keys, field.first + start as usize, &mut sweep.room, hits);
        }
        keys
    }

    /// Takes a first look at a sentence: at which words a pattern may start, and what stands in it.
    fn sweep(&self, field: Field, starts: &mut Vec<u64>) -> Keys {
        let mut keys = 0;
        let may_start = |word: &Word| {
            let row = self.rows[word.entry as usize];
            keys |= self.keys_of(row).0;
            row.parts.meets(Parts::of(word.pos))
        };
        let words = &field.words[field.first..field.last];
        starts.clear();
        starts.extend(marks(words, may_start));
        // patterns that start with no word in particular are looked for everywhere
        if self.anywhere.iter().any(|needs| needs.all_in(Keys(keys))) {
            starts.clear();
            starts.extend(marks(words, |_| true));
        }
        Keys(keys)
    }

    fn hits_at(&self, field: Field, keys: Keys, at: usize, room: &mut Room, hits: &mut Vec<Hit>) {
        let before = hits.len();
        let Some(word) = field.words[..field.last].get(at) else { return };
        let next = field.words[..field.last].get(at + 1).map_or(0, |word| word.entry);
        let keys = Keys::around(keys, self.keys_of(self.rows[next as usize]));
        let entry = word.entry as usize;
        if entry != 0 {
            let tagged = Parts::of(word.pos);
            for start in &self.starts[self.rows[entry].first as usize..self.rows[entry + 1].first as usize] {
                // all at once: each question by itself would be guessed wrong too often
                let second = (start.second() == 0) | (start.second() == next);
                if start.parts().meets(tagged) & second & start.needs.all_in(keys) {
                    self.try_pattern(start.pattern, start.is_whole(), field, at, room, hits);
                }
            }
        }
        for &index in &self.by_tag[word.pos as usize] {
            if self.patterns[index as usize].needs.all_in(keys) {
                self.try_pattern(index, false, field, at, room, hits);
            }
        }
        if hits.len() > before + 1 {
            hits[before..].sort_by_key(|hit| (Reverse(hit.found.end + usize::from(hit.particle.is_some())), hit.rule));
            let same = |a: &Hit, b: &Hit| (a.rule, a.found.end, a.particle) == (b.rule, b.found.end, b.particle);
            let mut kept = before;
            for at in before + 1..hits.len() {
                if !same(&hits[kept], &hits[at]) {
                    kept += 1;
                    hits.swap(kept, at);
                }
            }
            hits.truncate(kept + 1);
        }
    }

    /// Tries a pattern at a word that it may start at.
    fn try_pattern(&self, index: u32, whole: bool, field: Field, at: usize, room: &mut Room, hits: &mut Vec<Hit>) {
        let Indexed { rule, sought, hold, particle, .. } = self.patterns[index as usize];
        let found = match sought {
            _ if whole => Some(Found::words(at + 1)),
            Sought::Class(class) => {
                field.lexicon.match_at(&field.words[..field.last], at, class).map(|len| Found::words(at + len))
            }
            Sought::Program(program) => self.programs.run(program, field, at, room),
        };
        if let Some(found) = found {
            hits.push(Hit { rule: rule as usize, hold, start: at, found, particle: particle.and_then(particle_hash) });
        }
    }

    /// Whether a condition holds that looks at neighbouring words; others are taken to hold.
    pub fn context_holds(&self, place: &Place, field: Field, keys: Keys, hit: &Hit, sweep: &mut Sweep) -> Option<bool> {
        match place {
            Place::Right(right) => {
                let end = hit.found.end;
                Some(
                    self.may_stand(end, right.key, field)
                        && self.programs.run(right.program, field, end, &mut sweep.room).is_some(),
                )
            }
            Place::Left(left) => Some(
                hit.start.checked_sub(1).is_none_or(|before| self.may_stand(before, left.key, field))
                    && self.ends_before(left.program, field, hit.start, &mut sweep.room),
            ),
            Place::Sentence(wanted) => {
                let key = wanted.classes().fold(Keys::default(), |key, class| key.or(self.keys.of(class)));
                let open = wanted.has_words();
                let may_be = |word: &Word| open || self.keys_of(self.rows[word.entry as usize]).meets(key);
                Some((open || key.meets(keys)) && stands_in(field, wanted, may_be))
            }
            Place::Slot(..) | Place::Complement(_) | Place::Passive(_) => None,
        }
    }

    /// Whether one of the classes of a key may stand at a word.
    fn may_stand(&self, at: usize, key: Keys, field: Field) -> bool {
        let word = (field.first..field.last).contains(&at).then(|| &field.words[at]);
        key == Keys::default() || word.is_some_and(|word| self.keys_of(self.rows[word.entry as usize]).meets(key))
    }

    /// Whether a pattern matches words that end just before `end`.
    fn ends_before(&self, program: Program, field: Field, end: usize, room: &mut Room) -> bool {
        let field = Field { last: end, ..field };
        (field.first.max(end.saturating_sub(LEFT))..end)
            .any(|start| self.programs.run(program, field, start, room).is_some_and(|found| found.end == end))
    }

    /// For tests: matches of `match:` patterns in a sentence: leftmost, then longest, then by order; without overlaps.
    #[cfg(test)]
    pub fn scan(&self, field: Field, mut with: impl FnMut(&Rule, Hit)) {
        let (mut hits, mut sweep) = (Vec::new(), Sweep::default());
        let keys = self.hits(field, &mut sweep, &mut hits);
        let mut at = field.first;
        for hit in hits {
            let holds = hit.hold == Hold::Words
                && self.rules[hit.rule].conditions.iter().all(|condition| {
                    let found = self.context_holds(&condition.place, field, keys, &hit, &mut sweep);
                    found.is_none_or(|found| found == condition.wanted)
                });
            if holds && hit.start >= at {
                at = hit.found.end.max(at + 1);
                with(&self.rules[hit.rule], hit);
            }
        }
    }
}

/// Whether a word or a phrase that is wanted stands in the sentence, at one of the words that it may be or start with.
fn stands_in(field: Field, wanted: &Alternatives, may_be: impl Fn(&Word) -> bool) -> bool {
    let (words, lexicon) = (&field.words[..field.last], field.lexicon);
    (field.first..field.last).filter(|&at| may_be(&words[at])).any(|at| {
        wanted.takes(&words[at], lexicon)
            || wanted.may_start(&words[at], lexicon)
                && lexicon.phrases_at(words, at).any(|(class, _)| wanted.holds(class))
    })
}

/// How far to the left a `left:` pattern may begin.
const LEFT: usize = 8;
