//! Goods that somebody carries.

use crate::activity::Activity;
use crate::activity::modes::modes;
use crate::field::line_check::LineCheck;
use crate::format::amount::Amount;
use crate::format::leaf::Leaf;
use crate::format::record::record;
use crate::number::unit::{Dimension, Unit};
use crate::pricing::demand::{Origin, StepName, Steps};

modes! {
    /// By what goods are carried.
    pub enum FreightMode {
        Van = "van" "transport.freight.van.average", "utilitaire, coursier", "van, courier";
        DieselVan = "diesel-van" "transport.freight.van.diesel", "utilitaire gazole", "diesel van";
        PetrolVan = "petrol-van" "transport.freight.van.petrol", "utilitaire essence", "petrol van";
        ElectricVan = "electric-van" "transport.freight.van.electric", "utilitaire électrique", "electric van";
        Lorry = "lorry" "transport.freight.truck.average", "camion de taille inconnue", "lorry of unknown size";
        SmallLorry = "small-lorry" "transport.freight.truck.small", "camion de 3,5 à 7,5 t", "lorry of 3.5 to 7.5 t";
        MediumLorry = "medium-lorry" "transport.freight.truck.medium", "camion moyen, à partir de 7,5 t", "medium lorry of 7.5 t and more";
        LargeLorry = "large-lorry" "transport.freight.truck.large", "gros porteur, à partir de 12 t", "large rigid lorry of 12 t and more";
        ArticulatedLorry = "articulated-lorry" "transport.freight.truck.articulated", "semi-remorque", "articulated lorry";
        Train = "train" "transport.freight.train", "train", "train";
        Barge = "barge" "transport.freight.barge", "péniche", "barge";
        ContainerShip = "container-ship" "transport.freight.sea.container", "porte-conteneurs", "container ship";
        RoRo = "ro-ro" "transport.freight.sea.ro-ro", "roulier", "ro-ro ship";
        RoPax = "ro-pax" "transport.freight.sea.ro-pax", "ferry mixte", "ro-pax ferry";
        DomesticPlane = "domestic-plane" "transport.freight.plane.domestic", "avion, vol intérieur", "plane, domestic flight";
        ShortHaulPlane = "short-haul-plane" "transport.freight.plane.short-haul", "avion, court-courrier", "plane, short haul";
        MediumHaulPlane = "medium-haul-plane" "transport.freight.plane.medium-haul", "avion, de 2 000 à 5 000 km", "plane, 2,000 to 5,000 km";
        LongHaulPlane = "long-haul-plane" "transport.freight.plane.long-haul", "avion, plus de 5 000 km", "plane, over 5,000 km";
    }
}

record! {
    /// Goods that somebody carries: their mass × the distance, as on a waybill or a courier's invoice.
    ///
    /// Keys under `transport.freight`, in t.km.
    pub struct Freight {
        /// By what.
        mode: Leaf<FreightMode> = "mode" required,
        /// The distance (`km`, then with `mass`), or the mass × the distance of all goods (`t.km`).
        distance: Leaf<Amount> = "distance" required,
        /// The mass of the goods, with `km`.
        mass: Leaf<Amount> = "mass",
        /// Whether it is a return trip, with `km`.
        round_trip: Leaf<bool> = "return",
    }
}

impl Activity for Freight {
    fn demand(&self, line: &mut LineCheck<'_>) -> Option<()> {
        let distance =
            line.amount("distance", &self.distance, &[Dimension::Distance, Dimension::FreightDistance]);
        let by_mass = distance.map(|(_, unit)| unit.dimension() == Dimension::Distance);
        let mass = match by_mass {
            Some(true) => Some(line.needed_amount("mass", &self.mass, "distance: km", &[Dimension::Mass])),
            Some(false) => {
                line.unused(&[("mass", !self.mass.is_absent())], "distance: t.km");
                None
            }
            None => None,
        };
        let back = self.round_trip.or(false)?;
        line.unused(&[("return", back && by_mass == Some(false))], "distance: t.km");
        let (value, unit) = distance?;
        let mut steps = Steps::of(StepName::Distance, value, Some(unit), Origin::Given);
        if let Some(mass) = mass {
            steps.convert(unit, Unit::parse("km")?);
            steps.times_amount(StepName::Mass, mass?, "t");
        } else {
            steps.convert(unit, Unit::parse("t.km")?);
        }
        steps.there_and_back(back);
        line.demand(self.mode.given()?.key(), steps)
    }
}
