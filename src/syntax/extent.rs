//! The last step: noun phrases grow over what depends on them, and every word learns its phrase and its clause.

use super::{Clause, ClauseKind, Extent, Link, Phrase, Syntax};

/// Grows the noun phrases of one sentence and marks its words. `first_phrase` and `first_clause` are the first of the sentence.
pub(super) fn grow(syntax: &mut Syntax, first_phrase: u32, first_clause: u32) {
    let Syntax { phrases, clauses, phrase_at, clause_at, .. } = syntax;
    let phrases = &mut phrases[first_phrase as usize..];
    let clauses = &mut clauses[first_clause as usize..];
    for (i, phrase) in phrases.iter().enumerate() {
        // a possessed phrase overwrites its possessor only behind it
        let from = match phrase.possessor {
            Some(owner) => phrases[(owner - first_phrase) as usize].base.last,
            None => phrase.base.first,
        };
        phrase_at[from as usize..phrase.base.last as usize].fill(first_phrase + i as u32);
    }
    grow_phrases(phrases, clauses, first_phrase, phrase_at);
    widen_clauses(phrases, clauses, first_phrase);
    for (i, clause) in clauses.iter().enumerate() {
        let extent = clause.extent;
        clause_at[extent.range()].fill(first_clause + i as u32);
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
            clause_at[clause.extent.range()].fill(first_clause + i as u32);
        }
    }
}

/// From right to left, since what depends on a phrase stands behind it.
fn grow_phrases(phrases: &mut [Phrase], clauses: &[Clause], first: u32, phrase_at: &[u32]) {
    let mut noun_clauses: Vec<(u32, u32)> = clauses
        .iter()
        .filter(|clause| {
            matches!(
                clause.kind,
                ClauseKind::Relative
                    | ClauseKind::Participle
                    | ClauseKind::That
                    | ClauseKind::Infinitive
                    | ClauseKind::Gerund
            ) && !clause.set_off
        })
        .filter_map(|clause| {
            let governor = phrase_at[clause.governor? as usize];
            (governor != super::NONE && governor >= first).then_some((governor - first, clause.extent.last))
        })
        .collect();
    noun_clauses.sort_unstable();
    for i in (0..phrases.len()).rev() {
        let from = noun_clauses.partition_point(|&(owner, _)| owner < i as u32);
        for &(_, last) in noun_clauses[from..].iter().take_while(|&&(owner, _)| owner == i as u32) {
            phrases[i].full.last = phrases[i].full.last.max(last);
        }
        let phrase = phrases[i];
        if let Link::Modifier(owner) | Link::Apposition(owner) | Link::Conjunct(owner) = phrase.link {
            if owner >= first && ((owner - first) as usize) < i {
                let owner = &mut phrases[(owner - first) as usize].full;
                owner.last = owner.last.max(phrase.full.last);
            }
        }
        if let Some(owner) = phrase.possessor {
            // a possessor ends before its ending
            let owner = &mut phrases[(owner - first) as usize];
            owner.full.last = owner.base.last;
        }
    }
}

/// A clause holds its subject; its parents hold it.
fn widen_clauses(phrases: &[Phrase], clauses: &mut [Clause], first_phrase: u32) {
    for clause in clauses.iter_mut() {
        if let (Some(subject), false) = (clause.subject, clause.shared_subject) {
            let base = phrases[(subject - first_phrase) as usize].base;
            clause.extent.first = clause.extent.first.min(base.first);
        }
    }
}
