//! Names and positions, rows that are kept once, and sorting, each compiled once; values that are made later.

pub(crate) mod interned;
pub(crate) mod later;
pub(crate) mod name_map;
pub(crate) mod sorting;
