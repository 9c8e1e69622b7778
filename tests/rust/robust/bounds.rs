//! What is told of an input is bounded, however large the input is: texts, lists.

use claquette::{Diagnostic, Language, Limits, Problem, check_json};
use claquette_conformance::{bundled, without_factors};

/// The most bytes of a message that quotes two texts of 64 characters and lists what there is.
const SAID: usize = 4096;

#[track_caller]
fn assert_short(problems: &[Diagnostic], code: &str) {
    assert!(problems.iter().any(|problem| problem.code() == code), "no {code}: {problems:.300?}");
    for problem in problems {
        let quoted = problem.problem.parameters().into_iter().map(|(_, text)| text);
        let said = [problem.message(Language::Fr), problem.message(Language::En), problem.to_string()];
        for text in quoted.chain(said).chain(problem.suggestion.clone()) {
            assert!(text.len() < SAID, "{} bytes: {}", text.len(), problem.code());
        }
    }
}

/// Identifiers of 90 kB wherever one refers to another.
#[test]
fn references_of_ninety_kilobytes() {
    let long = "x".repeat(90_000);
    let line = |id: &str, more: &str| {
        format!(r#"{{"id": "{id}", {more} "what": {{"hotel": {{"rooms": 1, "nights": 1}}}}}}"#)
    };
    let production = |lines: &[String], more: &str| {
        format!(r#"{{"format": 1, "kind": "news", {more} "lines": [{}]}}"#, lines.join(","))
    };
    let corrects = production(&[line("a", &format!(r#""corrects": "{long}","#))], "");
    let field = production(&[], &format!(r#""{long}": 1,"#));
    let twice = production(&[line(&long, ""), line(&long, "")], "");
    for (text, code) in [(corrects, "unknown-reference"), (field, "unknown-field"), (twice, "duplicate-id")] {
        let checked = check_json(text.as_bytes(), &bundled(), &Limits::default());
        assert_short(&checked.diagnostics, code);
    }
}

/// Columns, names, values and identifiers of 90 kB in a table.
#[test]
fn cells_of_ninety_kilobytes() {
    let long = "x".repeat(90_000);
    let header = "id,key,place,year,unit,value,source";
    let row = format!("{long},transport.train.high-speed,FR,2026,kgCO2e/passenger.km,1,me");
    for (table, code) in [
        (format!("{header},{long}\n"), "unknown-column"),
        (format!("{header}\na,{long},FR,2026,kgCO2e/kWh,1,me\n"), "unknown-name"),
        (format!("{header}\na,,FR,2026,kgCO2e/kWh,{long},me\n"), "invalid-value"),
        (format!("{header}\n{long}\n"), "invalid-value"),
        (format!("{header}\n{row}\n{row}\n"), "duplicate-row"),
    ] {
        let problems = without_factors().with_set("mine", &table).unwrap_err();
        assert_short(&problems, code);
    }
}

/// A problem that a host makes itself says no more than one of the engine.
#[test]
fn a_problem_of_ninety_kilobytes() {
    let problem = Problem::UnknownReference { id: "é".repeat(90_000) };
    // 64 letters of two bytes, and an ellipsis of three.
    assert_eq!(problem.parameters()[0].1.len(), 64 * 2 + 3);
    assert!(problem.to_string().len() < SAID);
}
