//! Checks of the work and its parts.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::values::{self, Count};
use crate::diagnostic::{Findings, Problem, Segment};
use crate::production::WorkPart;
use crate::wire::{self, Leaf, List};

/// The parts of the work at any depth, and where each identifier stands.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) parts: Vec<WorkPart>,
    places: BTreeMap<String, String>,
}

/// Minutes and shooting days.
type Extent = (Option<Decimal>, Option<Decimal>);

/// Checks the work; what comes back beside the parts is the extent of it all.
pub(super) fn check(work: &List<wire::WorkPart>, findings: &mut Findings) -> (Parts, Extent) {
    let mut parts = Parts::default();
    let extent = findings.within("work", |findings| parts.add(work, findings));
    (parts, extent)
}

impl Parts {
    /// Adds parts and theirs; their minutes and days sum up.
    fn add(&mut self, parts: &List<wire::WorkPart>, findings: &mut Findings) -> Extent {
        let (mut minutes, mut days) = (None, None);
        for (index, part) in parts.iter().enumerate() {
            let Leaf::Given(part) = part else { continue };
            findings.enter(Segment::Index(index));
            let own = self.add_one(part, findings);
            findings.leave();
            minutes = sum(minutes, own.0, findings);
            days = sum(days, own.1, findings);
        }
        (minutes, days)
    }

    fn add_one(&mut self, part: &wire::WorkPart, findings: &mut Findings) -> Extent {
        if let Some(id) = part.id.given() {
            unique(id, &mut self.places, findings);
        }
        let minutes = values::count(findings, "minutes", &part.minutes, Count::Any);
        let days = values::count(findings, "days", &part.days, Count::Any);
        let at = self.parts.len();
        self.parts.push(WorkPart { id: part.id.given().cloned().unwrap_or_default(), minutes, days });
        let of_parts = findings.within("parts", |findings| self.add(&part.parts, findings));
        // Minutes of parts are those of the whole; days of parts too, unless the whole has its own.
        let extent = (of_parts.0.or(minutes), days.or(of_parts.1));
        if let Some(part) = self.parts.get_mut(at) {
            (part.minutes, part.days) = extent;
        }
        extent
    }
}

/// Reports an identifier that an earlier one is.
pub(super) fn unique(id: &str, places: &mut BTreeMap<String, String>, findings: &mut Findings) {
    findings.within("id", |findings| match places.get(id) {
        Some(first) => findings.report(Problem::DuplicateId { id: id.into(), first: first.clone() }),
        None if id.is_empty() => findings.report(Problem::EmptyText {}),
        None => {
            places.insert(id.into(), findings.pointer());
        }
    });
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
