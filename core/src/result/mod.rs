//! The summary of a footprint, for readers without this engine.

pub(crate) mod account;
pub(crate) mod coverage;
pub(crate) mod excluded;
pub(crate) mod indicators;
pub(crate) mod line;
pub(crate) mod monetary;
pub(crate) mod production;
pub(crate) mod summary;
pub(crate) mod told;
pub(crate) mod unrestated;
pub(crate) mod view;
