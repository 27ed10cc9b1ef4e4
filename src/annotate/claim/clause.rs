//! Which clauses put something forward, and whether as a claim of the first rank.

use super::{Draft, Finder, LONGEST_ROW, is_sentence};
use crate::model::{Certainty, CueClass, EventKind};
use crate::sentence::SentenceKind;
use crate::syntax::{Clause, ClauseId, ClauseKind, Extent, GroupTense, Mood, VerbGroup, is_quote_mark, one_of};
use crate::tag::{Pos, VerbForm};
use crate::token::hash;

impl Finder<'_, '_> {
    /// The sentence ends in a question mark.
    pub(super) fn is_question(&self, sentence: usize) -> bool {
        let lexemes = &self.document.sentences[sentence].lexemes;
        let words = &self.document.words[lexemes.start as usize..lexemes.end as usize];
        words.iter().rev().find(|word| !is_quote_mark(word)).is_some_and(|word| word.hash == hash(b"?"))
    }

    /// "“How many more must die?” she asked": the question ends before its sentence does.
    pub(super) fn is_asked(&self, clause: &Clause) -> bool {
        let behind = self.document.words[clause.extent.last as usize..].iter();
        let inside = clause.extent.last.checked_sub(1).map(|last| &self.document.words[last as usize]);
        behind.take(1).chain(inside).any(|word| word.hash == hash(b"?"))
    }

    pub(super) fn clause_claim(&self, id: ClauseId, sentence: usize) -> Option<Draft> {
        let clause = self.document.syntax.clause(id);
        let attribution = self.holder(clause).and_then(|at| match self.is_presupposed(clause, at) {
            // "said she opposed the ban that was signed": who says so says that too
            true => self.holder(self.document.syntax.clause(self.attributions[at as usize].clause?)),
            false => Some(at),
        });
        let primary = match clause.kind {
            ClauseKind::Main | ClauseKind::That | ClauseKind::Bare => true,
            ClauseKind::Question if self.left_open_by(clause).is_none() && self.is_free_relative(clause) => {
                return None;
            }
            // "ruled out talks with what it calls a gang": the words for something
            ClauseKind::Question if self.names_behind_preposition(clause) => return None,
            // "will go on whether or not a deal is reached"
            ClauseKind::Question if self.concedes(clause) => return None,
            ClauseKind::Question => {
                self.is_content(id, attribution) || self.asks(clause).is_some() || self.leaves_open(clause)
            }
            ClauseKind::Infinitive | ClauseKind::Gerund => {
                // "described it as deeply worrying": the object is called so
                let called = || attribution.is_some_and(|at| self.names(&self.attributions[at as usize]));
                let asked = || self.is_asked_by_author(clause);
                if !self.is_content(id, attribution)
                    && !self.continues_frame(clause)
                    && !self.is_blamed(clause)
                    && !asked()
                    || self.tells_manner(clause)
                    || attribution.is_some_and(|at| self.completes_noun(clause, at))
                    // "longer than most had hoped to wait"
                    || clause.parent.map(|outer| self.document.syntax.clause(outer)).is_some_and(|outer| {
                        outer.kind == ClauseKind::Bare && outer.marker.is_some() && self.compares(outer)
                    })
                    || called()
                {
                    return None;
                }
                !self.is_told_in_passing(clause)
            }
            ClauseKind::Parenthetical => {
                if self.reports[id as usize] || !self.asserts_in_passing(id, clause) {
                    return None;
                }
                false
            }
            // "which the firm says is safe"
            // "told cheering supporters that they had won", "the version that shots were fired", where the clause is taken for one
            // of theirs
            ClauseKind::Relative
                if attribution.is_some_and(|at| {
                    matches!(&*self.attributions[at as usize].rule, "attribution/verb-that" | "attribution/noun-that")
                }) && clause.subject.is_some()
                    && self.is_content(id, attribution) =>
            {
                true
            }
            ClauseKind::Relative if self.is_reported_within(clause, attribution) => false,
            ClauseKind::Relative | ClauseKind::Participle | ClauseKind::Adverbial => {
                if self.is_condition(clause)
                    || self.lies_ahead(clause)
                    || !self.asserts_in_passing(id, clause)
                    || self.completes_frame(clause)
                    || self.tells_purpose(clause)
                    || self.tells_of_anybody(clause)
                    || self.only_includes(clause)
                    || self.names_deed(clause)
                    || self.names_those(clause)
                    || self.spells_out_cue(clause)
                {
                    return None;
                }
                false
            }
        };
        // "Why the dam broke": a question without its mark, as in headings
        let wh = |marker: u32| {
            one_of!(
                self.document.words[marker as usize].hash,
                "what" | "who" | "whom" | "whose" | "which" | "why" | "how" | "where"
            )
        };
        let asks = clause.kind == ClauseKind::Main && clause.marker.is_some_and(wh) && clause.conjunct_of.is_none();
        if self.is_asked(clause) || asks || self.is_whoever(clause) {
            return None;
        }
        // "if the firm drops its plan to close the pit": nothing is put forward under a condition
        if self.is_under_condition(id) {
            return None;
        }
        let stands_for = self.headline_infinitive(id, clause, sentence);
        if clause.group.is_none() && stands_for.is_none() && !self.is_event_heading(id, clause, sentence)
            || self.merges_left(clause)
        {
            return None;
        }
        if self.thanks(clause) || self.leads_list(clause) {
            return None;
        }
        let heading = self.document.sentences[sentence].kind == SentenceKind::Heading;
        if self.is_command(clause)
            && !(heading && self.asserts_in_passing(id, clause))
            && !self.is_listed_ahead(sentence)
            || self.is_report(id) && !self.is_speech_act(id)
        {
            return None;
        }
        let primary_question = clause.kind == ClauseKind::Question && primary;
        let beside = self.beside_reported(clause, attribution);
        let attribution = beside.unwrap_or(attribution);
        // a complement that nobody reports belongs to the clause it completes
        if matches!(clause.kind, ClauseKind::That | ClauseKind::Bare | ClauseKind::Question)
            && clause.parent.is_some()
            && !primary_question
            && beside.is_none()
            && !self.is_content(id, attribution)
            && self.author_frame(clause).is_none()
        {
            // "to ensure the bridge holds" says nothing of the bridge
            if clause.kind != ClauseKind::Bare || self.compares(clause) || clause.governor.is_some() {
                return None;
            }
        }
        let content = self.content(id, clause, attribution);
        // "“Is it safe?” asked the mayor"
        let asked =
            |piece: &Extent| self.document.words.get(piece.last as usize).is_some_and(|word| word.hash == hash(b"?"));
        (!content.is_empty() && !content.iter().any(asked)).then(|| Draft {
            subject: self.subject_outside(clause, &content),
            content,
            sentence: sentence as u32,
            primary,
            attribution,
            clause: stands_for.or(Some(id)),
        })
    }

    /// "said it was a mistake and backed the plan": who holds a verb that stands beside what is reported where the content ends
    /// before it. In the tense of the report it is a deed of who reports, in another it is reported too.
    fn beside_reported(&self, clause: &Clause, holder: Option<u32>) -> Option<Option<u32>> {
        let left = clause.conjunct_of.filter(|_| clause.parent.is_some())?;
        let reported = self.holder(self.document.syntax.clause(left));
        let report = reported.map(|at| &self.attributions[at as usize]).filter(|_| reported != holder)?;
        // "reports that the army had entered and raised its flag": nobody but the reports is there to raise it
        let before =
            |back: u32| clause.extent.first.checked_sub(back).map_or(0, |at| self.document.words[at as usize].hash);
        let joined = one_of!(before(1), "and" | "or") && !one_of!(before(2), ",");
        if joined
            && report.clause.is_none()
            && report.rule == "attribution/noun-that"
            && self.is_content(left, reported)
        {
            return Some(reported);
        }
        let report = self.document.syntax.clause(report.clause.filter(|_| self.is_content(left, reported))?);
        if !clause.shared_subject {
            // "said that it was closed; that it was sold": another part of the same report
            if clause.marker.is_some_and(|marker| self.document.words[marker as usize].hash == hash(b"that")) {
                return Some(reported);
            }
            // "cites figures showing that 40 died, and it lists them": where the content ended, a clause of its own
            let reduced = report.kind == ClauseKind::Participle && !report.set_off;
            // "said that the road was mined, and he urged the drivers to turn back"
            let pronoun = clause.subject.is_some_and(|subject| {
                let subject = self.document.syntax.phrase(subject).head as usize;
                one_of!(self.document.words[subject].hash, "he" | "she" | "it" | "they" | "i" | "we")
            });
            return (reduced || pronoun && one_of!(before(2), ",")).then_some(holder);
        }
        let report = report.group?;
        let group = clause.group?;
        let same = group.mood == report.mood && group.tense == report.tense && group.perfect == report.perfect;
        Some(if same && group.modal.is_none() { holder } else { reported })
    }

    /// "condemned the raid that killed ten", "must respect the truce that was signed": what the author says in passing of that
    /// which somebody judges, asks for or feels something about.
    fn is_presupposed(&self, clause: &Clause, holder: u32) -> bool {
        let attribution = &self.attributions[holder as usize];
        // "fear that the man, who was seized on Monday, is dead"
        let aside = clause.kind == ClauseKind::Relative && clause.set_off && clause.is_finite();
        if aside && attribution.clause.is_some() && attribution.certainty < Certainty::Certain {
            return true;
        }
        // "asked the army to protect its boats, two of which were looted in May"
        let asked =
            || matches!(&*attribution.rule, "attribution/verb-object-infinitive" | "attribution/verb-infinitive");
        if clause.kind == ClauseKind::Relative && clause.set_off && clause.is_finite() && asked() {
            return true;
        }
        matches!(clause.kind, ClauseKind::Relative | ClauseKind::Participle)
            && attribution.clause.is_some()
            && (self.cue_is(attribution, self.classes.act) || !self.cue_is(attribution, self.classes.report))
            && !is_sentence(attribution)
            && !self.has_clause(attribution)
    }

    /// "What we see may be the start": a clause that is the subject of the verb behind it names something, unless it leaves open
    /// whether it is so.
    pub(super) fn is_free_relative(&self, clause: &Clause) -> bool {
        let words = self.document.words;
        let wh = clause.marker.is_some_and(|marker| !one_of!(words[marker as usize].hash, "whether" | "if"));
        let outer = clause.parent.and_then(|outer| self.document.syntax.clause(outer).group).filter(|_| wh);
        // "Contrary to what he said, the dam was"
        let behind_preposition = clause.marker.is_some_and(|marker| marker > clause.extent.first);
        outer.is_some_and(|outer| {
            outer.mood == Mood::Finite
                && (outer.extent.first == clause.extent.last
                    || behind_preposition && outer.extent.first > clause.extent.last)
        })
    }

    fn names_behind_preposition(&self, question: &Clause) -> bool {
        question.marker.is_some_and(|marker| {
            let words = self.document.words;
            marker > 0
                && one_of!(words[marker as usize].hash, "what" | "whatever")
                && one_of!(
                    words[marker as usize - 1].hash,
                    "with" | "by" | "against" | "in" | "from" | "at" | "for" | "of"
                )
        })
    }

    /// "whether or not" behind a verb that asks nothing.
    fn concedes(&self, question: &Clause) -> bool {
        let words = self.document.words;
        let Some(marker) = question.marker else { return false };
        let both = one_of!(words[marker as usize].hash, "whether") && self.or_not_behind(marker);
        both && question.governor.is_some_and(|governor| {
            governor + 1 < marker
                && words[governor as usize].pos == Pos::Verb
                && self
                    .classes
                    .question
                    .is_some_and(|class| !self.document.lexicon.has_word(&words[governor as usize], class))
        })
    }

    /// "longer than most had hoped": what something is compared with is not put forward.
    pub(super) fn compares(&self, clause: &Clause) -> bool {
        let words = self.document.words;
        let than = |at: u32| at.checked_sub(1).is_some_and(|at| one_of!(words[at as usize].hash, "than"));
        let first = clause.extent.first;
        let before = first.checked_sub(1).and_then(|at| self.document.syntax.phrase_of_word(at));
        than(first + 1)
            || than(first)
            || before.is_some_and(|phrase| than(self.document.syntax.phrase(phrase).base.first))
    }

    /// The first of the clauses that one is coordinated with.
    pub(super) fn first_of_row<'c>(&'c self, clause: &'c Clause) -> &'c Clause {
        let left = |clause: &&'c Clause| clause.conjunct_of.map(|left| self.document.syntax.clause(left));
        std::iter::successors(Some(clause), left).take(LONGEST_ROW + 1).last().unwrap_or(clause)
    }

    /// Whether the clause is what its attribution's source puts forward, rather than a part inside it.
    pub(super) fn is_content(&self, id: ClauseId, attribution: Option<u32>) -> bool {
        let Some(attribution) = attribution.map(|at| &self.attributions[at as usize]) else { return false };
        // a coordinated clause is one where the first of its row is
        let clause = self.first_of_row(self.document.syntax.clause(id));
        // "is aware that it is closed, that it is sold": what the adjective is said of is the subject of a copula
        let told = || {
            clause.kind == ClauseKind::That
                && attribution.rule == "attribution/adjective"
                && clause.parent.is_some()
                && clause.parent == attribution.clause
        };
        let governed_by_cue = attribution.head.is_some() && clause.governor == attribution.head || told();
        let starts = attribution.content.iter().any(|piece| {
            let start = self.skip_openers(piece.first, piece.last);
            clause.extent.first >= piece.first.saturating_sub(1) && clause.extent.first <= start
        });
        governed_by_cue || starts
    }

    /// The content that a report inside a relative clause puts forward begins with the verb of the clause, or with its subject:
    /// "a raid in which, doctors said, nine people died".
    pub(super) fn is_reported_within(&self, relative: &Clause, attribution: Option<u32>) -> bool {
        let content = attribution.map(|at| &self.attributions[at as usize].content);
        let subject = relative.subject.map(|subject| self.document.syntax.phrase(subject).base.first);
        relative.group.zip(content).is_some_and(|(group, content)| {
            content.iter().any(|piece| {
                piece.first == group.extent.first || subject == Some(piece.first) && subject > relative.marker
            })
        })
    }

    /// "said the officer, without giving a name": how or when something is done is no content by itself.
    pub(super) fn tells_manner(&self, clause: &Clause) -> bool {
        clause.kind == ClauseKind::Gerund
            && clause.marker.is_some_and(|marker| {
                let preposition = self.document.words[marker as usize].hash;
                one_of!(preposition, "without" | "by" | "before" | "after" | "since" | "upon" | "despite" | "instead")
            })
    }

    /// The clause's own verb, or a noun outside its dependent clauses, is a typed event.
    pub(super) fn asserts_in_passing(&self, id: ClauseId, clause: &Clause) -> bool {
        let verb = clause.verb();
        self.events_in(clause.extent).iter().any(|event| {
            event.kind != EventKind::Other
                && (Some(event.head) == verb || self.document.syntax.clause_of_word(event.head) == Some(id))
        })
    }

    /// "vetoed a plan to renew it", "welcomed the decision to open it": what the noun behind the cue is about.
    fn completes_noun(&self, infinitive: &Clause, holder: u32) -> bool {
        let attribution = &self.attributions[holder as usize];
        infinitive.kind == ClauseKind::Infinitive
            && matches!(attribution.rule.as_str(), "attribution/verb-object" | "attribution/verb-object-weak")
    }

    /// "and by whomever it is used", "by whomsoever committed": whoever it may be.
    fn is_whoever(&self, clause: &Clause) -> bool {
        let opens = clause.extent.range().take(2).map(|at| self.document.words[at].hash);
        clause.kind == ClauseKind::Main
            && clause.conjunct_of.is_some()
            && opens.into_iter().any(|hash| one_of!(hash, "whomever" | "whomsoever" | "whoever" | "whosoever"))
    }

    /// "will boycott the talks until they are freed": in the present, what is to be before something that lies ahead.
    fn lies_ahead(&self, clause: &Clause) -> bool {
        let outer = clause.parent.filter(|_| clause.kind == ClauseKind::Adverbial);
        let outer = outer.and_then(|outer| self.document.syntax.clause(outer).group);
        let present = clause.group.is_some_and(|group| group.tense == GroupTense::Present);
        present
            && outer.is_some_and(|outer| outer.tense == GroupTense::Future || outer.modal.is_some())
            && clause.marker.is_some_and(|marker| {
                one_of!(self.document.words[marker as usize].hash, "until" | "till" | "once" | "whenever")
            })
    }

    /// ", including in the use of bombs": no more than a preposition.
    fn only_includes(&self, clause: &Clause) -> bool {
        let first = self.document.words[clause.extent.first as usize].hash;
        clause.kind == ClauseKind::Participle
            && one_of!(first, "including" | "excluding" | "following" | "regarding" | "concerning")
    }

    /// "Some of those detained are ill": a participle alone tells who they are.
    fn names_those(&self, clause: &Clause) -> bool {
        let words = self.document.words;
        clause.kind == ClauseKind::Participle
            && clause.extent.last == clause.extent.first + 1
            && clause.governor.is_some_and(|governor| one_of!(words[governor as usize].hash, "those"))
    }

    /// "Bombing a clinic is a crime": an -ing form that is the subject of the verb behind it says of nobody that he does it.
    fn names_deed(&self, clause: &Clause) -> bool {
        let gerund = clause.group.is_some_and(|group| group.mood == Mood::Gerund);
        let outer =
            clause.parent.filter(|_| gerund && clause.subject.is_none() && clause.kind == ClauseKind::Participle);
        outer.map(|outer| self.document.syntax.clause(outer)).is_some_and(|outer| {
            outer.subject.is_none()
                && outer.extent.first <= clause.extent.first
                && outer.group.is_some_and(|verb| verb.mood == Mood::Finite && verb.extent.first == clause.extent.last)
        })
    }

    /// "a raid, which is said to have killed nine": told of in a relative clause.
    fn is_told_in_passing(&self, infinitive: &Clause) -> bool {
        let outer = infinitive.parent.map(|outer| self.document.syntax.clause(outer));
        outer.is_some_and(|outer| outer.kind == ClauseKind::Relative) && self.is_told_of_somebody(infinitive)
    }

    pub(super) fn is_condition(&self, clause: &Clause) -> bool {
        // "unless and until the rain stops"
        let left = clause.conjunct_of.map(|left| self.document.syntax.clause(left)).filter(|left| left.group.is_none());
        [Some(clause), left].into_iter().flatten().filter_map(|clause| clause.marker).any(|marker| {
            one_of!(
                self.document.words[marker as usize].hash,
                "if" | "unless" | "provided" | "providing" | "assuming" | "lest"
            )
        })
    }

    /// "so that aid can reach the town"
    fn tells_purpose(&self, clause: &Clause) -> bool {
        clause.marker.is_some_and(|marker| {
            let words = self.document.words;
            clause.kind == ClauseKind::Adverbial
                && one_of!(words[marker as usize].hash, "so")
                && words.get(marker as usize + 1).is_some_and(|that| one_of!(that.hash, "that"))
        }) && clause.group.is_some_and(|group| group.modal.is_some())
    }

    /// "anyone who attacks it will be punished": whether somebody does nobody says.
    fn tells_of_anybody(&self, clause: &Clause) -> bool {
        let syntax = self.document.syntax;
        // "a reward for information leading to his arrest": nobody has been arrested
        let hash = |at: u32| self.document.words[at as usize].hash;
        if clause.verb().is_some_and(|verb| one_of!(hash(verb), "leading" | "leads" | "lead"))
            && clause
                .governor
                .is_some_and(|noun| one_of!(hash(noun), "information" | "tips" | "evidence" | "intelligence"))
        {
            return true;
        }
        let noun = clause.governor.filter(|_| clause.kind == ClauseKind::Relative);
        noun.and_then(|noun| syntax.phrase_of_word(noun)).map(|id| syntax.phrase(id)).is_some_and(|phrase| {
            let first = self.document.words[phrase.base.first as usize].hash;
            let present = clause.group.is_some_and(|group| group.tense == GroupTense::Present && !group.perfect);
            let outer = clause.parent.and_then(|outer| syntax.clause(outer).group);
            present
                && (one_of!(first, "anyone" | "anybody" | "any" | "anything" | "whoever")
                    || one_of!(first, "those" | "all" | "everyone" | "every")
                        && outer.is_some_and(|outer| outer.modal.is_some() || outer.tense == GroupTense::Future))
        })
    }

    /// "There are few signs that the rebels will leave": what the noun of a cue says is no claim beside it.
    fn spells_out_cue(&self, clause: &Clause) -> bool {
        let that = |marker: u32| one_of!(self.document.words[marker as usize].hash, "that");
        let noun =
            clause.governor.filter(|&noun| clause.marker.is_some_and(|marker| that(marker) && marker == noun + 1));
        noun.filter(|_| clause.kind == ClauseKind::Relative && !clause.set_off).is_some_and(|noun| {
            let from = self.cues.partition_point(|cue| cue.extent.first + 3 < noun);
            let near = self.cues[from..].iter().take_while(|cue| cue.extent.first <= noun);
            near.into_iter().any(|cue| cue.class == CueClass::Evidential && cue.extent.contains(noun))
        })
    }

    /// Whether a clause is a condition or lies within one.
    pub(super) fn stands_under_condition(&self, id: ClauseId) -> bool {
        let clause = self.document.syntax.clause(id);
        clause.kind == ClauseKind::Adverbial && self.is_condition(clause) || self.is_under_condition(id)
    }

    /// Whether a clause lies within a condition.
    fn is_under_condition(&self, id: ClauseId) -> bool {
        let mut around = self.document.syntax.ancestors(id);
        around.any(|(_, outer)| outer.kind == ClauseKind::Adverbial && self.is_condition(outer))
    }

    pub(super) fn is_command(&self, clause: &Clause) -> bool {
        // "For more information, visit the website"
        let words = self.document.words;
        let fronted = |group: VerbGroup| {
            let verb = &words[group.head as usize];
            let before = words[clause.extent.first as usize..group.head as usize].iter().rev();
            let comma = before.map(|word| word.hash).find(|&hash| !one_of!(hash, "please"));
            group.extent.first == group.head
                && group.mood == Mood::Finite
                && verb.pos == Pos::Verb
                && matches!(verb.form, VerbForm::Base | VerbForm::Present)
                && !self.document.text[..verb.end as usize].ends_with('s')
                && comma == Some(hash(b","))
                && one_of!(words[clause.extent.first as usize].hash, "for" | "to")
        };
        clause.subject.is_none()
            && clause.group.is_some_and(|group| group.mood == Mood::Bare || fronted(group))
            && matches!(clause.kind, ClauseKind::Main | ClauseKind::Bare)
    }

    /// "With this grant, the fund will:" is put forward by the items of its list.
    fn leads_list(&self, clause: &Clause) -> bool {
        let words = self.document.words;
        clause.group.is_some_and(|group| {
            group.modal == Some(group.head)
                && clause.extent.last == group.extent.last
                && words.get(clause.extent.last as usize).is_some_and(|sign| sign.hash == hash(b":"))
        })
    }

    /// "the fund will: - repair two wells": whether the sentence is an item of a list that a modal leads to.
    pub(super) fn is_listed_ahead(&self, sentence: usize) -> bool {
        const LONGEST: usize = 24;
        let sentences = self.document.sentences;
        if sentences[sentence].kind != SentenceKind::ListItem {
            return false;
        }
        let lead = sentences[..sentence].iter().rev().take(LONGEST).find(|lead| lead.kind != SentenceKind::ListItem);
        lead.is_some_and(|lead| {
            let words = &self.document.words[lead.lexemes.start as usize..lead.lexemes.end as usize];
            let [.., modal, sign] = words else { return false };
            sign.hash == hash(b":") && one_of!(modal.hash, "will" | "shall" | "must" | "should" | "to")
        })
    }

    /// "Thank you, Mr President, and thank you all for coming": no more than a greeting.
    fn thanks(&self, clause: &Clause) -> bool {
        let words = self.document.words;
        clause.group.is_some_and(|group| {
            let first = group.extent.first as usize;
            one_of!(words[first].hash, "thank")
                && words.get(first + 1).is_some_and(|you| one_of!(you.hash, "you"))
                && (first == 0 || matches!(words[first - 1].pos, Pos::Punct | Pos::Cconj))
        })
    }

    /// "Rebels capture town": headlines tell what has happened in the present.
    pub(super) fn is_headline_present(&self, draft: &Draft) -> bool {
        let heading = self.document.sentences[draft.sentence as usize].kind == SentenceKind::Heading;
        let group = draft.clause.and_then(|id| self.document.syntax.clause(id).group);
        heading
            && group.is_some_and(|group| !group.copula && !group.progressive && !group.perfect && group.modal.is_none())
    }

    /// "Company to cut jobs": a headline whose infinitive stands for a future.
    pub(super) fn headline_infinitive(&self, id: ClauseId, clause: &Clause, sentence: usize) -> Option<ClauseId> {
        let heading = self.document.sentences[sentence].kind == SentenceKind::Heading;
        if !heading || clause.group.is_some() || clause.subject.is_none() || clause.kind != ClauseKind::Main {
            return None;
        }
        let syntax = self.document.syntax;
        // "Mayor under fire over plan to close pool": an infinitive that another noun takes
        let of_other = |child: &Clause| {
            let governor = child.governor.and_then(|governor| syntax.phrase_of_word(governor));
            governor.is_some_and(|governor| {
                let preposition = syntax.phrase(governor).preposition.map(|at| self.document.words[at as usize].hash);
                preposition.is_some_and(|preposition| one_of!(preposition, "over" | "on" | "about" | "for" | "after"))
            })
        };
        let mut infinitives = syntax.children(id).filter(|(_, child)| child.kind == ClauseKind::Infinitive);
        infinitives.find(|(_, child)| !of_other(child)).map(|(child, _)| child)
    }

    /// A heading or fragment without a verb is put forward where its head is an event noun.
    pub(super) fn is_event_heading(&self, id: ClauseId, clause: &Clause, sentence: usize) -> bool {
        let heading = self.document.sentences[sentence].kind == SentenceKind::Heading;
        // "Coast unrest: plea for release of hostages" is about the plea
        let label = || {
            let colon =
                self.document.words.get(clause.extent.last as usize).is_some_and(|word| word.hash == hash(b":"));
            colon && {
                let last = self.document.sentences[sentence].lexemes.end;
                const SHORTEST: u32 = 4;
                let behind = self.events_in(Extent::new(clause.extent.last, last));
                let acts = || {
                    let words = &self.document.words[clause.extent.last as usize..last as usize];
                    last - clause.extent.last > SHORTEST && words.iter().any(|word| word.pos == Pos::Verb)
                };
                behind.iter().any(|event| event.kind != EventKind::Other) || acts()
            }
        };
        heading
            && matches!(clause.kind, ClauseKind::Main)
            && self.asserts_in_passing(id, clause)
            && !label()
            && !self.names_text(clause)
    }

    /// "Statement by the minister on the raid", "Joint declaration on the siege": a heading that tells what kind of text stands below it.
    fn names_text(&self, clause: &Clause) -> bool {
        let syntax = self.document.syntax;
        let names = |word: u64| {
            one_of!(
                word,
                "statement"
                    | "statements"
                    | "declaration"
                    | "communique"
                    | "communiqué"
                    | "remarks"
                    | "release"
                    | "comments"
                    | "speech"
                    | "address"
                    | "briefing"
                    | "message"
                    | "update"
                    | "transcript"
                    | "conclusions"
                    | "factsheet"
                    | "letter"
            )
        };
        let first = clause.subject.or_else(|| syntax.phrase_of_word(clause.extent.first));
        let first = first.map(|phrase| self.document.words[syntax.phrase(phrase).head as usize].hash);
        // "Monthly Civilian Casualty Report", "Chemical weapons, written statement"
        let last = clause.extent.last.checked_sub(1).map_or(0, |last| self.document.words[last as usize].hash);
        first.is_some_and(names) || names(last) || one_of!(last, "report")
    }
}
