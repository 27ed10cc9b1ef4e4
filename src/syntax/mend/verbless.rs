//! Sentences without a verb: running text that ends in a period has one, so that where none is tagged, the likeliest word
//! becomes it. "The kingdom suspended aid" has no adjective, "troops advanced on the capital" neither. Verbs behind "that",
//! "who" or "if" are those of other clauses: "Residents fear that the dam may break" has one that is its own.

use super::Grammar;
use super::heading::find_in_heading;
use crate::lexicon::Lexicon;
use crate::sentence::{SentenceKind, SentenceRange};
use crate::syntax::{is_quote_mark, one_of};
use crate::tag::{FunctionWord, Pos, VerbForm, Word, function};
use crate::token::{Shape, TokenKind, hash};

/// Fragments are shorter than this.
const SHORTEST: usize = 4;

/// Headlines have so many words at most.
const LONGEST_HEADLINE: usize = 20;

/// Gives each sentence of running text that lacks a finite verb one, where a word can be it.
pub(crate) fn find_verbs(
    text: &str,
    words: &mut [Word],
    sentences: &[SentenceRange],
    lexicon: &Lexicon,
    grammar: &Grammar,
) {
    let mut lead = false;
    for sentence in sentences {
        let (first, last) = (sentence.lexemes.start + sentence.dateline, sentence.lexemes.end);
        let Some(part) = words.get_mut(first as usize..last as usize) else { continue };
        if sentence.kind != SentenceKind::ListItem {
            lead = matches!(part, [.., modal, sign] if one_of!(sign.hash, ":") && leads_on(modal));
        } else if lead && acts_at_start(part, lexicon) {
            lexicon.retag(&mut part[0], Pos::Verb, VerbForm::Base);
        }
        // a headline alone is no heading of anything
        let headline = sentence.kind == SentenceKind::Prose
            && part.len() <= LONGEST_HEADLINE
            && part.last().is_some_and(|word| matches!(word.kind, TokenKind::Word | TokenKind::Number));
        if sentence.kind == SentenceKind::Heading || headline {
            find_in_heading(text, part, lexicon, grammar);
        }
        if sentence.kind != SentenceKind::Prose || part.len() < SHORTEST {
            continue;
        }
        // without a guess at each word
        if part.iter().fold(false, |any, word| any | (word.pos == Pos::Sconj)) {
            find_subordinate(text, part, lexicon);
        }
        if let Some(at) = intransitive(text, part, lexicon) {
            lexicon.retag(&mut part[at], Pos::Verb, VerbForm::Present);
        }
        find_report(part, lexicon, grammar);
        // "An officer at a parade in Lesk, May 3, 2011.": captions need no verb
        let caption = part.len() > 2 && part[part.len() - 2].pos == Pos::Num && part[part.len() - 3].pos == Pos::Punct;
        let closes = !caption && part.last().is_some_and(|word| word.hash == hash(b"."));
        let from = report_in_front(part, grammar).unwrap_or(0);
        let part = &mut part[from..];
        let reported = reported_part(part, grammar).unwrap_or(part.len());
        let part = &mut part[..reported];
        let Some(end) = verbless(part) else { continue };
        let at = || match end < part.len() {
            true => reporting(text, part, end, lexicon, grammar)
                .or_else(|| likeliest(text, part, end, lexicon, grammar))
                .or_else(|| behind_relative(text, part, end, lexicon)),
            false => likeliest(text, part, end, lexicon, grammar),
        };
        let Some(at) = closes.then(at).flatten() else { continue };
        let form = if matches!(part[at].pos, Pos::Noun | Pos::Adp) { VerbForm::Present } else { VerbForm::Past };
        if part[at - 1].pos == Pos::Adj {
            lexicon.retag(&mut part[at - 1], Pos::Noun, VerbForm::None);
        }
        lexicon.retag(&mut part[at], Pos::Verb, form);
    }
}

/// "The fund will:", "Residents are asked to:"
fn leads_on(word: &Word) -> bool {
    word.form == VerbForm::Modal || function!(word.function, "to")
}

/// "repair two wells": whether an item of a list opens with a noun that is a verb with an object behind it.
fn acts_at_start(part: &[Word], lexicon: &Lexicon) -> bool {
    let [verb, next, ..] = part else { return false };
    verb.pos == Pos::Noun
        && !verb.is_plural()
        && lexicon.is_verb(verb.entry)
        && matches!(next.pos, Pos::Det | Pos::Num | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Pron)
}

/// "..., the team reports in Nature.": behind the last comma somebody who can speak, and a noun that is a verb of saying.
fn find_report(part: &mut [Word], lexicon: &Lexicon, grammar: &Grammar) {
    const LONGEST: usize = 10;
    let Some(end) = part.iter().rposition(|word| word.pos != Pos::Punct) else { return };
    let from = end.saturating_sub(LONGEST);
    let Some(comma) = (from..end).rev().find(|&at| function!(part[at].function, ",")) else { return };
    let segment = &part[comma + 1..=end];
    let opens =
        segment.first().is_some_and(|word| matches!(word.pos, Pos::Det | Pos::Noun | Pos::Propn | Pos::Num | Pos::Adj));
    // "researchers at the university warn", where that is taken for an infinitive
    let bare = part[end].form == VerbForm::Base && grammar.follows_report(&part[end]);
    let plain = |word: &Word| !matches!(word.pos, Pos::Verb | Pos::Aux | Pos::Cconj | Pos::Part | Pos::Sconj);
    if bare
        && opens
        && end > comma + 2
        && part[comma + 1..end].iter().all(plain)
        && part[comma + 1..end].iter().any(Word::is_plural)
    {
        return lexicon.retag(&mut part[end], Pos::Verb, VerbForm::Present);
    }
    // "figures published by the ministry show"
    let by = |at: usize| segment.get(at + 1).is_some_and(|next| next.pos == Pos::Adp);
    let other = |(at, word): (usize, &Word)| match word.pos {
        Pos::Verb => !matches!(word.form, VerbForm::Participle | VerbForm::Past) || !by(at),
        pos => matches!(pos, Pos::Aux | Pos::Cconj),
    };
    if !opens || segment.iter().enumerate().any(other) {
        return;
    }
    let speaks = |word: &Word| {
        grammar.names_speaker(word)
            || grammar.names_office(word)
            || grammar.names_body(word)
            || grammar.names_outlet(word)
    };
    // "documents seen by the agency show"
    let head = || segment.iter().find(|word| word.pos == Pos::Noun);
    let shows = || head().is_some_and(|head| grammar.names_document(head));
    let verb = (comma + 2..=end).find(|&at| {
        let ends = at == end || matches!(part[at + 1].pos, Pos::Adp | Pos::Punct);
        let mut verb = part[at];
        let saying = part[at].pos == Pos::Noun && ends && !part[at].shape.has(Shape::CAPITAL) && {
            lexicon.retag(&mut verb, Pos::Verb, VerbForm::Present);
            grammar.follows_report(&verb)
        };
        let tells = || speaks(&part[at - 1]) || shows();
        saying && (part[at - 1].pos == Pos::Propn || part[at - 1].pos == Pos::Noun && tells())
    });
    if let Some(at) = verb {
        lexicon.retag(&mut part[at], Pos::Verb, VerbForm::Present);
    }
}

/// "Unless talks resume soon, ...": between a subordinator and the next sign stands a verb, if a word can be it.
fn find_subordinate(text: &str, part: &mut [Word], lexicon: &Lexicon) {
    let opens = |word: &Word| {
        word.pos == Pos::Sconj
            && function!(
                word.function,
                "if" | "whether" | "unless" | "because" | "although" | "while" | "until" | "that"
            )
    };
    let mut from = 0;
    while let Some(length) = part[from..].iter().position(opens) {
        let first = from + length;
        let closes = |word: &Word| matches!(word.pos, Pos::Verb | Pos::Aux | Pos::Punct) || opens(word);
        let Some(length) = part[first + 1..].iter().position(closes) else { return };
        let end = first + 1 + length;
        // "whether the effect lasts."
        let stops = one_of!(part[end].hash, ".") && !function!(part[first].function, "until" | "that");
        if stops && agrees(text, part, end - 1) && lexicon.is_verb(part[end - 1].entry) {
            lexicon.retag(&mut part[end - 1], Pos::Verb, VerbForm::Present);
        }
        // "demanded that the mayor step down"
        let steps = |at: &usize| {
            part[*at].pos == Pos::Noun
                && part[at + 1].pos != Pos::Noun
                && function!(part[at + 1].function, "down" | "up" | "out" | "back" | "away" | "aside" | "off")
                && matches!(part[at - 1].pos, Pos::Noun | Pos::Propn | Pos::Pron)
                && (*at + 2 == end || lexicon.is_verb(part[*at].entry))
        };
        if part[end].pos == Pos::Punct && function!(part[first].function, "that") {
            if let Some(verb) = (first + 2..end - 1).find(steps) {
                lexicon.retag(&mut part[verb], Pos::Verb, VerbForm::Present);
            }
        }
        if function!(part[end].function, ",") && part[end].pos == Pos::Punct {
            let verb = |at: &usize| {
                matches!(part[*at].pos, Pos::Noun | Pos::X)
                    && matches!(part[at - 1].pos, Pos::Noun | Pos::Pron)
                    && !part[*at].shape.has(Shape::CAPITAL)
                    && lexicon.is_verb(part[*at].entry)
                    && !text[part[*at].start as usize..part[*at].end as usize].ends_with("ing")
            };
            if let Some(verb) = (first + 2..end).rev().find(verb) {
                lexicon.retag(&mut part[verb], Pos::Verb, VerbForm::Present);
            }
        }
        from = end;
    }
}

/// "Every minute counts.", "“Time matters,” he said": where a sentence or a quotation at its start has no verb, a last word in -s
/// behind a singular is it.
fn intransitive(text: &str, part: &[Word], lexicon: &Lexicon) -> Option<usize> {
    const LONGEST: usize = 8;
    let first = usize::from(is_quote_mark(&part[0]));
    let segment = part[first..].iter().take(LONGEST);
    let length = segment.take_while(|word| !matches!(word.pos, Pos::Punct | Pos::Verb | Pos::Aux)).count();
    let end = first + length;
    let stops = part.get(end).is_some_and(|word| one_of!(word.hash, "." | "!" | ",") || is_quote_mark(word));
    let comma = || function!(part[end].function, ",") && first == 0;
    (stops && length > 1 && !comma() && agrees(text, part, end - 1) && lexicon.is_verb(part[end - 1].entry))
        .then(|| end - 1)
}

/// Whether a small noun in -s stands behind a singular one.
fn agrees(text: &str, part: &[Word], at: usize) -> bool {
    let plural = |word: &Word| ends_in_s(text, word);
    at > 0
        && part[at].pos == Pos::Noun
        && !part[at].shape.has(Shape::CAPITAL)
        && matches!(part[at - 1].pos, Pos::Noun | Pos::Propn | Pos::Pron)
        && plural(&part[at])
        && !plural(&part[at - 1])
}

/// As plurals and verbs of the third person do, but not "bus", "crisis" and "princess".
pub(super) fn ends_in_s(text: &str, word: &Word) -> bool {
    let word = text.get(word.start as usize..word.end as usize).unwrap_or_default();
    word.ends_with('s') && !["us", "is", "ss"].iter().any(|ending| word.ends_with(ending))
}

/// "Reyes said the military trains dogs.": where what a short report at the start of a sentence reports begins.
fn report_in_front(part: &[Word], grammar: &Grammar) -> Option<usize> {
    const LONGEST: usize = 6;
    let at = part.iter().take(LONGEST).position(|word| matches!(word.pos, Pos::Verb | Pos::Aux))?;
    // "estimated the value at 55 a share"
    let estimates = one_of!(part[at].hash, "estimate" | "estimates" | "estimated");
    let reports = may_be_finite(&part[at]) && grammar.takes_only_clause(&part[at]) && !estimates;
    let opens =
        |from: &usize| part.get(*from).is_some_and(|word| matches!(word.pos, Pos::Det | Pos::Noun | Pos::Propn));
    let that = part.get(at + 1).is_some_and(|that| function!(that.function, "that") && that.pos == Pos::Sconj);
    Some(at + 1 + usize::from(that)).filter(|from| reports && opens(from) && part.len() - from >= SHORTEST)
}

/// "The military trains dogs, Reyes said.": where what a short report behind a comma reports ends, if the report has the first
/// verb of the sentence.
fn reported_part(part: &[Word], grammar: &Grammar) -> Option<usize> {
    const LONGEST: usize = 8;
    let finite = |at: &usize| may_be_finite(&part[*at]) && (*at == 0 || !function!(part[at - 1].function, "to"));
    let at = (0..part.len()).find(finite)?;
    let ends = || part.get(at + 1).is_some_and(|next| matches!(next.pos, Pos::Punct | Pos::Adp | Pos::Propn));
    if !grammar.follows_report(&part[at]) || !ends() {
        return None;
    }
    let nominal =
        |word: &&Word| matches!(word.pos, Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num | Pos::Pron);
    let length = part[at.saturating_sub(LONGEST)..at].iter().rev().take_while(nominal).count();
    let comma = (at - length).checked_sub(1).filter(|&comma| length > 0 && function!(part[comma].function, ","))?;
    let opens = matches!(part[0].pos, Pos::Det | Pos::Noun | Pos::Propn | Pos::Num | Pos::Adj | Pos::Pron);
    (opens && comma >= SHORTEST && !part[..comma].iter().any(is_quote_mark)).then_some(comma + 1)
}

/// Where a sentence without a finite verb of its own has its first subordinate clause, or else its end.
fn verbless(part: &[Word]) -> Option<usize> {
    // most sentences have a finite verb in front of all that could put one off
    let decides = |word: &Word| {
        matches!(word.pos, Pos::Verb | Pos::Aux) | opens_subordinate(word.function) | function!(word.function, "to")
    };
    let Some(at) = part.iter().position(decides) else { return Some(part.len()) };
    if may_be_finite(&part[at]) && (at == 0 || part[at - 1].pos != Pos::Cconj) {
        return None;
    }
    let (mut waits, mut first) = (false, part.len());
    let mut in_verb = false;
    for (at, word) in part.iter().enumerate() {
        match word.pos {
            Pos::Verb | Pos::Aux if in_verb || !may_be_finite(word) => {}
            Pos::Verb | Pos::Aux => {
                // "to close a plant and cut jobs": an infinitive, too
                let joined = at.checked_sub(1).is_some_and(|before| part[before].pos == Pos::Cconj);
                if !std::mem::take(&mut waits) && !joined {
                    return None;
                }
                // "The president dissolved parliament and called an election": the first verb stands in front
                first = first.min(if joined { at } else { first });
                in_verb = true;
            }
            Pos::Adv if !opens_subordinate(word.function) || function!(word.function, "though" | "although") => {}
            Pos::Part if in_verb => {}
            _ => {
                in_verb = false;
                // "suspended trips over doubts they were": so does a subject right behind a noun
                let joins = || {
                    word.pos == Pos::Pron
                        && function!(word.function, "they" | "he" | "she" | "we")
                        && at > 0
                        && part[at - 1].pos == Pos::Noun
                };
                if word.pos != Pos::Det && opens_subordinate(word.function) || joins() {
                    (waits, first) = (true, first.min(at));
                } else if function!(word.function, "to") && part.get(at + 1).is_some_and(|next| next.pos == Pos::Verb) {
                    // the verb behind it is no finite one, however it is tagged
                    (in_verb, first) = (true, first.min(at));
                } else if word.pos == Pos::Punct {
                    waits = false;
                }
            }
        }
    }
    Some(first)
}

fn opens_subordinate(word: FunctionWord) -> bool {
    function!(
        word,
        "that"
            | "who"
            | "which"
            | "if"
            | "whether"
            | "because"
            | "when"
            | "where"
            | "how"
            | "why"
            | "until"
            | "unless"
            | "although"
            | "though"
            | "while"
    )
}

pub(super) fn may_be_finite(word: &Word) -> bool {
    match word.pos {
        Pos::Aux => true,
        Pos::Verb => !matches!(word.form, VerbForm::Participle | VerbForm::Gerund | VerbForm::None),
        _ => false,
    }
}

/// A past form behind a noun and before what it governs, or else a noun in such a place that is a verb as well.
fn likeliest(text: &str, part: &[Word], end: usize, lexicon: &Lexicon, grammar: &Grammar) -> Option<usize> {
    // "The island military trains dogs"
    let person = |at: usize| {
        let mut word = part[at - 1];
        let opens = |word: &Word| matches!(word.pos, Pos::Det | Pos::Noun | Pos::Propn);
        word.pos == Pos::Adj && ends_in_s(text, &part[at]) && part[..at - 1].iter().all(opens) && {
            lexicon.retag(&mut word, Pos::Noun, VerbForm::None);
            grammar.names_person(&word)
        }
    };
    let place = |at: usize| {
        let nominal = matches!(part[at - 1].pos, Pos::Noun | Pos::Propn | Pos::Pron | Pos::Adv);
        let before = (nominal || person(at)) && {
            // "the recently suspended aid"
            let subject = |word: &Word| matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Pron);
            !nominal || part[..at].iter().any(subject)
        };
        before && governs(part, at) && !part[at].shape.has(Shape::CAPITAL)
    };
    let whole = end == part.len();
    let range = || 1..end.min(part.len() - 1);
    let past = |at: usize| match part[at].pos {
        Pos::Adj => lexicon.is_participle(part[at].entry),
        Pos::Verb => part[at].form == VerbForm::Participle,
        _ => false,
    };
    let noun = |at: usize| {
        let of = part.get(at + 1).is_some_and(|next| function!(next.function, "of"));
        // "form" is tagged as a slip for "from" now and then
        let noun = part[at].pos == Pos::Noun || part[at].pos == Pos::Adp && one_of!(part[at].hash, "form");
        noun && lexicon.is_verb(part[at].entry) && !of
    };
    let behind_aside = |at: usize| {
        let next = part.get(at + 1).map(|next| next.pos);
        // "Holt, 34, faces two charges"
        let agrees = || {
            part[0].pos == Pos::Propn
                && ends_in_s(text, &part[at])
                && part[..at - 1].iter().any(|word| function!(word.function, ","))
                && matches!(next, Some(Pos::Num | Pos::Det))
        };
        part[at - 1].pos == Pos::Punct && noun(at) && (next == Some(Pos::Adp) || agrees())
    };
    // "The rule that it is free brings some guests"
    let casts = |at: usize| {
        noun(at)
            && ends_in_s(text, &part[at])
            && matches!(part[at - 1].pos, Pos::Adj | Pos::Adv | Pos::Verb)
            && part.get(at + 1).is_some_and(|next| matches!(next.pos, Pos::Det | Pos::Noun | Pos::Num | Pos::Pron))
    };
    let spreads = |at: usize| {
        let free = part.get(at + 1).is_some_and(|next| matches!(next.pos, Pos::Adp | Pos::Adv));
        part[at].pos == Pos::Noun
            && at > 0
            && part[at - 1].pos == Pos::Verb
            && free
            && one_of!(part[at].hash, "spread" | "cost" | "hit" | "cut" | "hurt" | "split" | "upset")
    };
    // "The two men face charges brought by the navy"
    let agent = |at: usize| part.get(at + 1).is_some_and(|next| function!(next.function, "by"));
    range()
        .find(|&at| past(at) && place(at) && !agent(at))
        .or_else(|| (1..part.len() - 1).find(|&at| behind_aside(at)))
        // "Rumours that the well was poisoned spread through the camp"
        .or_else(|| (end..part.len() - 1).find(|&at| !whole && (spreads(at) || casts(at))))
        .or_else(|| {
            let bare = |at: usize| {
                let word = &part[at];
                // "The editor Ana Holt and the reporter Ivo Marn face charges"
                let joined = || {
                    let row = |word: &Word| {
                        matches!(word.pos, Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Cconj | Pos::Num)
                    };
                    part[..at].iter().all(row) && part[..at].iter().any(|word| word.pos == Pos::Cconj)
                };
                part[at - 1].pos == Pos::Propn
                    && !word.is_plural()
                    && (ends_in_s(text, &part[0]) || at == 2 && ends_in_s(text, &part[1]) || joined())
                    && part.get(at + 1).is_some_and(|next| {
                        matches!(next.pos, Pos::Adj | Pos::Noun | Pos::Propn | Pos::Det | Pos::Num)
                            || function!(next.function, "from")
                    })
            };
            // "The military trains dogs to dive"
            let agrees = |at: usize| {
                ends_in_s(text, &part[at])
                    && !ends_in_s(text, &part[at - 1])
                    && function!(part[end].function, "to")
                    && at + 1 < end
            };
            range().rev().find(|&at| {
                let verb = noun(at) && place(at);
                verb && (whole && (matches!(part[at - 1].pos, Pos::Noun | Pos::Adj) || bare(at))
                    || !whole && agrees(at))
            })
        })
        .or_else(|| range().find(|&at| past(at) && place(at)))
}

/// "Firms that trade with the group face fines", "People who help them risk arrest": behind a relative clause at the start, a noun
/// that could be the verb of the plural in front.
fn behind_relative(text: &str, part: &[Word], relative: usize, lexicon: &Lexicon) -> Option<usize> {
    const LONGEST_SUBJECT: usize = 4;
    let many = |word: &Word| word.is_plural() || one_of!(word.hash, "those" | "people" | "police" | "many");
    let opens = function!(part[relative].function, "who" | "that" | "which")
        && (1..=LONGEST_SUBJECT).contains(&relative)
        && many(&part[relative - 1]);
    let verb = |&at: &usize| {
        part[at].pos == Pos::Noun
            && !part[at].shape.has(Shape::CAPITAL)
            && !ends_in_s(text, &part[at])
            && matches!(part[at - 1].pos, Pos::Noun | Pos::Propn | Pos::Pron)
            && lexicon.is_verb(part[at].entry)
            && part.get(at + 1).is_some_and(|next| match next.pos {
                Pos::Verb => next.form == VerbForm::Gerund,
                Pos::Noun | Pos::Propn | Pos::Det | Pos::Adj | Pos::Num => true,
                _ => false,
            })
    };
    (relative + 3..part.len() - 1).filter(|_| opens).find(verb)
}

/// "Residents fear that", "the firm plans to": a noun that as a verb takes the clause behind it, with a subject that agrees.
fn reporting(text: &str, part: &[Word], end: usize, lexicon: &Lexicon, grammar: &Grammar) -> Option<usize> {
    const LONGEST_ASIDE: usize = 4;
    let comma = |at: usize| function!(part[at].function, ",");
    // "Some experts caution, though, that"
    let aside = end > LONGEST_ASIDE && comma(end - 1);
    let before = aside.then(|| (end - LONGEST_ASIDE..end - 1).find(|&at| comma(at))).flatten().unwrap_or(end);
    let at = before.checked_sub(1).filter(|&at| {
        at > 0 && matches!(part[at].pos, Pos::Noun | Pos::Adv | Pos::X) && lexicon.is_verb(part[at].entry)
    })?;
    let mut verb = part[at];
    lexicon.retag(&mut verb, Pos::Verb, VerbForm::Present);
    let opener = part[end].function;
    let takes = match function!(opener, "to") {
        true => grammar.takes_infinitive(&verb),
        // "The risk rises when it rains"
        false if function!(opener, "when" | "if" | "because" | "until" | "unless" | "while" | "although") => {
            agrees(text, part, at)
        }
        false => grammar.takes_clause(&verb),
    };
    let many = |word: &Word| function!(word.function, "many" | "most" | "few" | "some" | "several");
    let subject =
        part[..at].iter().rposition(|word| matches!(word.pos, Pos::Noun | Pos::Propn | Pos::Pron) || many(word))?;
    // "Farmers, many of them in debt, fear that"
    let aside =
        function!(part[at - 1].function, ",") && part[..at - 1].iter().any(|word| function!(word.function, ","));
    let free = aside || subject + 1 == at || part[subject + 1..at].iter().all(|word| word.pos == Pos::Adv);
    (free && takes).then_some(at)
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
