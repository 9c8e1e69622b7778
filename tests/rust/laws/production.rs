//! Productions at random: lines of every kind that the bundled factors serve.

use claquette::{Footprint, Limits, Options, Production, References, Unpriced, check_json};
use claquette_conformance::{Outcome, bundled};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::decimal::{from_one, positive};

/// A production of these lines.
pub(crate) fn production(lines: &[Value]) -> Value {
    json!({"format": 1, "kind": "documentary", "place": "FR", "period": {"year": 2024}, "lines": lines})
}

/// Its footprint by the bundled factors, without the lines that they do not serve.
pub(crate) fn footprint(lines: &[Value]) -> Footprint {
    priced(&production(lines), &bundled())
}

/// A production that has no error.
#[track_caller]
pub(crate) fn valid(production: &Value, references: &References) -> Production {
    let checked = check_json(production.to_string().as_bytes(), references, &Limits::default());
    checked.production.unwrap_or_else(|| panic!("{:?}", checked.diagnostics))
}

/// The footprint of a production that has no error.
#[track_caller]
pub(crate) fn priced(production: &Value, references: &References) -> Footprint {
    let options = Options { unpriced: Unpriced::Exclude, ..Options::default() };
    match Outcome::of(production.to_string().as_bytes(), references, &options) {
        Outcome::Priced(footprint) => *footprint,
        Outcome::Refused(problems, _) => panic!("{problems:?}\n{production}"),
    }
}

/// An amount of a unit.
fn amount(unit: &'static str) -> impl Strategy<Value = Value> {
    positive(7, 4).prop_map(move |value| json!({"value": value.text(), "unit": unit}))
}

/// A whole number of at least one, as a text or as a JSON number.
fn count() -> impl Strategy<Value = Value> {
    (1..500_u32, any::<bool>()).prop_map(|(n, text)| if text { json!(n.to_string()) } else { json!(n) })
}

fn what() -> impl Strategy<Value = Value> {
    const DIETS: &[&str] = &["average", "vegetarian", "vegan", "white-meat", "red-meat", "fish"];
    const FUELS: &[&str] = &["average", "petrol", "diesel", "electric"];
    let energy = prop_oneof![amount("kWh"), amount("MJ")];
    let distance = || prop_oneof![amount("km"), amount("mile")];
    prop_oneof![
        energy.prop_map(|energy| json!({"electricity": {"energy": energy}})),
        amount("L").prop_map(|volume| json!({"generator": {"fuel": "diesel", "volume": volume}})),
        (distance(), select(FUELS), any::<bool>()).prop_map(|(distance, fuel, back)| {
            json!({"car": {"distance": distance, "fuel": fuel, "return": back}})
        }),
        (amount("passenger.km"), from_one(2, 1)).prop_map(|(distance, occupants)| {
            json!({"car": {"distance": distance, "occupants": occupants.text()}})
        }),
        (distance(), count()).prop_map(|(distance, passengers)| {
            json!({"train": {"distance": distance, "passengers": passengers}})
        }),
        // No flight is longer than all of them.
        (1..500_u32, select(&[480_u32, 1500, 7000][..])).prop_map(|(flights, leg)| {
            let [all, leg] = [flights * leg, leg].map(|length| length.to_string());
            json!({"plane": {"distance": {"value": all, "unit": "passenger.km"}, "leg": {"value": leg, "unit": "km"}}})
        }),
        amount("kWh_GCV").prop_map(|quantity| json!({"heating": {"fuel": "gas", "quantity": quantity}})),
        (count(), count(), amount("km"), 0..=100_u32).prop_map(|(people, days, distance, by_car)| {
            let modes = json!([
                {"mode": "car", "share": by_car, "occupants": "1.3"},
                {"mode": "metro", "share": 100 - by_car},
            ]);
            json!({"commute": {"people": people, "days": days, "distance": distance, "modes": modes}})
        }),
        (count(), count()).prop_map(|(rooms, nights)| json!({"hotel": {"rooms": rooms, "nights": nights}})),
        (count(), select(DIETS)).prop_map(|(meals, diet)| json!({"meals": {"meals": meals, "diet": diet}})),
        amount("kg").prop_map(|mass| json!({"material": {"material": "wood", "mass": mass}})),
        (amount("L"), positive(6, 6)).prop_map(|(quantity, value)| {
            let inline = json!({"value": value.text(), "unit": "gCO2e/L", "source": "hand", "post": "goods"});
            json!({"custom": {"quantity": quantity, "inline": inline}})
        }),
    ]
}

/// A line; its identifier comes later.
fn line() -> impl Strategy<Value = Value> {
    let places = select(&["FR", "GB", "DE", "US", "FR-BRE"][..]);
    let sections = select(&["production", "transport", "logistics", "equipment"][..]);
    let years = prop::option::of(2019..2027_u16);
    (what(), prop::option::of(places), prop::option::of(sections), years).prop_map(
        |(what, place, section, year)| {
            let mut line = json!({"what": what});
            if let Some(place) = place {
                line["place"] = json!(place);
            }
            if let Some(section) = section {
                line["section"] = json!(section);
                line["phase"] = json!("shoot");
                line["labels"] = json!([{"name": "unit", "value": section.to_uppercase()}]);
            }
            if let Some(year) = year {
                line["period"] = json!({"year": year});
            }
            line
        },
    )
}

/// Some lines, each with an identifier of its own.
pub(crate) fn lines() -> impl Strategy<Value = Vec<Value>> {
    prop::collection::vec(line(), 1..12).prop_map(|mut lines| {
        for (at, line) in lines.iter_mut().enumerate() {
            line["id"] = json!(format!("L{at}"));
        }
        lines
    })
}
