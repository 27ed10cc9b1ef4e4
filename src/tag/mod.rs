//! Word classes: the universal part of speech and the verb form of each syntactic word, and its lemma.

mod feature;
mod function;
mod lemma;
mod model;
mod stream;

use feature::{View, case, tag as inner};
pub(crate) use function::{FunctionSet, FunctionWord, function};
pub(crate) use lemma::lemma;
use model::{Record, Single};
pub use stream::{TaggedWord, TaggedWords, tagged_words};

use crate::sentence::SentenceRange;
use crate::token::{Gap, Lexeme, Shape, TokenKind, hash};

/// A universal part of speech (Universal Dependencies, version 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
#[repr(u8)]
pub enum Pos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

/// The form of a verb or auxiliary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
#[repr(u8)]
pub enum VerbForm {
    /// No verb.
    None,
    /// The bare form: "go", after "to" or a modal, and imperatives.
    Base,
    /// Finite present: "goes", "they go".
    Present,
    /// Finite past: "went".
    Past,
    /// Past participle: "gone".
    Participle,
    /// The -ing form: "going".
    Gerund,
    /// A modal: "will", "may".
    Modal,
}

/// One syntactic word with everything that later layers ask of it. Offsets are bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub start: u32,
    pub end: u32,
    /// [`crate::token::hash`] of its text.
    pub hash: u64,
    /// Its entry in the lexicon, 0 for none.
    pub entry: u32,
    /// The row of its classes there, 0 for none.
    pub row: u32,
    pub marks: Marks,
    pub kind: TokenKind,
    pub shape: Shape,
    pub gap: Gap,
    pub pos: Pos,
    pub form: VerbForm,
    /// Its number among the function words.
    pub function: FunctionWord,
}

impl Word {
    /// Whether an entry of several words starts with it.
    #[inline]
    pub fn opens_phrase(&self) -> bool {
        self.marks.has(Marks::OPENS_PHRASE)
    }

    /// A noun in the plural.
    #[inline]
    pub fn is_plural(&self) -> bool {
        self.pos == Pos::Noun && self.marks.has(Marks::IN_S)
    }

    /// A verb in a form that goes with a singular: "says", "is", "was", "has".
    #[inline]
    pub fn is_third_person(&self) -> bool {
        match self.pos {
            Pos::Verb => self.form == VerbForm::Present && self.marks.has(Marks::IN_S),
            Pos::Aux => function!(self.function, "is" | "was" | "has" | "does"),
            _ => false,
        }
    }

    /// A verb in a form that goes with a plural: "are", "were", "have".
    #[inline]
    pub fn goes_with_plural(&self) -> bool {
        self.pos == Pos::Aux && self.form != VerbForm::Base && function!(self.function, "are" | "were" | "have")
    }
}

/// What else is known of a word, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks(u8);

impl Marks {
    pub const OPENS_PHRASE: Self = Self(1);
    /// The inflection that makes a noun a plural and a verb a third person, whatever it is spelled with: "men".
    pub const IN_S: Self = Self(2);

    #[inline]
    pub fn has(self, mark: Self) -> bool {
        self.0 & mark.0 != 0
    }

    #[inline]
    pub fn set(&mut self, mark: Self, value: bool) {
        self.0 = self.0 & !mark.0 | (mark.0 * u8::from(value));
    }
}

/// Whether a word is known as a noun, among others.
pub(crate) fn may_be_noun(hash: u64) -> bool {
    model::of_hash(hash).is_some_and(|record| record.may_be(feature::tag::NOUN))
}

/// Gives each lexeme its word class, from left to right within each sentence. One word is added to `out` for each lexeme.
pub(crate) fn tag(text: &str, lexemes: &[Lexeme], sentences: &[SentenceRange], out: &mut Vec<Word>) {
    let mut seen = Vec::new();
    out.reserve(lexemes.len());
    let (mut next, mut paragraph) = (0, 0);
    for sentence in sentences {
        let range = sentence.lexemes.start as usize..sentence.lexemes.end as usize;
        // A lexeme outside every sentence is tagged on its own, so that words stay parallel to lexemes.
        if range.start > next {
            tag_sentence(text, lexemes.get(next..range.start).unwrap_or_default(), &mut seen, out);
        }
        tag_sentence(text, lexemes.get(range.clone()).unwrap_or_default(), &mut seen, out);
        // a line break that no wrapping explains ends a paragraph as an empty line does
        if sentence.paragraph != paragraph {
            paragraph = sentence.paragraph;
            if let Some(first) = out.get_mut(range.start) {
                first.gap = Gap::Paragraph;
            }
        }
        next = range.end;
    }
    tag_sentence(text, lexemes.get(next..).unwrap_or_default(), &mut seen, out);
}

/// A lexeme with what the table says of it and how its capitals look.
#[derive(Clone, Copy)]
struct Seen {
    record: Record,
    context: u16,
    case: u8,
    single: Single,
    function: FunctionWord,
}

impl Seen {
    /// What stands before and behind a sentence.
    const NOTHING: Self = Self {
        record: Record::NOTHING,
        context: feature::OUTSIDE,
        case: case::LOWER,
        single: Single::OPEN,
        function: FunctionWord::NONE,
    };

    /// "The WHO said": letters of a name, though they spell a pronoun.
    const ACRONYM: Self = {
        let record = Record::NAME;
        let single = record.single(case::UPPER);
        Self { record, context: record.context(case::UPPER), case: case::UPPER, single, function: FunctionWord::NONE }
    };

    /// In small letters.
    #[inline]
    fn of(text: &str, lexeme: &Lexeme) -> Self {
        let (record, case) = (model::record(text, lexeme), case::LOWER);
        let function = FunctionWord::of(lexeme.hash);
        Self { record, context: record.context(case), case, single: record.single(case), function }
    }

    #[inline]
    fn set_case(&mut self, case: u8) {
        *self = Self { context: self.record.context(case), case, single: self.record.single(case), ..*self };
    }
}

fn tag_sentence(text: &str, lexemes: &[Lexeme], seen: &mut Vec<Seen>, out: &mut Vec<Word>) {
    let mut capitals = Capitals::default();
    seen.clear();
    seen.extend([Seen::NOTHING; 2]);
    // Looked up all at once: while one waits for memory, the next are under way.
    seen.extend(lexemes.iter().map(|lexeme| {
        capitals.count(lexeme);
        Seen::of(text, lexeme)
    }));
    seen.push(Seen::NOTHING);
    let style = capitals.style();
    let first_word = lexemes.iter().position(has_letters).unwrap_or(lexemes.len());
    for (at, (lexeme, seen)) in lexemes.iter().zip(&mut seen[2..]).enumerate() {
        if lexeme.shape.has(Shape::CAPITAL) {
            let start = at <= first_word || opens(text, &lexemes[at - 1]);
            seen.set_case(style.case(lexeme, start));
            let state = || {
                let behind = || lexemes.get(at + 1).is_some_and(|next| BEHIND_STATE.contains(&next.hash));
                // a word in capitals in front may be shouted as well
                let small = || {
                    let article = |next: &Lexeme| ARTICLES.contains(&next.hash);
                    !lexemes[at - 1].shape.has(Shape::UPPER) && !lexemes.get(at + 1).is_some_and(article)
                };
                lexeme.hash == IS && (start || small() || BEFORE_STATE.contains(&lexemes[at - 1].hash) || behind())
            };
            // "Under Secretary of State"
            let under = || lexeme.hash == UNDER && lexemes.get(at + 1).is_some_and(|next| next.hash == SECRETARY);
            if NAMES.contains(&lexeme.hash)
                || under()
                || seen.case == case::UPPER && (lexeme.hash == WHO || lexeme.hash == US || state())
            {
                *seen = Seen::ACRONYM;
            }
        }
    }
    let mut tags = [inner::START; 2];
    let mut clause = 0;
    out.extend(lexemes.iter().zip(seen.windows(4)).map(|(lexeme, around)| {
        let [two_before, before, this, after] = [0, 1, 2, 3].map(|at| &around[at]);
        let mut is_adjective = false;
        let tag = match this.single.tag() {
            Some(tag) => tag,
            None => {
                let view = View {
                    tags,
                    around: [two_before.context, before.context, this.context, after.context],
                    cases: [before.case, this.case, after.case],
                    best: this.record.best(),
                    clause,
                };
                let possessive = || function!(before.function, "his" | "her" | "my" | "our" | "your" | "their");
                match lexeme.hash {
                    // The scanner joins an apostrophe to a word only as its possessive.
                    APOSTROPHE if lexeme.gap == Gap::Inside => inner::POSS,
                    // "neither Oslo nor Bergen": part of no name
                    NOR => inner::CCONJ,
                    // "against their will"
                    WILL if possessive() => inner::NOUN,
                    hash => {
                        let tag = model::decide(this.record, &view);
                        is_adjective = matches!(hash, INITIAL | GUILTY) && is_after_all_adjective(hash, tag, tags[0]);
                        tag
                    }
                }
            }
        };
        let function = this.function;
        let (pos, form) = match is_adjective {
            true => (Pos::Adj, VerbForm::None),
            false => outer(tag, function, lexeme.shape, tags[0]),
        };
        tags = [tag, tags[0]];
        clause = feature::advance(clause, tag, function!(function, ","));
        let &Lexeme { start, end, hash, kind, shape, gap } = lexeme;
        let (entry, row) = (0, 0);
        let marks = if matches!(tag, inner::NOUNS | inner::VBZ) { Marks::IN_S } else { Marks::default() };
        Word { start, end, hash, entry, row, marks, kind, shape, gap, pos, form, function }
    }));
}

/// How many words of a sentence that are longer than most function words are written with capitals.
#[derive(Default)]
struct Capitals {
    words: usize,
    capitals: usize,
    uppers: usize,
}

impl Capitals {
    #[inline]
    fn count(&mut self, lexeme: &Lexeme) {
        let counts = usize::from(has_letters(lexeme) & (lexeme.end - lexeme.start > 3));
        self.words += counts;
        self.capitals += counts & usize::from(lexeme.shape.has(Shape::CAPITAL));
        self.uppers += counts & usize::from(lexeme.shape.has(Shape::UPPER));
    }

    fn style(self) -> Style {
        let Self { words, capitals, uppers } = self;
        Style { title: words >= 3 && capitals * 4 >= words * 3, shout: words >= 2 && uppers * 10 >= words * 7 }
    }
}

/// How a sentence is written: as prose, with most words capitalised, or all in capitals.
#[derive(Clone, Copy)]
struct Style {
    title: bool,
    shout: bool,
}

impl Style {
    /// The case of a capitalised lexeme; `start` if its place explains the capital.
    fn case(self, lexeme: &Lexeme, start: bool) -> u8 {
        let upper = lexeme.shape.has(Shape::UPPER);
        match self {
            _ if upper && lexeme.end - lexeme.start == 1 => case::LETTER,
            Style { shout: true, .. } if upper => case::SHOUT,
            Style { title: true, .. } if upper => case::ACRONYM,
            Style { title: true, .. } => case::TITLE,
            _ if upper => case::UPPER,
            _ if start => case::START,
            _ => case::CAPITAL,
        }
    }
}

fn has_letters(lexeme: &Lexeme) -> bool {
    (lexeme.kind == TokenKind::Word) & !lexeme.shape.has(Shape::DIGIT)
}

/// A sign after which a sentence may begin: an opening quotation or bracket, a colon, a bullet.
fn opens(text: &str, lexeme: &Lexeme) -> bool {
    if lexeme.kind == TokenKind::Word && lexeme.end - lexeme.start > 1 {
        return false;
    }
    let sign = text.get(lexeme.start as usize..lexeme.end as usize).unwrap_or_default();
    matches!(sign, "\"" | "“" | "‘" | "'" | "``" | "(" | "[" | ":" | "*" | "-")
}

/// The part of speech and verb form of an inner tag. Those of an auxiliary are read off the word and the tag before.
#[inline]
fn outer(tag: u8, word: FunctionWord, shape: Shape, before: u8) -> (Pos, VerbForm) {
    let (pos, form) = OUTER[usize::from(tag) % OUTER.len()];
    if matches!(tag, inner::BE | inner::HAVE | inner::DO | inner::MODAL) {
        // "Sidi Ould Sidi": what is spelled like a modal is none
        let name = word == FunctionWord::NONE && shape.has(Shape::CAPITAL);
        return match tag {
            inner::MODAL if name => (Pos::Propn, VerbForm::None),
            inner::MODAL => (pos, form),
            _ => (pos, auxiliary(word, before)),
        };
    }
    (pos, form)
}

/// Whether a word of this hash is an adjective, whatever its tag.
fn is_after_all_adjective(hash: u64, tag: u8, before: u8) -> bool {
    match tag {
        // "according to initial reports": no verb stands behind a preposition
        inner::VB => hash == INITIAL && before == inner::ADP,
        // though the treebank has it as a noun where it has it
        inner::NOUN | inner::NOUNS => hash == GUILTY,
        _ => false,
    }
}

/// What each inner tag stands for; an auxiliary's form is open where it is not a modal's.
const OUTER: [(Pos, VerbForm); 32] = {
    use VerbForm::{Base, Gerund, Modal, None, Participle, Past, Present};
    let mut out = [(Pos::X, None); 32];
    let mut i = 0;
    while i < 32 {
        out[i] = match i as u8 {
            inner::ADJ => (Pos::Adj, None),
            inner::ADP => (Pos::Adp, None),
            inner::ADV => (Pos::Adv, None),
            inner::CCONJ => (Pos::Cconj, None),
            inner::DET => (Pos::Det, None),
            inner::INTJ => (Pos::Intj, None),
            inner::NOUN | inner::NOUNS => (Pos::Noun, None),
            inner::NUM => (Pos::Num, None),
            inner::TO | inner::NOT | inner::POSS => (Pos::Part, None),
            inner::PRON => (Pos::Pron, None),
            inner::PROPN => (Pos::Propn, None),
            inner::PUNCT => (Pos::Punct, None),
            inner::SCONJ => (Pos::Sconj, None),
            inner::SYM => (Pos::Sym, None),
            inner::MODAL => (Pos::Aux, Modal),
            inner::BE | inner::HAVE | inner::DO => (Pos::Aux, Present),
            inner::VB => (Pos::Verb, Base),
            inner::VBP | inner::VBZ => (Pos::Verb, Present),
            inner::VBD => (Pos::Verb, Past),
            inner::VBN => (Pos::Verb, Participle),
            inner::VBG => (Pos::Verb, Gerund),
            _ => (Pos::X, None),
        };
        i += 1;
    }
    out
};

/// The form of "be", "have", "do" and "get" as auxiliaries.
fn auxiliary(word: FunctionWord, before: u8) -> VerbForm {
    match word {
        word if function!(word, "was" | "were" | "had" | "did" | "got" | "'d") => VerbForm::Past,
        word if function!(word, "been" | "done" | "gotten") => VerbForm::Participle,
        word if function!(word, "being" | "having" | "doing" | "getting") => VerbForm::Gerund,
        word if function!(word, "be") => VerbForm::Base,
        word if function!(word, "have" | "do" | "get") => match before {
            inner::TO | inner::MODAL | inner::DO | inner::START => VerbForm::Base,
            _ => VerbForm::Present,
        },
        _ => VerbForm::Present,
    }
}

const APOSTROPHE: u64 = hash(b"'");
const WHO: u64 = hash(b"who");
const US: u64 = hash(b"us");
/// The article of Arabic names ("Ar Raqqah"), and names with a mark that look like exclamations.
const NAMES: [u64; 5] =
    [hash(b"ar"), hash(b"da'esh"), hash("da’esh".as_bytes()), hash(b"da'ish"), hash("da’ish".as_bytes())];
const IS: u64 = hash(b"is");
/// Words behind "IS" where that is a verb: "This IS the third".
const ARTICLES: [u64; 5] = [hash(b"the"), hash(b"a"), hash(b"an"), hash(b"not"), hash(b"it")];
/// Words in front of which "IS" is a name: no verb stands there.
const BEFORE_STATE: [u64; 44] = [
    hash(b"the"),
    hash(b"of"),
    hash(b"by"),
    hash(b"from"),
    hash(b"against"),
    hash(b"with"),
    hash(b"and"),
    hash(b"for"),
    hash(b"on"),
    hash(b"under"),
    hash(b"to"),
    hash(b"into"),
    hash(b"between"),
    hash(b"over"),
    hash(b"including"),
    hash(b"called"),
    hash(b"join"),
    hash(b"joined"),
    hash(b"joining"),
    hash(b"fight"),
    hash(b"fighting"),
    hash(b"fought"),
    hash(b"defeat"),
    hash(b"defeated"),
    hash(b"defeating"),
    hash(b"battle"),
    hash(b"battling"),
    hash(b"said"),
    hash(b"says"),
    hash(b"while"),
    hash(b"as"),
    hash(b"like"),
    hash(b"than"),
    hash(b"inside"),
    hash(b"accuse"),
    hash(b"accused"),
    hash(b"accuses"),
    hash(b"accusing"),
    hash(b"blamed"),
    hash(b"combat"),
    hash(b"degrade"),
    hash(b"destroy"),
    hash(b"target"),
    hash(b"targeting"),
];
/// Words behind "IS" where that is a name: other finite verbs, and what belongs to it.
const BEHIND_STATE: [u64; 23] = [
    hash(b"had"),
    hash(b"has"),
    hash(b"was"),
    hash(b"were"),
    hash(b"did"),
    hash(b"would"),
    hash(b"could"),
    hash(b"fighter"),
    hash(b"fighters"),
    hash(b"militant"),
    hash(b"militants"),
    hash(b"jihadists"),
    hash(b"extremists"),
    hash(b"terrorists"),
    hash(b"gunmen"),
    hash(b"leader"),
    hash(b"leaders"),
    hash(b"commander"),
    hash(b"commanders"),
    hash(b"positions"),
    hash(b"targets"),
    hash(b"stronghold"),
    hash(b"."),
];
const GUILTY: u64 = hash(b"guilty");
const INITIAL: u64 = hash(b"initial");
const NOR: u64 = hash(b"nor");
const SECRETARY: u64 = hash(b"secretary");
const UNDER: u64 = hash(b"under");
const WILL: u64 = hash(b"will");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence::SentenceKind;
    use crate::token::{Abbreviations, scan};

    /// Tags one sentence and shows it as "word/TAG".
    fn check(text: &str) -> String {
        let mut lexemes = Vec::new();
        scan(text, Abbreviations::shared(), &mut lexemes);
        let sentence =
            SentenceRange { lexemes: 0..lexemes.len() as u32, paragraph: 0, kind: SentenceKind::Prose, dateline: 0 };
        let mut words = Vec::new();
        tag(text, &lexemes, &[sentence], &mut words);
        let shown: Vec<String> = words
            .iter()
            .map(|w| {
                let form = if w.form == VerbForm::None { String::new() } else { format!(".{:?}", w.form) };
                format!("{}/{:?}{form}", &text[w.start as usize..w.end as usize], w.pos)
            })
            .collect();
        shown.join(" ")
    }

    #[test]
    fn forms_follow_their_context() {
        for (text, expected) in [
            (
                "The soldiers said that the sides' bridge had been destroyed on Monday.",
                "The/Det soldiers/Noun said/Verb.Past that/Sconj the/Det sides/Noun '/Part bridge/Noun had/Aux.Past \
                 been/Aux.Participle destroyed/Verb.Participle on/Adp Monday/Propn ./Punct",
            ),
            (
                "Officials in Kherson were told to leave.",
                "Officials/Noun in/Adp Kherson/Propn were/Aux.Past told/Verb.Participle to/Part leave/Verb.Base ./Punct",
            ),
            (
                "Storm Leaves Thousands Without Power, Killing Ten",
                "Storm/Noun Leaves/Verb.Present Thousands/Noun Without/Adp Power/Noun ,/Punct Killing/Verb.Gerund Ten/Num",
            ),
        ] {
            assert_eq!(check(text), expected);
        }
    }

    #[test]
    fn words_that_are_looked_at_by_name_have_several_tags() {
        for word in [APOSTROPHE, NOR, WILL, INITIAL, GUILTY] {
            let record = model::of_hash(word).expect("a word of the table");
            assert!(record.single(case::LOWER).tag().is_none());
        }
    }

    #[test]
    fn words_stay_parallel_to_lexemes() {
        let text = "A b. C d";
        let mut lexemes = Vec::new();
        scan(text, Abbreviations::shared(), &mut lexemes);
        let mut words = Vec::new();
        tag(text, &lexemes, &[], &mut words);
        assert_eq!(words.len(), lexemes.len());
    }
}
