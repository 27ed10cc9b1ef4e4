//! The kinds of events, and their names on the wire.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What kind of event it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum EventKind {
    /// Armed attack, clash, battle, war, offensive.
    Attack,
    /// Air, artillery, missile or drone strike; shelling.
    Bombardment,
    /// Explosive device, car bomb, suicide bomb, explosion.
    Bombing,
    /// Shooting down or repelling aircraft, drones, missiles.
    Intercept,
    /// Capture, liberate, retake, withdraw, advance, besiege.
    TerritoryChange,
    /// Somebody dies.
    Die,
    /// Somebody is wounded.
    Injure,
    /// Kidnapping, hostage taking.
    Abduct,
    /// Arrest, detention.
    Detain,
    /// Release of people held.
    Release,
    /// Destruction, damage.
    Damage,
    /// Flood, quake, fire, storm.
    Disaster,
    /// Crash, collapse, leak.
    Accident,
    /// Rescue, treatment, fire-fighting.
    EmergencyResponse,
    /// Evacuation, flight, displacement.
    Evacuate,
    /// Travel, arrival, visit.
    Move,
    /// Deployment, build-up, exercise.
    Mobilize,
    /// Demonstration, strike, riot.
    Protest,
    /// Meeting, talks, call.
    Contact,
    /// Agreement, ceasefire, deal.
    Agree,
    /// Rejection, denial, refusal.
    Reject,
    /// Accusation, blame, condemnation.
    Accuse,
    /// Claim of responsibility.
    ClaimResponsibility,
    /// Threat.
    Threaten,
    /// Call for something, demand, order.
    Request,
    /// Sanctions, embargo, ban.
    Sanction,
    /// Aid, supply, sale, payment.
    Transfer,
    /// Probe, inquiry.
    Investigate,
    /// Charge, trial, conviction, sentence.
    Prosecute,
    /// Appointment, election, resignation, dismissal.
    Personnel,
    /// Any other predicate; returned only on request.
    Other,
    /// A kind of the user's own, made by a rule file.
    Custom(String),
}

impl EventKind {
    /// The built-in kinds, without [`Other`](Self::Other), in wire order.
    pub const ALL: [EventKind; 30] = [
        Self::Attack,
        Self::Bombardment,
        Self::Bombing,
        Self::Intercept,
        Self::TerritoryChange,
        Self::Die,
        Self::Injure,
        Self::Abduct,
        Self::Detain,
        Self::Release,
        Self::Damage,
        Self::Disaster,
        Self::Accident,
        Self::EmergencyResponse,
        Self::Evacuate,
        Self::Move,
        Self::Mobilize,
        Self::Protest,
        Self::Contact,
        Self::Agree,
        Self::Reject,
        Self::Accuse,
        Self::ClaimResponsibility,
        Self::Threaten,
        Self::Request,
        Self::Sanction,
        Self::Transfer,
        Self::Investigate,
        Self::Prosecute,
        Self::Personnel,
    ];

    /// The name on the wire, such as `territory_change`.
    pub fn name(&self) -> &str {
        match self {
            Self::Attack => "attack",
            Self::Bombardment => "bombardment",
            Self::Bombing => "bombing",
            Self::Intercept => "intercept",
            Self::TerritoryChange => "territory_change",
            Self::Die => "die",
            Self::Injure => "injure",
            Self::Abduct => "abduct",
            Self::Detain => "detain",
            Self::Release => "release",
            Self::Damage => "damage",
            Self::Disaster => "disaster",
            Self::Accident => "accident",
            Self::EmergencyResponse => "emergency_response",
            Self::Evacuate => "evacuate",
            Self::Move => "move",
            Self::Mobilize => "mobilize",
            Self::Protest => "protest",
            Self::Contact => "contact",
            Self::Agree => "agree",
            Self::Reject => "reject",
            Self::Accuse => "accuse",
            Self::ClaimResponsibility => "claim_responsibility",
            Self::Threaten => "threaten",
            Self::Request => "request",
            Self::Sanction => "sanction",
            Self::Transfer => "transfer",
            Self::Investigate => "investigate",
            Self::Prosecute => "prosecute",
            Self::Personnel => "personnel",
            Self::Other => "other",
            Self::Custom(name) => name,
        }
    }

    /// The kind of a name: built-in where it is one, else [`Custom`](Self::Custom).
    ///
    /// ```
    /// use factive::EventKind;
    /// assert_eq!(EventKind::from_name("die"), EventKind::Die);
    /// assert_eq!(EventKind::from_name("merger"), EventKind::Custom("merger".into()));
    /// ```
    pub fn from_name(name: &str) -> Self {
        if name == "other" {
            return Self::Other;
        }
        Self::ALL.iter().find(|kind| kind.name() == name).cloned().unwrap_or_else(|| Self::Custom(name.to_owned()))
    }
}

impl fmt::Display for EventKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for EventKind {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for EventKind {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::from_name(&String::deserialize(deserializer)?))
    }
}
