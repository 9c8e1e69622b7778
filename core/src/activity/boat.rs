//! Boats, by their fuel.

use super::Activity;
use super::engine::Engine;
use crate::check::LineCheck;
use crate::number::Number;
use crate::wire::{Amount, Leaf, record};
use crate::words::{Word, words};

words! {
    /// What a boat burns.
    pub enum BoatFuel {
        MarineDiesel = "marine-diesel", "gazole marin", "marine diesel";
        Petrol = "petrol", "essence", "petrol";
    }
}

record! {
    /// A boat that the production hires or moves: the fuel burnt, or hours of the engine × litres an hour.
    /// Passengers on a ferry are `transit`.
    ///
    /// Key `transport.boat-fuel.<fuel>`, in litres.
    pub struct Boat {
        /// What it burns.
        fuel: Leaf<BoatFuel> = "fuel" required,
        /// The fuel burnt.
        volume: Leaf<Amount> = "volume",
        /// Instead: the hours of the engine,
        hours: Leaf<Number> = "hours",
        /// and the fuel that it takes in one (`L/hour`), as its skipper says.
        consumption: Leaf<Amount> = "consumption",
    }
}

impl Activity for Boat {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let Self { volume, hours, consumption, .. } = self;
        let steps = Engine { volume, hours, consumption }.litres(line)?;
        let fuel = self.fuel.given()?;
        line.demand(&alloc::format!("transport.boat-fuel.{}", fuel.text()), steps)
    }
}
