//! The parts of the work that a line belongs to, and the weights by which it is shared.

use alloc::collections::BTreeSet;
use alloc::string::ToString;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::check::header::Header;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::diagnostic::location::Segment;
use crate::field::list::each;
use crate::field::value::{self, Count};
use crate::production::WorkPart;
use crate::wire;
use crate::wire::line::Share;

/// A part that is this one, contains it or is contained in it. A part directly precedes its own parts.
fn overlapping<'a>(part: usize, others: &BTreeSet<usize>, header: &'a Header<'_>) -> Option<&'a str> {
    let within = |inner: usize, outer: usize| header.parts.get(outer).is_some_and(|outer| inner < outer.end);
    let before = others.range(..=part).next_back().filter(|before| within(part, **before));
    let after = || others.range(part..).next().filter(|after| within(**after, part));
    Some(header.parts.get(*before.or_else(after)?)?.id.as_str())
}

/// Checks the parts of the work that a line belongs to, and the weights by which it is shared.
pub(crate) fn shares(
    work: &wire::WorkShare,
    header: &Header<'_>,
    findings: &mut Findings,
) -> Vec<(usize, Decimal)> {
    findings.within("work", |findings| {
        let (mut parts, mut seen) = (Vec::new(), BTreeSet::new());
        let share = work.share.or(Share::Equal);
        each(work.parts.items(), "parts", findings, |id, findings| match header.part(id) {
            Some(part) => {
                // Weights may give a whole and one of its parts different shares.
                let other = overlapping(part, &seen, header);
                if let Some(other) = other.filter(|other| other == id || share != Some(Share::Weights)) {
                    findings.report(Problem::PartTwice { id: id.to_string(), other: other.into() });
                }
                seen.insert(part);
                parts.push(part);
            }
            None => {
                let problem = Problem::UnknownReference { id: id.to_string() };
                findings.guess(problem, |guesses| {
                    guesses.nearest(id, header.parts.iter().map(|part| part.id.as_str()))
                });
            }
        });
        let given = weights(work, share, findings);
        let extent =
            |part: &usize, pick: fn(&WorkPart) -> Option<Decimal>| header.parts.get(*part).and_then(pick);
        let weights: Option<Vec<Decimal>> = match share {
            Some(Share::Equal) => parts.iter().map(|part| extent(part, |part| Some(part.count))).collect(),
            Some(Share::Minutes) => parts.iter().map(|part| extent(part, |part| part.minutes)).collect(),
            Some(Share::Days) => parts.iter().map(|part| extent(part, |part| part.days)).collect(),
            Some(Share::Weights) => given,
            None => None,
        };
        let positive = |weights: &Vec<Decimal>| weights.iter().any(|weight| *weight > Decimal::ZERO);
        match (share, weights.filter(positive)) {
            (_, Some(weights)) => parts.into_iter().zip(weights).collect(),
            (Some(Share::Minutes), None) => {
                findings
                    .report_in("share", Problem::NeededWith { field: "minutes", reason: "share: minutes" });
                Vec::new()
            }
            (Some(Share::Days), None) => {
                findings.report_in("share", Problem::NeededWith { field: "days", reason: "share: days" });
                Vec::new()
            }
            _ => Vec::new(),
        }
    })
}

/// Checks the weights: one per part, at least one of them positive.
fn weights(work: &wire::WorkShare, share: Option<Share>, findings: &mut Findings) -> Option<Vec<Decimal>> {
    let mut weights = Vec::new();
    findings.enter(Segment::Field("weights"));
    for (index, leaf) in work.weights.items().iter().enumerate() {
        findings.enter(Segment::Index(index));
        weights.push(value::bare(findings, leaf, Count::Any, false));
        findings.leave();
    }
    findings.leave();
    let read: Option<Vec<Decimal>> = weights.iter().copied().collect();
    let positive = weights.iter().any(|weight| weight.is_none_or(|weight| weight > Decimal::ZERO));
    if share == Some(Share::Weights) && (weights.len() != work.parts.items().len() || !positive) {
        let (parts, weights) = (work.parts.items().len() as u64, weights.len() as u64);
        findings.report_in("weights", Problem::WeightsCount { parts, weights });
        return None;
    }
    if share.is_some_and(|share| share != Share::Weights) && !weights.is_empty() {
        findings.report_in("weights", Problem::NeededWith { field: "share: weights", reason: "weights" });
    }
    read
}
