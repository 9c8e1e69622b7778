//! Tables that somebody else made, or that a spreadsheet has been at.

use claquette::{Diagnostic, References};
use claquette_conformance::{fixtures, without_factors};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::config;

/// Bundled tables of factors, small enough to be read some thousand times.
const SMALL: &[&str] = &["furniture.csv", "heat.csv", "costume.csv", "meal.csv", "road.csv"];

/// What spreadsheets put where a comma or a number was.
const LETTERS: &[&str] = &[
    ",",
    ";",
    "\t",
    "\"",
    "\"\"",
    "\n",
    "\r\n",
    "\r",
    " ",
    "é",
    "\u{feff}",
    "\0",
    "-",
    ".",
    "1e9",
    "9999999999999999999999999999999",
    "@",
    "=",
    "/",
];

fn text(name: &str) -> &'static str {
    claquette_factors::FILES.iter().find(|(file, _)| *file == name).expect("a bundled table").1
}

/// A read table, or reasons, each of which names its file and line.
fn assert_answered(read: Result<References, Vec<Diagnostic>>) {
    if let Err(problems) = read {
        assert!(problems.iter().any(Diagnostic::is_error));
        for problem in problems {
            assert!(!problem.location.to_string().is_empty() && !problem.to_string().is_empty());
        }
    }
}

fn read(table: &str) -> Result<References, Vec<Diagnostic>> {
    without_factors().with_set("mine", table)
}

#[test]
fn tables_that_are_nearly_nothing() {
    for table in [
        "",
        "\n",
        ",",
        "\"",
        "id",
        "id,key\n",
        "id,place,unit,value,source",
        "\u{feff}id,place,unit,value,source\n",
    ] {
        assert_answered(read(table));
    }
    for (with, name) in [
        (References::with_airports as fn(References, &str, &str) -> _, "airports"),
        (References::with_cities, "cities"),
        (References::with_stations, "stations"),
        (References::with_assumptions, "assumptions"),
        (References::with_proxies, "proxies"),
    ] {
        for table in ["", "\"", "id,value\n1", "a,b\n\"", ",,,\n,,,\n"] {
            assert_answered(with(without_factors(), name, table));
        }
    }
}

#[test]
fn truncation() {
    let table = fixtures()[2].own_factors().expect("the small shoot has factors of its own");
    for cut in 0..table.len() {
        if let Some(table) = table.get(..cut) {
            assert_answered(read(table));
        }
    }
}

#[test]
fn a_field_of_ten_megabytes() {
    let long = "x".repeat(10 << 20);
    assert_answered(read(&format!(
        "id,key,place,year,unit,value,source\n{long},{long},{long},{long},{long},{long},{long}\n"
    )));
    assert_answered(read(&format!("id,{long}\n")));
    assert_answered(read(&["id,place,unit,value,source\n\"", &long].concat()));
}

#[test]
fn a_hundred_thousand_rows() {
    let rows: String = (0..100_000).map(|at| format!("f{at},FR,kgCO2e/L,1,hand\n")).collect();
    assert!(read(&["id,place,unit,value,source\n", &rows].concat()).is_ok());
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn mutated_factors(
        name in select(SMALL),
        edits in prop::collection::vec((any::<Index>(), select(LETTERS), any::<bool>()), 1..5),
    ) {
        let mut letters: Vec<String> = text(name).chars().map(String::from).collect();
        for (at, new, replace) in edits {
            let at = at.index(letters.len());
            if replace {
                letters[at] = new.into();
            } else {
                letters.insert(at, new.into());
            }
        }
        assert_answered(read(&letters.concat()));
    }

    #[test]
    fn dropped_and_duplicated_rows(name in select(SMALL), from in any::<Index>(), to in any::<Index>()) {
        let mut rows: Vec<&str> = text(name).lines().collect();
        let row = rows.remove(from.index(rows.len()));
        rows.insert(to.index(rows.len()), row);
        rows.insert(from.index(rows.len()), row);
        assert_answered(read(&(rows.join("\n") + "\n")));
    }

    /// The other tables of a bundle, each with one letter changed.
    #[test]
    fn a_mutated_bundle(table in any::<Index>(), at in any::<Index>(), new in select(LETTERS)) {
        let names = ["keys.csv", "sources.csv", "assumptions.csv", "equivalences.csv", "places.csv"];
        let wanted = names[table.index(names.len())];
        let original = text(wanted);
        let at = original.char_indices().nth(at.index(original.chars().count())).map_or(0, |(at, _)| at);
        let mutated = [&original[..at], new, &original[at..]].concat();
        let tables = names.map(|name| (name, if name == wanted { mutated.as_str() } else { text(name) }));
        assert_answered(References::read("bundle", &tables));
    }
}
