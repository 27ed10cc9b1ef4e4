//! What the lexicon says of words that attribute: which contents they take, and what they say of them.

use crate::annotate::Document;
use crate::lexicon::{ByRow, Class, Lexicon};
use crate::tag::Word;

/// A set of things that a word can do in an attribution.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Uses(u64);

macro_rules! uses {
    ($($name:ident = $class:literal),+ $(,)?) => {
        /// The lexicon class behind each use, in the order of their bits.
        const CLASSES: &[&str] = &[$($class),+];

        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Order { $($name),+ }

        impl Uses {
            $(pub(in crate::annotate) const $name: Self = Self(1 << Order::$name as u64);)+
        }
    };
}

uses! {
    THAT = "frame.that",
    BARE = "frame.bare",
    QUOTE = "frame.quote",
    FOLLOW = "frame.follow",
    QUESTION = "frame.question",
    INFINITIVE = "frame.infinitive",
    DIRECT = "frame.direct",
    GERUND = "frame.gerund",
    OBJECT = "frame.object",
    WEAK_OBJECT = "frame.object-weak",
    RECIPIENT = "frame.recipient",
    PASSIVE = "frame.passive",
    NAME = "judge.name",
    AS = "frame.as",
    SHOW = "speech.show",
    SAY = "speech.say",
    TELL = "speech.tell",
    ASK = "speech.ask",
    AGAINST = "judge.against",
    COMMITTED = "stance.committed",
    DOUBTING = "stance.doubting",
    DENYING = "stance.denying",
    EXCLUDING = "stance.excluding",
    PROBABLE = "strength.probable",
    POSSIBLE = "strength.possible",
    PROSPECTIVE = "prospective",
    NOUN_THAT = "noun.that",
    NOUN_INFINITIVE = "noun.infinitive",
    NOUN_OF = "noun.of",
    NOUN_FOR = "noun.for",
    NOUN_TO = "noun.to",
    NOUN_ABOUT = "noun.about",
    NOUN_AGAINST = "noun.against",
    NOUN_ON = "noun.on",
    NOUN_IN = "noun.in",
    NOUN_WITH = "noun.with",
    GAIN = "gain",
    GAINED = "gained",
    ADJECTIVE_THAT = "adjective.that",
    ADJECTIVE_INFINITIVE = "adjective.infinitive",
    ADJECTIVE_OF = "adjective.of",
    ADJECTIVE_ABOUT = "adjective.about",
    ADJECTIVE_OTHER = "adjective.other",
    ACCOUNT = "account",
    ANAPHOR = "anaphor",
    FEEL = "feel",
    SIDE = "side",
    HOLDER = "holder",
    CHANNEL = "channel",
    UTTER = "utter",
    WANT = "will.intend",
    CITE = "speech.cite",
    ROLE = "source.role",
    PERSON = "source.person",
    ORGANIZATION = "source.organization",
    COMPANY = "source.company",
    MEDIA = "source.media",
    DOCUMENT = "source.document",
    GROUP = "source.group",
    UNATTRIBUTED = "source.unattributed",
    HONORIFIC = "source.honorific",
    MALE = "source.male",
    FEMALE = "source.female",
    PLACE = "source.place",
}

impl Uses {
    /// Whatever is known to answer for contents.
    pub(in crate::annotate) const SOURCE: Self = Self::ROLE
        .or(Self::GROUP)
        .or(Self::PERSON)
        .or(Self::MEDIA)
        .or(Self::ORGANIZATION)
        .or(Self::DOCUMENT)
        .or(Self::PLACE)
        .or(Self::UNATTRIBUTED);

    pub(in crate::annotate) const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    pub(in crate::annotate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(in crate::annotate) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub(in crate::annotate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The uses of each lexicon class, resolved once.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    /// Of those that have a column.
    by_class: Vec<Uses>,
    /// The uses of a word together.
    by_row: ByRow<Uses>,
    /// Nouns for what happens: raid, crash.
    happening: Option<Class>,
    /// Nouns for what happens, is done or lasts: inquiry, retreat.
    nominal: Option<Class>,
    /// Nouns for how much there is of something: number, toll.
    measure: Option<Class>,
    /// Verbs with "at" and how much it is: put, estimate.
    measuring: Option<Class>,
    /// Verbs that tell with "how" that it was so: describe.
    narrates: Option<Class>,
    /// Verbs whose object is a content where it names what happens: order.
    orders: Option<Class>,
    /// What kind of text it is: breaking, analysis.
    label: Option<Class>,
    /// Countries by name.
    country: Option<Class>,
}

impl Vocabulary {
    pub fn new(lexicon: &Lexicon) -> Self {
        let mut by_class = vec![Uses::default(); lexicon.columns()];
        for (bit, name) in CLASSES.iter().enumerate() {
            if let Some(class) = lexicon.class(name) {
                by_class[class.index()] = Uses(1 << bit);
            }
        }
        let by_row = lexicon.tabulate(|class| by_class[class.index()], Uses::or);
        let class = |name| lexicon.class(name);
        let (happening, measure) = (class("happening"), class("measure"));
        let (label, country) = (class("source.label"), class("place.country"));
        let (measuring, narrates) = (class("measuring"), class("frame.narrate"));
        let (orders, nominal) = (class("frame.object-event"), class("nominal"));
        Self { by_class, by_row, happening, nominal, measure, measuring, narrates, orders, label, country }
    }

    /// Whether a word names what happens.
    pub(in crate::annotate) fn is_happening(&self, document: &Document<'_>, word: &Word) -> bool {
        self.happening.is_some_and(|class| document.lexicon.has_word(word, class))
    }

    /// Whether a word names how much there is of something.
    pub(in crate::annotate) fn is_measure(&self, document: &Document<'_>, word: &Word) -> bool {
        self.measure.is_some_and(|class| document.lexicon.has_word(word, class))
    }

    /// Whether a verb tells with "at" how much something is.
    pub(in crate::annotate) fn is_measuring(&self, document: &Document<'_>, verb: &Word) -> bool {
        self.measuring.is_some_and(|class| document.lexicon.has_word(verb, class))
    }

    /// Whether a verb tells with "how" that something was so.
    pub(in crate::annotate) fn narrates(&self, document: &Document<'_>, verb: &Word) -> bool {
        self.narrates.is_some_and(|class| document.lexicon.has_word(verb, class))
    }

    /// Whether a verb orders something that is not done by it: no inquiry, but new buses.
    pub(in crate::annotate) fn orders_thing(&self, document: &Document<'_>, verb: &Word, object: &Word) -> bool {
        let is = |class: Option<Class>, word| class.is_some_and(|class| document.lexicon.has_word(word, class));
        is(self.orders, verb) && !is(self.nominal, object)
    }

    /// Whether a word in front of a colon tells what kind of text it is.
    pub(in crate::annotate) fn is_label(&self, document: &Document<'_>, word: &Word) -> bool {
        self.label.is_some_and(|class| document.lexicon.has_word(word, class))
    }

    /// Whether a word names a country.
    pub(in crate::annotate) fn is_country(&self, document: &Document<'_>, word: &Word) -> bool {
        self.country.is_some_and(|class| document.lexicon.has_word(word, class))
    }

    /// What a word can do by itself.
    #[inline]
    pub(in crate::annotate) fn of_word(&self, word: &Word) -> Uses {
        self.by_row.of(word.row)
    }

    /// What a word can do in any part of speech that it is spelled like.
    pub(in crate::annotate) fn of_spelling(&self, document: &Document<'_>, word: &Word) -> Uses {
        self.by_row.of(document.lexicon.any_row(word.entry))
    }

    /// What the longest entry that starts at word `i` can do, and how many words it takes.
    #[inline]
    pub(in crate::annotate) fn at(&self, document: &Document<'_>, i: u32) -> (Uses, u32) {
        match document.words.get(i as usize) {
            Some(word) if word.opens_phrase() => self.at_opening(document, i, word),
            Some(word) => (self.of_word(word), 1),
            None => (Uses::default(), 1),
        }
    }

    /// The same of a word that an entry of several words starts with.
    #[inline(never)]
    fn at_opening(&self, document: &Document<'_>, i: u32, word: &Word) -> (Uses, u32) {
        let mut uses = Uses::default();
        let mut length = 0;
        for (class, len) in document.lexicon.phrases_at(document.words, i as usize) {
            if len < length {
                break;
            }
            let here = self.by_class.get(class.index()).copied().unwrap_or_default();
            if !here.is_empty() {
                uses = uses.or(here);
                length = len;
            }
        }
        if length > 0 { (uses, length as u32) } else { (self.of_word(word), 1) }
    }
}
