//! The word classes that the parser asks for, from the lexicon: a bit each, at one load.

use crate::lexicon::{ByRow, Lexicon};
use crate::tag::Word;

/// Which of these classes, most of them of `english/lexicon/syntax.txt`, a word belongs to.
#[derive(Debug)]
pub(crate) struct Grammar(ByRow<u64>);

impl Grammar {
    /// Looks the classes up in a lexicon.
    pub fn new(lexicon: &Lexicon) -> Self {
        let mut bits = vec![0_u64; lexicon.columns()];
        for (place, name) in NAMES.iter().enumerate() {
            if let Some(class) = lexicon.class(name) {
                bits[class.index()] = 1 << place;
            }
        }
        Self(lexicon.tabulate(|class| bits[class.index()], |all, bit| all | bit))
    }
}

macro_rules! classes {
    ($($(#[$doc:meta])* $field:ident = $name:literal),+ $(,)?) => {
        /// The classes by name; the place of each is that of its bit.
        const NAMES: &[&str] = &[$($name),+];
        const _: () = assert!(NAMES.len() <= u64::BITS as usize);

        /// The places of the bits.
        #[allow(non_camel_case_types)]
        enum Place { $($field),+ }

        impl Grammar {
            $($(#[$doc])* #[inline] pub(super) fn $field(&self, word: &Word) -> bool {
                self.0.of(word.row) >> Place::$field as u32 & 1 != 0
            })+
        }
    };
}

classes! {
    /// Monday ... Sunday
    is_weekday = "time.weekday",
    /// Words in front of a weekday that make one name with it: Good Friday.
    names_day = "day-name",
    /// morning, evening, night
    is_day_part = "time.part",
    /// Nouns that name a time.
    is_time = "time",
    /// Verbs whose complement is a clause, with or without "that": say, think.
    takes_clause = "takes.clause",
    /// Verbs of saying and thinking that have a clause for their object, hardly a thing: say, believe, insist.
    takes_only_clause = "takes.clause.only",
    /// Verbs that hardly do without an object: kill, seize, publish.
    takes_object = "takes.object",
    /// Verbs whose participle behind "be" is a passive, whatever its tag.
    takes_passive = "takes.passive",
    /// Verbs that take a time as their object: mark, spend.
    takes_time = "takes.time",
    /// Past forms that are no participles: broke, took.
    is_past = "form.past",
    /// Verbs without object whose past form is also their participle: die, collapse.
    takes_nothing = "takes.nothing",
    /// Verbs with two objects: give, tell.
    takes_two = "takes.two",
    /// Verbs followed by an object and a bare form: let, make, see, hear, help.
    takes_bare = "takes.bare",
    /// Verbs that give a name: name, call.
    names = "takes.name",
    /// Verbs that link a subject with what is said of it: remain, seem, become.
    is_linking = "linking",
    /// Verbs of telling somebody what to do: urge, order.
    takes_command = "takes.command",
    /// Verbs with a person as object and a that-clause behind: tell, assure, warn.
    takes_addressee = "takes.addressee",
    /// Verbs whose object does what the infinitive behind it says: ask, order, allow.
    takes_control = "takes.control",
    /// Verbs with a preposition whose object does what the infinitive behind it says: call on, appeal to, wait for.
    takes_control_oblique = "takes.control-oblique",
    /// Verbs whose object is followed by "of": accuse, inform, rob.
    takes_of = "takes.of",
    /// Nouns with a complement of their own in on, with, for, against, to ...: attack on, talks with, call for.
    relational = "relational",
    /// Verbs that can follow or split what they report: say, write, add.
    quotative = "quotative",
    /// Adjectives with a preposition that never say what an object is made or found to be: familiar with, privy to.
    is_postnominal = "postnominal",
    /// Verbs whose "to" opens an infinitive, never a noun phrase: promise, refuse.
    takes_only_infinitive = "takes.only-infinitive",
    /// Verbs for what is made or done for something: found, conduct, design.
    takes_purpose = "takes.purpose",
    /// Verbs that an infinitive completes: plan, agree.
    takes_infinitive = "frame.infinitive",
    /// Nouns for people that are adjectives, too: official, veteran.
    names_person = "person-adjective",
    /// Adjectives that name people behind "the": dead, sick.
    names_people = "people-adjective",
    /// Nouns with a that-clause or an infinitive: claim that, plan to.
    noun_takes_clause = "takes.clause.noun",
    /// Those with a that-clause that somebody answers for: claim, fear.
    noun_takes_that = "noun.that",
    /// Verbs for what is done to a statement: deny, repeat.
    takes_statement = "takes.statement",
    /// Verbs by which a body says where it stands: condemn, welcome, reaffirm.
    takes_stance = "takes.stance",
    /// Verbs for how a quantity goes: grow, fall, worsen.
    is_trend = "trend",
    /// Verbs with a gerund for what is done: begin, stop, avoid.
    takes_deed = "takes.deed",
    /// Verbs of saying one more thing: add, insist, admit.
    adds = "add",
    /// Verbs for what news does to hopes and fears: raise, stoke, dash.
    stirs = "stir",
    /// Nouns for what happens: raid, talks, crash.
    names_happening = "happening",
    /// Verbs whose past form is their base as well: cut, set.
    is_unchanged = "form.unchanged",
    /// Verbs with "as" and what somebody is called or passes for: disguise, know.
    takes_as = "takes.as",
    /// Participles that mostly are adjectives: repeated, renewed.
    is_attributive = "form.attributive",
    /// Participles of what is done to deeds and to people, never to a place: claimed, arrested.
    is_done_to_no_place = "form.of-no-place",
    /// Kinds of places, in front of "of" and the name of one: city, province.
    is_kind_of_place = "kind-of-place",
    /// Nouns for people who may speak: monitors, witnesses.
    names_speaker = "source.group",
    /// Single people: resident, widow.
    names_human = "source.person",
    /// Offices and trades: minister, clerk.
    names_office = "source.role",
    /// Ministries, firms, parties.
    names_body = "source.organization",
    /// Newspapers, channels.
    names_outlet = "source.media",
    /// Reports, figures, photographs.
    names_document = "source.document",
    /// Adverbs of how often, since when and how surely: always, still, reportedly.
    tells_how_often = "how-often",
    /// Verbs that stand behind what they report: say, estimate.
    follows_report = "frame.follow",
}
