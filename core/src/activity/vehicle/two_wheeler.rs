//! Two-wheelers, with a motor or without.

use crate::activity::Activity;
use crate::activity::modes::modes;
use crate::activity::vehicle::drive::Drive;
use crate::field::line_check::LineCheck;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::Number;

modes! {
    /// A kind of two-wheeler.
    pub enum TwoWheelerMode {
        Motorcycle = "motorcycle" "transport.motorcycle", "moto", "motorcycle";
        SmallMotorcycle = "small-motorcycle" "transport.motorcycle.small", "moto ou scooter jusqu’à 250 cm³", "motorcycle or scooter up to 250 cc";
        Moped = "moped" "transport.moped", "cyclomoteur", "moped";
        ElectricBicycle = "e-bike" "transport.e-bike", "vélo à assistance électrique", "electric bicycle";
        ElectricScooter = "e-scooter" "transport.e-scooter", "trottinette électrique", "electric kick scooter";
        Bicycle = "bicycle" "transport.bicycle", "vélo", "bicycle";
    }
}

record! {
    /// Two-wheelers, by distance.
    ///
    /// Keys `transport.motorcycle`, `transport.motorcycle.small`, `transport.moped`, `transport.e-bike`,
    /// `transport.e-scooter`, `transport.bicycle`, in vehicle.km.
    pub struct TwoWheeler {
        /// Which kind.
        mode: Leaf<TwoWheelerMode> = "mode" required,
        /// The distance: of each of them (`km`), or of all of them (`vehicle.km`).
        distance: Leaf<Amount> = "distance" required,
        /// How many cover that distance, with `km`; defaults to one.
        vehicles: Leaf<Number> = "vehicles",
        /// Whether it is a return trip, with `km`.
        round_trip: Leaf<bool> = "return",
    }
}

impl Activity for TwoWheeler {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let Self { distance, vehicles, round_trip, .. } = self;
        let drive = Drive { distance, vehicles, occupants: None, round_trip };
        let steps = drive.vehicle_kilometres(line)?;
        line.demand(self.mode.given()?.key(), steps)
    }
}
