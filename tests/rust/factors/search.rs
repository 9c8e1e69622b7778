//! Search.

use claquette::{Language, PlaceReason, explain, search};
use claquette_conformance::{bundled, without_factors};

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
    search(&set(ROWS), text).into_iter().map(|factor| factor.id.to_string()).collect()
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

/// What a production manager would type: how the identifier of the first factor begins.
const FOUND: &[(&str, &str)] = &[
    ("avion", "plane."),
    ("flight", "plane."),
    ("vol long-courrier", "plane."),
    ("TGV", "train.fr.tgv"),
    ("RER", "train.fr-idf.rer"),
    ("Eurostar", "train.gb.international"),
    ("métro", "train."),
    ("tramway", "train."),
    ("taxi", "road.gb.taxi"),
    ("moto", "road."),
    ("ferry", "road.gb.ferry"),
    ("camion", "freight."),
    ("truck 20 t", "freight.fr.truck"),
    ("voiture essence", "car."),
    ("hôtel", "hotel."),
    ("Londres hôtel", "hotel.gb-lnd"),
    ("hotel spain", "hotel.es"),
    ("logement", "flat."),
    ("repas", "meal."),
    ("vegetarian meal", "meal.fr.vegetarian"),
    ("catering", "spend."),
    ("bière", "drink.fr.beer"),
    ("café", "drink.fr.coffee"),
    ("eau", "water."),
    ("électricité", "electricity."),
    ("electricity germany", "electricity.de"),
    ("groupe électrogène", "fuel."),
    ("fioul", "fuel.gb.fuel-oil"),
    ("propane", "fuel.gb.propane"),
    ("climatisation", "electricity.fr.cooling"),
    ("R410A", "refrigerant.world.r410a"),
    ("ordinateur", "equipment.fr.laptop"),
    ("laptop", "equipment.fr.laptop"),
    ("projecteur", "equipment.fr.projector"),
    ("imprimante", "equipment.fr.printer"),
    ("costume", "spend.us.costume"),
    ("jean", "costume.fr.jeans"),
    ("granulés", "heat."),
    ("papier", "material.gb.paper"),
    ("acier", "material.gb.steel"),
    ("cement", "material.fr.cement"),
    ("coton", "costume."),
    ("landfill", "waste."),
    ("assurance", "spend."),
    ("publicité", "spend.fr.advertising"),
    ("elecricity", "electricity."),
    ("hotle", "hotel."),
    ("kérosen", "fuel.world.jet-fuel"),
];

/// What no factor is about, though a few of its letters are those of one.
const NOT_FOUND: &[&str] = &[
    "VTC",
    "régie",
    "tournage",
    "montage",
    "MDF",
    "LED",
    "lumière",
    "perruque",
    "maquillage",
    "salaire",
    "figurants",
    "cascade",
    "drone",
    "streaming",
    "kayak",
];

#[test]
fn what_productions_look_for_is_found_and_nothing_else() {
    let references = bundled();
    let first =
        |text: &str| search(&references, text).first().map_or("", |factor| factor.id.as_str()).to_string();
    let apart: Vec<_> = FOUND.iter().filter(|(text, begins)| !first(text).starts_with(begins)).collect();
    assert!(apart.is_empty(), "{:?}", apart.iter().map(|(text, _)| (text, first(text))).collect::<Vec<_>>());
    let nonsense: Vec<_> = NOT_FOUND.iter().filter(|text| !first(text).is_empty()).collect();
    assert!(nonsense.is_empty(), "{:?}", nonsense.iter().map(|text| (text, first(text))).collect::<Vec<_>>());
}

/// What is found first is what serves: the official row, up to three years older than the worldwide one.
#[test]
fn an_official_series_goes_before_a_worldwide_one() {
    let references = bundled();
    let grids = |place: &str| {
        let found = search(&references, &format!("energy.electricity {place}"));
        let found = found
            .into_iter()
            .filter(|factor| references.keys_of(factor).next() == Some("energy.electricity"));
        found.map(|factor| factor.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(
        grids("FR")[..3],
        ["electricity.fr.2024.ademe", "electricity.fr.2023.ademe", "electricity.fr.2022.ademe"]
    );
    assert_eq!(grids("FR")[3], "electricity.fr.2025.owid");
    assert_eq!(grids("MQ"), ["electricity.mq.ademe", "electricity.mq.2023.owid"]);
    assert_eq!(grids("PF"), ["electricity.pf.ademe", "electricity.pf.2024.owid"]);
    for place in ["FR", "MQ", "PF"] {
        let serving = references.factor_for("energy.electricity", place).unwrap();
        assert_eq!((serving.factor.id.as_str(), serving.place), (grids(place)[0], PlaceReason::Exact));
    }
    let said = |id| explain(references.factor(id).unwrap(), &references, Language::En);
    assert!(said("electricity.fr.2024.ademe").contains("It is an official series of its country"));
    assert!(said("electricity.fr.2025.owid").contains("It is a worldwide data set"));
}

/// Nothing held the bounds of a query: 100 different words of 64 letters.
#[test]
fn a_query_of_more_words_or_letters_finds_nothing() {
    let words = |count: u32| (0..count).map(|at| format!("w{at}x ")).collect::<String>();
    let long = |count: usize| "q".repeat(count);
    let header = "id,place,unit,value,source,note\n";
    let row = format!("{header}x,FR,kgCO2e/kWh,1,me,{}{}\n", words(200), long(100));
    let references = without_factors().with_set("mine", &row).unwrap();
    let found = |query: &str| search(&references, query).len();
    assert_eq!((found(&words(100)), found(&words(101))), (1, 0));
    // A word counts once.
    assert_eq!(found(&words(100).repeat(3)), 1);
    assert_eq!((found(&long(64)), found(&long(65))), (1, 0));
}
