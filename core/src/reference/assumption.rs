//! Assumptions: sourced figures that stand for what a line does not say.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::collection::name_map::NameIndex;
use crate::diagnostic::problems::Problems;
use crate::number;
use crate::number::unit::Unit;
use crate::table::Table;
use crate::text::language::Language;

/// A sourced figure that stands for what a line does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// Its identifier.
    pub id: String,
    /// Its value.
    pub value: Decimal,
    /// The unit of the value.
    pub unit: Unit,
    /// Its source, in words.
    pub source: String,
    /// Where it stands in its source.
    pub source_row: String,
    /// What is to be known of it.
    pub note: String,
    fr: String,
    en: String,
}

impl Assumption {
    /// What people call it.
    pub fn label(&self, language: Language) -> &str {
        language.pick(&self.fr, &self.en)
    }
}

/// The table of assumptions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Assumptions {
    rows: Vec<Assumption>,
    /// Where the first of each identifier stands.
    ids: NameIndex<'static>,
}

impl Assumptions {
    /// Reads the table.
    pub(crate) fn read(file: &str, text: &str, problems: &mut Problems) -> Self {
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
        ];
        let table = Table::read(file, text, columns, 6, problems);
        let mut seen = NameIndex::default();
        let mut assumptions = Vec::new();
        for row in table.rows() {
            let unique = row.unique("id", &mut seen, problems);
            let value = row.parse("value", |cell| number::parse(cell).ok(), problems);
            let unit = row.parse("unit", Unit::parse, problems);
            row.parse("source", |cell| (!cell.is_empty()).then_some(()), problems);
            if let (true, Some(value), Some(unit)) = (unique, value, unit) {
                let get = |column| row.get(column).to_string();
                assumptions.push(Assumption {
                    id: get("id"),
                    value,
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
        Self { rows, ids }
    }

    /// Puts other assumptions before these.
    pub(crate) fn lay_over(&mut self, mut over: Self) {
        over.rows.append(&mut self.rows);
        *self = Self::of(over.rows);
    }

    /// The first assumption of an identifier, with its position.
    pub(crate) fn find(&self, id: &str) -> Option<(u32, &Assumption)> {
        let at = self.ids.find(id)?;
        Some((u32::try_from(at).ok()?, self.rows.get(at)?))
    }

    /// An assumption by its position.
    pub(crate) fn get(&self, at: u32) -> Option<&Assumption> {
        self.rows.get(usize::try_from(at).ok()?)
    }
}
