//! Checks of the calendar: its days, and the people on them.

use alloc::string::ToString;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::header::{Header, each};
use super::line::{LineCheck, Vehicles};
use super::lines::shares;
use super::values::{self, Count};
use super::work::sum;
use crate::activity::split;
use crate::calendar::{Date, Period};
use crate::diagnostic::{Findings, Problem, Segment};
use crate::number;
use crate::references::References;
use crate::unit::Dimension;
use crate::wire::{self, Phase, ShootingUnit};

/// Checks the calendar. What comes back are its shooting days, if it has any.
pub(super) fn check<'a>(
    typed: &'a wire::Production,
    header: &mut Header<'a>,
    findings: &mut Findings,
    references: &References,
) -> Option<Decimal> {
    let mut shooting_days = None;
    let mut spans = Vec::new();
    each(typed.calendar.items(), "calendar", findings, |block, findings| {
        values::place(findings, &block.place, references);
        if let Some(work) = block.work.given() {
            shares(work, header, findings);
        }
        let days = days(block, header.period, &mut spans, findings);
        if block.phase.given() == Some(&Phase::Shoot) {
            shooting_days = sum(shooting_days, days, findings);
        }
        each(block.people.items(), "people", findings, |people, findings| {
            if let Some(id) = people.id.given() {
                header.people.add(id, findings);
            }
            self::people(people, days, findings, references);
        });
    });
    twice(spans, findings);
    shooting_days
}

/// Days of a unit between two days, and where they stand.
struct Span {
    unit: (Phase, ShootingUnit, usize),
    period: Period,
    days: Decimal,
    path: Vec<Segment>,
}

/// Checks how many days a block has, and when.
fn days(
    block: &wire::CalendarDays,
    whole: Option<Period>,
    spans: &mut Vec<Span>,
    findings: &mut Findings,
) -> Option<Decimal> {
    let unit = block.phase.given().copied().zip(block.unit.or(ShootingUnit::Main));
    // There may be several additional units; days of the others are days of one and the same.
    let at = findings.path().iter().find_map(|segment| match segment {
        Segment::Index(at) => Some(*at),
        Segment::Field(_) => None,
    });
    let unit = unit.map(|(phase, unit)| {
        (phase, unit, if unit == ShootingUnit::Additional { at.unwrap_or_default() } else { 0 })
    });
    if block.dates.is_absent() == block.days.is_absent() {
        findings.report(Problem::ChooseOne { fields: "dates, days" });
        return None;
    }
    let mut span = |period: Period, days, findings: &mut Findings| {
        if let Some(whole) = whole.filter(|whole| period.from() < whole.from() || period.to() > whole.to()) {
            let (from, to) = (whole.from().to_string(), whole.to().to_string());
            findings.report(Problem::OutsidePeriod { from, to });
        }
        spans.extend(unit.map(|unit| Span { unit, period, days, path: findings.path().to_vec() }));
    };
    let period = values::period(findings, &block.period);
    if block.dates.is_absent() {
        let days = values::count(findings, "days", &block.days, Count::Any, false)?;
        if let Some(period) = period {
            not_more(days, period.days().into(), "days", findings)?;
            findings.within("period", |findings| span(period, days, findings));
        }
        return Some(days);
    }
    if !block.period.is_absent() {
        findings.report(Problem::UnusedField { field: "period", reason: "dates" });
    }
    let mut read = Some(Decimal::ZERO);
    findings.enter(Segment::Field("dates"));
    for (index, date) in block.dates.items().iter().enumerate() {
        findings.enter(Segment::Index(index));
        let period = values::day(findings, date).and_then(|date| Period::new(date, date));
        match period {
            Some(period) => {
                span(period, Decimal::ONE, findings);
                read = read.and_then(|read| read.checked_add(Decimal::ONE));
            }
            None => read = None,
        }
        findings.leave();
    }
    findings.leave();
    read
}

/// Reports days of a unit that cannot be others than those before: both do not fit in the time of both.
fn twice(mut spans: Vec<Span>, findings: &mut Findings) {
    let order = |span: &Span| -> ((Phase, ShootingUnit, usize), Date, Date) {
        (span.unit, span.period.from(), span.period.to())
    };
    spans.sort_by_key(order);
    for (before, after) in spans.iter().zip(spans.iter().skip(1)) {
        let both = Period::new(before.period.from(), before.period.to().max(after.period.to()));
        let apart = after.period.from() > before.period.to();
        let days = before.days.checked_add(after.days);
        if before.unit != after.unit
            || apart
            || both.zip(days).is_none_or(|(both, days)| days <= both.days().into())
        {
            continue;
        }
        let first = Segment::pointer(&before.path);
        findings.report_at(&after.path, Problem::DaysCountedTwice { first });
    }
}

/// Checks people on so many days.
fn people(
    people: &wire::CalendarPeople,
    days: Option<Decimal>,
    findings: &mut Findings,
    references: &References,
) {
    let count =
        |field, leaf, rule, findings: &mut Findings| values::count(findings, field, leaf, rule, false);
    let persons = count("persons", &people.persons, Count::Whole, findings);
    let own = count("days", &people.days, Count::Any, findings);
    if let (Some(own), Some(days)) = (own, days) {
        not_more(own, days, "days", findings);
    }
    count("meals", &people.meals, Count::Any, findings);
    let lodged = count("lodged", &people.lodged, Count::Whole, findings);
    if let (Some(lodged), Some(persons)) = (lodged, persons) {
        not_more(lodged, persons, "lodged", findings);
    }
    for (field, leaf) in [("rooms", &people.rooms), ("nights", &people.nights)] {
        count(field, leaf, Count::Whole, findings);
        if people.lodged.is_absent() && !leaf.is_absent() {
            findings.report(Problem::NeededWith { field: "lodged", reason: field });
        }
    }
    values::amount(findings, "distance", &people.distance, Some(&[Dimension::Distance]), false);
    if !people.modes.is_absent() {
        let (line, mut vehicles) = (wire::Line::default(), Vehicles::default());
        split(&people.modes, &mut LineCheck::new(&line, None, None, findings, references, &mut vehicles));
    }
}

/// Checks that a part is not more than the whole.
fn not_more(value: Decimal, whole: Decimal, field: &'static str, findings: &mut Findings) -> Option<()> {
    if value > whole {
        let (value, whole) = (number::text(value), number::text(whole));
        findings.report_in(field, Problem::MoreThanWhole { value, whole });
        return None;
    }
    Some(())
}

/// Checks that the calendar counts as many shooting days as the production states.
pub(super) fn agree(calendar: Option<Decimal>, stated: Option<Decimal>, findings: &mut Findings) {
    if let (Some(calendar), Some(stated)) = (calendar, stated)
        && calendar != stated
    {
        let (calendar, stated) = (number::text(calendar), number::text(stated));
        findings.report_in("calendar", Problem::ShootingDaysDiffer { calendar, stated });
    }
}
