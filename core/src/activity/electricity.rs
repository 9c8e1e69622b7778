//! Electricity of the grid.

use super::Activity;
use crate::check::{Count, LineCheck};
use crate::demand::{Origin, Step, StepName, Steps};
use crate::diagnostic::Problem;
use crate::number::Number;
use crate::unit::{Dimension, Unit};
use crate::wire::{Amount, Leaf, record};
use crate::words::words;

words! {
    /// What a space is used as.
    pub enum SpaceUse {
        Office = "office", "bureaux", "offices";
        Studio = "studio", "plateau de tournage", "studio stage";
    }
}

record! {
    /// Electricity of the grid: metered, or by the area that is used × days.
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
        /// and as what; offices if nothing is said.
        space_use: Leaf<SpaceUse> = "use",
        /// The electricity used per m² and day (`kWh/m2.day`, `kWh/m2.year`).
        intensity: Leaf<Amount> = "intensity",
    }
}

impl Activity for Electricity {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        if self.energy.is_absent() == self.area.is_absent() {
            line.report(Problem::ChooseOne { fields: "energy, area + days" });
            return None;
        }
        let steps = if self.area.is_absent() { self.metered(line) } else { self.by_area(line) };
        line.demand("energy.electricity", steps?)
    }
}

impl Electricity {
    fn metered(&self, line: &mut LineCheck<'_>) -> Option<Steps> {
        let given = [
            ("days", !self.days.is_absent()),
            ("use", !self.space_use.is_absent()),
            ("intensity", !self.intensity.is_absent()),
        ];
        line.unused(&given, "energy");
        let (value, unit) = line.amount("energy", &self.energy, &[Dimension::Energy])?;
        let mut steps = Steps::of(StepName::Energy, value, Some(unit), Origin::Given);
        steps.convert(unit, Unit::parse("kWh")?);
        Some(steps)
    }

    fn by_area(&self, line: &mut LineCheck<'_>) -> Option<Steps> {
        let area = line.amount("area", &self.area, &[Dimension::Area]);
        let days = line.needed_count("days", &self.days, "area", Count::Any);
        let assumption = match self.space_use.or(SpaceUse::Office)? {
            SpaceUse::Office => "electricity.area.office",
            SpaceUse::Studio => "electricity.area.studio",
        };
        let dimensions = &[Dimension::EnergyIntensity];
        let intensity = line.assumed("intensity", &self.intensity, dimensions, assumption);
        let ((area, area_unit), days, (intensity, unit, origin)) = (area?, days?, intensity?);
        let mut steps = Steps::of(StepName::Area, area, Some(area_unit), Origin::Given);
        steps.convert(area_unit, Unit::parse("m2")?);
        steps.times(StepName::Days, days);
        let denominator = rust_decimal::Decimal::ONE;
        steps.push(Step {
            name: StepName::Intensity,
            numerator: intensity,
            denominator,
            unit: Some(unit),
            origin,
        });
        steps.convert(unit, Unit::parse("kWh/m2.day")?);
        Some(steps)
    }
}
