//! Word lists: which words belong to which class, in every inflected form, behind one probe of one table.
//!
//! # Format
//!
//! ```text
//! # What the file holds, where it comes from, under which licence.
//! [aircraft noun]
//! drone, helicopter, fighter jet
//! unmanned aerial vehicle
//!
//! [weapon noun]
//! <aircraft>               # every member of another class
//! rifle, weapon of mass destruction
//!
//! [say.neutral verb]       # its members belong to `say` as well
//! say, tell, point out
//!
//! [aircraft noun]
//! -drone                   # takes an entry out again
//! ```
//!
//! A section head names a class and the parts of speech of its entries: `verb`, `noun`, `adjective`, `adverb`, `name` or
//! `word` (any part of speech, never inflected). Entries are separated by commas or lines, `#` starts a comment. Entries
//! are lemmas: a verb stands for all its forms ("say": says, said, saying), a noun for its plural; in an entry of several
//! words the first word of a verb and the head of a noun are inflected. Several heads may name one class, in one file or in
//! several: they add up, and what a later source takes out is out.
//!
//! A word belongs to a class only in the part of speech the class was declared for, so "strike" in a verb class does not
//! match the noun. Participles pass as verbs where they are tagged as adjectives ("the wounded man").
//!
//! What words mean, and how a text is matched against sequences of them, stands in [`crate::pattern`].

mod build;
mod entry;
mod form;
mod line;
mod mask;
mod row;
mod source;
mod table;

pub(crate) use build::LexiconBuilder;
pub(crate) use entry::Openings;
pub(crate) use form::{Headword, items, pieces};
pub(crate) use line::{find, lines, trim, trim_start};
pub(crate) use mask::Parts;
pub(crate) use row::{ByRow, ClassSet};
pub(crate) use source::{Cut, count, cut};

use crate::tag::{Marks, Pos, VerbForm, Word};

use entry::{Entry, EntrySet, Extra, Mixed};
use row::Rows;
use table::{Names, Table};

/// A class of words: small enough to keep in rules and to compare by value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Class(u16);

impl Class {
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// One bit, which other classes have as well.
    #[inline]
    pub fn sieve(self) -> u64 {
        1 << (self.0 % 64)
    }
}

/// A part of speech that a class can be declared for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    Verb,
    Noun,
    Adjective,
    Adverb,
    Name,
    Word,
}

/// The entries of several words that begin with a word.
#[derive(Clone, Copy, Debug, Default)]
struct Start {
    first: u32,
    last: u32,
    /// One bit stands for several of their classes: nearly every question ends here.
    sieve: u64,
    /// One bit stands for several of their second words.
    second: u64,
}

/// An entry of several words, without its first.
#[derive(Clone, Copy, Debug)]
struct Phrase {
    /// The low half of the hash of its second word.
    second: u32,
    class: Class,
    /// In which parts of speech the first word starts it.
    first: u8,
    len: u8,
    start: u32,
}

/// An entry with what is known of its classes before they are asked for.
#[derive(Clone, Copy)]
pub(crate) struct Listed {
    pub entry: u32,
    /// Its row in every part of speech together.
    pub row: u32,
    extra: u32,
    pub starts_phrase: bool,
}

impl Listed {
    /// Whether classes of a single lemma, or phrases that it starts, have to be looked at.
    #[inline]
    pub fn is_more_than_row(&self) -> bool {
        self.extra != 0
    }
}

/// The word classes, ready to be asked. Immutable.
///
/// Which classes a word has in its part of speech is one row of a bit matrix. Words that have the same classes share a row,
/// so that there are few and most questions find theirs in the cache; [`Lexicon::fill`] leaves its number in the word.
/// Classes of a single lemma, which only rules ask for, have no column of their own.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    table: Table,
    /// One for each word that any list holds, and one for all others in front.
    entries: Vec<Entry>,
    /// What some entries have, with none in front and one more at the end.
    extras: Vec<Extra>,
    mixed: Vec<Mixed>,
    rows: Rows,
    /// Classes of a single lemma, each with its [`mask`], packed; in ascending order for each entry.
    lemmas: Vec<u32>,
    /// The entries that are participles of a verb.
    participles: EntrySet,
    starts: Vec<Start>,
    /// The entry that each of them belongs to.
    starters: Vec<u32>,
    phrases: Vec<Phrase>,
    elements: Vec<u64>,
    names: Names,
    classes: usize,
}

impl Lexicon {
    /// How many bits the number of an entry has.
    pub const ENTRY_BITS: u32 = table::NUMBER;

    /// The class of a name.
    pub fn class(&self, name: &str) -> Option<Class> {
        self.names.find(name)
    }

    /// How many classes there are; [`Class::index`] is below it.
    pub fn classes(&self) -> usize {
        self.classes
    }

    /// How many of them have a column, as all those have that have a name. They come first.
    pub fn columns(&self) -> usize {
        self.rows.columns()
    }

    /// The entry of a word by its hash, 0 for none.
    #[inline]
    pub fn entry(&self, hash: u64) -> u32 {
        self.table.find(hash)
    }

    /// Gives every word its entry, and what is asked of that most.
    pub fn fill(&self, words: &mut [Word]) {
        for word in words {
            word.entry = self.entry(word.hash);
            let Some(entry) = self.entries.get(word.entry as usize) else { continue };
            word.row = entry.row(mask::group(word.pos), &self.mixed);
            word.marks.set(Marks::OPENS_PHRASE, entry.starts_phrase());
        }
    }

    /// Gives a word another part of speech, and the classes it has in that.
    pub fn retag(&self, word: &mut Word, pos: Pos, form: VerbForm) {
        (word.pos, word.form) = (pos, form);
        word.row = self.row(word.entry, mask::group(pos));
    }

    /// Whether the word lists know a word as a verb.
    pub fn is_verb(&self, entry: u32) -> bool {
        self.row(entry, mask::group(Pos::Verb)) != 0
    }

    /// Whether the word lists know a word as a verb and not as a noun.
    pub fn is_verb_only(&self, entry: u32) -> bool {
        self.row(entry, mask::group(Pos::Verb)) != 0 && self.row(entry, mask::group(Pos::Noun)) == 0
    }

    /// Whether an entry belongs to a class, whatever its part of speech.
    #[inline]
    pub fn has(&self, entry: u32, class: Class) -> bool {
        match self.rows.covers(class) {
            true => self.rows.has(self.any_row(entry), class),
            false => self.lemmas_of(entry).iter().any(|&lemma| lemma >> 8 == u32::from(class.0)),
        }
    }

    /// Whether a word belongs to a class in the part of speech it has.
    #[inline]
    pub fn has_word(&self, word: &Word, class: Class) -> bool {
        match self.rows.covers(class) {
            true => self.rows.has(word.row, class),
            false => self.is_form_of(word, class),
        }
    }

    /// Whether a word belongs to one of some named classes in the part of speech it has.
    #[inline]
    pub fn has_any(&self, word: &Word, classes: &ClassSet) -> bool {
        self.rows.meets(word.row, classes)
    }

    /// Whether a word is a form of the single lemma that a class without a column holds.
    #[inline(never)]
    fn is_form_of(&self, word: &Word, class: Class) -> bool {
        let tagged = mask::of_word(word.pos);
        let is = |lemma: u32| lemma >> 8 == u32::from(class.0) && lemma as u8 & tagged != 0;
        self.lemmas_of(word.entry).iter().any(|&lemma| is(lemma))
    }

    /// Whether a word is a form of the single lemma of one of the classes.
    #[inline]
    pub fn is_form_of_any(&self, word: &Word, classes: &[Class]) -> bool {
        let tagged = mask::of_word(word.pos);
        !classes.is_empty()
            && self
                .lemmas_of(word.entry)
                .iter()
                .any(|&lemma| lemma as u8 & tagged != 0 && classes.iter().any(|class| lemma >> 8 == u32::from(class.0)))
    }

    /// Whether an entry is the past participle of a verb that has a class.
    pub fn is_participle(&self, entry: u32) -> bool {
        self.participles.has(entry)
    }

    /// The classes a word belongs to in the part of speech it has, in ascending order.
    #[cfg(test)]
    pub fn classes_of(&self, word: &Word) -> impl Iterator<Item = Class> + '_ {
        let tagged = mask::of_word(word.pos);
        let lemmas = self.lemmas_of(word.entry).iter().filter(move |&&lemma| lemma as u8 & tagged != 0);
        self.rows.classes(word.row).chain(lemmas.map(|&lemma| Class((lemma >> 8) as u16)))
    }

    /// Joins something over the named classes of a word, for every set of them that a word can have: a word then has it at one
    /// load, by [`ByRow::of`] its row. What is joined twice counts once.
    pub fn tabulate<T: Copy + Default>(&self, of: impl Fn(Class) -> T, join: impl Fn(T, T) -> T) -> ByRow<T> {
        self.rows.tabulate(of, join)
    }

    /// The row of an entry in every part of speech together.
    #[inline]
    pub fn any_row(&self, entry: u32) -> u32 {
        self.entries.get(entry as usize).map_or(0, |entry| entry.any_row(&self.mixed))
    }

    /// One more than the last entry; 0 is the entry of words that no list holds.
    pub fn entries(&self) -> usize {
        self.entries.len()
    }

    /// All entries, in order.
    pub fn each_entry(&self) -> impl Iterator<Item = Listed> + '_ {
        self.entries.iter().zip(0..).map(|(this, entry)| Listed {
            entry,
            row: this.any_row(&self.mixed),
            extra: this.extra() as u32,
            starts_phrase: this.starts_phrase(),
        })
    }

    /// Adds a class to a set; false if it has no name but holds a single lemma.
    pub fn add_named(&self, class: Class, set: &mut ClassSet) -> bool {
        self.rows.add(class, set)
    }

    /// The classes of an entry that hold a single lemma, of which [`Lexicon::tabulate`] knows nothing, with the parts of speech
    /// in which it belongs to them.
    pub fn lemma_classes(&self, listed: Listed) -> impl Iterator<Item = (Class, Parts)> + '_ {
        let lemmas = self.lemmas_at(listed.extra as usize);
        lemmas.iter().map(|&lemma| (Class((lemma >> 8) as u16), Parts::from_bits(lemma as u8)))
    }

    /// The named classes that are wanted.
    pub fn class_set(&self, wanted: impl Fn(Class) -> bool) -> ClassSet {
        self.rows.set(wanted)
    }

    /// Which rows have a class of a set.
    pub fn rows_meeting(&self, set: &ClassSet) -> Vec<bool> {
        self.rows.meeting(set)
    }

    /// The classes of an entry that have a name and are wanted, ascending, with the parts of speech in which it belongs to
    /// them.
    pub fn named_parts_of<'a>(&'a self, entry: u32, wanted: &'a ClassSet) -> impl Iterator<Item = (Class, Parts)> + 'a {
        let this = self.entries.get(entry as usize).copied().unwrap_or_default();
        let named = self.rows.classes_among(this.row(mask::ANY_GROUP, &self.mixed), wanted);
        named.map(move |class| (class, Parts::from_bits(this.parts(class, &self.rows, &self.mixed))))
    }

    /// The class of each phrase.
    pub fn phrase_classes(&self) -> impl Iterator<Item = Class> + '_ {
        self.phrases.iter().map(|phrase| phrase.class)
    }

    /// The classes of the phrases that an entry can start, with the parts of speech in which it does; a class for each phrase.
    pub fn phrases_from(&self, entry: u32) -> impl Iterator<Item = (Class, Parts)> + '_ {
        let phrases = self.start_of(entry).map_or(&[][..], |start| self.phrases_of(start));
        phrases.iter().map(|phrase| (phrase.class, Parts::from_bits(phrase.first)))
    }

    /// How the phrases of the named classes that are wanted open.
    pub fn openings_of(&self, wanted: impl Fn(Class) -> bool) -> Openings {
        let wanted = self.rows.set(wanted);
        let mut openings = Openings::default();
        for (start, &entry) in self.starts.iter().zip(&self.starters) {
            for phrase in self.phrases_of(start).iter().filter(|phrase| wanted.has(phrase.class)) {
                openings.insert(entry, phrase.second);
            }
        }
        openings
    }

    /// How many words from `i` on the longest entry of several words of a class takes.
    #[inline]
    pub fn phrase_at(&self, words: &[Word], i: usize, class: Class) -> Option<usize> {
        self.may_start(words.get(i)?, class).then(|| self.phrase_of(words, i, class)).flatten()
    }

    /// The same where one may start.
    #[inline(never)]
    fn phrase_of(&self, words: &[Word], i: usize, class: Class) -> Option<usize> {
        self.phrases_at(words, i).find(|&(c, _)| c == class).map(|(_, len)| len)
    }

    /// Every entry of several words that starts at `i`, with its class and length; longest first.
    pub fn phrases_at<'a>(&'a self, words: &'a [Word], i: usize) -> impl Iterator<Item = (Class, usize)> + 'a {
        let start = words.get(i).filter(|word| word.opens_phrase()).and_then(|word| self.start_of(word.entry));
        let goes_on = |start: &&Start| words.get(i + 1).is_some_and(|next| start.second >> (next.hash % 64) & 1 != 0);
        let phrases = start.filter(goes_on).map_or(&[][..], |start| self.phrases_of(start));
        // "in" and "to" start hundreds of them, but with this second word hardly one
        let second = words.get(i + 1).map_or(0, |next| next.hash as u32);
        let from = phrases.partition_point(|phrase| phrase.second < second);
        phrases[from..].iter().take_while(move |phrase| phrase.second == second).filter_map(move |p| {
            let rest = words.get(i + 1..i + 1 + p.len as usize)?;
            let tail = &self.elements[p.start as usize..p.start as usize + p.len as usize];
            let fits = p.first & mask::of_word(words[i].pos) != 0 && rest.iter().zip(tail).all(|(w, &h)| w.hash == h);
            fits.then_some((p.class, p.len as usize + 1))
        })
    }

    /// Whether a word or a phrase of the class starts at `i`: how many words it takes, longest first.
    #[inline]
    pub fn match_at(&self, words: &[Word], i: usize, class: Class) -> Option<usize> {
        let word = words.get(i)?;
        self.phrase_at(words, i, class).or_else(|| self.has_word(word, class).then_some(1))
    }

    /// Whether an entry of several words of the class may start with the word; false is certain.
    #[inline]
    pub fn may_start(&self, word: &Word, class: Class) -> bool {
        self.may_start_any(word, class.sieve())
    }

    /// The same for any of the classes that are in the sieve.
    #[inline]
    pub fn may_start_any(&self, word: &Word, sieve: u64) -> bool {
        word.opens_phrase() && self.start_of(word.entry).is_some_and(|start| start.sieve & sieve != 0)
    }

    #[inline]
    fn row(&self, entry: u32, group: usize) -> u32 {
        self.entries.get(entry as usize).map_or(0, |entry| entry.row(group, &self.mixed))
    }

    #[inline]
    fn start_of(&self, entry: u32) -> Option<&Start> {
        let entry = self.entries.get(entry as usize).filter(|entry| entry.starts_phrase())?;
        self.starts.get(self.extras.get(entry.extra())?.start as usize)
    }

    #[inline]
    fn lemmas_of(&self, entry: u32) -> &[u32] {
        self.lemmas_at(self.entries.get(entry as usize).map_or(0, |entry| entry.extra()))
    }

    #[inline]
    fn lemmas_at(&self, extra: usize) -> &[u32] {
        match self.extras.get(extra..extra + 2) {
            Some([this, next]) => &self.lemmas[this.lemmas as usize..next.lemmas as usize],
            _ => &[],
        }
    }

    #[inline]
    fn phrases_of(&self, start: &Start) -> &[Phrase] {
        &self.phrases[start.first as usize..start.last as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tag::FunctionWord;
    use crate::token::{Gap, Shape, TokenKind, hash};

    fn lexicon(sources: &[&str]) -> Lexicon {
        let mut builder = LexiconBuilder::new();
        for source in sources {
            builder.add("test", source).unwrap();
        }
        builder.build()
    }

    fn words(lexicon: &Lexicon, text: &[(&str, Pos)]) -> Vec<Word> {
        let mut words: Vec<Word> = text
            .iter()
            .map(|&(w, pos)| Word {
                start: 0,
                end: 0,
                hash: hash(w.as_bytes()),
                entry: 0,
                row: 0,
                marks: Marks::default(),
                kind: TokenKind::Word,
                shape: Shape(0),
                gap: Gap::Space,
                pos,
                form: VerbForm::None,
                function: FunctionWord::of(hash(w.as_bytes())),
            })
            .collect();
        lexicon.fill(&mut words);
        words
    }

    fn has(lexicon: &Lexicon, word: &str, pos: Pos, class: &str) -> bool {
        lexicon.has_word(&words(lexicon, &[(word, pos)])[0], lexicon.class(class).unwrap())
    }

    fn error(source: &str) -> String {
        LexiconBuilder::new().add("my.txt", source).unwrap_err().to_string()
    }

    #[test]
    fn entries_stand_for_all_their_forms() {
        let lexicon = lexicon(&["[say verb]\nsay, carry\n[aircraft noun]\ndrone # the common ones\n"]);
        for form in ["say", "says", "said", "saying", "carry", "carries", "carried", "carrying", "Said"] {
            assert!(has(&lexicon, form, Pos::Verb, "say"), "{form}");
        }
        assert!(has(&lexicon, "drones", Pos::Noun, "aircraft"));
        assert!(!has(&lexicon, "common", Pos::Adj, "aircraft"));
    }

    #[test]
    fn part_of_speech_is_respected() {
        let lexicon = lexicon(&["[hit verb]\nstrike, wound\n[fight noun verb]\nbattle"]);
        assert!(!has(&lexicon, "strike", Pos::Noun, "hit"));
        assert!(has(&lexicon, "wounded", Pos::Adj, "hit"));
        assert!(!has(&lexicon, "wounds", Pos::Adj, "hit"));
        assert!(has(&lexicon, "battles", Pos::Noun, "fight") && has(&lexicon, "battles", Pos::Verb, "fight"));
        assert!(!has(&lexicon, "battle", Pos::Adv, "fight"));
        let strike = lexicon.entry(hash(b"strike"));
        assert!(lexicon.has(strike, lexicon.class("hit").unwrap()));
        assert_eq!(lexicon.entry(hash(b"proposal")), 0);
    }

    #[test]
    fn classes_hold_classes() {
        let lexicon =
            lexicon(&["[say.doubt verb]\nclaim\n[air noun]\ndrone\n[thing noun]\n<air>\nstone\n[air noun]\njet"]);
        assert!(has(&lexicon, "claims", Pos::Verb, "say"));
        assert!(has(&lexicon, "jets", Pos::Noun, "thing") && has(&lexicon, "drone", Pos::Noun, "thing"));
        assert!(!has(&lexicon, "stone", Pos::Noun, "air"));
        let word = words(&lexicon, &[("drone", Pos::Noun)])[0];
        assert_eq!(lexicon.classes_of(&word).count(), 2);
    }

    #[test]
    fn longest_phrase_wins() {
        let lexicon = lexicon(&[
            "[bomb noun]\ncar bomb, car bomb attack, weapon of mass destruction, cease-fire\n[take verb]\ntake part in",
        ]);
        use Pos::*;
        let bomb = lexicon.class("bomb").unwrap();
        let text = words(&lexicon, &[("Car", Noun), ("bomb", Noun), ("attacks", Noun)]);
        assert_eq!(lexicon.phrase_at(&text, 0, bomb), Some(3));
        assert_eq!(lexicon.phrase_at(&text[..2], 0, bomb), Some(2));
        assert_eq!(lexicon.phrase_at(&text, 1, bomb), None);
        let text = words(&lexicon, &[("weapons", Noun), ("of", Adp), ("mass", Noun), ("destruction", Noun)]);
        assert_eq!(lexicon.match_at(&text, 0, bomb), Some(4));
        let text = words(&lexicon, &[("cease", Noun), ("-", Punct), ("fires", Noun)]);
        assert_eq!(lexicon.phrase_at(&text, 0, bomb), Some(3));
        let take = lexicon.class("take").unwrap();
        let text = words(&lexicon, &[("took", Verb), ("part", Noun), ("in", Adp)]);
        assert_eq!(lexicon.phrase_at(&text, 0, take), Some(3));
    }

    #[test]
    fn later_sources_add_and_take_out() {
        let lexicon = lexicon(&[
            "[air noun]\ndrone, jet, fighter jet\n[big noun]\n<air>",
            "[air noun]\n-drone, -fighter jet\nballoon",
        ]);
        assert!(!has(&lexicon, "drones", Pos::Noun, "air") && !has(&lexicon, "drone", Pos::Noun, "big"));
        assert!(has(&lexicon, "balloons", Pos::Noun, "big") && has(&lexicon, "jet", Pos::Noun, "air"));
        let text = words(&lexicon, &[("fighter", Pos::Noun), ("jet", Pos::Noun)]);
        assert_eq!(lexicon.phrase_at(&text, 0, lexicon.class("air").unwrap()), None);
    }

    #[test]
    fn lemma_classes_are_made_once() {
        let mut builder = LexiconBuilder::new();
        let class = builder.lemma(Part::Verb, "shoot");
        assert_eq!(class, builder.lemma(Part::Verb, "shoot"));
        assert_ne!(class, builder.lemma(Part::Noun, "shoot"));
        let lexicon = builder.build();
        assert!(lexicon.has_word(&words(&lexicon, &[("shot", Pos::Verb)])[0], class));
    }

    #[test]
    fn errors_say_where_and_what_to_do() {
        assert_eq!(error("\ndrone"), "my.txt:2: entry outside a section; put a head such as [weapon noun] above it");
        assert_eq!(error("[air"), "my.txt:1: section head without its closing bracket; write [name verb]");
        assert_eq!(error("[air]"), "my.txt:1: class \"air\" lacks its part of speech; write [air noun]");
        assert_eq!(
            error("[air nuon]"),
            "my.txt:1: part of speech \"nuon\" is not known; use verb, noun, adjective, adverb, name or word"
        );
        assert_eq!(error("[Air noun]"), "my.txt:1: \"Air\" is no class name; use small letters, digits, '-' and '.'");
        assert_eq!(
            error("[air noun]\n<planes>"),
            "my.txt:2: lexicon class \"planes\" is not defined; define it above this line"
        );
        assert_eq!(error("[air noun]\n-jet"), "my.txt:2: \"jet\" is not in the class, so it cannot be taken out");
        assert_eq!(error("[air noun]\n-"), "my.txt:2: \"\" is not in the class, so it cannot be taken out");
        assert_eq!(error("[air noun]\n!!"), "my.txt:2: \"!!\" is no word");
    }
}
