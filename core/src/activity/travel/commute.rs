//! The commute of a crew between home and work.

use alloc::vec::Vec;

use rust_decimal::Decimal;

use crate::activity::Activity;
use crate::activity::modes::modes;
use crate::diagnostic::catalogue::Problem;
use crate::field::line_check::LineCheck;
use crate::field::value::Count;
use crate::format::amount::Amount;
use crate::format::leaf::{Leaf, List};
use crate::format::record::record;
use crate::number;
use crate::number::Number;
use crate::pricing::demand::{Field, StepName};

modes! {
    /// How people come to work.
    pub enum CommuteMode {
        // By car and by two-wheeler in vehicle.km, else in passenger.km.
        Car = "car" "transport.car.average", "voiture", "car";
        Train = "train" "transport.train.regional", "train régional (TER, RER)", "regional train";
        Metro = "metro" "transport.metro", "métro", "metro";
        Tram = "tram" "transport.tram", "tramway", "tram";
        Bus = "bus" "transport.bus", "bus urbain", "city bus";
        Coach = "coach" "transport.coach", "autocar", "coach";
        Ferry = "ferry" "transport.ferry.foot", "ferry", "ferry";
        Motorcycle = "motorcycle" "transport.motorcycle", "moto", "motorcycle";
        SmallMotorcycle = "small-motorcycle" "transport.motorcycle.small", "moto ou scooter jusqu’à 250 cm³", "motorcycle or scooter up to 250 cc";
        Moped = "moped" "transport.moped", "cyclomoteur", "moped";
        ElectricBicycle = "e-bike" "transport.e-bike", "vélo à assistance électrique", "electric bicycle";
        ElectricScooter = "e-scooter" "transport.e-scooter", "trottinette électrique", "electric kick scooter";
        Bicycle = "bicycle" "transport.bicycle", "vélo", "bicycle";
        Walk = "walk" "transport.walk", "à pied", "on foot";
    }
}

record! {
    /// A share of the commute.
    pub struct CommuteShare {
        /// How these people come.
        mode: Leaf<CommuteMode> = "mode" required,
        /// Their share of the commute, in percent; the shares sum to 100.
        share: Leaf<Number> = "share" required,
        /// By car: how many persons a car carries on average, the driver with them. A two-wheeler carries one.
        occupants: Leaf<Number> = "occupants",
    }
}

record! {
    /// The commute of a crew: people × days × kilometres, split among modes.
    ///
    /// Keys `transport.car.average`, `transport.train.regional`, `transport.walk`, and those of `transit` and
    /// `two_wheeler`. Each mode is priced by a factor of its own.
    pub struct Commute {
        /// How many people.
        people: Leaf<Number> = "people" required,
        /// On how many days each of them comes.
        days: Leaf<Number> = "days" required,
        /// The distance of a one-way commute on average (`km`).
        distance: Leaf<Amount> = "distance" required,
        /// Whether they also travel back.
        round_trip: Leaf<bool> = "return",
        /// How they come.
        modes: List<CommuteShare> = "modes" filled,
    }
}

impl Activity for Commute {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let people = line.count("people", &self.people, Count::Whole);
        let days = line.count("days", &self.days, Count::Any);
        let steps = line.measured("distance", &self.distance, StepName::Distance, "km");
        let split = split(&self.modes, line);
        let (mut steps, people, days, back) = (steps?, people?, days?, self.round_trip.or(false)?);
        steps.times(StepName::People, people);
        steps.times(StepName::Days, days);
        steps.there_and_back(back);
        for (at, (mode, share, occupants)) in split?.into_iter().enumerate() {
            let mut steps = steps.clone();
            steps.percent(StepName::Share, share);
            steps.by(Field::OfItem("modes", at, "share"));
            if let Some(occupants) = occupants {
                steps.divided_by(StepName::Occupants, occupants);
                steps.by(Field::OfItem("modes", at, "occupants"));
            }
            line.demand(mode.key(), steps)?;
        }
        Some(())
    }
}

/// A mode, its share in percent, and the occupants of a car.
pub(crate) type Part = (CommuteMode, Decimal, Option<Decimal>);

/// The modes, if all of them are valid and their shares sum to 100 %.
pub(crate) fn split(modes: &List<CommuteShare>, line: &mut LineCheck<'_>) -> Option<Vec<Part>> {
    let parts = line.each("modes", modes, CommuteShare::part)?;
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, (_, share, _)| number::sum(sum, *share))?;
    if sum != Decimal::ONE_HUNDRED {
        line.report_in("modes", Problem::SharesSum { sum: number::text(sum) });
        return None;
    }
    Some(parts)
}

impl CommuteShare {
    fn part(&self, line: &mut LineCheck<'_>) -> Option<Part> {
        let share = line.count("share", &self.share, Count::Percent);
        let occupants = match self.mode.given() {
            Some(CommuteMode::Car) => {
                line.needed_count("occupants", &self.occupants, "mode: car", Count::Divisor).map(Some)
            }
            Some(_) => {
                line.unused(&[("occupants", !self.occupants.is_absent())], "mode: other than car");
                Some(None)
            }
            None => None,
        };
        Some((*self.mode.given()?, share?, occupants?))
    }
}
