//! Shooting days fit into their time, or one of them is told.

use claquette::{Limits, check_json};
use claquette_conformance::bundled;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::config;

/// Half days of shooting, some time between two days of a month.
type Days = (u32, u32, u32);

fn block() -> impl Strategy<Value = Days> {
    (1..10_u32, 0..5_u32).prop_flat_map(|(from, more)| {
        let to = from + more;
        (Just(from), Just(to), 1..=2 * (more + 1))
    })
}

/// Whether no window of time has more days in it than it is long.
fn fits(blocks: &[Days]) -> bool {
    let windows = blocks.iter().flat_map(|(from, ..)| blocks.iter().map(move |(_, to, _)| (*from, *to)));
    let mut windows = windows.filter(|(from, to)| from <= to);
    windows.all(|(from, to)| {
        let within = blocks.iter().filter(|(first, last, _)| *first >= from && *last <= to);
        within.map(|(.., halves)| halves).sum::<u32>() <= 2 * (to - from + 1)
    })
}

fn told(blocks: &[Days]) -> usize {
    let calendar: Vec<Value> = blocks
        .iter()
        .map(|(from, to, halves)| {
            json!({"phase": "shoot", "days": f64::from(*halves) / 2.0,
                   "period": {"from": format!("2024-05-{from:02}"), "to": format!("2024-05-{to:02}")}})
        })
        .collect();
    let production = json!({"format": 1, "kind": "news", "calendar": calendar, "lines": []});
    let checked = check_json(production.to_string().as_bytes(), &bundled(), &Limits::default());
    checked.diagnostics.iter().filter(|problem| problem.code() == "days-counted-twice").count()
}

proptest! {
    #![proptest_config(config(256))]

    /// Told where some window has too many, and nowhere else.
    #[test]
    fn days_are_told_where_a_window_has_too_many(blocks in prop::collection::vec(block(), 0..7)) {
        prop_assert_eq!(told(&blocks) == 0, fits(&blocks), "{:?}", blocks);
    }
}
