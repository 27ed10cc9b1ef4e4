//! Signatures: what a verb, noun or adjective says of its complement, seen from where the word itself stands.
//!
//! After Karttunen's implicative and factive classes and their composition along the path by Nairn, Condoravdi and Karttunen
//! (2006): the value of "left" in "did not forget to leave" is what "forget" does to its complement where it is negated.

use super::entry::{Index, Places};
use super::value::{Given, Stand};
use crate::lexicon::{Class, Lexicon};
use crate::model::{Certainty, Polarity, Tense};
use crate::tag::Word;

/// The shapes of a complement: a set of flags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shapes(u16);

impl Shapes {
    /// No complement: an adverbial.
    pub const NONE: Self = Self(0);
    /// A finite clause, with or without "that".
    pub const THAT: Self = Self(1);
    /// who, what, how: what it asks about is taken for granted.
    pub const WH: Self = Self(2);
    pub const INFINITIVE: Self = Self(4);
    pub const GERUND: Self = Self(8);
    /// An object.
    pub const THING: Self = Self(16);
    /// A noun phrase behind "of".
    pub const OF: Self = Self(32);
    /// A noun phrase behind for, to, on, against, about.
    pub const FOR: Self = Self(64);
    /// A noun phrase behind "from".
    pub const FROM: Self = Self(128);
    /// An -ing clause behind "from".
    pub const FROM_DOING: Self = Self(256);

    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// What a word leaves of its complement.
#[derive(Clone, Copy, Debug)]
struct Effect {
    certainty: Certainty,
    polarity: Polarity,
}

const fn effect(certainty: Certainty, polarity: Polarity) -> Effect {
    Effect { certainty, polarity }
}

const SO: Effect = effect(Certainty::Certain, Polarity::Positive);
const NOT_SO: Effect = effect(Certainty::Certain, Polarity::Negative);
const LIKELY: Effect = effect(Certainty::Probable, Polarity::Positive);
const UNLIKELY: Effect = effect(Certainty::Probable, Polarity::Negative);
const MAYBE: Effect = effect(Certainty::Possible, Polarity::Positive);
const UNKNOWN: Effect = effect(Certainty::Unknown, Polarity::Open);

/// One signature.
#[derive(Clone, Copy, Debug)]
pub(super) struct Signature {
    name: &'static str,
    shapes: Shapes,
    affirmed: Effect,
    negated: Effect,
    /// What it leaves of an event that lies ahead of it: certain where it does not lie ahead.
    ahead: Certainty,
    /// The complements that hold whatever becomes of the word itself.
    factive: Shapes,
}

const fn signature(name: &'static str, shapes: Shapes, affirmed: Effect, negated: Effect) -> Signature {
    Signature { name, shapes, affirmed, negated, ahead: Certainty::Certain, factive: Shapes::NONE }
}

const fn factive(name: &'static str, shapes: Shapes) -> Signature {
    Signature { factive: shapes, ..signature(name, shapes, SO, SO) }
}

const fn ahead(name: &'static str, shapes: Shapes, ahead: Certainty) -> Signature {
    Signature { ahead, ..signature(name, shapes, SO, NOT_SO) }
}

/// Whoever did not plan or want something may do it or not; who did not try or was not able did not.
const fn intended(name: &'static str, shapes: Shapes, certainty: Certainty) -> Signature {
    Signature { negated: UNKNOWN, ..ahead(name, shapes, certainty) }
}

const CLAUSE: Shapes = Shapes::THAT.or(Shapes::WH);
const ACTION: Shapes = Shapes::INFINITIVE.or(Shapes::GERUND);
const NOMINAL: Shapes = Shapes::THING.or(Shapes::OF);
const ANY: Shapes = CLAUSE.or(ACTION).or(NOMINAL).or(Shapes::FOR).or(Shapes::FROM);

/// All signatures. Where a word stands in several, the first that has the shape of its complement holds.
const SIGNATURES: &[Signature] = &[
    signature("cue-open-certain", ANY, UNKNOWN, UNKNOWN),
    signature("sense-exclude", ANY, NOT_SO, MAYBE),
    // "establish what happened": something did
    Signature { factive: Shapes::WH, ..signature("sense-confirm", CLAUSE.or(NOMINAL), SO, UNKNOWN) },
    signature("sense-deny", CLAUSE.or(Shapes::GERUND).or(NOMINAL), NOT_SO, UNKNOWN),
    // "challenged the award": it is there
    Signature {
        factive: Shapes::THING.or(Shapes::OF),
        ..signature("sense-contest", CLAUSE.or(Shapes::GERUND).or(NOMINAL), NOT_SO, UNKNOWN)
    },
    // "nobody doubts that"
    signature("cue-belief-unlikely", CLAUSE, UNLIKELY, SO),
    // "no proof that he left"
    signature("sense-evidence", ANY, SO, UNKNOWN),
    factive("sense-factive", CLAUSE.or(Shapes::GERUND).or(NOMINAL)),
    factive("sense-presuppose", Shapes::THING.or(Shapes::OF).or(Shapes::FOR)),
    signature("sense-true", CLAUSE, SO, NOT_SO),
    signature("sense-untrue", CLAUSE, NOT_SO, UNKNOWN),
    signature("sense-counterfactual", Shapes::THAT.or(ACTION), NOT_SO, SO),
    // "wished he had gone", but "wish to go"
    signature("sense-counterfactual-that", Shapes::THAT, NOT_SO, SO),
    signature("cue-evidence-probable", CLAUSE.or(NOMINAL), LIKELY, UNLIKELY),
    // "did not say who had paid": somebody had
    Signature { factive: Shapes::WH, ..signature("sense-say", Shapes::THAT.or(Shapes::WH), SO, UNKNOWN) },
    signature("sense-claim-to", ACTION, SO, UNKNOWN),
    signature("sense-implies-not", ACTION.or(Shapes::THING).or(Shapes::FROM), NOT_SO, SO),
    signature("sense-implies-block", ANY, NOT_SO, UNKNOWN),
    signature("sense-implies-delay", ACTION.or(Shapes::THING), NOT_SO, SO),
    signature("sense-implies-cease", ACTION, NOT_SO, SO),
    signature("sense-implies-stop", Shapes::GERUND, NOT_SO, SO),
    signature("sense-implies-keep", Shapes::FROM_DOING, NOT_SO, SO),
    signature("sense-against", ACTION.or(Shapes::FOR), UNLIKELY, UNKNOWN),
    signature("sense-implies-avert", ANY.or(Shapes::FROM_DOING), NOT_SO, SO),
    signature("sense-implies-refuse", ACTION.or(Shapes::FROM), NOT_SO, SO),
    signature("sense-implies-spurn", Shapes::THING, NOT_SO, SO),
    signature("sense-implies-evade", Shapes::THING, NOT_SO, SO),
    signature("sense-implies-hesitate", ACTION, UNKNOWN, SO),
    signature("sense-implies-both", ACTION.or(Shapes::THING), SO, NOT_SO),
    signature("cue-seem-probable", ANY, LIKELY, UNLIKELY),
    // before what alleges: "suspects that"
    signature("cue-belief-thing-possible", CLAUSE.or(Shapes::THING), MAYBE, UNLIKELY),
    signature("cue-allege-probable", CLAUSE.or(ACTION).or(Shapes::OF), LIKELY, UNLIKELY),
    signature("cue-held-probable", Shapes::INFINITIVE, LIKELY, UNLIKELY),
    signature("cue-belief-as", Shapes::INFINITIVE, LIKELY, UNLIKELY),
    signature("cue-belief-thing-probable", CLAUSE.or(ACTION).or(Shapes::THING), LIKELY, UNLIKELY),
    signature("cue-belief-possible", CLAUSE, MAYBE, UNLIKELY),
    signature("cue-belief-probable", CLAUSE.or(Shapes::INFINITIVE), LIKELY, UNLIKELY),
    signature("cue-adjective-possible", CLAUSE.or(ACTION), MAYBE, UNLIKELY),
    signature("cue-adjective-probable", CLAUSE.or(ACTION), LIKELY, UNLIKELY),
    signature("cue-adjective-unlikely", CLAUSE.or(ACTION), UNLIKELY, LIKELY),
    signature("cue-adjective-belief-possible", CLAUSE, MAYBE, UNLIKELY),
    signature("cue-adjective-belief-probable", CLAUSE, LIKELY, UNLIKELY),
    signature("cue-adjective-belief-unlikely", CLAUSE, UNLIKELY, LIKELY),
    signature("cue-adjective-open", ANY, UNKNOWN, SO),
    signature("cue-noun-possible", ANY, MAYBE, UNLIKELY),
    signature("cue-noun-probable", ANY, LIKELY, UNLIKELY),
    signature("cue-noun-unlikely", ANY, UNLIKELY, LIKELY),
    signature("cue-noun-open", ANY, UNKNOWN, SO),
    signature("cue-noun-of-possible", ANY, MAYBE, UNLIKELY),
    signature("cue-noun-of-probable", ANY, LIKELY, UNLIKELY),
    // "in danger of collapsing"
    signature("cue-noun-that-possible", Shapes::THAT.or(Shapes::OF).or(Shapes::GERUND), MAYBE, UNLIKELY),
    signature("cue-noun-that-probable", Shapes::THAT.or(Shapes::OF), LIKELY, UNLIKELY),
    ahead("sense-ahead-able", ACTION.or(NOMINAL).or(Shapes::FOR), Certainty::Possible),
    ahead("sense-ahead-try", ACTION.or(Shapes::FOR), Certainty::Possible),
    ahead("sense-ahead-seek", NOMINAL, Certainty::Possible),
    intended("sense-ahead-plan", ACTION.or(NOMINAL).or(Shapes::FOR), Certainty::Probable),
    intended("sense-ahead-tell", ACTION, Certainty::Possible),
    intended("sense-ahead-stand", Shapes::INFINITIVE, Certainty::Probable),
    intended("sense-ahead-about", Shapes::THING.or(Shapes::FOR), Certainty::Possible),
    intended("sense-ahead-want", ANY, Certainty::Possible),
    signature("sense-implies-cause", ACTION, SO, UNKNOWN),
];

const _: () = assert!(SIGNATURES.len() <= Places::MOST);

/// All signatures, by the classes of a lexicon.
#[derive(Clone, Debug)]
pub(super) struct Signatures(Index);

impl Signatures {
    pub fn new(lexicon: &Lexicon) -> Self {
        Self(Index::new(lexicon, SIGNATURES.iter().map(|signature| signature.name)))
    }

    /// The signature of the word at `i` for a complement of this shape.
    pub fn of(&self, lexicon: &Lexicon, words: &[Word], i: u32, shape: Shapes) -> Option<&'static Signature> {
        let word = words.get(i as usize)?;
        let fitting = |places: Places| places.iter().find(|&place| SIGNATURES[place].shapes.meets(shape));
        let next = words.get(i as usize + 1).map_or(0, |next| next.hash);
        let of_phrases = match self.0.starts_phrase(word, next) {
            true => lexicon
                .phrases_at(words, i as usize)
                .fold(Places::default(), |all, (class, _)| all.or(self.0.of_class(class))),
            false => Places::default(),
        };
        let place = fitting(of_phrases).or_else(|| fitting(self.0.of_word(word)));
        place.map(|place| &SIGNATURES[place])
    }
}

/// Classes of words that decide on a complement together with what governs it.
#[derive(Clone, Debug)]
pub(super) struct Senses {
    /// Verbs of change, and those that say what a change came to.
    pub change: Option<Class>,
    pub result: Option<Class>,
    /// first, last: whoever is the first to do something does it.
    pub rank: Option<Class>,
    /// Nouns for what is said, which is there though it be denied.
    pub saying: Option<Class>,
    /// planned, failed: in front of a noun they say what they would say of a complement.
    pub premodifier: Option<Class>,
    /// Verbs whose "for" with an -ing form tells a purpose.
    pub serve: Option<Class>,
    /// What an attempt may do that comes to nothing, what is done to one so that it does, and what one does that comes off.
    pub fails: Option<Class>,
    pub undo: Option<Class>,
    pub succeeds: Option<Class>,
    pub fulfils: Option<Class>,
    /// Verbs of taking place, whose subject is what takes place, and those that tell that nothing came of it.
    pub occur: Option<Class>,
    pub vanish: Option<Class>,
    /// What fears and rumours do before the clause that spells them out: grow, emerge.
    pub emerge: Option<Class>,
    /// Verbs of saying.
    pub say: Option<Class>,
    /// Verbs of perceiving and finding.
    pub perceive: Option<Class>,
    /// What is refused where it would not be done: "would not comment".
    pub refused: Option<Class>,
    /// What is politely said: "I would urge".
    pub courtesy: Option<Class>,
}

impl Senses {
    pub fn new(lexicon: &Lexicon) -> Self {
        let class = |name: &str| lexicon.class(name);
        Self {
            change: class("sense-change"),
            result: class("sense-result"),
            rank: class("sense-rank"),
            saying: class("sense-saying"),
            premodifier: class("sense-premodifier"),
            serve: class("sense-serve"),
            fails: class("sense-fails"),
            undo: class("sense-undo"),
            succeeds: class("sense-succeeds"),
            fulfils: class("sense-fulfils"),
            occur: class("sense-occur"),
            vanish: class("sense-vanish"),
            emerge: class("cue-emerge"),
            say: class("sense-say"),
            perceive: class("sense-perceive"),
            refused: class("cue-refused"),
            courtesy: class("cue-courtesy"),
        }
    }
}

impl Signature {
    /// What the complement is worth where the word itself is worth `outer`.
    pub fn apply(&self, outer: Stand, shape: Shapes) -> Stand {
        if self.is_factive(shape) {
            return Stand {
                certainty: Certainty::Certain,
                polarity: Polarity::Positive,
                ahead: Certainty::Certain,
                given: None,
                ..outer
            };
        }
        let effect_on = |polarity: Polarity| match polarity {
            Polarity::Positive => self.affirmed,
            Polarity::Negative => self.negated,
            Polarity::Open => UNKNOWN,
        };
        let effect = effect_on(outer.polarity);
        // "unclear who did it", "unclear how they managed to do it"
        let given = match outer.given {
            Some(given) => {
                let effect = effect_on(given.polarity);
                Some(Given { certainty: given.certainty.min(effect.certainty), polarity: effect.polarity })
            }
            None => (shape == Shapes::WH && effect.polarity == Polarity::Open).then_some(Given::SO),
        };
        let lies_ahead = self.lies_ahead();
        // "can confirm that he left": the saying lies ahead, not what is said
        let said = shape == Shapes::THAT && matches!(self.name, "sense-say" | "sense-confirm");
        let ahead = if said { Certainty::Certain } else { outer.ahead };
        Stand {
            certainty: outer.certainty.min(effect.certainty),
            polarity: effect.polarity,
            tense: if lies_ahead { Tense::Future } else { outer.tense },
            ahead: ahead.min(self.ahead),
            given,
        }
    }

    /// Of a definite thing nothing is left open: "discussed the strike", "opposed to their truce", "their view of the accord".
    pub fn takes_given(&self) -> bool {
        matches!(self.name, "sense-ahead-about" | "sense-against" | "cue-noun-that-probable" | "cue-noun-that-possible")
    }

    /// What it says of its complement it says of its whole clause: fail, refuse, seem.
    pub fn speaks_for_subject(&self) -> bool {
        self.factive == Shapes::NONE && self.ahead == Certainty::Certain && self.affirmed.certainty > Certainty::Unknown
    }

    /// avoid, refrain: who does so does not do what the complement names.
    pub fn is_omission(&self) -> bool {
        self.name == "sense-implies-not"
    }

    /// evidence, proof
    pub fn is_evidence(&self) -> bool {
        self.name == "sense-evidence"
    }

    /// hesitate: who does not do so does what the complement names.
    pub fn is_hesitation(&self) -> bool {
        self.name == "sense-implies-hesitate"
    }

    /// launch, cause, commit: what is done.
    pub fn is_doing(&self) -> bool {
        self.name == "sense-implies-both"
    }

    /// escape: what has an article is there.
    pub fn evades(&self) -> bool {
        self.name == "sense-implies-evade"
    }

    /// prevent, avert
    pub fn averts(&self) -> bool {
        self.name == "sense-implies-avert"
    }

    /// reluctant, opposed
    pub fn is_aversion(&self) -> bool {
        self.name == "sense-against"
    }

    /// decide, vote, choose
    pub fn is_decision(&self) -> bool {
        self.name == "sense-ahead-plan"
    }

    /// rule out
    pub fn is_exclusion(&self) -> bool {
        self.name == "sense-exclude"
    }

    /// rule out, confirm: denied, they leave what they are said of possible or open.
    pub fn leaves_open(&self) -> bool {
        matches!(self.name, "sense-exclude" | "sense-confirm")
    }

    /// deny, reject: not so where affirmed, and said by somebody all the same.
    pub fn is_denial(&self) -> bool {
        matches!(
            self.name,
            "sense-deny" | "sense-implies-refuse" | "sense-implies-spurn" | "sense-exclude" | "sense-against"
        )
    }

    /// plan, attempt: its complement lies ahead.
    pub fn lies_ahead(&self) -> bool {
        self.ahead < Certainty::Certain
    }

    /// report, claim: what is said.
    pub fn is_saying(&self) -> bool {
        self.name == "sense-say"
    }

    /// deny, reject, dispute: what the saying says is not so that they are said of.
    pub fn turns_sayings(&self) -> bool {
        matches!(self.name, "sense-deny" | "sense-contest" | "sense-implies-refuse" | "sense-implies-spurn")
    }

    /// discuss, consider: what is said is there, though what it asks for may never be.
    pub fn is_about(&self) -> bool {
        self.name == "sense-ahead-about"
    }

    /// expect, likely: an infinitive behind them tells what is to come.
    pub fn looks_ahead(&self) -> bool {
        matches!(
            self.name,
            "cue-belief-thing-probable" | "cue-adjective-probable" | "cue-adjective-unlikely" | "cue-belief-probable"
        )
    }

    /// false, baseless: what they are said of is not so.
    pub fn is_untrue(&self) -> bool {
        self.name == "sense-untrue"
    }

    /// Leaves its complement below certain: fear, chance, concern.
    pub fn is_doubt(&self) -> bool {
        self.affirmed.certainty < Certainty::Certain
    }

    /// Said of a thing it says whether that exists: "a merger is unlikely".
    pub fn doubts(&self) -> bool {
        self.affirmed.polarity == Polarity::Negative && self.affirmed.certainty < Certainty::Certain
    }

    /// Whether the complement holds whatever becomes of the word.
    pub fn is_factive(&self, shape: Shapes) -> bool {
        self.factive.meets(shape)
    }
}
