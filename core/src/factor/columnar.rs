//! The factors of a table by columns. What it was compiled from was read as a set, with every check of one; here each
//! distinct cell is read once, and the rows are put together.

use alloc::collections::BTreeMap;
use alloc::string::ToString;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::location::Location;
use crate::diagnostic::problems::Problems;
use crate::factor::key::{KeyId, Keys};
use crate::factor::row::{Amounts, Boundary, Factor, FactorStatus, Lookups, decimal, micrograms, rate, year};
use crate::factor::source::{Scope, Source};
use crate::factor::split::{Account, PartItem};
use crate::number::unit::Unit;
use crate::place::{PlaceId, Places};
use crate::table::columns::{Columns, Distinct};
use crate::table::table_location;
use crate::text::shared::Text;
use crate::text::vocabulary::Term;

/// The factors, each with its row; a row that cannot be read is reported.
pub(crate) fn factors(
    columns: &Columns,
    lookups: &mut Lookups<'_>,
    problems: &mut Problems,
) -> Vec<(usize, Factor)> {
    let mut read = Read::new(columns, lookups);
    let mut factors = Vec::with_capacity(columns.rows);
    for row in 0..columns.rows {
        match read.factor(row, lookups.places) {
            Some(factor) => factors.push((row, factor)),
            None => {
                let value =
                    columns.get("id").and_then(|cells| cells.text(row)).unwrap_or_default().to_string();
                problems.push(Diagnostic::at(location(columns, row, "id"), Problem::InvalidValue { value }));
            }
        }
    }
    factors
}

/// Where a cell is.
pub(crate) fn location(columns: &Columns, row: usize, column: &str) -> Location {
    let (file, line) = columns.line(row);
    table_location(file, line, column)
}

/// A column whose cells may be empty: of each distinct one its value, if it has one, or `None` if it is invalid.
type Optional<'a, T> = Distinct<'a, Option<Option<T>>>;

/// What the distinct cells of the columns say.
struct Read<'a> {
    values: Distinct<'a, Option<Decimal>>,
    texts: [Distinct<'a, Text>; 7],
    places: Distinct<'a, Option<PlaceId>>,
    units: Distinct<'a, Option<(Unit, Unit)>>,
    keys: Distinct<'a, Option<Vec<KeyId>>>,
    sources: Distinct<'a, Option<Source>>,
    potentials: Distinct<'a, Text>,
    parts: Distinct<'a, Option<Vec<PartItem>>>,
    years: Optional<'a, u16>,
    valid_until: Optional<'a, u16>,
    biogenic: Optional<'a, Decimal>,
    uncertainty: Optional<'a, Decimal>,
    accounts: Optional<'a, Account>,
    statuses: Optional<'a, FactorStatus>,
    boundaries: Optional<'a, Boundary>,
    /// What factors are of, by the codes of their sources and places.
    scopes: BTreeMap<(u32, u32), Scope>,
}

impl<'a> Read<'a> {
    fn new(columns: &'a Columns, lookups: &mut Lookups<'_>) -> Self {
        let (known, sources) = (lookups.keys, lookups.sources);
        Self {
            values: Distinct::read(columns, "value", decimal),
            texts: ["id", "place", "source_row", "raw", "note", "name_fr", "name_en"]
                .map(|column| Distinct::read(columns, column, |cell| Text::from(cell))),
            places: Distinct::read(columns, "place", |cell| lookups.places.enter(cell)),
            units: Distinct::read(columns, "unit", rate),
            keys: Distinct::read(columns, "key", |cell| keys(cell, known)),
            sources: Distinct::read(columns, "source", |cell| sources?.find(cell).cloned()),
            potentials: Distinct::read(columns, "gwp", |cell| Text::from(cell)),
            parts: Distinct::read(columns, "parts", PartItem::list),
            years: optional(columns, "year", year),
            valid_until: optional(columns, "valid_until", year),
            biogenic: optional(columns, "biogenic", decimal),
            uncertainty: optional(columns, "uncertainty", decimal),
            accounts: optional(columns, "account", Account::parse),
            statuses: optional(columns, "status", FactorStatus::parse),
            boundaries: optional(columns, "boundary", Boundary::parse),
            scopes: BTreeMap::new(),
        }
    }

    fn factor(&mut self, row: usize, places: &Places) -> Option<Factor> {
        let (mass, unit) = (*self.units.get(row)?)?;
        let place_id = (*self.places.get(row)?)?;
        let mut source = self.sources.get(row)?.clone()?;
        if let Some(gwp) = self.potentials.get(row).filter(|gwp| !gwp.is_empty()) {
            source.gwp = gwp.clone();
        }
        let at = (self.sources.code(row)?, self.places.code(row)?);
        let scope = *self.scopes.entry(at).or_insert_with(|| source.scope_of(place_id, places));
        let value = (*self.values.get(row)?)?;
        let biogenic = given(&self.biogenic, row)?;
        let items = self.parts.get(row).map_or(Some(&[][..]), Option::as_deref)?;
        let amounts = Amounts { value, items, biogenic, account: given(&self.accounts, row)? };
        let (scale, splits) = amounts.split()?;
        let texts = self.texts.each_ref().map(|texts| texts.get(row).cloned().unwrap_or_default());
        let [id, place, source_row, raw, note, fr, en] = texts;
        Some(Factor {
            id,
            value,
            mass,
            unit,
            place,
            year: given(&self.years, row)?,
            valid_until: given(&self.valid_until, row)?,
            boundary: given(&self.boundaries, row)?.unwrap_or(Boundary::Unstated),
            uncertainty: given(&self.uncertainty, row)?,
            source,
            scope,
            source_row,
            raw,
            note,
            fr,
            en,
            place_id: Some(place_id),
            keys: self.keys.get(row)?.clone()?,
            status: given(&self.statuses, row)?.unwrap_or(FactorStatus::Usable),
            micrograms: micrograms(mass)?,
            scale,
            splits,
            restated: None,
        })
    }
}

/// Reads a column whose cells may be empty.
fn optional<'a, T>(columns: &'a Columns, column: &str, read: impl Fn(&str) -> Option<T>) -> Optional<'a, T> {
    Distinct::read(columns, column, |cell| if cell.is_empty() { Some(None) } else { read(cell).map(Some) })
}

/// The value of a cell that may be empty; of a column that is not there, none is given.
fn given<T: Copy>(column: &Optional<'_, T>, row: usize) -> Option<Option<T>> {
    column.get(row).map_or(Some(None), |value| *value)
}

/// The keys that a cell names.
fn keys(cell: &str, keys: &Keys) -> Option<Vec<KeyId>> {
    cell.split_whitespace().map(|name| keys.find(name)).collect()
}
