//! Explanation.

use claquette::{Language, Limits, Options, check_json, compute, explain, report};
use serde_json::json;

use crate::set;

fn explained(row: &str, id: &str) -> [String; 2] {
    let references = set(row);
    let factor = references.factor(id).expect("a factor");
    [Language::Fr, Language::En].map(|language| explain(factor, &references, language))
}

#[test]
fn a_factor_in_a_paragraph() {
    // Parts 0.03 + 0.01 of 0.05: 60 %, 20 %, and 0.01 = 20 % unallocated. Gases: CO2 0.02 = 40 %, and 0.03 = 60 %.
    let row = "grid,energy.electricity,FR,2024,kgCO2e/kWh,0.05,the meter,2025,\"0,05\",\
               generation=0.03 generation/co2=0.02 transmission=0.01,0.007,,,life-cycle,10,17,Réseau,Grid,Read it twice.\n";
    let [fr, en] = explained(row, "grid");
    assert_eq!(
        en,
        "Grid: 0.05 kgCO2e per kWh, place: France, year: 2024. It covers: life cycle. Parts: power generation \
         0.03 (60%), transmission and distribution 0.01 (20%), unallocated 0.01 (20%). Gases: fossil CO2 0.02 \
         (40%), unallocated 0.03 (60%). Biogenic CO2, outside the total: 0.007. Uncertainty according to its \
         source: 10%. Its source vouches for it until 2025. It serves: Grid electricity (energy.electricity). \
         Source: the meter, row 17, which writes “0,05” [grid]. Read it twice."
    );
    assert_eq!(
        fr.replace('\u{a0}', " "),
        "Réseau : 0,05 kgCO2e par kWh, lieu : France, année : 2024. Il couvre : cycle de vie. Parties : \
         production d’électricité 0,03 (60 %), transport et distribution 0,01 (20 %), non réparti 0,01 (20 %). \
         Gaz : CO2 fossile 0,02 (40 %), non réparti 0,03 (60 %). CO2 biogénique, hors total : 0,007. \
         Incertitude d’après la source : 10 %. Sa source le garantit jusqu’en 2025. Il sert à : Électricité du \
         réseau (energy.electricity). Source : the meter, ligne 17, qui écrit « 0,05 » [grid]. Read it twice."
    );
}

/// Upstream is of the edition before: 0.05 of 0.25, 20 %. Explanation, report and result say so.
#[test]
fn a_part_of_an_older_edition_says_its_year() {
    let row = "grid,energy.electricity,FR,2025,kgCO2e/kWh,0.25,hand,,,generation=0.2@1 upstream=0.05@2024:2,,,,,,,Réseau,Grid,\n";
    let [fr, en] = explained(row, "grid");
    assert!(en.contains("Parts: power generation 0.2 (80%), upstream (2024) 0.05 (20%)."), "{en}");
    assert!(fr.contains("amont (2024) 0,05 (20\u{a0}%)"), "{fr}");
    let references = set(row);
    let typed =
        br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2025}, "lines": [{"id": "L1",
        "what": {"electricity": {"energy": {"value": "10", "unit": "kWh"}}}}]}"#;
    let production = check_json(typed, &references, &Limits::default()).production.unwrap();
    let footprint = compute(&production, &references, &Options::default()).unwrap();
    let text = report(&footprint, Language::Fr);
    assert!(text.contains("Réseau (hand, 2025\u{a0}; amont de 2024)"), "{text}");
    let written = serde_json::to_value(&footprint.factors[0].slots).unwrap();
    assert_eq!(
        written,
        json!([{"part": "generation", "value": "0.2"}, {"part": "upstream", "value": "0.05", "vintage": 2024}])
    );
}

#[test]
fn what_is_not_known_is_not_said() {
    let [fr, en] = explained("plain,,WORLD,,kgCO2e/kg,2,hand,,,,,,,,,,,,\n", "plain");
    assert_eq!(en, "plain: 2 kgCO2e per kg, place: World. Source: hand [plain].");
    assert_eq!(fr.replace('\u{a0}', " "), "plain : 2 kgCO2e par kg, lieu : Monde. Source : hand [plain].");
}

#[test]
fn an_avoided_and_a_suspect_factor_say_so() {
    let row = "bin,,FR,2020,kgCO2e/t,-500,hand,,,,,avoided,suspect,,,,Bac,Bin,\n";
    let [fr, en] = explained(row, "bin");
    assert!(
        en.contains("It is an avoided emission") && en.contains("Status: suspect; it serves only where"),
        "{en}"
    );
    assert!(fr.contains("émission évitée") && fr.contains("Statut\u{a0}: douteux\u{a0}; il ne sert"), "{fr}");
}
