//! Names and positions, rows that are kept once, and sorting: each compiled once.

pub(crate) mod interned;
pub(crate) mod name_map;
pub(crate) mod sorting;
