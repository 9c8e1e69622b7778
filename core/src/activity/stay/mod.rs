//! Stays: hotels and furnished rentals.

pub(crate) mod flat;
pub(crate) mod hotel;
