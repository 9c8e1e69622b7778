//! An emission factor: a row of a set.

use alloc::string::ToString;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::parameter::Listing;
use crate::diagnostic::problems::Problems;
use crate::factor::key::{KeyId, Keys};
use crate::factor::potentials::SETS;
use crate::factor::rate::Rate;
use crate::factor::restated::Restated;
use crate::factor::source::{Scope, Source, Sources};
use crate::factor::split::{Account, Part, PartItem, Split, check_composed};
use crate::number;
use crate::number::unit::{Dimension, Unit};
use crate::place::{PlaceId, Places};
use crate::table::Row;
use crate::text::language::Language;
use crate::text::shared::Text;
use crate::text::vocabulary::{Term, vocabulary};

vocabulary! {
    /// Whether a factor may be chosen by its key.
    pub enum FactorStatus {
        Usable = "usable", "utilisable", "usable";
        Suspect = "suspect", "douteux", "suspect";
        Indicative = "indicative", "indicatif", "indicative";
    }
}

vocabulary! {
    /// The part of the life cycle that a factor covers.
    pub enum Boundary {
        LifeCycle = "life-cycle", "cycle de vie", "life cycle";
        WellToWheel = "well-to-wheel", "amont et usage", "upstream and use";
        TankToWheel = "tank-to-wheel", "usage seul", "use only";
        Generation = "generation", "production d’électricité seule", "power generation only";
        CradleToGate = "cradle-to-gate", "jusqu’à la sortie d’usine", "cradle to gate";
        UseAndManufacture = "use-and-manufacture", "usage et fabrication", "use and manufacture";
        Operation = "operation", "fonctionnement", "operation";
        Spend = "spend", "ratio monétaire", "spend factor";
        Unstated = "unstated", "non précisé", "not stated";
    }
}

impl Boundary {
    /// Whether it leaves out what is upstream.
    pub(crate) fn is_narrow(self) -> bool {
        matches!(self, Self::TankToWheel | Self::Generation)
    }
}

/// An emission factor: its value, its unit, place and year, and its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Factor {
    /// Its identifier, unique in its set.
    pub id: Text,
    /// The total, in the mass unit per the unit.
    pub value: Decimal,
    /// The mass unit of its values: `kgCO2e`, `gCO2e` or `tCO2e`.
    pub mass: Unit,
    /// The unit of the quantity.
    pub unit: Unit,
    /// The code of its place.
    pub place: Text,
    /// Its year.
    pub year: Option<u16>,
    /// The last year of validity stated by its source.
    pub valid_until: Option<u16>,
    /// The part of the life cycle that it covers.
    pub boundary: Boundary,
    /// The uncertainty stated by its source, in percent.
    pub uncertainty: Option<Decimal>,
    /// Its source.
    pub source: Source,
    /// What it is of, by its source.
    pub scope: Scope,
    /// The locator in its source.
    pub source_row: Text,
    /// The source's own text of the value; empty for a composed row.
    pub raw: Text,
    /// A note.
    pub note: Text,
    pub(crate) fr: Text,
    pub(crate) en: Text,
    pub(crate) place_id: Option<PlaceId>,
    pub(crate) keys: Vec<KeyId>,
    /// Whether it may be chosen by its key.
    pub status: FactorStatus,
    /// Micrograms per mass unit.
    pub(crate) micrograms: Decimal,
    /// The decimal places of the weights of the splits.
    pub(crate) scale: u32,
    pub(crate) splits: Vec<Split>,
    /// How its gases were restated, if they were; the value stays that of the source.
    pub restated: Option<Restated>,
}

/// The number of required columns of a file of factors: the first ones.
pub(crate) const REQUIRED: usize = 5;

/// The columns of a file of factors.
pub(crate) const COLUMNS: &[&str] = &[
    "id",
    "place",
    "unit",
    "value",
    "source",
    "key",
    "year",
    "valid_until",
    "raw",
    "parts",
    "biogenic",
    "account",
    "status",
    "boundary",
    "uncertainty",
    "source_row",
    "name_fr",
    "name_en",
    "note",
    "gwp",
];

/// The tables in which the cells of a row are looked up.
#[derive(Debug)]
pub(crate) struct Lookups<'a> {
    pub(crate) keys: &'a Keys,
    pub(crate) places: &'a mut Places,
    /// The table of sources, or `None` if the source of a row is free text.
    pub(crate) sources: Option<&'a Sources>,
}

impl Factor {
    /// Reads a row, or reports what is wrong with it.
    pub(crate) fn read(row: &Row<'_>, lookups: &mut Lookups<'_>, problems: &mut Problems) -> Option<Self> {
        let before = problems.count();
        let units = row.parse("unit", rate, problems);
        // Counted emissions are never negative: avoided ones have an account of their own.
        let avoids = row.get("account") == Account::Avoided.text();
        let signed = |value: &Decimal| avoids || !value.is_sign_negative();
        let value = row.parse("value", |cell| decimal(cell).filter(signed), problems);
        let place_id = row.parse("place", |cell| lookups.places.enter(cell), problems);
        let items = row.parse("parts", PartItem::list, problems);
        let biogenic = row.parse_optional("biogenic", decimal, problems);
        let account = row.parse_optional("account", Account::parse, problems);
        let status = row.parse_optional("status", FactorStatus::parse, problems);
        let boundary = row.parse_optional("boundary", Boundary::parse, problems);
        let year_of = row.parse_optional("year", year, problems);
        let valid_until = row.parse_optional("valid_until", year, problems);
        let uncertainty = row.parse_optional("uncertainty", decimal, problems);
        let id = row.parse("id", |id| (!id.is_empty()).then_some(id), problems);
        let mut source = Self::source(row, lookups.sources, problems);
        let gwp = row.parse_optional("gwp", |cell| SETS.contains(&cell).then(|| cell.to_string()), problems);
        if let (Some(source), Some(gwp)) = (&mut source, gwp) {
            source.gwp = gwp.into();
        }
        if lookups.sources.is_some() {
            Self::check_bundled(row, problems);
        }
        let (mass, unit) = units?;
        let keys = Self::keys(row, unit, lookups.keys, problems);
        let (value, items) = (value?, items?);
        Self::check_raw(row, value, &items, problems);
        if problems.count() > before {
            return None;
        }
        let amounts = Amounts { value, items: &items, biogenic, account };
        let Some((scale, splits)) = amounts.split() else {
            problems.push(row.problem("value", Problem::Overflow {}));
            return None;
        };
        Some(Self {
            id: id?.into(),
            value,
            mass,
            unit,
            place: row.get("place").into(),
            year: year_of,
            valid_until,
            boundary: boundary.unwrap_or(Boundary::Unstated),
            uncertainty,
            scope: source.as_ref()?.scope_of(place_id?, lookups.places),
            source: source?,
            source_row: row.get("source_row").into(),
            raw: row.get("raw").into(),
            note: row.get("note").into(),
            fr: row.get("name_fr").into(),
            en: row.get("name_en").into(),
            place_id,
            keys,
            status: status.unwrap_or(FactorStatus::Usable),
            micrograms: micrograms(mass)?,
            scale,
            splits,
            restated: None,
        })
    }

    /// A factor of which only the value is known: one stated by a line.
    pub(crate) fn plain(id: Text, value: Decimal, mass: Unit, unit: Unit, source: Source) -> Option<Self> {
        let scale = value.scale();
        Some(Self {
            id,
            value,
            mass,
            unit,
            source,
            scope: Scope::Other,
            micrograms: micrograms(mass)?,
            scale,
            splits: alloc::vec![Split::new(Account::Counted, value, &[], scale)?],
            restated: None,
            place: Text::default(),
            year: None,
            valid_until: None,
            boundary: Boundary::Unstated,
            uncertainty: None,
            source_row: Text::default(),
            raw: Text::default(),
            note: Text::default(),
            fr: Text::default(),
            en: Text::default(),
            place_id: None,
            keys: Vec::new(),
            status: FactorStatus::Usable,
        })
    }

    /// The label in a language.
    pub fn label(&self, language: Language) -> &str {
        self.shared_label(language)
    }

    /// The label in a language, to be shared.
    pub(crate) fn shared_label(&self, language: Language) -> &Text {
        let (first, other) = language.pick((&self.fr, &self.en), (&self.en, &self.fr));
        [first, other].into_iter().find(|name| !name.is_empty()).unwrap_or(&self.id)
    }

    /// How it turns a quantity into masses.
    pub(crate) fn rate(&self) -> Rate<'_> {
        let Self { micrograms, scale, ref splits, .. } = *self;
        Rate { micrograms, divisor: self.divisor(), scale, splits }
    }

    /// The account of each gas of each part.
    pub(crate) fn accounts(&self) -> impl Iterator<Item = Account> {
        self.splits
            .iter()
            .flat_map(|split| split.parts.iter().flat_map(|part| part.gases.iter().map(|_| split.account)))
    }

    /// Whether it omits upstream emissions although there are some.
    pub fn is_narrow(&self) -> bool {
        self.boundary.is_narrow() && !self.value.is_zero()
    }

    /// The parts that its table takes from an older edition than its own, with the year of that edition.
    ///
    /// ```
    /// use claquette::{Part, References};
    /// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
    /// let taxi = references.factor("road.gb.taxi.2026.desnz").unwrap();
    /// assert_eq!(taxi.older_parts().collect::<Vec<_>>(), [(Part::Upstream, 2024)]);
    /// ```
    pub fn older_parts(&self) -> impl Iterator<Item = (Part, u16)> {
        let parts = self.splits.iter().flat_map(|split| &split.parts);
        let dated = parts.filter_map(|part| Some((part.part, part.vintage?)));
        dated.filter(|(_, vintage)| self.year.is_some_and(|year| *vintage < year))
    }

    /// Whether it is a spend-based factor.
    pub fn is_monetary(&self) -> bool {
        self.unit.dimension() == Dimension::Money
    }

    fn source(row: &Row<'_>, sources: Option<&Sources>, problems: &mut Problems) -> Option<Source> {
        let cell = row.parse("source", |cell| (!cell.is_empty()).then_some(cell), problems)?;
        let Some(sources) = sources else {
            return Some(Source { id: cell.into(), name: cell.into(), ..Source::default() });
        };
        let source = sources.find(cell).cloned();
        if source.is_none() {
            problems.push(row.unknown("source", cell, sources.ids()));
        }
        source
    }

    fn keys(row: &Row<'_>, unit: Unit, keys: &Keys, problems: &mut Problems) -> Vec<KeyId> {
        let mut found = Vec::new();
        // Money spent has a price year.
        let dated = match (unit, row.get("year").parse::<u16>()) {
            (Unit::Money(money), Ok(year)) if money.year().is_none() => Some(Unit::money(money, year)),
            _ => None,
        };
        for name in row.get("key").split_whitespace() {
            match keys.find(name).and_then(|id| Some((id, keys.get(id)?))) {
                Some((id, key)) if key.dimension() == unit.dimension() && dated.is_none() => found.push(id),
                Some((_, key)) => {
                    let expected = key.unit.or(dated);
                    let expected = expected.map_or_else(|| "money".to_string(), |unit| unit.to_string());
                    let problem =
                        Problem::WrongUnit { unit: unit.to_string(), expected: Listing::of(expected) };
                    problems.push(row.problem("unit", problem));
                }
                None => {
                    problems.push(row.unknown("key", name, keys.under("")));
                }
            }
        }
        found
    }

    /// What a bundled row must state and a user's own may omit: its names, its boundary, the source's own
    /// text or the parts that it is composed of, a year if it serves a key.
    fn check_bundled(row: &Row<'_>, problems: &mut Problems) {
        let year = if row.get("key").is_empty() { None } else { Some("year") };
        let raw = if row.get("parts").is_empty() { Some("raw") } else { None };
        for column in raw.into_iter().chain(["boundary", "name_fr", "name_en"]).chain(year) {
            row.parse(column, |cell| (!cell.is_empty()).then_some(()), problems);
        }
    }

    /// The source's own text is the value; a row without one is the sum of its parts.
    fn check_raw(row: &Row<'_>, value: Decimal, items: &[PartItem], problems: &mut Problems) {
        let raw = row.get("raw");
        if raw.is_empty() {
            if let (false, Err(problem)) = (items.is_empty(), check_composed(value, items)) {
                problems.push(row.problem("parts", problem));
            }
        } else if number::scientific(&raw.replace(',', ".")) != Some(value) {
            let problem = Problem::RawMismatch { raw: raw.to_string(), value: value.to_string() };
            problems.push(row.problem("raw", problem));
        }
    }
}

/// What a row says of amounts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Amounts<'a> {
    pub(crate) value: Decimal,
    pub(crate) items: &'a [PartItem],
    pub(crate) biogenic: Option<Decimal>,
    pub(crate) account: Option<Account>,
}

impl Amounts<'_> {
    /// The decimal places that hold them all, and the splits by account; `None` if there are too many digits.
    pub(crate) fn split(self) -> Option<(u32, Vec<Split>)> {
        let Self { value, items, biogenic, account } = self;
        let scale = items.iter().map(|item| item.value.scale()).fold(value.scale(), u32::max);
        let scale = biogenic.map_or(scale, |biogenic| scale.max(biogenic.scale()));
        let mut splits = alloc::vec![Split::new(account.unwrap_or(Account::Counted), value, items, scale)?];
        if let Some(biogenic) = biogenic {
            splits.push(Split::biogenic(biogenic, scale)?);
        }
        Some((scale, splits))
    }
}

/// Reads a decimal.
pub(crate) fn decimal(cell: &str) -> Option<Decimal> {
    number::parse(cell).ok()
}

/// Reads a year.
pub(crate) fn year(cell: &str) -> Option<u16> {
    cell.parse().ok().filter(|year| (1900..2200).contains(year))
}

/// Micrograms per mass unit: 10⁹ per kilogram.
pub(crate) fn micrograms(mass: Unit) -> Option<Decimal> {
    mass.converted(Decimal::from(1_000_000_000), Dimension::Emission.base())
}

/// Reads the unit of a factor: `kgCO2e/vehicle.km` is a mass unit and the unit that it is per.
pub(crate) fn rate(text: &str) -> Option<(Unit, Unit)> {
    let (mass, per) = text.split_once('/')?;
    let mass = Unit::parse(mass).filter(|unit| unit.dimension() == Dimension::Emission)?;
    Some((mass, Unit::parse(per)?))
}
