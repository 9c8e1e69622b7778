//! The arithmetic of decimals. That of their crate is written out, some hundred bytes, wherever it is called; here it
//! is compiled once. Nothing comes of it where the result has no room; of more than 28 digits it is rounded, so sums that
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
