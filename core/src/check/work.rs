//! Checks of the work and its parts.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::values::{self, Count};
use crate::diagnostic::{Findings, Problem, Segment};
use crate::production::WorkPart;
use crate::wire::{self, Leaf, List};

/// The parts of the work at any depth.
#[derive(Debug, Default)]
pub(super) struct Parts<'a> {
    pub(super) parts: Vec<WorkPart>,
    ids: Ids<'a>,
}

/// Minutes and shooting days.
type Extent = (Option<Decimal>, Option<Decimal>);

/// Checks the work; what comes back beside the parts is the extent of it all.
pub(super) fn check<'a>(work: &'a List<wire::WorkPart>, findings: &mut Findings) -> (Parts<'a>, Extent) {
    let mut parts = Parts::default();
    let extent = findings.within("work", |findings| parts.add(work, findings));
    (parts, extent)
}

impl<'a> Parts<'a> {
    /// Adds parts and theirs; their minutes and days sum up.
    fn add(&mut self, parts: &'a List<wire::WorkPart>, findings: &mut Findings) -> Extent {
        let (mut minutes, mut days) = (None, None);
        for (index, part) in parts.items().iter().enumerate() {
            let Leaf::Given(part) = part else { continue };
            findings.enter(Segment::Index(index));
            let own = self.add_one(part, findings);
            findings.leave();
            minutes = sum(minutes, own.0, findings);
            days = sum(days, own.1, findings);
        }
        (minutes, days)
    }

    fn add_one(&mut self, part: &'a wire::WorkPart, findings: &mut Findings) -> Extent {
        if let Some(id) = part.id.given() {
            self.ids.add(id, findings);
        }
        let minutes = values::count(findings, "minutes", &part.minutes, Count::Any, false);
        let days = values::count(findings, "days", &part.days, Count::Any, false);
        let at = self.parts.len();
        let (id, title) = (part.id.given().cloned().unwrap_or_default(), part.title.given().cloned());
        self.parts.push(WorkPart { id, title, minutes, days });
        let of_parts = findings.within("parts", |findings| self.add(&part.parts, findings));
        // Minutes of parts are those of the whole; days of parts too, unless the whole has its own.
        let extent = (of_parts.0.or(minutes), days.or(of_parts.1));
        if let Some(part) = self.parts.get_mut(at) {
            (part.minutes, part.days) = extent;
        }
        extent
    }
}

/// Identifiers of one sort of thing, and where each stands first.
#[derive(Debug, Default)]
pub(super) struct Ids<'a>(BTreeMap<&'a str, Vec<Segment>>);

impl<'a> Ids<'a> {
    /// Adds the identifier of what the walk is in, or reports that another one has it.
    pub(super) fn add(&mut self, id: &'a str, findings: &mut Findings) {
        findings.within("id", |findings| match self.0.get(id) {
            Some(first) => {
                let first = Segment::pointer(first);
                findings.report(Problem::DuplicateId { id: id.into(), first });
            }
            None if id.is_empty() => findings.report(Problem::EmptyText {}),
            None => {
                self.0.insert(id, findings.path().to_vec());
            }
        });
    }

    /// Whether something has the identifier.
    pub(super) fn has(&self, id: &str) -> bool {
        self.0.contains_key(id)
    }

    /// The identifiers.
    pub(super) fn iter(&self) -> impl Iterator<Item = &'a str> {
        self.0.keys().copied()
    }
}

/// The sum of what is there.
pub(super) fn sum(a: Option<Decimal>, b: Option<Decimal>, findings: &mut Findings) -> Option<Decimal> {
    match (a, b) {
        (Some(a), Some(b)) => {
            let sum = a.checked_add(b);
            if sum.is_none() {
                findings.report(Problem::Overflow {});
            }
            sum
        }
        (a, b) => a.or(b),
    }
}
