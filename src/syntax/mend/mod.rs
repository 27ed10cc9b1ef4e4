//! Word classes that cannot be, seen from the words around. The tagger looks at a few words only; here a whole clause is in
//! sight. [`noun`] tells which words are nouns or names after all, [`adjective`] which are adjectives, [`function_word`] what small
//! words are, [`verb`] which words are verbs, [`condition`] knows the auxiliary that opens a condition, [`verbless`] gives
//! sentences the verb that they lack, and [`heading`] reads headings.

mod adjective;
mod condition;
mod function_word;
mod heading;
mod noun;
mod verb;
mod verbless;

pub(crate) use verbless::find_verbs;

use super::Grammar;
use super::one_of;
use crate::lexicon::Lexicon;
use crate::tag::{FunctionWord, Pos, VerbForm, Word, function};
use crate::token::Shape;

/// Gives such words another class.
pub(crate) fn mend(text: &str, words: &mut [Word], lexicon: &Lexicon, grammar: &Grammar) {
    let mut before = Pos::Punct;
    for at in 0..words.len() {
        let Word { pos: this, form, .. } = words[at];
        let behind = words.get(at + 1).map_or(END, |next| next.pos as u32);
        let open = PLACES[kind(this, form)][before as usize];
        before = if open >> behind & 1 != 0 {
            mend_word(text, words, at, before, lexicon, grammar)
        } else {
            // what the unit tests read shows where a new rule has opened no place
            assert!(
                !cfg!(test)
                    || open == 0
                    || Place { text, words, at, before, lexicon, grammar }.another_class(this).is_none(),
                "a rule whose place is not open"
            );
            this
        };
    }
}

/// Gives a word another class if it must have one, and says which it has then.
#[inline(never)]
fn mend_word(text: &str, words: &mut [Word], at: usize, before: Pos, lexicon: &Lexicon, grammar: &Grammar) -> Pos {
    let this = words[at].pos;
    // not in front of a noun phrase a noun behind another preposition than "to" is one: "in prison for"
    if before == Pos::Adp
        && this == Pos::Noun
        && !function!(words[at - 1].function, "to")
        && words.get(at + 1).is_some_and(|next| matches!(next.pos, Pos::Adp | Pos::Adv | Pos::Cconj))
    {
        return this;
    }
    // "a letter to staff": in front of a noun it opens no infinitive
    let plans = |verb: &Word| verb.pos == Pos::Verb && grammar.takes_infinitive(verb);
    if before == Pos::Part
        && this == Pos::Noun
        && function!(words[at - 1].function, "to")
        && !(at > 1 && plans(&words[at - 2]))
    {
        let place = Place { text, words, at, before, lexicon, grammar };
        let staffs = words.get(at + 1).is_some_and(|next| next.pos == Pos::Det) && lexicon.is_verb(words[at].entry)
            || place.hands_over()
            || place.crosses();
        if !staffs {
            words[at - 1].pos = Pos::Adp;
            return this;
        }
        lexicon.retag(&mut words[at], Pos::Verb, VerbForm::Base);
        return Pos::Verb;
    }
    if this == Pos::Verb && before == Pos::Punct && condition::opens(words, at) {
        lexicon.retag(&mut words[at], Pos::Aux, VerbForm::Past);
        return Pos::Aux;
    }
    // "Ms Lindqvist": a title in front of a name
    if this == Pos::Noun
        && one_of!(words[at].hash, "ms")
        && words[at].shape.has(Shape::CAPITAL)
        && words.get(at + 1).is_some_and(|name| name.shape.has(Shape::CAPITAL))
    {
        for word in &mut words[at..at + 2] {
            lexicon.retag(word, Pos::Propn, VerbForm::None);
        }
        return Pos::Propn;
    }
    let place = Place { text, words, at, before, lexicon, grammar };
    let Some((pos, form)) = place.another_class(this) else { return this };
    // the word in front is what its neighbour makes of it: "that" in front of a subject, "to" in front of a verb
    match (this, before, pos) {
        (Pos::Verb, Pos::Pron, Pos::Noun) => {
            let these = one_of!(words[at - 1].hash, "these" | "those");
            words[at - 1].pos = if these { Pos::Det } else { Pos::Sconj };
        }
        (Pos::Noun | Pos::Adj, Pos::Adp, Pos::Verb) if form == VerbForm::Base => {
            (words[at - 1].pos, words[at - 1].form) = (Pos::Part, VerbForm::None);
        }
        (Pos::Noun, Pos::Punct | Pos::Cconj, Pos::Verb) if form == VerbForm::Gerund => words[at + 1].pos = Pos::Sconj,
        // "Advise and assist operations": so is the first of the two
        (Pos::Verb, Pos::Cconj, Pos::Noun) if place.is_in_coordinate_modifier() => {
            lexicon.retag(&mut words[at - 2], Pos::Noun, VerbForm::None);
        }
        // "neither supports nor funds"
        (Pos::Noun, Pos::Det, Pos::Verb) => words[at - 1].pos = Pos::Adv,
        (Pos::Verb, Pos::Sconj, Pos::Adj) => words[at - 1].pos = Pos::Adp,
        // "areas hit by fighting were"
        (Pos::Verb, Pos::Sconj, Pos::Noun) if words[at].form == VerbForm::Gerund => words[at - 1].pos = Pos::Adp,
        (Pos::Verb, Pos::Adp, Pos::Verb) => (words[at - 1].pos, words[at - 1].form) = (Pos::Part, VerbForm::None),
        _ => {}
    }
    lexicon.retag(&mut words[at], pos, form);
    pos
}

/// The bit of the end of the text, behind those of the parts of speech.
const END: u32 = 17;

/// Words that may turn out to be others: by part of speech, verbs by their form as well.
#[derive(Clone, Copy)]
#[repr(u8)]
enum Kind {
    Other,
    Adjective,
    Adverb,
    Noun,
    Pronoun,
    Conjunction,
    Present,
    Base,
    Past,
    Nonfinite,
    Auxiliary,
    Subordinator,
}

const KINDS: usize = 12;

#[inline]
fn kind(pos: Pos, form: VerbForm) -> usize {
    KIND[pos as usize][form as usize] as usize
}

/// Room for the verb forms and for the parts of speech: powers of two, so that rows are found by a shift.
const FORMS: usize = 8;
const PARTS: usize = 32;

/// The kind of a word of each part of speech and form.
const KIND: [[Kind; FORMS]; 17] = {
    let mut kinds = [[Kind::Other; FORMS]; 17];
    kinds[Pos::Adj as usize] = [Kind::Adjective; FORMS];
    kinds[Pos::Adv as usize] = [Kind::Adverb; FORMS];
    kinds[Pos::Noun as usize] = [Kind::Noun; FORMS];
    kinds[Pos::Pron as usize] = [Kind::Pronoun; FORMS];
    kinds[Pos::Cconj as usize] = [Kind::Conjunction; FORMS];
    kinds[Pos::Aux as usize] = [Kind::Auxiliary; FORMS];
    kinds[Pos::Sconj as usize] = [Kind::Subordinator; FORMS];
    kinds[Pos::Verb as usize] = [Kind::Nonfinite; FORMS];
    kinds[Pos::Verb as usize][VerbForm::Present as usize] = Kind::Present;
    kinds[Pos::Verb as usize][VerbForm::Base as usize] = Kind::Base;
    kinds[Pos::Verb as usize][VerbForm::Past as usize] = Kind::Past;
    kinds
};

/// In front of which parts of speech a word of each kind may be another, by the part of speech before it, one bit each: few
/// words stand in such a place, and only they are looked at closely. A rule that needs another place opens it here.
const PLACES: [[u32; PARTS]; KINDS] = {
    use Pos::{Adj, Adp, Adv, Aux, Cconj, Det, Noun, Num, Part, Pron, Propn, Punct, Sconj, Verb};
    const fn bits(parts: &[Pos]) -> u32 {
        let mut bits = 0;
        let mut i = 0;
        while i < parts.len() {
            bits |= 1 << parts[i] as u32;
            i += 1;
        }
        bits
    }
    const fn set(places: &mut [u32; PARTS], before: &[Pos], behind: u32) {
        let mut i = 0;
        while i < before.len() {
            places[before[i] as usize] |= behind;
            i += 1;
        }
    }
    const ANY: u32 = u32::MAX;
    const FINITE: u32 = bits(&[Verb, Aux]);
    const NOMINAL: u32 = bits(&[Noun, Propn, Adj, Det, Pron, Num]);
    const QUANTITY: u32 = bits(&[Num, Det, Adj, Adv, Adp]);
    const THAT: u32 = bits(&[Sconj, Pron, Det, Adv]);
    const NUMBER: u32 = bits(&[Num]);
    let mut places = [[0; PARTS]; KINDS];
    let adjective = &mut places[Kind::Adjective as usize];
    set(adjective, &[Punct, Verb, Sconj], FINITE);
    set(adjective, &[Punct], bits(&[Num, Noun, Det, Adj]));
    set(adjective, &[Det, Adj], FINITE | bits(&[Adp]));
    set(adjective, &[Adj], bits(&[Punct, Sconj, Adv]) | 1 << END);
    set(adjective, &[Noun], bits(&[Sconj]));
    set(adjective, &[Noun, Propn, Pron], QUANTITY | FINITE | bits(&[Punct, Part, Noun]) | 1 << END);
    set(adjective, &[Propn], THAT | bits(&[Cconj]));
    set(adjective, &[Cconj, Part, Adp], ANY);
    set(adjective, &[Num], !NOMINAL);
    set(adjective, &[Aux], bits(&[Part]));
    set(&mut places[Kind::Adverb as usize], &[Verb, Sconj, Adp, Part, Pron], FINITE | bits(&[Noun, Adj]));
    set(&mut places[Kind::Adverb as usize], &[Aux], bits(&[Det, Pron, Noun, Propn, Num]));
    set(&mut places[Kind::Adverb as usize], &[Cconj], FINITE | bits(&[Noun, Adj]));
    set(&mut places[Kind::Adverb as usize], &[Noun, Propn, Verb], bits(&[Det, Noun, Propn, Adj, Num]));
    let noun = &mut places[Kind::Noun as usize];
    set(noun, &[Noun, Propn], THAT | QUANTITY & !bits(&[Num]) | bits(&[Part, Cconj, Punct]) | 1 << END);
    set(noun, &[Noun], FINITE);
    set(noun, &[Propn], bits(&[Verb]));
    set(noun, &[Punct, Cconj], THAT);
    set(noun, &[Punct], NUMBER | bits(&[Noun, Adj, Det, Pron, Adv, Pos::X]));
    set(noun, &[Cconj], bits(&[Part, Det, Num, Noun, Propn, Cconj, Adp]));
    set(noun, &[Det], bits(&[Cconj]));
    set(noun, &[Pron], NOMINAL | bits(&[Part, Adp, Cconj]));
    set(noun, &[Adj], bits(&[Pron, Det, Sconj]));
    set(noun, &[Num], THAT);
    set(noun, &[Verb], QUANTITY | bits(&[Noun, Propn]));
    set(noun, &[Adp], NOMINAL | bits(&[Adp, Adv, Cconj]));
    set(noun, &[Adv], NOMINAL | bits(&[Part, Cconj]));
    set(noun, &[Part], ANY);
    set(noun, &[Aux], !NOMINAL);
    set(&mut places[Kind::Pronoun as usize], &[Det, Adj, Noun, Propn, Num], ANY);
    set(&mut places[Kind::Pronoun as usize], &[Aux], bits(&[Verb, Adj]));
    set(&mut places[Kind::Pronoun as usize], &[Adv, Punct, Sconj, Cconj, Adp], bits(&[Noun]));
    set(&mut places[Kind::Conjunction as usize], &[Verb, Sconj], FINITE);
    // a capital may stand in a name, whatever the form, and "had" opens a condition
    let mut kind = Kind::Present as usize;
    while kind <= Kind::Nonfinite as usize {
        set(&mut places[kind], &[Noun, Propn], FINITE);
        set(&mut places[kind], &[Punct], ANY);
        kind += 1;
    }
    set(&mut places[Kind::Present as usize], &[Adp, Adv, Part, Adj, Sconj, Pron, Cconj, Det], ANY);
    set(&mut places[Kind::Present as usize], &[Noun], bits(&[Adp, Propn, Cconj]));
    set(&mut places[Kind::Present as usize], &[Num, Aux], bits(&[Verb]));
    set(&mut places[Kind::Present as usize], &[Verb], THAT);
    set(&mut places[Kind::Base as usize], &[Verb], THAT);
    set(&mut places[Kind::Present as usize], &[Noun], bits(&[Det, Punct]));
    set(&mut places[Kind::Base as usize], &[Noun], bits(&[Det, Punct]));
    set(&mut places[Kind::Present as usize], &[Num], bits(&[Pron, Adp, Aux, Adv, Cconj, Punct]));
    set(&mut places[Kind::Present as usize], &[Noun, Propn], bits(&[Sconj]));
    set(&mut places[Kind::Present as usize], &[Propn], bits(&[Punct, Cconj, Adp]));
    set(&mut places[Kind::Base as usize], &[Noun], bits(&[Propn, Adp, Sconj]));
    set(&mut places[Kind::Base as usize], &[Propn], bits(&[Sconj]));
    set(&mut places[Kind::Auxiliary as usize], &[Num], !bits(&[Verb, Adv, Aux]));
    set(&mut places[Kind::Subordinator as usize], &[Verb], bits(&[Punct, Adp, Sconj, Det]));
    set(&mut places[Kind::Base as usize], &[Det], !bits(&[Noun, Propn]));
    set(&mut places[Kind::Base as usize], &[Cconj], bits(&[Noun, Adv]));
    set(&mut places[Kind::Past as usize], &[Cconj], ANY);
    set(&mut places[Kind::Past as usize], &[Det], bits(&[Det]));
    set(&mut places[Kind::Past as usize], &[Verb], bits(&[Noun]));
    set(&mut places[Kind::Past as usize], &[Noun, Propn], bits(&[Part]));
    set(&mut places[Kind::Past as usize], &[Adp, Part], bits(&[Det, Noun, Adj, Num]));
    set(&mut places[Kind::Past as usize], &[Noun, Propn, Adv], bits(&[Noun, Propn, Adj]));
    set(&mut places[Kind::Nonfinite as usize], &[Noun, Propn, Adv], bits(&[Noun, Propn, Adj]));
    set(&mut places[Kind::Nonfinite as usize], &[Verb], bits(&[Adv, Noun]));
    set(&mut places[Kind::Nonfinite as usize], &[Det], FINITE | bits(&[Punct, Adp, Det]));
    set(&mut places[Kind::Nonfinite as usize], &[Sconj, Cconj], bits(&[Noun, Propn]));
    set(&mut places[Kind::Nonfinite as usize], &[Sconj], bits(&[Aux]));
    set(&mut places[Kind::Nonfinite as usize], &[Cconj], bits(&[Adj]));
    set(&mut places[Kind::Nonfinite as usize], &[Adp], FINITE | bits(&[Punct, Cconj, Propn, Noun, Adp]) | 1 << END);
    places
};

/// A word among the words of the text.
#[derive(Clone, Copy)]
struct Place<'a> {
    text: &'a str,
    words: &'a [Word],
    at: usize,
    /// What the word before is.
    before: Pos,
    lexicon: &'a Lexicon,
    grammar: &'a Grammar,
}

impl<'a> Place<'a> {
    /// What the word is, if it is not what it was tagged as.
    fn another_class(&self, this: Pos) -> Option<(Pos, VerbForm)> {
        let (noun, name, pronoun) =
            ((Pos::Noun, VerbForm::None), (Pos::Propn, VerbForm::None), (Pos::Pron, VerbForm::None));
        match this {
            Pos::Adj => match self.before {
                Pos::Punct | Pos::Verb | Pos::Sconj if self.is_quantity_alone() => Some(pronoun),
                Pos::Punct if self.acts_on_quantity() || self.sets_alight() || self.acts_in_list() => {
                    Some((Pos::Verb, VerbForm::Past))
                }
                Pos::Punct | Pos::Verb | Pos::Sconj => None,
                Pos::Cconj if self.is_quantity_alone() => Some(pronoun),
                Pos::Noun | Pos::Propn | Pos::Pron | Pos::Cconj if self.likely_acts() => {
                    Some((Pos::Adv, VerbForm::None))
                }
                Pos::Adj | Pos::Noun if self.shares_auxiliary() => Some((Pos::Verb, VerbForm::Participle)),
                Pos::Propn if self.ends_name() => Some(name),
                Pos::Det | Pos::Adj => self.is_noun_alone().then_some(noun),
                Pos::Part | Pos::Adp if self.closes_quantity() || self.is_infinitive() || self.is_deed() => {
                    Some((Pos::Verb, VerbForm::Base))
                }
                Pos::Part if self.follows_modal() || self.closes_things() => Some((Pos::Verb, VerbForm::Base)),
                Pos::Aux => self.was_determined().then_some((Pos::Verb, VerbForm::Participle)),
                Pos::Num if self.happens() => Some((Pos::Verb, VerbForm::Past)),
                Pos::Num if self.is_one_person() => Some(noun),
                Pos::Num => self.shares_auxiliary().then_some((Pos::Verb, VerbForm::Participle)),
                Pos::Adp => None,
                _ if self.is_past() => Some((Pos::Verb, VerbForm::Past)),
                _ if self.frees_quantity() => Some((Pos::Verb, VerbForm::Present)),
                _ => self.names_person().then_some(noun),
            },
            Pos::Noun if self.shares_object() => Some((Pos::Verb, VerbForm::Past)),
            Pos::Noun => match self.before {
                Pos::Noun if self.reports_within() => Some((Pos::Verb, VerbForm::Present)),
                Pos::Noun | Pos::Propn if self.shoots_dead() => {
                    let passive = self.behind(2).is_none_or(|next| matches!(next.pos, Pos::Adp | Pos::Punct));
                    let least = one_of!(self.behind(2).map_or(0, |next| next.hash), "at");
                    Some((Pos::Verb, if passive && !least { VerbForm::Participle } else { VerbForm::Past }))
                }
                Pos::Noun if self.consists() => Some((Pos::Verb, VerbForm::Gerund)),
                Pos::Noun | Pos::Propn if self.is_direction() => Some((Pos::Adp, VerbForm::None)),
                Pos::Noun | Pos::Propn if self.is_present() => Some((Pos::Verb, VerbForm::Present)),
                Pos::Noun | Pos::Propn => self.is_inverted().then_some((Pos::Verb, VerbForm::Base)),
                Pos::Num => (self.states_behind_year() || self.die_so_many()).then_some((Pos::Verb, VerbForm::Present)),
                Pos::Cconj if self.shot_besides() => Some((Pos::Verb, VerbForm::Past)),
                Pos::Cconj if self.calls_besides() => Some((Pos::Verb, VerbForm::Present)),
                Pos::Cconj if self.which_acts_besides() => Some((Pos::Verb, VerbForm::Present)),
                Pos::Cconj if self.plans_besides() || self.lists_present() => Some((Pos::Verb, VerbForm::Present)),
                Pos::Det | Pos::Adj if self.some_say() => Some((Pos::Verb, VerbForm::Present)),
                Pos::Det | Pos::Cconj | Pos::Adv if self.neither_acts() => Some((Pos::Verb, VerbForm::Present)),
                Pos::Cconj if self.joins_base() => Some((Pos::Verb, VerbForm::Base)),
                Pos::Punct if self.acts_in_list() => Some((Pos::Verb, VerbForm::Past)),
                Pos::Punct if self.resumes_behind_relative() || self.lists_present() => {
                    Some((Pos::Verb, VerbForm::Present))
                }
                Pos::Punct if self.lists_infinitive() => Some((Pos::Verb, VerbForm::Base)),
                Pos::Punct | Pos::Cconj => self.goes_on_reporting().then_some((Pos::Verb, VerbForm::Gerund)),
                Pos::Pron if self.it_cost() => Some((Pos::Verb, VerbForm::Past)),
                Pos::Pron => (self.it_plans() || self.it_acts() || self.which_accounts() || self.which_acts())
                    .then_some((Pos::Verb, VerbForm::Present)),
                Pos::Adj => (self.nation_says() || self.further_acts()).then_some((Pos::Verb, VerbForm::Present)),
                Pos::Aux => self.has_cost().then_some((Pos::Verb, VerbForm::Participle)),
                Pos::Adv => self.often_acts().then_some((Pos::Verb, VerbForm::Present)),
                Pos::Verb => (self.is_heard() || self.is_denied()).then_some((Pos::Verb, VerbForm::Gerund)),
                _ if self.is_infinitive() || self.hands_over() || self.crosses() => Some((Pos::Verb, VerbForm::Base)),
                _ => self.is_gerund().then_some((Pos::Verb, VerbForm::Gerund)),
            },
            Pos::Verb if self.before == Pos::Verb && self.is_shown() => Some((Pos::Adj, VerbForm::None)),
            Pos::Verb if self.before == Pos::Adv && self.is_remote() => Some((Pos::Adj, VerbForm::None)),
            Pos::Verb if self.before == Pos::Noun && self.has_turned() => Some((Pos::Adj, VerbForm::None)),
            Pos::Verb if self.is_in_name() => Some(name),
            Pos::Verb if self.is_title() || self.they_think() => Some(noun),
            Pos::Verb if matches!(self.form(), VerbForm::Past | VerbForm::Participle) && self.is_kind_of() => {
                Some((Pos::Adj, VerbForm::None))
            }
            Pos::Verb if self.before == Pos::Punct && self.provides() => Some((Pos::Sconj, VerbForm::None)),
            Pos::Verb if self.is_noun() || self.before == Pos::Cconj && self.is_in_coordinate_modifier() => Some(noun),
            Pos::Verb if self.before == Pos::Adv && self.is_graded() => Some((Pos::Adj, VerbForm::None)),
            Pos::Verb if self.form() == VerbForm::Gerund && self.never_happens() => Some(noun),
            Pos::Verb if self.form() == VerbForm::Gerund => {
                (self.is_near() || self.is_trend() || self.is_on_the_move() || self.is_for_fighting())
                    .then_some((Pos::Adj, VerbForm::None))
            }
            Pos::Verb if self.is_run_by() => Some((Pos::Verb, VerbForm::Participle)),
            Pos::Verb if self.before == Pos::Adp && self.has_since() => Some((Pos::Verb, VerbForm::Participle)),
            Pos::Verb if self.form() == VerbForm::Past && self.is_said_to() => Some((Pos::Verb, VerbForm::Participle)),
            Pos::Verb if self.form() == VerbForm::Base && self.suggests_that() => Some((Pos::Verb, VerbForm::Present)),
            Pos::Verb => (self.is_bare() || self.founds()).then_some((Pos::Verb, VerbForm::Base)),
            Pos::Adv if self.is_further() || self.is_only() || self.is_odds() => Some((Pos::Adj, VerbForm::None)),
            Pos::Adv if self.stands_alongside() => Some((Pos::Adp, VerbForm::None)),
            // ", and most expect it"
            Pos::Adv
                if self.before == Pos::Cconj
                    && self.ahead(2).is_some_and(|comma| function!(comma.function, ","))
                    && self.is_more_alone() =>
            {
                Some(pronoun)
            }
            Pos::Adv if self.before == Pos::Cconj => self.joins_clause().then_some((Pos::Sconj, VerbForm::None)),
            Pos::Adv => self.is_more_alone().then_some(pronoun),
            Pos::Cconj => self.are_both().then_some(pronoun),
            Pos::Sconj => self.is_pointed_at().then_some(pronoun),
            Pos::Pron if self.before == Pos::Aux => self.is_emphatic().then_some((Pos::Adv, VerbForm::None)),
            Pos::Pron if self.is_mine() => Some(noun),
            Pos::Pron if self.is_over_there() => Some((Pos::Adv, VerbForm::None)),
            Pos::Pron => (self.is_that_day() || self.points_at()).then_some((Pos::Det, VerbForm::None)),
            Pos::Aux => self.is_month().then_some(name),
            _ => None,
        }
    }

    fn this(&self) -> &'a Word {
        &self.words[self.at]
    }

    fn form(&self) -> VerbForm {
        self.this().form
    }

    /// The word so far behind this one.
    fn behind(&self, distance: usize) -> Option<&'a Word> {
        self.words.get(self.at + distance)
    }

    fn function_behind(&self, distance: usize) -> FunctionWord {
        self.behind(distance).map_or(FunctionWord::default(), |word| word.function)
    }

    /// The word so far before this one.
    fn ahead(&self, distance: usize) -> Option<&'a Word> {
        self.at.checked_sub(distance).map(|at| &self.words[at])
    }

    fn is_capital(&self) -> bool {
        self.this().shape.has(Shape::CAPITAL)
    }

    fn spelling(&self, word: &Word) -> &'a str {
        self.text.get(word.start as usize..word.end as usize).unwrap_or("")
    }

    /// Whether this word ends in -s and the one before it does not: a subject and a verb that agree with each other.
    fn agrees(&self) -> bool {
        self.spelling(self.this()).ends_with('s')
            && self.ahead(1).is_some_and(|subject| !self.spelling(subject).ends_with('s'))
    }

    /// The word as if it were of another class.
    fn taken_as(&self, pos: Pos, form: VerbForm) -> Word {
        let mut word = *self.this();
        self.lexicon.retag(&mut word, pos, form);
        word
    }
}

/// Whether the word is a verb that carries tense.
fn is_finite(word: Option<&Word>) -> bool {
    word.is_some_and(|word| {
        matches!(word.pos, Pos::Verb | Pos::Aux)
            && matches!(word.form, VerbForm::Past | VerbForm::Present | VerbForm::Modal)
    })
}
