//! The JSON of the indicators.

use crate::activity::money::vat::Vat;
use crate::format::output::{Output, output};
use crate::number::Exact;
use crate::number::mass::Mass;
use crate::number::unit::Unit;
use crate::view::indicator::Indicators;
use crate::wire::work::WorkKind;

output! {
    /// Indicators, in kgCO2e; those that the production does not give enough data for are absent.
    pub struct FootprintIndicators {
        /// Per hour of content.
        per_hour: Option<Mass> = optional,
        /// Per shooting day.
        per_shooting_day: Option<Mass> = optional,
        /// Per episode, edition or spot, if the work consists of these and nothing else.
        per_unit: Option<Mass> = optional,
        /// Which of them.
        unit: Option<WorkKind> = optional,
        /// Per 1,000 of the currency of the budget.
        per_thousand: Option<Mass> = optional,
        /// That currency.
        currency: Option<Unit> = optional,
        /// Whether that budget includes value added tax.
        budget_vat: Option<Vat> = optional,
        /// The year of its prices, if it has a single one.
        budget_year: Option<u32> = optional,
        /// The share of the total that is based on physical quantities.
        physical_share: Option<Exact> = optional,
        /// The share of the total that is based on money.
        monetary_share: Option<Exact> = optional,
        /// The share of the total that is based on lines proposed from the calendar, if there are any.
        derived_share: Option<Exact> = optional,
    }
}

impl FootprintIndicators {
    /// Creates the output record of the indicators.
    pub fn new(indicators: Indicators) -> Self {
        Self {
            per_hour: indicators.per_hour,
            per_shooting_day: indicators.per_shooting_day,
            per_unit: indicators.per_unit,
            unit: indicators.unit,
            per_thousand: indicators.per_thousand,
            currency: indicators.currency,
            budget_vat: indicators.budget_vat,
            budget_year: indicators.budget_year,
            physical_share: indicators.physical_share.map(Exact),
            monetary_share: indicators.monetary_share.map(Exact),
            derived_share: indicators.derived_share.map(Exact),
        }
    }
}

impl Output for FootprintIndicators {}
