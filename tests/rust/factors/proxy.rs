//! Proxies: whoever reads a report learns of each factor that stands in for another place, however small its line.

use claquette::{Language, Limits, Options, check_json, compute, report};
use claquette_conformance::bundled;
use serde_json::{Value, json};

#[test]
fn the_report_lists_every_proxy_that_served() {
    // Ten lines of a gigawatt-hour are the ten largest: two cars in France drive 10 km each, by a British factor.
    let grid = |id: u32| json!({"id": id.to_string(), "what": {"electricity": {"energy": {"value": "1", "unit": "GWh"}}}});
    let drive = |id: &str, fuel: &str| json!({"id": id, "what": {"car": {"fuel": fuel, "distance": {"value": "10", "unit": "km"}}}});
    let mut lines: Vec<Value> = (0..10).map(grid).collect();
    lines.extend([drive("a", "petrol"), drive("b", "petrol"), drive("c", "diesel")]);
    let production =
        json!({"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "lines": lines});
    let references = bundled();
    let checked = check_json(production.to_string().as_bytes(), &references, &Limits::default());
    let footprint = compute(&checked.production.unwrap(), &references, &Options::default()).unwrap();
    // Paragraphs are broken into lines: their words are compared.
    let words = |language| report(&footprint, language).split_whitespace().collect::<Vec<_>>().join(" ");
    let en = words(Language::En);
    assert!(
        en.contains("FACTORS OF ANOTHER PLACE • GB: The French value of 2023 (0.357 kg/km) is suspect"),
        "{en}"
    );
    assert!(en.contains("that other French cars count — 2 lines"), "{en}");
    assert!(words(Language::Fr).contains("que comptent les autres voitures françaises — 2 lignes"));
}
