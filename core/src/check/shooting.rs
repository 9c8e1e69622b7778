//! Shooting days: a unit has at most as many as its periods have days.

use alloc::collections::BinaryHeap;
use alloc::vec::Vec;
use core::cmp::Reverse;

use rust_decimal::Decimal;

use crate::collection::sorting::sorted;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::diagnostic::location::Segment;
use crate::number::date::{Date, Period};
use crate::number::decimal::{minus, plus};
use crate::wire::calendar::ShootingUnit;

/// Shooting days of a unit, some time between two days.
pub(crate) struct UnitDays {
    /// The unit; of additional ones, which there may be several of, also the block that it stands in.
    pub(crate) unit: (ShootingUnit, usize),
    pub(crate) within: Period,
    pub(crate) days: Decimal,
    /// Their position in the document.
    pub(crate) path: Vec<Segment>,
}

/// Reports shooting days that do not fit beside the others of their unit.
///
/// Each day goes to those, of all that may have begun, whose time ends first. If all of them fit in some order, they
/// fit in this one: so no window of time is left out, however many of them it holds.
pub(crate) fn fit(all: Vec<UnitDays>, findings: &mut Findings) {
    let order = |days: &UnitDays| (days.unit, days.within.from());
    let all = sorted(all, |days, other| order(days).cmp(&order(other)));
    for unit in all.chunk_by(|days, next| days.unit == next.unit) {
        fit_unit(unit, findings);
    }
}

fn fit_unit(unit: &[UnitDays], findings: &mut Findings) {
    let day = |date: Date| Decimal::from(date.ordinal());
    let mut coming = unit.iter().enumerate().peekable();
    // By the end of their time: where they are among the others, and how many of them are left.
    let mut waiting: BinaryHeap<Reverse<(Decimal, usize, Decimal)>> = BinaryHeap::new();
    let (mut now, mut before) = (Decimal::ZERO, None);
    loop {
        if let (true, Some((_, next))) = (waiting.is_empty(), coming.peek()) {
            now = now.max(day(next.within.from()));
        }
        while let Some((at, days)) = coming.next_if(|(_, days)| day(days.within.from()) <= now) {
            let end = plus(day(days.within.to()), Decimal::ONE).unwrap_or(Decimal::MAX);
            waiting.push(Reverse((end, at, days.days)));
        }
        let Some(Reverse((end, at, left))) = waiting.pop() else { return };
        let done = plus(now, left).unwrap_or(Decimal::MAX);
        if done > end {
            // They have waited for those that went before them.
            let first = before.map(|before: &UnitDays| Segment::pointer(&before.path)).unwrap_or_default();
            if let Some(days) = unit.get(at) {
                findings.report_at(&days.path, Problem::DaysCountedTwice { first });
            }
            continue;
        }
        before = unit.get(at);
        match coming.peek().map(|(_, next)| day(next.within.from())).filter(|next| *next < done) {
            Some(next) => {
                waiting.push(Reverse((end, at, minus(done, next).unwrap_or_default())));
                now = next;
            }
            None => now = done,
        }
    }
}
