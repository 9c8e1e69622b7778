//! Parts of the world that rails join: no train crosses from one into another.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::collection::name_map::NameIndex;
use crate::diagnostic::problems::Problems;
use crate::place::point::{Frame, Point};
use crate::place::{PlaceId, Places};
use crate::table::Table;
use crate::table::columns::Content;

/// The table of the parts that rails join.
pub(crate) const RAILS: &str = "rails.csv";

/// The number of required columns: the first ones.
const REQUIRED: usize = 9;

/// An area, and the part of the world that its rails belong to.
#[derive(Clone, Debug)]
pub(crate) struct RailArea {
    /// Its identifier in the table.
    pub(crate) id: String,
    part: String,
    /// The codes of the countries, or states of one, that it lies in: an extract has the rows of few of them.
    places: Vec<String>,
    /// Where it lies in them; everywhere if nothing else is said.
    frame: Option<Frame>,
    /// The code of the place whose trains run there; empty if it is the country.
    serves: String,
    /// The trains between countries that call there; empty if there are none.
    trains: String,
}

/// The areas, those that are parts of others before them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rails {
    rows: Vec<RailArea>,
}

impl Rails {
    /// Reads the table.
    pub(crate) fn read(content: Option<Content<'_>>, problems: &mut Problems) -> Self {
        let columns = &["id", "part", "place", "south", "north", "west", "east", "serves", "note", "trains"];
        let Some(content) = content else { return Self::default() };
        let table = Table::read(RAILS, content, columns, REQUIRED, problems);
        let (mut seen, mut rows) = (NameIndex::default(), Vec::new());
        for row in table.rows() {
            let unique = row.unique("id", &mut seen, problems);
            let codes = |cell: &str| cell.split(' ').map(code).collect();
            let places: Option<Vec<String>> = row.parse("place", codes, problems);
            let bounded = ["south", "north", "west", "east"].iter().any(|side| !row.get(side).is_empty());
            let frame = if bounded { Frame::read(&table, &row, problems).map(Some) } else { Some(None) };
            let serves = match row.get("serves") {
                "" => Some(String::new()),
                _ => row.parse("serves", code, problems),
            };
            if let (true, Some(places), Some(frame), Some(serves)) = (unique, places, frame, serves) {
                let [id, part, trains] = ["id", "part", "trains"].map(|column| row.get(column).to_string());
                rows.push(RailArea { id, part, places, frame, serves, trains });
            }
        }
        Self { rows }
    }

    /// The area of a point.
    pub(crate) fn of(&self, point: &Point, places: &Places) -> Option<&RailArea> {
        let country = places.code(places.country(places.find(&point.place)?.id));
        self.rows.iter().find(|area| {
            let lies = area.places.iter().any(|code| code == country || *code == point.place);
            lies && area.frame.as_ref().is_none_or(|frame| frame.holds(point))
        })
    }

    /// Whether rails join two points, as far as the table says; without one, nothing is known.
    pub(crate) fn join(&self, one: &Point, other: &Point, places: &Places) -> bool {
        let country = |point: &Point| places.find(&point.place).map(|place| places.country(place.id));
        match (self.of(one, places), self.of(other, places)) {
            _ if self.rows.is_empty() => true,
            (Some(one), Some(other)) => one.part == other.part,
            (None, None) => country(one) == country(other),
            _ => false,
        }
    }

    /// Whether trains between two countries call at both points, as far as the table says; without one, nothing is known.
    pub(crate) fn share(&self, one: &Point, other: &Point, places: &Places) -> bool {
        match (self.of(one, places), self.of(other, places)) {
            _ if self.rows.is_empty() => true,
            (Some(one), Some(other)) => !one.trains.is_empty() && one.trains == other.trains,
            _ => false,
        }
    }

    /// The area whose trains are those of a place, and not of its country.
    pub(crate) fn served_by(&self, code: &str) -> Option<&RailArea> {
        self.rows.iter().find(|area| area.serves == code)
    }
}

impl RailArea {
    /// The place whose trains run there, if it is not the country.
    pub(crate) fn serves(&self, places: &Places) -> Option<PlaceId> {
        places.find(&self.serves).filter(|place| place.exact).map(|place| place.id)
    }
}

/// A code of a place, as ISO 3166 writes it.
fn code(text: &str) -> Option<String> {
    let (country, part) = text.split_once('-').map_or((text, None), |(country, part)| (country, Some(part)));
    let capitals = country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase());
    let part = part.is_none_or(|part| {
        (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    (capitals && part).then(|| text.to_string())
}
