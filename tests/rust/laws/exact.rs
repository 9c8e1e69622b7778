//! The product of a line is exact and rounded once: against whole numbers of any size.

use claquette::{Account, Footprint, References};
use claquette_conformance::without_factors;
use num_bigint::BigInt;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::config;
use crate::decimal::{Plain, Ratio, from_one, long, positive};
use crate::production::{priced, production};

/// Units, how many of the second one of the first is, as their definitions have it.
const CONVERSIONS: [(&str, &str, i64, i64); 12] = [
    ("L", "L", 1, 1),
    ("mile", "km", 1_609_344, 1_000_000),
    ("m", "mile", 1_000, 1_609_344),
    ("lb", "kg", 45_359_237, 100_000_000),
    ("kg", "short_ton", 100_000_000, 2_000 * 45_359_237),
    ("US_gallon", "L", 3_785_411_784, 1_000_000_000),
    ("m3", "US_gallon", 1_000_000_000_000, 3_785_411_784),
    ("MJ", "kWh", 10, 36),
    ("MWh", "MJ", 3_600, 1),
    ("ft2", "m2", 9_290_304, 100_000_000),
    ("therm", "kWh_GCV", 105_505_585_262, 3_600_000_000),
    ("TB", "GB", 1_000, 1),
];

/// Mass units and how many micrograms one of them is.
const MASSES: [(&str, i64); 3] =
    [("gCO2e", 1_000_000), ("kgCO2e", 1_000_000_000), ("tCO2e", 1_000_000_000_000)];

fn micrograms(footprint: &Footprint) -> BigInt {
    footprint.total(Account::Counted).micrograms().into()
}

fn custom(quantity: &Plain, unit: &str, more: (&str, Value)) -> Value {
    let mut custom = json!({"quantity": {"value": quantity.text(), "unit": unit}});
    let mut line = json!({"id": "L1"});
    match more {
        ("factor", id) => line["factor"] = id,
        (name, value) => custom[name] = value,
    }
    line["what"] = json!({"custom": custom});
    production(&[line])
}

/// A set of one factor per litre, whose parts need not sum to its value.
fn factor(value: &Plain, parts: &[(&str, Plain)]) -> References {
    let parts: Vec<String> = parts.iter().map(|(part, value)| format!("{part}={}", value.text())).collect();
    let (value, parts) = (value.text(), parts.join(" "));
    let table =
        format!("id,key,place,unit,value,raw,parts,source\nf,,FR,gCO2e/L,{value},{value},{parts},hand\n");
    without_factors().with_set("mine", &table).expect("a sound table")
}

/// The floors of the quotas, then one more to the largest remainders, ties in order.
fn largest_remainder(total: &BigInt, quotas: &[Ratio]) -> Vec<BigInt> {
    let (mut shares, mut rests): (Vec<BigInt>, Vec<Option<Ratio>>) =
        quotas.iter().map(Ratio::floor).map(|(floor, rest)| (floor, Some(rest))).unzip();
    let mut left = total - shares.iter().sum::<BigInt>();
    while left > BigInt::ZERO {
        let mut best: Option<usize> = None;
        for (at, rest) in rests.iter().enumerate() {
            let leads =
                |best: usize| rest.as_ref().zip(rests[best].as_ref()).is_some_and(|(a, b)| a.exceeds(b));
            if rest.is_some() && best.is_none_or(leads) {
                best = Some(at);
            }
        }
        let best = best.expect("there are as many remainders as are missing");
        (shares[best], rests[best]) = (&shares[best] + 1, None);
        left -= 1;
    }
    shares
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn a_product_is_rounded_once(
        quantity in (1..10_000_000_i64, 2..=9_u32).prop_map(|(digits, places)| Plain { digits, places }),
        value in long(),
        (unit, per, numerator, denominator) in select(&CONVERSIONS[..]),
        (mass, size) in select(&MASSES[..]),
    ) {
        let inline = json!({"value": value.text(), "unit": format!("{mass}/{per}"), "source": "hand", "post": "goods"});
        let footprint = priced(&custom(&quantity, unit, ("inline", inline)), &without_factors());
        let conversion = Ratio::new(numerator, denominator);
        let exact = quantity.ratio().times(&conversion).times(&value.ratio()).times(&Ratio::new(size, 1));
        prop_assert_eq!(micrograms(&footprint), exact.half_even());
    }

    /// 100 persons × 2 ways × a distance ÷ the occupants of each car.
    #[test]
    fn a_quotient_is_rounded_once(distance in positive(7, 5), occupants in from_one(2, 1), value in positive(9, 9)) {
        let table = format!(
            "id,key,place,year,unit,value,source\nf,transport.car.petrol,FR,2024,kgCO2e/vehicle.km,{},hand\n",
            value.text()
        );
        let references = without_factors().with_set("mine", &table).expect("a sound table");
        let car = json!({"fuel": "petrol", "occupants": occupants.text(),
            "distance": {"value": distance.text(), "unit": "passenger.km"}});
        let footprint = priced(&production(&[json!({"id": "L1", "what": {"car": car}})]), &references);
        let per_car = Ratio::new(10_i64.pow(occupants.places), occupants.digits);
        let exact = distance.ratio().times(&per_car).times(&value.ratio());
        prop_assert_eq!(micrograms(&footprint), exact.times(&Ratio::new(1_000_000_000, 1)).half_even());
    }

    /// Parts, and what they leave of the published total, sum to the line; each has its largest remainder.
    #[test]
    fn parts_have_their_largest_remainder(
        quantity in positive(5, 5),
        value in positive(9, 9),
        parts in [positive(9, 9), positive(9, 9), positive(9, 9)],
    ) {
        let [upstream, combustion, other] = parts;
        let parts = [("upstream", upstream), ("combustion", combustion), ("other", other)];
        let footprint = priced(&custom(&quantity, "L", ("factor", json!("f"))), &factor(&value, &parts));
        let of = |value: &Ratio| quantity.ratio().times(value).times(&Ratio::new(1_000_000, 1));
        let mut rest = value.ratio();
        let mut quotas = Vec::new();
        for (_, part) in &parts {
            quotas.push(of(&part.ratio()));
            rest = rest.minus(&part.ratio());
        }
        quotas.push(of(&rest));
        let total = of(&value.ratio()).half_even();
        let mut expected = largest_remainder(&total, &quotas);
        prop_assert_eq!(micrograms(&footprint), total);
        expected.retain(|mass| *mass != BigInt::ZERO);
        let found: Vec<BigInt> = footprint.entries().map(|entry| entry.mass.micrograms().into()).collect();
        prop_assert_eq!(found, expected);
    }
}
