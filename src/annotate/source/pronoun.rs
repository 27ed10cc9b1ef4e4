//! What pronouns stand for.

use super::{Document, Extent, FoundSource, Knowledge, PhraseId, Reader, SourceKind, Uses, one_of};
use crate::syntax::{ClauseKind, Link, Phrase};
use crate::tag::Pos;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pronoun {
    He,
    She,
    They,
    It,
    /// I, we, you, who, everybody ...
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sex {
    Male,
    Female,
}

impl Reader<'_> {
    pub(super) fn pronoun(&self, source: &FoundSource) -> Option<Pronoun> {
        (source.extent.last - source.extent.first == 1).then(|| self.pronoun_of(source.head)).flatten()
    }

    pub(super) fn pronoun_of(&self, head: u32) -> Option<Pronoun> {
        let hash = self.hash(head);
        Some(if one_of!(hash, "he" | "his" | "him" | "himself") {
            Pronoun::He
        } else if one_of!(hash, "she" | "her" | "herself") {
            Pronoun::She
        } else if one_of!(hash, "they" | "their" | "them") {
            Pronoun::They
        } else if one_of!(hash, "it" | "its") {
            Pronoun::It
        } else if one_of!(
            hash,
            "i" | "we"
                | "my"
                | "our"
                | "me"
                | "us"
                | "you"
                | "your"
                | "who"
                | "which"
                | "that"
                | "this"
                | "one"
                | "everyone"
                | "someone"
                | "many"
                | "some"
                | "most"
                | "others"
                | "all"
                | "those"
                | "both"
                | "few"
                | "these"
                | "everybody"
                | "somebody"
                | "nobody"
                | "anyone"
        ) {
            Pronoun::Other
        } else {
            return None;
        })
    }

    /// What a pronoun stands for: the nearest source before it that it can stand for, where nobody else stands between.
    pub(super) fn antecedent(
        &self,
        sources: &[FoundSource],
        here: usize,
        pronoun: Pronoun,
    ) -> Option<(usize, &'static str)> {
        if pronoun == Pronoun::Other {
            let phrase = relative_antecedent(self.document, sources[here].head)?;
            let head = self.document.syntax.phrase(phrase).head;
            let at = sources[..here].iter().rposition(|source| source.head == head)?;
            return Some((at, "source/relative"));
        }
        let sex = match pronoun {
            Pronoun::He => Some(Sex::Male),
            Pronoun::She => Some(Sex::Female),
            _ => None,
        };
        let shown = pronoun == Pronoun::It && self.is_shown(sources[here].head);
        for last in (here.saturating_sub(MOST_BETWEEN)..here).rev() {
            let candidate = &sources[last];
            // whom somebody means who is quoted, the text around the quotation does not say
            let quotation = |at: u32| self.document.syntax.quotation_at(at).map(|quotation| quotation.open);
            let quoted = quotation(sources[here].head);
            let apart = quoted != quotation(candidate.head);
            if apart && (quoted.is_none() || sex.is_none()) {
                continue;
            }
            if sources[here].extent.first.saturating_sub(candidate.extent.last) > FARTHEST {
                return None;
            }
            let root = candidate.refers_to.map_or(last, |root| root as usize);
            // "“I want to know,” she said": the speaker of the first person is looked for; "a video which it said showed"
            if root == here || one_of!(self.hash(candidate.head), "which" | "that") {
                continue;
            }
            let other_pronoun = self.pronoun(&sources[root]);
            if other_pronoun.is_some_and(|other| other != pronoun && other != Pronoun::Other) {
                continue;
            }
            // "WELLS: He says he is tired": nobody speaks so of himself
            let speaker = sources[here].spoken_by.map(|speaker| sources[speaker as usize].refers_to.unwrap_or(speaker));
            if speaker == Some(root as u32) || sex.is_some() && self.is_other_sex(&sources[..here], root, pronoun) {
                continue;
            }
            let fits = |source: &FoundSource| match pronoun {
                Pronoun::He | Pronoun::She => {
                    // "No one was hurt, he said"
                    matches!(source.kind, SourceKind::Person | SourceKind::Role)
                        && !one_of!(
                            self.hash(source.extent.first),
                            "no" | "none" | "each" | "every" | "any" | "neither"
                        )
                        && self.sex(source).is_none_or(|known| Some(known) == sex)
                }
                Pronoun::They => {
                    source.kind == SourceKind::Group
                        || source.kind == SourceKind::Organization && self.is_plural(source.head)
                }
                _ => {
                    // "each side" is no single one
                    let first = self.hash(source.extent.first);
                    let body = matches!(source.kind, SourceKind::Organization | SourceKind::Place);
                    let shows = matches!(source.kind, SourceKind::Document | SourceKind::Media);
                    (shows || body && !shown)
                        && !one_of!(first, "each" | "every" | "both" | "neither" | "either" | "no" | "any")
                }
            };
            let fits = fits(&sources[root]) && !self.is_overshadowed(sources, last, here, pronoun, fits);
            if !fits || other_pronoun == Some(Pronoun::Other) {
                continue;
            }
            // "the envoy, who told her that": who tells her is not she
            if sex.is_some() && self.acts_on(candidate.head, pronoun) {
                continue;
            }
            let safe = other_pronoun.is_none() && !self.rival_between(sources, root, last, here, pronoun);
            return safe.then_some((root, "source/pronoun"));
        }
        None
    }

    /// Whether somebody is "she" who right behind his name has been "he".
    fn is_other_sex(&self, before: &[FoundSource], root: usize, pronoun: Pronoun) -> bool {
        let next = before.get(root + 1).filter(|next| next.refers_to == Some(root as u32));
        let called = next.and_then(|next| self.pronoun(next));
        called.is_some_and(|other| matches!(other, Pronoun::He | Pronoun::She) && other != pronoun)
    }

    /// Whether whoever leads a clause does something to a "her" or a "him", who is somebody else.
    fn acts_on(&self, head: u32, pronoun: Pronoun) -> bool {
        let syntax = self.document.syntax;
        let Some(clause) = syntax.clause_of_word(head).map(|id| syntax.clause(id)) else { return false };
        let leads =
            clause.marker == Some(head) || clause.subject.is_some_and(|subject| syntax.phrase(subject).head == head);
        let object = clause.objects[0].map(|object| syntax.phrase(object).head);
        leads
            && object.is_some_and(|object| {
                !one_of!(self.hash(object), "himself" | "herself") && self.pronoun_of(object) == Some(pronoun)
            })
    }

    /// "The envoy met Mr Hale. She said": who is only mentioned stands behind whoever leads his sentence.
    fn is_overshadowed(
        &self,
        sources: &[FoundSource],
        at: usize,
        here: usize,
        pronoun: Pronoun,
        fits: impl Fn(&FoundSource) -> bool,
    ) -> bool {
        let syntax = self.document.syntax;
        let candidate = &sources[at];
        if candidate.speaks || self.leads(candidate.head) {
            return false;
        }
        let sentence = syntax.sentence_of_word(candidate.head);
        // "Hale said Mr Reyes was right when he called": in the same sentence a person may be anybody
        let apart = pronoun == Pronoun::It || syntax.sentence_of_word(sources[here].head) > sentence;
        let before = sources[..at].iter().rev().take_while(|source| syntax.sentence_of_word(source.head) == sentence);
        apart
            && before.into_iter().any(|source| match self.pronoun(source) {
                Some(other) => other == pronoun,
                None => self.leads(source.head) && fits(source),
            })
    }

    /// "It showed that": what a pronoun in front of such a verb stands for is something to look at.
    fn is_shown(&self, pronoun: u32) -> bool {
        let syntax = self.document.syntax;
        let phrase = syntax.phrase_of_word(pronoun).map(|id| syntax.phrase(id).link);
        let Some(Link::Subject(clause)) = phrase else { return false };
        let verb = syntax.clause(clause).verb().map_or(0, |verb| self.hash(verb));
        one_of!(verb, "show" | "shows" | "showed" | "shown" | "depict" | "depicts" | "depicted")
    }

    /// Whether the noun phrase around a word leads a clause.
    fn leads(&self, head: u32) -> bool {
        let syntax = self.document.syntax;
        syntax.phrase_of_word(head).is_some_and(|id| self.leads_clause(syntax.phrase(id)))
    }

    /// Whether a main clause between speaks of somebody else whom the pronoun could stand for.
    fn rival_between(&self, sources: &[FoundSource], root: usize, last: usize, here: usize, pronoun: Pronoun) -> bool {
        let mut between = Extent::new(sources[last].extent.last, sources[here].extent.first);
        // "The airline had cut flights, the union said. It expects": either
        let syntax = self.document.syntax;
        let report = syntax.clause_of_word(sources[last].head).map(|id| syntax.clause(id));
        if pronoun == Pronoun::It && report.is_some_and(|report| report.kind == ClauseKind::Parenthetical) {
            between.first = self.document.sentences[syntax.sentence_of_word(sources[last].head)].lexemes.start;
        }
        let itself = |phrase: &Phrase| sources[last].extent.contains(phrase.head);
        self.document.syntax.phrases_within(between).any(|(_, phrase)| {
            if !self.leads_clause(phrase) || itself(phrase) {
                return false;
            }
            let name = self.name(phrase.base, phrase.head);
            let alike = match pronoun {
                Pronoun::He | Pronoun::She => {
                    // "Her husband, she said": whose husband he is, is who speaks
                    let own = one_of!(self.hash(phrase.base.first), "her" | "his")
                        && self.pronoun_of(phrase.base.first) == Some(pronoun)
                        && syntax.sentence_of_word(phrase.head) == syntax.sentence_of_word(sources[here].head);
                    !own && self.is_personal(phrase.base, phrase.head, name)
                }
                Pronoun::They => {
                    self.kind(phrase.base, phrase.head, name) == SourceKind::Group || self.is_plural(phrase.head)
                }
                _ => {
                    let named = || {
                        let kind = self.kind(phrase.base, phrase.head, name);
                        name.is_some() && matches!(kind, SourceKind::Place | SourceKind::Organization)
                    };
                    self.uses(phrase.head).has(Uses::ORGANIZATION.or(Uses::MEDIA).or(Uses::COMPANY)) || named()
                }
            };
            let same = match (name, sources[root].name) {
                (Some(name), Some(known)) => self.hash(name.last - 1) == self.hash(known.last - 1),
                _ => false,
            };
            alike && !same
        })
    }

    /// A common noun in the plural: the authorities, police, rebels.
    fn is_plural(&self, head: u32) -> bool {
        self.document.words[head as usize].pos == Pos::Noun && self.ends_in_s(head)
    }

    /// Whether a noun phrase that is no pronoun is the subject of a main clause outside of quotations.
    pub(super) fn leads_clause(&self, phrase: &Phrase) -> bool {
        let clause = match phrase.link {
            Link::Subject(clause) => clause,
            // "Among them was Ada Hale"
            Link::Predicate(clause) if self.document.syntax.clause(clause).subject.is_none() => clause,
            _ => return false,
        };
        !phrase.pronoun
            && !phrase.time
            && matches!(self.document.syntax.clause(clause).kind, ClauseKind::Main | ClauseKind::Parenthetical)
            && self.document.syntax.quotation_at(phrase.head).is_none()
    }

    /// Whether a mention names a single person by name, office or otherwise, as far as the lists tell.
    pub(super) fn is_personal(&self, extent: Extent, head: u32, name: Option<Extent>) -> bool {
        let uses = self.uses(head);
        match name {
            Some(name) => match self.kind(extent, head, Some(name)) {
                SourceKind::Person => true,
                kind => kind == SourceKind::Role && !self.ends_in_s(head),
            },
            // "justice is slow": without an article it is no person
            None => {
                let bare = extent.first == head && !self.is_capital(head);
                uses.has(Uses::ROLE.or(Uses::PERSON)) && !self.ends_in_s(head) && !bare
            }
        }
    }

    pub(super) fn sex(&self, source: &FoundSource) -> Option<Sex> {
        self.sex_within(Extent::new(source.extent.first, source.extent.last.min(source.head + 8)))
    }

    pub(super) fn sex_within(&self, extent: Extent) -> Option<Sex> {
        for i in extent.first..extent.last {
            let uses = self.uses(i);
            if uses.has(Uses::MALE) && !uses.has(Uses::FEMALE) {
                return Some(Sex::Male);
            }
            if uses.has(Uses::FEMALE) && !uses.has(Uses::MALE) {
                return Some(Sex::Female);
            }
        }
        None
    }
}

/// The noun phrase that a relative clause belongs to, for the pronoun at its head: "the mayor, who said".
pub(in crate::annotate) fn relative_antecedent(document: &Document<'_>, pronoun: u32) -> Option<PhraseId> {
    let syntax = document.syntax;
    let clause = syntax.clause(syntax.clause_of_word(pronoun)?);
    let relative = clause.kind == ClauseKind::Relative && clause.marker == Some(pronoun);
    let phrase = syntax.phrase_of_word(clause.governor.filter(|_| relative)?)?;
    // "Heliomark, a firm that hopes to sell it"
    Some(match syntax.phrase(phrase).link {
        Link::Apposition(named) if named < phrase => named,
        _ => phrase,
    })
}

/// A pronoun reaches back over so many sources at most.
const MOST_BETWEEN: usize = 6;

/// What leads a sentence, the weightiest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Lead {
    One,
    Person,
    Author,
    Noun,
}

/// The subject of the main clause in front of a personal pronoun, where it can be meant: it need not have said anything so far.
pub(in crate::annotate) fn antecedent_of(
    document: &Document<'_>,
    pronoun: u32,
    knowledge: &Knowledge,
) -> Option<PhraseId> {
    let reader = Reader { document, knowledge };
    let sex = match reader.pronoun_of(pronoun)? {
        Pronoun::He => Sex::Male,
        Pronoun::She => Sex::Female,
        Pronoun::It => return reader.body_in_front(pronoun),
        Pronoun::They => return reader.group_in_front(pronoun),
        Pronoun::Other => return None,
    };
    let personal = |phrase: &Phrase| {
        let name = reader.name(phrase.full, phrase.head);
        reader.is_personal(phrase.full, phrase.head, name)
            && reader.sex_within(phrase.base).is_none_or(|known| known == sex)
    };
    let leading = reader.leading(pronoun, FARTHEST).find(|(_, phrase)| personal(phrase));
    let Some(before) = reader.sentence_in_front(pronoun) else { return leading.map(|(id, _)| id) };
    if leading.is_none_or(|(_, phrase)| phrase.head < before.first) {
        match reader.lead_of(before) {
            // "One, whose son is among the dead, sent it. He said": the one who leads it is meant
            Lead::One => return None,
            Lead::Person => {}
            lead => {
                // "the clinic was empty, a claim its director rejected. She said": the only one whom the sentence speaks of
                let mut near = document.syntax.phrases_back_from(before).filter(|(_, phrase)| {
                    let named =
                        !phrase.pronoun && !phrase.time && reader.uses(phrase.head).has(Uses::ROLE.or(Uses::PERSON));
                    let acts = match phrase.link {
                        Link::Subject(clause) => {
                            let clause = document.syntax.clause(clause);
                            clause.is_finite() && phrase.head < clause.extent.last
                        }
                        // "I spoke to the envoy. He said"
                        Link::Object(_) | Link::Oblique(_) => lead == Lead::Author,
                        _ => false,
                    };
                    named && acts && personal(phrase)
                });
                if let (Some((id, _)), None) = (near.next(), near.next()) {
                    return Some(id);
                }
            }
        }
    }
    leading.map(|(id, _)| id)
}

impl Reader<'_> {
    /// The noun phrases that lead the clauses in front of a word, the nearest first.
    fn leading(&self, word: u32, reach: u32) -> impl Iterator<Item = (PhraseId, &Phrase)> {
        let reach = Extent::new(word.saturating_sub(reach), word);
        self.document.syntax.phrases_back_from(reach).filter(|(_, phrase)| self.leads_clause(phrase))
    }

    /// Which pronoun leads a sentence.
    fn lead_of(&self, sentence: Extent) -> Lead {
        let leads = |phrase: &Phrase| matches!(phrase.link, Link::Subject(clause) if self.document.syntax.clause(clause).kind == ClauseKind::Main);
        let phrases = self.document.syntax.phrases_within(sentence).filter(|(_, phrase)| leads(phrase));
        let leads = phrases.map(|(_, phrase)| match self.hash(phrase.head) {
            word if one_of!(word, "one" | "another") => Lead::One,
            word if one_of!(word, "he" | "she" | "they") => Lead::Person,
            word if one_of!(word, "i" | "we") => Lead::Author,
            _ => Lead::Noun,
        });
        leads.min().unwrap_or(Lead::Noun)
    }

    /// The words of the sentence in front of that of a word, and of a quotation that its sentence opens with.
    fn sentence_in_front(&self, word: u32) -> Option<Extent> {
        let sentence = self.document.syntax.sentence_of_word(word).checked_sub(1)?;
        let lexemes = &self.document.sentences[sentence].lexemes;
        Some(Extent::new(lexemes.start, lexemes.end))
    }

    /// The body that "it" stands for; in front of a verb of showing, the writing or the picture.
    fn body_in_front(&self, pronoun: u32) -> Option<PhraseId> {
        let syntax = self.document.syntax;
        if syntax.quotation_at(pronoun).is_some() {
            return None;
        }
        if self.is_shown(pronoun) {
            let reach = Extent::new(pronoun.saturating_sub(NEAR / 2), pronoun);
            let mut shown = syntax.phrases_back_from(reach).filter(|(_, phrase)| {
                !phrase.pronoun && self.uses(phrase.head).has(Uses::DOCUMENT) && !self.is_plural(phrase.head)
            });
            return shown.next().map(|(id, _)| id);
        }
        const BODIES: Uses = Uses::ORGANIZATION.or(Uses::MEDIA).or(Uses::DOCUMENT).or(Uses::PLACE).or(Uses::COMPANY);
        let mut bodies = self.leading(pronoun, NEAR).filter(|&(id, phrase)| {
            let named = self.document.words[phrase.head as usize].pos == Pos::Propn;
            if !named && !self.uses(phrase.head).has(BODIES) || syntax.conjuncts(id).next().is_some() {
                return false;
            }
            let name = self.name(phrase.full, phrase.head);
            match self.kind(phrase.full, phrase.head, name) {
                SourceKind::Organization | SourceKind::Media | SourceKind::Document => !self.is_plural(phrase.head),
                SourceKind::Place => name.is_some(),
                SourceKind::Person => named && self.is_thing(phrase.head),
                _ => false,
            }
        });
        bodies.next().map(|(id, _)| id)
    }

    /// The people that "they" stands for.
    fn group_in_front(&self, pronoun: u32) -> Option<PhraseId> {
        if self.document.syntax.quotation_at(pronoun).is_some() {
            return None;
        }
        const PEOPLE: Uses = Uses::GROUP.or(Uses::ROLE).or(Uses::PERSON).or(Uses::ORGANIZATION);
        let mut groups = self.leading(pronoun, NEAR).filter(|(_, phrase)| {
            let name = self.name(phrase.full, phrase.head);
            let kind = self.kind(phrase.full, phrase.head, name);
            kind == SourceKind::Group || kind == SourceKind::Organization && self.is_plural(phrase.head)
        });
        // whom a plural that no list knows names may be things
        groups.next().filter(|(_, phrase)| self.uses(phrase.head).has(PEOPLE)).map(|(id, _)| id)
    }
}

/// "It" and "they" reach back over so many words to somebody who has not spoken.
const NEAR: u32 = 60;

/// A pronoun reaches back over so many words.
const FARTHEST: u32 = 120;
