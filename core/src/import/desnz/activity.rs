//! The unit, place and boundary of the activities in the flat file.

use alloc::format;
use alloc::string::String;

use crate::factor::row::Boundary;
use crate::place::PlaceNames;

/// The values of `UOM`, and the units of the format. A kilometre or mile is one of a vehicle, since transport of
/// persons and goods has its own units. A working hour of a full-time equivalent is one hour of one person.
const UNITS: &[(&str, &str)] = &[
    ("km", "vehicle.km"),
    ("miles", "vehicle.mile"),
    ("passenger.km", "passenger.km"),
    ("tonne.km", "t.km"),
    ("tonnes", "t"),
    ("kg", "kg"),
    ("litres", "L"),
    ("cubic metres", "m3"),
    ("kWh", "kWh"),
    ("kWh (Net CV)", "kWh_NCV"),
    ("kWh (Gross CV)", "kWh_GCV"),
    ("GJ", "GJ"),
    ("Room per night", "room.night"),
    ("per FTE Working Hour", "person.hour"),
];

/// The unit of the format; empty if there is no exact equivalent.
pub(crate) fn unit(source: &str) -> String {
    let row = UNITS.iter().find(|(known, _)| *known == source);
    row.map(|(_, unit)| format!("kgCO2e/{unit}")).unwrap_or_default()
}

/// The values of `Level 1`, and their boundaries. Combustion and use are tank-to-wheel; the upstream emissions are in
/// rows that begin with `WTT`, which a key map can add.
const BOUNDARIES: &[(&str, Boundary)] = &[
    ("Fuels", Boundary::TankToWheel),
    ("Bioenergy", Boundary::TankToWheel),
    ("Passenger vehicles", Boundary::TankToWheel),
    ("Delivery vehicles", Boundary::TankToWheel),
    ("Managed assets- vehicles", Boundary::TankToWheel),
    ("Business travel- land", Boundary::TankToWheel),
    ("Business travel- air", Boundary::TankToWheel),
    ("Business travel- sea", Boundary::TankToWheel),
    ("Freighting goods", Boundary::TankToWheel),
    ("UK electricity", Boundary::Generation),
    ("UK electricity for EVs", Boundary::Generation),
    ("Managed assets- electricity", Boundary::Generation),
    ("Material use", Boundary::CradleToGate),
    ("Waste disposal", Boundary::Operation),
    ("Hotel stay", Boundary::Operation),
];

/// The boundary of an activity.
pub(crate) fn boundary(level: &str) -> Boundary {
    let row = BOUNDARIES.iter().find(|(known, _)| *known == level);
    row.map_or(Boundary::Unstated, |(_, boundary)| *boundary)
}

/// Names of countries in the hotel rows that differ from those in the table of places.
const COUNTRIES: &[(&str, &str)] = &[
    ("UK", "GB"),
    ("UK (London)", "GB-LND"),
    ("Czech Republic", "CZ"),
    ("Hong Kong, China", "HK"),
    ("Korea", "KR"),
    ("Macau, China", "MO"),
    ("Russian Federation", "RU"),
    ("Taiwan, China", "TW"),
    ("Turkey", "TR"),
];

/// The code of the place: the country of a hotel, the world for flights between other countries, otherwise the United
/// Kingdom. Empty for a country without a code.
pub(crate) fn place<'a>(level1: &str, level3: &str, places: &PlaceNames<'a>) -> &'a str {
    match (level1, level3) {
        ("Hotel stay", country) => {
            let row = COUNTRIES.iter().find(|(name, _)| *name == country);
            row.map(|(_, code)| *code).or_else(|| places.find(country)).unwrap_or_default()
        }
        (_, "International, to/from non-UK") => "WORLD",
        _ => "GB",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::factor::row::rate;

    #[test]
    fn every_unit_of_the_table_is_one_of_the_format() {
        for (source, _) in UNITS {
            assert!(rate(&unit(source)).is_some(), "{source}");
        }
        assert_eq!(unit("million litres"), "");
    }
}
