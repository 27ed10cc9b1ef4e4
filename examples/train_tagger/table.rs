//! Folds the weights into the table that the crate embeds.

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use crate::feature::{self, CAPITALISED, PLAIN, ROWS, WIDTH, case, tag};
use crate::learn::{self, Item, Role, Vocabulary, Weights};

/// How many candidates a record holds.
const CANDIDATES: usize = 6;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Record {
    context: u16,
    best: u8,
    own: bool,
    /// The margin of the proper noun, for capitalised words.
    name: i8,
    candidates: Vec<(u8, i8)>,
}

pub struct Table {
    rows: Vec<i8>,
    /// For every key of the vocabulary.
    records: Vec<Record>,
    /// Whether the key is worth a slot of its own.
    kept: Vec<bool>,
}

impl Table {
    pub fn build(weights: &Weights, vocabulary: &Vocabulary, roles: &[Role]) -> Self {
        let mut sizes: Vec<f32> = (0..ROWS as u32)
            .flat_map(|r| weights.context_row(r).iter().map(|w| w.abs()))
            .filter(|w| *w > 0.0)
            .collect();
        sizes.sort_by(f32::total_cmp);
        let large = sizes[sizes.len() * 999 / 1000];
        let scale = 100.0 / large;
        eprintln!("scale {scale}, largest {:?}", sizes.last());
        let rows = (0..ROWS as u32)
            .flat_map(|r| {
                weights
                    .context_row(r)
                    .iter()
                    .map(|w| (w * scale).round().clamp(-127.0, 127.0) as i8)
                    .collect::<Vec<_>>()
            })
            .collect();
        let mut records: Vec<Record> = (0..vocabulary.keys.len())
            .map(|k| record(&learn::fold(weights, vocabulary, k), scale, roles[k], vocabulary.counts[k]))
            .collect();
        // A word whose ending says the same needs no record.
        let kept: Vec<bool> = (0..records.len())
            .map(|k| {
                let word = &vocabulary.keys[k];
                let special = word.as_bytes().first().is_some_and(|b| *b < 4);
                special || vocabulary.counts[k] > 0 || !alike(&records[k], &records[vocabulary.fallback(word) as usize])
            })
            .collect();
        for k in (0..records.len()).filter(|&k| !kept[k]) {
            records[k] = records[vocabulary.fallback(&vocabulary.keys[k]) as usize].clone();
        }
        Self { rows, records, kept }
    }

    pub fn decide(&self, roles: &[Role], at: usize, tags: [u8; 2], contexts: &[u16], cases: &[u8], item: &Item) -> u8 {
        let record = &self.records[item.key as usize];
        if record.candidates.len() == 1 && cases[at] == case::LOWER {
            return record.candidates[0].0;
        }
        let view = learn::view(at, tags, contexts, cases, roles[item.key as usize].best);
        let rows = feature::rows(&view);
        let used = if cases[at] == case::LOWER { PLAIN } else { PLAIN + CAPITALISED };
        let mut best = (i32::MIN, 0);
        let name = (cases[at] != case::LOWER).then_some((tag::PROPN, record.name));
        for (tag, margin) in record.candidates.iter().copied().chain(name) {
            let score = i32::from(margin) * MARGIN_STEP
                + rows[..used].iter().map(|&r| i32::from(self.rows[r as usize * WIDTH + tag as usize])).sum::<i32>();
            if score > best.0 {
                best = (score, tag);
            }
        }
        best.1
    }

    pub fn write(&self, vocabulary: &Vocabulary, roles: &[Role]) -> Vec<u8> {
        let _ = roles;
        let mut numbers: BTreeMap<&Record, u16> = BTreeMap::new();
        let mut entries: Vec<(u64, u16)> = Vec::new();
        let mut list: Vec<&Record> = Vec::new();
        for (k, record) in self.records.iter().enumerate().filter(|(k, _)| self.kept[*k]) {
            let number = *numbers.entry(record).or_insert_with(|| {
                list.push(record);
                list.len() as u16
            });
            entries.push((hash(vocabulary.keys[k].as_bytes()), number));
        }
        let bits = (entries.len() * 4 / 3).next_power_of_two().trailing_zeros();
        let mask = (1usize << bits) - 1;
        let mut slots = vec![0u32; 1 << bits];
        for (hash, number) in &entries {
            let mut at = *hash as usize & mask;
            while slots[at] != 0 {
                at = (at + 1) & mask;
            }
            slots[at] = ((hash >> 48) as u32) << 16 | u32::from(*number);
        }
        eprintln!("{} entries in {} slots, {} records", entries.len(), slots.len(), list.len());
        let mut out = Vec::new();
        out.extend_from_slice(&hash(b"factive").to_le_bytes());
        out.extend_from_slice(&bits.to_le_bytes());
        out.extend_from_slice(&(list.len() as u32).to_le_bytes());
        for slot in slots {
            out.extend_from_slice(&slot.to_le_bytes());
        }
        for record in list {
            let mut bytes = [0u8; 16];
            let context = record.context | u16::from(record.own) << 15;
            bytes[..2].copy_from_slice(&context.to_le_bytes());
            bytes[2] = record.best << 3 | record.candidates.len() as u8;
            bytes[3] = record.name as u8;
            for (i, (tag, margin)) in record.candidates.iter().enumerate() {
                bytes[4 + 2 * i] = *tag;
                bytes[5 + 2 * i] = *margin as u8;
            }
            out.extend_from_slice(&bytes);
        }
        out.extend(self.rows.iter().map(|w| *w as u8));
        out
    }
}

/// One step of a record's margin in units of the context weights.
const MARGIN_STEP: i32 = 4;
/// Candidates further behind than this many steps are dropped.
const REACH: f32 = 100.0;

fn record(scores: &[f32; WIDTH], scale: f32, role: Role, count: u32) -> Record {
    let top = scores[learn::best(scores) as usize];
    let margin = |tag: u8| {
        let steps = (scores[tag as usize] - top) * scale / MARGIN_STEP as f32;
        // Rare words need no fine steps, and share their records.
        let grain = if count > 10 {
            1.0
        } else if count > 0 {
            3.0
        } else {
            6.0
        };
        ((steps / grain).round() * grain).max(-127.0)
    };
    let reach = if count > 2 { REACH } else { 50.0 };
    let mut candidates: Vec<(u8, i8)> =
        (0..tag::START).map(|t| (t, margin(t))).filter(|c| c.1 > -reach).map(|(t, m)| (t, m as i8)).collect();
    candidates.sort_by_key(|&(t, m)| (std::cmp::Reverse(m), t));
    candidates.truncate(CANDIDATES);
    Record { context: role.context, best: role.best, own: role.own, name: margin(tag::PROPN) as i8, candidates }
}

/// Whether a rare word can do with the record of its ending.
fn alike(word: &Record, ending: &Record) -> bool {
    let far = |r: &Record, tag: u8| r.candidates.iter().find(|c| c.0 == tag).map_or(REACH as i32, |c| -i32::from(c.1));
    let near = |a: i32, b: i32| (a - b).abs() <= NEAR || a.min(b) > 45;
    word.best == ending.best
        && word.candidates.iter().chain(&ending.candidates).all(|&(tag, _)| near(far(word, tag), far(ending, tag)))
        && near(-i32::from(word.name), -i32::from(ending.name))
}

const NEAR: i32 = 14;

pub struct Score {
    right: usize,
    total: usize,
    verb_right: usize,
    verb_total: usize,
    confusions: HashMap<(u8, u8), usize>,
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:.2}% forms {:.2}%",
            100.0 * self.right as f64 / self.total as f64,
            100.0 * self.verb_right as f64 / self.verb_total as f64
        )?;
        if std::env::var("CONFUSIONS").is_ok() {
            let mut list: Vec<_> = self.confusions.iter().collect();
            list.sort_by_key(|c| std::cmp::Reverse(c.1));
            for ((gold, guess), count) in list.into_iter().take(40) {
                write!(f, " {gold}>{guess}:{count}")?;
            }
        }
        Ok(())
    }
}

pub fn measure(
    sentences: &[Vec<Item>],
    decide: impl Fn(usize, [u8; 2], &[u16], &[u8], &Item) -> u8,
    roles: &[Role],
) -> Score {
    let mut score = Score { right: 0, total: 0, verb_right: 0, verb_total: 0, confusions: HashMap::new() };
    for sentence in sentences {
        let cases = learn::cases(sentence);
        let contexts: Vec<u16> =
            sentence.iter().zip(&cases).map(|(i, &c)| learn::context(roles[i.key as usize], c)).collect();
        let mut tags = [tag::START; 2];
        for (at, item) in sentence.iter().enumerate() {
            let guess = decide(at, tags, &contexts, &cases, item);
            tags = [guess, tags[0]];
            if let Some(gold) = item.gold {
                score.total += 1;
                score.right += usize::from(upos(gold) == upos(guess));
                if (tag::VB..=tag::VBG).contains(&gold) {
                    score.verb_total += 1;
                    let same = gold == guess || matches!((gold, guess), (tag::VBP, tag::VBZ) | (tag::VBZ, tag::VBP));
                    score.verb_right += usize::from(same);
                }
                if gold != guess {
                    *score.confusions.entry((gold, guess)).or_default() += 1;
                }
            }
        }
    }
    score
}

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

#[allow(clippy::too_many_arguments)]
pub fn decide_full(
    weights: &Weights,
    vocabulary: &Vocabulary,
    roles: &[Role],
    at: usize,
    tags: [u8; 2],
    contexts: &[u16],
    cases: &[u8],
    item: &Item,
) -> u8 {
    let mut scores = learn::fold(weights, vocabulary, item.key as usize);
    let view = learn::view(at, tags, contexts, cases, roles[item.key as usize].best);
    let rows = feature::rows(&view);
    let used = if cases[at] == case::LOWER { PLAIN } else { PLAIN + CAPITALISED };
    for &row in &rows[..used] {
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
