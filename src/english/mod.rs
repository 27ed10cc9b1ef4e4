//! The English data of the crate, as text embedded at compile time. No logic.

/// Abbreviations by class; see the head of the file for its format.
pub(crate) const ABBREVIATIONS: &str = include_str!("lexicon/abbreviations.txt");
/// How words are joined and split: prefixes, units, contractions, domains; same format.
pub(crate) const SPELLING: &str = include_str!("lexicon/spelling.txt");
/// Words that show whether a sentence starts.
pub(crate) const BOUNDARY: &str = include_str!("lexicon/boundary.txt");

/// The word lists, by the name that errors give them.
pub(crate) const LEXICONS: &[(&str, &str)] = &[
    ("syntax.txt", include_str!("lexicon/syntax.txt")),
    ("event.txt", include_str!("lexicon/event.txt")),
    ("claim.txt", include_str!("lexicon/claim.txt")),
    ("attribution.txt", include_str!("lexicon/attribution.txt")),
    ("source.txt", include_str!("lexicon/source.txt")),
    ("nominal.txt", include_str!("lexicon/nominal.txt")),
    ("cues.txt", include_str!("lexicon/cues.txt")),
    ("signatures.txt", include_str!("lexicon/signatures.txt")),
];
/// Number words; see the head of the file for its format.
pub(crate) const NUMBERS: &str = include_str!("lexicon/numbers.txt");
/// Time words; see the head of the file for its format.
pub(crate) const TIMES: &str = include_str!("lexicon/times.txt");

/// The rules, by the name that errors give them.
pub(crate) const RULES: &[(&str, &str)] = &[
    ("kinds.rules", include_str!("rules/kinds.rules")),
    ("sense.rules", include_str!("rules/sense.rules")),
    ("attack.rules", include_str!("rules/attack.rules")),
    ("bombardment.rules", include_str!("rules/bombardment.rules")),
    ("territory.rules", include_str!("rules/territory.rules")),
    ("casualty.rules", include_str!("rules/casualty.rules")),
    ("force.rules", include_str!("rules/force.rules")),
    ("disaster.rules", include_str!("rules/disaster.rules")),
    ("movement.rules", include_str!("rules/movement.rules")),
    ("protest.rules", include_str!("rules/protest.rules")),
    ("diplomacy.rules", include_str!("rules/diplomacy.rules")),
    ("speech.rules", include_str!("rules/speech.rules")),
    ("measure.rules", include_str!("rules/measure.rules")),
    ("justice.rules", include_str!("rules/justice.rules")),
];
