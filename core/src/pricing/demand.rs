//! Demands: a quantity to be priced, as a product whose every term states its origin.

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use rust_decimal::Decimal;

use crate::factor::key::{KeyId, Post};
use crate::factor::row::Factor;
use crate::number::unit::{Dimension, Unit};
use crate::place::Place;
use crate::place::point::Endpoint;
use crate::pricing::resolve::Resolution;
use crate::text::language::Language;
use crate::text::vocabulary::{Term, vocabulary};

vocabulary! {
    /// The meaning of a term of a product.
    pub enum StepName {
        Amount = "amount", "montant", "amount";
        Area = "area", "surface", "area";
        Cabin = "cabin", "cabine", "cabin";
        CarriedIndex = "carried-index", "indice reporté", "index carried forward";
        Consumption = "consumption", "consommation", "consumption";
        Copies = "copies", "copies", "copies";
        DataIntensity = "data-intensity", "consommation par donnée", "use per amount of data";
        Days = "days", "jours", "days";
        Density = "density", "masse volumique", "density";
        Detour = "detour", "détour", "detour";
        Distance = "distance", "distance", "distance";
        Energy = "energy", "énergie", "energy";
        ExchangeRate = "exchange-rate", "taux de change", "exchange rate";
        Flats = "flats", "logements", "dwellings";
        Hours = "hours", "heures", "hours";
        Intensity = "intensity", "consommation par surface", "use per area";
        Life = "life", "durée de vie", "life";
        Load = "load", "taux de charge", "load";
        Mass = "mass", "masse", "mass";
        MeanCabin = "mean-cabin", "moyenne des cabines", "mean of the cabins";
        Meals = "meals", "repas", "meals";
        MealsPerDay = "meals-per-day", "repas par jour", "meals a day";
        Nights = "nights", "nuits", "nights";
        Occupants = "occupants", "occupants par véhicule", "occupants of a vehicle";
        Passengers = "passengers", "passagers", "passengers";
        People = "people", "personnes", "people";
        PriceIndex = "price-index", "indice des prix", "price index";
        Pieces = "pieces", "pièces", "pieces";
        Power = "power", "puissance", "power";
        Pue = "pue", "PUE du centre de données", "PUE of the data centre";
        Quantity = "quantity", "quantité", "quantity";
        Return = "return", "aller-retour", "there and back";
        Rooms = "rooms", "chambres", "rooms";
        Seats = "seats", "sièges", "seats";
        Share = "share", "part", "share";
        Unit = "unit", "conversion d’unité", "unit conversion";
        Vat = "vat", "TVA comprise", "VAT included";
        Vehicles = "vehicles", "véhicules", "vehicles";
        Volume = "volume", "volume", "volume";
        Worth = "worth", "valeur d’une unité", "worth of a unit";
        Years = "years", "années", "years";
    }
}

impl StepName {
    /// The noun of what is counted, singular or plural.
    pub(crate) fn counted(self, count: Decimal, language: Language) -> &'static str {
        let [fr, en] = [Language::Fr, Language::En].map(|language| self.label(language));
        let (one_fr, one_en) = match self {
            Self::Copies => ("copie", "copy"),
            Self::Days => ("jour", "day"),
            Self::Flats => ("logement", "dwelling"),
            Self::Hours => ("heure", "hour"),
            Self::Meals => ("repas", "meal"),
            Self::MealsPerDay => ("repas par jour", "meal a day"),
            Self::Nights => ("nuit", "night"),
            Self::Occupants => ("occupant par véhicule", "occupant of a vehicle"),
            Self::Passengers => ("passager", "passenger"),
            Self::People => ("personne", "person"),
            Self::Pieces => ("pièce", "piece"),
            Self::Rooms => ("chambre", "room"),
            Self::Vehicles => ("véhicule", "vehicle"),
            Self::Years => ("année", "year"),
            _ => (fr, en),
        };
        language.counted(count, [one_fr, fr], [one_en, en])
    }
}

/// Where an activity has a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// In a field of its own.
    Own(&'static str),
    /// In a field of an item of a list: the list, the position, the field.
    OfItem(&'static str, usize, &'static str),
}

/// The path from the activity.
impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Own(name) => f.write_str(name),
            Self::OfItem(list, at, name) => write!(f, "{list}/{at}/{name}"),
        }
    }
}

/// The origin of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// Given by the field of the line that is called as the term is.
    Given,
    /// Given by a field of another name.
    GivenBy(Field),
    /// An assumption, by its position in the references.
    Assumption(u32),
    /// The exact ratio of two units.
    Unit,
    /// The distance from one airport or city to another, computed.
    Distance(Endpoint, Endpoint),
    /// A row of a table of prices, by its position in the references.
    Price(u32),
}

impl Origin {
    /// The same, with the field that gives it, if the line does.
    pub(crate) fn by(self, field: Field) -> Self {
        if self == Self::Given { Self::GivenBy(field) } else { self }
    }
}

/// One term of a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    /// What it is.
    pub name: StepName,
    /// Multiplies the product.
    pub numerator: Decimal,
    /// Divides the product.
    pub denominator: Decimal,
    /// The unit of the term, if it has one.
    pub unit: Option<Unit>,
    /// The origin.
    pub origin: Origin,
}

/// An amount and its origin.
pub(crate) type Sourced = (Decimal, Unit, Origin);

/// A product under construction.
#[derive(Clone, Debug)]
pub(crate) struct Steps(Vec<Step>);

impl Steps {
    /// Begins with a quantity.
    pub(crate) fn of(name: StepName, value: Decimal, unit: Option<Unit>, origin: Origin) -> Self {
        let mut steps = Self(Vec::with_capacity(4));
        steps.push(Step { name, numerator: value, denominator: Decimal::ONE, unit, origin });
        steps
    }

    /// Begins with a number that the line gives.
    pub(crate) fn given(name: StepName, value: Decimal) -> Self {
        Self::of(name, value, None, Origin::Given)
    }

    /// Adds a term.
    pub(crate) fn push(&mut self, step: Step) {
        self.0.push(step);
    }

    /// Multiplies by a number that the line gives.
    pub(crate) fn times(&mut self, name: StepName, value: Decimal) {
        self.push(Step {
            name,
            numerator: value,
            denominator: Decimal::ONE,
            unit: None,
            origin: Origin::Given,
        });
    }

    /// Divides by a number that the line gives.
    pub(crate) fn divided_by(&mut self, name: StepName, value: Decimal) {
        self.push(Step {
            name,
            numerator: Decimal::ONE,
            denominator: value,
            unit: None,
            origin: Origin::Given,
        });
    }

    /// Multiplies by a percentage that the line gives.
    pub(crate) fn percent(&mut self, name: StepName, value: Decimal) {
        self.push(Step {
            name,
            numerator: value,
            denominator: Decimal::ONE_HUNDRED,
            unit: None,
            origin: Origin::Given,
        });
    }

    /// Multiplies by an amount, in this unit, given by the line or an assumption.
    pub(crate) fn times_amount(&mut self, name: StepName, (value, unit, origin): Sourced, into: &str) {
        self.push(Step { name, numerator: value, denominator: Decimal::ONE, unit: Some(unit), origin });
        if let Some(into) = Unit::parse(into) {
            self.convert(unit, into);
        }
    }

    /// Notes the field that gives the last term, if the line does.
    pub(crate) fn by(&mut self, field: Field) {
        if let Some(step) = self.0.last_mut() {
            step.origin = step.origin.by(field);
        }
    }

    /// Doubles the distance of a return trip.
    pub(crate) fn there_and_back(&mut self, back: bool) {
        if back {
            self.times(StepName::Return, Decimal::TWO);
        }
    }

    /// Converts from a unit into another that measures the same.
    pub(crate) fn convert(&mut self, from: Unit, into: Unit) {
        if let Some(step) = conversion(from, into) {
            self.push(step);
        }
    }
}

/// The step from a unit into another that measures the same; `None` if they are equal.
pub(crate) fn conversion(from: Unit, into: Unit) -> Option<Step> {
    let (numerator, denominator) = from.ratio_to(into).filter(|ratio| *ratio != (1, 1))?;
    Some(Step {
        name: StepName::Unit,
        numerator: numerator.into(),
        denominator: denominator.into(),
        unit: Some(into),
        origin: Origin::Unit,
    })
}

/// How the factor of a demand is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// By resolving the key: what was found.
    Key(KeyId, Option<Resolution>),
    /// The factor that the line names: its set and row.
    Named(u32, u32),
    /// A factor stated by the line.
    Inline(Arc<Factor>),
}

/// One thing to price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Demand {
    pub(crate) choice: Choice,
    /// The key, if there is one.
    pub(crate) key: Option<KeyId>,
    /// The key that was asked for, where the electricity that it takes is priced instead.
    pub(crate) asked: Option<KeyId>,
    /// The post; `None` for a named factor without a key if the line states none.
    pub(crate) post: Option<Post>,
    pub(crate) place: Option<Place>,
    /// The year of the activity, or of the prices.
    pub(crate) year: Option<u16>,
    /// The unit of the product.
    pub(crate) unit: Unit,
    pub(crate) steps: Vec<Step>,
    /// The contract that supplies it, by its position.
    pub(crate) contract: Option<u32>,
}

impl Demand {
    /// Whether a term, and so the mass, is zero.
    pub(crate) fn is_nothing(&self) -> bool {
        self.steps.iter().any(|step| step.numerator.is_zero())
    }

    /// Whether there is a factor for it, or a contract that supplies it.
    pub(crate) fn is_priced(&self) -> bool {
        self.contract.is_some() || !matches!(self.choice, Choice::Key(_, None))
    }

    /// Whether it is electricity, which a contract may supply.
    pub(crate) fn is_electricity(&self) -> bool {
        self.post == Some(Post::Electricity) && self.unit.dimension() == Dimension::Energy
    }
}

impl Steps {
    /// The terms.
    pub(crate) fn into_vec(self) -> Vec<Step> {
        self.0
    }
}
