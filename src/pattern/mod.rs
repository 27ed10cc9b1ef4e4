//! The rule language: what cues, reports and events look like, as text that people can read, test and extend.
//!
//! # Rule files
//!
//! A rule file is a list of blocks. A block opens with its id at the start of a line; its lines are indented. `#` starts a
//! comment, and a line that is indented deeper than the first of its block goes on with the line above.
//!
//! ```text
//! rule event/intercept-shoot-down
//!   kind: intercept
//!   verb: shoot down, bring down
//!   object: <aircraft>, <missile>
//!   unless subject: <vote>
//!   yes: Gunners shot two drones down near the port. => trigger="shot down" agent="Gunners" target="two drones"
//!   no: The board shot down the proposal.
//! ```
//!
//! Each rule has at least one pattern (`match`, `verb` or `noun`), at least one `yes` example, with what must be found
//! behind `=>`, and at least one `no` example, where the rule must find nothing. A test runs them all.
//!
//! # Patterns
//!
//! | notation | stands for |
//! |---|---|
//! | `ceasefire`, `"("` | this word or sign, whatever its case |
//! | `shoot/v`, `drone/n` | any form of a verb, of a noun |
//! | `<aircraft>` | a word or phrase of a lexicon class, in the part of speech of the class |
//! | `<aircraft~>` | a single word of the class, however it is tagged |
//! | `NOUN`, `VERB.past` | a part of speech; a verb form: base, present, past, participle, ing, modal |
//! | `{NP}`, `{VG}` | a noun phrase; a verb group |
//! | `_`, `..3` | any one word; up to three words |
//! | `( a \| b c )` | a choice |
//! | `x?` `x*` `x+` | none or one; up to 8; 1 to 8 |
//! | `!x` | one word that is not x |
//! | `name: x` | x, remembered under a name |
//! | `^` `$` | start, end of the sentence |
//!
//! - `match:` is such a pattern, for words in a row. Choices and repetitions take what they can get, the first choice first.
//! - `verb:` is a list of patterns that start with a verb, the trigger. The first word stands for all its forms, and a
//!   particle behind it ("shoot down") may be parted from it by the object.
//! - `noun:` is a list of patterns that end with a noun, the trigger, in singular or plural.
//!
//! # Conditions
//!
//! A condition names a place around the trigger and says what may stand there; `unless` turns it round. The alternatives are
//! `<class>`, `word`, `shoot/v`, `drone/n`, several words (which end in a noun), a part of speech, `NAME` (a proper name),
//! `none` and `any`. All conditions of a rule must hold.
//!
//! | key | what is looked at |
//! |---|---|
//! | `subject`, `object` | the head of the logical subject and object, in passives too |
//! | `on`, `with`, `of` ... (any preposition) | the head of the phrase behind that preposition |
//! | `path` | the same for any preposition of a way: `to`, `from`, `into`, `across`, `through` ... |
//! | `possessor`, `compound`, `adjective` | what stands in the noun phrase in front of an event noun |
//! | `governor` | the verb that has the event noun as subject, object or behind a preposition |
//! | `complement` | `that`, `infinitive`, `gerund`, `question` or `none` |
//! | `voice` | `active`, `passive` |
//! | `left`, `right` | a pattern that ends just before, or starts just behind, the match |
//! | `sentence` | any word of the sentence |
//!
//! Every other key is an output field, read by the annotator that the rule is for.
//!
//! # Which rule wins
//!
//! Where several rules match, the longest match wins; then user rules before built-in ones; then the order in the files.
//! The losers are silent: matches of the same family do not overlap.
//!
//! Rules are indexed by what their first word can be, and a match takes a bounded number of steps: texts cost time in
//! proportion to their length.

mod alternative;
mod block;
pub(crate) mod frame;
mod index;
mod matcher;
mod parse;
mod rule;

pub(crate) use block::{Cut, count, cut};
pub(crate) use index::{Hit, Keys, RuleSet, Sweep};
pub(crate) use matcher::{Field, Found};
#[cfg(test)]
pub(crate) use rule::Rule;
pub(crate) use rule::{Head, Hold, RuleFiles, read};

use rule::{Condition, Place};

/// What the matcher asks of syntax: where the phrase that starts at a word ends.
pub(crate) trait Chunks {
    /// The word behind the noun phrase that starts here.
    fn noun_phrase(&self, word: usize) -> Option<usize>;
    /// The word behind the verb group that starts here.
    fn verb_group(&self, word: usize) -> Option<usize>;
}

/// A text without syntax.
impl Chunks for () {
    fn noun_phrase(&self, _: usize) -> Option<usize> {
        None
    }

    fn verb_group(&self, _: usize) -> Option<usize> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;
    use crate::lexicon::{Lexicon, LexiconBuilder};
    use crate::tag::{FunctionWord, Marks, Pos, VerbForm, Word};
    use crate::token::{Gap, Shape, TokenKind, hash};

    const LEXICON: &str = "[weapon noun]\nbomb, car bomb\n[say verb]\nsay, tell, point out\n[unsure adverb]\nmaybe";

    fn load(rules: &str) -> Result<(RuleSet, Lexicon), Error> {
        let mut lexicon = LexiconBuilder::new();
        lexicon.add("lexicon", LEXICON)?;
        let files = read(&mut lexicon, &[("my.rules", rules)], &[], &[], &[])?;
        let lexicon = lexicon.build();
        Ok((RuleSet::new(files, &lexicon), lexicon))
    }

    /// Words with a tag behind a slash, nouns without.
    fn words(text: &str, lexicon: &Lexicon) -> Vec<Word> {
        let mut words: Vec<Word> = text
            .split(' ')
            .map(|word| {
                let (word, tag) = word.split_once('/').unwrap_or((word, "N"));
                let (pos, form) = match tag {
                    "V" => (Pos::Verb, VerbForm::Past),
                    "P" => (Pos::Adp, VerbForm::None),
                    "A" => (Pos::Adv, VerbForm::None),
                    _ => (Pos::Noun, VerbForm::None),
                };
                let (start, end, entry, row) = (0, 0, 0, 0);
                let (kind, shape, gap) = (TokenKind::Word, Shape(0), Gap::Space);
                let hash = hash(word.as_bytes());
                let function = FunctionWord::of(hash);
                let marks = Marks::default();
                Word { start, end, hash, entry, row, marks, kind, shape, gap, pos, form, function }
            })
            .collect();
        lexicon.fill(&mut words);
        words
    }

    /// The matches of a pattern in a text as `rule from-to name=from-to`.
    fn check(rules: &str, text: &str, expected: &str) {
        let (set, lexicon) = load(rules).unwrap();
        let words = words(text, &lexicon);
        let field = Field { words: &words, first: 0, last: words.len(), lexicon: &lexicon, chunks: &() };
        let mut lines = Vec::new();
        set.scan(field, |rule, hit| {
            let mut line = format!("{} {}-{}", rule.id, hit.start, hit.found.end);
            for name in &rule.captures {
                if let Some((from, to)) = rule.capture(&hit.found, name) {
                    line += &format!(" {name}={from}-{to}");
                }
            }
            lines.push(line);
        });
        assert_eq!(lines.join("; "), expected, "{text}");
    }

    fn pattern(pattern: &str, text: &str, expected: &str) {
        check(&format!("rule a\n  match: {pattern}\n  yes: Yes.\n  no: No.\n"), text, expected);
    }

    fn error(rules: &str) -> String {
        load(rules).unwrap_err().to_string()
    }

    #[test]
    fn elements() {
        pattern("not rule out", "They do not Rule out war", "a 2-5");
        pattern("say/v", "he said/V it", "a 1-2");
        pattern("<weapon> <say>", "car bomb pointed/V out/P it", "a 0-4");
        pattern("<weapon>", "a bomb said/V", "a 1-2");
        pattern("<unsure>", "maybe war", "");
        pattern("<unsure~>", "maybe war", "a 0-1");
        pattern("VERB.past ADP", "it blew/V up/P", "a 1-3");
        pattern("VERB.participle", "it blew/V up/P", "");
        pattern("a ..2 d", "a b c d", "a 0-4");
        pattern("a ..2 d", "a b c c d", "");
        pattern("(a | b c)+ d", "b c a d", "a 0-4");
        pattern("a !b", "a b a c", "a 2-4");
        pattern("a !(b | c)", "a b a c a d", "a 4-6");
        pattern("x: (a b?) y: c*", "a b c c d", "a 0-4 x=0-2 y=2-4");
        pattern("^ a", "a a", "a 0-1");
        pattern("a $", "a a", "a 1-2");
        pattern("cease-fire \"'s\"", "cease - fire 's end", "a 0-4");
        pattern("b? a", "b a", "a 0-2");
    }

    #[test]
    fn the_longest_match_wins_then_the_first_rule() {
        let rules = "rule a\n  match: x\n  yes: Y\n  no: N\nrule b\n  match: x y\n  yes: Y\n  no: N\nrule c\n  match: x\n  yes: Y\n  no: N\n";
        check(rules, "x y x", "b 0-2; a 2-3");
    }

    #[test]
    fn neighbours() {
        let rules = "rule a\n  match: x\n  left: p q?\n  unless right: r\n  yes: Y\n  no: N\n";
        check(rules, "p x p q x x p x r", "a 1-2; a 4-5");
    }

    #[test]
    fn hostile_patterns_end() {
        let text = "a ".repeat(400);
        pattern("(a* a*)* (a* a*)* (a* a*)* b", text.trim(), "");
    }

    #[test]
    fn errors_say_where_and_what_to_do() {
        let rule = |line: &str| format!("rule a\n  {line}\n");
        for (rules, expected) in [
            ("match: a\n", "my.rules:1: \"match: a\" opens no block; write \"rule event/name\" or \"kind name\""),
            ("  match: a\n", "my.rules:1: line outside a block; put \"rule event/name\" above it"),
            ("rule a\n  match a\n", "my.rules:2: \"match a\" is no \"key: value\" line"),
            (
                &rule("match: <verbs>"),
                "my.rules:2: lexicon class \"verbs\" is not defined; define it in a lexicon, with a head such as [verbs noun]",
            ),
            (&rule("match: ( a"), "my.rules:2: \"(\" is not closed"),
            (&rule("match: a )"), "my.rules:2: \")\" has nothing to close in \"a )\""),
            (&rule("match: ?"), "my.rules:2: \"?\" stands after nothing"),
            (&rule("match: a?"), "my.rules:2: \"a?\" matches no word at all; make a part of it obligatory"),
            (&rule("match: ..99"), "my.rules:2: gap \"..99\" is no number up to 12; write ..3"),
            (&rule("match: {VP}"), "my.rules:2: \"{VP}\" is no phrase; write {NP} or {VG}"),
            (&rule("unless mood: x"), "my.rules:2: \"mood\" is no place that a condition can look at"),
            (&rule("voice: middle"), "my.rules:2: voice \"middle\" is neither active nor passive"),
            (
                &rule("no: A war. => trigger=\"war\""),
                "my.rules:2: a \"no:\" example finds nothing; leave out what stands behind =>",
            ),
            (&rule("match: a"), "my.rules:1: rule \"a\" lacks a \"yes:\" example"),
            (&rule("match: a\n  yes: b"), "my.rules:1: rule \"a\" lacks a \"no:\" example"),
            (&rule("yes: a"), "my.rules:1: rule \"a\" lacks a pattern; add a line such as \"match: not rule out\""),
            (
                "rule a\n  match: a\n  yes: b\n  no: c\nrule a\n  match: b\n",
                "my.rules:5: rule \"a\" is already defined at my.rules:1; choose another id, or remove that one",
            ),
        ] {
            assert_eq!(error(rules), expected, "{rules}");
        }
        let gone = read(&mut LexiconBuilder::new(), &[], &[], &[], &["b".into()]).unwrap_err();
        assert_eq!(gone.to_string(), "removed rules: there is no rule \"b\" that could be removed");
    }
}
