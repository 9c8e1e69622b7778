//! What is proposed from a calendar is sound, whole and once.

use claquette::{Checked, Limits, check_json, propose};
use claquette_conformance::bundled;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::config;

/// People, of whom anything may be left unsaid; their identifier comes later.
fn people() -> impl Strategy<Value = Value> {
    let number = || prop::option::of(0..4_u32);
    (0..4_u32, 0..5_u32, number(), number(), number(), number(), any::<bool>()).prop_map(
        |(lodged, home, meals, rooms, nights, distance, modes)| {
            let mut people = json!({"group": "crew", "persons": lodged + home, "lodged": lodged});
            // No more rooms than are lodged, and no nights of nobody.
            let (rooms, nights) =
                (rooms.map(|rooms| rooms.min(lodged)), nights.map(|nights| nights * lodged.min(1)));
            for (field, value) in [("meals", meals), ("rooms", rooms), ("nights", nights)] {
                if let Some(value) = value {
                    people[field] = value.into();
                }
            }
            if let Some(distance) = distance {
                people["distance"] = json!({"value": distance, "unit": "km"});
            }
            if modes {
                people["modes"] = json!([{"mode": "metro", "share": 100}]);
            }
            people
        },
    )
}

/// Blocks of days, each in a month of its own so that none is counted twice.
fn calendar() -> impl Strategy<Value = Vec<Value>> {
    let block =
        (select(&["FR", "FR-BRE", "BE"][..]), 0..9_u32, any::<bool>(), prop::collection::vec(people(), 0..4));
    prop::collection::vec(block, 0..6).prop_map(|blocks| {
        let block = |(at, (place, days, dated, mut people)): (usize, (_, _, _, Vec<Value>))| {
            for (index, people) in people.iter_mut().enumerate() {
                people["id"] = format!("p{at}-{index}").into();
            }
            let mut block = json!({"phase": "shoot", "place": place, "people": people});
            if dated && days > 0 {
                block["dates"] = (1..=days).map(|day| format!("2024-{:02}-{day:02}", at + 1)).collect();
            } else {
                block["days"] = days.into();
            }
            block
        };
        blocks.into_iter().enumerate().map(block).collect()
    })
}

fn checked(calendar: &[Value], lines: &[Value]) -> Checked {
    let production = json!({"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
                            "calendar": calendar, "lines": lines});
    check_json(production.to_string().as_bytes(), &bundled(), &Limits::default())
}

/// The proposal: its lines, what is open and what is counted.
fn proposal(calendar: &[Value], lines: &[Value]) -> [Vec<Value>; 3] {
    let proposal = propose(&checked(calendar, lines)).expect("nothing else is wrong");
    let proposal = serde_json::to_value(proposal).unwrap();
    ["lines", "open", "counted"].map(|list| proposal[list].as_array().unwrap().clone())
}

/// Something of each, in the order of the texts.
fn sorted(values: &[Value], field: impl Fn(&Value) -> &Value) -> Vec<String> {
    let mut texts: Vec<String> = values.iter().map(|value| field(value).to_string()).collect();
    texts.sort();
    texts
}

proptest! {
    #![proptest_config(config(96))]

    /// Put into the production, the proposed lines are sound, and proposing again adds nothing.
    #[test]
    fn proposing_twice_adds_nothing(calendar in calendar()) {
        let [lines, open, counted] = proposal(&calendar, &[]);
        prop_assert!(counted.is_empty());
        let put: Vec<Value> = lines.iter().map(|proposed| proposed["line"].clone()).collect();
        prop_assume!(!put.is_empty());
        let again = checked(&calendar, &put);
        prop_assert!(again.production.is_some(), "{:?}", again.diagnostics);
        prop_assert!(again.diagnostics.iter().all(|found| found.code() != "derived-stale"), "{:?}", again.diagnostics);
        let [more, still_open, counted] = proposal(&calendar, &put);
        prop_assert!(more.is_empty());
        prop_assert_eq!(open, still_open);
        prop_assert_eq!(sorted(&counted, |counted| &counted["line"]), sorted(&put, |line| &line["id"]));
        prop_assert!(counted.iter().all(|counted| counted["typed"] == counted["planned"]), "{:?}", counted);
    }

    /// In another order the same days propose the same lines.
    #[test]
    fn the_order_of_days_does_not_matter((calendar, shuffled) in calendar().prop_flat_map(|calendar| {
        (Just(calendar.clone()), Just(calendar).prop_shuffle())
    })) {
        let ([lines, open, _], [other, other_open, _]) = (proposal(&calendar, &[]), proposal(&shuffled, &[]));
        prop_assert_eq!(sorted(&lines, |proposed| &proposed["line"]), sorted(&other, |proposed| &proposed["line"]));
        prop_assert_eq!(sorted(&open, |open| &open["line"]), sorted(&other_open, |open| &open["line"]));
    }
}
