//! Cars, by the way that they go or the fuel that they take.

use alloc::string::String;

use super::Activity;
use crate::check::{Count, Counted, LineCheck};
use crate::demand::{Origin, StepName, Steps};
use crate::diagnostic::Problem;
use crate::number::Number;
use crate::unit::{Dimension, Unit};
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
        let dimensions = &[Dimension::VehicleDistance, Dimension::Distance, Dimension::PassengerDistance];
        let distance = line.amount("distance", &self.distance, dimensions);
        let by_person = distance.is_some_and(|(_, unit)| unit.dimension() == Dimension::PassengerDistance);
        let by_vehicle = distance.is_some_and(|(_, unit)| unit.dimension() == Dimension::VehicleDistance);
        if by_person || by_vehicle {
            line.unused(&[("vehicles", !self.vehicles.is_absent())], "distance: vehicle.km, passenger.km");
        }
        if distance.is_some() && !by_person {
            line.unused(&[("occupants", !self.occupants.is_absent())], "distance: km, vehicle.km");
        }
        let vehicles = line.optional_count("vehicles", &self.vehicles, Count::Whole);
        let occupants = line.optional_count("occupants", &self.occupants, Count::Divisor);
        let back = self.round_trip.or(false);
        let (value, unit) = distance?;
        let mut steps = Steps::of(StepName::Distance, value, Some(unit), Origin::Given);
        match unit.dimension() {
            Dimension::PassengerDistance => {
                let Some(occupants) = occupants? else {
                    line.report(Problem::NeededWith { field: "occupants", reason: "distance: passenger.km" });
                    return None;
                };
                steps.convert(unit, Unit::parse("passenger.km")?);
                steps.divided_by(StepName::Occupants, occupants);
            }
            Dimension::Distance => {
                steps.convert(unit, Unit::parse("km")?);
                if let Some(vehicles) = vehicles? {
                    steps.times(StepName::Vehicles, vehicles);
                }
            }
            _ => steps.convert(unit, Unit::parse("vehicle.km")?),
        }
        steps.there_and_back(back?);
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
