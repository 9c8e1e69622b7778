//! How grave a problem is.

use crate::text::vocabulary::vocabulary;

vocabulary! {
    /// Whether a problem stops a computation.
    pub enum Severity {
        Error = "error", "erreur", "error";
        Warning = "warning", "avertissement", "warning";
    }
}
