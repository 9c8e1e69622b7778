//! Data that is kept.

use crate::activity::Activity;
use crate::field::line_check::LineCheck;
use crate::field::value::Count;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::Number;
use crate::number::unit::{Dimension, Unit};
use crate::pricing::demand::{Field, Origin, StepName, Steps};

record! {
    /// Data that is kept on disks, on tapes or by a provider: its size × years × copies.
    ///
    /// Key `data.storage`, in TB.year. The bundled tables have no factor of it, since no open one is valid: without one,
    /// the electricity that hard drives take is priced, by the assumption `consumption.data.storage`.
    pub struct Storage {
        /// How much is kept (`TB`, `GB`, then with `years`), or how much for how long (`TB.year`).
        data: Leaf<Amount> = "data" required,
        /// For how many years.
        years: Leaf<Number> = "years",
        /// How many copies there are; defaults to one.
        copies: Leaf<Number> = "copies",
    }
}

impl Activity for Storage {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let data = line.amount("data", &self.data, &[Dimension::Data, Dimension::DataTime]);
        let copies = line.optional_count("copies", &self.copies, Count::Whole);
        let (value, unit) = data?;
        let mut steps = Steps::of(StepName::Quantity, value, Some(unit), Origin::Given);
        steps.by(Field::Own("data"));
        if unit.dimension() == Dimension::Data {
            let years = line.needed_count("years", &self.years, "data: TB", Count::Any);
            steps.convert(unit, Unit::parse("TB")?);
            steps.times(StepName::Years, years?);
        } else {
            line.unused(&[("years", !self.years.is_absent())], "data: TB.year");
            steps.convert(unit, Unit::parse("TB.year")?);
        }
        if let Some(copies) = copies? {
            steps.times(StepName::Copies, copies);
        }
        line.demand("data.storage", steps)
    }
}
