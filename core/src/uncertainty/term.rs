//! The uncertain value that a term of a product is.

use alloc::string::String;

use crate::ledger::footprint::Footprint;
use crate::ledger::product::{Product, ProductTerm};
use crate::ledger::used::row::UsedAssumption;
use crate::number::Exact;
use crate::pricing::demand::StepName;
use crate::uncertainty::cause::{Cause, CauseKind};
use crate::uncertainty::options::UncertaintyOptions;
use crate::uncertainty::spread::Spread;

/// The GSD² of a spend-based factor at the prices of another year: the Base Carbone's 56 sectors, ratios of 2019 to
/// 2022 rebased by consumer prices against those of 2023, root mean square of 224 logarithms 0.1224739
/// (`tests/factors/derive_carried.py`).
const PRICE_INDEX: f64 = 1.277_555;

/// The GSD² of a mean exchange rate of a year against that of the day, a declared default: that of a real datum.
const EXCHANGE_RATE: f64 = 1.05;

/// An uncertain value, and the spread that it gives a product; negative where the product shrinks as the value grows.
pub(crate) type Sensitivity = (Cause, f64);

/// A product whose terms are looked through.
pub(crate) struct Terms<'a> {
    pub(crate) footprint: &'a Footprint,
    pub(crate) options: &'a UncertaintyOptions,
    pub(crate) product: &'a Product,
    /// The product of the other country, if the two share a journey.
    pub(crate) other_half: Option<&'a Product>,
}

impl Terms<'_> {
    /// What is uncertain in them, but for what the line gives.
    pub(crate) fn sensitivities(&self) -> impl Iterator<Item = Sensitivity> {
        let is_index = |term: &&ProductTerm| term.name == StepName::PriceIndex;
        // Two rows of an index, and what carries them forward, are one uncertain ratio of prices.
        let index = self.product.terms.iter().find(is_index).and_then(|term| self.price_index(term));
        index.into_iter().chain(self.product.terms.iter().filter_map(|term| self.sensitivity(term)))
    }

    fn sensitivity(&self, term: &ProductTerm) -> Option<Sensitivity> {
        // The number of seats changes no product: its class is in the key.
        if matches!(term.name, StepName::PriceIndex | StepName::CarriedIndex | StepName::Seats) {
            return None;
        }
        let divides = term.numerator == Exact::ONE && term.denominator != Exact::ONE;
        let sign = if divides { -1.0 } else { 1.0 };
        if let Some(price) = term.price {
            let name = table_name(&price.of(&self.footprint.prices)?.row);
            return Some((Cause::named(CauseKind::ExchangeRate, name), sign * libm::log(EXCHANGE_RATE)));
        }
        let assumption = term.assumption?.of(&self.footprint.assumptions)?;
        let range = assumption.low.zip(assumption.high).and_then(|(low, high)| Spread::range(low.0, high.0));
        let spread = range.unwrap_or_else(|| Spread::of(self.options.statistical));
        if term.name == StepName::Share
            && let Some((journey, sign)) = self.shared_journey()
        {
            let code = [&*assumption.id, " ", &journey].concat();
            return Some((of_assumption(assumption, code), sign * spread.0));
        }
        Some((of_assumption(assumption, String::from(&*assumption.id)), sign * spread.0))
    }

    fn price_index(&self, term: &ProductTerm) -> Option<Sensitivity> {
        let name = table_name(&term.price?.of(&self.footprint.prices)?.row);
        Some((Cause::named(CauseKind::PriceIndex, name), libm::log(PRICE_INDEX)))
    }

    /// The two countries that share the journey of this product, and the sign of this one's: what one has more of it, the
    /// other has less.
    fn shared_journey(&self) -> Option<(String, f64)> {
        let here = self.place(self.product)?;
        let there = self.place(self.other_half?)?;
        let (first, second, sign) = if here <= there { (here, there, 1.0) } else { (there, here, -1.0) };
        Some(([first, " ", second].concat(), sign))
    }

    fn place(&self, product: &Product) -> Option<&str> {
        let place = self.footprint.request_of(product)?.place?.of(&self.footprint.places)?;
        Some(&place.code)
    }
}

fn of_assumption(assumption: &UsedAssumption, code: String) -> Cause {
    let (fr, en) = (String::from(&*assumption.fr), String::from(&*assumption.en));
    Cause { kind: CauseKind::Assumption, code, fr, en }
}

/// A row of a table of prices without its year: `price-index.csv FR`.
fn table_name(row: &str) -> &str {
    row.rsplit_once(' ').map_or(row, |(name, _)| name)
}
