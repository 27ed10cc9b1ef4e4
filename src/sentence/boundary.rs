//! Where a sentence ends: the decision at each sign that may end one.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;

use super::evidence::{self, Evidence};
use super::layout::{self, Close, Marker, Style, slice};
use crate::token::{AbbreviationClass, Abbreviations, Classes, Gap, Lexeme, Shape, TokenKind};

/// How far back the start of a quotation is looked for, in lexemes.
const LONGEST_QUOTATION: usize = 200;

/// A line of signs drawn across the page is at least so long, in bytes.
const SHORTEST_RULE: u32 = 8;

/// Reads the lexemes of one text.
pub(super) struct Reader<'a> {
    text: &'a str,
    lexemes: &'a [Lexeme],
    abbreviations: &'a Abbreviations,
    /// Hashes of the words that the text has without a capital: a capital on one of these starts a sentence. Gathered
    /// only where a doubtful abbreviation asks for it.
    lower: OnceCell<HashSet<u64>>,
}

/// What may be the end of a sentence.
#[derive(Clone, Copy, PartialEq)]
enum Sign {
    Period,
    /// "!", "?" and their combinations.
    Mark,
    Ellipsis,
    /// A word with its own period.
    Abbreviation,
    /// "Yahoo!"
    Name,
    /// A sign that ends a sentence whatever follows: the full stop of Chinese and Japanese.
    Full,
}

/// What comes behind a sign and all that closes there.
#[derive(Clone, Copy)]
struct Next {
    /// The first lexeme, which may open a quotation or a bracket.
    first: usize,
    /// The first one that opens nothing.
    word: usize,
    gap: Gap,
    quote: bool,
    bracket: bool,
    case: Case,
}

#[derive(Clone, Copy, PartialEq)]
enum Case {
    Lower,
    Capital,
    Digit,
    /// A sign that goes on with a sentence: a comma, a colon.
    Inner,
    /// Any other sign.
    Other,
}

impl<'a> Reader<'a> {
    pub fn new(text: &'a str, lexemes: &'a [Lexeme], abbreviations: &'a Abbreviations) -> Self {
        Self { text, lexemes, abbreviations, lower: OnceCell::new() }
    }

    /// Where the sentence that starts at `start` ends, within `block`.
    pub fn sentence_end(&self, start: usize, block: &Range<usize>) -> usize {
        let marker = self.marker(start).filter(|marker| marker.end < block.end);
        if let Some(end) = self.label_end(start, block.end) {
            return end;
        }
        let mut at = marker.map_or(start, |marker| marker.end);
        while at < block.end {
            let lexeme = &self.lexemes[at];
            if self.is_plain(lexeme) && marker.is_none() {
                at += 1;
                continue;
            }
            if at > start && (self.is_bullet(at) || marker.is_some_and(|marker| self.is_next_item(marker, at))) {
                return at;
            }
            let Some(sign) = self.sign(at) else {
                at += 1;
                if at < block.end && self.is_seam(start, at, block.end) {
                    return at;
                }
                continue;
            };
            let (sign, run) = self.run(sign, at, block.end);
            let close = self.close(start, run, block.end);
            if close == block.end {
                return close;
            }
            match self.decide(sign, start, at, run, close, block.end) {
                // A surface token lies in one sentence, whatever it looks like: (Why?)'s.
                Some(end) if self.lexemes.get(end).is_none_or(|next| next.gap != Gap::Inside) => return end,
                _ => at = close.max(at + 1),
            }
        }
        block.end
    }

    /// A word that decides nothing: most lexemes. Words in capitals may be a time ("11:21 AM") or a credit.
    #[inline]
    fn is_plain(&self, lexeme: &Lexeme) -> bool {
        lexeme.kind == TokenKind::Word
            && !lexeme.shape.has(Shape::PERIOD)
            && (!lexeme.shape.has(Shape::CAPITAL) || {
                self.byte(lexeme.end as usize - 1) != b'!'
                    && !matches!(lexeme.end - lexeme.start, 2)
                    && self.byte(lexeme.end as usize) != b':'
            })
    }

    /// The sign that the lexeme is, if it may end a sentence.
    fn sign(&self, at: usize) -> Option<Sign> {
        let lexeme = &self.lexemes[at];
        match lexeme.kind {
            TokenKind::Word if lexeme.shape.has(Shape::PERIOD) => Some(Sign::Abbreviation),
            TokenKind::Word if self.byte(lexeme.end as usize - 1) == b'!' => Some(Sign::Name),
            TokenKind::Punctuation => match self.byte(lexeme.start as usize) {
                b'.' if lexeme.end - lexeme.start == 1 => Some(Sign::Period),
                b'.' if slice(self.text, lexeme).ends_with(['!', '?']) => Some(Sign::Mark),
                b'.' => Some(Sign::Ellipsis),
                b'!' | b'?' => Some(Sign::Mark),
                0xE2 | 0xE3 | 0xEF | 0xD8 | 0xDB => match slice(self.text, lexeme).chars().next()? {
                    '…' => Some(Sign::Ellipsis),
                    '‼' | '⁇' | '⁈' | '⁉' | '؟' | '۔' => Some(Sign::Mark),
                    '。' | '！' | '？' | '｡' => Some(Sign::Full),
                    _ => None,
                },
                _ => None,
            },
            _ => None,
        }
    }

    /// Joins the signs that stand together: "?!", "...?", ". . .". Returns what they are together and where they end.
    fn run(&self, first: Sign, at: usize, end: usize) -> (Sign, usize) {
        let mut sign = first;
        let mut stop = at + 1;
        while stop < end {
            let tight = self.lexemes[stop].gap <= Gap::Tight;
            let next = self.sign(stop);
            let dots = matches!(sign, Sign::Period | Sign::Ellipsis)
                && next == Some(Sign::Period)
                && self.lexemes[stop].gap == Gap::Space;
            match next {
                Some(Sign::Abbreviation | Sign::Name) | None => break,
                Some(_) if dots => sign = Sign::Ellipsis,
                Some(Sign::Mark) if tight => sign = Sign::Mark,
                Some(Sign::Mark) if sign == Sign::Mark => {}
                Some(next) if tight => sign = if sign == Sign::Mark { sign } else { next },
                Some(_) => break,
            }
            stop += 1;
        }
        (sign, stop)
    }

    /// Skips what closes behind a sign: quotation marks, brackets, citation marks, closing tags.
    fn close(&self, start: usize, run: usize, end: usize) -> usize {
        let mut at = run;
        while at < end {
            let lexeme = &self.lexemes[at];
            let tight = lexeme.gap <= Gap::Tight;
            let near = lexeme.gap <= Gap::Space;
            let word = slice(self.text, lexeme);
            if tight && layout::is_closer(self.text, lexeme) {
                at += 1;
            } else if near && word == "[" && self.citation(at, end).is_some() {
                at = self.citation(at, end).unwrap_or(at + 1);
            } else if near && at > run.saturating_sub(1) && self.is_emoticon(at) && self.is_free(at, end) {
                at += 1;
            } else if tight && word == "<" && self.tag(at, end).is_some() {
                at = self.tag(at, end).unwrap_or(at + 1);
            } else if word == "\"" && !tight && self.stands_apart(at, end) && self.is_inside_quotation(start, run) {
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    /// "[12]", "[note 3]", "[1][2]" behind a sign: where the mark ends.
    fn citation(&self, at: usize, end: usize) -> Option<usize> {
        let close = (at + 2..end.min(at + 5)).find(|&i| self.word(i) == "]")?;
        let inner = &self.lexemes[at + 1..close];
        let omission = inner.len() == 1 && self.sign(at + 1) == Some(Sign::Ellipsis);
        let note = omission
            || self.word(close - 1) == "needed"
            || self.lexemes[close].end - self.lexemes[at].start <= 12
                && inner.iter().any(|lexeme| lexeme.shape.has(Shape::DIGIT))
            || matches!(slice(self.text, &inner[0]), "citation" | "note" | "edit" | "who" | "sic");
        note.then_some(close + 1)
    }

    /// ":-)", ":D", "😀" behind a sign go with the sentence that they colour.
    fn is_emoticon(&self, at: usize) -> bool {
        let word = self.word(at).as_bytes();
        self.lexemes[at].kind == TokenKind::Symbol
            && word.len() > 1
            && matches!(word[0], b':' | b';' | b'=' | b'<' | b'>' | b'^' | 0xF0)
            && !matches!(word[1], b'<' | b'>' | b'=')
    }

    /// Whether nothing is glued on.
    fn is_free(&self, at: usize, end: usize) -> bool {
        at + 1 >= end || self.lexemes[at + 1].gap > Gap::Tight || self.lexemes[at + 1].kind == TokenKind::Punctuation
    }

    /// "</em>"
    fn tag(&self, at: usize, end: usize) -> Option<usize> {
        (at + 3 < end && self.word(at + 1) == "/" && self.word(at + 3) == ">").then_some(at + 4)
    }

    fn stands_apart(&self, at: usize, end: usize) -> bool {
        at + 1 >= end || self.lexemes[at + 1].gap > Gap::Tight
    }

    /// Whether the sentence has an odd number of straight quotation marks up to `at`.
    fn is_inside_quotation(&self, start: usize, at: usize) -> bool {
        (start.max(at.saturating_sub(LONGEST_QUOTATION))..at).filter(|&i| self.word(i) == "\"").count() % 2 == 1
    }

    /// Decides whether the sentence ends, and where: mostly at `close`.
    fn decide(&self, sign: Sign, start: usize, at: usize, run: usize, close: usize, end: usize) -> Option<usize> {
        if sign == Sign::Full {
            return Some(close);
        }
        if at == start {
            return None; // it has nothing to end: "... and so they left"
        }
        if let Some(stop) = self.bare_citation(sign, start, run, close, end) {
            return Some(stop);
        }
        if sign == Sign::Period && (self.is_caption(start, at) || self.is_inner_mark(start, at)) {
            return None;
        }
        let next = self.next(close, end);
        if next.word == end {
            return Some(end); // nothing but quotation marks and brackets, set apart: they close
        }
        if next.case == Case::Inner {
            return None;
        }
        let ends = match sign {
            Sign::Abbreviation => self.abbreviation_ends(start, at, close, next),
            Sign::Name => next.case == Case::Capital && self.starts(next.word),
            Sign::Ellipsis => return self.ellipsis_end(at, run, close, next),
            Sign::Mark => self.mark_ends(at, run, close, next, end),
            Sign::Period => self.period_ends(start, at, run, close, next),
            Sign::Full => true,
        };
        ends.then_some(close)
    }

    /// "... of the treatment.11 12 Take the ...": note numbers that lost their raising. The first touches the period.
    fn bare_citation(&self, sign: Sign, start: usize, run: usize, close: usize, end: usize) -> Option<usize> {
        if sign == Sign::Abbreviation || sign == Sign::Ellipsis || run < 2 {
            return None;
        }
        if self.lexemes[close].gap > Gap::Tight {
            // set apart: "... minority rights. 4 Even though the ..."
            let number = &self.lexemes[close];
            let note = number.gap == Gap::Space && number.kind == TokenKind::Number && number.end - number.start <= 2;
            let starts = close + 1 < end && self.starts(close + 1) && self.lexemes[close + 1].gap == Gap::Space;
            return (note && starts && self.marker(start).is_none()).then_some(close + 1);
        }
        if sign != Sign::Period || run != close {
            return None;
        }
        let before = &self.lexemes[run - 2];
        if before.kind != TokenKind::Word || before.shape.has(Shape::CAPITAL) {
            return None;
        }
        let mut stop = close;
        while stop < end && self.lexemes[stop].kind == TokenKind::Number && stop - close < 4 {
            stop += 1;
        }
        let capital = stop < end && self.lexemes[stop].shape.has(Shape::CAPITAL) && self.lexemes[stop].gap > Gap::Tight;
        (stop > close && capital).then_some(stop)
    }

    fn next(&self, first: usize, end: usize) -> Next {
        let mut next =
            Next { first, word: first, gap: self.lexemes[first].gap, quote: false, bracket: false, case: Case::Other };
        while next.word < end {
            let lexeme = &self.lexemes[next.word];
            match slice(self.text, lexeme) {
                "\"" | "“" | "‘" | "'" | "''" | "``" | "`" | "«" | "„" | "‚" => next.quote = true,
                "(" | "[" | "{" => next.bracket = true,
                "*" | "**" | "_" => {}
                _ => break,
            }
            next.word += 1;
        }
        if next.word < end {
            next.case = self.case(next.word);
        }
        next
    }

    fn case(&self, at: usize) -> Case {
        let lexeme = &self.lexemes[at];
        let word = slice(self.text, lexeme);
        match lexeme.kind {
            TokenKind::Number => Case::Digit,
            TokenKind::Punctuation => match word {
                "," | ";" | ":" | "." | "!" | "?" | "/" => Case::Inner,
                _ => Case::Other,
            },
            TokenKind::Word => match word.chars().find(|c| c.is_alphanumeric()) {
                Some(c) if c.is_lowercase() => Case::Lower,
                Some(c) if c.is_alphabetic() => Case::Capital,
                Some(_) => Case::Digit,
                None => Case::Other,
            },
            _ => Case::Other,
        }
    }

    // ---- the signs

    fn period_ends(&self, start: usize, at: usize, run: usize, close: usize, next: Next) -> bool {
        let previous = &self.lexemes[at - 1];
        if next.gap <= Gap::Tight {
            // two sentences run together: "the end.The start"
            let plain = previous.kind == TokenKind::Word && !previous.shape.has(Shape::UPPER);
            let plain = plain || layout::is_closer(self.text, previous);
            return plain && next.case == Case::Capital && (close > run || next.word == next.first);
        }
        match next.case {
            Case::Lower => next.bracket || self.starts_small(start, at, run, close, next),
            Case::Digit => previous.kind != TokenKind::Symbol,
            _ => true,
        }
    }

    /// Whether a small letter starts a sentence behind a period, as careless writers have it.
    fn starts_small(&self, _start: usize, at: usize, run: usize, close: usize, next: Next) -> bool {
        let previous = &self.lexemes[at - 1];
        let length = previous.end - previous.start;
        let whole =
            length >= 3 || length == 2 && previous.kind == TokenKind::Word && !previous.shape.has(Shape::CAPITAL);
        run == close && whole && !next.quote
    }

    fn mark_ends(&self, at: usize, run: usize, close: usize, next: Next, end: usize) -> bool {
        if self.lexemes[at].gap <= Gap::Tight && matches!(self.word(at - 1), "(" | "[") && close > run {
            return false; // a doubt in brackets: (?)
        }
        if next.gap <= Gap::Tight {
            return next.case == Case::Capital && (next.quote || run == close);
        }
        if next.bracket && next.case == Case::Digit {
            return false; // a title and its year: "Viva Maria! (1965)"
        }
        let quoted = (run..close).any(|i| self.word(i) != ")" && self.word(i) != "]");
        match next.case {
            Case::Lower => close == run && !next.quote,
            Case::Capital if quoted => !self.reports(next.word, end),
            _ => true,
        }
    }

    /// Whether a reporting clause starts here: "Anna Hale shouted".
    fn reports(&self, at: usize, end: usize) -> bool {
        for i in at..end.min(at + 5) {
            let lexeme = &self.lexemes[i];
            if lexeme.kind != TokenKind::Word {
                return false;
            }
            if i > at && evidence::of(lexeme.hash).has(Evidence::REPORTING) && !lexeme.shape.has(Shape::CAPITAL) {
                return true;
            }
            if !lexeme.shape.has(Shape::CAPITAL) {
                return false;
            }
        }
        false
    }

    fn ellipsis_end(&self, at: usize, run: usize, close: usize, next: Next) -> Option<usize> {
        if matches!(self.word(at - 1), "[" | "(") && close > run {
            return None; // an omission: [...]
        }
        let spaced = run - at == 4 && self.lexemes[at].gap <= Gap::Tight && self.lexemes[at + 1].gap == Gap::Space;
        if spaced && next.case == Case::Capital {
            return Some(at + 1); // a period, and the omission belongs to the next sentence
        }
        let hesitates = self.lexemes[at].gap > Gap::Tight && run - at > 1 && self.word(next.word) == "I";
        let ends = match next.case {
            Case::Capital => !hesitates,
            Case::Lower | Case::Inner => false,
            Case::Digit | Case::Other => next.quote || next.bracket,
        };
        let glued = next.gap <= Gap::Tight && (next.quote || self.lexemes[next.word].kind != TokenKind::Word);
        (ends && !glued).then_some(close)
    }

    /// Whether an abbreviation is the last word of its sentence.
    fn abbreviation_ends(&self, start: usize, at: usize, close: usize, next: Next) -> bool {
        use AbbreviationClass as Class;
        let lexeme = &self.lexemes[at];
        if next.gap <= Gap::Tight || matches!(next.case, Case::Lower | Case::Inner) {
            return false;
        }
        let classes = self.classes(lexeme);
        let starts = self.starts(next.word);
        if classes.has(Class::Title) || classes.has(Class::Inner) {
            return starts && classes.has(Class::Final) && close == at + 1;
        }
        if close > at + 1 {
            return true; // "(formerly Acme Inc.) The"
        }
        if next.quote || next.bracket {
            return !next.bracket && next.case == Case::Capital && !self.is_initial(at);
        }
        if self.is_phrase(start, at) {
            return false;
        }
        match next.case {
            Case::Digit => false,
            Case::Other => false,
            _ if starts => true,
            _ if self.is_initial(at) => false,
            _ => self.ends_before_name(lexeme, classes, at, next.word),
        }
    }

    /// The hard case: a capital behind an abbreviation that may end a sentence, and the word is none that starts sentences.
    fn ends_before_name(&self, lexeme: &Lexeme, classes: Classes, at: usize, next: usize) -> bool {
        use AbbreviationClass as Class;
        let word = &self.lexemes[next];
        let evidence = evidence::of(word.hash);
        if evidence.has(Evidence::HONORIFIC) {
            return true;
        }
        let follows = self.classes(word);
        if follows.has(Class::Month) || evidence.has(Evidence::FOLLOWER) {
            return false;
        }
        if classes.has(Class::Month) {
            return !follows.has(Class::Title);
        }
        let abbreviation = slice(self.text, lexeme);
        if evidence::of(lexeme.hash).has(Evidence::CLOSING) {
            return !word.shape.has(Shape::UPPER);
        }
        if follows.has(Class::Title) {
            return false;
        }
        let dotted = abbreviation.matches('.').count() > 1;
        let place = self.word(at - 1) == "," || abbreviation == "D.C.";
        let company = evidence::of(lexeme.hash).has(Evidence::COMPANY);
        company || place && classes.has(Class::Final) || !dotted && self.is_common(word)
    }

    /// Whether the text has the word without a capital too.
    fn is_common(&self, word: &Lexeme) -> bool {
        let lower = self.lower.get_or_init(|| {
            let small = |lexeme: &&Lexeme| {
                lexeme.kind == TokenKind::Word && self.byte(lexeme.start as usize).is_ascii_lowercase()
            };
            self.lexemes.iter().filter(small).map(|lexeme| lexeme.hash).collect()
        });
        lower.contains(&word.hash)
    }

    /// "J." or "J.R.", before which a name may stand and behind which one follows.
    fn is_initial(&self, at: usize) -> bool {
        let word = self.word(at);
        word.len() == 2 && word.as_bytes()[0].is_ascii_uppercase()
    }

    /// Whether the sentence so far is a phrase of time or place only: "At 5 a.m."
    fn is_phrase(&self, start: usize, at: usize) -> bool {
        at - start <= 4 && evidence::of(self.lexemes[start].hash).has(Evidence::LEADER)
    }

    fn starts(&self, at: usize) -> bool {
        self.lexemes.get(at).is_some_and(|lexeme| {
            lexeme.kind == TokenKind::Word
                && lexeme.shape.has(Shape::CAPITAL)
                && evidence::of(lexeme.hash).has(Evidence::STARTER)
                && !lexeme.shape.has(Shape::PERIOD)
        })
    }

    // ---- seams without a sign

    /// Whether a sentence ends before `at` although no sign stands there.
    fn is_seam(&self, start: usize, at: usize, end: usize) -> bool {
        let (last, next) = (&self.lexemes[at - 1], &self.lexemes[at]);
        if next.gap != Gap::Space && next.gap != Gap::Line {
            return false;
        }
        let capital = next.kind == TokenKind::Word && next.shape.has(Shape::CAPITAL);
        match last.kind {
            // an address in full, and something new: a list of links, or the next line of a letter
            TokenKind::Url => {
                let scheme = self.word(at - 1).contains("://");
                scheme && (capital || next.kind == TokenKind::Url && self.word(at).contains("://"))
            }
            TokenKind::Symbol if capital && self.is_emoticon(at - 1) => self.starts(at) || self.word(at) == "I",
            TokenKind::Symbol | TokenKind::Punctuation if last.end - last.start >= SHORTEST_RULE => {
                !matches!(next.kind, TokenKind::Punctuation)
            }
            TokenKind::Word if capital => self.is_time_stamp(at - 1),
            TokenKind::Punctuation if capital && self.word(at - 1) == "," => self.is_valediction(start, at - 1),
            TokenKind::Punctuation if self.word(at - 1) == ":" => {
                self.word(at) == "--" && at + 1 < end && self.lexemes[at + 1].shape.has(Shape::CAPITAL)
                    || capital && self.is_run_in_heading(start, at - 1)
            }
            _ if matches!(next.kind, TokenKind::Punctuation | TokenKind::Symbol) => {
                next.end - next.start >= SHORTEST_RULE
            }
            _ => false,
        }
    }

    /// "08/17/2000 11:21 AM" up to `at`: the head of a forwarded letter.
    fn is_time_stamp(&self, at: usize) -> bool {
        at >= 2
            && matches!(self.word(at), "AM" | "PM")
            && self.lexemes[at - 2].kind == TokenKind::Number
            && self.word(at - 1).contains(':')
            && self.word(at - 2).matches('/').count() == 2
    }

    /// "Best regards," up to `comma`.
    fn is_valediction(&self, start: usize, comma: usize) -> bool {
        comma - start <= 3
            && comma > start
            && self.lexemes[start].shape.has(Shape::CAPITAL)
            && (start..comma).all(|i| evidence::of(self.lexemes[i].hash).has(Evidence::VALEDICTION))
    }

    /// "FCC COUNSEL JOINS FIRM:" up to `colon`: a heading in capitals that runs into its text.
    fn is_run_in_heading(&self, start: usize, colon: usize) -> bool {
        let words = &self.lexemes[start..colon];
        words.len() >= 2
            && words.len() <= 12
            && words.iter().all(|lexeme| lexeme.kind != TokenKind::Word || lexeme.shape.has(Shape::UPPER))
            && words.iter().filter(|lexeme| lexeme.kind == TokenKind::Word && lexeme.end - lexeme.start > 2).count()
                >= 2
    }

    /// Where a label ends that stands before its caption: "Figure 1.5 The harbour at night".
    fn label_end(&self, start: usize, end: usize) -> Option<usize> {
        let number = self.lexemes.get(start + 1).filter(|number| number.kind == TokenKind::Number)?;
        let next = self.lexemes.get(start + 2).filter(|next| start + 2 < end && next.gap == Gap::Space)?;
        let label = self.word(start + 1).contains('.') && number.gap == Gap::Space && self.is_label(start);
        (label && next.shape.has(Shape::CAPITAL)).then_some(start + 2)
    }

    /// "Figure 2." and no more, up to the period at `at`.
    fn is_caption(&self, start: usize, at: usize) -> bool {
        at == start + 2 && self.lexemes[start + 1].kind == TokenKind::Number && self.is_label(start)
    }

    fn is_label(&self, at: usize) -> bool {
        self.lexemes[at].shape.has(Shape::CAPITAL) && evidence::of(self.lexemes[at].hash).has(Evidence::LABEL)
    }

    /// The mark of an item inside a sentence, its period at `at`: "two claims: 1. that ..."
    fn is_inner_mark(&self, start: usize, at: usize) -> bool {
        let number = &self.lexemes[at - 1];
        number.kind == TokenKind::Number
            && number.end - number.start <= 2
            && self.lexemes[at].gap <= Gap::Tight
            && (at >= start + 2 && self.word(at - 2) == ":"
                || at == start + 2 && matches!(self.word(start), "*" | "\"" | "“"))
    }

    // ---- lists

    fn marker(&self, at: usize) -> Option<Marker> {
        layout::marker(self.text, self.lexemes, at)
    }

    fn is_bullet(&self, at: usize) -> bool {
        self.byte(self.lexemes[at].start as usize) == 0xE2 && matches!(self.word(at), "•" | "⁃" | "‣" | "▪" | "●" | "■")
    }

    fn is_next_item(&self, marker: Marker, at: usize) -> bool {
        let lexeme = &self.lexemes[at];
        if lexeme.gap < Gap::Space || marker.style == Style::Bullet {
            return false;
        }
        let Some(next) = self.marker(at) else { return false };
        let strict = matches!(marker.style, Style::Number(Close::Period) | Style::Letter(Close::Period));
        (next.value == marker.value + 1 || strict && next.value + 1 == marker.value)
            && next.style == marker.style
            && (!strict || self.lexemes.get(next.end).is_some_and(|word| word.shape.has(Shape::CAPITAL)))
    }

    // ---- the ground

    fn classes(&self, lexeme: &Lexeme) -> Classes {
        self.abbreviations.classes(lexeme.hash, lexeme.shape.has(Shape::CAPITAL))
    }

    fn word(&self, at: usize) -> &'a str {
        self.lexemes.get(at).map_or("", |lexeme| slice(self.text, lexeme))
    }

    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }
}
