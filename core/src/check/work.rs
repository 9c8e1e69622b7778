//! Checks of the work and its parts.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::collection::name_map::NameIndex;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::diagnostic::location::Segment;
use crate::field::value;
use crate::field::value::Count;
use crate::format::leaf::{Leaf, List};
use crate::number::decimal::minus;
use crate::production::WorkPart;
use crate::{number, wire};

/// The parts of the work at any depth.
#[derive(Debug, Default)]
pub(crate) struct Parts<'a> {
    pub(crate) parts: Vec<WorkPart>,
    ids: Ids<'a>,
}

/// Minutes and shooting days.
type Extent = (Option<Decimal>, Option<Decimal>);

/// Checks the work; what comes back beside the parts is the extent of it all.
pub(crate) fn check<'a>(work: &'a List<wire::WorkPart>, findings: &mut Findings) -> (Parts<'a>, Extent) {
    let mut parts = Parts::default();
    let extent = findings.within("work", |findings| {
        let (extent, whole) = parts.add(work, findings);
        incomplete(extent, whole, findings);
        extent
    });
    (parts, extent)
}

/// Warns of minutes of some parts only.
fn incomplete(extent: Extent, whole: bool, findings: &mut Findings) {
    if let (Some(minutes), false) = (extent.0, whole) {
        findings.report(Problem::MinutesIncomplete { minutes: number::text(minutes) });
    }
}

impl<'a> Parts<'a> {
    /// Adds parts and theirs; their minutes and days sum up. Says, too, whether all of them have minutes.
    fn add(&mut self, parts: &'a List<wire::WorkPart>, findings: &mut Findings) -> (Extent, bool) {
        let (mut minutes, mut days, mut whole) = (None, None, true);
        for (index, part) in parts.items().iter().enumerate() {
            let Leaf::Given(part) = part else { continue };
            findings.enter(Segment::Index(index));
            let own = self.add_one(part, findings);
            findings.leave();
            whole &= own.0.is_some();
            minutes = sum(minutes, own.0, findings);
            days = sum(days, own.1, findings);
        }
        ((minutes, days), whole)
    }

    fn add_one(&mut self, part: &'a wire::WorkPart, findings: &mut Findings) -> Extent {
        if let Some(id) = part.id.given() {
            self.ids.add(id, findings);
        }
        let minutes = value::count(findings, "minutes", &part.minutes, Count::Any, false);
        let days = value::count(findings, "days", &part.days, Count::Any, false);
        let count = number(part, findings);
        let at = self.parts.len();
        let (id, title) = (part.id.given().cloned().unwrap_or_default(), part.title.given().cloned());
        self.parts.push(WorkPart { id, end: at, title, minutes, days, count });
        let (of_parts, whole) = findings.within("parts", |findings| {
            let (of_parts, whole) = self.add(&part.parts, findings);
            if minutes.is_none() {
                incomplete(of_parts, whole, findings);
            }
            (of_parts, whole)
        });
        // Days of parts are those of the whole, unless it has its own.
        let one = (minutes_of(minutes, of_parts.0, whole, findings), days.or(of_parts.1));
        let extent = self.all(part, one, count, findings);
        let end = self.parts.len();
        if let Some(part) = self.parts.get_mut(at) {
            (part.minutes, part.days, part.end) = (extent.0, extent.1, end);
        }
        extent
    }

    /// The extent of a part and everything that it stands for, exceptions included.
    fn all(
        &mut self,
        part: &'a wire::WorkPart,
        one: Extent,
        count: Decimal,
        findings: &mut Findings,
    ) -> Extent {
        if part.count.is_absent() && part.exceptions.is_absent() {
            return one;
        }
        if part.count.is_absent() {
            findings.report(Problem::NeededWith { field: "count", reason: "exceptions" });
        }
        let (mut minutes, mut days, mut alike) = (None, None, count);
        findings.enter(Segment::Field("exceptions"));
        for (index, exception) in part.exceptions.items().iter().enumerate() {
            let Leaf::Given(exception) = exception else { continue };
            findings.enter(Segment::Index(index));
            let at = self.parts.len();
            let own = self.add_one(exception, findings);
            let number = self.parts.get(at).map_or(Decimal::ONE, |exception| exception.count);
            findings.leave();
            let extent = (
                own.0.or_else(|| times(one.0, number, findings)),
                own.1.or_else(|| times(one.1, number, findings)),
            );
            if let Some(exception) = self.parts.get_mut(at) {
                (exception.minutes, exception.days) = extent;
            }
            minutes = sum(minutes, extent.0, findings);
            days = sum(days, extent.1, findings);
            alike = minus(alike, number).unwrap_or_default();
        }
        if alike < Decimal::ZERO && !part.count.is_absent() {
            findings.report(Problem::TooManyExceptions { count: number::text(count) });
        }
        findings.leave();
        let others = (times(one.0, alike, findings), times(one.1, alike, findings));
        (sum(others.0, minutes, findings), sum(others.1, days, findings))
    }
}

/// The minutes of a part: those of its parts, if all of them have some, else its own.
fn minutes_of(
    stated: Option<Decimal>,
    of_parts: Option<Decimal>,
    whole: bool,
    findings: &mut Findings,
) -> Option<Decimal> {
    let (Some(stated), Some(sum)) = (stated, of_parts) else { return of_parts.or(stated) };
    let texts = (number::text(sum), number::text(stated));
    if whole && sum != stated {
        findings.report_in("minutes", Problem::MinutesDiffer { sum: texts.0, minutes: texts.1 });
    } else if sum > stated {
        findings.report_in("minutes", Problem::MoreThanWhole { value: texts.0, whole: texts.1 });
    }
    Some(if whole { sum } else { stated })
}

/// The count of a part: at least one.
fn number(part: &wire::WorkPart, findings: &mut Findings) -> Decimal {
    let count = value::count(findings, "count", &part.count, Count::Whole, false).unwrap_or(Decimal::ONE);
    if count < Decimal::ONE {
        findings.report_in("count", Problem::BelowOne { value: number::text(count) });
    }
    count
}

/// The exact product, or a report of an overflow.
fn times(extent: Option<Decimal>, number: Decimal, findings: &mut Findings) -> Option<Decimal> {
    let (extent, number) = (extent?.normalize(), number.normalize());
    let mantissa = extent.mantissa().checked_mul(number.mantissa());
    let scale = extent.scale().checked_add(number.scale());
    let product = mantissa
        .zip(scale)
        .and_then(|(mantissa, scale)| Decimal::try_from_i128_with_scale(mantissa, scale).ok());
    if product.is_none() {
        findings.report(Problem::Overflow {});
    }
    product
}

/// Identifiers in one namespace, with the position of the first use.
#[derive(Debug, Default)]
pub(crate) struct Ids<'a> {
    ids: NameIndex<'a>,
    /// The ways to them, one after the other, and where each ends.
    ways: Vec<Segment>,
    ends: Vec<usize>,
}

impl<'a> Ids<'a> {
    /// Adds the identifier of the current element, or reports a duplicate.
    pub(crate) fn add(&mut self, id: &'a str, findings: &mut Findings) {
        findings.within("id", |findings| {
            if id.is_empty() {
                findings.report(Problem::EmptyText {});
            } else if let Some(first) = self.ids.enter(id, self.ends.len()) {
                let first = Segment::pointer(self.way(first));
                findings.report(Problem::DuplicateId { id: id.into(), first });
            } else {
                self.ways.extend_from_slice(findings.path());
                self.ends.push(self.ways.len());
            }
        });
    }

    fn way(&self, at: usize) -> &[Segment] {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.ends.get(at).and_then(|end| self.ways.get(start..*end)).unwrap_or_default()
    }

    /// Whether something has the identifier.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.ids.has(id)
    }

    /// The identifiers.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.ids.names()
    }
}

/// The exact sum, or a report of an overflow.
pub(crate) fn sum(a: Option<Decimal>, b: Option<Decimal>, findings: &mut Findings) -> Option<Decimal> {
    match (a, b) {
        (Some(a), Some(b)) => {
            let sum = number::sum(a, b);
            if sum.is_none() {
                findings.report(Problem::Overflow {});
            }
            sum
        }
        (a, b) => a.or(b),
    }
}
