//! Adverbs and adjectives, and the reliability of reports.

use super::super::scope;
use super::{Finder, Reach};
use crate::annotate::Document;
use crate::annotate::found::Target;
use crate::syntax::{Clause, ClauseId, ClauseKind, Extent, Link, one_of};
use crate::tag::Pos;

impl Finder<'_, '_> {
    pub(super) fn adverb(&self, extent: Extent) -> Option<Reach> {
        let i = extent.first;
        let syntax = self.document.syntax;
        // "looks likely to fall", where the adjective is taken for an adverb
        if one_of!(self.hash(i), "likely") && one_of!(self.hash(i + 1), "to") {
            if let Some(reach) = self.predicative(i) {
                return Some(reach);
            }
        }
        if let Some(id) = syntax.phrase_of_word(i) {
            return Some(self.over_phrase(id));
        }
        if let Some(reach) = self.superlative(extent) {
            return Some(reach);
        }
        if let Some(reach) = self.set_off(extent) {
            return Some(reach);
        }
        let id = self.clause_at(i)?;
        let verb = self.clause(id).verb();
        let closes = self.pos(i.wrapping_sub(1)) == Some(Pos::Punct)
            && matches!(self.pos(extent.last), Some(Pos::Adp | Pos::Sconj))
            // "Perhaps because it rained, few came"
            || i == self.clause(id).extent.first && self.opens_clause(extent.last) && verb.is_some_and(|verb| verb > i);
        // "was reportedly among the dead": all there is behind the copula
        let copula = self.clause(id).group.filter(|group| group.copula && self.clause(id).predicate.is_none());
        let whole = copula.is_some_and(|group| group.extent.last == i || group.extent.contains(i));
        if verb.is_some_and(|verb| verb < i) && !whole || self.clause(id).group.is_none() || closes {
            if let Some(reach) = self.focus(id, extent.last) {
                return Some(reach);
            }
        }
        let mut reach = self.over_clause(id);
        let fronts = self
            .clause(id)
            .group
            .is_some_and(|group| group.extent.first == extent.last || group.extent.contains(i) && i < group.head);
        if let Some(last) = scope::shared_end(self.document, id).filter(|_| fronts) {
            reach.scope = scope::trim(self.document, Extent::new(reach.scope.first, reach.scope.last.max(last)));
        }
        // "Reportedly, he has left"
        match reach.scope.first == i && self.pos(extent.last) == Some(Pos::Punct) {
            true => {
                Some(Reach { scope: scope::trim(self.document, Extent::new(extent.last, reach.scope.last)), ..reach })
            }
            false => Some(reach),
        }
    }

    /// "Perhaps the most famous of the prisoners is a singer": in front of a superlative an adverb is about that alone.
    fn superlative(&self, extent: Extent) -> Option<Reach> {
        let Document { words, syntax, text, .. } = *self.document;
        let id = syntax.phrase_of_word(extent.last).filter(|_| one_of!(self.hash(extent.last), "the"))?;
        let phrase = syntax.phrase(id);
        let superlative = (extent.last + 1..phrase.base.last).take(2).any(|at| {
            let word = &words[at as usize];
            one_of!(word.hash, "most" | "least" | "best" | "worst")
                || word.pos == Pos::Adj && text[word.start as usize..word.end as usize].ends_with("est")
        });
        (superlative && phrase.base.first == extent.last).then(|| self.over_phrase(id))
    }

    /// The participle, apposition or adjective behind a sign that an adverb opens.
    fn set_off(&self, extent: Extent) -> Option<Reach> {
        let Document { syntax, .. } = *self.document;
        let next = extent.last;
        // "the tanker, apparently overloaded, capsized"
        if let Some((participle, _)) = self.clause_of_verb(next) {
            let clause = self.clause(participle);
            if clause.kind == ClauseKind::Participle && clause.extent.first + 1 >= extent.first {
                return Some(self.over_clause(participle));
            }
        }
        // "Orla Finn, possibly the oldest voter"
        if let Some(id) = syntax.phrase_of_word(next) {
            let phrase = syntax.phrase(id);
            let explains = matches!(phrase.link, Link::Apposition(_)) && phrase.base.first <= next;
            return explains.then(|| self.over_phrase(id));
        }
        // "two officers, reportedly close to the king, fled"
        if self.pos(extent.first.wrapping_sub(1)) != Some(Pos::Punct) || self.pos(next) != Some(Pos::Adj) {
            return None;
        }
        let clause = self.clause(self.clause_at(extent.first)?);
        let scope = self.up_to_sign(next);
        let apart = clause.verb().is_some_and(|verb| !scope.contains(verb)) && clause.extent.first < extent.first;
        apart.then_some(Reach { target: Target::Complement, scope })
    }

    /// What an adverb behind the verb stands right in front of: "killed, possibly by a sniper".
    pub(super) fn focus(&self, id: ClauseId, at: u32) -> Option<Reach> {
        let reach = self.starting_at(at)?;
        let reach = match self.opens_clause(at) {
            true => Reach { scope: Extent::new(at, reach.scope.last.max(at + 1)), ..reach },
            false => reach,
        };
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
    pub(super) fn attributive(&self, i: u32) -> Option<Reach> {
        let id = self.document.syntax.phrase_of_word(i)?;
        let phrase = self.document.syntax.phrase(id);
        // "potential buyers" are people as yet without a part to play
        if one_of!(self.hash(i), "potential") && (self.names_people(phrase.head) || self.is_party(phrase.head)) {
            return None;
        }
        // "all the possible routes": which there are
        let options = || {
            one_of!(self.hash(i), "possible") && one_of!(self.hash(phrase.base.first), "all" | "every" | "each" | "any")
        };
        if options() {
            return None;
        }
        (i < phrase.head && !one_of!(self.hash(i + 1), "to" | "for" | "that")).then(|| self.over_phrase(id))
    }

    /// afraid, hopeful, confident: over a that-clause.
    pub(super) fn belief_state(&self, i: u32) -> Option<Reach> {
        // the parser links it to the verb of the clause
        let verb = || self.clause(self.clause_at(i)?).group.filter(|group| group.head < i).map(|group| group.head);
        let complement = self.complement(i).or_else(|| self.complement(verb()?))?;
        matches!(self.clause(complement).kind, ClauseKind::That | ClauseKind::Bare)
            .then(|| self.over_complement(complement))
    }

    /// Behind a noun, in front of an infinitive: "a bridge likely to collapse".
    pub(super) fn postpositive(&self, i: u32) -> Option<Reach> {
        let likely = one_of!(self.hash(i), "likely" | "unlikely") && one_of!(self.hash(i + 1), "to");
        let id = self.clause_at(i + 2).filter(|_| likely)?;
        let clause = self.clause(id);
        let infinitive = clause.kind == ClauseKind::Infinitive && clause.extent.first == i + 1;
        infinitive.then(|| self.over_clause(id))
    }

    /// Said of a subject or a clause: "is likely to", "it is possible that", "the cause is unclear".
    pub(super) fn predicative(&self, i: u32) -> Option<Reach> {
        let id = self.clause_at(i)?;
        let clause = self.clause(id);
        let group = clause.group?;
        if group.head > i || self.pos(i) == Some(Pos::Noun) {
            return None;
        }
        // "it is possible to walk there", "no passage is possible without ice": ability
        let able = one_of!(self.hash(i), "possible")
            && match self.complement(i) {
                Some(complement) => self.clause(complement).kind == ClauseKind::Infinitive,
                None => group.negation.is_some() || matches!(self.pos(i + 1), Some(Pos::Adp | Pos::Adv)),
            };
        if able {
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
            // "whoever bought it remains unknown"
            let complement = self.complement(group.head).filter(|&complement| self.clause(complement).extent.last > i);
            return Some(match complement {
                Some(complement) if self.clause(complement).kind != ClauseKind::Gerund => {
                    self.over_complement(complement)
                }
                _ => self.over_clause(id),
            });
        }
        // "killed unknown numbers": said of no subject
        let phrase = self.document.syntax.phrase_of_word(i).map(|id| self.document.syntax.phrase(id));
        if phrase.is_some_and(|phrase| phrase.head > i) {
            return None;
        }
        // "remains unclear", "considers it likely"
        (i == group.extent.last || i == group.extent.last + 1).then(|| match self.complement(group.head) {
            // "looks likely to fall"
            Some(complement)
                if self.clause(complement).kind == ClauseKind::Infinitive
                    && clause.objects[0].is_none()
                    && !self.has_dummy_subject(clause) =>
            {
                Reach { target: Target::Complement, scope: scope::of_clause(self.document, id) }
            }
            Some(complement) if self.clause(complement).extent.last <= i => self.over_clause(id),
            Some(complement) => self.over_complement(complement),
            None => self.over_clause(id),
        })
    }

    pub(super) fn has_dummy_subject(&self, clause: &Clause) -> bool {
        clause.subject.is_some_and(|subject| one_of!(self.hash(self.document.syntax.phrase(subject).head), "it"))
    }

    /// Reliability adjectives on report nouns hedge what the report says.
    pub(super) fn preliminary(&self, i: u32) -> Option<Reach> {
        let Document { words, syntax, lexicon, .. } = *self.document;
        let id = syntax.phrase_of_word(i)?;
        let phrase = syntax.phrase(id);
        let class = self.classes.report?;
        let reports = (i + 1..=phrase.head).any(|at| lexicon.has_word(&words[at as usize], class));
        if i >= phrase.head || !reports {
            return None;
        }
        // "a preliminary count showed losses": over what it shows
        if let Link::Subject(clause) = phrase.link {
            let shown = self.clause(clause);
            let evidence = shown.verb().filter(|&verb| self.complement(verb).is_none());
            let shows = evidence
                .zip(self.classes.show)
                .is_some_and(|(verb, show)| lexicon.has_word(&words[verb as usize], show));
            if let Some(object) = shown.objects[0].filter(|_| shows) {
                return Some(self.over_thing(object));
            }
        }
        let clause = match phrase.link {
            // "the bridge fell, unconfirmed reports said"
            Link::Subject(clause) if self.clause(clause).kind == ClauseKind::Parenthetical => {
                self.clause(clause).parent
            }
            Link::Subject(clause) => self.clause(clause).verb().and_then(|verb| self.complement(verb)),
            // "according to preliminary reports"
            Link::Oblique(clause) => phrase
                .preposition
                .filter(|&at| one_of!(self.hash(at), "to" | "according" | "from" | "by" | "in" | "per"))
                .map(|_| clause),
            _ => None,
        };
        let clause = clause.or_else(|| self.complement(phrase.head)).or_else(|| self.content_behind(phrase.head));
        let Some(clause) = clause else {
            return (!one_of!(self.hash(i), "early" | "initial")).then(|| self.over_phrase(id));
        };
        let reach = self.over_clause(clause);
        // "according to preliminary reports, the bridge fell", "the bridge fell, according to preliminary reports"
        let behind = scope::trim(self.document, Extent::new(phrase.full.last, reach.scope.last.max(phrase.full.last)));
        let before = phrase.preposition.unwrap_or(i).max(reach.scope.first);
        let before = scope::trim(self.document, Extent::new(reach.scope.first, before));
        let scope = match () {
            _ if !reach.scope.contains(i) => reach.scope,
            _ if self.pos(phrase.full.last) == Some(Pos::Punct) && behind.first < behind.last => behind,
            _ if before.first < before.last && behind.first >= behind.last => before,
            _ => reach.scope,
        };
        Some(Reach { scope, ..reach })
    }
}
