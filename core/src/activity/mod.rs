//! The kinds of activity, each in a file of its own: its fields, its checks, its demands.

mod appliance;
mod car;
mod cooling;
mod custom;
mod electricity;
mod engine;
mod generator;
mod heating;
mod hotel;
mod journey;
mod kinds;
mod material;
mod meals;
mod plane;
mod refrigerant;
mod spend;
mod train;

pub use car::{Car, CarFuel};
pub use cooling::Cooling;
pub use custom::{Custom, Inline};
pub use electricity::{Electricity, SpaceUse};
pub use generator::{Generator, GeneratorFuel};
pub use heating::{Heating, HeatingFuel};
pub use hotel::Hotel;
pub use kinds::{Kind, What};
pub use material::{Material, MaterialOrigin};
pub use meals::{Diet, Meals};
pub use plane::{Cabin, Haul, Plane};
pub use refrigerant::Refrigerant;
pub use spend::Spend;
pub use train::{Train, TrainService};

use crate::check::LineCheck;

/// A kind of activity.
pub(crate) trait Activity {
    /// Checks what was typed and says what must be priced. What is wrong has been reported; then there is
    /// nothing to price.
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()>;
}
