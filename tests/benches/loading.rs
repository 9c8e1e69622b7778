//! Loading the compiled tables, set against reading the texts of the tables with every check; both with the airports, the
//! cities and the stations. Rounds of both are interleaved, so that a busy machine slows both; what is printed are ratios
//! of medians, and no time is asserted; the aim is a quarter. Compiled airports, cities and stations are read when one is first asked for: a train
//! between two cities asks for them all.

use std::hint::black_box;

use claquette::{Limits, References, check_json};
use claquette_conformance::{median, time};
use claquette_factors::{AIRPORTS, CITIES, COMPILED, FILES, NAME, STATIONS};

const ROUNDS: usize = 61;

fn main() {
    let only_tables: Vec<&[u8]> =
        COMPILED.iter().filter(|(name, _)| name.starts_with("tables")).map(|(_, bytes)| *bytes).collect();
    let all: Vec<&[u8]> = COMPILED.iter().map(|(_, bytes)| *bytes).collect();
    let calls: [(&str, &dyn Fn() -> References); 6] = [
        ("texts of the tables", &|| References::read(NAME, FILES).expect("sound tables")),
        ("texts of all", &texts),
        ("compiled tables, fetched", &|| References::read_compiled(&only_tables).expect("sound tables")),
        ("compiled, all, fetched", &|| References::read_compiled(&all).expect("sound tables")),
        ("compiled, all, bundled", &|| References::bundled().expect("sound tables")),
        ("compiled, all, asked for", &|| asked(References::bundled().expect("sound tables"))),
    ];
    let mut times = calls.map(|_| Vec::new());
    for _ in 0..ROUNDS {
        for ((_, call), times) in calls.iter().zip(&mut times) {
            // What was loaded is dropped after the time is taken.
            let mut references = None;
            times.push(time(|| references = Some(black_box(call()))));
        }
    }
    let medians = times.map(median);
    for ((name, _), median) in calls.iter().zip(medians) {
        println!("{name}: {:.2} ms", median * 1e3);
    }
    let [tables, all, fetched_tables, fetched_all, bundled, asked] = medians;
    println!("ratio: {:.3} of the tables, {:.3} of all, fetched", fetched_tables / tables, fetched_all / all);
    println!("ratio: {:.3} of all, bundled and asked for", asked / all);
    println!("ratio: {:.3} of all, bundled", bundled / all);
}

/// All tables from their texts.
fn texts() -> References {
    References::read(NAME, FILES)
        .and_then(|tables| tables.with_airports(AIRPORTS.0, AIRPORTS.1))
        .and_then(|tables| tables.with_cities(CITIES.0, CITIES.1))
        .and_then(|tables| tables.with_stations(STATIONS.0, STATIONS.1))
        .expect("sound tables")
}

/// The tables, after a document that names an airport, a city and a station.
fn asked(references: References) -> References {
    let document = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "lines": [
        {"id": "L1", "what": {"plane": {"from": "CDG", "to": "JFK", "passengers": 1}}},
        {"id": "L2", "what": {"train": {"from": "Paris-Nord", "to": "Lyon", "passengers": 1}}}]}"#;
    black_box(check_json(document, &references, &Limits::default()));
    references
}
