//! How the kinds of events correspond to those of other ontologies: ACE 2005, PLOVER, CAMEO and MUC-4.
//!
//! The correspondence is by meaning and coarse: several kinds may share a code, a kind may have several, and a code may
//! mean more than the kind. Codes of other ontologies are names, not text of theirs.

use crate::model::EventKind;

/// Kind, ACE 2005 types, PLOVER categories, CAMEO codes, MUC-4 incident types.
type Row =
    (EventKind, &'static [&'static str], &'static [&'static str], &'static [&'static str], &'static [&'static str]);

static TABLE: [Row; 30] = {
    use EventKind::*;
    [
        (Attack, &["Conflict.Attack"], &["ASSAULT"], &["18", "190", "193"], &["ATTACK"]),
        (Bombardment, &["Conflict.Attack"], &["ASSAULT"], &["194", "195"], &["ATTACK", "BOMBING"]),
        (Bombing, &["Conflict.Attack"], &["ASSAULT"], &["183"], &["BOMBING"]),
        (Intercept, &["Conflict.Attack"], &["ASSAULT"], &["190", "194"], &[]),
        (
            TerritoryChange,
            &["Conflict.Attack", "Transaction.Transfer-Ownership"],
            &["ASSAULT", "YIELD"],
            &["191", "192", "087"],
            &[],
        ),
        (Die, &["Life.Die"], &["ASSAULT"], &["18", "19", "20"], &["ATTACK"]),
        (Injure, &["Life.Injure"], &["ASSAULT"], &["182"], &["ATTACK"]),
        (Abduct, &["Justice.Arrest-Jail"], &["ASSAULT"], &["181"], &["KIDNAPPING"]),
        (Detain, &["Justice.Arrest-Jail"], &["COERCE"], &["173"], &[]),
        (Release, &["Justice.Release-Parole"], &["YIELD"], &["0841"], &[]),
        (Damage, &["Conflict.Attack"], &["ASSAULT"], &["1821", "190"], &["ARSON"]),
        (Disaster, &[], &[], &[], &[]),
        (Accident, &[], &[], &[], &[]),
        (EmergencyResponse, &[], &["AID"], &["073"], &[]),
        (Evacuate, &["Movement.Transport"], &["AID", "YIELD"], &["074", "087"], &[]),
        (Move, &["Movement.Transport"], &["CONSULT", "MOBILIZE"], &["042", "043", "15"], &[]),
        (Mobilize, &["Movement.Transport"], &["MOBILIZE"], &["15"], &[]),
        (Protest, &["Conflict.Demonstrate"], &["PROTEST"], &["14"], &[]),
        (Contact, &["Contact.Meet", "Contact.Phone-Write"], &["CONSULT"], &["04"], &[]),
        (Agree, &[], &["AGREE", "COOPERATE"], &["03", "05", "06", "087"], &[]),
        (Reject, &[], &["REJECT"], &["12", "015"], &[]),
        (Accuse, &[], &["ACCUSE"], &["11"], &[]),
        (ClaimResponsibility, &[], &["ACCUSE", "ASSAULT"], &[], &[]),
        (Threaten, &[], &["THREATEN"], &["13"], &[]),
        (Request, &[], &["REQUEST"], &["02", "10"], &[]),
        (Sanction, &[], &["SANCTION", "COERCE"], &["16", "172"], &[]),
        (Transfer, &["Transaction.Transfer-Money", "Transaction.Transfer-Ownership"], &["AID"], &["07", "061"], &[]),
        (Investigate, &[], &["ACCUSE"], &["09"], &[]),
        (
            Prosecute,
            &["Justice.Charge-Indict", "Justice.Trial-Hearing", "Justice.Convict", "Justice.Sentence"],
            &["COERCE", "ACCUSE"],
            &["115", "1125"],
            &[],
        ),
        (
            Personnel,
            &["Personnel.Start-Position", "Personnel.End-Position", "Personnel.Elect", "Personnel.Nominate"],
            &[],
            &[],
            &[],
        ),
    ]
};

impl EventKind {
    /// The types of ACE 2005 that correspond, the nearest first; none for kinds that it lacks.
    ///
    /// ```
    /// assert_eq!(factive::EventKind::Die.ace2005(), ["Life.Die"]);
    /// assert!(factive::EventKind::Custom("merger".into()).ace2005().is_empty());
    /// ```
    pub fn ace2005(&self) -> &'static [&'static str] {
        self.row().map_or(&[], |row| row.1)
    }

    /// The categories of PLOVER that correspond, the nearest first.
    ///
    /// ```
    /// assert_eq!(factive::EventKind::Contact.plover(), ["CONSULT"]);
    /// ```
    pub fn plover(&self) -> &'static [&'static str] {
        self.row().map_or(&[], |row| row.2)
    }

    /// The codes of CAMEO that correspond, with the codes below them.
    ///
    /// ```
    /// assert_eq!(factive::EventKind::Protest.cameo(), ["14"]);
    /// ```
    pub fn cameo(&self) -> &'static [&'static str] {
        self.row().map_or(&[], |row| row.3)
    }

    /// The incident types of MUC-4 that correspond; for casualties, the type whose victims they are.
    ///
    /// ```
    /// assert_eq!(factive::EventKind::Abduct.muc4(), ["KIDNAPPING"]);
    /// ```
    pub fn muc4(&self) -> &'static [&'static str] {
        self.row().map_or(&[], |row| row.4)
    }

    fn row(&self) -> Option<&'static Row> {
        TABLE.iter().find(|row| row.0 == *self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_row() {
        for (row, kind) in TABLE.iter().zip(&EventKind::ALL) {
            assert_eq!(row.0, *kind);
        }
    }
}
