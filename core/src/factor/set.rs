//! A set of factors: its rows, indexed by key, place and year.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::collection::name_map::NameIndex;
use crate::collection::sorting::sorted;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::problems::Problems;
use crate::factor::columnar;
use crate::factor::key::{KeyId, Keys};
use crate::factor::row::{COLUMNS, Factor, FactorStatus, Lookups, REQUIRED};
use crate::factor::skipped::{SkipReason, Skipped};
use crate::factor::source::{Scope, Sources};
use crate::place::{PlaceId, Places};
use crate::table::Table;
use crate::table::columns::Columns;
use crate::text::similarity::Guesses;

/// Rows by place and year, and whether they are of a worldwide data set.
type Rows = BTreeMap<(PlaceId, u16, bool), u32>;

/// A set of factors.
#[derive(Debug)]
pub(crate) struct FactorSet {
    pub(crate) name: String,
    factors: Vec<Arc<Factor>>,
    /// Their rows in the order of their identifiers.
    by_id: Vec<u32>,
    /// The rows that may be chosen, by key, place and year.
    candidates: Vec<Rows>,
    /// The lines of the rows of a user's own set.
    pub(crate) lines: Vec<u64>,
    /// The rows of a user's own set that may not be chosen, and why.
    pub(crate) unserved: Vec<Skipped>,
}

impl FactorSet {
    /// Reads a set from its files.
    pub(crate) fn read(
        name: &str,
        files: &[(&str, &str)],
        keys: &Keys,
        places: &mut Places,
        sources: Option<&Sources>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut problems = Problems::default();
        let mut set = Self::empty(name);
        let mut seen = NameIndex::default();
        let mut lookups = Lookups { keys, places, sources };
        for (file, text) in files {
            let table = Table::read(file, *text, COLUMNS, REQUIRED, &mut problems);
            for row in table.rows() {
                let unique = row.unique("id", &mut seen, &mut problems);
                if let (true, Some(factor)) = (unique, Factor::read(&row, &mut lookups, &mut problems)) {
                    if let (None, Some(reason)) = (sources, unserved(&factor)) {
                        set.unserved.push(Skipped { line: row.line(), id: factor.id.to_string(), reason });
                    }
                    if sources.is_none() {
                        set.lines.push(row.line());
                    }
                    set.add(factor, |problem| problems.push(row.problem("key", problem)));
                }
            }
        }
        set.index();
        if problems.is_empty() { Ok(set) } else { Err(problems.finish()) }
    }

    /// The set of a table by columns: one that was compiled from files that were read as a set.
    pub(crate) fn compiled(
        name: &str,
        columns: &Columns,
        keys: &Keys,
        places: &mut Places,
        sources: &Sources,
        problems: &mut Problems,
    ) -> Self {
        let mut set = Self::empty(name);
        let mut lookups = Lookups { keys, places, sources: Some(sources) };
        for (row, factor) in columnar::factors(columns, &mut lookups, problems) {
            set.add(factor, |problem| {
                problems.push(Diagnostic::at(columnar::location(columns, row, "key"), problem))
            });
        }
        set.index();
        set
    }

    fn empty(name: &str) -> Self {
        Self {
            name: name.to_string(),
            factors: Vec::new(),
            by_id: Vec::new(),
            candidates: Vec::new(),
            lines: Vec::new(),
            unserved: Vec::new(),
        }
    }

    /// Sorts the rows by their identifiers.
    fn index(&mut self) {
        let rows = (0..u32::try_from(self.factors.len()).unwrap_or(u32::MAX)).collect();
        self.by_id = sorted(rows, |row, other| self.id(*row).cmp(self.id(*other)));
    }

    fn id(&self, row: u32) -> &str {
        self.get(row).map_or("", |factor| factor.id.as_str())
    }

    /// Adds a factor; reports a second one with the same key, place and year, unless one of them is of a worldwide data set.
    fn add(&mut self, factor: Factor, mut report: impl FnMut(Problem)) {
        let Ok(row) = u32::try_from(self.factors.len()) else { return };
        if let (FactorStatus::Usable, Some(place), Some(year)) = (factor.status, factor.place_id, factor.year)
        {
            for &key in &factor.keys {
                let at = (place, year, factor.scope == Scope::Worldwide);
                if let Some(other) = self.serve(key, at, row).and_then(|other| self.get(other)) {
                    report(Problem::AmbiguousFactor {
                        id: factor.id.to_string(),
                        other: other.id.to_string(),
                    });
                }
            }
        }
        self.factors.push(Arc::new(factor));
    }

    /// Registers a row for a key, a place and a year; returns the row that it replaces.
    fn serve(&mut self, key: KeyId, at: (PlaceId, u16, bool), row: u32) -> Option<u32> {
        if self.candidates.len() <= key.position() {
            self.candidates.resize(key.position().saturating_add(1), BTreeMap::new());
        }
        self.candidates.get_mut(key.position())?.insert(at, row)
    }

    /// The factor in a row.
    pub(crate) fn get(&self, row: u32) -> Option<&Arc<Factor>> {
        self.factors.get(usize::try_from(row).ok()?)
    }

    /// The row with this identifier.
    pub(crate) fn find(&self, id: &str) -> Option<u32> {
        let at = self.by_id.binary_search_by(|row| self.id(*row).cmp(id)).ok()?;
        self.by_id.get(at).copied()
    }

    /// The rows of a key and a place, with their years, from the oldest; of one year that of a worldwide data set comes last.
    pub(crate) fn candidates(&self, key: KeyId, place: PlaceId) -> impl Iterator<Item = (u16, u32)> {
        let rows = self.candidates.get(key.position()).into_iter();
        rows.flat_map(move |rows| rows.range((place, 0, false)..=(place, u16::MAX, true)))
            .map(|((_, year, _), row)| (*year, *row))
    }

    /// The identifier that was probably meant.
    pub(crate) fn nearest(&self, input: &str, guesses: &mut Guesses) -> Option<String> {
        guesses.nearest(input, self.by_id.iter().map(|row| self.id(*row)))
    }

    /// The factors, in the order of the files.
    pub(crate) fn factors(&self) -> impl Iterator<Item = &Factor> {
        self.factors.iter().map(Arc::as_ref)
    }
}

/// Why a factor serves no key, or `None` if it serves one.
fn unserved(factor: &Factor) -> Option<SkipReason> {
    match factor.status {
        _ if factor.keys.is_empty() => Some(SkipReason::NoKey),
        FactorStatus::Suspect | FactorStatus::Indicative => Some(SkipReason::Doubtful),
        FactorStatus::Usable if factor.year.is_none() => Some(SkipReason::NoYear),
        FactorStatus::Usable => None,
    }
}
