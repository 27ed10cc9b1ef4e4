//! Inflection: the forms of a verb, the plural of a noun. It knows spelling, not meaning, and it never looks at a text;
//! the way back from a form to its lemma is in `tag`.

use std::fmt;

use once_cell::sync::Lazy;

/// A word form as the pieces it is made of: parts of the lemma and endings. Nothing is copied until somebody wants the text.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Form<'a>([&'a str; 5]);

impl<'a> Form<'a> {
    #[inline]
    fn new<const N: usize>(pieces: [&'a str; N]) -> Self {
        let mut form = Self::default();
        for (at, piece) in pieces.into_iter().enumerate() {
            form.0[at + 1] = piece;
        }
        form
    }

    /// The form with something in front and something behind.
    fn between(self, before: &'a str, after: &'a str) -> Self {
        let [_, a, b, c, _] = self.0;
        Self([before, a, b, c, after])
    }

    /// What its text is made of.
    pub fn pieces(&self) -> [&'a str; 5] {
        self.0
    }
}

impl PartialEq for Form<'_> {
    fn eq(&self, other: &Self) -> bool {
        let bytes = |form: &Self| form.0.into_iter().flat_map(str::bytes);
        self.0 == other.0 || bytes(self).eq(bytes(other))
    }
}

impl PartialEq<str> for Form<'_> {
    fn eq(&self, other: &str) -> bool {
        self.0.into_iter().flat_map(str::bytes).eq(other.bytes())
    }
}

impl fmt::Display for Form<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|piece| f.write_str(piece))
    }
}

/// The forms of a verb beside its lemma.
#[derive(Clone, Copy, Debug, PartialEq)]
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
/// "learned". Of a lemma of several words the first is inflected: "shot down", "taking place".
pub(crate) fn verb_forms(lemma: &str) -> (VerbForms<'_>, Option<VerbForms<'_>>) {
    let (head, rest) = lemma.split_at(lemma.find(' ').unwrap_or(lemma.len()));
    let (before, usual, variant) = match irregular(head) {
        Some((before, stem, patterns)) => {
            let forms = |nth: usize| patterns.get(nth).map(|(_, pattern)| spell(stem, pattern));
            (before, forms(0).unwrap_or_else(|| regular(stem, false)), forms(1))
        }
        None => {
            let variant = british_double(head).then(|| regular(head, true));
            ("", regular(head, doubles_by_rule(head)), variant)
        }
    };
    if before.is_empty() && rest.is_empty() {
        return (usual, variant);
    }
    (usual.between(before, rest), variant.map(|forms| forms.between(before, rest)))
}

/// The plural of a noun. Of several words the last is inflected, or the one before a preposition: "air strikes",
/// "acts of war".
pub(crate) fn noun_plural(lemma: &str) -> Form<'_> {
    if !lemma.contains([' ', '-']) {
        return plural_of(lemma);
    }
    let head_end = [" of ", " in ", " to ", " on ", " at ", "-in-", "-of-", "-by"]
        .iter()
        .filter_map(|preposition| lemma.find(preposition))
        .min()
        .filter(|&at| at > 0)
        .unwrap_or(lemma.len());
    let head_start = lemma[..head_end].rfind([' ', '-']).map_or(0, |at| at + 1);
    let (before, head, after) = (&lemma[..head_start], &lemma[head_start..head_end], &lemma[head_end..]);
    plural_of(head).between(before, after)
}

fn plural_of(noun: &str) -> Form<'_> {
    PLURALS.of(noun).first().map_or_else(|| regular_plural(noun), |(_, plural)| Form::new([plural]))
}

/// Irregular verbs, with a place for each set of forms.
static VERBS: Lazy<Irregular<Pattern>> = Lazy::new(|| {
    Irregular::new(entries(include_str!("english/lexicon/irregular_verbs.txt")).filter_map(|line| {
        let mut words = line.split(' ');
        Some((words.next()?, [words.next(), words.next(), words.next(), words.next()]))
    }))
});

static PLURALS: Lazy<Irregular<&str>> = Lazy::new(|| {
    Irregular::new(entries(include_str!("english/lexicon/irregular_nouns.txt")).filter_map(|line| line.split_once(' ')))
});

/// Words with what is irregular about them.
struct Irregular<T> {
    /// In alphabetical order.
    words: Vec<(&'static str, T)>,
    /// Which [`sketch`]es they have: nearly every regular word fails here.
    filter: [u64; 16],
}

impl<T> Irregular<T> {
    fn new(words: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut words: Vec<_> = words.collect();
        // stable: of several lines for a word the first comes first
        words.sort_by_key(|&(word, _)| word);
        let mut filter = [0; 16];
        for (word, _) in &words {
            let sketch = sketch(word);
            filter[sketch / 64] |= 1 << (sketch % 64);
        }
        Self { words, filter }
    }

    fn of(&self, word: &str) -> &[(&'static str, T)] {
        let sketch = sketch(word);
        if self.filter[sketch / 64] >> (sketch % 64) & 1 == 0 {
            return &[];
        }
        let from = self.words.partition_point(|&(other, _)| other < word);
        let count = self.words[from..].iter().take_while(|&&(other, _)| other == word).count();
        &self.words[from..from + count]
    }
}

/// A number below 1024 that a word has in common with few others.
fn sketch(word: &str) -> usize {
    let &[first, second, .., before, last] = word.as_bytes() else { return word.len() };
    let letters = u32::from_le_bytes([first, second, before, last]);
    letters.wrapping_mul(0x9e37_79b1) as usize >> 22
}

/// Past or `+`, participle, gerund, third person; what is missing is regular.
type Pattern = [Option<&'static str>; 4];

const PREFIXES: [&str; 13] =
    ["be", "fore", "in", "mis", "off", "out", "over", "pre", "re", "under", "un", "up", "with"];

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
fn irregular(head: &str) -> Option<(&str, &str, Forms)> {
    let patterns = VERBS.of(head);
    if !patterns.is_empty() {
        return Some(("", head, patterns));
    }
    // few verbs begin like one of them: no call to compare them all
    let first = head.as_bytes().first();
    PREFIXES.iter().filter(|prefix| prefix.as_bytes().first() == first).find_map(|prefix| {
        let stem = head.strip_prefix(prefix)?;
        let stem = stem.strip_prefix('-').unwrap_or(stem);
        // Irregular stems only: "reach" is no verb "ach", and "refit" but not "rebus" goes like its stem.
        let patterns = VERBS.of(stem);
        (stem.len() > 2 && !patterns.is_empty()).then(|| (&head[..head.len() - stem.len()], stem, patterns))
    })
}

fn spell<'a>(lemma: &'a str, pattern: &Pattern) -> VerbForms<'a> {
    let [past, participle, gerund, third] = *pattern;
    let mut forms = regular(lemma, past == Some("+"));
    if let (Some(past), Some(participle)) = (past, participle) {
        forms.past = Form::new([past]);
        forms.participle = Form::new([participle]);
    }
    if let Some(gerund) = gerund {
        forms.gerund = Form::new([gerund]);
    }
    if let Some(third) = third {
        forms.third = Form::new([third]);
    }
    forms
}

impl<'a> VerbForms<'a> {
    fn between(self, before: &'a str, after: &'a str) -> Self {
        let Self { third, past, participle, gerund } = self;
        let [third, past, participle, gerund] =
            [third, past, participle, gerund].map(|form| form.between(before, after));
        Self { third, past, participle, gerund }
    }
}

fn regular(lemma: &str, doubled: bool) -> VerbForms<'_> {
    let last = lemma.as_bytes().last().copied().unwrap_or(0);
    // what stands between the lemma and an ending with a vowel
    let joint = match last {
        _ if doubled && last.is_ascii() => &lemma[lemma.len().saturating_sub(1)..],
        b'c' => "k",
        _ => "",
    };
    let past = match last {
        b'e' => Form::new([lemma, "d"]),
        b'y' => match consonant_y(lemma) {
            Some(stem) => Form::new([stem, "ied"]),
            None => Form::new([lemma, joint, "ed"]),
        },
        _ => Form::new([lemma, joint, "ed"]),
    };
    let gerund = match lemma.strip_suffix('e') {
        None => Form::new([lemma, joint, "ing"]),
        Some(stem) => match stem.strip_suffix('i') {
            Some(stem) => Form::new([stem, "ying"]),
            None if !stem.ends_with(['e', 'o', 'y']) && has_vowel(stem) => Form::new([stem, "ing"]),
            None => Form::new([lemma, joint, "ing"]),
        },
    };
    VerbForms { third: add_s(lemma), participle: past, past, gerund }
}

fn regular_plural(noun: &str) -> Form<'_> {
    match noun.as_bytes() {
        [.., b'm', b'a', b'n'] => Form::new([&noun[..noun.len() - 3], "men"]),
        [_, _, .., b's', b'i', b's'] => Form::new([&noun[..noun.len() - 3], "ses"]),
        [.., b'c', b'r', b'a', b'f', b't'] => Form::new([noun]),
        [.., b'c', b'h', b'i', b'l', b'd'] => Form::new([noun, "ren"]),
        [.., b'o'] => Form::new([noun, "s"]),
        _ => add_s(noun),
    }
}

fn add_s(word: &str) -> Form<'_> {
    match *word.as_bytes() {
        [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h'] => Form::new([word, "es"]),
        // Only verbs come here with a final o: "undergoes", "echoes", but "radios".
        [.., before, b'o'] if !is_vowel_byte(before) => Form::new([word, "es"]),
        [b'o'] => Form::new([word, "es"]),
        [.., b'y'] => match consonant_y(word) {
            Some(stem) => Form::new([stem, "ies"]),
            None => Form::new([word, "s"]),
        },
        _ => Form::new([word, "s"]),
    }
}

/// The stem of a word in a consonant and y.
fn consonant_y(word: &str) -> Option<&str> {
    word.strip_suffix('y').filter(|stem| stem.chars().next_back().is_some_and(|c| c.is_alphabetic() && !is_vowel(c)))
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
    stem.bytes().any(|byte| is_vowel_byte(byte) || byte == b'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(lemma: &str) -> String {
        let VerbForms { third, past, participle, gerund } = verb_forms(lemma).0;
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
        let variant = |lemma: &'static str| verb_forms(lemma).1;
        assert_eq!(verb_forms("travel").0.past.to_string(), "traveled");
        assert_eq!(variant("travel").map(|f| f.gerund.to_string()).as_deref(), Some("travelling"));
        assert_eq!(variant("learn").map(|f| f.past.to_string()).as_deref(), Some("learnt"));
        assert_eq!(variant("sail"), None);
        assert_eq!(variant("attack"), None);
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
            assert_eq!(noun_plural(lemma).to_string(), expected, "{lemma}");
        }
    }
}
