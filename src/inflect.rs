//! Inflection: the forms of a verb, the plural of a noun. It knows spelling, not meaning, and it never looks at a text;
//! the way back from a form to its lemma is in `tag`.

use std::fmt;

use once_cell::sync::Lazy;

/// A word form as the pieces it is made of: parts of the lemma and endings. Nothing is copied until somebody wants the text.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Form<'a>([&'a str; 5]);

impl<'a> Form<'a> {
    fn new(pieces: &[&'a str]) -> Self {
        let mut form = Self::default();
        form.0[1..=pieces.len()].copy_from_slice(pieces);
        form
    }

    /// The form with something in front and something behind.
    fn between(self, before: &'a str, after: &'a str) -> Self {
        let [_, a, b, c, _] = self.0;
        Self([before, a, b, c, after])
    }

    /// What its text is made of.
    pub fn pieces(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.0.iter().copied()
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
    let found = PLURALS.binary_search_by_key(&noun, |&(lemma, _)| lemma);
    found.map_or_else(|_| regular_plural(noun), |at| Form::new(&[PLURALS[at].1]))
}

/// Irregular verbs in alphabetical order, with a place for each set of forms.
static VERBS: Lazy<Vec<(&str, Pattern)>> = Lazy::new(|| {
    let pattern = |line: &'static str| {
        let mut words = line.split(' ');
        Some((words.next()?, [words.next(), words.next(), words.next(), words.next()]))
    };
    let mut verbs: Vec<_> = entries(include_str!("english/lexicon/irregular_verbs.txt")).filter_map(pattern).collect();
    // stable: the first set of forms is the more common
    verbs.sort_by_key(|&(lemma, _)| lemma);
    verbs
});

static PLURALS: Lazy<Vec<(&str, &str)>> = Lazy::new(|| {
    let mut nouns: Vec<_> =
        entries(include_str!("english/lexicon/irregular_nouns.txt")).filter_map(|line| line.split_once(' ')).collect();
    nouns.sort_unstable();
    nouns
});

/// Past or `+`, participle, gerund, third person; what is missing is regular.
type Pattern = [Option<&'static str>; 4];

const PREFIXES: [&str; 13] =
    ["be", "fore", "in", "mis", "off", "out", "over", "pre", "re", "under", "un", "up", "with"];

fn entries(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Every form listed for irregular verbs: lemma, past, participle, gerund, third person.
pub(crate) fn irregular_verbs() -> impl Iterator<Item = (&'static str, VerbForms<'static>)> {
    VERBS.iter().map(|(lemma, pattern)| (*lemma, spell(lemma, pattern)))
}

/// Every listed noun with its plural.
pub(crate) fn irregular_nouns() -> impl Iterator<Item = (&'static str, &'static str)> {
    PLURALS.iter().copied()
}

/// What stands before the stem of an irregular verb, the stem, and its sets of forms.
fn irregular(head: &str) -> Option<(&str, &str, &'static [(&'static str, Pattern)])> {
    if let Some(patterns) = patterns_of(head) {
        return Some(("", head, patterns));
    }
    PREFIXES.iter().find_map(|prefix| {
        let stem = head.strip_prefix(prefix)?;
        let stem = stem.strip_prefix('-').unwrap_or(stem);
        // Irregular stems only: "reach" is no verb "ach", and "refit" but not "rebus" goes like its stem.
        let patterns = patterns_of(stem).filter(|_| stem.len() > 2)?;
        Some((&head[..head.len() - stem.len()], stem, patterns))
    })
}

fn patterns_of(lemma: &str) -> Option<&'static [(&'static str, Pattern)]> {
    let from = VERBS.partition_point(|&(verb, _)| verb < lemma);
    let count = VERBS[from..].iter().take_while(|&&(verb, _)| verb == lemma).count();
    (count > 0).then(|| &VERBS[from..from + count])
}

fn spell<'a>(lemma: &'a str, pattern: &Pattern) -> VerbForms<'a> {
    let [past, participle, gerund, third] = *pattern;
    let mut forms = regular(lemma, past == Some("+"));
    if let (Some(past), Some(participle)) = (past, participle) {
        forms.past = Form::new(&[past]);
        forms.participle = Form::new(&[participle]);
    }
    if let Some(gerund) = gerund {
        forms.gerund = Form::new(&[gerund]);
    }
    if let Some(third) = third {
        forms.third = Form::new(&[third]);
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
    let last = lemma.char_indices().next_back();
    // what stands between the lemma and an ending with a vowel
    let joint = match last {
        Some((at, _)) if doubled => &lemma[at..],
        Some((_, 'c')) => "k",
        _ => "",
    };
    let past = if let Some(stem) = consonant_y(lemma) {
        Form::new(&[stem, "ied"])
    } else if lemma.ends_with('e') {
        Form::new(&[lemma, "d"])
    } else {
        Form::new(&[lemma, joint, "ed"])
    };
    let gerund = if let Some(stem) = lemma.strip_suffix("ie") {
        Form::new(&[stem, "ying"])
    } else if let Some(stem) = lemma.strip_suffix('e').filter(|s| !s.ends_with(['e', 'o', 'y']) && has_vowel(s)) {
        Form::new(&[stem, "ing"])
    } else {
        Form::new(&[lemma, joint, "ing"])
    };
    VerbForms { third: add_s(lemma), participle: past, past, gerund }
}

fn regular_plural(noun: &str) -> Form<'_> {
    if let Some(stem) = noun.strip_suffix("man") {
        Form::new(&[stem, "men"])
    } else if let Some(stem) = noun.strip_suffix("sis").filter(|stem| stem.len() > 1) {
        Form::new(&[stem, "ses"])
    } else if noun.ends_with("craft") {
        Form::new(&[noun])
    } else {
        match noun.strip_suffix("child") {
            Some(_) => Form::new(&[noun, "ren"]),
            None if noun.ends_with('o') => Form::new(&[noun, "s"]),
            None => add_s(noun),
        }
    }
}

fn add_s(word: &str) -> Form<'_> {
    let hissing = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    // Only verbs come here with a final o: "undergoes", "echoes", but "radios".
    let consonant_o = word.strip_suffix('o').is_some_and(|stem| !stem.ends_with(is_vowel));
    if let Some(stem) = consonant_y(word) {
        Form::new(&[stem, "ies"])
    } else if hissing || consonant_o {
        Form::new(&[word, "es"])
    } else {
        Form::new(&[word, "s"])
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
