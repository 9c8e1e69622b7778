//! Journeys by train.

use alloc::string::{String, ToString};

use crate::activity::Activity;
use crate::activity::travel::journey::Journey;
use crate::diagnostic::catalogue::Problem;
use crate::field::endpoints::Distance;
use crate::field::line_check::LineCheck;
use crate::field::value::Count;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::Number;
use crate::pricing::demand::{StepName, Steps};
use crate::text::vocabulary::vocabulary;

vocabulary! {
    /// A kind of train service.
    pub enum TrainService {
        Average = "average", "train, en moyenne", "train, on average";
        HighSpeed = "high-speed", "train à grande vitesse", "high-speed train";
        Intercity = "intercity", "train Intercités", "intercity train";
        Regional = "regional", "train régional (TER)", "regional train";
        International = "international", "train international", "international train";
    }
}

record! {
    /// A journey by train: kilometres × passengers, or passenger.kilometres; or from city to city or station to station.
    ///
    /// Key `transport.train.<service>`, in passenger.km. Between them the rails are the straight line × the line's
    /// own `detour`, or the assumption `rail.detour`.
    pub struct Train {
        /// Length of one journey (`km`, then with `passengers`), or of all of them (`passenger.km`).
        distance: Leaf<Amount> = "distance",
        /// How many persons.
        passengers: Leaf<Number> = "passengers",
        /// Whether it is a return trip, unless the distance is in `passenger.km`.
        round_trip: Leaf<bool> = "return",
        /// The kind of service; defaults to the average.
        service: Leaf<TrainService> = "service",
        /// Instead of the distance: the city or station of departure, by its name (`Lyon`, `Paris-Montparnasse`), with its
        /// country where there are several (`Brest, FR`).
        from: Leaf<String> = "from",
        /// The city or station of arrival.
        to: Leaf<String> = "to",
        /// How much longer the rails are than the straight line between them, at least 1.
        detour: Leaf<Number> = "detour",
    }
}

/// The rails of the longest line that there is, from Moscow to Vladivostok: no train is longer in a straight line.
const LONGEST_KM: u32 = 9_289;

impl Activity for Train {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let journey = Journey { passengers: &self.passengers, round_trip: &self.round_trip };
        let by_cities = !self.from.is_absent() || !self.to.is_absent();
        if by_cities != self.distance.is_absent() {
            line.report(Problem::ChooseOne { fields: "from + to, distance" });
            return None;
        }
        let steps = if by_cities {
            self.by_cities(&journey, line)
        } else {
            line.unused(&[("detour", !self.detour.is_absent())], "distance");
            journey.given(&self.distance, line)
        };
        let key = match self.service.or(TrainService::Average)? {
            TrainService::Average => "transport.train.average",
            TrainService::HighSpeed => "transport.train.high-speed",
            TrainService::Intercity => "transport.train.intercity",
            TrainService::Regional => "transport.train.regional",
            TrainService::International => "transport.train.international",
        };
        line.demand(key, steps?)
    }
}

impl Train {
    /// The product of a journey between cities or stations.
    fn by_cities(&self, journey: &Journey<'_>, line: &mut LineCheck<'_>) -> Option<Steps> {
        let from = line.stop("from", &self.from);
        let to = line.stop("to", &self.to);
        let detour = line.assumed_count("detour", &self.detour, "km/km", "rail.detour", Count::Divisor);
        let way = line.way(from, to, &self.to);
        if let Some(Distance { kilometres, .. }) = way
            && kilometres > LONGEST_KM
        {
            let (value, maximum) = (kilometres.to_string(), LONGEST_KM.to_string());
            line.report_in("to", Problem::TooLarge { value, maximum, unit: "km".into() });
            return None;
        }
        let mut steps = journey.computed(way, line)?;
        steps.times_amount(StepName::Detour, detour?, "km/km");
        Some(steps)
    }
}
