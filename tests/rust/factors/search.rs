//! Search.

use claquette::search;

use crate::set;

const ROWS: &str = "\
grid.fr.2023,energy.electricity,FR,2023,kgCO2e/kWh,0.05,hand,,,,,,,,,,\"Électricité, France, 2023\",\"Electricity, France, 2023\",
grid.fr.2024,energy.electricity,FR,2024,kgCO2e/kWh,0.05,hand,,,,,,,,,,\"Électricité, France, 2024\",\"Electricity, France, 2024\",
grid.de.2024,energy.electricity,DE,2024,kgCO2e/kWh,0.4,hand,,,,,,,,,,\"Électricité, Allemagne\",\"Electricity, Germany\",
hotel.gb,accommodation.hotel,GB,2024,kgCO2e/room.night,10,hand,,,,,,suspect,,,,Nuit d’hôtel,Hotel night,read twice
hotel.fr,accommodation.hotel,FR,2020,kgCO2e/room.night,6,hand,,,,,,,,,,Nuit d’hôtel,Hotel night,
timber,,WORLD,,kgCO2e/t,269.5,hand,,,,,,,,,,Contreplaqué,Plywood,of the scenery shop
";

fn found(text: &str) -> Vec<String> {
    search(&set(ROWS), text).into_iter().map(|factor| factor.id.clone()).collect()
}

#[test]
fn accents_and_case_do_not_count() {
    for text in ["électricité allemagne", "ELECTRICITE Allemagne", "electricity germany"] {
        assert_eq!(found(text), ["grid.de.2024"], "{text}");
    }
    assert_eq!(found("contreplaque"), ["timber"]);
}

#[test]
fn family_place_unit_and_year_are_found() {
    // Of the key, of the newest year first.
    assert_eq!(found("energy"), ["grid.fr.2024", "grid.de.2024", "grid.fr.2023"]);
    assert_eq!(found("accommodation royaume-uni"), ["hotel.gb"]);
    assert_eq!(found("fr 2024"), ["grid.fr.2024"]);
    assert_eq!(found("chambre FR"), ["hotel.fr"]);
    assert_eq!(found("t plywood"), ["timber"]);
}

#[test]
fn a_beginning_and_a_slip_of_the_keyboard_are_found() {
    assert_eq!(found("electr germ"), ["grid.de.2024"]);
    assert_eq!(found("plywod"), ["timber"]);
    assert_eq!(found("elctricity germny"), ["grid.de.2024"]);
    // A number is never a slip: 2022 is not 2023.
    assert_eq!(found("electricity 2022"), [""; 0]);
}

#[test]
fn a_suspect_factor_comes_after_a_usable_one_and_notes_come_last() {
    assert_eq!(found("hotel"), ["hotel.fr", "hotel.gb"]);
    assert_eq!(found("scenery"), ["timber"]);
}

#[test]
fn every_word_must_be_found_and_empty_words_do_not_count() {
    assert_eq!(found("hotel plywood"), [""; 0]);
    assert_eq!(found("la nuit de l’hotel in the GB"), ["hotel.gb"]);
    for text in ["", "  ", "de la", "—"] {
        assert_eq!(found(text), [""; 0], "{text:?}");
    }
}
