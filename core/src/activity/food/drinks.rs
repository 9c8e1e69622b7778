//! Drinks.

use crate::activity::Activity;
use crate::field::line_check::LineCheck;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::unit::{Dimension, Unit};
use crate::pricing::demand::{Origin, StepName, Steps};
use crate::text::shared::Text;

record! {
    /// Drinks, bottled or brewed: their volume or their mass. Those that a meal includes are counted with it.
    ///
    /// Key `food.drink.<drink>`, in kg. A volume is weighed by the line's own `density`, or by the assumption
    /// `drink.density`.
    pub struct Drinks {
        /// Which drink: `water`, `coffee`, `orange-juice`, …, as the table of keys has them.
        drink: Leaf<Text> = "drink" required,
        /// How much of it (`L`, or `kg`).
        quantity: Leaf<Amount> = "quantity" required,
        /// With a volume: its density (`kg/L`).
        density: Leaf<Amount> = "density",
    }
}

impl Activity for Drinks {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let key = line.key_under("drink", &self.drink, "food.drink.", "");
        let (value, unit) = line.amount("quantity", &self.quantity, &[Dimension::Volume, Dimension::Mass])?;
        let mut steps = Steps::of(StepName::Quantity, value, Some(unit), Origin::Given);
        if unit.dimension() == Dimension::Volume {
            let density = line.assumed("density", &self.density, &[Dimension::Density], "drink.density");
            steps.convert(unit, Unit::parse("L")?);
            steps.times_amount(StepName::Density, density?, "kg/L");
        } else {
            line.unused(&[("density", !self.density.is_absent())], "quantity: kg");
            steps.convert(unit, Unit::parse("kg")?);
        }
        line.demand(&key?, steps)
    }
}
