//! Coordinated clauses: which open clause a conjunct belongs to, and where that one ends.

use super::*;
use crate::syntax::one_of;
use crate::syntax::word::is_possessive_pronoun;

impl Parser<'_> {
    /// "a raid that killed nine people, including two nurses, and injured others": behind examples of what the verb of a relative
    /// clause acts on, another verb of it.
    pub(super) fn goes_on_behind_examples(&self, left: ClauseId, group: VerbGroup) -> bool {
        const LONGEST: u32 = 12;
        let left = self.clause(left);
        let plain = |group: VerbGroup| group.extent.first == group.head && group.tense == GroupTense::Past;
        let related = left.kind == ClauseKind::Relative && !left.set_off && left.objects[0].is_some();
        if !related || !plain(group) || !left.group.is_some_and(plain) {
            return false;
        }
        let Some(comma) = self.conjunction.and_then(|word| word.checked_sub(1)) else { return false };
        let is_comma = |&at: &u32| function!(self.words[at as usize].function, ",");
        let opens = (comma.saturating_sub(LONGEST)..comma).rev().find(is_comma).filter(|_| is_comma(&comma));
        opens.is_some_and(|at| one_of!(self.words[at as usize + 1].hash, "including" | "notably" | "among"))
    }

    /// "came after a week in which rebels ringed the town, cut its roads and shelled it": a row of verbs in a relative clause that tells
    /// when or where, with a subject of its own, behind a verb without an object.
    pub(super) fn goes_on_in_setting(&self, left: ClauseId, group: VerbGroup) -> bool {
        let left = self.clause(left);
        let plain = |group: VerbGroup| group.extent.first == group.head && group.modal.is_none();
        let setting = left.marker.is_some_and(|marker| {
            left.kind == ClauseKind::Relative
                && (marker > left.extent.first || left.conjunct_of.is_some())
                && one_of!(self.words[marker as usize].hash, "which")
        });
        setting
            && !left.set_off
            && left.subject.is_some()
            && left.group.is_some_and(plain)
            && plain(group)
            && left.parent.is_some_and(|outer| {
                let outer = self.clause(outer);
                outer.is_finite() && outer.objects[0].is_none()
            })
    }

    /// The verb group at chunk `k` as what its left conjunct makes of it: "was unfair and politically motivated" shares "was",
    /// "seized and beat two men" is past.
    pub(super) fn beside(&self, left: ClauseId, k: usize, group: VerbGroup) -> VerbGroup {
        let clause = self.clause(left);
        let Some(left) = clause.group.filter(|left| left.mood == Mood::Finite) else { return group };
        let head = &self.words[group.head as usize];
        if left.copula && clause.predicate.is_some() && self.may_be_participle(group) && self.lacks_object(k) {
            return VerbGroup { tense: left.tense, modal: left.modal, passive: true, ..group };
        }
        // "must be frozen and reported to the bank"
        if left.passive && left.tense != GroupTense::Past && group.extent.first == group.head {
            let past = group.tense == GroupTense::Past && self.may_be_participle(group) && !self.object_behind(k);
            if past && !self.grammar.takes_nothing(head) {
                return VerbGroup { tense: left.tense, modal: left.modal, passive: true, ..group };
            }
        }
        let bare = group.extent.first == group.head && group.tense == GroupTense::Present && !head.is_third_person();
        if bare && (left.tense == GroupTense::Past || left.perfect) && self.grammar.is_unchanged(head) {
            return VerbGroup { tense: left.tense, perfect: left.perfect, ..group };
        }
        group
    }

    /// "recommends that the council act": the present of a singular subject without its ending.
    pub(super) fn is_bare_for_finite(&self, id: ClauseId) -> bool {
        let clause = self.clause(id);
        let (Some(group), Some(subject)) = (clause.group, clause.subject) else { return false };
        let subject = &self.words[self.syntax.phrases[subject as usize].head as usize];
        let verb = &self.words[group.head as usize];
        clause.kind == ClauseKind::That
            && group.extent.first == group.head
            && group.tense == GroupTense::Present
            && !verb.is_third_person()
            && matches!(subject.pos, Pos::Noun | Pos::Propn)
            && !subject.is_plural()
    }

    /// Whether a verb goes with the subject of a clause in number.
    pub(super) fn agrees(&self, clause: &Clause, group: VerbGroup) -> bool {
        let first = &self.words[group.extent.first as usize];
        let Some(subject) = clause.subject.filter(|_| group.mood == Mood::Finite) else { return true };
        let subject = &self.syntax.phrases[subject as usize];
        let head = &self.words[subject.head as usize];
        if first.is_third_person() {
            !head.is_plural() && !function!(head.function, "they" | "we" | "these" | "those")
        } else if first.goes_with_plural() {
            !function!(head.function, "he" | "she" | "it" | "this")
        } else {
            true
        }
    }

    /// The innermost finite clause that fits around a relative clause with a verb that a comma has opened, behind another comma.
    pub(super) fn beyond_set_off(&self, fits: impl Fn(&Clause) -> bool) -> Option<ClauseId> {
        if !self.comma || self.conjunction.is_none() {
            return None;
        }
        let floor = self.floor().max(1);
        let relative = (floor..self.stack.len()).find(|&depth| {
            let clause = self.clause(self.stack[depth]);
            clause.kind == ClauseKind::Relative && clause.set_off && clause.is_finite()
        })?;
        let outer = self.stack[floor - 1..relative].iter().rev();
        outer.copied().find(|&id| self.clause(id).is_finite() && fits(self.clause(id)))
    }

    /// "says its raids are aimed at depots and has denied hitting homes": behind a report in the present, what has been denied or
    /// admitted is a second report, unless what is reported is said of a pronoun.
    pub(super) fn reports_again(&self, group: VerbGroup) -> Option<ClauseId> {
        let head = &self.words[group.head as usize];
        if !group.perfect || group.tense != GroupTense::Present || !self.grammar.takes_clause(head) {
            return None;
        }
        if !self.grammar.takes_statement(head) && !self.grammar.quotative(head) {
            return None;
        }
        let report = self.outermost();
        let clause = self.clause(report);
        let says = clause.kind == ClauseKind::Main
            && clause.group.is_some_and(|verb| {
                verb.extent.first == verb.head
                    && verb.tense == GroupTense::Present
                    && self.grammar.quotative(&self.words[verb.head as usize])
            });
        let told = self.stack.iter().map(|&id| self.clause(id)).find(|inner| inner.parent == Some(report))?;
        let pronoun = told.subject.is_some_and(|subject| self.is_nominative(subject));
        (says && matches!(told.kind, ClauseKind::That | ClauseKind::Bare) && !pronoun).then_some(report)
    }

    /// "denied that the road was closed and accused the rebels": whether the verb rather is a second one of the speaker.
    pub(super) fn accuses(&self, left: ClauseId, group: VerbGroup) -> bool {
        let left = self.clause(left);
        let verb = &self.words[group.head as usize];
        // "would not say how many had fallen but said that"
        let asks = left.kind == ClauseKind::Question && left.parent.is_some();
        if asks {
            return group.extent.first == group.head && self.insists(left, group);
        }
        matches!(left.kind, ClauseKind::That | ClauseKind::Bare)
            && group.extent.first == group.head
            && (self.insists(left, group)
                || self.urges(left, group)
                || self.answers(left, group)
                || self.grammar.takes_of(verb)
                || left.is_passive() && (self.grammar.takes_clause(verb) || self.grammar.takes_control_oblique(verb)))
    }

    /// "denied that its men were there and blamed rebels": who denies something lays it to somebody else.
    pub(super) fn blames(&self, left: &Clause, group: VerbGroup) -> bool {
        let denies = left.governor.map_or(0, |governor| self.words[governor as usize].hash);
        one_of!(self.words[group.head as usize].hash, "blamed" | "blames" | "blame")
            && one_of!(denies, "denied" | "denies" | "deny" | "rejected" | "rejects" | "disputed" | "disputes")
    }

    /// "explained the measures it had taken and said": a report in the tense of the clause around a relative clause whose object
    /// is told of, and which tells of what came before.
    pub(super) fn speaks_beyond(&self, relative: &Clause, group: VerbGroup) -> Option<ClauseId> {
        let before = relative.group.is_some_and(|left| left.perfect && left.tense == GroupTense::Past);
        if relative.kind != ClauseKind::Relative
            || !before
            || relative.subject.is_none()
            || group.extent.first != group.head
            || group.tense != GroupTense::Past
            || !self.grammar.quotative(&self.words[group.head as usize])
        {
            return None;
        }
        let outer = relative.parent.filter(|outer| self.stack.contains(outer))?;
        let plain = |left: VerbGroup| left.tense == GroupTense::Past && !left.perfect && left.mood == Mood::Finite;
        self.clause(outer).group.is_some_and(plain).then_some(outer)
    }

    /// "charged a man with planning the raid in which a guard died and said he had confessed": a report behind a relative clause
    /// that tells of no report and where or in what something happened.
    pub(super) fn speaks_beyond_setting(&self, relative: &Clause, group: VerbGroup) -> Option<ClauseId> {
        if relative.kind != ClauseKind::Relative || relative.subject.is_none() || group.extent.first != group.head {
            return None;
        }
        let marker = relative.marker?;
        let setting =
            marker > relative.extent.first || function!(self.words[marker as usize].function, "where" | "when");
        let says = one_of!(self.words[group.head as usize].hash, "said" | "added" | "insisted");
        let reported = |verb: u32| self.grammar.takes_clause(&self.words[verb as usize]);
        if !setting || !says || relative.verb().is_some_and(reported) {
            return None;
        }
        let depth = self.stack.iter().position(|&id| self.clause(id).marker == Some(marker))?;
        let floor = self.floor().max(1) - 1;
        let plain = |left: VerbGroup| left.tense == GroupTense::Past && !left.perfect && left.mood == Mood::Finite;
        let outer = self.stack[floor.min(depth)..depth].iter().rev().copied();
        outer.into_iter().find(|&id| self.clause(id).group.is_some_and(plain))
    }

    /// "admitted that the road was late but rejected calls for an inquiry": what is said of a thing answers nobody.
    fn answers(&self, left: &Clause, group: VerbGroup) -> bool {
        self.grammar.takes_statement(&self.words[group.head as usize])
            && !self.may_speak(left)
            && self.takes_noun_with_clause(group)
    }

    /// "rejected calls", "raising fears": right behind the verb stands a noun that can have a clause for its content.
    pub(super) fn takes_noun_with_clause(&self, group: VerbGroup) -> bool {
        let object = self.chunks.iter().find(|chunk| chunk.extent.first == group.extent.last);
        object.is_some_and(|chunk| match chunk.kind {
            ChunkKind::Phrase(id) => {
                let head = self.syntax.phrases[id as usize].head;
                self.grammar.noun_takes_clause(&self.words[head as usize])
            }
            _ => false,
        })
    }

    /// "wrote that a raid was under way and urged people to hide": who is told something is told it by who reports.
    fn urges(&self, left: &Clause, group: VerbGroup) -> bool {
        let copula = left.group.is_some_and(|left| left.copula);
        let speaker = left.subject.is_some_and(|subject| self.is_nominative(subject));
        let verb = &self.words[group.head as usize];
        copula && !speaker && self.grammar.takes_command(verb)
    }

    /// "said the port had come under attack but gave no details": behind a perfect, a past form that is no participle is a
    /// second verb of who reports.
    pub(super) fn goes_back(&self, left: &Clause, group: VerbGroup) -> bool {
        let perfect = left.group.is_some_and(|left| left.perfect && left.tense == GroupTense::Past);
        // "denied it had shelled the camp and said"
        let says = |left: &Clause| {
            let governor = left.governor.map_or(0, |governor| self.words[governor as usize].hash);
            let verb = self.words[group.head as usize].hash;
            one_of!(verb, "said" | "added" | "insisted" | "argued") && governor != verb
        };
        let plain = group.extent.first == group.head
            && (says(left) || self.grammar.is_past(&self.words[group.head as usize]) || self.speaks_for(left, group));
        // "found that the firm had lied, but did not fine it"
        let did = || {
            let but = |word: u32| function!(self.words[word as usize].function, "but");
            self.comma
                && self.conjunction.is_some_and(but)
                && group.negation.is_some()
                && function!(self.words[group.extent.first as usize].function, "did")
        };
        matches!(left.kind, ClauseKind::That | ClauseKind::Bare) && perfect && (plain || did())
    }

    /// Whether the subject of a clause, if it has one, is somebody who may speak.
    fn may_speak(&self, left: &Clause) -> bool {
        left.subject.is_none_or(|subject| {
            let phrase = &self.syntax.phrases[subject as usize];
            let head = &self.words[phrase.head as usize];
            // "its forces" are not those who speak for them
            let own = is_possessive_pronoun(self.words[phrase.base.first as usize].function);
            phrase.pronoun
                || head.pos == Pos::Propn
                || !own
                    && (self.grammar.names_speaker(head)
                        || self.grammar.names_person(head)
                        || self.grammar.names_office(head))
        })
    }

    /// "said its planes had hit a depot and denied hitting houses": what is said of a thing does not speak.
    fn speaks_for(&self, left: &Clause, group: VerbGroup) -> bool {
        let verb = &self.words[group.head as usize];
        !self.may_speak(left)
            && self.grammar.takes_clause(verb)
            && (self.grammar.quotative(verb) || self.grammar.takes_statement(verb))
    }

    /// "admitted that the town had fallen but insisted that": a that-clause right behind the verb, and a subject between that
    /// does not speak.
    pub(super) fn insists(&self, left: &Clause, group: VerbGroup) -> bool {
        let verb = &self.words[group.head as usize];
        let that = self.words.get(group.extent.last as usize).is_some_and(|word| function!(word.function, "that"));
        let speaker = left.subject.is_some_and(|subject| self.is_nominative(subject));
        // "said it had no plans to close it but confirmed that": who speaks twice is who reports
        that && (!speaker || self.grammar.adds(verb)) && self.grammar.quotative(verb) && self.grammar.takes_clause(verb)
    }

    /// "given to pupils and to staff, the minister said": whether the conjunction at chunk `joint` joins two phrases with the same
    /// preposition.
    pub(super) fn joins_phrases(&self, joint: usize) -> bool {
        let Some(Chunk { kind: ChunkKind::Preposition, extent }) = self.chunks.get(joint + 1).copied() else {
            return false;
        };
        // "fell in May, and in June, a strike began"
        if joint > 0 && matches!(self.chunks[joint - 1].kind, ChunkKind::Comma) {
            return false;
        }
        let preposition = self.words[extent.first as usize].hash;
        // "supported by tanks, entered the town and by evening": a time beside what is none
        let time = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Phrase(id) if self.syntax.phrases[id as usize].time);
        let time = self.chunks.get(joint + 2).is_some_and(time);
        let from = self.clause(self.top()).extent.first;
        let here = self.syntax.phrases[..self.last_phrase()].iter().rev();
        let phrases = here.skip_while(|phrase| phrase.head >= extent.first);
        let mut phrases = phrases.take_while(|phrase| phrase.head >= from);
        phrases.any(|phrase| {
            phrase.time == time && phrase.preposition.is_some_and(|at| self.words[at as usize].hash == preposition)
        })
    }

    /// "was lifted by reports that they planned a cut and by fears that": behind a conjunction, a phrase with the preposition that
    /// one in an outer clause has belongs there as well.
    pub(super) fn close_inside_parallel(&mut self, k: usize) {
        let preposition = &self.words[self.chunks[k].extent.first as usize];
        // "and for now prices may rise"
        let clause = |chunk: &Chunk| match chunk.kind {
            ChunkKind::Phrase(_) => !function!(self.words[chunk.extent.first as usize].function, "that"),
            ChunkKind::Verb(_) => true,
            _ => false,
        };
        if !function!(preposition.function, "by" | "for" | "with" | "against" | "about" | "from" | "over")
            || !matches!(self.kind_at(k + 1), Some(ChunkKind::Phrase(_)))
            || self.chunks.get(k + 2).is_some_and(clause)
        {
            return;
        }
        let floor = self.floor();
        let has = |id: ClauseId| {
            let from = self.clause(id).extent.first;
            let here = self.syntax.phrases[..self.last_phrase()].iter().rev();
            let phrases = here.skip_while(|phrase| phrase.head > self.chunks[k].extent.first);
            let phrases = phrases.take_while(|phrase| phrase.head >= from);
            phrases
                .filter(|phrase| phrase.link == Link::Oblique(id))
                .any(|phrase| phrase.preposition.is_some_and(|at| self.words[at as usize].hash == preposition.hash))
        };
        let outer = (floor..=self.stack.len()).rev().find(|&depth| has(self.stack[depth - 1]));
        if let Some(depth) = outer {
            let end = self.end_before(k);
            self.pop_to_at(depth, end);
        }
    }

    /// The open clause that a clause whose subject stands behind a conjunction is coordinated with: the outermost behind ", but".
    /// `verb` is the verb group, where it is known.
    pub(super) fn left_of(&self, fresh: Fresh, verb: Option<VerbGroup>) -> ClauseId {
        let but = |word: u32| function!(self.words[word as usize].function, "but" | "yet");
        let before = || self.chunks[..fresh.chunk].last().is_some_and(|chunk| but(chunk.extent.first));
        let set_against = fresh.comma && (self.conjunction.is_some_and(but) || before());
        if let Some(told) = set_against.then(|| self.told_on(fresh.chunk)).flatten() {
            return told;
        }
        let outer = set_against || fresh.comma && self.speaks_again(fresh.phrase);
        if outer { self.outermost() } else { self.left_clause(fresh.comma, verb) }
    }

    /// "said that it was open, but drivers should take care and that it would close": the open clause with "that", where another
    /// "that" behind a conjunction goes on with what is told, so that what stands between is told as well.
    fn told_on(&self, subject: usize) -> Option<ClauseId> {
        let told = |clause: &Clause| {
            clause.kind == ClauseKind::That
                && clause.marker.is_some()
                && clause.governor.is_some_and(|verb| self.grammar.quotative(&self.words[verb as usize]))
        };
        let told = self.sibling(told)?;
        let behind = &self.chunks[subject..self.chunks.len().min(subject + 2 * LOOK_AHEAD)];
        let joint = behind.iter().position(|chunk| matches!(chunk.kind, ChunkKind::Conjunction))?;
        let reports = |chunk: &Chunk| {
            matches!(chunk.kind, ChunkKind::Verb(verb)
            if self.grammar.takes_clause(&self.words[self.group(verb).head as usize]))
        };
        (self.is_that(subject + joint + 1) && !behind[..joint].iter().any(reports)).then_some(told)
    }

    /// "We believe that it can be done, and we support it": who writes goes on in the clause that is his.
    fn speaks_again(&self, subject: PhraseId) -> bool {
        let word = |phrase: PhraseId| self.words[self.syntax.phrases[phrase as usize].head as usize].function;
        function!(word(subject), "we" | "i")
            && self
                .clause(self.outermost())
                .subject
                .is_some_and(|outer| self.syntax.phrases[outer as usize].pronoun && word(outer) == word(subject))
    }

    /// "it never stopped, and when it did, we ran": behind a conjunction, an adverbial clause in front of a comma, a subject and
    /// its verb, opens the clause they belong to.
    pub(super) fn open_joined_front(&mut self, k: usize) {
        let Some(conjunction) = self.conjunction else { return };
        let marker = self.chunks[k].extent.first;
        // "and, by the time it came, they had left"
        let apart = conjunction + 2 == marker && function!(self.words[conjunction as usize + 1].function, ",");
        if conjunction + 1 != marker && !apart || self.waiting().is_some() {
            return;
        }
        let behind = &self.chunks[k + 1..self.chunks.len().min(k + 1 + LOOK_AHEAD)];
        let opens =
            |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Comma | ChunkKind::Conjunction | ChunkKind::QuoteMark);
        let Some(comma) = behind.iter().position(opens) else { return };
        let comma = k + 1 + comma;
        let verb = |chunk: &Chunk| matches!(chunk.kind, ChunkKind::Verb(verb) if verb.mood == Mood::Finite);
        let starts = matches!(self.chunks[comma].kind, ChunkKind::Comma)
            && self.chunks[k + 1..comma].iter().any(verb)
            && matches!(self.kind_at(comma + 1), Some(ChunkKind::Phrase(_)))
            && self.directly_starts_clause(comma + 1);
        if starts {
            let end = self.end_before(k);
            let left = self.left_clause(self.comma, None);
            let id = self.coordinate_at(left, marker, end);
            let clause = self.clause_mut(id);
            clause.subject = None;
            clause.shared_subject = false;
            self.conjunction = None;
        }
    }

    /// The open clause that a clause with its own subject is coordinated with; behind a comma, none that the comma closes:
    /// "Should the dam burst, officials warned, the town will drown". `verb` is the verb group, where it is known.
    pub(super) fn left_clause(&self, comma: bool, verb: Option<VerbGroup>) -> ClauseId {
        // "fell, the survey said, and the bank lost money": a report in the middle is joined with nothing
        let apart = |clause: &Clause| match clause.kind {
            ClauseKind::Relative | ClauseKind::Adverbial | ClauseKind::Participle => true,
            ClauseKind::Parenthetical => self.brackets.is_empty(),
            // "has not said how he died, and the clinic is closed"
            ClauseKind::Question => clause.parent.is_some(),
            ClauseKind::That if self.is_result(clause) => true,
            // "will leave should the talks fail, and it warns others": so does a comma a condition
            ClauseKind::Bare if clause.inverted && clause.parent.is_some() => {
                clause.group.is_some_and(|verb| verb.extent.first == clause.extent.first)
            }
            _ => verb.is_some_and(|verb| self.reports_beside(clause, verb)),
        };
        let finite = self.sibling(|clause| clause.is_finite() && !(comma && apart(clause)));
        finite.unwrap_or_else(|| self.outermost())
    }

    /// "was so strong that windows broke, and guards fled"
    fn is_result(&self, clause: &Clause) -> bool {
        let degree = |outer: ClauseId| {
            let outer = self.clause(outer);
            // "It is so sad that she left and that"
            let it = outer.subject.is_some_and(|subject| function!(self.head_of(subject).function, "it"));
            let before = outer.predicate.filter(|_| !it).and_then(|predicate| predicate.checked_sub(1));
            before.is_some_and(|so| one_of!(self.words[so as usize].hash, "so"))
        };
        clause.parent.is_some_and(degree)
    }

    /// "doubt that it will help, and some expect it to fail": a second report in the tense of the first, behind what the first
    /// reports in another.
    fn reports_beside(&self, left: &Clause, verb: VerbGroup) -> bool {
        let reports = |verb: VerbGroup| {
            verb.extent.first == verb.head && self.grammar.takes_clause(&self.words[verb.head as usize])
        };
        matches!(left.kind, ClauseKind::That | ClauseKind::Bare)
            && reports(verb)
            && left.group.is_some_and(|left| left.tense != verb.tense)
            && left
                .parent
                .and_then(|parent| self.clause(parent).group)
                .is_some_and(|report| report.tense == verb.tense && reports(report))
    }

    /// ", then exchanged shots": whether the adverb at chunk `k` joins the verb behind it to one in front.
    pub(super) fn then_goes_on(&self, k: usize) -> bool {
        let then = self.chunks[k].extent.first;
        one_of!(self.words[then as usize].hash, "then")
            && self.conjunction.is_none()
            && self.clause(self.top()).group.is_some()
            && self.waiting().is_none()
            && matches!(self.kind_at(k + 1), Some(ChunkKind::Verb(verb))
                if verb.single && (verb.mood == Mood::Finite || verb.mood == Mood::Participle))
    }

    /// The outermost clause that may be closed here.
    pub(super) fn outermost(&self) -> ClauseId {
        self.stack[self.floor().min(self.stack.len()) - 1]
    }

    /// "seized the town and, after a short fight, took the port": the chunk of the conjunction that joins the verb at chunk `k`, where
    /// nothing but adverbials between two commas stands between them.
    pub(super) fn joint_before_adverbials(&self, k: usize) -> Option<usize> {
        let joint = self.joint?;
        if !self.comma {
            return self.joint_before_time(joint, k);
        }
        let opens = matches!(self.kind_at(joint + 1), Some(ChunkKind::Comma))
            && matches!(
                self.kind_at(joint + 2),
                Some(ChunkKind::Preposition | ChunkKind::Subordinator | ChunkKind::Adverb)
            );
        let adverbs = self.chunks[..k].iter().rev().take_while(|chunk| matches!(chunk.kind, ChunkKind::Adverb)).count();
        let closes = (k - adverbs).checked_sub(1).filter(|&comma| comma > joint + 2)?;
        (opens && matches!(self.chunks[closes].kind, ChunkKind::Comma)).then_some(joint)
    }

    /// "vowed to stay, and in the spring sent nine ships": no time is the subject of a past form with its object, nor described by it.
    fn joint_before_time(&self, joint: usize, k: usize) -> Option<usize> {
        let (Some(ChunkKind::Preposition), Some(ChunkKind::Phrase(time)), Some(ChunkKind::Verb(verb))) =
            (self.kind_at(joint + 1), self.kind_at(joint + 2), self.kind_at(k))
        else {
            return None;
        };
        let past = verb.single && (verb.mood == Mood::Participle || verb.tense == GroupTense::Past);
        (joint + 3 == k && self.is_time_or_year(time) && past && self.object_behind(k)).then_some(joint)
    }

    pub(super) fn coordinate(&mut self, left: ClauseId, first: u32) -> ClauseId {
        // "are baking again | and, | like Lund, | selling cakes": what stands between the commas goes with the second
        let apart = |&joint: &usize| {
            matches!(self.kind_at(joint + 1), Some(ChunkKind::Comma))
                && self.conjunction == Some(self.chunks[joint].extent.first)
        };
        match self.joint.filter(apart) {
            Some(joint) => self.coordinate_at(left, self.chunks[joint + 2].extent.first, self.end_before(joint)),
            None => self.coordinate_at(left, first, self.content_end),
        }
    }

    /// Closes `left` and what is open inside it, and opens a clause coordinated with it, which shares its subject until it gets its own.
    pub(super) fn coordinate_at(&mut self, left: ClauseId, first: u32, end: u32) -> ClauseId {
        let depth = self.stack.iter().position(|&id| id == left).unwrap_or(0);
        let model = *self.clause(left);
        self.pop_to_at(depth, end);
        // a clause without a word in it is gone once it is closed
        let stays = (left as usize) < self.syntax.clauses.len();
        let id = self.open(model.kind, first, None, model.parent);
        let clause = self.clause_mut(id);
        clause.subject = model.subject;
        clause.shared_subject = model.subject.is_some() || model.shared_subject;
        clause.governor = model.governor;
        clause.conjunct_of = Some(left).filter(|_| stays);
        clause.set_off = model.set_off;
        if matches!(model.kind, ClauseKind::Relative | ClauseKind::Question) {
            clause.marker = model.marker;
        }
        // "and on Friday a rocket hit the port": what stands in front of its subject belongs to it
        let last = self.last_phrase();
        let behind = self.syntax.phrases[..last].iter_mut().rev().take_while(|phrase| phrase.base.first >= first);
        for phrase in behind {
            if phrase.link == Link::Oblique(left) {
                phrase.link = Link::Oblique(id);
            }
        }
        id
    }

    /// Where the content before a chunk ends, without commas, conjunctions and opening marks.
    pub(super) fn end_before(&self, chunk: usize) -> u32 {
        self.chunks[..chunk]
            .iter()
            .rev()
            .find(|chunk| {
                !matches!(
                    chunk.kind,
                    ChunkKind::Comma | ChunkKind::Conjunction | ChunkKind::QuoteMark | ChunkKind::Dash
                )
            })
            .map_or(self.content_end, |chunk| chunk.extent.last)
    }

    /// Where the content in front of the adverbs before chunk `k` ends: "the fear that he lied | never went away", but "the
    /// fear that rose years ago | went away".
    pub(super) fn end_before_adverbs(&self, k: usize) -> u32 {
        // "the fear that rose years ago | went away", "two men who work there | said"
        let ago = |chunk: &Chunk| {
            let word = self.words[chunk.extent.first as usize].hash;
            one_of!(word, "ago" | "there" | "here" | "nearby" | "abroad" | "alone" | "online" | "elsewhere" | "outside")
        };
        let before = self.chunks[..k].iter().rev().find(|chunk| !matches!(chunk.kind, ChunkKind::Adverb) || ago(chunk));
        before.map_or(self.content_end, |chunk| chunk.extent.last.min(self.content_end))
    }
}
