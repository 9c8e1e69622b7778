//! What the border raises: one exception, which carries a message and the JSON of a refusal.

use claquette::output::{Output, Refusal};
use claquette::{Diagnostic, Language, Word};
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

/// The exception for a word that a caller must not say here.
pub(crate) fn misuse(what: &str, given: &str, allowed: &str) -> PyErr {
    let message = format!("unknown {what} `{given}`; allowed: {allowed}");
    Refused::new_err((message, Refusal::new(Vec::new(), 0).to_json()))
}

/// A word of a vocabulary, or the exception that names all of them.
pub(crate) fn word<T: Word>(what: &str, text: &str) -> Result<T, PyErr> {
    let allowed = || T::ROWS.iter().map(|row| row.text).collect::<Vec<_>>().join(", ");
    T::parse(text).ok_or_else(|| misuse(what, text, &allowed()))
}

/// A language, or the exception that names both.
pub(crate) fn language(code: &str) -> Result<Language, PyErr> {
    Language::parse(code).ok_or_else(|| misuse("language", code, "fr, en"))
}
