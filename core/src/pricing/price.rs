//! Pricing: terms × factor, exact, rounded once. The only place that prices.

use alloc::vec::Vec;

use num_bigint::BigInt;

use crate::factor::row::Factor;
use crate::factor::split::{Account, Gas, Part, Split};
use crate::number::mass::Mass;
use crate::number::ratio::{Ratio, Whole};
use crate::pricing::demand::Step;

/// One entry of a price: the mass of a gas of a part in an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Priced {
    pub(crate) account: Account,
    pub(crate) part: Part,
    pub(crate) gas: Gas,
    pub(crate) mass: Mass,
}

/// Prices a product by a factor.
///
/// Per account the exact product is rounded once, half to even, to a microgram; its parts, and then the
/// gases of each part, take the largest remainders of their own exact quotas. Entries of no mass are left
/// out. Nothing comes back if a mass is too large to be counted.
/// The list is the caller's and is cleared first, so that it is allocated once for all lines.
pub(crate) fn price(
    steps: &[Step],
    conversions: &[Step],
    factor: &Factor,
    entries: &mut Vec<Priced>,
) -> Option<()> {
    let steps = steps.iter().chain(conversions);
    entries.clear();
    exactly::<i128>(steps.clone(), factor, entries).or_else(|| {
        entries.clear();
        exactly::<BigInt>(steps, factor, entries)
    })
}

/// Prices a product in an integer type; returns `None` if it overflows.
fn exactly<'a, N: Whole>(
    steps: impl Iterator<Item = &'a Step>,
    factor: &Factor,
    entries: &mut Vec<Priced>,
) -> Option<()> {
    // Micrograms in a kilogram × kilograms in the factor's mass unit.
    let micrograms = (factor.micrograms, factor.divisor());
    let terms = steps.map(|step| (step.numerator, step.denominator));
    let ratio = Ratio::<N>::product(terms.chain([micrograms]), factor.scale)?;
    factor.splits.iter().try_for_each(|split| apportion(&ratio, split, entries))
}

/// Apportions the mass of an account among its parts and their gases.
fn apportion<N: Whole>(ratio: &Ratio<N>, split: &Split, entries: &mut Vec<Priced>) -> Option<()> {
    let total = ratio.rounded(split.total)?;
    let parts = ratio.apportion(&total, split.parts.iter().map(|part| part.weight))?;
    for (part, mass) in split.parts.iter().zip(parts) {
        let gases = ratio.apportion(&mass, part.gases.iter().map(|(_, weight)| *weight))?;
        for ((gas, _), mass) in part.gases.iter().zip(gases) {
            let mass = mass.to_mass()?;
            if mass != Mass::ZERO {
                entries.push(Priced { account: split.account, part: part.part, gas: *gas, mass });
            }
        }
    }
    Some(())
}
