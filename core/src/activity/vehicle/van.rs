//! Vans.

use alloc::format;

use crate::activity::Activity;
use crate::activity::vehicle::drive::Drive;
use crate::activity::vehicle::road::Vehicle;
use crate::diagnostic::catalogue::Problem;
use crate::field::line_check::LineCheck;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::Number;
use crate::text::shared::Text;
use crate::text::vocabulary::{Term, vocabulary};

vocabulary! {
    /// What a van runs on.
    pub enum VanFuel {
        Average = "average", "énergie inconnue", "unknown fuel";
        Diesel = "diesel", "gazole", "diesel";
        Petrol = "petrol", "essence", "petrol";
        Hvo = "hvo", "huile végétale hydrotraitée (HVO)", "hydrotreated vegetable oil (HVO)";
        Electric = "electric", "électrique", "electric";
    }
}

record! {
    /// Vans up to 3.5 t: kilometres, or litres of a fuel card. What somebody else carries is `freight`.
    ///
    /// Keys `transport.van.<fuel>` in vehicle.km, and `transport.car-fuel.<fuel>` in litres.
    pub struct Van {
        /// What the van runs on; defaults to `average`, for an unknown one.
        fuel: Leaf<VanFuel> = "fuel",
        /// The distance: of each van (`km`), or of all of them (`vehicle.km`).
        distance: Leaf<Amount> = "distance",
        /// How many vans cover that distance, with `km`; defaults to one.
        vehicles: Leaf<Number> = "vehicles",
        /// Whether it is a return trip, with `km`.
        round_trip: Leaf<bool> = "return",
        /// Instead of the distance: the fuel taken.
        volume: Leaf<Amount> = "volume",
        /// Which van, as its plate says: it is counted by distance or by fuel, never by both.
        vehicle: Leaf<Text> = "vehicle",
    }
}

impl Activity for Van {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let Self { distance, vehicles, round_trip, volume, vehicle, .. } = self;
        let drive = Drive { distance, vehicles, occupants: None, round_trip };
        let fuel = self.fuel.or(VanFuel::Average);
        let driven = |line: &mut LineCheck<'_>| {
            if fuel == Some(VanFuel::Hvo) {
                line.report(Problem::NeededWith { field: "volume", reason: "fuel: hvo" });
                return None;
            }
            Some(format!("transport.van.{}", fuel?.text()))
        };
        let fuelled = |line: &mut LineCheck<'_>| {
            if !matches!(fuel?, VanFuel::Diesel | VanFuel::Petrol | VanFuel::Hvo) {
                line.report(Problem::NeededWith { field: "fuel", reason: "volume: diesel, petrol, hvo" });
                return None;
            }
            Some(format!("transport.car-fuel.{}", fuel?.text()))
        };
        Vehicle { drive, volume, plate: vehicle }.demand(&driven, &fuelled, line)
    }
}
