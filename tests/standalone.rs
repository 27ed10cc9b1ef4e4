//! Stand-alone text: what is filled in, what stays, and that nothing else changes.

use factive::{EditKind, Standalone, extract};

/// The stand-alone text of the claim that has these words, with the edits as `kind:from>to`.
fn standalone(text: &str, part: &str) -> (String, Vec<String>) {
    let extraction = extract(text);
    let claim = extraction.claims.iter().rfind(|claim| claim.text.contains(part));
    let claim = claim.unwrap_or_else(|| panic!("no claim has {part:?} in\n{extraction}"));
    let Standalone { text, edits, .. } = claim.standalone(&extraction);
    let edits = edits.iter().map(|edit| format!("{:?}:{}>{}", edit.kind, edit.from, edit.to.as_deref().unwrap_or("?")));
    (text, edits.collect())
}

#[test]
fn a_claim_that_lacks_nothing_stays_as_it_is() {
    let (text, edits) = standalone("The dam broke on Monday, officials said.", "dam");
    assert_eq!(text, "The dam broke on Monday");
    assert_eq!(edits, [""; 0]);
}

#[test]
fn a_shared_subject_is_filled_in() {
    let (text, edits) = standalone("Rebels shelled the bridge on Monday and later fled across the river.", "fled");
    assert_eq!(text, "Rebels later fled across the river");
    assert_eq!(edits, ["SharedSubject:>Rebels"]);

    let (text, _) = standalone("The army of the north captured the airfield and destroyed two depots.", "destroyed");
    assert_eq!(text, "The army of the north destroyed two depots");
}

#[test]
fn what_a_relative_clause_is_about_is_filled_in() {
    let text = "Governor Ana Ruiz, who is visiting Lisse, condemned the raid.";
    assert_eq!(standalone(text, "is visiting").0, "Governor Ana Ruiz is visiting Lisse");

    let text = "The mayor opened a station in Port Esker that will rescue sailors and treat the injured.";
    assert_eq!(standalone(text, "will rescue").0, "a station in Port Esker will rescue sailors");
}

#[test]
fn a_subject_that_may_be_one_of_two_stays_out() {
    let text = "Troops found a lorry near a village that was shelled on Monday.";
    assert_eq!(standalone(text, "was shelled").0, "was shelled on Monday");
}

#[test]
fn who_does_what_a_participle_tells_is_filled_in() {
    let text = "Gunmen stormed a post near Ordan, killing six soldiers.";
    assert_eq!(standalone(text, "killing").0, "Gunmen killing six soldiers");
}

#[test]
fn who_promises_is_filled_in_before_the_infinitive() {
    let (text, edits) = standalone("The premier promised to send reinforcements to Ordan.", "send");
    assert_eq!(text, "The premier to send reinforcements to Ordan");
    assert_eq!(edits, ["SharedSubject:>The premier"]);
}

#[test]
fn who_reports_stands_for_each_clause_of_the_report() {
    let text = "Residents of Ordan said they heard gunfire and later saw helicopters over the hills.";
    assert_eq!(standalone(text, "heard").0, "Residents of Ordan heard gunfire");
    assert_eq!(standalone(text, "saw").0, "Residents of Ordan later saw helicopters over the hills");
}

#[test]
fn a_mine_is_no_pronoun() {
    let extraction = extract("The coal mine was closed on Monday.");
    assert!(extraction.claims[0].standalone(&extraction).is_complete());
}

#[test]
fn a_shared_subject_that_is_an_unlinked_pronoun_stays_one() {
    let (text, edits) = standalone("They shelled the bridge on Monday and later fled across the river.", "fled");
    assert_eq!(text, "They later fled across the river");
    assert_eq!(edits, ["SharedSubject:>They", "Unlinked:They>?"]);
}

#[test]
fn a_speaker_is_named_behind_the_pronoun() {
    let text = "Governor Ana Ruiz arrived on Monday. \"I will resign,\" Ruiz told reporters.";
    let (text, edits) = standalone(text, "resign");
    assert_eq!(text, "I [Ana Ruiz] will resign");
    assert_eq!(edits, ["Speaker:I>I [Ana Ruiz]"]);
}

#[test]
fn a_pronoun_that_is_a_linked_source_is_replaced() {
    let text = "Governor Ana Ruiz said that the drones hit the port. She denied that the builders were careless.";
    let (text, edits) = standalone(text, "denied");
    assert_eq!(text, "Ana Ruiz denied that the builders were careless");
    assert_eq!(edits, ["LinkedPronoun:She>Ana Ruiz"]);
}

#[test]
fn what_is_not_known_stays_and_is_listed() {
    let text = "A clerk met a guard. He was arrested in the village with his brother.";
    let (text, edits) = standalone(text, "arrested");
    assert_eq!(text, "He was arrested in the village with his brother");
    assert_eq!(edits, ["Unlinked:He>?", "Unlinked:his>?"]);
}

#[test]
fn a_country_is_no_pronoun() {
    let (text, edits) = standalone("The US deployed troops.", "deployed");
    assert_eq!((text.as_str(), edits.len()), ("The US deployed troops", 0));
}

#[test]
fn edits_tell_where_they_are() {
    let text = "Rebels shelled the bridge on Monday and later fled across the river with their guns.";
    let extraction = extract(text);
    for claim in &extraction.claims {
        for edit in claim.standalone(&extraction).edits {
            assert_eq!(edit.span.of(text), edit.from);
            assert_eq!(edit.to.is_none(), edit.kind == EditKind::Unlinked);
        }
    }
}

#[test]
fn a_subject_with_an_apposition_keeps_its_commas() {
    let text = "Ana Ruiz, the governor, visited the dam and ordered an inquiry.";
    assert_eq!(standalone(text, "ordered an inquiry").0, "Ana Ruiz, the governor, ordered an inquiry");
    let list = "Two men, three women and a child left the house and fled north.";
    assert_eq!(standalone(list, "fled north").0, "Two men, three women and a child fled north");
}

#[test]
fn who_reports_of_itself_is_filled_in() {
    assert_eq!(
        standalone("The ministry said it would close the road.", "close").0,
        "The ministry would close the road"
    );
    assert_eq!(standalone("Rebels said they had captured Kesten.", "captured").0, "Rebels had captured Kesten");
    // it may be the weather, they may be others
    assert_eq!(standalone("The company said it was raining.", "raining").0, "it was raining");
    assert_eq!(standalone("The ministry said they had left.", "left").0, "they had left");
}

#[test]
fn what_is_denied_or_left_open_outside_is_marked() {
    let denied = "The army denied that it had shelled the market.";
    assert_eq!(standalone(denied, "it had shelled").0, "[denied] The army had shelled the market");
    assert_eq!(standalone("It is unclear whether the pilot survived.", "survived").0, "[open] the pilot survived");
    // these words say so themselves
    assert_eq!(standalone("No one was hurt, police said.", "hurt").0, "No one was hurt");
    assert_eq!(standalone("Aides said the mayor refused to resign.", "refused").0, "the mayor refused to resign");
}

#[test]
fn a_plural_reports_as_they_and_not_as_it() {
    let text = "Opposition parties welcomed the move but said it did not go far enough.";
    assert_eq!(standalone(text, "go far").0, "it did not go far enough");
    assert_eq!(
        standalone("The authorities said they had closed the site.", "closed").0,
        "The authorities had closed the site"
    );
}

#[test]
fn they_are_those_last_spoken_of() {
    let text = "One man said that guards threatened to kill his brother. The authorities deny that anyone was hurt. \
                They have refused to let inspectors in.";
    assert_ne!(standalone(text, "refused to let").0, "guards have refused to let inspectors in");
}

#[test]
fn whom_a_speaker_means_stays_open() {
    let text = "Most economists had expected a cut. \"They are behind the curve,\" wrote Max Dorn of Lane Capital.";
    assert_eq!(standalone(text, "behind the curve").0, "They are behind the curve");
}

#[test]
fn what_stands_in_the_claim_points_not_out_of_it() {
    let (text, edits) = standalone("The army denied that it had shelled the market.", "The army denied");
    assert_eq!((text.as_str(), edits.len()), ("The army denied that it had shelled the market", 0));
}

#[test]
fn an_age_is_no_subject() {
    let text = "Ilia Toma, 54, who was pulled from the mud, spoke on Monday.";
    assert_eq!(standalone(text, "was pulled").0, "Ilia Toma, 54, was pulled from the mud");
}

#[test]
fn a_second_pronoun_is_not_named_where_the_first_is_not() {
    let text = "Karl Brandt met Omar Reyes. Brandt said that he took responsibility for what he called a failure.";
    assert_eq!(standalone(text, "took responsibility").0, "he took responsibility for what he called a failure");
}

#[test]
fn a_pronoun_that_reports_nothing_is_linked_where_one_person_can_be_meant() {
    let text = "Mara Holt opened the fair on Monday. She left at noon and sold her horse. Her dog stayed behind.";
    assert_eq!(standalone(text, "left at noon").0, "Mara Holt left at noon");
    assert_eq!(standalone(text, "sold her").0, "Mara Holt sold her horse");
    assert_eq!(standalone(text, "stayed behind").0, "Mara Holt's dog stayed behind");
    let text = "Omar Reyes crossed the bridge. The patrol stopped him at dawn.";
    assert_eq!(standalone(text, "patrol stopped").0, "The patrol stopped Omar Reyes at dawn");
}

#[test]
fn a_pronoun_that_may_be_either_stays() {
    for text in [
        "Karl Brandt met Omar Reyes on Monday. He left the town.",
        "Karl Brandt spoke on Monday. Reyes waited outside. He left the town.",
        "A driver told a guard that he had seen the fire. He left the town.",
        "Karl Brandt was ill. \"He left the town,\" a nurse said.",
    ] {
        assert_eq!(standalone(text, "He left").0, "He left the town", "{text}");
    }
}
