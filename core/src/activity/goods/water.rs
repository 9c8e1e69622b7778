//! Mains water and waste water.

use crate::activity::Activity;
use crate::activity::modes::modes;
use crate::field::line_check::LineCheck;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::pricing::demand::StepName;

modes! {
    /// What is done for a volume of water.
    pub enum WaterService {
        Supply = "supply" "water.supply", "eau du réseau", "mains water";
        Treatment = "treatment" "water.treatment", "traitement des eaux usées", "waste water treatment";
    }
}

record! {
    /// Water of the mains, or waste water: two lines where both are billed. Bottled water is a drink.
    ///
    /// Keys `water.supply` and `water.treatment`, in m³.
    pub struct Water {
        /// Which of the two.
        service: Leaf<WaterService> = "service" required,
        /// How much.
        volume: Leaf<Amount> = "volume" required,
    }
}

impl Activity for Water {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let steps = line.measured("volume", &self.volume, StepName::Volume, "m3");
        line.demand(self.service.given()?.key(), steps?)
    }
}
