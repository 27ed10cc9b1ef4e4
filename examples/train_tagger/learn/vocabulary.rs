//! What a word is looked up by, and what its letters and WordNet tell of it.

use std::collections::{BTreeMap, HashMap};

use crate::corpus::Sentence;
use crate::feature::tag;
use crate::silver::normal;
use crate::wordnet::{Form, WordNet, reading};

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
