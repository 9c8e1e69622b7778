//! Restating a factor with the warming potentials of another report.

use alloc::vec::Vec;

use num_integer::Integer;
use rust_decimal::Decimal;

use crate::factor::key::Keys;
use crate::factor::potentials::{Gwp, Potentials};
use crate::factor::restated::{Restated, RestatedGas};
use crate::factor::row::Factor;
use crate::factor::split::{Gas, Part, Split};
use crate::text::vocabulary::Term;

/// The old and the new potential of a gas.
pub(crate) type Potential = (Decimal, Decimal);

impl Factor {
    /// Whether its values are in a set of potentials already.
    pub(crate) fn is_in(&self, set: &str) -> bool {
        self.source.gwp == set
    }

    /// The factor with its gases in other potentials; itself where its source states no set, or that one, or
    /// where no gas of it has both potentials. `None` if the numbers leave what is counted.
    pub(crate) fn restate(&self, potentials: &Potentials, keys: &Keys, into: Gwp) -> Option<Self> {
        let mut restated = self.clone();
        let Some(set) = into.set().filter(|set| !self.source.gwp.is_empty() && !self.is_in(set)) else {
            return Some(restated);
        };
        let of = |gas: &str| potentials.pair(gas, &self.source.gwp, set);
        let fluid = self.keys.iter().find_map(|key| of(&keys.get(*key)?.name));
        let potential = |part: Part, gas: Gas| match (gas, part) {
            // Its potential is 1 in every set.
            (Gas::Co2 | Gas::Co2Biogenic, _) => None,
            (Gas::Unallocated, Part::Whole | Part::Fugitive) => fluid,
            _ => of(gas.text()),
        };
        let mut gases = Vec::new();
        for part in self.splits.iter().flat_map(|split| &split.parts) {
            for &(gas, weight) in &part.gases {
                let Some((from, into)) = potential(part.part, gas) else { continue };
                let value = Decimal::try_from_i128_with_scale(weight, self.scale).ok()?;
                gases.push(RestatedGas { part: part.part, gas, value, from, into });
            }
        }
        if gases.is_empty() {
            return Some(restated);
        }
        let divisor = restate(&mut restated.splits, potential)?;
        restated.restated = Some(Restated { into, gases, divisor });
        Some(restated)
    }

    /// The common factor of the weights of its splits.
    pub(crate) fn divisor(&self) -> Decimal {
        self.restated.as_ref().map_or(Decimal::ONE, |restated| restated.divisor)
    }
}

/// Restates splits with other potentials; returns the common factor of their new weights.
pub(crate) fn restate(
    splits: &mut [Split],
    potential: impl Fn(Part, Gas) -> Option<Potential>,
) -> Option<Decimal> {
    let mut divisor = 1_i128;
    for part in splits.iter().flat_map(|split| &split.parts) {
        for &(gas, _) in &part.gases {
            let Some(pair) = potential(part.part, gas) else { continue };
            let (_, below) = quotient(pair)?;
            divisor = divisor.checked_mul(below.checked_div(divisor.gcd(&below))?)?;
        }
    }
    splits.iter_mut().try_for_each(|split| split.restate(divisor, &potential))?;
    Decimal::try_from_i128_with_scale(divisor, 0).ok()
}

impl Split {
    /// Multiplies every weight by a divisor of all quotients, and by that of its gas; parts and total are sums anew.
    fn restate(&mut self, divisor: i128, potential: impl Fn(Part, Gas) -> Option<Potential>) -> Option<()> {
        self.total = 0;
        for part in &mut self.parts {
            part.weight = 0;
            for (gas, weight) in &mut part.gases {
                let (above, below) = potential(part.part, *gas).map_or(Some((1, 1)), quotient)?;
                let times = divisor.checked_div(below)?.checked_mul(above)?;
                *weight = weight.checked_mul(times)?;
                part.weight = part.weight.checked_add(*weight)?;
            }
            self.total = self.total.checked_add(part.weight)?;
        }
        Some(())
    }
}

/// The new potential ÷ the old one, in lowest terms.
fn quotient((from, into): Potential) -> Option<(i128, i128)> {
    let scaled =
        |value: Decimal, other: Decimal| value.mantissa().checked_mul(10_i128.checked_pow(other.scale())?);
    let (above, below) = (scaled(into, from)?, scaled(from, into)?);
    let common = above.gcd(&below);
    Some((above.checked_div(common)?, below.checked_div(common)?))
}
