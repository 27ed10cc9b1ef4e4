//! Scopes: the stretch of text that a cue acts on, for each thing it can act on.

use crate::annotate::Document;
use crate::syntax::{Clause, ClauseId, ClauseKind, Extent, GroupTense, Link, Mood, PhraseId, VerbGroup};
use crate::tag::{Pos, VerbForm, Word};
use crate::token::hash;

/// How many clauses behind one are looked at for its parts.
const PARTS: u32 = 32;

/// A clause without what opens it, what is set against it (although, while, but), and what reports it from behind.
pub(super) fn of_clause(document: &Document<'_>, id: ClauseId) -> Extent {
    let clause = document.syntax.clause(id);
    let verb = clause.verb().unwrap_or(clause.extent.first);
    let mut first = clause.extent.first;
    if let Some(marker) = clause.marker.filter(|&marker| marker >= first && marker < verb) {
        first = marker + 1;
        // "whether or not it rains"
        let word = |at: u32| document.words.get(at as usize).map_or(0, |word| word.hash);
        if word(first) == hash(b"or") && word(first + 1) == hash(b"not") {
            first += 2;
        }
    }
    // "wrote on Monday that debris fell", where the parser took no marker
    let subject = clause.subject.map(|subject| document.syntax.phrase(subject).base.first);
    let that = document.words.get(first as usize).is_some_and(|word| word.hash == hash(b"that"));
    if that && subject == Some(first + 1) {
        first += 1;
    }
    let mut last = clause.extent.last;
    // what was cut off behind a part lets that part end the clause: "it is safe," he said, "and dry"
    for (id, part) in parts(document, id).rev() {
        let outside = match part.kind {
            ClauseKind::Adverbial => is_concession(document, part),
            ClauseKind::Parenthetical => true,
            _ => false,
        };
        // "was paid to look away while it burned": the infinitive ends there and the clause with it
        let through = |parent: ClauseId| {
            let inner = document.syntax.clause(parent);
            inner.parent == Some(id.0) && inner.kind == ClauseKind::Infinitive && part.kind == ClauseKind::Adverbial
        };
        if outside && part.parent.is_some_and(|parent| parent == id.0 || through(parent)) {
            if part.extent.first > verb
                && part.extent.first < last
                && (part.kind == ClauseKind::Adverbial
                    || part.extent.last + 1 >= last
                    || trim(document, Extent::new(verb, last)).last <= part.extent.last)
            {
                last = part.extent.first;
            } else if part.extent.last <= verb && part.extent.first <= first + 1 {
                first = part.extent.last;
            }
        }
    }
    let mut joined = id;
    for ((_, at), part) in parts(document, id) {
        if part.conjunct_of == Some(joined) && shares_auxiliary(document, part) {
            last = last.max(part.extent.last);
            joined = at;
        } else if part.conjunct_of == Some(id) && shares_auxiliary(document, part) {
            last = last.max(part.extent.last);
        }
    }
    trim(document, Extent::new(first, last))
}

/// A clause together with one that it depends on or that depends on it.
pub(super) fn of_clauses(document: &Document<'_>, main: ClauseId, other: ClauseId) -> Extent {
    let main = of_clause(document, main);
    let other = document.syntax.clause(other).extent;
    trim(document, Extent::new(main.first.min(other.first), main.last.max(other.last)))
}

/// What a condition between a report and its content is a condition of: "said if it rains, they will stay".
pub(super) fn said_under(document: &Document<'_>, id: ClauseId) -> Option<ClauseId> {
    let clause = document.syntax.clause(id);
    let word = |at: u32| &document.words[at as usize];
    let marker = clause.marker.filter(|&marker| {
        [hash(b"if"), hash(b"unless")].contains(&word(marker).hash)
            && clause.governor.is_some_and(|at| at + 1 == marker)
    })?;
    let sentence = document.syntax.clauses_of[document.syntax.sentence_of[id as usize] as usize].end;
    let (next, content) = (id + 1..sentence.min(id + PARTS))
        .map(|at| (at, document.syntax.clause(at)))
        .find(|(_, part)| part.extent.first >= clause.extent.last)?;
    let joined = content.conjunct_of == Some(id) || content.conjunct_of == clause.parent;
    let comma = word(content.extent.first.checked_sub(1)?).pos == Pos::Punct;
    (joined && comma && marker < content.extent.first && content.group.is_some()).then_some(next)
}

/// A noun phrase with what restricts it, without its possessor and without appositions.
pub(super) fn of_phrase(document: &Document<'_>, id: PhraseId) -> Extent {
    let syntax = document.syntax;
    let phrase = syntax.phrase(id);
    let first = match phrase.possessor {
        Some(owner) => (syntax.phrase(owner).base.last + 1).min(phrase.head),
        None => phrase.base.first,
    };
    let apposition =
        syntax.phrases_within(phrase.full).take(PARTS as usize).find(|(_, part)| part.link == Link::Apposition(id));
    let last = apposition.map_or(phrase.full.last, |(_, part)| part.base.first);
    trim(document, Extent::new(first, last))
}

/// The clauses behind one that can be parts of it, with whose parts they are.
fn parts<'d>(
    document: &'d Document<'_>,
    id: ClauseId,
) -> impl DoubleEndedIterator<Item = ((ClauseId, ClauseId), &'d Clause)> {
    let sentence = document.syntax.sentence_of[id as usize] as usize;
    let end = document.syntax.clauses_of[sentence].end.min(id + 1 + PARTS);
    (id + 1..end).map(move |part| ((id, part), document.syntax.clause(part)))
}

/// "may leave or stay", "was hit and damaged": the verb has no auxiliary of its own.
pub(super) fn shares_auxiliary(document: &Document<'_>, clause: &Clause) -> bool {
    let Some(left) = clause.conjunct_of.filter(|_| clause.shared_subject) else { return false };
    let left = document.syntax.clause(left).group;
    clause.group.is_some_and(|group| match document.words[group.extent.first as usize].form {
        VerbForm::Base | VerbForm::Gerund => true,
        // "was hit and damaged"; but "did not name him, but said", though that looks like a participle
        VerbForm::Participle => !left.is_some_and(|left| left.mood == Mood::Finite && is_do(document, &left)),
        // "could sell the park, lease it or leave it": a bare form that looks like a present
        VerbForm::Present => {
            let verb = &document.words[group.head as usize];
            let bare = group.extent.first == group.head
                && verb.pos == Pos::Verb
                && verb.hash != hash(b"have")
                && !ends_in_s(document, verb);
            let negated = |left: &VerbGroup| left.negation.is_some() && left.head > left.extent.first;
            bare && left.is_some_and(|left| {
                left.modal.is_some() || negated(&left) && joined_by_or(document, group.extent.first)
            })
        }
        // "never met or spoke"
        VerbForm::Past
            if left.is_some_and(|left| is_negated_before(document, &left))
                && joined_by_or(document, group.extent.first) =>
        {
            true
        }
        // "may have burned the school and looted the clinic"
        VerbForm::Past => {
            // "has not paid or apologised"
            let negated = |left: &VerbGroup| left.negation.is_some() && joined_by_or(document, group.extent.first);
            group.extent.first == group.head
                && !joined_by_but(document, group.extent.first)
                && left.is_some_and(|left| left.perfect && (left.modal.is_some() || negated(&left)))
        }
        _ => false,
    })
}

/// "allegedly forged coins and sold them": an adverb in front of a plain verb is said of a second one that is as plain.
pub(super) fn shares_adverb(document: &Document<'_>, clause: &Clause) -> bool {
    let Some(left) = clause.conjunct_of.filter(|_| clause.shared_subject) else { return false };
    let plain = |group: &VerbGroup| group.extent.first == group.head && group.mood == Mood::Finite;
    let before = |group: &VerbGroup| group.extent.first.checked_sub(1).map(|at| document.words[at as usize].pos);
    clause.group.zip(document.syntax.clause(left).group).is_some_and(|(group, left)| {
        plain(&group)
            && left.mood == Mood::Finite
            && left.modal.is_none()
            && left.tense == group.tense
            && before(&group) == Some(Pos::Cconj)
    })
}

/// The end of a scope that an adverb of this clause shares with the verbs joined to it.
pub(super) fn shared_end(document: &Document<'_>, id: ClauseId) -> Option<u32> {
    let joined = parts(document, id).filter(|(_, part)| part.conjunct_of == Some(id) && shares_adverb(document, part));
    joined.map(|(_, part)| part.extent.last).max()
}

/// "never met", "hardly spoke": a negation right in front of the verb.
pub(super) fn is_negated_before(document: &Document<'_>, group: &VerbGroup) -> bool {
    const NEVER: [u64; 4] = [hash(b"never"), hash(b"hardly"), hash(b"scarcely"), hash(b"neither")];
    let before = group.extent.first.checked_sub(1).map_or(0, |at| document.words[at as usize].hash);
    NEVER.contains(&before) || NEVER.contains(&document.words[group.extent.first as usize].hash)
}

/// Whether a clause only puts its subject before what spells it out: "the fear is that the dam will burst", or a verb without an
/// object of what fears and rumours do, which `emerges` knows: "rumours spread that it had".
pub(super) fn presents_subject(clause: &Clause, emerges: impl FnOnce() -> bool) -> bool {
    clause.group.is_some_and(|group| match group.copula {
        true => clause.predicate.is_none(),
        false => clause.objects[0].is_none() && emerges(),
    })
}

/// "suggested that he resign", "insists that the mill be sold": a bare form behind a subject in the singular tells what is to
/// be done.
pub(super) fn is_mandative(document: &Document<'_>, clause: &Clause) -> bool {
    let Some(group) = &clause.group else { return false };
    // most contents show a past, a future or a modal
    if matches!(group.tense, GroupTense::Past | GroupTense::Future)
        || group.modal.is_some()
        || group.perfect
        || !matches!(clause.kind, ClauseKind::That | ClauseKind::Bare)
    {
        return false;
    }
    let Some(subject) = clause.subject else { return false };
    let word = |at: u32| &document.words[at as usize];
    let first = word(group.extent.first).hash;
    let first = if first == hash(b"not") { word(group.extent.first + 1).hash } else { first };
    if first == hash(b"be") {
        return true;
    }
    let verb = word(group.head);
    let bare = first == verb.hash
        && verb.pos == Pos::Verb
        && matches!(verb.form, VerbForm::Base | VerbForm::Present)
        && !ends_in_s(document, verb);
    const SINGULAR: [u64; 3] = [hash(b"he"), hash(b"she"), hash(b"it")];
    const PLURAL: [u64; 5] = [hash(b"people"), hash(b"police"), hash(b"men"), hash(b"women"), hash(b"children")];
    let phrase = document.syntax.phrase(subject);
    let head = word(phrase.head);
    let singular = SINGULAR.contains(&head.hash)
        || phrase.full == phrase.base
            && matches!(head.pos, Pos::Noun | Pos::Propn)
            && !ends_in_s(document, head)
            && !PLURAL.contains(&head.hash)
            && (phrase.base.first..phrase.head).all(|at| word(at).pos != Pos::Num);
    bare && singular
}

/// "did not name": the auxiliary goes with a bare form alone.
fn is_do(document: &Document<'_>, group: &VerbGroup) -> bool {
    let first = document.words[group.extent.first as usize].hash;
    group.extent.first < group.head && [hash(b"do"), hash(b"does"), hash(b"did")].contains(&first)
}

fn ends_in_s(document: &Document<'_>, word: &Word) -> bool {
    document.text.as_bytes().get(word.end as usize - 1) == Some(&b's')
}

fn joined_by_but(document: &Document<'_>, verb: u32) -> bool {
    verb.checked_sub(1).is_some_and(|before| document.words[before as usize].hash == hash(b"but"))
}

fn joined_by_or(document: &Document<'_>, verb: u32) -> bool {
    verb.checked_sub(1).is_some_and(|before| {
        let word = document.words[before as usize].hash;
        word == hash(b"or") || word == hash(b"nor")
    })
}

/// although, while, whereas: what it says is set against its main clause.
fn is_concession(document: &Document<'_>, clause: &Clause) -> bool {
    const MARKERS: [u64; 6] =
        [hash(b"although"), hash(b"though"), hash(b"while"), hash(b"whereas"), hash(b"whilst"), hash(b"but")];
    clause.marker.is_some_and(|marker| {
        let word = document.words[marker as usize].hash;
        let even = word == hash(b"even")
            && document.words.get(marker as usize + 1).is_some_and(|next| next.hash == hash(b"though"));
        MARKERS.contains(&word) || even
    })
}

/// Without signs, conjunctions and However at the edges.
pub(super) fn trim(document: &Document<'_>, extent: Extent) -> Extent {
    let words = document.words;
    let Extent { mut first, mut last } = extent;
    while first < last {
        let word = &words[first as usize];
        let opener = word.pos == Pos::Punct || word.pos == Pos::Cconj || word.hash == hash(b"however");
        if !opener {
            break;
        }
        first += 1;
    }
    // ", so" joins what follows
    let joins = |last: u32| {
        words[last as usize - 1].hash == hash(b"so") && last > 1 && words[last as usize - 2].pos == Pos::Punct
    };
    while last > first && (matches!(words[last as usize - 1].pos, Pos::Punct | Pos::Cconj) || joins(last)) {
        last -= 1;
    }
    Extent::new(first, last)
}
