//! Engines by their fuel, which generators, aircraft and boats have in common.

use crate::check::{Count, LineCheck};
use crate::demand::{StepName, Steps};
use crate::diagnostic::Problem;
use crate::number::Number;
use crate::unit::Dimension;
use crate::wire::{Amount, Leaf};

/// The fuel that an engine burns, or its hours and what it burns in one.
pub(super) struct Engine<'a> {
    pub(super) volume: &'a Leaf<Amount>,
    pub(super) hours: &'a Leaf<Number>,
    pub(super) consumption: &'a Leaf<Amount>,
}

impl Engine<'_> {
    /// The litres burnt, one way or the other.
    pub(super) fn litres(&self, line: &mut LineCheck<'_>) -> Option<Steps> {
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
    pub(super) fn by_volume(&self, line: &mut LineCheck<'_>) -> Option<Steps> {
        line.unused(&[("consumption", !self.consumption.is_absent())], "volume");
        line.measured("volume", self.volume, StepName::Volume, "L")
    }

    /// The litres of so many hours.
    pub(super) fn by_hours(&self, line: &mut LineCheck<'_>) -> Option<Steps> {
        let hours = line.count("hours", self.hours, Count::Any);
        let dimensions = &[Dimension::FuelFlow];
        let consumption = line.needed_amount("consumption", self.consumption, "hours", dimensions);
        let mut steps = Steps::given(StepName::Hours, hours?);
        steps.times_amount(StepName::Consumption, consumption?, "L/hour");
        Some(steps)
    }
}
