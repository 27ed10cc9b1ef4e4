//! The auxiliary that opens a condition in front of its subject.

use crate::tag::{Pos, VerbForm, Word, function};

/// "Had the alarm worked, they would have left": in front of a subject and its participle "had" is an auxiliary; the participle
/// becomes one, whatever its tag.
pub(super) fn opens(words: &mut [Word], at: usize) -> bool {
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
