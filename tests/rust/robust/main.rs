//! No input stops the host: whatever comes in, an answer comes out, with a reason for each refusal.
//!
//! Property tests stand in for a fuzzer, whose runner needs a nightly compiler: the seed is fixed, every run
//! tries the same thousands of inputs on the stable one, and `PROPTEST_RNG_SEED` and `PROPTEST_CASES` look
//! elsewhere and further.

mod bounds;
mod compiled;
mod large;
mod mutation;
mod noise;
mod printed;
mod tables;

use claquette::output::{FootprintSummary, Output, Refusal};
use claquette::{
    Diagnostic, Language, Limits, Options, References, Severity, Unpriced, check, check_json, propose, report,
};
use claquette_conformance::Outcome;
use proptest::prelude::ProptestConfig;
use proptest::test_runner::RngSeed;

/// The configuration of a test that tries so many inputs.
fn config(cases: u32) -> ProptestConfig {
    let mut config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = cases;
    }
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(1902);
    }
    config
}

/// Takes any input through the whole engine, as a host would, and says what came out.
fn answer(bytes: &[u8], references: &References) -> Outcome {
    if let Some(proposal) = propose(&check_json(bytes, references, &Limits::default())) {
        assert!(proposal.to_json().starts_with('{'));
    }
    stays_refused(bytes, references);
    let outcome =
        Outcome::of(bytes, references, &Options { unpriced: Unpriced::Exclude, ..Options::default() });
    match &outcome {
        Outcome::Priced(footprint) => {
            assert!(footprint.warnings.iter().all(|warning| warning.severity == Severity::Warning));
            for language in [Language::Fr, Language::En] {
                assert!(!report(footprint, language).is_empty());
            }
            assert!(FootprintSummary::new(footprint).to_json().starts_with('{'));
        }
        Outcome::Refused(problems, more) => {
            assert!(problems.iter().any(Diagnostic::is_error), "refused without a reason");
            for problem in problems {
                for language in [Language::Fr, Language::En] {
                    let said = problem.message(language);
                    // What is quoted of an input is shortened, or a host would log megabytes.
                    assert!(
                        !said.is_empty() && said.len() < 4096,
                        "{} bytes: {}",
                        said.len(),
                        problem.code()
                    );
                }
            }
            assert!(Refusal::new(problems.clone(), *more).to_json().starts_with('{'));
        }
    }
    outcome
}

/// What was refused is refused again as the value that it was read into, and as what that is written as.
#[track_caller]
fn stays_refused(bytes: &[u8], references: &References) {
    let checked = check_json(bytes, references, &Limits::default());
    let Some(input) = checked.input.filter(|_| checked.production.is_none()) else { return };
    let code = checked.diagnostics.iter().find(|problem| problem.is_error()).map(Diagnostic::code);
    if let Ok(written) = serde_json::to_vec(&input) {
        let again = check_json(&written, references, &Limits::default());
        assert!(again.production.is_none(), "written and read, {code:?} is gone");
    }
    let again = check(input, references);
    assert!(again.production.is_none(), "checked again, {code:?} is gone");
    assert!(again.diagnostics.iter().any(Diagnostic::is_error), "refused without a reason");
}

/// The answer must be a refusal; its codes.
#[track_caller]
fn refused(bytes: &[u8], references: &References) -> Vec<&'static str> {
    match answer(bytes, references) {
        Outcome::Refused(problems, _) => problems.iter().map(Diagnostic::code).collect(),
        Outcome::Priced(_) => panic!("taken: {}", String::from_utf8_lossy(&bytes[..bytes.len().min(200)])),
    }
}
