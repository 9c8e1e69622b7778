//! The JSON of what was restated to other warming potentials, and of what was not.

use crate::factor::restated::RestatedGas;
use crate::factor::split::{Account, Gas, Part};
use crate::format::output::output;
use crate::ledger::as_published::{Unrestated, UnrestatedReason};
use crate::number::Exact;
use crate::number::mass::Mass;

output! {
    /// A gas of a factor that was restated to other warming potentials: its value × `into` ÷ `from`.
    pub struct RestatedPart {
        /// The life-cycle part.
        part: Part,
        /// The gas.
        gas: Gas,
        /// The value in its source, in the mass unit per the unit.
        value: Exact,
        /// The warming potential that its source uses.
        from: Exact,
        /// The warming potential that it is restated to.
        into: Exact,
    }
}

output! {
    /// A mass that could not be restated to other warming potentials and stays as published.
    pub struct UnrestatedMass {
        /// The factor, by its position among the factors from 0.
        factor: u32,
        /// The account.
        account: Account,
        /// Why it could not be restated.
        reason: UnrestatedReason,
        /// The mass in kgCO2e, exact.
        kgco2e: Mass,
    }
}

impl RestatedPart {
    pub(crate) fn new(one: &RestatedGas) -> Self {
        let RestatedGas { part, gas, value, from, into } = *one;
        Self { part, gas, value: Exact(value), from: Exact(from), into: Exact(into) }
    }
}

impl UnrestatedMass {
    pub(crate) fn new(one: Unrestated) -> Self {
        let Unrestated { factor, account, reason, mass } = one;
        Self { factor, account, reason, kgco2e: mass }
    }
}
