//! Pins: a production or a call that names its sets, and others.

use claquette::output::FootprintSummary;
use claquette::{Options, ParameterValue, References};
use claquette_conformance::{Outcome, without_factors};
use serde_json::{Value, json};

use crate::extract::extracted;

const MINE: &str = "id,key,place,year,unit,value,source\n\
                    inn,accommodation.hotel,FR,2024,kgCO2e/room.night,4,bill\n";

fn references() -> References {
    without_factors().with_set("mine", MINE).expect("a sound set")
}

/// A production of one line, with these pins.
fn production(sets: &Value) -> Vec<u8> {
    json!({"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "sets": sets,
           "lines": [{"id": "L1", "what": {"hotel": {"rooms": 2, "nights": 3}}}]})
    .to_string()
    .into_bytes()
}

/// What the result of the production without pins says of its sets.
fn sets_of_the_result() -> Value {
    match Outcome::of(&production(&json!([])), &references(), &Options::default()) {
        Outcome::Priced(footprint) => {
            serde_json::to_value(FootprintSummary::new(&footprint)).unwrap()["sets"].clone()
        }
        Outcome::Refused(problems, _) => panic!("{problems:?}"),
    }
}

fn said<P: std::fmt::Display>(problems: &[P]) -> Vec<String> {
    problems.iter().map(ToString::to_string).collect()
}

/// 2 rooms × 3 nights × 4 kgCO2e/room.night = 24 kg, with the sets that are pinned and with their extract; with
/// another value of the user's own, nothing.
#[test]
fn a_pinned_production_is_computed_with_its_sets_and_no_others() {
    let pinned = production(&sets_of_the_result());
    let outcome = Outcome::of(&pinned, &references(), &Options::default());
    let footprint = outcome.footprint().expect("the same sets");
    assert_eq!(footprint.total(claquette::Account::Counted).kilograms().to_string(), "24");
    let files = extracted(&pinned, &references(), &Options::default());
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (&**name, &**text)).collect();
    let replayed = References::read_extract(&files).expect("an extract");
    assert!(Outcome::of(&pinned, &replayed, &Options::default()).footprint().is_some());

    let other = without_factors().with_set("mine", &MINE.replace(",4,", ",5,")).expect("a sound set");
    let outcome = Outcome::of(&pinned, &other, &Options::default());
    // printf "$(sha256sum < mine.csv | cut -c-64)  mine\n" | sha256sum, of both tables
    assert_eq!(
        said(&outcome.problems()),
        [
            "/sets/0: expected set: mine f0f0174e13c5162fc409e6e71754a5779f1d04278a7b82676e8dec7ee38888e9; found: mine 99e6ee171544c33bbf1bdd99505a0ab19102400a1e19ca8b9c0560658dc24eec"
        ]
    );
}

#[test]
fn what_is_missing_or_in_another_order_is_another_set() {
    let sets = sets_of_the_result();
    let [mine, bundle, airports, cities, stations] = &sets.as_array().unwrap()[..] else { panic!("{sets}") };
    let places = |sets: Value| {
        let outcome = Outcome::of(&production(&sets), &references(), &Options::default());
        let places = outcome
            .problems()
            .into_iter()
            .map(|problem| format!("{} {}", problem.code(), problem.location()));
        places.collect::<Vec<_>>()
    };
    assert_eq!(places(json!([mine, bundle, airports, cities, stations])), [] as [&str; 0]);
    assert_eq!(
        places(json!([bundle, mine, airports, cities, stations])),
        ["other-set /sets/0", "other-set /sets/1"]
    );
    assert_eq!(places(json!([mine])), ["other-set /sets"; 4]);
    assert_eq!(places(json!([mine, bundle, airports, cities, stations, mine])), ["other-set /sets/5"]);
    // A pin that is not whole is reported as that, and nothing is compared.
    assert_eq!(places(json!([{"name": "mine"}])), ["missing-field /sets/0"]);
    assert_eq!(places(json!([5])), ["wrong-type /sets/0"]);
}

#[test]
fn a_call_pins_its_tables() {
    let pins: Vec<(String, String)> =
        references().hashes().map(|hash| (hash.name.to_string(), hash.sha256.to_uppercase())).collect();
    let pins: Vec<(&str, &str)> = pins.iter().map(|(name, hash)| (&**name, &**hash)).collect();
    assert!(references().pinned(&pins).is_ok());
    let problems = without_factors()
        .pinned(&pins[1..])
        .map(|_| ())
        .and_then(|()| references().pinned(&pins[..4]).map(|_| ()));
    let problems = said(&problems.unwrap_err().iter().collect::<Vec<_>>());
    assert!(
        problems.len() == 1 && problems[0].starts_with("/4: expected set: none; found: stations.csv "),
        "{problems:?}"
    );
    let problems = references().pinned(&[("mine", "abc")]).unwrap_err();
    assert_eq!(
        said(&problems.iter().collect::<Vec<_>>()),
        ["/0/sha256: `abc` is not a SHA-256: it has 64 hexadecimal digits"]
    );
    let french = references().pinned(&[]).unwrap_err()[0].message(claquette::Language::Fr);
    assert!(french.starts_with("jeu attendu : aucun ; trouvé : mine "), "{french}");
}

/// Twenty thousand pins gave twenty thousand problems, each with its text whole: nothing was bounded or counted.
#[test]
fn the_problems_of_pins_are_bounded() {
    let (long, hash) = ("x".repeat(10_000), "0".repeat(64));
    for (pin, code) in [((&*long, &*hash), "other-set"), ((&*long, &*long), "invalid-hash")] {
        let problems = references().pinned(&vec![pin; 20_000]).unwrap_err();
        let (last, first) = problems.split_last().unwrap();
        assert_eq!(first.len(), 1000);
        assert!(first.iter().all(|problem| problem.code() == code && problem.to_string().len() < 4096));
        // 20,000 pins, a thousand of which are told.
        assert_eq!(last.problem.parameters(), [("count", ParameterValue::Whole(19_000))]);
    }
}
