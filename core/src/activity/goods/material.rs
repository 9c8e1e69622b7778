//! Materials of sets and props.

use crate::activity::Activity;
use crate::field::line_check::LineCheck;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::pricing::demand::StepName;
use crate::text::shared::Text;
use crate::text::vocabulary::{Term, vocabulary};

vocabulary! {
    /// Where a material comes from.
    pub enum MaterialOrigin {
        New = "new", "neuf", "new";
        Recycled = "recycled", "recyclé", "recycled";
        Reused = "reused", "réemployé", "reused";
    }
}

record! {
    /// A material of a set: its mass, and whether it is new.
    ///
    /// Key `goods.material.<material>.<origin>`, in kg.
    pub struct Material {
        /// Which material: `wood`, `steel`, `plasterboard`, …, as the table of keys has them.
        material: Leaf<Text> = "material" required,
        /// Its mass.
        mass: Leaf<Amount> = "mass" required,
        /// Where it comes from; defaults to `new`.
        origin: Leaf<MaterialOrigin> = "origin",
    }
}

impl Activity for Material {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let origin = self.origin.or(MaterialOrigin::New);
        let suffix = origin.map(|origin| alloc::format!(".{}", origin.text()));
        let key = line.key_under("material", &self.material, "goods.material.", suffix.as_deref()?);
        let steps = line.measured("mass", &self.mass, StepName::Mass, "kg");
        line.demand(&key?, steps?)
    }
}
