//! Checks of the budget and its lines.

use alloc::string::ToString;
use alloc::vec::Vec;
use core::mem::take;

use rust_decimal::Decimal;

use crate::activity::money::vat::Vat;
use crate::check::work::{Ids, sum};
use crate::collection::name_map::{NameIndex, NameMap};
use crate::collection::sorting::counted;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::diagnostic::location::Segment;
use crate::diagnostic::parameter::Listing;
use crate::field::list::each;
use crate::field::value;
use crate::format::leaf::{Leaf, OneOrMany};
use crate::number::decimal::minus;
use crate::number::unit::{Dimension, Unit};
use crate::production::budget::{Budget, BudgetCurrency, BudgetLine};
use crate::{number, wire};

/// The budget under construction.
#[derive(Debug, Default)]
pub(crate) struct BudgetCheck<'a> {
    pub(crate) budget: Budget,
    ids: Ids<'a>,
    /// The position of each line of the budget by its identifier; credit notes have none.
    positions: NameIndex<'a>,
    /// The amounts of the credit notes, in the order of the document.
    credits: Vec<Option<(Decimal, Unit)>>,
    /// Where what is in a currency stands.
    currencies: NameIndex<'static>,
    /// The years of its prices.
    years: Vec<u16>,
}

type Entered = Leaf<OneOrMany<wire::Budget, wire::Budget>>;

impl<'a> BudgetCheck<'a> {
    /// Checks the budget.
    pub(crate) fn of(input: &'a Entered, findings: &mut Findings) -> Self {
        let mut check = Self::default();
        let mut totals = Vec::new();
        parts(input, findings, |part, findings| totals.push(check.part(part, findings)));
        let mut credits = take(&mut check.credits).into_iter();
        if credits.len() > 0 {
            parts(input, findings, |part, findings| {
                each(part.lines.items(), "lines", findings, |line, findings| {
                    if let Some(corrected) = line.corrects.given() {
                        check.credit(line, corrected, credits.next().flatten(), findings);
                    }
                });
            });
        }
        findings.within("budget", |findings| check.whole(totals, findings));
        check
    }

    /// The position of a line of the budget.
    pub(crate) fn line(&self, id: &str) -> Option<usize> {
        self.positions.find(id)
    }

    /// The identifiers of the lines that are not credit notes.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.positions.names()
    }

    /// Checks a part of the budget; returns its amount, if it is in one unit.
    fn part(&mut self, part: &'a wire::Budget, findings: &mut Findings) -> Option<(Decimal, Unit)> {
        let amount = value::amount(findings, "amount", &part.amount, Some(&[Dimension::Money]), false);
        let year = value::year(findings, "year", &part.year);
        value::period(findings, &part.period);
        if let (Some((_, unit)), Some(year)) = (amount, year) {
            value::price_year(findings, unit, year);
        }
        let year = year.or_else(|| match amount?.1 {
            Unit::Money(money) => money.year(),
            Unit::Table(_) => None,
        });
        self.years.extend(year);
        let vat = part.vat.given().copied().unwrap_or(Vat::Unknown);
        if vat == Vat::Included {
            findings.report_in("vat", Problem::BudgetVat {});
        }
        let before = self.budget.vat.get_or_insert(vat);
        if *before != vat {
            *before = Vat::Unknown;
        }
        let first = self.budget.lines.len();
        let mut listed: NameMap<'_, (Unit, Decimal)> = NameMap::default();
        each(part.lines.items(), "lines", findings, |line, findings| {
            let Some((value, unit)) = self.add(line, amount.map(|(_, unit)| unit), findings) else { return };
            if let Some((_, total)) = listed.enter(unit.to_string(), (unit, value)) {
                *total = sum(Some(*total), Some(value), findings).unwrap_or(*total);
            }
        });
        let listed = listed.into_values();
        let Some((value, unit)) = amount else {
            if part.amount.is_absent() && part.lines.items().is_empty() {
                findings.report(Problem::NeededWith { field: "amount", reason: "budget" });
            }
            listed.iter().for_each(|(unit, total)| self.count(*unit, *total, Decimal::ZERO, findings));
            return match listed.as_slice() {
                [(unit, total)] => Some((*total, *unit)),
                _ => None,
            };
        };
        let (whole, ones) = in_ones(value, unit, None, "amount", findings)?;
        let total = listed.first().map_or(Decimal::ZERO, |(_, total)| *total);
        let left = minus(whole, total)?;
        if left.is_sign_negative() && self.budget.lines.len() > first {
            let (sum, amount) = (number::text(total), number::text(whole));
            findings.report_in("lines", Problem::BudgetExceeded { sum, amount, unit: ones.to_string() });
        }
        self.count(ones, whole, left, findings);
        Some((value, unit))
    }

    /// Adds a line, unless it is a credit note; returns its amount in single units of its currency.
    fn add(
        &mut self,
        line: &'a wire::BudgetLine,
        expected: Option<Unit>,
        findings: &mut Findings,
    ) -> Option<(Decimal, Unit)> {
        let id = line.id.given();
        if let Some(id) = id {
            self.ids.add(id, findings);
        }
        let credit = !line.corrects.is_absent();
        let amount = value::amount(findings, "amount", &line.amount, Some(&[Dimension::Money]), credit);
        let amount = amount.and_then(|(value, unit)| in_ones(value, unit, expected, "amount", findings));
        if line.corrects.given().is_some() {
            self.credits.push(amount);
        }
        let (value, unit) = amount?;
        if !credit {
            self.positions.enter(id?, self.budget.lines.len());
            self.budget.lines.push(BudgetLine {
                id: id?.clone(),
                account: line.account.given().cloned(),
                label: line.label.given().cloned(),
                amount: value,
                unit,
                rule: line.excluded.given().copied(),
            });
        }
        Some((value, unit))
    }

    /// Applies a credit note to the line that it corrects.
    fn credit(
        &mut self,
        line: &wire::BudgetLine,
        corrected: &str,
        amount: Option<(Decimal, Unit)>,
        findings: &mut Findings,
    ) {
        if !line.excluded.is_absent() {
            findings.report_in("excluded", Problem::UnusedField { field: "excluded", reason: "corrects" });
        }
        let id = corrected.to_string();
        let found = self.line(corrected).and_then(|at| self.budget.lines.get_mut(at));
        let Some(found) = found else {
            findings.within("corrects", |findings| match self.ids.has(corrected) {
                true => findings.report(Problem::CorrectedCorrection { id }),
                false => {
                    let others = self.positions.names();
                    findings.guess(Problem::UnknownReference { id }, |guesses| {
                        guesses.nearest(corrected, others)
                    });
                }
            });
            return;
        };
        let Some((value, unit)) = amount else { return };
        if found.unit != unit {
            wrong_currency(unit, found.unit, "amount", findings);
            return;
        }
        if value > Decimal::ZERO {
            findings.report_in("amount", Problem::PositiveCredit { id: id.clone() });
        }
        found.amount = sum(Some(found.amount), Some(value), findings).unwrap_or_default();
        if found.amount < Decimal::ZERO {
            findings.report_in("corrects", Problem::CorrectionExceeds { id });
        }
    }

    /// Adds to the sum of a currency.
    fn count(&mut self, unit: Unit, total: Decimal, unlisted: Decimal, findings: &mut Findings) {
        let known = self.currencies.enter(unit.to_string(), self.budget.currencies.len());
        match known.and_then(|at| self.budget.currencies.get_mut(at)) {
            Some(known) => {
                known.total = sum(Some(known.total), Some(total), findings).unwrap_or_default();
                known.unlisted = sum(Some(known.unlisted), Some(unlisted), findings).unwrap_or_default();
            }
            None => self.budget.currencies.push(BudgetCurrency { unit, total, unlisted }),
        }
    }

    /// The parts of the budget as a whole.
    fn whole(&mut self, totals: Vec<Option<(Decimal, Unit)>>, findings: &mut Findings) {
        let years = counted(take(&mut self.years), Ord::cmp);
        if let [(year, _)] = years.as_slice() {
            self.budget.year = Some(*year);
        } else if !years.is_empty() {
            let years = years.iter().map(|(year, _)| year.to_string()).collect();
            findings.report(Problem::BudgetYears { years });
        }
        match self.budget.currencies.as_slice() {
            [] => {}
            // If everything is in one unit, thousands stay thousands.
            [one] => {
                let units = totals.iter().flatten().map(|(_, unit)| *unit);
                let unit = units.reduce(|a, b| if a == b { a } else { one.unit }).unwrap_or(one.unit);
                let total = from_ones(one.total, unit);
                self.budget.total = total.map(|total| (total, unit)).filter(|_| !totals.contains(&None));
            }
            several => {
                let currencies = several.iter().map(|known| known.unit.to_string()).collect();
                findings.report(Problem::BudgetCurrencies { currencies });
            }
        }
    }
}

/// Runs a check on each part of the budget, inside it.
fn parts<'a>(
    input: &'a Entered,
    findings: &mut Findings,
    mut act: impl FnMut(&'a wire::Budget, &mut Findings),
) {
    findings.within("budget", |findings| match input.given() {
        Some(OneOrMany::One(budget)) => act(budget, findings),
        Some(OneOrMany::Many(budgets)) => {
            for (index, leaf) in budgets.iter().enumerate() {
                if let Leaf::Given(budget) = leaf {
                    findings.enter(Segment::Index(index));
                    act(budget, findings);
                    findings.leave();
                }
            }
        }
        None => {}
    });
}

/// An amount of money in single units of its currency, which must be that of another amount, if there is one.
pub(crate) fn in_ones(
    value: Decimal,
    unit: Unit,
    expected: Option<Unit>,
    field: &'static str,
    findings: &mut Findings,
) -> Option<(Decimal, Unit)> {
    if let Some(expected) = expected.filter(|expected| expected.ones() != unit.ones()) {
        wrong_currency(unit, expected, field, findings);
        return None;
    }
    Some((unit.converted(value, unit.ones())?.normalize(), unit.ones()))
}

/// Single units of a currency converted into a unit of it.
fn from_ones(value: Decimal, unit: Unit) -> Option<Decimal> {
    unit.ones().converted(value, unit)
}

fn wrong_currency(unit: Unit, expected: Unit, field: &'static str, findings: &mut Findings) {
    let (unit, expected) = (unit.to_string(), expected.to_string());
    findings.within(field, |findings| {
        findings.report_in("unit", Problem::WrongUnit { unit, expected: Listing::of(expected) })
    });
}
