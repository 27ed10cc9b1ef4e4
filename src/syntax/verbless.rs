//! Sentences without a verb: running text that ends in a period has one, so that where none is tagged, the likeliest word
//! becomes it. "The kingdom suspended aid" has no adjective, "troops advanced on the capital" neither.

use crate::lexicon::Lexicon;
use crate::sentence::{SentenceKind, SentenceRange};
use crate::tag::{Pos, VerbForm, Word, function};
use crate::token::{Shape, hash};

/// Fragments are shorter than this.
const SHORTEST: usize = 4;

/// Gives each sentence of running text that lacks a finite verb one, where a word can be it.
pub(crate) fn find_verbs(words: &mut [Word], sentences: &[SentenceRange], lexicon: &Lexicon) {
    for sentence in sentences {
        let (first, last) = (sentence.lexemes.start + sentence.dateline, sentence.lexemes.end);
        let Some(part) = words.get_mut(first as usize..last as usize) else { continue };
        if sentence.kind != SentenceKind::Prose || part.len() < SHORTEST || part.iter().any(may_be_finite) {
            continue;
        }
        // "An officer at a parade in Lesk, May 3, 2011.": captions need no verb
        let caption = part.len() > 2 && part[part.len() - 2].pos == Pos::Num && part[part.len() - 3].pos == Pos::Punct;
        let closes = !caption && part.last().is_some_and(|word| word.hash == hash(b"."));
        let Some(at) = closes.then(|| likeliest(part, lexicon)).flatten() else { continue };
        let form = if part[at].pos == Pos::Noun { VerbForm::Present } else { VerbForm::Past };
        lexicon.retag(&mut part[at], Pos::Verb, form);
    }
}

fn may_be_finite(word: &Word) -> bool {
    match word.pos {
        Pos::Aux => true,
        Pos::Verb => !matches!(word.form, VerbForm::Participle | VerbForm::Gerund | VerbForm::None),
        _ => false,
    }
}

/// A past form behind a noun and before what it governs, or else a noun in such a place that is a verb as well.
fn likeliest(part: &[Word], lexicon: &Lexicon) -> Option<usize> {
    let place = |at: usize| {
        let before = matches!(part[at - 1].pos, Pos::Noun | Pos::Propn | Pos::Pron | Pos::Adv) && {
            // "the recently suspended aid"
            part[..at].iter().any(|word| matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Pron))
        };
        before && governs(part, at) && !part[at].shape.has(Shape::CAPITAL)
    };
    let range = || 1..part.len() - 1;
    let past = |at: usize| match part[at].pos {
        Pos::Adj => lexicon.is_participle(part[at].entry),
        Pos::Verb => part[at].form == VerbForm::Participle,
        _ => false,
    };
    let noun = |at: usize| {
        let of = part.get(at + 1).is_some_and(|next| function!(next.function, "of"));
        part[at].pos == Pos::Noun && lexicon.is_verb(part[at].entry) && !of
    };
    let behind_aside = |at: usize| {
        part[at - 1].pos == Pos::Punct && noun(at) && part.get(at + 1).is_some_and(|next| next.pos == Pos::Adp)
    };
    range()
        .find(|&at| past(at) && place(at))
        .or_else(|| range().find(|&at| behind_aside(at)))
        .or_else(|| range().rev().find(|&at| noun(at) && place(at) && part[at - 1].pos == Pos::Noun))
}

/// Whether what stands behind can be what a verb governs.
fn governs(part: &[Word], at: usize) -> bool {
    part.get(at + 1).is_some_and(|next| match next.pos {
        Pos::Det | Pos::Num | Pos::Adp | Pos::Adv | Pos::Noun | Pos::Propn | Pos::Adj => true,
        Pos::Pron => true,
        Pos::Part => function!(next.function, "to"),
        _ => false,
    })
}
