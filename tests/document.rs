//! Occurrences, origins, conflicts and drift, over texts made up for the purpose.

use factive::{ConflictReason, Drift, DriftKind, EventKind, Extraction, Occurrence, Origin, drift, extract};

/// The only occurrence of a kind that several claims tell of.
fn joined(extraction: &Extraction, kind: EventKind) -> Option<Occurrence> {
    let occurrences = extraction.occurrences();
    let mut joined =
        occurrences.into_iter().filter(|occurrence| occurrence.kind == kind && occurrence.claims.len() > 1);
    let first = joined.next();
    assert!(joined.next().is_none(), "several in\n{extraction}");
    first
}

#[track_caller]
fn is_joined(text: &str, kind: EventKind) -> (Extraction, Occurrence) {
    let extraction = extract(text);
    let occurrence = joined(&extraction, kind).unwrap_or_else(|| panic!("nothing is joined in\n{extraction}"));
    (extraction, occurrence)
}

#[track_caller]
fn is_apart(text: &str, kind: EventKind) {
    let extraction = extract(text);
    let mentions = extraction.events.iter().filter(|event| event.kind == kind).count();
    assert!(mentions > 1, "only {mentions} mentions in\n{extraction}");
    assert_eq!(joined(&extraction, kind), None, "{extraction}");
}

#[test]
fn mentions_with_the_same_target_are_joined() {
    let (_, occurrence) = is_joined(
        "Rebels shelled the Kesten power station on Monday. The power station was shelled, residents said.",
        EventKind::Bombardment,
    );
    assert_eq!(occurrence.affirmed_by.len(), 2);
    assert_eq!(occurrence.affirmed_by[0], Origin::Author);
    assert!(occurrence.conflicts.is_empty());
}

#[test]
fn other_things_are_apart() {
    is_apart("Rebels shelled the bridge. Rebels shelled the airfield.", EventKind::Bombardment);
    is_apart("Rebels captured Kesten. Rebels captured Dorrel.", EventKind::TerritoryChange);
    is_apart("Rebels captured the town on Monday. Rebels captured the town on Friday.", EventKind::TerritoryChange);
    is_apart("Two soldiers were killed in Kesten. Five soldiers were killed in Dorrel.", EventKind::Die);
    is_apart("Rebels captured the bridge. The army will capture the bridge.", EventKind::TerritoryChange);
}

#[test]
fn other_names_are_other_things() {
    is_apart("Jan Brod died in 2014. Sara Brod died last year, a friend said.", EventKind::Die);
    is_apart(
        "The bomb at the Dorrel embassy in Lesk killed 25 people. The bomb at the Dorrel embassy in Tarn killed ten people.",
        EventKind::Die,
    );
    is_joined("Gunmen shot the Kesten mayor dead. The mayor was killed at home, police said.", EventKind::Die);
    is_joined("Gen Brod was killed on Monday. Rebels said Omar Brod was killed on Monday.", EventKind::Die);
}

#[test]
fn whoever_is_described_and_named_is_one() {
    let text = "Police arrested a journalist, Mara Holt, on Tuesday. The ministry denied that Holt had been arrested.";
    assert_eq!(reasons(text, EventKind::Detain), (1, 1, vec![ConflictReason::Polarity]));
    let text = "The prime minister, Joan Peral, resigned on Monday. Her office said Peral had not resigned.";
    assert_eq!(reasons(text, EventKind::Personnel), (1, 1, vec![ConflictReason::Polarity]));
    is_joined("Joan Peral, the mayor, was killed on Sunday. The mayor was killed, her office said.", EventKind::Die);
    is_apart("Joan Peral, the mayor, was killed. Omar Brod, the mayor, was killed too.", EventKind::Die);
}

#[test]
fn what_happens_again_and_again_is_not_one_occurrence() {
    is_apart("The minister accused the union of lying. The minister later mocked the union.", EventKind::Accuse);
    is_apart("Nurses visited the camp in May. The bishop entered the camp on Friday.", EventKind::Move);
    is_joined("The senator endorsed Mara Holt. Mara Holt was endorsed on Sunday, her aides said.", EventKind::Agree);
}

#[test]
fn some_of_a_number_and_others_besides_do_not_contradict_it() {
    let part = "The blast killed 40 people in Kesten. Of those killed, nine were killed in Kesten.";
    assert!(extract(part).occurrences().iter().all(|occurrence| occurrence.conflicts.is_empty()));
    for text in [
        "Thirty people were killed in Kesten, police said. Fifteen of the people were killed in Kesten, a doctor said.",
        "Five people were killed in Kesten, police said. Two others were killed in Kesten, a doctor said.",
        "26 soldiers and eight rebels were killed in Kesten, police said. 19 people were killed in Kesten, a doctor said.",
        "Nine people were killed in the raid, police said. More than 70,000 people were killed, a doctor said.",
    ] {
        let extraction = extract(text);
        let conflicts = extraction.occurrences().into_iter().flat_map(|occurrence| occurrence.conflicts);
        assert_eq!(conflicts.count(), 0, "{extraction}");
    }
}

#[test]
fn another_one_is_another_one() {
    is_apart("A bomb exploded at a clinic in May. In June, a bomb exploded at another clinic.", EventKind::Bombing);
    is_apart("Six suspects were detained. Another eight suspects were not detained.", EventKind::Detain);
}

#[test]
fn a_sum_since_some_day_is_no_account_of_one_raid() {
    is_apart(
        "Gunmen killed six soldiers near Ordan on Saturday, police said. \
         More than 40 soldiers have died since January, according to a newspaper.",
        EventKind::Die,
    );
}

#[test]
fn every_held_event_is_in_one_occurrence() {
    let text = include_str!("articles/conflict.txt");
    let extraction = extract(text);
    let mut held: Vec<_> = extraction.claims.iter().flat_map(|claim| claim.events.clone()).collect();
    let mut occurring: Vec<_> = extraction.occurrences().into_iter().flat_map(|occurrence| occurrence.events).collect();
    held.sort();
    occurring.sort();
    assert!(!held.is_empty());
    assert_eq!(held, occurring);
}

#[test]
fn a_source_counts_once() {
    let (_, occurrence) = is_joined(
        "Police said two men were arrested in Kesten. The two men were arrested in Kesten, police said.",
        EventKind::Detain,
    );
    assert_eq!(occurrence.affirmed_by.len(), 1, "{occurrence:?}");
}

#[test]
fn a_chain_counts_once_for_its_last_member() {
    let text = "Twelve miners were killed in Kesten, the agency said, citing a rescue worker.";
    let extraction = extract(text);
    let occurrence = extraction.occurrences().into_iter().find(|occurrence| occurrence.kind == EventKind::Die).unwrap();
    assert_eq!(occurrence.affirmed_by.len(), 1);
    let Origin::Source(source) = occurrence.affirmed_by[0] else { panic!("{occurrence:?}") };
    let chain = extraction.chain_of(&extraction.claims[0]);
    assert_eq!(chain.last(), Some(&source));
}

#[test]
fn a_pronoun_that_stands_for_nobody_known_is_no_origin_of_its_own() {
    let extraction = extract("It rained for a week. He said the dam broke. \"I saw it,\" the mayor said.");
    let origin = |part: &str| {
        let claim = extraction.claims.iter().find(|claim| claim.text.contains(part)).unwrap();
        extraction.origin_of(claim)
    };
    assert_eq!(origin("the dam broke"), Origin::Unnamed);
    let Origin::Source(mayor) = origin("saw it") else { panic!("{extraction}") };
    assert_eq!(extraction.source(mayor).unwrap().text, "the mayor");
}

#[test]
fn accounts_that_exclude_each_other_are_conflicts() {
    let reasons = |text: &str, kind| {
        let (_, occurrence) = is_joined(text, kind);
        occurrence.conflicts.iter().map(|conflict| conflict.reason).collect::<Vec<_>>()
    };
    assert_eq!(
        reasons(
            "Twelve people were killed in Kesten, police said. The hospital said 15 people were killed in Kesten.",
            EventKind::Die
        ),
        [ConflictReason::Count]
    );
    assert_eq!(
        reasons(
            "The army said drones hit the Kesten port. The harbour master said the drones did not hit the port.",
            EventKind::Bombardment
        ),
        [ConflictReason::Polarity]
    );
    assert_eq!(
        reasons(
            "Rebels captured Kesten on Monday, the army said. Residents said that the rebels captured Kesten on Sunday.",
            EventKind::TerritoryChange
        ),
        [ConflictReason::Time]
    );
}

#[test]
fn accounts_that_allow_each_other_are_none() {
    for text in [
        "At least 12 people were killed in Kesten, police said. The hospital said 15 people were killed in Kesten.",
        "About 40 people were killed in Kesten, police said. The hospital said 42 people were killed in Kesten.",
        "Dozens of people were killed in Kesten, police said. The hospital said 31 people were killed in Kesten.",
    ] {
        let (_, occurrence) = is_joined(text, EventKind::Die);
        assert!(occurrence.conflicts.is_empty(), "{text}");
    }
    let (_, occurrence) = is_joined(
        "Rebels may have captured the airfield, police said. The army said rebels had not captured the airfield.",
        EventKind::TerritoryChange,
    );
    assert!(occurrence.conflicts.is_empty());
}

fn kinds(drifts: &[Drift]) -> Vec<DriftKind> {
    drifts.iter().map(|drift| drift.kind).collect()
}

#[test]
fn a_lost_hedge_and_a_lost_source_are_drift() {
    let first = extract("Drones may have damaged the Kesten bridge, the governor said.");
    let second = extract("It was a quiet day. Drones damaged the Kesten bridge, the governor said.");
    let third = extract("Drones damaged the Kesten bridge.");
    assert_eq!(kinds(&drift(&[&first, &second])), [DriftKind::HedgeLost]);
    assert_eq!(kinds(&drift(&[&second, &third])), [DriftKind::SourceLost]);
    let all = drift(&[&first, &second, &third]);
    assert_eq!(kinds(&all), [DriftKind::HedgeLost, DriftKind::SourceLost]);
    assert_eq!((all[0].before.report, all[0].after.report, all[1].after.report), (0, 1, 2));
}

#[test]
fn what_is_gained_or_kept_is_no_drift() {
    let plain = extract("Drones damaged the Kesten bridge.");
    let hedged = extract("Drones may have damaged the Kesten bridge, the governor said.");
    let other = extract("Drones damaged the Dorrel depot.");
    assert_eq!(drift(&[&plain, &hedged]), []);
    assert_eq!(drift(&[&hedged, &hedged]), []);
    assert_eq!(drift(&[&hedged, &other]), []);
    assert_eq!(drift(&[]), []);
}

#[test]
fn a_long_text_is_read_in_linear_time() {
    let sentence = "Twelve people were killed in Kesten on Monday, police said. Rebels shelled the bridge. ";
    let time = |times: usize| {
        let extraction = extract(&sentence.repeat(times));
        let run = || {
            let start = std::time::Instant::now();
            assert!(!extraction.occurrences().is_empty());
            start.elapsed().as_secs_f64()
        };
        // the shortest of several, since other programs run beside
        (0..24).map(|_| run()).fold(f64::INFINITY, f64::min)
    };
    let (short, long) = (time(100), time(1600));
    assert!(long < 80.0 * short, "{short} s for 100, {long} s for 1600");
}

/// Two texts or more, as a fact-checker meets them: who says what, and what excludes what.
#[track_caller]
fn reasons(text: &str, kind: EventKind) -> (usize, usize, Vec<ConflictReason>) {
    let (_, occurrence) = is_joined(text, kind);
    let reasons = occurrence.conflicts.iter().map(|conflict| conflict.reason).collect();
    (occurrence.affirmed_by.len(), occurrence.denied_by.len(), reasons)
}

#[test]
fn a_denied_capture_is_disputed() {
    let text = "Rebels said they had captured the town of Kesten on Monday. \
        The defence ministry denied that the town had been captured.";
    assert_eq!(reasons(text, EventKind::TerritoryChange), (1, 1, vec![ConflictReason::Polarity]));
}

#[test]
fn a_spokesman_who_denies_contradicts_his_ministry() {
    let text = "The ministry said two drones had been shot down over the port. \
        Its spokesman later said no drones had been shot down.";
    assert_eq!(reasons(text, EventKind::Intercept), (1, 1, vec![ConflictReason::Polarity]));
}

#[test]
fn two_affirm_what_one_denies() {
    let text = "Officials confirmed that two hostages had been released. A rebel spokesman said no hostages had been released. \
        The two hostages were released on Sunday, a Red Cross worker said.";
    let both = vec![ConflictReason::Polarity, ConflictReason::Polarity];
    assert_eq!(reasons(text, EventKind::Release), (2, 1, both));
}

#[test]
fn three_accounts_of_a_fire_conflict_where_their_bounds_do() {
    // "about 45" allows 40; more than 60 excludes both
    let text = "Wildfire destroyed 40 houses near Lenno on Monday, firefighters said. \
        Police said about 45 houses had been destroyed. The mayor said the fire had destroyed more than 60 houses.";
    let counts = vec![ConflictReason::Count, ConflictReason::Count];
    assert_eq!(reasons(text, EventKind::Damage), (3, 0, counts));
}

#[test]
fn a_toll_grows_from_report_to_report_without_drift() {
    let first = extract("The strike killed nine soldiers in Dorvan, the minister said.");
    let second = extract("The strike killed 11 soldiers in Dorvan, the minister said.");
    assert_eq!(drift(&[&first, &second]), []);
}

#[test]
fn a_story_loses_its_hedge_and_then_its_source() {
    let reports = [
        extract("The governor may have resigned, two aides said."),
        extract("The governor has resigned, two aides said."),
        extract("The governor has resigned."),
    ];
    let drifts = drift(&reports.iter().collect::<Vec<_>>());
    let steps: Vec<_> = drifts.iter().map(|drift| (drift.kind, drift.before.report, drift.after.report)).collect();
    assert_eq!(steps, [(DriftKind::HedgeLost, 0, 1), (DriftKind::SourceLost, 1, 2)]);
}

#[test]
fn two_events_of_a_claim_lose_their_source_once() {
    let first = extract("The minister said the strike killed nine soldiers in Dorvan.");
    let second = extract("The strike killed nine soldiers in Dorvan.");
    assert_eq!(kinds(&drift(&[&first, &second])), [DriftKind::SourceLost]);
}

#[test]
fn a_denial_is_no_source_that_gets_lost() {
    let first = extract("The minister denied that troops had attacked the camp.");
    let second = extract("Troops attacked the camp.");
    assert_eq!(drift(&[&first, &second]), []);
}
