//! Networks of heat: a table of its own, whose rows a line names.

use claquette::{Account, Limits, Options, check_json, compute};
use claquette_conformance::bundled;

/// 1,000 kWh of Lyon's network are 131 kg; of one that nobody names, 385.
#[test]
fn a_line_names_the_network_of_a_town() {
    let (name, text) = claquette_factors::HEAT_NETWORKS;
    assert_eq!(text.lines().count(), 839, "838 networks and a header");
    let references = bundled().with_set(name, text).expect("a valid set");
    let typed = br#"{"format": 1, "kind": "news", "place": "FR-69", "period": {"year": 2023}, "lines": [
        {"id": "L1", "factor": "heat.network.36808.lyon", "what": {"heating": {"fuel": "district", "quantity": {"value": "1000", "unit": "kWh"}}}},
        {"id": "L2", "what": {"heating": {"fuel": "district", "quantity": {"value": "1000", "unit": "kWh"}}}}]}"#;
    let checked = check_json(typed, &references, &Limits::default());
    let footprint = compute(&checked.production.expect("valid"), &references, &Options::default()).unwrap();
    assert_eq!(footprint.total(Account::Counted).kilograms().to_string(), "516");
    assert!(footprint.warnings.is_empty(), "{:?}", footprint.warnings);
}
