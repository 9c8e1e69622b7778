//! Cold of a district network.

use super::Activity;
use crate::check::LineCheck;
use crate::demand::StepName;
use crate::wire::{Amount, Leaf, record};

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
