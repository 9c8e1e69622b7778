//! How a factor turns a quantity into masses.

use rust_decimal::Decimal;

use crate::factor::split::Split;

/// How a factor turns a quantity into masses: all that pricing needs of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rate<'a> {
    /// Micrograms per mass unit.
    pub(crate) micrograms: Decimal,
    /// The common factor of the weights of the splits.
    pub(crate) divisor: Decimal,
    /// The decimal places of the weights of the splits.
    pub(crate) scale: u32,
    pub(crate) splits: &'a [Split],
}
