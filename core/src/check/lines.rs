//! Checks of all lines of a production, and of what they say together.

use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use super::header::{Header, each};
use super::line::{LineCheck, Vehicles};
use super::values::{self, Count};
use super::work::Ids;
use crate::calendar::Period;
use crate::diagnostic::{Findings, Problem, Segment, nearest};
use crate::production::Line;
use crate::references::References;
use crate::wire::{self, Leaf, PerimeterState, Section, Share};
use crate::words::Word;

/// Checks the lines.
pub(super) fn check(
    typed: &wire::Production,
    header: &Header<'_>,
    findings: &mut Findings,
    references: &References,
) -> Vec<Line> {
    if typed.lines.given().is_some_and(Vec::is_empty) {
        findings.report_in("lines", Problem::NoLines {});
    }
    if typed.lines.items().is_empty() {
        return Vec::new();
    }
    let mut together = Together { ids: Ids::default(), vehicles: Vehicles::default() };
    let mut lines = Vec::with_capacity(typed.lines.items().len());
    findings.enter(Segment::Field("lines"));
    for (index, leaf) in typed.lines.items().iter().enumerate() {
        if let Leaf::Given(line) = leaf {
            findings.enter(Segment::Index(index));
            lines.push(one(line, header, &mut together, findings, references));
            findings.leave();
        }
    }
    findings.leave();
    let correcting = typed.lines.values().filter(|line| !line.corrects.is_absent());
    let mut corrections = BTreeSet::new();
    corrections.extend(correcting.filter_map(|line| line.id.given()).map(String::as_str));
    each(typed.lines.items(), "lines", findings, |line, findings| {
        correction(line, &together.ids, &corrections, findings);
    });
    perimeter(typed, findings);
    defaults(typed, header, findings);
    lines
}

/// Checks that a line corrects another one.
fn correction(line: &wire::Line, ids: &Ids<'_>, corrections: &BTreeSet<&str>, findings: &mut Findings) {
    let Some(corrected) = line.corrects.given() else { return };
    let own = line.id.given();
    if corrections.contains(corrected.as_str()) {
        findings.report_in("corrects", Problem::CorrectedCorrection { id: corrected.clone() });
        return;
    }
    if own == Some(corrected) || !ids.has(corrected) {
        let others = ids.iter().filter(|id| own.is_none_or(|own| own != id));
        findings.within("corrects", |findings| {
            let problem = Problem::UnknownReference { id: corrected.clone() };
            findings.suggest(problem, || nearest(corrected, others));
        });
    }
}

/// What the lines say together.
struct Together<'a> {
    ids: Ids<'a>,
    vehicles: Vehicles,
}

/// Checks one line, in the order of its fields.
fn one<'a>(
    line: &'a wire::Line,
    header: &Header<'_>,
    together: &mut Together<'a>,
    findings: &mut Findings,
    references: &References,
) -> Line {
    if let Some(id) = line.id.given() {
        together.ids.add(id, findings);
    }
    let place = values::place(findings, &line.place, references).or(header.place);
    let period = values::period(findings, &line.period).or(header.period);
    let year = period.map(Period::year);
    let shares = line.work.given().map(|work| shares(work, header, findings)).unwrap_or_default();
    let check = LineCheck::new(line, place, year, findings, references, &mut together.vehicles);
    let demands = check.demands();
    quality(line, findings);
    each(line.documents.items(), "documents", findings, |id, findings| {
        if !header.documents.has(id) {
            let problem = Problem::UnknownReference { id: id.clone() };
            findings.suggest(problem, || nearest(id, header.documents.iter()));
        }
    });
    Line { demands, shares }
}

/// Checks for which parts of the work a line is, and by what it is shared among them.
fn shares(work: &wire::WorkShare, header: &Header<'_>, findings: &mut Findings) -> Vec<(usize, Decimal)> {
    findings.within("work", |findings| {
        let mut parts = Vec::new();
        each(work.parts.items(), "parts", findings, |id, findings| match header.part(id) {
            Some(part) => parts.push(part),
            None => {
                let problem = Problem::UnknownReference { id: id.clone() };
                findings.suggest(problem, || nearest(id, header.parts.iter().map(|part| part.id.as_str())));
            }
        });
        let share = work.share.or(Share::Equal);
        let given = weights(work, share, findings);
        let extent = |part: &usize, pick: fn(&crate::production::WorkPart) -> Option<Decimal>| {
            header.parts.get(*part).and_then(pick)
        };
        let weights: Option<Vec<Decimal>> = match share {
            Some(Share::Equal) => Some(alloc::vec![Decimal::ONE; parts.len()]),
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

/// Checks the given weights: as many as parts, one of them positive.
fn weights(work: &wire::WorkShare, share: Option<Share>, findings: &mut Findings) -> Option<Vec<Decimal>> {
    let mut weights = Vec::new();
    findings.enter(Segment::Field("weights"));
    for (index, leaf) in work.weights.items().iter().enumerate() {
        findings.enter(Segment::Index(index));
        weights.push(values::bare(findings, leaf, Count::Any, false));
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

/// Checks the grades of a datum.
fn quality(line: &wire::Line, findings: &mut Findings) {
    let Some(quality) = line.quality.given() else { return };
    findings.within("quality", |findings| {
        for (field, leaf) in [
            ("technical", &quality.technical),
            ("geographic", &quality.geographic),
            ("temporal", &quality.temporal),
            ("completeness", &quality.completeness),
            ("reliability", &quality.reliability),
        ] {
            if let Some(grade) = values::count(findings, field, leaf, Count::Any, true)
                && !(1..=5_u32).any(|known| Decimal::from(known) == grade)
            {
                findings.report_in(field, Problem::InvalidGrade { value: grade.normalize().to_string() });
            }
        }
    });
}

/// Warns of sections about which nothing is said, and of those that are said to be empty but are not.
fn perimeter(typed: &wire::Production, findings: &mut Findings) {
    let sections = || typed.lines.values().filter_map(|line| line.section.given());
    let stated: Vec<_> = typed.perimeter.values().collect();
    if sections().next().is_none() && stated.is_empty() {
        return;
    }
    for section in Section::ALL {
        let statement = stated.iter().find(|statement| statement.section.given() == Some(section));
        let empty = statement.is_some_and(|statement| {
            matches!(
                statement.state.given(),
                Some(PerimeterState::NotApplicable | PerimeterState::CheckedZero)
            )
        });
        let problem = match (sections().any(|filled| filled == section), statement) {
            (false, None) => Problem::SectionEmpty { section: *section },
            (true, Some(_)) if empty => Problem::PerimeterContradiction { section: *section },
            _ => continue,
        };
        findings.report(problem);
    }
}

/// Warns where neither lines nor the production say where or when.
fn defaults(typed: &wire::Production, header: &Header<'_>, findings: &mut Findings) {
    let lines = || typed.lines.values();
    if header.place.is_none() && typed.place.is_absent() && lines().any(|line| line.place.is_absent()) {
        findings.report(Problem::NoPlace {});
    }
    if header.period.is_none() && typed.period.is_absent() && lines().any(|line| line.period.is_absent()) {
        findings.report(Problem::NoPeriod {});
    }
}
