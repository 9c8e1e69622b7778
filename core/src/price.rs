//! How much: steps × factor, exactly, rounded once. The one place that multiplies.

use alloc::vec::Vec;
use core::cmp::Reverse;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{CheckedAdd, CheckedMul, CheckedSub};
use rust_decimal::Decimal;

use crate::demand::Step;
use crate::factor::{Account, Factor, Gas, Part, Split};
use crate::mass::Mass;
use crate::unit::Unit;

/// One entry of a price: the mass of a gas of a part in an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Priced {
    pub(crate) account: Account,
    pub(crate) part: Part,
    pub(crate) gas: Gas,
    pub(crate) mass: Mass,
}

/// A whole number that prices are computed in: `i128` where it suffices, else [`BigInt`].
trait Whole: Integer + Clone + From<i64> + CheckedAdd + CheckedMul + CheckedSub {
    fn of(value: i128) -> Self;
    fn to_mass(&self) -> Option<Mass>;
}

impl Whole for i128 {
    fn of(value: i128) -> Self {
        value
    }

    fn to_mass(&self) -> Option<Mass> {
        Mass::from_micrograms(*self)
    }
}

impl Whole for BigInt {
    fn of(value: i128) -> Self {
        Self::from(value)
    }

    fn to_mass(&self) -> Option<Mass> {
        Mass::from_micrograms(i128::try_from(self).ok()?)
    }
}

/// Prices a product by a factor.
///
/// Per account the exact product is rounded once, half to even, to a microgram; its parts, and then the
/// gases of each part, take the largest remainders of their own exact quotas. Entries of no mass are left
/// out. Nothing comes back if a mass is too large to be counted.
pub(crate) fn price(steps: &[Step], factor: &Factor) -> Option<Vec<Priced>> {
    let mut entries = Vec::with_capacity(4);
    for split in &factor.splits {
        let done = exactly::<i128>(steps, factor, split, &mut entries);
        if done.is_none() {
            entries.retain(|entry| entry.account != split.account);
            exactly::<BigInt>(steps, factor, split, &mut entries)?;
        }
    }
    Some(entries)
}

/// Prices a product in one account; nothing if the numbers do not suffice.
fn exactly<N: Whole>(
    steps: &[Step],
    factor: &Factor,
    split: &Split,
    entries: &mut Vec<Priced>,
) -> Option<()> {
    let ratio = Ratio::<N>::of(steps, factor)?;
    let total = ratio.rounded(split.total)?;
    let weights = split.parts.iter().map(|part| part.weight);
    let parts = ratio.apportion(&total, weights)?;
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

/// The exact ratio by which a weight of a factor becomes micrograms.
struct Ratio<N> {
    numerator: N,
    denominator: N,
}

impl<N: Whole> Ratio<N> {
    fn of(steps: &[Step], factor: &Factor) -> Option<Self> {
        let kilograms = Unit::parse("kgCO2e").and_then(|kg| factor.mass.ratio_to(kg))?;
        let mut ratio = Self {
            numerator: N::of(1_000_000_000).checked_mul(&N::of(kilograms.0.into()))?,
            denominator: power_of_ten::<N>(factor.scale)?.checked_mul(&N::of(kilograms.1.into()))?,
        };
        let mut tens: i64 = 0;
        for step in steps {
            ratio.numerator = ratio.numerator.checked_mul(&mantissa(step.numerator))?;
            ratio.denominator = ratio.denominator.checked_mul(&mantissa(step.denominator))?;
            tens = tens.checked_add(step.numerator.scale().into())?;
            tens = tens.checked_sub(step.denominator.scale().into())?;
        }
        let shift = power_of_ten::<N>(u32::try_from(tens.unsigned_abs()).ok()?)?;
        if tens >= 0 {
            ratio.denominator = ratio.denominator.checked_mul(&shift)?;
        } else {
            ratio.numerator = ratio.numerator.checked_mul(&shift)?;
        }
        let zero = N::of(0);
        if ratio.denominator < zero {
            ratio.numerator = zero.checked_sub(&ratio.numerator)?;
            ratio.denominator = zero.checked_sub(&ratio.denominator)?;
        }
        (ratio.denominator > zero).then_some(ratio)
    }

    /// The largest whole number of micrograms below a weight's quota, and what remains, as so many parts
    /// of the denominator.
    fn quota(&self, weight: i128) -> Option<(N, N)> {
        Some(self.numerator.checked_mul(&N::of(weight))?.div_mod_floor(&self.denominator))
    }

    /// A weight's quota, rounded half to even.
    fn rounded(&self, weight: i128) -> Option<N> {
        let (floor, rest) = self.quota(weight)?;
        let twice = rest.checked_add(&rest)?;
        let up = twice > self.denominator || twice == self.denominator && floor.is_odd();
        if up { floor.checked_add(&N::of(1)) } else { Some(floor) }
    }

    /// Shares a total by the largest remainders of the quotas of weights; ties in their order.
    fn apportion(&self, total: &N, weights: impl Iterator<Item = i128>) -> Option<Vec<N>> {
        let quotas: Vec<(N, N)> = weights.map(|weight| self.quota(weight)).collect::<Option<_>>()?;
        if let [_] = quotas.as_slice() {
            return Some(alloc::vec![total.clone()]);
        }
        let (floors, rests): (Vec<N>, Vec<N>) = quotas.into_iter().unzip();
        largest_remainders(total, floors, &rests)
    }
}

/// Gives what a total exceeds its floors by to the largest remainders, one each; ties in their order.
fn largest_remainders<N: Whole>(total: &N, mut floors: Vec<N>, rests: &[N]) -> Option<Vec<N>> {
    let sum = floors.iter().try_fold(N::of(0), |sum, floor| sum.checked_add(floor))?;
    let mut left = total.checked_sub(&sum)?;
    let mut order: Vec<usize> = (0..floors.len()).collect();
    order.sort_by_key(|&at| (Reverse(rests.get(at)), at));
    for at in order {
        if left <= N::of(0) {
            break;
        }
        let floor = floors.get_mut(at)?;
        *floor = floor.checked_add(&N::of(1))?;
        left = left.checked_sub(&N::of(1))?;
    }
    Some(floors)
}

/// Shares a mass by weights, none of them negative: by the largest remainders of the exact quotas, ties
/// in their order. The shares sum to the mass.
pub(crate) fn share(mass: Mass, weights: &[Decimal]) -> Option<Vec<Mass>> {
    let scale = weights.iter().map(Decimal::scale).max()?;
    let weights: Vec<BigInt> = weights
        .iter()
        .map(|weight| Some(mantissa::<BigInt>(*weight) * power_of_ten::<BigInt>(scale.checked_sub(weight.scale())?)?))
        .collect::<Option<_>>()?;
    let total: BigInt = weights.iter().sum();
    if total <= BigInt::of(0) {
        return None;
    }
    let mass = BigInt::from(mass.micrograms());
    let quotas = weights.iter().map(|weight| (&mass * weight).div_mod_floor(&total));
    let (floors, rests): (Vec<BigInt>, Vec<BigInt>) = quotas.unzip();
    let shares = largest_remainders(&mass, floors, &rests)?;
    shares.iter().map(Whole::to_mass).collect()
}

/// A mass times a ratio of two decimals, rounded once, half to even, to a microgram; nothing if the
/// divisor is zero.
pub(crate) fn scaled(mass: Mass, numerator: Decimal, denominator: Decimal) -> Option<Mass> {
    rounded_quotient(mass.micrograms(), numerator, denominator)?.to_mass()
}

/// A quotient of two masses, rounded half to even to so many decimal places.
pub(crate) fn quotient(mass: Mass, of: Mass, places: u32) -> Option<Decimal> {
    let divisor = Decimal::try_from_i128_with_scale(of.micrograms(), 0).ok()?;
    let scaled = rounded_quotient(mass.micrograms(), Decimal::from(10_i128.checked_pow(places)?), divisor)?;
    Decimal::try_from_i128_with_scale(i128::try_from(&scaled).ok()?, places).ok()
}

fn rounded_quotient(value: i128, numerator: Decimal, denominator: Decimal) -> Option<BigInt> {
    if denominator.is_zero() {
        return None;
    }
    let mut ratio = Ratio {
        numerator: mantissa::<BigInt>(numerator) * power_of_ten::<BigInt>(denominator.scale())?,
        denominator: mantissa::<BigInt>(denominator) * power_of_ten::<BigInt>(numerator.scale())?,
    };
    if ratio.denominator < BigInt::of(0) {
        (ratio.numerator, ratio.denominator) = (-ratio.numerator, -ratio.denominator);
    }
    ratio.rounded(value)
}

fn mantissa<N: Whole>(value: Decimal) -> N {
    N::of(value.mantissa())
}

fn power_of_ten<N: Whole>(exponent: u32) -> Option<N> {
    let mut power = N::of(1);
    let mut left = exponent;
    while left > 0 {
        let some = left.min(38);
        power = power.checked_mul(&N::of(10_i128.checked_pow(some)?))?;
        left = left.saturating_sub(some);
    }
    Some(power)
}
