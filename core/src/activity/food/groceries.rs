//! Food that is bought rather than served.

use crate::activity::Activity;
use crate::field::line_check::LineCheck;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::pricing::demand::StepName;
use crate::text::shared::Text;

record! {
    /// Food of the craft table or of one's own kitchen, by its mass. What is served as a meal is `meals`.
    ///
    /// Key `food.item.<item>`, in kg.
    pub struct Groceries {
        /// Which food: `banana`, `croissant`, `cheese-sandwich`, …, as the table of keys has them.
        item: Leaf<Text> = "item" required,
        /// Its mass.
        mass: Leaf<Amount> = "mass" required,
    }
}

impl Activity for Groceries {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let key = line.key_under("item", &self.item, "food.item.", "");
        let steps = line.measured("mass", &self.mass, StepName::Mass, "kg");
        line.demand(&key?, steps?)
    }
}
