//! What the border raises: one exception, which carries a message and the JSON of a refusal.

use claquette::Diagnostic;
use claquette::output::{Output, Refusal};
use pyo3::exceptions::PyException;
use pyo3::{PyErr, create_exception};

create_exception!(
    claquette._native,
    Refused,
    PyException,
    "A message, and the JSON of a refusal; the package makes a `CalculationError` of it."
);

/// The exception for problems of an input.
pub(crate) fn refused(diagnostics: Vec<Diagnostic>, more: u64) -> PyErr {
    let refusal = Refusal::new(diagnostics, more);
    Refused::new_err((refusal.message(), refusal.to_json()))
}

/// The exception for what a caller must not say here.
pub(crate) fn misuse(said: &impl ToString) -> PyErr {
    Refused::new_err((said.to_string(), Refusal::new(Vec::new(), 0).to_json()))
}
