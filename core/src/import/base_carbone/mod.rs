//! The export of the Base Carbone of ADEME.
//!
//! Cells are apart by semicolons, numbers have a decimal comma, dates are day/month/year. A row of type
//! `Elément` is a factor; rows of type `Poste` follow it and are its parts. Gas columns are kgCO2e, and
//! `CO2b` is outside the total. The code of a further gas stands in the row of the element only, its values
//! in the rows of the parts.

mod columns;
mod part;
mod place;
mod unit;

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use self::columns::{Column, FURTHER_GASES, GASES};
use super::element::{Element, joined};
use super::parts::{Parts, exact_sum, is_apart};
use super::sheet::{Header, MOST_PROBLEMS, Row, whole};
use super::{Anomaly, AnomalyKind, Import, SkipReason, Skipped, encoding, family, year};
use crate::diagnostic::{Diagnostic, Problem};
use crate::factor::{Account, Boundary, Part};
use crate::place::Places;
use crate::records::Records;
use crate::references::References;

/// Words in `Source` and `Programme` of rows whose values come from a base that may not be passed on.
const RESTRICTED: [&str; 3] = ["Agence Internationale de l'Energie", "ecoinvent", "NegaOctet"];

/// Reads an export of the Base Carbone: the CSV as ADEME publishes it, in Windows-1252 or UTF-8.
///
/// Every valid emission factor is kept: 6,518 in V23.6. What is archived and what is source data is
/// skipped. A negative value goes into the account of avoided emissions: burdens that a treatment of waste
/// avoids, and what forests take up. Places are named by the table of places. A file that was cut off between
/// two rows looks like a shorter one: compare the number of elements with that of the edition.
///
/// ```no_run
/// use claquette::{References, import};
/// let bytes = std::fs::read("Base_Carbone_V23.6.csv").unwrap();
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let import = import::base_carbone("Base_Carbone_V23.6.csv", &bytes, &references).unwrap();
/// let references = references.with_set("Base Carbone", &import.csv()).unwrap();
/// ```
///
/// # Errors
/// What makes the file as a whole untrustworthy, each with line and column: another encoding, columns that
/// are missing, an open quote, a last row that is cut off, rows of another length, formulas, values that are
/// none of their column, an element given twice, a part apart from its element. Nothing is imported then.
/// After a thousand problems reading stops.
pub fn base_carbone(file: &str, bytes: &[u8], references: &References) -> Result<Import, Vec<Diagnostic>> {
    let text = encoding::decode(file, bytes)?;
    if let Some(problem) = whole(file, &text, b';') {
        return Err(alloc::vec![problem]);
    }
    let mut problems = Vec::new();
    let mut records = Records::new(&text, b';');
    let Some(header) = Header::find(file, &mut records, Column::NAMES, &mut problems) else {
        return Err(problems);
    };
    let mut reader = Reader {
        places: references.places(),
        import: Import::new(format!("ADEME, Base Carbone ({file}), Licence Ouverte 2.0")),
        seen: BTreeMap::new(),
        current: Current::None,
        newest: None,
    };
    for record in records {
        if problems.len() >= MOST_PROBLEMS {
            break;
        }
        match header.row(record, &mut problems) {
            Some(row) => reader.row(&row, &mut problems),
            None => reader.current = Current::Refused,
        }
    }
    reader.finish();
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut import = reader.import;
    import.unread = header.unread.clone();
    if let Some(newest) = reader.newest {
        family::expired(&mut import, newest);
    }
    family::thousandfold(&mut import);
    family::duplicates(&mut import);
    import.anomalies.sort_by_key(|anomaly| anomaly.line);
    Ok(import)
}

/// The state of reading: what was read, and the element that parts may follow.
struct Reader<'a> {
    places: &'a Places,
    import: Import,
    /// The identifiers of the elements.
    seen: BTreeMap<String, u64>,
    current: Current,
    /// The year of the newest change of an element.
    newest: Option<u16>,
}

/// The element whose parts may follow.
enum Current {
    None,
    Kept(Box<Building>),
    Skipped(String, SkipReason),
    /// What is wrong with a row was reported; the parts after it are not reported again.
    Refused,
}

/// An element of which parts may still come.
struct Building {
    element: Element,
    /// Whether the source says that it is split into parts.
    is_split: bool,
    /// The codes of the further gases.
    codes: [String; 5],
    /// The gases of the row of the element itself.
    own: Parts,
    own_biogenic: Option<Decimal>,
    /// Biogenic CO2 that the parts release and take up.
    biogenic: Option<(Decimal, Decimal)>,
}

impl Reader<'_> {
    fn row(&mut self, row: &Row<'_>, problems: &mut Vec<Diagnostic>) {
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
        if self.seen.insert(id.to_string(), row.line()).is_some() {
            problems.push(row.problem(Column::Id, Problem::DuplicateRow { id: id.to_string() }));
        }
        let skipped = match (row.get(Column::Kind), row.get(Column::Status)) {
            ("Données source", _) => Some(SkipReason::SourceData),
            ("Facteur d'émission", "Archivé") => Some(SkipReason::Archived),
            ("Facteur d'émission", "Valide générique" | "Valide spécifique") => None,
            ("Facteur d'émission", _) => {
                problems.push(row.invalid(Column::Status));
                return None;
            }
            _ => {
                problems.push(row.invalid(Column::Kind));
                return None;
            }
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
        let mut building = Building {
            is_split: row.get(Column::Structure).contains("décomposé par poste"),
            codes: FURTHER_GASES.map(|(code, _)| row.get(code).to_string()),
            own: Parts::default(),
            own_biogenic: row.decimal(Column::Biogenic, problems)?,
            biogenic: None,
            element: self.described(row, value, uncertainty),
        };
        let codes = building.codes.clone();
        gases(row, Part::Whole, &codes, &mut building.own, problems)?;
        Some(Current::Kept(Box::new(building)))
    }

    /// The element of a row without its parts.
    fn described(&mut self, row: &Row<'_>, value: Decimal, uncertainty: Option<Decimal>) -> Element {
        let id = row.get(Column::Id);
        let name_fr = [Column::AttributeFr, Column::BaseFr, Column::BoundaryFr].map(|column| row.get(column));
        let changed = year::of(row.get(Column::Changed));
        self.newest = self.newest.max(changed);
        let valid_until = year::of(row.get(Column::Validity));
        let stated = year::last_named(&name_fr.join(" | "));
        // What states no year is of its last change, but no newer than its validity.
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
            place: place::of(row.get(Column::Place), row.get(Column::Subplace), self.places).to_string(),
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

    /// Ends the element whose parts have come.
    fn finish(&mut self) {
        let Current::Kept(building) = core::mem::replace(&mut self.current, Current::None) else { return };
        let mut element = building.element;
        let note = |kind| Anomaly::new(element.line, &element.row, kind);
        let mut anomalies = Vec::new();
        let has_parts = element.parts.items().next().is_some();
        if building.is_split && !has_parts {
            anomalies.push(note(AnomalyKind::MissingParts));
        }
        if !has_parts {
            element.parts = building.own;
        }
        let sum = element.parts.total().unwrap_or_default();
        if has_parts && is_apart(sum, element.value) {
            anomalies.push(note(AnomalyKind::PartsTotal).numbers(sum, element.value));
        }
        for (total, sum) in element.parts.gas_sums(element.value) {
            if is_apart(sum, total) {
                anomalies.push(note(AnomalyKind::GasesTotal).numbers(sum, total));
            }
        }
        let own = building.own_biogenic.map(|own| (own.max(Decimal::ZERO), own.min(Decimal::ZERO)));
        let (released, taken_up) = building.biogenic.or(own).unwrap_or_default();
        if taken_up.is_sign_negative() && !taken_up.is_zero() {
            anomalies.push(Anomaly { found: Some(taken_up), ..note(AnomalyKind::Uptake) });
        }
        if element.account == Account::Avoided {
            anomalies.push(Anomaly { found: Some(element.value), ..note(AnomalyKind::Avoided) });
        }
        if element.restricted {
            anomalies.push(note(AnomalyKind::Restricted));
        }
        element.biogenic = (!released.is_zero()).then_some(released);
        self.import.values.insert(element.row.clone(), element.value);
        self.import.anomalies.extend(anomalies);
        self.import.elements.push(element);
    }
}

impl Building {
    /// Adds a part; what is wrong with it is reported.
    fn part(&mut self, row: &Row<'_>, problems: &mut Vec<Diagnostic>) -> Option<()> {
        let Some(part) = part::of(row.get(Column::PartKind), row.get(Column::PartName)) else {
            problems.push(row.invalid(Column::PartKind));
            return None;
        };
        let total = row.decimal(Column::Total, problems)?.unwrap_or_default();
        let parts = &mut self.element.parts;
        if parts.add(part, None, total).is_none() {
            problems.push(row.invalid(Column::Total));
        }
        gases(row, part, &self.codes, parts, problems)?;
        if let Some(biogenic) = row.decimal(Column::Biogenic, problems)? {
            let (released, taken_up) = self.biogenic.unwrap_or_default();
            let sums = (
                exact_sum(released, biogenic.max(Decimal::ZERO)),
                exact_sum(taken_up, biogenic.min(Decimal::ZERO)),
            );
            match sums {
                (Some(released), Some(taken_up)) => self.biogenic = Some((released, taken_up)),
                _ => problems.push(row.invalid(Column::Biogenic)),
            }
        }
        Some(())
    }
}

/// Adds the gases of a row to a part; what is no number is reported.
fn gases(
    row: &Row<'_>,
    part: Part,
    codes: &[String; 5],
    parts: &mut Parts,
    problems: &mut Vec<Diagnostic>,
) -> Option<()> {
    let further = codes.iter().zip(FURTHER_GASES).map(|(code, (_, value))| (value, part::gas(code)));
    for (column, gas) in GASES.into_iter().chain(further) {
        let value = row.decimal(column, problems)?.unwrap_or_default();
        if !value.is_zero() && parts.add(part, Some(gas), value).is_none() {
            problems.push(row.invalid(column));
        }
    }
    Some(())
}
