//! Units: a quantity is the same however it is written.

use claquette::wire::Number;
use claquette::{Account, UNITS, Unit};
use claquette_conformance::without_factors;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

use crate::config;
use crate::decimal::{Plain, positive};
use crate::production::{footprint, priced, production};

fn electricity(value: &Plain, unit: &str) -> i128 {
    let energy = json!({"value": value.text(), "unit": unit});
    footprint(&[json!({"id": "L1", "what": {"electricity": {"energy": energy}}})])
        .total(Account::Counted)
        .micrograms()
}

/// There and back is where it began, for all pairs of units.
#[test]
fn ratios_are_inverse_and_only_within_a_dimension() {
    for a in UNITS {
        for b in UNITS {
            let [to, back] = [(a, b), (b, a)].map(|(from, to)| Unit::Table(from).ratio_to(Unit::Table(to)));
            assert_eq!(to.is_some(), a.dimension == b.dimension, "{} {}", a.symbol, b.symbol);
            if let (Some(to), Some(back)) = (to, back) {
                let [numerator, denominator] =
                    [(to.0, back.0), (to.1, back.1)].map(|(a, b)| u128::from(a) * u128::from(b));
                assert_eq!(numerator, denominator, "{} {}", a.symbol, b.symbol);
            }
        }
    }
}

#[test]
fn a_unit_is_read_as_it_is_written() {
    for row in UNITS {
        assert_eq!(Unit::parse(row.symbol).map(|unit| unit.to_string()).as_deref(), Some(row.symbol));
    }
    for money in ["EUR", "EUR_2023", "kEUR_2023", "kGBP"] {
        assert_eq!(Unit::parse(money).map(|unit| unit.to_string()).as_deref(), Some(money));
    }
}

proptest! {
    #![proptest_config(config(128))]

    /// By a unit a thousand times larger there are three more decimal places, and the same mass.
    #[test]
    fn a_power_of_ten_in_the_unit(kwh in positive(8, 3)) {
        let mwh = Plain { digits: kwh.digits, places: kwh.places + 3 };
        let gwh = Plain { digits: kwh.digits, places: kwh.places + 6 };
        let expected = electricity(&kwh, "kWh");
        prop_assert_eq!(electricity(&mwh, "MWh"), expected);
        prop_assert_eq!(electricity(&gwh, "GWh"), expected);
    }

    /// Ten times the quantity is ten times the exact mass: the rounded ones differ by what rounding does.
    #[test]
    fn a_power_of_ten_in_the_quantity(quantity in positive(5, 9), power in 1..4_u32) {
        let larger = Plain { digits: quantity.digits * 10_i64.pow(power), places: quantity.places };
        let (one, many) = (electricity(&quantity, "MJ"), electricity(&larger, "MJ"));
        let scale = 10_i128.pow(power);
        prop_assert!((many - one * scale).abs() * 2 <= scale + 1, "{} {}", one, many);
    }

    /// A factor in grams, kilograms or tonnes of CO2e is the same factor.
    #[test]
    fn a_power_of_ten_in_the_factor(quantity in positive(7, 4), value in positive(8, 3)) {
        let masses = [("gCO2e", 0), ("kgCO2e", 3), ("tCO2e", 6)].map(|(unit, more)| {
            let value = Plain { digits: value.digits, places: value.places + more }.text();
            let inline = json!({"value": value, "unit": format!("{unit}/L"), "source": "hand", "post": "goods"});
            let quantity = json!({"value": quantity.text(), "unit": "L"});
            let line = json!({"id": "L1", "what": {"custom": {"quantity": quantity, "inline": inline}}});
            priced(&production(&[line]), &without_factors()).total(Account::Counted)
        });
        prop_assert_eq!(masses[0], masses[1]);
        prop_assert_eq!(masses[1], masses[2]);
    }

    /// Zeros that add nothing do not change a number, and are not written.
    #[test]
    fn a_number_has_one_normal_text(
        value in (any::<i32>(), 0..20_u32),
        (before, after) in (0..4_usize, 0..4_usize),
        sign in select(&["", "-"][..]),
    ) {
        let value = Plain { digits: i64::from(value.0).abs(), places: value.1 };
        let point = if value.places == 0 && after > 0 { "." } else { "" };
        let text = [sign, &"0".repeat(before), &value.text(), point, &"0".repeat(after)].concat();
        let shortest = value.shortest();
        let expected = if shortest == "0" { shortest } else { [sign, &shortest].concat() };
        prop_assert_eq!(Number::from(&*text).to_string(), expected.clone());
        prop_assert_eq!(Number::from(&*expected).to_string(), expected);
    }
}
