//! A readable rendering of the syntax of a text, for tests.

use std::fmt::Write;

use super::{Clause, Extent, Link, Syntax};
use crate::tag::Word;

/// One line for each clause and each noun phrase.
pub(crate) fn show(text: &str, words: &[Word], syntax: &Syntax) -> String {
    let mut out = String::new();
    let slice = |extent: Extent| extent.span(words).of(text);
    let word = |at: u32| slice(Extent::new(at, at + 1));
    for (i, clause) in syntax.clauses.iter().enumerate() {
        let _ = write!(out, "clause {i} {:?}", clause.kind);
        if let Some(parent) = clause.parent {
            let _ = write!(out, " in {parent}");
        }
        if let Some(left) = clause.conjunct_of {
            let _ = write!(out, " with {left}");
        }
        let _ = write!(out, ": \"{}\"", slice(clause.extent));
        show_parts(&mut out, clause, syntax, &slice, &word);
        out.push('\n');
    }
    for (i, phrase) in syntax.phrases.iter().enumerate() {
        let _ = write!(out, "phrase {i} \"{}\" head={}", slice(phrase.full), word(phrase.head));
        if let Some(preposition) = phrase.preposition {
            let _ = write!(out, " {}", word(preposition));
        }
        let link = match phrase.link {
            Link::Loose => "loose".to_owned(),
            link => format!("{link:?}"),
        };
        let _ = writeln!(out, " {link}");
    }
    out
}

fn show_parts<'t>(
    out: &mut String,
    clause: &Clause,
    syntax: &Syntax,
    slice: &impl Fn(Extent) -> &'t str,
    word: &impl Fn(u32) -> &'t str,
) {
    if let Some(marker) = clause.marker {
        let _ = write!(out, " marker={}", word(marker));
    }
    if let Some(group) = clause.group {
        let _ = write!(out, " verb=[{}] {:?} {:?}", slice(group.extent), group.mood, group.tense);
        for (is, name) in [
            (group.passive, " passive"),
            (group.perfect, " perfect"),
            (group.copula, " copula"),
            (group.negation.is_some(), " not"),
        ] {
            if is {
                out.push_str(name);
            }
        }
    }
    if let Some(subject) = clause.subject {
        let mark = if clause.shared_subject { "~" } else { "" };
        let _ = write!(out, " subject={mark}\"{}\"", slice(syntax.phrase(subject).base));
    }
    for object in clause.objects.iter().flatten() {
        let _ = write!(out, " object=\"{}\"", slice(syntax.phrase(*object).base));
    }
    if let Some(predicate) = clause.predicate {
        let _ = write!(out, " predicate={}", word(predicate));
    }
    if let Some(governor) = clause.governor {
        let _ = write!(out, " of={}", word(governor));
    }
}
