//! Which decimals a double, the number of most JSON tools, carries unchanged; decided without floats.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed};
use rust_decimal::Decimal;

/// Every decimal of up to fifteen significant digits comes back from a double.
const SAFE: u32 = 15;

/// No double needs more than seventeen significant digits.
const MOST: u32 = 17;

/// The bits of the significand of a double.
const BITS: u64 = 53;

/// Whether a decimal is the shortest text of the double that is nearest to it, and of such texts the nearest:
/// then any tool that carries it through a double writes it again.
///
/// The values of this format are far from the ends of the range of doubles.
pub(crate) fn carries(value: Decimal) -> bool {
    let mut digits = value.mantissa().unsigned_abs();
    let mut zeros = 0_u32;
    while digits != 0 && digits.is_multiple_of(10) {
        digits /= 10;
        zeros = zeros.saturating_add(1);
    }
    let count = digits.checked_ilog10().map_or(0, |log| log.saturating_add(1));
    count <= SAFE || count <= MOST && is_shortest(digits, zeros, value.scale()).unwrap_or(false)
}

/// The same for `digits` × 10^`zeros` ÷ 10^`scale`. All lengths here are multiples of the same small unit, so
/// that all of them are whole.
fn is_shortest(digits: u128, zeros: u32, scale: u32) -> Option<bool> {
    let last_digit = BigInt::from(10).pow(zeros);
    let value = BigInt::from(digits).checked_mul(&last_digit)?;
    let one = BigInt::from(10).pow(scale);
    // So many binary places that the significand of the double has all its bits before the point, and two more
    // for halves and quarters of its last bit.
    let places = BITS.saturating_add(one.bits()).saturating_add(2);
    let places = u32::try_from(places.saturating_sub(value.bits().min(places))).ok()?.saturating_add(2);
    let unit = BigInt::from(2).pow(places);
    let (value, last_digit) = (value.checked_mul(&unit)?, last_digit.checked_mul(&unit)?);
    // The last bit of the double: a power of two with which the significand has 53 bits.
    let mut last_bit = one;
    while value.div_floor(&last_bit).bits() > BITS {
        last_bit = last_bit.checked_mul(&BigInt::from(2))?;
    }
    let (floor, rest) = value.div_mod_floor(&last_bit);
    let up = match rest.checked_mul(&BigInt::from(2))?.cmp(&last_bit) {
        core::cmp::Ordering::Less => false,
        core::cmp::Ordering::Equal => floor.is_odd(),
        core::cmp::Ordering::Greater => true,
    };
    let significand = if up { floor.checked_add(&BigInt::one())? } else { floor };
    let double = significand.checked_mul(&last_bit)?;
    // Of the texts of as many digits it is the nearest, of two the even one …
    let away = value.checked_sub(&double)?.abs().checked_mul(&BigInt::from(2))?;
    if away > last_digit || away == last_digit && !digits.is_multiple_of(2) {
        return Some(false);
    }
    // … and those of one digit less, just below and just above, are of other doubles.
    let half = last_bit.div_floor(&BigInt::from(2));
    // Below a power of two, doubles are twice as close.
    let is_power = significand == BigInt::from(2).pow(u32::try_from(BITS).ok()?.saturating_sub(1));
    let below = if is_power { half.div_floor(&BigInt::from(2)) } else { half.clone() };
    let (lowest, highest) = (double.checked_sub(&below)?, double.checked_add(&half)?);
    let same_double = |text: &BigInt| {
        let ends = *text == lowest || *text == highest;
        *text > lowest && *text < highest || ends && significand.is_even()
    };
    let tens = last_digit.checked_mul(&BigInt::from(10))?;
    let shorter = value.div_floor(&tens).checked_mul(&tens)?;
    let next = shorter.checked_add(&tens)?;
    Some(!same_double(&shorter) && !same_double(&next))
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    /// The shortest text of the double of a text, and of such texts the nearest, even in a tie: as ECMAScript and
    /// Python write it. The shortest texts of Rust differ from those in ties: 75348182965484.625 is `….63` there.
    fn by_floats(text: &str) -> Option<Decimal> {
        let double: f64 = text.parse().unwrap();
        let mut texts = (0..17).map(|digits| alloc::format!("{double:.digits$e}"));
        crate::number::scientific(&texts.find(|text| text.parse() == Ok(double))?)
    }

    fn agree(text: &str) {
        let value = crate::number::parse(text).unwrap();
        assert_eq!(carries(value), by_floats(text) == Some(value), "{text}");
    }

    #[test]
    fn says_what_floats_say() {
        // 0.1 + 0.2 in doubles, and its neighbours; 2^53 and around; powers of two, whose lower half is narrower.
        for text in [
            "0.30000000000000004",
            "0.30000000000000005",
            "0.30000000000000003",
            "0.3000000000000000",
            "9007199254740992",
            "9007199254740993",
            "9007199254740994",
            "90071992547409920",
            "18014398509481984",
            "0.12345678901234567",
            "0.1234567890123456",
            "1234567890123456.5",
            "12345678901234567.5",
            "0.0000000000000000000000000001",
            "79228162514264337593543950335",
            "1000000000000000000000",
            "0.00000000000000000012345678901",
            "123456789012345670000000000",
        ] {
            if crate::number::parse(text).is_ok() {
                agree(text);
            }
        }
        // A walk over numbers of sixteen and seventeen digits, by a linear congruence.
        let mut state = 1_u64;
        for turn in 0..40_000_u32 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let digits = 1_000_000_000_000_000 + (state >> 8) % 99_000_000_000_000_000;
            let scale = turn % 29;
            let value = Decimal::from_i128_with_scale(digits.into(), scale).normalize();
            agree(&value.to_string());
            // And over what doubles print.
            let double = f64::from_bits((state >> 12) | ((1023 - 60 + u64::from(turn % 110)) << 52));
            let text = double.to_string();
            if crate::number::parse(&text).is_ok() {
                agree(&text);
            }
        }
    }
}
