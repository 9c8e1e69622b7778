//! Checks what corrections take back against what was counted.

use alloc::collections::BTreeSet;
use alloc::string::ToString;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::collection::name_map::NameMap;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::location::Segment;
use crate::factor::row::Factor;
use crate::factor::split::Account;
use crate::ledger::compute::Computation;
use crate::ledger::position::LineAt;
use crate::ledger::product::Product;
use crate::number::mass::Mass;
use crate::production::Production;

impl Computation<'_> {
    /// The products of a line.
    fn products_of(&self, line: LineAt) -> impl Iterator<Item = (&Product, &Arc<Factor>)> {
        let first = self.products.partition_point(|product| product.line < line);
        let of_line = self.products.iter().skip(first).take_while(move |product| product.line == line);
        of_line.filter_map(|product| {
            let request = product.request.of(&self.requests)?;
            let (factor, ..) = request.factor.of(self.rows.factors.rows())?;
            Some((product, factor))
        })
    }

    /// The counted mass of a line.
    fn mass(&self, line: LineAt) -> Mass {
        let masses = self.products_of(line).flat_map(|(product, factor)| {
            let counted = factor.accounts().zip(&product.masses);
            counted.filter(|(account, _)| *account == Account::Counted).map(|(_, mass)| *mass)
        });
        Mass::sum(masses).unwrap_or_default()
    }

    /// The factors of a line, each once, in the order of their first use.
    fn factors_of(&self, line: LineAt) -> Vec<&Factor> {
        let mut seen = BTreeSet::new();
        let of_line = self.products_of(line).map(|(_, factor)| &**factor);
        of_line.filter(|factor| seen.insert(core::ptr::from_ref::<Factor>(factor))).collect()
    }

    /// Warns of a correction priced by a factor that its line does not use.
    fn other_factor(&mut self, correction: LineAt, original: LineAt) {
        let known = self.factors_of(original);
        let other = self.factors_of(correction).into_iter().find(|factor| !known.contains(factor));
        let (other, expected) =
            (other.map(|factor| factor.id.to_string()), known.first().map(|one| one.id.to_string()));
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
                *rest = self.mass(LineAt(at));
            }
        }
        self.findings.enter(Segment::Field("lines"));
        for (at, line) in (0_u32..).zip(input.values()) {
            let Some(id) = line.corrects.given() else { continue };
            let Some(rest) = left.get_mut(id.as_str()) else { continue };
            let mass = self.mass(LineAt(at));
            *rest = rest.checked_add(mass).unwrap_or_default();
            self.findings.enter(Segment::Index(usize::try_from(at).unwrap_or_default()));
            if *rest < Mass::ZERO && mass < Mass::ZERO {
                self.findings.report_in("corrects", Problem::CorrectionExceeds { id: id.to_string() });
            }
            let valid = LineAt(at).of(&production.0.lines);
            if let Some(original) = valid.and_then(|line| u32::try_from(line.corrects?).ok()) {
                self.other_factor(LineAt(at), LineAt(original));
            }
            self.findings.leave();
        }
        self.findings.leave();
    }
}
