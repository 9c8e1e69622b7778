//! Public transport other than trains: buses, coaches, metros, trams, ferries.

use crate::activity::Activity;
use crate::activity::modes::modes;
use crate::activity::travel::journey::Journey;
use crate::field::line_check::LineCheck;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::Number;

modes! {
    /// A kind of public transport.
    pub enum TransitMode {
        Bus = "bus" "transport.bus", "bus urbain", "city bus";
        Coach = "coach" "transport.coach", "autocar", "coach";
        Metro = "metro" "transport.metro", "métro", "metro";
        Tram = "tram" "transport.tram", "tramway", "tram";
        Ferry = "ferry" "transport.ferry.foot", "ferry, sans voiture", "ferry, without a car";
        CarFerry = "car-ferry" "transport.ferry.car", "ferry, avec voiture", "ferry, with a car";
    }
}

record! {
    /// A journey by public transport, or by a coach hired for the crew: kilometres × passengers, or
    /// passenger.kilometres.
    ///
    /// Keys `transport.bus`, `transport.coach`, `transport.metro`, `transport.tram`, `transport.ferry.foot`,
    /// `transport.ferry.car`, in passenger.km.
    pub struct Transit {
        /// By what.
        mode: Leaf<TransitMode> = "mode" required,
        /// Length of one journey (`km`, then with `passengers`), or of all of them (`passenger.km`).
        distance: Leaf<Amount> = "distance" required,
        /// How many persons.
        passengers: Leaf<Number> = "passengers",
        /// Whether it is a return trip, unless the distance is in `passenger.km`.
        round_trip: Leaf<bool> = "return",
    }
}

impl Activity for Transit {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let journey = Journey { passengers: &self.passengers, round_trip: &self.round_trip };
        let steps = journey.given(&self.distance, line)?;
        line.demand(self.mode.given()?.key(), steps)
    }
}
