//! Imports of published bases: what is kept, what is skipped and why, what is odd, and what is refused.

mod base_carbone;
mod desnz;
mod export;
mod hostile;
mod key_map;

use claquette::Diagnostic;
use claquette::import::Import;

/// The codes and places of the problems for which a file was refused.
#[track_caller]
fn refused(import: Result<Import, Vec<Diagnostic>>) -> Vec<(&'static str, String)> {
    let problems = import.map(|import| import.elements.len()).expect_err("the file was taken");
    assert!(problems.iter().all(Diagnostic::is_error));
    problems.iter().map(|problem| (problem.code(), problem.location.to_string())).collect()
}
