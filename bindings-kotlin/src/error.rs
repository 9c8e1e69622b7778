//! What the border throws: one error, which carries a message and the JSON of a refusal.

use claquette::output::{Output, Refusal};
use claquette::{Diagnostic, UnknownTerm};

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

impl From<UnknownTerm> for BorderError {
    fn from(unknown: UnknownTerm) -> Self {
        Self::Misuse { said: unknown.to_string() }
    }
}
