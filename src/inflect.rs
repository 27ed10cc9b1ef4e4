//! Inflection: the forms of a verb, the plural of a noun. It knows spelling, not meaning, and it never looks at a text;
//! the way back from a form to its lemma is in `tag`.

use std::collections::HashMap;

use once_cell::sync::Lazy;

/// The forms of a verb beside its lemma.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct VerbForms {
    /// "says".
    pub third: String,
    /// "said".
    pub past: String,
    /// "said".
    pub participle: String,
    /// "saying".
    pub gerund: String,
}

/// The usual forms of a verb. Of a lemma of several words the first is inflected: "shot down", "taking place".
pub(crate) fn verb_forms(lemma: &str) -> VerbForms {
    let (head, rest) = split_head(lemma);
    head_forms(head, 0).unwrap_or_else(|| regular(head, doubles_by_rule(head))).with_tail(rest)
}

/// A second set of forms that is also in use: "travelled" beside "traveled", "learnt" beside "learned".
pub(crate) fn verb_variant(lemma: &str) -> Option<VerbForms> {
    let (head, rest) = split_head(lemma);
    let forms = match head_forms(head, 1) {
        Some(forms) => forms,
        None if head_forms(head, 0).is_none() && british_double(head) => regular(head, true),
        None => return None,
    };
    Some(forms.with_tail(rest))
}

/// The plural of a noun. Of several words the last is inflected, or the one before a preposition: "air strikes",
/// "acts of war".
pub(crate) fn noun_plural(lemma: &str) -> String {
    if !lemma.contains([' ', '-']) {
        return PLURALS.get(lemma).map_or_else(|| regular_plural(lemma), |plural| (*plural).to_owned());
    }
    let head_end = [" of ", " in ", " to ", " on ", " at ", "-in-", "-of-", "-by"]
        .iter()
        .filter_map(|preposition| lemma.find(preposition))
        .min()
        .filter(|&at| at > 0)
        .unwrap_or(lemma.len());
    let head_start = lemma[..head_end].rfind([' ', '-']).map_or(0, |at| at + 1);
    let (before, head, after) = (&lemma[..head_start], &lemma[head_start..head_end], &lemma[head_end..]);
    let plural = match PLURALS.get(head) {
        Some(plural) => (*plural).to_owned(),
        None => regular_plural(head),
    };
    format!("{before}{plural}{after}")
}

static VERBS: Lazy<HashMap<&str, Vec<Pattern>>> = Lazy::new(|| {
    let mut verbs: HashMap<&str, Vec<Pattern>> = HashMap::with_capacity(512);
    for line in entries(include_str!("english/lexicon/irregular_verbs.txt")) {
        let mut words = line.split(' ');
        let Some(lemma) = words.next() else { continue };
        verbs.entry(lemma).or_default().push([words.next(), words.next(), words.next(), words.next()]);
    }
    verbs
});

static PLURALS: Lazy<HashMap<&str, &str>> = Lazy::new(|| {
    entries(include_str!("english/lexicon/irregular_nouns.txt")).filter_map(|l| l.split_once(' ')).collect()
});

/// Past or `+`, participle, gerund, third person; what is missing is regular.
type Pattern = [Option<&'static str>; 4];

const PREFIXES: [&str; 13] =
    ["be", "fore", "in", "mis", "off", "out", "over", "pre", "re", "under", "un", "up", "with"];

fn entries(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Every form listed for irregular verbs: lemma, past, participle, gerund, third person.
pub(crate) fn irregular_verbs() -> impl Iterator<Item = (&'static str, VerbForms)> {
    VERBS.iter().flat_map(|(&lemma, patterns)| patterns.iter().map(move |pattern| (lemma, spell(lemma, pattern))))
}

/// Every listed noun with its plural.
pub(crate) fn irregular_nouns() -> impl Iterator<Item = (&'static str, &'static str)> {
    PLURALS.iter().map(|(&lemma, &plural)| (lemma, plural))
}

fn split_head(lemma: &str) -> (&str, &str) {
    lemma.split_at(lemma.find(' ').unwrap_or(lemma.len()))
}

/// The `nth` set of listed forms.
fn head_forms(head: &str, nth: usize) -> Option<VerbForms> {
    if let Some(patterns) = VERBS.get(head) {
        return patterns.get(nth).map(|pattern| spell(head, pattern));
    }
    PREFIXES.iter().find_map(|prefix| {
        let stem = head.strip_prefix(prefix)?;
        let stem = stem.strip_prefix('-').unwrap_or(stem);
        // Irregular stems only: "reach" is no verb "ach", and "refit" but not "rebus" goes like its stem.
        let pattern = VERBS.get(stem).filter(|_| stem.len() > 2)?.get(nth)?;
        let before = &head[..head.len() - stem.len()];
        let forms = spell(stem, pattern);
        Some(VerbForms {
            third: format!("{before}{}", forms.third),
            past: format!("{before}{}", forms.past),
            participle: format!("{before}{}", forms.participle),
            gerund: format!("{before}{}", forms.gerund),
        })
    })
}

fn spell(lemma: &str, pattern: &Pattern) -> VerbForms {
    let [past, participle, gerund, third] = *pattern;
    let mut forms = regular(lemma, past == Some("+"));
    if let (Some(past), Some(participle)) = (past, participle) {
        past.clone_into(&mut forms.past);
        participle.clone_into(&mut forms.participle);
    }
    if let Some(gerund) = gerund {
        gerund.clone_into(&mut forms.gerund);
    }
    if let Some(third) = third {
        third.clone_into(&mut forms.third);
    }
    forms
}

impl VerbForms {
    fn with_tail(mut self, rest: &str) -> Self {
        for form in [&mut self.third, &mut self.past, &mut self.participle, &mut self.gerund] {
            form.push_str(rest);
        }
        self
    }
}

fn regular(lemma: &str, doubled: bool) -> VerbForms {
    let stem = match lemma.chars().last() {
        Some(last) if doubled => format!("{lemma}{last}"),
        Some('c') => format!("{lemma}k"),
        _ => lemma.to_owned(),
    };
    let past = if let Some(stem) = consonant_y(lemma) {
        format!("{stem}ied")
    } else if lemma.ends_with('e') {
        format!("{lemma}d")
    } else {
        format!("{stem}ed")
    };
    let gerund = if let Some(stem) = lemma.strip_suffix("ie") {
        format!("{stem}ying")
    } else if let Some(stem) = lemma.strip_suffix('e').filter(|s| !s.ends_with(['e', 'o', 'y']) && has_vowel(s)) {
        format!("{stem}ing")
    } else {
        format!("{stem}ing")
    };
    VerbForms { third: add_s(lemma), participle: past.clone(), past, gerund }
}

fn regular_plural(noun: &str) -> String {
    if let Some(stem) = noun.strip_suffix("man").filter(|stem| !stem.is_empty()) {
        format!("{stem}men")
    } else if noun == "man" {
        "men".to_owned()
    } else if let Some(stem) = noun.strip_suffix("sis").filter(|stem| stem.len() > 1) {
        format!("{stem}ses")
    } else if noun.ends_with("craft") {
        noun.to_owned()
    } else {
        match noun.strip_suffix("child") {
            Some(stem) => format!("{stem}children"),
            None if noun.ends_with('o') => format!("{noun}s"),
            None => add_s(noun),
        }
    }
}

fn add_s(word: &str) -> String {
    let hissing = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    // Only verbs come here with a final o: "undergoes", "echoes", but "radios".
    let consonant_o = word.strip_suffix('o').is_some_and(|stem| !stem.ends_with(is_vowel));
    if let Some(stem) = consonant_y(word) {
        format!("{stem}ies")
    } else if hissing || consonant_o {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

/// The stem of a word in a consonant and y.
fn consonant_y(word: &str) -> Option<&str> {
    word.strip_suffix('y').filter(|stem| stem.chars().last().is_some_and(|c| c.is_alphabetic() && !is_vowel(c)))
}

/// One syllable with one vowel letter before one consonant: "stop", "quit".
pub(crate) fn doubles_by_rule(verb: &str) -> bool {
    let bytes = verb.as_bytes();
    let &[.., before, vowel, last] = bytes else {
        return matches!(bytes, &[vowel, last] if is_vowel_byte(vowel) && doubling_consonant(last));
    };
    let glide_u = before == b'u' && bytes.len() >= 4 && bytes[bytes.len() - 4] == b'q';
    doubling_consonant(last)
        && is_vowel_byte(vowel)
        && (!is_vowel_byte(before) || glide_u)
        && !bytes[..bytes.len() - 2]
            .iter()
            .enumerate()
            .any(|(i, &b)| (is_vowel_byte(b) || b == b'y' && i > 0) && !(b == b'u' && i > 0 && bytes[i - 1] == b'q'))
}

/// British spelling doubles a final l after one vowel whatever the stress: "travelled".
fn british_double(verb: &str) -> bool {
    matches!(verb.as_bytes(), &[.., before, vowel, b'l'] if is_vowel_byte(vowel) && !is_vowel_byte(before))
        && !doubles_by_rule(verb)
}

fn doubling_consonant(byte: u8) -> bool {
    byte.is_ascii_lowercase() && !is_vowel_byte(byte) && !matches!(byte, b'c' | b'h' | b'w' | b'x' | b'y')
}

fn is_vowel_byte(byte: u8) -> bool {
    is_vowel(byte as char)
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn has_vowel(stem: &str) -> bool {
    stem.chars().any(|c| is_vowel(c) || c == 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(lemma: &str) -> String {
        let VerbForms { third, past, participle, gerund } = verb_forms(lemma);
        format!("{third} {past} {participle} {gerund}")
    }

    #[test]
    fn verbs() {
        for (lemma, expected) in [
            ("say", "says said said saying"),
            ("stop", "stops stopped stopped stopping"),
            ("kidnap", "kidnaps kidnapped kidnapped kidnapping"),
            ("visit", "visits visited visited visiting"),
            ("die", "dies died died dying"),
            ("flee", "flees fled fled fleeing"),
            ("agree", "agrees agreed agreed agreeing"),
            ("deny", "denies denied denied denying"),
            ("destroy", "destroys destroyed destroyed destroying"),
            ("equip", "equips equipped equipped equipping"),
            ("quit", "quits quit quit quitting"),
            ("squat", "squats squatted squatted squatting"),
            ("panic", "panics panicked panicked panicking"),
            ("retake", "retakes retook retaken retaking"),
            ("overrun", "overruns overran overrun overrunning"),
            ("reach", "reaches reached reached reaching"),
            ("shoot down", "shoots down shot down shot down shooting down"),
            ("go off", "goes off went off gone off going off"),
            ("be", "is was been being"),
            ("veto", "vetoes vetoed vetoed vetoing"),
            ("fire", "fires fired fired firing"),
            ("shell", "shells shelled shelled shelling"),
            ("bomb", "bombs bombed bombed bombing"),
            ("allow", "allows allowed allowed allowing"),
            ("raid", "raids raided raided raiding"),
            ("open", "opens opened opened opening"),
            ("undergo", "undergoes underwent undergone undergoing"),
            ("relay", "relays relayed relayed relaying"),
        ] {
            assert_eq!(forms(lemma), expected, "{lemma}");
        }
    }

    #[test]
    fn variants() {
        assert_eq!(verb_forms("travel").past, "traveled");
        assert_eq!(verb_variant("travel").map(|f| f.gerund).as_deref(), Some("travelling"));
        assert_eq!(verb_variant("learn").map(|f| f.past).as_deref(), Some("learnt"));
        assert_eq!(verb_variant("sail"), None);
        assert_eq!(verb_variant("attack"), None);
    }

    #[test]
    fn plurals() {
        for (lemma, expected) in [
            ("air strike", "air strikes"),
            ("act of war", "acts of war"),
            ("spokeswoman", "spokeswomen"),
            ("gunman", "gunmen"),
            ("crisis", "crises"),
            ("city", "cities"),
            ("boy", "boys"),
            ("bus", "buses"),
            ("hostage", "hostages"),
            ("church", "churches"),
            ("photo", "photos"),
            ("aircraft", "aircraft"),
            ("passer-by", "passers-by"),
            ("", "s"),
        ] {
            assert_eq!(noun_plural(lemma), expected, "{lemma}");
        }
    }
}
