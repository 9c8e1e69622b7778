//! Warming potentials: their table, and what a footprint says that was restated to them.

use claquette::output::{FootprintSummary, FootprintVariance, Output};
use claquette::{
    Account, Footprint, Gwp, Language, Limits, Options, References, Unpriced, Variance, Verification,
    check_json, compute, html, report,
};
use claquette_conformance::{bundled, without_factors};
use serde_json::{Value, json};

const MINE: &str = "id,key,place,year,unit,value,parts,source,gwp\n\
    stated,transport.car.petrol,FR,2024,kgCO2e/vehicle.km,0.2,combustion=0.2 combustion/co2=0.1705 \
    combustion/ch4-fossil=0.003 combustion/n2o=0.0265,hand,AR5\n\
    silent,transport.car.diesel,FR,2024,kgCO2e/vehicle.km,0.2,combustion=0.2 combustion/co2=0.15 \
    combustion/n2o=0.05,hand,\n\
    whole,transport.taxi,FR,2024,kgCO2e/vehicle.km,0.3,,hand,AR5\n";

/// 1,000 km of each: stated 170.5 + 2.98 + 27.3 = 200.78 kg in AR6, silent 200 kg, whole 300 kg.
fn footprint(references: &References, gwp: Gwp) -> Footprint {
    let line = |id: &str, what: &str| format!(r#"{{"id": "{id}", "what": {what}}}"#);
    let km = r#""distance": {"value": "1000", "unit": "km"}"#;
    let lines = [
        line("a", &format!(r#"{{"car": {{"fuel": "petrol", {km}}}}}"#)),
        line("b", &format!(r#"{{"car": {{"fuel": "diesel", {km}}}}}"#)),
        line("c", &format!(r#"{{"taxi": {{{km}}}}}"#)),
    ];
    let header = r#""format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}"#;
    let typed = format!(r#"{{{header}, "lines": [{}]}}"#, lines.join(", "));
    let production = check_json(typed.as_bytes(), references, &Limits::default()).production.unwrap();
    compute(&production, references, &Options { gwp, unpriced: Unpriced::Reject, ..Options::default() })
        .unwrap()
}

fn mine() -> References {
    without_factors().with_set("mine", MINE).unwrap()
}

fn summary(footprint: &Footprint) -> Value {
    serde_json::from_str(&FootprintSummary::new(footprint).to_json()).unwrap()
}

/// 3 × 29.8 ÷ 30 and 26.5 × 273 ÷ 265 in the trace; the 50 kg of N2O of which the source states no set, and the
/// 300 kg without gases, are named with their reasons.
#[test]
fn the_result_says_what_was_restated_and_what_was_not() {
    let footprint = footprint(&mine(), Gwp::Ar6);
    let summary = summary(&footprint);
    assert_eq!(summary["options"]["gwp"], "ar6");
    assert_eq!(summary["totals"][0]["kgco2e"], "700.78");
    let written: Value = serde_json::from_str(&footprint.to_json()).unwrap();
    let factor = &written["factors"][0];
    assert_eq!((&factor["value"], &factor["gwp"]), (&json!("0.2"), &json!("AR5")));
    assert_eq!(
        factor["restated"],
        json!([
            {"part": "combustion", "gas": "ch4-fossil", "value": "0.003", "from": "30", "into": "29.8"},
            {"part": "combustion", "gas": "n2o", "value": "0.0265", "from": "265", "into": "273"},
        ])
    );
    assert_eq!(
        summary["unrestated"],
        json!([
            {"factor": "silent", "set": "mine", "account": "counted", "reason": "undeclared", "kgco2e": "50"},
            {"factor": "whole", "set": "mine", "account": "counted", "reason": "gases", "kgco2e": "300"},
        ])
    );
    let published =
        serde_json::to_value(FootprintSummary::new(&self::footprint(&mine(), Gwp::Published))).unwrap();
    assert_eq!((&published["options"]["gwp"], &published["unrestated"]), (&json!("published"), &json!([])));
    assert_eq!(published["totals"][0]["kgco2e"], "700");
}

#[test]
fn people_read_the_set_and_what_it_leaves() {
    let footprint = footprint(&mine(), Gwp::Ar6);
    let (fr, en) = (report(&footprint, Language::Fr), report(&footprint, Language::En));
    for text in [
        "Gaz\u{a0}: PRG de l’AR6 sauf 350\u{a0}kg.",
        "la source ne dit pas ses potentiels\u{a0}: 50\u{a0}kg, 1 facteur",
    ] {
        assert!(fr.contains(text), "{text}: {fr}");
    }
    for text in
        ["Gases: GWP of AR6 but for 350\u{a0}kg.", "in one of the sets: 300\u{a0}kg, 1 factor", "(AR5 → AR6)"]
    {
        assert!(en.contains(text), "{text}: {en}");
    }
    assert!(html(&footprint, Language::En).contains("GWP of AR6 but for 350\u{a0}kg"));
    assert!(!report(&self::footprint(&mine(), Gwp::Published), Language::En).contains("GWP"));
}

/// 200.78 − 200 = 0.78 kg, by the one factor that changes; what is stored of the one is no result of the other.
#[test]
fn variance_and_verification_tell_the_sets_apart() {
    let (published, restated) = (footprint(&mine(), Gwp::Published), footprint(&mine(), Gwp::Ar6));
    let variance = Variance::between(&published, &restated, Account::Counted).unwrap();
    assert_eq!(variance.difference.kilograms().to_string(), "0.78");
    assert_eq!(variance.rows.len(), 1);
    assert!(
        variance.text(Language::En).contains("→ stated [stated] (AR5 → AR6)"),
        "{}",
        variance.text(Language::En)
    );
    let written: Value = serde_json::from_str(&FootprintVariance::new(&variance).to_json()).unwrap();
    let of = &written["rows"][0];
    assert_eq!((of["before"].get("restated"), &of["after"]["restated"]), (None, &json!("ar6")));
    let stored = FootprintSummary::new(&restated).to_json();
    assert!(Verification::of(stored.as_bytes(), &restated).unwrap().holds());
    assert!(!Verification::of(stored.as_bytes(), &published).unwrap().holds());
}

/// DESNZ states AR5, and its fluids of one gas are the potentials of that report: two sources of one value.
#[test]
fn the_fluids_of_desnz_have_the_potentials_of_the_table() {
    let table = claquette_factors::FILES.iter().find(|(file, _)| *file == "gwp.csv").unwrap().1;
    let (bundled, mut compared) = (bundled(), 0);
    for row in table.lines().filter(|row| row.starts_with("energy.refrigerant.")) {
        let cells: Vec<&str> = row.split(',').collect();
        let fluid = cells[0].rsplit('.').next().unwrap();
        if cells[1] == "AR5" {
            let factor = bundled.factor(&format!("refrigerant.world.{fluid}.2024.desnz")).unwrap();
            assert_eq!((factor.value.to_string().as_str(), factor.source.gwp.as_str()), (cells[2], "AR5"));
            compared += 1;
        }
    }
    assert_eq!(compared, 9);
}

fn problems(text: &str) -> Vec<(&'static str, String)> {
    let mut files = claquette_factors::FILES.to_vec();
    files.iter_mut().find(|(file, _)| *file == "gwp.csv").unwrap().1 = text;
    let problems = References::read("potentials", &files).err().unwrap_or_default();
    problems.iter().map(|problem| (problem.code(), problem.location.to_string())).collect()
}

#[test]
fn a_doubtful_potential_fails_the_loading() {
    let at = |code: &'static str, place: &str| (code, place.to_string());
    let table = "gas,set,value,source,source_row\nch4,AR5,28,openclimatedata-gwp,CH4\n";
    assert_eq!(problems(table), []);
    assert_eq!(
        problems(&format!("{table}ch4,AR5,30,openclimatedata-gwp,CH4\n")),
        [at("duplicate-row", "gwp.csv:3:gas")]
    );
    assert_eq!(
        problems(&format!("{table}argon,AR5,1,nobody,\nn2o,AR9,0,openclimatedata-gwp,N2O\n")),
        [
            at("invalid-value", "gwp.csv:3:gas"),
            at("unknown-name", "gwp.csv:3:source"),
            at("invalid-value", "gwp.csv:4:set"),
            at("invalid-value", "gwp.csv:4:value"),
        ]
    );
    assert_eq!(problems("gas,set,value,source\n"), [at("missing-column", "gwp.csv:1:source_row")]);
}

/// A bundle without the table restates nothing, and says so of all that is not CO2.
#[test]
fn a_bundle_needs_no_potentials() {
    let files: Vec<_> =
        claquette_factors::FILES.iter().filter(|(name, _)| *name != "gwp.csv").copied().collect();
    let references = References::read("no potentials", &files).unwrap().with_set("mine", MINE).unwrap();
    let summary = summary(&footprint(&references, Gwp::Ar6));
    // 3 + 26.5 kg of gases without a potential, 50 kg of a source that states none, 300 kg without gases.
    let masses: Vec<&Value> =
        summary["unrestated"].as_array().unwrap().iter().map(|one| &one["kgco2e"]).collect();
    assert_eq!(masses, ["29.5", "50", "300"]);
}
