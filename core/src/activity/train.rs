//! Journeys by train.

use super::Activity;
use super::journey::Journey;
use crate::check::LineCheck;
use crate::number::Number;
use crate::wire::{Amount, Leaf, record};
use crate::words::words;

words! {
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
    /// A journey by train: kilometres × passengers, or passenger.kilometres.
    ///
    /// Key `transport.train.<service>`, in passenger.km.
    pub struct Train {
        /// Length of one journey (`km`, then with `passengers`), or of all of them (`passenger.km`).
        distance: Leaf<Amount> = "distance" required,
        /// How many persons.
        passengers: Leaf<Number> = "passengers",
        /// Whether they come back.
        round_trip: Leaf<bool> = "return",
        /// The kind of service; on average if nothing is said.
        service: Leaf<TrainService> = "service",
    }
}

impl Activity for Train {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let journey = Journey { passengers: &self.passengers, round_trip: &self.round_trip };
        let steps = journey.given(&self.distance, line);
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
