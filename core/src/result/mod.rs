//! The JSON of a computation.

pub(crate) mod coverage;
pub(crate) mod footprint;
pub(crate) mod restated;
pub(crate) mod told;
