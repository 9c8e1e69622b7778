//! An element whose row has been read, and whose parts may follow.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::diagnostic::Diagnostic;
use crate::factor::split::{Account, Part};
use crate::import::anomaly::{Anomaly, AnomalyKind};
use crate::import::base_carbone::columns::{Column, FURTHER_GASES, GASES};
use crate::import::base_carbone::part;
use crate::import::element::Element;
use crate::import::parts::{Parts, is_apart};
use crate::import::sheet::Row;
use crate::number;

/// An element whose parts may still follow.
pub(crate) struct Building {
    pub(crate) element: Element,
    /// Whether the source says that it is split into parts.
    is_split: bool,
    /// The codes of the further gases.
    codes: [String; 5],
    /// The gases of the row of the element itself.
    own: Parts,
    own_biogenic: Option<Decimal>,
    /// Biogenic CO2 that the parts release and take up.
    biogenic: Option<(Decimal, Decimal)>,
    /// The parts of types that are not known.
    unknown: Vec<Anomaly>,
}

impl Building {
    /// An element without parts so far; problems of its gases are reported.
    pub(crate) fn new(row: &Row<'_>, element: Element, problems: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut building = Self {
            is_split: row.get(Column::Structure).contains("décomposé par poste"),
            codes: FURTHER_GASES.map(|(code, _)| row.get(code).to_string()),
            own: Parts::default(),
            own_biogenic: row.decimal(Column::Biogenic, problems)?,
            biogenic: None,
            unknown: Vec::new(),
            element,
        };
        gases(row, Part::Whole, &building.codes, &mut building.own, problems)?;
        Some(building)
    }

    /// Adds a part; problems of its row are reported.
    pub(crate) fn part(&mut self, row: &Row<'_>, problems: &mut Vec<Diagnostic>) -> Option<()> {
        let kind = row.get(Column::PartKind);
        let part = part::of(kind, row.get(Column::PartName)).unwrap_or_else(|| {
            let anomaly = Anomaly::new(row.line(), &self.element.row, AnomalyKind::UnknownPart);
            self.unknown.push(Anomaly { other: kind.to_string(), ..anomaly });
            Part::Other
        });
        let total = row.decimal(Column::Total, problems)?.unwrap_or_default();
        let parts = &mut self.element.parts;
        if parts.add(part, None, total).is_none() {
            problems.push(row.invalid(Column::Total));
        }
        gases(row, part, &self.codes, parts, problems)?;
        if let Some(biogenic) = row.decimal(Column::Biogenic, problems)? {
            let (released, taken_up) = self.biogenic.unwrap_or_default();
            let sums = (
                number::sum(released, biogenic.max(Decimal::ZERO)),
                number::sum(taken_up, biogenic.min(Decimal::ZERO)),
            );
            match sums {
                (Some(released), Some(taken_up)) => self.biogenic = Some((released, taken_up)),
                _ => problems.push(row.invalid(Column::Biogenic)),
            }
        }
        Some(())
    }

    /// Returns the element with its parts, and its anomalies.
    pub(crate) fn finish(self) -> (Element, Vec<Anomaly>) {
        let mut element = self.element;
        let note = |kind| Anomaly::new(element.line, &element.row, kind);
        let mut anomalies = self.unknown;
        let has_parts = element.parts.items().next().is_some();
        if self.is_split && !has_parts {
            anomalies.push(note(AnomalyKind::MissingParts));
        }
        if !has_parts {
            element.parts = self.own;
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
        let own = self.own_biogenic.map(|own| (own.max(Decimal::ZERO), own.min(Decimal::ZERO)));
        let (released, taken_up) = self.biogenic.or(own).unwrap_or_default();
        if taken_up.is_sign_negative() && !taken_up.is_zero() {
            anomalies.push(Anomaly { found: Some(taken_up), ..note(AnomalyKind::Uptake) });
        }
        if element.account == Account::Avoided {
            anomalies.push(Anomaly { found: Some(element.value), ..note(AnomalyKind::Avoided) });
        }
        if element.year.is_none() {
            anomalies.push(note(AnomalyKind::Undated));
        }
        if element.restricted {
            anomalies.push(note(AnomalyKind::Restricted));
        }
        element.biogenic = (!released.is_zero()).then_some(released);
        (element, anomalies)
    }
}

/// Adds the gases of a row to a part; cells that are not numbers are reported.
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
