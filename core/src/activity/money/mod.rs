//! Money, and whatever has no kind of its own.

pub(crate) mod custom;
pub(crate) mod spend;
pub(crate) mod vat;
