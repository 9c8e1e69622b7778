//! Review.

use claquette::{
    Account, Footprint, Language, Limits, Options, References, Review, Unpriced, Variance, check_json,
    compute,
};

use claquette_conformance::bundled;

use crate::set;

const PRODUCTION: &[u8] =
    br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "lines": [
  {"id": "grid", "what": {"electricity": {"energy": {"value": "100", "unit": "kWh"}}}},
  {"id": "beds", "what": {"hotel": {"rooms": 10, "nights": 1}}},
  {"id": "diesel", "what": {"generator": {"fuel": "diesel", "volume": {"value": "10", "unit": "L"}}}}]}"#;

fn footprint(references: &References) -> Footprint {
    let production =
        check_json(PRODUCTION, references, &Limits::default()).production.expect("a sound production");
    compute(&production, references, &Options { unpriced: Unpriced::Exclude, ..Options::default() })
        .expect("a footprint")
}

#[test]
fn lines_are_told_with_their_accounts_and_factors() {
    // 100 kWh × 0.05 = 5 kg, then × 0.04 = 4 kg; beds have no factor, then 10 × 6 = 60 kg; 10 L of diesel are
    // 25 kg all the time, and 1 kg of biogenic CO2, then 2 kg.
    let before = set("\
a,energy.electricity,FR,2024,kgCO2e/kWh,0.05,hand,,,,,,,,,,,,
d,energy.generator.diesel,FR,2024,kgCO2e/L,2.5,hand,,,,0.1,,,,,,,,
");
    let after = set("\
a,energy.electricity,FR,2024,kgCO2e/kWh,0.04,hand,,,,,,,,,,,,
b,accommodation.hotel,FR,2024,kgCO2e/room.night,6,hand,,,,,,,,,,,,
d,energy.generator.diesel,FR,2024,kgCO2e/L,2.5,hand,,,,0.2,,,,,,,,
");
    let review = Review::of(&footprint(&before), &footprint(&after)).expect("one production");
    let said = |rows: &[claquette::ReviewedMass], language| -> Vec<String> {
        rows.iter().map(|row| row.message(language).replace('\u{a0}', " ")).collect()
    };
    assert_eq!(
        said(&review.lines, Language::En),
        [
            "beds: 0 kg → 60 kg, — → b",
            "grid: 5 kg → 4 kg (-20%)",
            "diesel: 1 kg → 2 kg (+100%), Biogenic CO2 (outside the total)",
        ]
    );
    // 5 + 25 = 30 kg, then 4 + 60 + 25 = 89 kg: 59 ÷ 30 = 196.67 %.
    assert_eq!(
        said(&review.totals, Language::Fr),
        ["Émissions comptées : 30 kg → 89 kg (+197 %)", "CO2 biogénique (hors total) : 1 kg → 2 kg (+100 %)",]
    );
    assert_eq!(review.totals[1].account, Account::Biogenic);
}

#[test]
fn the_same_factors_change_nothing() {
    let references = set("a,energy.electricity,FR,2024,kgCO2e/kWh,0.05,hand,,,,,,,,,,,,\n");
    let review = Review::of(&footprint(&references), &footprint(&references)).expect("one production");
    assert!(review.lines.is_empty());
    assert_eq!(review.totals.len(), 1);
}

#[test]
fn footprints_of_two_productions_are_not_compared() {
    let references = bundled();
    let [one, other] = [1, 2].map(|kilowatt_hours| {
        let typed = format!(
            r#"{{"format": 1, "kind": "news", "place": "FR", "period": {{"year": 2024}}, "lines": [{{"id": "L1",
                "what": {{"electricity": {{"energy": {{"value": "{kilowatt_hours}", "unit": "kWh"}}}}}}}}]}}"#
        );
        let checked = check_json(typed.as_bytes(), &references, &Limits::default());
        compute(&checked.production.expect("a production"), &references, &Options::default()).expect("a footprint")
    });
    assert!(Review::of(&one, &other).is_none());
    assert!(Variance::between(&one, &other, Account::Counted).is_none());
}
