//! How lines of activity use the lines of the budget.

use alloc::string::ToString;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::check::header::Header;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::diagnostic::location::Segment;
use crate::field::list::each;
use crate::number::decimal::{plus, times};
use crate::number::unit::Unit;
use crate::pricing::demand::{Demand, StepName};
use crate::production::Line;
use crate::text::shared::Text;
use crate::text::vocabulary::Term;
use crate::{number, wire};

/// Per line of the budget: whether it is accounted for by money, and by which line first.
pub(crate) struct Covering<'a>(Vec<Option<(bool, &'a str)>>);

impl<'a> Covering<'a> {
    /// No line of the budget is accounted for yet.
    pub(crate) fn of(header: &Header<'_>) -> Self {
        Self(alloc::vec![None; header.budget.budget.lines.len()])
    }

    /// Checks that a line of the budget is accounted for by quantities or by money, never by both.
    pub(crate) fn add(
        &mut self,
        line: &'a wire::Line,
        valid: &mut Line,
        header: &Header<'_>,
        findings: &mut Findings,
    ) {
        let Some(id) = line.budget_line.given() else { return };
        findings.enter(Segment::Field("budget_line"));
        if !line.corrects.is_absent() {
            findings.report(Problem::UnusedField { field: "budget_line", reason: "corrects" });
        } else if let Some(at) = header.budget.line(id) {
            let rule = header.budget.budget.lines.get(at).and_then(|line| line.rule);
            if let Some(rule) = rule {
                findings.report(Problem::BudgetExcluded { budget: id.to_string(), rule: rule.row() });
            }
            // A line without demands is invalid and has been reported; one without a factor counts nothing.
            let counts = !valid.demands.is_empty() && valid.demands.iter().all(Demand::is_priced);
            if let Some(covered) = self.0.get_mut(at)
                && counts
                && rule.is_none()
            {
                let money = valid.is_monetary();
                let (before, first) =
                    covered.get_or_insert((money, line.id.given().map_or("", Text::as_str)));
                if *before != money {
                    let (budget, line) = (id.to_string(), first.to_string());
                    findings.report(Problem::BudgetDoubleCount { budget, line });
                }
            }
            valid.budget_line = Some(at);
        } else {
            let problem = Problem::UnknownReference { id: id.to_string() };
            findings.guess(problem, |guesses| guesses.nearest(id, header.budget.ids()));
        }
        findings.leave();
    }
}

/// Warns of lines of the budget whose spending, without tax and net of corrections, exceeds them.
pub(crate) fn overspent(
    input: &wire::Production,
    lines: &[Line],
    header: &Header<'_>,
    findings: &mut Findings,
) {
    let budget = &header.budget.budget.lines;
    let mut spent = alloc::vec![Decimal::ZERO; budget.len()];
    for line in lines {
        let Some((planned, sum)) = line.budget_line.and_then(|at| budget.get(at).zip(spent.get_mut(at)))
        else {
            continue;
        };
        let amounts = line.demands.iter().filter_map(|demand| net(demand, planned.unit));
        *sum = amounts.fold(*sum, |sum, amount| plus(sum, amount).unwrap_or(sum));
    }
    each(input.lines.items(), "lines", findings, |line, findings| {
        let Some(at) = line.budget_line.given().and_then(|id| header.budget.line(id)) else { return };
        let Some((planned, sum)) = budget.get(at).zip(spent.get_mut(at)) else { return };
        // Quotients by tax rates are not exact decimals: money is compared in hundredths.
        let (spent, unit) = (core::mem::take(sum).round_dp(2), planned.unit.to_string());
        if planned.rule.is_none() && spent > planned.amount {
            let (budget, spent) = (planned.id.to_string(), number::text(spent));
            let amount = number::text(planned.amount);
            findings.report_in("budget_line", Problem::Overspent { budget, spent, amount, unit });
        }
    });
}

/// The money of a demand without its tax, in this currency.
fn net(demand: &Demand, currency: Unit) -> Option<Decimal> {
    let first = demand.steps.first()?;
    let value = first.unit?.converted(first.numerator, currency)?;
    match demand.steps.iter().find(|step| step.name == StepName::Vat) {
        Some(tax) => times(value, tax.numerator)?.checked_div(tax.denominator),
        None => Some(value),
    }
}
