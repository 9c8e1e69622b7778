//! Cities and stations, by their names in French and English.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::diagnostic::{Diagnostic, nearest, plain};
use crate::index::Register;
use crate::place::Places;
use crate::site::Site;
use crate::table::Table;

/// A city or a station.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct NamedSite {
    /// What its row is known by.
    pub(crate) id: String,
    name: String,
    /// The part of its place that it lies in, where its place has several of the name.
    region: String,
    pub(crate) site: Site,
}

/// A table of cities or stations, and their positions by their names without case and accents.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gazetteer {
    rows: Vec<NamedSite>,
    names: Register<'static, Vec<u32>>,
}

/// The columns of the table of cities.
pub(crate) const CITIES: &[&str] =
    &["geonames", "name", "name_fr", "place", "latitude", "longitude", "name_en", "region"];

/// The columns of the table of stations.
pub(crate) const STATIONS: &[&str] =
    &["iata", "name", "name_fr", "place", "latitude", "longitude", "name_en", "region"];

/// What is found under a name.
pub(crate) enum Found {
    /// One site, by its position, and whether a place was written with its name.
    One {
        at: u32,
        qualified: bool,
    },
    /// Several: as what they would be written.
    Several(String),
    Nothing,
}

impl Gazetteer {
    /// Reads the table, whose rows are known by the first of its columns.
    pub(crate) fn read(
        file: &str,
        text: &str,
        columns: &'static [&'static str],
        problems: &mut Vec<Diagnostic>,
    ) -> Self {
        let table = Table::read(file, text, columns, 6, problems);
        let mut gazetteer = Self::default();
        for row in table.rows() {
            let (Some(site), Ok(at)) = (Site::read(&row, problems), u32::try_from(gazetteer.rows.len()))
            else {
                continue;
            };
            let names = ["name", "name_fr", "name_en"].map(|column| row.get(column));
            for name in names.into_iter().filter(|name| !name.is_empty()) {
                if let Some(named) = gazetteer.names.enter(key(name), alloc::vec![at])
                    && !named.contains(&at)
                {
                    named.push(at);
                }
            }
            let known_by = columns.first().copied().unwrap_or_default();
            let [id, name, region] = [known_by, "name", "region"].map(|column| row.get(column).to_string());
            gazetteer.rows.push(NamedSite { id, name, region, site });
        }
        gazetteer
    }

    /// The site of a name, or of a name and its region, its place, its country: `Brest, FR`, `Brest, France`.
    pub(crate) fn find(&self, typed: &str, places: &Places) -> Found {
        let (mut name, mut within) = (typed, Vec::new());
        // A name may have commas of its own: what is behind them is a place only where nothing is called so.
        let named = loop {
            match (self.names.get(&key(name.trim())), name.rsplit_once(',')) {
                (Some(named), _) => break named,
                (None, Some((before, place))) => {
                    within.push(plain(place.trim()));
                    name = before;
                }
                (None, None) => return Found::Nothing,
            }
        };
        let lies = |site: &NamedSite| {
            within.iter().all(|within| {
                places.is_called(&site.site.place, within)
                    || !site.region.is_empty() && plain(&site.region) == *within
            })
        };
        let found = named.iter().filter_map(|at| Some((*at, self.get(*at)?)));
        let found: Vec<(u32, &NamedSite)> = found.filter(|(_, site)| lies(site)).collect();
        match &*found {
            [] => Found::Nothing,
            [(at, _)] => Found::One { at: *at, qualified: !within.is_empty() },
            several => {
                let labels: Vec<String> = several.iter().map(|(_, site)| site.label()).collect();
                Found::Several(labels.join("; "))
            }
        }
    }

    /// The site at a position.
    pub(crate) fn get(&self, at: u32) -> Option<&NamedSite> {
        self.rows.get(usize::try_from(at).ok()?)
    }

    /// The name that was probably meant: one that is spelt nearly so, or what the typed one begins with, as
    /// `Avignon, FR` for Avignon TGV.
    pub(crate) fn meant(&self, typed: &str) -> Option<String> {
        let near = nearest(typed, self.rows.iter().map(|site| &*site.name));
        let ends = typed.match_indices([' ', '-', '–']).map(|(at, _)| at);
        let named = |at| {
            let name = key(typed.get(..at)?);
            self.names.get(&name).map(|named| (name, named))
        };
        let Some((name, named)) = ends.rev().find_map(named) else { return near };
        near.filter(|near| key(near).starts_with(&name)).or_else(|| {
            let labels: Vec<String> = named.iter().filter_map(|at| Some(self.get(*at)?.label())).collect();
            Some(labels.join("; "))
        })
    }
}

/// A name without case and accents, as it is looked up.
fn key(name: &str) -> String {
    plain(name).into_iter().collect()
}

impl NamedSite {
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
