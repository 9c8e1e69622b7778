//! Airports.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::collection::sorting::sorted;
use crate::diagnostic::problems::Problems;
use crate::place::point::{Point, PointColumns};
use crate::table::columns::Content;
use crate::table::{Row, Table};
use crate::text::shared::Text;

/// An airport.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Airport {
    pub(crate) iata: Text,
    pub(crate) site: Point,
}

/// The table of airports.
#[derive(Clone, Debug, Default)]
pub(crate) struct Airports {
    rows: Vec<Airport>,
    /// Their positions in the order of their codes.
    by_code: Vec<u32>,
}

impl Airports {
    /// Reads the table.
    pub(crate) fn read(file: &str, content: Content<'_>, problems: &mut Problems) -> Self {
        let columns = &["iata", "place", "latitude", "longitude", "name", "city"];
        let table = Table::read(file, content, columns, 4, problems);
        let (iata, of_point) = (table.column("iata"), PointColumns::of(&table));
        let read = |row: Row<'_>| {
            let site = Point::read(&row, of_point, problems)?;
            Some(Airport { iata: row.cell(iata).into(), site })
        };
        let mut airports = Self { rows: table.rows().filter_map(read).collect(), by_code: Vec::new() };
        let positions = (0..u32::try_from(airports.rows.len()).unwrap_or(u32::MAX)).collect();
        airports.by_code = sorted(positions, |one, other| airports.code(*one).cmp(airports.code(*other)));
        airports
    }

    /// The position of the airport of an IATA code.
    pub(crate) fn find(&self, iata: &str) -> Option<u32> {
        // Of several with one code the last one serves.
        let end = self.by_code.partition_point(|at| self.code(*at) <= iata);
        let at = *self.by_code.get(end.checked_sub(1)?)?;
        (self.code(at) == iata).then_some(at)
    }

    fn code(&self, at: u32) -> &str {
        self.get(at).map_or("", |airport| &*airport.iata)
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
