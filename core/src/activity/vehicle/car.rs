//! Cars, by distance or by fuel.

use alloc::format;

use crate::activity::Activity;
use crate::activity::vehicle::drive::Drive;
use crate::activity::vehicle::road::Vehicle;
use crate::diagnostic::catalogue::Problem;
use crate::field::line_check::LineCheck;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::Number;
use crate::text::shared::Text;
use crate::text::vocabulary::{Term, vocabulary};

vocabulary! {
    /// What a car runs on.
    pub enum CarFuel {
        Average = "average", "énergie inconnue", "unknown fuel";
        Petrol = "petrol", "essence", "petrol";
        Diesel = "diesel", "gazole", "diesel";
        Hybrid = "hybrid", "hybride", "hybrid";
        PlugInHybrid = "plug-in-hybrid", "hybride rechargeable", "plug-in hybrid";
        Electric = "electric", "électrique", "electric";
        Lpg = "lpg", "GPL", "LPG";
        E85 = "e85", "superéthanol E85", "E85";
    }
}

record! {
    /// Cars: kilometres of vehicles, or of persons ÷ occupants, or litres of a fuel card.
    ///
    /// Keys `transport.car.<fuel>` in vehicle.km, and `transport.car-fuel.<fuel>` in litres.
    pub struct Car {
        /// What the car runs on; defaults to `average`, for an unknown one.
        fuel: Leaf<CarFuel> = "fuel",
        /// The distance: of each vehicle (`km`), of all vehicles (`vehicle.km`), or of all persons
        /// (`passenger.km`, then with `occupants`).
        distance: Leaf<Amount> = "distance",
        /// How many vehicles cover that distance, with `km`; defaults to one.
        vehicles: Leaf<Number> = "vehicles",
        /// How many persons a vehicle carries on average, the driver with them.
        occupants: Leaf<Number> = "occupants",
        /// Whether it is a return trip, with `km`.
        round_trip: Leaf<bool> = "return",
        /// Instead of the distance: the fuel taken.
        volume: Leaf<Amount> = "volume",
        /// Which vehicle, as its plate says: it is counted by distance or by fuel, never by both.
        vehicle: Leaf<Text> = "vehicle",
    }
}

impl Activity for Car {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let Self { distance, vehicles, occupants, round_trip, volume, vehicle, .. } = self;
        let drive = Drive { distance, vehicles, occupants: Some(occupants), round_trip };
        let fuel = self.fuel.or(CarFuel::Average);
        let driven = |_: &mut LineCheck<'_>| Some(format!("transport.car.{}", fuel?.text()));
        let fuelled = |line: &mut LineCheck<'_>| {
            if !matches!(fuel?, CarFuel::Petrol | CarFuel::Diesel | CarFuel::Lpg | CarFuel::E85) {
                line.report(Problem::NeededWith {
                    field: "fuel: petrol, diesel, lpg, e85",
                    reason: "volume",
                });
                return None;
            }
            Some(format!("transport.car-fuel.{}", fuel?.text()))
        };
        Vehicle { drive, volume, plate: vehicle }.demand(&driven, &fuelled, line)
    }
}
