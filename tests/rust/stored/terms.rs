//! The terms of products name the fields of the lines that give them.

use claquette::StepName;
use claquette_conformance::{Outcome, cases, fixtures};
use rust_decimal::Decimal;
use serde_json::Value;

/// The number of a field, as the production has it: of an amount its value; a return trip is two ways.
fn number(field: &Value) -> Option<Decimal> {
    match field {
        Value::Object(amount) => number(amount.get("value")?),
        Value::String(text) => text.parse().ok(),
        Value::Number(number) => number.to_string().parse().ok(),
        Value::Bool(true) => Some(Decimal::TWO),
        _ => None,
    }
}

#[test]
fn every_term_that_a_line_gives_is_the_number_of_its_field() {
    let (mut same, mut written_otherwise) = (0, 0);
    let productions = cases().into_iter().flat_map(|(_, cases)| cases);
    let of_cases = productions.filter_map(|case| {
        let references = case.references().ok()?;
        Some((case.bytes(), references, case.options()))
    });
    let of_fixtures =
        fixtures().into_iter().map(|fixture| (fixture.bytes(), fixture.references(), fixture.options()));
    for (bytes, references, options) in of_cases.chain(of_fixtures) {
        let Outcome::Priced(footprint) = Outcome::of(&bytes, &references, &options) else { continue };
        let production: Value = serde_json::from_slice(&bytes).expect("JSON");
        for product in &footprint.products {
            let line = &production["lines"][product.line.0 as usize];
            let (_, activity) = line["what"].as_object().and_then(|what| what.iter().next()).expect("a kind");
            for term in &product.terms {
                let Some(path) = term.given_by() else { continue };
                let field = activity.pointer(&format!("/{path}"));
                let field = field.unwrap_or_else(|| panic!("no `{path}` in {line}"));
                let Some(given) = number(field) else {
                    written_otherwise += 1;
                    continue;
                };
                // What is paid with VAT is divided by 100 + its rate, in percent.
                let expected = if term.name == StepName::Vat { given + Decimal::ONE_HUNDRED } else { given };
                let [over, under] = [term.numerator.0, term.denominator.0];
                assert!(expected == over || expected == under, "{path} of {line}: {over} ÷ {under}");
                same += 1;
            }
        }
    }
    // Numbers such as `1 200,5` are read by the engine alone.
    assert!(same > 2_000 && written_otherwise * 20 < same, "{same}, {written_otherwise}");
}
