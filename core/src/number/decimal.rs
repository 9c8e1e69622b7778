//! Decimal arithmetic. The crate's own is inlined, some hundred bytes, at every call; here it
//! is compiled once. Returns `None` on overflow; rounds beyond 28 digits, so sums that
//! must be exact are those of `number::sum`.

use rust_decimal::Decimal;

#[inline(never)]
pub(crate) fn plus(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_add(b)
}

#[inline(never)]
pub(crate) fn minus(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_sub(b)
}

#[inline(never)]
pub(crate) fn times(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_mul(b)
}

/// The mantissa of a decimal at a scale that is at least its own.
pub(crate) fn mantissa(value: Decimal, scale: u32) -> Option<i128> {
    let places = scale.checked_sub(value.scale())?;
    value.mantissa().checked_mul(10_i128.checked_pow(places)?)
}
