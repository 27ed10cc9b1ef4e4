//! Folds the weights into the table that the crate embeds.

use std::collections::BTreeMap;
use std::fmt;

use crate::corpus::{Sentence, Token};
use crate::feature::{self, LARGEST, ROW, ROWS, STEP, View, WIDTH, case, tag};
use crate::learn::{self, Item, Role, Vocabulary, Weights};

/// Bytes of a record.
const RECORD: usize = 16;
/// How many candidates a record holds.
const CANDIDATES: usize = 6;
/// Slots of a bucket of the treebank's words.
const HOT: usize = 8;
/// Classes of words that the treebank does not have, and slots of a bucket of them.
const CLASSES: usize = 127;
const COLD: usize = 16;
/// A word is common that the treebank has so often.
const COMMON: u32 = 200;
/// A candidate hardly ever wins that does so less than once in so many times.
const HARDLY_EVER: u32 = 250;
/// The margin of the proper noun for a word that is none, whatever its capitals.
const NEVER: i8 = i8::MIN;
/// One step of a record's margin in units of the context weights.
const MARGIN_STEP: i32 = 3;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Record {
    context: u16,
    best: u8,
    own: bool,
    /// The margin of the proper noun, for capitalised words.
    name: i8,
    candidates: Vec<(u8, i8)>,
}

/// Where a key's record stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// In a slot of its own.
    Hot,
    /// In a class of rare words.
    Cold(usize),
    /// Nowhere: its ending says the same.
    Ending,
}

pub struct Table {
    rows: Vec<i8>,
    /// For every key of the vocabulary.
    records: Vec<Record>,
    places: Vec<Place>,
    classes: Vec<Record>,
}

impl Table {
    pub fn build(weights: &Weights, vocabulary: &Vocabulary, roles: &[Role]) -> Self {
        let largest = (0..ROWS as u32).flat_map(|r| weights.context_row(r)).fold(0f32, |m, w| m.max(w.abs()));
        let scale = 127.0 / largest;
        let quantise =
            |w: &f32| (w * scale / f32::from(STEP)).round().clamp(-f32::from(LARGEST), f32::from(LARGEST)) as i8;
        let rows = (0..ROWS as u32).flat_map(|r| weights.context_row(r).iter().map(quantise)).collect();
        let mut records: Vec<Record> = (0..vocabulary.keys.len())
            .map(|k| record(&learn::fold(weights, vocabulary, k), scale, roles[k], vocabulary.counts[k]))
            .collect();
        let is_hot =
            |k: usize| vocabulary.counts[k] > 0 || vocabulary.keys[k].as_bytes().first().is_some_and(|b| *b < 4);
        // The classes: the commonest records of rare words.
        let mut sizes: BTreeMap<&Record, usize> = BTreeMap::new();
        for k in (0..records.len()).filter(|&k| !is_hot(k)) {
            *sizes.entry(&records[k]).or_default() += 1;
        }
        let mut order: Vec<(&Record, usize)> = sizes.into_iter().collect();
        order.sort_by_key(|&(record, size)| (std::cmp::Reverse(size), record));
        eprintln!("{} kinds of rare words", order.len());
        let mut classes = choose(&order);
        let rare: Vec<usize> = (0..records.len()).filter(|&k| !is_hot(k)).collect();
        let points: Vec<Point> = rare.iter().map(|&k| point(&learn::fold(weights, vocabulary, k), scale)).collect();
        let mut centres: Vec<Point> = classes.iter().map(record_point).collect();
        let mut home: Vec<usize> = Vec::new();
        for _ in 0..3 {
            home = points.iter().zip(&rare).map(|(p, &k)| nearest(&centres, &classes, p, roles[k].context).0).collect();
            centres = means(&points, &home, &centres);
        }
        for (class, centre) in classes.iter_mut().zip(&centres) {
            let role = Role { context: class.context, best: class.best, own: false };
            *class = record(&centre.map(|c| -far(c)), MARGIN_STEP as f32, role, 100);
        }
        let mut places = vec![Place::Hot; records.len()];
        for ((&k, &class), this) in rare.iter().zip(&home).zip(&points) {
            let ending = vocabulary.fallback(&vocabulary.keys[k]) as usize;
            let by_ending = distance(&point(&learn::fold(weights, vocabulary, ending), scale), this)
                + if roles[ending].context == roles[k].context { 0.0 } else { OTHER_CONTEXT };
            places[k] = if by_ending <= distance(&centres[class], this) { Place::Ending } else { Place::Cold(class) };
        }
        for k in 0..records.len() {
            match places[k] {
                Place::Hot => {}
                Place::Cold(class) => records[k] = classes[class].clone(),
                Place::Ending => records[k] = records[vocabulary.fallback(&vocabulary.keys[k]) as usize].clone(),
            }
        }
        Self { rows, records, places, classes }
    }

    /// Takes from common words the candidates that hardly ever win in the text that was learned from: what remains of most is one,
    /// which needs no decision. A word that is never a name there is none anywhere.
    pub fn drop_losers(&mut self, sentences: &[Vec<Item>], roles: &[Role], vocabulary: &Vocabulary) {
        let mut wins = vec![[0u32; tag::COUNT]; self.records.len()];
        let mut capitals = vec![0u32; self.records.len()];
        for sentence in sentences {
            let tags = tag_all(sentence, roles, |item, view| self.decide(item, view));
            for (item, tag) in sentence.iter().zip(tags) {
                wins[item.key as usize][usize::from(tag)] += 1;
                capitals[item.key as usize] += u32::from(item.capital);
            }
        }
        for (key, record) in self.records.iter_mut().enumerate() {
            let wins = |tag: u8, of: u32| wins[key][usize::from(tag)] * HARDLY_EVER >= of;
            let count = vocabulary.counts[key];
            if count >= COMMON {
                record.candidates.retain(|&(tag, _)| wins(tag, count));
            }
            if capitals[key] >= COMMON && !wins(tag::PROPN, capitals[key]) {
                record.name = NEVER;
            }
        }
    }

    /// Decides as the crate will.
    pub fn decide(&self, item: &Item, view: &View) -> u8 {
        let record = &self.records[item.key as usize];
        if record.candidates.len() == 1 && (view.cases[1] == case::LOWER || record.name == NEVER) {
            return record.candidates[0].0;
        }
        let rows: Vec<u32> = learn::active_rows(view).collect();
        let mut best = (i32::MIN, 0);
        let name = (view.cases[1] != case::LOWER && record.name != NEVER).then_some((tag::PROPN, record.name));
        for (tag, margin) in record.candidates.iter().copied().chain(name) {
            let score = i32::from(margin) * MARGIN_STEP
                + i32::from(STEP)
                    * rows.iter().map(|&r| i32::from(self.rows[r as usize * WIDTH + tag as usize])).sum::<i32>();
            if score > best.0 {
                best = (score, tag);
            }
        }
        best.1
    }

    /// The bytes of the table, as the crate reads them.
    pub fn write(&self, vocabulary: &Vocabulary) -> Vec<u8> {
        let mut list: Vec<&Record> = self.classes.iter().collect();
        let mut numbers: BTreeMap<&Record, u16> = BTreeMap::new();
        let mut hot: Vec<(u64, u16)> = Vec::new();
        let mut cold: Vec<(u64, u16)> = Vec::new();
        // the common words first, so that each is found in its own bucket
        let mut order: Vec<usize> = (0..self.places.len()).collect();
        order.sort_by_key(|&k| std::cmp::Reverse(vocabulary.counts[k]));
        for k in order {
            let hash = hash(vocabulary.keys[k].as_bytes());
            match self.places[k] {
                Place::Ending => {}
                Place::Cold(class) => cold.push((hash, class as u16 + 1)),
                Place::Hot => {
                    let number = *numbers.entry(&self.records[k]).or_insert_with(|| {
                        list.push(&self.records[k]);
                        list.len() as u16
                    });
                    hot.push((hash, number));
                }
            }
        }
        // A rare word that would be taken for another gets a slot of its own.
        let mut buckets = place_cold(&cold);
        loop {
            let (right, wrong): (Vec<_>, Vec<_>) =
                cold.iter().copied().partition(|&(hash, class)| find_cold(&buckets, hash) == Some(class));
            if wrong.is_empty() {
                break;
            }
            hot.extend(wrong);
            cold = right;
            buckets = place_cold(&cold);
        }
        let common = place_hot(&hot);
        eprintln!(
            "{} of {} common words, {} of {} rare words, {} records, {} rows",
            hot.len(),
            common.len() * HOT,
            cold.len(),
            buckets.len() * COLD,
            list.len(),
            ROWS
        );
        let mut out = Vec::new();
        out.extend_from_slice(&hash(b"factive").to_le_bytes());
        for number in [common.len().trailing_zeros() as usize, buckets.len(), list.len(), ROWS] {
            out.extend_from_slice(&(number as u32).to_le_bytes());
        }
        out.resize(ROW, 0);
        for row in self.rows.chunks_exact(WIDTH) {
            out.extend(row.iter().map(|weight| *weight as u8));
            out.resize(out.len().next_multiple_of(ROW), 0);
        }
        out.extend(common.iter().flatten().flatten().flat_map(|part| part.to_le_bytes()));
        out.extend(buckets.iter().flatten().flat_map(|slot| slot.to_le_bytes()));
        for record in list {
            let mut bytes = [0u8; RECORD];
            let context = record.context | u16::from(record.own) << 15;
            bytes[..2].copy_from_slice(&context.to_le_bytes());
            bytes[2] = record.best << 3 | (record.candidates.len() as u8 - 1);
            bytes[3] = record.name as u8;
            for i in 0..CANDIDATES {
                // the earlier wins where scores are equal; the first fills the places that are free
                let (&(tag, margin), rank) = match record.candidates.get(i) {
                    Some(candidate) => (candidate, 7 - i as u8),
                    None => (&record.candidates[0], 1),
                };
                bytes[4 + 2 * i..6 + 2 * i].copy_from_slice(&[rank << 5 | tag, margin as u8]);
            }
            out.extend_from_slice(&bytes);
        }
        out
    }
}

/// Fills each bucket from its start; what does not fit goes to the next one. Of two words that look alike the commoner stays.
fn place_hot(entries: &[(u64, u16)]) -> Vec<[[u16; HOT]; 2]> {
    let mut buckets = vec![[[0; HOT]; 2]; (entries.len() * 4 / 3 / HOT).next_power_of_two()];
    let mask = buckets.len() - 1;
    for (hash, number) in entries {
        let check = (hash >> 48) as u16;
        let mut at = *hash as usize & mask;
        loop {
            let [checks, numbers] = &mut buckets[at];
            let free = numbers.iter().position(|&number| number == 0);
            if checks[..free.unwrap_or(HOT)].contains(&check) {
                break;
            }
            if let Some(free) = free {
                (checks[free], numbers[free]) = (check, *number);
                break;
            }
            at = (at + 1) & mask;
        }
    }
    buckets
}

/// Fills each bucket from its start; what does not fit goes to the next one.
fn place_cold(entries: &[(u64, u16)]) -> Vec<[u16; COLD]> {
    let count = (entries.len() as f64 / 0.8 / COLD as f64).ceil() as u64;
    let mut buckets = vec![[0; COLD]; count as usize];
    for (hash, class) in entries {
        let mut at = (((hash >> 32) * count) >> 32) as usize;
        let free = loop {
            match buckets[at].iter().position(|&slot| slot == 0) {
                Some(free) => break free,
                None => at = (at + 1) % buckets.len(),
            }
        };
        buckets[at][free] = ((hash & 511) as u16) << 7 | class;
    }
    buckets
}

/// The class as the crate will find it: of words that look alike in one bucket it finds a mixture.
fn find_cold(buckets: &[[u16; COLD]], hash: u64) -> Option<u16> {
    let mut at = (((hash >> 32) * buckets.len() as u64) >> 32) as usize;
    loop {
        let alike = buckets[at].iter().filter(|&slot| slot >> 7 == (hash & 511) as u16);
        let class = alike.fold(0, |class, slot| class | slot & 127);
        if class != 0 || buckets[at][COLD - 1] == 0 {
            return (class != 0).then_some(class);
        }
        at = (at + 1) % buckets.len();
    }
}

/// The commonest records, and those that stand for most of what is far from them.
fn choose(order: &[(&Record, usize)]) -> Vec<Record> {
    let mut classes: Vec<Record> = Vec::new();
    let mut distances: Vec<i32> = vec![i32::MAX; order.len()];
    while classes.len() < CLASSES.min(order.len()) {
        let gain = |i: usize| order[i].1 as i64 * i64::from(distances[i].min(2000));
        let Some(next) = (0..order.len()).max_by_key(|&i| (gain(i), std::cmp::Reverse(i))) else { break };
        let record = order[next].0.clone();
        for (i, (other, _)) in order.iter().enumerate() {
            distances[i] = distances[i].min(apart(&record, other));
        }
        classes.push(record);
    }
    classes
}

/// The distances of all tags from the best one, pressed together the farther they are.
type Point = [f32; WIDTH];

/// At this many steps a distance has lost most of its meaning.
const HORIZON: f32 = 30.0;

fn near(steps: f32) -> f32 {
    1.0 - (-steps / HORIZON).exp()
}

fn far(near: f32) -> f32 {
    -(1.0 - near).max(1e-6).ln() * HORIZON
}

fn point(scores: &[f32; WIDTH], scale: f32) -> Point {
    let top = scores[learn::best(scores) as usize];
    scores.map(|s| near((top - s) * scale / MARGIN_STEP as f32))
}

fn record_point(record: &Record) -> Point {
    let mut out = [near(REACH as f32); WIDTH];
    for &(tag, margin) in &record.candidates {
        out[tag as usize] = near(-f32::from(margin));
    }
    out
}

fn distance(a: &Point, b: &Point) -> f32 {
    a.iter().zip(b).map(|(x, y)| (x - y) * (x - y)).sum()
}

/// What it counts if the neighbours would see another class.
const OTHER_CONTEXT: f32 = 0.5;

fn nearest(centres: &[Point], classes: &[Record], point: &Point, context: u16) -> (usize, f32) {
    let mut best = (0, f32::MAX);
    for (i, centre) in centres.iter().enumerate() {
        let d = distance(centre, point) + if classes[i].context == context { 0.0 } else { OTHER_CONTEXT };
        if d < best.1 {
            best = (i, d);
        }
    }
    best
}

fn means(points: &[Point], home: &[usize], old: &[Point]) -> Vec<Point> {
    let mut sums = vec![([0f64; WIDTH], 0u32); old.len()];
    for (point, &class) in points.iter().zip(home) {
        sums[class].1 += 1;
        sums[class].0.iter_mut().zip(point).for_each(|(sum, x)| *sum += f64::from(*x));
    }
    let mean = |((sum, n), old): (([f64; WIDTH], u32), &Point)| {
        if n == 0 { *old } else { sum.map(|s| (s / f64::from(n)) as f32) }
    };
    sums.into_iter().zip(old).map(mean).collect()
}

/// How differently two records decide: the sum of the differences of their margins, those near the best counting most.
fn apart(a: &Record, b: &Record) -> i32 {
    let far =
        |r: &Record, tag: u8| r.candidates.iter().find(|c| c.0 == tag).map_or(REACH, |c| -i32::from(c.1)).min(REACH);
    let difference = |x: i32, y: i32| (x - y).abs() * (REACH + 20 - x.min(y)) / REACH;
    let mut sum = if a.best == b.best { 0 } else { 40 } + if a.context == b.context { 0 } else { 60 };
    for tag in 0..tag::START {
        sum += difference(far(a, tag), far(b, tag));
    }
    sum + difference(-i32::from(a.name), -i32::from(b.name)) / 2
}

/// Candidates further behind than this many steps are dropped.
const REACH: i32 = 100;

fn record(scores: &[f32; WIDTH], scale: f32, role: Role, count: u32) -> Record {
    let top = scores[learn::best(scores) as usize];
    // Rare words need no fine steps, and share their records.
    let grain = match count {
        0 => 8.0,
        1..=2 => 3.0,
        3..=10 => 2.0,
        _ => 1.0,
    };
    let margin = |tag: u8| {
        let steps = (scores[tag as usize] - top) * scale / MARGIN_STEP as f32;
        ((steps / grain).round() * grain).max(-127.0) as i32
    };
    let mut candidates: Vec<(u8, i8)> =
        (0..tag::START).map(|t| (t, margin(t))).filter(|c| c.1 > -REACH).map(|(t, m)| (t, m as i8)).collect();
    candidates.sort_by_key(|&(t, m)| (std::cmp::Reverse(m), t));
    candidates.truncate(CANDIDATES);
    Record { context: role.context, best: role.best, own: role.own, name: margin(tag::PROPN) as i8, candidates }
}

pub struct Score {
    right: usize,
    total: usize,
    verb_right: usize,
    verb_total: usize,
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:.2}% forms {:.2}%",
            100.0 * self.right as f64 / self.total as f64,
            100.0 * self.verb_right as f64 / self.verb_total as f64
        )?;
        Ok(())
    }
}

pub fn measure(sentences: &[Vec<Item>], roles: &[Role], decide: impl Fn(&Item, &View) -> u8) -> Score {
    let mut score = Score { right: 0, total: 0, verb_right: 0, verb_total: 0 };
    for sentence in sentences {
        for (item, guess) in sentence.iter().zip(tag_all(sentence, roles, &decide)) {
            if let Some(gold) = item.gold {
                score.total += 1;
                score.right += usize::from(upos(gold) == upos(guess));
                if (tag::VB..=tag::VBG).contains(&gold) {
                    score.verb_total += 1;
                    let same = gold == guess || matches!((gold, guess), (tag::VBP, tag::VBZ) | (tag::VBZ, tag::VBP));
                    score.verb_right += usize::from(same);
                }
            }
        }
    }
    score
}

/// Tags one sentence from left to right.
fn tag_all(sentence: &[Item], roles: &[Role], decide: impl Fn(&Item, &View) -> u8) -> Vec<u8> {
    let cases = learn::cases(sentence);
    let contexts: Vec<u16> =
        sentence.iter().zip(&cases).map(|(i, &c)| learn::context(roles[i.key as usize], c)).collect();
    let mut tags = [tag::START; 2];
    let mut clause = 0;
    let mut out = Vec::new();
    for (at, item) in sentence.iter().enumerate() {
        let view = learn::view(at, tags, &contexts, &cases, roles[item.key as usize].best);
        let guess = decide(item, &View { clause, ..view });
        tags = [guess, tags[0]];
        clause = feature::advance(clause, guess, item.comma);
        out.push(guess);
    }
    out
}

/// Tags sentences written by hand and prints what differs from the tags expected there.
pub fn try_sentences(data: &str, table: &Table, vocabulary: &Vocabulary, roles: &[Role]) {
    let (mut right, mut total) = (0, 0);
    for line in data.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let parts: Vec<(&str, Option<&str>)> =
            line.split(' ').map(|w| w.rsplit_once('/').map_or((w, None), |(word, tag)| (word, Some(tag)))).collect();
        let sentence: Sentence =
            parts.iter().map(|(word, _)| Token { text: (*word).to_owned(), pos: "_".to_owned() }).collect();
        let items = learn::items(&[sentence], &[vec![None; parts.len()]], vocabulary).remove(0);
        let tags = tag_all(&items, roles, |item, view| table.decide(item, view));
        for (&(word, expected), &found) in parts.iter().zip(&tags) {
            let Some(expected) = expected else { continue };
            total += 1;
            if NAMES[found as usize] == expected {
                right += 1;
            } else {
                println!("{word}/{expected} is {}: {}", NAMES[found as usize], line);
            }
        }
    }
    println!("{right} of {total} expected tags");
}

const NAMES: [&str; WIDTH] = [
    "ADJ", "ADP", "ADV", "BE", "HAVE", "DO", "MODAL", "CCONJ", "DET", "INTJ", "NOUN", "NOUNS", "NUM", "TO", "NOT",
    "POSS", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "X",
];

/// The first inner tag of the same part of speech.
fn upos(inner: u8) -> u8 {
    match inner {
        tag::BE..=tag::MODAL => tag::BE,
        tag::NOUNS => tag::NOUN,
        tag::TO..=tag::POSS => tag::TO,
        tag::VB..=tag::VBG => tag::VB,
        other => other,
    }
}

/// Decides by the weights as they were learned.
pub fn decide_full(weights: &Weights, vocabulary: &Vocabulary, item: &Item, view: &View) -> u8 {
    let mut scores = learn::fold(weights, vocabulary, item.key as usize);
    let rows: Vec<u32> = learn::active_rows(view).collect();
    for &row in &rows {
        for (score, weight) in scores.iter_mut().zip(weights.context_row(row)) {
            *score += weight;
        }
    }
    learn::best(&scores)
}

/// The crate's word hash: FNV-1a with a final mix. A test of the crate compares the two.
pub fn hash(word: &[u8]) -> u64 {
    let mut h = 0xcbf2_9ce4_8422_2325u64;
    for byte in word {
        h = (h ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0000_0100_0000_01b3);
    }
    h = (h ^ (h >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    h ^ (h >> 29)
}
