//! Generators, by their fuel.

use crate::activity::Activity;
use crate::activity::energy::engine::Engine;
use crate::diagnostic::catalogue::Problem;
use crate::field::line_check::LineCheck;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::Number;
use crate::number::unit::Dimension;
use crate::pricing::demand::{StepName, Steps};
use crate::text::vocabulary::{Term, vocabulary};

vocabulary! {
    /// What a generator burns.
    pub enum GeneratorFuel {
        Diesel = "diesel", "gazole non routier", "diesel";
        Petrol = "petrol", "essence", "petrol";
        Hvo = "hvo", "huile végétale hydrotraitée (HVO)", "hydrotreated vegetable oil (HVO)";
    }
}

record! {
    /// A generator: litres of fuel, kWh delivered × litres per kWh, or hours × litres an hour.
    ///
    /// Key `energy.generator.<fuel>`, in litres. The litres per kWh are the line's own `consumption`, or the
    /// assumption `generator.consumption.<fuel>`; litres an hour depend on the machine, so the line gives them.
    pub struct Generator {
        /// What it burns.
        fuel: Leaf<GeneratorFuel> = "fuel" required,
        /// The fuel burnt.
        volume: Leaf<Amount> = "volume",
        /// Instead: the electricity delivered,
        energy: Leaf<Amount> = "energy",
        /// or the hours of the engine,
        hours: Leaf<Number> = "hours",
        /// and the fuel that it takes (`L/kWh`, or `L/hour` with hours).
        consumption: Leaf<Amount> = "consumption",
    }
}

impl Activity for Generator {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let fuel = self.fuel.given().copied();
        let Self { volume, hours, consumption, .. } = self;
        let engine = Engine { volume, hours, consumption };
        let ways = [volume.is_absent(), self.energy.is_absent(), hours.is_absent()];
        let steps = match ways {
            [false, true, true] => engine.by_volume(line),
            [true, false, true] => self.by_energy(fuel, line),
            [true, true, false] => engine.by_hours(line),
            _ => {
                line.report(Problem::ChooseOne { fields: "volume, energy, hours + consumption" });
                None
            }
        };
        line.demand(&alloc::format!("energy.generator.{}", fuel?.text()), steps?)
    }
}

impl Generator {
    fn by_energy(&self, fuel: Option<GeneratorFuel>, line: &mut LineCheck<'_>) -> Option<Steps> {
        let steps = line.measured("energy", &self.energy, StepName::Energy, "kWh");
        let assumption = match fuel? {
            GeneratorFuel::Diesel => "generator.consumption.diesel",
            GeneratorFuel::Petrol => "generator.consumption.petrol",
            GeneratorFuel::Hvo => "generator.consumption.hvo",
        };
        let dimensions = &[Dimension::FuelConsumption];
        let consumption = line.assumed("consumption", &self.consumption, dimensions, assumption);
        let mut steps = steps?;
        steps.times_amount(StepName::Consumption, consumption?, "L/kWh");
        Some(steps)
    }
}
