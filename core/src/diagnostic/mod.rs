//! Problems of an input: what is wrong, where, and what would be right.

pub(crate) mod calendar;
pub(crate) mod catalogue;
pub(crate) mod findings;
pub(crate) mod journeys;
pub(crate) mod location;
pub(crate) mod message;
pub(crate) mod parameter;
pub(crate) mod problem;
pub(crate) mod problems;
pub(crate) mod severity;
pub(crate) mod stored;
pub(crate) mod tables;

use alloc::string::String;
use alloc::sync::Arc;
use core::fmt;

use serde::ser::SerializeStruct;

use crate::diagnostic::catalogue::Problem;
use crate::diagnostic::location::Location;
use crate::diagnostic::message::with_suggestion;
use crate::diagnostic::severity::Severity;
use crate::text::language::Language;
use crate::text::vocabulary::Term;

/// One problem of an input: data, not text.
///
/// ```
/// use claquette::{Language, References, check_json, Limits};
/// let references = References::read(claquette_factors::NAME, claquette_factors::FILES).unwrap();
/// let input = br#"{"format": 1, "kind": "documentary", "lines": [], "tittle": "Brest"}"#;
/// let checked = check_json(input, &references, &Limits::default());
/// let problem = &checked.diagnostics[0];
/// assert_eq!(problem.code(), "unknown-field");
/// assert_eq!(problem.location.to_string(), "/tittle");
/// assert_eq!(problem.message(Language::En), "unknown field `tittle`; did you mean `title`?");
/// assert_eq!(problem.message(Language::Fr), "champ inconnu « tittle » ; vouliez-vous dire « title » ?");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong; shared, since a result carries the problems found by the check.
    pub problem: Arc<Problem>,
    /// Its location.
    pub location: Location,
    /// What was probably meant. For a missing factor, the identifiers of factors that the line may name; for an
    /// unknown word of a key that resembles none, the words that exist.
    pub suggestion: Option<String>,
}

impl Diagnostic {
    /// A problem at a location.
    pub(crate) fn at(location: Location, problem: Problem) -> Self {
        Self { problem: Arc::new(problem.bounded()), location, suggestion: None }
    }

    /// The stable code of the problem.
    pub fn code(&self) -> &'static str {
        self.problem.row().code
    }

    /// The severity of the problem.
    pub fn severity(&self) -> Severity {
        self.problem.row().severity
    }

    /// Whether the problem prevents a computation.
    pub fn is_error(&self) -> bool {
        self.severity() == Severity::Error
    }

    /// The message in a language, with what was probably meant.
    pub fn message(&self, language: Language) -> String {
        with_suggestion(self.problem.message(language), self.suggestion.as_deref(), language)
    }
}

/// The location, followed by the English message.
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.location, self.message(Language::En))
    }
}

impl core::error::Error for Diagnostic {}

impl serde::Serialize for Diagnostic {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Diagnostic", 7)?;
        object.serialize_field("code", self.code())?;
        object.serialize_field("severity", self.severity().text())?;
        self.location.serialize_fields(&mut object)?;
        object.serialize_field("parameters", &Parameters(&self.problem))?;
        if let Some(suggestion) = &self.suggestion {
            object.serialize_field("suggestion", suggestion)?;
        }
        object.serialize_field("fr", &self.message(Language::Fr))?;
        object.serialize_field("en", &self.message(Language::En))?;
        object.end()
    }
}

/// The parameters of a problem as a JSON object.
struct Parameters<'a>(&'a Problem);

impl serde::Serialize for Parameters<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.parameters())
    }
}
