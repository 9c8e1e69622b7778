//! The JSON of a refusal.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::location::Location;
use crate::format::output::{ENGINE, FORMAT};
use crate::format::output::{Output, output};
use crate::text::language::Language;
use crate::text::vocabulary::vocabulary;

vocabulary! {
    /// What a refusal says instead of a completeness.
    pub enum Refused {
        Refused = "refused", "refusé", "refused";
    }
}

output! {
    /// A production or a computation that was refused.
    pub struct Refusal {
        /// The version of the format of results.
        format: u32,
        /// The engine and its version.
        engine: String,
        /// `refused`.
        status: Refused,
        /// Every problem, errors and warnings.
        diagnostics: Vec<Diagnostic>,
        /// How many problems there are beyond those.
        more: u64,
    }
}

impl Refusal {
    /// The refusal for these problems.
    pub fn new(diagnostics: Vec<Diagnostic>, more: u64) -> Self {
        Self { format: FORMAT, engine: ENGINE.to_string(), status: Refused::Refused, diagnostics, more }
    }

    /// The first errors in English, one a line, and how many there are beyond them: what an exception says.
    pub fn message(&self) -> String {
        let errors = || self.diagnostics.iter().filter(|diagnostic| diagnostic.is_error());
        let mut lines: Vec<String> = errors().take(TOLD).map(said).collect();
        let beyond = u64::try_from(errors().skip(TOLD).count()).unwrap_or_default().saturating_add(self.more);
        if beyond > 0 && !lines.is_empty() {
            lines.push(alloc::format!("and {beyond} more"));
        }
        lines.join("\n")
    }
}

/// How many errors a message tells.
const TOLD: usize = 5;

/// A problem after the place where it stands; the root of a document has no name.
fn said(error: &Diagnostic) -> String {
    match &error.location {
        Location::Pointer(pointer) if pointer.is_empty() => error.message(Language::En),
        _ => error.to_string(),
    }
}

impl Output for Refusal {}
