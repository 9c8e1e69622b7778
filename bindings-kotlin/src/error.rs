//! What the border throws: one error, which carries a message and the JSON of a refusal.

use claquette::output::{Output, Refusal};
use claquette::{Diagnostic, Language, Word};

/// What the border throws; the package makes a `CalculationException` of it. A field must not be called
/// `message`: in Kotlin an exception has one.
#[derive(Debug, thiserror::Error, uniffi::Error)]
pub(crate) enum BorderError {
    /// The problems of an input.
    #[error("{said}")]
    Refused {
        /// The first errors in English, one a line.
        said: String,
        /// All of them, as the JSON of a refusal.
        refusal: String,
    },
    /// A word that a caller must not say here.
    #[error("{said}")]
    Misuse {
        /// The word, and what else there is.
        said: String,
    },
}

/// The error for problems of an input.
pub(crate) fn refused(diagnostics: Vec<Diagnostic>, more: u64) -> BorderError {
    let refusal = Refusal::new(diagnostics, more);
    BorderError::Refused { said: refusal.message(), refusal: refusal.to_json() }
}

/// The error for a word that a caller must not say here.
pub(crate) fn misuse(what: &str, given: &str, allowed: &str) -> BorderError {
    BorderError::Misuse { said: format!("unknown {what} `{given}`; allowed: {allowed}") }
}

/// A word of a vocabulary, or the error that names all of them.
pub(crate) fn word<T: Word>(what: &str, text: &str) -> Result<T, BorderError> {
    let allowed = || T::ROWS.iter().map(|row| row.text).collect::<Vec<_>>().join(", ");
    T::parse(text).ok_or_else(|| misuse(what, text, &allowed()))
}

/// A language, or the error that names both.
pub(crate) fn language(code: &str) -> Result<Language, BorderError> {
    Language::parse(code).ok_or_else(|| misuse("language", code, "fr, en"))
}
