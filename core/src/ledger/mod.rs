//! The ledger: a production becomes its footprint; what of it stays as published; its extract.

pub(crate) mod as_published;
pub(crate) mod compute;
pub(crate) mod extract;
pub(crate) mod extremes;
pub(crate) mod footprint;
pub(crate) mod header;
pub(crate) mod integrity;
pub(crate) mod line;
pub(crate) mod notice;
pub(crate) mod options;
pub(crate) mod position;
pub(crate) mod product;
pub(crate) mod reading;
pub(crate) mod used;
