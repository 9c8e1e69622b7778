//! Pricing: terms × factor, exact, rounded once. The only place that prices.

use alloc::vec::Vec;

use num_bigint::BigInt;

use crate::factor::row::Factor;
use crate::factor::split::Split;
use crate::number::mass::Mass;
use crate::number::ratio::{Ratio, Whole};
use crate::pricing::demand::Step;

/// Prices a product by a factor.
///
/// Per account the exact product is rounded once, half to even, to a microgram; its parts, and then the
/// gases of each part, take the largest remainders of their own exact quotas. The masses are in the order of the
/// splits, their parts and gases. Returns `None` if a mass is too large to be counted.
pub(crate) fn price(steps: &[Step], conversions: &[Step], factor: &Factor) -> Option<Vec<Mass>> {
    let steps = steps.iter().chain(conversions);
    exactly::<i128>(steps.clone(), factor).or_else(|| exactly::<BigInt>(steps, factor))
}

/// Prices a product in an integer type; returns `None` if it overflows.
fn exactly<'a, N: Whole>(steps: impl Iterator<Item = &'a Step>, factor: &Factor) -> Option<Vec<Mass>> {
    // Micrograms in a kilogram × kilograms in the factor's mass unit.
    let micrograms = (factor.micrograms, factor.divisor());
    let terms = steps.map(|step| (step.numerator, step.denominator));
    let ratio = Ratio::<N>::product(terms.chain([micrograms]), factor.scale)?;
    let mut masses = Vec::with_capacity(factor.slots());
    factor.splits.iter().try_for_each(|split| apportion(&ratio, split, &mut masses))?;
    Some(masses)
}

/// Apportions the mass of an account among its parts and their gases.
fn apportion<N: Whole>(ratio: &Ratio<N>, split: &Split, masses: &mut Vec<Mass>) -> Option<()> {
    let total = ratio.rounded(split.total)?;
    let parts = ratio.apportion(&total, split.parts.iter().map(|part| part.weight))?;
    for (part, mass) in split.parts.iter().zip(parts) {
        let gases = ratio.apportion(&mass, part.gases.iter().map(|(_, weight)| *weight))?;
        for mass in gases {
            masses.push(mass.to_mass()?);
        }
    }
    Some(())
}
