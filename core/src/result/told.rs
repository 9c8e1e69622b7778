//! A diagnostic of a footprint as those read it who have no engine: with its messages.

use alloc::string::String;

use serde::ser::SerializeStruct;

use crate::diagnostic::Diagnostic;
use crate::format::shape::{Shape, Shaped};
use crate::ledger::notice::Notice;
use crate::text::language::Language;
use crate::text::vocabulary::Term;

/// A diagnostic of a footprint, with its messages: on the wire it is as any other diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told(pub Notice);

impl Told {
    /// The message in a language, with what was probably meant.
    pub fn message(&self, language: Language) -> String {
        self.0.message(language)
    }
}

impl Shaped for Told {
    fn shape() -> Shape {
        Diagnostic::shape()
    }
}

impl serde::Serialize for Told {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Diagnostic", 7)?;
        object.serialize_field("code", &self.0.code)?;
        object.serialize_field("severity", self.0.severity.text())?;
        object.serialize_field("pointer", &self.0.location())?;
        object.serialize_field("parameters", &self.0.parameters)?;
        if let Some(suggestion) = &self.0.suggestion {
            object.serialize_field("suggestion", suggestion)?;
        }
        object.serialize_field("fr", &self.message(Language::Fr))?;
        object.serialize_field("en", &self.message(Language::En))?;
        object.end()
    }
}
