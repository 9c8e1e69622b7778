//! Checks of the calendar: its days, and the people on them.

use alloc::string::ToString;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::activity::travel::commute::split;
use crate::check::header::Header;
use crate::check::shares::shares;
use crate::check::shooting;
use crate::check::shooting::UnitDays;
use crate::check::work::sum;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::diagnostic::location::Segment;
use crate::field::line_check::{LineCheck, LineHead, Vehicles};
use crate::field::list::each;
use crate::field::value;
use crate::field::value::Count;
use crate::format::leaf::Leaf;
use crate::number::date::Period;
use crate::number::decimal::plus;
use crate::number::unit::{Dimension, Unit};
use crate::pricing::aviation::{Aviation, Flights};
use crate::pricing::resolved::Resolved;
use crate::reference::kind::Kind;
use crate::reference::references::References;
use crate::wire::calendar::ShootingUnit;
use crate::wire::line::Phase;
use crate::{number, wire};

/// Checks the calendar; returns the shooting days of its main unit, if it has any.
pub(crate) fn check<'a>(
    input: &'a wire::Production,
    header: &mut Header<'a>,
    findings: &mut Findings,
    references: &References,
) -> Option<Decimal> {
    let mut shooting_days = None;
    let mut shooting = Vec::new();
    each(input.calendar.items(), "calendar", findings, |block, findings| {
        value::place(findings, &block.place, references);
        if let Some(work) = block.work.given() {
            shares(work, header, findings);
        }
        let (days, span) = days(block, header.period, &mut shooting, findings);
        let phase = block.phase.given();
        if phase == Some(&Phase::Shoot) && block.unit.or(ShootingUnit::Main) == Some(ShootingUnit::Main) {
            shooting_days = sum(shooting_days, days, findings);
        }
        each(block.people.items(), "people", findings, |people, findings| {
            if let Some(id) = people.id.given() {
                header.people.add(id, findings);
            }
            self::people(people, days, span, findings, references);
        });
    });
    shooting::fit(shooting, findings);
    shooting_days
}

/// Checks the days of a block: their number, and the period that contains them, if stated.
fn days(
    block: &wire::CalendarDays,
    whole: Option<Period>,
    shooting: &mut Vec<UnitDays>,
    findings: &mut Findings,
) -> (Option<Decimal>, Option<Period>) {
    let unit = block.unit.or(ShootingUnit::Main).filter(|_| block.phase.given() == Some(&Phase::Shoot));
    let at = findings.path().iter().find_map(|segment| match segment {
        Segment::Index(at) => Some(*at),
        Segment::Field(_) => None,
    });
    let unit = unit.map(|unit| (unit, at.filter(|_| unit == ShootingUnit::Additional).unwrap_or_default()));
    if block.dates.is_absent() == block.days.is_absent() || block.dates.given().is_some_and(Vec::is_empty) {
        findings.report(Problem::ChooseOne { fields: "dates, days" });
        return (None, None);
    }
    let mut add = |within: Period, days, findings: &mut Findings| {
        if let Some(whole) = whole.filter(|whole| within.from() < whole.from() || within.to() > whole.to()) {
            let (from, to) = (whole.from().to_string(), whole.to().to_string());
            findings.report(Problem::OutsidePeriod { from, to });
        }
        shooting.extend(unit.map(|unit| {
            let path = findings.path().to_vec();
            UnitDays { unit, within, days, path }
        }));
    };
    let period = value::period(findings, &block.period);
    if block.dates.is_absent() {
        let (field, period) = match block.period.is_absent() {
            true => ("days", whole),
            false => ("period", period),
        };
        let days = value::count(findings, "days", &block.days, Count::Any, false);
        if let (Some(days), Some(period)) = (days, period)
            && not_more(days, period.days().into(), "days", findings).is_some()
        {
            findings.within(field, |findings| add(period, days, findings));
        }
        return (days, period);
    }
    if !block.period.is_absent() {
        findings.report(Problem::UnusedField { field: "period", reason: "dates" });
    }
    let (mut read, mut span) = (Some(Decimal::ZERO), None::<Period>);
    findings.enter(Segment::Field("dates"));
    for (index, date) in block.dates.items().iter().enumerate() {
        findings.enter(Segment::Index(index));
        let date = value::day(findings, date);
        if let Some(day) = date.and_then(|date| Period::new(date, date)) {
            add(day, Decimal::ONE, findings);
            let both = |span: Period| Period::new(span.from().min(day.from()), span.to().max(day.to()));
            span = span.map_or(Some(day), both);
        }
        read = read.zip(date).and_then(|(read, _)| plus(read, Decimal::ONE));
        findings.leave();
    }
    findings.leave();
    (read, span)
}

/// Checks the people of a block of days.
fn people(
    people: &wire::CalendarPeople,
    days: Option<Decimal>,
    span: Option<Period>,
    findings: &mut Findings,
    references: &References,
) {
    let count = |field, leaf, rule, findings: &mut Findings| value::count(findings, field, leaf, rule, false);
    let persons = count("persons", &people.persons, Count::Whole, findings);
    let own = count("days", &people.days, Count::Any, findings);
    if let (Some(own), Some(days)) = (own, days) {
        not_more(own, days, "days", findings);
    }
    let meals = count("meals", &people.meals, Count::Any, findings);
    judge("meals", (Kind::Meals, "per_day"), meals.map(|meals| (meals, None)), findings, references);
    let lodged = count("lodged", &people.lodged, Count::Whole, findings);
    if let (Some(lodged), Some(persons)) = (lodged, persons) {
        not_more(lodged, persons, "lodged", findings);
    }
    let rooms = count("rooms", &people.rooms, Count::Whole, findings);
    let nights = count("nights", &people.nights, Count::Whole, findings);
    for (field, given) in [("rooms", !people.rooms.is_absent()), ("nights", !people.nights.is_absent())] {
        if people.lodged.is_absent() && given {
            findings.report(Problem::NeededWith { field: "lodged", reason: field });
        }
    }
    if let (Some(rooms), Some(lodged)) = (rooms, lodged) {
        not_more(rooms, lodged, "rooms", findings);
    }
    match (nights, span) {
        (Some(nights), _) if lodged == Some(Decimal::ZERO) => {
            not_more(nights, Decimal::ZERO, "nights", findings);
        }
        // One more than the days: they may arrive on the eve, or leave on the morrow.
        (Some(nights), Some(span)) if nights > span.days().saturating_add(1).into() => {
            let (nights, days) = (number::text(nights), span.days());
            findings.report_in("nights", Problem::NightsExceedDays { nights, days });
        }
        _ => {}
    }
    let way = value::amount(findings, "distance", &people.distance, Some(&[Dimension::Distance]), false);
    let way = way.map(|(way, unit)| (way, Some(unit)));
    judge("distance", (Kind::Commute, "distance"), way, findings, references);
    if !people.modes.is_absent() {
        let (unsaid, mut vehicles, mut resolved) = (Leaf::Absent, Vehicles::default(), Resolved::default());
        let (id, factor, corrects) = (&unsaid, &unsaid, &unsaid);
        let flights = Flights { aviation: Aviation::ByPlace, british: false, served: false };
        let head = LineHead { id, factor, is_named: false, corrects, kind: Some(Kind::Commute), flights };
        let (vehicles, resolved) = (&mut vehicles, &mut resolved);
        split(&people.modes, &mut LineCheck::new(head, None, None, findings, references, vehicles, resolved));
    }
}

/// Warns of what would be unusual in a line of a kind, in its field.
fn judge(
    field: &'static str,
    of: (Kind, &str),
    input: Option<(Decimal, Option<Unit>)>,
    findings: &mut Findings,
    references: &References,
) {
    let Some((value, unit)) = input else { return };
    if let Some(problem) = references.ranges().judge(of, field, value, unit) {
        findings.report_in(field, problem);
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
pub(crate) fn agree(calendar: Option<Decimal>, stated: Option<Decimal>, findings: &mut Findings) {
    if let (Some(calendar), Some(stated)) = (calendar, stated)
        && calendar != stated
    {
        let (calendar, stated) = (number::text(calendar), number::text(stated));
        findings.report_in("calendar", Problem::ShootingDaysDiffer { calendar, stated });
    }
}
