//! What WordNet knows about a form: the parts of speech it can have, how often, and whether it stands in names.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use anyhow::{Context, Result};

use crate::inflect;

/// The readings of a form, as flags.
pub mod reading {
    pub const NOUN: u16 = 1;
    pub const NOUNS: u16 = 2;
    pub const VB: u16 = 4;
    pub const VBZ: u16 = 8;
    pub const VBD: u16 = 16;
    pub const VBN: u16 = 32;
    pub const VBG: u16 = 64;
    pub const ADJ: u16 = 128;
    pub const COMPARED: u16 = 256;
    pub const ADV: u16 = 512;
    pub const VERB: u16 = VB | VBZ | VBD | VBN | VBG;
}

/// Everything known about one form.
#[derive(Clone, Copy, Debug, Default)]
pub struct Form {
    pub readings: u16,
    /// How often its lemmas occur in the sense-tagged texts as noun, verb, adjective, adverb.
    pub counts: [u32; 4],
    /// Occurs as a name of its own, and as a part of longer names.
    pub name: bool,
    pub part_of_name: bool,
}

pub struct WordNet {
    pub forms: BTreeMap<String, Form>,
}

impl WordNet {
    pub fn form(&self, word: &str) -> Form {
        self.forms.get(word).copied().unwrap_or_default()
    }

    pub fn read(folder: &Path) -> Result<Self> {
        let load = |name: &str| {
            std::fs::read_to_string(folder.join(name))
                .with_context(|| format!("cannot read {name} in {}", folder.display()))
        };
        let mut counts: HashMap<(String, usize), u32> = HashMap::new();
        for line in load("cntlist.rev")?.lines() {
            let mut columns = line.split(' ');
            let (Some(key), Some(_), Some(count)) = (columns.next(), columns.next(), columns.next()) else { continue };
            let Some((lemma, sense)) = key.split_once('%') else { continue };
            let class = match sense.as_bytes().first() {
                Some(b'1') => 0,
                Some(b'2') => 1,
                Some(b'4') => 3,
                _ => 2,
            };
            *counts.entry((lemma.to_owned(), class)).or_default() += count.parse::<u32>().unwrap_or(0);
        }
        let mut net = Self { forms: BTreeMap::new() };
        let names = net.read_names(&load("data.noun")?);
        for (file, class) in [("noun", 0), ("verb", 1), ("adj", 2), ("adv", 3)] {
            let exceptions = exceptions(&load(&format!("{file}.exc"))?);
            for line in load(&format!("index.{file}"))?.lines().filter(|line| !line.starts_with(' ')) {
                let Some(lemma) = line.split(' ').next() else { continue };
                if lemma.contains('_') || lemma.contains(|c: char| c.is_ascii_digit()) {
                    continue;
                }
                if class == 0 && names.get(lemma) == Some(&false) {
                    continue;
                }
                let count = counts.get(&(lemma.to_owned(), class)).copied().unwrap_or(0);
                let empty = Vec::new();
                let irregular = exceptions.get(lemma).unwrap_or(&empty);
                net.add_lemma(lemma, class, count, irregular);
            }
        }
        Ok(net)
    }

    /// Notes the capitalised words; answers whether each noun also stands there without capital.
    fn read_names(&mut self, data: &str) -> HashMap<String, bool> {
        let mut common: HashMap<String, bool> = HashMap::new();
        for line in data.lines().filter(|line| !line.starts_with(' ')) {
            let mut columns = line.split(' ').skip(3);
            let number = columns.next().and_then(|n| usize::from_str_radix(n, 16).ok()).unwrap_or(0);
            for word in columns.step_by(2).take(number) {
                let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
                if !word.contains('_') {
                    *common.entry(word.to_ascii_lowercase()).or_default() |= !capital;
                    if capital {
                        self.forms.entry(word.to_ascii_lowercase()).or_default().name = true;
                    }
                } else if capital {
                    for part in word.split(['_', '-']).filter(|p| p.starts_with(|c: char| c.is_ascii_uppercase())) {
                        self.forms.entry(part.to_ascii_lowercase()).or_default().part_of_name = true;
                    }
                }
            }
        }
        common
    }

    fn add_lemma(&mut self, lemma: &str, class: usize, count: u32, irregular: &[String]) {
        let mut add = |form: &str, readings: u16| {
            let entry = self.forms.entry(form.to_owned()).or_default();
            entry.readings |= readings;
            entry.counts[class] += count;
        };
        match class {
            0 => {
                add(lemma, reading::NOUN);
                add(&inflect::noun_plural(lemma).to_string(), reading::NOUNS);
                irregular.iter().for_each(|form| add(form, reading::NOUNS));
            }
            1 => {
                add(lemma, reading::VB);
                let mut seen: BTreeMap<String, u16> = BTreeMap::new();
                // the other forms of "be" are function words, with slots of their own
                let rows = if lemma == "be" { 1 } else { usize::MAX };
                for forms in inflect::verb_forms(lemma).take(rows) {
                    *seen.entry(forms.third.to_string()).or_default() |= reading::VBZ;
                    *seen.entry(forms.past.to_string()).or_default() |= reading::VBD;
                    *seen.entry(forms.participle.to_string()).or_default() |= reading::VBN;
                    *seen.entry(forms.gerund.to_string()).or_default() |= reading::VBG;
                }
                for (form, readings) in &seen {
                    add(form, *readings);
                }
                for form in irregular {
                    if !seen.contains_key(form) {
                        let readings = match form {
                            f if f.ends_with("ing") => reading::VBG,
                            f if f.ends_with('s') => reading::VBZ,
                            _ => reading::VBD | reading::VBN,
                        };
                        add(form, readings);
                    }
                }
            }
            2 => {
                add(lemma, reading::ADJ);
                irregular.iter().for_each(|form| add(form, reading::COMPARED));
                if lemma.len() <= 7 && !lemma.ends_with("ed") {
                    for ending in ["er", "est"] {
                        add(&compare(lemma, ending), reading::COMPARED);
                    }
                }
            }
            _ => add(lemma, reading::ADV),
        }
    }
}

fn compare(lemma: &str, ending: &str) -> String {
    if let Some(stem) = lemma.strip_suffix('y').filter(|s| !s.ends_with(['a', 'e', 'o', 'u'])) {
        return format!("{stem}i{ending}");
    }
    if let Some(stem) = lemma.strip_suffix('e') {
        return format!("{stem}{ending}");
    }
    let gerund = inflect::verb_forms(lemma).next().map_or(String::new(), |forms| forms.gerund.to_string());
    format!("{}{ending}", gerund.strip_suffix("ing").unwrap_or(lemma))
}

/// The irregular forms of each lemma.
fn exceptions(data: &str) -> HashMap<String, Vec<String>> {
    let mut out: HashMap<String, Vec<String>> = HashMap::new();
    for line in data.lines() {
        let mut words = line.split(' ');
        let Some(form) = words.next() else { continue };
        for lemma in words {
            out.entry(lemma.to_owned()).or_default().push(form.to_owned());
        }
    }
    out
}
