//! Cold of a district network.

use crate::activity::Activity;
use crate::field::line_check::LineCheck;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::pricing::demand::StepName;

record! {
    /// Cold of a district network, as its invoice says. Air conditioners of one's own are electricity, and
    /// what leaks from them is a `refrigerant`.
    ///
    /// Key `energy.cooling.district`, in kWh.
    pub struct Cooling {
        /// The cold delivered.
        energy: Leaf<Amount> = "energy" required,
    }
}

impl Activity for Cooling {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let steps = line.measured("energy", &self.energy, StepName::Energy, "kWh");
        line.demand("energy.cooling.district", steps?)
    }
}
