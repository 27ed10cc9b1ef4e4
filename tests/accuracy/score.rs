//! Compares what was found with what was annotated. What each figure means is told in `README.md` beside this file.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use factive::{Role, Span};
use regex::Regex;

use crate::document::{Claim, Document, Event};

/// The figures of one or more articles: add to them with [`Figures::add`].
#[derive(Default)]
pub struct Figures {
    figures: Vec<(&'static str, Figure)>,
}

/// Counts that come to a percentage.
#[derive(Clone, Copy)]
pub enum Figure {
    /// How much of what was found is right, and how much of what is there was found.
    Found { right: usize, found: usize, gold: usize },
    /// How many answers are right.
    Right { right: usize, asked: usize },
}

impl Figure {
    /// Per cent: the F1, or the share of right answers; 0 where there is nothing.
    pub fn value(self) -> f64 {
        match self {
            Figure::Found { .. } => {
                let (p, r) = (self.precision(), self.recall());
                if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
            }
            Figure::Right { right, asked } => percent(right, asked),
        }
    }

    pub fn precision(self) -> f64 {
        match self {
            Figure::Found { right, found, .. } => percent(right, found),
            Figure::Right { .. } => self.value(),
        }
    }

    pub fn recall(self) -> f64 {
        match self {
            Figure::Found { right, gold, .. } => percent(right, gold),
            Figure::Right { .. } => self.value(),
        }
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}

impl Figures {
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, Figure)> {
        self.figures.iter().copied()
    }

    pub fn get(&self, name: &str) -> Option<Figure> {
        self.iter().find(|(other, _)| *other == name).map(|(_, figure)| figure)
    }

    pub fn add(&mut self, other: &Figures) {
        for (name, figure) in other.iter() {
            match figure {
                Figure::Found { right, found, gold } => self.found(name, right, found, gold),
                Figure::Right { right, asked } => self.right(name, right, asked),
            }
        }
    }

    fn found(&mut self, name: &'static str, right: usize, found: usize, gold: usize) {
        match self.figures.iter_mut().find(|(other, _)| *other == name) {
            Some((_, Figure::Found { right: r, found: f, gold: g })) => {
                (*r, *f, *g) = (*r + right, *f + found, *g + gold)
            }
            _ => self.figures.push((name, Figure::Found { right, found, gold })),
        }
    }

    fn right(&mut self, name: &'static str, right: usize, asked: usize) {
        match self.figures.iter_mut().find(|(other, _)| *other == name) {
            Some((_, Figure::Right { right: r, asked: a })) => (*r, *a) = (*r + right, *a + asked),
            _ => self.figures.push((name, Figure::Right { right, asked })),
        }
    }

    fn share(&mut self, name: &'static str, answers: impl Iterator<Item = bool>) {
        let (right, asked) = answers.fold((0, 0), |(right, asked), answer| (right + usize::from(answer), asked + 1));
        self.right(name, right, asked);
    }
}

/// What belongs together in the two documents.
pub struct Pairs {
    pub claims: Vec<(usize, usize)>,
    pub events: Vec<(usize, usize)>,
}

pub fn score(text: &str, gold: &Document, found: &Document) -> (Figures, Pairs) {
    let words = Words::of_text(text);
    let mut figures = Figures::default();
    let claims = claims(&mut figures, &words, gold, found);
    hedges(&mut figures, gold, found);
    let events = events(&mut figures, &words, gold, found);
    sources(&mut figures, &words, gold, found);
    (figures, Pairs { claims, events })
}

fn claims(figures: &mut Figures, words: &Words, gold: &Document, found: &Document) -> Vec<(usize, usize)> {
    let contents = |document: &Document| -> Vec<Set> { document.claims.iter().map(|c| words.of(&c.content)).collect() };
    let (gold_words, found_words) = (contents(gold), contents(found));
    let pairs = pair(gold_words.len(), found_words.len(), 0.5, |g, f| overlap(&gold_words[g], &found_words[f]));
    let of = |&(g, f): &(usize, usize)| (&gold.claims[g], &found.claims[f]);
    let same_source = |g: &Claim, f: &Claim| {
        let span = |document: &Document, claim: &Claim| claim.source.map(|id| document.sources[id].span);
        let (g, f) = (words.of(span(gold, g).as_slice()), words.of(span(found, f).as_slice()));
        (g.is_empty() && f.is_empty()) || dice(&g, &f) >= 0.5
    };

    let primary = |pairs: &[(usize, usize)], right: &dyn Fn(&Claim, &Claim) -> bool| {
        pairs.iter().map(of).filter(|(g, f)| g.primary && right(g, f)).count()
    };
    let in_passing = pairs.iter().map(of).filter(|(g, _)| !g.primary).count();
    let (given, wanted) = (found.claims.len() - in_passing, gold.claims.iter().filter(|claim| claim.primary).count());
    figures.found("claim", primary(&pairs, &|_, _| true), given, wanted);
    let tuple = primary(&pairs, &|g, f| g.status == f.status && same_source(g, f));
    figures.found("tuple", tuple, given, wanted);

    let all = || pairs.iter().map(of);
    figures.share("source", all().map(|(g, f)| same_source(g, f)));
    let cues = all().filter_map(|(g, f)| g.cue.map(|cue| f.cue.is_some_and(|other| other.overlaps(cue))));
    figures.share("cue", cues);
    figures.share("status", all().map(|(g, f)| g.status == f.status));
    figures.share("polarity", all().map(|(g, f)| g.polarity == f.polarity));
    figures.share("certainty", all().map(|(g, f)| g.certainty == f.certainty));
    figures.share("tense", all().map(|(g, f)| g.tense == f.tense));
    figures.share("primary", all().map(|(g, f)| g.primary == f.primary));
    pairs
}

fn hedges(figures: &mut Figures, gold: &Document, found: &Document) {
    let unique = |document: &Document| -> Vec<Span> {
        let spans: BTreeSet<Span> = document.claims.iter().flat_map(|claim| claim.hedges.iter().copied()).collect();
        spans.into_iter().collect()
    };
    let (gold, found) = (unique(gold), unique(found));
    let shared = |a: Span, b: Span| a.end.min(b.end).saturating_sub(a.start.max(b.start)) as f64;
    let right = pair(gold.len(), found.len(), f64::MIN_POSITIVE, |g, f| shared(gold[g], found[f])).len();
    figures.found("hedge", right, found.len(), gold.len());
}

fn events(figures: &mut Figures, words: &Words, gold: &Document, found: &Document) -> Vec<(usize, usize)> {
    let triggers =
        |document: &Document| -> Vec<Set> { document.events.iter().map(|e| words.of(&[e.trigger])).collect() };
    let (gold_words, found_words) = (triggers(gold), triggers(found));
    let alike = |g: usize, f: usize| dice(&gold_words[g], &found_words[f]);
    let any = pair(gold_words.len(), found_words.len(), f64::MIN_POSITIVE, alike);
    let mut pairs = pair(gold_words.len(), found_words.len(), f64::MIN_POSITIVE, |g, f| {
        if gold.events[g].kind == found.events[f].kind { alike(g, f) } else { 0.0 }
    });
    let optional = |&&(g, _): &&(usize, usize)| gold.events[g].optional;
    let free: BTreeSet<usize> = any.iter().chain(&pairs).filter(optional).map(|&(_, f)| f).collect();
    pairs.retain(|(g, f)| !gold.events[*g].optional && !free.contains(f));
    let untyped = any.iter().filter(|pair| !optional(pair)).count();
    let wanted: Vec<&Event> = gold.events.iter().filter(|event| !event.optional).collect();
    let given: Vec<&Event> =
        found.events.iter().enumerate().filter(|(f, _)| !free.contains(f)).map(|(_, event)| event).collect();
    figures.found("event", pairs.len(), given.len(), wanted.len());
    figures.found("event, any kind", untyped, given.len(), wanted.len());

    let of = |&(g, f): &(usize, usize)| (&gold.events[g], &found.events[f]);
    let args = |events: &[&Event]| events.iter().map(|event| ROLES.iter().filter_map(|r| arg(event, r)).count()).sum();
    let same = |(g, f): (&Event, &Event)| {
        let alike = |a: Span, b: Span| dice(&words.of(&[a]), &words.of(&[b])) >= 0.5;
        ROLES.iter().filter(|role| arg(g, role).zip(arg(f, role)).is_some_and(|(a, b)| alike(a, b))).count()
    };
    figures.found("argument", pairs.iter().map(of).map(same).sum(), args(&given), args(&wanted));
    figures.share("count", pairs.iter().map(of).filter(|(g, _)| g.count.is_some()).map(|(g, f)| g.count == f.count));
    figures.share("event polarity", pairs.iter().map(of).map(|(g, f)| g.polarity == f.polarity));
    figures.share("event certainty", pairs.iter().map(of).map(|(g, f)| g.certainty == f.certainty));
    pairs
}

/// The roles that are compared: the receiver counts as the target where there is no other, and so do the two ends of a
/// way as the place.
const ROLES: [&[Role]; 5] = [
    &[Role::Agent],
    &[Role::Target, Role::Recipient],
    &[Role::Instrument],
    &[Role::Place, Role::Destination, Role::Origin],
    &[Role::Time],
];

pub fn arg(event: &Event, roles: &[Role]) -> Option<Span> {
    roles.iter().find_map(|role| event.args.iter().find(|(other, _)| other == role)).map(|(_, span)| *span)
}

fn sources(figures: &mut Figures, words: &Words, gold: &Document, found: &Document) {
    let mentions = |document: &Document| -> Vec<Set> { document.sources.iter().map(|s| words.of(&[s.span])).collect() };
    let (gold_words, found_words) = (mentions(gold), mentions(found));
    let pairs = pair(gold_words.len(), found_words.len(), 0.5, |g, f| dice(&gold_words[g], &found_words[f]));
    let of = |&(g, f): &(usize, usize)| (&gold.sources[g], &found.sources[f]);
    figures.share("source kind", pairs.iter().map(of).map(|(g, f)| g.kind == f.kind));
    let links = gold.sources.iter().filter(|source| source.refers_to.is_some()).count();
    // A link of a mention that the annotation does not have as a source is neither right nor wrong.
    let given = pairs.iter().map(of).filter(|(_, f)| f.refers_to.is_some()).count();
    let right = pairs.iter().map(of).filter(|(g, f)| {
        let led_to = |target: Span| g.same.iter().any(|mention| mention.overlaps(target));
        g.refers_to.is_some() && f.refers_to.is_some_and(led_to)
    });
    figures.found("source link", right.count(), given, links);
}

/// Pairs two lists one to one, the best first, as long as the score is not below the floor.
fn pair(gold: usize, found: usize, floor: f64, score: impl Fn(usize, usize) -> f64) -> Vec<(usize, usize)> {
    let mut ranked: Vec<(f64, usize, usize)> = (0..gold)
        .flat_map(|g| (0..found).map(move |f| (g, f)))
        .map(|(g, f)| (score(g, f), g, f))
        .filter(|(score, ..)| *score >= floor)
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut used_gold, mut used_found) = (vec![false; gold], vec![false; found]);
    let mut pairs = Vec::new();
    for (_, g, f) in ranked {
        if !used_gold[g] && !used_found[f] {
            (used_gold[g], used_found[f]) = (true, true);
            pairs.push((g, f));
        }
    }
    pairs
}

type Set = BTreeSet<usize>;

/// The words of a text, by which spans are compared: punctuation and white space count for nothing.
struct Words(Vec<Span>);

impl Words {
    fn of_text(text: &str) -> Self {
        static WORD: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\w+(?:['’.,\-]\w+)*").unwrap());
        Self(WORD.find_iter(text).map(|word| Span::new(word.start(), word.end())).collect())
    }

    fn of(&self, spans: &[Span]) -> Set {
        let touched = |word: &Span| spans.iter().any(|span| span.overlaps(*word));
        self.0.iter().enumerate().filter(|(_, word)| touched(word)).map(|(i, _)| i).collect()
    }
}

/// Intersection over union.
fn overlap(a: &Set, b: &Set) -> f64 {
    let shared = a.intersection(b).count();
    if shared == 0 { 0.0 } else { shared as f64 / (a.len() + b.len() - shared) as f64 }
}

fn dice(a: &Set, b: &Set) -> f64 {
    let shared = a.intersection(b).count();
    if shared == 0 { 0.0 } else { 2.0 * shared as f64 / (a.len() + b.len()) as f64 }
}
