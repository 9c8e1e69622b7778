//! The Base Carbone: a synthetic export of the full shape with every trap, each expected value worked by hand.

use claquette::import::{AnomalyKind, Import, SkipReason, UnpricedReason};
use claquette::{Account, Boundary, Factor, Language, Term};
use claquette_conformance::without_factors;

use crate::export::{Export, read, windows_1252};

/// What is odd about a row.
fn odd(import: &Import, row: &str) -> Vec<AnomalyKind> {
    import.anomalies.iter().filter(|anomaly| anomaly.id == row).map(|anomaly| anomaly.kind).collect()
}

/// The cell of a column in the set of an import.
fn cell(import: &Import, row: &str, column: &str) -> String {
    let csv = import.csv();
    let mut lines = csv.lines();
    let at = lines.next().unwrap().split(',').position(|name| name == column).unwrap();
    let line = lines.find(|line| line.starts_with(&format!("base-carbone.{row},"))).unwrap();
    // Commas between quotes part no cells.
    let quoted = line.split('"').enumerate();
    let text: String =
        quoted.map(|(at, text)| if at % 2 == 1 { text.replace(',', "\0") } else { text.into() }).collect();
    text.split(',').nth(at).unwrap().replace('\0', ",")
}

/// The factor of a row, once the import is a set.
fn factor(import: &Import, row: &str) -> Factor {
    let references = without_factors().with_set("base", &import.csv()).expect("a sound set");
    references.factor(&format!("base-carbone.{row}")).expect("a factor").clone()
}

#[test]
fn an_element_keeps_what_its_source_says() {
    let import = Export::new()
        .element(
            "43256",
            "kgCO2e/passager.km",
            "0,00293",
            &[
                ("Nom base français", "TGV"),
                ("Nom base anglais", "High-speed train"),
                ("Nom attribut français", "2022"),
                ("Nom attribut anglais", "2022"),
                ("Code de la catégorie", "Transport de personnes > Ferroviaire"),
                ("Période de validité", "20/12/2024"),
                ("Incertitude", "20"),
            ],
        )
        .import();
    let factor = factor(&import, "43256");
    assert_eq!(factor.value.to_string(), "0.00293");
    assert_eq!((factor.raw.as_str(), factor.source_row.as_str()), ("0,00293", "43256"));
    assert_eq!((factor.unit.to_string(), factor.place.as_str()), ("passenger.km".to_string(), "FR"));
    assert_eq!((factor.year, factor.valid_until), (Some(2022), Some(2024)));
    assert_eq!(factor.uncertainty.unwrap().to_string(), "20");
    assert_eq!(factor.label(Language::Fr), "TGV, 2022");
    assert_eq!(factor.label(Language::En), "High-speed train, 2022");
    // The export is named by the beginning of its hash, wherever it lies and whatever it is called.
    let name = factor.source.name.as_str();
    assert!(
        name.starts_with("ADEME, Base Carbone, export ") && name.ends_with(", Licence Ouverte 2.0"),
        "{name}"
    );
    assert!(!name.contains("base.csv"), "{name}");
    assert_eq!(import.elements[0].line, 2);
    assert!(import.skipped.is_empty() && import.anomalies.is_empty());
    // 67 columns less the 39 that are read.
    assert_eq!(import.unread.len(), 28);
}

#[test]
fn a_comma_is_a_decimal_one() {
    // The base writes no thousands apart: 1,006 is one and six thousandths.
    let import = Export::new().element("1", "kgCO2e/kWh", "1,006", &[]).import();
    assert_eq!(cell(&import, "1", "value"), "1.006");
}

#[test]
fn utf_8_and_windows_1252_give_the_same() {
    let text = Export::new().element("1", "kgCO2e/kWh", "0,05", &[("Nom base français", "Été")]).text();
    let names = |bytes: &[u8]| read(bytes).unwrap().elements[0].name_fr.clone();
    assert_eq!(names(text.as_bytes()), "Été");
    assert_eq!(names(&windows_1252(&text)), "Été");
    assert_eq!(names(format!("\u{feff}{text}").as_bytes()), "Été");
    assert_eq!(names(text.replace('\n', "\r\n").as_bytes()), "Été");
}

#[test]
fn parts_of_one_kind_are_added_and_contrails_are_apart() {
    // Energie 5,24 + 3,11 = 8,35; the total rules: 0,25 of 20 is left, that is 1.25 %, more than half a one.
    let import = Export::new()
        .element("1", "kgCO2e/unité", "20", &[("Structure", "élément décomposé par poste")])
        .part("1", "Energie", "5,24", &[("Nom poste français", "Mise en forme")])
        .part("1", "Emissions fugitives", "11,4", &[("Nom poste français", "Trainées de condensation")])
        .part("1", "Energie", "3,11", &[("Nom poste français", "Assemblage")])
        .import();
    assert_eq!(cell(&import, "1", "parts"), "energy=8.35 contrails=11.4");
    assert_eq!(cell(&import, "1", "value"), "20");
    assert_eq!(odd(&import, "1"), [AnomalyKind::PartsTotal]);
    // 8.35 + 11.4 = 19.75.
    assert_eq!(
        import.anomalies[0].message(Language::Fr),
        "la somme des postes n’est pas le total (19,75 ≠ 20)"
    );
}

#[test]
fn the_code_of_a_gas_stands_in_the_element_and_its_value_in_the_part() {
    let import = Export::new()
        .element(
            "1",
            "kgCO2e/kWh",
            "0,781",
            &[
                ("Structure", "élément décomposé par poste et par gaz"),
                ("Code gaz supplémentaire 2", "SF6"),
                ("Valeur gaz supplémentaire 2", "0,00826"),
            ],
        )
        .part("1", "Combustion à la centrale", "0,773", &[("CO2f", "0,765"), ("N2O", "8E-3")])
        .part("1", "Transport et distribution", "0,00826", &[("Valeur gaz supplémentaire 2", "8,26e-3")])
        .import();
    // 8E-3 is 0.008 and 8,26e-3 is 0.00826. 0.773 + 0.00826 = 0.78126: 0.03 % apart from 0.781.
    let parts = "generation=0.773 generation/co2=0.765 generation/n2o=0.008 transmission=0.00826 transmission/sf6=0.00826";
    assert_eq!(cell(&import, "1", "parts"), parts);
    assert!(import.anomalies.is_empty(), "{:?}", import.anomalies);
}

#[test]
fn an_element_without_parts_has_its_gases_as_a_whole() {
    let gases = [("CO2f", "2"), ("CH4f", "0,1"), ("CH4b", "0,2"), ("N2O", "0"), ("Autres GES", "0,3")];
    let import = Export::new()
        .element("1", "kgCO2e/kg", "2,6", &gases)
        .element("2", "kgCO2e/kg", "3", &gases)
        .import();
    let parts = "whole/co2=2 whole/ch4-fossil=0.1 whole/ch4-biogenic=0.2 whole/other=0.3";
    assert_eq!(cell(&import, "1", "parts"), parts);
    // 2 + 0.1 + 0.2 + 0.3 = 2.6, which is the total of the first and not that of the second.
    assert_eq!(odd(&import, "1"), []);
    assert_eq!(odd(&import, "2"), [AnomalyKind::GasesTotal]);
}

#[test]
fn biogenic_co2_is_what_is_released() {
    let import = Export::new()
        .element("1", "kgCO2e/litre", "3", &[("Structure", "élément décomposé par poste"), ("CO2b", "0")])
        .part("1", "Combustion", "2", &[("CO2b", "0,0925")])
        .part("1", "Amont", "1", &[("CO2b", "-0,0925")])
        .element("2", "kgCO2e/kg", "3", &[("CO2b", "1,5")])
        .element("3", "kgCO2e/kg", "3", &[("CO2b", "-1,5")])
        .import();
    assert_eq!(["1", "2", "3"].map(|row| cell(&import, row, "biogenic")), ["0.0925", "1.5", ""]);
    assert_eq!(
        ["1", "2", "3"].map(|row| odd(&import, row)),
        [vec![AnomalyKind::Uptake], vec![], vec![AnomalyKind::Uptake]]
    );
}

#[test]
fn negative_values_have_an_account_of_their_own() {
    let boundary = [("Nom frontière français", "Recyclage - Emissions évitées")];
    let import = Export::new().element("34545", "kgCO2e/tonne de déchets", "-2230", &boundary).import();
    assert_eq!(import.elements[0].account, Account::Avoided);
    assert_eq!(cell(&import, "34545", "account"), "avoided");
    assert_eq!(factor(&import, "34545").value.to_string(), "-2230");
    assert_eq!(odd(&import, "34545"), [AnomalyKind::Avoided]);
}

#[test]
fn archived_rows_and_source_data_are_skipped_with_their_parts() {
    let import = Export::new()
        .element("1", "kgCO2e/kWh", "1", &[("Statut de l'élément", "Archivé")])
        .part("1", "Amont", "pas un nombre", &[])
        .element("2", "kgCO2e/kWh", "", &[("Type de l'élément", "Données source")])
        .element("3", "kgCO2e/kWh", "1", &[("Statut de l'élément", "Valide spécifique")])
        .import();
    let skipped: Vec<_> = import.skipped.iter().map(|row| (row.line, row.id.as_str(), row.reason)).collect();
    assert_eq!(
        skipped,
        [(2, "1", SkipReason::Archived), (3, "1", SkipReason::Archived), (4, "2", SkipReason::SourceData)]
    );
    let kept: Vec<_> = import.elements.iter().map(|element| element.row.as_str()).collect();
    assert_eq!(kept, ["3"]);
}

#[test]
fn what_has_no_unit_or_place_of_the_format_is_listed_and_not_priced() {
    let europe = [("Localisation géographique", "Europe")];
    let import = Export::new()
        .element("1", "kgCO2e/tonne de N", "5", &[])
        .element("2", "kgCO2e/kg", "5", &europe)
        .element("3", "kgCO2e/kg", "5", &[])
        .import();
    let why: Vec<_> = import.elements.iter().map(|element| element.unpriced()).collect();
    assert_eq!(why, [Some(UnpricedReason::Unit), Some(UnpricedReason::Place), None]);
    // The header and the third element.
    assert_eq!(import.csv().lines().count(), 2);
}

#[test]
fn places_are_iso_codes() {
    let place = |place: &str, subplace: &str| {
        let cells =
            [("Localisation géographique", place), ("Sous-localisation géographique français", subplace)];
        Export::new().element("1", "kgCO2e/kg", "5", &cells).import().elements[0].place.clone()
    };
    for (whole, part, code) in [
        ("France continentale", "", "FR"),
        ("France continentale", "Ile-de-France, PARIS", "FR"),
        ("France continentale", "Bretagne", "FR-BRE"),
        ("Outre-mer", "Corse", "FR-20R"),
        ("Outre-mer", "Réunion", "RE"),
        ("Outre-mer", "Guadeloupe, Martinique, Guyane", ""),
        ("Autre pays du monde", "Pays Bas", "NL"),
        ("Autre pays du monde", "Norvege", "NO"),
        ("Autre pays du monde", "Royaume-Uni", "GB"),
        ("Monde", "", "WORLD"),
        ("Monde", "Asie", ""),
        ("Europe", "", ""),
    ] {
        assert_eq!(place(whole, part), code, "{whole}, {part}");
    }
}

#[test]
fn the_year_is_the_one_that_is_stated_or_that_of_the_last_change() {
    let year = |name: &str, changed: &str, validity: &str| {
        let cells = [
            ("Nom attribut français", name),
            ("Date de modification", changed),
            ("Période de validité", validity),
        ];
        Export::new().element("1", "kgCO2e/kWh", "5", &cells).import().elements[0].year
    };
    assert_eq!(year("2023 - mix moyen", "11/03/2024", "2026"), Some(2023));
    assert_eq!(year("mix moyen", "11/03/2024", "2026"), Some(2024));
    assert_eq!(year("mix moyen", "11/03/2024", "déc-18"), Some(2018));
    assert_eq!(year("mix moyen", "45362", ""), Some(2024)); // 45362 is 11 March 2024
    assert_eq!(year("mix moyen", "", ""), None);
    // A slip of the pen in a date is no year, and a factor without one is odd.
    let import =
        Export::new().element("1", "kgCO2e/kWh", "5", &[("Date de modification", "11/03/1025")]).import();
    assert_eq!((import.elements[0].year, odd(&import, "1")), (None, vec![AnomalyKind::Undated]));
}

#[test]
fn an_element_is_expired_against_the_newest_change_of_its_base() {
    let import = Export::new()
        .element("1", "kgCO2e/kWh", "5", &[("Période de validité", "20/12/2021")])
        .element("2", "kgCO2e/kWh", "5", &[("Date de modification", "24/03/2025")])
        .import();
    assert_eq!(odd(&import, "1"), [AnomalyKind::Expired]);
    let message = import.anomalies[0].message(Language::En);
    assert_eq!(message, "past the validity that its source gives (2021 < 2025)");
}

#[test]
fn two_elements_of_one_description_are_reported() {
    let name = [("Nom base français", "Métro")];
    let import = Export::new()
        .element("1", "kgCO2e/passager.km", "0,004", &name)
        .element("2", "kgCO2e/km", "0,004", &name)
        .element("3", "kgCO2e/passager.km", "0,005", &name)
        .import();
    assert_eq!(odd(&import, "3"), [AnomalyKind::Duplicate]);
    assert_eq!((import.anomalies.len(), import.anomalies[0].other.as_str()), (1, "1"));
}

#[test]
fn a_split_without_its_parts_is_reported() {
    let split = [("Structure", "élément décomposé par poste")];
    let whole = [("Structure", "élément non décomposé")];
    let import =
        Export::new().element("1", "kgCO2e/kg", "5", &split).element("2", "kgCO2e/kg", "5", &whole).import();
    assert_eq!((odd(&import, "1"), odd(&import, "2")), (vec![AnomalyKind::MissingParts], vec![]));
}

#[test]
fn values_of_a_base_that_may_not_be_passed_on_serve_no_key() {
    let iea = [("Source", "AIE (Agence Internationale de l'Energie)")];
    let import = Export::new().element("1", "kgCO2e/kWh", "0,5", &iea).import();
    assert!(import.elements[0].restricted);
    assert_eq!(cell(&import, "1", "status"), "suspect");
    assert_eq!(odd(&import, "1"), [AnomalyKind::Restricted]);
}

#[test]
fn names_are_freed_of_doubled_quotes_and_tabs() {
    let name = [("Nom base français", " Pain \"\"de mie\"\"\t complet ")];
    let import = Export::new().element("1", "kgCO2e/kg de poids net", "1,2", &name).import();
    assert_eq!(import.elements[0].name_fr, "Pain \"de mie\" complet");
    assert_eq!(factor(&import, "1").label(Language::Fr), "Pain \"de mie\" complet");
}

#[test]
fn monetary_ratios_have_the_year_of_their_prices() {
    let import = Export::new().element("43375", "kgCO2e/keuro (2023) HT", "156", &[]).import();
    assert_eq!(import.elements[0].unit, "kgCO2e/kEUR_2023");
    assert_eq!(import.elements[0].boundary, Boundary::Spend);
    assert!(factor(&import, "43375").is_monetary());
}

#[test]
fn every_reason_and_kind_reads_in_both_languages() {
    for reason in SkipReason::ALL {
        assert_ne!(reason.label(Language::Fr), reason.label(Language::En));
    }
    for kind in AnomalyKind::ALL {
        assert_ne!(kind.label(Language::Fr), kind.label(Language::En));
    }
}
