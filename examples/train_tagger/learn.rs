//! The averaged perceptron: word evidence and context evidence learned together, tagging greedily from left to right with
//! its own earlier decisions, as the finished table will.

use std::collections::{BTreeMap, HashMap};

use crate::corpus::Sentence;
use crate::feature::{self, CONTEXTS, ROWS, View, WIDTH, case, tag};
use crate::random::Random;
use crate::silver::normal;
use crate::wordnet::{Form, WordNet, reading};

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

/// Every key that a word can be looked up by, with its features.
pub struct Vocabulary {
    index: HashMap<String, u32>,
    pub keys: Vec<String>,
    /// Rows of the word's own evidence; the first is its identity, which may be left out.
    pub features: Vec<Vec<u32>>,
    /// How often it stands in the training text.
    pub counts: Vec<u32>,
    /// WordNet's readings of it.
    pub readings: Vec<u16>,
    /// The tags it can have, as bits.
    pub permitted: Vec<u32>,
    names: HashMap<String, u32>,
    pub feature_count: usize,
}

impl Vocabulary {
    pub fn build(training: &[Sentence], labels: &[Vec<Option<u8>>], net: &WordNet) -> Self {
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        for token in training.iter().flatten() {
            *counts.entry(key(&token.text)).or_default() += 1;
        }
        let mut suffixes: BTreeMap<String, u32> = BTreeMap::new();
        for word in counts.keys().filter(|w| is_plain(w)) {
            for suffix in suffixes_of(word) {
                *suffixes.entry(suffix).or_default() += 1;
            }
        }
        let mut vocabulary = Self {
            index: HashMap::new(),
            keys: Vec::new(),
            features: Vec::new(),
            counts: Vec::new(),
            readings: Vec::new(),
            permitted: Vec::new(),
            names: HashMap::new(),
            feature_count: 0,
        };
        for special in
            ["\u{1}", "\u{2}", "\u{3}punct", "\u{3}sym", "\u{3}url", "\u{3}email", "\u{3}handle", "\u{3}hashtag"]
        {
            counts.entry(special.to_owned()).or_default();
        }
        let mut all = counts;
        for (suffix, number) in &suffixes {
            if *number >= 3 {
                all.entry(format!("\u{2}{suffix}")).or_default();
            }
        }
        for word in net.forms.keys().filter(|w| w.bytes().all(|b| b.is_ascii_alphabetic() || b == b'\'' || b == b'.')) {
            all.entry(word.clone()).or_default();
        }
        let mut seen: HashMap<String, u32> = HashMap::new();
        for (token, label) in training.iter().flatten().zip(labels.iter().flatten()) {
            if let Some(label) = label {
                *seen.entry(key(&token.text)).or_default() |= 1 << label;
            }
        }
        for (word, count) in all {
            let id = vocabulary.add(&word, count, net) as usize;
            let seen = seen.get(&word).copied().unwrap_or(0);
            vocabulary.permitted.push(permitted(&word, count, vocabulary.readings[id], seen));
        }
        vocabulary
    }

    fn add(&mut self, word: &str, count: u32, net: &WordNet) -> u32 {
        let names = word_features(word, net);
        let features = names.into_iter().map(|name| self.feature(name)).collect();
        let id = self.keys.len() as u32;
        self.index.insert(word.to_owned(), id);
        self.keys.push(word.to_owned());
        self.features.push(features);
        self.counts.push(count);
        self.readings.push(net.form(word).readings);
        id
    }

    fn feature(&mut self, name: String) -> u32 {
        let next = self.names.len() as u32;
        let id = *self.names.entry(name).or_insert(next);
        self.feature_count = self.names.len();
        id
    }

    /// The key that a word is found by, going from its own to that of its shape or ending.
    pub fn find(&self, text: &str) -> u32 {
        let word = key(text);
        if let Some(&id) = self.index.get(&word) {
            return id;
        }
        self.fallback(&word)
    }

    /// The key of the shape or ending of a word that is not known.
    pub fn fallback(&self, word: &str) -> u32 {
        let fallback = match word.as_bytes().first() {
            Some(1) => "\u{1}".to_owned(),
            Some(3) => word.to_owned(),
            _ if !word.chars().any(char::is_alphanumeric) => {
                let punctuation = word
                    .chars()
                    .all(|c| c.is_ascii_punctuation() && !"$%+=<>^~|`*@#&/\\".contains(c) || "“”‘’…–—«»•·".contains(c));
                if punctuation { "\u{3}punct".to_owned() } else { "\u{3}sym".to_owned() }
            }
            _ => suffixes_of(word)
                .into_iter()
                .map(|suffix| format!("\u{2}{suffix}"))
                .find(|suffix| self.index.contains_key(suffix))
                .unwrap_or_else(|| "\u{2}".to_owned()),
        };
        self.index.get(&fallback).copied().unwrap_or(0)
    }
}

/// The table key of a word: small letters; of one with digits, its shape; of an address, its kind.
pub fn key(text: &str) -> String {
    let word = normal(text);
    if word.len() > 4 && (word.contains("://") || word.starts_with("www.")) {
        "\u{3}url".to_owned()
    } else if word.len() > 2 && word.find('@').is_some_and(|at| at > 0) && word.contains('.') {
        "\u{3}email".to_owned()
    } else if word.len() > 1 && word.starts_with('@') {
        "\u{3}handle".to_owned()
    } else if word.len() > 1 && word.starts_with('#') && word[1..].starts_with(|c: char| c.is_alphabetic()) {
        "\u{3}hashtag".to_owned()
    } else if word.bytes().any(|b| b.is_ascii_digit()) {
        let mut shape = String::from("\u{1}");
        for c in word.chars() {
            let c = if c.is_ascii_digit() { '0' } else { c };
            if !(c == '0' && shape.ends_with('0')) {
                shape.push(c);
            }
        }
        shape
    } else {
        word
    }
}

fn is_plain(word: &str) -> bool {
    word.chars().all(char::is_alphabetic)
}

/// The last five to one bytes, where they are whole characters and not the whole word.
fn suffixes_of(word: &str) -> Vec<String> {
    (1..=5)
        .rev()
        .filter_map(|n| word.len().checked_sub(n))
        .filter(|&at| at > 0 && word.is_char_boundary(at))
        .map(|at| word[at..].to_owned())
        .collect()
}

/// The names of the features of a key, its identity first.
fn word_features(word: &str, net: &WordNet) -> Vec<String> {
    let mut out = vec![format!("is {word}"), "bias".to_owned()];
    if let Some(shape) = word.strip_prefix('\u{1}') {
        out.push("digits".to_owned());
        let tail = shape.trim_start_matches(|c: char| !c.is_alphabetic());
        out.push(format!(
            "digits {}",
            &tail[..tail.len().min(4).min(tail.char_indices().nth(3).map_or(tail.len(), |c| c.0))]
        ));
        return out;
    }
    if word.starts_with('\u{3}') {
        return out;
    }
    if let Some(suffix) = word.strip_prefix('\u{2}') {
        for n in 1..=suffix.len() {
            if suffix.is_char_boundary(suffix.len() - n) {
                out.push(format!("end {}", &suffix[suffix.len() - n..]));
            }
        }
        out.extend(lexicon_features(Form::default(), suffix));
        return out;
    }
    if !word.chars().any(char::is_alphabetic) {
        return out;
    }
    out.extend(suffixes_of(word).into_iter().map(|suffix| format!("end {suffix}")));
    out.extend(lexicon_features(net.form(word), word));
    if word.contains('.') {
        out.push("period".to_owned());
    }
    out
}

fn lexicon_features(form: Form, word: &str) -> Vec<String> {
    let readings = form.readings;
    let mut out =
        vec![format!("readings {readings}"), format!("name {} {} {}", form.name, form.part_of_name, readings != 0)];
    for bit in 0..10 {
        if readings & (1 << bit) != 0 {
            out.push(format!("reading {bit}"));
        }
    }
    if readings == 0 {
        return out;
    }
    let ending = &word[word.char_indices().rev().nth(1).map_or(0, |c| c.0)..];
    out.push(format!("readings {readings} {ending}"));
    let total: u32 = form.counts.iter().sum();
    let magnitude = match total {
        0 => 0,
        1..=3 => 1,
        4..=20 => 2,
        _ => 3,
    };
    let share = |count: u32| (count * 8).checked_div(total).map_or(9, |share| share.min(7) + u32::from(count > 0));
    for (class, &count) in form.counts.iter().enumerate() {
        out.push(format!("share {class} {} {}", share(count), magnitude.min(2)));
    }
    let mut order: Vec<usize> = (0..4).filter(|&c| form.counts[c] > 0).collect();
    order.sort_by_key(|&c| std::cmp::Reverse(form.counts[c]));
    out.push(format!("order {order:?} {readings}"));
    if let [first, second, ..] = order[..] {
        out.push(format!("lead {first} {second} {}", share(form.counts[first])));
    }
    out
}

/// The tags that content words have.
const OPEN: u32 = 1 << tag::ADJ
    | 1 << tag::ADV
    | 1 << tag::INTJ
    | 1 << tag::NOUN
    | 1 << tag::NOUNS
    | 1 << tag::NUM
    | 1 << tag::PROPN
    | 1 << tag::VB
    | 1 << tag::VBP
    | 1 << tag::VBZ
    | 1 << tag::VBD
    | 1 << tag::VBN
    | 1 << tag::VBG
    | 1 << tag::X;

/// What was seen of a word, what WordNet adds, and anything for words of which too little is known.
fn permitted(word: &str, count: u32, readings: u16, seen: u32) -> u32 {
    match word.as_bytes().first() {
        Some(1) => return seen | 1 << tag::NUM | 1 << tag::NOUN | 1 << tag::PROPN | 1 << tag::ADJ | 1 << tag::X,
        Some(2) => return OPEN,
        Some(3) => return seen | 1 << tag::SYM | 1 << tag::PUNCT | 1 << tag::X | 1 << tag::PROPN,
        _ if !word.chars().any(char::is_alphabetic) => return seen,
        _ => {}
    }
    let mut tags = seen | 1 << tag::PROPN;
    for (reading, more) in [
        (reading::NOUN, 1 << tag::NOUN),
        (reading::NOUNS, 1 << tag::NOUNS),
        (reading::VB, 1 << tag::VB | 1 << tag::VBP),
        (reading::VBZ, 1 << tag::VBZ),
        (reading::VBD, 1 << tag::VBD),
        (reading::VBN, 1 << tag::VBN | 1 << tag::ADJ),
        (reading::VBG, 1 << tag::VBG | 1 << tag::NOUN | 1 << tag::ADJ),
        (reading::ADJ, 1 << tag::ADJ),
        (reading::COMPARED, 1 << tag::ADJ | 1 << tag::ADV),
        (reading::ADV, 1 << tag::ADV),
    ] {
        if readings & reading != 0 {
            tags |= more;
        }
    }
    if count < 10 && readings == 0 { tags | OPEN } else { tags }
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
