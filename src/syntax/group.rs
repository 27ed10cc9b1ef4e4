//! Verb groups: a verb with its auxiliaries, adverbs and particle, and what they say of tense, modality, negation and voice.

use super::word::{is_be, is_have, is_modal, is_not, is_year, one_of};
use super::{Extent, is_quote_mark};
use crate::tag::{FunctionWord, Pos, VerbForm, Word, function};

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

impl VerbGroup {
    /// As a past tense, where it is tagged as a participle.
    pub fn in_past(self) -> Self {
        Self { mood: Mood::Finite, tense: GroupTense::Past, passive: false, ..self }
    }
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

/// Whether a word that is no verb may open a verb group: "to go", "not to go". False is certain.
#[inline]
pub(super) fn may_open(word: &Word) -> bool {
    function!(word.function, "to" | "not" | "n't" | "never")
}

/// The verb group that starts at `i`.
pub(super) fn verb_group(words: &[Word], i: usize) -> Option<VerbGroup> {
    let start = &words[i];
    let opens = match start.pos {
        Pos::Aux | Pos::Verb => true,
        Pos::Part | Pos::Adp if is_infinitive_to(words, i) => true,
        Pos::Part | Pos::Adv => is_negation(start.function) && infinitive_follows(words, i + 1),
        _ => false,
    };
    if !opens {
        return None;
    }
    let mut row = Row::default();
    let mut negation = None;
    let mut end = i + 1;
    let mut j = i;
    // most groups are one verb
    if start.pos == Pos::Verb && !function!(start.function, "going" | "gon" | "used") && !is_have(start.function) {
        row.push(i, start);
        return finish(words, &row, Extent::new(i as u32, end as u32), None);
    }
    while let Some(word) = words.get(j) {
        match word.pos {
            Pos::Aux | Pos::Verb => {
                if !row.accepts(word) {
                    break;
                }
                row.push(j, word);
                end = j + 1;
                if word.pos == Pos::Verb
                    && !semi_auxiliary(words, &row, j)
                    && !(is_have(word.function) && (participle_follows(words, j + 1) || is_all_but(words, j + 1)))
                {
                    break;
                }
            }
            Pos::Noun if row.last.is_some_and(|last| last.form == VerbForm::Modal) && end == j => {
                // a modal is followed by a verb, whatever its tag
                row.push(j, word);
                end = j + 1;
                break;
            }
            Pos::Part | Pos::Adp if is_infinitive_to(words, j) => {
                let first = row.count == 0;
                // "was too soon to write" is no "was to write"
                let apart = j >= 2 && words[j - 1].pos == Pos::Adv && words[j - 2].pos == Pos::Adv;
                if !(first || row.takes_to() && !apart) {
                    break;
                }
                row.to |= 1 << row.count;
                end = j + 1;
            }
            Pos::Part | Pos::Adv if is_negation(word.function) => {
                // "not" behind an auxiliary is in the group; in front of "to" it is in the infinitive's own
                if row.count > 0 && row.ends_in_main() {
                    break;
                }
                if row.count > 0 && infinitive_follows(words, j + 1) && !row.takes_to() {
                    break;
                }
                negation.get_or_insert(j as u32);
                end = j + 1;
            }
            Pos::Adv if !row.ends_in_main() && verb_follows(words, j + 1, 2) => {
                // "could neither confirm nor deny"
                if row.count > 0 && one_of!(word.hash, "neither") {
                    negation.get_or_insert(j as u32);
                }
            }
            // "may or may not have been": one modal
            Pos::Cconj
                if row.last.is_some_and(|last| last.form == VerbForm::Modal)
                    && one_of!(word.hash, "or")
                    && repeats_modal(words, j) =>
            {
                j += 2;
            }
            // "has all but stopped"
            Pos::Det if row.count > 0 && function!(word.function, "all") && is_all_but(words, j) => {
                j += 1;
            }
            // "have all resigned", "were both hurt"
            _ if row.count > 0 && floats(word) && !row.ends_in_main() && participle_follows(words, j + 1) => {}
            // "has since resigned"
            _ if function!(word.function, "since")
                && row.last.is_some_and(|last| is_have(last.function))
                && participle_follows(words, j + 1) => {}
            // "has today resigned"
            Pos::Noun | Pos::Propn
                if row.count > 0
                    && function!(word.function, "today" | "yesterday" | "tonight" | "already" | "now")
                    && !row.ends_in_main()
                    && verb_follows(words, j + 1, 1) => {}
            Pos::Punct if is_quote_mark(word) && row.count > 0 && verb_follows(words, j + 1, 1) => {}
            _ => break,
        }
        j += 1;
    }
    finish(words, &row, Extent::new(i as u32, end as u32), negation)
}

/// The group of the verbs in a row, with the particle behind them.
fn finish(words: &[Word], row: &Row, extent: Extent, negation: Option<u32>) -> Option<VerbGroup> {
    let mut group = row.read(extent, negation)?;
    if words[group.head as usize].pos == Pos::Verb {
        if let Some(particle) = particle(words, extent.last as usize) {
            group.particle = Some(particle as u32);
            group.extent.last = particle as u32 + 1;
        }
    }
    Some(group)
}

/// "all but" in front of a verb: nearly.
fn is_all_but(words: &[Word], all: usize) -> bool {
    words.get(all).is_some_and(|word| function!(word.function, "all"))
        && words.get(all + 1).is_some_and(|but| function!(but.function, "but"))
        && verb_follows(words, all + 2, 1)
}

/// "or may not" behind a modal.
fn repeats_modal(words: &[Word], or: usize) -> bool {
    let same = words.get(or + 1).is_some_and(|word| word.hash == words[or - 1].hash);
    same && words.get(or + 2).is_some_and(|word| is_negation(word.function))
}

/// The verbs of a group and what they have shown so far. A verb is looked at closely only once another follows it.
#[derive(Default)]
struct Row<'a> {
    count: usize,
    first: Option<&'a Word>,
    last: Option<&'a Word>,
    last_at: u32,
    /// A bit for each verb that "to" stands in front of.
    to: u8,
    modal: Option<u32>,
    /// A modal of the future, "is to", "is going to".
    future: bool,
    perfect: bool,
    /// What stands before the last verb makes it a passive, if it is a participle.
    voiced: bool,
    /// A form of "be" stands before the last verb.
    behind_be: bool,
}

impl<'a> Row<'a> {
    #[inline]
    fn push(&mut self, at: usize, word: &'a Word) {
        if let Some(last) = self.last {
            let to = self.to_before(self.count);
            self.behind_be = is_be(last.function);
            self.voiced = self.behind_be || is_get(last.function);
            self.perfect |= !to && is_past_form(word) && is_have(last.function);
            // the first "to" decides
            // "are to blame" for what has been done
            if to && self.to & !1 & ((1 << self.count) - 1) == 0 && !one_of!(word.hash, "blame") {
                self.future |= self.behind_be || function!(last.function, "going" | "gon");
            }
        } else {
            self.first = Some(word);
        }
        if self.modal.is_none() && (word.form == VerbForm::Modal || word.pos == Pos::Aux && is_modal(word.function)) {
            self.modal = Some(at as u32);
            self.future |= function!(word.function, "will" | "'ll" | "wo" | "shall" | "sha");
        }
        (self.last, self.last_at) = (Some(word), at as u32);
        self.count += 1;
    }

    fn to_before(&self, k: usize) -> bool {
        self.to >> k & 1 != 0
    }

    /// Whether the group can go on with this verb.
    fn accepts(&self, word: &Word) -> bool {
        let Some(last) = self.last else { return true };
        if self.count >= MOST_VERBS {
            return false;
        }
        if self.to_before(self.count) || last.form == VerbForm::Modal || is_modal(last.function) {
            return !matches!(word.form, VerbForm::Gerund | VerbForm::Modal);
        }
        let past = is_past_form(word);
        if is_be(last.function) {
            past || word.form == VerbForm::Gerund
        } else if is_have(last.function) {
            past
        } else if is_get(last.function) {
            last.pos == Pos::Aux && past
        } else {
            // do, does, did
            last.pos == Pos::Aux && matches!(word.form, VerbForm::Base | VerbForm::Present)
        }
    }

    /// Whether "to" can carry the group on: "is to go", "have to go", "is going to go", "used to go", "ought to go".
    fn takes_to(&self) -> bool {
        let Some(last) = self.last else { return true };
        is_be(last.function) && matches!(last.form, VerbForm::Present | VerbForm::Past)
            || is_have(last.function)
            || function!(last.function, "going" | "gon" | "ought" | "used" | "got")
    }

    fn ends_in_main(&self) -> bool {
        self.last.is_some_and(|last| last.pos == Pos::Verb && !is_have(last.function))
    }

    fn read(&self, extent: Extent, negation: Option<u32>) -> Option<VerbGroup> {
        let (first, head) = (self.first?, self.last?);
        // "had" by itself carries tense: as a participle it stands behind another verb
        let first = match first.form {
            VerbForm::Participle if function!(first.function, "had") => VerbForm::Past,
            form => form,
        };
        let mood = match first {
            _ if self.to_before(0) => Mood::Infinitive,
            VerbForm::Gerund => Mood::Gerund,
            VerbForm::Participle => Mood::Participle,
            VerbForm::Base => Mood::Bare,
            _ => Mood::Finite,
        };
        let tense = match (mood, first) {
            (Mood::Finite, _) if self.future => GroupTense::Future,
            (Mood::Finite, VerbForm::Past) => GroupTense::Past,
            (Mood::Finite, VerbForm::Present) => GroupTense::Present,
            _ => GroupTense::None,
        };
        let copula = is_be(head.function);
        let voiced = self.voiced || self.count == 1 && mood == Mood::Participle;
        Some(VerbGroup {
            extent,
            head: self.last_at,
            particle: None,
            modal: self.modal,
            negation,
            mood,
            tense,
            perfect: self.perfect,
            progressive: self.behind_be && head.form == VerbForm::Gerund,
            passive: voiced && !copula && is_past_form(head),
            copula,
        })
    }
}

fn is_past_form(word: &Word) -> bool {
    matches!(word.form, VerbForm::Participle | VerbForm::Past)
}

fn is_get(word: FunctionWord) -> bool {
    function!(word, "get" | "gets" | "got" | "getting" | "gotten")
}

fn is_negation(word: FunctionWord) -> bool {
    is_not(word) || function!(word, "never")
}

/// "is going to", "have to", "used to": what is tagged as a verb is an auxiliary where "to" and a bare form follow.
fn semi_auxiliary(words: &[Word], row: &Row, verb: usize) -> bool {
    let to = words.get(verb + 1).is_some_and(|next| function!(next.function, "to" | "na") && next.pos == Pos::Part);
    to && match words[verb].function {
        word if function!(word, "going" | "gon") => row.count > 1,
        word if function!(word, "used") => row.count == 1,
        word => is_have(word),
    } && verb_follows(words, verb + 2, 1)
}

/// "to" in front of a verb; where it is tagged as a preposition, in front of a bare form.
fn is_infinitive_to(words: &[Word], i: usize) -> bool {
    let word = &words[i];
    function!(word.function, "to")
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
        .find(|word| {
            word.pos != Pos::Adv && !is_quote_mark(word) && !function!(word.function, "since") && !floats(word)
        })
        .is_some_and(|word| {
            matches!(word.pos, Pos::Verb | Pos::Aux) && matches!(word.form, VerbForm::Participle | VerbForm::Past)
        })
}

/// A word for all of the subject, in front of a participle: "they have all resigned".
fn floats(word: &Word) -> bool {
    one_of!(word.hash, "all" | "both" | "each")
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
    words.get(i).is_some_and(|word| function!(word.function, "to") && word.pos == Pos::Part)
        && verb_follows(words, i + 1, 2)
}

/// The particle right behind the group of a verb.
fn particle(words: &[Word], at: usize) -> Option<usize> {
    let word = words.get(at)?;
    if !matches!(word.pos, Pos::Adp | Pos::Adv) {
        return None;
    }
    // "said up to nine men were missing"
    let bound = function!(word.function, "up")
        && words.get(at + 1).is_some_and(|next| function!(next.function, "to"))
        && words.get(at + 2).is_some_and(|next| next.pos == Pos::Num);
    if bound {
        return None;
    }
    if function!(word.function, "up" | "out" | "down" | "off" | "away" | "back" | "apart" | "forward") {
        return Some(at);
    }
    // "handed over 12 trucks" counts 12
    if function!(word.function, "over") && one_of!(words[at - 1].hash, "hand" | "hands" | "handed" | "handing") {
        return Some(at);
    }
    // "called in two planes"
    if function!(word.function, "in")
        && one_of!(words[at - 1].hash, "call" | "calls" | "called" | "calling")
        && words.get(at + 1).is_some_and(|next| matches!(next.pos, Pos::Num | Pos::Noun) && !is_year(next))
    {
        return Some(at);
    }
    let bare = words.get(at + 1).is_none_or(|next| matches!(next.pos, Pos::Punct | Pos::Cconj | Pos::Adp | Pos::Sconj));
    (bare && function!(word.function, "in" | "on" | "over" | "through" | "around" | "along" | "aside")).then_some(at)
}
