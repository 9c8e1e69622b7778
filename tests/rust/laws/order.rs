//! Sums do not depend on how a production is written down.

use claquette::{Account, Axis, Footprint, Mass, Part, Term, view};
use proptest::prelude::*;
use proptest::sample::subsequence;
use serde_json::json;

use crate::config;
use crate::decimal::Plain;
use crate::production::{footprint, lines};

fn axes() -> Vec<Axis> {
    Axis::all().chain([Axis::Label("unit".into())]).collect()
}

fn totals(footprint: &Footprint) -> Vec<Mass> {
    Account::ALL.iter().map(|account| footprint.total(*account)).collect()
}

proptest! {
    #![proptest_config(config(96))]

    /// In another order the same lines give the same totals and views, to the microgram.
    #[test]
    fn order_changes_nothing((lines, shuffled) in lines().prop_flat_map(|lines| {
        (Just(lines.clone()), Just(lines).prop_shuffle())
    })) {
        let (one, other) = (footprint(&lines), footprint(&shuffled));
        prop_assert_eq!(totals(&one), totals(&other));
        for axis in axes() {
            let [one, other] = [&one, &other].map(|footprint| view(footprint, &axis, Account::Counted, &[]));
            prop_assert_eq!(one.groups, other.groups, "{}", axis);
        }
    }

    /// The groups of a view and what it leaves out sum to the total, along every axis, for every account.
    #[test]
    fn views_sum_to_the_total(lines in lines(), without in subsequence(Part::ALL.to_vec(), 0..4)) {
        let footprint = footprint(&lines);
        for axis in axes() {
            for account in Account::ALL {
                let view = view(&footprint, &axis, *account, &without);
                let groups: i128 = view.groups.iter().map(|group| group.mass.micrograms()).sum();
                prop_assert_eq!(groups + view.left_out.micrograms(), view.total.micrograms(), "{}", axis);
                prop_assert_eq!(view.total, footprint.total(*account));
            }
        }
    }

    /// The lines of a footprint sum to its totals.
    #[test]
    fn lines_sum_to_the_total(lines in lines()) {
        let footprint = footprint(&lines);
        for account in Account::ALL {
            let each = (0..u32::try_from(lines.len())?).map(|line| footprint.line(line, *account).micrograms());
            prop_assert_eq!(each.sum::<i128>(), footprint.total(*account).micrograms());
        }
    }

    /// A quantity in two lines weighs what it weighs in one, but for one rounding: 1 µg.
    #[test]
    fn splitting_a_line_costs_at_most_a_microgram(a in 1..10_000_000_i64, b in 1..10_000_000_i64, places in 0..9_u32) {
        let line = |id: &str, digits: i64| {
            let value = Plain { digits, places }.text();
            json!({"id": id, "what": {"electricity": {"energy": {"value": value, "unit": "MJ"}}}})
        };
        let whole = footprint(&[line("L1", a + b)]).total(Account::Counted).micrograms();
        let parts = footprint(&[line("L1", a), line("L2", b)]).total(Account::Counted).micrograms();
        prop_assert!((whole - parts).abs() <= 1, "{} and {}", whole, parts);
    }
}
