//! Sums do not depend on how a production is written down.

use claquette::footprint::{Entry, LineAt};
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

    /// The groups of a view sum to the entries of its account but for the parts that it leaves out, and those to what
    /// it says it left out, along every axis. The entries are added up here, in another way than the total is.
    #[test]
    fn views_sum_to_the_total(lines in lines(), without in subsequence(Part::ALL.to_vec(), 0..4)) {
        let footprint = footprint(&lines);
        for axis in axes() {
            for account in Account::ALL {
                let view = view(&footprint, &axis, *account, &without);
                let groups: i128 = view.groups.iter().map(|group| group.mass.micrograms()).sum();
                let of_account = || footprint.in_account(*account);
                let (left_out, seen): (Vec<_>, Vec<_>) =
                    of_account().partition(|entry| without.contains(&entry.part));
                let sum = |of: &[Entry]| of.iter().map(|entry| entry.mass.micrograms()).sum::<i128>();
                prop_assert_eq!(groups, sum(&seen), "{}", axis);
                prop_assert_eq!(view.left_out.micrograms(), sum(&left_out), "{}", axis);
                prop_assert_eq!(view.total.micrograms(), sum(&of_account().collect::<Vec<_>>()));
            }
        }
    }

    /// The lines of a footprint sum to its totals.
    #[test]
    fn lines_sum_to_the_total(lines in lines()) {
        let footprint = footprint(&lines);
        for account in Account::ALL {
            let each = (0..u32::try_from(lines.len())?).map(|line| footprint.line(LineAt(line), *account).micrograms());
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
