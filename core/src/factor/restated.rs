//! How a factor was restated.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::factor::potentials::Gwp;
use crate::factor::split::{Gas, Part};

/// How a factor was restated: gas by gas, each × its new potential ÷ its old one, exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restated {
    /// Into which potentials.
    pub into: Gwp,
    /// The gases that were restated.
    pub gases: Vec<RestatedGas>,
    /// The common factor of all weights of its splits, which keeps them whole numbers.
    pub(crate) divisor: Decimal,
}

/// A gas of a part that was restated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestatedGas {
    /// The life-cycle part.
    pub part: Part,
    /// The gas.
    pub gas: Gas,
    /// The source's value, in mass units per unit.
    pub value: Decimal,
    /// The potential used by the source.
    pub from: Decimal,
    /// The potential that it is restated with.
    pub into: Decimal,
}
