//! Names and positions, and sorting: each compiled once.

pub(crate) mod name_map;
pub(crate) mod sorting;
