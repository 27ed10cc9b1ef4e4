//! The pipeline, read top-down: text -> tokens -> sentences -> word classes -> cues -> attributions -> events -> claims.
//!
//! Each step reads what the steps above it left and adds its own list; none changes what another has found.

use crate::model::Extraction;

/// What the steps need besides the text. It is built once and shared; nothing in it changes during extraction.
#[derive(Debug, Default)]
pub(crate) struct Knowledge {
    pub events: Events,
}

/// Which events are returned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Events {
    /// Those of a kind that the rules name.
    #[default]
    Typed,
    /// Those, and every other predicate as [`crate::model::EventKind::Other`].
    All,
}

/// Reads one text.
pub(crate) fn run(text: &str, knowledge: &Knowledge) -> Extraction {
    let _ = (text, knowledge.events);
    Extraction::default()
}
