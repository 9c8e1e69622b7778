//! Cities and stations, by their names in French and English.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::collection::name_map::NameMap;
use crate::diagnostic::problems::Problems;
use crate::place::Places;
use crate::place::point::Point;
use crate::table::Table;
use crate::text::similarity::{Guesses, plain};

/// A city or a station.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct NamedPoint {
    /// Its identifier in the table.
    pub(crate) id: String,
    name: String,
    /// The part of its place that it lies in, if several there have the name.
    region: String,
    pub(crate) site: Point,
}

/// A table of cities or stations, and their positions by their names without case and accents.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gazetteer {
    rows: Vec<NamedPoint>,
    names: NameMap<'static, Vec<u32>>,
    /// Of stations also their positions by the telling words of their names.
    words: NameMap<'static, Vec<u32>>,
}

/// The columns of the table of cities.
pub(crate) const CITIES: &[&str] =
    &["geonames", "name", "name_fr", "place", "latitude", "longitude", "name_en", "region"];

/// The columns of the table of stations.
pub(crate) const STATIONS: &[&str] =
    &["iata", "name", "name_fr", "place", "latitude", "longitude", "name_en", "region"];

/// Longer texts, in bytes, are not looked up: no place has a longer name.
const LONGEST: usize = 200;

impl Gazetteer {
    /// Reads the table; the first column identifies a row.
    pub(crate) fn read(
        file: &str,
        text: &str,
        columns: &'static [&'static str],
        problems: &mut Problems,
    ) -> Self {
        let table = Table::read(file, text, columns, 6, problems);
        let known_by = columns.first().copied().unwrap_or_default();
        let mut gazetteer = Self::default();
        for row in table.rows() {
            let (Some(site), Ok(at)) = (Point::read(&row, problems), u32::try_from(gazetteer.rows.len()))
            else {
                continue;
            };
            let names = ["name", "name_fr", "name_en"].map(|column| row.get(column));
            for name in names.into_iter().filter(|name| !name.is_empty()) {
                enter(&mut gazetteer.names, key(name), at);
                if columns == STATIONS {
                    enter(&mut gazetteer.words, words(name), at);
                }
            }
            let [id, name, region] = [known_by, "name", "region"].map(|column| row.get(column).to_string());
            gazetteer.rows.push(NamedPoint { id, name, region, site });
        }
        gazetteer
    }

    /// The points of a name, or of a name with its region, place or country (`Brest, FR`, `Brest, France`), and
    /// whether the text says more than the name.
    pub(crate) fn find(&self, input: &str, places: &Places) -> (Vec<(u32, &NamedPoint)>, bool) {
        let (mut name, mut within) = (input, Vec::new());
        if input.len() > LONGEST {
            return (Vec::new(), false);
        }
        // A name may contain commas: what follows them is a place only if no row has the whole as its name.
        let named = loop {
            match (self.called(name), name.rsplit_once(',')) {
                (Some(named), _) => break named,
                (None, Some((before, place))) => {
                    within.push(plain(place.trim()));
                    name = before;
                }
                (None, None) => return (Vec::new(), false),
            }
        };
        let lies = |site: &NamedPoint| {
            within.iter().all(|within| {
                places.is_called(&site.site.place, within)
                    || !site.region.is_empty() && plain(&site.region) == *within
            })
        };
        let found = named.iter().filter_map(|at| Some((*at, self.get(*at)?)));
        (found.filter(|(_, site)| lies(site)).collect(), !within.is_empty())
    }

    /// The positions of a name, or of a station's telling words.
    fn called(&self, name: &str) -> Option<&Vec<u32>> {
        self.names.get(&key(name.trim())).or_else(|| self.words.get(&words(name)))
    }

    /// The point at a position.
    pub(crate) fn get(&self, at: u32) -> Option<&NamedPoint> {
        self.rows.get(usize::try_from(at).ok()?)
    }

    /// The nearest name: its first and last words must be near as well, since names are long.
    fn near(&self, input: &str, guesses: &mut Guesses) -> Option<String> {
        let near = guesses.nearest(input, self.rows.iter().map(|site| &*site.name))?;
        let (input, near) = (key(input), key(&near));
        let ends = |name: &str| {
            let ends = [name.split('-').next(), name.rsplit('-').next()];
            ends.map(|end| end.unwrap_or_default().to_string())
        };
        let pairs = ends(&input).into_iter().zip(ends(&near));
        let is_near = pairs.into_iter().all(|(input, near)| guesses.nearest(&input, [&*near]).is_some());
        self.labels(self.names.get(&near).filter(|_| is_near)?)
    }

    /// A row whose name starts or ends with this one: Paris-Montparnasse for Montparnasse.
    fn holding(&self, input: &str) -> Option<String> {
        if input.len() < 4 {
            return None;
        }
        let (starts, ends) = ([input, "-"].concat(), ["-", input].concat());
        let (_, at) =
            self.names.iter().find(|(name, _)| name.starts_with(&starts) || name.ends_with(&ends))?;
        self.labels(at)
    }

    /// A row whose name this one starts with: Avignon for Avignon TGV.
    fn begun(&self, input: &str) -> Option<String> {
        let ends = input.match_indices('-').map(|(at, _)| at);
        let named = |at| self.names.get(input.get(..at)?);
        self.labels(self.names.get(input).or_else(|| ends.rev().find_map(named))?)
    }

    fn labels(&self, at: &[u32]) -> Option<String> {
        let labels: Vec<String> = at.iter().filter_map(|at| Some(self.get(*at)?.label())).collect();
        (!labels.is_empty()).then(|| labels.join("; "))
    }
}

/// What was probably meant by a name that no gazetteer has.
pub(crate) fn meant<'a>(
    input: &str,
    gazetteers: impl DoubleEndedIterator<Item = &'a Gazetteer> + Clone,
    guesses: &mut Guesses,
) -> Option<String> {
    if input.is_empty() || input.len() > LONGEST {
        return None;
    }
    let (whole, told) = (key(input), words(input));
    let from = |find: &dyn Fn(&Gazetteer) -> Option<String>| gazetteers.clone().rev().find_map(find);
    let near = gazetteers.clone().rev().find_map(|gazetteer| gazetteer.near(input, guesses));
    near.or_else(|| from(&|gazetteer| gazetteer.holding(&whole)))
        .or_else(|| from(&|gazetteer| gazetteer.begun(&whole)))
        .or_else(|| from(&|gazetteer| gazetteer.begun(&told)))
}

/// A name without case and accents, as it is looked up.
fn key(name: &str) -> String {
    plain(name).into_iter().collect()
}

/// Words that mark a name as a station's, or join its parts.
const JOINING: [&str; 12] =
    ["gare", "station", "railway", "bahnhof", "stazione", "de", "du", "des", "d", "la", "le", "l"];

/// The telling words of a name: `Paris Gare du Nord` is Paris-Nord, `St` is `Saint`, `Hbf` is `Hauptbahnhof`.
fn words(name: &str) -> String {
    let name = key(name);
    let words = name.split(['-', '\'', '.', '/']).filter(|word| !word.is_empty() && !JOINING.contains(word));
    let words = words.map(|word| match word {
        "st" => "saint",
        "ste" => "sainte",
        "hbf" => "hauptbahnhof",
        other => other,
    });
    words.collect::<Vec<_>>().join("-")
}

/// Inserts a position under a name.
fn enter(names: &mut NameMap<'static, Vec<u32>>, name: String, at: u32) {
    if let Some(named) = names.enter(name, alloc::vec![at])
        && !named.contains(&at)
    {
        named.push(at);
    }
}

impl NamedPoint {
    /// Its name, its region if it has one, and its place: a text that finds it.
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
