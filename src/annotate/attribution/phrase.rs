//! Cues that are neither verbs nor nouns: "according to", the colon of interviews and headlines.

use super::content::{self, Form};
use super::reader::Reader;
use super::vocabulary::Uses;
use super::{Block, Candidate, Extent, Mention};
use crate::sentence::SentenceKind;
use crate::syntax::{ClauseKind, GroupTense, Link, Mood, marks, one_of, places};
use crate::tag::{Pos, VerbForm, Word, function};
use crate::token::{Gap, Shape};

/// Nouns that say something in headlines: "Police: Bridge is safe".
const SPEAKERS: Uses = Uses::ROLE.or(Uses::GROUP).or(Uses::MEDIA).or(Uses::DOCUMENT).or(Uses::ORGANIZATION);

/// Reads the phrases of a block.
pub(super) fn read(reader: &Reader<'_>, block: &Block, found: &mut Vec<Candidate>) {
    let opens = |word: &Word| function!(word.function, "according" | "in" | "by" | "as");
    for i in places(marks(&reader.words[block.words.clone()], opens)) {
        let i = block.words.start as u32 + i;
        let hash = reader.hash(i);
        if one_of!(hash, "according") && one_of!(reader.hash(i + 1), "to") {
            according(reader, i, i + 2, "attribution/according-to", found);
        } else if one_of!(hash, "in")
            && one_of!(reader.hash(i + 1), "the")
            && one_of!(reader.hash(i + 2), "words" | "view" | "eyes" | "opinion")
            && one_of!(reader.hash(i + 3), "of")
        {
            according(reader, i, i + 4, "attribution/in-the-words-of", found);
        } else if one_of!(hash, "by" | "in") {
            found.extend(own_words(reader, i));
            if let Some((source, behind)) = own_account(reader, i) {
                report(reader, Extent::new(i, behind), source, behind, "attribution/according-to", found);
            }
        } else if one_of!(hash, "as") {
            if let Some(behind) = as_reported_by(reader, i) {
                according(reader, i, behind, "attribution/as-reported-by", found);
            }
        }
    }
    for sentence in block.sentences.clone() {
        colon(reader, sentence, found);
        headline(reader, sentence, found);
        named_last(reader, sentence, found);
        found.extend(super::statement::headed(reader, sentence));
    }
}

/// "By his own account, P", "by the ministry's count", "in her view, P": whose it is, and where the phrase ends.
fn own_account(reader: &Reader<'_>, by: u32) -> Option<(Mention, u32)> {
    let (id, phrase) = reader.phrase_at(by + 1)?;
    let accounts = match one_of!(reader.hash(by), "by") {
        true => reader.uses(phrase.head).has(Uses::ACCOUNT),
        false => {
            let first = reader.sentence(by).first;
            let opens = (first..by).all(|i| reader.is_punctuation(i) || reader.pos(i) == Some(Pos::Cconj));
            opens && one_of!(reader.hash(phrase.head), "view" | "opinion") && reader.is_comma(phrase.base.last)
        }
    };
    if !accounts || phrase.head + 1 != phrase.base.last {
        return None;
    }
    let source = match phrase.possessor {
        Some(owner) => reader.mention(owner),
        None => super::noun::possessive_pronoun(reader, reader.syntax.phrase(id))?,
    };
    Some((source, phrase.base.last))
}

/// "It was, in his words, “a wall”", "in the minister's own words, “it fell”": the words themselves, with the clause that they complete.
fn own_words(reader: &Reader<'_>, first: u32) -> Option<Candidate> {
    if !one_of!(reader.hash(first), "in") {
        return None;
    }
    let (id, phrase) = reader.phrase_at(first + 1).filter(|(_, phrase)| one_of!(reader.hash(phrase.head), "words"))?;
    let behind = phrase.base.last;
    let open = if reader.is_comma(behind) { behind + 1 } else { behind };
    reader.opens(open).filter(|_| phrase.head + 1 == behind)?;
    let source = match phrase.possessor {
        Some(owner) => reader.mention(owner),
        None => super::noun::possessive_pronoun(reader, reader.syntax.phrase(id))?,
    };
    let mut candidate = Candidate::new("attribution/in-own-words", Extent::new(first, behind), first, Uses::default());
    candidate.source = Some(source);
    candidate.rank = 8;
    let sentence = reader.sentence(first).first;
    let waits = first > sentence + 1
        && reader.is_comma(first - 1)
        && (matches!(reader.pos(first - 2), Some(Pos::Verb | Pos::Aux)) || reader.is_finite(open + 1));
    if waits {
        let marker = reader.syntax.clause_of_word(first - 2).and_then(|id| reader.clause(id).marker);
        let start = marker.map_or_else(|| front_start(reader, sentence, first), |marker| marker + 1);
        candidate.content.extend(content::piece(reader, start, first).filter(|_| start < first));
    }
    let end = content::end(reader, open, None, Form::Clause);
    candidate.content.extend(content::piece(reader, open, end));
    (!candidate.content.is_empty()).then_some(candidate)
}

/// "As reported by the Ledger, P", "P, as was announced by the ministry": where the source begins.
pub(super) fn as_reported_by(reader: &Reader<'_>, first: u32) -> Option<u32> {
    const LONGEST: u32 = 4;
    let verb = (first + 1..first + 1 + LONGEST)
        .take_while(|&i| !reader.is_punctuation(i))
        .find(|&i| reader.pos(i) == Some(Pos::Verb))
        .filter(|&verb| reader.form(verb) != VerbForm::Gerund)?;
    let only_auxiliaries = (first + 1..verb).all(|i| matches!(reader.pos(i), Some(Pos::Aux | Pos::Adv)));
    // "as requested by the council", "as promised by the ministry": what is wanted, and nothing is reported
    let reports =
        reader.uses(verb).has(Uses::SAY.or(Uses::CITE)) && !reader.uses(verb).has(Uses::TELL.or(Uses::PROSPECTIVE));
    (only_auxiliaries && reports && one_of!(reader.hash(verb + 1), "by")).then_some(verb + 2)
}

/// "According to the ministry, P", "P, according to the ministry", "P, according to the ministry, Q".
fn according(reader: &Reader<'_>, first: u32, behind: u32, rule: &'static str, found: &mut Vec<Candidate>) {
    let Some((source, base)) = named_behind(reader, behind) else { return };
    report(reader, Extent::new(first, behind), source, base, rule, found);
}

/// What a phrase reports that names its source and ends at `base` without what modifies the source.
fn report(
    reader: &Reader<'_>,
    cue: Extent,
    mut source: Mention,
    base: u32,
    rule: &'static str,
    found: &mut Vec<Candidate>,
) {
    let first = cue.first;
    let sentence = reader.sentence(first);
    let mut candidate = Candidate::new(rule, cue, first, Uses::default());
    candidate.rank = 8;
    let opens = first <= sentence.first + 1
        || (sentence.first..first).all(|i| reader.is_punctuation(i) || reader.pos(i) == Some(Pos::Cconj));
    if opens {
        let start = source_closes(reader, &mut source, base, sentence.last);
        candidate.content.extend(content::piece(reader, start, list_end(reader, start)));
    } else {
        let before = reader
            .closes(first - 1)
            .or_else(|| reader.closes(first.saturating_sub(2)).filter(|_| reader.is_comma(first - 1)));
        let start = match before {
            Some(quotation) if quotation.open < sentence.first => reader.whole_quotation(quotation).first,
            _ => match reader.syntax.quotation_at(sentence.first).filter(|quotation| quotation.open < sentence.first) {
                // the sentence goes on inside a quotation that it closes
                Some(quotation) if quotation.close.is_some_and(|close| close < first) => {
                    reader.whole_quotation(quotation).first
                }
                _ => front_start(reader, sentence.first, first),
            },
        };
        let front = content::piece(reader, start, first);
        let interrupts = reader.is_comma(first - 1) || reader.is_dash(first - 1);
        // "because, according to her, the bridge fell": only what stands behind is hers
        // "Orv, where, according to her, the bridge fell"
        let related = || {
            let marks =
                |id| reader.clause(id).marker == Some(first - 2) && reader.clause(id).kind == ClauseKind::Relative;
            reader.syntax.clause_of_word(first - 2).is_some_and(marks)
        };
        let joins = interrupts
            && (reader.pos(first - 2).is_some_and(|pos| matches!(pos, Pos::Sconj | Pos::Cconj)) || related());
        if joins {
            let start = match reader.is_comma(source.extent.last) {
                true => source.extent.last + 1,
                false => source_closes(reader, &mut source, base, sentence.last),
            };
            candidate.content.extend(content::piece(reader, start, list_end(reader, start)));
            candidate.source = Some(source);
            if !candidate.content.is_empty() {
                found.push(candidate);
            }
            return;
        }
        let more = front.filter(|_| interrupts).and_then(|front| resumed(reader, &mut source, base, front));
        let concedes = one_of!(reader.hash(start), "while" | "although" | "though" | "whereas");
        candidate.content.extend(front.filter(|_| more.is_none() || !concedes));
        candidate.content.extend(more);
    }
    candidate.source = Some(source);
    if !candidate.content.is_empty() {
        found.push(candidate);
    }
}

/// Whom "according to" names, and where the noun phrase ends without what modifies it. Words of other classes in front of it
/// belong to it ("recently published letters"); where there is no noun phrase, the words up to the next sign stand for it.
fn named_behind(reader: &Reader<'_>, behind: u32) -> Option<(Mention, u32)> {
    const LONGEST: u32 = 4;
    let limit = (behind + LONGEST).min(reader.sentence(behind).last);
    let end = (behind..limit).find(|&i| reader.is_punctuation(i)).unwrap_or(limit);
    if let Some((id, phrase)) = (behind..end).find_map(|i| reader.phrase_at(i)) {
        let mut source = reader.mention(id);
        source.extent.first = behind;
        // "according to a study by the ministry", which a passive in front may have taken
        if one_of!(reader.hash(source.extent.last), "by") {
            if let Some((_, maker)) = reader.phrase_at(source.extent.last + 1) {
                source.extent.last = maker.full.last;
            }
        }
        return Some((source, phrase.base.last));
    }
    (behind < end).then(|| (Mention { extent: Extent::new(behind, end), head: end - 1, phrase: None }, end))
}

/// Where the content starts behind a source that opens the sentence. A source that has run into the content, as a list does
/// ("according to guards and drivers, workers and ..."), is cut at the comma.
fn source_closes(reader: &Reader<'_>, source: &mut Mention, from: u32, limit: u32) -> u32 {
    const REACH: u32 = 40;
    let mut commas = (from..limit.min(from + REACH)).filter(|&i| reader.is_comma(i));
    let Some(first) = commas.clone().next() else { return source.extent.last };
    let clause = commas.find(|&i| opens_content(reader, i + 1, limit));
    match clause {
        Some(comma) => source.extent.last = if comma < source.extent.last { comma } else { source.extent.last },
        None if first < source.extent.last => {}
        None => return first + 1,
    }
    let comma = clause.unwrap_or(source.extent.last);
    // an apposition between the source and the content belongs to the source
    if comma > source.extent.last
        && reader.is_comma(source.extent.last)
        && is_noun_phrase(reader, source.extent.last + 1)
    {
        source.extent.last = comma;
    }
    comma + 1
}

fn opens_content(reader: &Reader<'_>, i: u32, limit: u32) -> bool {
    reader.starts_clause(i, limit)
        || reader.opens(i).is_some()
        || matches!(reader.pos(i), Some(Pos::Sconj | Pos::Adp | Pos::Adv))
            && !one_of!(reader.hash(i), "including" | "of" | "as" | "from" | "with" | "by" | "for" | "where" | "when")
}

fn is_noun_phrase(reader: &Reader<'_>, i: u32) -> bool {
    reader.phrase_at(i).is_some_and(|(_, phrase)| !phrase.time)
}

/// What follows the source of an "according to" between commas: the rest of what it interrupts.
fn resumed(reader: &Reader<'_>, source: &mut Mention, base: u32, front: Extent) -> Option<Extent> {
    let limit = reader.sentence(front.first).last;
    let complete = (front.first..front.last).any(|i| reader.is_finite(i));
    let comma = if reader.is_comma(source.extent.last) || reader.is_dash(source.extent.last) {
        source.extent.last
    } else {
        (base..source.extent.last).find(|&i| reader.is_comma(i))?
    };
    let next = comma + 1;
    let verb = if reader.pos(next) == Some(Pos::Adv) { next + 1 } else { next };
    // "Had help come, according to the mayor, the town would stand"
    let inverted = one_of!(reader.hash(front.first), "had" | "should" | "were");
    let adverbial = matches!(reader.pos(front.first), Some(Pos::Sconj | Pos::Adp | Pos::Adv)) || inverted || !complete;
    if !(reader.is_finite(verb) && next < limit || adverbial && reader.starts_clause(next, limit)) {
        return None;
    }
    source.extent.last = source.extent.last.min(comma);
    let end = content::end(reader, next, None, Form::Clause);
    content::piece(reader, next, end)
}

/// Where a content ends that may hold a list with semicolons: "A, the mayor of B; C, his deputy; and D".
fn list_end(reader: &Reader<'_>, start: u32) -> u32 {
    let limit = reader.sentence(start).last;
    let mut end = content::end(reader, start, None, Form::Clause);
    while one_of!(reader.hash(end), ";") && (end..limit).any(|i| content::ends_list(reader, i)) {
        end = content::end(reader, end + 1, None, Form::Clause).max(end + 1);
    }
    end
}

/// Where the clause that "according to" closes begins: behind the last sign that parts sentences, or behind a bracket that
/// is still open.
fn front_start(reader: &Reader<'_>, first: u32, end: u32) -> u32 {
    let from = first.max(end.saturating_sub(100));
    let mut closed = false;
    for i in (from..end).rev() {
        if one_of!(reader.hash(i), ")") {
            closed = true;
        } else if one_of!(reader.hash(i), "(") {
            if !closed {
                return i + 1;
            }
            closed = false;
        } else if one_of!(reader.hash(i), ";") && !content::ends_list(reader, i) {
            return i + 1;
        }
    }
    first
}

/// "Bridge Closed, Mayor Reports": the capitals of a headline make a noun of the verb at its end.
fn headline(reader: &Reader<'_>, sentence: usize, found: &mut Vec<Candidate>) {
    const LONGEST_SOURCE: u32 = 5;
    /// So many reports are looked over for that of the verb.
    const LATEST: usize = 16;
    let range = &reader.document.sentences[sentence];
    if range.kind != SentenceKind::Heading || range.lexemes.len() < 5 {
        return;
    }
    let cue = range.lexemes.end - 1;
    let read = || found.iter().rev().take(LATEST).any(|candidate| candidate.head == Some(cue));
    let last = reader.word(cue).filter(|word| match word.pos {
        Pos::Noun | Pos::Propn => true,
        // "Songs carry farther than thought, study shows": where syntax has seen no report
        Pos::Verb => word.form == VerbForm::Present && !read(),
        _ => false,
    });
    let Some(word) = last else { return };
    let uses = reader.vocabulary.of_spelling(reader.document, word);
    if !uses.has(Uses::SAY.or(Uses::SHOW)) || !uses.has(Uses::FOLLOW) {
        return;
    }
    let from = cue.saturating_sub(LONGEST_SOURCE + 1).max(range.lexemes.start);
    let Some(comma) = (from..cue - 1).rev().find(|&i| reader.is_comma(i)) else { return };
    let source = Mention { extent: Extent::new(comma + 1, cue), head: cue - 1, phrase: None };
    let speaks = reader.uses(source.head).has(SPEAKERS) || reader.pos(source.head) == Some(Pos::Propn);
    let Some(content) = content::piece(reader, range.lexemes.start, comma).filter(|_| speaks) else { return };
    let mut candidate = Candidate::new("attribution/headline", Extent::new(cue, cue + 1), cue, uses);
    candidate.source = Some(source);
    candidate.rank = 7;
    candidate.content.push(content);
    found.push(candidate);
}

/// "Flood kills nine: governor": a heading that names its source behind its last colon.
fn named_last(reader: &Reader<'_>, sentence: usize, found: &mut Vec<Candidate>) {
    const LONGEST_SOURCE: u32 = 5;
    let range = &reader.document.sentences[sentence];
    let (first, last) = (range.lexemes.start, range.lexemes.end);
    if range.kind != SentenceKind::Heading || range.lexemes.len() < 5 {
        return;
    }
    let from = last.saturating_sub(LONGEST_SOURCE + 1).max(first);
    // "Tanker hit by drone, crew safe -agency"
    let stuck = |i: u32| {
        one_of!(reader.hash(i), "-")
            && reader.word(i).is_some_and(|dash| dash.gap == Gap::Space && dash.pos == Pos::Punct)
    };
    let parts = |i: u32| one_of!(reader.hash(i), ":") || reader.is_dash(i) || stuck(i);
    let Some(colon) = (from..last - 1).rev().find(|&i| parts(i)) else { return };
    let source = Mention { extent: Extent::new(colon + 1, last), head: last - 1, phrase: None };
    let named = source.extent.range().all(|i| reader.pos(i as u32) == Some(Pos::Propn));
    let speaks = reader.uses(source.head).has(SPEAKERS) && reader.pos(source.head) != Some(Pos::Verb);
    let told = (first..colon).any(|i| matches!(reader.pos(i), Some(Pos::Verb | Pos::Aux)));
    let Some(content) = content::piece(reader, first, colon).filter(|_| told && (named || speaks)) else { return };
    let mut candidate = Candidate::new("attribution/headline", Extent::new(colon, colon + 1), colon, Uses::default());
    candidate.source = Some(source);
    candidate.rank = 8;
    candidate.content.push(content);
    found.push(candidate);
}

/// "SMITH: The bridge fell." in transcripts, "Mayor: The bridge is safe" in headlines.
fn colon(reader: &Reader<'_>, sentence: usize, found: &mut Vec<Candidate>) {
    let range = &reader.document.sentences[sentence];
    let first = range.lexemes.start;
    let limit = range.lexemes.end.min(first + 9);
    let mut colon = reader.next_end(first, limit);
    while colon < limit && !one_of!(reader.hash(colon), ":") {
        colon = reader.next_end(colon + 1, limit);
    }
    if colon == limit {
        return;
    }
    // a speaker can be cut off as a sentence of its own
    let next = reader.document.sentences.get(sentence + 1);
    let goes_on = colon + 1 < range.lexemes.end
        || reader.opens(colon + 1).is_some()
        || next.is_some_and(|next| next.paragraph == range.paragraph);
    if colon + 1 == range.lexemes.end {
        found.extend(super::statement::attributable(reader, first, colon));
    }
    if colon == first || !goes_on {
        return;
    }
    // "Ada Bright: leading banker in the port": what is told of somebody in a list
    let small = reader.word(colon + 1).is_some_and(|word| !word.shape.has(Shape::CAPITAL) && word.pos != Pos::Punct);
    if range.kind != SentenceKind::Heading && sentence > 0 && small && range.lexemes.end - colon > 4 {
        let mut own = colon + 1..range.lexemes.end;
        if !own.any(|i| reader.is_finite(i)) {
            return;
        }
    }
    let starts_paragraph = sentence == 0 || reader.document.sentences[sentence - 1].paragraph != range.paragraph;
    let word = |i: u32| reader.word(i).map_or(Shape(0), |word| word.shape);
    // "No: 214, 19 October": a number
    if colon == first + 1 && one_of!(reader.hash(first), "no") {
        return;
    }
    let asks = one_of!(reader.hash(first), "question" | "q" | "answer" | "a" | "reporter" | "interviewer");
    let upper = (first..colon).all(|i| word(i).has(Shape::UPPER) || reader.is_punctuation(i)) && colon > first + 1
        || asks && colon == first + 1 && word(first).has(Shape::CAPITAL);
    let heading = sentence == 0 || range.kind == SentenceKind::Heading;
    // "Ada Bright: I would run again": a name that looks like other words
    let named = heading && colon - first <= 3 && (first..colon).all(|i| word(i).has(Shape::CAPITAL));
    // "HRW: Drone strike killed two men"
    let short = heading
        && colon == first + 1
        && word(first).has(Shape::UPPER)
        && reader.word(first).is_some_and(|name| {
            (3..=6).contains(&(name.end - name.start)) && !reader.document.lexicon.is_verb(name.entry)
        });
    let source = match reader.phrase_at(first) {
        Some((id, phrase)) => {
            let speaks = short
                || reader.pos(phrase.head) == Some(Pos::Propn) && word(phrase.head).has(Shape::CAPITAL)
                || heading && reader.uses(phrase.head).has(SPEAKERS)
                // "Spokesperson: She has.", in the record of a briefing
                || word(first).has(Shape::CAPITAL) && reader.uses(phrase.head).has(Uses::ROLE);
            let whole = phrase.base.last == colon || phrase.full.last == colon;
            let initial = !asks && reader.word(phrase.head).is_some_and(|word| word.end - word.start < 2);
            let speaker = whole && !phrase.time && !initial && (speaks || upper || quote_behind(reader, colon));
            match speaker {
                true => Some(reader.mention(id)),
                false => (named && !whole).then(|| Mention {
                    extent: Extent::new(first, colon),
                    head: colon - 1,
                    phrase: None,
                }),
            }
        }
        // a speaker in capitals can look like a dateline
        None => (upper || named).then(|| Mention { extent: Extent::new(first, colon), head: colon - 1, phrase: None }),
    };
    // "Said Hale: “...”"
    let said = colon > first + 1
        && one_of!(reader.hash(first), "said" | "says" | "added" | "asked")
        && reader.is_capital(first + 1)
        && reader.opens(colon + 1).is_some();
    if said {
        let source = Mention { extent: Extent::new(first + 1, colon), head: colon - 1, phrase: None };
        let mut candidate =
            Candidate::new("attribution/verb-colon", Extent::new(first, first + 1), first, reader.uses(first));
        candidate.source = Some(source);
        candidate.rank = 9;
        let end = content::end(reader, colon + 1, None, Form::Clause);
        candidate.content.extend(content::piece(reader, colon + 1, end));
        found.extend((!candidate.content.is_empty()).then_some(candidate));
        return;
    }
    let Some(source) = source.filter(|_| starts_paragraph && !is_label(reader, first, colon)) else { return };
    let mut candidate = Candidate::new(super::turn::COLON, Extent::new(colon, colon + 1), colon, Uses::default());
    candidate.source = Some(source);
    candidate.rank = 8;
    let end = match reader.opens(colon + 1) {
        Some(_) => content::end(reader, colon + 1, None, Form::Clause),
        None => content::trim(reader, colon + 1, paragraph_end(reader, sentence)),
    };
    candidate.content.extend(content::piece(reader, colon + 1, end));
    // "Lesk: Rebels say the bridge fell": so does whoever says it
    let reported =
        heading && !asks && !reader.uses(source.head).has(SPEAKERS) && reader.opens(colon + 1).is_none() && {
            let subject = reader.phrase_at(colon + 1).map(|(_, phrase)| phrase.link);
            let clause = subject.and_then(|link| match link {
                Link::Subject(clause) => reader.clause(clause).verb(),
                _ => None,
            });
            clause.is_some_and(|verb| {
                reader.form(verb) == VerbForm::Present
                    && reader.uses(verb).has(Uses::SAY)
                    && reader.uses(verb).has(Uses::FOLLOW)
            })
        };
    // "Nigeria: Villagers flee as soldiers look on", "Orvia-Lisk: Truce holds": a country tells what the heading is about, unless it
    // speaks of itself
    let speaks_of_itself = |i: u32| one_of!(reader.hash(i), "we" | "our" | "us" | "i" | "my");
    let country = |i: u32| reader.word(i).is_some_and(|word| reader.vocabulary.is_country(reader.document, word));
    // "Orvia: “Nine dead” in market blast" quotes no more than a part
    let quotes_all = || {
        let quotation = reader.opens(colon + 1);
        quotation.is_some_and(|quotation| quotation.close.is_none_or(|close| close + 1 >= range.lexemes.end))
    };
    let topic =
        heading && (country(source.head) || country(first)) && !quotes_all() && !(colon + 1..end).any(speaks_of_itself);
    if reported || topic {
        return;
    }
    // headlines do without tense: "Hale: Rivals taking new roads"
    // "Egypt: Journalist held over article": without a present, a country tells what the heading is about
    let place = heading && reader.uses(source.head).has(Uses::PLACE);
    // "Egypt: Raid kills nine": so does one in front of what has happened there
    if place && happens_behind(reader, colon + 1) {
        return;
    }
    let speaks = |i: u32| match reader.pos(i) {
        Some(Pos::Verb) if place => reader.form(i) == VerbForm::Present,
        Some(Pos::Verb) if heading => i > colon + 1 || reader.is_finite(i),
        _ => reader.is_finite(i),
    };
    if candidate.content.iter().any(|piece| (piece.first..piece.last).any(speaks) || reader.opens(colon + 1).is_some())
    {
        found.push(candidate);
    }
}

/// "Surge in wounded patients strains hospitals", "Raid kills nine": whether the subject that begins here is no name, and its verb in the
/// present tells what it does.
fn happens_behind(reader: &Reader<'_>, first: u32) -> bool {
    let Some((_, phrase)) = reader.phrase_at(first) else { return false };
    let Link::Subject(id) = phrase.link else { return false };
    let acts = reader.clause(id).group.is_some_and(|group| {
        group.mood == Mood::Finite && !group.copula && group.modal.is_none() && group.tense == GroupTense::Present
    });
    let thing = reader.pos(phrase.head) == Some(Pos::Noun) && !reader.uses(phrase.head).has(Uses::SOURCE.or(SPEAKERS));
    acts && thing
}

/// "BREAKING: Blast heard", "Press release: Minister visits": what kind of text it is.
fn is_label(reader: &Reader<'_>, first: u32, colon: u32) -> bool {
    let label = |word: &Word| reader.vocabulary.is_label(reader.document, word);
    colon <= first + 3 && colon.checked_sub(1).and_then(|last| reader.word(last)).is_some_and(label)
}

fn quote_behind(reader: &Reader<'_>, colon: u32) -> bool {
    reader.opens(colon + 1).is_some()
}

fn paragraph_end(reader: &Reader<'_>, sentence: usize) -> u32 {
    const MOST_SENTENCES: usize = 30;
    let sentences = &reader.document.sentences;
    let paragraph = sentences[sentence].paragraph;
    let same = sentences[sentence..].iter().take(MOST_SENTENCES).take_while(|sentence| sentence.paragraph == paragraph);
    same.last().map_or(sentences[sentence].lexemes.end, |sentence| sentence.lexemes.end)
}
