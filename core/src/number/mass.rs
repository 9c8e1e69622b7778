//! Masses of greenhouse gases, in whole micrograms.

use alloc::string::String;
use core::fmt;

use rust_decimal::Decimal;

/// Masses stay below 2⁹⁶ µg (79 × 10¹² t), so that every decimal type of 96 bits holds them.
const BOUND: i128 = 1 << 96;

/// A mass in whole micrograms of CO2e: exact, and only ever added.
///
/// ```
/// use claquette::Mass;
/// let mass = Mass::from_micrograms(133_600_000_000).unwrap();
/// assert_eq!(mass.kilograms().to_string(), "133.6");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mass(i128);

impl Mass {
    /// The decimal places of a kilogram down to a microgram.
    pub(crate) const PLACES: u32 = 9;

    /// The zero mass.
    pub const ZERO: Self = Self(0);

    /// A mass in micrograms, or `None` from 2⁹⁶ on.
    pub fn from_micrograms(micrograms: i128) -> Option<Self> {
        (-BOUND < micrograms && micrograms < BOUND).then_some(Self(micrograms))
    }

    /// A mass in kilograms; `None` if it is no whole number of micrograms, or from 2⁹⁶ µg on.
    pub(crate) fn from_kilograms(kilograms: Decimal) -> Option<Self> {
        crate::number::decimal::mantissa(kilograms, Self::PLACES).and_then(Self::from_micrograms)
    }

    /// The micrograms.
    pub fn micrograms(self) -> i128 {
        self.0
    }

    /// The kilograms, exact, without trailing zeros.
    pub fn kilograms(self) -> Decimal {
        Decimal::try_from_i128_with_scale(self.0, Self::PLACES).unwrap_or_default().normalize()
    }

    /// The sum, or `None` from 2⁹⁶ µg on.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        Self::from_micrograms(self.0.checked_add(other.0)?)
    }

    /// The sum of masses, or `None` from 2⁹⁶ µg on.
    pub(crate) fn sum(masses: impl IntoIterator<Item = Self>) -> Option<Self> {
        masses.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }

    /// The kilograms in the notation of the wire format.
    pub(crate) fn text(self) -> String {
        crate::number::text(self.kilograms())
    }
}

/// The exact kilograms.
impl fmt::Display for Mass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} kgCO2e", self.kilograms())
    }
}

impl serde::Serialize for Mass {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text())
    }
}
