//! What was typed is what is written, and is read again as the same.

use claquette::{Limits, Production, References, check, check_json};
use claquette_conformance::{bundled, cases, fixtures};
use proptest::prelude::*;

use crate::config;
use crate::production::{lines, production};

fn read(bytes: &[u8], references: &References) -> Option<Production> {
    check_json(bytes, references, &Limits::default()).production
}

#[track_caller]
fn assert_round_trip(production: &Production, references: &References) {
    let written = serde_json::to_string(production.input()).unwrap();
    let again = read(written.as_bytes(), references).expect("what is written is sound");
    assert_eq!(again.input(), production.input());
    assert_eq!(serde_json::to_string(again.input()).unwrap(), written);
    let checked = check(production.input().clone(), references);
    assert_eq!(checked.diagnostics, production.warnings());
    assert_eq!(checked.production.expect("what is typed is sound").input(), production.input());
}

#[test]
fn shipped_productions_are_read_as_they_are_written() {
    for fixture in fixtures() {
        let references = fixture.references();
        assert_round_trip(&read(&fixture.bytes(), &references).expect("a production"), &references);
    }
}

#[test]
fn productions_of_vectors_are_read_as_they_are_written() {
    for case in cases().into_iter().flat_map(|(_, cases)| cases) {
        let Ok(references) = case.references() else { continue };
        if let Some(production) = read(&case.bytes(), &references) {
            assert_round_trip(&production, &references);
        }
    }
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn productions_are_read_as_they_are_written(lines in lines()) {
        let references = bundled();
        let text = production(&lines).to_string();
        assert_round_trip(&read(text.as_bytes(), &references).expect("a production"), &references);
    }
}
