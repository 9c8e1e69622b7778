//! What is no footprint is refused, and what is wrong is said with its place.

use claquette::output::{FORMAT, Output};
use claquette::{Footprint, Limits};
use serde_json::{Value, json};

use crate::film;

/// What reading finds, each with its place.
fn problems(footprint: &Value) -> Vec<String> {
    let text = footprint.to_string();
    let read = Footprint::from_json(text.as_bytes(), &Limits::default());
    let problems = read.err().unwrap_or_default();
    problems.iter().map(|problem| format!("{} {}", problem.code(), problem.location)).collect()
}

fn stored() -> Value {
    serde_json::from_str(&film().to_json()).expect("JSON")
}

/// The footprint of the film with one value in another's place.
fn with(pointer: &str, value: Value) -> Value {
    let mut stored = stored();
    *stored.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer}")) = value;
    stored
}

/// Each list of the film has fewer than a million rows, and each position that is one is refused where it stands.
#[test]
fn positions_beyond_their_lists_are_refused() {
    let stored = stored();
    let mut tried = 0;
    let fields = [
        "line",
        "request",
        "factor",
        "key",
        "place",
        "proxy",
        "source",
        "set",
        "country",
        "assumption",
        "price",
        "route",
        "corrects",
        "budget_line",
        "part",
    ];
    let mut visited = std::collections::BTreeSet::new();
    visit(&stored, String::new(), &mut |pointer, value| {
        let field = pointer.rsplit('/').next().unwrap_or_default();
        let kind: String =
            pointer.split('/').filter(|part| part.parse::<u32>().is_err()).collect::<Vec<_>>().join("/");
        if fields.contains(&field) && value.is_u64() && visited.insert(kind.clone()) {
            let found = problems(&with(pointer, json!(1_000_000)));
            // A request of another factor has other masses, too.
            assert!(found.contains(&format!("unknown-position {pointer}")), "{pointer}: {found:?}");
            tried += 1;
        }
    });
    assert!(tried >= 12, "{tried} kinds of positions: {visited:?}");
}

fn visit(value: &Value, pointer: String, act: &mut impl FnMut(&str, &Value)) {
    act(&pointer, value);
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| visit(item, format!("{pointer}/{at}"), act));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| visit(field, format!("{pointer}/{name}"), act));
        }
        _ => {}
    }
}

#[test]
fn lists_of_another_length_and_orders_are_refused() {
    let mut fewer = stored();
    fewer["products"][0]["masses"].as_array_mut().expect("masses").push(json!("0"));
    assert_eq!(problems(&fewer), ["wrong-length /products/0/masses"]);
    let last = stored()["products"].as_array().expect("products").len() - 1;
    let mut turned = stored();
    turned["products"].as_array_mut().expect("products").swap(0, last);
    assert!(
        problems(&turned).contains(&"out-of-order /products/1/line".to_string()),
        "{:?}",
        problems(&turned)
    );
    let twice = with("/lines/1/id", stored()["lines"][0]["id"].clone());
    assert_eq!(problems(&twice), ["duplicate-id /lines/1/id"]);
}

#[test]
fn other_fields_and_values_are_refused_where_they_stand() {
    assert_eq!(problems(&with("/omitted", json!("many"))), ["invalid-number /omitted"]);
    assert_eq!(problems(&with("/omitted", json!(1.5))), ["invalid-number /omitted"]);
    assert_eq!(problems(&with("/factors/0/unit", json!("furlong"))), ["unknown-unit /factors/0/unit"]);
    assert_eq!(
        problems(&with("/requests/0/place_reason", json!("near"))),
        ["unknown-word /requests/0/place_reason"]
    );
    assert_eq!(
        problems(&with("/products/0/masses/0", json!("1e99"))),
        ["invalid-number /products/0/masses/0"]
    );
    // 10²⁵ kg are more micrograms than are counted, and a picogram is less than one.
    let heavy = with("/products/0/masses/0", json!("10000000000000000000000000"));
    assert_eq!(problems(&heavy), ["overflow /products/0/masses/0"]);
    assert_eq!(
        problems(&with("/products/0/masses/0", json!("0.0000000001"))),
        ["overflow /products/0/masses/0"]
    );
    let mut unknown = stored();
    unknown["lines"][0]["colour"] = json!("red");
    assert_eq!(problems(&unknown), ["unknown-field /lines/0/colour"]);
    let mut missing = stored();
    missing["products"][0].as_object_mut().expect("a product").remove("request");
    assert_eq!(problems(&missing), ["missing-field /products/0"]);
    assert_eq!(problems(&json!([])), ["wrong-type "]);
    assert_eq!(problems(&json!({"format": 1}))[0], "missing-field ");
}

#[test]
fn a_newer_format_is_refused_for_that_alone() {
    let mut newer = with("/format", json!(FORMAT + 1));
    newer["lines"] = json!("compressed");
    newer["novelty"] = json!(true);
    assert_eq!(problems(&newer), ["unsupported-format /format"]);
    let mut older = with("/engine", json!("claquette 0.0.1"));
    assert_eq!(problems(&older), [] as [&str; 0]);
    older["warnings"][0]["code"] = json!("a-code-of-then");
    let read = Footprint::from_json(older.to_string().as_bytes(), &Limits::default()).expect("a footprint");
    assert_eq!((read.engine.as_str(), &*read.warnings[0].code), ("claquette 0.0.1", "a-code-of-then"));
}

#[test]
fn limits_hold() {
    let text = film().to_json();
    let read = |limits: Limits| Footprint::from_json(text.as_bytes(), &limits);
    let code = |limits: Limits| read(limits).unwrap_err()[0].code();
    assert_eq!(code(Limits { bytes: 1000, ..Limits::default() }), "input-too-large");
    // 16 × 100 items are fewer than the film has, 16 × 1,000 are not.
    assert_eq!(code(Limits { items: 100, ..Limits::default() }), "too-many-items");
    assert!(read(Limits { items: 1000, ..Limits::default() }).is_ok());
    assert_eq!(code(Limits { depth: 2, ..Limits::default() }), "too-deep");
    assert_eq!(Footprint::from_json(b"\xff", &Limits::default()).unwrap_err()[0].code(), "invalid-utf8");
    let cut = &text.as_bytes()[..text.len() / 2];
    assert_eq!(Footprint::from_json(cut, &Limits::default()).unwrap_err()[0].code(), "malformed-json");
    let twice = text.replacen("\"omitted\":", "\"omitted\":0,\"omitted\":", 1);
    let found = Footprint::from_json(twice.as_bytes(), &Limits::default()).unwrap_err();
    assert_eq!(found[0].code(), "duplicate-field");
    let wrong: Vec<Value> = vec![json!({}); 5000];
    let found = problems(&with("/keys", json!(wrong)));
    assert_eq!((found.len(), found.last().map(String::as_str)), (1001, Some("other-problems ")));
}
