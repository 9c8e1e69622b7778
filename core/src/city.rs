//! Cities, by their names in French and English.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::diagnostic::{Diagnostic, nearest, plain};
use crate::place::Places;
use crate::site::Site;
use crate::table::Table;

/// A city.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct City {
    /// What its row is known by.
    pub(crate) geonames: String,
    name: String,
    /// The part of its place that it lies in, where its place has several of the name.
    region: String,
    pub(crate) site: Site,
}

/// The table of cities, and their positions by their names without case and accents.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cities {
    rows: Vec<City>,
    names: BTreeMap<Vec<char>, Vec<u32>>,
}

/// What is found under a name.
pub(crate) enum Found {
    /// One city, by its position, and whether a place was written with its name.
    City {
        at: u32,
        qualified: bool,
    },
    /// Several: as what they would be written.
    Several(String),
    Nothing,
}

impl Cities {
    /// Reads the table.
    pub(crate) fn read(file: &str, text: &str, problems: &mut Vec<Diagnostic>) -> Self {
        let columns = &["geonames", "name", "name_fr", "place", "latitude", "longitude", "name_en", "region"];
        let table = Table::read(file, text, columns, 6, problems);
        let mut cities = Self::default();
        for row in table.rows() {
            let (Some(site), Ok(at)) = (Site::read(&row, problems), u32::try_from(cities.rows.len())) else {
                continue;
            };
            let names = ["name", "name_fr", "name_en"].map(|column| row.get(column));
            for name in names.into_iter().filter(|name| !name.is_empty()) {
                let named = cities.names.entry(plain(name)).or_default();
                if !named.contains(&at) {
                    named.push(at);
                }
            }
            let [geonames, name, region] =
                ["geonames", "name", "region"].map(|column| row.get(column).to_string());
            cities.rows.push(City { geonames, name, region, site });
        }
        cities
    }

    /// The city of a name, or of a name and its region, its place, its country: `Brest, FR`, `Brest, France`.
    pub(crate) fn find(&self, typed: &str, places: &Places) -> Found {
        let (mut name, mut within) = (typed, Vec::new());
        // A name may have commas of its own: what is behind them is a place only where no city is called so.
        let named = loop {
            match (self.names.get(&plain(name.trim())), name.rsplit_once(',')) {
                (Some(named), _) => break named,
                (None, Some((before, place))) => {
                    within.push(plain(place.trim()));
                    name = before;
                }
                (None, None) => return Found::Nothing,
            }
        };
        let lies = |city: &City| {
            within.iter().all(|within| {
                places.is_called(&city.site.place, within)
                    || !city.region.is_empty() && plain(&city.region) == *within
            })
        };
        let found = named.iter().filter_map(|at| Some((*at, self.get(*at)?)));
        let found: Vec<(u32, &City)> = found.filter(|(_, city)| lies(city)).collect();
        match &*found {
            [] => Found::Nothing,
            [(at, _)] => Found::City { at: *at, qualified: !within.is_empty() },
            several => {
                let labels: Vec<String> = several.iter().map(|(_, city)| city.label()).collect();
                Found::Several(labels.join("; "))
            }
        }
    }

    /// The city at a position.
    pub(crate) fn get(&self, at: u32) -> Option<&City> {
        self.rows.get(usize::try_from(at).ok()?)
    }

    /// The name that was probably meant.
    pub(crate) fn nearest(&self, typed: &str) -> Option<String> {
        nearest(typed, self.rows.iter().map(|city| &*city.name))
    }
}

impl City {
    /// Its name, its region where it has one, and its place: as what it can be written.
    pub(crate) fn label(&self) -> String {
        let mut label = self.name.clone();
        for within in [&self.region, &self.site.place] {
            if !within.is_empty() {
                label.extend([", ", within]);
            }
        }
        label
    }
}
