//! A word of a caller that no vocabulary has.

use alloc::string::{String, ToString};

/// A word that a caller passed and that its vocabulary does not have.
///
/// ```
/// use claquette::Language;
/// let unknown = Language::named("de").unwrap_err();
/// assert_eq!(unknown.to_string(), "unknown language `de`; allowed: fr, en");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {vocabulary} `{word}`; allowed: {allowed}")]
pub struct UnknownTerm {
    /// What was asked for: `axis`, `account`, `language`, …
    pub vocabulary: &'static str,
    /// The word that was passed.
    pub word: String,
    /// All words that there are, separated by commas.
    pub allowed: String,
}

impl UnknownTerm {
    /// The error for a word, which names what else there is.
    pub fn new(vocabulary: &'static str, word: &str, allowed: &[&str]) -> Self {
        Self { vocabulary, word: word.to_string(), allowed: allowed.join(", ") }
    }
}
