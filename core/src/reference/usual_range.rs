//! Usual ranges: between what the values of a field usually are, and the most that one can be.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::collection::sorting::sorted;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::problems::Problems;
use crate::number;
use crate::number::unit::Unit;
use crate::reference::kind::Kind;
use crate::table::{Row, Table};
use crate::text::vocabulary::Term;

/// Between what the values of a field of a kind usually are, and the most that one can be, as sources have it.
///
/// A value outside counts as it stands, with a warning: probably it is a slip, another unit, or a total.
///
/// ```
/// use claquette::{References, Term};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let mut ranges = references.usual_ranges().filter(|range| range.kind.text() == "generator");
/// let per_kwh = ranges.find(|range| range.unit.is_some_and(|unit| unit.to_string() == "L/kWh")).unwrap();
/// assert_eq!((per_kwh.field.as_str(), per_kwh.text().as_str()), ("consumption", "0.238–0.65"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsualRange {
    /// The kind of activity.
    pub kind: Kind,
    /// Its field.
    pub field: String,
    /// The unit of the range; nothing where the field is a bare number.
    pub unit: Option<Unit>,
    /// The least that is usual, where a source says it.
    pub least: Option<Decimal>,
    /// The most that is usual, where a source says it.
    pub most: Option<Decimal>,
    /// The most that can be, by law, by definition or by nature.
    pub maximum: Option<Decimal>,
    /// The source, in words.
    pub source: String,
    /// Where it stands in its source.
    pub source_row: String,
    /// What is to be known of it.
    pub note: String,
}

impl UsualRange {
    /// What is usual: `0.238–0.65`, `≤ 3`, `≥ 1`; empty if only the maximum is known.
    pub fn text(&self) -> String {
        match (self.least.map(number::text), self.most.map(number::text)) {
            (Some(least), Some(most)) => [&*least, "–", &*most].concat(),
            (Some(least), None) => ["≥ ", &*least].concat(),
            (None, Some(most)) => ["≤ ", &*most].concat(),
            (None, None) => String::new(),
        }
    }

    /// What is to be said of a value that was typed in a field, in a unit if it has one.
    fn judge(&self, field: &str, input: Decimal, unit: Option<Unit>) -> Option<Problem> {
        let value = match (unit, self.unit) {
            (None, None) => input,
            (Some(unit), Some(into)) => unit.converted(input, into)?,
            _ => return None,
        };
        let size = value.abs();
        let beyond = self.maximum.filter(|maximum| size > *maximum);
        let below = self.least.is_some_and(|least| size < least && !size.is_zero());
        if beyond.is_none() && !below && self.most.is_none_or(|most| size <= most) {
            return None;
        }
        let said = |number: String| match self.unit {
            Some(unit) => [&*number, " ", &*unit.to_string()].concat(),
            None => number,
        };
        let (field, value) = (field.to_string(), number::text(input));
        let unit = unit.map(|unit| unit.to_string()).unwrap_or_default();
        Some(match beyond {
            Some(maximum) => {
                Problem::Implausible { field, value, unit, maximum: said(number::text(maximum)) }
            }
            None => Problem::Unusual {
                field,
                value,
                unit,
                usual: said(self.text()),
                by: self.source.clone().into(),
            },
        })
    }
}

/// The table of usual ranges.
pub(crate) const RANGES: &str = "ranges.csv";

/// Its columns.
const COLUMNS: &[&str] =
    &["kind", "field", "unit", "least", "most", "maximum", "raw", "source", "source_row", "note"];

/// The usual ranges, in the order of their kinds.
#[derive(Clone, Debug, Default)]
pub(crate) struct UsualRanges(Vec<UsualRange>);

impl UsualRanges {
    /// Reads the table; one that is not there has no rows.
    pub(crate) fn read(text: Option<&str>, problems: &mut Problems) -> Self {
        let Some(text) = text else { return Self::default() };
        let table = Table::read(RANGES, text, COLUMNS, COLUMNS.len(), problems);
        let ranges = table.rows().filter_map(|row| range(&row, problems)).collect();
        Self(sorted(ranges, |range: &UsualRange, other| range.kind.cmp(&other.kind)))
    }

    /// All of them.
    pub(crate) fn all(&self) -> impl Iterator<Item = &UsualRange> {
        self.0.iter()
    }

    /// Those of a kind.
    pub(crate) fn of(&self, kind: Kind) -> impl Iterator<Item = &UsualRange> {
        let first = self.0.partition_point(|range| range.kind < kind);
        self.0.iter().skip(first).take_while(move |range| range.kind == kind)
    }

    /// What is to be said of a value, in a unit if it has one, by the range of a kind and a field; the message names the
    /// field that it was typed in.
    pub(crate) fn judge(
        &self,
        (kind, field): (Kind, &str),
        named: &str,
        value: Decimal,
        unit: Option<Unit>,
    ) -> Option<Problem> {
        let mut ranges = self.of(kind).filter(|range| range.field == field);
        ranges.find_map(|range| range.judge(named, value, unit))
    }
}

/// A row of the table.
fn range(row: &Row<'_>, problems: &mut Problems) -> Option<UsualRange> {
    let positive = |cell: &str| number::parse(cell).ok().filter(|value| *value > Decimal::ZERO);
    let kind = row.parse("kind", Kind::parse, problems);
    let unit = row.parse_optional("unit", Unit::parse, problems);
    let [least, most, maximum] =
        ["least", "most", "maximum"].map(|column| row.parse_optional(column, positive, problems));
    row.parse("source", |cell| (!cell.is_empty()).then_some(()), problems);
    let [field, source, source_row, note] =
        ["field", "source", "source_row", "note"].map(|column| row.get(column).to_string());
    Some(UsualRange { kind: kind?, field, unit, least, most, maximum, source, source_row, note })
}
