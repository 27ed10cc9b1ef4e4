//! Participants: who or what a role of an event names, as far as two mentions of it can be compared.

use crate::key::{word_hash, words};

/// How two participants stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Agreement {
    Same,
    /// Both are people without further description.
    Vague,
    Unknown,
    Excluded,
}

/// Any other mark is a hash of a word.
pub(super) const ANYBODY: u64 = 0;

/// The head of a noun phrase, and the names that tell it from others with the same head.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Participant {
    pub head: Option<u64>,
    /// What the bearer of the name is said to be: "town" in "the town of Kesten", "mayor" in "the mayor, Mara Holt".
    pub sort: Option<u64>,
    /// People of whom nothing else is said: "twelve", "15 people", "nobody".
    pub anybody: bool,
    /// Some of a larger number, or more than a number told before: "three of the men", "five others", "13 more".
    pub partial: bool,
    /// Besides one told before: "another clinic", "a second blast".
    pub another: bool,
    /// Whether the head is written as a name.
    named: bool,
    /// Names in front of the head: "Kesten" in "the Kesten bridge", "Mara" in "Mara Holt".
    before: Vec<u64>,
    /// Names behind it: "Kesten" in "the bridge in Kesten".
    behind: Vec<u64>,
}

/// What ends the part of a noun phrase that holds its head.
const HEAD_ENDS: &str = "of in on at from near for with by to outside inside aboard around between during after before who which that and or including";
/// What stands for something named elsewhere.
const PRONOUNS: &str = "he she it they him her them i we us this that who";
const ANYBODIES: &str =
    "people person persons nobody somebody anybody someone anyone everyone one others victims victim";
/// What counts people besides those of whom the text has told.
const FURTHER: &str = "other others another more further";
/// What some are told apart from.
const OF_THOSE: [&str; 5] = [" of the ", " of those", " of these", " of them", " of whom"];
/// What "of" joins to its own name: "the town of Kesten" is Kesten.
const NAMED_PLACES: &str =
    "town city village port province region state district island camp county capital republic governorate";
/// What stands in front of a name and tells it from no other.
const TITLES: &str = "mr mrs ms dr president senator sen governor gov representative rep congressman congresswoman general \
    gen colonel col major maj captain capt lieutenant lt sergeant sgt secretary minister chancellor king queen prince \
    princess pope judge sheikh sir";
/// How many names of a noun phrase are compared.
const MOST_NAMES: usize = 6;

impl Participant {
    /// Reads a noun phrase; `opens` where it opens a claim, so that its first word may have a capital without being a name.
    pub fn read(text: &str, counted: bool, opens: bool) -> Self {
        let mut phrases = text.split(',').map(str::trim);
        let first = Self::read_phrase(phrases.next().unwrap_or_default(), counted, opens);
        let Some(second) = phrases.next().filter(|_| first.head.is_some()) else { return first };
        let article = ["the ", "a ", "an "].iter().any(|article| second.starts_with(article));
        if first.named && article {
            // "Joan Peral, the prime minister"
            Self { sort: Self::read_phrase(second, false, false).head, ..first }
        } else if !first.named && !second.is_empty() && words(second).all(is_capital) {
            // "the prime minister, Joan Peral"
            Self { sort: first.head, behind: first.behind, ..Self::read_phrase(second, false, false) }
        } else {
            first
        }
    }

    fn read_phrase(first: &str, counted: bool, opens: bool) -> Self {
        let parts = parts(first);
        // "dozens of people", "two of the men", "the town of Kesten": the head stands behind the "of"
        let several = parts.len() > 1;
        let amount = counted && several && parts[0].len() == 1;
        let place = several
            && parts[0].last().is_some_and(|word| is_one(word, NAMED_PLACES))
            && parts[1].first().is_some_and(|word| is_capital(word));
        let at = usize::from(amount || place);
        let further = words(first).any(|word| is_one(word, FURTHER)) && !first.contains("more than");
        let some_of = || OF_THOSE.iter().any(|of| first.contains(of));
        let partial = counted && (further || amount && some_of());
        let another = ["another ", "a second ", "a third ", "one more "].iter().any(|word| starts_with(first, word));
        let someone = Self { anybody: true, partial, another, ..Self::default() };
        let Some((head, modifiers)) = parts.get(at).and_then(|part| part.split_last()) else {
            return if counted { someone } else { Self::default() };
        };
        let alone = modifiers.is_empty();
        if alone && is_pronoun(head) {
            return Self::default();
        }
        // "Rebels", "Twelve Kurds", but "Mara Holt"
        let unsure = |word: &str| opens && first.starts_with(word) && (counted || !is_capital(head) || alone);
        let is_name = |word: &str| is_capital(word) && !unsure(word) && !is_one(word, TITLES);
        let names = |words: &[&str]| -> Vec<u64> {
            words.iter().filter(|word| is_name(word)).take(MOST_NAMES).map(|word| stem(word)).collect()
        };
        let behind = names(&parts[at + 1..].concat());
        // a number alone, in words or figures
        let letters = head.chars().all(char::is_alphabetic);
        if counted && (alone && !several || !letters) || is_one(head, ANYBODIES) {
            return Self { behind, ..someone };
        }
        if !letters {
            return Self::default();
        }
        let sort = if place { parts[0].last().map(|sort| stem(sort)) } else { None };
        let named = is_capital(head) && !unsure(head);
        Self { head: Some(stem(head)), sort, anybody: false, partial, another, named, before: names(modifiers), behind }
    }

    pub fn is_unknown(&self) -> bool {
        self.head.is_none() && !self.anybody
    }

    pub fn compare(&self, other: &Self) -> Agreement {
        if self.is_unknown() || other.is_unknown() {
            return Agreement::Unknown;
        }
        // "the Kesten bridge" and "the Dorrel bridge", "the camp in Kesten" and "the camp near Dorrel"
        let differ = |a: &[u64], b: &[u64]| !a.is_empty() && !b.is_empty() && !a.iter().any(|name| b.contains(name));
        let apart = differ(&self.before, &other.before) || differ(&self.behind, &other.behind);
        match (self.head, other.head) {
            _ if apart => Agreement::Excluded,
            (None, None) => Agreement::Vague,
            (Some(a), Some(b)) if a == b || other.sort == Some(a) || self.sort == Some(b) => Agreement::Same,
            (Some(a), Some(b)) if self.named && other.named => {
                // "Holt" and "the Holt Foundation" may have to do with each other
                if self.before.contains(&b) || other.before.contains(&a) {
                    Agreement::Unknown
                } else {
                    Agreement::Excluded
                }
            }
            _ => Agreement::Unknown,
        }
    }

    /// As [`compare`](Self::compare), where two nouns without names in common are two things.
    pub fn compare_things(&self, other: &Self) -> Agreement {
        match self.compare(other) {
            Agreement::Unknown if self.head.is_some() && other.head.is_some() && self.head != other.head => {
                Agreement::Excluded
            }
            agreement => agreement,
        }
    }
}

/// The words of a noun phrase, apart where a preposition, a relative word or a conjunction stands.
fn parts(phrase: &str) -> Vec<Vec<&str>> {
    let mut parts = vec![Vec::new()];
    for word in words(phrase) {
        match parts.last_mut() {
            Some(part) if !is_one(word, HEAD_ENDS) => part.push(word),
            _ => parts.push(Vec::new()),
        }
    }
    parts
}

/// Whether a mention is a pronoun alone.
pub(super) fn is_pronoun(text: &str) -> bool {
    is_one(text, PRONOUNS)
}

/// Whether a word is one of a list, without regard to case.
fn is_one(word: &str, list: &str) -> bool {
    list.split_ascii_whitespace().any(|entry| word.eq_ignore_ascii_case(entry))
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Without regard to the case of the first letter.
pub(super) fn starts_with(text: &str, words: &str) -> bool {
    text.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words))
}

/// A word without its plural ending.
fn stem(word: &str) -> u64 {
    let singular = word.strip_suffix('s').filter(|rest| rest.len() > 2 && !rest.ends_with(['s', 'u', 'i']));
    word_hash(singular.unwrap_or(word))
}
