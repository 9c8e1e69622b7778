//! Emission factors: what they are, and how one is chosen.

pub(crate) mod columnar;
pub(crate) mod key;
pub(crate) mod potentials;
pub(crate) mod proxy;
pub(crate) mod rate;
pub(crate) mod restated;
pub(crate) mod restating;
pub(crate) mod row;
pub(crate) mod set;
pub(crate) mod skipped;
pub(crate) mod source;
pub(crate) mod split;
