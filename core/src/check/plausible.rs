//! What is plausible of each kind: the most that its fields can say.

use alloc::string::{String, ToString};

use rust_decimal::Decimal;

use crate::activity::Kind;
use crate::calendar::Period;
use crate::diagnostic::Problem;
use crate::number;
use crate::unit::Unit;

/// The most that a field can say.
#[derive(Clone, Copy, Debug)]
enum Most {
    /// So many kilometres.
    Kilometres(u32),
    /// Such a number.
    Number(u32),
    /// The days of the line.
    Days,
    /// The nights around these days: one more, since who comes for them may sleep before the first and after the last.
    Nights,
    /// The hours of these days.
    Hours,
}

/// The bounds: of these kinds this field, which is of one way, one vehicle, one person, room or machine.
const BOUNDS: &[(&[Kind], &str, Most)] = &[
    // Half the equator of WGS 84, 2π × 6,378.137 km = 40,075.017 km: no two places are further apart.
    (&[Kind::Plane, Kind::Train, Kind::Transit, Kind::Commute], "distance", Most::Kilometres(20_037)),
    // "Designed to seat no more than nine persons (including the driver)": Eurostat, glossary, passenger car.
    (&[Kind::Car, Kind::Commute], "occupants", Most::Number(9)),
    (&[Kind::RemoteWork], "hours", Most::Number(24)),
    (&[Kind::Commute, Kind::Meals, Kind::RemoteWork, Kind::Electricity], "days", Most::Days),
    (&[Kind::Hotel, Kind::Flat], "nights", Most::Nights),
    (&[Kind::Electricity, Kind::Render], "hours", Most::Hours),
];

/// What is implausible of a value in a field, in a unit if it has one: probably it was meant of all together, or
/// typed with a slip.
pub(super) fn implausible(
    kind: Kind,
    field: &str,
    value: Decimal,
    unit: Option<Unit>,
    period: Option<Period>,
) -> Option<Problem> {
    let (_, _, most) = BOUNDS.iter().find(|(kinds, of, _)| *of == field && kinds.contains(&kind))?;
    let days = || period.map(Period::days);
    let (value, maximum) = match most {
        Most::Kilometres(most) => (unit?.converted(value, Unit::parse("km")?)?, *most),
        Most::Number(most) => (value, *most),
        Most::Days => (value, days()?),
        Most::Nights => (value, days()?.saturating_add(1)),
        Most::Hours => (value, days()?.saturating_mul(24)),
    };
    if value <= maximum.into() {
        return None;
    }
    let (value, maximum) = (number::text(value.round_dp(2)), maximum.to_string());
    Some(match most {
        Most::Days | Most::Nights | Most::Hours => Problem::BeyondPeriod { value, maximum },
        Most::Kilometres(_) => Problem::Implausible { value, maximum, unit: "km".to_string() },
        Most::Number(_) => Problem::Implausible { value, maximum, unit: String::new() },
    })
}
