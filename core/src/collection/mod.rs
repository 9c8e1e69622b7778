//! Names and positions, and sorting: each compiled once.

pub(crate) mod index;
pub(crate) mod order;
