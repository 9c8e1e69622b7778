//! Waste, by what it is and how it is treated.

use alloc::format;

use crate::activity::Activity;
use crate::field::line_check::LineCheck;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::pricing::demand::StepName;
use crate::text::shared::Text;
use crate::text::vocabulary::{Term, vocabulary};

vocabulary! {
    /// How waste is treated.
    pub enum WasteTreatment {
        Average = "average", "traitement moyen", "average treatment";
        Landfill = "landfill", "enfouissement", "landfill";
        Incineration = "incineration", "incinération", "incineration";
        Recycling = "recycling", "recyclage", "recycling";
        Composting = "composting", "compostage", "composting";
        Digestion = "digestion", "méthanisation", "anaerobic digestion";
    }
}

record! {
    /// Waste: its mass, as the collector's note says.
    ///
    /// Key `waste.<material>.<treatment>`, in kg.
    pub struct Waste {
        /// What it is: `mixed`, `wood`, `plaster`, `food`, …, as the table of keys has them.
        material: Leaf<Text> = "material" required,
        /// How it is treated; defaults to the average treatment of that waste.
        treatment: Leaf<WasteTreatment> = "treatment",
        /// Its mass.
        mass: Leaf<Amount> = "mass" required,
    }
}

impl Activity for Waste {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let treatment = self.treatment.or(WasteTreatment::Average);
        let suffix = treatment.map(|treatment| format!(".{}", treatment.text()));
        let key = suffix.and_then(|suffix| line.key_under("material", &self.material, "waste.", &suffix));
        let steps = line.measured("mass", &self.mass, StepName::Mass, "kg");
        line.demand(&key?, steps?)
    }
}
