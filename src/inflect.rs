//! Inflection: the forms of a verb, the plural of a noun. It knows spelling, not meaning, and it never looks at a text;
//! the way back from a form to its lemma is in `tag`. Which word of several is inflected is known to the lexicon.

use std::fmt::{self, Write};

use once_cell::sync::Lazy;

/// A word form as the pieces it is made of. Nothing is copied until somebody wants the text.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Form<'a> {
    /// What stands before an irregular stem: "re|took".
    pub prefix: &'a str,
    /// A listed form, or what is left of the lemma.
    pub stem: &'a str,
    /// A letter of ASCII that joins the ending to the stem: "stop|p|ed".
    pub joint: Option<u8>,
    pub ending: &'static str,
}

impl<'a> Form<'a> {
    #[inline]
    fn new(stem: &'a str, ending: &'static str) -> Self {
        Self { prefix: "", stem, joint: None, ending }
    }
}

impl fmt::Display for Form<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.prefix)?;
        f.write_str(self.stem)?;
        self.joint.map_or(Ok(()), |joint| f.write_char(joint.into()))?;
        f.write_str(self.ending)
    }
}

/// The forms of a verb beside its lemma.
#[derive(Clone, Copy, Debug)]
pub(crate) struct VerbForms<'a> {
    /// "says".
    pub third: Form<'a>,
    /// "said".
    pub past: Form<'a>,
    /// "said".
    pub participle: Form<'a>,
    /// "saying".
    pub gerund: Form<'a>,
}

/// The usual forms of a verb, and a second set that is also in use: "travelled" beside "traveled", "learnt" beside
/// "learned".
#[inline]
pub(crate) fn verb_forms(lemma: &str) -> impl Iterator<Item = VerbForms<'_>> {
    let (prefix, stem, patterns) = irregular(lemma).unwrap_or(("", lemma, &[]));
    let ways = match patterns {
        [] => 1 + usize::from(british_double(lemma)),
        patterns => patterns.len().min(2),
    };
    (0..ways).map(move |nth| match patterns.get(nth) {
        Some((_, pattern)) => spell(stem, pattern).behind(prefix),
        None => regular(lemma, nth > 0 || doubles_by_rule(lemma)),
    })
}

/// The plural of a noun.
pub(crate) fn noun_plural(noun: &str) -> Form<'_> {
    PLURALS.of(noun).first().map_or_else(|| regular_plural(noun), |(_, plural)| Form::new(plural, ""))
}

/// Irregular verbs, with a place for each set of forms.
static VERBS: Lazy<Irregular<Pattern>> = Lazy::new(|| {
    Irregular::new(
        512,
        entries(include_str!("english/lexicon/irregular_verbs.txt")).filter_map(|line| {
            let mut words = line.split_ascii_whitespace();
            Some((words.next()?, [words.next(), words.next(), words.next(), words.next()]))
        }),
    )
});

static PLURALS: Lazy<Irregular<&str>> = Lazy::new(|| {
    Irregular::new(
        128,
        entries(include_str!("english/lexicon/irregular_nouns.txt")).filter_map(|line| line.split_once(' ')),
    )
});

/// Words with what is irregular about them.
struct Irregular<T> {
    /// In alphabetical order.
    words: Vec<(&'static str, T)>,
    /// For each [`sketch`] the first word that has it, counted from 1: nearly every regular word ends here. What has the same
    /// stands in the slots behind.
    slots: Vec<u16>,
}

impl<T> Irregular<T> {
    /// Of some words, about so many.
    fn new(room: usize, words: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut words = words.fold(Vec::with_capacity(room), |mut all, word| {
            all.push(word);
            all
        });
        // of several lines for a word the first comes first: they are slices of one text
        words.sort_unstable_by_key(|&(word, _)| (word, word.as_ptr()));
        let mut slots = vec![0; (words.len() * 4).next_power_of_two()];
        for (number, (word, _)) in (1..).zip(&words) {
            let mut at = sketch(word) % slots.len();
            while slots[at] != 0 && words[usize::from(slots[at]) - 1].0 != *word {
                at = (at + 1) % slots.len();
            }
            if slots[at] == 0 {
                slots[at] = number;
            }
        }
        Self { words, slots }
    }

    #[inline]
    fn of(&self, word: &str) -> &[(&'static str, T)] {
        let mask = self.slots.len() - 1;
        let mut at = sketch(word) & mask;
        while let Some(from) = usize::from(self.slots[at]).checked_sub(1) {
            let behind = &self.words[from..];
            if behind[0].0 == word {
                let count = behind.iter().take_while(|&&(other, _)| other == word).count();
                return &behind[..count];
            }
            at = (at + 1) & mask;
        }
        &[]
    }
}

/// A number that a word has in common with few others.
fn sketch(word: &str) -> usize {
    let letters = match *word.as_bytes() {
        [first, second, .., before, last] => u32::from_le_bytes([first, second, before, last]),
        ref short => short.iter().fold(0, |letters, &letter| letters << 8 | u32::from(letter)),
    };
    (letters ^ (word.len() as u32) << 13).wrapping_mul(0x9e37_79b1) as usize >> 16
}

/// Past or `+`, participle, gerund, third person; what is missing is regular.
type Pattern = [Option<&'static str>; 4];

/// The prefixes of irregular verbs that start like a verb; most start like none.
fn prefixes(verb: &str) -> &'static [&'static str] {
    match verb.as_bytes().first() {
        Some(b'b') => &["be"],
        Some(b'f') => &["fore"],
        Some(b'i') => &["in"],
        Some(b'm') => &["mis"],
        Some(b'o') => &["off", "out", "over"],
        Some(b'p') => &["pre"],
        Some(b'r') => &["re"],
        Some(b'u') => &["under", "un", "up"],
        Some(b'w') => &["with"],
        _ => &[],
    }
}

fn entries(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Every form listed for irregular verbs: lemma, past, participle, gerund, third person.
pub(crate) fn irregular_verbs() -> impl Iterator<Item = (&'static str, VerbForms<'static>)> {
    VERBS.words.iter().map(|(lemma, pattern)| (*lemma, spell(lemma, pattern)))
}

/// Every listed noun with its plural.
pub(crate) fn irregular_nouns() -> impl Iterator<Item = (&'static str, &'static str)> {
    PLURALS.words.iter().copied()
}

/// The sets of forms of an irregular verb.
type Forms = &'static [(&'static str, Pattern)];

/// What stands before the stem of an irregular verb, the stem, and its sets of forms.
fn irregular(verb: &str) -> Option<(&str, &str, Forms)> {
    let patterns = VERBS.of(verb);
    if !patterns.is_empty() {
        return Some(("", verb, patterns));
    }
    prefixes(verb).iter().find_map(|prefix| {
        let stem = verb.strip_prefix(prefix)?;
        let stem = stem.strip_prefix('-').unwrap_or(stem);
        // Irregular stems only: "reach" is no verb "ach", and "refit" but not "rebus" goes like its stem.
        let patterns = VERBS.of(stem);
        (stem.len() > 2 && !patterns.is_empty()).then(|| (&verb[..verb.len() - stem.len()], stem, patterns))
    })
}

fn spell<'a>(lemma: &'a str, pattern: &Pattern) -> VerbForms<'a> {
    let [past, participle, gerund, third] = *pattern;
    let mut forms = regular(lemma, past == Some("+"));
    if let (Some(past), Some(participle)) = (past, participle) {
        forms.past = Form::new(past, "");
        forms.participle = Form::new(participle, "");
    }
    if let Some(gerund) = gerund {
        forms.gerund = Form::new(gerund, "");
    }
    if let Some(third) = third {
        forms.third = Form::new(third, "");
    }
    forms
}

impl<'a> VerbForms<'a> {
    /// Whether the participle was made as the past was, as those of regular verbs are.
    #[inline]
    pub fn one_past(&self) -> bool {
        let made = |form: &Form| (form.stem.as_ptr(), form.stem.len(), form.joint, form.ending.as_ptr());
        made(&self.past) == made(&self.participle)
    }

    fn behind(self, prefix: &'a str) -> Self {
        let Self { third, past, participle, gerund } = self;
        let [third, past, participle, gerund] = [third, past, participle, gerund].map(|form| Form { prefix, ..form });
        Self { third, past, participle, gerund }
    }
}

fn regular(lemma: &str, doubled: bool) -> VerbForms<'_> {
    let last = lemma.as_bytes().last().copied().filter(u8::is_ascii);
    // what stands between the lemma and an ending with a vowel
    let joint = match last {
        Some(_) if doubled => last,
        Some(b'c') => Some(b'k'),
        _ => None,
    };
    let past = match last {
        Some(b'e') => Form::new(lemma, "d"),
        Some(b'y') => match consonant_y(lemma) {
            Some(stem) => Form::new(stem, "ied"),
            None => Form { joint, ..Form::new(lemma, "ed") },
        },
        _ => Form { joint, ..Form::new(lemma, "ed") },
    };
    let gerund = match lemma.strip_suffix('e') {
        None => Form { joint, ..Form::new(lemma, "ing") },
        Some(stem) => match stem.strip_suffix('i') {
            Some(stem) => Form::new(stem, "ying"),
            None if !stem.ends_with(['e', 'o', 'y']) && has_vowel(stem) => Form::new(stem, "ing"),
            None => Form { joint, ..Form::new(lemma, "ing") },
        },
    };
    VerbForms { third: add_s(lemma), participle: past, past, gerund }
}

fn regular_plural(noun: &str) -> Form<'_> {
    match noun.as_bytes() {
        [.., b'm', b'a', b'n'] => Form::new(&noun[..noun.len() - 3], "men"),
        [_, _, .., b's', b'i', b's'] => Form::new(&noun[..noun.len() - 3], "ses"),
        [.., b'c', b'r', b'a', b'f', b't'] => Form::new(noun, ""),
        [.., b'c', b'h', b'i', b'l', b'd'] => Form::new(noun, "ren"),
        [.., b'o'] => Form::new(noun, "s"),
        _ => add_s(noun),
    }
}

fn add_s(word: &str) -> Form<'_> {
    match *word.as_bytes() {
        [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h'] => Form::new(word, "es"),
        // Only verbs come here with a final o: "undergoes", "echoes", but "radios".
        [.., before, b'o'] if !is_vowel_byte(before) => Form::new(word, "es"),
        [b'o'] => Form::new(word, "es"),
        [.., b'y'] => match consonant_y(word) {
            Some(stem) => Form::new(stem, "ies"),
            None => Form::new(word, "s"),
        },
        _ => Form::new(word, "s"),
    }
}

/// The stem of a word in a consonant and y.
fn consonant_y(word: &str) -> Option<&str> {
    let stem = word.strip_suffix('y')?;
    let consonant = match *stem.as_bytes().last()? {
        last if last.is_ascii() => last.is_ascii_alphabetic() && !is_vowel_byte(last),
        _ => stem.chars().next_back().is_some_and(char::is_alphabetic),
    };
    consonant.then_some(stem)
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
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

fn has_vowel(stem: &str) -> bool {
    stem.bytes().any(|byte| is_vowel_byte(byte) || byte == b'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(lemma: &str) -> String {
        let VerbForms { third, past, participle, gerund } = verb_forms(lemma).next().unwrap();
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
            ("shoot", "shoots shot shot shooting"),
            ("go", "goes went gone going"),
            ("co-opt", "co-opts co-opted co-opted co-opting"),
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
        let variant = |lemma: &'static str| verb_forms(lemma).nth(1);
        assert_eq!(forms("travel"), "travels traveled traveled traveling");
        assert_eq!(variant("travel").map(|f| f.gerund.to_string()).as_deref(), Some("travelling"));
        assert_eq!(variant("learn").map(|f| f.past.to_string()).as_deref(), Some("learnt"));
        assert!(variant("sail").is_none());
        assert!(variant("attack").is_none());
    }

    #[test]
    fn plurals() {
        for (lemma, expected) in [
            ("strike", "strikes"),
            ("baby", "babies"),
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
            ("", "s"),
        ] {
            assert_eq!(noun_plural(lemma).to_string(), expected, "{lemma}");
        }
    }
}
