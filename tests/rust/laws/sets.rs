//! Which factor serves: places first, then the sets in the order in which they were given, then years.

use std::collections::BTreeSet;

use claquette_conformance::without_factors;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

use crate::config;
use crate::production::{priced, production};

/// Set, place and year of a row.
type Row = (&'static str, &'static str, u16);

const WANTED: u16 = 2024;

fn rows() -> impl Strategy<Value = BTreeSet<Row>> {
    let row = (select(&["a", "b"][..]), select(&["FR", "WORLD"][..]), 2021..2028_u16);
    prop::collection::btree_set(row, 1..8)
}

fn id((set, place, year): &Row) -> String {
    format!("{set}.{place}.{year}")
}

/// The rule, said again: the nearest place; in it the first set; in it the year itself, else the nearest
/// older one, else the nearest newer one.
fn chosen(rows: &BTreeSet<Row>, order: [&str; 2]) -> String {
    let rank = |(set, place, year): &&Row| {
        let set = order.iter().position(|known| known == set);
        let age = if *year <= WANTED { (0, WANTED - year) } else { (1, year - WANTED) };
        (*place == "WORLD", set, age)
    };
    id(rows.iter().min_by_key(rank).expect("a row"))
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn the_order_of_sets_decides_within_a_place(rows in rows(), order in select(&[["a", "b"], ["b", "a"]][..])) {
        let mut references = without_factors();
        for set in order {
            let mut table = String::from("id,key,place,year,unit,value,source\n");
            for row in rows.iter().filter(|row| row.0 == set) {
                let line = format!("{},energy.electricity,{},{},kgCO2e/kWh,0.5,hand\n", id(row), row.1, row.2);
                table.push_str(&line);
            }
            references = references.with_set(set, &table).expect("a sound table");
        }
        let energy = json!({"value": "1", "unit": "kWh"});
        let line = json!({"id": "L1", "what": {"electricity": {"energy": energy}}});
        let footprint = priced(&production(&[line]), &references);
        let used: Vec<&str> = footprint.factors.iter().map(|used| used.id.as_str()).collect();
        prop_assert_eq!(used, [chosen(&rows, order)]);
    }
}
