//! Journeys by plane.

use alloc::string::String;

use rust_decimal::Decimal;

use crate::activity::Activity;
use crate::activity::travel::journey::Journey;
use crate::diagnostic::catalogue::Problem;
use crate::field::line_check::LineCheck;
use crate::field::value::Count;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number;
use crate::number::Number;
use crate::number::unit::Dimension;
use crate::pricing::demand::{Step, StepName, Steps};
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
        /// Instead of a haul: how many seats the plane has. The flight is then priced by seats and distance, by the key
        /// `transport.plane.seats-<seats>.<kilometres>`, whose factors are the mean of all cabins; a cabin counts for as many
        /// times that mean as in the UK conversion factors of its haul.
        seats: Leaf<Number> = "seats",
    }
}

/// Flights up to this length are short-haul: a rule of thumb of the UK factors' own method paper, whose
/// tables class flights by territory (Europe is short-haul).
const SHORT_HAUL_KM: u32 = 3_700;

/// The assumptions of what a cabin emits, and the mean of all cabins, on short and long hauls.
const CABINS: [(Cabin, [Option<&str>; 2]); 5] = [
    (Cabin::Average, [Some("plane.cabin.short-haul.average"), Some("plane.cabin.long-haul.average")]),
    (Cabin::Economy, [Some("plane.cabin.short-haul.economy"), Some("plane.cabin.long-haul.economy")]),
    (Cabin::PremiumEconomy, [None, Some("plane.cabin.long-haul.premium-economy")]),
    (Cabin::Business, [Some("plane.cabin.short-haul.business"), Some("plane.cabin.long-haul.business")]),
    (Cabin::First, [None, Some("plane.cabin.long-haul.first")]),
];

/// Seats up to which a plane is of a class of the Base Carbone, which has none of fewer than 20.
const SEATS: [(u32, &str); 4] =
    [(19, "seats-under-20"), (50, "seats-20-50"), (100, "seats-51-100"), (220, "seats-101-220")];
/// Kilometres below which a flight is in a band of the Base Carbone.
const BANDS: [(u32, &str); 4] =
    [(500, "under-500"), (1_000, "500-1000"), (2_000, "1000-2000"), (5_000, "2000-5000")];

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
        if !self.seats.is_absent() {
            return self.by_seats(steps, flight.map(|(length, _)| length), line);
        }
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

/// What a cabin emits on a haul, or all of them on average, as a term.
fn cabin_step(name: StepName, cabin: Cabin, haul: Haul, line: &mut LineCheck<'_>) -> Option<Step> {
    let (_, [short, long]) = CABINS.into_iter().find(|(known, _)| *known == cabin)?;
    let Some(assumption) = (if haul == Haul::LongHaul { long } else { short }) else {
        let key = alloc::format!("transport.plane.{}.{}", haul.text(), cabin.text());
        line.report(Problem::UnknownKey { key });
        return None;
    };
    let (value, _, origin) = line.assumption("cabin", &[Dimension::Emission], assumption)?;
    if value <= Decimal::ZERO {
        line.report(Problem::AssumptionMissing { assumption: assumption.into(), field: "cabin" });
        return None;
    }
    Some(Step { name, numerator: value, denominator: Decimal::ONE, unit: None, origin })
}

impl Plane {
    /// Asks for a price by the seats of the plane and the length of one flight.
    fn by_seats(&self, mut steps: Steps, length: Option<Decimal>, line: &mut LineCheck<'_>) -> Option<()> {
        let seats = line.count("seats", &self.seats, Count::Divisor);
        let haul = !self.haul.is_absent();
        line.unused(&[("haul", haul)], "seats");
        line.unused(&[("seats", length.is_none())], "distance: passenger.km");
        let (seats, length) = (seats?, length.filter(|_| !haul)?);
        let cabin = self.cabin.or(Cabin::Average)?;
        if cabin != Cabin::Average {
            let haul = Haul::of(length, false);
            steps.push(cabin_step(StepName::Cabin, cabin, haul, line)?);
            let mean = cabin_step(StepName::MeanCabin, Cabin::Average, haul, line)?;
            steps.push(Step { numerator: mean.denominator, denominator: mean.numerator, ..mean });
        }
        let class = SEATS.iter().find(|(most, _)| seats <= (*most).into());
        let band = BANDS.iter().find(|(end, _)| length < (*end).into());
        let class = class.map_or("seats-over-220", |(_, class)| class);
        let band = band.map_or("over-5000", |(_, band)| band);
        line.demand(&alloc::format!("transport.plane.{class}.{band}"), steps)
    }

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
