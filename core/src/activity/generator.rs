//! Generators, by their fuel.

use super::Activity;
use crate::check::LineCheck;
use crate::demand::{Origin, Step, StepName, Steps};
use crate::diagnostic::Problem;
use crate::unit::{Dimension, Unit};
use crate::wire::{Amount, Leaf, record};
use crate::words::{Word, words};

words! {
    /// What a generator burns.
    pub enum GeneratorFuel {
        Diesel = "diesel", "gazole non routier", "diesel";
        Petrol = "petrol", "essence", "petrol";
        Hvo = "hvo", "huile végétale hydrotraitée (HVO)", "hydrotreated vegetable oil (HVO)";
    }
}

record! {
    /// A generator: litres of fuel, or kWh delivered × litres per kWh.
    ///
    /// Key `energy.generator.<fuel>`, in litres. The litres per kWh are the line's own `consumption`, or the
    /// assumption `generator.consumption.<fuel>`.
    pub struct Generator {
        /// What it burns.
        fuel: Leaf<GeneratorFuel> = "fuel" required,
        /// The fuel burnt.
        volume: Leaf<Amount> = "volume",
        /// Instead: the electricity delivered,
        energy: Leaf<Amount> = "energy",
        /// and the fuel that it takes (`L/kWh`).
        consumption: Leaf<Amount> = "consumption",
    }
}

impl Activity for Generator {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        if self.volume.is_absent() == self.energy.is_absent() {
            line.report(Problem::ChooseOne { fields: "volume, energy" });
            return None;
        }
        let fuel = self.fuel.given().copied();
        let steps = if self.energy.is_absent() { self.by_volume(line) } else { self.by_energy(fuel, line) };
        line.demand(&alloc::format!("energy.generator.{}", fuel?.text()), steps?)
    }
}

impl Generator {
    fn by_volume(&self, line: &mut LineCheck<'_>) -> Option<Steps> {
        line.unused(&[("consumption", !self.consumption.is_absent())], "volume");
        let (value, unit) = line.amount("volume", &self.volume, &[Dimension::Volume])?;
        let mut steps = Steps::of(StepName::Volume, value, Some(unit), Origin::Given);
        steps.convert(unit, Unit::parse("L")?);
        Some(steps)
    }

    fn by_energy(&self, fuel: Option<GeneratorFuel>, line: &mut LineCheck<'_>) -> Option<Steps> {
        let energy = line.amount("energy", &self.energy, &[Dimension::Energy]);
        let assumption = match fuel? {
            GeneratorFuel::Diesel => "generator.consumption.diesel",
            GeneratorFuel::Petrol => "generator.consumption.petrol",
            GeneratorFuel::Hvo => "generator.consumption.hvo",
        };
        let dimensions = &[Dimension::FuelConsumption];
        let consumption = line.assumed("consumption", &self.consumption, dimensions, assumption);
        let ((energy, unit), (litres, litres_unit, origin)) = (energy?, consumption?);
        let mut steps = Steps::of(StepName::Energy, energy, Some(unit), Origin::Given);
        steps.convert(unit, Unit::parse("kWh")?);
        let denominator = rust_decimal::Decimal::ONE;
        let unit = Some(litres_unit);
        steps.push(Step { name: StepName::Consumption, numerator: litres, denominator, unit, origin });
        Some(steps)
    }
}
