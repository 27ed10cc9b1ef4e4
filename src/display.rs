//! The output in readable form: the words of the wire format for every value, one line for each claim.

use std::fmt::{self, Display, Formatter, Write};

use crate::model::{
    Argument, Attribution, Certainty, Claim, Count, Cue, CueClass, CueKind, DiagnosticKind, Event, Extraction, Mention,
    Polarity, Role, SourceId, SourceKind, Stance, Status, Style, Tense,
};
use crate::span::Span;

macro_rules! names {
    ($type:ident { $($variant:ident $name:literal),+ $(,)? }) => {
        impl $type {
            /// The name on the wire.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }

        impl Display for $type {
            fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        #[cfg(test)]
        impl $type {
            const NAMED: &[Self] = &[$(Self::$variant),+];
        }
    };
}

names!(Status { Factual "factual", Hedged "hedged", Projected "projected", Open "open" });
names!(Certainty { Unknown "unknown", Possible "possible", Probable "probable", Certain "certain" });
names!(Polarity { Positive "positive", Negative "negative", Open "open" });
names!(Tense { Past "past", Present "present", Future "future", None "none" });
names!(Style { Direct "direct", Indirect "indirect", Mixed "mixed" });
names!(Stance { Committed "committed", Uncommitted "uncommitted", Doubting "doubting" });
names!(CueKind {
    Hedge "hedge",
    Condition "condition",
    Question "question",
    Negation "negation",
    Approximator "approximator",
});
names!(CueClass {
    Modal "modal",
    Adverb "adverb",
    Adjective "adjective",
    Noun "noun",
    Evidential "evidential",
    Belief "belief",
    Preliminary "preliminary",
    Condition "condition",
    Question "question",
    Negation "negation",
    Implicative "implicative",
    Approximator "approximator",
});
names!(Role {
    Agent "agent",
    Target "target",
    Recipient "recipient",
    Instrument "instrument",
    Place "place",
    Time "time",
    Origin "origin",
    Destination "destination",
});
names!(DiagnosticKind {
    UnlinkedSource "unlinked_source",
    AmbiguousModal "ambiguous_modal",
    UnclosedQuotation "unclosed_quotation",
    NegatedReason "negated_reason",
});
names!(SourceKind {
    Person "person",
    Role "role",
    Organization "organization",
    Place "place",
    Group "group",
    Document "document",
    Media "media",
    Unattributed "unattributed",
});

impl Display for Span {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl Display for Mention {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

/// Writes the bounds: `3..9`, `12..` where there is no upper one, `~40` where the number is approximate.
impl Display for Count {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if self.approximate {
            f.write_char('~')?;
        }
        match self.max {
            Some(max) if max == self.min => write!(f, "{max}"),
            Some(max) => write!(f, "{}..{max}", self.min),
            None => write!(f, "{}..", self.min),
        }
    }
}

/// Writes the role and the text: `agent="debris"`.
impl Display for Argument {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}=\"{}\"", self.role, Line(&self.text))
    }
}

/// Writes the kind, the trigger, and what is known of it: `damage damaged target="two substations" count=2 possible`.
impl Display for Event {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind, Line(&self.trigger.text))?;
        for argument in &self.args {
            write!(f, " {argument}")?;
        }
        if let Some(count) = self.count {
            write!(f, " count={count}")?;
        }
        if self.polarity != Polarity::Positive {
            write!(f, " {}", if self.polarity == Polarity::Open { "undecided" } else { "negative" })?;
        }
        if self.certainty != Certainty::Certain {
            write!(f, " {}", self.certainty)?;
        }
        if self.tense != Tense::None {
            write!(f, " {}", self.tense)?;
        }
        Ok(())
    }
}

/// Writes the kind, the class and the cue: `hedge modal "may"`.
impl Display for Cue {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} \"{}\"", self.kind, self.class, Line(&self.text))
    }
}

/// Writes each claim on a line of its own, as [`Extraction::line`] does.
impl Display for Extraction {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.claims.iter().try_for_each(|claim| writeln!(f, "{}", self.line(claim)))
    }
}

impl Extraction {
    /// A claim on one line: status, who answers for it, the content, `[cues]`, `{events}`.
    ///
    /// What goes without saying is left out: positive polarity, and primary claims. A certainty below certain stands
    /// behind the status.
    ///
    /// ```
    /// let extraction = factive::extract("The flood may reach the port, officials said.");
    /// for claim in &extraction.claims {
    ///     println!("{}", extraction.line(claim));
    /// }
    /// ```
    pub fn line<'a>(&'a self, claim: &'a Claim) -> impl Display + 'a {
        ClaimLine { extraction: self, claim }
    }
}

struct ClaimLine<'a> {
    extraction: &'a Extraction,
    claim: &'a Claim,
}

impl Display for ClaimLine<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { extraction, claim } = self;
        f.write_str(claim.status.as_str())?;
        if matches!(claim.certainty, Certainty::Possible | Certainty::Probable) {
            write!(f, " {}", claim.certainty)?;
        }
        if claim.polarity == Polarity::Negative {
            f.write_str(" negative")?;
        }
        if claim.tense != Tense::None {
            write!(f, " {}", claim.tense)?;
        }
        if !claim.primary {
            f.write_str(" aside")?;
        }
        if let Some(attribution) = extraction.attribution_of(claim) {
            write!(f, " by {}", Holder { extraction, attribution })?;
        }
        write!(f, ": \"{}\"", Line(&claim.text))?;
        if !claim.cues.is_empty() {
            f.write_str(" [")?;
            for (i, cue) in extraction.cues_of(claim).enumerate() {
                write!(f, "{}{}", if i == 0 { "" } else { ", " }, Line(&cue.text))?;
            }
            f.write_char(']')?;
        }
        extraction.events_of(claim).try_for_each(|event| write!(f, " {{{event}}}"))
    }
}

/// The chain, the cue and the channel: `"The governor" (wrote, via "her channel")`.
struct Holder<'a> {
    extraction: &'a Extraction,
    attribution: &'a Attribution,
}

impl Display for Holder<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { extraction, attribution } = self;
        if attribution.source_chain.is_empty() {
            f.write_str("nobody named")?;
        }
        let text = |id: &SourceId| extraction.source(*id).map_or("", |source| &source.text);
        for (i, id) in attribution.source_chain.iter().enumerate() {
            write!(f, "{}\"{}\"", if i == 0 { "" } else { " citing " }, Line(text(id)))?;
        }
        match (&attribution.cue, &attribution.channel) {
            (Some(cue), Some(channel)) => write!(f, " ({}, via \"{}\")", Line(&cue.text), Line(&channel.text)),
            (Some(cue), None) => write!(f, " ({})", Line(&cue.text)),
            (None, Some(channel)) => write!(f, " (via \"{}\")", Line(&channel.text)),
            (None, None) => Ok(()),
        }
    }
}

/// A piece of text with its line breaks shown as spaces.
struct Line<'a>(&'a str);

impl Display for Line<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut words = self.0.split_whitespace();
        words.next().map_or(Ok(()), |word| f.write_str(word))?;
        words.try_for_each(|word| write!(f, " {word}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_on_the_wire() {
        fn check<T: serde::Serialize + Display + 'static>(values: &[T]) {
            for value in values {
                assert_eq!(serde_json::to_value(value).unwrap(), value.to_string());
            }
        }
        check(Status::NAMED);
        check(Certainty::NAMED);
        check(Polarity::NAMED);
        check(Tense::NAMED);
        check(Style::NAMED);
        check(Stance::NAMED);
        check(CueKind::NAMED);
        check(CueClass::NAMED);
        check(Role::NAMED);
        check(SourceKind::NAMED);
        check(DiagnosticKind::NAMED);
    }

    #[test]
    fn counts_are_bounds() {
        let count = |min, max, approximate| Count { min, max, approximate }.to_string();
        assert_eq!(count(3, Some(9), false), "3..9");
        assert_eq!(count(12, None, false), "12..");
        assert_eq!(count(40, Some(40), true), "~40");
    }
}
