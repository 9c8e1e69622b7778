//! A look into factors: search, explanation, difference, review and statistics, each on a few rows made by hand.

mod compiled;
mod difference;
mod exclusion;
mod explanation;
mod extract;
mod flights;
mod gwp;
mod integrity;
mod magnitude;
mod means;
mod name;
mod networks;
mod official;
mod pin;
mod posts;
mod prices;
mod proxy;
mod ranges;
mod review;
mod search;
mod statistics;
mod trains;

use claquette::References;
use claquette_conformance::without_factors;

/// The tables without the bundled factors, with a set of these rows.
fn set(rows: &str) -> References {
    let header = "id,key,place,year,unit,value,source,valid_until,raw,parts,biogenic,account,status,boundary,\
                  uncertainty,source_row,name_fr,name_en,note\n";
    without_factors().with_set("mine", &[header, rows].concat()).expect("a sound set")
}
