//! Everything that a computation looks up.

use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::collection::later::Later;
use crate::collection::name_map::NameIndex;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::location::Location;
use crate::diagnostic::problems::Problems;
use crate::factor::key::Keys;
use crate::factor::potentials::{POTENTIALS, Potentials};
use crate::factor::proxy::Proxies;
use crate::factor::row::Factor;
use crate::factor::set::FactorSet;
use crate::factor::skipped::Skipped;
use crate::factor::source::{Source, Sources};
use crate::place::Places;
use crate::place::airport::{Airport, Airports};
use crate::place::gazetteer::{CITIES, Gazetteer, NamedPoint, STATIONS};
use crate::place::point::{Endpoint, Point};
use crate::place::rail::{RAILS, Rails};
use crate::reference::assumption::Assumptions;
use crate::reference::equivalence::Equivalence;
use crate::reference::loaded::Loaded;
use crate::reference::magnitude::Magnitudes;
use crate::reference::price_tables::{EXCHANGE_RATES, PRICE_INDEX, Prices};
use crate::reference::published_mean::{MEANS, PublishedMean};
use crate::reference::usual_range::{RANGES, UsualRange, UsualRanges};
use crate::reference::{equivalence, name, published_mean};
use crate::table::columns::{Columns, Content, Stored};
use crate::table::table_location;
use crate::text::similarity::Guesses;

/// Everything that a computation looks up: factors, keys, places, proxies, assumptions, equivalences, prices. Built
/// once, immutable, cheap to clone and to share between threads.
///
/// ```
/// use claquette::References;
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let mine = "id,key,place,year,unit,value,source\n\
///             my-train,transport.train.high-speed,FR,2026,kgCO2e/passenger.km,0.0031,our own meter\n";
/// let references = references.with_set("mine", mine).unwrap();
/// assert_eq!(references.factor("my-train").unwrap().value.to_string(), "0.0031");
/// ```
#[derive(Clone, Debug)]
pub struct References(Arc<Tables>);

#[derive(Clone, Debug)]
struct Tables {
    keys: Arc<Keys>,
    places: Arc<Places>,
    proxies: Arc<Proxies>,
    assumptions: Assumptions,
    equivalences: Vec<Equivalence>,
    means: Vec<PublishedMean>,
    ranges: Arc<UsualRanges>,
    prices: Arc<Prices>,
    potentials: Arc<Potentials>,
    sources: Arc<Sources>,
    airports: Arc<Later<Airports>>,
    cities: Arc<Later<Gazetteer>>,
    stations: Arc<Later<Gazetteer>>,
    rails: Arc<Rails>,
    /// The user's own sets in their order, then the bundled one.
    sets: Vec<Arc<FactorSet>>,
    /// How large the factors of the bundled set are.
    sizes: Arc<Later<Magnitudes>>,
    /// What was read: the sets in their order, then the tables that replace or extend the bundled ones.
    loaded: Vec<Arc<Loaded>>,
    /// Their names.
    names: NameIndex<'static>,
    /// The SHA-256 of the extract from which everything was read, if it was an extract.
    extract: Option<String>,
}

/// The name and the hash of a set or a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableHash<'a> {
    /// Its name.
    pub name: &'a str,
    /// The SHA-256 of its manifest.
    pub sha256: &'a str,
    /// The SHA-256 of the extract that states that hash, if the rows were read from an extract.
    pub extract: Option<&'a str>,
}

impl TableHash<'_> {
    /// The hash as messages show it: `mine 6c1f…`, followed by that of the extract if it is stated by one.
    pub(crate) fn text(&self) -> String {
        let extract = self.extract.map(|extract| [", extract.csv ", extract].concat());
        [self.name, " ", self.sha256, extract.as_deref().unwrap_or_default()].concat()
    }
}

/// The files that are not factors.
const TABLES: [&str; 12] = [
    "keys.csv",
    "places.csv",
    "proxies.csv",
    "assumptions.csv",
    "equivalences.csv",
    "sources.csv",
    PRICE_INDEX,
    EXCHANGE_RATES,
    POTENTIALS,
    MEANS,
    RANGES,
    RAILS,
];

/// The tables that are laid over a bundle, and no files of one.
const LAID_OVER: [&str; 3] = ["airports.csv", "cities.csv", "stations.csv"];

/// Why a file cannot be one of a bundle by its name, if so: it is called as a table that a bundle does not have, or nearly as
/// one that it has. Its rows would be read as factors, and lost in an extract.
fn of_no_bundle(file: &str) -> Option<Diagnostic> {
    let alike = |table: &&&str| name::alike(file) == name::alike(table);
    let laid_over = LAID_OVER.iter().find(alike).map(|_| None);
    let nearly = || TABLES.iter().filter(|table| **table != file).find(alike).map(|table| Some(*table));
    let suggestion = laid_over.or_else(nearly)?.map(String::from);
    let problem = Problem::UnknownName { name: name::shown(file) };
    Some(Diagnostic { suggestion, ..Diagnostic::at(table_location(file, 1, ""), problem) })
}

impl References {
    /// Reads a bundle of tables under a name: `keys.csv`, `places.csv`, `proxies.csv`, `assumptions.csv`,
    /// `equivalences.csv` and `sources.csv`, optionally `price-index.csv`, `exchange-rates.csv`, `gwp.csv`,
    /// `means.csv`, `ranges.csv` and `rails.csv`, and any number of files of factors.
    ///
    /// The name of the bundle or of a file has up to 100 Latin letters, digits, spaces and `. , _ - + ( ) ' ’`, and
    /// begins with a letter or a digit. Names of files are unique, case, accents, apostrophes and the length of spaces
    /// ignored, and none is that of a table that is laid over a bundle (`cities.csv`).
    ///
    /// # Errors
    /// Each name that is invalid or given twice; otherwise every problem of every file, with file, line and column.
    pub fn read(name: &str, files: &[(&str, &str)]) -> Result<Self, Vec<Diagnostic>> {
        let mut names = NameIndex::default();
        let mut problems = Problems::default();
        name::enter(name, &mut names, &mut problems);
        let mut files_seen = NameIndex::default();
        for (file, _) in files {
            name::enter(file, &mut files_seen, &mut problems);
            problems.extend(of_no_bundle(file));
        }
        if !problems.is_empty() {
            return Err(problems.finish());
        }
        let given = |wanted: &str| files.iter().find(|(file, _)| *file == wanted);
        let given = |wanted: &str| given(wanted).map(|(_, text)| Content::Csv(text));
        let factors: Vec<(&str, &str)> =
            files.iter().filter(|(file, _)| !TABLES.contains(file)).copied().collect();
        let set = |keys: &Keys, places: &mut Places, sources: &Sources, problems: &mut Problems| {
            let set = FactorSet::read(name, &factors, keys, places, Some(sources));
            set.map_err(|found| problems.extend(found)).ok()
        };
        Tables::read(names, Loaded::new("bundle", name, files), given, set)
            .map(|tables| Self(Arc::new(tables)))
    }

    /// The tables of a bundle that were compiled from files with this hash: of each file its columns, those of factors in
    /// one table.
    pub(crate) fn of_columns(
        name: String,
        sha256: String,
        tables: Vec<Arc<Columns>>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut names = NameIndex::default();
        names.add(name::alike(&name));
        let files = || tables.iter().flat_map(|table| table.files.iter().map(move |file| (table, file)));
        let given = |wanted: &str| files().find(|(_, file)| file.name == wanted);
        let given = |wanted: &str| given(wanted).map(|(table, file)| Content::Columns(table, file));
        let factors = tables
            .iter()
            .find(|table| table.files.first().is_some_and(|file| !TABLES.contains(&file.name.as_str())));
        let empty = Columns::default();
        let factors: &Columns = factors.map_or(&empty, Arc::as_ref);
        let set = |keys: &Keys, places: &mut Places, sources: &Sources, problems: &mut Problems| {
            Some(FactorSet::compiled(&name, factors, keys, places, sources, problems))
        };
        let loaded = Loaded::compiled("bundle", name.clone(), sha256, tables.clone());
        Tables::read(names, loaded, given, set).map(|tables| Self(Arc::new(tables)))
    }

    /// Lays a table over these that was compiled from a file with this hash: airports, cities or stations. It is made when
    /// one is first asked for.
    pub(crate) fn with_stored(
        self,
        kind: &'static str,
        name: String,
        sha256: String,
        table: Arc<dyn Stored>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut tables = self.named(&name)?;
        let stored = table.clone();
        match kind {
            "airports" => tables.airports = later(stored, Airports::read),
            "cities" => {
                tables.cities =
                    later(stored, |file, rows, problems| Gazetteer::read(file, rows, CITIES, problems));
            }
            _ => {
                tables.stations =
                    later(stored, |file, rows, problems| Gazetteer::read(file, rows, STATIONS, problems));
            }
        }
        tables.loaded.push(Arc::new(Loaded::stored(kind, name, sha256, table)));
        Ok(Self(Arc::new(tables)))
    }

    /// Adds a set of the user's own. It takes precedence over the bundled set, and follows the sets that were added
    /// before it.
    ///
    /// The table has the columns `id`, `place`, `unit`, `value`, `source`, and optionally any other column of a file
    /// of factors; `source` is free text. Names follow the rules of [`References::read`] and must differ from those
    /// of the other sets and tables.
    ///
    /// # Errors
    /// A name that is invalid or taken; otherwise every problem of the table, with its line and column.
    pub fn with_set(self, name: &str, text: &str) -> Result<Self, Vec<Diagnostic>> {
        self.named(name)?.set(name, text)
    }

    /// Reads a set as [`References::with_set`] does, but under any name: for one that is not kept.
    pub(crate) fn trial_set(self, name: &str, text: &str) -> Result<Self, Vec<Diagnostic>> {
        Arc::unwrap_or_clone(self.0).set(name, text)
    }

    /// The rows of a set of the user's own that serve no key, and why. A factor without a key or a year, or one
    /// marked as suspect or indicative, is used only by a line that names it.
    ///
    /// ```
    /// use claquette::{References, import::SkipReason};
    /// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
    /// let undated = "id,key,place,unit,value,source\ngrid,energy.electricity,FR,kgCO2e/kWh,0.05,our supplier\n";
    /// let references = references.with_set("mine", undated).unwrap();
    /// let unserved = references.unserved("mine");
    /// assert_eq!((unserved[0].line, unserved[0].reason), (2, SkipReason::NoYear));
    /// ```
    pub fn unserved(&self, set: &str) -> &[Skipped] {
        let set = self.0.sets.iter().find(|known| known.name == set);
        set.map(|set| set.unserved.as_slice()).unwrap_or_default()
    }

    /// Adds the table of airports (`iata`, `place`, `latitude`, `longitude`), which flights between
    /// airports need.
    ///
    /// # Errors
    /// Every problem of the table, each with its line and column.
    pub fn with_airports(self, name: &str, text: &str) -> Result<Self, Vec<Diagnostic>> {
        self.with_table("airports", name, text, |tables, problems| {
            tables.airports = Arc::new(Later::ready(Airports::read(name, text.into(), problems)));
        })
    }

    /// Adds the table of cities (`geonames`, `name`, `name_fr`, `place`, `latitude`, `longitude`), which journeys
    /// between cities need.
    ///
    /// # Errors
    /// Every problem of the table, each with its line and column.
    pub fn with_cities(self, name: &str, text: &str) -> Result<Self, Vec<Diagnostic>> {
        self.with_table("cities", name, text, |tables, problems| {
            tables.cities = Arc::new(Later::ready(Gazetteer::read(name, text.into(), CITIES, problems)));
        })
    }

    /// Adds the table of stations (`iata`, `name`, `name_fr`, `place`, `latitude`, `longitude`), which train journeys
    /// between stations need. A name that a city also has means the city.
    ///
    /// # Errors
    /// Every problem of the table, each with its line and column.
    pub fn with_stations(self, name: &str, text: &str) -> Result<Self, Vec<Diagnostic>> {
        self.with_table("stations", name, text, |tables, problems| {
            tables.stations = Arc::new(Later::ready(Gazetteer::read(name, text.into(), STATIONS, problems)));
        })
    }

    /// Adds assumptions of the user's own, which take precedence over the bundled ones.
    ///
    /// # Errors
    /// Every problem of the table, each with its line and column.
    pub fn with_assumptions(self, name: &str, text: &str) -> Result<Self, Vec<Diagnostic>> {
        self.with_table("assumptions", name, text, |tables, problems| {
            tables.assumptions.lay_over(Assumptions::read(name, text.into(), problems));
        })
    }

    /// Replaces the declared proxies.
    ///
    /// # Errors
    /// Every problem of the table, each with its line and column.
    pub fn with_proxies(self, name: &str, text: &str) -> Result<Self, Vec<Diagnostic>> {
        self.with_table("proxies", name, text, |tables, problems| {
            let places = Arc::make_mut(&mut tables.places);
            tables.proxies = Arc::new(Proxies::read(name, text.into(), places, problems));
        })
    }

    /// The tables with one more name, if it is valid and not taken.
    fn named(self, name: &str) -> Result<Tables, Vec<Diagnostic>> {
        let mut problems = Problems::default();
        let mut tables = Arc::unwrap_or_clone(self.0);
        name::enter(name, &mut tables.names, &mut problems);
        if problems.is_empty() { Ok(tables) } else { Err(problems.finish()) }
    }

    fn with_table(
        self,
        kind: &'static str,
        name: &str,
        text: &str,
        read: impl FnOnce(&mut Tables, &mut Problems),
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut tables = self.named(name)?;
        let mut problems = Problems::default();
        read(&mut tables, &mut problems);
        tables.loaded.push(Arc::new(Loaded::new(kind, name, &[(name, text)])));
        if problems.is_empty() { Ok(Self(Arc::new(tables))) } else { Err(problems.finish()) }
    }

    /// Whether these are the same tables, and not merely equal ones.
    pub(crate) fn same_tables(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }

    /// The factor with an identifier, from the first set that has it.
    pub fn factor(&self, id: &str) -> Option<&Factor> {
        self.0.sets.iter().find_map(|set| set.get(set.find(id)?)).map(Arc::as_ref)
    }

    /// The factor with an identifier, as [`References::factor`] finds it.
    ///
    /// ```
    /// use claquette::References;
    /// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
    /// let problem = references.find_factor("train.fr.tvg.2022.ademe").unwrap_err();
    /// assert_eq!((problem.code(), &*problem.suggestion.unwrap()), ("unknown-factor", "train.fr.tgv.2022.ademe"));
    /// ```
    ///
    /// # Errors
    /// No set has it; the problem suggests the identifier that was probably meant.
    pub fn find_factor(&self, id: &str) -> Result<&Factor, Diagnostic> {
        let mut guesses = Guesses::default();
        let mut meant = || self.sets().find_map(|set| set.nearest(id, &mut guesses));
        self.factor(id).ok_or_else(|| Diagnostic {
            suggestion: meant(),
            ..Diagnostic::at(
                Location::Pointer(String::new()),
                Problem::UnknownFactor { factor: id.to_string() },
            )
        })
    }

    /// How large the factors of the bundled set are, counted when it is first asked.
    pub(crate) fn sizes(&self) -> &Magnitudes {
        self.0.sizes.get()
    }

    /// Every factor, set by set.
    pub fn factors(&self) -> impl Iterator<Item = &Factor> {
        self.0.sets.iter().flat_map(|set| set.factors())
    }

    /// The sources of the bundled tables.
    pub fn sources(&self) -> impl Iterator<Item = &Source> {
        self.0.sources.all()
    }

    /// The keys that a factor of these tables serves.
    pub fn keys_of(&self, factor: &Factor) -> impl Iterator<Item = &str> {
        factor.keys.iter().filter_map(|&key| Some(self.0.keys.get(key)?.name.as_str()))
    }

    /// The sourced equivalences: the CO2e of familiar things.
    pub fn equivalences(&self) -> impl Iterator<Item = &Equivalence> {
        self.0.equivalences.iter()
    }

    /// The published means of the kinds of works.
    pub fn published_means(&self) -> impl Iterator<Item = &PublishedMean> {
        self.0.means.iter()
    }

    /// The usual ranges and maxima of the values of fields.
    pub fn usual_ranges(&self) -> impl Iterator<Item = &UsualRange> {
        self.0.ranges.all()
    }

    /// The name and the SHA-256 of each set and table. For rows that were read from an extract, it is the hash that
    /// the extract states, together with that of the extract.
    ///
    /// The hash is that of a manifest with one line `sha256  name` per file, sorted by name, as `sha256sum` prints
    /// it: `sha256sum *.csv | sha256sum` reproduces that of the bundle. Names are unique and cannot contain a line
    /// break, so other files have another hash.
    ///
    /// ```
    /// use claquette::References;
    /// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
    /// let hash = references.hashes().next().unwrap();
    /// assert_eq!((hash.name, hash.sha256.len(), hash.extract), (claquette_factors::NAME, 64, None));
    /// ```
    pub fn hashes(&self) -> impl Iterator<Item = TableHash<'_>> {
        self.loaded().map(|loaded| TableHash {
            name: &loaded.name,
            sha256: &loaded.sha256,
            extract: self.extract().filter(|_| loaded.stated),
        })
    }

    /// The SHA-256 of the extract that the tables were read from, if any. [`References::hashes`] says which tables.
    pub fn extract(&self) -> Option<&str> {
        self.0.extract.as_deref()
    }

    /// The same tables, read from an extract with this hash, which states these hashes of the sets it was taken from.
    pub(crate) fn stated(self, hashes: Vec<String>, extract: String) -> Self {
        let mut tables = Arc::unwrap_or_clone(self.0);
        for (loaded, sha256) in tables.loaded.iter_mut().zip(hashes) {
            let loaded = Arc::make_mut(loaded);
            (loaded.sha256, loaded.stated) = (sha256, true);
        }
        tables.extract = Some(extract);
        Self(Arc::new(tables))
    }

    /// What was read, in the order of the hashes.
    pub(crate) fn loaded(&self) -> impl DoubleEndedIterator<Item = &Loaded> {
        self.0.loaded.iter().map(Arc::as_ref)
    }

    pub(crate) fn keys(&self) -> &Keys {
        &self.0.keys
    }

    pub(crate) fn places(&self) -> &Places {
        &self.0.places
    }

    pub(crate) fn proxies(&self) -> &Proxies {
        &self.0.proxies
    }

    pub(crate) fn assumptions(&self) -> &Assumptions {
        &self.0.assumptions
    }

    pub(crate) fn potentials(&self) -> &Potentials {
        &self.0.potentials
    }

    pub(crate) fn ranges(&self) -> &UsualRanges {
        &self.0.ranges
    }

    pub(crate) fn prices(&self) -> &Prices {
        &self.0.prices
    }

    pub(crate) fn airports(&self) -> &Airports {
        self.0.airports.get()
    }

    pub(crate) fn cities(&self) -> &Gazetteer {
        self.0.cities.get()
    }

    pub(crate) fn stations(&self) -> &Gazetteer {
        self.0.stations.get()
    }

    /// The table of an end of a journey, the position of its row, and where it is.
    pub(crate) fn site(&self, end: Endpoint) -> Option<(&'static str, u32, &Point)> {
        let (file, at, site) = match end {
            Endpoint::Airport(at) => {
                ("airports.csv", at, self.airports().get(at).map(|airport| &airport.site))
            }
            Endpoint::City(at) => ("cities.csv", at, self.cities().get(at).map(|city| &city.site)),
            Endpoint::Station(at) => {
                ("stations.csv", at, self.stations().get(at).map(|station| &station.site))
            }
        };
        Some((file, at, site?))
    }

    pub(crate) fn rails(&self) -> &Rails {
        &self.0.rails
    }

    /// A journey from one place to another, with each end as it can be written in a line: `Paris, FR → Lyon, FR`.
    pub(crate) fn route(&self, from: Endpoint, to: Endpoint) -> String {
        let label = |end| match end {
            Endpoint::Airport(at) => self.airports().get(at).map(Airport::label),
            Endpoint::City(at) => self.cities().get(at).map(NamedPoint::label),
            Endpoint::Station(at) => self.stations().get(at).map(NamedPoint::label),
        };
        [from, to].map(|end| label(end).unwrap_or_default()).join(" → ")
    }

    pub(crate) fn sets(&self) -> impl Iterator<Item = &FactorSet> {
        self.0.sets.iter().map(Arc::as_ref)
    }

    /// Whether the set at a position is the bundled one: the last.
    pub(crate) fn is_bundle(&self, at: u32) -> bool {
        usize::try_from(at).ok().and_then(|at| at.checked_add(1)) == Some(self.0.sets.len())
    }

    pub(crate) fn set(&self, at: u32) -> Option<&FactorSet> {
        self.0.sets.get(usize::try_from(at).ok()?).map(Arc::as_ref)
    }
}

impl Tables {
    /// Reads the tables of a bundle, with what reads its factors.
    fn read<'a>(
        names: NameIndex<'static>,
        loaded: Loaded,
        given: impl Fn(&str) -> Option<Content<'a>>,
        set: impl FnOnce(&Keys, &mut Places, &Sources, &mut Problems) -> Option<FactorSet>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut problems = Problems::default();
        let text = |file: &str| given(file).unwrap_or(Content::Csv(""));
        let keys = Keys::read("keys.csv", text("keys.csv"), &mut problems);
        let mut places = Places::read("places.csv", text("places.csv"), &mut problems);
        let proxies = Proxies::read("proxies.csv", text("proxies.csv"), &mut places, &mut problems);
        let assumptions = Assumptions::read("assumptions.csv", text("assumptions.csv"), &mut problems);
        let sources = Sources::read("sources.csv", text("sources.csv"), &mut problems);
        let equivalences =
            equivalence::read("equivalences.csv", text("equivalences.csv"), &sources, &mut problems);
        let prices = Prices::read(given(PRICE_INDEX), given(EXCHANGE_RATES), &sources, &mut problems);
        let means = published_mean::read(given(MEANS), &sources, &mut problems);
        let ranges = UsualRanges::read(given(RANGES), &mut problems);
        let rails = Rails::read(given(RAILS), &mut problems);
        let potentials = Potentials::read(given(POTENTIALS), &keys, &sources, &mut problems);
        let set = set(&keys, &mut places, &sources, &mut problems);
        let set = Arc::new(set.filter(|_| problems.is_empty()).ok_or_else(|| problems.finish())?);
        let keys = Arc::new(keys);
        let sizes = Later::new({
            let (keys, set) = (keys.clone(), set.clone());
            move || Magnitudes::of(&keys, &set)
        });
        Ok(Self {
            keys,
            places: Arc::new(places),
            proxies: Arc::new(proxies),
            assumptions,
            equivalences,
            means,
            ranges: Arc::new(ranges),
            prices: Arc::new(prices),
            potentials: Arc::new(potentials),
            sources: Arc::new(sources),
            airports: Arc::default(),
            cities: Arc::default(),
            stations: Arc::default(),
            rails: Arc::new(rails),
            sets: alloc::vec![set],
            sizes: Arc::new(sizes),
            loaded: alloc::vec![Arc::new(loaded)],
            names,
            extract: None,
        })
    }

    /// Inserts a set of the user's own before the bundled one.
    fn set(mut self, name: &str, text: &str) -> Result<References, Vec<Diagnostic>> {
        let places = Arc::make_mut(&mut self.places);
        let set = FactorSet::read(name, &[(name, text)], &self.keys, places, None)?;
        let last = self.sets.len().saturating_sub(1);
        self.sets.insert(last, Arc::new(set));
        self.loaded.insert(last, Arc::new(Loaded::new("set", name, &[(name, text)])));
        Ok(References(Arc::new(self)))
    }
}

/// A table that is read when it is first asked for. Its bytes are known: what they were compiled from was read with every
/// check.
fn later<T: Default + Send + Sync + 'static>(
    stored: Arc<dyn Stored>,
    read: impl Fn(&str, Content<'_>, &mut Problems) -> T + Send + Sync + 'static,
) -> Arc<Later<T>> {
    Arc::new(Later::new(move || {
        let table = stored.table().unwrap_or_default();
        let file = table.files.first();
        let content = |file| Content::Columns(&table, file);
        file.map(|file| read(&file.name, content(file), &mut Problems::default())).unwrap_or_default()
    }))
}
