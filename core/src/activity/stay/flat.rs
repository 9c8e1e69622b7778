//! Nights in furnished rentals.

use crate::activity::Activity;
use crate::field::line_check::LineCheck;
use crate::field::value::Count;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::Number;
use crate::pricing::demand::{StepName, Steps};

record! {
    /// Nights in a furnished rental, a house or a flat that somebody lets: dwellings × nights.
    ///
    /// Key `accommodation.flat`, in nights of a dwelling.
    pub struct Flat {
        /// How many dwellings.
        flats: Leaf<Number> = "flats" required,
        /// How many nights each.
        nights: Leaf<Number> = "nights" required,
    }
}

impl Activity for Flat {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let flats = line.count("flats", &self.flats, Count::Whole);
        let nights = line.count("nights", &self.nights, Count::Whole);
        let mut steps = Steps::given(StepName::Flats, flats?);
        steps.times(StepName::Nights, nights?);
        line.demand("accommodation.flat", steps)
    }
}
