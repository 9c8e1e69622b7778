//! Helicopters and private jets, by their fuel.

use crate::activity::Activity;
use crate::activity::energy::engine::Engine;
use crate::field::line_check::LineCheck;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::Number;
use crate::text::vocabulary::{Term, vocabulary};

vocabulary! {
    /// What an aircraft burns.
    pub enum AircraftFuel {
        Kerosene = "kerosene", "kérosène (turbine)", "kerosene (turbine)";
        Avgas = "avgas", "essence aviation (piston)", "aviation gasoline (piston)";
    }
}

record! {
    /// A helicopter or a private jet: the fuel burnt, or hours of flight × litres an hour. Seats on a flight
    /// are a `plane`.
    ///
    /// Key `transport.aircraft-fuel.<fuel>`, in litres. The factors hold no contrails.
    pub struct Aircraft {
        /// What it burns.
        fuel: Leaf<AircraftFuel> = "fuel" required,
        /// The fuel burnt.
        volume: Leaf<Amount> = "volume",
        /// Instead: the hours of flight,
        hours: Leaf<Number> = "hours",
        /// and the fuel that it takes in one (`L/hour`), as its operator says.
        consumption: Leaf<Amount> = "consumption",
    }
}

impl Activity for Aircraft {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let Self { volume, hours, consumption, .. } = self;
        let steps = Engine { volume, hours, consumption }.litres(line)?;
        let fuel = self.fuel.given()?;
        line.demand(&alloc::format!("transport.aircraft-fuel.{}", fuel.text()), steps)
    }
}
