//! The JSON of a refusal.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::location::Location;
use crate::format::output::{ENGINE, FORMAT};
use crate::format::output::{Output, output};
use crate::format::shape::{FieldShape, Presence, RecordShape, Shape, Shaped};
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

/// Declares the fields of a diagnostic, as its writer writes them.
macro_rules! fields {
    ($($name:literal $presence:ident $shape:ty, $doc:literal;)+) => {
        &[$(FieldShape {
            name: $name,
            doc: $doc,
            presence: Presence::$presence,
            shape: <$shape as Shaped>::shape,
        }),+]
    };
}

/// The parameters of a problem.
struct Texts;

impl Shaped for Texts {
    fn shape() -> Shape {
        Shape::Texts
    }
}

impl Shaped for Diagnostic {
    fn shape() -> Shape {
        const RECORD: RecordShape = RecordShape {
            name: "Diagnostic",
            doc: " One problem: what is wrong, where, and what would be right.\n",
            fields: fields! {
                "code" Required String, " The stable code of the problem.\n";
                "severity" Required crate::diagnostic::severity::Severity, " Whether it stops a computation.\n";
                "pointer" Optional String, " Where it stands: a JSON pointer.\n";
                "byte" Optional u64, " In a text that is no JSON: the offset in bytes, from 0.\n";
                "file" Optional String, " In a table: the name of the file or set.\n";
                "line" Optional u64, " In a text or a table: the line, from 1.\n";
                "column" Optional crate::result::footprint::Column, " In a text the column, from 1; in a table its name.\n";
                "parameters" Required Texts, " The parameters of the message, as texts.\n";
                "suggestion" Optional String, " What was probably meant.\n";
                "fr" Required String, " The message in French.\n";
                "en" Required String, " The message in English.\n";
            },
        };
        Shape::Record(&RECORD)
    }
}

impl Output for Refusal {}
