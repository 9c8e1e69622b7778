//! Key maps: an imported base serves the keys of the library, and gives what the bundled rows of the same
//! source give.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use claquette::import::{Import, SkipReason, base_carbone, desnz};
use claquette::{Account, Diagnostic, Footprint, Gas, Limits, Mass, Options, Part, References};
use claquette::{check_json, compute};
use claquette_conformance::{bundled, without_factors};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};

use crate::export::Export;

/// A key map of the crate of factors.
fn key_map(name: &str) -> &'static str {
    claquette_factors::KEY_MAPS.iter().find(|(file, _)| *file == name).expect("a key map").1
}

fn codes(import: Result<Import, Vec<Diagnostic>>) -> Vec<(&'static str, String)> {
    let problems = import.map(|_| ()).expect_err("the key map was taken");
    problems.iter().map(|problem| (problem.code(), problem.location.to_string())).collect()
}

const FLAT: &str = "\
ID,Scope,Level 1,Level 2,Level 3,Level 4,Column Text,UOM,GHG/Unit,GHG Conversion Factor 2024
1_1_1_11_1,Scope 3,Business travel- air,Flights,With RF,,,passenger.km,kg CO2e,0.27257
1_1_1_11_2,Scope 3,Business travel- air,Flights,With RF,,,passenger.km,kg CO2e of CO2 per unit,0.27101
1_1_2_11_1,Scope 3,Business travel- air,Flights,Without RF,,,passenger.km,kg CO2e,0.16098
1_1_2_11_2,Scope 3,Business travel- air,Flights,Without RF,,,passenger.km,kg CO2e of CO2 per unit,0.15942
2_1_2_11_1,Scope 3,WTT- business travel- air,Flights,WTT,,,passenger.km,kg CO2e,0.0335
3_1_1_8_1,Scope 1,Fuels,Liquid fuels,Diesel,,,litres,kg CO2e,2.5
99_1_1_8_2,Outside of Scopes,Outside of scopes,Fuels,Diesel,,,litres,kg CO2e of CO2 per unit,0.16
,END,,,,,,,,
";

fn flat() -> Import {
    desnz("flat.csv", FLAT.as_bytes(), &without_factors()).expect("a sound file")
}

#[test]
fn a_row_gets_the_name_and_the_keys_of_the_map() {
    let map = "id,key,row,place,name_en,biogenic\n\
               diesel,energy.generator.diesel transport.car-fuel.diesel,3_1_1_8_1,FR,Diesel,99_1_1_8_2\n";
    let import = flat().with_keys("map.csv", map).unwrap();
    let set = without_factors().with_set("desnz", &import.csv()).unwrap();
    let factor = set.factor("diesel").unwrap();
    assert_eq!((factor.value.to_string(), factor.raw.as_str()), ("2.5".into(), "2.5"));
    assert_eq!((factor.place.as_str(), factor.label(claquette::Language::En)), ("FR", "Diesel"));
    // It has taken the place of the row: there are still four factors.
    assert_eq!((set.factors().count(), set.factor("desnz.3_1_1_8_1")), (4, None));
    // 100 L × 2.5 kg, and × 0.16 kg of biogenic CO2 beside it.
    let line = json!({"id": "a", "what": {"generator": {"fuel": "diesel", "volume": amount("100", "L")}}});
    let footprint = footprint(&set, &[line]);
    assert_eq!(footprint.total(Account::Counted).kilograms().to_string(), "250");
    assert_eq!(footprint.total(Account::Biogenic).kilograms().to_string(), "16");
}

#[test]
fn a_negative_row_serves_no_key() {
    let rows = "29_1_1_13_1,Scope 3,Hotel stay,Hotel stay,France,,,Room per night,kg CO2e,-6.7\n,END,";
    let base = FLAT.replacen(",END,", rows, 1);
    let map = "id,key,row\nhotel,accommodation.hotel,29_1_1_13_1\n";
    let import = desnz("flat.csv", base.as_bytes(), &without_factors()).expect("a sound file");
    let import = import.with_keys("map.csv", map).unwrap();
    let unserved: Vec<_> = import.unserved.iter().map(|row| (row.line, &*row.id, row.reason)).collect();
    assert_eq!(unserved, [(2, "29_1_1_13_1", SkipReason::Negative)]);
    let set = bundled().with_set("desnz", &import.csv()).unwrap();
    let what = json!({"hotel": {"rooms": "1", "nights": "2"}});
    let stay = |line: Value| {
        let footprint = footprint(&set, &[line]);
        let total = |account| footprint.total(account).kilograms().to_string();
        (total(Account::Counted), total(Account::Avoided))
    };
    // The bundled 6.7 kg of a night in France serve the key: 2 × 6.7; the row that is named is its own −6.7.
    assert_eq!(stay(json!({"id": "a", "what": what})), ("13.4".into(), "0".into()));
    assert_eq!(stay(json!({"id": "a", "what": what, "factor": "hotel"})), ("0".into(), "-13.4".into()));
}

#[test]
fn a_factor_is_composed_of_rows_exactly() {
    // Contrails are 0.27257 − 0.16098 = 0.11159, of other gas 0.27101 − 0.15942 = 0.11159.
    // In all 0.16098 + 0.11159 + 0.0335 = 0.30607.
    let map = "id,key,row,parts\nflight,transport.plane.domestic.average,,\
               combustion@1_1_2_11_1 combustion/co2@1_1_2_11_2 \
               contrails@1_1_1_11_1-1_1_2_11_1 contrails/other@1_1_1_11_2-1_1_2_11_2 upstream@2_1_2_11_1\n";
    let import = flat().with_keys("map.csv", map).unwrap();
    let set = without_factors().with_set("desnz", &import.csv()).unwrap();
    let factor = set.factor("flight").unwrap();
    assert_eq!((factor.value.to_string(), factor.raw.as_str()), ("0.30607".into(), ""));
    assert_eq!(factor.unit.to_string(), "passenger.km");
    let parts =
        "combustion=0.16098 combustion/co2=0.15942 contrails=0.11159 contrails/other=0.11159 upstream=0.0335";
    assert!(import.csv().contains(parts), "{}", import.csv());
    // The rows that it is made of are factors of their own, too.
    assert_eq!(set.factors().count(), 5);
}

#[test]
fn what_the_import_does_not_have_is_listed() {
    let map = "id,key,row,parts\n\
               a,energy.generator.diesel,9_9_9_9_1,\n\
               b,energy.generator.petrol,,combustion@3_1_1_8_1 upstream@9_9_9_8_1\n";
    let import = flat().with_keys("map.csv", map).unwrap();
    let unserved: Vec<_> =
        import.unserved.iter().map(|row| (row.line, row.id.as_str(), row.reason)).collect();
    let reason = SkipReason::NotInImport;
    assert_eq!(unserved, [(2, "9_9_9_9_1", reason), (3, "9_9_9_8_1", reason)]);
    assert_eq!(import.elements, flat().elements);
}

/// Litres serve no key of kWh, and litres and passenger.km do not add up: these rows are listed, and all others serve.
#[test]
fn a_row_in_another_unit_leaves_the_others_as_they_are() {
    let map = "id,key,row,parts\n\
               a,energy.heating.gas,3_1_1_8_1,\n\
               b,energy.generator.diesel,,combustion@3_1_1_8_1 upstream@2_1_2_11_1\n\
               c,energy.generator.diesel energy.heating.gas,3_1_1_8_1,\n";
    let import = flat().with_keys("map.csv", map).unwrap();
    let unserved: Vec<_> =
        import.unserved.iter().map(|row| (row.line, row.id.as_str(), row.reason)).collect();
    let reason = SkipReason::OtherUnit;
    assert_eq!(unserved, [(2, "3_1_1_8_1", reason), (3, "2_1_2_11_1", reason), (4, "3_1_1_8_1", reason)]);
    let set = without_factors().with_set("desnz", &import.csv()).unwrap();
    let served = |id: &str| set.keys_of(set.factor(id).unwrap()).collect::<Vec<_>>();
    assert_eq!((served("a"), served("c")), (vec![], vec!["energy.generator.diesel"]));
}

/// The same bytes make the same set, whatever the file is called and wherever it lies; other bytes another.
#[test]
fn an_import_depends_on_its_bytes_alone() {
    let import = |file: &str, text: &str| desnz(file, text.as_bytes(), &without_factors()).unwrap().csv();
    assert_eq!(import("flat.csv", FLAT), import("C:/Downloads/flat (1).csv", FLAT));
    assert_ne!(import("flat.csv", FLAT), import("flat.csv", &FLAT.replace("0.0335", "0.0336")));
}

#[test]
fn a_key_map_that_is_wrong_is_refused() {
    let map =
        |row: &str| codes(flat().with_keys("map.csv", &["id,key,row,parts,status\n", row, "\n"].concat()));
    assert_eq!(map("a,,3_1_1_8_1,upstream@3_1_1_8_1,"), [("choose-one", "map.csv:2:row".to_string())]);
    assert_eq!(map("a,,,,"), [("choose-one", "map.csv:2:row".to_string())]);
    assert_eq!(map(",,3_1_1_8_1,,"), [("invalid-value", "map.csv:2:id".to_string())]);
    assert_eq!(map("a,,3_1_1_8_1,,dubious"), [("invalid-value", "map.csv:2:status".to_string())]);
    assert_eq!(map("a,,,aval@3_1_1_8_1,"), [("invalid-value", "map.csv:2:parts".to_string())]);
    assert_eq!(map("a,,,upstream,"), [("invalid-value", "map.csv:2:parts".to_string())]);
    // 250 and 10⁻²⁸, in one part, would take 31 digits.
    let exact = FLAT
        .replace("kg CO2e,0.0335", "kg CO2e,0.0000000000000000000000000001")
        .replace("kg CO2e,2.5", "kg CO2e,250");
    let base = desnz("flat.csv", exact.as_bytes(), &without_factors()).expect("a valid file");
    let row = "id,key,row,parts\na,,,upstream@3_1_1_8_1 upstream@2_1_2_11_1\n";
    assert_eq!(codes(base.with_keys("map.csv", row)), [("overflow", "map.csv:2:parts".to_string())]);
    let twice = "a,,3_1_1_8_1,,\na,,2_1_2_11_1,,";
    assert_eq!(map(twice), [("duplicate-row", "map.csv:3:id".to_string())]);
    assert_eq!(
        codes(flat().with_keys("map.csv", "id,key\n")),
        [("missing-column", "map.csv:1:row".to_string())]
    );
}

/// What an editor or a spreadsheet puts into a key map.
const BITS: &[&str] =
    &["@", "/", "+", "-", "=", ",", "\"", "\n", " ", "1_1_1_11_1", "3_1_1_8_1", "combustion@", "é", "9"];

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1895),
        ..ProptestConfig::default()
    })]

    /// Whatever is done to a key map, it is refused with line and column, or the import stays whole.
    #[test]
    fn an_edited_key_map(edits in prop::collection::vec((any::<Index>(), 0..6_usize, select(BITS)), 1..6)) {
        let map = "id,key,row,parts,biogenic\na,energy.generator.diesel,3_1_1_8_1,,99_1_1_8_2\n\
                   b,,,combustion@1_1_2_11_1 contrails@1_1_1_11_1-1_1_2_11_1 upstream@2_1_2_11_1,\n";
        let mut letters: Vec<char> = map.chars().collect();
        for (at, dropped, new) in edits {
            let at = at.index(letters.len());
            let end = (at + dropped).min(letters.len());
            letters.splice(at..end, new.chars());
        }
        match flat().with_keys("map.csv", &letters.into_iter().collect::<String>()) {
            Ok(import) => prop_assert!(import.elements.len() >= flat().elements.len()),
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                for problem in problems {
                    prop_assert!(problem.is_error() && problem.location.to_string().starts_with("map.csv:"));
                }
            }
        }
    }
}

/// The base of a later year has other values under the same rows: the same key map serves it.
#[test]
fn the_base_of_another_year_serves_without_code() {
    let base = |total: &str, year: &str| {
        let cells = [("Nom attribut français", year)];
        Export::new().element("43256", "kgCO2e/passager.km", total, &cells).import()
    };
    let line = json!({"id": "a", "what": {"train": {
        "distance": amount("100", "km"), "passengers": 10, "service": "high-speed"}}});
    // 100 km × 10 passengers × 0.00293 kg, or × 0.002 kg.
    for (total, year, mass) in [("0,00293", "2022", "2.93"), ("0,002", "2027", "2")] {
        let import = base(total, year).with_keys("base-carbone.csv", key_map("base-carbone.csv")).unwrap();
        let set = without_factors().with_set("Base Carbone", &import.csv()).unwrap();
        let footprint = footprint(&set, std::slice::from_ref(&line));
        assert_eq!(footprint.total(Account::Counted).kilograms().to_string(), mass);
        assert_eq!(import.unserved.len(), 400); // the map has 401 rows
    }
}

/// The key maps name the rows of the bundled factors, all of them and no others.
#[test]
fn the_key_maps_have_the_rows_of_the_bundled_factors() {
    for (file, source) in [
        ("base-carbone.csv", "ademe-base-carbone-23.6"),
        ("desnz.csv", "desnz-2024"),
        ("desnz.csv", "desnz-2025"),
        ("desnz.csv", "desnz-2026"),
    ] {
        let mapped: BTreeSet<String> =
            key_map(file).lines().skip(1).map(|line| line.split(',').next().unwrap().to_string()).collect();
        let references = bundled();
        let factors = references.factors().filter(|factor| factor.source.id == source);
        // The map of a base whose rows keep their names over the years has no year in its identifiers.
        let edition = format!(".{}.desnz", source.trim_start_matches("desnz-"));
        let ids: BTreeSet<String> = factors.map(|factor| factor.id.replace(&edition, ".desnz")).collect();
        assert_eq!(mapped, ids, "{file}");
    }
}

/// The folder with the exports of the sources, which are not shipped.
fn sources() -> Option<PathBuf> {
    let folder = std::env::var_os("CLAQUETTE_SOURCES").map(PathBuf::from);
    if folder.is_none() {
        println!("skipped: CLAQUETTE_SOURCES names no folder with the exports of the sources");
    }
    folder
}

/// The bundled tables with an export and its key map over them.
fn over_bundled(import: Result<Import, Vec<Diagnostic>>, map: &str) -> (References, Import) {
    let import = import.and_then(|import| import.with_keys(map, key_map(map))).expect("a sound export");
    (bundled().with_set(map, &import.csv()).expect("a sound set"), import)
}

/// Each imported factor gives, in all accounts, parts and gases, what the bundled one of the same row gives.
fn assert_same(
    references: &References,
    import: &Import,
    source: &str,
    name: impl Fn(&str) -> String,
) -> usize {
    let bundled = bundled();
    let mut compared = 0;
    for ours in bundled.factors().filter(|factor| factor.source.id == source) {
        let Some(theirs) = references.factor(&name(&ours.id)).filter(|factor| factor.source != ours.source)
        else {
            let named = |row: &&str| import.unserved.iter().any(|unserved| unserved.id == **row);
            assert!(ours.source_row.split(' ').any(|row| named(&row)), "{} is not served", ours.id);
            continue;
        };
        assert_eq!(
            (theirs.value, theirs.unit, &theirs.raw),
            (ours.value, ours.unit, &ours.raw),
            "{}",
            ours.id
        );
        assert_eq!((theirs.year, theirs.valid_until), (ours.year, ours.valid_until), "{}", ours.id);
        assert_eq!((&theirs.place, theirs.boundary), (&ours.place, ours.boundary), "{}", ours.id);
        assert_eq!(theirs.uncertainty, ours.uncertainty, "{}", ours.id);
        let line = |factor: &str| {
            json!({"id": "a", "factor": factor, "place": ours.place,
                   "what": {"custom": {"quantity": amount("7", &ours.unit.to_string())}}})
        };
        let one = ledger(&footprint(references, &[line(&theirs.id)]));
        assert_eq!(one, ledger(&footprint(&bundled, &[line(&ours.id)])), "{}", ours.id);
        compared += 1;
    }
    compared
}

#[test]
fn an_import_of_the_base_carbone_gives_what_the_bundled_rows_give() {
    let Some(folder) = sources() else { return };
    let bytes = fs::read(folder.join("base_carbone_v23_6_994_rows_cp1252.csv")).expect("the 994 rows");
    let import = base_carbone("994.csv", &bytes, &without_factors());
    let (references, import) = over_bundled(import, "base-carbone.csv");
    let compared = assert_same(&references, &import, "ademe-base-carbone-23.6", str::to_string);
    // 378 rows of the map, 46 of which are not among the 994.
    assert_eq!((compared, import.unserved.len()), (332, 46));

    // A small production resolves by key, place and year in the import as in the bundled set.
    let lines = [
        json!({"id": "train", "what": {"train": {"distance": amount("623", "km"), "passengers": 12, "service": "intercity"}}}),
        json!({"id": "grid", "what": {"electricity": {"energy": amount("1200", "kWh")}}}),
        json!({"id": "grid in Réunion", "place": "RE", "what": {"electricity": {"energy": amount("90", "kWh")}}}),
        json!({"id": "diesel", "what": {"generator": {"fuel": "diesel", "volume": amount("88", "L")}}}),
        json!({"id": "meals", "what": {"meals": {"meals": "40", "diet": "vegetarian"}}}),
        json!({"id": "steel", "what": {"material": {"material": "steel", "mass": amount("0.2", "t"), "origin": "new"}}}),
    ];
    let ours = footprint(&bundled(), &lines);
    let theirs = footprint(&references, &lines);
    assert_eq!(ledger(&theirs), ledger(&ours));
    let of_import = theirs
        .factors
        .iter()
        .filter(|used| theirs.source_of(used).is_some_and(|of| of.id.contains("994.csv")))
        .count();
    assert!(of_import >= 4, "{of_import} of {} factors are of the import", theirs.factors.len());
}

#[test]
fn an_import_of_the_british_factors_gives_what_the_bundled_rows_give() {
    let Some(folder) = sources() else { return };
    for (year, file) in [
        ("2024", "desnz_2024_flat.csv"),
        ("2025", "2026/desnz_2025_flat.csv"),
        ("2026", "2026/desnz_2026_flat_rebuilt_from_full_set_v1.csv"),
    ] {
        let mut bytes = fs::read(folder.join(file)).expect("the flat file");
        // As CSV the later ones were written without the row that ends the sheet.
        if year != "2024" {
            bytes.extend(b",END,,,,,,,,\n");
        }
        let (references, import) = over_bundled(desnz("flat.csv", &bytes, &without_factors()), "desnz.csv");
        let edition = format!(".{year}.desnz");
        let name = |id: &str| id.replace(&edition, ".desnz");
        let compared = assert_same(&references, &import, &format!("desnz-{year}"), name);
        assert_eq!((compared, import.unserved.len()), (482, 0), "{year}");
    }
}

fn amount(value: &str, unit: &str) -> Value {
    json!({"value": value, "unit": unit})
}

#[track_caller]
fn footprint(references: &References, lines: &[Value]) -> Footprint {
    let production =
        json!({"format": 1, "kind": "documentary", "place": "FR", "period": {"year": 2024}, "lines": lines});
    let checked = check_json(production.to_string().as_bytes(), references, &Limits::default());
    let production = checked.production.unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
    compute(&production, references, &Options::default()).unwrap_or_else(|no| panic!("{:?}", no.diagnostics))
}

/// The entries of a ledger, without which factor gave them.
fn ledger(footprint: &Footprint) -> Vec<(u32, Account, Part, Gas, Mass)> {
    let mut entries: Vec<_> = footprint
        .entries()
        .map(|entry| (entry.line.0, entry.account, entry.part, entry.gas, entry.mass))
        .collect();
    entries.sort();
    entries
}
