//! Heat, by what it is made of.

use alloc::vec::Vec;

use crate::activity::Activity;
use crate::field::line_check::LineCheck;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::unit::Dimension;
use crate::pricing::demand::{Origin, StepName, Steps};
use crate::text::vocabulary::vocabulary;

vocabulary! {
    /// What a place is heated with.
    pub enum HeatingFuel {
        Gas = "gas", "gaz de réseau", "natural gas";
        Oil = "oil", "fioul domestique", "heating oil";
        Propane = "propane", "propane", "propane";
        Butane = "butane", "butane", "butane";
        Pellets = "pellets", "granulés de bois", "wood pellets";
        Logs = "logs", "bûches", "wood logs";
        Chips = "chips", "plaquettes de bois", "wood chips";
        District = "district", "réseau de chaleur", "district heating";
    }
}

record! {
    /// Heat of a boiler, a stove or a district network: what its meter, invoice or delivery note says.
    ///
    /// Keys `energy.heating.<fuel>`, `energy.heating.<fuel>.net` and `energy.heating.<fuel>.volume`: each way
    /// of measuring has factors of its own, as the sources give them, so nothing is converted by a calorific
    /// value. Electric heating and heat pumps are electricity.
    pub struct Heating {
        /// What it is made of.
        fuel: Leaf<HeatingFuel> = "fuel" required,
        /// How much: gas in `kWh_GCV`, `kWh_NCV` or `m3`, oil in `L` or `kWh_NCV`, propane and butane in `kg`
        /// or `L` of liquid (`m3` of gas with a factor of its own), wood in `kg`, district heating in `kWh`.
        quantity: Leaf<Amount> = "quantity" required,
    }
}

/// The key of each fuel, by what is measured.
const KEYS: &[(HeatingFuel, Dimension, &str)] = &[
    (HeatingFuel::Gas, Dimension::GrossEnergy, "energy.heating.gas"),
    (HeatingFuel::Gas, Dimension::NetEnergy, "energy.heating.gas.net"),
    (HeatingFuel::Gas, Dimension::Volume, "energy.heating.gas.volume"),
    (HeatingFuel::Oil, Dimension::Volume, "energy.heating.oil"),
    (HeatingFuel::Oil, Dimension::NetEnergy, "energy.heating.oil.net"),
    (HeatingFuel::Propane, Dimension::Mass, "energy.heating.propane"),
    (HeatingFuel::Propane, Dimension::Volume, "energy.heating.propane.volume"),
    (HeatingFuel::Butane, Dimension::Mass, "energy.heating.butane"),
    (HeatingFuel::Butane, Dimension::Volume, "energy.heating.butane.volume"),
    (HeatingFuel::Pellets, Dimension::Mass, "energy.heating.pellets"),
    (HeatingFuel::Logs, Dimension::Mass, "energy.heating.logs"),
    (HeatingFuel::Chips, Dimension::Mass, "energy.heating.chips"),
    (HeatingFuel::District, Dimension::Energy, "energy.heating.district"),
];

impl Activity for Heating {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let fuel = self.fuel.given();
        let rows = || KEYS.iter().filter(|(of, _, _)| fuel.is_none_or(|fuel| fuel == of));
        let dimensions: Vec<Dimension> = rows().map(|(_, dimension, _)| *dimension).collect();
        let (value, unit) = line.amount("quantity", &self.quantity, &dimensions)?;
        fuel?;
        let (_, _, key) = rows().find(|(_, dimension, _)| *dimension == unit.dimension())?;
        line.demand_quantity(key, Steps::of(StepName::Quantity, value, Some(unit), Origin::Given), unit)
    }
}
