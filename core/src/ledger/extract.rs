//! An extract: the rows of the tables that a footprint rests on, from which it can be computed again.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::activity::kinds::What;
use crate::activity::travel::train::INTERNATIONAL;
use crate::collection::name_map::NameIndex;
use crate::collection::sorting::sorted;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::location::Location;
use crate::diagnostic::problems::Problems;
use crate::factor::key::KeyId;
use crate::factor::potentials::{Gwp, POTENTIALS};
use crate::factor::row::Factor;
use crate::format::leaf::OneOrMany;
use crate::ledger::compute::rows::Rows;
use crate::ledger::compute::{Rejection, checked_with, priced};
use crate::ledger::footprint::Footprint;
use crate::ledger::options::Options;
use crate::number::unit::Dimension;
use crate::place::PlaceId;
use crate::place::point::Endpoint;
use crate::place::rail::RAILS;
use crate::pricing::aviation::{Aviation, seats_at};
use crate::pricing::demand::{Choice, Demand, Origin, Step, StepName};
use crate::pricing::resolve::PeriodReason;
use crate::production::Production;
use crate::reference::kind::Kind;
use crate::reference::loaded::{KINDS, Loaded, Texts, manifest_hash, texts_of};
use crate::reference::name::{invalid, shown};
use crate::reference::pin::is_sha256;
use crate::reference::price_tables::{EXCHANGE_RATES, PRICE_INDEX};
use crate::reference::published_mean::MEANS;
use crate::reference::references::References;
use crate::reference::usual_range::RANGES;
use crate::table::csv::Records;
use crate::table::{Table, csv, table_location};
use crate::text::vocabulary::Term;

/// The file that says what the rows of an extract are from.
const MANIFEST: &str = "extract.csv";
/// Its columns.
const COLUMNS: &[&str] = &["name", "sha256", "kind"];

/// The rows of the tables that the footprint of a production rests on: factors, keys, places, proxies, assumptions,
/// prices, warming potentials, usual ranges, sources, equivalences, airports, cities and stations. Returns the names and
/// texts of files, in the layout of the tables.
///
/// The first file, `extract.csv`, has a row for each set and table, with its name and SHA-256; the files of the
/// first one begin with `0/`, and so on. With [`References::read_extract`] the same production has the same footprint,
/// years later and without the whole tables, except that each of its sets names the extract (`extract`).
///
/// # Errors
/// The production cannot be computed with these references and options; or notes of compiled tables are not loaded.
///
/// ```
/// use claquette::{Limits, Options, References, check_json, compute, extract};
/// use claquette::output::{FootprintSummary, Output};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024},
///   "lines": [{"id": "L1", "what": {"electricity": {"energy": {"value": "120000", "unit": "kWh"}}}}]}"#;
/// let production = check_json(input, &references, &Limits::default()).production.unwrap();
/// let footprint = |references: &References| compute(&production, references, &Options::default()).unwrap();
/// let first = footprint(&references);
/// let files = extract(&production, &references, &Options::default()).unwrap();
/// // A header, and the one row that the line rests on.
/// assert_eq!(files.iter().find(|(name, _)| name == "0/electricity.csv").unwrap().1.lines().count(), 2);
/// let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (&**name, &**text)).collect();
/// let again = footprint(&References::read_extract(&files).unwrap());
/// let (mut again, first) = (FootprintSummary::new(&again), FootprintSummary::new(&first));
/// assert!(again.sets[0].extract.is_some());
/// again.sets[0].extract = None;
/// assert_eq!(again.to_json(), first.to_json());
/// ```
pub fn extract(
    production: &Production,
    references: &References,
    options: &Options,
) -> Result<Vec<(String, String)>, Rejection> {
    Ok(extracted(production, references, options)?.1)
}

/// The files of an extract.
type Files = Vec<(String, String)>;

/// A footprint and its extract.
pub(crate) fn extracted(
    production: &Production,
    references: &References,
    options: &Options,
) -> Result<(Footprint, Files), Rejection> {
    let texts = texts_of(references.loaded());
    let texts = texts.map_err(|diagnostics| Rejection { diagnostics, omitted: 0 })?;
    // Whoever reads the extract may check the production before saying how flights are priced.
    let read = checked_with(production, references, &Options { aviation: Aviation::ByPlace, ..*options });
    let production = &*checked_with(production, references, options)?;
    let (footprint, rows) = priced(production, references, options)?;
    let mut used = Used::new(references);
    used.means(&footprint);
    used.input(production);
    read.iter().for_each(|read| used.input(read));
    used.computed(&rows);
    used.extremes(&footprint, &rows);
    used.choices(&footprint, production, &rows);
    used.excluded(&footprint, production);
    if options.gwp != Gwp::Published {
        used.potentials();
    }
    let mut manifest = String::new();
    csv::write(&mut manifest, COLUMNS.iter().copied());
    let mut files = Vec::new();
    // Of several tables of proxies the last one serves.
    let is_of_proxies = |loaded: &&Loaded| matches!(loaded.kind, "proxies" | "bundle");
    let serving = references.loaded().rev().find(is_of_proxies);
    for (at, (loaded, texts)) in texts.iter().enumerate() {
        csv::write(&mut manifest, [&*loaded.name, &*loaded.sha256, loaded.kind]);
        let serves = serving.is_some_and(|serving| core::ptr::eq(serving, *loaded));
        used.write(at, loaded, texts, serves, &mut files);
    }
    files.insert(0, (MANIFEST.to_string(), manifest));
    Ok((footprint, files))
}

impl References {
    /// Reads an extract that [`extract`] wrote, by the names and texts of its files. Its hashes are those that it
    /// states for the sets of its rows: whoever has these sets can take the extract again and compare.
    /// [`References::extract`] returns the hash of the extract itself.
    ///
    /// # Errors
    /// A file that is given twice, or that `extract.csv` does not account for; every problem of every file, each with its
    /// line and column.
    pub fn read_extract(files: &[(&str, &str)]) -> Result<Self, Vec<Diagnostic>> {
        let mut problems = Problems::default();
        let mut given = NameIndex::default();
        for (at, (file, _)) in files.iter().enumerate() {
            if given.enter(*file, at).is_some() {
                problems.push(of_file(file, Problem::DuplicateRow { id: shown(file) }));
            }
        }
        let text = |file: &str| given.find(file).and_then(|at| files.get(at)).map_or("", |(_, text)| *text);
        let table = Table::read(MANIFEST, text(MANIFEST), COLUMNS, COLUMNS.len(), &mut problems);
        let mut rows: Vec<(usize, usize, String, String)> = Vec::new();
        let mut expected = NameIndex::default();
        expected.add(MANIFEST);
        let mut bundle: Option<(String, String)> = None;
        let hash = |cell: &str| is_sha256(cell).then(|| cell.to_string());
        for (at, row) in table.rows().enumerate() {
            let kind = row.parse("kind", |cell| KINDS.iter().position(|kind| *kind == cell), &mut problems);
            let sha256 = row.parse("sha256", hash, &mut problems);
            let name = row.get("name").to_string();
            if let Some(problem) = invalid(&name) {
                problems.push(row.problem("name", problem));
            }
            let (Some(kind), Some(sha256)) = (kind, sha256) else { continue };
            if kind != BUNDLE {
                expected.add(file_of(at, kind));
            } else if bundle.is_none() {
                bundle = Some((format!("{at}/"), name.clone()));
            } else {
                problems.push(row.problem("kind", Problem::DuplicateRow { id: row.get("kind").to_string() }));
            }
            rows.push((kind, at, name, sha256));
        }
        let missing =
            Problem::UnknownName { name: KINDS.get(BUNDLE).copied().unwrap_or_default().to_string() };
        let missing = || Diagnostic::at(table_location(MANIFEST, 1, "kind"), missing);
        let (prefix, name) = match bundle {
            Some(bundle) if problems.is_empty() => bundle,
            None if problems.is_empty() => return Err(alloc::vec![missing()]),
            _ => return Err(problems.finish()),
        };
        let unknown = files.iter().filter(|(file, _)| !file.starts_with(&*prefix) && !expected.has(file));
        problems.extend(unknown.map(|(file, _)| of_file(file, Problem::UnknownName { name: shown(file) })));
        let empty = expected.names().filter(|file| text(file).is_empty());
        problems.extend(empty.map(|file| of_file(file, Problem::EmptyTable {})));
        if !problems.is_empty() {
            return Err(problems.finish());
        }
        // In the order of the hashes: the user's own sets, the bundle, the tables that are laid over it.
        let rows = sorted(rows, |left, right| left.0.min(LAID_OVER).cmp(&right.0.min(LAID_OVER)));
        let of_bundle = files.iter().filter_map(|(file, text)| Some((file.strip_prefix(&*prefix)?, *text)));
        let mut references = Self::read(&name, &of_bundle.collect::<Vec<_>>())
            .map_err(|problems| inside(&prefix, problems))?;
        for (kind, at, name, _) in &rows {
            let text = text(&file_of(*at, *kind));
            references = match KINDS.get(*kind).copied().unwrap_or_default() {
                "set" => references.with_set(name, text)?,
                "assumptions" => references.with_assumptions(name, text)?,
                "proxies" => references.with_proxies(name, text)?,
                "airports" => references.with_airports(name, text)?,
                "cities" => references.with_cities(name, text)?,
                "stations" => references.with_stations(name, text)?,
                _ => references,
            };
        }
        let hashes = rows.into_iter().map(|(_, _, _, sha256)| sha256).collect();
        Ok(references.stated(hashes, manifest_hash(files)))
    }
}

/// The file of a set, or of a table that is laid over the bundle, by its row in the manifest.
fn file_of(at: usize, kind: usize) -> String {
    format!("{at}/{}.csv", KINDS.get(kind).copied().unwrap_or_default())
}

/// A problem of a file of the extract.
fn of_file(file: &str, problem: Problem) -> Diagnostic {
    Diagnostic::at(table_location(&shown(file), 1, ""), problem)
}

/// The problems of files of a folder of the extract, by their names in it.
fn inside(folder: &str, mut problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
    for problem in &mut problems {
        if let Location::Table { file, .. } = &mut problem.location {
            file.insert_str(0, folder);
        }
    }
    problems
}

/// The position of the bundle among the kinds, and of the first kind that is laid over it.
const BUNDLE: usize = 1;
const LAID_OVER: usize = 2;

/// What is used of the tables.
pub(crate) struct Used<'a> {
    pub(crate) references: &'a References,
    /// The file, or the position of the set, and what the row is known by: `keys.csv energy.electricity`.
    rows: NameIndex<'static>,
    /// Whether the tables of prices are used whole.
    prices: bool,
}

impl<'a> Used<'a> {
    fn new(references: &'a References) -> Self {
        let mut used = Self { references, rows: NameIndex::default(), prices: false };
        used.code("WORLD");
        for equivalence in references.equivalences() {
            used.row("equivalences.csv", &equivalence.id);
            used.row("sources.csv", &equivalence.source.id);
        }
        used
    }

    /// The published means that its report has.
    fn means(&mut self, footprint: &Footprint) {
        for mean in &footprint.means {
            self.row(MEANS, &mean.id);
            let source = mean.source.of(&footprint.sources);
            source.into_iter().for_each(|source| self.row("sources.csv", &source.id));
        }
    }

    fn row(&mut self, file: &str, id: &str) {
        self.rows.add([file, " ", id].concat());
    }

    /// A place, and all that it lies in.
    fn place(&mut self, id: PlaceId) {
        let places = self.references.places();
        self.row("places.csv", places.code(id));
        if let Some(parent) = places.parent(id) {
            self.place(parent);
        }
    }

    fn code(&mut self, code: &str) {
        if let Some(place) = self.references.places().find(code) {
            self.place(place.id);
        }
    }

    fn key(&mut self, id: KeyId) {
        if let Some(key) = self.references.keys().get(id) {
            self.row("keys.csv", &key.name);
        }
    }

    pub(crate) fn factor(&mut self, set: u32, factor: &Factor) {
        self.row(&set.to_string(), &factor.id);
        self.row("sources.csv", &factor.source.id);
        self.code(&factor.place);
        factor.keys.iter().for_each(|key| self.key(*key));
    }

    /// A proxy, with every place of its row.
    fn proxy(&mut self, at: u32) {
        let proxies = self.references.proxies();
        if !self.rows.add(["proxies.csv ", &at.to_string()].concat()) {
            return;
        }
        proxies.get(at).into_iter().map(|proxy| proxy.proxy).chain(proxies.places(at)).for_each(|place| {
            self.place(place);
        });
    }

    /// An end of a journey, and its country.
    fn end(&mut self, end: Endpoint) {
        let references = self.references;
        let Some((file, at, site)) = references.site(end) else { return };
        self.row(file, &at.to_string());
        self.code(&site.place);
        let area = references.rails().of(site, references.places());
        if let (Endpoint::City(_) | Endpoint::Station(_), Some(area)) = (end, area) {
            self.row(RAILS, &area.id);
        }
    }

    fn step(&mut self, step: &Step) {
        match step.origin {
            Origin::Assumption(at) => self.assumption(at),
            Origin::Price(at) => self.price(at),
            Origin::Distance(from, to) => [from, to].into_iter().for_each(|end| self.end(end)),
            Origin::Given | Origin::GivenBy(_) | Origin::Unit => {}
        }
    }

    fn assumption(&mut self, at: u32) {
        if let Some(assumption) = self.references.assumptions().get(at) {
            self.row("assumptions.csv", &assumption.id);
        }
    }

    fn price(&mut self, at: u32) {
        if let Some(price) = self.references.prices().get(at) {
            self.rows.add(price.row.clone());
            self.row("sources.csv", &price.source.id);
        }
    }

    /// What is looked up while a production is checked.
    fn input(&mut self, production: &Production) {
        let input = production.input();
        let days = match input.shooting_days.given() {
            Some(OneOrMany::Many(days)) => &**days,
            _ => &[],
        };
        let days = days.iter().filter_map(|days| days.given()?.place.given());
        let lines = input.lines.values().filter_map(|line| line.place.given());
        let blocks = input.calendar.values().filter_map(|block| block.place.given());
        let places = input.place.given().into_iter().chain(days).chain(blocks).chain(lines);
        for code in places {
            self.code(code);
            if let Some(area) = self.references.rails().served_by(code) {
                self.row(RAILS, &area.id);
            }
        }
        let kinds = input.lines.values().filter_map(|line| line.what.given()).map(What::kind);
        // What people eat and how far they come is judged as in a line of its kind.
        let of_calendar = input.calendar.values().flat_map(|_| [Kind::Meals, Kind::Commute]);
        let kinds = kinds.chain(of_calendar);
        for range in kinds.flat_map(|kind| self.references.ranges().of(kind)) {
            self.row(RANGES, &[range.kind.text(), " ", &range.field].concat());
        }
        // A line that is left out names a factor, too.
        for id in input.lines.values().filter_map(|line| line.factor.given()) {
            let mut sets = (0_u32..).zip(self.references.sets());
            let found = sets.find_map(|(at, set)| Some((at, set.get(set.find(id)?)?)));
            found.into_iter().for_each(|(set, factor)| self.factor(set, factor));
        }
        let mut kinds = input.lines.values().filter_map(|line| line.what.given()).map(What::kind);
        if kinds.any(|kind| kind == Kind::Plane) {
            self.flights(production);
        }
        for demand in production.0.lines.iter().flat_map(|line| &line.demands) {
            demand.place.into_iter().for_each(|place| self.place(place.id));
            demand.key.into_iter().chain(demand.asked).for_each(|key| self.key(key));
            demand.steps.iter().for_each(|step| self.step(step));
            self.shared(demand);
        }
    }

    /// The proxies by which both ends of a journey lead to one factor of trains between their countries.
    fn shared(&mut self, demand: &Demand) {
        let references = self.references;
        let (keys, places) = (references.keys(), references.places());
        let Some(key) = demand.key.and_then(|key| keys.get(key)).filter(|key| key.name == INTERNATIONAL)
        else {
            return;
        };
        let ends = demand.steps.iter().filter_map(|step| match step.origin {
            Origin::Distance(from, to) => Some([from, to]),
            _ => None,
        });
        for end in ends.flatten() {
            let place = references.site(end).and_then(|(_, _, site)| places.find(&site.place));
            let country = place.map(|place| places.country(place.id));
            let proxies = country.into_iter().flat_map(|country| references.proxies().of(&key.name, country));
            let proxies: Vec<u32> = proxies.map(|(at, _)| at).collect();
            proxies.into_iter().for_each(|at| self.proxy(at));
        }
    }

    /// The rows by which flights are priced by seats.
    fn flights(&mut self, production: &Production) {
        let references = self.references;
        let place = production.input().place.given().and_then(|code| references.places().find(code));
        let Some((key, found)) = seats_at(references, place) else { return };
        self.key(key);
        found.proxy.into_iter().for_each(|proxy| self.proxy(proxy));
        let factor = references.set(found.set).and_then(|set| set.get(found.row));
        factor.into_iter().for_each(|factor| self.factor(found.set, factor));
    }

    /// What is looked up while it is computed.
    fn computed(&mut self, rows: &Rows<'_>) {
        for (factor, set, _) in rows.factors.rows() {
            set.iter().for_each(|set| self.factor(set.0, factor));
        }
        rows.proxies.keys().for_each(|proxy| self.proxy(*proxy));
        rows.prices.keys().for_each(|price| self.price(*price));
        rows.assumptions.keys().for_each(|assumption| self.assumption(*assumption));
    }

    /// What says why factors and prices were chosen: the factors that were passed over, and how much an index changed
    /// last, which says whether it may be carried forward.
    fn choices(&mut self, footprint: &Footprint, production: &Production, rows: &Rows<'_>) {
        let by_scope = |period| matches!(period, PeriodReason::National | PeriodReason::Worldwide);
        if footprint.requests.iter().any(|request| by_scope(request.period_reason)) {
            let demands = production.0.lines.iter().flat_map(|line| &line.demands);
            demands.for_each(|demand| self.rival(demand));
        }
        let mut terms = footprint.products.iter().flat_map(|product| &product.terms);
        if terms.any(|term| term.name == StepName::CarriedIndex) {
            let before = rows.prices.keys().filter_map(|at| self.references.prices().before(*at));
            let before: Vec<_> = before.collect();
            for price in before {
                self.rows.add(price.row.clone());
                self.row("sources.csv", &price.source.id);
            }
        }
    }

    /// What is looked up for the lines that are left out.
    fn excluded(&mut self, footprint: &Footprint, production: &Production) {
        for excluded in &footprint.excluded {
            let line = excluded.line.of(&production.0.lines);
            line.into_iter().flat_map(|line| &line.demands).for_each(|demand| self.unpriced(demand));
        }
    }

    /// The row that a factor was preferred to.
    fn rival(&mut self, demand: &Demand) {
        let references = self.references;
        let Choice::Key(_, found) = demand.choice else { return };
        let rival = found.and_then(|found| Some((found.set, references.set(found.set)?.get(found.rival?)?)));
        rival.into_iter().for_each(|(set, factor)| self.factor(set, factor));
    }

    /// What says why a line is left out: the factors of the place that was found, and the years of the prices.
    fn unpriced(&mut self, demand: &Demand) {
        let references = self.references;
        if demand.unit.dimension() == Dimension::Money && !self.prices {
            self.prices = true;
            let all = (0..).map_while(|at| references.prices().get(at));
            all.for_each(|price| self.row("sources.csv", &price.source.id));
        }
        let Choice::Key(id, found) = demand.choice else { return };
        let Some((found, set)) = found.and_then(|found| Some((found, references.set(found.set)?))) else {
            return;
        };
        found.proxy.into_iter().for_each(|proxy| self.proxy(proxy));
        if let Some(place) = set.get(found.row).and_then(|factor| factor.place_id) {
            let rows = set.candidates(id, place).filter_map(|(_, row)| set.get(row));
            rows.for_each(|factor| self.factor(found.set, factor));
        }
    }

    /// The potentials of the gases, and of those fluids whose keys are used.
    fn potentials(&mut self) {
        let references = self.references;
        for potential in references.potentials().all() {
            let gas = &potential.gas;
            if references.keys().find(gas).is_none() || self.has("keys.csv", gas) {
                self.row(POTENTIALS, &[gas, " ", potential.set].concat());
                self.row("sources.csv", &potential.source);
            }
        }
    }

    /// Writes the files of a set or a table, from their texts.
    fn write(&mut self, at: usize, loaded: &Loaded, texts: &Texts<'_>, serves: bool, files: &mut Files) {
        let set = at.to_string();
        for (file, text) in texts {
            let own = [loaded.kind, ".csv"].concat();
            let file = if loaded.kind == "bundle" { file } else { &*own };
            let (of, columns): (&str, &[&str]) = match file {
                "keys.csv" => (file, &["key"]),
                "airports.csv" | "stations.csv" | "cities.csv" => (file, &[]),
                PRICE_INDEX => (file, &["place", "year"]),
                EXCHANGE_RATES => (file, &["currency", "year"]),
                POTENTIALS => (file, &["gas", "set"]),
                "proxies.csv" if serves => (file, &[]),
                "proxies.csv" => ("", &[]),
                RANGES => (file, &["kind", "field"]),
                "assumptions.csv" | "equivalences.csv" | "sources.csv" | MEANS | RAILS => (file, &["id"]),
                _ => (&set, &["id"]),
            };
            let text = match file {
                "places.csv" => self.references.places().csv(|code| self.has(file, code)),
                PRICE_INDEX | EXCHANGE_RATES if self.prices => text.to_string(),
                _ => self.kept(text, of, columns),
            };
            // A file of factors without a row says nothing.
            if of != set || loaded.kind == "set" || text.lines().nth(1).is_some() {
                files.push((format!("{at}/{file}"), text));
            }
        }
    }

    fn has(&self, file: &str, id: &str) -> bool {
        self.rows.has(&[file, " ", id].concat())
    }

    /// The header of a table and the rows that are used, which some columns name, or else their position.
    fn kept(&self, text: &str, file: &str, columns: &[&str]) -> String {
        let mut kept = String::new();
        let mut records = Records::new(text.strip_prefix('\u{feff}').unwrap_or(text), b',');
        let Some(header) = records.next() else { return kept };
        csv::write(&mut kept, header.cells());
        let at = columns.iter().filter_map(|column| header.cells().position(|name| name == *column));
        let at: Vec<usize> = at.collect();
        for (position, record) in records.enumerate() {
            let cells: Vec<&str> = at.iter().filter_map(|at| record.get(*at)).collect();
            let id = if at.is_empty() { position.to_string() } else { cells.join(" ") };
            if self.has(file, &id) {
                csv::write(&mut kept, record.cells());
            }
        }
        kept
    }
}
