//! Usual ranges: the usual values of a field, and the maximum that is possible.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::collection::sorting::sorted;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::parameter::Excerpt;
use crate::diagnostic::problems::Problems;
use crate::number;
use crate::number::unit::Unit;
use crate::reference::kind::Kind;
use crate::table::columns::Content;
use crate::table::{Row, Table};
use crate::text::vocabulary::Term;

/// The usual values of a field of a kind, and the maximum that is possible, according to sources.
///
/// A value outside the range is counted as entered, with a warning: it is probably a slip, in another unit, or a
/// total.
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
    /// The unit of the range; empty if the field is a number without a unit.
    pub unit: Option<Unit>,
    /// The lowest usual value, if a source states one.
    pub least: Option<Decimal>,
    /// The highest usual value, if a source states one.
    pub most: Option<Decimal>,
    /// The highest possible value, by law, by definition or by nature.
    pub maximum: Option<Decimal>,
    /// The source, in words.
    pub source: String,
    /// The locator in its source.
    pub source_row: String,
    /// A note.
    pub note: String,
}

impl UsualRange {
    /// The usual range as text: `0.238–0.65`, `≤ 3`, `≥ 1`; empty if only the maximum is known.
    pub fn text(&self) -> String {
        match (self.least.map(number::text), self.most.map(number::text)) {
            (Some(least), Some(most)) => [&*least, "–", &*most].concat(),
            (Some(least), None) => ["≥ ", &*least].concat(),
            (None, Some(most)) => ["≤ ", &*most].concat(),
            (None, None) => String::new(),
        }
    }

    /// The problem of a value that was entered in a field, with its unit if it has one.
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
                by: Excerpt(self.source.clone()),
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
    /// Reads the table; a missing one has no rows.
    pub(crate) fn read(content: Option<Content<'_>>, problems: &mut Problems) -> Self {
        let Some(content) = content else { return Self::default() };
        let table = Table::read(RANGES, content, COLUMNS, COLUMNS.len(), problems);
        let ranges = table.rows().filter_map(|row| range(&row, problems)).collect();
        Self(sorted(ranges, |range: &UsualRange, other| range.kind.cmp(&other.kind)))
    }

    /// All ranges.
    pub(crate) fn all(&self) -> impl Iterator<Item = &UsualRange> {
        self.0.iter()
    }

    /// The ranges of a kind.
    pub(crate) fn of(&self, kind: Kind) -> impl Iterator<Item = &UsualRange> {
        let first = self.0.partition_point(|range| range.kind < kind);
        self.0.iter().skip(first).take_while(move |range| range.kind == kind)
    }

    /// The problem of a value, with its unit if it has one, by the range of a kind and a field. The message names the
    /// field in which it was entered.
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
    row.filled("source", problems);
    let [field, source, source_row, note] =
        ["field", "source", "source_row", "note"].map(|column| row.get(column).to_string());
    Some(UsualRange { kind: kind?, field, unit, least, most, maximum, source, source_row, note })
}
