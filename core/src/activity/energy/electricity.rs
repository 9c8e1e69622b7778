//! Electricity of the grid.

use crate::activity::Activity;
use crate::activity::energy::appliance::Appliance;
use crate::diagnostic::catalogue::Problem;
use crate::field::line_check::LineCheck;
use crate::field::value::Count;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::Number;
use crate::number::unit::Dimension;
use crate::pricing::demand::{StepName, Steps};
use crate::text::vocabulary::vocabulary;

vocabulary! {
    /// What a space is used as.
    pub enum SpaceUse {
        Office = "office", "bureaux", "offices";
        Studio = "studio", "plateau de tournage", "studio stage";
    }
}

record! {
    /// Electricity of the grid: metered, by the area that is used × days, or by power × hours.
    ///
    /// Key `energy.electricity`, in kWh. By area, the use per m² and day is the line's own `intensity`, or
    /// the assumption `electricity.area.<use>`.
    pub struct Electricity {
        /// What the meter says.
        energy: Leaf<Amount> = "energy",
        /// Instead: the area that is used,
        area: Leaf<Amount> = "area",
        /// for how many days,
        days: Leaf<Number> = "days",
        /// and as what; defaults to `office`.
        space_use: Leaf<SpaceUse> = "use",
        /// The electricity used per m² and day (`kWh/m2.day`, `kWh/m2.year`).
        intensity: Leaf<Amount> = "intensity",
        /// Instead: the power of an appliance (`kW`, `W`), such as a lamp, an LED wall or an edit suite,
        power: Leaf<Amount> = "power",
        /// for how many hours,
        hours: Leaf<Number> = "hours",
        /// how many such appliances there are; defaults to one,
        pieces: Leaf<Number> = "pieces",
        /// and at what load, in percent of the power; defaults to the whole power.
        load: Leaf<Number> = "load",
    }
}

impl Activity for Electricity {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let ways = [&self.energy, &self.area, &self.power].map(|leaf| !leaf.is_absent());
        let steps = match ways {
            [true, false, false] => self.metered(line),
            [false, true, false] => self.by_area(line),
            [false, false, true] => self.by_power(line),
            _ => {
                line.report(Problem::ChooseOne { fields: "energy, area + days, power + hours" });
                None
            }
        };
        line.demand("energy.electricity", steps?)
    }
}

impl Electricity {
    fn metered(&self, line: &mut LineCheck<'_>) -> Option<Steps> {
        self.without_area(line, "energy");
        self.without_power(line, "energy");
        line.measured("energy", &self.energy, StepName::Energy, "kWh")
    }

    fn by_area(&self, line: &mut LineCheck<'_>) -> Option<Steps> {
        self.without_power(line, "area");
        let steps = line.measured("area", &self.area, StepName::Area, "m2");
        let days = line.needed_count("days", &self.days, "area", Count::Any);
        let assumption = match self.space_use.or(SpaceUse::Office)? {
            SpaceUse::Office => "electricity.area.office",
            SpaceUse::Studio => "electricity.area.studio",
        };
        let dimensions = &[Dimension::EnergyIntensity];
        let intensity = line.assumed("intensity", &self.intensity, dimensions, assumption);
        let (mut steps, days, intensity) = (steps?, days?, intensity?);
        steps.times(StepName::Days, days);
        steps.times_amount(StepName::Intensity, intensity, "kWh/m2.day");
        Some(steps)
    }

    fn by_power(&self, line: &mut LineCheck<'_>) -> Option<Steps> {
        self.without_area(line, "power");
        let Self { power, hours, pieces, load, .. } = self;
        Appliance { power, hours, pieces, load }.energy(line)
    }

    fn without_area(&self, line: &mut LineCheck<'_>, reason: &'static str) {
        let given = [
            ("days", !self.days.is_absent()),
            ("use", !self.space_use.is_absent()),
            ("intensity", !self.intensity.is_absent()),
        ];
        line.unused(&given, reason);
    }

    fn without_power(&self, line: &mut LineCheck<'_>, reason: &'static str) {
        let given = [
            ("hours", !self.hours.is_absent()),
            ("pieces", !self.pieces.is_absent()),
            ("load", !self.load.is_absent()),
        ];
        line.unused(&given, reason);
    }
}
