//! The JSON of how much of the budget a footprint accounts for.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::format::output::{Output, output};
use crate::ledger::footprint::Footprint;
use crate::number::Exact;
use crate::number::mass::Mass;
use crate::number::ratio::decimal_quotient;
use crate::number::unit::Unit;
use crate::view::coverage::{Coverage, CoverageState, CoveredLine};
use crate::wire::budget::BudgetRule;

output! {
    /// The budget in one currency, and how much of it the footprint accounts for. The five states sum to it.
    pub struct BudgetCoverage {
        /// The currency.
        currency: Unit,
        /// The five states.
        states: Vec<CoverageAmount>,
        /// The part of the budget that none of its lines lists; it is not yet counted.
        unlisted: Exact,
        /// The whole budget in this currency.
        total: Exact,
        /// The lines of the budget.
        lines: Vec<BudgetLineCoverage>,
    }
}

output! {
    /// How much of the budget, or of a line of it, is in a state.
    pub struct CoverageAmount {
        /// The state.
        state: CoverageState,
        /// The amount.
        amount: Exact,
        /// Its share of the budget, or of the line.
        share: Option<Exact> = optional,
    }
}

output! {
    /// A line of the budget, and what accounts for it.
    pub struct BudgetLineCoverage {
        /// Its identifier.
        id: String,
        /// Its account in the plan of the production office.
        account: Option<String> = optional,
        /// Its label.
        label: Option<String> = optional,
        /// Its amount, including its credit notes.
        amount: Exact,
        /// How most of it is accounted for.
        state: CoverageState,
        /// How much of it is in which state, where it is not all in one; they sum to its amount.
        states: Vec<CoverageAmount> = or_default,
        /// The rule by which it is excluded.
        rule: Option<BudgetRule> = optional,
        /// The lines of activity that account for it, and their corrections.
        lines: Vec<String>,
        /// Their emissions in kgCO2e, exact.
        kgco2e: Mass,
    }
}

impl BudgetCoverage {
    /// Creates the output records of the coverage of the budget, one per currency.
    pub fn all(footprint: &Footprint) -> Vec<Self> {
        Coverage::of(footprint).iter().map(|coverage| Self::new(footprint, coverage)).collect()
    }

    fn new(footprint: &Footprint, coverage: &Coverage) -> Self {
        let states = coverage.amounts().map(|(state, amount)| CoverageAmount {
            state,
            amount: Exact(amount),
            share: coverage.share(amount).map(Exact),
        });
        Self {
            currency: coverage.currency,
            states: states.collect(),
            unlisted: Exact(coverage.unlisted),
            total: Exact(coverage.total),
            lines: coverage.lines.iter().map(|line| BudgetLineCoverage::new(footprint, line)).collect(),
        }
    }
}

impl BudgetLineCoverage {
    fn new(footprint: &Footprint, line: &CoveredLine) -> Self {
        let states = line.states.iter().map(|(state, amount)| CoverageAmount {
            state: *state,
            amount: Exact(*amount),
            share: decimal_quotient(*amount, line.amount, 6).map(|share| Exact(share.normalize())),
        });
        let ids = line.lines.iter().map(|line| footprint.line_id(*line).to_string());
        Self {
            id: line.id.clone(),
            account: line.account.clone(),
            label: line.label.clone(),
            amount: Exact(line.amount),
            state: line.state,
            states: if line.states.len() > 1 { states.collect() } else { Vec::new() },
            rule: line.rule,
            lines: ids.collect(),
            kgco2e: line.mass,
        }
    }
}

impl Output for BudgetCoverage {}
