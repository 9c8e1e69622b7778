/*!
The emission factors of Claquette, as text.

This crate holds data and nothing else: tables of emission factors, the keys
that lead to them, places, proxies, assumptions, equivalences, and the source
and licence of every value. It parses nothing and computes nothing; the
`claquette` crate does, and so can any program that reads CSV.

# Example: count the factors of a table

```
let (_, text) = claquette_factors::FILES
    .iter()
    .find(|(name, _)| *name == "train.csv")
    .expect("the crate has a table of trains");

let header = text.lines().next();
assert!(header.is_some_and(|line| line.starts_with("id,key,place,year,")));

let factors = text.lines().skip(1).count();
assert!(factors > 30);
```

# Format

Each table is CSV as RFC 4180 has it: UTF-8, a header, commas, quotes only
where needed, line feeds, one record per line. So the difference of two
releases reads as a list of the factors that changed. The README describes
the columns.

# Versions

Values change with a minor release and are listed in the changelog; columns
change with a major one. The licence of a value is that of its source, named
in `sources.csv` and in `NOTICE.md`, not that of this crate's code.
*/

#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod compiled;

pub use compiled::{COMPILED, COMPILED_SHA256};

/// Names the tables once, so that a name and its text cannot disagree.
macro_rules! tables {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../data/", $name)))),*]
    };
}

/// Every table but the airports, as (file name, text), sorted by name.
///
/// # Example: the source of every value travels with the values
///
/// ```
/// use claquette_factors::FILES;
///
/// assert!(FILES.is_sorted_by_key(|(name, _)| *name));
/// assert!(FILES.iter().any(|(name, text)| {
///     *name == "sources.csv" && text.contains("Licence Ouverte 2.0")
/// }));
/// ```
pub const FILES: &[(&str, &str)] = tables! {
    "assumptions.csv"
    "car.csv"
    "costume.csv"
    "drink.csv"
    "electricity.csv"
    "equipment.csv"
    "equivalences.csv"
    "exchange-rates.csv"
    "freight.csv"
    "fuel.csv"
    "furniture.csv"
    "grocery.csv"
    "gwp.csv"
    "heat.csv"
    "hotel.csv"
    "keys.csv"
    "material.csv"
    "meal.csv"
    "means.csv"
    "places.csv"
    "plane.csv"
    "price-index.csv"
    "proxies.csv"
    "rails.csv"
    "ranges.csv"
    "refrigerant.csv"
    "remote-work.csv"
    "road.csv"
    "sources.csv"
    "spend.csv"
    "train.csv"
    "waste.csv"
    "water.csv"
};

/// The airports, as (file name, text): IATA code, place and coordinates.
///
/// They stand apart because they weigh more than the factors, and only
/// flights between named airports need them.
///
/// # Example: where is Brest?
///
/// ```
/// let (name, text) = claquette_factors::AIRPORTS;
/// assert_eq!(name, "airports.csv");
///
/// let brest = text.lines().find(|line| line.starts_with("BES,"));
/// assert!(brest.is_some_and(|line| line.contains(",FR,")));
/// ```
pub const AIRPORTS: (&str, &str) = ("airports.csv", include_str!("../airports/airports.csv"));

/// The cities, as (file name, text): names in English and, where they differ, French; place and coordinates.
///
/// They stand apart as the airports do, under a licence of their own (GeoNames, CC BY 4.0; French names: Unicode
/// CLDR). Cities of at least 100,000 inhabitants, and the capitals.
///
/// # Example: where is Vienna?
///
/// ```
/// let (name, text) = claquette_factors::CITIES;
/// assert_eq!(name, "cities.csv");
/// assert!(text.lines().any(|line| line.contains(",Vienna,Vienne,AT,")));
/// ```
pub const CITIES: (&str, &str) = ("cities.csv", include_str!("../cities/cities.csv"));

/// The stations, as (file name, text): names with those that they have in French and English, place and coordinates.
///
/// Those main stations of Europe that have a code of their own, under a licence of their own (OpenTravelData,
/// CC BY 4.0). A city that has no row is found among the cities.
///
/// # Example: where is the Gare de Lyon?
///
/// ```
/// let (name, text) = claquette_factors::STATIONS;
/// assert_eq!(name, "stations.csv");
/// assert!(text.lines().any(|line| line.starts_with("LYY,Paris-Lyon,Paris-Gare de Lyon,FR,48.844")));
/// ```
pub const STATIONS: (&str, &str) = ("stations.csv", include_str!("../stations/stations.csv"));

/// The networks of heat in French towns, as (file name, text): a set of factors that a line names.
///
/// They stand apart because they weigh as much as the largest table, and a place as the format has it is a department, not a
/// town: none of them serves a key. Whoever knows the network loads the table as a set of factors and names the row; without
/// it, the default of unlisted networks serves, which is four times their median.
///
/// # Example: which networks are there in Lyon?
///
/// ```
/// let (name, text) = claquette_factors::HEAT_NETWORKS;
/// assert_eq!(name, "heat-networks.csv");
/// assert!(text.lines().any(|line| line.starts_with("heat.network.36808.lyon,FR-69,2021,2023,kgCO2e/kWh,0.131,")));
/// ```
pub const HEAT_NETWORKS: (&str, &str) = ("heat-networks.csv", include_str!("../networks/heat-networks.csv"));

/// The key maps, as (file name, text): which rows of an imported base serve which keys.
///
/// With them an export that you have yourself, of this year or a later one, serves productions without a
/// line of code.
///
/// # Example: which row of the Base Carbone is the TGV of 2022?
///
/// ```
/// let (_, text) = claquette_factors::KEY_MAPS
///     .iter()
///     .find(|(name, _)| *name == "base-carbone.csv")
///     .expect("a key map of the Base Carbone");
///
/// let tgv = text.lines().find(|line| line.starts_with("train.fr.tgv.2022.ademe,"));
/// assert!(tgv.is_some_and(|line| line.contains(",transport.train.high-speed,43256,")));
/// ```
pub const KEY_MAPS: &[(&str, &str)] = &[
    ("base-carbone.csv", include_str!("../maps/base-carbone.csv")),
    ("desnz.csv", include_str!("../maps/desnz.csv")),
];

/// The version of the data, which is the version of this crate.
///
/// A result that names it can be computed again from the same values.
///
/// # Example
///
/// ```
/// assert_eq!(claquette_factors::VERSION, env!("CARGO_PKG_VERSION"));
/// ```
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The name under which results say where their factors come from.
///
/// # Example
///
/// ```
/// assert!(claquette_factors::NAME.starts_with("claquette-factors "));
/// ```
pub const NAME: &str = concat!("claquette-factors ", env!("CARGO_PKG_VERSION"));
