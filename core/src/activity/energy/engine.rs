//! Engines by their fuel, which generators, aircraft and boats have in common.

use crate::diagnostic::catalogue::Problem;
use crate::field::line_check::LineCheck;
use crate::field::value::Count;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::number::Number;
use crate::number::unit::Dimension;
use crate::pricing::demand::{StepName, Steps};

/// The fuel that an engine burns, or its hours and what it burns in one.
pub(crate) struct Engine<'a> {
    pub(crate) volume: &'a Leaf<Amount>,
    pub(crate) hours: &'a Leaf<Number>,
    pub(crate) consumption: &'a Leaf<Amount>,
}

impl Engine<'_> {
    /// The litres burnt, one way or the other.
    pub(crate) fn litres(&self, line: &mut LineCheck<'_>) -> Option<Steps> {
        match (self.volume.is_absent(), self.hours.is_absent()) {
            (false, true) => self.by_volume(line),
            (true, false) => self.by_hours(line),
            _ => {
                line.report(Problem::ChooseOne { fields: "volume, hours + consumption" });
                None
            }
        }
    }

    /// The litres of a fuel card, an invoice or a gauge.
    pub(crate) fn by_volume(&self, line: &mut LineCheck<'_>) -> Option<Steps> {
        line.unused(&[("consumption", !self.consumption.is_absent())], "volume");
        line.measured("volume", self.volume, StepName::Volume, "L")
    }

    /// The litres of so many hours.
    pub(crate) fn by_hours(&self, line: &mut LineCheck<'_>) -> Option<Steps> {
        let hours = line.count("hours", self.hours, Count::Any);
        let dimensions = &[Dimension::FuelFlow];
        let consumption = line.needed_amount("consumption", self.consumption, "hours", dimensions);
        let mut steps = Steps::given(StepName::Hours, hours?);
        steps.times_amount(StepName::Consumption, consumption?, "L/hour");
        Some(steps)
    }
}
