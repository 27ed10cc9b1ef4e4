//! What the object of a report names or is called, where it holds no clause: "announced the closure", "called the plan absurd".

use super::Finder;
use crate::annotate::FoundAttribution;
use crate::lexicon::Class;
use crate::model::EventKind;
use crate::syntax::{is_reflexive, one_of};
use crate::tag::Pos;

impl Finder<'_, '_> {
    /// "announced the closure of the mine": the frame only reports what its object names.
    pub(super) fn reports_phrase(&self, attribution: &FoundAttribution) -> bool {
        let mut content = attribution.content.iter();
        self.cue_is(attribution, self.classes.report)
            && content.any(|&piece| self.events_in(piece).iter().any(|event| event.kind != EventKind::Other))
            || self.is_thing(attribution)
    }

    /// Whether a content without clause is put forward whatever it names: "ruled out early elections", "called it absurd".
    pub(super) fn is_thing(&self, attribution: &FoundAttribution) -> bool {
        // "put the toll at 34"
        if self.names(attribution) || attribution.rule == "attribution/verb-measure" {
            return true;
        }
        let [piece] = attribution.content[..] else { return false };
        let Some((_, phrase)) = self.document.syntax.phrases_within(piece).next() else { return false };
        let word = &self.document.words[phrase.head as usize];
        let is = |class: &Option<Class>| class.is_some_and(|class| self.document.lexicon.has_word(word, class));
        // "appealed for witnesses" puts nobody forward
        let points = phrase.pronoun || is(&self.classes.report_noun) || self.classes.people.iter().any(is);
        !points && self.cue_is(attribution, self.classes.thing)
    }

    /// "called the plan absurd": what the object is called.
    pub(super) fn names(&self, attribution: &FoundAttribution) -> bool {
        let ([piece], Some(report)) = (&attribution.content[..], attribution.clause) else { return false };
        let object = self.document.syntax.clause(report).objects[0].map(|object| self.document.syntax.phrase(object));
        let finite = self.document.syntax.clause(report).is_finite();
        finite
            && (self.cue_is(attribution, self.classes.name) || self.cue_is(attribution, self.classes.name_as))
            && object.is_some_and(|object| {
                // "who call themselves the Front" only gives a name
                if is_reflexive(self.document.words[object.head as usize].function) {
                    return false;
                }
                // "considering a merger as well" calls nobody anything
                // "described the plan as a mistake"
                let base = object.base.last;
                let named_as = self.document.words.get(base as usize).is_some_and(|word| one_of!(word.hash, "as"));
                if !named_as && !self.cue_is(attribution, self.classes.name) {
                    return false;
                }
                let behind = if named_as { base } else { object.full.last }.min(piece.last)..piece.last;
                let quoted = self
                    .document
                    .syntax
                    .quotation_at(behind.start + 1)
                    .is_some_and(|quotation| quotation.open == behind.start);
                let named =
                    |at| matches!(self.document.words[at as usize].pos, Pos::Noun | Pos::Propn | Pos::Adj | Pos::Verb);
                // "called an election for May" calls nobody anything
                let first = behind.clone().next().map(|at| &self.document.words[at as usize]);
                let apart = first.is_some_and(|word| word.pos == Pos::Adp && !one_of!(word.hash, "as"));
                // "praised her deputy's “commitment”", "praised the “hard work” of nurses"
                let one_phrase = first.is_some_and(|word| word.pos == Pos::Part)
                    || one_of!(self.document.words[object.head as usize].hash, "the" | "a" | "an");
                !one_phrase && (quoted || !apart && behind.into_iter().any(named))
            })
    }

    pub(super) fn is_report_noun(&self, noun: u32) -> bool {
        let word = &self.document.words[noun as usize];
        self.classes.report_noun.is_some_and(|class| self.document.lexicon.has_word(word, class))
    }
}
