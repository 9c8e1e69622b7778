//! Journeys by plane.

use alloc::string::String;

use rust_decimal::Decimal;

use crate::activity::Activity;
use crate::activity::travel::journey::Journey;
use crate::diagnostic::catalogue::Problem;
use crate::field::line_check::LineCheck;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number;
use crate::number::Number;
use crate::number::unit::Dimension;
use crate::pricing::demand::Steps;
use crate::text::vocabulary::{Term, vocabulary};

vocabulary! {
    /// A cabin of a plane.
    pub enum Cabin {
        Average = "average", "toutes classes", "average of all classes";
        Economy = "economy", "classe économique", "economy class";
        PremiumEconomy = "premium-economy", "classe économique premium", "premium economy class";
        Business = "business", "classe affaires", "business class";
        First = "first", "première classe", "first class";
    }
}

vocabulary! {
    /// How far a flight goes, as the UK government's conversion factors class it.
    pub enum Haul {
        Domestic = "domestic", "vol intérieur (Royaume-Uni)", "domestic flight (UK)";
        ShortHaul = "short-haul", "vol court ou moyen-courrier", "short-haul flight";
        LongHaul = "long-haul", "vol long-courrier", "long-haul flight";
        International = "international", "vol international, en moyenne", "international flight, on average";
    }
}

record! {
    /// A flight: between two airports or cities, or a distance.
    ///
    /// Key `transport.plane.<haul>.<cabin>`, in passenger.km. The factors hold the detours of real flights
    /// (UK conversion factors: "all the factors include the distance uplift of 8 %"), so none is added here.
    /// Contrails are a part of the factors of their own, which a view may leave out.
    pub struct Plane {
        /// The airport of departure, by its IATA code; or the city, by its name, with its country where there are
        /// several (`London, GB`). From a city, the way is counted from its centre.
        from: Leaf<String> = "from",
        /// The airport or the city of arrival.
        to: Leaf<String> = "to",
        /// Instead of airports: the length of one flight (`km`, then with `passengers`), or of all of them
        /// (`passenger.km`, then with `haul`).
        distance: Leaf<Amount> = "distance",
        /// How many persons.
        passengers: Leaf<Number> = "passengers",
        /// Whether it is a return trip, unless the distance is in `passenger.km`.
        round_trip: Leaf<bool> = "return",
        /// The cabin; defaults to the average of all.
        cabin: Leaf<Cabin> = "cabin",
        /// How far the flight goes; defaults to the haul of its distance.
        haul: Leaf<Haul> = "haul",
    }
}

/// Flights up to this length are short-haul: a rule of thumb of the UK factors' own method paper, whose
/// tables class flights by territory (Europe is short-haul).
const SHORT_HAUL_KM: u32 = 3_700;

impl Haul {
    /// The haul of a flight of so many kilometres, between two British airports or not.
    fn of(kilometres: Decimal, british: bool) -> Self {
        match () {
            () if british => Self::Domestic,
            () if kilometres <= SHORT_HAUL_KM.into() => Self::ShortHaul,
            () => Self::LongHaul,
        }
    }

    /// Whether a flight of so many kilometres is probably of another haul.
    fn is_off(self, kilometres: Decimal) -> bool {
        match self {
            Self::Domestic | Self::ShortHaul => kilometres > SHORT_HAUL_KM.into(),
            Self::LongHaul => kilometres <= SHORT_HAUL_KM.into(),
            Self::International => false,
        }
    }
}

/// The length of one flight in kilometres, and whether it is between two British airports.
type Flight = (Decimal, bool);

impl Activity for Plane {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let journey = Journey { passengers: &self.passengers, round_trip: &self.round_trip };
        let by_airports = !self.from.is_absent() || !self.to.is_absent();
        if by_airports != self.distance.is_absent() {
            line.report(Problem::ChooseOne { fields: "from + to, distance" });
            return None;
        }
        let (steps, flight) =
            if by_airports { self.by_airports(&journey, line) } else { self.by_distance(&journey, line) }?;
        let derived = flight.map(|(length, british)| Haul::of(length, british));
        let haul = match (self.haul.given(), derived) {
            (Some(haul), _) => {
                if let Some((length, _)) = flight.filter(|(length, _)| haul.is_off(*length)) {
                    let (haul, distance) = (*haul, number::text(length.round()));
                    line.report_in(
                        "haul",
                        Problem::HaulDistance { haul: haul.row(), distance, limit: SHORT_HAUL_KM },
                    );
                }
                *haul
            }
            (None, _) if !self.haul.is_absent() => return None,
            (None, Some(derived)) => derived,
            (None, None) => {
                line.report(Problem::NeededWith { field: "haul", reason: "distance: passenger.km" });
                return None;
            }
        };
        let cabin = self.cabin.or(Cabin::Average)?;
        line.demand(&alloc::format!("transport.plane.{}.{}", haul.text(), cabin.text()), steps)
    }
}

impl Plane {
    /// The product of a flight between airports or cities, and its length.
    fn by_airports(
        &self,
        journey: &Journey<'_>,
        line: &mut LineCheck<'_>,
    ) -> Option<(Steps, Option<Flight>)> {
        let from = line.airport("from", &self.from);
        let to = line.airport("to", &self.to);
        let british = [from, to].iter().flatten().all(|(_, site)| site.place == "GB");
        let way = line.way(from, to, &self.to);
        let flight = way.map(|way| (way.kilometres.into(), british));
        Some((journey.computed(way, line)?, flight))
    }

    /// The product of a distance, and the length if the distance is that of one flight.
    fn by_distance(
        &self,
        journey: &Journey<'_>,
        line: &mut LineCheck<'_>,
    ) -> Option<(Steps, Option<Flight>)> {
        let steps = journey.given(&self.distance, line)?;
        let flight = line.kilometres(&self.distance, Dimension::Distance);
        Some((steps, flight.map(|length| (length, false))))
    }
}
