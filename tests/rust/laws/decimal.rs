//! Decimals and their exact values, written apart from the engine's: whole numbers of any size.

use num_bigint::BigInt;
use proptest::prelude::*;

/// `digits` ÷ 10^`places`.
#[derive(Clone, Debug)]
pub(crate) struct Plain {
    pub(crate) digits: i64,
    pub(crate) places: u32,
}

impl Plain {
    /// The text, with every place written out.
    pub(crate) fn text(&self) -> String {
        let places = self.places as usize;
        let digits = format!("{:0>width$}", self.digits.unsigned_abs(), width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        let sign = if self.digits < 0 { "-" } else { "" };
        let point = if places > 0 { "." } else { "" };
        [sign, whole, point, fraction].concat()
    }

    /// The text without what adds nothing.
    pub(crate) fn shortest(&self) -> String {
        let text = self.text();
        let text = if self.places > 0 { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
        if self.digits == 0 { "0".into() } else { text.into() }
    }

    pub(crate) fn ratio(&self) -> Ratio {
        Ratio { numerator: self.digits.into(), denominator: BigInt::from(10).pow(self.places) }
    }
}

/// Positive decimals of at most `digits` digits and `places` places.
pub(crate) fn positive(digits: u32, places: u32) -> impl Strategy<Value = Plain> {
    (1..10_i64.pow(digits), 0..=places).prop_map(|(digits, places)| Plain { digits, places })
}

/// Decimals from one on, of some `digits` digits and at most `places` places.
pub(crate) fn from_one(digits: u32, places: u32) -> impl Strategy<Value = Plain> {
    positive(digits, places)
        .prop_map(|Plain { digits, places }| Plain { digits: digits + 10_i64.pow(places), places })
}

/// Positive decimals of many digits, below ten million.
pub(crate) fn long() -> impl Strategy<Value = Plain> {
    (1..10_i64.pow(16), 9..=20_u32).prop_map(|(digits, places)| Plain { digits, places })
}

/// An exact quotient; its denominator is positive.
#[derive(Clone, Debug)]
pub(crate) struct Ratio {
    numerator: BigInt,
    denominator: BigInt,
}

impl Ratio {
    pub(crate) fn new(numerator: i64, denominator: i64) -> Self {
        Self { numerator: numerator.into(), denominator: denominator.into() }
    }

    pub(crate) fn times(&self, other: &Self) -> Self {
        Self {
            numerator: &self.numerator * &other.numerator,
            denominator: &self.denominator * &other.denominator,
        }
    }

    pub(crate) fn minus(&self, other: &Self) -> Self {
        Self {
            numerator: &self.numerator * &other.denominator - &other.numerator * &self.denominator,
            denominator: &self.denominator * &other.denominator,
        }
    }

    /// The whole number below, and what is left of it.
    pub(crate) fn floor(&self) -> (BigInt, Self) {
        let mut floor = &self.numerator / &self.denominator;
        if &floor * &self.denominator > self.numerator {
            floor -= 1;
        }
        let rest = &self.numerator - &floor * &self.denominator;
        (floor, Self { numerator: rest, denominator: self.denominator.clone() })
    }

    /// The nearest whole number; a tie goes to the even one.
    pub(crate) fn half_even(&self) -> BigInt {
        let (floor, rest) = self.floor();
        let (twice, whole) = (rest.numerator * 2, &self.denominator);
        let odd = &floor % 2 != BigInt::ZERO;
        if &twice > whole || (&twice == whole && odd) { floor + 1 } else { floor }
    }

    pub(crate) fn exceeds(&self, other: &Self) -> bool {
        &self.numerator * &other.denominator > &other.numerator * &self.denominator
    }
}
