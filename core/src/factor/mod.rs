//! Emission factors: what they are, and how one is chosen.

mod candidate;
mod proxy;
mod resolve;
mod restated;
mod row;
mod set;
mod source;
mod split;

pub(crate) use candidate::candidates;
pub(crate) use proxy::Proxies;
pub use resolve::{PeriodReason, PlaceReason};
pub(crate) use resolve::{Resolution, resolve};
pub use restated::{Restated, RestatedGas};
pub(crate) use row::rate;
pub use row::{Boundary, Factor, FactorStatus};
pub(crate) use set::FactorSet;
pub use source::Source;
pub(crate) use source::Sources;
pub(crate) use split::Split;
pub use split::{Account, Gas, Part};
