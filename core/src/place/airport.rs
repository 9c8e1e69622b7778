//! Airports.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::collection::name_map::NameIndex;
use crate::diagnostic::problems::Problems;
use crate::place::point::Point;
use crate::table::Table;
use crate::table::columns::Content;
use crate::text::shared::Text;

/// An airport.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Airport {
    pub(crate) iata: Text,
    pub(crate) site: Point,
}

/// The table of airports, and their positions by IATA code.
#[derive(Clone, Debug, Default)]
pub(crate) struct Airports {
    rows: Vec<Airport>,
    codes: NameIndex<'static>,
}

impl Airports {
    /// Reads the table.
    pub(crate) fn read(file: &str, content: Content<'_>, problems: &mut Problems) -> Self {
        let columns = &["iata", "place", "latitude", "longitude", "name", "city"];
        let table = Table::read(file, content, columns, 4, problems);
        let mut airports = Self::default();
        for row in table.rows() {
            if let Some(site) = Point::read(&row, problems) {
                let iata = row.text("iata");
                airports.codes.set(iata.to_string(), airports.rows.len());
                airports.rows.push(Airport { iata, site });
            }
        }
        airports
    }

    /// The position of the airport of an IATA code.
    pub(crate) fn find(&self, iata: &str) -> Option<u32> {
        u32::try_from(self.codes.find(iata)?).ok()
    }

    /// The airport at a position.
    pub(crate) fn get(&self, at: u32) -> Option<&Airport> {
        self.rows.get(usize::try_from(at).ok()?)
    }
}

impl Airport {
    /// Its code and its place.
    pub(crate) fn label(&self) -> String {
        format!("{}, {}", self.iata, self.site.place)
    }
}
