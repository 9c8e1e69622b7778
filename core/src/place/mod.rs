//! Places: ISO 3166 codes, and the place that contains each.

pub(crate) mod airport;
pub(crate) mod gazetteer;
mod name_index;
pub(crate) mod point;
pub(crate) mod rail;

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::collection::name_map::NameIndex;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::problems::Problems;
use crate::table::columns::Content;
use crate::table::{Table, csv};
use crate::text::folding::lower;
use crate::text::language::Language;
use crate::text::similarity::{Guesses, plain};

/// A place of the table of places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PlaceId(u16);

/// A place: one of the table, or a subdivision of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// The nearest place of the table.
    pub(crate) id: PlaceId,
    /// Whether it is that place itself, rather than a part of it.
    pub(crate) exact: bool,
}

#[derive(Clone, Debug)]
struct PlaceRow {
    code: String,
    parent: Option<PlaceId>,
    fr: String,
    en: String,
    /// Other codes of the same place, which spaces separate.
    also: String,
    /// Whether the table has all its subdivisions.
    whole: bool,
}

/// The columns of the table of places.
const COLUMNS: &[&str] = &["code", "parent", "name_fr", "name_en", "also", "subdivisions"];

/// The number of required columns: the first ones.
const REQUIRED: usize = 4;

/// The cell of a place whose subdivisions are all listed.
const ALL: &str = "all";

/// The table of places.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places {
    rows: Vec<PlaceRow>,
    ids: NameIndex<'static>,
    world: Option<PlaceId>,
}

/// The most places, with the subdivisions that rows of factors add.
const MOST: u64 = 1 << 16;

impl Places {
    /// Reads the table. A place follows the place that contains it, so none contains itself.
    pub(crate) fn read(file: &str, content: Content<'_>, problems: &mut Problems) -> Self {
        let mut places = Self::default();
        let table = Table::read(file, content, COLUMNS, REQUIRED, problems);
        let mut seen = NameIndex::default();
        for row in table.rows() {
            let parent = row.get("parent");
            let parent_id = places.id(parent);
            if parent_id.is_none() && !parent.is_empty() {
                problems.push(row.unknown("parent", parent, places.ids.names()));
            } else if let Some(taken) = row.get("also").split(' ').find(|code| places.ids.has(code)) {
                problems.push(row.problem("also", Problem::DuplicateRow { id: taken.to_string() }));
            } else if row.unique("code", &mut seen, problems) {
                let added = places.add(PlaceRow {
                    code: row.get("code").to_string(),
                    parent: parent_id,
                    fr: row.get("name_fr").to_string(),
                    en: row.get("name_en").to_string(),
                    also: row.get("also").to_string(),
                    whole: row.get("subdivisions") == ALL,
                });
                if added.is_none() {
                    problems.push(row.problem("code", Problem::TooManyItems { limit: MOST }));
                }
            }
        }
        places
    }

    /// Adds a place, unless there are as many as can be told apart.
    fn add(&mut self, row: PlaceRow) -> Option<PlaceId> {
        let id = PlaceId(u16::try_from(self.rows.len()).ok()?);
        if row.code == "WORLD" {
            self.world = Some(id);
        }
        for code in row.also.split(' ').chain([row.code.as_str()]).filter(|code| !code.is_empty()) {
            self.ids.set(code.to_string(), self.rows.len());
        }
        self.rows.push(row);
        Some(id)
    }

    /// The place with this code.
    fn id(&self, code: &str) -> Option<PlaceId> {
        u16::try_from(self.ids.find(code)?).ok().map(PlaceId)
    }

    /// The place of a code: one of the table, or a subdivision of one whose subdivisions it does not list
    /// (`DE-BY`).
    pub(crate) fn find(&self, code: &str) -> Option<Place> {
        if let Some(id) = self.id(code) {
            return Some(Place { id, exact: true });
        }
        let (country, subdivision) = code.split_once('-')?;
        let well_formed = (1..=3).contains(&subdivision.len())
            && subdivision.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        let id = self.id(country).filter(|_| well_formed && country.len() == 2)?;
        let listed = self.row(id).is_some_and(|row| row.whole);
        (!listed).then_some(Place { id, exact: false })
    }

    /// The place of a code in a row of factors; a new subdivision is added to the table.
    pub(crate) fn enter(&mut self, code: &str) -> Option<PlaceId> {
        let place = self.find(code)?;
        if place.exact {
            return Some(place.id);
        }
        let [code, fr, en] = [code; 3].map(ToString::to_string);
        self.add(PlaceRow { code, parent: Some(place.id), fr, en, also: String::new(), whole: false })
    }

    /// The world.
    pub(crate) fn world(&self) -> Option<PlaceId> {
        self.world
    }

    /// The place that contains a place.
    pub(crate) fn parent(&self, id: PlaceId) -> Option<PlaceId> {
        self.row(id)?.parent
    }

    /// The country that a place is or lies in: the last one before the world.
    pub(crate) fn country(&self, id: PlaceId) -> PlaceId {
        match self.parent(id) {
            Some(parent) if Some(parent) != self.world() => self.country(parent),
            _ => id,
        }
    }

    /// The code of a place.
    pub(crate) fn code(&self, id: PlaceId) -> &str {
        self.row(id).map_or("", |row| row.code.as_str())
    }

    /// The rows of some codes, as a table.
    pub(crate) fn csv(&self, keep: impl Fn(&str) -> bool) -> String {
        let mut text = String::new();
        csv::write(&mut text, COLUMNS.iter().copied());
        for row in self.rows.iter().filter(|row| keep(&row.code)) {
            let parent = row.parent.map_or("", |parent| self.code(parent));
            let whole = if row.whole { ALL } else { "" };
            csv::write(&mut text, [&*row.code, parent, &*row.fr, &*row.en, &*row.also, whole]);
        }
        text
    }

    /// The name of a place.
    pub(crate) fn name(&self, code: &str, language: Language) -> Option<&str> {
        let row = self.row(self.id(code)?)?;
        Some(language.pick(row.fr.as_str(), row.en.as_str()))
    }

    /// Whether a place, or one that contains it, has this code or name, ignoring case and accents.
    pub(crate) fn is_called(&self, code: &str, called: &[char]) -> bool {
        let country = code.split('-').next().unwrap_or_default();
        let called = match called {
            ['u', 'k'] => &['g', 'b'],
            ['u', 's', 'a'] => &['u', 's'],
            called => called,
        };
        [code, country].into_iter().any(|code| {
            let row = self.id(code).and_then(|id| self.row(id));
            plain(code) == called
                || row.is_some_and(|row| {
                    [&row.fr, &row.en].map(|name| plain(name)).iter().any(|name| name == called)
                })
        })
    }

    /// The places by their names.
    pub(crate) fn names(&self) -> PlaceNames<'_> {
        let mut names = BTreeMap::new();
        for row in &self.rows {
            for name in [&row.fr, &row.en] {
                names.entry(plain(name)).or_insert(row.code.as_str());
            }
        }
        PlaceNames(names)
    }

    /// The code that was probably meant: by name, or by similar letters.
    pub(crate) fn nearest(&self, input: &str, guesses: &mut Guesses) -> Option<String> {
        let named = self.rows.iter().find(|row| {
            [&row.fr, &row.en].into_iter().any(|name| name.chars().map(lower).eq(input.chars().map(lower)))
        });
        let usual = match input {
            "UK" | "uk" => Some("GB"),
            "USA" | "usa" => Some("US"),
            "world" | "monde" | "GLO" => Some("WORLD"),
            _ => None,
        };
        usual
            .filter(|code| self.ids.has(code))
            .map(String::from)
            .or_else(|| named.map(|row| row.code.clone()))
            .or_else(|| Some(input.to_ascii_uppercase()).filter(|code| self.find(code).is_some()))
            .or_else(|| {
                guesses.nearest(input, self.rows.iter().flat_map(|row| [row.fr.as_str(), row.en.as_str()]))
            })
            .map(|found| {
                let row = self.rows.iter().find(|row| row.fr == found || row.en == found);
                row.map_or(found, |row| row.code.clone())
            })
            // Of an unknown subdivision, the country is known.
            .or_else(|| input.get(..2).map(str::to_ascii_uppercase).filter(|_| input.get(2..3) == Some("-")))
            .filter(|code| self.find(code).is_some())
    }

    fn row(&self, id: PlaceId) -> Option<&PlaceRow> {
        self.rows.get(usize::from(id.0))
    }
}

/// The codes of places by their names in French and English, with case and accents ignored.
#[derive(Debug)]
pub(crate) struct PlaceNames<'a>(BTreeMap<Vec<char>, &'a str>);

impl<'a> PlaceNames<'a> {
    /// The code of the place of a name.
    pub(crate) fn find(&self, name: &str) -> Option<&'a str> {
        self.0.get(&plain(name)).copied()
    }
}
