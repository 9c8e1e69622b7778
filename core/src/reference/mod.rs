//! Everything that a computation looks up besides factors, and all of it together as `References`.

pub(crate) mod assumption;
pub(crate) mod equivalence;
pub(crate) mod kind;
pub(crate) mod loaded;
pub(crate) mod magnitude;
pub(crate) mod name;
pub(crate) mod pin;
pub(crate) mod price_tables;
pub(crate) mod production_kind;
pub(crate) mod published_mean;
pub(crate) mod references;
pub(crate) mod usual_range;
