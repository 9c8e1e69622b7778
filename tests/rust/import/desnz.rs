//! The flat file of the British factors: a synthetic one with every trap, each expected value worked by hand.

use claquette::import::{AnomalyKind, Import, SkipReason, UnpricedReason, desnz};
use claquette::{Boundary, Diagnostic};
use claquette_conformance::without_factors;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;

use crate::refused;

const HEADER: &str =
    "ID,Scope,Level 1,Level 2,Level 3,Level 4,Column Text,UOM,GHG/Unit,GHG Conversion Factor 2024\n";
const END: &str = ",,,,,,,,,\n,END,,,,,,,,\n";

const BUTANE: &str = "\
1_100_1000_8_1,Scope 1,Fuels,Gaseous fuels,Butane,,,litres,kg CO2e,1.74532
1_100_1000_8_2,Scope 1,Fuels,Gaseous fuels,Butane,,,litres,kg CO2e of CO2 per unit,1.74296
1_100_1000_8_3,Scope 1,Fuels,Gaseous fuels,Butane,,,litres,kg CO2e of CH4 per unit,0.00144
1_100_1000_8_4,Scope 1,Fuels,Gaseous fuels,Butane,,,litres,kg CO2e of N2O per unit,9.2E-4
";

fn read(rows: &str) -> Result<Import, Vec<Diagnostic>> {
    let text = [HEADER, rows, END].concat();
    desnz("flat.csv", text.as_bytes(), &without_factors())
}

#[test]
fn gases_are_joined_to_their_factor() {
    let import = read(BUTANE).unwrap();
    assert_eq!(import.elements.len(), 1);
    let set = without_factors().with_set("desnz", &import.csv()).unwrap();
    let factor = set.factor("desnz.1_100_1000_8_1").unwrap();
    assert_eq!((factor.value.to_string(), factor.unit.to_string()), ("1.74532".into(), "L".into()));
    assert_eq!((factor.place.as_str(), factor.year), ("GB", Some(2024)));
    assert_eq!(factor.boundary, Boundary::TankToWheel);
    assert_eq!(factor.label(claquette::Language::En), "Fuels, Gaseous fuels, Butane");
    // 1.74296 + 0.00144 + 0.00092 = 1.74532, so no anomaly.
    let parts = "whole/co2=1.74296 whole/ch4=0.00144 whole/n2o=0.00092";
    assert!(import.csv().contains(parts), "{}", import.csv());
    assert!(import.anomalies.is_empty());
    let blank: Vec<_> = import.skipped.iter().map(|row| (row.line, row.reason)).collect();
    assert_eq!(blank, [(6, SkipReason::Blank), (7, SkipReason::Blank)]);
}

#[test]
fn gases_that_do_not_sum_are_reported() {
    // 1.74296 + 0.00144 + 0.1 = 1.8444, which is 5.7 % more than the total.
    let import = read(&BUTANE.replace("9.2E-4", "0.1")).unwrap();
    let kinds: Vec<_> = import.anomalies.iter().map(|anomaly| (anomaly.line, anomaly.kind)).collect();
    assert_eq!(kinds, [(2, AnomalyKind::GasesTotal)]);
    assert_eq!(import.anomalies[0].found.unwrap().to_string(), "1.8444");
}

#[test]
fn what_is_no_factor_is_skipped_with_its_reason() {
    let import = read("\
1_1_1_4_1,Scope 1,Passenger vehicles,Cars,Mini,,Hydrogen,km,kg CO2e,
1_1_1_4_2,Scope 1,Passenger vehicles,Cars,Mini,,Hydrogen,km,kg CO2e of CO2 per unit,
6_300_3000_4_5,Scope 1,SECR kWh pass & delivery vehs,Cars,Mini,,Diesel,km,kWh (Net CV),0.42272
9_300_3003_4_6,Scope 2,SECR kWh UK electricity for EVs,Cars,Mini,,Plug-in,km,kWh (net),
99_604_1011_8_2,Outside of Scopes,Outside of scopes,Forecourt fuels,Diesel,,,litres,kg CO2e of CO2 per unit,0.16
")
    .unwrap();
    assert!(import.elements.is_empty());
    let reasons: Vec<_> = import.skipped.iter().map(|row| row.reason).take(5).collect();
    assert_eq!(
        reasons,
        [
            SkipReason::NoValue,
            SkipReason::NoValue,
            SkipReason::Energy,
            SkipReason::Energy,
            SkipReason::Biogenic
        ]
    );
}

#[test]
fn hotels_have_the_place_of_their_country() {
    let place = |country: &str| {
        let row =
            format!("29_1_1_13_1,Scope 3,Hotel stay,Hotel stay,{country},,,Room per night,kg CO2e,10\n");
        let import = read(&row).unwrap();
        (import.elements[0].place.clone(), import.elements[0].unit.clone())
    };
    let unit = || "kgCO2e/room.night".to_string();
    for (country, code) in [
        ("UK", "GB"),
        ("UK (London)", "GB-LND"),
        ("\"Hong Kong, China\"", "HK"),
        ("France", "FR"),
        ("United States", "US"),
        ("Atlantis", ""),
    ] {
        assert_eq!(place(country), (code.to_string(), unit()), "{country}");
    }
}

#[test]
fn a_unit_that_the_format_does_not_have_is_listed() {
    let row = "17_1_1_10_1,Scope 3,Water supply,Water supply,Water supply,,,million litres,kg CO2e,153\n";
    assert_eq!(read(row).unwrap().elements[0].unpriced(), Some(UnpricedReason::Unit));
}

#[test]
fn the_titles_of_the_sheet_are_passed_over() {
    let text = [
        "UK Government GHG Conversion Factors,,,,,,,,,\nFactors by Category,,,,,,,,,\n\n,,,,,,,,,\n",
        HEADER,
        BUTANE,
        END,
    ]
    .concat();
    let import = desnz("flat.csv", text.as_bytes(), &without_factors()).unwrap();
    assert_eq!(import.elements[0].line, 6);
}

#[test]
fn a_comma_before_three_digits_is_no_number() {
    // A spreadsheet writes one thousand and six as `1,006` in English, and one and six thousandths in French.
    let value = |cell: &str| read(&BUTANE.replacen("1.74532", &format!("\"{cell}\""), 1));
    let at = "flat.csv:2:GHG Conversion Factor 2024".to_string();
    for cell in ["1,006", "-1,006", "12,345", "999,000"] {
        assert_eq!(refused(value(cell)), [("ambiguous-number", at.clone())], "{cell}");
    }
    assert_eq!(refused(value("1,006,000")), [("invalid-value", at)]);
    // No thousands begin with a zero, and none has other than three digits after its comma.
    for (cell, plain) in [("0,006", "0.006"), ("1,74532", "1.74532"), ("12,5", "12.5"), ("1.006", "1.006")] {
        assert_eq!(value(cell).unwrap().elements[0].value.to_string(), plain);
    }
}

#[test]
fn files_that_are_not_as_they_should_be() {
    let codes = |rows: &str| refused(read(rows));
    let changed = |from: &str, to: &str| refused(read(&BUTANE.replacen(from, to, 1)));
    let at = |line: u64, column: &str| format!("flat.csv:{line}:{column}");
    assert_eq!(changed("1.74532", "=A1+A2"), [("formula", at(2, "GHG Conversion Factor 2024"))]);
    assert_eq!(changed("1.74532", "litres"), [("invalid-value", at(2, "GHG Conversion Factor 2024"))]);
    assert_eq!(changed("1.74532", "1,74532"), [("row-length", "flat.csv:2".to_string())]);
    assert_eq!(changed("kg CO2e of CO2", "kg CO2e of CH4"), [("invalid-value", at(3, "GHG/Unit"))]);
    assert_eq!(changed("1_100_1000_8_2", "1_100_1000_9_2"), [("orphan-part", at(3, "ID"))]);
    assert_eq!(changed("1_100_1000_8_2", "butane"), [("invalid-value", at(3, "ID"))]);
    assert_eq!(changed("_8_4", "_8_7"), [("invalid-value", at(5, "ID"))]);
    assert_eq!(codes(&[BUTANE, BUTANE].concat())[0], ("duplicate-row", at(6, "ID")));
    let after = [HEADER, BUTANE, END, "1_1_1_8_1,Scope 1,Fuels,,,,,litres,kg CO2e,2.5\n"].concat();
    let import = desnz("flat.csv", after.as_bytes(), &without_factors());
    assert_eq!(refused(import), [("after-end", at(8, "ID"))]);
    let undated = [&HEADER.replace("2024", "1025"), BUTANE, END].concat();
    let import = desnz("flat.csv", undated.as_bytes(), &without_factors());
    assert_eq!(refused(import), [("invalid-value", at(1, "GHG Conversion Factor 1025"))]);
    let without_end = [HEADER, BUTANE].concat();
    let import = desnz("flat.csv", without_end.as_bytes(), &without_factors());
    assert_eq!(refused(import), [("cut-off", "flat.csv:5".to_string())]);
    let utf16: Vec<u8> = without_end.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let import = desnz("flat.csv", &utf16, &without_factors());
    assert_eq!(refused(import), [("wrong-encoding", "flat.csv:1".to_string())]);
}

const BITS: &[&str] =
    &["\"", ",", "\n", "\r\n", "\t", "=1", "é", "\u{feff}", "\0", "_1", "1e99", "9", "END", "-"];

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(2024),
        ..ProptestConfig::default()
    })]

    #[test]
    fn an_edited_file(edits in prop::collection::vec((any::<Index>(), 0..12_usize, select(BITS)), 1..6)) {
        let mut letters: Vec<char> = [HEADER, BUTANE, END].concat().chars().collect();
        for (at, dropped, new) in edits {
            let at = at.index(letters.len());
            let end = (at + dropped).min(letters.len());
            letters.splice(at..end, new.chars());
        }
        let text: String = letters.into_iter().collect();
        match desnz("flat.csv", text.as_bytes(), &without_factors()) {
            Ok(import) => prop_assert!(import.elements.len() <= 1),
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                for problem in problems {
                    prop_assert!(problem.is_error() && problem.location.to_string().starts_with("flat.csv:"));
                }
            }
        }
    }
}
