//! How lines of activity use the lines of the budget.

use alloc::string::ToString;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::check::budget::in_ones;
use crate::check::header::Header;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::diagnostic::location::Segment;
use crate::field::list::each;
use crate::field::value;
use crate::number::decimal::{plus, times};
use crate::number::unit::{Dimension, Unit};
use crate::pricing::demand::{Demand, StepName};
use crate::production::Line;
use crate::text::shared::Text;
use crate::text::vocabulary::Term;
use crate::{number, wire};

/// Per line of the budget: whether it is accounted for by money, and by which line first. Lines of quantities that state how
/// much of it they account for stand beside money.
pub(crate) struct Covering<'a>(Vec<Option<(bool, &'a str)>>);

impl<'a> Covering<'a> {
    /// No line of the budget is accounted for yet.
    pub(crate) fn of(header: &Header<'_>) -> Self {
        Self(alloc::vec![None; header.budget.budget.lines.len()])
    }

    /// Checks that nothing of a line of the budget is accounted for by quantities and by money.
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
            let money = valid.is_monetary();
            if let Some(covered) = self.0.get_mut(at)
                && counts
                && rule.is_none()
                && (money || line.covers.is_absent())
            {
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

/// How much of its line of the budget each line of activity accounts for. Warns of lines of the budget of which more is
/// accounted for than they have.
pub(crate) fn cover(
    input: &wire::Production,
    lines: &mut [Line],
    header: &Header<'_>,
    findings: &mut Findings,
) {
    let budget = &header.budget.budget.lines;
    let mut sums = alloc::vec![Decimal::ZERO; budget.len()];
    let mut valid = lines.iter_mut();
    each(input.lines.items(), "lines", findings, |line, findings| {
        let Some(valid) = valid.next() else { return };
        let planned = valid.budget_line.and_then(|at| budget.get(at).zip(sums.get_mut(at)));
        let stated = stated(line, planned.as_ref().map(|(planned, _)| planned.unit), findings);
        let Some((planned, sum)) = planned else { return };
        valid.covers = match line.covers.is_absent() {
            true => spent(valid, planned.unit),
            false => stated,
        };
        *sum = valid.covers.map_or(*sum, |amount| plus(*sum, amount).unwrap_or(*sum));
    });
    each(input.lines.items(), "lines", findings, |line, findings| {
        let Some(at) = line.budget_line.given().and_then(|id| header.budget.line(id)) else { return };
        let Some((planned, sum)) = budget.get(at).zip(sums.get_mut(at)) else { return };
        let (spent, unit) = (core::mem::take(sum), planned.unit.to_string());
        if planned.rule.is_none() && spent > planned.amount {
            let (budget, spent) = (planned.id.to_string(), number::text(spent));
            let amount = number::text(planned.amount);
            findings.report_in("budget_line", Problem::Overspent { budget, spent, amount, unit });
        }
    });
}

/// What a line states that it accounts for, in single units of the currency of its line of the budget.
fn stated(line: &wire::Line, currency: Option<Unit>, findings: &mut Findings) -> Option<Decimal> {
    let (all, corrects) = (line.covers_all.given() == Some(&true), !line.corrects.is_absent());
    if (all || !line.covers.is_absent()) && line.budget_line.is_absent() && !corrects {
        let reason = if all { "covers_all" } else { "covers" };
        findings.report(Problem::NeededWith { field: "budget_line", reason });
    }
    if all && corrects {
        findings.report_in("covers_all", Problem::UnusedField { field: "covers_all", reason: "corrects" });
    } else if all && !line.covers.is_absent() {
        findings.report_in("covers", Problem::UnusedField { field: "covers", reason: "covers_all" });
    }
    let (value, unit) = value::amount(findings, "covers", &line.covers, Some(&[Dimension::Money]), corrects)?;
    Some(in_ones(value, unit, currency, "covers", findings)?.0)
}

/// The money that a line spends without its tax, in this currency; `None` if it also has quantities, or money of another
/// currency. Quotients by tax rates are not exact decimals: money is compared in hundredths.
fn spent(line: &Line, currency: Unit) -> Option<Decimal> {
    let mut sum = None;
    for demand in &line.demands {
        sum = Some(plus(sum.unwrap_or_default(), net(demand, currency)?)?);
    }
    Some(sum?.round_dp(2).normalize())
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
