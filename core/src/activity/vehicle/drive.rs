//! Distances of vehicles, common to cars, taxis, two-wheelers, vans and lorries.

use rust_decimal::Decimal;

use crate::diagnostic::catalogue::Problem;
use crate::field::line_check::LineCheck;
use crate::field::value::Count;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::number::Number;
use crate::number::unit::{Dimension, Unit};
use crate::pricing::demand::{Origin, StepName, Steps};

/// How far vehicles go.
pub(crate) struct Drive<'a> {
    pub(crate) distance: &'a Leaf<Amount>,
    /// How many cover that distance.
    pub(crate) vehicles: &'a Leaf<Number>,
    /// How many persons each of them carries; `None` if a distance of persons is not accepted.
    pub(crate) occupants: Option<&'a Leaf<Number>>,
    pub(crate) round_trip: &'a Leaf<bool>,
}

impl Drive<'_> {
    /// The vehicle kilometres: those of each vehicle, of all, or of all persons ÷ occupants.
    pub(crate) fn vehicle_kilometres(&self, line: &mut LineCheck<'_>) -> Option<Steps> {
        let dimensions: &[Dimension] = match self.occupants {
            Some(_) => &[Dimension::VehicleDistance, Dimension::Distance, Dimension::PassengerDistance],
            None => &[Dimension::VehicleDistance, Dimension::Distance],
        };
        let distance = line.amount("distance", self.distance, dimensions);
        let measured = distance.map(|(_, unit)| unit.dimension());
        if matches!(measured, Some(Dimension::PassengerDistance | Dimension::VehicleDistance)) {
            let given = !self.vehicles.is_absent();
            line.unused(&[("vehicles", given)], "distance: vehicle.km, passenger.km");
        }
        if matches!(measured, Some(Dimension::Distance | Dimension::VehicleDistance)) {
            let given = self.occupants.is_some_and(|occupants| !occupants.is_absent());
            line.unused(&[("occupants", given)], "distance: km, vehicle.km");
        }
        let back = self.round_trip.or(false);
        if matches!(measured, Some(Dimension::PassengerDistance | Dimension::VehicleDistance)) {
            line.unused(&[("return", back == Some(true))], "distance: vehicle.km, passenger.km");
        }
        let vehicles = line.optional_count("vehicles", self.vehicles, Count::Whole);
        let occupants = match self.occupants {
            Some(occupants) => line.optional_count("occupants", occupants, Count::Divisor),
            None => Some(None),
        };
        let (value, unit) = distance?;
        let mut steps = Steps::of(StepName::Distance, value, Some(unit), Origin::Given);
        match unit.dimension() {
            Dimension::PassengerDistance => {
                steps.convert(unit, Unit::parse("passenger.km")?);
                steps.divided_by(StepName::Occupants, needed(occupants?, line)?);
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
        Some(steps)
    }

    /// Reports fields that are given but unused.
    pub(crate) fn unused(&self, reason: &'static str, line: &mut LineCheck<'_>) {
        let given = [
            ("vehicles", !self.vehicles.is_absent()),
            ("occupants", self.occupants.is_some_and(|occupants| !occupants.is_absent())),
            ("return", !self.round_trip.is_absent()),
        ];
        line.unused(&given, reason);
    }
}

/// Occupants, required to convert passenger-km to vehicle-km.
fn needed(occupants: Option<Decimal>, line: &mut LineCheck<'_>) -> Option<Decimal> {
    if occupants.is_none() {
        line.report(Problem::NeededWith { field: "occupants", reason: "distance: passenger.km" });
    }
    occupants
}
