//! Indicators: a footprint relative to its production.

use rust_decimal::Decimal;

use crate::activity::money::vat::Vat;
use crate::factor::split::Account;
use crate::ledger::footprint::Footprint;
use crate::number::Exact;
use crate::number::mass::Mass;
use crate::number::ratio::{quotient, scaled};
use crate::number::unit::Unit;
use crate::wire::work::WorkKind;

/// Counted emissions relative to the production. Quotients of masses are rounded half to even
/// to one microgram, shares to six decimal places; `None` if the production lacks the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Indicators {
    /// Per hour of content.
    pub per_hour: Option<Mass>,
    /// Per shooting day.
    pub per_shooting_day: Option<Mass>,
    /// Per episode, edition or spot, if the work consists of these and nothing else,
    pub per_unit: Option<Mass>,
    /// and which of them.
    pub unit: Option<WorkKind>,
    /// Per 1,000 of the currency of the budget,
    pub per_thousand: Option<Mass>,
    /// its currency,
    pub currency: Option<Unit>,
    /// with or without value added tax,
    pub budget_vat: Option<Vat>,
    /// at the prices of this year, if there is one.
    pub budget_year: Option<u32>,
    /// The share of the total that rests on physical quantities.
    pub physical_share: Option<Decimal>,
    /// The share of the total that rests on money.
    pub monetary_share: Option<Decimal>,
    /// The share of the total that rests on lines proposed from the calendar, if there are any.
    pub derived_share: Option<Decimal>,
}

/// The decimal places of shares.
pub(crate) const SHARE_PLACES: u32 = 6;

impl Indicators {
    /// The indicators of a footprint.
    ///
    /// ```
    /// use claquette::{Indicators, Limits, Options, References, check_json, compute};
    /// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
    /// let input = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "shooting_days": 8,
    ///   "lines": [{"id": "L1", "what": {"electricity": {"energy": {"value": "1000", "unit": "kWh"}}}}]}"#;
    /// let production = check_json(input, &references, &Limits::default()).production.unwrap();
    /// let footprint = compute(&production, &references, &Options::default()).unwrap();
    /// // 1,000 kWh × 0.0519 = 51.9 kg; ÷ 8 days = 6.4875 kg
    /// let indicators = Indicators::of(&footprint);
    /// assert_eq!(indicators.per_shooting_day.unwrap().kilograms().to_string(), "6.4875");
    /// assert_eq!(indicators.per_hour, None);
    /// ```
    pub fn of(footprint: &Footprint) -> Self {
        let total = footprint.total(Account::Counted);
        let production = &footprint.production;
        let budget = &production.budget;
        let per = |times: u32, of: Option<Exact>| of.and_then(|of| scaled(total, times.into(), of.0));
        let counted = footprint.in_account(Account::Counted);
        let monetary = counted.filter(|entry| footprint.rests_on_money(entry));
        let monetary = Mass::sum(monetary.map(|entry| entry.mass)).unwrap_or_default();
        let physical = Mass::from_micrograms(total.micrograms().saturating_sub(monetary.micrograms()));
        let share = |mass: Mass| quotient(mass, total, SHARE_PLACES).map(|share| share.normalize());
        Self {
            per_hour: per(60, production.minutes),
            per_shooting_day: per(1, production.shooting_days),
            per_unit: per(1, production.units),
            unit: production.units.and(production.unit),
            per_thousand: per(1000, budget.total),
            currency: budget.total.and(budget.currency),
            budget_vat: budget.total.and(budget.vat),
            budget_year: budget.total.and(budget.year),
            physical_share: physical.and_then(share),
            monetary_share: share(monetary),
            derived_share: footprint.derived().and_then(share),
        }
    }
}
