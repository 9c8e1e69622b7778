//! Reading the rows of the export one by one.

use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::factor::row::Boundary;
use crate::factor::skipped::{SkipReason, Skipped};
use crate::factor::split::Account;
use crate::import::base_carbone::building::Building;
use crate::import::base_carbone::columns::Column;
use crate::import::base_carbone::{place, unit};
use crate::import::element::{Element, joined};
use crate::import::outcome::Import;
use crate::import::parts::Parts;
use crate::import::sheet::Row;
use crate::import::year;
use crate::place::PlaceNames;

/// Words in `Source` and `Programme` of rows whose values come from a base that may not be redistributed.
const RESTRICTED: [&str; 3] = ["Agence Internationale de l'Energie", "ecoinvent", "NegaOctet"];

/// The state of reading: what has been read, and the element whose parts may follow.
pub(crate) struct Reader<'a> {
    pub(crate) places: PlaceNames<'a>,
    pub(crate) import: Import,
    /// The identifiers of the elements.
    pub(crate) seen: BTreeSet<String>,
    pub(crate) current: Current,
    /// The most recent year in which an element was changed.
    pub(crate) newest: Option<u16>,
}

/// The element whose parts may follow.
pub(crate) enum Current {
    None,
    Kept(Box<Building>),
    Skipped(String, SkipReason),
    /// A problem of its row was reported, so its parts are not reported again.
    Refused,
}

impl Reader<'_> {
    /// Reads a row; its problems are reported.
    pub(crate) fn row(&mut self, row: &Row<'_>, problems: &mut Vec<Diagnostic>) {
        match row.get(Column::Line) {
            "Elément" => {
                self.finish();
                self.current = self.element(row, problems).unwrap_or(Current::Refused);
            }
            "Poste" => self.part(row, problems),
            _ => {
                problems.push(row.invalid(Column::Line));
                self.current = Current::Refused;
            }
        }
    }

    fn element(&mut self, row: &Row<'_>, problems: &mut Vec<Diagnostic>) -> Option<Current> {
        let id = row.get(Column::Id);
        if id.is_empty() {
            problems.push(row.invalid(Column::Id));
            return None;
        }
        if !self.seen.insert(id.to_string()) {
            problems.push(row.problem(Column::Id, Problem::DuplicateRow { id: id.to_string() }));
        }
        let skipped = match (row.get(Column::Kind), row.get(Column::Status)) {
            ("Données source", _) => Some(SkipReason::SourceData),
            ("Facteur d'émission", "Archivé") => Some(SkipReason::Archived),
            ("Facteur d'émission", "Valide générique" | "Valide spécifique") => None,
            // A later edition may have a word more: its rows are left out and listed, and the others serve.
            _ => Some(SkipReason::UnknownStatus),
        };
        if let Some(reason) = skipped {
            self.import.skipped.push(Skipped { line: row.line(), id: id.to_string(), reason });
            return Some(Current::Skipped(id.to_string(), reason));
        }
        let Some(value) = row.decimal(Column::Total, problems)? else {
            problems.push(row.invalid(Column::Total));
            return None;
        };
        let uncertainty = row.decimal(Column::Uncertainty, problems)?;
        let element = self.described(row, value, uncertainty);
        Some(Current::Kept(Box::new(Building::new(row, element, problems)?)))
    }

    /// The element of a row without its parts.
    fn described(&mut self, row: &Row<'_>, value: Decimal, uncertainty: Option<Decimal>) -> Element {
        let id = row.get(Column::Id);
        let name_fr = [Column::AttributeFr, Column::BaseFr, Column::BoundaryFr].map(|column| row.get(column));
        let changed = year::of(row.get(Column::Changed));
        self.newest = self.newest.max(changed);
        let valid_until = year::of(row.get(Column::Validity));
        let stated = year::last_named(&name_fr.join(" | "));
        // An element that states no year has the year of its last change, but no later than its validity.
        let dated = match (changed, valid_until) {
            (Some(changed), Some(until)) => Some(changed.min(until)),
            (changed, until) => changed.or(until),
        };
        let unit = unit::of(row.get(Column::Unit));
        let origin = [row.get(Column::Source), row.get(Column::Programme)];
        let restricted = RESTRICTED.iter().any(|word| origin.iter().any(|text| text.contains(word)));
        let location = joined([row.get(Column::Place), row.get(Column::Subplace)], ", ");
        Element {
            line: row.line(),
            row: id.to_string(),
            id: format!("base-carbone.{id}"),
            key: String::new(),
            name_fr: joined(
                [Column::BaseFr, Column::AttributeFr, Column::BoundaryFr].map(|column| row.get(column)),
                ", ",
            ),
            name_en: joined(
                [Column::BaseEn, Column::AttributeEn, Column::BoundaryEn].map(|column| row.get(column)),
                ", ",
            ),
            category: joined([row.get(Column::Category)], ""),
            source_unit: row.get(Column::Unit).to_string(),
            boundary: if unit.contains("EUR") { Boundary::Spend } else { Boundary::Unstated },
            unit,
            place: place::of(row.get(Column::Place), row.get(Column::Subplace), &self.places).to_string(),
            year: stated.or(dated),
            valid_until,
            value,
            raw: row.get(Column::Total).to_string(),
            account: if value.is_sign_negative() { Account::Avoided } else { Account::Counted },
            biogenic: None,
            uncertainty,
            restricted,
            status: String::new(),
            note: joined(
                [row.get(Column::Category), &location, row.get(Column::Validity), row.get(Column::Programme)],
                "; ",
            ),
            parts: Parts::default(),
            location,
        }
    }

    fn part(&mut self, row: &Row<'_>, problems: &mut Vec<Diagnostic>) {
        let id = row.get(Column::Id);
        match &mut self.current {
            Current::Skipped(element, reason) if *element == id => {
                let skipped = Skipped { line: row.line(), id: id.to_string(), reason: *reason };
                self.import.skipped.push(skipped);
            }
            Current::Kept(building) if building.element.row == id => {
                let _reported = building.part(row, problems);
            }
            Current::Refused => {}
            _ => problems.push(row.problem(Column::Id, Problem::OrphanPart { id: id.to_string() })),
        }
    }

    /// Finishes the element whose parts have been read.
    pub(crate) fn finish(&mut self) {
        let Current::Kept(building) = core::mem::replace(&mut self.current, Current::None) else { return };
        let (element, anomalies) = building.finish();
        self.import.values.insert(element.row.clone(), element.value);
        self.import.anomalies.extend(anomalies);
        self.import.elements.push(element);
    }
}
