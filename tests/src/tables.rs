//! The tables that vectors resolve in.

use std::sync::LazyLock;

use claquette::References;

/// The tables that are not factors.
const TABLES: [&str; 8] = [
    "assumptions.csv",
    "equivalences.csv",
    "gwp.csv",
    "keys.csv",
    "places.csv",
    "proxies.csv",
    "ranges.csv",
    "sources.csv",
];

static BUNDLED: LazyLock<References> = LazyLock::new(|| read(claquette_factors::FILES));

static WITHOUT_FACTORS: LazyLock<References> = LazyLock::new(|| {
    let tables = claquette_factors::FILES.iter().filter(|(name, _)| TABLES.contains(name));
    read(&tables.copied().collect::<Vec<_>>())
});

/// All bundled tables, with the airports, the cities and the stations.
pub fn bundled() -> References {
    BUNDLED.clone()
}

/// The bundled tables without any factor: a vector then depends on no edition of the data.
pub fn without_factors() -> References {
    WITHOUT_FACTORS.clone()
}

fn read(files: &[(&str, &str)]) -> References {
    let (name, airports) = claquette_factors::AIRPORTS;
    let read = References::read(claquette_factors::NAME, files);
    let read = read.and_then(|tables| tables.with_airports(name, airports));
    let (name, cities) = claquette_factors::CITIES;
    let read = read.and_then(|tables| tables.with_cities(name, cities));
    let (name, stations) = claquette_factors::STATIONS;
    read.and_then(|tables| tables.with_stations(name, stations)).expect("the bundled tables are sound")
}
