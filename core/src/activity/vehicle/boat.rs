//! Boats, by their fuel.

use crate::activity::Activity;
use crate::activity::energy::engine::Engine;
use crate::field::line_check::LineCheck;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::Number;
use crate::text::vocabulary::{Term, vocabulary};

vocabulary! {
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
