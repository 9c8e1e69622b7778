//! The footprint of a production.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::LazyLock;

use claquette_conformance::{Fixture, fixtures, path};
use serde_json::Value;

use crate::{example, file};

pub(crate) static FOOTPRINT: LazyLock<PathBuf> = LazyLock::new(|| example("footprint"));

pub(crate) fn run(arguments: &[&str]) -> Output {
    Command::new(&*FOOTPRINT).current_dir(path("productions")).args(arguments).output().unwrap()
}

/// What is printed for a shipped production that is taken.
#[track_caller]
pub(crate) fn printed(fixture: &Fixture, arguments: &[&str]) -> String {
    let mut all = vec![fixture.name];
    all.extend(fixture.factors.iter().flat_map(|table| ["--factors", table]));
    all.extend(fixture.partial.then_some(["--unpriced", "exclude"]).into_iter().flatten());
    all.extend(arguments);
    let output = run(&all);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), said.as_str()), (Some(0), ""), "{all:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// What is printed for a production that is refused.
#[track_caller]
pub(crate) fn refused(file: &str, arguments: &[&str]) -> String {
    let output = run(&[&[file][..], arguments].concat());
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
}

#[test]
fn reports_in_both_languages() {
    for fixture in fixtures() {
        let [fr, en] = ["fr", "en"].map(|language| printed(&fixture, &["--lang", language]));
        assert_ne!(fr, en);
        let title: Value = serde_json::from_slice(&fixture.bytes()).unwrap();
        for report in [&fr, &en] {
            assert!(report.starts_with(title["title"].as_str().unwrap()), "{report}");
            assert!(report.contains("CO2e") && report.lines().count() > 20, "{report}");
            let widest = report.lines().map(|line| line.chars().count()).max();
            assert!(widest.is_some_and(|widest| widest <= 120), "{widest:?} letters in a line");
        }
        assert!(fr.contains("PAR POSTE") && en.contains("BY POST"));
        // Whoever asks twice reads the same.
        assert_eq!(printed(&fixture, &["--lang", "fr"]), fr);
    }
}

/// The page of the project shows what its first command prints.
#[test]
fn the_report_that_the_readme_shows() {
    let film = fixtures().into_iter().next().expect("the film is first");
    let report = printed(&film, &["--lang", "en"]);
    let readme = fs::read_to_string(path("../README.md")).unwrap();
    let shown = readme.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert!(shown.lines().count() > 10, "{shown}");
    assert!(report.starts_with(shown), "the README shows\n{shown}\nand this is printed:\n{report:.1200}");
}

/// 412,000 EUR less the 392,000 of its lines are 20,000; 23,600 of one line have nothing that accounts for them, and
/// 21,000 − 1,188 − 640.50 = 19,171.50 of the hangar: 62,771.50. Of the set 4,200 are counted for an unknown amount, and
/// 8,600 − 4,050 = 4,550 of hotels and meals.
#[test]
fn the_coverage_of_the_magazine_says_what_is_not_entered() {
    let text = printed(&fixtures()[1], &["--coverage", "--lang", "en"]);
    assert!(text.contains("7-1 Location de caméras et de lumière: 23,600 EUR\n"), "{text}");
    assert!(text.contains("in no line of the budget: 20,000 EUR\n"), "{text}");
    let json: Value = serde_json::from_str(&printed(&fixtures()[1], &["--coverage", "--json"])).unwrap();
    assert_eq!(json[0]["states"][4]["amount"], "62771.5");
    assert_eq!(json[0]["states"][3]["amount"], "8750");
    // Salaries 148,000 + charges 76,900 + rights 18,500 + contingency 12,310
    assert_eq!(json[0]["states"][2]["amount"], "255710");
    assert_eq!(json[0]["total"], "412000");
    // A budget without lines has no coverage.
    assert_eq!(printed(&fixtures()[2], &["--coverage", "--json"]), "[]\n");
}

/// The interval of a stored footprint is that of its production; by the grades of the Bilan Carbone tool it is another.
#[test]
fn the_uncertainty_of_a_stored_footprint_is_that_of_its_production() {
    let shoot = fixtures().into_iter().find(|fixture| fixture.name == "small-shoot.json").expect("the shoot");
    let by_percent = printed(&shoot, &["--uncertainty", "percent"]);
    let found: Value = serde_json::from_str(&by_percent).unwrap();
    assert_eq!(found["total"]["kgco2e"], "1149.655972");
    let kilograms = |end: &str| found["total"][end].as_str().unwrap().parse::<f64>().unwrap();
    assert!(kilograms("lower") < 1149.0 && 1150.0 < kilograms("upper"), "{found}");
    let stored = file("stored.json", printed(&shoot, &["--json"]).as_bytes());
    let again = run(&[&stored, "--uncertainty", "percent"]);
    assert_eq!(String::from_utf8(again.stdout).unwrap(), by_percent);
    assert_ne!(printed(&shoot, &["--uncertainty", "abc"]), by_percent);
}

/// The shoot that was worked by hand in `tests/productions/README.md`.
#[test]
fn the_small_shoot_weighs_what_it_weighs_by_hand() {
    let footprint: Value = serde_json::from_str(&printed(&fixtures()[2], &["--summary"])).unwrap();
    assert_eq!(footprint["status"], "complete");
    assert_eq!(footprint["totals"][0]["account"], "counted");
    assert_eq!(footprint["totals"][0]["kgco2e"], "1149.655972");
    let by_hand = ["133.8", "55.756", "578.27264", "162", "53.900832", "156.15", "9.7765"];
    let lines = footprint["lines"].as_array().unwrap();
    let masses = lines.iter().map(|line| line["masses"][0]["kgco2e"].as_str().unwrap());
    assert_eq!(masses.collect::<Vec<_>>(), by_hand);
}

/// 50 kWh × (0.19553 of the shoot's own table − 0.2454 kgCO2e/kWh, DESNZ 2025) = −2.4935 kg
#[test]
fn the_variance_of_the_small_shoot_says_what_its_own_factors_change() {
    let variance = printed(&fixtures()[2], &["--variance", "--lang", "en"]);
    assert!(variance.contains("-2.49\u{a0}kg  Electricity"), "{variance}");
    assert!(
        variance.contains("[electricity.gb.2025.desnz]") && variance.contains("[desnz.2025.electricity]")
    );
    assert!(variance.ends_with("difference of the totals\n"));
}

/// 1,000 kWh × 0.0519 kgCO2e/kWh (Base Carbone 43642, France 2024) = 51.9 kg by its place; × 0.01 = 10 kg by its
/// contract. What is stored of the one is no result of the other. Its factor is ±10 %, that of the contract ±30 % as a grid's,
/// and of the quantity nothing is said: × and ÷ e^√(ln²1.1 + ln²1.5) = 1.517, and e^√(ln²1.3 + ln²1.5) = 1.621.
#[test]
fn electricity_has_its_place_or_its_contract() {
    let contract =
        r#"{"id": "green", "value": "0.01", "unit": "kgCO2e/kWh", "source": "Supplier", "evidence": "G-7"}"#;
    let line = r#"{"id": "a", "what": {"electricity": {"energy": {"value": "1", "unit": "MWh"}}}}"#;
    let header =
        r#""format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "contract": "green""#;
    let typed = format!(r#"{{{header}, "contracts": [{contract}], "lines": [{line}]}}"#);
    let production = file("contract.json", typed.as_bytes());
    let said = |arguments: &[&str]| {
        let output = run(&[&[production.as_str(), "--lang", "en"][..], arguments].concat());
        String::from_utf8(output.stdout).unwrap()
    };
    let market: &[&str] = &["--electricity", "market"];
    let (by_place, by_contract) = (said(&[]), said(market));
    assert!(by_place.contains("Total: 52\u{a0}kg (34 to 79)") && !by_place.contains("market"), "{by_place}");
    assert!(
        by_contract.contains("Total: 10\u{a0}kg (6.2 to 16.2)") && by_contract.contains("market-based"),
        "{by_contract}"
    );
    assert!(
        by_contract.contains("contract of electricity") && by_contract.contains("residual"),
        "{by_contract}"
    );
    let result = said(&[market, &["--json"]].concat());
    let stored = file("market.json", result.as_bytes());
    assert!(said(&[market, &["--verify", &stored]].concat()).starts_with("the result holds"));
    let other = said(&["--verify", &stored]);
    assert!(other.contains(r#"/options/electricity: stored "market", computed "location""#), "{other}");
    assert!(refused(&production, &["--electricity", "grid"]).contains("location|market"));
}

/// Who reads a result sees which cities were meant, and an extract has them.
#[test]
fn a_journey_names_the_cities_that_it_was_taken_between() {
    let line = r#"{"id": "a", "what": {"train": {"from": "Paris", "to": "Lisbonne", "passengers": 1}}}"#;
    let header = r#""format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}"#;
    let production = file("cities.json", format!(r#"{{{header}, "lines": [{line}]}}"#).as_bytes());
    let said = |arguments: &[&str]| {
        let output = run(&[&[production.as_str()][..], arguments].concat());
        String::from_utf8(output.stdout).unwrap()
    };
    let written: Value = serde_json::from_str(&said(&["--json"])).unwrap();
    assert_eq!(written["products"][0]["terms"][0]["route"], 0);
    assert_eq!(written["routes"][0]["route"], "Paris, FR → Lisbon, PT");
    let french = said(&["--lang", "fr"]).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(french.contains("(distance calculée : Paris, FR → Lisbon, PT)"), "{french}");
    assert!(french.contains(") × 1 passager × 1,2"), "{french}");
    assert!(french.contains("« Lisbonne » est pris pour Lisbon, PT"), "{french}");
    assert!(said(&["--lang", "en"]).contains("computed distance: Paris, FR"));
}

/// 2 kg of R-32 × 677 (DESNZ 2024, AR5) = 1,354 kg; × 771 (AR6) = 1,542 kg.
#[test]
fn gases_have_the_potentials_that_are_asked_for() {
    let line =
        r#"{"id": "a", "what": {"refrigerant": {"fluid": "r32", "mass": {"value": "2", "unit": "kg"}}}}"#;
    let header = r#""format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}"#;
    let production = file("leak.json", format!(r#"{{{header}, "lines": [{line}]}}"#).as_bytes());
    let said = |arguments: &[&str]| {
        let output = run(&[&[production.as_str(), "--lang", "en"][..], arguments].concat());
        String::from_utf8(output.stdout).unwrap()
    };
    for arguments in [&[][..], &["--gwp", "published"], &["--gwp", "ar5"]] {
        assert!(said(arguments).contains("Total: 1.35\u{a0}t"), "{}", said(arguments));
    }
    let restated = said(&["--gwp", "ar6"]);
    assert!(restated.contains("Total: 1.54\u{a0}t") && restated.contains("Gases: GWP of AR6."), "{restated}");
    assert!(restated.contains("IPCC, as collected by Open Climate Data"), "{restated}");
    assert!(refused(&production, &["--gwp", "ar4"]).contains("published|ar5|ar6"));
}

#[test]
fn a_stored_result_is_verified() {
    for (fixture, kind) in
        fixtures().into_iter().flat_map(|one| ["--json", "--summary"].map(|kind| (one, kind)))
    {
        let result = printed(&fixture, &[kind]);
        let stored = file("stored.json", result.as_bytes());
        assert!(printed(&fixture, &["--verify", &stored, "--lang", "en"]).starts_with("the result holds"));
        let of_another_engine = result.replacen("claquette 0", "claquette 9", 1);
        let stored = file("stored.json", of_another_engine.as_bytes());
        let said = printed(&fixture, &["--verify", &stored, "--lang", "fr"]);
        assert!(said.contains("(enregistré par claquette 9.1.0, recalculé par claquette 0.1.0)"), "{said}");
    }
    let small = &fixtures()[2];
    let forged = printed(small, &["--summary"]).replace("1149.655972", "149.655972");
    let stored = file("forged.json", forged.as_bytes());
    let said = refused(
        small.name,
        &["--factors", small.factors.expect("its own factors"), "--verify", &stored, "--lang", "fr"],
    );
    let first: Vec<&str> = said.lines().take(2).collect();
    // The total, its views by post, section, phase, country, kind, work, part and gas.
    assert!(
        first[0].starts_with("le résultat n’est pas confirmé : ") && first[0].contains(" écarts ("),
        "{said}"
    );
    assert_eq!(first[1], "/totals/0/kgco2e\u{a0}: enregistré \"149.655972\", calculé \"1149.655972\"");
}

/// Of two fields of one name a reader takes the one, a comparison the other.
#[test]
fn what_is_no_whole_result_is_not_verified() {
    let small = &fixtures()[2];
    let result = printed(small, &["--summary"]);
    let table = small.factors.expect("its own factors");
    let said = |text: &str, language: &str| {
        let stored = file("no-result.json", text.as_bytes());
        refused(small.name, &["--factors", table, "--verify", &stored, "--lang", language])
    };
    let twice = result.replacen("  \"totals\":", "  \"totals\": [],\n  \"totals\":", 1);
    assert_ne!(twice, result);
    assert!(said(&twice, "en").contains("[duplicate-field] /totals : the field `totals` is given twice"));
    let twice = result.replacen("\"account\":", "\"account\": \"counted\", \"account\":", 1);
    assert!(said(&twice, "fr").contains("[duplicate-field] /totals/0/account : "), "{}", said(&twice, "fr"));
    let production = String::from_utf8(small.bytes()).unwrap();
    assert!(said(&production, "en").contains("is not a Claquette result that this version reads"));
    // Summaries listed the entries of the ledger before footprints could be read back.
    let older = result.replacen("  \"totals\":", "  \"entries\": [],\n  \"totals\":", 1);
    assert!(said(&older, "en").contains("is not a Claquette result that this version reads"));
    assert!(said("[]", "fr").contains("n’est pas un résultat de Claquette que cette version sait lire"));
    assert!(said("{\"engine\": ", "en").contains("malformed-json"));
}

/// An option that would do nothing beside another one is refused, in the user's language.
#[test]
fn options_of_which_one_would_be_ignored_are_refused() {
    let table = "small-shoot-factors.csv";
    for (arguments, en, fr) in [
        (
            &["--from", "x", "--factors", table][..],
            "--from excludes --factors",
            "--from et --factors s’excluent",
        ),
        (&["--variance", "--verify", "x", "--factors", table], "--variance excludes --verify", "s’excluent"),
        (&["--coverage", "--propose"], "--coverage excludes --propose", "--coverage et --propose s’excluent"),
        (
            &["--view", "post", "--extract", "x"],
            "--view excludes --extract",
            "--view et --extract s’excluent",
        ),
        (&["--variance"], "--variance needs --factors", "--variance demande --factors"),
        (&["--without", "contrails"], "--without needs --view", "--without demande --view"),
    ] {
        for (language, said) in [("en", en), ("fr", fr)] {
            let refusal = refused("magazine.json", &[arguments, &["--lang", language]].concat());
            assert!(refusal.contains(said), "{refusal}");
        }
    }
}

#[test]
fn an_extract_has_a_folder_of_its_own_and_all_of_its_files() {
    let film = &fixtures()[10];
    let folder = file("kept", b"").replace("kept", "kept-rows");
    let _fresh = fs::remove_dir_all(&folder);
    assert_eq!(printed(film, &["--extract", &folder]), "");
    for (language, said) in [("en", "is not empty"), ("fr", "ce dossier n’est pas vide")] {
        let refusal = refused(film.name, &["--extract", &folder, "--lang", language]);
        assert!(refusal.contains(said) && refusal.contains(&folder), "{refusal}");
    }
    let from = |language: &str| refused(film.name, &["--from", &folder, "--lang", language]);
    fs::remove_file(format!("{folder}/0/keys.csv")).unwrap();
    let said = from("en");
    assert!(said.contains("0/keys.csv") && said.contains("the file is missing, or it is empty"), "{said}");
    assert!(!said.contains("missing-column"), "{said}");
    fs::remove_file(format!("{folder}/extract.csv")).unwrap();
    assert!(from("fr").contains("extract.csv:1 : le fichier manque"), "{}", from("fr"));
    fs::write(format!("{folder}/extract.csv"), b"\xff").unwrap();
    assert!(from("fr").contains("extract.csv : n’est pas du texte UTF-8"), "{}", from("fr"));
    let _gone = fs::remove_dir_all(&folder);
    assert!(from("fr").contains("kept-rows : n’existe pas"), "{}", from("fr"));
}

/// What is stored today holds with the rows of its extract alone: without the bundled tables and the shoot's own.
#[test]
fn a_stored_result_is_verified_from_its_extract() {
    for fixture in fixtures() {
        let stored = file("replayed.json", printed(&fixture, &["--json"]).as_bytes());
        let folder = stored.replace("replayed.json", &format!("extract-{}", fixture.name));
        let _fresh = fs::remove_dir_all(&folder);
        assert_eq!(printed(&fixture, &["--extract", &folder]), "");
        let alone = Fixture { factors: None, ..fixture };
        let said = printed(&alone, &["--from", &folder, "--verify", &stored, "--lang", "fr"]);
        assert!(said.starts_with("le résultat est confirmé") && said.contains("extrait "), "{said}");
    }
}

#[test]
fn views_as_text_and_as_json() {
    for fixture in fixtures() {
        let footprint: Value = serde_json::from_str(&printed(&fixture, &["--summary"])).unwrap();
        for name in ["post", "section", "phase", "country", "kind", "work", "part", "gas"] {
            assert!(!printed(&fixture, &["--view", name, "--lang", "fr"]).is_empty());
            let view: Value = serde_json::from_str(&printed(&fixture, &["--view", name, "--json"])).unwrap();
            assert_eq!(view["view"], name);
            assert_eq!(view["total"], footprint["totals"][0]["kgco2e"]);
            assert!(footprint["views"].as_array().unwrap().contains(&view), "{name}");
        }
    }
    let film = &fixtures()[0];
    let without = ["--view", "post", "--without", "contrails", "--json"];
    let view: Value = serde_json::from_str(&printed(film, &without)).unwrap();
    assert_ne!(view["left_out"], "0");
}

/// A footprint that was written is read back by itself: without its production, its own tables or the bundled ones, by
/// a command that has none.
#[test]
fn a_stored_footprint_prints_what_its_production_prints() {
    for fixture in fixtures() {
        let stored = file(&format!("read-{}", fixture.name), printed(&fixture, &["--json"]).as_bytes());
        let said = |arguments: &[&str]| {
            let output = run(&[&[stored.as_str()][..], arguments].concat());
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            String::from_utf8(output.stdout).unwrap()
        };
        for language in ["fr", "en"] {
            let report = printed(&fixture, &["--lang", language]);
            assert_eq!(said(&["--lang", language]), report, "{}", fixture.name);
            assert_eq!(without_tables(&stored, language), report, "{}", fixture.name);
        }
        for arguments in [
            &["--json"][..],
            &["--summary"],
            &["--coverage", "--json"],
            &["--view", "section", "--json"],
            &["--view", "work", "--lang", "fr"],
        ] {
            assert_eq!(said(arguments), printed(&fixture, arguments), "{} {arguments:?}", fixture.name);
        }
        assert!(said(&["--audit", "--lang", "en"]).starts_with("every mass follows"));
    }
}

/// The report of a stored footprint by a command that is linked with no tables.
fn without_tables(stored: &str, language: &str) -> String {
    let output = Command::new(example("report")).args([stored, language]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// 120,000 kWh by 0.0519 is 6,228 kg: the first mass of the line is made 1 kg, whatever it was.
#[test]
fn a_forged_footprint_is_not_what_it_says() {
    let line = r#"{"id": "lamps", "what": {"electricity": {"energy": {"value": "120000", "unit": "kWh"}}}}"#;
    let header = r#""format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}"#;
    let production = file("lamps.json", format!(r#"{{{header}, "lines": [{line}]}}"#).as_bytes());
    let written = String::from_utf8(run(&[production.as_str(), "--json"]).stdout).unwrap();
    let mut forged: Value = serde_json::from_str(&written).unwrap();
    forged["products"][0]["masses"][0] = "1".into();
    let forged = file("forged-lamps.json", forged.to_string().as_bytes());
    let said = refused(&forged, &["--audit", "--lang", "en"]);
    assert!(said.starts_with("line lamps: 1 kgCO2e, where its terms and its factor give "), "{said}");
    assert!(refused(&forged, &["--audit", "--lang", "fr"]).starts_with("ligne lamps : 1 kgCO2e"));
    assert!(refused(&forged, &["--verify", &production, "--lang", "en"]).contains("needs a production"));
    let said = refused(&production, &["--verify", &forged, "--lang", "en"]);
    assert!(said.contains(r#"/products/0/masses/0: stored "1", computed "#), "{said}");
    let broken = file("broken.json", written.replace("\"request\":0", "\"request\":7").as_bytes());
    let said = refused(&broken, &["--lang", "fr"]);
    assert!(said.contains("[unknown-position] /products/0/request : "), "{said}");
}

#[test]
fn schemas_are_the_published_ones() {
    for (name, file) in [("input", "production"), ("footprint", "footprint"), ("output", "summary")] {
        let printed: Value = serde_json::from_slice(&run(&["--schema", name]).stdout).unwrap();
        let published = fs::read(path("../core/schema").join(format!("{file}.schema.json"))).unwrap();
        assert_eq!(printed, serde_json::from_slice::<Value>(&published).unwrap());
    }
}

#[test]
fn what_is_refused_ends_with_two_and_says_why() {
    let malformed = file("malformed.json", b"{\"format\": 1,\n \"kind\" \"news\"}");
    assert!(refused(&malformed, &["--lang", "en"]).contains("malformed-json"));
    let unknown = br#"{"format": 1, "kind": "news", "tittle": "a", "lines": []}"#;
    let unknown = file("unknown.json", unknown);
    let [fr, en] = ["fr", "en"].map(|language| refused(&unknown, &["--lang", language]));
    for (said, meant) in [(fr, "vouliez-vous dire « title »"), (en, "did you mean `title`")] {
        assert!(said.contains("unknown-field") && said.contains("/tittle") && said.contains(meant), "{said}");
        assert!(said.contains("no-lines"), "all problems at once: {said}");
    }
    let json: Value = serde_json::from_str(&refused(&unknown, &["--json"])).unwrap();
    assert_eq!(json["status"], "refused");
    assert_eq!(json["diagnostics"][0]["code"], "unknown-field");
    let bytes = file("bytes.json", b"\xff\xfe{}");
    assert!(refused(&bytes, &[]).contains("invalid-utf8"));
}

#[test]
fn what_cannot_be_opened_or_understood_ends_with_two() {
    assert!(refused("there-is-no-such-file.json", &[]).contains("there-is-no-such-file.json"));
    assert!(
        refused("magazine.json", &["--factors", "there-is-no-such-table.csv"]).contains("there-is-no-such")
    );
    assert!(refused("magazine.json", &["--lang", "de"]).contains("fr|en"));
    assert!(refused("magazine.json", &["--view", "colour"]).contains("post"));
    assert!(refused("magazine.json", &["--wat"]).contains("wat"));
    assert_eq!(run(&[]).status.code(), Some(2));
}

/// A row of the user's own that has a key and may not serve it is not passed over in silence.
#[test]
fn a_row_without_a_year_is_told() {
    let rows = b"id,key,place,unit,value,source\n\
                 named,,FR,kgCO2e/kWh,0.05,hand\nundated,energy.electricity,FR,kgCO2e/kWh,0.05,hand\n";
    let output = run(&["magazine.json", "--factors", &file("undated.csv", rows), "--lang", "en"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("undated.csv:3 undated: without a year") && said.lines().count() == 1, "{said}");
    assert_eq!(output.status.code(), Some(0));
}

/// A table of the user's own that is not sound is refused, with its file and line.
#[test]
fn a_table_that_is_not_sound_is_refused() {
    let table = file("wrong.csv", b"id,place,unit,value,source\nf,FR,kgCO2e/L,\"0,5\",hand\n");
    let said = refused("magazine.json", &["--factors", &table]);
    assert!(said.contains("invalid-value") && said.contains("wrong.csv:2"), "{said}");
}
