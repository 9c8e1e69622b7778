//! A term that a vocabulary does not have.

use alloc::string::String;

use crate::text::quotation::shortened;

use crate::text::printable::Printable;

/// A term passed by a caller that its vocabulary does not have.
///
/// ```
/// use claquette::Language;
/// let unknown = Language::named("de").unwrap_err();
/// assert_eq!(unknown.to_string(), "unknown language `de`; allowed: fr, en");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {vocabulary} `{}`; allowed: {allowed}", Printable(.word))]
pub struct UnknownTerm {
    /// The vocabulary: `axis`, `account`, `language`, …
    pub vocabulary: &'static str,
    /// The term passed.
    pub word: String,
    /// All valid terms, separated by commas.
    pub allowed: String,
}

impl UnknownTerm {
    /// The error for a term, naming the valid ones.
    pub fn new(vocabulary: &'static str, word: &str, allowed: &[&str]) -> Self {
        Self { vocabulary, word: shortened(word), allowed: allowed.join(", ") }
    }
}
