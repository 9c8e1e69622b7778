//! Units: what they measure, and their exact ratios.

use alloc::format;
use alloc::string::{String, ToString};
use core::cmp::Ordering;
use core::fmt;

use rust_decimal::Decimal;

use crate::number::decimal::times;
use crate::text::language::Language;
use crate::text::similarity::Guesses;

/// What a unit measures. Two units convert into each other only if they measure the same:
/// a passenger.km is not a vehicle.km, nor a kWh by gross calorific value one by net calorific value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// Energy delivered, in kWh.
    Energy,
    /// Energy of a fuel by its gross (higher) calorific value, in kWh.
    GrossEnergy,
    /// Energy of a fuel by its net (lower) calorific value, in kWh.
    NetEnergy,
    /// Volume, in litres.
    Volume,
    /// Mass, in kg.
    Mass,
    /// Length, in km.
    Distance,
    /// Distance travelled by persons, in passenger.km.
    PassengerDistance,
    /// Distance driven by vehicles, in vehicle.km.
    VehicleDistance,
    /// Distance of goods, in t.km.
    FreightDistance,
    /// Area, in m².
    Area,
    /// Area over time, in m².day.
    AreaTime,
    /// Time, in hours.
    Time,
    /// Time of persons, in hours of one person.
    PersonTime,
    /// Nights of dwellings.
    Nights,
    /// Nights of rooms.
    RoomNights,
    /// Meals.
    Meals,
    /// Pieces.
    Units,
    /// Persons.
    Persons,
    /// Data, in GB.
    Data,
    /// Data kept over time, in TB.year.
    DataTime,
    /// Energy per area and time, in kWh per m² and day.
    EnergyIntensity,
    /// Energy of a network per data, in kWh per GB.
    DataIntensity,
    /// Energy per distance of vehicles, in kWh per vehicle.km.
    DrivenEnergy,
    /// Energy per data kept over time, in kWh per TB.year.
    StorageEnergy,
    /// Energy of a building per energy of its machines, in kWh/kWh.
    EnergyRatio,
    /// Distance per straight line, in km/km.
    DistanceRatio,
    /// Prices of a year per prices of another, in price/price.
    PriceRatio,
    /// Fuel per energy delivered, in L/kWh.
    FuelConsumption,
    /// Mass per volume, in kg/L.
    Density,
    /// Fuel per hour of an engine, in L/hour.
    FuelFlow,
    /// Power, in kW.
    Power,
    /// Greenhouse gases, in kgCO2e.
    Emission,
    /// Any money: of a currency, and of a price year where one is given.
    Money,
}

impl Dimension {
    /// The base unit: the first of the table.
    pub(crate) fn base(self) -> Unit {
        let row = UNITS.iter().find(|row| row.dimension == self);
        row.map_or(Unit::Money(Money { currency: *b"EUR", year: None, thousands: false }), Unit::Table)
    }
}

/// A row of the table of units. Rows are compared by their symbols, of which there are no two alike.
#[derive(Debug)]
pub struct UnitRow {
    /// The symbol.
    pub symbol: &'static str,
    /// The dimension.
    pub dimension: Dimension,
    /// The exact ratio to the base unit of the dimension: numerator and denominator.
    pub ratio: (u64, u64),
    /// The French label.
    pub fr: &'static str,
    /// The English label.
    pub en: &'static str,
}

impl PartialEq for UnitRow {
    fn eq(&self, other: &Self) -> bool {
        self.symbol == other.symbol
    }
}

impl Eq for UnitRow {}

impl PartialOrd for UnitRow {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for UnitRow {
    fn cmp(&self, other: &Self) -> Ordering {
        self.symbol.cmp(other.symbol)
    }
}

/// Declares the table: `"symbol" Dimension numerator/denominator "français", "English";`.
macro_rules! units {
    ($($symbol:literal $dimension:ident $numerator:literal / $denominator:literal $fr:literal, $en:literal;)+) => {
        /// Every unit of the format except money. The first of a dimension is its base.
        pub const UNITS: &[UnitRow] = &[$(UnitRow {
            symbol: $symbol,
            dimension: Dimension::$dimension,
            ratio: ($numerator, $denominator),
            fr: $fr,
            en: $en,
        }),+];

        /// The row of a symbol.
        fn row(symbol: &str) -> Option<&'static UnitRow> {
            match symbol {
                $($symbol => Some(&UnitRow {
                    symbol: $symbol,
                    dimension: Dimension::$dimension,
                    ratio: ($numerator, $denominator),
                    fr: $fr,
                    en: $en,
                }),)+
                _ => None,
            }
        }
    };
}

// Ratios: SI; the international mile, yard and pound of 1959 (1 mile = 1609.344 m, 1 ft = 0.3048 m,
// 1 lb = 0.45359237 kg); the US gallon of 231 in³ = 3.785411784 L; the Btu(IT) of 1055.05585262 J, a
// therm being 100,000 of them; 1 short ton.mile = 0.90718474 t × 1.609344 km. Gas is billed in therms of its
// gross calorific value. The tonne of oil equivalent of the IEA and Eurostat is 41.868 GJ = 11,630 kWh. A year
// has 365 days.
units! {
    "kWh" Energy 1/1 "kWh", "kWh";
    "Wh" Energy 1/1000 "Wh", "Wh";
    "MWh" Energy 1000/1 "MWh", "MWh";
    "GWh" Energy 1000000/1 "GWh", "GWh";
    "MJ" Energy 5/18 "MJ", "MJ";
    "GJ" Energy 2500/9 "GJ", "GJ";
    "kWh_GCV" GrossEnergy 1/1 "kWh PCS", "kWh (gross)";
    "MWh_GCV" GrossEnergy 1000/1 "MWh PCS", "MWh (gross)";
    "MJ_GCV" GrossEnergy 5/18 "MJ PCS", "MJ (gross)";
    "GJ_GCV" GrossEnergy 2500/9 "GJ PCS", "GJ (gross)";
    "toe_GCV" GrossEnergy 11630/1 "tep PCS", "toe (gross)";
    "therm" GrossEnergy 52752792631/1800000000 "therm", "therm";
    "kWh_NCV" NetEnergy 1/1 "kWh PCI", "kWh (net)";
    "MWh_NCV" NetEnergy 1000/1 "MWh PCI", "MWh (net)";
    "MJ_NCV" NetEnergy 5/18 "MJ PCI", "MJ (net)";
    "GJ_NCV" NetEnergy 2500/9 "GJ PCI", "GJ (net)";
    "toe_NCV" NetEnergy 11630/1 "tep PCI", "toe (net)";
    "L" Volume 1/1 "L", "L";
    "mL" Volume 1/1000 "mL", "mL";
    "m3" Volume 1000/1 "m³", "m³";
    "US_gallon" Volume 473176473/125000000 "gallon US", "US gallon";
    "kg" Mass 1/1 "kg", "kg";
    "g" Mass 1/1000 "g", "g";
    "t" Mass 1000/1 "t", "t";
    "lb" Mass 45359237/100000000 "livre", "lb";
    "short_ton" Mass 45359237/50000 "tonne courte", "short ton";
    "km" Distance 1/1 "km", "km";
    "m" Distance 1/1000 "m", "m";
    "mile" Distance 201168/125000 "mile", "mile";
    "passenger.km" PassengerDistance 1/1 "passager.km", "passenger.km";
    "passenger.mile" PassengerDistance 201168/125000 "passager.mile", "passenger.mile";
    "vehicle.km" VehicleDistance 1/1 "véhicule.km", "vehicle.km";
    "vehicle.mile" VehicleDistance 201168/125000 "véhicule.mile", "vehicle.mile";
    "t.km" FreightDistance 1/1 "t.km", "t.km";
    "kg.km" FreightDistance 1/1000 "kg.km", "kg.km";
    "short_ton.mile" FreightDistance 570301686801/390625000000 "tonne courte.mile", "short ton.mile";
    "m2" Area 1/1 "m²", "m²";
    "ha" Area 10000/1 "ha", "ha";
    "ft2" Area 145161/1562500 "pied carré", "ft²";
    "m2.day" AreaTime 1/1 "m².jour", "m².day";
    "m2.year" AreaTime 365/1 "m².an", "m².year";
    "ha.year" AreaTime 3650000/1 "ha.an", "ha.year";
    "hour" Time 1/1 "h", "h";
    "minute" Time 1/60 "min", "min";
    "day" Time 24/1 "jour", "day";
    "person.hour" PersonTime 1/1 "personne.heure", "person.hour";
    "night" Nights 1/1 "nuitée", "night";
    "room.night" RoomNights 1/1 "chambre.nuit", "room.night";
    "meal" Meals 1/1 "repas", "meal";
    "unit" Units 1/1 "unité", "unit";
    "person" Persons 1/1 "personne", "person";
    "GB" Data 1/1 "Go", "GB";
    "MB" Data 1/1000 "Mo", "MB";
    "TB" Data 1000/1 "To", "TB";
    "TB.year" DataTime 1/1 "To.an", "TB.year";
    "GB.year" DataTime 1/1000 "Go.an", "GB.year";
    "kWh/m2.day" EnergyIntensity 1/1 "kWh/m².jour", "kWh/m².day";
    "kWh/m2.year" EnergyIntensity 1/365 "kWh/m².an", "kWh/m².year";
    "kWh/GB" DataIntensity 1/1 "kWh/Go", "kWh/GB";
    "kWh/TB" DataIntensity 1/1000 "kWh/To", "kWh/TB";
    "kWh/vehicle.km" DrivenEnergy 1/1 "kWh/véhicule.km", "kWh/vehicle.km";
    "kWh/TB.year" StorageEnergy 1/1 "kWh/To.an", "kWh/TB.year";
    "Wh/TB.hour" StorageEnergy 219/25 "Wh/To.h", "Wh/TB.hour";
    "kWh/kWh" EnergyRatio 1/1 "kWh/kWh", "kWh/kWh";
    "km/km" DistanceRatio 1/1 "km/km", "km/km";
    "price/price" PriceRatio 1/1 "prix/prix", "price/price";
    "L/kWh" FuelConsumption 1/1 "L/kWh", "L/kWh";
    "kg/L" Density 1/1 "kg/L", "kg/L";
    "L/hour" FuelFlow 1/1 "L/h", "L/h";
    "US_gallon/hour" FuelFlow 473176473/125000000 "gallon US/h", "US gallon/h";
    "kW" Power 1/1 "kW", "kW";
    "W" Power 1/1000 "W", "W";
    "MW" Power 1000/1 "MW", "MW";
    "kgCO2e" Emission 1/1 "kgCO2e", "kgCO2e";
    "gCO2e" Emission 1/1000 "gCO2e", "gCO2e";
    "tCO2e" Emission 1000/1 "tCO2e", "tCO2e";
    "lbCO2e" Emission 45359237/100000000 "lbCO2e", "lbCO2e";
}

/// Money of a currency, in thousands or not, at the prices of a year if one is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money {
    /// The ISO 4217 code.
    pub(crate) currency: [u8; 3],
    /// The price year.
    year: Option<u16>,
    /// Whether it is in thousands.
    thousands: bool,
}

impl Money {
    /// The ISO 4217 code.
    pub fn currency(&self) -> &str {
        core::str::from_utf8(&self.currency).unwrap_or_default()
    }

    /// The same money, not in thousands.
    pub(crate) fn single(self) -> Unit {
        Unit::Money(Self { thousands: false, ..self })
    }

    /// Money of another currency and year, in thousands if this is.
    pub(crate) fn of(self, currency: [u8; 3], year: u16) -> Unit {
        Unit::Money(Self { currency, year: Some(year), ..self })
    }

    /// The price year, if one is stated.
    pub fn year(&self) -> Option<u16> {
        self.year
    }
}

/// A unit of an amount: a row of the table, or money.
///
/// ```
/// use claquette::Unit;
/// let (mile, km) = (Unit::parse("mile").unwrap(), Unit::parse("km").unwrap());
/// assert_eq!(mile.ratio_to(km), Some((201168, 125000))); // 1.609344
/// let car = Unit::parse("vehicle.km").unwrap();
/// assert_eq!(car.ratio_to(km), None);
/// let (k2023, e2019) = (Unit::parse("kEUR_2023").unwrap(), Unit::parse("EUR_2019").unwrap());
/// assert_eq!(k2023.ratio_to(e2019), None); // money of another year is another thing
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// A row of [`UNITS`].
    Table(&'static UnitRow),
    /// Money.
    Money(Money),
}

impl Unit {
    /// Parses a symbol of [`UNITS`], or money such as `EUR`, `EUR_2023`, `kEUR_2023`.
    pub fn parse(text: &str) -> Option<Self> {
        row(text).map(Self::Table).or_else(|| money(text).map(Self::Money))
    }

    /// The unit of a currency at the prices of a year.
    pub(crate) fn money(currency: Money, year: u16) -> Self {
        Self::Money(Money { year: Some(year), ..currency })
    }

    /// Money not in thousands; any other unit unchanged.
    pub(crate) fn ones(self) -> Self {
        match self {
            Self::Money(money) => Self::Money(Money { thousands: false, ..money }),
            other => other,
        }
    }

    /// Money at the prices of no year; any other unit unchanged.
    pub(crate) fn undated(self) -> Self {
        match self {
            Self::Money(money) => Self::Money(Money { year: None, ..money }),
            other => other,
        }
    }

    /// The dimension.
    pub fn dimension(self) -> Dimension {
        match self {
            Self::Table(row) => row.dimension,
            Self::Money(_) => Dimension::Money,
        }
    }

    /// A value converted into another unit, or `None` if the dimensions differ.
    pub(crate) fn converted(self, value: Decimal, other: Self) -> Option<Decimal> {
        let (numerator, denominator) = self.ratio_to(other)?;
        times(value, numerator.into())?.checked_div(denominator.into())
    }

    /// The exact ratio to another unit, or `None` if the dimensions differ.
    pub fn ratio_to(self, other: Self) -> Option<(u64, u64)> {
        match (self, other) {
            (Self::Table(a), Self::Table(b)) if a.dimension == b.dimension => {
                if a.ratio == b.ratio {
                    return Some((1, 1));
                }
                let (numerator, denominator) =
                    (a.ratio.0.checked_mul(b.ratio.1)?, a.ratio.1.checked_mul(b.ratio.0)?);
                Some(if b.ratio == (1, 1) { a.ratio } else { reduced(numerator, denominator) })
            }
            (Self::Money(a), Self::Money(b)) if a.currency == b.currency && a.year == b.year => {
                Some(match (a.thousands, b.thousands) {
                    (true, false) => (1000, 1),
                    (false, true) => (1, 1000),
                    _ => (1, 1),
                })
            }
            _ => None,
        }
    }

    /// The label in a language.
    pub fn label(self, language: Language) -> String {
        match self {
            Self::Table(row) => language.pick(row.fr, row.en).to_string(),
            Self::Money(money) => {
                let thousands = if money.thousands { "k" } else { "" };
                match money.year {
                    Some(year) => {
                        format!("{thousands}{} {}{year}", money.currency(), language.pick("de ", "of "))
                    }
                    None => format!("{thousands}{}", money.currency()),
                }
            }
        }
    }

    /// The symbol nearest to the input.
    pub(crate) fn nearest(input: &str, guesses: &mut Guesses) -> Option<String> {
        let usual = match input {
            "l" | "litre" | "litres" | "liter" | "liters" => Some("L"),
            "m²" => Some("m2"),
            "m³" => Some("m3"),
            "pkm" | "p.km" | "passager.km" | "passengers.km" => Some("passenger.km"),
            "vkm" | "véhicule.km" | "vehicule.km" => Some("vehicle.km"),
            "tkm" => Some("t.km"),
            "€" | "euro" | "euros" => Some("EUR"),
            "kms" | "kilometres" | "kilomètres" => Some("km"),
            "miles" => Some("mile"),
            "repas" | "meals" => Some("meal"),
            "Go" => Some("GB"),
            "To" => Some("TB"),
            "heure" | "h" => Some("hour"),
            "L/h" | "l/h" => Some("L/hour"),
            "kw" | "KW" => Some("kW"),
            "jour" | "days" => Some("day"),
            "tonne" | "tonnes" => Some("t"),
            _ => None,
        };
        usual.map(String::from).or_else(|| guesses.nearest(input, UNITS.iter().map(|row| row.symbol)))
    }

    /// The symbols of some dimensions, for a message.
    pub(crate) fn symbols<T: FromIterator<&'static str>>(dimensions: &[Dimension]) -> T {
        let rows = UNITS.iter().filter(|row| dimensions.contains(&row.dimension)).map(|row| row.symbol);
        let money = dimensions.contains(&Dimension::Money).then_some("EUR");
        rows.chain(money).collect()
    }
}

/// The symbol in the wire format.
impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table(row) => f.write_str(row.symbol),
            Self::Money(money) => {
                let thousands = if money.thousands { "k" } else { "" };
                write!(f, "{thousands}{}", money.currency())?;
                money.year.map_or(Ok(()), |year| write!(f, "_{year}"))
            }
        }
    }
}

impl serde::Serialize for Unit {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Reads `[k]CUR[_YEAR]`.
fn money(text: &str) -> Option<Money> {
    let (code, year) = match text.split_once('_') {
        Some((code, year)) if year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit()) => {
            (code, Some(year.parse().ok()?))
        }
        Some(_) => return None,
        None => (text, None),
    };
    let (code, thousands) = match code.strip_prefix('k') {
        Some(code) => (code, true),
        None => (code, false),
    };
    let currency: [u8; 3] = code.as_bytes().try_into().ok()?;
    currency.iter().all(u8::is_ascii_uppercase).then_some(Money { currency, year, thousands })
}

/// A ratio in lowest terms.
fn reduced(numerator: u64, denominator: u64) -> (u64, u64) {
    let common = num_integer::gcd(numerator, denominator).max(1);
    (
        num_integer::Integer::div_floor(&numerator, &common),
        num_integer::Integer::div_floor(&denominator, &common),
    )
}

/// The largest plausible quantity on one line: anything beyond was entered in the wrong unit. The
/// largest productions published use some 10⁷ kWh and 10⁷ km in all, so each bound leaves a factor of ten.
pub(crate) fn maximum(unit: Unit) -> Decimal {
    let of_base: u64 = match unit.dimension() {
        Dimension::EnergyIntensity | Dimension::DataIntensity => 100,
        Dimension::FuelConsumption
        | Dimension::Density
        | Dimension::EnergyRatio
        | Dimension::DistanceRatio
        | Dimension::DrivenEnergy
        | Dimension::StorageEnergy
        | Dimension::PriceRatio => 10,
        Dimension::FuelFlow | Dimension::Power => 100_000,
        Dimension::Money => 10_000_000_000,
        Dimension::Emission | Dimension::Data => 1_000_000_000,
        Dimension::PassengerDistance | Dimension::FreightDistance => 1_000_000_000,
        _ => 100_000_000,
    };
    let (numerator, denominator) = match unit {
        Unit::Table(row) => row.ratio,
        Unit::Money(money) => (if money.thousands { 1000 } else { 1 }, 1),
    };
    let in_unit = times(of_base.into(), denominator.into());
    in_unit.and_then(|most| most.checked_div(numerator.into())).unwrap_or(Decimal::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_dimension_starts_with_its_base_and_no_symbol_is_given_twice() {
        for (at, row) in UNITS.iter().enumerate() {
            let first = UNITS.iter().find(|other| other.dimension == row.dimension).unwrap();
            assert_eq!(first.ratio, (1, 1), "{}", first.symbol);
            assert!(UNITS[..at].iter().all(|other| other.symbol != row.symbol), "{}", row.symbol);
        }
    }

    #[test]
    fn ratios_are_those_of_the_definitions() {
        let ratio = |a: &str, b: &str| Unit::parse(a).unwrap().ratio_to(Unit::parse(b).unwrap());
        // 100,000 Btu of 1055.05585262 J = 105.505585262 MJ; ÷ 3.6 MJ = 29.30710701722… kWh
        assert_eq!(ratio("therm", "kWh_GCV"), Some((52_752_792_631, 1_800_000_000)));
        // 1 short ton = 2,000 lb = 907.18474 kg
        assert_eq!(ratio("short_ton", "lb"), Some((2000, 1)));
        // 1 ft² = 0.3048² = 0.09290304 m²
        assert_eq!(ratio("ft2", "m2"), Some((145_161, 1_562_500)));
        assert_eq!(145_161 * 64, 9_290_304); // and 1,562,500 × 64 = 100,000,000
        assert_eq!(ratio("kg", "t"), Some((1, 1000)));
        assert_eq!(ratio("GJ", "MJ"), Some((1000, 1)));
        assert_eq!(ratio("kWh_GCV", "kWh_NCV"), None);
        assert_eq!(ratio("EUR_2023", "kEUR_2023"), Some((1, 1000)));
        assert_eq!(ratio("EUR_2023", "USD_2023"), None);
    }
}
