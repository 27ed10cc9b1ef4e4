//! The last step: noun phrases grow over what depends on them, and every word learns its phrase and its clause.

use std::ops::Range;

use super::{Clause, ClauseKind, Extent, Link, NONE, Phrase, Syntax};

/// Grows the noun phrases of one sentence, whose clauses are those from `first_clause` on, and marks its words.
pub(super) fn grow(syntax: &mut Syntax, sentence: usize, first_clause: u32) {
    let Syntax { phrases, clauses, phrase_at, clause_at, phrases_of, .. } = syntax;
    let Range { start: first_phrase, end: last_phrase } = phrases_of[sentence];
    let phrases = &mut phrases[first_phrase as usize..last_phrase as usize];
    let clauses = &mut clauses[first_clause as usize..];
    for (phrase, id) in phrases.iter().zip(first_phrase..) {
        // a possessed phrase overwrites its possessor only behind it
        let from = match phrase.possessor {
            Some(owner) => phrases[(owner - first_phrase) as usize].base.last,
            None => phrase.base.first,
        };
        mark(phrase_at, from, phrase.base.last, id);
    }
    grow_phrases(phrases, clauses, first_phrase, phrase_at);
    for (clause, id) in clauses.iter_mut().zip(first_clause..) {
        widen(clause, phrases, first_phrase);
        fill(&mut clause_at[clause.extent.range()], id);
    }
    // "said the boy, who may be ill, was safe": what stands inside the subject was met before the clause around it
    for (i, clause) in clauses.iter().enumerate() {
        let Some(verb) = clause.verb() else { continue };
        let around = clause_at[verb as usize];
        if around == first_clause + i as u32 || around < first_clause {
            continue;
        }
        let outer = clauses[(around - first_clause) as usize].extent;
        let Extent { first, last } = clause.extent;
        if outer.first <= first && last <= outer.last && outer != clause.extent {
            fill(&mut clause_at[clause.extent.range()], first_clause + i as u32);
        }
    }
}

/// Fills a short row: the last few places are written at once, whether or not they were before.
fn fill(row: &mut [u32], id: u32) {
    match row.len() {
        ..STRIDE => row.iter_mut().for_each(|at| *at = id),
        length => {
            row.chunks_exact_mut(STRIDE).for_each(|part| part.copy_from_slice(&[id; STRIDE]));
            row[length - STRIDE..].copy_from_slice(&[id; STRIDE]);
        }
    }
}

/// So many words at once are marked; the lists have room for as many behind the last word.
pub(super) const STRIDE: usize = 4;

/// Marks the words of a noun phrase, from left to right through the text. Most are short, and it is faster to mark a fixed number
/// of words and to take back what was too much than to count.
fn mark(phrase_at: &mut [u32], from: u32, last: u32, id: u32) {
    let (from, last) = (from as usize, last as usize);
    let mut put = |at: usize, id: u32| {
        if let Some(row) = phrase_at.get_mut(at..).and_then(|rest| rest.first_chunk_mut()) {
            *row = [id; STRIDE];
        }
    };
    if last <= from + STRIDE && from <= last {
        put(from, id);
        put(last, NONE);
    } else {
        phrase_at[from..last].fill(id);
    }
}

/// From right to left, since what depends on a phrase stands behind it.
fn grow_phrases(phrases: &mut [Phrase], clauses: &[Clause], first: u32, phrase_at: &[u32]) {
    for (owner, last) in noun_clauses(clauses, first, phrase_at) {
        let full = &mut phrases[owner].full;
        full.last = full.last.max(last);
    }
    for i in (0..phrases.len()).rev() {
        let phrase = phrases[i];
        match phrase.link {
            Link::Modifier(owner) | Link::Apposition(owner) | Link::Conjunct(owner)
                if owner >= first && ((owner - first) as usize) < i =>
            {
                let owner = &mut phrases[(owner - first) as usize].full;
                owner.last = owner.last.max(phrase.full.last);
            }
            _ => {}
        }
        if let Some(owner) = phrase.possessor {
            // a possessor ends before its ending, but for a clause of its own
            let owner = (owner - first) as usize;
            let own = noun_clauses(clauses, first, phrase_at).filter(|&(noun, _)| noun == owner);
            phrases[owner].full.last = own.map(|(_, last)| last).fold(phrases[owner].base.last, u32::max);
        }
    }
}

/// The noun phrases of the sentence that have a clause of their own, and where it ends.
fn noun_clauses(clauses: &[Clause], first: u32, phrase_at: &[u32]) -> impl Iterator<Item = (usize, u32)> {
    clauses.iter().filter_map(move |clause| {
        let of_noun = matches!(
            clause.kind,
            ClauseKind::Relative
                | ClauseKind::Participle
                | ClauseKind::That
                | ClauseKind::Infinitive
                | ClauseKind::Gerund
        ) && !clause.set_off;
        let governor = clause.governor.filter(|_| of_noun)?;
        let phrase = phrase_at[governor as usize];
        (phrase != NONE && phrase >= first).then(|| ((phrase - first) as usize, clause.extent.last))
    })
}

/// A clause holds its subject; its parents hold it.
fn widen(clause: &mut Clause, phrases: &[Phrase], first_phrase: u32) {
    if let (Some(subject), false) = (clause.subject, clause.shared_subject) {
        let base = phrases[(subject - first_phrase) as usize].base;
        clause.extent.first = clause.extent.first.min(base.first);
    }
}
