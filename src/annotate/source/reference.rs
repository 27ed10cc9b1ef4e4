//! Whom "he" and "she" stand for where they report nothing: "Holt opened the fair. She left at noon."
//!
//! A link is made where only one person can be meant: of the people whom the sentence and the one in front of it name, or, where they
//! name nobody, whom the last such pronoun stood for. Quotations are left out: whom somebody means who is quoted, the text around
//! does not say.

use super::pronoun::{Pronoun, Sex};
use super::{Document, Extent, FoundSource, Knowledge, Link, Reader, SourceKind, Uses, one_of};
use crate::annotate::FoundReference;
use crate::sentence::SentenceKind;
use crate::syntax::Phrase;
use crate::tag::{Pos, function, may_be_noun};

/// Somebody who is mentioned.
#[derive(Clone, Copy, Debug)]
struct Person {
    /// The hash of the last word of the name, or of the noun.
    key: u64,
    /// The fullest mention so far.
    extent: Extent,
    /// Where this mention stands.
    at: u32,
    sex: Option<Sex>,
    /// Whether the words leave no doubt that it is a single person.
    sure: bool,
    named: bool,
    /// Whether it is the subject of a main clause, whom a sentence is about.
    leads: bool,
}

/// Whom the last pronoun of a sex stood for, and where it stands.
#[derive(Clone, Copy, Debug)]
struct Last {
    person: Option<Person>,
    at: u32,
}

/// The pronouns of single people outside of quotations, in order, with whom they stand for where that is safe. Those that are sources
/// keep their links.
pub(in crate::annotate) fn references(
    document: &Document<'_>,
    sources: &[FoundSource],
    knowledge: &Knowledge,
) -> Vec<FoundReference> {
    let reader = Reader { document, knowledge };
    let mut finder = Finder { reader, sources, people: Vec::new(), read: 0, last: [None; 2], found: Vec::new() };
    for (word, at) in document.words.iter().zip(0..) {
        if function!(word.function, "he" | "his" | "she" | "her") || word.pos == Pos::Pron && one_of!(word.hash, "him")
        {
            finder.pronoun(at);
        }
    }
    finder.found
}

/// Where people are looked for whom a pronoun may stand for.
#[derive(Clone, Copy)]
struct Window {
    /// The start of the sentence in front.
    first: u32,
    /// That of the pronoun's own.
    own: u32,
    /// The pronoun.
    at: u32,
}

/// Of so many people at most one may be meant.
const MOST_PEOPLE: usize = 32;

/// A person is known again among so many mentions of people.
const LATEST: usize = 256;

struct Finder<'a> {
    reader: Reader<'a>,
    sources: &'a [FoundSource],
    /// The people of all sentences that have been looked at, in order.
    people: Vec<Person>,
    /// Up to which word noun phrases have been looked at.
    read: u32,
    /// By sex.
    last: [Option<Last>; 2],
    found: Vec<FoundReference>,
}

impl Finder<'_> {
    fn pronoun(&mut self, at: u32) {
        let document = self.reader.document;
        let sex = match self.reader.pronoun_of(at) {
            Some(Pronoun::He) => Sex::Male,
            Some(Pronoun::She) => Sex::Female,
            _ => return,
        };
        if document.syntax.quotation_at(at).is_some() {
            return;
        }
        let sentence = document.syntax.sentence_of_word(at);
        let start = |sentence: usize| document.sentences[sentence].lexemes.start;
        let window = Window { first: start(sentence.saturating_sub(1)), own: start(sentence), at };
        self.read_people(window.first, at);
        let person = match self.linked_source(at) {
            Some(known) => known,
            None => {
                let person = self.only_one(window, sex);
                if let Some(person) = person {
                    let possessive = self.head_of(at).is_some_and(|head| head != at);
                    self.found.push(FoundReference { pronoun: at, antecedent: person.extent, possessive });
                }
                person
            }
        };
        self.last[sex as usize] = Some(Last { person, at });
    }

    /// Whom a pronoun stands for that is a source: nobody where it is left open there.
    fn linked_source(&self, at: u32) -> Option<Option<Person>> {
        let place = self.sources.partition_point(|source| source.extent.first < at);
        let source = self.sources.get(place).filter(|source| source.head == at && source.extent.first == at)?;
        let root = source.refers_to.map(|root| &self.sources[root as usize]);
        Some(root.filter(|root| self.reader.pronoun(root).is_none()).map(|root| {
            let name = root.name.unwrap_or(root.extent);
            let key = self.reader.hash(root.name.map_or(root.head, |name| name.last - 1));
            Person { key, extent: name, at, sex: self.reader.sex(root), sure: true, named: true, leads: true }
        }))
    }

    /// The only person who can be meant.
    fn only_one(&self, window: Window, sex: Sex) -> Option<Person> {
        let Window { first, own: own_sentence, at } = window;
        let from = self.people.partition_point(|person| person.at < first);
        let from = from.max(self.people.len().saturating_sub(MOST_PEOPLE));
        let own = self.subject_of_object(at);
        let fits = |person: &&Person| person.at < at && person.sex.is_none_or(|known| known == sex);
        let mut people = self.people[from..].iter().filter(fits);
        let last = self.last[sex as usize].filter(|last| last.at >= first);
        let Some(&person) = people.next() else { return last.and_then(|last| last.person) };
        let known = last.is_some_and(|last| last.person.is_some_and(|known| known.key == person.key));
        let (mut one, mut leads, mut here) = (true, person.leads, person.at >= own_sentence);
        let mut nearest = person;
        for other in people {
            one &= other.key == person.key;
            leads |= other.leads;
            here |= other.at >= own_sentence;
            nearest = *other;
        }
        // "He met Holt. He said": whoever was meant in between may be meant again
        let undisturbed = known || last.is_none();
        (one && undisturbed && nearest.sure && (known || leads || here && nearest.named) && own != Some(nearest.at))
            .then_some(nearest)
    }

    /// The head of the noun phrase around a word.
    fn head_of(&self, at: u32) -> Option<u32> {
        let syntax = self.reader.document.syntax;
        syntax.phrase_of_word(at).map(|id| syntax.phrase(id).head)
    }

    /// "Holt told him": whom a pronoun that is an object cannot stand for.
    fn subject_of_object(&self, at: u32) -> Option<u32> {
        let syntax = self.reader.document.syntax;
        let phrase = syntax.phrase(syntax.phrase_of_word(at)?);
        let alone = phrase.head == at && phrase.base.last == phrase.base.first + 1;
        let clause = syntax.clause(syntax.clause_of_word(at).filter(|_| alone)?);
        let subject = !matches!(phrase.link, Link::Subject(_));
        clause.subject.filter(|_| subject).map(|subject| syntax.phrase(subject).head)
    }

    /// Reads the people whom the text mentions up to a word, from a word on.
    fn read_people(&mut self, from: u32, to: u32) {
        let from = from.max(self.read);
        self.read = self.read.max(to);
        for (_, phrase) in self.reader.document.syntax.phrases_within(Extent::new(from, to)) {
            if let Some(person) = self.person(phrase) {
                self.people.push(person);
            }
        }
    }

    fn person(&self, phrase: &Phrase) -> Option<Person> {
        let reader = &self.reader;
        let document = reader.document;
        let head = &document.words[phrase.head as usize];
        let uses = reader.uses(phrase.head);
        let noun = uses.has(Uses::ROLE.or(Uses::PERSON));
        if phrase.pronoun || phrase.time || !(noun || reader.is_name(phrase.head)) {
            return None;
        }
        if document.syntax.quotation_at(phrase.head).is_some()
            || document.sentences[document.syntax.sentence_of_word(phrase.head)].kind == SentenceKind::Heading
        {
            return None;
        }
        let leads = reader.leads_clause(phrase);
        // "the mayor, Mara Holt": one, by the name
        let described = matches!(phrase.link, Link::Apposition(_));
        let name = reader.name(phrase.full, phrase.head).filter(|name| !described || name.contains(phrase.head));
        if !reader.is_personal(phrase.full, phrase.head, name) {
            return None;
        }
        let known = |key: u64| self.people.iter().rev().take(LATEST).find(|person| person.key == key);
        let Some(name) = name else {
            let single = !head.is_plural() && one_of!(reader.hash(phrase.base.first), "the" | "a" | "an");
            let key = head.hash;
            let extent = known(key).map_or(phrase.base, |person| person.extent);
            let sex = reader.sex_within(phrase.base);
            return (!described).then_some(Person {
                key,
                extent,
                at: phrase.head,
                sex,
                sure: single && noun,
                named: false,
                leads,
            });
        };
        let key = reader.hash(name.last - 1);
        let before = known(key);
        let within = Extent::new(phrase.base.first, name.last.max(phrase.base.first));
        let sex = reader.sex_within(within).or(before.and_then(|person| person.sex));
        let words = name.last - name.first;
        // "the Mara Holt Fellowship"
        if words > 2 && may_be_noun(reader.hash(name.last - 1)) {
            return None;
        }
        let titled = name.first > phrase.base.first && reader.uses(name.first - 1).has(Uses::ROLE.or(Uses::HONORIFIC));
        let sure = before.is_some_and(|person| person.sure)
            || sex.is_some()
            || titled
            || leads && words > 1 && reader.kind(phrase.full, phrase.head, Some(name)) == SourceKind::Person;
        let extent = before.map(|person| person.extent).filter(|full| full.last - full.first > words).unwrap_or(name);
        Some(Person { key, extent, at: phrase.head, sex, sure, named: true, leads })
    }
}
