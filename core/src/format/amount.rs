//! Amounts and periods, as they are entered.

use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::Number;
use crate::text::shared::Text;

record! {
    /// A value and its unit.
    pub struct Amount {
        /// The value: an exact decimal.
        value: Leaf<Number> = "value" required,
        /// The unit, by its symbol: `km`, `kWh`, `EUR`, …
        unit: Leaf<Text> = "unit" required,
    }
}

impl Amount {
    /// An amount: a number and a unit.
    pub fn new(value: impl Into<Number>, unit: &str) -> Self {
        Self { value: Leaf::Given(value.into()), unit: unit.into(), ..Self::default() }
    }
}

record! {
    /// A period: a whole year, or from one day to another, both included.
    pub struct Period {
        /// A whole year.
        year: Leaf<Number> = "year",
        /// The first day, as `2026-01-15`.
        from: Leaf<Text> = "from",
        /// The last day, as `2026-09-30`.
        to: Leaf<Text> = "to",
    }
}
