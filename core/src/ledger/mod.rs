//! The ledger: a production becomes its footprint; what of it stays as published; its extract.

pub(crate) mod as_published;
pub(crate) mod compute;
pub(crate) mod extract;
pub(crate) mod footprint;
