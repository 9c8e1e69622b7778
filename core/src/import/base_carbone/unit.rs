//! The units of the Base Carbone that have an exact equivalent in the format.

use alloc::format;
use alloc::string::String;

/// What follows `kgCO2e/` in the export of V23.6, and the unit of the format.
///
/// A kilometre always means a vehicle kilometre there: all 42 valid elements per km are for vehicles. The table omits
/// units that are not a simple amount of something: masses of one substance within a product (nitrogen, K2O, P2O5,
/// active matter, COD), normal cubic metres, m³.km, kgH2/100km, person.months, 100 sheets, passenger-equivalent.km.
const UNITS: &[(&str, &str)] = &[
    ("kWh", "kWh"),
    ("kWh PCI", "kWh_NCV"),
    ("KWh PCI", "kWh_NCV"),
    ("kWhPCI", "kWh_NCV"),
    ("kWh (PCI)", "kWh_NCV"),
    ("kWh PCS", "kWh_GCV"),
    ("MJ PCI", "MJ_NCV"),
    ("GJ PCI", "GJ_NCV"),
    ("GJ PCS", "GJ_GCV"),
    ("tep PCI", "toe_NCV"),
    ("TEP PCI", "toe_NCV"),
    ("tep PCS", "toe_GCV"),
    ("TEP PCS", "toe_GCV"),
    ("litre", "L"),
    ("Litre", "L"),
    ("mL", "mL"),
    ("m3", "m3"),
    ("m³", "m3"),
    ("kg", "kg"),
    ("Kg", "kg"),
    ("kg de poids net", "kg"),
    ("kg de poids vif", "kg"),
    ("kg de cuir traité", "kg"),
    ("kg BioGNC", "kg"),
    ("kgH2", "kg"),
    ("tonne", "t"),
    ("t", "t"),
    ("tonne de déchets", "t"),
    ("tonne produites", "t"),
    ("tonne de clinker", "t"),
    ("km", "vehicle.km"),
    ("m", "m"),
    ("m de route", "m"),
    ("passager.km", "passenger.km"),
    ("t.km", "t.km"),
    ("tonne.km", "t.km"),
    ("m²", "m2"),
    ("m² SHON", "m2"),
    ("m2 SHON", "m2"),
    ("m² de paroi", "m2"),
    ("m² de sol", "m2"),
    ("m² de toiture", "m2"),
    ("ha", "ha"),
    ("ha.an", "ha.year"),
    ("heure", "hour"),
    ("repas", "meal"),
    ("unité", "unit"),
    ("appareil", "unit"),
    ("livre", "unit"),
    ("plant", "unit"),
    ("keuro", "kEUR"),
    ("euro dépensé", "EUR"),
];

/// The unit of the format for a unit of the source; empty if there is no exact equivalent.
pub(crate) fn of(source: &str) -> String {
    let Some(per) = source.strip_prefix("kgCO2e/") else { return String::new() };
    // A monetary ratio states the year of its prices: `keuro (2023) HT`.
    if let Some(year) = per.strip_prefix("keuro (").and_then(|rest| rest.strip_suffix(") HT")) {
        return format!("kgCO2e/kEUR_{year}");
    }
    let row = UNITS.iter().find(|(known, _)| *known == per);
    row.map(|(_, unit)| format!("kgCO2e/{unit}")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::factor::row::rate;

    #[test]
    fn every_unit_of_the_table_is_one_of_the_format() {
        for (source, _) in UNITS {
            let unit = of(&format!("kgCO2e/{source}"));
            assert!(rate(&unit).is_some(), "{source}: {unit}");
        }
        assert_eq!(of("kgCO2e/keuro (2023) HT"), "kgCO2e/kEUR_2023");
        for none in ["kgCO2e/tonne de N", "kgCO2e/m3 (n)", "kgCO2e/peq.km", "kWh", ""] {
            assert_eq!(of(none), "", "{none}");
        }
    }
}
