//! Journeys of persons, which trains and planes have in common.

use rust_decimal::Decimal;

use crate::diagnostic::catalogue::Problem;
use crate::field::endpoints::Distance;
use crate::field::line_check::LineCheck;
use crate::field::value::Count;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::number::Number;
use crate::number::unit::{Dimension, Unit};
use crate::pricing::demand::{Origin, StepName, Steps};

/// How many go, and whether they come back.
#[derive(Clone, Copy)]
pub(crate) struct People {
    passengers: Decimal,
    back: bool,
}

impl People {
    /// The product of a distance that was computed.
    pub(crate) fn over(self, Distance { kilometres, origin }: Distance) -> Option<Steps> {
        let mut steps = Steps::of(StepName::Distance, kilometres.into(), Some(Unit::parse("km")?), origin);
        steps.times(StepName::Passengers, self.passengers);
        steps.there_and_back(self.back);
        Some(steps)
    }
}

/// The persons on a journey and whether they come back.
pub(crate) struct Journey<'a> {
    pub(crate) passengers: &'a Leaf<Number>,
    pub(crate) round_trip: &'a Leaf<bool>,
}

impl Journey<'_> {
    /// The product of a distance that the line gives: in km with the passengers, or in passenger.km.
    pub(crate) fn given(&self, distance: &Leaf<Amount>, line: &mut LineCheck<'_>) -> Option<Steps> {
        let dimensions = &[Dimension::Distance, Dimension::PassengerDistance];
        let distance = line.amount("distance", distance, dimensions);
        let by_person = distance.map(|(_, unit)| unit.dimension() == Dimension::PassengerDistance);
        let passengers = self.passengers(by_person.map(|by_person| !by_person), "distance: km", line);
        let back = self.round_trip.or(false)?;
        line.unused(&[("return", back && by_person == Some(true))], "distance: passenger.km");
        let (value, unit) = distance?;
        let mut steps = Steps::of(StepName::Distance, value, Some(unit), Origin::Given);
        if by_person == Some(true) {
            steps.convert(unit, Unit::parse("passenger.km")?);
        } else {
            steps.convert(unit, Unit::parse("km")?);
        }
        if let Some(passengers) = passengers? {
            steps.times(StepName::Passengers, passengers);
        }
        steps.there_and_back(back);
        Some(steps)
    }

    /// The product of a distance that was computed, if it could be.
    pub(crate) fn computed(&self, way: Option<Distance>, line: &mut LineCheck<'_>) -> Option<Steps> {
        let people = self.people(line);
        people?.over(way?)
    }

    /// The passengers of a journey whose length is computed, and whether they come back.
    pub(crate) fn people(&self, line: &mut LineCheck<'_>) -> Option<People> {
        let passengers = self.passengers(Some(true), "from + to", line)??;
        Some(People { passengers, back: self.round_trip.or(false)? })
    }

    /// The passengers: needed, or counted in the distance already, or of a distance that is not known.
    fn passengers(
        &self,
        needed: Option<bool>,
        reason: &'static str,
        line: &mut LineCheck<'_>,
    ) -> Option<Option<Decimal>> {
        match (needed, self.passengers.is_absent()) {
            (Some(true), true) => {
                line.report(Problem::NeededWith { field: "passengers", reason });
                None
            }
            (Some(false), false) => {
                line.unused(&[("passengers", true)], "distance: passenger.km");
                None
            }
            (_, true) => Some(None),
            (_, false) => line.count("passengers", self.passengers, Count::Whole).map(Some),
        }
    }
}
