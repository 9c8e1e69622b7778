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
    /// By what all weights of its splits are too large, so that they stay whole numbers.
    pub(crate) divisor: Decimal,
}

/// A gas of a part that was restated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestatedGas {
    /// The life-cycle part.
    pub part: Part,
    /// The gas.
    pub gas: Gas,
    /// What the source has, in the mass unit per the unit.
    pub value: Decimal,
    /// The potential that the source took.
    pub from: Decimal,
    /// The potential that it is restated to.
    pub into: Decimal,
}
