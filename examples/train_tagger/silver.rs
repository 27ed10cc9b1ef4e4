//! Gives the verbs of a treebank that has parts of speech only their forms. What the spelling and the words around do not
//! decide, past tense against past participle, is decided by a small model of the context, learned from the irregular verbs
//! whose two forms differ ("took", "taken").

mod past;

pub use past::PastModel;

use crate::corpus::{Sentence, Token};
use crate::feature::tag;
use crate::wordnet::{WordNet, reading};

/// The inner tag of every word; `None` where the treebank has no part of speech.
pub fn label(sentences: &[Sentence], net: &WordNet, model: &PastModel) -> Vec<Vec<Option<u8>>> {
    sentences.iter().map(|s| (0..s.len()).map(|at| inner(s, at, net, model)).collect()).collect()
}

fn inner(sentence: &Sentence, at: usize, net: &WordNet, model: &PastModel) -> Option<u8> {
    let token = &sentence[at];
    let word = normal(&token.text);
    Some(match token.pos.as_str() {
        "ADJ" => tag::ADJ,
        "ADP" => tag::ADP,
        "ADV" => tag::ADV,
        "AUX" => auxiliary(sentence, at, &word),
        "CCONJ" => tag::CCONJ,
        "DET" => tag::DET,
        "INTJ" => tag::INTJ,
        "NOUN" => noun(&word, net),
        "NUM" => tag::NUM,
        "PART" => match word.as_str() {
            "to" | "ta" | "na" | "a" => tag::TO,
            "'s" | "'" | "s" => tag::POSS,
            _ => tag::NOT,
        },
        "PRON" => tag::PRON,
        "PROPN" => tag::PROPN,
        "PUNCT" => tag::PUNCT,
        "SCONJ" => tag::SCONJ,
        "SYM" => tag::SYM,
        "VERB" => match verb(sentence, at, &word, net) {
            Verb::Known(tag) => tag,
            Verb::PastOrParticiple => model.decide(sentence, at),
        },
        "X" => tag::X,
        _ => return None,
    })
}

/// The key of a word in every table: small letters, straight apostrophes.
pub fn normal(text: &str) -> String {
    text.replace('\u{2019}', "'").chars().map(|c| c.to_ascii_lowercase()).collect()
}

fn noun(word: &str, net: &WordNet) -> u8 {
    let readings = net.form(word).readings;
    let singular_ending = ["ss", "us", "is"].iter().any(|ending| word.ends_with(ending));
    let plural = match readings & (reading::NOUN | reading::NOUNS) {
        reading::NOUN => false,
        0 => word.len() > 3 && word.ends_with('s') && !singular_ending,
        reading::NOUNS => true,
        _ => !singular_ending,
    };
    if plural { tag::NOUNS } else { tag::NOUN }
}

fn auxiliary(sentence: &Sentence, at: usize, word: &str) -> u8 {
    match word {
        "be" | "is" | "are" | "am" | "was" | "were" | "been" | "being" | "'m" | "'re" | "m" | "re" | "ai" | "get"
        | "got" | "gets" | "getting" | "gotten" | "r" | "wase" => tag::BE,
        "have" | "has" | "had" | "'ve" | "ve" | "having" | "of" | "hav" => tag::HAVE,
        "do" | "does" | "did" | "doing" | "done" | "d" => tag::DO,
        "'s" | "s" => {
            let next = sentence[at + 1..].iter().find(|t| !matches!(t.pos.as_str(), "ADV" | "PART"));
            let has =
                next.is_some_and(|t| matches!(normal(&t.text).as_str(), "been" | "had" | "got" | "gone" | "become"));
            if has { tag::HAVE } else { tag::BE }
        }
        "'d" => {
            let next = sentence[at + 1..].iter().find(|t| !matches!(t.pos.as_str(), "ADV" | "PART"));
            let had = next.is_some_and(|t| {
                let word = normal(&t.text);
                matches!(word.as_str(), "been" | "had" | "better" | "gone" | "done" | "seen" | "taken" | "become")
                    || word.ends_with("ed")
            });
            if had { tag::HAVE } else { tag::MODAL }
        }
        _ => tag::MODAL,
    }
}

enum Verb {
    Known(u8),
    PastOrParticiple,
}

fn verb(sentence: &Sentence, at: usize, word: &str, net: &WordNet) -> Verb {
    match word {
        "is" | "'s" | "has" | "does" | "s" => return Verb::Known(tag::VBZ),
        "are" | "am" | "'re" | "'m" | "'ve" | "re" | "m" => return Verb::Known(tag::VBP),
        "was" | "were" | "did" | "'d" | "went" => return Verb::Known(tag::VBD),
        "been" | "gone" | "done" => return Verb::Known(tag::VBN),
        "be" => return Verb::Known(tag::VB),
        "being" => return Verb::Known(tag::VBG),
        _ => {}
    }
    let readings = match net.form(word).readings & reading::VERB {
        0 if word.ends_with("ing") || word.ends_with("in'") => reading::VBG,
        0 if word.ends_with("ed") => reading::VBD | reading::VBN,
        0 if word.ends_with('s') && !word.ends_with("ss") => reading::VBZ,
        0 => reading::VB,
        readings => readings,
    };
    let past = readings & (reading::VBD | reading::VBN);
    if readings & reading::VBG != 0 && (readings & reading::VB == 0 || !base_position(sentence, at) && word.len() > 6) {
        return Verb::Known(tag::VBG);
    }
    if readings & reading::VBZ != 0 && readings & reading::VB == 0 {
        return Verb::Known(tag::VBZ);
    }
    if readings & reading::VB != 0 {
        if base_position(sentence, at) {
            return Verb::Known(tag::VB);
        }
        if past == 0 {
            return Verb::Known(base_or_present(sentence, at));
        }
        // "found", "felt", "left", "saw": also lemmas of their own, but rarely meant.
        let bare = matches!(
            word,
            "put"
                | "cut"
                | "hit"
                | "let"
                | "set"
                | "read"
                | "cost"
                | "hurt"
                | "quit"
                | "shut"
                | "split"
                | "spread"
                | "bet"
                | "beat"
                | "burst"
                | "cast"
                | "shed"
                | "upset"
                | "run"
                | "come"
                | "become"
                | "overcome"
                | "broadcast"
                | "fit"
                | "rid"
                | "thrust"
                | "bid"
                | "wed"
                | "wet"
                | "overrun"
                | "input"
                | "forecast"
                | "offset"
        );
        if bare {
            if has_auxiliary(sentence, at) {
                return Verb::Known(tag::VBN);
            }
            if past == reading::VBN || plural_subject(sentence, at) || starts_clause(sentence, at) {
                return Verb::Known(base_or_present(sentence, at));
            }
        }
    }
    match past {
        reading::VBD => Verb::Known(tag::VBD),
        reading::VBN => Verb::Known(tag::VBN),
        0 => Verb::Known(base_or_present(sentence, at)),
        _ if is_participle(sentence, at) => Verb::Known(tag::VBN),
        _ if is_past(sentence, at) => Verb::Known(tag::VBD),
        _ => Verb::PastOrParticiple,
    }
}

/// Where nothing but a participle can stand: after an auxiliary, also with the subject between; as an attribute; joined to
/// such a participle.
fn is_participle(sentence: &Sentence, at: usize) -> bool {
    if has_auxiliary(sentence, at) {
        return true;
    }
    let Some(p) = before(sentence, at) else { return false };
    let pos = |i: usize| sentence.get(i).map_or("", |t| t.pos.as_str());
    // Verbs that stand as participles wherever no subject pronoun is near.
    let word = normal(&sentence[at].text);
    match word.as_str() {
        "based" | "compared" | "located" | "supposed" | "related" | "associated" | "attached"
            if !is_past(sentence, at) =>
        {
            return true;
        }
        "called" | "named" | "titled" | "entitled" if pos(p) == "NOUN" && matches!(pos(at + 1), "PROPN" | "PUNCT") => {
            return true;
        }
        _ => {}
    }
    if pos(p) == "VERB" && p + 1 == at && !normal(&sentence[p].text).ends_with("ed") {
        return true;
    }
    let attribute = matches!(pos(at + 1), "NOUN" | "ADJ" | "PROPN")
        && (matches!(pos(p), "ADJ" | "NUM")
            || pos(p) == "DET" && !matches!(normal(&sentence[p].text).as_str(), "all" | "both"));
    let object = pos(p) == "ADP" && p + 1 == at && matches!(pos(at + 1), "NOUN" | "ADJ");
    if attribute || object || pos(p) == "DET" && matches!(normal(&sentence[p].text).as_str(), "the" | "a" | "an") {
        return true;
    }
    if pos(p) == "CCONJ" && p > 0 {
        return pos(p - 1) == "VERB" && normal(&sentence[p - 1].text).ends_with("ed") && is_participle(sentence, p - 1);
    }
    if matches!(pos(p), "NOUN" | "PROPN" | "PRON") {
        // "When was the town founded", "Were they asked".
        let mut i = p;
        while i > 0 && matches!(pos(i - 1), "DET" | "ADJ" | "NOUN" | "PROPN" | "NUM") {
            i -= 1;
        }
        return i > 0
            && sentence[i - 1].pos == "AUX"
            && !is_do_or_modal(&sentence[i - 1])
            && (i == 1
                || matches!(pos(i - 2), "ADV" | "SCONJ")
                || pos(i - 2) == "PRON" && normal(&sentence[i - 2].text).starts_with("wh"));
    }
    false
}

/// Right after a pronoun that can only be a subject; between a noun and an object, which a passive participle cannot have;
/// or a verb that has no passive.
fn is_past(sentence: &Sentence, at: usize) -> bool {
    let Some(p) = before(sentence, at) else { return false };
    let word = normal(&sentence[at].text);
    let inverted = p > 0 && sentence[p - 1].pos == "AUX";
    if matches!(normal(&sentence[p].text).as_str(), "i" | "he" | "she" | "we" | "they" | "who") && !inverted {
        return true;
    }
    let intransitive = matches!(
        word.as_str(),
        "seemed"
            | "happened"
            | "appeared"
            | "existed"
            | "remained"
            | "arrived"
            | "occurred"
            | "died"
            | "started"
            | "looked"
            | "continued"
            | "failed"
            | "managed"
            | "wanted"
            | "tried"
    );
    let two_objects = matches!(
        word.as_str(),
        "called"
            | "named"
            | "titled"
            | "entitled"
            | "dubbed"
            | "deemed"
            | "dated"
            | "offered"
            | "awarded"
            | "granted"
            | "paid"
            | "considered"
            | "released"
            | "received"
    );
    let object = sentence.get(at + 1).is_some_and(|next| match next.pos.as_str() {
        "DET" | "PROPN" => true,
        "PRON" => !normal(&next.text).starts_with("wh"),
        "SCONJ" => normal(&next.text) == "that",
        _ => false,
    });
    matches!(sentence[p].pos.as_str(), "NOUN" | "PROPN") && !inverted && (intransitive || object && !two_objects)
}

/// The nearest word before that is no adverb, negation or interjection.
fn before(sentence: &Sentence, at: usize) -> Option<usize> {
    sentence[..at].iter().rposition(|t| {
        !(t.pos == "ADV"
            || t.pos == "INTJ"
            || t.pos == "PART" && !matches!(normal(&t.text).as_str(), "to" | "na" | "ta" | "a"))
    })
}

fn is_do_or_modal(token: &Token) -> bool {
    token.pos == "AUX"
        && !matches!(
            normal(&token.text).as_str(),
            "be" | "is"
                | "are"
                | "am"
                | "was"
                | "were"
                | "been"
                | "being"
                | "'m"
                | "'re"
                | "have"
                | "has"
                | "had"
                | "'ve"
                | "having"
                | "'s"
                | "get"
                | "got"
                | "getting"
                | "gets"
                | "re"
                | "m"
                | "ve"
                | "s"
        )
}

/// After "to", a modal or "do", also with the subject between, after "let" and "make", and joined to such a form.
fn base_position(sentence: &Sentence, at: usize) -> bool {
    let Some(p) = before(sentence, at) else { return false };
    let token = &sentence[p];
    let word = normal(&token.text);
    match token.pos.as_str() {
        "PART" => true,
        "AUX" => is_do_or_modal(token),
        "VERB" => matches!(
            word.as_str(),
            "help" | "helped" | "helps" | "go" | "come" | "let" | "helping" | "make" | "please" | "dare"
        ),
        "CCONJ" => {
            // "to go and see": the verb before the conjunction stands in base position, and no subject comes between.
            let mut i = p;
            while i > 0 {
                i -= 1;
                match sentence[i].pos.as_str() {
                    "VERB" => return base_position(sentence, i),
                    "PUNCT" | "SCONJ" | "AUX" => return false,
                    _ => {}
                }
            }
            false
        }
        "PRON" | "NOUN" | "PROPN" => {
            // An inverted auxiliary: "Did you see"; or a causative: "let them go", "make it work".
            let mut i = p;
            while i > 0 && matches!(sentence[i - 1].pos.as_str(), "DET" | "ADJ" | "NOUN" | "PROPN" | "NUM" | "PRON") {
                i -= 1;
            }
            if i == 0 {
                return false;
            }
            let head = &sentence[i - 1];
            let head_word = normal(&head.text);
            if head.pos == "VERB" {
                return matches!(
                    head_word.as_str(),
                    "let"
                        | "make"
                        | "makes"
                        | "made"
                        | "making"
                        | "lets"
                        | "letting"
                        | "help"
                        | "helps"
                        | "helped"
                        | "helping"
                        | "see"
                        | "saw"
                        | "watch"
                        | "watched"
                        | "hear"
                        | "heard"
                ) && !matches!(word.as_str(), "i" | "he" | "she" | "we" | "they");
            }
            is_do_or_modal(head) && {
                // Inverted only where the clause begins there or a question word stands before.
                let subject = matches!(word.as_str(), "i" | "he" | "she" | "we" | "they" | "you" | "it") || i == 1;
                subject
                    || sentence[i - 2].pos == "ADV"
                    || sentence[i - 2].pos == "PRON"
                    || sentence[i - 2].pos == "PUNCT"
            }
        }
        "PUNCT" if word == "," => {
            // A list of base forms: "to find, fix and finish".
            let mut i = p;
            while i > 0 {
                i -= 1;
                match sentence[i].pos.as_str() {
                    "VERB" => {
                        return base_position(sentence, i)
                            && sentence[at + 1..].iter().take(4).any(|t| t.pos == "CCONJ");
                    }
                    "PUNCT" | "SCONJ" | "AUX" => return false,
                    _ => {}
                }
            }
            false
        }
        _ => false,
    }
}

fn starts_clause(sentence: &Sentence, at: usize) -> bool {
    match before(sentence, at) {
        None => true,
        Some(p) => {
            let token = &sentence[p];
            let word = normal(&token.text);
            match token.pos.as_str() {
                "PUNCT" => !matches!(word.as_str(), "," | "'" | "\"" | ")" | "]"),
                "CCONJ" => {
                    p == 0
                        || before(sentence, p).is_some_and(|q| sentence[q].pos == "PUNCT" && !has_subject(sentence, at))
                }
                "X" | "SYM" | "NUM" => p == 0,
                _ => false,
            }
        }
    }
}

fn has_subject(sentence: &Sentence, at: usize) -> bool {
    sentence[..at].iter().rev().take(12).any(|t| {
        t.pos == "PRON"
            && matches!(
                normal(&t.text).as_str(),
                "i" | "he" | "she" | "we" | "they" | "you" | "it" | "who" | "that" | "which"
            )
    })
}

fn plural_subject(sentence: &Sentence, at: usize) -> bool {
    before(sentence, at).is_some_and(|p| {
        let word = normal(&sentence[p].text);
        sentence[p].pos == "PRON" && matches!(word.as_str(), "i" | "we" | "you" | "they" | "these" | "those")
    }) && !sentence.iter().any(|t| t.pos == "AUX" && matches!(normal(&t.text).as_str(), "was" | "were" | "did" | "had"))
        && !sentence.iter().any(|t| t.pos == "VERB" && normal(&t.text).ends_with("ed"))
}

/// An imperative or a present, for a form that is base or present.
fn base_or_present(sentence: &Sentence, at: usize) -> u8 {
    if base_position(sentence, at) || starts_clause(sentence, at) {
        return tag::VB;
    }
    let Some(p) = before(sentence, at) else { return tag::VB };
    let token = &sentence[p];
    let imperative = match token.pos.as_str() {
        // "If you go, take ...", "and call me": no subject since the last verb.
        "PUNCT" | "CCONJ" => {
            let mut subject = false;
            for t in sentence[..p].iter().rev() {
                match t.pos.as_str() {
                    "PRON" | "NOUN" | "PROPN" => subject = true,
                    "VERB" | "AUX" => break,
                    _ => {}
                }
            }
            // A coordinated verb repeats the form of the one before it.
            let previous = (0..p).rev().find(|&i| sentence[i].pos == "VERB");
            match previous {
                Some(i) if token.pos == "CCONJ" => base_position(sentence, i) || starts_clause(sentence, i),
                Some(i) => starts_clause(sentence, i) && !subject,
                None => !subject,
            }
        }
        "INTJ" => true,
        _ => normal(&token.text) == "please",
    };
    if imperative { tag::VB } else { tag::VBP }
}

fn has_auxiliary(sentence: &Sentence, at: usize) -> bool {
    before(sentence, at).is_some_and(|p| sentence[p].pos == "AUX" && !is_do_or_modal(&sentence[p]))
}
