//! Conversion from the unit of a demand into that of a factor.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::diagnostic::catalogue::Problem;
use crate::factor::key::KeyId;
use crate::factor::row::Factor;
use crate::number::decimal::times;
use crate::number::unit::{Dimension, Money, Unit};
use crate::pricing::demand::{Demand, Origin, Step, StepName, conversion};
use crate::pricing::resolve::Resolution;
use crate::reference::price_tables::{EURO, EXCHANGE_RATES, Level};
use crate::reference::references::References;

/// The assumption that an index is multiplied by for each year that it is carried forward.
const CARRIED_INDEX: &str = "price-index.carried";

/// The steps from the unit of a demand into that of a factor: a conversion, and before it the rebasing of
/// money where the tables of prices have what it needs.
pub(crate) fn conversions(references: &References, demand: &Demand, factor: &Factor) -> Option<Vec<Step>> {
    if demand.unit.ratio_to(factor.unit).is_some() {
        return Some(conversion(demand.unit, factor.unit).into_iter().collect());
    }
    let (Unit::Money(from), Unit::Money(into)) = (demand.unit, factor.unit) else { return None };
    let mut steps = rebase(references, from, into, country(references, factor))?;
    steps.extend(conversion(from.of(into.currency, into.year()?), factor.unit));
    Some(steps)
}

/// The country whose prices a factor is at.
fn country<'a>(references: &'a References, factor: &Factor) -> &'a str {
    let places = references.places();
    factor.place_id.map_or("", |place| places.code(places.country(place)))
}

/// The units of money of the factors where one was found.
pub(crate) fn price_units(
    references: &References,
    id: KeyId,
    found: Resolution,
    factor: &Factor,
) -> Vec<String> {
    let Some((set, place)) = references.set(found.set).zip(factor.place_id) else {
        return alloc::vec![factor.unit.to_string()];
    };
    let rows = set.candidates(id, place).filter_map(|(_, row)| set.get(row));
    let units: Vec<Unit> = rows.map(|factor| factor.unit).collect();
    let mut texts: Vec<String> = units.iter().map(ToString::to_string).collect();
    texts.dedup();
    texts
}

/// What is wrong where no conversion leads from a demand to a factor: of money, which prices there are; of
/// anything else, the unit.
pub(crate) fn other_unit(
    references: &References,
    demand: &Demand,
    factor: &Factor,
    mut available: Vec<String>,
) -> Problem {
    let unit = demand.unit.to_string();
    if let (Unit::Money(from), Unit::Money(into)) = (demand.unit, factor.unit) {
        available.extend(references.prices().known(from, into, country(references, factor)));
        return Problem::PriceYear { unit, available: available.into_iter().collect() };
    }
    Problem::FactorUnit { factor: factor.id.to_string(), unit: factor.unit.to_string(), expected: unit }
}

/// The steps from money of a currency and a year to money of another: the exchange at the rates of the
/// first year, by way of the euro, then the price index of a place from the first year to the second. For a year
/// without an index the last one stands, by an assumption of its own.
/// Returns `None` if a table lacks a year.
fn rebase(references: &References, from: Money, into: Money, place: &str) -> Option<Vec<Step>> {
    let prices = references.prices();
    let (was, is) = (from.year()?, into.year()?);
    let mut steps = Vec::new();
    if from.currency != into.currency {
        if from.currency != EURO {
            let row = prices.find(EXCHANGE_RATES, from.currency(), was)?;
            steps.push(divided(StepName::ExchangeRate, row, Some(from.of(EURO, was))));
        }
        if into.currency != EURO {
            let row = prices.find(EXCHANGE_RATES, into.currency(), was)?;
            steps.push(multiplied(StepName::ExchangeRate, row, Some(from.of(into.currency, was))));
        }
    }
    if was != is {
        let (before, after) = (prices.level(place, was)?, prices.level(place, is)?);
        steps.push(divided(StepName::PriceIndex, (before.at, before.value), None));
        steps.extend(carried(references, before)?.map(|step| Step {
            numerator: step.denominator,
            denominator: step.numerator,
            ..step
        }));
        let unit = Some(from.of(into.currency, is));
        steps.push(multiplied(StepName::PriceIndex, (after.at, after.value), unit));
        steps.extend(carried(references, after)?);
    }
    Some(steps)
}

/// What an index is multiplied by for the years that it is carried forward, if it is; `None` if nothing says it.
fn carried(references: &References, level: Level) -> Option<Option<Step>> {
    if level.carried == 0 {
        return Some(None);
    }
    let (at, assumption) = references.assumptions().find(CARRIED_INDEX)?;
    let per_year = Some(assumption.value).filter(|value| *value > Decimal::ZERO)?;
    if assumption.unit.dimension() != Dimension::PriceRatio {
        return None;
    }
    let numerator = (0..level.carried).try_fold(Decimal::ONE, |product, _| times(product, per_year))?;
    let origin = Origin::Assumption(at);
    Some(Some(Step {
        name: StepName::CarriedIndex,
        numerator,
        denominator: Decimal::ONE,
        unit: None,
        origin,
    }))
}

/// The years for which an index stands that is not theirs: its country, its year, and the year that it stands for.
pub(crate) fn carried_years<'a>(
    references: &'a References,
    demand: &Demand,
    factor: &Factor,
) -> impl Iterator<Item = (&'a str, u16, u16)> {
    let place = country(references, factor);
    let years = [demand.unit, factor.unit].into_iter().filter_map(|unit| match unit {
        Unit::Money(money) => money.year(),
        Unit::Table(_) => None,
    });
    years.filter_map(move |year| {
        let level = references.prices().level(place, year)?;
        (level.carried > 0).then_some((place, level.last, year))
    })
}

fn multiplied(name: StepName, (at, value): (u32, Decimal), unit: Option<Unit>) -> Step {
    Step { name, numerator: value, denominator: Decimal::ONE, unit, origin: Origin::Price(at) }
}

fn divided(name: StepName, (at, value): (u32, Decimal), unit: Option<Unit>) -> Step {
    Step { name, numerator: Decimal::ONE, denominator: value, unit, origin: Origin::Price(at) }
}
