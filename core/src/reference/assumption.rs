//! Assumptions: sourced values used where a line states none.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::collection::name_map::NameIndex;
use crate::diagnostic::problems::Problems;
use crate::number;
use crate::number::unit::Unit;
use crate::table::Table;
use crate::table::columns::Content;
use crate::text::language::Language;

/// A sourced value that is used where a line states none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// Its identifier.
    pub id: String,
    /// Its value.
    pub value: Decimal,
    /// The least and the greatest value that it may have instead, if they are stated.
    pub range: Option<(Decimal, Decimal)>,
    /// The unit of the value.
    pub unit: Unit,
    /// Its source, in words.
    pub source: String,
    /// The locator in its source.
    pub source_row: String,
    /// A note.
    pub note: String,
    fr: String,
    en: String,
}

impl Assumption {
    /// The label in a language.
    pub fn label(&self, language: Language) -> &str {
        language.pick(&self.fr, &self.en)
    }
}

/// The table of assumptions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Assumptions {
    rows: Vec<Assumption>,
    /// The position of the first assumption with each identifier.
    ids: NameIndex<'static>,
    /// The positions of those that say what electricity something takes.
    consumptions: Vec<u32>,
}

/// What the identifier of a consumption begins with, before its key.
const CONSUMPTION: &str = "consumption.";

impl Assumptions {
    /// Reads the table.
    pub(crate) fn read(file: &str, content: Content<'_>, problems: &mut Problems) -> Self {
        let columns = &[
            "id",
            "value",
            "unit",
            "source",
            "name_fr",
            "name_en",
            "raw",
            "place",
            "year",
            "source_row",
            "note",
            "low",
            "high",
        ];
        let table = Table::read(file, content, columns, 6, problems);
        let mut seen = NameIndex::default();
        let mut assumptions = Vec::new();
        for row in table.rows() {
            let unique = row.unique("id", &mut seen, problems);
            let value = row.parse("value", |cell| number::parse(cell).ok(), problems);
            let unit = row.parse("unit", Unit::parse, problems);
            row.filled("source", problems);
            let range = match (row.get("low"), row.get("high")) {
                ("", "") => Some(None),
                _ => {
                    let mut bound = |column| row.parse(column, |cell| number::parse(cell).ok(), problems);
                    bound("low").zip(bound("high")).map(Some)
                }
            };
            if let (true, Some(value), Some(unit), Some(range)) = (unique, value, unit, range) {
                let get = |column| row.get(column).to_string();
                assumptions.push(Assumption {
                    id: get("id"),
                    value,
                    range,
                    unit,
                    source: get("source"),
                    source_row: get("source_row"),
                    note: get("note"),
                    fr: get("name_fr"),
                    en: get("name_en"),
                });
            }
        }
        Self::of(assumptions)
    }

    fn of(rows: Vec<Assumption>) -> Self {
        let mut ids = NameIndex::default();
        for (at, assumption) in rows.iter().enumerate() {
            ids.enter(assumption.id.clone(), at);
        }
        let of_consumption = |row: &Assumption| row.id.starts_with(CONSUMPTION);
        let consumptions = (0_u32..).zip(&rows).filter(|(_, row)| of_consumption(row)).map(|(at, _)| at);
        let consumptions = consumptions.collect();
        Self { rows, ids, consumptions }
    }

    /// What electricity a unit of this key takes, with its position.
    pub(crate) fn consumption(&self, key: &str) -> Option<(u32, &Assumption)> {
        let mut known = self.consumptions.iter().filter_map(|at| Some((*at, self.get(*at)?)));
        known.find(|(_, row)| row.id.strip_prefix(CONSUMPTION) == Some(key))
    }

    /// Puts other assumptions before these, so that they take precedence.
    pub(crate) fn lay_over(&mut self, mut over: Self) {
        over.rows.append(&mut self.rows);
        *self = Self::of(over.rows);
    }

    /// The first assumption with an identifier, with its position.
    pub(crate) fn find(&self, id: &str) -> Option<(u32, &Assumption)> {
        let at = self.ids.find(id)?;
        Some((u32::try_from(at).ok()?, self.rows.get(at)?))
    }

    /// The assumption at a position.
    pub(crate) fn get(&self, at: u32) -> Option<&Assumption> {
        self.rows.get(usize::try_from(at).ok()?)
    }
}
