//! Travel of people by seat: trains, transit, planes, commutes.

pub(crate) mod commute;
pub(crate) mod journey;
pub(crate) mod plane;
pub(crate) mod train;
pub(crate) mod transit;
