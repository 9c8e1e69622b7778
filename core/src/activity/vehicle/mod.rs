//! Vehicles, by distance, the fuel that they take or the goods that they carry.

pub(crate) mod aircraft;
pub(crate) mod boat;
pub(crate) mod car;
pub(crate) mod drive;
pub(crate) mod freight;
pub(crate) mod lorry;
pub(crate) mod road;
pub(crate) mod taxi;
pub(crate) mod two_wheeler;
pub(crate) mod van;
