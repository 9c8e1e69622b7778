//! A footprint whose figures do not follow from its own terms and factors.

use claquette::output::Exact;
use claquette::{Discrepancy, Footprint, Language, Limits, Mass, Options, audit};
use claquette_conformance::{Outcome, bundled};

use crate::film;

/// 120,000 kWh × 0.0519 kgCO2e/kWh (Base Carbone 43642, France 2024) = 6,228 kg, of which generation 0.0402 × 120,000 =
/// 4,824 kg; whatever the parts are, their masses are forged here one at a time.
fn electricity() -> Footprint {
    let production = br#"{"format": 1, "kind": "news", "place": "FR", "period": {"year": 2024}, "lines": [
        {"id": "lamps", "what": {"electricity": {"energy": {"value": "120000", "unit": "kWh"}}}}]}"#;
    match Outcome::of(production, &bundled(), &Options::default()) {
        Outcome::Priced(footprint) => *footprint,
        Outcome::Refused(problems, _) => panic!("{problems:?}"),
    }
}

fn kilograms(text: &str) -> Mass {
    let micrograms = text.parse::<i128>().expect("a whole number").checked_mul(1_000_000_000);
    micrograms.and_then(Mass::from_micrograms).expect("a mass")
}

#[test]
fn a_forged_mass_is_named_with_what_it_should_be() {
    let mut forged = electricity();
    let slot = forged.products[0].masses.iter().position(|mass| *mass != Mass::ZERO).expect("a mass");
    let right = forged.products[0].masses[slot];
    forged.products[0].masses[slot] = kilograms("7");
    let Err(Discrepancy::Mass { id, stated, computed, .. }) = audit(&forged) else { panic!("not found") };
    assert_eq!((id.as_str(), stated, computed), ("lamps", kilograms("7"), Some(right)));
    let found = audit(&forged).unwrap_err();
    // As people read it: a thousand and more has its separator.
    let right = claquette::display::written(right.kilograms(), Language::En);
    let said = format!("line lamps: 7 kgCO2e, where its terms and its factor give {right} kgCO2e");
    assert_eq!(found.to_string(), said);
    assert!(
        found.text(Language::Fr).starts_with("ligne lamps : 7 kgCO2e, alors que"),
        "{}",
        found.text(Language::Fr)
    );
    // Nothing is said of what cannot be counted but that; French has its own decimal mark.
    let half = Mass::from_micrograms(500_000_000).expect("a mass");
    let Err(Discrepancy::Mass { line, id, product, slot, .. }) = audit(&forged) else { panic!("not found") };
    let beyond = Discrepancy::Mass { line, id, product, slot, stated: half, computed: None };
    let said = "ligne lamps : 0,5 kgCO2e, alors que ses termes et son facteur ne donnent rien qui se compte";
    assert_eq!(beyond.text(Language::Fr), said);
}

/// Each number that a mass rests on, changed in every product of the film, is found by the product or the factor that it is of.
#[test]
fn every_number_that_a_mass_rests_on_is_audited() {
    let film = film();
    assert_eq!(audit(&film), Ok(()));
    let more = |exact: Exact| Exact(exact.0 + exact.0 + Exact::ONE.0);
    for at in 0..film.products.len() {
        let nothing = film.products[at].masses.iter().all(|mass| *mass == Mass::ZERO);
        for slot in 0..film.products[at].masses.len() {
            let mut forged = film.clone();
            let mass = forged.products[at].masses[slot];
            forged.products[at].masses[slot] = Mass::from_micrograms(mass.micrograms() + 1).expect("a mass");
            let found =
                matches!(audit(&forged), Err(Discrepancy::Mass { product, .. }) if product.0 as usize == at);
            assert!(found, "product {at}, slot {slot}");
        }
        for term in 0..film.products[at].terms.len() {
            let mut forged = film.clone();
            let numerator = &mut forged.products[at].terms[term].numerator;
            *numerator = more(*numerator);
            assert!(nothing || audit(&forged).is_err(), "product {at}, term {term}");
        }
    }
    for at in 0..film.factors.len() {
        let mut forged = film.clone();
        forged.factors[at].value = more(forged.factors[at].value);
        // Of a factor that is not split the value itself prices.
        let found = match audit(&forged).expect_err("a value that is not the sum of its parts") {
            Discrepancy::Factor { id, .. } => id == film.factors[at].id,
            Discrepancy::Mass { product, .. } => {
                let product = &film.products[product.0 as usize];
                film.request_of(product).is_some_and(|request| request.factor.0 as usize == at)
            }
        };
        assert!(found, "factor {at}");
    }
}

/// An audited footprint may still be of other quantities: the audit says no more than that it adds up.
#[test]
fn what_adds_up_passes() {
    let mut other = electricity();
    other.products[0].terms[0].numerator = Exact("0".parse().expect("a number"));
    other.products[0].masses.iter_mut().for_each(|mass| *mass = Mass::ZERO);
    assert_eq!(audit(&other), Ok(()));
    assert!(
        Footprint::from_json(claquette::output::Output::to_json(&other).as_bytes(), &Limits::default())
            .is_ok()
    );
}
