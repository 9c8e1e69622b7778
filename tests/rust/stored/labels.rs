//! The labels of a line are an object, which has no order: JavaScript puts names that are numbers before all others.

use claquette::output::Output;
use claquette::{Footprint, Limits, Options, References, check_json, compute};

fn labelled(labels: &str) -> Footprint {
    let references =
        References::read(claquette_factors::NAME, claquette_factors::FILES).expect("the bundled tables");
    let input = format!(
        r#"{{"format": 1, "kind": "news", "place": "FR", "period": {{"year": 2024}},
        "lines": [{{"id": "L1", "labels": [{labels}], "what": {{"hotel": {{"rooms": 4, "nights": 3}}}}}}]}}"#
    );
    let production = check_json(input.as_bytes(), &references, &Limits::default()).production;
    compute(&production.expect("a production"), &references, &Options::default()).expect("a footprint")
}

#[test]
fn labels_are_equal_in_every_order() {
    let footprint = labelled(
        r#"{"name": "unit", "value": "b"}, {"name": "10", "value": "x"}, {"name": "2", "value": "y"}"#,
    );
    let stored = footprint.to_json();
    let in_order = r#""labels":{"10":"x","2":"y","unit":"b"}"#;
    assert!(stored.contains(in_order), "{stored}");
    let reordered = stored.replace(in_order, r#""labels":{"2":"y","10":"x","unit":"b"}"#);
    let read = Footprint::from_json(reordered.as_bytes(), &Limits::default()).expect("a footprint");
    assert_eq!(read, footprint);
    assert_eq!(read.to_json(), stored);
}

/// Of a name that is given twice, the first text counts.
#[test]
fn the_first_of_two_labels_of_a_name() {
    let footprint =
        labelled(r#"{"name": "b", "value": "1"}, {"name": "a", "value": "2"}, {"name": "b", "value": "3"}"#);
    assert!(footprint.to_json().contains(r#""labels":{"a":"2","b":"1"}"#), "{}", footprint.to_json());
}
