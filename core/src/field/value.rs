//! Checks of single values: numbers, amounts, dates, places.

use alloc::string::{String, ToString};

use rust_decimal::Decimal;

use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::findings::Findings;
use crate::diagnostic::parameter::Listing;
use crate::factor::row::{Factor, rate};
use crate::factor::source::Source;
use crate::format::amount::{self, Amount};
use crate::format::leaf::Leaf;
use crate::number;
use crate::number::date::{Date, Period};
use crate::number::decimal::times;
use crate::number::unit::{Dimension, Unit};
use crate::number::{MAX_DIGITS, Number, NumberError, unit};
use crate::place::Place;
use crate::reference::references::References;
use crate::text::shared::Text;

/// The rule for a bare number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Count {
    /// Anything, from zero on.
    Any,
    /// Whole things, from zero on.
    Whole,
    /// A divisor: at least one.
    Divisor,
    /// A percentage, from 0 to 100.
    Percent,
}

/// The maximum of a bare number.
const MOST: u32 = 100_000_000;

/// Checks a bare number in a field. Reports invalid values, not absent ones.
pub(crate) fn count(
    findings: &mut Findings,
    field: &'static str,
    leaf: &Leaf<Number>,
    rule: Count,
    negative: bool,
) -> Option<Decimal> {
    findings.within(field, |findings| bare(findings, leaf, rule, negative))
}

/// Checks a bare number at the current position.
pub(crate) fn bare(
    findings: &mut Findings,
    leaf: &Leaf<Number>,
    rule: Count,
    negative: bool,
) -> Option<Decimal> {
    let value = exact(findings, leaf.given()?)?;
    let text = || number::text(value);
    if rule == Count::Percent
        && value > Decimal::ZERO
        && value < Decimal::ONE
        && let Some(percent) = times(value, Decimal::ONE_HUNDRED)
    {
        findings.report(Problem::PercentFraction { value: text(), percent: number::text(percent) });
    }
    let most = if rule == Count::Percent { Decimal::ONE_HUNDRED } else { MOST.into() };
    let problem = match rule {
        Count::Divisor if value < Decimal::ONE => Problem::BelowOne { value: text() },
        _ if value.is_sign_negative() && !negative => Problem::Negative { value: text() },
        Count::Whole if !value.is_integer() => Problem::NotWhole { value: text() },
        _ if value.abs() > most => {
            let unit = if rule == Count::Percent { "%" } else { "" };
            Problem::TooLarge { value: text(), maximum: number::text(most), unit: unit.to_string() }
        }
        _ => return Some(value),
    };
    findings.report(problem);
    None
}

/// Checks an amount in a field: its number, its unit, and how large it is.
pub(crate) fn amount(
    findings: &mut Findings,
    field: &'static str,
    leaf: &Leaf<Amount>,
    dimensions: Option<&[Dimension]>,
    negative: bool,
) -> Option<(Decimal, Unit)> {
    let input = leaf.given()?;
    findings.within(field, |findings| {
        let value = input.value.given().and_then(|number| {
            findings.within("value", |findings| {
                let value = exact(findings, number)?;
                if value.is_sign_negative() && !negative {
                    findings.report(Problem::Negative { value: number::text(value) });
                    return None;
                }
                Some(value)
            })
        });
        let unit = input
            .unit
            .given()
            .and_then(|symbol| findings.within("unit", |findings| unit_of(findings, symbol, dimensions)));
        let (value, unit) = (value?, unit?);
        if let Some(maximum) = exceeded(value, unit) {
            let (value, unit) = (number::text(value), unit.to_string());
            findings.report_in("value", Problem::TooLarge { value, maximum, unit });
            return None;
        }
        Some((value, unit))
    })
}

/// Parses a unit in one of some dimensions, or in any.
pub(crate) fn unit_of(
    findings: &mut Findings,
    symbol: &str,
    dimensions: Option<&[Dimension]>,
) -> Option<Unit> {
    let Some(unit) = Unit::parse(symbol) else {
        findings.guess(Problem::UnknownUnit { unit: symbol.to_string() }, |guesses| {
            Unit::nearest(symbol, guesses)
        });
        return None;
    };
    match dimensions {
        Some(dimensions) if !dimensions.contains(&unit.dimension()) => {
            let calorific = [Dimension::GrossEnergy, Dimension::NetEnergy];
            let both = calorific.iter().all(|dimension| dimensions.contains(dimension));
            // A kWh of a fuel is gross or net, some ten percent apart for gas.
            let net = both.then(|| Unit::parse(&alloc::format!("{unit}_NCV"))).flatten();
            let (unit, expected) = (unit.to_string(), Unit::symbols(dimensions));
            findings.report(match net {
                Some(_) => Problem::CalorificValue { unit },
                None => Problem::WrongUnit { unit, expected },
            });
            None
        }
        _ => Some(unit),
    }
}

/// The maximum in a unit that a value exceeds.
fn exceeded(value: Decimal, unit: Unit) -> Option<String> {
    let maximum = unit::maximum(unit);
    (value.abs() > maximum).then(|| number::text(maximum.trunc()))
}

/// Checks a year in a field.
pub(crate) fn year(findings: &mut Findings, field: &'static str, leaf: &Leaf<Number>) -> Option<u16> {
    let input = leaf.given()?;
    findings.within(field, |findings| {
        let value = exact(findings, input)?;
        let year = value.is_integer().then(|| u16::try_from(value).ok()).flatten();
        let year = year.filter(|year| Period::of_year(*year).is_some());
        if year.is_none() {
            findings.report(Problem::InvalidDate { text: number::text(value) });
        }
        year
    })
}

/// Checks a period in a field: a year, or two days in their order.
pub(crate) fn period(findings: &mut Findings, leaf: &Leaf<amount::Period>) -> Option<Period> {
    let input = leaf.given()?;
    findings.within("period", |findings| {
        let by_days = !input.from.is_absent() || !input.to.is_absent();
        if by_days != input.year.is_absent() {
            findings.report(Problem::ChooseOne { fields: "year, from + to" });
            return None;
        }
        if !by_days {
            return Period::of_year(year(findings, "year", &input.year)?);
        }
        let (from, to) = (date(findings, "from", &input.from), date(findings, "to", &input.to));
        for (field, leaf, reason) in [("from", &input.from, "to"), ("to", &input.to, "from")] {
            if leaf.is_absent() {
                findings.report(Problem::NeededWith { field, reason });
            }
        }
        let (from, to) = (from?, to?);
        let period = Period::new(from, to);
        if period.is_none() {
            findings.report(Problem::ReversedPeriod { from: text(from), to: text(to) });
        }
        period
    })
}

/// A period that was checked before, if it is valid.
pub(crate) fn valid_period(leaf: &Leaf<amount::Period>) -> Option<Period> {
    period(&mut Findings::new(0), leaf)
}

/// Checks a day in a field.
pub(crate) fn date(findings: &mut Findings, field: &'static str, leaf: &Leaf<Text>) -> Option<Date> {
    findings.within(field, |findings| day(findings, leaf))
}

/// Checks a day at the current position.
pub(crate) fn day(findings: &mut Findings, leaf: &Leaf<Text>) -> Option<Date> {
    let input = leaf.given()?;
    let date = Date::parse(input);
    if date.is_none() {
        findings.report(Problem::InvalidDate { text: input.to_string() });
    }
    date
}

/// Checks a place in a field.
pub(crate) fn place(findings: &mut Findings, leaf: &Leaf<Text>, references: &References) -> Option<Place> {
    let input = leaf.given()?;
    let place = references.places().find(input);
    if place.is_none() {
        findings.within("place", |findings| {
            let problem = Problem::UnknownPlace { place: input.to_string() };
            // A city is not a place here, but lies in one.
            let (cities, places) = (references.cities(), references.places());
            let of_city = || match &*cities.find(input, places).0 {
                [(_, city)] => Some(city.site.place.to_string()),
                _ => None,
            };
            findings.guess(problem, |guesses| of_city().or_else(|| places.nearest(input, guesses)));
        });
    }
    place
}

/// Checks that an amount of money is not of another year than its prices are said to be of.
pub(crate) fn price_year(findings: &mut Findings, unit: Unit, year: u16) -> Option<()> {
    let Unit::Money(money) = unit else { return Some(()) };
    if money.year().is_none_or(|stated| stated == year) {
        return Some(());
    }
    let (unit, expected) = (unit.to_string(), Unit::money(money, year).to_string());
    findings.within("amount", |findings| {
        findings.report_in("unit", Problem::WrongUnit { unit, expected: Listing::of(expected) })
    });
    None
}

/// The exact value of a number, or a report of what is wrong with it.
fn exact(findings: &mut Findings, input: &Number) -> Option<Decimal> {
    let text = match input {
        Number::Exact(value) => return Some(*value),
        Number::Invalid(text) => text,
    };
    match number::parse(text) {
        Ok(value) => return Some(value),
        Err(NumberError::Invalid(meant)) => {
            findings.suggest(Problem::InvalidNumber { text: text.clone() }, || meant);
        }
        Err(NumberError::TooManyDigits(digits)) => {
            let (digits, limit) = (digits as u64, MAX_DIGITS as u64);
            findings.report(Problem::TooManyDigits { digits, limit });
        }
    }
    None
}

fn text(date: Date) -> String {
    alloc::format!("{date}")
}

/// A factor stated in the document itself: a value, its unit, and its source.
pub(crate) fn stated_factor(
    findings: &mut Findings,
    id: Text,
    value: &Leaf<Number>,
    unit: &Leaf<Text>,
    source: &Leaf<Text>,
) -> Option<Factor> {
    let value = count(findings, "value", value, Count::Any, false);
    let text = unit.given();
    let units = text.and_then(|text| rate(text));
    if let (Some(text), None) = (text, units) {
        findings.within("unit", |findings| {
            findings.guess(Problem::UnknownUnit { unit: text.to_string() }, |guesses| {
                let per = Unit::nearest(text.split_once('/')?.1, guesses)?;
                Some(alloc::format!("kgCO2e/{per}"))
            });
        });
    }
    let source = written(findings, "source", source);
    let (value, (mass, unit), source) = (value?, units?, source?);
    let source = Text::from(source);
    let source = Source { id: source.clone(), name: source, ..Source::default() };
    let factor = Factor::plain(id, value, mass, unit, source);
    if factor.is_none() {
        findings.report(Problem::Overflow {});
    }
    factor
}

/// A text that must not be empty.
pub(crate) fn written(findings: &mut Findings, field: &'static str, leaf: &Leaf<Text>) -> Option<String> {
    let text = leaf.given()?;
    if text.trim().is_empty() {
        findings.report_in(field, Problem::EmptyText {});
        return None;
    }
    Some(text.to_string())
}
