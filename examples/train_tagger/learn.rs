//! The averaged perceptron: word evidence and context evidence learned together, tagging greedily from left to right with
//! its own earlier decisions, as the finished table will.

mod vocabulary;

pub use vocabulary::Vocabulary;

use std::collections::{BTreeMap, HashMap};

use crate::corpus::Sentence;
use crate::feature::{self, CONTEXTS, ROWS, View, WIDTH, case, tag};
use crate::random::Random;

/// A word of a training sentence.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// Index of its key in [`Vocabulary`].
    pub key: u32,
    pub gold: Option<u8>,
    pub capital: bool,
    pub upper: bool,
    /// Made of letters.
    pub letters: bool,
    pub length: u16,
    pub quote: bool,
    pub comma: bool,
    /// A short grammatical word that titles write small.
    pub small: bool,
}

/// Prepares the sentences.
pub fn items(sentences: &[Sentence], labels: &[Vec<Option<u8>>], vocabulary: &Vocabulary) -> Vec<Vec<Item>> {
    sentences
        .iter()
        .zip(labels)
        .map(|(sentence, labels)| {
            sentence
                .iter()
                .zip(labels)
                .map(|(token, &gold)| {
                    let first = token.text.chars().next().unwrap_or(' ');
                    let mut letters = token.text.chars().filter(|c| c.is_alphabetic()).peekable();
                    let has_letters = letters.peek().is_some();
                    Item {
                        key: vocabulary.find(&token.text),
                        gold,
                        capital: first.is_uppercase(),
                        upper: has_letters && letters.all(char::is_uppercase),
                        letters: has_letters && !token.text.bytes().any(|b| b.is_ascii_digit()),
                        length: token.text.len().min(999) as u16,
                        quote: matches!(
                            token.text.as_str(),
                            "\"" | "“" | "‘" | "'" | "``" | "(" | "[" | ":" | "*" | "-"
                        ),
                        comma: token.text == ",",
                        small: matches!(token.pos.as_str(), "ADP" | "DET" | "CCONJ" | "PART"),
                    }
                })
                .collect()
        })
        .collect()
}

/// How the words of a sentence are written, for [`case`].
pub fn cases(sentence: &[Item]) -> Vec<u8> {
    let mut words = 0;
    let mut capitals = 0;
    let mut uppers = 0;
    for item in sentence.iter().filter(|i| i.letters && i.length > 3) {
        words += 1;
        capitals += usize::from(item.capital);
        uppers += usize::from(item.upper);
    }
    let shout = words >= 2 && uppers * 10 >= words * 7;
    let title = words >= 3 && capitals * 4 >= words * 3;
    let mut started = false;
    sentence
        .iter()
        .enumerate()
        .map(|(at, item)| {
            let start = !started || at > 0 && sentence[at - 1].quote;
            started |= item.letters;
            if !item.capital {
                case::LOWER
            } else if item.upper && item.length == 1 {
                case::LETTER
            } else if shout && item.upper {
                case::SHOUT
            } else if title {
                if item.upper { case::ACRONYM } else { case::TITLE }
            } else if item.upper {
                case::UPPER
            } else if start {
                case::START
            } else {
                case::CAPITAL
            }
        })
        .collect()
}

/// What a key means to its neighbours.
#[derive(Clone, Copy, Debug, Default)]
pub struct Role {
    pub context: u16,
    pub best: u8,
    /// A frequent word that keeps its context number when capitalised.
    pub own: bool,
}

/// The context number of a word where it stands.
pub fn context(role: Role, case: u8) -> u16 {
    let name = matches!(case, case::CAPITAL | case::UPPER | case::LETTER);
    if !name || role.own {
        return role.context;
    }
    feature::capital_context(role.best, case)
}

#[derive(Clone)]
pub struct Weights {
    pub features: usize,
    pub values: Vec<f32>,
}

impl Weights {
    pub fn row(&self, row: usize) -> &[f32] {
        &self.values[row * WIDTH..(row + 1) * WIDTH]
    }
    pub fn context_row(&self, row: u32) -> &[f32] {
        self.row(self.features + row as usize)
    }
}

pub struct Options {
    pub seed: u64,
    pub epochs: usize,
    pub context: bool,
}

/// By how much the right tag must win.
const MARGIN: f32 = 8.0;

/// Trains one model and answers its averaged weights.
pub fn train(sentences: &[Vec<Item>], vocabulary: &Vocabulary, roles: &[Role], options: &Options) -> Weights {
    let features = vocabulary.feature_count;
    let size = (features + ROWS) * WIDTH;
    let mut weights = vec![0f32; size];
    let mut sums = vec![0f64; size];
    let mut stamps = vec![0u32; size];
    let mut random = Random::new(options.seed);
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut step = 1u32;
    let mut active: Vec<usize> = Vec::new();
    for _ in 0..options.epochs {
        random.shuffle(&mut order);
        for &number in &order {
            let mut sentence = sentences[number].clone();
            disguise(&mut sentence, &mut random);
            let cases = cases(&sentence);
            let contexts: Vec<u16> =
                sentence.iter().zip(&cases).map(|(i, &c)| context(roles[i.key as usize], c)).collect();
            let mut tags = [tag::START; 2];
            let mut clause = 0;
            for (at, &item) in sentence.iter().enumerate() {
                active.clear();
                let own = &vocabulary.features[item.key as usize];
                let count = vocabulary.counts[item.key as usize];
                let identity = random.unit() > 0.7 / (1.0 + f64::from(count));
                active.extend(own[usize::from(!identity)..].iter().map(|&f| f as usize));
                if options.context {
                    let role = roles[item.key as usize];
                    let view = View { clause, ..view(at, tags, &contexts, &cases, role.best) };
                    active.extend(active_rows(&view).map(|r| features + r as usize));
                }
                let mut scores = [0f32; WIDTH];
                for &row in &active {
                    for (score, weight) in scores.iter_mut().zip(&weights[row * WIDTH..(row + 1) * WIDTH]) {
                        *score += weight;
                    }
                }
                let permitted = vocabulary.permitted[item.key as usize];
                let guess = best_of(&scores, permitted);
                // What is right by too little counts as wrong, so that rare evidence does not keep the common from being learned.
                let mut rivals = scores;
                if let Some(gold) = item.gold {
                    rivals[gold as usize] -= MARGIN;
                }
                let rival = best_of(&rivals, permitted);
                if let Some(gold) = item.gold
                    && rival != gold
                {
                    for &row in &active {
                        for (tag, sign) in [(gold, 1f32), (rival, -1f32)] {
                            let i = row * WIDTH + tag as usize;
                            sums[i] += f64::from(weights[i]) * f64::from(step - stamps[i]);
                            stamps[i] = step;
                            weights[i] += sign;
                        }
                    }
                }
                step += 1;
                tags = [guess, tags[0]];
                clause = feature::advance(clause, guess, item.comma);
            }
        }
    }
    let values = (0..size)
        .map(|i| ((sums[i] + f64::from(weights[i]) * f64::from(step - stamps[i])) / f64::from(step)) as f32)
        .collect();
    Weights { features, values }
}

/// Some sentences are seen as titles, in capitals or in small letters, as headlines and careless writers have them.
fn disguise(sentence: &mut [Item], random: &mut Random) {
    let dice = random.unit();
    if dice < 0.15 {
        for (at, item) in sentence.iter_mut().enumerate().filter(|(_, i)| i.letters) {
            item.capital |= !(item.small && item.length < 5) || at == 0;
        }
    } else if dice < 0.20 {
        for item in sentence.iter_mut().filter(|i| i.letters) {
            item.capital = true;
            item.upper = true;
        }
    } else if dice < 0.22 {
        for item in sentence.iter_mut() {
            item.capital = false;
            item.upper = false;
        }
    }
}

/// The context rows of one decision.
pub fn active_rows(view: &View) -> impl Iterator<Item = u32> {
    feature::rows(view).into_iter().chain(feature::capital_rows(view).into_iter().flatten())
}

pub fn view(at: usize, tags: [u8; 2], contexts: &[u16], cases: &[u8], best: u8) -> View {
    let context = |i: Option<usize>| i.and_then(|i| contexts.get(i)).copied().unwrap_or(feature::OUTSIDE);
    let case = |i: Option<usize>| i.and_then(|i| cases.get(i)).copied().unwrap_or(case::LOWER);
    View {
        tags,
        around: [context(at.checked_sub(2)), context(at.checked_sub(1)), contexts[at], context(Some(at + 1))],
        cases: [case(at.checked_sub(1)), cases[at], case(Some(at + 1))],
        best,
        clause: 0,
    }
}

/// The permitted tag with the highest score, the lowest number among equals.
pub fn best_of(scores: &[f32; WIDTH], permitted: u32) -> u8 {
    let mut best = (f32::MIN, tag::X);
    for tag in (0..tag::START).filter(|t| permitted & (1 << t) != 0) {
        if scores[tag as usize] > best.0 {
            best = (scores[tag as usize], tag);
        }
    }
    best.1
}

/// The tag with the highest score, the lowest number among equals.
pub fn best(scores: &[f32; WIDTH]) -> u8 {
    let mut best = 0;
    for tag in 1..tag::START.min(WIDTH as u8) {
        if scores[tag as usize] > scores[best as usize] {
            best = tag;
        }
    }
    best
}

/// Far below every score.
pub const NEVER: f32 = -1e6;

/// The word evidence of a key: the sum of its features.
pub fn fold(weights: &Weights, vocabulary: &Vocabulary, key: usize) -> [f32; WIDTH] {
    let mut out = [0f32; WIDTH];
    let own = &vocabulary.features[key];
    let skip = usize::from(vocabulary.counts[key] == 0);
    for &row in &own[skip..] {
        for (sum, weight) in out.iter_mut().zip(weights.row(row as usize)) {
            *sum += weight;
        }
    }
    for tag in (0..tag::START).filter(|t| vocabulary.permitted[key] & (1 << t) == 0) {
        out[tag as usize] = NEVER;
    }
    out
}

/// Gives every key its role among its neighbours: frequent words a number of their own, others that of their best tags.
pub fn roles(weights: &Weights, vocabulary: &Vocabulary, frequent: usize) -> Vec<Role> {
    let mut by_count: Vec<u32> =
        (0..vocabulary.keys.len() as u32).filter(|&k| vocabulary.counts[k as usize] > 0).collect();
    by_count.sort_by_key(|&k| (std::cmp::Reverse(vocabulary.counts[k as usize]), k));
    let mut own: HashMap<u32, u16> = HashMap::new();
    let first = feature::FIRST;
    for (i, &k) in by_count.iter().take(frequent).enumerate() {
        own.insert(k, first + i as u16);
    }
    // Others: of words that WordNet knows, their readings; of others, their two best tags; of both, the best tag.
    let mut sizes: BTreeMap<(u8, u16), u32> = BTreeMap::new();
    let kinds: Vec<(u8, u16)> = (0..vocabulary.keys.len())
        .map(|k| {
            let mut scores = fold(weights, vocabulary, k);
            let first = best(&scores);
            let readings = vocabulary.readings[k];
            if readings != 0 {
                return (first, readings);
            }
            let top = scores[first as usize];
            scores[first as usize] = NEVER;
            let second = best(&scores);
            let close = top - scores[second as usize] < 0.25 * spread(&scores, top);
            (first, 0x8000 | u16::from(if close { second } else { first }))
        })
        .collect();
    for (k, kind) in kinds.iter().enumerate() {
        *sizes.entry(*kind).or_default() += 1 + vocabulary.counts[k] * 20;
    }
    let mut order: Vec<((u8, u16), u32)> = sizes.into_iter().collect();
    order.sort_by_key(|&(kind, size)| (std::cmp::Reverse(size), kind));
    let next = first + frequent as u16;
    let room = CONTEXTS - usize::from(next);
    let classes: HashMap<(u8, u16), u16> =
        order.iter().take(room).enumerate().map(|(i, o)| (o.0, next + i as u16)).collect();
    eprintln!("{} classes in {room} context numbers", order.len());
    // What is too rare for a class joins the largest one of its best tag.
    let largest = |tag: u8| order.iter().take(room).find(|o| o.0.0 == tag).and_then(|o| classes.get(&o.0)).copied();
    (0..vocabulary.keys.len())
        .map(|k| {
            let kind = kinds[k];
            let class = classes.get(&kind).copied().or_else(|| largest(kind.0)).unwrap_or(feature::OUTSIDE);
            let number = own.get(&(k as u32)).copied();
            Role { context: number.unwrap_or(class), best: kind.0, own: number.is_some() && kind.0 != tag::PROPN }
        })
        .collect()
}

/// How far the scores lie apart: the mean distance from the best.
fn spread(scores: &[f32; WIDTH], top: f32) -> f32 {
    let others: Vec<f32> = scores.iter().filter(|s| **s > NEVER).map(|s| top - s).collect();
    others.iter().sum::<f32>() / others.len().max(1) as f32
}
