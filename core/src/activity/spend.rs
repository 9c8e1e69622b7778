//! Spend: what is known of an activity only by its price.

use alloc::string::String;

use rust_decimal::Decimal;

use super::Activity;
use crate::check::{Count, LineCheck};
use crate::demand::{Origin, Step, StepName, Steps};
use crate::diagnostic::Problem;
use crate::number::Number;
use crate::unit::Dimension;
use crate::wire::{Amount, Leaf, Vat, record};

record! {
    /// Money spent in a category, at the prices of a year.
    ///
    /// Key `spend.<category>`, in money of that currency and year, VAT excluded, as the method of the ADEME's
    /// spend factors asks (kgCO2e per k€ excluding VAT). Another year's prices are another unit.
    pub struct Spend {
        /// What was bought: `insurance`, `film-tv-music`, …, as the table of keys has them.
        category: Leaf<String> = "category" required,
        /// The amount; its unit is a currency (`EUR`).
        amount: Leaf<Amount> = "amount" required,
        /// The year of the prices.
        year: Leaf<Number> = "year" required,
        /// Whether the amount includes value added tax.
        vat: Leaf<Vat> = "vat" required,
        /// The rate of the tax in percent, if the amount includes it.
        vat_rate: Leaf<Number> = "vat_rate",
    }
}

impl Activity for Spend {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let key = line.key_under("category", &self.category, "spend.", "");
        let amount = line.amount("amount", &self.amount, &[Dimension::Money]);
        let year = line.year("year", &self.year);
        let tax = self.tax(line);
        let ((value, unit), year) = (amount?, year?);
        let mut steps = Steps::of(StepName::Amount, value, Some(unit), Origin::Given);
        if let Some(step) = tax? {
            steps.push(step);
        }
        line.demand_money(&key?, steps, unit, year)
    }
}

impl Spend {
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
                let denominator = numerator.checked_add(rate)?;
                Some(Some(Step {
                    name: StepName::Vat,
                    numerator,
                    denominator,
                    unit: None,
                    origin: Origin::Given,
                }))
            }
        }
    }
}
