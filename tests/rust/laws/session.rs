//! A session gives what a fresh check and computation of the edited production give, to the byte.

use claquette::output::Output;
use claquette::{
    Account, Footprint, Limits, Mass, Options, References, Rejection, Session, check_json, compute, wire,
};
use claquette_conformance::fixtures;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use crate::config;

/// An edit of a production's lines.
#[derive(Clone, Debug)]
enum Edit {
    /// Another value of a field of a line.
    Field(Index, &'static str, Value),
    /// A field of a line as another line has it: what was done, or the line of the budget.
    As(Index, Index, &'static str),
    /// A line with an identifier of its own, as another one.
    Copy(Index, u8),
    /// A correction of a line, of its own amounts.
    Correction(Index, u8),
    /// Without a line.
    Remove(Index),
}

/// Values of fields of a line, right and wrong ones.
fn field() -> impl Strategy<Value = (&'static str, Value)> {
    let vehicle = select(vec!["AB-123-CD", "ab 123 cd"]);
    let distance = (0_u32..900).prop_map(|km| json!({"value": km, "unit": "km"}));
    let volume = (1_u32..900).prop_map(|litres| json!({"value": litres, "unit": "L"}));
    let energy =
        (0_u32..900_000).prop_map(|kwh| json!({"electricity": {"energy": {"value": kwh, "unit": "kWh"}}}));
    let spend = (0_u32..9_000_000).prop_map(|euros| {
        json!({"spend": {"category": "insurance", "amount": {"value": euros, "unit": "EUR"}, "vat": "excluded"}})
    });
    let by_distance = (vehicle.clone(), distance).prop_map(
        |(vehicle, distance)| json!({"car": {"distance": distance, "fuel": "diesel", "vehicle": vehicle}}),
    );
    let by_fuel = (vehicle, volume).prop_map(
        |(vehicle, volume)| json!({"car": {"volume": volume, "fuel": "diesel", "vehicle": vehicle}}),
    );
    prop_oneof![
        select(vec!["FR", "FR-BRE", "MA", "GB", "ZZ"]).prop_map(|place| ("place", json!(place))),
        (2015..2027).prop_map(|year| ("period", json!({"year": year}))),
        "[A-Z][0-9]{2}".prop_map(|id| ("budget_line", json!(id))),
        "[A-Z][0-9]{2}".prop_map(|id| ("corrects", json!(id))),
        "[A-Z][0-9]{2}".prop_map(|id| ("factor", json!(id))),
        any::<bool>().prop_map(|derived| ("derived", json!(derived))),
        prop_oneof![energy, spend, by_distance, by_fuel].prop_map(|what| ("what", what)),
        Just(("what", Value::Null)),
    ]
}

fn edit() -> impl Strategy<Value = Edit> {
    let line = any::<Index>;
    prop_oneof![
        6 => (line(), field()).prop_map(|(line, (field, value))| Edit::Field(line, field, value)),
        4 => (line(), line(), select(vec!["what", "budget_line", "work"]))
            .prop_map(|(line, other, field)| Edit::As(line, other, field)),
        2 => (line(), any::<u8>()).prop_map(|(line, id)| Edit::Copy(line, id)),
        2 => (line(), any::<u8>()).prop_map(|(line, id)| Edit::Correction(line, id)),
        1 => line().prop_map(Edit::Remove),
    ]
}

/// The line that an edit enters, or the identifier of the one that it removes.
fn edited(edit: &Edit, lines: &[Value]) -> Result<Value, String> {
    Ok(match edit {
        Edit::Field(line, field, value) => {
            let mut line = line.get(lines).clone();
            match value {
                Value::Null => _ = line.as_object_mut().expect("a line").remove(*field),
                value => line[*field] = value.clone(),
            }
            line
        }
        Edit::As(line, other, field) => {
            let mut line = line.get(lines).clone();
            if let Some(value) = other.get(lines).get(field) {
                line[*field] = value.clone();
            }
            line
        }
        Edit::Copy(line, id) => {
            let mut line = line.get(lines).clone();
            line["id"] = json!(format!("copy-{id}"));
            line
        }
        Edit::Correction(line, id) => {
            let corrected = line.get(lines);
            json!({"id": format!("correction-{id}"), "corrects": corrected["id"],
                "what": negated(&corrected["what"]).unwrap_or(Value::Null)})
        }
        Edit::Remove(line) => {
            return Err(line.get(lines)["id"].as_str().unwrap_or_default().to_string());
        }
    })
}

/// What was done, the first amount of it less than nothing.
fn negated(what: &Value) -> Option<Value> {
    let mut what = what.clone();
    let activity = what.as_object_mut()?.values_mut().next()?.as_object_mut()?;
    let amount = activity.values_mut().find_map(|value| value.get_mut("value"))?;
    *amount = json!("-1");
    Some(what)
}

/// The production after an edit, for whoever reads it anew.
fn apply(edit: &Edit, production: &mut Value) {
    let lines = production["lines"].as_array_mut().expect("lines");
    match edited(edit, lines) {
        Ok(line) => match lines.iter_mut().find(|known| known["id"] == line["id"]) {
            Some(known) => *known = line,
            None => lines.push(line),
        },
        Err(id) => lines.retain(|line| line["id"] != *id),
    }
}

/// What a fresh check and computation give.
fn fresh(production: &Value, references: &References, options: &Options) -> Result<Footprint, Rejection> {
    let checked = check_json(production.to_string().as_bytes(), references, &Limits::default());
    match checked.production {
        Some(production) => compute(&production, references, options),
        None => Err(Rejection { diagnostics: checked.diagnostics, omitted: checked.omitted }),
    }
}

#[track_caller]
fn assert_the_same(session: &Session, fresh: &Result<Footprint, Rejection>) {
    match (session.footprint(), fresh) {
        (Ok(one), Ok(other)) => assert_eq!(one.to_json(), other.to_json()),
        (Err(one), Err(other)) => assert_eq!(one, other),
        (one, other) => panic!("{:?} {:?}", one.is_ok(), other.as_ref().err()),
    }
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn is_what_a_fresh_computation_is(at in 0..fixtures().len(), edits in prop::collection::vec(edit(), 1..6)) {
        let fixture = fixtures()[at];
        let (references, options) = (fixture.references(), fixture.options());
        let mut production: Value = serde_json::from_slice(&fixture.bytes()).expect("JSON");
        let valid = check_json(&fixture.bytes(), &references, &Limits::default()).production.expect("a valid one");
        let mut session = Session::new(valid, &references, &options);
        assert_the_same(&session, &fresh(&production, &references, &options));
        let mut before = session.footprint().ok().map(counted);
        for edit in &edits {
            let change = match edited(edit, production["lines"].as_array().expect("lines")) {
                Ok(line) => session.enter_json(line.to_string().as_bytes(), &Limits::default()).ok(),
                Err(id) => session.remove(&id),
            };
            // What cannot be read changes nothing.
            let Some(change) = change else { continue };
            apply(edit, &mut production);
            let expected = fresh(&production, &references, &options);
            assert_the_same(&session, &expected);
            let after = expected.as_ref().ok().map(counted);
            prop_assert_eq!((change.before, change.after), (before, after));
            let micrograms = before.zip(after).map(|(before, after)| after.micrograms() - before.micrograms());
            prop_assert_eq!(change.difference().map(Mass::micrograms), micrograms);
            before = after;
        }
    }
}

fn counted(footprint: &Footprint) -> Mass {
    footprint.total(Account::Counted)
}

/// Two lines of 2024 in France, where a kWh is 0.0519 kgCO2e (Base Carbone 43642).
fn two_lines() -> (Session, References) {
    let references = claquette_conformance::bundled();
    let line = |id: &str, kwh: u32| json!({"id": id, "what": {"electricity": {"energy": {"value": kwh, "unit": "kWh"}}}});
    let production = json!({"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
        "lines": [line("L1", 1_000), line("L2", 2_000)]});
    let bytes = production.to_string();
    let valid =
        check_json(bytes.as_bytes(), &references, &Limits::default()).production.expect("a valid one");
    (Session::new(valid, &references, &Options::default()), references)
}

#[test]
fn an_invalid_edit_is_told_and_can_be_undone() {
    let (mut session, _) = two_lines();
    let wrong = br#"{"id": "L2", "what": {"electricity": {"energy": {"value": 5, "unit": "km"}}}}"#;
    let change = session.enter_json(wrong, &Limits::default()).expect("a line");
    assert_eq!((change.after, change.difference()), (None, None));
    assert_eq!(change.notices.iter().map(|notice| &*notice.code).collect::<Vec<_>>(), ["wrong-unit"]);
    assert_eq!(change.notices[0].location(), "/lines/1/what/electricity/energy/unit");
    let unreadable = session.enter_json(br#"{"id": "L2", "waht": 1}"#, &Limits::default());
    assert_eq!(unreadable.expect_err("an unknown field")[0].code(), "unknown-field");
    // 1,000 kWh × 0.0519 = 51.9 kgCO2e
    let change = session.remove("L2").expect("it is there");
    assert_eq!(change.after.map(|mass| mass.kilograms().to_string()), Some("51.9".into()));
    assert_eq!(session.remove("L2"), None);
}

#[test]
fn a_line_without_a_known_identifier_is_added() {
    let (mut session, _) = two_lines();
    let mut line: wire::Line = session.input().lines.values().next().expect("a line").clone();
    line.id = "L3".into();
    // 51.9 kgCO2e for another 1,000 kWh, after 155.7 for 3,000
    let change = session.enter(line);
    assert_eq!(change.difference().map(|mass| mass.kilograms().to_string()), Some("51.9".into()));
    assert_eq!(change.before.map(|mass| mass.kilograms().to_string()), Some("155.7".into()));
    assert_eq!(session.input().lines.items().len(), 3);
}
