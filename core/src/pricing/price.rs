//! Pricing: terms × factor, exact, rounded once. The only place that prices.

use alloc::vec::Vec;

use num_bigint::BigInt;
use rust_decimal::Decimal;

use crate::factor::rate::Rate;
use crate::factor::split::Split;
use crate::number::mass::Mass;
use crate::number::ratio::{Ratio, Whole};

/// Prices a product of terms, each a numerator and a denominator, by the rate of a factor.
///
/// Per account the exact product is rounded once, half to even, to a microgram; its parts, and then the
/// gases of each part, take the largest remainders of their own exact quotas. The masses are in the order of the
/// splits, their parts and gases. Returns `None` if a mass is too large to be counted.
pub(crate) fn price(
    terms: impl Iterator<Item = (Decimal, Decimal)> + Clone,
    rate: &Rate<'_>,
) -> Option<Vec<Mass>> {
    exactly::<i128>(terms.clone(), rate).or_else(|| exactly::<BigInt>(terms, rate))
}

/// Prices a product in an integer type; returns `None` if it overflows.
fn exactly<N: Whole>(terms: impl Iterator<Item = (Decimal, Decimal)>, rate: &Rate<'_>) -> Option<Vec<Mass>> {
    // Micrograms in a kilogram × kilograms in the factor's mass unit.
    let ratio = Ratio::<N>::product(terms.chain([(rate.micrograms, rate.divisor)]), rate.scale)?;
    let parts = rate.splits.iter().flat_map(|split| &split.parts);
    let mut masses = Vec::with_capacity(parts.map(|part| part.gases.len()).sum());
    rate.splits.iter().try_for_each(|split| apportion(&ratio, split, &mut masses))?;
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
