//! Lorries.

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
    /// How large a lorry is, by its gross weight.
    pub enum LorrySize {
        Average = "average", "taille inconnue", "unknown size";
        Small = "small", "de 3,5 à 7,5 t", "3.5 to 7.5 t";
        Medium = "medium", "de 7,5 à 17 t", "7.5 to 17 t";
        Large = "large", "porteur de plus de 17 t", "rigid, above 17 t";
        Articulated = "articulated", "semi-remorque", "articulated";
    }
}

vocabulary! {
    /// What a lorry burns.
    pub enum LorryFuel {
        Diesel = "diesel", "gazole", "diesel";
        Hvo = "hvo", "huile végétale hydrotraitée (HVO)", "hydrotreated vegetable oil (HVO)";
    }
}

record! {
    /// Lorries, such as the lighting or the make-up lorry: kilometres, or litres of a fuel card. What somebody
    /// else carries is `freight`.
    ///
    /// Keys `transport.lorry.<size>` in vehicle.km, which are of diesel lorries, and
    /// `transport.car-fuel.<fuel>` in litres.
    pub struct Lorry {
        /// With a distance: how large the lorry is; defaults to `average`, for an unknown one.
        size: Leaf<LorrySize> = "size",
        /// The distance: of each lorry (`km`), or of all of them (`vehicle.km`).
        distance: Leaf<Amount> = "distance",
        /// How many lorries cover that distance, with `km`; defaults to one.
        vehicles: Leaf<Number> = "vehicles",
        /// Whether it is a return trip, with `km`.
        round_trip: Leaf<bool> = "return",
        /// Instead of the distance: the fuel taken,
        volume: Leaf<Amount> = "volume",
        /// and which one.
        fuel: Leaf<LorryFuel> = "fuel",
        /// Which lorry, as its plate says: it is counted by distance or by fuel, never by both.
        vehicle: Leaf<Text> = "vehicle",
    }
}

impl Activity for Lorry {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let Self { distance, vehicles, round_trip, volume, vehicle, .. } = self;
        let drive = Drive { distance, vehicles, occupants: None, round_trip };
        let driven = |line: &mut LineCheck<'_>| {
            line.unused(&[("fuel", !self.fuel.is_absent())], "distance");
            Some(format!("transport.lorry.{}", self.size.or(LorrySize::Average)?.text()))
        };
        let fuelled = |line: &mut LineCheck<'_>| {
            line.unused(&[("size", !self.size.is_absent())], "volume");
            if self.fuel.is_absent() {
                line.report(Problem::NeededWith { field: "fuel", reason: "volume" });
            }
            Some(format!("transport.car-fuel.{}", self.fuel.given()?.text()))
        };
        Vehicle { drive, volume, plate: vehicle }.demand(&driven, &fuelled, line)
    }
}
