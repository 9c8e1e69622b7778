//! Spend: what is known of an activity only by its price.

use alloc::format;
use alloc::string::ToString;

use rust_decimal::Decimal;

use crate::activity::Activity;
use crate::activity::money::vat::Vat;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::parameter::Listing;
use crate::field::line_check::LineCheck;
use crate::field::value::Count;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number;
use crate::number::Number;
use crate::number::decimal::{plus, times};
use crate::number::unit::{Dimension, Unit};
use crate::pricing::demand::{Field, Origin, Step, StepName, Steps};
use crate::text::shared::Text;

record! {
    /// Money spent in a category, at the prices of a year.
    ///
    /// Key `spend.<category>`, in money of that currency and year, VAT excluded, as the method of the ADEME's
    /// spend factors asks (kgCO2e per k€ excluding VAT). Where the factor is per money of another currency or
    /// year, the amount is changed at the mean rate of its own year, and then rebased by the consumer prices
    /// of the country of the factor, where the tables have both years; else `worth` says what it is worth.
    pub struct Spend {
        /// What was bought: `insurance`, `film-tv-music`, …, as the table of keys has them.
        category: Leaf<Text> = "category" required,
        /// The amount; its unit is a currency (`EUR`).
        amount: Leaf<Amount> = "amount" required,
        /// The year of the prices.
        year: Leaf<Number> = "year" required,
        /// Whether the amount includes value added tax.
        vat: Leaf<Vat> = "vat" required,
        /// The rate of the tax in percent, if the amount includes it.
        vat_rate: Leaf<Number> = "vat_rate",
        /// What one unit of the amount's currency is worth in money of another currency or year (`EUR_2023`),
        /// instead of what the tables of prices say.
        worth: Leaf<Amount> = "worth",
    }
}

/// By how much prices rise at most between two years: in the bundled table, that of Turkey has 9.06 from 2015 to 2024.
const PRICES_RISE: u32 = 10;

impl Activity for Spend {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let key = line.key_under("category", &self.category, "spend.", "");
        let amount = line.amount("amount", &self.amount, &[Dimension::Money]);
        let year = line.year("year", &self.year);
        let tax = self.tax(line);
        let worth = self.worth(line);
        let ((value, unit), year) = (amount?, year?);
        line.price_year(unit, year)?;
        let mut steps = Steps::of(StepName::Amount, value, Some(unit), Origin::Given);
        if let Some(step) = tax? {
            steps.push(step);
        }
        let Some(step) = worth? else { return line.demand_money(&key?, steps, unit, year) };
        let Unit::Money(money) = unit else { return None };
        steps.convert(unit, money.single());
        steps.push(step);
        let unit = step.unit?;
        let Unit::Money(worth) = unit else { return None };
        let far = step.numerator > PRICES_RISE.into()
            || times(step.numerator, PRICES_RISE.into()).is_some_and(|risen| risen < Decimal::ONE);
        if far && worth.currency() == money.currency() {
            let (value, currency) = (number::text(step.numerator), money.currency().to_string());
            line.report_in("worth", Problem::WorthFar { value, unit: unit.to_string(), currency });
        }
        line.demand_money(&key?, steps, unit, worth.year()?)
    }
}

impl Spend {
    /// The step into the money that the line says one unit is worth.
    fn worth(&self, line: &mut LineCheck<'_>) -> Option<Option<Step>> {
        if self.worth.is_absent() {
            return Some(None);
        }
        let (value, unit) = line.amount("worth", &self.worth, &[Dimension::Money])?;
        if !matches!(unit, Unit::Money(money) if money.year().is_some()) {
            let expected = Listing::of(format!("{unit}_2023"));
            let problem = Problem::WrongUnit { unit: unit.to_string(), expected };
            line.within("worth", |line| line.report_in("unit", problem));
            return None;
        }
        Some(Some(Step {
            name: StepName::Worth,
            numerator: value,
            denominator: Decimal::ONE,
            unit: Some(unit),
            origin: Origin::Given,
        }))
    }

    /// The step that takes the tax out: 100 ÷ (100 + rate).
    fn tax(&self, line: &mut LineCheck<'_>) -> Option<Option<Step>> {
        match self.vat.given()? {
            Vat::Excluded => {
                line.unused(&[("vat_rate", !self.vat_rate.is_absent())], "vat: excluded");
                Some(None)
            }
            Vat::Unknown => {
                line.report_in("vat", Problem::VatUnknown {});
                None
            }
            Vat::Included => {
                let rate = line.needed_count("vat_rate", &self.vat_rate, "vat: included", Count::Percent)?;
                let numerator = Decimal::ONE_HUNDRED;
                let denominator = plus(numerator, rate)?;
                Some(Some(Step {
                    name: StepName::Vat,
                    numerator,
                    denominator,
                    unit: None,
                    origin: Origin::GivenBy(Field::Own("vat_rate")),
                }))
            }
        }
    }
}
