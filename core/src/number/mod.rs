//! Exact decimals: from text, and to text.

pub(crate) mod binary64;
pub(crate) mod date;
pub(crate) mod decimal;
pub mod display;
pub(crate) mod mass;
pub(crate) mod ratio;
pub(crate) mod unit;

use alloc::string::{String, ToString};
use core::fmt;

use rust_decimal::Decimal;

/// The most significant digits that a number may have.
pub(crate) const MAX_DIGITS: usize = 28;

/// Why a text is not a number of the format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NumberError {
    /// It is not a plain decimal; holds the probable meaning, if there is one.
    Invalid(Option<String>),
    /// It has more than [`MAX_DIGITS`] significant digits or decimal places.
    TooManyDigits(usize),
}

/// Reads `-?digits[.digits]`, exactly.
///
/// `rust_decimal` would round long numbers and accept more than the format allows.
pub(crate) fn parse(text: &str) -> Result<Decimal, NumberError> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = match unsigned.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (unsigned, None),
    };
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !fraction.is_none_or(digits) {
        return Err(NumberError::Invalid(probably(text)));
    }
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.unwrap_or("").trim_end_matches('0');
    let digits = match whole {
        "" => fraction.trim_start_matches('0').len(),
        whole => whole.len().saturating_add(fraction.len()),
    };
    if digits.max(fraction.len()) > MAX_DIGITS {
        return Err(NumberError::TooManyDigits(digits.max(fraction.len())));
    }
    let mantissa = whole.bytes().chain(fraction.bytes()).try_fold(0_i128, |mantissa, digit| {
        mantissa.checked_mul(10)?.checked_add(digit.saturating_sub(b'0').into())
    });
    let negative = unsigned.len() < text.len();
    let mantissa = if negative { mantissa.and_then(i128::checked_neg) } else { mantissa };
    let scale = u32::try_from(fraction.len()).ok();
    let value = mantissa
        .zip(scale)
        .and_then(|(mantissa, scale)| Decimal::try_from_i128_with_scale(mantissa, scale).ok());
    value.ok_or(NumberError::TooManyDigits(digits))
}

/// What was probably meant: `1 234,5` is `1234.5`.
fn probably(text: &str) -> Option<String> {
    let cleaned: String =
        text.chars().filter(|c| !c.is_whitespace() && *c != '\u{202f}' && *c != '\'').collect();
    // `1,234` is a thousand in English and one and a bit in French: no guess.
    if cleaned.split_once(',').is_some_and(|(_, after)| after.len() == 3) {
        return None;
    }
    let meant = match (cleaned.matches(',').count(), cleaned.contains('.')) {
        (1, false) => cleaned.replace(',', "."),
        _ => cleaned,
    };
    (meant != text && parse(&meant).is_ok()).then_some(meant)
}

/// Reads the text of a JSON number, whose value must be that of the shortest text of its double.
///
/// Any JSON tool may have carried it through a double on the way here, so `0.1` is safe and
/// `0.1234567890123456789` is not: then the answer is `None`, "write it as a string".
pub(crate) fn parse_json(text: &str) -> Option<Decimal> {
    scientific(text).filter(|value| binary64::carries(*value))
}

/// The exact value of a text that may have an exponent.
pub(crate) fn scientific(text: &str) -> Option<Decimal> {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else {
        return parse(text).ok();
    };
    let exponent: i32 = exponent.strip_prefix('+').unwrap_or(exponent).parse().ok()?;
    let (sign, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", mantissa),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut digits = String::with_capacity(64);
    digits.push_str(whole);
    digits.push_str(fraction);
    let point = i32::try_from(whole.len()).ok()?.checked_add(exponent)?;
    if !(-40..=40).contains(&point) {
        return digits.bytes().all(|digit| digit == b'0').then_some(Decimal::ZERO);
    }
    let mut plain = String::from(sign);
    match usize::try_from(point) {
        Ok(point) if point > 0 => {
            let (before, after) = digits.split_at_checked(point).unwrap_or((digits.as_str(), ""));
            plain.push_str(before);
            plain.extend(core::iter::repeat_n('0', point.saturating_sub(digits.len())));
            if !after.is_empty() {
                plain.push('.');
                plain.push_str(after);
            }
        }
        _ => {
            plain.push_str("0.");
            plain.extend(core::iter::repeat_n('0', usize::try_from(point.unsigned_abs()).ok()?));
            plain.push_str(&digits);
        }
    }
    parse(&plain).ok()
}

/// The normal text of a decimal: no exponent, no trailing zeros, no negative zero.
pub(crate) fn text(value: Decimal) -> String {
    value.normalize().to_string()
}

/// A number of the wire format: an exact decimal, or the text entered instead of one.
///
/// ```
/// use claquette::wire::Number;
/// assert_eq!(Number::from("12.50").to_string(), "12.5");
/// assert_eq!(Number::from("12,5").to_string(), "12,5"); // kept as input; checking says what is wrong
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Number {
    /// An exact decimal.
    Exact(Decimal),
    /// A text that is not a number; checking reports it.
    Invalid(String),
}

impl Default for Number {
    fn default() -> Self {
        Self::Exact(Decimal::ZERO)
    }
}

impl From<&str> for Number {
    fn from(text: &str) -> Self {
        parse(text).map_or_else(|_| Self::Invalid(text.to_string()), Self::Exact)
    }
}

impl From<Decimal> for Number {
    fn from(value: Decimal) -> Self {
        Self::Exact(value)
    }
}

impl From<u32> for Number {
    fn from(value: u32) -> Self {
        Self::Exact(Decimal::from(value))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact(value) => value.normalize().fmt(f),
            Self::Invalid(text) => text.fmt(f),
        }
    }
}

impl serde::Serialize for Number {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A decimal of a result: always written as a text, in its normal form.
///
/// ```
/// use claquette::output::Exact;
/// assert_eq!(serde_json::to_string(&Exact("12.50".parse().unwrap())).unwrap(), r#""12.5""#);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exact(pub Decimal);

impl Exact {
    /// One.
    pub const ONE: Self = Self(Decimal::ONE);

    /// The decimal of a mantissa at a scale, without the zeros at its end; `None` if it has too many digits.
    pub(crate) fn of_mantissa(mantissa: i128, scale: u32) -> Option<Self> {
        let (mut mantissa, mut scale) = (mantissa, scale);
        while scale > 0 && mantissa.checked_rem(10) == Some(0) {
            (mantissa, scale) = (mantissa.checked_div(10)?, scale.checked_sub(1)?);
        }
        Decimal::try_from_i128_with_scale(mantissa, scale).ok().map(Self)
    }
}

impl serde::Serialize for Exact {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0.normalize())
    }
}

/// The sum of two decimals, or `None` if it is not exact.
pub(crate) fn sum(a: Decimal, b: Decimal) -> Option<Decimal> {
    let (a, b) = (a.normalize(), b.normalize());
    let scale = a.scale().max(b.scale());
    let sum = decimal::mantissa(a, scale)?.checked_add(decimal::mantissa(b, scale)?)?;
    // Digits that the sum does not need would not leave room for those that it does.
    Exact::of_mantissa(sum, scale).map(|exact| exact.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_exact_or_none() {
        let add = |a: &str, b: &str| sum(a.parse().unwrap(), b.parse().unwrap()).map(text);
        assert_eq!(add("0.1", "0.2"), Some("0.3".into()));
        assert_eq!(add("1.50", "-0.5"), Some("1".into()));
        assert_eq!(add("0.5", "0.50000000000000000000000000"), Some("1".into()));
        // 2⁹⁶ = 79228162514264337593543950336 is the first whole number that has no room.
        assert_eq!(add("79228162514264337593543950334", "1"), Some("79228162514264337593543950335".into()));
        assert_eq!(add("79228162514264337593543950335", "1"), None);
        assert_eq!(add("7922816251426433759354395033.5", "0.5"), Some("7922816251426433759354395034".into()));
        assert_eq!(add("79228162514264337593543950335", "0.1"), None);
        assert_eq!(add("1", "0.0000000000000000000000000001"), Some("1.0000000000000000000000000001".into()));
        assert_eq!(add("100", "0.0000000000000000000000000001"), None);
    }

    #[test]
    fn reads_plain_decimals_exactly() {
        assert_eq!(parse("0012.50").map(text), Ok("12.5".into()));
        assert_eq!(parse("-0").map(text), Ok("0".into()));
        assert_eq!(parse("1000").map(text), Ok("1000".into()));
        assert_eq!(
            parse("0.1234567890123456789012345678").map(text),
            Ok("0.1234567890123456789012345678".into())
        );
        for wrong in ["", "-", "+1", "1.", ".5", "1e3", "NaN", " 1", "1_000", "١"] {
            assert!(matches!(parse(wrong), Err(NumberError::Invalid(_))), "{wrong}");
        }
        assert_eq!(parse(&"9".repeat(40)), Err(NumberError::TooManyDigits(40)));
    }

    #[test]
    fn guesses_what_was_meant() {
        assert_eq!(parse("1 234,5"), Err(NumberError::Invalid(Some("1234.5".into()))));
        assert_eq!(parse("12 km"), Err(NumberError::Invalid(None)));
    }

    #[test]
    fn a_json_number_is_the_shortest_text_of_its_double() {
        assert_eq!(parse_json("0.1").map(text), Some("0.1".into()));
        assert_eq!(parse_json("1.50").map(text), Some("1.5".into()));
        assert_eq!(parse_json("1e3").map(text), Some("1000".into()));
        assert_eq!(parse_json("2.5E-3").map(text), Some("0.0025".into()));
        assert_eq!(parse_json("-0.0").map(text), Some("0".into()));
        assert_eq!(parse_json("9007199254740993"), None); // 2^53 + 1 has no double of its own
        assert_eq!(parse_json("0.1234567890123456789012"), None);
        assert_eq!(parse_json("1e400"), None);
    }
}
