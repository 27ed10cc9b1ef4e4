//! Past forms that are participles by their tag and carry a clause: by their subject, or because nothing else can.

use super::*;

impl Parser<'_> {
    /// A past participle by its tag that carries a clause: by its subject, or because nothing else can.
    pub(super) fn is_finite_past(&self, k: usize, group: VerbGroup) -> bool {
        if group.extent.first != group.head || self.words[group.head as usize].pos != Pos::Verb {
            return false;
        }
        let next = self.chunks.get(k + 1);
        if self.fresh.is_some_and(|fresh| fresh.conjunction || fresh.comma) && self.reports_that(k, group) {
            return true;
        }
        if next.is_some_and(|chunk| {
            matches!(chunk.kind, ChunkKind::Preposition)
                && function!(self.words[chunk.extent.first as usize].function, "by")
        }) {
            // "where doctors without power operated by candlelight": nothing else is the verb of the clause
            let top = self.clause(self.top());
            let kind = matches!(top.kind, ClauseKind::Relative | ClauseKind::That) && top.marker.is_some()
                || top.kind == ClauseKind::Bare;
            let owed = kind && top.group.is_none() && top.subject.is_some();
            if owed && self.fresh.is_some() && !self.finite_ahead(k) {
                return true;
            }
            return self.is_headline_passive(k) || self.fresh.is_some() && self.speaks_by_phone(k, group);
        }
        if self.carries_report(k, group) || self.joins_finite(k, group) {
            return true;
        }
        // "a man in a stolen car died", "disagreed and resigned"
        let head = &self.words[group.head as usize];
        let open = self.clause(self.top());
        let owes = open.kind == ClauseKind::Bare && open.group.is_none() && open.subject.is_some();
        let intransitive = self.grammar.takes_nothing(head) || owes && self.grammar.is_trend(head);
        let coordinated = self.conjunction.is_some() && self.clause(self.top()).is_finite();
        if intransitive && (!self.comma || self.waiting().is_some()) && (self.conjunction.is_none() || coordinated) {
            return true;
        }
        // ", then exchanged shots": no passive has an object
        let acts = self.object_behind(k) && !self.grammar.takes_two(head) && !self.grammar.is_unchanged(head);
        let top = self.clause(self.top());
        let has_object = self.object_behind(k);
        if !self.comma && top.group.is_some() && self.belongs_to_waiting(k, head, acts) {
            return true;
        }
        // "As the rivals argued, other candidates jumped in": nothing else can be the verb of the main clause
        let behind_comma = self.fresh.is_some_and(|fresh| fresh.comma && self.adjacent == Some(fresh.phrase));
        if behind_comma
            && top.group.is_some()
            && matches!(top.kind, ClauseKind::Adverbial | ClauseKind::Relative)
            && self.waiting().is_some()
            && !self.finite_ahead(k)
        {
            return true;
        }
        // "a blast that investigators blamed on gas": what is done by the subject right behind the word that opens the clause
        let related = top.kind == ClauseKind::Relative && top.group.is_none() && top.subject == self.adjacent;
        let marker = |chunk: &Chunk| top.marker == Some(chunk.extent.first);
        if related && k > 1 && marker(&self.chunks[k - 2]) && !self.verb_behind_adverbials(k) {
            return true;
        }
        let Some(subject) = self.adjacent.filter(|&subject| !self.follows_time(subject)) else {
            if self.adjacent.is_some() {
                // "a fire that began after midnight destroyed": no time does anything
                return !self.finite_ahead(k);
            }
            // "A commander, reached by telephone, insisted": the subject waits behind a comma
            return top.group.is_none()
                && top.subject.is_some()
                && self.comma
                // "The brothers, aged 31 and 34, bought a car, tested it and left"
                && (!self.finite_ahead(k) || acts && self.conjunction.is_none() && !self.grammar.names(head))
                || self.comma
                    && self.waiting().is_some()
                    && (!self.finite_ahead(k) || acts && self.list_goes_on(k))
                    && !matches!(self.chunks[k - 1].kind, ChunkKind::Conjunction);
        };
        if self.is_nominative(subject) {
            return true;
        }
        if top.group.is_none() {
            // "The son of a clerk, Omar Sadiq trained as a surgeon, was jailed and left": no name is described so
            let named = matches!(self.syntax.phrases[subject as usize].link, Link::Apposition(_))
                && self.words[self.syntax.phrases[subject as usize].head as usize].pos == Pos::Propn;
            if named && !self.lacks_object(k) && !self.has_agent(k, group) {
                return true;
            }
            let needs = self.lacks_object(k);
            return has_object
                || !self.finite_ahead(k) && !(needs && self.verb_behind_comma(k))
                || needs && self.is_headline_passive(k);
        }
        let Some(fresh) = self.fresh.filter(|fresh| fresh.phrase == subject) else { return false };
        let reports = self.grammar.quotative(&self.words[group.head as usize]) && self.closes_report(k);
        if fresh.comma && reports || fresh.conjunction && !self.finite_ahead(k) {
            return true;
        }
        // "said his party remained ready"
        self.top_takes_clause()
            && self.fresh.is_some_and(|fresh| !fresh.comma)
            && !self.finite_ahead(k)
            && self.behind_verb(fresh.chunk)
    }

    /// "seized two boats and then burned them": whether a past form behind a conjunction is coordinated with a finite verb.
    fn joins_finite(&self, k: usize, group: VerbGroup) -> bool {
        let head = &self.words[group.head as usize];
        // "tortured and captured persons"
        let determined = || {
            let first = &self.words[self.chunks[k + 1].extent.first as usize];
            matches!(first.pos, Pos::Det | Pos::Pron | Pos::Num | Pos::Propn)
        };
        // "seized and burned boats": the verb right in front of the conjunction lacks the object that it needs
        let shares = || {
            matches!(k.checked_sub(2).map(|at| self.chunks[at].kind), Some(ChunkKind::Verb(left)) if left.mood == Mood::Finite
                && left.tense == GroupTense::Past && self.grammar.takes_object(&self.words[self.group(left).head as usize]))
        };
        let then = |word: u32| one_of!(self.words[word as usize].hash, "then");
        let object = self.object_behind(k) && !self.grammar.is_unchanged(head);
        let joined = self.conjunction.is_some_and(|word| object && (then(word) || determined() || shares()));
        joined && self.fresh.is_none() && self.sibling(Clause::is_finite).is_some()
    }

    /// Whether a past form, with no comma in front, belongs to a subject that waits rather than to the clause that has its verb.
    fn belongs_to_waiting(&self, k: usize, head: &Word, acts: bool) -> bool {
        let waits = self.waiting().is_some_and(|depth| self.clause(self.stack[depth - 1]).subject.is_some());
        // "after two men armed with bats attacked a shop": a verb with an object
        let alone = || !self.finite_ahead(k) || acts && !self.grammar.names(head) && self.list_goes_on(k);
        // "Soldiers who had reached the camp described how they fled"
        let asks = || {
            self.chunks.get(k + 1).is_some_and(|chunk| {
                matches!(chunk.kind, ChunkKind::Wh)
                    && function!(self.words[chunk.extent.first as usize].function, "how" | "what" | "why" | "whether")
            })
        };
        waits
            && (self.object_behind(k) && alone()
                || asks() && self.grammar.quotative(head)
                // "claims that he took bribes surfaced in June": so does one that takes no object
                || !self.lacks_object(k) && !self.finite_ahead(k))
    }

    /// "said gunmen on two motorcycles opened fire, killed a guard and fled": what stands behind the object of a verb that takes a
    /// clause carries one where it has an object itself, as no passive participle has.
    fn carries_report(&self, k: usize, group: VerbGroup) -> bool {
        // "a fire that officials say killed more than 80 people"
        if self.clause(self.top()).kind == ClauseKind::Relative
            && !self.comma
            && self.top_takes_clause()
            && self.behind_verb(k)
            && self.object_behind(k)
        {
            return true;
        }
        let object = |fresh: &Fresh| {
            !fresh.comma
                && !fresh.conjunction
                && self.syntax.phrases[fresh.phrase as usize].link == Link::Object(self.top())
                && self.behind_verb(fresh.chunk)
        };
        let Some(fresh) = self.fresh.filter(|fresh| self.top_takes_clause() && object(fresh)) else { return false };
        let between = &self.chunks[fresh.chunk + 1..k];
        let head = &self.words[group.head as usize];
        self.object_behind(k)
            && !self.grammar.takes_two(head)
            && !self.grammar.names(head)
            && !self.clause(self.top()).is_passive()
            && between
                .iter()
                .all(|chunk| matches!(chunk.kind, ChunkKind::Preposition | ChunkKind::Phrase(_) | ChunkKind::Adverb))
    }

    /// "confirmed by text message that": a verb with a that-clause for its object is no passive participle. What stands between
    /// has no determiner, as the antecedent of a relative clause would have.
    pub(super) fn reports_that(&self, k: usize, group: VerbGroup) -> bool {
        let verb = &self.words[group.head as usize];
        let bare = |chunk: &Chunk| match chunk.kind {
            ChunkKind::Phrase(_) => self.words[chunk.extent.first as usize].pos != Pos::Det,
            ChunkKind::Preposition | ChunkKind::Adverb => true,
            _ => false,
        };
        let that = |chunk: &Chunk| function!(self.words[chunk.extent.first as usize].function, "that");
        group.extent.first == group.head && self.grammar.takes_clause(verb) && !self.grammar.takes_addressee(verb) && {
            let behind = &self.chunks[k + 1..];
            let length = behind.iter().take(LOOK_AHEAD).take_while(|chunk| !that(chunk) && bare(chunk)).count();
            behind.get(length).is_some_and(that)
        }
    }

    /// "and mediators expressed hope": whether the form at chunk `k`, a participle by its tag, has an object that can have a
    /// clause for its content, as no passive participle has.
    pub(super) fn expresses(&self, k: usize, verb: VerbChunk) -> bool {
        let group = *self.group(verb);
        let head = &self.words[group.head as usize];
        self.object_behind(k)
            && !self.grammar.takes_two(head)
            && !self.grammar.names(head)
            && !self.grammar.is_unchanged(head)
            && self.takes_noun_with_clause(group)
    }

    /// "“...,” Mia Lund, 19, recalled": a verb of saying behind a speaker with an age or a trade, who stands behind a quotation.
    pub(super) fn reports_behind_age(&self, k: usize, group: VerbGroup) -> bool {
        use ChunkKind::{Comma, Phrase, QuoteMark};
        let single = group.extent.first == group.head && self.comma;
        single
            && self.grammar.quotative(&self.words[group.head as usize])
            && k.checked_sub(5).is_some_and(|from| {
                let kinds = &self.chunks[from..k];
                matches!(kinds[0].kind, QuoteMark)
                    && matches!((kinds[1].kind, kinds[2].kind), (Phrase(_), Comma))
                    && matches!((kinds[3].kind, kinds[4].kind), (Phrase(_), Comma))
            })
            && self.closes_report(k)
    }

    /// ", two nurses said by phone": how somebody speaks rather than who does.
    pub(super) fn speaks_by_phone(&self, k: usize, group: VerbGroup) -> bool {
        let channel = |chunk: &Chunk| {
            let nouns = &self.words[chunk.extent.range()];
            nouns.last().is_some_and(|word| {
                one_of!(
                    word.hash,
                    "phone" | "telephone" | "email" | "e-mail" | "text" | "message" | "radio" | "letter" | "fax"
                )
            }) && nouns.iter().all(|word| matches!(word.pos, Pos::Noun | Pos::Adj | Pos::Propn))
        };
        self.grammar.quotative(&self.words[group.head as usize]) && self.chunks.get(k + 2).is_some_and(channel)
    }
}
