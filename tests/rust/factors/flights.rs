//! Flights: the uncertainty of their contrails, the assumption of their seats, and a footprint computed in both ways.

use claquette::output::Output;
use claquette::{
    Account, Aviation, Footprint, Language, Limits, Options, Part, Variance, check_json, compute, report,
};
use claquette_conformance::bundled;

/// CDG–JFK of a French production, priced in a way.
fn flight(aviation: Aviation) -> Footprint {
    let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2026}, "lines": [
        {"id": "L1", "what": {"plane": {"from": "CDG", "to": "JFK", "passengers": 1}}}]}"#;
    let references = bundled();
    let production = check_json(input, &references, &Limits::default()).production.expect("sound");
    compute(&production, &references, &Options { aviation, ..Options::default() }).expect("a footprint")
}

/// Base Carbone 43773 with contrails is 0.151 ± 70 %, 43774 without them 0.0832 ± 10 %, the contrails 0.068:
/// √((0.7 × 0.151)² − (0.1 × 0.0832)²) ÷ 0.068 = √(0.01117249 − 0.00006922) ÷ 0.068 = 1.5496.
#[test]
fn contrails_keep_an_uncertainty_of_their_own() {
    let footprint = flight(Aviation::ByPlace);
    let [factor] = &*footprint.factors else { panic!("one factor") };
    assert_eq!(factor.uncertainty.map(|percent| percent.0.to_string()).as_deref(), Some("70"));
    for slot in &factor.slots {
        let stated = slot.uncertainty.map(|percent| percent.0.to_string());
        assert_eq!(stated.as_deref(), (slot.part == Part::Contrails).then_some("155"), "{slot:?}");
    }
    let read =
        Footprint::from_json(footprint.to_json().as_bytes(), &Limits::default()).expect("what was written");
    assert_eq!(read, footprint);
}

/// 5,849 km × 0.151 by seats, × 0.16415 by territory, on average over cabins.
#[test]
fn both_ways_stand_beside_each_other() {
    let [by_seats, by_haul] = [Aviation::BySeats, Aviation::ByHaul].map(flight);
    assert_eq!(by_seats.total(Account::Counted).kilograms().to_string(), "883.199");
    assert_eq!(by_haul.total(Account::Counted).kilograms().to_string(), "960.11335");
    let variance = Variance::between(&by_seats, &by_haul, Account::Counted).expect("the same production");
    assert_eq!(variance.difference.kilograms().to_string(), "76.91435");
}

#[test]
fn a_report_says_what_was_assumed_and_which_way_was_taken() {
    let says = |aviation, language| {
        let report = report(&flight(aviation), language);
        report.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let english = says(Aviation::ByPlace, Language::En);
    for said in [
        "(plane of more than 220 seats, for a flight of 5,000 km and more, assumption)",
        "Flights are counted by seats and distance; counted by territory, they would give other figures",
        "Contrails are a part of their own, uncertain by ±155%.",
    ] {
        assert!(english.contains(said), "{said}\n{english}");
    }
    let french = says(Aviation::ByHaul, Language::Fr);
    assert!(french.contains("Vols comptés par territoires ; comptés par sièges et distance"), "{french}");
    assert!(!french.contains("155"), "{french}");
}
