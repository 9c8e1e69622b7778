//! Cities, by their names in French and English.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::diagnostic::{Diagnostic, nearest, plain};
use crate::site::Site;
use crate::table::Table;

/// A city.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct City {
    /// What its row is known by.
    pub(crate) geonames: String,
    name: String,
    pub(crate) site: Site,
}

/// The table of cities, by their names without case and accents.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cities(BTreeMap<Vec<char>, Vec<City>>);

/// What is found under a name.
pub(crate) enum Found<'a> {
    City(&'a City),
    /// Several: as what they would be written.
    Several(String),
    Nothing,
}

impl Cities {
    /// Reads the table.
    pub(crate) fn read(file: &str, text: &str, problems: &mut Vec<Diagnostic>) -> Self {
        let columns = &["geonames", "name", "name_fr", "place", "latitude", "longitude"];
        let table = Table::read(file, text, columns, columns.len(), problems);
        let mut cities: BTreeMap<Vec<char>, Vec<City>> = BTreeMap::new();
        for row in table.rows() {
            let Some(site) = Site::read(&row, problems) else { continue };
            let (geonames, name) = (row.get("geonames").to_string(), row.get("name").to_string());
            let french = row.get("name_fr");
            if !french.is_empty() {
                let city = City { geonames: geonames.clone(), name: name.clone(), site: site.clone() };
                cities.entry(plain(french)).or_default().push(city);
            }
            cities.entry(plain(&name)).or_default().push(City { geonames, name, site });
        }
        Self(cities)
    }

    /// The city of a name, or of a name and its place: `Brest, FR`.
    pub(crate) fn find(&self, typed: &str) -> Found<'_> {
        let (name, place) = match typed.rsplit_once(',') {
            Some((name, place)) => (name.trim(), Some(place.trim())),
            None => (typed.trim(), None),
        };
        let named = self.0.get(&plain(name)).map(Vec::as_slice).unwrap_or_default();
        let lies = |city: &&City| {
            let here = &*city.site.place;
            place.is_none_or(|place| here == place || here.split('-').next() == Some(place))
        };
        let mut found = named.iter().filter(lies);
        match (found.next(), found.next()) {
            (None, _) => Found::Nothing,
            (Some(city), None) => Found::City(city),
            _ => {
                let mut labels: Vec<String> = named.iter().filter(lies).map(City::label).collect();
                labels.dedup();
                Found::Several(labels.join("; "))
            }
        }
    }

    /// The name that was probably meant.
    pub(crate) fn nearest(&self, typed: &str) -> Option<String> {
        nearest(typed, self.0.values().flatten().map(|city| &*city.name))
    }
}

impl City {
    /// Its name and its place.
    fn label(&self) -> String {
        format!("{}, {}", self.name, self.site.place)
    }
}
