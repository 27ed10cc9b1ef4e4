//! Past tense against past participle, by a small model of the context.

use std::collections::HashMap;

use super::{Verb, before, is_participle, is_past, normal, verb};
use crate::corpus::Sentence;
use crate::feature::tag;
use crate::random::Random;
use crate::wordnet::WordNet;

/// Past tense against past participle, from the words and parts of speech around.
pub struct PastModel {
    weights: HashMap<String, f64>,
}

impl PastModel {
    /// Learns from the verbs whose forms differ. Also answers its accuracy on every fifth sentence when those are left out.
    pub fn learn(sentences: &[Sentence], net: &WordNet) -> (Self, f64) {
        let mut cases: Vec<(usize, Vec<String>, bool)> = Vec::new();
        for (number, sentence) in sentences.iter().enumerate() {
            for at in 0..sentence.len() {
                if sentence[at].pos != "VERB" {
                    continue;
                }
                let word = normal(&sentence[at].text);
                if matches!(word.as_str(), "was" | "were" | "been" | "'d") {
                    continue;
                }
                let hard = !is_participle(sentence, at) && !is_past(sentence, at);
                if let Verb::Known(known @ (tag::VBD | tag::VBN)) = verb(sentence, at, &word, net) {
                    if hard {
                        cases.push((number, past_features(sentence, at), known == tag::VBD));
                    }
                }
            }
        }
        let (train, test): (Vec<_>, Vec<_>) = cases.iter().partition(|case| case.0 % 5 != 0);
        let probe = Self { weights: Self::fit(&train) };
        let right = test.iter().filter(|case| (probe.score(&case.1) > 0.0) == case.2).count();
        (Self { weights: Self::fit(&cases.iter().collect::<Vec<_>>()) }, right as f64 / test.len().max(1) as f64)
    }

    fn fit(cases: &[&(usize, Vec<String>, bool)]) -> HashMap<String, f64> {
        let mut weights: HashMap<String, (f64, f64)> = HashMap::new();
        let mut order: Vec<usize> = (0..cases.len()).collect();
        let mut random = Random::new(7);
        let mut step = 1.0;
        for _ in 0..10 {
            random.shuffle(&mut order);
            for &i in &order {
                let (_, features, past) = cases[i];
                let score: f64 = features.iter().filter_map(|f| weights.get(f)).map(|w| w.0).sum();
                let sign = if *past { 1.0 } else { -1.0 };
                if score * sign <= 1.0 {
                    for feature in features {
                        let weight = weights.entry(feature.clone()).or_default();
                        weight.0 += sign;
                        weight.1 += sign * step;
                    }
                }
                step += 1.0;
            }
        }
        weights.into_iter().map(|(f, (w, acc))| (f, w - acc / step)).collect()
    }

    fn score(&self, features: &[String]) -> f64 {
        features.iter().filter_map(|f| self.weights.get(f)).sum()
    }

    pub(super) fn decide(&self, sentence: &Sentence, at: usize) -> u8 {
        if self.score(&past_features(sentence, at)) > 0.0 { tag::VBD } else { tag::VBN }
    }
}

fn past_features(sentence: &Sentence, at: usize) -> Vec<String> {
    let key = |i: Option<usize>| -> (String, String) {
        match i.and_then(|i| sentence.get(i)) {
            None => ("-".into(), "-".into()),
            Some(t) => {
                let word = normal(&t.text);
                let open = matches!(t.pos.as_str(), "NOUN" | "PROPN" | "ADJ" | "NUM" | "X" | "VERB");
                let shown = if open { t.pos.clone() } else { format!("{}/{word}", t.pos) };
                (t.pos.clone(), shown)
            }
        }
    };
    let skipped = before(sentence, at);
    let (p1, w1) = key(at.checked_sub(1));
    let (p2, w2) = key(at.checked_sub(2));
    let (n1, m1) = key(Some(at + 1));
    let (n2, m2) = key(Some(at + 2));
    let (s1, v1) = key(skipped);
    let subject = skipped.is_some_and(|p| {
        matches!(normal(&sentence[p].text).as_str(), "i" | "he" | "she" | "we" | "they" | "you" | "it" | "who")
    });
    // What the clause holds to the left and right: a finite verb already, one to come, an opened relative.
    let scan = |indices: &mut dyn Iterator<Item = usize>| {
        let mut seen = String::new();
        for i in indices {
            let t = &sentence[i];
            let word = normal(&t.text);
            match t.pos.as_str() {
                "AUX" => {
                    seen.push_str(match word.as_str() {
                        "be" | "is" | "are" | "was" | "were" | "been" | "'s" | "'re" | "being" | "am" | "'m" => "B",
                        "have" | "has" | "had" | "'ve" | "having" => "H",
                        _ => "M",
                    });
                    break;
                }
                "VERB" => {
                    seen.push_str(if word.ends_with("ing") {
                        "G"
                    } else if word.ends_with("ed") {
                        "E"
                    } else {
                        "V"
                    });
                    break;
                }
                "SCONJ" => {
                    seen.push('S');
                    break;
                }
                "PRON" if matches!(word.as_str(), "who" | "which" | "that" | "what") => {
                    seen.push('R');
                    break;
                }
                "PUNCT" => {
                    if matches!(word.as_str(), "." | ";" | ":" | "?" | "!" | "-" | "--") {
                        seen.push('P');
                        break;
                    }
                    if !seen.ends_with(',') {
                        seen.push(',');
                    }
                }
                "CCONJ" if !seen.ends_with('c') => seen.push('c'),
                "PRON" | "PROPN" | "NOUN" if !seen.ends_with('n') => seen.push('n'),
                _ => {}
            }
        }
        seen
    };
    let left = scan(&mut (0..at).rev());
    let right = scan(&mut (at + 1..sentence.len()));
    // The form of the verb it may be coordinated with.
    vec![
        "bias".into(),
        format!(
            "m1 alone {m1} {}",
            sentence.iter().enumerate().any(|(i, t)| i != at && (t.pos == "AUX" || t.pos == "VERB"))
        ),
        format!("w1 {w1}"),
        format!("w1w2 {w1} {w2}"),
        format!("p1p2 {p1} {p2}"),
        format!("m1 {m1}"),
        format!("m1m2 {m1} {m2}"),
        format!("p1n1 {p1} {n1}"),
        format!("w1m1 {w1} {m1}"),
        format!("s1 {s1} {v1}"),
        format!("s1n1 {s1} {m1}"),
        format!("n1n2 {n1} {n2}"),
        format!("subject {subject}"),
        format!("left {left}"),
        format!("right {right}"),
        format!("sides {left} {right}"),
        format!("left s1 {left} {s1}"),
        format!("right m1 {right} {m1}"),
        format!("s1 left m1 {s1} {left} {m1}"),
    ]
}
