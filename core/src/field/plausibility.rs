//! Plausibility of a value: within the period of its line, and within the table of usual ranges.

use alloc::string::ToString;

use rust_decimal::Decimal;

use crate::diagnostic::catalogue::Problem;
use crate::number;
use crate::number::date::Period;
use crate::number::unit::Unit;
use crate::reference::kind::Kind;
use crate::reference::references::References;

/// The maximum within the period of a line, for one person, room or machine.
#[derive(Clone, Copy, Debug)]
enum Most {
    /// Its days.
    Days,
    /// The nights around these days: one more, for arrivals on the eve and departures on the morrow.
    Nights,
    /// The hours of these days.
    Hours,
}

/// The fields that the period bounds, and in what.
const BOUNDS: &[(&[Kind], &str, Most)] = &[
    (&[Kind::Commute, Kind::Meals, Kind::RemoteWork, Kind::Electricity], "days", Most::Days),
    (&[Kind::Hotel, Kind::Flat], "nights", Most::Nights),
    (&[Kind::Electricity, Kind::Render], "hours", Most::Hours),
];

/// What is implausible or unusual of a value in a field, in a unit if it has one: probably it was meant of all
/// together, or mistyped.
pub(crate) fn implausible(
    kind: Kind,
    field: &str,
    value: Decimal,
    unit: Option<Unit>,
    period: Option<Period>,
    references: &References,
) -> Option<Problem> {
    beyond(kind, field, value, period)
        .or_else(|| references.ranges().judge((kind, field), field, value, unit))
}

/// More than the period holds.
fn beyond(kind: Kind, field: &str, value: Decimal, period: Option<Period>) -> Option<Problem> {
    let (_, _, most) = BOUNDS.iter().find(|(kinds, of, _)| *of == field && kinds.contains(&kind))?;
    let days = period?.days();
    let maximum = match most {
        Most::Days => days,
        Most::Nights => days.saturating_add(1),
        Most::Hours => days.saturating_mul(24),
    };
    (value.abs() > maximum.into()).then(|| Problem::BeyondPeriod {
        field: field.to_string(),
        value: number::text(value.round_dp(2)),
        maximum: maximum.to_string(),
    })
}
