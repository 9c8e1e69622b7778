//! How far a value may lie from the one that stands: the square of its geometric standard deviation.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::number::Exact;

/// The decimal places of a GSD² that a result states.
const PLACES: u32 = 12;

/// Beyond this GSD² an interval says nothing.
const WIDEST: f64 = 1e6;

/// The spread of a value: ln GSD², with which the value lies between value ÷ GSD² and value × GSD² in 95 of 100 cases.
/// Spreads of independent factors of a product add up by their squares.
///
/// `libm` computes the same bits on every platform.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub(crate) struct Spread(pub(crate) f64);

impl Spread {
    /// That of a GSD²; none below 1.
    pub(crate) fn of(gsd2: Decimal) -> Self {
        Self(libm::log(real(gsd2).max(1.0)))
    }

    /// That of a half-width in percent: GSD² = 1 + percent ÷ 100, the inverse of α = GSD² − 1 in the Bilan Carbone method.
    pub(crate) fn percent(percent: Decimal) -> Self {
        Self(libm::log(1.0 + real(percent).max(0.0) / 100.0))
    }

    /// That of a value which may be anything from `low` to `high`: half of the logarithm of their ratio; `None` unless
    /// both are positive, and in this order.
    pub(crate) fn range(low: Decimal, high: Decimal) -> Option<Self> {
        let (low, high) = (real(low), real(high));
        (0.0 < low && low <= high).then(|| Self(libm::log(high / low) / 2.0))
    }

    /// That of a product of independent values.
    pub(crate) fn combined(spreads: impl IntoIterator<Item = Self>) -> Self {
        Self(libm::sqrt(spreads.into_iter().map(|spread| spread.0 * spread.0).sum()))
    }

    /// The GSD², to twelve decimal places; `None` if it is too large to say anything.
    pub(crate) fn gsd2(self) -> Option<Exact> {
        let gsd2 = libm::exp(self.0);
        (gsd2 <= WIDEST).then(|| decimal(gsd2, PLACES)).flatten().map(Exact)
    }
}

/// A decimal as a float, to the nearest.
pub(crate) fn real(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(f64::MAX)
}

/// A float as a decimal of so many places; `None` if it has too many digits.
pub(crate) fn decimal(value: f64, places: u32) -> Option<Decimal> {
    let scaled = libm::rint(value * libm::pow(10.0, places.into()));
    // 2⁹⁶ − 1 is the largest mantissa of a decimal.
    (scaled.abs() < 7.9e28).then(|| Decimal::try_from_i128_with_scale(scaled as i128, places).ok()).flatten()
}
