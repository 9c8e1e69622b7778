//! A problem of an outcome.

use std::borrow::Cow;
use std::fmt;

use claquette::footprint::Notice;
use claquette::{Diagnostic, Location};
use serde_json::{Map, Value, json};

/// A problem of an outcome: a diagnostic of a refusal, or one that a footprint keeps.
#[derive(Clone, Copy, Debug)]
pub enum Problem<'a> {
    /// Of a refusal.
    Found(&'a Diagnostic),
    /// Of a footprint.
    Kept(&'a Notice),
}

impl Problem<'_> {
    /// The stable code.
    pub fn code(&self) -> &str {
        match self {
            Self::Found(diagnostic) => diagnostic.code(),
            Self::Kept(notice) => &notice.code,
        }
    }

    /// Where it stands.
    pub fn location(&self) -> Cow<'_, str> {
        match self {
            Self::Found(diagnostic) => Cow::Owned(diagnostic.location.to_string()),
            Self::Kept(notice) => notice.location(),
        }
    }

    /// The problem in the words of the vectors.
    pub(crate) fn in_words(&self) -> Value {
        let (parameters, (name, place), suggestion): (Map<_, _>, _, _) = match self {
            Self::Found(Diagnostic { problem, location, suggestion }) => (
                problem.parameters().into_iter().map(|(name, value)| (name.into(), json!(value))).collect(),
                located(location),
                suggestion,
            ),
            Self::Kept(notice) => (
                notice.parameters.iter().map(|(name, value)| (name.into(), json!(value))).collect(),
                ("pointer", json!(notice.location())),
                &notice.suggestion,
            ),
        };
        let mut written = json!({"code": self.code(), "parameters": parameters, name: place});
        if let Some(meant) = suggestion {
            written["suggestion"] = json!(meant);
        }
        written
    }
}

fn located(location: &Location) -> (&'static str, Value) {
    match location {
        Location::Pointer(pointer) => ("pointer", json!(pointer)),
        Location::Text { byte, line, column } => {
            ("location", json!({"byte": byte, "line": line, "column": column}))
        }
        Location::Table { file, line, column } => {
            ("location", json!({"file": file, "line": line, "column": column}))
        }
    }
}

impl fmt::Display for Problem<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Found(diagnostic) => diagnostic.fmt(f),
            Self::Kept(notice) => notice.fmt(f),
        }
    }
}
