//! Cities and stations, by their names in French and English.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::diagnostic::problems::Problems;
use crate::place::Places;
use crate::place::name_index::NameRows;
use crate::place::point::{Point, PointColumns};
use crate::table::Table;
use crate::table::columns::Content;
use crate::text::shared::Text;
use crate::text::similarity::{Guesses, add_plain, plain};

/// A city or a station.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct NamedPoint {
    name: Text,
    /// The part of its place that it lies in, if several there have the name.
    region: Text,
    pub(crate) site: Point,
}

/// A table of cities or stations, and their positions by their names without case and accents.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gazetteer {
    rows: Vec<NamedPoint>,
    names: NameRows,
    /// Of stations also their positions by the telling words of their names.
    words: NameRows,
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
    /// Reads the table.
    pub(crate) fn read(
        file: &str,
        content: Content<'_>,
        columns: &'static [&'static str],
        problems: &mut Problems,
    ) -> Self {
        let table = Table::read(file, content, columns, 6, problems);
        let mut gazetteer = Self::default();
        let of_point = PointColumns::of(&table);
        let names = ["name", "name_fr", "name_en"].map(|name| table.column(name));
        let none = Text::default();
        let texts = ["name", "region"].map(|name| table.column(name));
        for row in table.rows() {
            let (Some(site), Ok(at)) =
                (Point::read(&row, of_point, problems), u32::try_from(gazetteer.rows.len()))
            else {
                continue;
            };
            for name in names.map(|column| row.cell(column)).into_iter().filter(|name| !name.is_empty()) {
                gazetteer.names.add(at, |text| add_plain(text, name));
                if columns == STATIONS {
                    gazetteer.words.add(at, |text| text.extend_from_slice(words(name).as_bytes()));
                }
            }
            // Few have a region.
            let text = |cell: &str| if cell.is_empty() { none.clone() } else { Text::from(cell) };
            let [name, region] = texts.map(|column| text(row.cell(column)));
            gazetteer.rows.push(NamedPoint { name, region, site });
        }
        gazetteer.names.sort();
        gazetteer.words.sort();
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
                (named, _) if !named.is_empty() => break named,
                (_, Some((before, place))) => {
                    within.push(plain(place.trim()));
                    name = before;
                }
                (_, None) => return (Vec::new(), false),
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
    fn called(&self, name: &str) -> Vec<u32> {
        let named: Vec<u32> = self.names.find(&key(name.trim())).collect();
        if named.is_empty() { self.words.find(&words(name)).collect() } else { named }
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
        if is_near { self.labels(&near) } else { None }
    }

    /// A row whose name starts or ends with this one: Paris-Montparnasse for Montparnasse.
    fn holding(&self, input: &str) -> Option<String> {
        if input.len() < 4 {
            return None;
        }
        let (starts, ends) = ([input, "-"].concat(), ["-", input].concat());
        let holds = |name: &&str| name.starts_with(&starts) || name.ends_with(&ends);
        self.labels(self.names.names().find(holds)?)
    }

    /// A row whose name this one starts with: Avignon for Avignon TGV.
    fn begun(&self, input: &str) -> Option<String> {
        let ends = input.match_indices('-').map(|(at, _)| at);
        let named = |at| self.labels(input.get(..at)?);
        self.labels(input).or_else(|| ends.rev().find_map(named))
    }

    /// The rows of a name, as they can be written in a line.
    fn labels(&self, name: &str) -> Option<String> {
        let labels: Vec<String> =
            self.names.find(name).filter_map(|at| Some(self.get(at)?.label())).collect();
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
    let mut key = Vec::new();
    add_plain(&mut key, name);
    String::from_utf8(key).unwrap_or_default()
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

impl NamedPoint {
    /// Its name, its region if it has one, and its place: a text that finds it.
    pub(crate) fn label(&self) -> String {
        let mut label = self.name.to_string();
        for within in [&self.region, &self.site.place] {
            if !within.is_empty() {
                label.extend([", ", within]);
            }
        }
        label
    }
}
