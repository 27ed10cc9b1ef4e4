//! Reads patterns into elements. What the notation means stands in [the module above](super).

use super::alternative::Alternatives;
use crate::lexicon::{Class, Headword, LexiconBuilder, Part, items, trim_start};
use crate::tag::{Pos, VerbForm};

/// A part of a token pattern.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Element {
    /// This word, whatever its case; its class holds nothing else.
    Word(u64, Class),
    /// The same of a word of one to three letters, which is probably a function word.
    Short(u64, Class),
    /// A word or phrase of a class, in the part of speech of the class.
    Class(Class),
    /// A word of a class, whatever its tag.
    Loose(Class),
    /// A tag, and a verb form where given.
    Tag(Pos, Option<VerbForm>),
    NounPhrase,
    VerbGroup,
    Any,
    Start,
    End,
    Not(Box<Element>),
    Capture(u8, Vec<Element>),
    Either(Vec<Vec<Element>>),
    Repeat(Box<Element>, u8, u8),
}

impl Element {
    /// Whether the element can match no word at all.
    pub fn may_be_skipped(&self) -> bool {
        match self {
            Self::Start | Self::End => true,
            Self::Capture(_, inner) => inner.iter().all(Self::may_be_skipped),
            Self::Either(choices) => choices.iter().any(|choice| choice.iter().all(Self::may_be_skipped)),
            Self::Repeat(inner, min, _) => *min == 0 || inner.may_be_skipped(),
            _ => false,
        }
    }
}

/// What bare words at the anchor of a pattern stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// Themselves.
    Literal,
    /// All forms of a verb: the first word.
    Verb,
    /// Singular and plural: the last word.
    Noun,
}

/// The longest repetition of `*` and `+`.
const MANY: u8 = 8;
/// How many letters make a word too common to look out for.
const SHORT: usize = 3;
/// How many captures a pattern may have.
pub(super) const CAPTURES: usize = 8;

/// The class that [`pattern`] makes of a pattern of one bare word at an anchor, as most are.
#[inline]
pub(super) fn single(item: Headword, anchor: Anchor, lexicon: &mut LexiconBuilder) -> Option<Class> {
    let part = match anchor {
        Anchor::Literal => return None,
        Anchor::Verb => Part::Verb,
        Anchor::Noun => Part::Noun,
    };
    (item.is_plain() && !item.has_blank()).then(|| lexicon.headword(part, item))
}

/// What [`pattern`] makes of a pattern of bare words, as most others are: none where there are other signs in it.
pub(super) fn plain(item: Headword, anchor: Anchor, lexicon: &mut LexiconBuilder) -> Option<Vec<Element>> {
    if anchor == Anchor::Literal || !item.is_plain() {
        return None;
    }
    let mut elements = Vec::with_capacity(2);
    let mut words = item.text.split_ascii_whitespace().peekable();
    let (mut first, single) = (true, !item.has_blank());
    while let Some(word) = words.next() {
        match anchor {
            Anchor::Verb if first => elements.push(Element::Class(lexicon.lemma(Part::Verb, word))),
            Anchor::Noun if words.peek().is_none() => {
                let class = lexicon.lemma(Part::Noun, word);
                elements.push(if single { Element::Class(class) } else { Element::Loose(class) });
            }
            _ => literal(word, lexicon, &mut elements),
        }
        first = false;
    }
    Some(elements)
}

/// Reads one pattern.
pub(super) fn pattern(
    text: &str,
    anchor: Anchor,
    lexicon: &mut LexiconBuilder,
    names: &mut Vec<String>,
) -> Result<Vec<Element>, String> {
    let tokens = tokens(text)?;
    let mut reader = Reader { tokens: &tokens, at: 0, lexicon, names, anchor };
    let elements = reader.sequence()?;
    match reader.tokens.get(reader.at) {
        Some(token) => Err(format!("\"{token}\" has nothing to close in \"{text}\"")),
        None if elements.is_empty() => Err("empty pattern".into()),
        None => Ok(elements),
    }
}

/// Reads a comma-separated list of what a head may be.
pub(super) fn alternatives(text: &str, lexicon: &mut LexiconBuilder) -> Result<Alternatives, String> {
    let mut all = Alternatives::with_room(1 + text.len() / 10);
    for item in items(text) {
        match item.text.as_bytes() {
            [_, .., b'/', b'n'] => all.add_class(lexicon.headword(Part::Noun, item.without_suffix())),
            [_, .., b'/', b'v'] => all.add_class(lexicon.headword(Part::Verb, item.without_suffix())),
            [b'<', .., b'>'] => {
                let name = &item.text[1..item.text.len() - 1];
                all.add_class(class(name, lexicon.class(name))?);
            }
            b"none" => all.none = true,
            b"any" => all.any = true,
            b"NAME" => all.add_tag(Pos::Propn),
            _ => match tag(item.text) {
                Some((pos, _)) => all.add_tag(pos),
                None if item.has_blank() => all.add_class(lexicon.headword(Part::Noun, item)),
                None => all.words.push(item.state.finish()),
            },
        }
    }
    Ok(all)
}

/// The class of a name, if it is `known`.
pub(crate) fn class(name: &str, known: Option<Class>) -> Result<Class, String> {
    known.ok_or_else(|| {
        format!("lexicon class \"{name}\" is not defined; define it in a lexicon, with a head such as [{name} noun]")
    })
}

struct Reader<'a> {
    tokens: &'a [&'a str],
    at: usize,
    lexicon: &'a mut LexiconBuilder,
    names: &'a mut Vec<String>,
    anchor: Anchor,
}

impl Reader<'_> {
    fn sequence(&mut self) -> Result<Vec<Element>, String> {
        // most choices are one word
        let single = matches!(self.tokens.get(self.at + 1), Some(&"|" | &")"));
        let mut elements = Vec::with_capacity(if single { 1 } else { 4 });
        while let Some(token) = self.tokens.get(self.at) {
            if matches!(*token, ")" | "|") {
                break;
            }
            self.element(&mut elements)?;
        }
        Ok(elements)
    }

    /// Reads one element with what is said of it; hyphenated words are several.
    fn element(&mut self, elements: &mut Vec<Element>) -> Result<(), String> {
        let anchored = match self.anchor {
            Anchor::Literal => None,
            Anchor::Verb => (self.at == 0
                || self.tokens[..self.at].iter().all(|&t| t == "(" || t == "|" || t.ends_with(':')))
            .then_some(Part::Verb),
            Anchor::Noun => self.tokens[self.at + 1..].iter().all(|&t| t == ")").then_some(Part::Noun),
        };
        let token = self.tokens[self.at];
        self.at += 1;
        let before = elements.len();
        match token {
            "(" => {
                let most = 1 + self.tokens[self.at..].iter().filter(|&&t| t == "|").count();
                let mut choices = Vec::with_capacity(most);
                choices.push(self.sequence()?);
                while self.tokens.get(self.at).is_some_and(|&t| t == "|") {
                    self.at += 1;
                    choices.push(self.sequence()?);
                }
                if self.tokens.get(self.at).is_none_or(|&t| t != ")") {
                    return Err("\"(\" is not closed".into());
                }
                self.at += 1;
                elements.push(Element::Either(choices));
            }
            "!" => {
                if self.at >= self.tokens.len() {
                    return Err("\"!\" stands before nothing".into());
                }
                let mut inner = Vec::new();
                self.element(&mut inner)?;
                match (inner.pop(), inner.is_empty()) {
                    (Some(one), true) if super::matcher::single(&one, &mut Vec::new()).is_some() => {
                        elements.push(Element::Not(Box::new(one)));
                    }
                    _ => return Err("\"!\" must stand before one word, or a choice of single words".into()),
                }
            }
            "^" => elements.push(Element::Start),
            "$" => elements.push(Element::End),
            "_" => elements.push(Element::Any),
            "{NP}" => elements.push(Element::NounPhrase),
            "{VG}" => elements.push(Element::VerbGroup),
            "?" | "*" | "+" => return Err(format!("\"{token}\" stands after nothing")),
            t if t.starts_with("..") && t.len() > 2 => {
                let most = t[2..].parse().ok().filter(|&n: &u8| n <= 12);
                let most = most.ok_or_else(|| format!("gap \"{t}\" is no number up to 12; write ..3"))?;
                elements.push(Element::Repeat(Box::new(Element::Any), 0, most));
            }
            t if t.len() > 1 && t.ends_with(':') => {
                if self.at >= self.tokens.len() {
                    return Err(format!("capture \"{t}\" stands before nothing"));
                }
                let slot = self.name(&t[..t.len() - 1])?;
                let mut inner = Vec::with_capacity(1);
                self.element(&mut inner)?;
                elements.push(Element::Capture(slot, inner));
            }
            t => self.word(t, anchored, elements)?,
        }
        if let Some(sign) = self.tokens.get(self.at) {
            let (min, max) = match *sign {
                "?" => (0, 1),
                "*" => (0, MANY),
                "+" => (1, MANY),
                _ => return Ok(()),
            };
            self.at += 1;
            // "" is no word
            if let Some(last) = elements[before..].last_mut() {
                let repeated = std::mem::replace(last, Element::Any);
                *last = Element::Repeat(Box::new(repeated), min, max);
            }
        }
        Ok(())
    }

    fn word(&mut self, token: &str, anchored: Option<Part>, elements: &mut Vec<Element>) -> Result<(), String> {
        if let Some(name) = token.strip_prefix('<').and_then(|t| t.strip_suffix('>')) {
            elements.push(match name.strip_suffix('~') {
                Some(name) => Element::Loose(class(name, self.lexicon.class(name))?),
                None => Element::Class(class(name, self.lexicon.class(name))?),
            });
        } else if let Some((pos, form)) = tag(token) {
            elements.push(Element::Tag(pos, form));
        } else if let Some((part, lemma)) = lemma(token).or(anchored.map(|part| (part, token))) {
            let class = self.lexicon.lemma(part, lemma);
            // A noun behind its fixed company ("air strikes") is one, however it is tagged.
            let sure = anchored == Some(Part::Noun)
                && self.tokens.len() > 1
                && !self.tokens.iter().any(|t| t.starts_with('<'));
            elements.push(if sure { Element::Loose(class) } else { Element::Class(class) });
        } else {
            let token = token.strip_prefix('"').and_then(|t| t.strip_suffix('"')).unwrap_or(token);
            literal(token, self.lexicon, elements);
        }
        Ok(())
    }

    fn name(&mut self, name: &str) -> Result<u8, String> {
        if let Some(at) = self.names.iter().position(|n| n == name) {
            return Ok(at as u8);
        }
        if self.names.len() == CAPTURES {
            return Err(format!("capture \"{name}\" is one too many; a rule may have {CAPTURES}"));
        }
        self.names.push(name.into());
        Ok(self.names.len() as u8 - 1)
    }
}

/// Adds a word that stands for itself, as the scanner would cut it.
fn literal(word: &str, lexicon: &mut LexiconBuilder, elements: &mut Vec<Element>) {
    for piece in crate::lexicon::pieces(word) {
        let make = if piece.text.len() <= SHORT { Element::Short } else { Element::Word };
        elements.push(make(piece.state.finish(), lexicon.headword(Part::Word, piece)));
    }
}

/// `shoot/v`, `drone/n`.
fn lemma(token: &str) -> Option<(Part, &str)> {
    let (part, lemma) = match token.as_bytes() {
        [_, .., b'/', b'v'] => (Part::Verb, &token[..token.len() - 2]),
        [_, .., b'/', b'n'] => (Part::Noun, &token[..token.len() - 2]),
        _ => return None,
    };
    Some((part, lemma))
}

/// `NOUN`, `VERB.past`.
fn tag(token: &str) -> Option<(Pos, Option<VerbForm>)> {
    if !token.starts_with(|first: char| first.is_ascii_uppercase()) {
        return None;
    }
    let (name, form) = token.split_once('.').map_or((token, None), |(name, form)| (name, Some(form)));
    let pos = match name {
        "ADJ" => Pos::Adj,
        "ADP" => Pos::Adp,
        "ADV" => Pos::Adv,
        "AUX" => Pos::Aux,
        "CCONJ" => Pos::Cconj,
        "DET" => Pos::Det,
        "INTJ" => Pos::Intj,
        "NOUN" => Pos::Noun,
        "NUM" => Pos::Num,
        "PART" => Pos::Part,
        "PRON" => Pos::Pron,
        "PROPN" => Pos::Propn,
        "PUNCT" => Pos::Punct,
        "SCONJ" => Pos::Sconj,
        "SYM" => Pos::Sym,
        "VERB" => Pos::Verb,
        _ => return None,
    };
    let form = match form {
        None => None,
        Some("base") => Some(VerbForm::Base),
        Some("present") => Some(VerbForm::Present),
        Some("past") => Some(VerbForm::Past),
        Some("participle") => Some(VerbForm::Participle),
        Some("ing") => Some(VerbForm::Gerund),
        Some("modal") => Some(VerbForm::Modal),
        Some(_) => return None,
    };
    Some((pos, form))
}

/// Where the word ends that a pattern goes on with, if not with the pattern.
fn word_end(text: &str) -> Option<usize> {
    let sign = |byte: u8| {
        matches!(byte, b'(' | b')' | b'|' | b'?' | b'*' | b'+' | b'!' | b'^' | b'<' | b'>' | b'{' | b'}' | b'"' | b':')
    };
    let end = text.bytes().position(|byte| sign(byte) || !byte.is_ascii_graphic())?;
    match text.as_bytes()[end] {
        byte if sign(byte) || byte.is_ascii_whitespace() => Some(end),
        _ => text.find(|c: char| c.is_whitespace() || u8::try_from(c).is_ok_and(sign)),
    }
}

/// Cuts a pattern into its signs and words.
fn tokens(text: &str) -> Result<Vec<&str>, String> {
    let mut tokens = Vec::with_capacity(16);
    let mut rest = trim_start(text);
    while let Some(first) = rest.chars().next() {
        let end = match first {
            '(' | ')' | '|' | '?' | '*' | '+' | '!' | '^' | '$' => 1,
            '<' => rest.find('>').ok_or("\"<\" is not closed")? + 1,
            '{' => rest.find('}').ok_or("\"{\" is not closed")? + 1,
            '"' => rest[1..].find('"').ok_or("quotation mark is not closed")? + 2,
            _ => match word_end(rest) {
                Some(0) => return Err(format!("\"{first}\" cannot stand here; put signs in quotation marks")),
                Some(at) if rest[at..].starts_with(':') => at + 1,
                Some(at) => at,
                None => rest.len(),
            },
        };
        let token = &rest[..end];
        if token.starts_with('{') && !matches!(token, "{NP}" | "{VG}") {
            return Err(format!("\"{token}\" is no phrase; write {{NP}} or {{VG}}"));
        }
        tokens.push(token);
        rest = trim_start(&rest[end..]);
    }
    Ok(tokens)
}
