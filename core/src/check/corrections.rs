//! Corrections: lines that take back a part of another one.

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::check::work::Ids;
use crate::collection::name_map::{NameIndex, NameMap};
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::field::list::each;
use crate::field::value::valid_period;
use crate::number::date::Period;
use crate::number::unit::Unit;
use crate::place::Place;
use crate::pricing::demand::{Choice, Demand};
use crate::production::Line;
use crate::reference::references::References;
use crate::text::vocabulary::Term;
use crate::wire;

/// The corrected lines. What a correction does not state is inherited from them.
#[derive(Debug, Default)]
pub(crate) struct Corrected<'a> {
    /// Those that may be corrected, with their positions.
    originals: NameMap<'a, (usize, &'a wire::Line)>,
    /// Those that are corrections themselves.
    corrections: NameIndex<'a>,
}

impl<'a> Corrected<'a> {
    /// The lines of a production that others correct.
    pub(crate) fn of(input: &'a wire::Production) -> Self {
        let mut corrected = Self::default();
        let mut named = NameIndex::default();
        input.lines.values().filter_map(|line| line.corrects.given()).for_each(|id| _ = named.add(id));
        if named.is_empty() {
            return corrected;
        }
        for (at, line) in input.lines.values().enumerate() {
            let Some(id) = line.id.given().filter(|id| named.has(id)) else { continue };
            if line.corrects.is_absent() {
                corrected.originals.enter(id, (at, line));
            } else {
                corrected.corrections.add(id);
            }
        }
        corrected
    }

    fn by(&self, line: &wire::Line) -> Option<(usize, &'a wire::Line)> {
        self.originals.get(line.corrects.given()?.as_str()).copied()
    }

    /// The place of the line that a line corrects.
    pub(crate) fn place(&self, line: &wire::Line, references: &References) -> Option<Place> {
        references.places().find(self.by(line)?.1.place.given()?)
    }

    /// The period of the line that a line corrects.
    pub(crate) fn period(&self, line: &wire::Line) -> Option<Period> {
        valid_period(&self.by(line)?.1.period)
    }

    /// Whether the line that a line corrects names a factor.
    pub(crate) fn names_factor(&self, line: &wire::Line) -> bool {
        self.by(line).is_some_and(|(_, other)| !other.factor.is_absent())
    }

    /// Checks that corrections correct another line, of their own kind; places them where that line is in the
    /// budget and in the work, and prices them by the factor or the contract that it names.
    pub(crate) fn check(
        &self,
        input: &wire::Production,
        lines: &mut [Line],
        ids: &Ids<'_>,
        findings: &mut Findings,
    ) {
        if input.lines.values().all(|line| line.corrects.is_absent()) {
            return;
        }
        let mut at = 0_usize;
        each(input.lines.items(), "lines", findings, |line, findings| {
            let here = at;
            at = at.saturating_add(1);
            let Some(corrected) = line.corrects.given() else { return };
            let own = line.id.given();
            if self.corrections.has(corrected) {
                findings.report_in("corrects", Problem::CorrectedCorrection { id: corrected.to_string() });
                return;
            }
            let Some((original, other)) = self.by(line) else {
                let others = ids.iter().filter(|id| own.is_none_or(|own| own != id));
                findings.within("corrects", |findings| {
                    let problem = Problem::UnknownReference { id: corrected.to_string() };
                    findings.guess(problem, |guesses| guesses.nearest(corrected, others));
                });
                return;
            };
            let kind = |line: &wire::Line| Some(line.what.given()?.kind().row());
            if let (Some(kind), Some(expected)) = (kind(line), kind(other))
                && kind != expected
            {
                let id = corrected.to_string();
                findings.report_in("corrects", Problem::CorrectionKind { id, kind, expected });
            }
            complete(line, here, original, lines);
        });
    }
}

/// Completes a valid correction from its original where it states nothing itself.
fn complete(input: &wire::Line, correction: usize, original: usize, lines: &mut [Line]) {
    let Some(other) = lines.get(original) else { return };
    let (shares, budget_line) = (other.shares.clone(), other.budget_line);
    // Only demands that stand against one another are alike, so a long line is not gone through for each correction.
    let alike = lines.get(correction).is_some_and(|valid| valid.demands.len() == other.demands.len());
    let demands = other.demands.iter().take(if alike { usize::MAX } else { 1 });
    let choices = demands.map(|demand| (demand.key, demand.choice.clone(), demand.unit, demand.contract));
    let choices: Vec<_> = choices.collect();
    let Some(valid) = lines.get_mut(correction) else { return };
    valid.corrects = Some(original);
    valid.budget_line = budget_line;
    if input.work.is_absent() {
        valid.shares = shares;
    }
    let serve = |demand: &mut Demand, choice: &Choice, unit: Unit| {
        let named = matches!((&demand.choice, choice), (Choice::Key(..), Choice::Named(..)));
        if named && demand.unit.ratio_to(unit).is_some() {
            demand.choice = choice.clone();
        }
    };
    if !alike {
        // A journey may have other legs than the one that it corrects.
        let Some((key, choice, unit, _)) = choices.first() else { return };
        let demands = valid.demands.iter_mut().filter(|demand| demand.key == *key);
        demands.for_each(|demand| serve(demand, choice, *unit));
        return;
    }
    for (demand, (_, choice, unit, contract)) in valid.demands.iter_mut().zip(choices) {
        serve(demand, &choice, unit);
        if input.contract.is_absent() && demand.is_electricity() {
            demand.contract = contract;
        }
    }
}
