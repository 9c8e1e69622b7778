//! A line that is shared among parts of the work is shared without remainder.

use claquette::{Account, Axis, view};
use claquette_conformance::bundled;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

use crate::config;
use crate::decimal::{Ratio, positive};
use crate::production::{priced, production};

proptest! {
    #![proptest_config(config(128))]

    #[test]
    fn shares_sum_to_the_line_and_are_within_a_microgram(
        energy in positive(7, 6),
        lengths in prop::collection::vec(1..200_i64, 5),
        chosen in subsequence(vec![0_usize, 1, 2, 3, 4], 1..=5),
        share in select(&["equal", "minutes", "days", "weights"][..]),
    ) {
        let part = |(at, length): (usize, &i64)| json!({"id": format!("e{at}"), "minutes": length.to_string(), "days": length});
        let work: Vec<Value> = lengths.iter().enumerate().map(part).collect();
        let parts: Vec<String> = chosen.iter().map(|at| format!("e{at}")).collect();
        let weights: Vec<i64> = chosen.iter().map(|at| if share == "equal" { 1 } else { lengths[*at] }).collect();
        let mut shared = json!({"parts": parts, "share": share});
        if share == "weights" {
            shared["weights"] = json!(weights);
        }
        let energy = json!({"value": energy.text(), "unit": "MJ"});
        let mut typed = production(&[json!({"id": "L1", "work": shared, "what": {"electricity": {"energy": energy}}})]);
        typed["work"] = json!(work);

        let footprint = priced(&typed, &bundled());
        let total = footprint.total(Account::Counted).micrograms();
        let view = view(&footprint, &Axis::Work, Account::Counted, &[]);
        prop_assert_eq!(view.groups.iter().map(|group| group.mass.micrograms()).sum::<i128>(), total);
        let sum = Ratio::new(1, weights.iter().sum());
        for (part, weight) in parts.iter().zip(&weights) {
            let group = view.groups.iter().find(|group| group.group == *part);
            let found = group.map_or(0, |group| group.mass.micrograms());
            let quota = Ratio::new(i64::try_from(total)?, 1).times(&Ratio::new(*weight, 1)).times(&sum);
            let floor = i128::try_from(quota.floor().0).expect("a part of the total");
            prop_assert!(found == floor || found == floor + 1, "{}: {} for {}", part, found, floor);
        }
    }
}
