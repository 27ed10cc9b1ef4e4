//! Cues: which words of a text hedge, condition, question or negate, and what each acts on.
//!
//! One pass over the words. Of the entries that start at a word the longest wins, idioms that are no cues among them; then
//! each must fit its place in the sentence, or the next one is tried.

use super::entry::{ENTRIES, Entry, Frame, Index};
use super::scope;
use crate::annotate::Document;
use crate::annotate::found::{FoundCue, Target, Turn};
use crate::lexicon::{Class, Lexicon};
use crate::model::{Certainty, CueClass, CueKind};
use crate::syntax::{
    Clause, ClauseId, ClauseKind, Extent, GroupTense, Link, Mood, NONE, PhraseId, VerbGroup, is_quote_mark,
};
use crate::tag::{Pos, VerbForm, Word};
use crate::token::{Shape, hash};

/// The classes of the cue lists.
#[derive(Clone, Debug)]
pub(super) struct CueClasses {
    index: Index,
    look_tail: Option<Class>,
    report: Option<Class>,
    say: Option<Class>,
    hinder: Option<Class>,
}

impl CueClasses {
    pub fn new(lexicon: &Lexicon) -> Self {
        Self {
            index: Index::new(lexicon, ENTRIES.iter().map(|entry| entry.name)),
            look_tail: lexicon.class("cue-look-tail"),
            report: lexicon.class("cue-report-provisional"),
            say: lexicon.class("sense-say"),
            hinder: lexicon.class("sense-implies-block"),
        }
    }
}

/// Finds the cues of a text, in order.
pub(super) fn cues(document: &Document<'_>, classes: &CueClasses) -> Vec<FoundCue> {
    let finder = Finder { document, classes, complement_at: complements(document) };
    let mut found = Vec::new();
    let mut places = Vec::new();
    let mut i = 0;
    while i < document.words.len() {
        i += match document.words[i].entry {
            0 => 1,
            _ => finder.at(i as u32, &mut places, &mut found) as usize,
        };
    }
    finder.question_marks(&mut found);
    finder.drop_unconditional(&mut found);
    found.sort_by_key(|cue| (cue.extent.first, cue.extent.last));
    found
}

/// For each word the first clause that completes it.
fn complements(document: &Document<'_>) -> Vec<u32> {
    let mut at = vec![NONE; document.words.len()];
    for (clause, id) in document.syntax.clauses.iter().zip(0..) {
        let completes = matches!(
            clause.kind,
            ClauseKind::That | ClauseKind::Bare | ClauseKind::Question | ClauseKind::Infinitive | ClauseKind::Gerund
        );
        let Some(governor) = clause.governor.filter(|_| completes && clause.conjunct_of.is_none()) else { continue };
        let slot = &mut at[governor as usize];
        if *slot == NONE {
            *slot = id;
        }
    }
    at
}

struct Finder<'d, 'a> {
    document: &'d Document<'a>,
    classes: &'d CueClasses,
    complement_at: Vec<u32>,
}

/// What a cue acts on and how far.
struct Reach {
    target: Target,
    scope: Extent,
}

impl Finder<'_, '_> {
    /// Finds the cue at `i` and says how many words are used up.
    fn at(&self, i: u32, places: &mut Vec<(usize, usize)>, found: &mut Vec<FoundCue>) -> u32 {
        let Document { words, lexicon, .. } = *self.document;
        let word = &words[i as usize];
        let single = lexicon.classes_of(word).filter_map(|class| Some((self.classes.index.place(class)?, 1)));
        let phrases = lexicon
            .phrases_at(words, i as usize)
            .filter_map(|(class, len)| Some((self.classes.index.place(class)?, len)));
        places.clear();
        places.extend(phrases.chain(single));
        if places.is_empty() {
            return 1;
        }
        places.sort_by_key(|&(place, len)| (std::cmp::Reverse(len), place));
        for &(place, len) in places.iter() {
            let entry = &ENTRIES[place];
            let extent = Extent::new(i, i + len as u32);
            if entry.frame == Frame::Idiom {
                return len as u32;
            }
            if let Some((extent, reach)) = self.fits(entry, extent) {
                found.push(self.cue(entry, extent, i, reach));
                return len as u32;
            }
        }
        1
    }

    fn cue(&self, entry: &Entry, extent: Extent, head: u32, reach: Reach) -> FoundCue {
        // "not rule out" is a hedge, "rule out" a negation
        let hedges = entry.frame == Frame::Exclude && extent.first < head;
        FoundCue {
            kind: if hedges { CueKind::Hedge } else { entry.kind },
            class: if hedges {
                CueClass::Evidential
            } else if entry.frame == Frame::Exclude {
                CueClass::Implicative
            } else {
                entry.class
            },
            extent,
            scope: reach.scope,
            strength: if entry.frame == Frame::Exclude && !hedges { Certainty::Certain } else { entry.strength },
            turn: if hedges { Turn::Keep } else { entry.turn },
            target: reach.target,
            head,
            rule: entry.name.trim_start_matches("cue-").trim_start_matches("sense-").to_owned(),
        }
    }

    fn fits(&self, entry: &Entry, extent: Extent) -> Option<(Extent, Reach)> {
        let i = extent.first;
        let reach = match entry.frame {
            Frame::Idiom => None,
            Frame::Modal => self.modal(i),
            Frame::Conditional => self.conditional(i),
            Frame::Epistemic => self.epistemic(i),
            Frame::Adverb => self.adverb(extent),
            Frame::Adjective => self.attributive(i).or_else(|| self.predicative(i)),
            Frame::Predicate => self.predicative(i),
            Frame::Attributive => self.attributive(i),
            Frame::Noun => self.noun(i, Complements::Any),
            Frame::NounWithComplement => self.noun(i, Complements::Needed),
            Frame::NounWithClause => self.noun(i, Complements::Clause),
            Frame::Seem => self.seem(i),
            Frame::Look => self.look(i, extent.last),
            Frame::Evidence => self.evidence(i),
            Frame::Belief => self.belief(i, false),
            Frame::BeliefOfThing => self.belief(i, true),
            Frame::Regard => self.regard(i),
            Frame::Allege => self.allege(i),
            Frame::Preliminary => self.preliminary(i),
            Frame::Condition => self.condition(extent),
            Frame::Question => self.question(extent),
            Frame::Open => self.open(extent),
            Frame::Not => self.not(extent),
            Frame::No => self.no(extent),
            Frame::Without => self.without(extent),
            Frame::Nor => self.nor(extent),
            Frame::Approximator => self.approximator(extent),
            Frame::Implicative => self.implicative(i),
            Frame::Exclude | Frame::Confirm => return self.negated_or_not(entry.frame, extent),
        };
        Some((extent, reach?))
    }

    // ------------------------------------------------------------------ looking around

    fn word(&self, i: u32) -> Option<&Word> {
        self.document.words.get(i as usize)
    }

    fn is(&self, i: u32, word: &str) -> bool {
        self.word(i).is_some_and(|found| found.hash == hash(word.as_bytes()))
    }

    fn one_of(&self, i: u32, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(i, word))
    }

    fn pos(&self, i: u32) -> Option<Pos> {
        self.word(i).map(|word| word.pos)
    }

    fn clause(&self, id: ClauseId) -> &Clause {
        self.document.syntax.clause(id)
    }

    /// The clause whose verb group holds the word, else the innermost clause around it.
    fn clause_at(&self, i: u32) -> Option<ClauseId> {
        self.document.syntax.clause_of_word(i)
    }

    /// The clause and the verb group that hold the word.
    fn group_at(&self, i: u32) -> Option<(ClauseId, VerbGroup)> {
        let id = self.clause_at(i)?;
        let group = self.clause(id).group.filter(|group| group.extent.contains(i))?;
        Some((id, group))
    }

    /// The clause whose main verb the word is.
    fn clause_of_verb(&self, i: u32) -> Option<(ClauseId, VerbGroup)> {
        self.group_at(i).filter(|(_, group)| group.head == i)
    }

    fn complement(&self, word: u32) -> Option<ClauseId> {
        Some(self.complement_at[word as usize]).filter(|&id| id != NONE)
    }

    fn over_clause(&self, id: ClauseId) -> Reach {
        Reach { target: Target::Clause(id), scope: scope::of_clause(self.document, id) }
    }

    fn over_phrase(&self, id: PhraseId) -> Reach {
        Reach { target: Target::Phrase(id), scope: scope::of_phrase(self.document, id) }
    }

    fn over_complement(&self, id: ClauseId) -> Reach {
        Reach { target: Target::Complement, scope: scope::of_clause(self.document, id) }
    }

    fn over_thing(&self, id: PhraseId) -> Reach {
        Reach { target: Target::Complement, scope: scope::of_phrase(self.document, id) }
    }

    /// What starts at the word, or behind a preposition there: a clause or a noun phrase.
    fn starting_at(&self, i: u32) -> Option<Reach> {
        let syntax = self.document.syntax;
        if let Some(id) = syntax.clause_of_word(i) {
            let clause = self.clause(id);
            let dependent = !matches!(clause.kind, ClauseKind::Main) || clause.conjunct_of.is_some();
            if dependent && clause.extent.first + 1 >= i && clause.verb().is_some_and(|verb| verb >= i) {
                return Some(self.over_clause(id));
            }
        }
        let at = if self.pos(i) == Some(Pos::Adp) { i + 1 } else { i };
        let at = if self.pos(at) == Some(Pos::Adp) { at + 1 } else { at };
        let id = syntax.phrase_of_word(at)?;
        let phrase = syntax.phrase(id);
        (phrase.base.first == at || phrase.possessor.is_some()).then(|| {
            let reach = self.over_phrase(id);
            Reach { scope: Extent::new(i, reach.scope.last.max(i + 1)), ..reach }
        })
    }

    // ------------------------------------------------------------------ modals

    fn modal_group(&self, i: u32) -> Option<(ClauseId, VerbGroup)> {
        let word = self.word(i)?;
        if !matches!(word.pos, Pos::Aux | Pos::Verb) {
            return None;
        }
        let (id, group) = self.group_at(i)?;
        (group.modal == Some(i)).then_some((id, group))
    }

    fn modal(&self, i: u32) -> Option<Reach> {
        let (id, group) = self.modal_group(i)?;
        if self.is(i, "could") && self.is_ability(id, &group) {
            return None;
        }
        Some(self.over_clause(id))
    }

    /// "could not reach the house", "so that they could leave": what somebody was able to do, rather than what may be.
    fn is_ability(&self, id: ClauseId, group: &VerbGroup) -> bool {
        let clause = self.clause(id);
        if group.perfect {
            return false;
        }
        if group.negation.is_some() {
            return true;
        }
        let marked = clause.marker.is_some_and(|marker| {
            self.one_of(
                marker,
                &[
                    "so", "until", "before", "as", "than", "where", "who", "whom", "what", "how", "when", "whatever",
                    "if", "because",
                ],
            )
        });
        marked || clause.kind == ClauseKind::Relative && self.tells_of_past(id)
    }

    /// A sentence that tells of the past outside its reports.
    fn tells_of_past(&self, id: ClauseId) -> bool {
        let says = |verb: u32| {
            self.classes
                .say
                .is_some_and(|class| self.document.lexicon.has_word(&self.document.words[verb as usize], class))
        };
        self.past_groups(id).any(|group| !says(group.head))
    }

    /// A sentence with a past tense anywhere.
    fn has_past(&self, id: ClauseId) -> bool {
        self.past_groups(id).next().is_some()
    }

    fn past_groups(&self, id: ClauseId) -> impl Iterator<Item = VerbGroup> {
        let syntax = self.document.syntax;
        let all = syntax.clauses_of[syntax.sentence_of[id as usize] as usize].clone();
        let groups = all.take(MODIFIERS).filter_map(move |other| syntax.clause(other).group);
        groups.filter(|group| group.tense == GroupTense::Past)
    }

    /// would, will, can: hedges in conditionals, which [`Self::drop_unconditional`] sees to once all conditions are found.
    fn conditional(&self, i: u32) -> Option<Reach> {
        let (id, group) = self.modal_group(i)?;
        if self.is(i, "'d") && group.perfect {
            return None;
        }
        Some(self.over_clause(id))
    }

    /// Keeps the modals of conditionals that a condition acts on, and would where it needs none.
    fn drop_unconditional(&self, found: &mut Vec<FoundCue>) {
        let is_modal = |cue: &FoundCue| cue.class == CueClass::Modal && cue.rule == CONDITIONAL;
        if !found.iter().any(is_modal) {
            return;
        }
        let conditions: Vec<(Extent, Extent)> = found
            .iter()
            .filter(|cue| cue.kind == CueKind::Condition)
            .map(|cue| (cue.scope, self.if_clause(cue)))
            .collect();
        found.retain(|cue| {
            if !is_modal(cue) {
                return true;
            }
            let i = cue.head;
            let from = conditions.partition_point(|(scope, _)| scope.last <= i).saturating_sub(2);
            let nearby = conditions[from..].iter().take(MODIFIERS);
            nearby.filter(|(scope, _)| scope.contains(i)).any(|(_, own)| !own.contains(i)) || self.is_hypothetical(i)
        });
    }

    /// The clause that a condition opens.
    fn if_clause(&self, cue: &FoundCue) -> Extent {
        match self.clause_at(cue.head) {
            Some(id) if self.clause(id).marker.is_some_and(|marker| cue.extent.contains(marker)) => {
                self.clause(id).extent
            }
            _ => cue.extent,
        }
    }

    /// "would have been", "would seem": outside reported speech, where would is the past of will.
    fn is_hypothetical(&self, i: u32) -> bool {
        let Some((id, group)) = self.modal_group(i).filter(|_| self.one_of(i, &["would", "'d"])) else { return false };
        group.perfect && !self.is_reported_in_past(id)
            || !self.has_past(id)
            || self.one_of(group.head, &["seem", "appear", "suggest", "imply", "indicate"])
    }

    fn is_reported_in_past(&self, id: ClauseId) -> bool {
        let clause = self.clause(id);
        clause
            .parent
            .is_some_and(|parent| self.clause(parent).group.is_some_and(|group| group.tense == GroupTense::Past))
    }

    /// must, should: hedges where they infer what was or what is to be expected.
    fn epistemic(&self, i: u32) -> Option<Reach> {
        let (id, group) = self.modal_group(i)?;
        let infers = match () {
            _ if self.is(i, "must") => group.perfect,
            _ => {
                group.extent.last < self.document.words.len() as u32
                    && self.is(group.head, "be")
                    && self.is(group.head + 1, "able")
            }
        };
        (infers && group.negation.is_none()).then(|| self.over_clause(id))
    }

    // ------------------------------------------------------------------ adverbs

    fn adverb(&self, extent: Extent) -> Option<Reach> {
        let i = extent.first;
        let syntax = self.document.syntax;
        if let Some(id) = syntax.phrase_of_word(i) {
            return Some(self.over_phrase(id));
        }
        let id = self.clause_at(i)?;
        let verb = self.clause(id).verb();
        let set_off = i > 0 && self.pos(i - 1) == Some(Pos::Punct) && self.pos(extent.last) == Some(Pos::Adp);
        if verb.is_some_and(|verb| verb < i) || self.clause(id).group.is_none() || set_off {
            if let Some(reach) = self.focus(id, extent.last) {
                return Some(reach);
            }
        }
        let reach = self.over_clause(id);
        // "Reportedly, he has left"
        match reach.scope.first == i && self.pos(extent.last) == Some(Pos::Punct) {
            true => {
                Some(Reach { scope: scope::trim(self.document, Extent::new(extent.last, reach.scope.last)), ..reach })
            }
            false => Some(reach),
        }
    }

    /// What an adverb behind the verb stands right in front of: "killed, possibly by a sniper".
    fn focus(&self, id: ClauseId, at: u32) -> Option<Reach> {
        let reach = self.starting_at(at)?;
        let predicate = self.clause(id).predicate;
        // "is probably a spy" is about the whole clause
        let own = match reach.target {
            Target::Phrase(phrase) => predicate == Some(self.document.syntax.phrase(phrase).head),
            Target::Clause(other) => other == id,
            Target::Complement => true,
        };
        (!own).then_some(reach)
    }

    // ------------------------------------------------------------------ adjectives

    /// In front of the head of a noun phrase.
    fn attributive(&self, i: u32) -> Option<Reach> {
        let id = self.document.syntax.phrase_of_word(i)?;
        let phrase = self.document.syntax.phrase(id);
        (i < phrase.head && !self.one_of(i + 1, &["to", "for", "that"])).then(|| self.over_phrase(id))
    }

    /// Said of a subject or a clause: "is likely to", "it is possible that", "the cause is unclear".
    fn predicative(&self, i: u32) -> Option<Reach> {
        let id = self.clause_at(i)?;
        let clause = self.clause(id);
        let group = clause.group?;
        if group.head > i || self.pos(i) == Some(Pos::Noun) {
            return None;
        }
        if let Some(complement) = self.complement(i) {
            return Some(match self.clause(complement).kind {
                ClauseKind::Infinitive if !self.has_dummy_subject(clause) => {
                    Reach { target: Target::Complement, scope: scope::of_clause(self.document, id) }
                }
                _ => self.over_complement(complement),
            });
        }
        if clause.predicate == Some(i) {
            let complement = group_complement(self, &group);
            return Some(match complement {
                Some(complement) if self.clause(complement).kind != ClauseKind::Gerund => {
                    self.over_complement(complement)
                }
                _ => self.over_clause(id),
            });
        }
        // "remains unclear", "considers it likely"
        (i == group.extent.last || i == group.extent.last + 1).then(|| match group_complement(self, &group) {
            Some(complement) => self.over_complement(complement),
            None => self.over_clause(id),
        })
    }

    fn has_dummy_subject(&self, clause: &Clause) -> bool {
        clause.subject.is_some_and(|subject| self.is(self.document.syntax.phrase(subject).head, "it"))
    }

    // ------------------------------------------------------------------ nouns

    fn noun(&self, i: u32, complements: Complements) -> Option<Reach> {
        let syntax = self.document.syntax;
        if self.pos(i) != Some(Pos::Noun) {
            return None;
        }
        let id = syntax.phrase_of_word(i).filter(|&id| syntax.phrase(id).head == i)?;
        if let Some(complement) = self.complement(i) {
            let clause = self.clause(complement);
            let fits = match complements {
                Complements::Clause => {
                    matches!(clause.kind, ClauseKind::That | ClauseKind::Bare | ClauseKind::Question)
                }
                _ => true,
            };
            return fits.then(|| self.over_complement(complement));
        }
        if complements == Complements::Clause {
            return None;
        }
        let modifier = syntax.modifiers(id).take(MODIFIERS).find(|(_, phrase)| {
            phrase.preposition.is_some_and(|at| self.one_of(at, &["of", "for", "about", "over", "on"]))
        });
        match modifier {
            Some((modifier, phrase))
                if phrase.preposition.is_some_and(|at| self.is(at, "of")) || complements == Complements::Any =>
            {
                Some(self.over_thing(modifier))
            }
            _ => (complements == Complements::Any).then(|| self.over_phrase(id)),
        }
    }

    // ------------------------------------------------------------------ verbs

    /// seem, appear. To appear in a place is no evidence of anything.
    fn seem(&self, i: u32) -> Option<Reach> {
        let (id, group) = self.clause_of_verb(i)?;
        let clause = self.clause(id);
        if let Some(complement) = self.complement(i) {
            return Some(match self.clause(complement).kind {
                ClauseKind::That | ClauseKind::Bare => self.over_complement(complement),
                ClauseKind::Infinitive => self.raised(id, complement),
                _ => return None,
            });
        }
        let next = group.extent.last;
        let plain = self.is_form_of(i, &["seem", "seems", "seemed", "seeming"]);
        let adjective = matches!(self.pos(next), Some(Pos::Adj))
            || self.pos(next) == Some(Pos::Adv) && self.pos(next + 1) == Some(Pos::Adj);
        let reports = clause.kind == ClauseKind::Parenthetical;
        (plain
            || adjective
            || reports
            || self.one_of(next, &["as", "like"]) && self.one_of(next + 1, &["if", "though"]))
        .then(|| match clause.parent {
            Some(parent) if reports => self.over_clause(parent),
            _ => self.over_clause(id),
        })
    }

    /// A clause whose subject belongs to the infinitive: "the army seems to have left".
    fn raised(&self, id: ClauseId, infinitive: ClauseId) -> Reach {
        let outer = scope::of_clause(self.document, id);
        let inner = scope::of_clause(self.document, infinitive);
        Reach { target: Target::Complement, scope: Extent::new(outer.first, outer.last.max(inner.last)) }
    }

    fn is_form_of(&self, i: u32, forms: &[&str]) -> bool {
        self.one_of(i, forms)
    }

    /// "looks like", "looks set to"
    fn look(&self, i: u32, next: u32) -> Option<Reach> {
        let (id, _) = self.clause_of_verb(i)?;
        let class = self.classes.look_tail?;
        self.document.lexicon.match_at(self.document.words, next as usize, class)?;
        Some(self.over_clause(id))
    }

    /// suggest, indicate: what things say, not what people propose.
    fn evidence(&self, i: u32) -> Option<Reach> {
        let (id, group) = self.clause_of_verb(i)?;
        let clause = self.clause(id);
        let by_person = !group.passive && self.subject_is_person(clause);
        if let Some(complement) = self.complement(i) {
            return match self.clause(complement).kind {
                ClauseKind::That | ClauseKind::Bare
                    if !(by_person
                        && self.is_form_of(
                            i,
                            &["indicate", "indicates", "indicated", "indicating", "hint", "hints", "hinted"],
                        )) =>
                {
                    Some(self.over_complement(complement))
                }
                ClauseKind::Infinitive if group.passive => Some(self.raised(id, complement)),
                _ => None,
            };
        }
        if clause.kind == ClauseKind::Parenthetical {
            return clause.parent.map(|parent| self.over_clause(parent));
        }
        match clause.objects[0] {
            Some(object) if !by_person && !group.passive && !self.is_statement(i, clause) => {
                Some(self.over_thing(object))
            }
            _ => None,
        }
    }

    /// "directors indicated that": indicating and hinting are evidence where findings do it.
    fn is_statement(&self, i: u32, clause: &Clause) -> bool {
        let finds = clause.subject.zip(self.classes.report).is_some_and(|(subject, class)| {
            let head = self.document.syntax.phrase(subject).head;
            self.document.lexicon.has_word(&self.document.words[head as usize], class)
                || self.one_of(head, &["it", "this", "that", "which"])
        });
        !finds
            && self.one_of(
                i,
                &[
                    "indicate",
                    "indicates",
                    "indicated",
                    "indicating",
                    "hint",
                    "hints",
                    "hinted",
                    "hinting",
                    "intimated",
                ],
            )
    }

    fn subject_is_person(&self, clause: &Clause) -> bool {
        clause.subject.is_some_and(|subject| {
            let head = self.document.syntax.phrase(subject).head;
            self.pos(head) == Some(Pos::Propn) || self.one_of(head, &["he", "she", "we", "i", "they", "you", "who"])
        })
    }

    /// believe, expect: over what is believed.
    fn belief(&self, i: u32, of_thing: bool) -> Option<Reach> {
        let suspects = self.one_of(i, &["suspected", "presumed", "assumed", "feared", "believed"]);
        if let Some(id) = self.attributive_participle(i).filter(|_| suspects) {
            return Some(self.over_phrase(id));
        }
        let (id, group) = self.clause_of_verb(i)?;
        let clause = self.clause(id);
        if let Some(complement) = self.complement(i) {
            return match self.clause(complement).kind {
                ClauseKind::That | ClauseKind::Bare => Some(self.over_complement(complement)),
                ClauseKind::Question => {
                    (of_thing || self.is_form_of(i, &["wonder"])).then(|| self.over_complement(complement))
                }
                ClauseKind::Infinitive if group.passive => Some(self.raised(id, complement)),
                ClauseKind::Infinitive => self
                    .is_form_of(
                        i,
                        &[
                            "expect",
                            "expects",
                            "expected",
                            "expecting",
                            "anticipate",
                            "believe",
                            "believes",
                            "believed",
                        ],
                    )
                    .then(|| {
                        let reach = self.over_complement(complement);
                        match clause.objects[0] {
                            // "expects prices to rise"
                            Some(object) => {
                                let first = scope::of_phrase(self.document, object).first;
                                Reach { scope: Extent::new(first.min(reach.scope.first), reach.scope.last), ..reach }
                            }
                            None => reach,
                        }
                    }),
                _ => None,
            };
        }
        if clause.kind == ClauseKind::Parenthetical {
            return clause.parent.map(|parent| self.over_clause(parent));
        }
        if self.is(group.extent.last, "so") {
            return Some(self.over_clause(id));
        }
        match clause.objects[0] {
            Some(object) if of_thing && !group.passive => Some(self.over_thing(object)),
            _ if of_thing && group.passive => Some(self.over_clause(id)),
            _ => None,
        }
    }

    /// A participle in front of a noun: "the suspected gunman".
    fn attributive_participle(&self, i: u32) -> Option<PhraseId> {
        let word = self.word(i)?;
        let participle = matches!(word.form, VerbForm::Participle | VerbForm::Past) || word.pos == Pos::Adj;
        let id = self.document.syntax.phrase_of_word(i)?;
        (participle && i < self.document.syntax.phrase(id).head).then_some(id)
    }

    /// "is considered (to be) the best", "regarded as": passives, and actives with a complement of their object.
    fn regard(&self, i: u32) -> Option<Reach> {
        let (id, group) = self.clause_of_verb(i)?;
        let clause = self.clause(id);
        let next = group.extent.last;
        let takes_as = (next..next + 4).any(|at| self.is(at, "as") && !self.is(at + 1, "part"));
        let considers = self
            .is_form_of(i, &["consider", "considers", "considered", "considering", "judged", "deemed", "perceived"]);
        let passive = group.passive || group.mood == Mood::Participle;
        if let Some(complement) =
            self.complement(i).filter(|&complement| self.clause(complement).kind == ClauseKind::Infinitive)
        {
            return Some(if passive { self.raised(id, complement) } else { self.over_complement(complement) });
        }
        if passive && considers {
            let bare = matches!(self.pos(next), None | Some(Pos::Punct))
                || self.one_of(next, &["for", "in", "when", "during", "and", "at", "under"]);
            return (!bare).then(|| self.over_clause(id));
        }
        if passive && takes_as {
            return Some(self.over_clause(id));
        }
        // in the active only those that are seldom anything else
        if !considers
            && !self.is_form_of(i, &["regard", "regards", "regarded", "views", "viewed", "perceives", "perceive"])
        {
            return None;
        }
        match (clause.objects[0], clause.objects[1]) {
            (Some(object), second) if considers && (second.is_some() || self.takes_predicate(object)) => {
                Some(self.over_thing(object))
            }
            (Some(object), _) if !considers && self.is(self.document.syntax.phrase(object).full.last, "as") => {
                Some(self.over_thing(object))
            }
            _ => None,
        }
    }

    /// "considers the plan a failure", "considered it dangerous": an adjective or another noun phrase right behind the object.
    fn takes_predicate(&self, object: PhraseId) -> bool {
        let next = self.document.syntax.phrase(object).full.last;
        match self.pos(next) {
            Some(Pos::Adj | Pos::Det) => true,
            Some(Pos::Punct) => self.word(next).is_some_and(is_quote_mark),
            _ => false,
        }
    }

    /// "is alleged to", "accused of", "suspected of", "the alleged attack"
    fn allege(&self, i: u32) -> Option<Reach> {
        if let Some(id) = self.attributive_participle(i) {
            return Some(self.over_phrase(id));
        }
        let (id, group) = self.clause_of_verb(i)?;
        let passive = group.passive || group.mood == Mood::Participle;
        if let Some(complement) = self.complement(i) {
            return match self.clause(complement).kind {
                ClauseKind::That | ClauseKind::Bare => Some(self.over_complement(complement)),
                ClauseKind::Infinitive if passive => Some(self.raised(id, complement)),
                ClauseKind::Infinitive | ClauseKind::Gerund => (passive
                    || self.is_form_of(i, &["purports", "purport", "purported"]))
                .then(|| self.over_complement(complement)),
                _ => None,
            };
        }
        let of = self.is(group.extent.last, "of");
        (passive && of)
            .then(|| self.starting_at(group.extent.last + 1))
            .flatten()
            .map(|reach| Reach { target: Target::Complement, ..reach })
    }

    /// fail to, prevent from: over the complement, or the object.
    fn implicative(&self, i: u32) -> Option<Reach> {
        if self.pos(i) == Some(Pos::Noun) || self.pos(i) == Some(Pos::Adj) {
            return match self.complement(i) {
                Some(complement) => Some(self.over_complement(complement)),
                None => {
                    let id = self
                        .document
                        .syntax
                        .phrase_of_word(i)
                        .filter(|&id| self.document.syntax.phrase(id).head == i)?;
                    let of = self
                        .document
                        .syntax
                        .modifiers(id)
                        .take(MODIFIERS)
                        .find(|(_, phrase)| phrase.preposition.is_some_and(|at| self.is(at, "of")))?;
                    self.is_form_of(i, &["lack", "absence", "prevention", "cancellation", "shortage", "dearth"])
                        .then(|| self.over_thing(of.0))
                }
            };
        }
        let (id, group) = self.clause_of_verb(i)?;
        if let Some(complement) = self.implied(id, i) {
            return match self.clause(complement).kind {
                ClauseKind::Infinitive | ClauseKind::Gerund => Some(match group.passive {
                    true => self.raised(id, complement),
                    false => self.over_complement(complement),
                }),
                _ => None,
            };
        }
        let clause = self.clause(id);
        let hinders = self
            .classes
            .hinder
            .is_some_and(|class| self.document.lexicon.match_at(self.document.words, i as usize, class).is_some());
        if !hinders {
            return None;
        }
        match (clause.objects[0], clause.subject) {
            (Some(object), _) if !group.passive => Some(self.over_thing(object)),
            (_, Some(subject)) if group.passive && !clause.shared_subject => Some(self.over_thing(subject)),
            _ => None,
        }
    }

    /// The infinitive or -ing clause that completes a verb, also behind its object: "kept rebels from leaving".
    fn implied(&self, id: ClauseId, verb: u32) -> Option<ClauseId> {
        self.complement(verb).or_else(|| {
            let object = self.clause(id).objects[0]?;
            self.complement(self.document.syntax.phrase(object).head)
                .filter(|&complement| self.clause(complement).kind == ClauseKind::Gerund)
        })
    }

    /// rule out, confirm: what they are depends on whether they are negated.
    fn negated_or_not(&self, frame: Frame, extent: Extent) -> Option<(Extent, Reach)> {
        let i = extent.first;
        let (id, group) = self.clause_of_verb(i)?;
        let negation = group.negation;
        let clause = self.clause(id);
        let reach = match self.complement(i) {
            Some(complement) => self.over_complement(complement),
            None => match (clause.objects[0], clause.subject) {
                (Some(object), _) if !group.passive => self.over_thing(object),
                (_, Some(subject)) if group.passive => self.over_thing(subject),
                _ => return None,
            },
        };
        match (frame, negation) {
            (_, Some(negation)) if negation < i => Some((Extent::new(negation, extent.last), reach)),
            (Frame::Exclude, None) => Some((extent, reach)),
            _ => None,
        }
    }

    // ------------------------------------------------------------------ provisional reports

    /// Reliability adjectives on report nouns hedge what the report says.
    fn preliminary(&self, i: u32) -> Option<Reach> {
        let Document { words, syntax, lexicon, .. } = *self.document;
        let id = syntax.phrase_of_word(i)?;
        let phrase = syntax.phrase(id);
        let class = self.classes.report?;
        let reports = (i + 1..=phrase.head).any(|at| lexicon.has_word(&words[at as usize], class));
        if i >= phrase.head || !reports {
            return None;
        }
        let clause = match phrase.link {
            Link::Subject(clause) => self.clause(clause).verb().and_then(|verb| self.complement(verb)),
            // "according to preliminary reports"
            Link::Oblique(clause) => phrase
                .preposition
                .filter(|&at| self.one_of(at, &["to", "according", "from", "by", "in", "per"]))
                .map(|_| clause),
            _ => None,
        };
        let clause = clause.or_else(|| self.complement(phrase.head));
        let Some(clause) = clause else { return Some(self.over_phrase(id)) };
        let reach = self.over_clause(clause);
        // "according to preliminary reports, the bridge fell": what the report says stands behind it
        match reach.scope.first < i && self.pos(phrase.full.last) == Some(Pos::Punct) {
            true => {
                let scope = Extent::new(phrase.full.last, reach.scope.last.max(phrase.full.last + 1));
                Some(Reach { scope: scope::trim(self.document, scope), ..reach })
            }
            false => Some(reach),
        }
    }

    // ------------------------------------------------------------------ conditions and questions

    fn condition(&self, extent: Extent) -> Option<Reach> {
        let i = extent.first;
        let verbal = self.word(i).is_some_and(|word| {
            word.pos == Pos::Verb && self.group_at(i).is_some_and(|(_, group)| group.extent.first != i)
        });
        if verbal || self.is(i, "provided") && !self.is(i + 1, "that") && self.pos(i) == Some(Pos::Verb) {
            return None;
        }
        let marked = (i..extent.last + 1).filter_map(|at| self.clause_at(at)).find(|&id| {
            self.clause(id).marker.is_some_and(|marker| extent.contains(marker) || marker + 1 == extent.first)
        });
        if let Some(id) = marked {
            let clause = self.clause(id);
            return match (clause.kind, clause.parent) {
                (ClauseKind::Question, _) if !self.is_said_condition(clause) => None,
                (_, Some(parent)) => {
                    Some(Reach { target: Target::Clause(parent), scope: scope::of_clauses(self.document, parent, id) })
                }
                _ => Some(self.over_clause(id)),
            };
        }
        // "if implemented", "if possible": nothing but the marker tells
        self.clause_at(i).map(|id| self.over_clause(id))
    }

    /// "said if it rains they will stay": behind a plain report "if" opens no question, unless what is not said is asked for.
    fn is_said_condition(&self, clause: &Clause) -> bool {
        let Some(governor) = clause.governor else { return false };
        let said = self.one_of(
            governor,
            &["said", "says", "added", "warned", "announced", "think", "believe", "hope", "fear", "expect", "expects"],
        );
        said && self.group_at(governor).is_some_and(|(_, group)| group.negation.is_none())
    }

    fn question(&self, extent: Extent) -> Option<Reach> {
        let id = self.clause_at(extent.first)?;
        let clause = self.clause(id);
        if self.is(extent.first, "if") && clause.kind != ClauseKind::Question {
            return None;
        }
        if clause.marker.is_some_and(|marker| extent.contains(marker)) {
            return Some(self.over_complement(id));
        }
        let reach = self.starting_at(extent.last).unwrap_or_else(|| self.over_clause(id));
        let first = if reach.scope.contains(extent.first) { extent.last } else { reach.scope.first };
        Some(Reach { scope: Extent::new(first, reach.scope.last.max(first + 1)), ..reach })
    }

    /// "it is not clear whether", "little is known about", "no evidence that"
    fn open(&self, extent: Extent) -> Option<Reach> {
        let last = extent.last - 1;
        if let Some(complement) = (extent.first..extent.last).rev().find_map(|at| self.complement(at)) {
            return Some(self.over_complement(complement));
        }
        if let Some(id) = self.document.syntax.phrase_of_word(last) {
            let of = self
                .document
                .syntax
                .modifiers(id)
                .take(MODIFIERS)
                .find(|(_, phrase)| phrase.preposition.is_some_and(|at| self.one_of(at, &["of", "for"])));
            if let Some((modifier, _)) = of {
                return Some(self.over_phrase(modifier));
            }
        }
        let id = self.clause_at(extent.first)?;
        match self.clause(id).verb().and_then(|verb| self.complement(verb)) {
            Some(complement) => Some(self.over_clause(complement)),
            None => Some(self.over_clause(id)),
        }
    }

    /// A sentence that ends in a question mark is open.
    fn question_marks(&self, found: &mut Vec<FoundCue>) {
        let Document { words, sentences, syntax, .. } = *self.document;
        for (sentence, clauses) in sentences.iter().zip(&syntax.clauses_of) {
            let last = sentence.lexemes.end;
            let mark = (sentence.lexemes.start..last)
                .rev()
                .take(3)
                .find(|&at| words[at as usize].pos == Pos::Punct && self.is(at, "?"));
            let Some(mark) = mark else { continue };
            let innermost =
                mark.checked_sub(1).and_then(|before| self.clause_at(before)).filter(|id| clauses.contains(id));
            // the question that a report holds, else the whole sentence
            let mut id = match innermost {
                Some(id) => id,
                None if !clauses.is_empty() => clauses.start,
                None => continue,
            };
            while let Some(parent) = self
                .clause(id)
                .parent
                .filter(|&parent| parent < id && self.document.syntax.quotation_at(mark).is_none())
            {
                id = parent;
            }
            found.push(FoundCue {
                kind: CueKind::Question,
                class: CueClass::Question,
                extent: Extent::new(mark, mark + 1),
                scope: scope::of_clause(self.document, id),
                strength: Certainty::Unknown,
                turn: Turn::Open,
                target: Target::Clause(id),
                head: mark,
                rule: "question-mark".to_owned(),
            });
        }
    }

    // ------------------------------------------------------------------ negations

    fn not(&self, extent: Extent) -> Option<Reach> {
        let i = extent.first;
        if let Some((id, group)) = self.group_at(i) {
            if i < group.head || group.copula || group.negation == Some(i) {
                return Some(self.over_clause(id));
            }
        }
        let id = self.clause_at(i)?;
        let clause = self.clause(id);
        // "not in Kyiv", "not the army", "not because"
        if let Some(reach) = self.starting_at(extent.last).filter(|reach| reach.target != Target::Clause(id)) {
            let apart = clause.verb().is_none_or(|verb| verb < i)
                || self.pos(i.saturating_sub(1)) == Some(Pos::Punct)
                || i == clause.extent.first;
            if apart {
                return Some(reach);
            }
        }
        // far from the verb it is said of what stands behind it
        let near = clause.group.is_some_and(|group| i + 2 >= group.extent.first && i <= group.extent.last + 1);
        Some(match near {
            true => self.over_clause(id),
            false => Reach { target: Target::Complement, scope: self.up_to_sign(extent.last) },
        })
    }

    /// The words up to the next comma or other sign, at least one.
    fn up_to_sign(&self, first: u32) -> Extent {
        let last = (first..first + MODIFIERS as u32)
            .find(|&at| matches!(self.pos(at), None | Some(Pos::Punct)))
            .unwrap_or(first + 1);
        scope::trim(self.document, Extent::new(first, last.max(first + 1).min(self.document.words.len() as u32)))
    }

    /// no, none, nobody: over the clause where they stand in its subject or object, else over their noun phrase.
    fn no(&self, extent: Extent) -> Option<Reach> {
        let i = extent.first;
        let syntax = self.document.syntax;
        let word = self.word(i)?;
        if self.pos(extent.last) == Some(Pos::Num) && self.is(i, "no")
            || word.pos == Pos::Intj
            || word.shape.has(Shape::UPPER) && word.shape.has(Shape::PERIOD)
        {
            return None;
        }
        let Some(id) = syntax.phrase_of_word(i) else {
            // "no longer", "neither": where no noun phrase takes it
            if self.is(i, "neither") {
                return self.clause_at(i).map(|id| self.over_clause(id));
            }
            return self.starting_at(extent.last).or_else(|| self.clause_at(i).map(|id| self.over_clause(id)));
        };
        let mut at = id;
        for _ in 0..4 {
            match syntax.phrase(at).link {
                Link::Subject(clause) | Link::Object(clause) | Link::Predicate(clause) => {
                    return Some(self.over_clause(clause));
                }
                Link::Conjunct(left) => at = left,
                // "one of no interest"; but "none of them"
                _ => break,
            }
        }
        Some(self.over_phrase(id))
    }

    fn without(&self, extent: Extent) -> Option<Reach> {
        self.starting_at(extent.last).or_else(|| {
            let id = self.clause_at(extent.last)?;
            (self.clause(id).extent.first + 2 >= extent.first).then(|| self.over_clause(id))
        })
    }

    fn nor(&self, extent: Extent) -> Option<Reach> {
        self.starting_at(extent.last).or_else(|| self.clause_at(extent.last).map(|id| self.over_clause(id)))
    }

    // ------------------------------------------------------------------ numbers

    fn approximator(&self, extent: Extent) -> Option<Reach> {
        let at = extent.last;
        let number = (at..at + 2).any(|at| self.pos(at) == Some(Pos::Num));
        let behind = self.is(extent.first, "or")
            && (extent.first.saturating_sub(3)..extent.first).any(|at| self.pos(at) == Some(Pos::Num));
        if !(number || behind) {
            return None;
        }
        let holds = if behind {
            extent.first.saturating_sub(1)
        } else {
            (at..at + 2).find(|&at| self.pos(at) == Some(Pos::Num))?
        };
        let id = self.document.syntax.phrase_of_word(holds)?;
        let base = self.document.syntax.phrase(id).base;
        Some(Reach { target: Target::Complement, scope: Extent::new(base.first.min(extent.last), base.last) })
    }
}

/// The rule of the modals that hedge in conditionals only.
const CONDITIONAL: &str = "modal-conditional";
/// How many phrases are looked through for one that depends on a noun.
const MODIFIERS: usize = 16;

/// Which complements a noun needs to be a cue.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Complements {
    Any,
    Needed,
    Clause,
}

/// The clause that completes the verb of a group, for predicates that the parser has not linked to it.
fn group_complement(finder: &Finder<'_, '_>, group: &VerbGroup) -> Option<ClauseId> {
    finder.complement(group.head)
}
