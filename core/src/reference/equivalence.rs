//! Equivalences: the CO2e of familiar things.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::diagnostic::problems::Problems;
use crate::factor::row::rate;
use crate::factor::source::{Source, Sources};
use crate::number;
use crate::number::unit::Unit;
use crate::table::Table;
use crate::table::columns::Content;
use crate::text::language::Language;

/// A familiar thing, and what it emits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equivalence {
    /// Its identifier.
    pub id: String,
    /// What one of it emits, in the mass unit.
    pub value: Decimal,
    /// The mass unit of the value.
    pub mass: Unit,
    /// What is counted.
    pub unit: Unit,
    /// Where the value comes from.
    pub source: Source,
    /// A note.
    pub note: String,
    fr: String,
    en: String,
}

impl Equivalence {
    /// The label in a language.
    pub fn label(&self, language: Language) -> &str {
        language.pick(&self.fr, &self.en)
    }
}

/// Reads the table of equivalences.
pub(crate) fn read(
    file: &str,
    content: Content<'_>,
    sources: &Sources,
    problems: &mut Problems,
) -> Vec<Equivalence> {
    let columns = &["id", "value", "unit", "source", "name_fr", "name_en", "raw", "source_row", "note"];
    let table = Table::read(file, content, columns, 6, problems);
    let mut equivalences = Vec::new();
    for row in table.rows() {
        let value = row.parse("value", |cell| number::parse(cell).ok(), problems);
        let units = row.parse("unit", rate, problems);
        let source = sources.find(row.get("source"));
        if source.is_none() {
            problems.push(row.unknown("source", row.get("source"), sources.ids()));
        }
        if let (Some(value), Some((mass, unit)), Some(source)) = (value, units, source) {
            let get = |column| row.get(column).to_string();
            equivalences.push(Equivalence {
                id: get("id"),
                value,
                mass,
                unit,
                source: source.clone(),
                note: get("note"),
                fr: get("name_fr"),
                en: get("name_en"),
            });
        }
    }
    equivalences
}
