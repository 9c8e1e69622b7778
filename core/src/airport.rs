//! Airports.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::diagnostic::{Diagnostic, nearest};
use crate::site::Site;
use crate::table::Table;

/// The table of airports, by IATA code.
#[derive(Clone, Debug, Default)]
pub(crate) struct Airports(BTreeMap<String, Site>);

impl Airports {
    /// Reads the table.
    pub(crate) fn read(file: &str, text: &str, problems: &mut Vec<Diagnostic>) -> Self {
        let columns = &["iata", "place", "latitude", "longitude", "name", "city"];
        let table = Table::read(file, text, columns, 4, problems);
        let mut airports = BTreeMap::new();
        for row in table.rows() {
            if let Some(site) = Site::read(&row, problems) {
                airports.insert(row.get("iata").to_string(), site);
            }
        }
        Self(airports)
    }

    /// The airport of an IATA code.
    pub(crate) fn find(&self, iata: &str) -> Option<&Site> {
        self.0.get(iata)
    }

    /// The code that was probably meant: only the case is guessed, since codes are all alike.
    pub(crate) fn nearest(&self, typed: &str) -> Option<String> {
        let upper = typed.trim().to_ascii_uppercase();
        self.0.contains_key(&upper).then(|| nearest(&upper, [upper.as_str()])).flatten()
    }
}
