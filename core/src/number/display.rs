//! Figures for people: two or three significant digits, in the notation of a language.

use alloc::format;
use alloc::string::{String, ToString};

use rust_decimal::{Decimal, RoundingStrategy};

use crate::number::decimal::times;
use crate::number::mass::Mass;
use crate::text::language::Language;

/// The number of significant digits shown.
const DIGITS: u32 = 3;

/// A mass in tonnes, kilograms or grams, whichever reads best, to three significant digits.
///
/// ```
/// use claquette::{Language, Mass, display};
/// let mass = Mass::from_micrograms(1_149_655_972_000).unwrap();
/// assert_eq!(display::mass(mass, Language::Fr), "1,15\u{a0}t");
/// assert_eq!(display::mass(mass, Language::En), "1.15\u{a0}t");
/// ```
pub fn mass(mass: Mass, language: Language) -> String {
    let kilograms = mass.kilograms();
    let (scale, unit) = unit_of(kilograms.abs());
    let value = kilograms.checked_div(scale).unwrap_or_default();
    format!("{}\u{a0}{unit}", written(significant(value), language))
}

/// The kilograms of the unit that reads best, and its symbol.
fn unit_of(size: Decimal) -> (Decimal, &'static str) {
    match () {
        () if size.is_zero() => (Decimal::ONE, "kg"),
        () if size >= Decimal::ONE_THOUSAND => (Decimal::ONE_THOUSAND, "t"),
        () if size >= Decimal::ONE => (Decimal::ONE, "kg"),
        () => (Decimal::new(1, 3), "g"),
    }
}

/// A mass with the ends of its interval, `101 t (70 to 145)`: half of the width has two significant digits, and all
/// three numbers end at the place of the second.
///
/// ```
/// use claquette::{Language, Mass, display};
/// let tonnes = |tonnes: i128| Mass::from_micrograms(tonnes * 1_000_000_000_000).unwrap();
/// let text = display::interval(tonnes(101), tonnes(70), tonnes(145), Language::Fr);
/// assert_eq!(text, "101\u{a0}t (70 à 145)");
/// ```
pub fn interval(mass: Mass, lower: Mass, upper: Mass, language: Language) -> String {
    let (scale, unit) = unit_of(mass.kilograms().abs().max(upper.kilograms().abs()));
    let half = upper.kilograms().checked_sub(lower.kilograms()).unwrap_or_default();
    let half = half.checked_div(Decimal::TWO).and_then(|half| half.checked_div(scale)).unwrap_or_default();
    let half =
        half.round_sf_with_strategy(2, RoundingStrategy::MidpointNearestEven).unwrap_or(half).normalize();
    if half.is_zero() {
        return self::mass(mass, language);
    }
    let step = place(half);
    let [mass, lower, upper] = [mass, lower, upper].map(|mass| {
        let value = mass.kilograms().checked_div(scale).unwrap_or_default();
        let steps = value.checked_div(step).and_then(|steps| times(nearest(steps), step));
        written(steps.unwrap_or(value), language)
    });
    format!("{mass}\u{a0}{unit} ({lower} {} {upper})", language.pick("à", "to"))
}

fn nearest(value: Decimal) -> Decimal {
    value.round_dp_with_strategy(0, RoundingStrategy::MidpointNearestEven)
}

/// The unit of the second significant digit of a number of two: 1 for 38, 0.1 for 3.8, 10 for 380.
fn place(value: Decimal) -> Decimal {
    let mut place = Decimal::new(1, 27);
    while let Some(next) =
        place.checked_mul(Decimal::TEN).filter(|next| times(*next, Decimal::TEN) <= Some(value))
    {
        place = next;
    }
    place
}

/// A share as a percentage of at most one decimal.
pub fn percent(share: Decimal, language: Language) -> String {
    let percent = times(share, Decimal::ONE_HUNDRED).unwrap_or_default();
    let places = u32::from(percent.abs() < Decimal::TEN);
    let rounded = percent.round_dp_with_strategy(places, RoundingStrategy::MidpointNearestEven);
    format!("{}{}", written(rounded, language), language.pick("\u{a0}%", "%"))
}

/// A decimal in the notation of a language: `1 234,5` or `1,234.5`.
pub fn written(value: Decimal, language: Language) -> String {
    let text = value.normalize().to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", &*text), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut grouped = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        let left = whole.len().saturating_sub(at);
        if at > 0 && left.is_multiple_of(3) {
            grouped.push(language.pick('\u{202f}', ','));
        }
        grouped.push(digit);
    }
    if !fraction.is_empty() {
        grouped.push(language.pick(',', '.'));
        grouped.push_str(fraction);
    }
    grouped
}

/// A value rounded half to even to three significant digits.
pub fn significant(value: Decimal) -> Decimal {
    value.round_sf_with_strategy(DIGITS, RoundingStrategy::MidpointNearestEven).unwrap_or(value).normalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_as_people_do() {
        let text = |text: &str, language| written(text.parse().unwrap(), language);
        assert_eq!(text("1234567.5", Language::Fr), "1\u{202f}234\u{202f}567,5");
        assert_eq!(text("-1234567.5", Language::En), "-1,234,567.5");
        assert_eq!(text("12", Language::Fr), "12");
        let rounded = |text: &str| significant(text.parse().unwrap()).to_string();
        assert_eq!(rounded("271449.9"), "271000");
        assert_eq!(rounded("0.0012345"), "0.00123");
        assert_eq!(percent("0.2746".parse().unwrap(), Language::Fr), "27\u{a0}%");
        assert_eq!(percent("0.0746".parse().unwrap(), Language::En), "7.5%");
    }
}
