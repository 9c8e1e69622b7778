//! The flat file of the UK Government's greenhouse gas conversion factors, published by DESNZ (formerly BEIS and
//! DEFRA).
//!
//! Each factor has a row of CO2e, whose identifier ends in `_1`, and optionally rows of CO2 (`_2`), CH4 (`_3`) and
//! N2O (`_4`), all in kgCO2e. Identifiers that end in `_5` and `_6` are energy uses. Biogenic CO2 has separate rows,
//! outside of scopes. Combustion (tank-to-wheel) and upstream emissions (well-to-tank, `WTT`) are separate factors.

pub(crate) mod activity;
pub(crate) mod columns;

use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalogue::Problem;
use crate::factor::skipped::{SkipReason, Skipped};
use crate::factor::split::{Account, Gas, Part};
use crate::import::anomaly::{Anomaly, AnomalyKind};
use crate::import::desnz::columns::Column;
use crate::import::element::{Element, joined};
use crate::import::outcome::Import;
use crate::import::parts::{Parts, is_apart};
use crate::import::sheet::{DecimalMark, Header, MOST_PROBLEMS, Row, delimiter, whole};
use crate::import::{encoding, year};
use crate::place::PlaceNames;
use crate::reference::loaded::{hash, short};
use crate::reference::references::References;
use crate::table::csv::Records;

/// The ending of an identifier, the corresponding `GHG/Unit`, and the gas; `None` for the total.
const ENDS: [(&str, &str, Option<Gas>); 4] = [
    ("1", "kg CO2e", None),
    ("2", "kg CO2e of CO2 per unit", Some(Gas::Co2)),
    ("3", "kg CO2e of CH4 per unit", Some(Gas::Ch4)),
    ("4", "kg CO2e of N2O per unit", Some(Gas::N2o)),
];

/// Reads the flat file of the British conversion factors as CSV; titles above its header are skipped.
///
/// The rows of gases are joined to that of CO2e. Rows without a value, of energy uses and of biogenic CO2 alone are
/// skipped. So is a total of 0 where nothing can be zero: upstream of a fuel other than bioenergy, and a material;
/// [`Import::after`] skips it wherever the edition before has no value. Numbers have a decimal point: a comma before
/// exactly three digits, as in `1,006`, may be a spreadsheet's thousands separator or decimal mark, so it is a problem.
/// The last row must be `END`, as in the edition of 2024; without it the file is considered cut off. The header of the
/// values names the year of the edition.
///
/// # Errors
/// Those of [`base_carbone`](super::base_carbone).
pub fn desnz(file: &str, bytes: &[u8], references: &References) -> Result<Import, Vec<Diagnostic>> {
    let text = encoding::text(file, bytes)?;
    let delimiter = delimiter(&text, Column::NAMES, b',');
    if let Some(problem) = whole(file, &text, delimiter) {
        return Err(alloc::vec![problem]);
    }
    let mut problems = Vec::new();
    let mut records = Records::new(&text, delimiter);
    let Some(header) = Header::find(file, &mut records, Column::NAMES, DecimalMark::Point, &mut problems)
    else {
        return Err(problems);
    };
    let edition = year::last_named(header.name(Column::Value));
    if edition.is_none() {
        problems.push(header.undated(Column::Value));
    }
    let mut reader = Reader {
        places: references.places().names(),
        edition,
        import: Import::new(
            format!(
                "DESNZ, GHG conversion factors, export {}, Open Government Licence v3.0",
                short(&hash(bytes))
            ),
            references,
        ),
        seen: BTreeSet::new(),
        current: None,
        ended: false,
        adrift: false,
    };
    let mut last = 1;
    for record in records {
        if problems.len() >= MOST_PROBLEMS {
            break;
        }
        last = record.line;
        let before = problems.len();
        if let Some(row) = header.row(record, &mut problems) {
            reader.row(&row, &mut problems);
        }
        reader.adrift |= problems.len() > before;
    }
    reader.finish();
    if !reader.ended && problems.is_empty() {
        let location = header.location(last, "");
        problems.push(Diagnostic::at(location, Problem::CutOff {}));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut import = reader.import;
    import.unread.clone_from(&header.unread);
    import.anomalies.sort_by_key(|anomaly| anomaly.line);
    Ok(import)
}

/// The state of reading: what has been read, and the factor whose gases may follow.
struct Reader<'a> {
    places: PlaceNames<'a>,
    /// The year of the edition.
    edition: Option<u16>,
    import: Import,
    seen: BTreeSet<String>,
    /// The identifier of the last factor without its ending, and the factor if it has a value.
    current: Option<(String, Option<Element>)>,
    ended: bool,
    /// Whether there was a problem since the last factor; if so, gases without a factor are not reported.
    adrift: bool,
}

impl Reader<'_> {
    fn row(&mut self, row: &Row<'_>, problems: &mut Vec<Diagnostic>) {
        let id = row.get(Column::Id);
        let marks_end = [Column::Scope, Column::Level1].iter().any(|column| row.get(*column) == "END");
        if row.is_empty() || (id.is_empty() && marks_end) {
            self.ended |= marks_end;
            return self.skip(row, SkipReason::Blank);
        }
        if self.ended {
            return problems.push(row.problem(Column::Id, Problem::AfterEnd {}));
        }
        if !self.seen.insert(id.to_string()) {
            problems.push(row.problem(Column::Id, Problem::DuplicateRow { id: id.to_string() }));
        }
        let Some((stem, end)) = id.rsplit_once('_') else {
            return problems.push(row.invalid(Column::Id));
        };
        if matches!(end, "5" | "6") {
            return self.skip(row, SkipReason::Energy);
        }
        let Some((_, said, gas)) = ENDS.iter().find(|(known, ..)| *known == end) else {
            return problems.push(row.invalid(Column::Id));
        };
        if row.get(Column::Gas) != *said {
            return problems.push(row.invalid(Column::Gas));
        }
        let Some(value) = row.decimal(Column::Value, problems) else { return };
        let is_gap = value.is_some_and(|value| value.is_zero())
            && gas.is_none()
            && activity::is_gap(row.get(Column::Scope), row.get(Column::Level1));
        let value = value.filter(|_| !is_gap);
        if let Some(value) = value {
            self.import.values.insert(id.to_string(), value);
        }
        match (gas, value) {
            (Some(_), _) if row.get(Column::Scope) == "Outside of Scopes" => {
                self.skip(row, SkipReason::Biogenic);
            }
            (Some(gas), value) => self.gas(row, stem, *gas, value, problems),
            (None, None) => {
                self.finish();
                self.adrift = false;
                self.current = Some((stem.to_string(), None));
                self.skip(row, if is_gap { SkipReason::Gap } else { SkipReason::NoValue });
            }
            (None, Some(value)) => {
                self.finish();
                self.adrift = false;
                self.current = Some((stem.to_string(), Some(self.element(row, value))));
            }
        }
    }

    fn skip(&mut self, row: &Row<'_>, reason: SkipReason) {
        let id = row.get(Column::Id).to_string();
        self.import.skipped.push(Skipped { line: row.line(), id, reason });
    }

    /// Joins a gas to the factor before it.
    fn gas(
        &mut self,
        row: &Row<'_>,
        stem: &str,
        gas: Gas,
        value: Option<Decimal>,
        problems: &mut Vec<Diagnostic>,
    ) {
        match (&mut self.current, value) {
            (Some((current, Some(element))), Some(value)) if current == stem => {
                if element.parts.add(Part::Whole, Some(gas), value).is_none() {
                    problems.push(row.invalid(Column::Value));
                }
            }
            (Some((current, _)), _) if current == stem => self.skip(row, SkipReason::NoValue),
            _ if self.adrift => {}
            _ => {
                let id = row.get(Column::Id).to_string();
                problems.push(row.problem(Column::Id, Problem::OrphanPart { id }));
            }
        }
    }

    fn element(&self, row: &Row<'_>, value: Decimal) -> Element {
        let id = row.get(Column::Id);
        let [level1, level2, level3] =
            [Column::Level1, Column::Level2, Column::Level3].map(|column| row.get(column));
        let names = [level1, level2, level3, row.get(Column::Level4), row.get(Column::Text)];
        Element {
            line: row.line(),
            row: id.to_string(),
            id: format!("desnz.{id}"),
            key: String::new(),
            name_fr: String::new(),
            name_en: joined(names, ", "),
            category: joined([row.get(Column::Scope), level1, level2], " > "),
            source_unit: row.get(Column::Unit).to_string(),
            unit: activity::unit(row.get(Column::Unit)),
            location: if level1 == "Hotel stay" { level3 } else { "UK" }.to_string(),
            place: activity::place(level1, level3, &self.places).to_string(),
            year: self.edition,
            valid_until: None,
            value,
            raw: row.get(Column::Value).to_string(),
            account: if value.is_sign_negative() { Account::Avoided } else { Account::Counted },
            biogenic: None,
            boundary: activity::boundary(level1),
            uncertainty: None,
            restricted: false,
            status: String::new(),
            note: row.get(Column::Scope).to_string(),
            parts: Parts::default(),
        }
    }

    /// Finishes the factor whose gases have been read.
    fn finish(&mut self) {
        let Some((_, Some(element))) = self.current.take() else { return };
        for (total, sum) in element.parts.gas_sums(element.value) {
            if is_apart(sum, total) {
                let anomaly = Anomaly::new(element.line, &element.row, AnomalyKind::GasesTotal);
                self.import.anomalies.push(anomaly.numbers(sum, total));
            }
        }
        if element.account == Account::Avoided {
            let anomaly = Anomaly::new(element.line, &element.row, AnomalyKind::Avoided);
            self.import.anomalies.push(Anomaly { found: Some(element.value), ..anomaly });
        }
        self.import.elements.push(element);
    }
}
