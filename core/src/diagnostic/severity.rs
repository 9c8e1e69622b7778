//! The severity of a problem.

use crate::text::vocabulary::vocabulary;

vocabulary! {
    /// Whether a problem prevents a computation.
    pub enum Severity {
        Error = "error", "erreur", "error";
        Warning = "warning", "avertissement", "warning";
    }
}
