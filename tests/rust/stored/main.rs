//! Footprints that are written and read back, without their productions and tables.

mod archive;
mod audit;
mod broken;
mod labels;
mod notices;
mod round_trip;
mod terms;

use claquette::{Aviation, ElectricityMethod, Footprint, Gwp, Options, Unpriced};
use claquette_conformance::{Outcome, cases, fixtures};

/// Options that exclude what has no factor: every third of them market-based, every second one restated.
fn options(turn: usize) -> Options {
    Options {
        unpriced: Unpriced::Exclude,
        electricity: if turn.is_multiple_of(3) {
            ElectricityMethod::Market
        } else {
            ElectricityMethod::Location
        },
        gwp: [Gwp::Published, Gwp::Ar5, Gwp::Published, Gwp::Ar6][turn % 4],
        aviation: [Aviation::ByPlace, Aviation::ByHaul, Aviation::BySeats][turn % 5 % 3],
    }
}

/// The footprints of all shipped productions and of all vectors, by their own options and by others.
fn footprints() -> Vec<(String, Footprint)> {
    let mut footprints = Vec::new();
    let mut add = |name: &str, outcome: Outcome| {
        if let Outcome::Priced(footprint) = outcome {
            footprints.push((name.to_string(), *footprint));
        }
    };
    for fixture in fixtures() {
        add(fixture.name, Outcome::of(&fixture.bytes(), &fixture.references(), &fixture.options()));
    }
    for (turn, case) in cases().into_iter().flat_map(|(_, cases)| cases).enumerate() {
        let Ok(references) = case.references() else { continue };
        add(&case.name, Outcome::of(&case.bytes(), &references, &case.options()));
        add(&case.name, Outcome::of(&case.bytes(), &references, &options(turn)));
    }
    footprints
}

/// The footprint of the shipped feature film.
fn film() -> Footprint {
    let film =
        fixtures().into_iter().find(|fixture| fixture.name.starts_with("feature-film")).expect("the film");
    match Outcome::of(&film.bytes(), &film.references(), &film.options()) {
        Outcome::Priced(footprint) => *footprint,
        Outcome::Refused(problems, _) => panic!("{problems:?}"),
    }
}
