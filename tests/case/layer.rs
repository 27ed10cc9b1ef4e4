//! What each layer writes about a text: one line for each thing found, as short as it can be and still be told apart.

use factive::{Attribution, Extraction, Extractor, Span, TokenKind, VerbForm, extract};

/// `They won't pay $/symbol 5/number m .`: a line for each line of the text that has tokens.
pub fn tokens(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut end = None;
    for token in factive::tokens(text) {
        let new_line = end.is_none_or(|end| Span::new(end, token.span.start).of(text).contains('\n'));
        end = Some(token.span.end);
        if new_line {
            lines.push(String::new());
        }
        let kind = match token.kind {
            TokenKind::Word | TokenKind::Punctuation => String::new(),
            kind => format!("/{kind:?}").to_lowercase(),
        };
        let line = lines.last_mut().expect("just pushed");
        let space = if line.is_empty() { "" } else { " " };
        *line += &format!("{space}{}{kind}", token.text.replace(char::is_whitespace, "_"));
    }
    lines
}

/// `prose 0: They won't pay.`: the kind, the number of the paragraph, the sentence.
pub fn sentences(text: &str) -> Vec<String> {
    let line =
        |s: factive::Sentence| format!("{} {}: {}", format!("{:?}", s.kind).to_lowercase(), s.paragraph, flat(s.text));
    factive::sentences(text).map(line).collect()
}

/// `They/PRON did/AUX.past n't/PART strike/VERB.base a/DET deal/NOUN ./PUNCT`: a line for each sentence.
pub fn tags(text: &str) -> Vec<String> {
    let mut words = factive::tagged_words(text).peekable();
    let line = |sentence: factive::Sentence| {
        let mut line = Vec::new();
        while let Some(word) = words.next_if(|word| word.span.start < sentence.span.end) {
            let form = match word.form {
                VerbForm::None => String::new(),
                form => format!(".{form:?}").to_lowercase(),
            };
            line.push(format!("{}/{}{form}", flat(word.text), word.pos));
        }
        line.join(" ")
    };
    factive::sentences(text).map(line).collect()
}

/// `hedge modal "may" over "debris may have damaged two substations" (hedge/modal-may)`
pub fn cues(text: &str) -> Vec<String> {
    let extraction = extract(text);
    let line = |cue: &factive::Cue| format!("{cue} over \"{}\" ({})", flat(cue.scope.of(text)), cue.rule);
    extraction.cues.iter().map(line).collect()
}

/// `role "The governor"`, `person "he" -> "Governor Ana Ruiz" name="Ana Ruiz" (source/pronoun)`
pub fn sources(text: &str) -> Vec<String> {
    let extraction = extract(text);
    let line = |source: &factive::Source| {
        let mut line = format!("{} \"{}\"", source.kind, flat(&source.text));
        if let Some(fuller) = source.refers_to.and_then(|id| extraction.source(id)) {
            line += &format!(" -> \"{}\"", flat(&fuller.text));
        }
        if let Some(name) = &source.name {
            line += &format!(" name=\"{}\"", flat(name));
        }
        if let Some(rule) = &source.link_rule {
            line += &format!(" ({rule})");
        }
        line
    };
    extraction.sources.iter().map(line).collect()
}

/// `"The governor" wrote via "her channel": "debris may have damaged two substations" indirect uncommitted (attribution/verb-that)`
pub fn attributions(text: &str) -> Vec<String> {
    let extraction = extract(text);
    extraction.attributions.iter().map(|attribution| attribution_line(text, &extraction, attribution)).collect()
}

fn attribution_line(text: &str, extraction: &Extraction, attribution: &Attribution) -> String {
    let sources = attribution.source_chain.iter().filter_map(|id| extraction.source(*id));
    let sources: Vec<String> = sources.map(|source| format!("\"{}\"", flat(&source.text))).collect();
    let mut line = if sources.is_empty() { "nobody".to_owned() } else { sources.join(" citing ") };
    line += &attribution.cue.as_ref().map_or(" without a cue".into(), |cue| format!(" {}", flat(&cue.text)));
    if let Some(addressee) = &attribution.addressee {
        line += &format!(" to \"{}\"", flat(&addressee.text));
    }
    if let Some(channel) = &attribution.channel {
        line += &format!(" via \"{}\"", flat(&channel.text));
    }
    let content = pieces(text, &attribution.content);
    format!("{line}: {content} {} {} ({})", attribution.style, attribution.stance, attribution.rule)
}

/// `damage damaged agent="debris" target="two substations" count=2 possible past (event/damage-verb)`
pub fn events(text: &str) -> Vec<String> {
    event_lines(&extract(text))
}

/// The same with the events of kind `other`.
pub fn all_events(text: &str) -> Vec<String> {
    event_lines(&Extractor::builder().all_events().build().unwrap().extract(text))
}

fn event_lines(extraction: &Extraction) -> Vec<String> {
    extraction.events.iter().map(|event| format!("{event} ({})", event.rule)).collect()
}

/// `hedged possible past by "The governor" (wrote): "debris may have ..." [may] {damage damaged agent="debris"}`
pub fn claims(text: &str) -> Vec<String> {
    let extraction = extract(text);
    extraction.claims.iter().map(|claim| extraction.line(claim).to_string()).collect()
}

fn pieces(text: &str, spans: &[Span]) -> String {
    spans.iter().map(|span| format!("\"{}\"", flat(span.of(text)))).collect::<Vec<_>>().join(" + ")
}

/// The text on one line.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
