//! What lies ahead and what must be: "is likely to leave", "have to be implemented"; and what looks back although an infinitive
//! tells it: "is believed to have fled".

use super::Finder;
use crate::lexicon::Class;
use crate::syntax::{Clause, ClauseId, ClauseKind, GroupTense, Mood, VerbGroup, one_of};
use crate::tag::Pos;

impl Finder<'_, '_> {
    /// "is likely to leave", "was due to be blown up", "a hearing is scheduled for March": said of what is to come.
    pub(super) fn looks_ahead(&self, id: ClauseId, denied: bool) -> bool {
        let syntax = self.document.syntax;
        let clause = syntax.clause(id);
        let Some(group) = clause.group.filter(|group| group.modal.is_none()) else { return false };
        // "Liberals set for big win"
        let heading = || {
            let word = |at: u32| self.document.words.get(at as usize).map_or(0, |word| word.hash);
            group.extent.first == group.head
                && clause.kind == ClauseKind::Main
                && one_of!(word(group.head), "set" | "poised")
                && one_of!(word(group.head + 1), "for")
        };
        if group.mood != Mood::Finite || heading() {
            return heading();
        }
        if matches!(clause.kind, ClauseKind::That | ClauseKind::Bare) && self.is_mandated(clause, group)
            || self.is_vital(id, clause, group)
            || self.has_to(group)
        {
            return true;
        }
        let head = match (group.passive, group.copula, clause.predicate) {
            (true, _, _) => group.head,
            (_, true, Some(predicate)) => predicate,
            _ => return false,
        };
        let is = |class: &Option<Class>| {
            class.is_some_and(|class| {
                self.document.lexicon.match_at(self.document.words, head as usize, class).is_some()
            })
        };
        let infinitive = syntax.children(id).find(|(_, inner)| inner.kind == ClauseKind::Infinitive);
        match infinitive.and_then(|(_, inner)| inner.group) {
            // "is likely to have left" looks back
            Some(inner) if inner.perfect => false,
            Some(_) if is(&self.classes.ahead_infinitive) => true,
            // "the storm had been expected for days" looks back as well
            None if group.perfect && group.tense == GroupTense::Past => false,
            // "no date has been set"
            // "is not expected until Friday"
            _ => {
                let until = || {
                    self.document
                        .words
                        .get(head as usize + 1)
                        .is_some_and(|next| one_of!(next.hash, "until" | "before"))
                };
                (!denied || until()) && self.classes.ahead.iter().any(is)
            }
        }
    }

    /// "demanded that the mayor resign and that the vote be held": a bare form behind a verb of demanding.
    fn is_mandated(&self, clause: &Clause, group: VerbGroup) -> bool {
        let words = self.document.words;
        let first = &words[group.extent.first as usize];
        let bare = match group.extent.first == group.head {
            true => group.tense == GroupTense::Present && first.pos == Pos::Verb,
            false => one_of!(first.hash, "be" | "not"),
        };
        bare && clause.governor.is_some_and(|governor| {
            self.classes.mandate.is_some_and(|class| self.document.lexicon.has_word(&words[governor as usize], class))
        })
    }

    /// "have to be implemented": what must be.
    fn has_to(&self, group: VerbGroup) -> bool {
        let words = self.document.words;
        let hash = |at: u32| words.get(at as usize).map_or(0, |word| word.hash);
        let first = group.extent.first;
        group.tense == GroupTense::Present && one_of!(hash(first), "has" | "have") && one_of!(hash(first + 1), "to")
    }

    /// "It is vital that all parties respect the truce": what must be.
    fn is_vital(&self, id: ClauseId, clause: &Clause, group: VerbGroup) -> bool {
        let words = self.document.words;
        let predicate = clause.predicate.filter(|_| group.copula && group.tense == GroupTense::Present);
        let expletive = || {
            clause.subject.is_some_and(|it| one_of!(words[self.document.syntax.phrase(it).head as usize].hash, "it"))
        };
        predicate
            .zip(self.classes.vital)
            .is_some_and(|(at, class)| self.document.lexicon.has_word(&words[at as usize], class) && expletive())
            && self.document.syntax.children(id).any(|(_, inner)| {
                let ahead = |verb: VerbGroup| {
                    let must = verb.modal.is_some_and(|modal| one_of!(words[modal as usize].hash, "must" | "should"));
                    must || verb.tense == GroupTense::Present && !verb.perfect && !verb.progressive
                };
                inner.kind == ClauseKind::That && inner.governor == Some(group.head) && inner.group.is_some_and(ahead)
            })
    }

    /// "Our goal is to retake the town": what the goal is, it is now.
    pub(super) fn names_aim(&self, id: ClauseId) -> bool {
        let words = self.document.words;
        let clause = self.document.syntax.clause(id);
        let to = |first: u32| words.get(first as usize + 1).is_some_and(|next| one_of!(next.hash, "to"));
        clause.group.is_some_and(|group| group.tense == GroupTense::Future && to(group.extent.first))
            && clause.subject.zip(self.classes.aim).is_some_and(|(subject, class)| {
                let head = self.document.syntax.phrase(subject).head;
                self.document.lexicon.has_word(&words[head as usize], class)
            })
    }

    /// "must", "should": somebody else wants it.
    pub(super) fn is_bidden(&self, group: VerbGroup) -> bool {
        group.modal.is_some_and(|modal| {
            one_of!(self.document.words[modal as usize].hash, "must" | "should" | "ought" | "shall")
        })
    }

    /// "is believed to have fled"
    pub(super) fn looks_back(&self, id: ClauseId) -> bool {
        let clause = self.document.syntax.clause(id);
        let Some(group) = clause.group else { return false };
        // "seems to have fled", "is assessed to have fled", "are likely to have fled"
        let raises = || {
            let verb = self.document.words[group.head as usize].hash;
            let held = group.passive && !one_of!(verb, "expected" | "scheduled" | "projected" | "forecast");
            let adjective = clause.predicate.map_or(0, |at| self.document.words[at as usize].hash);
            held || one_of!(verb, "seem" | "seems" | "appear" | "appears")
                || group.copula
                    && one_of!(
                        adjective,
                        "likely"
                            | "unlikely"
                            | "certain"
                            | "alleged"
                            | "reported"
                            | "rumoured"
                            | "rumored"
                            | "presumed"
                    )
        };
        self.document.syntax.children(id).any(|(_, inner)| {
            matches!(inner.kind, ClauseKind::Infinitive | ClauseKind::Gerund)
                && (inner.governor == Some(group.head) || inner.governor == clause.predicate)
                && inner.group.is_some_and(|group| group.perfect)
                && (self.framed[id as usize] || raises())
        })
    }
}
