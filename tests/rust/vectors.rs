//! Runs every conformance vector and compares what it names as exact text.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};

use claquette_conformance::{Case, Difference, cases};

#[test]
fn every_vector_gives_what_it_expects() {
    let (mut ran, mut differences, mut names) = (0_u32, Vec::new(), BTreeSet::new());
    for (file, cases) in cases() {
        for case in cases {
            assert!(names.insert(case.name.clone()), "{file}: {} is a name already", case.name);
            let is_refused = case.expect["status"] == "refused";
            assert!(
                is_refused || case.expect.contains_key("problems"),
                "{file}: {}: no `problems`",
                case.name
            );
            ran += 1;
            differences.extend(run(&case));
        }
    }
    println!("{ran} vectors");
    let listing: String = differences.iter().map(ToString::to_string).collect();
    let failing: BTreeSet<&str> = differences.iter().map(|difference| difference.case.as_str()).collect();
    assert!(differences.is_empty(), "{} of {ran} vectors differ\n{listing}", failing.len());
}

/// What differs in one case; a panic is a difference, so that the other cases are seen too.
fn run(case: &Case) -> Vec<Difference> {
    catch_unwind(AssertUnwindSafe(|| case.differences(&case.run()))).unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<String>().map(String::as_str);
        let said = said.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("");
        vec![Difference {
            case: case.name.clone(),
            what: "panic".into(),
            expected: "none".into(),
            got: said.into(),
        }]
    })
}
