//! A look into the factors.

use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::LazyLock;

use claquette_conformance::path;

use crate::{example, file};

static FACTORS: LazyLock<PathBuf> = LazyLock::new(|| example("factors"));

/// A small export in the layout of the Base Carbone, of the columns that are read.
const EXPORT: &str = "\
Type Ligne;Identifiant de l'élément;Structure;Type de l'élément;Statut de l'élément;Nom base français;Nom base anglais;Nom attribut français;Nom attribut anglais;Nom frontière français;Nom frontière anglais;Code de la catégorie;Unité français;Programme;Source;Localisation géographique;Sous-localisation géographique français;Date de modification;Période de validité;Incertitude;Type poste;Nom poste français;Total poste non décomposé;CO2f;CH4f;CH4b;N2O;Code gaz supplémentaire 1;Valeur gaz supplémentaire 1;Code gaz supplémentaire 2;Valeur gaz supplémentaire 2;Code gaz supplémentaire 3;Valeur gaz supplémentaire 3;Code gaz supplémentaire 4;Valeur gaz supplémentaire 4;Code gaz supplémentaire 5;Valeur gaz supplémentaire 5;Autres GES;CO2b
Elément;43256;élément non décomposé;Facteur d'émission;Valide générique;TGV;;2022;;;;;kgCO2e/passager.km;;;France continentale;;01/02/2025;;;;;0,002051;;;;;;;;;;;;;;;;
Elément;9;élément non décomposé;Facteur d'émission;Archivé;TGV;;2010;;;;;kgCO2e/passager.km;;;France continentale;;01/02/2015;;;;;0,0036;;;;;;;;;;;;;;;;
";

/// What is said of a key map whose only row of the export is that of the TGV: the lines before and after it.
fn absent_rows() -> String {
    let map = claquette_factors::KEY_MAPS.iter().find(|(name, _)| *name == "base-carbone.csv").unwrap().1;
    let (last, tgv) =
        (map.lines().count(), map.lines().position(|line| line.contains(",43256,")).unwrap() + 1);
    let lines = format!("base-carbone.csv, lignes 2–{}, {}–{last}\n", tgv - 1, tgv + 1);
    format!("{:>7}  la table de clés la nomme, la base importée ne l’a pas\u{a0}: {lines}", last - 2)
}

fn run(arguments: &[&str]) -> Output {
    Command::new(&*FACTORS).current_dir(path("productions")).args(arguments).output().unwrap()
}

#[track_caller]
fn printed(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_five_commands_print() {
    let export = file("base.csv", EXPORT.as_bytes());
    let absent = absent_rows();
    assert!(printed(&["stats"]).contains("energy.electricity"));
    assert!(printed(&["search", "hotel", "london"]).starts_with("hotel.gb-lnd.2026.desnz  11.5 "));
    assert!(
        printed(&["show", "train.fr.tgv.2022.ademe", "--lang", "fr"])
            .starts_with("TGV, 2022\u{a0}: 0,00293 ")
    );
    let import = printed(&["import", &export, "--lang", "fr"]);
    assert!(import.contains("      1  facteurs\n") && import.contains("archivé par la source"), "{import}");
    assert!(import.contains(&absent), "{import}");
    // The bundled 0.00293 becomes 0.002051: × 0.7, that is 30 % less.
    let diff = printed(&["diff", "bundled", &export]);
    assert!(diff.contains("~ train.fr.tgv.2022.ademe  value 0.00293 → 0.002051 (-30%)"), "{diff}");
}

/// The magazine travels by TGV: another value of its factor is another mass of that line, and of no other.
#[test]
fn a_review_says_what_a_change_does_to_a_production() {
    let csv = "id,key,place,year,unit,value,source\n\
               tgv,transport.train.high-speed,FR,2022,kgCO2e/passenger.km,0.00586,hand\n";
    let set = file("review.csv", csv.as_bytes());
    let review = printed(&["review", &set, "magazine.json", "feature-film.json"]);
    let changed: Vec<&str> = review.lines().filter(|line| line.starts_with("  ~ ")).collect();
    // 0.00586 is twice 0.00293.
    assert!(!changed.is_empty(), "{review}");
    for line in changed {
        assert!(line.contains("(+100%)") && line.ends_with("train.fr.tgv.2022.ademe → tgv"), "{line}");
    }
    assert!(review.contains("magazine.json\n") && review.contains("feature-film.json\n"));
}

#[test]
fn an_import_prints_a_set_that_it_takes_again() {
    let csv = printed(&["import", &file("whole.csv", EXPORT.as_bytes()), "--csv"]);
    let set = file("set.csv", csv.as_bytes());
    assert!(printed(&["import", &set]).contains("      1  factors"));
    assert!(
        printed(&["show", "base-carbone.43256", "--with", &set]).contains("0.002051 kgCO2e per passenger.km")
    );
}

#[test]
fn the_rows_of_a_set_that_serve_no_key_are_told() {
    let rows = "id,key,place,year,unit,value,status,source\n\
                a,energy.electricity,FR,2024,kgCO2e/kWh,0.05,,hand\n\
                b,,FR,2024,kgCO2e/kWh,0.05,,hand\n\
                c,,FR,2024,kgCO2e/kWh,0.05,,hand\n\
                d,energy.electricity,FR,,kgCO2e/kWh,0.05,,hand\n\
                e,energy.electricity,FR,2023,kgCO2e/kWh,0.05,suspect,hand\n";
    let set = file("unserved.csv", rows.as_bytes());
    let import = printed(&["import", &set]);
    let lines: Vec<&str> = import.lines().collect();
    assert_eq!(lines[0], "      5  factors");
    // The second row is on line 3, after the header.
    for (line, (count, why, rows)) in lines[1..].iter().zip([
        ("2", "without a key", "lines 3–4"),
        ("1", "without a year", "lines 5"),
        ("1", "marked suspect", "lines 6"),
    ]) {
        assert!(line.trim_start().starts_with(count) && line.contains(why) && line.ends_with(rows), "{line}");
    }
    assert_eq!(lines.len(), 4);
}

#[test]
fn what_is_refused_or_not_found_ends_with_two() {
    let broken = file("broken.csv", EXPORT.replace("0,002051", "=A1").as_bytes());
    let workbook = file("book.csv", b"PK\x03\x04\x14\0\x06\0");
    for (arguments, says) in [
        (vec!["import", &broken], "broken.csv:2:Total poste non décomposé"),
        (vec!["import", "there-is-no-such-file.csv"], "there-is-no-such-file.csv"),
        (vec!["search", "zyxwvut"], "nothing is found for “zyxwvut”"),
        (vec!["show", "no.such.factor"], "no.such.factor"),
        (vec!["import", &workbook], "book.csv:1: the file is in the format of a workbook (xlsx)"),
        (vec!["show"], "usage"),
        (vec!["review", "bundled"], "usage"),
        (vec!["review", "bundled", &broken], "this is not JSON"),
        (vec![], "usage"),
        (vec!["stats", "--lang", "de"], "fr|en"),
    ] {
        let output = run(&arguments);
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said.contains(says), "{arguments:?}: {said}");
    }
}

/// Names and identifiers are printed on one line, whatever they hold.
#[test]
fn what_is_printed_moves_no_cursor() {
    let csv = "id,key,place,year,unit,value,source,name_en\n\
               \"a\u{1b}[2J\nb\",,FR,2022,kgCO2e/kWh,1,\"s\u{9b}\",\"zeppelin\u{202e}\u{2028}c\"\n";
    let set = file("poison.csv", csv.as_bytes());
    let found = printed(&["search", "zeppelin", "--with", &set]);
    assert_eq!(found, "a [2J b  1 kgCO2e/kWh  FR 2022  zeppelin  c\n");
    assert!(printed(&["stats", "--with", &set]).contains("      1  s \n"));
    let missing = run(&["show", "\u{1b}[2J"]);
    assert!(String::from_utf8(missing.stdout).unwrap().ends_with("no factor is called  [2J\n"));
}
