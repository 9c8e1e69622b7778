//! Checks what corrections take back against what was counted.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::collection::name_map::NameMap;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::location::Segment;
use crate::factor::row::Factor;
use crate::factor::split::Account;
use crate::ledger::compute::Computation;
use crate::number::mass::Mass;
use crate::pricing::demand::Choice;
use crate::production::{Line, Production};

impl Computation<'_> {
    /// The counted mass of a line.
    fn mass(&self, line: u32) -> Mass {
        let from = self.entries.partition_point(|entry| entry.line < line);
        let of_line = self.entries.iter().skip(from).take_while(|entry| entry.line == line);
        let counted = of_line.filter(|entry| entry.account == Account::Counted);
        Mass::sum(counted.map(|entry| entry.mass)).unwrap_or_default()
    }

    /// Why the line that a correction corrects is left out, if it is.
    pub(crate) fn left_out(&self, original: &Line) -> Option<Problem> {
        original.demands.iter().find_map(|demand| match demand.choice {
            Choice::Key(id) if !(self.market && demand.contract.is_some()) => self.resolve(id, demand).err(),
            _ => None,
        })
    }

    /// The factors of a line, each once, in the order of their first use.
    fn factors_of(&self, line: u32) -> Vec<&Factor> {
        let from = self.priced.partition_point(|priced| priced.line < line);
        let of_line = self.priced.iter().skip(from).take_while(|priced| priced.line == line);
        let mut seen = BTreeSet::new();
        let positions = of_line.map(|priced| priced.factor).filter(|factor| seen.insert(*factor));
        let used = positions.filter_map(|factor| self.factors.get(usize::try_from(factor).ok()?));
        used.map(|used| &*used.factor).collect()
    }

    /// Warns of a correction priced by a factor that its line does not use.
    fn other_factor(&mut self, correction: u32, original: u32) {
        let known = self.factors_of(original);
        let other = self.factors_of(correction).into_iter().find(|factor| !known.contains(factor));
        let (other, expected) =
            (other.map(|factor| factor.id.clone()), known.first().map(|one| one.id.clone()));
        if let (Some(factor), Some(expected)) = (other, expected) {
            self.findings.report_in("corrects", Problem::CorrectionFactor { factor, expected });
        }
    }

    /// Warns of corrections that take back something that was not counted, or more than was counted.
    pub(crate) fn corrections(&mut self, production: &Production) {
        let input = &production.input().lines;
        let mut left = NameMap::default();
        let corrected = input.values().filter_map(|line| line.corrects.given());
        corrected.for_each(|id| _ = left.enter(id, Mass::ZERO));
        if left.is_empty() {
            return;
        }
        for (at, line) in (0_u32..).zip(input.values()).filter(|(_, line)| line.corrects.is_absent()) {
            if let Some(rest) = line.id.given().and_then(|id| left.get_mut(id.as_str())) {
                *rest = self.mass(at);
            }
        }
        for (at, line) in (0_u32..).zip(input.values()) {
            let Some(id) = line.corrects.given() else { continue };
            let Some(rest) = left.get_mut(id.as_str()) else { continue };
            let mass = self.mass(at);
            *rest = rest.checked_add(mass).unwrap_or_default();
            self.findings.enter(Segment::Index(usize::try_from(at).unwrap_or_default()));
            if *rest < Mass::ZERO && mass < Mass::ZERO {
                self.findings.report_in("corrects", Problem::CorrectionExceeds { id: id.clone() });
            }
            let valid = usize::try_from(at).ok().and_then(|at| production.0.lines.get(at));
            if let Some(original) = valid.and_then(|line| u32::try_from(line.corrects?).ok()) {
                self.other_factor(at, original);
            }
            self.findings.leave();
        }
    }
}
