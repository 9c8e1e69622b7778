//! Cars, by the way that they go or the fuel that they take.

use alloc::string::String;

use super::Activity;
use super::drive::Drive;
use crate::check::{Counted, LineCheck};
use crate::demand::StepName;
use crate::diagnostic::Problem;
use crate::number::Number;
use crate::wire::{Amount, Leaf, record};
use crate::words::{Word, words};

words! {
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
        /// What the car runs on; unknown if nothing is said.
        fuel: Leaf<CarFuel> = "fuel",
        /// The way: of each vehicle (`km`), of all vehicles (`vehicle.km`), or of all persons
        /// (`passenger.km`, then with `occupants`).
        distance: Leaf<Amount> = "distance",
        /// How many vehicles go that way, with `km`; one if nothing is said.
        vehicles: Leaf<Number> = "vehicles",
        /// How many persons a vehicle carries on average, the driver with them.
        occupants: Leaf<Number> = "occupants",
        /// Whether they come back.
        round_trip: Leaf<bool> = "return",
        /// Instead of the way: the fuel taken.
        volume: Leaf<Amount> = "volume",
        /// Which vehicle, as its plate says: it is counted by its way or by its fuel, not by both.
        vehicle: Leaf<String> = "vehicle",
    }
}

impl Activity for Car {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let by_fuel = !self.volume.is_absent();
        if by_fuel != self.distance.is_absent() {
            line.report(Problem::ChooseOne { fields: "distance, volume" });
            return None;
        }
        let counted = if by_fuel { Counted::Fuel } else { Counted::Distance };
        let once = line.counted_once("vehicle", &self.vehicle, counted);
        let fuel = self.fuel.or(CarFuel::Average);
        if by_fuel {
            self.by_fuel(fuel?, line)?
        } else {
            self.by_distance(fuel, line)?
        };
        once
    }
}

impl Car {
    fn by_distance(&self, fuel: Option<CarFuel>, line: &mut LineCheck<'_>) -> Option<()> {
        let Self { distance, vehicles, occupants, round_trip, .. } = self;
        let drive = Drive { distance, vehicles, occupants: Some(occupants), round_trip };
        let steps = drive.vehicle_kilometres(line)?;
        line.demand(&alloc::format!("transport.car.{}", fuel?.text()), steps)
    }

    fn by_fuel(&self, fuel: CarFuel, line: &mut LineCheck<'_>) -> Option<()> {
        let given = [
            ("vehicles", !self.vehicles.is_absent()),
            ("occupants", !self.occupants.is_absent()),
            ("return", !self.round_trip.is_absent()),
        ];
        line.unused(&given, "volume");
        let steps = line.measured("volume", &self.volume, StepName::Volume, "L");
        if !matches!(fuel, CarFuel::Petrol | CarFuel::Diesel | CarFuel::Lpg | CarFuel::E85) {
            line.report(Problem::NeededWith { field: "fuel", reason: "volume: petrol, diesel, lpg, e85" });
            return None;
        }
        line.demand(&alloc::format!("transport.car-fuel.{}", fuel.text()), steps?)
    }
}
