//! What a factor is taken to be uncertain by where its source states nothing.

use rust_decimal::Decimal;

use crate::number::unit::Dimension;
use crate::text::vocabulary::vocabulary;

vocabulary! {
    /// A family of factors, for the uncertainty of those whose sources state none.
    pub enum FactorFamily {
        FossilFuel = "fossil-fuel", "combustibles fossiles", "fossil fuels";
        OrganicFuel = "organic-fuel", "combustibles organiques", "organic fuels";
        Grid = "grid", "électricité du réseau", "grid electricity";
        HeatNetwork = "heat-network", "réseaux de chaleur et de froid", "heating and cooling networks";
        Flight = "flight", "avion, sans les traînées", "planes, without contrails";
        Contrails = "contrails", "traînées de condensation", "contrails";
        Rail = "rail", "transport ferré", "rail";
        RoadPassenger = "road-passenger", "personnes par la route", "people by road";
        RoadFreight = "road-freight", "marchandises par la route", "freight by road";
        Money = "money", "ratios monétaires", "spend-based factors";
        Meal = "meal", "repas et boissons", "meals and drinks";
        Waste = "waste", "déchets", "waste";
        Machine = "machine", "machines et matériel", "machines and equipment";
        Plastic = "plastic", "plastiques", "plastics";
        Paper = "paper", "papier et carton", "paper and board";
        Unknown = "unknown", "famille sans médiane", "family without a median";
    }
}

/// The beginnings of keys that a family has. The longest that fits counts.
const KEYS: [(&str, FactorFamily); 43] = [
    ("energy.generator", FactorFamily::FossilFuel),
    ("energy.generator.hvo", FactorFamily::OrganicFuel),
    ("energy.heating", FactorFamily::FossilFuel),
    ("energy.heating.district", FactorFamily::HeatNetwork),
    ("energy.heating.pellets", FactorFamily::OrganicFuel),
    ("energy.heating.logs", FactorFamily::OrganicFuel),
    ("energy.heating.chips", FactorFamily::OrganicFuel),
    ("energy.cooling", FactorFamily::HeatNetwork),
    ("energy.electricity", FactorFamily::Grid),
    ("transport.aircraft-fuel", FactorFamily::FossilFuel),
    ("transport.boat-fuel", FactorFamily::FossilFuel),
    ("transport.car-fuel", FactorFamily::FossilFuel),
    ("transport.car-fuel.hvo", FactorFamily::OrganicFuel),
    ("transport.plane", FactorFamily::Flight),
    ("transport.freight.plane", FactorFamily::Flight),
    ("transport.train", FactorFamily::Rail),
    ("transport.freight.train", FactorFamily::Rail),
    ("transport.metro", FactorFamily::Rail),
    ("transport.tram", FactorFamily::Rail),
    ("transport.van", FactorFamily::RoadFreight),
    ("transport.lorry", FactorFamily::RoadFreight),
    ("transport.freight.van", FactorFamily::RoadFreight),
    ("transport.freight.truck", FactorFamily::RoadFreight),
    ("transport", FactorFamily::RoadPassenger),
    ("transport.freight", FactorFamily::Unknown),
    ("transport.ferry", FactorFamily::Unknown),
    ("food", FactorFamily::Meal),
    ("waste", FactorFamily::Waste),
    ("goods.equipment", FactorFamily::Machine),
    ("goods.material.plastic", FactorFamily::Plastic),
    ("goods.material.plastic-film", FactorFamily::Plastic),
    ("goods.material.plastic-rigid", FactorFamily::Plastic),
    ("goods.material.pet", FactorFamily::Plastic),
    ("goods.material.pvc", FactorFamily::Plastic),
    ("goods.material.polystyrene", FactorFamily::Plastic),
    ("goods.material.polypropylene", FactorFamily::Plastic),
    ("goods.material.hdpe", FactorFamily::Plastic),
    ("goods.material.ldpe", FactorFamily::Plastic),
    ("goods.material.nylon", FactorFamily::Plastic),
    ("goods.material.paper", FactorFamily::Paper),
    ("goods.material.paper-board", FactorFamily::Paper),
    ("goods.material.cardboard", FactorFamily::Paper),
    ("spend", FactorFamily::Money),
];

impl FactorFamily {
    /// That of a factor, by its key and by what its unit measures.
    pub(crate) fn of(key: Option<&str>, dimension: Dimension) -> Self {
        if dimension == Dimension::Money {
            return Self::Money;
        }
        let Some(key) = key else { return Self::Unknown };
        let begins = |start: &str| {
            key.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let fits = KEYS.iter().filter(|(start, _)| begins(start));
        fits.max_by_key(|(start, _)| start.len()).map_or(Self::Unknown, |(_, family)| *family)
    }

    /// The half-width in percent: the median of the valid rows of the family in ADEME's Base Carbone V23.6; for contrails what
    /// that base states of them; for a family that it lacks 50 %, a declared default.
    pub fn percent(self) -> Decimal {
        let percent = match self {
            Self::FossilFuel => 5,
            Self::Flight => 10,
            Self::OrganicFuel | Self::Rail | Self::Waste | Self::Paper => 20,
            Self::Grid | Self::HeatNetwork | Self::Plastic => 30,
            Self::Meal | Self::Machine | Self::Unknown => 50,
            Self::RoadPassenger => 60,
            Self::RoadFreight => 70,
            Self::Money => 80,
            Self::Contrails => 155,
        };
        Decimal::from(percent)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_beginning_of_whole_words_counts() {
        let of = |key| FactorFamily::of(Some(key), Dimension::Mass);
        assert_eq!(of("energy.heating.gas.net"), FactorFamily::FossilFuel);
        assert_eq!(of("energy.heating.pellets"), FactorFamily::OrganicFuel);
        assert_eq!(of("transport.car.petrol"), FactorFamily::RoadPassenger);
        assert_eq!(of("transport.car-fuel.petrol"), FactorFamily::FossilFuel);
        assert_eq!(of("transport.freight.sea.container"), FactorFamily::Unknown);
        assert_eq!(of("goods.material.plastic-film.new"), FactorFamily::Plastic);
        assert_eq!(of("goods.material.plasterboard.new"), FactorFamily::Unknown);
        assert_eq!(FactorFamily::of(None, Dimension::Money), FactorFamily::Money);
        assert_eq!(FactorFamily::of(None, Dimension::Mass), FactorFamily::Unknown);
    }
}
