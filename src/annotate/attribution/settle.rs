//! The last step: what excludes each other is decided, nested reports learn their chain, values are filled in.

use std::cmp::Reverse;

use super::reader::Reader;
use super::vocabulary::Uses;
use super::{Candidate, Extent, Mention};
use crate::annotate::{FoundAttribution, FoundSource, Knowledge, source};
use crate::model::{Certainty, Polarity, RuleId, Stance, Style};
use crate::syntax::{ClauseKind, one_of};
use crate::tag::Pos;

/// Puts the candidates in order.
pub(super) fn settle(
    reader: &Reader<'_>,
    mut found: Vec<Candidate>,
    knowledge: &Knowledge,
) -> (Vec<FoundAttribution>, Vec<FoundSource>) {
    for candidate in &mut found {
        candidate.content.sort_unstable();
        end_before_cue(reader, candidate);
    }
    let mut order = winners(&found);
    cite(reader, &mut found, &mut order);
    // candidates are large: they stay where they are
    let mut found: Vec<&Candidate> = order.into_iter().map(|i| &found[i as usize]).collect();
    found.sort_by_cached_key(|candidate| {
        let first = candidate.content.first().copied().unwrap_or_default();
        (first.first, Reverse(first.last), candidate.head)
    });
    let mut holders = self::holders(&found);
    let circles = circles(&found, &holders);
    if !circles.is_empty() {
        let mut at = 0;
        found.retain(|_| {
            at += 1;
            circles.binary_search(&(at - 1)).is_err()
        });
        holders = self::holders(&found);
    }
    let mut sources = collect_sources(reader, &found, knowledge);
    let named: Vec<[Option<u32>; 2]> = found
        .iter()
        .map(|candidate| [candidate.cited, candidate.source].map(|mention| index_of(&sources, &mention?)))
        .collect();
    link_persons(reader, &found, &holders, &named, &mut sources);
    let attributions = found.iter().zip(0..).map(|(candidate, i)| {
        let chain = chain(&named, &holders, i);
        match candidate.source {
            Some(_) => attribution(reader, candidate, chain),
            None => FoundAttribution { around: chain, ..attribution(reader, candidate, Vec::new()) },
        }
    });
    (attributions.collect(), sources)
}

/// "Miners" in "with miners fearing that a shaft may flood": a source ends where its own cue begins.
fn end_before_cue(reader: &Reader<'_>, candidate: &mut Candidate) {
    let (Some(source), Some(cue)) = (&mut candidate.source, candidate.cue) else { return };
    if source.head < cue.first && source.extent.contains(cue.first) {
        let signs = (source.head + 1..cue.first).rev().take_while(|&i| reader.is_punctuation(i)).count();
        source.extent.last = cue.first - signs as u32;
    }
}

/// The sources of an attribution, outermost first: those of what holds it, its own, and whom it cites.
fn chain(named: &[[Option<u32>; 2]], holders: &[Option<usize>], i: usize) -> Vec<u32> {
    // from the inside, each link with two of them at most
    let (mut chain, mut length) = ([0; 2 * LONGEST_CHAIN], 0);
    let mut at = Some(i);
    for _ in 0..LONGEST_CHAIN {
        let Some(here) = at else { break };
        let [cited, source] = named[here];
        for (source, again) in [(cited, true), (source, false)] {
            if let Some(source) = source.filter(|source| again || !chain[..length].contains(source)) {
                chain[length] = source;
                length += 1;
            }
        }
        at = holders[here];
    }
    let chain = &mut chain[..length];
    chain.reverse();
    chain.to_vec()
}

/// "The agency, citing a port worker, reported that": whom a reporter cites is the last of its chain, and "citing" the cue.
fn cite(reader: &Reader<'_>, found: &mut [Candidate], order: &mut Vec<u32>) {
    let mut citing: Vec<(usize, Mention)> = Vec::new();
    for (i, &at) in order.iter().enumerate() {
        let candidate = &found[at as usize];
        let Some(clause) = candidate.clause.map(|id| reader.clause(id)) else { continue };
        let cites = candidate.uses.has(Uses::CITE) && clause.kind == ClauseKind::Participle && clause.set_off;
        let Some(object) = clause.objects[0].filter(|_| cites && !candidate.finite) else { continue };
        let phrase = reader.syntax.phrase(object);
        // who is quoted has spoken, what is cited may be a reason
        let quoted = || candidate.cue.is_some_and(|cue| one_of!(reader.hash(cue.first), "quoting"));
        let speaks = || reader.can_speak(&reader.mention(object)) && !reader.is_plural(phrase.head);
        let names = reader.uses(phrase.head).has(SPEAKERS)
            || reader.pos(phrase.head) == Some(Pos::Propn)
            || quoted() && speaks();
        if names {
            citing.push((i, reader.mention(object)));
        }
    }
    if citing.is_empty() {
        return;
    }
    let mut used = Vec::new();
    for &(i, mention) in &citing {
        let Candidate { head, source, cue, .. } = found[order[i] as usize];
        let sentence = reader.sentence_of(head.unwrap_or(0));
        let near = i.saturating_sub(NEAR)..(i + NEAR).min(order.len());
        let reporter = near.into_iter().find(|&k| {
            let other = &found[order[k] as usize];
            k != i
                && other.finite
                && (other.rank >= 7 || other.uses.has(Uses::SAY))
                && other.source.map(|source| source.head) == source.map(|source| source.head)
                && other.head.is_some_and(|head| reader.sentence_of(head) == sentence)
        });
        if let Some(reporter) = reporter {
            // "reported that the bridge was closed, citing an engineer": the citation is no part of what it cites
            let reporter = &mut found[order[reporter] as usize];
            let tail = reporter.content.last_mut().filter(|last| last.last >= mention.extent.last);
            if let (Some(last), Some(cue)) = (tail, cue.filter(|cue| cue.first > 0)) {
                if last.first < cue.first {
                    last.last = cue.first - u32::from(reader.is_comma(cue.first - 1));
                }
            }
            reporter.cited = Some(mention);
            reporter.cue = cue;
            reporter.rule = "attribution/citing";
            used.push(i);
        }
    }
    let mut at = 0;
    order.retain(|_| {
        at += 1;
        used.binary_search(&(at - 1)).is_err()
    });
}

/// So many candidates around a citation are looked at for the report that it belongs to.
const NEAR: usize = 6;

/// What can be cited as the origin of a report.
const SPEAKERS: Uses =
    Uses::ROLE.or(Uses::GROUP).or(Uses::MEDIA).or(Uses::DOCUMENT).or(Uses::ORGANIZATION).or(Uses::UNATTRIBUTED);

/// "I" in what somebody is quoted with is the speaker, and "he" is anybody else.
fn link_persons(
    reader: &Reader<'_>,
    found: &[&Candidate],
    holders: &[Option<usize>],
    named: &[[Option<u32>; 2]],
    sources: &mut [FoundSource],
) {
    for ((candidate, holder), named_here) in found.iter().zip(holders).zip(named) {
        let (Some(source), Some(holder)) = (&candidate.source, holder) else { continue };
        let Some(speaker) = &found[*holder].source else { continue };
        if one_of!(reader.hash(source.head), "he" | "she") && speaks_directly(reader, found[*holder]) {
            let Some(at) = named_here[1] else { continue };
            sources[at as usize].spoken_by = named[*holder][1];
        }
        if one_of!(reader.hash(source.head), "i" | "my" | "me") && source.extent != speaker.extent {
            let Some(at) = named_here[1] else { continue };
            sources[at as usize].refers_to = named[*holder][1];
            sources[at as usize].link_rule = Some(RuleId::built_in("source/first-person"));
        }
    }
}

/// Whether all of the content is the source's own words.
fn speaks_directly(reader: &Reader<'_>, candidate: &Candidate) -> bool {
    candidate.rule == super::turn::COLON || style(reader, candidate) == Style::Direct
}

/// Chains are cut at this length, from the inside.
const LONGEST_CHAIN: usize = 4;

/// Which candidates stay, in order of their heads: of several readings of one cue the highest.
fn winners(found: &[Candidate]) -> Vec<u32> {
    let with_content = found.iter().zip(0..).filter(|(candidate, _)| !candidate.content.is_empty());
    let mut order: Vec<(Option<u32>, Reverse<u8>, u32)> = Vec::with_capacity(found.len());
    order.extend(with_content.map(|(candidate, i)| (candidate.head, Reverse(candidate.rank), i)));
    order.sort_unstable();
    order.dedup_by(|(head, ..), (other, ..)| head.is_some() && head == other);
    // "expressed concern about": the noun is the cue, not the verb that carries it
    let mut carriers: Vec<u32> = order
        .iter()
        .map(|&(.., i)| &found[i as usize])
        .filter(|candidate| candidate.clause.is_some() && candidate.rule.starts_with("attribution/noun"))
        .filter_map(|candidate| Some(candidate.cue?.first))
        .collect();
    carriers.sort_unstable();
    let carries = |candidate: &Candidate| {
        candidate.rule.starts_with("attribution/verb-object")
            && candidate.cue.is_some_and(|cue| carriers.binary_search(&cue.first).is_ok())
    };
    order.into_iter().map(|(.., i)| i).filter(|&i| !carries(&found[i as usize])).collect()
}

/// For each candidate the one whose content holds its cue, the innermost.
fn holders(found: &[&Candidate]) -> Vec<Option<usize>> {
    const DEEPEST: usize = 24;
    let mut pieces: Vec<(Extent, usize)> = Vec::with_capacity(found.len() + found.len() / 4);
    for (i, candidate) in found.iter().enumerate() {
        pieces.extend(candidate.content.iter().map(|&piece| (piece, i)));
    }
    pieces.sort_unstable_by_key(|&(piece, i)| (piece.first, Reverse(piece.last), i));
    let mut order: Vec<(u32, usize)> =
        found.iter().zip(0..).map(|(candidate, i)| (candidate.cue.map_or(0, |cue| cue.first), i)).collect();
    order.sort();
    let mut holders = vec![None; found.len()];
    let mut open: Vec<(Extent, usize)> = Vec::new();
    let mut next = 0;
    for (_, i) in order {
        let Some(cue) = found[i].cue else { continue };
        while next < pieces.len() && pieces[next].0.first <= cue.first {
            if open.len() == DEEPEST {
                open.remove(0);
            }
            open.push(pieces[next]);
            next += 1;
        }
        open.retain(|(piece, _)| piece.last > cue.first);
        holders[i] = open
            .iter()
            .filter(|(piece, holder)| *holder != i && piece.last >= cue.last)
            .min_by_key(|(piece, _)| piece.last - piece.first)
            .map(|&(_, holder)| holder);
    }
    holders
}

/// Where two hold each other's cue, the lower one, which goes; ascending.
fn circles(found: &[&Candidate], holders: &[Option<usize>]) -> Vec<usize> {
    let loses = |i: usize| {
        let Some(holder) = holders[i] else { return false };
        let back = holders[holder] == Some(i);
        let head = |at: usize| (found[at].head, at);
        back && (found[holder].rank, head(holder)) > (found[i].rank, head(i))
    };
    (0..found.len()).filter(|&i| loses(i)).collect()
}

/// Where a mention stands in the list of sources.
fn index_of(sources: &[FoundSource], mention: &Mention) -> Option<u32> {
    sources.binary_search_by_key(&mention.extent, |source| source.extent).ok().map(|at| at as u32)
}

/// One source per mention, in order of the text.
fn collect_sources(reader: &Reader<'_>, found: &[&Candidate], knowledge: &Knowledge) -> Vec<FoundSource> {
    let mut mentions: Vec<Mention> = Vec::with_capacity(found.len() + found.len() / 4);
    mentions.extend(found.iter().flat_map(|candidate| [candidate.source, candidate.cited]).flatten());
    // whom "he", "she" and "who" stand for is a source as well, though the text has not reported anything of him so far
    let antecedents: Vec<Mention> = mentions
        .iter()
        .filter(|mention| mention.extent.last - mention.extent.first == 1)
        .filter_map(|mention| {
            let person = source::antecedent_of(reader.document, mention.head, knowledge);
            let relative = || source::relative_antecedent(reader.document, mention.head);
            match person {
                Some(phrase) => Some(reader.mention(phrase)),
                None => relative().map(|phrase| reader.mention_before(phrase, mention.head)),
            }
        })
        .collect();
    let asking = mentions.iter().map(|mention| (mention.extent, mention.head));
    let repeated = source::fuller_mentions(reader.document, asking, knowledge);
    let named = mentions
        .iter()
        .filter_map(|mention| source::named_body(reader.document, mention.extent, mention.head, knowledge))
        .map(|phrase| reader.bare_mention(phrase));
    let antecedents: Vec<Mention> = antecedents
        .into_iter()
        .chain(named)
        .chain(repeated.into_iter().map(|phrase| reader.bare_mention(phrase)))
        .collect();
    let mut heads: Vec<u32> = Vec::new();
    if !antecedents.is_empty() {
        heads.extend(mentions.iter().map(|mention| mention.head));
        heads.sort_unstable();
        mentions.extend(antecedents.into_iter().filter(|antecedent| heads.binary_search(&antecedent.head).is_err()));
    }
    mentions.sort_by_key(|mention| mention.extent);
    mentions.dedup_by_key(|mention| mention.extent);
    let described = mentions.into_iter().map(|mention| FoundSource {
        speaks: heads.is_empty() || heads.binary_search(&mention.head).is_ok(),
        ..source::describe(reader.document, mention.extent, mention.head, mention.phrase, knowledge)
    });
    described.collect()
}

fn attribution(reader: &Reader<'_>, candidate: &Candidate, source_chain: Vec<u32>) -> FoundAttribution {
    let (certainty, polarity) = value(candidate);
    FoundAttribution {
        source_chain,
        around: Vec::new(),
        cue: candidate.cue,
        head: candidate.head,
        channel: candidate.channel,
        addressee: candidate.addressee,
        style: style(reader, candidate),
        stance: stance(candidate),
        content: candidate.content.clone(),
        certainty,
        polarity,
        prospective: candidate.prospective,
        clause: candidate.clause,
        rule: RuleId::built_in(candidate.rule),
    }
}

fn stance(candidate: &Candidate) -> Stance {
    if candidate.negated {
        Stance::Uncommitted
    } else if candidate.uses.has(Uses::COMMITTED) {
        Stance::Committed
    } else if candidate.uses.has(Uses::DOUBTING) {
        Stance::Doubting
    } else {
        Stance::Uncommitted
    }
}

/// What the cue leaves of the content for its source.
fn value(candidate: &Candidate) -> (Certainty, Polarity) {
    let uses = candidate.uses;
    let mut certainty = if uses.has(Uses::POSSIBLE) {
        Certainty::Possible
    } else if uses.has(Uses::PROBABLE) {
        Certainty::Probable
    } else {
        Certainty::Certain
    };
    let mut polarity = if uses.has(Uses::DENYING) { Polarity::Negative } else { Polarity::Positive };
    if candidate.question {
        certainty = Certainty::Unknown;
        polarity = Polarity::Open;
    } else if candidate.negated && uses.has(Uses::EXCLUDING) {
        (certainty, polarity) = (Certainty::Possible, Polarity::Positive);
    } else if candidate.negated && uses.has(Uses::DENYING) && uses.has(Uses::POSSIBLE) {
        // "never doubted that"
        (certainty, polarity) = (Certainty::Certain, Polarity::Positive);
    } else if candidate.negated {
        // "does not think that" turns the content, "has not confirmed that" leaves it open, "did not deny" too
        polarity = if uses.has(Uses::PROBABLE.or(Uses::WANT)) && !uses.has(Uses::DENYING) {
            Polarity::Negative
        } else {
            Polarity::Open
        };
    }
    (certainty, polarity)
}

/// Whether the content is quoted, in marks that do not hold the cue.
fn style(reader: &Reader<'_>, candidate: &Candidate) -> Style {
    let cue = candidate.cue.map_or(u32::MAX, |cue| cue.first);
    let mut quoted = 0;
    let mut any = false;
    for piece in &candidate.content {
        let around = reader.syntax.quotation_at(piece.first).filter(|quotation| !quotation.inner.contains(cue));
        if around.is_some_and(|quotation| piece.first <= quotation.inner.first + 1 || quotation.inner.covers(*piece)) {
            any = true;
            quoted += u32::from(around.is_some_and(|quotation| reader.whole_quotation(quotation).covers(*piece)));
        } else {
            let look = Extent::new(piece.first, piece.last.min(piece.first + LOOK));
            any |= reader.has_mark(look)
                && (look.first..look.last).any(|i| reader.opens(i).is_some_and(|quotation| quotation.double));
        }
    }
    match quoted as usize == candidate.content.len() {
        true => Style::Direct,
        false if any => Style::Mixed,
        false => Style::Indirect,
    }
}

/// So many words of a piece are searched for a quotation.
const LOOK: u32 = 200;
