//! Render farms and other machines of a data centre.

use crate::activity::Activity;
use crate::activity::energy::appliance::Appliance;
use crate::field::line_check::LineCheck;
use crate::field::value::Count;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::Number;
use crate::pricing::demand::StepName;

record! {
    /// Machines of a data centre, such as a render farm: power × hours × machines × load × PUE. An edit suite
    /// under a desk is `electricity`, and its making is `equipment`.
    ///
    /// Key `energy.electricity`, in kWh, of the place where the machines are. What the building takes beyond
    /// the machines is the line's own `pue`, or the assumption `render.pue`.
    pub struct Render {
        /// The power of a machine (`kW`, `W`).
        power: Leaf<Amount> = "power" required,
        /// For how many hours each of them runs.
        hours: Leaf<Number> = "hours" required,
        /// How many machines; defaults to one.
        pieces: Leaf<Number> = "pieces",
        /// At what load, in percent of the power; defaults to the whole power.
        load: Leaf<Number> = "load",
        /// Power usage effectiveness: energy of the building ÷ energy of its machines, at least 1.
        pue: Leaf<Number> = "pue",
    }
}

impl Activity for Render {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let Self { power, hours, pieces, load, .. } = self;
        let steps = Appliance { power, hours, pieces, load }.energy(line);
        let pue = line.assumed_count("pue", &self.pue, "kWh/kWh", "render.pue", Count::Divisor);
        let mut steps = steps?;
        steps.times_amount(StepName::Pue, pue?, "kWh/kWh");
        line.demand("energy.electricity", steps)
    }
}
