//! Word classes that cannot be, seen from the words around: a participle that is tagged as an adjective stands before no
//! numeral and no determiner, so that "wounded 15 guards" says what somebody did; no noun stands before one either, so that
//! "suspected of shelling the bridge" has a gerund; no sentence opens with a finite verb, none
//! follows the particle of another, and none stands between a subordinator and a finite verb; an
//! adjective alone behind a determiner is a noun if it can be one.

use super::Grammar;
use crate::lexicon::Lexicon;
use crate::tag::{FunctionWord, Pos, VerbForm, Word, function};
use crate::token::{Shape, hash};

/// Gives such words another class.
pub(crate) fn mend(text: &str, words: &mut [Word], lexicon: &Lexicon, grammar: &Grammar) {
    let mut last = Pos::Punct;
    for at in 0..words.len() {
        let this = words[at].pos;
        let before = std::mem::replace(&mut last, this);
        if PLACES[this as usize] >> before as u32 & 1 == 0 {
            continue;
        }
        let next = words.get(at + 1).map_or(FunctionWord::default(), |word| word.function);
        if this == Pos::Verb && before == Pos::Punct && opens_condition(words, at) {
            lexicon.retag(&mut words[at], Pos::Aux, VerbForm::Past);
            last = Pos::Aux;
            continue;
        }
        let (pos, form) = match this {
            Pos::Adj if before == Pos::Punct => {
                match function!(words[at].function, "many" | "several" | "few" | "most") {
                    true if is_finite(words.get(at + 1)) => (Pos::Pron, VerbForm::None),
                    _ => continue,
                }
            }
            Pos::Verb if before == Pos::Noun && heads_phrase(words, at, lexicon) => (Pos::Noun, VerbForm::None),
            Pos::Adj if matches!(before, Pos::Det | Pos::Adj) => match is_noun_alone(words, at, lexicon, grammar) {
                true => (Pos::Noun, VerbForm::None),
                false => continue,
            },
            Pos::Adj if quantity_follows(words, at) => (Pos::Verb, VerbForm::Past),
            Pos::Adj if names_person(words, at, before, lexicon, grammar) => (Pos::Noun, VerbForm::None),
            Pos::Noun if shares_object(words, at) => (Pos::Verb, VerbForm::Past),
            Pos::Noun if matches!(before, Pos::Noun | Pos::Propn) => {
                let name = before == Pos::Propn || words[at - 1].shape.has(Shape::CAPITAL);
                if !(name && plans(words, at, lexicon, grammar)
                    || function!(next, "that") && tells(text, words, at, lexicon, grammar)
                    || before == Pos::Noun && is_verb_alone(text, words, at, lexicon)
                    || before == Pos::Noun && acts(text, words, at, lexicon))
                {
                    continue;
                }
                lexicon.retag(&mut words[at], Pos::Verb, VerbForm::Present);
                last = Pos::Verb;
                continue;
            }
            Pos::Noun if is_infinitive(text, words, at, lexicon, grammar) => {
                (words[at - 1].pos, words[at - 1].form) = (Pos::Part, VerbForm::None);
                (Pos::Verb, VerbForm::Base)
            }
            Pos::Noun if function!(next, "a" | "an" | "the") => (Pos::Verb, VerbForm::Gerund),
            Pos::Verb if words[at].shape.has(Shape::CAPITAL) && is_named(words, at, before) => {
                (Pos::Propn, VerbForm::None)
            }
            // "a claim the ministry rejected"
            Pos::Verb if before == Pos::Det && is_named_by_article(words, at) => (Pos::Noun, VerbForm::None),
            // "said more were on their way"
            Pos::Adv if is_more(&words[at]) && is_finite(words.get(at + 1)) => (Pos::Pron, VerbForm::None),
            Pos::Verb
                if opens_as_noun(&words[at], before, next)
                    || follows_particle(words, at)
                    || is_subject(words, at, before) =>
            {
                if before == Pos::Pron {
                    words[at - 1].pos = Pos::Sconj;
                }
                (Pos::Noun, VerbForm::None)
            }
            Pos::Verb if before == Pos::Cconj && is_bare(text, words, at, lexicon) => (Pos::Verb, VerbForm::Base),
            // "the coal mine"
            Pos::Pron if words[at].hash == hash(b"mine") => (Pos::Noun, VerbForm::None),
            _ => continue,
        };
        if !matches!(pos, Pos::Verb | Pos::Adj) || form == VerbForm::Base || lexicon.is_participle(words[at].entry) {
            lexicon.retag(&mut words[at], pos, form);
            last = pos;
        }
    }
}

/// Behind which parts of speech a word of each part of speech may be another, one bit each: few words stand in such a place.
const PLACES: [u32; 17] = {
    const fn bits(parts: &[Pos]) -> u32 {
        let mut bits = 0;
        let mut i = 0;
        while i < parts.len() {
            bits |= 1 << parts[i] as u32;
            i += 1;
        }
        bits
    }
    let mut places = [0; 17];
    places[Pos::Adj as usize] =
        bits(&[Pos::Noun, Pos::Propn, Pos::Pron, Pos::Cconj, Pos::Det, Pos::Adj, Pos::Part, Pos::Punct]);
    places[Pos::Adv as usize] = bits(&[Pos::Verb, Pos::Sconj]);
    places[Pos::Noun as usize] = bits(&[Pos::Adp, Pos::Noun, Pos::Propn]);
    places[Pos::Pron as usize] = bits(&[Pos::Det, Pos::Adj, Pos::Noun, Pos::Propn, Pos::Num]);
    places[Pos::Verb as usize] = bits(&[
        Pos::Punct,
        Pos::Adp,
        Pos::Adv,
        Pos::Part,
        Pos::Adj,
        Pos::Sconj,
        Pos::Pron,
        Pos::Noun,
        Pos::Propn,
        Pos::Cconj,
        Pos::Det,
    ]);
    places
};

/// "Human Rights Watch said", "Downing Street said": a capitalised verb in the name of whoever does what the verb behind says.
fn is_named(words: &[Word], at: usize, before: Pos) -> bool {
    let capital = |at: usize| words.get(at).is_some_and(|word| word.shape.has(Shape::CAPITAL));
    // a past tense behind a verb is often taken for a participle
    let past = |at: usize| words.get(at).is_some_and(|word| word.form == VerbForm::Participle);
    let small_verb = |at: usize| (is_finite(words.get(at)) || past(at)) && !capital(at);
    match before {
        Pos::Noun | Pos::Propn => capital(at - 1) && small_verb(at + 1),
        Pos::Punct => capital(at + 1) && words[at + 1].pos != Pos::Verb && small_verb(at + 2),
        _ => false,
    }
}

fn is_more(word: &Word) -> bool {
    function!(word.function, "more" | "most")
}

/// Whether the word is a verb that carries tense.
fn is_finite(word: Option<&Word>) -> bool {
    word.is_some_and(|word| {
        matches!(word.pos, Pos::Verb | Pos::Aux)
            && matches!(word.form, VerbForm::Past | VerbForm::Present | VerbForm::Modal)
    })
}

/// "The premier stepped down", "a counter-offensive against": a noun that is tagged as an adjective between a determiner and
/// what no adjective stands before.
fn is_noun_alone(words: &[Word], at: usize, lexicon: &Lexicon, grammar: &Grammar) -> bool {
    let next = words.get(at + 1);
    (is_finite(next) || next.is_some_and(|next| next.pos == Pos::Adp)) && {
        let mut noun = words[at];
        lexicon.retag(&mut noun, Pos::Noun, VerbForm::None);
        let happening = || lexicon.class("happening").is_some_and(|class| lexicon.has_word(&noun, class));
        grammar.names_person(&noun) || happening()
    }
}

/// "The air raids on the port continued": no verb but the head of a subject, since the clause has a finite verb behind the
/// phrase that stands between.
fn heads_phrase(words: &[Word], at: usize, lexicon: &Lexicon) -> bool {
    const LONGEST: usize = 6;
    if words[at].form != VerbForm::Present || words.get(at + 1).is_none_or(|next| next.pos != Pos::Adp) {
        return false;
    }
    let nominal = |word: &Word| matches!(word.pos, Pos::Det | Pos::Adj | Pos::Noun | Pos::Propn | Pos::Num);
    let length = words[at + 2..].iter().take(LONGEST).take_while(|word| nominal(word)).count();
    let verb = words.get(at + 2 + length);
    // a past tense is often tagged as a participle
    let past = || verb.is_some_and(|word| word.pos == Pos::Verb && word.form == VerbForm::Participle);
    let by = || words.get(at + 3 + length).is_some_and(|word| function!(word.function, "by"));
    length > 0 && (is_finite(verb) || past() && !by()) && {
        let mut noun = words[at];
        lexicon.retag(&mut noun, Pos::Noun, VerbForm::None);
        lexicon.class("happening").is_some_and(|class| lexicon.has_word(&noun, class))
    }
}

/// "A gunman shot and killed a guard": a noun that can be a participle, joined to a verb behind a noun.
fn shares_object(words: &[Word], at: usize) -> bool {
    let joined = || words.get(at + 1).is_some_and(|word| word.hash == hash(b"and"));
    let verb = || words.get(at + 2).is_some_and(|word| word.pos == Pos::Verb && word.form == VerbForm::Past);
    at > 0 && words[at - 1].pos == Pos::Noun && joined() && verb()
}

/// "Hopes of a rescue faded", "Fears that the wall would fall": no sentence opens with a finite verb in -s.
fn opens_as_noun(word: &Word, before: Pos, next: FunctionWord) -> bool {
    before == Pos::Punct
        && word.form == VerbForm::Present
        && word.shape.has(Shape::CAPITAL)
        && function!(next, "of" | "for" | "that")
}

/// "Citing a port official, the agency": behind a noun, where no noun follows, somebody who might be called so; so it is
/// behind "'s".
fn names_person(words: &[Word], at: usize, before: Pos, lexicon: &Lexicon, grammar: &Grammar) -> bool {
    let closes = words.get(at + 1).is_none_or(|next| matches!(next.pos, Pos::Punct | Pos::Verb | Pos::Aux | Pos::Part));
    matches!(before, Pos::Noun | Pos::Part) && closes && !words[at].shape.has(Shape::CAPITAL) && {
        let mut noun = words[at];
        lexicon.retag(&mut noun, Pos::Noun, VerbForm::None);
        grammar.names_person(&noun)
    }
}

/// "shows that exports fell": behind a subordinator and before a finite verb stands a subject.
fn is_subject(words: &[Word], at: usize, before: Pos) -> bool {
    // "the noise that wakes came" has a relative pronoun
    let reported = || function!(words[at - 1].function, "that") && at >= 2 && words[at - 2].pos == Pos::Verb;
    (before == Pos::Sconj || before == Pos::Pron && reported())
        && words[at].form == VerbForm::Present
        && is_finite(words.get(at + 1))
}

/// "Had the alarm worked, they would have left": in front of a subject and its participle "had" is an auxiliary; the participle
/// becomes one, whatever its tag.
fn opens_condition(words: &mut [Word], at: usize) -> bool {
    const LONGEST: usize = 8;
    if !function!(words[at].function, "had") {
        return false;
    }
    let rest = &words[at + 1..words.len().min(at + 1 + LONGEST)];
    let nominal =
        |word: &&Word| matches!(word.pos, Pos::Pron | Pos::Det | Pos::Noun | Pos::Propn | Pos::Num | Pos::Adj);
    let subject = rest.iter().take_while(nominal).count();
    // "Had it not been for"
    let adverbs = rest[subject..].iter().take_while(|word| matches!(word.pos, Pos::Part | Pos::Adv)).count();
    let verb = rest.get(subject + adverbs).filter(|word| adverbs > 0 && matches!(word.pos, Pos::Verb | Pos::Aux));
    let participle = match rest.get(subject) {
        _ if verb.is_some() && subject > 0 => subject + adverbs,
        Some(word) if matches!(word.pos, Pos::Verb | Pos::Aux) && subject > 0 => subject,
        // "Had he known," is tagged as an adjective
        Some(word) if word.pos == Pos::Punct && subject > 1 && rest[subject - 1].pos == Pos::Adj => subject - 1,
        _ => return false,
    };
    let word = &mut words[at + 1 + participle];
    let past = matches!(word.form, VerbForm::Past | VerbForm::Participle | VerbForm::None);
    if past && (word.pos != Pos::Aux || adverbs > 0) {
        (word.pos, word.form) = (Pos::Verb, VerbForm::Participle);
    }
    past
}

/// No finite verb and no bare one stands behind an article.
fn is_named_by_article(words: &[Word], at: usize) -> bool {
    function!(words[at - 1].function, "a" | "an" | "the")
        && matches!(words[at].form, VerbForm::Base | VerbForm::Present)
        && words.get(at + 1).is_none_or(|next| !matches!(next.pos, Pos::Noun | Pos::Propn))
}

/// "promised to end corruption": behind a verb that takes nothing else with "to", a noun in the singular that is a verb as well.
fn is_infinitive(text: &str, words: &[Word], at: usize, lexicon: &Lexicon, grammar: &Grammar) -> bool {
    let to = function!(words[at - 1].function, "to") && at >= 2;
    let governs = words
        .get(at + 1)
        .is_some_and(|next| matches!(next.pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Det | Pos::Pron | Pos::Num));
    to && governs
        && words[at - 2].pos == Pos::Verb
        && grammar.takes_only_infinitive(&words[at - 2])
        && lexicon.is_verb(words[at].entry)
        && text.get(words[at].start as usize..words[at].end as usize).is_some_and(|noun| !noun.ends_with('s'))
}

/// "The bill would ban fracking and raise fines", "plans to shut a plant and cut jobs": behind a modal or an infinitive and a
/// conjunction stands a bare form, if nothing finite stands between.
fn is_bare(text: &str, words: &[Word], at: usize, lexicon: &Lexicon) -> bool {
    const REACH: usize = 20;
    let word = &words[at];
    let past = word.form == VerbForm::Past;
    let fits = match past {
        true => lexicon.class("form.unchanged").is_some_and(|class| lexicon.has_word(word, class)),
        false => word.form == VerbForm::Present,
    };
    let inflected = || text.get(word.start as usize..word.end as usize).is_none_or(|word| word.ends_with('s'));
    if !fits || inflected() {
        return false;
    }
    let before = words[at.saturating_sub(REACH)..at].iter().rev();
    let mut verbs = before
        .take_while(|word| word.pos != Pos::Punct || function!(word.function, ","))
        .filter(|word| matches!(word.pos, Pos::Verb | Pos::Aux))
        .filter(|word| !matches!(word.form, VerbForm::Gerund | VerbForm::Participle))
        .filter(|word| past || word.form != VerbForm::Base);
    verbs.next().is_some_and(|word| matches!(word.form, VerbForm::Modal | VerbForm::Base))
}

/// "The Red Cross plans to open a shelter": a name, a verb that an infinitive completes, and an infinitive.
fn plans(words: &[Word], at: usize, lexicon: &Lexicon, grammar: &Grammar) -> bool {
    let infinitive = words.get(at + 1).is_some_and(|word| word.pos == Pos::Part && function!(word.function, "to"))
        && words.get(at + 2).is_some_and(|word| word.pos == Pos::Verb);
    infinitive && !words[at].shape.has(Shape::CAPITAL) && {
        let mut verb = words[at];
        lexicon.retag(&mut verb, Pos::Verb, VerbForm::Present);
        grammar.takes_infinitive(&verb)
    }
}

/// "The survey shows that": behind a determiner and a singular noun a form in -s that tells what a clause says.
fn tells(text: &str, words: &[Word], at: usize, lexicon: &Lexicon, grammar: &Grammar) -> bool {
    let spelling = |at: usize| text.get(words[at].start as usize..words[at].end as usize).unwrap_or("");
    // "the claims that were made" has a relative clause
    let finite = |at: usize| words.get(at).is_some_and(|word| matches!(word.pos, Pos::Verb | Pos::Aux));
    at >= 2
        && words[at - 2].pos == Pos::Det
        && (!finite(at + 2) || finite(at + 3) && words[at + 2].form == VerbForm::Present)
        && spelling(at).ends_with('s')
        && !spelling(at - 1).ends_with('s')
        && {
            let mut verb = words[at];
            lexicon.retag(&mut verb, Pos::Verb, VerbForm::Present);
            grammar.takes_clause(&verb)
        }
}

/// "suggest that the drug halves the risk": behind a singular a form in -s in front of an object, where the clause has no
/// verb else.
fn acts(text: &str, words: &[Word], at: usize, lexicon: &Lexicon) -> bool {
    const FARTHEST: usize = 12;
    let spelling = |at: usize| text.get(words[at].start as usize..words[at].end as usize).unwrap_or("");
    let next = words.get(at + 1).map_or(FunctionWord::default(), |word| word.function);
    let second = words.get(at + 2).map_or(FunctionWord::default(), |word| word.function);
    let object = function!(next, "the" | "its" | "their" | "his" | "her" | "an")
        || function!(next, "at") && function!(second, "least")
        || function!(next, "up") && function!(second, "to")
        || function!(next, "more") && function!(second, "than");
    let verb = |word: &Word| {
        matches!(word.pos, Pos::Verb | Pos::Aux) && !matches!(word.form, VerbForm::Participle | VerbForm::Gerund)
    };
    let bound = |word: &&Word| !matches!(word.pos, Pos::Punct | Pos::Sconj);
    object
        && spelling(at).ends_with('s')
        && !spelling(at - 1).ends_with('s')
        && !words[at].shape.has(Shape::CAPITAL)
        && lexicon.is_verb(words[at].entry)
        && !words[..at].iter().rev().take(FARTHEST).take_while(bound).any(verb)
        && !words[at + 1..].iter().take(FARTHEST).take_while(bound).any(verb)
}

/// "Early reports speak of injuries": behind a plural a word that is known as a verb and not as a noun, in the form that
/// plurals take.
fn is_verb_alone(text: &str, words: &[Word], at: usize, lexicon: &Lexicon) -> bool {
    let spelling = |at: usize| words.get(at).and_then(|word| text.get(word.start as usize..word.end as usize));
    let governs = words.get(at + 1).is_some_and(|next| matches!(next.pos, Pos::Adp | Pos::Det));
    governs
        && !words[at].shape.has(Shape::CAPITAL)
        && lexicon.is_verb_only(words[at].entry)
        && spelling(at).is_some_and(|word| !["s", "ed", "ing", "en"].iter().any(|ending| word.ends_with(ending)))
        && spelling(at - 1).is_some_and(|subject| subject.ends_with('s'))
}

/// "Carried out strikes": a verb with its particle has an object behind it, no verb in -s.
fn follows_particle(words: &[Word], at: usize) -> bool {
    words[at].form == VerbForm::Present
        && at >= 2
        && words[at - 2].pos == Pos::Verb
        && function!(words[at - 1].function, "out" | "off" | "up")
}

/// Whether a quantity or a determiner stands behind the word.
fn quantity_follows(words: &[Word], at: usize) -> bool {
    let Some(next) = words.get(at + 1) else { return false };
    let second = || words.get(at + 2).map_or(FunctionWord::default(), |word| word.function);
    match next.pos {
        Pos::Num => words.get(at + 2).is_none_or(|word| word.pos != Pos::Part),
        Pos::Det => function!(next.function, "a" | "an" | "the" | "another" | "several" | "some" | "many"),
        _ => {
            function!(next.function, "more") && function!(second(), "than")
                || function!(next.function, "at") && function!(second(), "least")
                || function!(next.function, "up") && function!(second(), "to")
        }
    }
}
