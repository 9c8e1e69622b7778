//! Energy: electricity, fuels, heat, cold and gases.

pub(crate) mod appliance;
pub(crate) mod cooling;
pub(crate) mod electricity;
pub(crate) mod engine;
pub(crate) mod generator;
pub(crate) mod heating;
pub(crate) mod refrigerant;
pub(crate) mod remote_work;
