//! Journeys by plane.

use alloc::string::String;

use rust_decimal::Decimal;

use crate::activity::Activity;
use crate::activity::travel::journey::Journey;
use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::parameter::Listing;
use crate::field::endpoints::Located;
use crate::field::line_check::LineCheck;
use crate::field::value::Count;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number;
use crate::number::Number;
use crate::number::unit::Dimension;
use crate::pricing::aviation::Aviation;
use crate::pricing::demand::{Step, StepName, Steps};
use crate::text::shared::Text;
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
    /// All flights of a footprint are priced in one way, by the place of the production or by `Options::aviation`: by seats and
    /// distance, key `transport.plane.seats-<seats>.<kilometres>`, with `.turboprop` for one; or by territory, key
    /// `transport.plane.<haul>.<cabin>`; in passenger.km. The factors hold the detours of real flights
    /// (UK conversion factors: "all the factors include the distance uplift of 8 %"), so none is added here.
    /// Contrails are a part of the factors of their own, which a view may leave out.
    pub struct Plane {
        /// The airport of departure, by its IATA code; or the city, by its name, with its country where there are
        /// several (`London, GB`). From a city, the way is counted from its centre.
        from: Leaf<Text> = "from",
        /// The airport or the city of arrival.
        to: Leaf<Text> = "to",
        /// Instead of airports: the length of one flight (`km`, then with `passengers`), or of all of them
        /// (`passenger.km`, then with `leg` or `haul`).
        distance: Leaf<Amount> = "distance",
        /// With a distance in `passenger.km`: the length of one of these flights (`km`), from take-off to landing.
        leg: Leaf<Amount> = "leg",
        /// How many persons.
        passengers: Leaf<Number> = "passengers",
        /// Whether it is a return trip, unless the distance is in `passenger.km`.
        round_trip: Leaf<bool> = "return",
        /// The cabin; defaults to the average of all. By seats, whose factors are that average, a cabin counts for as many
        /// times it as in the UK conversion factors of its haul.
        cabin: Leaf<Cabin> = "cabin",
        /// By territory: how far the flight goes; defaults to what its ends say: within the UK `domestic`, to or from it the
        /// haul of its distance, elsewhere `international`. Without ends, the flights of a British production touch the UK.
        haul: Leaf<Haul> = "haul",
        /// By seats and distance: how many seats the plane has; defaults to the class of an assumption, which differs from
        /// 5,000 km on.
        seats: Leaf<Number> = "seats",
        /// By seats and distance: whether the plane is a turboprop, then with `seats`; defaults to a jet.
        turboprop: Leaf<bool> = "turboprop",
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

/// The length from which another class of planes is assumed.
const LONG_KM: u32 = 5_000;
/// The assumptions of how many seats a plane has: of shorter flights, and of those from that length on.
const ASSUMED_SEATS: [&str; 2] = ["plane.seats.under-5000", "plane.seats.from-5000"];

/// The key of any flight, whose factor the line names.
const ANY: &str = "transport.plane.international.average";

impl Haul {
    /// The haul of a flight to or from the UK.
    fn of(kilometres: Decimal) -> Self {
        if kilometres <= SHORT_HAUL_KM.into() { Self::ShortHaul } else { Self::LongHaul }
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

/// Where a flight goes, as the UK government's conversion factors class it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Territory {
    Within,
    ToOrFrom,
    Elsewhere,
}

/// The length of one flight in kilometres, if it is known, and where it goes, if its ends are known.
struct Flight {
    kilometres: Option<Decimal>,
    territory: Option<Territory>,
}

impl Activity for Plane {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let journey = Journey { passengers: &self.passengers, round_trip: &self.round_trip };
        let by_airports = !self.from.is_absent() || !self.to.is_absent();
        if by_airports != self.distance.is_absent() {
            line.report(Problem::ChooseOne { fields: "from + to, distance" });
            return None;
        }
        let flight =
            if by_airports { self.by_airports(&journey, line) } else { self.by_distance(&journey, line) };
        let cabin = self.cabin.or(Cabin::Average);
        if line.names_factor() {
            return self.by_factor(flight, cabin, line);
        }
        if !line.flights().served {
            line.report(Problem::NoFlights { counted: line.flights().aviation.row() });
            return None;
        }
        if line.flights().aviation == Aviation::BySeats {
            self.ignored(&[("haul", !self.haul.is_absent())], line);
            let (class, (steps, flight)) = (self.seats(line), flight?);
            return self.by_seats(steps, flight.kilometres, class?, cabin?, line);
        }
        let details = [("seats", !self.seats.is_absent()), ("turboprop", !self.turboprop.is_absent())];
        self.ignored(&details, line);
        let (steps, flight) = flight?;
        let haul = self.haul_of(&flight, line)?;
        let key = haul_key(haul, cabin?, line)?;
        line.demand(&key, steps)
    }
}

/// The key of a cabin on a haul; one that is not registered is reported, with the cabins that are.
fn haul_key(haul: Haul, cabin: Cabin, line: &mut LineCheck<'_>) -> Option<String> {
    let key = |cabin: Cabin| alloc::format!("transport.plane.{}.{}", haul.text(), cabin.text());
    let registered = |cabin: &Cabin| line.has_key(&key(*cabin));
    if registered(&cabin) {
        return Some(key(cabin));
    }
    let available: Listing =
        Cabin::ALL.iter().filter(|cabin| registered(cabin)).map(|cabin| cabin.text()).collect();
    let (cabin, haul) = (cabin.row(), haul.row());
    line.report_in("cabin", Problem::NoCabin { cabin, haul, available });
    None
}

/// What a cabin emits on a haul, or all of them on average, as a term.
fn cabin_step(name: StepName, cabin: Cabin, haul: Haul, line: &mut LineCheck<'_>) -> Option<Step> {
    let (_, [short, long]) = CABINS.into_iter().find(|(known, _)| *known == cabin)?;
    let assumption = if haul == Haul::LongHaul { long } else { short };
    let Some(assumption) = assumption else {
        // Of a cabin that no assumption is of, no key is registered either.
        haul_key(haul, cabin, line)?;
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
    /// Warns of fields that the other way of pricing flights asks for.
    fn ignored(&self, fields: &[(&'static str, bool)], line: &mut LineCheck<'_>) {
        let counted = line.flights().aviation.row();
        for (field, _) in fields.iter().filter(|(_, given)| *given) {
            line.report_in(field, Problem::FlightDetail { field, counted });
        }
    }

    /// Asks for a price by the factor that the line names: it is of a class of flights already, so what else says one is
    /// checked and serves nothing.
    fn by_factor(
        &self,
        flight: Option<(Steps, Flight)>,
        cabin: Option<Cabin>,
        line: &mut LineCheck<'_>,
    ) -> Option<()> {
        line.optional_count("seats", &self.seats, Count::Divisor)?;
        self.haul.or(Haul::International)?;
        self.turboprop.or(false)?;
        cabin?;
        line.demand_by_factor(ANY, flight?.0)
    }

    /// The haul that is given, or that the flight is of.
    fn haul_of(&self, flight: &Flight, line: &mut LineCheck<'_>) -> Option<Haul> {
        if let Some(haul) = self.haul.given() {
            if let Some(length) = flight.kilometres.filter(|length| haul.is_off(*length)) {
                let (haul, distance) = (haul.row(), number::text(length.round()));
                line.report_in("haul", Problem::HaulDistance { haul, distance, limit: SHORT_HAUL_KM });
            }
            return Some(*haul);
        }
        if !self.haul.is_absent() {
            return None;
        }
        let unsaid = if line.flights().british { Territory::ToOrFrom } else { Territory::Elsewhere };
        match (flight.territory.unwrap_or(unsaid), flight.kilometres) {
            (Territory::Within, _) => Some(Haul::Domestic),
            (Territory::Elsewhere, _) => Some(Haul::International),
            (Territory::ToOrFrom, Some(length)) => Some(Haul::of(length)),
            (Territory::ToOrFrom, None) => {
                line.report(Problem::NeededWith { field: "haul", reason: "distance: passenger.km" });
                None
            }
        }
    }

    /// The seats, if they are given, and whether the plane is a turboprop.
    fn seats(&self, line: &mut LineCheck<'_>) -> Option<(Option<Decimal>, bool)> {
        let turboprop = self.turboprop.or(false);
        if self.seats.is_absent() && turboprop == Some(true) {
            line.report(Problem::NeededWith { field: "seats", reason: "turboprop" });
            return None;
        }
        let seats = line.optional_count("seats", &self.seats, Count::Divisor);
        Some((seats?, turboprop?))
    }

    /// Asks for a price by the seats of the plane and the length of one flight.
    fn by_seats(
        &self,
        mut steps: Steps,
        length: Option<Decimal>,
        (seats, turboprop): (Option<Decimal>, bool),
        cabin: Cabin,
        line: &mut LineCheck<'_>,
    ) -> Option<()> {
        let Some(length) = length else {
            line.report(Problem::NeededWith { field: "leg", reason: "distance: passenger.km" });
            return None;
        };
        let seats = match seats {
            Some(seats) => seats,
            None => {
                let [short, long] = ASSUMED_SEATS;
                let assumption = if length < LONG_KM.into() { short } else { long };
                let (seats, _, origin) = line.assumption("seats", &[Dimension::Units], assumption)?;
                // The class is in the key, so the term is there to say why: it changes no product.
                let (numerator, denominator) = (Decimal::ONE, Decimal::ONE);
                steps.push(Step { name: StepName::Seats, numerator, denominator, unit: None, origin });
                seats
            }
        };
        if cabin != Cabin::Average {
            let haul = Haul::of(length);
            steps.push(cabin_step(StepName::Cabin, cabin, haul, line)?);
            let mean = cabin_step(StepName::MeanCabin, Cabin::Average, haul, line)?;
            steps.push(Step { numerator: mean.denominator, denominator: mean.numerator, ..mean });
        }
        let given = !self.seats.is_absent();
        let class = SEATS.iter().find(|(most, _)| seats <= (*most).into());
        let band = BANDS.iter().find(|(end, _)| length < (*end).into());
        let class = class.map_or("seats-over-220", |(_, class)| class);
        let band = band.map_or("over-5000", |(_, band)| band);
        let jet = alloc::format!("transport.plane.{class}.{band}");
        let (seats, distance) = (number::text(seats), number::text(length.round()));
        if given && !line.has_key(&jet) {
            line.report_in("seats", Problem::NoPlane { seats, distance });
            return None;
        }
        let key = if turboprop { alloc::format!("{jet}.turboprop") } else { jet };
        if turboprop && !line.has_key(&key) {
            line.report_in("turboprop", Problem::NoTurboprop { seats, distance });
            return None;
        }
        line.demand(&key, steps)
    }

    /// The product of a flight between airports or cities, its length and its territory.
    fn by_airports(&self, journey: &Journey<'_>, line: &mut LineCheck<'_>) -> Option<(Steps, Flight)> {
        line.unused(&[("leg", !self.leg.is_absent())], "from + to");
        let from = line.airport("from", &self.from);
        let to = line.airport("to", &self.to);
        let british = |end: Option<Located<'_>>| end.is_some_and(|(_, site)| site.place == "GB");
        let territory = match (british(from), british(to)) {
            (true, true) => Territory::Within,
            (false, false) => Territory::Elsewhere,
            _ => Territory::ToOrFrom,
        };
        let way = from.zip(to).zip(self.to.given());
        let way = way.and_then(|((from, to), name)| line.way(from, to, "to", name));
        let kilometres = way.map(|way| way.kilometres.into());
        Some((journey.computed(way, line)?, Flight { kilometres, territory: Some(territory) }))
    }

    /// The length of one of the flights whose passenger.kilometres are given.
    fn leg(&self, line: &mut LineCheck<'_>) -> Option<Decimal> {
        let (value, unit) = line.amount("leg", &self.leg, &[Dimension::Distance])?;
        if value <= Decimal::ZERO {
            line.report_in("leg", Problem::BelowOne { value: number::text(value) });
            return None;
        }
        let leg = line.kilometres(&self.leg, Dimension::Distance);
        let all = line.kilometres(&self.distance, Dimension::PassengerDistance);
        // A correction may be of a part of a flight.
        let all = all.filter(|all| !all.is_zero() && !line.is_correction());
        if let (Some(leg), Some(all)) = (leg, all)
            && leg > all
        {
            let (value, whole) = (number::text(value), number::text(all));
            let (value, whole) = (alloc::format!("{value} {unit}"), alloc::format!("{whole} passenger.km"));
            line.report_in("leg", Problem::MoreThanWhole { value, whole });
            return None;
        }
        leg
    }

    /// The product of a distance, and the length of one flight.
    fn by_distance(&self, journey: &Journey<'_>, line: &mut LineCheck<'_>) -> Option<(Steps, Flight)> {
        let steps = journey.given(&self.distance, line);
        let one = line.kilometres(&self.distance, Dimension::Distance);
        line.unused(&[("leg", one.is_some() && !self.leg.is_absent())], "distance: km");
        let leg = if self.leg.is_absent() || one.is_some() { None } else { self.leg(line) };
        if leg.is_none() && one.is_none() && !self.leg.is_absent() {
            return None;
        }
        let kilometres = one.or(leg);
        Some((steps?, Flight { kilometres, territory: None }))
    }
}
