//! The published JSON Schemas are those of the types, and say of documents what the engine says.

use std::fs;

use claquette::output::{FootprintSummary, Output, Refusal};
use claquette::shape::Shaped;
use claquette::{Archive, Footprint, Limits, Options, check_json, schema, wire};
use claquette_conformance::{Case, Outcome, cases, fixtures, path};
use jsonschema::Validator;
use serde_json::Value;

/// The codes of what a schema can see: the structure of a document.
const STRUCTURAL: [&str; 4] = ["unknown-field", "missing-field", "wrong-type", "unknown-word"];

fn published(name: &str) -> Value {
    let file = path("../core/schema").join(format!("{name}.schema.json"));
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    serde_json::from_str(&text).unwrap()
}

fn validator(name: &str) -> Validator {
    jsonschema::draft202012::new(&published(name)).unwrap()
}

#[track_caller]
fn assert_valid(validator: &Validator, document: &str, of: &str) {
    let document = serde_json::from_str(document).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&document).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{of}: {}", errors.join("\n"));
}

fn assert_published<T: Shaped>(name: &str) {
    let file = published(name);
    let title = file["title"].as_str().unwrap();
    assert!(title.starts_with("Claquette ") && title.ends_with(", format 1"), "{title}");
    assert_eq!(file, schema::<T>(title), "{name}: cargo run -p claquette-generate");
}

#[test]
fn published_schemas_are_those_of_the_types() {
    assert_published::<wire::Production>("production");
    assert_published::<Footprint>("footprint");
    assert_published::<FootprintSummary>("summary");
    assert_published::<Archive>("archive");
    assert_published::<Refusal>("refusal");
}

#[test]
fn shipped_productions_and_their_footprints_are_valid() {
    let (input, output, summary) = (validator("production"), validator("footprint"), validator("summary"));
    let archive = validator("archive");
    for fixture in fixtures() {
        let bytes = fixture.bytes();
        assert_valid(&input, str::from_utf8(&bytes).unwrap(), fixture.name);
        let outcome = Outcome::of(&bytes, &fixture.references(), &fixture.options());
        let footprint = outcome.footprint().expect("a footprint");
        assert_valid(&output, &footprint.to_json(), fixture.name);
        assert_valid(&output, &footprint.to_json_pretty(), fixture.name);
        assert_valid(&summary, &FootprintSummary::new(footprint).to_json(), fixture.name);
        let production = check_json(&bytes, &fixture.references(), &Limits::default()).production.unwrap();
        let kept = Archive::of(&production, &fixture.references(), &fixture.options()).unwrap();
        assert_valid(&archive, &kept.to_json(), fixture.name);
    }
}

#[test]
fn results_of_vectors_are_valid() {
    let (output, summary, refusal) = (validator("footprint"), validator("summary"), validator("refusal"));
    for case in all() {
        match case.run() {
            Outcome::Priced(footprint) => {
                assert_valid(&output, &footprint.to_json(), &case.name);
                assert_valid(&summary, &FootprintSummary::new(&footprint).to_json(), &case.name);
            }
            Outcome::Refused(problems, more) => {
                assert_valid(&refusal, &Refusal::new(problems, more).to_json(), &case.name);
            }
        }
    }
}

#[test]
fn refusals_of_anything_but_productions_are_valid() {
    let refusal = validator("refusal");
    for bytes in [&b""[..], b"\xff", b"[", b"null", b"{\"lines\": 1, \"a\\/b~\": []}"] {
        let outcome = Outcome::of(bytes, &claquette_conformance::bundled(), &Options::default());
        let Outcome::Refused(problems, more) = outcome else { panic!("taken") };
        let refused = Refusal::new(problems, more);
        assert_valid(&refusal, &refused.to_json(), &String::from_utf8_lossy(bytes));
    }
}

/// What the engine takes the schema takes, and what is wrong in structure both refuse.
#[test]
fn the_input_schema_agrees_with_the_engine() {
    let input = validator("production");
    let mut refused = 0_u32;
    for case in all() {
        let Ok(document) = serde_json::from_slice::<Value>(&case.bytes()) else { continue };
        if case.expect["status"] != "refused" {
            assert_valid(&input, &document.to_string(), &case.name);
        } else if structural(&case) {
            assert!(!input.is_valid(&document), "{}: the schema takes it", case.name);
            refused += 1;
        }
    }
    assert!(refused >= 10, "only {refused} vectors are wrong in structure");
}

fn structural(case: &Case) -> bool {
    let problems = case.expect.get("problems").and_then(Value::as_array);
    let mut codes = problems.into_iter().flatten().filter_map(|problem| problem["code"].as_str());
    codes.any(|code| STRUCTURAL.contains(&code))
}

fn all() -> impl Iterator<Item = Case> {
    cases().into_iter().flat_map(|(_, cases)| cases)
}
