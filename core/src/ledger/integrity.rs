//! Whether the parts of a footprint that was read fit together.

use alloc::string::ToString;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::check::lines::quality;
use crate::check::production::estimate;
use crate::collection::name_map::NameIndex;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::diagnostic::location::Segment;
use crate::field::value;
use crate::format::read::Read;
use crate::ledger::footprint::Footprint;
use crate::ledger::header::{FootprintBudget, FootprintProduction};
use crate::ledger::product::Product;
use crate::number;
use crate::number::decimal::plus;
use crate::number::mass::Mass;
use crate::reference::kind::Kind;
use crate::reference::pin::is_sha256;

/// Reports every position beyond its list, every list of another length than its factor asks for, every identifier of a
/// line that is given twice, lines that are neither counted nor excluded, or both, products out of order or given twice, a
/// budget that is not the sum of its lines, and masses too large to be counted.
pub(crate) fn check(footprint: &Footprint, findings: &mut Findings) {
    let Footprint { production, sets, sources, places, keys, factors, proxies, assumptions, prices, .. } =
        footprint;
    let Footprint {
        routes,
        potentials,
        means,
        equivalences,
        requests,
        lines,
        products,
        excluded,
        warnings,
        ..
    } = footprint;
    let of_sources = sources.len();
    findings.within("production", |findings| stated(production, findings));
    each("sets", sets, findings, |set, findings| {
        for (field, text) in [("sha256", Some(&set.sha256)), ("extract", set.extract.as_ref())] {
            if let Some(text) = text.filter(|text| !is_sha256(text)) {
                findings.report_in(field, Problem::InvalidHash { text: text.to_string() });
            }
        }
    });
    each("places", places, findings, |place, findings| {
        within("country", place.country.0, places.len(), findings)
    });
    each("factors", factors, findings, |factor, findings| {
        within("source", factor.source.0, of_sources, findings);
        factor.set.into_iter().for_each(|set| within("set", set.0, sets.len(), findings));
    });
    each("prices", prices, findings, |price, findings| {
        within("source", price.source.0, of_sources, findings)
    });
    each("potentials", potentials, findings, |source, findings| beyond(source.0, of_sources, findings));
    each("means", means, findings, |mean, findings| within("source", mean.source.0, of_sources, findings));
    each("equivalences", equivalences, findings, |row, findings| {
        within("source", row.source.0, of_sources, findings);
    });
    each("requests", requests, findings, |request, findings| {
        within("factor", request.factor.0, factors.len(), findings);
        request.key.into_iter().for_each(|key| within("key", key.0, keys.len(), findings));
        request.place.into_iter().for_each(|place| within("place", place.0, places.len(), findings));
        request.proxy.into_iter().for_each(|proxy| within("proxy", proxy.0, proxies.len(), findings));
    });
    let mut ids = NameIndex::default();
    let mut at = 0;
    each("lines", lines, findings, |line, findings| {
        if let Some(first) = ids.enter(&*line.id, at) {
            let (id, first) = (line.id.to_string(), alloc::format!("/lines/{first}"));
            findings.report_in("id", Problem::DuplicateId { id, first });
        }
        at = at.saturating_add(1);
        line.place.into_iter().for_each(|place| within("place", place.0, places.len(), findings));
        if let Some(of) = line.corrects {
            within("corrects", of.0, lines.len(), findings);
            if let Some(other) = of.of(lines).filter(|other| other.corrects.is_some()) {
                findings.report_in("corrects", Problem::CorrectedCorrection { id: other.id.to_string() });
            }
        }
        if let Some(grades) = line.quality.as_ref() {
            findings.within("quality", |findings| grades.require(findings));
            quality(grades, findings);
        }
        let budget = production.budget.lines.len();
        line.budget_line.into_iter().for_each(|of| within("budget_line", of.0, budget, findings));
        findings.enter(Segment::Field("shares"));
        for (index, share) in line.shares.iter().enumerate() {
            findings.enter(Segment::Index(index));
            within("part", share.part.0, production.parts.len(), findings);
            findings.leave();
        }
        findings.leave();
    });
    let mut counted = Counted { states: alloc::vec![State::Neither; lines.len()], ..Counted::default() };
    let (mut before, mut left_out) = (0, None);
    let mut bound = Some(Mass::ZERO);
    each("excluded", excluded, findings, |excluded, findings| {
        within("line", excluded.line.0, lines.len(), findings);
        if left_out.is_some_and(|before| excluded.line.0 <= before) {
            findings.report_in("line", Problem::OutOfOrder {});
        }
        left_out = Some(excluded.line.0);
        counted.set(excluded.line.0, State::Excluded);
        let line = excluded.reason.line;
        findings.within("reason", |findings| {
            line.into_iter().for_each(|line| within("line", line.0, lines.len(), findings));
        });
    });
    each("warnings", warnings, findings, |warning, findings| {
        warning.line.into_iter().for_each(|line| within("line", line.0, lines.len(), findings));
    });
    each("products", products, findings, |product, findings| {
        within("line", product.line.0, lines.len(), findings);
        if product.line.0 < before {
            findings.report_in("line", Problem::OutOfOrder {});
        }
        before = product.line.0;
        if counted.set(product.line.0, State::Counted) == Some(State::Excluded) {
            let id = footprint.line_id(product.line).into();
            findings.report_in("line", Problem::ExcludedCounted { id });
        }
        if counted.is_again(product, footprint) {
            findings.report(Problem::ProductTwice { id: footprint.line_id(product.line).into() });
        }
        within("request", product.request.0, requests.len(), findings);
        if let Some(factor) = footprint.factor_of(product)
            && factor.width() != product.masses.len()
        {
            let (found, expected) = (product.masses.len() as u64, factor.width() as u64);
            findings.report_in("masses", Problem::WrongLength { found, expected });
        }
        for mass in &product.masses {
            let size = Mass::from_micrograms(mass.micrograms().abs());
            bound = bound.zip(size).and_then(|(bound, size)| bound.checked_add(size));
        }
        findings.enter(Segment::Field("terms"));
        for (index, term) in product.terms.iter().enumerate() {
            findings.enter(Segment::Index(index));
            if term.denominator.0.is_zero() {
                findings.report_in("denominator", Problem::ZeroDenominator {});
            }
            term.assumption
                .into_iter()
                .for_each(|of| within("assumption", of.0, assumptions.len(), findings));
            term.price.into_iter().for_each(|price| within("price", price.0, prices.len(), findings));
            term.route.into_iter().for_each(|route| within("route", route.0, routes.len(), findings));
            findings.leave();
        }
        findings.leave();
    });
    if bound.is_none() {
        findings.report_in("products", Problem::Overflow {});
    }
    let mut states = counted.states.iter();
    each("lines", lines, findings, |line, findings| {
        if states.next() == Some(&State::Neither) {
            findings.report(Problem::UncountedLine { id: line.id.to_string() });
        }
    });
}

/// How a line is accounted for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Neither,
    Excluded,
    Counted,
}

/// Which lines are counted, and the products of the line that is gone through.
#[derive(Default)]
struct Counted<'a> {
    states: Vec<State>,
    line: Option<u32>,
    first: Option<&'a Product>,
    products: NameIndex<'a>,
}

impl<'a> Counted<'a> {
    /// Notes how a line is accounted for; returns how it was until now.
    fn set(&mut self, line: u32, state: State) -> Option<State> {
        let known = self.states.get_mut(usize::try_from(line).ok()?)?;
        Some(core::mem::replace(known, state))
    }

    /// Whether a line has a product of the same terms and factor already. A train may go the same way twice.
    fn is_again(&mut self, product: &'a Product, footprint: &Footprint) -> bool {
        if self.line.replace(product.line.0) != Some(product.line.0) {
            self.first = Some(product);
            self.products = NameIndex::default();
            return false;
        }
        if footprint.tags(product.line).is_none_or(|line| line.kind == Some(Kind::Train)) {
            return false;
        }
        let name = |product: &Product| {
            let terms = serde_json::to_string(&product.terms).unwrap_or_default();
            alloc::format!("{} {terms}", product.request.0)
        };
        if let Some(first) = self.first.take() {
            self.products.add(name(first));
        }
        !self.products.add(name(product))
    }
}

/// What the production states: what its own check would report of it.
fn stated(production: &FootprintProduction, findings: &mut Findings) {
    each("perimeter", &production.perimeter, findings, |statement, findings| {
        statement.require(findings);
        estimate(statement, findings);
    });
    each("documents", &production.documents, findings, |document, findings| {
        document.require(findings);
        value::date(findings, "date", &document.date);
    });
    findings.within("budget", |findings| budget(&production.budget, findings));
}

/// The lines of the budget in each currency, and what none of them lists, sum to what is in it.
fn budget(budget: &FootprintBudget, findings: &mut Findings) {
    let currencies = &budget.currencies;
    let mut positions = NameIndex::default();
    let mut sums: Vec<Option<Decimal>> = currencies.iter().map(|of| Some(of.unlisted.0)).collect();
    for (at, of) in currencies.iter().enumerate() {
        positions.enter(of.currency.to_string(), at);
    }
    each("lines", &budget.lines, findings, |line, findings| {
        let at = positions.find(&line.currency.to_string());
        match at.and_then(|at| sums.get_mut(at)) {
            Some(sum) => *sum = sum.and_then(|sum| plus(sum, line.amount.0)),
            None => {
                let expected = currencies.iter().map(|of| of.currency.to_string()).collect();
                let unit = line.currency.to_string();
                findings.report_in("currency", Problem::WrongUnit { unit, expected });
            }
        }
    });
    let mut sums = sums.into_iter();
    each("currencies", currencies, findings, |of, findings| {
        let sum = sums.next().flatten();
        let total = number::text(of.total.0);
        match sum {
            Some(sum) if sum == of.total.0 => {}
            Some(sum) => {
                let (sum, unit) = (number::text(sum), of.currency.to_string());
                findings.report_in("total", Problem::BudgetSum { sum, total, unit });
            }
            None => findings.report_in("total", Problem::Overflow {}),
        }
    });
    if let Some((total, unit)) = budget.total.zip(budget.currency) {
        let [of] = currencies.as_slice() else {
            let found = currencies.len() as u64;
            findings.report_in("currencies", Problem::WrongLength { found, expected: 1 });
            return;
        };
        if unit.converted(total.0, of.currency) != Some(of.total.0) {
            let (sum, total) = (number::text(of.total.0), number::text(total.0));
            findings.report_in("total", Problem::BudgetSum { sum, total, unit: unit.to_string() });
        }
    }
}

fn each<'t, T>(
    field: &'static str,
    list: &'t [T],
    findings: &mut Findings,
    mut check: impl FnMut(&'t T, &mut Findings),
) {
    findings.enter(Segment::Field(field));
    for (index, item) in list.iter().enumerate() {
        findings.enter(Segment::Index(index));
        check(item, findings);
        findings.leave();
    }
    findings.leave();
}

/// Reports a position in a field that is beyond its list.
fn within(field: &'static str, position: u32, length: usize, findings: &mut Findings) {
    findings.within(field, |findings| beyond(position, length, findings));
}

fn beyond(position: u32, length: usize, findings: &mut Findings) {
    if u64::from(position) >= length as u64 {
        findings.report(Problem::UnknownPosition { position, length: length as u64 });
    }
}
