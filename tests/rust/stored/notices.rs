//! The diagnostics that a footprint keeps say what they said when they were found.

use std::sync::Arc;

use claquette::footprint::Notice;
use claquette::wire::{Haul, Kind, Section};
use claquette::{
    Boundary, Diagnostic, Language, Limits, Location, Mass, Part, Problem, Severity, Term, check_json,
};
use claquette_conformance::cases;

#[track_caller]
fn assert_says_the_same(found: &Diagnostic) {
    let kept = Notice::from(&found.clone());
    assert_eq!((&*kept.code, kept.severity), (found.code(), found.severity()));
    assert_eq!(kept.location(), found.location.to_string());
    for language in [Language::Fr, Language::En] {
        assert_eq!(kept.message(language), found.message(language), "{}", found.code());
    }
}

#[test]
fn every_warning_of_the_check() {
    let mut count = 0;
    for case in cases().into_iter().flat_map(|(_, cases)| cases) {
        let Ok(references) = case.references() else { continue };
        let checked = check_json(&case.bytes(), &references, &Limits::default());
        for warning in checked.diagnostics.iter().filter(|found| found.severity() == Severity::Warning) {
            assert_says_the_same(warning);
            count += 1;
        }
    }
    assert!(count > 100, "{count}");
}

/// Codes of vocabularies are said by their labels, masses as in reports.
#[test]
fn parameters_that_people_do_not_read_as_they_are() {
    let factor = || "a".to_string();
    let problems = [
        Problem::OlderPart { factor: factor(), part: Part::Upstream.row(), vintage: 2024, year: 2026 },
        Problem::NarrowBoundary { factor: factor(), boundary: Boundary::Generation.row() },
        Problem::HaulDistance { haul: Haul::LongHaul.row(), distance: "3".into(), limit: 3700 },
        Problem::SectionEmpty { section: Section::Production.row() },
        Problem::PerimeterContradiction { section: Section::Production.row() },
        Problem::PeopleUncounted { kind: Kind::RemoteWork.row(), people: "P1".into() },
        Problem::PeoplePartly { kind: Kind::RemoteWork.row(), people: "P1".into() },
        Problem::NotRestated {
            gwp: "AR6".into(),
            kgco2e: Mass::from_micrograms(12_345_678_900_000).expect("a mass"),
        },
    ];
    for problem in problems {
        let location = Location::Pointer("/lines/3/what/plane~1x".into());
        assert_says_the_same(&Diagnostic { problem: Arc::new(problem), location, suggestion: None });
    }
}
