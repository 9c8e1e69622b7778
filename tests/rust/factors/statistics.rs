//! Statistics.

use std::collections::{BTreeMap, BTreeSet};

use claquette::{Post, Statistics};
use claquette_conformance::bundled;

use crate::set;

#[test]
fn factors_are_counted_by_source_post_and_family() {
    // Four rows: three of the grid in two places and two years, one of them suspect; one of a petrol for both a
    // generator and a car. So 3 + 0 usable rows of a key, 2 posts beside electricity, 3 keys served.
    let references = set("\
a,energy.electricity,FR,2023,kgCO2e/kWh,0.05,hand,,,,,,,,,,,,
b,energy.electricity,FR,2024,kgCO2e/kWh,0.05,hand,,,,,,,,,,,,
c,energy.electricity,DE,2024,kgCO2e/kWh,0.4,head,,,,,,suspect,,,,,,
d,energy.generator.petrol transport.car-fuel.petrol,FR,2024,kgCO2e/L,2.7,hand,,,,,,,,,,,,
");
    let statistics = Statistics::of(&references);
    assert_eq!((statistics.factors, statistics.keyed, statistics.suspect), (4, 3, 1));
    assert_eq!((statistics.served, statistics.places), (3, 2));
    assert_eq!(statistics.sources, [("hand".to_string(), 3), ("head".to_string(), 1)]);
    assert_eq!(statistics.posts, [(Post::Transport, 1), (Post::Generators, 1), (Post::Electricity, 3)]);
    let families: Vec<_> = statistics
        .families
        .iter()
        .map(|family| (family.name.as_str(), family.factors, family.places, family.years))
        .collect();
    assert_eq!(
        families,
        [("energy.electricity", 3, 2, 2), ("energy.generator", 1, 1, 1), ("transport.car-fuel", 1, 1, 1)]
    );
}

/// The tables promise 1,200 factors at least, electricity of 120 countries, and of several years where a source has
/// them.
#[test]
fn the_bundled_electricity_covers_the_world() {
    let bundled = bundled();
    let statistics = Statistics::of(&bundled);
    assert!(statistics.factors >= 1200, "{}", statistics.factors);
    let grid = statistics.families.iter().find(|family| family.name == "energy.electricity").unwrap();
    assert!(grid.places >= 200 && grid.years >= 5, "{grid:?}");
    let mut years: BTreeMap<&str, BTreeSet<u16>> = BTreeMap::new();
    for factor in bundled.factors().filter(|factor| factor.id.starts_with("electricity.")) {
        years.entry(&factor.place).or_default().extend(factor.year);
    }
    let several = years.values().filter(|years| years.len() > 1).count();
    assert!(several >= 120, "{several}");
    assert_eq!(statistics.sources.iter().map(|(_, count)| count).sum::<u32>(), statistics.factors);
}
