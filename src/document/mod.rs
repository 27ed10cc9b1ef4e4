//! The document above the claims: which mentions are about the same occurrence, who stands behind it, where the text
//! disagrees with itself, and what gets lost between one report and the next.
//!
//! All of it says what texts say. Two origins are two origins, not evidence, and a conflict has no winner.

mod conflict;
mod drift;
mod occurrence;
mod participant;
mod profile;

pub use conflict::{Conflict, ConflictReason};
pub use drift::{Drift, DriftKind, Reported, drift};
pub use occurrence::{Occurrence, Origin};
