//! Proxies: whoever reads a report learns of each factor that stands in for another place, however small its line.

use claquette::{Language, Limits, Options, check_json, compute, report};
use claquette_conformance::bundled;
use serde_json::{Value, json};

#[test]
fn the_report_lists_every_proxy_that_served() {
    // Ten lines of a gigawatt-hour are the ten largest: two taxis in France drive 10 km each, by a British factor.
    let grid = |id: u32| json!({"id": id.to_string(), "what": {"electricity": {"energy": {"value": "1", "unit": "GWh"}}}});
    let drive =
        |id: &str, kind: &str| json!({"id": id, "what": {kind: {"distance": {"value": "10", "unit": "km"}}}});
    let mut lines: Vec<Value> = (0..10).map(grid).collect();
    lines.extend([drive("a", "taxi"), drive("b", "taxi"), drive("c", "car")]);
    let production =
        json!({"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "lines": lines});
    let references = bundled();
    let checked = check_json(production.to_string().as_bytes(), &references, &Limits::default());
    let footprint = compute(&checked.production.unwrap(), &references, &Options::default()).unwrap();
    // Paragraphs are broken into lines: their words are compared.
    let words = |language| report(&footprint, language).split_whitespace().collect::<Vec<_>>().join(" ");
    let en = words(Language::En);
    let listed = "FACTORS OF ANOTHER PLACE • GB: No national value; British taxi (×/÷ 2.0131) — 2 lines";
    assert!(en.contains(listed), "{en}");
    let listed = "• GB : Aucune valeur nationale ; taxi britannique (×/÷ 2,0131) — 2 lignes";
    assert!(words(Language::Fr).contains(listed), "{}", words(Language::Fr));
    // The footprint carries how far the factor may be off, for whoever computes with it.
    let spreads: Vec<String> =
        footprint.proxies.iter().filter_map(|proxy| Some(proxy.spread?.0.to_string())).collect();
    assert_eq!(spreads, ["2.0131"]);
}
