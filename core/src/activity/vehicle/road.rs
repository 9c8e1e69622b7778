//! Vehicles that are counted by distance or by fuel card: cars, vans, lorries.

use alloc::string::String;

use crate::activity::vehicle::drive::Drive;
use crate::diagnostic::catalogue::Problem;
use crate::field::line_check::{Counted, LineCheck};
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::pricing::demand::StepName;
use crate::text::shared::Text;

/// A vehicle that is counted by distance or by fuel.
pub(crate) struct Vehicle<'a> {
    pub(crate) drive: Drive<'a>,
    pub(crate) volume: &'a Leaf<Amount>,
    /// Its plate: a vehicle is counted by one of the two, never both.
    pub(crate) plate: &'a Leaf<Text>,
}

/// The key of a vehicle, or `None` after a report of why there is none.
pub(crate) type KeyOf<'a> = &'a dyn Fn(&mut LineCheck<'_>) -> Option<String>;

impl Vehicle<'_> {
    /// Demands its distance by one key, or its fuel by another.
    pub(crate) fn demand(
        &self,
        driven: KeyOf<'_>,
        fuelled: KeyOf<'_>,
        line: &mut LineCheck<'_>,
    ) -> Option<()> {
        let by_fuel = !self.volume.is_absent();
        if by_fuel != self.drive.distance.is_absent() {
            line.report(Problem::ChooseOne { fields: "distance, volume" });
            return None;
        }
        let counted = if by_fuel { Counted::Fuel } else { Counted::Distance };
        let once = line.counted_once("vehicle", self.plate, counted);
        let (steps, key) = if by_fuel {
            self.drive.unused("volume", line);
            (line.measured("volume", self.volume, StepName::Volume, "L"), fuelled(line))
        } else {
            (self.drive.vehicle_kilometres(line), driven(line))
        };
        line.demand(&key?, steps?)?;
        once
    }
}
