//! The calendars of the shipped productions, and the lines that were typed for the same days.

use claquette::{Limits, check_json, propose};
use claquette_conformance::{Fixture, fixtures};
use serde_json::Value;

fn fixture(name: &str) -> Fixture {
    fixtures().into_iter().find(|fixture| fixture.name == name).expect("a shipped production")
}

/// A shipped production without its lines of some kinds, and what is then proposed.
fn without(name: &str, kinds: &[&str]) -> Vec<Value> {
    let fixture = fixture(name);
    let mut production: Value = serde_json::from_slice(&fixture.bytes()).unwrap();
    let lines = production["lines"].as_array_mut().unwrap();
    lines.retain(|line| !kinds.iter().any(|kind| line["what"].get(kind).is_some()));
    let bytes = production.to_string();
    let proposal = propose(&check_json(bytes.as_bytes(), &fixture.references(), &Limits::default()));
    let proposed = serde_json::to_value(proposal.expect("a sound production")).unwrap();
    proposed["lines"].as_array().unwrap().iter().map(|proposed| proposed["line"].clone()).collect()
}

/// The product of some fields of each line of a kind.
fn products(lines: &[Value], kind: &str, fields: &[&str]) -> Vec<(String, f64)> {
    let number = |value: &Value| value.as_str().unwrap().parse::<f64>().unwrap();
    let lines = lines.iter().filter_map(|line| Some((line["id"].as_str()?, line["what"].get(kind)?)));
    lines
        .map(|(id, what)| (id.to_string(), fields.iter().map(|field| number(&what[field])).product()))
        .collect()
}

fn named(pairs: &[(&str, f64)]) -> Vec<(String, f64)> {
    pairs.iter().map(|(id, number)| ((*id).to_string(), *number)).collect()
}

/// Nothing is proposed for whom typed lines count; where nobody said how people came, it is open.
#[test]
fn typed_lines_stand_for_derived_ones() {
    for (name, open) in [("feature-film.json", 5), ("series-final.json", 0)] {
        let fixture = fixture(name);
        let checked = check_json(&fixture.bytes(), &fixture.references(), &Limits::default());
        let proposal = propose(&checked).expect("a sound production");
        assert_eq!((proposal.lines.len(), proposal.open.len()), (0, open), "{name}");
    }
}

#[test]
fn the_film_would_have_proposed_what_was_typed() {
    let lines = without("feature-film.json", &["meals", "hotel", "flat"]);
    // Typed: G05 60 × 5, G17 66 × 3, G09 120 × 2 and G12 88 × 10 × 1.5, the same; G10 and G11 402 + 77 = 479 menus
    // in Belgium beside 68 × 7 = 476; G06 to G08 and G30 486 + 338 + 127 + 93 = 1044 in Brittany beside 60 × 17 = 1020.
    let meals = [
        ("studio-meals", 300.0),
        ("nuits-meals", 198.0),
        ("charleroi-meals", 476.0),
        ("port-meals", 1020.0),
        ("foule-meals", 240.0),
        ("desert-meals", 1320.0),
    ];
    assert_eq!(products(&lines, "meals", &["people", "days", "per_day"]), named(&meals));
    // Typed: G02 52 × 3, G03 38 × 10, G01 41 × 24, G04 46 × 13, the same.
    let nights =
        [("nuits-hotel", 156.0), ("charleroi-hotel", 380.0), ("port-hotel", 984.0), ("desert-hotel", 598.0)];
    assert_eq!(products(&lines, "hotel", &["rooms", "nights"]), named(&nights));
}

#[test]
fn the_series_would_have_proposed_what_was_typed() {
    let lines = without("series-final.json", &["meals", "hotel", "flat", "commute"]);
    // Typed: 1490 + 1712 + 520 + 388 + 402 = 4512 menus, by the count of the canteen; here
    // 58 × 37 + 236 × 2 + 58 × 7 + 58 × 21 = 2146 + 472 + 406 + 1218 = 4242.
    let meals = [
        ("jura-meals", 2146.0),
        ("jura-figurants-meals", 472.0),
        ("suisse-meals", 406.0),
        ("studio-meals", 1218.0),
    ];
    assert_eq!(products(&lines, "meals", &["people", "days", "per_day"]), named(&meals));
    // Typed: `figurants` 236 × 2 and `studio-trajets` 58 × 21, the same people and ways.
    let ways = [("jura-figurants-commute", 472.0), ("studio-commute", 1218.0)];
    assert_eq!(products(&lines, "commute", &["people", "days"]), named(&ways));
    // Typed: `hotels` 39 × 52, `hotels-suisse` 51 × 7, the same; the furnished flats stand beside them.
    let nights = [("jura-hotel", 2028.0), ("suisse-hotel", 357.0)];
    assert_eq!(products(&lines, "hotel", &["rooms", "nights"]), named(&nights));
}
