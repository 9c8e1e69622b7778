//! The kinds of activity, each in a file of its own: its fields, its checks, its demands.

mod aircraft;
mod appliance;
mod boat;
mod car;
mod commute;
mod cooling;
mod costume;
mod custom;
mod drinks;
mod drive;
mod electricity;
mod engine;
mod equipment;
mod flat;
mod freight;
mod furniture;
mod generator;
mod groceries;
mod heating;
mod hotel;
mod journey;
mod kinds;
mod lorry;
mod material;
mod meals;
mod modes;
mod piece;
mod plane;
mod refrigerant;
mod remote_work;
mod render;
mod spend;
mod storage;
mod taxi;
mod train;
mod transfer;
mod transit;
mod two_wheeler;
mod van;
mod vehicle;
mod waste;
mod water;

pub use aircraft::{Aircraft, AircraftFuel};
pub use boat::{Boat, BoatFuel};
pub use car::{Car, CarFuel};
pub(crate) use commute::split;
pub use commute::{Commute, CommuteMode, CommuteShare};
pub use cooling::Cooling;
pub use costume::Costume;
pub use custom::{Custom, Inline};
pub use drinks::Drinks;
pub use electricity::{Electricity, SpaceUse};
pub use equipment::Equipment;
pub use flat::Flat;
pub use freight::{Freight, FreightMode};
pub use furniture::Furniture;
pub use generator::{Generator, GeneratorFuel};
pub use groceries::Groceries;
pub use heating::{Heating, HeatingFuel};
pub use hotel::Hotel;
pub use kinds::{Kind, What};
pub use lorry::{Lorry, LorryFuel, LorrySize};
pub use material::{Material, MaterialOrigin};
pub use meals::{Diet, Meals};
pub use plane::{Cabin, Haul, Plane};
pub use refrigerant::Refrigerant;
pub use remote_work::RemoteWork;
pub use render::Render;
pub use spend::Spend;
pub use storage::Storage;
pub use taxi::Taxi;
pub use train::{Train, TrainService};
pub use transfer::{Transfer, TransferNetwork};
pub use transit::{Transit, TransitMode};
pub use two_wheeler::{TwoWheeler, TwoWheelerMode};
pub use van::{Van, VanFuel};
pub use waste::{Waste, WasteTreatment};
pub use water::{Water, WaterService};

use crate::check::LineCheck;

/// A kind of activity.
pub(crate) trait Activity {
    /// Checks what was typed and says what must be priced. What is wrong has been reported; then there is
    /// nothing to price.
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()>;
}
