//! The tables that vectors resolve in.

use std::sync::LazyLock;

use claquette::References;

/// The tables that are not factors.
const TABLES: [&str; 9] = [
    "assumptions.csv",
    "equivalences.csv",
    "gwp.csv",
    "keys.csv",
    "places.csv",
    "proxies.csv",
    "rails.csv",
    "ranges.csv",
    "sources.csv",
];

/// Tables, with and without their factors.
#[derive(Clone, Debug)]
pub struct Tables {
    /// All of them.
    pub bundled: References,
    /// Those that are not factors: a vector then depends on no edition of the data.
    pub without_factors: References,
}

impl Tables {
    /// Reads tables, with the airports, the cities and the stations.
    pub(crate) fn read(name: &str, files: &[(&str, &str)], sites: [(&str, &str); 3]) -> Self {
        let other = files.iter().filter(|(name, _)| TABLES.contains(name));
        let other: Vec<_> = other.copied().collect();
        Self { bundled: read(name, files, sites), without_factors: read(name, &other, sites) }
    }
}

static SHIPPED: LazyLock<Tables> = LazyLock::new(|| {
    let sites = [claquette_factors::AIRPORTS, claquette_factors::CITIES, claquette_factors::STATIONS];
    Tables::read(claquette_factors::NAME, claquette_factors::FILES, sites)
});

/// The tables that are shipped.
pub(crate) fn shipped() -> &'static Tables {
    &SHIPPED
}

/// All bundled tables, with the airports, the cities and the stations.
pub fn bundled() -> References {
    SHIPPED.bundled.clone()
}

/// The bundled tables without any factor: a vector then depends on no edition of the data.
pub fn without_factors() -> References {
    SHIPPED.without_factors.clone()
}

fn read(name: &str, files: &[(&str, &str)], sites: [(&str, &str); 3]) -> References {
    let [airports, cities, stations] = sites;
    let read = References::read(name, files);
    let read = read.and_then(|tables| tables.with_airports(airports.0, airports.1));
    let read = read.and_then(|tables| tables.with_cities(cities.0, cities.1));
    read.and_then(|tables| tables.with_stations(stations.0, stations.1)).expect("the tables are valid")
}
