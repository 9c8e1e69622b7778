//! The units that a work consists of: episodes, editions or spots.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::collection::sorting::counted;
use crate::format::leaf::List;
use crate::number;
use crate::number::Number;
use crate::number::decimal::{minus, times};
use crate::wire;
use crate::wire::work::WorkKind;

/// The episodes, editions or spots that a work consists of, and how many there are; `None` if there are none, or films,
/// programmes or another of the three beside them, since it is unknown what these share.
pub(crate) fn units(work: &List<wire::WorkPart>) -> Option<(WorkKind, Decimal)> {
    let mut found = Vec::new();
    kinds(work, &mut found);
    let [(kind, _)] = *counted(found, Ord::cmp).as_slice() else { return None };
    if !matches!(kind, WorkKind::Episode | WorkKind::Edition | WorkKind::Spot) {
        return None;
    }
    Some((kind, all(work)?)).filter(|(_, number)| *number > Decimal::ZERO)
}

/// Whether a part is a work of its own, and no group or version of some.
fn unit(part: &wire::WorkPart) -> Option<WorkKind> {
    let grouping = |kind: &WorkKind| matches!(kind, WorkKind::Season | WorkKind::Block | WorkKind::CutDown);
    part.kind.given().copied().filter(|kind| !grouping(kind))
}

/// The kinds of the units of parts and of their exceptions.
fn kinds(parts: &List<wire::WorkPart>, found: &mut Vec<WorkKind>) {
    for part in parts.values() {
        match unit(part) {
            Some(kind) => found.push(kind),
            None => [&part.parts, &part.exceptions].into_iter().for_each(|parts| kinds(parts, found)),
        }
    }
}

/// The number of units of parts.
fn all(parts: &List<wire::WorkPart>) -> Option<Decimal> {
    parts.values().try_fold(Decimal::ZERO, |sum, part| number::sum(sum, of(part)?))
}

/// The number of units of everything that a part stands for, exceptions included.
fn of(part: &wire::WorkPart) -> Option<Decimal> {
    let count = count(part);
    if unit(part).is_some() {
        return Some(count);
    }
    let one = all(&part.parts)?;
    let (mut alike, mut units) = (count, Decimal::ZERO);
    for exception in part.exceptions.values() {
        let number = self::count(exception);
        alike = minus(alike, number)?;
        // What an exception does not say is as with the others.
        let own = if exception.parts.is_absent() { times(one, number)? } else { of(exception)? };
        units = number::sum(units, own)?;
    }
    number::sum(units, times(one, alike)?)
}

fn count(part: &wire::WorkPart) -> Decimal {
    match part.count.given() {
        Some(Number::Exact(count)) => *count,
        _ => Decimal::ONE,
    }
}
