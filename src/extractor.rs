//! The way in: an [`Extractor`] holds everything that is known before a text is read.
//!
//! It brings the data of the language and the steps of the pipeline together, and finds nothing by itself.

use std::fmt;
use std::sync::Arc;

use once_cell::sync::Lazy;

use crate::annotate::quantity::Numbers;
use crate::annotate::time::TimeWords;
use crate::annotate::{self, ClaimClasses, Dated, EventRules, Events, FactualityClasses, Knowledge, Vocabulary};
use crate::english;
use crate::error::Error;
use crate::lexicon::{self, Cut, LexiconBuilder};
use crate::model::{Date, Extraction};
use crate::pattern;
use crate::syntax::Grammar;
use crate::token::Abbreviations;

static ENGLISH: Lazy<Extractor> = Lazy::new(|| match Extractor::builder().build() {
    Ok(extractor) => extractor,
    // a test builds the built-in data, so that only a broken build of the crate gets here
    Err(error) => panic!("built-in data: {error}"),
});

/// The built-in word lists, cut into entries when the crate is compiled.
#[allow(long_running_const_eval)]
static LEXICONS: [Cut; lexicon::count(english::LEXICONS)] = lexicon::cut(english::LEXICONS);

/// The built-in rules, cut into lines when the crate is compiled.
#[allow(long_running_const_eval)]
static RULES: [pattern::Cut; pattern::count(english::RULES)] = pattern::cut(english::RULES);

/// Reads the claims of a text with the built-in lexicons and rules.
///
/// The first call in a process builds them, which takes a few milliseconds. It never fails and never panics; a text
/// without claims has an [`Extraction`] with empty lists.
///
/// ```
/// let extraction = factive::extract("The bridge may have been damaged, officials said.");
/// assert_eq!(extraction.schema, factive::SCHEMA);
/// ```
pub fn extract(text: &str) -> Extraction {
    ENGLISH.extract(text)
}

/// Reads texts. It is immutable, cheap to clone, and may be shared between threads.
///
/// ```
/// use factive::Extractor;
///
/// let extractor = Extractor::new();
/// let elsewhere = extractor.clone();
/// let worker = std::thread::spawn(move || elsewhere.extract("Two people were hurt."));
/// assert_eq!(worker.join().unwrap(), extractor.extract("Two people were hurt."));
/// ```
#[derive(Clone)]
pub struct Extractor {
    knowledge: Arc<Knowledge>,
}

impl Extractor {
    /// The extractor with the built-in lexicons and rules. They are built once in a process and shared.
    pub fn new() -> Self {
        ENGLISH.clone()
    }

    /// Starts an extractor of one's own.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// Reads one text.
    ///
    /// Time and memory grow with the length of the text, whatever stands in it. Of a text longer than 4 GiB the first 4 GiB
    /// are read.
    pub fn extract(&self, text: &str) -> Extraction {
        self.read((text, None))
    }

    /// Reads one text of a certain day, from which its relative times are seen: "on Monday" gets a date.
    ///
    /// ```
    /// use factive::{Date, Extractor};
    ///
    /// let extractor = Extractor::new();
    /// let text = "The dam broke three weeks ago.";
    /// let extraction = extractor.extract_on(text, Date::new(2021, 6, 30).unwrap());
    /// let when = extraction.events[0].when.as_ref().unwrap();
    /// // the week from Monday to Sunday
    /// assert_eq!(when.from, Date::new(2021, 6, 7));
    /// assert_eq!(when.to, Date::new(2021, 6, 13));
    ///
    /// // without a day the value stays relative
    /// assert_eq!(extractor.extract(text).events[0].when.as_ref().unwrap().from, None);
    /// ```
    pub fn extract_on(&self, text: &str, day: Date) -> Extraction {
        self.read((text, Some(day)))
    }

    /// Reads texts one after another, as [`extract`](Self::extract) reads each, and a fifth faster where they are short, as
    /// articles are: a step of the pipeline goes through some of them before the next step starts.
    ///
    /// The iterator takes texts ahead of what it returns, until they have 256 kB together; it keeps their order, and owns
    /// what it has taken, so that lines of a file can be given as they are read.
    ///
    /// ```
    /// let extractor = factive::Extractor::new();
    /// let texts = ["The dam broke, officials said.", "Nobody was hurt."];
    /// let claims: Vec<usize> = extractor.extract_all(texts).map(|extraction| extraction.claims.len()).collect();
    /// assert_eq!(claims, [1, 1]);
    /// ```
    pub fn extract_all<I>(&self, texts: I) -> impl Iterator<Item = Extraction>
    where
        I: IntoIterator<Item: AsRef<str>>,
    {
        self.extract_all_on(texts.into_iter().map(|text| (text, None)))
    }

    /// Reads texts as [`extract_all`](Self::extract_all) does; those with a day as [`extract_on`](Self::extract_on).
    ///
    /// ```
    /// use factive::{Date, Extractor};
    ///
    /// let extractor = Extractor::new();
    /// let texts = [("The dam broke three weeks ago.", Date::new(2021, 6, 30)), ("The dam broke a year ago.", None)];
    /// let dated = extractor.extract_all_on(texts).map(|extraction| extraction.events[0].when.as_ref().unwrap().from);
    /// assert_eq!(dated.collect::<Vec<_>>(), [Date::new(2021, 6, 7), None]);
    /// ```
    pub fn extract_all_on<T, I>(&self, texts: I) -> impl Iterator<Item = Extraction>
    where
        T: AsRef<str>,
        I: IntoIterator<Item = (T, Option<Date>)>,
    {
        Extractions { extractor: self, texts: texts.into_iter(), read: Vec::new().into_iter() }
    }

    fn read(&self, (text, day): Dated<'_>) -> Extraction {
        annotate::run(&[(readable(text), day)], &self.knowledge).pop().unwrap_or_default()
    }
}

/// What is read of texts, some of them ahead.
struct Extractions<'e, I> {
    extractor: &'e Extractor,
    texts: I,
    read: std::vec::IntoIter<Extraction>,
}

impl<T: AsRef<str>, I: Iterator<Item = (T, Option<Date>)>> Iterator for Extractions<'_, I> {
    type Item = Extraction;

    fn next(&mut self) -> Option<Extraction> {
        if self.read.len() == 0 {
            self.read = self.read_on().into_iter();
        }
        self.read.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let (least, most) = self.texts.size_hint();
        let read = self.read.len();
        (least.saturating_add(read), most.and_then(|most| most.checked_add(read)))
    }
}

impl<T: AsRef<str>, I: Iterator<Item = (T, Option<Date>)>> Extractions<'_, I> {
    /// Reads the next texts: enough that fetching the code of each step is paid for, few enough that what is found in them
    /// stays near.
    fn read_on(&mut self) -> Vec<Extraction> {
        const BYTES: usize = 256 << 10;
        let (mut texts, mut bytes) = (Vec::new(), 0);
        while bytes < BYTES {
            let Some(text) = self.texts.next() else { break };
            bytes += text.0.as_ref().len();
            texts.push(text);
        }
        let texts: Vec<Dated<'_>> = texts.iter().map(|(text, day)| (readable(text.as_ref()), *day)).collect();
        annotate::run(&texts, &self.extractor.knowledge)
    }
}

/// As much of the text as offsets of 32 bits can point into.
fn readable(text: &str) -> &str {
    let mut end = text.len().min(u32::MAX as usize);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

impl Default for Extractor {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Extractor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Extractor").finish_non_exhaustive()
    }
}

/// Puts an [`Extractor`] together. Only [`build`](Self::build) can fail, and only over the user's own data.
///
/// ```
/// # fn main() -> Result<(), factive::Error> {
/// let extractor = factive::Extractor::builder().all_events().build()?;
/// # let _ = extractor;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct ExtractorBuilder {
    events: Events,
    abbreviations: Option<Abbreviations>,
    /// Origin and text of what the user gives.
    lexicons: Vec<(String, String)>,
    rules: Vec<(String, String)>,
    removed: Vec<String>,
}

impl ExtractorBuilder {
    /// Returns every predicate as an event, those without a kind of their own as
    /// [`EventKind::Other`](crate::EventKind::Other).
    pub fn all_events(mut self) -> Self {
        self.events = Events::All;
        self
    }

    /// Adds word lists, on top of the built-in ones: new classes for rules, new words for classes that there are, and words
    /// taken out again. `origin` is the name that errors give for the text, such as its file name.
    ///
    /// ```
    /// # fn main() -> Result<(), factive::Error> {
    /// let words = "[vehicle noun]\nhovercraft, rescue sled";
    /// let extractor = factive::Extractor::builder().lexicon("vehicles.txt", words).build()?;
    ///
    /// let faulty = factive::Extractor::builder().lexicon("vehicles.txt", "hovercraft").build();
    /// assert!(faulty.unwrap_err().to_string().starts_with("vehicles.txt:1: "));
    /// # Ok(())
    /// # }
    /// ```
    pub fn lexicon(mut self, origin: impl Into<String>, text: impl Into<String>) -> Self {
        self.lexicons.push((origin.into(), text.into()));
        self
    }

    /// Adds rules. A kind of event of your own is a `kind` block with its roles and a rule that makes it; where a rule of
    /// yours and a built-in one match the same words, yours wins. `origin` is the name that errors give for the text.
    ///
    /// ```
    /// # fn main() -> Result<(), factive::Error> {
    /// let rules = "
    /// kind merger
    ///   verb: agent=subject target=object,with
    /// rule event/merger
    ///   kind: merger
    ///   verb: acquire, merge
    ///   yes: The bank acquired a rival. => trigger=\"acquired\" agent=\"The bank\" target=\"a rival\"
    ///   no: The bank lent a rival money.
    /// ";
    /// let extractor = factive::Extractor::builder().rules("my.rules", rules).build()?;
    /// let extraction = extractor.extract("In May the brewer acquired two farms.");
    /// assert_eq!(extraction.events[0].kind.name(), "merger");
    /// # Ok(())
    /// # }
    /// ```
    pub fn rules(mut self, origin: impl Into<String>, text: impl Into<String>) -> Self {
        self.rules.push((origin.into(), text.into()));
        self
    }

    /// Leaves out the rule of this id, as it stands in the `rule` field of what it found.
    ///
    /// ```
    /// let text = "The earthquake struck before dawn.";
    /// let rule = factive::extract(text).events[0].rule.clone();
    /// let extractor = factive::Extractor::builder().without_rule(rule).build().unwrap();
    /// assert!(extractor.extract(text).events.is_empty());
    /// ```
    pub fn without_rule(mut self, id: impl Into<String>) -> Self {
        self.removed.push(id.into());
        self
    }

    /// Takes these abbreviations in place of [`Abbreviations::english`].
    ///
    /// ```
    /// use factive::{AbbreviationClass, Abbreviations, Extractor};
    ///
    /// let mut abbreviations = Abbreviations::english();
    /// abbreviations.add("Obl.", AbbreviationClass::Title);
    /// let extractor = Extractor::builder().abbreviations(abbreviations).build().unwrap();
    /// assert_eq!(extractor.extract("It fell near Obl. Kirov.").sentences.len(), 1);
    /// ```
    pub fn abbreviations(mut self, abbreviations: Abbreviations) -> Self {
        self.abbreviations = Some(abbreviations);
        self
    }

    /// Builds the extractor.
    ///
    /// # Errors
    ///
    /// Where data that was given to the builder cannot be read; the error says where and how to mend it.
    pub fn build(self) -> Result<Extractor, Error> {
        let mut lexicon = LexiconBuilder::new();
        lexicon.reserve(english::LEXICONS.iter().chain(english::RULES).map(|(_, text)| text.len()).sum());
        let mut cuts: &[Cut] = &LEXICONS;
        for (origin, text) in english::LEXICONS {
            cuts = lexicon.add_cut(origin, text, cuts)?;
        }
        for (origin, text) in &self.lexicons {
            lexicon.add(origin, text)?;
        }
        let own: Vec<(&str, &str)> = self.rules.iter().map(|(origin, text)| (origin.as_str(), text.as_str())).collect();
        let files = pattern::read(&mut lexicon, &own, english::RULES, &RULES, &self.removed)?;
        let numbers = Numbers::parse("numbers.txt", english::NUMBERS)?;
        let times = TimeWords::parse("times.txt", english::TIMES)?;
        let lexicon = lexicon.build();
        let knowledge = Knowledge {
            rules: EventRules::new(files, &lexicon, numbers, times)?,
            abbreviations: self.abbreviations.unwrap_or_else(Abbreviations::english),
            grammar: Grammar::new(&lexicon),
            attribution: Vocabulary::new(&lexicon),
            factuality: FactualityClasses::new(&lexicon),
            claims: ClaimClasses::new(&lexicon),
            lexicon,
            events: self.events,
        };
        Ok(Extractor { knowledge: Arc::new(knowledge) })
    }
}

#[cfg(test)]
#[path = "../tests/case/file.rs"]
mod file;

#[cfg(test)]
pub(crate) mod tests {
    use std::path::Path;

    use super::file;
    use super::*;
    use crate::annotate::syntax_of;
    use crate::syntax::show;

    /// The syntax of a text, for tests of that layer.
    pub(crate) fn show_syntax(text: &str) -> String {
        let (words, syntax) = syntax_of(text, &ENGLISH.knowledge);
        show(text, &words, &syntax)
    }

    /// The layer is private, so its cases are read here: `UPDATE=1 cargo test syntax_cases` writes what is found.
    #[test]
    fn syntax_cases() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/syntax/cases.txt");
        let mut cases = file::read(&path);
        let mut wrong = String::new();
        for case in &mut cases.cases {
            let found: Vec<String> = show_syntax(&case.text).lines().map(str::to_owned).collect();
            if found != case.expected {
                wrong +=
                    &format!("\n{}\nexpected\n{}\nfound\n{}\n", case.title, case.expected.join("\n"), found.join("\n"));
                case.expected = found;
            }
        }
        if std::env::var_os("UPDATE").is_some() {
            return file::write(&path, &cases);
        }
        assert!(wrong.is_empty(), "{wrong}");
    }

    /// Every example of every rule: what it must find, and where it must not fire.
    #[test]
    fn rules_keep_their_promises() {
        let knowledge = &ENGLISH.knowledge;
        let mut broken = Vec::new();
        for (index, rule) in knowledge.rules.rules().iter().enumerate() {
            for example in &rule.examples {
                let fired = crate::annotate::rules_fired(&example.text, knowledge);
                let own: Vec<_> = fired.iter().filter(|(rule, _)| *rule == index).collect();
                let complaint = match (example.positive, own.is_empty()) {
                    (false, false) => Some("fires".to_owned()),
                    (true, true) => Some("does not fire".to_owned()),
                    (true, false) => {
                        let found = |name: &str, event: &crate::Event| match name {
                            "trigger" => event.trigger.text.clone(),
                            _ => {
                                let arg =
                                    event.args.iter().find(|arg| format!("{:?}", arg.role).to_lowercase() == name);
                                arg.map_or(String::new(), |arg| arg.text.clone())
                            }
                        };
                        let as_expected = own.iter().any(|(_, event)| match event {
                            Some(event) => example.expected.iter().all(|(name, text)| found(name, event) == *text),
                            None => example.expected.is_empty(),
                        });
                        (!as_expected).then(|| {
                            let events = own.iter().filter_map(|(_, event)| event.as_ref());
                            let args = |event: &crate::Event| -> String {
                                event.args.iter().map(|arg| format!(" {:?}=\"{}\"", arg.role, arg.text)).collect()
                            };
                            events
                                .map(|event| format!("finds trigger=\"{}\"{}", event.trigger.text, args(event)))
                                .collect()
                        })
                    }
                    (false, true) => None,
                };
                if let Some(complaint) = complaint {
                    broken.push(format!("{}:{}: {}: {} {complaint}", rule.origin, example.line, rule.id, example.text));
                }
            }
        }
        assert!(broken.is_empty(), "{} examples:\n{}", broken.len(), broken.join("\n"));
    }
}
