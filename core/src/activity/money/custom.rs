//! Whatever has no kind of its own.

use alloc::sync::Arc;

use crate::activity::Activity;
use crate::diagnostic::catalogue::Problem;
use crate::factor::key::Post;
use crate::factor::row::Factor;
use crate::field::line_check::LineCheck;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::Number;
use crate::pricing::demand::{Origin, StepName, Steps};
use crate::text::shared::Text;

record! {
    /// A factor that a line brings along, with its source.
    pub struct Inline {
        /// The value.
        value: Leaf<Number> = "value" required,
        /// Its unit: a mass of CO2e per unit of the quantity (`kgCO2e/L`).
        unit: Leaf<Text> = "unit" required,
        /// Where the value comes from.
        source: Leaf<Text> = "source" required,
        /// The post of the result that it counts in.
        post: Leaf<Post> = "post" required,
        /// Its year.
        year: Leaf<Number> = "year",
        /// What it is of.
        name: Leaf<Text> = "name",
    }
}

record! {
    /// A quantity × a registered key, the factor that the line names, or a factor of its own.
    pub struct Custom {
        /// The quantity.
        quantity: Leaf<Amount> = "quantity" required,
        /// A registered key.
        key: Leaf<Text> = "key",
        /// A factor of the line's own.
        inline: Leaf<Inline> = "inline",
        /// With the factor that the line names: the post of the result that it counts in; defaults to that
        /// of the first key of the factor, and none if it has no key.
        post: Leaf<Post> = "post",
    }
}

impl Activity for Custom {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let ways = [!self.key.is_absent(), !self.inline.is_absent(), line.names_factor()];
        // A named factor may go with a key, which then says the post.
        if !matches!(ways, [true, false, _] | [false, true, false] | [false, false, true]) {
            line.report(Problem::ChooseOne { fields: "key, inline, factor" });
            return None;
        }
        let given = !self.post.is_absent();
        line.unused(&[("post", given && !self.key.is_absent())], "key");
        line.unused(&[("post", given && !self.inline.is_absent())], "inline");
        let quantity = line.any_amount("quantity", &self.quantity);
        if let Some(inline) = self.inline.given() {
            let factor = line.within("inline", |line| inline.factor(line));
            let ((value, unit), (factor, post)) = (quantity?, factor?);
            let steps = Steps::of(StepName::Quantity, value, Some(unit), Origin::Given);
            return line.demand_inline(factor, post, steps, unit);
        }
        if self.key.is_absent() {
            let (value, unit) = quantity?;
            let steps = Steps::of(StepName::Quantity, value, Some(unit), Origin::Given);
            return line.demand_named(steps, unit, self.post.given().copied());
        }
        let key = line.registered_key("key", &self.key);
        let ((value, unit), key) = (quantity?, key?);
        let steps = Steps::of(StepName::Quantity, value, Some(unit), Origin::Given);
        line.demand_quantity(&key, steps, unit)
    }
}

impl Inline {
    /// The factor that it states, and its post.
    fn factor(&self, line: &mut LineCheck<'_>) -> Option<(Arc<Factor>, Post)> {
        line.year("year", &self.year);
        let id = self.name.given().cloned().unwrap_or_default();
        let factor = line.stated_factor(id, &self.value, &self.unit, &self.source)?;
        Some((Arc::new(factor), *self.post.given()?))
    }
}
