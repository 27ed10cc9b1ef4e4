//! Where the words of a claim begin and end.

use super::Finder;
use crate::annotate::FoundAttribution;
use crate::syntax::{Clause, ClauseId, ClauseKind, Extent, Link, Pieces, is_quote_mark, one_of};
use crate::tag::Pos;
use crate::token::hash;

impl Finder<'_, '_> {
    /// The words of a clause without marker, reporting frames and marks at its edges. `held_by` is its holder.
    pub(super) fn content(&self, id: ClauseId, clause: &Clause, held_by: Option<u32>) -> Pieces {
        let words = self.document.words;
        let holder = held_by.map(|at| &self.attributions[at as usize]);
        let mut first = clause.extent.first;
        if let Some(marker) = clause.marker {
            let whose = words[marker as usize].hash == hash(b"whose");
            let whether = one_of!(words[marker as usize].hash, "whether" | "if");
            let dropped = match clause.kind {
                ClauseKind::Relative => !whose,
                ClauseKind::Question => whether,
                ClauseKind::That | ClauseKind::Adverbial | ClauseKind::Gerund => true,
                _ => false,
            };
            if dropped && marker >= first {
                first = marker + self.marker_length(clause.kind, marker);
                // "whether or not the strait is open"
                if whether && self.or_not_behind(marker) {
                    first = marker + 3;
                }
            }
        }
        if clause.kind == ClauseKind::Infinitive {
            first = self.infinitive_start(clause, holder);
        }
        // "denied deliberately targeting"
        let how = first
            .checked_sub(1)
            .filter(|&how| clause.kind == ClauseKind::Gerund && words[how as usize].pos == Pos::Adv);
        let told = |how: u32| holder.is_some_and(|holder| holder.content.iter().any(|piece| piece.first == how));
        first = how.filter(|&how| told(how)).unwrap_or(first);
        first = self.behind_complementiser(holder, first);
        // "disagree on | who should lead"
        if clause.kind == ClauseKind::Question && words[first as usize].pos == Pos::Adp && told(first + 1) {
            first += 1;
        }
        let last_verb = self.last_merged(id);
        let end = self.document.syntax.clause(last_verb).extent.last;
        let mut last = end;
        // "said it had fallen, a claim that nobody could check", "..., which he denied": the remark is the author's
        let opens = first + u32::from(words.get(first as usize).is_some_and(is_quote_mark));
        let whole = holder.into_iter().flat_map(|holder| &holder.content).find(|piece| piece.contains(opens));
        if let Some(end) = whole.map(|piece| piece.last).filter(|&end| end + 1 < last) {
            let [sign, next] = [end, end + 1].map(|at| self.document.words[at as usize].hash);
            // "..., accusations that the firm rejected"
            let remark = || {
                let that = self.document.words.get(end as usize + 2).map_or(0, |word| word.hash);
                one_of!(that, "that" | "which")
            };
            // "The bridge, an engineer said, was safe" goes on behind the report
            let reports =
                || {
                    self.document.syntax.clause_of_word(end + 1).map(|id| self.document.syntax.clause(id)).is_some_and(
                        |clause| clause.kind == ClauseKind::Parenthetical && clause.extent.first == end + 1,
                    )
                };
            // "“... seven times,” Ada Hale, a nurse, told us": who says so is no part of the speech
            let speaker = || {
                let mark = [end, end + 1].into_iter().any(|at| is_quote_mark(&words[at as usize]));
                let cue = holder.and_then(|holder| holder.cue).map_or(0, |cue| cue.first);
                let resumes = holder
                    .is_some_and(|holder| holder.content.iter().any(|piece| piece.first > end && piece.first < last));
                mark && cue > end && !resumes && !reports()
            };
            let dash = one_of!(sign, "–" | "—" | "--") && one_of!(next, "a" | "an");
            if dash
                || one_of!(sign, ",") && (one_of!(next, "a" | "an" | "which") || remark()) && !reports()
                || speaker()
            {
                last = end;
            }
        }
        // "urged the rebels to pull out | after shells hit a school"
        let asked = holder.is_some_and(|holder| holder.rule == "attribution/verb-object-infinitive");
        if let Some(end) = whole.map(|piece| piece.last).filter(|&end| asked && end < last) {
            if one_of!(words[end as usize].hash, "after") {
                last = end;
            }
        }
        let mut pieces = Pieces::from(Extent::new(first, last));
        if let Some(accused) = self.accused(clause) {
            pieces = [accused, pieces[0]].into();
        } else if let Some(told) = self.told_of(clause) {
            pieces = [told, Extent::new(clause.extent.first, last)].into();
        }
        if let Some(shared) = self.shared_complement(id, clause, held_by) {
            pieces.push(shared);
        }
        // "is expected to turn north | and reach the coast"
        if self.framed[id as usize] {
            for (_, child) in self.document.syntax.children(id) {
                if child.kind == ClauseKind::Infinitive && child.conjunct_of.is_some() {
                    pieces = cut(&pieces, child.extent);
                }
            }
        }
        for (inner, child) in (id..=last_verb).flat_map(|id| self.document.syntax.children(id)) {
            let own_source = child.kind == ClauseKind::Relative && child.set_off && self.holder(child) != held_by;
            // "said the bridge was closed, citing an engineer"
            let unreported = || {
                let held = child.verb().is_some_and(|verb| self.holder_at[verb as usize] != super::NONE);
                // "said it had fallen, without giving details"
                let without = || {
                    let marker = child.marker.filter(|&marker| child.kind == ClauseKind::Gerund && marker > 0);
                    marker.is_some_and(|marker| {
                        one_of!(words[marker as usize].hash, "without") && one_of!(words[marker as usize - 1].hash, ",")
                    })
                };
                !held && (child.kind == ClauseKind::Participle && child.set_off || without()) && held_by.is_some()
            };
            // "praised the keeper, adding that the season was not over": what is added is a claim of its own
            let adds = || {
                child.kind == ClauseKind::Participle
                    && child.set_off
                    && self.reports[inner as usize]
                    && child.extent.first > first
                    && child.extent.last >= last
                    && self
                        .document
                        .syntax
                        .children(inner)
                        .any(|(_, said)| said.is_finite() && said.governor == child.verb())
            };
            if child.kind == ClauseKind::Parenthetical && child.group.is_some()
                || own_source
                || adds()
                || unreported()
                || self.reports_aside(inner, child)
                || child.conjunct_of.is_some_and(|left| self.reports_aside(left, self.document.syntax.clause(left)))
                || self.speaks_of_report(child, held_by)
                || self.tells_source(inner, child, held_by)
            {
                let mut first = child.marker.map_or(child.extent.first, |marker| marker.min(child.extent.first));
                // "later admitting that"
                while first > clause.extent.first && adds() && words[first as usize - 1].pos == Pos::Adv {
                    first -= 1;
                }
                pieces = cut(&pieces, self.whole_bracket(Extent::new(first, child.extent.last)));
            }
        }
        // "according to the ministry" is no part of what the clause says
        let from = self.frames.partition_point(|frame| frame.first < clause.extent.first);
        for &frame in self.frames[from..].iter().take_while(|frame| frame.last <= clause.extent.last.max(end)) {
            // one that lies in what the holder says is reported itself
            if !holder.is_some_and(|holder| holder.content.iter().any(|piece| piece.covers(frame))) {
                pieces = cut(&pieces, self.with_remark(frame));
            }
        }
        pieces.iter().filter_map(|&piece| self.trim(piece)).collect()
    }

    /// "(born Jan Brod; c. 1979 – 2016)": a part of a bracket that semicolons divide, with the parts beside it.
    fn whole_bracket(&self, part: Extent) -> Extent {
        const LONGEST: usize = 40;
        let words = &self.document.words;
        let (first, last) = (part.first as usize, part.last as usize);
        let divides = |at: usize| words.get(at).is_some_and(|word| one_of!(word.hash, ";"));
        if !divides(last) && (first == 0 || !divides(first - 1)) {
            return part;
        }
        let opens = words[..first].iter().rev().take(LONGEST).position(|word| one_of!(word.hash, "("));
        let closes = words[last..].iter().take(LONGEST).position(|word| one_of!(word.hash, ")"));
        match (opens, closes) {
            (Some(before), Some(behind)) => Extent::new((first - before) as u32, (last + behind) as u32),
            _ => part,
        }
    }

    /// "has been | and remains | the largest donor": what a copula shares with the verb beside it.
    fn shared_complement(&self, id: ClauseId, clause: &Clause, held_by: Option<u32>) -> Option<Extent> {
        let group = clause.group.filter(|group| group.copula && clause.extent.last <= group.extent.last)?;
        if clause.predicate.is_some() || !clause.is_finite() {
            return None;
        }
        // a relative clause of the subject may stand between in their order
        let behind = (id + 1..).zip(&self.document.syntax.clauses[id as usize + 1..]).take(4);
        let (at, right) =
            behind.into_iter().find(|(_, right)| right.conjunct_of == Some(id) && right.shared_subject)?;
        let verb = right.group.filter(|verb| verb.extent.first <= group.extent.last + 1)?;
        let first = *self.content(at, right, held_by).first()?;
        self.trim(Extent::new(verb.extent.last, first.last))
    }

    /// "according to the army, which has sent troops": what a relative clause behind its comma adds to the source.
    fn with_remark(&self, frame: Extent) -> Extent {
        let remark = self.document.syntax.clause_of_word(frame.last + 1).map(|id| self.document.syntax.clause(id));
        let remark = remark.filter(|clause| {
            clause.kind == ClauseKind::Relative
                && clause.set_off
                && clause.governor.is_some_and(|governor| frame.contains(governor))
        });
        Extent::new(frame.first, remark.map_or(frame.last, |clause| clause.extent.last.max(frame.last)))
    }

    /// "by the time" and "even though" are one marker, as "while" is.
    fn marker_length(&self, kind: ClauseKind, marker: u32) -> u32 {
        let word = |at: u32| self.document.words.get((marker + at) as usize).map_or(0, |word| word.hash);
        if kind != ClauseKind::Adverbial {
            return 1;
        }
        if one_of!(word(0), "by") && one_of!(word(2), "time") {
            return 3;
        }
        let two = one_of!(word(0), "even" | "as") && one_of!(word(1), "if" | "though" | "when")
            || one_of!(word(0), "so" | "now" | "given" | "provided") && one_of!(word(1), "that");
        1 + u32::from(two)
    }

    /// "whether | or not": what stands right behind a word.
    pub(super) fn or_not_behind(&self, marker: u32) -> bool {
        let behind = |at: u32| self.document.words.get((marker + at) as usize).map_or(0, |word| word.hash);
        one_of!(behind(1), "or") && one_of!(behind(2), "not")
    }

    /// ", though doctors said that": a report that is set against what the clause says.
    fn reports_aside(&self, id: ClauseId, clause: &Clause) -> bool {
        clause.kind == ClauseKind::Adverbial
            && self.reports[id as usize]
            && clause.marker.is_some_and(|marker| {
                one_of!(self.document.words[marker as usize].hash, "though" | "although" | "while" | "whereas")
            })
    }

    /// ", although nobody has confirmed this claim": set against what the holder says, and no part of it.
    fn speaks_of_report(&self, clause: &Clause, held_by: Option<u32>) -> bool {
        clause.kind == ClauseKind::Adverbial
            && clause
                .marker
                .is_some_and(|marker| one_of!(self.document.words[marker as usize].hash, "though" | "although"))
            && held_by.is_some()
            && clause.verb().is_some_and(|verb| self.holder_at[verb as usize] != held_by.unwrap_or(super::NONE))
    }

    /// "As the minister said on Friday, the rules are clear": a report of the clause around it that opens with "as".
    fn tells_source(&self, id: ClauseId, clause: &Clause, held_by: Option<u32>) -> bool {
        clause.kind == ClauseKind::Adverbial
            && clause.marker.is_some_and(|marker| one_of!(self.document.words[marker as usize].hash, "as"))
            && held_by.is_some_and(|at| self.attributions[at as usize].clause == Some(id))
    }

    /// A "that" in front which was not read as one is no part of what is reported.
    fn behind_complementiser(&self, holder: Option<&FoundAttribution>, first: u32) -> u32 {
        let that = one_of!(self.document.words.get(first as usize).map_or(0, |word| word.hash), "that");
        let behind =
            holder.filter(|_| that).is_some_and(|holder| holder.content.iter().any(|piece| piece.first == first + 1));
        if behind { first + 1 } else { first }
    }

    /// "The governor" in "is said to have fled", where nobody is named who says so.
    pub(super) fn told_of(&self, clause: &Clause) -> Option<Extent> {
        let attribution = self.is_told_of_somebody(clause).then(|| self.holder(clause)).flatten()?;
        let report = self.attributions[attribution as usize].clause?;
        Some(self.document.syntax.phrase(self.document.syntax.clause(report).subject?).full)
    }

    /// "to have fled" in "is said to have fled".
    pub(super) fn is_told_of_somebody(&self, clause: &Clause) -> bool {
        clause.kind == ClauseKind::Infinitive
            && self.holder(clause).is_some_and(|holder| {
                let attribution = &self.attributions[holder as usize];
                attribution.rule == "attribution/passive-infinitive" && attribution.head == clause.governor
            })
    }

    /// "the firm" in "accused the firm of lying".
    pub(super) fn accused(&self, clause: &Clause) -> Option<Extent> {
        let syntax = self.document.syntax;
        let outer = clause.parent.filter(|_| clause.kind == ClauseKind::Gerund).map(|outer| syntax.clause(outer))?;
        // "is accused by the mayor of lying"
        let passive = outer.is_passive()
            && outer.is_finite()
            && outer.verb().is_some_and(|verb| one_of!(self.document.words[verb as usize].hash, "accused"));
        let object = if passive { outer.subject? } else { outer.objects[0]? };
        if self.is_blamed(clause) {
            return Some(syntax.phrase(object).base);
        }
        let of = clause.subject == Some(object) && outer.verb() == clause.governor;
        of.then_some(syntax.phrase(object).full)
    }

    /// "blamed the guards for blocking aid": what an object is blamed for.
    pub(super) fn is_blamed(&self, clause: &Clause) -> bool {
        let syntax = self.document.syntax;
        let hash = |at: u32| self.document.words[at as usize].hash;
        let outer = clause.parent.filter(|_| clause.kind == ClauseKind::Gerund).map(|outer| syntax.clause(outer));
        let blames = |verb: u32| one_of!(hash(verb), "blame" | "blames" | "blamed" | "blaming");
        clause.marker.is_some_and(|marker| one_of!(hash(marker), "for"))
            && outer.is_some_and(|outer| {
                let object = outer.objects[0].map(|object| syntax.phrase(object).head);
                outer.verb().is_some_and(blames) && object.is_some() && clause.governor == object
            })
    }

    /// "prices to rise" behind "expects", with the object that does it; "buy the company" behind "wants to".
    fn infinitive_start(&self, clause: &Clause, holder: Option<&FoundAttribution>) -> u32 {
        let syntax = self.document.syntax;
        let parent = clause.parent.map(|parent| syntax.clause(parent));
        // "urged the premier to resign", "called on her to resign"
        let controller = clause.subject.filter(|&subject| {
            let oblique = clause.parent.map(Link::Oblique) == Some(syntax.phrase(subject).link);
            oblique || parent.is_some_and(|parent| parent.objects.contains(&Some(subject)))
        });
        // "expects prices to fall and to stay low"
        let controller = controller.filter(|_| clause.conjunct_of.is_none());
        let reported = |first: u32| {
            holder.is_some_and(|holder| holder.content.iter().any(|piece| piece.first <= first && first < piece.last))
        };
        match (controller.map(|phrase| syntax.phrase(phrase).base.first), clause.group) {
            (Some(first), _) if reported(first) || holder.is_none() && self.is_asked_by_author(clause) => first,
            (_, Some(group)) if self.document.words[group.extent.first as usize].hash == hash(b"to") => {
                group.extent.first + 1
            }
            _ => clause.extent.first,
        }
    }

    /// The subject that a clause shares with the one it is coordinated with, or with the one around it: "the army" for "and
    /// withdrew", "which withdrew", "killing two" and "promised to withdraw".
    pub(super) fn subject_outside(&self, clause: &Clause, content: &[Extent]) -> Option<Extent> {
        if clause.kind == ClauseKind::Relative && clause.subject.is_none() && clause.is_finite() {
            return self.antecedent(clause);
        }
        let around = matches!(clause.kind, ClauseKind::Participle | ClauseKind::Infinitive);
        if !clause.shared_subject || !around && (clause.conjunct_of.is_none() || !clause.is_finite()) {
            return None;
        }
        let phrase = self.document.syntax.phrase(clause.subject?);
        let outside = !content.iter().any(|piece| piece.contains(phrase.head));
        // a phrase that runs into its own clause has been read wrongly
        let before = phrase.full.last <= clause.extent.first;
        let subject = outside.then_some(if before { phrase.full } else { phrase.base })?;
        self.trim(self.without_aside(subject))
    }

    /// "The mayor" of "The mayor — a former teacher — left": a noun phrase without the aside that a dash opens in it and another
    /// closes behind it.
    fn without_aside(&self, phrase: Extent) -> Extent {
        let words = &self.document.words;
        let sign = |at: u32| words.get(at as usize).filter(|word| word.pos == Pos::Punct);
        let dash = |at: u32| sign(at).is_some_and(|word| one_of!(word.hash, "—" | "–" | "--" | "―"));
        let opens = (phrase.first + 1..phrase.last).filter(|_| dash(phrase.last)).find(|&at| dash(at));
        Extent::new(phrase.first, opens.unwrap_or(phrase.last))
    }

    /// What a relative clause tells of: "the man" for "who fled".
    fn antecedent(&self, clause: &Clause) -> Option<Extent> {
        let marker = clause.marker?;
        let relates = one_of!(self.document.words[marker as usize].hash, "who" | "which" | "that");
        let syntax = self.document.syntax;
        let mut phrase = syntax.phrase(syntax.phrase_of_word(clause.governor.filter(|_| relates)?)?);
        // "Ilia Toma, 54, who was pulled from the mud"
        if let Link::Apposition(owner) = phrase.link {
            if self.document.words[phrase.head as usize].pos == Pos::Num {
                phrase = syntax.phrase(owner);
            }
        }
        let first = match phrase.link {
            // "a centre in Esker that will open", but "a tank in a village that burned" may be about either
            Link::Modifier(owner) if self.document.words[phrase.head as usize].pos == Pos::Propn => {
                syntax.phrase(owner).base.first
            }
            Link::Modifier(_) => return None,
            _ => phrase.base.first,
        };
        let last = phrase.full.last.min(clause.extent.first).max(phrase.base.last);
        self.trim(Extent::new(first, last))
    }

    /// Takes punctuation, and And, But, However at the start, from the edges of a piece.
    pub(super) fn trim(&self, piece: Extent) -> Option<Extent> {
        let words = self.document.words;
        let mut first = self.skip_openers(piece.first, piece.last);
        // a sentence in brackets, whose closing one stands behind its period
        let opens = words.get(first as usize).is_some_and(|word| one_of!(word.hash, "("));
        if opens && !words[piece.range()].iter().any(|word| one_of!(word.hash, ")")) {
            first = self.skip_openers(first + 1, piece.last);
        }
        let mut last = piece.last;
        while last > first {
            let at = last - 1;
            if let Some(open) = self.citation(first, at) {
                last = open;
            } else if words[at as usize].pos == Pos::Punct && !self.closes_bracket(first, at) {
                last = at;
            } else if one_of!(words[at as usize].hash, "and" | "or" | "but")
                || at > 0
                    && one_of!(words[at as usize].hash, "so" | "yet" | "then")
                    && one_of!(words[at as usize - 1].hash, ",")
            {
                // what it joins is a claim of its own
                last = at;
            } else {
                break;
            }
        }
        last = self.closing_mark(first, last).map_or(last, |mark| mark + 1);
        first = self.opening_mark(piece.first, first, last).unwrap_or(first);
        (last > first).then_some(Extent::new(first, last))
    }

    /// Where a citation mark that ends at `at` opens: `[12]` behind the sentence's last word, its closing bracket or not.
    fn citation(&self, first: u32, at: u32) -> Option<u32> {
        let words = self.document.words;
        let close = words[at as usize].hash == hash(b"]");
        let number = if close { at.checked_sub(1)? } else { at };
        let open = number.checked_sub(1).filter(|&open| open > first)?;
        (words[number as usize].pos == Pos::Num && words[open as usize].hash == hash(b"[")).then_some(open)
    }

    /// A closing bracket stays where its opening one does.
    fn closes_bracket(&self, first: u32, at: u32) -> bool {
        let words = self.document.words;
        words[at as usize].hash == hash(b")")
            && words[first as usize..at as usize].iter().any(|word| word.hash == hash(b"("))
    }

    /// So does the closing mark of a quotation that the piece ends with: `the plan "a mistake"`.
    fn closing_mark(&self, first: u32, last: u32) -> Option<u32> {
        let quotation = self.document.syntax.quotation_at(last.checked_sub(1)?)?;
        let close = quotation.close.filter(|&close| quotation.open > first && last <= close)?;
        let signs = &self.document.words[last as usize..close as usize];
        signs.iter().all(|word| word.pos == Pos::Punct).then_some(close)
    }

    /// And the opening mark of a quotation that the piece begins with and goes on behind: `"rebels" for the raid`.
    fn opening_mark(&self, whole: u32, first: u32, last: u32) -> Option<u32> {
        let quotation = self.document.syntax.quotation_at(first).filter(|_| first > whole)?;
        let inside = quotation.open + 1 == first && quotation.close.is_some_and(|close| close + 1 < last);
        inside.then_some(quotation.open)
    }

    pub(super) fn skip_openers(&self, mut first: u32, last: u32) -> u32 {
        const AND: u64 = hash(b"and");
        const BUT: u64 = hash(b"but");
        const OR: u64 = hash(b"or");
        const YET: u64 = hash(b"yet");
        const HOWEVER: u64 = hash(b"however");
        while first < last {
            let word = &self.document.words[first as usize];
            let opener = word.pos == Pos::Punct && word.hash != hash(b"(")
                || matches!(word.hash, AND | BUT | HOWEVER)
                || matches!(word.hash, OR | YET) && word.pos == Pos::Cconj;
            if !opener {
                break;
            }
            first += 1;
        }
        first
    }
}

/// Takes a stretch out of pieces.
fn cut(pieces: &Pieces, hole: Extent) -> Pieces {
    let parts = pieces.iter().flat_map(|piece| {
        [
            Extent::new(piece.first, piece.last.min(hole.first).max(piece.first)),
            Extent::new(piece.first.max(hole.last).min(piece.last), piece.last),
        ]
    });
    parts.filter(|part| !part.is_empty()).collect()
}
