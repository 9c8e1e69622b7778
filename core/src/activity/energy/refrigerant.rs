//! Refrigerants that leak.

use crate::activity::Activity;
use crate::field::line_check::LineCheck;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::pricing::demand::StepName;
use crate::text::shared::Text;

record! {
    /// A refrigerant that leaks from an air conditioner, a cold room or a lorry: what was refilled, as the
    /// maintenance sheet says.
    ///
    /// Key `energy.refrigerant.<fluid>`, in kg.
    pub struct Refrigerant {
        /// Which fluid: `r32`, `r134a`, `r410a`, …, as the table of keys has them.
        fluid: Leaf<Text> = "fluid" required,
        /// Its mass.
        mass: Leaf<Amount> = "mass" required,
    }
}

impl Activity for Refrigerant {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let key = line.key_under("fluid", &self.fluid, "energy.refrigerant.", "");
        let steps = line.measured("mass", &self.mass, StepName::Mass, "kg");
        line.demand(&key?, steps?)
    }
}
