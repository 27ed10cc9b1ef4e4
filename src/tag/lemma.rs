//! From a form back to its lemma: lists for what is irregular, spelling for the rest, and the tagger's own table to tell
//! which of two possible stems is a word: "hoped" is of "hope", "hopped" of "hop", "visited" of "visit".

use std::borrow::Cow;
use std::collections::HashMap;

use once_cell::sync::Lazy;

use super::feature::tag as inner;
use super::model;
use super::{Pos, VerbForm};
use crate::inflect;

/// The lemma of a word in its part of speech and form. Proper nouns stay as they are; other words come in small letters.
pub(crate) fn lemma<'t>(word: &'t str, pos: Pos, form: VerbForm) -> Cow<'t, str> {
    if matches!(pos, Pos::Propn | Pos::Punct | Pos::Sym | Pos::Num | Pos::X) {
        return Cow::Borrowed(word);
    }
    let small = if word.bytes().any(|b| b.is_ascii_uppercase()) || word.contains('\u{2019}') {
        Cow::Owned(word.to_ascii_lowercase().replace('\u{2019}', "'"))
    } else {
        Cow::Borrowed(word)
    };
    if let Some(lemma) = LISTED.get(&(pos, &*small)) {
        return Cow::Borrowed(lemma);
    }
    let found = match pos {
        Pos::Verb | Pos::Aux => verb(&small, form),
        Pos::Noun => noun(&small),
        Pos::Adj | Pos::Adv => compared(&small),
        _ => None,
    };
    found.map_or(small, Cow::Owned)
}

const LISTED_CLASSES: [Pos; 8] = [Pos::Adj, Pos::Adv, Pos::Aux, Pos::Det, Pos::Noun, Pos::Part, Pos::Pron, Pos::Verb];

static LISTED: Lazy<HashMap<(Pos, &str), &str>> = Lazy::new(|| {
    let lines = include_str!("../english/lexicon/lemmas.txt").lines();
    lines
        .filter_map(|line| {
            let mut words = line.split(' ');
            let name = words.next()?;
            let pos = LISTED_CLASSES.into_iter().find(|pos| pos.as_str() == name)?;
            Some(((pos, words.next()?), words.next()?))
        })
        .collect()
});

/// Irregular past tenses, participles, gerunds and third persons; several verbs may share a form.
static VERBS: Lazy<HashMap<(VerbForm, String), &str>> = Lazy::new(|| {
    let mut verbs = HashMap::new();
    for (lemma, forms) in inflect::irregular_verbs() {
        for (form, text) in [
            (VerbForm::Past, forms.past),
            (VerbForm::Participle, forms.participle),
            (VerbForm::Gerund, forms.gerund),
            (VerbForm::Present, forms.third),
        ] {
            // The first in the alphabet, so that the answer does not hang on the order of a hash table.
            let entry = verbs.entry((form, text.to_string())).or_insert(lemma);
            *entry = lemma.min(entry);
        }
    }
    verbs
});

static NOUNS: Lazy<HashMap<&str, &str>> =
    Lazy::new(|| inflect::irregular_nouns().map(|(lemma, plural)| (plural, lemma)).collect());

fn verb(word: &str, form: VerbForm) -> Option<String> {
    if matches!(form, VerbForm::Base | VerbForm::Modal | VerbForm::None) {
        return None;
    }
    if let Some(lemma) = VERBS.get(&(form, word.to_owned())) {
        return Some((*lemma).to_owned());
    }
    let regular = match form {
        VerbForm::Present => third_person(word),
        VerbForm::Gerund => {
            let stem = word.strip_suffix("ing").or_else(|| word.strip_suffix("in'")).unwrap_or_default();
            match stem.strip_suffix('y') {
                Some(short) if short.len() < 2 => Some(format!("{short}ie")),
                _ => of_stem(stem),
            }
        }
        _ => {
            let stem = word.strip_suffix("ed").unwrap_or_default();
            match stem.strip_suffix('i') {
                Some(short) if short.len() < 2 => Some(format!("{short}ie")),
                Some(short) => Some(format!("{short}y")),
                None => of_stem(stem),
            }
        }
    };
    regular.or_else(|| prefixed(word, form))
}

/// A prefix before an irregular verb: "retook", "overran".
fn prefixed(word: &str, form: VerbForm) -> Option<String> {
    ["re", "over", "under", "mis", "out", "un", "fore"].iter().find_map(|prefix| {
        let rest = word.strip_prefix(prefix)?;
        VERBS.get(&(form, rest.to_owned())).map(|lemma| format!("{prefix}{lemma}"))
    })
}

fn third_person(word: &str) -> Option<String> {
    let stem = word.strip_suffix('s').filter(|stem| stem.len() > 1 && !stem.ends_with('s'))?;
    Some(singular(stem, |stem| is_word(stem, inner::VB)))
}

fn noun(word: &str) -> Option<String> {
    if let Some(lemma) = NOUNS.get(word) {
        return Some((*lemma).to_owned());
    }
    if let Some(stem) = word.strip_suffix("men").filter(|stem| stem.len() > 2) {
        return Some(format!("{stem}man"));
    }
    let stem = word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with(['s', 'u', 'i']))?;
    if let Some(root) = stem.strip_suffix("se").filter(|root| root.ends_with(['y', 'e', 'a', 'o'])) {
        // "analyses", "crises" against "nurses", "houses".
        let greek = format!("{root}sis");
        if is_word(&greek, inner::NOUN) && !is_word(stem, inner::NOUN) {
            return Some(greek);
        }
    }
    Some(singular(stem, |stem| is_word(stem, inner::NOUN)))
}

/// What a form in -s is of, given the form without it.
fn singular(stem: &str, known: impl Fn(&str) -> bool) -> String {
    if let Some(root) = stem.strip_suffix("ie") {
        return if root.len() < 2 || known(stem) && !known(&format!("{root}y")) {
            stem.to_owned()
        } else {
            format!("{root}y")
        };
    }
    match stem.strip_suffix('e') {
        Some(root) if ["ss", "sh", "ch", "x", "zz"].iter().any(|end| root.ends_with(end)) && !known(stem) => {
            root.to_owned()
        }
        Some(root) if root.ends_with('o') && !known(stem) => root.to_owned(),
        Some(root) if !known(stem) && known(root) => root.to_owned(),
        _ => stem.to_owned(),
    }
}

/// The verb that a stem before -ed or -ing is of.
fn of_stem(stem: &str) -> Option<String> {
    let known = |stem: &str| is_word(stem, inner::VB);
    let with_e = format!("{stem}e");
    let last = stem.chars().last()?;
    let shorter = &stem[..stem.len() - last.len_utf8()];
    if shorter.ends_with(last) && last.is_ascii_alphabetic() && !matches!(last, 'e' | 'o') {
        // "stopped" and "travelled" lose a letter, "killed" and "passed" do not.
        let keeps = matches!(last, 'l' | 's' | 'z' | 'f') && known(stem);
        return Some(if keeps || !known(shorter) && known(stem) { stem } else { shorter }.to_owned());
    }
    if let Some(root) = stem.strip_suffix("ck").filter(|_| !known(stem)) {
        let short = format!("{root}c");
        if known(&short) {
            return Some(short);
        }
    }
    // A verb that would have doubled its last letter did not lose it: "hoped" is not of "hop".
    let bare = !inflect::doubles_by_rule(stem) && known(stem);
    let silent = ['v', 'u', 'c', 's', 'z'].contains(&last) || stem.ends_with("at") || stem.ends_with("dg");
    Some(if !bare && (known(&with_e) || silent) { with_e } else { stem.to_owned() })
}

/// The positive of a comparative or superlative, where it is a known adjective.
fn compared(word: &str) -> Option<String> {
    let stem = word.strip_suffix("er").or_else(|| word.strip_suffix("est")).filter(|stem| stem.len() > 2)?;
    let mut stems = vec![stem.to_owned(), format!("{stem}e")];
    if let Some(root) = stem.strip_suffix('i') {
        stems.insert(0, format!("{root}y"));
    }
    let bytes = stem.as_bytes();
    if bytes[bytes.len() - 1] == bytes[bytes.len() - 2] {
        stems.extend(stem.get(..stem.len() - 1).map(str::to_owned));
    }
    stems.into_iter().find(|stem| is_best(stem, inner::ADJ))
}

fn is_word(word: &str, tag: u8) -> bool {
    model::known(word).is_some_and(|record| record.may_be(tag))
}

fn is_best(word: &str, tag: u8) -> bool {
    model::known(word).is_some_and(|record| record.best() == tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lemmas() {
        use VerbForm::{Base, Gerund, Modal, None, Participle, Past, Present};
        for (word, pos, form, expected) in [
            ("Said", Pos::Verb, Past, "say"),
            ("hoped", Pos::Verb, Past, "hope"),
            ("hopping", Pos::Verb, Gerund, "hop"),
            ("visited", Pos::Verb, Participle, "visit"),
            ("created", Pos::Verb, Past, "create"),
            ("killed", Pos::Verb, Past, "kill"),
            ("travelled", Pos::Verb, Past, "travel"),
            ("bombed", Pos::Verb, Past, "bomb"),
            ("denied", Pos::Verb, Past, "deny"),
            ("died", Pos::Verb, Past, "die"),
            ("dying", Pos::Verb, Gerund, "die"),
            ("panicked", Pos::Verb, Past, "panic"),
            ("agreed", Pos::Verb, Past, "agree"),
            ("argued", Pos::Verb, Past, "argue"),
            ("passes", Pos::Verb, Present, "pass"),
            ("causes", Pos::Verb, Present, "cause"),
            ("goes", Pos::Verb, Present, "go"),
            ("says", Pos::Verb, Present, "say"),
            ("carries", Pos::Verb, Present, "carry"),
            ("retook", Pos::Verb, Past, "retake"),
            ("lay", Pos::Verb, Past, "lie"),
            ("lay", Pos::Verb, Base, "lay"),
            ("wo", Pos::Aux, Modal, "will"),
            ("has", Pos::Aux, Present, "have"),
            ("n't", Pos::Part, None, "not"),
            ("n\u{2019}t", Pos::Part, None, "not"),
            ("strikes", Pos::Noun, None, "strike"),
            ("cities", Pos::Noun, None, "city"),
            ("gunmen", Pos::Noun, None, "gunman"),
            ("women", Pos::Noun, None, "woman"),
            ("churches", Pos::Noun, None, "church"),
            ("crises", Pos::Noun, None, "crisis"),
            ("houses", Pos::Noun, None, "house"),
            ("bus", Pos::Noun, None, "bus"),
            ("buses", Pos::Noun, None, "bus"),
            ("news", Pos::Noun, None, "news"),
            ("aircraft", Pos::Noun, None, "aircraft"),
            ("bigger", Pos::Adj, None, "big"),
            ("heaviest", Pos::Adj, None, "heavy"),
            ("later", Pos::Adv, None, "late"),
            ("other", Pos::Adj, None, "other"),
            ("Israel", Pos::Propn, None, "Israel"),
            ("", Pos::Noun, None, ""),
            ("s", Pos::Verb, Present, "s"),
        ] {
            assert_eq!(lemma(word, pos, form), expected, "{word}");
        }
    }

    #[test]
    fn any_string_has_a_lemma() {
        let odd =
            ["", "s", "es", "ed", "ing", "ied", "ying", "er", "iest", "\u{e9}\u{e9}ed", "\u{e9}s", "men", "ssing", "'"];
        for word in odd {
            for pos in [Pos::Noun, Pos::Verb, Pos::Adj, Pos::Adv, Pos::Pron] {
                for form in [VerbForm::None, VerbForm::Present, VerbForm::Past, VerbForm::Gerund] {
                    assert_eq!(lemma(word, pos, form).is_empty(), word.is_empty(), "{word} {pos:?} {form:?}");
                }
            }
        }
    }
}
