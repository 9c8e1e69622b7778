//! Journeys by train.

use alloc::string::ToString;
use alloc::vec::Vec;

use crate::activity::Activity;
use crate::activity::travel::journey::{Journey, People};
use crate::diagnostic::catalogue::Problem;
use crate::field::endpoints::Located;
use crate::field::line_check::LineCheck;
use crate::field::value::Count;
use crate::format::amount::Amount;
use crate::format::leaf::{Leaf, List};
use crate::format::record::record;
use crate::number::Number;
use crate::number::unit::Dimension;
use crate::place::PlaceId;
use crate::place::point::Point;
use crate::pricing::demand::{Sourced, StepName, Steps};
use crate::text::language::Language;
use crate::text::shared::Text;
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
    /// own `detour`, or the assumption `rail.detour`. From stop to stop, a train is priced where it runs: by a row of the trains
    /// between the two countries (Eurostar), else by the country of both, else half by each of the two, with a warning. Stops that
    /// no rails join are refused.
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
        from: Leaf<Text> = "from",
        /// The city or station of arrival.
        to: Leaf<Text> = "to",
        /// The stops between them at which the way changes direction or country, in their order.
        via: List<Text> = "via",
        /// How much longer the rails are than the straight line between them, at least 1.
        detour: Leaf<Number> = "detour",
    }
}

/// The key of trains that cross a border.
pub(crate) const INTERNATIONAL: &str = "transport.train.international";

/// The rails of the longest line that there is, from Moscow to Vladivostok: no train is longer in a straight line.
const LONGEST_KM: u32 = 9_289;

impl TrainService {
    /// The service on the part of a journey that one country prices: `international` says that the journey leaves it, which its
    /// stops say too.
    fn at_home(self) -> Self {
        if self == Self::International { Self::Average } else { self }
    }

    /// The key of a service.
    fn key(self) -> &'static str {
        match self {
            Self::Average => "transport.train.average",
            Self::HighSpeed => "transport.train.high-speed",
            Self::Intercity => "transport.train.intercity",
            Self::Regional => "transport.train.regional",
            Self::International => INTERNATIONAL,
        }
    }
}

impl Activity for Train {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let journey = Journey { passengers: &self.passengers, round_trip: &self.round_trip };
        let by_cities = !self.from.is_absent() || !self.to.is_absent();
        if by_cities != self.distance.is_absent() {
            line.report(Problem::ChooseOne { fields: "from + to, distance" });
            return None;
        }
        if by_cities {
            return self.by_cities(&journey, line);
        }
        let unused = [("detour", !self.detour.is_absent()), ("via", !self.via.is_absent())];
        line.unused(&unused, "distance");
        let steps = journey.given(&self.distance, line);
        line.demand(self.service.or(TrainService::Average)?.key(), steps?)
    }
}

/// A stop: the field that names it, its name, and where it is.
type Stop<'a> = (&'static str, &'a str, Located<'a>);

/// A part of a journey, from stop to stop.
type Leg<'a> = (Stop<'a>, Stop<'a>);

impl Train {
    /// Asks for a price of a journey between cities or stations, leg by leg.
    fn by_cities(&self, journey: &Journey<'_>, line: &mut LineCheck<'_>) -> Option<()> {
        let from = line.stop("from", &self.from);
        let via = if self.via.is_absent() {
            Some(Vec::new())
        } else {
            line.each("via", &self.via, |stop, line| line.called_stop(stop))
        };
        let to = line.stop("to", &self.to);
        let detour = line.assumed_count("detour", &self.detour, "km/km", "rail.detour", Count::Divisor);
        let service = self.service.or(TrainService::Average);
        let stops = (via?, from?, to?);
        let (people, detour, service) = (journey.people(line), detour?, service?);
        let (via, from, to) = stops;
        let people = people?;
        let between = self.via.values().map(|name| &**name).zip(via);
        let mut stops: Vec<Stop<'_>> = between.map(|(name, stop)| ("via", name, stop)).collect();
        stops.push(("to", self.to.given()?, to));
        let mut before: Stop<'_> = ("from", self.from.given()?, from);
        let mut priced = Some(());
        for stop in stops {
            let leg = (core::mem::replace(&mut before, stop), stop);
            let asked = self.leg(leg, people, detour, service, line);
            priced = priced.and(asked);
        }
        priced
    }

    /// Asks for a price of a leg.
    fn leg(
        &self,
        ((_, left, from), (field, reached, to)): Leg<'_>,
        people: People,
        detour: Sourced,
        service: TrainService,
        line: &mut LineCheck<'_>,
    ) -> Option<()> {
        let way = line.way(from, to, field, reached)?;
        if way.kilometres > LONGEST_KM {
            let (value, maximum) = (way.kilometres.to_string(), LONGEST_KM.to_string());
            line.report_in(field, Problem::TooLarge { value, maximum, unit: "km".into() });
            return None;
        }
        let (references, (_, from), (_, to)) = (line.references, from, to);
        let (rails, places) = (references.rails(), references.places());
        if !rails.join(from, to, places) {
            line.report_in(field, Problem::NoRails { from: left.into(), to: reached.into() });
            return None;
        }
        let mut steps = people.over(way)?;
        steps.times_amount(StepName::Detour, detour, "km/km");
        if line.names_factor() {
            return line.demand(service.key(), steps);
        }
        let country = |point: &Point| places.find(&point.place).map(|place| places.country(place.id));
        let (Some(here), Some(there)) = (country(from), country(to)) else {
            return line.demand(service.key(), steps);
        };
        if here != there {
            let shared = rails.share(from, to, places);
            return self.abroad([here, there], shared, service, steps, line);
        }
        let served = |point| rails.of(point, places).and_then(|area| area.serves(places));
        let own = line.place.map(|place| place.id).filter(|place| {
            // The place of the line may say more of the way than its country does.
            places.country(*place) == here && rails.served_by(places.code(*place)).is_none()
        });
        let place = served(from).filter(|place| served(to) == Some(*place)).or(own).unwrap_or(here);
        line.demand_in(place, service.at_home().key(), steps)
    }

    /// Asks for a price of a leg between two countries: by a row of the trains between them, if these call at both
    /// ends, else half in each.
    fn abroad(
        &self,
        countries: [PlaceId; 2],
        shared: bool,
        service: TrainService,
        steps: Steps,
        line: &mut LineCheck<'_>,
    ) -> Option<()> {
        let [here, there] = countries;
        if shared
            && let (Some(one), Some(other)) =
                (line.served_in(here, INTERNATIONAL), line.served_in(there, INTERNATIONAL))
            && one.id == other.id
            && let Some(of) = one.place_id.filter(|place| countries.contains(place))
        {
            return line.demand_in(of, INTERNATIONAL, steps);
        }
        let service = service.at_home();
        let share = line.assumption("to", &[Dimension::DistanceRatio], "rail.share")?;
        let places = line.references.places();
        let [from, to] = [here, there].map(|place| places.code(place));
        let name = |code, language| places.name(code, language).unwrap_or(code).to_string();
        let names = |language| (name(from, language), name(to, language));
        let ((from_fr, to_fr), (from_en, to_en)) = (names(Language::Fr), names(Language::En));
        line.report(Problem::CountriesUnseen { from_fr, to_fr, from_en, to_en });
        for place in countries {
            let mut half = steps.clone();
            half.times_amount(StepName::Share, share, "km/km");
            line.demand_in(place, service.key(), half)?;
        }
        Some(())
    }
}
