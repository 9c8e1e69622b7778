//! What runs on electricity for so many hours, which electricity and render farms have in common.

use crate::field::line_check::LineCheck;
use crate::field::value::Count;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::number::Number;
use crate::pricing::demand::{StepName, Steps};

/// The power of an appliance, its hours, how many there are, and their load.
pub(crate) struct Appliance<'a> {
    pub(crate) power: &'a Leaf<Amount>,
    pub(crate) hours: &'a Leaf<Number>,
    pub(crate) pieces: &'a Leaf<Number>,
    pub(crate) load: &'a Leaf<Number>,
}

impl Appliance<'_> {
    /// Its energy in kWh: power × hours × pieces × load.
    pub(crate) fn energy(&self, line: &mut LineCheck<'_>) -> Option<Steps> {
        let steps = line.measured("power", self.power, StepName::Power, "kW");
        let hours = line.needed_count("hours", self.hours, "power", Count::Any);
        let pieces = line.optional_count("pieces", self.pieces, Count::Whole);
        let load = line.optional_count("load", self.load, Count::Percent);
        let (mut steps, hours, pieces, load) = (steps?, hours?, pieces?, load?);
        steps.times(StepName::Hours, hours);
        if let Some(pieces) = pieces {
            steps.times(StepName::Pieces, pieces);
        }
        if let Some(load) = load {
            steps.percent(StepName::Load, load);
        }
        Some(steps)
    }
}
