//! The rows of the tables that a footprint rests on.

pub(crate) mod factor;
pub(crate) mod mean;
pub(crate) mod row;
