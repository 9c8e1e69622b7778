//! Taxis and cars with a driver.

use crate::activity::Activity;
use crate::activity::vehicle::drive::Drive;
use crate::field::line_check::LineCheck;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::Number;

record! {
    /// A taxi or a car with a driver: the kilometres of the receipt or of the booking.
    ///
    /// Key `transport.taxi`, in vehicle.km.
    pub struct Taxi {
        /// The distance: of each taxi (`km`), or of all of them (`vehicle.km`).
        distance: Leaf<Amount> = "distance" required,
        /// How many taxis cover that distance, with `km`; defaults to one.
        vehicles: Leaf<Number> = "vehicles",
        /// Whether it is a return trip, with `km`.
        round_trip: Leaf<bool> = "return",
    }
}

impl Activity for Taxi {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let Self { distance, vehicles, round_trip, .. } = self;
        let drive = Drive { distance, vehicles, occupants: None, round_trip };
        let steps = drive.vehicle_kilometres(line)?;
        line.demand("transport.taxi", steps)
    }
}
