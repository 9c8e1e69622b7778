//! Public transport other than trains: buses, coaches, metros, trams, ferries.

use super::Activity;
use super::journey::Journey;
use crate::check::LineCheck;
use crate::number::Number;
use crate::wire::{Amount, Leaf, record};
use crate::words::words;

words! {
    /// A kind of public transport.
    pub enum TransitMode {
        Bus = "bus", "bus urbain", "city bus";
        Coach = "coach", "autocar", "coach";
        Metro = "metro", "métro", "metro";
        Tram = "tram", "tramway", "tram";
        Ferry = "ferry", "ferry, sans voiture", "ferry, without a car";
        CarFerry = "car-ferry", "ferry, avec voiture", "ferry, with a car";
    }
}

impl TransitMode {
    /// Its key, in passenger.km.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Bus => "transport.bus",
            Self::Coach => "transport.coach",
            Self::Metro => "transport.metro",
            Self::Tram => "transport.tram",
            Self::Ferry => "transport.ferry.foot",
            Self::CarFerry => "transport.ferry.car",
        }
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
        /// Whether they come back.
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
