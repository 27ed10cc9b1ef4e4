//! Verb groups: a verb with its auxiliaries, adverbs and particle, and what they say of tense, modality, negation and voice.

use super::word::{is_be, is_have, is_modal, is_not, one_of};
use super::{Extent, is_quote_mark};
use crate::tag::{Pos, VerbForm, Word};

/// A verb with its auxiliaries.
#[derive(Clone, Copy, Debug)]
pub(crate) struct VerbGroup {
    /// From the first auxiliary or "to" to the head verb.
    pub extent: Extent,
    /// The main verb; the copula or auxiliary where there is none.
    pub head: u32,
    /// A verb particle behind it: "out" in "carried out".
    pub particle: Option<u32>,
    /// The first modal: may, will, would.
    pub modal: Option<u32>,
    /// "not", "n't", "never", "no longer" inside the group.
    pub negation: Option<u32>,
    pub mood: Mood,
    pub tense: GroupTense,
    pub perfect: bool,
    pub progressive: bool,
    pub passive: bool,
    /// The head is a form of "be" that links a subject with what is said of it.
    pub copula: bool,
}

/// Whether a verb group carries tense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mood {
    Finite,
    /// "to" and the bare form.
    Infinitive,
    /// The bare form without "to": imperatives, "let them go".
    Bare,
    /// The -ing form.
    Gerund,
    /// The past participle.
    Participle,
}

/// The tense that the first verb of a group shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GroupTense {
    Past,
    Present,
    /// will, shall, is to, is going to.
    Future,
    /// Modals other than will, and groups without tense.
    None,
}

/// More verbs than this are in no group: "would have been being taken".
const MOST_VERBS: usize = 6;

/// The verb group that starts at `i`.
pub(super) fn verb_group(words: &[Word], i: usize) -> Option<VerbGroup> {
    let start = &words[i];
    let opens = match start.pos {
        Pos::Aux | Pos::Verb => true,
        Pos::Part | Pos::Adp if is_infinitive_to(words, i) => true,
        Pos::Part | Pos::Adv => {
            (is_not(start.hash) || one_of!(start.hash, "never")) && infinitive_follows(words, i + 1)
        }
        _ => false,
    };
    if !opens {
        return None;
    }
    let mut row = Row::default();
    let mut negation = None;
    let mut end = i + 1;
    let mut j = i;
    while let Some(word) = words.get(j) {
        match word.pos {
            Pos::Aux | Pos::Verb => {
                if !row.accepts(words, word) {
                    break;
                }
                row.push(j);
                end = j + 1;
                if word.pos == Pos::Verb
                    && !semi_auxiliary(words, &row, j)
                    && !(is_have(word.hash) && participle_follows(words, j + 1))
                {
                    break;
                }
            }
            Pos::Noun if row.last(words).is_some_and(|last| last.form == VerbForm::Modal) && end == j => {
                // a modal is followed by a verb, whatever its tag
                row.push(j);
                end = j + 1;
                break;
            }
            Pos::Part | Pos::Adp if is_infinitive_to(words, j) => {
                let first = row.count == 0;
                if !(first || row.takes_to(words)) {
                    break;
                }
                row.to |= 1 << row.count;
                end = j + 1;
            }
            Pos::Part | Pos::Adv if is_not(word.hash) || one_of!(word.hash, "never") => {
                // "not" behind an auxiliary is in the group; in front of "to" it is in the infinitive's own
                if row.count > 0 && row.ends_in_main(words) {
                    break;
                }
                if row.count > 0 && infinitive_follows(words, j + 1) && !row.takes_to(words) {
                    break;
                }
                negation.get_or_insert(j as u32);
                end = j + 1;
            }
            Pos::Adv if verb_follows(words, j + 1, 2) && !row.ends_in_main(words) => {}
            // "has since resigned"
            _ if one_of!(word.hash, "since")
                && row.count > 0
                && row.last(words).is_some_and(|last| is_have(last.hash))
                && participle_follows(words, j + 1) => {}
            // "has today resigned"
            Pos::Noun | Pos::Propn
                if row.count > 0
                    && !row.ends_in_main(words)
                    && one_of!(word.hash, "today" | "yesterday" | "tonight" | "already" | "now")
                    && verb_follows(words, j + 1, 1) => {}
            Pos::Punct if is_quote_mark(word) && row.count > 0 && verb_follows(words, j + 1, 1) => {}
            _ => break,
        }
        j += 1;
    }
    if row.count == 0 {
        return None;
    }
    let mut group = row.read(words, Extent::new(i as u32, end as u32), negation);
    if let Some(particle) = particle(words, group.head as usize, end) {
        group.particle = Some(particle as u32);
        group.extent.last = particle as u32 + 1;
    }
    Some(group)
}

/// The verbs of a group in order, and in front of which of them a "to" stands.
#[derive(Default)]
struct Row {
    verbs: [u32; MOST_VERBS],
    count: usize,
    to: u8,
}

impl Row {
    fn push(&mut self, at: usize) {
        self.verbs[self.count] = at as u32;
        self.count += 1;
    }

    fn last<'a>(&self, words: &'a [Word]) -> Option<&'a Word> {
        let last = self.count.checked_sub(1)?;
        words.get(self.verbs[last] as usize)
    }

    fn to_before(&self, k: usize) -> bool {
        self.to & 1 << k != 0
    }

    /// Whether the group can go on with this verb.
    fn accepts(&self, words: &[Word], word: &Word) -> bool {
        if self.count >= MOST_VERBS {
            return false;
        }
        let Some(last) = self.last(words) else { return true };
        if self.to_before(self.count) || last.form == VerbForm::Modal || is_modal(last.hash) {
            return !matches!(word.form, VerbForm::Gerund | VerbForm::Modal);
        }
        let past = matches!(word.form, VerbForm::Participle | VerbForm::Past);
        if is_be(last.hash) {
            past || word.form == VerbForm::Gerund
        } else if is_have(last.hash) {
            past
        } else if one_of!(last.hash, "get" | "gets" | "got" | "getting" | "gotten") {
            last.pos == Pos::Aux && past
        } else {
            // do, does, did
            last.pos == Pos::Aux && matches!(word.form, VerbForm::Base | VerbForm::Present)
        }
    }

    /// Whether "to" can carry the group on: "is to go", "have to go", "is going to go", "used to go", "ought to go".
    fn takes_to(&self, words: &[Word]) -> bool {
        let Some(last) = self.last(words) else { return true };
        is_be(last.hash) && matches!(last.form, VerbForm::Present | VerbForm::Past)
            || is_have(last.hash)
            || one_of!(last.hash, "going" | "gon" | "ought" | "used" | "got")
    }

    fn ends_in_main(&self, words: &[Word]) -> bool {
        self.last(words).is_some_and(|last| last.pos == Pos::Verb && !is_have(last.hash))
    }

    fn read(self, words: &[Word], extent: Extent, negation: Option<u32>) -> VerbGroup {
        let verb = |k: usize| &words[self.verbs[k] as usize];
        let last = self.count - 1;
        let head = verb(last);
        let modal_at = (0..self.count)
            .find(|&k| verb(k).form == VerbForm::Modal || verb(k).pos == Pos::Aux && is_modal(verb(k).hash));
        let is_past_form = |k: usize| matches!(verb(k).form, VerbForm::Participle | VerbForm::Past);
        let perfect = (1..self.count).any(|k| is_have(verb(k - 1).hash) && is_past_form(k) && !self.to_before(k));
        let first = verb(0).form;
        let mood = if self.to_before(0) {
            Mood::Infinitive
        } else {
            match first {
                VerbForm::Gerund => Mood::Gerund,
                VerbForm::Participle => Mood::Participle,
                VerbForm::Base => Mood::Bare,
                _ => Mood::Finite,
            }
        };
        let voiced = last > 0
            && (is_be(verb(last - 1).hash)
                || one_of!(verb(last - 1).hash, "get" | "gets" | "got" | "getting" | "gotten"));
        let passive = !is_be(head.hash) && is_past_form(last) && (voiced || last == 0 && mood == Mood::Participle);
        let to_later = (1..self.count).find(|&k| self.to_before(k));
        let future = modal_at.is_some_and(|k| one_of!(verb(k).hash, "will" | "'ll" | "wo" | "shall" | "sha"))
            || to_later.is_some_and(|k| is_be(verb(k - 1).hash) || one_of!(verb(k - 1).hash, "going" | "gon"));
        let tense = match (mood, first) {
            (Mood::Finite, _) if future => GroupTense::Future,
            (Mood::Finite, VerbForm::Past) => GroupTense::Past,
            (Mood::Finite, VerbForm::Present) => GroupTense::Present,
            _ => GroupTense::None,
        };
        VerbGroup {
            extent,
            head: self.verbs[last],
            particle: None,
            modal: modal_at.map(|k| self.verbs[k]),
            negation,
            mood,
            tense,
            perfect,
            progressive: last > 0 && head.form == VerbForm::Gerund && is_be(verb(last - 1).hash),
            passive,
            copula: is_be(head.hash),
        }
    }
}

/// "is going to", "have to", "used to": what is tagged as a verb is an auxiliary where "to" and a bare form follow.
fn semi_auxiliary(words: &[Word], row: &Row, verb: usize) -> bool {
    let to = words.get(verb + 1).is_some_and(|next| one_of!(next.hash, "to" | "na") && next.pos == Pos::Part);
    to && verb_follows(words, verb + 2, 1)
        && match words[verb].hash {
            h if one_of!(h, "going" | "gon") => row.count > 1,
            h if one_of!(h, "used") => row.count == 1,
            h => is_have(h),
        }
}

/// "to" in front of a verb; where it is tagged as a preposition, in front of a bare form.
fn is_infinitive_to(words: &[Word], i: usize) -> bool {
    let word = &words[i];
    one_of!(word.hash, "to")
        && match word.pos {
            Pos::Part => verb_follows(words, i + 1, 3),
            _ => words.get(i + 1).is_some_and(|next| {
                matches!(next.pos, Pos::Verb | Pos::Aux) && matches!(next.form, VerbForm::Base | VerbForm::Present)
            }),
        }
}

/// "has" is no main verb where a participle follows, adverbs and a quotation mark between.
fn participle_follows(words: &[Word], i: usize) -> bool {
    words
        .iter()
        .skip(i)
        .take(3)
        .find(|word| word.pos != Pos::Adv && !is_quote_mark(word) && !one_of!(word.hash, "since"))
        .is_some_and(|word| {
            matches!(word.pos, Pos::Verb | Pos::Aux) && matches!(word.form, VerbForm::Participle | VerbForm::Past)
        })
}

/// Whether a verb stands at `i` or behind at most `skip` adverbs.
fn verb_follows(words: &[Word], i: usize, skip: usize) -> bool {
    for word in words.iter().skip(i).take(skip + 1) {
        match word.pos {
            Pos::Verb | Pos::Aux => return true,
            Pos::Adv | Pos::Part => {}
            Pos::Punct if is_quote_mark(word) => {}
            _ => return false,
        }
    }
    false
}

fn infinitive_follows(words: &[Word], i: usize) -> bool {
    words.get(i).is_some_and(|word| one_of!(word.hash, "to") && word.pos == Pos::Part) && verb_follows(words, i + 1, 2)
}

/// The particle of the verb `head` right behind its group.
fn particle(words: &[Word], head: usize, at: usize) -> Option<usize> {
    let word = words.get(at)?;
    if words[head].pos != Pos::Verb || !matches!(word.pos, Pos::Adp | Pos::Adv) {
        return None;
    }
    // "said up to nine men were missing"
    let bound = one_of!(word.hash, "up")
        && words.get(at + 1).is_some_and(|next| one_of!(next.hash, "to"))
        && words.get(at + 2).is_some_and(|next| next.pos == Pos::Num);
    if bound {
        return None;
    }
    if one_of!(word.hash, "up" | "out" | "down" | "off" | "away" | "back" | "apart" | "forward") {
        return Some(at);
    }
    let bare = words.get(at + 1).is_none_or(|next| matches!(next.pos, Pos::Punct | Pos::Cconj | Pos::Adp | Pos::Sconj));
    (bare && one_of!(word.hash, "in" | "on" | "over" | "through" | "around" | "along" | "aside")).then_some(at)
}
