//! The result of a computation on the wire.

pub(crate) mod coverage;
pub(crate) mod footprint;
pub(crate) mod restated;
