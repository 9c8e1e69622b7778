//! What callers can make large in exports of published bases, and in key maps.

use std::hint::black_box;

use claquette::Language;
use claquette::import::FactorBase;
use claquette::output::{ImportedBase, Output};

use super::{Dimension, Probe, tables};

/// The columns of the export of the Base Carbone that are read.
const BASE_CARBONE: &str = "Type Ligne;Identifiant de l'élément;Structure;Type de l'élément;Statut de l'élément;\
    Nom base français;Nom base anglais;Nom attribut français;Nom attribut anglais;Nom frontière français;\
    Nom frontière anglais;Code de la catégorie;Unité français;Programme;Source;Localisation géographique;\
    Sous-localisation géographique français;Date de modification;Période de validité;Incertitude;Type poste;\
    Nom poste français;Total poste non décomposé;CO2f;CH4f;CH4b;N2O;Code gaz supplémentaire 1;\
    Valeur gaz supplémentaire 1;Code gaz supplémentaire 2;Valeur gaz supplémentaire 2;Code gaz supplémentaire 3;\
    Valeur gaz supplémentaire 3;Code gaz supplémentaire 4;Valeur gaz supplémentaire 4;Code gaz supplémentaire 5;\
    Valeur gaz supplémentaire 5;Autres GES;CO2b";

/// The columns of the British flat file.
const DESNZ: &str =
    "ID,Scope,Level 1,Level 2,Level 3,Level 4,Column Text,UOM,GHG/Unit,GHG Conversion Factor 2024";

/// An element of the Base Carbone and a part of it: its identifier, a text for its free cells, a unit, and what stands
/// after its last cell.
fn element(id: &str, text: &str, unit: &str, more: &str) -> String {
    let element = format!(
        "Elément;{id};élément décomposé par poste et par gaz;Facteur d'émission;Valide générique;{text};;{text};;;;{text};\
         kgCO2e/{unit};{text};{text};Outre-mer;{text};04/01/2022;{text};10;;;2,5;2;0,5;;;{text};;;;;;;;;;;{more}\n"
    );
    let part = format!(
        "Poste;{id};;Facteur d'émission;Valide générique;;;;;;;;;;;;;;;;Combustion;{text};2,5;2;0,5;;;;;;;;;;;;;;0,1{more}\n"
    );
    [element, part].concat()
}

/// A factor of the British file and a gas of it.
fn factor(stem: &str, text: &str, unit: &str, more: &str) -> String {
    format!(
        "{stem}_1,Scope 1,{text},{text},{text},,{text},{unit},kg CO2e,2.5{more}\n\
         {stem}_2,Scope 1,{text},{text},{text},,{text},{unit},kg CO2e of CO2 per unit,2.4{more}\n"
    )
}

/// Everything that is done with an export and a key map of its base.
fn all_of(export: &str, map: Option<&str>, probe: &mut Probe<'_>) {
    let references = tables();
    let base = FactorBase::of(export.as_bytes()).expect("the header of a base");
    probe("input");
    let import = base.read("base.csv", export.as_bytes(), &references);
    probe("FactorBase::read");
    if let Ok(import) = import {
        for anomaly in &import.anomalies {
            black_box((anomaly.message(Language::Fr), anomaly.message(Language::En)));
        }
        probe("Anomaly::message");
        let import = match map {
            Some(map) => import.with_keys("map.csv", map),
            None => Ok(import),
        };
        probe("Import::with_keys");
        black_box(import.map(|import| references.clone().with_set("base", &import.csv()).is_ok()).is_ok());
        probe("with_set");
    }
    let name = match base {
        FactorBase::BaseCarbone => "base-carbone.csv",
        FactorBase::Desnz => "desnz.csv",
    };
    let maps: Vec<_> = map.map(|map| (name, map)).into_iter().collect();
    black_box(
        ImportedBase::read("base.csv", export.as_bytes(), &maps, &references)
            .map(|base| base.to_json())
            .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())
            .is_ok(),
    );
    probe("ImportedBase");
}

/// Everything that is done with an export of each base.
fn all_of_both(columns: &str, rows: usize, row: impl Fn(usize) -> (String, String), probe: &mut Probe<'_>) {
    let (carbone, desnz): (Vec<String>, Vec<String>) = (0..rows).map(row).unzip();
    all_of(&[BASE_CARBONE, &columns.replace(',', ";"), "\n", &carbone.concat()].concat(), None, probe);
    let end = [",END,,,,,,,,", &columns.replace(|letter| letter != ',', ""), "\n"].concat();
    all_of(&[DESNZ, columns, "\n", &desnz.concat(), &end].concat(), None, probe);
}

/// An export of the British base with so many factors, and a key map.
fn all_of_map(factors: usize, map: &str, probe: &mut Probe<'_>) {
    let rows: String = (0..factors).map(|at| factor(&format!("1_{at}"), "Fuels", "litres", "")).collect();
    let export = [DESNZ, "\n", &rows, ",END,,,,,,,,\n"].concat();
    all_of(&export, Some(map), probe);
}

pub(super) const DIMENSIONS: &[Dimension] = &[
    Dimension {
        name: "rows of an export",
        run: |n, probe| {
            let row = |at: usize| {
                let (id, stem) = (at.to_string(), format!("1_{at}"));
                (element(&id, "Hôtel", "kWh", ""), factor(&stem, "Fuels", "litres", ""))
            };
            all_of_both("", n, row, probe);
        },
    },
    Dimension {
        name: "rows of an export that are wrong",
        run: |n, probe| {
            let row = |at: usize| {
                let id = (at / 2).to_string();
                let carbone = element(&id, "Hôtel", "kWh", "").replace("Combustion", "Transport de rien");
                (carbone, factor(&id, "Fuels", "litres", "").replace("2.4", "1,006"))
            };
            all_of_both("", n, row, probe);
        },
    },
    Dimension {
        name: "letters of a cell of an export",
        run: |n, probe| {
            let text = "Hôtel 2019 - ".repeat(n);
            let row = |_| (element("1", &text, &text, ""), factor("1", &text, &text, ""));
            all_of_both("", 1, row, probe);
            let number = "9".repeat(n);
            let row = |_| {
                let [carbone, desnz] =
                    [element(&text, "Hôtel", "kWh", ""), factor(&text, "Fuels", "litres", "")];
                (
                    carbone.replace("2,5;2", &format!("2,{number};2")),
                    desnz.replace("2.5", &format!("2.{number}")),
                )
            };
            all_of_both("", 1, row, probe);
        },
    },
    Dimension {
        name: "columns of an export",
        run: |n, probe| {
            let columns: String = (0..n).map(|at| format!(",column {at}")).collect();
            let row = |at: usize| {
                let id = at.to_string();
                let [carbone, desnz] = [";".repeat(n), ",".repeat(n)];
                (element(&id, "Hôtel", "kWh", &carbone), factor(&id, "Fuels", "litres", &desnz))
            };
            all_of_both(&columns, 10, row, probe);
        },
    },
    Dimension {
        name: "rows of a key map",
        run: |n, probe| {
            let row = |at: usize| {
                let key = if at == 0 { "energy.generator.diesel" } else { "" };
                format!(
                    "a{at},{key},1_{at}_1,,\n\
                     b{at},,,combustion@1_{at}_1 upstream@1_{at}_1-1_{at}_2,\n\
                     c{at},,1_{at}_1,,1_{at}_2\nd{at},,9_{at}_1,,\n"
                )
            };
            let header = "id,key,row,parts,biogenic\n".to_string();
            all_of_map(n, &(0..n).map(row).fold(header, |text, row| text + &row), probe);
        },
    },
    Dimension {
        name: "rows of a key map that are wrong",
        run: |n, probe| {
            let header = "id,key,row,parts,status\n".to_string();
            let row = |at: usize| format!("a{},,1_{at}_1,wat@1_1_1,wat\n", at / 2);
            all_of_map(1, &(0..n).map(row).fold(header, |text, row| text + &row), probe);
        },
    },
    Dimension {
        name: "terms of one row of a key map",
        run: |n, probe| {
            let sum: Vec<String> = (0..n).map(|at| format!("1_{at}_1")).collect();
            let parts: Vec<String> = (0..n).map(|at| format!("combustion@1_{at}_1-1_{at}_2")).collect();
            let (sum, parts) = (sum.join("+"), parts.join(" "));
            let map = format!("id,key,row,parts,biogenic\na,,,combustion@{sum},{sum}\nb,,,{parts},\n");
            all_of_map(n, &map, probe);
        },
    },
];
