//! Reads the annotated articles. Their format is described in `README.md` beside this file.

use std::collections::HashMap;
use std::path::Path;

use factive::{Certainty, EventKind, Polarity, Role, SourceKind, Span, Status, Tense};
use serde::de::DeserializeOwned;

use crate::document::{Claim, Document, Event, Source};

/// An article and what people say it claims.
pub struct Article {
    /// The file's name without its ending: `court-bribe`.
    pub name: String,
    pub text: String,
    pub gold: Document,
}

impl Article {
    /// The first part of the name: `court`.
    pub fn topic(&self) -> &str {
        self.name.split('-').next().unwrap_or(&self.name)
    }
}

/// Reads every article of a folder, in the order of the names. What is wrong in any of them is told with file and line.
pub fn read(folder: &Path) -> Result<Vec<Article>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    paths.sort();
    let (mut articles, mut errors) = (Vec::new(), Vec::new());
    for path in paths {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        match std::fs::read_to_string(&path) {
            Ok(content) => match parse(&name, &content.replace("\r\n", "\n")) {
                Ok(article) => articles.push(article),
                Err(wrong) => errors.extend(wrong.iter().map(|(line, what)| format!("{name}.txt:{line}: {what}"))),
            },
            Err(error) => errors.push(format!("{name}.txt: {error}")),
        }
    }
    if errors.is_empty() { Ok(articles) } else { Err(errors.join("\n")) }
}

type Wrong = (usize, String);

pub fn parse(name: &str, content: &str) -> Result<Article, Vec<Wrong>> {
    let Some((text, notes)) = content.split_once("\n---\n") else {
        return Err(vec![(1, "no line \"---\" between the text and its annotation".into())]);
    };
    let first = text.lines().count() + 2;
    let mut reader =
        Reader { text, gold: Document::default(), linked: HashMap::new(), links: Vec::new(), lines: Vec::new() };
    let mut wrong = Vec::new();
    for (i, line) in notes.lines().enumerate() {
        if let Err(what) = reader.line(line.trim()) {
            wrong.push((first + i, what));
        }
        reader.lines.resize(reader.gold.claims.len(), first + i);
    }
    let claims = reader.gold.claims.iter().zip(&reader.lines);
    wrong.extend(claims.filter_map(|(claim, line)| Some((*line, check(claim).err()?))));
    reader.link();
    if wrong.is_empty() {
        Ok(Article { name: name.to_owned(), text: text.to_owned(), gold: reader.gold })
    } else {
        Err(wrong)
    }
}

struct Reader<'t> {
    text: &'t str,
    gold: Document,
    /// The source of each span.
    linked: HashMap<Span, usize>,
    /// Sources and where the fuller mention stands that they link to.
    links: Vec<(usize, Span)>,
    /// The line of each claim.
    lines: Vec<usize>,
}

impl Reader<'_> {
    fn line(&mut self, line: &str) -> Result<(), String> {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "" => Ok(()),
            "#" => Ok(()),
            "*" => self.claim(rest),
            "by" => self.by(rest),
            "hedge" => self.hedges(rest),
            "!" => self.event(rest, true),
            "loose" => self.event(rest, false),
            _ => self.status(line),
        }
    }

    fn claim(&mut self, rest: &str) -> Result<(), String> {
        let mut content: Vec<Span> = Vec::new();
        for piece in rest.split(" | ") {
            let span = self.find(piece, &content, &content, Prefer::Nearest)?;
            if span.of(self.text).starts_with(QUOTES) || span.of(self.text).ends_with(QUOTES) {
                return Err(format!("\"{piece}\" has its quotation marks at its ends"));
            }
            content.push(span);
        }
        self.gold.claims.push(Claim { content, ..Claim::default() });
        Ok(())
    }

    /// `hedged possible past secondary`: the status first, then whatever is not positive, certain and primary.
    fn status(&mut self, line: &str) -> Result<(), String> {
        let claim = self.gold.claims.last_mut().ok_or("a status without a claim")?;
        let mut words = line.split_whitespace();
        let first = words.next().unwrap_or("");
        claim.status = named::<Status>(first).ok_or_else(|| format!("\"{first}\" begins no line that is known"))?;
        match claim.status {
            Status::Projected => claim.tense = Tense::Future,
            Status::Open => (claim.polarity, claim.certainty) = (Polarity::Open, Certainty::Unknown),
            _ => {}
        }
        for word in words {
            if let Some(polarity) = named::<Polarity>(word) {
                claim.polarity = polarity;
            } else if let Some(certainty) = named::<Certainty>(word) {
                claim.certainty = certainty;
            } else if let Some(tense) = named::<Tense>(word) {
                claim.tense = tense;
            } else if word == "secondary" {
                claim.primary = false;
            } else {
                return Err(format!("\"{word}\" is no polarity, certainty or tense"));
            }
        }
        Ok(())
    }

    /// `by media the agency > role a port worker -> Jon Abel (citing)`
    fn by(&mut self, rest: &str) -> Result<(), String> {
        let content = self.gold.claims.last().ok_or("a source without a claim")?.content.clone();
        let (sources, cue) = rest
            .strip_suffix(')')
            .and_then(|rest| rest.rsplit_once('('))
            .ok_or("a source is followed by its cue: by officials (said), or by officials () where there is none")?;
        let mut chain = Vec::new();
        if sources.trim() != "nobody" {
            for mention in sources.split(" > ") {
                chain.push(self.source(mention.trim(), &content)?);
            }
        }
        let near = chain.last().map_or(content.clone(), |&id: &usize| vec![self.gold.sources[id].span]);
        let cue = match cue.trim() {
            "" => None,
            cue => Some(self.find(cue, &near, &content, Prefer::Nearest)?),
        };
        let claim = self.gold.claims.last_mut().ok_or("a source without a claim")?;
        claim.attributed = true;
        (claim.source, claim.cue) = (chain.last().copied(), cue);
        Ok(())
    }

    /// `role a port worker -> Jon Abel`; the kind stands where the mention is first named.
    fn source(&mut self, mention: &str, content: &[Span]) -> Result<usize, String> {
        let (mention, target) = match mention.split_once(" -> ") {
            Some((mention, target)) => (mention, Some(target)),
            None => (mention, None),
        };
        let (kind, mention) = match mention.split_once(' ') {
            Some((word, rest)) if named::<SourceKind>(word).is_some() => (named::<SourceKind>(word), rest),
            _ => (None, mention),
        };
        let span = self.find(mention, content, content, Prefer::Nearest)?;
        let id = match (self.linked.get(&span), kind) {
            (Some(&id), None) => id,
            (Some(&id), Some(kind)) if self.gold.sources[id].kind == kind => id,
            (Some(_), Some(_)) => return Err(format!("\"{mention}\" has another kind above")),
            (None, None) => return Err(format!("\"{mention}\" at {} needs its kind", self.place(span))),
            (None, Some(kind)) => {
                self.gold.sources.push(Source { span, kind, refers_to: None, same: Vec::new() });
                self.linked.insert(span, self.gold.sources.len() - 1);
                self.gold.sources.len() - 1
            }
        };
        if let Some(target) = target {
            self.links.push((id, self.find_before(target, span)?));
        }
        Ok(id)
    }

    fn hedges(&mut self, rest: &str) -> Result<(), String> {
        let content = self.gold.claims.last().ok_or("a hedge without a claim")?.content.clone();
        for hedge in rest.split(" | ") {
            let span = self.find(hedge, &content, &[], Prefer::Inside)?;
            self.gold.claims.last_mut().ok_or("a hedge without a claim")?.hedges.push(span);
        }
        Ok(())
    }

    /// `damage damaged | agent debris | target two substations | count 2 | possible`
    fn event(&mut self, rest: &str, in_claim: bool) -> Result<(), String> {
        let mut fields = rest.split(" | ");
        let head = fields.next().unwrap_or("");
        let (kind, trigger) = head.split_once(' ').ok_or("an event has a kind and a trigger")?;
        let (kind, optional) = kind.strip_suffix('?').map_or((kind, false), |kind| (kind, true));
        let kind = match EventKind::from_name(kind) {
            EventKind::Custom(kind) => return Err(format!("there is no kind of event \"{kind}\"")),
            kind => kind,
        };
        let claim = self.gold.claims.last().filter(|_| in_claim);
        let content = claim.map_or(Vec::new(), |claim| claim.content.clone());
        let (polarity, certainty) =
            claim.map_or((Polarity::Positive, Certainty::Certain), |claim| (claim.polarity, claim.certainty));
        let trigger = self.find(trigger, &content, &[], Prefer::Inside)?;
        if in_claim && !content.iter().any(|piece| piece.contains(trigger)) {
            return Err("the trigger does not stand in the content of the claim".into());
        }
        if self.gold.events.iter().any(|event| event.trigger.overlaps(trigger)) {
            return Err(format!("the event at {} stands twice", self.place(trigger)));
        }
        let mut event = Event { trigger, kind, args: Vec::new(), count: None, polarity, certainty, optional };
        for field in fields {
            self.field(field, &mut event)?;
        }
        self.gold.events.push(event);
        Ok(())
    }

    fn field(&self, field: &str, event: &mut Event) -> Result<(), String> {
        let (word, rest) = field.split_once(' ').unwrap_or((field, ""));
        if let Some(role) = named::<Role>(word) {
            event.args.push((role, self.find(rest, &[event.trigger], &[], Prefer::Nearest)?));
        } else if word == "count" {
            event.count = Some(count(rest).ok_or_else(|| format!("\"{rest}\" is no count"))?);
        } else {
            for word in field.split_whitespace() {
                if let Some(polarity) = named::<Polarity>(word) {
                    event.polarity = polarity;
                } else if let Some(certainty) = named::<Certainty>(word) {
                    event.certainty = certainty;
                } else {
                    return Err(format!("\"{word}\" is no role, count, polarity or certainty"));
                }
            }
        }
        Ok(())
    }

    /// Sets the links: to the mention that holds the target, or to a mention that is no source itself.
    fn link(&mut self) {
        let sources = &mut self.gold.sources;
        for (source, target) in self.links.drain(..) {
            let fuller = sources.iter().find(|other| other.span.contains(target));
            sources[source].refers_to = Some(fuller.map_or(target, |fuller| fuller.span));
        }
        let fullest = |mut span: Span| {
            for _ in 0..sources.len() {
                span = sources.iter().find(|other| other.span == span).and_then(|s| s.refers_to).unwrap_or(span);
            }
            span
        };
        let roots: Vec<Span> = sources.iter().map(|source| fullest(source.span)).collect();
        let spans: Vec<Span> = sources.iter().map(|source| source.span).collect();
        for (source, root) in sources.iter_mut().zip(&roots) {
            let others = spans.iter().zip(&roots).filter(|(span, other)| *other == root && **span != source.span);
            source.same = others.map(|(span, _)| *span).chain([*root]).collect();
        }
    }

    fn place(&self, span: Span) -> String {
        let line = self.text[..span.start].matches('\n').count() + 1;
        format!("{}..{} (line {line})", span.start, span.end)
    }

    /// The occurrence of a text that is meant: the one that `#2` names, else one near a place that does not touch what
    /// is to be avoided.
    fn find(&self, wanted: &str, near: &[Span], avoid: &[Span], prefer: Prefer) -> Result<Span, String> {
        let (wanted, number) = numbered(wanted);
        let mut found = occurrences(self.text, wanted);
        if found.is_empty() {
            return Err(format!("\"{wanted}\" does not stand in the article"));
        }
        let all = found.len();
        if let Some(number) = number {
            let nth = number.checked_sub(1).and_then(|n| found.get(n).copied());
            return nth.ok_or_else(|| format!("\"{wanted}\" stands in the article {all} times only"));
        }
        found.retain(|span| !avoid.iter().any(|piece| piece.overlaps(*span)));
        let held = |span: &Span| near.iter().any(|piece| piece.contains(*span));
        if matches!(prefer, Prefer::Inside) && found.iter().any(held) {
            found.retain(held);
            return if found.len() == 1 { Ok(found[0]) } else { Err(ambiguous(wanted, all)) };
        }
        let gap = |span: Span| near.iter().map(|piece| gap(*piece, span)).min().unwrap_or(0);
        let least = found.iter().map(|span| gap(*span)).min();
        found.retain(|span| Some(gap(*span)) == least);
        match found[..] {
            [span] => Ok(span),
            _ => Err(ambiguous(wanted, all)),
        }
    }

    /// The nearest occurrence before a span, else the nearest behind it.
    fn find_before(&self, wanted: &str, span: Span) -> Result<Span, String> {
        let (wanted, number) = numbered(wanted);
        let found = occurrences(self.text, wanted);
        match number {
            Some(number) => number.checked_sub(1).and_then(|n| found.get(n)),
            None => found.iter().rfind(|other| other.end <= span.start).or(found.iter().find(|o| o.start >= span.end)),
        }
        .copied()
        .ok_or_else(|| format!("no fuller mention \"{wanted}\" in the article"))
    }
}

const QUOTES: [char; 3] = ['"', '“', '”'];

/// Which of several occurrences is meant.
enum Prefer {
    /// The one inside of the place where it is looked for; it must not stand there twice. Else the nearest.
    Inside,
    /// The nearest.
    Nearest,
}

fn ambiguous(wanted: &str, times: usize) -> String {
    format!("\"{wanted}\" stands in the article {times} times: say which one, \"{wanted}#1\" to \"#{times}\"")
}

/// `Officials#2`
fn numbered(wanted: &str) -> (&str, Option<usize>) {
    match wanted.trim().rsplit_once('#') {
        Some((text, number)) if number.parse::<usize>().is_ok() => (text, number.parse().ok()),
        _ => (wanted.trim(), None),
    }
}

/// Where a text stands as whole words.
fn occurrences(text: &str, wanted: &str) -> Vec<Span> {
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let whole = |start: usize, end: usize| {
        let joins_before = word(wanted.chars().next()) && word(text[..start].chars().next_back());
        let joins_behind = word(wanted.chars().next_back()) && word(text[end..].chars().next());
        !joins_before && !joins_behind
    };
    if wanted.is_empty() {
        return Vec::new();
    }
    let found = text.match_indices(wanted).map(|(start, _)| (start, start + wanted.len()));
    found.filter(|&(start, end)| whole(start, end)).map(|(start, end)| Span::new(start, end)).collect()
}

fn gap(a: Span, b: Span) -> usize {
    b.start.saturating_sub(a.end).max(a.start.saturating_sub(b.end))
}

/// `12`, `12..`, `3..9`
fn count(text: &str) -> Option<(u64, Option<u64>)> {
    match text.split_once("..") {
        None => text.parse().ok().map(|n| (n, Some(n))),
        Some((min, "")) => Some((min.parse().ok()?, None)),
        Some((min, max)) => Some((min.parse().ok()?, Some(max.parse().ok()?))),
    }
}

/// A value of the model by its name on the wire.
fn named<T: DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(word.into()).ok()
}

/// The status follows from the other marks, so the file must not say otherwise.
fn check(claim: &Claim) -> Result<(), String> {
    let follows = match (claim.polarity, claim.certainty, claim.tense) {
        (Polarity::Open, ..) | (_, Certainty::Unknown, _) => Status::Open,
        (_, Certainty::Possible | Certainty::Probable, _) => Status::Hedged,
        (_, _, Tense::Future) => Status::Projected,
        _ => Status::Factual,
    };
    if claim.status != follows {
        return Err(format!("the claim is {}, but its marks make it {follows}", claim.status));
    }
    if (claim.status == Status::Hedged) && claim.hedges.is_empty() {
        return Err("the claim is hedged, but no hedge is named".into());
    }
    if claim.status != Status::Hedged && claim.status != Status::Open && !claim.hedges.is_empty() {
        return Err(format!("the claim is {}, but a hedge is named", claim.status));
    }
    Ok(())
}
