//! Exact ratios, rounding once, and sharing by largest remainders.

use alloc::vec::Vec;
use core::cmp::Reverse;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{CheckedAdd, CheckedMul, CheckedSub};
use rust_decimal::Decimal;

use crate::collection::sorting::sorted;
use crate::number::decimal::mantissa;
use crate::number::mass::Mass;

/// An integer type for exact arithmetic: `i128` where it suffices, otherwise [`BigInt`].
pub(crate) trait Whole: Integer + Clone + CheckedAdd + CheckedMul + CheckedSub {
    /// The number of this value.
    fn of(value: i128) -> Self;
    /// The mass in micrograms, if it is in range.
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

/// An exact ratio with a positive denominator. Every operation returns `None` if the numbers do not
/// fit, which they always do for [`BigInt`].
pub(crate) struct Ratio<N> {
    numerator: N,
    denominator: N,
}

impl<N: Whole> Ratio<N> {
    /// The product of pairs of a numerator and a denominator, ÷ 10 to the power of `scale`.
    pub(crate) fn product(terms: impl IntoIterator<Item = (Decimal, Decimal)>, scale: u32) -> Option<Self> {
        let (mut numerator, mut denominator) = (N::of(1), N::of(1));
        let mut places = i64::from(scale);
        for (above, below) in terms {
            numerator = numerator.checked_mul(&N::of(above.mantissa()))?;
            denominator = denominator.checked_mul(&N::of(below.mantissa()))?;
            places = places.checked_add(above.scale().into())?.checked_sub(below.scale().into())?;
        }
        let shift = power_of_ten::<N>(u32::try_from(places.unsigned_abs()).ok()?)?;
        if places >= 0 {
            denominator = denominator.checked_mul(&shift)?;
        } else {
            numerator = numerator.checked_mul(&shift)?;
        }
        Self::new(numerator, denominator)
    }

    fn new(numerator: N, denominator: N) -> Option<Self> {
        let zero = N::zero();
        if denominator < zero {
            return Self::new(zero.checked_sub(&numerator)?, zero.checked_sub(&denominator)?);
        }
        (denominator > zero).then_some(Self { numerator, denominator })
    }

    /// The largest whole number below a weight × the ratio, and what remains, in parts of the denominator.
    fn quota(&self, weight: i128) -> Option<(N, N)> {
        Some(self.numerator.checked_mul(&N::of(weight))?.div_mod_floor(&self.denominator))
    }

    /// A weight × the ratio, rounded half to even.
    pub(crate) fn rounded(&self, weight: i128) -> Option<N> {
        let (floor, rest) = self.quota(weight)?;
        let twice = rest.checked_add(&rest)?;
        let up = twice > self.denominator || twice == self.denominator && floor.is_odd();
        if up { floor.checked_add(&N::one()) } else { Some(floor) }
    }

    /// Shares a total by the largest remainders of each weight × the ratio; ties in their order.
    ///
    /// The total is the sum of the quotas rounded somehow, so at most one is added to each floor.
    pub(crate) fn apportion(
        &self,
        total: &N,
        weights: impl ExactSizeIterator<Item = i128>,
    ) -> Option<impl Iterator<Item = N>> {
        // Most parts have one gas: it takes all, and needs no list.
        let (one, shares) = match weights.len() {
            1 => (Some(total.clone()), Vec::new()),
            _ => (None, self.by_remainders(total, weights)?),
        };
        Some(one.into_iter().chain(shares))
    }

    fn by_remainders(&self, total: &N, weights: impl ExactSizeIterator<Item = i128>) -> Option<Vec<N>> {
        let mut left = total.clone();
        let mut shares = Vec::with_capacity(weights.len());
        let mut rests = Vec::with_capacity(weights.len());
        for weight in weights {
            let (floor, rest) = self.quota(weight)?;
            left = left.checked_sub(&floor)?;
            shares.push(floor);
            rests.push((Reverse(rest), rests.len()));
        }
        if left > N::zero() {
            rests = sorted(rests, Ord::cmp);
        }
        for (_, at) in rests {
            if left <= N::zero() {
                break;
            }
            let share = shares.get_mut(at)?;
            *share = share.checked_add(&N::one())?;
            left = left.checked_sub(&N::one())?;
        }
        Some(shares)
    }
}

/// Shares a mass by weights, none of them negative and one of them positive; the shares sum to the mass.
pub(crate) fn share(mass: Mass, weights: &[Decimal]) -> Option<Vec<Mass>> {
    let scale = weights.iter().map(Decimal::scale).max()?;
    let weights: Vec<i128> = weights.iter().map(|weight| mantissa(*weight, scale)).collect::<Option<_>>()?;
    let total: BigInt = weights.iter().copied().map(BigInt::of).sum();
    let mass = BigInt::of(mass.micrograms());
    let ratio = Ratio::new(mass.clone(), total)?;
    ratio.apportion(&mass, weights.into_iter())?.map(|share| share.to_mass()).collect()
}

/// A mass × a numerator ÷ a denominator, rounded once, half to even, to a microgram.
pub(crate) fn scaled(mass: Mass, numerator: Decimal, denominator: Decimal) -> Option<Mass> {
    Ratio::<BigInt>::product([(numerator, denominator)], 0)?.rounded(mass.micrograms())?.to_mass()
}

/// A mass ÷ another one, rounded half to even to so many decimal places.
pub(crate) fn quotient(mass: Mass, of: Mass, places: u32) -> Option<Decimal> {
    let unit = BigInt::of(10_i128.checked_pow(places)?);
    let rounded = Ratio::new(unit, BigInt::of(of.micrograms()))?.rounded(mass.micrograms())?;
    Decimal::try_from_i128_with_scale(i128::try_from(&rounded).ok()?, places).ok()
}

/// A decimal ÷ another one, rounded half to even to so many decimal places.
pub(crate) fn decimal_quotient(value: Decimal, of: Decimal, places: u32) -> Option<Decimal> {
    let rounded = Ratio::<BigInt>::product([(value, of)], 0)?.rounded(10_i128.checked_pow(places)?)?;
    Decimal::try_from_i128_with_scale(i128::try_from(&rounded).ok()?, places).ok()
}

fn power_of_ten<N: Whole>(exponent: u32) -> Option<N> {
    let mut power = N::one();
    let mut left = exponent;
    while left > 0 {
        let some = left.min(38);
        power = power.checked_mul(&N::of(10_i128.checked_pow(some)?))?;
        left = left.saturating_sub(some);
    }
    Some(power)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn rounds_half_to_even() {
        let half = Ratio::<i128>::product([(decimal("0.5"), Decimal::ONE)], 0).unwrap();
        // 0.5 → 0, 1.5 → 2, 2.5 → 2, −0.5 → 0, −1.5 → −2
        assert_eq!([1, 3, 5, -1, -3].map(|n| half.rounded(n)), [0, 2, 2, 0, -2].map(Some));
        let third = Ratio::<BigInt>::product([(Decimal::ONE, decimal("-3"))], 0).unwrap();
        assert_eq!(third.rounded(5), Some(BigInt::from(-2))); // −5/3 = −1.67
    }

    #[test]
    fn shares_by_largest_remainders() {
        let mass = |micrograms| Mass::from_micrograms(micrograms).unwrap();
        // 10 in thirds: 3.33 each; the one that is left goes to the first
        let thirds = share(mass(10), &[Decimal::ONE; 3]).unwrap();
        assert_eq!(thirds, [4, 3, 3].map(mass));
        // −10 in thirds: floors −4 each, sum −12; two go to the first two
        let thirds = share(mass(-10), &[Decimal::ONE; 3]).unwrap();
        assert_eq!(thirds, [-3, -3, -4].map(mass));
        // 7 by 0.5 : 1.5 : 0 = 1.75, 5.25, 0: floors 1, 5, 0; the one that is left to 0.75
        let given = share(mass(7), &[decimal("0.5"), decimal("1.5"), Decimal::ZERO]).unwrap();
        assert_eq!(given, [2, 5, 0].map(mass));
        assert_eq!(share(mass(7), &[Decimal::ZERO]), None);
    }

    #[test]
    fn quotients_round_once() {
        let mass = |micrograms| Mass::from_micrograms(micrograms).unwrap();
        // 2 ÷ 3 = 0.666666…
        assert_eq!(quotient(mass(2), mass(3), 6), Some(decimal("0.666667")));
        assert_eq!(quotient(mass(2), mass(0), 6), None);
        // 0.25 ÷ 0.8 = 0.3125 → 0.312, half to even; 0.35 ÷ 0.8 = 0.4375 → 0.438
        assert_eq!(decimal_quotient(decimal("0.25"), decimal("0.8"), 3), Some(decimal("0.312")));
        assert_eq!(decimal_quotient(decimal("0.35"), decimal("0.8"), 3), Some(decimal("0.438")));
        assert_eq!(decimal_quotient(Decimal::ONE, Decimal::ZERO, 3), None);
        // 1,000 × 60 ÷ 52.5 = 1142.857…
        assert_eq!(scaled(mass(1000), decimal("60"), decimal("52.5")), Some(mass(1143)));
    }
}
