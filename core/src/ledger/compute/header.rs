//! What a footprint keeps of its production and of its lines.

use alloc::sync::Arc;
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::factor::row::Factor;
use crate::format::leaf::Leaf;
use crate::format::texts::Texts;
use crate::ledger::compute::rows::Rows;
use crate::ledger::header::{
    FootprintBudget, FootprintBudgetCurrency, FootprintBudgetLine, FootprintPart, FootprintProduction,
};
use crate::ledger::line::{LineShare, LineTags};
use crate::ledger::position::{BudgetLineAt, LineAt, PartAt};
use crate::number::Exact;
use crate::production::budget::Budget;
use crate::production::units::units;
use crate::production::{Line, Production, WorkPart};
use crate::wire;

fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// What a footprint keeps of its production.
pub(crate) fn header(production: &Production) -> FootprintProduction {
    let (input, valid) = (production.input(), &*production.0);
    let units = units(&input.work);
    FootprintProduction {
        id: input.id.given().cloned(),
        title: input.title.given().cloned(),
        kind: input.kind.given().copied(),
        stage: input.stage.given().copied(),
        place: input.place.given().cloned(),
        period: valid.period,
        minutes: valid.minutes.map(Exact),
        shooting_days: valid.shooting_days.map(Exact),
        unit: units.map(|(unit, _)| unit),
        units: units.map(|(_, number)| Exact(number)),
        parts: valid.parts.iter().map(part).collect(),
        budget: budget(&valid.budget),
        perimeter: input.perimeter.values().cloned().collect(),
        documents: input.documents.values().cloned().collect(),
    }
}

fn part(part: &WorkPart) -> FootprintPart {
    FootprintPart {
        id: part.id.clone(),
        title: part.title.clone(),
        count: Exact(part.count),
        minutes: part.minutes.map(Exact),
        days: part.days.map(Exact),
        end: position(part.end),
    }
}

fn budget(budget: &Budget) -> FootprintBudget {
    let currencies = budget.currencies.iter().map(|of| FootprintBudgetCurrency {
        currency: of.unit,
        total: Exact(of.total),
        unlisted: Exact(of.unlisted),
    });
    let lines = budget.lines.iter().map(|line| FootprintBudgetLine {
        id: line.id.clone(),
        account: line.account.clone(),
        label: line.label.clone(),
        amount: Exact(line.amount),
        currency: line.unit,
        rule: line.rule,
    });
    FootprintBudget {
        total: budget.total.map(|(amount, _)| Exact(amount)),
        currency: budget.total.map(|(_, unit)| unit),
        vat: budget.vat,
        year: budget.year.map(u32::from),
        currencies: currencies.collect(),
        lines: lines.collect(),
    }
}

/// The tags of every line.
pub(crate) fn tags(production: &Production, rows: &mut Rows<'_>) -> Vec<LineTags> {
    let valid = &*production.0;
    let lines = (0_u32..).zip(valid.lines.iter().zip(production.input().lines.values()));
    let mut tags = Vec::with_capacity(valid.lines.len());
    tags.extend(lines.map(|(at, (line, input))| one(production, at, line, input, rows)));
    tags
}

fn one(production: &Production, at: u32, line: &Line, input: &wire::Line, rows: &mut Rows<'_>) -> LineTags {
    let contracts = &production.0.contracts;
    let contract = line.demands.iter().find_map(|demand| demand.contract);
    let contract = contract.and_then(|at| contracts.get(usize::try_from(at).ok()?));
    LineTags {
        id: input.id.given().cloned().unwrap_or_default(),
        kind: production.said(at, |line| &line.what).map(wire::What::kind),
        section: production.said(at, |line| &line.section).copied(),
        phase: production.said(at, |line| &line.phase).copied(),
        place: line.place.map(|place| rows.place(place.id)),
        period: line.period,
        shares: line.shares.iter().map(share).collect(),
        budget_line: line.budget_line.map(|at| BudgetLineAt(position(at))),
        covers: line.covers.map(Exact),
        covers_all: input.covers_all.given() == Some(&true),
        status: input.status.given().copied(),
        control: input.control.given().copied(),
        party: input.party.given().cloned(),
        quality: input.quality.given().cloned(),
        documents: input.documents.values().cloned().collect(),
        contract: contract.map(|factor: &Arc<Factor>| factor.id.as_str().into()),
        labels: labels(production.said(at, |line| &line.labels)),
        corrects: line.corrects.map(|at| LineAt(position(at))),
        derived: production.said(at, |line| &line.derived) == Some(&true),
        note: input.note.given().cloned(),
    }
}

fn share((part, weight): &(usize, Decimal)) -> LineShare {
    LineShare { part: PartAt(position(*part)), weight: Exact(*weight) }
}

/// The labels of a line: of a name that is given twice, the first.
fn labels(labels: Option<&Vec<Leaf<wire::Label>>>) -> Texts {
    let labels = labels.into_iter().flatten().filter_map(Leaf::given);
    labels.filter_map(|label| Some((&**label.name.given()?, &**label.value.given()?))).collect()
}
